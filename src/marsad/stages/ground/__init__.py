"""Ground: tie places to coordinates and times to the calendar, never guessing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from marsad.arabic.page import Page
from marsad.handover import Attributed, Coded, Grounded, Recognised, TimeMention
from marsad.kit import Kit
from marsad.model import Place
from marsad.stages.ground.datelines import bulletin_day, date_lines
from marsad.stages.ground.events import finish
from marsad.stages.ground.offices import holders
from marsad.stages.ground.places import locate
from marsad.stages.ground.publication import WorkedOut, iso_days, work_out
from marsad.stages.ground.years import carry_years

__all__ = ["ground", "publication", "told_years", "whereabouts"]


def publication(page: Page, recognised: Recognised, attributed: Attributed, kit: Kit) -> WorkedOut:
    """The publication date of a page, given or worked out: how old a happening is depends on it, so code asks for it too."""
    return work_out(page, recognised.times, attributed, kit.ground)


def told_years(page: Page, recognised: Recognised, worked: WorkedOut) -> Recognised:
    """What was recognised, with the year that a history tells once for the days and months behind it."""
    times = recognised.times
    return msgspec.structs.replace(recognised, times=carry_years(page, times, worked.days, dateline=date_lines(page, times)))


def whereabouts(page: Page, recognised: Recognised, kit: Kit) -> tuple[Place | None, ...]:
    """The place that each place mention means: what is told twice is told of one place, so code asks for it too."""
    every = frozenset(range(len(recognised.place_mentions)))
    located = locate(
        page, recognised.place_mentions, kit.gazetteer, numbers=recognised.numbers, struck=every, acting=_acting(recognised)
    )
    known = {p.id: p for p in located.places}
    return tuple(known[p] if p is not None else None for p in located.of_mention)


def _acting(recognised: Recognised) -> frozenset[str]:
    """The countries whose state, government or army a page names."""
    return frozenset(a.id.split(".")[0] for a in recognised.actors if a.kind in ("state", "government", "armed_forces"))


def _own_dateline(worked: WorkedOut, times: Sequence[TimeMention]) -> frozenset[int]:
    """The time that is the date line of the page, wherever it stands among the words: it dates nothing else."""
    span = worked.published.span
    if worked.published.basis != "page" or span is None:
        return frozenset()
    return frozenset(k for k, m in enumerate(times) if m.span[0] < span[1] and span[0] < m.span[1])


def ground(page: Page, recognised: Recognised, attributed: Attributed, coded: Coded, worked: WorkedOut, kit: Kit) -> Grounded:
    """Resolve place mentions and time expressions, and finish events and tallies with them and the publication date."""
    document = msgspec.structs.replace(page.document, published=worked.published)
    struck = frozenset(k for event in coded.events for k in event.places)
    located = locate(
        page, recognised.place_mentions, kit.gazetteer, numbers=recognised.numbers, struck=struck, acting=_acting(recognised)
    )  # fmt: skip
    times = recognised.times
    dateline = date_lines(page, times) | _own_dateline(worked, times)
    finished = finish(
        page, coded.events, coded.tallies, times, recognised.place_mentions, located, attributed,
        worked.days,
        opening=bulletin_day(page, times, kit.ground), dateline=dateline,
    )  # fmt: skip
    known = iso_days(document.published.start, document.published.end)
    offices = holders(coded.actors, kit.ground.offices, kit.recognise.actors, known)
    return Grounded(
        document=document,
        places=located.places,
        events=finished.events,
        tallies=finished.tallies,
        doubts=worked.doubts + located.doubts,
        traces=worked.traces + located.traces + finished.traces + offices,
    )
