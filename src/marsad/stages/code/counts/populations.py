"""Populations: of whom a number counts the harm, read from the noun counted and the words that directly describe it."""

from __future__ import annotations

from typing import Final

from marsad.model import CountWhat
from marsad.stages.code.counts.quantities import Phrase, counted_at
from marsad.stages.code.scene import Scene

_PEOPLE: Final = frozenset(["killed", "wounded", "missing", "captured", "detained", "displaced", "other"])
_FORCES: Final = ("armed_forces", "armed_group", "coalition")
_QUOTES: Final = frozenset("\"“”«»'‘’()")
_REACH: Final = 6


def population_of(scene: Scene, phrase: Phrase, what: CountWhat) -> str:
    """The population of a count: civilian, combatant of an actor, or unknown."""
    if what not in _PEOPLE or (phrase.noun is not None and phrase.noun.entry.role == "body"):
        return "unknown"
    hint = phrase.noun.entry.population if phrase.noun is not None else "unknown"
    if hint == "civilian":
        return "civilian"
    for mention in scene.actors_between(phrase.first - 1, phrase.last):
        actor = scene.actors.get(mention.entity)
        if mention.last - mention.first == 1 and mention.form == "collective" and scene.form(mention.first).startswith("ال"):
            continue  # عدد من العناصر: those of whom the text speaks, named elsewhere
        if mention.last > phrase.last - 1 and actor is not None and actor.kind in _FORCES:
            return f"combatant:{actor.of or actor.id}"
    passed = 0
    for k in range(phrase.last, min(phrase.last + _REACH, len(scene.tokens))):
        form = scene.form(k)
        if form in _QUOTES:
            continue
        if not scene.word(k) or (form.startswith("و") and scene.numbers_between(k, k + 1)):
            break  # آخر وستة جنود: the six, not the other one
        for mention in scene.actors_between(k, k + 1):
            actor = scene.actors.get(mention.entity)
            if actor is not None and (actor.kind in _FORCES or (hint == "combatant" and actor.registered)):
                return f"combatant:{actor.id}"
        hit = counted_at(scene, k)
        if hit is not None and hit.payload.entry.population == "civilian" and not (hit.payload.number == "s" and hit.enc):
            return "civilian"
        inside = form == "في" and scene.form(k + 1) in ("صفوف", "صفوفه")
        if form in scene.words("body-of") or inside or (hit is not None and hit.payload.entry.population == "combatant"):
            continue
        passed += 1
        # مقاتلين أجانب من، عنصرا إرهابيا من: one adjective may stand between
        if passed > 1 or form.startswith(("ب", "ال")) or not form.endswith(("ين", "ا", "ون", "ان", "ه", "ات")):
            break
    return "unknown"
