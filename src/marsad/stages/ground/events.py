"""Events and tallies finished: place ids for mentions, dates for time expressions, dates carried within a scene."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

import msgspec

from marsad.arabic.page import Page
from marsad.arabic.times import TimeExpression
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.times.owners import SIGNED, WHEN, WHO
from marsad.handover import Attributed, EventDraft, PlaceMention, TallyDraft, TimeMention
from marsad.model import Event, Tally, TallyPart, Trace, When, Window
from marsad.stages.ground.datelines import now_of
from marsad.stages.ground.places import Located
from marsad.stages.ground.scenes import Scenes, Story, Told, in_the_air

_TO_COME = ("planned", "conditional")
_STRUCK_ON_A_DAY = ("agreement", "ceasefire", "zone_establish")
_ARRANGED = ("agreement", "ceasefire", "zone_establish", "talks", "mediation", "political_process")
_PASSING_REACH = 3
_IN_PASSING = frozenset(
    ["المشموله", "مشموله", "المشمول", "ضمن", "بموجب", "رغم", "بالرغم", "خرق", "خرقا", "لخرق", "انتهاك", "انتهاكا", "وفق", "وفقا", "اطار",
     "تطبيقا", "تنفيذا", "بنود", "المكلفه", "المكلف", "الخاضعه", "حول", "بشان", "الراعيه", "الضامنه", "بناء"]
)  # fmt: skip
_SIGNED_REACH = 6
_TODAY = TimeExpression(kind="day", shift=0)
_FIGHTING = ("armed_clash", "ground_attack", "protest")
_NOW_REACH = 4
_THE_HOUR = ("الساعه", "اللحظه")
_STILL = ("تزال", "لاتزال", "يزال", "لايزال", "زالت", "مازالت", "زال", "مستمره", "مستمرا", "متواصله")
_WATCH = ("مراقبه", "قوات", "لجنه", "لجان")
_GOES_ON = ("armed_clash", "protest", "siege", "ground_attack")
_HOLDS = ("detention", "siege")
_COMES_INTO_FORCE = frozenset(["حيز", "سريان", "سريانها", "سريانه", "بدا", "بدات", "يبدا", "تبدا"])
_CLOSE_BY = 5
_RELATIVE_REACH = 8
_SINCE_REACH = 3
_WHEN_REACH = 5
_STANDING = ("deployment", "military_support", "coordination", "monitoring", "intel_sharing")
_HEADLINES = 3
_MOST_OF_A_YEAR = timedelta(days=240)
_LATER_MENTION = 2
_LEAD_REACH = 8


class Finished(NamedTuple):
    """Events and tallies with the reasons for their dates."""

    events: tuple[Event, ...]
    tallies: tuple[Tally, ...]
    traces: tuple[Trace, ...]


def finish(
    page: Page,
    drafts: Sequence[EventDraft],
    tallies: Sequence[TallyDraft],
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    located: Located,
    attributed: Attributed,
    published: Interval | None,
    *,
    opening: When | None = None,
    dateline: frozenset[int] = frozenset(),
) -> Finished:
    """Give events their places and dates; `published` is the publication date so far as known.

    `opening` is the day that a bulletin names as its own, `dateline` the time expressions that only date the page.
    """
    events: list[Event] = []
    traces: list[Trace] = []
    told: list[Told] = []
    scenes = Scenes(Story(page, times, places, attributed, located, published, dateline=dateline))
    lead = min((_sentence_index(page, page.within(d.triggers[0])[0]) for d in drafts if d.triggers), default=0)
    for draft in drafts:
        when = None
        mention = times[draft.time] if draft.time is not None and draft.time not in dateline else None
        if mention is not None and (mention.value.kind == "behind" or draft.type == "control_status"):
            # The one dates what stands behind it; a state of control lasts, and the time of its sentence is another's.
            mention = None
        if mention is not None and (
            _stands_by(page, draft, mention)
            or _told_too_far_off(page, draft, mention, lead)
            or _pact_in_passing(page, draft, mention)
        ):
            mention = None
        if mention is not None:
            if mention.value.open == "since" and (draft.type in _STRUCK_ON_A_DAY or _behind_since(page, draft, mention)):
                # منذ اتفاق عام 1974: since then it holds, but then it was struck.
                mention = msgspec.structs.replace(mention, value=msgspec.structs.replace(mention.value, open=None))
            if mention.value.open == "until" and mention.value.shift == 0 and draft.realis == "ongoing":
                # ما زالت مستمرة حتى لحظة إعداد الخبر: it goes on today
                mention = msgspec.structs.replace(mention, value=msgspec.structs.replace(mention.value, open=None))
            if mention.value.kind == "within" and draft.type == "cumulative_toll" and draft.realis not in _TO_COME:
                # قتلت الغارات ألفا خلال عشرة أشهر: those that have gone by
                lately = msgspec.structs.replace(mention.value, kind="span", modifier="past")
                mention = msgspec.structs.replace(mention, value=lately)
            told_on = _told_on(page, times, mention, attributed, published)
            concluded = _concluded_then(page, draft, mention)
            when = _when(mention, told_on, future=draft.realis in _TO_COME and not concluded)
            if when is not None and draft.type in _HOLDS and mention.value.open == "since":
                when = msgspec.structs.replace(when, end=None, precision="interval")  # nobody says that it is over
            if when is not None and not _same_sentence(page, draft, mention):
                when = msgspec.structs.replace(when, basis="carried")
            if (
                when is not None
                and draft.realis in _TO_COME
                and not concluded
                and (_far_ahead(mention, when, published) or not _still_to_come(page, draft, mention, when, published))
            ):
                when = None
            if draft.realis not in _TO_COME and mention.value.modifier == "next":
                when = None
            begins = mention.value.open == "from"  # an announced truce has begun and ends in days to come
            if when is not None and draft.realis not in _TO_COME and not begins and _lies_ahead(when, published):
                # What has happened has not happened in days to come; what is set for tomorrow has not happened today either.
                when, mention = None, mention if (mention.value.shift or 0) > 0 else None
            if when is not None and draft.realis == "habitual" and mention is not None and mention.value.open is None:
                when = None  # a habit has no day
        now = mention is None and draft.time is None and _goes_on_now(page, draft)
        if now:
            when = _when(TimeMention(span=draft.triggers[0], first=0, last=0, value=_TODAY), published, future=False)
            when = msgspec.structs.replace(when, span=None) if when is not None else None
        # What says no more than "lately" leaves an event of the story to the day its other words or its scene give.
        vague = mention is not None and when is None and mention.value.kind in ("span", "ago", "unit")
        own = (mention is not None and not vague) or (now and when is not None)
        told.append(Told(draft, when, own, mention is not None and _any_morning(page, mention)))
    for draft, (when, how) in zip(drafts, scenes.carry(told, opening), strict=True):
        where = _places(draft.places, places, located)
        events.append(
            Event(
                id=draft.id, type=draft.type, realis=draft.realis, triggers=draft.triggers, claims=draft.claims, actors=draft.actors,
                targets=draft.targets, places=where, date=when, means=draft.means, counts=draft.counts, rule=draft.rule,
                doubts=draft.doubts,
            )
        )  # fmt: skip
        if when is not None:
            spans = (when.span,) if when.span is not None else ()
            traces.append(Trace(record=draft.id, stage="ground", rule=f"date: {how}", spans=spans))
    return Finished(tuple(events), tuple(_tally(t, times, located, published) for t in tallies), tuple(traces))


def _goes_on_now(page: Page, draft: EventDraft) -> bool:
    """تشهد المدينة الآن مواجهات, الاشتباكات لا تزال حتى الساعة: whether fighting is told to go on as one writes, and not اندلعت ولم تتوقف حتى الآن."""
    if draft.realis != "ongoing" or draft.type not in _FIGHTING:
        return False
    for trigger in draft.triggers:
        first, last = page.within(trigger)
        words = [t.form for t in page.tokens[max(0, first - _NOW_REACH) : last + _NOW_REACH]]
        for before, form, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
            if (form == "الان" and before != "حتي") or (form == "حتي" and behind in _THE_HOUR and before in _STILL):
                return True
    return False


def _any_morning(page: Page, mention: TimeMention) -> bool:
    """منذ الصباح, منذ ساعات الصباح: the morning of no day that is named."""
    value = mention.value
    named = any(t.form.removeprefix("ال") in ("يوم", "امس", "جاري") for t in page.tokens[mention.first : mention.last])
    return value.kind == "day" and value.shift == 0 and value.open == "since" and value.weekday is None and not named


def _behind_since(page: Page, draft: EventDraft, mention: TimeMention) -> bool:
    """منذ سيطرتها على عدن الشهر الماضي, منذ 2014 عندما سيطروا على صنعاء: what happened then, while something else goes on since."""
    first = page.within(draft.triggers[0])[0] if draft.triggers else 0
    if mention.last <= first <= mention.last + _WHEN_REACH:
        return any(t.form in WHEN for t in page.tokens[mention.last : first])  # منذ 2014، عندما سيطروا على صنعاء
    if not 0 < first < mention.first:
        return False
    before = [t.form.removeprefix("و") for t in page.tokens[max(0, first - _SINCE_REACH) : first]]
    return before[-1:] == ["منذ"] or ("منذ" in before and page.tokens[mention.first].form.removeprefix("و") != "منذ")


def _told_on(
    page: Page, times: Sequence[TimeMention], mention: TimeMention, attributed: Attributed, published: Interval | None
) -> Interval | None:
    """أعلنت أمس أن طائراتها شنت هجمات خلال الليل: the night is the one before the day on which it was told."""
    night, value = mention.value.start, mention.value
    overnight = value.kind == "range" and night is not None and night.daypart == "night" and night.shift is not None
    last_hours = (
        value.kind == "span" and value.unit == "hour" and value.modifier == "past"
    )  # أكدت أمس ... خلال الساعات الـ24 الماضية
    counted = value.kind == "ago" and _days_back(value)  # أعلن السبت أن ألفا قتلوا منذ يومين, أن جنديا قتل قبل يوم
    published = now_of(page, times, mention, published)
    if not overnight and not last_hours and not counted:
        return published
    sentence = _sentence_index(page, mention.first)
    told = [t for t in times if t.first < mention.first and _sentence_index(page, t.first) == sentence]
    if counted:
        inside = [c.content for c in attributed.claims if any(a <= mention.span[0] < b for a, b in c.content)]
        told = [t for t in told if any(t.span[1] <= content[0][0] for content in inside)]
    days = [t.value for t in told if t.value.kind in ("day", "weekday", "date") and t.value.open is None]
    dated = place_in_calendar(days[-1], published) if days else None
    return dated.interval if dated is not None else published


def _stands_by(page: Page, draft: EventDraft, mention: TimeMention) -> bool:
    """Whether troops that stand somewhere, a power that backs another or a pact that holds meet the day of what is told beside them."""
    for trigger in draft.triggers if draft.type in _STRUCK_ON_A_DAY else ():
        first, last = page.within(trigger)
        if any(t.form in _COMES_INTO_FORCE for t in page.tokens[max(0, first - 2) : last + 3]):
            return False  # دخلت الهدنة حيز التنفيذ منتصف الليل
    if in_the_air(page, draft):
        return False  # وحلقت أمس طائرات في الأجواء: aircraft do not stay
    return draft.realis == "ongoing" and draft.type in (*_STANDING, *_ARRANGED) and mention.value.open is None


def _told_too_far_off(page: Page, draft: EventDraft, mention: TimeMention, lead: int) -> bool:
    """Whether a later mention's time is no longer the event's: told sentences on, or no day, as of a like happening that follows.

    A headline takes the day that the body tells, however far down, and so does what stands in the sentence `lead` that is the first to
    tell anything; a written date (28 أيار) is that of the one happening wherever it is told again, though not of talks; a pact is
    dated wherever it is named, a siege begins where any mention says so.
    """
    if not draft.triggers or draft.type in _STRUCK_ON_A_DAY:
        return False
    first = _sentence_index(page, page.within(draft.triggers[0])[0])
    there = _sentence_index(page, mention.first)
    if there <= first:
        return False
    value = mention.value
    day = value.kind in ("day", "weekday", "date", "night", "range") and value.open is None
    if draft.type == "siege" and draft.realis == "ongoing" and value.open == "since":
        return False
    heads = first < _HEADLINES or (first == lead and there - first <= _LEAD_REACH)
    if first < _HEADLINES and value.kind == "span" and value.unit == "hour" and value.count is not None:
        day = True  # 18 خرقا, in the body: خلال الساعات الـ24 الماضية
    if first < _HEADLINES and draft.type in _GOES_ON and value.open == "since" and _days_back(value):
        day = True  # اشتباكات في طرابلس, in the body: تشهد ضواحيها اشتباكات منذ الخميس الماضي
    written = value.kind == "date" and value.month is not None and value.day is not None and draft.type not in _ARRANGED
    return not day or (not heads and not written and there - first > _LATER_MENTION)


def _days_back(value: TimeExpression) -> bool:
    """Whether a time begins on a day told as such or counted in days and weeks: منذ الخميس, منذ يومين; not منذ ستة أعوام."""
    return value.kind in ("day", "weekday", "date") or (value.kind == "ago" and value.unit in ("hour", "day", "week"))


def _pact_in_passing(page: Page, draft: EventDraft, mention: TimeMention) -> bool:
    """قصفت أمس بلدة مشمولة باتفاق: whether a pact or talks are named for what they hold for, behind the day of something else."""
    if draft.type == "zone_establish" and draft.triggers:
        at = page.within(draft.triggers[0])[0]
        if page.tokens[at - 1].form in ("ضمن", "في") and page.tokens[at - 2].form.removeprefix("ال") in (
            "مشموله",
            "مشمول",
        ):
            return True  # الغوطة مشمولة ضمن مناطق خفض التوتر بموجب اتفاق في أيلول
    if draft.type not in _ARRANGED or not draft.triggers or mention.value.kind not in ("day", "weekday", "date", "night"):
        return False
    if any(t.form in SIGNED for t in page.tokens[max(0, mention.first - _SIGNED_REACH) : mention.first]):
        return False  # رغم الاتفاق المبرم بين كذا وكذا في الخامس من آذار: the day is that of the pact
    first = page.within(draft.triggers[0])[0]
    before = [t.form.removeprefix("و") for t in page.tokens[max(0, first - _PASSING_REACH) : first]]
    if mention.first < first and any(w in _IN_PASSING for w in before):
        return True
    there = _sentence_index(page, mention.first)
    again = next((at for t in draft.triggers[1:] if _sentence_index(page, at := page.within(t)[0]) == there), None)
    if again is None or _sentence_index(page, first) == there:
        return False
    # قوات مراقبة مناطق خفض التوتر بدأت مهمتها أمس: told again as what somebody is called after
    return any(t.form in (*_IN_PASSING, *_WATCH) for t in page.tokens[max(0, again - _PASSING_REACH) : again])


def _sentence_index(page: Page, token: int) -> int:
    return bisect_right(page.sentences, token, key=lambda s: s.first) - 1


def _places(mentions: Sequence[int], places: Sequence[PlaceMention], located: Located) -> tuple[str, ...]:
    """The place ids, the most specific first: a place comes before what it lies in, otherwise in the order given.

    A house, a barracks, the Base that has no name and lies nowhere that is told says nothing of where (dev: 3 of 3 surplus).
    """
    inside = {p.id: p for p in located.places}
    told = [(k, p) for k in mentions if (p := located.of_mention[k]) is not None]
    ids = list(dict.fromkeys(p for k, p in told if places[k].name or inside[p].lat is not None))
    containers = {a for i in ids for a in inside[i].admin}
    return tuple(sorted(ids, key=lambda i: i in containers))


def _when(mention: TimeMention, published: Interval | None, *, future: bool) -> When | None:
    dated = place_in_calendar(mention.value, published, future=future)
    if dated is None:
        return None
    start, end = dated.interval
    return When(
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        precision=dated.precision,
        basis=dated.basis,
        span=mention.span,
    )


def _still_to_come(page: Page, draft: EventDraft, mention: TimeMention, when: When, published: Interval | None) -> bool:
    """Whether a time can be that of something planned: one that lies ahead, or a bare weekday close by its words."""
    value = mention.value
    if value.kind == "day" and value.weekday is None and page.tokens[mention.last].form in ("ان", "بان"):
        return False  # على روسيا اليوم أن تضغط لتحقيق انتقال سياسي: what is wanted today is not for today
    if value.shift is not None and value.shift < 0:
        return value.open == "from" and draft.type in _ARRANGED  # a truce announced for five days from last night
    if value.modifier == "next" or value.open == "from" or (value.shift or 0) > 0 or (value.month_shift or 0) > 0:
        return True
    if value.year_shift is not None and value.year_shift > 0:
        return True
    if value.kind in ("weekday", "night") or (value.kind == "date" and value.year is None):
        tokens = [page.within(t)[0] for t in draft.triggers]
        dated = value.kind == "date" and draft.realis == "planned" and _ahead(when, published)  # عقد المؤتمر في مدينة كذا يوم 18
        reach = _RELATIVE_REACH if dated else _CLOSE_BY
        return any(0 <= mention.first - t <= reach for t in tokens)  # announced on a day is not for that day
    known = published.start if published is not None else None
    if draft.realis == "conditional":
        return known is not None and when.start is not None and when.start > known.isoformat()  # what may be is of no day gone by
    return known is None or when.start is None or when.start >= known.isoformat()


def _concluded_then(page: Page, draft: EventDraft, mention: TimeMention) -> bool:
    """تخشى الدولة أن يغير الاتفاق الذي وقع في تموز ميزان القوى: a pact that a relative clause dates was concluded, whatever is feared of it."""
    if draft.type not in _STRUCK_ON_A_DAY:
        return False
    for trigger in draft.triggers:
        last = page.within(trigger)[1]
        between = [t.form for t in page.tokens[last : mention.first]]
        if between[:1] and not WHO.isdisjoint(between[:2]) and len(between) <= _RELATIVE_REACH and "،" not in between:
            return not any(len(f) > _CLOSE_BY - 2 and f[0] == "س" and f[1] in "ين" for f in between)
    return False


def _far_ahead(mention: TimeMention, when: When, published: Interval | None) -> bool:
    """معلومات تلقاها أواخر أيار عن خطط لاجتماع, told in June: a month without a year that comes round only next year is one gone by."""
    value = mention.value
    if value.year is not None or value.modifier is not None or value.kind not in ("month", "date"):
        return False
    return bool(published and published.end and when.start and when.start > (published.end + _MOST_OF_A_YEAR).isoformat())


def _ahead(when: When, published: Interval | None) -> bool:
    """Whether a time begins behind publication."""
    known = published.end if published is not None else None
    return known is not None and when.start is not None and when.start > known.isoformat()


def _lies_ahead(when: When, published: Interval | None) -> bool:
    """Whether a time begins on the day of publication or later and ends after it, or lies wholly behind it."""
    if published is None or published.end is None or when.start is None:
        return False
    last, night = published.end.isoformat(), (published.end + timedelta(days=1)).isoformat()
    # The night after a text's day may be behind it already: outlets live in several time zones.
    return when.start > night or (when.start == last and when.end is not None and when.end > night)


def _same_sentence(page: Page, draft: EventDraft, mention: TimeMention) -> bool:
    for trigger in draft.triggers:
        first, _ = page.within(trigger)
        try:
            sentence = page.sentence_of(first)
        except LookupError:
            continue
        if sentence.first <= mention.first < sentence.last:
            return True
    return False


def _tally(draft: TallyDraft, times: Sequence[TimeMention], located: Located, published: Interval | None) -> Tally:
    parts = tuple(
        TallyPart(place=located.of_mention[p.place] if p.place is not None else None, count=p.count, span=p.span, actor=p.actor)
        for p in draft.parts
    )
    total = sum(p.count for p in parts)
    window = None
    if draft.time is not None:
        when = _when(times[draft.time], published, future=False)
        window = Window(start=when.start, end=when.end) if when is not None else None
    return Tally(
        id=draft.id, what=draft.what, claim=draft.claim, total=draft.total, parts=parts, sum=total,
        agrees=None if draft.total is None or not parts or (not draft.whole and total < draft.total) else total == draft.total,
        window=window,
    )  # fmt: skip
