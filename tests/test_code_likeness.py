"""Likeness: mentions that no rule makes one come together by the weighed sum of signs, and places count as what they stand for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from attributed import kit
from marsad import pipeline
from marsad.model import Published, Traced, new_document
from marsad.stages.ground import whereabouts
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles.jsonl"


@pytest.fixture(scope="module")
def told() -> Traced:
    """An example report on a spring, of whose destruction each side speaks in its own words."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    return pipeline.trace(new_document(next(row["text"] for row in rows if row["id"] == "06-aldiffatan")), kit())


def test_two_words_for_one_deed_are_alike_by_their_signs(told: Traced) -> None:
    text = told.reading.document.text
    (event,) = (e for e in told.reading.events if any(text[start:end] == "دمّرت" for start, end in e.triggers))
    reasons = [c.why for t in told.traces if t.record == event.id for c in t.considered if c.what == "a further mention"]
    (signs,) = (why.removeprefix("alike: ").split(", ") for why in reasons if why.startswith("alike: "))
    assert {text[start:end] for start, end in event.triggers} >= {"تدمير", "دمّرت"}
    assert signs
    assert all(kit().code.merging.weights[sign] > 0 for sign in signs)


def test_a_place_told_by_two_names_is_one() -> None:
    page = segment(new_document("قصف الجيش مدينة عين العرب صباحا. وقالت القيادة إن كوباني تعرضت للقصف مرتين."), kit())
    recognised = recognise(page, kit())
    there = whereabouts(page, recognised, kit())
    assert [place.name for place in there if place is not None]
    assert len({place.id for place in there if place is not None}) == 1
    assert len(there) == len(recognised.place_mentions) == 2


def _events(text: str) -> list[tuple[str, int]]:
    """How far each event of a report of 9 May is done, and how many words tell it."""
    day = Published(start="2021-05-09", end="2021-05-09", precision="day", basis="given")
    reading = pipeline.trace(new_document(text, published=day), kit()).reading
    return [(event.realis, len(event.triggers)) for event in reading.events]


def test_what_lies_back_at_a_time_of_its_own_is_not_what_happened_now() -> None:
    now = "إصابة سيدة بقصف على مخيم بريف اللاذقية\n\nأصيبت سيدة بجروح جراء سقوط قذائف مدفعية على مخيم النور بريف اللاذقية."
    before = "وكان ناشطون قد رصدوا في 3 أيار سقوط عدة قذائف مدفعية قرب مخيم النور بريف اللاذقية."
    assert _events(f"{now} {before}") == [("actual", 2), ("historical", 1)]


def test_one_of_a_number_of_attacks_is_told_for_itself() -> None:
    text = "وثقنا 6 هجمات صاروخية على البلدة خلال شهر نيسان. وقتل مزارع إثر قصف صاروخي على البلدة ليلا."
    assert [words for _, words in _events(text)] == [1, 1]


def test_what_goes_on_and_is_told_again_as_done_has_happened() -> None:
    assert _events("تواصل الطائرات قصف بلدة سرمين. وقال مصدر إن الطائرات قصفت بلدة سرمين صباح اليوم فأصابت مزارعا.") == [
        ("actual", 2)
    ]
