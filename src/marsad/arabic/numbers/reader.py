"""Reading bare numbers from tokens: digits, cardinals, ordinals and their compounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from marsad.arabic.numbers.words import AND, CARDINALS, FRACTIONS, HEADS, NOT_CUT, ORDINALS, PLURAL_SCALES, SCALE_OF, SCALES, Word
from marsad.arabic.phrases import Lookup
from marsad.arabic.tokens import Cut, Token

_THREE: Final = re.compile(r"\d{3}")


class Read(NamedTuple):
    """A bare number read from tokens: the first free token after it, its value, and how it was said."""

    last: int
    value: float | None
    vague: bool = False
    ordinal: bool = False
    worded: bool = True


def digits(form: str) -> float | None:
    """The value of a figure such as 1,500 or 3.5; None for a date, a clock time or anything else with signs in it."""
    if form.isdigit():
        return int(form)
    if ":" in form or "/" in form:
        return None
    whole, dot, part = form.partition(".")
    groups = form.replace(".", ",").split(",")
    mixed = "." in form and "," in form
    if not mixed and all(_THREE.fullmatch(g) for g in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0":
        return int("".join(groups))
    if "," in whole:
        thousands = whole.split(",")
        if dot and all(_THREE.fullmatch(g) for g in thousands[1:]) and part.isdigit():
            return float(f"{''.join(thousands)}.{part}")
        if not dot and len(thousands) == 2:
            return float(f"{thousands[0]}.{thousands[1]}")  # a decimal comma
        return None
    return float(form) if "," not in form and form.count(".") == 1 else None


def _cut(token: Token, lookup: Lookup, words: Mapping[str, object], pros: frozenset[str] = HEADS) -> Cut | None:
    """The least cut of a word whose stem is in `words`."""
    if token.kind != "word":
        return None
    for cut in lookup.cuts(token.form):
        if not cut.enc and cut.pro in pros and cut.stem in words and (not cut.pro or token.form not in NOT_CUT):
            return cut
    return None


class Reader:
    """Reads numbers from one run of tokens."""

    __slots__ = ("lookup", "tokens")

    def __init__(self, tokens: Sequence[Token], lookup: Lookup) -> None:
        self.tokens = tokens
        self.lookup = lookup

    def form(self, i: int) -> str:
        """The folded form at `i`, empty beyond either end."""
        return self.tokens[i].form if 0 <= i < len(self.tokens) else ""

    def word(self, i: int, *, joined: bool = False) -> tuple[Cut, Word] | None:
        """The number word at `i`; with `joined` it must carry و (or follow a و that stands alone)."""
        if i >= len(self.tokens):
            return None
        cut = _cut(self.tokens[i], self.lookup, CARDINALS, AND if joined else HEADS)
        return (cut, CARDINALS[cut.stem]) if cut else None

    def and_word(self, i: int) -> tuple[int, Word] | None:
        """A number word joined by و at `i`: where it ends, and the word."""
        found = self.word(i, joined=True)
        if found:
            return i + 1, found[1]
        if self.form(i) == "و":
            after = self.word(i + 1)
            if after and after[0].pro in ("", "ال"):
                return i + 2, after[1]
        return None

    def and_digits(self, i: int) -> tuple[int, float] | None:
        """Digits joined by و at `i`: where they end, and their value."""
        if self.form(i) in ("و", "وال") and i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "number":
            value = digits(self.tokens[i + 1].form)
            if value is not None:
                return i + 2, value
        return None

    # -- cardinals ------------------------------------------------------------------------------------------------

    def cardinal(self, i: int) -> Read | None:
        """A cardinal that begins at token `i`."""
        token = self.tokens[i]
        if token.kind == "number":
            return self._figures(i)
        start = self._fraction(i)
        if start is not None:
            return start
        found = self.word(i)
        if found is None:
            return None
        cut, word = found
        if word.kind == "few":
            return self._vague(i, word)
        if word.kind == "scale" and cut.stem in PLURAL_SCALES and not self._counts_before(i):
            return Read(i + 1, 2.0 * PLURAL_SCALES[cut.stem], vague=True)
        below = self._below_thousand(i)
        if below is None:
            if word.kind != "scale":
                return None
            if (
                word.value in SCALES
                and cut.stem in ("الفا", "مليونا")
                and i + 1 < len(self.tokens)
                and self.tokens[i + 1].kind == "word"
            ):
                word = Word("scale", 2 * word.value)  # ألفا عنصر: a dual in construct; after a figure it is ألفاً
            return self._sum(i + 1, float(word.value), self._scale_of(word.value))
        last, value = below
        return self._scaled(last, value)

    def _counts_before(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].kind == "number"

    @staticmethod
    def _scale_of(value: int) -> int:
        return max(s for s in SCALES if s <= value)

    def _fraction(self, i: int) -> Read | None:
        """نصف مليون، ربع مليون، ثلاثة أرباع المليون is left out."""
        cut = _cut(self.tokens[i], self.lookup, dict.fromkeys(FRACTIONS, 0), frozenset(["", "و", "ب", "ل"]))
        if cut is None:
            return None
        after = self.word(i + 1)
        if after and after[1].kind == "scale" and after[0].pro in ("", "ال") and after[1].value in SCALES:
            return Read(i + 2, FRACTIONS[cut.stem] * after[1].value)
        return None

    def _vague(self, i: int, word: Word) -> Read:
        value, last = float(word.value), i + 1
        after = self.word(last)
        if after and after[1].kind == "scale" and after[0].pro in ("", "ال"):
            value, last = value * self._scale_of(after[1].value), last + 1
            after = self.word(last)
            if after and after[1].kind == "scale" and after[0].pro in ("", "ال"):  # مئات آلاف الملايين
                value, last = value * self._scale_of(after[1].value), last + 1
        return Read(last, value, vague=True)

    def _below_thousand(self, i: int) -> tuple[int, int] | None:
        """A number under a thousand in words."""
        found = self.word(i)
        if found is None:
            return None
        word = found[1]
        if word.kind in ("hundred", "hundreds"):
            if word.kind == "hundred" and found[0].definite and self.form(i - 1) in ("في", "ب"):
                return None
            return self._below_hundred_more(i + 1, word.value)
        if word.kind == "unit" and 3 <= word.value <= 9:
            after = self.word(i + 1)
            if after and after[1].kind == "hundred" and after[0].pro in ("", "ال"):
                return self._below_hundred_more(i + 2, word.value * 100)
        return self._below_hundred(i)

    def _below_hundred_more(self, i: int, value: int) -> tuple[int, int]:
        joined = self.and_word(i)
        if joined:
            at = joined[0] - 1
            more = self._below_hundred(at)
            if more and more[1] > 0:
                return more[0], value + more[1]
        figures = self.and_digits(i)
        if figures and figures[1] < 100:
            return figures[0], value + int(figures[1])
        return i, value

    def _below_hundred(self, i: int) -> tuple[int, int] | None:
        found = self.word(i)
        if found is None:
            return None
        word = found[1]
        if word.kind == "tens":
            return i + 1, word.value
        if word.kind == "ten":
            return i + 1, 10
        if word.kind != "unit":
            return None
        after = self.word(i + 1)
        if after and after[1].kind == "ten" and after[0].pro == "" and word.value >= 1:
            return i + 2, 10 + word.value
        joined = self.and_word(i + 1)
        if joined and joined[1].kind == "tens" and word.value >= 1:
            return joined[0], joined[1].value + word.value
        return (i + 1, word.value) if word.alone else None

    def _scaled(self, last: int, value: float, *, worded: bool = True) -> Read:
        """Scale words behind a group, then smaller groups joined by و."""
        scale = self.word(last) if last < len(self.tokens) else None
        if scale and scale[1].kind == "scale" and scale[0].pro in ("", "ال"):
            form = scale[0].stem
            if form in SCALE_OF:
                return self._sum(last + 1, value * SCALE_OF[form], SCALE_OF[form], worded=worded)
        return Read(last, value, worded=worded)

    def _sum(self, last: int, value: float, limit: int, *, worded: bool = True) -> Read:
        """What و adds below `limit`: ألف ومئتين، 3 آلاف و500، مليون ونصف."""
        half = self.form(last)
        if half in ("ونصف", "وربع"):
            after = self.word(last + 1)
            skip = 2 if after and after[1].kind == "scale" and after[0].pro in ("", "ال") and after[1].value == limit else 1
            return Read(last + skip, value + FRACTIONS[half[1:]] * limit, worded=worded)
        figures = self.and_digits(last)
        if figures and figures[1] < limit:
            more = self._scaled(figures[0], figures[1])
            if (more.value or 0) < limit and not (more.last == figures[0] and limit > 1000):
                return Read(more.last, value + (more.value or 0), worded=worded)
        joined = self.and_word(last)
        if joined and joined[1].kind != "few":
            at = joined[0] - 1
            below = self._below_thousand(at)
            if below is None and joined[1].kind == "scale" and joined[1].value < limit:
                more = self._sum(joined[0], float(joined[1].value), self._scale_of(joined[1].value))
                return Read(more.last, value + (more.value or 0), worded=worded)
            if below is not None and below[1] > 0:
                more = self._scaled(*below)
                if (more.value or 0) < limit:
                    return Read(more.last, value + (more.value or 0), worded=worded)
        return Read(last, value, worded=worded)

    def _figures(self, i: int) -> Read | None:
        tokens = self.tokens
        value = digits(tokens[i].form)
        if value is None:
            return None
        last = i + 1
        # 6 . 3 مليون as some sites space their signs; 250 000 with a space for a separator.
        if self.form(last) in (".", ",") and last + 1 < len(tokens) and tokens[last + 1].kind == "number":
            scale = self.word(last + 2)
            if scale and scale[1].kind == "scale" and tokens[i].form.isdigit() and tokens[last + 1].form.isdigit():
                return self._scaled(last + 2, float(f"{tokens[i].form}.{tokens[last + 1].form}"), worded=False)
        if tokens[i].form.isdigit() and len(tokens[i].form) <= 3 and tokens[i].form[0] != "0":
            while self._spaced_group(last):  # 1 , 593: sites that space their signs
                value, last = value * 1000 + int(tokens[last + 1].form), last + 2
            while self.form(last) == "000" and tokens[last].start == tokens[last - 1].end + 1:
                value, last = value * 1000, last + 1
        if self.form(last) == "فاصله" and last + 1 < len(tokens) and tokens[last + 1].kind == "number":
            part = tokens[last + 1].form
            if part.isdigit():
                value, last = float(f"{int(value)}.{part}"), last + 2
        return self._scaled(last, value, worded=False)

    def _spaced_group(self, i: int) -> bool:
        """Whether a comma with a space on either side and three more figures stand at token `i`."""
        if self.form(i) != "," or i + 1 >= len(self.tokens) or not _THREE.fullmatch(self.tokens[i + 1].form):
            return False
        comma = self.tokens[i]
        return comma.start == self.tokens[i - 1].end + 1 and self.tokens[i + 1].start == comma.end + 1

    # -- ordinals -------------------------------------------------------------------------------------------------

    def ordinal(self, i: int) -> Read | None:
        """الثالث، الحادية عشرة، الخامس والعشرين، العشرين (with the article)."""
        token = self.tokens[i]
        if token.kind != "word":
            return None
        for cut in self.lookup.cuts(token.form):
            if cut.enc or cut.pro not in HEADS:
                continue
            value = ORDINALS.get(cut.stem)
            if value is None and cut.stem in ("حادي", "حاديه", "واحد", "واحده", "احد", "احدي", "اثني", "اثنا") and cut.definite:
                after = self.word(i + 1)
                teen = after is not None and after[1].kind == "ten" and after[0].pro == ""
                joined = self.and_word(i + 1)
                if teen or (joined and joined[1].kind == "tens" and self._definite_tens(joined[0] - 1)):
                    value = CARDINALS[cut.stem].value
            if value is None:
                continue
            after = self.word(i + 1)
            if after and after[1].kind == "ten" and after[0].pro == "" and value < 10:
                return Read(i + 2, 10 + value, ordinal=True)
            joined = self.and_word(i + 1)
            if joined and joined[1].kind == "tens" and value < 10 and cut.definite and self._definite_tens(joined[0] - 1):
                return Read(joined[0], joined[1].value + value, ordinal=True)
            if cut.stem in ("ثانيه", "ثان") and not cut.definite:
                return None
            return Read(i + 1, value, ordinal=True)
        return None

    def _definite_tens(self, i: int) -> bool:
        found = self.word(i)
        return found is not None and found[0].pro in ("ال", "وال")
