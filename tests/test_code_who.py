"""Who did it to whom: one sentence a rule, and sentences in which a guess would print the wrong perpetrator."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.model import EventType, new_document
from marsad.pipeline import trace

KIT = kit.load()


def _sides(text: str, kind: EventType) -> tuple[set[str], set[str]]:
    """The registered actors and targets of the first event of a type; of others the words of their first mention."""
    reading = trace(new_document(text), KIT).reading
    names = {a.id: a.id if a.registered else (a.name.ar or "") for a in reading.actors}
    event = next(e for e in reading.events if e.type == kind)
    return {names[i] for i in event.actors}, {names[i] for i in event.targets}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("شنت الطائرات الروسية، فجر اليوم، غارات على مواقع لتنظيم داعش قرب النهر.", "air_strike", {"ru.air_force"}, {"isis"}),
        ("أمر الملك الأردني بفتح الحدود أمام اللاجئين.", "route_open", {"الملك الأردني"}, set()),
        ("أصدر الرئيس المصري قرارا بالإفراج عن مئتي سجين.", "release_exchange", {"الرئيس المصري"}, {"سجين"}),
        ("أبدت السعودية استعدادها لإرسال قوات إلى سوريا.", "deployment", {"sa"}, set()),
        ("أعرب الرئيس التركي عن استعداده لإرسال قوات إلى سوريا.", "deployment", {"الرئيس التركي"}, set()),
        ("تحذر المنظمة من الدمار الذي خلفته قوات التحالف الدولي في المدينة.", "destruction", {"intl_coalition"}, set()),
        ("ترأس الرئيس المصري اجتماعا للحكومة.", "meeting", {"الرئيس المصري", "الحكومة"}, set()),
        ("شارك في الاجتماع ممثلون عن الحكومة السورية.", "meeting", {"sy.gov"}, set()),
        ("دخل وقف إطلاق النار الذي اتفقت عليه روسيا والولايات المتحدة حيز التنفيذ.", "ceasefire", {"ru", "us"}, set()),
        ("رفضت المعارضة السورية التفاوض مع الحكومة السورية.", "talks", {"sy.opposition", "sy.gov"}, set()),
        ("قال إن تركيا تعمل مع روسيا بشأن عملية الإجلاء.", "coordination", {"tr", "ru"}, set()),
        ("التقطت صورة للرئيس الروسي فلاديمير بوتين خلال اجتماع في موسكو.", "meeting", {"ru.putin"}, set()),
        ("تعهدت الحكومة بملاحقة تنظيم داعش المتهم بالوقوف خلف التفجير.", "bombing_ied", {"isis"}, set()),
        ("وأشارت الشرطة التركية إلى أنه فجر نفسه وسط الساحة.", "suicide_attack", set(), set()),
        ("رد الجيش التركي برشقات صاروخية على مواقع لقوات النظام السوري.", "shelling", {"tr.army"}, {"sy.army"}),
        ("أعلن الاتحاد الأوروبي فرض عقوبات جديدة على روسيا.", "sanction", {"eu"}, {"ru"}),
        ("أعلنت اللجنة الدولية للصليب الأحمر بدء إجلاء حالات حرجة من الغوطة.", "evacuation", {"icrc"}, set()),
        ("قصفت قوات النظام السوري ومن خلفها روسيا مواقع للجيش السوري الحر.", "shelling", {"sy.army", "ru"}, {"fsa"}),
        ("قصفت الطائرات الإسرائيلية إلى جانب الجيش الأمريكي المطار.", "air_strike", {"il.air_force", "us.army"}, set()),
        ("قتل أربعة جنود في هجوم تقف وراءه حركة طالبان.", "ground_attack", {"taliban"}, {"جنود"}),
        ("تتهم البحرين إيران بمساندة مسلحين على أراضيها.", "military_support", {"ir"}, {"مسلحين"}),
        ("أقلعت طائرات أمريكية من القاعدة لقصف تنظيم داعش.", "air_strike", {"us.air_force"}, {"isis"}),
        ("سمحت حركة طالبان للسكان بالعودة بعد انسحابها من القرية.", "withdrawal", {"taliban"}, set()),
        ("شرعت قوات الأمن التركية في عمليات ضد مسلحي داعش في إسطنبول.", "ground_attack", {"tr.security_forces"}, {"isis"}),
        ("حذر الحرس من عبور ثمانية من مسلحي داعش النهر ليلا.", "deployment", {"isis"}, set()),
        (
            "داهمت دوريات من قسد منازل في حي الحويجة شرقي دير الزور في البلدة القديمة، لاعتقال ناشطين.",
            "detention",
            {"sdf"},
            {"ناشطين"},
        ),
        ("قال قائد الجيش اليمني إن قواته قصفت مواقع للحوثيين.", "shelling", {"ye.army"}, {"houthis"}),
        ("تلقى الملك الأردني اتصالا هاتفيا من الرئيس المصري.", "talks", {"الملك الأردني", "الرئيس المصري"}, set()),
        ("وصل وفد من الاتحاد الأوروبي إلى بغداد للقاء رئيس الوزراء العراقي.", "meeting", {"eu", "رئيس الوزراء العراقي"}, set()),
        ("رفعوا صور زعيم الحزب عبد الله أوجلان المسجون منذ عام 1999.", "detention", set(), {"tr.ocalan"}),
        ("تعرضت نقطة للجيش التركي لقصف من قوات النظام السوري.", "shelling", {"sy.army"}, {"tr.army"}),
        ("قتل خمسة عناصر من قوات النظام السوري في هجوم لهيئة تحرير الشام.", "ground_attack", {"hts"}, {"sy.army"}),
        ("ذكرت الوكالة أن القوات التركية أرسلت تعزيزات عسكرية إلى إدلب.", "deployment", {"tr.army"}, set()),
        ("تبنى تنظيم الدولة الإسلامية الهجوم على الحاجز.", "ground_attack", {"isis"}, set()),
        ("أسفرت غارة نفذها الجيش الإسرائيلي على الحي عن أضرار.", "air_strike", {"il.army"}, set()),
        ("قصفت قوات النظام السوري البلدة، وسيطرت على التلة.", "territory_capture", {"sy.army"}, set()),
        ("انسحبوا من المواقع التي سيطرت عليها قوات سوريا الديمقراطية.", "territory_capture", {"sdf"}, set()),
        ("أحبط الجيش اليمني محاولة تسلل للحوثيين.", "ground_attack", {"houthis"}, {"ye.army"}),
        ("قتل عنصران من الجيش العراقي في اشتباكات مع مسلحي تنظيم داعش.", "armed_clash", {"iq.army", "isis"}, set()),
        ("أعلنت وزارة الدفاع الروسية أن قاذفاتها قصفت معسكرا لداعش.", "air_strike", {"ru.mod"}, {"isis"}),
        ("وقال إن سلاح الجو الأمريكي قصف رتلا لحركة طالبان.", "air_strike", {"us.air_force"}, {"taliban"}),
        ("ساند سلاح الجو الروسي القوات في الحي.", "military_support", {"ru.air_force"}, {"القوات"}),
        ("استولت القوات على الحي بمساندة سلاح الجو الروسي.", "territory_capture", {"القوات", "ru.air_force"}, set()),
        ("تمكن الجيش اليمني من كسر الحصار الذي فرضه مقاتلو جماعة الحوثي على البلدة.", "siege_break", {"ye.army"}, set()),
        ("أبدت العاصمة استعدادها لدعم الجيش السوري الحر بالسلاح.", "military_support", set(), {"fsa"}),
        (
            "انسحب الجيش السوري الحر، المدعوم من فرنسا والذي يقاتل ضد تنظيم داعش، من البلدة.",
            "armed_clash",
            {"fsa", "isis"},
            set(),
        ),
        ("وقع اتفاق بين مصر والأردن الذي انضم إلى التحالف الدولي.", "agreement", {"eg", "jo"}, set()),
        ("بدأت هدنة بين الحكومة السورية والمعارضة السورية باستثناء تنظيم داعش.", "ceasefire", {"sy.gov", "sy.opposition"}, set()),
        ("أحبط مقاتلو «جيش الإسلام» محاولة تقدم للجيش السوري ودمروا دبابة.", "equipment_loss", {"jaish_al_islam"}, set()),
        ("أحبط مقاتلو «جيش الإسلام» محاولة تقدم للجيش السوري ودمروا دبابة.", "ground_attack", {"sy.army"}, {"jaish_al_islam"}),
        ("في بلدة تادف شرق حلب فصائل مدعومة من تركيا.", "military_support", {"tr"}, {"فصائل مدعومة من تركيا"}),
        ("قال المبعوث إن قوات حفتر مدعومة من الإمارات ومصر.", "military_support", {"ae", "eg"}, {"قوات حفتر مدعومة من الإمارات"}),
        ("تقدم الجيش السوري بدعم جوي روسي نحو البوكمال.", "military_support", {"ru"}, {"sy.army"}),
        ("ينتشر الجيش السوري الذي تدعمه روسيا في رأس العين.", "military_support", {"ru"}, {"sy.army"}),
        ("استعاد الجيش اليمني بدعم من التحالف العربي مدينة المخا.", "military_support", {"arab_coalition"}, {"ye.army"}),
        ("انتزع الجيش اليمني السيطرة على الجبل بعد اشتباكات عنيفة مع الحوثيين.", "territory_capture", {"ye.army"}, {"houthis"}),
        (
            "سيطرت المقاومة الشعبية على المواقع التي كان الحوثيون يتمركزون فيها.",
            "territory_capture",
            {"ye.popular_resistance"},
            {"houthis"},
        ),
        ("استعاد الجيش العراقي، الجمعة، قضاء القائم من سيطرة تنظيم داعش.", "territory_capture", {"iq.army"}, {"isis"}),
        ("فرضت واشنطن عقوبات على ثلاثة قادة في حزب الله.", "sanction", {"us"}, {"قادة في حزب الله"}),
        ("أفرجت قسد عن مدنيين كانت تحتجزهم في السجن.", "detention", {"sdf"}, {"مدنيين"}),
        (
            "داهمت قوات سوريا الديمقراطية منزل الشاب خالد العلي في حي الصالحية واعتقلته.",
            "detention",
            {"sdf"},
            {"الشاب خالد العلي"},
        ),
        ("أعلنت كتائب القسام قنص جندي إسرائيلي شرق غزة.", "small_arms_fire", {"qassam"}, {"جندي إسرائيلي"}),
        ("هدد الحوثيون بقصف المنشآت النفطية.", "shelling", {"houthis"}, set()),
        ("قتل جندي تركي في هجوم لحزب العمال الكردستاني.", "ground_attack", {"pkk"}, {"جندي تركي"}),
        ("اغتال مجهولون القاضي محمد الأحمد في درعا.", "targeted_killing", {"مجهولون"}, {"القاضي محمد الأحمد"}),
        (
            "قصفت الطائرات الروسية مواقع لتنظيم داعش ما أدى إلى مقتل ثلاثة مدنيين.",
            "air_strike",
            {"ru.air_force"},
            {"isis", "مدنيين"},
        ),
        ("قتل الجيش الإسرائيلي ثلاثة شبان في جنين.", "targeted_killing", {"il.army"}, {"شبان في جنين"}),
        ("قتل مسلحون ثلاثة جنود في سيناء.", "targeted_killing", {"مسلحون"}, {"جنود في سيناء"}),
        ("قتلت غارة إسرائيلية قياديا في حزب الله.", "air_strike", {"il"}, {"قياديا في حزب الله"}),
        ("أوقف الأمن العام اللبناني سوريين اثنين في بيروت.", "detention", {"lb.gs"}, {"سوريين"}),
        ("اعتقل ثلاثة ناشطين أمس.", "detention", set(), {"ناشطين"}),
        ("قتل جنديان في هجوم نسب إلى حركة طالبان.", "ground_attack", {"taliban"}, {"جنديان"}),
        ("قام متمردون بتفجير عبوة أثناء مرور قافلة عسكرية.", "bombing_ied", {"متمردون"}, {"قافلة عسكرية"}),
        (
            "وصلت فرق الدفاع المدني إلى السوق وانتشلت جثامين الضحايا.",
            "humanitarian_aid",
            {"sy.civil_defence"},
            {"الضحايا"},
        ),
        ("احتجزت السلطات مراسل الوكالة وأفرجت عنه بعد ساعات.", "release_exchange", {"السلطات"}, {"مراسل الوكالة"}),
        (
            "استشهد شابان هما: أحمد علي وخالد حسن، برصاص الجيش الإسرائيلي.",
            "small_arms_fire",
            {"il.army"},
            {"شابان", "أحمد علي", "خالد حسن"},
        ),
        ("تتشكك الصحيفة في نوايا روسيا لدعمها بشار الأسد بالسلاح.", "military_support", {"ru"}, {"sy.assad"}),
        ("الحرب بين تنظيم القاعدة والحكومة التي تدعمها السعودية مستمرة.", "military_support", {"sa"}, {"الحكومة"}),
        ("وردت فصائل المعارضة السورية باستهداف معاقل قوات النظام السوري.", "shelling", {"sy.opposition"}, {"sy.army"}),
        ("أعلن الجيش عزل الرئيس السابق محمد مرسي المنتمي لجماعة الإخوان المسلمين.", "personnel_action", {"الجيش"}, {"eg.morsi"}),
        ("يعيش السكان المحاصرون في الحي ظروفا صعبة.", "siege", set(), {"السكان"}),
        ("تواصل القصف المتبادل بين قوات النظام السوري والجيش التركي.", "shelling", {"sy.army", "tr.army"}, set()),
        ("أعلنت حركة طالبان استهدافها مواقع للجيش الأفغاني.", "shelling", {"taliban"}, {"af.army"}),
        ("قتل طفل نتيجة سقوط الصواريخ الإسرائيلية على الحي.", "shelling", {"il"}, {"طفل"}),
        ("دمرت حركة طالبان دبابة للجيش التركي بصاروخ موجه.", "equipment_loss", {"taliban"}, {"tr.army"}),
        ("استولت حركة طالبان على مقر للجيش التركي.", "territory_capture", {"taliban"}, {"tr.army"}),
        ("أسقط الجيش اليمني طائرة مسيرة للحوثيين في مأرب.", "air_defence", {"ye.army"}, {"houthis"}),
        ("أطلق الجيش الإسرائيلي النار على متظاهرين شرق البلدة.", "small_arms_fire", {"il.army"}, {"متظاهرين"}),
        ("حاصر المستوطنون منازل في حوارة.", "siege", {"il.settlers"}, set()),
        ("وكانت جبهة النصرة خطفت ثمانية عناصر من الجيش اليمني.", "abduction", {"nusra"}, {"ye.army"}),
        ("خطفت جبهة النصرة، ذراع تنظيم القاعدة في سوريا، خمسة مقاتلين أمس.", "abduction", {"nusra"}, {"مقاتلين"}),
        ("شهد الشهر قيام «قسد» باستهداف الأحياء السكنية.", "shelling", {"sdf"}, set()),
        ("استهدفت قوات النظام السوري مخيما للنازحين غربي إدلب.", "shelling", {"sy.army"}, {"النازحين"}),
        ("تقوم جبهة النصرة بمطاردة مقاتلين تلقوا تدريبات في تركيا.", "military_support", set(), {"مقاتلين"}),
        ("قتل شاب يدعى خالد العلي برصاص «قسد» في الحي.", "small_arms_fire", {"sdf"}, {"شاب", "خالد العلي"}),
        (
            "شنت إسرائيل ضربات جوية طالت مواقع للجيش السوري وأهدافا لإيران وأخرى لحزب الله.",
            "air_strike",
            {"il"},
            {"sy.army", "ir", "hezbollah"},
        ),
        ("قصفت إسرائيل دمشق أمس، واعترض الدفاع الجوي السوري ثلاثة صواريخ.", "air_defence", {"sy.air_defence"}, {"il"}),
        ("قصف الحوثيون عدن حتى تم تحرير المدينة منهم.", "territory_capture", set(), {"houthis"}),
        ("نقلت الفرق الإسعافية والدفاع المدني المصابين إلى المستشفى.", "evacuation", {"الدفاع المدني"}, {"المصابين"}),
        (
            "سيطر الجيش اليمني على حي التواهي، آخر المناطق التي كانت تحت سيطرة الحوثيين.",
            "territory_capture",
            {"ye.army"},
            {"houthis"},
        ),
        ("دمر الجيش اليمني عربات خاصة بالحوثيين.", "equipment_loss", {"ye.army"}, {"houthis"}),
        ("استأنف الجيش اليمني القصف على التلال.", "shelling", {"ye.army"}, set()),
        ("واصلت قوات النظام السوري، مساء الأربعاء، قصفها للحي الجنوبي.", "shelling", {"sy.army"}, set()),
        ("ألقت قوات سوريا الديمقراطية في الحي القبض على تاجر.", "detention", {"sdf"}, {"تاجر"}),
        ("اعتقلت قوات سوريا الديمقراطية شابا، كما اعتقلت ثلاثة من عناصر تنظيم داعش.", "detention", {"sdf"}, {"شابا"}),
        ("تمكن الجيش اليمني من صد هجوم لجماعة الحوثي على الموقع.", "ground_attack", {"houthis"}, {"ye.army"}),
        ("قتل طفل بقصف صاروخي مصدره المناطق التي تسيطر عليها قوات سوريا الديمقراطية.", "shelling", {"sdf"}, {"طفل"}),
        ('سقط جرحى في قصف مدفعي لـ"قسد" على السوق.', "shelling", {"sdf"}, set()),
        ("تقع القرية في المناطق الخاضعة لسيطرة قوات سوريا الديمقراطية.", "control_status", {"sdf"}, set()),
        ("وفر عشرات من مسلحي تنظيم داعش باتجاه الصحراء.", "withdrawal", {"isis"}, set()),
        ("انفجر لغم أرضي بعدد من عناصر قوات سوريا الديمقراطية.", "bombing_ied", set(), {"sdf"}),
        ("إن تنظيم داعش سيطر على البلدة إثر هجوم على الحاجز لعناصر الجيش العراقي.", "territory_capture", {"isis"}, set()),
        ("حاول مسلحون اقتحام المقر.", "ground_attack", {"مسلحون"}, set()),
        ("دفع القصف مقاتلي جماعة الحوثي إلى التراجع نحو الوادي.", "withdrawal", {"houthis"}, set()),
        ("شن تنظيم داعش هجوما استهدف سيارة تابعة للجيش العراقي.", "ground_attack", {"isis"}, {"iq.army"}),
        ("قصف النظام السوري البلدة، وجاء قصف قوات النظام السوري ردا على هجوم.", "shelling", {"sy.army"}, set()),
        (
            "القمة التي جمعت الرئيس الروسي فلاديمير بوتين والرئيس التركي رجب طيب أردوغان انتهت.",
            "meeting",
            {"ru.putin", "tr.erdogan"},
            set(),
        ),
        ("داهمت دورية من قوات سوريا الديمقراطية منزلا في الحي لاعتقال شاب.", "detention", {"sdf"}, {"شاب"}),
        ("شنت فصائل المعارضة السورية هجوما على الحاجز.", "ground_attack", {"sy.opposition"}, set()),
        ("شهدت الناحية تهجير مدنيين من قبل قادة عسكريين.", "displacement", {"قادة عسكريين"}, {"مدنيين"}),
        ("أعلنت تركيا وروسيا، التوصل إلى اتفاق على الهدنة.", "ceasefire", {"tr", "ru"}, set()),
        ("أعلنت الفصائل قنص عنصرين من قوات النظام السوري.", "small_arms_fire", {"الفصائل"}, {"sy.army"}),
        ("قال الرئيس التركي رجب طيب أردوغان إن بلاده أجرت مفاوضات مع روسيا.", "talks", {"tr", "ru"}, set()),
        # a number that opens with ما is no clause; what is told of the speaker is not another who claims it
        ("قتل مسلحو حركة طالبان ما لا يقل عن 14 جنديا قرب كابول.", "targeted_killing", {"taliban"}, {"جنديا"}),
        ("أعلنت حركة طالبان، وهي جماعة مسلحة نشأت في قندهار، مسؤوليتها عن الهجوم.", "ground_attack", {"taliban"}, set()),
        # where a shelling came from is no doer; who backs whom; the capital that begins what is its own
        ("أصيب حارس جراء القصف من لبنان على الموقع.", "shelling", set(), {"حارس"}),
        ("كثفت الإمارات دعمها العسكري لقوات الدعم السريع.", "military_support", {"ae"}, {"rsf"}),
        ("اعتقل الجنود الشابين سمير حسن وعلي عمر بعد دهم منزليهما في بلدة سلواد.", "detention", {"الجنود"}, {"الشابين"}),
        # whom they drove out of there, into whose hands it fell, a force that a clause without الذي describes
        ("دخل الجيش السوداني مدينة سنجة، وطرد قوات الدعم السريع منها.", "territory_capture", {"sd.army"}, {"rsf"}),
        ("قال إن البلدة وقعت تحت سيطرة حركة طالبان قبل عام.", "territory_capture", {"taliban"}, set()),
        ("اشتبك حراس القرية مع مجموعة مسلحة هاجمت مخزنا غرب القرية.", "ground_attack", {"مجموعة مسلحة"}, set()),
        # whose truce it was, and whose ambushes
        ("وثقت اللجنة سبعة خروقات للهدنة الأممية في مأرب.", "ceasefire_violation", set(), set()),
        ("كمائن للقسام شرقي رفح.", "ground_attack", {"qassam"}, set()),
    ],
)
def test_who_and_to_whom(text: str, kind: EventType, actors: set[str], targets: set[str]) -> None:
    assert _sides(text, kind) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "kind", "innocent"),
    [
        ("وقعت الخروقات في مناطق تنتشر فيها جبهة النصرة مؤكدة أن وقف الأعمال القتالية صامد.", "ceasefire", "nusra"),
        (
            "انفجرت سيارة مفخخة في جبلة. وتقع جبلة قرب قاعدة تتخذها القوات الروسية مقرا لعملياتها في سوريا.",
            "bombing_ied",
            "ru.army",
        ),
        ("أكدت الوزارة تسجيل 18 خرقا للهدنة من قبل الجانب الروسي في اللجنة المشتركة.", "ceasefire_violation", "ru"),
        ("قال المتحدث إن طائرة مسيرة قصفت خلية لحركة حماس.", "air_strike", "hamas"),
        ("تزامن قصف قوات النظام السوري مع تحليق للطيران الروسي.", "shelling", "ru.air_force"),
        ("تراجعت المعارضة السورية إلى البلدة جراء قصف عنيف.", "shelling", "sy.opposition"),
        ("نددت فرنسا أمس بعد تفجير في السوق.", "bombing_ied", "fr"),
        ("أثنى على تحالف وجه ضربات جوية لتنظيم داعش.", "air_strike", "isis"),
        ("انتقد التحقيق الذي تجريه الأمم المتحدة في هجمات على القرى.", "ground_attack", "un"),
        ("ذكر القوة التي تدعمها فرنسا والتي تقاتل تنظيم داعش.", "armed_clash", "fr"),
        ("حضر الطرفان محادثات تستضيفها سويسرا.", "talks", "ch"),
        ("أقيمت منطقة خفض التوتر بمحافظة إدلب السورية.", "zone_establish", "sy"),
        ("وجهت الدعوة تركيا التي تدعم المعارضة السورية منذ سنوات.", "military_support", "sy.opposition"),
        ("اختتم الوزير زيارة لسوريا استمرت يومين.", "meeting", "sy"),
        ("تصدت الدفاعات الجوية السورية لهجوم على المطار.", "ground_attack", "sy.air_defence"),
        ("استهدف تفجير حي جبلة معقل النظام السوري.", "bombing_ied", "sy.gov"),
        ("أكد المجلس اقتحام القضاء في حال فشل التفاوض.", "ground_attack", "القضاء"),
        ("أقر «البنتاغون» بقصف البلدة.", "shelling", "us.mod"),
        ("خاض الثوار معركة تحت مسمى «جيش الفتح» مع وصول الجيش السوري.", "armed_clash", "jaish_fatah"),
    ],
)
def test_nobody_is_guessed(text: str, kind: EventType, innocent: str) -> None:
    reading = trace(new_document(text), KIT).reading
    assert all(innocent not in e.actors for e in reading.events if e.type == kind)


def test_the_attacked_do_not_attack() -> None:
    actors, targets = _sides("استهدفت الجبهة الوطنية للتحرير مواقع لقوات النظام السوري.", "shelling")
    assert "sy.army" in targets
    assert "sy.army" not in actors


def test_each_participant_says_why() -> None:
    traced = trace(new_document("قصفت القوات التركية مواقع قوات سوريا الديمقراطية."), KIT)
    event = traced.reading.events[0]
    rules = [t.rule for t in traced.traces if t.record == event.id and t.rule.startswith(("actor ", "target "))]
    assert rules == ["actor tr.army: the subject behind the verb", "target sdf: the object of the verb, its owner"]


def test_who_is_called_only_what_he_is_is_the_one_man_that_is_named() -> None:
    text = "مقتل مدني بقصف على القرية. وأفاد المراسل بأن المدني سامر الجابر قتل في القصف."
    assert len(_sides(text, "shelling")[1]) == 1


def test_a_visit_is_no_accord() -> None:
    assert _sides("قال الوزير إن الاتفاق النووي مع إيران قائم، وذلك بعد زيارة قصيرة.", "meeting")[0] == set()


def test_people_named_in_general_are_those_named_closer() -> None:
    text = "أصاب قصف مدفعي للجيش نازحين في مخيم الرملة. وأدى القصف على المخيم إلى جرح مدنيين."
    assert _sides(text, "shelling")[1] == {"نازحين"}
    assert len(_sides("أسعفت فرق الإنقاذ الجرحى والنازحين.", "humanitarian_aid")[1]) == 2


def test_who_lost_men_killed_none() -> None:
    text = "خسرت ميليشيا قسد عددا من عناصرها في هجوم ليلي. وأصيب عنصران من الميليشيا بانفجار عبوة ناسفة."
    assert _sides(text, "ground_attack") == (set(), {"sdf"})
    assert _sides(text, "bombing_ied") == (set(), {"sdf"})
    assert _sides("خسرت حركة طالبان أربعة من عناصرها.", "casualties")[0] == set()


def test_a_body_that_arrests_its_own_does_not_arrest_itself() -> None:
    actors, targets = _sides("اعتقلت قسد أربعة من عناصرها في الرقة.", "detention")
    assert actors == {"sdf"}
    assert targets
    assert "sdf" not in targets


def test_feminine_is_who_is_so_and_not_who_may_be() -> None:
    text = "قصفت تركيا مواقع لداعش في الباب ردا على مقتل ستة من جنودها بإطلاق نار."
    assert _sides(text, "small_arms_fire")[1].isdisjoint({"isis", "tr"})
