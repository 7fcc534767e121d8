"""Time expressions: what is found, what it means on a given day, and what is no time."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from marsad.arabic.fold import fold
from marsad.arabic.phrases import Lookup
from marsad.arabic.times import TimeExpression, find_times
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.tokens import tokenise
from marsad.lexicon import ground
from marsad.lexicon.ground import MonthEntry, TimeWordEntry, WeekdayEntry
from marsad.lexicon.loader import read_yaml, shelf

TABLES = ground.load().times
TODAY = date(2016, 3, 16)  # a Wednesday


def found(text: str, *, vague: bool = False) -> list[tuple[str, TimeExpression]]:
    tokens = tokenise(fold(text))
    matches = find_times(tokens, Lookup(), TABLES, vague=vague)
    return [(text[tokens[m.first].start : tokens[m.last - 1].end], m.value) for m in matches]


def days(text: str, today: date | None = TODAY, *, future: bool = False) -> tuple[str | None, str | None] | None:
    """The days of the only time expression of a text."""
    [(_, value)] = found(text)
    dated = place_in_calendar(value, Interval(today, today) if today else None, future=future)
    if dated is None:
        return None
    start, end = dated.interval
    return start.isoformat() if start else None, end.isoformat() if end else None


ONE_DAY = [
    ("قصفت البلدة قبيل منتصف ليل أمس", "2016-03-15"),
    ("قصفت البلدة صباح اليوم الخميس", "2016-03-17"),
    ("قصفت البلدة قبل يوم واحد", "2016-03-15"),
    ("وصل الوفد اليوم", "2016-03-16"),
    ("وصل الوفد صباح اليوم", "2016-03-16"),
    ("وصل الوفد أمس", "2016-03-15"),
    ("وصل الوفد مساء أمس", "2016-03-15"),
    ("وصل الوفد يوم أمس", "2016-03-15"),
    ("وصل الوفد البارحة", "2016-03-15"),
    ("وصل الوفد ليلة أمس", "2016-03-15"),
    ("وصل الوفد أول أمس", "2016-03-14"),
    ("وصل الوفد أول من أمس", "2016-03-14"),
    ("وصل الوفد أمس الأول", "2016-03-14"),
    ("يصل الوفد غدا", "2016-03-17"),
    ("يصل الوفد بعد غد", "2016-03-18"),
    ("قصفت البلدة الأربعاء", "2016-03-16"),
    ("قصفت البلدة يوم الخميس", "2016-03-10"),
    ("قصفت البلدة فجر الاثنين", "2016-03-14"),
    ("قصفت البلدة الإثنين", "2016-03-14"),
    ("قصفت البلدة الأربعاء الماضي", "2016-03-09"),
    ("يجتمعون الأربعاء المقبل", "2016-03-23"),
    ("يجتمعون يوم الخميس القادم", "2016-03-17"),
    ("قصفت البلدة أمس الثلاثاء", "2016-03-15"),
    ("قصفت البلدة اليوم، الأربعاء 16 آذار", "2016-03-16"),
    ("قصفت البلدة يوم الأحد المصادف 13/3/2016", "2016-03-13"),
    ("قصفت البلدة في 5 شباط", "2016-02-05"),
    ("قصفت البلدة في الخامس من شباط", "2016-02-05"),
    ("قصفت البلدة في الحادي والعشرين من شباط/فبراير", "2016-02-21"),
    ("قصفت البلدة في 20 كانون الأول", "2015-12-20"),
    ("قصفت البلدة في 20 ديسمبر الماضي", "2015-12-20"),
    ("قصفت البلدة في 3 مارس الجاري", "2016-03-03"),
    ("قصفت البلدة في العشرين من الشهر الماضي", "2016-02-20"),
    ("قصفت البلدة في 11 أيلول 2001", "2001-09-11"),
    ("قصفت البلدة في 9 جويلية 2012", "2012-07-09"),
    ("قصفت البلدة في 9 غشت 2012", "2012-08-09"),
    ("قصفت البلدة في 7 تشرين الثاني (نوفمبر) 2014", "2014-11-07"),
    ("قصفت البلدة بتاريخ 2015-11-03", "2015-11-03"),
    ("قصفت البلدة بتاريخ 03.11.2015", "2015-11-03"),
    ("قصفت البلدة بتاريخ ٣/١١/٢٠١٥", "2015-11-03"),
    ("قصفت البلدة في 10 محرم 1437 هـ", "2015-10-23"),
    ("قصفت البلدة قبل ثلاثة أيام", "2016-03-13"),
    ("قصفت البلدة قبل يومين", "2016-03-14"),
    ("قصفت البلدة قبل أسبوع", "2016-03-09"),
    ("قصفت البلدة بعد منتصف ليل الاثنين - الثلاثاء", "2016-03-15"),
    ("قصفت البلدة بعد منتصف الليل", "2016-03-16"),
    ("تتواصل الغارات منذ الصباح", "2016-03-16"),
    ("قصفت البلدة منذ قليل", "2016-03-16"),
    ("استشهد مواطن وأصيب آخر اليوم بقصف مدفعي", "2016-03-16"),
    ("قصفت البلدة اليوم الأربعاء 15 آذار", "2016-03-16"),
    ("قصفت البلدة في 20/تموز/2014", "2014-07-20"),
    ("قصفت البلدة في الخامس من الجاري", "2016-03-05"),
    ("نشر في 04 ديسمبر . 2014", "2014-12-04"),
]
STRETCHES = [
    ("قصفت البلدة ليل الثلاثاء/الأربعاء", "2016-03-15", "2016-03-16"),
    ("قتل خمسة خلال الساعات الـ24 الماضية", "2016-03-15", "2016-03-16"),
    ("قتل خمسة خلال الساعات الأربع والعشرين الأخيرة", "2016-03-15", "2016-03-16"),
    ("قتل خمسة خلال الـ 48 ساعة الماضية", "2016-03-14", "2016-03-16"),
    ("قتل خمسة خلال الأيام الخمسة الفائتة", "2016-03-11", "2016-03-16"),
    ("قتل خمسة خلال الأسبوعين الماضيين", "2016-03-02", "2016-03-16"),
    ("الحصار مستمر منذ أسبوعين", "2016-03-02", "2016-03-16"),
    ("الحصار مستمر منذ أكثر من ثلاثة أشهر", "2015-12-16", "2016-03-16"),
    ("الحصار مستمر منذ صيف 2012", "2012-06-01", "2016-03-16"),
    ("الحصار مستمر منذ شهر جويلية 2012", "2012-07-01", "2016-03-16"),
    ("الحصار مستمر منذ مطلع العام الجاري", "2016-01-01", "2016-03-16"),
    ("الحصار مستمر منذ اندلاع القتال في البلاد عام 2011", "2011-01-01", "2016-03-16"),
    ("الحصار مستمر منذ مساء الثلاثاء", "2016-03-15", "2016-03-16"),
    ("شهد نيسان الماضي هدوءا", "2015-04-01", "2015-04-30"),
    ("بدأت الحملة أواخر نيسان الماضي", "2015-04-21", "2015-04-30"),
    ("بدأت الحملة في مطلع شباط", "2016-02-01", "2016-02-10"),
    ("بدأت الحملة منتصف شباط", "2016-02-11", "2016-02-20"),
    ("وقع الاتفاق في أيلول من العام الماضي", "2015-09-01", "2015-09-30"),
    ("وقع الاتفاق عام 2014", "2014-01-01", "2014-12-31"),
    ("وقع الاتفاق في 2014", "2014-01-01", "2014-12-31"),
    ("وقع الاتفاق العام الماضي", "2015-01-01", "2015-12-31"),
    ("وقع الاتفاق أواخر عام 2014", "2014-10-01", "2014-12-31"),
    ("وقع الاتفاق الشهر الماضي", "2016-02-01", "2016-02-29"),
    ("يوقع الاتفاق في النصف الثاني من نيسان المقبل", "2016-04-16", "2016-04-30"),
    ("وقع الاتفاق الأسبوع الماضي", "2016-03-06", "2016-03-12"),
    ("جرت المحادثات في 7 و8 من تموز الماضي", "2015-07-07", "2015-07-08"),
    ("جرت المحادثات من 7 إلى 9 تموز 2015", "2015-07-07", "2015-07-09"),
    ("جرت المحادثات بين عامي 2012 و2014", "2012-01-01", "2014-12-31"),
    ("استمر القصف من ليلة الأحد ولغاية أمس الثلاثاء", "2016-03-13", "2016-03-15"),
    ("استمر القصف يومي الاثنين والثلاثاء", "2016-03-14", "2016-03-15"),
    ("قصفت البلدة في نهاية الأسبوع", "2016-03-12", "2016-03-13"),
    ("قصفت البلدة نهاية الأسبوع الماضي", "2016-03-12", "2016-03-13"),
    ("تبدأ الهدنة من ظهر اليوم الأربعاء وتستمر لمدة خمسة أيام", "2016-03-16", "2016-03-21"),
    ("رصد القصف في الأيام الثلاثة الأخيرة من تشرين الأول الماضي", "2015-10-21", "2015-10-31"),
    ("قصفت البلدة خلال الليل", "2016-03-15", "2016-03-16"),
    ("الحصار مستمر منذ مطلع الشهر الجاري آذار", "2016-03-01", "2016-03-16"),
    ("وقع الاتفاق الشهر الماضي (شباط)", "2016-02-01", "2016-02-29"),
    ("وقع الاتفاق هذا الشهر", "2016-03-01", "2016-03-16"),
    ("انسحبت القوات نهاية عام 2014", "2014-12-01", "2014-12-31"),
    ("جرت المحادثات بين شباط وتموز 2014", "2014-02-01", "2014-07-31"),
    ("جرت المحادثات من 28 ديسمبر إلى 3 يناير 2015", "2014-12-28", "2015-01-03"),
    ("وفي 2014، وقع الاتفاق", "2014-01-01", "2014-12-31"),
    ("صام الناس في رمضان 1436 هـ", "2015-06-18", "2015-07-16"),
]
NO_TIME = [
    "سقط العشرات من الأحد عشر قرية",
    "قال أحد السكان إن الوضع صعب",
    "دمرت البلدة في حرب تموز",
    "يعمل الناس خلال الليل والنهار",
    "نقلت روسيا اليوم عن مصدر عسكري",
    "كتبت صحيفة المصري اليوم",
    "رئيسة الوزراء تيريزا ماي",
    "مارس الوفد ضغوطا كبيرة",
    "الرئيس رجب طيب أردوغان",
    "قتل الشقيقان أحمد ورمضان",
    "بيان استانا 6",
    "دبابة من طراز تي 72",
    "قتل 20 عنصرا وجرح 12",
    "أقيمت صلاة الجمعة في المسجد",
    "يعمل المركز على مدار الساعة 24/7",
    "صدر القرار 2254",
]


@pytest.mark.parametrize(("text", "day"), ONE_DAY)
def test_days(text: str, day: str) -> None:
    assert days(text) == (day, day)


@pytest.mark.parametrize(("text", "start", "end"), STRETCHES)
def test_stretches(text: str, start: str, end: str) -> None:
    assert days(text) == (start, end)


@pytest.mark.parametrize("text", NO_TIME)
def test_what_is_no_time(text: str) -> None:
    assert found(text) == []


def test_what_says_only_that_it_was_before_is_no_date() -> None:
    for text in ("وقع ذلك قبل سنوات", "وقع ذلك قبل الجمعة", "استمر حتى اليوم"):
        assert days(text) is None
    assert days("وقع ذلك في الأيام الماضية") == (None, "2016-03-16")  # nobody says since when


def test_what_is_still_to_come_is_looked_for_ahead() -> None:
    assert days("تعقد الجولة يوم السبت", future=True) == ("2016-03-19", "2016-03-19")
    assert days("تعقد الجولة في 5 أيار", future=True) == ("2016-05-05", "2016-05-05")
    assert days("يبدأ التنفيذ اعتبارا من السبت المقبل") == ("2016-03-19", None)


def test_without_a_publication_date_only_full_dates_are_placed() -> None:
    assert days("وصل الوفد أمس", None) is None
    assert days("وصل الوفد في 5 شباط", None) is None
    assert days("وصل الوفد في 5 شباط 2014", None) == ("2014-02-05", "2014-02-05")
    assert days("الحصار مستمر منذ شباط 2014", None) == ("2014-02-01", None)


def test_a_publication_interval_gives_an_interval() -> None:
    [(_, value)] = found("وصل الوفد أمس")
    dated = place_in_calendar(value, Interval(date(2015, 11, 4), date(2015, 11, 6)))
    assert dated is not None
    assert dated.interval == Interval(date(2015, 11, 3), date(2015, 11, 5))
    assert dated.precision == "interval"


def test_the_weekday_fixes_a_slip_of_today_and_yesterday() -> None:
    assert days("قصفت البلدة أمس الأربعاء") == ("2016-03-16", "2016-03-16")


def test_basis_tells_what_a_date_rests_on() -> None:
    for text, basis in (("وصل أمس", "relative"), ("وصل الجمعة", "weekday"), ("وصل في 5 شباط 2014", "explicit")):
        [(_, value)] = found(text)
        dated = place_in_calendar(value, Interval(TODAY, TODAY))
        assert dated is not None
        assert dated.basis == basis


def test_vague_words_only_on_request() -> None:
    assert found("الوضع هادئ الآن") == []
    assert [v.kind for _, v in found("الوضع هادئ الآن", vague=True)] == ["ref"]


def test_lexicon_examples() -> None:
    folder = shelf("ground")
    entries: list[MonthEntry | WeekdayEntry | TimeWordEntry] = [
        *read_yaml(folder / "months.yml", MonthEntry),
        *read_yaml(folder / "weekdays.yml", WeekdayEntry),
        *read_yaml(folder / "timewords.yml", TimeWordEntry),
    ]
    for entry in entries:
        for example in entry.examples:
            assert found(example), (entry.id, example)
        for never in entry.never:
            assert not found(never), (entry.id, never)


def test_since_the_hours_of_the_morning_is_since_today() -> None:
    assert days("تتواصل الغارات منذ ساعات الصباح") == ("2016-03-16", "2016-03-16")


def test_a_beginning_with_how_long_it_is_to_last() -> None:
    assert days("بدأت الهدنة اعتبارا من أمس، ولمدة خمسة أيام") == ("2016-03-15", "2016-03-20")
    assert days("بدأت الهدنة اعتبارا من أمس") == ("2016-03-15", None)


def test_one_day_before_something_else_is_no_day() -> None:
    assert found("انضم إلى الجماعة قبل يوم واحد من العملية") == []


def test_a_week_of_a_month() -> None:
    assert days("قتلوا في الأسبوع الأول من شهر شباط الماضي") == ("2016-02-01", "2016-02-07")
    assert days("قتلوا خلال الأسبوع الأخير من كانون الثاني 2015") == ("2015-01-25", "2015-01-31")
    assert days("الثلاثاء الثالث من أيلول 2013") == ("2013-09-03", "2013-09-03")


def test_two_days_that_follow_each_other() -> None:
    assert days("قصفوا المدينة الاثنين والثلاثاء") == ("2016-03-14", "2016-03-15")
    assert days("قصفوا المدينة الأحد والاثنين الماضيين") == ("2016-03-13", "2016-03-14")
    assert days("قصفوا المدينة أمس واليوم") == ("2016-03-15", "2016-03-16")
    assert days("قصفوا المدينة أمس وأول أمس") == ("2016-03-14", "2016-03-15")
    assert len(found("قصفوا المدينة الأحد والأربعاء")) == 2


with (Path(__file__).parent / "times_corpus.csv").open(encoding="utf-8", newline="") as _file:
    CORPUS = [(row["text"], row["start"] or None, row["end"] or None) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(("text", "start", "end"), CORPUS)
def test_the_corpus_of_time_phrases(text: str, start: str | None, end: str | None) -> None:
    matches = find_times(tokenise(fold(text)), Lookup(), TABLES)
    placed = [place_in_calendar(m.value, Interval(TODAY, TODAY), future=text.startswith("يصل")) for m in matches]
    told = [(str(p.interval.start or ""), str(p.interval.end or "")) for p in placed if p is not None]
    assert told == ([(start or "", end or "")] if start or end else [])


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("الساعة الثالثة والنصف فجرا", "03:30"),
        ("عند الساعة 23:35 مساء", "23:35"),
        ("في تمام السابعة والربع مساء", "19:15"),
        ("الساعة 12 إلا ثلثا ظهرا", "11:40"),
        ("الساعة الثانية عشرة وخمسين دقيقة ليلا", "00:50"),
    ],
)
def test_times_of_the_clock_are_no_dates(text: str, clock: str) -> None:
    assert found(text) == []
    [(_, value)] = found(text, vague=True)
    assert (value.kind, value.clock) == ("clock", clock)
    assert place_in_calendar(value, Interval(TODAY, TODAY)) is None


def test_a_day_keeps_the_hour_told_with_it() -> None:
    [(words, value)] = found("قصفت البلدة عند الساعة الثالثة والنصف من فجر الثلاثاء")
    assert (words, value.clock, value.daypart) == ("عند الساعة الثالثة والنصف من فجر الثلاثاء", "03:30", "dawn")


@pytest.mark.parametrize(
    "text",
    [
        "ومن يقود المرحلة الانتقالية في البلاد اليوم جيل جديد",
        "احتجاجات في مدينتي أبو حماد والعاشر من رمضان",
        "بعد ثورة 30 يونيو (حزيران) في مصر",
        "وهو من مواليد 1415هـ في الرياض",
        "لا مكان بعد اليوم لهذا السلاح",
        "في اليوم الـ59 للحملة",
    ],
)
def test_these_days_names_and_births_are_no_time(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", ["بقي هناك حتى يومنا هذا", "سقط ألف قتيل إلى اليوم"])
def test_what_lasts_until_today_is_not_of_today(text: str) -> None:
    assert days(text) is None
