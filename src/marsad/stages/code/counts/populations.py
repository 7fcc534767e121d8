"""Populations: of whom a number counts the harm, read from the noun counted and the words that directly describe it."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.model import CountWhat
from marsad.stages.code.counts.quantities import Phrase, counted_at
from marsad.stages.code.counts.state import Found
from marsad.stages.code.families import FORCES, PEOPLE
from marsad.stages.code.scene import Scene

_QUOTES: Final = frozenset("\"“”«»'‘’()")
_REACH: Final = 6
_HOUSE: Final = 4  # tokens from عائلة to أفراد
_OTHERS: Final = frozenset(["اخرين", "اخرون", "اخر", "اخران", "اخري"])
_SAME_PEOPLE: Final = 16  # tokens between those counted and the others beside them
_UNSAID: Final = ("unknown", "civilian")


def population_of(scene: Scene, phrase: Phrase, what: CountWhat) -> str:
    """The population of a count: civilian, combatant of an actor, or unknown."""
    if what not in PEOPLE or (phrase.noun is not None and phrase.noun.entry.role in ("body", "thing")):
        return "unknown"  # كمينين للمقاومة: two ambushes are of no side
    hint = phrase.noun.entry.population if phrase.noun is not None else "unknown"
    if phrase.noun is not None and phrase.noun.entry.id == "troopers" and _of_a_house(scene, phrase):
        return "civilian"
    if hint == "civilian":
        return "civilian"
    nameless: str | None = None
    for mention in scene.actors_between(phrase.first - 1, phrase.last):
        actor = scene.actors.get(mention.entity)
        if mention.last - mention.first == 1 and mention.form == "collective" and scene.form(mention.first).startswith("ال"):
            continue  # عدد من العناصر: those of whom the text speaks, named elsewhere
        if mention.last > phrase.last - 1 and actor is not None and actor.kind in FORCES:
            if actor.of is None and mention.form == "collective" and not actor.registered:
                nameless = f"combatant:{actor.id}"  # ثلاثة عناصر لتنظيم كذا: the body may stand behind
                continue
            return f"combatant:{actor.of if actor.of in scene.actors else actor.id}"
        if mention.first >= phrase.first and (side := _side_of(scene, mention)) is not None:
            return side
    behind = _behind(scene, phrase, hint)
    return nameless or behind if behind in _UNSAID and nameless is not None else behind


def _of_a_house(scene: Scene, phrase: Phrase) -> bool:
    """Whether أفراد are those of a family: عائلة من سبعة أفراد, سبعة أفراد من أسرة واحدة."""
    near = (*range(phrase.first - _HOUSE, phrase.first), *range(phrase.last, phrase.last + 2))
    hits = (counted_at(scene, k) for k in near if scene.word(k))
    return any(hit is not None and hit.payload.entry.id in ("families", "households") for hit in hits)


def _side_of(scene: Scene, mention: ActorMention) -> str | None:
    """The armed body of one person named with it: قيادي من تنظيم كذا, زعيم تنظيم كذا فلان."""
    actor = scene.actors.get(mention.entity)
    if actor is None or actor.kind != "person" or actor.of is None:
        return None
    side = scene.actors.get(actor.of)
    return f"combatant:{side.id}" if side is not None and side.kind in FORCES else None


def _behind(scene: Scene, phrase: Phrase, hint: str) -> str:
    """What the words behind those counted say of them: من عناصر كذا, في صفوف المدنيين, بين المدنيين."""
    passed = 0
    for k in range(phrase.last, min(phrase.last + _REACH, len(scene.tokens))):
        form = scene.form(k)
        if form in _QUOTES:
            continue
        if not scene.word(k) or (form.startswith("و") and scene.numbers_between(k, k + 1)):
            break  # آخر وستة جنود: the six, not the other one
        hit = counted_at(scene, k)
        if hit is not None and hit.payload.entry.numbered:
            hit = None  # أمام منزله has the letters of imam
        if hit is not None and hit.payload.entry.role == "harm" and hit.cut.pro.startswith("و"):
            continue  # قتلى وجرحى من المدنيين: both are
        for mention in scene.actors_between(k, k + 1):
            actor = scene.actors.get(mention.entity)
            if actor is not None and (actor.kind in FORCES or (hint == "combatant" and actor.registered)):
                return f"combatant:{actor.id}"
        offspring = hit is not None and hit.payload.entry.id == "lords" and scene.form(k - 1) == "من"  # من أبناء البلدة
        if hit is not None and hit.payload.entry.population == "civilian" and not (hit.payload.number == "s" and hit.enc):
            if not offspring:
                return "civilian"
        inside = form == "في" and scene.form(k + 1) in ("صفوف", "صفوفه")
        if form in scene.words("body-of") or inside or (hit is not None and hit.payload.entry.population == "combatant"):
            continue
        passed += 1
        # مقاتلين أجانب من، عنصرا إرهابيا من: one adjective may stand between
        if passed > 1 or form.startswith(("ب", "ال")) or not form.endswith(("ين", "ا", "ون", "ان", "ه", "ات")):
            break
    return "unknown"


def shared_population(scene: Scene, phrase: Phrase, found: list[Found]) -> str:
    """The population of others and kin: that of those counted beside them (قتل سبعة مدنيين وأصيب 12 آخرون, ثلاثة أطفال ووالدتهم)."""
    noun = phrase.noun.entry if phrase.noun is not None else None
    others = (noun is not None and noun.id == "others") or scene.form(phrase.last) in _OTHERS
    kin = noun is not None and noun.kin
    sentence = scene.sentence(phrase.first)
    if sentence is None or not (others or kin):
        return "unknown"
    mains = [f for f in found[-6:] if f.first >= sentence.first and f.count.part_of is None and f.count.what in PEOPLE]
    if not mains or phrase.first - found[-1].last > _SAME_PEOPLE:
        return "unknown"
    same = {f.count.population for f in mains if f.harm == mains[-1].harm}
    if len(same) != 1 or (kin and same != {"civilian"}):
        return "unknown"  # مقتل جندي ومدني وإصابة آخرين
    return same.pop()
