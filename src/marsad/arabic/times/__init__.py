"""Time expressions of news prose, read into symbols that `ground` places in the calendar."""

from __future__ import annotations

from marsad.arabic.times.expression import TimeExpression, TimeMatch
from marsad.arabic.times.finder import find_times
from marsad.arabic.times.tables import MonthName, TimeTables, build_tables

__all__ = ["MonthName", "TimeExpression", "TimeMatch", "TimeTables", "build_tables", "find_times"]
