"""How a ledger of an earlier schema becomes one of the present: one step for each version, all in one transaction.

Nothing that a person or a reader put in is changed. What is derived from readings is made again from their bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from sqlalchemy import Column, Connection, Engine, Table, and_, func, insert, select, text, update

from marsad.ledger import tables as t
from marsad.ledger.rows import record_rows
from marsad.ledger.wording import terms
from marsad.model import Traced, decode_reading


class Database(Protocol):
    """What each kind of database does in its own way; `place` names it in messages."""

    place: str

    def engine(self, *, writing: bool) -> Engine:
        """Open it."""

    def make_index(self, connection: Connection) -> None:
        """Make the full-text index, empty."""

    def index(self, connection: Connection, number: int, terms: str) -> None:
        """Add the terms of one document to the index."""

    def matching(self, connection: Connection, groups: tuple[frozenset[str], ...]) -> list[int]:
        """The numbers of the documents that have a term of every group."""


def version_of(connection: Connection) -> int | None:
    """The schema version of a ledger whose table of versions is there; None when it is empty."""
    version: int | None = connection.scalar(select(func.max(t.schema_versions.c.version)))
    return version


def create(connection: Connection, database: Database) -> None:
    """Make an empty ledger of the present schema."""
    t.metadata.create_all(connection)
    # Two programs may make the same ledger at the same moment; the second finds it made.
    if version_of(connection) is None:
        _views_and_index(connection, database)
        _linked_views(connection)
        _note(connection, t.SCHEMA_VERSION)


def migrate(connection: Connection, database: Database) -> None:
    """Bring a ledger up to the present schema, a step at a time; one that is there already is left alone."""
    at = version_of(connection) or t.SCHEMA_VERSION
    for version, step in STEPS.items():
        if version > at:
            step(connection, database)
            _note(connection, version)


def _note(connection: Connection, version: int) -> None:
    connection.execute(insert(t.schema_versions).values(version=version, written_by="marsad"))


def _views_and_index(connection: Connection, database: Database) -> None:
    for view in t.VIEWS:
        connection.execute(text(view))
    database.make_index(connection)


def _linked_views(connection: Connection) -> None:
    for view in t.LINKED_VIEWS:
        connection.execute(text(view))


def _add_column(connection: Connection, table: Table, column: Column[object]) -> None:
    kind = column.type.compile(connection.dialect)
    collation = getattr(column.type.dialect_impl(connection.dialect), "collation", None)
    extra = f' COLLATE "{collation}"' if collation and "COLLATE" not in kind else ""
    connection.execute(text(f'ALTER TABLE {table.name} ADD COLUMN "{column.name}" {kind}{extra}'))


def _second(connection: Connection, database: Database) -> None:
    """Judgements, mentions, names beside ids, views for questions, and the words of documents."""
    t.judgements.create(connection)
    t.mentions.create(connection)
    added: dict[Table, tuple[Column[object], ...]] = {
        t.actors: (t.actors.c.spelled,),
        t.places: (t.places.c.spelled,),
        t.claims: (t.claims.c.speaker_name, t.claims.c.words),
        t.events: (t.events.c.by_names, t.events.c.on_names, t.events.c.place_names),
    }
    for table, columns in added.items():
        for column in columns:
            _add_column(connection, table, column)
    for number in list(connection.scalars(select(t.readings.c.number).order_by(t.readings.c.number))):
        line = connection.scalar(select(t.readings.c.json).where(t.readings.c.number == number))
        for table, rows in record_rows(Traced(reading=decode_reading(line or b"")), number):
            if table is t.mentions and rows:
                connection.execute(insert(table), rows)
            for row in rows if table in added else ():
                connection.execute(
                    update(table)
                    .where(and_(table.c.reading == number, table.c.id == row["id"]))
                    .values({column.name: row[column.name] for column in added[table]})
                )
    _views_and_index(connection, database)
    for number in list(connection.scalars(select(t.documents.c.number).order_by(t.documents.c.number))):
        document = connection.execute(select(t.documents.c.title, t.documents.c.text).where(t.documents.c.number == number)).one()
        database.index(connection, number, terms(f"{document.title or ''}\n{document.text}"))


def _third(connection: Connection, database: Database) -> None:  # noqa: ARG001  # every step is called alike
    """Tables for what linking finds; they are empty until the ledger is linked."""
    for table in reversed(t.DERIVED):
        table.create(connection)
    _linked_views(connection)


STEPS: Final[dict[int, Callable[[Connection, Database], None]]] = {2: _second, 3: _third}
