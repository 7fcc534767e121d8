"""Dates that a page bears: lines that say when it was published, and the day that a round-up names as its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import msgspec

from marsad.arabic.fold import fold
from marsad.arabic.page import Page
from marsad.arabic.parts import behind_bullet
from marsad.arabic.phrases import Lookup
from marsad.arabic.times import TimeExpression, TimeMatch, find_times
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import Token, tokenise
from marsad.handover import TimeMention
from marsad.lexicon.ground import GroundLexicon
from marsad.model import PublishedBasis, Span, When

SAVED_LATER: Final = 400
_LINKS_FROM: Final = 2
_RIGHTS_FOOT: Final = 400
_FILED_UNDER: Final = re.compile(r"/(?P<year>(?:199|20[0-3])\d)(?P<sep>[-/])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?=/)")
_SHORT_LINE: Final = 80
_PARAGRAPH: Final = 120
_FIRST_WORDS: Final = 120
_HEADER: Final = 700
_FOOTER: Final = 250
_PUBLISHED_WORDS: Final = frozenset(
    ["نشر", "نشرت", "النشر", "تحديث", "التحديث", "اضيف", "كتب", "حدث", "published", "posted", "updated"]
)
_LABELS: Final = frozenset(["مواضيع", "الموضوع", "الكاتب", "الكاتبه", "القسم"])
_SAME_HEADLINE: Final = 4
_BEFORE_HEADLINE: Final = 3
_LINKS_ROW: Final = 2
_WEATHER: Final = frozenset(["الرطوبه", "الحراره", "الرياح", "مشمس", "غايم"])
_WEATHER_REACH: Final = 7
_HIJRI_REACH: Final = 6
_SAME_ENDING: Final = 3
_SOURCES: Final = frozenset(["وكالات", "وكاله", "واشنطن", "واس", "وفا", "وام"])
_POSTER: Final = 5
_MENU: Final = 8
_ZONES: Final = frozenset(["GMT", "gmt", "غرينتش", "جرينتش"])
_SUMS_UP: Final = frozenset(["حصاد", "نشره", "ملخص", "موجز", "حصيله", "يوميات", "ابرز"])
_CLOCK_WORDS: Final = frozenset(["am", "AM", "pm", "PM", "م", "ص", "صباحا", "مساء"])
_PROSE: Final = frozenset(
    [
        "في",
        "منذ",
        "حتي",
        "من",
        "الي",
        "يوم",
        "قبل",
        "بعد",
        "خلال",
        "مساء",
        "فجر",
        "صباح",
        "ليل",
        "ليله",
        "بين",
        "لتاريخ",
        "ليوم",
        "ظهر",
        "عصر",
        "مطلع",
        "اواخر",
        "حصيله",
        "بتاريخ",
        "عدد",
        "ثوره",
        "لثوره",
        "احداث",
        "هجمات",
        "باعتداءات",
        "اعتداءات",
        "حرب",
        "اتفاق",
        "مجزره",
        "ذكري",
        "الموافق",
    ]
)
_PROSE_OPENERS: Final = frozenset(
    ["اليوم", "امس", "غدا", "يوم", "بتاريخ", "تاريخ", "نهار", "في", "مساء", "صباح", "فجر", "ظهر", "ليل", "ليله"]
)
_FOUNDED: Final = frozenset(["صدرت", "صدر", "تاسست", "تاسس", "اسست", "انشيت", "انطلقت", "ولد", "since", "joined", "established"])


class Sign(NamedTuple):
    """Something in the text that leaves only some days possible."""

    days: frozenset[int]
    basis: PublishedBasis
    rule: str
    span: Span | None  # none for what the address of the page says
    entry: str | None = None


class Line(NamedTuple):
    """A full date in the head or foot of a page: the day, where it stands, how sure it dates the text (0 surest)."""

    day: int
    span: Span
    rank: int


_TOLD: Final = 0  # نشر في, آخر تحديث
_TIMED: Final = 1  # with a clock time
_BARE: Final = 2
SITE_CLOCK: Final = 3  # the day a reader opened the page: in both calendars, or one of a list of links


def page_lines(page: Page, lexicon: GroundLexicon) -> list[Line]:
    """The full dates in the head of the page (or, told as publication, in its foot) that are no part of a sentence, surest first.

    Where the head has none, a menu may be longer than usual: then a day with its hour counts as far as twice that way in.
    """
    text = page.document.text
    found: list[Line] = []
    for offset, part, foot in (
        (0, text[:_HEADER], False),
        (max(_HEADER, len(text) - _FOOTER), text[max(_HEADER, len(text) - _FOOTER) :], True),
        (_HEADER, text[_HEADER : 2 * _HEADER], False),
    ):
        if offset == _HEADER and not foot and found:
            break
        tokens = tokenise(fold(part))
        lines: list[Line] = []
        for match in find_times(tokens, Lookup(), lexicon.times):
            value = match.value
            dated_since = value.open is None or (value.open == "since" and value.clock is not None)  # منذ 18-12-2017 الساعة 13:19
            full = value.kind == "date" and value.day is not None and value.year is not None and dated_since
            told = _told_as_published(tokens, match.first, match.last)
            beside = value.clock is not None or _clock_beside(tokens, match.first, match.last)
            alone = _stands_alone(tokens, match.first) or (beside and _with_its_zone(tokens, match))
            bare_line = (
                not foot and alone and (beside or _in_head(part, tokens, match) or _behind_the_headline(tokens, match.first))
            )
            if not full or not (told or bare_line) or (offset and not foot and not beside) or heads_a_part(tokens, match.last):
                continue
            if not told and not beside and _in_running_words(tokens, match.first, match.last):
                continue
            dated = place_in_calendar(msgspec.structs.replace(value, open=None), None)
            if dated is None or dated.interval.start is None or _other_calendar_beside(tokens, match, value):
                continue
            span = (offset + tokens[match.first].start, offset + tokens[match.last - 1].end)
            rank = _TOLD if told else _TIMED if beside else _BARE
            first_of_all = match.first == 0 and not foot
            above = not told and _above_the_headline(tokens, match.first, match.last)
            over_menu = first_of_all and rank == _BARE and value.weekday is not None  # الأحد 21 يناير, then the menu
            above = above or (over_menu and not _over_a_paragraph(part, tokens[match.last - 1].end))
            # January 21 2018 - 09:22, then the menu in the same line
            same_line = all(t.kind != "break" for t in tokens[match.last : match.last + _MENU])
            above = above or (first_of_all and tokens[0].kind == "latin" and same_line)
            both = rank == _BARE or (rank == _TIMED and first_of_all)
            if (both and _hijri_beside(tokens, match.last)) or _of_the_site(tokens, match.first, match.last):
                rank = SITE_CLOCK
            elif above and not any(n.rank == SITE_CLOCK and n.day > dated.interval.start.toordinal() for n in lines):
                rank = SITE_CLOCK  # of two days above the headline the later one is the site's, told first
            lines.append(Line(dated.interval.start.toordinal(), span, rank))
        timed = [n for n in lines if n.rank == _TIMED]
        if len(timed) > _LINKS_FROM and len({n.day for n in timed}) > 1:
            clock = _shown_again(timed)
            lines = [n._replace(rank=SITE_CLOCK) if n.rank == _TIMED and n.day in clock else n for n in lines]
        plain = [n for n in lines if n.rank == _BARE]
        if len(plain) > _LINKS_ROW and len({n.day for n in plain}) > 1:
            lines = [n._replace(rank=SITE_CLOCK) if n.rank == _BARE else n for n in lines]
        found += lines
    found.sort(key=lambda n: (n.rank, n.span[0]))
    return found


def _over_a_paragraph(text: str, end: int) -> bool:
    """Whether the line that a day ends is followed by a paragraph of the text, and not by a menu or a headline."""
    behind = [line.strip() for line in text[end:].split("\n")]
    return not behind[0] and len(next((line for line in behind if line), "")) >= _PARAGRAPH


def _shown_again(lines: Sequence[Line]) -> frozenset[int]:
    """The days of a page that are not its text's: all of several, but not an earlier one among many of one day (the site's clock)."""
    days = Counter(n.day for n in lines)
    day, times = days.most_common(1)[0]
    if times > _LINKS_FROM and len(days) == 2 and min(days) < day:
        return frozenset([day])
    return frozenset(days)


def page_sign(lines: Sequence[Line]) -> Sign | None:
    """The day the surest lines give: of several, the earliest, as a page saved later bears that day above its own."""
    if not lines or lines[0].rank == SITE_CLOCK:
        return None
    best = lines[0]
    for line in lines[1:]:
        if line.rank == lines[0].rank and 0 < best.day - line.day < SAVED_LATER:
            best = line
    return Sign(frozenset([best.day]), "page", "date line of the page", best.span)


def address_sign(url: str | None) -> Sign | None:
    """The day that the path of an address names as sites file their pages: /2019/04/13/, /2019-04-13/.

    A month alone is not trusted: sites also file there what they took over from others.
    """
    for match in _FILED_UNDER.finditer((url or "").partition("?")[0]):
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        return Sign(frozenset([day.toordinal()]), "url", "day in the address of the page", None)
    return None


def copyright_year(page: Page) -> tuple[int, Span] | None:
    """The latest year of the notice of rights in the foot of the page, with where it stands."""
    text = page.document.text
    start = max(0, len(text) - _RIGHTS_FOOT)
    tokens = tokenise(fold(text[start:]))
    rights = [k for k, t in enumerate(tokens) if t.form.removeprefix("ال") in ("حقوق", "حقوقها") or t.form == "©"]
    years = [
        (int(t.form), (start + t.start, start + t.end))
        for k, t in enumerate(tokens)
        if t.kind == "number" and t.form.isdigit() and 2005 <= int(t.form) <= 2030 and any(abs(k - r) <= 9 for r in rights)
    ]
    return max(years) if years else None


def _hijri_beside(tokens: Sequence[Token], last: int) -> bool:
    """Whether the same day follows in the other calendar, as sites show the day on which they are read."""
    return any(_hijri_year(t) for t in tokens[last : last + 10])


def _hijri_year(token: Token) -> bool:
    return token.kind == "number" and token.form[:4].isdigit() and 1420 <= int(token.form[:4]) <= 1460


def _with_its_zone(tokens: Sequence[Token], match: TimeMatch) -> bool:
    """يوم الجمعة , 23 يناير 2015 ; 09 : 37 ( GMT + 0400 ): a stamp, although it opens like prose."""
    return any(t.form in _ZONES for t in tokens[match.last : match.last + _WEATHER_REACH])


def _behind_the_headline(tokens: Sequence[Token], first: int) -> bool:
    """Whether a day in figures stands right behind words that the page has had before: the headline, told again."""
    return tokens[first].kind == "number" and _behind_words_told_before(tokens, first)


def _behind_words_told_before(tokens: Sequence[Token], first: int) -> bool:
    """دخول القوات ... دخول القوات الاثنين 14 آذار 2016: whether the words in front of a day have stood on the page before."""
    if first < _SAME_ENDING:
        return False
    ending = [t.form for t in tokens[first - _SAME_ENDING : first]]
    if any(t.kind != "word" for t in tokens[first - _SAME_ENDING : first]):
        return False
    return any([t.form for t in tokens[k : k + _SAME_ENDING]] == ending for k in range(first - _SAME_ENDING))


def _of_the_site(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the day is that of the site and not of the text: تحديث الموقع 2018/01/21, or a day with its weather."""
    before = [t.form for t in tokens[max(0, first - 4) : first]]
    if any(t.form in _WEATHER for t in tokens[last : last + _WEATHER_REACH]):
        return True
    return any(f in ("الموقع", "للموقع") for f in before[-2:]) and any(f in _PUBLISHED_WORDS for f in before)


def _other_calendar_beside(tokens: Sequence[Token], match: TimeMatch, value: TimeExpression) -> bool:
    """الجمعة 6 رمضان 1435 الموافق 4 يوليو 2014: the Hijri day is reckoned, and may be one off; the other is told."""
    beside = [*tokens[max(0, match.first - _HIJRI_REACH) : match.first], *tokens[match.last : match.last + _WEATHER_REACH]]
    return value.calendar == "hijri" and any(t.kind == "number" and t.form[:4].isdigit() and t.form[:2] == "20" for t in beside)


def _above_the_headline(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the headline that the page's title gives already is repeated behind the day, which then stands in the site's head."""
    title = [t.form for t in tokens if t.kind == "word"][:_SAME_HEADLINE]
    behind = [t.form for t in tokens[last:] if t.kind == "word" and t.form not in _CLOCK_WORDS]
    repeated = any(behind[k : k + _SAME_HEADLINE] == title for k in range(_BEFORE_HEADLINE))
    return first > _SAME_HEADLINE and len(title) == _SAME_HEADLINE and repeated


def _in_running_words(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a bare date is told in passing: the day of a picture behind a comma, or of a report, in brackets (13.11.2017)."""
    bracket = any(t.form == "(" for t in tokens[max(0, first - 1) : last])
    return bracket or (first > 0 and tokens[first - 1].form in ("،", ","))


def _told_as_published(tokens: Sequence[Token], first: int, last: int) -> bool:
    start = next((k for k in range(max(0, first - _HIJRI_REACH), first) if _hijri_year(tokens[k])), first)
    if start < first:  # آخر تحديث : الأحد 28 صفر 1433 هـ - 22 يناير 2012
        return any(t.form in ("تحديث", "التحديث", "نشر") for t in tokens[max(0, start - _HIJRI_REACH) : start])
    before = [t.form for t in tokens[max(0, first - 4) : first] if t.kind in ("word", "latin")]
    if tokens[first].form == "تاريخ" and any(t.form in _LABELS for t in tokens[last : last + 1]):
        return True  # تاريخ 21.11.2017 مواضيع: the labels under a text
    return any(w in _PUBLISHED_WORDS for w in before[-2:]) or any(t.form in ("تحديث", "التحديث") for t in tokens[last : last + 2])


def _stands_alone(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1].form if i else ""
    if any(t.form in _FOUNDED or t.form == "@" for t in tokens[max(0, i - _POSTER) : i]):
        return False  # founded then, or the day of an embedded post
    joined = before.startswith("و") and before not in _SOURCES
    return before not in _PROSE and not joined and tokens[i].form not in _PROSE_OPENERS


def _in_head(text: str, tokens: Sequence[Token], match: TimeMatch) -> bool:
    """A date in figures on a short line of its own, or within the first words of a page that came as one line."""
    start, end = tokens[match.first].start, tokens[match.last - 1].end
    figures = [t.form for t in tokens[match.first : match.last] if t.kind == "number"]
    if figures and figures[0][:4].isdigit():
        return True  # 2016-02-28 is how machines date a page
    if not any(len(f) <= len("31") or "/" in f or "." in f for f in figures):
        return False  # التاسع من يوليو is prose
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    if len(line) <= _SHORT_LINE:
        return True
    return start <= _FIRST_WORDS or (match.value.weekday is not None and start <= _HEADER // 2)


def _clock_beside(tokens: Sequence[Token], first: int, last: int) -> bool:
    around = [*tokens[max(0, first - 3) : first], *tokens[last : last + 3]]
    return any(t.kind == "number" and ":" in t.form for t in around) or any(
        t.form == ":" and k and around[k - 1].kind == "number" for k, t in enumerate(around)
    )


def date_lines(page: Page, times: Sequence[TimeMention]) -> frozenset[int]:
    """The time expressions that date the page and nothing in it: stamps, and full dates in its head that are no part of a sentence."""
    found = set()
    for k, mention in enumerate(times):
        value = mention.value
        dated_since = value.open is None or (value.open == "since" and value.clock is not None)
        full = value.kind == "date" and value.day is not None and value.year is not None and dated_since
        if not full or opens_a_part(page, mention):
            continue
        timed = _clock_beside(page.tokens, mention.first, mention.last)
        alone = _stands_alone(page.tokens, mention.first)
        both = value.calendar == "hijri" and _other_calendar_beside(
            page.tokens, TimeMatch(mention.first, mention.last, value), value
        )
        if (timed or both) and alone and value.shift is None:
            found.add(k)  # الخميس, 06 أبريل 2017 08:47: a stamp, wherever it stands
        if mention.span[0] >= _HEADER:
            continue
        zoned = timed and _with_its_zone(page.tokens, TimeMatch(mention.first, mention.last, value))
        told = _told_as_published(page.tokens, mention.first, mention.last)
        again = value.weekday is not None and _behind_words_told_before(page.tokens, mention.first)
        if told or zoned or ((value.weekday is None or again) and value.shift is None and alone):
            found.add(k)
    return frozenset(found)


def now_of(page: Page, times: Sequence[TimeMention], mention: TimeMention, published: Interval | None) -> Interval | None:
    """The day from which اليوم and أمس count: that of the entry of a chronicle they stand in, else publication."""
    sentence = page.sentence_of(mention.first)
    if not sentence.part or mention.value.open is not None:
        return published
    opening = behind_bullet(page.tokens, page.sentences[sentence.i - sentence.into])
    head = next((t.value for t in times if t.first == opening), None)
    if head is None or opening == mention.first or head.kind != "date" or head.day is None or head.year is None:
        return published
    dated = place_in_calendar(msgspec.structs.replace(head, open=None), None)
    return dated.interval if dated is not None else published


def heads_a_part(tokens: Sequence[Token], last: int) -> bool:
    """10 آذار 2016: and a new line: whether a date (its last token is before `last`) heads what happened then."""
    behind = tokens[last : last + 2]
    return len(behind) > 1 and behind[0].form == ":" and behind[1].kind == "break"


def opens_a_part(page: Page, mention: TimeMention) -> bool:
    """Whether a date heads what happened then: the entry of a chronicle, or the lines below it."""
    sentence = page.sentence_of(mention.first)
    entry = sentence.part > 0 and sentence.into == 0 and mention.first == behind_bullet(page.tokens, sentence)
    return entry or heads_a_part(page.tokens, mention.last)


def bulletin_day(page: Page, times: Sequence[TimeMention], lexicon: GroundLexicon) -> When | None:
    """The day that a round-up names in its title: حصاد يوم الأربعاء 13-07-2022."""
    title = page.document.title or ""
    tokens = tokenise(fold(title))
    sums_up = any(t.form.removeprefix("ال") in _SUMS_UP for t in tokens)
    for match in find_times(tokens, Lookup(), lexicon.times):
        when = _bulletin(match.value, tokens[match.first].form, None, sums_up=sums_up)
        if when is not None:
            return when
    for mention in times:
        if mention.span[0] < _HEADER:
            when = _bulletin(mention.value, page.tokens[mention.first].form, mention.span, sums_up=False)
            if when is not None:
                return when
    return None


def _bulletin(value: TimeExpression, opener: str, span: Span | None, *, sums_up: bool) -> When | None:
    if value.kind != "date" or value.day is None or value.year is None:
        return None
    if not sums_up and opener not in ("ليوم", "يوم", "لنهار", "لتاريخ"):
        return None
    dated = place_in_calendar(value, None)
    if dated is None or dated.interval.start is None:
        return None
    day = dated.interval.start.isoformat()
    return When(start=day, end=day, precision="day", basis="carried", span=span)
