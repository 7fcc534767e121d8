"""Ground: publication dates worked out, places weighed, dates carried; nothing guessed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from marsad import kit as kits
from marsad.kit import Kit
from marsad.lexicon.ground import MilestoneEntry, RoundsEntry, WarEntry
from marsad.lexicon.loader import read_yaml, shelf
from marsad.model import Document, Place, Published, Reading, Traced, new_document
from marsad.pipeline import trace


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kits.load()


def given(day: str) -> Published:
    return Published(start=day, end=day, precision="day", basis="given")


def read(text: str, kit: Kit, *, day: str | None = None, title: str | None = None) -> Reading:
    return traced(text, kit, day=day, title=title).reading


def traced(text: str, kit: Kit, *, day: str | None = None, title: str | None = None) -> Traced:
    return trace(new_document(text, published=given(day) if day else None, title=title), kit)


def published(text: str, kit: Kit) -> tuple[str | None, str | None, str]:
    told = read(text, kit).document.published
    return told.start, told.end, told.basis


def place(reading: Reading, words: str) -> Place:
    """The place whose mention holds these words."""
    text = reading.document.text
    return next(p for p in reading.places if any(words in text[a:b] for a, b in p.mentions))


# -- publication ------------------------------------------------------------------------------------------------------


def test_a_given_date_is_kept_as_given(kit: Kit) -> None:
    document = new_document("نشر في 3 أيار 2016\n\nقصفت الطائرات البلدة أمس.", published=given("2015-01-01"))
    assert trace(document, kit).reading.document.published == given("2015-01-01")


def test_a_month_given_is_narrowed_by_the_page(kit: Kit) -> None:
    month = Published(start="2016-05", end="2016-05", precision="month", basis="given")
    document = new_document("13 أيار 2016\n\nقصفت الطائرات بلدة حيان أمس.", published=month)
    told = trace(document, kit).reading.document.published
    assert (told.start, told.end, told.basis) == ("2016-05-13", "2016-05-13", "page")


@pytest.mark.parametrize(
    "line",
    [
        "13 أيار 2016",
        "نشر في: أيار 13 , 2016",
        "الجمعة 13 مايو/أيار 2016",
        "آخر تحديث: 13.05.2016",
        "2016 - 05 - 13",
        "6 شعبان 1437 هـ الموافق 13 أيار 2016",
        "13-مايو-2016",
        "May 13, 2016",
        "بواسطة المحرر - 13 mai 2016",
        "Fri 13-May-2016 10:15",
        "تاريخ النشر: 13th, May 2016 GMT",
    ],
)
def test_date_lines_of_a_page(line: str, kit: Kit) -> None:
    text = f"غارات على ريف حلب\n\n{line}\n\nقصفت الطائرات بلدة حيان أمس الخميس وأصابت خمسة مدنيين."
    assert published(text, kit) == ("2016-05-13", "2016-05-13", "page")


def test_a_date_told_in_prose_is_no_date_line(kit: Kit) -> None:
    assert published("قصفت الطائرات في 13 أيار 2016 بلدة حيان وأصابت خمسة مدنيين.", kit)[0] is None


def test_the_text_names_its_own_day(kit: Kit) -> None:
    text = "قال المتحدث اليوم الأربعاء 16 آذار 2016 إن الهدنة صامدة في معظم المناطق."
    assert published(text, kit) == ("2016-03-16", "2016-03-16", "explicit")


def test_weekday_day_and_month_fix_the_year_inside_a_term_of_office(kit: Kit) -> None:
    # 16 March is a Wednesday in 2011, 2016 and 2022; de Mistura was envoy from 2014 to 2019.
    text = "قال المبعوث الأممي إلى سوريا ستيفان دي ميستورا اليوم الأربعاء 16 آذار إن جولة جديدة ستبدأ قريبا."
    assert published(text, kit) == ("2016-03-16", "2016-03-16", "milestone")


def test_a_day_without_a_year_leaves_the_few_days_it_can_be(kit: Kit) -> None:
    text = "قتل مدنيان في غارة على مدينة دوما، ظهر اليوم، الخميس 29 كانون الأول."
    found = traced(text, kit).reading.document.published
    assert (found.start, found.basis) == (None, "unknown")
    assert found.possible == ("2011-12-29", "2016-12-29", "2022-12-29")
    assert found.span is not None
    assert "29 كانون الأول" in text[slice(*found.span)]
    # a day and a month alone are a day of any year, and say too little
    assert traced("قتل مدنيان في غارة على مدينة دوما، اليوم 29 كانون الأول.", kit).reading.document.published == Published()


def test_a_round_of_talks_that_ended_yesterday(kit: Kit) -> None:
    text = "اختتمت أمس في العاصمة الكازاخية الجولة الحادية عشرة من محادثات أستانا حول سوريا."
    assert published(text, kit) == ("2018-11-30", "2018-11-30", "milestone")
    text = "وشدد الوفد على بيان استانا 11 الذي اختتمت أعماله أول أمس."
    assert published(text, kit) == ("2018-12-01", "2018-12-01", "milestone")


def test_days_since_a_known_beginning_and_a_weekday(kit: Kit) -> None:
    text = (
        "قال بيان للفصائل إنه بعد أكثر من 80 يوما من شن النظام حملته على ريف حماة لم يتقدم شبرا.\n"
        "وأمس الأربعاء، قصفت الطائرات قرى عدة."
    )
    start, end, basis = published(text, kit)
    assert (start, end, basis) == ("2019-07-18", "2019-07-25", "milestone")


def test_years_of_a_war_a_month_and_a_weekday(kit: Kit) -> None:
    text = (
        "قتل شرطيان اليوم الأربعاء في تفجير وسط دمشق هو الثاني من نوعه خلال تشرين الأول.\n"
        "وبقيت المدينة آمنة نسبيا في الحرب الدائرة في سوريا منذ أكثر من ستة أعوام."
    )
    assert published(text, kit)[:2] == ("2017-10-04", "2017-10-25")


def test_a_known_event_told_as_news_dates_the_text_and_not_one_that_looks_back(kit: Kit) -> None:
    assert published("سيطر جيش الفتح أمس على مدينة إدلب بعد معارك عنيفة.", kit)[0] == "2015-03-29"
    assert (
        published("سيطر جيش الفتح يوم السبت الماضي على مدينة إدلب. وقال ناشط اليوم في 5 أيار 2016 إن المدينة هادئة.", kit)[0]
        != "2015-03-29"
    )
    # Either of two vetoes in the same words; the weekday says which.
    veto = "استخدمت روسيا اليوم {} الفيتو في مجلس الأمن ضد تمديد التحقيق في استخدام الأسلحة الكيميائية."
    assert published(veto.format("الثلاثاء"), kit)[0] == "2017-10-24"
    assert published(veto.format("الخميس"), kit)[0] == "2017-11-16"


def test_the_lead_says_on_which_weekday_it_was_told_and_a_quoted_today_does_not(kit: Kit) -> None:
    text = (
        "أعلن الكرملين الثلاثاء أن بوتين التقى مساء الاثنين الأسد في سوتشي.\n"
        'وأضاف البيان: "اعتبارا من اليوم الاثنين يجري إعداد الاتصالات".'
    )
    assert published(text, kit) == ("2017-11-21", "2017-11-22", "milestone")


def test_a_notice_of_rights_older_than_what_the_page_tells_bounds_nothing(kit: Kit) -> None:
    story = "قال المبعوث اليوم الخميس 14 كانون الأول إن القرار 2254 أساس الحل.\nوأخفقت محادثات جنيف حول سوريا في جولتها الثامنة."
    text = f"{story}\n" + "وأضاف أن الوفود تدرس المقترحات في القاعة.\n" * 4
    found = traced(f"{text}جميع الحقوق محفوظة للموقع 2014", kit)
    assert found.reading.document.published.possible == traced(text, kit).reading.document.published.possible
    assert published(f"{text}جميع الحقوق محفوظة للموقع 2014", kit) == published(text, kit)


def test_a_stamp_dates_nothing_wherever_it_stands(kit: Kit) -> None:
    menu = "اشترك في نشرتنا الإخبارية وأدخل بريدك الإلكتروني لتصلك آخر المقالات. " * 12
    text = f"{menu}\nعمان - الخميس , 06 أبريل 2017 08 : 47 م أكد الوزير ذلك. وقصفت المدفعية بلدة حيان."
    reading = traced(text, kit, day="2017-04-08").reading
    assert [e.date for e in reading.events if e.type == "shelling"] == [None]


def test_a_day_in_both_calendars_dates_nothing(kit: Kit) -> None:
    text = (
        "زعيم الجماعة يتوعد بعمليات انتحارية قرب الحدود الإثنين 12 ذو القعدة 1432 هـ - 10 أكتوبر 2011 م توعد الزعيم خصومه بهجمات."
    )
    assert [e.date for e in traced(text, kit, day="2011-10-10").reading.events if e.type == "suicide_attack"] == [None]


def test_what_happened_before_a_notice_of_rights_was_outdated_keeps_its_day(kit: Kit) -> None:
    text = (
        "وفي آذار 2013 تظاهر السكان.\nفي 16 كانون الأول 2016، وقع الطرفان اتفاقا يقضي بإخلاء أحياء حلب الشرقية."
        " وقال المبعوث الأممي ستيفان دي ميستورا إن القرار 2254 أساس الحل.\n"
        "وأخفقت محادثات جنيف حول سوريا في جولتها الثامنة.\nجميع الحقوق محفوظة للموقع 2014"
    )
    events = traced(text, kit).reading.events
    assert [e.date.start for e in events if e.type == "agreement" and e.date] == ["2016-12-16"]


def test_what_bounds_it_loosely_leaves_it_unknown_with_reasons(kit: Kit) -> None:
    result = traced("قال الخبير إن معركة درع الفرات غيرت خرائط السيطرة في شمال البلاد منذ عام 2016.", kit)
    assert result.reading.document.published == Published()
    reasons = [t for t in result.traces if t.record == result.reading.document.id and "unknown" in t.rule]
    assert reasons
    assert reasons[0].considered


def test_a_lasting_agreement_told_with_yesterday_is_no_anchor(kit: Kit) -> None:
    assert published("خرقت قوات النظام أمس اتفاق مناطق خفض التصعيد في ريف حمص.", kit)[0] is None


def test_every_milestone_and_round_is_met_by_its_example(kit: Kit) -> None:
    for file in ("milestones.yml", "terms.yml"):
        for entry in read_yaml(shelf("ground") / file, MilestoneEntry):
            assert entry.start <= entry.end, entry.id
            for example in entry.examples:
                if entry.news:
                    # Beside أمس it dates the text, alone or with a like fact (the two vetoes of one autumn).
                    beside = [t for t in traced(f"{example} أمس.", kit).traces if t.stage == "ground"]
                    told = [t.rule for t in beside] + [c.what for t in beside for c in t.considered]
                    assert any(w.startswith("milestone told with a day") for w in told), (entry.id, example)
                    continue
                rules = [t.entry or "" for t in traced(f"{example}. قال ذلك في 5 شباط 2030.", kit).traces]
                considered = " ".join(
                    c.what for t in traced(f"{example}.", kit).traces for c in t.considered if "unknown" in t.rule
                )
                assert f"ground/{file}#{entry.id}" in rules or entry.about in considered, (entry.id, example)
    for series in read_yaml(shelf("ground") / "rounds.yml", RoundsEntry):
        days = [day for n in sorted(series.rounds) for day in series.rounds[n]]
        assert days == sorted(days), series.id


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://news.example.org/libya/2019/09/26/slug", ("2019-09-26", "2019-09-26", "url")),
        ("https://news.example.org/2006/7/3/slug", ("2006-07-03", "2006-07-03", "url")),
        ("https://news.example.org/2022-04-05/slug", ("2022-04-05", "2022-04-05", "url")),
        ("https://news.example.org/2022/04/slug", (None, None, "unknown")),
        ("https://news.example.org/2022/14/99/slug", (None, None, "unknown")),
        ("https://news.example.org/attack-of-2019-09-26", (None, None, "unknown")),
    ],
)
def test_the_address_of_a_page_may_tell_its_day(kit: Kit, address: str, told: tuple[str | None, str | None, str]) -> None:
    document = new_document("قصفت الطائرات المطار صباح الخميس.", url=address)
    found = trace(document, kit).reading.document.published
    assert (found.start, found.end, found.basis) == told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("دخل العدوان الإسرائيلي على قطاع غزة يومه الـ69، وقصفت الطائرات رفح اليوم الخميس.", "2023-12-14"),
        ("في اليوم 124 من الحرب على غزة، قصفت الطائرات خان يونس اليوم.", "2024-02-07"),
        ("دخلت الحرب الروسية على أوكرانيا يومها المئة، وقصفت الطائرات خاركيف اليوم.", "2022-06-03"),
        ("في اليوم الـ30 من العدوان على لبنان قصفت الطائرات بعلبك اليوم الخميس.", "2006-08-10"),
        ("استشهد اليوم 69 فلسطينيا في العدوان الإسرائيلي على قطاع غزة.", None),
        ("لليوم الخامس يتواصل العدوان على غزة، وقصفت الطائرات خان يونس اليوم.", None),  # of which of the wars
    ],
)
def test_a_war_whose_days_are_counted_dates_the_text(kit: Kit, text: str, day: str | None) -> None:
    assert published(text, kit)[:2] == (day, day)


def test_every_war_is_met_by_its_example(kit: Kit) -> None:
    for entry in read_yaml(shelf("ground") / "wars.yml", WarEntry):
        for example in entry.examples:
            found = traced(f"{example} قصفت الطائرات المدينة.", kit)
            told = [t.rule for t in found.traces] + [c.what for t in found.traces for c in t.considered]
            assert any(rule.startswith("day of a war that is counted") for rule in told), (entry.id, example)


def test_a_page_older_than_the_years_reckoned_with_keeps_its_own_day(kit: Kit) -> None:
    assert published("23/7/2006\n\nقصفت الطائرات بلدة حيان أمس.", kit) == ("2006-07-23", "2006-07-23", "page")
    assert published("قصفت الطائرات بلدة حيان فجر اليوم الأحد 23 يوليو 2006.", kit)[0] == "2006-07-23"


def test_a_day_right_above_a_paragraph_is_that_of_the_text(kit: Kit) -> None:
    story = "قصفت الطائرات الحربية صباح اليوم بلدة حيان في ريف حلب الشمالي بعدة صواريخ، ما أدى إلى احتراق منازل كثيرة وإلى نزوح عائلات."
    assert published(f"الأحد 24 يوليو 2016\n\n{story}", kit) == ("2016-07-24", "2016-07-24", "page")
    assert published(f"الأحد 24 يوليو 2016\n\nالرئيسية\n\nأخبار\n\n{story}", kit)[0] is None


# -- places -----------------------------------------------------------------------------------------------------------


def test_tripoli_is_libyan_or_lebanese_by_its_page(kit: Kit) -> None:
    libya = read("اندلعت اشتباكات في طرابلس بين فصائل ليبية، وقال شهود في بنغازي ومصراتة إن الحركة توقفت.", kit)
    lebanon = read("اندلعت اشتباكات في طرابلس شمال لبنان، وانتشر الجيش اللبناني بين صيدا وبيروت.", kit)
    assert "ly" in (*place(libya, "طرابلس").admin, place(libya, "طرابلس").id)
    assert place(libya, "طرابلس").lat == pytest.approx(32.88, abs=0.2)
    assert place(lebanon, "طرابلس").lat == pytest.approx(34.43, abs=0.2)


def test_a_government_that_speaks_is_no_place_but_its_capital_is(kit: Kit) -> None:
    reading = read("قالت موسكو إنها ستواصل الغارات. واجتمع الوزيران في موسكو.", kit)
    moscow = place(reading, "موسكو")
    text = reading.document.text
    assert [text[:a].count("موسكو") for a, _ in moscow.mentions] == [1]


def test_sides_and_countrysides_are_areas_on_that_side(kit: Kit) -> None:
    reading = read("قصفت الطائرات ريف حماة الشمالي، وتقدمت القوات جنوب مدينة إدلب.", kit)
    north = place(reading, "حماة")
    assert north.kind == "area"
    assert north.lat is not None
    assert north.lat > 35.2
    south = place(reading, "إدلب")
    assert south.lat is not None
    assert south.lat < 35.93


def test_a_bare_side_of_the_countryside_is_the_governorates(kit: Kit) -> None:
    reading = read("سيطر المقاتلون على خان شيخون، ثم انسحبوا من نقاطهم بالريف الجنوبي.", kit)
    assert place(reading, "بالريف الجنوبي").id == "sy.idlib.rif_s"
    bulletin = read("الرقة: مقتل حارس في قرية شمرة بالريف الشمالي.\nحلب: هدوء.", kit)
    assert place(bulletin, "بالريف الشمالي").id == "sy.raqqa.rif_n"
    village = read("سيطر المقاتلون على قرية مريمين شمال المحافظة.", kit)
    assert place(village, "شمال المحافظة").id == "sy.aleppo.rif_n"
    south = read("حلقت الطائرات فوق قاعدة العند. وقال يمنيون في عدن إن المحافظات الجنوبية هادئة.", kit)
    assert place(south, "المحافظات الجنوبية").id == "ye.rif_s"
    told = read("قصف على الريف الغربي لمدينة عين العرب.", kit)
    assert "sy.aleppo.rif" not in place(told, "الريف الغربي").id


def test_an_event_lies_where_its_outcome_is_told_and_not_where_one_speaks(kit: Kit) -> None:
    reading = read("وفي غزة قال مسؤولون إن انفجارا أسفر عن مقتل أربعة وإصابة ثلاثين أمس في مدينة رفح.", kit, day="2015-08-07")
    names = {p.id: p.name.ar for p in reading.places}
    assert [[names[p] for p in e.places] for e in reading.events] == [["رفح"]]


def test_a_road_lies_between_its_ends(kit: Kit) -> None:
    reading = read("قطع المقاتلون طريق حلب - إدلب بعد هجوم فجر اليوم.", kit, day="2016-03-16")
    road = next(p for p in reading.places if p.kind == "route")
    assert road.lat is not None
    assert road.lon is not None
    assert 35.9 < road.lat < 36.25
    assert 36.6 < road.lon < 37.2
    assert road.precision_km is not None
    assert road.precision_km > 20


def test_an_unknown_village_has_no_point_unless_the_text_says_where(kit: Kit) -> None:
    alone = read("قصفت المدفعية قرية زنكلونة أمس.", kit, day="2016-03-16")
    village = place(alone, "زنكلونة")
    assert (village.lat, village.lon, village.precision_km, village.candidates) == (None, None, None, 0)
    inside = read("قصفت المدفعية قرية زنكلونة في ريف حماة الشمالي أمس.", kit, day="2016-03-16")
    village = place(inside, "زنكلونة")
    around = place(inside, "ريف حماة")
    assert (village.lat, village.lon) == (around.lat, around.lon)
    assert village.precision_km is not None
    assert around.precision_km is not None
    assert village.precision_km >= around.precision_km
    assert any("زنكلونة" in doubt.about for doubt in inside.doubts)


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("استهدفت الميليشيات قرى قرب الحدود السعودية. وقال سكان في محافظة حجة إن القصف طال حرض.", "السعودية", "ye.yemeni_saudi_border"),
        ("قتل جندي على الحدود مع اليمن بمقذوف سقط على نجران.", "اليمن", "ye.yemeni_saudi_border@sa.najran"),
        ("قصفت الطائرات مواقع قرب الحدود التركية. وقتل أربعة في إدلب.", "التركية", "sy.syrian_turkish_border"),
        ("قصفت الطائرات التركية مواقع في شمال العراق. وقتل جنديان في هجوم في شرق تركيا.", "شمال العراق", "iq.rif_n"),
        ("قتل جنديان في ديار بكر. وأغلقت السلطات طريقا في شرق البلاد. وفي تركيا أيضا اعتقل العشرات.", "شرق البلاد", "tr.rif_e"),
        ("قتل مدنيون في حرض. ويشن التحالف غارات على اليمن منذ العام الماضي.", "اليمن", "ye"),
    ],
)  # fmt: skip
def test_sides_and_borders_lie_where_the_page_says(text: str, words: str, ident: str, kit: Kit) -> None:
    assert place(read(text, kit, day="2016-03-16"), words).id == ident


def places_of(text: str, word: str, kit: Kit) -> list[str]:
    """The words of the places of the happening that a word names."""
    reading = read(text, kit, day="2016-03-16")
    at = text.index(word)
    event = next(e for e in reading.events if any(a <= at < b for a, b in e.triggers))
    named = {p.id: text[slice(*p.mentions[0])] for p in reading.places}
    return [named[i] for i in event.places]


def test_the_place_that_saw_it_goes_before_the_one_a_party_is_called_after(kit: Kit) -> None:
    text = "شهدت مدينة الصنمين اشتباكات عنيفة بين قوات النظام وثوار درعا."
    assert places_of(text, "اشتباكات", kit) == ["مدينة الصنمين"]


def test_a_thing_without_a_name_that_lies_nowhere_says_nothing_of_where(kit: Kit) -> None:
    assert places_of("استهدف هجوم انتحاري ثكنة للدرك، بحسب السلطات.", "هجوم", kit) == []
    assert places_of("استهدف هجوم انتحاري ثكنة للدرك في تعز، بحسب السلطات.", "هجوم", kit) != []


def test_a_border_is_not_in_the_middle_of_its_country(kit: Kit) -> None:
    reading = read("انتشرت تعزيزات على الحدود التركية.", kit)
    assert place(reading, "الحدود").lat is None


def test_mentions_of_one_place_are_one_record(kit: Kit) -> None:
    reading = read("قصفت الطائرات مدينة تدمر. وفي تدمر سقط ثلاثة قتلى.", kit)
    palmyra = place(reading, "تدمر")
    assert len(palmyra.mentions) == 2
    assert len({p.id for p in reading.places}) == len(reading.places)


# -- dates of events --------------------------------------------------------------------------------------------------


def dates(reading: Reading) -> dict[str, tuple[str | None, str | None, str] | None]:
    """The date of each event by the words of its first trigger."""
    text = reading.document.text
    return {
        text[e.triggers[0][0] : e.triggers[0][1]]: (e.date.start, e.date.end, e.date.basis) if e.date else None
        for e in reading.events
        if e.triggers
    }


def test_an_event_takes_the_day_of_its_clause(kit: Kit) -> None:
    reading = read("قصفت الطائرات الروسية بلدة حيان أمس الثلاثاء.", kit, day="2016-03-16")
    assert ("2016-03-15", "2016-03-15", "weekday") in dates(reading).values()


def test_what_was_before_other_events_is_not_dated_by_them(kit: Kit) -> None:
    reading = read("استعادت القوات بلدة داقوق قبل أحداث حزيران 2014.", kit, day="2017-10-18")
    assert [e.date for e in reading.events] == [None]


def test_a_day_is_carried_inside_a_scene_and_not_beyond_it(kit: Kit) -> None:
    text = (
        "قصفت الطائرات الروسية بلدة حيان أمس الثلاثاء. كما قصفت المدفعية بلدة عندان وأصابت خمسة مدنيين. "
        "يذكر أن قوات النظام قصفت مدينة تدمر."
    )
    told = [v for v in dates(read(text, kit, day="2016-03-16")).values() if v is not None]
    assert [v[:2] for v in told].count(("2016-03-15", "2016-03-15")) >= 1
    reading = read(text, kit, day="2016-03-16")
    palmyra = [e for e in reading.events if e.triggers and e.triggers[0][0] > text.index("يذكر")]
    assert all(e.date is None for e in palmyra)


def test_tomorrow_in_a_quote_dates_no_page(kit: Kit) -> None:
    text = 'ثم قال القائد لضباطه: "تعبر الكتائب الجسر غدا السبت 6 تشرين الأول 2012"، وعبرت الكتائب بعد ساعات.'
    assert read(text, kit).document.published.start is None


def test_no_publication_date_no_relative_date(kit: Kit) -> None:
    reading = read("قصفت الطائرات الروسية بلدة حيان أمس.", kit)
    assert reading.document.published.start is None
    assert all(value is None for value in dates(reading).values())


def test_grounding_a_text_twice_gives_the_same_records(kit: Kit) -> None:
    document: Document = new_document("قصفت الطائرات الروسية بلدة حيان في ريف حلب أمس الثلاثاء.", published=given("2016-03-16"))
    assert trace(document, kit) == trace(document, kit)


# -- what dates and places must not do --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A site that shows the day on which it is read above an article that names its own.
        (
            "موقع النهر الأحد 21 كانون الثاني 2018 قتلى في الرستن\nقال ناشطون للموقع اليوم، الاثنين 23 تشرين الأول، إن الطائرات قصفت الرستن.",
            "2017-10-23",
        ),
        ("موقع النهر الأحد 21 كانون الثاني 2018 قتلى في الرستن\nقصفت الطائرات مدينة الرستن أمس السبت.", "2018-01-21"),
        # The same day in both calendars: the clock of the site.
        ("جريدة النهر 2018 / 01 / 21 م 1439 / 05 / 05 ه سياسة\nقصفت الطائرات مدينة الرستن أمس.", None),
        # The day on which the site was touched, told as such; and a day above the headline that the title repeats.
        ("جريدة النهر تحديث الموقع 2018 / 01 / 21 ميلادي\nقصفت الطائرات مدينة الرستن اليوم الجمعة.", None),
        (
            "قتلى في قصف على الرستن - النهر الأحد 21 كانون الثاني 2018 قتلى في قصف على الرستن\nقصفت الطائرات مدينة الرستن اليوم.",
            None,
        ),
        # A day with its weather, a day that opens the page, and one between عاجل and the headline again.
        ("الأحد 21 كانون الثاني 2018 أخبار رياضة\nقصفت الطائرات مدينة الرستن اليوم.", None),
        ("قصف على الرستن السبت 20 كانون الثاني 2018 الرطوبة 30\nقصفت الطائرات مدينة الرستن اليوم.", None),
        ("قتلى في قصف على الرستن | النهر عاجل 21 / 01 / 2018 عاجل قتلى في قصف على الرستن\nقصفت الطائرات الرستن اليوم.", None),
        # The Hijri day beside the other is reckoned and may be one off.
        ("قصف على الرستن\nالجمعة 06 رمضان 1435 هـ - الموافق 4 يوليو 2014\nقصفت الطائرات الرستن اليوم.", "2014-07-04"),
        # The agencies in front of a stamp, the headline told again in front of a day, two days above the headline.
        ("قصف على الرستن\nحمص - وكالات الجمعة , 4 يوليو 2014 01 : 34 ص\nقصفت الطائرات الرستن.", "2014-07-04"),
        (
            f"النهر - المرحلة الأولى من حملة الرستن {'رياضة ' * 20}المرحلة الأولى من حملة الرستن 04 / 07 / 2014 0 قصفت.",
            "2014-07-04",
        ),
        (
            (
                "قتلى في قصف على الرستن | النهر عاجل 21 / 01 / 2018 عاجل قتلى في قصف على الرستن النهر 16 / 10 / 2017 قتلى في قصف على"
                " الرستن\nقصفت الطائرات الرستن اليوم."
            ),
            "2017-10-16",
        ),
        # Told as publication with the Hijri day between; the hour of the site three times and that of the text once.
        ("قصف\nآخر تحديث : الأحد 28 صفر 1433 ه - - 22 يناير 2012 م KSA 15 : 21\nقصفت الطائرات الرستن.", "2012-01-22"),
        (
            (
                "النهر 1 / 21 / 2018 8 : 19 : 10 AM 1 / 21 / 2018 3 : 19 : 10 AM 1 / 21 / 2018 5 : 19 : 00 AM قصف على الرستن"
                " 04 ديسمبر . 2017 - 9 : 32 | قصفت الطائرات الرستن."
            ),
            "2017-12-04",
        ),
        # A day in brackets or behind a comma is that of another report or of a picture.
        ("قصف على الرستن بعد هدنة الصيف (13.11.2017)\nقصفت الطائرات المدينة اليوم.", None),
        # This month, with the weekday that fixes the year: an old page saved much later.
        (
            "قتلى في قصف على الرستن - النهر الأحد 21 كانون الثاني 2018 قتلى في قصف على الرستن\nقصفت الطائرات الرستن الاثنين 20 نيسان الجاري.",
            "2015-04-01",
        ),
        # The clock of the site in English, the day since which a writer is known, the day of an embedded post.
        ("January 21 2018 - 09 : 22 بتوقيت بيروت أخبار رياضة\nقصفت الطائرات مدينة الرستن اليوم.", None),
        ("قصف على الرستن\nContributor since : 15 February 2010\nقصفت الطائرات المدينة اليوم.", None),
        ("قصف على الرستن\nقصفت الطائرات المدينة.\n— مرصد (@rasad) January 19, 2018", None),
        # A date that heads a part of a chronicle.
        ("10 آذار 2016:\n- قصفت المدفعية حي الجزيرة وقتلت ثلاثة مدنيين.", None),
        # A date told in prose near the head, and later ones behind it.
        ("احتلت الميليشيا صنعاء يوم الأحد 21 أيلول 2014، ثم دخلت عدن يوم 26 آذار 2015.", None),
    ],
)
def test_the_day_a_page_was_saved_is_not_its_publication(text: str, expected: str | None, kit: Kit) -> None:
    assert published(text, kit)[0] == expected


def test_a_month_is_dated_where_every_possible_publication_agrees(kit: Kit) -> None:
    text = (
        "قالت الوزارة إن طائراتها قصفت مدينة الرقة ليلة 28 أيار الماضي. وقال البيان إن الغارة وقعت فجر الأحد 28 أيار. "
        "وأضاف أن روسيا تدخلت في سوريا عام 2015.\nالنهر 2007 - 2018 جميع الحقوق محفوظة"
    )
    reading = read(text, kit)
    assert reading.document.published.start is None
    assert ("2017-05-28", "2017-05-28", "explicit") in dates(reading).values()


def test_the_same_day_is_the_day_told_before(kit: Kit) -> None:
    text = "قصفت الطائرات الروسية بلدة حيان في 30 أيلول 2015. وفي اليوم نفسه قصفت المدفعية مدينة تلبيسة."
    told = [v[0] for v in dates(read(text, kit, day="2018-10-31")).values() if v is not None]
    assert told == ["2015-09-30", "2015-09-30"]


def test_what_an_attack_does_has_its_carried_day_and_what_stands_somewhere_has_none(kit: Kit) -> None:
    text = (
        "قصفت الطائرات الروسية بلدة حيان صباح أمس. كما استهدفت غارة روسية بلدة عندان وأسفرت عن دمار كبير في السوق.\n"
        "قصفت قوات النظام المتمركزة في معسكر جورين أمس بلدة السرمانية المشمولة باتفاق وقف إطلاق النار."
    )
    told = {e.type: e.date for e in read(text, kit, day="2018-10-31").events}
    assert told["destruction"] is not None
    assert told["destruction"].start == "2018-10-30"
    assert told["deployment"] is None
    assert told["ceasefire"] is None


@pytest.mark.parametrize(
    "text",
    [
        # The day of the statement, and that of another happening behind.
        "تبنى التنظيم كمينا في ريف حلب وذلك في بيان نشر على الانترنت أمس.",
        "وأعلن قائد يوم أمس مقتل جنود بعملية نوعية على جبهة مريمين، فيما قال ناشطون إنه استهدف اليوم مواقع في محيط منغ بالمدفعية.",
    ],
)
def test_a_day_that_is_not_that_of_the_first_happening(text: str, kit: Kit) -> None:
    reading = read(text, kit, day="2022-02-15")
    deeds = [e for e in reading.events if e.type in ("ground_attack", "detention")]
    assert deeds
    assert all(e.date is None for e in deeds)


def test_the_month_in_which_deaths_were_counted_is_theirs(kit: Kit) -> None:
    reading = read("وخلال شهر نيسان الماضي وثقت الشبكة مقتل 57 مدنيا في سوريا.", kit, day="2024-05-14")
    assert ("2024-04-01", "2024-04-30", "explicit") in dates(reading).values()


def test_a_round_up_named_in_the_title_dates_what_it_tells(kit: Kit) -> None:
    text = "حلب::قصفت المدفعية بلدة حيان.\n\nإدلب::قصفت المدفعية بلدة البارة."
    reading = read(text, kit, day="2022-11-30", title="نشرة حصاد يوم الأربعاء لجميع الأحداث الميدانية 30-11-2022")
    assert [e.date.start for e in reading.events if e.date] == ["2022-11-30"] * 2


def test_a_day_to_which_something_is_put_off_is_no_day_of_the_scene(kit: Kit) -> None:
    text = "رفع القاضي الجلسة ليوم الخميس السادس من آب. وانفجرت عبوة ناسفة قرب المحكمة."
    assert all(value is None for value in dates(read(text, kit, day="2015-08-06")).values())


def test_another_speaker_opens_another_scene(kit: Kit) -> None:
    text = (
        "قال المرصد السوري لحقوق الإنسان إن الطائرات قصفت بلدة حيان مساء الثلاثاء. "
        "وقال ستافان دي ميستورا إن المدفعية قصفت بلدة عندان."
    )
    reading = read(text, kit, day="2016-03-17")
    second = [e for e in reading.events if e.triggers[0][0] > text.index("ستافان")]
    assert second
    assert all(e.date is None for e in second)


def test_a_palace_named_after_a_day_dates_nothing(kit: Kit) -> None:
    reading = read("استعادت القوات قصر 22 مايو الرئاسي في عدن.", kit, day="2015-07-21")
    assert all(e.date is None for e in reading.events)


def test_a_building_lies_in_the_town_of_its_phrase_and_between_two_towns_in_none(kit: Kit) -> None:
    reading = read("استهدفت الغارات مقر الفصيل الرئيسي في مدينة الباب، وسقطت قذائف على مدينة عفرين.", kit)
    assert place(reading, "مقر").lat == place(reading, "الباب").lat
    between = read("سقطت القذائف بين مدينة الباب ومدينة عفرين على مدرسة.", kit)
    assert place(between, "مدرسة").lat is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم في حمص.", "الدولة الإسلامية"),
        ("عززت السلطات الإجراءات في المدينة لضمان سلامة المواطنين.", "لضمان"),
        ("قصفت المدفعية مواقع في حمص ترافق مع قصف جوي.", "ترافق"),
        ("دمر الجيش نقاط تمركزهم شرق حماة.", "نقاط"),
        ("فتح الطرفان خطا مباشرا للتنسيق في حمص.", "خطا"),
        ("وصل السلاح عن طريق وسطاء في حمص.", "طريق"),
        ("استهدفت غارة مقرا للقاعدة في مأرب.", "للقاعدة"),
        ("غارات على مناطق تدمر ودير الزور، لاحت، بعدها، سحب الدخان.", "لاحت"),
        ("كرم الرئيس حماة الديار في حمص.", "حماة"),
        ("بحث الوفدان كل نقطة في الاتفاق.", "نقطة"),
        ("دعاهم محافظ حمص إلى العودة إلى جادة الصواب.", "جادة"),
        ("أعلن القيادي كاظم الشيخ مصطفى انسحاب القوات من كركوك.", "الشيخ مصطفى"),
        ("انتشر المقاتلون على ضفتي الفرات الغربية والشرقية في سوريا.", "والشرقية"),
        ("قال القائد في حواره مع الصحيفة إن تعز صامدة.", "حواره"),
        ("شن الجيش هجوما على حمص مع مآرب أخرى.", "مآرب"),
        ("اتخذ التنظيم المدنيين درعا بشرية في حمص.", "درعا"),
        ("قال مصدر لـ«الشرق الأوسط» إن القوات دخلت الموصل.", "الشرق الأوسط"),
        ("سقط صاروخ عند الساعة الثامنة بتوقيت دمشق على حمص.", "دمشق"),
        ("دفن القائد في مسقط رأسه قرب تعز.", "مسقط"),
        ("حكم زين العابدين بن علي تونس عقودا.", "زين العابدين"),
        ("اعتقل في دمشق أحد منفذي مجزرة التضامن.", "منفذي"),
        ("وقال مصدر للجزيرة إن حمص هادئة.", "للجزيرة"),
        ("أفرج الجيش عمن تعاونوا مع «القاعدة» في نيويورك.", "القاعدة"),
        ("قالت وكالة أنباء آسيا إن حمص هادئة.", "آسيا"),
        ("الساعة 14:59 (مكة المكرمة) قصف الطيران حمص.", "مكة"),
    ],
)
def test_what_is_no_place(text: str, word: str, kit: Kit) -> None:
    at = text.index(word)
    assert not any(a <= at < b for p in read(text, kit).places for a, b in p.mentions)


def test_the_town_goes_back_to_the_last_town_and_not_to_a_side(kit: Kit) -> None:
    text = "قصفت الطائرات بلدة كفردريان شمالي إدلب. واستهدفت غارة ثانية أطراف البلدة."
    reading = read(text, kit)
    at = text.rindex("البلدة")
    assert [p.id for p in reading.places if any(a <= at < b for a, b in p.mentions)] == [place(reading, "كفردريان").id]


def test_a_position_called_after_a_town_lies_where_its_phrase_says(kit: Kit) -> None:
    reading = read("قصفت الطائرات إدلب وسراقب. وسقط موقع تفتناز في جبل القنديل جنوب جرد عرسال.", kit)
    assert place(reading, "تفتناز").id != "sy.taftanaz"
    assert "lb" in place(reading, "عرسال").admin


@pytest.mark.parametrize(
    ("text", "word", "ident"),
    [
        ("شهدت القاهرة والجيزة والشرقية احتجاجات.", "والشرقية", "eg.sharqia"),
        ("قتل جندي في محافظة الشرقية.", "الشرقية", "eg.sharqia"),
        ("سقط صاروخ في المنطقة الشرقية قرب الدمام والقطيف.", "المنطقة الشرقية", "sa.eastern_province"),
        ("تقدم الجيش في عمق المنطقة الشرقية من دير الزور.", "المنطقة الشرقية", "sy.deir_ez_zor_city#90"),
        ("استهدفت تركيا مواقع التنظيم في مدينة الباب.", "مدينة الباب", "sy.al_bab"),
        ("قصفت الطائرات درعا وحمص. وقالت روسيا إنها ستسحب قواتها من البلاد.", "البلاد", "sy"),
        ("خرجت مظاهرة في ساحة عدن وسط بغداد.", "ساحة عدن", "iq.baghdad_city>local:عدن"),
        ("سيطروا على نقطة عسكرية في مدينة حماة.", "حماة", "sy.hama_city"),
        ("زار موسكو ثم سوتشي. وخرج متظاهرون في حمص وفي أنحاء البلاد.", "البلاد", "sy"),
        ("انفجرت سيارة في حي السيدة زينب وسط القاهرة.", "السيدة زينب", "eg.sayyida_zaynab_cairo"),
        ("تتوغل القوات في شرقي الجزائر حيث قتل مسلحان.", "شرقي الجزائر", "dz#90"),
        ("وصل الوفد إلى تونس قادما من الجزائر.", "تونس", "tn"),
        ("انعقد الاجتماع في مدينة الكويت.", "مدينة الكويت", "kw.kuwait_city"),
        ("وصل الرئيس اليمني إلى القاهرة بعد مغادرته الرياض، وقصفت الطائرات تعز وعدن ومأرب.", "الرياض", "sa.riyadh"),
        ("تعرضت أحياء تعز لقصف من قلعة القاهرة.", "قلعة القاهرة", "ye.cairo_castle"),
        ("أربيل آمنة، وزار دمشق وفد من بغداد.", "دمشق", "sy.damascus_city"),
        ("تقدمت القوات على الضفة الغربية لنهر الفرات قرب دير الزور.", "الضفة الغربية", "sy.euphrates#270@sy.deir_ez_zor_city"),
        ("قصف الطيران بلدة العامرية قرب صور جنوب لبنان.", "جنوب لبنان", "lb.rif_s"),
        ("قصف الجيش الحويجة الواقعة شمال بغداد، وسقطت قذائف على الموصل.", "الحويجة", "iq.hawija"),
        ("طرد الجيش الحر التنظيم من دوار الراعي في مدينة الباب.", "دوار الراعي", "sy.al_bab>local:الراعي"),
        ("قصفت الطائرات مطار دير الزور. ثم دخلت القوات المطار.", "المطار", "sy.deir_ez_zor_air_base"),
    ],
)
def test_a_side_or_the_country_is_that_of_the_land_the_page_speaks_of(text: str, word: str, ident: str, kit: Kit) -> None:
    assert place(read(text, kit), word).id == ident


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # A governorate in Yemen has that name, a hospital in Gaza, a town in Tihamah.
        ("قصفت المدفعية قرية حضرموت وسقطت قذائف على اللاذقية وحلب.", "حضرموت"),
        ("قصف الطيران قرية القاهرة وسقطت قذائف على حماة وإدلب.", "القاهرة"),
        ("استهدفت غارة مشفى أورينت الجراحي في كفرنبل وسراقب.", "الجراحي"),
        ("هذا أمر مطروح على الوفد في تعز وعدن.", "مطروح"),
        ("تنفذ أنقرة غارات في شرناق ويقاتل الحزب في الإقليم.", "الإقليم"),
    ],
)
def test_a_namesake_in_a_land_the_page_does_not_speak_of_gets_no_point(text: str, word: str, kit: Kit) -> None:
    at = text.index(word)
    assert not any(p.lat is not None and any(a <= at < b for a, b in p.mentions) for p in read(text, kit).places)


# -- offices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day", "holder"),
    [
        ("قال وزير الخارجية الأمريكي إن بلاده تدعم الحل.", "2015-06-01", "us.kerry"),
        ("قال وزير الخارجية الأمريكي إن بلاده تدعم الحل.", "2017-06-01", "us.tillerson"),
        ("أعلن الرئيس السوري أن الحرب ستنتهي.", "2016-06-01", "sy.assad"),
        ("قال المبعوث الأممي إلى سوريا إن المحادثات تقدمت.", "2016-06-01", "un.demistura"),
        # Between two terms nobody is considered.
        ("قال وزير الخارجية الفرنسي إن بلاده قلقة.", "2023-06-01", None),
    ],
)
def test_an_office_stays_an_office_and_its_holder_is_considered(text: str, day: str, holder: str | None, kit: Kit) -> None:
    result = traced(text, kit, day=day)
    assert not any(a.id == holder for a in result.reading.actors)
    told = [t.considered[0].what.split()[0] for t in result.traces if t.rule == "office named without its holder"]
    assert told == ([holder] if holder else [])


def test_terms_of_office_name_registered_persons_and_do_not_overlap(kit: Kit) -> None:
    by_office: dict[tuple[str, tuple[str, ...]], list[tuple[str, str]]] = {}
    for term in kit.ground.offices:
        assert kit.recognise.actors[term.holder].kind == "person"
        assert term.of in kit.recognise.actors
        assert term.end is None or term.start < term.end
        by_office.setdefault((term.of, term.office), []).append((term.start, term.end or "9999"))
    for office, terms in by_office.items():
        terms.sort()
        assert all(a[1][: len(b[0])] <= b[0] for a, b in pairwise(terms)), office


def test_the_labels_under_a_text_date_it(kit: Kit) -> None:
    text = "قالت الحكومة إن الجيش يتقدم في المدينة. " * 30 + "الكاتب: فلان مختارات تاريخ 6 . 9 . 2018 مواضيع, كلمات مفتاحية"
    assert read(text, kit).document.published.start == "2018-09-06"


def test_a_year_of_two_figures_may_be_of_the_hijra(kit: Kit) -> None:
    reading = read("قصفت الطائرات مدينة الرستن في 01/04/39 ودمرت منازل.", kit)
    assert ("2017-12-19", "2017-12-19", "explicit") in dates(reading).values()


def test_adverbs_behind_a_place_are_no_second_place(kit: Kit) -> None:
    for text in ("دارت معارك عنيفة في زنجبار وهناك انقسام في الصفوف.", "قصف الطيران بلدات في ريف زنجبار خصوصا أمس."):
        names = {place.name.ar for place in trace(new_document(text), kit).reading.places}
        assert names.isdisjoint({"هناك", "وهناك", "خصوصا"})


def test_a_capital_that_says_or_does_is_no_place_behind_a_relative_and_one_that_sees_something_is(kit: Kit) -> None:
    said = "رفض الوفد العرض بعد مفاوضات بين واشنطن التي تتهم دمشق بالهجوم وموسكو التي تنفي وجود أدلة."
    assert all(not event.places for event in trace(new_document(said), kit).reading.events)
    seen = trace(new_document("زار الوزير أمس بغداد التي تشهد احتجاجات."), kit).reading
    assert {place for event in seen.events for place in event.places} == {"iq.baghdad_city"}


def test_a_truce_that_leaves_a_town_out_did_not_begin_when_the_town_was_taken(kit: Kit) -> None:
    text = "وتسيطر الجبهة على معظم محافظة إدلب منذ ربيع 2015، ولا تشملها الهدنة السارية."
    truce = next(e for e in trace(new_document(text), kit).reading.events if e.type == "ceasefire")
    assert truce.date is None
