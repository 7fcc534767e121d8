"""Who and where: whole noun phrases, entities joined, places with their sides, governments told from places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from marsad import kit
from marsad.handover import ActorMention, PlaceMention, Recognised
from marsad.model import new_document
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

KIT = kit.load()


def read(text: str) -> Recognised:
    return recognise(segment(new_document(text), KIT), KIT)


def words(text: str, mention: ActorMention | PlaceMention) -> str:
    return text[mention.span[0] : mention.span[1]]


def who(text: str) -> dict[str, str]:
    return {words(text, m): m.entity for m in read(text).actor_mentions}


def where(text: str) -> dict[str, PlaceMention]:
    return {words(text, m): m for m in read(text).place_mentions}


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        (
            "وقال المتحدث باسم وزارة الدفاع الروسية الجنرال إيغور كوناشنكوف إن القاذفات أصابت مخزنا.",
            "المتحدث باسم وزارة الدفاع الروسية الجنرال إيغور كوناشنكوف",
            "ru.konashenkov",
        ),
        ("ذكر وزير الخارجية الروسي، سيرغي لافروف، أن الجولة تأجلت.", "وزير الخارجية الروسي، سيرغي لافروف", "ru.lavrov"),
        ("بحث الرئيس التركي رجب طيب أردوغان مع نظيره الروسي فلاديمير بوتين الهدنة.", "نظيره الروسي فلاديمير بوتين", "ru.putin"),
        ("أعلنت قوات سوريا الديمقراطية “قسد” وقف العملية.", "قوات سوريا الديمقراطية “قسد", "sdf"),
        ("تقدمت القوات الروسية نحو التلة.", "القوات الروسية", "ru.army"),
        ("حلقت طائرات حربية روسية فوق البلدة.", "طائرات حربية روسية", "ru.air_force"),
        ("هاجم تنظيم “داعش” القافلة.", "تنظيم “داعش”", "isis"),
        ("أصدر المرصد السوري لحقوق الإنسان حصيلة جديدة.", "المرصد السوري لحقوق الإنسان", "sohr"),
    ],
)
def test_registered_actors_are_met_in_the_whole_phrase(text: str, phrase: str, entity: str) -> None:
    assert phrase in "|".join(who(text)), who(text)
    assert entity in who(text).values()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("وقال القيادي في جيش العزة سمير الحلاق إن الهجوم فشل.", "القيادي في جيش العزة سمير الحلاق"),
        ("أفاد مصدر عسكري في مطار حماة بأن الطائرة عادت.", "مصدر عسكري في مطار حماة"),
        ("عاد أهالي مدينة تدمر إلى بيوتهم.", "أهالي مدينة تدمر"),
        ("أسر المهاجمون عناصر من قوات النظام.", "عناصر من قوات النظام"),
    ],
)
def test_people_outside_the_registry_are_local_with_what_belongs_to_them(text: str, phrase: str) -> None:
    assert who(text)[phrase].startswith("local:")


def test_later_mentions_lead_back() -> None:
    text = (
        "قال وزير الدفاع اليمني كمال السلامي إن وزارة الدفاع اليمنية أرسلت تعزيزات. وأضاف السلامي أن الوزارة لن تتراجع. "
        "وشكر الوزير المرصد السوري لحقوق الإنسان. وذكر المرصد أن العدد كبير."
    )
    found = who(text)
    assert found["السلامي"] == found["وزير الدفاع اليمني كمال السلامي"] == found["الوزير"]
    assert found["الوزارة"] == found["وزارة الدفاع اليمنية"]
    assert found["المرصد"] == "sohr"


def test_a_name_spelled_otherwise_is_the_registered_one() -> None:
    assert "ru.lavrentiev" in who("التقى المبعوث الروسي ألكسندر لافرينتيييف الوفد.").values()


def test_a_surname_alone_names_nobody_unless_the_page_does() -> None:
    assert not read("كان الطقس مستقرا في شعبان.").actor_mentions
    assert who("تحدث ناصر أبو ديب. وقال أبو ديب إن المياه عادت.")["أبو ديب"].startswith("local:")


def test_loaded_and_quoted_names_keep_their_naming() -> None:
    text = "قصفت عصابات الأسد البلدة، وأعلن «حزب الله» الانسحاب."
    mentions = {words(text, m): m for m in read(text).actor_mentions}
    assert mentions["عصابات الأسد"].loaded
    assert mentions["عصابات الأسد"].entity == "sy.army"
    assert mentions["حزب الله"].quoted


@pytest.mark.parametrize(
    ("text", "acts", "places"),
    [
        ("نفت موسكو الاتهامات.", {"ru"}, set()),
        ("يتباحث الطرفان في أنقرة، وواشنطن بعيدة عن اللقاء ولا تعرف شيئا.", {"us"}, {"انقره"}),
        ("اجتمعوا في جنيف، فيما موسكو تدعم الحل.", {"ru"}, {"جنيف"}),
        ("زار الوفد طهران، وأنقرة، ومسقط.", set(), {"طهران", "انقره", "مسقط"}),
        ("وصل الوفد إلى موسكو مساء.", set(), {"موسكو"}),
        ("اتفقت روسيا وتركيا على الهدنة.", {"ru", "tr"}, set()),
        ("قتل عشرة في لبنان والعراق.", set(), {"لبنان", "العراق"}),
        ("على الحدود بين سوريا وتركيا جدار.", set(), {"سوريا", "تركيا"}),
    ],
)
def test_governments_act_and_places_lie(text: str, acts: set[str], places: set[str]) -> None:
    found = read(text)
    assert {m.entity for m in found.actor_mentions if m.entity in KIT.recognise.states} == acts
    lying = {m.name for m in found.place_mentions if not m.speaks and m.type_word is None}
    assert {name.replace("ة", "ه") for name in places} <= lying | {"سوريا", "تركيا"} if "الحدود" in text else places == lying


@pytest.mark.parametrize(
    ("text", "phrase", "name", "kind", "direction"),
    [
        ("غارات على ريف حلب الشمالي.", "ريف حلب الشمالي", "حلب", "area", 0),
        ("ساد الهدوء شمال غربي سوريا.", "شمال غربي سوريا", "سوريا", None, 315),
        ("سقطت قذائف على بلدة زنبقان.", "بلدة زنبقان", "زنبقان", "town", None),
        ("سيطروا على بلدة «ذيبان» أمس.", "بلدة «ذيبان»", "ذيبان", "town", None),
        ("اشتباكات عند حاجز السنديان.", "حاجز السنديان", "السنديان", "facility", None),
    ],
)
def test_places_with_type_words_and_sides(text: str, phrase: str, name: str, kind: str | None, direction: int | None) -> None:
    mention = where(text)[phrase]
    assert (mention.name, mention.type_word, mention.direction) == (name, kind, direction)


def test_lists_of_places() -> None:
    assert [m.name for m in read("قصف على بلدتي نبل والزهراء.").place_mentions] == ["نبل", "الزهراء"]
    assert [m.name for m in read("هدوء في حماة وإدلب وحلب.").place_mentions] == ["حماه", "ادلب", "حلب"]


@pytest.mark.parametrize(
    "text", ["أعلنت هيئة تحرير الشام النفير.", "قال بشار الأسد إن البلاد تتعافى.", "تحدث أحمد حلب عن الزراعة."]
)
def test_a_name_inside_a_name_is_no_place(text: str) -> None:
    assert not [m for m in read(text).place_mentions if m.name not in ("", "البلاد")]


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        ('رحبت حركة "فتح" بموقف حركة حماس.', 'حركة "فتح"', "fatah"),
        ("موسكو: ضربات الحلف غير مقبولة.", "موسكو", "ru"),
        ("دعت الأممالمتحدة إلى هدنة.", "الأممالمتحدة", "un"),
        ("تقدم الجيش الوطني جنوب طرابلس أمام قوات حكومة الوفاق.", "الجيش الوطني", "lna"),
        ("قصفت قوات الأسد نقاط الجيش الوطني في ريف حلب.", "الجيش الوطني", "sna"),
        ("تركيا: قصف النظام خرق للهدنة.", "تركيا", "tr"),
    ],
)
def test_marks_do_not_hide_who_is_named(text: str, phrase: str, entity: str) -> None:
    assert who(text)[phrase] == entity


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ('أعلن تنظيم "ولاية سيناء"، الموالي لتنظيم "داعش"، مسؤوليته.', "الموالي"),
        ("سوريا: قصف عنيف على بلدات حدودية.", "سوريا"),
    ],
)
def test_what_a_body_is_called_and_where_news_is_from_are_nobody(text: str, phrase: str) -> None:
    assert phrase not in who(text)


def test_a_province_is_no_adjective_of_gunmen() -> None:
    assert "إرهابيين" in who("قتل الجيش إرهابيين بولاية البليدة.")


def test_a_persons_name_in_marks_is_no_place() -> None:
    found = read("قال الشرطي «محمد عدن» إن السيارة انفجرت.")
    assert not found.place_mentions
    assert [a.name.ar for a in found.actors if a.kind == "person"] == ["محمد عدن"]


def test_where_a_body_sits_is_a_place() -> None:
    assert "ليبيا" in where("دعا المبعوث الأممي إلى ليبيا إلى وقف القتال.")


def test_the_town_goes_back_to_what_was_named() -> None:
    mentions = read("دخلت القوات مدينة تدمر. وانسحب المسلحون من المدينة.").place_mentions
    assert [m.candidates[:1] for m in mentions] == [mentions[0].candidates[:1]] * 2


def test_the_seat_of_a_governorate_is_the_town_beside_it() -> None:
    for text in ("تحاصر القوات الفاشر، عاصمة الولاية، في السودان.", "وصل نازحون في السودان من عاصمة الولاية مدينة الفاشر."):
        found = read(text).place_mentions
        assert {m.candidates for m in found if "عاصمة" in words(text, m)} == {m.candidates for m in found if m.name == "الفاشر"}


def test_the_town_is_the_seat_and_not_its_governorate() -> None:
    found = read("دخل الجيش مدينة ود مدني، عاصمة ولاية الجزيرة، أمس. وأعلن استعادة المدينة.").place_mentions
    assert {m.candidates[:1] for m in found} == {("sd.wad_madani",)}


def test_live_bullets_are_no_quarter() -> None:
    assert not where("أطلق الجنود الرصاص الحي صوب الشبان.")
    assert not where("أصيب شاب بالرصاص الحي.")


def test_a_capital_that_begins_what_is_its_own_acts() -> None:
    assert where("قتل المئات منذ بدء تل أبيب عملياتها في الجنوب.")["تل أبيب"].speaks


def test_a_verb_beside_a_town_is_no_place() -> None:
    assert set(where("عاد إلى درعا وبدأ بالعمل.")) == {"درعا"}


def test_the_factions_beside_a_town_are_no_hamlet() -> None:
    assert "والفصائل" not in where("انسحب الجيش من حماة والفصائل العسكرية تتقدم.")


def test_what_anybody_calls_his_foes_is_no_army_of_one_land() -> None:
    assert who("توعد قائد الجيش السوداني “المرتزقة” بالهزيمة.").get("المرتزقة") != "ye.army"


def test_a_government_beside_another_land_is_not_syrias() -> None:
    assert who("على الحكومة المركزية أن تحاور إقليم كردستان العراق.")["الحكومة المركزية"] != "sy.gov"
    assert who("نفت سوريا الخبر. وقالت الحكومة المركزية إنها سيطرت على حمص.")["الحكومة المركزية"] == "sy.gov"


def test_the_army_of_the_land_is_its_own_whoever_else_is_named() -> None:
    page = (
        "قال الجيش إن جنديين جرحا في تبادل لإطلاق النار في مدينة طرابلس شمال لبنان. وأوضح الجيش اللبناني أن الحادث انتهى، "
        "في حين اتهم نائب نظام الرئيس السوري بشار الأسد بالوقوف خلفه."
    )
    assert who(page)["الجيش"] == "lb.army"


def test_forces_of_the_army_are_those_of_no_land_in_particular() -> None:
    assert who("تصدت قوات الجيش لهجوم شنه الحوثيون في الجوف.")["قوات الجيش"] != "sy.army"
    assert who("ونقل التلفزيون الرسمي عن الوزير أن الحدود آمنة.")["التلفزيون الرسمي"] != "sy.state_tv"


def test_the_latter_and_his_country() -> None:
    text = "اتهمت أنقرة وحدات حماية الشعب، وردت الأخيرة ببيان. وقال الرئيس التركي رجب طيب أردوغان إن بلاده مستعدة."
    found = who(text)
    assert found["الأخيرة"] == found["وحدات حماية الشعب"]
    assert found["بلاده"] == "tr"


@pytest.mark.parametrize(
    "text",
    [
        "عقد مؤتمر صحفي.",
        "وقع هجوم انتحاري.",
        "ذكر في بيان صحافي.",
        "قصف عسكري عنيف.",
        "هز السوق تفجيران انتحاريان.",
        "وقع ذلك في هجومين انتحاريين.",
    ],
)
def test_adjectives_are_no_people(text: str) -> None:
    assert not read(text).actor_mentions


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("قتل مدني في القصف.", "civilian"),
        ("قتل ثلاثة مدنيين في القصف.", "civilians"),
        ("قتل 15 متشددا في الغارة.", "militants"),
        ("قتل خمسة عناصر من حزب الله.", "members of Hezbollah"),
        ("نفى مصدر روسي ذلك.", "Russian source"),
        ("قتل جندي تركي في القصف.", "Turkish soldier"),
        ("انسحبت الجماعات المسلحة المتشددة من الحي.", "hardline armed groups"),
        ("قصفت قوات تابعة للجيش السوري البلدة.", "forces belonging to Syrian army"),
        ("تقدمت فصائل المعارضة المسلحة المدعومة من تركيا نحو الجسر.", "armed opposition factions backed by Turkey"),
        ("قصف الجيش السوري وحلفاؤه البلدة.", "allies"),
        ("عاد الوزراء إلى القاعة.", "ministers"),
        ("التقى وزير الدفاع الكاميروني ضيوفه.", "Cameroonian defence minister"),
        ("انسحبت فصائل متوجسة من الحي.", None),
        ("وصلت فرقه إلى البلدة.", None),
        ("لم يصل الأكراد في العراق إلى اتفاق.", "Kurds in Iraq"),
        ("انسحب مقاتلو كتيبة النسر.", None),
    ],
)
def test_people_named_by_what_they_are_have_an_english_name(text: str, english: str | None) -> None:
    actor = next(a for a in read(text).actors if not a.registered)
    assert actor.name.en == english


def test_times_and_numbers_are_handed_on() -> None:
    found = read("قتل ثلاثة مدنيين أمس الثلاثاء.")
    assert [n.value.low for n in found.numbers] == [3]
    assert len(found.times) == 1


@pytest.mark.parametrize("text", ["", "\n\n", "...", "123", "hello", "«", "و", "في", "بلدة", "مدينة «"])
def test_odd_texts_give_a_reading(text: str) -> None:
    assert isinstance(read(text), Recognised)


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "قال ناشطون إن الطيران الروسي قصف بلدتي كفرنبل وحاس، وأضاف الناشطون أن مدنيين قتلوا."
    assert read(text) == read(text)


def test_spans_lie_in_the_text_and_every_mention_has_an_actor() -> None:
    text = "وقال للجيش: لن ننسحب. وللأمم المتحدة: شكرا، ولموسكو أيضا."
    found = read(text)
    ids = {a.id for a in found.actors}
    assert all(m.entity in ids and words(text, m).strip() for m in found.actor_mentions)
    assert "لأمم المتحدة" in "|".join(who(text))


def test_mentions_of_actors_do_not_overlap() -> None:
    text = "قال أبو صالح لأحمد صالح إن صالح غادر. وأضاف أبو صالح أن قيادة قوات النظام السوري في مدينة حلب وافقت."
    mentions = read(text).actor_mentions
    assert all(a.last <= b.first for a, b in pairwise(mentions))


def test_a_long_list_of_places_keeps_members_no_table_has() -> None:
    found = where("سيطر اللواء على تل رفعت، عين دقنة، منغ، المالكية، شمروخة، حربل.")
    assert found["المالكية"].candidates
    assert found["شمروخة"].candidates == ()
    assert "خبراء" not in where("زار الوفد حلب، حماة، حمص، خبراء من الصندوق رافقوه.")


def test_the_town_that_is_told_of_goes_back_to_the_one_named() -> None:
    assert where("خرجت الرقة عن سيطرته. ووصف المدينة التي تركها بأنها خراب.")["المدينة"].name == "الرقه"


def test_no_place_is_made_of_a_verb_or_of_the_field_of_action() -> None:
    assert not where("نريد دولة تتسع لجميع الناس.")
    assert not where("يعمل خبراء الوزارة في الميدان منذ شهر.")


def test_whom_a_body_is_allied_with_is_no_place_of_its_deed() -> None:
    found = read("سيطرت حركة الحوثيين المتحالفة مع إيران على قاعدة العند.")
    assert [p.speaks for p in found.place_mentions] == [True, False]


def test_what_is_shelled_is_no_part_of_who_shells() -> None:
    assert "النظام السوري" in who("قصف النظام السوري لمدينة عفرين عنيف.")
    assert "المجلس المحلي لمدينة إعزاز" in who("أعلن المجلس المحلي لمدينة إعزاز الهدنة.")


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        # The name of a part, an office or a group that several lands or bodies bear.
        ("شنت العصائب الحمراء عملية في ريف إدلب.", "العصائب الحمراء", "hts.red_bands"),
        ("أعلنت حكومة الوفاق سيطرتها على سرت في ليبيا.", "حكومة الوفاق", "gna"),
        ("قصفت قوات المعارضة مواقع النظام السوري في حماة.", "قوات المعارضة", "sy.opposition"),
        ("قالت الحكومة المعترف بها دوليا إن الحوثيين قصفوا مأرب في اليمن.", "الحكومة المعترف بها دوليا", "ye.gov"),
        ("حذرت الحكومة العراقية تركيا من التوغل.", "تركيا", "tr"),
        ("قال عبد الله الثني إن القوات تقدمت.", "عبد الله الثني", "ly.thinni"),
    ],
)
def test_who_bears_a_shared_name(text: str, phrase: str, entity: str) -> None:
    assert who(text)[phrase] == entity


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("أعلنت الفصائل المسلحة في ريف حلب استعادة القرية، وقصف الجيش السوري مواقعها.", "الفصائل المسلحة"),
        ("اعتقلت قوات المعارضة في تشاد جنودا قرب نجامينا.", "قوات المعارضة"),
        ("قالت الحكومة المعترف بها دوليا في ليبيا إن طائراتها قصفت درنة وبنغازي.", "الحكومة المعترف بها دوليا"),
    ],
)
def test_a_shared_name_of_another_land_is_nobodys(text: str, phrase: str) -> None:
    assert who(text)[phrase].startswith("local:")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أظهر تسجيل مصور قصف البلدة.", "مصور"),
        ("تقدمت القوات على حساب الجيش.", "حساب"),
        ("عثرت الشرطة على مجموعة صواريخ في المنزل.", "مجموعة"),
        ("قتل سبعة والعدد مرشح للارتفاع.", "مرشح"),
    ],
)
def test_words_that_look_like_a_body_or_a_trade(text: str, word: str) -> None:
    assert not any(word in phrase.split() for phrase in who(text))


def test_a_lone_attacker_of_a_nation_is_no_state() -> None:
    reading = read("فجر الانتحاري السعودي نفسه في المسجد.")
    assert {a.kind for a in reading.actors if a.id.startswith("local:")} == {"armed_group"}


def test_what_is_financial_is_not_of_mali() -> None:
    assert "ml" not in {a.id for a in read("خفضت الحكومة العراقية المخصصات المالية للنازحين.").actors}
    assert "ml.army" in {a.id for a in read("قتل جنديان من القوات المالية قرب تمبكتو.").actors}


def test_what_a_side_calls_another_is_no_name_of_a_body() -> None:
    assert "isis" not in who("قصف تنظيم «لواء الغضب» البلدة. وقال الجيش إن التنظيم الإرهابي قصف السوق أيضا.").values()


@pytest.mark.parametrize(
    ("text", "innocent"),
    [
        ("استمر العدوان الإسرائيلي على القطاع وقتل عشرات المدنيين.", "arab_coalition"),
        ("وصل النازحون من المدن السورية إلى المخيم.", "almodon"),
    ],
)
def test_a_short_name_beside_an_adjective_of_another_land_is_nobodys(text: str, innocent: str) -> None:
    assert innocent not in who(text).values()


def test_the_regular_army_is_not_the_free_one_named_before() -> None:
    found = who("قصف الجيش الحر مواقع في حلب. وتقع المدينة تحت سيطرة الجيش النظامي منذ عام.")
    assert found["الجيش النظامي"] == "sy.army"


@pytest.mark.parametrize(
    ("text", "phrase", "entity"),
    [
        ("أعلن الجيش الأذربيجاني قصف مواقع للجيش الأرميني في قره باغ.", "الجيش الأذربيجاني", "az.army"),
        ("اشتبك الجيش التايلاندي مع القوات الكمبودية على الحدود.", "القوات الكمبودية", "kh.army"),
        ("هاجم مسلحون من تحالف القوى الديمقراطية قرية في شرق البلاد.", "تحالف القوى الديمقراطية", "adf"),
        ("قتل جنود من فيلق أفريقيا في كمين قرب تيساليت.", "فيلق أفريقيا", "ru.africa_corps"),
        ("سيطر جيش أراكان على قاعدة قرب الحدود.", "جيش أراكان", "arakan_army"),
    ],
)
def test_armies_and_groups_of_the_newer_wars(text: str, phrase: str, entity: str) -> None:
    found = read(text)
    assert entity in {a.entity for a in found.actor_mentions} | {a.id for a in found.actors}, phrase
