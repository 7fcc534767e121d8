"""How far the names of bodies reach, whom short names mean, and words that name nobody and no place."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.handover import Recognised
from marsad.model import new_document
from marsad.pipeline import read as read_whole
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

KIT = kit.load()


def read(text: str) -> Recognised:
    return recognise(segment(new_document(text), KIT), KIT)


def mentions(text: str) -> dict[str, str]:
    return {text[slice(*m.span)]: m.entity for m in read(text).actor_mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الشباب والرياضة إغلاق الملاعب.", "وزارة الشباب والرياضة"),
        ("شكلت لجنة النفط والطاقة فريقا للرقابة.", "لجنة النفط والطاقة"),
        ("أوقفت شركة التبغ والكبريت الإنتاج شهرا.", "شركة التبغ والكبريت"),
        ("نفت الهيئة العامة للطيران المدني الخبر.", "الهيئة العامة للطيران المدني"),
        ('تبنى "لواء أحرار السهل" العملية في بيان.', "لواء أحرار السهل"),
        ("انسحب لواء معاذ بن جبل من الحاجز.", "لواء معاذ بن جبل"),
        ("انضم لواء صقور الوادي إلى الغرفة.", "لواء صقور الوادي"),
        ("نشر معهد الدراسات المائية خريطة جديدة.", "معهد الدراسات المائية"),
        ("سلم قائد المنطقة العسكرية الخامسة المهمة لخلفه.", "قائد المنطقة العسكرية الخامسة"),
        ("نفت شركة ترانسكو امتلاك المخزن.", "شركة ترانسكو"),
        ("رفض حزب كورنال دخول الحكومة.", "حزب كورنال"),
    ],
)
def test_the_whole_name_of_a_body(text: str, name: str) -> None:
    assert name in mentions(text), mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "استأجر التاجر شركة نقل لحمل القمح.",
        "زاد الجيش بنك أهدافه قرب الحدود.",
        "تعطلت حركة الجنود على الجسر بسبب الوحل.",
        "نزح الأهالي من مديرية مقبنة غرب تعز.",
    ],
)
def test_what_a_firm_does_a_movement_or_a_district_is_no_body(text: str) -> None:
    assert not [name for name in mentions(text) if name.startswith(("شركة", "بنك", "حركة", "مديرية"))], mentions(text)


def test_two_bodies_beside_each_other_stay_two() -> None:
    found = mentions("اجتمعت وزارة الصحة والدفاع المدني في المبنى الجديد.")
    assert {"وزارة الصحة", "الدفاع المدني"} <= set(found), found


def test_a_place_behind_a_registered_name_is_no_part_of_it() -> None:
    found = mentions("أغارت الطائرات على معسكر حزب العمال الكردستاني في شمال العراق ليلا.")
    assert found.get("حزب العمال الكردستاني") == "pkk", found


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        ("اتهم الحوثيون جيرانهم. أغارت قوات التحالف على معسكر في تعز.", "قوات التحالف", "arab_coalition"),
        ("هاجم تنظيم داعش الموصل في العراق. ردت طائرات التحالف بغارات.", "طائرات التحالف", "intl_coalition"),
        (
            "أعلن الجيش الإسرائيلي إغلاق الطريق، وقصفت قوات النظام السوري قرية حدودية. وأضاف الجيش أن جنديا أصيب.",
            "الجيش",
            "il.army",
        ),
        ("التقى مولود جاويش أوغلو نظيره في أنقرة. وتابع أوغلو أن الحدود مفتوحة.", "أوغلو", "tr.cavusoglu"),
        ("رحب حزب الاتحاد الديموقراطي بالبيان في القامشلي.", "حزب الاتحاد الديموقراطي", "pyd"),
        ("هاجم المتمردين الحوثيين رتل من التعزيزات في اليمن.", "المتمردين الحوثيين", "houthis"),
    ],
)
def test_whom_a_short_name_means(text: str, phrase: str, entity: str) -> None:
    assert mentions(text).get(phrase) == entity, mentions(text)


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        (
            "تقدمت القوات الحكومية السورية شرقا، وانسحبت قوات المعارضة. وقالت القوات الحكومية إن الطريق آمن.",
            "القوات الحكومية",
            "sy.army",
        ),
        ("عاد سعد الحريري إلى بيروت. وقال الرئيس الحريري إن الأزمة انتهت.", "الرئيس الحريري", "lb.hariri"),
        ("شارك حزب الشعب الجمهوري وحزب الحركة القومية. وقال الحزب الجمهوري إنه ينسحب.", "الحزب الجمهوري", "chp"),
        ("استقبل محمد بن سلمان بن عبدالعزيز آل سعود الوفد في جدة.", "محمد بن سلمان بن عبدالعزيز آل سعود", "sa.mbs"),
        ("أصدر مكتب التحقيقات الفيديرالي الأميركي بيانا.", "مكتب التحقيقات الفيديرالي الأميركي", "us.fbi"),
        ("قتل أبوبكر البغدادي في غارة.", "أبوبكر البغدادي", "isis.baghdadi"),
        ("استولت ميليشيات التمرد الحوثي على مدرسة في تعز.", "ميليشيات التمرد الحوثي", "houthis"),
        ("نقلت شبكة «الخابور» المحلية الخبر عن سكان.", "شبكة «الخابور» المحلية", "khabur_net"),
        ("تبنت قوات الدفاع الشعبي الهجوم في بيان.", "قوات الدفاع الشعبي", "hpg"),
    ],
)
def test_who_is_named_otherwise(text: str, phrase: str, entity: str) -> None:
    assert mentions(text).get(phrase) == entity, mentions(text)


def test_a_coalition_without_its_enemy_is_left_open() -> None:
    found = mentions("غادرت قوات التحالف القاعدة فجرا.")
    assert found["قوات التحالف"].startswith("local:"), found


def test_a_surname_that_is_a_nisba_is_the_mans() -> None:
    found = read("تحدث اللواء سامر التركي عن الحادث. وقال اللواء التركي إن الطريق آمن.")
    assert len({m.entity for m in found.actor_mentions if m.form == "titled"}) == 1
    assert "tr" not in {a.id for a in found.actors}


@pytest.mark.parametrize(
    "text",
    [
        "نشر أحمد الراوي كتابا عن النخيل.",  # not أحمد الرهوي
        "ترأس محمد الناصر الجلسة الأخيرة.",  # not محمد السنوار
        "افتتح محمود السبسي المعرض.",
    ],
)
def test_one_letter_makes_another_man(text: str) -> None:
    assert all(not a.registered for a in read(text).actors if a.kind == "person")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("تحسن المحصول في هذه السنة كثيرا.", "السنة"),
        ("أصيب العامل في ساقه اليمنى أمس.", "اليمنى"),
        ("يتطلب القانون تعاونا في مكافحة الإرهاب والفساد.", "مكافحة الإرهاب"),
        ("أجرى الوفد اتصالاته السرية قبل القمة.", "السرية"),
        ("أوقفت الدورية أربعين مهاجرا غير شرعي.", "شرعي"),
        ("شهدت المزرعة عدوانا جديدا ليلا.", "عدوانا"),
        ("احتدم القتال على جبهة صرواح مساء.", "جبهة صرواح"),
        ("استهدف الرتل بقذائف المدفعية والهاون مزرعة.", "المدفعية"),
        ("دعا البيان إلى حشد الطاقات لإعادة البناء.", "حشد"),
        ("تعرض الوزير لهجوم عنيف من الصحافة.", "لهجوم"),
        ("شكر الحاضرين على نبيل مواقفكم وصبركم.", "نبيل مواقفكم"),
    ],
)
def test_words_that_name_nobody(text: str, word: str) -> None:
    assert all(word not in phrase for phrase in mentions(text)), mentions(text)


def where(text: str) -> dict[str, str]:
    reading = read_whole(new_document(text), KIT)
    return {text[slice(*s)]: p.id for p in reading.places for s in p.mentions}


@pytest.mark.parametrize(
    ("text", "phrase", "place"),
    [
        ("قصفت الطائرات المناطق المحررة قرب إدلب وسرمين.", "المناطق المحررة", "sy.liberated_nw"),
        ("في صنعاء وتعز وعدن: زار الوفد المناطق المحررة.", "المناطق المحررة", "ye.liberated"),
        ("انسحبوا من عدد من المحافظات اليمنية شمالا.", "المحافظات اليمنية", "ye"),
        ("عاد الرتل من إدلب إلى مناطق سيطرة النظام جنوبا.", "مناطق سيطرة النظام", "sy.government_area"),
        ("زار وزير الخارجية السعودي العراق، وعاد من بغداد إلى المملكة.", "المملكة", "sa"),
        ("شيخ من عشائر الموصل وصلاح الدين والأنبار في العراق.", "وصلاح الدين", "iq.salah_al_din"),
        ("اندلع حريق في قرية جديد عكيدات شرق دير الزور.", "قرية جديد عكيدات", "sy.jadid_ukaydat"),
        ("أغلق المتظاهرون شارع السعدون وسط بغداد.", "شارع السعدون", "iq.saadoun_street"),
    ],
)
def test_where_a_name_lies(text: str, phrase: str, place: str) -> None:
    assert where(text).get(phrase) == place, where(text)


def test_an_area_of_no_land_is_left_open() -> None:
    assert where("زار الوفد المناطق المحررة أمس.").get("المناطق المحررة", "").startswith("local:")


def test_a_kingdom_is_no_republic() -> None:
    assert where("وصل الوفد اليمني من صنعاء إلى المملكة أمس.").get("المملكة") != "ye"


def test_a_mosque_is_called_after_a_man() -> None:
    assert "مسجد الإمام علي بن أبي طالب" in where("سقطت قذيفة أمام مسجد الإمام علي بن أبي طالب بحي المنصورة.")


@pytest.mark.parametrize(
    "text",
    [
        "سار الحزب على طريق الإصلاح.",
        "اعتقلوه بحجة البحث عن سلاح.",
        "أصدرت بيانا، معربة عن الأسف.",
        "سار الفريق على خطى ثابتة.",
        "دعا الخطيب إلى الحكمة لوأد الخلاف.",
    ],
)
def test_words_spelled_like_a_place_noun(text: str) -> None:
    assert not where(text), where(text)


def test_a_place_called_like_a_man() -> None:
    for text in (
        "اندلع حريق في منطقة الشيخ نجار شمال حلب.",
        "سقطت قذيفة قرب مطار رفيق الحريري الدولي.",
        "سقطت القذائف على منطقة “بوتين – أردوغان” فجرا.",
    ):
        assert not [a for a in read(text).actors if a.kind == "person"]
    assert where("سقطت القذائف على منطقة “بوتين – أردوغان” فجرا.")
