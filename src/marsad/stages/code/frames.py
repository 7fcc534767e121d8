"""Frames: which rules of syntax a mention is read with, by its word class and the frame of its entry."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import Gender
from marsad.arabic.phrases import Hit
from marsad.handover import ActorMention
from marsad.lexicon.code import LightSense
from marsad.stages.code.controls import Controls
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import ASIDES, Mention
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, before, mention_at, nominal, stem_in
from marsad.stages.code.parties import Party
from marsad.stages.code.scene import Scene
from marsad.stages.code.syntax import Verb, agreement
from marsad.stages.code.victims import Victims

_GIVING: Final = frozenset(["military_support", "humanitarian_aid", "intel_sharing"])
_DONE_BY: Final = frozenset([("من", "قبل"), ("من", "جانب"), ("علي", "يد"), ("علي", "ايدي")])
_UPON_WHOM: Final = _GIVING | {"sanction"}
_TAKING: Final = frozenset(["territory_capture", "withdrawal"])
# What is done to people and may be ordered or threatened, whatever its frame.
_ORDERED: Final = frozenset(
    ["evacuation", "targeted_killing", "release_exchange", "detention", "abduction", "displacement", "casualties"]
)
_LAYS: Final = frozenset(["القت", "القي", "القوا", "تلقي", "يلقي", "يلقون"])
_MADE: Final = frozenset(["agreement", "ceasefire", "zone_establish"])
_EXPELS: Final = frozenset(["expel-force"])
_MORE: Final = frozenset(["اكثر", "ازيد", "اقل", "نحو", "قرابه", "حوالي", "زهاء", "ما"])
_SUPPLIES: Final = frozenset(["امداد", "امدادات", "تموين"])
_TOPPLES: Final = frozenset(["اطاحه", "انقلاب", "اطاح", "يطيح", "اطاحت", "تطيح"])
_HOLD: Final = frozenset(["سيطره", "قبضه"])
_BULLETS: Final = frozenset(["برصاص", "رصاص", "بنيران", "نيران"])


def read_sides(scene: Scene, mention: Mention, fence: tuple[int, int], people: Victims, prior: list[Mention]) -> list[Party]:
    """The participants of a mention, each once, in text order of finding."""
    return _Frames(scene, mention, fence, people, prior).read()


class _Frames(Controls):
    """The frames, laid over what the rules find."""

    def read(self) -> list[Party]:
        mention = self.mention
        if mention.sense.entry.id == "repel":
            self._warded_off()
            return self.found
        if mention.type == "military_support" and self._backed():
            return self.found
        if mention.type in _GIVING and self._received():
            return self.found
        if self.frame == "none":
            self._frameless()
            return self.found
        head = self.scene.plain(mention.first)
        verbal = "verb-heads" in self.scene.classes[mention.first] and not head.startswith("ال") and not head.endswith("ة")
        verbal = verbal and not stem_in(self.scene, mention.first, _HOLD)  # تثبيت سيطرتها على: a noun with its pronoun
        verbal = verbal and not (mention.carrier is not None and mention.carrier.last == mention.first)  # يفرض سيطرته
        if mention.sense.cls == "verb" or verbal:
            self._verb()
        else:
            self._noun()
        if mention.type == "military_support":
            self._aside()
        if not self.has("target"):
            self._befell()
            self._dwellers()
        if mention.type == "siege" and not self.has("target"):
            self._besieged()
        if mention.type == "air_defence":
            self._whose_aircraft()
        if self.frame == "victim" and mention.hit.cut.pro.endswith("ب") and not self.has("actor"):
            self._governed()
        open_to = self.frame not in ("victim", "none", "state") or mention.type in _ORDERED
        if not self.has("actor") and mention.sense.cls != "verb" and open_to:
            self._controlled()
        if not self.has("actor") and mention.sense.cls == "phrase" and open_to and mention.hit.cut.pro.startswith("و"):
            self._joined_doer()
        if mention.type == "route_cut" and not self.has("target"):
            self._whose_supplies()
        if mention.type == "political_process" and not self.has("target"):
            self._toppled()
        if mention.type == "displacement":  # who flees suffers it
            self.found = [
                p._replace(role="target")
                if p.mention and not self._armed(p.mention) and not p.rule.startswith(("من قبل", "the verb behind"))
                else p
                for p in self.found
            ]
        if mention.type == "meeting" and self.scene.form(mention.last - 1).startswith("وفد"):
            if self.scene.form(mention.last) == "من":
                self._sender(mention.last + 1)  # وصل وفد من كذا
        self._sent_of()
        self._aim()
        self._among()
        self._together()
        return self.found

    def _whose_supplies(self) -> None:
        """قطعت القوات طرق إمداد كذا: whose supply lines are cut."""
        scene = self.scene
        for k in range(self.mention.last - 1, min(self.high, self.mention.last + 8)):
            if scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            if scene.form(k).removeprefix("ال") in _SUPPLIES:
                whose = self.at(k + 1)
                if whose is not None and self._armed(whose) and not adjectival(whose):
                    self.add("target", "whose supplies are cut", self.chain(whose))
                return

    def _toppled(self) -> None:
        """الإطاحة بالحكومة، انقلاب على الرئيس: against whom."""
        scene, mention = self.scene, self.mention
        overthrow = any(stem_in(scene, k, _TOPPLES) for k in range(mention.first, mention.last))
        for k in range(mention.last - 1, min(len(scene.tokens), mention.last + 5)) if overthrow else ():
            whom = mention_at(scene, k + (scene.form(k) == "علي"), len(scene.tokens), helps=False)
            if scene.form(k) == "ب":
                whom = mention_at(scene, k + 1, len(scene.tokens), helps=False)
            if whom is None or adjectival(whom) or nominal(scene, whom).prep not in ("ب", "علي"):
                continue
            self.add("target", "whom they topple", [whom])
            return

    def _frameless(self) -> None:
        """Mentions whose entry says nothing of who does it: what stands around them may."""
        mention = self.mention
        if mention.sense.entry.id == "under-sway":
            self._under_sway()
            return
        self._by()
        self._shooter()
        if mention.type in ATTACKS and not self.has("actor"):
            self._whose_weapon()
        if mention.type == "air_defence":
            self._whose_aircraft()
        if mention.type == "siege":
            self._besieged()
        if mention.sense.entry.id == "bombarding-participle" and not self.scene.form(mention.first).startswith("ال"):
            self.object(mention.last, "what the participle hits")
        if mention.type == "equipment_loss":
            self.object(mention.last, "whose the loss is", near=-1, thing=True)
            self._announced()
            if not self.has("actor") and self.scene.form(mention.first - 1) in ("من", "في"):
                self._managed(mention.first - 1)  # تمكنت الفصائل من عطب عربة
        if mention.type in ATTACKS and not self.has("target"):
            self._killed_by()
        if mention.type == "destruction":
            self._damaged()
        if mention.type == "military_support":
            self._aside()
        if mention.type in ("bombing_ied", "suicide_attack"):
            if self.scene.form(mention.first - 1).removeprefix("و") in self.scene.words("hit"):
                self.object(mention.last, "what the attack in front of it hit", near=-1)  # استهدف هجوم بسيارة مركبات لكذا
            if not self.has("actor"):
                self._claimed()
            self._hit_by_blast()
            carrier = mention.carrier
            if not self.has("actor") and carrier is not None and carrier.payload.entry.frame == "agent":
                self._carried(carrier)  # قام مسلحون بتفجير عبوة
            if not self.has("target"):
                self._survivor()  # نجا الوزير من انفجار
            if not self.has("target") and carrier is not None and carrier.payload.entry.frame == "victim":
                self._carried(carrier)  # تعرض رتل لكذا لهجوم بعبوة

    def _damaged(self) -> None:
        """دمار في منازل المدنيين، أضرار بممتلكات كذا: whose the damage is."""
        scene, last = self.scene, self.mention.last
        things = scene.words("thing-struck") | scene.words("persons-own")
        for k in range(last - 1, min(self.high, last + 6)):
            if scene.form(k) in ("،", ",", "."):
                return
            whose = self.at(k + 1) if stem_in(scene, k, things) else None
            if whose is not None and (self._civil(whose) or self._armed(whose) and not adjectival(whose)):
                self.add("target", "whose the damage is", self.chain(whose))
                return

    def _befell(self) -> None:
        """Whom it befalls in words further off."""
        if self.mention.type in ("bombing_ied", "suicide_attack"):
            self._hit_by_blast()
        if self.mention.type in ATTACKS and not self.has("target"):
            self._losses()
        if self.mention.type in ATTACKS and not self.has("target"):
            self._killed_by()
        if self.mention.type == "abuse":
            self._died_of_it()

    def _own_verb(self) -> Verb:
        mention, sense = self.mention, self.mention.sense
        if sense.cls == "verb":
            agrees_with_who = self.scene.cleft(mention.first) and self.scene.form(mention.first - 1) == "من"
            told: Gender = "c" if agrees_with_who else sense.gender  # القوات هي من قصف: the verb agrees with من
            return Verb(mention.first, mention.last, told, sense.number, mention.hit.cut.pro, mention.hit.enc)
        return self.phrase_verb()

    def _verb(self) -> None:
        mention, sense = self.mention, self.mention.sense
        verb = self._own_verb()
        if sense.voice == "passive" or self.frame == "victim":
            self._passive(verb)
            return
        if sense.person == 1 or self._moved() or self._backing_of():
            return
        if self._hit_by_attack(verb):
            self.object(mention.last, "what the attack in front of it hit")
            return
        inside = self.fit(mention.first + 1, mention.last) if sense.cls == "phrase" else []
        weapon = inside[0] if inside and self._brought_down(inside[0]) else None
        inside = [] if weapon is not None else inside  # أسقطت مروحية عسكرية لكذا
        if inside and mention.type == "military_support" and not self.scene.form(mention.first).endswith(("ه", "ها", "هم")):
            subject, rule, _ = self.verb(verb._replace(last=mention.last))
            if subject and rule != "the subject behind the verb":  # روسيا التي تدعم قوات كذا
                self.add("actor", rule, subject)
                self.add("target", "the object inside the phrase", self.chain(inside[0]))
                return
        if inside:
            self.add("actor", "the subject inside the phrase", self.chain(inside[0]))
            start = self.chain(inside[0])[-1].last
            while (more := self.at(start)) is not None and adjectival(more) and nominal(self.scene, more).joined:
                self.add("actor", "the subject inside the phrase", [more])  # قصفت طائرات أمريكية وبريطانية
                start = more.last
        else:
            subject, rule, start = self.verb(verb)
            if rule == "speaker":
                self._speaker(verb)
            elif not subject and self.scene.form(mention.last - 1) not in PREPOSITIONS:
                for k in self._beside(verb):
                    if self.add_unnamed("actor", "unnamed people beside the verb", k):
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
        if scene.form(verb.first) not in scene.words("hit") or verb.pronoun or verb.last != self.mention.last or not self.prior:
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

    def _backing_of(self) -> bool:
        """انتقدت روسيا دعم الولايات المتحدة لقوات كذا: a masdar written like the verb, with who backs and ل whom; whether it is one."""
        mention = self.mention
        if mention.type != "military_support" or mention.sense.tense != "past" or mention.hit.enc:
            return False
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
        if mention.type in _TAKING:
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
            self._protested()
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
        if self._by_attack(verb) or self._active(verb):
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
            self.add("target", "the subject in front of the passive", front)
        self._by()
        if mention.type == "territory_capture" and not self.has("actor"):
            self._gained()

    def _protested(self) -> None:
        """تظاهر الأهالي ضد كذا، مظاهرة تنديدا بكذا: whom a protest is against."""
        for k in range(self.mention.last, min(self.high, self.mention.last + 12)):
            if self.scene.form(k) in ("،", ",", ".") or self.scene.tokens[k].kind == "break":
                return
            if self.scene.form(k) == "ضد":
                whom = self.at(k + 1) or self.at(k + 2)
                if whom is not None and not adjectival(whom):
                    self.add("target", "ضد behind it", self.chain(whom))
                return

    def _gained(self) -> None:
        """خسر التنظيم المدينة لصالح كذا: who took what another lost."""
        for k in range(self.mention.last, min(self.high, self.mention.last + 14)):
            if self.scene.form(k) == "لصالح":
                winner = self.at(k + 1)
                if winner is not None and not adjectival(winner):
                    self.add("actor", "لصالح, who gained it", self.chain(winner))
                return

    def _noun(self) -> None:
        mention = self.mention
        self._by()
        if mention.sense.cls == "phrase" and _shot(self.scene, mention):
            one = self.scene.form(mention.last) in self.scene.words("quantity")  # برصاص أحد قناصة كذا
            shooter = self.at(self._skip_quotes(mention.last + one))
            if shooter is not None and not adjectival(shooter) and self.acts(shooter):
                self.add("actor", "the genitive of برصاص", self.chain(shooter))
        self._shooter()
        self._held_themselves()
        self._laid_hands()
        self._inside()
        self._behind_noun()
        carrier = self._carrying()
        undergone = carrier is not None and carrier.payload.entry.frame == "victim"
        if mention.type == "control_status":
            if not self.has("actor"):
                self._held_by()
            if not self.has("actor") and stem_in(self.scene, mention.first - 1, self.scene.words("firm-up")):
                self._governed()  # تمكنت كذا من تثبيت سيطرتها
            return
        attended = self.frame == "mutual" and all(p.rule == "ل behind the noun" for p in self.found)  # ترأس الوزير جلسة للحكومة
        if carrier is not None and (undergone or ((attended or not self.has("actor")) and self.frame != "victim")):
            mention.carrier = carrier
            self._carried(carrier)
        if self.frame == "mutual":
            self._with(mention.last)
            if mention.type == "armed_clash" and not self.has("actor"):
                self._fallen()
            if mention.type == "armed_clash" and not self.has("actor"):
                self._announced()
            if mention.type in ("meeting", "talks"):
                self._speaks_there()
                self._who_meets()
            if mention.hit.cut.pro == "ل" and (mention.type == "meeting" or not self.has("actor")):
                self._governed()
            return
        if mention.type in ATTACKS and not self.has("actor"):
            self._mutual()
        if mention.type == "protest":
            self._protested()
        self._whom()
        if mention.type == "humanitarian_aid" and not self.has("target"):
            self._helped(mention.last)
        if not self.has("actor"):
            self._claimed()
        if not self.has("actor") and self.frame != "victim" and not undergone:
            self._announced()
        light = mention.carrier.payload.entry.frame if mention.carrier is not None else "event"
        if not self.has("actor") and light == "event" and self.frame != "victim":
            self._governed()
        self._by_pronoun_or_pact()

    def _carrying(self) -> Hit[LightSense] | None:
        """The verb that carries the noun; none where the noun stands aside of it."""
        mention = self.mention
        carrier = mention.carrier or self._far_carrier()
        behind = self.scene.form(mention.first - 1) in PREPOSITIONS
        if carrier is not None and carrier.enc and behind and self.scene.form(carrier.first - 1) in RELATIVE:
            carrier = None  # التحقيق الذي تجريه المنظمة في هجمات: it carries what stands before it
        if carrier is not None and carrier.payload.entry.id == "chair" and self.frame != "mutual":
            return None  # يترأس الخلية المسؤولة عن إحراق المدرسة
        if carrier is not None and mention.hit.cut.pro.endswith("ب") and self._controlled_behind(carrier.last):
            carrier = None  # وجهت المنظمات مطالبات للحكومة بفك الحصار
        if carrier is not None and self.scene.form(mention.first - 2) in ASIDES and not self.scene.light.get(mention.first - 1):
            carrier = None  # قاموا بتفجير عبوة أثناء مرور قافلة
        return carrier

    def _by_pronoun_or_pact(self) -> None:
        """With whom a pact is made, and who does it by the pronoun on the noun or as the one accused of it."""
        if self.mention.type in _MADE:
            self._party_to()
        if not self.has("actor"):
            self._whose_doing()
        if not self.has("actor"):
            self._accused_of_it()

    def _held_themselves(self) -> None:
        """مئات المعتقلين: those who are named by their being held."""
        held = self.at(self.mention.first) if self.mention.type == "detention" and not self.has("target") else None
        if held is not None and self._civil(held) and held.form == "collective":
            self.add("target", "those held, by the noun", [held])

    def _his_doing(self) -> None:
        """خطفه لأكثر من مئة تلميذة، قصفها لمواقع كذا: ل behind a noun with its pronoun is whom it is done to, the pronoun who does it."""
        scene, mention = self.scene, self.mention
        form = scene.form(mention.last)
        if not form.startswith("ل") or form in ("لكن", "لم", "لن", "لا") or self._place_end(mention.last) is not None:
            return
        self.object(mention.last, "ل behind the noun and its pronoun")
        counted_first = [m for m in self.fit(mention.last, min(self.high, mention.last + 6)) if self._civil(m)][:1]
        if not self.has("target") and counted_first and nominal(scene, counted_first[0]).prep == "ل":
            self.add("target", "ل behind the noun and its pronoun", counted_first)
        if self.has("target") and not self.has("actor"):
            taken = {p.entity for p in self.found}
            doer = self._meant_body(mention.hit.enc, mention.first)
            self.add("actor", "the pronoun on the noun, who does it", [m for m in doer if m.entity not in taken])

    def _laid_hands(self) -> None:
        """ألقت الشرطة، التابعة لكذا، القبض على فلان: the subject of the verb in front of القبض, however far."""
        scene, first = self.scene, self.mention.first
        if scene.form(first) != "القبض" or self.has("actor"):
            return
        for k in range(first - 1, max(self._sentence_first(), first - 20) - 1, -1):
            form = scene.form(k).removeprefix("و")
            if form in _LAYS:
                gender, number = agreement(form)
                low, high = self.low, self.high
                self.low, self.high = self._sentence_first(), first
                subject, rule, _ = self.verb(Verb(k, k + 1, gender, number, "و" * (scene.form(k) != form), ""))
                self.low, self.high = low, high
                self.add("actor", rule, subject)
                return

    def _shooter(self) -> None:
        """برصاص قوات الاحتلال، بنيران حرس الحدود: who is named by the words of a phrase behind the bullets, however far the name goes on."""
        first, scene = self.mention.first, self.scene
        if self.mention.sense.cls == "phrase" and scene.form(first) in _BULLETS and first + 1 < self.mention.last:
            shooter = self.at(first + 1)
            if shooter is not None and not adjectival(shooter) and self.acts(shooter):
                self.add("actor", "the genitive of برصاص", self.chain(shooter))

    def _whom(self) -> None:
        """To whom a noun was done, where neither its genitive nor what carries it has said so."""
        mention = self.mention
        if mention.type == "release_exchange":
            self._between()
        if self.frame == "attack":
            self._past_adjectives()
        if (self.frame == "attack" or mention.type in _UPON_WHOM) and not self.has("target"):
            self._upon()
        if mention.type in _TAKING and not self.has("target"):
            self._out_of()
            self._whose_ground()
        fallen_upon = self.frame in ("attack", "victim") and mention.sense.entry.genitive in ("patient", "either")
        if mention.hit.enc and self.frame == "attack" and not self.has("target"):
            self._his_doing()
        if not self.has("target") and (fallen_upon or mention.type in ("evacuation", "humanitarian_aid")):
            whom = self.pronoun()
            if whom is not None:
                self.add("target", "the pronoun on the noun", [whom])
        if self.frame == "attack":
            self._upon_pronoun()
            self._whose_own()
        if not self.has("target"):
            self._survivor()
            self._put_under()
        if mention.type == "ground_attack" and not self.has("target"):
            self._fell_into()
        if self.frame == "attack" and not self.has("target") and self.scene.form(mention.first - 1) in self.scene.words("hit"):
            self.object(mention.last, "what the attack in front of it hit")  # استهدف هجوم انتحاري مصلين
        if mention.type == "displacement" and not self.has("target"):
            self._forced(role="target")
        if mention.type == "ground_attack" and not self.has("target"):
            self._repelled()


def _shot(scene: Scene, mention: Mention) -> bool:
    """Whether a phrase ends with what was shot, so that its genitive is who shot."""
    return scene.form(mention.last - 1) in ("برصاص", "بنيران", "بقذائف", "بقذايف", "بقصف")
