"""What a number phrase says."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from marsad.model import Qualifier


class NumberValue(msgspec.Struct, frozen=True, kw_only=True):
    """What a number phrase says: bounds (either may be open), how it is qualified; `ordinal` for الثالث، السادسة."""

    low: float | None
    high: float | None
    qualifier: Qualifier
    ordinal: bool = False


class NumberMatch(NamedTuple):
    """A number among tokens: `first`..`last` with its qualifier words, `figure_first`..`figure_last` the number alone."""

    first: int
    last: int
    figure_first: int
    figure_last: int
    value: NumberValue
