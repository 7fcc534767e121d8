"""What a number counts: whether it counts at all, and how the words around it bound it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.numbers.reader import Read, Reader
from marsad.arabic.numbers.words import (
    AFTER,
    BARE_DESIGNATORS,
    BEFORE,
    DASHES,
    DESIGNATORS,
    MODELS,
    NAMED_BY_TENS,
    PERCENT,
    PERCENT_WORDS,
    REACH_AFTER,
)
from marsad.model import Qualifier

_JOINED: Final = frozenset(["و", "ف", "ب", "ل", "وب", "ول"])


class Bounds(Reader):
    """A reader that also looks at the words around a number."""

    __slots__ = ()

    # -- what is no count ----------------------------------------------------------------------------------------

    def designator(self, i: int, read: Read) -> bool:
        """Whether the number at `i` names something instead of counting it."""
        return self._percentage(i, read) or (
            self._street(i) if read.worded else self._named(i, read) or self._dated(i, read.last)
        )

    def _stems(self, i: int) -> list[str]:
        """The stems of a word without a pronoun behind, least cut first."""
        return [cut.stem for cut in self.lookup.cuts(self.form(i)) if not cut.enc] if i >= 0 else []

    def _named(self, i: int, read: Read) -> bool:
        """T-72, اس-400, الفرقة 25, القرار 2254, عام 2015, 7-A."""
        tokens, back = self.tokens, i - 1
        after = tokens[read.last] if read.last + 1 < len(tokens) else None
        if after and after.form in DASHES and tokens[read.last + 1].kind == "latin" and tokens[read.last + 1].start == after.end:
            return True
        if back < 0:
            return False
        if tokens[back].form in DASHES and back and tokens[back].start == tokens[back - 1].end:
            return tokens[back - 1].kind == "latin" or tokens[back - 1].form in MODELS
        if tokens[back].form in ("ال", "وال", "بال", "لل") and back:
            back -= 1
        if tokens[back].kind == "latin":
            return True
        named = [c for c in self.lookup.cuts(tokens[back].form) if not c.enc]
        if tokens[back].form in MODELS or any(c.stem in DESIGNATORS for c in named):
            return True
        if any(c.stem in BARE_DESIGNATORS for c in named if not c.definite):
            return True
        return any(c.stem in ("عام", "سنه") for c in named) and 1900 <= (read.value or 0) <= 2100

    def _street(self, i: int) -> bool:
        """ميدان السبعين, شارع الستين."""
        return self.form(i).startswith("ال") and any(stem in NAMED_BY_TENS for stem in self._stems(i - 1))

    def _percentage(self, i: int, read: Read) -> bool:
        after = self.form(read.last)
        if after in PERCENT or after in PERCENT_WORDS or self.form(i - 1) in PERCENT:
            return True
        return after in ("في", "ب") and self.form(read.last + 1) in ("الميه", "المايه", "الميءه")

    def _dated(self, i: int, last: int) -> bool:
        """Part of 2015-11-03 or 30 / 10 / 2017."""
        signs = ("-", "/", "–", ".")
        left = self.form(i - 1) in signs and i >= 2 and self.tokens[i - 2].kind == "number"
        right = self.form(last) in signs and last + 1 < len(self.tokens) and self.tokens[last + 1].kind == "number"
        chain = (left and self.form(i - 3) in signs) or (
            right and self.form(last + 2) in signs and self.tokens[last + 1].kind == "number"
        )
        return bool(
            (left and right) or ((left or right) and chain) or ((left or right) and "/" in (self.form(i - 1), self.form(last)))
        )

    # -- bounds ---------------------------------------------------------------------------------------------------

    def qualified_before(self, i: int) -> tuple[int, Qualifier] | None:
        """The qualifier that ends right before token `i`: where it begins, and what it says."""
        best: tuple[int, Qualifier] | None = None
        if self.form(i - 1) in ("ال", '"', "(") and i:
            i -= 1
        for phrase, qualifier in BEFORE:
            start = self._ends_with(phrase, i)
            if start is not None and qualifier == "up_to" and self.form(start).startswith("لي"):
                continue  # ليصل إلى 30 says what the number is now
            if start is not None and (best is None or start < best[0]):
                best = start, qualifier
        if best is None:
            return None
        if best[1] == "about":
            outer = self.qualified_before(best[0])  # أكثر من نحو, ما لا يقل عن حوالي: the outer one bounds
            if outer is not None:
                return outer
        return best

    def _ends_with(self, phrase: tuple[str, ...], i: int) -> int | None:
        j = i - 1
        for k in range(len(phrase) - 1, -1, -1):
            if j < 0 or self.tokens[j].kind != "word":
                return None
            wanted, form = phrase[k], self.tokens[j].form
            if wanted == "#":
                if not any(c.stem in ("عدد", "مجموع", "حصيله") and (c.enc or c.pro == "ال") for c in self.lookup.cuts(form)):
                    if j and any(c.stem == "عدد" for c in self.lookup.cuts(self.tokens[j - 1].form)):
                        j -= 1  # يتجاوز عدد القتلى 300
                    else:
                        return None
            elif form != wanted and (
                k or not any(c.stem == wanted and c.pro in _JOINED and not c.enc for c in self.lookup.cuts(form))
            ):
                return None
            j -= 1
        return j + 1

    def qualified_after(self, i: int) -> tuple[int, int, Qualifier] | None:
        """A qualifier behind a number that ends before `i`: its tokens and what it says; a few words may stand between."""
        for j in range(i, min(i + REACH_AFTER, len(self.tokens))):
            if self.tokens[j].kind in ("number", "break") or (
                self.tokens[j].kind == "punct" and self.tokens[j].form not in '"()«»“”'
            ):
                return None
            for phrase, qualifier in AFTER:
                if all(self.form(j + k) == w for k, w in enumerate(phrase)):
                    end = j + len(phrase)
                    if self.form(end) == "من" and self.cardinal(end + 1) is not None:
                        return None  # 170 مدنيا وأكثر من ستين جنديا: the bound of the next number
                    return j, end, qualifier
            if j > i and (self.word(j) or self.form(j).startswith("و")):
                return None
        return None

    def range_to(self, i: int, read: Read) -> tuple[int, int, float] | None:
        """A second bound behind a first: where the figure ends, where the first token of the whole lies, the upper bound."""
        last = read.last
        sign = self.form(last)
        if last + 1 >= len(self.tokens):
            return None
        opened = self._between(i)
        if opened is not None:
            at = None
            if sign == "و":
                at = last + 1
            elif self.tokens[last].kind == "word" and sign.startswith("و") and self.word(last, joined=True):
                at = last
            if at is not None:
                upper = self.cardinal(at)
                if upper and upper.value is not None and read.value is not None and upper.value > read.value:
                    return upper.last, opened, upper.value
        if sign in DASHES or sign in ("الي", "او", "حتي", "ل"):
            upper = self.cardinal(last + 1)
            if upper is None or upper.vague or upper.value is None or read.value is None or upper.value <= read.value:
                return None
            if sign in DASHES and (self.form(upper.last) in DASHES or self.form(i - 1) in DASHES):
                return None
            if sign in ("الي", "حتي") and self._rising(i):
                return None
            low_first = i - 1 if self.form(i - 1) in ("من", "بين") else i
            return upper.last, low_first, upper.value
        return None

    def _between(self, i: int) -> int | None:
        if any(c.stem == "بين" and not c.enc for c in self.lookup.cuts(self.form(i - 1))) if i else False:
            return i - 2 if self.form(i - 2) == "ما" else i - 1
        return None

    def _rising(self, i: int) -> bool:
        """ارتفع العدد من 10 إلى 15: two numbers, not a range."""
        return any(
            self.form(j).removeprefix("و") in ("ارتفع", "ارتفعت", "لترتفع", "ليرتفع", "رفع", "انخفض", "تراجع", "زاد")
            for j in range(max(0, i - 6), i)
        )
