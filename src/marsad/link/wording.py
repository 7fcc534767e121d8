"""The words of a text folded, bare and as numbers: made once for each word however often it recurs."""

from __future__ import annotations

import functools
import re
import zlib
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
    """The words of a document by stretches of its text: all of them bare, and as hashes those that tell reports apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[Span, list[tuple[bytes, int]]] = {}

    def _of(self, span: Span) -> list[tuple[bytes, int]]:
        """The words of a stretch; those of a sentence are asked for by every event in it."""
        if span not in self._known:
            part = self.text[span[0] : span[1]]
            found = _RAW.findall(part) if _UNEVEN.search(part) is None else _WORD.findall(fold(part).text)
            self._known[span] = [_known(word) for word in found]
        return self._known[span]

    def body(self, spans: Iterable[Span]) -> list[bytes]:
        """All words of some stretches of the text, in order, bare and encoded."""
        return [word for span in spans for word, _ in self._of(span)]

    def within(self, spans: Iterable[Span], limit: int) -> list[int]:
        """The different words of some stretches of the text that tell reports apart, no more than the first `limit`."""
        found: dict[int, None] = {}
        for span in spans:
            for _, value in self._of(span):
                if value:
                    found[value] = None
                    if len(found) == limit:
                        return sorted(found)
        return sorted(found)
