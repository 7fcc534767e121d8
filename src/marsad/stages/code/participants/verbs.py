"""Verbs: who takes part in what a verb tells, in the active or the passive (قصف الجيش القرية، اعتقل ثلاثة)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import Gender
from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import SIDES
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, before, by_name, mention_at, nominal, stem_in
from marsad.stages.code.participants.controls import Controls
from marsad.stages.code.participants.syntax import Verb
from marsad.stages.code.parties import Party

TAKING: Final = frozenset(["territory_capture", "withdrawal"])
_DONE_BY: Final = frozenset([("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("علي", "ايدي")])
_POINTING: Final = frozenset(["هذه", "هذا", "تلك", "ذلك"])
# What a protest wants of him (تطالب برحيل كذا), and with what it says against what it is held.
_TO_GO: Final = frozenset(["اسقاط", "رحيل", "تنحي", "محاكمه", "محاسبه", "استقاله", "اقاله", "طرد", "خروج"])
_IN_PROTEST: Final = frozenset([("احتجاجا", "علي"), ("تنديدا", "ب"), ("احتجاج", "علي"), ("رفضا", "ل")])
_EXPELS: Final = frozenset(["expel-force"])
_MORE: Final = frozenset(["اكثر", "ازيد", "اقل", "نحو", "قرابه", "حوالي", "زهاء", "ما"])


class Verbs(Controls):
    """Reads a mention that is a verb, or a phrase that opens with one."""

    def _own_verb(self) -> Verb:
        mention, sense = self.mention, self.mention.sense
        if sense.cls == "verb":
            agrees_with_who = self.scene.cleft(mention.first) and self.scene.form(mention.first - 1) == "من"
            told: Gender = "c" if agrees_with_who else sense.gender  # القوات هي من قصف: the verb agrees with من
            glued = mention.hit.cut.pro.removesuffix("س")  # سيزور: only what joins it to others
            return Verb(mention.first, mention.last, told, sense.number, glued, mention.hit.enc)
        return self.phrase_verb()

    def _verb(self) -> None:
        mention, sense = self.mention, self.mention.sense
        verb = self._own_verb()
        if sense.voice == "passive" or self.frame == "victim" or self.shown_passive():
            self._passive(verb)
            return
        if self._we(verb) or self._moved() or self._backing_of():
            return
        if self._hit_by_attack(verb):
            self.object(mention.last, "what the attack in front of it hit")
            return
        inside = self._subjects_inside()
        weapon = inside[0] if inside and self._brought_down(inside[0]) else None
        inside = [] if weapon is not None else inside  # أسقطت مروحية عسكرية لكذا
        if inside and mention.type == "military_support" and not self.scene.form(mention.first).endswith(("ه", "ها", "هم")):
            subject, rule, _ = self.verb(verb._replace(last=mention.last))
            if subject and rule != "the subject behind the verb":  # روسيا التي تدعم قوات كذا
                self.add("actor", rule, subject)
                self.add("target", "the object inside the phrase", self.chain(inside[0]))
                return
        front = self.right_in_front(verb) if inside and self.frame == "attack" else []
        if front:
            self.add("actor", "the subject in front of the verb", front)
            self.add("target", "the object inside the phrase", self.chain(inside[0]))  # المقاومة تحاصر قوات كذا
            return
        if inside:
            self._works_with(verb, inside[0])
            self.add("actor", "the subject inside the phrase", self.chain(inside[0]))
            start = self.chain(inside[0])[-1].last
            while (more := self.at(start)) is not None and adjectival(more) and nominal(self.scene, more).joined:
                self.add("actor", "the subject inside the phrase", [more])  # قصفت طائرات أمريكية وبريطانية
                start = more.last
        elif said := self._saying_does_it():
            start = said
        else:
            subject, rule, start = self.verb(verb)
            if rule == "speaker":
                self._speaker(verb)
            elif not subject and self.scene.form(mention.last - 1) not in PREPOSITIONS:
                for k in self._beside(verb):
                    if self.add_unnamed("unnamed people beside the verb", k):
                        break
            if mention.sense.entry.id == "counter" and mention.type != "air_defence":
                self.add("target", f"{rule}, who repels it", subject)
                other = next((m for j in range(start, min(start + 4, self.high)) if (m := self.at(j)) is not None), None)
                if other is not None and nominal(self.scene, other).prep == "ل":
                    self.add("actor", "who is repelled", self.chain(other))
                return
            start = self._past_joined(start) if rule == "the subject behind the verb" else start
            if rule == "the subject behind the verb" and self._attack_behind(subject):
                self.add("target", "the object in front of the attack that strikes it", subject)
                return
            self.add("actor", rule, subject)
            start = max(start, self._at_his_side()) if rule == "the subject behind the verb" else start
            if not self.has("actor") and sense.cls == "phrase":
                self._tries()  # يحاول التنظيم، بسط سيطرته
        if not self.has("actor") and (self.scene.form(mention.last), self.scene.form(mention.last + 1)) in _DONE_BY:
            self._by()  # استعادتها من قبل كذا
        self._upon_whom(verb, weapon.first if weapon is not None else start)
        if (
            mention.type == "meeting"
            and verb.glued.startswith("و")
            and len(self.found) == 1
            and self.found[0].rule.endswith("behind the verb")
        ):
            self.add("actor", "the subject of the verb before", self._verb_before(verb) or [])  # زار الوزير العاصمة والتقى الرئيس

    def _subjects_inside(self) -> list[ActorMention]:
        """The mentions inside a phrase that opens with a verb; none behind a preposition (اقتادوه إلى جهة مجهولة)."""
        mention = self.mention
        inside = self.fit(mention.first + 1, mention.last) if mention.sense.cls == "phrase" else []
        led = bool(inside) and self.scene.form(inside[0].first - 1) in ("الي", "في", "من")
        return [] if led and self.frame != "mutual" else inside

    def _we(self, verb: Verb) -> bool:
        """نحن نقصف المدينة: the body for which he speaks who says we; whether the verb is of the first person."""
        if self.mention.sense.person != 1:
            return False
        self._upon_whom(verb, verb.last)
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            link = claim.chain[-1] if claim.chain else None
            actor = self.scene.actors.get(link.actor) if link is not None else None
            body = actor if actor is None or actor.kind not in ("person", "other") else self.scene.actors.get(actor.of or "")
            if link is not None and body is not None and body.kind in (*SIDES, "organisation"):
                self.found = [p for p in self.found if p.entity != body.id]
                self.found.append(Party(body.id, "actor", "for whom he speaks who says we", link.span))
            break
        return True

    def _works_with(self, verb: Verb, other: ActorMention) -> None:
        """تركيا تعمل مع روسيا: who does it with the one named inside a phrase behind مع."""
        if self.frame == "mutual" and self.scene.form(other.first - 1) == "مع":
            subject, rule, _ = self.verb(verb)
            self.add("actor", rule, subject)

    def _saying_does_it(self) -> int:
        """صنفت الولايات المتحدة كذا منظمة إرهابية: a verb of saying that is itself the deed; the token behind who says it, 0 where it is none."""
        for claim in self.scene.attributed.claims:
            if claim.cue is None or claim.source is None or not claim.chain:
                continue
            if self.scene.page.within(claim.cue.span) != (self.mention.first, self.mention.last):
                continue
            first, last = self.scene.page.within(claim.source.span)
            actor = self.scene.actors.get(claim.chain[-1].actor)
            if first == self.mention.last and actor is not None and actor.kind != "media":
                self.found.append(Party(actor.id, "actor", "who does it by saying so", claim.source.span))
                return last
        return 0

    def _past_joined(self, start: int) -> int:
        """استهدفت مليشيات كذا والمخلوع فلان منازل: the token behind one who is joined to the subject under a title that nobody knows."""
        scene = self.scene
        if not scene.form(start).startswith("وال") or self.at(start) is not None or not scene.word(start + 1):
            return start
        joined = self.at(start + 1)
        if (
            joined is None
            or adjectival(joined)
            or nominal(scene, joined).prep
            or stem_in(scene, start, scene.words("thing-struck"))
        ):
            return start
        self.add("actor", "the subject behind the verb", [joined])
        return joined.last

    def _hit_by_attack(self, verb: Verb) -> bool:
        """غارات استهدفت قوات كذا: whether an attack right in front is the subject, so that the army behind was hit and hit nobody."""
        scene = self.scene
        if scene.form(verb.first) not in scene.words("hit") or verb.pronoun or verb.last != self.mention.last:
            return False
        if self._strike_opens(verb.first):
            return True
        if not self.prior:
            return False
        attack = self.prior[-1]
        if attack.type not in ATTACKS or attack.sense.cls == "verb" or not 0 <= verb.first - attack.last <= 4:
            return False
        between = range(attack.last, verb.first)
        if any(not scene.word(k) or scene.form(k) in PREPOSITIONS or scene.form(k) in RELATIVE for k in between):
            return False
        struck = self.at(verb.last)
        if struck is None:
            return True
        end = self.chain(struck)[-1].last
        thing = stem_in(scene, end, scene.words("thing-struck")) or self._place_end(end) is not None
        return not thing or scene.form(end).startswith(("ب", "ل"))  # في غارات استهدفت قوات كذا مواقع لكذا

    def _strike_opens(self, end: int) -> bool:
        """أن العمليات الأخيرة تستهدف كذا: whether a noun of attacks that opens the clause, with its adjectives, ends at token `end`."""
        scene = self.scene
        for k in range(end - 1, max(self._sentence_first(), end - 3) - 1, -1):
            if stem_in(scene, k, scene.words("attack-subject")):
                opening = before(scene, k) - (scene.form(k - 1) in _POINTING)
                return k == self._sentence_first() or scene.plain(opening) in THAT
            if not scene.form(k).startswith("ال") or self.at(k) is not None:
                return False
        return False

    def _backing_of(self) -> bool:
        """انتقدت روسيا دعم الولايات المتحدة لقوات كذا: a masdar written like the verb, with who backs and ل whom; whether it is one."""
        mention = self.mention
        if mention.type != "military_support" or mention.sense.tense != "past":
            return False
        if mention.hit.enc:
            whom = self.at(mention.last) if self.scene.form(before(self.scene, mention.first)) in PREPOSITIONS else None
            if whom is None or adjectival(whom) or nominal(self.scene, whom).prep != "ل":
                return False
            self.add("target", "ل behind the noun and its pronoun", self.chain(whom))  # إلى جانب دعمها لكذا
            self.add("actor", "the pronoun on the noun, who backs", self._meant_body(mention.hit.enc, mention.first))
            return True
        backer = self.at(mention.last)
        end = self.chain(backer)[-1].last if backer is not None else mention.last
        backed = self.at(end)
        if backer is None or backed is None or adjectival(backer) or nominal(self.scene, backed).prep != "ل":
            return False
        self.add("actor", "the genitive of the noun", self.chain(backer))
        self.add("target", "ل behind the genitive", self.chain(backed))
        return True

    def _upon_whom(self, verb: Verb, start: int) -> None:
        """To whom a verb does it, or with whom, from the token behind its subject on."""
        mention = self.mention
        if self.frame == "mutual":
            self._with(start)
            if mention.type == "release_exchange":
                self._helped(start)  # تبادل الجانبان عشرة أسرى
            return
        if mention.type == "armed_clash":
            self._with(mention.last)  # التي تخوض معارك مع كذا
        if mention.type in TAKING:
            self._out_of()
            self._whose_ground()
            if verb.pronoun == "هم" and mention.sense.entry.id in _EXPELS and not self.has("target"):
                plural = [m for m in self.fit(self._sentence_first(), verb.first) if m.number != "s" and not adjectival(m)]
                self.add("target", "the pronoun on the verb", plural[-1:])  # طردتهم منها القوات
        if mention.type == "humanitarian_aid" and self.frame == "agent":
            self._helped(max(start, mention.last))
            if not self.has("target"):
                self._whose_own()
            if not self.has("target"):
                self._upon()
        if mention.type == "personnel_action" and verb.pronoun:
            self.add("target", "whom the pronoun on the verb means", self._in_front(verb, joined=False)[-1:])
            return  # فلان كان قد عينته الجماعة نائبا
        if self.frame == "attack" and not self._fallen_upon(start):
            self.object(start, "the object of the verb")
            self._turn(verb)
            if not self.has("target"):
                whom = self.pronoun()
                if whom is not None:
                    self.add("target", "the pronoun on the verb", [whom])
            self._upon_pronoun()
            self._whose_own()
            if mention.type == "small_arms_fire" and not self.has("target"):
                self._upon()
        if mention.type == "military_support" and not self.has("target"):
            self._upon()
        if mention.type == "protest":
            self._protested(len(self.scene.tokens))
        if mention.type == "siege" and not self.has("target"):
            self.object(max(start, mention.last), "who is in what is besieged", near=-1)

    def _fallen_upon(self, start: int) -> bool:
        """اعتدى مسلحون بالضرب على طبيب: the object behind على of a verb that needs it; whether the verb is one."""
        scene = self.scene
        if not stem_in(scene, self.mention.first, scene.words("falls-upon")) or scene.form(self.mention.last - 1) == "علي":
            return False
        upon = next((k for k in range(start, min(self.high, start + 8)) if scene.form(k) == "علي"), None)
        if upon is not None:
            self.object(upon + 1, "على behind the verb")
        return True

    def _attack_behind(self, first: list[ActorMention]) -> bool:
        """استهدفت تلك القوات غارة جوية: whether what stands behind the verb is its object and an attack its subject."""
        k = first[-1].last if first else -1
        return self.mention.type in ATTACKS and k == self.high and self.scene.form(k) in self.scene.words("attack-subject")

    def _passive(self, verb: Verb) -> None:
        if not self.shown_passive() and (self._by_attack(verb) or self._active(verb)):
            return
        mention = self.mention
        relative = self.scene.form(before(self.scene, verb.first)) in RELATIVE
        # a verb in the plural or the dual has its subject in front, and one behind الذي that of the clause before
        k, words = (self.high if verb.number != "s" or relative else verb.last), 0
        while k < self.high and words <= 5:
            m = self.at(k)
            if m is not None:
                n = nominal(self.scene, m)
                if self._body(m) and mention.type in ("evacuation", "humanitarian_aid"):
                    self.add("actor", "who helps", [m])  # نقلت الفرق والدفاع المدني المصابين
                elif (
                    not adjectival(m)
                    and not n.prep
                    and n.head not in self.scene.words("thing-struck")
                    and not self._weapon_only(m)
                ):
                    self.add("target", "the subject of the passive", self.chain(m))
                    break
                k = m.last
                continue
            form = self.scene.form(k)
            number = self.scene.numbers_between(k, k + 3)
            if number and number[0].last > k + 1 and form in _MORE:
                k = number[0].last  # نزح أكثر من مليون شخص
                continue
            if mention.type == "displacement" and form in ("من", "الي") and k == verb.last and self.scene.word(k + 1):
                k = self._place_end(k + 1) or k + 2  # فر من القرية ألفا مدني
                continue
            if self.scene.tokens[k].kind == "break" or form in PREPOSITIONS or form in ("،", ",", ".", ":"):
                break
            words += self.scene.word(k)
            k += 1
        if not self.has("target"):
            named = self._antecedent(verb) if relative else None
            front = [named] if named is not None else [] if relative else self._in_front(verb, joined=False)
            if not front and not relative and self.shown_passive():
                end = self._before_particles(verb.first) + 1  # أن التاجر اعتقل على يد كذا
                front = [m for m in self.fit(max(self.low, end - 4), end) if m.last == end and nominal(self.scene, m).free]
                front = [m for m in front if not adjectival(m)][-1:]
            self.add("target", "the subject in front of the passive", front)
        self._by()
        if mention.type == "territory_capture" and not self.has("actor"):
            self._gained()

    def _protested(self, high: int) -> None:
        """تظاهر الأهالي ضد كذا، تطالب برحيل كذا، احتجاجا على سياسة كذا: whom a protest is against, named before token `high`."""
        scene = self.scene
        for k in range(self.mention.last - 1, min(high, self.mention.last + 12)):
            if scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            near = 1 if stem_in(scene, k, _TO_GO) else 3 if (scene.form(k - 1), scene.form(k)) in _IN_PROTEST else 0
            near = 2 if scene.form(k) == "ضد" and k >= self.mention.last else near
            whom = next(
                (m for j in range(k + 1, k + 1 + near) if (m := mention_at(scene, j, len(scene.tokens), helps=False))), None
            )
            if whom is not None and not adjectival(whom) and (near == 2 or self._armed(whom) or by_name(scene, whom)):
                self.add("target", "ضد behind it", self.chain(whom))
            if near == 2 or whom is not None:
                return

    def _gained(self) -> None:
        """خسر التنظيم المدينة لصالح كذا: who took what another lost."""
        for k in range(self.mention.last, min(self.high, self.mention.last + 14)):
            if self.scene.form(k) == "لصالح":
                winner = self.at(k + 1)
                if winner is not None and not adjectival(winner):
                    self.add("actor", "لصالح, who gained it", self.chain(winner))
                return
