"""Means: the weapon or aircraft of an attack, and the type it gives to an attack whose kind is not said."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import MeansEntry
from marsad.model import EventType
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.grounds import RELATIVES
from marsad.stages.code.scene import Scene

ATTACKS: Final[frozenset[EventType]] = frozenset(
    [
        "air_strike", "shelling", "ground_attack", "small_arms_fire", "suicide_attack", "bombing_ied", "chemical_attack",
        "targeted_killing",
    ]
)  # fmt: skip
# The narrower says more: a chemical shell is a chemical attack, rockets from aircraft are an air strike.
_RANK: Final[dict[EventType, int]] = {
    "chemical_attack": 0, "suicide_attack": 1, "air_strike": 2, "bombing_ied": 3, "small_arms_fire": 4, "shelling": 5,
}  # fmt: skip
# قصف is done from afar: the belt that its victim wore, or the charge that went off beside it, makes it no other attack.
_FROM_AFAR: Final = frozenset(
    ["bombard", "bombardment", "bomb-area", "shell-verb", "artillery-shelling", "escalate-fire", "strikes", "military-strike",
     "striking-sites"]
)  # fmt: skip
# What an operation clears or meets with makes it no bomb: عملية التمشيط وإزالة الألغام
_BOMBS: Final[frozenset[EventType]] = frozenset(["bombing_ied", "suicide_attack"])
_AFAR: Final[frozenset[EventType]] = frozenset(["air_strike", "shelling", "chemical_attack"])
OFFICIAL: Final = frozenset(["armed_forces", "coalition", "state", "government"])
AIMED: Final = frozenset(["target-verb", "targeting", "attack-convoy"])
# Whose bombardments are from the air where no other weapon is named.
_FLYING: Final = frozenset(["intl_coalition", "arab_coalition"])
_AIR_FORCE: Final = ".air_force"
_LED_AWAY: Final = frozenset(["lead-away", "led-away"])
# What backs an operation does not make it: عملية دهم بمساندة المروحيات
_BACKED_BY: Final = frozenset(
    ["بمسانده", "بدعم", "باسناد", "بتغطيه", "بغطاء", "مدعومه", "مدعومين", "المدعومه", "مدعوما", "بمشاركه", "ومسانده", "ودعم"]
)
_OUT_OF: Final = frozenset(["من", "بواسطه", "عبر"])
_BY_WAY: Final = frozenset(["باستخدام", "مستخدمه", "مستخدما", "مستخدمين", "بواسطه", "باستعمال"])
_BOMBER: Final = 8  # tokens from a suicide bomber to his bomb: قتل انتحاري يقود سيارة ملغومة
_BOMBERS: Final = frozenset(["انتحاري", "انتحاريا", "انتحاريان", "انتحاريين", "الانتحاري"])
_WOMEN: Final = frozenset(["مهاجمه", "المهاجمه", "امراه", "فتاه", "فجرت", "وفجرت"])
_BACKING: Final = 2
_DOER_REACH: Final = 2
_NAME: Final = 2  # words by which an attack is known, in front of a comma: هجوم إزمير، الذي
_BEFORE: Final = 7
_SUBJECT: Final = 12  # and where the subject stands in front of a comma
_AFTER: Final = 14


def means_near(scene: Scene, mention: Mention) -> list[Hit[MeansEntry]]:
    """Weapons and aircraft in the clause of a mention, nearest first; what was destroyed (دمروا دبابتين) is no means."""
    (first, last), reach = mention.clause, _BEFORE
    if mention.sense.cls == "verb" and scene.form(first) in ("،", ",") and scene.form(first + 1) == "قد":
        # أن طائرة استطلاع كذا، قد قصفت: the subject stands in front of the comma
        first, reach = scene.clause(first - 1)[0], _SUBJECT
    if scene.form(last) in _BY_WAY or (scene.form(last) in ("،", ",") and scene.form(last + 1) in _BY_WAY):
        last = scene.clause(last + 1)[1]  # تشن هجماتها على كذا، باستخدام طائرات مسيرة
    behind = mention.sense.cls != "verb" and scene.form(last) in ("،", ",") and last - mention.last <= _NAME
    if behind and scene.form(last + 1) in RELATIVES:
        last = scene.clause(last + 1)[1]  # هجوم إزمير، الذي تم تنفيذه بسيارة مفخخة
    found = [
        h
        for h in scene.means
        if first <= h.first < last
        and not scene.has_class("wreck-word", h.first - 3, h.first)
        and not (h.first >= mention.last and scene.form(h.first - 1) == "علي")  # إغارة على دبابة: it was attacked
        and not any(scene.form(k) in _BACKED_BY for k in range(max(first, h.first - _BACKING), h.first))
        and not _busy_elsewhere(scene, mention, h)
        and not (
            h.payload.type == "air_strike"
            and any("تحليق" in scene.form(k) or scene.form(k).endswith("رصد") for k in range(h.first - _BACKING, h.first))
        )
    ]
    near = [
        h
        for h in found
        if (h.first >= mention.first and h.first - mention.last <= _AFTER) or 0 < mention.first - h.last + 1 <= reach
    ]
    return sorted(near, key=lambda h: (abs(h.first - mention.first), h.first))


def _busy_elsewhere(scene: Scene, mention: Mention, hit: Hit[MeansEntry]) -> bool:
    """Whether aircraft joined by و are the subject of a deed of their own: قصف للقوات على البلدة والطيران يشن غارات."""
    if not hit.payload.actor or hit.first < mention.last or not scene.form(hit.first).startswith("وال"):
        return False
    carriers = (scene.light[k].payload.entry for k in range(hit.last, hit.last + _BACKING) if k in scene.light)
    return any(carrier.frame == "agent" for carrier in carriers)


def settle_type(scene: Scene, mention: Mention, rivals: list[Mention]) -> None:
    """Let the means decide the type of an open mention; a means nearer to another mention is left to that one."""
    near = []
    for hit in means_near(scene, mention):
        between = [
            r for r in rivals if r is not mention and min(mention.first, hit.first) < r.first < max(mention.first, hit.first)
        ]
        if any(r.type in ATTACKS and not r.sense.entry.weak for r in between):
            continue
        near.append(hit)
    entry = mention.sense.entry
    if mention.type in ATTACKS or mention.type in ("air_defence", "casualties"):
        mention.means = [h for h in near if h.first >= mention.first or h.payload.actor]
    if not entry.open:
        if mention.type == "shelling" and any(_from_aircraft(scene, mention, h) for h in near):
            mention.type = "air_strike"  # قصف صاروخي من طائرة مسيرة
        return
    types = [h.payload.type for h in mention.means if h.payload.type is not None and not _beside_an_army(scene, mention, h)]
    if entry.id in _FROM_AFAR:
        types = [t for t in types if t in _AFAR]
    if entry.type == "ground_attack" and not entry.refers and entry.id not in AIMED:
        # who attacks a post with rifles attacks it: of 10 annotated attacks named so none is coded as shooting
        close = "small_arms_fire" in types  # بالقذائف والرشاشات على حاجز: at close hand as well
        types = [t for t in types if t != "small_arms_fire" and not (close and t == "shelling")]
    if entry.id == "offensive-operation":
        types = [t for t in types if t not in _BOMBS]
    if entry.type == "casualties":
        return
    if types:
        mention.type = min(types, key=lambda t: _RANK.get(t, 9))
        mention.open = False
        return
    if entry.id in ("target-verb", "hit-verb"):
        noun = struck_by(scene, mention, rivals)
        if noun is not None:
            mention.type, mention.open = noun.type, noun.open
            return
    if entry.id == "hit-verb" and scene.form(mention.first - 1) in RELATIVES and not near:
        mention.type = "ground_attack"  # العملية الإرهابية التي ضربت المسجد: from the air is not said
        return
    if entry.id in ("target-verb", "targeting") and _by_gunmen(scene, mention):
        mention.type = "ground_attack"


def _from_aircraft(scene: Scene, mention: Mention, hit: Hit[MeansEntry]) -> bool:
    """Whether an aircraft is said to have fired: it stands behind من, or right behind the verb as its subject."""
    if hit.payload.type != "air_strike" or not hit.payload.actor or hit.first < mention.last:
        return False
    subject = hit.first == mention.last and mention.sense.cls != "noun"
    return subject or scene.form(hit.first - 1) in _OUT_OF


def _beside_an_army(scene: Scene, mention: Mention, hit: Hit[MeansEntry]) -> bool:
    """Whether aircraft are only joined to an army that strikes with them: قصفت قوات كذا وطائرات حليفتها القرى."""
    joined = hit.payload.type == "air_strike" and scene.form(hit.first).startswith("و") and mention.type == "shelling"
    return joined and any(
        m.last == hit.first and m.entity in scene.actors and scene.actors[m.entity].kind in OFFICIAL
        for m in scene.actors_between(hit.first - _BEFORE, hit.first)
    )


def _by_gunmen(scene: Scene, mention: Mention) -> bool:
    """Whether gunmen stand where the doer of a targeting does: before it or right behind; further on they are whom it fell upon."""
    first, last = mention.clause
    reach = _DOER_REACH if mention.sense.cls == "verb" else 1  # استهداف مقر للمسلحين
    low, high = first, min(mention.last + reach, last)
    # القوات المسلحة is an army
    return any(scene.has_class("gunmen", k, k + 1) and not scene.form(k - 1).endswith("القوات") for k in range(low, high))


def settle_by_doer(scene: Scene, mention: Mention) -> None:
    """Let who did it decide where no weapon is named: whom an army targets it shells, whom a state's men lead away they arrest.

    Of 30 annotated targetings by armies, coalitions and states none was an attack at close hand.
    """
    entry = mention.sense.entry.id
    kinds = {actor.kind for a in mention.actors if (actor := scene.actors.get(a)) is not None}
    guns = any("مدفع" in scene.form(k) for k in range(mention.first, mention.last))  # ترافقت مع قصف مدفعي
    if mention.type == "shelling" and not guns and mention.actors and all(a.endswith(_AIR_FORCE) for a in mention.actors):
        mention.type, mention.open = "air_strike", False  # أطلق الطيران الحربي صواريخ, whatever was fired
        return
    if not kinds or not kinds <= OFFICIAL:
        return
    if mention.open and mention.type == "shelling" and {a.partition(".")[0] for a in mention.actors} <= _FLYING:
        mention.type = "air_strike"  # of 31 annotated bombardments by coalitions 29 are from the air
        return
    if entry in AIMED and mention.open and mention.type == "ground_attack":
        sentence = scene.sentence(mention.first)
        low = sentence.first if sentence is not None else 0
        gunmen = (k for k in range(low, mention.first) if scene.has_class("gunmen", k, k + 1))
        if all(scene.form(k - 1).endswith("القوات") for k in gunmen):
            mention.type = "shelling"  # استهداف القوات بؤرة للمسلحين: the gunmen behind it are whom it fell upon
    elif entry in _LED_AWAY and mention.type == "abduction":
        mention.type = "detention"


def struck_by(scene: Scene, mention: Mention, rivals: list[Mention]) -> Mention | None:
    """The attack whose noun is the subject of استهدف: الغارات الأخيرة التي استهدفت."""
    before = [
        r for r in rivals if r.last <= mention.first and mention.first - r.last <= _BEFORE and r.sentence == mention.sentence
    ]
    if not before:
        return None
    noun = before[-1]
    if noun.type not in ATTACKS or noun.sense.cls == "verb" or noun.sense.entry.refers:
        return None
    return noun if noun.clause == mention.clause or scene.form(mention.first - 1) in ("التي", "الذي") else None


def settle_bombers(scene: Scene, mentions: list[Mention]) -> None:
    """Let a bomb that a suicide bomber drives, wears or sets off be his attack: قتل انتحاري يقود سيارة ملغومة 13 جنديا."""
    for mention in mentions:
        if mention.type != "bombing_ied":
            continue
        first, last = mention.clause
        for k in range(max(first, mention.first - _BOMBER), min(mention.last + 2, last)):
            if scene.form(k) in _BOMBERS or (scene.form(k) == "انتحاريه" and scene.form(k - 1) in _WOMEN):
                mention.type, mention.open = "suicide_attack", False
                break
