"""A database that is open, for whatever reads and writes it: transactions, and errors in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, and_, or_
from sqlalchemy.exc import DBAPIError

from marsad.ledger.migrations import Database
from marsad.ledger.sqlite import WRITING
from marsad.ledger.trouble import explained

# Sorts after everything that can stand in an id.
LAST: Final = "\U0010ffff"
# How many numbers are put into one query.
MANY: Final = 500


class Connected:
    """An open database; every transaction raises LedgerError when the database fails."""

    def __init__(self, database: Database, *, writing: bool) -> None:
        self._place = database.place
        self._engine = database.engine(writing=writing)

    @property
    def place(self) -> str:
        """Where the ledger is, as it may be printed: without a password."""
        return self._place

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


def begins(column: Column[Any], kind: str, prefix: str) -> ColumnElement[bool]:
    """Ids that begin with the prefix, given with its kind or without; as a range, so that the index is used."""
    forms = (prefix,) if ":" in prefix else (prefix, f"{kind}:{prefix}")
    return or_(*(and_(column >= form, column < form + LAST) for form in forms))
