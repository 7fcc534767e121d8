"""The one place that knows SQLite: how a file is opened, and how its transactions begin."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

# How long a writer waits for another writer, in seconds.
PATIENCE: Final = 20
WRITING: Final = "marsad_writing"


def sqlite_engine(path: Path, *, writing: bool) -> Engine:
    """An engine on a SQLite file: WAL, so that readers go on while one writer writes; writers queue instead of failing."""

    def connect() -> sqlite3.Connection:
        if writing:
            connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            return connection
        return _for_reading(path)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


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
