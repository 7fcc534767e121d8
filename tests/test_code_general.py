"""Code: what is avoided, possible, wished for or of a kind tells no happening, beside sentences in which the same words do."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.model import new_document
from marsad.pipeline import read

KIT = kit.load()


def _types(text: str) -> set[str]:
    return {e.type for e in read(new_document(text), KIT).events}


@pytest.mark.parametrize(
    ("text", "no", "event"),
    [
        # what is avoided
        ("أغلقت السلطات الطريق السريع لتجنب هجمات جديدة.", "ground_attack", "شن المسلحون هجمات جديدة على الطريق السريع."),
        ("غادر النازحون المخيم تفاديا لوقوع هجمات انتقامية.", "ground_attack", "تعرض المخيم أمس لهجمات انتقامية."),
        # what it is made for or able to do
        ("صممت هذه الصواريخ لتدمير التحصينات الأرضية.", "destruction", "أدى القصف إلى تدمير التحصينات الأرضية."),
        ("قال الخبير إن التنظيم ما زال يملك القدرة على شن هجمات.", "ground_attack", "قال الخبير إن التنظيم شن هجمات."),
        # the kinds of what was counted
        (
            "نفذ التنظيم 8 عمليات تنوعت ما بين هجمات وعمليات قنص واشتباكات في البادية.",
            "armed_clash",
            "دارت في البادية اشتباكات بين الطرفين.",
        ),
        # what is wished for, what is taught, another deed's aim
        ("غاب عن الفصائل الاندماج المنشود تحت قيادة واحدة.", "group_change", "أعلنت الفصائل اندماجها في جسم واحد."),
        ("تدرب المجندون في المعسكر على تفكيك العبوات الناسفة.", "bombing_ied", "فجر مسلحون عبوات ناسفة في المعسكر."),
        ("عثر الجنود على نفق كان يستخدمه المسلحون للتسلل.", "ground_attack", "رصدت الفصائل تسلل مسلحين على محور التلال."),
        # going to war, and the fronts of it
        ("رفض عدد من الضباط المشاركة في القتال.", "armed_clash", "خاض الضباط قتالا عنيفا مع المسلحين."),
        ("تفقد الوزير الجنود في جبهات القتال.", "armed_clash", "دارت معارك على الجبهات بين الطرفين."),
        # goods that were taken
        ("فتش الجنود المحلات واستولوا على كاميرات المراقبة.", "territory_capture", "فتش الجنود المحلات واستولوا على القرية."),
        # letters
        ("قال إن الحكومة ستفقد قدرتها على إدارة شؤون الجيش.", "meeting", "سيتفقد رئيس الأركان قوات الجيش على الجبهة."),
        ("وصلت السيارة إلى كمين كوم أشفين الأمني على الطريق.", "ground_attack", "وقعت السيارة في كمين نصبه مسلحون على الطريق."),
        ("أصدر مركز ما يسمى المصالحة بيانا عن القرى.", "agreement", "توصلت اللجنة إلى مصالحة في البلدة."),
        ("قال إن الحزب قد وفر للمقاتلين السابقين حقوقهم.", "withdrawal", "فر المقاتلون من مواقعهم في البلدة."),
        ("قالت لجنة التحقيق إن ثلاثمئة مدني غادروا المدينة.", "monitoring", "وصلت إلى المدينة لجنة تحقيق دولية."),
        ("زار القائد مقاتلي الحشد في جبهة تلعفر.", "deployment", "بدأت القوات حشد آلياتها قرب الجبهة."),
        ("حذر المسؤول من انتشار الأفكار المتطرفة بين عناصر القوات.", "deployment", "شهدت المدينة انتشارا لقوات الجيش."),
        ("أوقفت السلطات تقديم العلاج لعناصر الجبهة.", "detention", "أوقفت السلطات ثلاثة عناصر من الجبهة."),
        # what is likened, what was not done
        ("قال إن القرار يشكل ضربة لقوات المعارضة ومواقعها.", "air_strike", "نفذت الطائرات ضربة على مواقع قوات المعارضة."),
        ("أعلنت القوات هدنة بدلا من مهاجمة مواقع المسلحين.", "ground_attack", "بدأت القوات مهاجمة مواقع المسلحين."),
        ("طالب بلجم الحكومة وتوقيفها عن دعم المسلحين.", "detention", "أعلن الأمن توقيف خمسة مشتبه بهم."),
    ],
)
def test_general_talk_beside_a_happening(text: str, no: str, event: str) -> None:
    assert no not in _types(text)
    assert no in _types(event)


def test_an_act_named_without_doer_or_place_where_nothing_is_reported_is_a_doubt() -> None:
    talk = (
        "كتب الأستاذ في مقاله أن التعليم أساس نهضة الأمم وأن الكتاب خير جليس للإنسان في كل زمان. "
        "ولا شك أن الأسرة هي المدرسة الأولى التي يتعلم فيها الأبناء معنى الصدق والأمانة واحترام الكبير. "
        "ومن يقرأ التاريخ يدرك أن العلم وحده يبني الحضارات وأن الجهل يهدمها مهما طال بها الزمن. "
    )
    tail = "ولم ينفع أحدا في الماضي تعصب ولا اغتيال ولا كراهية بين الناس كما يعرف كل عاقل. وختم الكاتب بالدعوة إلى القراءة كل يوم وإلى حب الخير."
    reading = read(new_document(talk + tail), KIT)
    assert not reading.events
    assert any("targeted_killing" in d.about for d in reading.doubts)
    told = read(new_document(talk + "واغتال مسلحون مجهولون أمس القاضي في مدينة حلب برصاص مسدس. " + tail), KIT)
    assert "targeted_killing" in {e.type for e in told.events}
