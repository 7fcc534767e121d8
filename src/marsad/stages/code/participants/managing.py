"""Managing: who tries an act, manages it, is forced to it, wards it off, and who holds what is held (تمكن الجيش من كسر الحصار)."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.nominals import PREPOSITIONS, adjectival, before, mention_at, nominal
from marsad.stages.code.participants.carrying import Carrying
from marsad.stages.code.participants.syntax import Verb, agreement
from marsad.stages.code.parties import Role

_MANAGES: Final = frozenset(["تمكن", "تمكنت", "تمكنوا", "يتمكن", "تتمكن", "يتمكنوا", "نجح", "نجحت", "نجحوا"])
_MANAGED_REACH: Final = 24  # تمكن كذا، بدعم من كذا وبإسناد وفره كذا أمس، من استعادة
_HELD: Final = frozenset(["لسيطره", "سيطره", "لنفوذ", "نفوذ", "تحت", "عسكريا", "بالكامل", "كليا", "حاليا", "لحكم", "حكم", "وقت"])
_WARDED: Final = 12  # tokens from a verb of warding off: أحبطت وحدات الجيش أمس محاولة مجموعات مسلحة التسلل


class Managing(Carrying):
    """Verbs in front of a noun that say how it came about."""

    def _managed(self, governor: int, *, role: Role = "actor", what: str = "of managing to", by: str = "") -> bool:
        """تمكن الجيش من كسر الحصار، نجحوا في فتح الطريق، نجحت بالتقدم (`by`): the subject of the verb; whether there is such a verb."""
        scene = self.scene
        for k in range(governor - 1, max(self._sentence_first(), governor - _MANAGED_REACH) - 1, -1):
            form = scene.form(k)
            bare = form.removeprefix("و") if form not in _MANAGES else form
            if bare not in _MANAGES:
                if by and form in ("،", ",", "في"):
                    return False
                continue
            if by and not bare.startswith("نجح"):
                return False
            verb = self.verb_at(k, bare)
            subject, rule, _ = self.subject_of(verb, low=self._sentence_first(), high=governor)
            if rule == "speaker":
                self._speaker(verb)
            self.add(role, f"{rule} {what}", subject)
            return True
        return False

    def _forced(self, *, role: Role = "actor") -> bool:
        """دفع المتمردين إلى التراجع، أجبر السكان على النزوح: whom a verb makes do it; whether there is such a verb."""
        scene, mention = self.scene, self.mention
        k = before(scene, mention.first)
        if scene.form(k) not in ("الي", "علي"):
            return False
        whom = [m for m in self.fit(max(self._sentence_first(), k - 6), k) if m.last == k and not adjectival(m)]
        if not whom or not any(
            scene.form(j).removeprefix("و") in scene.words("forces") for j in range(whom[-1].first - 4, whom[-1].first)
        ):
            return False
        self.add(role, "whom the verb makes do it", self._chain_back(whom[-1]))
        return True

    def _tries(self) -> bool:
        """حاول مسلحون اقتحام المقر: the subject between a verb of trying and its masdar; whether there is such a verb."""
        scene, mention = self.scene, self.mention
        for k in range(mention.first - 1, max(self._sentence_first(), mention.first - 14) - 1, -1):
            form = scene.form(k)
            bare = form.removeprefix("و") if form not in scene.words("tries") else form
            if bare not in scene.words("tries"):
                if form in ("،", ",") and k < mention.first - 1 or scene.plain(k) in ("أن", "إن"):
                    return False
                continue
            verb = self.verb_at(k, bare)
            subject, rule, _ = self.subject_of(verb, low=self._sentence_first(), high=mention.first)
            if rule == "speaker":
                self._speaker(verb)
            end = max([k + 1, *(m.last for m in subject)])
            times = {j for _, t in scene.times_between(end, mention.first) for j in range(t.first - 1, t.last)}
            last = mention.first - (scene.form(mention.first - 1) == "الي")  # تسعى كذا في الوقت الراهن إلى بسط سيطرتها
            if any(scene.form(j) in PREPOSITIONS and j not in times and scene.form(j + 1) != "الوقت" for j in range(end, last)):
                return False  # تحاول الضغط على كذا لفتح المعابر
            self.add("actor", f"{rule} of trying to", subject)
            if not subject:
                for j in self._beside(verb):
                    if self.add_unnamed("unnamed people beside the verb of trying to", j):
                        break
            return True
        return False

    def _ventured(self) -> bool:
        """إقدام مسلحين، حسب السلطات، على تخريب المحطة: the genitive of إقدام, whatever stands between."""
        scene, first = self.scene, self.mention.first
        if scene.form(first - 1) != "علي":
            return False
        for k in range(first - 2, max(0, first - 15), -1):
            if scene.form(k) == "اقدام":
                doer = mention_at(scene, k + 1, first, helps=True)
                if doer is not None and not adjectival(doer) and self.acts(doer):
                    self.add("actor", "the genitive of the noun that governs it", self.chain(doer))
                return True
        return False

    def _warded_off(self) -> None:
        """صد هجوم لكذا، تصدت كذا لهجوم من كذا: who wards off is the target, who is warded off the actor."""
        scene, mention = self.scene, self.mention
        form = scene.form(mention.first)
        if "verb-heads" in scene.classes[mention.first] or form.removeprefix("و") in scene.words("wards-off") - {"صد"} | _MANAGES:
            gender, number = agreement(form.removeprefix("و"))
            verb = Verb(mention.first, mention.last, gender, number, "و" if form.startswith("و") else "", "")
            subject, rule, _ = self.subject_of(verb, high=mention.last)
            self.add("target", f"{rule} of warding off", subject)
        else:
            governor = before(scene, mention.first)
            if scene.form(governor) in ("من", "في") and not self._managed(governor, role="target", what="of warding off"):
                pass
        self._by()
        if not self.has("actor"):
            at = self._skip_quotes(mention.last)
            for k in range(at, min(at + 4, self.high)):
                found = self.at(k)
                if found is None:
                    continue
                if not adjectival(found) and (nominal(scene, found).prep in ("ل", "من") or k == at):
                    self.add("actor", "who is warded off", self.chain(found))
                break
        if not self.has("target"):
            self._repelled()

    def _repelled(self) -> None:
        """أحبط الجيش محاولة تقدم لمسلحي كذا، تصدت وحدة لهجوم شنه كذا: who wards an attack off is whom it was made on."""
        scene, mention = self.scene, self.mention
        first = max(mention.clause[0], self._sentence_first(), mention.first - _WARDED)
        for k in range(mention.last - 1, first - 1, -1):
            form = scene.form(k).removeprefix("و")
            if form not in scene.words("wards-off"):
                continue
            verb = self.verb_at(k, form)
            subject, rule, _ = self.subject_of(verb, high=max(mention.first, k + 1))
            if rule == "speaker":
                self._speaker(verb, role="target")  # قال المجلس إنه تصدى لهجوم
            self.add("target", f"{rule} of warding off", subject)
            return

    def _held_by(self) -> None:
        """المناطق الخاضعة لسيطرة كذا: who holds the area."""
        k = self.mention.last
        while k < self.high and self.scene.form(k) in _HELD:
            k += 1
        holder = self.at(self._skip_quotes(k)) if k > self.mention.last else None
        if holder is not None and not adjectival(holder):
            self.add("actor", "who holds the area", self.chain(holder))

    def _under_sway(self) -> None:
        """تخضع المدينة لسيطرة كذا: who holds it."""
        scene = self.scene
        for k in range(self.mention.last, min(len(scene.tokens), self.mention.last + 9)):
            if scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            if "sway" not in scene.classes[k]:
                continue
            at = k + 1
            while scene.word(at) and scene.form(at) in _HELD | {"كل", "من", "عده", "الي", "حد", "كبير"}:
                at += 1
            holder = mention_at(scene, self._skip_quotes(at), len(scene.tokens), helps=False)
            if holder is not None and not adjectival(holder):
                self.high = len(scene.tokens)
                self.add("actor", "who holds the area", self.chain(holder))
            return
