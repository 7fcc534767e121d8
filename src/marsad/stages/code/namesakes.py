"""Namesakes: words that have the letters of a trigger and name no happening, or name a kind of happening and none that took place.

`حزب تحرير الشعب` is a name, `الوساطة` a village, `أي عدوان` and `ظاهرة الخطف` are general talk.
"""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_ANY_REACH: Final = 3  # tokens from أي to the أو that joins a further act
_ANY: Final = frozenset(["اي", "ايه", "ايا", "ايما"])
_DENIAL: Final = 14  # tokens from the verb to the noun: نفى كذا أن تكون طائرات بلاده شنت أي غارة
_FORBIDDEN: Final = 5  # tokens: تحظر القوانين الدولية تعمد استهداف
_BEFORE_VERB: Final = frozenset(["قد", "وقد", "الذي", "الذين", "ان", "ثم", "كان", "حيث"])
_SO_CALLED: Final = frozenset(["ما", "يسمي", "تسمي", "يدعي", "المسمي", "المسماه", '"', "“", "”", "«"])
_LEANING: Final = frozenset(["", "ال"])
# Checkpoints of the Egyptian police are called كمين, an ambush.
_CHECKPOINT_BEFORE: Final = frozenset(
    [
        "نقطه",
        "منطقه",
        "بمنطقه",
        "ازاله",
        "افراد",
        "قوه",
        "مسوول",
        "رييس",
        "ضباط",
        "جنود",
        "احد",
        "محيط",
        "امام",
        "استهداف",
        "استهدف",
        "استهدفت",
        "استهدفوا",
        "علي",
        "قرب",
    ]
)
_CHECKPOINT_BEHIND: Final = frozenset(
    ["ثابت", "ثابته", "متحرك", "متحركه", "امني", "امنيا", "امنيه", "الامني", "الامنيه", "شرطه", "الشرطه", "بوابه"]
)
_CHECKPOINT_NAME: Final = 3  # words of its name that may stand between: كمين كوم أوشيم الأمني
# Behind these no verb is joined by و or ف.
_NO_JOINING: Final = frozenset(
    ["قد", "فقد", "وقد", "لقد", "ولقد", "لم", "ولم", "لن", "ولن", "سوف", "لا", "ولا", "الذي", "التي", "الذين"]
)
_OTHER_VERBS: Final = {
    "perished": "يقضي is he rules, or he spends",
    "mass-verb": "حشد من is a crowd",
    "come-back-home": "تعود ل is it belongs to",
    "throw-down-arms": "تلقى is he received",
}
_STOPPING: Final = frozenset(["stop-verb", "police-capture"])
_INQUIRY: Final = ("لجنه", "للجنه", "اللجنه", "بعثه")
_SAYING: Final = frozenset(
    ["تقرير", "لتقرير", "راي", "قالت", "وقالت", "اكدت", "واكدت", "اعلنت", "ذكرت", "وذكرت", "بحسب", "وفق", "توصلت"]
)
_RETURN: Final = frozenset(["اي", "مبلغ", "مبالغ", "مكافاه", "فديه", "اجر", "رشوه", "حصه", "دفع", "خدمات", "وعود", "تنازلات"])
_MASSING: Final = frozenset(["العسكري", "علي", "باتجاه", "نحو", "الكبير", "المتواصل"])
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
_TOWNWARD: Final = frozenset(["سجن", "مدينه", "باديه", "قلعه", "مطار", "اثار", "في", "من", "الي", "نحو", "باتجاه", "ومدينه"])
_RULERS: Final = frozenset(["نايب", "مكتب", "قصر", "رييس", "عايله", "اغتيال", "مقتل", "كل", "اي", "انتخاب", "بمنصب", "منصب"])
_PUTTING_OUT: Final = frozenset(["deploy-trans", "deploy-masdar"])
_DATELINE: Final = frozenset(["بتاريخ", "علي", ":", "عبر", "يوم"])
_DAWNS: Final = frozenset(
    [
        "الاسلام",
        "ليبيا",
        "الحريه",
        "الشام",
        "الامه",
        "الجرود",
        "السبت",
        "الاحد",
        "الاثنين",
        "الثلاثاء",
        "الاربعاء",
        "الخميس",
        "الجمعه",
        "اليوم",
        "امس",
        "اول",
        "يوم",
        "غد",
        "غدا",
    ]
)
_OF_A_DAWN: Final = frozenset(
    ["لواء", "فرقه", "حركه", "كتيبه", "قوات", "جيش", "ميليشيا", "ميليشيات", "مليشيات", "عمليه", "منذ", "حتي", "صلاه", "مع"]
)
_CAMPS: Final = frozenset(["مخيم", "مخيمات", "المخيم", "حق", "طالبي", "طلب", "طلبات", "طالب", "مراكز", "قانون"])
_AFFAIRS: Final = frozenset(["الشان", "شان", "شوون", "الشوون", "شوونها", "شوونه", "شووننا", "الانتخابات", "السياسه", "القضاء"])
_MEASURES: Final = frozenset(["عقوبات", "العقوبات", "عقوبه", "تدابير", "ضرايب", "رسوم"])
_MEASURED: Final = 7  # tokens from the sanctions to whom they are aimed at: عقوبات جديدة، تستهدف
_MADE_DO: Final = frozenset(["ما", "مما", "الذي", "التي", "بما"])
_APPEALED: Final = frozenset(["قبول", "رفض", "تقديم", "نظر", "قدم", "تقدم", "حكم", "اي", "اول", "علي", "جلسه", "مذكره"])
_WANTING: Final = frozenset(["اذا", "لو", "كما", "متي", "ما", "ان", "كلما", "حيث"])
_OF_THE_WAY: Final = frozenset(["رفيق", "رفاق", "رفيقه", "رفيقي", "رفقاء", "علي", "شريك", "طريق"])
_EXPERTS: Final = ("خبراء", "مستشار")
_BODIES: Final = ("اللجنه", "لجنه", "غرفه", "مركز", "هييه", "خليه", "حكومه", "العملي", "القوات")


_NOT_YET: Final = frozenset(["لم", "ولم", "لن", "ولن", "سوف", "فلم", "فلن"])
_LIBERATORS: Final = frozenset(
    ["حركه", "الحركه", "جبهه", "الجبهه", "منظمه", "المنظمه", "مجلس", "المجلس", "هييه", "الهييه", "حزب", "الحزب", "لجنه", "اتحاد"]
)
_BENIGN: Final = 6  # tokens from what is done for people's good to the verb: القوافل الغذائية المخصصة تستهدف
_ASIDE: Final = frozenset(
    ["قبل", "قبيل", "بعد", "عقب", "خلال", "اثناء", "منذ", "في", "علي", "الي", "ب", "مع", "وسط", "رغم", "عشيه"]
)
_AIMED_AT: Final = 5  # tokens from a verb of attack to the gathering it struck: استهدفت إحدى الغارات اجتماعا
_NAMED: Final = 3  # tokens from the head of a name to what its body is for: المجلس العسكري الأعلى لتحرير كذا
_BROKE_OUT: Final = frozenset(
    ["الحرب", "حرب", "الصراع", "صراع", "الازمه", "ازمه", "الاوضاع", "الوضع", "الخلاف", "الخلافات", "خلافات", "القتال", "الموقف",
     "النزاع", "الانتفاضه", "الثوره", "الاحتجاجات", "احتجاجات", "التوتر", "الاحداث", "الغضب", "موجه", "المعارك", "الاشتباكات"]
)  # fmt: skip
_SET_UP: Final = frozenset(["تشكيل", "انشاء", "تاسيس", "تكوين", "بتشكيل", "لتشكيل", "نشر", "لانشاء"])


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
        if hit.payload.tense == "present" and any(scene.form(k) in _ANY for k in before):
            return "any such act: أي محاولات تستهدف الأمن"
    if sense.entry.id == "attack-verb" and scene.form(hit.last) in scene.words("speaker-title"):
        return "who attacks in words: هاجم الوزير خصومه"
    if (
        scene.form(hit.first) == "واسرهم"
        and scene.form(hit.first - 1).startswith("ال")
        and not scene.actors_between(hit.last, hit.last + 1)
    ):
        return "families: أبناء الموقوفين وأسرهم"
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
        return _no_verb(scene, hit)
    return _no_phrase(scene, hit) if sense.cls == "phrase" else _no_noun(scene, hit)


def _no_verb(scene: Scene, hit: Hit[Sense]) -> str | None:
    if hit.cut.stem == "عبر" and not hit.cut.pro and scene.form(hit.first - 1) not in _BEFORE_VERB:
        first, _ = scene.clause(hit.first)
        if any(scene.word(k) for k in range(first, hit.first)):
            return "the preposition عبر"
    if scene.form(hit.first) in ("سافر", "وسافر") and hit.payload.entry.type == "withdrawal":
        return "تدخل سافر is brazen: no سأفر, I shall flee"
    if hit.payload.entry.id == "explode-verb" and scene.form(hit.first - 1) in _NOT_YET:
        return "what did not go off: قذائف لم تنفجر"
    if hit.payload.tense == "past" and hit.cut.pro.endswith("س"):
        return "ستفقد is she will lose: the past takes no particle of the future"
    if hit.payload.tense == "past" and hit.cut.stem.startswith("ت") and scene.form(hit.first - 1) in _NOT_YET:
        return "لن تقدم is she will not offer: the present of another verb"
    if hit.payload.entry.id in ("blow-up-verb", "blow-up-building") and hit.cut.stem.startswith("تفجر"):
        told = (hit.first - 2, hit.first - 3) if scene.form(hit.first - 1) in ("الذي", "التي") else ()  # القتال الذي تفجر
        if any(scene.form(k) in _BROKE_OUT for k in (hit.last, hit.last + 1, *told)):
            return "what breaks out: منذ تفجر الأزمة"
    if hit.payload.entry.type == "territory_capture" and hit.cut.stem == "تقدم" and hit.enc and not hit.cut.pro:
        return "whom it offers something: الأسلحة التي تقدمها الدول"
    if hit.cut.pro in ("و", "ف") and scene.form(hit.first - 1) in _NO_JOINING:
        return "وفر behind قد is he provided: a letter of the verb, and no and"
    if hit.cut.pro == "" and "kind-noun" in scene.classes[hit.first - 1]:
        return "a noun behind its head: عقوبة سجن"
    why = _OTHER_VERBS.get(hit.payload.entry.id)
    if why is not None and _other_verb(scene, hit):
        return why
    return "a name or a noun with the letters of the verb" if _not_the_verb(scene, hit) else None


def _other_verb(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether what stands behind a verb gives it its other sense."""
    after, entry = scene.form(hit.last), hit.payload.entry.id
    if entry == "perished":
        # وقضوا على المطارات: they put an end to
        return hit.payload.tense != "past" or any(scene.form(k) == "علي" for k in range(hit.last, hit.last + 3))
    if entry == "mass-verb":
        return after == "من"
    if entry == "come-back-home":
        return after.startswith("لل") or any(c.pro in ("ل", "لال") for c in scene.page.lookup.cuts(after)[:1])
    return scene.tokens[hit.last - 1].plain.endswith("ى") and hit.payload.tense == "present"


def _no_phrase(scene: Scene, hit: Hit[Sense]) -> str | None:
    form, before = scene.form(hit.first), scene.form(hit.first - 1)
    if before in _NOT_YET and form == "تقدم":
        return "لم تقدم is she did not offer"
    if form.endswith("الحراك") or form.startswith("للحراك"):
        if before.startswith("ال") or before in _OFFICE or before in ("قيادات", "قيادي", "قياديي", "ناشطي", "انصار", "مجلس"):
            return "a body: المجلس الأعلى للحراك الثوري"
    if scene.has_class("forbids", max(scene.clause(hit.first)[0], hit.first - _FORBIDDEN), hit.first):
        return "what a law forbids"
    if not form.startswith("ال") and _any(scene, hit):
        return "any such act: general talk"
    if form.startswith(_INQUIRY) and (_speaks(scene, hit) or before in _SAYING):
        return "a body of inquiry that reports"
    if form == "تحالف" and scene.form(hit.last) in ("تقوده", "يقوده", "بقياده", "الذي", "يضم"):
        return "a body, named with who leads it"
    if before in _OFFICE and form.startswith(_BODIES):
        return "a body, named with an office in it"
    return "who is quoted" if form.startswith(_EXPERTS) and _speaks(scene, hit) else None


def _no_noun(scene: Scene, hit: Hit[Sense]) -> str | None:
    if hit.enc == "ي" and not hit.cut.definite and not _governs(scene, hit):
        return "an adjective (قتالي، انتخابي), which has the letters of the noun with my"
    if hit.cut.stem == "تقدم" and hit.enc and scene.form(hit.first - 1) in ("التي", "الذي", "الذين"):
        return "what somebody offers: الأسلحة التي تقدمها الدول"
    if hit.payload.entry.id == "retain" and scene.form(hit.last).startswith(("بقو", "بالقو", "بحق", "بالحق")):
        return "what somebody keeps, and no place: الاحتفاظ بقوات الدعم"
    struck = hit.payload.entry.type == "meeting" or hit.payload.entry.id in ("redeploy-mass", "troops-move")
    if struck and _struck(scene, hit):
        return "who was struck: استهدفت الغارة اجتماعا لقادة التنظيم"
    if _in_a_body(scene, hit) or _in_a_name(scene, hit):
        return "part of the name of a body or a place"
    if hit.payload.entry.id in ("burn-down", "arson") and scene.form(hit.first) in ("حرقا", "احراقا"):
        return "the way somebody was killed: قتل حرقا"
    if (
        hit.cut.pro in ("لل", "لال")
        and "body-head" in scene.classes[hit.first - 1]
        and hit.payload.entry.type == "military_support"
    ):
        return "what a place is for: مركز للتدريب"
    if hit.payload.entry.id == "lend-support" and hit.cut.pro.endswith("ال") and scene.form(hit.last).startswith("لل"):
        return "who stands by whom: الحركة المساندة للجيش"
    if hit.payload.entry.type == "displacement" and any(scene.form(k) in _CAMPS for k in (hit.first - 1, hit.first - 2)):
        return "camps, and no flight: مخيمات النزوح"
    if hit.payload.entry.id == "initiative" and hit.cut.pro in ("ب", "وب"):
        return "at whose suggestion: بمبادرة من كذا"
    if hit.cut.stem.startswith("انتفاض") and scene.form(hit.first - 1) == "فتح":
        return "part of the name of a body: فتح الانتفاضة"
    if hit.cut.stem in ("تدخل", "تدخلات") and any(scene.form(k) in _AFFAIRS for k in range(hit.last, hit.last + 4)):
        return "meddling, and no troops: التدخل في شؤون الدول"
    if (
        hit.cut.stem.startswith("انقلاب")
        and hit.cut.definite
        and scene.words("regime-of") & ({scene.form(hit.first - 1)} | scene.page.lookup.stems(scene.form(hit.first - 1)))
    ):
        return "part of what a side is called: نظام الانقلاب"
    if _in_a_list_of_places(scene, hit):
        return "a village in a list of places"
    if _any(scene, hit):
        return "any such act: general talk"
    if scene.has_class("forbids", max(scene.clause(hit.first)[0], hit.first - _FORBIDDEN), hit.first):
        return "what a law forbids"
    if _other_noun(scene, hit):
        return "another noun with the same letters"
    return "the noun in front makes it a kind of act: general talk" if _of_a_kind(scene, hit) else None


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
    if not any(scene.form(k) in _LOSING for k in range(hit.first - _LOST, hit.first)):
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


def _verb_at(scene: Scene, i: int) -> bool:
    """Whether token `i` is a verb that the lexicon knows, opens what is said, or ends as verbs do of her (فقد استطاعت)."""
    if i >= len(scene.tokens):
        return False
    if scene.lexicon.verbs.at(scene.tokens, i, scene.page.lookup) or i in scene.light:
        return True
    cued = any(c.cue is not None and c.cue.span[0] == scene.tokens[i].start for c in scene.attributed.claims)
    form = scene.form(i)
    return cued or (form.endswith("ت") and not form.startswith("ال") and not scene.actors_between(i, i + 1))


def _not_the_verb(scene: Scene, hit: Hit[Sense]) -> bool:
    """محمد ياسر is no يأسر; ابسط يدك is your hand, and not يدك, he pounds."""
    if hit.cut.stem in ("فقد", "قد") and _verb_at(scene, hit.last):
        return True  # فقد حشدت القوات، فقد كتب الوزير: the particle
    if hit.cut.stem == "تدمر" and hit.cut.pro.endswith("ل"):  # ولتدمر أهمية استراتيجية, where the text names the town
        return any(p.name == "تدمر" for p in scene.recognised.place_mentions)
    if hit.cut.stem == "تدمر" and not hit.cut.pro:
        return scene.form(hit.first - 1) in _TOWNWARD or "place-word" in scene.classes[hit.first - 1]
    if hit.cut.stem == "حاكم":
        return scene.form(hit.first - 1) in _RULERS  # نائب حاكم الإقليم
    if hit.payload.entry.type == "protest" and hit.cut.stem.endswith(
        ("تظاهر", "تظاهرت", "تتظاهر", "يتظاهر", "تظاهروا", "يتظاهرون")
    ):
        return scene.form(hit.last) in scene.words("pretended")  # تتظاهر بمكافحة الإرهاب
    if hit.payload.entry.id in _PUTTING_OUT and scene.form(hit.last) in _DATELINE:
        return True  # نشر بتاريخ
    if hit.cut.stem == "فر" and hit.cut.pro == "و" and scene.form(hit.first - 1) in ("كر", "الكر", "كرا"):
        return True  # معارك كر وفر
    if hit.payload.entry.id == "push-verb":
        return scene.form(hit.first - 1) in _MADE_DO  # وهذا ما دفع المقاتلين إلى
    if hit.payload.entry.id == "stab" and hit.cut.stem == "طعن":
        return scene.form(hit.first - 1) in _APPEALED  # قبول طعن المتهمين
    if hit.cut.stem == "فجر" and not hit.cut.pro:
        return scene.form(hit.last) in _DAWNS or scene.form(hit.first - 1) in _OF_A_DAWN  # لواء فجر الإسلام، فجر ليبيا
    if hit.cut.stem == "تمل":
        return True  # لا تملك: she does not own, and تمل of تمول takes no كـ
    if hit.cut.stem == "عدن":
        return True  # the town, and never they came back
    if hit.cut.stem == "اردت" and scene.form(hit.first - 1) in _WANTING:
        return True  # إذا أردت صدهم
    if hit.cut.stem == "اهلك" and scene.form(hit.first - 1) in ("انت", "مالك", "نفسك"):
        return True  # أنت وأهلك: thy people
    if hit.cut.stem == "درب" and hit.enc:
        return scene.form(hit.first - 1) in _OF_THE_WAY  # رفيق دربنا
    if hit.cut.stem == "سجن" and not hit.cut.pro:
        # اقتحام سجن حمص، مجزرة سجن تدمر
        return bool(scene.places_between(hit.last, hit.last + 1)) or bool(
            scene.lexicon.nouns.at(scene.tokens, hit.first - 1, scene.page.lookup)
        )
    if hit.payload.entry.id == "add-to-list":
        return any(c.cue is not None and c.cue.span == scene.page.span(hit.first, hit.last) for c in scene.attributed.claims)
    if hit.cut.stem == "ياسر":
        return "أ" not in scene.plain(hit.first)
    return hit.cut.stem == "يدك" and not scene.word(hit.last)


def _other_noun(scene: Scene, hit: Hit[Sense]) -> bool:
    """كمين for a checkpoint; لقاء for in return (لقاء مبلغ); تحرير before the editor's name (تحرير: فلان)."""
    entry, after = hit.payload.entry.id, scene.form(hit.last)
    if entry == "attack-masdar" and after == "انتحاريه":
        return True  # مهاجمة انتحارية فجرت نفسها: a woman who attacks
    if entry == "redeploy-mass" and hit.cut.definite and hit.cut.stem == "حشد":
        return after not in _MASSING  # الحشد is a militia
    if entry in _PUTTING_OUT and after in _DATELINE:
        return True
    if entry == "deploy-noun" and any(scene.has_class(name, hit.last, hit.last + 2) for name in ("spread-word", "disease")):
        return True  # انتشار الأفكار
    if hit.cut.stem in ("عمليه", "عمليات") and not hit.cut.definite and scene.has_class("deed-named", hit.last, hit.last + 1):
        return True  # عمليات نهب: the noun behind it names the deed
    if entry == "stop-noun":
        return after == "عن"  # توقيفها عن القيام بكذا
    if entry == "ambush":
        if scene.form(hit.first - 1) == "من" and scene.form(hit.first - 2) == "عدد":
            return scene.form(hit.last).startswith(("لل", "ال"))  # هجوم على عدد من الكمائن للجيش
        return scene.form(hit.first - 1) in _CHECKPOINT_BEFORE or any(
            scene.form(k) in _CHECKPOINT_BEHIND for k in range(hit.last, hit.last + _CHECKPOINT_NAME)
        )
    if hit.cut.stem == "لقاء" and not hit.cut.pro and not hit.enc:
        return after in _RETURN or bool(scene.numbers_between(hit.last, hit.last + 1))
    return hit.cut.stem == "تحرير" and after == ":"


def _governs(scene: Scene, hit: Hit[Sense]) -> bool:
    """تفجيري طرطوس: two of them, and what they are of stands behind."""
    after = hit.last
    if scene.form(after).startswith(("بال", "لل", "وال")):
        return False
    return scene.form(after).startswith("ال") or bool(scene.places_between(after, after + 1))


def _in_a_body(scene: Scene, hit: Hit[Sense]) -> bool:
    """مركز التدريب، سرايا القنص، حزب تحرير الشعب، مركز ما يسمى المصالحة."""
    before = hit.first - 1
    while scene.form(before) in _SO_CALLED and before > 0:
        before -= 1
    if hit.cut.pro not in _LEANING or before < 0 or hit.enc:
        return False  # أعلنت كتائب مبايعتها: with a pronoun it names nothing
    if scene.form(before).startswith("ال"):
        return False  # إعلان الحزب انسحاب مسلحيه: a head with the article governs nothing
    classes = scene.classes[before]
    return "party-head" in classes or ("body-head" in classes and hit.cut.definite)


def _in_a_name(scene: Scene, hit: Hit[Sense]) -> bool:
    """مستشفى كمال عدوان، المجلس العسكري لتحرير كذا، الجيش الشعبي لتحرير كذا."""
    if hit.payload.entry.id == "aggression" and any(
        p.first < hit.first and p.last >= hit.last for _, p in scene.places_between(hit.first - _NAMED, hit.first)
    ):
        return True
    if hit.payload.entry.id not in ("liberate-noun", "liberated-town") or hit.cut.pro != "ل":
        return False
    k = hit.first - 1
    while hit.first - 1 - k < _NAMED and scene.form(k).startswith("ال") and scene.form(k) not in _LIBERATORS:
        k -= 1
    return scene.form(k) in _LIBERATORS or (scene.form(k + 1), scene.form(k + 2)) == ("الجيش", "الشعبي")


def _over_no_ground(scene: Scene, hit: Hit[Sense]) -> bool:
    if "سيطر" not in scene.form(hit.first):
        return False
    if scene.plain(hit.first).endswith("أ"):
        return True  # سيطرأ, what will come up
    over = next((k for k in range(hit.first, hit.last + 4) if scene.form(k) == "علي"), None)
    return over is not None and scene.form(over + 1) in scene.words("no-ground")


def _struck(scene: Scene, hit: Hit[Sense]) -> bool:
    first, _ = scene.clause(hit.first)
    low = max(first, hit.first - _AIMED_AT)
    return hit.cut.pro in ("", "و") and any(
        h.payload.entry.id in ("target-verb", "bombard", "attack-verb")
        and not any(scene.form(j) in _ASIDE for j in range(k + 1, hit.first))
        for k in range(low, hit.first)
        for h in scene.lexicon.verbs.at(scene.tokens, k, scene.page.lookup)
    )


def _joint_force(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.last - 2).endswith("القوه") and scene.form(hit.first - 1) not in _SET_UP


def _in_a_list_of_places(scene: Scene, hit: Hit[Sense]) -> bool:
    """قرى كذا والوساطة وكذا: a definite noun between two places of a list."""
    if hit.cut.pro not in ("ال", "وال"):
        return False
    left = any(
        p.last == hit.first or (p.last == hit.first - 1 and scene.form(p.last) in "،,:و")
        for _, p in scene.places_between(hit.first - 5, hit.first)
    )
    if hit.cut.pro == "ال" and scene.form(hit.first - 1) not in ("،", ",", ":", "و"):
        return False
    after = hit.last + 1 if scene.form(hit.last) in ("،", ",", "و") else hit.last
    right = any(p.first == after for _, p in scene.places_between(after, after + 1))
    listed = scene.form(hit.last) in ("،", ",", "و") or any(
        c.pro.startswith("و") for c in scene.page.lookup.cuts(scene.form(hit.last))
    )
    return (left or scene.form(hit.first - 1) == ":") and right and listed


def _any(scene: Scene, hit: Hit[Sense]) -> bool:
    """أي هجوم, لأي عدوان; but نفى أي قصف and لم يقع أي هجوم say that there was none."""
    before = hit.first - 1
    if scene.form(before) == "او":  # ردع أي تهديدات أو عدوان خارجي
        before = max((k for k in range(before - _ANY_REACH, before) if scene.form(k) in _ANY), default=before)
    form = scene.form(before)
    if hit.cut.definite:
        return False  # عملية كذا، أي الهجوم على كذا: that is to say
    if form not in _ANY and not any(c.stem in _ANY for c in scene.page.lookup.cuts(form)):
        return False
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, before - _DENIAL)
    if any(claim.stance == "denies" for claim in scene.claims_at(scene.page.span(hit.first, hit.last))):
        return False
    return not any(
        c.stem in scene.words("denying") for k in range(low, before) for c in scene.page.lookup.cuts(scene.form(k))[:2]
    )


def _of_a_kind(scene: Scene, hit: Hit[Sense]) -> bool:
    """ظاهرة الخطف، مكافحة التسلل، ثقافة الاغتيال."""
    before = hit.first - 1
    return before >= 0 and hit.cut.pro in _LEANING and "kind-noun" in scene.classes[before]
