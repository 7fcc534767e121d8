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
_NO_LATER: Final = "written no later"
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
    signs += [*_not_after(page, saved), *own, *_anchored(page, times, lexicon)]
    signs += [*weekdays, *_elapsed(page, lexicon), *_bounds(page, times, lexicon)]
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
        return WorkedOut(given, (), (trace,), within)
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
    if not line.rank:
        return False
    near = range(line.day - _SLACK, line.day + _SLACK + 1)
    first = next((s for s in own if s.span != line.span), None)
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
    """A page saved on a day was written no later, and within the year or so before; nor later than its notice of rights."""
    signs = []
    if saved:
        line = min(saved, key=lambda n: (-n.day, n.span))
        day = date.fromordinal(line.day)
        rule = f"{_NO_LATER} than the day the page was saved, nor long before"
        signs.append(Sign(_stretch(day - SAVED_LATER * _DAY, day), "page", rule, line.span))
    rights = copyright_year(page)
    if rights is not None:
        year, span = rights
        signs.append(Sign(_stretch(_FIRST, date(year, 12, 31)), "page", f"{_NO_LATER} than its notice of rights", span))
    return signs


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
        signs.append(Sign(days, basis, "the text names its own day", mention.span))
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
        for milestone in lexicon.milestones:
            if milestone.news and _met(text, milestone):
                told = Interval(milestone.start, milestone.end)
                for mention in near[:2]:
                    sign = _sign_of(
                        mention, told, f"milestone told with a day: {milestone.about}", f"ground/milestones.yml#{milestone.id}"
                    )
                    signs += [sign] if sign else []
    return signs


def _relative(value: TimeExpression) -> bool:
    return value.kind in ("day", "weekday", "night") and value.modifier is None


def _sign_of(mention: TimeMention, told: Interval, rule: str, entry: str) -> Sign | None:
    if told.start is None or told.end is None:
        return None
    days = set()
    day = told.start - 2 * _DAY
    while day <= told.end + 10 * _DAY:
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
        met = [m for m in lexicon.milestones if _met(text, m)]
        if not met:
            continue
        tokens = page.tokens[sentence.first : sentence.last]
        for match in find_numbers(tokens, page.lookup):
            if match.value.low is None or match.last >= len(tokens) or match.first == 0:
                continue
            opener = tokens[match.first - 1].form.removeprefix("و")
            unit = next(
                (p.value for f in _stems(page, tokens[match.last]) for p in lexicon.times.phrases["unit"].get(f, ())), None
            )
            scale = {"day": 1, "week": 7}.get(unit or "")
            if opener not in _AFTER or scale is None:
                continue
            count = int(match.value.low) * scale
            slack = max(3, count // 9) if match.value.qualifier != "exact" else 2
            days: set[int] = set()
            for m in met:
                days |= _stretch(m.start + count * _DAY, m.end + (count + slack) * _DAY)
            span = (tokens[match.first].start, tokens[match.last].end)
            entry = f"ground/milestones.yml#{met[0].id}"
            signs.append(Sign(frozenset(days), "milestone", f"days since: {met[0].about}", span, entry))
    return signs


def _stems(page: Page, token: Token) -> list[str]:
    return [c.stem for c in page.lookup.cuts(token.form) if not c.enc]


def _recently(value: TimeExpression) -> frozenset[int] | None:
    """The days on which الأحد 28 مايو or مايو الماضي can be said: some months after such a day, whatever the year."""
    if value.kind not in ("date", "month") or value.month is None or value.year is not None or value.calendar == "hijri":
        return None
    if value.shift is not None or value.open is not None or value.year_shift is not None:
        return None
    days: set[int] = set()
    for year in range(_FIRST.year, _LAST.year + 1):
        if value.modifier == "past":
            behind = date(year + value.month // 12, value.month % 12 + 1, 1)
            days |= _stretch(behind, behind + 335 * _DAY)
        elif value.modifier is None and value.weekday is not None and value.day is not None:
            try:
                told = date(year, value.month, value.day)
            except ValueError:
                continue
            if told.weekday() == value.weekday:
                days |= _stretch(told, told + _TOLD_OF_DAYS * _DAY)
        else:
            return None
    return frozenset(days)


def _bounds(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> list[Sign]:
    """What can only have been written after something, or while somebody held office."""
    signs = []
    for mention in times:
        value = mention.value
        recent = _recently(value)
        if recent is not None:
            signs.append(Sign(recent, "explicit", "written not long after a day it names without a year", mention.span))
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
