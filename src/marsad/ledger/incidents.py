"""What a ledger remembers of linking: how it is asked for, and how it is replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, select

from marsad.ledger import linked
from marsad.ledger import tables as t
from marsad.ledger.connected import MANY, Connected, begins
from marsad.ledger.linked import Change, Linking, PreparedReading, Wanted
from marsad.ledger.trouble import LedgerError
from marsad.model import Incident, Record


class StoredIncident(Record, frozen=True):
    """An incident as the last linking left it; `side_by_side` and `disputes` are JSON, the latter strongest first."""

    incident: Incident
    place_name: str | None
    accused: str | None
    grade: str | None
    reason: str | None
    side_by_side: bytes | None
    disputes: tuple[bytes, ...]


class LinkedLedger(Connected):
    """The side of a ledger that linking works with."""

    def linking(self) -> Linking | None:
        """The last time the ledger was linked; None when it never was."""
        with self._reading() as connection:
            return linked.last(connection)

    def unprepared(self, program: str) -> Iterator[Wanted]:
        """The current readings that linking by this program has not prepared, oldest first."""
        with self._reading() as connection:
            numbers = linked.wanted(connection, program)
        columns = select(t.readings.c.document, t.readings.c.number, t.readings.c.json).order_by(t.readings.c.number)
        for at in range(0, len(numbers), MANY):
            with self._reading() as connection:
                rows = connection.execute(columns.where(t.readings.c.number.in_(numbers[at : at + MANY]))).all()
            yield from (Wanted(document=row.document, reading=row.number, line=row.json) for row in rows)

    def keep_prepared(self, rows: Sequence[PreparedReading], program: str) -> None:
        """Remember what was prepared of some readings; they need not be prepared again when linking is broken off."""
        with self._writing() as connection:
            linked.keep(connection, rows, program)

    def forget_prepared(self) -> None:
        """Forget what was prepared, so that everything is prepared again."""
        with self._writing() as connection:
            connection.execute(delete(t.prepared))

    def prepared(self, program: str) -> Iterator[PreparedReading]:
        """What this program prepared of the current readings, in the order of their documents' ids."""
        with self._reading() as connection:
            query = select(t.prepared.c.document, t.prepared.c.reading, t.prepared.c.packed).where(
                t.prepared.c.program == program, t.prepared.c.reading.in_(linked.current(connection))
            )
            for row in connection.execution_options(yield_per=MANY).execute(query.order_by(t.prepared.c.document)):
                yield PreparedReading(row.document, row.reading, row.packed)

    def linked(self) -> dict[str, int]:
        """The documents that are linked, each with the number of its reading."""
        with self._reading() as connection:
            return {row.document: row.reading for row in connection.execute(select(t.linked.c.document, t.linked.c.reading))}

    def unlinked(self) -> int:
        """How many current readings came after the last linking."""
        with self._reading() as connection:
            known = select(t.linked.c.reading)
            query = select(t.readings.c.number).where(t.readings.c.number.in_(linked.current(connection)))
            return (
                connection.scalar(select(func.count()).select_from(query.where(t.readings.c.number.not_in(known)).subquery()))
                or 0
            )

    def pairs(self, within: Sequence[str] | None = None) -> list[tuple[str, str, float]]:
        """The remembered pairs of events with their weights in bits, all of them or those between some events."""
        query = select(t.pairs.c.a, t.pairs.c.b, t.pairs.c.weight).order_by(t.pairs.c.a, t.pairs.c.b)
        with self._reading() as connection:
            if within is None:
                return [(row.a, row.b, row.weight) for row in connection.execution_options(yield_per=MANY).execute(query)]
            found: list[Any] = []
            for at in range(0, len(within), MANY):
                found += connection.execute(query.where(t.pairs.c.a.in_(within[at : at + MANY]))).all()
            keys = set(within)
            return sorted((row.a, row.b, row.weight) for row in found if row.b in keys)

    def shared_incidents(self) -> list[StoredIncident]:
        """The incidents that more than one document reports, those with most origins first."""
        i = t.incidents.c
        order = (i.origins.desc(), i.documents.desc(), func.coalesce(i.first, ""), i.id)
        with self._reading() as connection:
            rows = connection.execute(select(t.incidents).where(i.documents > 1).order_by(*order)).all()
            return [self._incident(connection, row) for row in rows]

    def contested(self) -> list[bytes]:
        """The disputes across documents as JSON, strongest first."""
        d = t.contested.c
        with self._reading() as connection:
            return list(connection.scalars(select(d.json).order_by(d.smaller.desc(), d.origins.desc(), d.rank, d.id)))

    def reported(self) -> dict[str, list[str]]:
        """The ids of the incidents that each linked document is about."""
        e = t.incident_events.c
        out: dict[str, list[str]] = {}
        with self._reading() as connection:
            query = select(e.document, e.incident).where(e.chief).distinct().order_by(e.document, e.incident)
            for row in connection.execution_options(yield_per=MANY).execute(query):
                out.setdefault(row.document, []).append(row.incident)
        return out

    def stored_incidents(self) -> Iterator[tuple[str, bytes]]:
        """The id and the JSON of every incident that the last linking left."""
        with self._reading() as connection:
            query = select(t.incidents.c.id, t.incidents.c.json)
            for row in connection.execution_options(yield_per=MANY).execute(query):
                yield row.id, row.json

    def relink(self, change: Change) -> int:
        """Write what linking found in one transaction, and give the number of the linking.

        Raises LedgerError, and changes nothing, when the ledger was linked by somebody else in the meantime.
        """
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        with self._writing() as connection:
            before = linked.last(connection)
            if change.base is not None and (before is None or before.number != change.base):
                raise LedgerError(f"{self._place}: another marsad link ended in the meantime; run the same command again")
            number = 1 + (before.number if before else 0)
            linked.replace(connection, change, number, now)
        return number

    def incidents(self, prefix: str, *, limit: int = 50) -> list[StoredIncident]:
        """The incidents whose id begins with `prefix`; "3fa2" finds "incident:3fa2…"."""
        query = select(t.incidents).where(begins(t.incidents.c.id, "incident", prefix))
        with self._reading() as connection:
            rows = connection.execute(query.order_by(t.incidents.c.id).limit(limit)).all()
            return [self._incident(connection, row) for row in rows]

    def _incident(self, connection: Connection, row: Any) -> StoredIncident:
        disputes = select(t.contested.c.json).where(t.contested.c.incident == row.id)
        ordered = disputes.order_by(
            t.contested.c.smaller.desc(), t.contested.c.origins.desc(), t.contested.c.rank, t.contested.c.id
        )
        return StoredIncident(
            incident=msgspec.json.decode(row.json, type=Incident),
            place_name=row.place_name,
            accused=row.accused,
            grade=row.grade,
            reason=row.reason,
            side_by_side=row.side_by_side,
            disputes=tuple(connection.scalars(ordered)),
        )
