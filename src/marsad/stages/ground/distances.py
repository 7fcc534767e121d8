"""Places told by how far from another they lie: على بعد 40 كيلومترا جنوب صنعاء, (20 كلم شمال شرقي بغداد)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry, moved
from marsad.gazetteer.table import Gazetteer
from marsad.handover import NumberMention, PlaceMention
from marsad.stages.ground.drafts import MEASURED, UNKNOWN, Draft, of_entry

DISTANCE: Final = "so far from a place"
_KM: Final = {
    "كم": 1.0,
    "كلم": 1.0,
    "كيلو": 1.0,
    "كيلومتر": 1.0,
    "كيلومترا": 1.0,
    "كيلومترات": 1.0,
    "ميل": 1.609,
    "ميلا": 1.609,
    "اميال": 1.609,
}
_FARTHEST_KM: Final = 400.0
_WIDEST_KM: Final = 100.0
_PART: Final = 0.25  # how wide an area such words leave: reports round, and a road is longer than the way a bird flies
_FROM: Final = frozenset(["من", "عن"])
_BETWEEN: Final = _FROM | {"الي", "تقريبا"}
_CLAUSE: Final = 5
_ENDS: Final = frozenset([".", "؛", "و"])
_AWAY: Final = frozenset(["بعد", "مسافه"])
_BEFORE: Final = 4


def at_distance(
    page: Page,
    mentions: Sequence[PlaceMention],
    drafts: Sequence[Draft | None],
    numbers: Sequence[NumberMention],
    gazetteer: Gazetteer,
) -> list[Draft | None]:
    """The drafts, with those behind a distance moved that far to their side, or widened by it where no side is told."""
    ends = {n.last: n for n in numbers}
    changed = list(drafts)
    for k, draft in enumerate(drafts):
        here = mentions[k]
        if draft is None or draft.choice.entry is None:
            continue
        before = here.first - 1
        if page.tokens[before].form in _BETWEEN and before > 0:
            before -= 1
        told = _distance(page, ends, before)
        if told is None:
            continue
        km, first = told
        base = _town(draft.choice.entry, gazetteer)
        if here.direction is not None:
            if base.kind == "country" or km > _FARTHEST_KM or page.tokens[here.first].form not in gazetteer.words.by_direction:
                continue
            if _tells_of_another(page, mentions, drafts, k, first):
                changed[k] = of_entry(base, draft.choice, MEASURED)
                continue
            lat, lon = moved((base.lat, base.lon), bearing=here.direction, km=km)
            changed[k] = draft._replace(
                id=f"{base.id}#{here.direction}+{km:g}", kind="area", ar=page.text(here.span), en=None,
                point=(round(lat, 3), round(lon, 3)), km=round(max(3.0, _PART * km), 1), admin=base.admin[:1], rule=DISTANCE,
            )  # fmt: skip
        elif before < here.first - 1 and page.tokens[here.first - 1].form in _FROM and km <= _WIDEST_KM:
            away = any(t.form in _AWAY for t in page.tokens[max(0, first - 2) : first])
            said_of = any(first - _BEFORE <= m.last <= first for m in mentions[:k])
            if away and not said_of and draft.point is not None and draft.km is not None:
                changed[k] = draft._replace(id=f"{draft.id}~{km:g}", km=round(draft.km + km, 1), rule=DISTANCE)
    return changed


def _tells_of_another(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int, first: int) -> bool:
    """Whether a distance that begins at token `first` says where a place lies whose point is known: الزبداني الواقعة على بعد 45 كم شمال غربي دمشق."""
    for j in range(k - 1, -1, -1):
        draft = drafts[j]
        if draft is None:
            continue
        between = page.tokens[mentions[j].last : first]
        if len(between) > _CLAUSE or any(t.kind == "break" or t.form in _ENDS for t in between):
            return False
        return draft.point is not None and draft.rule != UNKNOWN
    return False


def _distance(page: Page, ends: dict[int, NumberMention], unit: int) -> tuple[float, int] | None:
    """The km told by a number and the unit at token `unit`, and the token at which it begins."""
    form = page.tokens[unit].form if unit > 0 else ""
    if form in ("متر", "مترا", "مترات") and page.tokens[unit - 1].form == "كيلو":
        unit, form = unit - 1, "كيلو"
    number = ends.get(unit)
    if form not in _KM or number is None or number.value.ordinal:
        return None
    figure = number.value.low if number.value.low is not None else number.value.high
    return (figure * _KM[form], number.first) if figure else None


def _town(entry: Entry, gazetteer: Gazetteer) -> Entry:
    """The town from which one measures: of a governorate or a side of it its capital."""
    holder = entry.id.split(".rif")[0]
    if holder == entry.id and entry.kind != "governorate":
        return entry
    return gazetteer.entry(f"{holder}_city") or gazetteer.entry(holder) or entry
