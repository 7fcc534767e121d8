"""Code: words of harm, flight, arrest and rescue in another sense, beside sentences in which they have their own."""

from __future__ import annotations

import pytest

from attributed import read
from coded import types


@pytest.mark.parametrize(
    ("text", "no", "event", "kind"),
    [
        ("أجلت المحكمة الجلسة إلى الشهر المقبل.", "evacuation", "أجلت بريطانيا رعاياها من السودان.", "evacuation"),
        ("وتجلى ذلك في موقف الوزير من المسلحين.", "evacuation", "تجلي المروحيات الجرحى من البلدة.", "evacuation"),
        ("انتقد الناشط تخلي القوات عن المدينة.", "evacuation", "أخلت السلطات سكان الحي.", "evacuation"),
        ("أجبر القصف آلاف المدنيين على النزوح.", "abuse", "أجبر المسلحون المدنيين على حفر الأنفاق.", "abuse"),
        ("هرب 40 جنديا من الجيش.", "displacement", "هرب 40 مدنيا من القرية.", "displacement"),
        ("لجأ بعض السكان إلى أكل الأعشاب.", "displacement", "لجأ بعض السكان إلى تشاد.", "displacement"),
        ("استهدفت الغارة مدرسة تؤوي نازحين.", "displacement", "وصل مئات النازحين إلى المخيم.", "displacement"),
        ("قامت الفصائل بتوقيف العمل في محطة المياه.", "detention", "أعلنت الشرطة توقيف ثلاثة رجال.", "detention"),
        ("قال الكاتب إن هذه إبادة جماعية.", "targeted_killing", "ارتكبت القوات إبادة جماعية في القرى.", "targeted_killing"),
        ("بدأت البلدية إعدام الدواجن.", "targeted_killing", "أعلن التنظيم إعدام ثلاثة رجال.", "targeted_killing"),
        ("أحرق محتجون إطارات في الساحة.", "destruction", "أحرق مستوطنون منزلا في القرية.", "destruction"),
        ("أحرق مسلحون عائلة داخل منزلها.", "destruction", "أحرق مسلحون منزل عائلة.", "destruction"),
        ("دعا إلى مواجهة القمع في بلاده.", "abuse", "أدى قمع الاحتجاجات إلى إصابة عشرة.", "abuse"),
        ("انتقد سياسة القمع.", "abuse", "قامت القوات أمس بقمع مسيرة القرية السلمية.", "abuse"),
        (
            "أطلقت دبابة النار على دورية قرب السياج.",
            "small_arms_fire",
            "أطلق جندي النار على دبابة قرب السياج.",
            "small_arms_fire",
        ),
        (
            "نفذت القوات عملية، دعما لغزة وإسنادا لمقاومتها.",
            "military_support",
            "قدمت الطائرات إسنادا للقوات قرب البلدة.",
            "military_support",
        ),
        ("نشر جنود في الجيش مقطعا يظهر وجودهم قرب القرية.", "deployment", "نشر الجيش قوات قرب القرية.", "deployment"),
        ("حذرت منظمات الإغاثة في البلاد من الجوع.", "humanitarian_aid", "دعت إلى إغاثة النازحين في البلاد.", "humanitarian_aid"),
        ("لم يتسن معرفة حجم الخسائر المادية.", "destruction", "أدى القصف إلى خسائر مادية.", "destruction"),
    ],
)
def test_what_a_word_of_harm_governs_gives_it_its_sense(text: str, no: str, event: str, kind: str) -> None:
    assert no not in types(text)
    assert kind in types(event)


@pytest.mark.parametrize(
    ("text", "no", "event", "kind"),
    [
        ("قتل 13 شخصا في حادث اصطدام حافلة بشجرة.", "casualties", "قتل 13 شخصا في حافلة برصاص مسلحين.", "small_arms_fire"),
        (
            "ضرب زلزال بقوة 7 درجات شمال البلاد. وقال مسؤولون إن معظم القتلى من بلدة جبلية.",
            "casualties",
            "ضرب قصف عنيف شمال البلاد. وقال مسؤولون إن معظم القتلى من بلدة جبلية.",
            "shelling",
        ),
        (
            "ضرب زلزال عنيف البلدة فجرا. وقال الوزير إن الطرق مغلقة. وأصيب ثلاثون شخصا. ولحقت أضرار كبيرة بالمنازل.",
            "destruction",
            "قصفت المدفعية البلدة فجرا. وقال الوزير إن الطرق مغلقة. ولحقت أضرار كبيرة بالمنازل.",
            "destruction",
        ),
        (
            "تفشت الكوليرا في المحافظات. وقال المسؤول إن الوضع صعب. وأصيب ثلاثون شخصا.",
            "casualties",
            "تفشت الكوليرا في المحافظات. وقال المسؤول إن الوضع صعب. وتسبب النزاع بمقتل ثمانية آلاف شخص.",
            "cumulative_toll",
        ),
        ("شكا الأهالي من هجمات الكلاب الضالة على الأطفال.", "ground_attack", "شكا الأهالي من هجمات المسلحين.", "ground_attack"),
        ("قال الشيخ إن القتيل من أبناء القرية.", "casualties", "قال الشيخ إن ثلاثة قتلى سقطوا في القرية.", "casualties"),
        ("نقل الوزير إلى مستشفى العاصمة إثر وعكة صحية.", "evacuation", "نقل الجرحى إلى مستشفى العاصمة إثر القصف.", "evacuation"),
        ("لقي ألف مهاجر حتفهم أثناء محاولتهم الوصول إلى أوروبا.", "cumulative_toll", "لقي ألف مدني حتفهم منذ بداية الحرب.", "cumulative_toll"),
    ],
)  # fmt: skip
def test_what_nobody_did_is_no_event(text: str, no: str, event: str, kind: str) -> None:
    assert no not in types(text)
    assert kind in types(event)


def test_bodies_that_are_found_are_dead_of_their_own() -> None:
    text = "قتل سبعة جنود في هجوم على الحاجز. وعثرت الشرطة على 12 جثة مجهولة الهوية في حي آخر."
    found = {e.type: [c.low for c in e.counts if c.what == "killed"] for e in read(text).events}
    assert found == {"ground_attack": [7], "casualties": [12]}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقتل القائد الذي أشرف على الحملة في مارس 2014.", "casualties"),
        ("قتل 32 شخصا في بلاد تشهد عنفا على مدى أسابيع، يوم الاثنين الماضي جراء تفجير انتحاري.", "suicide_attack"),
        ("قتل 45 مدنيا خلال الشهر الماضي.", "cumulative_toll"),
        ("خلفت أعمال العنف أكثر من 10 آلاف قتيل.", "cumulative_toll"),
        ("خلفت الحرب 61 ألفا و722 شهيدا.", "cumulative_toll"),
    ],
)
def test_a_total_needs_more_than_one_victim_and_no_single_day(text: str, kind: str) -> None:
    assert {e.type for e in read(text).events} == {kind}


def test_a_toll_since_a_day_is_not_that_of_the_raid_beside_it() -> None:
    text = "قتل ستة في غارة على البلدة، وبهذا ارتفع عدد الشهداء إلى 261 منذ الثامن من أكتوبر الماضي."
    assert {e.type: [c.low for c in e.counts] for e in read(text).events} == {"air_strike": [6], "cumulative_toll": [261]}
    assert {e.type for e in read(text).events if e.date is not None} <= {"cumulative_toll"}


@pytest.mark.parametrize(
    ("text", "tolls", "strike"),
    [
        ("وثقت لجان التنسيق مقتل 94 شخصا، 31 منهم في دمشق، و15 في حلب. وقصفت الطائرات بلدة تفتناز.", [94, 31, 15], []),
        ("حصيلة القتلى أمس بلغت 122 شخصا، معظمهم في حلب. وأضاف المصدر أن 20 شخصا قتلوا بقصف مدفعي على إدلب.", [122], [20]),
        ("استهدف الثوار مطار الطبقة بصواريخ. وتقول الأمم المتحدة إن نحو 70 ألف شخص قتلوا.", [70000], []),
    ],
)
def test_the_dead_of_many_places_or_of_a_war_are_of_no_single_strike(text: str, tolls: list[int], strike: list[int]) -> None:
    events = read(text).events
    assert [[c.low for c in e.counts] for e in events if e.type == "cumulative_toll"] == [tolls]
    assert [c.low for e in events if e.type in ("air_strike", "shelling") for c in e.counts] == strike
    assert not [e for e in events if e.type == "cumulative_toll" and e.actors]
    text = "وارتفع بذلك عدد شهداء الحزب إلى 412 منذ بدء المواجهات مع الجيش الإسرائيلي."
    assert [c.low for e in read(text).events for c in e.counts if e.type == "cumulative_toll"] == [412]


def test_deaths_told_over_the_name_of_a_body() -> None:
    text = "لقي تسعة جنود من القوات التابعة للجيش الوطني الليبي مصرعهم إثر هجوم على معسكر."
    assert [(c.what, c.low) for e in read(text).events for c in e.counts] == [("killed", 9)]


def test_losses_that_are_inflicted_are_no_killing_of_somebody() -> None:
    assert [e.type for e in read("كبدت القوات المتمردين خسائر فادحة في الريف.").events] == ["casualties"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وذكر المركز الروسي لتنسيق المصالحة أن القصف على بلدة سرمين توقف.", {"shelling"}),
        ("ذكر الطبيب أن ثلاثة تابعين لفوج القتال الأول قضوا ليلا بعد أن نزفوا طويلا.", {"casualties"}),
        ("قتل أربعة جنود خلال تفكيك ألغام من مخلفات الحرب قرب القرية.", {"casualties", "bombing_ied"}),
    ],
)
def test_a_unit_and_a_centre_are_named_and_who_died_at_a_mine_died_of_no_foiled_bomb(text: str, wanted: set[str]) -> None:
    events = read(text).events
    assert {e.type for e in events} == wanted
    assert not [e for e in events if e.type == "bombing_ied" and e.counts]


def test_the_dead_of_a_page_about_an_earthquake_are_no_event() -> None:
    text = "ضرب زلزال قوي الساحل ليلا. وقال خبير إن الزلزال لم يكن الأول. وأغلقت المدارس أبوابها. وقال طبيب إن خمسة أشخاص قتلوا. ويخشى السكان زلزالا آخر."
    assert not types(text) & {"casualties", "cumulative_toll"}


def test_the_dead_spoken_of_as_known_found_no_event() -> None:
    assert "casualties" not in types("قال الطبيب إن القتيل من أبناء القرية.")
    assert "casualties" in types("وصل إلى المشفى خمسة قتلى من القرية.")


@pytest.mark.parametrize("text", ["أدان الوزير إحراق أربعة من المدنيين.", "وثق التقرير إحراقهم أحياء داخل القرية."])
def test_people_who_are_burnt_are_killed(text: str) -> None:
    assert types(text) == {"targeted_killing"}


def test_who_wronged_people_is_not_what_was_done() -> None:
    assert "abuse" not in types("طالب البيان بإحالة مرتكبي هذه الجرائم بحق الأهالي إلى القضاء.")
    assert "abuse" in types("أدان البيان الجرائم التي ارتكبتها الميليشيا بحق الأهالي.")
