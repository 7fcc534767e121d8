"""When a document was published, worked out from its own words where nobody said.

Every sign in the text leaves some days possible: a date line of the page, اليوم with a weekday, a weekday with day and
month (which fixes the year), a dated milestone told as yesterday's, a round of talks, a term of office. The days that all
signs leave, strongest sign first, are the publication date; a sign that would leave none is set aside and said so. More
than three months of them is unknown.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.handover import Attributed, TimeMention
from marsad.lexicon.ground import GroundLexicon
from marsad.model import Considered, Doubt, Precision, Published, PublishedBasis, Span, Trace
from marsad.stages.ground.bounds import (
    COUNTED,
    DAY,
    EARLIEST,
    FIRST,
    LAST,
    anchored,
    bounds,
    counted,
    elapsed,
    in_prose,
    stretch,
    told_day,
)
from marsad.stages.ground.datelines import (
    SAVED_LATER,
    SITE_CLOCK,
    Line,
    Sign,
    address_sign,
    copyright_year,
    page_lines,
    page_sign,
)

_ISO_DAY: Final = len("2015-10-24")
_WIDEST: Final = 92
_SLACK: Final = 2
_LEAD: Final = 3
_BEHIND_ITS_CUE: Final = 3
_NEXT_DAY: Final = 1
_WEEK: Final = 7
_TEASERS_FROM: Final = 1500  # so far behind its date line a page tells of other articles
_NO_LATER: Final = "written no later"
_RIGHTS: Final = f"{_NO_LATER} than its notice of rights"
_TWO_FACTS: Final = 2
_OWN_DAY: Final = "the text names its own day"
_OWN_FULL_DAY: Final = "the text names its own day with the year"
_FEW: Final = 4  # a day, a month and a weekday fall together in three years of the twenty that are reckoned with
_BOUND_DAYS: Final = 400


class WorkedOut(NamedTuple):
    """The publication date with its reasons; `within` are the days it lies in where the date itself is unknown."""

    published: Published
    doubts: tuple[Doubt, ...]
    traces: tuple[Trace, ...]
    within: Interval | None = None
    today: Interval | None = None  # the day that the text itself calls today, where it is not the one given

    @property
    def days(self) -> Interval | None:
        """The days that the text may be of, so far as known: by itself, by its publication date, or within bounds."""
        return self.today or iso_days(self.published.start, self.published.end) or self.within


def work_out(page: Page, times: Sequence[TimeMention], attributed: Attributed, lexicon: GroundLexicon) -> WorkedOut:
    """The publication date as given, or as the page and the text allow."""
    document = page.document
    given = document.published
    if given.start is not None and (given.start == given.end or given.end is None) and len(given.start) >= _ISO_DAY:
        today = _own_today(page, times, attributed, iso_days(given.start, None))
        return WorkedOut(given, (), (Trace(record=document.id, stage="ground", rule="publication date given"),), today=today)
    own, weekdays = _self_dates(page, times, attributed), _weekdays(page, times, attributed)
    lines = page_lines(page, lexicon)
    saved = [n for n in lines if n.rank == SITE_CLOCK or _of_another_day(n, page, times, own, weekdays)]
    sign = page_sign([n for n in lines if n not in saved])
    address = address_sign(document.url)
    signs = [s for s in (address, sign) if s is not None]
    of_the_text = [m for m in times if not any(a < m.span[1] and m.span[0] < b for _, (a, b), _ in lines)]
    later, bounding = _not_after(page, saved), bounds(page, of_the_text, lexicon)
    signs += [*(s for s in later if not _outdated(s, bounding)), *own, *anchored(page, times, lexicon)]
    signs += [
        *(s for s in weekdays if s.span is not None and not _in_speech(page, attributed, s.span)),
        *_lead_day(page, times, attributed),
        *weekdays,
        *counted(page, lexicon),
        *elapsed(page, lexicon),
        *bounding,
        *_not_long_before(saved),
    ]
    whole = iso_days(given.start, given.end)
    known = whole is not None and whole.start is not None and whole.end is not None
    if known and whole and whole.start and whole.end:
        days = stretch(whole.start, whole.end)
    else:
        # Only a text that says so itself may be older than the years reckoned with.
        days = stretch(FIRST, LAST).union(*(s.days for s in signs if s in (address, sign) or s.rule in (COUNTED, _OWN_FULL_DAY)))
    kept: list[Sign] = []
    left: list[Considered] = []
    for sign in signs:
        narrowed = days & sign.days
        if not narrowed:
            left.append(Considered(span=sign.span, what=sign.rule, why="leaves no day that the stronger signs allow"))
        elif len(narrowed) < len(days):
            days = narrowed
            kept.append(sign)
    if known and not any(s.basis in ("url", "page", "explicit", "weekday") for s in kept):
        return WorkedOut(given, (), (Trace(record=document.id, stage="ground", rule="publication date given"),))
    told = any(not sign.rule.startswith("written") for sign in kept)
    if not told or max(days) - min(days) >= _WIDEST:  # what only bounds it may bound it by looking ahead
        why = tuple(Considered(span=s.span, what=s.rule, why="bounds it, but not within three months") for s in kept)
        trace = Trace(record=document.id, stage="ground", rule="publication date unknown", considered=(*why, *left))
        low, high = min(days), max(days)
        bounded = low > FIRST.toordinal() and high < LAST.toordinal() and high - low <= _BOUND_DAYS
        within = Interval(date.fromordinal(low), date.fromordinal(high)) if bounded else None
        return WorkedOut(_one_of(given, days, kept), (), (trace,), within)
    start, end = date.fromordinal(min(days)), date.fromordinal(max(days))
    basis = _basis(kept)
    precision: Precision = "day" if start == end else "interval"
    published = Published(
        start=start.isoformat(), end=end.isoformat(), precision=precision, basis=basis,
        span=next((s.span for s in kept if s.basis == basis), kept[0].span),
    )  # fmt: skip
    traces = tuple(
        Trace(record=document.id, stage="ground", rule=s.rule, entry=s.entry, spans=(s.span,) if s.span else ()) for s in kept
    )
    last = Trace(
        record=document.id, stage="ground", rule="publication date: the days that all signs leave", considered=tuple(left)
    )
    doubts = (
        (Doubt(stage="ground", span=published.span, about=f"publication date worked out as {start} to {end}"),)
        if start != end
        else ()
    )
    return WorkedOut(published, doubts, (*traces, last))


def _one_of(given: Published, days: frozenset[int], kept: Sequence[Sign]) -> Published:
    """A publication date nobody gave with the few days that it can be, where the text names its own day without a year."""
    own = next((sign for sign in kept if sign.rule == _OWN_DAY), None)
    if own is None or given.start is not None or len(days) > _FEW:
        return given
    possible = tuple(date.fromordinal(day).isoformat() for day in sorted(days))
    return Published(basis="unknown", span=own.span, possible=possible)


def iso_days(start: str | None, end: str | None) -> Interval | None:
    """The days from one ISO day, month or year to another; None where either is none of these."""
    first = _iso(start) if start else None
    last = _iso(end) if end else first
    return Interval(first.start, last.end) if first is not None and last is not None else None


def _iso(text: str) -> Interval | None:
    try:
        if len(text) == len("2015"):
            return Interval(date(int(text), 1, 1), date(int(text), 12, 31))
        if len(text) == len("2015-10"):
            first = date.fromisoformat(f"{text}-01")
            return Interval(first, first.replace(day=monthrange(first.year, first.month)[1]))
        day = date.fromisoformat(text[:_ISO_DAY])
    except ValueError:
        return None
    return Interval(day, day)


def _basis(kept: Sequence[Sign]) -> PublishedBasis:
    order: tuple[PublishedBasis, ...] = ("url", "page", "milestone", "explicit", "weekday")
    found = {s.basis for s in kept if not s.rule.startswith(_NO_LATER)}
    named = next((b for b in order[:2] if b in found), None)
    if named is not None:
        return named
    if "explicit" in found and not any(s.rule.startswith("milestone told") for s in kept):
        return "explicit"
    return next(b for b in order if b in found)


def _ordinals(days: Iterable[date]) -> frozenset[int]:
    return frozenset(d.toordinal() for d in days)


def _weekday_days(weekday: int) -> frozenset[int]:
    """The ordinals of all days that can be meant which fall on a weekday, Monday 0."""
    first = EARLIEST + ((weekday - EARLIEST.weekday()) % _WEEK) * DAY
    return frozenset(range(first.toordinal(), LAST.toordinal() + 1, _WEEK))


def _days_of_years(month: int, day: int, weekday: int | None) -> Iterable[date]:
    """A day and month in every year in which it falls on the weekday."""
    for year in range(EARLIEST.year, LAST.year + 1):
        try:
            told = date(year, month, day)
        except ValueError:
            continue  # 29 شباط
        if weekday in (None, told.weekday()):
            yield told


# -- when the page was saved ------------------------------------------------------------------------------------------


def _of_another_day(line: Line, page: Page, times: Sequence[TimeMention], own: Sequence[Sign], weekdays: Sequence[Sign]) -> bool:
    """Whether a date line is not that of the text: it names its own day, a later one, or another weekday for today."""
    near = range(line.day - _SLACK, line.day + _SLACK + 1)
    if not line.rank:
        # آخر تحديث is the text's day unless the text says today of other weekdays alone: then the page was touched later.
        return bool(weekdays) and not any(d in s.days for s in weekdays for d in near)
    first = next(
        (s for s in own if s.span is not None and s.span != line.span and s.span[0] - line.span[1] < _TEASERS_FROM), None
    )
    if first is not None and not any(d in first.days for d in near):
        return True
    if line.rank == 1:
        return False
    if weekdays and not any(line.day in s.days for s in weekdays):
        return True
    return any(told_day(m) > line.day and in_prose(page, m) for m in times)


def _not_after(page: Page, saved: Sequence[Line]) -> list[Sign]:
    """A page saved on a day was written no later; nor later than its notice of rights."""
    signs = []
    if saved:
        line = min(saved, key=lambda n: (-n.day, n.span))
        rule = f"{_NO_LATER} than the day the page was saved"
        signs.append(Sign(stretch(EARLIEST, date.fromordinal(line.day)), "page", rule, line.span))
    rights = copyright_year(page)
    if rights is not None:
        year, span = rights
        signs.append(Sign(stretch(EARLIEST, date(year, 12, 31)), "page", _RIGHTS, span))
    return signs


def _outdated(sign: Sign, bounding: Sequence[Sign]) -> bool:
    """Whether a notice of rights is of a year before two facts that the page tells: it was never renewed, and bounds nothing."""
    if sign.rule != _RIGHTS:
        return False
    known = [s for s in bounding if s.rule.startswith("written after") and s.span is not None and min(s.days) > max(sign.days)]
    return len({s.span for s in known}) >= _TWO_FACTS


def _not_long_before(saved: Sequence[Line]) -> list[Sign]:
    """A page is read, and so saved, within the year or so behind its day: the weakest sign of all, of old pages not true."""
    if not saved:
        return []
    line = min(saved, key=lambda n: (-n.day, n.span))
    day = date.fromordinal(line.day)
    return [
        Sign(stretch(day - SAVED_LATER * DAY, day), "page", f"{_NO_LATER} than a year or so before the page was saved", line.span)
    ]


# -- what the text says of its own day --------------------------------------------------------------------------------


def _own_today(page: Page, times: Sequence[TimeMention], attributed: Attributed, given: Interval | None) -> Interval | None:
    """The day that the text calls today, where all its words agree on one beside the day given (أمس الخميس on a Thursday).

    A day on record is often that of the happening, or of the day on which the page was saved: of 510 articles with a day
    and such words, 52 name another.
    """
    if given is None or given.start is None:
        return None
    day = given.start.toordinal()
    plain = [m for m in times if page.quote_around(m.first) is None]  # «اقتحمنا فجر اليوم (الأحد)» was said on another day
    signs = [(s, _SLACK) for s in _self_dates(page, plain, attributed)]
    signs += [(s, _NEXT_DAY) for s in _weekdays(page, plain, attributed)]
    if not signs:
        return None
    left = frozenset.intersection(*(s.days for s, _ in signs))
    if day in left:
        return None
    near = [d for d in left if abs(d - day) <= min(reach for _, reach in signs)]
    told = [d for s, _ in signs if s.basis == "explicit" for d in s.days & left if 0 < day - d <= SAVED_LATER]
    found = min(near or told, key=lambda d: (abs(d - day), d), default=None)
    return Interval(date.fromordinal(found), date.fromordinal(found)) if found is not None else None


def _inside_speech(page: Page, attributed: Attributed, mention: TimeMention) -> bool:
    """Whether somebody else says it: his today need not be the page's."""
    return _in_speech(page, attributed, mention.span)


def _in_speech(page: Page, attributed: Attributed, span: Span) -> bool:
    if page.quote_around(page.within(span)[0]) is not None:
        return True
    return any(a <= span[0] < b for claim in attributed.claims for a, b in claim.content)


def _own_first(page: Page, times: Sequence[TimeMention], attributed: Attributed) -> list[TimeMention]:
    inside = [_inside_speech(page, attributed, m) for m in times]
    return [m for m, i in zip(times, inside, strict=True) if not i] + [m for m, i in zip(times, inside, strict=True) if i]


def _self_dates(page: Page, times: Sequence[TimeMention], attributed: Attributed) -> list[Sign]:
    """اليوم، الجمعة 2 كانون الأول: day and month, with the weekday that fixes the year."""
    signs = []
    for mention in _own_first(page, times, attributed):
        value = mention.value
        if value.kind != "date" or value.day is None or value.shift is None or value.open is not None or value.month is None:
            continue
        shift = value.shift
        if shift > 0 and page.quote_around(mention.first) is not None:
            continue  # "يجب أن يبدأ ذلك غدا 13 أكتوبر", in a history: his tomorrow, whenever he spoke
        if value.year is not None:
            dated = place_in_calendar(value, None)
            days = _ordinals([dated.interval.start - shift * DAY]) if dated and dated.interval.start else frozenset()
        else:
            days = _ordinals(told - shift * DAY for told in _days_of_years(value.month, value.day, value.weekday))
        basis: PublishedBasis = "explicit" if value.year is not None else "weekday"
        rule = _OWN_DAY if value.year is None else _OWN_FULL_DAY
        signs.append(Sign(days, basis, rule, mention.span))
    return signs


def _lead_day(page: Page, times: Sequence[TimeMention], attributed: Attributed) -> list[Sign]:
    """أعلن الكرملين الثلاثاء أن: the bare weekday with which the lead dates its saying is that of publication, or the one before it."""
    cues = sorted(page.within(c.cue.span)[1] for c in attributed.claims if c.cue is not None)
    for mention in times:
        value = mention.value
        if page.sentence_of(mention.first).i >= _LEAD or value.kind != "weekday" or value.weekday is None:
            continue
        bare = value.shift is None and value.modifier is None and value.open is None
        if (
            bare
            and any(0 <= mention.first - cue <= _BEHIND_ITS_CUE for cue in cues)
            and not _inside_speech(page, attributed, mention)
        ):
            days = _weekday_days(value.weekday) | _weekday_days((value.weekday + 1) % _WEEK)
            return [Sign(days, "weekday", "weekday with which the lead dates its saying", mention.span)]
    return []


def _weekdays(page: Page, times: Sequence[TimeMention], attributed: Attributed) -> list[Sign]:
    """اليوم السبت, أمس الجمعة, غدا الأحد: the weekday of publication; the outlet's own voice first."""
    signs = []
    for mention in _own_first(page, times, attributed):
        value = mention.value
        if value.kind == "weekday" and value.shift is not None and value.weekday is not None and value.open != "before":
            days = _weekday_days((value.weekday - value.shift) % _WEEK)
            signs.append(Sign(days, "weekday", "weekday told with today or yesterday", mention.span))
    return signs
