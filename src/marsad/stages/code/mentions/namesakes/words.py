"""Words: whether a word that could be read as a trigger is one; first what any of them may be, then by its class."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.mentions.namesakes.kinds import ANY, forbidden
from marsad.stages.code.mentions.namesakes.nouns import no_noun
from marsad.stages.code.mentions.namesakes.verbs import NOT_YET, no_verb
from marsad.stages.code.scene import Scene

_STOPPING: Final = frozenset(["stop-verb", "police-capture"])
_INQUIRY: Final = ("لجنه", "للجنه", "اللجنه", "بعثه")
_SAYING: Final = frozenset(
    ["تقرير", "لتقرير", "راي", "قالت", "وقالت", "اكدت", "واكدت", "اعلنت", "ذكرت", "وذكرت", "بحسب", "وفق", "توصلت"]
)
_OFFICE: Final = frozenset(["رييس", "رييسه", "رياسه", "عضو", "اعضاء", "عضوه", "مقر", "مبني", "مدير", "قايد", "الناطق", "المتحدث"])
_FIRES: Final = frozenset(["حريق", "الحريق", "حرايق", "الحرايق", "حريقا", "حريقان", "حريقين", "الاطفاء", "اطفاء", "اطفاييات"])
_FIRE_REACH: Final = 30
_LOSING: Final = frozenset(["فقد", "فقدت", "فقدان", "وفقد", "فقده", "فقدانه", "يفقد", "تفقد", "فقدوا", "لفقدان", "بعدما"])
_LOST: Final = 4  # tokens from the loss to the hold: فقدان قائد المركبة السيطرة عليها
_VEHICLES: Final = frozenset(
    ["السياره", "سياره", "سيارته", "الشاحنه", "شاحنه", "الحافله", "حافله", "المركبه", "مركبه", "مركبته", "الطايره", "طايره",
     "طايرته", "القارب", "الدراجه", "القطار", "المروحيه", "مروحيه", "السفينه"]
)  # fmt: skip
_BARRED: Final = 4  # tokens from قطع to على: قطع الوزير الطريق على
_TRUCE: Final = frozenset(["وقف", "وقفا", "الوقف", "لوقف", "بوقف", "هدنه", "الهدنه"])
_MEASURES: Final = frozenset(["عقوبات", "العقوبات", "عقوبه", "تدابير", "ضرايب", "رسوم"])
_MEASURED: Final = 7  # tokens from the sanctions to whom they are aimed at: عقوبات جديدة، تستهدف
_EXPERTS: Final = ("خبراء", "مستشار")
_BODIES: Final = ("اللجنه", "لجنه", "غرفه", "مركز", "هييه", "خليه", "حكومه", "العملي", "القوات")
_PAPER: Final = 5  # tokens between هاجم and the paper that does, or the plan that it is about
_BENIGN: Final = 6  # tokens from what is done for people's good to the verb: القوافل الغذائية المخصصة تستهدف
_SET_UP: Final = frozenset(["تشكيل", "انشاء", "تاسيس", "تكوين", "بتشكيل", "لتشكيل", "نشر", "لانشاء"])
_BEREAVED: Final = frozenset(
    ["الضحايا", "الشهداء", "القتلي", "المنكوبين", "المتضررين", "المفقودين", "المعتقلين", "النازحين", "اللاجيين", "المهجرين", "فقيره"]
)  # fmt: skip
_QUOTES: Final = frozenset(['"', "“", "”", "«", "»", "("])
_MEMBERS: Final = frozenset(["منضويه", "منضوي", "منضوين", "منضوون", "عامله", "مقاتله", "فصايل", "مقاتل", "عنصر", "قيادي"])
_PRESS_OFFICES: Final = frozenset(["الاعلامي", "الاعلام", "الناطق", "المتحدث", "التابع", "التابعه"])
_ZONE_NAME: Final = 3  # tokens of the name before it: درع الفرات وغصن الزيتون


def _for_whom(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Whom somebody speaks for, whom something is for, where fire comes from: none of them is told of."""
    before, entry = scene.form(hit.first - 1), hit.payload.entry
    if before == "باسم":
        return "whom somebody speaks for: المتحدث باسم العمليات العسكرية"
    if entry.id == "displaced-people" and scene.form(hit.first).removeprefix("و").startswith("لل"):
        return "whom something is for: وصلت مساعدات للنازحين"
    if entry.type == "small_arms_fire" and before.endswith(("مصدر", "مصادر", "مصدري")):
        return "where fire comes from: الرد على مصادر إطلاق النار"
    return None


def namesake(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word that could be read as a trigger is none; None where it may be one."""
    sense = hit.payload
    if (whose := _for_whom(scene, hit)) is not None:
        return whose
    if (beside := _by_its_neighbour(scene, hit)) is not None:
        return beside
    if sense.entry.type in ("territory_capture", "control_status") and _on_fire(scene, hit):
        return "a fire that was brought under control"
    if sense.entry.type == "control_status" and _of_no_place(scene, hit):
        return "what is controlled is no place: الشركات التي يسيطر عليها"
    if sense.entry.type in ("territory_capture", "control_status") and _lost_hold(scene, hit):
        return "a hold on a vehicle that was lost"
    if sense.entry.type == "route_cut" and _barred(scene, hit):
        return "a way that was barred to plans: قطع الطريق على محاولات"
    if scene.form(hit.first - 1) == "تحالف" and scene.form(hit.last) == "الشرعيه":
        return "part of the name of a body: تحالف دعم الشرعية"
    if sense.entry.id == "target-verb":
        before = range(hit.first - _MEASURED, hit.first)
        if any(scene.form(k) in _MEASURES for k in before):
            return "whom sanctions are aimed at"
        if hit.payload.tense == "present" and any(scene.form(k) in ANY for k in before):
            return "any such act: أي محاولات تستهدف الأمن"
    if sense.entry.id == "attack-verb" and _in_words(scene, hit):
        return "who attacks in words: هاجم الوزير خصومه"
    if sense.entry.id == "gunfire" and any(scene.form(k) in _TRUCE for k in range(hit.first - 4, hit.first)):
        return "a truce: وقف غير معلن لإطلاق النار"
    if sense.entry.id in _STOPPING and any(scene.form(k) in scene.words("halted") for k in (hit.last, hit.last + 1)):
        return "what was halted is nobody: أوقفت تقديم العلاج"
    if sense.entry.type == "territory_capture" and _over_no_ground(scene, hit):
        return "what is brought under control is no ground: السيطرة على القادة العسكريين"
    if (
        sense.entry.id == "target-verb"
        and sense.tense == "present"
        and not hit.enc
        and any(scene.form(k) in scene.words("benign") for k in range(hit.first - _BENIGN, hit.first))
    ):
        return "what is done for people's good: قوافل غذائية تستهدف كذا"
    if sense.entry.type == "displacement" and _speaks(scene, hit):
        return "who is quoted"
    if sense.entry.id == "joint-exercise" and _joint_force(scene, hit):
        return "the name of a force: قال قائد القوة المشتركة"
    if sense.cls == "verb":
        return no_verb(scene, hit)
    return _no_phrase(scene, hit) if sense.cls == "phrase" else no_noun(scene, hit)


def _in_words(scene: Scene, hit: Hit[Sense]) -> bool:
    """هاجم الوزير خصومه، صحيفة كذا تهاجم كذا، هاجم كذا خطة كذا: by who attacks, or what."""
    titles = scene.words("speaker-title")
    if scene.form(hit.last) in titles:
        return True
    front = range(max(scene.clause(hit.first)[0], hit.first - _PAPER), hit.first)
    if hit.payload.tense == "present" and any(scene.form(k) in ("صحيفه", "الصحيفه", "كاتب", "الكاتب", "مجله") for k in front):
        return True
    behind = range(hit.last, min(scene.clause(hit.first)[1], hit.last + _PAPER))
    return any(scene.form(k).removeprefix("ال") in scene.words("attacked-in-words") for k in behind)


def _no_phrase(scene: Scene, hit: Hit[Sense]) -> str | None:
    form, before = scene.form(hit.first), scene.form(hit.first - 1)
    if hit.payload.entry.id == "forces-present" and any(
        scene.form(k).startswith(("اصاب", "خساير", "اضرار")) for k in (hit.last, hit.last + 1)
    ):
        return "harm that there is, and no troops: لا توجد إصابات"
    if before in NOT_YET and form == "تقدم":
        return "لم تقدم is she did not offer"
    if form.endswith("الحراك") or form.startswith("للحراك"):
        if before.startswith("ال") or before in _OFFICE or before in ("قيادات", "قيادي", "قياديي", "ناشطي", "انصار", "مجلس"):
            return "a body: المجلس الأعلى للحراك الثوري"
    if forbidden(scene, hit):
        return "what a law forbids"
    if form.startswith(_INQUIRY) and (_speaks(scene, hit) or before in _SAYING):
        return "a body of inquiry that reports"
    if form == "تحالف" and scene.form(hit.last) in ("تقوده", "يقوده", "بقياده", "الذي", "يضم"):
        return "a body, named with who leads it"
    if before in _OFFICE and form.startswith(_BODIES):
        return "a body, named with an office in it"
    return "who is quoted" if form.startswith(_EXPERTS) and _speaks(scene, hit) else None


def _on_fire(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether a fire stands in the sentence, or before it in the two lines that tell of it: تمت السيطرة عليه."""
    sentence = scene.sentence(hit.first)
    end = sentence.last if sentence is not None else hit.last + 8
    over = next((k for k in range(hit.first, end) if scene.form(k) in ("علي", "عليها", "عليه", "عليهم")), None)
    if over is not None and scene.form(over) == "علي" and not any(scene.form(k) in _FIRES for k in range(over, over + 4)):
        return False  # سيطر التنظيم بدعم جوي على مدينة كذا: what it took is said, and is no fire
    return any(scene.form(k) in _FIRES for k in range(hit.first - _FIRE_REACH, hit.last + 8))


def _lost_hold(scene: Scene, hit: Hit[Sense]) -> bool:
    """فقد السائق السيطرة على الشاحنة؛ سقطت الطائرة بعد فقدان الطيارين السيطرة عليها."""
    if not any(scene.form(k) in _LOSING for k in range(hit.first - _LOST, hit.last)):
        return False
    sentence = scene.sentence(hit.first)
    behind = range(hit.first, hit.last + 3)
    if sentence is not None and any(scene.form(k) in ("عليها", "عليه") for k in behind):
        behind = range(sentence.first, sentence.last)
    return any(scene.form(k) in _VEHICLES for k in behind)


def _of_no_place(scene: Scene, hit: Hit[Sense]) -> bool:
    """الشركات التي يسيطر عليها: the noun before the relative pronoun is one of business or doings."""
    if scene.form(hit.first - 1) not in ("التي", "الذي"):
        held = scene.form(hit.first).startswith(("يسيطر", "تسيطر"))  # معدات وطائرات يسيطر عليها كذا
        return held and scene.form(hit.first - 1) in scene.words("no-place") and not scene.form(hit.first - 1).startswith("ال")
    return any(scene.form(k) in scene.words("no-place") for k in range(hit.first - 3, hit.first - 1))


def _barred(scene: Scene, hit: Hit[Sense]) -> bool:
    """قطع الوزير الطريق على محاولات التعطيل, أمام المشككين; a column or a town may be cut off in truth."""
    for k in range(hit.first, hit.last + _BARRED):
        if scene.form(k) in ("علي", "امام") and "طريق" in scene.form(k - 1):
            return scene.form(k + 1) in scene.words("barred-plans")
    return False


def _speaks(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether the words stand in the source of a claim (بحسب خبراء عسكريين)."""
    first, last = scene.page.span(hit.first, hit.last)
    return any(a <= first and last <= b for a, b in scene.speaking)


def _over_no_ground(scene: Scene, hit: Hit[Sense]) -> bool:
    if "سيطر" not in scene.form(hit.first):
        return False
    if scene.plain(hit.first).endswith("أ"):
        return True  # سيطرأ, what will come up
    over = next((k for k in range(hit.first, hit.last + 4) if scene.form(k) == "علي"), None)
    return over is not None and scene.form(over + 1) in scene.words("no-ground")


def _joint_force(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.last - 2).endswith("القوه") and scene.form(hit.first - 1) not in _SET_UP


def _zone(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether the name of an operation stands for the area it took or the force it made, behind a word for these or joined to one."""
    if scene.form(hit.first).endswith("عمليه"):
        return False  # منطقة عملية درع الفرات speaks of the operation too
    k, heads = hit.first - 1, scene.words("zone") | scene.words("force-of")
    if scene.form(hit.last) == ":" or (hit.cut.pro == "ل" and scene.form(k) in _PRESS_OFFICES):
        return True  # غضب الفرات: القوات تتقدم; المركز الإعلامي للبنيان المرصوص
    while k > 0 and not scene.word(k) and scene.form(k) in _QUOTES:
        k -= 1  # فصائل "درع الفرات"
    if scene.form(k) in ("من", "في", "ضمن", "تحت") and scene.form(k - 1).removeprefix("ال") in _MEMBERS | scene.words("force-of"):
        return True  # فصائل من "درع الفرات", الفصائل المنضوية في "درع الفرات"
    if hit.cut.pro.startswith("و"):
        k = next((j for j in range(k, max(k - _ZONE_NAME, -1), -1) if scene.form(j) in heads), k)
    if scene.form(k) == "عمليات" and scene.form(k - 1).endswith("غرفه"):
        return True  # غرفة عمليات درع الفرات
    return any(scene.form(k).removeprefix(letter) in heads for letter in ("", "و", "ب", "ل"))


def _by_its_neighbour(scene: Scene, hit: Hit[Sense]) -> str | None:
    """What the word right beside it makes of a word that has the letters of a trigger: خطر داهم، أسر الضحايا، منطقة درع الفرات."""
    entry = hit.payload.entry
    danger = scene.form(hit.first - 1).removeprefix("ك").removeprefix("ال") in ("خطر", "خطرا")
    if danger and scene.form(hit.first) in ("داهم", "داهما"):
        return "a danger that is near: خطر داهم"
    if entry.type == "detention" and scene.plain(hit.first).endswith("أسر") and scene.form(hit.last) in _BEREAVED:
        return "families: أسر الضحايا"
    if (
        scene.form(hit.first) == "واسرهم"
        and scene.form(hit.first - 1).startswith("ال")
        and not scene.actors_between(hit.last, hit.last + 1)
    ):
        return "families: أبناء الموقوفين وأسرهم"
    if entry.id == "named-operation" and _zone(scene, hit):
        return "an area or a force called by its operation: منطقتي درع الفرات وغصن الزيتون، فصائل درع الفرات"
    return None
