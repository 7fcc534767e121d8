"""The words of a claim looked for in a text: which of them stand there, how near to each other, and where.

A word is what inflection leaves of it, and weighs as much as it is rare. Positions are numbers of words in the text,
spans are characters of it.
"""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Final, NamedTuple

from marsad.arabic.fold import fold
from marsad.arabic.page import lay_out
from marsad.arabic.tokens import Token, cuts, tokenise
from marsad.model import Span, new_document

# Endings of number, gender, case and person, longest first; what is left keeps at least three letters.
_ENDINGS: Final = ("يين", "يات", "يون", "تين", "تان", "ون", "ين", "ات", "ان", "يه", "وا", "ت", "ه", "ي", "ا")
_LEAST: Final = 3
# Words that stand in more than about a third of all articles tell nothing.
_TELLING: Final = 1.0
_FIGURE: Final = 4.0
# A stretch without a full stop is cut into pieces of this many words, the last one no shorter than _REST.
_PIECE: Final = 60
_REST: Final = 15
# How much of a text is read closely, in characters: five articles in a hundred say more about one claim than that.
CLOSELY: Final = 2600
_WORDS: Final = ("word", "number", "latin")


class Word(NamedTuple):
    """A word of the claim: what it may come down to, and how much it weighs."""

    stems: frozenset[str]
    weight: float


class Hit(NamedTuple):
    """A word of the text that is word `word` of the claim."""

    at: int
    word: int


class Window(NamedTuple):
    """The stretch that holds most of the claim's weight (`share` of 1), up to and with the word at `end`."""

    share: float
    end: int


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


@functools.lru_cache(maxsize=200_000)
def stems(form: str) -> frozenset[str]:
    """Everything that a folded word may come down to: و or ل in front of it may be a particle or its first letter."""
    return frozenset(_stem(cut.stem) for cut in cuts(form) if len(cut.stem) >= _LEAST) or frozenset((form,))


@functools.cache
def _shares() -> dict[str, int]:
    """How many of ten thousand articles have a stem; `words.csv` holds those that at least two in a hundred have."""
    text = (resources.files("marsad.check") / "words.csv").read_text(encoding="utf-8")
    return {row["stem"]: int(row["articles"]) for row in csv.DictReader(text.splitlines())}


def weight(alike: frozenset[str]) -> float:
    """How much a word tells, by the commonest thing it may be."""
    shares = _shares()
    return math.log(10_000 / max(shares.get(one, 200) for one in alike))


def words_of(text: str) -> list[Token]:
    """The words, figures and Latin words of a text."""
    return [token for token in tokenise(fold(text)) if token.kind in _WORDS]


def alike(token: Token) -> frozenset[str]:
    """What a token is compared by."""
    return stems(token.form) if token.kind == "word" else frozenset((token.form,))


class Wanted:
    """The words of a claim that tell something, each once, in its order."""

    def __init__(self, text: str) -> None:
        self.tokens = words_of(text)
        self.words: list[Word] = []
        for token in self.tokens:
            forms = alike(token)
            heavy = weight(forms) if token.kind == "word" else _FIGURE
            if heavy >= _TELLING and all(forms != word.stems for word in self.words):
                self.words.append(Word(forms, heavy))
        self.total = sum(word.weight for word in self.words) or 1.0
        self._of: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            for one in sorted(word.stems):
                self._of.setdefault(one, []).append(n)
        self.rarest = sorted(range(len(self.words)), key=lambda n: (-self.words[n].weight, n))[:4]

    def hits(self, tokens: Sequence[Token]) -> list[Hit]:
        """Every word of a text that is one of the claim's."""
        of = self._of
        return [
            Hit(at, n)
            for at, token in enumerate(tokens)
            for n in sorted({n for one in alike(token) if one in of for n in of[one]})
        ]

    def share(self, found: set[int]) -> float:
        """The part of the claim's weight that some of its words make up."""
        return sum(self.words[n].weight for n in found) / self.total

    def share_in(self, text: str) -> float:
        """The part of the claim's weight that stands in a text."""
        return self.share({hit.word for hit in self.hits(words_of(text))})


class Text:
    """A text with the claim's words marked in it."""

    def __init__(self, wanted: Wanted, text: str) -> None:
        self.wanted = wanted
        self.tokens = words_of(text)
        self.hits = wanted.hits(self.tokens)
        self.found = {hit.word for hit in self.hits}

    def windows(self, width: int, hits: Sequence[Hit] | None = None) -> Iterator[Window]:
        """For each hit the share of the claim in the `width` words that end with it."""
        hits = self.hits if hits is None else hits
        words, held, now, left = self.wanted.words, dict[int, int](), 0.0, 0
        for at, word in hits:
            held[word] = held.get(word, 0) + 1
            if held[word] == 1:
                now += words[word].weight
            while hits[left].at <= at - width:
                gone = hits[left].word
                held[gone] -= 1
                if not held[gone]:
                    now -= words[gone].weight
                left += 1
            yield Window(now / self.wanted.total, at)

    def best(self, width: int, hits: Sequence[Hit] | None = None) -> Window:
        """The window that holds most, the first of several."""
        return max(self.windows(width, hits), key=lambda window: (round(window.share, 9), -window.end), default=Window(0.0, 0))

    def between(self, first: int, last: int) -> list[Hit]:
        """The hits from one word of the text to another, the last one exclusive."""
        return [hit for hit in self.hits if first <= hit.at < last]

    def neighbours(self, hits: Sequence[Hit], reach: int) -> float:
        """How many pairs of words that follow each other in the claim do so in the text, within some words, as a part of 1."""
        places: dict[int, list[int]] = {}
        for at, word in hits:
            places.setdefault(word, []).append(at)
        pairs = len(self.wanted.words) - 1
        met = sum(
            any(0 < other - one <= reach for one in places.get(n, ()) for other in places.get(n + 1, ())) for n in range(pairs)
        )
        return met / max(1, pairs)

    def in_order(self, first: int, last: int) -> float:
        """The longest run of the claim's words, small ones too, that stands in order between two words of the text."""
        claim = [alike(token) for token in self.wanted.tokens]
        row = [0] * (len(claim) + 1)
        for token in self.tokens[max(0, first) : last]:
            forms, above = alike(token), 0
            for n, one in enumerate(claim, start=1):
                above, row[n] = row[n], above + 1 if one & forms else max(row[n], row[n - 1])
        return row[-1] / max(1, len(claim))


def pieces_of(wanted: Wanted, text: str) -> list[tuple[Span, float]]:
    """The sentences of a text, long ones in pieces, each with the share of the claim in it."""
    page = lay_out(new_document(text))
    pieces: list[tuple[Span, float]] = []
    for sentence in page.sentences:
        first = sentence.first
        while first < sentence.last:
            last = first + _PIECE if sentence.last - first - _PIECE >= _REST else sentence.last
            found = {hit.word for hit in wanted.hits([t for t in page.tokens[first:last] if t.kind in _WORDS])}
            pieces.append((page.span(first, last), wanted.share(found)))
            first = last
    return pieces


def nearest_sentence(pieces: Sequence[tuple[Span, float]]) -> tuple[Span | None, float]:
    """The piece of a text that holds most of the claim, the first of several, with its share; None where none does."""
    telling = [piece for piece in pieces if piece[1]]
    return max(telling, key=lambda piece: (round(piece[1], 9), -piece[0][0]), default=(None, 0.0))


def passages(
    wanted: Wanted, text: str, *, room: int = CLOSELY, pieces: Sequence[tuple[Span, float]] | None = None
) -> tuple[Span, ...]:
    """The stretches of a text nearest to the claim in wording, in the text's order, `room` characters in all.

    Each comes with a sentence on either side of it; a text that is hardly longer is given whole. `pieces` are those of
    `pieces_of`, where they are at hand.
    """
    if len(text) <= room + room // 6:
        return ((0, len(text)),) if text else ()
    pieces = pieces_of(wanted, text) if pieces is None else pieces
    kept: set[int] = set()
    size = 0
    for n in sorted(range(len(pieces)), key=lambda n: (-pieces[n][1], n)):
        if not pieces[n][1] or size > 0.9 * room:
            break
        for near in (n, n - 1, n + 1):
            if 0 <= near < len(pieces) and near not in kept:
                long = pieces[near][0][1] - pieces[near][0][0]
                if size + long <= room:
                    kept.add(near)
                    size += long
    out: list[Span] = []
    for n in sorted(kept):
        start, end = pieces[n][0]
        if out and n - 1 in kept:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
