"""The attribute stage: where a speaker's noun phrase and a content end, and whose voices a chain holds."""

from __future__ import annotations

import pytest

from attributed import read, said
from marsad.model import Claim


def one(text: str, cue: str) -> Claim:
    found = [c for c in read(text).claims if c.cue is not None and text[slice(*c.cue.span)] == cue]
    assert len(found) == 1, [text[slice(*c.cue.span)] for c in read(text).claims if c.cue]
    return found[0]


def voices(text: str, claim: Claim) -> list[str]:
    names = {a.id: a.name.ar or a.id for a in read(text).actors}
    return [names[c.actor] for c in claim.chain[1:]]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وقالت مصادر طبية لشبكة الريف، إن عدد القتلى ارتفع إلى سبعة.", "قالت", "مصادر طبية"),
        ("وتؤكد مصادر محلية للميادين خروج عشرات الحافلات.", "تؤكد", "مصادر محلية"),
        ("وقالت تركيا للعشائر: «سنبني الجسر».", "قالت", "تركيا"),
        ("وأفاد مرصد الطيران التابع للمعارضة في حساباته، الاثنين، أن الطائرة هبطت.", "أفاد", "مرصد الطيران التابع للمعارضة"),
        ("أعلن الجيش العراقي استعادة البلدة.", "أعلن", "الجيش العراقي"),
        ("أعلن الرئيس الإيراني حسن روحاني \"نهاية\" الحملة.", "أعلن", "الرئيس الإيراني حسن روحاني"),
        ("وقال القائد العام للجيش الوطني سليم إدريس إن الهجوم فشل.", "قال", "القائد العام للجيش الوطني سليم إدريس"),
        ("أما سمير الخالدي مدير المشفى، فقد قال إن الدواء نفد.", "قال", "سمير الخالدي مدير المشفى"),
        ("أما وزير الخارجية الروسي فأكد أن بلاده باقية.", "أكد", "وزير الخارجية الروسي"),
        ("قال الرئيس التركي رجب طيب أردوغان بالحرف الواحد إن العملية مستمرة.", "قال", "الرئيس التركي رجب طيب أردوغان"),
        ("وأكد الرئيس عبد ربه منصور هادي الذي وصل إلى عدن أن الحرب انتهت.", "أكد", "الرئيس عبد ربه منصور هادي"),
        ("وقال التحالف الذي تقوده السعودية إن الميناء مفتوح.", "قال", "التحالف الذي تقوده السعودية"),
        ("وتجدر الإشارة إلى أن الوزير سمير الخالدي، كان قد أعلن أن الحملة بدأت.", "أعلن", "الوزير سمير الخالدي"),
        ("وقال مكتب البلدة التابع للمجلس هذا الأسبوع إن الماء مقطوع.", "قال", "مكتب البلدة التابع للمجلس"),
        ("وذكر بيان صادر عن وزارة الدفاع أن المعبر مغلق.", "ذكر", "بيان صادر عن وزارة الدفاع"),
        ("وقالت كتيبة النور التابعة ل - \" الجيش الحر \" إن الطريق مفتوح.", "قالت", "كتيبة النور التابعة ل - \" الجيش الحر \""),
    ],
)  # fmt: skip
def test_the_noun_phrase_of_a_speaker_ends_where_it_should(text: str, cue: str, source: str) -> None:
    claim = one(text, cue)
    assert claim.source is not None
    assert text[slice(*claim.source.span)] == source


@pytest.mark.parametrize(
    ("text", "cue", "names"),
    [
        ("وأكدت تركيا وروسيا وإيران أن الهدنة قائمة.", "أكدت", ["تركيا", "روسيا", "إيران"]),
        ("أكد الرئيسان رجب طيب أردوغان وفلاديمير بوتين ضرورة الهدنة.", "أكد", ["رجب طيب أردوغان", "فلاديمير بوتين"]),
        ("وقال مراسل وكالة فرانس برس إن الطريق مقطوع.", "قال", ["وكالة فرانس برس", "مراسل وكالة فرانس برس"]),
        ("أعلن قائد عسكري سوري للصحافيين، أن الجيش انسحب.", "أعلن", ["قائد عسكري سوري"]),
        ("وذكرت مصادر عسكرية وسكان أن الطريق مقطوع.", "ذكرت", ["مصادر عسكرية", "سكان"]),
        ("وصرح وزير الزراعة لراديو الجيش أن الموسم جيد.", "صرح", ["راديو الجيش", "وزير الزراعة"]),
        (
            "وقال كاتس، عضو مجلس رئيس الوزراء بنيامين نتنياهو: «الجسر مفتوح».",
            "قال",
            ["كاتس، عضو مجلس رئيس الوزراء بنيامين نتنياهو"],
        ),
    ],
)
def test_the_voices_of_a_chain(text: str, cue: str, names: list[str]) -> None:
    assert voices(text, one(text, cue)) == names


def test_a_statement_belongs_to_a_speaker_and_not_to_another_document() -> None:
    text = "قالت القيادة المركزية الأميركية إنها شنت غارة. وتشير التقييمات إلى أن أحدا لم يصب، بحسب البيان."
    assert voices(text, one(text, "بحسب")) == voices(text, one(text, "قالت"))


def test_a_statement_named_again_is_the_last_one_named() -> None:
    text = (
        "أعلنت وزارة الصحة إغلاق المشفى، بحسب بيان صدر عنها. وقصفت الطائرات التل، بحسب بيان للجيش الإسرائيلي. "
        "وأضاف البيان أن الجيش عاد."
    )
    first, second = (c for c in read(text).claims if c.rule.startswith("preposition"))
    assert voices(text, first) == voices(text, one(text, "أعلنت"))
    assert voices(text, one(text, "أضاف")) == voices(text, second)


def test_an_office_without_a_name_is_the_last_person_heard() -> None:
    text = "قال نائب القائد الجنرال إيغور كوناشنكوف إن الهدنة قائمة. وأضاف المسؤول العسكري أن الجسر سليم."
    assert voices(text, one(text, "أضاف")) == voices(text, one(text, "قال"))


def test_a_governorate_before_a_colon_is_no_speaker() -> None:
    assert not read("محافظة حلب: فتح الطريق.").claims


def test_a_paper_speaks_by_the_tongue_of_an_unnamed_figure() -> None:
    text = (
        "كشفت صحيفة «ديلي ميل» البريطانية أن المحادثات بدأت. وأكدت الصحيفة البريطانية على لسان إحدى الشخصيات المعارضة التي طلبت "
        "عدم الإفصاح عن هويتها، أن الجولة طويلة. وأشارت الصحيفة إلى أن الوفد عاد."
    )
    assert voices(text, one(text, "أكدت")) == ["ديلي ميل", "إحدى الشخصيات المعارضة"]
    assert voices(text, one(text, "طلبت عدم الإفصاح")) == voices(text, one(text, "أكدت"))
    assert voices(text, one(text, "أشارت")) == ["ديلي ميل"]


def test_who_acts_in_a_sentence_goes_on_speaking_in_it() -> None:
    text = "قال المرصد إن الهدنة قائمة. والتقى الوزير سمير الخالدي نظيره التركي في المدينة، وقال إن الماء عاد."
    second = read(text).claims[1]
    assert voices(text, second) == ["الوزير سمير الخالدي"]


def test_a_refusal_to_be_named_is_no_content() -> None:
    text = "نقلت رويترز عن مصدر طلب عدم الكشف عن اسمه أن الطريق مفتوح."
    assert voices(text, one(text, "طلب عدم الكشف")) == ["رويترز", "مصدر"]


def test_a_name_that_hangs_on_a_preposition_is_not_the_speakers() -> None:
    text = "قال مسؤول من تحالف عسكري موال للرئيس السوري بشار الأسد إن التنظيم انسحب."
    assert "بشار الأسد" not in voices(text, one(text, "قال"))


def test_an_attribution_inside_a_quotation_stays_inside_it() -> None:
    text = "وقال الوزير سمير الخالدي: «أقام الناس السوق.\nوبحسب المعلومات الواردة، أغلق التجار الدكاكين»."
    inner = one(text, "بحسب")
    assert [text[s:e] for s, e in inner.content] == ["أغلق التجار الدكاكين"]
    assert voices(text, inner)[0] == voices(text, one(text, "قال"))[0]


def test_a_lost_full_stop_ends_the_content() -> None:
    text = "أكد الوزير أن الجسر مفتوح قالت الوزارة إن الماء مقطوع."
    assert [text[s:e] for s, e in one(text, "أكد").content] == ["الجسر مفتوح"]


def test_stories_joined_by_dots_share_no_voices() -> None:
    text = 'قال الوزير سمير الخالدي : " الجسر مفتوح . أنا واثق أننا . . . وأكدت قناة الساحل , أن " الميناء مغلق " أمس .'
    assert voices(text, one(text, "أكدت")) == ["قناة الساحل"]
    said = one(text, "قال")
    assert all(text[s:e].find("الميناء") < 0 for s, e in said.content)


def test_who_gets_an_order_does_not_give_it() -> None:
    text = 'وقال الرئيس الروسي فلاديمير بوتين: "آمر وزير الدفاع ورئيس هيئة الأركان ببدء سحب القوات".'
    assert [text[slice(*c.cue.span)] for c in read(text).claims if c.cue] == ["قال"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("هنأ الرئيس بوتين العسكريين على انتصارهم.", "هنأ", "الرئيس بوتين", "العسكريين على انتصارهم"),
        ("أبلغ سمير الخالدي مؤتمرا صحافيا أن الميناء مغلق.", "أبلغ", "سمير الخالدي", "الميناء مغلق"),
    ],
)
def test_a_known_name_is_never_cut_and_what_is_told_is_nobody(text: str, cue: str, source: str, content: str) -> None:
    claim = one(text, cue)
    assert claim.source is not None
    assert text[slice(*claim.source.span)] == source
    assert [text[s:e] for s, e in claim.content] == [content]


def test_a_lead_on_the_line_of_its_headline_is_told_by_its_own_speaker() -> None:
    text = "فرنسا تدعو لتفكيك الميليشيات دعا الرئيس الفرنسي إيمانويل ماكرون إلى الحوار بين الطرفين."
    assert [text[s:e] for s, e in one(text, "تدعو").content] == ["تفكيك الميليشيات"]
    assert voices(text, one(text, "دعا")) == ["إيمانويل ماكرون"]


def test_what_others_reject_is_the_clause_before_and_they_do_not_tell_it() -> None:
    text = "أكدت الحكومة ضرورة احترام الاتفاق، الأمر الذي ترفضه بغداد."
    assert [text[s:e] for s, e in one(text, "أكدت").content] == ["ضرورة احترام الاتفاق"]
    assert voices(text, one(text, "ترفضه")) == ["العراق"]
    assert voices(text, one(text, "أكدت")) == ["الحكومة"]
    assert not read("الأمر الذي ترفضه بغداد.").claims


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "أبلغ قائد الشرطة سمير الشيخ مصطفى مؤتمرا صحافيا أن الميناء مغلق.",
            "أبلغ",
            "قائد الشرطة سمير الشيخ مصطفى",
            "الميناء مغلق",
        ),
        ("وأكدت غرفة عمليات محاربة التنظيم، تمديد المهلة.", "أكدت", "غرفة عمليات محاربة التنظيم", "تمديد المهلة"),
        ("قال الوزير خلال كلمة له بالبرلمان التونسي، إن المعبر مغلق.", "قال", "الوزير", "المعبر مغلق"),
    ],
)
def test_names_of_persons_and_bodies_go_on_and_places_of_speeches_are_skipped(
    text: str, cue: str, source: str, content: str
) -> None:
    claim = one(text, cue)
    assert claim.source is not None
    assert text[slice(*claim.source.span)] == source
    assert [text[s:e] for s, e in claim.content] == [content]


def test_what_is_spoken_of_may_stand_before_the_verb() -> None:
    text = 'قال سمير الخالدي إن المعبر مغلق. وعن محادثاته مع خصومه قال "لم نتجنب قط الحوار مع أحد".'
    said = [c for c in read(text).claims if c.quotation == "direct"]
    assert [voices(text, c) for c in said] == [["سمير الخالدي"]]


def test_a_short_name_is_the_body_named_last_whose_name_holds_it() -> None:
    text = 'انسحب الجيش السوري من التل. وسيطر "جيش العزة" على البلدة، بحسب ما أعلن الجيش عبر حسابه.'
    assert voices(text, one(text, "بحسب ما أعلن")) == ["جيش العزة"]


def test_a_plural_verb_has_its_subject_before_it() -> None:
    text = "وقال قادة الحركة إنهم باقون. ودعوا مؤيديهم إلى الهدوء، وتوعدوا العالم بالرد."
    for cue in ("دعوا", "توعدوا"):
        claim = one(text, cue)
        assert claim.source is None
        assert voices(text, claim) == ["قادة الحركة"]


def test_a_word_of_manner_is_nobody() -> None:
    assert one("لم يعلن مسبقا عن زيارة الوزير للقاعدة.", "لم يعلن").source is None


def test_who_is_close_to_somebody_is_not_he() -> None:
    text = "قال مسؤول مقرب من الرئيس السوري بشار الأسد إن الهدنة انتهت. وأضاف أن الجيش سيتقدم."
    for cue in ("قال", "أضاف"):
        assert "sy.assad" not in [c.actor for c in one(text, cue).chain]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ('وقعت سلسلة هجمات دامية تبناها تنظيم "داعش" وخلفت عشرات القتلى.', "تبناها", 'تنظيم "داعش"', "سلسلة هجمات دامية"),
        (
            "قتل تسعة في الانفجار، استنادا إلى مصدر في شرطة حمص نقلت عنه وكالة محلية.",
            "استنادا إلى",
            "مصدر في شرطة حمص",
            "قتل تسعة في الانفجار",
        ),
        (
            "ونفى مصدر عسكري، في تصريح نقلته وكالة الشرق الرسمية، أن يكون الطيران قصف المدرسة.",
            "نفى",
            "مصدر عسكري",
            "يكون الطيران قصف المدرسة",
        ),
        (
            "أعلنت الوزارة أن الجانب التركي سجل خلال الساعات الـ 24 الماضية 15 خرقا للهدنة.",
            "سجل",
            "الجانب التركي",
            "15 خرقا للهدنة",
        ),
        ('الجيش الحر يجمد مشاوراته: "الهدنة انتهت عمليا في الجنوب"', ":", "الجيش الحر", "الهدنة انتهت عمليا في الجنوب"),
    ],
)
def test_what_else_is_told_of_a_speaker_is_no_part_of_his_name(text: str, cue: str, source: str, content: str) -> None:
    assert said(text, cue) == (source, content)


def test_a_paper_that_quotes_an_agency_carries_it() -> None:
    reading = read('كتبت صحيفة "الأفق" نقلا عن وكالة رويترز أن الوفد لن يحضر.')
    assert [link.role for link in reading.claims[0].chain] == ["outlet", "newspaper", "agency"]
    assert len(reading.claims) == 1
