"""Facts that bound when a text was written: dated events, rounds of talks, terms of office, wars that count their years.

A fact told as news with أمس or a weekday gives the day; one that is only named was before the text; a date without a year
is named within some months.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from marsad.arabic.numbers import NumberMatch, find_numbers
from marsad.arabic.page import Page
from marsad.arabic.sentences import Sentence
from marsad.arabic.times import TimeExpression
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import Token
from marsad.handover import TimeMention
from marsad.lexicon.ground import GroundLexicon, Milestone, RoundSeries, bare
from marsad.stages.ground.datelines import Sign

DAY: Final = timedelta(days=1)
EARLIEST: Final = date(1990, 1, 1)  # a text that names its own day in full may be so old
FIRST: Final = date(2010, 1, 1)  # any other is taken for one of the years since
LAST: Final = date(2030, 12, 31)
_TOLD_OF_DAYS: Final = 200  # how long after a day a text still names it by weekday, day and month alone
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
COUNTED: Final = "day of a war that is counted"
_DAYS_OF_A_COUNT: Final = frozenset(["اليوم", "لليوم", "باليوم", "واليوم", "يومه", "يومها", "ليومه", "ليومها"])
_NEWS_HEAD: Final = 1500
_TOLD_LATER: Final = 12  # no text tells a fact as that of yesterday and names a day so much later
_OPENER_REACH: Final = 3
_NEAR_BEFORE: Final = 8
_NEAR_BEHIND: Final = 5


def stretch(start: date, end: date) -> frozenset[int]:
    """The ordinals of the days from one to the other, both included, that a text can have been written on."""
    return frozenset(range(max(start, EARLIEST).toordinal(), min(end, LAST).toordinal() + 1))


def told_day(mention: TimeMention) -> int:
    """The ordinal of a day told in full, 0 for anything else."""
    value = mention.value
    if value.kind != "date" or value.day is None or value.year is None or value.modifier == "next" or value.open is not None:
        return 0
    dated = place_in_calendar(value, None)
    return dated.interval.start.toordinal() if dated is not None and dated.interval.start is not None else 0


def in_prose(page: Page, mention: TimeMention) -> bool:
    """Whether a date stands in a sentence and not on a line of its own."""
    before = page.tokens[mention.first - 1].form if mention.first else ""
    return before in ("في", "منذ", "بتاريخ", "من") or page.tokens[mention.first].form in ("يوم", "بتاريخ")


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


def anchored(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> list[Sign]:
    """A dated event and أمس, الجمعة or ليل الخميس in one sentence: publication lies as many days behind it."""
    signs = []
    named = max((told_day(m) for m in times if in_prose(page, m)), default=0)
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
    day = told.start - 2 * DAY
    shifted, weekday = mention.value.shift, mention.value.weekday
    while day <= told.end + 10 * DAY:
        if shifted is not None and weekday is not None and (day + shifted * DAY).weekday() != weekday:
            day += DAY
            continue
        dated = place_in_calendar(mention.value, Interval(day, day))
        if dated is not None and dated.interval.start is not None and dated.interval.end is not None:
            if dated.interval.start <= told.end and dated.interval.end >= told.start:
                days.add(day.toordinal())
        day += DAY
    return Sign(frozenset(days), "milestone", rule, mention.span, entry) if days else None


def elapsed(page: Page, lexicon: GroundLexicon) -> list[Sign]:
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


def counted(page: Page, lexicon: GroundLexicon) -> list[Sign]:
    """في اليوم الـ124 من الحرب على غزة: that day of a war, and first of all one of the three around it, as outlets count differently."""
    signs = []
    for sentence, text in _sentences(page):
        tokens = page.tokens[sentence.first : sentence.last]
        if not any(t.form in _DAYS_OF_A_COUNT for t in tokens):
            continue
        met = [w for w in lexicon.wars if _met(text, w)]
        for match in find_numbers(tokens, page.lookup) if met else ():
            count = match.value.low
            if count is None or count != int(count) or not _counts_a_day(tokens, match, met):
                continue
            days = [w.start.toordinal() + int(count) - 1 for w in met]
            told = [d for d, w in zip(days, met, strict=True) if d <= w.end.toordinal()]
            if not told:
                continue
            span = (tokens[match.first].start, tokens[match.last - 1].end)
            entry = f"ground/wars.yml#{met[0].id}"
            signs.append(Sign(frozenset(d + k for d in told for k in (-1, 0, 1)), "milestone", COUNTED, span, entry))
            signs.append(Sign(frozenset(told), "milestone", f"{COUNTED}, exactly", span, entry))
    return signs


def _counts_a_day(tokens: Sequence[Token], match: NumberMatch, wars: Sequence[Milestone]) -> bool:
    """Whether a number counts a day (اليوم الـ124, يومها المئة, اليوم 124 من الحرب), and not what happened today (قتل اليوم 15 مدنيا)."""
    first = match.first - (match.first > 0 and tokens[match.first].form != "ال" and tokens[match.first - 1].form in ("ال", "("))
    word = tokens[first - 1].form if first else ""
    if word not in _DAYS_OF_A_COUNT:
        return False
    if word not in ("اليوم", "واليوم") or first < match.first or tokens[match.first].form == "ال" or match.value.ordinal:
        return True
    behind = bare(" ".join(t.form for t in tokens[match.last : match.last + 2]).removeprefix("من "))
    return any(behind.removeprefix("ل").startswith(name) for war in wars for name in war.folded_all[0])


def _days_since(milestone: Milestone, count: int, unit: str, qualifier: str) -> frozenset[int]:
    """So many units after a known beginning: a count of months or years is a round one, short or long of the day."""
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        slack = max(3, days // 9) if qualifier != "exact" else 2
        return stretch(milestone.start + days * DAY, milestone.end + (days + slack) * DAY)
    length = 365.25 if unit == "year" else 30.4
    short = 15 if qualifier in ("more_than", "at_least") else length / 2
    first = milestone.start + round(count * length - short) * DAY
    return stretch(first, milestone.end + round((count + 1) * length + length / 6) * DAY)


def _stems(page: Page, token: Token) -> list[str]:
    return [c.stem for c in page.lookup.cuts(token.form) if not c.enc]


def _recently(value: TimeExpression) -> frozenset[int] | None:
    """The days on which الأحد 28 مايو, مايو الماضي or مايو الجاري can be said: in that month or some behind it, whatever the year."""
    if value.kind not in ("date", "month") or value.month is None or value.year is not None or value.calendar == "hijri":
        return None
    if value.shift is not None or value.open is not None or value.year_shift is not None:
        return None
    days: set[int] = set()
    for year in range(FIRST.year, LAST.year + 1):
        if value.modifier == "past":
            behind = date(year + value.month // 12, value.month % 12 + 1, 1)
            days |= stretch(behind, behind + 335 * DAY)
        elif value.modifier == "this":
            month = Interval(date(year, value.month, 1), date(year, value.month, monthrange(year, value.month)[1]))
            if value.day is not None and value.weekday is not None and not _is(value.weekday, year, value.month, value.day):
                continue  # الاثنين 20 نيسان الجاري: only a year in which that day was a Monday
            days |= stretch(month.start or FIRST, month.end or LAST)
        elif value.modifier is None and value.weekday is not None and value.day is not None:
            if _is(value.weekday, year, value.month, value.day):
                told = date(year, value.month, value.day)
                days |= stretch(told, told + _TOLD_OF_DAYS * DAY)
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
    for year in range(FIRST.year, LAST.year + 1):
        last = date(year, value.month, monthrange(year, value.month)[1])
        days |= stretch(date(year, value.month, 1), last)
    return frozenset(days)


def _is(weekday: int, year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def bounds(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> list[Sign]:
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
        if dated is not None and dated.interval.start is not None and dated.interval.start < LAST:
            signs.append(Sign(stretch(dated.interval.start, LAST), "explicit", "written after a date it names", mention.span))
    latest: dict[str, tuple[int, Sign]] = {}
    for sentence, text in _sentences(page):
        span = page.span(sentence.first, sentence.last)
        for milestone in lexicon.milestones:
            if _met(text, milestone):
                rule, entry = f"written after: {milestone.about}", f"ground/milestones.yml#{milestone.id}"
                signs.append(Sign(stretch(milestone.start, LAST), "milestone", rule, span, entry))
        for term in lexicon.terms:
            if _met(text, term):
                rule, entry = f"written in office: {term.about}", f"ground/terms.yml#{term.id}"
                signs.append(Sign(stretch(term.start, term.end), "milestone", rule, span, entry))
        for series in lexicon.rounds:
            for number, (start, _) in _rounds_in(page, sentence, text, series):
                if start is not None and (series.id not in latest or latest[series.id][0] < number):
                    rule, entry = f"written after {series.id} {number}", f"ground/rounds.yml#{series.id}"
                    ahead = 45 * DAY if _AHEAD & set(text.split()) else 0 * DAY
                    latest[series.id] = number, Sign(stretch(start - ahead, LAST), "milestone", rule, span, entry)
    signs += [sign for _, sign in latest.values()]
    for name, (number, sign) in latest.items():
        series = next(s for s in lexicon.rounds if s.id == name)
        if number + 1 in series.rounds:
            before = series.rounds[number + 1][0] - DAY
            rule = f"{name} {number} is the latest round it names"
            signs.append(Sign(stretch(FIRST, before), "milestone", rule, sign.span, sign.entry))
    return signs
