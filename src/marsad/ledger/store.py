"""Opening a ledger, adding readings to it, and finding them again.

Rows are added, never changed. A document is one transaction: after a crash it is in the ledger whole or not at all, and
running the same command again goes on where it stopped.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import math
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self, TypeAlias

import msgspec
from sqlalchemy import Connection, Table, and_, func, insert, inspect, or_, select, text

from marsad.ledger import tables as t
from marsad.ledger.connected import MANY, begins
from marsad.ledger.incidents import LinkedLedger
from marsad.ledger.migrations import Database, create, migrate, version_of
from marsad.ledger.postgres import PostgreSQL, is_address
from marsad.ledger.rows import Row, record_rows, storable
from marsad.ledger.sqlite import SQLite
from marsad.ledger.trouble import LedgerError
from marsad.ledger.wording import Snippet, snippet, terms, wanted
from marsad.model import (
    Actor,
    Claim,
    Document,
    Event,
    Judgement,
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
# How much of a sentence's weight a document holds that is near it.
NEAR: Final = 0.25


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


class Hit(Record, frozen=True):
    """A document that a search found: the number of its newest reading, and a stretch of its text with the words marked."""

    document: str
    ref: str | None
    title: str | None
    outlet: str
    published: str | None
    reading: int
    snippet: Snippet


class Answer(Record, frozen=True):
    """The rows that answer a question, under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


def open_ledger(place: Path | str, *, writing: bool = True) -> Ledger:
    """The ledger in a file or at a `postgresql://` address; made when it is not there and `writing`.

    A ledger of an earlier schema is brought up to date. Raises LedgerError when it cannot be used.
    """
    database: Database = PostgreSQL(place) if isinstance(place, str) and is_address(place) else SQLite(Path(place))
    if not writing and Ledger(database, writing=False, checking=False).behind():
        try:
            Ledger(database, writing=True).close()
        except LedgerError as error:
            raise LedgerError(f"{error} (it is of an older Marsad, and is brought up to date when it is opened)") from error
    return Ledger(database, writing=writing)


class Ledger(LinkedLedger):
    """An open ledger. Use it in a `with` statement; every method raises LedgerError when the database fails."""

    def __init__(self, database: Database, *, writing: bool, checking: bool = True) -> None:
        super().__init__(database, writing=writing)
        self._database = database
        if checking:
            try:
                self._check(writing=writing)
            except LedgerError:
                self.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _version(self) -> int | None:
        """The schema version; None where nothing is yet. Raises LedgerError for a database of something else."""
        with self._reading() as connection:
            names = set(inspect(connection).get_table_names())
            version = version_of(connection) if t.schema_versions.name in names else None
        if names and version is None:
            raise LedgerError(f"{self._place}: a database, but not a Marsad ledger; name another {self._what}")
        if version is not None and version > t.SCHEMA_VERSION:
            raise LedgerError(f"{self._place}: written by a newer Marsad (schema {version}); upgrade Marsad to use it")
        return version

    @property
    def _what(self) -> str:
        return "database" if isinstance(self._database, PostgreSQL) else "file"

    def behind(self) -> bool:
        """Whether the ledger is of an earlier schema than this program's."""
        try:
            return (self._version() or t.SCHEMA_VERSION) < t.SCHEMA_VERSION
        finally:
            self.close()

    def _check(self, *, writing: bool) -> None:
        version = self._version()
        if version is None and not writing:
            raise LedgerError(f"{self._place}: empty, not a Marsad ledger; name another {self._what}")
        if version is None or version < t.SCHEMA_VERSION:
            with self._writing() as connection:
                (create if version is None else migrate)(connection, self._database)

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
                self._add_document(connection, document, now)
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

    def _add_document(self, connection: Connection, document: Document, now: str) -> None:
        number = 1 + (connection.scalar(select(func.max(t.documents.c.number))) or 0)
        row = {
            "number": number,
            "id": document.id,
            "series": number,
            "ref": document.ref,
            "url": document.url,
            "title": document.title,
            "language": document.language,
            "sha256": document.sha256,
            "text": document.text,
            "recorded": now,
        }
        row = storable(row)
        row["series"] = _series(connection, row) or number
        connection.execute(insert(t.documents).values(row))
        self._database.index(connection, number, terms(f"{document.title or ''}\n{document.text}"))

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
                    .where(begins(table.c.id, kind, prefix))
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
        where = or_(begins(t.documents.c.id, "doc", prefix), t.documents.c.ref == prefix)
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

    def ask(self, query: str, /, **values: str | None) -> Answer:
        """The rows of a query in SQL, with its `:parameters` filled in; what it needs and is not given is NULL."""
        with self._reading() as connection:
            result = connection.execute(text(query), values)
            return Answer(columns=tuple(result.keys()), rows=tuple(tuple(row) for row in result))

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """The newest versions of the documents that have all words of a query in some form, the latest published first."""
        groups = wanted(query)
        if not groups:
            return ()
        newest = select(func.max(t.documents.c.number)).group_by(t.documents.c.series)
        with self._reading() as connection:
            found = sorted(self._database.matching(connection, groups))
            hits: list[Hit] = []
            rows: list[Any] = []
            for at in range(0, len(found), MANY):
                rows += connection.execute(
                    select(
                        t.documents.c.number,
                        t.documents.c.id,
                        func.max(t.readings.c.number).label("reading"),
                        func.max(t.readings.c.published_start).label("published"),
                    )
                    .join(t.readings, t.readings.c.document == t.documents.c.id)
                    .where(t.documents.c.number.in_(found[at : at + MANY]), t.documents.c.number.in_(newest))
                    .group_by(t.documents.c.number, t.documents.c.id)
                ).all()
            rows.sort(key=lambda row: (row.published or "", row.number), reverse=True)
            for row in rows[:limit]:
                document = connection.execute(select(t.documents).where(t.documents.c.number == row.number)).one()
                outlet = connection.scalar(select(t.readings.c.outlet).where(t.readings.c.number == row.reading))
                hits.append(
                    Hit(
                        document=row.id,
                        ref=document.ref,
                        title=document.title,
                        outlet=outlet or "unknown",
                        published=row.published,
                        reading=row.reading,
                        snippet=snippet(document.text, groups),
                    )
                )
        return tuple(hits)

    def nearest(self, sentence: str, *, limit: int) -> tuple[int, ...]:
        """The numbers of the newest readings of documents that share most with a sentence, rare words counting for more.

        The nearest document comes first; of those alike, the one added first. Documents with less than a quarter of the
        weight of all words that the ledger knows are left out.
        """
        groups = tuple(dict.fromkeys(wanted(sentence)))
        newest = select(func.max(t.documents.c.number)).group_by(t.documents.c.series)
        with self._reading() as connection:
            current = set(connection.scalars(newest))
            shared: dict[int, float] = {}
            whole = 0.0
            for group in groups:
                found = current.intersection(self._database.matching(connection, (group,)))
                worth = math.log((1 + len(current)) / (1 + len(found)))
                whole += worth if found else 0.0
                for number in found:
                    shared[number] = shared.get(number, 0.0) + worth
            near = [number for number, weight in shared.items() if weight >= NEAR * whole]
            chosen = sorted(near, key=lambda number: (-round(shared[number], 9), number))[:limit]
            readings: dict[int, int] = {}
            for at in range(0, len(chosen), MANY):
                rows = connection.execute(
                    select(t.documents.c.number, func.max(t.readings.c.number).label("reading"))
                    .join(t.readings, t.readings.c.document == t.documents.c.id)
                    .where(t.documents.c.number.in_(chosen[at : at + MANY]))
                    .group_by(t.documents.c.number)
                )
                readings |= {row.number: row.reading for row in rows}
        return tuple(readings[number] for number in chosen if number in readings)

    def judge(self, judgement: Judgement) -> bool:
        """Add a person's decision; False, and nothing changed, when it is there already.

        An undoing must name a judgement of this ledger that has not been undone.
        """
        with self._writing() as connection:
            known = set(connection.scalars(select(t.judgements.c.id)))
            if judgement.id in known:
                return False
            if judgement.undoes is not None:
                if judgement.undoes not in known:
                    raise LedgerError(f"{self._place}: no judgement {judgement.undoes}; marsad ask judgements lists them")
                if connection.scalar(select(t.judgements.c.id).where(t.judgements.c.undoes == judgement.undoes)) is not None:
                    raise LedgerError(f"{self._place}: {judgement.undoes} is undone already")
            number = 1 + (connection.scalar(select(func.max(t.judgements.c.number))) or 0)
            row = {field: getattr(judgement, field) for field in judgement.__struct_fields__}
            connection.execute(insert(t.judgements).values(storable({"number": number, **row})))
        return True

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements ever made, undone ones and undoings among them, oldest first."""
        columns = [column for column in t.judgements.c if column.name != "number"]
        with self._reading() as connection:
            rows = list(connection.execute(select(*columns).order_by(t.judgements.c.number)).mappings())
        return tuple(msgspec.convert({str(key): value for key, value in row.items()}, type=Judgement) for row in rows)


def _series(connection: Connection, row: Row) -> int | None:
    """The first version of a document: the same address, or the same reference and much of the same wording."""
    columns = select(t.documents.c.series, t.documents.c.text).order_by(t.documents.c.number.desc())
    if row["url"]:
        same = connection.execute(columns.where(t.documents.c.url == row["url"])).first()
        if same:
            return int(same.series)
    if row["ref"]:
        wording = _wording(row["text"])
        for earlier in connection.execute(columns.where(t.documents.c.ref == row["ref"])):
            other = _wording(earlier.text)
            if len(wording & other) >= SAME_ARTICLE * max(1, min(len(wording), len(other))):
                return int(earlier.series)
    return None


def _wording(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[i : i + WORDS_TOGETHER]) for i in range(max(1, len(words) - WORDS_TOGETHER + 1))}
