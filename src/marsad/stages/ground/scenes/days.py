"""Which times of a page are days of its story: those of happenings, and not those of the saying, of a thing or of a feast."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from marsad.arabic.times import TimeExpression
from marsad.arabic.times.calendar import place_in_calendar
from marsad.arabic.times.owners import SIGNED, STATEMENT_REACH, THAT, WHO, of_a_statement
from marsad.handover import TimeMention
from marsad.model import When
from marsad.stages.ground.datelines import now_of, opens_a_part
from marsad.stages.ground.scenes.story import DONE, HAPPENED, Day, Story, Told

_REACH: Final = 6
_SHORT_RANGE: Final = 2
_LOOSE: Final = 31
_SAYING_REACH: Final = 6
_OCCASION_REACH: Final = 3
_RELATIVE_REACH: Final = 14
_HEAD_REACH: Final = 6  # الهجوم الدامي الذي وقع أمس
_TAKEN: Final = frozenset(["الملتقطه", "التقطت", "ملتقطه"])  # في الصورة الملتقطة يوم 5 أيلول
_AWAITED: Final = frozenset(
    ["تستعد", "يستعد", "استعدادا", "استعدادات", "المقرر", "المقرره", "مقرر", "مقرره", "المرتقب", "المرتقبه", "المزمع", "المنتظر", "المنتظره",
     "يعتزم", "تعتزم", "عشيه", "قبيل"]
)  # fmt: skip
_AWAITED_REACH: Final = 6
_CLAUSE_ENDS: Final = frozenset(["،", ",", "؛", ":"])


def days_told(story: Story, told: Sequence[Told], *, said: bool = False) -> list[Day]:
    """The days of the story in the order of the text; with `said` also those that only date a saying."""
    attached: dict[int, list[Told]] = {}
    for event in told:
        if event.own and event.draft.time is not None:
            attached.setdefault(event.draft.time, []).append(event)
    days: list[Day] = []
    told_last: Day | None = None
    for k, mention in enumerate(story.times):
        events = attached.get(k, [])
        here = story.sentence(mention.first)
        if mention.value.kind == "behind" and mention.value.count == 0 and mention.value.unit == "day":
            # في اليوم نفسه: the day told last goes on holding from here, however long ago it lies; التالي the one behind it.
            if mention.value.open is None and told_last is not None and here - told_last.sentence <= _REACH:
                days.append(Day(mention.first, here, _shifted(told_last.when, mention.value.shift or 0), fresh=True))
            elif mention.value.modifier == "this" and (today := _dated(story, _today(mention))) is not None:
                days.append(Day(mention.first, here, today, fresh=True))  # لليوم الثاني على التوالي
            continue
        named = mention.value.kind in ("day", "weekday", "date", "night", "range") and mention.value.open is None
        if k in story.dateline or not named:
            continue
        heads = opens_a_part(story.page, mention)
        if not (events or said or heads) and (_dates_the_saying(story, mention) or _to_a_day(story, mention)):
            continue
        if _of_a_noun(story, mention, told) or _an_occasion(story, mention) or (not events and _awaited(story, mention)):
            continue
        when = _dated(story, mention)
        if when is None or _ahead(story, mention, when):
            continue
        told_of_another = _in_a_relative(story, mention)
        types = frozenset(e.draft.type for e in events if e.draft.realis in HAPPENED)
        done = not events or any(e.draft.realis in DONE for e in events)
        told_last = Day(mention.first, here, when, heads or story.fresh(when), story=done, types=types, heads=heads,
                        aside=told_of_another)  # fmt: skip
        if done or any(e.draft.realis == "historical" for e in events):
            days.append(told_last)
    return days


def _today(mention: TimeMention) -> TimeMention:
    return msgspec.structs.replace(mention, value=TimeExpression(kind="day", shift=0))


def _dated(story: Story, mention: TimeMention) -> When | None:
    """The date of a time, where it is as short as a scene is."""
    dated = place_in_calendar(mention.value, now_of(story.page, story.times, mention, story.published))
    if dated is None:
        return None
    start, end = dated.interval
    if start is None or end is None or (end - start).days > _widest(story, mention):
        return None
    return When(
        start=start.isoformat(), end=end.isoformat(), precision=dated.precision, basis=dated.basis, span=mention.span
    )  # fmt: skip


def _ahead(story: Story, mention: TimeMention, when: When) -> bool:
    """Whether a day without a year lies behind publication (رفعت الجلسة إلى الخميس المقبل): nothing has happened on it yet."""
    known = story.published
    if known is None or known.end is None or when.start is None or mention.value.year is not None:
        return False
    return mention.value.shift != 0 and when.start > known.end.isoformat()


def _widest(story: Story, mention: TimeMention) -> int:
    """How many days on its first a scene may last: a night, من ليلة الخميس ولغاية أمس, or as little as publication is known."""
    known = story.published
    loose = (known.end - known.start).days if known is not None and known.start and known.end else 0
    told = {"night": 1, "range": _SHORT_RANGE}.get(mention.value.kind, int(mention.value.daypart in ("night", "midnight")))
    return told + (loose if loose <= _LOOSE else 0)


def _of_a_noun(story: Story, mention: TimeMention, told: Sequence[Told]) -> bool:
    """في القصر الذي استعاده الثوار أمس, القرار الصادر في 27 أيلول: the day of what tells of a thing or a place, not of a happening."""
    tokens = story.page.tokens
    if any(t.form in SIGNED or t.form in _TAKEN for t in tokens[max(0, mention.first - 2) : mention.first]):
        return True
    start = max(story.firsts[story.sentence(mention.first)], mention.first - _RELATIVE_REACH)
    who = next((k for k in range(mention.first - 1, start, -1) if tokens[k].form in WHO), None)
    if who is None or any(tokens[k].form in _CLAUSE_ENDS for k in range(who, mention.first)):
        return False
    words = [story.page.within(t) for e in told for t in e.draft.triggers]
    return not any(who - _HEAD_REACH <= last - 1 < who for _, last in words)


def _in_a_relative(story: Story, mention: TimeMention) -> bool:
    """الاجتماع الذي عقد الخميس, المجزرة التي ارتكبها الطيران أمس: the day of a happening that is only recalled."""
    tokens, start = story.page.tokens, max(story.firsts[story.sentence(mention.first)], mention.first - _RELATIVE_REACH)
    who = next((k for k in range(mention.first - 1, start, -1) if tokens[k].form in WHO), None)
    return who is not None and not any(tokens[k].form in _CLAUSE_ENDS for k in range(who, mention.first))


def _an_occasion(story: Story, mention: TimeMention) -> bool:
    """نقل التهاني بمناسبة حلول عيد الفطر: a feast that something is done for."""
    before = story.page.tokens[max(0, mention.first - _OCCASION_REACH) : mention.first]
    if story.page.tokens[mention.first].form == "بعيد":
        return True  # هنأ الجنود بعيد الفطر
    return any(t.form.removeprefix("و") in ("بمناسبه", "لمناسبه", "مناسبه") for t in before)


def _awaited(story: Story, mention: TimeMention) -> bool:
    """فيما تستعد مصر لتدشين قناتها الخميس: a weekday of something that is still to come."""
    start = max(story.firsts[story.sentence(mention.first)], mention.first - _AWAITED_REACH)
    bare = mention.value.kind == "weekday" and mention.value.shift is None and mention.value.modifier is None
    return bare and any(t.form.removeprefix("و") in _AWAITED for t in story.page.tokens[start : mention.first])


def _to_a_day(story: Story, mention: TimeMention) -> bool:
    """رفع الجلسة ليوم الخميس: the day for which something is put off or set."""
    return story.page.tokens[mention.first].form in ("ليوم", "لتاريخ", "لنهار", "لصباح", "لمساء")


def _dates_the_saying(story: Story, mention: TimeMention) -> bool:
    tokens, here, at = story.page.tokens, story.sentence(mention.first), mention.span[0]
    for claim in story.claims:
        if claim.cue is None or any(a <= at < b for a, b in claim.content):
            continue  # قال: "في الرابعة من فجر اليوم ..."
        cue = story.page.token_at(claim.cue.span[0])
        if story.sentence(cue) != here:
            continue
        if 0 <= mention.first - cue <= _SAYING_REACH or 0 <= cue - mention.last <= 1:
            return True
        if claim.content and claim.cue.span[0] < at < claim.content[0][0]:
            return True  # أعلن الناطق باسم قيادة العمليات في المحافظة، أمس، مقتل ثلاثة
    told_in = tokens[max(0, mention.first - STATEMENT_REACH) : mention.first]
    if of_a_statement([t.form for t in told_in]) and here == story.sentence(told_in[0].i):
        return True
    # وقال ناشطون من ريف كذا لمراسل الموقع اليوم الأربعاء، إن ...
    word = next((t.form for t in tokens[mention.last : mention.last + 2] if t.kind == "word"), "")
    cues = [story.page.token_at(c.cue.span[0]) for c in story.claims if c.cue is not None]
    return word in (*THAT, "عن") and any(c < mention.first and story.sentence(c) == here for c in cues)


def _shifted(when: When, days: int) -> When:
    """A date so many days later, as carried."""
    start, end = (date.fromisoformat(d) + timedelta(days=days) if d else None for d in (when.start, when.end))
    return msgspec.structs.replace(
        when, start=start.isoformat() if start else None, end=end.isoformat() if end else None, basis="carried"
    )
