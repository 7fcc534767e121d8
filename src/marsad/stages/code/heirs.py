"""Heirs: participants that a mention takes over from its sentence or from the happening that caused it."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.parties import may_take_part
from marsad.stages.code.scene import Scene

_EFFECTS: Final = frozenset(["destruction", "equipment_loss", "cumulative_toll", "casualties"])
_ACTING: Final = frozenset(
    [*ATTACKS, "armed_clash", "abduction", "abuse", "territory_capture", "withdrawal", "siege", "siege_break", "route_cut",
     "route_open", "deployment", "detention", "military_support", "ceasefire_violation", "air_defence", "release_exchange",
     "evacuation", "coordination", "sanction"]
)  # fmt: skip
_PACTS: Final = frozenset(["ceasefire", "agreement", "zone_establish", "talks", "meeting"])
_KINDS: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition"])
_BACK: Final = 24


def inherit(scene: Scene, mentions: list[Mention]) -> None:
    """Fill in missing actors, in text order, so that what is filled in can be handed on."""
    for k, mention in enumerate(mentions):
        if mention.type in ("territory_capture", "siege_break", "route_cut") and not mention.targets:
            mention.targets = _enemy(scene, mention)
        if mention.actors:
            continue
        if mention.type in _EFFECTS:
            cause = _nearest(mentions, k, ATTACKS, back=1)
            if cause is not None:
                mention.actors = list(cause.actors)
                mention.heir_of = cause
        elif mention.type in _PACTS:
            mention.actors = _parties(scene, mention)
            if not mention.actors:
                pact = _nearest(mentions, k, _PACTS, back=0)
                if pact is not None:
                    mention.actors = list(pact.actors)
        elif mention.type in _ACTING and mention.sense.cls != "verb" and mention.carrier is None:
            before = _before(mentions, k)
            if before is not None and (mention.realis == "planned" or mention.hit.cut.pro in ("ل", "ول", "و", "ب", "وب")):
                mention.actors = [a for a in before.actors if a not in mention.targets]
            if not mention.actors:
                mention.actors = _subject(scene, mention)
        if mention.type == "armed_clash" and len(mention.actors) < 2:
            mention.actors = _sides(scene, mention)
        if not mention.actors and mention.hit.enc in ("ه", "ها", "هم", "هما") and mention.sense.cls != "verb":
            mention.actors = _owner(scene, mention)


def _nearest(mentions: list[Mention], k: int, types: frozenset[str], *, back: int) -> Mention | None:
    """The nearest mention of these types with actors in the sentence, else in the `back` sentences before."""
    mention = mentions[k]
    found = [
        m for m in mentions if m.type in types and m.actors and 0 <= mention.sentence - m.sentence <= back and m is not mention
    ]
    if not found:
        return None
    return min(found, key=lambda m: (mention.sentence - m.sentence, abs(mention.first - m.first), m.first))


def _before(mentions: list[Mention], k: int) -> Mention | None:
    mention = mentions[k]
    for m in reversed(mentions[:k]):
        if m.sentence != mention.sentence or mention.first - m.last > _BACK:
            return None
        if m.actors and m.type in _ACTING:
            return m
    return None


def _subject(scene: Scene, mention: Mention) -> list[str]:
    """The nearest armed or state actor in front of a masdar in its sentence."""
    sentence = scene.sentence(mention.first)
    if sentence is None or mention.definite and mention.sense.cls != "phrase":
        return []
    found = [
        m
        for m in scene.actors_between(max(sentence.first, mention.first - _BACK), mention.first)
        if m.form not in ("nisba",)
        and may_take_part(scene, m)
        and m.entity in scene.actors
        and scene.actors[m.entity].kind in _KINDS
        and m.entity not in mention.targets
        and not scene.has_class("harm-word", m.first - 3, m.first)
    ]
    return [found[-1].entity] if found else []


def _enemy(scene: Scene, mention: Mention) -> list[str]:
    """Who loses ground where nobody is named: the nearest armed group named before that is not the one who gains it."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    first = scene.page.sentences[max(0, sentence.i - 1)].first
    found = [
        m.entity
        for m in scene.actors_between(first, sentence.last)
        if m.entity in scene.actors
        and scene.actors[m.entity].kind == "armed_group"
        and may_take_part(scene, m)
        and m.entity not in mention.actors
        and not m.entity.startswith("local:")
    ]
    return found[-1:]


def _sides(scene: Scene, mention: Mention) -> list[str]:
    """For fighting of unnamed sides: every armed side of the sentence."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return mention.actors
    out = list(mention.actors)
    for m in scene.actors_between(sentence.first, sentence.last):
        actor = scene.actors.get(m.entity)
        if (
            actor is not None
            and actor.kind in ("armed_forces", "armed_group", "coalition")
            and may_take_part(scene, m)
            and m.entity not in out
        ):
            out.append(m.entity)
    return out[:4]


def _owner(scene: Scene, mention: Mention) -> list[str]:
    """Whom the pronoun on a noun means (قصفها، معقلهم): the nearest side named before, in this sentence or the one before."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    first = scene.page.sentences[sentence.i - 1].first if sentence.i else sentence.first
    found = [
        m
        for m in scene.actors_between(max(first, mention.first - 40), mention.first)
        if m.form != "nisba" and may_take_part(scene, m) and m.entity in scene.actors and scene.actors[m.entity].kind in _KINDS
    ]
    return [found[-1].entity] if found else []


def _parties(scene: Scene, mention: Mention) -> list[str]:
    """All states and sides named in the sentence of a pact around بين or joined as its subject."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    out: list[str] = []
    for k in range(sentence.first, sentence.last):
        if scene.form(k) == "بين":
            for m in scene.actors_between(k, min(k + 9, sentence.last)):
                if may_take_part(scene, m) and m.entity not in out and m.form != "nisba":
                    out.append(m.entity)
            if len(out) >= 2:
                return out
            out = []
    return out
