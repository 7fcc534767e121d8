"""Counts on sentences of our own: what is counted, of whom, with which bounds, and what is no count."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad import kit
from marsad.model import Count, Published, new_document
from marsad.pipeline import read

KIT = kit.load()
_SIGNS = {"exact": "", "at_least": "≥", "more_than": ">", "up_to": "≤", "about": "~", "vague": "?"}


def _counts(text: str) -> list[Count]:
    document = new_document(text, published=Published(start="2021-06-15", end="2021-06-15", precision="day", basis="given"))
    found = [c for e in read(document, KIT).events for c in e.counts]
    return sorted(found, key=lambda c: (c.span, c.what))


def _short(count: Count) -> str:
    """`killed>20` is more than twenty killed; a part of another number ends in `p`."""
    number = count.low if count.low is not None else count.high if count.high is not None else ""
    return f"{count.what}{_SIGNS[count.qualifier]}{number}{'p' if count.part_of else ''}"


with (Path(__file__).parent / "counts_corpus.csv").open(encoding="utf-8") as _file:
    CORPUS = [(row["text"], row["counts"]) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(("text", "expected"), CORPUS, ids=range(len(CORPUS)))
def test_the_corpus_of_counts(text: str, expected: str) -> None:
    assert " ".join(_short(c) for c in _counts(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one victim by a bare noun, a name or a kinsman
        ("مقتل مدني في قصف مدفعي على بلدة سرمين.", "killed1"),
        ("استشهد طفل وأصيبت والدته في غارة على البلدة.", "killed1 wounded1"),
        ("قتل رجل وأصيب والده بقصف على القرية.", "killed1 wounded1"),
        ("مقتل طفل ووالده بقصف على القرية.", "killed2"),
        ("استشهد الشاب سامر الحلبي في غارة على البلدة.", "killed1"),
        ("قصفت الطائرات البلدة ما أدى إلى مقتله على الفور.", "killed1"),
        ("مقتل القيادي في التنظيم أبو عمر الحلبي بغارة جوية.", "killed1"),
        ("اغتيل القيادي في الجيش الحر أبو محمد الأنصاري بعبوة ناسفة.", "killed1"),
        ("أعلنت الصفحة مقتل كل من الملازم علي حسن والجندي خالد محمد في معارك البادية.", "killed1 killed1"),
        ("مقتل مرافق القائد أبو محمد الحلبي بقصف على القرية.", "killed1"),
        # things that are counted near a masdar of killing
        ("أحبطت الشرطة محاولة اغتيال الوزير.", ""),
        ("لقي عنصران من الحرس مصرعهما وجرح آخرون في الانفجار.", "killed2 wounded?"),
        ("ارتفع عدد قتلى الهجوم إلى 31 بعد وفاة ثلاثة من المصابين.", "killed31 killed3"),
        # the nominative behind a verb that has its object is who did it
        ("اغتال مسلحان مجهولان قاضيا أمام منزله.", "killed1"),
        ("اختطف مسلحون خمسة عمال إغاثة.", "captured5"),
        ("قتل مسلحان وأصيب ثالث في كركوك.", "killed2 wounded1"),
        ("سقطت الطائرة محملة بالسلاح قبل مقتل القذافي 100 ألف قطعة سلاح.", "killed1"),
        # a bare pair says both, one number over people only that
        ("انفجرت سيارة مفخخة في السوق ما تسبب بمقتل وإصابة العشرات.", "killed?20 wounded?20"),
        ("انفجرت سيارة مفخخة في السوق ما تسبب بمقتل وإصابة عشرات المدنيين.", "killed?20 wounded?20"),
        # a sentence that names its own cause, even misspelt or an accident, leaves the event of the sentence before alone
        ("شن الطيران غارات على إدلب. وهزت العاصمة تفجرات كان ضحيتها 27 قتيلا و30 جريحا.", ""),
        ("شن الطيران غارات على إدلب. وكان 15 شخصا قتلوا في بلدة أخرى جراء حادث سير.", ""),
        ("شن الطيران غارات على إدلب. قتل خمسة مدنيين.", "killed5"),
        # subject before the verb
        ("ذكر مراسلنا أن شخصين لقيا حتفهما وأصيب تسعة آخرون جراء انفجار عبوة ناسفة.", "killed2 wounded9"),
        ("قال المرصد إن 3 من مقاتلي التنظيم قتلوا في الغارة.", "killed3"),
        # lists, parts and what comes besides
        ("أسفر القصف عن 4 قتلى و10 جرحى.", "killed4 wounded10"),
        ("قتل 12 شخصا، وبضمنهم خمسة أطفال، في غارة جوية.", "killed12 killed5p"),
        (
            "قصفت الطائرات السوق ما أوقع 12 قتيلا بينهم ثلاثة أطفال وامرأتان وعشرات الجرحى.",
            "killed12 killed3p killed2p wounded?20",
        ),
        ("قتل 30 قياديا إضافة إلى نحو 300 مسلح في الغارة.", "killed30 killed~300"),
        ("قتل 40 مسلحا مقابل 12 جنديا في معارك البادية.", "killed40 killed12"),
        # totals that announce their number
        ("ارتفع عدد القتلى إلى 15 شخصا جراء القصف على السوق.", "killed15"),
        ("قصفت الطائرات السوق. وبلغت حصيلة القتلى 15.", "killed15"),
        ("قصفت الطائرات السوق. ووصل عدد الجرحى إلى 40 بينهم أطفال.", "wounded40 wounded?p"),
        # nobody, or nothing heard of it
        ("قصفت المدفعية أطراف البلدة دون وقوع إصابات.", "wounded0"),
        ("قصفت المدفعية أطراف البلدة دون أن يسفر ذلك عن خسائر بشرية.", "killed0 wounded0"),
        ("قصفت المدفعية أطراف البلدة دون ورود أنباء عن إصابات.", ""),
        ("قصفت المدفعية أطراف البلدة، ولم ترد تقارير عن سقوط ضحايا.", ""),
        # one number for dead and wounded
        ("سقط سبعة مدنيين بين قتيل وجريح في قصف على البلدة.", "other7"),
        ("سقوط عشرات القتلى والجرحى في انفجار سيارة مفخخة.", "killed?20 wounded?20"),
        ("أسفر القصف على السوق عن 40 قتيلا وجريحا.", "other40"),
        ("انتهت المحاكمة بإعدام 13 قياديا ومقاتلا معروفا في الفصيل من بينهم خمسة قادة.", "killed13 killed5p"),
        # a total ends where another word of harm begins
        ("قتل تسعة مدنيين في حصيلة غير نهائية، وأصيب أكثر من 25 شخصا، إثر قصف الحي.", "killed9 wounded>25"),
        ("أدى القصف إلى استشهاد عسكري وإصابة سبعة بجروح.", "killed1 wounded7"),
        # people whom no harm befell, and people moved
        ("تظاهر نحو 500 شخص في المدينة ضد الحكومة.", "other~500"),
        ("هاجم ثلاثة مسلحين مركزا للشرطة.", "other3"),
        ("أجلت الحافلات 500 شخص من الغوطة الشرقية.", "displaced500"),
        # bodies and what they are bodies of
        ("العثور على جثث 12 شخصا أعدموا ميدانيا على يد التنظيم.", "killed12"),
        ("قصفت الطائرات القرية، وتم انتشال جثامين أكثر من 155 شخصا، من بينهم 55 طفلا.", "killed>155 killed55p"),
        ("أدى القصف إلى إصابة امرأة وطفلتها.", "wounded2"),
        ("وتم القضاء على 540 مسلحا في الغارات.", "killed540"),
        # people in a state, killed in it
        ("مقتل عشرات النازحين في تفجير سيارة مفخخة.", "killed?20"),
        ("أدى القصف على السجن إلى مقتل خمسة أسرى وإصابة ثلاثة معتقلين.", "killed5 wounded3"),
        ("أفرجت السلطات عن عشرين معتقلا ضمن عملية تبادل.", "detained20"),
        # things
        ("شنت الطائرات الحربية غارات جوية عدة على ريف إدلب.", "raids?"),
        ("شنت الطائرات الحربية الروسية 15 غارة على بلدة سرمين وألقت المروحيات 20 برميلا متفجرا.", "raids15 munitions20"),
        ("دمر الجيش دبابتين وثلاث عربات مدرعة للمسلحين.", "vehicles2 vehicles3"),
        ("فجر عناصر التنظيم شاحنتين ملغومتين قرب الجسر.", "vehicles2"),
        ("شنت الطائرات ثلاث غارات على السوق، بمعدل صاروخين في كل غارة.", "raids3"),
        ("شهد شهر شباط أربع هجمات جوية إسرائيلية على محيط العاصمة.", "raids4"),
        # a masdar with its object is no injury
        ("قصفت القوات البلدة بالمدفعية وأدت القذائف إلى إصابة مدنيين بجروح.", "wounded?"),
        # words that only look like numbers
        ("قصفت الطائرات البلدة، وبعده بأيام انسحبت القوات.", ""),
        ("وتبنت الجماعة القصف تحت مسمى الجسد الواحد.", ""),
        ("ضبطت الشرطة كميات من الأسلحة بعد قصف الحي.", ""),
    ],
)
def test_what_is_counted(text: str, expected: str) -> None:
    assert " ".join(_short(c) for c in _counts(text)) == expected


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("مقتل أربعة أشخاص في قصف مدفعي لقوات النظام السوري على إدلب.", "unknown"),
        ("مقتل أربعة أشخاص جراء غارة لطيران التحالف الدولي على الرقة.", "unknown"),
        ("قتل خمسة عناصر من تنظيم داعش في اشتباكات مع الجيش العراقي.", "combatant:isis"),
        ("مقتل عدد من عناصر تنظيم داعش في غارات للتحالف.", "combatant:isis"),
        ("قتل أربعة أشخاص من المدنيين في قصف على البلدة.", "civilian"),
        ('أدى القصف إلى إصابة أربعة "أطفال" في المدرسة.', "civilian"),
        ("مقتل ثلاثة عناصر لتنظيم داعش في غارة على البلدة.", "combatant:isis"),
        ('ألقت الشرطة القبض على قيادي من "داعش" في البلدة.', "combatant:isis"),
        ("قتل شاب من أبناء البلدة برصاص قناص.", "unknown"),
        ("ارتفع عدد النازحين من المدينة إلى 300 ألف بعد القصف.", "civilian"),
        ("استشهاد أسرة مكونة من سبعة أفراد في قصف على البلدة.", "civilian"),
        # a thing is of no side
        ("نصب المقاتلون كمينين للحوثيين على الطريق.", "unknown"),
    ],
)
def test_of_whom(text: str, population: str) -> None:
    (count,) = _counts(text)
    assert count.population == population


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        # others and kin are of those counted beside them
        ("قتل سبعة مدنيين وأصيب 12 آخرون في قصف على البلدة.", "civilian civilian"),
        ("قتل حوثيان وأصيب أربعة آخرون في هجوم على الحاجز.", "combatant:houthis combatant:houthis"),
        ("مقتل ثلاثة أطفال ووالدتهم بقصف على القرية.", "civilian civilian"),
        ("قتل أربعة مدنيين وثلاثة من عناصر تنظيم داعش وأصيب خمسة آخرون في الهجوم.", "civilian combatant:isis unknown"),
        ("سقط قتلى وجرحى من المدنيين في الغارة.", "civilian civilian"),
        ("أوقعت الغارة عددا من القتلى والجرحى بين المدنيين.", "civilian civilian"),
    ],
)
def test_of_whom_several_are(text: str, populations: str) -> None:
    assert " ".join(c.population for c in _counts(text)) == populations


def test_a_headline_that_stands_twice_is_counted_once() -> None:
    """A page that repeats its title above the article tells no second number; the lead does."""
    title = "إصابة سبعة مدنيين بقصف مدفعي على سوق القرية"
    assert (
        " ".join(_short(c) for c in _counts(f"{title}\n\n{title} - صورة\n\nأصيب سبعة مدنيين أمس بقصف مدفعي."))
        == "wounded7 wounded7"
    )
