"""The one place that knows PostgreSQL: how a server is reached, how its transactions begin, and how its words are searched."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from marsad.ledger.sqlite import PATIENCE, WRITING
from marsad.ledger.trouble import LedgerError

# Whoever writes to the ledger of a database holds this lock until the end of the transaction.
LOCK: Final = 7_227_091
CONNECTING: Final = 10


def is_address(place: str) -> bool:
    """Whether a place is the address of a PostgreSQL database and not a file."""
    return place.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


class PostgreSQL:
    """A ledger in a database of a PostgreSQL server."""

    def __init__(self, address: str) -> None:
        try:
            url = make_url(address)
        except (ArgumentError, ValueError) as error:
            raise LedgerError("not an address of a database; write postgresql://user@host/database") from error
        self.place = url.render_as_string(hide_password=True).replace("+psycopg", "")
        self._url = url.set(drivername="postgresql+psycopg")

    def engine(self, *, writing: bool) -> Engine:
        """An engine on the database; where nothing is to be written, the server refuses to write."""
        if importlib.util.find_spec("psycopg") is None:
            raise LedgerError(
                f"{self.place}: PostgreSQL needs one more package: pip install 'marsad[postgres]' (in a checkout: pip install -e '.[postgres]')"
            )
        engine = create_engine(
            self._url,
            isolation_level="REPEATABLE READ" if not writing else "READ COMMITTED",
            connect_args={"connect_timeout": CONNECTING},
        )

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            options: dict[str, Any] = dict(connection.get_execution_options())
            if not writing:
                connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            elif options.get(WRITING):
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")

        return engine

    def make_index(self, connection: Connection) -> None:
        """Make the full-text index: documents by number, with their terms as a text vector."""
        connection.exec_driver_sql(
            "CREATE TABLE IF NOT EXISTS document_terms"
            " (number integer PRIMARY KEY REFERENCES documents (number), terms tsvector NOT NULL)"
        )
        connection.exec_driver_sql("CREATE INDEX IF NOT EXISTS document_terms_by_term ON document_terms USING gin (terms)")

    def index(self, connection: Connection, number: int, terms: str) -> None:
        """Add one document to the index."""
        connection.execute(
            text("INSERT INTO document_terms (number, terms) VALUES (:number, to_tsvector('simple', :terms))"),
            {"number": number, "terms": terms},
        )

    def matching(self, connection: Connection, groups: Sequence[frozenset[str]]) -> list[int]:
        """The numbers of the documents that have a term of every group."""
        query = " & ".join("(" + " | ".join(f"'{term}'" for term in sorted(group)) + ")" for group in groups)
        found = text("SELECT number FROM document_terms WHERE terms @@ to_tsquery('simple', :query)")
        return list(connection.scalars(found, {"query": query}))
