"""Time expressions against the calendar: symbols in, intervals of days out.

A publication date known only as an interval gives an interval: both its ends are tried and the results joined. What would
say no more than "some time before publication" is no date.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from marsad.arabic.times import TimeExpression
from marsad.arabic.times.hijri import GREGORIAN_FROM, Interval, hijri, hijri_days, one
from marsad.model import DateBasis, Precision

__all__ = ["Dated", "Interval", "basis_of", "place_in_calendar"]

_DAY: Final = timedelta(days=1)
_SEASONS: Final[Mapping[str, tuple[int, int]]] = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}
_YEAR_PARTS: Final[Mapping[str, tuple[int, int]]] = {
    "early": (1, 3), "mid": (5, 8), "late": (10, 12), "h1": (1, 6), "h2": (7, 12),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12), "end": (12, 12),
}  # fmt: skip
_SLIP: Final = 2
_WIDEST_PUBLICATION: Final = timedelta(days=62)
_PRECISIONS: Final[Mapping[str, Precision]] = {"month": "month", "season": "season", "year": "year", "unit": "week"}


class Dated(NamedTuple):
    """An expression placed in the calendar."""

    interval: Interval
    precision: Precision
    basis: DateBasis


def place_in_calendar(value: TimeExpression, published: Interval | None, *, future: bool = False) -> Dated | None:
    """The days that an expression means in a text published then; `future` where it tells of something still to come."""
    absolute = _interval(value, None, future=future)
    if absolute is not None and published is None:
        return _dated(value, absolute)
    if published is None or published.start is None or published.end is None:
        return None
    if published.end - published.start > _WIDEST_PUBLICATION:
        return _dated(value, absolute) if absolute is not None else _whenever(value, published, future=future)
    first = _so_far(value, _interval(value, published.start, future=future), published.start, future=future)
    last = _so_far(value, _interval(value, published.end, future=future), published.end, future=future)
    if first is None or last is None:
        return None
    joined = Interval(
        min(first.start, last.start) if first.start and last.start else None,
        max(first.end, last.end) if first.end and last.end else None,
    )
    return _dated(value, joined) if joined.start is not None or joined.end is not None else None


def _so_far(value: TimeExpression, interval: Interval | None, today: date, *, future: bool) -> Interval | None:
    """هذا الشهر of what has happened: up to the day on which it is told."""
    if future or interval is None or interval.start is None or interval.end is None or value.modifier == "next":
        return interval
    if value.kind in ("unit", "month", "year", "season") and interval.start <= today < interval.end:
        week_began = value.kind == "unit" and value.unit == "week" and interval.start == today
        return Interval(today - 6 * _DAY if week_began else interval.start, today)
    return interval


def _whenever(value: TimeExpression, published: Interval, *, future: bool) -> Dated | None:
    """A month or a day that means the same on the first and the last day the text can have been published on."""
    if value.kind not in ("date", "month") or value.month is None or published.start is None or published.end is None:
        return None
    first = _interval(value, published.start, future=future)
    return _dated(value, first) if first is not None and first == _interval(value, published.end, future=future) else None


def _dated(value: TimeExpression, interval: Interval) -> Dated:
    precision: Precision = "interval"
    if interval.start is not None and interval.start == interval.end:
        precision = "day"
    elif value.open is None and value.part is None:
        precision = _PRECISIONS.get(value.kind, "interval")
    return Dated(interval, precision, basis_of(value))


def basis_of(value: TimeExpression) -> DateBasis:
    """What an expression rests on: explicit, weekday or relative."""
    if value.kind == "range" and value.start is not None:
        return basis_of(value.start)
    if value.kind in ("weekday", "night"):
        return "weekday"
    if (
        value.kind in ("day", "unit", "span", "ago", "behind", "within", "after")
        or value.month_shift is not None
        or value.year_shift is not None
    ):
        return "relative"
    return "explicit"


def _interval(value: TimeExpression, today: date | None, *, future: bool) -> Interval | None:
    if value.kind == "range":
        return _range(value, today, future=future)
    if value.kind in ("within", "after"):
        return _ahead(value, today) if future and today is not None else None  # else it tells only how long something took
    inner = _closed(value, today, future=future)
    if inner is None or value.open is None:
        return inner
    if value.kind == "ago":
        return Interval(inner.start, today) if inner.start is not None else None
    if value.open == "since":
        if inner.start is None or (today is not None and inner.start > today):
            return None
        return Interval(inner.start, today)
    if value.open == "from":
        if value.for_count is None or inner.start is None:
            return Interval(inner.start, None)
        return Interval(inner.start, _moved(inner.start, value.for_unit, value.for_count))
    return None  # "until" and "before" bound an event from above only, which publication does already


def _range(value: TimeExpression, today: date | None, *, future: bool) -> Interval | None:
    if value.start is None or value.to is None:
        return None
    start, end = value.start, value.to
    if start.kind == "date" and start.month is None and end.kind == "date":
        start = end
    first = _closed(start, today, future=future)
    last = _closed(end, today, future=future)
    if first is None or last is None or first.start is None or last.end is None:
        return None
    if start.kind in ("date", "month") and start.year is None and end.year is not None and end.kind == start.kind:
        for year in (end.year, end.year - 1):
            moved = _closed(_with_year(start, year), today, future=future)
            if moved is not None and moved.start is not None and moved.start <= last.end:
                first = moved  # بين فبراير ومارس 2015, من 28 ديسمبر إلى 3 يناير 2015
                break
    if first.start is None:
        return None
    if first.start > last.end:
        if last.start is not None and first.end is not None and value.start.kind == "day":
            return Interval(last.start, first.end)  # يومي أمس وأمس الأول
        if (
            start.kind == "date"
            and start.year is None
            and end.year is not None
            and first.start.replace(year=end.year) <= last.end
        ):
            return Interval(first.start.replace(year=end.year), last.end)
        if start.kind == "weekday":
            return Interval(first.start - 7 * _DAY, last.end)
        if start.kind == end.kind == "month" and start.year is None and end.year is None and start.calendar == "gregorian":
            before = _closed(_with_year(start, last.end.year), today, future=future)
            return Interval(before.start, last.end) if before is not None and before.start and before.start < last.end else None
        return None
    return Interval(first.start, last.end)


def _with_year(value: TimeExpression, year: int) -> TimeExpression:
    return TimeExpression(kind=value.kind, year=year, month=value.month, day=value.day, part=value.part, calendar=value.calendar)


def _closed(value: TimeExpression, today: date | None, *, future: bool) -> Interval | None:
    rules: Mapping[str, Callable[[TimeExpression, date | None, bool], Interval | None]] = {
        "date": _date,
        "month": _month,
        "year": _year,
        "season": _season,
        "decade": lambda v, _t, _f: _decade(v),
        "nth": _nth,
        "century": lambda v, _t, _f: Interval(date(v.year, 1, 1), date(v.year + 99, 12, 31)) if v.year else None,
    }
    rule = rules.get(value.kind)
    if rule is not None:
        return rule(value, today, future)
    if today is None:
        return None
    if value.kind == "day":
        if value.daypart == "midnight" and value.shift == -1 and value.open is None:
            return Interval(today - _DAY, today)  # منتصف ليل أمس belongs to both days
        day = today + (value.shift or 0) * _DAY
        other = _moved(day, "year", value.year_shift) if value.year_shift is not None else day
        return one(other) if other is not None else None
    if value.kind == "weekday":
        day = _weekday(value, today, future=future)
        # ليلة الجمعة, told on that Friday: the night that ended on it.
        ended = value.daypart == "night" and day == today and value.shift is None and value.open is None
        return Interval(day - _DAY, day) if ended else one(day)
    if value.kind == "night":
        return _night(value, today)
    if value.kind == "unit":
        return _unit(value, today)
    if value.kind == "span":
        return _span(value, today)
    return _ago(value, today) if value.kind == "ago" else None


def _on_or_before(weekday: int, day: date) -> date:
    return day - ((day.weekday() - weekday) % 7) * _DAY


def _weekday(value: TimeExpression, today: date, *, future: bool) -> date:
    weekday = value.weekday or 0
    if value.shift is not None:
        # أمس الأحد on a Sunday: one of the two is a slip, and the weekday is the harder one to get wrong; but yesterday
        # is never tomorrow; today may be, where the given day of publication is that of another time zone.
        meant = today + value.shift * _DAY
        near = [meant + k * _DAY for k in (0, -1, 1, -2, 2)]
        near = [
            d
            for d in near
            if d.weekday() == weekday and (d <= today + (value.shift == 0) * _DAY if value.shift <= 0 else d > today)
        ]
        if near:
            return near[0]
        # صباح اليوم السبت days after a Saturday: the text is of another day than the one on record.
        return _on_or_before(weekday, meant) if value.shift <= 0 else meant
    if value.unit == "week":
        sunday = _week_start(today) + int(value.count or 0) * 7 * _DAY
        return sunday + ((weekday + 1) % 7) * _DAY
    if value.modifier == "past":
        return _on_or_before(weekday, today - _DAY) - int((value.count or 1) - 1) * 7 * _DAY
    if value.modifier == "next" or (future and value.modifier is None and today.weekday() != weekday):
        return today + (((weekday - today.weekday() - 1) % 7) + 1) * _DAY
    return _on_or_before(weekday, today)


def _night(value: TimeExpression, today: date) -> Interval | None:
    if value.weekday is None:
        return None
    second = _on_or_before((value.weekday + 1) % 7, today + _DAY)
    return one(second) if value.after_midnight else Interval(second - _DAY, second)


def _week_start(day: date) -> date:
    return _on_or_before(6, day)


def _month_days(year: int, month: int) -> Interval:
    return Interval(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _part_of_month(month: Interval, part: str | None) -> Interval:
    if part is None or month.start is None or month.end is None:
        return month
    start, days = month.start, (month.end - month.start).days + 1
    parts = {
        "early": (1, 10), "mid": (11, 20), "late": (21, days), "h1": (1, days // 2), "h2": (days // 2 + 1, days),
        "end": (21, days), "w1": (1, 7), "w2": (8, 14), "w3": (15, 21), "w4": (22, 28), "w5": (days - 6, days),
    }  # fmt: skip
    first, last = parts.get(part, (1, days))
    return Interval(start + (first - 1) * _DAY, start + (last - 1) * _DAY)


def _shift_months(day: date, count: int) -> date:
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _date(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: FBT001  # one signature for all rules
    if value.day is None:
        return _month(value, today, future)
    year = value.year
    if year is None and value.year_shift is not None and today is not None:
        year = today.year + value.year_shift
    if value.calendar == "hijri":
        return hijri(value, today, future)
    if value.month is None:
        if value.month_shift is None or today is None:
            return None
        month = _shift_months(today.replace(day=1), value.month_shift)
        return _day_of(month.year, month.month, value.day)
    if year is not None:
        return _day_of(year, value.month, value.day)
    if today is None:
        return None
    found = [d for y in range(today.year - 8, today.year + 3) if (i := _day_of(y, value.month, value.day)) and (d := i.start)]
    return _choose(value, found, today, future=future)


def _choose(value: TimeExpression, days: list[date], today: date, *, future: bool) -> Interval | None:
    """The year that a day without one is meant in."""
    if value.weekday is not None and value.modifier is None:
        near = [d for d in days if d.weekday() == value.weekday and abs((d - today).days) <= 200]
        if near:
            return one(min(near, key=lambda d: (abs((d - today).days), d)))
    if value.shift is not None:
        meant = today + value.shift * _DAY
        told = min(days, key=lambda d: (abs((d - meant).days), d), default=None)
        if told is not None and value.weekday == meant.weekday() and 0 < abs((told - meant).days) <= _SLIP:
            return one(meant)  # اليوم الجمعة 22 أيلول on Friday the 23rd: the figure is the slip
        return one(told) if told is not None else None
    before = [d for d in days if (d < today if value.modifier == "past" else d <= today)]
    after = [d for d in days if d > today]
    if value.modifier == "this":
        same = [d for d in days if d.year == today.year]
        return one(same[0]) if same else None
    if value.modifier == "next" or (future and value.modifier is None):
        return one(min(after)) if after else None
    # A date a few days ahead with no year is more likely announced than eleven months old.
    if value.modifier is None and after and (min(after) - today).days <= 2:
        return one(min(after))
    return one(max(before)) if before else None


def _day_of(year: int, month: int, day: int) -> Interval | None:
    try:
        return one(date(year, month, day))
    except ValueError:
        return None


def _month(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: FBT001
    if value.calendar == "hijri":
        return hijri(value, today, future)
    if value.month is None:
        if value.month_shift is None or today is None:
            return None
        first = _shift_months(today.replace(day=1), value.month_shift)
        return _part_of_month(_month_days(first.year, first.month), value.part)
    year = value.year
    if year is None:
        if today is None:
            return None
        counted = value.year_shift is not None
        year = today.year + (value.year_shift or 0) if counted else _year_of_month(value, today, future=future)
    return _part_of_month(_month_days(year, value.month), value.part)


def _year_of_month(value: TimeExpression, today: date, *, future: bool) -> int:
    month = value.month or 1
    if value.modifier == "past":
        return today.year - (month >= today.month)
    if value.modifier == "next":
        return today.year + (month < today.month)  # كانون الأول المقبل, told of a talk of November in December
    if value.modifier == "this":
        return today.year
    if future:
        return today.year + (month < today.month)
    return today.year - (month > today.month)


def _year(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: ARG001, FBT001
    year = value.year
    if year is None and value.year_shift is not None and today is not None:
        year = today.year + value.year_shift
    if year is None:
        return None
    if year < GREGORIAN_FROM:
        first, last = hijri_days(year, 1, 1), hijri_days(year, 12, 29)
        return Interval(first.start, last.end) if first and last else None
    months = _YEAR_PARTS.get(value.part or "", (1, 12))
    return Interval(_month_days(year, months[0]).start, _month_days(year, months[1]).end)


def _season(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: ARG001, FBT001
    first, last = _SEASONS[value.season or "summer"]
    year = value.year
    if year is None and value.year_shift is not None and today is not None:
        year = today.year + value.year_shift
    if year is not None:
        return _season_of(year, first, last)
    if today is None:
        return None
    seasons = [_season_of(y, first, last) for y in range(today.year - 2, today.year + 2)]
    if value.modifier == "next":
        return next((s for s in seasons if s.start and s.start > today), None)
    if value.modifier == "this":
        return next((s for s in seasons if s.start and s.end and s.start <= today <= s.end), None)
    return next(
        (s for s in reversed(seasons) if s.end and s.start and (s.end < today if value.modifier == "past" else s.start <= today)),
        None,
    )


def _season_of(year: int, first: int, last: int) -> Interval:
    end = _month_days(year + (last > 12), (last - 1) % 12 + 1)
    return Interval(date(year, first, 1), end.end)


def _unit(value: TimeExpression, today: date) -> Interval | None:
    shift = {"past": -1, "this": 0, "next": 1}[value.modifier or "this"] * int(value.count or 1)
    if value.unit == "week":
        start = _week_start(today) + shift * 7 * _DAY
        return Interval(start, start + 6 * _DAY)
    if value.unit == "month":
        first = _shift_months(today.replace(day=1), shift)
        return _part_of_month(_month_days(first.year, first.month), value.part)
    if value.unit == "year":
        return _year(TimeExpression(kind="year", year=today.year + shift, part=value.part), today, False)  # noqa: FBT003
    return None


def _decade(value: TimeExpression) -> Interval | None:
    """ثمانينيات القرن الماضي, مطلع الثمانينيات: ten years, or the first four, middle three, last three of them."""
    if value.year is None:
        return None
    first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (9, 9)}.get(value.part or "", (0, 9))
    return Interval(date(value.year + first, 1, 1), date(value.year + last, 12, 31))


def _ahead(value: TimeExpression, today: date) -> Interval | None:
    other = _moved(today, value.unit, value.count or 1)
    if other is None:
        return None
    return Interval(today, other) if value.kind == "within" else one(other)


def _nth(value: TimeExpression, today: date | None, future: bool) -> Interval | None:  # noqa: FBT001
    """The n-th day or weekday of a month, the n-th day of a feast; -1 the last."""
    whole = _closed(value.to, today, future=future) if value.to is not None else None
    if whole is None or whole.start is None or whole.end is None or value.count is None:
        return None
    count = int(value.count)
    if value.to is not None and value.to.day is not None:
        return one(whole.start + (count - 1) * _DAY)
    days = [whole.start + k * _DAY for k in range((whole.end - whole.start).days + 1)]
    if value.day is not None and days[value.day - 1].weekday() == value.weekday:
        return one(days[value.day - 1])  # الأحد الأول من شباط: Sunday the first, where that fits
    if value.weekday is not None:
        days = [d for d in days if d.weekday() == value.weekday]
    place = count - 1 if count > 0 else count
    return one(days[place]) if -len(days) <= place < len(days) else None


def _moved(today: date, unit: str | None, count: float) -> date | None:
    try:
        if unit in ("second", "minute", "hour"):
            hours = count / {"second": 3600, "minute": 60, "hour": 1}[unit or "hour"]
            return today + (math.copysign(math.ceil(abs(hours) / 24), count) if hours else 0) * _DAY
        if unit in ("day", "week"):
            return today + int(count * (7 if unit == "week" else 1)) * _DAY
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit or "month"]
        return _shift_months(today, int(months)) + int((months - int(months)) * 30) * _DAY
    except (ValueError, OverflowError):
        return None


def _span(value: TimeExpression, today: date) -> Interval | None:
    count = value.count
    if count is None:
        if value.modifier == "next":
            return Interval(today, today + _DAY if value.unit == "hour" else None)
        if value.unit in ("day", "week", "month"):
            return Interval(None, today)  # خلال الأيام الماضية: nobody says since when
        return Interval(today - _DAY, today) if value.unit == "hour" else None
    other = _moved(today, value.unit, count if value.modifier == "next" else -count)
    if other is None:
        return None
    return Interval(today, other) if value.modifier == "next" else Interval(other, today)


def _ago(value: TimeExpression, today: date) -> Interval | None:
    if value.count is None and value.unit == "day":
        return Interval(None, today)  # قبل أيام: nobody says how many
    if value.count is None:
        return Interval(today - _DAY, today) if value.unit in ("hour", "minute", "second") else None
    day = _moved(today, value.unit, -value.count)
    if day is None:
        return None
    if value.open == "since" or value.unit in ("day", "week"):
        return one(day)
    if value.unit in ("hour", "minute", "second"):
        return Interval(day, today)
    if value.unit == "month" or (value.unit == "year" and value.count != int(value.count)):
        return _month_days(day.year, day.month)
    return Interval(date(day.year, 1, 1), date(day.year, 12, 31)) if value.unit == "year" else None
