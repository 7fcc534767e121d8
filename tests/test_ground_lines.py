"""Ground: borders, rivers and roads by the place told beside them, and places told by their distance from another."""

from __future__ import annotations

import pytest

from marsad import kit as kits
from marsad.gazetteer.entry import distance_km, nearest_on
from marsad.kit import Kit
from marsad.model import Place, Reading, new_document
from marsad.pipeline import read


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kits.load()


def reading(text: str, kit: Kit) -> Reading:
    return read(new_document(text), kit)


def place(text: str, words: str, kit: Kit) -> Place:
    """The place whose mention holds these words."""
    return next(p for p in reading(text, kit).places if any(words in text[a:b] for a, b in p.mentions))


def test_the_nearest_point_of_a_line_may_be_an_end_or_lie_between() -> None:
    line = ((36.0, 40.0), (36.0, 41.0), (37.0, 41.0))
    assert nearest_on(line, (35.5, 39.0)) == (36.0, 40.0)
    assert nearest_on(line, (36.1, 40.5)) == (36.0, 40.5)
    assert nearest_on(line, (36.5, 41.3)) == (36.5, 41.0)


@pytest.mark.parametrize(
    ("text", "words", "ident", "point"),
    [
        ("سقطت قذائف في قرية قاح قرب الحدود التركية.", "الحدود", "sy.syrian_turkish_border@sy.qah", (36.3, 36.68)),
        ("قصفت المدفعية بلدة الدرباسية عند الحدود السورية التركية.", "الحدود", "sy.syrian_turkish_border@sy.al_darbasiyah", (37.08, 40.65)),
        ("غرق طفل على ضفة نهر الفرات بمدينة جرابلس.", "الفرات", "sy.euphrates@sy.jarablus", (36.83, 38.02)),
        ("انتشرت القوات على الضفة الشرقية لنهر الفرات قرب الميادين.", "الفرات", "sy.euphrates#90@sy.al_mayadin", (35.02, 40.46)),
        ('انفجر لغم بسيارة على الطريق الدولي "أم 4" قرب عين عيسى.', "الطريق", "sy.m4_highway@sy.ain_issa", (36.39, 38.86)),
        ("انفجرت عبوة على طريق M5 قرب سراقب.", "طريق", "sy.m5_highway@sy.saraqib", (35.86, 36.8)),
        ('استهدفت عبوة دورية على أوتوستراد "دمشق-درعا" بالقرب من خربة غزالة.', "أوتوستراد", "sy.damascus_daraa_highway@sy.khirbet_ghazaleh", (32.73, 36.2)),
    ],
)  # fmt: skip
def test_of_a_line_the_stretch_by_the_place_of_the_sentence_is_meant(
    text: str, words: str, ident: str, point: tuple[float, float], kit: Kit
) -> None:
    found = place(text, words, kit)
    assert found.id == ident
    assert found.lat is not None
    assert found.lon is not None
    assert distance_km((found.lat, found.lon), point) < 8
    assert found.precision_km is not None
    assert found.precision_km >= 10


def test_a_line_with_no_place_beside_it_stays_whole(kit: Kit) -> None:
    found = place("أعلنت الوزارة تعزيز قواتها على الحدود السورية التركية.", "الحدود", kit)
    assert found.id == "sy.syrian_turkish_border"
    assert (found.precision_km or 0) > 100


def test_a_place_after_a_comma_is_farther_than_the_one_behind(kit: Kit) -> None:
    text = "تعرض موقع في جرابلس للقصف، وانتشرت دورية على ضفة نهر الفرات قرب الميادين."
    assert place(text, "الفرات", kit).id == "sy.euphrates@sy.al_mayadin"


@pytest.mark.parametrize(
    ("text", "words", "point"),
    [
        ("نصب المسلحون كمينا على بعد 40 كيلومترا جنوب صنعاء.", "صنعاء", (15.0, 44.2)),
        ("قتل جنديان في بلدة دلفين (20 كلم شمال شرقي بغداد) أمس.", "دلفين", (33.44, 44.54)),
        ("قصفت الطائرات قرية الفلفل التي تبعد 30 كيلومترا شمال الرقة.", "الفلفل", (36.22, 39.01)),
    ],
)
def test_a_place_told_by_its_distance_lies_there(text: str, words: str, point: tuple[float, float], kit: Kit) -> None:
    found = place(text, words, kit)
    assert found.lat is not None
    assert found.lon is not None
    assert distance_km((found.lat, found.lon), point) < 12


def test_a_distance_that_says_where_a_known_place_lies_leaves_both_where_they_are(kit: Kit) -> None:
    text = "سيطر الجيش على الزبداني الواقعة على بعد نحو 45 كيلومترا شمال غربي العاصمة دمشق."
    assert place(text, "الزبداني", kit).id == "sy.al_zabadani"
    assert place(text, "دمشق", kit).id == "sy.damascus_city"


def test_so_far_from_a_town_without_a_side_is_an_area_around_it(kit: Kit) -> None:
    found = place("وقع الهجوم على بعد نحو خمسين كيلومترا من بلدة التنف.", "التنف", kit)
    assert found.id == "sy.al_tanf~50"
    assert (found.precision_km or 0) >= 50


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("انفجرت سيارة مفخخة في منطقة خان بني زيد أمس.", "خان بني زيد"),
        ("قصفت المدفعية قرية عين سوسنة وقرى بني مطلق.", "عين سوسنة"),
    ],
)
def test_a_name_takes_all_words_that_open_it(text: str, words: str, kit: Kit) -> None:
    assert place(text, words, kit).lat is None


@pytest.mark.parametrize(
    "text",
    [
        "قال إن ذلك خطأ فردي لا يمثل الحركة.",
        "حذر من تحول النزاع إلى صراع إقليمي آخذ في الاتساع.",
        "شارك المئات في إحياء ذكرى المجزرة.",
        "ذهب المال سدى دون نتيجة.",
    ],
)
def test_what_only_folding_makes_a_place_noun_is_no_place(text: str, kit: Kit) -> None:
    assert reading(text, kit).places == ()
