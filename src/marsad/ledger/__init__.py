"""The ledger: readings and their records in a database to which rows are only ever added.

`open_ledger` opens or makes one. See `docs/ledger.md` for the tables and what may be relied on.
"""

from __future__ import annotations

from marsad.ledger.incidents import StoredIncident
from marsad.ledger.linked import (
    AccountRow,
    Change,
    ContestedRow,
    ContestedVoice,
    CountRow,
    IncidentRow,
    LinkedRow,
    Linking,
    PreparedReading,
    Wanted,
)
from marsad.ledger.store import Answer, Found, Hit, Ledger, StoredReading, open_ledger
from marsad.ledger.trouble import LedgerError
from marsad.ledger.wording import Snippet

__all__ = [
    "AccountRow",
    "Answer",
    "Change",
    "ContestedRow",
    "ContestedVoice",
    "CountRow",
    "Found",
    "Hit",
    "IncidentRow",
    "Ledger",
    "LedgerError",
    "LinkedRow",
    "Linking",
    "PreparedReading",
    "Snippet",
    "StoredIncident",
    "StoredReading",
    "Wanted",
    "open_ledger",
]
