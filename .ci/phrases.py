"""Compare time phrases with a general parser's corpus, where it is at hand: python .ci/phrases.py [file] [--rest].

The corpus gives each phrase one value, reckoned from half past four on 12 February 2013. A phrase is right when a reading of it
gives exactly the days of the value, and its hour and minute where it has one; of what may lie behind or ahead (في 5 آذار)
either reading counts. What is not right must be in the list below with its reason, and what is right must not.
The corpus is not ours to ship, so the list names phrases by a digest.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from outside_material import SHARED

from marsad.arabic.fold import fold
from marsad.arabic.numbers import parse_number
from marsad.arabic.phrases import Lookup
from marsad.arabic.times import TimeExpression, find_times
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import tokenise
from marsad.lexicon import ground

TODAY = date(2013, 2, 12)
REASONS = {
    "week": "their weeks begin on Monday; in the region, and in the hand annotations, on Sunday",
    "n-th week": "they take the first Monday week of a month, we its first or last seven days",
    "third": "they take one day for the beginning or the middle of a month, we a third of it",
    "slip": "the corpus gives another month or year than its phrase says, or calls a year a month",
    "spoken": "words of spoken Arabic that no report uses",
    "latest": "a bare weekday on that weekday is today to a report, next week to a planner",
    "from today": "the coming weeks begin today to a report, next Monday in the corpus",
    "follows": "the month or week that follows is that behind the one told before, not behind this one",
    "feast": "Easter has two dates and no report is dated by it",
}
_LISTED = {
    "week": "d6cee8e2 cdedb546 f4e9ad8e f53bf707 21478357 de3c19ef 78e28065 aa13d577 08f00d0b 7f811c4d",
    "n-th week": "e00d7406 3afb800a 09644d55 d8fa0108",
    "third": "d59f2da2 32fa0b21 bf12228b f29e2475 b9e4c6f6",
    "slip": "38184aee f74bf8c6 398ab954 5aaf4f10 04a42a2f dcd30a01 729cff7a e3ebaef3 e38e2c1e",
    "spoken": "b3649c11 e64f516c f6251b44 c4f120a0",
    "latest": "3e1154b1",
    "from today": "e09e66a4",
    "follows": "28a9df05",
    "feast": "727211ae 370a4a1b cc539b7a",
}
REST = {name: reason for reason, names in _LISTED.items() for name in names.split()}


def days_of(value: str) -> tuple[date, date]:
    """The first and last day of a value of the corpus."""
    stamps = [tuple(map(int, stamp.split(", "))) for stamp in re.findall(r"\d{4}, \d+, \d+, \d+, \d+, \d+", value)]
    first = date(*stamps[0][:3])
    if len(stamps) > 1:
        last = date(*stamps[1][:3])
        midnights = not any(stamps[0][3:]) and not any(stamps[1][3:])
        return first, last - timedelta(days=1) if midnights and last > first else last
    grain = "Day" if "Holiday" in value else value.rsplit(")", 1)[0].rsplit(maxsplit=1)[-1]
    if grain == "Week":
        return first, first + timedelta(days=6)
    if grain == "Month":
        return first, date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
    return first, date(first.year, 12, 31) if grain == "Year" else first


def hours_of(value: str) -> list[tuple[int, int]]:
    """The hours and minutes of a value that has any."""
    if not re.search(r"\) (Hour|Minute|Second)|Interval", value):
        return []
    stamps = [tuple(map(int, stamp.split(", "))) for stamp in re.findall(r"\d{4}, \d+, \d+, \d+, \d+, \d+", value)]
    return [(stamp[3], stamp[4]) for stamp in stamps]


def readings(phrase: str) -> Iterator[TimeExpression]:
    """Every reading of a phrase."""
    for match in find_times(tokenise(fold(phrase)), Lookup(), TABLES, vague=True):
        yield match.value


def right(phrase: str, value: str) -> bool:
    """Whether a reading gives the days of the value, or its time of day."""
    first, last = days_of(value)
    hours = hours_of(value)
    for reading in readings(phrase):
        if reading.kind == "ref" and reading.modifier == "this" and first == TODAY:
            return True
        ends = [end for end in (reading.start, reading.to) if end is not None] or [reading]
        told = [tuple(map(int, end.clock.split(":"))) for end in ends if end.clock is not None]
        if told and hours and all(any(told_same(t, h) for h in hours) for t in told):
            return True
        placed_as = reading
        if reading.kind == "behind" and reading.count == 0:
            placed_as = TimeExpression(kind="day", shift=reading.shift or 0)
        for future in (False, True):
            placed = place_in_calendar(placed_as, Interval(TODAY, TODAY), future=future)
            if placed is not None and placed.interval.start == first and placed.interval.end in (first, last):
                return True
    return False


def told_same(told: tuple[int, ...], meant: tuple[int, int]) -> bool:
    """Whether an hour as told can be the one meant: الساعة 3 does not say which half of the day, and an end is exclusive there."""
    return told[1] == meant[1] and (told[0] - meant[0]) % 12 in (0, 11)


def digest(phrase: str) -> str:
    """What the list below calls a phrase."""
    return hashlib.sha256(phrase.encode()).hexdigest()[:8]


def main(arguments: list[str]) -> int:
    """Print the figures and every disagreement with the list; 1 where there is one, 0 also where the corpus is absent."""
    paths = [a for a in arguments if not a.startswith("--")]
    path = Path(paths[0]) if paths else SHARED / "eval/dates/phrases.jsonl"
    if not path.is_file():
        print(f"skipped: no phrases in {path}")
        return 0
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    reasons: Counter[str] = Counter()
    good, bad = 0, 0
    for record in records:
        phrase, value = record["phrase"], record["value"]
        if record["dimension"] in ("Numeral", "Ordinal"):
            meant = re.search(r"-?[\d.]+", value.split(" ", 1)[1].strip("()"))
            number = parse_number(phrase)
            if number is None or number.low is None or meant is None or abs(number.low - float(meant.group())) > 1e-9:
                bad += 1
                print(f"number: {phrase!r} {value}")
            continue
        if record["dimension"] != "Time" or value == "=":
            continue
        fits, reason = right(phrase, value), REST.get(digest(phrase))
        good += fits
        if not fits and reason is not None:
            reasons[reason] += 1
        if fits == (reason is not None):
            bad += 1
            print(f"{'right but listed' if fits else 'not right and not listed'}: {digest(phrase)} {phrase!r} {value}")
        elif not fits and "--rest" in arguments:
            print(f"{reason}: {phrase!r} {value}")
    print(f"time phrases: {good} right; the rest: " + ", ".join(f"{n} {REASONS[r]}" for r, n in reasons.most_common()))
    return 1 if bad else 0


TABLES = ground.load().times

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
