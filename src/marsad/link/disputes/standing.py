"""Whether a truce stands, whom it covers, who signed it, and whether somebody is present at a place."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.link.disputes.sides import Pages, contested
from marsad.link.incidents import Linked
from marsad.link.statements import Page
from marsad.link.truces import Scoped, coverage, parties, presence, signatories, standing
from marsad.model import Contested, Voice


def _scoped_voice(scoped: Scoped) -> Voice:
    return Voice(document=scoped.document, claim=scoped.claim, event=scoped.event, origin=scoped.origin)


def truce_disputes(linked: Linked, pages: Pages) -> list[Contested]:
    """Whether a truce stands, whom and what it covers, and whether somebody is present at a place."""
    noted = [document.truces for document in linked.documents.values()]
    out = []
    for about, affirmed, denied in standing(noted):
        out.append(
            contested("status", None, about, [("holds", map(_scoped_voice, affirmed)), ("has ended", map(_scoped_voice, denied))])
        )
    for about, excluded, covered in coverage(noted):
        out.append(
            contested(
                "status", None, about, [("not covered", map(_scoped_voice, excluded)), ("covered", map(_scoped_voice, covered))]
            )
        )

    for about, values in signatories(noted):
        out.append(contested("count", None, about, [(value, map(_scoped_voice, voices)) for value, voices in values]))
    for about, made, denied in parties(noted):
        out.append(
            contested("denied", None, about, [("affirmed", map(_scoped_voice, made)), ("denied", map(_scoped_voice, denied))])
        )

    def candidates(bloc: str, names: frozenset[str]) -> Iterable[Page]:
        speaking = {document for document, row in linked.documents.items() if row.truces.presence}
        return (pages[document] for document in sorted(speaking | set(linked.acting_on(bloc, names))))

    for about, there, absent in presence(noted, candidates):
        out.append(
            contested("denied", None, about, [("affirmed", map(_scoped_voice, there)), ("denied", map(_scoped_voice, absent))])
        )
    return out
