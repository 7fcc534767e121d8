"""Numbers: the corpus of phrases, their place in a sentence, and words that only look like numbers."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.fold import fold
from marsad.arabic.numbers import NumberMatch, NumberValue, find_numbers, parse_number
from marsad.arabic.phrases import Lookup
from marsad.arabic.tokens import tokenise

CORPUS = list(csv.DictReader((Path(__file__).parent / "numbers_corpus.csv").read_text(encoding="utf-8").splitlines()))


def found(text: str) -> list[tuple[str, str, NumberValue]]:
    """Each number of a text: with its qualifier, the figure alone, its value."""
    tokens = tokenise(fold(text))

    def words(first: int, last: int) -> str:
        return text[tokens[first].start : tokens[last - 1].end]

    matches: tuple[NumberMatch, ...] = find_numbers(tokens, Lookup())
    return [(words(m.first, m.last), words(m.figure_first, m.figure_last), m.value) for m in matches]


def test_the_corpus_is_large_and_has_no_phrase_twice() -> None:
    phrases = [row["phrase"] for row in CORPUS]
    assert len(phrases) >= 250
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["phrase"])
def test_corpus(row: dict[str, str]) -> None:
    value = parse_number(row["phrase"])
    if row["qualifier"] == "none":
        assert value is None
        return
    assert value is not None
    assert value.low == (float(row["low"]) if row["low"] else None)
    assert value.high == (float(row["high"]) if row["high"] else None)
    assert value.qualifier == row["qualifier"]
    assert value.ordinal == bool(row["ordinal"])


def test_qualifier_and_figure_are_told_apart() -> None:
    [(whole, figure, value)] = found("سقط ما لا يقل عن 18 مقاتلا في الكمين")
    assert (whole, figure) == ("ما لا يقل عن 18", "18")
    assert (value.low, value.high, value.qualifier) == (18, None, "at_least")


def test_a_qualifier_behind_the_counted_noun_counts_but_is_no_part_of_the_phrase() -> None:
    [(whole, _, value)] = found("قتل 28 عنصرا من الفصيل على الأقل")
    assert whole == "28"
    assert value.qualifier == "at_least"


def test_two_numbers_of_one_sentence_stay_two() -> None:
    assert [(v.low, v.high) for _, _, v in found("قتل ستة وأصيب خمسة عشر آخرون")] == [(6, 6), (15, 15)]
    assert [v.low for _, _, v in found("أوقع القصف 12 قتيلا و30 جريحا")] == [12, 30]


def test_a_rise_is_no_range() -> None:
    assert [v.low for _, _, v in found("ارتفع عدد الضحايا من 10 إلى 15")] == [10, 15]


def test_one_of_is_no_number_but_one_behind_a_noun_is() -> None:
    assert found("اغتيل أحد القادة قرب إحدى القرى") == []
    assert [v.low for _, _, v in found("قتل مدني واحد")] == [1]


def test_designators_count_nothing_but_their_neighbours_do() -> None:
    assert [v.low for _, _, v in found("أسقطت طائرة سوخوي 24 وقتل 2 من طاقمها")] == [2]
    assert [v.low for _, _, v in found("في الشارع 3 جرحى وفي شارع 60 قتيلان")] == [3]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_mean_themselves_however_they_are_written(number: int) -> None:
    arabic = str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for text in (str(number), f"{number:,}", arabic):
        value = parse_number(text)
        assert value is not None
        assert value.low == value.high == number


@given(st.text(alphabet="0123456789.,:/- وةالمثلاثعشرينخمسبأفت", max_size=40))
def test_any_text_is_read_without_an_error_and_in_order(text: str) -> None:
    tokens = tokenise(fold(text))
    matches = find_numbers(tokens, Lookup())
    ends = [(m.figure_first, m.figure_last) for m in matches]
    assert all(a < b for a, b in ends)
    assert all(left[1] <= right[0] for left, right in pairwise(ends))
