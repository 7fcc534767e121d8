"""The n-th of something: أول جمعة من آذار, اليوم الأخير من الشهر, ثاني أيام عيد الفطر, الذكرى الخامسة ل."""

from __future__ import annotations

from typing import Final

from marsad.arabic.times.expression import Part, TimeExpression
from marsad.arabic.times.periods import Periods, Reading

_LAST: Final = frozenset(["الاخير", "الاخيره"])
_MOST: Final = 31
_SUNDAY: Final = 6
_WEEKDAYS_IN_A_MONTH: Final = 5
_DAYS_OF_A_FEAST: Final = 4


class Ordinals(Periods):
    """Every method reads one kind of expression at a token and gives the token after it."""

    __slots__ = ()

    def nth_weekday(self, i: int) -> Reading | None:
        """أول أحد من شباط, آخر جمعة في آذار, الجمعة الأخيرة من, ثالث يوم ثلاثاء بأيلول."""
        counted = self._counted_before(i)
        if counted is not None:
            j = counted[0] + (self.stem_in(counted[0], ("يوم",), definite=False) is not None)
            weekday = (j + 1, _SUNDAY) if self.form(j) == "احد" else self.weekday(j, sure=True)
            if weekday is None or self.form(j).startswith("ال"):
                return None
            last, day, count = weekday[0], weekday[1], counted[1]
        else:
            weekday = self.weekday(i)
            if weekday is None:
                return None
            last, day = weekday
            behind = self._counted_behind(last)
            if behind is None:
                return None
            last, count = behind
        month = self._of_month(last)
        if month is None or abs(count) > _WEEKDAYS_IN_A_MONTH:
            return None
        # الأحد الأول من شباط is Sunday the first wherever that fits, and the first Sunday otherwise: the calendar decides.
        either = counted is None and count > 0 and self.form(last) == "من"
        return month[0], TimeExpression(kind="nth", weekday=day, count=count, day=count if either else None, to=month[1])

    def nth_day(self, i: int) -> Reading | None:
        """اليوم الأول من آذار, آخر يوم من الشهر الماضي, ثالث يوم من شهر عشرة."""
        found = self._counted_day(i)
        month = self._of_month(found[0]) if found is not None else None
        if found is None or month is None:
            return None
        return month[0], TimeExpression(kind="nth", count=found[1], to=month[1])

    def nth_week(self, i: int) -> Reading | None:
        """أول أسبوع من تشرين الأول, آخر أسبوع في أيلول: seven days from the first, the eighth and so on."""
        counted = self._counted_before(i)
        if counted is None or not self.stem_in(counted[0], ("اسبوع",), definite=False) or not -1 <= counted[1] <= 4:
            return None
        month = self._month_behind(counted[0] + 1)
        if month is None:
            return None
        parts: dict[int, Part] = {-1: "w5", 1: "w1", 2: "w2", 3: "w3", 4: "w4"}
        return month.last, self._month_value(month, parts[counted[1]])

    def nth_of_feast(self, i: int) -> Reading | None:
        """أول أيام عيد الفطر, ثاني أيام العيد, اليوم الثاني من عيد الأضحى."""
        found = self._counted_day(i)
        if found is None:
            return None
        last, count = found
        feast = self.holiday(last + (self.form(last) in ("من", "ل")))
        if feast is None or not 1 <= count <= _DAYS_OF_A_FEAST or feast[1].kind != "date":
            return None
        return feast[0], TimeExpression(kind="nth", count=count, to=feast[1])

    def anniversary(self, i: int) -> Reading | None:
        """في الذكرى السنوية الخامسة ل: what stands behind it lies so many years before."""
        if self.form(i).removeprefix("و").removeprefix("ب").removeprefix("ال") not in ("ذكري", "لذكري"):
            return None
        j = i + 1 + (self.form(i + 1) == "السنويه")
        number = self.ordinal(j) if j < len(self.tokens) else None
        if number is None or number.value is None:
            return None
        last = number.last + (self.form(number.last) in ("و", "والعشرون", "والثلاثون"))
        return last, TimeExpression(kind="behind", unit="year", count=number.value, day=1)

    def same_day_of_year(self, i: int) -> Reading | None:
        """في مثل هذا اليوم من العام الماضي, مثل هذا اليوم قبل خمس سنوات."""
        if self.form(i).removeprefix("ب") != "مثل" or self.form(i + 1) != "هذا" or self.form(i + 2) != "اليوم":
            return None
        j = i + 3 + (self.form(i + 3) in ("من", "في"))
        year = self.year(j)
        if year is not None and year.shift is not None:
            return year.last, TimeExpression(kind="day", shift=0, year_shift=year.shift)
        ago = self.ago(j)
        if ago is None or ago[1].unit != "year" or ago[1].count is None:
            return None
        return ago[0], TimeExpression(kind="day", shift=0, year_shift=-int(ago[1].count))

    def _counted_before(self, i: int) -> tuple[int, int] | None:
        """أول, ثاني, آخر without the article: the token after it and the number, -1 for the last."""
        form = self.form(i).removeprefix("و").removeprefix("ب")
        if form == "اخر":
            return i + 1, -1
        if form == "ثان":
            return i + 1, 2
        if i >= len(self.tokens) or self.form(i).removeprefix("و").startswith("ال"):
            return None
        number = self.ordinal(i)
        if number is None or number.value is None or number.last != i + 1 or not 1 <= number.value <= _MOST:
            return None
        return number.last, int(number.value)

    def _counted_behind(self, i: int) -> tuple[int, int] | None:
        """الأول, الثانية, الأخيرة behind a noun."""
        if self.form(i) in _LAST:
            return i + 1, -1
        number = self.ordinal(i) if i < len(self.tokens) and self.form(i).startswith("ال") else None
        if number is None or number.value is None or not 1 <= number.value <= _MOST:
            return None
        return number.last, int(number.value)

    def _counted_day(self, i: int) -> tuple[int, int] | None:
        """أول يوم, ثاني أيام, اليوم الأول: the token after it and the number, -1 for the last."""
        counted = self._counted_before(i)
        if counted is not None and (self.stem_in(counted[0], ("يوم",), definite=False) or self.form(counted[0]) == "ايام"):
            return counted[0] + 1, counted[1]
        return self._counted_behind(i + 1) if self.stem_in(i, ("يوم",), definite=True) else None

    def _of_month(self, i: int) -> Reading | None:
        month = self._month_behind(i)
        return (month.last, self._month_value(month)) if month is not None else None
