"""Torn words: what pages write that lost their vowel signs and kept a space for each of them (أك د، قو ات، الن ظام، التي ت عد).

A doubled letter leaves its space behind it, a ضمة behind the first letter of a passive. One crawled article in ten has such a
word. No table of all words stands here: doubled middle letters are known by their roots, the rest by what stands in front.
"""

from __future__ import annotations

import re
from typing import Final

_TORN_ARTICLE: Final = re.compile("(?:[وبك]?ال|و?لل)[تثدذرزسشصضطظنقكحعغ]|و?ال[مجب]")
_NO_ARTICLE: Final = frozenset(["بالغ", "والد", "بالك", "كالح", "والش"])
# A first letter whose ضمة became a space, with what is left of the word: ق تل، ج رح.
_TORN_HEADS: Final = {
    "ق": ("تل", "تلا", "تلت", "تلوا", "تلن", "صف", "صفت"),
    "ج": ("رح", "رحا", "رحت", "رحوا"),
    "أ": ("صيب", "صيبا", "صيبت", "صيبوا", "عدم", "عدموا", "سر", "سروا", "جبر", "جبروا", "طلق", "طلقت", "غلق", "جريت", "حبطت", "سقطت",
          "علن", "علنت", "فرج", "نشئ", "نشئت", "رسل", "رسلت"),
    "د": ("مر", "مرت", "فن"),
    "خ": ("طف", "طفت", "طفوا"),
    "ع": ("ثر", "قد", "قدت"),
    "ن": ("فذ", "فذت", "قل", "قلت", "قلوا", "سب", "سبت", "شر", "شرت"),
    "ف": ("قد", "قدوا", "رض", "رضت", "تح", "تحت"),
    "ش": ("هيد", "نت", "ن"),
    "ه": ("دم", "دمت", "جر", "جروا"),
    "ض": ("بط", "بطت"),
    "س": ("جن", "جنوا"),
    "م": ("نع", "نعت", "نعوا"),
    "اعت": ("قل", "قلت", "قلوا", "بر", "برت"),
    "اخت": ("طف", "طفت", "طفوا"),
    "احت": ("جز", "جزت", "جزوا", "لت"),
    "است": ("هدف", "هدفت", "شهد", "شهدت", "شهدوا", "خدم", "خدمت"),
    "ات": ("هم", "همت", "هموا", "خذ", "خذت", "فق", "فقت", "جه", "جهت", "هام", "خاذ", "فاق", "صال", "حاد", "جاه"),
    "الات": ("حاد", "صال", "فاق", "جاه", "هام", "هامات", "صالات", "فاقيه"),
}  # fmt: skip
# Behind these a letter of an imperfect that stands alone begins the next word: التي ت نفذ, لم ي علن.
_BEFORE_IMPERFECT: Final = frozenset(
    ["الذي", "التي", "الذين", "والذي", "والتي", "لم", "ولم", "لن", "ولن", "لا", "ولا", "قد", "وقد", "ان", "كان", "كانت", "حيث", "كما", "كي",
     "لكي", "ممن", "مما", "بل", "اذ", "ما"]
)  # fmt: skip
_IMPERFECT: Final = ("ي", "ت", "وي", "وت")
# Roots whose middle letter is doubled, folded: قدّم, تقدّم, مسلّح, الثوّار.
_DOUBLED: Final = frozenset(
    ["اثر", "اجل", "اخر", "اسس", "اكد", "امن", "امم", "ايد", "بدد", "برر", "بشر", "بلغ", "بين", "ثبت", "ثور", "جدد", "جرح", "جرد", "جمد", "جمع", "جند", "جهز", "جوع", "جول", "حدث", "حدد", "حذر", "حرر", "حرض", "حرك", "حصن", "حضر", "حقق", "حلق", "حكم", "حمل", "حوط", "حول", "خرب", "خرج", "خزن", "خصص", "خلص", "خلف", "خفف", "خفض", "خيم", "دخل", "درب", "دشن", "دعم", "دمر", "دون", "ذكر", "رتب", "رجح", "رحب", "رحل", "رشح", "رصد", "ركز", "روج", "رود", "زعم", "زود", "زور", "سبب", "سجل", "سخر", "سرب", "سرع", "سكن", "سلح", "سلط", "سلل", "سلم", "سهل", "سوق", "سير", "سيس", "شدد", "شرد", "شكل", "شوه", "صرح", "صرف", "صعد", "صلب", "صنف", "صور", "ضبط", "ضرر", "ضمن", "طبق", "طرف", "طرق", "طلب", "طلع", "طوع", "طور", "طوق", "طير", "عبر", "عجل", "عدد", "عذب", "عرض", "عرف", "عزز", "عطل", "عقب", "عقد", "علق", "علم", "عمد", "عمر", "عمق", "عمل", "عين", "غير", "غطي", "فتت", "فتش", "فجر", "فرغ", "فرق", "فسر", "فشل", "فضل", "فعل", "فكك", "فكر", "فوض", "قدر", "قدم", "قرب", "قرر", "قسم", "قطع", "قلص", "قلل", "قنص", "قود", "قوم", "قيد", "قيم", "كبد", "كتب", "كثف", "كذب", "كرر", "كرس", "كفل", "كلف", "كون", "كيف", "لمح", "لوح", "مثل", "مدد", "مرد", "مزق", "مشط", "مكن", "ملك", "مهد", "مول", "ميز", "نبه", "نجح", "ندد", "نزح", "نسق", "نظف", "نظم", "نفذ", "نقل", "نوب", "نوع", "نوه", "هجر", "هدد", "هرب", "هول", "وثق", "وجه", "وحد", "ورط", "وزع", "وسط", "وسع", "وصل", "وضح", "وعد", "وقع", "وقف", "وكد", "وكل", "ولي", "ونح"]
)  # fmt: skip
_BEGUN: Final = frozenset(root[:2] for root in _DOUBLED)
_BEFORE_ROOT: Final = re.compile("(?:[وفبلك]|لل|ولل|بال|وبال|وال|ال|س|وس|وي|وت)?(?:ال)?(?:مت|م|ت|ي|ن|ا|يت|تت|نت)?")
_BEHIND_ROOT: Final = re.compile(
    "(?:ت|وا|ون|ين|ان|ات|ا|اء|ه|ها|هم|هما|ي|يه|ته|تها|تهم|تهما|تا|نا|اته|اتها|اتهم|ي|وه|وها|وهم|تان|تين|ونه|ونها|ات)?"
)
# Verbs whose last letter is doubled, before their ending: شن ت, احتل ت.
_LAST_DOUBLED: Final = frozenset(
    [
        "احتج",
        "احتل",
        "اد",
        "ارتد",
        "استرد",
        "استعد",
        "استغل",
        "استقر",
        "استقل",
        "استمر",
        "اشتد",
        "اضطر",
        "اعد",
        "اقر",
        "امتد",
        "انضم",
        "تم",
        "حل",
        "دل",
        "رد",
        "شق",
        "شن",
        "صب",
        "صد",
        "ضم",
        "ظل",
        "فر",
        "قر",
        "كف",
        "لف",
        "مد",
        "مر",
        "هب",
        "هز",
    ]
)
_ENDINGS: Final = frozenset(["ت", "وا", "تها", "ته", "تهم"])
# Words that the letters of an ending could make: النصر في is no torn word.
_WORDS: Final = frozenset(
    [
        "في",
        "فيه",
        "فيها",
        "فيهم",
        "به",
        "بها",
        "بهم",
        "بنا",
        "بان",
        "بين",
        "بعد",
        "له",
        "لها",
        "لهم",
        "لنا",
        "لي",
        "لا",
        "لان",
        "لما",
        "ما",
        "مع",
        "من",
        "ما",
        "مات",
        "ان",
        "الان",
        "الي",
        "دون",
        "دين",
        "كان",
        "كل",
        "كم",
        "ها",
        "هم",
        "هو",
        "هي",
        "هنا",
        "عن",
        "عند",
        "علي",
        "عام",
        "او",
        "اي",
        "ام",
        "قد",
        "قال",
        "رد",
        "حد",
        "ثم",
        "حتي",
        "سوي",
        "شي",
        "يد",
        "يوم",
        "دم",
        "بل",
        "كي",
        "لو",
        "لم",
        "لن",
        "لدي",
        "فقد",
        "رات",
        "لاء",
        "ميه",
        "فيه",
        "كله",
        "كلها",
        "كلهم",
        "بانها",
        "بانه",
        "بانهم",
        "بيان",
        "نار",
        "ثار",
        "جار",
        "دار",
        "حال",
        "قات",
        "رات",
        "كات",
        "قاله",
        "قوات",
        "دات",
    ]
)
_PROCLITIC: Final = ("ب", "ل", "ك")
_FEW_LETTERS: Final = {"قو": ("ات", "اته", "اتها", "اتنا"), "ال": ("ذي", "تي", "ذين", "لذين"), "رب": ("ما",), "جر": ("اء",)}


def belongs(before: str, rest: str, plain_before: str, plain: str, *, behind: str = "") -> bool:
    """Whether two folded words, parted by one space, are one torn word; the last two are theirs with hamza, ة and ى kept.

    قو ات and أك دت are one; قد مات and كل ما are two, since no root with a doubled letter is made of them.
    """
    if plain == "ى":
        return len(before) > 1 and plain_before[-1] not in "ىةء"  # حت ى: no word
    if rest in _ENDINGS and before.lstrip("وف") in _LAST_DOUBLED:
        return True
    if rest in _FEW_LETTERS.get(before.removeprefix("و").removeprefix("ل"), ()) and before != "رب":
        return True
    if rest in _PROCLITIC and not behind[1:2].isalpha():
        return False  # وصفها ب « … »
    return _of_a_root(before, rest, plain) or _behind_its_head(plain_before, plain)


def begins(before: str, letter: str, rest: str) -> bool:
    """Whether a letter that stands alone behind a particle begins the imperfect behind it: التي ت نفذ، لم ي علن."""
    return letter in _IMPERFECT and before in _BEFORE_IMPERFECT and len(rest) > 1 and not rest.startswith("ال")


def _behind_its_head(head: str, rest: str) -> bool:
    """Whether a word is torn behind the article and one letter (الن ظام), or in a passive verb (ق تل).

    One crawled article in seven has such an article or verb; no word is an article and one of these letters.
    """
    if len(rest) < 2 or len(head) > 6 or head in _NO_ARTICLE:
        return False
    if _TORN_ARTICLE.fullmatch(head):
        return not rest.startswith("ال")
    return any(rest in _TORN_HEADS.get(h, ()) for h in (head, head.lstrip("وف")))


def _of_a_root(before: str, rest: str, plain: str) -> bool:
    """Whether the first word ends with the first two letters of a root with a doubled middle, and the second goes on with its third."""
    if len(before) < 2 or before[-2:] not in _BEGUN or rest in _WORDS or plain.startswith(("أ", "إ", "آ")):
        return False
    if not _BEFORE_ROOT.fullmatch(before[:-2]):
        return False
    third = rest[1:] if rest.startswith("ا") and len(rest) > 1 else rest  # الثو ار, سك ان
    return any(before[-2:] + r[0] in _DOUBLED and _BEHIND_ROOT.fullmatch(r[1:]) is not None for r in (rest, third))
