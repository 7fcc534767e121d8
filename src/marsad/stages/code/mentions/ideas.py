"""Ideas: acts of war upon what is no body and no place (تفجير الأوضاع، أضرم النار في النفوس), which tell of none."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.model import EventType
from marsad.stages.code.mentions.namesakes.verbs import NOT_YET
from marsad.stages.code.scene import Scene

# Kinds of acts that fall upon bodies, things and places only.
_BODILY: Final[frozenset[EventType]] = frozenset(
    ["air_strike", "shelling", "ground_attack", "armed_clash", "small_arms_fire", "suicide_attack", "bombing_ied", "chemical_attack",
     "targeted_killing", "abduction", "destruction", "territory_capture", "withdrawal", "siege", "siege_break", "deployment",
     "group_change", "casualties", "evacuation", "humanitarian_aid"]
)  # fmt: skip
_OBJECT: Final = 4  # tokens from a verb to the idea that it falls upon: أضرم النار في نفوس
_BODIES: Final = ("person-word", "civilian-word", "men-at-arms", "gunmen", "vehicle", "place-hit")
_EVILS: Final = ("قتل", "دمر", "ذبح", "حرق", "خرب")
_SHOWING: Final = frozenset(["deploy-trans", "deploy-masdar"])
_SHOWN: Final = 12  # tokens from نشرت over who did and when to what was shown
_SCIENCE: Final = 8  # tokens from علوم to the one that is named like a meeting: علوم السياسة والتربية والاجتماع
_ALONE: Final = 8  # tokens in front of a verb of evil in which whoever does it would stand


def upon_an_idea(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why an act named here falls upon nobody and no place; None where it may."""
    entry = hit.payload.entry
    grasped = entry.id == "take-into-custody" and scene.form(hit.last - 1) == "علي"  # قبض على روح الشخصية; not معتقلي الرأي
    if (grasped or entry.type in _BODILY) and _idea(scene, hit):
        return "what it falls upon is no body and no place: تفجير الأوضاع"
    if _without_object(scene, hit):
        return "evil as such: الإرهاب ينتشر ويقتل"
    if entry.id in _SHOWING and _shown(scene, hit):
        return "what was shown, and no troops: نشرت الوزارة صورا"
    if entry.type == "meeting" and hit.cut.stem == "اجتماع" and hit.cut.definite and not hit.enc and _science(scene, hit):
        return "a science: علم الاجتماع"
    return None


def _bare(scene: Scene, k: int) -> str:
    return scene.form(k).removeprefix("ال")


def _idea(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether its object, right behind it or behind its subject, is one of the words for what is no body."""
    ideas = scene.words("ideas")
    if hit.enc:
        return (
            hit.cut.pro.startswith("و") and scene.form(hit.first - 1).removeprefix("و").removeprefix("ال") in ideas
        )  # تأجيج الأوضاع وتفجيرها
    if hit.payload.cls != "verb":
        return _bare(scene, hit.last) in ideas and not scene.places_between(hit.last, hit.last + 1)
    last = min(scene.clause(hit.first)[1], hit.last + _OBJECT)
    found = next((k for k in range(hit.last, last) if _bare(scene, k) in ideas), None)
    if found is None or scene.places_between(hit.last, found + 1) or scene.numbers_between(hit.last, found + 1):
        return False
    return not any(scene.has_class(name, hit.last, found) for name in _BODIES)


def _without_object(scene: Scene, hit: Hit[Sense]) -> bool:
    """يدمر ويقتل at the end of what is said, with no actor, no arms and no day in front of it."""
    if hit.payload.cls != "verb" or hit.payload.tense != "present" or hit.enc or hit.cut.pro not in ("", "و"):
        return False
    if hit.cut.stem[:1] not in "يت" or not hit.cut.stem[1:].startswith(_EVILS) or scene.form(hit.first - 1) in NOT_YET:
        return False
    if scene.word(hit.last) or scene.form(hit.last) not in (".", "،", ",", "؛", "!", "؟"):
        return False
    low = max(scene.clause(hit.first)[0], hit.first - _ALONE)
    told = any(scene.has_class(name, low, hit.first) for name in ("force", "weapon", "aircraft", "gunmen", "person-word"))
    return not told and not scene.actors_between(low, hit.first) and not scene.times_between(low, hit.first)


def _shown(scene: Scene, hit: Hit[Sense]) -> bool:
    if hit.payload.cls != "verb":
        return _bare(scene, hit.last) in scene.words("shown")
    last = min(scene.clause(hit.first)[1], hit.last + _SHOWN)
    return any(_bare(scene, k) in scene.words("shown") for k in range(hit.last, last))


def _science(scene: Scene, hit: Hit[Sense]) -> bool:
    return any(
        _bare(scene, k).removeprefix("و") in ("علم", "علوم", "علماء", "عالم") for k in range(hit.first - _SCIENCE, hit.first)
    )
