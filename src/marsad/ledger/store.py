"""Opening a ledger, adding readings to it, and finding them again.

Rows are added, never changed. A document is one transaction: after a crash it is in the ledger whole or not at all, and
running the same command again goes on where it stopped.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self, TypeAlias

import msgspec
from sqlalchemy import Column, ColumnElement, Connection, Engine, Table, and_, func, insert, inspect, or_, select
from sqlalchemy.exc import DBAPIError

from marsad.ledger import tables as t
from marsad.ledger.rows import record_rows
from marsad.ledger.sqlite import WRITING, sqlite_engine
from marsad.ledger.trouble import LedgerError, explained
from marsad.model import (
    Actor,
    Claim,
    Document,
    Event,
    Place,
    Reading,
    Record,
    Tally,
    Trace,
    Traced,
    decode_reading,
    encode,
)

Kind: TypeAlias = Literal["document", "actor", "place", "claim", "event", "tally"]

SEARCHED: Final[tuple[tuple[Kind, Table, type[Actor | Place | Claim | Event | Tally]], ...]] = (
    ("claim", t.claims, Claim),
    ("event", t.events, Event),
    ("tally", t.tallies, Tally),
    ("actor", t.actors, Actor),
    ("place", t.places, Place),
)
# A file of the same name is a new version of an article when it still shares this much of its wording.
SAME_ARTICLE: Final = 0.2
WORDS_TOGETHER: Final = 3
# Sorts after everything that can stand in an id.
LAST: Final = "\U0010ffff"


class StoredReading(Record, frozen=True):
    """A reading as the ledger holds it; `number` counts readings in the order in which they were added."""

    number: int
    program: str
    reading: Reading


class Found(Record, frozen=True):
    """A record that an id led to, with the number of the reading that holds it and the document it belongs to."""

    kind: Kind
    id: str
    document: str
    reading: int
    record: Document | Actor | Place | Claim | Event | Tally


def open_ledger(path: Path | str, *, writing: bool = True) -> Ledger:
    """The ledger in a file; made when it is not there and `writing`. Raises LedgerError when it cannot be used."""
    path = Path(path)
    if path.is_dir():
        raise LedgerError(f"{path}: a folder; name a file")
    if not writing and not path.exists():
        raise LedgerError(f"{path}: no such ledger; make one with: marsad read ARTICLES -o {path}")
    if writing and path.exists() and not os.access(path, os.W_OK):
        raise LedgerError(f"{path}: it may not be written to; change its permissions or name another file")
    return Ledger(sqlite_engine(path, writing=writing), str(path), writing=writing)


class Ledger:
    """An open ledger. Use it in a `with` statement; every method raises LedgerError when the database fails."""

    def __init__(self, engine: Engine, place: str, *, writing: bool) -> None:
        self._engine = engine
        self._place = place
        self._check(writing=writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise explained(self._place, error) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise explained(self._place, error) from error

    def _check(self, *, writing: bool) -> None:
        with self._reading() as connection:
            names = set(inspect(connection).get_table_names())
            known = t.schema_versions.name in names
            version = connection.scalar(select(func.max(t.schema_versions.c.version))) if known else None
        if names and version is None:
            raise LedgerError(f"{self._place}: a database, but not a Marsad ledger; name another file")
        if version is not None and version > t.SCHEMA_VERSION:
            raise LedgerError(f"{self._place}: written by a newer Marsad (schema {version}); upgrade Marsad to use it")
        if version is None:
            if not writing:
                raise LedgerError(f"{self._place}: empty, not a Marsad ledger; name another file")
            with self._writing() as connection:
                t.metadata.create_all(connection)
                # Two programs may make the same ledger at the same moment; the second finds it made.
                if connection.scalar(select(func.max(t.schema_versions.c.version))) is None:
                    connection.execute(insert(t.schema_versions).values(version=t.SCHEMA_VERSION, written_by="marsad"))

    def has(self, document: str, program: str) -> bool:
        """Whether this program version has read this document."""
        query = select(t.readings.c.number).where(t.readings.c.document == document, t.readings.c.program == program)
        with self._reading() as connection:
            return connection.scalar(query.limit(1)) is not None

    def append(self, traced: Traced, program: str) -> bool:
        """Add a reading and all its records in one transaction; False, and nothing changed, when it is there already."""
        document = traced.reading.document
        line = encode(traced.reading)
        digest = hashlib.sha256(line).hexdigest()
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        with self._writing() as connection:
            same = and_(t.readings.c.document == document.id, t.readings.c.program == program, t.readings.c.sha256 == digest)
            if connection.scalar(select(t.readings.c.number).where(same)) is not None:
                return False
            if connection.scalar(select(t.documents.c.id).where(t.documents.c.id == document.id)) is None:
                _add_document(connection, document, now)
            number = 1 + (connection.scalar(select(func.max(t.readings.c.number))) or 0)
            connection.execute(
                insert(t.readings).values(
                    number=number,
                    document=document.id,
                    program=program,
                    sha256=digest,
                    outlet=document.outlet.id,
                    published_start=document.published.start,
                    published_end=document.published.end,
                    json=line,
                    recorded=now,
                )
            )
            for table, rows in record_rows(traced, number):
                if rows:
                    connection.execute(insert(table), rows)
        return True

    def readings(self, *, every: bool = False) -> Iterator[StoredReading]:
        """The newest reading of the newest version of each document, or with `every` all readings, oldest first."""
        columns = (t.readings.c.number, t.readings.c.program, t.readings.c.json)
        query = select(*columns).order_by(t.readings.c.number)
        if not every:
            newest = select(func.max(t.documents.c.number)).group_by(t.documents.c.series)
            current = select(t.documents.c.id).where(t.documents.c.number.in_(newest))
            latest = select(func.max(t.readings.c.number)).where(t.readings.c.document.in_(current))
            query = query.where(t.readings.c.number.in_(latest.group_by(t.readings.c.document)))
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=100).execute(query):
                yield StoredReading(number=row.number, program=row.program, reading=self._decoded(row.number, row.json))

    def reading(self, number: int) -> StoredReading:
        """One reading by its number."""
        with self._reading() as connection:
            row = connection.execute(select(t.readings).where(t.readings.c.number == number)).one()
        return StoredReading(number=row.number, program=row.program, reading=self._decoded(row.number, row.json))

    def _decoded(self, number: int, line: bytes) -> Reading:
        try:
            return decode_reading(line)
        except msgspec.MsgspecError as error:
            raise LedgerError(f"{self._place}: reading {number} is damaged: {error}") from error

    def versions(self, document: str) -> tuple[str, ...]:
        """The ids of all versions of a document, oldest first, its own among them."""
        series = select(t.documents.c.series).where(t.documents.c.id == document).scalar_subquery()
        query = select(t.documents.c.id).where(t.documents.c.series == series).order_by(t.documents.c.number)
        with self._reading() as connection:
            return tuple(connection.scalars(query))

    def size(self) -> tuple[int, int]:
        """How many documents and how many readings the ledger holds."""
        with self._reading() as connection:
            documents = connection.scalar(select(func.count()).select_from(t.documents)) or 0
            readings = connection.scalar(select(func.count()).select_from(t.readings)) or 0
        return documents, readings

    def find(self, prefix: str, *, limit: int = 50) -> list[Found]:
        """Documents, claims, events, tallies, actors and places whose id begins with `prefix`, newest reading first.

        The kind may be left out: "3fa2" finds "claim:3fa2…". A document is also found by its `ref`. At most `limit` of
        each kind; an actor or a place is found once for each document that names it.
        """
        found: list[Found] = []
        with self._reading() as connection:
            found += self._documents(connection, prefix, limit)
            for kind, table, record in SEARCHED:
                latest = (
                    select(func.max(table.c.reading).label("reading"), table.c.id)
                    .where(_begins(table.c.id, kind, prefix))
                    .group_by(table.c.id, table.c.document)
                    .order_by(table.c.id, func.max(table.c.reading).desc())
                    .limit(limit)
                    .subquery()
                )
                query = select(table.c.id, table.c.document, table.c.reading, table.c.json).join(
                    latest, and_(table.c.reading == latest.c.reading, table.c.id == latest.c.id)
                )
                rows = connection.execute(query.order_by(table.c.id, table.c.reading.desc()))
                found += [
                    Found(
                        kind=kind,
                        id=row.id,
                        document=row.document,
                        reading=row.reading,
                        record=msgspec.json.decode(row.json, type=record),
                    )
                    for row in rows
                ]
        return found

    def _documents(self, connection: Connection, prefix: str, limit: int) -> list[Found]:
        where = or_(_begins(t.documents.c.id, "doc", prefix), t.documents.c.ref == prefix)
        query = (
            select(func.max(t.readings.c.number))
            .join(t.documents, t.documents.c.id == t.readings.c.document)
            .where(where)
            .group_by(t.readings.c.document)
        )
        rows = connection.execute(
            select(t.readings).where(t.readings.c.number.in_(query)).order_by(t.readings.c.number.desc()).limit(limit)
        )
        return [
            Found(
                kind="document",
                id=row.document,
                document=row.document,
                reading=row.number,
                record=self._decoded(row.number, row.json).document,
            )
            for row in rows
        ]

    def traces(self, record: str, *, reading: int) -> tuple[Trace, ...]:
        """Why a record of a reading is as it is, in the order in which the stages said so."""
        where = (t.traces.c.reading == reading, t.traces.c.record == record)
        with self._reading() as connection:
            rows = list(connection.scalars(select(t.traces.c.json).where(*where).order_by(t.traces.c.number)))
        return tuple(msgspec.json.decode(line, type=Trace) for line in rows)


def _begins(column: Column[Any], kind: str, prefix: str) -> ColumnElement[bool]:
    """Ids that begin with the prefix, given with its kind or without; as a range, so that the index is used."""
    forms = (prefix,) if ":" in prefix else (prefix, f"{kind}:{prefix}")
    return or_(*(and_(column >= form, column < form + LAST) for form in forms))


def _add_document(connection: Connection, document: Document, now: str) -> None:
    number = 1 + (connection.scalar(select(func.max(t.documents.c.number))) or 0)
    connection.execute(
        insert(t.documents).values(
            number=number,
            id=document.id,
            series=_series(connection, document) or number,
            ref=document.ref,
            url=document.url,
            title=document.title,
            language=document.language,
            sha256=document.sha256,
            text=document.text,
            recorded=now,
        )
    )


def _series(connection: Connection, document: Document) -> int | None:
    """The first version of a document: the same address, or the same reference and much of the same wording."""
    columns = select(t.documents.c.series, t.documents.c.text).order_by(t.documents.c.number.desc())
    if document.url:
        row = connection.execute(columns.where(t.documents.c.url == document.url)).first()
        if row:
            return int(row.series)
    if document.ref:
        wording = _wording(document.text)
        for row in connection.execute(columns.where(t.documents.c.ref == document.ref)):
            other = _wording(row.text)
            if len(wording & other) >= SAME_ARTICLE * max(1, min(len(wording), len(other))):
                return int(row.series)
    return None


def _wording(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + WORDS_TOGETHER]) for i in range(max(1, len(words) - WORDS_TOGETHER + 1))}
