"""Finding time expressions (first form)."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.phrases import Lookup
from marsad.arabic.times.expression import TimeMatch
from marsad.arabic.times.tables import TimeTables
from marsad.arabic.tokens import Token


def find_times(tokens: Sequence[Token], lookup: Lookup, tables: TimeTables, *, vague: bool = False) -> tuple[TimeMatch, ...]:
    """All time expressions."""
    return ()
