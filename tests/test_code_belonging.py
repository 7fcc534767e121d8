"""Which event a count belongs to, on sentences of our own."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.model import Published, new_document
from marsad.pipeline import read

KIT = kit.load()


def _given(text: str) -> list[tuple[str, str]]:
    """The characters of each count with the type of its event, in text order."""
    published = Published(start="2021-06-15", end="2021-06-15", precision="day", basis="given")
    found = [(c.span, e.type) for e in read(new_document(text, published=published), KIT).events for c in e.counts]
    return [(text[a:b], kind) for (a, b), kind in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the attack told before brought it about, not what went on beside it
        (
            "قصفت المدفعية بلدة الجبل ما أدى إلى إصابة مدني، تزامنا مع غارات جوية على محيطها.",
            [("مدني", "shelling")],
        ),
        (
            "طال القصف المدفعي القرية ما أسفر عن مقتل طفل وجرح ستة آخرين، والتصدي لهجوم على المعبر.",
            [("طفل", "shelling"), ("ستة", "shelling")],
        ),
        ("اندلعت اشتباكات في الحي وقتل ثلاثة جنود، وسط غارات على أطرافه.", [("ثلاثة", "armed_clash")]),
        # a verb of harm has its own cause behind it
        (
            "أسفر هجوم في المدينة عن مقتل 11 شخصا فيما لقي نحو 42 مصرعهم في غارة على السوق.",
            [("11", "ground_attack"), ("نحو 42", "air_strike")],
        ),
        ("أسفرت الغارة عن تصفية ثلاثين قياديا في التنظيم.", [("ثلاثين", "air_strike")]),
        # who counts the dead tells a toll of its own, unless the cause follows
        (
            "قصف الطيران أحياء حلب، ووثقت الشبكة الحقوقية مقتل 26 مدنيا أمس.",
            [("26", "cumulative_toll")],
        ),
        ("وثق المرصد مقتل أربعة مدنيين بقصف على البلدة.", [("أربعة", "shelling")]),
        (
            "وثق المركز مقتل 11 مدنيا بينهم ثلاث نساء، قتلت امرأتان بقصف مدفعي على السوق.",
            [("11", "cumulative_toll"), ("ثلاث", "cumulative_toll"), ("امرأتان", "shelling")],
        ),
        # the lines of a toll are its own
        (
            "ارتفعت حصيلة القتلى منذ مطلع العام إلى 90 قتيلا، موزعين على النحو التالي:\n- 60 من أبناء المحافظة، بينهم 20 مدنيا\n- 30 من عناصر الوزارة",
            [("90", "cumulative_toll"), ("60", "cumulative_toll"), ("20", "cumulative_toll"), ("30", "cumulative_toll")],
        ),
        ("قال مسؤول إن حصيلة القتلى منذ بدء المواجهات في المدينة بلغت ألفا.", [("ألفا", "cumulative_toll")]),
        ("ترعى الدولة محادثات لإنهاء النزاع الذي أودى بحياة أكثر من 250 ألف شخص.", [("أكثر من 250 ألف", "cumulative_toll")]),
    ],
)
def test_the_event_of_a_count(text: str, expected: list[tuple[str, str]]) -> None:
    assert _given(text) == expected
