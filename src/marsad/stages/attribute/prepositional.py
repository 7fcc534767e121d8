"""The content of a prepositional attribution (بحسب الوزارة): the clause behind it, or the one around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.extents import ENDERS, back_over, before_stop, outside_quotations, sentence_index, trimmed
from marsad.stages.attribute.openings import PREPOSITION_OF
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import definite, speaks

_SO: Final = frozenset(["فقد", "فان", "فانه", "فانها", "فانهم", "فانهن", "فانهما"])


def around(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """The content of a prepositional attribution: what follows it at the head of a sentence, else the clause before it."""
    index = sentence_index(scene, draft.first)
    if index is None:
        return
    sentence = scene.page.sentences[index]
    quoted = scene.page.quote_around(draft.first)
    start = sentence.first if quoted is None else max(sentence.first, quoted.first)
    if quoted is not None:  # a quotation of several sentences is one sentence of the page: go back to its own full stop
        ends = (p for p in range(draft.first - 1, start, -1) if scene.tokens[p].kind == "break" or scene.form(p) in ENDERS)
        start = next(ends, start - 1) + 1
    head = all(not scene.is_word(p) or scene.in_set(p, "conjunction") for p in range(start, draft.first))
    if head or (quoted is not None and draft.first == quoted.first) or _joined(scene, draft):
        _behind(scene, drafts, draft, sentence.last if quoted is None else min(quoted.last, sentence.last))
        return
    first, last = start, draft.first
    behind = draft.source[1] if draft.source is not None else draft.last
    while last > first and (scene.is_comma(last - 1) or scene.form(last - 1) in ("-", "–", "وذلك", "و")):
        last -= 1
    start_token = _clause_head(scene, drafts, draft, first, last)
    if start_token >= last:
        return
    form = scene.form(start_token)
    start = scene.tokens[start_token].start
    if (
        form[:1] in ("و", "ف")
        and (len(form) > 3 or form[1:] in PREPOSITION_OF)
        and start_token not in scene.mentions
        and form not in scene.lexicon.edges["begins_with_waw"]
    ):
        if form[0] == "و" or form in ("فعند", "فبعد", "فقبل"):
            start = scene.after_proclitic(start_token, 1)
    span = trimmed(scene, (start, scene.tokens[last - 1].end))
    if span[1] <= span[0]:
        return
    draft.content = [span]
    draft.open, draft.close = start_token, last
    draft.rule = "preposition-after"
    if behind >= sentence.last:
        return
    if any(d.kind == "verb" and start_token <= d.first < draft.first < behind < d.open for d in drafts):
        _inside(scene, drafts, draft, behind + scene.is_comma(behind), sentence.last)  # ذكر المسؤول، بحسب رويترز، أن
        return
    if scene.is_comma(draft.first - 1):
        behind = behind + 1 if scene.is_comma(behind) and _goes_on(scene, behind + 1, start_token, last) else sentence.last
    if behind < sentence.last and scene.tokens[behind].kind in ("word", "number", "latin"):
        _inside(scene, drafts, draft, behind, sentence.last)


def _joined(scene: Scene, draft: Draft) -> bool:
    """Whether an attribution opens a further clause of its sentence (هدأ القصف، ووفقا للجنة، فإن الماء مقطوع)."""
    behind = draft.source[1] if draft.source is not None else draft.last
    behind += scene.is_comma(behind)
    return draft.cue[0] > scene.tokens[draft.first].start and scene.form(behind) in _SO


def _goes_on(scene: Scene, i: int, first: int, last: int) -> bool:
    """Whether a clause of tokens `first` to `last` goes on at token `i` behind an aside: with a preposition, or with its predicate."""
    if scene.form(i) in ("في", "فى") and scene.form(i + 1) in ("حين", "وقت", "الوقت", "المقابل", "غضون", "سياق"):
        return False  # بحسب المرصد، في حين تجددت الاشتباكات: a clause of its own
    if scene.form(i) in PREPOSITION_OF or scene.form(i) in ("ب", "بين", "قرب", "اثر", "جراء", "بعد", "قبل", "خلال"):
        return True
    told = any(scene.action(p) or scene.verb(p) is not None for p in range(first, last))
    return not told and last - first <= 6 and (scene.action(i) or definite(scene, i) or speaks(scene, i))


def _behind(scene: Scene, drafts: Sequence[Draft], draft: Draft, limit: int) -> None:
    """The clause behind a prepositional attribution at the head of its sentence."""
    p = draft.source[1] if draft.source is not None else draft.last
    if scene.in_set(p, "time") or (scene.form(p) in ("في", "فى") and scene.stem_in(p + 1, "setting_noun")):
        comma = next((q for q in range(p, min(limit, p + 10)) if scene.is_comma(q)), None)
        p = p if comma is None else comma + 1
    while p < limit and (scene.is_comma(p) or scene.form(p) in ("-", "–", ")")):
        p += 1
    if p < limit and (scene.is_that(p) or scene.form(p) in _SO or scene.form(p) in ("قد", "وقد")):
        p += 1
    if p >= limit:
        return
    draft.open = p
    end = _plain_end(scene, drafts, draft, p, limit)
    if end <= p:
        return
    span = trimmed(scene, (scene.tokens[p].start, scene.tokens[end - 1].end))
    draft.content = [span] if span[1] > span[0] else []
    draft.close = end
    draft.rule = "preposition-before"


def _inside(scene: Scene, drafts: Sequence[Draft], draft: Draft, p: int, limit: int) -> None:
    """The second half of a content that a prepositional attribution splits."""
    while p < limit and (scene.form(p) == "كذلك" or scene.is_that(p)):
        p += 1
    end = _plain_end(scene, drafts, draft, p, limit)
    if p < end:
        tail = trimmed(scene, (scene.tokens[p].start, scene.tokens[end - 1].end))
        if tail[1] > tail[0]:
            draft.content.append(tail)
            draft.rule = "preposition-inside"


def _clause_head(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, last: int) -> int:
    """The first token of the clause before a prepositional attribution: the sentence, or what follows its last strong turn."""
    best = first
    for p in range(first, last):
        if (
            scene.is_comma(p)
            and p + 1 < last
            and (
                scene.form(p + 1) == "حيث"
                and p - first <= 5
                or scene.form(p + 1) in ("فيما", "وفيما", "بينما", "وبينما", "فقد", "وقد")
            )
        ):
            best = p + 1
    for earlier in drafts:
        if earlier.kind == "preposition" and first <= earlier.first < draft.first and earlier.rule == "preposition-after":
            best = max(best, earlier.source[1] if earlier.source else earlier.last)
        told = earlier.kind == "verb" and first <= earlier.first and best < earlier.open < earlier.close <= draft.first
        if not told or earlier.source is None or draft.source is None:
            continue
        twice = scene.form(earlier.source[0]) == scene.form(draft.source[0])  # وأضاف المصدر أن المعبر مغلق، بحسب المصدر
        if twice or (_is_medium(scene, earlier.source) and not _is_medium(scene, draft.source)):
            best = earlier.open  # قالت الصحيفة إن المعبر مغلق، وفقا لشهود: the paper tells what they say
    linked = scene.lexicon.boundaries.at(scene.tokens, best, scene.page.lookup)
    if linked and linked[0].payload in ("other_side", "outlet_again") and linked[0].last < last:
        best = linked[0].last + (
            2 if scene.form(linked[0].last) == "الي" and scene.is_that(linked[0].last + 1) else 0
        )  # في هذه الأثناء، من جهة أخرى، يشار إلى أن
    while best < last and (scene.is_comma(best) or scene.form(best) in scene.lexicon.edges["leading"]):
        best += 1
    return best


def _is_medium(scene: Scene, phrase: tuple[int, int] | None) -> bool:
    """Whether a phrase names an agency, a paper, a station or a monitor."""
    if phrase is None:
        return False
    first = phrase[0] + scene.is_quote_mark(phrase[0])
    mention = scene.mentions.get(first)
    if mention is not None and scene.actor_kind(mention.entity) in ("media", "monitor"):
        return True
    entries = (scene.lexicon.speakers.get(c.stem) for c in scene.page.lookup.cuts(scene.form(first)))
    return any(e is not None and (e.kind == "media" or e.role == "monitor") for e in entries)


def _plain_end(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, limit: int) -> int:
    """The end of a clause that only a carried-on report, another attribution or the outlet's own voice cuts short."""
    kinds = ("withholding", "participle", "preposition")
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit and (d.kind in kinds or d.nobody)}
    for i in outside_quotations(scene, first, limit):
        other = starts.get(i)
        if other is not None and (not other.nobody or scene.tokens[i - 1].plain in ("مما", "ما")):
            return back_over(scene, i, first)
        found = scene.lexicon.boundaries.at(scene.tokens, i, scene.page.lookup) if i > first else []
        if found and found[0].payload in ("outlet_again", "other_side", "denied_by_another"):
            return back_over(scene, i, first)
    return before_stop(scene, first, limit)
