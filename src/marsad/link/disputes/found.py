"""The disputes of an incident and of a ledger, strongest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from marsad.link.disputes.amounts import count_disputes, tally_disputes
from marsad.link.disputes.blame import mirrored_attacks, perpetrator_disputes
from marsad.link.disputes.denials import denial_disputes, lifted
from marsad.link.disputes.settings import day_disputes, spot_disputes
from marsad.link.disputes.sides import Pages, statements_of
from marsad.link.disputes.standing import truce_disputes
from marsad.link.incidents import Linked
from marsad.link.keys import whose
from marsad.model import Contested, Incident, Reading

_ORDER: Final = {kind: i for i, kind in enumerate(("denied", "perpetrator", "count", "status", "place", "date"))}


def _across(found: Iterable[Contested]) -> list[Contested]:
    """The disputes that more than one document takes part in."""
    return [d for d in found if len({v.document for side in d.sides for v in side.voices}) > 1]


def _opposed(dispute: Contested) -> bool:
    """Whether two sides have somebody who stands on no other: who tells of two days or gives two numbers contradicts nobody."""
    behind = [{whose(voice.origin) for voice in side.voices} for side in dispute.sides]
    alone = [own.difference(*(other for other in behind if other is not own)) for own in behind]
    return sum(map(bool, alone)) > 1


def rank(dispute: Contested) -> int:
    """Which of two equally strong disputes is told first, by their kinds."""
    return _ORDER[dispute.kind]


def strongest_first(found: Iterable[Contested]) -> tuple[Contested, ...]:
    """Disputes in the order in which they are told, each once."""
    once = {dispute.id: dispute for dispute in found}
    return tuple(sorted(once.values(), key=lambda d: (-d.origins[0], -d.origins[1], rank(d), d.id)))


def disputes_in(incident: Incident, pages: Pages, *, within: bool = False) -> list[Contested]:
    """The disputes between the accounts of one incident; with `within` also those inside a single document."""
    if len(incident.documents) == 1 and not within:
        return []
    said = statements_of(incident, pages)
    found = count_disputes(incident, said, pages)
    found += perpetrator_disputes(incident, said, pages)
    found += denial_disputes(incident, said, pages, lifted(incident, pages))
    found += day_disputes(incident, said, pages)
    found += spot_disputes(incident, said, pages)
    return found if within else [dispute for dispute in _across(found) if _opposed(dispute)]


def disputes_between(linked: Linked, pages: Pages, *, within: bool = False) -> list[Contested]:
    """The disputes that belong to no single incident: exchanged roles, tallies, truces and presences."""
    homes = {f"{document}|{event}": incident for incident in linked.incidents for document, event in incident.events}
    found = [*mirrored_attacks(linked, homes, pages), *tally_disputes(linked), *truce_disputes(linked, pages)]
    return found if within else _across(found)


def disputes(linked: Linked, readings: Iterable[Reading], *, within: bool = False) -> tuple[Contested, ...]:
    """Every dispute that more than one document takes part in, strongest first.

    A dispute is strong when many origins stand on its smaller side. With `within` the disputes inside single documents
    are given too.
    """
    pages = Pages(readings)
    found = [dispute for incident in linked.incidents for dispute in disputes_in(incident, pages, within=within)]
    return strongest_first([*found, *disputes_between(linked, pages, within=within)])
