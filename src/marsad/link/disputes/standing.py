"""Whether a truce stands, whom it covers, who signed it, and whether somebody is present at a place."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.link.disputes.sides import Pages, contested, voice_of
from marsad.link.incidents import Linked
from marsad.link.statements import Page
from marsad.link.truces import coverage, parties, presence, signatories, standing
from marsad.model import Contested


def truce_disputes(linked: Linked, pages: Pages) -> list[Contested]:
    """Whether a truce stands, whom and what it covers, and whether somebody is present at a place."""
    noted = [document.truces for document in linked.documents.values()]
    out = []
    for about, affirmed, denied in standing(noted):
        out.append(contested("status", None, about, [("holds", map(voice_of, affirmed)), ("has ended", map(voice_of, denied))]))
    for about, excluded, covered in coverage(noted):
        out.append(
            contested("status", None, about, [("not covered", map(voice_of, excluded)), ("covered", map(voice_of, covered))])
        )
    for about, values in signatories(noted):
        out.append(contested("count", None, about, [(value, map(voice_of, voices)) for value, voices in values]))
    for about, made, denied in parties(noted):
        out.append(contested("denied", None, about, [("affirmed", map(voice_of, made)), ("denied", map(voice_of, denied))]))

    def candidates(bloc: str, names: frozenset[str]) -> Iterable[Page]:
        speaking = {document for document, row in linked.documents.items() if row.truces.presence}
        return (pages[document] for document in sorted(speaking | set(linked.acting_on(bloc, names))))

    for about, there, absent in presence(noted, candidates):
        out.append(contested("denied", None, about, [("affirmed", map(voice_of, there)), ("denied", map(voice_of, absent))]))
    return out
