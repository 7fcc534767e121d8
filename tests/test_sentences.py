"""Sentences and quotations as outlets really type them."""

from __future__ import annotations

import msgspec
import pytest

from marsad.arabic.page import Page, lay_out
from marsad.model import new_document


def page(text: str) -> Page:
    return lay_out(new_document(text))


def sentences(text: str) -> list[str]:
    laid = page(text)
    return [laid.text(s.span) for s in laid.sentences]


def quotes(text: str) -> list[str]:
    laid = page(text)
    return [laid.text(q.inner).strip() for q in laid.quotes if q.closed]


def test_points_that_end_nothing() -> None:
    assert len(sentences("بلغت النسبة 3.5 بالمئة بحسب د. سمير والوكالة أ.ف.ب في دمشق.")) == 1


def test_line_ends_are_full_stops() -> None:
    assert sentences("عنوان الخبر\nقال الجيش إنه تقدم\n\nوأضاف") == ["عنوان الخبر", "قال الجيش إنه تقدم", "وأضاف"]


def test_bullets_are_left_out() -> None:
    assert sentences("• مقتل مدني\n- إصابة آخر") == ["مقتل مدني", "إصابة آخر"]


def test_a_comma_chain_is_one_sentence() -> None:
    text = "وقال إن القصف توقف، وإن الطرق فتحت، وإن النازحين عادوا، وإن الهدنة صامدة."
    assert sentences(text) == [text]


def test_a_quotation_over_several_sentences_stays_in_one() -> None:
    text = "قال الوزير: «القصف توقف. الطرق فتحت. النازحون عادوا». ثم غادر."
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("قال «الهدنة صامدة» اليوم", ["الهدنة صامدة"]),
        ("قال “الهدنة صامدة” اليوم", ["الهدنة صامدة"]),
        ('قال "الهدنة صامدة" اليوم', ["الهدنة صامدة"]),
        ("قال ‘الهدنة صامدة’ اليوم", ["الهدنة صامدة"]),
        ("قال «الهدنة صامدة” اليوم", ["الهدنة صامدة"]),
        ("هي “الجبهة الشامية”، و”أحرار الشام” فقط", ["الجبهة الشامية", "أحرار الشام"]),
        ("قال “إن «داعش» انسحب” أمس", ["إن «داعش» انسحب", "داعش"]),
        ('قال إن " الهدنة صامدة " اليوم', ["الهدنة صامدة"]),
        ('أفاد بـ"مقتل ثلاثة" في البلدة', ["مقتل ثلاثة"]),
        ('قال: " وصل السلاح إلى " حزب الله " أمس " .', ['وصل السلاح إلى " حزب الله " أمس', "حزب الله"]),
        ('بين قناتي " إن تي في " و " الغد " خلاف', ["إن تي في", "الغد"]),
        ('قال الخبير إن " الحرب انتهت .\nوعدد القضايا .\nوأضاف الخبير " الصلح قريب " .', ["الصلح قريب"]),
        ('قال الوزير: " الطريق مفتوح .\nوالجسر سليم " .', ["الطريق مفتوح .\nوالجسر سليم"]),
        ("قال الناطق:» الجسر مغلق «.. وسافر", ["الجسر مغلق"]),
        ("قال الناطق:» الجسر مغلق.. وقال النائب :»»الطريق سالك«.", ["الطريق سالك"]),
        ('وتابع البيان "لم يصب أحد.\n\nوأوضح المدير "الجسر سليم".', ["الجسر سليم"]),
    ],
)
def test_quotations(text: str, want: list[str]) -> None:
    assert quotes(text) == want


def test_a_mark_without_its_pair_does_not_swallow_the_article() -> None:
    text = "قال «الهدنة صامدة.\nوأضاف أن القصف توقف.\nوتابع أن الطرق فتحت."
    assert not quotes(text)
    assert len(sentences(text)) == 3


def test_boilerplate_is_blanked_and_spans_still_point_at_the_text() -> None:
    text = "قال الجيش. شارك الخبر وأكد الوزير."
    document = new_document(text)
    start = text.index("شارك")
    laid = lay_out(msgspec.structs.replace(document, boilerplate=((start, start + len("شارك الخبر")),)))
    assert [laid.text(s.span) for s in laid.sentences] == ["قال الجيش.", "وأكد الوزير."]
