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
    ("disk i/o", "the disk reports an error; check the disk, then run the same command again"),
)


def explained(place: str, error: DBAPIError) -> LedgerError:
    """A driver's error as one sentence about the ledger at `place`."""
    said = str(error.orig or error)
    for word, meaning in MEANINGS:
        if word in said.lower():
            return LedgerError(f"{place}: {meaning}")
    return LedgerError(f"{place}: the database says: {said}")
