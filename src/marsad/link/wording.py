"""The words of a text with their places, folded, bare and as numbers: made once for each word however often it recurs."""

from __future__ import annotations

import functools
import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, NamedTuple

from marsad.arabic.fold import fold, fold_word
from marsad.link.knowledge import bare, knowledge
from marsad.model import Span

_WORD: Final = re.compile(r"[^\W_]+")
# What folding drops inside a word: vowel marks and other signs, joiners and bidi controls.
_DROPPED: Final = "\u0610-\u061a\u061c\u064b-\u065f\u0670\u06d6-\u06ec\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0f"
_RAW: Final = re.compile(f"(?![{_DROPPED}])[^\\W_](?:[^\\W_]|[{_DROPPED}])*")
# With one of these a letter as written is not one letter folded, and the text takes the longer way; one in seven does.
_UNEVEN: Final = re.compile("[\u0640\ufb50-\ufdff\ufe70-\ufefc]")


@functools.lru_cache(maxsize=500_000)
def word_mark(text: str) -> int:
    """A word or name as the number that stands for it in rows."""
    return zlib.crc32(text.encode())


class Word(NamedTuple):
    """A folded word and where it stands in the text as published."""

    form: str
    start: int
    end: int


def words_in(text: str, first: int = 0, last: int | None = None) -> list[Word]:
    """The folded words between two offsets of a text, in order, with their offsets in the whole."""
    part = text[first:last]
    if _UNEVEN.search(part) is None:
        return [Word(_folded(m.group()), first + m.start(), first + m.end()) for m in _RAW.finditer(part)]
    folded = fold(part)
    out = []
    for match in _WORD.finditer(folded.text):
        start, end = folded.span(match.start(), match.end())
        out.append(Word(match.group(), first + start, first + end))
    return out


def forms_in(text: str) -> set[str]:
    """The different folded words of a text."""
    if _UNEVEN.search(text) is None:
        return set(map(_folded, _RAW.findall(text)))
    return set(_WORD.findall(fold(text).text))


@functools.lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    return fold_word(word)


@functools.lru_cache(maxsize=200_000)
def _known(word: str) -> tuple[bytes, int]:
    """A word bare and encoded, and the number of its stem; 0 for words that tell no report from another."""
    form = fold_word(word)
    common, stem = knowledge().common, bare(form)
    plain = form in common or stem in common or len(stem) < 3
    return stem.encode(), 0 if plain else zlib.crc32(stem[:5].encode())


class Wording:
    """The words of a document, found again by their offsets: all of them bare, and as hashes those that tell reports apart."""

    def __init__(self, text: str) -> None:
        if _UNEVEN.search(text) is None:
            found = list(_RAW.finditer(text))
            self.places = [match.start() for match in found]
            known = [_known(match[0]) for match in found]
        else:
            words = words_in(text)
            self.places = [word.start for word in words]
            known = [_known(word.form) for word in words]
        self.words = [one[0] for one in known]
        self.starts = [place for place, one in zip(self.places, known, strict=True) if one[1]]
        self.hashes = [one[1] for one in known if one[1]]

    def body(self, spans: Iterable[Span]) -> list[bytes]:
        """All words that begin in some stretches of the text, in order, bare and encoded."""
        return [
            word for start, end in spans for word in self.words[bisect_left(self.places, start) : bisect_left(self.places, end)]
        ]

    def within(self, spans: Iterable[Span], limit: int) -> list[int]:
        """The different words that begin in some stretches of the text, no more than the first `limit`."""
        found = [
            value
            for start, end in spans
            for value in self.hashes[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        ]
        return sorted(list(dict.fromkeys(found))[:limit])
