"""The words of Arabic numbers, and the words that tell a number from a name or bound it. All forms are folded."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.model import Qualifier

WordClass: TypeAlias = Literal["unit", "ten", "tens", "hundred", "hundreds", "scale", "few", "vague", "ordinal"]


class Word(NamedTuple):
    """A number word: its class and value; `alone` is false for words that count only inside a compound."""

    kind: WordClass
    value: int
    alone: bool = True


_UNIT_STEMS: Final = {
    3: ("ثلاث",), 4: ("اربع",), 5: ("خمس",), 6: ("ست",), 7: ("سبع",), 8: ("ثمان", "ثماني"), 9: ("تسع",),
}  # fmt: skip
_TENS_STEMS: Final = {20: "عشر", 30: "ثلاث", 40: "اربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_ORDINAL_STEMS: Final = {
    1: ("اول", "اولي"), 2: ("ثاني", "ثانيه", "ثان"), 3: ("ثالث", "ثالثه"), 4: ("رابع", "رابعه"), 5: ("خامس", "خامسه"),
    6: ("سادس", "سادسه"), 7: ("سابع", "سابعه"), 8: ("ثامن", "ثامنه"), 9: ("تاسع", "تاسعه"), 10: ("عاشر", "عاشره"),
}  # fmt: skip
SCALES: Final = {
    1_000: (("الف", "الفا", "الاف"), ("الفان", "الفين", "الفي")),
    1_000_000: (("مليون", "مليونا", "ملايين"), ("مليونان", "مليونين", "مليوني", "مليونا")),
    1_000_000_000: (
        ("مليار", "مليارا", "مليارات", "بليون", "بليونا", "بلايين"),
        ("ملياران", "مليارين", "ملياري", "بليونان", "بليونين"),
    ),
    1_000_000_000_000: (("تريليون", "تريليونا", "تريليونات"), ("تريليونان", "تريليونين", "تريليوني")),
}  # fmt: skip


_HUNDRED: Final = ("ميه", "مايه", "ميءه", "ماءه", "مءه")  # مئة, مائة and what keyboards make of them
_TWO_HUNDRED: Final = ("ميتان", "ميتين", "ميتا", "ميتي", "مايتان", "مايتين", "مايتا", "مايتي", "ميءتين", "ميءتان")


def _units() -> dict[str, Word]:
    words = {form: Word("unit", 0) for form in ("صفر", "صفرا")}
    words |= {form: Word("unit", 1) for form in ("واحد", "واحده", "واحدا")}
    words |= {form: Word("unit", 1, alone=False) for form in ("احد", "احدي", "حادي", "حاديه")}  # alone: "one of"
    words |= {form: Word("unit", 2) for form in ("اثنان", "اثنين", "اثنتان", "اثنتين", "اتنين", "ثنتان", "ثنتين")}
    words |= {form: Word("unit", 2, alone=False) for form in ("اثنا", "اثني", "اثنتا", "اثنتي", "ثنتي")}  # alone: أثنى, "praised"
    for value, stems in _UNIT_STEMS.items():
        words |= {form: Word("unit", value) for form in (*stems, stems[-1] + "ه")}
    for form in ("ثلاثا", "خمسا", "ستا", "سبعا", "تسعا", "ثمانيا"):
        words[form] = Word("unit", next(v for v, s in _UNIT_STEMS.items() if form.startswith(s[0])))
    return words


def _cardinals() -> dict[str, Word]:
    words = _units()
    words |= {form: Word("ten", 10) for form in ("عشر", "عشره", "عشرا")}
    words |= {stem + ending: Word("tens", value) for value, stem in _TENS_STEMS.items() for ending in ("ون", "ين")}
    words |= {form: Word("hundred", 100) for form in _HUNDRED} | {form: Word("hundreds", 200) for form in _TWO_HUNDRED}
    for value, stems in _UNIT_STEMS.items():
        words |= {stem + ending: Word("hundreds", value * 100) for stem in stems for ending in _HUNDRED}
    for scale, (ones, twos) in SCALES.items():
        words |= {form: Word("scale", 2 * scale) for form in twos}
        words |= {form: Word("scale", scale) for form in ones}
    words |= {"عشرات": Word("few", 20), "ميات": Word("few", 200), "مايات": Word("few", 200)}
    return words


CARDINALS: Final = _cardinals()
ORDINALS: Final = {form: value for value, forms in _ORDINAL_STEMS.items() for form in forms}
PLURAL_SCALES: Final = {"الاف": 1_000, "ملايين": 1_000_000, "مليارات": 1_000_000_000, "بلايين": 1_000_000_000}
SCALE_OF: Final = {form: scale for scale, (ones, _) in SCALES.items() for form in ones}
FRACTIONS: Final = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3}
# Words of an open number: عدد من، عدة، بضعة، المزيد من.
OPEN: Final = ("عده", "بضع", "بضعه", "عديد", "عدد", "عددا", "كثير", "كثيرا", "اعداد", "مزيد", "مزيدا")
AND: Final = frozenset(["و", "وال"])
HEADS: Final = frozenset(
    ["", "و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لال", "ولال", "وب", "ول", "وك", "وبال", "فب", "فل"]
)
# ست after ل is لست ("you are not"), سبع after ب stays; what a clitic turns into another word:
NOT_CUT: Final = frozenset(
    [
        "لست",
        "الست",
        "فست",
        "كست",
        "السبع",
        "بالميه",
        "بالمايه",
        "الاحد",
        "الاثنين",
        "والاثنين",
        "والاحد",
        "للاثنين",
        "كميه",
        "كميات",
        "وكميه",
        "وكميات",
    ]
)

# A word before digits that makes them a name: units, laws, models, roads. Folded, without clitics.
DESIGNATORS: Final = frozenset(
    [
        "رقم",
        "رقمه",
        "لواء",
        "فرقه",
        "فوج",
        "كتيبه",
        "سريه",
        "قرار",
        "ماده",
        "بند",
        "فقره",
        "فصل",
        "قانون",
        "مرسوم",
        "نموذج",
        "طراز",
        "موديل",
        "عيار",
        "صفحه",
        "فرع",
    ]
)
# The same, but only without the article: شارع 60 is a street, في الشارع 3 جرحى is not.
BARE_DESIGNATORS: Final = frozenset(
    [
        "طريق",
        "شارع",
        "حي",
        "ميدان",
        "ساحه",
        "دوار",
        "مفرق",
        "جسر",
        "مقر",
        "نقطه",
        "قناه",
        "اوتستراد",
        "قاعده",
        "معسكر",
        "قطاع",
        "نافذه",
        "رشاش",
        "رشاشات",
        "مدفع",
        "دوشكا",
    ]
)
NAMED_BY_TENS: Final = frozenset(["ميدان", "شارع", "حي", "ساحه", "دوار", "طريق", "مفرق", "جسر", "زياره", "ذكري", "اربعينيه"])
MODELS: Final = frozenset(
    ["سوخوي", "سو", "ميغ", "اس", "اف", "تي", "بي", "ام", "كي", "بم", "كوفيد", "استانا", "جنيف", "توشكا", "ستريم"]
)
DASHES: Final = frozenset("-–—")
QUOTES: Final = frozenset("\"“”«»'‘’")

# Qualifiers before a number, longest first; "#" stands for عدد with a pronoun or a noun in between.
_QUALIFIERS: Final[tuple[tuple[Qualifier, str], ...]] = (
    (
        "about",
        (
            "نحو|حوالي|حوالى|قرابه|زهاء|ما يقارب|مايقارب|يقارب|ما يقرب من|يقرب من|ما يناهز|يناهز|بحدود|في حدود|"
            "ما يعادل|قريب من|تقريبا|ما يقارب من|ما يقارب عن|ما يقارب ال|ناهز|قارب"
        ),
    ),
    (
        "more_than",
        (
            "اكثر من|اكثر عن|ازيد من|ما يزيد عن|ما يزيد علي|مايزيد عن|مايزيد علي|يزيد عن|يزيد علي|تزيد عن|"
            "تزيد علي|ما يزيد # عن|يزيد # عن|يزيد # علي|ما يفوق|مايفوق|يفوق|تفوق|فاق|فاقت|يفوق #|فاق #|تجاوز|"
            "تجاوزت|يتجاوز|تتجاوز|تجاوز #|يتجاوز #|ما ينوف عن|ما ينوف علي|ما يربو علي|ما يربو عن|يربو علي|"
            "يربو # علي|يربو عن|تربو علي|اكبر من|اعلي من|ما يتجاوز|تعدي|يتعدي|زاد علي|زاد عن|زاد # عن|زاد # علي"
        ),
    ),
    (
        "at_least",
        (
            "ما لا يقل عن|مالا يقل عن|ما لايقل عن|ما لا يقل # عن|لا يقل عن|لا يقل # عن|لا تقل عن|لايقل عن|"
            "لا يقل علي|علي الاقل|ليس اقل من|بما لا يقل عن|ما لا تقل عن|لا اقل من|كحد ادني|بحد ادني"
        ),
    ),
    (
        "up_to",
        (
            "يقل عن|تقل عن|يقلون عن|ما يصل الي|يصل الي|تصل الي|ما يصل # الي|حتي|اقل من|ادني من|لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|"
            "لا يتجاوز #|لم يتجاوز #|لا يزيد عن|لا يزيد علي|لا يزيد # عن|ما لا يزيد عن|ما لا يزيد علي|لا يتعدي|"
            "لم يتعد|لا يفوق|لا تزيد عن|بحد اقصي|لا تزيد علي|ليس اكثر من|لا اكثر من|حدها الاقصي|كحد اقصي"
        ),
    ),
)
BEFORE: Final[tuple[tuple[tuple[str, ...], Qualifier], ...]] = tuple(
    sorted(
        ((tuple(phrase.split()), qualifier) for qualifier, phrases in _QUALIFIERS for phrase in phrases.split("|")),
        key=lambda pair: (-len(pair[0]), pair),
    )
)
AFTER: Final[tuple[tuple[tuple[str, ...], Qualifier], ...]] = (
    (("علي", "الاقل"), "at_least"),
    (("علي", "اقل", "تقدير"), "at_least"),
    (("في", "الاقل"), "at_least"),
    (("كحد", "ادني"), "at_least"),
    (("بالحد", "الادني"), "at_least"),
    (("او", "اكثر"), "at_least"),
    (("او", "يزيد"), "at_least"),
    (("فاكثر",), "at_least"),
    (("واكثر",), "at_least"),
    (("فما", "فوق"), "at_least"),
    (("وما", "فوق"), "at_least"),
    (("ونيف",), "more_than"),
    (("تقريبا",), "about"),
    (("علي", "وجه", "التقريب"), "about"),
    (("كحد", "اقصي"), "up_to"),
    (("كحد", "اعلي"), "up_to"),
    (("علي", "الاكثر"), "up_to"),
    (("علي", "ابعد", "تقدير"), "up_to"),
)
REACH_AFTER: Final = 4  # words that may stand between a number and a qualifier behind it
PERCENT: Final = frozenset(["%", "٪"])
PERCENT_WORDS: Final = frozenset(["بالميه", "بالمايه", "بالميءه"])
