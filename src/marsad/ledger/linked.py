"""What linking found, as rows: computed from the other rows, replaced by the next linking, and never the only copy.

The ledger knows nothing of how events are linked: whoever links hands over finished rows, and gets back those he needs
to go on from where he stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Table, and_, delete, func, insert, or_, select

from marsad.ledger import tables as t
from marsad.ledger.rows import Row, storable
from marsad.model import Incident, Record, encode

# How many rows are handed to the database at a time.
MANY: Final = 500


class Linking(Record, frozen=True, kw_only=True):
    """One time a ledger was linked: by which program and weights (as JSON), after how many judgements."""

    number: int
    program: str
    weights: bytes
    judgements: int
    documents: int
    incidents: int
    recorded: str


class Wanted(Record, frozen=True):
    """A current reading that linking has not looked at: its document, its number and its bytes."""

    document: str
    reading: int
    line: bytes


class PreparedReading(Record, frozen=True):
    """What linking remembers of a reading, in a form of its own."""

    document: str
    reading: int
    packed: bytes


class AccountRow(Record, frozen=True, kw_only=True):
    """One origin's version of an incident, for questions."""

    origin: str
    side: str | None
    says: str
    documents: int
    accused: str | None
    days: str | None
    places: str | None
    counts: str | None


class CountRow(Record, frozen=True, kw_only=True):
    """A rolled-up count of an incident, over all its accounts or (`origin`) of one of them, for questions."""

    origin: str = "all"
    what: str
    population: str
    low: int
    best: int
    high: int
    open: bool
    origins: int


class IncidentRow(Record, frozen=True, kw_only=True):
    """An incident with all rows that belong to it.

    `news` are the positions of the events that their documents report, `chief` of those that they are about.
    """

    incident: Incident
    place_name: str | None
    accused: str | None
    grade: str | None
    reason: str | None
    news: tuple[int, ...]
    chief: tuple[int, ...]
    accounts: tuple[AccountRow, ...]
    counts: tuple[CountRow, ...]
    side_by_side: bytes | None


class ContestedVoice(Record, frozen=True, kw_only=True):
    """One voice on one side of a dispute."""

    side: int
    value: str
    document: str
    claim: str
    event: str
    origin: str


class ContestedRow(Record, frozen=True, kw_only=True):
    """A dispute across documents with its voices; `inside` when it lies between the accounts of its incident alone."""

    id: str
    incident: str | None
    kind: str
    about: str
    smaller: int
    origins: int
    rank: int
    one_origin: bool
    inside: bool
    voices: tuple[ContestedVoice, ...]
    json: bytes


class LinkedRow(Record, frozen=True, kw_only=True):
    """A document that is linked: its reading, who owns its outlet, and who counts in its tallies (id, origin, side)."""

    document: str
    reading: int
    leaning: str | None
    published_day: int | None
    tallies: tuple[tuple[str, str, str | None], ...] = ()


class Change(Record, frozen=True, kw_only=True):
    """What a linking changes. `base` is the linking it went on from, or None when everything is made anew.

    `gone` are incidents that are no more or come again in `incidents`; their disputes go with them. Disputes that belong
    to no single incident are always replaced.
    """

    base: int | None
    program: str
    weights: bytes
    judgements: int
    readings: Sequence[LinkedRow]
    unlinked: Sequence[str] = ()
    documents: int
    total: int
    parted: Sequence[tuple[str, str]] = ()
    paired: Sequence[tuple[str, str, float]] = ()
    gone: Sequence[str] = ()
    incidents: Iterable[IncidentRow] = ()
    contested: Iterable[ContestedRow] = ()


def last(connection: Connection) -> Linking | None:
    """The linking whose rows the ledger holds; None when it was never linked."""
    row = connection.execute(select(t.linkings).order_by(t.linkings.c.number.desc()).limit(1)).mappings().first()
    return msgspec.convert({str(key): value for key, value in row.items()}, type=Linking) if row else None


def wanted(connection: Connection, program: str) -> list[int]:
    """The numbers of the current readings that this program has not prepared."""
    known = select(t.prepared.c.reading).where(t.prepared.c.program == program)
    query = select(t.readings.c.number).where(t.readings.c.number.in_(current(connection)), t.readings.c.number.not_in(known))
    return list(connection.scalars(query.order_by(t.readings.c.number)))


def current(connection: Connection) -> Any:  # noqa: ARG001
    """The numbers of the newest readings of the newest versions, as a query."""
    newest = select(func.max(t.documents.c.number)).group_by(t.documents.c.series)
    documents = select(t.documents.c.id).where(t.documents.c.number.in_(newest))
    return select(func.max(t.readings.c.number)).where(t.readings.c.document.in_(documents)).group_by(t.readings.c.document)


def keep(connection: Connection, rows: Sequence[PreparedReading], program: str) -> None:
    """Remember what was prepared of some readings, in place of what an earlier program prepared."""
    numbers = [row.reading for row in rows]
    connection.execute(delete(t.prepared).where(t.prepared.c.reading.in_(numbers)))
    connection.execute(
        insert(t.prepared),
        [{"reading": r.reading, "document": r.document, "program": program, "packed": r.packed} for r in rows],
    )


def replace(connection: Connection, change: Change, number: int, recorded: str) -> None:
    """Write what a linking found, in the transaction of the caller."""
    connection.execute(
        insert(t.linkings).values(
            number=number,
            program=change.program,
            weights=change.weights,
            judgements=change.judgements,
            documents=change.documents,
            incidents=change.total,
            recorded=recorded,
        )
    )
    if change.base is None:
        for table in (t.contested_voices, t.contested, *_OF_INCIDENTS, t.incidents, t.pairs, t.tally_sides, t.linked):
            connection.execute(delete(table))
    else:
        _remove(connection, change)
    _insert(connection, t.linked, (_columns(row, "tallies") for row in change.readings))
    _insert(
        connection,
        t.tally_sides,
        (
            {"document": row.document, "tally": tally, "origin": origin, "side": side}
            for row in change.readings
            for tally, origin, side in row.tallies
        ),
    )
    _insert(connection, t.pairs, ({"a": a, "b": b, "weight": weight} for a, b, weight in change.paired))
    rows = iter(change.incidents)
    while some := list(islice(rows, MANY)):
        _add_incidents(connection, some, number)
    disputes = iter(change.contested)
    while found := list(islice(disputes, MANY)):
        _add_contested(connection, found)


_OF_INCIDENTS: Final = (t.incident_counts, t.incident_accounts, t.incident_events)


def _remove(connection: Connection, change: Change) -> None:
    gone = list(change.gone)
    free = select(t.contested.c.id).where(t.contested.c.inside.is_(False))
    connection.execute(delete(t.contested_voices).where(t.contested_voices.c.dispute.in_(free)))
    connection.execute(delete(t.contested).where(t.contested.c.inside.is_(False)))
    for at in range(0, len(gone), MANY):
        some = gone[at : at + MANY]
        disputes = select(t.contested.c.id).where(t.contested.c.incident.in_(some))
        connection.execute(delete(t.contested_voices).where(t.contested_voices.c.dispute.in_(disputes)))
        connection.execute(delete(t.contested).where(t.contested.c.incident.in_(some)))
        for table in _OF_INCIDENTS:
            connection.execute(delete(table).where(table.c.incident.in_(some)))
        connection.execute(delete(t.incidents).where(t.incidents.c.id.in_(some)))
    for at in range(0, len(change.parted), MANY // 2):
        where = [and_(t.pairs.c.a == a, t.pairs.c.b == b) for a, b in change.parted[at : at + MANY // 2]]
        connection.execute(delete(t.pairs).where(or_(*where)))
    left = [*change.unlinked, *(row.document for row in change.readings)]
    for at in range(0, len(left), MANY):
        for table in (t.tally_sides, t.linked):
            connection.execute(delete(table).where(table.c.document.in_(left[at : at + MANY])))


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    waiting = iter(rows)
    while some := list(islice(waiting, MANY)):
        connection.execute(insert(table), [storable(row) for row in some])


def _columns(row: Record, *left_out: str) -> Row:
    return {name: getattr(row, name) for name in row.__struct_fields__ if name not in left_out}


def _add_incidents(connection: Connection, rows: Sequence[IncidentRow], number: int) -> None:
    _insert(connection, t.incidents, (_incident(row, number) for row in rows))
    _insert(
        connection,
        t.incident_events,
        (
            {
                "document": doc,
                "event": event,
                "incident": row.incident.id,
                "position": at,
                "news": at in row.news,
                "chief": at in row.chief,
            }
            for row in rows
            for at, (doc, event) in enumerate(row.incident.events)
        ),
    )
    for table, field in ((t.incident_accounts, "accounts"), (t.incident_counts, "counts")):
        _insert(
            connection,
            table,
            ({"incident": row.incident.id, **_columns(part)} for row in rows for part in getattr(row, field)),
        )


def _incident(row: IncidentRow, number: int) -> Row:
    incident = row.incident
    return {
        "id": incident.id,
        "linking": number,
        "family": incident.family,
        "type": incident.type,
        "first": incident.first,
        "last": incident.last,
        "place": incident.place,
        "place_name": row.place_name,
        "lat": incident.lat,
        "lon": incident.lon,
        "events": len(incident.events),
        "documents": len(incident.documents),
        "outlets": len(incident.outlets),
        "origins": len(incident.origins),
        "accused": row.accused,
        "grade": row.grade,
        "reason": row.reason,
        "json": encode(incident),
        "side_by_side": row.side_by_side,
    }


def _add_contested(connection: Connection, rows: Sequence[ContestedRow]) -> None:
    _insert(connection, t.contested, (_columns(row, "voices") for row in rows))
    _insert(
        connection,
        t.contested_voices,
        ({"dispute": row.id, "position": at, **_columns(voice)} for row in rows for at, voice in enumerate(row.voices)),
    )
