"""Picture galleries under an article: captions that all open with the title of the gallery."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from marsad.model import Span
from marsad.stages.clean.line import Line

# The words of a title that captions are told by, and how many captions make a gallery. Sentences of an article that open alike
# (استهدفت قوات كذا بلدة) are fewer, and the article goes on behind them.
_TITLE: Final = 5
_CAPTIONS: Final = 5
# So much of a page stands above its gallery; an archive, whose articles open alike, has less above the first.
_ABOVE: Final = 3
_SHARE: Final = 0.2


def gallery(lines: Sequence[Line], prose: Sequence[int]) -> Span | None:
    """The stretch from the title of a picture gallery to the end of the page, if one stands below the article.

    محطات في تاريخ الحوار 1974 بداية الأزمة ... محطات في تاريخ الحوار 1991 لقاء ...
    """
    openings: dict[tuple[str, ...], list[int]] = {}
    for i, line in enumerate(lines):
        words = tuple(line.key.split()[:_TITLE])
        if len(words) == _TITLE and sum(w.isdigit() for w in words) <= 1:
            openings.setdefault(words, []).append(i)
    title, captions = max(openings.items(), key=lambda item: len(item[1]), default=((), []))
    if len(captions) < _CAPTIONS - 1:
        return None
    above = next((i for i in range(captions[0]) if _title_in(lines[i], title) is not None), captions[0])
    if len(captions) + (above < captions[0]) < _CAPTIONS:
        return None
    widest = max(b - a for a, b in pairwise(captions))
    if sum(1 for words in prose[:above] if words) < _ABOVE or sum(1 for words in prose[captions[-1] + 1 :] if words) > widest:
        return None  # a list at the head of the page, or the article goes on
    start = _title_in(lines[above], title)
    start = start if start is not None else lines[above].span[0]
    return (start, lines[-1].span[1]) if start >= _SHARE * lines[-1].span[1] else None


def _title_in(line: Line, title: tuple[str, ...]) -> int | None:
    """Where the words of a title stand in a line."""
    words = [t for t in line.tokens if t.kind != "punct"]
    for i in range(len(words) - len(title) + 1):
        if tuple(t.form for t in words[i : i + len(title)]) == title:
            return line.span[0] + words[i].start
    return None
