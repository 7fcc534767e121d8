"""Sides of places: the north of a town, the east of a country where its people live, the countryside of a governorate."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry, distance_km, moved, name_key
from marsad.gazetteer.table import Gazetteer
from marsad.handover import PlaceMention
from marsad.stages.ground.drafts import Draft, of_entry, told
from marsad.stages.ground.weighing import Choice

_GLUED: Final = 3  # letters of the particles glued before a name
_POINT_KINDS: Final = ("town", "village", "neighbourhood", "facility")


def side(page: Page, mention: PlaceMention, choice: Choice, entry: Entry, gazetteer: Gazetteer) -> Draft:
    """The side of a place that the mention tells: an entry of our own, else the centre moved towards it."""
    bearing = mention.direction or 0
    text = told(page, mention, gazetteer)
    if entry.kind in _POINT_KINDS:
        # A side of a town lies outside it: its centre moves by more than its own radius.
        far = 6.0 if countryside(page, mention) else 2.0
        lat, lon = moved((entry.lat, entry.lon), bearing=bearing, km=entry.km / 2 + far)
        km = max(entry.km, 2 * far)
        return Draft(
            f"{entry.id}#{bearing}",
            "area",
            text,
            None,
            (round(lat, 4), round(lon, 4)),
            km,
            (*entry.admin, entry.id),
            "side of a place",
            choice,
        )
    sector = gazetteer.sector(entry.id, bearing=bearing)
    if sector is None:
        return of_entry(entry, choice, "gazetteer entry")
    own = gazetteer.entry(sector.id) if sector.id else None
    if own is not None:
        return of_entry(own, choice, "side of a place")
    if entry.kind == "country":
        peopled = _peopled_side(entry, bearing, gazetteer)
        if peopled is not None:
            point, km = peopled
            return Draft(
                f"{entry.id}#{bearing}",
                "area",
                text,
                None,
                point,
                km,
                (entry.id,),
                "side of a country, where its people live",
                choice,
            )
    admin = (*entry.admin, entry.id)
    return Draft(
        f"{entry.id}#{bearing}", "area", text, None, (sector.lat, sector.lon), sector.km, admin, "side of a place", choice
    )


def _towns(country: Entry, gazetteer: Gazetteer) -> list[tuple[Entry, float]]:
    """The towns of a country with their weights."""
    towns = [e for e in gazetteer.entries if e.population >= 1000 and e.country == country.id and e.kind in ("town", "village")]
    return [(e, math.sqrt(e.population)) for e in towns]


def _middle(towns: Sequence[tuple[Entry, float]]) -> tuple[float, float]:
    total = sum(w for _, w in towns)
    return round(sum(e.lat * w for e, w in towns) / total, 3), round(sum(e.lon * w for e, w in towns) / total, 3)


def peopled_middle(country: Entry, gazetteer: Gazetteer) -> tuple[float, float] | None:
    """The middle of the towns of a country; None where too few are known."""
    towns = _towns(country, gazetteer)
    return _middle(towns) if len(towns) >= 12 else None


def _peopled_side(country: Entry, bearing: int, gazetteer: Gazetteer) -> tuple[tuple[float, float], float] | None:
    """The middle of the towns on one side of a country: reports mean where people live, not the desert between."""
    towns = _towns(country, gazetteer)
    if len(towns) < 12:
        return None
    centre = _middle(towns)
    spread = sum(distance_km((e.lat, e.lon), centre) * w for e, w in towns) / sum(w for _, w in towns)
    side = []
    for e, w in towns:
        north, east = (e.lat - centre[0]), (e.lon - centre[1]) * math.cos(math.radians(centre[0]))
        off = abs((math.degrees(math.atan2(east, north)) - bearing + 180) % 360 - 180)
        if off <= 50 and distance_km((e.lat, e.lon), centre) >= spread * 0.5:
            side.append((e, w))
    if len(side) < 4:
        return None
    point = _middle(side)
    km = sum(distance_km((e.lat, e.lon), point) * w for e, w in side) / sum(w for _, w in side)
    return point, round(max(40.0, 1.3 * km), 0)


def countryside(page: Page, mention: PlaceMention) -> bool:
    """Whether the mention is of the countryside of a place (ريف حماة)."""
    return any("ريف" in page.tokens[i].form or "ارياف" in page.tokens[i].form for i in range(mention.first, mention.last))


def own_side(page: Page, mention: PlaceMention, entry: Entry) -> bool:
    """Whether the side belongs to the entry's own name (الغوطة الشرقية, ريف حلب الشمالي, جنوب السودان)."""
    words = " ".join(t.form for t in page.tokens[mention.first : mention.last] if t.kind == "word")
    if any(words.endswith(key) and len(key) >= len(words) - _GLUED for key in map(name_key, entry.names) if " " in key):
        return True
    return ".rif_" in entry.id or (
        entry.kind == "area" and len(mention.name.split()) > 1 and mention.name.split()[-1].endswith(("ي", "يه"))
    )
