"""Disputes: claims of one document that cannot both be true, or that blame differently."""

from __future__ import annotations

from marsad.handover import EventDraft, TallyDraft
from marsad.model import Dispute
from marsad.stages.code.disputes.amounts import counted, tallied
from marsad.stages.code.disputes.blame import accused, blamed
from marsad.stages.code.disputes.denials import answered, denied
from marsad.stages.code.merging import Gathered
from marsad.stages.code.scene import Scene

__all__ = ["accused", "find_disputes"]


def find_disputes(
    scene: Scene, drafts: list[EventDraft], events: list[Gathered], tallies: list[TallyDraft]
) -> tuple[Dispute, ...]:
    """Denials of what another says, differing counts of one event or period, and one event laid at different doors."""
    out: list[Dispute] = []
    claims = {c.id: c for c in scene.attributed.claims}
    for event in drafts:
        out += denied(scene, event, drafts, claims)
        out += counted(scene, event, claims)
    out += answered(scene, claims)
    out += blamed(scene, events, claims)
    out += tallied(tallies, claims)
    seen: set[tuple[str, str, str]] = set()
    kept: list[Dispute] = []
    for dispute in out:
        left, right = dispute.between
        key = (dispute.kind, min(left, right), max(left, right))
        if left != right and key not in seen:
            seen.add(key)
            kept.append(dispute)
    return tuple(kept)
