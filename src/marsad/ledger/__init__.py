"""The ledger: readings and their records in a database to which rows are only ever added.

`open_ledger` opens or makes one. See `docs/ledger.md` for the tables and what may be relied on.
"""

from __future__ import annotations

from marsad.ledger.store import Answer, Found, Hit, Ledger, StoredReading, open_ledger
from marsad.ledger.trouble import LedgerError
from marsad.ledger.wording import Snippet

__all__ = ["Answer", "Found", "Hit", "Ledger", "LedgerError", "Snippet", "StoredReading", "open_ledger"]
