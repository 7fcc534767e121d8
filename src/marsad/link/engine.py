"""DuckDB in this process, with bounds on what it takes, and one plain error when it finds no room."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb


def engine() -> duckdb.DuckDBPyConnection:
    """A fresh DuckDB in memory; what outgrows its gigabyte goes to a temporary folder of this process alone."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": "1GiB",
        "preserve_insertion_order": False,
        "temp_directory": str(Path(tempfile.gettempdir()) / f"marsad-link-{os.getpid()}"),
    }
    return duckdb.connect(":memory:", config=config)


class RoomError(Exception):
    """Comparing ran out of memory or of temporary disk; the message says what to do."""


@contextlib.contextmanager
def in_room() -> Iterator[None]:
    """Say in one RoomError that DuckDB found no room, however many layers wrapped its error."""
    try:
        yield
    except Exception as error:
        at: BaseException | None = error
        while at is not None and not isinstance(at, (duckdb.OutOfMemoryException, duckdb.IOException)):
            at = at.__cause__ or at.__context__
        if at is None:
            raise
        first = str(at).partition("\n")[0]
        raise RoomError(
            f"linking ran out of room for temporary files in {tempfile.gettempdir()} ({first});"
            " make room there, or set TMPDIR to a folder with more"
        ) from error
