"""A time expression in symbols: what the words say, before any calendar is opened."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import msgspec

TimeKind: TypeAlias = Literal[
    "day", "weekday", "date", "month", "year", "season", "unit", "span", "ago", "behind", "range", "night", "decade", "century", "ref", "nth",
    "clock", "within", "after",
]  # fmt: skip
Unit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"]
Modifier: TypeAlias = Literal["past", "this", "next"]
Part: TypeAlias = Literal["early", "mid", "late", "h1", "h2", "q1", "q2", "q3", "q4", "w1", "w2", "w3", "w4", "w5", "end"]
Calendar: TypeAlias = Literal["gregorian", "hijri"]
Open: TypeAlias = Literal["since", "from", "until", "before"]


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression in symbols.

    `kind` says which fields count: "date" year, month, day (each may be missing); "day" `shift` days from today; "weekday"
    Monday 0 to Sunday 6; "night" the night from `weekday` to the weekday of `to`; "unit" this, past or next week, month or
    year; "span" the past or next `count` units; "within" and "after" so many units from today, of what is planned; "ago" `count` units before today (`count` None: some); "range" from `start` to
    `to`; "nth" the `count`-th day or `weekday` of `to`, -1 the last (with `day` perhaps that day of it); "clock" a time of day
    without a day; "ref" now, lately or soon. `clock` is HH:MM as told. `open` since, from, until or before what the rest says. `after_midnight` puts a night
    into its second day. `for_count` and `for_unit` say how long what begins then is to last (اعتبارا من غد ولمدة خمسة أيام).
    """

    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: Unit | None = None
    count: float | None = None
    modifier: Modifier | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    part: Part | None = None
    season: str | None = None
    daypart: str | None = None
    clock: str | None = None
    after_midnight: bool = False
    calendar: Calendar = "gregorian"
    open: Open | None = None
    for_count: float | None = None
    for_unit: Unit | None = None
    start: TimeExpression | None = None
    to: TimeExpression | None = None


class TimeMatch(NamedTuple):
    """A time expression among tokens, `last` exclusive."""

    first: int
    last: int
    value: TimeExpression
