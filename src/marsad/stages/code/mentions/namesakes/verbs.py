"""Verbs: names, nouns and other verbs that have the letters of one that names a happening (محمد ياسر, تقدم دعما)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_BEFORE_VERB: Final = frozenset(["قد", "وقد", "الذي", "الذين", "ان", "ثم", "كان", "حيث"])
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
_TOWNWARD: Final = frozenset(["سجن", "مدينه", "باديه", "قلعه", "مطار", "اثار", "في", "من", "الي", "نحو", "باتجاه", "ومدينه"])
_OF_TOWNS: Final = frozenset(["تم", "تمت", "بريف", "الاثريه", "التاريخيه", "شرقي", "وسط", "ومحيطها", "وباديتها", "وريفها"])
_RULERS: Final = frozenset(["نايب", "مكتب", "قصر", "رييس", "عايله", "اغتيال", "مقتل", "كل", "اي", "انتخاب", "بمنصب", "منصب"])
PUTTING_OUT: Final = frozenset(["deploy-trans", "deploy-masdar"])
DATELINE: Final = frozenset(["بتاريخ", "علي", ":", "عبر", "يوم"])
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
_MADE_DO: Final = frozenset(["ما", "مما", "الذي", "التي", "بما"])
_APPEALED: Final = frozenset(["قبول", "رفض", "تقديم", "نظر", "قدم", "تقدم", "حكم", "اي", "اول", "علي", "جلسه", "مذكره"])
_WANTING: Final = frozenset(["اذا", "لو", "كما", "متي", "ما", "ان", "كلما", "حيث"])
_OF_THE_WAY: Final = frozenset(["رفيق", "رفاق", "رفيقه", "رفيقي", "رفقاء", "علي", "شريك", "طريق"])
_OF_A_MAN: Final = frozenset(["يد", "ايدي", "هويه", "صوره", "جثه", "من", "عن", "علي", "مع", "ضد", "انه", "محاكمه", "بانه"])
_OVER: Final = 12  # tokens from قضت over its subject to على
NOT_YET: Final = frozenset(["لم", "ولم", "لن", "ولن", "سوف", "فلم", "فلن"])
_BROKE_OUT: Final = frozenset(
    ["الحرب", "حرب", "الصراع", "صراع", "الازمه", "ازمه", "الاوضاع", "الوضع", "الخلاف", "الخلافات", "خلافات", "القتال", "الموقف",
     "النزاع", "الانتفاضه", "الثوره", "الاحتجاجات", "احتجاجات", "التوتر", "الاحداث", "الغضب", "موجه", "المعارك", "الاشتباكات"]
)  # fmt: skip


def no_verb(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word is not the verb whose letters it has (لن تقدم: she will not offer); None where it may be."""
    if hit.cut.stem == "عبر" and not hit.cut.pro and scene.form(hit.first - 1) not in _BEFORE_VERB:
        first, _ = scene.clause(hit.first)
        if any(scene.word(k) for k in range(first, hit.first)):
            return "the preposition عبر"
    if scene.form(hit.first) in ("سافر", "وسافر") and hit.payload.entry.type == "withdrawal":
        return "تدخل سافر is brazen: no سأفر, I shall flee"
    if hit.payload.entry.id == "explode-verb" and scene.form(hit.first - 1) in NOT_YET:
        return "what did not go off: قذائف لم تنفجر"
    if hit.payload.tense == "past" and hit.cut.pro.endswith("س"):
        return "ستفقد is she will lose: the past takes no particle of the future"
    if hit.payload.tense == "past" and hit.cut.stem.startswith("ت") and scene.form(hit.first - 1) in NOT_YET:
        return "لن تقدم is she will not offer: the present of another verb"
    if hit.payload.entry.id == "move-arms" and (scene.form(hit.last) == "عن" or "aircraft" in scene.classes[hit.first - 1]):
        return "whom a report quotes, or what planes are for: ونقلت عن الجنرال قوله, طائرات نقل"
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
        over = [k for k in range(hit.last, hit.last + _OVER) if scene.form(k) == "علي"]  # قضت قوات كذا على المسلحين
        return hit.payload.tense != "past" or any(k < hit.last + 3 or scene.has_class("force", k, k + 3) for k in over)
    if entry == "mass-verb":
        return after == "من"
    if entry == "come-back-home":
        return after.startswith("لل") or any(c.pro in ("ل", "لال") for c in scene.page.lookup.cuts(after)[:1])
    return scene.tokens[hit.last - 1].plain.endswith("ى") and hit.payload.tense == "present"


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
        named = scene.form(hit.last) in _OF_TOWNS  # قالوا بأن تدمر تم تسليمها
        return named or scene.form(hit.first - 1) in _TOWNWARD or "place-word" in scene.classes[hit.first - 1]
    if hit.cut.stem == "حاكم":
        return scene.form(hit.first - 1) in _RULERS  # نائب حاكم الإقليم
    if hit.payload.entry.type == "protest" and hit.cut.stem.endswith(
        ("تظاهر", "تظاهرت", "تتظاهر", "يتظاهر", "تظاهروا", "يتظاهرون")
    ):
        return scene.form(hit.last) in scene.words("pretended")  # تتظاهر بمكافحة الإرهاب
    if hit.payload.entry.id in PUTTING_OUT and scene.form(hit.last) in DATELINE:
        return True  # نشر بتاريخ
    if hit.cut.stem == "فر" and hit.cut.pro == "و" and scene.form(hit.first - 1) in ("كر", "الكر", "كرا"):
        return True  # معارك كر وفر
    if hit.payload.entry.id == "push-verb":
        return scene.form(hit.first - 1) in _MADE_DO  # وهذا ما دفع المقاتلين إلى
    if hit.payload.entry.id == "stab" and hit.cut.stem == "طعن":
        return scene.form(hit.first - 1) in _APPEALED  # قبول طعن المتهمين
    if hit.cut.stem == "فجر" and not hit.cut.pro:
        return scene.form(hit.last) in _DAWNS or scene.form(hit.first - 1) in _OF_A_DAWN  # لواء فجر الإسلام، فجر ليبيا
    if hit.cut.stem == "قاتل" and not hit.cut.pro:
        before = scene.form(hit.first - 1)
        # اعتقال قاتل السفير، على يد قاتل: the killer, who fights nobody
        return before in _OF_A_MAN or bool(scene.lexicon.nouns.at(scene.tokens, hit.first - 1, scene.page.lookup))
    if hit.cut.stem in ("تمل", "عدن"):
        return True  # لا تملك: she does not own, and تمل of تمول takes no كـ; the town, and never they came back
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
    if hit.payload.entry.id == "back-verb" and hit.cut.stem == "دعما":
        return scene.form(hit.last).startswith("ل")  # عملية عسكرية، دعما لغزة
    if hit.payload.entry.id in ("add-to-list", "deploy-trans", "declare-rule"):  # نشر جنود في الجيش مقطعا يظهر كذا
        end = scene.tokens[hit.last - 1].end
        return any(c.cue is not None and c.cue.span[1] == end for c in scene.attributed.claims)
    if hit.cut.stem == "ياسر":
        return "أ" not in scene.plain(hit.first)
    return hit.cut.stem == "يدك" and not scene.word(hit.last)
