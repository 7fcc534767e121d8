"""Line ends that break a sentence: they become blanks, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.page import lay_out
from marsad.arabic.wrapping import unwrapped
from marsad.model import new_document


def sentences(text: str) -> list[str]:
    page = lay_out(new_document(text))
    return [" ".join(page.text(s.span).split()) for s in page.sentences]


def test_a_line_that_ends_in_a_comma_or_a_particle_goes_on() -> None:
    assert sentences("وصلت القافلة إلى البلدة،\nوعادت في\nالمساء") == ["وصلت القافلة إلى البلدة، وعادت في المساء"]


def test_text_wrapped_at_one_width_is_one_paragraph() -> None:
    words = "وقال المدير إن المعبر مغلق منذ الصباح وإن الشاحنات تنتظر في الطرف الآخر"
    wrapped = "\n".join([words] * 6) + "."
    assert len(sentences(wrapped)) == 1


def test_headlines_of_many_lengths_are_not_joined() -> None:
    lines = [
        "فتح المعبر أمام الشاحنات بعد إغلاق دام ثلاثة أيام متواصلة في البلدة الحدودية",
        "المدير يعد بإصلاح الجسر",
        "عودة المياه إلى الحي الشرقي من المدينة بعد انقطاع طويل",
        "توزيع الخبز على العائلات",
        "ندوة عن الري في القرية",
    ]
    assert len(sentences("\n".join(lines))) == 5


def test_paragraphs_cut_where_links_stood_are_joined() -> None:
    cut = "قالت وسائل إعلام\nمحلية إن الجسر مفتوح."
    assert len(sentences("\n\n".join([cut, cut.replace("الجسر", "المعبر"), cut.replace("الجسر", "الطريق")]))) == 3


def test_one_paragraph_of_two_lines_stays_as_it_is() -> None:
    assert len(sentences("عنوان الخبر في البلدة\nفتح المعبر أبوابه.\n\nوعاد الناس.\n\nوانتهى اليوم.")) == 4


def test_bullets_are_lines_of_their_own() -> None:
    assert len(sentences("وصلت إلى القرية،\n- ماء\n- خبز")) == 3


@given(st.text(alphabet="اب في، .\n-", max_size=80))
def test_only_white_space_changes(text: str) -> None:
    out = unwrapped(text)
    assert len(out) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, out, strict=True))


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", "في", "،\n", "\nفي\n"])
def test_scraps(text: str) -> None:
    assert len(unwrapped(text)) == len(text)
