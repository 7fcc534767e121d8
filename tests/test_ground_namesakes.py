"""Ground: streets, groups, pacts and datelines that are called after a place, and what the page says of whose land it is about."""

from __future__ import annotations

import pytest

from marsad import kit as kits
from marsad.kit import Kit
from marsad.model import Place, new_document
from marsad.pipeline import read


@pytest.fixture(scope="module")
def kit() -> Kit:
    return kits.load()


def places(text: str, words: str, kit: Kit) -> list[Place]:
    """The places whose mentions hold these words."""
    return [p for p in read(new_document(text), kit).places if any(words in text[a:b] for a, b in p.mentions)]


@pytest.mark.parametrize(
    ("text", "words", "ident"),
    [
        ("سقطت قذائف على شارعي الثورة وبغداد في دمشق.", "بغداد", "sy.damascus_city>local:بغداد"),
        ("وقع التفجيران في ساحتي الطيران وعدن ببغداد.", "عدن", "iq.baghdad_city>local:عدن"),
        ("قتل المئات في معارك في جنوب السودان.", "جنوب السودان", "ss"),
        ("قتل جنديان في هجوم في شمال سيناء.", "شمال سيناء", "eg.north_sinai"),
        ("قصفت المدفعية قرى في جبل الزاوية وريف سراقب وريف حلب الغربي.", "سراقب", "sy.saraqib#rif"),
        ("حررت القوات البوكمال. واشنطن : تحرير المدينة تطور حاسم", "المدينة", "sy.al_bukamal"),
        ("توفي ثلاثة في سيلوبي، وقال الجيش التركي إن المسلحين فروا.", "سيلوبي", "tr.silopi"),
        ("أوضح مسؤول بمحافظة عدن إن المواجهات في المدينة أوقعت عشرين قتيلا.", "المدينة", "ye.aden_city"),
        ("كان الشاب يقيم بحمص قبل الحرب.", "بحمص", "sy.homs_city"),
        ("استقبل الملك الضيف في القصر بجدة.", "بجدة", "sa.jeddah"),
        ("قتل 38 شخصا في هجوم على فندق في سوسة في تونس.", "سوسة", "tn.sousse"),
        ("وصل الوفد إلى الدوحة.", "الدوحة", "qa.doha"),
        ("انفجرت عبوة قرب فندق في مقديشو عاصمة الصومال.", "عاصمة الصومال", "so.mogadishu"),
        ("هز انفجار العاصمة الأفغانية.", "العاصمة الأفغانية", "af.kabul"),
        ("فر مدنيون من ليبيا نحو الحدود التونسية.", "الحدود التونسية", "ly.libyan_tunisian_border"),
        ("قتل جندي من الجيش التونسي بلغم قرب الحدود الجزائرية.", "الحدود الجزائرية", "dz.algerian_tunisian_border"),
        ("أعلنت الجماعة في اليمن أن سفنا تعبر البحر الأحمر.", "البحر الأحمر", "red_sea"),
        ("دارت معارك في خيرسون التي تبعد 500 كلم عن كييف. ثم سقطت المدينة.", "المدينة", "ua.kherson"),
        ("هاجم مسلحون معسكرا في مالي وآخر في النيجر.", "مالي", "ml"),
        ("لبنان: مقتل رجل في انفجار قنبلة.", "لبنان", "lb"),
        ("تقدمت القوات نحو أم صميمة غربي الأبيض في كردفان.", "أم صميمة", "sd.um_sumaima"),
        ("أحرق مسلحون منازل في قريتي المزرعة وكناكر غرب السويداء.", "المزرعة", "sy.al_mazraa_suwayda"),
        ("انفجرت سيارة قرب مركا، المدينة الواقعة على بعد مئة كلم جنوب مقديشو.", "المدينة", "so.marka"),
        ("احتجاجات السودان تتواصل في الخرطوم.", "السودان", "sd"),
        ("حلقت طائرات فوق صور في لبنان.", "صور", "lb.tyre"),
        # towns of that name lie in Algeria and Iraq; this one lies by Tyre
        ("اندلعت اشتباكات في بلدة العامرية قرب صور جنوب لبنان.", "العامرية", "lb.tyre>local:العامريه"),
        ("قتل رجلان في قطاعغزة.", "قطاعغزة", "ps.gaza_strip"),
        ("وقع الهجوم في عين الدفلى الجزائرية غرب العاصمة.", "غرب العاصمة", "dz.algiers#270"),
        ("سقط مسلحون في ولاية البليدة.", "البليدة", "dz.blida"),
    ],
)
def test_a_name_is_the_place_its_page_means(text: str, words: str, ident: str, kit: Kit) -> None:
    assert [p.id for p in places(text, words, kit)] == [ident]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('ضبط الجيش خلية لتنظيم "بيت المقدس" في سيناء.', "بيت المقدس"),
        ("تابع الوزير المستجدات على الساحة اليمنية.", "الساحة"),
        ("وصلت السفينة في إطار الجسور الإغاثية البحرية.", "الجسور"),
        ("أحرق التنظيم حيا الطيار معاذ.", "حيا"),
        ("هاجم مسلحون موكبا لرئيس الدولة.", "الدولة"),
        ('ذكرت شبكة "الخابور" المحلية أن الرتل عاد.', "الخابور"),
        ("نقلت الجثتان إلى مسقط رأسيهما في الشرقية.", "مسقط"),
    ],
)
def test_what_only_bears_a_place_word_is_no_place(text: str, words: str, kit: Kit) -> None:
    assert places(text, words, kit) == []


def test_a_town_that_talks_are_called_after_saw_no_shelling(kit: Kit) -> None:
    reading = read(new_document("قصفت قوات النظام مواقع المعارضة قبل محادثات أستانا."), kit)
    assert [e.places for e in reading.events if e.type == "shelling"] == [()]


def test_what_a_distance_is_told_from_is_no_place_of_the_deed(kit: Kit) -> None:
    reading = read(new_document("دارت اشتباكات في خيرسون التي تبعد نحو 500 كلم عن كييف."), kit)
    assert [e.places for e in reading.events] == [("ua.kherson",)]


def test_where_one_who_tells_of_it_is_gives_way_to_a_place_in_front(kit: Kit) -> None:
    text = "قتل جنود قرب بحيرة تشاد في هجوم، وفق ما قاله مصدر أمني في نجامينا."
    reading = read(new_document(text), kit)
    assert [e.places for e in reading.events] == [("lake_chad",)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("تراجع دخل الطبقة الوسطى في العاصمة.", "الطبقة"),
        ("أصيب مزارعون يعملون في قطاف الزيتون قرب البلدة.", "الزيتون"),
        ("أبلغتنا مصادر الجزيرة في مدينة الخليل بالحادث.", "الجزيرة"),
        ("فرقت الشرطة المتظاهرين بالقنابل المسيلة للدموع.", "المسيلة"),
        ("بحثا الأزمة والدور الذي تلعبه إيران.", "الدور"),
        ("استمع القاضي أمس إلى شهادة معلمة اسمها فاطمة وشاهدين.", "فاطمة"),
        ("فر السكان في مشهد يعيد إلى الأذهان ما جرى.", "مشهد"),
        ("سعى التنظيم إلى خلخلة أمن البلاد.", "خلخلة"),
        ("تربط العاصمتين علاقات حميمة منذ عقود.", "حميمة"),
        ("إنها فخورة بكل ما بلغته.", "فخورة"),
        ("بدأت الخطة تؤتي ثمارها في السوق.", "تؤتي"),
        ("دعا الأمين العام إلى انعقاد مجلسه اجتماعا طارئا.", "طارئا"),
        ("كان للسلاح دور محوري في الهزائم والخسائر.", "محوري"),
        ("استقبل مجلس مدينة سرمين وفدا من الأهالي.", "وفدا"),
    ],
)
def test_a_common_noun_or_a_given_name_is_no_place(text: str, word: str, kit: Kit) -> None:
    assert places(text, word, kit) == []


@pytest.mark.parametrize(
    ("text", "word", "ident"),
    [
        ("دخلت القوات مدينة الطبقة غربي الرقة.", "الطبقة", "sy.al_tabqah"),
        ("قصفت الطائرات حي الزيتون في غزة.", "الزيتون", "ps.zeitoun_gaza"),
        ("وصل الوزير إلى مدينة مشهد الإيرانية.", "مشهد", "ir.mashhad"),
        ("سقطت قذائف في بلدة أطمة شمال إدلب.", "أطمة", "sy.atme"),
        ("هاجم المسلحون محطة الضخ وقرية حميمة شرق حمص.", "حميمة", "sy.humaymah"),
        ("نسف الجيش منازل في بئر النعجة شمال غزة.", "بئر النعجة", "ps.bir_naaja"),
        ("حلقت الطائرات فوق جبلي الأكراد والتركمان.", "والتركمان", "sy.jabal_al_turkman"),
    ],
)
def test_the_place_itself_is_still_one(text: str, word: str, ident: str, kit: Kit) -> None:
    assert [p.id for p in places(text, word, kit)] == [ident]
