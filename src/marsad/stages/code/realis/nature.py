"""Nature: what the type of a happening and the time said of it let it be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.handover import TimeMention
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import earlier_in, of_this_time, own_time, still_to_come, this_year
from marsad.stages.code.realis.conditions import if_it_came
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
    WAS,
    Ground,
)
from marsad.stages.code.realis.history import (
    LONG_BEGUN,
    begun_long_ago,
    from_background,
    in_the_past,
    long_past,
    risen,
    told_of_then,
)
from marsad.stages.code.realis.pacts import from_pact
from marsad.stages.code.scene import Scene

_LASTING: Final = frozenset(["military_support", "siege", "coordination"])
_BLOWS: Final = DEEDS - {"armed_clash"}  # fighting since a year goes on
_AHEAD: Final = 8  # tokens between a happening and its day to come
_MAY_REACH: Final = 6
_MEETINGS: Final = frozenset(["meeting", "talks", "political_process"])
_MEDIATED: Final = PACTS | frozenset(["talks", "meeting", "release_exchange"])
_BESIDE: Final = 8
_WARS: Final = frozenset(["حرب", "حربا", "نزاع", "نزاعا", "صراع", "صراعا", "تمرد", "تمردا"])
_IMPOSED_REACH: Final = 6
_DEED_REACH: Final = 20
_SANCTIONS: Final = frozenset(["sanctions", "sanctions-terms"])
_LIFTED: Final = frozenset(["رفع", "تخفيف", "الغاء"])
_LAID: Final = frozenset(
    ["فرض", "فرضت", "فرضه", "تفرض", "يفرض", "اعلن", "اعلنت", "اعلان", "شدد", "شددت", "تشديد", "توسيع", "تمديد", "جدد", "جددت"]
)
_LAID_REACH: Final = 5
_BALLOTS: Final = frozenset(["election", "elections-terms", "referendum", "ballot"])
_HOLDING: Final = frozenset(["اجراء", "تنظيم", "عقد", "باجراء", "بتنظيم", "لاجراء", "لتنظيم"])
_PUT_TO_WORK: Final = frozenset(["تطبيق", "تنفيذ", "احترام"])
_UNTIL: Final = frozenset(["قبل", "قبيل", "حتي", "موعد", "لموعد", "عشيه"])
_RUNNING: Final = frozenset(["الترشح", "ترشحه", "ترشحها", "ترشيحه", "مرشحا", "الاستعداد", "استعدادا", "التحضير", "الاعداد"])
_OUTCOME: Final = frozenset(["نتيجه", "نتايج", "بنتايج", "بعد", "عقب", "منذ", "بنتيجه"])
_WON: Final = frozenset(
    [
        "فاز",
        "فازت",
        "فازوا",
        "فوز",
        "خسر",
        "خسرت",
        "خساره",
        "هزيمه",
        "هزم",
        "هزمت",
        "انتصار",
        "انتكاسه",
        "تفوق",
        "حصل",
        "حصلت",
        "حل",
        "حلت",
    ]
)
_OUTCOME_REACH: Final = 6
_PLAN_REACH: Final = 3  # sentences over which a definite noun names the plan again
_KNOWN_CAPTURE: Final = "a capture named as known"
_OVER: Final = frozenset(["الاخيره", "الماضيه", "السابقه", "التي"])
_BACKED: Final = ("ب", "مدعوم", "مسنود")
# Of 32 annotated nouns of these that no past verb carries 25 go on, seven are done.
_BY_ITS_KIND: Final = frozenset(
    ["fighting", "operations-of", "displaced-people", "house-arrest", "intervention", "fly-over", "relief-operations", "alert-level",
     "endeavours", "flights-halted", "supply-arms", "deploy-noun"]
)  # fmt: skip
_WITHIN: Final = frozenset(["ضمن", "اطار"])
# The ring is closed once (تم تطويق القرية); the siege that follows lasts.
_CLOSED_IN: Final = frozenset(["encircle", "besieging", "close-ring", "close-ring-on"])
_BEHIND: Final = frozenset(["بعد", "عقب", "اثر", "اعقاب"])
_SENTENCED: Final = 6  # tokens from the court's word to the sentence: حكمت المحكمة أمس بالإعدام على
_TOLLS: Final = frozenset(["casualties", "cumulative_toll"])
_WHERE: Final = frozenset(["مواقع", "مناطق", "نقاط", "اماكن", "مقرات"])


def from_nature(scene: Scene, mention: Mention, earlier: Sequence[Mention], after: Mention | None) -> list[Ground]:
    """What its time and its type say."""
    out: list[Ground] = []
    out += from_background(scene, mention, earlier)
    if mention.type == "deployment" and scene.form(mention.first - 1) in _WHERE:
        out.append((3, 0, "ongoing", "where they stand"))  # مواقع انتشاره
    if mention.sense.entry.id == "named-operation" and scene.form(mention.first - 1).removeprefix("ب") in scene.words("zone"):
        out.append((2, 0, "historical", "a zone called by the operation that took it"))  # في منطقة عملية درع الفرات
    out += _from_court(scene, mention)
    if mention.type in STATES and scene.form(mention.first - 1) in WAS:
        out.append((5, 0, "historical", "what was so"))  # التي كانت في قبضة التنظيم
    out += _from_backing(scene, mention, earlier, after)
    out += _from_what_may_be(scene, mention)
    if mention.sense.cls != "verb" and scene.form(mention.first - 1) in SINCE and mention.type not in STATES:
        out.append((3, 0, "historical", SINCE_THEN))  # منذ سيطرته على المدينة
    past = _lies_back(scene, mention, earlier)
    if past is not None:
        out.append((5, 0, "historical", past))
    now = _in_the_present(mention)
    time = own_time(scene, mention)
    ahead = time is not None and mention.type not in STATES | _LASTING and _ahead(scene, mention, time, earlier)
    if ahead:
        out.append((5, 0, "planned", "its day is still to come"))
    if time is not None and time.value.open == "since" and scene.form(mention.first - 1) in AFTERWARDS:
        out.append((3, 0, "historical", SINCE_THEN))  # بعد اختطافه منذ عشرة أيام
    elif time is not None and time.value.open == "since" and mention.type == "armed_clash" and not mention.definite:
        out.append((2, 0, "ongoing", "fighting since then"))  # شهدت المدينة معارك منذ مساء الثلاثاء
    if (
        time is not None
        and time.value.open == "since"
        and time.value.unit in ("year", "decade")
        and mention.type in _BLOWS
        and now
    ):
        out.append((2, 0, "habitual", "since years"))  # تشن الطائرات منذ سنوات غارات
    if (
        time is not None
        and time.value.open == "since"
        and _of_an_earlier_year(scene, time)
        and mention.type in _BLOWS
        and not now
    ):
        out.append((2, 0, "historical", "since a year"))  # شنت منذ عام 2016 ثلاث عمليات: three of three annotated lie back
    if mention.type == "cumulative_toll" and mention.into > 4 and not risen(scene, mention):
        out.append((1, 0, "historical", "a total told as background"))
    sentence = scene.sentence(mention.first)
    if mention.type in ("cumulative_toll", "displacement", "casualties", "destruction") and sentence is not None:
        if scene.has_class("whole-war", sentence.first, sentence.last) or _of_a_war(scene, mention):
            out.append((2, 0, "historical", "a total over the whole war"))
    if _known_blow(scene, mention, earlier):
        out.append((1, 0, "historical", "attacks named as known"))
    if mention.type == "territory_capture" and _known_capture(scene, mention, earlier):
        wanted = _freed(scene, mention) and _wanted(scene, mention, earlier)
        out.append((1, 0, "planned", "a capture still to come") if wanted else (1, 0, "historical", _KNOWN_CAPTURE))
    out += _from_diplomacy(scene, mention, earlier)
    if mention.type in PACTS and mention.sense.cls != "verb":
        out += from_pact(scene, mention, earlier)
    elif mention.sense.cls != "verb" and _goes_on(scene, mention):
        out.append((1, 0, "ongoing", "what goes on by its kind"))
    elif (
        mention.type in _LASTING
        and (mention.type != "military_support" or mention.sense.cls == "noun")  # التدريب, المساندة: of 11 annotated 7 go on
        and mention.sense.cls != "verb"
        and not imposed(scene, mention)
        and not (mention.sense.entry.id == "in-coordination" and _done(scene, mention))  # نفذت القوات 17 عملية مشتركة
        and not (mention.type == "coordination" and _beside_a_deed(scene, mention, after))
        and mention.sense.entry.id not in _CLOSED_IN
        and not (mention.type == "siege" and scene.form(mention.first - 1) in _BEHIND)  # دخلوها بعد تطويقها
    ):
        out.append((1, 0, "ongoing", "what lasts"))
    return out


def _from_court(scene: Scene, mention: Mention) -> list[Ground]:
    """قضت المحكمة بإعدام ستة: a court's word stands in front, and none of carrying it out (تنفيذ حكم الإعدام)."""
    if mention.sense.entry.id != "execution":
        return []
    before = [scene.form(k) for k in range(mention.first - _SENTENCED, mention.first)]
    if any("نفذ" in w or "تنفيذ" in w for w in before):
        return []
    passed = any(w.removeprefix("و") in scene.words("sentenced") for w in before)
    return [(6, 0, "planned", "a sentence, which nobody is said to have carried out")] if passed else []


def _goes_on(scene: Scene, mention: Mention) -> bool:
    """Whether a noun names what takes its time, and nobody tells how or when it was done (القتال, تحليق, النازحين, في إطار عملية كذا)."""
    if (
        mention.carrier is not None
        and mention.carrier.payload.tense == "past"
        or scene.form(mention.first - 1) in AFTERWARDS | MEANWHILE
    ):
        return False
    if mention.hit.cut.pro.startswith("ب"):
        return False  # القوات تبدأ بالانتشار, اعترف بتراجع مقاتليه: it is done
    time = own_time(scene, mention)
    if time is not None and time.value.open is None:
        return False
    operation = mention.type == "ground_attack" and scene.form(mention.first - 1) in _WITHIN
    return operation or mention.sense.entry.id in _BY_ITS_KIND


def _lies_back(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> str | None:
    """Why its own time puts a mention before the story; who holds what, and what the present tells as going on, is of now."""
    now = _in_the_present(mention)
    past = long_past(scene, mention, earlier)
    if past is not None and mention.sense.entry.type not in STATES and (not now or told_of_then(scene, mention)):
        return past
    time = own_time(scene, mention)
    if time is not None and not now and mention.type not in STATES | _LASTING and begun_long_ago(scene, time):
        return LONG_BEGUN  # قامت ابتداء من تموز 2014 بتدمير الأضرحة
    return None


def _from_diplomacy(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """What kind of meeting, sanction or election it is that a noun names."""
    if mention.type in _MEETINGS and _of_a_plan(mention, earlier):
        return [(1, 0, "planned", "what is planned named again")]
    if mention.type == "sanction" and mention.sense.entry.id in _SANCTIONS:
        return _from_sanctions(scene, mention, earlier)
    if mention.sense.entry.id in _BALLOTS and mention.sense.cls != "verb":
        return _from_ballot(scene, mention)
    if mention.sense.entry.id == "un-resolution" and mention.carrier is None:
        if scene.form(mention.first - 1).removeprefix("و").removeprefix("ب").removeprefix("ل") in _PUT_TO_WORK:
            return [(1, 0, "planned", "a resolution to be put to work")]  # طالب بتطبيق القرارات الدولية
        if mention.definite and mention.into > 0:
            return [(1, 0, "historical", "a resolution named as known")]  # مبادئ إعلان جنيف وقرار مجلس الأمن
    return []


def _of_a_plan(mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a definite noun names again a meeting or talks that are still to come (يعقد مؤتمر غدا. ويبحث المؤتمر كذا)."""
    if mention.sense.cls != "noun" or not mention.definite or mention.hit.enc or mention.carrier is not None:
        return False
    last = next((m for m in reversed(earlier) if m.type == mention.type and m.sense.cls != "verb"), None)
    if last is None or last.realis != "planned" or mention.sentence - last.sentence > _PLAN_REACH:
        return False
    return last.sense.entry.id == mention.sense.entry.id


def _from_sanctions(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """Whether sanctions are those in force (عانى الشعب بسبب العقوبات), or are only spoken of as to be lifted (رفع العقوبات)."""
    head = scene.form(mention.first)
    if mention.carrier is not None or any(m.type == "sanction" and m.realis == "actual" for m in earlier):
        return []
    led = scene.form(mention.first - 1).removeprefix("ب").removeprefix("ل")
    if head.removeprefix("ب").removeprefix("ل") in _LIFTED or led in _LIFTED:
        return [] if in_the_past(scene, mention) else [(1, 0, "planned", "sanctions to be lifted")]
    near = range(mention.first - _LAID_REACH, mention.first + 1)
    if mention.definite and not any(scene.form(k).removeprefix("و").removeprefix("ب") in _LAID for k in near):
        return [(1, 0, "historical", "sanctions in force")]
    return []


def _from_ballot(scene: Scene, mention: Mention) -> list[Ground]:
    """What the word in front of an election says: إجراء انتخابات is still to come, خسر في الانتخابات is over."""
    if mention.carrier is not None:
        return []
    before = scene.form(mention.first - 1)
    if before in _OUTCOME or before == "في" and not _in_the_present(mention) and _lost_or_won(scene, mention):
        return [(1, 0, "historical", "what came of an election")]
    head = scene.form(mention.first).removeprefix("و")
    if {before.removeprefix("و"), head} & _HOLDING and scene.form(
        mention.first - (1 if head in _HOLDING else 2)
    ) not in AFTERWARDS:
        return [(1, 0, "planned", "an election to be held")]
    if mention.sense.entry.id == "referendum" and mention.definite:
        return [(1, 0, "historical", "a referendum named as known")]  # ألغيت نتائج الاستفتاء
    running = before.removeprefix("ب") in _RUNNING and mention.hit.cut.pro.startswith("ل")
    if before in _UNTIL or running:
        return [(1, 0, "planned", "an election still to come")]
    if mention.sense.entry.id != "referendum" and mention.definite and scene.form(mention.last) not in _OVER:
        return [
            (0, 0, "planned", "an election named as a matter")
        ]  # خلافات تتعلق بالانتخابات: of seven annotated five are to come
    return []


def _lost_or_won(scene: Scene, mention: Mention) -> bool:
    near = range(max(mention.clause[0], mention.first - _OUTCOME_REACH), mention.first)
    return any(_WON & ({scene.form(k)} | scene.page.lookup.stems(scene.form(k))) for k in near)


def imposed(scene: Scene, mention: Mention) -> bool:
    """Whether a siege is told as laid now (فرضت القوات طوقا أمنيا على القرية)."""
    near = range(max(mention.clause[0], mention.first - _IMPOSED_REACH), mention.first)
    return mention.type == "siege" and any(scene.form(k).removeprefix("و") in scene.words("imposed") for k in near)


def _of_a_war(scene: Scene, mention: Mention) -> bool:
    """Whether behind the opening dead or displaced are those of a war since years (حربا منذ نيسان 2013 أسفرت عن مقتل الآلاف)."""
    sentence = scene.sentence(mention.first)
    if sentence is None or mention.into <= 1 or risen(scene, mention):
        return False
    war = any(scene.form(k).removeprefix("ال") in _WARS for k in range(sentence.first, mention.first + _DEED_REACH))
    times = [t.value for _, t in scene.times_between(sentence.first, sentence.last)]
    return war and any(v.open == "since" and (v.year is not None or v.unit in ("year", "decade")) for v in times)


def _of_an_earlier_year(scene: Scene, time: TimeMention) -> bool:
    """Whether a time names a year before that of the report; whoever sums up since this January tells news."""
    year, now = time.value.year, this_year(scene)
    return year is not None and (now is None or year < now)


def _from_what_may_be(scene: Scene, mention: Mention) -> list[Ground]:
    """What إن and قد in front of a verb say of what that verb governs."""
    if mention.type in STATES:
        return []
    if if_it_came(scene, mention):
        return [(7, 0, "conditional", "إن and the past")]  # إن تعرضت لهجوم
    if mention.sense.cls != "verb" and _may_meet(scene, mention):
        return [(5, 0, "conditional", "قد and the present")]  # قد يواجهون المحاكمة
    return []


def _may_meet(scene: Scene, mention: Mention) -> bool:
    """Whether قد and a verb in the present govern a noun; only ي opens no verb in the past (قد تعرضت)."""
    for k in range(max(mention.clause[0], mention.first - _MAY_REACH), mention.first - 1):
        if scene.form(k) in MAY and scene.form(k + 1).startswith("ي"):
            return not any(scene.form(n) in RELATIVES or scene.form(n) in AFTERWARDS for n in range(k + 2, mention.first))
    return False


def _from_backing(scene: Scene, mention: Mention, earlier: Sequence[Mention], after: Mention | None) -> list[Ground]:
    """What the deed that a backing stands beside, or the talks that are mediated, say of it."""
    if mention.type == "mediation" and mention.sense.cls != "verb":
        over = next((m for m in reversed(earlier) if m.sentence == mention.sentence), None)
        if over is not None and over.type in _MEDIATED and mention.first - over.last <= _BESIDE and over.realis != "actual":
            return [(3, 0, over.realis, "what it mediates")]  # مفاوضات مستمرة بوساطة قطرية
    if mention.type != "military_support":
        return []
    if mention.hit.cut.pro == "ال" and scene.form(mention.first - 1).startswith("ال"):
        return [(2, 0, "ongoing", "what describes a side")]  # الميليشيات المساندة لها
    under = scene.form(mention.first - 1) == "تحت"  # معارك تحت غطاء جوي
    if not under and not scene.form(mention.first).removeprefix("و").startswith(_BACKED):
        return []
    colon = next((k for k in range(mention.first - 1, mention.clause[0] - _DEED_REACH, -1) if scene.form(k) == ":"), -1)
    before = [m for m in earlier[-2:] if m.sentence == mention.sentence and m.type in AT_ONCE and m.first > colon]
    if before and before[-1].realis in ("actual", "historical", "planned", "conditional"):
        return [(3, 0, before[-1].realis, "it backs what was done")]  # نفذت إنزالا بمساندة كذا
    sentence = scene.sentence(mention.first)
    told = after is not None and after.sentence == mention.sentence and after.type in AT_ONCE and _done(scene, after)
    past = any(
        k in scene.light and scene.light[k].payload.tense == "past" and scene.form(k - 1) not in RELATIVES
        for k in range(max(sentence.first if sentence is not None else 0, mention.first - _DEED_REACH), mention.first)
    )
    # قوة مدعومة بالطيران نفذت إنزالا, شنت القوات بدعم جوي هجمات
    return [(3, 0, "actual", "it backs what was done")] if told or not before and past else []


def _beside_a_deed(scene: Scene, mention: Mention, after: Mention | None) -> bool:
    """Whether a coordination is only that of a deed told beside it (القوات وبالتعاون مع الشرطة عثرت على مستودع, تمكنت بالتعاون معها من كذا)."""
    if not scene.form(mention.first).removeprefix("و").startswith("ب"):
        return False
    if after is not None and after.sentence == mention.sentence and _done(scene, after):
        return True
    near = range(mention.clause[0], mention.last + _DEED_REACH)
    return any(k in scene.light and scene.light[k].payload.tense == "past" for k in near)


def _known_capture(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a capture is only named as known: زيارة المدينة بعد تحريرها, and whatever names that again."""
    if _freed(scene, mention):
        return not any(_same_town(scene, mention, m) for m in earlier)
    told = [m for m in earlier if m.type == mention.type]
    return mention.definite and mention.sense.cls == "noun" and bool(told) and told[-1].realis_why == _KNOWN_CAPTURE


def _known_blow(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether attacks are only named as what went before, in a report that tells none (بعد هجمات دامية, إثر الهجوم الكاسح)."""
    if mention.sense.cls != "noun" or mention.type not in DEEDS or mention.into <= LEAD:
        return False
    if any(m.sentence == mention.sentence and m.type in _TOLLS for m in earlier):
        return False  # سقط قتلى إثر هجمات
    known = mention.definite or mention.sense.number == "p" and mention.type != "armed_clash"
    head = mention.first - 1 - (2 if scene.form(mention.first - 1) == "من" else scene.form(mention.first - 1) == "سلسله")
    return (
        known
        and scene.form(head) in _BEHIND
        and own_time(scene, mention) is None
        and all(m.type != mention.type for m in earlier)
    )


def _freed(scene: Scene, mention: Mention) -> bool:
    """Whether a noun names a capture only as what went before: بعد تحريرها, منذ استعادة المدينة; بعد سيطرتهم على تلة is news."""
    if mention.sense.cls == "verb" or scene.form(mention.first - 1) not in AFTERWARDS:
        return False
    known = mention.definite and mention.sense.cls == "noun"
    head = mention.first + (scene.form(mention.first) in ("عمليه", "معركه"))
    return known or scene.form(head).startswith(("تحرير", "استعاد", "سقوط"))


def _wanted(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether the capture of the same town was last told as planned (ستتوجه القوات إلى الفلوجة بعد تحرير الرمادي)."""
    here = {scene.place_key(k) for k in mention.places}
    last = next((m for m in reversed(earlier) if m.type == mention.type and here & {scene.place_key(k) for k in m.places}), None)
    return last is not None and last.realis in ("planned", "conditional")


def _same_town(scene: Scene, mention: Mention, other: Mention) -> bool:
    """Whether another capture is told, and may be the same one: of the same town, or of none named."""
    if other.type != "territory_capture" or other.realis != "actual":
        return False
    here, there = ({scene.place_key(k) for k in m.places} for m in (mention, other))
    return not here or not there or not here.isdisjoint(there)


def _in_the_present(mention: Mention) -> bool:
    """Whether a verb in the present tells a mention, or carries it."""
    return mention.sense.tense == "present" or mention.carrier is not None and mention.carrier.payload.tense == "present"


def _done(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past tells a mention, or carries it."""
    return in_the_past(scene, mention) or (mention.carrier is not None and mention.carrier.payload.tense == "past")


def _ahead(scene: Scene, mention: Mention, time: TimeMention, earlier: Sequence[Mention]) -> bool:
    """Whether a mention that is told in the present or by a noun has a time still to come (يجتمع الوزراء غدا)."""
    value = time.value
    if time.first < mention.first and scene.form(mention.first - 1) in AFTERWARDS:
        return False  # يستأنف المجلس اليوم جلساته بعد عودة أعضائه
    if value.open == "from":  # هدنة ابتداء من الأحد
        named = value.kind in ("weekday", "night", "day") and (value.shift or 0) >= 0
        return mention.type in PACTS and (named or still_to_come(scene, time, today=True))
    known = mention.carrier is not None and scene.form(mention.carrier.first - 1) in RELATIVES  # التي تجري اليوم مفاوضات
    if mention.type in _MEETINGS and _in_the_present(mention) and not known and not earlier_in(scene, time):
        today = value.kind in ("day", "weekday") and value.shift == 0 and value.open is None
        if today or of_this_time(time):
            return True  # يعقد المجلس هذا الشهر جلسة, يترأس بعد ظهر اليوم اجتماعا
    to_come = still_to_come(scene, time) or value.modifier == "next" or (value.kind == "day" and (value.shift or 0) > 0)
    if not to_come or abs(time.first - mention.first) > _AHEAD or not mention.clause[0] <= time.first < mention.clause[1]:
        return False
    if (
        value.open is not None
        or mention.sense.tense == "past"
        or mention.definite
        and mention.sense.cls != "verb"
        and mention.carrier is None
    ):
        return False
    if mention.carrier is not None and mention.carrier.payload.tense == "past":
        return False
    return time.first > mention.first or not any(time.first < m.first < mention.first for m in earlier)
