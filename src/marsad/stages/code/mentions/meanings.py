"""Meanings: words of ground, troops and groups that mean something else with the words right around them.

`تقدم بطلب` takes no ground, `عليه وسلم` hands nothing over, `انسحاب من الائتلاف` moves no troops.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_FORWARD: Final = 14  # tokens from تقدم to what is brought forward, over a long subject: تقدم القيادي كذا ونظيره بعرض
_WALKED: Final = 8
_SLOGAN: Final = 8  # tokens from شعار to what it calls for
_SEAT: Final = 8  # tokens from انسحاب to من حلف, over who walks out
_SERVED: Final = 2
_JOURNEY: Final = 8
_FREED: Final = 8  # tokens from a verb of freeing to the occupation that it ends
_ADVANCES: Final = frozenset(["advance-verb", "stretch", "advance-noun", "advance-on", "force-advance"])
_HOLDS: Final = frozenset(["control-verb", "controls", "share-of-country", "control-of", "take-towns", "take-control-phrase"])
_OFFICES: Final = frozenset(["assume-office", "take-command", "installed"])
_SPREADING: Final = frozenset(["deploy-noun", "deploy-verb"])
_CORDONS: Final = frozenset(["encircle", "encircle-verb", "besieging", "besiege-verb", "cordon-place"])
_JOINING: Final = frozenset(["join-verb", "join-noun", "joins-ranks", "go-over"])
_SUPPLIED: Final = frozenset(["supply-verb", "supply-arms"])
_BLESSED: Final = frozenset(["عليه", "عليهم", "اله", "واله", "وصحبه"])
_SAID: Final = frozenset(["يقل", "تقل", "نقل", "اقل"])
_FIGHTING_IT: Final = frozenset(["مكافحه", "لمكافحه", "بمكافحه", "محاربه", "لمحاربه", "تجفيف", "تهمه", "بتهمه"])
_HARD: Final = frozenset(["يصعب", "ويصعب", "تصعب", "يستحيل", "صعوبه", "استحاله"])
_WAR: Final = frozenset(["النزاع", "الصراع", "الحرب", "القتال", "المواجهه", "الازمه", "الخلاف", "التعاون", "المشاركه", "التوتر"])
_TO: Final = frozenset(["الي", "في"])
_FOR: Final = frozenset(["علي", "اجل", "بهدف", "بغيه", "بقصد"])
_STRIVING: Final = 5  # tokens from a word of strife over who strives to the control: تقاتل حكومتين من أجل السيطرة


def other_meaning(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word of ground, troops or groups names none of their doings here; None where it may name one."""
    entry = hit.payload.entry
    if hit.cut.stem == "سلم" and scene.form(hit.first - 1) in _BLESSED:
        return "a blessing: عليه وسلم"
    if hit.cut.stem == "وصل" and scene.form(hit.last) == "الله":
        return "a name: وصل الله"
    if hit.payload.cls != "verb" and scene.form(hit.first - 1) in _HARD:
        return "what is hard to do"
    if entry.id == "pledge-verb" and "ئ" in scene.plain(hit.first):
        return "بائع is who sells"
    if entry.type == "military_support" and hit.payload.cls == "phrase" and scene.form(hit.first - 1) in _FIGHTING_IT:
        return "what an office or a charge is about: مكافحة تمويل الإرهاب"
    if entry.type == "military_support" and hit.payload.cls == "phrase" and hit.enc and _own_arms(scene, hit):
        return "arms that somebody lays down or keeps: تسليم أسلحتها"
    if entry.type == "territory_capture" and hit.payload.cls != "verb" and _called_for(scene, hit):
        return "what a slogan calls for"
    if entry.type == "withdrawal" and hit.payload.cls != "phrase" and _left_a_seat(scene, hit):
        return "a seat that was left, and no ground: انسحاب من الائتلاف"
    for ids, rule, why in _RULES:
        if entry.id in ids and rule(scene, hit):
            return why
    return None


def _behind(scene: Scene, hit: Hit[Sense], words: frozenset[str], reach: int) -> bool:
    last = min(scene.clause(hit.first)[1], hit.last + reach)
    return any(scene.form(k) in words for k in range(hit.last, last))


def _brought_forward(scene: Scene, hit: Hit[Sense]) -> bool:
    """تقدم الحزب بعرض؛ تقدم المحافظ المصلين."""
    if scene.form(hit.last) in ("عليه", "عليها", "به", "بها", "بهما"):
        return True  # ما تقدم عليه الجماعة: what it dares; المقترح الذي تقدمت به الحكومة
    forward, walked = scene.words("brought-forward"), scene.words("walked-before")
    return _behind(scene, hit, forward, _FORWARD) or _behind(scene, hit, walked, _WALKED)


def _drawn_up(scene: Scene, hit: Hit[Sense]) -> bool:
    """تحرير محضر؛ حررت دورية الشرطة مخالفات."""
    return _behind(scene, hit, scene.words("drawn-up"), 3 if hit.payload.cls == "verb" else 1)


def _quarter(scene: Scene, hit: Hit[Sense]) -> bool:
    """قصفت حي التحرير: a name, where nothing says from whom it was freed."""
    bare = hit.cut.pro == "ال" and not hit.enc and scene.form(hit.last) not in ("من", "الكامل")
    return bare and scene.form(hit.first - 1) in scene.words("quarter-head")


def _called_for(scene: Scene, hit: Hit[Sense]) -> bool:
    first = max(scene.clause(hit.first)[0], hit.first - _SLOGAN)
    return any(scene.form(k) in scene.words("slogan") for k in range(first, hit.first))


def _best_fit(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.first - 1) == "علي" and scene.form(hit.first - 2) in scene.words("best-fit")


def _no_ground_held(scene: Scene, hit: Hit[Sense]) -> bool:
    """سيطرة المسلحين على شحنات الإغاثة؛ سيطرة جوية: what is held is no place."""
    if scene.form(hit.last) in scene.words("aloft"):
        return True
    over = next((k for k in range(hit.first, hit.last + 5) if scene.form(k) == "علي"), None)
    return over is not None and scene.form(over + 1) in scene.words("hold-on-goods")


def _striven_for(scene: Scene, hit: Hit[Sense]) -> bool:
    """تتنافسان على السيطرة على البلاد، قتال الحكومتين للسيطرة على البلاد: whoever strives for it has taken nothing."""
    if hit.payload.cls == "verb" or not (hit.cut.pro.endswith("ل") or scene.form(hit.first - 1) in _FOR):
        return False
    first = max(scene.clause(hit.first)[0], hit.first - _STRIVING)
    return any(scene.form(k).removeprefix("و") in scene.words("vying") for k in range(first, hit.first))


def _given_to_kin(scene: Scene, hit: Hit[Sense]) -> bool:
    return _behind(scene, hit, scene.words("handed-to-kin"), 4)


def _left_a_seat(scene: Scene, hit: Hit[Sense]) -> bool:
    """انسحاب خمسة كيانات من تحالف كذا: behind من stands what is no place."""
    if hit.payload.entry.id not in ("withdraw-verb", "withdrawal-noun"):
        return False
    last = min(scene.clause(hit.first)[1], hit.last + _SEAT)
    if scene.form(hit.last) in ("منها", "منه") and scene.form(hit.first - 1) in ("التي", "الذي"):
        return any(
            scene.form(k) in scene.words("walked-out-of") or scene.form(k) == "هييات" for k in range(hit.first - 5, hit.first)
        )
    source = next((k for k in range(hit.last, last) if scene.form(k) == "من"), None)
    return source is not None and scene.form(source + 1) in scene.words("walked-out-of")


def _own_arms(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.last - 1).startswith(("اسلحت", "سلاح"))


def _reasons(scene: Scene, hit: Hit[Sense]) -> bool:
    """مسببات انضمامهم: a general matter."""
    return scene.form(hit.first - 1) in scene.words("reasons-for")


def _stepped_in(scene: Scene, hit: Hit[Sense]) -> bool:
    """تدخل الرئيس ليحسم الجدل: with words."""
    return _behind(scene, hit, scene.words("stepped-in"), 6)


def _went_to_fight(scene: Scene, hit: Hit[Sense]) -> bool:
    """السفر للمشاركة في القتال: one man's way to a war."""
    first = max(scene.clause(hit.first)[0], hit.first - _JOURNEY)
    return hit.cut.pro in ("ل", "لل", "لال") and any(scene.form(k) in scene.words("goes-abroad") for k in range(first, hit.first))


def _spreads(scene: Scene, hit: Hit[Sense]) -> bool:
    """انتشرت أنباء كذا، انتشار السلاح."""
    return scene.form(hit.last) in scene.words("spreads")


def _no_place_ringed(scene: Scene, hit: Hit[Sense]) -> bool:
    """تطويق الأزمة؛ طوقا من السرية."""
    after = scene.form(hit.last)
    return after in scene.words("crises") or (after == "من" and scene.form(hit.last + 1) in scene.words("hushed"))


def _in_office(scene: Scene, hit: Hit[Sense]) -> bool:
    """مسؤول يتولى منصبا، منذ توليه منصبه: who holds a seat, or since when."""
    if hit.payload.cls == "verb" and hit.payload.tense == "present":
        return not hit.cut.pro.endswith(("س", "ل")) and scene.plain(hit.first - 1) not in ("أن", "لن", "سوف")
    return scene.form(hit.first - 1) in ("منذ", "ومنذ")


def _serving(scene: Scene, hit: Hit[Sense]) -> bool:
    """يقضي حكما بالسجن: the sentence lies back; قضت المحكمة بالسجن passes it."""
    if "ب" in hit.cut.pro:
        return False
    before = range(hit.first - _SERVED, hit.first)
    return any(scene.form(k) in scene.words("serves-term") for k in before)


def _of_peace(scene: Scene, hit: Hit[Sense]) -> bool:
    """انضمام إلى الشرطة الدولية؛ الانضمام إلى بغداد في فرض عقوبات."""
    if scene.form(hit.last) == "للخدمه":
        return True  # انضمامها للخدمة: planes
    goal = next((k for k in range(hit.first, hit.last + 4) if scene.form(k) in _TO), None)
    if goal is None:
        return False
    behind = [scene.form(k) for k in range(goal + 1, goal + 3)]
    return any(w in scene.words("civil-body") for w in behind) or ("في" in behind and "فرض" in scene.form(goal + 3))


def _arms_join(scene: Scene, hit: Hit[Sense]) -> bool:
    """أحدث الأسلحة التي انضمت للقوات المسلحة."""
    if hit.payload.cls != "verb" or scene.form(hit.first - 1) not in ("التي", "الذي"):
        return False
    return any(scene.has_class(name, hit.first - 3, hit.first - 1) for name in ("weapon", "aircraft", "vehicle", "warship-word"))


def _pressed(scene: Scene, hit: Hit[Sense]) -> bool:
    """تضييق الخناق على الرئيس: no town and no fighters stand there who could be shut in."""
    if "خناق" not in "".join(scene.form(k) for k in range(hit.first, hit.last + 3)):
        return False
    last = min(scene.clause(hit.first)[1], hit.last + _WALKED)
    shut = any(scene.has_class(name, hit.last, last) for name in ("place-word", "force", "gunmen", "civilian-word"))
    return not shut and not scene.places_between(hit.first - _WALKED, last)


def _at_home(scene: Scene, hit: Hit[Sense]) -> bool:
    """فرض حظر تجوال، قيود أمنية."""
    near = range(hit.last, min(scene.clause(hit.first)[1], hit.last + 5))
    return any(
        scene.form(k) in ("تجوال", "التجوال", "تجول", "التجول", "للتجوال", "للتجول", "امنيه", "الجوي", "جوي") for k in near
    )


def _crowd(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.last) == "من" and scene.form(hit.last + 1) in scene.words("crowd-of")


def _fitted_with(scene: Scene, hit: Hit[Sense]) -> bool:
    """سيارات زودت بأسلحة: what the cars carry."""
    return hit.payload.cls == "verb" and "vehicle" in scene.classes[hit.first - 1]


def _formations(scene: Scene, hit: Hit[Sense]) -> bool:
    """130 تشكيلا من قوات الأمن: units that are counted."""
    return hit.cut.stem.startswith("تشكيل") and bool(scene.numbers_between(hit.first - 1, hit.first))


def _said(scene: Scene, hit: Hit[Sense]) -> bool:
    """لم يقل إن: did not say, and was not dismissed."""
    return hit.cut.stem in _SAID or (hit.cut.stem in ("يقال", "تقال") and scene.form(hit.last) in ("ان", "انه", "انها", "عن"))


def _beside_its_town(scene: Scene, hit: Hit[Sense]) -> bool:
    """سقوط النظام في الموصل: what fell is not the town, which stands right behind where it did."""
    return not scene.places_between(hit.last, hit.last + 1)


def _into_no_town(scene: Scene, hit: Hit[Sense]) -> bool:
    """دخلت القوات في معارك، دخل على خط الأزمة: a fight or a quarrel is entered in the town."""
    between = range(hit.last, min(scene.clause(hit.first)[1], hit.last + 6))
    town = next((k for k in between if "town-entered" in scene.classes[k]), None)
    return town is None or any(scene.form(k) in ("في", "علي", "من", "عبر") for k in range(hit.last, town))


def _source(scene: Scene, hit: Hit[Sense]) -> bool:
    """مصدر تمويل: where money comes from."""
    return scene.form(hit.first - 1) in scene.words("source-of")


def _in_peace(scene: Scene, hit: Hit[Sense]) -> bool:
    """تنسيق المواقف، تنسيق إيصال المساعدات."""
    return _behind(scene, hit, scene.words("arranged-in-peace"), 2)


def _opens_for(scene: Scene, hit: Hit[Sense]) -> bool:
    """يفتح الطريق أمام احتمال كذا."""
    return _behind(scene, hit, scene.words("opens-way-for"), 4)


def _civil_hand(scene: Scene, hit: Hit[Sense]) -> bool:
    """تدخل وزارة كذا."""
    return scene.form(hit.last) in scene.words("civil-hand")


def _entered(scene: Scene, hit: Hit[Sense]) -> bool:
    """دخل السجن، دخلت الحرب مرحلة جديدة."""
    return any(scene.form(k).removeprefix("ال") in scene.words("entered-for-life") for k in (hit.last, hit.last + 1))


def _stand(scene: Scene, hit: Hit[Sense]) -> bool:
    """ترفض التراجع, لا تراجع عن: a stand that is kept."""
    refused = any(scene.form(k) in scene.words("refusing") for k in range(hit.first - _SERVED, hit.first))
    return (refused or scene.form(hit.first - 1) in ("لا", "دون", "عدم")) and not scene.places_between(hit.last, hit.last + 3)


def _by_leave(scene: Scene, hit: Hit[Sense]) -> bool:
    """بالاتفاق مع «الصحيفة»; الأعراف والاتفاقات الدولية."""
    if hit.cut.pro in ("بال", "وبال") and hit.cut.stem == "اتفاق":
        return scene.form(hit.last) == "مع" and not scene.word(hit.last + 1)
    customs = scene.form(hit.first - 1).endswith(("الاعراف", "للاعراف", "المواثيق", "القوانين", "للقوانين", "للمواثيق"))
    return customs and scene.form(hit.last) == "الدوليه"


def _furthered(scene: Scene, hit: Hit[Sense]) -> bool:
    return scene.form(hit.last) == "علي"


def _aimed_at(scene: Scene, hit: Hit[Sense]) -> bool:
    """تغطية نارية باتجاه تحركات المسلحين: what is fired at."""
    return hit.payload.cls == "noun" and scene.form(hit.first - 1) in ("باتجاه", "صوب", "علي", "تجاه")


def _of_a_camp(scene: Scene, hit: Hit[Sense]) -> bool:
    """معسكر تدريب: a place."""
    return scene.form(hit.first - 1).removeprefix("ال") in ("معسكر", "معسكرات", "معسكرا", "مخيم", "ميدان", "ميادين", "قاعده")


def _from_a_hand(scene: Scene, hit: Hit[Sense]) -> bool:
    """انتزع سلاح جندي: no ground was wrested."""
    return scene.form(hit.last) in scene.words("from-a-hand")


def _field(scene: Scene, hit: Hit[Sense]) -> bool:
    """مجالات التنسيق: what is talked of."""
    if hit.payload.cls != "noun" or not hit.cut.definite:
        return False
    among = scene.form(hit.first - 1).endswith(("التعاون", "التشاور")) or scene.form(hit.last) in ("والتعاون", "والتشاور")
    return among or scene.form(hit.first - 1) in scene.words("fields-of")


def _backed_in_peace(scene: Scene, hit: Hit[Sense]) -> bool:
    """تدعم الاقتراح، دعمه للرياضة، دعم وتوثيق العلاقات، ما تدعمه الدولتان: what is backed is a matter of peace, and no force."""
    if hit.enc and hit.payload.cls == "verb" and scene.form(hit.first - 1) in ("ما", "بما", "لما"):
        return True
    after = hit.last + (scene.form(hit.last).startswith("وت") and scene.form(hit.last + 1).startswith("ال"))
    return scene.form(after).removeprefix("و").removeprefix("ل") in scene.words("backed-in-peace")


def _nobody_arrives(scene: Scene, hit: Hit[Sense]) -> bool:
    """التقارير التي تصل، بقوة تصل إلى كذا: said in the present, with no place and no force behind it."""
    if hit.payload.cls != "verb" or hit.payload.tense != "present" or hit.cut.pro.endswith("س"):
        return False
    near = (hit.last, hit.last + _SERVED + 2)
    return not (scene.places_between(*near) or scene.has_class("force", *near) or scene.has_class("gunmen", *near))


def _wider_war(scene: Scene, hit: Hit[Sense]) -> bool:
    """توسيع دائرة النزاع: the war is widened, and no ground."""
    return _behind(scene, hit, _WAR, 3)


def _armed_how(scene: Scene, hit: Hit[Sense]) -> bool:
    """بكامل تسليحها، جيدة التسليح: what arms a force bears."""
    listed = hit.cut.pro == "وال"  # للتحرك والتسليح
    return listed or scene.form(hit.first - 1) in scene.words("armed-how")


def _army_of_occupation(scene: Scene, hit: Hit[Sense]) -> bool:
    """جيش احتلال; حررت المدينة من احتلال كذا, which tells nothing beside the freeing."""
    before = range(hit.first - _FREED, hit.first - 1)
    freed = scene.form(hit.first - 1) == "من" and any("حرر" in scene.form(k) or "تحرير" in scene.form(k) for k in before)
    bare = (
        scene.plain(hit.first).endswith("ا") and hit.cut.stem.endswith("ا") and not scene.places_between(hit.last, hit.last + 2)
    )
    if bare and hit.cut.pro in ("", "و"):
        return True  # عدوانا واحتلالا: rhetoric
    return not hit.cut.pro and (freed or scene.form(hit.first - 1) in scene.words("occupying"))


_RULES: Final[tuple[tuple[frozenset[str], Callable[[Scene, Hit[Sense]], bool], str], ...]] = (
    (_ADVANCES, _brought_forward, "what somebody brings forward, or whom he walks before: تقدم بعرض"),
    (frozenset(["liberate-noun", "liberated-town", "liberate-verb"]), _drawn_up, "what is drawn up in writing: تحرير محضر"),
    (frozenset(["liberate-noun"]), _quarter, "the name of a quarter: حي التحرير"),
    (frozenset(["liberate-noun", "recapture-noun", "retake-named"]), _best_fit, "who is best fit for it"),
    (_HOLDS, _striven_for, "what two sides strive for: التنافس على السيطرة"),
    (_HOLDS, _no_ground_held, "what is held is no ground: السيطرة على شحنات"),
    (frozenset(["hand-verb", "hand-place-over"]), _given_to_kin, "what mourners are given"),
    (_SPREADING, _spreads, "what spreads is no troop: انتشار السلاح"),
    (_CORDONS, _no_place_ringed, "a crisis that is hemmed in: تطويق الأزمة"),
    (_OFFICES, _in_office, "who holds a seat, or since when"),
    (frozenset(["sentenced", "tried-officers", "prison-sentence"]), _serving, "a sentence that is being served"),
    (_JOINING, _of_peace, "a body of peace that a state joins"),
    (_JOINING, _arms_join, "arms that come into use: الطائرات التي انضمت للقوات"),
    (frozenset(["blockade", "choke"]), _pressed, "whom one presses, and no ground: تضييق الخناق على الرئيس"),
    (frozenset(["impose-curbs"]), _at_home, "a curfew, and no measure against another: فرض حظر تجوال"),
    (frozenset(["redeploy-mass", "mass-verb"]), _crowd, "a crowd: حشدا من الشباب"),
    (_SUPPLIED, _fitted_with, "what vehicles are fitted with"),
    (frozenset(["form-group", "raise-force"]), _formations, "units that are counted"),
    (_JOINING | frozenset(["enlist", "enlisting", "recruit"]), _reasons, "why people join"),
    (frozenset(["intervene", "intervention", "enter-troops"]), _stepped_in, "who steps in with words"),
    (frozenset(["take-part-war", "support-fight"]), _went_to_fight, "a way to a war"),
    (frozenset(["dismiss-verb"]), _said, "يقل is he said"),
    (frozenset(["town-falls"]), _beside_its_town, "the town is not what fell"),
    (frozenset(["enter-town"]), _into_no_town, "a fight or a quarrel is entered"),
    (frozenset(["fund-force"]), _source, "where money comes from"),
    (frozenset(["coordinate-noun", "coordinate-verb"]), _in_peace, "what is arranged in peace: تنسيق المواقف"),
    (frozenset(["open-verb", "open-road"]), _opens_for, "a way in a figure of speech"),
    (frozenset(["intervention", "intervene"]), _civil_hand, "who steps in is no army"),
    (frozenset(["troops-enter"]), _entered, "a prison, a school or a time of life is entered: دخل السجن"),
    (frozenset(["retreat"]), _stand, "a stand in words: ترفض التراجع"),
    (frozenset(["accord"]), _by_leave, "by whose leave it is printed, or customs as such: بالاتفاق مع الصحيفة"),
    (frozenset(["help-fighters"]), _furthered, "what furthers a thing: ساعدت على نمو التنظيم"),
    (frozenset(["troops-move"]), _aimed_at, "what is fired at"),
    (frozenset(["train-noun"]), _of_a_camp, "a camp where men are trained"),
    (frozenset(["wrest"]), _from_a_hand, "what is wrested from a hand"),
    (frozenset(["coordinate-noun"]), _field, "a field of talks"),
    (frozenset(["back-noun", "back-verb", "assist-verb"]), _backed_in_peace, "what is backed is a matter of peace: دعم الاتفاق"),
    (
        frozenset(["fighters-arrive", "troops-arrive"]),
        _nobody_arrives,
        "what is sent in or reached is no troop: التقارير التي تصل",
    ),
    (frozenset(["widen-control"]), _wider_war, "a war that is widened"),
    (frozenset(["arm-noun"]), _armed_how, "what arms a force bears"),
    (frozenset(["occupation"]), _army_of_occupation, "an army of occupation as such"),
)
