"""Masdars: participants of nouns and phrases that name a happening, and the frames of verbs.

A noun has what carries it (شن الطيران غارات), its genitive (قصف الطيران), what belongs to it (قصف لقوات كذا، قصف روسي، قصف من كذا),
من قبل and على يد, and what it falls upon (على مواقع كذا).
"""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import Gender, Number
from marsad.arabic.phrases import Hit
from marsad.handover import ActorMention
from marsad.lexicon.code import LightSense
from marsad.stages.code.mentions import Mention
from marsad.stages.code.nominals import PREPOSITIONS, THINGS, Nominal, adjectival, before, glued, nominal, stem_in
from marsad.stages.code.parties import Party
from marsad.stages.code.scene import Scene
from marsad.stages.code.syntax import KINDS_ARMED, Reader, Verb
from marsad.stages.code.victims import Victims

_BY: Final = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("من", "جانب"), ("بقياده",), ("بمشاركه",), ("مصدره",), ("مصدرها",), ("بنيران",),
              ("بايدي",), ("بيد",))  # fmt: skip
_DONE_BY: Final = frozenset(
    [
        "تقودها",
        "يقودها",
        "قادته",
        "قادها",
        "قادتها",
        "تقوده",
        "يقوده",
        "تبناه",
        "تبنته",
        "تبناها",
        "تبنتها",
        "نصبه",
        "نصبته",
        "يرعاها",
        "ترعاها",
    ]
)
_ACTS_WITH_IT: Final = frozenset(["قام", "قامت", "تقوم", "يقوم"])
_UPON: Final = frozenset(["علي", "ضد", "بحق", "نحو", "باتجاه", "تجاه", "صوب"])
_HIT: Final = frozenset(
    ["استهدف", "استهدفت", "طال", "طالت", "يستهدف", "تستهدف", "مستهدفا", "مستهدفه", "استهدفا", "استهدفتا", "يطال", "تطال", "ضرب", "ضربت", "اصاب", "اصابت",
     "استهدفوا", "يستهدفون"]
)  # fmt: skip
_NOUN_ENDS: Final = frozenset(["علي", "في", "من", "الي", "ضد", "بين", "استهدف", "استهدفت"])
_TALKING: Final = frozenset(["talks", "agreement", "meeting", "ceasefire", "political_process"])
_GIVING: Final = frozenset(["military_support", "humanitarian_aid", "intel_sharing"])
_TAKING: Final = frozenset(["territory_capture", "withdrawal"])
# Behind these a masdar tells the cause, the time or the aim of somebody else's act, so the subject in front is not its own.
_CAUSE: Final = frozenset(
    ["جراء", "اثر", "بعد", "قبل", "خلال", "نتيجه", "بسبب", "عقب", "منذ", "رغم", "اثناء", "مع", "وسط", "بالتزامن", "عن", "حول", "بفعل", "قرب", "تحت", "ضحيه",
     "ردا", "لصد", "لوقف", "وقف", "ضد", "صد", "امام", "من", "بشان", "مقابل", "لمنع", "دون", "كان", "هو", "هي", "بان", "ان"]
)  # fmt: skip
_WARDS_OFF: Final = frozenset(
    ["احبط", "احبطت", "احبطوا", "صد", "صدت", "صدوا", "تصدي", "تصدت", "تصدوا", "افشل", "افشلت", "يصد", "تصد"]
)
_OWN: Final = frozenset(["announces", "denies", "admits", "threatens", "pledges", "offers"])
_CLAIMS: Final = frozenset(["تبني", "تبنت", "يتبني", "تتبني"])
_RESPONSIBLE: Final = frozenset(["مسووليته", "مسووليتها", "مسووليتهم", "المسووليه"])
_GOVERNING: Final = frozenset(["علي", "الي", "في", "من"])
_MOVES: Final = frozenset(["اخراج", "طرد", "اجلاء", "ترحيل", "تهجير", "نقل", "حل"])
_IN: Final = frozenset(["في", "خلال", "اثر", "جراء", "نتيجه"])
_KILLING: Final = frozenset(
    ["قتل", "قتلت", "مقتل", "قتلي", "قتلوا", "اصيب", "اصابه", "جرح", "استشهد", "استشهاد", "سقوط", "سقط", "مصرع", "لقي"]
)
_GOES_ON: Final = frozenset(
    [
        "تستمر",
        "استمرت",
        "يستمر",
        "استمر",
        "شارك",
        "شاركت",
        "يشارك",
        "تشارك",
        "شاركوا",
        "بدا",
        "بدات",
        "نجح",
        "نجحت",
        "فشل",
        "فشلت",
    ]
)
_ATTEMPTS: Final = frozenset(
    [
        "محاوله",
        "عمليه",
        "عمليات",
        "بدء",
        "قرار",
        "قرارا",
        "نيه",
        "يحاول",
        "تحاول",
        "حاول",
        "حاولت",
        "يحاولون",
        "حاولوا",
        "تعتزم",
        "يعتزم",
    ]
)
# Masdars that only carry a happening, with its doer as their genitive: تنفيذ الطيران غارات.
_CARRIERS: Final = frozenset(
    ["شن", "تنفيذ", "ارتكاب", "مواصله", "اطلاق", "توجيه", "استئناف", "تكثيف", "قيام", "استمرار", "معاوده", "محاوله", "محاولات", "بدء", "تمكن"]
)  # fmt: skip


def read_sides(scene: Scene, mention: Mention, fence: tuple[int, int], people: Victims, prior: list[Mention]) -> list[Party]:
    """The participants of a mention, each once, in text order of finding."""
    return _Sides(scene, mention, fence, people, prior).read()


class _Sides(Reader):
    """The frames, laid over what the reader of syntax finds."""

    def read(self) -> list[Party]:
        mention = self.mention
        if self.frame == "none":
            self._by()
            return self.found
        if mention.sense.cls == "verb" or "verb-heads" in self.scene.classes[mention.first]:
            self._verb()
        else:
            self._noun()
        if mention.type == "displacement":  # who flees suffers it
            self.found = [p._replace(role="target") if p.mention and not self._armed(p.mention) else p for p in self.found]
        if self.frame == "victim" and mention.hit.cut.pro.endswith("ب") and not self.has("actor"):
            self._governed()
        return self.found

    def _armed(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in KINDS_ARMED

    # verbs

    def _own_verb(self) -> Verb:
        mention, sense = self.mention, self.mention.sense
        if sense.cls == "verb":
            return Verb(mention.first, mention.last, sense.gender, sense.number, mention.hit.cut.pro, mention.hit.enc)
        gender, number = _agreement(self.scene.form(mention.first).removeprefix("و"))
        return Verb(
            mention.first, mention.last, gender, number, "و" if self.scene.form(mention.first).startswith("و") else "", ""
        )

    def _verb(self) -> None:
        mention, sense = self.mention, self.mention.sense
        verb = self._own_verb()
        if sense.voice == "passive" or self.frame == "victim":
            self._passive(verb)
            return
        if sense.person == 1:
            return
        inside = self.fit(mention.first + 1, mention.last) if sense.cls == "phrase" else []
        if inside:
            self.add("actor", "the subject inside the phrase", self.chain(inside[0]))
            start = self.chain(inside[0])[-1].last
        else:
            subject, rule, start = self.verb(verb)
            if rule == "speaker":
                self._speaker(verb)
            elif not subject and not any(
                self.add_unnamed("actor", "unnamed people beside the verb", k) for k in self._beside(verb)
            ):
                pass
            if mention.sense.entry.id == "counter":
                self.add("target", f"{rule}, who repels it", subject)
                other = next((m for j in range(start, min(start + 4, self.high)) if (m := self.at(j)) is not None), None)
                if other is not None and nominal(self.scene, other).prep == "ل":
                    self.add("actor", "who is repelled", self.chain(other))
                return
            self.add("actor", rule, subject)
        if self.frame == "mutual":
            self._with(start)
            return
        if mention.type in _TAKING:
            self._out_of()
        if self.frame == "attack":
            self.object(start, "the object of the verb")
            if not self.has("target"):
                whom = self.pronoun()
                if whom is not None:
                    self.add("target", "the pronoun on the verb", [whom])

    def _beside(self, verb: Verb) -> list[int]:
        return [verb.last, verb.last + 1] if verb.number == "s" else [verb.first - 1, verb.first - 2]

    def _passive(self, verb: Verb) -> None:
        k, words = verb.last, 0
        while k < self.high and words <= 5:
            m = self.at(k)
            if m is not None:
                n = nominal(self.scene, m)
                if not adjectival(m) and not n.prep and n.head not in THINGS:
                    self.add("target", "the subject of the passive", self.chain(m))
                    break
                k = m.last
                continue
            form = self.scene.form(k)
            if self.scene.tokens[k].kind == "break" or form in PREPOSITIONS or form in ("،", ",", ".", ":"):
                break
            words += self.scene.word(k)
            k += 1
        if not self.has("target"):
            front = self._in_front(verb, joined=False)
            self.add("target", "the subject in front of the passive", front)
        self._by()

    def _speaker(self, verb: Verb) -> None:
        """قال الجيش إنه قصف: the pronoun goes back to the one who speaks."""
        k = self._before_particles(verb.first)
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            link = claim.chain[-1] if claim.chain else None
            actor = self.scene.actors.get(link.actor) if link is not None else None
            if actor is None or link is None:
                continue
            close = 0 <= k - self.scene.page.within(claim.cue.span)[1] <= 25 if claim.cue is not None else False
            if close and (actor.kind in KINDS_ARMED or actor.kind == "person" and self.frame != "attack"):
                self.found.append(Party(actor.id, "actor", "the speaker, by pronoun", link.span))
            return

    # nouns

    def _noun(self) -> None:
        mention = self.mention
        self._by()
        if mention.sense.cls == "phrase" and _shot(self.scene, mention):
            shooter = self.at(self._skip_quotes(mention.last))
            if shooter is not None and not adjectival(shooter) and self.acts(shooter):
                self.add("actor", "the genitive of برصاص", self.chain(shooter))
        self._inside()
        self._behind_noun()
        carrier = mention.carrier or self._far_carrier()
        undergone = carrier is not None and carrier.payload.entry.frame == "victim"
        if mention.type == "control_status":
            return
        if carrier is not None and not self.has("actor") and (undergone or self.frame != "victim"):
            self._carried(carrier)
        if self.frame == "mutual":
            self._with(mention.last)
            if mention.type == "armed_clash" and not self.has("actor"):
                self._fallen()
            return
        if (self.frame == "attack" or mention.type in _GIVING) and not self.has("target"):
            self._upon()
        if mention.type in _TAKING and not self.has("target"):
            self._out_of()
        if (
            self.frame in ("attack", "victim")
            and not self.has("target")
            and mention.sense.entry.genitive in ("patient", "either")
        ):
            whom = self.pronoun()
            if whom is not None:
                self.add("target", "the pronoun on the noun", [whom])
        if mention.type == "ground_attack" and not self.has("target"):
            self._repelled()
        if not self.has("actor"):
            self._claimed()
        if not self.has("actor") and self.frame != "victim":
            self._announced()
        light = mention.carrier.payload.entry.frame if mention.carrier is not None else "event"
        if not self.has("actor") and light == "event" and self.frame != "victim":
            self._governed()

    def _far_carrier(self) -> Hit[LightSense] | None:
        """شن الطيران، اليوم السبت 17 أيلول، غارات: the verb across commas, where no other happening or verb stands between."""
        scene, mention = self.scene, self.mention
        if mention.definite or mention.hit.cut.pro:
            return None
        low = max(self._sentence_first(), self.low, mention.first - 18, *(m.last for m in self.prior[-1:]))
        for k in range(mention.first - 1, low - 1, -1):
            found = scene.light.get(k)
            if found is not None:
                return found if found.payload.entry.frame == "agent" and found.last <= mention.first else None
        return None

    def _carried(self, carrier: Hit[LightSense]) -> None:
        """Who carries the noun out: شن الطيران غارات، تعرضت القوات لقصف."""
        frame = carrier.payload.entry.frame
        form = self.scene.form(carrier.first).removeprefix(carrier.cut.pro) if carrier.cut.pro else self.scene.form(carrier.first)
        gender, number = _agreement(form.removesuffix(carrier.enc) if carrier.enc else form)
        verb = Verb(carrier.first, carrier.last, gender, number, carrier.cut.pro, carrier.enc)
        high, self.high = self.high, min(self.high, self.mention.first) if not carrier.enc else self.high
        subject, rule, _ = self.verb(verb)
        if frame == "agent":
            if rule == "speaker":
                self._speaker(verb)
            elif not subject:
                for k in self._beside(verb):
                    if k < self.mention.first and self.add_unnamed("actor", "unnamed people beside the verb that carries it", k):
                        break
            self.add("actor", f"{rule} that carries it", subject)
            doer = self.at(carrier.last)
            if not subject and not self.has("actor") and doer is not None and stem_in(self.scene, carrier.first, _CARRIERS):
                if not adjectival(doer) and self.acts(doer) and not nominal(self.scene, doer).prep:
                    self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
        self.high = high
        if frame == "victim":
            high, self.high = self.high, min(self.high, self.mention.first)
            self.object(carrier.last, "the subject of the verb of undergoing")
            self.high = high
            if not self.has("target") and not carrier.enc:
                self.add("target", "the subject in front of the verb of undergoing", self._in_front(verb, joined=False))

    def _governed(self) -> None:
        """Nouns whose doer stands in front: القوات المتمركزة، عملت الفرق على انتشال، قصف الطيران بصواريخ … ل، تنفيذ الطيران غارات."""
        scene, mention = self.scene, self.mention
        first = mention.clause[0]
        if mention.definite and mention.sense.cls == "phrase":
            k = before(scene, mention.first)
            beside = [m for m in self.fit(max(self.low, k - 9), k + 1) if m.last == k + 1 and not adjectival(m)]
            if beside and self.frame == "agent" and mention.type == "deployment":
                self.add("actor", "the noun that the participle describes", beside[-1:])
                return
        if mention.hit.cut.pro == "و" or scene.form(mention.first).startswith("و") and mention.sense.cls == "phrase":
            last = self.prior[-1] if self.prior else None
            if (
                last is not None
                and last.sentence == mention.sentence
                and mention.first - last.last <= 6
                and last.sense.cls != "verb"
            ):
                doers = [p for p in last.parties if p.role == "actor" and "governs" in p.rule and p.mention is not None]
                self.add("actor", "the doer of the noun it is joined to", [p.mention for p in doers if p.mention is not None])
            return
        if mention.definite and mention.sense.cls == "noun" and not mention.hit.enc:
            return
        for k in range(mention.first - 1, max(self.low, first, mention.first - 9) - 1, -1):
            if not stem_in(scene, k, _CARRIERS):
                continue
            doer = self.at(k + 1)
            if (
                doer is not None
                and not adjectival(doer)
                and doer.last <= mention.first
                and self.acts(doer)
                and not nominal(scene, doer).prep
            ):
                self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
                return
        governor = before(scene, mention.first)
        letters = mention.hit.cut.pro
        form = scene.form(governor)
        if form in _CAUSE and form != "من":
            return
        if (
            letters[-1:] not in ("ل", "ب")
            and form not in _GOVERNING
            and not stem_in(scene, governor, _ATTEMPTS)
            and not scene.light.get(governor)
        ):
            return
        for m in reversed(self.fit(max(self.low, first), mention.first)):
            n = nominal(scene, m)
            if adjectival(m) or n.prep or n.head or not self.acts(m) or mention.first - m.last > 14:
                continue
            if self._accused(n) or self.frame != "victim" and (self._opens(n) or self._follows_verb(n)):
                self.add("actor", "the subject of the verb that governs the noun", self._chain_back(m))
            return

    def _accused(self, n: Nominal) -> bool:
        """اتهمت المعارضة النظام بقصف: whether a noun phrase stands right behind the one who accuses."""
        end = self.scene.page.span(before(self.scene, n.first), n.first)[0]
        return any(c.stance == "accuses" and c.source is not None and c.source.span[0] <= end < c.source.span[1]
                   for c in self.scene.attributed.claims)  # fmt: skip

    def _follows_verb(self, n: Nominal) -> bool:
        """Whether the word in front of a noun phrase is a verb that is known, or looks like one (عملت، تحاول)."""
        k = before(self.scene, n.first)
        form = self.scene.form(k).removeprefix("و")
        if k < self.mention.clause[0]:
            return True
        return (form.endswith("ت") and not form.endswith("ات") and len(form) > 3) or (form[:1] in ("ي", "ت") and len(form) > 3)

    def _announced(self) -> None:
        """أعلن الجيش بدء عملية، نفت روسيا قصف المدينة: who speaks of an act as of their own, right behind the words that say so."""
        scene, mention = self.scene, self.mention
        if mention.definite and mention.sense.cls == "noun":
            return
        for claim in scene.claims_at(mention.span):
            if claim.stance not in _OWN or claim.cue is None or not claim.chain or not claim.content:
                continue
            start = scene.page.within(claim.content[0])[0]
            actor = scene.actors.get(claim.chain[-1].actor)
            if actor is not None and actor.kind in KINDS_ARMED and 0 <= mention.first - start <= 2:
                self.found.append(Party(actor.id, "actor", f"who {claim.stance} it", claim.chain[-1].span))
            return

    def _repelled(self) -> None:
        """أحبط الجيش محاولة تقدم لمسلحي كذا، تصدت وحدة لهجوم شنه كذا: who wards an attack off is whom it was made on."""
        scene, mention = self.scene, self.mention
        first = max(mention.clause[0], self._sentence_first(), mention.first - 8)
        for k in range(mention.last - 1, first - 1, -1):
            form = scene.form(k).removeprefix("و")
            if form not in _WARDS_OFF:
                continue
            gender, number = _agreement(form)
            high, self.high = self.high, max(mention.first, k + 1)
            subject, rule, _ = self.verb(Verb(k, k + 1, gender, number, "و" if scene.form(k) != form else "", ""))
            self.high = high
            self.add("target", f"{rule} of warding off", subject)
            return

    def _claimed(self) -> None:
        """تبنى التنظيم الهجوم، أعلنت الجماعة مسؤوليتها عن التفجير: who says that it was theirs."""
        scene, mention = self.scene, self.mention
        low = max(self._sentence_first(), mention.first - 14)
        for k in range(mention.first - 1, low - 1, -1):
            form = scene.form(k)
            if form in _RESPONSIBLE and mention.first - k <= 5 and scene.form(k + 1) == "عن":
                pass
            elif scene.page.lookup.stems(form) & _CLAIMS and scene.plain(k) not in ("تبنّي", "تبني"):
                pass
            else:
                continue
            if any(
                scene.form(j).removeprefix("و") in ("نفي", "نفت", "لم", "تنف", "ينفي", "تنفي", "دون") for j in range(low, k + 1)
            ):
                return
            every = [m for m in scene.actors_between(low, mention.first) if not adjectival(m)]
            if form == "المسووليه":  # حمل فلان كذا المسؤولية: the one right before it is blamed
                blamed = [m for m in every if before(scene, k) + 1 == m.last or m.last == k]
                self.add("actor", "who is held responsible", blamed[-1:])
                return
            behind = [m for m in every if k < m.first and m.first - k <= 2]
            front = [m for m in every if m.last <= k and nominal(scene, m).free]
            who = behind[:1] if behind and form not in _RESPONSIBLE else front[-1:]
            actor = scene.actors.get(who[0].entity) if who else None
            if who and actor is not None and actor.kind in KINDS_ARMED:
                self.add("actor", "who claims it", who)
            return

    def _inside(self) -> None:
        """Whom the words of a phrase name themselves: غارة إسرائيلية، قصف الطيران الروسي، برصاص مجهولين."""
        mention, entry = self.mention, self.mention.sense.entry
        if mention.sense.cls != "phrase":
            return
        inside = self.fit(mention.first + 1, mention.last)
        if inside and entry.genitive == "none" and not adjectival(inside[0]) and self.frame == "attack":
            inside = []  # عملية غصن الزيتون
        if inside:
            patient = entry.genitive == "patient" and not adjectival(inside[0])
            moved = bool(stem_in(self.scene, mention.first, _MOVES))  # إخراج الميليشيات
            struck = moved or (self.frame == "victim" and entry.genitive != "agent") or patient or not self.acts(inside[0])
            self.add("target" if struck else "actor", "named inside the phrase", self._nisbas(inside[0]))
        for k in range(mention.first, mention.last):
            if "gunmen" in self.scene.classes[k] and self.scene.form(k) not in ("مسلح", "المسلح"):  # هجوم مسلح
                self.add_unnamed("actor", "unnamed people inside the phrase", k)

    def _nisbas(self, m: ActorMention) -> list[ActorMention]:
        """An adjective and those joined to it (الروسي والسوري), or any mention with its chain."""
        if not adjectival(m):
            return self.chain(m)
        out = [m]
        while (nxt := self.at(out[-1].last)) is not None and adjectival(nxt) and nominal(self.scene, nxt).joined:
            out.append(nxt)
        return out

    def _behind_noun(self) -> None:
        """What follows a noun: its genitive, or behind adjectives what belongs to it (قصف مدفعي عنيف لقوات كذا، قصف روسي)."""
        mention, scene, entry = self.mention, self.scene, self.mention.sense.entry
        at = self._skip_quotes(mention.last)
        backed = self.frame == "victim" and entry.genitive == "agent"  # فصائل مدعومة من كذا
        patient = (self.frame == "victim" and not backed) or entry.genitive == "patient"
        nearest = self.at(at)
        if (
            nearest is not None
            and not adjectival(nearest)
            and glued(scene, nearest)[-1:] not in ("ب", "ل", "ك")
            and not self._is_weapon(nearest)
        ):
            self._genitive(nearest)
            return
        for _ in range(5):
            found = self.at(at)
            if found is not None and (adjectival(found) or self._is_weapon(found)):
                if adjectival(found) and (backed or self.frame != "victim") and entry.genitive != "patient":
                    self.add("actor", "an adjective of the noun", self._nisbas(found))
                at = found.last
            elif found is not None or at >= self.high or not scene.word(at) or scene.form(at) in _NOUN_ENDS:
                break
            elif stem_in(scene, at, THINGS):
                break
            else:
                at += 1
        linked = self.at(at)
        if (
            linked is None
            and scene.form(at) == "من"
            and scene.form(at + 1) not in ("قبل", "جانب")
            and self.frame == "attack"
            and not patient
        ):
            behind = self._skip_quotes(at + 1)
            source = self.at(behind)
            if source is None and scene.word(behind) and scene.form(behind) not in PREPOSITIONS:
                source = self.at(behind + 1)
            actor = scene.actors.get(source.entity) if source is not None else None
            if source is not None and not adjectival(source) and actor is not None and actor.kind in KINDS_ARMED:
                self.add("actor", "من behind the noun", self.chain(source))
            return
        if linked is not None and not adjectival(linked):
            n = nominal(scene, linked)
            actor = scene.actors.get(linked.entity)
            armed = actor is not None and actor.kind in KINDS_ARMED
            if n.head in THINGS:
                self.add("target", "the owner of what the noun hits", self.chain(linked))
            elif n.prep == "ل":
                doer = (
                    armed
                    and (not patient or mention.type == "ground_attack")
                    and entry.id != "targeting"
                    and not self.has("actor")
                )
                self.add("actor" if doer else "target", "ل behind the noun", self.chain(linked))
            elif not n.prep and patient:
                self.add("target", "the genitive of the noun", self.chain(linked))
        elif patient or stem_in(scene, at, THINGS):
            self.object(at if not patient else mention.last, "what the noun is done to")

    def _skip_quotes(self, i: int) -> int:
        while i < self.high and self.scene.tokens[i].kind == "punct" and self.scene.form(i) in "\"“”«»‘’'(":
            i += 1
        return i

    def _is_weapon(self, m: ActorMention) -> bool:
        """Whether a mention is only the weapon (المدفعية), with its owner perhaps behind it."""
        return (
            m.entity.startswith("local:")
            and any(h.payload.actor and h.first <= m.head < h.last for h in self.scene.means)
            and any(not adjectival(x) for x in self.fit(m.last, min(m.last + 4, self.high)))
        )

    def _genitive(self, m: ActorMention) -> None:
        entry, scene = self.mention.sense.entry, self.scene
        group = self.chain(m)
        if self.frame == "mutual":
            self.add("actor", "the genitive of the noun", group)
            return
        actor = scene.actors.get(m.entity)
        end = group[-1].last
        second = self.at(end + 1 if scene.form(end) in ("،", ",") else end)
        direct = second is not None and not adjectival(second) and nominal(scene, second).prep in ("", "ل")
        armed = actor is not None and actor.kind in KINDS_ARMED
        people = actor is not None and actor.kind in ("person", "population")
        upon = direct or self._place_end(end) is not None or bool(stem_in(scene, end, THINGS)) or scene.form(end).startswith("ل")
        if entry.genitive == "patient" or (self.frame == "victim" and entry.genitive != "agent"):
            if armed and direct and second is not None and self.frame == "attack":
                self.add("actor", "the genitive of the noun", group)  # اعتقال السلطات فلانا
                self.add("target", "the object behind the genitive", self.chain(second))
            elif armed and self.mention.type in ("suicide_attack", "bombing_ied"):
                self.add("actor", "the genitive of the noun", group)  # تفجير إرهابيين نفسيهما
            else:
                self.add("target", "the genitive of the noun", group)
            return
        if self.mention.type == "military_support" and self.mention.hit.cut.pro.endswith("ب"):
            self.add("actor", "who backs it", group)  # بمساندة سلاح الجو
            return
        if entry.genitive == "none" and not (armed and self.mention.sense.cls == "noun"):
            return  # لقطع طرق إمداد التنظيم; but استعادة القوات السيطرة
        if self.mention.type in _TALKING and self._also_place(m):
            return  # محادثات جنيف
        # استهداف عناصر التنظيم: a noun of persons after the masdar is what is hit, an army or a state is who hits
        if entry.genitive == "either" and (people or (entry.id == "targeting" and not upon)):
            self.add("target", "the genitive of the noun", group)
            return
        self.add("actor", "the genitive of the noun", group)
        if self.frame == "attack" and direct and second is not None:
            self.add("target", "the object behind the genitive", self.chain(second))
        elif self.frame == "attack" and stem_in(scene, end, THINGS):
            self.object(end, "the object behind the genitive")

    def _also_place(self, m: ActorMention) -> bool:
        return any(p.first <= m.head < p.last for _, p in self.scene.places_between(m.first - 2, m.last))

    def _by(self) -> None:
        """من قبل X، على يد X، نفذته X، مصدره X."""
        scene = self.scene
        if self.prior and self.prior[-1].type == "ceasefire_violation" and self.mention.first - self.prior[-1].last <= 4:
            return  # خروقات لوقف إطلاق النار من جانب كذا: they break it, they made none
        for k in range(self.mention.last, self.high):
            form = scene.form(k)
            if scene.tokens[k].kind == "break":
                return
            step = max((len(w) for w in _BY if tuple(scene.form(k + n) for n in range(len(w))) == w), default=0)
            carried = scene.light.get(k)  # غارات شنها الطيران
            back = carried is not None and carried.enc in ("ه", "ها", "هما", "هم") and carried.payload.entry.frame == "agent"
            if back or form in _DONE_BY or (form in _ACTS_WITH_IT and scene.form(k - 1) in ("التي", "الذي")):
                step = 1
            if not step:
                continue
            found = next((m for j in range(k + step, k + step + 4) if (m := self.at(j)) is not None), None)
            between = range(k + step, found.first if found is not None else k)
            if found is not None and not adjectival(found) and not any(scene.form(j) in PREPOSITIONS for j in between):
                self.add(
                    "actor",
                    "the verb behind it that points back" if back or form in _DONE_BY else "من قبل and its like",
                    self.chain(found),
                )
                return
            if any(self.add_unnamed("actor", "unnamed people behind من قبل and its like", j) for j in (k + step, k + step + 1)):
                return

    def _upon(self) -> None:
        """على مواقع X، ضد X، استهدف X."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + 16)):
            form = scene.form(k)
            if scene.tokens[k].kind == "break":
                return
            if form in _HIT or form in _UPON:
                self.object(k + 1, "what it hit" if form in _HIT else f"{form} behind it", near=1)
                return
            if self.mention.type in _GIVING and (form in ("الي", "لصالح", "جانب") or form.startswith("ل")):
                found = self.at(k) or self.at(k + 1) or self.at(k + 2)
                if found is not None and not adjectival(found):
                    self.add("target", "for whom it is given", self.chain(found))
                    return

    def _out_of(self) -> None:
        """من مسلحي كذا، من أيدي كذا، من قبضة كذا: from whom ground is taken."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + 14)):
            if scene.form(k) in ("،", ","):
                return
            part = any(p.mention is not None and p.mention.last == k for p in self.found)  # أرتال من الدبابات
            if scene.form(k) == "من" and not part and scene.form(k + 1) not in ("قبل", "جانب", "اجل"):
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                actor = scene.actors.get(found.entity) if found is not None else None
                if found is not None and not adjectival(found) and actor is not None and actor.kind in KINDS_ARMED:
                    self.add("target", "من, from whom it is taken", self.chain(found))
                    return

    def _with(self, start: int) -> None:
        """بين X وY، مع X، ضد X; the object of a meeting."""
        scene, mention = self.scene, self.mention
        if mention.sense.cls == "verb":
            other = self.at(start)
            if other is not None and not nominal(scene, other).prep and not nominal(scene, other).joined:
                self.add("actor", "the other side, the object of the verb", self.chain(other))
        for k in range(mention.last, min(self.high, mention.last + 18)):
            form = scene.form(k)
            found = self.at(k)
            if mention.type == "meeting" and found is not None and nominal(scene, found).prep == "ب":
                self.add("actor", "whom they met", self.chain(found))
                return
            if form in ("بين", "مع", "ضد"):
                found = next((m for j in range(k + 1, k + 6) if (m := self.at(j)) is not None), None)
                if found is None:
                    return
                group = self.chain(found)
                self.add("actor", f"{form} behind it", group)
                if form != "بين" and mention.type == "armed_clash" and len({p.entity for p in self.found}) == 1:
                    self._first_side()
                # بين مسلحي كذا من جهة ومقاتلي كذا من جهة أخرى: a second side further on
                tail = group[-1].last
                for j in range(tail, min(self.high, tail + 8)):
                    if scene.form(j).startswith("و") and form == "بين":
                        other = next((m for i in range(j, j + 4) if (m := self.at(i)) is not None), None)
                        if other is not None:
                            self.add("actor", "بين behind it", self.chain(other))
                            break
                return

    def _fallen(self) -> None:
        """مقتل عناصر من كذا ومن كذا في اشتباكات: the armed sides that fell in a clash fought in it."""
        scene, mention = self.scene, self.mention
        if scene.form(before(scene, mention.first)) not in _IN and not mention.hit.cut.pro.endswith("ب"):
            return
        low = max(self._sentence_first(), mention.first - 30)
        starts = [k for k in range(low, mention.first) if stem_in(scene, k, _KILLING)]
        for m in self.fit(starts[0], mention.first) if starts else []:
            actor = scene.actors.get(m.entity)
            if actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition") and not adjectival(m):
                self.add("actor", "who fell in it", [m])

    def _first_side(self) -> None:
        """قتل مسلحو كذا في اشتباكات مع الجيش: the armed side named last in front of a clash that names only the other."""
        scene = self.scene
        for m in reversed(self.fit(self._sentence_first(), self.mention.first)):
            actor = scene.actors.get(m.entity)
            n = nominal(scene, m)
            if (
                actor is None
                or actor.kind not in ("armed_forces", "armed_group", "coalition")
                or adjectival(m)
                or n.head in THINGS
            ):
                continue
            self.add("actor", "the side in front of مع", self._chain_back(m))
            return


def _shot(scene: Scene, mention: Mention) -> bool:
    """Whether a phrase ends with what was shot, so that its genitive is who shot."""
    return scene.form(mention.last - 1) in ("برصاص", "بنيران", "بقذائف", "بقذايف", "بقصف")


def _agreement(form: str) -> tuple[Gender, Number]:
    """Gender and number that the letters of a verb show, where no conjugation says them."""
    if form.endswith(("وا", "ون")):
        return "m", "p"
    if form.endswith(("تا", "ان")):
        return "f" if form.endswith("تا") else "m", "d"
    if form.endswith("ت") or form.startswith("ت"):
        return "f", "s"
    return "m", "s"
