"""The segment stage: abbreviations, and the examples of its page."""

from __future__ import annotations

import doctest
from pathlib import Path

from marsad.arabic.page import lay_out
from marsad.lexicon import segment
from marsad.lexicon.loader import read_yaml, shelf
from marsad.model import new_document


def test_every_abbreviation_ends_no_sentence_in_its_example() -> None:
    abbreviations = segment.load().abbreviations
    for entry in read_yaml(shelf("segment") / "abbreviations.yml", segment.Abbreviation):
        for text in entry.examples:
            assert len(lay_out(new_document(text), abbreviations=abbreviations).sentences) == 1, entry.id


def test_the_examples_of_the_page_are_true() -> None:
    page = Path(__file__).parent.parent / "docs" / "segment.md"
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
