"""What the ground stage knows: months, weekdays, the words of time, and dated milestones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from marsad.arabic.times import MonthName, TimeTables, build_tables
from marsad.lexicon.loader import Entry, read_yaml, shelf


class MonthEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of one month in one system; `weak` names are other words too."""

    month: int
    system: Literal["egypt_gulf", "levant", "maghreb", "morocco", "hijri"]
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class WeekdayEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day of the week, Monday 0; names without the article."""

    weekday: int
    names: tuple[str, ...]
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class TimeWordEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that play one role in time expressions."""

    role: str
    value: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundLexicon:
    """The tables of the ground stage; `times` is also what `recognise` finds time expressions with."""

    times: TimeTables


def load() -> GroundLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    folder = shelf("ground")
    months = read_yaml(folder / "months.yml", MonthEntry)
    weekdays = read_yaml(folder / "weekdays.yml", WeekdayEntry)
    words = read_yaml(folder / "timewords.yml", TimeWordEntry)
    times = build_tables(
        (
            (name, MonthName(m.month, "hijri" if m.system == "hijri" else "gregorian", name in m.weak))
            for m in months
            for name in (*m.names, *m.weak)
        ),
        ((name, day.weekday) for day in weekdays for name in day.names),
        ((word.role, form, word.value) for word in words for form in word.forms),
    )
    return GroundLexicon(times=times)
