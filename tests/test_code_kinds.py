"""What kind an attack is whose words leave it open: the report around it decides."""

from __future__ import annotations

import pytest

from coded import coded, types
from marsad.model import EventType


def _kinds(text: str, word: str) -> list[EventType]:
    """The types of the events that are named by a word."""
    return [e.type for e in coded(text).events if any(text[a:b] == word for a, b in e.triggers)]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        # an army beside fire
        ("قصفت المدفعية أطراف البلدة فجرا. وصعدت قوات النظام هجماتها على القرى منذ أسبوع.", "هجماتها", "shelling"),
        # an attack spoken of as known
        ("سقطت قذيفة على المدرسة. ثم سقطت قذيفة على السوق. وقال طبيب إن الهجوم أوقع ثلاثة جرحى.", "الهجوم", "shelling"),
        # nobody's attack, an army's without fire, an army's among fights, a foiled one
        ("قصفت المدفعية أطراف البلدة فجرا. وأصيب حارس في هجوم.", "هجوم", "ground_attack"),
        ("شنت قوات النظام هجوما على التلة.", "هجوما", "ground_attack"),
        # unless it hurt people in a report that tells of nothing else
        ("قتل راع في هجوم نفذته قوات النظام على أطراف القرية.", "هجوم", "shelling"),
        ("سيطر الجيش على القرية بعد اشتباكات عنيفة. وقصفت مدفعيته التلة. وأوقع هجوم الجيش عشرة قتلى.", "هجوم", "ground_attack"),
        ("قصفت المدفعية البلدة ليلا. وأحبط الأهالي هجوم القوات على المخفر.", "هجوم", "ground_attack"),
        # fighters, with and without shells of theirs
        ("أطلقت الجماعة صواريخ على الميناء. وأدانت الوزارة هجمات الحوثيين.", "هجمات", "shelling"),
        ("شن الطيران غارة على الميناء. وأدانت الوزارة هجمات الحوثيين.", "هجمات", "ground_attack"),
    ],
)
def test_an_attack_is_the_fire_of_its_report(text: str, word: str, kind: EventType) -> None:
    assert _kinds(text, word) == [kind]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (
            "أغارت طائرات على منزل في القرية. وسقطت قذيفة في بلدة أخرى ليلا. وأغارت طائرة على المزرعة. وأسفر القصف عن حريق.",
            "القصف",
            "air_strike",
        ),
        ("سقطت قذيفة على الحي صباحا. وأسفر القصف عن حريق. وأغارت طائرة على بلدة أخرى.", "القصف", "shelling"),
    ],
)
def test_the_bombardment_is_the_fire_told_before_it(text: str, word: str, kind: EventType) -> None:
    assert kind in {e.type for e in coded(text).events if any(text[a:b] == word for a, b in e.triggers)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # an army and the aircraft of another; an army under aircraft that only look on; aircraft that strike
        ("كثفت قوات النظام والطائرات الروسية قصف القرى الحدودية.", "shelling"),
        ("كثفت قوات النظام قصف القرى الحدودية وسط تحليق لطائرات روسية.", "shelling"),
        ("كثفت الطائرات الروسية قصف القرى الحدودية.", "air_strike"),
        ("كثفت القوات قصف القرى الحدودية والطيران ينفذ جولات في سماء الريف.", "shelling"),
    ],
)
def test_aircraft_that_do_not_strike_alone_make_no_air_strike(text: str, kind: EventType) -> None:
    assert _kinds(text, "قصف") == [kind]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("أطلقت الفصائل فجر أمس معركة جديدة في الريف.", "معركة", "ground_attack"),
        ("يحضر الجيش لمعركة حاسمة في الجنوب.", "لمعركة", "ground_attack"),
        ("طالت المعركة التي أطلقتها الفصائل في الريف.", "المعركة", "ground_attack"),
        ("دارت معركة طويلة بين الجيش والفصائل في الريف.", "معركة", "armed_clash"),
    ],
)
def test_a_battle_that_one_side_sets_going_is_an_offensive(text: str, word: str, kind: EventType) -> None:
    assert _kinds(text, word) == [kind]


def test_an_operation_is_what_stands_behind_it() -> None:
    assert types("بدأت القوات عمليات قصف واسعة في الريف.") == {"shelling"}


def test_how_it_was_done_is_of_the_kind_of_what_was_done() -> None:
    text = "وقعت المجزرة التي ارتكبتها الطائرات الحربية صباح أمس باستهداف مزرعة يسكنها نازحون."
    assert types(text) == {"air_strike"}


def test_what_an_attack_aims_at_is_told_of_that_attack() -> None:
    text = "سقطت قذائف على السوق وعلى مدرسة. وتهدد هجمات قوات النظام التي تستهدف بيوت السكان حياتهم."
    assert types(text) == {"shelling"}


def test_a_killing_of_which_somebody_is_accused_is_a_deed() -> None:
    assert types("اتهمت العائلة عناصر الحاجز بقتل جندي في إجازة.") == {"targeted_killing"}


def test_dead_counted_since_a_day_are_a_toll_whatever_rose_it() -> None:
    text = "بهجوم أمس ارتفع عدد القتلى في صفوف الشرطة التي تحرس الطريق الدولي بين المدينتين منذ الصيف الماضي إلى 60 منذ يوليو."
    assert "cumulative_toll" in types(text)


def test_rockets_beside_raids_of_the_same_land_are_from_her_aircraft() -> None:
    raids = "أغارت طائرات إسرائيلية على مطار حلب ليلا. "
    assert types(raids + "وقبل شهر سقطت صواريخ إسرائيلية في منطقة السفيرة.") == {"air_strike"}
    assert "shelling" in types("أغارت طائرات على مطار حلب ليلا. وقبل شهر سقطت صواريخ إسرائيلية في منطقة السفيرة.")


def test_a_massacre_is_the_fire_that_did_it() -> None:
    assert "targeted_killing" not in types("ارتكبت القوات مجزرة في القرية. فقد قصفت المدفعية السوق ظهرا.")


def test_the_attack_is_the_bombing_of_its_report() -> None:
    text = "فجر انتحاري نفسه أمام المسجد. وتعرفت الشرطة على منفذ الهجوم."
    assert "ground_attack" not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تتهم السلطات الفصيل بارتكاب خروقات وانتهاكات واسعة بحق السكان.", "abuse"),
        ("أطلقت البطارية صاروخا على طائرة فوق البحر.", "air_defence"),
        ("أدى سقوط صاروخ مضاد جوي على الحي إلى جرح بائع.", "air_defence"),
        ("سقطت صواريخ الدفاع الجوي على أطراف البلدة.", "air_defence"),
        ("سقطت صواريخ على قاعدة الدفاع الجوي.", "shelling"),
        ("زعم الضابط إسقاط معظم الصواريخ التي أطلقتها الطائرات.", "air_defence"),
        ("بدأت القوات عمليات قصف واسعة في الريف.", "shelling"),
        ("تفقد متطوعو الدفاع المدني أماكن قصفتها القوات.", "humanitarian_aid"),
        ("عملت الفرق على إسعاف المصابين إلى المشفى.", "evacuation"),
        ("أسعف المتطوعون امرأة مصابة بالقصف إلى مركز صحي.", "evacuation"),
        ("وصلت قوة من الفصائل إلى مشارف المدينة.", "deployment"),
        ("يبدأ مؤتمر للسلام في المدينة غدا.", "political_process"),
        ("خرق الطيران الحربي أمس الأجواء فوق الجنوب.", "deployment"),
        ("انتظرت القوات أسبوعا قبل أن تسيطر على القرية.", "territory_capture"),
        ("شن المسلحون هجوما بقاذفات صواريخ على وسط المدينة.", "shelling"),
        ("قصفت المدفعية التلال. وشن الجيش هجوما لانتزاع السيطرة على الوادي.", "ground_attack"),
        ("انتهى مؤتمر جنيف للسلام أمس.", "talks"),
    ],
)
def test_what_it_governs_decides(text: str, kind: EventType) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        # what an army's attack is said to have aimed at tells no fight
        ("أصيب حارس في هجوم نفذته قوات النظام واستهدف بلدة الرامي.", "هجوم", "shelling"),
        # aircraft that fire rockets, by themselves or as the subject
        ("قتل راع بقصف صاروخي من طائرة مسيرة قرب القرية.", "قصف صاروخي", "air_strike"),
        ("أطلق الطيران الحربي الروسي عدة صواريخ على المزارع.", "أطلق", "air_strike"),
        # aircraft that only watch
        ("صعدت القوات قصف القرى، عبر الرصد بطائرات الاستطلاع والاستهداف بالقذائف.", "والاستهداف", "shelling"),
        # a strike in a report of shells
        ("سقطت قذيفة هاون ليلا. وأعلنت الوزارة أن ضربة ثانية استهدفت مركزا للشرطة.", "ضربة", "shelling"),
    ],
)
def test_a_strike_is_what_its_sentence_and_its_report_tell(text: str, word: str, kind: EventType) -> None:
    assert kind in {e.type for e in coded(text).events if any(word in text[a:b] for a, b in e.triggers)}
