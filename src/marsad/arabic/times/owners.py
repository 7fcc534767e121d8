"""Words that say that a time beside them is something else's: that of a statement, of a relative clause, of what another thing follows.

Coding asks for them within a sentence, grounding across the sentences of a scene.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

STATEMENT_REACH: Final = 7  # tokens in front of a time in which the statement stands that it dates
THAT: Final = frozenset(["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])
WHO: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "اللتين"])
LEADS_ON: Final = frozenset(["فيما", "بينما", "حين"])  # ...، فيما أعلن المكتب: a clause of its own, with a reporter of its own
COMES: Final = frozenset(["ياتي", "تاتي", "جاء", "جاءت"])
SIGNED: Final = frozenset(["الموقع", "الموقعه", "المبرم", "المبرمه", "الصادر", "الصادره"])
_STATEMENTS: Final = frozenset(
    ["بيان", "بيانه", "بيانها", "تصريح", "تصريحات", "تسجيل", "تغريده", "مقابله", "خطاب", "تقرير", "صفحته", "صفحتها", "حسابه",
     "حسابها", "موقعه", "موقعها", "تويتر", "فيسبوك", "تلغرام"]
)  # fmt: skip


def of_a_statement(forms: Collection[str]) -> bool:
    """Whether a time behind these folded words is that of a statement: في بيان نشر على موقعه أمس, not قال في بيان إن الهجوم وقع أمس."""
    return not _STATEMENTS.isdisjoint(forms) and THAT.isdisjoint(forms)
