"""Fronts: the subject of a verb that stands in front of it.

Right there (SVO), before its relative pronoun, as the people its clause describes, or with the verb that it goes on with by و
(هاجمت القوات البلدة وسيطرت عليها).
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.families import SIDES
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, before, counted, nominal, stem_in
from marsad.stages.code.participants.agreeing import Agreeing
from marsad.stages.code.participants.syntax import REACH, Verb

RESUMING: Final = frozenset(
    ["عليها", "عليه", "عليهم", "عليهما", "منها", "منه", "اليها", "اليه", "فيها", "فيه", "بها", "به", "لها", "له"]
)
_NAME_IN_QUOTES: Final = 4  # words of a name in quotes that opens a headline
_GROUPS: Final = frozenset(["مجموعه", "خليه", "دوريه", "قوه", "جماعه", "سريه", "كتيبه", "فرقه", "عصابه", "وحده"])
_REMAINS: Final = frozenset(["جثامين", "جثث", "جثه", "جثمان", "رفات", "اشلاء", "ذوي", "عايلات", "عوايل", "اهالي"])
_FORCES: Final = frozenset(["armed_forces", "armed_group", "other"])


class Fronts(Agreeing):
    """What stands in front of a verb."""

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
            armed = actor is not None and actor.registered and actor.kind in SIDES
            if armed and m.last == k + 1 and not adjectival(m) and not nominal(scene, m).prep:
                return [m]
        quoted = opening > first and k + 1 < verb.first and all(scene.word(j) for j in range(opening, k + 1))
        return [] if quoted and k - opening < _NAME_IN_QUOTES else None

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

    def _in_front(self, verb: Verb, *, joined: bool) -> list[ActorMention]:
        """SVO: the nearest free noun phrase in front that opens its clause and agrees with the verb."""
        scene = self.scene
        for m in reversed(self.fit(self.low, verb.first)):
            if verb.first - m.last > REACH:
                break
            n = nominal(scene, m)
            if adjectival(m):
                weapon = not scene.form(m.first - 1).endswith("ي")  # بدعم جوي وصاروخي روسي: an adjective
                if weapon and stem_in(scene, m.first - 1, scene.words("shooter")) and self.agrees(verb, m):
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
            or self.scene.form(k) == "الذي"
            and m.gender == "f"  # التحالف بقيادة المملكة، الذي وجه ضربات
            or nominal(self.scene, m).head in self.scene.words("thing-struck")
            and self.mention.type != "armed_clash"  # معقل الفصائل التي تقاتل الجيش: no place fights
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
            spoke = next((p for p in earlier.parties if p.rule == "the speaker, by pronoun" and p.role == "actor"), None)
            if spoke is not None and verb.glued.startswith("و"):  # قال الوزير إنه وصل إلى المدينة وتفقد القوات
                subject = [m for m in self.scene.recognised.actor_mentions if m.entity == spoke.entity][:1]
            if subject:
                # داهمت قوة من الجيش المنزل وأوقفت: both verbs agree with the same noun
                alike = earlier.sense.cls == "verb" and verb.number == "s" and earlier.sense.gender == verb.gender
                return subject if alike or self.agrees(verb, subject[0]) else None
        return self._opening(verb)

    def _resumed_subject(self, verb: Verb) -> ActorMention | None:
        """استعادوا نقاطا تقدمت إليها قوات كذا وسيطرت عليها: the subject behind a pronoun that resumes, in the clause و goes on with."""
        for m in reversed(self.fit(max(self.low, verb.first - 6), verb.first)):
            n = nominal(self.scene, m)
            told = m.last == verb.first and self.scene.form(before(self.scene, n.first)) in RESUMING
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
        goes_on = scene.form(before(scene, verb.first)) == "بان" and verb.gender == "m" and not form.startswith("ال")
        past = past or goes_on  # استغل التنظيم الفوضى بأن سيطر
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
