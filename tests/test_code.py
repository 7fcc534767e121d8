"""Code: events, participants, realis, counts, tallies and disputes, on sentences of our own."""

from __future__ import annotations

import pytest

from coded import coded
from marsad.handover import EventDraft
from marsad.lexicon.code import load
from marsad.model import EventType


def _one(text: str, kind: EventType) -> EventDraft:
    found = [e for e in coded(text).events if e.type == kind]
    assert len(found) == 1, [(e.type, e.triggers) for e in coded(text).events]
    return found[0]


def _names(text: str, kind: EventType, side: str) -> set[str]:
    reading = coded(text)
    event = next(e for e in reading.events if e.type == kind)
    names = {a.id: a for a in reading.actors}
    return {text[s:e] for i in getattr(event, side) for s, e in names[i].mentions}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قصفت المدفعية أطراف البلدة.", "shelling"),
        ("قصف الطيران الحربي أطراف البلدة.", "air_strike"),
        ("استهدف مجهولون الدورية بعبوة ناسفة.", "bombing_ied"),
        ("استهدفت القوات المزارعين بالرشاشات الثقيلة.", "small_arms_fire"),
        ("استهدف هجوم بسيارة مفخخة بوابة المعسكر.", "bombing_ied"),
        ("قتل انتحاري يقود سيارة ملغومة عشرة جنود قرب المطار.", "suicide_attack"),
        ("قال المتحدث إن مهاجمة انتحارية فجرت عبوتها الناسفة قرب المبنى.", "suicide_attack"),
        ("قتلت الشرطة سبعة مسلحين في غارة شنتها على منزل في المدينة.", "ground_attack"),
        ("أصابت غارة مركزا للشرطة وقتلت أربعة.", "air_strike"),
        ("تبادلت الجماعة إطلاق نيران المدفعية مع القوات في منطقتين.", "armed_clash"),
        ("نفذت الطائرات ضربات على مخزن متفجرات يستخدمه انتحاريون.", "air_strike"),
        ("بدأت القوات عملية تمشيط واسعة في الحي وإزالة الألغام منه.", "ground_attack"),
        ("قتل شرطي في هجوم إزمير، الذي نفذه مجهولون بسيارة مفخخة.", "bombing_ied"),
        ("أطلق الجنود الغاز المسيل للدموع على المتظاهرين في الساحة.", "abuse"),
        ("أطلقت الشرطة الرصاص الحي وقنابل الغاز على المتظاهرين.", "small_arms_fire"),
        ("اعتدى حراس على صحفيين أمام مبنى المحكمة.", "abuse"),
        ("اعتدى مسلحون على صحفيين بقذيفة أصابت سيارتهم.", "shelling"),
    ],
)
def test_the_means_decides_the_type(text: str, kind: EventType) -> None:
    assert kind in {e.type for e in coded(text).events}


def test_an_attack_that_is_spoken_of_is_of_the_kind_that_was_told() -> None:
    text = "فجر انتحاري نفسه في سوق المدينة وقتل عشرة. وقالت الوزارة بعد يومين إن منفذ الهجوم رجل في العشرين."
    assert {e.type for e in coded(text).events} == {"suicide_attack"}


def test_a_targeting_without_a_doer_is_of_the_only_kind_that_was_told() -> None:
    text = "فجر انتحاري نفسه في مسجد البلدة وقتل عشرة. وقال الشيخ إن استهداف المصلين أمس في المسجد أوقع أبرياء."
    assert {e.type for e in coded(text).events} <= {"suicide_attack", "casualties"}
    beside = "فجر انتحاري نفسه قرب السوق. وقصفت المدفعية البلدة، وأصيب طفل جراء استهداف المدرسة."
    assert "shelling" in {e.type for e in coded(beside).events}


def test_several_mentions_are_one_event() -> None:
    text = "شن الطيران الروسي غارات على بلدة سرمين. وقالت مصادر إن الغارات أدت إلى أضرار مادية. واستمر القصف حتى المساء."
    event = _one(text, "air_strike")
    assert len(event.triggers) == 3


def test_an_attack_named_by_its_day_is_that_day_s() -> None:
    text = "قصفت طائرات التحالف الثلاثاء مقرا قرب سرمدا. وتحدث المرصد عن مقتل 25 عنصرا في قصف الثلاثاء."
    assert [len(e.triggers) for e in coded(text).events if e.type == "air_strike"] == [2]


def test_many_of_a_kind_point_at_nothing_told() -> None:
    text = "قصفت طائرات التحالف مقرا قرب سرمدا. ونفذت تركيا عشرات الضربات الجوية على مدينة الباب."
    assert len([e for e in coded(text).events if e.type == "air_strike"]) == 2


def test_other_towns_are_other_events() -> None:
    text = "قصفت قوات النظام بلدة سرمين صباحا. كما قصفت قوات النظام بلدة النيرب مساء."
    assert [e.type for e in coded(text).events] == ["shelling", "shelling"]


def test_subject_and_object_of_a_verb() -> None:
    text = "قصفت القوات التركية مواقع قوات سوريا الديمقراطية شمالي حلب."
    assert any("التركية" in name for name in _names(text, "shelling", "actors"))
    assert any("سوريا الديمقراطية" in name for name in _names(text, "shelling", "targets"))


def test_agent_of_a_masdar() -> None:
    text = "أصيب مدنيان بقصف لقوات النظام السوري على البلدة."
    assert any("النظام" in name for name in _names(text, "shelling", "actors"))


def test_both_sides_of_a_clash() -> None:
    text = "دارت اشتباكات بين قوات النظام السوري وتنظيم داعش في البادية."
    assert len(_one(text, "armed_clash").actors) == 2


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("قصفت القوات القرية أمس.", "actual"),
        ("لم تقصف القوات القرية.", "negated"),
        ("ستقصف القوات القرية إن لم يخرج المسلحون.", "conditional"),
        ("ستقصف القوات القرية غدا.", "planned"),
        ("تقصف المدفعية القرى بشكل يومي.", "habitual"),
        ("وكانت طائرة قد قصفت القرية قبل ثلاث سنوات.", "historical"),
        ("حذر البيان من احتمال قصف القرية.", "conditional"),
    ],
)
def test_realis(text: str, realis: str) -> None:
    assert {e.realis for e in coded(text).events} == {realis}


def test_counts_with_bounds_duals_and_parts() -> None:
    text = "قتل سبعة مدنيين بينهم ثلاثة أطفال وأصيب أكثر من 20 آخرين في قصف مدفعي على البلدة. وسقط قتيلان في قرية مجاورة."
    counts = [c for e in coded(text).events for c in e.counts]
    assert [(c.what, c.low, c.qualifier) for c in counts] == [
        ("killed", 7, "exact"), ("killed", 3, "exact"), ("wounded", 20, "more_than"), ("killed", 2, "exact"),
    ]  # fmt: skip
    assert counts[1].part_of == counts[0].span
    assert counts[0].population == counts[1].population == "civilian"


def test_a_list_of_dead_and_wounded() -> None:
    text = "أوقع التفجير في السوق 4 قتلى و10 جرحى."
    counts = [c for e in coded(text).events for c in e.counts]
    assert [(c.what, c.low) for c in counts] == [("killed", 4), ("wounded", 10)]


def test_one_victim_needs_no_number() -> None:
    counts = [c for e in coded("قتل مدني وأصيب طفل في قصف على القرية.").events for c in e.counts]
    assert [(c.what, c.low, c.high) for c in counts] == [("killed", 1, 1), ("wounded", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "قصفت طائرة من طراز سوخوي 24 القرية.",
        "أصيب رجل يبلغ من العمر 45 عاما في قصف على القرية الواقعة على بعد 30 كيلومترا.",
        "وقع القصف في 12 حزيران عام 2019 عند الساعة 4:20 فجرا.",
    ],
)
def test_models_ages_distances_and_dates_are_no_counts(text: str) -> None:
    assert all((c.low or 0) <= 1 for e in coded(text).events for c in e.counts)


def test_a_tally_is_summed() -> None:
    text = "سجل الجانب الروسي خلال اليوم الماضي 12 انتهاكا منها 5 في ريف حلب واثنان في حماة وواحد في القنيطرة وانتهاكان في إدلب و2 في درعا."
    reading = coded(text)
    (tally,) = reading.tallies
    assert (tally.what, tally.total, [p.count for p in tally.parts]) == ("ceasefire_violation", 12, [5, 2, 1, 2, 2])
    assert not reading.doubts


def test_a_tally_that_does_not_come_out_is_a_doubt() -> None:
    text = "سجل الجانب التركي خلال اليوم الماضي 9 انتهاكات منها 3 في ريف حلب واثنان في حماة و2 في درعا."
    assert any("7" in d.about for d in coded(text).doubts)


def test_differing_counts_are_a_dispute() -> None:
    text = "قال المرصد السوري إن القصف قتل سبعة مدنيين. وقالت مصادر طبية إن القصف قتل 11 مدنيا."
    assert [d.kind for d in coded(text).disputes] == ["count"]


@pytest.mark.parametrize(
    "text",
    [
        "شن النائب هجوما لاذعا على الحكومة.",
        "سجل المهاجم هدفا في مباراة الأمس بعد ضربة ركنية.",
        "يقرأ المسافرون الصحف من أجل قتل الوقت.",
        "تمكنت فرق الإطفاء من السيطرة على الحريق.",
        "أشرف رئيس تحرير الصحيفة على الملف.",
    ],
)
def test_figures_of_speech_are_no_events(text: str) -> None:
    assert coded(text).events == ()


def test_every_event_type_has_codes_or_a_reason() -> None:
    codes = load().codes
    types = set(EventType.__args__)  # type: ignore[attr-defined]  # the literals of the alias
    assert types <= set(codes)
    assert all(row.plover or row.reason for row in codes.values())


def test_every_event_type_has_a_trigger() -> None:
    types = {entry.type for _, entry in load().triggers} | {entry.present for _, entry in load().triggers}
    assert set(EventType.__args__) <= types  # type: ignore[attr-defined]  # the literals of the alias


def test_the_same_text_gives_the_same_events() -> None:
    text = "قتل مدنيان في قصف لقوات النظام على بلدة سرمين، وقالت مصادر إن القصف تجدد مساء."
    assert coded(text) == coded(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("تحدث الكتاب عن ظاهرة التعذيب في العالم.", "abuse")],
)
def test_a_kind_of_act_is_no_event(text: str, kind: EventType) -> None:
    assert kind not in {e.type for e in coded(text).events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلنت الشرطة اغتيال القاضي في مكتبه.", "targeted_killing"),
        # an act that is only named as known is background
        ("بحث الوزيران التحقيق في اغتيال القاضي.", "targeted_killing"),
        ("دعا المجلس إلى ضبط النفس بعد الاعتداء الذي وقع في العاصمة.", "ground_attack"),
        ("ستنظر المحكمة في جريمة اغتيال الوزير السابق.", "targeted_killing"),
        ("نفذت القوات مداهمة في البلدة بالتنسيق مع التحالف الدولي.", "coordination"),
        ("قصفت فصائل مدعومة من طهران القاعدة.", "military_support"),
        ("قصفت المدفعية نقاط تمركز المسلحين في الجبل.", "deployment"),
        ("قصفت القوات مناطق سيطرة المعارضة غربي حلب.", "control_status"),
        ("قتل ثلاثة في تفجير قرب السوق.", "bombing_ied"),
        ("هز انفجار وسط المدينة.", "bombing_ied"),
        ("تم تعذيب أسيرين في المعتقل.", "abuse"),
        ("جرت مداهمة في القرية. وانتهت المداهمة مساء.", "ground_attack"),
        ("قال المكتب إن الفصيل هو من دمر محطة المياه.", "destruction"),
        ("قال المكتب إن القوات هي التي قصفت السوق.", "shelling"),
        ("اتهمت المحافظة المسلحين بتخريب محطة الكهرباء ثم حرق المدرسة.", "destruction"),
        ("عطشت المدينة بعد إقدام المسلحين، حسب السلطات، على تفجير محطة الضخ.", "bombing_ied"),
        ("رصد المركز تنفيذ الطائرات الحربية لغارات على البلدة.", "air_strike"),
        ("سمع دوي انفجارات في أنحاء المدينة مساء أمس.", "bombing_ied"),
        # what a verb governs begins behind its subject, a place and a time
        ("فتحت قوات الحكومة بعد منتصف ليل الاثنين نيران رشاشاتها على البلدة.", "small_arms_fire"),
        ("فتح خمسة عناصر من تنظيم داعش في سوريا النار على موقع للجيش.", "small_arms_fire"),
        ("إلى ذلك اعتقلت الشرطة ثلاثة رجال.", "detention"),
        ("وقال الشهود إن انتحاريا آخر فجر شحنة ناسفة عند المدخل.", "suicide_attack"),
        ("أعلن الجيش أن قصفا آخر استهدف سيارة على الطريق.", "shelling"),
        ("قال المسؤول إن وحدة من القوات المسلحة الصينية وصلت إلى مدينة طرطوس.", "deployment"),
        # the dead of another sentence whose doer is told, and of none told yet
        ("اندلعت اشتباكات في البلدة بين الجيش ومسلحين. وقتل تنظيم داعش ثلاثة رجال من الأقليات.", "targeted_killing"),
        (
            "عقد الوزراء اجتماعا في العاصمة. وتفقد الوزير الميناء. وأفادت الشرطة بمقتل 11 مدنيا في بعقوبة. وانفجرت عبوة ناسفة في بيروت.",
            "casualties",
        ),
        # a man of sport who was killed is no matter of sport
        ("قتل لاعب كرة القدم سعد الرامي برصاص قناص في الحي.", "small_arms_fire"),
    ],
)
def test_an_act_that_is_told_is_an_event(text: str, kind: EventType) -> None:
    assert kind in {e.type for e in coded(text).events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال المكتب إن القوات الحكومية هي من دمر محطة المياه.", "destruction"),
        ("عطشت المدينة بعد إقدام القوات الحكومية، حسب الأهالي، على تفجير محطة الضخ.", "bombing_ied"),
        ("اتهم المجلس القوات الحكومية بقصف السوق ثم حرق المنازل.", "destruction"),
    ],
)
def test_who_is_accused_in_so_many_words_is_the_doer(text: str, kind: EventType) -> None:
    assert _names(text, kind, "actors") == {"القوات الحكومية"}


@pytest.mark.parametrize(
    "text",
    [
        "أعلن 14 فصيلا من المعارضة تجميد المشاركة في محادثات أستانا.",
        "أعلن المبعوث الأممي تعليق محادثات جنيف.",
        "ألغت الوزارة اجتماع اللجنة.",
    ],
)
def test_talks_put_off_do_not_take_place(text: str) -> None:
    assert [e.realis for e in coded(text).events if e.type in ("talks", "meeting")] == ["negated"]


@pytest.mark.parametrize(
    ("text", "low"),
    [("جمدت تسعة فصائل كل المشاورات المتعلقة بمؤتمر جنيف.", 9), ("قال المستشار إن 11 فصيلا مسلحا وقعت الاتفاق.", 11)],
)
def test_bodies_that_sign_or_meet_are_counted(text: str, low: int) -> None:
    [count] = [c for e in coded(text).events for c in e.counts]
    assert (count.what, count.population, count.low) == ("other", "unknown", low)


def test_bodies_that_attack_are_no_count_of_the_attack() -> None:
    assert _one("قصفت ثلاثة فصائل مواقع القوات الحكومية.", "shelling").counts == ()


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("أكد المتحدث أن الحركة لا تستهدف المدنيين.", "negated"),
        ("أكد المتحدث أن الحركة لا تستهدف سوى المواقع العسكرية.", "actual"),
    ],
)
def test_what_is_not_done_is_negated_in_the_present_too(text: str, realis: str) -> None:
    assert _one(text, "shelling").realis == realis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أحبطت قوات الأمن محاولة تفجير سيارة مفخخة في بغداد.", "bombing_ied"),
        ("أحبطت الشرطة محاولة اغتيال الوزير.", "targeted_killing"),
    ],
)
def test_what_a_verb_foils_is_told_and_failed(text: str, kind: EventType) -> None:
    assert _one(text, kind).realis == "failed"


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("قصفت الطائرات مواقع هيئة تحرير الشام (جبهة النصرة سابقا) اليوم.", "actual"),
        ("قصفت الطائرات مواقع جبهة النصرة سابقا اليوم.", "actual"),
        ("قصفت الطائرات أطراف البلدة سابقا.", "historical"),
    ],
)
def test_what_an_actor_was_called_before_dates_the_name(text: str, realis: str) -> None:
    assert _one(text, "air_strike").realis == realis


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("استعدت القوات لشن هجوم على القرية.", "ground_attack", "planned"),
        ("تصدت الدفاعات الجوية لصواريخ وأطلقت الطائرات غارات على المطار.", "air_strike", "actual"),
        ("نشر التنظيم صورا لغارات على الميناء أسفرت عن قتلى.", "air_strike", "actual"),
    ],
)
def test_purpose_and_repelling(text: str, kind: EventType, realis: str) -> None:
    assert {e.realis for e in coded(text).events if e.type == kind} == {realis}


def test_a_bombardment_is_not_told_again_as_gunfire() -> None:
    kinds = {e.type for e in coded("قصفت القوات القرية صباحا. ثم وقع إطلاق نار قرب الحاجز.").events}
    assert {"shelling", "small_arms_fire"} <= kinds


def test_what_raids_hit_belongs_to_the_raids() -> None:
    event = _one("وقعت غارات جوية على الريف. وقالت مصادر إن الغارات الجوية التي استهدفت المسجد كانت ليلا.", "air_strike")
    assert event.realis == "actual"


def test_the_dead_of_an_earthquake_are_no_event() -> None:
    assert not coded("قتل عشرون شخصا في الزلزال الذي ضرب المنطقة.").events
    assert [e.type for e in coded("قتل عشرون شخصا في المنطقة.").events] == ["casualties"]


_NAMED = {
    "ground_attack",
    "political_process",
    "abduction",
    "targeted_killing",
    "territory_capture",
    "small_arms_fire",
    "personnel_action",
    "withdrawal",
}


@pytest.mark.parametrize(
    "text",
    [
        "أزالت السلطات نقطة كمين المطافئ من وسط المدينة.",
        "قتل نجل رئيس اللجنة الدستورية في حادث.",
        "عرضت الوزارة مكافأة مالية لقاء أي معلومات عن الرجل وفق وزارة الخارجية الروسية.",
        "كتب المقال ياسر من القوات المسلحة.",
        "شرح المؤلف أسلوب الاغتيال في روايته.",
        "قررت الوزارة وقف عمليات ترميم المتحف قرب القوات.",
        "اندلع حريق في الغابة مساء وتمت السيطرة عليه ليلا في ريف المدينة.",
        "عاد الهدوء بعد وقف غير معلن لإطلاق النار.",
        "وصل إلى المدينة نائب حاكم إقليمي ومشتبه به.",
        "تراجعت الحركة وسجلنا تراجعا في النشاط السياحي قرب مواقع القوات.",
    ],
)
def test_namesakes_of_acts_are_none(text: str) -> None:
    kinds = {e.type for e in coded(text).events}
    assert not kinds & {"ground_attack", "political_process", "meeting", "abduction", "targeted_killing", "territory_capture"}
    assert not kinds & {"small_arms_fire", "personnel_action", "withdrawal"}


def test_particle_and_verb_of_the_same_letters() -> None:
    assert {e.type for e in coded("فقد حشدت تركيا قواتها على الحدود.").events} == {"deployment"}
    assert "territory_capture" in {e.type for e in coded("فقد التنظيم سيطرته على البلدة.").events}


def test_experts_who_are_quoted_support_nobody() -> None:
    assert "military_support" not in {e.type for e in coded("وبحسب خبراء عسكريين فإن الضربة كانت محدودة.").events}


_REPORT = "قالت مصادر محلية إن قوات النظام قصفت بالمدفعية بلدة سرمين في ريف إدلب صباح الثلاثاء. وأضافت أن القصف أدى إلى مقتل مدنيين اثنين. "


def test_talks_far_apart_are_two() -> None:
    text = _REPORT * 12 + "فشلت المفاوضات بين الحزبين عام 1963. " + _REPORT * 6 + "وتعثرت المفاوضات مع الجيران بعد ذلك بسنوات."
    assert [e.type for e in coded(text).events].count("talks") == 2


def test_since_a_deed_it_lies_back() -> None:
    assert _one("منذ سيطرة التنظيم على المدينة عاش السكان في خوف.", "territory_capture").realis == "historical"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أفادت وسائل الإعلام المحلية بإطلاق موجة جديدة من الصواريخ على الميناء.", "shelling"),
        ("واطلقت دبابات من لواء الفرسان الثاني ثلاث قذائف على القرية.", "shelling"),
        ("رصدت السفينة صاروخا تم إطلاقه باتجاه الميناء.", "shelling"),
        ("استهدف رجل بسيارة ملغمة نقطة تفتيش في البلدة.", "bombing_ied"),
        ("دمر سلاح الجو ليلا كل الطائرات المسيرة التي أطلقتها موسكو.", "air_defence"),
        ("قال المتحدث إن مقاتليه أجهزوا عليه قرب الحاجز.", "targeted_killing"),
    ],
)
def test_attacks_as_other_wars_tell_them(text: str, kind: str) -> None:
    assert {e.type for e in coded(text).events} == {kind}


def test_what_is_written_so_far_is_no_loss() -> None:
    assert "territory_capture" not in {e.type for e in coded("فقد كتب الوزير جاويش أوغلو أن بلاده مستعدة لمساعدة العراق.").events}


@pytest.mark.parametrize(
    ("text", "kind", "realis"),
    [
        ("نفذ المجاهدون إغارة على دبابة وتجمع للجنود شرق المدينة.", "ground_attack", "actual"),
        ("نفذ الطيران الحربي ست طلعات قتالية على تمركزات المسلحين.", "air_strike", "actual"),
        ("أقدمت الميليشيات على قصف مدرسة في البلدة.", "shelling", "actual"),
        ("أعادت الجماعة أمس الأسير إلى بلاده.", "release_exchange", "actual"),
        ("قال الوسيط إن الاتفاق يشمل الإفراج عن مئة أسير.", "release_exchange", "planned"),
        ("التزم الطرفان بفتح ممرات لتسهيل وصول المساعدات إلى القرى.", "humanitarian_aid", "planned"),
        ("وقعت غارة على المصفاة وأفادت الهيئة بأن حريقا اندلع فيها.", "destruction", "actual"),
    ],
)
def test_deeds_as_other_wars_tell_them(text: str, kind: str, realis: str) -> None:
    assert (kind, realis) in {(e.type, e.realis) for e in coded(text).events}


def test_bodies_that_are_kept_are_no_arrest() -> None:
    assert "detention" not in {e.type for e in coded("قتل شابان قرب الحاجز وتم احتجاز جثمانيهما.").events}


def test_ground_that_comes_back_to_the_other_side_is_taken_twice() -> None:
    text = "سيطرت قوات حفتر على معسكر النقلية لساعات، قبل أن تتمكن قوات الوفاق من إعادة السيطرة عليه."
    assert [e.type for e in coded(text).events].count("territory_capture") == 2


def test_whoever_is_named_behind_by_did_it() -> None:
    (event,) = coded("تعرض المخيم للاستباحة بواسطة قوات الدعم السريع.").events
    assert (event.actors, event.targets) == (("rsf",), ())
