"""Single days and nights: how far from today, which weekday, which date, or several of these at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from marsad.arabic.times.expression import Modifier, TimeExpression
from marsad.arabic.times.hijri import GREGORIAN_FROM
from marsad.arabic.times.ordinals import Ordinals
from marsad.arabic.times.parts import MonthFound
from marsad.arabic.times.periods import BEARS_A_DATE, Reading

_SHORTEST_VERB: Final = 3
_WHO_REACH: Final = 6
_NAME_REACH: Final = 4
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
_MEDIA: Final = frozenset(["قناه", "صحيفه", "موقع", "وكاله", "شبكه", "جريده", "تلفزيون", "اذاعه", "مجله", "منصه"])
# ما يهمه اليوم, العالم اليوم, نحن اليوم: these days, and no day of the calendar.
_NOWADAYS_AFTER: Final = frozenset(
    ["نحن", "اننا", "عالمنا", "العالم", "الواقع", "نعيش", "نعيشه", "نعيشها", "يعيشه", "يعيشها", "تعيشه", "نشهده", "نشهدها", "نراه", "نري",
     "نواجهه", "نحتاج", "نخوض", "شعبنا", "امتنا", "بلدنا", "بلادنا", "وطننا", "مجتمعنا"]
)  # fmt: skip
_NOWADAYS_BEFORE: Final = frozenset(["اكثر", "هو", "هي", "نحن"])
_LEADERS: Final = frozenset(["قاده", "زعماء", "شعوب"])
_WHAT: Final = frozenset(["ما", "وما", "فما", "مما", "بما", "لما", "عما"])
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
_TOMORROW_AFTER: Final = frozenset(["يوم", "ليوم", "الي", "حتي", "في", "صباح", "مساء", "فجر", "نهار", "منذ", "بعد"])


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
    clock: str | None = None
    count: float | None = None
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
                count={"past": -1, "this": 0, "next": 1}[self.week_modifier] if self.week_modifier is not None else self.count,
                daypart=self.daypart,
                clock=self.clock,
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
            clock=self.clock,
            after_midnight=self.after_midnight,
            calendar=m.calendar,
        )
        if self.to_day is None:
            return day
        return range_of(day, msgspec.structs.replace(day, day=self.to_day))


def range_of(start: TimeExpression, end: TimeExpression) -> TimeExpression:
    """From one expression to another."""
    return TimeExpression(kind="range", start=start, to=end)


class Days(Ordinals):
    """Every method reads one kind of expression at a token and gives the token after it."""

    __slots__ = ()

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

    def after_midnight(self, i: int) -> Reading | None:
        """بعد منتصف الليل, which reports say of the night before they appear."""
        if self.form(i).removeprefix("و") not in ("بعد", "عقب") or self.form(i + 1) != "منتصف" or self.form(i + 2) != "الليل":
            return None
        return i + 3, TimeExpression(kind="day", shift=0, daypart="midnight", after_midnight=True)

    def day(self, i: int) -> Reading | None:
        """A day told by its distance from today, its weekday, its date, or several of these at once."""
        draft = _Draft()
        j = i
        sure = False
        clock = self.clock(j)
        if clock is not None:
            j, draft.clock, draft.daypart = clock
            j += self.form(j) in ("،", ",")
        part = self._day_part(j + (clock is not None and self.form(j) == "من"))
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
        if last is None and (part is not None or clock is not None):
            draft, sure = _Draft(), False  # الليلة الماضية: the word was no part of another day
            last = self._component(i, draft, sure=False)
        if last is None:
            return None
        last = self._more(last, draft)
        return self._as_the_paper_puts_it(last, draft), draft.expression()

    def _as_the_paper_puts_it(self, last: int, draft: _Draft) -> int:
        """فجر هذا اليوم (أمس): the today of a statement, and in brackets what it is on the day of the paper."""
        told = self.phrase("shift", last + 1) if self.form(last) == "(" and draft.shift == 0 else None
        if told is None or self.form(told.last) != ")":
            return last
        draft.shift = int(told.value)
        return told.last + 1

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
        if adverb is not None and not self.stem_in(adverb.last, ("يوم",)) and not self.weekday(adverb.last):
            last = adverb.last
        j = last + (self.form(last) in ("،", ","))
        clock = self.clock(j) if j < len(self.tokens) and self.tokens[j].kind == "word" else None  # figures may be a page's stamp
        if clock is not None and draft.clock is None and not self._day_behind(clock.last):
            draft.clock, draft.daypart = clock.clock, draft.daypart or clock.daypart
            return clock.last
        return last

    def _day_behind(self, i: int) -> bool:
        """Whether a day stands right behind a time of the clock, which is then that day's."""
        j = i + (self.form(i) in ("من", "يوم"))
        return self.weekday(j) is not None or self.phrase("shift", j) is not None or self._day_part(j) is not None

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
            weekday = self.weekday(i, sure=sure or self._week(i + 1) is not None)  # ثلاثاء الأسبوع الفائت
            if weekday is not None:
                last, draft.weekday = weekday
                return self._behind_weekday(last, draft)
        if draft.shift is None:
            return self._shift(i, draft)
        return None

    def _date(self, i: int, draft: _Draft, *, sure: bool) -> int | None:
        days = self.days(i)
        if days is not None and days.month.year is None and (self.form(i - 1) in BEARS_A_DATE or self._of_a_name(i)):
            return None
        if days is not None:
            draft.day, draft.to_day, draft.month = days.day, days.to_day, days.month
            return days.last
        numeric = self.numeric(i, sure=sure)
        if numeric is not None:
            last, draft.day, month, year = numeric
            draft.month = MonthFound(last, month, "hijri" if year is not None and year < GREGORIAN_FROM else "gregorian", year)
            return last
        return self._month_first(i, draft)

    def _of_a_name(self, i: int) -> bool:
        """مدينتي أبو حماد والعاشر من رمضان: a town called after a day, beside another."""
        towns = ("مدينه", "مدينتي", "مدن", "بمدينه", "بمدينتي")
        return self.form(i).startswith("وال") and any(self.form(k) in towns for k in range(max(0, i - _NAME_REACH), i))

    def _month_first(self, i: int, draft: _Draft) -> int | None:
        """أكتوبر 30 , 2017 and يوليو 13-15: only where a year or a second day shows that the number is a day."""
        name = self.month_name(i)
        if name is None:
            return None
        first = self.day_number(self._second_name(*name) or name[0])  # سبتمبر (أيلول) 11, 2001
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
        if self._before_last(last):
            draft.modifier, draft.count = "past", 2
            return last + 2
        j = last + 1 if self.form(last) == "من" else last
        week = self._week(j)
        if week is not None:
            draft.week_modifier = week[1]
            return week[0]
        return last

    def _shift(self, i: int, draft: _Draft) -> int | None:
        night = self.phrase("shift_night", i)
        if night is not None:
            at_twelve = self.form(i - 1).removeprefix("و").removeprefix("ب") == "منتصف"  # منتصف الليلة الماضية
            draft.shift, draft.daypart = int(night.value), draft.daypart or ("midnight" if at_twelve else "night")
            return night.last
        if draft.weekday is not None and self.form(i).startswith("و"):
            return None  # بين الاثنين واليوم: another day
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
        """Not روسيا اليوم, not اليوم الثاني, not اليوم نفسه, not بعد اليوم."""
        if self.form(i + 1) in _NOT_TODAY or self.form(i - 1) in ("نفس", "ذات", "ذلك", "بنفس", "بذات", "بعد"):
            return False
        if self.form(i + 1) == "ال" and self.cardinal(i + 2 + (self.form(i + 2) in ("-", "–"))) is not None:
            return False  # في اليوم الـ59 من الحملة
        if self.form(i) == "اليوم" and self.form(i - 1) in _OUTLETS and self.form(i - 2) not in _PREPOSITIONS:
            return False
        if self.form(i) == "اليوم" and (self._nowadays(i) or self.form(i - 2).removeprefix("ل") in _MEDIA):
            return False  # قناة حلب اليوم
        return self.form(i - 1) not in ("المصري", "راي", "اخبار", "قناه", "صحيفه", "موقع")

    def _nowadays(self, i: int) -> bool:
        """ما أراه اليوم, العالم اليوم, بغداد اليوم هي: in these days; قادة العالم اليوم and ما قاله اليوم may be today."""
        before, what = self.form(i - 1).removeprefix("و"), self.form(i - 2)
        if before in _NOWADAYS_AFTER:
            return what not in _LEADERS
        if self.form(i + 1) in _NOWADAYS_BEFORE:
            return True
        if what in _WHAT and len(before) > _SHORTEST_VERB and before[0] in "يتنا":
            return True
        # من يسكنها اليوم, من يقود العملية السياسية في البلاد اليوم
        who = range(max(1, i - _WHO_REACH), i)
        return any(self.form(k - 1).removeprefix("و") == "من" and self._present(self.form(k)) for k in who)

    @staticmethod
    def _present(form: str) -> bool:
        """Whether a form looks like a verb in the present tense (يقود); names of months and of Yemen do too."""
        return len(form) > _SHORTEST_VERB and form[0] == "ي" and not form.startswith(("يوم", "يون", "يول", "ينا", "يمن"))

    def same_day(self, i: int) -> Reading | None:
        """في اليوم نفسه, في ذلك اليوم: the day told before; في اليوم التالي the one behind it."""
        form = self.form(i).removeprefix("و").removeprefix("ب")
        if form in ("نفس", "ذات", "ذلك") and self.form(i + 1) == "اليوم":
            return i + 2, TimeExpression(kind="behind", unit="day", count=0)
        if form == "اليوم" and self.form(i + 1) in ("التالي", "السابق"):
            return i + 2, TimeExpression(kind="behind", unit="day", count=0, shift=1 if self.form(i + 1) == "التالي" else -1)
        if form == "اليوم" and self.form(i + 1) in ("نفسه", "ذاته"):
            return i + 2, TimeExpression(kind="behind", unit="day", count=0)
        return None

    def in_a_row(self, i: int) -> Reading | None:
        """لليوم الثاني على التوالي: the day that the story has told, and where it has told none, today."""
        if self.form(i).removeprefix("و") != "لليوم":
            return None
        j = i + 1 + (self.form(i + 1) == "ال")
        number = self.ordinal(j) or self.cardinal(j) if j < len(self.tokens) else None
        if number is None or (j == i + 1 and not self.form(j).startswith("ال")):
            return None
        last = number.last + 2 * (self.form(number.last) == "علي" and self.form(number.last + 1) == "التوالي")
        return last, TimeExpression(kind="behind", unit="day", count=0, modifier="this")

    def same_period(self, i: int) -> Reading | None:
        """نفس الفترة, الفترة ذاتها: the stretch of time told last."""
        if self.form(i).removeprefix("و") in ("نفس", "ذات") and self.form(i + 1) == "الفتره":
            return i + 2, TimeExpression(kind="behind", unit="month", count=0)
        if self.form(i).removeprefix("و") == "الفتره" and self.form(i + 1) in ("نفسها", "ذاتها"):
            return i + 2, TimeExpression(kind="behind", unit="month", count=0)
        return None

    def since_then(self, i: int) -> Reading | None:
        """منذ ذلك الحين, منذ ذلك التاريخ: since what was told last."""
        if self.phrase("since", i) is None or self.form(i + 1) not in ("ذلك", "تلك", "هذا"):
            return None
        if self.form(i + 2) not in ("الحين", "التاريخ", "الوقت", "الفتره", "اليوم"):
            return None
        return i + 3, TimeExpression(kind="behind", unit="day", count=0, open="since")

    def clock_alone(self, i: int) -> Reading | None:
        """الساعة الثالثة عصرا without a day: a time of the day that the story is about."""
        found = self.clock(i)
        if found is None:
            return None
        return found.last, TimeExpression(kind="clock", clock=found.clock, daypart=found.daypart)

    def night(self, i: int) -> Reading | None:
        """ليل الخميس/الجمعة, بعد منتصف ليلة الاثنين – الثلاثاء, الخميس – الجمعة after ليل."""
        part = self._day_part(i)
        if part is None or not (part[1] in ("night", "midnight") or self.form(part[0] - 1) in ("ليل", "ليله")):
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
