"""Ground: tie places to coordinates and times to the calendar, never guessing."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import msgspec

from marsad.arabic.page import Page
from marsad.handover import Attributed, Coded, Grounded, Recognised
from marsad.kit import Kit
from marsad.model import Document
from marsad.stages.ground.dates import Interval
from marsad.stages.ground.events import finish
from marsad.stages.ground.places import locate
from marsad.stages.ground.publication import work_out

__all__ = ["ground"]


def ground(page: Page, recognised: Recognised, attributed: Attributed, coded: Coded, kit: Kit) -> Grounded:
    """Resolve place mentions, time expressions and the publication date, and finish events and tallies with them."""
    worked = work_out(page, recognised.times, attributed, kit.ground)
    document = msgspec.structs.replace(page.document, published=worked.published)
    located = locate(page, recognised.place_mentions, kit.gazetteer)
    finished = finish(page, coded.events, coded.tallies, recognised.times, located, _published(document))
    return Grounded(
        document=document,
        places=located.places,
        events=finished.events,
        tallies=finished.tallies,
        doubts=worked.doubts + located.doubts,
        traces=worked.traces + located.traces + finished.traces,
    )


def _published(document: Document) -> Interval | None:
    given = document.published
    if given.start is None:
        return None
    start = _days(given.start)
    end = _days(given.end) if given.end else start
    return Interval(start.start, end.end) if start is not None and end is not None else None


def _days(iso: str) -> Interval | None:
    """The days of an ISO date, month or year; None for anything else."""
    try:
        if len(iso) == 4:
            return Interval(date(int(iso), 1, 1), date(int(iso), 12, 31))
        if len(iso) == 7:
            year, month = int(iso[:4]), int(iso[5:])
            return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return None
    return Interval(day, day)
