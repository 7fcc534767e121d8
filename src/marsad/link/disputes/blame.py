"""Disputes of who did it: sides blamed for one deed, and attacks told with the roles exchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from marsad.link.disputes.sides import Pages, called, contested, statements_of, voice_of
from marsad.link.figures import agree, figures
from marsad.link.incidents import Linked
from marsad.link.keys import backing
from marsad.link.knowledge import sides
from marsad.link.measure import day_number
from marsad.link.rows import FAMILY_OF
from marsad.link.statements import Page, Statement, breadth
from marsad.model import Contested, Incident, Voice

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
_SITE_KM: Final = 5.0  # so narrow is a village or a spot: two sides seldom do one thing there on one day
_ASKED: Final = 40  # voices of a side of which it is asked whether they tell of one deed: more of them tell nothing new
_HARMLESS: Final = frozenset(["media", "monitor", "population", "organisation"])
_ARMED: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition", "person"])
_FEW: Final = 3  # a toll that tells two happenings apart; one or two are killed at many places on one day


def blamed(page: Page, statement: Statement) -> frozenset[str]:
    """The blocs that a voice names as those who did it; who bears arms, admits an act and names nobody names himself."""
    actors = [a for a in statement.actors if a in page.actors and page.actors[a].kind not in _HARMLESS]
    blocs = {bloc for a in actors if (bloc := page.bloc(a))}
    # Who counts breaches counts the others', also where he announces his count.
    breach = statement.type == "ceasefire_violation"
    if breach and statement.stance != "admits":
        blocs.discard(page.side(page.claims.get(statement.claim)) or "")
    owned = ("admits",) if breach else ("admits", "announces")
    if not blocs and statement.stance in owned and statement.claim in page.claims:
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

    Something must tell it: whom it hit, what spot, how many it killed or wounded, that it is of a kind seldom done, or that one
    document sets the two against each other.
    """
    page, other = pages[a.document], pages[b.document]
    one, two = page.events[a.event], other.events[b.event]
    hit, its_hit = ({side for x in e.targets for side in sides(p.bloc(x))} for e, p in ((one, page), (two, other)))
    if hit & blamed(other, b) or its_hit & blamed(page, a) or (hit and its_hit and not hit & its_hit):
        return False
    if hit & its_hit or one.type == two.type and one.type in ONE_SPOT or (a.document, a.event) == (b.document, b.event):
        return True
    spots = [{i for i in e.places if i in p.places and breadth(p.places[i]) <= _SITE_KM} for e, p in ((one, page), (two, other))]
    if one.type == two.type and spots[0] & spots[1]:
        return True
    return any(
        f.what == g.what and f.low >= _FEW and not f.vague and not g.vague and agree(f, g)
        for f in figures(page, a)
        for g in figures(other, b)
    )


def mirrored_attacks(linked: Linked, homes: Mapping[str, Incident], pages: Pages) -> list[Contested]:
    """Attacks of one day and place told with the roles exchanged: each side says the other attacked."""
    out = []
    seen: set[tuple[str, str]] = set()
    attacks = linked.of_types(_ATTACKS)
    for pair in linked.pairs:
        if pair.a not in attacks or pair.b not in attacks:
            continue
        one, two = homes[pair.a], homes[pair.b]
        if (
            one.id == two.id
            or (min(one.id, two.id), max(one.id, two.id)) in seen
            or not ({one.type, two.type} <= _ATTACKS | {"armed_clash"})
        ):
            continue
        (doc_a, _, event_a), (doc_b, _, event_b) = pair.a.rpartition("|"), pair.b.rpartition("|")
        if doc_a == doc_b or not _exchanged(pages[doc_a], event_a, pages[doc_b], event_b):
            continue
        seen.add((min(one.id, two.id), max(one.id, two.id)))
        told: list[tuple[str, list[Voice]]] = []
        for incident in (one, two):
            attacked = [s for s in statements_of(incident, pages) if s.polarity == "affirms" and s.type in _ATTACKS]
            voices = [(bloc, voice_of(s)) for s in attacked for bloc in blamed(pages[s.document], s)]
            told.append((min((bloc for bloc, _ in voices), default=""), [voice for _, voice in voices]))
        if all(voices for _, voices in told) and told[0][0] not in sides(told[1][0]):
            shown_as = [(called(bloc, [voice.document for voice in voices], pages), voices) for bloc, voices in told]
            about = f"who attacked: {' or '.join(name for name, _ in shown_as)}"
            out.append(contested("perpetrator", one.id, about, shown_as))
    return out


def _exchanged(page: Page, event: str, other: Page, its: str) -> bool:
    a, b = page.events[event], other.events[its]
    if a.type not in _ATTACKS or b.type not in _ATTACKS:
        return False
    spots = {place.id for place in map(page.places.get, a.places) if place} & {p.id for p in map(other.places.get, b.places) if p}
    day_a, day_b = (day_number(e.date.start if e.date else None) for e in (a, b))
    if not spots or (day_a is not None and day_b is not None and abs(day_a - day_b) > 1):
        return False
    doers = (
        {side for actor in a.actors for side in sides(page.bloc(actor))},
        {s for actor in b.actors for s in sides(other.bloc(actor))},
    )
    hit = (
        {side for actor in a.targets for side in sides(page.bloc(actor))},
        {s for actor in b.targets for s in sides(other.bloc(actor))},
    )
    return not doers[0] & doers[1] and bool(doers[0] & hit[1] or doers[1] & hit[0])
