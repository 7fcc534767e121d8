"""Form: what the tense of a mention, the letters before it and the verb that carries it say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import FRESH_DAYS, days_back, earlier_in, of_this_time, own_time
from marsad.stages.code.realis.grounds import (
    AFTERWARDS,
    AT_ONCE,
    DEEDS,
    LEAD,
    MAY,
    MEANWHILE,
    RELATIVES,
    SINCE,
    SINCE_THEN,
    STATES,
    VIOLENCE,
    WANTED,
    WAS,
    Ground,
)
from marsad.stages.code.realis.history import in_the_past, was_doing
from marsad.stages.code.scene import Scene

# Nobody acts in order that these be: ل before them follows أدى, إضافة, تعرض.
_PURPOSE_TYPES: Final = frozenset(["control_status", "casualties", "cumulative_toll", "displacement"])
# تعمل القوات لقتل المسلحين الباقين: the work goes on, and the deed is to come.
_HARMS: Final = frozenset(["casualties", "targeted_killing", "abduction", "detention", "destruction"])
_DONE_ON_PURPOSE: Final = ("تدمير", "هدم", "نسف", "احراق", "تخريب", "تفجير", "تجريف")
_LINE: Final = 20
_SUBJECT: Final = 6
_RESULT_REACH: Final = 24
_WAS_DONE: Final = frozenset(["تم", "جري", "بعد", "عقب", "منذ", "عن", "اعلن", "اعلنت", "اعلان"])
_NAMED: Final = frozenset(["sanction", "political_process", "agreement", "deployment"])
_USE_REACH: Final = 14
_PREPOSITIONS: Final = frozenset(["الي", "علي", "من"])
_AT_A_BLOW: Final = AT_ONCE | frozenset(["withdrawal", "abduction", "detention", "evacuation", "siege"])
_FUTURE: Final = 5  # letters of the shortest verb to come: ستتم apart, which is a cue
_OF: Final = frozenset(["عنه", "عنها", "عن", "الي", "في", "من", "بسبب", "اثر", "جراء"])
_WITHOUT: Final = frozenset(["دون", "ودون", "بدون"])
_PRESENT: Final = ("ي", "ت")  # أسلحة has the letters of a verb, too
_WAS_REACH: Final = 7  # tokens from كان to its verb, with the subject between
_GOES_ON: Final = frozenset(["armed_clash", "talks", "siege", "protest"])  # what an opening in the present tells of as going on
# Visits, meetings and accords are annotated as done where the present tells them (يلتقي الوزير نظيره): none of 71 goes on.
_RETOLD: Final = frozenset(["small_arms_fire", "targeted_killing", "abduction"])
_MET: Final = frozenset(["meeting", "agreement"])
# Whoever is named by what befell him (المدنيين الذين هجروا, المعارضين الذين دربهم الجيش): four of four annotated lie back.
_BEFALLEN: Final = frozenset(["displacement", "military_support", "personnel_action", "abuse", "group_change", "detention"])
_DONE_BY: Final = frozenset(["تنفيذ", "شن", "توجيه", "ارتكاب", "شنها", "تنفيذها", "شنه", "تنفيذه"])
_DOERS: Final = 8  # tokens from a masdar of doing to its object with ل, its doer and day between
# Parties whose names are also attitudes (المعارضة لكذا), and what they want.
_REBELS: Final = frozenset(["المقاومه", "المعارضه"])
_WON_BACK: Final = frozenset(["territory_capture", "siege_break", "route_open"])
_GOING: Final = frozenset(["go-round", "take-place", "go-on", "carry-on", "flare", "heighten", "mount"])


def from_form(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """What tense and proclitics say."""
    sense, entry = mention.sense, mention.sense.entry
    pro = mention.hit.cut.pro
    before = scene.form(mention.first - 1)
    if (
        sense.cls == "phrase"
        and before in RELATIVES
        and in_the_past(scene, mention)
        and not _story(mention, earlier)
        and _of_old(scene, mention)
    ):
        return [(1, 0, "historical", "a past verb in a relative clause")]
    if sense.cls == "noun" or (sense.cls == "phrase" and mention.type not in PACTS):
        return _from_noun(scene, mention, earlier)
    if sense.cls != "verb":
        return []
    if (
        pro in ("س", "وس", "فس") or sense.tense == "past" and _to_come(scene, mention)
    ):  # ستعيد نشر مقاتليها: with the letters of the past
        return [(7, 0, "planned", "the future particle س")]
    if pro.endswith("ل") and sense.tense != "past":
        time = own_time(scene, mention)
        age = days_back(scene, time) if time is not None and time.first > mention.first else None
        if age is not None and age >= FRESH_DAYS:
            return []  # حوصرت القاعدة شهرين، لتستعيدها القوات في 13 شباط: what came next
        return [] if _came_of_it(scene, mention, earlier) else [(5, 0, "planned", "ل of purpose")]
    if sense.tense == "past" and (before in WAS or (before == "قد" and _was_done(scene, mention))):
        return [(4, 0, "historical", "كان and the past")]
    if sense.tense == "past" and before == "ان" and scene.form(mention.first - 2) in SINCE:
        return [(3, 0, "historical", SINCE_THEN)]  # منذ أن استعادتها
    if sense.tense == "past":
        while_ = scene.form(mention.first - 2) in ("الوقت", "وقت")  # في الوقت الذي انتشرت فيه القوات
        relative = (
            before in RELATIVES
            and (not entry.weak or entry.type in _BEFALLEN)
            and not scene.cleft(mention.first)
            and not while_
            and _of_old(scene, mention)
        )
        lead = mention.into <= 1 and mention.type in DEEDS | {"destruction"}  # المنازل التي سقطت عليها القذائف: the story
        relative = relative and not lead and not _story(mention, earlier)
        return [(1, 0, "historical", "a past verb in a relative clause")] if relative else []
    if _no_present(scene, mention):
        return []
    if before in MAY:
        return [(7, 0, "conditional", "قد and the present")]
    if before == "ان" and scene.form(mention.first - 2) in _WITHOUT:
        return [(8, 0, "negated", "دون أن and the present")]
    if before == "ان" and scene.form(mention.first - 2).removeprefix("و") in ("قبل", "بعد"):
        return []  # قبل أن يفجر نفسه: he did
    if (before in WAS or was_doing(scene, mention)) and not _of_it(mention, earlier):
        return [(3, 0, "historical", "كان and the present")]
    if scene.plain(mention.first - 1) in ("أن", "لأن", "بأن") and entry.type not in STATES:
        return [(3, 0, "planned", "أن and the present")]
    if mention.last <= scene.headline or mention.into == 0 and before not in RELATIVES or scene.heading(mention.first):
        return [(0, 0, "actual", "the present of headlines")]
    if entry.type in _MET or entry.type in AT_ONCE and _line(scene, mention):
        return [(0, 0, "actual", "the present of headlines")]
    if pro == "و" and _done_before(mention, earlier):
        return [(1, 0, "ongoing", "the present tense")]  # سيطروا على القاعدة ويتقدمون باتجاه المعسكر
    if mention.into <= LEAD and before not in RELATIVES and entry.type in AT_ONCE - {"armed_clash"}:
        return [(0, 0, "actual", "the present of headlines")]  # the body repeats its headline
    return [(1, 0, "ongoing", "the present tense")] if entry.realis is None else []


def _no_present(scene: Scene, mention: Mention) -> bool:
    """Whether what looks like the present is a noun (ما نتج عنه تحطم الواجهة) or a passive past (أحيل على القضاء: no report says I)."""
    if mention.hit.cut.pro != "":
        return False
    first = scene.form(mention.first).startswith("ا") and scene.page.quote_around(mention.first) is None
    return first or scene.form(mention.first - 1) in _OF


def _misread(scene: Scene, carrier: Hit[LightSense]) -> bool:
    """Whether a verb is no passive of واصل (ووصلت البعثة: and it arrived) and no present that says I (أقام الأهالي وقفة)."""
    form = scene.form(carrier.first)
    if form.startswith("وو"):
        return True
    mine = carrier.payload.tense == "present" and form.removeprefix("و").startswith("ا")
    return mine and scene.page.quote_around(carrier.first) is None


def from_carrier(scene: Scene, mention: Mention) -> list[Ground]:
    """What the light verb that carries a noun says."""
    if mention.carrier is None:
        return []
    if scene.form(mention.first - 1) in AFTERWARDS | MEANWHILE:
        return []  # تقوم بفتح القاعدة بعد اتصال هاتفي, لم يتم الكشف خلال المحادثات عن شيء
    if mention.sense.cls == "phrase" and in_the_past(scene, mention):
        nouns = scene.lexicon.nouns.at(scene.tokens, mention.first, scene.page.lookup)
        if all(hit.payload.cls == "phrase" for hit in nouns):  # لقصف مدفعي opens with a noun
            return []  # يجري البحث عن رجل تدخل وأطلق الرصاص
    light = mention.carrier.payload
    if _misread(scene, mention.carrier):
        return []
    pro, before = mention.carrier.cut.pro, scene.form(mention.carrier.first - 1)
    if pro in ("س", "وس", "فس"):
        return [(7, 0, "planned", "the future particle on its verb")]
    if pro.endswith("ل") and light.entry.frame == "event" and light.tense == "present":
        return []  # اقتحمت القوات المخيم لتندلع مواجهات: what came of it
    next_ = light.entry.id == "begin" or light.tense == "present" and mention.type in _AT_A_BLOW
    if pro.endswith("ل") and next_ and _after_the_past(scene, mention):
        return []  # كشف الملفات، لتبدأ المعركة القضائية; اقتحموا القرية، ليقوموا باعتقال سبعة: what came next
    if pro.endswith("ل"):
        return [(5, 0, "planned", "ل of purpose before its verb or masdar")]
    if light.tense == "past" and before == "قد" and light.entry.id == "was-done" and _was_done(scene, mention):
        return [(4, 0, "historical", "كان قد and its verb")]  # كان الرجل قد تم سجنه
    if light.tense == "present" and before in MAY:
        return [(7, 0, "conditional", "قد and the present of its verb")]
    if before == "ان" and scene.form(mention.carrier.first - 2).removeprefix("و") in ("قبل", "بعد"):
        return []  # قبل أن تلقي القبض عليه: she did
    if light.tense == "present" and before == "ان" and scene.form(mention.carrier.first - 2) in _WITHOUT:
        return [(8, 0, "negated", "دون أن and the present of its verb")]
    if light.tense == "present" and before in ("ان", "بان"):
        return [(3, 0, "planned", "أن and the present of its verb")]
    if light.entry.id == "realise" and scene.form(mention.carrier.last) == "في":
        return []  # اللجنة التي تحقق في استخدام الغازات
    relative = before in RELATIVES and not scene.cleft(mention.carrier.first) and not mention.definite  # الجهة التي نفذت القصف
    relative = relative and _of_old(scene, mention)
    relative = (
        relative and light.tense == "past" and light.entry.frame == "agent" and mention.carrier.last + 1 >= mention.first - 1
    )
    if relative or _taken_once(scene, mention):
        return [(1, 0, "historical", "a past verb in a relative clause")]  # القوة التي تمكنت من طرد المسلحين
    passive = light.entry.id == "was-done" and light.tense == "present"
    if passive and before in RELATIVES and mention.into > 0 and mention.type not in _MET:
        return [(1, 0, "ongoing", "what is done in a relative clause")]  # المقاتلين الذين يتم أسرهم
    apart = any(scene.form(k) in RELATIVES for k in range(mention.carrier.last, mention.first))
    if light.entry.realis is not None and light.tense == "past" and not apart:  # تواصلت الإدانات للحادث الذي أدى لمقتله
        return [(2, 0, light.entry.realis, f"its verb {light.entry.id}")]
    lasting = mention.type in _GOES_ON and light.entry.id in _GOING | {"witness"} and not scene.heading(mention.first)
    if (
        light.tense == "present"
        and light.entry.id != "begin"  # الشرطة تبدأ بالانتشار: it has begun
        and before not in ("لم", "ولم")
        and (mention.into > 0 or lasting)
        and mention.last > scene.headline
        and mention.type not in PACTS | _MET
    ):
        return [(1, 0, "ongoing", "the present of its verb")]
    return []


def _taken_once(scene: Scene, mention: Mention) -> bool:
    """Whether a relative clause names a place or a side by its having been freed or driven out (المدينة التي تم تحريرها)."""
    verb = mention.carrier
    if verb is None or mention.type != "territory_capture" or not mention.hit.enc or mention.into == 0:
        return False
    return (verb.payload.entry.id, verb.payload.tense) == ("was-done", "past") and scene.form(verb.first - 1) in RELATIVES


def _after_the_past(scene: Scene, mention: Mention) -> bool:
    """Whether a comma and a verb in the past stand in front of the verb that carries a mention."""
    sentence = scene.sentence(mention.first)
    if sentence is None or mention.carrier is None or scene.form(mention.carrier.first - 1) not in ("،", ","):
        return False
    past = range(sentence.first, mention.carrier.first)
    return any(k in scene.light and scene.light[k].payload.tense == "past" for k in past) or any(
        h.payload.tense == "past" for k in past for h in scene.lexicon.verbs.at(scene.tokens, k, scene.page.lookup)
    )


def _came_of_it(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether ل before a verb says what came of an attack or a move (دخلت قوة إلى القرية لتطلق النار, انسحب المسلحون لتدخلها القوات)."""
    if mention.type not in _AT_A_BLOW or not _in_the_present(scene, mention):
        return False
    last = next((m for m in reversed(earlier) if m.sentence == mention.sentence), None)
    if last is not None and last.type in _AT_A_BLOW and last.realis == "actual" and last.first >= mention.first - _RESULT_REACH:
        return True
    near = range(max(mention.clause[0], mention.first - _RESULT_REACH), mention.first)
    return mention.type in DEEDS | {"small_arms_fire"} and any(
        scene.form(k).removeprefix("و") in scene.words("came") for k in near
    )


def _in_the_present(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is a verb in the present, or a phrase that opens with one (ليطلق النار, and not لتحرير المدينة)."""
    if mention.sense.cls == "verb":
        return mention.sense.tense == "present"
    verbs = scene.lexicon.verbs.at(scene.tokens, mention.first, scene.page.lookup)
    light = scene.light.get(mention.first)
    tenses = {h.payload.tense for h in verbs} | ({light.payload.tense} if light is not None else set())
    return tenses == {"present"} and scene.form(mention.first).lstrip("ول")[:1] in _PRESENT


def _from_noun(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """What ل before a noun or a phrase says, and the verb that opens a phrase or tells the noun."""
    sense, entry = mention.sense, mention.sense.entry
    suffered = (entry.type in _PURPOSE_TYPES and entry.id != "killing-masdar") or (
        entry.type == "destruction" and not any(w in scene.form(mention.first) for w in _DONE_ON_PURPOSE)
    )
    if mention.hit.cut.pro in ("ل", "ول", "لال") and not suffered and _purpose(scene, mention, earlier):
        if _used_for(scene, mention):
            return [(5, 0, "habitual", "what a thing is used for")]
        if entry.type == "military_support":
            return [(1, 0, "ongoing", "the side that a deed supports")]  # توغلت لدعم الفصائل: of 8 annotated none is only planned
        near = range(mention.first - 4, mention.first)
        busy = any(scene.form(k).removeprefix("و") in scene.words("at-work") for k in near)
        if busy and mention.type not in _HARMS:
            return [(5, 0, "ongoing", "the aim of what is at work")]  # تقاتل لطرد, العمل جار لانتشال
        result = sense.cls == "phrase" and _came_of_it(scene, mention, earlier)
        return [] if result else [(5, 0, "planned", "ل of purpose before a masdar")]
    if _to_come(scene, mention):
        return [(6, 0, "planned", "the future of the verb before it")]
    if sense.cls == "phrase" and entry.realis is None and _in_the_present(scene, mention):
        led = scene.form(mention.first - 1) in MAY | WAS
        return [] if led or _headed(scene, mention) else [(1, 0, "ongoing", "the present tense")]  # الذين يخوضون معارك
    return _at_work(scene, mention)


def _to_come(scene: Scene, mention: Mention) -> bool:
    """Whether the verb right in front of a noun has the letter of the future (الفراغ الذي سيصاحب انسحاب القوات, سيكون هناك لقاء)."""
    if mention.hit.cut.pro != "" or mention.demonstrative or scene.form(mention.first).startswith("ال"):
        return False  # سيحاسب المسؤولين عن القصف, سيبحث الهجوم, سيحسن الضربات الجوية
    there = scene.form(mention.first - 1) == "هناك"
    verb = mention.first - (2 if there else 1)
    bare = scene.form(verb).removeprefix("و").removeprefix("ف")
    if len(bare) < _FUTURE or bare[0] != "س" or bare[1] not in "يت" or verb < mention.clause[0]:
        return False
    # ستكون معركة المدينة حاسمة: what it will have been; سيكون انسحاب القوات كذا has not come
    being = not there and bare.endswith("كون") and mention.type not in WANTED
    return not being and bare not in scene.words("no-future") | scene.words("will-discuss")


def _done_before(mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a verb in the past stands in front of a mention in its sentence."""
    return bool(earlier) and earlier[-1].sentence == mention.sentence and earlier[-1].sense.tense == "past"


def _headed(scene: Scene, mention: Mention) -> bool:
    """Whether a mention stands in a headline or in the opening that repeats it."""
    lead = mention.into == 0 or mention.into <= LEAD and mention.type in AT_ONCE
    return lead or mention.last <= scene.headline or scene.heading(mention.first)


def _line(scene: Scene, mention: Mention) -> bool:
    """Whether a verb stands behind its subject in a line of news of one sentence: قوات النظام تقصف منازل الأهالي."""
    sentence = scene.sentence(mention.first)
    if sentence is None or sentence.last - sentence.first > _LINE or not 0 < mention.first - sentence.first <= _SUBJECT:
        return False
    subject = scene.actors_between(sentence.first, sentence.first + 1)
    alone = scene.tokens[sentence.first - 1].kind == "break" if sentence.first else True
    ends = sentence.last >= len(scene.tokens) or scene.tokens[sentence.last].kind == "break"
    return alone and ends and bool(subject) and subject[0].last == mention.first


def _at_work(scene: Scene, mention: Mention) -> list[Ground]:
    """التي تشنها قوات، اشتباكات تدور: a noun whose relative clause or verb stands in the present goes on."""
    if mention.type in PACTS | _MET:
        return []
    own = next((scene.light[k] for k in range(mention.last, mention.last + 3) if k in scene.light), None)
    lead = mention.last <= scene.headline or scene.heading(mention.first)
    if own is not None and not lead and own.payload.tense == "present" and own.payload.entry.id in _GOING and own.cut.pro == "":
        return [(2, 0, "ongoing", "the present of its verb")]
    if scene.form(mention.last) not in RELATIVES:
        return []
    light = scene.light.get(mention.last + 1)
    if light is not None and light.payload.tense == "present":
        return [(2, 0, "ongoing", "the present of its relative clause")]
    return []


def _used_for(scene: Scene, mention: Mention) -> bool:
    """Whether ل says what something is used for in the present (مستودع تستخدمه الجماعة لإمداد حلفائها)."""
    sentence = scene.sentence(mention.first)
    first = max(sentence.first if sentence is not None else 0, mention.first - _USE_REACH)
    return any(scene.form(k).startswith(("تستخدم", "يستخدم", "تستعمل", "يستعمل")) for k in range(first, mention.first))


def _names_an_act(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether ل before a noun names an act that is there: آثارا لقصف, مركزا مهما لتواجد كذا, توصلت لاتفاق, زيارة للقاء.

    Of 45 plans by ل alone in long articles 24 were none; these words and the adjectives behind took most of them.
    """
    near = (mention.first - 1, mention.first - 2)
    if any(
        scene.form(k).removeprefix("و") in scene.words("of-an-act")
        and not (scene.form(k) in _REBELS and mention.type in _WON_BACK)  # عمليات المقاومة لتحرير المدينة
        for k in near
    ):
        return True
    if mention.type in DEEDS and scene.form(mention.last) in scene.words("of-a-kind"):
        return True
    if mention.type in PACTS and any(scene.words("keep-pact") & scene.page.lookup.stems(scene.form(k)) for k in near):
        return True  # التطبيق الكامل لاتفاق السلام
    clause = range(max(mention.clause[0], mention.first - _USE_REACH), mention.first)
    if mention.type in PACTS and any(scene.form(k) in scene.words("reached") or _reached(scene, k) for k in clause):
        return True
    last = earlier[-1] if earlier else None
    visit = mention.type == "meeting" and last is not None and last.type == "meeting" and last.realis == "actual"
    return visit and last is not None and last.sentence == mention.sentence and mention.first - last.last <= _SUBJECT


def _reached(scene: Scene, k: int) -> bool:
    """Whether token `k` says that something was reached (تم التوصل لاتفاق), and not what is aimed at (يسعى للتوصل)."""
    return scene.form(k) == "التوصل" and scene.form(k - 1) in _WAS_DONE


def _purpose(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether ل before a masdar means purpose and not an object (تعرضت لقصف, نتيجة لقصف) or a possessor."""
    led = scene.form(mention.last) in _PREPOSITIONS  # للتوصل إلى هدنة
    if (mention.definite and mention.hit.cut.pro == "لال" and not led) or _helps(scene, mention):
        return False
    if not scene.words("bad-acts").isdisjoint(scene.page.lookup.stems(scene.form(mention.first))):
        return False  # صدمته لجريمة اغتيال
    if mention.sense.cls == "noun" and mention.sense.number == "p" or scene.form(mention.first).endswith("ات"):
        return False  # لغاراتها، لهجمات, الجولات السبع لمفاوضات كذا: deeds, and no aim of anybody's
    low = max([mention.clause[0], mention.first - _DOERS, *(m.last for m in earlier[-1:] if m.sentence == mention.sentence)])
    if any(scene.form(k).lstrip("بو") in _DONE_BY for k in range(low, mention.first - 1)):
        return False  # تنفيذ الطائرات الروسية صباح الاثنين لغارات: the object of the masdar; not تنفيذ عملية لتحرير كذا
    if scene.form(mention.first).startswith("لل") and (mention.type in DEEDS or mention.type in _NAMED and not led):
        return False  # تبن رسمي للضربة, الأثر الشديد للعقوبات, الدورة الأولى للانتخابات: the one that was told of
    if _names_an_act(scene, mention, earlier):
        return False
    if mention.carrier is not None and mention.carrier.payload.entry.frame == "victim":
        return False
    time = own_time(scene, mention)
    age = days_back(scene, time) if time is not None and time.first >= mention.last else None
    if age is not None and age >= FRESH_DAYS and mention.definite:
        return False  # تمهيدا للقاء الرئيسين الشهر الماضي: it was held
    sentence = scene.sentence(mention.first)
    start = sentence.first if sentence is not None else 0
    if any(
        scene.form(k).removeprefix("و") in scene.words("suffers")
        for k in range(start if mention.type in DEEDS else max(start, mention.first - 20), mention.first)
    ):
        return False
    return not any(
        c.stem in scene.words("no-purpose")
        for k in range(max(mention.clause[0], mention.first - 6), mention.first)
        for c in scene.page.lookup.cuts(scene.form(k))[:2]
    )


def _helps(scene: Scene, mention: Mention) -> bool:
    """سارعت الفرق لإسعاف الجرحى: whoever hurries to help, helps."""
    if mention.type not in ("humanitarian_aid", "evacuation"):
        return False
    near = range(max(mention.clause[0], mention.first - 10), mention.first)
    return any(scene.form(k).removeprefix("و") in scene.words("hurried") for k in near)


def _was_done(scene: Scene, mention: Mention) -> bool:
    """Whether قد before a verb goes with a كان in front of it (وكانت الدول الضامنة قد اتفقت, كان المسلحون قد أسروهم)."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    opens = any(scene.form(k) in WAS for k in range(sentence.first, sentence.first + 3))
    near = range(max(sentence.first, mention.first - _WAS_REACH), mention.first)
    return opens or any(scene.form(k) in WAS and not any(scene.form(n) in "،," for n in range(k, mention.first)) for k in near)


def _of_old(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in a relative clause may tell what lies back: no victims (الذين قتلوا), nothing of this week (زارها هذا الأسبوع)."""
    time = own_time(scene, mention)
    of_now = time is not None and of_this_time(time) and not earlier_in(scene, time)
    return mention.type not in ("casualties", "cumulative_toll") and not of_now


def _of_it(mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a verb says whom the attack right in front of it was to strike (عملية الإنزال كانت تستهدف شخصين)."""
    last = earlier[-1] if earlier else None
    if last is None or not mention.sense.entry.weak or last.sentence != mention.sentence or last.sense.cls == "verb":
        return False
    return last.type in VIOLENCE and mention.first - last.last <= _SUBJECT


def _story(mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a relative clause tells an attack in a report that opens with one (الانتحاري الذي فجر نفسه), or what it opens with."""
    told = [m.type for m in earlier if m.leads(mention) and m.realis == "actual"]
    return mention.type in DEEDS and any(t in DEEDS for t in told) or mention.type in (told if mention.type in _RETOLD else [])
