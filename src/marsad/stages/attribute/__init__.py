"""Attribute: who says it."""

from __future__ import annotations

import msgspec

from marsad.arabic.page import Page
from marsad.arabic.sentences import Sentence
from marsad.handover import Attributed, Recognised
from marsad.kit import Kit
from marsad.model import Actor, Claim, Cue, Name, Source, Span, Trace, content_id
from marsad.stages.attribute.carriers import colon_cue, participle_cue, preposition_cue
from marsad.stages.attribute.cast import Cast
from marsad.stages.attribute.chains import settle_chains
from marsad.stages.attribute.contents import quotation_of, settle
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.nominal import noun_cue
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.sources import trim_mentions
from marsad.stages.attribute.stance import Sides, stance_of
from marsad.stages.attribute.verbs import verb_cue
from marsad.stages.attribute.withholding import withholding_cue
from marsad.stages.attribute.wording import definite, dots, his_name

__all__ = ["attribute"]

_NAME = 4  # tokens of a name in marks
_PRINTED = frozenset(["نشر", "نشرت", "بث", "بثت", "اذيع", "اذيعت"])
_TURNS = frozenset(["لكن", "ولكن", "فيما", "وفيما", "بينما", "وبينما", "الا", "غير", "بيد"])


def attribute(page: Page, recognised: Recognised, kit: Kit) -> Attributed:
    """Find every claim with its cue, speaker, chain, content, stance and quotation."""
    scene = Scene.open(page, recognised, kit.attribute)
    trimmed = trim_mentions(scene)
    drafts = [d for sentence in page.sentences for d in _cues(scene, sentence)]
    settle(scene, drafts)
    for draft in drafts:
        if draft.kind == "withholding" and not draft.content and draft.owner is not None:
            draft.content = list(draft.owner.content)  # دون أن يسميها: what is withheld is what was spoken of
    drafts = [d for d in drafts if d.content]
    _nest(scene, drafts)
    cast = Cast(scene)
    settle_chains(scene, cast, drafts)
    ids = [content_id("claim", page.document.id, d.cue, d.content) for d in drafts]
    number = {id(d): k for k, d in enumerate(drafts)}
    inner: dict[int, int] = {}
    for k, draft in enumerate(drafts):
        if draft.outer is not None:
            inner.setdefault(number[id(draft.outer)], k)
    sides = Sides(recognised.actors)
    claims: list[Claim] = []
    traces: list[Trace] = []
    for k, draft in enumerate(drafts):
        stance, certainty, sign = stance_of(scene, draft, sides)
        claims.append(
            Claim(
                id=ids[k],
                sentence=draft.sentence,
                cue=Cue(span=draft.cue, lemma=draft.lemma),
                source=Source(span=scene.speaker_span(*draft.source)) if draft.source else None,
                chain=draft.links,
                content=tuple(draft.content),
                quotation=quotation_of(scene, draft),
                stance=stance,
                certainty=certainty,
                embeds=ids[inner[k]] if k in inner else None,
                rule=draft.rule,
                doubts=tuple(draft.doubts),
            )
        )
        spans = [draft.cue, *([scene.span(*draft.source)] if draft.source else []), *draft.content]
        entry = draft.entry if sign is None else f"{draft.entry} attribute/stances.yml#{sign}"
        considered = tuple(draft.considered)
        traces.append(
            Trace(record=ids[k], stage="attribute", rule=draft.rule, entry=entry, spans=tuple(spans), considered=considered)
        )
    added = tuple(
        Actor(id=a.id, kind=a.kind, name=a.name, registered=False, mentions=tuple(sorted(cast.mentions[a.id])))
        for a in cast.actors
    )
    known = tuple(_renamed(page, a, trimmed) for a in recognised.actors)
    return Attributed(actors=known + added, claims=tuple(claims), traces=tuple(traces))


def _renamed(page: Page, actor: Actor, trimmed: dict[Span, Span]) -> Actor:
    """An actor of this document alone, named without the words its mention ran into (التنظيم الهجوم)."""
    if actor.registered or not any(m in trimmed for m in actor.mentions):
        return actor
    names = {" ".join(page.text(a).split()): " ".join(page.text(b).split()) for a, b in trimmed.items()}
    name = Name(ar=names.get(actor.name.ar or "", actor.name.ar), en=actor.name.en)
    return msgspec.structs.replace(actor, name=name, mentions=tuple(trimmed.get(m, m) for m in actor.mentions))


def _cues(scene: Scene, sentence: Sentence) -> list[Draft]:
    """All reports of a sentence in text order, each token used once; participles know the report they carry on."""
    colon = colon_cue(scene, sentence)
    drafts: list[Draft] = [] if colon is None else [colon]
    i = sentence.first
    top: Draft | None = None
    nearest: Draft | None = None
    told = sentence.first  # up to here a relayed report says who tells it, and only refusals are looked for
    while i < sentence.last:
        find = _cue if i >= told else _refusal
        draft = find(scene, sentence, i) if scene.is_word(i) else None
        if draft is not None and nearest is not None and i < nearest.open and _belongs(scene, draft, nearest):
            draft = None  # وتابع مبينا، جدد دعوته إلى، قال في تصريحات نشرت أمس: the verb's own opener follows
        if draft is None:
            i += 1
            continue
        if draft.kind in ("participle", "withholding"):
            # behind a comma it carries on the main report, else the nearest one
            draft.owner = top if scene.is_comma(i - 1) else nearest
        drafts.append(draft)
        if draft.kind == "verb" and not draft.nobody and not draft.named:
            nearest = draft
            conj = draft.cue[0] > scene.tokens[draft.first].start
            turned = any(scene.form(p) in _TURNS for p in range(max(sentence.first, i - 6), i))
            if top is None or ((conj or turned) and scene.page.quote_around(i) is None):
                top = draft
        i = max(draft.last, i + 1)
        if draft.kind == "withholding" and his_name(scene, i):
            i += 1  # عدم ذكر اسميهما
        if "relayed" in draft.rule or (draft.kind == "noun" and draft.nobody):
            told = max(i, draft.open)
    return drafts


def _belongs(scene: Scene, draft: Draft, verb: Draft) -> bool:
    """Whether what was found before the content of a reporting verb only belongs to it: a participle, its noun, its speaker."""
    if draft.kind == "noun":
        spoken = verb.source is not None and verb.source[0] <= draft.first < verb.source[1]
        set_in = scene.form(draft.first - 1) == "في" and draft.first >= verb.last  # قال الوزير في إعلان إن
        return spoken or set_in or verb.rule in ("verb-noun", "relay-about-speaker")  # تحدثت تقارير عن، نقل عن مسؤول تأكيده أن
    return draft.kind == "participle" or _published(scene, draft)


def _published(scene: Scene, draft: Draft) -> bool:
    """Whether a verb without a subject only says that the words before it were printed (تصريحات نشرت أمس)."""
    if draft.kind != "verb" or draft.source is not None or draft.cue[0] != scene.tokens[draft.first].start:
        return False
    return scene.form(draft.first) in _PRINTED and any(
        scene.stem_in(p, "setting_noun") for p in range(max(0, draft.first - 5), draft.first)
    )


def _refusal(scene: Scene, sentence: Sentence, i: int) -> Draft | None:
    """The refusal that opens at token `i`."""
    return withholding_cue(scene, i, sentence)


def _cue(scene: Scene, sentence: Sentence, i: int) -> Draft | None:
    """The report that opens at token `i`, by the first kind of carrier that fits."""
    draft = preposition_cue(scene, i, sentence) or withholding_cue(scene, i, sentence)
    if draft is None:
        hit = None if _in_a_name(scene, i) else scene.verb(i)
        draft = verb_cue(scene, hit, sentence) if hit is not None else None
    return draft or participle_cue(scene, i, sentence) or noun_cue(scene, i, sentence)


def _in_a_name(scene: Scene, i: int) -> bool:
    """Whether a word stands in marks inside a name (موقع "تجمع أحرار البلد"), where it is no verb."""
    quote = scene.page.quote_around(i)
    if quote is None or not quote.closed:
        return False
    before = quote.first - 2
    if quote.last - quote.first <= _NAME and scene.is_word(before) and definite(scene, before):
        if any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(before))):
            return True  # المعلقة "فيرد مور"
    return any(m.first < quote.first and quote.last <= m.last for m in scene.mentions.values())


def _nest(scene: Scene, drafts: list[Draft]) -> None:
    """Note for every report the innermost other report whose content holds it, in one sentence or one quotation with it."""
    for draft in drafts:
        size = 0
        for other in drafts:
            if other is draft or (other.kind == "preposition" and draft.kind == "preposition"):
                continue
            if other.rule.endswith("-antecedent"):
                continue  # who denies or rejects what was said does not tell it
            for start, end in other.content:
                if start <= draft.cue[0] and draft.cue[1] <= end and (draft.outer is None or end - start < size):
                    if not _broken_off(scene, other.first, draft.first):
                        draft.outer, size = other, end - start


def _broken_off(scene: Scene, outer: int, inner: int) -> bool:
    """Whether a sentence ends between two cues outside of any closed quotation, or dots say that another text begins."""
    first, last = min(outer, inner), max(outer, inner)
    for i in range(first, last):
        if dots(scene, i):
            return True
        if scene.tokens[i].kind == "break" or scene.form(i) in (".", "؟", "!"):
            quote = next((q for q in scene.page.quotes if q.closed and q.first <= i < q.last and q.first <= last < q.last), None)
            if quote is None and scene.page.sentence_of(outer) != scene.page.sentence_of(inner):
                return True
    return False
