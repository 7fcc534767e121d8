"""What can go wrong with a database, in words that say what to do."""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import DBAPIError


class LedgerError(Exception):
    """The ledger cannot be used as asked; the message names it and says what to do."""


# What the database driver says, and what a person should read instead; the first that fits.
MEANINGS: Final = (
    ("locked", "another program is writing to it; try again when that is done"),
    ("busy", "another program is writing to it; try again when that is done"),
    ("readonly", "it may not be written to; change its permissions or name another file"),
    ("read-only", "it may not be written to; change its permissions or name another file"),
    ("not a database", "it is not a Marsad ledger; name another file"),
    ("malformed", "it is damaged; restore it from a copy, or read the articles again into a new file"),
    ("full", "the disk is full; make room and run the same command again, it goes on where it stopped"),
    ("unable to open", "it cannot be opened; check that the folder exists and that you may write there"),
    ("no column named", "its tables are those of another Marsad; read the articles again into a new file"),
    ("no such column", "its tables are those of another Marsad; read the articles again into a new file"),
    ("no such table", "its tables are those of another Marsad; read the articles again into a new file"),
    ("lock timeout", "another program is writing to it; try again when that is done"),
    ("no space left", "the disk of the server is full; make room and run the same command again, it goes on where it stopped"),
    ("password", "the server refuses the user or the password; check both in the address"),
    ("permission denied", "the user of the address may not do that there; ask whoever keeps the server"),
    ("does not exist", "the server has no such user, database or table; make the database with: createdb NAME"),
    ("connection refused", "no server answers there; check the address, and that the server runs"),
    ("could not translate host", "there is no such host; check the address"),
    ("failed to resolve host", "there is no such host; check the address"),
    ("connection timeout", "no server answers there; check the address, and that the server runs"),
    ("no such file or directory", "no server answers there; check the address, and that the server runs"),
    ("connection", "the connection to the server was lost; run the same command again, it goes on where it stopped"),
    ("fts5", "this SQLite cannot search words (it has no FTS5); use a Python with another SQLite"),
    (
        "disk i/o",
        "the disk reports an error; check the disk and how large a file may become there, then run the same command again",
    ),
)


def explained(place: str, error: DBAPIError) -> LedgerError:
    """A driver's error as one sentence about the ledger at `place`."""
    said = str(error.orig or error)
    for word, meaning in MEANINGS:
        if word in said.lower():
            return LedgerError(f"{place}: {meaning}")
    return LedgerError(f"{place}: the database says: {said}")
