"""Mishaps: deaths, losses and the sick that nobody's hand is in: earthquakes, accidents, epidemics, the drowned."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.arabic.sentences import Sentence
from marsad.lexicon.code import Sense
from marsad.model import EventType
from marsad.stages.code.scene import Scene

_NEXT: Final = 4  # tokens of the next sentence in which an earthquake may be told: وضرب زلزال عنيف
_TOLD: Final = 5  # sentences back to the one that tells of a mishap
_ACCIDENT: Final = frozenset(["الحادث", "الحادثه", "الكارثه", "الفاجعه"])
_DEATHS: Final[frozenset[EventType]] = frozenset(["casualties", "cumulative_toll"])
_LOSSES: Final[frozenset[EventType]] = frozenset(["destruction", "displacement"])
_CARRIED: Final = frozenset(
    ["bring-to-care", "carry-hurt", "ambulances-carry", "rushed-to-hospital", "carry-wounded", "clear-wounded"]
)
_BITING: Final = frozenset(["attack-noun", "attack-verb", "assault-noun"])
_NEAR: Final = 4  # tokens between an attack and the beast that made it
_HEAD: Final = 2  # sentences that say what a page is about
_VIOLENT: Final = ("weapon", "bomb", "aircraft", "gunmen")
_ARMED: Final = ("مسلح", "المسلح", "نزاع", "النزاع")
_AILING: Final = 16  # tokens between who is carried to a hospital and what ails him


def mishap(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether a word of death, loss or rescue tells what befell people by no hand of a party to a conflict."""
    entry = hit.payload.entry
    if entry.type in _DEATHS:
        return _nobodys_doing(scene, hit.first)
    if entry.type in _LOSSES:
        first, last = scene.clause(hit.first)
        if scene.has_class("no-hand", first, last):
            return True  # دمرت السيول عشرات المنازل
        return entry.type == "destruction" and _of_a_disaster(scene, hit.first)
    if entry.id in _BITING and (scene.has_class("beast", hit.first - _NEAR, hit.last + _NEAR) or _of_beasts(scene)):
        return True  # هجمات التماسيح
    return entry.id in _CARRIED and _ailing(scene, hit)


def _of_beasts(scene: Scene) -> bool:
    """Whether the page opens with a beast and with no weapons: what attacks there is the beast."""
    head = scene.page.sentences[:_HEAD]
    if not head or not scene.has_class("beast", head[0].first, head[-1].last):
        return False
    return not _violence(scene, head[0].first, head[-1].last)


def _nobodys_doing(scene: Scene, i: int) -> bool:
    """Whether an earthquake, a road accident or the like stands in the sentence, opens the next, or is what those before it tell.

    The one right before it, or where الحادث points back or the story opens with it, one a few sentences before.
    """
    sentence = scene.sentence(i)
    if sentence is None:
        return False
    if scene.has_class("no-hand", sentence.first, sentence.last + _NEXT) or scene.has_class(
        "sea-crossing", sentence.first, sentence.last
    ):
        return True
    if _of_a_disaster(scene, i):
        return True
    lead = scene.page.sentences[sentence.i - sentence.into]
    pointed = _points_back(scene, sentence) or scene.has_class("no-hand", lead.first, lead.last)
    for before in reversed(scene.page.sentences[max(lead.i, sentence.i - _TOLD) : sentence.i + 1]):
        if _violence(scene, before.first, before.last):
            return False
        if scene.has_class("no-hand", before.first, before.last):
            return True
        if sentence.i > before.i and not pointed:
            return False
    return False


def _of_a_disaster(scene: Scene, i: int) -> bool:
    """Whether the page opens with an earthquake, an accident or the like and with no weapons, and none stand in the sentence of token `i`."""
    head, sentence = scene.page.sentences[:_HEAD], scene.sentence(i)
    if not head or sentence is None or not any(scene.has_class("no-hand", s.first, s.last) for s in head):
        return False
    return not (_violence(scene, head[0].first, head[-1].last) or _violence(scene, sentence.first, sentence.last))


def _points_back(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence speaks of an accident told before it: قتل تسعة في الحادث."""
    return any(scene.form(k).removeprefix("ب") in _ACCIDENT for k in range(sentence.first, sentence.last))


def _violence(scene: Scene, first: int, last: int) -> bool:
    """Whether weapons or armed men stand among these tokens."""
    if any(scene.has_class(name, first, last) for name in _VIOLENT) or any(first <= h.first < last for h in scene.means):
        return True
    return any(scene.form(k).startswith(_ARMED) for k in range(first, last))  # عنيف is said of earthquakes too


def _ailing(scene: Scene, hit: Hit[Sense]) -> bool:
    """نقل إلى المستشفى إثر وعكة صحية: an illness or a mishap stands near, and no weapon in the sentence."""
    sentence = scene.sentence(hit.first)
    if sentence is None or _violence(scene, sentence.first, sentence.last):
        return False
    near = range(max(sentence.first, hit.first - _AILING), min(sentence.last, hit.last + _AILING))
    ailing = any(scene.form(k) in scene.words("ailing") for k in near)
    return ailing or scene.has_class("no-hand", sentence.first, sentence.last)
