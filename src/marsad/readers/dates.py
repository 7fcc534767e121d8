"""Publication dates as an input gives them: ISO days, months or years, with or without a time of day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

from marsad.model import Published

WRITTEN: Final = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ].*)?)?)?")


def published(date: str) -> Published:
    """The day, month or year that the input gives; raises ValueError when it is not written as 2017-09-17, 2017-09 or 2017."""
    match = WRITTEN.fullmatch(date.strip())
    if not match:
        raise ValueError(f"the date {date!r} is not written as 2017-09-17, 2017-09 or 2017")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        start = dt.date(year or 0, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"the date {date!r} is not in the calendar") from error
    if day:
        return Published(start=start.isoformat(), end=start.isoformat(), precision="day", basis="given")
    if month:
        end = start.replace(day=calendar.monthrange(start.year, start.month)[1])
        return Published(start=start.isoformat(), end=end.isoformat(), precision="month", basis="given")
    return Published(start=start.isoformat(), end=start.replace(month=12, day=31).isoformat(), precision="year", basis="given")
