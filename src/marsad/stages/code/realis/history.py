"""History: whether a happening lies before the story that a report tells, by the times said of it and around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from marsad.arabic.sentences import Sentence
from marsad.handover import TimeMention
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import FRESH_DAYS, STORY_DAYS, days_back, earlier_in, own_time, tells_from_today, this_year
from marsad.stages.code.realis.grounds import (
    AFTERWARDS,
    BY_POLICE,
    LEAD,
    MEANWHILE,
    RELATIVES,
    STANDING,
    STATES,
    VIOLENCE,
    WAS,
    Ground,
)
from marsad.stages.code.scene import Scene

_MONTH_DAYS: Final = 31
_LONG_UNITS: Final = frozenset(["week", "month", "year", "decade"])
_ALSO: Final = frozenset(
    ["كما", "كذلك", "ايضا", "وايضا", "اضاف", "اضافت", "اضافوا", "قال", "قالت", "قالوا", "اشار", "اشارت", "تابع", "تابعت",
     "اوضح", "اوضحت", "ذكر", "ذكرت", "لفت", "لفتت"]
)  # fmt: skip
_TO_DO: Final = ("دمج", "تجنيد", "توحيد", "لتحاق")
_AMONG: Final = frozenset(["بينها", "بينهم", "بينهما"])
_IN_ITS_COURSE: Final = MEANWHILE | AFTERWARDS | frozenset(["خلالها", "خلاله", "قبل", "قبيل"])
_COURSE: Final = 4  # tokens from خلالها to what happened then: تمكنت خلالها الفصائل من السيطرة
_JOINED: Final = 8
_REMARKS: Final = frozenset(["يذكر", "ويذكر", "يشار", "ويشار", "الجدير", "والجدير", "جدير", "وتجدر", "تجدر", "يجدر", "ويجدر"])
_NARRATED: Final = 2  # sentences from one deed of a story to the next: وقام التنظيم كذلك بتفجير كذا
_WAS_SO: Final = 14  # tokens from what was so to what ended it: كانت خاضعة للتنظيم قبل أن تطرده القوات
_WHILE: Final = frozenset(["بينما", "فيما", "حيث", "حين", "عندما", "حينما", "وبينما", "وفيما"])
_WAS_DOING: Final = 6  # tokens from كان to its verb, with the subject between
_OLD_DAY: Final = "its sentence opens with an old day"
_GOES_ON: Final = "it goes on with what lies back"
_SAID_BACK: Final = "it was said days before the story"
_EARLIER_NOW: Final = "earlier in the week, month or year"
LONG_BEGUN: Final = "it began long before the report"
# Why a happening lies back, where a time says so: what is told behind it may carry its story on.
_DATED_BACK: Final = frozenset(
    [_OLD_DAY, _GOES_ON, "a month or longer before the report", "days before the story", "it lies weeks or longer back",
     "it lies in the month or year before", "an earlier year", "the cue past-word", _SAID_BACK, _EARLIER_NOW,
     LONG_BEGUN]
)  # fmt: skip
_TOLD: Final = frozenset(["asserts", "announces", "admits", "accuses"])
_SAID_BEFORE: Final = 6  # tokens in front of a verb of saying in which its time stands
_RELATIVE_REACH: Final = 4
_YEAR_DIGITS: Final = 4
_AROUND: Final = 150  # tokens to each side of a mention in which the years of its passage stand
_OLD_YEARS: Final = 2
_LONG_PAST: Final = 4
_WEB: Final = 2003  # no page of the web is older: what names 1973 alone is a history, whatever day was worked out for it
_FIRST_YEAR: Final = 1000
_WHEN: Final = frozenset(["عندما", "حين", "حينما"])
_NAMED_DAYS: Final = frozenset(["date", "month", "year"])
_MEANTIME: Final = frozenset(["فيما", "بينما", "لكن", "ولكن", "اليوم", "الان", "رغم"])
_ELSEWHERE: Final = frozenset(["ميدانيا", "بدوره", "بدورها", "جانبه", "جانبها", "جهته", "جهتها", "اخري", "اخر", "سياق"])


def long_past(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> str | None:
    """Why the time of a mention lies before the story: days, last month, an earlier year."""
    time = own_time(scene, mention)
    if time is None:
        return None
    value = time.value
    if value.open == "until" and scene.form(time.last) in _WHEN:
        value = msgspec.structs.replace(value, open=None)  # بقي مختبئا حتى عام 2008 عندما انفجر به لغم
        time = msgspec.structs.replace(time, value=value)
    if value.open is not None or value.kind == "span" and value.modifier != "past":
        return None
    if mention.sense.cls == "verb" and any(scene.form(k) in RELATIVES for k in range(mention.last, time.first)):
        return None  # انطلقت القوات من المدينة التي استعيدت في تموز
    if earlier_in(scene, time):
        return _EARLIER_NOW
    age = days_back(scene, time)
    if value.kind == "unit" and (value.unit, value.modifier) == ("week", "past") and mention.sentence > 1:
        # نفذت عشرات الضربات خلال الأسبوع المنصرم sums up; شهدته المدينة الأسبوع الماضي lies back, on a Monday as well.
        return None if scene.form(time.first - 1) in MEANWHILE else "days before the story"
    if age is not None:
        toll = mention.type in ("cumulative_toll", "casualties") and mention.sentence <= 1
        if toll and age <= 2 * _MONTH_DAYS and not _relative(scene, mention):
            return None  # the toll of last month is the news of its report
        opens = mention.sentence <= 1 and not _relative(scene, mention)
        if opens and value.month_shift == -1 and age <= 2 * _MONTH_DAYS:
            return None  # what the report opens with of last month is its story
        if age >= _MONTH_DAYS:
            return "a month or longer before the report"
        if age <= STORY_DAYS or opens or risen(scene, mention):
            return None
        told = mention.definite and any(m.type == mention.type and m.leads(mention) for m in earlier)
        return None if told else "days before the story"  # الهجوم that the report opens with is its story
    if value.kind == "ago" and value.unit in _LONG_UNITS:
        return "it lies weeks or longer back"
    if value.kind == "ago" and value.unit == "day" and value.count is None and mention.sentence > LEAD:
        return "days before the story"  # وقبل أيام
    if value.kind in ("unit", "span") and value.modifier == "past" and value.unit in ("month", "year", "decade"):
        return "it lies in the month or year before"  # خلال الأشهر الماضية: of 25 annotated 18 lie back, two are the story
    month = value.modifier == "past" and value.kind in ("month", "date", "range")  # في 24 أيلول الماضي
    if month or (value.month_shift or 0) < 0 or (value.year_shift or 0) < 0:
        return "it lies in the month or year before" if mention.sentence > 1 else None
    if value.kind == "weekday" and value.modifier == "past" and mention.sentence > 1:
        return "days before the story"
    year = this_year(scene)
    given = scene.published is not None  # else the page may name a later year than its report
    if value.kind in ("year", "date", "month") and value.year is not None and year is not None and value.year < year:
        opening = mention.sentence == 0 or mention.sentence == 1 and value.year == year - 1
        if opening and not given and not _relative(scene, mention):
            return None
        return "an earlier year"
    day = value.kind == "date" and value.year is not None and value.weekday is None and value.shift is None
    if day and tells_from_today(scene):
        return "an earlier year"  # قصفت المدفعية أمس. وأوقف رجل زرع في 19 أيلول 2014 عبوة
    # Who writes of today names no year behind his opening.
    bare = value.kind in ("year", "month", "season", "decade") or value.kind == "date" and value.day is None
    dated = value.year is not None or value.kind == "range" and value.to is not None and value.to.kind == "year"
    return "an earlier year" if (bare or value.kind == "range") and dated and not given and mention.sentence > LEAD else None


def told_of_then(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the present tells of an old day as if it were now (14 أيلول 2016: الطائرات تقصف المواقع).

    So do chronicles, and what came next in a history (قبل أن تنسحب في 1976, لتلتحق بالجبهة في آذار 2013).
    """
    time = own_time(scene, mention)
    if time is None or time.value.open is not None or time.value.kind not in _NAMED_DAYS or mention.sense.cls == "noun":
        return False
    if time.value.year is None and time.value.day is None:
        return False  # سيزور البلاد ويلتقي الرئيس في أيلول
    if any(scene.form(k) in RELATIVES for k in range(min(time.last, mention.last), max(time.first, mention.first))):
        return False  # المدينة التي استعيدت في 2014 وتحاصرها القوات
    age, year, now = days_back(scene, time), time.value.year, this_year(scene)
    return age >= _MONTH_DAYS if age is not None else year is not None and now is not None and year < now


def begun_long_ago(scene: Scene, time: TimeMention) -> bool:
    """Whether a time says from which day of an earlier year something was done (ابتداء من تموز 2014, بداية من عام 2004)."""
    year, now = time.value.year, this_year(scene)
    return time.value.open == "from" and year is not None and now is not None and year < now


def _amid_old_years(scene: Scene, mention: Mention) -> bool:
    """Whether the passage around a mention names years that lie long back, more than one, and no day of the report.

    Histories of 1895 or 1973 tell most of their fights without a year of their own.
    """
    if mention.sentence <= LEAD or mention.type in STATES:
        return False
    low, high = mention.first - _AROUND, mention.last + _AROUND
    values = [t.value for _, t in scene.times_between(max(low, 0), min(high, len(scene.tokens)))]
    if any(v.shift in (0, -1) or v.modifier == "this" or v.kind == "weekday" and v.year is None for v in values):
        return False
    now = this_year(scene)
    if now is None:
        return False
    now = max(now, _WEB)
    years = [v.year for v in values if v.year is not None and v.open is None and v.calendar != "hijri"]
    if len(years) < _OLD_YEARS:  # a history of one war names its year once or twice, and days and months from there on
        named = [t.value for t in scene.recognised.times if t.value.year is not None and t.value.calendar != "hijri"]
        years = [v.year for v in named if v.year is not None]
        if sum(v.kind in ("date", "month") and v.open is None for v in named) < _OLD_YEARS:
            return False
    return all(year <= now - _LONG_PAST for year in years)


def _of_a_chronology(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is an entry of a chronology: 1964- البحرية تهاجم المدمرة."""
    year = scene.form(sentence.first)
    now = this_year(scene)
    if len(year) != _YEAR_DIGITS or not year.isdecimal() or now is None or not _FIRST_YEAR <= int(year) < now:
        return False
    return scene.form(sentence.first + 1) in ("-", ":", "–", "ـ") and scene.word(sentence.first + 2)


def from_background(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """What the sentence it stands in says: one that opens with an old day, or that goes on with such a one."""
    sentence = scene.sentence(mention.first)
    if (
        mention.definite
        and mention.sense.cls != "verb"
        and any(m.type == mention.type and m.leads(mention) and m.realis == "actual" for m in earlier)
    ):
        return []
    if (
        _narrated(scene, mention, earlier)
        or _beside_history(scene, mention, earlier)
        or _told_with_history(scene, mention, earlier)
        or _points_back(scene, mention, earlier)
    ):
        return [(2, 0, "historical", _GOES_ON)]
    if _ended_what_was(scene, mention):
        return [(2, 0, "historical", "it ended what was so")]
    if _belongs_to_history(scene, mention, earlier):
        return [(1, 0, "historical", "it belongs to what lies back")]
    if _remarked(scene, mention):
        return [(1, 0, "historical", "what a remark adds")]
    if (
        mention.type == "group_change"
        and mention.sense.entry.id != "integrate"
        and mention.into > 1
        and _as_known(scene, mention, earlier)
    ):
        return [(1, 0, "historical", "how a group came to be")]
    if _behind_an_old_time(scene, mention):
        return [(1, 0, "historical", _GOES_ON)]
    if _said_long_ago(scene, mention):
        return [(4, 0, "historical", _SAID_BACK)]
    if sentence is not None and _of_a_chronology(scene, sentence):
        return [(5, 0, "historical", "an entry of an earlier year")]
    if sentence is None or mention.sense.tense == "present":
        return []
    if _amid_old_years(scene, mention):
        return [(1, 0, "historical", "what stands around it tells of years long past")]
    times = scene.times_between(sentence.first, sentence.last)
    for _, time in times:
        led = time.value.kind == "behind" or time.value.kind == "after" and scene.form(mention.first - 1) in ("من", "علي")
        if led and time.last <= mention.first <= time.last + 3 and time.value.unit in _LONG_UNITS:
            return [(5, 0, "historical", "weeks or longer before the story")]  # بعد أسبوع واحد من استعادة المدينة
    if mention.into > 1 and mention.type not in STATES and own_time(scene, mention) is None and _only_old(scene, mention, times):
        return [(1, 0, "historical", "its sentence names only old days")]
    if mention.sentence <= LEAD:
        return []
    if times and times[0][1].first <= sentence.first + 2 and times[0][1].first < mention.first:
        age = days_back(scene, times[0][1])
        old = age > STORY_DAYS if age is not None else _days_ago(times[0][1])
        return [(4, 0, "historical", _OLD_DAY)] if old else []
    if times:
        return []
    opening = scene.form(sentence.first).removeprefix("و")
    last = [m for m in earlier if m.sentence == mention.sentence - 1]
    near = mention.first - sentence.first <= 1  # واستهدفت الغارات
    goes_on = opening in _ALSO or near and scene.form(sentence.first).startswith("و") and opening not in WAS
    if last and goes_on and all(m.realis_why in _DATED_BACK for m in last):
        return [(1, 0, "historical", _GOES_ON)]
    return []


def _narrated(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a verb in the past only carries on a story that an old time opened (واشتبك المسلحون, وأطلقوا النار)."""
    if not (in_the_past(scene, mention) or _carried_in_the_past(mention)):
        return False
    last = next((m for m in reversed(earlier) if in_the_past(scene, m) or _carried_in_the_past(m)), None)
    if last is None or last.realis_why not in _DATED_BACK or mention.sentence - last.sentence > _NARRATED:
        return False
    if any(scene.tokens[k].kind == "break" or scene.form(k) in _ELSEWHERE for k in range(last.last, mention.first)):
        return False
    own = own_time(scene, mention)
    if own is not None and own.first > last.last:
        return False
    if mention.sentence == last.sentence:
        return True
    head = mention.carrier.first if _carried_in_the_past(mention) and mention.carrier is not None else mention.first
    return (mention.sense.cls == "verb" or head < mention.first) and head == _opening(scene, mention)


def _beside_history(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a noun is what went before or beside something that lies back (أعدمهم عام 2014 لدى سيطرته على المدينة)."""
    if mention.sense.cls == "verb" or scene.form(mention.first - 1) not in AFTERWARDS | MEANWHILE:
        return False
    last = next((m for m in reversed(earlier) if m.sentence == mention.sentence), None)
    return last is not None and last.realis == "historical" and last.realis_why in _DATED_BACK


def _belongs_to_history(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a sentence tells it as part of what lies back: joined to it, in its course, among it, or as what came of it.

    سبق أن تعرض المخيم لقصف ما تسبب بتدمير الخيام, كان قد تبنى عدة هجمات بينها هجومان في كذا: of 10 annotated 9 lie back.
    """
    last = next((m for m in reversed(earlier) if m.sentence == mention.sentence), None)
    if last is None or last.realis != "historical" or mention.type in STATES | BY_POLICE or mention.sense.tense == "present":
        return False
    between = range(last.last, mention.first)
    if any(scene.form(k) in _ELSEWHERE | _MEANTIME | _ALSO | _WHILE for k in between):
        return False
    joined = mention.hit.cut.pro.startswith("و") and mention.first - last.last <= _JOINED
    among = any(scene.form(k) in _AMONG for k in between)
    course = any(
        scene.form(k) in _IN_ITS_COURSE and scene.form(k - 1) != "من"
        for k in range(max(last.last, mention.first - _COURSE), mention.first)
    )
    return joined or among or course or scene.has_class("result-verb", last.last, mention.first)


def _remarked(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past or a noun stands in a remark (يذكر أن, يشار إلى أن, تجدر الإشارة إلى أن): of 15 annotated 12 lie back."""
    if mention.sense.tense == "present" or mention.carrier is not None and mention.carrier.payload.tense == "present":
        return False
    return mention.into > LEAD and mention.type not in STATES | STANDING and scene.form(_opening(scene, mention)) in _REMARKS


def _as_known(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether it is no matter of the opening, and nobody announces it or tells it as going on."""
    if any(m.type == mention.type and m.leads(mention) for m in earlier) or mention.sense.tense == "present":
        return False
    if any(word in scene.form(mention.first) for word in _TO_DO):
        return False  # تجنيد, دمج الفصائل: what is done again and again, or called for
    return all(claim.stance != "announces" for claim in scene.claims_at(mention.span))


def _told_with_history(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a mention stands in one sentence behind what an old time dates, and nothing turns to today.

    هجمات عام 2016 أدت إلى نزوح السكان. Of 28 such annotated mentions none is news; five are states, four have a sign of their own.
    """
    last = next((m for m in reversed(earlier) if m.sentence == mention.sentence and m.realis_why in _DATED_BACK), None)
    if last is None or last.realis != "historical" or mention.type in STATES or mention.sense.tense == "present":
        return False
    own = own_time(scene, mention)
    if own is not None and own.first >= last.last:
        return False
    ages = [days_back(scene, t) for _, t in scene.times_between(last.last, mention.first)]
    if any(age is not None and age <= FRESH_DAYS for age in ages):
        return False
    return not any(scene.form(k) in _ELSEWHERE | _MEANTIME for k in range(last.last, mention.first))


def _ended_what_was(scene: Scene, mention: Mention) -> bool:
    """Whether a verb says what put an end to a state of old (التي كانت خاضعة للتنظيم قبل أن تطرده القوات منها)."""
    if mention.sense.cls != "verb" or scene.form(mention.first - 1) != "ان" or mention.sense.tense != "present":
        return False
    if scene.form(mention.first - 2) not in ("قبل", "الي"):
        return False
    sentence = scene.sentence(mention.first)
    low = max(sentence.first if sentence is not None else 0, mention.first - _WAS_SO)
    return any(scene.form(k) in WAS and scene.form(k - 1) in RELATIVES for k in range(low, mention.first - 2))


def _behind_an_old_time(scene: Scene, mention: Mention) -> bool:
    """Whether the last time in front of a mention in its sentence lies a month back or in an earlier year."""
    sentence = scene.sentence(mention.first)
    if sentence is None or mention.type in STATES or mention.sense.tense == "present" or own_time(scene, mention) is not None:
        return False
    times = [t for _, t in scene.times_between(sentence.first, mention.first)]
    if not times or times[-1].value.open is not None or mention.sentence <= 1:
        return False
    age, year, now = days_back(scene, times[-1]), times[-1].value.year, this_year(scene)
    old = age is not None and age >= _MONTH_DAYS or year is not None and now is not None and year < now
    return old and not any(scene.form(k) in _ELSEWHERE | _MEANTIME for k in range(times[-1].last, mention.first))


def _points_back(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a definite noun opens its sentence and names again what the sentence before dates back (ومن مجمل العمليات)."""
    if mention.sense.cls == "verb" or not mention.definite or mention.sentence <= LEAD:
        return False
    if any(m.sentence == mention.sentence for m in earlier) or own_time(scene, mention) is not None:
        return False
    same = [m for m in earlier if m.type == mention.type or {m.type, mention.type} <= VIOLENCE]
    return bool(same) and same[-1].sentence == mention.sentence - 1 and same[-1].realis_why in _DATED_BACK


def _said_long_ago(scene: Scene, mention: Mention) -> bool:
    """Whether what reports a mention was said days before the story (أعلنت الجماعة في آذار الماضي مسؤوليتها عن تفجير)."""
    if mention.sentence <= LEAD or mention.sense.tense == "present" or mention.type in STATES | PACTS:
        return False
    for claim in scene.claims_at(mention.span):
        if claim.cue is None or not claim.content or claim.stance not in _TOLD:
            continue
        cue, content = scene.page.within(claim.cue.span)[0], scene.page.within(claim.content[0])[0]
        sentence = scene.sentence(cue)
        low = max(cue - _SAID_BEFORE, sentence.first if sentence is not None else 0)
        times = [t for _, t in scene.times_between(low, max(cue, content)) if t.value.open is None]
        if any(_days_ago(t) for t in times):
            return True  # وقبل أيام أقرت الصحف السبت بشن غارة
        ages = [days_back(scene, t) for t in times]
        if content > cue and ages and all(age is not None and age > STORY_DAYS for age in ages):
            return True
    return False


def _relative(scene: Scene, mention: Mention) -> bool:
    """Whether a mention stands in a relative clause on somebody or something (المطلوب الذي قتل في رمضان)."""
    near = range(max(mention.clause[0], mention.first - _RELATIVE_REACH), mention.first)
    return any(scene.form(k) in RELATIVES and not scene.cleft(k + 1) for k in near)


def _days_ago(time: TimeMention) -> bool:
    """Whether a time says days ago without a number, or weeks and longer (قبل أيام, قبل أسابيع)."""
    value = time.value
    long = value.unit in _LONG_UNITS or value.unit == "day" and value.count is None
    return value.kind == "ago" and value.open is None and long


def _opening(scene: Scene, mention: Mention) -> int:
    sentence = scene.sentence(mention.first)
    return sentence.first if sentence is not None else -1


def _carried_in_the_past(mention: Mention) -> bool:
    return mention.carrier is not None and mention.carrier.payload.tense == "past"


def _only_old(scene: Scene, mention: Mention, times: Sequence[tuple[int, TimeMention]]) -> bool:
    """Whether the times of a sentence that say how long ago all lie days before the story (of 13 annotated 7 lie back, two are news).

    What a source is quoted for behind a colon has its own time (حملته المسؤولية عن تدمير النبع، وقالت: دمرته البراميل يوم كذا).
    """
    if any(scene.form(k) == ":" for _, time in times for k in range(mention.last, time.first)):
        return False
    ages = [age for _, time in times if (age := days_back(scene, time)) is not None]
    return bool(ages) and min(ages) > STORY_DAYS


def in_the_past(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is a verb in the past, or a phrase that opens with one (فرضت سيطرتها)."""
    if mention.sense.cls != "phrase" or mention.type in PACTS:  # وقف إطلاق النار is no verb
        return mention.sense.tense == "past"
    light = scene.light.get(mention.first)
    verbs = scene.lexicon.verbs.at(scene.tokens, mention.first, scene.page.lookup)
    return light is not None and light.payload.tense == "past" or any(h.payload.tense == "past" for h in verbs)


def risen(scene: Scene, mention: Mention) -> bool:
    """Whether a toll is told as risen: that is news, however old the attack."""
    sentence = scene.sentence(mention.first)
    if sentence is None or mention.type not in ("casualties", "cumulative_toll"):
        return False
    return any(scene.form(k).startswith(("حصيل", "ارتف", "الحصيل")) for k in range(sentence.first, sentence.last))


def known_to_have_been(scene: Scene, mention: Mention) -> bool:
    """Whether what something else went before is over: the days of it lie back, or its relative clause tells it (التي عقدت)."""
    light = scene.light.get(mention.last + 1)
    if scene.form(mention.last) in RELATIVES and light is not None and light.payload.tense == "past":
        return True
    time = own_time(scene, mention)
    age = days_back(scene, time) if time is not None else None
    return age is not None and age > STORY_DAYS


def was_doing(scene: Scene, mention: Mention) -> bool:
    """Whether كان stands in front of a verb in the present with nothing but its subject between (كان التنظيم يسيطر عليها).

    بينما كانت الطائرات تقصف goes with the story.
    """
    low = max(mention.clause[0], mention.first - _WAS_DOING)
    head = next((k for k in range(mention.first - 1, low - 1, -1) if scene.form(k) in WAS), None)
    if head is None or scene.form(head - 1) in _WHILE:
        return False
    named = {k for m in scene.actors_between(head, mention.first) for k in range(m.first, m.last)}
    return all(k in named or scene.form(k).startswith("ال") for k in range(head + 1, mention.first))
