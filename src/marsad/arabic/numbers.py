"""Numbers in digits and words of all cases and genders, with bounds."""

from __future__ import annotations

import msgspec

from marsad.model import Qualifier


class NumberValue(msgspec.Struct, frozen=True, kw_only=True):
    """What a number phrase says: bounds (either may be open), how it is qualified; `ordinal` for الثالث، السادسة."""

    low: float | None
    high: float | None
    qualifier: Qualifier
    ordinal: bool = False
