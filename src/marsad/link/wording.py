"""The words of a text folded, bare and as numbers: made once for each word however often it recurs."""

from __future__ import annotations

import functools
import re
import zlib
from bisect import bisect_left, bisect_right
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


@functools.lru_cache(maxsize=300_000)
def _known(word: str) -> tuple[str, bytes, int]:
    """A word folded, then bare and encoded, and the number of its stem; 0 for words that tell no report from another."""
    form = fold_word(word)
    common, stem = knowledge().common, bare(form)
    plain = form in common or stem in common or len(stem) < 3
    return form, stem.encode(), 0 if plain else zlib.crc32(stem[:5].encode())


def _spans(text: str) -> tuple[list[str], list[Span]]:
    """The words of a text in order, as written or folded, and where each stands in it as published."""
    if _UNEVEN.search(text) is None:
        spans = [match.span() for match in _RAW.finditer(text)]
        return [text[start:end] for start, end in spans], spans
    folded = fold(text)
    found = list(_WORD.finditer(folded.text))
    return [match.group() for match in found], [folded.span(*match.span()) for match in found]


class Wording:
    """The words of a text, found once and looked up by stretches of it: folded, bare, and as numbers.

    A word that a stretch cuts belongs to it.
    """

    def __init__(self, text: str) -> None:
        words, spans = _spans(text)
        self._known = list(map(_known, words))
        self._forms = [form for form, _, _ in self._known]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def _between(self, span: Span) -> slice:
        return slice(bisect_right(self._ends, span[0]), bisect_left(self._starts, span[1]))

    def of(self, span: Span) -> tuple[Word, ...]:
        """The words of a stretch, in order."""
        part = self._between(span)
        return tuple(map(Word, self._forms[part], self._starts[part], self._ends[part]))

    def forms(self, span: Span) -> list[str]:
        """The words of a stretch without their offsets, in order."""
        return self._forms[self._between(span)]

    def those_of(self, listed: frozenset[str]) -> frozenset[str]:
        """The words of the text that are on a list as they stand or bare."""
        return frozenset(form for form in set(self._forms) if form in listed or bare(form) in listed)

    def body(self, spans: Iterable[Span]) -> list[bytes]:
        """All words of some stretches of the text, in order, bare and encoded."""
        return [word for span in spans for _, word, _ in self._known[self._between(span)]]

    def within(self, spans: Iterable[Span], limit: int) -> list[int]:
        """The different words of some stretches of the text that tell reports apart, no more than the first `limit`."""
        found: dict[int, None] = {}
        for span in spans:
            for _, _, value in self._known[self._between(span)]:
                if value:
                    found[value] = None
                    if len(found) == limit:
                        return sorted(found)
        return sorted(found)
