"""Clauses: who did what a noun names, by the clause or the number that stands behind it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense
from marsad.stages.code.nominals import RELATIVE, adjectival
from marsad.stages.code.participants.genitives import Genitives

_STANDS: Final = frozenset(["يقف", "تقف", "وقف", "وقفت"])
_BACK_TO_IT: Final = frozenset(["اليه", "اليها", "عليه", "عليها", "به", "بها"])
_CLAUSE_REACH: Final = 4  # الاتفاق على إطلاق الأسرى والذي توصلت إليه كذا
_TAKES_PART: Final = frozenset(["شارك", "شاركت", "يشارك", "تشارك"])
_MOVED_MEN: Final = frozenset(["deployment", "withdrawal", "group_change"])


class Clauses(Genitives):
    """هجوم تقف وراءه كذا، هجوم نسب إلى كذا، عبور سبعة من مسلحي كذا."""

    def _in_its_clause(self, carried: Hit[LightSense] | None, k: int) -> int:
        """هجوم تقف وراءه كذا، شاركت فيه كذا، الاتفاق الذي توصلت إليه كذا: how far behind a verb with a preposition that points back its subject is."""
        scene = self.scene
        form, back = scene.form(k), scene.form(k + 1)
        if form in _STANDS and back in ("خلفه", "خلفها", "وراءه", "وراءها") or form in _TAKES_PART and back in ("فيه", "فيها"):
            return 2
        near = scene.form(k - 1) in RELATIVE and k - self.mention.last <= _CLAUSE_REACH
        return 2 if near and back in _BACK_TO_IT and self._does_it(carried, k) else 0

    def _does_it(self, carried: Hit[LightSense] | None, k: int) -> bool:
        """Whether the verb at token `k` makes its subject the doer of what it has for its object."""
        scene = self.scene
        governs = scene.lexicon.controls.at(scene.tokens, k, scene.page.lookup)
        light = carried is not None and carried.payload.entry.frame == "agent"
        return light or any(h.payload.entry.doer == "subject" for h in governs)

    def _some_of_them(self, i: int) -> bool:
        """عبور سبعة من مسلحي كذا، انشقاق عدد من جنود كذا: whose men moved, where a number or a quantity stands before من."""
        scene, mention = self.scene, self.mention
        if mention.type not in _MOVED_MEN or self.frame != "agent" or mention.sense.cls != "noun":
            return False
        number = scene.numbers_between(i, i + 1)
        k = number[0].last if number else i + 1 if scene.form(i) in scene.words("quantity") else 0
        whose = self.at(k + 1) if k and scene.form(k) == "من" else None
        if whose is None or adjectival(whose):
            return False
        self.add("actor", "whose men they are, behind their number", self.chain(whose))
        return True

    def _laid_at(self, k: int) -> bool:
        """هجوم نسب إلى كذا، نسبته السلطات إلى كذا: at whose door an act is laid; whether somebody's it is."""
        scene = self.scene
        for j in range(k + 1, min(k + 7, self.high)):
            if scene.form(j) in ("،", ",", ".") or scene.tokens[j].kind == "break":
                return False
            if scene.form(j) in ("الي", "ل"):
                found = next((m for i in range(j + 1, j + 4) if (m := self.at(i)) is not None), None)
                if found is not None and not adjectival(found):
                    self.add("actor", "at whose door it is laid", self.chain(found))
                return found is not None
        return False
