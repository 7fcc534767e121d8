"""Columns, histories, chronicles and lives: what they tell of old days, plan, wish for or only speak of."""

from __future__ import annotations

import pytest

from marsad import kit, pipeline
from marsad.model import Published, Realis, new_document

KIT = kit.load()
OPENING = "عقد المجلس المحلي جلسة في البلدة صباح الأربعاء. وناقش الحاضرون أوضاع المدارس. وحضر الجلسة عدد من الأهالي.\n"


def _told(text: str) -> dict[str, set[Realis]]:
    published = Published(start="2019-05-16", end="2019-05-16", precision="day", basis="given")
    found: dict[str, set[Realis]] = {}
    for event in pipeline.read(new_document(OPENING + text, published=published), KIT).events:
        if event.triggers[0][0] >= len(OPENING):
            found.setdefault(event.type, set()).add(event.realis)
    return found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("meeting", "- 12 أيار 2016: الوزير يزور العاصمة ويلتقي نظيره."),
        ("air_strike", "14 أيلول 2016: طائرات التحالف تقصف مواقع على الحدود."),
        ("withdrawal", "وبقيت الكتيبة في الهضبة ثلاث سنوات، قبل أن تنسحب منها في تشرين الأول 1976."),
        ("group_change", "وأسس الرجل كتيبة صغيرة في بلدته، لتلتحق بحركة أخرى في آذار 2013."),
        ("destruction", "وقام التنظيم ابتداء من تموز 2014 بتدمير الأضرحة في المدينة."),
        ("bombing_ied", "وظل الرجل مختبئا في الجبال حتى عام 2008 عندما انفجر لغم به."),
        ("territory_capture", "وقتل العشرات في البلدة التي كانت خاضعة لسيطرة التنظيم قبل أن تطرده القوات منها."),
        ("bombing_ied", "قام التنظيم في تموز 2014 بتدمير الأضرحة. وضاعت كتب كثيرة. وقام كذلك بتفجير المقام."),
        ("suicide_attack", "24 تموز 2016: في العاصمة فجر رجل نفسه أمام المتحف. وأعلن التنظيم مسؤوليته عن الهجوم."),
    ],
)
def test_what_a_history_tells_of_old_days_is_historical(kind: str, text: str) -> None:
    assert _told(text)[kind] == {"historical"}


def test_a_month_without_its_year_is_no_old_day() -> None:
    assert "historical" not in _told("وقال الوزير إن الملك سيزور العاصمة ويلتقي الرئيس في أيلول.")["meeting"]


def test_who_besieges_a_town_that_was_taken_long_ago_does_so_now() -> None:
    assert _told("وتحاصر القوات المدينة التي استعادتها عام 2014.")["siege"] == {"ongoing"}
