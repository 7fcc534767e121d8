"""Code: what is said to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import msgspec

from marsad.arabic.page import Page
from marsad.arabic.times.calendar import Interval
from marsad.handover import Attributed, Coded, EventDraft, Recognised
from marsad.kit import Kit
from marsad.model import Considered, Means, Place, Span, Trace, content_id
from marsad.stages.code.asides import aside, take_part
from marsad.stages.code.attachment import settle_places, settle_time, share_times, untie_times
from marsad.stages.code.attachment.weighed import leave_out_places
from marsad.stages.code.background import put_back
from marsad.stages.code.belonging import give_counts
from marsad.stages.code.counts import Counter, Found
from marsad.stages.code.disputes import accused, find_disputes
from marsad.stages.code.heirs import inherit
from marsad.stages.code.kinds import settle_kinds
from marsad.stages.code.means import ATTACKS, settle_bombers, settle_by_doer, settle_type
from marsad.stages.code.mentions import find_mentions
from marsad.stages.code.merging import Gathered, gather
from marsad.stages.code.participants import Victims, once_each, settle_sides
from marsad.stages.code.parties import BEFELL
from marsad.stages.code.realis import settle_realis
from marsad.stages.code.roles import give_roles
from marsad.stages.code.scene import Scene, open_scene
from marsad.stages.code.sharing import share_sole_attacker, share_sole_loser, share_sole_striker, share_victims
from marsad.stages.code.single import single_victims
from marsad.stages.code.tallies import find_tallies
from marsad.stages.code.tolls import set_aside, settle_killings

__all__ = ["code"]

# Only these are done to the people that are counted with them.
_HARMING = frozenset(
    [*ATTACKS, "abuse", "abduction", "detention", "displacement", "evacuation", "release_exchange", "casualties", "cumulative_toll", "siege",
     "humanitarian_aid", "ceasefire_violation", "destruction"]
)  # fmt: skip


_ADVANCES: Final = frozenset(["stretch", "advance-verb", "advance-noun", "advance-on", "advance-masdar"])
# Persons of whom only the number is told are struck by attacks or flee, where no other target is known.
_OF_PERSONS: Final = frozenset([*ATTACKS, "displacement"])
_OF_ONE_MAN: Final = frozenset([*ATTACKS, "casualties", "detention", "abduction"])


def code(
    page: Page,
    recognised: Recognised,
    attributed: Attributed,
    kit: Kit,
    published: Interval | None,
    where: Sequence[Place | None] = (),
) -> Coded:
    """Find every event with its participants, realis, means and counts, every tally, and disputes within the document.

    `published` are the days on which it was published, so far as known, `where` the place that each place mention means.
    """
    scene = open_scene(page, recognised, attributed, kit.code, kit.gazetteer, published, where)
    mentions = find_mentions(scene)
    for mention in mentions:
        settle_type(scene, mention, mentions)
    victims = Victims(scene)
    for k, mention in enumerate(mentions):
        settle_sides(scene, mention, mentions, victims)
        settle_by_doer(scene, mention)
        settle_places(scene, mention, mentions)
        settle_time(scene, mention, mentions)
        settle_realis(scene, mentions, k)
        if mention.type == "territory_capture" and mention.realis == "failed" and mention.sense.entry.id in _ADVANCES:
            mention.type = "ground_attack"  # who tried to advance and failed attacked and took nothing
    untie_times(scene, mentions)
    share_times(scene, mentions)
    settle_bombers(scene, mentions)
    settle_kinds(scene, mentions)
    drafts: list[EventDraft] = []
    traces: list[Trace] = []
    inherit(scene, mentions)
    counted = single_victims(scene, mentions, Counter(scene).run())
    mentions = set_aside(scene, mentions)
    events = gather(scene, mentions)
    for event in events:
        if not event.actors:
            event.actors.extend(dict.fromkeys(a for m in event.mentions for a in accused(scene, m) if a not in event.targets))
    share_sole_striker(scene, events)
    share_sole_loser(scene, events)
    share_sole_attacker(scene, events)
    settle_killings(scene, events)
    counts = give_counts(scene, events, counted)
    tallies, uneven, more = find_tallies(scene)
    wholes = {part.span: trace.spans[0] for tally, trace in zip(tallies, more, strict=True) for part in tally.parts}
    kept: list[Gathered] = []
    figures: list[list[Found]] = []
    take_part(scene, events)
    for event, found in zip(events, counts, strict=True):
        if aside(scene, event, events):
            continue
        kept.append(event)
        if event.type in _HARMING:
            told_in = None if _only_harmed(event) else _sentences(event)
            also = victims.of(
                str(event.mentions[0].first), found, doers=event.actors, sentences=told_in, persons=event.type in _OF_PERSONS
            )
            event.targets.extend(t for t in also if t not in event.actors and t not in event.targets)
        for party in [p for m in event.mentions for p in m.parties if p.role == "target" and p.mention is not None]:
            event.targets.extend(n for n in victims.called(party.mention) if n not in event.targets and n not in event.actors)
        if event.type in _OF_ONE_MAN:
            event.targets[:] = victims.once(event.targets, found)
        figures.append(found)
    share_victims(kept, victims)
    for event in kept:
        event.targets[:] = once_each(scene, victims, event.targets)
    put_back(scene, kept, [[f.count for f in found] for found in figures])
    leave_out_places(scene, kept)
    give_roles(scene, kept, mentions, [[f.count for f in found] for found in figures])
    for event, found in zip(kept, figures, strict=True):
        draft, trace = _draft(scene, event, [_in_tally(f, wholes) for f in found])
        drafts.append(draft)
        traces.append(trace)
        traces.extend(_who(event, draft.id))
    return Coded(
        actors=victims.actors(attributed.actors, kit.recognise.wording),
        events=tuple(drafts),
        tallies=tuple(tallies),
        disputes=find_disputes(scene, drafts, kept, tallies),
        doubts=tuple(uneven),
        traces=tuple(traces + more),
    )


def _who(event: Gathered, ident: str) -> list[Trace]:
    """A trace for each participant: its role, the rule that found it, the words it was read from."""
    out: list[Trace] = []
    known = [p for m in event.mentions for p in m.parties]
    for role, entities in (("actor", event.actors), ("target", event.targets)):
        for entity in entities:
            party = next((p for p in known if p.entity == entity and p.role == role), None)
            rule = party.rule if party is not None else "who did what caused it" if role == "actor" else "the people counted"
            spans = (party.span,) if party is not None and party.span is not None else ()
            out.append(Trace(record=ident, stage="code", rule=f"{role} {entity}: {rule}", spans=spans))
    return out


def _only_harmed(event: Gathered) -> bool:
    """Whether nobody is known to be struck but by the words of harm, so that all whom these count are."""
    told = {p.entity for m in event.mentions for p in m.parties if p.rule == BEFELL}
    return told.issuperset(event.targets)


def _sentences(event: Gathered) -> frozenset[int]:
    return frozenset(m.sentence for m in event.mentions)


def _in_tally(found: Found, wholes: dict[Span, Span]) -> Found:
    """A count that is a line of a tally is part of its total, never added to it."""
    whole = wholes.get(found.count.span)
    if whole is None or found.count.part_of is not None:
        return found
    return replace(found, count=msgspec.structs.replace(found.count, part_of=whole))


def _draft(scene: Scene, event: Gathered, found: list[Found]) -> tuple[EventDraft, Trace]:
    first = event.mentions[0]
    triggers = tuple(m.span for m in event.mentions)
    ident = content_id("event", scene.page.document.id, event.type, triggers[0])
    claims: list[str] = []
    for mention in event.mentions:
        claims.extend(c.id for c in scene.claims_at(mention.span) if c.id not in claims)
    means: list[Means] = []
    for mention in event.mentions:
        for hit in mention.means:
            span = scene.page.span(hit.first, hit.last)
            if all(m.span != span for m in means):
                means.append(Means(span=span, kind=hit.payload.kind))
    rule = f"code.{first.sense.cls}"
    draft = EventDraft(
        id=ident,
        type=event.type,
        realis=event.realis,
        triggers=triggers,
        claims=tuple(claims),
        actors=tuple(event.actors),
        targets=tuple(event.targets),
        places=tuple(event.places),
        time=event.time,
        means=tuple(means),
        counts=tuple(f.count for f in found),
        rule=rule,
    )
    considered = list(first.considered)
    considered.append(Considered(span=first.span, what=f"realis {event.realis}", why=first.realis_why))
    for mention, why in zip(event.mentions[1:], event.reasons[1:], strict=True):
        considered.append(Considered(span=mention.span, what="a further mention", why=why))
    trace = Trace(record=ident, stage="code", rule=rule, entry=first.entry_ref, spans=triggers, considered=tuple(considered))
    return draft, trace
