"""The words that times are told with, as the grammar looks them up: folded, filled from a lexicon by whoever loads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from marsad.arabic.fold import fold
from marsad.arabic.times.expression import Calendar
from marsad.arabic.tokens import tokenise


class MonthName(NamedTuple):
    """A month as a name gives it; a `weak` name is another word as well."""

    month: int
    calendar: Calendar
    weak: bool


class Phrase(NamedTuple):
    """The words of a phrase behind its first, its role and its value."""

    rest: tuple[str, ...]
    value: str


@dataclass(frozen=True, slots=True)
class TimeTables:
    """Months and weekdays by folded name; phrases by role and folded first word, longest first."""

    months: Mapping[str, tuple[tuple[tuple[str, ...], MonthName], ...]]
    weekdays: Mapping[str, int]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(t.form for t in tokenise(fold(text)) if t.kind in ("word", "number", "latin"))


def build_tables(
    months: Iterable[tuple[str, MonthName]], weekdays: Iterable[tuple[str, int]], phrases: Iterable[tuple[str, str, str]]
) -> TimeTables:
    """Tables from (name, month), (name without article, weekday) and (role, phrase, value)."""
    by_month: dict[str, list[tuple[tuple[str, ...], MonthName]]] = {}
    for name, month in months:
        first, *rest = words_of(name)
        by_month.setdefault(first, []).append((tuple(rest), month))
    by_role: dict[str, dict[str, list[Phrase]]] = {}
    for role, phrase, value in phrases:
        first, *rest = words_of(phrase)
        by_role.setdefault(role, {}).setdefault(first, []).append(Phrase(tuple(rest), value))
    return TimeTables(
        months={k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in by_month.items()},
        weekdays={words_of(name)[0]: day for name, day in weekdays},
        phrases={
            role: {k: tuple(sorted(v, key=lambda p: -len(p.rest))) for k, v in table.items()} for role, table in by_role.items()
        },
    )
