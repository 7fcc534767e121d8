"""Code: meetings, accords, elections, sanctions, aid and inquiries: which of them are told, how far they went, which are one."""

from __future__ import annotations

import pytest

from coded import coded, types
from marsad.model import EventType, Realis

# What stands behind the opening of a report is told by no headline.
OPENING = "وصل الوزير إلى العاصمة صباح الأحد. وناقش المجلس أوضاع المدارس. وحضر عدد من الأهالي.\n"


def _met(text: str, kind: EventType) -> set[Realis]:
    return {e.realis for e in coded(OPENING + text).events if e.type == kind and e.triggers[0][0] >= len(OPENING)}


def _told(text: str, kind: EventType) -> list[list[str]]:
    return [[text[s:e] for s, e in event.triggers] for event in coded(text).events if event.type == kind]


@pytest.mark.parametrize(
    ("kind", "realis", "text"),
    [
        # the present tells a meeting or an accord as done
        ("meeting", "actual", "وزير الدفاع السوداني يلتقي قائد القوات في بورتسودان."),
        ("meeting", "actual", "وهو أول رئيس أوروبي يزور كييف منذ شهور."),
        ("agreement", "actual", "ويتفق الجانبان على تشكيل لجنة مشتركة لضبط الحدود."),
        # what a condition is about is there
        ("agreement", "historical", "ويواجه الطرفان عزلة دولية في حال رفض الأطراف اتفاق السلام الموقع في جوبا."),
        ("talks", "planned", "دعا المبعوث الأطراف إلى مفاوضات جديدة في جنيف، إذا لزم الأمر."),
        ("ceasefire", "conditional", "قال المركز إن فرص انهيار الهدنة في تعز ضعيفة."),
        ("ceasefire", "planned", "وقال الناطق إن وقفا دائما لإطلاق النار في دارفور مرهون بانسحاب القوات."),
        # what was not done, and what it was not done in
        ("talks", "actual", "ولم يتم الكشف خلال محادثات جدة عن أسماء الوفود."),
        ("talks", "negated", "ولم تعقد محادثات مباشرة بين الجانبين."),
        ("talks", "planned", "أكد الرئيس أن محادثات مع الدول الضامنة ستعقد خلال أيام."),
        ("agreement", "historical", "قادت إسرائيل حملة في الكونغرس لإسقاط الاتفاق النووي."),
        ("agreement", "historical", "دعا البيان إلى العمل ضمن المبادرة الخليجية."),
        ("humanitarian_aid", "planned", "تعهد الطرفان بحماية المدنيين وتسهيل مرور المساعدات إلى الخرطوم."),
        ("humanitarian_aid", "actual", "سهلت القوات مرور المساعدات إلى غزة أمس."),
        ("talks", "conditional", "وقال نائب الوزير إنه يمكن لإيران في المستقبل الدخول في مفاوضات مع واشنطن."),
        ("political_process", "historical", "وحاول الوسيط إقناع الحزب بالتخلي عن نتائج الاستفتاء."),
        ("protest", "actual", "وأقام النازحون في مخيم قرب الحدود مظاهرة."),
        ("talks", "planned", "ورحب الوزراء بالهدنة، داعين إلى وقف العنف، واستئناف الحوار السياسي بين الأطراف اليمنية."),
        ("agreement", "actual", "وأثمرت القمة عن اتفاق روسي تركي على تسيير دوريات."),
        ("political_process", "planned", "وأعاد السياسي النظر بالترشح للانتخابات الرئاسية."),
        # elections and their results
        ("political_process", "historical", "وتراجعت شعبية الحزب بعد خسارته في الانتخابات الأخيرة."),
        ("political_process", "historical", "طالب البرلمان بإلغاء نتائج الاستفتاء على انفصال الإقليم."),
        ("political_process", "planned", "وشدد الوزير على أهمية إجراء انتخابات في ليبيا."),
        ("political_process", "actual", "وأجرى الإقليم أمس استفتاء على الانفصال."),
        # sanctions in force and new ones
        ("sanction", "historical", "عانى سكان البلاد طوال عقود بسبب العقوبات."),
        ("sanction", "actual", "فرضت واشنطن أمس عقوبات على قادة في الدعم السريع."),
        # a plan named again
        ("political_process", "planned", "يعقد في جدة غدا مؤتمر للسلام في السودان. ويبحث المؤتمر أوضاع النازحين."),
        ("protest", "planned", "نبه الناشط الداعي للمظاهرات إلى حواجز الشرطة."),
    ],
)
def test_how_far_an_act_of_diplomacy_went(kind: EventType, realis: Realis, text: str) -> None:
    assert _met(text, kind) == {realis}


@pytest.mark.parametrize(
    ("text", "kind", "event"),
    [
        ("وتتفق الجماعات المسلحة في أفكار عدة.", "agreement", "يتفق الوفدان على فتح المعابر."),
        ("قال مدير المفوضية إن ذلك يتفق مع القانون.", "agreement", "اتفق الوفدان على فتح المعابر."),
        ("والتنظيمان يجتمعان على هدف واحد.", "meeting", "اجتمع القائدان في الخرطوم."),
        ("قال رئيس مفوضية الانتخابات إن العدد ارتفع.", "political_process", "جرت الانتخابات أمس في العراق."),
        ("شدد الوزير على أن الدول الخمس تملك حق النقض.", "political_process", "صوت المجلس على القرار الأممي أمس."),
        ("روسيا تملك حق النقض في المجلس.", "political_process", "استخدمت روسيا حق النقض ضد القرار."),
        ("استدعت الكويت القائم بالأعمال للاحتجاج على تطوير الحقل.", "protest", "نظم الأهالي وقفة للاحتجاج على انقطاع الماء."),
        ("قالت اللجنة العليا لإغاثة النازحين إن العدد ارتفع.", "humanitarian_aid", "أدخلت الأمم المتحدة أمس مساعدات إلى الفاشر."),
        ("نقل الجرحى إلى مستشفيات ميدانية قرب الحدود.", "humanitarian_aid", "أعلن الهلال الأحمر إقامة مستشفى ميداني في رفح."),
        ("قال السفير إن لجنة التحقيق لم تنته من تقريرها.", "monitoring", "قرر المجلس تشكيل لجنة التحقيق في المجزرة."),
        ("قال الأمير في حواره مع التلفزيون إن الوضع هادئ.", "talks", "بدأ الأمير حوارا مع الحكومة في مسقط."),
        ("خرج مئات السكان إلى الشوارع بعد الزلزال.", "protest", "نزل آلاف الشبان إلى الشوارع احتجاجا على القرار."),
        ("انتهت الجولة دون إحراز تقدم نحو تسوية.", "territory_capture", "أحرزت القوات تقدما في ريف حلب."),
        ("غادر إلى جدة مساء الجمعة وفد القوات المسلحة.", "withdrawal", "غادر المقاتلون المدينة بموجب الاتفاق."),
        ("يتيح القانون للشرطة حظر الإضرابات.", "protest", "بدأ المعلمون إضرابا مفتوحا."),
        ("قال رئيس هيئة المفاوضات إن الوفد مستعد.", "talks", "بدأت المفاوضات بين الوفدين في جنيف."),
        ("تعاني العشائر من نقص في التسليح.", "military_support", "سلحت واشنطن العشائر أمس."),
        ("رفضت العشائر قتال التنظيم.", "armed_clash", "شهدت البلدة قتالا عنيفا بين العشائر والتنظيم."),
        ("قال رئيس أركان هيئة الأمم المتحدة لمراقبة الهدنة إن الوضع هادئ.", "monitoring", "وصلت بعثة المراقبين إلى الحديدة أمس."),
        ("وسيكون المؤتمر أشبه بمصالحة كبيرة.", "agreement", "وقعت العشيرتان مصالحة في البلدة بعد اتفاق الوجهاء."),
        ("دعم الاتحاد الحزب الذي تصنفه واشنطن منظمة إرهابية.", "sanction", "صنفت واشنطن الجماعة أمس منظمة إرهابية."),
        ("قال الوزير إن طهران تنتهك كل قرارات مجلس الأمن.", "political_process", "صوت المجلس أمس على مشروع قرار بشأن اليمن."),
        ("تهدف الحكومة إلى نشر ثقافة التسامح والحوار بين القوات.", "talks", "بدأ أمس الحوار بين الحكومة والمعارضة في مسقط."),
        ("يفكر الحاكم بعقلية المحتل في مدينة تدمر.", "control_status", "يعيش السكان في مدينة عفرين المحتلة في خوف."),
        (
            "نظمت الجمعية بالتعاون مع المجلس المحلي ندوة عن الدستور.",
            "coordination",
            "قصفت القوات المواقع بالتعاون مع الطيران الحليف.",
        ),
        ("دخلت القافلة عبر معبر حوار كلس.", "talks", "بدأ في مسقط حوار بين الحكومة والمعارضة."),
    ],
)
def test_what_is_named_and_what_is_told(text: str, kind: EventType, event: str) -> None:
    assert kind not in types(text)
    assert kind in types(event)


@pytest.mark.parametrize(
    ("kind", "text", "events"),
    [
        (
            "political_process",
            "أجرى الإقليم استفتاء على الانفصال. ورفضت بغداد الاستفتاء. وصوت البرلمان العراقي أمس على قانون الموازنة.",
            2,
        ),
        ("political_process", "نفذ الجيش انقلابا في الخرطوم. وأدان مجلس الأمن الانقلاب.", 1),
        ("meeting", "اجتمع الرئيس المصري في القاهرة مع وفد من حماس. والتقى الرئيس المصري نظيره الفرنسي في باريس.", 2),
        ("talks", "بحث الرئيس المصري هاتفيا مع نظيره الفرنسي الوضع في غزة.", 1),
        ("meeting", "عقد الوزراء اجتماعا في جدة. وناقش الوزراء خلال الاجتماع وقف القتال.", 1),
        ("meeting", "بحث الرئيس التركي في اتصال هاتفي مع نظيره الروسي الوضع. وزار الرئيس التركي طهران أمس.", 1),
        ("agreement", "دعا المبعوث إلى تنفيذ اتفاق الصخيرات. ورحب الوزراء بالاتفاق النووي.", 2),
        ("zone_establish", "أعلن القادة فرض منطقة حظر طيران فوق البلاد.", 1),
        ("agreement", "اتفقت السعودية وإيران على تبادل السفراء. واتفقت مصر وتركيا على فتح خط بحري.", 2),
    ],
)
def test_which_acts_of_diplomacy_are_one(kind: EventType, text: str, events: int) -> None:
    assert len(_told(text, kind)) == events


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # what a verb governs by its pronoun stands in front of it
        ("political_process", "دعا الوفد إلى التزام القرار الذي تبناه مجلس الأمن قبل أعوام."),
        ("shelling", "أصيب المخزن بصواريخ أطلقتها الجماعة من الوادي."),
        # talks called by their town, and who is backed right behind the word
        ("talks", "عرقلت المعارضة اجتماعات أستانا مرتين."),
        ("military_support", "شكر الأمير القادة على دعمهم لليبيا في محنتها."),
        ("displacement", "تسمح القوات الخاصة بعودة المدنيين بعد نزع الألغام."),
        ("political_process", "رحب السكان بعودة نائب الرئيس إلى عدن."),
        ("detention", "ما زال الطبيب محتجزا في مقر الجماعة."),
    ],
)
def test_what_is_told_by_what_stands_around_its_word(kind: EventType, text: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("meeting", "مقتل جندي في تعز 2021-10-12 477 زيارة أصيب جندي بجروح."),
        ("withdrawal", "نادت القوات عبر مكبرات الصوت المطلوبين بتسليم أنفسهم."),
        ("military_support", "شكر اللاعب رئيس البلاد على دعمه للرياضة."),
        ("political_process", "قال القيادي المؤتمري إن المسلحين قطعوا الطريق."),
        ("coordination", "وزعت الجمعية الخيام بالتعاون مع الهلال الأحمر السوري."),
    ],
)
def test_words_of_peace_that_tell_nothing(kind: EventType, text: str) -> None:
    assert kind not in types(text)
