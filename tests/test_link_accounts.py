"""Accounts side by side: fields, counts by stated rules, provisional grades, and tallies that are never added twice."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linked_examples import readings
from marsad.kit import load
from marsad.link import Linked, Pages, accounts, add_up, link, roll_up
from marsad.link.accounts import spelled
from marsad.link.disputes import blamed, statements_of
from marsad.link.figures import Figure, agree, alike, bounds, current, shown
from marsad.link.statements import Page
from marsad.model import Count, SideBySide, Tally, Window, new_document
from marsad.pipeline import read

READ = readings()


@pytest.fixture(scope="module")
def linked() -> Linked:
    return link(READ)


def _side_by_side(linked: Linked, document: str, event: str) -> SideBySide:
    incident = next(i for i in linked.incidents if (document, event) in i.events)
    return accounts(incident, Pages(READ))


def _field(view: SideBySide, name: str) -> Any:
    return next(field for field in view.fields if field.field == name)


def test_two_tolls_and_two_places_stand_side_by_side(linked: Linked) -> None:
    blast = _side_by_side(linked, "14-alsariya", "e1")
    killed = _field(blast, "killed")
    assert killed.state == "differ"
    assert {value.value for value in killed.values} == {"14 or more", "9"}
    toll = next(c for c in blast.counts if (c.what, c.population) == ("killed", "all"))
    assert (toll.low, toll.high, toll.open) == (9, 14, True)
    assert len(toll.contributors) == 2
    # Nine civilians and five soldiers are told by one voice that gives no sum: nobody adds them up here.
    assert next(c for c in blast.counts if (c.what, c.population) == ("killed", "civilian")).best == 9
    assert next(c for c in blast.counts if c.what == "killed" and c.population.startswith("combatant")).best == 5
    assert _field(blast, "wounded").state == "agree"


def test_two_sites_in_dispute_differ_and_spellings_of_one_site_do_not(linked: Linked) -> None:
    incident = next(i for i in linked.incidents if ("14-alsariya", "e1") in i.events)
    assert _field(_side_by_side(linked, "14-alsariya", "e1"), "place").state == "differ"
    statement = statements_of(incident, Pages(READ))[0]
    assert [place for place, _ in spelled((name, statement) for name in ("مقراً", "المقر", "مقرًا"))] == ["مقراً"] * 3


def test_days_differ(linked: Linked) -> None:
    date = _field(_side_by_side(linked, "07-maysaloon", "e1"), "date")
    assert date.state == "differ"
    assert {value.value for value in date.values} == {"2016-12-31", "2017-01-01"}


def test_a_denial_stands_against_what_is_affirmed(linked: Linked) -> None:
    spring = _side_by_side(linked, "06-aldiffatan", "e1")
    happened = _field(spring, "happened")
    assert happened.state == "denied"
    assert {value.value for value in happened.values} == {"affirmed", "denied"}
    assert {value.value for value in _field(spring, "perpetrator").values} >= {"syria", "jihadists"}
    assert any(account.says == "denies" for account in spring.accounts)


def test_silence_is_named(linked: Linked) -> None:
    barrels = _side_by_side(linked, "03-alyasmin", "e3")
    assert _field(barrels, "munitions").state == "agree"  # twelve, and more than ten
    killed = _field(barrels, "killed")
    assert killed.state == "agree"
    assert len(killed.silent) == 1


@pytest.mark.parametrize(
    ("document", "event", "grade"),
    [
        ("06-aldiffatan", "e1", "contested"),
        ("11-aldiffatan", "e1", "confirmed"),
        ("02-khubz", "e5", "fair"),
        ("09-alyasmin", "e7", "weak"),
    ],
)
def test_grades_are_provisional_and_give_their_reason(linked: Linked, document: str, event: str, grade: str) -> None:
    got = _side_by_side(linked, document, event).grade
    assert got is not None
    assert got.grade == grade, got.reason
    assert got.label == f"provisional: {grade}"
    assert got.provisional
    assert got.reason


def test_who_announces_breaches_blames_himself_for_none() -> None:
    text = "أعلنت وزارة الدفاع الروسية أمس الخميس أنها سجلت 18 خرقا لوقف إطلاق النار في سورية، منها 7 في حماة و11 في حلب."
    reading = read(new_document(text), load())
    found = [event for event in reading.events if event.type == "ceasefire_violation"]
    assert [claim.chain[-1].actor for claim in reading.claims] == ["ru.mod"]
    page = Page(reading)
    assert [blamed(page, statement) for event in found for statement in page.statements(event)] == [frozenset()]


def test_a_body_that_is_not_named_goes_by_who_speaks_for_it() -> None:
    reading = read(new_document("قال سيرغي شويغو إن الهدنة في سورية صامدة رغم بعض الخروقات."), load())
    [claim] = reading.claims
    page = Page(reading)
    assert page.origin(claim) == "voice:ru.mod"
    assert page.called("voice:ru.mod") == "Sergei Shoigu"


def test_what_harms_nobody_has_no_grade(linked: Linked) -> None:
    assert _side_by_side(linked, "05-alhidab", "e1").grade is None


def _figure(**changes: Any) -> Figure:
    values: dict[str, Any] = {
        "document": "d1", "event": "e1", "claim": "c1", "origin": "o1", "published": "2026-01-01", "what": "killed",
        "population": "unknown", "fighters": "", "low": 5, "high": 5.0, "qualifier": "exact", "whole": True, "said": "5",
    }  # fmt: skip
    return Figure(**{**values, **changes})


def test_a_later_figure_of_one_origin_replaces_the_earlier() -> None:
    early = _figure()
    late = _figure(document="d2", published="2026-01-02", low=8, high=8.0)
    other = _figure(document="d3", origin="o2", low=6, high=6.0)
    stand = current([late, other, early])
    assert stand.replaced == (early,)
    (toll,) = roll_up([early, late, other])
    assert (toll.low, toll.high, toll.best) == (6, 8, 6)
    assert [value.value for value in toll.replaced] == ["5"]


def test_the_best_figure_is_the_one_most_origins_support() -> None:
    found = [_figure(origin=f"o{n}", document=f"d{n}", low=low, high=float(low)) for n, low in enumerate((12, 9, 12, 30))]
    (toll,) = roll_up(found)
    assert (toll.low, toll.best, toll.high, toll.open) == (9, 12, 30, False)
    assert "never added up" in toll.rule


def test_vague_words_contradict_nothing() -> None:
    dozens = _figure(low=20, high=math.inf, qualifier="vague", origin="o2")
    assert agree(dozens, _figure())
    (toll,) = roll_up([dozens, _figure()])
    assert (toll.low, toll.best) == (5, 5)


def test_civilians_and_fighters_are_not_compared() -> None:
    civilians = _figure(population="civilian", whole=False)
    fighters = _figure(population="combatant", fighters="isis", whole=False, low=9, high=9.0)
    assert not alike(civilians, fighters)
    assert {c.population for c in roll_up([civilians, fighters])} == {"civilian", "combatant:isis"}


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "expected", "words"),
    [
        ("exact", 5, 5, (5, 5.0), "5"),
        ("at_least", 5, None, (5, math.inf), "5 or more"),
        ("more_than", 5, None, (6, math.inf), "more than 5"),
        ("up_to", None, 5, (0, 5.0), "up to 5"),
        ("about", 15, 15, (13, 17.0), "about 15"),
        ("vague", 20, None, (20, math.inf), "20 or more"),
    ],
)
def test_bounds_follow_the_words(
    qualifier: Any, low: int | None, high: int | None, expected: tuple[int, float], words: str
) -> None:
    count = Count(span=(0, 1), what="killed", population="all", low=low, high=high, qualifier=qualifier, claim="outlet")
    assert bounds(count) == expected
    assert shown(_figure(low=expected[0], high=expected[1], qualifier=qualifier)) == words


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 20), st.booleans(), st.integers(1, 4)), min_size=1, max_size=8))
def test_rolled_up_counts_hold_every_standing_figure(drawn: list[tuple[int, int, bool, int]]) -> None:
    found = [
        _figure(
            document=f"d{n}", origin=f"o{origin}", low=low, high=math.inf if is_open else float(low + more), qualifier="exact"
        )
        for n, (low, more, is_open, origin) in enumerate(drawn)
    ]
    (toll,) = roll_up(found)
    assert toll.low <= toll.best <= toll.high
    assert toll.high <= max(f.low if math.isinf(f.high) else f.high for f in found)  # never a sum
    assert roll_up(found[::-1]) == (toll,)


def _tally(name: str, start: str, end: str, total: int) -> Tally:
    return Tally(
        id=name,
        what="ceasefire_violation",
        claim="c",
        total=total,
        parts=(),
        sum=0,
        agrees=None,
        window=Window(start=start, end=end),
    )


def test_overlapping_periods_are_never_summed() -> None:
    days = [
        _tally("t1", "2026-01-01", "2026-01-02", 5),
        _tally("t2", "2026-01-02", "2026-01-04", 7),
        _tally("t3", "2026-01-05", "2026-01-06", 3),
    ]
    got = add_up(days)
    assert got.total == 10
    assert got.used == ("t2", "t3")
    assert got.left_out == ("t1",)
    assert add_up(days[::-1]) == got


def test_people_read_names_and_not_ids(linked: Linked) -> None:
    pages = Pages(READ)
    views = [accounts(incident, pages) for incident in linked.shared()]
    reasons = [view.grade.reason for view in views if view.grade]
    assert reasons
    assert not [reason for reason in reasons if "voice:" in reason or "relay:" in reason]
    blamed = {value.value: value.shown for view in views for value in _field(view, "perpetrator").values}
    assert blamed["syria"] == "the Syrian government"
    assert blamed["coalition"] == "the US-led Coalition"
