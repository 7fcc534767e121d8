"""The days of happenings, one sentence or two at a time, told on Wednesday the 16th of March 2016."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad import kit as kits
from marsad.kit import Kit
from marsad.model import Published, new_document
from marsad.pipeline import read, trace


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kits.load()


def day_of(text: str, word: str, kit: Kit, *, day: str = "2016-03-16") -> tuple[str | None, str | None] | None:
    """The first and last day of the happening that a word of the text names."""
    given = Published(start=day, end=day, precision="day", basis="given")
    reading = read(new_document(text, published=given), kit)
    at = text.index(word)
    event = next(e for e in reading.events if any(a < at + len(word) and at < b for a, b in e.triggers))
    return (event.date.start, event.date.end) if event.date is not None else None


@pytest.mark.parametrize(
    ("text", "word", "start", "end"),
    [
        ("شن الجيش اليوم هجوما شرق تدمر، بالتزامن مع قصف مدفعي استهدف بلدة القريتين.", "قصف", "2016-03-16", "2016-03-16"),
        ("أطلق المسلحون خلال الليل قذائف هاون على حي الراموسة في حلب.", "أطلق", "2016-03-15", "2016-03-16"),
        ("قصفت المدفعية الحي نهاية الأسبوع.", "قصفت", "2016-03-12", "2016-03-13"),
        ("صعدت قوات النظام قصفها على حمص منذ الصباح.", "قصفها", "2016-03-16", "2016-03-16"),
        ("دخلت الهدنة حيز التنفيذ منتصف ليل الجمعة السبت.", "الهدنة", "2016-03-12", "2016-03-12"),
        ("قتل أكثر من 270 ألف شخص منذ اندلاع النزاع في سوريا في آذار 2011.", "قتل", "2011-03-01", "2016-03-16"),
        ("لقي طفلان مصرعهما أمس بانفجار لغم من مخلفات معارك جرت العام الماضي في الأنبار.", "معارك", "2015-01-01", "2015-12-31"),
        ("وكانت غارات سابقة قتلت في 3 آذار 12 مدنيا في البلدة نفسها.", "غارات", "2016-03-03", "2016-03-03"),
        (
            "قصفت قوات النظام بالمدفعية بلدات غربي حلب ما أدى إلى إصابة راع، مساء أمس.",
            "قصفت",
            "2016-03-15",
            "2016-03-15",
        ),
        ("تحاصر قوات النظام الغوطة الشرقية منذ عام 2013.", "تحاصر", "2013-01-01", None),
        ("استعادت المقاومة زنجبار منذ سيطرتها على عدن الشهر الماضي.", "سيطرتها", "2016-02-01", "2016-02-29"),
        ("أعلنت أنقرة أمس أن طائراتها شنت غارات على معسكرات الحزب خلال الليل.", "غارات", "2016-03-14", "2016-03-15"),
        (
            "شهدت دمشق هجمات في السنوات القليلة الماضية منها هجوم بسيارة ملغومة أودى بحياة عشرين في تموز.",
            "هجوم",
            "2015-07-01",
            "2015-07-31",
        ),
        ("سيطر الحوثيون على عدن في مارس آذار وأبريل نيسان.", "سيطر", "2015-03-01", "2015-04-30"),
    ],
)
def test_a_happening_has_the_day_that_is_told_of_it(text: str, word: str, start: str, end: str | None, kit: Kit) -> None:
    assert day_of(text, word, kit) == (start, end)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قتل ثلاثة جنود في أعنف هجوم على المدينة منذ عام.", "هجوم"),
        ("وكانت صور نشرت مطلع شباط كشفت عن بناء قاعدة عسكرية على مشارف دمشق.", "بناء"),
        ("أعلن الجيش العراقي، الثلاثاء، عن تحرير ناحية كبيسة غرب الأنبار.", "تحرير"),
        ("زار الوزير أمس المدينة للمرة الأولى منذ تحريرها من داعش.", "تحريرها"),
        ("وتشهد المدينة مواجهات هي الأعنف منذ سقوطها في أيدي الحوثيين قبل أربعة أشهر.", "مواجهات"),
        ("أعلن العميد فلان في شرطة نينوى أمس عن مقتل قياديين. وقال إن سيارة مفخخة انفجرت عند مرور رتل للتنظيم.", "انفجرت"),
        ("تجول الثوار في القصر الذي استعادوه أول من أمس، مشيرين إلى أسر عشرات المتمردين في مبنى الإذاعة.", "أسر"),
        ("قصف الطيران البلدة، بينما خطف مجهولون أول أمس عنصرا في قدسيا، كما قصفت قوات النظام المزارع القريبة.", "قصفت"),
    ],
)
def test_a_day_told_of_something_else_is_not_the_happenings(text: str, word: str, kit: Kit) -> None:
    assert day_of(text, word, kit) is None


def test_yesterday_is_the_day_before_the_one_the_text_calls_today(kit: Kit) -> None:
    # The day on record is that of the strike, the text is of the day after it.
    text = "استشهد سبعة مدنيين أمس الأربعاء بقصف جوي على أطراف البلدة. ودمرت غارة يوم أمس منشرة للحجر."
    assert day_of(text, "غارة", kit) == ("2016-03-16", "2016-03-16")


def test_a_day_told_in_quotes_is_not_the_one_the_text_is_of(kit: Kit) -> None:
    text = "وقال القائد «قواتنا استطاعت فجر اليوم الثلاثاء دخول الحي». وقصفت الطائرات مدينة الرمادي أمس."
    assert day_of(text, "وقصفت", kit) == ("2016-03-15", "2016-03-15")


with (Path(__file__).parent / "event_dates_corpus.csv").open(encoding="utf-8", newline="") as _file:
    CORPUS = [(row["text"], row["word"], row["start"] or None, row["end"] or None) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(("text", "word", "start", "end"), CORPUS)
def test_the_corpus_of_dated_happenings(text: str, word: str, start: str | None, end: str | None, kit: Kit) -> None:
    assert (day_of(text, word, kit) or (None, None)) == (start, end)


def test_an_anniversary_dates_what_it_is_of(kit: Kit) -> None:
    text = "وتزامن الاجتماع اليوم مع الذكرى الثالثة لاعتقال قائد الفصيل."
    assert day_of(text, "لاعتقال", kit) == ("2013-03-16", "2013-03-16")


def test_a_weekday_far_from_the_day_on_record_is_the_latest_one(kit: Kit) -> None:
    assert day_of("زار الوزير صباح اليوم السبت القوات في عرعر.", "زار", kit) == ("2016-03-12", "2016-03-12")


def test_the_reason_of_a_date_is_told(kit: Kit) -> None:
    text = "قصف الطيران بلدة كفرنبل أمس. وأصيب مدنيون بقصف مدفعي على كفرنبل."
    traced = trace(
        new_document(text, published=Published(start="2016-03-16", end="2016-03-16", precision="day", basis="given")), kit
    )
    told = [t.rule for t in traced.traces if t.rule.startswith("date: ")]
    assert told == ["date: its own, relative", "date: the day of the scene, 1 sentences before"]


def test_a_feast_that_is_wished_for_dates_nothing(kit: Kit) -> None:
    text = "هنأ القائد الجنود بعيد الفطر. وقصفت المدفعية قرية حدودية."
    assert day_of(text, "وقصفت", kit, day="2016-07-08") is None


CHRONICLE = """بدأت الأزمة بمطالب تتصل بالنفط والديون بين البلدين الجارين، ثم حشدت القوات على الحدود.
* 18 يوليو 1990: عقد مجلس الوزراء جلسة طارئة.
* 29 يوليو (تموز) 1990: دعت الوزارة إلى مباحثات في العاصمة.
* 2 أغسطس (آب) 1990: هاجم الجيش الحدود وتقدم نحو الساحل.
* 4 أغسطس (آب) 1990: شهدت المدينة إضرابا شاملا.
* 6 أغسطس (آب) 1990: قصفت الطائرات المطار أمس.
"""


@pytest.mark.parametrize(("word", "day"), [("هاجم", "1990-08-02"), ("إضرابا", "1990-08-04"), ("قصفت", "1990-08-05")])
def test_an_entry_behind_a_bullet_has_its_day(word: str, day: str, kit: Kit) -> None:
    assert day_of(CHRONICLE, word, kit) == (day, day)


def test_a_headline_takes_no_day_of_years_ago(kit: Kit) -> None:
    text = "شن التنظيم من غربي منطقة عملية درع الفرات هجوما صاروخيا على مركز المدينة.\nواستعاد الجيش في عملية درع الفرات وقد أطلقها في 24 آب 2014 المدينة."
    assert day_of(text, "هجوما", kit) is None


def test_a_day_behind_the_headline_told_again_is_the_pages(kit: Kit) -> None:
    headline = "الخلاف على السد يشتد بعد دخول القوات التركية"
    text = f"{headline} | موقع الخبر {headline} {headline} الثلاثاء 15 مارس 2016 قال مصدر طبي إن المشفى مكتظ."
    assert day_of(text, "القوات التركية الثلاثاء", kit) is None


def test_a_headline_below_a_menu_has_the_day_of_what_it_tells(kit: Kit) -> None:
    menu = "الرئيسية\n\nأخبار\n\nرياضة\n\nاقتصاد\n\nمنوعات\n\n"
    head = "طائرات حربية تقصف سوقا في ريف حلب\n\nانتشال ضحايا القصف على السوق في ريف حلب - الدفاع المدني\n\nحلب - وكالات\n\n"
    text = menu + head + "قصفت طائرات حربية اليوم الأربعاء سوقا شعبيا في ريف حلب ما أسفر عن مقتل خمسة."
    assert day_of(text, "انتشال", kit) == ("2016-03-16", "2016-03-16")
