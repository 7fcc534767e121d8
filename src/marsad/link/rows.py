"""Events as rows that can be compared: numbers, ids and small sets, and the keys by which rows are brought together."""

from __future__ import annotations

import hashlib
import math
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from marsad.arabic.fold import fold
from marsad.link.knowledge import bare, knowledge, name_words, sides
from marsad.link.levels import POINTS
from marsad.link.measure import day_number, possible_days
from marsad.link.origins import Sketch, sketch
from marsad.link.statements import STATED, Page, breadth
from marsad.link.truces import TruceNotes, truce_notes
from marsad.link.wording import Wording, word_mark
from marsad.model import Event, Place, Reading, Tally

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
    [
        "ceasefire",
        "zone_establish",
        "monitoring",
        "control_status",
        "siege",
        "talks",
        "mediation",
        "agreement",
        "political_process",
        "coordination",
        "cumulative_toll",
        "deployment",
        "sanction",
        "military_support",
    ]
)
# A truce is told as the accord that made it, and the other way round.
PACT: Final = "pact"
PACTS: Final = frozenset(["ceasefire", "agreement"])
# What is so rather than happens: these are never one incident with anything.
STATES: Final = frozenset(["control_status"])
# The setting of a war, which half of its reports mention and few are about.
SETTING: Final = frozenset(["siege", "deployment", "military_support"])
NEWS_DAYS: Final = 10
OPENING: Final = 400  # characters of the body that a document opens with
CHIEF: Final = 200  # so many more until it has come to what it is about
CELL: Final = 0.4  # degrees of latitude; with four shifted grids, places within 22 km meet
_WORD: Final = 24  # characters within which the first word of a sentence ends
REGION: Final = 8.0  # degrees; of truces, accords and talks without a name in common, those of one region are compared
_WIDE_KM: Final = 45.0
_SITE_KM: Final = 4.5
_SPOTS: Final = ("facility", "neighbourhood", "route", "water")
_LOCAL: Final = "local:"  # in the ids of places that only their own document knows: "the hospital", "houses"


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
    late: bool
    early: bool
    negated: bool
    news: bool
    chief: bool
    mood: str
    state: bool
    first: int | None
    last: int | None
    published: int | None
    possible: list[int]
    lat: float | None
    lon: float | None
    km: float | None
    lats: list[float]
    lons: list[float]
    wide: bool
    scene_lat: float | None
    scene_lon: float | None
    place: list[int]
    spots: list[int]
    sites: list[int]
    towns: list[int]
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
    keys: list[int]
    loose: list[int]


class TallyNote(NamedTuple):
    """A tally: what it counts, its lines (name and number) by the words of their places' names, and whose it is.

    `start` and `end` are those of its period; a table without one has that of the document's other tables. `also` are the
    other claims that its numbers stand in, with their origins: one that hands the table on, or one that is handed on.
    """

    tally: str
    what: str
    start: str | None
    end: str | None
    total: int | None
    lines: dict[str, tuple[str, int]]
    claim: str
    event: str
    origin: str
    side: str | None
    also: tuple[tuple[str, str], ...] = ()


class DocumentRow(NamedTuple):
    """What linking remembers of a document; `carried` has the origins of each event's voices, `where` its finest place."""

    id: str
    outlet: str
    leaning: str | None
    own: str
    published: str
    sketch: Sketch
    carried: dict[str, tuple[str, ...]]
    where: dict[str, tuple[str, str]]
    truces: TruceNotes
    tallies: tuple[TallyNote, ...]


class Prepared(NamedTuple):
    """A document ready to be linked: what is remembered of it, and a row for each of its events."""

    document: DocumentRow
    rows: tuple[Row, ...]


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


def _cells(lat: float, lon: float, *, size: float = CELL) -> list[str]:
    return [f"{a}{b}:{math.floor(lat / size + a / 2)}:{math.floor(lon / size + b / 2)}" for a in (0, 1) for b in (0, 1)]


def _buckets(first: int, last: int, width: int) -> list[str]:
    """Names of the overlapping stretches of days that an interval touches; days up to half a width apart share one."""
    out = {f"a{day // width}" for day in (first, last)} | {f"b{(day + width // 2) // width}" for day in (first, last)}
    return sorted(out)


def _keys(row: dict[str, Any], sites: list[str]) -> tuple[list[str], list[str]]:
    """The keys of a row: `keys` bring any two rows together, `loose` only rows of which one has no date of its own."""
    family, kind = (PACT, PACT) if row["type"] in PACTS else (row["family"], row["type"])
    told = [row["published"]] if row["published"] is not None else row["possible"]
    first = row["first"] if row["first"] is not None else row["last"]
    last = row["last"] if row["last"] is not None else first
    located = row["lat"] is not None and not row["wide"]
    cells = sorted({cell for lat, lon in row["points"] for cell in _cells(lat, lon)}) if located else []
    keys: list[str] = []
    # What is on no map and what lasts is brought together by a name or by a copied sentence: of two reports of support that share
    # neither, nothing tells whether it is the same, and all of a fortnight are as many pairs as their square. Of truces, accords
    # and talks there are few at a time, and a region is enough.
    marks = [
        *(f"w{mark}" for mark in row["place"][:3]),
        *(f"x{mark}" for mark in (row["actors"] + row["targets"])[:4]),
        *(f"y{mark}" for mark in row["words"][:2]),
    ]
    if family in ("ceasefire", PACT) or kind == "talks":
        marks += [f"r{cell}" for cell in _cells(*row["scene"], size=REGION)] if row["scene"] else ["r"]
    if first is not None and last is not None:
        days = _buckets(first, last, 4)
    else:
        days = sorted({name for day in told for name in _buckets(day - 1, day, 4)})
    if located:
        keys += [f"{family}|{day}|{cell}" for day in days for cell in cells]
    else:
        keys += [f"{kind}|{day}|{mark}" for day in days for mark in marks]
    if row["killed_low"]:
        keys += [f"{family}|{day}|k{row['killed_low']}" for day in days]
    weeks = sorted({name for day in told for name in _buckets(day, day, 16)})
    if row["lasting"]:
        if located:
            keys += [f"{family}|{week}|{cell}" for week in weeks for cell in cells]
        if kind in LASTING or kind == PACT:
            keys += [f"{kind}|{week}|{mark}" for week in weeks for mark in marks]
    if first is not None and last is not None and row["historical"]:
        keys += [f"{kind}|{first}|{last}"]
    loose = [f"{family}|{week}|{site}" for week in weeks for site in sites]
    return sorted(set(keys)), sorted(set(loose))


def _scene(reading: Reading) -> tuple[float, float] | None:
    """The middle of the places a document names, each as often as it is named; None when it names none."""
    found = [(p.lat, p.lon) for p in reading.places if p.lat is not None and p.lon is not None for _ in p.mentions or (0,)]
    if not found:
        return None
    lats, lons = sorted(p[0] for p in found), sorted(p[1] for p in found)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def _sites(places: Sequence[Place], within: float) -> list[int]:
    """The narrow places among some, by id."""
    return sorted({word_mark(p.id) for p in places if p.lat is not None and breadth(p) <= within})


def _points(known: Sequence[Place], finest: Place | None) -> list[tuple[float, float]]:
    """Where the finest of an event's places lies, and others that are narrow."""
    near = [p for p in known if breadth(p) <= _WIDE_KM / 3]
    located = [finest, *near] if finest is not None else near
    return list(dict.fromkeys((p.lat, p.lon) for p in located if p.lat is not None and p.lon is not None))[: POINTS + 1]


def _marks(keys: Iterable[str]) -> list[int]:
    """Keys as numbers of 63 bits: shorter by far, and two of them are never the same by chance in a ledger of any size."""
    return [int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1 for key in keys]


class _About(NamedTuple):
    """What all rows of a document share: its words and those it begins with, the middle of its places, its newest day."""

    wording: Wording
    lead: list[int]
    scene: tuple[float, float] | None
    place_marks: dict[str, list[int]]
    newest: int | None
    opening: int
    sketch: Sketch


def _about(page: Page) -> _About:
    reading = page.reading
    text = reading.document.text
    wording = Wording(text)
    body, at = [], 0
    for start, end in [*sorted(reading.document.boilerplate), (len(text), len(text))]:
        if start > at:
            body.append((at, start))
        at = max(at, end)
    marks = {place.id: sorted({word_mark(word) for word in page.place_names(place)}) for place in reading.places}
    published = day_number(reading.document.published.end or reading.document.published.start)
    opening = (body[0][0] if body else 0) + OPENING
    return _About(
        wording,
        wording.within(body, 70),
        _scene(reading),
        marks,
        _newest(reading, published),
        opening,
        sketch(wording.body(body)),
    )


def _newest(reading: Reading, published: int | None) -> int | None:
    """The last day on which a document has something happen; None when it dates nothing."""
    found = [
        day
        for event in reading.events
        if event.realis in ("actual", "ongoing", "failed") and event.type not in STATES and event.date is not None
        if (day := day_number(event.date.start)) is not None and (published is None or day <= published)
    ]
    return max(found, default=None)


def _is_news(page: Page, event: Event, day: int | None, published: int | None, about: _About) -> bool:
    """Whether a document reports an event rather than recalls it, expects it or says how things stand.

    What happened before the newest day a document tells of is recalled, and so is what a sentence tells that begins with
    "had" (وكانت الطائرات قصفت), unless the document opens with it.
    """
    if event.realis in ("historical", "habitual", "conditional") or event.type in STATES:
        return False
    told = published if published is not None else about.newest
    if day is not None and told is not None and abs(told - day) > NEWS_DAYS:
        return False
    if event.triggers[0][0] < about.opening:
        return True
    # Of pages about single incidents 18 false pairs and 2 right ones met in what such a sentence recalls.
    start, end = page.sentences(event)[0]
    first = next(iter(page.words_of((start, min(end, start + _WORD)))), None)
    if first is not None and first.form.removeprefix("و") in knowledge().recalling:
        return False
    return day is None or published is None or about.newest is None or day >= about.newest


def _is_chief(event: Event, about: _About) -> bool:
    """Whether an event is among what its document is about: what it opens with, or gives a figure of the harmed for.

    A siege, a deployment or support for a side is never: pages that name one siege met in it (P .783 with, .798 without).
    """
    if event.type in SETTING:
        return False
    harmed = any(count.what in ("killed", "wounded") and (count.low or count.high) for count in event.counts)
    return harmed or event.triggers[0][0] < about.opening + CHIEF


def event_row(page: Page, event: Event, about: _About) -> Row:
    """The row of one event of a reading."""
    reading = page.reading
    place = page.finest(event.places)
    first = day_number(event.date.start if event.date else None)
    last = day_number(event.date.end if event.date else None)
    text = reading.document.text
    published = day_number(reading.document.published.end or reading.document.published.start)
    known = [page.places[p] for p in event.places if p in page.places]
    killed, hurt = _toll(event, "killed"), _toll(event, "wounded")
    blocs = sorted({word_mark(side) for a in event.actors for side in sides(page.bloc(a))})
    km = breadth(place) if place else None
    parts = _day_parts(page, event)
    points = _points(known, place)
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
        "late": not parts.isdisjoint(knowledge().night.late),
        "early": not parts.isdisjoint(knowledge().night.early),
        "negated": event.realis == "negated",
        "news": _is_news(page, event, first if first is not None else last, published, about),
        "chief": _is_chief(event, about),
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
        "wide": place is None or place.lat is None or (km is not None and km > _WIDE_KM),
        "scene_lat": about.scene[0] if about.scene else None,
        "scene_lon": about.scene[1] if about.scene else None,
        "place": sorted({mark for p in known for mark in about.place_marks[p.id]}),
        "spots": _sites([p for p in known if p.kind in _SPOTS and _LOCAL not in p.id], _SITE_KM),
        "sites": _sites(known, _SITE_KM),
        "towns": _sites(known, _WIDE_KM / 3),
        "actors": sorted({word_mark(page.actor_key(a)) for a in event.actors if a in page.actors}),
        "blocs": blocs,
        "targets": sorted({word_mark(side) for a in event.targets for side in sides(page.bloc(a))}),
        "killed_low": killed[0],
        "killed_high": killed[1],
        "hurt_low": hurt[0],
        "hurt_high": hurt[1],
        "means": sorted({word_mark(bare(w)) for m in event.means for w in fold(text[m.span[0] : m.span[1]]).text.split()}),
        "words": about.wording.within(page.sentences(event), 60),
        "lead": about.lead,
    }
    sites = [f"s{mark}" for mark in about.place_marks[place.id]] if place and not values["wide"] else []
    values["points"] = points
    values["scene"] = about.scene
    values["historical"] = event.realis == "historical"
    keys, loose = _keys(values, sites) if event.type not in STATES else ([], [])
    del values["historical"], values["points"], values["scene"]
    return Row(**values, keys=_marks(keys), loose=_marks(loose))


def _day_parts(page: Page, event: Event) -> frozenset[str]:
    """The words beside an event's date that may say which part of the day it was: مساء السبت, الأحد فجرا."""
    if event.date is None or event.date.span is None:
        return frozenset()
    start, end = event.date.span
    before, within = page.words_of((max(0, start - 12), start)), page.words_of((start, end + 8))
    return frozenset(bare(word.form) for word in (*before[-1:], *within))


def _tally_notes(page: Page) -> tuple[TallyNote, ...]:
    out = []
    for tally in page.reading.tallies:
        claim = page.claims.get(tally.claim)
        parts = [(page.places[part.place], part.count) for part in tally.parts if part.place in page.places]
        out.append(
            TallyNote(
                tally=tally.id,
                what=tally.what,
                start=tally.window.start if tally.window else None,
                end=tally.window.end if tally.window else None,
                total=tally.total,
                lines={" ".join(name_words(p.name.ar or p.id)): (p.name.en or p.name.ar or p.id, n) for p, n in parts},
                claim=claim.id if claim else "outlet",
                event=next((e.id for e in page.reading.events if tally.claim in e.claims), ""),
                origin=page.origin(claim),
                side=page.side(claim),
                also=_also(page, tally),
            )
        )
    return tuple(_of_one_period(note, out) for note in out)


def _also(page: Page, tally: Tally) -> tuple[tuple[str, str], ...]:
    """The claims besides its own that a table's numbers stand in and that hold them true, with their origins."""
    spans = [part.span for part in tally.parts][:1]
    around = [
        claim
        for claim in page.reading.claims
        if claim.id != tally.claim and claim.stance in STATED
        if any(first <= start and end <= last for start, end in spans for first, last in claim.content)
    ]
    return tuple((claim.id, page.origin(claim)) for claim in around)


def _of_one_period(note: TallyNote, notes: Sequence[TallyNote]) -> TallyNote:
    """A table without a period is of the one period that the other tables of its document are of.

    Both must be tables of two lines or more with a place in common: sums over a longer time are seldom told by place.
    """
    if note.start is not None or len(note.lines) < 2:
        return note
    like = {
        (other.start, other.end)
        for other in notes
        if other.start is not None and other.what == note.what
        if len(other.lines) > 1 and set(other.lines) & set(note.lines)
    }
    if len(like) != 1:
        return note
    [(start, end)] = like
    return note._replace(start=start, end=end)


def _named(place: Place) -> tuple[str, str]:
    return place.id, place.name.en or place.name.ar or place.id


def _where(page: Page, event: Event) -> Place | None:
    """The finest place of an event; None of what a tally counts at several places, for it was at none of them alone."""
    claims = set(event.claims)
    parts = {part.place for tally in page.reading.tallies if tally.claim in claims for part in tally.parts}
    return None if len(parts & set(event.places)) > 1 else page.finest(event.places)


def prepare(reading: Reading) -> Prepared:
    """The rows of a reading's events, and what is kept of its document; depends on this reading alone."""
    page = Page(reading)
    about = _about(page)
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
        tallies=_tally_notes(page),
    )
    return Prepared(document, tuple(event_row(page, event, about) for event in reading.events))


def pack(prepared: Prepared) -> bytes:
    """A prepared document as a few compressed kilobytes."""
    return zlib.compress(msgspec.msgpack.encode(prepared), 1)


def unpack(packed: bytes) -> Prepared:
    """What was packed; raises `msgspec.MsgspecError` or `zlib.error` when it is damaged."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Prepared)
