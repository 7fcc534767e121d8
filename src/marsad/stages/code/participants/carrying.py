"""Carrying: who does what a noun names, by the verb that carries it (شن الطيران غارات, تعرضت القوات لقصف)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense
from marsad.model import Claim
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import SIDES
from marsad.stages.code.mentions import ASIDES, one_of_a_series, takes
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, Nominal, adjectival, before, nominal, stem_in
from marsad.stages.code.participants.aims import Aims
from marsad.stages.code.participants.syntax import Verb, agreement
from marsad.stages.code.parties import Party, Role

# A noun that carries another, and no verb, stands behind these (قبل شن الطيران غارات).
_MASDAR_BEHIND: Final = frozenset(
    ["قبل", "بعد", "خلال", "اثناء", "الي", "علي", "من", "في", "عن", "عقب", "رغم", "منذ", "حتي", "اثر", "جراء"]
)
_THING_REACH: Final = 22  # tokens from a thing that opens its clause to the verb of undergoing
_OPERATIONS: Final = frozenset(["عمليات", "عمليه", "حملات", "هجمات"])


class Carrying(Aims):
    """The verb that carries a noun, and whom a pronoun at it means."""

    def _speaker(self, verb: Verb, *, role: Role = "actor") -> None:
        """قال الجيش إنه قصف: the pronoun goes back to the one who speaks."""
        k = self._before_particles(verb.first)
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            link = claim.chain[-1] if claim.chain else None
            body = self._at_the_source(claim)
            actor = self.scene.actors.get(body or link.actor) if link is not None else None
            if actor is None or link is None:
                continue
            close = 0 <= k - self.scene.page.within(claim.cue.span)[1] <= 25 if claim.cue is not None else False
            masculine = self.scene.form(k).endswith("ه") or self.scene.form(k) == "يكون"
            if claim.cue is not None and masculine and self.scene.page.text(claim.cue.span).endswith("ت"):
                return  # أشارت السلطات إلى أنه فجر نفسه: another is meant
            if close and (actor.kind in SIDES or actor.kind == "person" and self.frame != "attack"):
                self.found.append(Party(actor.id, role, "the speaker, by pronoun", link.span))
            return

    def _at_the_source(self, claim: Claim) -> str | None:
        """نفت الحركة على لسان متحدثها أن تكون قصفت: the body that speaks by somebody's tongue did it or did not."""
        if claim.source is None:
            return None
        first, _ = self.scene.page.within(claim.source.span)
        begins = self.scene.actors_between(first, first + 2)[:1]  # “حركة كذا”
        actor = self.scene.actors.get(begins[0].entity) if begins else None
        return actor.id if actor is not None and actor.kind in SIDES else None

    def _beside(self, verb: Verb) -> list[int]:
        if verb.number != "s":
            return [verb.first - 1, verb.first - 2]
        # استهداف الإرهابيين: in the genitive or the accusative they are no subject
        return [k for k in (verb.last, verb.last + 1) if not (self.scene.word(k) and self.scene.form(k).endswith("ين"))]

    def _far_carrier(self) -> Hit[LightSense] | None:
        """شن الطيران، اليوم السبت 17 أيلول، غارات: the verb across commas, where no other happening or verb stands between."""
        scene, mention = self.scene, self.mention
        series = one_of_a_series(scene, mention.first)
        ops = scene.form(mention.first - 1) in _OPERATIONS and scene.form(mention.first - 2) == "من"  # كثفت من عمليات القصف
        series = series or ops
        if mention.hit.cut.pro == "ب":
            return self._undertaken()
        if (mention.definite and not series) or mention.hit.cut.pro:
            return None
        between = [
            m
            for m in self.prior[-3:]
            if m.sense.cls == "verb"
            or not (
                scene.form(before(scene, m.first)) in ASIDES
                or scene.form(m.first).startswith("ب")
                and m.sense.cls == "phrase"
                or m.sense.entry.id in ("backed", "backed-by")
                and scene.form(before(scene, m.first)) in ("،", ",")  # نفذت القوات، المدعومة من كذا، حملة
            )
        ]
        low = max(self._sentence_first(), self.low, mention.first - 22, *(m.last for m in between))
        for k in range(mention.first - 1, low - 1, -1):
            if scene.plain(k) in THAT:
                return None  # تنتشر فيها جبهة كذا، مؤكدة أن وقف النار: a clause of its own
            found = scene.light.get(k)
            if found is not None:
                fits = found.payload.entry.frame == "agent" and found.last <= mention.first
                return found if fits and takes(scene, found, mention.first - (1 if ops else 2 * series)) else None
        return None

    def _undertaken(self) -> Hit[LightSense] | None:
        """قام المسلحون الذين يواجهون حملة، بقصف كذا: the verb that takes ب, across the clause that describes its subject."""
        scene, mention = self.scene, self.mention
        if scene.form(mention.first - 1) not in ("،", ","):
            return None
        for k in range(mention.first - 2, max(self._sentence_first(), mention.first - 26) - 1, -1):
            found = scene.light.get(k)
            if found is not None and found.first == k and found.payload.entry.id == "undertake":
                described = any(scene.form(j) in RELATIVE for j in range(k + 2, min(k + 5, mention.first)))
                return found if described else None
            if scene.plain(k) in THAT or any(m.first == k and m.hit.cut.pro.endswith("ب") for m in self.prior):
                return None
        return None

    def _carried(self, carrier: Hit[LightSense]) -> None:
        """Who carries the noun out: شن الطيران غارات، تعرضت القوات لقصف."""
        frame = carrier.payload.entry.frame
        if frame == "agent" and not carrier.cut.pro and self.scene.form(carrier.first - 1) in _MASDAR_BEHIND:
            doer = self.at(carrier.last)  # قبل عقد الجولة، بعد شن الطيران غارات
            if doer is not None and not adjectival(doer) and self.acts(doer) and not nominal(self.scene, doer).prep:
                self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
            return
        form = self.scene.form(carrier.first).removeprefix(carrier.cut.pro) if carrier.cut.pro else self.scene.form(carrier.first)
        gender, number = agreement(form.removesuffix(carrier.enc) if carrier.enc else form)
        verb = Verb(carrier.first, carrier.last, gender, number, carrier.cut.pro, carrier.enc)
        high, self.high = self.high, min(self.high, self.mention.first) if not carrier.enc else self.high
        subject, rule, _ = self.verb(verb)
        if frame == "agent":
            if rule == "speaker":
                self._speaker(verb)
            elif not subject:
                for k in self._beside(verb):
                    if k < self.mention.first and self.add_unnamed("unnamed people beside the verb that carries it", k):
                        break
            self.add("actor", f"{rule} that carries it", subject)
            doer = self.at(carrier.last)
            if (
                not subject
                and not self.has("actor")
                and doer is not None
                and stem_in(self.scene, carrier.first, self.scene.words("carrier"))
            ):
                if not adjectival(doer) and self.acts(doer) and not nominal(self.scene, doer).prep:
                    self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
        self.high = high
        if frame == "victim":
            high, self.high = self.high, min(self.high, self.mention.first)
            self.object(carrier.last, "the subject of the verb of undergoing")
            self.high = high
            if not self.has("target") and not carrier.enc:
                front = self._in_front(verb, joined=False)
                if front and verb.first - front[-1].last <= 2:
                    self.add("target", "the subject in front of the verb of undergoing", front)
            if not self.has("target") and not carrier.enc:
                self._undergoing_thing(carrier.first)
            elif not self.has("target") and carrier.enc:  # أعلنت القوات تعرضها لغارة
                self._undergoer(carrier.enc, carrier.first)

    def _undergoing_thing(self, end: int) -> None:
        """قال إن قاعدة للجيش تعرضت لهجوم: whose the thing is that stands in front of the verb of undergoing."""
        scene = self.scene
        things = scene.words("thing-struck")
        for k in range(end - 1, max(self._sentence_first(), end - _THING_REACH) - 1, -1):
            if not stem_in(scene, k, things):
                continue
            front = before(scene, k)
            if k == self._sentence_first() or scene.plain(front) in THAT or scene.form(front) in ("،", ",", "ان", "وان"):
                high, self.high = self.high, end
                self.object(k, "the subject in front of the verb of undergoing", near=-1)
                self.high = high
            elif scene.form(front) in PREPOSITIONS:
                continue  # قاعدة لكذا في منطقة جبلية تعرضت: only where it lies
            return

    def _undergoer(self, enc: str, end: int) -> None:
        """Whom a pronoun on a noun of undergoing means: the nearest body in front that is free and agrees, else the body that says so."""
        rule = "whom the pronoun on the noun of undergoing means"
        for m in reversed(self.fit(self._sentence_first(), end)):
            n = nominal(self.scene, m)
            plural = m.number != "s"
            agrees = plural if enc == "هم" else (m.gender != "m" or plural) if enc == "ها" else m.gender != "f" and not plural
            subject = n.free and (self._opens(n) or self._follows_verb(n) or self._civil(m)) and not adjectival(m)
            if agrees and subject and not any(self._place_end(k) for k in range(m.last, end)):
                self.add("target", rule, [m])
                return
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            actor = self.scene.actors.get(claim.chain[-1].actor) if claim.chain else None
            if actor is not None and actor.kind in SIDES and claim.chain[-1].span is not None:
                self.found.append(Party(actor.id, "target", rule, claim.chain[-1].span))
            return

    def _follows_verb(self, n: Nominal) -> bool:
        """Whether the word in front of a noun phrase is a verb that is known, or looks like one (عملت، تحاول)."""
        k = before(self.scene, n.first)
        form = self.scene.form(k).removeprefix("و")
        if k < self.mention.clause[0]:
            return True
        if any(p.first <= k < p.last and p.sense.cls != "verb" for p in self.prior):
            return False  # تحييد ثمانية مسلحين: a noun, though it looks like a verb
        if form.endswith(("ون", "وا", "ان")):
            return False  # ينافسون القوات: a plural verb has its subject in front
        short = 2 if k == self._sentence_first() or self.scene.form(k - 1) in ("،", ",") else 3  # وردت الفصائل
        return (form.endswith("ت") and not form.endswith("ات") and len(form) > short) or (
            form[:1] in ("ي", "ت") and len(form) > 3
        )
