"""Where a content may end: marks at its edges, words left dangling before a boundary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.model import Span
from marsad.stages.attribute.scene import COMMAS, Scene

ENDERS: Final = frozenset(".؟!?…·")
_EDGE: Final = frozenset(" \n\t،,.؛:«»“”\"'-–—")


def sentence_index(scene: Scene, token: int) -> int | None:
    """The number of the sentence that holds a token; nothing beyond the last."""
    if token >= len(scene.tokens):
        return None
    try:
        return scene.page.sentence_of(token).i
    except LookupError:
        return None


def trimmed(scene: Scene, span: Span) -> Span:
    """A content without marks at its ends, but with both marks of a name in marks at either end («الجيش» بقصف المطار)."""
    text = scene.page.document.text
    start, end = _bare(text, span)
    for quote in scene.page.quotes:
        first, last = quote.span
        if not quote.closed or (first <= start and end <= last):
            continue
        if span[0] <= first < start < last <= end:
            start = first
        if start <= first < end < last <= span[1]:
            end = last
    return start, end


def _bare(text: str, span: Span) -> Span:
    """A span without white space and marks at its ends."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def back_over(scene: Scene, i: int, first: int) -> int:
    """Step back over marks and conjunctions left dangling before a boundary."""
    while i - 1 > first and (
        scene.tokens[i - 1].kind == "break" or scene.form(i - 1) in COMMAS or scene.form(i - 1) in scene.lexicon.edges["dangling"]
    ):
        i -= 1
    return i


def outside_quotations(scene: Scene, first: int, limit: int) -> Iterator[int]:
    """The tokens from `first` to `limit` that stand in no closed quotation opened on the way; its marks count as outside."""
    inside = -1
    for i in range(first, limit):
        quote = scene.quote_at(i) if scene.is_quote_mark(i) else None
        if quote is not None and quote.closed:
            inside = max(inside, quote.last)
        if i >= inside:
            yield i


def before_stop(scene: Scene, first: int, limit: int) -> int:
    """The token behind the last one before the full stop and the line end that close a stretch."""
    while limit > first and (scene.tokens[limit - 1].kind == "break" or scene.form(limit - 1) in ENDERS):
        limit -= 1
    return limit
