"""What the ground stage knows: months, weekdays, the words of time, and dated milestones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

from marsad.arabic.fold import fold
from marsad.arabic.times import MonthName, TimeTables, build_tables
from marsad.arabic.tokens import tokenise
from marsad.lexicon.loader import Entry, read_csv, read_yaml, shelf

_SHORTEST: Final = 3


class MonthEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of one month in one system; `weak` names are other words too."""

    month: int
    system: Literal["egypt_gulf", "levant", "maghreb", "morocco", "hijri", "english", "french"]
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


class MilestoneEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated public fact or a term of office, both days included, and the words that show a sentence to speak of it.

    `news` marks what is told with أمس or a weekday only while it is news, and not again in later years; `since` what days and
    years, or only years, are counted from (بعد 90 يوما من الحملة).
    """

    about: str
    start: date
    end: date
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()
    news: bool = False
    since: Literal["days", "years"] | None = None
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class WarEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A war whose days are counted from its start, itself the first; without an `end` it has none that is known."""

    about: str
    start: date
    all: tuple[tuple[str, ...], ...]
    end: date | None = None
    none: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class RoundsEntry(Entry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A series of talks: its names and the first and last day of each round."""

    names: tuple[str, ...]
    rounds: dict[int, tuple[date, date]]
    none: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A holder of public office: whose office (`of`, a registry id), its Arabic titles, the holder, the first and the last day.

    Without a title the office is an actor of the registry itself. Days are ISO dates, months or years; an open end is none.
    """

    of: str
    office: tuple[str, ...] = ()
    holder: str
    start: str
    end: str | None = None


class Milestone(NamedTuple):
    """A dated fact with its words folded, ready to be looked for."""

    id: str
    about: str
    start: date
    end: date
    folded_all: tuple[tuple[str, ...], ...]
    folded_none: tuple[str, ...]
    news: bool
    since: Literal["days", "years"] | None


class RoundSeries(NamedTuple):
    """A series of talks with its names folded."""

    id: str
    folded_names: tuple[str, ...]
    folded_none: tuple[str, ...]
    rounds: Mapping[int, tuple[date, date]]


@dataclass(frozen=True, slots=True)
class GroundLexicon:
    """The tables of the ground stage; `times` is also what `recognise` finds time expressions with."""

    times: TimeTables
    milestones: tuple[Milestone, ...] = ()
    terms: tuple[Milestone, ...] = ()
    rounds: tuple[RoundSeries, ...] = ()
    wars: tuple[Milestone, ...] = ()
    offices: tuple[Term, ...] = ()


def bare(form: str) -> str:
    """A folded word without its article, for comparing words whether definite or not."""
    for article in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if form.startswith(article) and len(form) - len(article) >= _SHORTEST:
            return form[len(article) :]
    return form


def _words(phrase: str) -> str:
    return " ".join(bare(token.form) for token in tokenise(fold(phrase)))


def _milestone(entry: MilestoneEntry) -> Milestone:
    groups = tuple(tuple(_words(p) for p in group) for group in entry.all)
    return Milestone(
        entry.id, entry.about, entry.start, entry.end, groups, tuple(_words(p) for p in entry.none), entry.news, entry.since
    )


def _war(entry: WarEntry) -> Milestone:
    groups = tuple(tuple(_words(p) for p in group) for group in entry.all)
    none = tuple(_words(p) for p in entry.none)
    return Milestone(entry.id, entry.about, entry.start, entry.end or date.max, groups, none, news=False, since="days")


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
    rounds = read_yaml(folder / "rounds.yml", RoundsEntry)
    return GroundLexicon(
        times=times,
        milestones=tuple(_milestone(m) for m in read_yaml(folder / "milestones.yml", MilestoneEntry)),
        wars=tuple(_war(w) for w in read_yaml(folder / "wars.yml", WarEntry)),
        terms=tuple(_milestone(m) for m in read_yaml(folder / "terms.yml", MilestoneEntry)),
        rounds=tuple(
            RoundSeries(r.id, tuple(_words(n) for n in r.names), tuple(_words(n) for n in r.none), r.rounds) for r in rounds
        ),
        offices=read_csv(folder / "offices.csv", Term, lists=("office",)),
    )
