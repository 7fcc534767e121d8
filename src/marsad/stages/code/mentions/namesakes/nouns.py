"""Nouns: names of bodies and villages, adjectives and other nouns that have the letters of a happening (حزب تحرير الشعب)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.mentions.namesakes.kinds import LEANING, any_such, forbidden, of_a_kind
from marsad.stages.code.mentions.namesakes.verbs import DATELINE, PUTTING_OUT
from marsad.stages.code.scene import Scene

_CALLED: Final = 3  # tokens from the head of a name to the ل of what the body is for
_SO_CALLED: Final = frozenset(["ما", "يسمي", "تسمي", "يدعي", "المسمي", "المسماه", '"', "“", "”", "«"])
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
_RETURN: Final = frozenset(["اي", "مبلغ", "مبالغ", "مكافاه", "فديه", "اجر", "رشوه", "حصه", "دفع", "خدمات", "وعود", "تنازلات"])
_MASSING: Final = frozenset(["العسكري", "علي", "باتجاه", "نحو", "الكبير", "المتواصل"])
_CAMPS: Final = frozenset(["مخيم", "مخيمات", "المخيم", "حق", "طالبي", "طلب", "طلبات", "طالب", "مراكز", "قانون"])
_AFFAIRS: Final = frozenset(["الشان", "شان", "شوون", "الشوون", "شوونها", "شوونه", "شووننا", "الانتخابات", "السياسه", "القضاء"])
_LIBERATORS: Final = frozenset(
    ["حركه", "الحركه", "جبهه", "الجبهه", "منظمه", "المنظمه", "مجلس", "المجلس", "هييه", "الهييه", "حزب", "الحزب", "لجنه", "اتحاد"]
)
_ASIDE: Final = frozenset(
    ["قبل", "قبيل", "بعد", "عقب", "خلال", "اثناء", "منذ", "في", "علي", "الي", "ب", "مع", "وسط", "رغم", "عشيه"]
)
_AIMED_AT: Final = 5  # tokens from a verb of attack to the gathering it struck: استهدفت إحدى الغارات اجتماعا
_NAMED: Final = 3  # tokens from the head of a name to what its body is for: المجلس العسكري الأعلى لتحرير كذا
_SAKES: Final = frozenset(["دعما", "نصره", "انتصارا", "تضامنا", "وفاء"])
_SAKE_REACH: Final = 10
_COMES: Final = frozenset(["تاتي", "ياتي", "جاءت", "جاء", "وذلك", "ذلك"])


def no_noun(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word is not the noun whose letters it has (مخيمات النزوح); None where it may be."""
    if hit.enc == "ي" and (hit.cut.definite or not _governs(scene, hit)):
        return "an adjective (قتالي، المؤتمري), which has the letters of the noun with my"
    if hit.payload.entry.id == "visit-noun" and _counter(scene, hit):
        return "how often a page was read: 477 زيارة"
    if hit.cut.stem == "تقدم" and hit.enc and scene.form(hit.first - 1) in ("التي", "الذي", "الذين"):
        return "what somebody offers: الأسلحة التي تقدمها الدول"
    if hit.payload.entry.id == "retain" and scene.form(hit.last).startswith(("بقو", "بالقو", "بحق", "بالحق")):
        return "what somebody keeps, and no place: الاحتفاظ بقوات الدعم"
    struck = hit.payload.entry.type == "meeting" or hit.payload.entry.id in ("redeploy-mass", "troops-move")
    if struck and _struck(scene, hit):
        return "who was struck: استهدفت الغارة اجتماعا لقادة التنظيم"
    if _in_a_body(scene, hit) or _in_a_name(scene, hit) or _coordinated_by(scene, hit):
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
    if hit.payload.entry.id == "lend-support" and _for_whose_sake(scene, hit):
        return "for whose sake something is done: دعما لغزة وإسنادا لمقاومتها"
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
    if any_such(scene, hit):
        return "any such act: general talk"
    if forbidden(scene, hit):
        return "what a law forbids"
    if _other_noun(scene, hit):
        return "another noun with the same letters"
    return "the noun in front makes it a kind of act: general talk" if of_a_kind(scene, hit) else None


def _counter(scene: Scene, hit: Hit[Sense]) -> bool:
    """477 زيارة, الزيارات: 215, الأكثر زيارة: a number right beside it that stands in no sentence."""
    behind = hit.last + (scene.form(hit.last) == ":")
    if scene.form(hit.first - 1) in ("الاكثر", "اكثر", "عدد"):
        return True
    return any(scene.form(k).isdigit() for k in (hit.first - 1, behind))


def _other_noun(scene: Scene, hit: Hit[Sense]) -> bool:
    """كمين for a checkpoint; لقاء for in return (لقاء مبلغ); تحرير before the editor's name (تحرير: فلان)."""
    entry, after = hit.payload.entry.id, scene.form(hit.last)
    if entry == "attack-masdar" and after == "انتحاريه":
        return True  # مهاجمة انتحارية فجرت نفسها: a woman who attacks
    if entry == "redeploy-mass" and hit.cut.definite and hit.cut.stem == "حشد":
        return after not in _MASSING  # الحشد is a militia
    if entry in PUTTING_OUT and after in DATELINE:
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
    if hit.cut.pro not in LEANING or before < 0 or hit.enc:
        return False  # أعلنت كتائب مبايعتها: with a pronoun it names nothing
    if scene.form(before).startswith("ال"):
        return False  # إعلان الحزب انسحاب مسلحيه: a head with the article governs nothing
    classes = scene.classes[before]
    return "party-head" in classes or ("body-head" in classes and hit.cut.definite)


def _coordinated_by(scene: Scene, hit: Hit[Sense]) -> bool:
    """المركز الروسي لتنسيق المصالحة: what a body is for, as its name says."""
    own = hit.cut.stem == "تنسيق" and hit.cut.pro == "ل"
    at = hit.first if own else hit.first - 1
    if scene.form(at) != "لتنسيق":
        return False
    return any("body-head" in scene.classes[k] for k in range(max(0, at - _CALLED), at))


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


def _struck(scene: Scene, hit: Hit[Sense]) -> bool:
    first, _ = scene.clause(hit.first)
    low = max(first, hit.first - _AIMED_AT)
    return hit.cut.pro in ("", "و") and any(
        h.payload.entry.id in ("target-verb", "bombard", "attack-verb")
        and not any(scene.form(j) in _ASIDE for j in range(k + 1, hit.first))
        for k in range(low, hit.first)
        for h in scene.lexicon.verbs.at(scene.tokens, k, scene.page.lookup)
    )


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


def _for_whose_sake(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether an accusative tells for whose sake something is done, beside its like or behind تأتي and a comma."""
    if not scene.form(hit.first).endswith("ا") or not scene.form(hit.last).startswith("ل"):
        return False
    before = scene.form(hit.first - 1)
    likes = any(scene.form(k).removeprefix("و") in _SAKES for k in range(hit.first - _SAKE_REACH, hit.first))
    return likes or before in _COMES or not scene.word(hit.first - 1)
