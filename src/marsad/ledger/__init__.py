"""The ledger: readings and their records in a database to which rows are only ever added.

`open_ledger` opens or makes one. See `docs/ledger.md` for the tables and what may be relied on.
"""

from __future__ import annotations

from marsad.ledger.store import Found, Ledger, StoredReading, open_ledger
from marsad.ledger.trouble import LedgerError

__all__ = ["Found", "Ledger", "LedgerError", "StoredReading", "open_ledger"]
