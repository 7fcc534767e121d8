"""Pronouns: words of harm that hold their own victim (مقتله، إصابتهما، الذي قتل في الهجوم, قتلتا behind two names)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import HarmSense
from marsad.stages.code.counts.bare import bare_phrase
from marsad.stages.code.counts.quantities import Phrase, counted_at, harm_at, person_at
from marsad.stages.code.counts.state import Found
from marsad.stages.code.counts.surroundings import caused, no_object
from marsad.stages.code.scene import Scene

_THE_TWO: Final = frozenset(["انهما", "بانهما", "وانهما"])
_DYING: Final = frozenset(["pass-away", "fall-martyr", "part-from-life", "last-breath", "meet-death"])
_NEWS: Final = frozenset(
    ["ابلغ", "ابلغت", "ابلغوا", "انباء", "نبا", "خبر", "معلومات", "اعلن", "اعلنت", "اعلان", "الانباء", "المح", "اكد", "اكدت", "تفيد", "افاد",
     "افادت", "كشف", "كشفت", "تاكيد"]
)  # fmt: skip
_NEWS_REACH: Final = 7
_OBJECTS: Final = frozenset(["ه", "ها", "هم", "هما", "هن"])
_HOLDING: Final = ("احتجاز", "توقيف", "القبض")  # احتجازهم مدنيين: who holds them
_DOER: Final = 3  # tokens from a verb with its object on it to who did it
_WHOM: Final = 20  # tokens back to the one whom a pronoun means
_COUNTED: Final = 4  # tokens behind a verb of harm in which its number stands
_PAIR: Final = 2
_NEAR: Final = 9  # tokens back within which somebody counted is the one meant


def own_victims(scene: Scene, harm: Hit[HarmSense], found: list[Found], *, waiting: bool) -> int:
    """How many a word of harm says by itself that it befell, 0 where others say it; `waiting` if a quantity waits for it."""
    sense = harm.payload
    if sense.entry.what not in ("killed", "wounded") or sense.entry.id == "drop-dead":
        return 0  # سقوطها: a plane, a town
    if sense.entry.id == "done-away":
        return 1 if _of_somebody(scene, harm, dead=True) else 0  # كان القيادي هناك وتم القضاء عليه
    if sense.cls == "noun":
        if harm.enc in ("ه", "ها") and _and_died(scene, harm, found):
            return 1
        told = (
            harm.payload.entry.what == "killed"
            and _told_of(scene, harm)
            and not any(f.last > harm.first - _NEAR for f in found[-2:])
        )
        if not told and (not caused(scene, harm.first) or not _of_somebody(scene, harm)):
            return 0
        if harm.enc in ("ه", "ها"):
            return 1
        return 2 if harm.enc == "هما" and not waiting else 0  # مما أدى إلى مقتلهما
    near = [f for f in found[-2:] if f.last > harm.first - _NEAR]
    if sense.entry.id in _DYING:  # أصيب رجل برصاص وتوفي لاحقا
        near = [f for f in near if f.count.what != "wounded" or f.count.low != 1]
    if sense.cls != "verb" or not no_object(scene, harm.last) or near:
        return 0
    if sense.number == "s":
        who = scene.form(harm.first - 1) == "الذي" and not _numbered_behind(scene, harm)
        return 1 if who or _died_himself(scene, harm, found, waiting=waiting) else 0
    if scene.form(harm.first - 1) in _THE_TWO and any(f.count.low == 2 and f.count.what == sense.entry.what for f in found[-4:]):
        return 0  # مقتل جنديين. وقالت إنهما قتلا في دورية: told before
    return 2 if sense.number == "d" and not waiting and not harm.enc and harm.cut.pro in ("", "و") else 0


def _and_died(scene: Scene, harm: Hit[HarmSense], found: list[Found]) -> bool:
    """إصابة الشاب فلان ووفاته: whether the one wounded whom the sentence counted last is told to have died."""
    sentence, last = scene.sentence(harm.first), found[-1].count if found else None
    if sentence is None or last is None or harm.payload.entry.what != "killed" or harm.cut.pro not in ("و", "ثم"):
        return False
    return last.what == "wounded" and last.low == last.high == 1 and sentence.first <= found[-1].first < harm.first


def its_doer(scene: Scene, said: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a verb names who did it, whom a pronoun stands for being its object: عمال يحتجزهم مسلحون, عملية نفذها نحو 40 مسلحا."""
    if phrase.joined:
        return False
    if scene.form(phrase.first - 1) in scene.words("carried-out-by"):
        return True
    harm = harm_at(scene, said) if said >= 0 else None
    masdar = scene.form(said).removeprefix("و").removeprefix("ب").startswith(_HOLDING)
    if harm is None or harm.payload.cls == "noun" or masdar or harm.enc not in _OBJECTS or scene.form(phrase.first - 1) == "مع":
        return False
    return phrase.first - harm.last <= _DOER


def two_before(scene: Scene, harm: Hit[HarmSense]) -> Phrase | None:
    """The two people counted by a dual before a dual verb of harm that tells of them: شيعت البلدة عنصرين كانا قتلا أمس."""
    sentence = scene.sentence(harm.first)
    first = max(sentence.first if sentence is not None else 0, harm.first - _WHOM)
    for k in range(harm.first - 1, first - 1, -1):
        phrase = bare_phrase(scene, k) if scene.word(k) else None
        if phrase is not None and phrase.noun is not None and phrase.noun.entry.role == "victim" and phrase.low is not None:
            return phrase if phrase.low == _PAIR else None
    return None


def _numbered_behind(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether a number follows in the clause: those who died are counted there (الصراع الذي قتل بسببه أربعة آلاف)."""
    return bool(scene.numbers_between(harm.last, min(scene.clause(harm.first)[1], harm.last + _COUNTED)))


def _died_himself(scene: Scene, harm: Hit[HarmSense], found: list[Found], *, waiting: bool) -> bool:
    """Whether a verb of dying holds its subject (أصيب ثم توفي في المشفى, قال إنه استشهد في القصف): nobody is counted beside it."""
    if waiting or harm.payload.entry.id not in _DYING or scene.form(harm.first).startswith("ي"):
        return False
    sentence = scene.sentence(harm.first)
    if sentence is None or any(f.first >= sentence.first and f.count.what == "killed" for f in found[-3:]):
        return False
    _, end = scene.clause(harm.first)
    hits = [counted_at(scene, k) for k in range(harm.last, end) if scene.word(k)]
    people = any(hit is not None and hit.payload.entry.role == "victim" for hit in hits)
    return not people and not scene.numbers_between(harm.last, end) and person_at(scene, harm.last) is None


def _told_of(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether a death is told as news: أبلغ عائلته بمقتله, أنباء عن مقتله, ألمح إلى مقتله."""
    back = {scene.form(k).removeprefix("و") for k in range(harm.first - _NEWS_REACH, harm.first)}
    joint = harm.cut.pro == "ب" or scene.form(harm.first - 1) in ("عن", "الي", "نبا", "خبر", "معلومات", "انباء")
    return joint and bool(back & _NEWS)


def _of_somebody(scene: Scene, harm: Hit[HarmSense], *, dead: bool = False) -> bool:
    """Whether a pronoun on a word of wounding means somebody told of before it in its sentence, not a car or a house."""
    sentence = scene.sentence(harm.first)
    if sentence is None or (harm.payload.entry.what == "killed" and not dead):
        return True
    for k in range(harm.first - 1, max(sentence.first, harm.first - _WHOM) - 1, -1):
        hit = counted_at(scene, k) if scene.word(k) else None
        if hit is not None and dead and hit.payload.entry.role != "victim":
            continue
        if hit is not None:
            return hit.payload.entry.role == "victim" and hit.payload.number == ("d" if harm.enc == "هما" else "s")
        if person_at(scene, k) is not None:
            return True
    return False
