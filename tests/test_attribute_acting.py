"""Who speaks where the subject is only in the verb, behind asides, and where what looks like a report is none."""

from __future__ import annotations

import pytest

from attributed import read


def chain_and_content(text: str, cue: str) -> tuple[str, str]:
    """The name of the last voice and the content of the claim with a cue."""
    reading = read(text)
    found = next(c for c in reading.claims if c.cue is not None and text[slice(*c.cue.span)] == cue)
    names = {a.id: a.name.ar or a.name.en for a in reading.actors}
    last = found.chain[-1].actor
    return names.get(last, last) or "", " … ".join(text[s:e] for s, e in found.content)


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("وقصفت إسرائيل مواقع في غزة وقالت إنها دمرت نفقا.", "قالت", "إسرائيل"),
        ("وقالت وكالة الأناضول إن جنديين قتلا. وتأوي تركيا مليوني لاجئ، وقالت مرارا إنها تتحمل العبء.", "قالت", "وكالة الأناضول"),
        ("أفادت رويترز بمقتل جنديين. وقتل حزب العمال الكردستاني شرطيا، وقال إن الهجوم رد.", "قال", "حزب العمال الكردستاني"),
        ("وقال المصدر إن التنظيم اعتقل سائقين وهدد بقتلهم إذا عادوا.", "هدد", "التنظيم"),
        ("قالت مصادر محلية إن قوات الاحتلال اعتقلت خمسة شبان، وزعمت أنهم خططوا لهجوم.", "زعمت", "الجيش الإسرائيلي"),
        ("وأضاف المصدر أن الجيش هاجم البلدة وأكد أن العملية مستمرة.", "أكد", "المصدر"),
        ("وزار الوزير الجبهة، وأكد أن النصر قريب، ثم توعد المسلحين بالرد.", "توعد", "الوزير"),
        ("ووصل المبعوث إلى صنعاء والتقى قادة الجماعة وعبر عن أمله في الحل.", "عبر", "المبعوث إلى صنعاء"),
        ("قالت مصادر في المجلس إن الجسر مغلق. وأضافت تلك المصادر أن القتال مستمر.", "أضافت", "مصادر في المجلس"),
        ("قالت الوكالة إن الجسر مغلق. وقتل الجيش مسلحا، وأضافت أن القتال مستمر.", "أضافت", "الوكالة"),
    ],
)
def test_a_verb_without_a_subject_goes_on_from_who_acts_or_who_spoke(text: str, cue: str, who: str) -> None:
    assert chain_and_content(text, cue)[0] == who


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        ("نفى بهاء الأعرجي -نائب رئيس الوزراء العراقي- توقف الحملة.", "نفى", "بهاء الأعرجي", "توقف الحملة"),
        ('وأضاف الربيعي -خلال برنامج "ما وراء الخبر"- أن البلدة الأولى.', "أضاف", "الربيعي", "البلدة الأولى"),
        ("وقال الوزير -في تصريح لقناة محلية- إن المعابر ستفتح.", "قال", "الوزير", "المعابر ستفتح"),
        ("رفضت الوزارة - كما في المرة السابقة - الاتهامات.", "رفضت", "الوزارة", "الاتهامات"),
    ],
)
def test_an_aside_between_dashes_is_neither_speaker_nor_content(text: str, cue: str, who: str, content: str) -> None:
    assert chain_and_content(text, cue) == (who, content)


@pytest.mark.parametrize(
    "text",
    [
        "اطلع الفريق على صور تتفق مع الروايات، وهو ما يؤكد صحتها.",
        "وألقت الشرطة القبض على السائق وتبين أنه يقيم في المدينة.",
        "وكان المكتب تابعا لرئيس الحكومة، فهو الذي تبنى هذا المكتب بنفسه.",
    ],
)
def test_what_a_thing_shows_nobody_says(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("وقالت المديرة إن ذلك هو أمر مروع، وعلى الحكومة أن تتحرك.", ["قالت"]),
        ('ورأت المعلقة "فيرد مور" أن الحركة قوية.', ["رأت"]),
        ("ورأت الكاتبة أن الحركة قوية ووصفت الشريط بالمخيف.", ["رأت", "وصفت"]),
    ],
)
def test_nouns_names_and_objects_are_no_speakers(text: str, cues: list[str]) -> None:
    reading = read(text)
    assert [text[slice(*c.cue.span)] for c in reading.claims if c.cue is not None] == cues
    assert len({c.chain[-1].actor for c in reading.claims}) == 1


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وقال النائب عن كتلة الأحرار سامي الراوي إن القانون مرفوض.", "قال", "النائب عن كتلة الأحرار سامي الراوي"),
        ("وقال النائب عن الهجوم إنه جريمة.", "قال", "النائب"),
        ("ولم يصدر أي تعليق رسمي من الحكومة السورية على الغارة.", "لم يصدر أي تعليق", "الحكومة السورية"),
        ("فبحسب رواية بعض الناجيات فإنهن تعرضن للبيع.", "بحسب", "رواية بعض الناجيات"),
        ("ورفض المالكي الاستقالة.", "رفض", "المالكي"),
        ('ونقل التلفزيون عن القائد قوله "سنواصل القتال".', "نقل", "القائد"),
        ("وتبنت جماعة تسمي نفسها «أنصار الحق» إطلاق الصواريخ.", "تبنت", "جماعة تسمي نفسها «أنصار الحق»"),
        ("وتعهدت الحكومة للأهالي بإعادة الإعمار.", "تعهدت", "الحكومة"),
        ("ألقت الشرطة القبض على المشتبه به الذي اعترف بتنفيذ العملية.", "اعترف", "المشتبه به"),
        ("وأكد الناطق باسم المجلس في تصريح\nلـ«الخبر» أن الطريق مغلق.", "أكد", "الناطق باسم المجلس"),
    ],
)
def test_the_words_of_a_speaker_end_where_he_ends(text: str, cue: str, source: str) -> None:
    found = next(c for c in read(text).claims if c.cue is not None and text[slice(*c.cue.span)].startswith(cue))
    assert found.source is not None
    assert text[slice(*found.source.span)] == source


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قالت منظمة العفو الدولية إن القتال مستمر. وأوضحت المنظمة الدولية أنها قابلت الشهود.", "منظمة العفو الدولية"),
        ("قالت الأمم المتحدة إن القتال مستمر. وأوضحت المنظمة الدولية أنها قابلت الشهود.", "الأمم المتحدة"),
        (
            "أعلنت بعثة الأمم المتحدة في العراق مقتل ألف مدني. وذكرت البعثة الأممية أن القتال مستمر.",
            "بعثة الأمم المتحدة في العراق",
        ),
    ],
)
def test_a_body_is_taken_up_by_its_head_and_an_adjective(text: str, who: str) -> None:
    reading = read(text)
    names = {a.id: a.name.ar for a in reading.actors}
    assert [names[c.chain[-1].actor] for c in reading.claims] == [who, who]


@pytest.mark.parametrize(
    "text",
    [
        "وفقا لأحكام الفقرة الثانية من القانون يعد الاتفاق باطلا.",
        "أعلم جيدا أن الطريق طويل.",
        "وانقسمت الفصائل بحسب المناطق التي تنتمي لها.",
        "ويعزز البلدان تعاونهما وفق رؤية قيادتي البلدين.",
        "نعلم أن كل تأخير يزيد من الثمن.",
        "والتنظيم يعتبره متاعا رخيصا يمكن الاستغناء عنه.",
        "بدأ المبعوث مايكل راتني مهامه بلقاء وفد من الائتلاف.",
        "كما تطرق الاجتماع إلى الأوضاع في سوريا.",
        "وتعتقل الحكومة دون محاكمة متهمين بالإرهاب.",
        "وما زالوا ينظر إليهم على أنهم تهديد محتمل.",
        "ولأجل تحقيق هذا الهدف أوعز إلى عناصره بالتحرك.",
        "والقصف لم يؤد إلى خسائر بشرية.",
    ],
)
def test_things_that_speak_to_nobody(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "cue", "who", "content"),
    [
        ("وانتقد إردوغان الدول التي قال إنها تلومه.", "قال", "رجب طيب أردوغان", "تلومه"),
        ("وجاء الهجوم الذي نددت به الأمم المتحدة بعد الهدنة.", "نددت", "الأمم المتحدة", "الهجوم"),
        ("ورحب الوفد بالمؤتمر الذي دعت إليه روسيا.", "دعت", "روسيا", "المؤتمر"),
        ('وقال الوزير إن الطريق مفتوح، وأضاف "سأبدأ بزيارة الجرحى".', "أضاف", "الوزير", "سأبدأ بزيارة الجرحى"),
        ("وبحسب عدد من المصادر كان المركب مكتظا.", "بحسب", "عدد من المصادر", "كان المركب مكتظا"),
    ],
)
def test_whose_words_they_are(text: str, cue: str, who: str, content: str) -> None:
    assert chain_and_content(text, cue) == (who, content)
