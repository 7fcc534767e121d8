"""Subjects: who does what a verb says.

A verb has its subject behind it (VSO), in front of it (SVO), before its relative pronoun, or from the verb before, with which و
joins it (هاجمت القوات البلدة وسيطرت عليها).
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, Nominal, adjectival, before, counted, nominal, stem_in
from marsad.stages.code.participants.syntax import KINDS_ARMED, REACH, STOP, WAS, Reader, Verb, agreement

_PARTICLES: Final = frozenset(
    ["قد", "لقد", "وقد", "لا", "لم", "لن", "ما", "سوف", "كان", "كانت", "كانوا", "ايضا", "بدوره", "بدورها", "فقد", "ولم", "ولا", "ولن", "تزال", "يزال", "زالت", "زال", "زالوا", "يزالون"]
)  # fmt: skip
_OPENERS: Final = frozenset(
    ["ان", "بان", "وان", "فان", "حتي", "انها", "يكون", "تكون", "يكن", "تكن", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "حيث", "فيما", "بينما", "كما", "اذ", "بعدما", "عندما", "بعد", "لان",
     "غير", "قد", "وقد", "اذا", "ما", "حين", "منذ", "،", ",", ":", ".", "-", "–", "؛", "و", "…", "|", "اما",
     "يزال", "تزال", "مازال", "مازالت", "لازال", "لازالت", "ولايزال", "ولاتزال", "لايزال", "لاتزال", "زال", "زالت", "ظل", "ظلت", "يظل", "تظل", "بات", "باتت"]
)  # fmt: skip
_BACK_TO_SPEAKER: Final = frozenset(["انه", "انها", "انهم", "بانه", "بانها", "بانهم", "وانه", "وانها", "وانهم", "لانه", "لانها"])
_TO_BE: Final = frozenset(["يكون", "تكون", "يكونوا", "تكونوا"])
_RESUMING: Final = frozenset(
    ["عليها", "عليه", "عليهم", "عليهما", "منها", "منه", "اليها", "اليه", "فيها", "فيه", "بها", "به", "لها", "له"]
)
# Behind these a verb without a subject of its own has that of the verb before.
_GOES_ON: Final = frozenset(["ثم", "و", "كما", "عندما", "بعدما", "حين", "حينما", "وبعدما", "وعندما"])
_NAME_IN_QUOTES: Final = 4  # words of a name in quotes that opens a headline
_GROUPS: Final = frozenset(["مجموعه", "خليه", "دوريه", "قوه", "جماعه", "سريه", "كتيبه", "فرقه", "عصابه", "وحده"])
_REMAINS: Final = frozenset(["جثامين", "جثث", "جثه", "جثمان", "رفات", "اشلاء", "ذوي", "عايلات", "عوايل", "اهالي"])
_FORCES: Final = frozenset(["armed_forces", "armed_group", "other"])


class Subjects(Reader):
    """Finds the subject of a verb, with the rule that found it."""

    def _oblique(self, m: ActorMention) -> bool:
        """Whether a registered name of armed people stands in the plural of the accusative (الحوثيين), whatever papers write."""
        actor = self.scene.actors.get(m.entity)
        people = actor is not None and actor.registered and actor.kind in ("armed_group", "coalition")
        return people and m.form == "name" and self.scene.form(m.head).endswith("يين")

    def verb(self, verb: Verb) -> tuple[list[ActorMention], str, int]:
        """The subject of a verb, the rule that found it, and the token from which its object may stand."""
        scene = self.scene
        relative = scene.form(self._before_particles(verb.first)) in RELATIVE
        back = {scene.form(verb.last), scene.form(verb.last - 1)} & _RESUMING  # التي سيطرت عليها القوات
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
        if relative:
            before_it = self._verb_before(verb) if verb.pronoun else None
            if before_it is not None:
                return before_it, "the subject of the verb before", verb.last  # أفرجت كذا عن مدنيين كانت تحتجزهم
            return [], "", verb.last
        if joined or verb.pronoun and scene.form(verb.first - 1) in WAS:
            before_it = self._verb_before(verb)
            if before_it is not None:
                return before_it, "the subject of the verb before", verb.last
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

    def _crowd_described(self, verb: Verb) -> ActorMention | None:
        """The people or the force right in front of a verb whose clause describes them, without a relative pronoun.

        أطلقت الشرطة الغاز على آلاف الأشخاص تجمعوا في الساحة، تصدوا لقوة معادية تسللت إلى القرية.
        """
        if verb.glued or verb.pronoun:
            return None
        for m in reversed(self.fit(max(self.low, verb.first - 4), verb.first)):
            actor = self.scene.actors.get(m.entity)
            n = nominal(self.scene, m)
            if adjectival(m):
                continue
            if actor is not None and not actor.registered and actor.kind in _FORCES and m.last == verb.first:
                bare = not any(self.scene.form(k).startswith("ال") for k in range(m.first, m.last))
                return m if bare and (n.prep or not self._opens(n)) and self.agrees(verb, m) and self.acts(m) else None
            if verb.number != "p":
                return None
            people = actor is not None and actor.kind == "population" and m.form == "collective" and m.number == "p"
            vague = counted(n) or not self.scene.form(m.first).startswith("ال")
            vague = vague or self.scene.form(m.first - 1) in self.scene.words("quantity")
            return m if people and m.last == verb.first and vague and n.prep and self.acts(m) else None
        return None

    def _group_described(self, verb: Verb) -> ActorMention | None:
        """اشتبكت القوات مع مجموعة من كذا هاجمت حاجزا: the group right in front of a feminine verb whose clause describes it."""
        if verb.number != "s" or verb.gender != "f" or verb.glued or verb.pronoun:
            return None
        scene = self.scene
        for m in reversed(self.fit(max(self.low, verb.first - 5), verb.first)):
            if adjectival(m) or not m.first <= before(scene, verb.first) < m.last:
                continue
            head = next(
                (k for k in range(m.first, max(self.low, m.first - 4) - 1, -1) if scene.form(k).lstrip("بل") in _GROUPS), None
            )
            if head is None or head < m.first and scene.form(head + 1) != "من":
                return None
            governed = scene.form(head) not in _GROUPS or scene.form(before(scene, head)) in PREPOSITIONS
            return m if governed and self.acts(m) else None
        return None

    def phrase_verb(self) -> Verb:
        """The verb that a phrase begins with, with what its letters say of its subject."""
        first = self.scene.form(self.mention.first)
        if self.mention.hit.cut.pro == "ل" and first[:2] in ("لي", "لت"):
            gender, number = agreement(first[1:])
            return Verb(self.mention.first, self.mention.last, gender, number, "ل", "")
        gender, number = agreement(first.removeprefix("و"))
        return Verb(self.mention.first, self.mention.last, gender, number, "و" if first.startswith("و") else "", "")

    def _headline(self, verb: Verb) -> list[ActorMention] | None:
        """«كذا» تهاجم «كذا»: a body, or a name in quotes that nobody knows, opens the sentence right in front of the verb.

        A body's name takes verbs of either gender (داعش تهاجم). None where nothing of the kind stands there.
        """
        scene, k = self.scene, before(self.scene, verb.first)
        first = self._sentence_first()
        opening = first
        while opening < k and scene.tokens[opening].kind == "punct":
            opening += 1
        if verb.glued or verb.pronoun or verb.number != "s" or k < opening:
            return None
        for m in self.fit(opening, opening + 1):
            actor = scene.actors.get(m.entity)
            armed = actor is not None and actor.registered and actor.kind in KINDS_ARMED
            if armed and m.last == k + 1 and not adjectival(m) and not nominal(scene, m).prep:
                return [m]
        quoted = opening > first and k + 1 < verb.first and all(scene.word(j) for j in range(opening, k + 1))
        return [] if quoted and k - opening < _NAME_IN_QUOTES else None

    def _fighters_before(self, verb: Verb) -> list[ActorMention]:
        """منع الحوثيين من التقدم بعد أن سيطروا على المدينة: the one armed group named in the plural in front of a verb in the plural."""
        form = self.scene.form(verb.first)
        bare = form.removesuffix(verb.pronoun) if verb.pronoun in ("ه", "ها", "هم") else form  # يعتقلونه
        if verb.number != "p" or verb.glued or not bare.endswith(("وا", "ون", "و" if verb.pronoun else "وا")):
            return []
        told = [m for m in self.fit(self._sentence_first(), verb.first) if not adjectival(m)]
        many = {m.entity for m in told if m.number != "s" or self._armed_people(m)}
        named = [m for m in told if self._armed_people(m)]
        return named[-1:] if len(many) == 1 else []

    def _armed_people(self, m: ActorMention) -> bool:
        """Whether a mention names fighters in the masculine plural (الحوثيين، مسلحين), with which a verb in the plural agrees."""
        actor = self.scene.actors.get(m.entity)
        armed = actor is not None and actor.kind in ("armed_group", "armed_forces", "coalition")
        return armed and self.scene.form(m.head).endswith(("ون", "ين"))

    def right_in_front(self, verb: Verb) -> list[ActorMention]:
        """أن القوات التركية تستهدف قوات كذا: the subject that opens the clause and touches its verb, so that who stands behind suffers it."""
        end = self._before_particles(verb.first) + 1
        if verb.glued or verb.pronoun:
            return []
        for m in self.fit(max(self.low, end - REACH), end):
            n = nominal(self.scene, m)
            if m.last != end or adjectival(m) or not n.free or not self.acts(m) or self.accusative(m) or self._governed_too(n):
                continue
            present = self.scene.form(verb.first)[:1] in ("ي", "ت") and verb.number == "s"
            opens = self._opens(n) or n.joined and present  # وقوات كذا تدعم كذا
            if opens and (self._head_agrees(verb, n) or self.agrees(verb, m)):
                return self._chain_back(m)
        return []

    def _before_particles(self, i: int) -> int:
        k = before(self.scene, i)
        while k >= self.low and self.scene.form(k) in _PARTICLES:
            k = before(self.scene, k)
        return k

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
            elif form in PREPOSITIONS:
                nxt = self.at(k + 1)
                if form == "من" and nxt is not None and counted(nominal(scene, nxt)):
                    k += 1
                    continue
                k = nxt.last if nxt is not None else self._place_end(k + 1) or k + 2
                continue
            elif (end := self._time_end(k)) is not None:
                k = end
                continue
            elif (
                form in scene.words("quantity")
                and scene.form(k + 1) == "من"
                or form in scene.words("quantity")
                and scene.form(k + 2) == "من"
            ):
                pass  # داهمت دورية من كذا
            elif k == verb.last and self.frame == "agent" and stem_in(scene, k, scene.words("shooter")) and verb.gender == "f":
                pass  # توغلت آليات إسرائيلية
            elif self._place_end(k) is not None or stem_in(scene, k, scene.words("thing-struck")):
                return [], verb.last  # the object begins
            elif scene.word(k):
                words += 1
            k += 1
        return [], verb.last

    def _armed(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in KINDS_ARMED

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

    def _brought_down(self, m: ActorMention) -> bool:
        """Whether a mention behind a verb of bringing down is the aircraft brought down: no other stands behind it as the object."""
        scene = self.scene
        if self.mention.type not in ("air_defence", "equipment_loss") or not stem_in(scene, m.head, scene.words("shooter")):
            return False
        if not m.entity.startswith("local:") or scene.form(m.head).startswith("ال"):
            return False
        return not any(stem_in(scene, k, scene.words("shooter")) for k in range(m.last, min(self.high, m.last + 3)))

    def _bodies(self, verb: Verb, m: ActorMention) -> bool:
        """استهدف فصائل كذا مواقع الجيش: a masculine verb with the plural of bodies right behind it, and an object further on."""
        scene = self.scene
        if verb.gender != "m" or verb.glued or m.first != verb.last or scene.form(m.head) not in scene.words("broken-plural"):
            return False
        for k in range(m.last, min(self.high, m.last + REACH)):
            if scene.form(k) in STOP or scene.form(k) in ("،", ",", "."):
                return False
            bare = scene.form(k) in scene.words("thing-struck") and scene.form(k - 1) not in PREPOSITIONS
            if (
                bare
                or self._place_end(k) is not None
                and scene.form(k - 1) not in PREPOSITIONS
                and not scene.form(k).startswith(("ب", "ل"))
            ):
                return True
        return False

    def _antecedent(self, verb: Verb) -> ActorMention | None:
        """قوات كذا التي قصفت: the nearest noun phrase before the relative pronoun, when it agrees."""
        k = self._before_particles(verb.first)
        found = [m for m in self.fit(max(self.low, k - 8), k) if not adjectival(m)]
        if not found:
            return None
        m = found[-1]
        beside = m.last == k and m.number == "p" and verb.number == "p"  # مسلحي كذا والذين نفذوا هجوما
        if self.scene.form(k).startswith("و") and not beside:
            # للجيش الحر، المدعوم من فرنسا والذي يقاتل: the second clause describes what the first does
            low = max(self._sentence_first(), k - 14)
            low_end = next((j for j in range(low, k) if self.scene.form(j) in RELATIVE), k)
            heads = [
                x
                for x in self.fit(low, low_end)
                if not adjectival(x) and (low_end < k or nominal(self.scene, x).prep not in PREPOSITIONS)
            ]
            return heads[-1] if heads and self.agrees(verb, heads[-1]) and self.acts(heads[-1]) else None
        between = [j for j in range(m.last, k) if self.scene.word(j) or self.scene.form(j) in ("،", ",")]
        if (
            len(between) > 2
            or not self.agrees(verb, m)
            or not self.acts(m)
            or nominal(self.scene, m).head in self.scene.words("thing-struck")
        ):
            return None
        return m

    def _verb_before(self, verb: Verb) -> list[ActorMention] | None:
        """و with a verb goes on with the subject of the verb, or of the carried noun, before it in the sentence."""
        returned = self._resumed_subject(verb)
        if returned is not None:
            return [returned]
        for earlier in reversed(self.prior):
            if earlier.sentence != self.mention.sentence or verb.first - earlier.last > 30:
                return None
            # تخضع المدينة لسيطرة الجيش بعدما استعادها: who holds it won it
            since = self.scene.form(before(self.scene, verb.first)) in ("بعدما", "منذ", "ان") and not verb.glued
            holds = since and earlier.type == "control_status" and self.mention.type == "territory_capture"
            subject = [
                p.mention
                for p in earlier.parties
                if p.mention
                and (p.rule.startswith("the subject") or holds)
                and (p.role == "actor" or p.rule.endswith(("of warding off", "who repels it")))  # أحبطوا هجوما ودمروا دبابة
            ]
            if subject:
                # داهمت قوة من الجيش المنزل وأوقفت: both verbs agree with the same noun
                alike = earlier.sense.cls == "verb" and verb.number == "s" and earlier.sense.gender == verb.gender
                return subject if alike or self.agrees(verb, subject[0]) else None
        return self._opening(verb)

    def _resumed_subject(self, verb: Verb) -> ActorMention | None:
        """استعادوا نقاطا تقدمت إليها قوات كذا وسيطرت عليها: the subject behind a pronoun that resumes, in the clause و goes on with."""
        for m in reversed(self.fit(max(self.low, verb.first - 6), verb.first)):
            n = nominal(self.scene, m)
            told = m.last == verb.first and self.scene.form(before(self.scene, n.first)) in _RESUMING
            return m if told and n.free and not adjectival(m) and self.acts(m) and self.agrees(verb, m) else None
        return None

    def _opening(self, verb: Verb) -> list[ActorMention] | None:
        """توجهت الفرق إلى المكان وانتشلت: the subject right behind the verb, known or not, that opens the sentence."""
        scene = self.scene
        first = self._sentence_first()
        if verb.number == "p":  # رفض المتشددون إلقاء السلاح وفتحوا النار
            told = [m for m in self.fit(max(first, verb.first - 14), verb.first) if scene.form(m.head).endswith("ون")]
            free = bool(told) and nominal(scene, told[-1]).free and not nominal(scene, told[-1]).joined
            return [told[-1]] if free and self.acts(told[-1]) else None
        comma = next((k for k in range(first, min(first + 6, verb.first)) if scene.form(k) in ("،", ",")), None)
        if comma is not None:
            first = comma + 1  # من جانبها، ردت الفصائل على القصف واستهدفت
        form = scene.form(first).removeprefix("و")
        past = form.endswith("ت") and not form.endswith("ات") and len(form) > 2 and verb.gender == "f"
        present = form.startswith("ي") and len(form) > 3 and verb.gender == "m"  # ويخرق الطيران الاتفاق، وكان قد شن غارة
        if first >= verb.first or not (past or present) or verb.first - first > 30:
            return None
        found = self.fit(first + 1, first + 4)
        if not found or adjectival(found[0]) or any(c.source is not None and c.source.span[0] <= found[0].span[0] < c.source.span[1]
                                                   for c in scene.attributed.claims):  # fmt: skip
            return None
        n = nominal(scene, found[0])
        starts = n.first if n.acting else found[0].first
        if starts != first + 1 or n.prep or n.joined or not self.acts(found[0]):
            return None
        return [found[0]] if self._head_agrees(verb, n) or self.agrees(verb, found[0]) else None

    def _in_front(self, verb: Verb, *, joined: bool) -> list[ActorMention]:
        """SVO: the nearest free noun phrase in front that opens its clause and agrees with the verb."""
        scene = self.scene
        for m in reversed(self.fit(self.low, verb.first)):
            if verb.first - m.last > REACH:
                break
            n = nominal(scene, m)
            if adjectival(m):
                if stem_in(scene, m.first - 1, scene.words("shooter")) and self.agrees(verb, m):
                    return [m]
                continue
            if scene.form(self._chain_back(m)[0].first - 1).removeprefix("و") in _REMAINS:
                continue  # جثامين الجنود سلمت
            if not n.free or not self.acts(m) or not (counted(n) or self._head_agrees(verb, n) or self.agrees(verb, m)):
                continue
            if self._governed_too(n):
                continue
            if self._opens(n) or (n.joined and not joined):
                return self._chain_back(m)
        return []

    def _governed_too(self, n: Nominal) -> bool:
        """المختطفين لدى كذا وكذا تظاهروا: whether what و joins to a noun phrase behind a preposition is governed with it."""
        beside = [x for x in self.fit(self.low, n.first) if n.joined and x.last == n.first]
        return bool(beside) and nominal(self.scene, beside[-1]).prep not in ("", "من")

    def _opens(self, n: Nominal) -> bool:
        """Whether a noun phrase stands where a subject stands: at the start of a clause, or behind a particle."""
        k = before(self.scene, n.first)
        if k < 0 or self.scene.tokens[k].kind == "break" or n.first == self._sentence_first():
            return True
        return self.scene.form(k) in _OPENERS or bool(self.scene.light.get(k))

    def _chain_back(self, last: ActorMention) -> list[ActorMention]:
        """A mention with those that stand before it, joined by و."""
        out = [last]
        earlier = self.fit(self.low, last.first)
        while earlier:
            m = earlier.pop()
            if adjectival(m) and any(x.first < m.first and m.last <= x.last for x in earlier):
                continue  # السوري of الجيش السوري
            if (
                not nominal(self.scene, out[0]).joined
                or any(self.scene.word(k) for k in range(m.last, out[0].first))
                or adjectival(m)
                or nominal(self.scene, m).prep
            ):
                break
            out.insert(0, m)
        return out

    def agrees(self, verb: Verb, m: ActorMention) -> bool:
        """Whether a verb may have this mention for its subject; only a singular verb of the other gender speaks against."""
        if verb.gender == "c":
            return True
        actor = self.scene.actors.get(m.entity)
        if verb.number != "s":
            joined = nominal(self.scene, m).joined  # أمريكا وروسيا اتفقتا
            return (
                m.number != "s"
                or joined
                or actor is None
                or actor.kind in ("armed_group", "armed_forces", "population", "person")
            )
        if m.gender == "c" or actor is not None and actor.kind == "state" and m.last - m.first == 1:
            return True  # أعدمت البحرين، أعلن لبنان: a country is of either gender, whatever its letters are
        head = self.scene.plain(m.head)
        bodies = self.scene.form(m.head) in self.scene.words("broken-plural")  # شنت فصائل المعارضة
        feminine = bodies or m.gender == "f" or head.endswith(("ة", "ات", "ا")) or m.number == "p" or "قوات" in head
        bare = head.startswith("ال") and not head.endswith(
            ("ة", "ات", "ى", "اء", "ا")
        )  # الدفاع الجوي, whatever its body is called
        masculine = m.gender == "m" or (m.number == "p" and m.form == "collective") or bare and not bodies and m.number == "s"
        return feminine if verb.gender == "f" else masculine

    def _head_agrees(self, verb: Verb, n: Nominal) -> bool:
        """فرق الدفاع المدني انتشلت: a feminine verb agrees with the plural of bodies or weapons in front of their owner."""
        return (
            verb.gender == "f"
            and verb.number == "s"
            and n.first < n.mention.first
            and n.head in self.scene.words("broken-plural")
        )
