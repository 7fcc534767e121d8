"""Parties: which mentions of actors may take part in what happened."""

from __future__ import annotations

from marsad.handover import ActorMention
from marsad.stages.code.scene import Scene


def may_take_part(scene: Scene, m: ActorMention, *, helps: bool = False) -> bool:
    """Whether a mention of an actor may be a participant: no pronoun, no medium, not inside the words that name a speaker."""
    if m.form == "pronoun":
        return False
    actor = scene.actors.get(m.entity)
    if actor is not None and (actor.kind == "media" or (actor.kind == "monitor" and not helps)):
        return False
    if any(
        not p.speaks and p.first <= m.head < p.last and p.type_word is not None
        for _, p in scene.places_between(m.first - 3, m.last)
    ):
        return False  # part of a place name
    return not any(a <= m.span[0] and m.span[1] <= b for a, b in scene.speaking)
