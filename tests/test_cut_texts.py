"""A text may end anywhere: in the middle of a name, behind a preposition, with an open quotation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from marsad.arabic.fold import fold
from marsad.arabic.tokens import tokenise
from marsad.kit import Kit, load
from marsad.model import new_document
from marsad.pipeline import trace

ARTICLES = Path(__file__).parent.parent / "examples" / "articles.jsonl"
TEXTS = {row["id"]: row["text"] for row in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines())}
# How many words before the end are kept.
KEPT = 24


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load()


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_text_that_ends_at_any_word_is_read(name: str, kit: Kit) -> None:
    text = TEXTS[name]
    tokens = tokenise(fold(text))
    for last in range(1, len(tokens) + 1):
        piece = text[tokens[max(0, last - KEPT)].start : tokens[last - 1].end]
        reading = trace(new_document(piece), kit).reading
        for spans in (*(c.content for c in reading.claims), *(e.triggers for e in reading.events)):
            assert all(0 <= start < end <= len(piece) for start, end in spans), piece
