"""Code: one event per happening, on reports of our own; each line of a report is a sentence, `|` marks the words of one happening."""

from __future__ import annotations

import pytest

from coded import coded
from marsad.model import EventType


def _told(text: str, kind: EventType) -> list[list[str]]:
    """The words of each event of a type, in the order of the text."""
    return [[text[s:e] for s, e in event.triggers] for event in coded(text).events if event.type == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "shelling",
            "مقتل 7 مدنيين بقصف في ريف إدلب\n\nقتل 7 مدنيين اليوم بقصف مدفعي على مدينة أريحا في ريف إدلب.",
        ),
        (
            "shelling",
            (
                "قصفت المدفعية بلدة سرمين أمس. وقال شهود إن المدارس أغلقت. وذكر الأطباء أن 9 مدنيين قتلوا بقصف سرمين. وأكد مسعف"
                " أن قصفا أودى بحياة 9 مدنيين."
            ),
        ),
        ("ceasefire", "توصل الطرفان إلى اتفاق «وقف إطلاق النار» في المنطقة. وقال الوسيط إن الاتفاق صامد."),
        ("armed_clash", "شهد الريف الشمالي اشتباكات ومعارك عنيفة بين الجيش والفصائل."),
        (
            "equipment_loss",
            (
                "دمرت المدفعية رتلا عسكريا للحوثيين كان متجها نحو مدينة حرض. وقال ناطق إن المدفعية دمرت رتلا عسكريا للحوثيين كان في"
                " طريقه إلى حرض."
            ),
        ),
        ("ceasefire", "دخل وقف إطلاق النار حيز التنفيذ مساء أمس الأحد. وقال سكان إن الهدنة صمدت اليوم الاثنين."),
        # the lead and what somebody tells of it
        (
            "ground_attack",
            "قتل شخصان في عملية دهم بريف الرقة.\n\nوفي التفاصيل نفذت دورية مع ساعات الفجر عملية دهم في قرية نائية.",
        ),
        ("bombing_ied", "قتل ستة مدنيين بتفجير وسط المدينة.\n\nوقال شهود إن مجهولين فجروا سيارة مفخخة أمام المخبز."),
        ("destruction", "لم ترد تقارير عن وقوع أضرار. وذكر ناطق أن القذيفة لم تسفر عن أضرار."),
        # fighting goes on while it is told
        ("armed_clash", "تدور اشتباكات عنيفة بين الفصائل والجيش قرب المطار. وقال ناشط إن الاشتباكات أوقعت أربعة قتلى."),
        # what it was, said in the same sentence or the next
        ("air_strike", "قتل وزير في غارة على مدينة صعدة، وهي أول غارة من نوعها منذ عامين."),
        ("shelling", "سقط صاروخ باليستي على مدينة مأرب مساء الإثنين. وهذا ثاني هجوم بصاروخ باليستي هذا الأسبوع."),
        # the airport and its city
        ("air_strike", "قصفت طائرات إسرائيلية مطار حلب الدولي. وأعلن الجيش أن القصف الجوي على حلب أوقع أضرارا."),
        ("air_strike", "نفذت الطائرات عدوانا جويا برشقات من الصواريخ على محيط العاصمة."),
        # a region named as its town
        ("ground_attack", "أصيب 3 مدنيين بهجوم على منطقة عفرين. وقال مسعف إن 3 مدنيين أصيبوا بهجوم على مدينة عفرين."),
        ("military_support", "قال الوزير إن طهران تدعم الجماعة. وأضاف أن دعم طهران للجماعة مستمر."),
        # what a report tells of once, wanted here and past there
        ("talks", "دعا الوزير إلى حوار بين الحكومة والنقابات. ورفض معارضون حوارا مع الحكومة."),
        ("political_process", "طالب المبعوث بإجراء انتخابات في البلاد. وكانت الانتخابات أرجئت قبل عامين."),
        # the same word behind another word for it
        (
            "detention",
            (
                "شهدت البلدة توقيف معلمين قبل الظهر. وأغلقت المدارس أبوابها. وفتحت الأسواق في المدينة. وتوقفت الأمطار ليلا. وعاد"
                " الطلاب اليوم. وأثار اعتقال معلمين غضب النقابة."
            ),
        ),
        # named again in its sentence, whatever realis was read of it; the one happening of a headline, told far below; a blast in the lead
        ("military_support", "قال ناطق إن واشنطن ستسلح الفصائل، وأضاف أن الدعم العسكري مشروط."),
        (
            "shelling",
            (
                "قسد تقصف ريف عفرين\n\nعقد المجلس المحلي جلسته. وعاد الطلاب. وفتحت الأسواق. وتوقفت الأمطار ليلا. وأغلقت المدارس."
                " وبحسب ناشطين سقطت قذائف على قرية مريمين."
            ),
        ),
        ("bombing_ied", "أصيب طفلان بانفجار لغم في ريف إدلب. ونقل الطفلان إلى المستشفى. وانفجر اللغم قرب مزرعة."),
        # what the report opened with, named again beside other parties
        ("armed_clash", "قاتل الجيش العراقي التنظيم قرب الموصل. وأسفرت المعارك مع البشمركة عن قتلى."),
        # no place of its own in the next sentence
        ("shelling", "أغلقت المدارس أبوابها. وعاد الطلاب. وشهدت بلدة سرمين قصفا مدفعيا. وأصيب أطفال بقصف وهم نائمون."),
        ("shelling", "لا تزال المدفعية تقصف بلدة سرمين. وأصيبت في القصف امرأة."),
        # called by one name, however far off and whatever is said of it
        (
            "ground_attack",
            (
                "أطلقت أنقرة عملية درع الفرات في الشمال. وأغلقت المدارس أبوابها أمس. وفتحت الأسواق في المدينة. وتوقفت الأمطار ليلا."
                " وعاد الطلاب اليوم. ويخشى السكان أن تتوسع عملية درع الفرات لاحقا."
            ),
        ),
        (
            "agreement",
            (
                "قد يؤثر الاتفاق النووي في المنطقة. وقال الوزير إن الحدود مفتوحة. وفتحت الأسواق في المدينة. وأغلقت المدارس. وتوقفت"
                " الأمطار ليلا. ووقعت طهران الاتفاق النووي قبل أعوام."
            ),
        ),
    ],
)
def test_one_happening_told_again_is_one_event(kind: EventType, text: str) -> None:
    assert len(_told(text, kind)) == 1, _told(text, kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # regions that have nothing in common, whoever did it
        ("shelling", "قصفت قوات النظام ريف إدلب صباحا. وقصفت قوات النظام ريف درعا مساء."),
        # a definite noun of another region
        ("air_strike", "شن الطيران غارات على مدينة إدلب. وأعلنت الوزارة أن الغارات على مدينة درعا أوقعت جرحى."),
        # its ordinal tells one truce from another
        ("ceasefire", "هذه هي الهدنة الثالثة منذ بداية الحرب. وانهارت الهدنة الأولى بعد يومين."),
        ("ceasefire", "هذه هدنة واسعة تشهدها البلاد هذا العام. وقد انهارت هدنتا شباط وأيلول."),
        # a masdar that governs its own object tells its own act
        ("detention", "اعتقلت الشرطة 16 شخصا في بنزرت. وتمكنت قوات الأمن لاحقا من القبض على 13 عنصرا في سجنان."),
        # a masdar before the place it falls upon tells its own act
        ("air_strike", "شن التحالف غارات على مدينة تعز. وتحطمت طائرة أثناء قصفها مدينة أريحا."),
        # how often and how hard a thing is done is not one happening
        ("shelling", "قتل طفل بقصف مدفعي على بلدة سرمين. وقال ناشطون إن قوات النظام كثفت قصفها على القرى."),
        # another like the first, in the accusative too
        ("shelling", "قتل طفل بقصف مدفعي على ترمانين. يذكر أن قصفا مدفعيا مماثلا استهدف سرمدا."),
        # what is said of every such act is not the one that was told
        ("air_strike", "نفذت الطائرات غارة على مدينة تعز. وقال قيادي إن كل غارة على المدن تربك الهدنة."),
        # the sentence turns to another matter
        ("air_strike", "استهدف الطيران الروسي منطقة الزربة. وفي غضون ذلك شن الطيران الروسي أربع غارات على محور قرية أخرى."),
        # what is added to a deed, what was done days before it, what others do meanwhile
        ("territory_capture", "أعلنت الفصائل تحرير قرية الحمام إضافة إلى تحرير قرية التل."),
        ("ground_attack", "قتل خمسة جنود في هجوم على حاجز قرب سرت بعد أيام من كمين قتل فيه ضابط قرب سرت."),
        ("shelling", "قصف الجيش بلدة سرمدا بالقذائف، في حين قصفت الفصائل مواقع الجيش في بلدة سرمدا."),
        # a masdar with a pronoun, two sentences behind, is no known act
        (
            "shelling",
            "أعلن الدفاع المدني اليوم عدد الضحايا. وطال قصف مدفعي قرية الرويحة. وعاد الهدوء بعد الظهر. ويستخدم النظام في قصفه قذائف موجهة.",
        ),
        # who holds what is told of each town
        (
            "control_status",
            "تنتشر القوات في بلدة مريمين الخاضعة لسيطرة الفصائل. وقصفت طائرة مدينة تل رفعت الخاضعة لسيطرة الفصائل.",
        ),
        # battles named by two towns
        ("armed_clash", "شارك المقاتل في معارك الفلوجة وجرح فيها ثم عاد ليشارك في معارك تكريت."),
        # a noun whose clause tells of another town
        ("air_strike", "شنت الطائرات غارة على مدينة الخيام. وقالت الوزارة إن الغارة التي استهدفت مدينة صور أوقعت قتلى."),
        # those who are struck had attacked before
        ("ground_attack", "شن الجيش هجوما على مجموعة مسلحة هاجمت مخزنا غرب القرية."),
        # what an attack came upon; a sentence on another development
        (
            "targeted_killing",
            "شن مسلحون هجوما على قرية قرب تدمر على خلفية إعدامات ارتكبها عناصر التنظيم قرب تدمر. وأعدم التنظيم راعيا.",
        ),
        ("shelling", "قصفت الفصائل بالمدفعية سرمدا وأطراف بنش. وفي تطور آخر قال ناشطون إن قصفا مدفعيا للفصائل استهدف بنش."),
        # two rounds of talks, two people set free
        ("talks", "تعثرت محادثات جنيف. وقال الوزير إن المحادثات في أستانا بدأت."),
        ("release_exchange", "أفرجت السلطات عن الصحفي سامي خالد. وأضافت أنها أفرجت عن المحامي رائد حسن."),
        ("shelling", "تتعرض سرمين كل يوم لقصف من القوات الحكومية، ترد عليه الفصائل بقصف مواقعها."),
        # what is answered with it, what is called separate, what others had taken before
        ("shelling", "وقال المصدر إن الفصائل ردت على قصف المخيم بقصف مواقع الجيش."),
        ("shelling", "قتل أربعة في قصف مدفعي على مدينة عفرين وقصف منفصل على أطراف مدينة عفرين."),
        ("territory_capture", "استعادت الفصائل تلالا كانت قوات النظام سيطرت عليها يوم الاثنين."),
        # several attacks are not the one that was told
        ("ground_attack", "وقع هجوم على فندق في سوسة وقتل فيه عشرة. وقال مسؤول إن الهجمات في القارات الثلاث أوقعت مئات القتلى."),
        # of what the report does not open with, another word without a party tells another
        (
            "political_process",
            "أغلقت المدارس أبوابها. وفتحت الأسواق. وطالب نواب بإجراء انتخابات. ودعا آخرون إلى اقتراع على الدستور.",
        ),
        # a final communique is no accord that somebody wants
        ("agreement", "أكدت الدول ضرورة اتفاق سلام عادل. ودعا البيان الختامي إلى وقف العنف."),
        # who goes and who comes; days apart in the calendar, whatever words say it
        ("personnel_action", "أعلن الرئيس إقالة قائد الشرطة. وأعلن الرئيس التعيين في بيان."),
        ("shelling", "قصفت قوات النظام بلدة سرمدا يوم الأحد. وقبل أسبوع جددت قوات النظام قصفها على بلدة سرمدا."),
        # a further incident, said so at the head of its sentence
        (
            "bombing_ied",
            "قتل شرطي بانفجار عبوة ناسفة في بغداد. وفي حادث منفصل أكدت الشرطة مقتل جندي إثر انفجار عبوة ناسفة استهدفت دورية.",
        ),
        # of the same sides, but another fight
        ("armed_clash", "قتل سبعة مطلوبين في مواجهات مسلحة مع الشرطة. ثم قتل أربعة مطلوبين آخرين في مواجهات مع الشرطة."),
        # the meeting that is wanted is not the one that is held
        ("meeting", "دعا الرئيس المبعوث إلى زيارة عدن. وعقد الجانبان اللقاء في الرياض."),
    ],
)
def test_different_happenings_stay_apart(kind: EventType, text: str) -> None:
    assert len(_told(text, kind)) == 2, _told(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "other"),
    [
        ("عملت فرق الإنقاذ على إسعاف الجرحى ونقلهم إلى نقطة طبية.", "humanitarian_aid", "evacuation"),
        ("منعت القوات دخول المواد الغذائية إلى المخيم.", "siege", "humanitarian_aid"),
        ("نفذت الطائرات عدوانا جويا برشقات من الصواريخ على محيط العاصمة.", "air_strike", "shelling"),
        # with how many of its like it was struck
        (
            "ذكر المسعف أن سربا روسيا، استهدف بلدة قطمة، بخمس غارات جوية، فقتل ستة.",
            "air_strike",
            "shelling",
        ),
        ("نفذت القوات عملية أمنية بمساندة طائرات مروحية شرق المدينة.", "ground_attack", "air_strike"),
        ("قصف التحالف الدولي مواقع التنظيم في البادية.", "air_strike", "shelling"),
        ("أعلن الجيش مقتل عشرين إرهابيا إثر استهداف مقر للمسلحين في الجبل.", "shelling", "ground_attack"),
        # nobody dies twice
        (
            (
                "أعلنت الوزارة مقتل أيمن الظواهري أمس. وقالت الوزارة إن الحدود مغلقة. وبقيت الأسواق مفتوحة في المدينة. وأغلقت المدارس"
                " أبوابها. وأكد مسؤول أن مسلحين أعدموا أيمن الظواهري."
            ),
            "targeted_killing",
            "casualties",
        ),
        ("اغتال مسلحون بأسلحة كاتمة للصوت ضابطا في الشرطة وسط بغداد.", "targeted_killing", "small_arms_fire"),
        ("مقتل الرئيس السابق ينهي عهدا دام أربعة عقود منذ عام 1978.", "casualties", "cumulative_toll"),
    ],
)
def test_what_belongs_to_a_happening_is_no_other_one(text: str, kind: EventType, other: EventType) -> None:
    assert len(_told(text, kind)) == 1, coded(text).events
    assert not _told(text, other)


def test_how_somebody_was_murdered_is_no_further_attack() -> None:
    events = coded("اغتال مسلحون مختار البلدة بإطلاق الرصاص عليه. واغتيل قاض بعبوة ناسفة في المدينة.").events
    assert [e.type for e in events] == ["targeted_killing", "targeted_killing"]


def test_a_definite_noun_means_what_was_told_last() -> None:
    text = (
        "قصفت المدفعية بلدة سرمين. وفي ريف حمص قصفت المدفعية مدينة الرستن. وقال ناشط إن القصف على سرمين توقف."
        " وأضاف أن القصف لم يخلف إصابات."
    )
    assert _told(text, "shelling") == [["قصفت", "القصف", "القصف"], ["قصفت"]]


def test_what_points_back_means_no_habit() -> None:
    text = (
        "قتل طفل بغارة على بلدة سرمين أمس. وتعهد الوزير بشن ضربات جوية بين الحين والآخر على المعسكرات."
        " وأقر ناطق بأن هذه الغارة أصابت مدرسة."
    )
    assert _told(text, "air_strike") == [["بغارة", "الغارة"], ["ضربات جوية"]]


def test_a_definite_noun_means_what_was_told_by_its_own_word() -> None:
    text = "استهدف قصف بلدة سرمين. وأصيب حارس في هجوم. وقال مسعف إن القصف أوقع ثلاثة جرحى."
    assert _told(text, "shelling") == [["قصف", "القصف"]]


def test_a_place_without_a_name_keeps_nothing_apart() -> None:
    text = "قصفت طائرات روسية محطة مياه في إدلب\n\nقصفت الطائرات الروسية محطة العرشاني في ريف إدلب ظهر اليوم."
    assert len(_told(text, "air_strike")) == 1


def test_two_sentences_that_begin_alike_are_no_title_told_twice() -> None:
    text = "شنت الطائرات غارة على مدينة تعز. وشنت الطائرات غارة على مدينة صعدة."
    assert _told(text, "air_strike") == [["غارة"], ["غارة"]]


def test_what_sums_up_its_sentence_is_the_attack_told_in_it() -> None:
    text = "شنت المقاتلات ثماني غارات على مدينة الباب، في قصف أوقع عشرة جرحى."
    assert _told(text, "air_strike") == [["غارات", "قصف"]]
    assert not _told(text, "shelling")


def test_people_taken_by_another_number_are_another_arrest() -> None:
    text = "اعتقلت القوات الإسرائيلية 12 شابا في الخليل. وذكرت مصادر أن القوات اعتقلت 4 مواطنين في بلدة مجاورة."
    assert _told(text, "detention") == [["اعتقلت"], ["اعتقلت"]]
    again = "اعتقلت القوات 12 شابا في الخليل. وقالت المصادر إن القوات اعتقلت 12 شابا بعد مداهمة منازلهم."
    assert _told(again, "detention") == [["اعتقلت", "اعتقلت"]]


def test_the_dead_of_two_months_are_two_tolls() -> None:
    text = "ولقي 67 جنديا مصرعهم في أكتوبر الماضي، بينما قتل 87 جنديا في سبتمبر الماضي."
    assert len(_told(text, "cumulative_toll")) == 2
    assert not _told("لقي ثلاثة جنود مصرعهم في أكتوبر الماضي قرب الحدود.", "cumulative_toll")


def test_what_an_attack_answers_is_another_one() -> None:
    assert _told("قصفت المدفعية مواقع الفصيل ردا على قصف بلدة سرمين.", "shelling") == [["قصفت"], ["قصف"]]
    assert len(_told("استهدف قصف مدفعي بلدة سرمين. وقال مسعف إن القصف أصاب المدرسة.", "shelling")) == 1


@pytest.mark.parametrize(("town", "times"), [("من دوما", 1), ("من بلدة مضايا", 2)])
def test_one_matter_by_one_word_is_one_however_far_off(town: str, times: int) -> None:
    text = (
        "بدأت اللجنة أمس إجلاء حالات حرجة من مدينة دوما. وقال الوزير إن الشتاء قاس على الجميع. وشكر المدير المتطوعين. ورأى خبير أن الوضع صعب."
        f" وأكدت مصادر طبية إجلاء حالات طبية {town}."
    )
    assert len(_told(text, "evacuation")) == times


def test_a_bomb_that_was_planted_is_no_bombardment() -> None:
    text = "حصيلة تفجيري طرطوس ترتفع. وقالت الفصائل إن النظام لم يوقف القصف يوما واحدا."
    assert _told(text, "bombing_ied") == [["تفجيري"]]
