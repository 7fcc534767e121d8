"""Governed: types that the words a trigger governs decide, and no weapon does.

`تحرير 25 امرأة` is a release and takes no ground, `فر مئات من القرية` is flight.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.model import EventType
from marsad.stages.code.scene import Scene

_TRADED: Final = 12  # tokens from تبادل to the fire: تبادل الجيش مع المسلحين في القرية إطلاق النار
_HELD: Final = 7  # tokens from a verb of strengthening to the control: عززت قوات كذا في الإقليم سيطرتها
_BLOWN: Final = 4  # tokens from فجر over its subject to what it brings down: فجرت قوات الاحتلال الإسرائيلي منزل كذا
_BESIDE: Final = frozenset(["في", "قرب", "امام", "عند", "داخل", "ب", "نفسه"])
_HOLDING: Final = 3  # tokens from يواصل over its subject to the occupation
_BURNT: Final = 2
_NUMBERLESS: Final = frozenset(["ميات", "الميات", "الاف", "الالاف", "عشرات", "العشرات"])
_TRADING: Final = ("تبادل", "يتبادل", "تتبادل", "وتبادل")
_STRENGTHENED: Final = ("عزز", "عززت", "يعزز", "تعزز", "تعزيز", "رسخ", "رسخت", "يرسخ", "ترسخ", "ترسيخ")
_TO_HOSPITAL: Final = 8  # tokens from the wounded to where they are brought
_UPON: Final = 4  # tokens from an assault to its على: اعتدى عناصر من الشرطة على
_GAS_REACH: Final = 6  # tokens from أطلقت to the gas: أطلقت قوات الأمن السودانية الغاز المسيل
_SET_GOING: Final = 6  # tokens from a word of setting going to the battle: أطلقت الفصائل منذ أيام معركة
_LAUNCH: Final = ("اطلق", "تطلق", "يطلق", "اعلن", "بدات", "شن", "تشن")
_SKY: Final = frozenset(["اجواء", "الاجواء", "اجواءه", "اجواءها", "اجوايه", "اجوايها", "المجال"])
_SKY_REACH: Final = 7  # tokens from a breach over its doer and day to the sky that was flown into
_TAKE_REACH: Final = 14
_POLICE: Final = frozenset(["شرطه", "درك", "مباحث", "امن"])
_MEN_OF: Final = frozenset(["قوات", "اجهزه", "عناصر", "رجال"])
_POLICE_DID: Final = frozenset(["شنت", "شنتها", "شنته", "نفذت", "نفذتها", "قتلت", "اعتقلت", "اوقفت", "قامت"])
_BY_POLICE: Final = 5  # tokens behind غارة in which its doer stands: غارة شنتها قوات الأمن
_AT: Final = ("علي", "تجاه", "باتجاه", "صوب", "نحو")
_RESCUERS: Final = ("متطوع", "فرق", "المتطوع")
_TALK_CITIES: Final = frozenset(["جنيف", "استانا", "استانه", "فيينا"])
_PAGE_HEAD: Final = 3  # tokens of a page before its first sentence
_TOWN_NEAR: Final = 4  # tokens from تسيطر على to the town: تسيطر بشكل كامل على كذا
_IMPOSING: Final = frozenset(["يفرض", "تفرض", "يفرضون", "يبسط", "تبسط", "يبسطون"])


def type_of(scene: Scene, hit: Hit[Sense]) -> EventType:
    """The type of a trigger: that of its entry, of its entry in the present, or the one that what it governs makes it."""
    entry = hit.payload.entry
    rule = _RULES.get(entry.id)
    if rule is not None:
        governed = rule(scene, hit)
        if governed is not None:
            return governed
    lasts = hit.payload.tense == "present" and not hit.cut.pro.endswith("س")  # ستسيطر القوات على المدينة: she will take it
    return entry.present if entry.present is not None and lasts else entry.type


def _freed(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """حررت القوات 25 امرأة، تحرير ثلاثة جنود: people behind the verb or its subject, with or without their number."""
    k = hit.last
    if hit.payload.cls == "verb" and (actors := scene.actors_between(k, k + 2)):
        k = actors[0].last
    numbers = scene.numbers_between(k, k + 1)
    k = numbers[0].last if numbers else k
    return "release_exchange" if k < len(scene.tokens) and not scene.classes[k].isdisjoint(("person-word", "hostage")) else None


def _fled(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """فر مئات بعد الهجوم، فر 2690 شخصا: a number of people of whom nothing says that they bear arms."""
    if hit.payload.cls != "verb":
        return None
    numbers = scene.numbers_between(hit.last, hit.last + 1)
    if not numbers and scene.form(hit.last) not in _NUMBERLESS:
        return None
    behind = numbers[0].last if numbers else hit.last + 1
    armed = any(scene.form(k) in scene.words("ranks") for k in range(hit.last, behind + 3))
    return None if armed or scene.has_class("men-at-arms", hit.last, behind + 2) else "displacement"


def _traded(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """تبادل الجيش مع المسلحين إطلاق النار: fire from both sides."""
    first, _ = scene.clause(hit.first)
    before = range(max(first, hit.first - _TRADED), hit.first)
    return "armed_clash" if any(scene.form(k).startswith(_TRADING) for k in before) else None


def _kept(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """عززت القوات سيطرتها، تفرض القوات سيطرة كاملة: who holds more firmly what he has takes nothing."""
    first, _ = scene.clause(hit.first)
    before = range(max(first, hit.first - _HELD), hit.first)
    held = any(
        scene.form(k).startswith(_STRENGTHENED) and "تعزيزات" not in scene.form(k) or scene.form(k) in _IMPOSING for k in before
    )
    lasting = hit.payload.cls != "verb" and scene.form(hit.first - 1) in scene.words("hold-lasting")
    return "control_status" if held or lasting else None  # في ظل سيطرة كذا على كذا


def _holds(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """قوات كذا تسيطر على كذا, in a headline or in what opens the page with its subject: the news is that they took it."""
    relative = any(scene.form(k) in ("التي", "الذي", "الذين") for k in range(hit.first - 2, hit.first))
    bare = not scene.form(hit.last - 1).startswith("علي") or scene.form(hit.last - 1) == "علي"
    if not bare or relative or hit.cut.pro:
        return None
    headline = scene.heading(hit.first) and hit.first < scene.headline
    return "territory_capture" if headline or _opens_the_page(scene, hit) else None


def _opens_the_page(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether the first sentence of a page opens with the subject of a verb, its site or agency in front (وكالة كذا - قوات كذا تسيطر)."""
    sentence = scene.sentence(hit.first)
    if sentence is None or sentence.first > _PAGE_HEAD or scene.form(sentence.first) in ("لا", "ما", "لم"):
        return False
    town = any(scene.places_between(hit.last, hit.last + _TOWN_NEAR))
    return town and any(hit.first - 1 <= m.last <= hit.first for m in scene.actors_between(sentence.first, hit.first))


def _came_under(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """خضعت مجددا لسيطرة كذا: it was taken."""
    anew = any(scene.form(k) in ("مجددا", "جديد", "ثانيه") for k in range(hit.last, hit.last + 3))
    return "territory_capture" if anew and hit.payload.tense == "past" else None


def _occupied(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """يواصل احتلال المدينة, من احتلال كذا: who goes on holding it; قاموا باحتلال المدينة took it."""
    before = scene.form(hit.first - 1)
    subjected = hit.cut.pro == "ل" and before in ("خاضعه", "الخاضعه", "الخاضع", "خاضع", "تخضع", "خضعت")
    around = [*range(hit.first - _HOLDING, hit.first), hit.last]
    lasting = any(scene.form(k) in scene.words("occupation-lasting") for k in around)
    return "control_status" if subjected or lasting or hit.cut.definite else None


def _blown_down(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """تفجير سد كذا، تفجير باب المنزل: what was blown up was to come down."""
    return "destruction" if scene.form(hit.last) in scene.words("brought-down") else None


def _blown_down_by(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """فجرت القوات منزل كذا: what an army or a crew blows up, with or without a word for it in between."""
    for k in range(hit.last, min(scene.clause(hit.first)[1], hit.last + _BLOWN)):
        if scene.form(k) in _BESIDE or "explosive" in scene.classes[k] or "bomb" in scene.classes[k]:
            return None  # فجر مسلحون عبوة أمام منزل
        if scene.form(k) in scene.words("brought-down"):
            return "destruction"
    return None


def _beaten(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """الاعتداء على الناشطات، اعتدى حراس على صحفي: people without arms, where no weapon is named and nobody is killed."""
    first, last = scene.clause(hit.first)
    if any(scene.has_class(name, first, last) for name in ("weapon", "bomb", "aircraft", "dead-word", "gunmen")):
        return None
    upon = next((k for k in range(hit.last - 1, min(hit.last + _UPON, last)) if scene.form(k) == "علي"), None)
    if upon is None or scene.form(upon + 1).removeprefix("ال") not in scene.words("unarmed"):
        return None
    return "abuse"


def _raided(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """غارة شنتها الشرطة على منزل: who has no aircraft raids on foot."""
    sentence = scene.sentence(hit.first)
    first, last = scene.clause(hit.first)
    if scene.has_class("aircraft", first, last) or sentence is None:
        return None
    for k in range(sentence.first + 1, min(hit.last + _BY_POLICE, sentence.last)):
        head = k - 1 if scene.form(k - 1) in _MEN_OF else k
        if scene.form(k).removeprefix("ال") in _POLICE and scene.form(head - 1).removeprefix("و") in _POLICE_DID:
            return "ground_attack"
    return None


def _launched(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """أطلقت الفصائل معركة، يحضر لمعركة حاسمة، المعركة التي أطلقتها: what one side sets going is an offensive."""
    first, _ = scene.clause(hit.first)
    before = range(max(first, hit.first - _SET_GOING), hit.first)
    begun = not hit.cut.definite and any(
        scene.form(k).removeprefix("و").removeprefix("ل") in scene.words("sets-going") for k in before
    )
    told = scene.form(hit.last) == "التي" and scene.form(hit.last + 1).startswith(_LAUNCH)
    return "ground_attack" if begun or told else None


def _gassed(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """أطلقت الشرطة الغاز المسيل للدموع: nobody was shot at, unless الرصاص stands beside it."""
    first, last = scene.clause(hit.first)
    near = range(hit.first, min(hit.last + _GAS_REACH, last))
    gas = any(scene.form(k).endswith("الغاز") and scene.form(k + 1).startswith("المسيل") for k in near) or any(
        scene.form(k) in ("قنابل", "قنبله") and scene.form(k + 1) in ("الغاز", "غاز", "مسيله") for k in near
    )
    shots = any(
        "رصاص" in scene.form(k) or scene.form(k) in ("النار", "نارا", "ناريه")
        for k in range(min(first, hit.first - 2 * _GAS_REACH), last)
    )
    return "abuse" if gas and not shots else None


def _by_tank(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """أطلقت دبابة النار على الدورية، دبابة أطلقت النار: a tank fires its gun; على دبابة is what was shot at."""
    tanks = scene.words("tanks")
    subject = scene.form(hit.first - 1) in tanks and not scene.form(hit.first - 2).startswith(_AT)
    behind = range(hit.first + 1, min(hit.last + _GAS_REACH, scene.clause(hit.first)[1]))
    by = any(scene.form(k) in tanks and not scene.form(k - 1).startswith(_AT) for k in behind)
    return "shelling" if subject or by else _gassed(scene, hit)


def _burnt_alive(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """إحراق عائلة، إحراق أربعة من المدنيين، أحرقوه وعائلته، بإحراقهم أحياء: people, and no house of theirs."""
    if hit.enc in ("هم", "هن") and scene.form(hit.last) == "احياء":
        return "targeted_killing"  # and no quarters: أحياء
    numbers = scene.numbers_between(hit.last, hit.last + 1)
    behind = numbers[0].last + 1 if numbers else hit.last
    near = range(hit.last, min(behind + _BURNT, len(scene.tokens)))
    people = any(scene.form(k).removeprefix("و") in scene.words("burnt-alive") for k in near)
    things = any(not scene.classes[k].isdisjoint(("place-hit", "vehicle", "crops")) for k in near)
    return "targeted_killing" if people and not things else None


def _aloft(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """خرق الطيران أمس الأجواء، خروقات جوية للأجواء: flights over another's land break no truce."""
    near = range(hit.last, min(hit.last + _SKY_REACH, scene.clause(hit.first)[1]))
    sky = any(not scene.page.lookup.stems(scene.form(k)).isdisjoint(_SKY) for k in near)
    return "deployment" if sky else None


def _to_take(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """قبل أن تسيطر على البلدة, قبل أن تتقدم وتسيطر على البلدة: behind أن it tells of the taking, and of no state."""
    if hit.payload.tense == "past" or not scene.form(hit.first).removeprefix("و").startswith(("يسيطر", "تسيطر")):
        return _holds(scene, hit)
    low = max(scene.clause(hit.first)[0], hit.first - (_TAKE_REACH if hit.cut.pro == "و" else 1))
    that = any(scene.plain(k) == "أن" and scene.form(k - 1) in ("قبل", "بعد", "الي", "دون") for k in range(low, hit.first))
    return "territory_capture" if that else _holds(scene, hit)


def _wronged(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """انتهاكات واسعة بحق السكان: people are wronged, and no truce is broken."""
    return "abuse" if any(scene.form(k) == "بحق" for k in range(hit.last, hit.last + _UPON)) else None


def _carried(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """إسعاف المصابين إلى المشفى: they are carried there."""
    saving = any("سعاف" in scene.form(k) or "سعف" in scene.form(k) for k in range(hit.first, hit.last))
    until = min(hit.last + _TO_HOSPITAL, scene.clause(hit.first)[1])
    until = next((k for k in range(hit.last, until) if scene.form(k).startswith("و")), until)  # إسعاف الجرحى ونقلهم إلى
    behind = range(hit.last, until)
    brought = any(scene.form(k) in ("الي", "نحو") and scene.cut_to(k + 1, scene.words("hospital")) for k in behind)
    return "evacuation" if saving and (brought or scene.form(hit.last) == "الي") else None


def _by_city(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """مؤتمر جنيف: talks are known by their city, a congress by what it is to found."""
    return "talks" if scene.form(hit.last) in _TALK_CITIES else None


def _at_aircraft(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """أطلقت صاروخا على طائرة، إطلاق صواريخ مضادة: what is fired at aircraft defends the air."""
    near = range(hit.last, min(hit.last + _UPON, scene.clause(hit.first)[1]))
    counter = any(scene.form(k).startswith("مضاد") and "دروع" not in scene.form(k + 1) for k in near) or _of_air_defence(
        scene, hit
    )
    at = any(scene.form(k) in _AT and "aircraft" in scene.classes[k + 1] for k in near if k + 1 < len(scene.tokens))
    return "air_defence" if counter or at else None


def _of_air_defence(scene: Scene, hit: Hit[Sense]) -> bool:
    """صاروخ أرض - جو، صواريخ الدفاع الجوي، صواريخ اعتراضية: before any word of where they fell."""
    ends = (k for k in range(hit.last, hit.last + _UPON) if scene.form(k) in _BESIDE or scene.form(k) in _AT)
    words = [scene.form(k) for k in range(hit.last, next(ends, hit.last + _UPON)) if scene.word(k)]
    return any(w.startswith("اعتراضي") for w in words) or any(
        a == "ارض" and b == "جو" or "دفاع" in a and b.startswith("الجوي") for a, b in pairwise(words)
    )


def _struck_down(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """إسقاط معظم الصواريخ: what flies is brought down, and bombs are dropped."""
    near = range(hit.last, min(hit.last + _UPON, scene.clause(hit.first)[1]))
    return "air_defence" if any(scene.cut_to(k, scene.words("flying")) for k in near) else None


def _fired(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """إطلاق صواريخ: traded between two sides, or at aircraft."""
    return _traded(scene, hit) or _at_aircraft(scene, hit)


def _looked_after(scene: Scene, hit: Hit[Sense]) -> EventType | None:
    """تفقد متطوعو الدفاع المدني أماكن القصف: rescuers at work visit nobody."""
    near = range(hit.first - 2, hit.last + 2)
    return "humanitarian_aid" if any(scene.form(k).startswith(_RESCUERS) for k in near) else None


_RULES: Final[dict[str, Callable[[Scene, Hit[Sense]], EventType | None]]] = {
    "liberate-noun": _freed, "liberate-verb": _freed, "flee-fighters": _fled, "fighters-escape": _fled, "gun-noun": _traded,
    "gunfire": _traded, "by-shells": _traded, "fire-shells": _fired, "control-verb": _kept, "control-of": _kept, "take-towns": _kept,
    "take-control-phrase": _kept, "occupation": _occupied, "controls": _to_take, "violation": _aloft, "violate-verb": _aloft, "share-of-country": _holds, "under-sway": _came_under, "bombing": _blown_down, "blow-up-verb": _blown_down_by,
    "burn-verb": _burnt_alive, "burn-verb-1": _burnt_alive, "burn-down": _burnt_alive, "arson": _burnt_alive,
    "assault-noun": _beaten, "assault-verb": _beaten, "assault-upon": _beaten, "gun-verb": _by_tank, "open-fire": _by_tank, "raid-air": _raided,
    "battle": _launched, "fire-on-protest": _gassed, "breach": _wronged, "conference": _by_city, "fired-shells": _at_aircraft, "shells-fall": _at_aircraft, "shells-fell": _at_aircraft, "shells-land": _at_aircraft, "drop-from-air": _struck_down, "fire-shell-verb": _at_aircraft, "inspect-troops": _looked_after, "rescue": _carried, "first-aid": _carried, "treat-wounded": _carried,
}  # fmt: skip
