"""Subjects: who does what a verb says.

A verb has its subject behind it (VSO); else it stands in front (`fronts`).
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, before, counted, nominal, stem_in
from marsad.stages.code.participants.fronts import RESUMING, Fronts
from marsad.stages.code.participants.syntax import REACH, STOP, WAS, Verb, agreement

_BACK_TO_SPEAKER: Final = frozenset(["انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم", "لانه", "لانها"])
_TO_BE: Final = frozenset(["يكون", "تكون", "يكونوا", "تكونوا"])
_WITH_MASDAR: Final = 6  # letters from which a word between ب and ة is a masdar (بمحاربة): بلدية and بعثة are shorter
# Behind these a verb without a subject of its own has that of the verb before.
_GOES_ON: Final = frozenset(["ثم", "و", "بان", "كما", "عندما", "بعدما", "حين", "حينما", "وبعدما", "وعندما"])


class Subjects(Fronts):
    """Finds the subject of a verb, with the rule that found it."""

    def verb(self, verb: Verb) -> tuple[list[ActorMention], str, int]:
        """The subject of a verb, the rule that found it, and the token from which its object may stand."""
        scene = self.scene
        relative = scene.form(self._before_particles(verb.first)) in RELATIVE
        back = {scene.form(verb.last), scene.form(verb.last - 1)} & RESUMING  # التي سيطرت عليها القوات
        if relative and not verb.pronoun and not back:
            antecedent = self._antecedent(verb)
            if antecedent is not None:
                return [antecedent], "the noun before the relative pronoun", verb.last
            return [], "", verb.last
        k = before(scene, verb.first)
        goes_on = scene.form(k) in _GOES_ON or scene.form(k) == "ان" and scene.form(before(scene, k)) in ("بعد", "قبل")
        aim = (
            verb.glued == "ل" and verb.number == "s" and scene.form(verb.first)[1:2] in ("ي", "ت")
        )  # دخلت قوة البلدة لتطلق النار
        joined = verb.glued.startswith(("و", "ف")) or goes_on or aim
        if scene.form(self._before_particles(verb.first)) in _BACK_TO_SPEAKER:
            return [], "speaker", verb.last  # قالت إنها تستهدف جماعات
        crowd = self._crowd_described(verb) or self._group_described(verb)
        if crowd is not None:
            return [crowd], "the noun before the relative pronoun", verb.last
        headline = self._headline(verb)
        if headline is not None:
            return headline, "the subject in front of the verb" if headline else "", verb.last
        beside = [] if relative else self.right_in_front(verb)
        if beside:
            return beside, "the subject in front of the verb", verb.last
        # ألقت القبض على كذا: what stands behind the preposition is the object
        ends = self.mention.sense.cls == "phrase" and verb.last == self.mention.last and scene.form(verb.last - 1) in PREPOSITIONS
        if verb.number == "s" and not ends:
            behind, end = self._behind(verb)
            if behind and counted(nominal(scene, behind[0])):
                front = [] if relative else self._in_front(verb, joined=joined)
                if front and before(scene, verb.first) == front[-1].last - 1:
                    return front, "the subject in front of the verb", verb.last  # كانت الجبهة خطفت ثمانية عناصر من كذا
            if behind:
                return behind, "the subject behind the verb", end
        if relative and back:
            told = self._resuming(verb)
            return told, "the noun before the relative pronoun" if told else "", verb.last
        if relative:
            before_it = self._verb_before(verb) if verb.pronoun else None
            if before_it is not None:
                return before_it, "the subject of the verb before", verb.last  # أفرجت كذا عن مدنيين كانت تحتجزهم
            return [], "", verb.last
        if joined or verb.pronoun and scene.form(verb.first - 1) in WAS:
            before_it = self._verb_before(verb)
            if before_it is not None:
                return before_it, "the subject of the verb before", verb.last
        if scene.form(verb.last) in ("فيها", "فيه", "بها") and not joined:
            return [], "", verb.last  # غارات على مواقع يتمركز فيها المتمردين: the clause describes the place
        front = self._in_front(verb, joined=joined)
        if front:
            return front, "the subject in front of the verb", verb.last
        fighters = self._fighters_before(verb)
        if fighters:
            return fighters, "the subject of the verb before", verb.last
        k = self._before_particles(verb.first)
        if scene.form(k) in _TO_BE and scene.form(before(scene, k)) in ("ان", "بان"):
            return [], "speaker", verb.last  # نفت الحركة أن تكون وقعت على أي اتفاق
        return [], "", verb.last

    def _resuming(self, verb: Verb) -> list[ActorMention]:
        """التنظيم الذي يسيطر عليهما، المناطق التي سيطروا عليها: whose deed it is where the pronoun behind the verb means another."""
        described = self._antecedent(verb) if verb.number == "s" else None
        if described is not None and described.last == self._before_particles(verb.first) and self._armed(described):
            return [described]
        return self._fighters_before(verb)

    def verb_at(self, k: int, bare: str) -> Verb:
        """The verb at token `k`, whose letters are `bare` without the و in front."""
        gender, number = agreement(bare)
        return Verb(k, k + 1, gender, number, "و" if self.scene.form(k) != bare else "", "")

    def subject_of(self, verb: Verb, *, high: int, low: int | None = None) -> tuple[list[ActorMention], str, int]:
        """What `verb` finds where tokens `low` and `high` are the fence; without `low` it begins where it did."""
        fence = self.low, self.high
        self.low, self.high = self.low if low is None else low, high
        found = self.verb(verb)
        self.low, self.high = fence
        return found

    def phrase_verb(self) -> Verb:
        """The verb that a phrase begins with, with what its letters say of its subject."""
        first = self.scene.form(self.mention.first)
        if self.mention.hit.cut.pro == "ل" and first[:2] in ("لي", "لت"):
            gender, number = agreement(first[1:])
            return Verb(self.mention.first, self.mention.last, gender, number, "ل", "")
        gender, number = agreement(first.removeprefix("و"))
        return Verb(self.mention.first, self.mention.last, gender, number, "و" if first.startswith("و") else "", "")

    def _behind(self, verb: Verb) -> tuple[list[ActorMention], int]:
        """VSO: whose unit stands behind the verb, else the first free noun phrase; with the token behind it."""
        owner = self.at(verb.last) or self.at(verb.last + 1)
        if owner is not None and self._unit_of(verb, owner):
            return [owner], owner.last
        return self._free_behind(verb)

    def _free_behind(self, verb: Verb) -> tuple[list[ActorMention], int]:
        """The first free noun phrase behind the verb that agrees with it, times and asides passed over."""
        scene = self.scene
        k, words, commas = verb.last, 0, 0
        # توصلت إلى اتفاق يقضي بنقل السكان: behind a phrase only what stands next to it
        reach = 1 if self.mention.sense.cls == "phrase" and verb.last == self.mention.last and verb.last - verb.first > 1 else 3
        while k < self.high and words <= reach:
            m = self.at(k)
            if m is not None:
                n = nominal(scene, m)
                if adjectival(m):
                    if stem_in(scene, k - 1, scene.words("shooter")) and k - 1 >= verb.last:
                        return [m], m.last
                    k = m.last
                    continue
                if n.head == "belonging" or n.head in scene.words("thing-struck"):
                    return [], verb.last
                if n.prep:
                    k = m.last
                    continue
                some = counted(n)  # فر العشرات من مسلحي كذا
                number = next((x for x in scene.numbers_between(n.first, n.first + 1) if x.first == n.first), None)
                if some and number is not None and verb.gender == "f" and scene.form(number.last) in scene.words("armed-member"):
                    return [], verb.last  # استهدفت ثلاثة جنود من كذا: counted men are no subject of a feminine verb
                no_subject = self._brought_down(m) or not self.acts(m) or self.accusative(m) and not some
                no_subject = no_subject or self._oblique(m) and bool(self._in_front(verb, joined=verb.glued.startswith("و")))
                if no_subject or verb.pronoun and n.joined:
                    return [], verb.last
                if not some and not self._head_agrees(verb, n) and not self.agrees(verb, m) and not self._bodies(verb, m):
                    return [], verb.last
                return self.chain(m), self.chain(m)[-1].last
            form = scene.form(k)
            if scene.tokens[k].kind == "break" or form in (".", ":", "؛", "؟", "!") or form in STOP or scene.plain(k) in THAT:
                return [], verb.last  # فر إلى الجبال، إلا أن القوات لاحقته: a clause of its own
            if form in ("،", ","):
                commas += 1
                if commas > 2:
                    return [], verb.last
            elif self._governs(k):
                nxt = self.at(k + 1)
                if form == "من" and nxt is not None and counted(nominal(scene, nxt)):
                    k += 1
                    continue
                k = nxt.last if nxt is not None else self._place_end(k + 1) or k + 2
                continue
            elif (end := self._time_end(k)) is not None:
                k = end
                continue
            elif form in scene.words("quantity") and "من" in (scene.form(k + 1), scene.form(k + 2)):
                pass  # داهمت دورية من كذا
            elif k == verb.last and self.frame == "agent" and stem_in(scene, k, scene.words("shooter")) and verb.gender == "f":
                pass  # توغلت آليات إسرائيلية
            elif self._place_end(k) is not None or stem_in(scene, k, scene.words("thing-struck")):
                return [], verb.last  # the object begins
            elif scene.word(k):
                words += 1
            k += 1
        return [], verb.last

    def _governs(self, k: int) -> bool:
        """Whether token `k` is a preposition, or a masdar with ب that somebody is the object of (ستبدأ بمحاربة كذا)."""
        form = self.scene.form(k)
        masdar = form.startswith("ب") and form.endswith("ه") and len(form) >= _WITH_MASDAR
        return form in PREPOSITIONS or masdar and self.at(k + 1) is not None

    def _unit_of(self, verb: Verb, m: ActorMention) -> bool:
        """أطلقت دورية للجيش النار على كذا: a unit of an army's right behind the verb, and what it did to others behind it."""
        scene, unit = self.scene, m.first - 1
        n = nominal(scene, m)
        in_words = self.mention.sense.cls == "phrase" and unit == verb.last - 1  # قصفت طائرة للتحالف
        if n.prep != "ل" or n.head == "belonging" or not (unit == verb.last or in_words) or verb.pronoun:
            return False
        if not self._armed(m) or adjectival(m) or not stem_in(scene, unit, scene.words("unit-acting")):
            return False
        for k in range(m.last, min(self.high, m.last + REACH)):
            if scene.form(k) == "مع" and self.frame == "mutual":
                return True  # اشتبكت دورية للجيش مع مهربين
            if scene.form(k) in STOP or scene.form(k) in ("،", ",", "."):
                return False
            other = self.at(k)
            if other is not None and not adjectival(other) and not nominal(scene, other).prep:
                return True
            if scene.form(k) in ("النار", "نيرانها", "علي") or stem_in(scene, k, scene.words("thing-struck")):
                return True
            if self._place_end(k) is not None and scene.form(k - 1) not in PREPOSITIONS:
                return True
        return False
