"""Folding: spelling variants meet, and every folded character points back at the text as published."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic import fold as fold_module
from marsad.arabic.fold import fold, fold_word

ARABIC = st.text(
    alphabet=st.sampled_from(
        list("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئةى ـ\u064b\u064e\u0651\u0670\u200f\ufeffﻻﷲیک٣۴3.،«»\n\ufefb")
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أكّد", "اكد"),
        ("إدلب", "ادلب"),
        ("آخر", "اخر"),
        ("مستشفى", "مستشفي"),
        ("المعارضة", "المعارضه"),
        ("قـــصف", "قصف"),
        ("قُتِلَ", "قتل"),
        ("ﻗﺼﻒ", "قصف"),
        ("ﻻ", "لا"),
        ("سوری", "سوري"),
        ("المسئولية", "المسووليه"),
        ("شئون", "شوون"),
        ("ناشئون", "ناشيون"),
        ("کردی", "كردي"),
        ("٢٤", "24"),
        ("۲۴", "24"),
        ("\u202bقصف\u202c", "قصف"),
        ("قـ.ـصف", "قصف"),
        ("قسـ.ـد", "قسد"),
        ("وم ـقـ ـتـ ـل اثنين", "ومقتل اثنين"),
        ("وتساءل ــ وهو محق ــ عن", "وتساءل  وهو محق  عن"),
        ("Facebook", "facebook"),
    ],
)
def test_variants_meet(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


def test_the_plain_form_keeps_hamza_apart() -> None:
    assert fold("أن إن").plain == "أن إن"
    assert fold("أن إن").text == "ان ان"


def test_spans_point_at_the_published_text() -> None:
    text = "وقـ.ـصَفَ الجيشُ"
    folded = fold(text)
    at = folded.text.index("الجيش")
    start, end = folded.span(at, at + 5)
    assert text[start:end] == "الجيشُ"
    start, end = folded.span(1, 4)
    assert text[start:end] == "قـ.ـصَفَ"


@given(ARABIC)
def test_offsets_stay_in_bounds_and_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.plain) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


# Lists of words as they are written, which are compared with tokens as written: أن and إن are one word folded.
_AS_WRITTEN = {
    "_THAT", "_THAT_PRONOUN", "_BARE_THAT", "THAT", "BEFORE_SUBJECT", "_OTHER_WORDS", "_AS_WRITTEN", "_MEDIA_HEADS", "_EDGE", "_DASHES",
}  # fmt: skip


def test_words_compared_with_folded_ones_are_folded() -> None:
    stages = Path(fold_module.__file__).parent.parent / "stages"
    dead = []
    for file in sorted(stages.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
            if not isinstance(target, ast.Name) or target.id in _AS_WRITTEN:
                continue
            listed = {c.value for c in ast.walk(node) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
            arabic = sorted(word for word in listed if re.fullmatch("[\u0620-\u064a]+", word))
            # A word beside its folded form serves texts of either kind.
            dead += [(file.name, target.id, w) for w in arabic if fold_word(w) != w and fold_word(w) not in listed]
    assert dead == []
