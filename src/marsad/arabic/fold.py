"""Folding: spelling variants handled once, at the door, with a map back to the text as published.

Two strings of equal length come out. `text` is folded (what lexicons are matched against); `plain` keeps hamza, ta
marbuta and alef maqsura (what tells أن from إن), but has lost marks, tatweel and presentation forms.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from marsad.model import Span

# One letter for one letter. Hamza seats, alef maqsura, ta marbuta, Persian ye, kaf, heh and gaf as typed on Arabic sites.
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه",
    "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
} | {chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)}  # fmt: skip
# Letters that `plain` normalises too: they are keyboard habits, not spellings.
_KEYBOARD = {"ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ہ": "ه", "ھ": "ه", "ە": "ه", "ٱ": "ا"}
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_SIGNS = {"٪": "%", "٫": ".", "٬": ",", "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\t": " "}
# Vowel marks, superscript alef, combining hamza and madda, Quranic signs, tatweel, bidi controls, joiners, soft hyphen, BOM.
_DROPPED = frozenset(
    [chr(c) for c in range(0x064B, 0x0660)]
    + [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x06D6, 0x06ED)]
    + [chr(c) for c in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A))]
    + ["\u0670", "\u0640", "\u061c", "\u00ad", "\ufeff", "\ufe0f"]
)
_MARKS = frozenset([chr(c) for c in range(0x064B, 0x0660)] + ["\u0670", "\u0640"])
# Outlets break words with "ـ.ـ" or "ـ ـ" to slip past the filters of social networks: قـ.ـصف and قـ ـصف are قصف. No word
# begins with a tatweel; a dash made of tatweels has a space behind it.
_BROKEN = re.compile(
    r"(?<=[\u0621-\u064a])(?:\u0640+[.*\-_]\u0640*|[.*\-_]\u0640+)(?=[\u0621-\u064a])"
    r"|(?<=[\u0621-\u063a\u0641-\u064a])\u0640* \u0640+(?=[\u0621-\u063a\u0641-\u064a])"
)


class Folded(NamedTuple):
    """Folded text and where each of its characters came from (`starts[i]`, `ends[i]` are offsets into the original)."""

    text: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The stretch of the original behind `text[first:last]`; `first` < `last`."""
        return self.starts[first], self.ends[last - 1]


# Egyptian papers write مسئول and شئون for مسؤول and شؤون; لاجئون and ناشئون are no such words.
_SEATED: Final = re.compile(r"(?<=مس)ئ(?=ول)|(?<=ش)(?<!ناش)ئ(?=ون)")
# Whole stretches are folded at once; only what these match needs a look of its own.
_SPECIAL: Final = re.compile(f"[{re.escape(''.join(sorted(_DROPPED)))}\ufb50-\ufdff\ufe70-\ufefc]")
_UNUSUAL: Final = re.compile("[\u0640\ufb50-\ufefc]")
_PLAIN: Final = str.maketrans({**_SIGNS, **_DIGITS, **_KEYBOARD})
# The same folding without a map back, for the hundred thousand words of the shelves.
_QUICK: Final = str.maketrans({**_SIGNS, **_DIGITS, **_LETTERS, **dict.fromkeys(_DROPPED, "")})


def fold(text: str) -> Folded:
    """Give the folded text with its map; folding a folded text changes nothing."""
    broken = {i for m in _BROKEN.finditer(text) for i in range(*m.span())} if "\u0640" in text else frozenset()
    cut = sorted(broken | {m.start() for m in _SPECIAL.finditer(text)})
    out: list[str] = []
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for at in [*cut, len(text)]:
        if done < at:
            stretch = text[done:at]
            out.append(_seated(stretch).translate(_QUICK))
            plain.append(stretch.translate(_PLAIN))
            starts.extend(range(done, at))
            ends.extend(range(done + 1, at + 1))
        done = at + 1
        if at == len(text):
            break
        char = text[at]
        if char in _DROPPED or at in broken:
            if char in _MARKS and ends and ends[-1] == at and out[-1][-1] not in " \n":
                ends[-1] = at + 1  # a vowel mark or tatweel belongs to the letter before it
            continue
        for piece in unicodedata.normalize("NFKC", char):
            if piece not in _DROPPED:
                out.append(piece.translate(_QUICK))
                plain.append(piece.translate(_PLAIN))
                starts.append(at)
                ends.append(at + 1)
    return Folded("".join(out), "".join(plain), tuple(starts), tuple(ends))


def fold_word(word: str) -> str:
    """The folded form of a word or phrase, for building lexicon tables; equal to `fold(word).text`."""
    if _UNUSUAL.search(word):
        return fold(word).text
    return _seated(word).translate(_QUICK)


def _seated(text: str) -> str:
    """`text` with the hamza of مسئول and شئون on the seat that the other papers give it."""
    return _SEATED.sub("ؤ", text) if "ئ" in text else text


def without_lam(name: str) -> str:
    """A name without a ل that has run into its article (للوزارة is الوزارة); every other name as it is."""
    return "ال" + name.removeprefix("لل") if name.startswith("لل") else name
