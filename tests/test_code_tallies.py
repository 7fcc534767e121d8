"""Tallies and disputes within one report, on sentences of our own."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.model import Published, Reading, new_document
from marsad.pipeline import read

KIT = kit.load()


def _read(text: str) -> Reading:
    return read(
        new_document(text, published=Published(start="2021-06-15", end="2021-06-15", precision="day", basis="given")), KIT
    )


def _tallies(text: str) -> list[tuple[str, int | None, list[int], bool | None]]:
    return [(t.what, t.total, [p.count for p in t.parts], t.agrees) for t in _read(text).tallies]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "رصدت مجموعات المراقبة 13 انتهاكا منها 6 انتهاكات في الغوطة الشرقية واثنان في حماة وواحد في القنيطرة وانتهاكان في إدلب و2 في حلب.",
            [("ceasefire_violation", 13, [6, 2, 1, 2, 2], True)],
        ),
        (
            "وأوضحت الوزارة أن مجموعات المراقبة رصدت 15 خرقا في مناطق خفض التصعيد، 6 منها في حلب و5 في إدلب و4 في حماة.",
            [("ceasefire_violation", 15, [6, 5, 4], True)],
        ),
        (
            "رصدت اللجنة 20 خرقا للهدنة. وتوزعت الخروقات على النحو التالي: 8 في حلب و7 في إدلب و5 في حماة.",
            [("ceasefire_violation", 20, [8, 7, 5], True)],
        ),
        (
            "خرقت الجماعة الهدنة 96 خرقا في محاور عدة. وذكرت الوكالة أن الخروقات توزعت أمس بين 49 خرقا في محور تعز، و45 خرقا غرب مأرب، وخرقين في الضالع.",
            [("ceasefire_violation", 96, [49, 45, 2], True)],
        ),
        (
            "رصدت اللجنة 19 خرقا للهدنة. وتوزعت الخروقات بين 12 خرقا في تعز، و5 خروقات في مأرب، وخرقين في خربة الأشباح.",
            [("ceasefire_violation", 19, [12, 5], None)],
        ),
        # what another says behind the bracket is no line of it
        ("ذكرت الجماعة أرقاما أخرى (77 خرقا منها 49 في حماة وحدها) وقال الجيش (27 خرقا في حلب أمس).", []),
        (
            "سجلت الوزارة 25 خرقا في محافظات، حماة 20 وفي إدلب ثلاثة، واللاذقية واحد، وواحد في حلب.",
            [("ceasefire_violation", 25, [20, 3, 1, 1], True)],
        ),
        (
            "وثقت الشبكة 171 حالة اعتقال في آب، 121 حالة منها تمت على يد قوات النظام، و42 حالة على يد قوات سوريا الديمقراطية، و8 حالات على يد الجيش الوطني.",
            [("detained", 171, [121, 42, 8], True)],
        ),
        (
            "سجل المركز 11 خرقا: في ريف حلب 6، وفي إدلب 3، وفي حماة 2.",
            [("ceasefire_violation", 11, [6, 3, 2], True)],
        ),
        ("بلغ عدد الخروقات 9، بواقع 4 في حلب و3 في إدلب و2 في اللاذقية.", [("ceasefire_violation", 9, [4, 3, 2], True)]),
        (
            "وثقت الشبكة مقتل 300 مدني خلال شهر أيار، توزعوا بحسب المحافظات كالتالي: حلب 120، إدلب 80، درعا 60، حماة 40.",
            [("killed", 300, [120, 80, 60, 40], True)],
        ),
        (
            "وثقت الشبكة مقتل 300 مدني خلال شهر أيار، توزعوا كالتالي:\n- حلب: 120 مدنيا.\n- إدلب: 100 مدني، بينهم 20 طفلا.\n- درعا: 80 مدنيا.",
            [("killed", 300, [120, 100, 80], True)],
        ),
        (
            "سجل الجانب الروسي 14 خرقا في محافظات حلب (5) واللاذقية (3) وحماة (6)، والجانب التركي 8 خروقات في حماة (4) وحلب (3) ودرعا (1).",
            [("ceasefire_violation", 14, [5, 3, 6], True), ("ceasefire_violation", 8, [4, 3, 1], True)],
        ),
        (
            "قالت الشبكة إن 500 مدني قتلوا في أيلول، 300 منهم على يد قوات النظام، و120 على يد القوات الروسية، و80 على يد تنظيم داعش.",
            [("killed", 500, [300, 120, 80], True)],
        ),
        (
            "بلغت حصيلة الضحايا 312 شهيدا توزعوا على الشكل التالي: قتلت قوات النظام 210، والقوات الروسية 62، وقوات التحالف 40.",
            [("killed", 312, [210, 62, 40], True)],
        ),
        ("وثق المركز 52 انتهاكا، 25 في الحديدة و17 في تعز و10 في مأرب.", [("ceasefire_violation", 52, [25, 17, 10], True)]),
        # without a word that opens the parts only a sum that comes out shows a tally
        ("وثق المركز 52 انتهاكا، 25 في الحديدة و17 في تعز.", []),
        (
            "أعلن المركز تسجيل 16 حالة قصف في المنطقة: 9 حالات في إدلب، و4 في اللاذقية، و2 في حلب، وحالة واحدة في حماة.",
            [("other", 16, [9, 4, 2, 1], True)],
        ),
        # a sum that is too high comes to light
        ("سجل المركز 10 خروقات: ستة في حلب وأربعة في إدلب وثلاثة في حماة.", [("ceasefire_violation", 10, [6, 4, 3], False)]),
        # of whom: the parts need not be all
        ("وثقت الشبكة مقتل 300 مدني خلال شهر أيار، بينهم 120 في حلب و80 في إدلب.", [("killed", 300, [120, 80], None)]),
        ("سجل المركز 11 خرقا: في ريف حلب 6، وفي إدلب 3.", [("ceasefire_violation", 11, [6, 3], False)]),
        # shares of people by kind are parts of a count, no tally
        ("بلغ عدد القتلى في شهر أيار 300 مدني، بينهم 50 طفلا و30 امرأة.", []),
        ("يعيش في المنطقة أكثر من أربعة ملايين مدني، بينهم مليون في إدلب ومليون في حلب.", []),
    ],
)
def test_a_total_and_its_parts(text: str, expected: list[tuple[str, int | None, list[int], bool | None]]) -> None:
    assert _tallies(text) == expected


def test_a_bulletin_of_two_sides_is_a_tally_of_each() -> None:
    text = "سجل الجانب الروسي سبعة خروقات (ثلاثة في حلب وأربعة في إدلب)، وسجل الجانب التركي ثلاثة خروقات (اثنان في إدلب وواحد في حماة)."
    reading = _read(text)
    speakers = {c.id: c.chain[-1].actor for c in reading.claims}
    assert [(t.total, t.agrees, speakers.get(t.claim)) for t in reading.tallies] == [(7, True, "ru"), (3, True, "tr")]


def test_a_tally_by_party_names_the_parties() -> None:
    text = (
        "وثق المرصد مقتل 250 شخصا خلال الشهر، 120 منهم على يد قوات النظام السوري و80 على يد القوات الروسية و50 على يد تنظيم داعش."
    )
    (tally,) = _read(text).tallies
    assert [(p.place, p.count) for p in tally.parts] == [(None, 120), (None, 80), (None, 50)]
    assert all(p.actor for p in tally.parts)
    assert len({p.actor for p in tally.parts}) == 3


def test_a_sum_that_does_not_come_out_is_a_doubt() -> None:
    reading = _read("سجل المركز 11 خرقا: في ريف حلب 6، وفي إدلب 3.")
    assert any("9" in d.about and "11" in d.about for d in reading.doubts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "قال المرصد السوري إن طائرات روسية قصفت المشفى في بلدة سرمين. وقالت موسكو إن طائرات التحالف الدولي هي التي قصفت المشفى.",
            "perpetrator",
        ),
        ("اتهمت واشنطن قوات النظام السوري بتنفيذ الهجوم، في حين أعلن تنظيم داعش مسؤوليته عن الهجوم.", "perpetrator"),
        (
            "قتل سبعة مدنيين في انفجار سيارة مفخخة في مدينة عفرين. واتهمت تركيا وحدات حماية الشعب بتنفيذ التفجير، بينما حملت قوات سوريا الديمقراطية الفصائل الموالية لأنقرة مسؤولية التفجير.",
            "perpetrator",
        ),
        ("أكد مصدر عسكري أن طائرات إسرائيلية قصفت المطار. ونفت إسرائيل أن تكون قد قصفت المطار.", "denied"),
        ("واتهمت واشنطن روسيا بقصف مستشفى في حلب، وهو ما نفته موسكو.", "denied"),
        ("واتهم الجيش الحوثيين بزرع الألغام في الحديدة، وهي مزاعم تنفيها الجماعة.", "denied"),
        ("وأعلن المرصد مقتل عشرة مدنيين في غارات للتحالف على الرقة. ونفى التحالف هذه الأنباء.", "denied"),
        (
            "سجل الجانب الروسي سبعة خروقات (ثلاثة في حلب وأربعة في إدلب)، وسجل الجانب التركي ثلاثة خروقات (اثنان في إدلب وواحد في حماة).",
            "count",
        ),
    ],
)
def test_two_voices_that_cannot_both_be_right(text: str, kind: str) -> None:
    reading = _read(text)
    assert [d.kind for d in reading.disputes] == [kind]
    assert {v for d in reading.disputes for v in d.between} <= {c.id for c in reading.claims}


@pytest.mark.parametrize(
    "text",
    [
        # two attacks by two sides
        "وقصفت قوات النظام السوري بلدة سرمين. وقال المرصد إن طائرات روسية قصفت بلدة النيرب مساء.",
        # one speaker brings his number up to date
        "قال المرصد السوري إن القصف قتل سبعة مدنيين. وقال المرصد السوري لاحقا إن القصف قتل 11 مدنيا.",
        # some of the dead and wounded, fighters beside everybody, another town, a whole year
        "قال المصدر إن القصف جرح 31 شخصا. وقال الطبيب إن القصف جرح أربعة منهم إصابات خطيرة.",
        "قال المرصد إن الغارة قتلت سبعة أشخاص. وقالت وكالة الأنباء إن الغارة قتلت ثلاثة من عناصر تنظيم داعش.",
        "قال المرصد إن الغارات قتلت سبعة مدنيين في سرمين. وقالت مصادر طبية إن الغارات قتلت تسعة مدنيين في بنش.",
        "قال المرصد إن الغارة قتلت مدنيين اثنين. وقال الدفاع المدني إن الغارات قتلت أكثر من 155 شخصا.",
        # what a denial only mentions, a link that is denied, a forecast
        "نفى المتحدث باسم الحزب وجود أي علاقة له بالحركة التي تبنت الهجوم على السفارة.",
        "أعلنت الوزارة أن الشرطة أحبطت هجوما على المطار. وقال مصدر أمني إن الشبكة لا علاقة لها بالهجوم على المطار.",
        "توقع الخبير أن تقصف روسيا المدينة. ونفت إيران أن تكون طائراتها قصفت القرية.",
        # arms of one state
        "قال المرصد السوري إن طائرات سورية قصفت السوق. واتهم ناشطون قوات النظام السوري بقصف السوق.",
    ],
)
def test_what_is_no_dispute(text: str) -> None:
    assert _read(text).disputes == ()


def test_the_lines_of_a_tally_are_parts_of_its_total() -> None:
    text = "سجلت اللجنة 24 خرقا توزعت كالتالي: 10 خروقات في ريف حلب، و8 خروقات في إدلب، و6 خروقات في حماة."
    counts = [c for e in _read(text).events for c in e.counts]
    parts = {text[slice(*c.span)]: c.part_of and text[slice(*c.part_of)] for c in counts}
    assert parts == {"24": None, "10": "24", "8": "24", "6": "24"}


def test_a_line_of_a_count_is_no_breach_of_its_own_and_all_of_them_killed() -> None:
    text = (
        "ووثق المكتب 12 خرقا منها 7 في وادي بردى و3 في ريف حماة وخرقان في درعا. وأسفرت هذه الخروقات عن مقتل 9 مدنيين."
        " واستهدفت قوات النظام قرية بسيمة بغارات جوية."
    )
    events = _read(text).events
    assert [e.type for e in events] == ["ceasefire_violation", "air_strike"]
    assert [c.low for c in events[0].counts if c.what == "killed"] == [9]
    assert not events[1].counts


def test_who_passes_on_a_denial_does_not_affirm_what_is_denied() -> None:
    text = "نفى مصدر روسي أن تكون الطائرات قصفت سرمدا. وقال قائد معارض: «سألناهم عن القصف فقال الروس: «لسنا من قصف»»."
    assert not _read(text).disputes
