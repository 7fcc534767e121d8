"""Disputes of who did it: sides blamed for one deed, and attacks told with the roles exchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from marsad.link.disputes.sides import Pages, called, contested, one_day, spots, statements_of, voice_of
from marsad.link.figures import agree, figures
from marsad.link.incidents import Linked
from marsad.link.keys import backing
from marsad.link.knowledge import sides
from marsad.link.measure import day_number
from marsad.link.rows import FAMILY_OF
from marsad.link.statements import Page, Statement
from marsad.model import Contested, Event, Incident

# Things that happen on one spot; a bombardment may well hit a school and a market.
ONE_SPOT: Final = frozenset(["bombing_ied", "suicide_attack", "targeted_killing", "chemical_attack"])
# Both sides of these are their actors: naming one of them is no accusation.
TWO_SIDED: Final = frozenset(
    [
        "armed_clash",
        "agreement",
        "ceasefire",
        "talks",
        "meeting",
        "mediation",
        "coordination",
        "release_exchange",
        "casualties",
        "control_status",
        "cumulative_toll",
        "monitoring",
        "political_process",
    ]
)
# An assault that each side lays to the other; two sides may well shell each other on one day.
_ATTACKS: Final = frozenset(["ground_attack"])
_ASKED: Final = 40  # voices of a side of which it is asked whether they tell of one deed: more of them tell nothing new
_HARMLESS: Final = frozenset(["media", "monitor", "population", "organisation"])
_ARMED: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition", "person"])
_BOMBARDED: Final = frozenset(["air_strike", "shelling"])
_CHARGING: Final = frozenset(["accuses", "admits", "announces"])
_DEED_DAYS: Final = 2
_FEW: Final = 3  # a toll that tells two happenings apart; one or two are killed at many places on one day


def blamed(page: Page, statement: Statement) -> frozenset[str]:
    """The blocs that a voice names as those who did it; who bears arms, admits an act and names nobody names himself."""
    actors = [a for a in statement.actors if a in page.actors and page.actors[a].kind not in _HARMLESS]
    blocs = {bloc for a in actors if (bloc := page.bloc(a))}
    # Who counts breaches counts the others', also where he announces his count.
    if statement.type == "ceasefire_violation" and statement.stance != "admits":
        blocs.discard(page.side(page.claims.get(statement.claim)) or "")
    if not blocs and statement.stance == "admits" and statement.claim in page.claims:
        speaker = page.claims[statement.claim].chain[-1].actor
        armed = speaker in page.actors and page.actors[speaker].kind in _ARMED
        if armed and (bloc := page.bloc(speaker)):
            blocs = {bloc}
    return frozenset(blocs)


def rivals(said: Sequence[Statement], pages: Pages) -> dict[str, list[Statement]]:
    """The sides that different voices blame for one deed, each with its voices; empty where no two are rivals."""
    accused: dict[str, list[Statement]] = {}
    for statement in said:
        if (
            statement.polarity != "affirms"
            or statement.type in TWO_SIDED
            or FAMILY_OF[statement.type] not in ("harm", "violation")
        ):
            continue
        blocs = blamed(pages[statement.document], statement)
        if not blocs or any(other not in sides(bloc) for bloc in blocs for other in blocs):
            continue
        bloc = min(blocs)
        home = next((known for known in accused if known in sides(bloc)), bloc)
        accused.setdefault(home, []).append(statement)
    rival = {
        home
        for home, mine in accused.items()
        if any(
            _one_deed(a, b, pages) for other, its in accused.items() if other != home for a in mine[:_ASKED] for b in its[:_ASKED]
        )
    }
    return {home: voices for home, voices in accused.items() if home in rival} if len(rival) > 1 else {}


def perpetrator_disputes(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    """Who did it: the sides that different voices blame for one deed."""
    told = {home: [voice_of(s) for s in voices] for home, voices in rivals(said, pages).items()}
    if not told:
        return []
    named = sorted(told.items(), key=lambda item: (-backing(item[1]), item[0]))
    shown_as = [(called(bloc, [voice.document for voice in voices], pages), voices) for bloc, voices in named]
    about = f"who did it: {' or '.join(name for name, _ in shown_as)}"
    return [contested("perpetrator", incident.id, about, shown_as)]


def _one_deed(a: Statement, b: Statement, pages: Pages) -> bool:
    """Whether two voices that blame different sides speak of one deed, not of what each side did to the other on one day.

    Something must tell it: the spot, how many it killed or wounded, that it is of a kind seldom done, or that one document sets the
    two against each other. Whom it hit is not enough: several air forces strike one group on one day.
    """
    page, other = pages[a.document], pages[b.document]
    one, two = page.events[a.event], other.events[b.event]
    hit, its_hit = _blocs(page, one.targets), _blocs(other, two.targets)
    if hit & blamed(other, b) or its_hit & blamed(page, a) or (hit and its_hit and not hit & its_hit):
        return False
    if (a.document, a.event) == (b.document, b.event):
        return True
    if not one_day(page, a.event, other, b.event) or _parted(one, two):
        return False
    where, there = spots(page, a.event), spots(other, b.event)
    # Several parties may well bomb one spot on one day, unless somebody is charged with it.
    charged = one.type not in _BOMBARDED or a.stance in _CHARGING or b.stance in _CHARGING
    if where & there and (hit & its_hit or (one.type == two.type and charged)):
        return True
    if one.type == two.type and one.type in ONE_SPOT and not (where and there):
        return True
    return any(
        f.what == g.what and f.low >= _FEW and not f.vague and not g.vague and agree(f, g)
        for f in figures(page, a)
        for g in figures(other, b)
    )


def _parted(one: Event, two: Event) -> bool:
    """Whether one of two events is told of many days and the other begins on another: a campaign is no deed of one of its days."""
    dates = [[day_number(day) for day in (e.date.start, e.date.end)] for e in (one, two) if e.date is not None]
    known = [(start, end) for start, end in dates if start is not None and end is not None]
    return len({start for start, _ in known}) > 1 and any(end - start > _DEED_DAYS for start, end in known)


def mirrored_attacks(linked: Linked, homes: Mapping[str, Incident], pages: Pages) -> list[Contested]:
    """One assault told with the roles exchanged: each side says that the other attacked it on that spot that day.

    Both sides of a front attack on most days, so each must say that it beat the other's attack off, or somebody accuse or admit: of 30
    pairs in 928 newspaper articles of three weeks that only told of attacks none was one assault.
    """
    out = []
    seen: set[tuple[str, str]] = set()
    attacks = linked.of_types(_ATTACKS)
    for pair in linked.pairs:
        if pair.a not in attacks or pair.b not in attacks:
            continue
        one, two = homes[pair.a], homes[pair.b]
        (doc_a, _, event_a), (doc_b, _, event_b) = pair.a.rpartition("|"), pair.b.rpartition("|")
        key = (min(one.id, two.id), max(one.id, two.id))
        if one.id == two.id or key in seen or doc_a == doc_b or not _exchanged(pages[doc_a], event_a, pages[doc_b], event_b):
            continue
        there = spots(pages[doc_a], event_a) & spots(pages[doc_b], event_b)
        told = [_attackers(incident, there, pages) for incident in (one, two)]
        beaten_off = pages[doc_a].events[event_a].realis == pages[doc_b].events[event_b].realis == "failed"
        opposed = beaten_off or any(s.stance in ("accuses", "admits") for said in told for _, s in said)
        if opposed and all(told) and told[0][0][0] not in sides(told[1][0][0]):
            seen.add(key)
            voices = [[voice_of(s) for _, s in said] for said in told]
            names = [called(said[0][0], [v.document for v in its], pages) for said, its in zip(told, voices, strict=True)]
            about = f"who attacked: {' or '.join(names)}"
            out.append(contested("perpetrator", one.id, about, list(zip(names, voices, strict=True))))
    return out


def _attackers(incident: Incident, there: set[str], pages: Pages) -> list[tuple[str, Statement]]:
    """Who says that whom attacked on one of some spots, each with the bloc; those of the first bloc only."""
    said = [
        (bloc, s)
        for s in statements_of(incident, pages)
        if s.polarity == "affirms" and s.type in _ATTACKS and spots(pages[s.document], s.event) & there
        if (bloc := min(blamed(pages[s.document], s), default=""))
    ]
    first = min((bloc for bloc, _ in said), default="")
    return [(bloc, s) for bloc, s in said if bloc == first]


def _exchanged(page: Page, event: str, other: Page, its: str) -> bool:
    """Whether two events are one assault on one spot and day, in which who attacks in one is attacked in the other."""
    a, b = page.events[event], other.events[its]
    if not one_day(page, event, other, its) or not spots(page, event) & spots(other, its):
        return False
    doers, its_doers = _blocs(page, a.actors), _blocs(other, b.actors)
    hit, its_hit = _blocs(page, a.targets), _blocs(other, b.targets)
    return not doers & its_doers and bool(doers & its_hit or its_doers & hit)


def _blocs(page: Page, actors: Sequence[str]) -> set[str]:
    """The sides of some actors, with those that theirs belong to."""
    return {side for actor in actors for side in sides(page.bloc(actor))}
