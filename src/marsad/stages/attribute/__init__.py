"""Attribute: who says it."""

from __future__ import annotations

from marsad.arabic.page import Page
from marsad.handover import Attributed, Recognised
from marsad.kit import Kit
from marsad.model import Actor, ChainLink, Claim, Cue, Source, Trace, content_id
from marsad.stages.attribute.chains import Cast, Voice
from marsad.stages.attribute.contents import quotation_of, settle
from marsad.stages.attribute.cues import colon_cue, noun_cue, participle_cue, preposition_cue, verb_cue, withholding_cue
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.stance import stance_of

__all__ = ["attribute"]


def attribute(page: Page, recognised: Recognised, kit: Kit) -> Attributed:
    """Find every claim with its cue, speaker, chain, content, stance and quotation."""
    scene = Scene.open(page, recognised, kit.attribute)
    drafts = _cues(scene)
    settle(scene, drafts)
    drafts = [d for d in drafts if d.content]
    _nest(drafts)
    cast = Cast(scene)
    _voices(scene, cast, drafts)
    claims: list[Claim] = []
    traces: list[Trace] = []
    ids = [content_id("claim", page.document.id, d.cue, d.content) for d in drafts]
    inner = {}
    for k, draft in enumerate(drafts):
        if draft.outer is not None:
            inner.setdefault(draft.outer, k)
    for k, draft in enumerate(drafts):
        stance, certainty, sign = stance_of(scene, draft)
        claims.append(
            Claim(
                id=ids[k],
                sentence=draft.sentence,
                cue=Cue(span=draft.cue, lemma=draft.lemma),
                source=Source(span=scene.span(*draft.source)) if draft.source else None,
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
        spans = [draft.cue, *draft.content]
        if draft.source:
            spans.append(scene.span(*draft.source))
        entry = draft.entry if sign is None else f"{draft.entry} attribute/stances.yml#{sign}"
        traces.append(
            Trace(record=ids[k], stage="attribute", rule=draft.rule, entry=entry, spans=tuple(spans), considered=tuple(draft.considered))
        )
    added = tuple(
        Actor(id=a.id, kind=a.kind, name=a.name, registered=False, mentions=tuple(sorted(cast.mentions[a.id]))) for a in cast.actors
    )
    return Attributed(actors=recognised.actors + added, claims=tuple(claims), traces=tuple(traces))


def _cues(scene: Scene) -> list[Draft]:
    """All reporting words of the page in text order, each token used once."""
    drafts: list[Draft] = []
    for sentence in scene.page.sentences:
        colon = colon_cue(scene, sentence)
        if colon is not None:
            drafts.append(colon)
        i = sentence.first
        owner: int | None = None
        while i < sentence.last:
            if not scene.is_word(i):
                i += 1
                continue
            draft = preposition_cue(scene, i, sentence)
            if draft is None:
                draft = withholding_cue(scene, i, sentence)
            if draft is None:
                hit = scene.verb(i)
                draft = verb_cue(scene, hit, sentence) if hit is not None else None
            if draft is None:
                draft = participle_cue(scene, i, sentence)
            if draft is None:
                draft = noun_cue(scene, i, sentence)
            if draft is None:
                i += 1
                continue
            if draft.kind in ("participle", "withholding"):
                draft.owner = owner
            drafts.append(draft)
            if draft.kind == "verb":
                owner = len(drafts) - 1
            i = max(draft.last, i + 1)
    return drafts


def _nest(drafts: list[Draft]) -> None:
    """Note for every report the innermost other report whose content holds it."""
    for k, draft in enumerate(drafts):
        best: int | None = None
        size = 0
        for j, other in enumerate(drafts):
            if j == k or other.kind == "preposition" and draft.kind == "preposition":
                continue
            for start, end in other.content:
                if start <= draft.cue[0] and draft.cue[1] <= end and (best is None or end - start < size):
                    best, size = j, end - start
        draft.outer = best


def _voices(scene: Scene, cast: Cast, drafts: list[Draft]) -> None:
    """Settle the chain of every report, in text order."""
    salient: list[Voice] = []
    chains: dict[int, tuple[ChainLink, ...]] = {}
    order = sorted(range(len(drafts)), key=lambda k: (_depth(drafts, k), k))
    voice_of: dict[int, Voice | None] = {}
    for k in range(len(drafts)):
        draft = drafts[k]
        voice: Voice | None = None
        if draft.nobody:
            voice = None
        elif draft.source is not None:
            voice = cast.speaker(draft.source[0], draft.source[1], draft)
            if not voice.gender or voice.gender == "c":
                voice.gender = draft.gender
        elif draft.kind in ("participle", "withholding"):
            owner = draft.owner
            if owner is not None and voice_of.get(owner) is not None:
                voice = voice_of[owner]
            else:
                voice = salient[-1] if salient else None
        else:
            pool = [v for v in salient]
            voice = cast.last_voice(draft, pool)
        voice_of[k] = voice
        relays = []
        for first, last in draft.relays:
            if _is_outlet(scene, cast, first, last):
                continue
            relay = cast.speaker(first, last, draft)
            relays.append(ChainLink(role=relay.role, actor=relay.actor, span=scene.span(first, last)))
        own: list[ChainLink] = []
        if voice is not None:
            if not relays and draft.source is None and voice.relays:
                relays = [ChainLink(role=r, actor=a, span=None) for a, r, _ in voice.relays]
            elif not relays and draft.source is not None and voice.relays:
                relays = [ChainLink(role=r, actor=a, span=None) for a, r, _ in voice.relays]
            if relays and draft.kind == "verb":
                voice.relays = tuple((r.actor, r.role, r.span or (0, 0)) for r in relays)
            own = [ChainLink(role=voice.role, actor=voice.actor, span=scene.span(*draft.source) if draft.source else None)]
        draft.links = (*relays, *own)
        if voice is not None and draft.kind in ("verb", "colon", "preposition") and draft.outer is None:
            if voice in salient:
                salient.remove(voice)
            salient.append(voice)
    _ = (chains, order)
    full: dict[int, tuple[ChainLink, ...]] = {}
    for k in range(len(drafts)):
        full[k] = _full(drafts, k)
    for k, draft in enumerate(drafts):
        draft.links = (ChainLink(role="outlet", actor="outlet"), *full[k])


def _full(drafts: list[Draft], k: int, seen: int = 0) -> tuple[ChainLink, ...]:
    """The chain of a report with the chains it is told in put before it; no voice twice."""
    draft = drafts[k]
    own = draft.links
    if draft.outer is not None and seen < 4 and not draft.nobody:
        outer = _full(drafts, draft.outer, seen + 1)
        known = {c.actor for c in own}
        return (*(c for c in outer if c.actor not in known), *own)
    return own


def _depth(drafts: list[Draft], k: int) -> int:
    depth = 0
    outer = drafts[k].outer
    while outer is not None and depth < 5:
        depth += 1
        outer = drafts[outer].outer
    return depth


def _is_outlet(scene: Scene, cast: Cast, first: int, last: int) -> bool:
    """Whether a medium is the outlet of the document itself (أفاد المصدر لمراسلنا، لـ"الوطن" in الوطن)."""
    outlet = scene.page.document.outlet
    words = cast.words(first, last)
    if any(w in ("مراسلنا", "وكالتنا", "موقعنا", "صحيفتنا", "مراسل") or w.endswith("مراسل") for w in words[:2]):
        return True
    mention = cast.known_actor(first, last)
    if mention is not None and outlet.id is not None and mention[0] == outlet.id:
        return True
    title = scene.page.document.title or ""
    last_word = words[-1] if words else ""
    return bool(last_word) and len(last_word) > 2 and last_word in title.split()[-6:]
