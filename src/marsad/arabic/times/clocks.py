"""Times of the day told by the clock: الساعة الثالثة والنصف فجرا, 15:20, الساعة 12 إلا ربعا."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.times.parts import Parts

_ABOUT: Final = frozenset(
    ["عند", "في", "تمام", "حوالي", "نحو", "قرابه", "بحدود", "حدود", "قبيل", "بعيد", "علي", "منذ", "حتي", "من", "الي"]
)
_BEHIND_NOON: Final = frozenset(["evening", "afternoon", "noon", "night"])
_FRACTIONS: Final = {"نصف": 30, "نص": 30, "ربع": 15, "ربعا": 15, "ثلث": 20, "ثلثا": 20}
_HOURS: Final = 24
_MINUTES: Final = 60
_NOON: Final = 12
_NIGHT_FROM: Final = 6


class ClockFound(NamedTuple):
    """A time of day: the token after it, HH:MM, and the part of the day that stands with it."""

    last: int
    clock: str
    daypart: str | None


class Clocks(Parts):
    """Reads times of the clock from tokens."""

    __slots__ = ()

    def clock(self, i: int) -> ClockFound | None:
        """الساعة 3 عصرا, عند الثالثة وربع فجرا, 15:15; figures without الساعة need minutes, words a part of the day."""
        j = i
        while self.form(j).removeprefix("و") in _ABOUT and j < i + 3:
            j += 1
        named = self.stem_in(j, ("ساعه",), definite=True) is not None
        j += named
        read = self._clock_figures(j) or (self._clock_hour(j) if named or self.ordinal_hour(j) else None)
        if read is None:
            return None
        last, hour, minute, exact = read
        said = hour
        if not exact:
            last, minute = self._clock_minutes(last, hour * _MINUTES)
            hour, minute = divmod(minute, _MINUTES)
        part = self._clock_part(last)
        if not named and not part and not self._clock_figures(j):
            return None
        if part is not None:
            last, name = part
            if name in _BEHIND_NOON and said < _NOON and not (name == "night" and said < _NIGHT_FROM):
                hour += _NOON
            elif said == _NOON and name in ("night", "dawn"):
                hour -= _NOON
        if not -1 <= hour <= _HOURS:
            return None
        return ClockFound(last, f"{hour % _HOURS:02}:{minute:02}", part[1] if part is not None else None)

    def ordinal_hour(self, i: int) -> bool:
        """Whether an hour stands in words with the article (الثالثة فجرا), which without الساعة is one only before a part of the day."""
        return i < len(self.tokens) and self.tokens[i].form.startswith("ال") and self.ordinal(i) is not None

    def _clock_figures(self, i: int) -> tuple[int, int, int, bool] | None:
        """15:15, 15:23:24, 23:35 in one token or three."""
        pieces, last = self.form(i).split(":"), i + 1
        if len(pieces) == 1 and self.form(i + 1) == ":" and self.form(i + 2).isdigit():
            pieces, last = [self.form(i), self.form(i + 2)], i + 3
            if self.form(last) == ":" and self.form(last + 1).isdigit():
                pieces, last = [*pieces, self.form(last + 1)], last + 2
        if len(pieces) not in (2, 3) or not all(p.isdigit() and len(p) <= 2 for p in pieces):
            return None
        hour, minute = int(pieces[0]), int(pieces[1])
        return (last, hour, minute, True) if hour < _HOURS and minute < _MINUTES else None

    def _clock_hour(self, i: int) -> tuple[int, int, int, bool] | None:
        if i >= len(self.tokens):
            return None
        if self.form(i) == "صفر":
            return i + 1, 0, 0, False
        number = self.ordinal(i) or self.cardinal(i)
        if self.form(i) == "الواحده":
            return i + 1, 1, 0, False
        if number is None or number.vague or number.value is None or not 0 <= number.value <= _HOURS:
            return None
        if number.value != int(number.value) or self.phrase("unit", number.last):
            return None
        return number.last, int(number.value), 0, False

    def _clock_minutes(self, i: int, so_far: int) -> tuple[int, int]:
        """والنصف, وربع, إلا ثلثا, و18 دقيقة, وخمس وأربعون دقيقة behind an hour: the token after it and the minutes in all."""
        form = self.form(i)
        less = form == "الا"
        j = i + 1 if less or form == "و" else i
        joined = less or form == "و" or form.startswith("و")
        word = self.form(j).removeprefix("و").removeprefix("ال")
        if joined and word in _FRACTIONS:
            return j + 1, so_far + (-_FRACTIONS[word] if less else _FRACTIONS[word])
        number = self.cardinal(j) if joined and j < len(self.tokens) else None
        if number is None or number.value is None or number.vague or not 0 < number.value < _MINUTES:
            return i, so_far
        if self.form(number.last) not in ("دقيقه", "دقايق"):
            return i, so_far
        return number.last + 1, so_far + (-1 if less else 1) * int(number.value)

    def _clock_part(self, i: int) -> tuple[int, str] | None:
        """فجرا, بعد الظهر, قبل المغرب, الصبح behind a time of the clock."""
        j = i + (self.form(i) in ("بعد", "قبل"))
        found = self.phrase("clockpart", j, article=True)
        return (found.last, found.value) if found is not None else None
