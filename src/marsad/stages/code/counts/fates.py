"""Fates: a noun of harm behind those counted (ثمانية جنود قتلى, ستون فلسطينيا معتقلون), and بين قتيل وجريح without a number."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import HarmSense
from marsad.model import CountWhat
from marsad.stages.code.counts.quantities import Phrase, counted_at
from marsad.stages.code.counts.state import Run
from marsad.stages.code.counts.surroundings import ill
from marsad.stages.code.families import HARMS
from marsad.stages.code.scene import Scene

_HURT: Final = frozenset(["killed", "wounded"])
_ADJECTIVE: Final = ("ين", "ون", "ان", "ا", "ه", "ات")
_OWNER: Final = frozenset(["في", "من", "علي", "بعد", "برصاص", "بيد", "لدي"])
_TRACK: Final = 5
_FATE: Final = 9
_QUOTES: Final = frozenset('"“”«»')
STATES: Final = frozenset(["displaced", "detained", "captured"])
_HELPLESS: Final = frozenset(["hostages", "displaced", "displaced-f"])
_BETWEEN: Final = frozenset(["بين", "مابين"])


def fate_behind(scene: Scene, phrase: Phrase) -> tuple[CountWhat, int] | None:
    """What a noun of harm right behind a number of people says befell them, and the token it stands at; one adjective may stand between."""
    if phrase.noun is None or phrase.noun.entry.role != "victim" or (not phrase.low and phrase.number is None):
        return None
    end = phrase.last + (scene.form(phrase.last) in _QUOTES)  # 111 طالبة "مفقودات"
    for k in (end, end + 1):
        if not scene.word(k):
            return None
        hit = counted_at(scene, k)
        if hit is not None and hit.payload.entry.role == "harm":
            # سبعة جنود قتلى, عشرون شابا معتقلا, سقط جندي قتيلا
            plural = hit.payload.number != "s" or (phrase.low or 0) > 10
            # شابا معتقلا, امرأة مصابة; a girl who is displaced may be hurt (أصيبت طفلة نازحة)
            hers = scene.form(phrase.last - 1).endswith("ه") and hit.payload.entry.what in _HURT
            agrees = scene.form(k).endswith("ه" if hers else "ا") if phrase.low == 1 else plural
            alone = hit.cut.pro == "" and not hit.enc and agrees and not ill(scene, hit.last)
            what = hit.payload.entry.what
            return (what, k) if alone and what in HARMS and _stands_free(scene, hit.last) else None
        whence = hit is not None and hit.payload.entry.role == "victim" and not hit.cut.pro  # شرطيا مصريا شهيدا
        if (
            (hit is not None and not whence)
            or not scene.form(k).endswith(_ADJECTIVE)
            or scene.form(k).startswith(("و", "ب", "ال", "ل"))
        ):
            return None
    return None


def _stands_free(scene: Scene, i: int) -> bool:
    """Whether nothing is owned by the noun before `i`: no genitive with the article follows."""
    return not scene.word(i) or scene.form(i) in _OWNER or not scene.form(i).startswith("ال")


def struck(run: Run, phrase: Phrase) -> bool:
    """Whether people in a state (نازحين, أسرى) are killed or wounded by the word of harm right before (مقتل عشرات النازحين)."""
    own = phrase.noun is not None and phrase.noun.entry.what == "captured" and run.entry == "take"  # احتجز المسلحون عشرات الرهائن
    over = (("killed",), ("wounded",)) if own else (("killed",), ("wounded",), ("detained",))
    if run.taken and phrase.joined and phrase.number is not None and run.what in (("killed",), ("wounded",)):
        # مقتل 9 مسلحين و4 رهائن, not مقتل 9 جنود و4 أسرى
        held = phrase.noun is not None and phrase.noun.entry.id in _HELPLESS
        among_people = run.main is not None and (run.main.noun is None or run.main.noun.entry.role != "harm")
        return held and among_people and 0 <= phrase.first - run.anchor <= 1
    return run.taken == 0 and run.what in over and 0 < phrase.first - run.harm_at <= 3


def fates_at(scene: Scene, i: int) -> tuple[CountWhat, CountWhat] | None:
    """The two fates of an unnumbered band: أوقعوهم بين قتيل وجريح, سقط أفرادها ما بين قتيل وأسير."""
    if scene.form(i) not in _BETWEEN:
        return None
    one, other = counted_at(scene, i + 1), counted_at(scene, i + 2)
    if one is None or other is None or other.cut.pro != "و" or one.cut.pro or one.last != i + 2:
        return None
    fates = (one.payload, other.payload)
    if any(f.entry.role != "harm" or f.number != "s" or f.entry.what not in HARMS for f in fates):
        return None
    return fates[0].entry.what, fates[1].entry.what


def told_fate(scene: Scene, harm: Hit[HarmSense], *, waiting: bool) -> CountWhat:
    """What a word of harm says befell people, by the words behind it; `waiting` if a quantity waits for it."""
    entry = harm.payload.entry
    fallen = counted_at(scene, harm.last) if entry.id == "drop-dead" else None
    if fallen is not None and fallen.payload.entry.bare and fallen.payload.entry.what == "wounded":
        return "wounded"  # سقطوا جرحى
    if entry.id == "lose-men" and waiting and scene.form(harm.first).endswith("وا"):
        return "missing"  # عدد من عناصره فقدوا
    if entry.id == "lose-men" and (_track(scene, harm) or _gone(scene, harm)):
        return "missing"
    if entry.id == "vanish" and any(scene.form(k).removeprefix("ل").startswith("حيات") for k in range(harm.last, harm.last + 8)):
        return "killed"  # فقدان خمسة أشخاص لحياتهم
    return entry.what


def _track(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether what was lost is the track of somebody (فقدت القيادة أثر سبعة من جنودها): the letters are also those of إثر."""
    return any(scene.form(k) == "اثر" and scene.numbers_between(k + 1, k + 2) for k in range(harm.last, harm.last + _TRACK))


def _gone(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether those counted right behind فقد are gone themselves (فقد أربعة بحارة), not the men of somebody (فقد 15 من عناصره)."""
    if scene.form(harm.first).removeprefix("و") != "فقد" or not scene.numbers_between(harm.last, harm.last + 1):
        return False
    return not any(scene.has_class(c, harm.last, harm.last + _FATE) for c in ("own-men", "own-life"))
