"""Borders, rivers and roads: of a line as long as a land, a report means the stretch by the place that its sentence names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from marsad.arabic.page import Page
from marsad.gazetteer.entry import distance_km, nearest_on
from marsad.gazetteer.table import Gazetteer
from marsad.handover import PlaceMention
from marsad.stages.ground.drafts import INSIDE, MEASURED, ROAD, SAME_SENTENCE, Draft

_FINE_KM: Final = 30.0  # what is wider says too little of where along a line
_BESIDE_KM: Final = 60.0
_LEAST_KM: Final = 10.0
_LONG_KM: Final = 25.0
_COMMA: Final = 4
_COMMAS: Final = frozenset(["،", ",", "؛"])
STRETCH: Final = "the stretch of a line by a place of its sentence"


def stretches(
    page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], gazetteer: Gazetteer
) -> list[Draft | None]:
    """The drafts, with the point of each long line moved to its stretch nearest to the place told closest by in its sentence."""
    starts = [s.first for s in page.sentences]
    sentences = [bisect_right(starts, m.first) for m in mentions]
    moved = list(drafts)
    for k, draft in enumerate(drafts):
        line = _line(draft, gazetteer)
        if draft is None or not line:
            continue
        by = [
            (_gap(page, mentions[j], mentions[k]) if j < k else _gap(page, mentions[k], mentions[j]), j)
            for j, other in enumerate(drafts)
            if j != k and sentences[j] == sentences[k] and _fine(other) and not mentions[j].speaks
        ]
        for _, j in sorted(by):
            place = drafts[j]
            if place is None or place.point is None:
                continue
            point = nearest_on(line, place.point)
            away = distance_km(point, place.point)
            if away <= _BESIDE_KM:
                km = round(max(_LEAST_KM, away), 1)
                moved[k] = draft._replace(id=f"{draft.id}@{place.id}", point=point, km=km, rule=STRETCH)
                break
    found: dict[str, set[int]] = {}
    for k, draft in enumerate(moved):
        if draft is not None and draft.rule == STRETCH:
            found.setdefault(draft.id.split("@")[0], set()).add(k)
    for k, draft in enumerate(moved):
        # A headline says no more than the border; where the text tells of one stretch alone, it is that.
        told = [moved[j] for j in sorted(found.get(draft.id, ()))] if draft is not None else []
        if told and all(other is not None and other.point == told[0].point for other in told if told[0] is not None):
            moved[k] = told[0]
    return moved


def _line(draft: Draft | None, gazetteer: Gazetteer) -> tuple[tuple[float, float], ...]:
    """The course of a long line; of a road between two places the straight way; () for all else."""
    if draft is None or draft.point is None or (draft.km or 0.0) <= _LONG_KM:
        return ()
    if draft.rule == ROAD:
        ends = [e for i in draft.id.split(":")[1:] if (e := gazetteer.entry(i)) is not None]
        return tuple((e.lat, e.lon) for e in ends) if len(ends) == 2 else ()
    entry = gazetteer.entry(draft.id.split("#")[0])
    return entry.line if entry is not None else ()


def _gap(page: Page, one: PlaceMention, other: PlaceMention) -> int:
    """How many tokens stand between two mentions; a comma counts for several, as what follows it may lie elsewhere."""
    between = page.tokens[one.last : other.first]
    return len(between) + _COMMA * sum(t.form in _COMMAS for t in between)


def _fine(draft: Draft | None) -> bool:
    return (
        draft is not None
        and draft.point is not None
        and (draft.km or 0.0) <= _FINE_KM
        and draft.kind != "country"
        and draft.rule not in (INSIDE, MEASURED, SAME_SENTENCE)
    )
