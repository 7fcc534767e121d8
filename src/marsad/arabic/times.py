"""Time expressions of news prose, read into symbols that `ground` places in the calendar."""

from __future__ import annotations

import msgspec


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in symbols."""

    kind: str
