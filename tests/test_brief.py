"""What the brief says of a reading made by hand, in the terminal and as a page."""

from __future__ import annotations

import io
import re
from typing import get_args

import pytest
from rich.console import Console

from made import TEXT, document, traced
from marsad.brief import compose, page, print_brief
from marsad.brief.labels import load_labels
from marsad.brief.page import pieces
from marsad.brief.wording import happening, names_of, number, period
from marsad.model import Count, EventType, Reading

LABELS = load_labels()


def told(*readings: Reading, limit: int = 12) -> str:
    out = Console(file=io.StringIO(), width=200)
    print_brief(compose(readings), out, limit=limit)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_the_brief_has_days_places_voices_and_words() -> None:
    brief = compose([traced().reading])
    (day, undated) = brief.days
    assert (day.when, undated.when) == ("Monday 8 October 2018", "")
    line = day.places[0].lines[0]
    assert line.text == "Air strike by Russian Aerospace Forces: at least 4 civilians killed"
    assert line.voice == "As-Sabah, citing Sabah Agency, citing مصدر عسكري"
    assert line.disputed == ("denied",)
    assert [TEXT[slice(*s)] for s in line.words.spans] == ["قصف", "أربعة"]
    assert [d.places[0].lines[0].tone for d in brief.ahead] == ["planned"]
    assert [d.when for d in brief.past] == ["September 2018"]
    assert (brief.claims, brief.events) == (3, 4)


def test_speakers_disputes_tallies_and_outlets() -> None:
    brief = compose([traced().reading])
    assert [(s.name.en or s.name.ar, len(s.lines)) for s in brief.speakers] == [
        ("Russian Ministry of Defence", 2),
        ("مصدر عسكري", 1),
    ]
    (contest,) = brief.contests
    assert (contest.kind, contest.one.text, contest.other.text) == (
        "Denied",
        "مصدر عسكري accuses",
        "Russian Ministry of Defence denies",
    )
    (tally,) = brief.sums
    assert tally.text == "5 ceasefire violations: Hama 3, Idlib 2; parts add up to 5"
    assert [(o.name, o.articles, o.relays) for o in brief.outlets] == [("As-Sabah", 1, ("Sabah Agency",))]


def test_unnamed_speakers_of_two_articles_stay_apart() -> None:
    brief = compose([traced().reading, traced(document(ref="two", outlet="other")).reading])
    names = [s.name.ar for s in brief.speakers if s.name.en is None]
    assert names == ["مصدر عسكري", "مصدر عسكري"]
    ministry = next(s for s in brief.speakers if s.name.en == "Russian Ministry of Defence")
    assert len(ministry.lines) == 4


def test_the_terminal_shows_arabic_in_logical_order_and_no_markup() -> None:
    text = told(traced().reading)
    assert "الطيران الروسي قصف بلدة كفر زيت" in text
    assert "Kafr Zayt (كفر زيت)" in text
    assert "[denied]" in text
    assert "[/]" not in text
    assert "Nothing in it has been verified" in text


def test_long_sections_say_how_much_they_leave_out() -> None:
    readings = [traced(document(ref=str(n))).reading for n in range(6)]
    assert "and 5 more" in told(*readings, limit=1)


def test_an_empty_ledger_says_what_to_do() -> None:
    assert "marsad read" in told()
    assert "<html" in page(compose([]))


def test_the_page_marks_the_words_of_every_line() -> None:
    made = page(compose([traced().reading]))
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', made)) | set(re.findall(r'<article id="([^"]+)"', made))
    targets = set(re.findall(r'href="#(a\d[^"]*)"', made))
    assert targets
    assert targets <= anchors
    assert not re.search(r"""(?:src|href)=["'](?!#)""", made), "the page must not need anything from outside"
    assert made == page(compose([traced().reading]))


def test_pieces_are_the_text_and_markup_is_escaped() -> None:
    (article,) = compose([traced().reading]).articles
    assert "".join(p.text for p in pieces(article)) == TEXT
    evil = document(TEXT + "\n<script>alert(1)</script>")
    assert "<script>alert(1)" not in page(compose([traced(evil).reading]))


def test_every_event_type_reads_as_english() -> None:
    reading = traced().reading
    names = names_of(reading)
    strike = reading.events[0]
    for kind in get_args(EventType):
        changed = type(strike)(
            id="e", type=kind, realis="planned", triggers=strike.triggers, actors=("ru.aaf",), targets=("ru.mod",), rule=""
        )
        text = happening(changed, LABELS, names)
        assert re.fullmatch(r"[A-Z][^_]*Russian Aerospace Forces[^_]*Russian Ministry of Defence \(planned\)", text)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "population", "says"),
    [
        (4, 4, "exact", "civilian", "4 civilians killed"),
        (1, 1, "exact", "civilian", "1 civilian killed"),
        (60, None, "more_than", "all", "more than 60 people killed"),
        (None, 30, "up_to", "unknown", "up to 30 people killed"),
        (20, None, "vague", "combatant:ru.aaf", "at least 20 fighters of Russian Aerospace Forces killed (a round word)"),
        (None, None, "vague", "unknown", "an unstated number of people killed"),
        (10, 12, "exact", "unknown", "10 to 12 people killed"),
    ],
)
def test_numbers_keep_their_bounds(low: int | None, high: int | None, qualifier: str, population: str, says: str) -> None:
    count = Count(
        span=(0, 1),
        what="killed",
        population=population,
        low=low,
        high=high,
        qualifier=qualifier,  # type: ignore[arg-type]
        claim="outlet",
    )
    assert number(count, LABELS, names_of(traced().reading)) == says


def test_a_part_is_not_told_as_a_further_number() -> None:
    part = Count(
        span=(9, 10), what="killed", population="civilian", low=5, high=5, qualifier="exact", claim="outlet", part_of=(0, 1)
    )
    assert number(part, LABELS, names_of(traced().reading)) == "among them 5"


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2018-10-08", "2018-10-08", "Monday 8 October 2018"),
        ("2018-02-01", "2018-02-28", "February 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-10-08", "2018-10-09", "8 October 2018 to 9 October 2018"),
        ("2018-10-08", None, "from 8 October 2018"),
        (None, "2018-10-08", "until 8 October 2018"),
        (None, None, ""),
    ],
)
def test_periods_are_said_as_shortly_as_they_can_be(start: str | None, end: str | None, says: str) -> None:
    assert period(start, end) == says
