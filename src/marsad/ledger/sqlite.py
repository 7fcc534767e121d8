"""The one place that knows SQLite: how a file is opened, how its transactions begin, and how its words are searched."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from marsad.ledger.trouble import LedgerError

# How long a writer waits for another writer, in seconds.
PATIENCE: Final = 20
# How long between two tries where SQLite does not wait by itself, in seconds.
BETWEEN_TRIES: Final = 0.02
WRITING: Final = "marsad_writing"


class SQLite:
    """A ledger in a file."""

    def __init__(self, path: Path) -> None:
        self.place = str(path)
        self._path = path

    def engine(self, *, writing: bool) -> Engine:
        """An engine on the file: WAL, so that readers go on while one writer writes; writers queue instead of failing."""
        path = self._path
        if path.is_dir():
            raise LedgerError(f"{path}: a folder; name a file")
        if not writing and not path.exists():
            raise LedgerError(f"{path}: no such ledger; make one with: marsad read ARTICLES -o {path}")
        if writing and path.exists() and not os.access(path, os.W_OK):
            raise LedgerError(f"{path}: it may not be written to; change its permissions or name another file")

        def connect() -> sqlite3.Connection:
            return _for_writing(path) if writing else _for_reading(path)

        engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
        event.listen(engine, "begin", _begin)
        return engine

    def make_index(self, connection: Connection) -> None:
        """Make the full-text index: documents by number, their terms looked up and not kept."""
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS document_terms"
            " USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0')"
        )

    def index(self, connection: Connection, number: int, terms: str) -> None:
        """Add one document to the index."""
        connection.execute(
            text("INSERT INTO document_terms (rowid, terms) VALUES (:number, :terms)"), {"number": number, "terms": terms}
        )

    def matching(self, connection: Connection, groups: Sequence[frozenset[str]]) -> list[int]:
        """The numbers of the documents that have a term of every group."""
        query = " AND ".join("(" + " OR ".join(f'"{term}"' for term in sorted(group)) + ")" for group in groups)
        return list(
            connection.scalars(text("SELECT rowid FROM document_terms WHERE document_terms MATCH :query"), {"query": query})
        )


def _for_writing(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    _turn_to_wal(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    return connection


def _turn_to_wal(connection: sqlite3.Connection) -> None:
    """Turn the file to WAL, waiting for whoever opens or closes it at this moment.

    SQLite refuses this pragma at once instead of waiting its timeout: two connections that open a new file together
    each hold the lock the other needs (4 threads writing 3 documents each to 150 new files: 10 files met it).
    """
    given_up = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > given_up:
                connection.close()
                raise
            time.sleep(BETWEEN_TRIES)
        else:
            return


def _for_reading(path: Path) -> sqlite3.Connection:
    """A connection that writes nothing, also where the file or its folder may not be written to."""
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        # WAL wants to put a file beside the ledger. Where it cannot, and nobody is writing, the file can be read as it is.
        if path.with_name(path.name + "-wal").exists():
            raise
        connection = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _begin(connection: Connection) -> None:
    # Taking the write lock at once keeps two writers from reading the same state and then both writing.
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITING) else "BEGIN")
