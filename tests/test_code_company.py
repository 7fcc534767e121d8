"""Who takes part: lists, aims, co-doers, pronouns, and inversions that would print the wrong perpetrator."""

from __future__ import annotations

import pytest

from attributed import read
from marsad.model import EventType


def _sides(text: str, kind: EventType) -> tuple[list[str], list[str]]:
    """The actors and targets of the first event of a type, each by the words of all its mentions."""
    reading = read(text)
    words = {a.id: " / ".join(dict.fromkeys(text[s:e] for s, e in a.mentions)) for a in reading.actors}
    event = next(e for e in reading.events if e.type == kind)
    return [words[i] for i in event.actors], [words[i] for i in event.targets]


def _meets(found: list[str], wanted: list[str]) -> bool:
    return len(found) == len(wanted) and all(any(w in f for f in found) for w in wanted)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        # a masculine verb with the plural of bodies, an adjective of the subject, an attack as the subject
        ("استهدف فصائل الثوار بقذائف الهاون مواقع قوات النظام في ريف حماة.", "shelling", ["فصائل الثوار"], ["قوات النظام"]),
        ("أضرم مستوطنون متطرفون النار في منزل شرق رام الله.", "destruction", ["مستوطنون"], []),
        ("استهدفت تلك التعزيزات غارة ليلية نفذتها طائرات التحالف.", "air_strike", ["طائرات التحالف"], ["التعزيزات"]),
        ("أعلن المتحدث استهداف دبابة إسرائيلية بقذيفة شرق رفح.", "shelling", [], ["إسرائيلية"]),
        ("وأشارت السلطات التركية إلى أنه فجر نفسه وسط حشد من الشباب في سوروتش.", "suicide_attack", [], []),
        # lists
        ("اعتقلت الشرطة سعيد الشريف، وعدي المحتسب في مدينة الخليل.", "detention", ["الشرطة"], ["سعيد الشريف", "عدي المحتسب"]),
        ("خاضت ميليشيات الحوثي مواجهات مع قوات الجيش الوطني والمقاومة الشعبية في المعاشيق.", "armed_clash",
         ["الحوثي", "الجيش الوطني", "المقاومة الشعبية"], []),
        ("دارت معارك بين قوات النظام المدعومة بالطيران الروسي من جهة، وفصائل المعارضة من جهة ثانية.", "armed_clash",
         ["قوات النظام", "فصائل المعارضة"], []),
        ("اندلعت اشتباكات بين قوات الحكومة التي تتخذ طبرق مقرا ومقاتلين متطرفين.", "armed_clash",
         ["الحكومة", "مقاتلين"], []),
        # whose things are hit
        ("شنت الطائرات غارات جوية عدة على تعزيزات حربية للحوثيين في البيضاء.", "air_strike", ["الطائرات"], ["للحوثيين"]),
        ("فجرت المقاومة الشعبية دبابة ومدرعتين لميليشيات الحوثي.", "shelling", ["المقاومة"], ["الحوثي"]),
        ("قامت ميليشيا الحوثي بمهاجمة مواقع المقاومة الشعبية في الجدعان.", "ground_attack", ["الحوثي"], ["المقاومة"]),
        ("داهمت الشرطة منزل الأسير المحرر ماهر مبارك في سلواد.", "ground_attack", ["الشرطة"], ["ماهر مبارك"]),
        ("تعرض رتل للقوات التركية لهجوم بعبوة ناسفة على الطريق.", "bombing_ied", [], ["للقوات التركية"]),
        # aims, company, pronouns, what is told before
        ("بدأ الجيش اليمني معركة لإخراج الحوثيين من مدينة تعز.", "armed_clash", ["الجيش اليمني", "الحوثيين"], []),
        ("سيطر الثوار على مواقع الحوثيين في منطقة دوفس بعد معارك طاحنة أسفرت عن سقوط قتلى.", "armed_clash", ["الثوار", "الحوثيين"], []),
        ("سقط قتلى في هجوم شنه مقاتلو حركة الشباب على قاعدة للجيش الصومالي.", "ground_attack", ["الشباب"], ["لجيش الصومالي"]),
        ("شنت طائرات التحالف، أمس السبت، سلسلة من الغارات الجوية مستهدفة تجمعات الحوثيين.", "air_strike",
         ["طائرات التحالف"], ["الحوثيين"]),
        ("أفرجت هيئة تحرير الشام عن ناشط إعلامي بعد شهر من اعتقاله.", "release_exchange", ["تحرير الشام"], ["ناشط"]),
        ("خطف مسلحون ثلاثين طالبا من مدرسة في الولاية.", "abduction", ["مسلحون"], None),
        ("جرح طفل جراء استهداف قوات النظام بقذيفة مدفعية بلدة كفربطنا.", "shelling", ["قوات النظام"], ["طفل"]),
        ("قصفت طائرات أمريكية وبريطانية مواقع للحوثيين في الحديدة.", "air_strike", ["أمريكية", "بريطانية"], ["للحوثيين"]),
        ("أكد القائد أن المقاومة الشعبية أسرت الإيرانيين خلال الاشتباكات في عدن.", "detention", ["المقاومة"], None),
        ("سقط قتلى في انفجار استهدف مسرحا شعبيا كرديا في قرية تركية.", "bombing_ied", [], None),
        ("رحب المبعوث بالاتفاق الروسي - التركي حول الهدنة.", "agreement", ["الروسي", "التركي"], []),
        ("توصلت تركيا وروسيا وإيران إلى اتفاق على تبادل المعلومات.", "agreement", ["تركيا", "روسيا", "إيران"], []),
        ("أفيد أن قوات النظام والميليشيات المحلية، تواصل ارتكاب الخروقات في محيط القرية.", "ceasefire_violation",
         ["قوات النظام", "الميليشيات"], []),
        ("ألقت قوات سوريا الديمقراطية بمشاركة جنود التحالف الدولي القبض على قيادي من داعش.", "detention",
         ["قوات سوريا", "التحالف"], ["قيادي"]),
        ("شن الجيش السوري هجوما لانتزاع التلة الحمراء من فصائل المعارضة.", "ground_attack", ["الجيش السوري"], ["المعارضة"]),
        ("قتل خمسة أشخاص في قصف للجيش التركي على القرية.", "shelling", ["لجيش التركي"], ["أشخاص"]),
    ],
)  # fmt: skip
def test_company(text: str, kind: EventType, actors: list[str], targets: list[str] | None) -> None:
    found_actors, found_targets = _sides(text, kind)
    assert _meets(found_actors, actors), found_actors
    assert targets is None or _meets(found_targets, targets), found_targets


def test_the_sole_striker_of_a_report_makes_its_other_strikes() -> None:
    text = "شنت طائرات التحالف العربي غارات على مواقع الحوثيين في صعدة. كما استهدفت غارتان جويتان معسكرا غرب صنعاء أمس."
    reading = read(text)
    strikes = [e for e in reading.events if e.type == "air_strike"]
    assert strikes
    assert all(e.actors == strikes[0].actors for e in strikes)


def test_a_like_attack_is_by_whom_the_one_before_was() -> None:
    text = "قصفت قوات النظام السوري بلدة سرمين بالمدفعية. كما تعرضت بلدة آفس لقصف مماثل."
    reading = read(text)
    assert all("sy.army" in e.actors for e in reading.events if e.type == "shelling")


def test_who_foils_a_plan_did_not_make_it() -> None:
    for text in ("أحبطت الدورية مخططا لاستهداف المواطنين في السوق.", "قال إن يقظة الدورية “أحبطت مخططا لاستهداف المواطنين”."):
        event = read(text).events[0]
        assert (event.realis, event.actors) == ("failed", ())
