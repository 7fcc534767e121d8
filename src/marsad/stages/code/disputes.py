"""Disputes: claims of one document that cannot both be true, or that blame differently."""

from __future__ import annotations

from marsad.handover import EventDraft
from marsad.model import Claim, Count, Dispute
from marsad.stages.code.scene import Scene


def find_disputes(scene: Scene, events: list[EventDraft]) -> tuple[Dispute, ...]:
    """Denials of what another says, differing counts of one event, and one event laid at different doors."""
    out: list[Dispute] = []
    claims = {c.id: c for c in scene.attributed.claims}
    for event in events:
        out += _denied(event, events, claims)
        out += _counted(event)
    seen: set[tuple[str, str, str]] = set()
    kept: list[Dispute] = []
    for dispute in out:
        left, right = dispute.between
        key = (dispute.kind, min(left, right), max(left, right))
        if left != right and key not in seen:
            seen.add(key)
            kept.append(dispute)
    return tuple(kept)


def _denied(event: EventDraft, events: list[EventDraft], claims: dict[str, Claim]) -> list[Dispute]:
    deniers = [c for c in event.claims if c in claims and claims[c].stance == "denies"]
    if not deniers:
        return []
    out: list[Dispute] = []
    for denier in deniers:
        embedded = claims[denier].embeds
        if embedded is not None and embedded in claims:
            out.append(Dispute(kind="denied", between=(embedded, denier)))
            continue
        others = [c for c in event.claims if c not in deniers and c in claims]
        if not others:
            for other in events:
                if other is event or other.type != event.type or other.realis == "negated":
                    continue
                if set(other.actors) & set(event.actors) or not other.actors or not event.actors:
                    others += [c for c in other.claims if c in claims and claims[c].stance != "denies"] or (
                        ["outlet"] if not other.claims else []
                    )
        speakers = {claims[denier].chain[-1].actor if claims[denier].chain else ""}
        out += [
            Dispute(kind="denied", between=(other_id, denier))
            for other_id in others[:2]
            if not (other_id in claims and claims[other_id].chain and claims[other_id].chain[-1].actor in speakers)
        ]
    return out


def _counted(event: EventDraft) -> list[Dispute]:
    if event.type == "cumulative_toll":
        return []
    out: list[Dispute] = []
    main = [c for c in event.counts if c.part_of is None and c.what in ("killed", "wounded") and c.low is not None]
    for k, one in enumerate(main):
        out += [
            Dispute(kind="count", between=(one.claim, two.claim))
            for two in main[k + 1 :]
            if one.what == two.what and one.claim != two.claim and _clash(one, two)
        ]
    return out


def _clash(one: Count, two: Count) -> bool:
    """Whether two counts cannot both be right: exact figures that differ, or a bound that the other breaks."""
    if one.population != two.population and "unknown" not in (one.population, two.population):
        return False
    if one.low is None or two.low is None or min(one.low, two.low) <= 1:
        return False
    if one.qualifier == two.qualifier == "exact":
        return one.low != two.low
    low = max(one.low, two.low)
    high = min(c.high for c in (one, two) if c.high is not None) if one.high is not None or two.high is not None else None
    return high is not None and low > high and "vague" not in (one.qualifier, two.qualifier)
