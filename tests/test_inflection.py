"""Inflection: the written forms of verbs and nouns."""

from __future__ import annotations

import pytest

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import conjugate, decline


@pytest.mark.parametrize(
    ("past", "present", "forms"),
    [
        ("قال", "يقول", "قالت قالوا قلت قلنا يقول تقول يقولون يقل قيل يقال"),
        ("نفى", "ينفي", "نفت نفوا نفيا نفينا ينفي تنفي ينفون ينف"),
        ("دعا", "يدعو", "دعت دعوا دعونا يدعو تدعو يدعون يدع دعي"),
        ("أكد", "يؤكد", "أكدت أكدوا أكدنا يؤكد تؤكد يؤكدون نؤكد"),
        ("أعلن", "يعلن", "أعلنت أعلنوا أعلنا يعلن تعلن يعلنون"),
        ("أشار", "يشير", "أشارت أشاروا أشرنا يشير تشير يشر أشير يشار"),
        ("بدأ", "يبدأ", "بدأت بدؤوا بدأوا يبدأ يبدأون"),
        ("قاتل", "يقاتل", "قاتلت قاتلوا قوتل"),
        ("سعى", "يسعى", "سعت سعوا يسعون تسعى"),
    ],
)
def test_verb_forms(past: str, present: str, forms: str) -> None:
    made = {f.form for f in conjugate(past, present)}
    assert {fold_word(f) for f in forms.split()} <= made


def test_features_tell_who_speaks() -> None:
    [form] = [f for f in conjugate("قال", "يقول") if f.form == "قالت"]
    assert (form.tense, form.person, form.gender, form.number, form.voice) == ("past", 3, "f", "s", "active")


@pytest.mark.parametrize(
    ("noun", "plurals", "forms"),
    [
        ("مدني", ["مدنيون"], {"مدني": "s", "مدنيان": "d", "مدنيون": "p"}),
        ("غارة", ["غارات"], {"غارة": "s", "غارتان": "d", "غارتين": "d", "غارات": "p"}),
        ("قتيل", ["قتلى"], {"قتيل": "s", "قتيلا": "s", "قتيلان": "d", "قتلى": "p"}),
        ("انتهاك", ["انتهاكات"], {"انتهاكان": "d", "انتهاكين": "d", "انتهاكات": "p"}),
        ("مستشفى", ["مستشفيات"], {"مستشفيان": "d", "مستشفى": "s"}),
        ("مقاتل", ["مقاتلون"], {"مقاتلي": "p", "مقاتلو": "p"}),
        ("إجلاء", [], {"إجلاء": "s", "إجلاؤ": "s", "إجلائ": "s"}),  # إجلاؤهم، بإجلائهم
        ("عضو", ["أعضاء"], {"أعضاء": "p", "أعضاؤ": "p", "أعضائ": "p"}),
    ],
)
def test_noun_forms(noun: str, plurals: list[str], forms: dict[str, str]) -> None:
    made = {(f.form, f.number) for f in decline(noun, *plurals)}
    assert {(fold_word(form), number) for form, number in forms.items()} <= made


def test_no_form_is_listed_twice() -> None:
    forms = conjugate("أعلن", "يعلن")
    assert len(forms) == len(set(forms))
