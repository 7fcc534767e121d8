"""Realis: how far a happening is said to have happened, from tense, particles, cue words and the stance of its claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.handover import TimeMention
from marsad.model import Claim, Stance
from marsad.stages.code.ages import FRESH_DAYS, begun_lately, days_back, of_a_day, own_time, still_to_come
from marsad.stages.code.cues import AFTERWARDS, LEAD, PACTS, RELATIVES, Ground, from_cues, known_to_have_been, on_condition
from marsad.stages.code.history import STATES, from_background, in_an_old_passage, in_the_past, long_past
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_WISHES: Final[frozenset[Stance]] = frozenset(["demands", "pledges", "threatens", "offers", "hopes", "predicts"])
# Nobody acts in order that these be: ل before them follows أدى, إضافة, تعرض.
_PURPOSE_TYPES: Final = frozenset(["control_status", "casualties", "cumulative_toll", "displacement"])
_DONE_ON_PURPOSE: Final = ("تدمير", "هدم", "نسف", "احراق", "تخريب", "تفجير", "تجريف")
_LASTING: Final = frozenset(["military_support", "siege", "coordination"])
_DEEDS: Final = frozenset(
    ["air_strike", "shelling", "ground_attack", "suicide_attack", "bombing_ied", "chemical_attack", "armed_clash"]
)
_BLOWS: Final = _DEEDS - {"armed_clash"}  # fighting since a year goes on
_AHEAD: Final = 8  # tokens between a happening and its day to come
_JOINED: Final = 12
_MAY_REACH: Final = 6
_LINE: Final = 20
_DEED_REACH: Final = 20
_SUBJECT: Final = 6
_DENIED_REACH: Final = 10
_BESIDES: Final = frozenset(["حيث", "فيما", "بينما", "لكن", "ولكن", "بعد", "عقب"])
_WEAK: Final = 4
_AT_ONCE: Final = _DEEDS | frozenset(
    ["territory_capture", "targeted_killing", "destruction", "air_defence", "small_arms_fire", "casualties"]
)
_WAS: Final = frozenset(["كان", "كانت", "كانوا", "كانا", "كانتا", "وكان", "وكانت", "وكانوا"])
_SINCE_THEN: Final = "since it happened"
_KNOWN_CAPTURE: Final = "a capture named as known"
_MAY: Final = frozenset(["قد", "وقد", "فقد"])
_GOING: Final = frozenset(["go-round", "take-place", "go-on", "carry-on", "flare", "heighten", "mount"])
_SIGNED: Final = frozenset(["موقع", "مبرم", "موقعه", "مبرمه", "معلن", "متفق"])
_BACKED: Final = ("ب", "مدعوم", "مسنود")
_TURNS: Final = frozenset(["الذي", "التي", "الا", "لكن", "ولكن", "عقب", "غير"])
_WHERE: Final = frozenset(["مواقع", "مناطق", "نقاط", "اماكن", "مقرات"])
_SINCE: Final = frozenset(["منذ", "ومنذ"])
_APART: Final = frozenset(["الذي", "التي", "الذين", "حيث", "فيما", "بينما", "كما", "مما", "لكن", "ولكن", "اذ", "قال", "وقال"])
_RELATIVES: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "والذي", "والتي"])


def settle_realis(scene: Scene, mentions: Sequence[Mention], k: int) -> None:
    """Set the realis of mention `k`, and why: the cue of the highest rank wins, the nearest of equal rank.

    Those in front of it are settled already.
    """
    mention = mentions[k]
    before = mentions[k - 1] if k else None
    after = mentions[k + 1] if k + 1 < len(mentions) else None
    entry = mention.sense.entry
    found: list[Ground] = []
    if entry.realis is not None:
        if entry.realis != "planned" or not known_to_have_been(scene, mention):  # الانتخابات التي جرت
            found.append((2 if entry.realis != "failed" else 7, 0, entry.realis, "the entry's own"))
    found += from_cues(scene, mention, mentions[:k], after)
    found += _from_form(scene, mention, mentions[:k])
    found += _from_carrier(scene, mention)
    found += _from_claims(scene, mention)
    found += _from_nature(scene, mention, mentions[:k], after)
    found += _from_neighbours(scene, mention, before)
    found = _weighed_by_day(scene, mention, found)
    if mention.type in STATES:
        found = [f for f in found if f[2] in ("ongoing", "historical", "negated") and f[0] != 3]
    if not found:
        mention.realis, mention.realis_why = "actual", "nothing speaks against it"
        return
    if any(f[2] == "habitual" for f in found):
        found = [f for f in found if f[2] != "failed"]  # محاولات تسلل كل فترة
    best = min(found, key=lambda f: (-f[0], f[1]))
    mention.realis, mention.realis_why = best[2], best[3]
    if mention.realis == "planned" and on_condition(scene, mention):
        mention.realis, mention.realis_why = "conditional", best[3] + ", on a condition"


def _story(mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a relative clause tells an attack in a report that opens with one (الانتحاري الذي فجر نفسه)."""
    return mention.type in _DEEDS and any(m.type in _DEEDS and m.sentence <= 1 and m.realis == "actual" for m in earlier)


def _from_form(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """What tense and proclitics say."""
    sense, entry = mention.sense, mention.sense.entry
    pro = mention.hit.cut.pro
    before = scene.form(mention.first - 1)
    if sense.cls == "phrase" and before in _RELATIVES and in_the_past(scene, mention) and not _story(mention, earlier):
        return [(1, 0, "historical", "a past verb in a relative clause")]
    if sense.cls == "noun" or (sense.cls == "phrase" and mention.type not in PACTS):
        suffered = entry.type in _PURPOSE_TYPES or (
            entry.type == "destruction" and not any(w in scene.form(mention.first) for w in _DONE_ON_PURPOSE)
        )
        purpose = pro in ("ل", "ول", "لال") and not suffered and _purpose(scene, mention)
        if purpose and any(scene.form(k) in scene.words("at-work") for k in range(mention.first - 4, mention.first)):
            return [(5, 0, "ongoing", "the aim of what is at work")]  # تقاتل لطرد, العمل جار لانتشال
        return [(5, 0, "planned", "ل of purpose before a masdar")] if purpose else _at_work(scene, mention)
    if sense.cls != "verb":
        return []
    if pro in ("س", "وس", "فس"):
        return [(7, 0, "planned", "the future particle س")]
    if pro.endswith("ل") and sense.tense != "past":
        time = own_time(scene, mention)
        age = days_back(scene, time) if time is not None and time.first > mention.first else None
        if age is not None and age >= FRESH_DAYS:
            return []  # حوصرت القاعدة شهرين، لتستعيدها القوات في 13 شباط: what came next
        return [(5, 0, "planned", "ل of purpose")]
    if sense.tense == "past" and (before in _WAS or (before == "قد" and _was_opens(scene, mention))):
        return [(4, 0, "historical", "كان and the past")]
    if sense.tense == "past" and before == "ان" and scene.form(mention.first - 2) in _SINCE:
        return [(3, 0, "historical", _SINCE_THEN)]  # منذ أن استعادتها
    if sense.tense == "past":
        while_ = scene.form(mention.first - 2) in ("الوقت", "وقت")  # في الوقت الذي انتشرت فيه القوات
        relative = before in _RELATIVES and not entry.weak and not scene.cleft(mention.first) and not while_
        lead = mention.sentence <= 1 and mention.type in _DEEDS | {"destruction"}  # المنازل التي سقطت عليها القذائف: the story
        relative = relative and not lead and not _story(mention, earlier)
        return [(1, 0, "historical", "a past verb in a relative clause")] if relative else []
    if before in _MAY:
        return [(5, 0, "conditional", "قد and the present")]
    if before == "ان" and scene.form(mention.first - 2).removeprefix("و") in ("قبل", "بعد"):
        return []  # قبل أن يفجر نفسه: he did
    if before in _WAS:
        return [(3, 0, "historical", "كان and the present")]
    if scene.plain(mention.first - 1) in ("أن", "لأن", "بأن") and entry.type not in STATES:
        return [(3, 0, "planned", "أن and the present")]
    if mention.last <= scene.headline or mention.sentence == 0 or scene.heading(mention.first):
        return [(0, 0, "actual", "the present of headlines")]
    if entry.type in _AT_ONCE and _line(scene, mention):
        return [(0, 0, "actual", "the present of headlines")]
    if mention.sentence <= LEAD and before not in _RELATIVES and entry.type in _AT_ONCE:
        return [(0, 0, "actual", "the present of headlines")]  # the body repeats its headline
    return [(1, 0, "ongoing", "the present tense")] if entry.realis is None else []


def _line(scene: Scene, mention: Mention) -> bool:
    """Whether a verb stands behind its subject in a line of news of one sentence: قوات النظام تقصف منازل الأهالي."""
    sentence = scene.sentence(mention.first)
    if sentence is None or sentence.last - sentence.first > _LINE or not 0 < mention.first - sentence.first <= _SUBJECT:
        return False
    subject = scene.actors_between(sentence.first, sentence.first + 1)
    alone = scene.tokens[sentence.first - 1].kind == "break" if sentence.first else True
    ends = sentence.last >= len(scene.tokens) or scene.tokens[sentence.last].kind == "break"
    return alone and ends and bool(subject) and subject[0].last == mention.first


def _from_carrier(scene: Scene, mention: Mention) -> list[Ground]:
    """What the light verb that carries a noun says."""
    if mention.carrier is None:
        return []
    if scene.form(mention.first - 1) in AFTERWARDS:
        return []  # تقوم بفتح القاعدة بعد اتصال هاتفي
    light = mention.carrier.payload
    pro, before = mention.carrier.cut.pro, scene.form(mention.carrier.first - 1)
    if pro in ("س", "وس", "فس"):
        return [(7, 0, "planned", "the future particle on its verb")]
    if pro.endswith("ل") and light.entry.frame == "event" and light.tense == "present":
        return []  # اقتحمت القوات المخيم لتندلع مواجهات: what came of it
    if pro.endswith("ل"):
        return [(5, 0, "planned", "ل of purpose before its verb or masdar")]
    if light.tense == "present" and before in _MAY:
        return [(5, 0, "conditional", "قد and the present of its verb")]
    if before == "ان" and scene.form(mention.carrier.first - 2).removeprefix("و") in ("قبل", "بعد"):
        return []  # قبل أن تلقي القبض عليه: she did
    if light.tense == "present" and before in ("ان", "بان"):
        return [(3, 0, "planned", "أن and the present of its verb")]
    if light.entry.id == "realise" and scene.form(mention.carrier.last) == "في":
        return []  # اللجنة التي تحقق في استخدام الغازات
    relative = before in _RELATIVES and not scene.cleft(mention.carrier.first) and not mention.definite  # الجهة التي نفذت القصف
    if relative and light.tense == "past" and light.entry.frame == "agent" and mention.carrier.last + 1 >= mention.first - 1:
        return [(1, 0, "historical", "a past verb in a relative clause")]  # القوة التي تمكنت من طرد المسلحين
    if light.entry.realis is not None and light.tense == "past":
        return [(2, 0, light.entry.realis, f"its verb {light.entry.id}")]
    if light.tense == "present" and mention.sentence > 0 and mention.last > scene.headline and mention.type not in PACTS:
        return [(1, 0, "ongoing", "the present of its verb")]
    return []


def _from_claims(scene: Scene, mention: Mention) -> list[Ground]:
    """What the stance of the claims around it says."""
    out: list[Ground] = []
    state = mention.sense.entry.type in STATES
    for claim in scene.claims_at(mention.span):
        if (
            claim.stance in _WISHES
            and not in_the_past(scene, mention)
            and not state
            and not mention.definite
            and mention.type != "cumulative_toll"
            and scene.form(mention.first - 1) not in AFTERWARDS
            and not (mention.sense.tense == "present" and scene.form(mention.first - 1) in RELATIVES)
            and (scene.form(mention.first - 1), scene.form(mention.first - 2)) != ("ان", "منذ")
            and not _of_old(scene, mention)
            and not _past_a_turn(scene, mention, claim)
        ):
            out.append((4, 0, "planned", f"the claim {claim.stance}"))
        elif claim.stance == "denies" and not state and _denied(scene, mention, claim):
            out.append((6, 0, "negated", "the claim denies"))
    return out


def _from_nature(scene: Scene, mention: Mention, earlier: Sequence[Mention], after: Mention | None) -> list[Ground]:
    """What its time and its type say."""
    out: list[Ground] = []
    out += from_background(scene, mention, earlier)
    if mention.type == "deployment" and scene.form(mention.first - 1) in _WHERE:
        out.append((3, 0, "ongoing", "where they stand"))  # مواقع انتشاره
    if mention.type in STATES and scene.form(mention.first - 1) in _WAS:
        out.append((5, 0, "historical", "what was so"))  # التي كانت في قبضة التنظيم
    out += _from_backing(scene, mention, earlier, after)
    if mention.sense.cls != "verb" and mention.type not in STATES and _may_meet(scene, mention):
        out.append((5, 0, "conditional", "قد and the present"))  # قد يواجهون المحاكمة
    if mention.sense.cls != "verb" and scene.form(mention.first - 1) in _SINCE and mention.type not in STATES:
        out.append((3, 0, "historical", _SINCE_THEN))  # منذ سيطرته على المدينة
    if in_an_old_passage(scene, mention):
        out.append((1, 0, "historical", "its passage tells of an earlier year"))
    past = long_past(scene, mention, earlier)
    now = mention.sense.tense == "present" or mention.carrier is not None and mention.carrier.payload.tense == "present"
    if past is not None and not now and mention.sense.entry.type not in STATES:
        out.append((5, 0, "historical", past))
    time = own_time(scene, mention)
    ahead = time is not None and mention.type not in STATES | _LASTING and _ahead(scene, mention, time, earlier)
    if ahead:
        out.append((5, 0, "planned", "its day is still to come"))
    if time is not None and time.value.open == "since" and scene.form(mention.first - 1) in AFTERWARDS:
        out.append((3, 0, "historical", _SINCE_THEN))  # بعد اختطافه منذ عشرة أيام
    elif time is not None and time.value.open == "since" and mention.type == "armed_clash" and not mention.definite:
        out.append((2, 0, "ongoing", "fighting since then"))  # شهدت المدينة معارك منذ مساء الثلاثاء
    if time is not None and time.value.open == "since" and time.value.year is not None and mention.type in _BLOWS and not now:
        out.append((2, 0, "habitual", "since a year"))  # منذ عام 2011 قصفت: again and again
    if mention.type == "cumulative_toll" and mention.sentence > 4:
        out.append((1, 0, "historical", "a total told as background"))
    sentence = scene.sentence(mention.first)
    if mention.type in ("cumulative_toll", "displacement", "casualties", "destruction") and sentence is not None:
        if scene.has_class("whole-war", sentence.first, sentence.last):
            out.append((2, 0, "historical", "a total over the whole war"))
    if mention.type == "territory_capture" and _known_capture(scene, mention, earlier):
        out.append((1, 0, "historical", _KNOWN_CAPTURE))
    if mention.type in PACTS and mention.sense.cls != "verb":
        out += _from_pact(scene, mention, earlier)
    elif mention.type in _LASTING and mention.type != "military_support" and mention.sense.cls != "verb":
        out.append((1, 0, "ongoing", "what lasts"))
    return out


def _may_meet(scene: Scene, mention: Mention) -> bool:
    """Whether قد and a verb in the present govern a noun; only ي opens no verb in the past (قد تعرضت)."""
    for k in range(max(mention.clause[0], mention.first - _MAY_REACH), mention.first - 1):
        if scene.form(k) in _MAY and scene.form(k + 1).startswith("ي"):
            return not any(scene.form(n) in _RELATIVES or scene.form(n) in AFTERWARDS for n in range(k + 2, mention.first))
    return False


def _from_pact(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """Whether a pact that a noun names is that of the report or an older one; a day of the story behind it makes it news."""
    if _new(scene, mention):
        return []
    time = own_time(scene, mention)
    if time is not None and time.first >= mention.last and begun_lately(scene, time):
        return []
    if time is not None and time.value.open == "since" and time.value.year is not None:
        return [(1, 0, "historical", "a pact named as known")]
    if mention.definite and mention.type == "ceasefire":  # الهدنة: of 6 that were told of as known 5 were the news, none went on
        many = mention.sense.number == "p"
        return [(1, 0, "historical" if many else "actual", "a pact of the report named again")]
    if mention.definite and mention.type == "agreement" and (mention.demonstrative or any(m.type in PACTS for m in earlier)):
        return [(1, 0, "actual", "a pact of the report named again")]
    if mention.type == "agreement" and scene.form(mention.last) == "علي":
        return []  # توجت المباحثات باتفاق على دعم مصري
    told = next(
        (m for m in reversed(earlier) if m.type == mention.type == "ceasefire" and m.realis in ("actual", "ongoing")), None
    )
    dated = any(scene.form(k).removeprefix("ال") in _SIGNED for k in range(mention.last, mention.last + 3))
    if told is not None and not dated and mention.sense.cls == "phrase":  # وهذه ثالث هدنة: another
        return [(1, 0, told.realis, "a pact of the report named again")]
    if mention.type == "ceasefire" and mention.sentence <= 1 and not dated:
        return [(1, 0, "ongoing", "the truce that the report is about")]
    return [(1, 0, "historical", "a pact named as known")]


def _from_backing(scene: Scene, mention: Mention, earlier: Sequence[Mention], after: Mention | None) -> list[Ground]:
    """What the deed that a backing stands beside says of it."""
    if mention.type != "military_support":
        return []
    if mention.hit.cut.pro == "ال" and scene.form(mention.first - 1).startswith("ال"):
        return [(2, 0, "ongoing", "what describes a side")]  # الميليشيات المساندة لها
    under = scene.form(mention.first - 1) == "تحت"  # معارك تحت غطاء جوي
    if not under and not scene.form(mention.first).removeprefix("و").startswith(_BACKED):
        return []
    before = [m for m in earlier[-2:] if m.sentence == mention.sentence and m.type in _AT_ONCE]
    if before and before[-1].realis in ("actual", "historical", "planned", "conditional"):
        return [(3, 0, before[-1].realis, "it backs what was done")]  # نفذت إنزالا بمساندة كذا
    sentence = scene.sentence(mention.first)
    told = after is not None and after.sentence == mention.sentence and after.type in _AT_ONCE and _done(scene, after)
    past = any(
        k in scene.light and scene.light[k].payload.tense == "past" and scene.form(k - 1) not in _RELATIVES
        for k in range(max(sentence.first if sentence is not None else 0, mention.first - _DEED_REACH), mention.first)
    )
    # قوة مدعومة بالطيران نفذت إنزالا, شنت القوات بدعم جوي هجمات
    return [(3, 0, "actual", "it backs what was done")] if told or not before and past else []


def _known_capture(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a capture is only named as known: زيارة المدينة بعد تحريرها, and whatever names that again."""
    if _freed(scene, mention):
        return not any(_same_town(scene, mention, m) for m in earlier)
    told = [m for m in earlier if m.type == mention.type]
    return mention.definite and mention.sense.cls == "noun" and bool(told) and told[-1].realis_why == _KNOWN_CAPTURE


def _freed(scene: Scene, mention: Mention) -> bool:
    """Whether a noun names a capture only as what went before: بعد تحريرها, منذ استعادة المدينة; بعد سيطرتهم على تلة is news."""
    if mention.sense.cls == "verb" or scene.form(mention.first - 1) not in AFTERWARDS:
        return False
    known = mention.definite and mention.sense.cls == "noun"
    head = mention.first + (scene.form(mention.first) in ("عمليه", "معركه"))
    return known or scene.form(head).startswith(("تحرير", "استعاد", "سقوط"))


def _same_town(scene: Scene, mention: Mention, other: Mention) -> bool:
    """Whether another capture is told, and may be the same one: of the same town, or of none named."""
    if other.type != "territory_capture" or other.realis != "actual":
        return False
    here, there = ({scene.place_key(k) for k in m.places} for m in (mention, other))
    return not here or not there or not here.isdisjoint(there)


def _done(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past tells a mention, or carries it."""
    return in_the_past(scene, mention) or (mention.carrier is not None and mention.carrier.payload.tense == "past")


def _ahead(scene: Scene, mention: Mention, time: TimeMention, earlier: Sequence[Mention]) -> bool:
    """Whether a mention that is told in the present or by a noun has a time still to come (يجتمع الوزراء غدا)."""
    value = time.value
    if value.open == "from":  # هدنة ابتداء من الأحد
        named = value.kind in ("weekday", "night", "day") and (value.shift or 0) >= 0
        return mention.type in PACTS and (named or still_to_come(scene, time, today=True))
    to_come = still_to_come(scene, time) or value.modifier == "next" or (value.kind == "day" and (value.shift or 0) > 0)
    if not to_come or abs(time.first - mention.first) > _AHEAD or not mention.clause[0] <= time.first < mention.clause[1]:
        return False
    if value.open is not None or mention.sense.tense == "past" or mention.definite and mention.sense.cls != "verb":
        return False
    if mention.carrier is not None and mention.carrier.payload.tense == "past":
        return False
    return time.first > mention.first or not any(time.first < m.first < mention.first for m in earlier)


def _weighed_by_day(scene: Scene, mention: Mention, found: list[Ground]) -> list[Ground]:
    """Without the weaker signs of background where the happening, or all that its sentence dates, is of today or yesterday."""
    time = own_time(scene, mention)
    sentence = scene.sentence(mention.first)
    times = [time] if time is not None else []
    if not times and sentence is not None and scene.form(mention.first - 1) not in AFTERWARDS:
        times = [t for _, t in scene.times_between(sentence.first, sentence.last)]
    if mention.type in PACTS and time is not None and time.first >= mention.last and begun_lately(scene, time):
        return [f for f in found if f[2] != "historical" or f[0] > _WEAK]  # وكان قد أعلن هدنة اعتبارا من مساء أمس
    ages = [days_back(scene, t) for t in times]
    if ages and all(a is not None and a <= FRESH_DAYS for a in ages):
        weak = _WEAK if time is None else _WEAK + 1
        found = [f for f in found if f[2] != "historical" or f[0] > weak or mention.type in PACTS]
    if time is not None and of_a_day(time):
        found = [f for f in found if f[2] != "habitual"]  # what fell on one day is no habit
        age = days_back(scene, time)
        if age is not None and age >= FRESH_DAYS and _went_on(scene, mention):  # استمر القصف أمس: of 4 annotated none goes on
            found = [f for f in found if f[2] != "ongoing"]
    return found


def _went_on(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past says of a mention that it went on."""
    start = mention.carrier.first if mention.carrier is not None else mention.clause[0]
    near = range(min(start, mention.clause[0]), mention.last + 4)
    return any(not {scene.form(k), scene.form(k).removeprefix("و")}.isdisjoint(scene.words("went-on")) for k in near)


def _from_neighbours(scene: Scene, mention: Mention, before: Mention | None) -> list[Ground]:
    """What the mention in front of it says: one that is joined to it by و shares its realis."""
    if mention.sense.cls == "noun" and mention.hit.cut.pro == "و" and scene.form(mention.first - 1) in scene.words("aim"):
        return [(4, 0, "planned", "joined to a purpose")]  # للتدخل وقمع أي تحرك
    if before is None or before.sentence != mention.sentence or mention.sense.cls == "verb" or mention.type in STATES:
        return []
    if before.realis == "negated" and scene.form(mention.first - 1) in ("او", "ولا") and mention.first - before.last <= 2:
        return [(4, 0, "negated", "joined to what is negated")]  # لم ترد تقارير عن إصابات أو أضرار
    if before.realis not in ("planned", "conditional") or before.sense.cls == "verb" and before.sense.tense == "past":
        return []
    gap = range(before.last, mention.first)
    if mention.hit.cut.pro.endswith("ال"):
        return []  # إزالة مخلفات الحرب والدمار: what is there already
    joined = mention.hit.cut.pro.startswith("و") or scene.form(mention.first - 1) in ("و", "او", "ثم")
    if not joined or len(gap) > _JOINED or any(scene.form(k) in _APART or scene.form(k) in AFTERWARDS for k in gap):
        return []
    return [(4, 0, before.realis, "joined to what is " + before.realis)]


def _denied(scene: Scene, mention: Mention, claim: Claim) -> bool:
    """Whether a mention is what is denied: near the opening of what the denial says, and in no clause beside it."""
    if not claim.content or mention.sense.cls == "verb" and mention.sense.entry.weak:
        return False
    start = scene.page.within(claim.content[0])[0]
    if any(
        scene.words("disclaimed") & scene.page.lookup.stems(scene.form(k)) for k in range(start, min(start + 3, mention.first))
    ):
        return False  # نفى مسؤوليته عن القصف
    if mention.definite and mention.sense.cls != "verb":  # نفى انسحابه, خبر مقتله; not مسؤوليته عن القصف
        led = scene.words("news-denied")
        return mention.hit.cut.pro in ("", "ب") and all(scene.form(k) in led for k in range(start, mention.first))
    between = range(start, mention.first)
    return len(between) <= _DENIED_REACH and not any(scene.form(k) in _BESIDES for k in between)


def _past_a_turn(scene: Scene, mention: Mention, claim: Claim) -> bool:
    """Whether a relative clause or a but stands between what is wanted and the mention (الهجوم الذي ألحق أضرارا)."""
    start = max([scene.page.within(span)[0] for span in claim.content if span[0] <= mention.span[0]], default=mention.first)
    if scene.has_class("result-verb", start, mention.first):
        return True  # دعتهم إلى تسليم أنفسهم لكنهم رفضوا، ما أدى إلى اشتباك
    return any(scene.form(k) in _TURNS or scene.form(k).startswith("لكن") for k in range(start, mention.first))


def _of_old(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is the cause of something told (الواردة من قصف) and no part of what is wanted."""
    return scene.form(mention.first - 1) == "من" and mention.type in _DEEDS


def _was_opens(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence opens with كان, whose قد stands before the verb (وكانت الدول الضامنة قد اتفقت)."""
    sentence = scene.sentence(mention.first)
    return sentence is not None and any(scene.form(k) in _WAS for k in range(sentence.first, sentence.first + 3))


def _helps(scene: Scene, mention: Mention) -> bool:
    """سارعت الفرق لإسعاف الجرحى: whoever hurries to help, helps."""
    if mention.type not in ("humanitarian_aid", "evacuation"):
        return False
    near = range(max(mention.clause[0], mention.first - 10), mention.first)
    return any(scene.form(k).removeprefix("و") in scene.words("hurried") for k in near)


def _at_work(scene: Scene, mention: Mention) -> list[Ground]:
    """التي تشنها قوات، اشتباكات تدور: a noun whose relative clause or verb stands in the present goes on."""
    if mention.type in PACTS:
        return []
    own = next((scene.light[k] for k in range(mention.last, mention.last + 3) if k in scene.light), None)
    lead = mention.last <= scene.headline or scene.heading(mention.first)
    if own is not None and not lead and own.payload.tense == "present" and own.payload.entry.id in _GOING and own.cut.pro == "":
        return [(2, 0, "ongoing", "the present of its verb")]
    if scene.form(mention.last) not in _RELATIVES:
        return []
    light = scene.light.get(mention.last + 1)
    if light is not None and light.payload.tense == "present":
        return [(2, 0, "ongoing", "the present of its relative clause")]
    return []


def _new(scene: Scene, mention: Mention) -> bool:
    """Whether a pact is told as news: reached, signed, announced, begun."""
    for k in range(max(mention.clause[0], mention.first - 10), mention.last):
        if any(c.stem in scene.words("news-of-pact") for c in scene.page.lookup.cuts(scene.form(k))[:3]):
            return True
    return False


def _purpose(scene: Scene, mention: Mention) -> bool:
    """Whether ل before a masdar means purpose and not an object (تعرضت لقصف, نتيجة لقصف) or a possessor."""
    if (mention.definite and mention.hit.cut.pro == "لال") or _helps(scene, mention):
        return False
    if mention.sense.cls == "noun" and mention.sense.number == "p":
        return False  # لغاراتها، لهجمات: deeds, and no aim of anybody's
    if scene.form(mention.first).startswith("لل") and mention.type in _DEEDS:
        return False  # تبن رسمي للضربة: the one that was told of
    if mention.carrier is not None and mention.carrier.payload.entry.frame == "victim":
        return False
    sentence = scene.sentence(mention.first)
    start = sentence.first if sentence is not None else 0
    if any(
        scene.form(k).removeprefix("و") in scene.words("suffers") for k in range(max(start, mention.first - 20), mention.first)
    ):
        return False
    return not any(
        c.stem
        in (
            "اضافه",
            "سبب",
            "سببا",
            "اسباب",
            "لحظه",
            "لحظات",
            "اللحظات",
            "صور",
            "مشاهد",
            "نتيجه",
            "تعرض",
            "تعرضت",
            "ادي",
            "ادت",
            "وفقا",
            "نظرا",
            "رفض",
            "وقف",
            "ضحيه",
            "تعرضها",
            "تعرضه",
            "مماثل",
            "مصاحب",
            "مصاحبه",
            "مبرر",
            "بوابه",
            "مماثله",
            "مشابه",
            "مشابهه",
            "شبيهه",
            "خضع",
            "مستخدم",
            "مستخدمه",
            "استخدم",
            "استخدمت",
        )
        for k in range(max(mention.clause[0], mention.first - 6), mention.first)
        for c in scene.page.lookup.cuts(scene.form(k))[:2]
    )
