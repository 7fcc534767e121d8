"""The time of a mention: that of its clause, else the only one of its sentence, less what dates the saying or something else."""

from __future__ import annotations

from typing import Final

from marsad.arabic.times.owners import (
    COMES,
    LEADS_ON,
    REASONS,
    REASONS_OF_TWO,
    SIGNED,
    STATEMENT_REACH,
    WHEN,
    WHO,
    goes_on_meanwhile,
    of_a_clause_behind,
    of_a_statement,
    talked_about,
    turns,
)
from marsad.handover import TimeMention
from marsad.stages.code.attachment.beside import (
    ADJECTIVE_REACH,
    ARRANGED,
    EFFECTS,
    FOLLOWED,
    HEAD_REACH,
    REASON_REACH,
    describes,
    outcome,
    told_between,
    without_and,
)
from marsad.stages.code.attachment.relatives import (
    behind_a_relative,
    in_a_relative,
    of_a_happening,
    of_a_noun_farther_on,
    of_a_relative,
    of_a_relative_before,
    of_a_thing_long_ago,
    tells_of_a_thing,
)
from marsad.stages.code.attachment.sayings import dates_a_saying, of_a_report_behind
from marsad.stages.code.attachment.since import since_of_another, since_of_something_else
from marsad.stages.code.families import PACTS
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_OF_ANOTHER: Final = frozenset(["كان", "كانت", "كانوا", "ذكري", "الذكري", "لذكري", "بذكري"])
_LIKE_IT: Final = frozenset(["مماثل", "مماثله", "مشابه", "مشابهه", "سابق", "سابقه"])
_TURNS_OF_TWO: Final = frozenset([("رغم", "ذلك"), ("سبق", "ان"), ("علما", "ان"), ("علما", "بان"), ("مع", "ذلك")])
_TALKS: Final = frozenset(["مفاوضات", "محادثات", "مباحثات", "جوله", "جولات", "المفاوضات", "المحادثات", "المباحثات"])
_ASIDE_REACH: Final = 10
_PUBLISHED_REACH: Final = 2
_PUBLISHED: Final = frozenset(
    ["نشر", "نشرت", "نشره", "نشرته", "نشرها", "بث", "بثت", "بثه", "بثته", "صدر", "صدرت", "اصدره", "اصدرته", "نشروه"]
)
_NEXT_IN_A_ROW: Final = frozenset(["كما", "فيما", "بينما"])
_ASIDE: Final = frozenset(["كان", "كانت", "كانوا", *WHO])
_SHORTEST_FUTURE: Final = 3
_LAUNCHES: Final = ("اطلق", "بدا", "انطلق", "شرع")
_LIES_BACK: Final = frozenset(["date", "month", "year", "season", "decade", "unit", "span"])
_AT_SOME_TIME: Final = frozenset(["حديثا", "موخرا", "لاحقا", "سابقا"])
_AFTER_REACH: Final = 9
_CAME_AFTER: Final = frozenset(["بعد", "عقب", "بعدما"])
_STATES: Final = frozenset(["siege", "deployment", "detention", "military_support", "control_status"])
_TOLLS: Final = frozenset(["casualties", "cumulative_toll"])
_SUFFERED_REACH: Final = 40  # characters
_CAUSES: Final = frozenset([*ATTACKS, "armed_clash", "territory_capture", "ceasefire_violation"])


def settle_time(scene: Scene, mention: Mention, mentions: list[Mention]) -> None:
    """A time expression of the clause, else the only one of the sentence; never the one that dates a reporting verb."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return
    if (mention.type == "military_support" and describes(scene, mention)) or _what_talks_are_about(scene, mention):
        return
    usable = []
    for k, t in scene.times_between(sentence.first, sentence.last):
        if dates_a_saying(scene, mention, mentions, t) or _set_apart(scene, mention, t.first):
            continue
        if (
            _before_that(scene, mention, mentions, t)
            or _said_aside(scene, mention, mentions, t)
            or _in_a_row(scene, mention, mentions, t)
            or _of_one_like_it(scene, mention, mentions, t)
            or of_a_noun_farther_on(scene, mention, t.first)
            or _across_a_turn(scene, t.last, mention.first)
            or (t.value.kind in _LIES_BACK and _told_as_well(scene, t.last, mention.first))
            or _of_a_clause_behind(scene, mention, t)
            or _comes_after(scene, mention, t.last)
            or since_of_something_else(scene, mention, mentions, t)
            or of_a_thing_long_ago(scene, mention, t)
            or goes_on_meanwhile([scene.form(k) for k in range(t.last, mention.first + 1)])
            or _launched_then(scene, mention, t)
            or _of_what_is_told(scene, mention, t)
            or (of_a_report_behind(scene, mention, t.span[0]) and not _denied(scene, mention))
            or _at_some_time(scene, mention)
            or (mention.type == "ceasefire" and t.value.open == "since" and _joined_behind(scene, mention, t.last))
            or tells_of_a_thing(scene, mention, mentions, t)
            or _describes_a_noun(scene, mention, t)
            or _talked_about(scene, mention, t)
        ):
            continue
        usable.append((k, t))
    # استعاد القرية أمس بعد يومين من القتال: how long something took is behind what says when it was
    usable = [(k, t) for k, t in usable if t.value.kind not in ("within", "after")] or usable
    if in_a_relative(scene.page, mention.first, mention.last) and not of_a_happening(scene, mention, mentions):
        # قصفت أمس معقل الجماعات التي تقاتل الجيش منذ 2013: a relative clause on a thing has its own time or none
        usable = [(k, t) for k, t in usable if t.first > mention.first]
    if len(usable) > 1 and _to_come(scene.form(mention.first)):
        # سيلتقي الرئيس الذي زار باكو الاثنين نظيره غدا: what is to come has the time that lies ahead
        ahead = [(k, t) for k, t in usable if (t.value.shift or 0) > 0 or t.value.modifier == "next"]
        if ahead:
            mention.time = min(ahead, key=lambda kt: (abs(kt[1].first - mention.first), kt[0]))[0]
            return
    if len(usable) > 1:
        # شهدت هجمات في السنوات الماضية ومنها هجوم في تموز: what says no more than "lately" goes behind what names a month
        sharp = [(k, t) for k, t in usable if t.value.kind not in ("span", "ago") or t.value.count is not None]
        if len(sharp) < len(usable):
            clear = [t.first for _, t in sharp if not any(_between_two(m, mention, t.first) for m in mentions)]
            usable = [(k, t) for k, t in sharp if t.first in clear and t.first > mention.first] or usable
        # قصفت الطائرات أمس، فيما هاجمت القوات القاعدة، أول أمس: a time behind فيما goes before one of the clause in front
        usable = [(k, t) for k, t in usable if not _in_front_of_a_clause(scene, mention, t.last)] or usable
        # قتل ثلاثة أمس في هجوم للمتمردين الذين استأنفوا منذ أسبوع عملياتهم: the time of the relative clause is not its own
        usable = [(k, t) for k, t in usable if not behind_a_relative(scene, mention, t.first)] or usable
        usable = [(k, t) for k, t in usable if not of_a_relative_before(scene, mention, mentions, t.first)] or usable
        if scene.form(mention.first).startswith("و") and mention.sense.cls == "verb":
            # بايع التنظيم في 2004 وانفصل عنه في 2014: what و joins has the time behind it before that of the first
            behind = [(k, t) for k, t in usable if t.first >= mention.last and _no_comma(scene, mention.last, t.first)]
            usable = [(k, t) for k, t in behind if not told_between(mention.first, t.first, mentions)] or usable
    if not usable:
        return
    opening = _opening_time(scene, mention, mentions, usable)
    if opening is not None:
        mention.time = opening
        return
    low, high = mention.clause
    inside = [(k, t) for k, t in usable if low <= t.first < high and not of_a_relative(scene, mention, mentions, t.first)]
    pool = inside or [(k, t) for k, t in usable if not any(_between_two(m, mention, t.first) for m in mentions)]
    if not pool and len(usable) == 1 and usable[0][1].first <= sentence.first + 1 + (scene.form(sentence.first) == "اما"):
        pool = usable  # وفي مطلع كانون الثاني الماضي، أسفر القصف عن ... بغارات: what opens the sentence holds for all of it
    if not pool and scene.form(mention.first).startswith("و") and mention.sense.cls == "verb":
        # تمكن الجيش أواخر الشهر الماضي من كسر الحصار، وأسقط مساعدات: the time told before the first of them
        told = [m for m in mentions if m.sentence == mention.sentence]
        pool = [
            (k, t)
            for k, t in usable
            if t.value.open is None and t.last <= told[0].first and _no_comma(scene, sentence.first, t.first)
        ]
    if pool:
        mention.time = min(pool, key=lambda kt: (abs(kt[1].first - mention.first), kt[0]))[0]


def _describes_a_noun(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """قصفوا أمس الغوطة المحاصرة, القوات المتمركزة في البلدة: what somebody or a place is called after has only the time right behind it."""
    form, before = scene.form(mention.first), scene.form(mention.first - 1)
    if mention.type not in _STATES or not form.startswith("الم") or mention.first + 1 != mention.last:
        return False
    noun = before.startswith("ال") or any(
        p.last == mention.first for _, p in scene.places_between(mention.first - 3, mention.first)
    )
    return noun and not 0 <= time.first - mention.last <= ADJECTIVE_REACH


def _talked_about(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """اجتمعوا أمس لبحث الهجوم على المدينة: what is talked about, in front of which the day of the talk stands."""
    sentence = scene.sentence(mention.first)
    if sentence is None or time.first > mention.first or mention.type in ("meeting", "talks"):
        return False
    return talked_about([scene.form(k) for k in range(sentence.first, mention.first)], scene.form(mention.first))


def _denied(scene: Scene, mention: Mention) -> bool:
    """نفى المصدر قصف النبع مؤكدا أن المسلحين لوثوه في آب: what is denied is of the occasion of which something else is told instead."""
    return any(c.stance == "denies" for c in scene.claims_at(mention.span))


def _joined_behind(scene: Scene, mention: Mention, time: int) -> bool:
    """تسيطر على المدينة منذ 2015، ولا تشملها الهدنة: whether another clause that و joins holds a mention, behind what lasts since then."""
    between = range(time, mention.first - 1)
    return any(scene.form(k) in ("،", ",") and scene.form(k + 1).startswith("و") for k in between)


def _no_comma(scene: Scene, first: int, last: int) -> bool:
    return not any(scene.form(k) in ("،", ",", "؛") for k in range(first, last))


def _what_talks_are_about(scene: Scene, mention: Mention) -> bool:
    """مفاوضات وقف إطلاق النار تستأنف الأسبوع المقبل: the time is that of the talks, not of what they are about."""
    return mention.type in PACTS and without_and(scene.form(mention.first - 1)).removeprefix("ل") in _TALKS


def _comes_after(scene: Scene, mention: Mention, time: int) -> bool:
    """ويأتي القصف الذي شهدته المدينة اليوم بعد إعلان الوزارة استهداف مواقع: what it comes after has not its time."""
    sentence = scene.sentence(mention.first)
    if sentence is None or without_and(scene.form(sentence.first)) not in COMES:
        return False
    return any(scene.form(k) in FOLLOWED for k in range(time, mention.first))


def _launched_then(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """عبر عملية أطلقها في 24 آب 2016، تطهير البلدة: the day on which a campaign began is not that of what it brought."""
    if time.last > mention.first or time.value.kind not in _LIES_BACK:
        return False
    for k in range(time.first - 1, max(0, time.first - HEAD_REACH), -1):
        if scene.form(k).startswith(_LAUNCHES):
            return without_and(scene.form(k - 1)) in WHO and any(
                scene.form(n) in ("،", ",") for n in range(time.last, mention.first)
            )
    return False


def _at_some_time(scene: Scene, mention: Mention) -> bool:
    """الذي عين حديثا رئيسا للوفد, وتحول اسمها فيما بعد: whether a word right behind says when, and names no day."""
    behind = scene.form(mention.last)
    return behind in _AT_SOME_TIME or (behind, scene.form(mention.last + 1)) == ("فيما", "بعد")


def _to_come(form: str) -> bool:
    """Whether a verb has the letter of the future (سيلتقي, وستبدأ)."""
    bare = without_and(form)
    return len(bare) > _SHORTEST_FUTURE and bare[0] == "س" and bare[1] in "يتنا"


def _before_that(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """سيطرت الفصائل على المدينة في آذار 2018، عقب عملية كذا: what the dated happening followed is older than its month."""
    before = without_and(scene.form(mention.first - 1))
    then = before == "بعدما" or (before == "ان" and without_and(scene.form(mention.first - 2)) == "بعد")
    if time.first > mention.first:
        return False
    if time.value.kind in (*_LIES_BACK, "ago") and time.value.open is None and _came_after(scene, mention, time):
        return True
    if not (then or before in ("بعد", "عقب")):
        return False
    wide = time.value.kind in ("month", "year", "season", "unit")
    if then and wide and time.last < mention.first - 2:
        return True  # منحت السلطات في شباط التحالف تراخيص، بعد أن سيطر المتمردون على المطار
    dated = any(m.sentence == mention.sentence and m.first < time.first for m in mentions if m is not mention)
    return dated and (wide or mention.type in ("territory_capture", "humanitarian_aid", *ARRANGED))


def _came_after(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """استلم المجلس الحكم قبل سنة بعد أن نجح لواء في طرد المسلحين: whether a mention is part of what the dated happening came after."""
    reach = range(max(time.last, mention.first - _AFTER_REACH), mention.first - 1)
    timed = {t.first for t in scene.recognised.times}
    after = next((k for k in reach if scene.form(k) in _CAME_AFTER and k not in timed), None)
    if after is None or mention.type in EFFECTS:
        return False
    joined = (scene.form(k) for k in range(after + 1, mention.first + 1))
    return not any(form.startswith("و") and len(form) > _SHORTEST_FUTURE for form in joined)


def _said_aside(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """نقاط كانت القوات قد سيطرت عليها أمس، وأسفرت الاشتباكات ...: whether a time in front is that of an aside on a noun."""
    sentence = scene.sentence(mention.first)
    if sentence is None or time.first > mention.first:
        return False
    start = max(sentence.first + 2, time.first - _ASIDE_REACH)
    was = next((k for k in range(time.first - 1, start - 1, -1) if scene.form(k) in _ASIDE), None)
    if was is None or not any(scene.form(k) in ("،", ",") for k in range(time.last, mention.first)):
        return False
    others = [m for m in mentions if m is not mention]
    if scene.form(was) in WHO:
        return not any(was - HEAD_REACH <= m.last - 1 < was for m in others)  # الهجوم الدامي الذي وقع أمس، وقتل فيه ...
    return any(was < m.first < time.first for m in others)


def _in_a_row(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """قصفت ...، بينما خطف مجهولون أول أمس عنصرا، كما قصفت: the day of one happening in a row, told neither first nor last."""
    sentence = scene.sentence(mention.first)
    if sentence is None or time.first > mention.first:
        return False
    openers = [k for k in range(sentence.first, mention.first) if without_and(scene.form(k)) in _NEXT_IN_A_ROW]
    return any(time.first < k for k in openers) and any(
        sentence.first <= m.first < k < time.first for k in openers for m in mentions
    )


def _of_one_like_it(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """طعن ستة وكان سجن في هجوم مماثل قبل عشر سنوات: the time behind a like happening is that one's."""
    return any(
        mention.last <= m.first < time.first and m.last <= time.first and scene.form(m.last) in _LIKE_IT
        for m in mentions
        if m is not mention
    )


def _of_what_is_told(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """وقال خلال زيارته إن الضربة هي الأحدث خلال الأيام الماضية: a time of what is told, not of the occasion on which it was."""
    return any(
        any(a <= time.span[0] < b for a, b in c.content)
        and c.cue is not None
        and scene.page.token_at(c.cue.span[0]) < mention.first
        and mention.span[1] <= c.content[0][0]
        for c in scene.attributed.claims
    )


def _across_a_turn(scene: Scene, time: int, mention: int) -> bool:
    """وفي أيار 2017 توصلوا إلى اتفاق، ورغم ذلك واصلوا القصف: a time in front of words that lead on to something else."""
    if turns([scene.form(k) for k in range(time, mention)]):
        return True
    pairs = [(without_and(scene.form(k)), scene.form(k + 1)) for k in range(time, mention - 1)]
    return any(pair in _TURNS_OF_TWO for pair in pairs)


def _told_as_well(scene: Scene, time: int, mention: int) -> bool:
    """لتنفيذ ما اتفق عليه في كانون الأول وأن تقدم تقارير عن المداهمات: a month or year in front of وأن, which tells of something else."""
    return any(scene.form(k) in ("وان", "وانه", "وانها", "وانهم") for k in range(time, mention))


def _of_a_clause_behind(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """بعيدا عن المعارك، غير أن الأشهر الماضية مرت بهدوء: the time of another clause; not that of a row (في 4 آب وفي 7 آب)."""
    if time.first < mention.last or any(t.last in (time.first, time.first - 1) for t in scene.recognised.times):
        return False
    return of_a_clause_behind([scene.form(k) for k in range(mention.last, time.first)], scene.form(time.first))


def _of_what_it_followed(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """تبادلا القصف عقب اندلاع الحرب في تشرين الأول، ويأتي الهجوم عقب تمرد يوم الاثنين: the time is that of what it followed."""
    sentence = scene.sentence(mention.first)
    if sentence is None or time.first < mention.last or time.value.kind in ("behind", "after", "within"):
        return False
    wide = time.value.kind in _LIES_BACK
    if not wide and without_and(scene.form(sentence.first)) not in COMES:
        return False
    after = next((k for k in range(time.first - 1, mention.last - 1, -1) if without_and(scene.form(k)) in FOLLOWED), None)
    if after is None or not _no_comma(scene, after, time.first):
        return False
    if time.first - after <= 1:
        return wide and time.value.kind != "unit"  # احتل أفغانستان بعد الحادي عشر من أيلول 2001
    # اكتسبت المبادرة زخما بعد هجوم شنته القوات في آب 2013; but دمر المنزل بعد غارة في آذار, سقطت المدينة إثر هجوم في أيار
    lies_off = wide and mention.type not in EFFECTS and without_and(scene.form(after)) != "اثر"
    return lies_off or not told_between(after, time.first, mentions)


def _so_many_days_long(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """في اليوم التاسع للهجوم، في اليوم الـ12 من العدوان: what has lasted so many days did not begin today."""
    if scene.form(time.last - 1) != "اليوم" or not 1 <= mention.first - time.last <= ADJECTIVE_REACH:
        return False
    return scene.form(mention.first).startswith("ل") or scene.form(mention.first - 1) == "من"


def _before_it_became(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """طردت السفير بداية 2012 قبل أن تتحول الأزمة إلى حرب، واتفاق يلتزم به في إشارة إلى ما أبرم الشهر الماضي: what came later, what is alluded to."""
    if mention.first > time.last:
        wide = time.value.kind in ("month", "year", "season")
        return wide and any(scene.form(k) == "قبل" and scene.form(k + 1) == "ان" for k in range(time.last, mention.first))
    return any(scene.form(k) == "في" and scene.form(k + 1) == "اشاره" for k in range(mention.last, time.first))


def _in_front_of_a_clause(scene: Scene, mention: Mention, time: int) -> bool:
    return any(without_and(scene.form(k)) in LEADS_ON for k in range(time, mention.first))


def _opening_time(scene: Scene, mention: Mention, mentions: list[Mention], usable: list[tuple[int, TimeMention]]) -> int | None:
    """وفي سبتمبر 2018، توصلت الدولتان إلى اتفاق: the time set in front of the sentence, for its first happening.

    Only where a later time of the clause stands behind another happening.
    """
    sentence = scene.sentence(mention.first)
    k, first = min(usable, key=lambda kt: kt[1].first)
    if sentence is None or first.first > sentence.first + 1 or first.last > mention.first:
        return None
    if scene.form(first.last) not in ("،", ","):
        return None
    if any(first.last <= m.first < mention.first for m in mentions):
        return None
    later = [t for _, t in usable if t.first >= mention.last]
    behind = [t for t in later if any(mention.last <= m.first < t.first for m in mentions if m is not mention)]
    return k if later and len(behind) == len(later) else None


def untie_times(scene: Scene, mentions: list[Mention]) -> None:
    """Take from mentions the time that is another's in their clause; how old they are told by it all the same."""
    for mention in mentions:
        if mention.time is None:
            continue
        time = scene.recognised.times[mention.time]
        if (
            since_of_another(scene, mention, mentions, time)
            or _before_it_became(scene, mention, time)
            or _so_many_days_long(scene, mention, time)
            or _of_what_it_followed(scene, mention, mentions, time)
        ):
            mention.time = None


def share_times(scene: Scene, mentions: list[Mention]) -> None:
    """Give what an attack does (damage, harm, flight, rescue) the time of the attack told before it in its sentence."""
    for k, mention in enumerate(mentions):
        if mention.time is not None or mention.type not in EFFECTS or mention.realis not in ("actual", "ongoing", "historical"):
            continue
        causes = [m for m in mentions[:k] if m.sentence == mention.sentence and m.type in _CAUSES and m.time is not None]
        if causes and not _comes_after(scene, mention, causes[-1].last):
            mention.time = causes[-1].time


def _cost(left: Mention, right: Mention) -> bool:
    """هجوم بسيارة ملغومة أودى بحياة عشرين في تموز: harm told of an attack in its own clause."""
    return left.type in ATTACKS and right.type == "casualties" and left.clause == right.clause


def _suffered_in(harm: Mention, attack: Mention) -> bool:
    """توثيق مقتل 15 مدنيا بقصف على المنطقة، خلال الشهر الماضي: the dead of an attack told right behind them as what killed them."""
    by = attack.span[0] - harm.span[1]
    return harm.type in _TOLLS and attack.type in ATTACKS and attack.clause == harm.clause and 0 <= by <= _SUFFERED_REACH


def _set_apart(scene: Scene, mention: Mention, time: int) -> bool:
    """Whether a time belongs to something else: what the mention is the reason or anniversary of, or what stands between."""
    if time > mention.first:
        # من حي كان سيطر عليه المسلحون الشهر الماضي, خرقا للاتفاق الموقع في آذار: the time is of what stands between
        others = _OF_ANOTHER if mention.type in PACTS else _OF_ANOTHER | SIGNED
        charge = range(max(0, mention.first - ADJECTIVE_REACH), mention.first)
        if time - mention.last > 2 and any(_accused(scene.form(k)) for k in charge):
            return WHO.isdisjoint(scene.form(k) for k in range(mention.last, time))  # محاكمة متهمين في تفجير غدا
        told_in = range(max(mention.last, time - STATEMENT_REACH), time)
        return of_a_statement([scene.form(k) for k in told_in]) or any(
            without_and(scene.form(k)) in others and not _of_itself(scene, mention, k) for k in range(mention.last, time)
        )
    if any(without_and(scene.form(k)) in _PUBLISHED for k in range(max(0, time - _PUBLISHED_REACH), time)):
        return True  # صور نشرت مطلع الشهر كشفت عن بناء قاعدة
    return any(
        without_and(scene.form(k)) in REASONS or (without_and(scene.form(k)), scene.form(k + 1)) in REASONS_OF_TWO
        for k in range(max(time, mention.first - REASON_REACH), mention.first)
    )


def _accused(form: str) -> bool:
    return without_and(form).removeprefix("ال").startswith(("متهم", "متورط", "ضالع"))


def _of_itself(scene: Scene, mention: Mention, was: int) -> bool:
    """هدنة كان يلتزمها الطرفان منذ 2013, زارها عندما كان نائبا في 2006: whether كان tells of the mention or of its time."""
    return (was == mention.last and not scene.form(was).startswith("و")) or scene.form(was - 1) in WHEN


def _between_two(other: Mention, mention: Mention, i: int) -> bool:
    if other is mention or other.sentence != mention.sentence:
        return False
    if 0 <= other.first - mention.last <= ADJECTIVE_REACH and other.type == mention.type:
        return False  # استعاد سيطرته على, عودة نصف مليون نازح: one act in two words
    if other.type == "control_status" and mention.type != other.type:
        return False  # قصفت مناطق سيطرة المعارضة ...، اليوم السبت: a state has no day, so the day is not that one's
    if mention.first < other.first < i and (outcome(mention, other) or _cost(mention, other) or _suffered_in(mention, other)):
        return False  # قصفت الطائرات البلدة ما تسبب بإصابة مدني، مساء اليوم
    return mention.first < other.first < i or i < other.first < mention.first
