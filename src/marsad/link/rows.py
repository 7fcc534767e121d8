"""Events as rows that can be compared: numbers, ids and small sets, and the keys by which rows are brought together."""

from __future__ import annotations

import datetime as dt
import math
import zlib
from typing import Any, Final, NamedTuple

from marsad.arabic.fold import fold
from marsad.link.knowledge import bare, knowledge
from marsad.link.origins import Carried, Sketch, document_sketch
from marsad.link.statements import Page, place_words
from marsad.model import Event, Reading

FAMILIES: Final = {
    "harm": "air_strike shelling ground_attack armed_clash small_arms_fire suicide_attack bombing_ied chemical_attack "
    "targeted_killing destruction casualties equipment_loss abuse air_defence",
    "territory": "territory_capture withdrawal siege siege_break route_cut route_open control_status deployment evacuation",
    "ceasefire": "ceasefire zone_establish",
    "violation": "ceasefire_violation",
    "accord": "agreement coordination intel_sharing deconfliction_notice monitoring",
    "diplomacy": "meeting talks mediation political_process sanction protest",
    "people": "abduction detention release_exchange displacement humanitarian_aid military_support",
    "bodies": "group_change personnel_action",
    "toll": "cumulative_toll",
}
FAMILY_OF: Final = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}
# Types that reports of one happening use for each other.
KIN: Final = (
    frozenset(["air_strike", "shelling", "destruction", "casualties", "chemical_attack", "targeted_killing"]),
    frozenset(["ground_attack", "armed_clash", "small_arms_fire", "shelling", "casualties"]),
    frozenset(["suicide_attack", "bombing_ied", "casualties", "destruction", "targeted_killing"]),
    frozenset(["small_arms_fire", "targeted_killing", "casualties"]),
    frozenset(["air_strike", "shelling", "bombing_ied", "casualties"]),
    frozenset(["ground_attack", "destruction", "equipment_loss"]),
    frozenset(["agreement", "monitoring"]),
    frozenset(["talks", "meeting", "mediation"]),
    frozenset(["siege", "route_cut"]),
)
# States and processes: what lasts is told for weeks, and two reports of it need not give the same day.
LASTING: Final = frozenset(
    "ceasefire zone_establish monitoring control_status siege talks mediation agreement political_process coordination "
    "cumulative_toll deployment sanction military_support".split()
)
CELL: Final = 0.4  # degrees of latitude; with four shifted grids, places within 22 km meet
_WIDE_KM: Final = 45.0
_EPOCH: Final = dt.date(1970, 1, 1)


class Row(NamedTuple):
    """One event ready to be compared; days are counted from 1 January 1970, words and names are hashes."""

    unique_id: str
    doc: str
    event: str
    family: str
    type: str
    kin: list[int]
    lasting: bool
    undated: bool
    exact: bool
    negated: bool
    first: int | None
    last: int | None
    published: int | None
    lat: float | None
    lon: float | None
    km: float | None
    wide: bool
    place: list[int]
    site: str | None
    actors: list[int]
    blocs: list[int]
    targets: list[int]
    killed_low: int | None
    killed_high: int | None
    hurt_low: int | None
    hurt_high: int | None
    means: list[int]
    words: list[int]
    lead: list[int]
    keys: list[str]
    loose: list[str]


class DocumentRow(NamedTuple):
    """What linking remembers of a document."""

    id: str
    outlet: str
    published: str
    sketch: Sketch
    carried: dict[str, tuple[Carried, ...]]
    where: dict[str, str]


def day_number(day: str | None) -> int | None:
    """Days since 1 January 1970 of an ISO day; None for none, and for what is no day."""
    try:
        return (dt.date.fromisoformat(day[:10]) - _EPOCH).days if day else None
    except ValueError:
        return None


def iso_day(number: int | None) -> str | None:
    """The ISO day of a day number."""
    return (_EPOCH + dt.timedelta(days=number)).isoformat() if number is not None else None


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _words(text: str, limit: int) -> list[int]:
    common = knowledge().common
    clean = "".join(c if c.isalnum() else " " for c in fold(text).text)
    kept = dict.fromkeys(w for word in clean.split() if word not in common and len(w := bare(word)) > 2 and w not in common)
    return sorted({_hash(word[:5]) for word in list(kept)[:limit]})


def _toll(event: Event, what: str) -> tuple[int | None, int | None]:
    """The largest figure of one kind that any voice gives for an event, with its upper bound."""
    found = [(c.low if c.low is not None else c.high or 0, c.high) for c in event.counts if c.what == what]
    found = [pair for pair in found if pair[0]]
    if not found:
        return None, None
    low = max(pair[0] for pair in found)
    smallest = min(pair[0] for pair in found)
    bounded = [pair[1] for pair in found if pair[0] == low]
    high = low if all(b is not None for b in bounded) else None
    return (smallest if smallest * 2 >= low else low), high


def _cells(lat: float, lon: float) -> list[str]:
    return [f"{a}{b}:{math.floor(lat / CELL + a / 2)}:{math.floor(lon / CELL + b / 2)}" for a in (0, 1) for b in (0, 1)]


def _buckets(first: int, last: int, width: int) -> list[str]:
    """Names of the overlapping stretches of days that an interval touches; days up to half a width apart share one."""
    out = {f"a{day // width}" for day in (first, last)} | {f"b{(day + width // 2) // width}" for day in (first, last)}
    return sorted(out)


def _keys(row: dict[str, Any], sites: list[str]) -> tuple[list[str], list[str]]:
    """The keys of a row: `keys` bring any two rows together, `loose` only rows of which one has no date of its own."""
    family, kind, pub = row["family"], row["type"], row["published"]
    first = row["first"] if row["first"] is not None else row["last"]
    last = row["last"] if row["last"] is not None else first
    located = row["lat"] is not None and not row["wide"]
    cells = _cells(row["lat"], row["lon"]) if located else []
    keys: list[str] = []
    if first is not None and last is not None:
        days = _buckets(first, last, 4)
    else:
        days = _buckets(pub - 1, pub, 4) if pub is not None else []
    if located:
        keys += [f"{family}|{day}|{cell}" for day in days for cell in cells]
    else:
        marks = [f"w{mark}" for mark in row["place"][:3]] + [f"x{mark}" for mark in (row["actors"] + row["targets"])[:4]]
        keys += [f"{kind}|{day}|{mark}" for day in days for mark in marks]
        if family != "harm":
            keys += [f"{kind}|{day}" for day in days]
    if row["killed_low"]:
        keys += [f"{family}|{day}|k{row['killed_low']}" for day in days]
    if row["lasting"] and pub is not None:
        weeks = _buckets(pub, pub, 16)
        if located:
            keys += [f"{family}|{week}|{cell}" for week in weeks for cell in cells]
        elif kind in LASTING:
            keys += [f"{kind}|{week}" for week in weeks]
    if first is not None and last is not None and row["historical"]:
        keys += [f"{kind}|{first}|{last}"]
    loose = [f"{family}|{week}|{site}" for week in (_buckets(pub, pub, 16) if pub is not None else []) for site in sites]
    return sorted(set(keys)), sorted(set(loose))


def event_row(page: Page, event: Event) -> Row:
    """The row of one event of a reading."""
    reading = page.reading
    place = page.finest(event.places)
    first = day_number(event.date.start if event.date else None)
    last = day_number(event.date.end if event.date else None)
    text = reading.document.text
    known = [page.places[p] for p in event.places if p in page.places]
    killed, hurt = _toll(event, "killed"), _toll(event, "wounded")
    lead_from = reading.document.boilerplate[0][1] if reading.document.boilerplate else 0
    blocs = sorted({_hash(b) for a in event.actors if (b := page.bloc(a))})
    km = place.precision_km if place else None
    values: dict[str, Any] = {
        "unique_id": f"{page.document}|{event.id}",
        "doc": page.document,
        "event": event.id,
        "family": FAMILY_OF[event.type],
        "type": event.type,
        "kin": [i for i, group in enumerate(KIN) if event.type in group],
        "lasting": event.type in LASTING or event.realis in ("ongoing", "planned", "conditional", "habitual"),
        "undated": first is None and last is None,
        "exact": first is not None and first == last,
        "negated": event.realis == "negated",
        "first": first,
        "last": last if last is not None else first,
        "published": day_number(reading.document.published.end or reading.document.published.start),
        "lat": place.lat if place else None,
        "lon": place.lon if place and place.lat is not None else None,
        "km": km,
        "wide": place is None or place.lat is None or (km is not None and km > _WIDE_KM),
        "place": sorted({_hash(w) for p in known for w in place_words(p, text)}),
        "site": " ".join(sorted(place_words(place, text))) if place else None,
        "actors": sorted({_hash(page.actor_key(a)) for a in event.actors if a in page.actors}),
        "blocs": blocs,
        "targets": sorted({_hash(b) for a in event.targets if (b := page.bloc(a))}),
        "killed_low": killed[0],
        "killed_high": killed[1],
        "hurt_low": hurt[0],
        "hurt_high": hurt[1],
        "means": sorted({_hash(bare(w)) for m in event.means for w in fold(text[m.span[0] : m.span[1]]).text.split()}),
        "words": _words(page.around(event), 60),
        "lead": _words(text[lead_from : lead_from + 900], 70),
    }
    sites = [f"s{_hash(w)}" for w in place_words(place, text)] if place and not values["wide"] else []
    values["historical"] = event.realis == "historical"
    keys, loose = _keys(values, sites)
    del values["historical"]
    return Row(**values, keys=keys, loose=loose)


def rows_of(reading: Reading) -> tuple[DocumentRow, tuple[Row, ...]]:
    """The rows of a reading's events, and what is kept of its document."""
    page = Page(reading)
    published = reading.document.published.end or reading.document.published.start or ""
    own = page.origin(None)
    carried = {
        event.id: tuple(
            Carried(document=page.document, origin=statement.origin, own=own, published=published)
            for statement in page.statements(event)
        )
        for event in reading.events
    }
    outlet = reading.document.outlet.id or own
    where = {event.id: place.id for event in reading.events if (place := page.finest(event.places))}
    document = DocumentRow(
        id=page.document,
        outlet=outlet,
        published=published,
        sketch=document_sketch(reading),
        carried=carried,
        where=where,
    )
    return document, tuple(event_row(page, event) for event in reading.events)
