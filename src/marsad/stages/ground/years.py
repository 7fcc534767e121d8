"""Years that a history tells once: في التاسع من حزيران 2014 ...، وفي العاشر من حزيران ... goes on in 2014."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from marsad.arabic.page import Page
from marsad.arabic.times import TimeExpression
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.handover import TimeMention

_REACH: Final = 3  # sentences
_YEAR: Final = ("العام", "السنه")
_THAT_YEAR: Final = {"نفسه": 0, "ذاته": 0, "نفسها": 0, "ذاتها": 0, "التالي": 1, "التاليه": 1}
_TOLD_KINDS: Final = frozenset(["date", "month", "year", "season", "day", "weekday", "nth", "unit", "ago"])
_PERIODS: Final = frozenset(["range", "month", "year", "season", "unit", "span"])
_MONTHS_ON: Final = 3
_MONTHS_ON_IF_KNOWN: Final = 1  # another year may be meant: the last in which the month came round
_NEWS: Final = 30  # days before publication in which a day without a year is news


def carry_years(
    page: Page, times: Sequence[TimeMention], published: Interval | None, *, dateline: frozenset[int] = frozenset()
) -> tuple[TimeMention, ...]:
    """The times with the year that an older day told shortly before gives those without one, while the text goes forward.

    في 13 من الشهر نفسه takes the month of the day or month told shortly before as well, منذ ذلك الحين begins with what was told last.
    `dateline` are those that only date the page.
    """
    out: list[TimeMention] = []
    last: tuple[int, TimeExpression] | None = None  # the sentence and the value that told or took over a year
    month: tuple[int, TimeExpression] | None = None  # the sentence and the value that told a month
    period: tuple[int, TimeExpression] | None = None  # the sentence and the value that told a stretch of time
    told: tuple[int, TimeExpression] | None = None  # the sentence and the value of the time told last
    for k, mention in enumerate(times):
        value = mention.value
        here = bisect_right(page.sentences, mention.first, key=lambda s: s.first) - 1
        if month is not None and here - month[0] <= _REACH and _of_that_month(value):
            value = msgspec.structs.replace(month[1], day=value.day, daypart=value.daypart, clock=value.clock)
        if k not in dateline and value.kind in ("date", "month") and value.open is None and value.month is not None:
            month = (here, msgspec.structs.replace(value, kind="date", part=None, weekday=None, shift=None))
        if k not in dateline and value.kind in ("date", "month") and value.calendar == "gregorian" and value.month is not None:
            if value.year is None and last is not None and here - last[0] <= _REACH:
                value = _moved(page, mention, last[1], published, near=here == last[0])
            if value.year is not None:
                behind = [t.form for t in page.tokens[mention.last : mention.last + 1]]
                begun = value.open == "since" and behind != ["حيث"]  # الحرب المستمرة منذ آذار 2011
                last = (here, value) if _bare(value) and not begun else None
        elif value.kind in ("day", "weekday", "night", "unit", "span"):
            last = None  # back in the present
        if value.kind == "behind" and value.open == "since" and told is not None and here - told[0] <= _REACH:
            value = msgspec.structs.replace(told[1], open="since")  # منذ ذلك الحين
        elif value.kind == "behind" and value.count == 0 and value.unit == "month":
            if period is not None and here - period[0] <= _REACH:
                value = period[1]  # في الفترة نفسها
        elif k not in dateline and value.kind in _TOLD_KINDS:
            told = (here, value)
        if k not in dateline and (value.kind in _PERIODS or value.open == "since") and value.kind != "behind":
            period = (here, value)
        out.append(mention if value == mention.value else msgspec.structs.replace(mention, value=value))
    return tuple(out)


def _of_that_month(value: TimeExpression) -> bool:
    """Whether a day is told of the month that was told before (في الثامن عشر من الشهر)."""
    return value.kind == "date" and value.day is not None and value.month is None and value.month_shift is None


def _moved(page: Page, mention: TimeMention, told: TimeExpression, published: Interval | None, *, near: bool) -> TimeExpression:
    """The value of a day or month without a year in the year that `told` has, where it goes on from there; else as it is."""
    later = _years_later(page, mention)
    if told.year is None or (later is None and not _goes_on(mention.value, told, published, near=near)):
        return mention.value
    moved = msgspec.structs.replace(mention.value, year=told.year + (later or 0))
    return moved if _fits(moved) else mention.value


def _years_later(page: Page, mention: TimeMention) -> int | None:
    """نيسان من العام نفسه is 0 years after the one told, نيسان من العام التالي one."""
    words = [t.form for t in page.tokens[mention.last : mention.last + 3]]
    if len(words) < 3 or words[0] != "من":
        return None
    if words[1] in ("نفس", "ذات", "ذلك", "تلك") and words[2] in _YEAR:
        return 0
    return _THAT_YEAR.get(words[2]) if words[1] in _YEAR else None


def _bare(value: TimeExpression) -> bool:
    return value.modifier is None and value.year_shift is None and value.month_shift is None and value.shift is None


def _goes_on(value: TimeExpression, told: TimeExpression, published: Interval | None, *, near: bool) -> bool:
    """Whether a day without a year comes within months of the one told, and is not news of the days before publication."""
    if not _bare(value) or value.month is None or told.month is None or told.year is None:
        return False
    ahead = value.month - told.month
    known = published is not None and published.start is not None
    if not 0 <= ahead <= (_MONTHS_ON_IF_KNOWN if known and not near else _MONTHS_ON) or (
        ahead == 0 and value.day is not None and told.day is not None and value.day < told.day
    ):
        return False
    if published is None or published.start is None:
        return True
    if (published.start - date(told.year, told.month, told.day or 1)).days <= _NEWS:
        return False
    now = place_in_calendar(value, published)
    return now is None or now.interval.end is None or (published.start - now.interval.end).days > _NEWS


def _fits(value: TimeExpression) -> bool:
    """Whether the weekday told with a day is that of the day in the year."""
    dated = place_in_calendar(value, None)
    if dated is None or dated.interval.start is None:
        return False
    return value.weekday is None or dated.interval.start.weekday() == value.weekday
