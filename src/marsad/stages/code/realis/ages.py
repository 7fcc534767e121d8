"""Ages: how many days before the report a happening lies, by the time that is said of it."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from marsad.arabic.times.calendar import Interval, basis_of, place_in_calendar
from marsad.arabic.times.expression import TimeExpression
from marsad.handover import TimeMention
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.grounds import LEAD, SINCE
from marsad.stages.code.scene import Scene

# Of 52 annotated happenings of the day of the report or the day before, told behind its opening, one is background; of 26
# that lie three days or more back, 21 are. What opens the report is its matter even when it is weeks old.
FRESH_DAYS: Final = 1
STORY_DAYS: Final = 2
_NEAR: Final = 8
_FAR: Final = 20
_LONG: Final = 14
_NO_YEAR: Final = 2100
_RANKED: Final = frozenset(
    ["الاشد", "الاعنف", "الاكبر", "الاوسع", "الاسوا", "الاعلي", "الاول", "الاولي", "اعنف", "اكبر", "اسوا", "اول", "اوسع",
     "اكثر", "الاكثر"]
)  # fmt: skip
_RANKED_REACH: Final = 6
_SURE_DAYS: Final = 2
# How long ago أمس or الشهر الماضي is hangs on no day. A Monday amid a month: last week is neither fresh nor old there.
_ANY_DAY: Final = date(2014, 6, 16)
_SINCE_REACH: Final = 9  # tokens from منذ to the time: منذ بدء الأزمة في البلاد في آذار 2011
_BEGINNINGS: Final = frozenset(["بدء", "بدايه", "اندلاع", "انطلاق", "تفجر", "بدات", "اندلعت", "نشوب", "سقوط"])
_EARLIER: Final = frozenset(["سابق", "سابقا"])
_OF_A_DAY: Final = frozenset(["day", "weekday", "date", "night"])


def own_time(scene: Scene, mention: Mention) -> TimeMention | None:
    """The time of a mention where it is surely its own: in its clause, close by, or the only one of its sentence."""
    if mention.time is None:
        return None
    time = scene.recognised.times[mention.time]
    if time.value.open == "since" and any(scene.form(k) in _RANKED for k in range(time.first - _RANKED_REACH, time.first)):
        return None  # الغارات هي الأعنف منذ حرب عام 2006
    if _of_a_beginning(scene, mention, time):
        return None
    low, high = mention.clause
    if low <= time.first < high or abs(time.first - mention.first) <= _NEAR:
        return time
    sentence = scene.sentence(mention.first)
    if sentence is None or abs(time.first - mention.first) > _FAR or len(scene.times_between(sentence.first, sentence.last)) > 1:
        return None
    return time


def _of_a_beginning(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """Whether a time says since when a war or crisis lasts (منذ بدء الأزمة في آذار 2011), and the mention is no part of that."""
    for k in range(time.first - 1, max(time.first - _SINCE_REACH, 0), -1):
        if scene.form(k) in SINCE and any(scene.form(n) in _BEGINNINGS for n in (k + 1, k + 2)):
            return not k <= mention.first < time.first
    return False


def days_back(scene: Scene, time: TimeMention) -> int | None:
    """How many days before publication a time ends; None for what is open, or where no day of publication is known that it hangs on."""
    if earlier_in(scene, time):
        return None
    if time.value.calendar == "hijri" and time.value.year is None and (time.value.year_shift or 0) < 0:
        return None  # رمضان من العام الفائت: a month of no year is placed in this one
    if time.value.shift is not None and time.value.open is None:
        return -time.value.shift  # أمس الأحد is yesterday for whoever wrote it, on whatever day the page was stored
    placed = _placed(scene, time.value)
    today, start, end = placed if placed is not None else (None, None, None)
    if today is None or end is None or start is None and time.value.kind == "ago":
        return None  # قبل أيام: nobody says how many
    if time.value.kind == "span" and time.value.modifier == "past":
        if start is None:
            return None  # خلال الأشهر الماضية: nobody says how many
        return (today - start).days if (end - start).days >= _LONG else (today - end).days  # on months or years up to now
    if time.value.kind == "weekday" and time.value.modifier == "past":
        return max((today - end).days, STORY_DAYS + 1)  # الأحد الفائت is not told as yesterday, even on a Monday
    long = start is not None and (end - start).days >= _LONG and end < today
    return (today - start).days if start is not None and long else (today - end).days  # last month lies back even on the second


def earlier_in(scene: Scene, time: TimeMention) -> bool:
    """Whether a time says earlier in this week, month or year (في وقت سابق من هذا الشهر): before the story, and no day is said."""
    return of_this_time(time) and any(scene.form(k) in _EARLIER for k in range(time.first - 2, time.last))


def of_this_time(time: TimeMention) -> bool:
    """Whether a time names the week, month or year in which it is told (هذا الأسبوع, الشهر الجاري)."""
    value = time.value
    if value.open is not None or value.part is not None or value.day is not None:
        return False
    return (
        value.modifier == "this"
        or value.kind == "month"
        and value.month_shift == 0
        or value.kind == "year"
        and value.year_shift == 0
    )


def still_to_come(scene: Scene, time: TimeMention, *, today: bool = False) -> bool:
    """Whether a time begins behind the day of publication, or with `today` on it."""
    placed = _placed(scene, msgspec.structs.replace(time.value, open=None))
    return placed is not None and placed[1] is not None and (placed[1] > placed[0] or today and placed[1] == placed[0])


def begun_lately(scene: Scene, time: TimeMention) -> bool:
    """Whether a time, or the day from which it runs (اعتبارا من مساء أمس), is of today, yesterday or still to come."""
    if time.value.open not in (None, "from"):
        return False
    age = days_back(scene, msgspec.structs.replace(time, value=msgspec.structs.replace(time.value, open=None)))
    return age is not None and age <= FRESH_DAYS


def _placed(scene: Scene, value: TimeExpression) -> tuple[date, date | None, date | None] | None:
    """The day of publication and the first and last day of a time; None for what is open, or where no such day is known.

    Where only some days are known on one of which it was published, a time that is not told from them lies before all, or nowhere.
    """
    published = scene.published
    if published is None and basis_of(value) == "relative":
        published = Interval(_ANY_DAY, _ANY_DAY)
    if published is None or published.start is None or published.end is None or value.open is not None:
        return None
    dated = place_in_calendar(value, Interval(published.end, published.end))
    if dated is None:
        return published.end, None, None
    if basis_of(value) == "relative" or (published.end - published.start).days <= _SURE_DAYS:
        return (published.end, *dated.interval)
    end = dated.interval.end
    return (published.start, *dated.interval) if end is not None and end < published.start else None


def this_year(scene: Scene) -> int | None:
    """The year of publication; where it is not known, the latest year that the text names (histories often come undated)."""
    if scene.published is not None and scene.published.start is not None:
        return scene.published.start.year
    years = [t.value.year for t in scene.recognised.times if t.value.year is not None and t.value.year < _NO_YEAR]
    return max(years, default=None)


def tells_from_today(scene: Scene) -> bool:
    """Whether a page of no date opens with what is of اليوم or أمس: a day that it names by its date is another then."""
    if scene.published is not None:
        return False
    opening = (
        t.value for t in scene.recognised.times if t.first < scene.page.sentences[min(LEAD, len(scene.page.sentences) - 1)].last
    )
    return any(v.shift in (0, -1) and v.open is None for v in opening)


def of_a_day(time: TimeMention) -> bool:
    """Whether a time names a day."""
    value = time.value
    return value.open is None and value.kind in _OF_A_DAY and (value.kind != "date" or value.day is not None)
