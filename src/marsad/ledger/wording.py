"""What a text is searched by: its words folded, freed of what is joined on to them, and shortened to what inflection leaves.

A word is kept as it is written, without its proclitics and pronouns, and cut down to a stem, which is marked by a
leading "x". Both databases get the same terms, so that both find the same documents.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.fold import Folded, fold
from marsad.arabic.tokens import Token, cuts, tokenise
from marsad.model import Span

STEM: Final = "x"
# Endings of number, gender, case and person, longest first; what is left keeps at least three letters.
ENDINGS: Final = ("يين", "يات", "يون", "ون", "ين", "ات", "ان", "يه", "وا", "ت", "ه", "ي")
# A final alef is an ending in a text (مقرا) more often than in what is asked for (سانا), so only the text loses it.
ALEF: Final = "ا"
LEAST: Final = 3
SHOWN_AROUND: Final = 70


class Snippet(NamedTuple):
    """A stretch of the text as published, the words found in it as offsets into the stretch, and how many the text has."""

    text: str
    marks: tuple[Span, ...]
    found: int


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


def _of_token(token: Token) -> frozenset[str]:
    """Everything that a word of a text may be looked for as."""
    if token.kind in ("punct", "break"):
        return frozenset()
    if token.kind != "word":
        return frozenset(part for part in token.form.casefold().replace("/", " ").split() if part.isalnum())
    stems = {cut.stem for cut in cuts(token.form)}
    shorter = {stem[:-1] for stem in stems if stem.endswith(ALEF) and len(stem) > LEAST}
    return frozenset(stems | {STEM + _stem(stem) for stem in stems | shorter})


def terms(text: str) -> str:
    """The terms of a text in their order of code points, each once, between spaces."""
    found: set[str] = set()
    for token in tokenise(fold(text)):
        found |= _of_token(token)
    return " ".join(sorted(found))


def wanted(query: str) -> tuple[frozenset[str], ...]:
    """The words of a query, each with the terms any of which will do; the words must all be found."""
    out = []
    for token in tokenise(fold(query)):
        if token.kind == "word":
            # Only the article is taken off with what stands before it: و and ل alone may be letters of the word (وزير).
            bare = {cut.stem for cut in cuts(token.form) if cut.pro == "ال" or (cut.definite and len(cut.stem) > LEAST)}
            out.append(frozenset({token.form} | {STEM + _stem(stem) for stem in bare or {token.form}}))
        elif alike := _of_token(token):
            out.append(alike)
    return tuple(out)


def snippet(text: str, groups: tuple[frozenset[str], ...]) -> Snippet:
    """The stretch of a text with most of the words looked for, the earliest of several."""
    folded: Folded = fold(text)
    hits = [
        (token.span, frozenset(n for n, group in enumerate(groups) if group & alike))
        for token in tokenise(folded)
        if (alike := _of_token(token))
    ]
    hits = [(span, which) for span, which in hits if which]
    if not hits:
        return Snippet(_on_one_line(text[: 2 * SHOWN_AROUND]), (), 0)

    def worth(first: int) -> tuple[int, int]:
        near = [which for (start, _), which in hits if first <= start <= first + SHOWN_AROUND]
        return len(frozenset().union(*near)), len(near)

    first = max((span[0] for span, _ in hits), key=lambda start: (worth(start), -start))
    start = max(0, first - SHOWN_AROUND)
    end = min(len(text), first + 2 * SHOWN_AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", first, end)
        end = cut if cut > first else end
    marks = tuple((a - start, b - start) for (a, b), _ in hits if start <= a and b <= end)
    return Snippet(_on_one_line(text[start:end]), marks, len(hits))


def _on_one_line(text: str) -> str:
    # One character for one, so that the marks stay where they are.
    return "".join(" " if char.isspace() else char for char in text)
