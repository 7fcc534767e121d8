"""Goals: what somebody holds out until, is near to, is driven to, or makes a condition of something else."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.grounds import AFTERWARDS, RELATIVES, STATES, WANTED, WAS, Ground
from marsad.stages.code.realis.history import was_doing
from marsad.stages.code.scene import Scene

_UNTIL_REACH: Final = 16  # tokens between a word of going on and حتى: لن تتوقف القوات التي بدأت الهجوم حتى تحرير كذا
_WHOLE_REACH: Final = 3
_USED: Final = 9  # tokens from استخدم to the ل of what it was used for
_DRIVEN: Final = 5  # tokens from اضطر to what it drove somebody to
_ON_PURPOSE: Final = WANTED | frozenset(["group_change", "personnel_action"])
_INTERVENTIONS: Final = frozenset(["intervention", "enter-troops"])
_TIMES_OF: Final = frozenset(["زمن", "عهد", "عصر", "حقبه", "ابان"])
_SPELLS_OF: Final = frozenset(["فتره", "فترات", "سنوات", "سنين", "مده", "ايام"])
_WITH_ARTICLE: Final = ("لل", "لال")
_PAST: Final = frozenset(["بعد", "عقب"])
_SUCH: Final = frozenset(["التي", "الذي", "ما", "من"])
_SUCH_REACH: Final = 7  # tokens from a deed to the clause that says what it will bring about
_WHICH: Final = RELATIVES | frozenset(["ما", "مما", "بما"])
_BEHIND: Final = AFTERWARDS | frozenset(["قبل", "وقبل", "ومنذ"])


def from_goals(scene: Scene, mention: Mention) -> list[Ground]:
    """What the word right in front of a mention says of it, where it opens a goal, a condition or something known."""
    out = _from_known(scene, mention)
    before = scene.form(mention.first - 1)
    if mention.sense.cls == "verb" or mention.type not in _ON_PURPOSE:
        return out
    if before in ("حتي", "وحتي", "لحين", "حين", "غايه") and _until(scene, mention):
        out.append((10, 0, "planned", "what is held out until"))  # لن نتوقف حتى تحرير كامل البلاد
    if mention.definite and any(
        scene.form(k - 1) in ("هي", "هو") and scene.form(k) in _SUCH and scene.form(k + 1).startswith("س")
        for k in range(mention.last, mention.last + _SUCH_REACH)
    ):
        out.append((6, 0, "conditional", "what would bring about something"))  # السيطرة على المعابر هي التي ستحدد
    towards = before in ("باتجاه", "صوب", "نحو") and mention.type == "territory_capture"
    if before in ("قرب", "بقرب", "وقرب", "افق") or towards:
        out.append((6, 0, "planned", "what is near or aimed at"))  # أكد قرب دحر المتمردين، عملية باتجاه تحرير القرى
    if before == "الا" and mention.hit.cut.pro == "ب":
        out.append((10, 0, "conditional", "without which there is something else not"))  # لا سلام إلا بنزع السلاح
    if mention.hit.cut.pro in ("ل", "الي", *_WITH_ARTICLE) or before == "الي":
        low = max(mention.clause[0], mention.first - _DRIVEN)
        if any(scene.form(k) in scene.words("driven-to") or _pushed(scene, k) for k in range(low, mention.first)):
            out.append((8, 0, "actual", "what somebody was driven to"))  # ما اضطره لسحب قواته
    if mention.hit.cut.pro == "ل":
        low = max(mention.clause[0], mention.first - _USED)
        if any(scene.form(k).removeprefix("و") in scene.words("used-for") for k in range(low, mention.first)):
            out.append((8, 0, "actual", "what something was used for"))  # استخدم صواريخ جديدة لقصف المدينة
    if mention.hit.cut.pro in ("ب", "بال"):
        low = max(mention.clause[0], mention.first - _DRIVEN)
        if any(scene.form(k) in scene.words("enabled") and scene.form(k - 1) in _WHICH for k in range(low, mention.first)):
            out.append((8, 0, "actual", "what something made possible"))  # الذي سمح للمسلحين بالانسحاب
    return out


def _pushed(scene: Scene, k: int) -> bool:
    """Whether token `k` says what something made somebody do (ما دفع المسلحين لتفجير المبنى, ما دعاهم للتراجع)."""
    drove = scene.words("what-drove")
    return scene.form(k) in drove and (scene.form(k - 1) in ("ما", "مما") or scene.form(k).startswith("ما"))


def _from_known(scene: Scene, mention: Mention) -> list[Ground]:
    """What was so, what is named as known, and what is only set as a task or promised."""
    out: list[Ground] = []
    before = scene.form(mention.first - 1)
    if mention.type in STATES and scene.form(mention.first) in WAS:
        out.append((5, 0, "historical", "what was so"))  # الجسر الذي كان يسيطر عليه المسلحون
    if mention.type in STATES and mention.sense.cls != "noun" and was_doing(scene, mention):
        out.append((5, 0, "historical", "what was so"))  # المناطق التي كان التنظيم يسيطر عليها
    if mention.type in STATES and mention.sense.cls != "verb" and (before in _PAST or scene.form(mention.last) == "دام"):
        out.append((5, 0, "historical", "what was so"))  # بعد احتلال دام سنوات
    if mention.type in STATES and mention.sense.cls == "verb" and mention.sense.tense == "past":
        out.append((3, 0, "historical", "what came to be so"))  # خضعت لسيطرة التنظيم
    if mention.sense.entry.id == "integrate" and mention.carrier is None:
        out.append((1, 0, "planned", "what is only named as a task"))  # نزع سلاح الفصائل أصعب اختبار
    if mention.sense.entry.id in _INTERVENTIONS and mention.definite and before in _BEHIND:
        out.append((3, 0, "historical", "an intervention named as known"))  # بعد التدخل الروسي
    spell = before in _SPELLS_OF and mention.type in STATES | {"siege"}  # خلال فترة احتلال المدينة
    if mention.sense.cls != "verb" and (before in _TIMES_OF or spell):
        out.append((5, 0, "historical", "the times of it"))  # في زمن احتلال الرومان للبلاد
    if mention.sense.entry.id == "military-presence" and before.removeprefix("ل") in ("تاسيس", "اقامه", "انشاء", "بناء"):
        out.append((6, 0, "planned", "what is to be set up"))  # العمل لتأسيس وجود عسكري دائم
    if mention.sense.cls == "verb" and scene.form(mention.last) == "عسكريا" and before in ("حينما", "عندما", "حين", "بعدما"):
        out.append((4, 0, "historical", "what was once so"))  # حينما تدخل عسكريا في المدينة
    if before == "بفضل" and mention.type != "military_support":
        out.append((8, 0, "actual", "thanks to which something else was so"))  # نجا بفضل تدخل القوات
    if mention.type in ("military_support", "humanitarian_aid") and mention.sense.cls != "verb":
        if any(scene.form(k).removeprefix("و") in scene.words("will-give") for k in (mention.first - 1, mention.first - 2)):
            out.append((7, 0, "planned", "what will be given"))  # سنقدم دعما دفاعيا
    return out


def _until(scene: Scene, mention: Mention) -> bool:
    """Whether what حتى leads to is still to come: all of it is meant, or something goes on towards it."""
    if any(scene.form(k) in scene.words("whole-of") for k in range(mention.last, mention.last + _WHOLE_REACH)):
        return True
    sentence = scene.sentence(mention.first)
    low = max(sentence.first if sentence is not None else 0, mention.first - _UNTIL_REACH)
    return any(scene.form(k) in scene.words("held-out") or scene.form(k).startswith("سن") for k in range(low, mention.first))
