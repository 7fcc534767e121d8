"""Sentences that survive news habits: long comma chains, decimal points, initials, line ends as full stops, bullets.

A sentence ends at . ؟ ! … or at a line end; not at the point of a number, of an initial (د. , أ.ف.ب), of a web address, nor
inside a closed quotation unless the quotation itself runs over several sentences, in which case the sentence that opened
it runs to the closing mark: a continuing quotation belongs to one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.arabic.quotation import Quote
from marsad.arabic.tokens import Token
from marsad.model import Span

_ENDERS: Final = frozenset(".؟?!…")
_INITIAL_LENGTH: Final = 2
_APART: Final = 1000
_COUNTED: Final = frozenset(
    [
        "مليون",
        "مليونا",
        "ملايين",
        "مليار",
        "مليارا",
        "مليارات",
        "بليون",
        "تريليون",
        "الف",
        "الاف",
        "%",
        "كيلومتر",
        "كيلومترا",
        "كلم",
        "كم",
        "درجات",
    ]
)


class Sentence(NamedTuple):
    """A sentence: its characters, its tokens `first` to `last` (exclusive), the part of the page it is in and its number there."""

    i: int
    span: Span
    first: int
    last: int
    part: int = 0
    into: int = 0

    @property
    def nth(self) -> int:
        """Its number for telling how far sentences lie from each other: those of two parts lie too far for any rule."""
        return self.i + self.part * _APART


def _ends(tokens: Sequence[Token], i: int, abbreviations: frozenset[str]) -> bool:
    """Whether the punctuation at token `i` ends a sentence."""
    if tokens[i].form == "·":  # the full stop of papers set in old typefaces: a bullet stands apart from the word before it
        return i > 0 and tokens[i - 1].kind == "word" and tokens[i - 1].end == tokens[i].start
    if tokens[i].form not in _ENDERS:
        return False
    if tokens[i].form != ".":
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None:
        return False
    if before.kind == "number" and after is not None and after.kind == "number" and i + 2 < len(tokens):
        if tokens[i + 2].form in _COUNTED:
            return False  # 2 . 5 مليون, as pages with blanks around every mark print it
    glued_before = before.end == tokens[i].start
    glued_after = after is not None and after.start == tokens[i].end
    if glued_after and after is not None and after.kind == "latin" and before.kind in ("latin", "number"):
        return False  # pic.twitter.com
    if glued_before and before.kind == "word" and (before.form in abbreviations):
        return False
    # A single letter before the point is an initial: أ.ف.ب , د. فلان
    return not (glued_before and before.kind in ("word", "latin") and len(before.form) < _INITIAL_LENGTH)


def sentences(
    tokens: Sequence[Token],
    quotes: Sequence[Quote],
    *,
    abbreviations: frozenset[str] = frozenset(),
    openings: frozenset[int] = frozenset(),
) -> tuple[Sentence, ...]:
    """All sentences in order; white space and bullets at their edges are left out. One ends before each token of `openings`."""
    inside: list[int] = [0] * (len(tokens) + 1)  # token -> end token of the outermost closed quote around it
    for quote in quotes:
        if quote.closed and quote.depth == 0:
            for i in range(quote.first, quote.last):
                inside[i] = quote.last
    found: list[Sentence] = []
    first = 0

    def close(end: int) -> None:
        nonlocal first
        a, b = first, end
        while (a < b and tokens[a].kind in ("break",)) or (a < b and tokens[a].form in ("•", "-", "–", "·", "*", "▪", "●")):
            a += 1
        while b > a and tokens[b - 1].kind == "break":
            b -= 1
        if any(tokens[k].kind in ("word", "number", "latin") for k in range(a, b)):
            found.append(Sentence(len(found), (tokens[a].start, tokens[b - 1].end), a, b))
        first = end

    for i, token in enumerate(tokens):
        if i in openings and not inside[i - 1]:
            close(i)
        if token.kind == "break":
            if not inside[i]:
                close(i)
        elif token.kind == "punct" and _ends(tokens, i, abbreviations) and not inside[i]:
            end = i + 1
            # closing marks and further points belong to the sentence they end
            while (
                end < len(tokens)
                and tokens[end].kind == "punct"
                and (tokens[end].form in _ENDERS or (tokens[end].form in '»”")’' and tokens[end].start == tokens[end - 1].end))
            ):
                end += 1
            close(end)
    close(len(tokens))
    return tuple(found)
