"""Measure date expressions against TimeML documents: python .ci/timeml.py [folder] [--misses].

A gold expression of type DATE or TIME is found when a reading overlaps it; its value is right when the days we give meet
those of its TimeML value. Without a folder, those of the outside material are taken; where they are absent the script
says so and ends well, since the documents are not ours to ship. They give no publication date but reckon from 24 December 2015.
"""

from __future__ import annotations

import re
import sys
from datetime import date, timedelta
from pathlib import Path

import msgspec
from outside_material import SHARED

from marsad.arabic.fold import fold
from marsad.arabic.phrases import Lookup
from marsad.arabic.times import TimeExpression, TimeMatch, find_times
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import tokenise
from marsad.lexicon import ground

TODAY = date(2015, 12, 24)
_MARK = re.compile(r"<TIMEX3 ([^>]*)>([^<]*)</TIMEX3>")
_REFS = {"PAST_REF": "past", "PRESENT_REF": "this", "FUTURE_REF": "next"}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}


def _attribute(marks: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', marks)
    return found[1] if found else ""


def parse(raw: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """The plain text of a document and its expressions: start, end, type, value."""
    body = re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>|</?TimeML>", "", raw).replace("\ufeff", "")
    out, gold, at = [], [], 0
    length = 0
    for match in _MARK.finditer(body):
        before = re.sub(r"<[^>]+>", "", body[at : match.start()])
        out.append(before)
        length += len(before)
        gold.append((length, length + len(match[2]), _attribute(match[1], "type"), _attribute(match[1], "value")))
        out.append(match[2])
        length += len(match[2])
        at = match.end()
    out.append(re.sub(r"<[^>]+>", "", body[at:]))
    return "".join(out), gold


def days_of(value: str) -> tuple[date, date] | None:
    """The days of a TimeML value such as 2015-12-22, 2015-11, 2015-W52, 2015-SU, 2015-H2, 195, 19."""
    value = re.sub(r"T.*$", "", value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        start = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return start - timedelta(days=1), start + timedelta(days=6)
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value)
    if season:
        year, (first, last) = int(season[1]), _SEASONS[season[2]]
        end = date(year + (last > 12), (last - 1) % 12 + 1, 28)
        return date(year, first, 1), end
    half = re.fullmatch(r"(\d{4})-H([12])", value)
    if half:
        return (
            (date(int(half[1]), 1, 1), date(int(half[1]), 6, 30))
            if half[2] == "1"
            else (date(int(half[1]), 7, 1), date(int(half[1]), 12, 31))
        )
    if re.fullmatch(r"\d{2,4}", value):
        first = int(value.ljust(4, "0"))
        return date(first, 1, 1), date(first + 10 ** (4 - len(value)) - 1, 12, 31)
    return None


def right(match: TimeMatch, value: str) -> bool:
    """Whether a reading, or either end of a range, gives the value: the same reference, or the same days."""
    if match.value.kind == "range" and match.value.start is not None and match.value.to is not None:
        first = match.value.start
        whole = match.value.to if first.kind == "date" and first.month is None else first
        ends = (whole, match.value.to)
        return any(right(match._replace(value=end), value) for end in ends)
    if match.value.kind == "behind" and match.value.count == 0:  # اليوم التالي: the corpus counts from its own day
        match = match._replace(value=TimeExpression(kind="day", shift=match.value.shift or 0))
    match = match._replace(
        value=msgspec.structs.replace(match.value, open=None if match.value.kind != "ago" else match.value.open)
    )
    if value in _REFS or value.startswith("UNDEF"):
        if match.value.kind == "ref":
            return value.startswith("UNDEF") or match.value.modifier == _REFS[value]
        placed = place_in_calendar(match.value, Interval(TODAY, TODAY))
        return placed is None or match.value.kind in ("span", "part", "unit")
    gold = days_of(value)
    today = Interval(TODAY, TODAY)
    # Of بعد يومين only the event beside it says whether it lies ahead, so either reading counts.
    placed = place_in_calendar(match.value, today) or place_in_calendar(match.value, today, future=True)
    if gold is None or placed is None:
        return False
    start, end = placed.interval.start or placed.interval.end, placed.interval.end or placed.interval.start
    if start is None or end is None:
        return False
    # A part of a month or year (أوائل, أواخر) is finer than the value; it must lie inside it.
    return (start, end) == gold or (gold[0] <= start and end <= gold[1] and (match.value.part is not None or gold[0] != gold[1]))


def dated(match: TimeMatch) -> bool:
    """Whether an expression says when at all: قبل سنوات does not."""
    return match.value.kind == "ref" or place_in_calendar(match.value, Interval(TODAY, TODAY)) is not None


def main(arguments: list[str]) -> int:
    """Print the figures; 0 also where the documents are absent."""
    show = "--misses" in arguments
    paths = [a for a in arguments if not a.startswith("--")]
    folder = Path(paths[0]) if paths else SHARED / "eval/dates/timex"
    documents = sorted(folder.glob("*.tml"), key=lambda p: (len(p.name), p.name)) if folder.is_dir() else []
    if not documents:
        print(f"skipped: no TimeML documents in {folder}")
        return 0
    tables = ground.load().times
    met = wanted = given = correct = 0
    for path in documents:
        text, gold = parse(path.read_text(encoding="utf-8"))
        tokens = tokenise(fold(text))
        found = find_times(tokens, Lookup(), tables, vague=True)
        spans = [(tokens[m.first].start, tokens[m.last - 1].end) for m in found]
        dates = [g for g in gold if g[2] in ("DATE", "TIME")]
        other = [g for g in gold if g[2] not in ("DATE", "TIME")]
        used: set[int] = set()
        for start, end, _, value in dates:
            wanted += 1
            over = [n for n, (a, b) in enumerate(spans) if a < end and start < b]
            k = next((n for n in over if right(found[n], value)), over[0] if over else None)
            if k is None:
                if show:
                    print(f"{path.name} missed {text[start:end]!r} {value}: {text[max(0, start - 30) : end + 20]!r}")
                continue
            used.add(k)
            met += 1
            if right(found[k], value):
                correct += 1
            elif show:
                ours = place_in_calendar(found[k].value, Interval(TODAY, TODAY))
                print(f"{path.name} value {text[start:end]!r} gold {value}, ours {ours and ours.interval}")
        for n, (a, b) in enumerate(spans):
            if n in used or not dated(found[n]) or any(a < end and start < b for start, end, _, _ in other):
                continue  # a duration or a set that we also call a time is no fault of a date finder
            given += 1
            if show:
                print(f"{path.name} surplus {text[a:b]!r}: {text[max(0, a - 30) : b + 20]!r}")
        given += len(used)
    precision, recall = met / max(1, given), met / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"date expressions: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} ({wanted} gold); value right {correct / max(1, met):.3f}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
