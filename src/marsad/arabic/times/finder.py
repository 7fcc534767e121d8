"""Finding time expressions: at every token the longest reading of the grammar is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, cast

import msgspec

from marsad.arabic.phrases import Lookup
from marsad.arabic.times.days import Days, range_of
from marsad.arabic.times.expression import Modifier, Open, Part, TimeExpression, TimeMatch
from marsad.arabic.times.periods import Reading
from marsad.arabic.times.tables import TimeTables
from marsad.arabic.tokens import Token

_SINCE_REACH: Final = 10
_GOES_ON: Final = frozenset(["استمر", "استمرت", "استمروا", "تواصل", "تواصلت", "امتد", "امتدت", "تستمر", "دامت"])
_UP_TO: Final = ("حتي", "لغايه")
_SINCE_KINDS: Final = frozenset(["date", "month", "year", "season"])


class _Grammar(Days):
    """The grammar: every method reads one kind of expression at a token and gives the token after it."""

    __slots__ = ()

    def readings(self, i: int, *, vague: bool) -> list[Reading]:
        found = [r for r in (rule(i) for rule in self._rules()) if r is not None]
        clock = self.clock_alone(i) if vague else None
        if clock is not None:
            found.append(clock)
        if vague:
            ref = self.phrase("ref", i)
            if ref is not None:
                found.append(
                    (
                        ref.last,
                        TimeExpression(
                            kind="ref",
                            modifier=cast("Modifier", {"present": "this", "past": "past", "future": "next"}[ref.value]),
                        ),
                    )
                )
        return found

    def _rules(self) -> tuple[Callable[[int], Reading | None], ...]:
        return (
            self.range_,
            self.pair,
            self.since,
            self.ago,
            self.night,
            self.overnight,
            self.weekend,
            self.after_midnight,
            self.behind,
            self.same_day,
            self.in_a_row,
            self.since_then,
            self.same_period,
            self.for_days,
            self.from_clock,
            self.goes_on,
            self.until_now,
            self.nth_weekday,
            self.nth_day,
            self.nth_week,
            self.nth_of_feast,
            self.last_of,
            self.anniversary,
            self.same_day_of_year,
            self.day,
            self.months,
            self.named_month,
            self.part,
            self.week_of_month,
            self.unit_relative,
            self.span,
            self.year_alone,
            self.season,
            self.decade,
            self.holiday,
            self.within,
        )

    def simple(self, i: int) -> Reading | None:
        """Any expression that may be one end of a range."""
        rules = (self.night, self.day, self.named_month, self.part, self.unit_relative, self.year_any, self.season)
        found = [r for r in (rule(i) for rule in rules) if r is not None]
        return max(found, key=lambda r: r[0]) if found else None

    # -- open and closed stretches --------------------------------------------------------------------------------

    def since(self, i: int) -> Reading | None:
        """منذ مطلع العام الجاري, اعتبارا من الأحد, حتى نهاية الشهر, قبل الجمعة."""
        direction: Open
        found = self.phrase("since", i)
        if found is not None:
            direction = "since"
        else:
            found = self.phrase("from", i)
            if found is not None:
                direction = "from"
            else:
                found = self.phrase("until", i)
                to_today = self.form(i) in ("الي", "والي") and self.form(i + 1) == "اليوم"  # أربعة آلاف قتيل إلى اليوم
                if found is not None and (to_today or self.form(i).removeprefix("و") in ("حتي", "لغايه", "لحد")):
                    direction = "until"
                elif (
                    self.form(i).removeprefix("و") in ("قبل", "قبيل")
                    and not self.phrase("daypart", i)
                    and not self.phrase("shift", i)
                ):
                    found, direction = None, "before"
                else:
                    return None
        start = found.last if found is not None else i + 1
        inner = self.simple(start) or self.nth_of_feast(start) or self._of_this_morning(start, direction)
        if inner is None and self.form(start) == "احداث":
            inner = self.simple(start + 1)  # قبل أحداث حزيران 2014
        if inner is None:
            return None
        last, value = inner
        if direction == "before" and value.daypart is not None and self.phrase("daypart", start, article=True):
            return last, msgspec.structs.replace(value, daypart="night")  # قبيل منتصف ليل أمس is still that day
        if direction in ("since", "from"):
            until = self._until(last)
            if until is not None:
                return until[0], range_of(value, until[1])
        lasting = self.lasting(last) if direction == "from" else None
        if lasting is not None:
            return lasting[0], msgspec.structs.replace(value, open=direction, for_unit=lasting[1], for_count=lasting[2])
        return last, msgspec.structs.replace(value, open=direction)

    def for_days(self, i: int) -> Reading | None:
        """مساء الأحد ولمدة خمسة أيام, ظهر اليوم وتستمر ثلاثة أيام: a day on which something begins that lasts so many days."""
        found = self.day(i)
        lasting = self.lasting(found[0]) if found is not None else None
        if found is None or lasting is None or lasting[1] not in ("day", "week", "month"):
            return None
        value = msgspec.structs.replace(found[1], open="from", for_unit=lasting[1], for_count=lasting[2])
        return lasting[0], value

    def from_clock(self, i: int) -> Reading | None:
        """الساعة التاسعة من مساء الأحد حتى صباح الاثنين: from one day to another, the first told with its hour."""
        clock = self.clock(i)
        found = self.day(i) if clock is not None else None
        until = self._until(found[0]) if found is not None else None
        return (until[0], range_of(found[1], until[1])) if found is not None and until is not None else None

    def goes_on(self, i: int) -> Reading | None:
        """مساء أمس واستمرت حتى فجر اليوم: from one day to another."""
        found = self.day(i)
        if found is None or found[1].open is not None:
            return None
        j = found[0] + (self.form(found[0]) in ("،", ","))
        if self.form(j).removeprefix("و") not in _GOES_ON:
            return None
        until = self._until(j + 1)
        if until is None or until[1].kind not in ("day", "weekday", "date"):
            return None
        return until[0], range_of(found[1], until[1])

    def until_now(self, i: int) -> Reading | None:
        """حتى لحظة إعداد الخبر, حتى ساعة كتابة هذا التقرير, إلى يومنا هذا: up to the day on which one writes."""
        for_now = self.form(i).removeprefix("و") in ("حتي", "الي", "لغايه")
        if self.form(i + for_now) in ("يومنا", "ليومنا") and (for_now or self.form(i) == "ليومنا"):
            return i + for_now + 1 + (self.form(i + for_now + 1) == "هذا"), TimeExpression(kind="day", shift=0, open="until")
        if self.form(i).removeprefix("و") not in ("حتي", "لغايه") or self.form(i + 1) not in ("لحظه", "ساعه", "وقت"):
            return None
        if self.form(i + 2) not in ("اعداد", "تحرير", "كتابه", "نشر"):
            return None
        last = i + 3 + (self.form(i + 3) in ("هذا", "هذه"))
        if not self.form(last):
            return None
        return last + 1, TimeExpression(kind="day", shift=0, open="until")

    def _of_this_morning(self, i: int, direction: Open) -> Reading | None:
        """منذ الصباح, منذ الفجر: a part of the day on which one writes, where nothing else stands behind it."""
        if direction == "since" and self.form(i) == "منتصف" and self.form(i + 1) == "الليل":
            return i + 2, TimeExpression(kind="day", shift=0, daypart="midnight", after_midnight=True)
        part = self.phrase("daypart", i, article=True)
        if direction != "since" or part is None or part.last != i + 1 or not self.form(i).startswith("ال"):
            return None
        return part.last, TimeExpression(kind="day", shift=0, daypart=part.value)

    def _until(self, i: int) -> Reading | None:
        """حتى الخامس من الشهر, behind a comma too: من 7 تموز، وحتى الخامس من آب."""
        found = self.phrase("until", i + (self.form(i) in ("،", ",") and self.form(i + 1).removeprefix("و") in _UP_TO))
        if found is None:
            return None
        return self.simple(found.last)

    def last_of(self, i: int) -> Reading | None:
        """الأيام الثلاثة الأخيرة من تشرين الأول الماضي: the end of a month, not the days before today."""
        j = i
        while j < i + 4 and self.form(j) not in ("الاخيره", "الاخيرين", "الاولي", "الاول"):
            j += 1
        if self.unit(i, article=True) is None or self._singular(i) or j == i + 4 or self.form(j + 1) != "من":
            return None
        month = self.month(j + 2, sure=True) or self.relative_month(j + 2)
        if month is None:
            return None
        part: Part = "late" if self.form(j).startswith("الاخير") else "early"
        return month.last, self._month_value(month, part)

    def pair(self, i: int) -> Reading | None:
        """الجمعة والسبت, أمس واليوم: two days that follow each other, in either order."""
        first = self.day(i)
        if first is None or first[1].kind not in ("weekday", "day") or first[1].after_midnight:
            return None
        last, value = first
        if not self.form(last).startswith("و") or (value.shift is not None and value.kind == "weekday"):
            return None
        second = self.day(last)
        if second is None or second[1].kind != value.kind or second[1].unit is not None:
            return None
        other = second[1]
        if value.kind == "weekday":
            if ((other.weekday or 0) - (value.weekday or 0)) % 7 != 1 or other.shift is not None:
                return None
            value = msgspec.structs.replace(value, modifier=other.modifier)
        elif abs((other.shift or 0) - (value.shift or 0)) != 1:
            return None
        return second[0], range_of(value, other)

    def months(self, i: int) -> Reading | None:
        """في مارس آذار وأبريل نيسان: two months of which one follows the other."""
        first = self.named_month(i)
        if first is None or not self.form(first[0]).startswith("و") or first[1].month is None:
            return None
        second = self.named_month(first[0])
        if second is None or second[1].month != first[1].month % 12 + 1:
            return None
        return second[0], range_of(first[1], second[1])

    def range_(self, i: int) -> Reading | None:
        """من ليلة الخميس ولغاية أمس الجمعة, بين 3 و5 آذار, يومي الخميس والجمعة, بين عامي 2011 و2013."""
        opener = self.form(i).removeprefix("و")
        both = self.stem_in(i, ("يومي", "عامي", "عامين", "شهري", "ليلتي")) is not None
        if opener not in ("من", "بين", "مابين", "ما") and not both:
            return None
        j = i if both and self.stem_in(i, ("عامي", "عامين")) else i + 1
        if opener == "ما":
            if self.form(j) != "بين":
                return None
            j += 1
        while self.stem_in(j, ("فتره", "يومي", "يوم", "ليلتي", "شهري")) or self.form(j) == "ما":
            j += 1
        first = self.simple(j)
        if first is None:
            return None
        last, value = first
        if value.kind == "range":
            return None
        if opener in ("من",) and not both:
            second = self._until(last)
        else:
            at = last + 1 if self.form(last) in ("و", "-", "–", "او") else last if self.form(last).startswith("و") else None
            if at is None:
                return None
            second = self.simple(at)
        if second is None or second[1].kind not in (value.kind, "date", "day", "weekday", "month", "year", "unit"):
            return None
        return second[0], range_of(value, second[1])


_TRIGGERS: Final = frozenset(
    [
        "من",
        "بين",
        "مابين",
        "بعد",
        "عقب",
        "غداه",
        "ما",
        "قبل",
        "قبيل",
        "اخر",
        "نفس",
        "ذات",
        "ذلك",
        "اليوم",
        "عام",
        "سنه",
        "عامي",
        "هذا",
        "هذه",
        "شهر",
        "شهري",
        "يومي",
        "يوم",
        "ليلتي",
        "نهار",
        "تاريخ",
        "موافق",
        "مصادف",
        "واقع",
        "اسبوع",
        "فتره",
        "قرن",
        "ال",
        "وال",
        "بال",
        "لل",
        "خلال",
        "طوال",
        "طيله",
        "اثناء",
        "ساعه",
        "عند",
        "في",
        "ثان",
        "ذكري",
        "مثل",
    ]
)


class _Gate:
    """Whether any expression can begin with a word, computed once for each form."""

    __slots__ = ("_known", "_lookup", "_words")

    def __init__(self, tables: TimeTables, lookup: Lookup) -> None:
        self._lookup = lookup
        self._known: dict[str, bool] = {}
        words = set(_TRIGGERS) | set(tables.months) | set(tables.weekdays)
        for table in tables.phrases.values():
            words |= set(table)
        self._words = words

    def opens(self, token: Token) -> bool:
        if token.kind == "number":
            return True
        if token.kind == "latin":
            return token.form in self._words
        if token.kind != "word":
            return False
        known = self._known.get(token.form)
        if known is None:
            known = self._known[token.form] = any(
                not c.enc and (c.stem in self._words or (c.definite and "ال" + c.stem in self._words))
                for c in self._lookup.cuts(token.form)
            )
        return known


def find_times(tokens: Sequence[Token], lookup: Lookup, tables: TimeTables, *, vague: bool = False) -> tuple[TimeMatch, ...]:
    """All time expressions that can be placed in the calendar, in text order and without overlap.

    With `vague` also now, lately and soon. Offsets are token indices, `last` exclusive.
    """
    grammar = _Grammar(tokens, lookup, tables)
    gate = _Gate(tables, lookup)
    found: list[TimeMatch] = []
    i, since = 0, -_SINCE_REACH
    while i < len(tokens):
        token = tokens[i]
        if token.kind in ("break", "punct"):
            if token.form not in '()"«»“”/-–':
                since = -_SINCE_REACH
            i += 1
            continue
        readings = grammar.readings(i, vague=vague) if gate.opens(token) or grammar.word(i) or grammar.ordinal(i) else []
        if not readings:
            if grammar.phrase("since", i):
                since = i
            i += 1
            continue
        last, value = max(readings, key=lambda r: r[0])
        if value.open is None and value.kind in _SINCE_KINDS and i - since < _SINCE_REACH:
            value = msgspec.structs.replace(value, open="since")  # منذ بدء الصراع عام 2011
            since = -_SINCE_REACH
        found.append(TimeMatch(i, last, value))
        i = last
    return tuple(found)
