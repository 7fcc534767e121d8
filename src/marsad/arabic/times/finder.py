"""Finding time expressions: at every token the longest reading of the grammar is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import msgspec

from marsad.arabic.phrases import Lookup
from marsad.arabic.times.expression import Modifier, Open, Part, TimeExpression, TimeMatch
from marsad.arabic.times.parts import MonthFound, Parts
from marsad.arabic.times.tables import TimeTables
from marsad.arabic.tokens import Token

_Reading = tuple[int, TimeExpression]

_DAY_WORDS: Final = ("يوم", "نهار", "تاريخ", "موافق", "مصادف", "واقع", "ليوم", "ايام", "يومي")
_GLUE_SIGNS: Final = frozenset(["،", ",", "(", "-", "–", "/", "«", '"', "“"])
_GLUE_WORDS: Final = frozenset(
    ["الموافق", "المصادف", "الواقع", "بتاريخ", "في", "الموافقه", "والموافق", "يوم", "لتاريخ", "نهار", "من"]
)
_OUTLETS: Final = frozenset(
    [
        "روسيا",
        "المصري",
        "راي",
        "اخبار",
        "ليبيا",
        "فلسطين",
        "العربي",
        "سوريا",
        "العراق",
        "اليمن",
        "مصر",
        "الاردن",
        "عرب",
        "الشرق",
        "الخليج",
        "سودان",
        "تونس",
        "المغرب",
    ]
)
_PREPOSITIONS: Final = frozenset(
    ["في", "من", "الي", "علي", "عن", "داخل", "شمال", "جنوب", "شرق", "غرب", "بين", "ان", "كل", "و", "تجاه", "ضد", "عبر", "نحو"]
)
_NOT_TODAY: Final = frozenset(
    [
        "نفسه",
        "ذاته",
        "التالي",
        "السابق",
        "الذي",
        "السابع",
        "الاخير",
        "الواحد",
        "العالمي",
        "الدولي",
        "الوطني",
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
    ]
)
_ROUGHLY: Final = frozenset(
    ["نحو", "حوالي", "قرابه", "زهاء", "اكثر", "من", "ما", "يقارب", "يزيد", "عن", "علي", "اقل", "لا", "يقل", "تقريبا"]
)
_SOME: Final = frozenset(["بضعه", "بضع", "عده"])
_TOMORROW_AFTER: Final = frozenset(["يوم", "ليوم", "الي", "حتي", "في", "صباح", "مساء", "فجر", "نهار", "منذ", "بعد"])
_SINCE_REACH: Final = 10
_SINCE_KINDS: Final = frozenset(["date", "month", "year", "season"])


@dataclass(slots=True)
class _Draft:
    """What has been gathered of a day so far."""

    weekday: int | None = None
    shift: int | None = None
    modifier: Modifier | None = None
    week_modifier: Modifier | None = None
    day: int | None = None
    to_day: int | None = None
    month: MonthFound | None = None
    year: int | None = None
    daypart: str | None = None
    after_midnight: bool = False

    @property
    def empty(self) -> bool:
        return self.weekday is None and self.shift is None and self.month is None

    def expression(self) -> TimeExpression:
        if self.month is None:
            return TimeExpression(
                kind="weekday" if self.weekday is not None else "day",
                weekday=self.weekday,
                shift=self.shift,
                modifier=self.modifier,
                unit="week" if self.week_modifier is not None else None,
                month_shift=None,
                count={"past": -1, "this": 0, "next": 1}[self.week_modifier] if self.week_modifier is not None else None,
                daypart=self.daypart,
                after_midnight=self.after_midnight,
            )
        m = self.month
        day = TimeExpression(
            kind="date",
            year=self.year or m.year,
            month=m.month,
            day=self.day,
            weekday=self.weekday,
            shift=self.shift,
            modifier=m.modifier,
            year_shift=m.year_shift,
            month_shift=m.shift,
            daypart=self.daypart,
            after_midnight=self.after_midnight,
            calendar=m.calendar,
        )
        if self.to_day is None:
            return day
        return _range(day, msgspec.structs.replace(day, day=self.to_day))


def _range(start: TimeExpression, end: TimeExpression) -> TimeExpression:
    return TimeExpression(kind="range", start=start, to=end)


class _Grammar(Parts):
    """The grammar: every method reads one kind of expression at a token and gives the token after it."""

    __slots__ = ()

    def readings(self, i: int, *, vague: bool) -> list[_Reading]:
        found = [r for r in (rule(i) for rule in self._rules()) if r is not None]
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

    def _rules(self) -> tuple[Callable[[int], _Reading | None], ...]:
        return (
            self.range_,
            self.since,
            self.ago,
            self.night,
            self.after_midnight,
            self.behind,
            self.day,
            self.named_month,
            self.part,
            self.unit_relative,
            self.span,
            self.year_alone,
            self.season,
            self.decade,
        )

    def simple(self, i: int) -> _Reading | None:
        """Any expression that may be one end of a range."""
        rules = (self.night, self.day, self.named_month, self.part, self.unit_relative, self.year_any, self.season)
        found = [r for r in (rule(i) for rule in rules) if r is not None]
        return max(found, key=lambda r: r[0]) if found else None

    # -- days -----------------------------------------------------------------------------------------------------

    def _day_part(self, i: int) -> tuple[int, str, bool] | None:
        """صباح، ليل، بعد منتصف ليل، ساعات متأخرة من ليل: the token after it, its name, whether it is after midnight."""
        found = self.phrase("daypart", i, article=True)
        if found is None:
            return None
        last, value = found
        while True:
            j = last
            while self.form(j) in ("من", "يوم", "الاولي", "المتاخره", "المبكره", "نهار"):
                j += 1
            more = self.phrase("daypart", j, article=True)
            if more is None or more.last <= last:
                return last, value, value == "midnight"
            last, value = more.last, more.value if value == "hours" else value

    def after_midnight(self, i: int) -> _Reading | None:
        """بعد منتصف الليل, which reports say of the night before they appear."""
        if self.form(i).removeprefix("و") not in ("بعد", "عقب") or self.form(i + 1) != "منتصف" or self.form(i + 2) != "الليل":
            return None
        return i + 3, TimeExpression(kind="day", shift=0, daypart="midnight", after_midnight=True)

    def day(self, i: int) -> _Reading | None:
        """A day told by its distance from today, its weekday, its date, or several of these at once."""
        draft = _Draft()
        j = i
        sure = False
        part = self._day_part(j)
        if part is not None:
            j, draft.daypart, draft.after_midnight = part
            sure = True
        while self.stem_in(j, _DAY_WORDS) or (j > i and self.form(j) in ("من", "ال", ":")):
            if self.stem_in(j, ("يوم",), definite=True):
                break  # اليوم is today
            sure, j = True, j + 1
            if j - i > 5:
                return None
        year = self.year(i) if j == i else None
        if year is not None and year.year and self.form(year.last) in ("بتاريخ", "يوم"):
            draft.year, j, sure = year.year, year.last + 1, True
        last = self._component(j, draft, sure=sure)
        if last is None and part is not None:
            draft, sure = _Draft(), False  # الليلة الماضية: the word was no part of another day
            last = self._component(i, draft, sure=False)
        if last is None:
            return None
        return self._more(last, draft), draft.expression()

    def _more(self, last: int, draft: _Draft) -> int:
        while True:
            opened, j = False, last
            while j < last + 3 and (self.form(j) in _GLUE_SIGNS or self.form(j) in _GLUE_WORDS):
                opened |= self.form(j) == "("
                j += 1
            glued = j > last
            if glued and self.form(j - 1) in ("في", "من") and not self._dated(j):
                break
            more = self._component(j, draft, sure=glued or draft.weekday is not None)
            if more is None:
                break
            last = more + (opened and self.form(more) == ")")
        adverb = self.phrase("dayadverb", last)
        return (
            adverb.last
            if adverb is not None and not self.stem_in(adverb.last, ("يوم",)) and not self.weekday(adverb.last)
            else last
        )

    def _dated(self, j: int) -> bool:
        return self.days(j) is not None or self.numeric(j, sure=True) is not None

    def _component(self, i: int, draft: _Draft, *, sure: bool) -> int | None:
        """One more way of telling the day, if the draft has not got it yet."""
        if i >= len(self.tokens):
            return None
        if draft.month is None:
            last = self._date(i, draft, sure=sure)
            if last is not None:
                return last
        if draft.weekday is None:
            weekday = self.weekday(i, sure=sure)
            if weekday is not None:
                last, draft.weekday = weekday
                return self._behind_weekday(last, draft)
        if draft.shift is None:
            return self._shift(i, draft)
        return None

    def _date(self, i: int, draft: _Draft, *, sure: bool) -> int | None:
        days = self.days(i)
        if days is not None:
            draft.day, draft.to_day, draft.month = days.day, days.to_day, days.month
            return days.last
        numeric = self.numeric(i, sure=sure)
        if numeric is not None:
            last, draft.day, month, year = numeric
            draft.month = MonthFound(last, month, "gregorian", year)
            return last
        return self._month_first(i, draft)

    def _month_first(self, i: int, draft: _Draft) -> int | None:
        """أكتوبر 30 , 2017 and يوليو 13-15: only where a year or a second day shows that the number is a day."""
        name = self.month_name(i)
        if name is None:
            return None
        first = self.day_number(name[0])
        if first is None or first[2]:
            return None
        month = MonthFound(first[0], name[1].month, name[1].calendar)
        j = first[0]
        if self.form(j) in ("-", "–", "الي", "حتي"):
            second = self.day_number(j + 1)
            if second is not None and second[1] > first[1]:
                draft.day, draft.to_day, draft.month = first[1], second[1], month
                return second[0]
        if self.form(j) in (",", "،"):
            j += 1
        year = self.year(j)
        if year is None or year.year is None:
            return None
        draft.day, draft.month = first[1], month._replace(year=year.year)
        return year.last

    def _behind_weekday(self, last: int, draft: _Draft) -> int:
        modifier = self.modifier(last)
        if modifier is not None:
            draft.modifier = modifier[1]
            return modifier[0]
        j = last + 1 if self.form(last) == "من" else last
        week = self._week(j)
        if week is not None and j > last:
            draft.week_modifier = week[1]
            return week[0]
        return last

    def _week(self, i: int) -> tuple[int, Modifier] | None:
        if self.form(i) == "هذا" and self.stem_in(i + 1, ("اسبوع",), definite=True):
            return i + 2, "this"
        return self.modifier(i + 1) if self.stem_in(i, ("اسبوع",), definite=True) else None

    def _shift(self, i: int, draft: _Draft) -> int | None:
        night = self.phrase("shift_night", i)
        if night is not None:
            draft.shift, draft.daypart = int(night.value), draft.daypart or "night"
            return night.last
        found = self.phrase("shift", i)
        if found is None:
            return None
        if found.last == i + 1 and int(found.value) == 0 and not self._today(i):
            return None
        if found.last == i + 1 and self.form(i) == "وغدا" and draft.empty:
            return None  # it became
        if self.form(i).endswith("الغد") and draft.daypart is None and self.form(i - 1) not in _TOMORROW_AFTER:
            return None  # the name of papers, stations and parties
        draft.shift = int(found.value)
        return found.last

    def _today(self, i: int) -> bool:
        """Not روسيا اليوم, not اليوم الثاني, not اليوم نفسه."""
        if self.form(i + 1) in _NOT_TODAY:
            return False
        if self.form(i) == "اليوم" and self.form(i - 1) in _OUTLETS and self.form(i - 2) not in _PREPOSITIONS:
            return False
        return self.form(i - 1) not in ("المصري", "راي", "اخبار", "قناه", "صحيفه", "موقع")

    def night(self, i: int) -> _Reading | None:
        """ليل الخميس/الجمعة, بعد منتصف ليلة الاثنين – الثلاثاء, الخميس – الجمعة after ليل."""
        part = self._day_part(i)
        if part is None or part[1] not in ("night", "midnight"):
            return None
        j = part[0]
        while self.form(j) in ("يوم", "من"):
            j += 1
        first = self.weekday(j, sure=True)
        if first is None:
            return None
        k = first[0] + (self.form(first[0]) in ("/", "-", "–", "—", "\\", "الي", "علي", "ل"))
        second = self.weekday(k, sure=True)
        if second is None or (second[1] - first[1]) % 7 != 1 or self.form(k).startswith("و"):
            return None
        after = part[2] or part[1] == "midnight"
        return second[0], TimeExpression(
            kind="night",
            weekday=first[1],
            to=TimeExpression(kind="weekday", weekday=second[1]),
            daypart="night",
            after_midnight=after,
        )

    # -- months, years, seasons -----------------------------------------------------------------------------------

    def named_month(self, i: int) -> _Reading | None:
        """شهر نوفمبر/ تشرين الثاني الماضي, سبتمبر 2001."""
        month = self.month(i)
        return (month.last, self._month_value(month)) if month is not None else None

    @staticmethod
    def _month_value(month: MonthFound, part: Part | None = None) -> TimeExpression:
        return TimeExpression(
            kind="month",
            year=month.year,
            month=month.month,
            year_shift=month.year_shift,
            month_shift=month.shift,
            modifier=month.modifier,
            calendar=month.calendar,
            part=part,
        )

    def part(self, i: int) -> _Reading | None:
        """أواخر نيسان الماضي, مطلع العام, النصف الثاني من شباط, منتصف 2016."""
        found = self.phrase("half", i) or self.phrase("part", i)
        if found is None or (self.tokens[i].form.startswith("ال") and found.last == i + 1):
            return None
        part = cast("Part", found.value)
        j = found.last + (self.form(found.last) in ("من", "في"))
        inner = self._part_of(j, part)
        return inner if inner is not None else None

    def _part_of(self, j: int, part: Part) -> _Reading | None:
        month = self.month(j, sure=True) or self.relative_month(j)
        if month is not None:
            return month.last, self._month_value(month, part)
        year = self.year(j)
        if year is not None:
            return year.last, TimeExpression(kind="year", year=year.year, year_shift=year.shift, part=part)
        unit = self.unit_relative(j) or self.decade(j)
        if unit is not None:
            return unit[0], msgspec.structs.replace(unit[1], part=part)
        for stem, name in (("عام", "year"), ("سنه", "year"), ("شهر", "month"), ("اسبوع", "week")):
            if self.stem_in(j, (stem,), definite=True) and not self.phrase("modifier", j + 1, article=True):
                return j + 1, TimeExpression(kind="unit", unit=cast("Any", name), modifier="this", part=part)
        return None

    def year_any(self, i: int) -> _Reading | None:
        """A year, bare figures too: for the ends of ranges and after a preposition."""
        j = i + (self.form(i) in ("و", "عامي") or (self.stem_in(i, ("عامي", "عامين")) is not None))
        year = self.year(j)
        if year is None:
            return None
        return year.last, TimeExpression(kind="year", year=year.year, year_shift=year.shift)

    def year_alone(self, i: int) -> _Reading | None:
        """عام 2015, 2011م, and في 2016 or منذ 2011."""
        year = self.year(i)
        if year is None:
            return None
        before = self.form(i - 1)
        if not year.worded and before == "(" and self.form(year.last) == ")" and year.year is not None:
            return year.last, TimeExpression(kind="year", year=year.year)
        if not year.worded:
            if before not in ("في", "منذ", "خلال", "حتي", "مطلع", "نهايه", "بدايه", "اواخر", "اوائل", "سنه"):
                return None
            if self.form(year.last) in ("-", "–", "/", "%") or self.phrase("unit", year.last):
                return None
        return year.last, TimeExpression(kind="year", year=year.year, year_shift=year.shift)

    def season(self, i: int) -> _Reading | None:
        """صيف 2012, شتاء العام الماضي, الصيف الماضي."""
        found = self.phrase("season", i, article=True)
        if found is None:
            return None
        if self.tokens[i].form.startswith("ال"):
            modifier = self.modifier(found.last)
            return (modifier[0], TimeExpression(kind="season", season=found.value, modifier=modifier[1])) if modifier else None
        j = found.last + (self.form(found.last) in ("من", "ال"))
        year = self.year(j)
        if year is None:
            return None
        return year.last, TimeExpression(kind="season", season=found.value, year=year.year, year_shift=year.shift)

    def decade(self, i: int) -> _Reading | None:
        """ثمانينيات القرن الماضي, القرن التاسع عشر."""
        found = self.phrase("decade", i, article=True)
        if found is not None:
            century = self._century(found.last + (self.form(found.last) == "من"))
            last, base = century if century is not None else (found.last, 1900)
            return last, TimeExpression(kind="decade", year=base + int(found.value))
        century = self._century(i)
        return (century[0], TimeExpression(kind="century", year=century[1])) if century is not None else None

    def _century(self, i: int) -> tuple[int, int] | None:
        if not self.stem_in(i, ("قرن",), definite=True):
            return None
        modifier = self.modifier(i + 1)
        if modifier is not None:
            return modifier[0], {"past": 1900, "this": 2000, "next": 2100}[modifier[1]]
        number = (self.ordinal(i + 1) or self.cardinal(i + 1)) if i + 1 < len(self.tokens) else None
        if number is not None and number.value is not None and 1 <= number.value <= 21:
            return number.last, int(number.value - 1) * 100
        return None

    # -- distances ------------------------------------------------------------------------------------------------

    def unit_relative(self, i: int) -> _Reading | None:
        """الشهر الماضي، هذا الأسبوع، العام الحالي، السنة المقبلة."""
        month = self.relative_month(i)
        if month is not None:
            return month.last, self._month_value(month)
        week = self._week(i)
        if week is not None:
            return week[0], TimeExpression(kind="unit", unit="week", modifier=week[1])
        year = self.year(i)
        if year is not None and year.shift is not None:
            return year.last, TimeExpression(kind="year", year_shift=year.shift)
        if self.stem_in(i, ("يوم",), definite=True) and self.form(i + 1) in ("الماضي", "المنصرم", "الفاءت"):
            return i + 2, TimeExpression(kind="day", shift=-1)
        return None

    def span(self, i: int) -> _Reading | None:
        """الساعات الـ24 الماضية, الأيام الخمسة الفائتة, 24 ساعة الماضية, آخر ثلاثة أيام, الأيام المقبلة."""
        last_one = self.form(i).removeprefix("و").removeprefix("ب") == "اخر"
        j = i + last_one
        count: float | None = None
        some = False
        while j < len(self.tokens) and self.form(j) in ("ال", "-", "–", "(") and j < i + 3:
            j += 1
        number = self.cardinal(j) if j < len(self.tokens) and (self.tokens[j].kind == "number" or self.word(j)) else None
        if number is not None and not number.vague:
            count, j = number.value, number.last
            j += self.form(j) in (")",)
        unit = self.unit(j, article=True)
        if unit is None:
            return None
        definite = self.tokens[j].form.startswith(("ال", "لل", "بال", "وال"))
        j = unit[0]
        count = float(unit[2]) if unit[2] else count
        if count is None and definite:
            k = j
            while self.form(k) in ("ال", "-", "–", "(") and k < j + 3:
                k += 1
            behind = self.cardinal(k) if k < len(self.tokens) and (self.tokens[k].kind == "number" or self.word(k)) else None
            if behind is not None and not behind.vague and behind.value is not None:
                count, j = behind.value, behind.last + (self.form(behind.last) == ")")
        while self.form(j) in ("القليله", "القلائل", "العديده", "الطويله"):
            some, j = True, j + 1
        if last_one:
            return (
                (j, TimeExpression(kind="span", unit=unit[1], count=count or 1, modifier="past"))
                if count or unit[2] or unit[0] == i + 2
                else None
            )
        modifier = self.modifier(j)
        if modifier is None or modifier[1] == "this" or (count is None and not definite):
            return None
        if count is None and not some and self._singular(i):
            return None
        return modifier[0], TimeExpression(kind="span", unit=unit[1], count=count, modifier=modifier[1])

    def _singular(self, i: int) -> bool:
        return self.stem_in(i, ("يوم", "ساعه", "اسبوع", "شهر", "عام", "سنه", "ليله", "عقد", "قرن", "دقيقه")) is not None

    def ago(self, i: int) -> _Reading | None:
        """قبل ثلاثة أيام, منذ أسبوعين, منذ أكثر من ثلاثة أشهر; not قبل يومين من الهجوم."""
        since = self.phrase("since", i)
        if since is None and self.form(i).removeprefix("و") != "قبل":
            return None
        counted = self._counted(i + 1)
        if counted is None:
            return None
        last, unit, count = counted
        if since is None and self.form(last) in ("من", "ان") and not self.form(last + 1).startswith(("الان", "اليوم")):
            return None
        return last, TimeExpression(kind="ago", unit=unit, count=count, open="since" if since is not None else None)

    def behind(self, i: int) -> _Reading | None:
        """بعد يومين من, عقب نحو شهر من: what stands behind it lies so much earlier than what is told."""
        if self.form(i).removeprefix("و") not in ("بعد", "عقب"):
            return None
        counted = self._counted(i + 1)
        if counted is None or self.form(counted[0]) not in ("من", "علي"):
            return None
        return counted[0] + 1, TimeExpression(kind="behind", unit=counted[1], count=counted[2])

    def _counted(self, i: int) -> tuple[int, Any, float | None] | None:
        """N units: أكثر من ثلاثة أشهر, يومين, أسبوع, عدة أيام."""
        j = i
        while self.form(j) in _ROUGHLY:
            j += 1
        if j >= len(self.tokens):
            return None
        if self.form(j) in _SOME:
            unit = self.unit(j + 1, article=False)
            return (unit[0], unit[1], None) if unit is not None else None
        unit = self.unit(j, article=False)
        if unit is not None and not self.tokens[j].form.startswith("ال"):
            if unit[2]:
                return unit[0], unit[1], 2.0
            if self._singular(j):
                follows = self.weekday(unit[0], sure=True) or self.month_name(unit[0]) or self.phrase("shift", unit[0])
                figure = unit[0] < len(self.tokens) and self.tokens[unit[0]].kind == "number"
                rare = unit[1] in ("decade", "century", "minute", "second")
                named = rare and self.form(unit[0]).startswith("ال")  # قبل عقد الجولة
                return None if follows or figure or named else (unit[0], unit[1], 1.0)
            return unit[0], unit[1], None
        number = self.cardinal(j) if self.tokens[j].kind == "number" or self.word(j) else None
        if number is None or number.value is None:
            return None
        unit = self.unit(number.last, article=False)
        return (unit[0], unit[1], None if number.vague else number.value) if unit is not None else None

    # -- open and closed stretches --------------------------------------------------------------------------------

    def since(self, i: int) -> _Reading | None:
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
                if found is not None and self.form(i).removeprefix("و") in ("حتي", "لغايه", "لحد"):
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
        inner = self.simple(start)
        if inner is None:
            return None
        last, value = inner
        if direction in ("since", "from"):
            until = self._until(last)
            if until is not None:
                return until[0], _range(value, until[1])
        return last, msgspec.structs.replace(value, open=direction)

    def _until(self, i: int) -> _Reading | None:
        found = self.phrase("until", i)
        if found is None:
            return None
        return self.simple(found.last)

    def range_(self, i: int) -> _Reading | None:
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
        return second[0], _range(value, second[1])


_TRIGGERS: Final = frozenset(
    [
        "من",
        "بين",
        "مابين",
        "ما",
        "قبل",
        "قبيل",
        "اخر",
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
        "قرن",
        "ال",
        "وال",
        "بال",
        "لل",
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
