"""Institutions: words of diplomacy, aid and inquiry that name a body, what is there already or an opinion, and no happening.

Of 120 such events drawn at random from the press 20 told none: commissions and laws of elections, committees of inquiry and of
relief, field hospitals, an ambassador called in to be protested to, who is of one mind.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_VOTES: Final = frozenset(["election", "referendum", "ballot"])
_INQUIRIES: Final = frozenset(["monitors", "observers", "probe", "inspectors", "form-inquiry"])
_BODIES: Final = ("لجنه", "للجنه", "اليه", "لاليه", "بعثه", "لبعثه", "فريق", "مركز", "باليه", "بلجنه")
_COMMISSIONS: Final = frozenset(["المفوضيه", "اللجنه", "الهييه", "للمفوضيه", "للجنه", "للهييه"])
_SPOKEN: Final = frozenset(["dialogue", "encounter", "phone-call", "meeting-noun", "talk-by-phone"])
_LED: Final = 3  # tokens from a talk to مع: مكالمة هاتفية أجراها مع قناة
_TO_WHOM: Final = frozenset(["مع", "علي", "خص", "اجرته", "اجراه", "ل"])
_QUOTES: Final = frozenset('"«“”')
_LIKE: Final = frozenset(["اشبه", "شبيه", "شبيهه", "شبيها"])
_NO_EMERGENCY: Final = frozenset(["السياسيه", "الصحيه", "القصوي", "الجويه", "الغذاييه"])
_ADVANCED: Final = frozenset(["advance-noun", "advance-verb", "advance-on", "stretch"])
_AGREED: Final = 6  # tokens from a verb of agreeing to what is agreed on: يتفق الوفدان في ختام اللقاء على كذا
_TOGETHER: Final = frozenset(["in-coordination", "works-with", "work-together"])
_BREACHED: Final = 4  # tokens from a word of breaching to the resolutions: تنتهك كل قرارات مجلس الأمن
_DECREED: Final = 9  # tokens from a resolution over its number to what it decrees
_NEAR: Final = 6
_SENT: Final = 5
_UNREAL: Final = frozenset(["ان", "لا", "ولا", "لم", "ولم", "لن", "ولن", "سوف", "قد"])
_PROVINCES: Final = ("بريف", "بمحافظه", "بقضاء", "شمالي", "جنوبي", "شرقي", "غربي")


def institution(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word of diplomacy, aid or inquiry tells no happening; None where it may tell one."""
    entry, before = hit.payload.entry, scene.form(hit.first - 1)
    heads = {before} | scene.page.lookup.stems(before)
    if entry.id in _ADVANCED and _headway(scene, hit):
        return "headway in talks, and no ground: إحراز تقدم نحو تسوية"
    if before in _LIKE and hit.cut.pro.startswith("ب"):
        return "what something is likened to: أشبه بمصالحة"
    if entry.type == "monitoring" and hit.cut.pro == "ل" and before == "المتحده":
        return "part of the name of a body: هيئة الأمم المتحدة لمراقبة الهدنة"
    if "طوارئ" in scene.plain(hit.last - 1) and scene.form(hit.last) in _NO_EMERGENCY:
        return "an emergency of another kind: حالة الطوارئ الصحية"
    if entry.id == "designate" and hit.payload.tense == "present" and before in ("الذي", "التي"):
        return "what somebody is called by others: الحزب الذي تصنفه واشنطن إرهابيا"
    if (why := _in_peace(scene, hit)) is not None:
        return why
    if hit.payload.cls == "verb":
        return _of_one_mind(scene, hit)
    if entry.id in _VOTES and (scene.words("of-elections") & heads or _commission(scene, hit)):
        return "a body, a law or a list of elections: مفوضية الانتخابات"
    if hit.payload.cls == "noun" and not hit.cut.pro and before in scene.words("named-places"):
        return "part of the name of a place: معبر حوار كلس"
    if entry.type == "mediation" and hit.cut.pro == "وال" and scene.form(hit.last).startswith(_PROVINCES):
        return "a village: والوساطة بريف حلب"
    if entry.type == "mediation" and (before == "لجنه" or (before, scene.form(hit.first - 2)) == ("المتابعه", "لجنه")):
        return "part of the name of a body: لجنة مبادرة السلام"
    if entry.type == "protest" and hit.cut.pro.startswith("ل") and "احتجاج" in scene.form(hit.first):
        if any(scene.form(k) in scene.words("called-in") for k in range(hit.first - _NEAR, hit.first)):
            return "what an envoy is called in for"
    if entry.type == "talks" and (before in scene.words("of-talks")):
        return "a body, and no talks: هيئة المفاوضات"
    if entry.type == "protest" and not hit.cut.pro.startswith("و") and before in scene.words("banned"):
        return "what is banned"
    if entry.id in _SPOKEN and _to_the_press(scene, hit):
        return "what was said to the press: حواره مع التلفزيون"
    if entry.type == "humanitarian_aid":
        return _no_aid(scene, hit)
    if entry.id in _INQUIRIES and scene.form(hit.first).startswith(_BODIES) and scene.form(hit.last - 1).startswith("ال"):
        near = (*range(hit.first - _SENT, hit.first), *range(hit.last, hit.last + _SENT))
        if not _told(scene.words("sent-out"), scene, near):
            return "a body that is there: لجنة التحقيق"
    return None


def _in_peace(scene: Scene, hit: Hit[Sense]) -> str | None:
    """ندوة بالتعاون مع الجامعة، كل قرارات مجلس الأمن، ثقافة الحوار، عقلية المحتل: what is done in civil life, cited or valued."""
    entry = hit.payload.entry
    if entry.id in _TOGETHER and _in_civil_life(scene, hit):
        return "what is done together in peace: نظم المركز بالتعاون مع الجامعة ندوة"
    if entry.id == "un-resolution" and _at_large(scene, hit):
        return "resolutions at large: انتهك كل قرارات مجلس الأمن"
    if _decreed(scene, hit):
        return "what a resolution of old decrees: قراري المجلس القاضيين بوقف الهجمات"
    if entry.type == "talks" and hit.cut.pro.endswith("ال") and _among_values(scene, hit):
        return "what somebody values: قيم التسامح والحوار"
    if entry.id == "occupied" and scene.form(hit.first).endswith("المحتل") and not scene.places_between(hit.first - 2, hit.first):
        return "who occupies: المحتل التركي"
    return None


def _decreed(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether القاضي ب joins a truce, or the attacks that are to end, to a numbered resolution."""
    head = hit.first - 1 - (scene.form(hit.first - 1) in ("بوقف", "بانهاء"))
    if not scene.form(head).startswith("القاضي"):
        return False
    near = range(head - _DECREED, head)
    return any("قرار" in scene.form(k) for k in near) and bool(scene.numbers_between(near.start, near.stop))


def _at_large(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether resolutions, in the plural, are only breached or of some concern: انتهاكاته لعدد من قرارات مجلس الأمن، القرارات ذات الصلة."""
    if not scene.form(hit.first).endswith("قرارات"):
        return False
    if any((scene.form(k), scene.form(k + 1)) == ("ذات", "الصله") for k in (hit.last, hit.last + 1)):
        return True
    return _told(scene.words("breached"), scene, range(hit.first - _BREACHED, hit.first))


def _in_civil_life(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether a society, a school or a seminar stands near who works together, and no armed man or weapon."""
    near = (hit.first - 2 * _NEAR, hit.last + _NEAR)
    if any(scene.has_class(name, *near) for name in ("force", "weapon", "aircraft", "gunmen", "military-adj")):
        return False
    return any(scene.form(k).lstrip("و").removeprefix("ال") in scene.words("in-civil-life") for k in range(*near))


def _among_values(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether و joins talks to what is valued: ثقافة التسامح والحوار, الحوار والتعايش."""
    values, after = scene.words("valued"), scene.form(hit.last)
    behind = after.startswith("وال") and after.removeprefix("وال") in values
    joined = hit.cut.pro == "وال" and any(
        scene.form(k).lstrip("و").removeprefix("ال") in values for k in (hit.first - 1, hit.first - 2)
    )
    return behind or joined


def _commission(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether ل parts a vote from the commission that holds it, with its adjectives between (المفوضية العليا المستقلة للانتخابات, اللجنة العليا للانتخابات)."""
    if not hit.cut.pro.startswith("ل"):
        return False
    head = next((k for k in range(hit.first - _SENT, hit.first) if scene.form(k).removeprefix("و") in _COMMISSIONS), None)
    return head is not None and all(scene.form(k).startswith("ال") for k in range(head + 1, hit.first))


def _told(words: frozenset[str], scene: Scene, near: Iterable[int]) -> bool:
    """Whether one of a list of words stands among tokens, with و or ب before it or without."""
    forms = {scene.form(k) for k in near}
    forms |= {f.removeprefix("و") for f in forms} | {f.removeprefix("ب") for f in forms}
    return bool(forms & words)


def _to_the_press(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether مع or على leads from a talk, a call or a meeting to a paper or a station, known or only named in quotes."""
    led = next((k for k in range(hit.last, hit.last + _LED) if scene.form(k) in _TO_WHOM), None)
    if led is None:
        return False
    named = scene.actors_between(led + 1, led + _LED)
    if any((actor := scene.actors.get(m.entity)) is not None and actor.kind == "media" for m in named):
        return True
    if not named and scene.form(led + 1) in _QUOTES and scene.form(hit.first - 1) in ("في", "خلال", "وفي"):
        return True  # وأضاف في حواره مع «الوطن»
    return bool(scene.words("press") & {scene.form(led + 1), scene.form(led + 1).removeprefix("ال"), scene.form(led + 2)})


def _headway(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether what stands behind نحو or في is a matter of talks."""
    led = next((k for k in range(hit.last, hit.last + _LED) if scene.form(k) in ("نحو", "في", "باتجاه", "علي")), None)
    return led is not None and scene.form(led + 1).removeprefix("ال") in scene.words("talked-of")


def _of_one_mind(scene: Scene, hit: Hit[Sense]) -> str | None:
    """يتفق موقفه مع كذا, يجتمعان على هدف واحد; سيتفق الطرفان, أن يتفقا على كذا are about an accord."""
    if hit.payload.entry.id == "meet-verb" and scene.form(hit.last) == "علي":
        return "who has something in common: يجتمعان على هدف واحد"
    if hit.payload.entry.id != "agree-verb" or hit.payload.tense != "present":
        return None
    if hit.cut.pro.endswith(("س", "ل")) or scene.form(hit.first - 1) in _UNREAL:
        return None
    if any(scene.form(k) in scene.words("agreed-on") for k in range(hit.last, hit.last + _AGREED)):
        return None
    return "who is of one mind, or what fits: بما يتفق مع القانون"


def _no_aid(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word of aid tells none: what is done to aid, a hospital that is there, a committee of relief."""
    before = scene.form(hit.first - 1)
    if scene.form(hit.first) == "الاغاثه" and scene.page.lookup.stems(before) & scene.words("of-relief"):
        return "part of the name of a body: منظمات الإغاثة"
    if before in scene.words("done-to-aid"):
        return "what is done to aid that is there: نهب المساعدات"
    shelter = scene.form(hit.first).endswith(("مراكز", "مركز", "مخيم")) and scene.form(hit.last - 1) == "ايواء"
    if shelter or "ميداني" in scene.form(hit.last - 1):
        near = range(hit.first - _NEAR, hit.first)
        return None if _told(scene.words("set-up"), scene, near) else "a hospital or a shelter that is there"
    if hit.cut.pro == "ل" and scene.form(hit.first).startswith("لاغاث"):
        k = hit.first - 1
        while scene.form(k).startswith("ال") and scene.form(k) not in scene.words("relief-bodies") and hit.first - k < _SENT:
            k -= 1
        if scene.form(k) in scene.words("relief-bodies") and scene.form(k).startswith("ال"):
            return "a committee of relief: اللجنة العليا لإغاثة النازحين"
    return None
