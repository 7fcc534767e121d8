"""Whose words they are: who is addressed, accused or named in passing is no speaker, and one man met twice is one voice."""

from __future__ import annotations

import pytest

from attributed import claim, read, said


def voice(text: str, cue: str, *, of: int = 0) -> str | None:
    """The name of the last voice in the chain of the claim with a cue, of the first or a later one of that cue."""
    reading = read(text)
    found = [c for c in reading.claims if c.cue is not None and text[slice(*c.cue.span)] == cue][of]
    names = {a.id: a.name.ar for a in reading.actors}
    return names.get(found.chain[-1].actor)


def test_who_is_named_in_a_relative_clause_does_not_speak() -> None:
    text = "وذكر كين هولمز نائب مستشار الأمن الذي يرافق الرئيس الأميركي باراك أوباما في جولته، أن واشنطن تدعم الحوار."
    assert "أوباما" not in (voice(text, "ذكر") or "")


def test_a_first_name_means_who_was_named_in_full() -> None:
    text = "وقال مروان الحلبي الناطق باسم البعثة إن الهدنة صامدة. وقال مروان إن المساعدات وصلت."
    assert voice(text, "قال") == voice(text, "قال", of=1)


def test_prisoners_are_not_whoever_presides_over_their_committee() -> None:
    text = "وقال رئيس لجنة شؤون الأسرى إن الوضع صعب. وأوضح الناطق أن الأسرى قالوا إنهم مضربون."
    assert voice(text, "قالوا") == "الأسرى"


def test_a_study_and_the_report_on_it_are_of_those_who_made_it() -> None:
    text = "كشفت دراسة أجراها مركز النخيل عن تراجع الحريات. وأضاف الوزير أن الصحف توقفت. وأشار التقرير إلى أن العاصمة أسوأ."
    assert voice(text, "كشفت") == voice(text, "أشار") == "مركز النخيل"


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        # whom one speaks to or of
        ("رحب الوزير بالهدنة وحث الحكومة على الحوار.", "حث", None, "الحكومة على الحوار"),
        (
            "وأضاف مخاطبا رئيس الحكومة سامي الراوي «السلام أهم من كل شيء عندنا اليوم».",
            "أضاف",
            None,
            "السلام أهم من كل شيء عندنا اليوم",
        ),
        ("وأوقفت الشرطة ثلاثة بعد اتهام الموقوفين بتهريب السلاح.", "اتهام", None, "الموقوفين بتهريب السلاح"),
        ("واعتقلت الشرطة شابين بزعم قيامهما برشق دورية.", "زعم", None, "قيامهما برشق دورية"),
        ("أبلغ مصدر قبلي (رويترز) أن المعارك تجددت.", "أبلغ", "مصدر قبلي", "المعارك تجددت"),
        ("كشف مصدر رفيع لـ(الجزيرة) عن خلافات في القيادة.", "كشف", "مصدر رفيع", "خلافات في القيادة"),
        # where the speaker ends
        ("وقررت الكويت بعدها تشكيل لجنة.", "قررت", "الكويت", "تشكيل لجنة"),
        ("وأعلنت تركيا وإيران العام الماضي نهاية الخلاف.", "أعلنت", "تركيا وإيران", "نهاية الخلاف"),
        ("ورحب المبعوث بالهدنة التي دعت إليها الرياض في اليمن.", "دعت", "الرياض", "الهدنة"),
        ("وصف النائب في البرلمان - سامي الراوي، القانون بالظالم.", "وصف", "النائب في البرلمان - سامي الراوي", "الظالم"),
        ("وأضاف - سامي الراوي - أن الأزمة طويلة.", "أضاف", "سامي الراوي", "الأزمة طويلة"),
        ("وأقر المجلس القانون رغم موقف نقابة الأطباء التي حذرت من خطره.", "حذرت", "نقابة الأطباء", "خطره"),
        ("وشككت وزارة الدفاع بإعلان الفصيل انسحابه من البلدة.", "شككت", "وزارة الدفاع", "إعلان الفصيل انسحابه من البلدة"),
        ("وطالب الأهالي المنظمات الدولية بفك الحصار.", "طالب", "الأهالي", "المنظمات الدولية بفك الحصار"),
        ("وقال بيترسن إن الهجوم كبير. ووفقا لبيترسن كانت البطارية قريبة.", "وفقا", "لبيترسن", "كانت البطارية قريبة"),
        ("وعلمت الصحيفة من مصادر مطلعة أن اللقاء تأجل.", "علمت", "مصادر مطلعة", "اللقاء تأجل"),
        # where the content begins, and where a page says its headline again
        ('وأضاف " يجب أن يعرف الجميع أن الحل قريب.', "أضاف", None, "يجب أن يعرف الجميع أن الحل قريب"),
        (
            "موقع الخبر - كتائب النصر تنفي انسحابها من البلدة كتائب النصر تنفي انسحابها من البلدة",
            "تنفي",
            "كتائب النصر",
            "انسحابها من البلدة",
        ),
        ("وكانت الحركة دانت في بيان على موقعها الرسمي الغارات الروسية.", "دانت", "الحركة", "الغارات الروسية"),
        ("وعن الهدنة قال القائد: إن لم تصمد فالحرب قادمة.", "قال", "القائد", "إن لم تصمد فالحرب قادمة"),
    ],
)
def test_speaker_and_words_are_kept_from_what_stands_between(text: str, cue: str, source: str | None, content: str) -> None:
    assert said(text, cue) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "والمحكمة يمكن لها أن تطلب من الدول تسليم المتهمين.",
        "يجب أن يوقف الفصيل القصف ويعلن التزامه بالهدنة.",
        "يتوجب على الجميع أن يدركوا أن الحرب خسارة.",
    ],
)
def test_what_may_or_must_be_said_nobody_has_said(text: str) -> None:
    assert not read(text).claims


def test_a_state_speaks_and_not_whom_it_backs() -> None:
    assert voice("وقالت روسيا الحليف الرئيسي للأسد إن المعركة انتهت.", "قالت") == "روسيا"


def test_a_name_met_before_is_the_same_behind_according_to() -> None:
    text = "وقال بيترسن إن الهجوم كبير. ووفقا لبيترسن كانت البطارية قريبة."
    assert voice(text, "قال") == voice(text, "وفقا")


def test_who_learned_it_carries_who_told_him() -> None:
    reading = read("وعلمت صحيفة الغد من مصادر مطلعة أن اللقاء تأجل.")
    names = {a.id: a.name.ar for a in reading.actors}
    assert [names.get(link.actor) for link in reading.claims[0].chain[1:]] == ["صحيفة الغد", "مصادر مطلعة"]


@pytest.mark.parametrize(
    "text",
    [
        "وقال المراسل إن القصف مستمر. ونزح الأهالي بعد تهديدهم بالقتل.",
        "وقال المسؤول إن واشنطن تنتظر الانسحاب الكامل لتطلب بعد حين أن يخرج الجميع.",
    ],
)
def test_whoever_spoke_last_is_not_made_to_say_what_others_do(text: str) -> None:
    assert all(len(c.chain) == 1 or c.cue is not None and text[slice(*c.cue.span)] == "قال" for c in read(text).claims)


def test_who_is_told_is_no_part_of_an_official() -> None:
    reading = read("قال مسؤول حكومي لرويترز إن القافلة وصلت.")
    names = {a.id: a.name.ar for a in reading.actors}
    assert [names.get(link.actor) for link in reading.claims[0].chain[1:]] == ["رويترز", "مسؤول حكومي"]


def test_a_capital_that_begins_with_ba_is_accused() -> None:
    text = "وبعد أن اتهم الرئيس السوري باريس برعاية الإرهاب رد ماكرون."
    assert said(text, "اتهم")[0] == "الرئيس السوري"


def test_an_attribution_that_opens_a_further_clause_is_of_that_clause() -> None:
    text = "هدأ القصف صباحا، ووفقا للجنة الصليب الأحمر، فإن المياه مقطوعة."
    assert said(text, "وفقا") == ("للجنة الصليب الأحمر", "المياه مقطوعة")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("قالت الصحيفة إن القرار خاطئ. وقيل إن الوزير استقال.", "قيل"),
    ],
)
def test_what_is_said_by_nobody_is_not_put_in_a_mouth(text: str, cue: str) -> None:
    assert [link.actor for link in claim(text, cue).chain] == ["outlet"]


@pytest.mark.parametrize(
    "text",
    [
        "ومن المرجح أن تعلن الوزارة أن العدد ارتفع.",
        "والوزارة قد تعلن أن الطريق مغلق.",
        "وبعض المناطق مهددة بخطر أكبر.",
    ],
)
def test_what_may_come_is_no_report(text: str) -> None:
    assert not read(text).claims


def test_whoever_rejects_a_charge_does_not_make_it() -> None:
    text = "وشرحت موسكو سبب رفضها لاتهامات من عواصم أوروبية بأن الجيش مسؤول عن المجزرة."
    assert not read(text).claims


def test_a_body_that_mourns_is_not_the_dead() -> None:
    text = "ونعت السفارة الأميركية العقيد سامي الراوي، مشيرة إلى أنه كان في أيامه الأخيرة."
    assert said(text, "نعت") == ("السفارة الأميركية", "العقيد سامي الراوي")


def test_a_common_estimate_is_nobodys_in_particular() -> None:
    text = "وقال القيادي سامي الراوي إن الحل مرفوض. ويقدر عدد المقاتلين بمئة ألف."
    assert [link.actor for link in claim(text, "يقدر").chain] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        ("وأفادت وكالة الأنباء الرسمية سانا بأن القصف توقف.", "أفادت", "سانا"),
        ("وقالت مصادر إعلام محلية إن القصف توقف.", "قالت", "مصادر إعلام محلية"),
        ("وأصدرت وزارة الدفاع بيانا دانت فيه الهجوم. وجاء في نص البيان أن الرد قادم.", "جاء في", "وزارة الدفاع"),
    ],
)
def test_a_speaker_goes_by_his_own_name(text: str, cue: str, who: str) -> None:
    assert voice(text, cue) == who


def test_a_centre_keeps_the_body_it_is_of() -> None:
    text = "ونشر المكتب الإعلامي لقوات سوريا الديمقراطية بيانا أعلن فيه وقف القصف."
    assert said(text, "أعلن")[0] == "المكتب الإعلامي لقوات سوريا الديمقراطية"


def test_a_report_goes_on_as_it_was_called_last() -> None:
    text = "قالت دراسة إن المجاعة قريبة. وقال الصليب الأحمر إن الماء ملوث. وذكر التقرير أن الموانئ مغلقة، وأضاف أن الوضع خطير."
    assert voice(text, "أضاف") == voice(text, "ذكر")


def test_a_headline_with_a_colon_ends_where_the_story_begins() -> None:
    text = "لافروف : المعركة انتهت في سوريا أكد الوزير لافروف اليوم أن الحوار قريب ."
    assert said(text, ":")[1] == "المعركة انتهت في سوريا"


def test_one_man_does_not_go_on_for_many() -> None:
    text = "ويرى بعض الخبراء أن الوضع خطير. واعتقد أن الحل قريب."
    assert [link.actor for link in claim(text, "اعتقد").chain] == ["outlet"]


@pytest.mark.parametrize(
    ("text", "cue", "chain"),
    [
        ("وقال الوزير إن الهدنة هشة. ونقلت عنه رويترز قوله إن الحوار مستمر.", "نقلت", ["رويترز", "الوزير"]),
        ("ونفى مصدر طبي، نقلت عنه رويترز، أن يكون المشفى قد أغلق.", "نفى", ["رويترز", "مصدر طبي"]),
        ("وفي حديث مع صحيفة هآرتس، قال مسؤول أمني إن القوات باقية.", "قال", ["هآرتس", "مسؤول أمني"]),
        ("وقال لوكالة فرانس برس مسؤول في الإغاثة إن الطحين نفد.", "قال", ["وكالة فرانس برس", "مسؤول"]),
        ("وأكد الوزير أن الحوار مستمر. ونشرت كتائب القسام تسجيلا وقالت إنه يظهر الكمين.", "قالت", ["كتائب القسام"]),
        (
            "وقال الناطق باسم الفيلق الثالث إن القتال توقف. وقال الناطق باسم «طالبان» إنه تجدد.",
            "قال",
            ["الناطق باسم الفيلق الثالث"],
        ),
    ],
)
def test_through_whom_and_from_whom_a_report_comes(text: str, cue: str, chain: list[str]) -> None:
    reading = read(text)
    names = {a.id: a.name.ar for a in reading.actors}
    told = next(c for c in reading.claims if c.cue is not None and text[slice(*c.cue.span)] == cue)
    assert [names[link.actor] for link in told.chain[1:]] == chain


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("أعلن الحزب الانسحاب من الحكومة.", "الحزب", "الانسحاب من الحكومة"),
        ("وأعلن جهاز الأمن الداخلي القبض على خلية.", "جهاز الأمن الداخلي", "القبض على خلية"),
        ("أعلن مكتب رئيس الحكومة التركية في بيان بدء الحملة.", "مكتب رئيس الحكومة التركية", "بدء الحملة"),
        ("وأكد د. جمعان الراوي أن الطرق آمنة.", "د. جمعان الراوي", "الطرق آمنة"),
        ("وصرح اللواء م. سالم العلي بأن العملية انتهت.", "اللواء م. سالم العلي", "العملية انتهت"),
        ("وذكر تقرير للأمم المتحدة قبل أيام أن الماء مقطوع.", "تقرير للأمم المتحدة", "الماء مقطوع"),
        ("وأعلنت جماعة مسلحة المسئولية عن الهجوم.", "جماعة مسلحة", "المسئولية عن الهجوم"),
        ("وقالت المنظمة إن 3 . 7 مليون طفل بلا مدارس .", "المنظمة", "3 . 7 مليون طفل بلا مدارس"),
        (
            "توقف المعبر، حسبما أعلن العميد أحمد سمير، المتحدث الرسمي للقوات.",
            "العميد أحمد سمير، المتحدث الرسمي للقوات",
            "توقف المعبر",
        ),
        ('وقال الوزير إن "الحصار باق. وفي سياق آخر انفجرت سيارة.', "الوزير", "الحصار باق"),
        ("قصفت الطائرات مباني تقول إسرائيل إنها مخازن.", "إسرائيل", "مخازن"),
        ("أفادت وسائل إعلام محلية بإصابة ثلاثة أشخاص.", "وسائل إعلام محلية", "إصابة ثلاثة أشخاص"),
        ("وقال الوزير بإيجاز إن الحرب طويلة.", "الوزير", "الحرب طويلة"),
        ("وأعلن الجيش رصد إطلاق صواريخ.", "الجيش", "رصد إطلاق صواريخ"),
        ("موسكو: لن نقبل أي شروط.", "موسكو", "لن نقبل أي شروط"),
        ("أنقرة: القوات الروسية خرقت الاتفاق.", "أنقرة", "القوات الروسية خرقت الاتفاق"),
    ],
)
def test_where_who_speaks_ends_and_what_is_said_begins(text: str, source: str, content: str) -> None:
    reading = read(text)
    (told,) = reading.claims
    assert told.source is not None
    assert text[slice(*told.source.span)] == source
    assert [text[slice(*c)] for c in told.content] == [content]


@pytest.mark.parametrize("text", ["السودان: المعارك تتجدد.", "تركيا: الشرطة تغلق الجسر.", "إسرائيل: الجيش ينسحب من التلة."])
def test_a_state_before_a_colon_is_mostly_the_place(text: str) -> None:
    assert not read(text).claims


def test_saying_so_behind_a_deed_claimed_is_a_claim_of_its_own() -> None:
    text = "تبنت الحركة الهجوم على الفندق، قائلة إنه رد على الغارات."
    assert [text[slice(*c.cue.span)] for c in read(text).claims if c.cue is not None] == ["تبنت", "قائلة"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وذكر مسؤول أوكراني أن القوات الروسية تقصف المدينة.", "accuses"),
        ("وقال حاكم الولاية إن مقاتلي طالبان قتلوا عشرين مدنيا.", "accuses"),
        ("وأكد المصدر أن ما تردد عن مقتل القائد عار من الصحة.", "denies"),
        ("وقالت وزارة الدفاع الأوكرانية إن صاروخا روسيا أصاب مبنى.", "accuses"),
        ("وقال مصدر طبي إن الطائرات الإسرائيلية قصفت منزلا.", "asserts"),
        ("وقال شهود إن الجنود أطلقوا النار على المتظاهرين.", "asserts"),
        ("وأضافت الوزارة أن الجانب التركي سجل 23 خرقا.", "asserts"),
        ("وقال مسؤول أمني عراقي إن القوات اعتقلت خمسة عناصر من داعش.", "asserts"),
        ("وأعلنت أذربيجان أن سبعة من جنودها قتلوا في المعارك.", "asserts"),
    ],
)
def test_who_tells_the_wrong_of_another_side_accuses(text: str, stance: str) -> None:
    assert read(text).claims[0].stance == stance


@pytest.mark.parametrize("text", ["ولم تتبن أي جهة التفجير حتى الآن.", "ولم يعلن أحد مسؤوليته عن العملية."])
def test_where_none_has_spoken_nobody_speaks(text: str) -> None:
    assert [link.role for link in read(text).claims[0].chain] == ["outlet"]
    assert voice("لم يعلن أحد المسؤولين في الوزارة أن الحدود مغلقة.", "لم يعلن") is not None


def test_who_refuses_to_be_named_goes_on_speaking() -> None:
    text = "قال مندوب روسيا إن القرار مهم. وكتبت الصحيفة أن مسؤولا حكوميا رفض الكشف عن اسمه أكد أن الوفد لن يحضر."
    assert voice(text, "أكد") == "مسؤولا"


def test_a_deed_in_the_outlets_own_sentence_is_gone_on_from_by_who_did_it() -> None:
    text = "قال مصدر عسكري إن الهجوم فشل. وفي العاصمة أصدرت البلدية جدولا للتوزيع داعية السكان إلى الاقتصاد في المياه."
    assert voice(text, "داعية") == "البلدية"


def test_the_same_source_is_whoever_was_heard_last() -> None:
    text = "قال المرصد السوري لحقوق الإنسان إن مدنيا قتل. وألقت المروحيات براميل على البلدة، وفق المصدر ذاته."
    assert voice(text, "وفق") == voice(text, "قال")


def test_his_talk_in_somebodys_own_words_is_not_the_speakers() -> None:
    text = 'أضاف المكتب: "جيش النظام هو من دمر الجسر. حديثه عن قصف الفصائل للمدينة كذبة. نطالب بتحقيق".'
    assert voice(text, "حديثه") == "الجيش السوري"
    assert said(text, "حديثه") == (None, "قصف الفصائل للمدينة كذبة")


def test_a_governorate_that_speaks_is_no_man_of_the_towns_name() -> None:
    text = "قالت محافظة دمشق إن المياه ستعود. ورفض الدبلوماسي أن يقول هل وافقت دمشق على المقترح."
    assert voice(text, "رفض") == "الدبلوماسي"
    assert voice(text, "وافقت") == "سوريا"


def test_whoever_announces_a_protest_protests_and_accusations_go_to_and_fro() -> None:
    text = "وأعلن عشرون فصيلا من المعارضة تجميد المحادثات احتجاجا على القصف."
    assert voice(text, "احتجاجا") == voice(text, "أعلن")
    told = "كشف الكاتبان عن استقالة ضباط من الجيش احتجاجا على هذا التعاون."
    assert all(len(c.chain) == 1 for c in read(told).claims if c.stance == "criticises")
    between = read("تبادلت الحكومة والمعارضة الاتهام بإغلاق المعبر.")
    assert [link.actor for link in between.claims[0].chain][1:] == [a.id for a in between.actors if a.mentions][:2]


def test_what_was_told_before_is_no_news_of_its_own() -> None:
    assert [c.stance for c in read("نفى الوزير إغلاق المعبر واصفا هذه الأنباء بأنها «أكاذيب».").claims] == ["denies", "assesses"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("وتؤكد روسيا أن الضربات الجوية التي تنفذها تستهدف تنظيم الدولة الإسلامية.", "asserts"),
        ("وقالت رئاسة الأركان التركية إن 18 عنصرا من تنظيم الدولة قتلوا.", "asserts"),
    ],
)
def test_whom_a_strike_hits_and_whom_death_befell_did_no_wrong(text: str, stance: str) -> None:
    assert read(text).claims[0].stance == stance


def test_a_body_that_fights_is_no_monitor_whatever_it_is_called() -> None:
    assert read("قالت هيئة تحرير الشام إن الهدنة انتهت.").claims[0].chain[-1].role == "institution"
