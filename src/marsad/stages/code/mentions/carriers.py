"""Carriers: the light verb that carries a noun of a happening (شن الطيران غارات, تمكن من تنفيذ هجوم)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense, Sense
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import PACTS
from marsad.stages.code.scene import Scene

_LED: Final = frozenset(["علي", "ضد", "الي", "من", "في", "بين", "تجاه", "نحو"])
# The preposition with which a verb takes the noun that it carries.
_LEADS: Final = {
    "go-ahead": ("علي",), "succeed": ("في",), "manage": ("من",), "set-about": ("الي",), "resort": ("الي",), "escalate": ("من",),
    "intensify": ("من",), "suffer": ("الي",), "undergo": ("الي",), "embark": ("في",), "take-part": ("في",), "reach": ("الي",), "hasten": ("الي",), "start-in": ("في",),
    "sign": ("علي",),
}  # fmt: skip
_NEEDY: Final = frozenset(["go-ahead", "succeed", "manage", "set-about", "resort", "reach"])
# What stands behind one of these is no object of the verb before it.
ASIDES: Final = frozenset(["منذ", "بعد", "قبل", "خلال", "عقب", "اثر", "جراء", "رغم", "بسبب", "نتيجه", "اثناء", "وسط", "بالتزامن"])
_VENTURES: Final = frozenset(["manage", "succeed", "go-ahead", "set-about", "resort", "hasten", "start-in", "embark"])


def takes(scene: Scene, verb: Hit[LightSense], first: int) -> bool:
    """Whether a verb takes the noun at token `first` with the preposition before it; أطلقت النار على تظاهرة carries no protest."""
    led = scene.form(first - 1).removeprefix("و")
    if verb.payload.entry.id == "undertake" and any(
        scene.form(k).endswith("وا") or scene.form(k) in ("الذين", "الذي", "التي") for k in range(verb.last, first)
    ):
        return False  # تقوم بمطاردة مقاتلين تلقوا تدريبات
    leads = _LEADS.get(verb.payload.entry.id, ())
    if verb.payload.entry.id in _NEEDY:
        return any(scene.form(k) in leads for k in range(max(verb.last, first - 3), first))  # تمكنت من تنفيذ هجوم
    return led not in _LED or led in leads


def one_of_a_series(scene: Scene, first: int) -> bool:
    """Whether a noun at token `first` stands behind a quantity and من, so that its article makes it no known act (سلسلة من الغارات)."""
    return scene.form(first - 1) == "من" and scene.form(first - 2) in scene.words("series")


def _is_object(scene: Scene, verb: Hit[LightSense], hit: Hit[Sense]) -> bool:
    """Whether a definite noun is the object of the verb itself: right behind it, its subject or a time (استأنف الطيران القصف)."""
    if verb.enc or (verb.payload.entry.id == "sign" and hit.payload.entry.type not in PACTS):
        return False
    first = hit.first - (scene.form(hit.first - 1) in _LEADS.get(verb.payload.entry.id, ()))  # وقعت على الاتفاق
    if verb.last == first or any(m.last == first for m in scene.actors_between(verb.last, first)):
        return True
    return any(t.last == first for _, t in scene.times_between(verb.last, first))


def _ventured(scene: Scene, verb: Hit[LightSense], hit: Hit[Sense]) -> bool:
    """Whether a definite masdar is what a verb of trying or daring governs: تمكن الجيش من التسلل إلى الثكنة، أقدموا على التوغل."""
    ident = verb.payload.entry.id
    return ident in _VENTURES and scene.form(hit.first - 1) in _LEADS[ident]


def carrier_of(scene: Scene, hit: Hit[Sense]) -> Hit[LightSense] | None:
    """The light verb that carries an event noun, searched back to the start of the clause."""
    if hit.payload.cls == "verb":
        return None
    first, _ = scene.clause(hit.first)
    aside = scene.form(hit.first - 1).removeprefix("و") in ASIDES  # تشن الطائرات منذ توقيع الاتفاق غارات
    for k in range(hit.first - 1, max(first, hit.first - 14) - 1, -1):
        if scene.plain(k) in THAT:
            return None  # تنتشر فيها جبهة كذا مؤكدة أن وقف النار صامد: a clause of its own
        found = scene.light.get(k)
        if found is None or found.last > hit.first:
            continue
        series = one_of_a_series(scene, hit.first)
        if found.payload.entry.frame == "agent" and not takes(scene, found, hit.first - 2 * series):
            return None
        known = hit.cut.pro.endswith("ال") and not series and not _ventured(scene, found, hit)
        if found.payload.entry.frame == "agent" and (aside or known and not _is_object(scene, found, hit)):
            return None
        if found.payload.entry.frame == "agent" and hit.cut.pro.endswith("ل") and not hit.cut.pro.endswith("ال"):
            return None  # أطلق صورا للاشتباكات
        return found
    sentence = scene.sentence(hit.first)
    opening = sentence.first if sentence is not None else hit.first
    # واصلت القوات، اليوم، قصفها؛ تعرضت بلدة كذا، في ريف كذا، لقصف: an aside between commas
    for k in range(first - 1, max(opening, hit.first - 14) - 1, -1):
        found = scene.light.get(k)
        if found is not None and (hit.enc or found.payload.entry.frame == "victim" or found.payload.entry.id == "witness"):
            return found
    return None
