"""Parts: entries of tickers, live blogs and chronicles stand by themselves in every stage."""

from __future__ import annotations

from itertools import product

import pytest

from marsad.arabic.page import Page, lay_out
from marsad.kit import Kit, load
from marsad.model import Event, Published, Reading, new_document
from marsad.pipeline import read

TOWNS = ("داريا", "إدلب", "حماة", "الرستن", "تدمر", "دوما", "عفرين", "الباب")
DEEDS = ("قصف مدفعي على", "غارة جوية على", "انفجار عبوة ناسفة في", "إطلاق نار في")
HEADLINES = [f"{deed} {town} وإصابة خمسة مدنيين بجروح في الأحياء القديمة" for deed, town in product(DEEDS, TOWNS)]
TICKER = "".join(HEADLINES)
CHRONICLE = (
    "أبرز ما شهدته البلاد\n"
    "3 مارس 2015: قال الوزير إن الحوار مستمر. وقصفت الطائرات الحكومية بلدة الرستن.\n"
    "9 مارس 2015: قصفت الطائرات الحكومية بلدة دوما، وأضاف أن القصف لن يتوقف.\n"
    "15 مارس 2015: وصول قافلة إلى دوما. وقتل ثلاثة مدنيين في القصف.\n"
    "21 مارس 2015: هدوء في المدينة."
)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load()


def parts(text: str) -> list[int]:
    return [s.part for s in lay_out(new_document(text)).sentences]


def told(page: Page) -> list[str]:
    return [page.text(s.span) for s in page.sentences]


def events(text: str, kit: Kit, type_: str) -> tuple[Reading, list[Event]]:
    reading = read(new_document(text), kit)
    return reading, [e for e in reading.events if e.type == type_]


def test_headlines_run_together_are_parted() -> None:
    page = lay_out(new_document(TICKER))
    assert told(page) == HEADLINES
    assert [s.part for s in page.sentences] == list(range(len(HEADLINES)))
    assert all(s.into == 0 for s in page.sentences)


def test_words_of_the_page_are_parted_where_a_ticker_ran_them_together() -> None:
    text = TICKER + "اشتباكات في محيط العراقاشتباكات قرب الحدود إلى العراق. نحو الحدودإصابة مدني"
    assert told(lay_out(new_document(text)))[-3:] == ["اشتباكات قرب الحدود إلى العراق.", "نحو الحدود", "إصابة مدني"]


def test_a_slip_and_a_menu_are_no_ticker() -> None:
    menu = "تقارير ميدانيةتقارير سياسيةتقارير عسكريةتقارير خاصةأخبار عربيةأخبار دوليةصحافة\n"
    story = "قال الوزير إن الحوار مستمر في المدينة القديمة منذ أيام. " * 30
    assert set(parts(menu + story)) == {0}
    assert set(parts("وصلت القافلة إلى المدينةالقديمة أمس. " + story)) == {0}


def test_nothing_of_one_headline_is_told_by_another(kit: Kit) -> None:
    reading, strikes = events(TICKER, kit, "air_strike")
    assert len(strikes) == len(TOWNS)
    names = {p.id: p.name.ar for p in reading.places}
    assert all(len([p for p in e.places if names[p] in TOWNS]) <= 1 for e in strikes)


def test_a_live_blog_is_parted_at_its_hours() -> None:
    entries = [f"{hour} : 35 أعلنت الشرطة إغلاق الطريق {hour} واستمر الحوار في العاصمة" for hour in range(20, 12, -1)]
    assert parts(" ".join(entries)) == list(range(8))
    prose = " ".join(f"قال الوزير إن الاجتماع بدأ الساعة {hour}:35 في العاصمة ثم انتهى." for hour in range(12, 20))
    assert set(parts(prose)) == {0}


def test_a_chronicle_is_parted_at_its_days() -> None:
    assert parts(CHRONICLE) == [0, 1, 1, 2, 3, 3, 4]


def test_points_that_are_counted_are_no_days() -> None:
    assert set(parts("\n".join(f"{n} - وقف القصف في البلدة رقم {n}" for n in range(1, 9)))) == {0}


def test_points_of_which_some_are_left_out_are_no_days() -> None:
    assert set(parts("\n".join(f"{n} - وقف القصف في البلدة رقم {n}" for n in (1, 3, 6, 8, 9, 12, 15)))) == {0}


def test_names_in_latin_letters_that_touch_make_no_ticker() -> None:
    article = "قال الوزير إن الحوار مستمر في المدينة القديمة منذ أيام بين الأطراف. " * 4
    assert set(parts(f"{article} كتبها المحررNews " * 8)) == {0}


def test_the_day_of_an_entry_holds_in_it_and_not_in_the_next(kit: Kit) -> None:
    _, strikes = events(CHRONICLE, kit, "air_strike")
    assert [e.date and e.date.start for e in strikes][:2] == ["2015-03-03", "2015-03-09"]


def test_today_in_an_entry_is_its_day(kit: Kit) -> None:
    text = CHRONICLE.replace("وقصفت الطائرات", "وقصفت اليوم الطائرات").replace(
        "قصفت الطائرات الحكومية بلدة دوما", "قصفت الطائرات الحكومية أمس بلدة دوما"
    )
    given = Published(start="2016-01-02", end="2016-01-02", precision="day", basis="given")
    reading = read(new_document(text, published=given), kit)
    assert [e.date and e.date.start for e in reading.events if e.type == "air_strike"][:2] == ["2015-03-03", "2015-03-08"]


def test_who_spoke_in_one_entry_does_not_go_on_in_the_next(kit: Kit) -> None:
    reading = read(new_document(CHRONICLE), kit)
    added = next(c for c in reading.claims if c.cue is not None and reading.document.text[slice(*c.cue.span)] == "أضاف")
    assert [link.actor for link in added.chain] == ["outlet"]


def test_a_place_of_a_headline_that_nothing_sets_apart_is_not_taken(kit: Kit) -> None:
    reading, strikes = events(f"{TICKER}غارة جوية على مدينة الرقة رئيس الوفد يعود من رحلة طويلة إلى مدينة حلب", kit, "air_strike")
    names = {p.id: p.name.ar for p in reading.places}
    assert [names[p] for p in strikes[-1].places] == ["الرقة"]
