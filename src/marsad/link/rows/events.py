"""The rows of a reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from marsad.arabic.fold import fold
from marsad.link.knowledge import bare, knowledge, sides
from marsad.link.levels import POINTS
from marsad.link.measure import day_number, possible_days
from marsad.link.rows.keying import hashed, keys_of
from marsad.link.rows.kinds import FAMILY_OF, KIN, LASTING, STATES
from marsad.link.rows.shape import DocumentRow, Prepared, Row
from marsad.link.rows.tallies import tally_notes
from marsad.link.rows.telling import WIDE_KM, About, about_page, chief_events, is_news, is_wide
from marsad.link.statements import Page, breadth
from marsad.link.truces import truce_notes
from marsad.link.wording import word_mark
from marsad.model import Event, Place, Reading

_SITE_KM: Final = 4.5
_SPOTS: Final = ("facility", "neighbourhood", "route", "water")
_LOCAL: Final = "local:"  # in the ids of places that only their own document knows: "the hospital", "houses"


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


def _sites(places: Sequence[Place], within: float) -> list[int]:
    """The narrow places among some, by id."""
    return sorted({word_mark(p.id) for p in places if p.lat is not None and breadth(p) <= within})


def _points(known: Sequence[Place], finest: Place | None) -> list[tuple[float, float]]:
    """Where the finest of an event's places lies, and others that are narrow."""
    near = [p for p in known if breadth(p) <= WIDE_KM / 3]
    located = [finest, *near] if finest is not None else near
    return list(dict.fromkeys((p.lat, p.lon) for p in located if p.lat is not None and p.lon is not None))[: POINTS + 1]


def event_row(page: Page, event: Event, about: About, chief: frozenset[str]) -> Row:
    """The row of one event of a reading; `chief` are those that its document is about."""
    reading = page.reading
    place = page.finest(event.places)
    first = day_number(event.date.start if event.date else None)
    last = day_number(event.date.end if event.date else None)
    text = reading.document.text
    published = about.published
    known = [page.places[p] for p in event.places if p in page.places]
    killed, hurt = _toll(event, "killed"), _toll(event, "wounded")
    blocs = sorted({word_mark(side) for a in event.actors for side in sides(page.bloc(a))})
    km = breadth(place) if place else None
    parts = _day_parts(page, event)
    points = _points(known, place)
    values: dict[str, Any] = {
        "unique_id": f"{page.document}|{event.id}",
        "doc": page.document,
        "outlet": reading.document.outlet.id or page.origin(None),
        "event": event.id,
        "family": FAMILY_OF[event.type],
        "type": event.type,
        "kin": [i for i, group in enumerate(KIN) if event.type in group],
        "lasting": event.type in LASTING or event.realis in ("ongoing", "planned", "conditional", "habitual"),
        "undated": first is None and last is None,
        "exact": first is not None and first == last,
        "late": not parts.isdisjoint(knowledge().night.late),
        "early": not parts.isdisjoint(knowledge().night.early),
        "negated": event.realis == "negated",
        "news": is_news(page, event, about),
        "chief": event.id in chief,
        "mood": event.realis if event.realis in ("negated", "conditional", "planned") else "real",
        "state": event.type in LASTING,
        "first": first,
        "last": last if last is not None else first,
        "published": published,
        "possible": [] if event.date else possible_days(reading),
        "lat": place.lat if place else None,
        "lon": place.lon if place and place.lat is not None else None,
        "km": km,
        "lats": [lat for lat, _ in points[:POINTS]],
        "lons": [lon for _, lon in points[:POINTS]],
        "wide": is_wide(place),
        "scene_lat": about.scene[0] if about.scene else None,
        "scene_lon": about.scene[1] if about.scene else None,
        "place": sorted({mark for p in known for mark in about.place_marks[p.id]}),
        "spots": _sites([p for p in known if p.kind in _SPOTS and _LOCAL not in p.id], _SITE_KM),
        "sites": _sites(known, _SITE_KM),
        "towns": _sites(known, WIDE_KM / 3),
        "actors": sorted({word_mark(page.actor_key(a)) for a in event.actors if a in page.actors}),
        "blocs": blocs,
        "targets": sorted({word_mark(side) for a in event.targets for side in sides(page.bloc(a))}),
        "killed_low": killed[0],
        "killed_high": killed[1],
        "hurt_low": hurt[0],
        "hurt_high": hurt[1],
        "means": sorted({word_mark(bare(w)) for m in event.means for w in fold(text[m.span[0] : m.span[1]]).text.split()}),
        "words": page.wording.within(page.sentences(event), 60),
        "lead": about.lead,
    }
    sites = [f"s{mark}" for mark in about.place_marks[place.id]] if place and not values["wide"] else []
    asked = values | {"points": points, "scene": about.scene, "historical": event.realis == "historical"}
    keys, loose = keys_of(asked, sites) if event.type not in STATES else ([], [])
    return Row(**values, keys=hashed(keys), loose=hashed(loose))


def _day_parts(page: Page, event: Event) -> frozenset[str]:
    """The words beside an event's date that may say which part of the day it was: مساء السبت, الأحد فجرا."""
    if event.date is None or event.date.span is None:
        return frozenset()
    start, end = event.date.span
    before, within = page.wording.forms((max(0, start - 12), start)), page.wording.forms((start, end + 8))
    return frozenset(bare(word) for word in (*before[-1:], *within))


def _named(place: Place) -> tuple[str, str]:
    return place.id, place.name.en or place.name.ar or place.id


def _where(page: Page, event: Event) -> Place | None:
    """The finest place of an event, for one that its document alone knows the place around it; None of a tally of several places."""
    claims = set(event.claims)
    parts = {part.place for tally in page.reading.tallies if tally.claim in claims for part in tally.parts}
    if len(parts & set(event.places)) > 1:
        return None  # it was at none of them alone
    place = page.finest(event.places)
    around = place.id.partition(f">{_LOCAL}") if place is not None else ("", "", "")
    # "a house" in Sarmada: other articles of the incident know nothing but the town
    return page.places.get(around[0], place) if around[1] else place


def prepare(reading: Reading) -> Prepared:
    """The rows of a reading's events, and what is kept of its document; depends on this reading alone."""
    page = Page(reading)
    about = about_page(page)
    chief = chief_events(page, about)
    own = page.origin(None)
    carried = {}
    for event in reading.events:
        said = page.statements(event)
        stated = [statement for statement in said if statement.polarity != "other"] or list(said)
        carried[event.id] = tuple(dict.fromkeys(statement.origin for statement in stated))
    outlet = reading.document.outlet.id or own
    document = DocumentRow(
        id=page.document,
        outlet=outlet,
        leaning=page.side(None),
        own=own,
        published=reading.document.published.end or reading.document.published.start or "",
        sketch=about.sketch,
        carried=carried,
        where={event.id: _named(place) for event in reading.events if (place := _where(page, event))},
        truces=truce_notes(page),
        tallies=tally_notes(page),
    )
    return Prepared(document, tuple(event_row(page, event, about, chief) for event in reading.events))
