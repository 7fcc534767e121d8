"""Read a document: the stages in order, on one screen."""

from __future__ import annotations

from marsad.kit import Kit
from marsad.model import Document, Reading, Traced
from marsad.stages.attribute import attribute
from marsad.stages.clean import clean
from marsad.stages.code import code
from marsad.stages.ground import ground, publication, told_years, whereabouts
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

__all__ = ["read", "trace"]


def trace(document: Document, kit: Kit) -> Traced:
    """The reading of a document together with the reasons for every record."""
    cleaned = clean(document, kit)
    page = segment(cleaned.document, kit)
    recognised = recognise(page, kit)
    attributed = attribute(page, recognised, kit)
    published = publication(page, recognised, attributed, kit)
    recognised = told_years(page, recognised, published)
    where = whereabouts(page, recognised, kit)
    coded = code(page, recognised, attributed, kit, published.days, where)
    grounded = ground(page, recognised, attributed, coded, published, kit)
    reading = Reading(
        document=grounded.document,
        actors=coded.actors,
        places=grounded.places,
        claims=attributed.claims,
        events=grounded.events,
        tallies=grounded.tallies,
        disputes=coded.disputes,
        doubts=cleaned.doubts + recognised.doubts + attributed.doubts + coded.doubts + grounded.doubts,
    )
    return Traced(
        reading=reading,
        traces=cleaned.traces + recognised.traces + attributed.traces + coded.traces + grounded.traces,
    )


def read(document: Document, kit: Kit) -> Reading:
    """The reading of a document: the same text always gives the same bytes."""
    return trace(document, kit).reading
