"""Persons without a title: given names, particles glued to them, family names by their form, and words that are no names."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.handover import Recognised
from marsad.model import new_document
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

KIT = kit.load()


def read(text: str) -> Recognised:
    return recognise(segment(new_document(text), KIT), KIT)


def people(text: str) -> dict[str, str]:
    found = read(text)
    kinds = {a.id: a.kind for a in found.actors}
    return {text[slice(*m.span)]: m.entity for m in found.actor_mentions if kinds[m.entity] == "person" and m.form != "title"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال نجيب البيطار إن المخبز أغلق.", ["نجيب البيطار"]),
        ("التقى المدير دونالد هاريس وأيمن الحفار.", ["المدير دونالد هاريس", "أيمن الحفار"]),
        ("حضر الندوة سمير حداد ومحمد المصري وعلاء الدين برهوم.", ["سمير حداد", "محمد المصري", "علاء الدين برهوم"]),
        ("وقال أبو خالد إن الطريق مغلق.", ["أبو خالد"]),
        ("كتب عبدالباسط نوري عن النهر.", ["عبدالباسط نوري"]),
        ("قال سيرغي بيلوغلازوف إن السفينة وصلت.", ["سيرغي بيلوغلازوف"]),
        ("قال سعيد عقلة إن المطر توقف.", ["سعيد عقلة"]),
        ("وقالت هيلينا بيترسون إن المؤن تكفي.", ["هيلينا بيترسون"]),
        ("قال عبد السلام بركات إن البئر جفت.", ["عبد السلام بركات"]),
    ],
)
def test_persons_without_a_title(text: str, names: list[str]) -> None:
    assert list(people(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "سيطرت القوات على كامل الأراضي.",
        "أكد حسن سير العمل في الميناء.",
        "بمناسبة عيد الأضحى زار الوفد المخيم.",
        "ولد بعمر العشرين ونال جائزة.",
        "وقف أمامه رجلان وخلفه ثالث.",
        "كان ذلك لحسن الحظ قبل المطر.",
        "حلقت الطائرة فوق الوديان المتفرقة.",
        "من وجهة نظر جميلة الشكل.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert not people(text), people(text)


def test_what_one_refuses_is_no_name_of_his() -> None:
    assert "حمدان الإجراءات" not in people("ورفض سمير حمدان الإجراءات التي اتخذت.")
    assert "سمير حمدان" in people("ورفض سمير حمدان الإجراءات التي اتخذت.")


def test_a_surname_with_one_bearer_needs_no_title() -> None:
    assert people("وقال لافروف إن الجولة تأجلت.") == {"لافروف": "ru.lavrov"}
    assert people("وقال ياسين إن الجولة تأجلت.") == {}


def test_a_longer_name_is_not_the_registered_bearer_of_its_surname() -> None:
    text = "التقى مسعود بارزاني الوفد. وقال شيرزاد بارزاني إن المدرسة فتحت."
    found = people(text)
    assert found["مسعود بارزاني"] == "krg.barzani_m"
    assert found["شيرزاد بارزاني"].startswith("local:")


def test_an_office_behind_a_name_is_no_part_of_it() -> None:
    found = read("قال إبراهيم منير الأمين العام للنقابة إن الإضراب مستمر.")
    assert any(a.name.ar == "إبراهيم منير الأمين العام للنقابة" for a in found.actors)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وقال الناشط الإعلامي أبو إبراهيم الجسري إن القصف مستمر.", ["الناشط الإعلامي أبو إبراهيم الجسري"]),
        ("وقال القائد العسكري أبو محمد الحلبي إن المعركة بدأت.", ["القائد العسكري أبو محمد الحلبي"]),
        ("وقال المدير خالد محفوظ بحاح إن العودة قريبة.", ["المدير خالد محفوظ بحاح"]),
        ("وقال مصدر مسؤول إن التحقيق بدأ.", ["مصدر مسؤول"]),
        ("وانتقد النائب أداء الحكومة.", ["النائب", "الحكومة"]),
        ("وقتل مسلحون جنديا قرب القرية.", ["مسلحون", "جنديا"]),
        ("ونفذ التنظيم هجوما انتحاريا قرب القرية.", ["التنظيم"]),
        ("واتهم الائتلاف إيران بدعم النظام.", ["الائتلاف", "إيران", "النظام"]),
        ("وحررت القوات المدنيين من تنظيم داعش.", ["القوات", "المدنيين", "تنظيم داعش"]),
        ("واتهم مسؤولون الحكومة بخرق الهدنة.", ["مسؤولون", "الحكومة"]),
    ],
)
def test_a_mention_ends_where_the_name_or_the_body_ends(text: str, wanted: list[str]) -> None:
    assert [text[slice(*m.span)] for m in read(text).actor_mentions] == wanted


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("سيطر جيش الفتح المعارض على المدينة. وانسحب الجيش السوري.", "jaish_al_fateh"),
        ("وقصف جيش الإسلام المسلح البلدة.", "jaish_al_islam"),
    ],
)
def test_a_known_name_keeps_its_adjective(text: str, who: str) -> None:
    assert read(text).actor_mentions[0].entity == who


@pytest.mark.parametrize(
    "office",
    ["قائد لواء النصر", "رئيس لجنة الإغاثة", "مدير هيئة شؤون المهجرين", "مسؤول أمني", "قيادي كردي", "مصدر قبلي", "مسؤول طبي"],
)
def test_an_office_is_named_with_what_it_is_of(office: str) -> None:
    reading = read(f"وقال {office} إن الوضع صعب.")
    assert office in [a.name.ar for a in reading.actors]


def test_two_officials_of_different_kinds_are_two() -> None:
    reading = read("وقال مسؤول أمني إن الطريق مغلق. وقال مسؤول طبي إن الدم ناقص.")
    assert [a.name.ar for a in reading.actors] == ["مسؤول أمني", "مسؤول طبي"]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("استقبل رئيس الحكومة المبعوث الأممي إلى ليبيا.", 2),
        ("عين الرئيس السوري محافظا جديدا للسويداء.", 2),
        ("استقبل رئيس الوزراء وزير الخارجية القطري وفدا.", 1),
        ("استقبل خادم الحرمين الشريفين الملك سلمان وفدا أمميا.", 1),
        ("استقبل ولي العهد الأمير محمد بن سلمان وزير الخارجية الأميركي.", 2),
        ("قال رئيس الأركان القائد العام للقوات إن الحدود آمنة.", 1),
    ],
)
def test_a_second_office_in_a_row_is_another_persons_only_where_one_meets_or_names_him(text: str, offices: int) -> None:
    persons = {m.first for m in read(text).actor_mentions if m.form in ("title", "titled", "name")}
    assert len(persons) == offices


def test_an_office_in_a_body_of_a_body_goes_on_to_its_holder() -> None:
    named = "نائب رئيس المكتب السياسي لحزب الله محمود قماطي"
    assert people(f"قال {named} إن الرد قادم.") == {named: "lb.qmati"}
