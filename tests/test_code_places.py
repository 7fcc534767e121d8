"""Places that are found for an event and weighed: which are not its own."""

from __future__ import annotations

import pytest

from attributed import kit
from marsad.model import new_document
from marsad.pipeline import trace


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("قال المتحدث باسم الأمم المتحدة في سوريا أمس الأحد إن لقاء جديدا سيجمع الطرفين قريبا.", "meeting", "سوريا"),
        (
            "قصف الطيران الحربي بلدة سرمين، وأكد مراسلنا في المنطقة أن القصف مستمر، وأن فرق الإنقاذ تنتشل الجثث من تحت الأنقاض.",
            "air_strike",
            "المنطقة",
        ),
    ],
)
def test_a_place_that_most_signs_speak_against_is_left_out_and_shown(text: str, kind: str, place: str) -> None:
    traced = trace(new_document(text), kit())
    event = next(e for e in traced.reading.events if e.type == kind)
    left = {
        text[slice(*c.span)]: c.why
        for t in traced.traces
        if t.record == event.id
        for c in t.considered
        if c.what == "a place of it" and c.span is not None
    }
    assert place in left
    assert "for its place by its signs" in left[place]
    names = {p.id: p.name.ar for p in traced.reading.places}
    assert place not in [names[i] for i in event.places]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("عقد الطرفان في باريس اجتماعا دام ساعتين.", "meeting", "باريس"),
        ("قال المتحدث باسم الأمم المتحدة أمس الأحد إن لقاء جديدا سيجمع الطرفين في سوريا قريبا.", "meeting", "سوريا"),
        ("قصفت المدفعية بلدات سرمين وبنش وتفتناز وأطراف معرة مصرين صباح اليوم.", "shelling", "تفتناز"),
    ],
)
def test_places_of_the_event_stay(text: str, kind: str, place: str) -> None:
    reading = trace(new_document(text), kit()).reading
    names = {p.id: p.name.ar for p in reading.places}
    assert place in [names[i] for e in reading.events if e.type == kind for i in e.places]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال الوزير في مؤتمر صحافي في أنقرة إن الهجوم نفذه تنظيم داعش.", "ground_attack"),
        ("أكد الوزير عقب لقائه نظيره التركي في موسكو أن الغارات على المعارضة مستمرة.", "air_strike"),
        ("استقبل الرئيس بشار الأسد مسؤول الشرق الأوسط وشمال أفريقيا في الأمم المتحدة.", "meeting"),
    ],
)
def test_where_one_spoke_and_what_one_is_in_office_for_are_no_place_of_the_event(text: str, kind: str) -> None:
    events = [e for e in trace(new_document(text), kit()).reading.events if e.type == kind]
    assert events
    assert all(not e.places for e in events)


def test_where_a_correspondent_is_it_happens() -> None:
    events = trace(new_document("قال مراسلنا في درعا إن قصفا استهدف البلدة."), kit()).reading.events
    assert [e.places for e in events] == [("sy.daraa_city",)]


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        # a truce is in force where it is told to be, and not where else its sentence is
        ("تسيطر الجبهة على معظم محافظة إدلب، ولا تشملها الهدنة السارية.", "ceasefire", []),
        ("قال المرصد إن مدنيا قتل برصاص قناص في بلدة النشابية بعد بدء الهدنة.", "ceasefire", []),
        ("سجلت اللجنة تسعة خروق لوقف الأعمال القتالية في سوريا منها 5 في حماة و4 في حلب.", "ceasefire", ["سوريا"]),
        ("شهدت حلب هدنة إنسانية ليوم واحد.", "ceasefire", ["حلب"]),
        ("قال المصدر إن وادي بردى غير مشمول بالهدنة.", "ceasefire", []),
        ("هدوء في اليوم الأول من الهدنة في سوريا وخروقات في حماة.", "ceasefire", ["سوريا"]),
        # where an attack set out from, what a town was spared, what a campaign is called after
        ("قصفت القوات قرية الجبين انطلاقا من مدينة محردة.", "shelling", ["الجبين"]),
        ("بقيت طرطوس بعيدة نسبيا عن القتال المستمر في البلاد.", "armed_clash", []),
        ('أدخلت تركيا قواتها إلى شمال سوريا ضمن عملية "درع الفرات".', "ground_attack", ["شمال سوريا"]),
        # what is told further on, by whom it was told
        ("اتهمت المحافظة المسلحين بتفجير المضخة، موضحة أنها اشترت المياه من دوما.", "bombing_ied", []),
        ("قتل تسعة في تفجير بمدينة جبلة، وفق مصدر في قيادة شرطة اللاذقية.", "bombing_ied", ["جبلة"]),
    ],
)
def test_what_else_a_sentence_names_is_no_place_of_it(text: str, kind: str, places: list[str]) -> None:
    reading = trace(new_document(text), kit()).reading
    names = {p.id: p.name.ar for p in reading.places}
    event = next(e for e in reading.events if e.type == kind)
    assert [names[i] for i in event.places] == places


def test_the_town_is_not_the_one_a_body_is_called_after() -> None:
    text = "قتل تسعة في تفجير بمدينة جبلة، وفق شرطة اللاذقية. وكان التنظيم تبنى تفجيرات استهدفت المدينة ذاتها."
    reading = trace(new_document(text), kit()).reading
    names = {p.id: p.name.ar for p in reading.places}
    assert [names[i] for e in reading.events[1:] for i in e.places] == ["جبلة"]
