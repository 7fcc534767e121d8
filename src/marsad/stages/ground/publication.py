"""When a document was published, worked out from its own words where nobody said.

Every sign in the text leaves some days possible: a date line of the page, اليوم with a weekday, a weekday with day and
month (which fixes the year), a dated milestone told as yesterday's, a round of talks, a term of office. The days that all
signs leave, strongest sign first, are the publication date; a sign that would leave none is set aside and said so. More
than three months of them is unknown.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from marsad.arabic.numbers import find_numbers
from marsad.arabic.page import Page
from marsad.arabic.sentences import Sentence
from marsad.arabic.times import TimeExpression
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import Token
from marsad.handover import Attributed, TimeMention
from marsad.lexicon.ground import GroundLexicon, Milestone, RoundSeries, bare
from marsad.model import Considered, Doubt, Precision, Published, PublishedBasis, Trace
from marsad.stages.ground.datelines import SAVED_LATER, SITE_CLOCK, Line, Sign, copyright_year, page_lines, page_sign

_DAY: Final = timedelta(days=1)
_ISO_DAY: Final = len("2015-10-24")
_FIRST: Final = date(2010, 1, 1)
_LAST: Final = date(2030, 12, 31)
_WIDEST: Final = 92
_SLACK: Final = 2
_OPENER_REACH: Final = 3
_NEAR_BEFORE: Final = 8
_NEAR_BEHIND: Final = 5
_TEASERS_FROM: Final = 1500  # so far behind its date line a page tells of other articles
_NEWS_HEAD: Final = 1500
_TOLD_LATER: Final = 12  # no text tells a fact as that of yesterday and names a day so much later
_NO_LATER: Final = "written no later"
_OWN_DAY: Final = "the text names its own day"
_FEW: Final = 4  # a day, a month and a weekday fall together in three years of the twenty that are reckoned with
_TOLD_OF_DAYS: Final = 200  # how long after a day a text still names it by weekday, day and month alone
_BOUND_DAYS: Final = 400
_ENDED: Final = frozenset(["اختتمت", "اختتم", "اختتام", "ختام", "انتهت", "انتهاء", "اختتام", "تختتم"])
_HELD: Final = _ENDED | frozenset(
    [
        "انطلقت",
        "انطلق",
        "انطلاق",
        "بدات",
        "بدا",
        "تنطلق",
        "تبدا",
        "عقدت",
        "عقد",
        "تعقد",
        "استضافت",
        "استضافتها",
        "جرت",
        "افتتحت",
        "افتتاح",
        "انعقدت",
        "شهدت",
        "شهد",
    ]
)
# Without the article, as the sentences are looked through.
_AHEAD: Final = frozenset(
    ["مقبله", "قادمه", "مقبل", "قادم", "ستعقد", "ستنطلق", "ستبدا", "سيعقد", "مقرره", "مزمع", "مرتقبه", "تحضيرا", "تحضير", "قبيل"]
)
_AFTER: Final = frozenset(["بعد", "منذ", "مضي", "مرور", "عقب"])
_ROUND_WORDS: Final = frozenset(
    ["جوله", "جولتها", "جولته", "الجوله", "بجولتها", "جولات", "نسخه", "نسخته", "نسختها", "اجتماع", "محادثات", "مفاوضات"]
)


class WorkedOut(NamedTuple):
    """The publication date with its reasons; `within` are the days it lies in where the date itself is unknown."""

    published: Published
    doubts: tuple[Doubt, ...]
    traces: tuple[Trace, ...]
    within: Interval | None = None


def work_out(page: Page, times: Sequence[TimeMention], attributed: Attributed, lexicon: GroundLexicon) -> WorkedOut:
    """The publication date as given, or as the page and the text allow."""
    document = page.document
    given = document.published
    if given.start is not None and (given.start == given.end or given.end is None) and len(given.start) >= _ISO_DAY:
        return WorkedOut(given, (), (Trace(record=document.id, stage="ground", rule="publication date given"),))
    own, weekdays = _self_dates(page, times, attributed), _weekdays(page, times, attributed)
    lines = page_lines(page, lexicon)
    saved = [n for n in lines if n.rank == SITE_CLOCK or _of_another_day(n, page, times, own, weekdays)]
    sign = page_sign([n for n in lines if n not in saved])
    signs = [sign] if sign is not None else []
    of_the_text = [m for m in times if not any(a < m.span[1] and m.span[0] < b for _, (a, b), _ in lines)]
    later = _not_after(page, saved)
    signs += [*later, *own, *_anchored(page, times, lexicon)]
    signs += [*weekdays, *_elapsed(page, lexicon), *_bounds(page, of_the_text, lexicon), *_not_long_before(saved)]
    whole = iso_days(given.start, given.end)
    known = whole is not None and whole.start is not None and whole.end is not None
    days = _stretch(whole.start, whole.end) if known and whole and whole.start and whole.end else _stretch(_FIRST, _LAST)
    kept: list[Sign] = []
    left: list[Considered] = []
    for sign in signs:
        narrowed = days & sign.days
        if not narrowed:
            left.append(Considered(span=sign.span, what=sign.rule, why="leaves no day that the stronger signs allow"))
        elif len(narrowed) < len(days):
            days = narrowed
            kept.append(sign)
    if known and not any(s.basis in ("page", "explicit", "weekday") for s in kept):
        return WorkedOut(given, (), (Trace(record=document.id, stage="ground", rule="publication date given"),))
    told = any(not sign.rule.startswith("written") for sign in kept)
    if not told or max(days) - min(days) >= _WIDEST:  # what only bounds it may bound it by looking ahead
        why = tuple(Considered(span=s.span, what=s.rule, why="bounds it, but not within three months") for s in kept)
        trace = Trace(record=document.id, stage="ground", rule="publication date unknown", considered=(*why, *left))
        low, high = min(days), max(days)
        bounded = low > _FIRST.toordinal() and high < _LAST.toordinal() and high - low <= _BOUND_DAYS
        within = Interval(date.fromordinal(low), date.fromordinal(high)) if bounded else None
        return WorkedOut(_one_of(given, days, kept), (), (trace,), within)
    start, end = date.fromordinal(min(days)), date.fromordinal(max(days))
    basis = _basis(kept)
    precision: Precision = "day" if start == end else "interval"
    published = Published(
        start=start.isoformat(), end=end.isoformat(), precision=precision, basis=basis,
        span=next((s.span for s in kept if s.basis == basis), kept[0].span),
    )  # fmt: skip
    traces = tuple(Trace(record=document.id, stage="ground", rule=s.rule, entry=s.entry, spans=(s.span,)) for s in kept)
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
    order: tuple[PublishedBasis, ...] = ("page", "milestone", "explicit", "weekday")
    found = {s.basis for s in kept if not s.rule.startswith(_NO_LATER)}
    if "page" in found:
        return "page"
    if "explicit" in found and not any(s.rule.startswith("milestone told") for s in kept):
        return "explicit"
    return next(b for b in order if b in found)


def _ordinals(days: Iterable[date]) -> frozenset[int]:
    return frozenset(d.toordinal() for d in days)


def _stretch(start: date, end: date) -> frozenset[int]:
    return frozenset(range(max(start, _FIRST).toordinal(), min(end, _LAST).toordinal() + 1))


def _all_days() -> Iterable[date]:
    return (date.fromordinal(n) for n in range(_FIRST.toordinal(), _LAST.toordinal() + 1))


# -- when the page was saved ------------------------------------------------------------------------------------------


def _of_another_day(line: Line, page: Page, times: Sequence[TimeMention], own: Sequence[Sign], weekdays: Sequence[Sign]) -> bool:
    """Whether a date line is not that of the text: it names its own day, a later one, or another weekday for today."""
    near = range(line.day - _SLACK, line.day + _SLACK + 1)
    if not line.rank:
        # آخر تحديث is the text's day unless the text says today of other weekdays alone: then the page was touched later.
        return bool(weekdays) and not any(d in s.days for s in weekdays for d in near)
    first = next((s for s in own if s.span != line.span and s.span[0] - line.span[1] < _TEASERS_FROM), None)
    if first is not None and not any(d in first.days for d in near):
        return True
    if line.rank == 1:
        return False
    if weekdays and not any(line.day in s.days for s in weekdays):
        return True
    return any(_told_day(m) > line.day and _in_prose(page, m) for m in times)


def _told_day(mention: TimeMention) -> int:
    value = mention.value
    if value.kind != "date" or value.day is None or value.year is None or value.modifier == "next" or value.open is not None:
        return 0
    dated = place_in_calendar(value, None)
    return dated.interval.start.toordinal() if dated is not None and dated.interval.start is not None else 0


def _in_prose(page: Page, mention: TimeMention) -> bool:
    before = page.tokens[mention.first - 1].form if mention.first else ""
    return before in ("في", "منذ", "بتاريخ", "من") or page.tokens[mention.first].form in ("يوم", "بتاريخ")


def _not_after(page: Page, saved: Sequence[Line]) -> list[Sign]:
    """A page saved on a day was written no later; nor later than its notice of rights."""
    signs = []
    if saved:
        line = min(saved, key=lambda n: (-n.day, n.span))
        rule = f"{_NO_LATER} than the day the page was saved"
        signs.append(Sign(_stretch(_FIRST, date.fromordinal(line.day)), "page", rule, line.span))
    rights = copyright_year(page)
    if rights is not None:
        year, span = rights
        signs.append(Sign(_stretch(_FIRST, date(year, 12, 31)), "page", f"{_NO_LATER} than its notice of rights", span))
    return signs


def _not_long_before(saved: Sequence[Line]) -> list[Sign]:
    """A page is read, and so saved, within the year or so behind its day: the weakest sign of all, of old pages not true."""
    if not saved:
        return []
    line = min(saved, key=lambda n: (-n.day, n.span))
    day = date.fromordinal(line.day)
    return [
        Sign(
            _stretch(day - SAVED_LATER * _DAY, day), "page", f"{_NO_LATER} than a year or so before the page was saved", line.span
        )
    ]


# -- what the text says of its own day --------------------------------------------------------------------------------


def _inside_speech(page: Page, attributed: Attributed, mention: TimeMention) -> bool:
    """Whether somebody else says it: his today need not be the page's."""
    if page.quote_around(mention.first) is not None:
        return True
    start = mention.span[0]
    return any(a <= start < b for claim in attributed.claims for a, b in claim.content)


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
        if value.year is not None:
            dated = place_in_calendar(value, None)
            days = _ordinals([dated.interval.start - shift * _DAY]) if dated and dated.interval.start else frozenset()
        else:
            days = frozenset(
                d.toordinal()
                for d in _all_days()
                if (told := d + shift * _DAY).day == value.day
                and told.month == value.month
                and value.weekday in (None, told.weekday())
            )
        basis: PublishedBasis = "explicit" if value.year is not None else "weekday"
        signs.append(Sign(days, basis, _OWN_DAY, mention.span))
    return signs


def _weekdays(page: Page, times: Sequence[TimeMention], attributed: Attributed) -> list[Sign]:
    """اليوم السبت, أمس الجمعة, غدا الأحد: the weekday of publication; the outlet's own voice first."""
    signs = []
    for mention in _own_first(page, times, attributed):
        value = mention.value
        if value.kind == "weekday" and value.shift is not None and value.weekday is not None and value.open != "before":
            weekday = (value.weekday - value.shift) % 7
            days = frozenset(d.toordinal() for d in _all_days() if d.weekday() == weekday)
            signs.append(Sign(days, "weekday", "weekday told with today or yesterday", mention.span))
    return signs


# -- milestones -------------------------------------------------------------------------------------------------------


def _sentences(page: Page) -> list[tuple[Sentence, str]]:
    """Each sentence with its words, articles taken off, as the milestones are looked for."""
    return [(s, " ".join(bare(t.form) for t in page.tokens[s.first : s.last])) for s in page.sentences]


def _holds(text: str, phrases: Iterable[str]) -> bool:
    padded = ""
    for phrase in phrases:
        if phrase in text:  # one phrase in some hundred passes here
            padded = padded or f" {text} "
            if any(f" {pro}{phrase} " in padded for pro in ("", "و", "ب", "ل", "ف", "وب")):
                return True
    return False


def _met(text: str, milestone: Milestone) -> bool:
    return all(_holds(text, group) for group in milestone.folded_all) and not _holds(text, milestone.folded_none)


def _rounds_in(page: Page, sentence: Sentence, text: str, series: RoundSeries) -> list[tuple[int, Interval]]:
    """Rounds of a series that a sentence names: استانا 6, جولة ثامنة, جولتها الـ 13."""
    if not _holds(text, series.folded_names) or _holds(text, series.folded_none):
        return []
    tokens = page.tokens[sentence.first : sentence.last]
    forms = [t.form for t in tokens]
    numbers: list[int] = []
    for k, token in enumerate(tokens):
        if token.kind != "number" or not token.form.isdigit():
            continue
        back = [f for f in forms[max(0, k - 3) : k] if f not in ("ال", "-", "–", "(", '"', "رقم")]
        if back and (_holds(bare(back[-1]), series.folded_names) or back[-1] in _ROUND_WORDS):
            numbers.append(int(token.form))
    numbers += [
        int(match.value.low)
        for match in find_numbers(tokens, page.lookup)
        if match.value.ordinal and match.value.low is not None and match.first and forms[match.first - 1] in _ROUND_WORDS
    ]
    return [(n, Interval(*series.rounds[n])) for n in dict.fromkeys(numbers) if n in series.rounds]


def _anchored(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> list[Sign]:
    """A dated event and أمس, الجمعة or ليل الخميس in one sentence: publication lies as many days behind it."""
    signs = []
    named = max((_told_day(m) for m in times if _in_prose(page, m)), default=0)
    for sentence, text in _sentences(page):
        near = [m for m in times if sentence.first <= m.first < sentence.last and m.value.open is None and _relative(m.value)]
        if not near:
            continue
        words = {w.removeprefix("و") for w in text.split()}
        for series in lexicon.rounds if words & _HELD else ():
            for number, (start, end) in _rounds_in(page, sentence, text, series):
                if start is None or end is None:
                    continue
                told = Interval(end, end) if words & _ENDED else Interval(start, end)
                sign = _sign_of(
                    near[0], told, f"milestone told with a day: {series.id} {number}", f"ground/rounds.yml#{series.id}"
                )
                signs += [sign] if sign else []
        if sentence.first >= len(page.tokens) or page.tokens[sentence.first].start > _NEWS_HEAD:
            continue  # further down the same words look back
        news = [m for m in lexicon.milestones if m.news and m.end.toordinal() + _TOLD_LATER >= named and _met(text, m)]
        for mention in near[:2] if news else ():
            found = [s for m in news if (s := _told_with(m, mention))]
            if found:
                # Two facts told in the same words (the two vetoes of autumn 2017): either may be meant.
                signs.append(found[0]._replace(days=frozenset().union(*(s.days for s in found))))
    return signs


def _told_with(milestone: Milestone, mention: TimeMention) -> Sign | None:
    rule, entry = f"milestone told with a day: {milestone.about}", f"ground/milestones.yml#{milestone.id}"
    return _sign_of(mention, Interval(milestone.start, milestone.end), rule, entry)


def _relative(value: TimeExpression) -> bool:
    return value.kind in ("day", "weekday", "night") and value.modifier is None


def _sign_of(mention: TimeMention, told: Interval, rule: str, entry: str) -> Sign | None:
    if told.start is None or told.end is None:
        return None
    days = set()
    day = told.start - 2 * _DAY
    shifted, weekday = mention.value.shift, mention.value.weekday
    while day <= told.end + 10 * _DAY:
        if shifted is not None and weekday is not None and (day + shifted * _DAY).weekday() != weekday:
            day += _DAY
            continue
        dated = place_in_calendar(mention.value, Interval(day, day))
        if dated is not None and dated.interval.start is not None and dated.interval.end is not None:
            if dated.interval.start <= told.end and dated.interval.end >= told.start:
                days.add(day.toordinal())
        day += _DAY
    return Sign(frozenset(days), "milestone", rule, mention.span, entry) if days else None


def _elapsed(page: Page, lexicon: GroundLexicon) -> list[Sign]:
    """بعد أكثر من 90 يوما من شن الحملة: so many days after a known beginning."""
    signs = []
    for sentence, text in _sentences(page):
        met = [m for m in lexicon.milestones if m.since is not None and _met(text, m)]
        if not met:
            continue
        tokens = page.tokens[sentence.first : sentence.last]
        for match in find_numbers(tokens, page.lookup):
            if match.value.low is None or match.last >= len(tokens) or match.first == 0:
                continue
            unit = next(
                (p.value for f in _stems(page, tokens[match.last]) for p in lexicon.times.phrases["unit"].get(f, ())), None
            )
            openers = {w.removeprefix("و") for w in (t.form for t in tokens[max(0, match.first - _OPENER_REACH) : match.first])}
            if not openers & _AFTER or unit not in ("day", "week", "month", "year"):
                continue
            near = " ".join(bare(t.form) for t in tokens[max(0, match.first - _NEAR_BEFORE) : match.last + _NEAR_BEHIND])
            days: set[int] = set()
            for m in met:
                # ثلاثة أيام in a sentence on the war are not the days of the war, and the years may be those of a siege.
                if m.since == "days" if unit in ("day", "week") else _holds(near, m.folded_all[0]):
                    days |= _days_since(m, int(match.value.low), unit, match.value.qualifier)
            if not days:
                continue
            span = (tokens[match.first].start, tokens[match.last].end)
            entry = f"ground/milestones.yml#{met[0].id}"
            signs.append(Sign(frozenset(days), "milestone", f"days since: {met[0].about}", span, entry))
    return signs


def _days_since(milestone: Milestone, count: int, unit: str, qualifier: str) -> frozenset[int]:
    """So many units after a known beginning: a count of months or years is a round one, short or long of the day."""
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        slack = max(3, days // 9) if qualifier != "exact" else 2
        return _stretch(milestone.start + days * _DAY, milestone.end + (days + slack) * _DAY)
    length = 365.25 if unit == "year" else 30.4
    short = 15 if qualifier in ("more_than", "at_least") else length / 2
    first = milestone.start + round(count * length - short) * _DAY
    return _stretch(first, milestone.end + round((count + 1) * length + length / 6) * _DAY)


def _stems(page: Page, token: Token) -> list[str]:
    return [c.stem for c in page.lookup.cuts(token.form) if not c.enc]


def _recently(value: TimeExpression) -> frozenset[int] | None:
    """The days on which الأحد 28 مايو, مايو الماضي or مايو الجاري can be said: in that month or some behind it, whatever the year."""
    if value.kind not in ("date", "month") or value.month is None or value.year is not None or value.calendar == "hijri":
        return None
    if value.shift is not None or value.open is not None or value.year_shift is not None:
        return None
    days: set[int] = set()
    for year in range(_FIRST.year, _LAST.year + 1):
        if value.modifier == "past":
            behind = date(year + value.month // 12, value.month % 12 + 1, 1)
            days |= _stretch(behind, behind + 335 * _DAY)
        elif value.modifier == "this":
            month = Interval(date(year, value.month, 1), date(year, value.month, monthrange(year, value.month)[1]))
            if value.day is not None and value.weekday is not None and not _is(value.weekday, year, value.month, value.day):
                continue  # الاثنين 20 نيسان الجاري: only a year in which that day was a Monday
            days |= _stretch(month.start or _FIRST, month.end or _LAST)
        elif value.modifier is None and value.weekday is not None and value.day is not None:
            if _is(value.weekday, year, value.month, value.day):
                told = date(year, value.month, value.day)
                days |= _stretch(told, told + _TOLD_OF_DAYS * _DAY)
        else:
            return None
    return frozenset(days)


def _of_its_kind(page: Page, mention: TimeMention) -> frozenset[int] | None:
    """الثاني من نوعه خلال أكتوبر: said in that month."""
    value = mention.value
    if value.kind != "month" or value.month is None or value.year is not None or value.modifier is not None or value.part:
        return None
    before = [t.form for t in page.tokens[max(0, mention.first - 4) : mention.first]]
    if not {"نوعه", "نوعها"} & set(before) or value.calendar == "hijri":
        return None
    days: set[int] = set()
    for year in range(_FIRST.year, _LAST.year + 1):
        last = date(year, value.month, monthrange(year, value.month)[1])
        days |= _stretch(date(year, value.month, 1), last)
    return frozenset(days)


def _is(weekday: int, year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _bounds(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> list[Sign]:
    """What can only have been written after something, or while somebody held office."""
    signs = []
    for mention in times:
        value = mention.value
        recent = _recently(value) or _of_its_kind(page, mention)
        if recent is not None:
            this = value.modifier == "this"
            rule = "the text names its own month" if this else "written not long after a day it names without a year"
            signs.append(Sign(recent, "explicit", rule, mention.span))
        if value.year is None or value.kind not in ("date", "month", "year", "season") or value.modifier == "next":
            continue
        dated = place_in_calendar(value, None)
        if dated is not None and dated.interval.start is not None and dated.interval.start < _LAST:
            signs.append(Sign(_stretch(dated.interval.start, _LAST), "explicit", "written after a date it names", mention.span))
    latest: dict[str, tuple[int, Sign]] = {}
    for sentence, text in _sentences(page):
        span = page.span(sentence.first, sentence.last)
        for milestone in lexicon.milestones:
            if _met(text, milestone):
                rule, entry = f"written after: {milestone.about}", f"ground/milestones.yml#{milestone.id}"
                signs.append(Sign(_stretch(milestone.start, _LAST), "milestone", rule, span, entry))
        for term in lexicon.terms:
            if _met(text, term):
                rule, entry = f"written in office: {term.about}", f"ground/terms.yml#{term.id}"
                signs.append(Sign(_stretch(term.start, term.end), "milestone", rule, span, entry))
        for series in lexicon.rounds:
            for number, (start, _) in _rounds_in(page, sentence, text, series):
                if start is not None and (series.id not in latest or latest[series.id][0] < number):
                    rule, entry = f"written after {series.id} {number}", f"ground/rounds.yml#{series.id}"
                    ahead = 45 * _DAY if _AHEAD & set(text.split()) else 0 * _DAY
                    latest[series.id] = number, Sign(_stretch(start - ahead, _LAST), "milestone", rule, span, entry)
    signs += [sign for _, sign in latest.values()]
    for name, (number, sign) in latest.items():
        series = next(s for s in lexicon.rounds if s.id == name)
        if number + 1 in series.rounds:
            before = series.rounds[number + 1][0] - _DAY
            rule = f"{name} {number} is the latest round it names"
            signs.append(Sign(_stretch(_FIRST, before), "milestone", rule, sign.span, sign.entry))
    return signs
