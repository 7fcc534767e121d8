"""Intervals of days, and those of the Hijri calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from hijridate import Gregorian, Hijri

from marsad.arabic.times.expression import TimeExpression

_DAY: Final = timedelta(days=1)
GREGORIAN_FROM: Final = 1600
_HIJRI_FIRST: Final = date(1924, 8, 1)
_HIJRI_LAST: Final = date(2077, 11, 16)


class Interval(NamedTuple):
    """Days, both included; an open end is None."""

    start: date | None
    end: date | None


def one(day: date) -> Interval:
    """A single day."""
    return Interval(day, day)


def hijri(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: FBT001  # one signature for all rules
    """The days of a Hijri day or month; without a year the last one gone by, or the next where it is still to come."""
    if value.month is None:
        return None
    years: list[int]
    if value.year is not None and value.year >= GREGORIAN_FROM:
        # رمضان 2019: the month that begins in that Gregorian year.
        around = [i for y in range(value.year - 580, value.year - 576) if (i := hijri_days(y, value.month, value.day))]
        return next((i for i in around if i.start is not None and i.start.year == value.year), None)
    if value.year is not None:
        years = [value.year]
    elif today is not None and _HIJRI_FIRST <= today <= _HIJRI_LAST:
        this = int(Gregorian(today.year, today.month, today.day).to_hijri().year)
        years = [this - 1, this, this + 1]
    else:
        return None
    found = [i for y in years if 1343 <= y <= 1500 and (i := hijri_days(y, value.month, value.day))]
    if value.year is not None or today is None:
        return found[0] if found else None
    past = [i for i in found if i.start is not None and i.start <= today]
    ahead = [i for i in found if i.start is not None and i.start > today]
    if (future or value.modifier == "next") and ahead:
        return ahead[0]
    return past[-1] if past else None


def hijri_days(year: int, month: int, day: int | None) -> Interval | None:
    """The days of a Hijri month, or the one day of it; None where the calendar has none."""
    try:
        if day is not None:
            g = Hijri(year, month, day).to_gregorian()
            return one(date(g.year, g.month, g.day))
        first = Hijri(year, month, 1)
        g = first.to_gregorian()
        start = date(g.year, g.month, g.day)
        return Interval(start, start + (first.month_length() - 1) * _DAY)
    except (ValueError, OverflowError):
        return None
