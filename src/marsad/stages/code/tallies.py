"""Tallies: a total and what it is made of, place by place (15 انتهاكا منها 6 في … واثنان في …)."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.handover import TallyDraft, TallyDraftPart
from marsad.lexicon.code import CountedSense
from marsad.model import CountWhat, Doubt, Span, Trace, content_id
from marsad.stages.code.scene import Scene

_OPENS: Final = frozenset(
    ["منها", "بينها", "منهم", "بينهم", "موزعه", "توزعت", "توزعوا", "بواقع", "كالتالي", "وهي", ":", "موزعين", "كالاتي"]
)
_AT: Final = frozenset(["في", "ب", "علي", "بمحافظه", "بريف", "بمنطقه", "بمدينه"])
_REACH: Final = 7


class _Item(NamedTuple):
    """A number at tokens `first` to `last` with what it counts and the words that give it."""

    first: int
    last: int
    value: int
    span: Span
    noun: CountedSense | None


def _items(scene: Scene, first: int, last: int) -> list[_Item]:
    """All exact numbers, duals and واحد of a stretch, in text order."""
    out: list[_Item] = []
    numbers = {n.first: n for n in scene.recognised.numbers}
    dated = {k for t in scene.recognised.times for k in range(t.first, t.last)}
    k = first
    while k < last:
        number = numbers.get(k)
        if number is not None and not number.value.ordinal and number.value.low is not None and k not in dated:
            hits = scene.lexicon.counted.at(scene.tokens, number.last, scene.page.lookup) if number.last < last else []
            noun = hits[0].payload if hits else None
            end = hits[0].last if hits else number.last
            out.append(_Item(k, end, int(number.value.low), number.figure, noun))
            k = max(end, k + 1)
            continue
        if scene.word(k) and number is None:
            hits = scene.lexicon.counted.at(scene.tokens, k, scene.page.lookup)
            if hits and hits[0].payload.number == "d" and not hits[0].payload.construct and not hits[0].cut.definite:
                out.append(_Item(k, hits[0].last, 2, scene.page.span(k, hits[0].last), hits[0].payload))
                k = hits[0].last
                continue
        k += 1
    return out


def find_tallies(scene: Scene) -> tuple[list[TallyDraft], list[Doubt], list[Trace]]:
    """Every total that is broken down by place; a sum that does not come out is a doubt."""
    tallies: list[TallyDraft] = []
    doubts: list[Doubt] = []
    traces: list[Trace] = []
    for sentence in scene.page.sentences:
        items = _items(scene, sentence.first, sentence.last)
        if len(items) < 3:
            continue
        for k, total in enumerate(items[:-2]):
            if total.noun is None or total.value < 2:
                continue
            opening = next((i for i in range(total.last, min(total.last + 14, sentence.last)) if scene.form(i) in _OPENS), None)
            if opening is None or opening > items[k + 1].first:
                continue
            parts = _parts(scene, items[k + 1 :], sentence.last, total)
            if len(parts) < 2:
                continue
            what = "ceasefire_violation" if total.noun.entry.what == "violations" else _what(total.noun.entry.what)
            claims = scene.claims_at(total.span)
            ident = content_id("tally", scene.page.document.id, total.span)
            times = scene.times_between(sentence.first, sentence.last)
            tallies.append(
                TallyDraft(
                    id=ident, what=what, claim=claims[-1].id if claims else "outlet", total=total.value, parts=tuple(parts),
                    time=times[0][0] if times else None,
                )
            )  # fmt: skip
            traces.append(
                Trace(record=ident, stage="code", rule="code.tally", entry=f"code/counted.yml#{total.noun.entry.id}",
                      spans=(total.span, *(p.span for p in parts)))
            )  # fmt: skip
            found = sum(p.count for p in parts)
            if found != total.value:
                doubts.append(
                    Doubt(stage="code", span=total.span, about=f"the parts add up to {found}, the total says {total.value}")
                )
            break
    return tallies, doubts, traces


def _what(what: CountWhat) -> str:
    return what


def _parts(scene: Scene, items: list[_Item], end: int, total: _Item) -> list[TallyDraftPart]:
    """The numbers after the opening word, each with the place that follows it before the next number."""
    out: list[TallyDraftPart] = []
    for k, item in enumerate(items):
        limit = items[k + 1].first if k + 1 < len(items) else end
        if item.noun is not None and total.noun is not None and item.noun.entry.what != total.noun.entry.what:
            break
        places = scene.places_between(item.last, min(limit, item.last + _REACH))
        if not places:
            if out:
                break
            continue
        out.append(TallyDraftPart(place=places[0][0], count=item.value, span=item.span))
    return out
