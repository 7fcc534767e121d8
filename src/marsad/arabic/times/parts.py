"""The parts of time expressions: names of months, years, days, units with their modifiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, cast

from marsad.arabic.numbers.reader import Reader
from marsad.arabic.phrases import Lookup
from marsad.arabic.times.expression import Calendar, Modifier, Unit
from marsad.arabic.times.tables import MonthName, TimeTables
from marsad.arabic.tokens import Token

_NAMED_DAYS: Final = ("العظيمه", "الحزينه", "البيضاء", "السوداء", "الاسود", "الاحمر", "العظيم")  # الجمعة العظيمة, الأربعاء الأسود
_BOTH: Final = frozenset(["كلا", "كلي", "هذين", "هذان", "احد"])
_TOGETHER: Final = frozenset(["معا", "كليهما", "جميعا", "كلاهما"])
_PLAIN: Final = frozenset(["", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"])
_WITH_ARTICLE: Final = _PLAIN | {"ال", "وال", "فال", "بال", "لال", "وبال", "ولال", "فلال", "كال"}
_YEARS: Final = range(1800, 2101)
_HIJRI_YEARS: Final = range(1300, 1501)
_SHORT_HIJRI: Final = range(31, 60)
_ENGLISH_ORDINALS: Final = frozenset(["st", "nd", "rd", "th"])
_SEPARATORS: Final = ("/", "-", "–", ".")
_BEARS_A_WEEKDAY: Final = frozenset(
    ["سوق", "خان", "بلده", "قريه", "مدينه", "مسجد", "جامع", "صحيفه", "حي", "محله", "ساحه", "مخيم", "اسواق"]
)
_NUMBERED: Final = frozenset(["رقم", "قرار", "القرار", "قانون", "القانون", "مرسوم", "المرسوم", "ماده", "الماده", "بند", "البند"])
_MODIFIERS: Final[dict[str, int]] = {"past": -1, "this": 0, "next": 1}


class Found(NamedTuple):
    """A phrase of a role: the token after it and its value."""

    last: int
    value: str


class YearFound(NamedTuple):
    """A year in figures, or counted from this one (`shift`); `worded` when عام or سنة or م stands with it."""

    last: int
    year: int | None
    shift: int | None
    worded: bool


class MonthFound(NamedTuple):
    """A month, by name (`month`) or counted from this one (`shift`), with what stands behind it."""

    last: int
    month: int | None
    calendar: Calendar
    year: int | None = None
    year_shift: int | None = None
    modifier: Modifier | None = None
    shift: int | None = None


class DaysFound(NamedTuple):
    """A day of a month, or the first and last of several."""

    last: int
    day: int
    to_day: int | None
    month: MonthFound


class Parts(Reader):
    """Reads the parts of time expressions from tokens."""

    __slots__ = ("tables",)

    def __init__(self, tokens: Sequence[Token], lookup: Lookup, tables: TimeTables) -> None:
        super().__init__(tokens, lookup)
        self.tables = tables

    def phrase(self, role: str, i: int, *, article: bool = False) -> Found | None:
        """The longest phrase of a role that begins at token `i`; with `article` its first word may carry ال."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word":
            return None
        table = self.tables.phrases.get(role, {})
        best: Found | None = None
        for cut in self.lookup.cuts(self.tokens[i].form):
            if cut.enc:
                continue
            keys = []
            if cut.pro in (_WITH_ARTICLE if article else _PLAIN):
                keys.append(cut.stem)
            if cut.definite and cut.pro.removesuffix("ال") in _PLAIN:
                keys.append("ال" + cut.stem)
            for key in keys:
                for phrase in table.get(key, ()):
                    last = i + 1 + len(phrase.rest)
                    if (best is None or last > best.last) and all(self.form(i + 1 + k) == w for k, w in enumerate(phrase.rest)):
                        best = Found(last, phrase.value)
        return best

    def stem_in(self, i: int, stems: frozenset[str] | tuple[str, ...], *, definite: bool | None = None) -> str | None:
        """The stem of the word at `i` if it is one of `stems`; `definite` asks for ال or for its absence."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word":
            return None
        for cut in self.lookup.cuts(self.tokens[i].form):
            if not cut.enc and cut.stem in stems and cut.pro in _WITH_ARTICLE and definite in (None, cut.definite):
                return cut.stem
        return None

    def modifier(self, i: int) -> tuple[int, Modifier] | None:
        """الماضي، الجاري، المقبلة: an adjective with the article."""
        found = self.phrase("modifier", i, article=True)
        if found is None or not (
            self.tokens[i].form.startswith("ال") or (found.value == "past" and self.form(i) in ("مضت", "خلت"))
        ):
            return None
        return found.last, cast("Modifier", found.value)

    # -- years ----------------------------------------------------------------------------------------------------

    def year(self, i: int) -> YearFound | None:
        """عام 2015, 2015م, العام الماضي, هذا العام, or four figures alone."""
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        if token.kind == "number" and len(token.form) == 4 and token.form.isdigit():
            value = int(token.form)
            suffix = self.form(i + 1)
            if value in _YEARS:
                worded = suffix == "م"
                return YearFound(i + 1 + worded, value, None, worded)
            if value in _HIJRI_YEARS and suffix in ("ه", "هجريه", "هجري"):
                return YearFound(i + 2, value, None, worded=True)
            return None
        if self.stem_in(i, ("عام", "سنه")):
            j = i + 1
            if self.form(j) in ("ال", "("):
                j += 1
            if j < len(self.tokens) and self.tokens[j].kind == "number":
                year = self.year(j)
                if year is not None:
                    close = year.last < len(self.tokens) and self.form(year.last) == ")" and self.form(j - 1) == "("
                    return year._replace(last=year.last + close, worded=True)
            if self.stem_in(i, ("عام", "سنه"), definite=True):
                modifier = self.modifier(j)
                if modifier is not None:
                    return YearFound(modifier[0], None, _MODIFIERS[modifier[1]], worded=True)
                if self._before_last(j):
                    return YearFound(j + 2, None, -2, worded=True)
            number = self.cardinal(j) if self.word(j) else None
            if number is not None and not number.vague and number.value is not None and int(number.value) in _YEARS:
                return YearFound(number.last, int(number.value), None, worded=True)
        if self.form(i).removeprefix("و") in ("هذا", "هذه") and self.stem_in(i + 1, ("عام", "سنه"), definite=True):
            return YearFound(i + 2, None, 0, worded=True)
        return None

    # -- months ---------------------------------------------------------------------------------------------------

    def month_name(self, i: int) -> tuple[int, MonthName] | None:
        """A month's name at `i`, without anything beside it."""
        if i < len(self.tokens) and self.tokens[i].kind == "latin":
            named = self.tables.months.get(self.tokens[i].form)
            return (i + 1 + (self.form(i + 1) == "."), named[0][1]) if named else None  # July, Jul.
        if i >= len(self.tokens) or self.tokens[i].kind != "word" or self.tokens[i].plain.endswith("إب"):
            return None  # محافظة إب is no August
        for cut in self.lookup.cuts(self.tokens[i].form):
            if cut.enc or cut.pro not in _WITH_ARTICLE:
                continue
            for rest, month in self.tables.months.get(cut.stem, ()):
                if cut.definite and month.calendar == "gregorian":
                    continue
                if all(self.form(i + 1 + k) == w for k, w in enumerate(rest)):
                    return i + 1 + len(rest), month
        return None

    def month(self, i: int, *, sure: bool = False) -> MonthFound | None:
        """A month with its second name, its year and its modifier; a weak name counts only with `sure` or another sign."""
        j = i
        if self.stem_in(i, ("شهر", "شهري")) and not self.stem_in(i, ("شهر",), definite=True):
            sure, j = True, i + 1
        name = self.month_name(j)
        if name is None:
            return self._numbered_month(j, i)
        last, month = name
        weak = month.weak and not sure and not self._clearly_a_month(j, last)
        doubled = self._second_name(last, month)
        if doubled is not None:
            last, weak = doubled, False
        found = self._behind_month(MonthFound(last, month.month, month.calendar))
        latin = self.tokens[j].kind == "latin"  # the stamp of a page: with its year, or it is an English word
        if (weak or latin) and found.year is None and found.year_shift is None and found.modifier is None:
            return None
        return found

    def _clearly_a_month(self, first: int, last: int) -> bool:
        """مارس after a preposition; آب only with its madda."""
        del last
        token = self.tokens[first]
        if token.form == "اب":
            return token.plain == "آب" and self.form(first - 1) in ("في", "منذ", "خلال", "من", "حتي")
        return token.form in ("مارس", "اوت") and self.form(first - 1) in ("في", "منذ", "خلال")

    def _numbered_month(self, j: int, i: int) -> MonthFound | None:
        """شهر 3, الشهر التاسع."""
        if j > i and j < len(self.tokens):
            number = self.cardinal(j)
            if number is not None and not number.vague and number.value is not None and 1 <= number.value <= 12:
                if number.value == int(number.value) and (not self.phrase("unit", number.last) or self.year(number.last)):
                    return self._behind_month(MonthFound(number.last, int(number.value), "gregorian"))
        if self.stem_in(i, ("شهر",), definite=True) and i + 1 < len(self.tokens):
            number = self.ordinal(i + 1)
            if number is not None and number.value is not None and number.value <= 12:
                return self._behind_month(MonthFound(number.last, int(number.value), "gregorian"))
        return None

    def _second_name(self, last: int, month: MonthName) -> int | None:
        """تشرين الأول/أكتوبر, 31 يوليو تموز, حزيران (يونيو): the token after the second name."""
        sign = self.form(last)
        j = last + 1 if sign in ("/", "-", "–", "(", "\\", "،", ",") else last
        second = self.month_name(j)
        if second is None or (sign in ("،", ",") and second[1].month != month.month):
            return None
        if second[1].month == month.month or sign in ("/", "\\"):
            return second[0] + (sign == "(" and self.form(second[0]) == ")")
        return None

    def _behind_month(self, found: MonthFound) -> MonthFound:
        modifier = self.modifier(found.last)
        if modifier is not None:
            found = found._replace(last=modifier[0], modifier=modifier[1])
        j = found.last
        while self.form(j) in ("من", "في", ",", "،", "ل", "لل", "/", "-", ".") and j < found.last + 1:
            j += 1
        year = self.year(j)
        if year is not None and (year.worded or j == found.last or self.form(j - 1) in (",", "،", "/", "-", ".")):
            found = found._replace(last=year.last, year=year.year, year_shift=year.shift)
        return found

    def relative_month(self, i: int) -> MonthFound | None:
        """الشهر الماضي، هذا الشهر."""
        if self.form(i).removeprefix("و") == "هذا" and self.stem_in(i + 1, ("شهر",), definite=True):
            return MonthFound(i + 2, None, "gregorian", shift=0)
        if self.stem_in(i, ("شهر",), definite=True):
            modifier = self.modifier(i + 1)
            if modifier is not None:
                last = self._named_again(modifier[0])
                return MonthFound(last, None, "gregorian", shift=_MODIFIERS[modifier[1]])
            if self._before_last(i + 1):
                return MonthFound(i + 3, None, "gregorian", shift=-2)
        return None

    def _before_last(self, i: int) -> bool:
        """قبل الماضي: the one before the last."""
        return self.form(i) == "قبل" and self.form(i + 1).removeprefix("ال") in (
            "ماضي",
            "ماضيه",
            "فايت",
            "فايته",
            "اخير",
            "اخيره",
        )

    def _named_again(self, i: int) -> int:
        """الشهر الجاري كانون الثاني, الشهر الماضي (يوليو): the token after the month's name, where it stands behind."""
        opened = self.form(i) in ("(", "/", "-", "–")
        name = self.month_name(i + opened)
        if name is None or (not opened and name[1].weak and self.form(i) != "اب"):
            return i
        last = self._second_name(name[0], name[1]) or name[0]
        return last + (self.form(i) == "(" and self.form(last) == ")")

    # -- days -----------------------------------------------------------------------------------------------------

    def day_number(self, i: int) -> tuple[int, int, bool] | None:
        """A number from 1 to 31: the token after it, its value, and whether it is in words."""
        if i >= len(self.tokens):
            return None
        if self.form(i) in ("ال", "وال", "بال", "لل", "و", "("):
            dashed = self.form(i).endswith("ال") and self.form(i + 1) in ("-", "–")  # ال - 26
            at = i + 1 + dashed
            if at < len(self.tokens) and self.tokens[at].kind == "number":
                i = at
        token = self.tokens[i]
        if token.kind == "number":
            if token.form.isdigit() and 1 <= int(token.form) <= 31:
                ordinal = self.form(i + 1) in _ENGLISH_ORDINALS  # 21st
                return i + 1 + (ordinal or (self.form(i - 1) == "(" and self.form(i + 1) == ")")), int(token.form), False
            return None
        if self.form(i).removeprefix("و") == "اول":
            return None  # أول الشهر is its beginning, الأول من الشهر its first day
        read = self.ordinal(i) or (self.cardinal(i) if self.word(i) else None)
        if read is None or read.vague or read.value is None or not 1 <= read.value <= 31 or read.value != int(read.value):
            return None
        return read.last, int(read.value), True

    def days(self, i: int) -> DaysFound | None:
        """15 شباط، الخامس من آذار 2020، 7 و8 من تموز الماضي، العشرين من الشهر الماضي، 13 إلى 15 تموز."""
        first = self.day_number(i)
        if first is None:
            return None
        last, day, worded = first
        to_day = None
        j = last
        if self.form(j) in ("و", "-", "–", "الي", "حتي", "وحتي") or self.form(j).startswith("و"):
            at = j if self.form(j) not in ("-", "–", "الي", "حتي", "وحتي") else j + 1
            second = self.day_number(at)
            if second is not None and second[1] > day:
                j, to_day = second[0], second[1]
        linked = self.form(j) == "من"
        if linked or (self.form(j) == "," and self.form(j - 1) in _ENGLISH_ORDINALS):  # 21st, November 2023
            j += 1
        month = self.month(j, sure=True) or self.relative_month(j)
        if month is None and (linked or not worded) and self.form(j) in ("الجاري", "الحالي"):
            month = MonthFound(j + 1, None, "gregorian", shift=0)  # في الخامس من الجاري
        if month is None and linked:
            month = self._that_month(j)
        if month is None and not worded and not linked and self.form(j) == "/":
            month = self.month(j + 1, sure=True)
        if month is None and not worded and not linked and self.form(j) in ("-", "–"):
            month = self.month(j + 1, sure=True)  # 26-يوليو-2022
            month = month if month is not None and month.year is not None else None
        return DaysFound(month.last, day, to_day, month) if month is not None else None

    def _that_month(self, i: int) -> MonthFound | None:
        """الشهر نفسه, ذلك الشهر, الشهر: the month told before, whichever that is; not الشهر الفضيل."""
        j = i + (self.form(i) in ("ذلك", "ذات", "نفس"))
        if self.form(j) != "الشهر" or self.form(j + 1).startswith("ال"):
            return None
        return MonthFound(j + 1 + (self.form(j + 1) in ("نفسه", "ذاته", "عينه")), None, "gregorian")

    def numeric(self, i: int, *, sure: bool) -> tuple[int, int | None, int, int | None] | None:
        """(last, day, month, year) of 24/7/2022, 21.06.2023, 2016 - 02 - 28; 21/09 and 2/2013 only with `sure`."""
        if i >= len(self.tokens) or self.tokens[i].kind != "number":
            return None
        form, last = self.tokens[i].form, i + 1
        pieces = form.replace(".", "/").split("/")
        if len(pieces) == 1 and form.isdigit():
            sign = self.form(i + 1)
            if sign in _SEPARATORS and self.form(i + 3) == sign and self.form(i + 2).isdigit() and self.form(i + 4).isdigit():
                pieces, last = [form, self.form(i + 2), self.form(i + 4)], i + 5
        if not all(p.isdigit() for p in pieces):
            return None
        values = [int(p) for p in pieces]
        if len(values) == 3:
            a, b, c = values
            if len(pieces[0]) == 4:
                a, c = c, a
            if len(pieces[2]) == 2 and len(pieces[0]) <= 2:
                c = values[2] + (1400 if values[2] in _SHORT_HIJRI else 2000)  # 01/04/39 is of 1439
            if b > 12 >= a:
                a, b = b, a
            if 1 <= a <= 31 and 1 <= b <= 12 and (c in _YEARS or c - 1400 in _SHORT_HIJRI):
                return last, a, b, c
        elif len(values) == 2 and "/" in form:
            a, b = values
            if sure and 1 <= a <= 31 and 1 <= b <= 12:
                return last, a, b, None
            if 1 <= a <= 12 and b in _YEARS and self.form(i - 1) not in _NUMBERED:
                return last, None, a, b
        return None

    def weekday(self, i: int, *, sure: bool = False) -> tuple[int, int] | None:
        """الجمعة; without the article only with `sure` (يوم جمعة)."""
        if i >= len(self.tokens) or self.tokens[i].kind != "word":
            return None
        for cut in self.lookup.cuts(self.tokens[i].form):
            day = self.tables.weekdays.get(cut.stem)
            if day is None or cut.enc or cut.pro not in _WITH_ARTICLE or not (cut.definite or sure):
                continue
            if self.form(i + 1) in ("عشر", "عشره", *_NAMED_DAYS) or (cut.stem == "احد" and not cut.definite):
                return None
            if sure or self._a_day(i, cut.stem):
                return i + 1, day
        return None

    def _a_day(self, i: int, stem: str) -> bool:
        """Not a prayer, not الشقيقين الاثنين."""
        before = self.form(i - 1)
        if before.removeprefix("ب").removeprefix("ل") in _BEARS_A_WEEKDAY:
            return False  # سوق الخميس
        if stem == "جمعه" and before.removeprefix("ال") in ("صلاه", "خطبه", "خطيب", "مصلي", "لصلاه", "خطب"):
            return self.form(i - 2) in ("بعد", "عقب", "قبل", "اثر", "خلال", "اثناء", "قبيل")
        return not (stem in ("اثنين", "اتنين") and self._the_two(i))

    def _the_two(self, i: int) -> bool:
        """الشقيقين الاثنين, فقدت الاثنين معا, كلا الاثنين: a number and no Monday."""
        before = self.form(i - 1)
        return (before.startswith("ال") and before.endswith("ين")) or before in _BOTH or self.form(i + 1) in _TOGETHER

    # -- units ----------------------------------------------------------------------------------------------------

    def unit(self, i: int, *, article: bool) -> tuple[int, Unit, int | None] | None:
        """A unit of time: the token after it, the unit, and 2 for a dual (None for singular and plural)."""
        dual = self.phrase("unit2", i, article=article)
        if dual is not None:
            return dual.last, cast("Unit", dual.value), 2
        found = self.phrase("unit", i, article=article)
        return (found.last, cast("Unit", found.value), None) if found is not None else None
