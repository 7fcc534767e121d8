"""Background that no word dates: read from where and how it is told."""

from __future__ import annotations

from typing import Final

import pytest

from attributed import kit
from marsad.lexicon.code.signs import Signs
from marsad.model import Published, new_document
from marsad.pipeline import trace

TOLD: Final = "عادت المعارك إلى الضواحي بين الفصائل والجيش"
COLUMN: Final = f"""ليس من السهل فهم ما آلت إليه أحوال إقليم البحيرات دون العودة إلى جذور الصراع الذي مزق المجتمع، فالحرب هناك لم تكن مجرد خلاف على السلطة.
في عام 2012 انفجرت الأزمة بين الحكومة والفصائل الشرقية، وكانت القوى الإقليمية ترى في الإقليم ساحة لتصفية حساباتها.
دخلت الفصائل العاصمة وأعلنت حكومة جديدة لم يعترف بها أحد من الجيران، ثم انقسمت على نفسها وتنازعت على الموارد التي تركها النظام القديم وراءه.
ولم تجد الدول الكبرى بدا من التدخل، فدعمت كل منها طرفا من أطراف الصراع وأغرقت البلاد بالسلاح والمال، وتحول الإقليم إلى ملعب مفتوح لكل من يملك المال.
لكن السؤال الذي يطرح نفسه هو: هل كان يمكن أن تسير الأمور على نحو آخر؟ ربما، لو أن النخب التي قادت تلك المرحلة أدركت أن الاستقواء بالخارج لا يبني دولة.
والحقيقة أن الاتفاق الذي وقعته الأطراف برعاية دولية لم يكن سوى هدنة هشة، إذ انهار سريعا، و{TOLD}.
إن أهل الإقليم يحتاجون إلى من يسمع أصواتهم، لا إلى صفقات جديدة يعقدها أمراء الحرب على حساب الناس."""
NEWS: Final = f"""{TOLD}، صباح اليوم الخميس.
وقال مراسلنا إن 12 شخصا قتلوا وأصيب 30 آخرون بقصف مدفعي على حي الميناء.
وأفاد مصدر طبي بأن المشفى استقبل خمسة جرحى من قرية العين أمس.
وقصف الطيران الحربي بلدة الرملة بثلاث غارات.
وأضاف المصدر أن القصف أدى إلى مقتل طفلين.
ولم تصدر الحكومة أي تعليق.
وانتهى القصف مساء."""


def _fighting(text: str) -> tuple[str, str]:
    """The realis of the fighting in the suburbs, and why."""
    document = new_document(text, published=Published(start="2018-05-03", end="2018-05-03", precision="day", basis="given"))
    traced = trace(document, kit())
    event = next(e for e in traced.reading.events if e.type == "armed_clash" and text[slice(*e.triggers[0])] == "المعارك")
    why = next(c.why for t in traced.traces if t.record == event.id for c in t.considered if c.what.startswith("realis "))
    return event.realis, why


def test_a_column_tells_the_past_without_a_time() -> None:
    realis, why = _fighting(COLUMN)
    assert realis == "historical"
    assert "for background by its signs" in why


@pytest.mark.parametrize("text", [NEWS, TOLD + ".", "\n".join(COLUMN.split("\n")[2:6])], ids=["news", "alone", "few sentences"])
def test_the_same_words_are_news_elsewhere(text: str) -> None:
    assert _fighting(text)[0] == "actual"


def test_signs_are_summed_and_the_weightiest_named() -> None:
    background = Signs("background", {"always": -1.0, "late": 0.75, "long": 0.5, "counts": -0.5})
    assert background.weigh(["late", "long", "unheard of"]) == (
        0.25,
        "0.25 for background by its signs: late +0.75, long +0.50, unheard of +0.00",
    )
    assert background.weigh(["late", "counts"]).why == "-0.75 for background by its signs: counts -0.50, late +0.75"
    held = {"long": 1.0, "late": 0.5, "counts": 1.0, "unheard of": 1.0}
    assert background.total(held) == -0.625
    assert background.foremost(held, 2) == ["long", "late"]
