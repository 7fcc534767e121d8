"""Sides: which actors are one or belong together, and which of them an event keeps."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.merging.gathered import Gathered
from marsad.stages.code.nominals import stem_in
from marsad.stages.code.scene import Scene

_NO_TARGET: Final = frozenset(
    ["armed_clash", "ceasefire", "agreement", "talks", "meeting", "deployment", "withdrawal", "control_status", "zone_establish",
     "route_open", "mediation", "coordination"]
)  # fmt: skip
_OF_PERSONS: Final = frozenset(["detention", "abduction", "abuse", "targeted_killing", "release_exchange", "small_arms_fire"])
_AMONG_KIN: Final = frozenset(["military_support"])  # the air force of a country backs its army
_STATE_KINDS: Final = frozenset(["state", "government", "armed_forces", "organisation"])
_OF_ARMIES: Final = frozenset([*ATTACKS, "armed_clash", "destruction", "casualties", "cumulative_toll", "ceasefire_violation"])


def known(actors: list[str]) -> list[str]:
    """The actors whose identity is sure; those of this document alone may be anybody."""
    return [a for a in actors if not a.startswith("local:")]


def related(scene: Scene, left: list[str], right: list[str]) -> bool:
    """Whether two lists of actors share one, or one speaks or acts for another, or both are arms of one state."""
    return any(akin(scene, a, b) for a in left for b in right)


def akin(scene: Scene, a: str, b: str) -> bool:
    """Whether two actors are one, one belongs to the other, or both to one state or body."""
    if a == b or a.startswith(b + ".") or b.startswith(a + "."):
        return True
    one, two = scene.actors.get(a), scene.actors.get(b)
    if one is None or two is None:
        return False
    if one.of == b or two.of == a or (one.of is not None and one.of == two.of):
        return True
    return one.kind in _STATE_KINDS and two.kind in _STATE_KINDS and a.partition(".")[0] == b.partition(".")[0]


def can_suffer(scene: Scene, event: Gathered, target: str) -> bool:
    """Whether an actor can be what this event is done to."""
    if event.type in _NO_TARGET or target in event.actors:
        return False
    if event.type not in _AMONG_KIN and any(akin(scene, target, a) for a in event.actors):
        return False
    actor = scene.actors.get(target)
    if actor is None or actor.registered:
        return True
    if actor.kind in ("other", "media", "monitor") and event.type not in _OF_PERSONS:
        heads = [m.head for m in scene.actors_between(0, len(scene.tokens)) if m.entity == target]
        if not any(stem_in(scene, k, scene.words("struck-people")) for k in heads):
            return False  # a source, a network
    first = scene.page.within(actor.mentions[0]) if actor.mentions else (0, 0)
    return not any(h.first < first[1] and first[0] < h.last for h in scene.means)  # مدافع الهاون strike, they are not struck


def holds(scene: Scene, whole: str, part: str) -> bool:
    """Whether one actor is the body, or the state, that another acts for: تركيا beside القوات التركية says nothing more."""
    seen = part
    for _ in range(5):
        actor = scene.actors.get(seen)
        seen = actor.of if actor is not None and actor.of is not None else seen.rpartition(".")[0]
        if seen == whole:
            return True
    return False


def commands(scene: Scene, event: Gathered, government: str, army: str) -> bool:
    """Whether a government is named for what its own army does in the same happening (قصف النظام beside قصف قوات النظام)."""
    one, two = scene.actors.get(government), scene.actors.get(army)
    if one is None or two is None or one.kind != "government" or two.kind != "armed_forces":
        return False
    if event.type not in _OF_ARMIES:
        return False
    state = (one.of or government).partition(".")[0]
    return state == army.partition(".")[0] or (two.of or "") in (government, one.of)


def only_weapon(scene: Scene, entity: str) -> bool:
    """Whether an actor is only ever named as what was fired or flown (طائرة مسيرة), which says nothing where its owner is known."""
    actor = scene.actors.get(entity)
    if actor is None or actor.registered or actor.of is not None or not entity.startswith("local:"):
        return False
    mentions = [m for m in scene.actors_between(0, len(scene.tokens)) if m.entity == entity]
    return bool(mentions) and all(any(h.first <= m.head < h.last for h in scene.means) and m.last - m.head <= 2 for m in mentions)


def side_by_side(event: Gathered, one: str, two: str) -> bool:
    """Whether one mention names both by one rule, joined by و (الجيش والمقاومة): an army beside what belongs to it takes part itself."""
    return any(
        p.entity == one and q.entity == two and p.role == q.role and p.rule == q.rule
        for m in event.mentions
        for p in m.parties
        for q in m.parties
    )
