"""Who speaks: aides, the one named last, who gave out a statement, and where contents are cut."""

from __future__ import annotations

import pytest

from attributed import read
from marsad.model import Claim


def claim(text: str, cue: str) -> Claim:
    return next(c for c in read(text).claims if c.cue is not None and text[slice(*c.cue.span)] == cue)


def said(text: str, cue: str) -> tuple[str | None, str]:
    """The source and the content of the claim with a cue."""
    found = claim(text, cue)
    source = text[slice(*found.source.span)] if found.source else None
    return source, " … ".join(text[s:e] for s, e in found.content)


def speaker(text: str, cue: str) -> str:
    """The id of the last voice in the chain of the claim with a cue."""
    return claim(text, cue).chain[-1].actor


@pytest.mark.parametrize(
    "office",
    [
        "مستشار الرئيس السوري بشار الأسد",
        "المتحدث باسم الرئيس التركي رجب طيب أردوغان",
        "مدير مكتب رئيس الوزراء العراقي حيدر العبادي",
    ],
)
def test_words_of_an_aide_are_not_put_in_the_mouth_of_whom_he_serves(office: str) -> None:
    text = f"قال {office} إن الجولة تأجلت."
    assert speaker(text, "قال").startswith("local:")


@pytest.mark.parametrize(
    ("office", "who"),
    [
        ("مستشارة الرئيس السوري بثينة شعبان", "sy.shaaban"),
        ("مستشار المرشد الإيراني علي خامنئي للشؤون الدولية علي أكبر ولايتي", "ir.velayati"),
        ("نائب الرئيس الأميركي جو بايدن", "us.biden"),
        ("علي أكبر ولايتي مستشار المرشد الأعلى علي خامنئي", "ir.velayati"),
        ("أحد قادة المعارضة، وهو خالد خوجة،", "sy.khoja"),
    ],
)
def test_the_name_behind_an_office_is_its_holders(office: str, who: str) -> None:
    assert speaker(f"قال {office} إن الجولة تأجلت.", "قال") == who


def test_the_latter_is_who_was_named_last() -> None:
    text = "تحدث الوزير سيرغي لافروف هاتفيا مع الرئيس السوري بشار الأسد، وأكد الأخير أن الاتفاق قائم."
    assert speaker(text, "أكد") == "sy.assad"
    assert len(read(text).claims) == 1  # تحدث itself says nothing


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("وأصدر المتحدث باسم الجيش بيانا أفاد فيه أن المعبر مغلق.", "أفاد", "المتحدث باسم الجيش"),
        ("وتداول ناشطون صورا قالوا إنها لطائرات حربية.", "قالوا", "ناشطون"),
        ("لم تتضح بعد مواقف الرياض، التي أعربت عن استعدادها للتدخل البري.", "أعربت", "الرياض"),
        ("وأشار المصدر إلى أن التنظيم ما زال يلتزم بالصمت حيال مصير قائده.", "يلتزم بالصمت", "التنظيم"),
        ("قتل سبعة معظمهم من النساء، ولم تعلق موسكو على الاتهامات.", "لم تعلق", "موسكو"),
        ("استنكر عدد من أعضاء مجلس الشورى تفجير المسجد.", "استنكر", "عدد من أعضاء مجلس الشورى"),
        ("ونقلت وكالة محلية عن مصدر في الشرطة، القول: إن المعبر مغلق.", "نقلت", "مصدر في الشرطة"),
        ("ودعت المادة 140 من الدستور إلى إجراء استفتاء.", "دعت", "المادة 140 من الدستور"),
        ("ووثق فريق محلي في شمال غربي سورية، مقتل خمسة مدنيين.", "وثق", "فريق محلي في شمال غربي سورية"),
        ("وقال مدير مؤسسة وجوه للإعلام والتنمية إن المعبر مغلق.", "قال", "مدير مؤسسة وجوه للإعلام والتنمية"),
        ("قال الوزير إن الفصيل رد بعد اتهامه من قبل الحكومة التركية بتنفيذ التفجير.", "اتهامه", "الحكومة التركية"),
        ("وتلا رئيس المجلس العسكري بيانا جاء فيه أن الحملة بدأت.", "جاء فيه", "رئيس المجلس العسكري"),
        ("واتهمت منظمات دولية، منها الأمم المتحدة، الحشد الشعبي بارتكاب انتهاكات.", "اتهمت", "منظمات دولية، منها الأمم المتحدة"),
        ("أعلن أمس الأربعاء وزير الخارجية التركي أن بلاده ستتدخل.", "أعلن", "وزير الخارجية التركي"),
        ("وأكد مساء أمس المتحدث باسم الجيش أن المعبر مغلق.", "أكد", "المتحدث باسم الجيش"),
        ("غداة تعرض العاصمة لتفجيرين تبناهما «داعش» الإرهابي.", "تبناهما", "«داعش» الإرهابي"),
        ("من جانبها، نعت صفحات موالية النقيب سامي الخالد، جراء القصف.", "نعت", "صفحات موالية"),
        ("جنوبا، أفاد مراسل الشبكة ليث حمزة بانفجار عبوة ناسفة في البلدة.", "أفاد", "مراسل الشبكة ليث حمزة"),
        ('وذكر موقع "تجمع أنصار البلدة" أن المعبر مغلق.', "ذكر", 'موقع "تجمع أنصار البلدة"'),
    ],
)
def test_who_says_it(text: str, cue: str, source: str) -> None:
    assert said(text, cue)[0] == source


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("وصف الوزير المعركة التي يخوضها الفصيل ضد التنظيم بأنها شرعية.", "وصف", "شرعية"),
        ("انقطع الدعم بعدما رفضت شروطه لمواصلة القتال.", "رفضت", "شروطه لمواصلة القتال"),
        ("يشار إلى أن البلدة شهدت سقوط سبعة ضحايا، بحسب المرصد السوري.", "بحسب", "البلدة شهدت سقوط سبعة ضحايا"),
        ("وأضاف المتحدث إلى أن المعبر مغلق.", "أضاف", "المعبر مغلق"),
        ("غداة تعرض العاصمة لتفجيرين تبناهما التنظيم المتطرف.", "تبناهما", "تفجيرين"),
        ("وقتل عشرون في الاعتداء الذي استهدف المتحف ونفذه مسلحان وتبناه تنظيم داعش.", "تبناه", "الاعتداء"),
        ("وأضاف المصدر أن الاشتباكات مستمرة، بحسب المصدر.", "بحسب", "الاشتباكات مستمرة"),
        ("وقالت الصحيفة إن المعبر مغلق، وفقا لشهود.", "وفقا", "المعبر مغلق"),
        ("بعد ساعات من إعلان الحكومة التركية، أمس الأربعاء، تنفيذ عملية نوعية.", "إعلان", "تنفيذ عملية نوعية"),
        ("ووردت أنباء غير مؤكدة عن سيطرة الهيئة على المعبر.", "أنباء", "سيطرة الهيئة على المعبر"),
        ("وفي هذه الأثناء استأنفت الحافلات طريقها، وفق المرصد السوري.", "وفق", "استأنفت الحافلات طريقها"),
        ("وتركز القصف، بحسب المراسل، على محيط الحديقة.", "بحسب", "تركز القصف … على محيط الحديقة"),
        ("قتل عشرة، بحسب المرصد السوري، وأصيب خمسة.", "بحسب", "قتل عشرة"),
        ("نفت الحركة مسؤوليتها عن التفجير، وكانت قد تبنت تفجيرا سابقا.", "نفت", "مسؤوليتها عن التفجير"),
        ("طالب الجيش المسلحين بتسليم أنفسهم، لتدور بعدها اشتباكات عنيفة.", "طالب", "المسلحين بتسليم أنفسهم"),
        (
            "أكدت الحكومة في بيان صادر عن وزارة الخارجية اليوم، وقوف البلاد إلى جانب جيرانها.",
            "أكدت",
            "وقوف البلاد إلى جانب جيرانها",
        ),
    ],
)
def test_how_far_the_content_goes(text: str, cue: str, content: str) -> None:
    assert said(text, cue)[1] == content


def test_an_impersonal_report_behind_a_comma_is_the_outlets_own() -> None:
    assert read("ويذكر، أن الطيران يستهدف المنطقة مرارا.").claims == ()


def test_a_body_and_the_press_are_two_voices() -> None:
    text = "أكد المرصد السوري لحقوق الإنسان ووسائل إعلام أن المعبر مغلق."
    assert len(claim(text, "أكد").chain) == 3


def test_a_row_of_bare_marks_opens_no_quotation() -> None:
    text = 'بحث : " " " قسم الأخبار\nقال الوزير إن البلاد ستكون " لا مركزية " قريبا . وقال المتحدث إن " المعبر الحدودي مغلق منذ أيام ولن يفتح " .'
    assert [text[s:e] for s, e in claim(text, "قال").content] == ['البلاد ستكون " لا مركزية " قريبا']


def test_an_accusation_of_nobody_is_not_put_in_the_mouth_of_whoever_spoke_last() -> None:
    text = "قال الوزير إن المعبر مغلق. وعثر الأهالي على جثة وسط توجيه اتهامات للفصيل بالوقوف وراء العملية."
    assert [c.actor for c in claim(text, "اتهامات").chain] == ["outlet"]


def test_who_arrests_charges() -> None:
    assert speaker("اعتقلت قوات سوريا الديمقراطية أربعة رجال بتهمة اغتيال قيادي.", "تهمة").startswith("sdf")


def test_an_actor_of_the_document_is_named_without_the_words_its_mention_ran_into() -> None:
    text = "وتبنى التنظيم الهجوم الذي وقع أمس."
    names = {a.id: a.name.ar for a in read(text).actors}
    assert names[speaker(text, "تبنى")] == "التنظيم"


def test_who_acts_in_the_time_set_in_front_of_a_verb_without_a_subject_speaks() -> None:
    text = 'قالت وزارة الدفاع التركية: "بعد شهر من شن الجيش السوري حملته على البلدة أعلن أمس وقف العمليات مؤكدا نجاحها".'
    assert [link.actor for link in claim(text, "أعلن").chain] == ["outlet", "tr.mod", "sy.army"]
    assert speaker(text, "مؤكدا") == "sy.army"
    other = "وبعد لقائه الوزير السوري أكد أن الهدنة قائمة."
    assert [link.actor for link in claim(other, "أكد").chain] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        # a second name in marks with nothing between is whom the verb takes
        (
            'حذرت قوات " سوريا الديمقراطية " " الحشد الشعبي " العراقي من دخول البلدة.',
            "حذرت",
            'قوات " سوريا الديمقراطية "',
            "دخول البلدة",
        ),
        ('حمّلت حركة "حماس" "إسرائيل" مسؤولية التصعيد.', "حمّلت", 'حركة "حماس"', '"إسرائيل" مسؤولية التصعيد'),
        # one noun only, and that is whom he blames
        ("قال الناطق إن الحركة باقية، وحمل الاحتلال مسؤولية الفشل.", "حمل", None, "الاحتلال مسؤولية الفشل"),
        # what the outlet holds against the deed is no part of what was announced
        ("أعلنت السلطات تحرير المحافظة، إلا أن التنظيم عاود تنفيذ تفجيرات.", "أعلنت", "السلطات", "تحرير المحافظة"),
        # whom one speaks to, when, and how are no part of the speaker
        ("وقال طبيب إسرائيلي للإذاعة العامة إن الوالدة في خطر.", "قال", "طبيب إسرائيلي", "الوالدة في خطر"),
        ("وأقر التنظيم في منتصف يونيو، بمقتل زعيمه.", "أقر", "التنظيم", "مقتل زعيمه"),
        ("ودان الفريق بأشد العبارات جريمة استهداف المحطة.", "دان", "الفريق", "جريمة استهداف المحطة"),
        # what describes the speaker is
        ("ونسب المصدر نفسه الهجوم إلى التنظيم.", "نسب", "المصدر نفسه", "الهجوم إلى التنظيم"),
        (
            "اتهمت الحكومة اليمنية المقيمة في الرياض الحوثيين بخرق الهدنة.",
            "اتهمت",
            "الحكومة اليمنية المقيمة في الرياض",
            "الحوثيين بخرق الهدنة",
        ),
        (
            "واعتبر المتحدث العسكري اللفتنانت كولونيل بيتر لينر أن الهجوم عمل وحشي.",
            "اعتبر",
            "المتحدث العسكري اللفتنانت كولونيل بيتر لينر",
            "الهجوم عمل وحشي",
        ),
        # a clause on a noun is about that noun only; a new clause behind an aside is not part of it
        ("أصيب ثلاثة أشخاص قالت مصادر إنهم مدنيون، الثلاثاء، في قصف مدفعي.", "قالت", "مصادر", "مدنيون"),
        (
            "نفذ التحالف 17 غارة، بحسب المرصد، في حين تجددت الاشتباكات في درعا.",
            "بحسب",
            "المرصد",
            "نفذ التحالف 17 غارة",
        ),
        # one noun before the charge is the accused; كما of one who also accuses is no aside
        (
            "وأكد حفتر أن المال لم يصل، كما اتهم جهات لم يحددها بالفساد.",
            "اتهم",
            None,
            "جهات لم يحددها بالفساد",
        ),
        ("واتهم زيدان قوات الدعم بارتكاب مجزرة.", "اتهم", "زيدان", "قوات الدعم بارتكاب مجزرة"),
        ("قال الوزير إن القصف مستمر، كما دعا المجتمع الدولي إلى التدخل.", "دعا", None, "المجتمع الدولي إلى التدخل"),
        ("وطالب المجتمع الدولي إسرائيل بوقف الحرب.", "طالب", "المجتمع الدولي", "إسرائيل بوقف الحرب"),
        # words given to somebody are his
        (
            "ونسبت صحيفة إلى مسؤول أميركي قوله، أمس، إن الضربة وشيكة.",
            "نسبت",
            "مسؤول أميركي",
            "الضربة وشيكة",
        ),
        # a main clause behind a comma is no part of the clause that waits for it
        (
            "وفي وقتٍ أعلن النظام عن مقتل جنديين فقط، تحدّثت وسائل إعلام عن مقتل أكثر من عشرة جنود.",
            "أعلن",
            "النظام",
            "مقتل جنديين فقط",
        ),
        ("وبعدما أعلن الجيش سيطرته على البلدة، نفت مصادر محلية ذلك.", "أعلن", "الجيش", "سيطرته على البلدة"),
        ("وأشار محافظ عدن نائف البكري خلالها إلى عودة الحياة.", "أشار", "محافظ عدن نائف البكري", "عودة الحياة"),
        # who published speaks behind the comma
        (
            "نشرت شبكة الشرقية المحلية صورة لشخص، قالت إنه قتل في الإنزال.",
            "قالت",
            "شبكة الشرقية المحلية",
            "قتل في الإنزال",
        ),
        ("قالت الشبكة إن شخصا قتل في الإنزال، وهو ما أكده المرصد السوري.", "قالت", "الشبكة", "شخصا قتل في الإنزال"),
        # a name behind a comma belongs to the office; a setting in front of a verb that is also a noun
        (
            'اتهم الناطق باسم "الجيش الوطني"، يوسف حمود "وحدات حماية الشعب" بتنفيذ الهجمات.',
            "اتهم",
            'الناطق باسم "الجيش الوطني"، يوسف حمود',
            '"وحدات حماية الشعب" بتنفيذ الهجمات',
        ),
        ("في الجانب الآخر كشف الناطق أن الدمج نواة لجيش جديد.", "كشف", "الناطق", "الدمج نواة لجيش جديد"),
        # a state behind a body with its article is another one; what a speaker speaks of is no name of his
        ("وحمل بيان الائتلاف روسيا مسؤولية المجزرة.", "حمل", "بيان الائتلاف", "روسيا مسؤولية المجزرة"),
        ("وأكد لنا أحد السكان أن القرية خالية.", "أكد", "أحد السكان", "القرية خالية"),
        # a verb is nobody
        ("وقال الوزير إن الهدنة صامدة. ومضى يقول إن الطريق آمن.", "مضى", None, "الطريق آمن"),
        # what is thought of a noun ends with the clause on it, and things think nothing
        ("أفاد مصدر أن طائرات حربية يعتقد أنها تابعة للتحالف شنت غارات.", "يعتقد", None, "تابعة للتحالف"),
        ("أكد الوزير أن المعبر مغلق، بينما أكدت مصادر تقدم المعارضة في البلدة.", "أكدت", "مصادر", "تقدم المعارضة في البلدة"),
    ],
)
def test_speaker_and_whom_he_speaks_of_stay_apart(text: str, cue: str, source: str | None, content: str) -> None:
    assert said(text, cue) == (source, content)


def test_a_name_is_the_speaker_and_not_what_its_bearer_is() -> None:
    text = "وقال فرج اقعيم وهو قائد ميداني إن الجيش أحرز تقدما."
    actors = {a.id: a.name.ar for a in read(text).actors}
    assert actors[speaker(text, "قال")] == "فرج اقعيم"


def test_a_name_in_marks_is_taken_whole() -> None:
    text = 'وقال "أمير برعام" وهو قائد المنطقة الشمالية إن الجيش باق.'
    actors = {a.id: a.name.ar for a in read(text).actors}
    assert actors[speaker(text, "قال")] == "أمير برعام"


def test_what_is_shown_and_not_voiced_is_no_claim() -> None:
    claims = read("وندد الوزير بالتساهل الذي تبديه الحكومة حيال أعمال العنف.").claims
    assert [c.stance for c in claims] == ["criticises"]


def test_who_holds_somebody_responsible_accuses() -> None:
    assert claim('وأعلنت المنظمة أنها تحمل الحكومة "المسؤولية الكاملة" عن المقتل.', "أعلنت").stance == "accuses"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وقالت كتائب القسام إن مقاتليها استهدفوا دبابة إسرائيلية.", "announces"),
        ("وقالت الحركة إن عناصرها تعرضوا لقصف إسرائيلي.", "asserts"),
        ("وقال حزب الله إن مقاتليه قتلوا في غارة إسرائيلية.", "asserts"),
        ("وقال الجيش السوري إن عناصره لم يقصفوا البلدة.", "denies"),
        ("وقال الخبير إن أهمية الجسر تكمن في موقعه.", "asserts"),
        ("وأكد الخبير أهمية وقف النار.", "demands"),
        ("وأعلنت كتائب القسام استهداف دبابة إسرائيلية.", "announces"),
        ("وأعلن الحوثيون استهداف مطار أبها بطائرة مسيرة.", "announces"),
        ("وأعلنت قوات الدعم السريع استهداف الجيش المدنيين في نيالا.", "accuses"),
        ("وقال المبعوث إن على الطرفين العودة إلى المفاوضات.", "demands"),
        ("وقال المبعوث إن على الأرض وقائع جديدة.", "asserts"),
        ("وقال الناطق إن الجماعة لن تسلم سلاحها.", "rejects"),
        ("وقال القائد إن الرد سيكون قاسيا.", "threatens"),
    ],
)
def test_stance_by_what_ones_own_side_did_or_suffered(text: str, stance: str) -> None:
    assert read(text).claims[0].stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "واقتحمت القوات أول موقع تابع للدفاعات الجوية وأصبحت قريبة.",
        "واستهدف التفجير ناشطين يساريين مؤيدين للقضية.",
        "استوعبت المدينة 60 ألف طالب وطالبة من النازحين.",
    ],
)
def test_what_only_describes_reports_nothing(text: str) -> None:
    assert not read(text).claims


def test_and_promised_is_a_promise_whatever_follows() -> None:
    assert claim("ووعد الوزير أن القرار منصف.", "وعد").stance == "pledges"
    assert claim("وعد الوزير أن القرار منصف.", "عد").stance == "assesses"


def test_feats_are_made_and_not_recorded() -> None:
    assert not read("سجلت القوات المشتركة تقدما ضد التنظيم في الرمادي.").claims
    assert claim("سجل المرصد مقتل عشرة مدنيين في حلب.", "سجل").stance == "asserts"
