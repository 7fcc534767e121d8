"""Code: words with the letters of a trigger that name no happening, beside sentences in which they do."""

from __future__ import annotations

import pytest

from attributed import read
from coded import types


@pytest.mark.parametrize(
    ("text", "no", "event", "kind"),
    [
        # the name of a body or a place
        ("زار الطلاب مركز التدريب في الحي.", "military_support", "بدأ الخبراء تدريب الجنود في القاعدة.", "military_support"),
        ("ألقى كلمة باسم حزب تحرير الأمة.", "territory_capture", "أعلن الجيش تحرير ثلاث قرى.", "territory_capture"),
        # an area called by the operation that took it
        (
            "عاد الهدوء إلى منطقتي نبع السلام ودرع الفرات.",
            "ground_attack",
            "أطلقت أنقرة عملية درع الفرات في الشمال.",
            "ground_attack",
        ),
        # a force called by its operation, whatever stands between
        (
            'أغلقت فصائل "درع الفرات" المعبر أمام الشاحنات.',
            "ground_attack",
            'بدأت أنقرة عملية "درع الفرات" قبل الظهر.',
            "ground_attack",
        ),
        ('تقدمت فصائل من "درع الفرات" بطلب إلى المجلس.', "ground_attack", "دخلت معركة غضب الفرات شهرها.", "ground_attack"),
        ("زار الوفد غرفة عمليات غضب الفرات.", "ground_attack", "دخلت معركة غضب الفرات شهرها الثاني.", "ground_attack"),
        # a town with the letters of a verb
        ("مر الوفد بحلب وتدمر في طريقه إلى الشرق.", "destruction", "دمرت الغارة ثلاثة منازل في القرية.", "destruction"),
        # what two sides strive for, and what one sets out to take
        (
            "تتنافس حكومتان على السيطرة على البلاد.",
            "territory_capture",
            "أطلق الجيش معركة للسيطرة على المدينة.",
            "territory_capture",
        ),
        # an adjective that has the letters of the noun with my
        ("ألقى كلمة في تجمع انتخابي بالمدينة.", "political_process", "تجري الانتخابات في الربيع.", "political_process"),
        ("أنشأت البلدية مركزا اجتماعيا وبرنامج عمل اجتماعي.", "meeting", "عقد الوزراء اجتماعا في العاصمة.", "meeting"),
        # any such act, and a kind of act
        ("قال القائد إن قواته مستعدة للرد على أي هجوم.", "ground_attack", "شن المسلحون هجوما على الحاجز.", "ground_attack"),
        ("تناول الكتاب ظاهرة الخطف في المجتمعات الريفية.", "abduction", "يخشى الأهالي بعد خطف ثلاثة تجار أمس.", "abduction"),
        # a fire that was brought under control, and a town taken after a fire was told of
        (
            "اندلع حريق في المستودع وتمت السيطرة عليه.",
            "territory_capture",
            "أدى القصف إلى اندلاع حريق. وفي العام الماضي سيطر المسلحون بدعم جوي من حلفائهم في الجنوب على مدينة تل رفعت.",
            "territory_capture",
        ),
        # the killer, and no fight; a place with the letters of a deed done to thee
        ("أعلنت الشرطة أمس اعتقال قاتل السفير.", "armed_clash", "قاتل الجيش المسلحين في الوادي.", "armed_clash"),
        ("دخل الجنود بلدة سبوك في الريف.", "abduction", "سبى التنظيم مئات النساء من القرى.", "abduction"),
        # words of their own
        ("سلم المهاجم نفسه لاحقا للقوات.", "ground_attack", "لاحقت القوات المسلحين في الجبال.", "ground_attack"),
        ("تحظر المعاهدة أسلحة الدمار الشامل.", "destruction", "خلف القصف دمارا في المنازل.", "destruction"),
    ],
)
def test_a_word_with_the_letters_of_a_trigger(text: str, no: str, event: str, kind: str) -> None:
    assert no not in types(text)
    assert kind in types(event)


def test_what_a_relative_clause_points_back_to_is_what_its_verb_governs() -> None:
    assert "territory_capture" in types("عادت إلى القبيلة الأراضي التي خسرتها قبل عام.")
    assert "shelling" in types("لا تزال آثار القذائف التي أطلقتها القوات ظاهرة على الجدران.")
    assert "territory_capture" not in types("استرد التاجر الأموال التي خسرها قبل عام.")


def test_a_village_in_a_list_of_places_is_no_happening() -> None:
    text = "قصفت المدفعية قرى كفرتعال والوساطة وتقاد في ريف حلب."
    assert types(text) == {"shelling"}


def test_any_attack_that_is_denied_is_a_negated_event() -> None:
    events = read("نفى المتحدث أي هجوم على القاعدة.").events
    assert [(e.type, e.realis) for e in events] == [("ground_attack", "negated")]


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("تحظر القوانين الدولية تعمد قصف المدارس.", "shelling"),
        ("منذ وصوله إلى البيت الأبيض تجنب الرئيس الحرب.", "meeting"),
        ("قال إن الاتفاق يتيح الإفراج عن الأرصدة المجمدة.", "release_exchange"),
        ("قال المتحدث في اتصال هاتفي مع الصحيفة إن الوضع هادئ.", "meeting"),
        ("تواصل الفرق تطهير المدينة من الألغام.", "territory_capture"),
        ("ترى السلطات في ذلك خطرا داهما على البلاد، وهو خطر داهم.", "ground_attack"),
        ("وزعت الجمعية مساعدات على أسر الضحايا في القرى.", "detention"),
        ("قالوا بأن تدمر تم تسليمها مع مستودعات الأسلحة.", "destruction"),
        ("تقدمت القوات الخاصة بالتعزية لأسر الضحايا.", "territory_capture"),
        ("شكر قائد الجيش روسيا على دعمها للرياضة.", "military_support"),
        ("أشاد القائد بما يجده الجيش من دعم وحرص على أمنه.", "military_support"),
        ("قال المسلحون إن التقارير تصل يوميا.", "deployment"),
        ("نشر الجيش مشاهد لعناصره في الجبهة.", "deployment"),
    ],
)
def test_another_sense_of_a_trigger(text: str, no: str) -> None:
    assert no not in types(text)


def test_a_relative_clause_is_no_part_of_what_is_wanted() -> None:
    events = read("توقع الوزير دعم الفصائل التي تقاتل التنظيم في الريف.").events
    assert all(e.realis != "planned" for e in events if e.type == "armed_clash")


def test_a_verb_in_the_name_of_a_body_tells_nothing() -> None:
    assert "targeted_killing" not in types('ذكرت مجموعة "الرقة تذبح بصمت" أن الجسر أغلق.')
    assert "targeted_killing" in types("ذبح مسلحون راعيا قرب الرقة.")
