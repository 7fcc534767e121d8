"""Meanings: words of ground, troops and groups in the senses they have besides those of war, and what near words make of them."""

from __future__ import annotations

import pytest

from marsad import kit, pipeline
from marsad.model import new_document

KIT = kit.load()
GROUND = {
    "territory_capture", "withdrawal", "deployment", "control_status", "siege", "group_change", "personnel_action", "military_support",
    "coordination",
}  # fmt: skip


def _found(text: str) -> set[tuple[str, str]]:
    return {(e.type, e.realis) for e in pipeline.read(new_document(text), KIT).events}


@pytest.mark.parametrize(
    "text",
    [
        "تقدم قائد الفرقة ورئيس البلدية المشيعين في جنازة الجندي.",
        "تقدم وفد الفصيل ومندوب الجيش أمس بمقترح لوقف القتال.",
        "وافق الاجتماع على المقترح الذي تقدمت به قيادة الجيش في المدينة.",
        "قال النائب إن معاقبة قادة الجيش لا تقدم ولا تؤخر.",
        "حررت دورية الشرطة مخالفات وقامت بتحرير محضرين ضد سائقين من المدينة.",
        "رفعت قيادة الجيش شعارات الوحدة وتحرير القدس.",
        "ارتفعت الأسعار بسبب سيطرة المسلحين على شحنات الغذاء.",
        "كان النبي صلى الله عليه وسلم في المدينة مع جيش المسلمين.",
        "أعلن رئيس الحزب انسحاب وزرائه من الائتلاف الحاكم.",
        "تحدث القائد عن تراجع الروح المعنوية لدى الجنود في الجبهة.",
        "سحبت الوزارة تراخيص شركة توظف عناصر أمن.",
        "حمل المسعفون جثمان الطفل إلى المدينة وسلموه لذويه.",
        "بحث الوزيران تطويق الأزمة بين البلدين.",
        "أحاطت السلطات القائد بطوق من السرية.",
        "أكد القائد أن رئيس الحكومة لم يقل إن الوزير مخطئ.",
        "نقلت الصحيفة الخبر عن ضابط يتولى منصبا رفيعا في الوزارة.",
        "ما زال الضابط يقضي حكما بالسجن عشرين عاما.",
        "قدمت الحكومة طلب انضمام قواتها إلى منظمة دولية.",
        "انتشر 40 تشكيلا: شارك 40 تشكيلا من قوات الأمن في حماية المباراة.",
        "شرح الباحث أسباب انضمام الشبان إلى صفوف التنظيم.",
        "تدخل الرئيس الروسي أمس ليحسم الجدل حول القوات.",
        "قال اللواء وصل الله الغامدي مدير الجوازات إن الحركة عادية.",
        "أوقفت الشرطة رجلا انتزع سلاح جندي قرب موقع التفتيش.",
        "تطرق الحديث بين قائدي الجيشين إلى مجالات التنسيق والتشاور.",
        "وصف البيان العملية بأنها صارت عدوانا واحتلالا.",
        "صار الميناء مصدر تمويل لميليشيات الحزب.",
        "قال السفير إن القرار يفتح الطريق أمام احتمال التفاوض.",
        "لولا تدخل وزارة النفط لتوقف حرس الحقول عن العمل.",
        "صادق البرلمان على تعديل يسمح بمحاكمة المدنيين.",
        "شددت السلطات الحراسة لمنع تسلل المتطرفين وتهريب السلاح عبر الصحراء.",
    ],
)
def test_another_sense_names_nothing(text: str) -> None:
    assert not {kind for kind, _ in _found(text)} & (GROUND - {"deployment"} if "انتشر" in text else GROUND)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("territory_capture", "تقدمت القوات في محور الجبهة الغربية."),
        ("territory_capture", "أعلن الجيش تحرير المدينة من مسلحي التنظيم."),
        ("territory_capture", "أكد سكان سيطرة المتمردين على مطار البلدة."),
        ("territory_capture", "قام المتمردون باحتلال التلة الشمالية."),
        ("withdrawal", "أعلن قائد الفصيل انسحاب مقاتليه من البلدة."),
        ("withdrawal", "سلم المقاتلون أسلحتهم إلى الجيش."),
        ("siege", "فرضت القوات طوقا أمنيا حول البلدة."),
        ("personnel_action", "أقيل قائد الشرطة من منصبه."),
        ("personnel_action", "تولى ضابط سابق رئاسة الأركان."),
        ("group_change", "انضم مئات المقاتلين إلى صفوف الجيش."),
        ("territory_capture", "أعلنت قوات الحركة أنها دخلت مدينة ود مدني، حيث أكد شهود ذلك."),
        ("territory_capture", "غادر السكان بعد سقوط قندهار."),
        ("deployment", "انتشرت قوات الجيش في شوارع العاصمة."),
    ],
)
def test_the_sense_of_war_stays(kind: str, text: str) -> None:
    assert kind in {found for found, _ in _found(text)}


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (("control_status", "ongoing"), "توقفت الرحلات بسبب سيطرة المتمردين على مدرج المطار."),
        (("control_status", "ongoing"), "ما زال التنظيم يواصل احتلال البلدة."),
        (("control_status", "historical"), "عبر الجيش الجسر الذي كان يسيطر عليه المسلحون."),
        (("territory_capture", "planned"), "أكد القائد أن الجيش لن يتوقف حتى استعادة كامل المدينة من المتمردين."),
        (("territory_capture", "planned"), "أعلن المتحدث قرب تحرير المدينة بالكامل."),
        (("territory_capture", "planned"), "اقتربت القوات من تحرير المدينة."),
        (("deployment", "negated"), "قال الوزير إنه ليس لدى بلاده خطط لإرسال قوات إلى الجبهة."),
        (("deployment", "ongoing"), "قال الرئيس إنه لن يتسامح مع الوجود العسكري الإيراني في البلاد."),
        (("territory_capture", "ongoing"), "واصلت حركة طالبان تقدمها نحو العاصمة."),
        (("territory_capture", "planned"), "باتت الحركة قريبة من السيطرة الكاملة على المدينة."),
        (("military_support", "planned"), "قال المتحدث إننا سنقدم دعما عسكريا للفصائل."),
        (("deployment", "actual"), "هددت طهران بفرض عقوبات على الإقليم، وقامت بمناورات عسكرية على الحدود."),
        (("territory_capture", "actual"), "قوات الوفاق تسيطر على مدينة ترهونة\nقال المتحدث إن المدينة هادئة منذ الفجر."),
        (("siege_break", "planned"), "وصلت التعزيزات للبدء في معركة فك الحصار عن المدينة."),
        (("group_change", "planned"), "ويعد نزع سلاح الفصائل في الجنوب أصعب مهمة أمام الحكومة."),
        (("withdrawal", "actual"), "خسر القائد المعركة وهو ما اضطره لسحب قواته من المدينة."),
        (("withdrawal", "conditional"), "قال الرئيس إن السلام لا يتم إلا بانسحاب المسلحين من المدن."),
        (("withdrawal", "negated"), "نشرت الصفحات أنباء كاذبة عن استسلام المقاتلين في البلدة."),
        (("siege", "ongoing"), "انتقد الكاتب الحصار الفاشل على المدينة."),
        (("coordination", "ongoing"), "لفت التقرير إلى وجود تعاون بين المتشددين داخل البلاد."),
    ],
)
def test_what_stands_near_says_how_far_it_went(wanted: tuple[str, str], text: str) -> None:
    assert wanted in _found(text)


def test_what_is_taken_back_is_told_once() -> None:
    events = pipeline.read(new_document("استعاد المقاتلون مساء أمس السيطرة على نقاط في الحي."), KIT).events
    assert [e.type for e in events] == ["territory_capture"]


@pytest.mark.parametrize(
    "text",
    [
        "أصدر الناطق باسم العمليات العسكرية في الجبهة بيانا قصيرا.",
        "توجهت العائلات إلى مراكز إيواء داخل المدارس.",
        "وزعت الجمعية بطانيات في مسجد يستعمل مقرا للنازحين.",
        "قال الضابط إن الجنود يعرفون مصادر إطلاق النار في التلال.",
        "ساد في المدينة منطق الثورة والانقلاب.",
        "أسهم قائد الجيش في دعم وتعزيز العلاقات مع الجيران.",
        "قالت الصحفية إن عناصر الأمن احتجزوا جواز سفرها.",
        "كان المقاتلون الأكثر تسليحا في الوادي أبناء القبيلة.",
        "أدين الخطيب في المدينة بالتحريض على القتال دون إذن.",
        "هاجم زعيم الحركة المسلحة أمس خطة الوسيط.",
        "كتبت صحيفة محلية تهاجم قائد القوات.",
        "أصاب الجيش إحدى الطائرات المعادية.",
        "حقق الصاروخ إصابة مباشرة في جسم الطائرة.",
        "وصل المقاتلون إلى قناعة بأن الحرب خاسرة.",
        "قال إن ضباطا في الجيش قد يواجهون المحاكمة.",
        "التطرف مثل الوباء ينتشر ويدمر ويقتل.",
        "حذر الشيخ في المدينة من تأجيج الأوضاع وتفجيرها.",
        "نشرت وزارة الدفاع مساء أمس تسجيلات للطائرات على الحدود.",
        "درس القائد علوم السياسة والتربية والاجتماع في المدينة.",
        "أضرمت الخطبة النار في نفوس المقاتلين بالقرية.",
        "رفض القائد التراجع وقال إن قواته على العهد.",
        "دخل الرجل السجن بعد أن ترك القوات.",
        "استعرض الوزير أحدث الطائرات التي انضمت للقوات المسلحة.",
        "سعت الدول إلى تضييق الخناق على الرئيس.",
        "أعلنت الشرطة فرض حظر تجوال في البلدة.",
    ],
)
def test_names_shelters_and_sources_tell_nothing(text: str) -> None:
    assert not {kind for kind, _ in _found(text)} - ({"humanitarian_aid"} if "بطانيات" in text else set())


def test_what_came_again_and_again_came() -> None:
    assert _found("تعرض مركز الشرطة لقصف متكرر.") == {("shelling", "actual")}
    assert _found("يتعرض مركز الشرطة لقصف متكرر.") == {("shelling", "habitual")}


def test_the_place_of_what_a_deed_answers_is_not_its_own() -> None:
    text = "هاجم مسلحون أمس ثكنة للجيش في عدن انتقاما لما يجري في صعدة."
    reading = pipeline.read(new_document(text), KIT)
    assert [e.type for e in reading.events] == ["ground_attack"]
    assert not any("saada" in place for place in reading.events[0].places)


def test_a_person_who_was_hit_at_home_was_hurt() -> None:
    assert ("casualties", "actual") in _found("أصيب رجل في منزله بجروح متفاوتة.")
    assert "deployment" in {kind for kind, _ in _found("نشرت تركيا قوات إضافية على الحدود.")}


def test_harm_that_there_is_not_is_no_troop() -> None:
    assert "deployment" not in {kind for kind, _ in _found("لا توجد إصابات في صفوف القوات.")}


def test_a_town_that_talks_are_called_by_is_no_place_of_breaches() -> None:
    text = 'جمدت الفصائل كل ما يتعلق بمفاوضات أستانا ومسار "جنيف" بسبب خروقات الهدنة.'
    reading = pipeline.read(new_document(text), KIT)
    assert [e.places for e in reading.events if e.type == "ceasefire_violation"] == [()]
    assert any(e.places for e in reading.events if e.type == "talks")


def test_a_pact_only_referred_to_takes_no_place_of_its_sentence() -> None:
    reading = pipeline.read(
        new_document("وقعت الحكومة والحركة الاتفاق أمس. وقال الوزير إن الموصل لم تكن آمنة قبل الاتفاق، وإن كركوك هادئة."), KIT
    )
    assert [e.places for e in reading.events if e.type == "agreement"] == [()]
    reading = pipeline.read(new_document("خرقت القوات الاتفاقية الموقعة في جدة، وقصفت حيا في الخرطوم."), KIT)
    assert [e.places for e in reading.events if e.type == "agreement"] == [("sa.jeddah",)]
    reading = pipeline.read(new_document("وقعت الحكومة والحركة الاتفاق أمس. وقال الوزير إن كركوك مشمولة بالاتفاق."), KIT)
    assert any("iq.kirkuk_city" in e.places for e in reading.events if e.type == "agreement")


def test_military_vehicles_are_lost_by_any_name() -> None:
    assert ("equipment_loss", "actual") in _found("أسفر الكمين عن تدمير مركبتين عسكريتين للجيش.")
    assert ("equipment_loss", "actual") in _found("أحرق المسلحون مركبات عسكرية على الطريق.")
