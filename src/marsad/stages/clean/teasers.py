"""Teasers: beginnings of other stories in a row at the foot of a page, each broken off with dots: أعلن الجيش أن قواته . . ."""

from __future__ import annotations

import re
from typing import Final

from marsad.model import Span

_DOTS: Final = re.compile(r"(?<!\[ )(?:\. \. \.|\.\.\.|…)(?: \.)*")
_STORIES: Final = 3  # so many stories broken off in a row are a list of them, and no pause of a speaker
_LONGEST: Final = 300  # letters of a story before it is broken off
_SHORTEST: Final = 40  # fewer are a pause or a line of verse
_BODY: Final = 0.5  # the share of the page that is its own story; a page of nothing but beginnings is a review of the news
_BELOW: Final = 500  # letters of menus and forms that may follow the list
_STOP: Final = re.compile(r"[.؟!»”]\s|\n")


def teasers(text: str, page: Span) -> Span | None:
    """The stretch of a page in which other stories are begun and broken off, from the sentence that the first dots cut."""
    row: list[re.Match[str]] = []
    for dots in _DOTS.finditer(text, *page):
        if row and not _SHORTEST <= dots.start() - row[-1].end() <= _LONGEST:
            row = []
        row.append(dots)
    start, end = page
    if len(row) < _STORIES or end - row[-1].end() > _BELOW:
        return None
    stops = [m.end() for m in _STOP.finditer(text, max(start, row[0].start() - _LONGEST), row[0].start())]
    first = stops[-1] if stops else row[0].end()
    return (first, row[-1].end()) if first - start >= _BODY * (end - start) else None
