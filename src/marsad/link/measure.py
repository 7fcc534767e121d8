"""Days and distances as numbers."""

from __future__ import annotations

import datetime as dt
import math
from typing import Final

from marsad.model import Reading

_EPOCH: Final = dt.date(1970, 1, 1)


def day_number(day: str | None) -> int | None:
    """Days since 1 January 1970 of an ISO day; None for none, and for what is no day."""
    try:
        return (dt.date.fromisoformat(day[:10]) - _EPOCH).days if day else None
    except ValueError:
        return None


def possible_days(reading: Reading) -> list[int]:
    """The few days that a reading leaves for its document's publication, where the text tells its day without a year."""
    return [number for day in reading.document.published.possible if (number := day_number(day)) is not None]


def iso_day(number: int | None) -> str | None:
    """The ISO day of a day number."""
    return (_EPOCH + dt.timedelta(days=number)).isoformat() if number is not None else None


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """The distance between two points in degrees, in kilometres on a sphere."""
    p, q = math.radians(lat_a), math.radians(lat_b)
    d = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon_b - lon_a) / 2) ** 2
    return 12742 * math.asin(math.sqrt(d))
