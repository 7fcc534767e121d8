"""Columns, histories, chronicles and lives: what they tell of old days, plan, wish for or only speak of."""

from __future__ import annotations

import pytest

from coded import realis_behind_an_opening as _told


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


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("political_process", "وتريد القوات التي تسيطر على العاصمة الإطاحة برئيس البرلمان."),
        ("withdrawal", "وهناك خوف من الفراغ الذي سيصاحب انسحاب القوات الأميركية من البلاد."),
        ("meeting", "وقال الوزير إنه سيكون هناك لقاء ثان للوزراء في بروكسل."),
        ("evacuation", "وينص الاتفاق في بنده الأول، على إخلاء البلدتين من سكانهما."),
        ("talks", "ورفض الوزير الرحيل كشرط مسبق للمحادثات."),
        ("group_change", "وأنفق القائد مالا كثيرا لتشجيع القبائل على الانضمام إلى صفوف قواته."),
        ("military_support", "وقال إن مشروع تدريب المقاتلين متعثر."),
        ("meeting", "وأعد الوزراء جدول أعمال الاجتماع الخامس لمنتدى التعاون بين الجانبين المقرر عقده في الخريف."),
        ("talks", "ويأمل مبعوث الأمم المتحدة الخاص إلى البلاد إطلاق محادثات سلام في الخريف."),
    ],
)
def test_what_is_wanted_agreed_or_made_a_condition_is_planned(kind: str, text: str) -> None:
    assert _told(text)[kind] == {"planned"}


def test_a_deed_told_in_the_past_behind_what_is_near_was_done() -> None:
    assert _told("واقتربت القوات من المدينة وسيطرت على قرية في محيطها.")["territory_capture"] == {"actual"}
    assert "actual" not in _told("وكان المسلحون يحاولون قطع الإمدادات عن المدينة.").get("route_cut", set())


def test_what_a_future_verb_only_speaks_of_was_done() -> None:
    assert _told("وقال إن المجلس سيناقش مجزرة القرية يوم الأحد.").get("targeted_killing") != {"planned"}
    assert _told("وإذا تأكد ذلك فسيكون اعتداء المدينة الأول من نوعه.")["ground_attack"] != {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "وأكدت الدول التزامها بمنع وردع أي تهديدات أو عدوان خارجي.",
        "وقال الكاتب إن سياسة الاستسلام لا تنفع أحدا.",
        "وأضاف الرجل في حواره مع «المنبر» أن الوضع هادئ.",
    ],
)
def test_any_such_act_a_policy_and_an_interview_are_no_happening(text: str) -> None:
    assert not _told(text)


def test_both_attacks_are_not_denied() -> None:
    met = _told("وقتل ثلاثة مدنيين في كلا الهجومين على البلدة، وأعلن الفصيل مسؤوليته عنهما.")
    assert met["ground_attack"] == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "وقال الكاتب إن الخطة تقتضي قتال الجماعات المسلحة أولا.",
        "وصارت البلاد حلبة قتال مفتوحة تتنازعها قوى كثيرة.",
        "وتتولى الخلية نشر الفكر المتطرف وتجنيد الشباب.",
        "وتحدث التقرير عن الحرمان من الحصول على المساعدات الإنسانية.",
        "ودخلت العلاقة بعدا خاصا في مجال التسليح.",
    ],
)
def test_tasks_arenas_and_what_is_done_at_large_are_no_happening(text: str) -> None:
    assert not _told(text)


def test_fighting_that_somebody_was_in_is_told() -> None:
    assert _told("وسقط الجندي أثناء قتال المسلحين في محيط القرية.")["armed_clash"] == {"actual"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("territory_capture", "ووقفت القوات على بعد 700 متر من السيطرة على الجسر القديم."),
        ("talks", "وظل مصير الرئيس العقبة أمام المفاوضات بين الطرفين."),
    ],
)
def test_what_is_near_or_stands_in_the_way_is_planned(kind: str, text: str) -> None:
    assert _told(text)[kind] == {"planned"}
