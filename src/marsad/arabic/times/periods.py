"""Months, years, seasons and their parts, and distances from today: the grammar of everything but single days."""

from __future__ import annotations

from typing import Any, Final, cast

import msgspec

from marsad.arabic.times.clocks import Clocks
from marsad.arabic.times.expression import Modifier, Part, TimeExpression
from marsad.arabic.times.parts import MonthFound

Reading = tuple[int, TimeExpression]

_ROUGHLY: Final = frozenset(
    ["نحو", "حوالي", "قرابه", "زهاء", "اكثر", "من", "ما", "يقارب", "يزيد", "عن", "علي", "اقل", "لا", "يقل", "تقريبا"]
)
# What is called after a month or a day: مفاعل تموز, سد تشرين, جامعة تشرين, ثورة يوليو, قصر 22 مايو.
BEARS_A_DATE: Final = frozenset(
    ["مفاعل", "سد", "قصر", "مجمع", "مدرج", "جسور", "جامعه", "صحيفه", "جريده", "حي", "شارع", "جسر", "ملعب", "مشفي", "مستشفي", "حديقه", "ساحه", "ميدان", "ثوره",
     "انقلاب", "حرب", "حركه", "مدرسه", "مصنع", "معمل", "قاعه", "كتيبه", "لواء", "مخيم", "محطه", "قوي", "لقوي", "فريق", "لفريق", "حراك", "انتفاضه",
     "محور", "لحركه", "لثوره", "مدينه"]
)  # fmt: skip
_SOME: Final = frozenset(["بضعه", "بضع", "عده"])
_SATURDAY: Final = 5
_SUNDAY: Final = 6


class Periods(Clocks):
    """Every method reads one kind of expression at a token and gives the token after it."""

    __slots__ = ()

    # -- months, years, seasons -----------------------------------------------------------------------------------

    def named_month(self, i: int) -> Reading | None:
        """شهر نوفمبر/ تشرين الثاني الماضي, سبتمبر 2001."""
        month = self.month(i)
        before = i - 2 if i and self.tokens[i - 1].kind == "number" else i - 1
        if month is None or (month.year is None and month.modifier is None and self.form(before) in BEARS_A_DATE):
            return None
        if self.form(i - 1) in ("(", "/") and self.month_name(i - 2) is not None:
            return None  # ثورة 30 يونيو (حزيران): the other name of one that is no time
        return month.last, self._month_value(month)

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

    def part(self, i: int) -> Reading | None:
        """أواخر نيسان الماضي, مطلع العام, النصف الثاني من شباط, منتصف 2016."""
        found = self.phrase("half", i) or self.phrase("part", i)
        if found is None or (self.tokens[i].form.startswith("ال") and found.last == i + 1):
            return None
        if self.form(i).startswith("ونص") and self.unit(i - 1, article=True):
            return None  # ابن العام ونصف العام
        part = cast("Part", found.value)
        j = found.last + (self.form(found.last) in ("من", "في"))
        inner = self._part_of(j, part)
        return inner if inner is not None else None

    def _part_of(self, j: int, part: Part) -> Reading | None:
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
            if self.form(j + 1) == "الجديد":
                continue  # مطلع العام الجديد: the one that begins, or has just begun
            if self.stem_in(j, (stem,), definite=True) and not self.phrase("modifier", j + 1, article=True):
                return j + 1, TimeExpression(kind="unit", unit=cast("Any", name), modifier="this", part=part)
        return None

    def week_of_month(self, i: int) -> Reading | None:
        """الأسبوع الأول من شهر أيار, الأسبوع الأخير من آذار الماضي: seven days from the first, the eighth and so on."""
        if not self.stem_in(i, ("اسبوع",), definite=True):
            return None
        number = self.ordinal(i + 1) if i + 1 < len(self.tokens) else None
        if self.form(i + 1) == "الاخير":
            last, part = i + 2, "w5"
        elif number is not None and number.value is not None and 1 <= number.value <= 4:
            last, part = number.last, f"w{int(number.value)}"
        else:
            return None
        month = self._month_behind(last)
        return (month.last, self._month_value(month, cast("Part", part))) if month is not None else None

    def _month_behind(self, i: int) -> MonthFound | None:
        """من شباط, في آذار الماضي, بشهر عشرة: the month that something is part of."""
        j = i + (self.form(i) in ("من", "في"))
        if j == i and not self.form(i).startswith("ب"):
            return None
        return self.month(j, sure=True) or self.relative_month(j)

    def year_any(self, i: int) -> Reading | None:
        """A year, bare figures too: for the ends of ranges and after a preposition."""
        j = i + (self.form(i) in ("و", "عامي") or (self.stem_in(i, ("عامي", "عامين")) is not None))
        year = self.year(j)
        if year is None:
            return None
        return year.last, TimeExpression(kind="year", year=year.year, year_shift=year.shift)

    def year_alone(self, i: int) -> Reading | None:
        """عام 2015, 2011م, and في 2016 or منذ 2011."""
        year = self.year(i)
        if year is None:
            return None
        before = self.form(i - 1).removeprefix("و")
        if self.form(i - 1) in ("مواليد", "مواليده"):
            return None
        if not year.worded and before == "(" and self.form(year.last) == ")" and year.year is not None:
            return year.last, TimeExpression(kind="year", year=year.year)
        if not year.worded:
            if before not in ("في", "منذ", "خلال", "حتي", "مطلع", "نهايه", "بدايه", "اواخر", "اوايل", "سنه"):
                return None
            if self.form(year.last) in ("-", "–", "/", "%") or self.phrase("unit", year.last):
                return None
        return year.last, TimeExpression(kind="year", year=year.year, year_shift=year.shift)

    def season(self, i: int) -> Reading | None:
        """صيف 2012, شتاء العام الماضي, الصيف الماضي."""
        found = self.phrase("season", i, article=True)
        if found is None:
            return None
        if self.form(i - 1).removeprefix("و") == "هذا" and self.tokens[i].form.startswith("ال"):
            return found.last, TimeExpression(kind="season", season=found.value, modifier="this")
        if self.tokens[i].form.startswith("ال"):
            modifier = self.modifier(found.last)
            if modifier is None:
                # أصيب المطار خلال الصيف: the last one; not الربيع العربي
                bare = self.form(i - 1).removeprefix("و") == "خلال" and not self.form(found.last).startswith("ال")
                return (found.last, TimeExpression(kind="season", season=found.value)) if bare else None
            return modifier[0], TimeExpression(kind="season", season=found.value, modifier=modifier[1])
        j = found.last + (self.form(found.last) in ("من", "ال"))
        year = self.year(j)
        if year is None:
            return None
        return year.last, TimeExpression(kind="season", season=found.value, year=year.year, year_shift=year.shift)

    def decade(self, i: int) -> Reading | None:
        """ثمانينيات القرن الماضي, القرن التاسع عشر."""
        found = self.phrase("decade", i, article=True)
        if found is not None:
            century = self._century(found.last + (self.form(found.last) == "من"))
            last, base = century if century is not None else (found.last, 1900)
            return last, TimeExpression(kind="decade", year=base + int(found.value))
        century = self._century(i)
        return (century[0], TimeExpression(kind="century", year=century[1])) if century is not None else None

    def weekend(self, i: int) -> Reading | None:
        """في نهاية الأسبوع, عطلة نهاية الأسبوع الماضي: the Saturday and the Sunday last gone by, as agencies say it."""
        j = i + (self.stem_in(i, ("عطله",)) is not None)
        if self.stem_in(j, ("نهايه",), definite=False) is None or not self.stem_in(j + 1, ("اسبوع",), definite=True):
            return None
        modifier = self.modifier(j + 2)
        if modifier is not None and modifier[1] != "past":
            return None
        days = [TimeExpression(kind="weekday", weekday=day) for day in (_SATURDAY, _SUNDAY)]
        return (modifier[0] if modifier else j + 2), TimeExpression(kind="range", start=days[0], to=days[1])

    def overnight(self, i: int) -> Reading | None:
        """خلال الليل, طوال الليل: the night that ended on the day one writes."""
        if self.form(i).removeprefix("و") not in ("خلال", "طوال", "طيله", "اثناء"):
            return None
        j = i + 1 + (self.form(i + 1) == "ساعات" and self.form(i + 3) in ("الماضي", "الفايت"))  # خلال ساعات الليل الماضي
        if self.form(j) != "الليل" or self.form(j + 1) in ("والنهار", "او", "من"):
            return None  # خلال الليل والنهار
        days = [TimeExpression(kind="day", shift=shift, daypart="night") for shift in (-1, 0)]
        return j + 1 + (self.form(j + 1) in ("الماضي", "الفايت")), TimeExpression(kind="range", start=days[0], to=days[1])

    def holiday(self, i: int) -> Reading | None:
        """عيد الأضحى 2013: a day of the Hijri year."""
        found = self.phrase("holiday", i)
        if found is None:
            return None
        year = self.year(found.last)
        month, day = (int(n) for n in found.value.removeprefix("g").split("-"))
        last = year.last if year is not None and year.year is not None else found.last
        number = year.year if year is not None else None
        return last, TimeExpression(
            kind="date", year=number, month=month, day=day, calendar="gregorian" if found.value[0] == "g" else "hijri"
        )

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

    def unit_relative(self, i: int) -> Reading | None:
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
        if self.stem_in(i, ("اسبوع",), definite=True) and self._before_last(i + 1):
            return i + 3, TimeExpression(kind="unit", unit="week", modifier="past", count=2)
        if self.stem_in(i, ("يوم",), definite=True) and self.form(i + 1) in ("الماضي", "المنصرم", "الفايت"):
            return i + 2, TimeExpression(kind="day", shift=-1)
        return None

    def span(self, i: int) -> Reading | None:
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
        if last_one and definite and count is None:
            return None  # حتى آخر اليوم
        j = unit[0]
        count = float(unit[2]) if unit[2] else count
        if count is None and definite:
            k = j
            while self.form(k) in ("ال", "-", "–", "(") and k < j + 3:
                k += 1
            behind = self.cardinal(k) if k < len(self.tokens) and (self.tokens[k].kind == "number" or self.word(k)) else None
            if behind is not None and not behind.vague and behind.value is not None and not self._singular(i):
                count, j = behind.value, behind.last + (self.form(behind.last) == ")")
        while self.form(j) in ("القليله", "القلايل", "العديده", "الطويله"):
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

    def ago(self, i: int) -> Reading | None:
        """قبل ثلاثة أيام, منذ أسبوعين, منذ أكثر من ثلاثة أشهر; not قبل يومين من الهجوم."""
        since = self.phrase("since", i)
        if since is None and self.form(i).removeprefix("و") != "قبل":
            return None
        counted = self._counted(i + 1)
        if counted is None:
            return None
        last, unit, count = counted
        if since is not None and count is None and unit == "hour" and self.phrase("daypart", last, article=True):
            part = self.phrase("daypart", last, article=True)  # منذ ساعات الصباح
            return (part.last if part else last), TimeExpression(kind="day", shift=0, open="since")
        last += self.form(last) in ("واحد", "واحده")
        if count is not None and self.form(last) in ("ونصف", "ونص"):
            last, count = last + 1 + bool(self.stem_in(last + 1, ("عام", "سنه", "شهر"), definite=True)), count + 0.5
        if since is None and self.form(last) in ("من", "ان") and not self.form(last + 1).startswith(("الان", "اليوم")):
            return None
        return last, TimeExpression(kind="ago", unit=unit, count=count, open="since" if since is not None else None)

    def within(self, i: int) -> Reading | None:
        """خلال 48 ساعة, في غضون أسبوع, بعد يومين: of what is still to come; of what has happened it tells only how long it took."""
        form = self.form(i).removeprefix("و")
        j = i + 1 + (self.form(i + 1) in ("غضون", "خلال", "اقل"))
        if form not in ("خلال", "بعد") and not (form == "في" and j == i + 2):
            return None
        counted = self._counted(j)
        if counted is None or counted[2] is None or self.modifier(counted[0]) or self.form(counted[0]) in ("من", "علي"):
            return None
        if form == "بعد":
            return counted[0], TimeExpression(kind="after", unit=counted[1], count=counted[2])
        return counted[0], TimeExpression(kind="within", unit=counted[1], count=counted[2])

    def lasting(self, i: int) -> tuple[int, Any, float] | None:
        """لمدة خمسة أيام behind a beginning: the token after it, the unit and how many."""
        j = i + (self.form(i) in ("،", ",", ")"))
        goes_on = self.form(j).removeprefix("و") in ("تستمر", "يستمر", "تدوم", "يدوم")
        j += goes_on
        if self.form(j) in ("لمده", "ولمده"):
            j += 1
        elif not goes_on:
            return None
        counted = self._counted(j)
        if counted is None or counted[2] is None:
            return None
        return counted[0], counted[1], counted[2]

    def behind(self, i: int) -> Reading | None:
        """بعد يومين من, عقب نحو شهر من, غداة: what stands behind it lies so much earlier than what is told."""
        if self.form(i).removeprefix("و") == "غداه" and not self._names_a_day(i + 1):
            return i + 1, TimeExpression(kind="behind", unit="day", count=1)
        if self.form(i).removeprefix("و") not in ("بعد", "عقب"):
            return None
        counted = self._counted(i + 1)
        if counted is None:
            return None
        last = counted[0] + (self.form(counted[0]) in ("قليله", "معدوده", "معدودات", "عده"))
        if self.form(last) not in ("من", "علي"):
            return None
        return last + 1, TimeExpression(kind="behind", unit=counted[1], count=counted[2])

    def _names_a_day(self, i: int) -> bool:
        """غداة السبت, غداة اليوم: the morning of a day."""
        return self.weekday(i) is not None or self.phrase("shift", i) is not None

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

    def _week(self, i: int) -> tuple[int, Modifier] | None:
        if self.form(i) == "هذا" and self.stem_in(i + 1, ("اسبوع",), definite=True):
            return i + 2, "this"
        return self.modifier(i + 1) if self.stem_in(i, ("اسبوع",), definite=True) else None
