"""Upon whom: what a noun that names a happening falls upon (على مواقع كذا، ضد كذا), and out of whose hands ground is taken."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.families import GIVING, SIDES
from marsad.stages.code.nominals import adjectival
from marsad.stages.code.participants.clauses import Clauses
from marsad.stages.code.participants.syntax import STOP, UPON

_EXPOSED: Final = frozenset(["تعرض", "تعرضت", "يتعرض", "تتعرض"])
_TO_DISPERSE: Final = frozenset(["لتفريق", "تفريق", "لتفرقه", "لقمع"])
_HANDS: Final = frozenset(["ايدي", "يد", "قبضه", "سيطره"])
_DESCRIBED: Final = 14  # tokens from the comma behind what was taken to من أيدي كذا
THAT: Final = frozenset(["إن", "أن", "بأن", "وأن", "وإن", "إنه", "إنها", "أنه", "أنها"])


class Upon(Clauses):
    """What follows a noun and undergoes what it names."""

    def _of_its_own(self, k: int) -> bool:
        """إدخال المساعدات ومطالبات للنظام بفك كذا: whether token `k` joins a noun that demands something of somebody itself."""
        scene = self.scene
        return scene.form(k).startswith("و") and bool(scene.lexicon.controls.at(scene.tokens, k, scene.page.lookup))

    def _upon(self) -> None:
        """على مواقع X، ضد X، استهدف X."""
        scene = self.scene
        ends = self.mention.sense.cls == "phrase" and scene.form(self.mention.last - 1) in scene.words("hit")
        for k in range(self.mention.last - ends, min(self.high, self.mention.last + 16)):
            form = scene.form(k)
            if scene.tokens[k].kind == "break" or scene.plain(k) in THAT:
                return  # على استمرار القصف بالقول إن كذا يضغط على كذا
            if self.mention.type in GIVING and self._of_its_own(k):
                return
            if form == "ضد" and self.mention.type in GIVING:
                return  # لدعم التقدم ضد كذا: against whom, not whom
            if self.mention.type == "humanitarian_aid" and form == "علي":
                found = self.at(k + 1) or self.at(k + 2)
                if found is not None and self._civil(found):  # وزعت المنظمة سلالا على النازحين
                    self.add("target", "for whom it is given", self.chain(found))
                    return
            if form == "في" and scene.form(k + 1) == "حق":
                self.object(k + 2, "بحق behind it", near=1)  # الاعتقالات في حق خصومهم
                return
            if form in _EXPOSED and scene.form(k + 1) in ("له", "لها"):
                self.object(k + 2, "who was exposed to it", near=1)  # هجوم تعرضت له وحدة
                return
            if form in _TO_DISPERSE and self.mention.type == "small_arms_fire":
                self.object(k + 1, "whom it is to disperse", near=1)
                return
            if form in scene.words("hit") or form in UPON:
                hit = form in scene.words("hit")
                # فيما استهدفت قوات كذا: further off the verb is one of its own, whose subject follows
                near = 3 if self.mention.type == "sanction" else -1 if hit and k > self.mention.last else 1
                self.object(k + 1, "what it hit" if hit else f"{form} behind it", near=near)
                self._upon_again(k, form)
                return
            if self.mention.type in GIVING and (form in ("الي", "لصالح", "جانب") or form.startswith("ل")):
                number = scene.numbers_between(k, k + 3)
                found = self.at(k) or self.at(k + 1) or self.at(k + 2) or (self.at(number[0].last) if number else None)
                whom = scene.actors.get(found.entity) if found is not None else None
                if whom is not None and whom.kind in ("organisation", "other") and form == "الي" and self.helps:
                    return  # إسعاف المصابين إلى المشافي: where to
                if found is not None and not adjectival(found):
                    self.add("target", "for whom it is given", self.chain(found))
                    return

    def _upon_again(self, k: int, preposition: str) -> None:
        """هجمات على الأمن وكذلك على المدنيين، ضد القوات وأيضا ضد الشرطة: the same preposition once more behind token `k`."""
        scene = self.scene
        for j in range(k + 2, min(self.high, k + 12)):
            form = scene.form(j)
            if form in ("،", ",", ".") or scene.tokens[j].kind == "break":
                return
            also = form.removeprefix("و") in ("ايضا", "كذلك") and scene.form(j + 1) == preposition
            if also or form == "و" + preposition:
                self.object(j + 1 + also, f"{preposition} behind it", near=1)
                return

    def _out_of(self) -> None:
        """من مسلحي كذا، من أيدي كذا، من قبضة كذا: from whom ground is taken."""
        scene = self.scene
        start = max([self.mention.last, *(p.mention.last for p in self.found if p.mention is not None)])
        asides = {j for _, t in scene.times_between(start, start + 14) for j in (t.first - 1, t.last)}
        for k in range(self.mention.last, min(self.high, start + 14)):
            if scene.form(k) in ("،", ",") and k not in asides:
                self._out_of_hands(k)
                return
            part = any(p.mention is not None and p.mention.last == k for p in self.found)  # أرتال من الدبابات
            if scene.form(k) == "منهم" and self.mention.type == "territory_capture":
                before_it = [m for m in self.fit(self._start(), self.mention.first) if m.form != "nisba" and self._fighters(m)]
                self.add("target", "من, from whom it is taken", before_it[-1:])
                return
            if scene.form(k) == "من" and not part and scene.form(k + 1) not in ("قبل", "جانب", "اجل"):
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                actor = scene.actors.get(found.entity) if found is not None else None
                if found is not None and not adjectival(found) and actor is not None and actor.kind in SIDES:
                    self.add("target", "من, from whom it is taken", self.chain(found))
                    return

    def _out_of_hands(self, i: int) -> None:
        """استعادت القوات القاعدة، الأكبر في البلاد، من أيدي كذا: from whom ground is taken, behind what only describes it."""
        scene = self.scene
        for k in range(i, min(self.high, i + _DESCRIBED)):
            if scene.form(k) == "." or scene.tokens[k].kind == "break" or scene.plain(k) in THAT:
                return
            if scene.form(k) == "من" and scene.form(k + 1) in _HANDS:
                held = self.at(k + 2)
                if held is not None and self._armed(held) and not adjectival(held):
                    self.add("target", "من, from whom it is taken", self.chain(held))
                return

    def _whose_ground(self) -> None:
        """استولت على مقر للجيش، سيطرت على مواقع كذا: whose it was."""
        if self.mention.type != "territory_capture" or self.has("target"):
            return
        for k in range(self.mention.last - 1, min(self.high, self.mention.last + 8)):
            form = self.scene.form(k)
            if form == "علي":
                self.object(k + 1, "whose it was", near=-1)
                return
            if form in STOP or form in ("،", ",", "."):
                return

    def _start(self) -> int:
        sentence = self.scene.sentence(self.mention.first)
        return sentence.first if sentence is not None else self.low

    def _fighters(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind == "armed_group" and not self.has("target")
