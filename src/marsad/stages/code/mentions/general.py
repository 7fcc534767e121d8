"""General: words that name an act as avoided, possible, wished for or one of a kind, and tell none that took place."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_AVOIDED: Final = 3  # tokens between a word of avoidance and the act: تفاديا لوقوع هجمات
_ABLE: Final = 3  # and between a word of ability and the act: قادرة على شن هجمات
_ABLE_FAR: Final = 8  # and where على stands right before it, with whose ability it is between
_KINDS: Final = 14  # tokens over which the kinds of acts are listed: تنوعت ما بين هجمات وعمليات قنص واشتباكات
_TAUGHT: Final = 6  # and from a word of teaching to what is taught: تدرب المجندون في المعسكر على تفكيك العبوات
# What is chased or crept into is an aim beside the deed that serves it: حملة لملاحقة العناصر.
_AIMS: Final = frozenset(["disperse-crowd", "pursuit", "infiltration", "lend-support"])
_AS_IF: Final = frozenset(["كانها", "وكانها", "كانهم", "وكانهم", "كانما", "وكانما"])
_LIKE: Final = 3  # tokens between وكأنها and the act: وكأنها تخوض قتالا
_BLOWS: Final = frozenset(["air_strike", "shelling", "ground_attack", "destruction", "targeted_killing", "territory_capture"])
_FOR: Final = ("ل", "لل", "ول", "ولل", "لال", "ولال")
_TAKING_PART: Final = frozenset(["المشاركه", "للمشاركه", "مشاركه", "الاشتراك", "الانخراط", "ذهب", "ذهبوا", "التوجه", "يذهب"])
_FRONTS: Final = frozenset(["محاور", "محور", "خط", "جبهات", "جبهه", "ساحات", "ساحه", "خطوط", "ميادين", "الجبهات"])
_ARENAS: Final = frozenset(["حلبه", "مناطق", "منطقه"])
_WHOM: Final = frozenset(['"', "«", "“", "كل", "جميع", "داعش", "من", "هولاء"])
_AT_LARGE: Final = 15  # tokens to each side of recruiting in which a town or a day would tell of one case
_GIVING_UP: Final = frozenset(["hand-over-place", "lay-down-arms", "surrender"])
_REFUSED: Final = 4  # tokens from a word of refusal to what was refused: رفض المقاتلون تسليم أسلحتهم
_CONSENT: Final = 8  # tokens from يقبل to the deed: كيف يقبل أي مسلم أن يفجر
_EVILS: Final = frozenset(
    ["casualties", "destruction", "bombing_ied", "abduction", "abuse", "targeted_killing", "ground_attack", "displacement"]
)
_WAR_WORDS: Final = frozenset(["armed_clash", "shelling", "air_strike", "ground_attack", "ceasefire_violation"])
_FIGURE: Final = 4  # tokens behind a word of storming in which what is stormed in a figure of speech stands
_STORMING: Final = frozenset(["storm-noun", "storm-verb", "invasion", "invade-verb"])
_WARDING: Final = frozenset(["counter", "repel"])
_UNDONE: Final = ("تفكيك", "فكك", "فككت", "ابطال", "ابطل", "ابطلت", "احباط", "احبط")
_ASSAULTS: Final = frozenset(["assault-noun", "assault-verb", "assault-upon", "attack-noun"])
_SAID_IN: Final = 6  # tokens from هاجم to where it was said
_BLAMED: Final = 14  # tokens from a verb of attack to the blame
_OF_WAR: Final = ("weapon", "aircraft", "bomb", "gunmen", "men-at-arms", "force", "front", "post-word", "place-hit", "harm-word")
_SHELTERED: Final = 5  # tokens from a word of shelter to من
_DEFUSING: Final = frozenset(["defuse-bomb", "defuse-verb"])
_PREACHING: Final = frozenset(["تحث", "يحث", "تحرض", "يحرض", "التحريض", "تحريض", "يحرضون", "تشجع", "يشجع", "الحث", "حث", "حرض"])
_ALLOWED: Final = 5  # tokens from a word of law to what it allows: يجوز لرئيس الجمهورية تعيين
_LETS: Final = frozenset(["يسمح", "تسمح", "يتيح", "تتيح", "يجيز", "تجيز"])  # تعديل يسمح بمحاكمة المدنيين
_HELD: Final = 7  # tokens between people and the hands they are in: سقط عدد كبير من الأسرى في قبضة
_THAN: Final = frozenset(["اقل", "الاقل", "اكثر", "الاكثر", "اوسع", "الاوسع", "اشد", "الاشد", "احسن", "افضل", "الافضل"])
_MOVES: Final = frozenset(["الفوري", "العاجل", "السريع", "الجاد", "الدبلوماسي", "السياسي", "الدولي", "العربي"])
_WHETHER: Final = frozenset(["هل"])
_FACING: Final = frozenset(["يواجه", "تواجه", "يواجهون", "سيواجه", "سيواجهون", "ستواجه"])
_DIRECT: Final = frozenset(["مباشره", "محققه", "دقيقه"])
_MAY: Final = frozenset(["يمكنه", "يمكنها", "يمكنهم", "بامكانه", "بامكانها", "بامكانهم"])
_ASKED: Final = 8  # tokens from هل to what is asked
_CALLED: Final = 8  # tokens from a call to what it calls for: طالبت القوات عبر مكبرات الصوت المسلحين بالاستسلام
_ACCOUNT: Final = 3  # tokens from a word of guilt to the wrongs: مرتكبي هذه الجرائم
_YIELDING: Final = frozenset(["lay-down-arms", "surrender", "surrender-verb", "give-oneself-up"])
_TARGETING: Final = frozenset(["target-verb", "targeting"])
_NEED: Final = 6  # tokens from a word of need to what is needed: يحتاج النازحون في المخيم إلى مساعدات
_EITHER: Final = 3
_GOODS: Final = frozenset(["booty", "money"])


def general(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word names no act that took place, is planned or goes on; None where it may name one."""
    why = _needed(scene, hit) or _not_in_fact(scene, hit) or _of_no_day(scene, hit) or _of_war(scene, hit)
    if why is not None:
        return why
    if hit.payload.cls == "verb":
        if _able(scene, hit) and hit.payload.tense != "past":
            return "what it is made for or able to do"
        return "what nobody would do" if _unthinkable(scene, hit) else None
    if not hit.cut.definite and not hit.enc and _avoided(scene, hit):
        return "what is avoided"
    if _able(scene, hit):
        return "what it is made for or able to do"
    if (
        not hit.cut.definite
        and not hit.cut.pro
        and hit.payload.entry.type in _BLOWS
        and scene.form(hit.first - 1) in scene.words("likened")
    ):
        return "what something is likened to"
    if (
        any(scene.form(k) in ("اما", "واما") for k in range(hit.first - _EITHER, hit.first))
        and hit.cut.definite
        and hit.payload.entry.type in _EVILS | {"detention", "withdrawal"}
    ):
        return "one of two that may come: مصيره إما القتل أو السجن"
    if any(scene.form(k) in scene.words("instead") for k in (hit.first - 1, hit.first - 2)):
        return "what was not done, but something else instead"
    if _listed(scene, hit):
        return "the kinds of what was counted"
    if any(scene.form(k) in _AS_IF for k in range(hit.first - _LIKE, hit.first)):
        return "what something is likened to"
    if scene.form(hit.last) == "بحد" or (scene.form(hit.last), scene.form(hit.last + 1)) == ("في", "حد"):
        return "the kind of act as such: الإعدام بحد ذاته"
    if scene.form(hit.last) in scene.words("wished-for"):
        return "what is wished for"
    if scene.form(hit.first - 1) == "علي" and any(
        scene.form(k) in scene.words("taught") for k in range(hit.first - _TAUGHT, hit.first - 1)
    ):
        return "what is taught"
    if any(scene.form(k) in ("في", "علي") and scene.form(k - 1) in scene.words("skill") for k in range(hit.first - 2, hit.first)):
        return "what somebody is skilled in"
    if _evil_as_such(scene, hit):
        return "evil deeds as such"
    entry = hit.payload.entry.id
    if entry in _GIVING_UP | {"fighting"} and any(
        scene.form(k) in scene.words("refusing") for k in range(hit.first - _REFUSED, hit.first)
    ):
        return "giving up, which was refused or pressed for"
    if entry in _AIMS and hit.cut.pro in _FOR:
        return "the aim of another deed"
    if _recruiting_as_such(scene, hit):
        return "recruiting as such"
    if entry == "fighting" and _going_to_war(scene, hit):
        return "going to war, and no battle"
    return None


def goods_taken(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether what was seized is goods and no ground: استولت على أسلحة وذخائر."""
    if hit.payload.entry.id != "seize" or scene.has_class("place-word", hit.last, hit.last + 3):
        return False
    return any(scene.has_class(c, hit.last, hit.last + 3) for c in _GOODS)


def _needed(scene: Scene, hit: Hit[Sense]) -> str | None:
    """يحتاج الأهالي إلى مساعدات: what people lack has not come."""
    if hit.payload.entry.type not in ("humanitarian_aid", "military_support") or hit.payload.cls == "verb":
        return None
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, hit.first - _NEED)
    for k in range(low, hit.first):
        if scene.form(k) in scene.words("in-need"):
            led = hit.cut.pro.endswith("ل") or any(scene.form(j) in ("الي", "من", "في") for j in range(k + 1, hit.first))
            return "what is needed" if led else None
    return None


def _people_held(scene: Scene, hit: Hit[Sense]) -> bool:
    if hit.payload.entry.id == "fall-verb-place":
        reach = min(hit.last + _HELD, len(scene.tokens))
        hands = next((k for k in range(hit.last, reach) if "in-hands" in scene.classes[k]), reach)
        return any(scene.form(k) in scene.words("fallen") for k in range(hit.last, hands))
    if scene.form(hit.last - 1) != "قبضه":
        return False
    before = range(max(scene.clause(hit.first)[0], hit.first - _HELD), hit.first)
    # سقطت البلدة في قبضة كذا tells once what was taken
    return any(scene.form(k) in scene.words("fallen") or scene.form(k).startswith(("سقط", "وسقط")) for k in before)


def _armed(scene: Scene, hit: Hit[Sense]) -> bool:
    first, last = scene.clause(hit.first)
    return any(scene.has_class(name, first, last) for name in ("aircraft", "weapon", "bomb"))


def _of_no_day(scene: Scene, hit: Hit[Sense]) -> str | None:
    """عرقلة التوصل إلى تسوية، تعتقل الإنسان: no act of any day."""
    entry = hit.payload.entry
    if entry.id == "reach-settlement" and hit.payload.cls == "noun" and hit.cut.definite:
        done = any(scene.form(k) in scene.words("set-going") for k in range(hit.first - 3, hit.first))
        return None if done else "an agreement that is only aimed at"
    if entry.type == "armed_clash" and hit.cut.definite and not hit.enc and _kept_from(scene, hit):
        return "what somebody is to be kept from: حماية المدنيين من القتال"
    if (
        hit.payload.cls == "verb"
        and (hit.payload.tense == "present" or scene.plain(hit.first - 1) == "أن")
        and entry.type in _EVILS | {"detention"}
    ):
        sentence = scene.sentence(hit.first)
        told = sentence is not None and (
            scene.places_between(sentence.first, sentence.last) or scene.times_between(sentence.first, sentence.last)
        )
        if scene.form(hit.last) in scene.words("mankind") and not told and hit.cut.pro in ("", "و"):
            return "evil deeds as such"
    return None


def _not_in_fact(scene: Scene, hit: Hit[Sense]) -> str | None:
    """غارات وهمية، حكمت المحكمة بالإعدام، محاصرون تحت الأنقاض: words behind or in front say that no such thing was done."""
    entry, after = hit.payload.entry, scene.form(hit.last)
    if _said_before(scene, hit, _WHETHER, _ASKED):
        return "what is only asked: هل يستعيد الجيش المدينة؟"
    if entry.id in _YIELDING and _said_before(scene, hit, scene.words("called-on"), _CALLED):
        return "what somebody is called on to do: طالبته القوات بتسليم نفسه"
    if entry.type == "abuse" and _said_before(scene, hit, scene.words("held-to-account"), _ACCOUNT):
        return "wrongs at large, for which somebody is to answer: محاسبة مرتكبي الجرائم"
    if entry.type in _BLOWS and hit.payload.cls == "noun" and after in scene.words("mock"):
        return "what was only feigned"
    if entry.id == "strikes" and _blow_in_words(scene, hit):
        return "a blow in a figure of speech: ضربة استباقية للإرهاب"
    if entry.id in _STORMING and any(
        scene.form(k) in scene.words("stormed-in-words") for k in range(hit.last, hit.last + _FIGURE)
    ):
        return "storming in a figure of speech: اقتحام المشهد"
    if entry.type in ("personnel_action", "political_process", "detention", "deployment") and any(
        scene.form(k) in scene.words("allowed") or entry.type == "personnel_action" and scene.form(k) in _LETS
        for k in range(hit.first - _ALLOWED, hit.first)
    ):
        return "what a law allows"
    if (
        scene.form(hit.first - 1).removeprefix("و") in _THAN
        and scene.plain(hit.first).endswith("ا")
        and hit.payload.cls == "noun"
    ):
        return "how much of it, and no happening: الأقل انتشارا"
    if entry.id == "troops-move" and after in _MOVES:
        return "a move in words: التحرك الفوري"
    if entry.type == "personnel_action" and scene.form(hit.first - 1) in _FACING:
        return "what somebody may face: قد يواجهون المحاكمة"
    if entry.id == "wounding" and after in _DIRECT:
        return "what was hit, and nobody: حقق إصابة مباشرة"
    if hit.payload.cls == "noun" and hit.cut.definite and scene.form(hit.first - 1) in _MAY:
        return "what it is able to do: الطائرات التي يمكنها التحليق"
    if entry.type == "detention" and after in scene.words("impounded"):
        return "things that were kept: احتجاز بطاقاتهم"
    if entry.type in ("control_status", "territory_capture") and _people_held(scene, hit):
        return "people in somebody's hands: سقط أسرى في قبضة القوات"
    if entry.type == "siege" and after in ("تحت", "بين", "وسط") and scene.form(hit.last + 1) in scene.words("rubble"):
        return "people under rubble or amid flames"
    return None


def _said_before(scene: Scene, hit: Hit[Sense], words: frozenset[str], reach: int) -> bool:
    """Whether one of a list of words stands in front within the sentence, with و or ف joined to it or without."""
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, hit.first - reach)
    return any(form in words or form.lstrip("وف") in words for form in (scene.form(k) for k in range(low, hit.first)))


def _of_war(scene: Scene, hit: Hit[Sense]) -> str | None:
    """أرض المعركة، عرضة للقصف، يتصدى للقضايا: words around one for fighting or warding off say that nobody does so here."""
    entry, before = hit.payload.entry, scene.form(hit.first - 1)
    if entry.id in _WARDING and any(scene.form(k) in scene.words("faced-in-words") for k in range(hit.last, hit.last + _FIGURE)):
        return "what is dealt with, and no attack: يتصدى للقضايا"
    if entry.id == "draw-near" and any(
        scene.form(k) == "من" and scene.form(k + 1) in scene.words("neared-in-words") for k in range(hit.last, hit.last + 3)
    ):
        return "an aim that is near, and no town: اقترابه من تأسيس دولة"
    if hit.payload.cls != "verb" and before in ("له", "لها", "لهم") and scene.form(hit.first - 2) in scene.words("lets"):
        return "what it is made for or able to do"
    if entry.id in _DEFUSING and any(scene.form(k).startswith("محاول") for k in (hit.first - 1, hit.first - 2)):
        sentence = scene.sentence(hit.first)
        if sentence is not None and any("نفج" in scene.form(k) for k in range(sentence.first, sentence.last)):
            return "what they were at when it went off: أثناء محاولتهم تفكيك لغم"
    if entry.id in _ASSAULTS and any(
        scene.form(k) == "علي" and scene.form(k + 1).removeprefix("ال") in scene.words("assailed-in-words")
        for k in range(hit.last - 1, hit.last + 2)
    ):
        return "an assault upon what is no body: اعتداء على الكرامة"
    aim = hit.last + (scene.form(hit.last) in ("هذه", "هذا", "تلك"))
    if entry.id in _TARGETING and scene.form(aim).removeprefix("ال") in scene.words("targeted-in-words"):
        return "what is aimed at is no place and nobody: استهداف العلاقات"
    if hit.payload.entry.id == "bombing" and any(
        scene.form(k).startswith(("اختبار", "تجربه")) for k in (hit.first - 1, hit.first - 2)
    ):
        return "a test: تجري اختبارا لتفجيرها"
    if entry.id == "attack-verb" and any(
        scene.form(k) == "في" and scene.form(k + 1) in scene.words("own-words") for k in range(hit.last, hit.last + _SAID_IN)
    ):
        return "who attacks in words: هاجم الحزب في بيانه السلطة"
    if entry.id == "attack-verb" and _blamed(scene, hit):
        return "who attacks in words: هاجم النائب الوزيرة، واصفا قرارها بالخطأ"
    if entry.id == "explode-verb" and before == "ان" and scene.form(hit.first - 2) in ("قبل", "دون"):
        sentence = scene.sentence(hit.first)
        if sentence is not None and any(scene.form(k).lstrip("و").startswith(_UNDONE) for k in range(sentence.first, hit.first)):
            return "what was disarmed in time: تفكيك عبوة قبل أن تنفجر"
    if entry.type not in _WAR_WORDS or hit.payload.cls == "verb":
        return None
    if hit.cut.definite and before in scene.words("of-war"):
        return "the field, the cost or the cases of fighting: أرض المعركة"
    if hit.cut.pro in _FOR and before in scene.words("exposed"):
        # تبقى القرى عرضة للقصف بين الحين والآخر tells what befalls a place
        named = any(scene.fine[k] for k, _ in scene.places_between(*scene.clause(hit.first)))
        return None if named else "what somebody is exposed to: عرضة للقصف"
    return None


def _blamed(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether whoever attacks blames, writes or speaks beside it, and nothing of war stands in the clause."""
    sentence = scene.sentence(hit.first)
    last = min(sentence.last if sentence is not None else hit.last, hit.last + _BLAMED)
    if not any(scene.form(k) in scene.words("said-beside") for k in range(hit.last, last)):
        return False
    return not any(scene.has_class(name, *scene.clause(hit.first)) for name in _OF_WAR)


def _kept_from(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether من and a word of shelter stand in front of a noun that nothing tells more of."""
    if scene.form(hit.first - 1) != "من" or scene.word(hit.last) and not scene.form(hit.last).startswith("و"):
        return False
    return any(scene.form(k) in scene.words("kept-from") for k in range(hit.first - _SHELTERED, hit.first - 1))


def _blow_in_words(scene: Scene, hit: Hit[Sense]) -> bool:
    """ضربة استباقية للإرهاب, ضربة جديدة للنظام: no aircraft or weapon stands by, and nothing was fired."""
    if _armed(scene, hit):
        return False
    after = scene.form(hit.last)
    if after in scene.words("blow") or (hit.cut.definite and after.removeprefix("ال") in scene.words("blow")):
        return True
    aimed = scene.form(hit.last + 1).startswith("ل") and not scene.places_between(hit.last, hit.last + _FIGURE)
    return hit.payload.number == "s" and not hit.cut.definite and after in scene.words("telling-blow") and aimed


def _unthinkable(scene: Scene, hit: Hit[Sense]) -> bool:
    """كيف يقبل مسلم أن يفجر مسجدا: behind أن or its و, with a verb of consent and nobody by name in front."""
    if hit.payload.tense != "present" or hit.cut.pro not in ("", "و"):
        return False
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, hit.first - _CONSENT)
    verbs = [k for k in range(low, hit.first) if scene.form(k) in scene.words("consent")]
    return bool(verbs) and any(scene.form(k) == "ان" for k in range(verbs[-1], hit.first))


def _evil_as_such(scene: Scene, hit: Hit[Sense]) -> bool:
    """تسعى إلى القتل والتدمير والتفجير؛ تحريم قتل الأبرياء: a deed among others or upon mankind, with no place, number or doer."""
    if hit.payload.entry.type not in _EVILS | {"armed_clash"} or scene.numbers_between(hit.first - 4, hit.last + 4):
        return False
    form = scene.form(hit.first).removeprefix("و")
    definite = (
        hit.cut.pro.endswith("ال") or hit.last - hit.first == 1 and form.startswith("ال")
    )  # a phrase has no letters cut off
    if hit.payload.entry.id == "killing-masdar" and scene.form(hit.last) in scene.words("mankind"):
        around = (hit.first - 2, hit.last + 6)
    elif definite and not hit.enc and _among_evils(scene, hit):
        around = (hit.first - 4, hit.last + 6)
    else:
        return False
    sentence = scene.sentence(hit.first)
    low, high = (max(sentence.first, around[0]), min(sentence.last, around[1])) if sentence is not None else around
    return not (scene.places_between(low, high) or scene.times_between(low, high) or scene.actors_between(hit.last, high))


def _among_evils(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether و joins a definite noun to another of the kind, and no genitive follows it (القتل والتخريب, not القصف والتدمير للمنازل)."""
    behind = hit.last + (scene.form(hit.last) in ("،", ","))  # الانقسام، والاقتتال، والتخوين
    after = [c for c in scene.page.lookup.cuts(scene.form(behind)) if c.pro == "وال" and c.stem in scene.words("evil")]
    ahead = hit.first - 1 - (scene.form(hit.first - 1) in ("،", ","))
    before = scene.form(hit.first).startswith("وال") and any(
        c.pro.endswith("ال") and c.stem in scene.words("evil") for c in scene.page.lookup.cuts(scene.form(ahead))
    )
    return bool(after) or before


def _avoided(scene: Scene, hit: Hit[Sense]) -> bool:
    """لتجنب هجمات، تفاديا لوقوع هجمات، لمنع تسلل المسلحين وتهريب السلاح: only words that lead to the act stand between."""
    if hit.cut.pro == "و":
        near = range(max(scene.clause(hit.first)[0], hit.first - 2 * _AVOIDED), hit.first)
        return any(scene.form(k) == "لمنع" for k in near) and not any(k in scene.light or scene.form(k) in "،," for k in near)
    for k in range(hit.first - 1, hit.first - 1 - _AVOIDED, -1):
        form = scene.form(k)
        if form in scene.words("avoided"):
            return True
        if form not in scene.words("of-it"):
            return False
    return False


def _able(scene: Scene, hit: Hit[Sense]) -> bool:
    """صممت لتدمير التحصينات، قادرة على شن هجمات: the word of ability stands close before, with ل or على."""
    if hit.cut.definite:
        # عبوة معدة للتفجير، أمر قابل للتفاوض: the kind of act as such
        return hit.cut.pro in ("لل", "لال") and scene.form(hit.first - 1) in scene.words("made-for") | scene.words("open-to")
    before = range(hit.first - _ABLE, hit.first)
    if hit.cut.pro in _FOR:
        return any(scene.form(k) in scene.words("made-for") for k in before)
    if scene.form(hit.first - 1) == "علي" and not any(
        scene.form(k) == "علي" for k in range(hit.first - _ABLE_FAR, hit.first - 1)
    ):
        before = range(hit.first - _ABLE_FAR, hit.first)  # قدرة فعالة للحوثيين وحلفائهم على صد هجوم
    led = any(scene.form(k) in ("علي", "ان") for k in range(hit.first - 2, hit.first))
    return led and any(scene.form(k) in scene.words("able-to") for k in before)


def _listed(scene: Scene, hit: Hit[Sense]) -> bool:
    """تنوعت ما بين هجمات وعمليات قنص واشتباكات؛ حدد التقرير أنواع العنف بالضرب والاغتصاب."""
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, hit.first - _KINDS)
    for k in range(low, hit.first):
        if scene.form(k) in scene.words("kinds-of") and scene.form(k + 1) in scene.words("wrongs"):
            return not scene.numbers_between(k, hit.first)
    if hit.cut.definite:
        return False
    starts = [k for k in range(low, hit.first) if scene.form(k) in scene.words("of-kinds")]
    return (
        bool(starts)
        and any(scene.form(k) == "بين" for k in range(starts[-1], hit.first))
        and not scene.numbers_between(starts[-1], hit.first)
    )


def _task_of_fighting(scene: Scene, hit: Hit[Sense]) -> bool:
    """تقتضي الخطة قتال الجماعات المسلحة, التركيز على قتال التنظيم, حلبة قتال: whom to fight, or a place to fight in, and no battle."""
    before, after = scene.form(hit.first - 1), scene.form(hit.last)
    if hit.cut.pro not in ("", "ل") or hit.enc or hit.first - 1 in scene.light or before in scene.words("amid-fighting"):
        return False
    if before in _FRONTS | _ARENAS:
        return not scene.places_between(hit.last, hit.last + 2)
    whom = after.startswith("ال") or after in _WHOM or bool(scene.actors_between(hit.last, hit.last + 1))
    sentence = scene.sentence(hit.first)
    return whom and sentence is not None and hit.first > sentence.first


def _recruiting_as_such(scene: Scene, hit: Hit[Sense]) -> bool:
    """نشر الفكر المتطرف وتجنيد الشباب: what a group does at large, with no number, town or day."""
    if hit.payload.entry.id != "recruit" or scene.form(hit.last) not in scene.words("the-young"):
        return False
    sentence = scene.sentence(hit.first)
    if sentence is None or scene.numbers_between(hit.first - 4, hit.last + 4):
        return False
    near = (max(sentence.first, hit.first - _AT_LARGE), min(sentence.last, hit.last + _AT_LARGE))
    return not (scene.times_between(*near) or any(scene.fine[k] for k, _ in scene.places_between(*near)))


def _going_to_war(scene: Scene, hit: Hit[Sense]) -> bool:
    """ذهب للقتال، رفضوا المشاركة في القتال: a definite noun of fighting without a place."""
    if not hit.cut.definite:
        return _task_of_fighting(scene, hit)
    if scene.form(hit.first - 1) in _FRONTS:
        return True  # زار الوزير جبهات القتال
    if scene.form(hit.first - 1) == "علي" and any(
        not scene.page.lookup.stems(scene.form(k)).isdisjoint(_PREACHING) for k in range(hit.first - 4, hit.first - 1)
    ):
        return True  # كتب تحث على القتال
    going = hit.cut.pro in ("لل", "ولل", "لال") or any(scene.form(k) in _TAKING_PART for k in range(hit.first - 3, hit.first))
    return going and not scene.places_between(hit.last, hit.last + 4)
