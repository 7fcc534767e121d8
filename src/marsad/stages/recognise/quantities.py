"""Times and numbers: the finders of the script, called on a page."""

from __future__ import annotations

from marsad.arabic.numbers import find_numbers
from marsad.arabic.page import Page
from marsad.arabic.times import find_times
from marsad.handover import NumberMention, TimeMention
from marsad.kit import Kit


def numbers_of(page: Page) -> tuple[NumberMention, ...]:
    """Every number of a page."""
    return tuple(
        NumberMention(
            span=page.span(m.first, m.last),
            figure=page.span(m.figure_first, m.figure_last),
            first=m.first,
            last=m.last,
            value=m.value,
        )
        for m in find_numbers(page.tokens, page.lookup)
    )


def times_of(page: Page, kit: Kit) -> tuple[TimeMention, ...]:
    """Every time expression of a page."""
    return tuple(
        TimeMention(span=page.span(m.first, m.last), first=m.first, last=m.last, value=m.value)
        for m in find_times(page.tokens, page.lookup, kit.ground.times)
    )
