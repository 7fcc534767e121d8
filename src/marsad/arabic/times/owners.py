"""Words that say that a time beside them is something else's: that of a statement, of a relative clause, of what another thing follows.

Coding asks for them within a sentence, grounding across the sentences of a scene.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

STATEMENT_REACH: Final = 7  # tokens in front of a time in which the statement stands that it dates
_SHORTEST_VERB: Final = 3
_PRESENT_REACH: Final = 7
THAT: Final = frozenset(["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])
WHO: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "اللتين"])
WHEN: Final = frozenset(["عندما", "حين", "حينما", "لما"])
LEADS_ON: Final = frozenset(["فيما", "بينما", "حين"])  # ...، فيما أعلن المكتب: a clause of its own, with a reporter of its own
_BUT: Final = frozenset(["لكن", "لكنه", "لكنها", "لكنهم"])
_BUT_OF_TWO: Final = frozenset(["غير", "الا", "بيد"])  # غير أن, إلا أنه
_CLAUSE_OF_ITS_OWN: Final = frozenset(["اذ", "قد", "فقد"])  # ؛ إذ شغل منذ 2013, وقد شنت الطائرات أمس
_AS_WELL: Final = frozenset([*LEADS_ON, "كما"])
_OF_THE_SAME: Final = frozenset(["حصل", "حدث", "جري", "فعل", "فعلت", "كان", "كانت", "هو", "هي", "وقع"])  # كما حصل عام 1948
_IN_FRONT: Final = frozenset(["وفي", "وخلال", "ومنذ"])
_BREAKS: Final = frozenset(["،", ",", "؛", ";"])
# ...، مشيرا إلى: what is added to a deed or a saying that the sentence has told with its time.
ADDS: Final = frozenset(
    ["مشيرا", "معتبرا", "متهما", "موكدا", "موضحا", "لافتا", "مبينا", "مضيفا", "محذرا", "منوها", "مشددا", "متحدثا", "زاعما", "مشيره", "معتبره",
     "متهمه", "موكده", "موضحه", "لافته", "مبينه", "مضيفه", "محذره", "مشدده", "متحدثه", "زاعمه", "مشيرين", "موكدين", "متهمين"]
)  # fmt: skip
# What something is done for or somebody is held for: with its time, a happening behind them has not that of the deed.
REASONS: Final = frozenset(
    ["احتجاجا", "تنديدا", "بسبب", "بتهمه", "ذكري", "الذكري", "لذكري", "بذكري", "تمهيدا", "استعدادا", "الجناه", "المتهمين", "متهمين", "متهم", "المتهم",
     "متهما", "متهمون", "المتهمون", "بتهم", "تورطه", "تورطها", "تورطهم",
     "لتورطه", "لتورطهم", "بتورطه", "بتورطهم", "ضلوعه", "ضلوعهم", "بضلوعه", "لضلوعه", "لضلوعهم", "بضلوعهم", "منفذي", "منفذو", "مخلفات",
     "متورطين", "المتورطين", "ضالعين", "الضالعين", "التحقيق", "للتحقيق", "بالتحقيق", "تحقيقا", "مرتكبي", "بالتورط", "بالضلوع", "بالتخطيط", "قضيه", "بقضيه", "لقضيه", "ملابسات"]
)  # fmt: skip
REASONS_OF_TWO: Final = frozenset(
    [("ردا", "علي"), ("علي", "خلفيه"), ("الذكري", "السنويه"), ("يقف", "خلف"), ("تقف", "خلف"), ("يقفون", "خلف"), ("يقف", "وراء"), ("تقف", "وراء"),
     ("يقفون", "وراء"), ("الوقوف", "خلف"), ("الوقوف", "وراء"), ("وقوفه", "وراء"), ("وقوفه", "خلف"), ("وقوفها", "وراء"), ("وقوفها", "خلف"),
     ("وقوفهم", "وراء"), ("وقوفهم", "خلف"), ("بالوقوف", "خلف"), ("بالوقوف", "وراء")]
)  # fmt: skip
CORRESPONDENTS: Final = (
    "مراسل",
    "مراسلنا",
    "مراسلو",
    "مراسله",
    "مراسلتنا",
    "المراسل",
    "للمراسل",
)  # they tell what happens where they are
# What people meet for, talk or write about: اجتمعوا أمس لبحث الهجوم, تقرير بشأن القصف.
_TOPICS: Final = frozenset(
    ["لبحث", "للبحث", "لمناقشه", "لدراسه", "لتدارس", "لتقييم", "لاستعراض", "للتباحث", "للتشاور", "للنظر", "تداعيات", "تبعات",
     "مستجدات"]
)  # fmt: skip
_ABOUT: Final = frozenset(["بشان", "بخصوص", "حيال", "ازاء", "ملف", "اولويات"])
_TALKED: Final = frozenset(
    ["بحث", "بحثت", "بحثا", "بحثوا", "يبحث", "تبحث", "ناقش", "ناقشت", "ناقشا", "ناقشوا", "يناقش", "تناقش", "استعرض", "استعرضت", "استعرضا", "تدارس",
     "تدارست", "تناول", "تناولت", "مناقشه"]
)  # fmt: skip
_TOPIC_REACH: Final = 6
_ABOUT_REACH: Final = 2
_TALKED_REACH: Final = 9
COMES: Final = frozenset(["ياتي", "تاتي", "جاء", "جاءت"])
SIGNED: Final = frozenset(["الموقع", "الموقعه", "المبرم", "المبرمه", "الصادر", "الصادره", "المورخ", "المورخه"])
_STATEMENTS: Final = frozenset(
    ["بيان", "بيانه", "بيانها", "تصريح", "تصريحات", "تسجيل", "تغريده", "مقابله", "خطاب", "تقرير", "صفحته", "صفحتها", "حسابه",
     "حسابها", "موقعه", "موقعها", "تويتر", "فيسبوك", "تلغرام"]
)  # fmt: skip


def of_a_statement(forms: Collection[str]) -> bool:
    """Whether a time behind these folded words is that of a statement: في بيان نشر على موقعه أمس, not قال في بيان إن الهجوم وقع أمس."""
    return not _STATEMENTS.isdisjoint(forms) and THAT.isdisjoint(forms)


def talked_about(before: Sequence[str], named: str) -> bool:
    """Whether people talk about what is `named`, from the folded words in front of it: اجتمعوا أمس لبحث الهجوم, ناقش المجلس أمس القصف على البلدة.

    The day is that of the talk. A comma or a joined verb begins another clause (لبحث الهدنة، وقصفت).
    """
    last = next((k for k in range(len(before) - 1, -1, -1) if before[k] in _BREAKS), -1)
    words = [w.removeprefix("و") for w in before[last + 1 :]]
    if not _TOPICS.isdisjoint(words[-_TOPIC_REACH:]) or not _ABOUT.isdisjoint(words[-_ABOUT_REACH:]):
        return True
    return named.startswith("ال") and not _TALKED.isdisjoint(words[-_TALKED_REACH:])


def turns(forms: Sequence[str]) -> bool:
    """Whether folded words turn to something against what was told: لكن القوات, غير أنها."""
    bare = [f.removeprefix("و") for f in forms]
    return any(a in _BUT or (a in _BUT_OF_TWO and b.startswith("ان")) for a, b in pairwise([*bare, ""]))


def of_a_clause_behind(between: Sequence[str], time: str) -> bool:
    """Whether a time behind a happening opens or stands in another clause, from the folded words between the two.

    ضربة للتنظيم؛ إذ شغل منذ 2013 منصبا, بعيدا عن المعارك، غير أن الأشهر الماضية مرت بهدوء, نصبوا الكمين، وقد شنت الطائرات أمس غارات,
    أثار اعتقاله أزمة، وفي 1998 أعلنت; but أسفرت المعارك عن هزيمة كما حصل عام 1948.
    """
    if turns(between) or (between and between[-1] in _IN_FRONT) or time in ("واليوم", "ومنذ"):
        return True
    for k, form in enumerate(between):
        bare = form.removeprefix("و")
        behind = between[k + 1] if k + 1 < len(between) else ""
        if bare in _CLAUSE_OF_ITS_OWN and (bare != "قد" or form != bare):
            return True
        set_off = form != bare or (k > 0 and between[k - 1] in (*_BREAKS, "في"))
        if set_off and bare in _AS_WELL and behind not in _OF_THE_SAME:
            return True
    return False


def goes_on_meanwhile(between: Sequence[str]) -> bool:
    """فيما يقترب حلفاؤه, ويواصل الجيش: whether folded words behind a time lead on in the present tense, not far before what they tell."""
    for k, form in enumerate(between):
        close = len(between) - k <= _PRESENT_REACH
        if close and k + 1 < len(between) and form.startswith("وي") and _present(form[1:]):
            return True
        if close and form.removeprefix("و") in LEADS_ON and _present((*between[k + 1 :], "")[0]):
            return True
    return False


def _present(form: str) -> bool:
    verb = len(form) > _SHORTEST_VERB and form[0] in "يت" and form not in ("تمت", "يذكر")
    return verb and not form.startswith(("يوم", "يون", "يول", "ينا", "يمن"))
