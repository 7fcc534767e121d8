"""Nouns: who takes part in what a noun or a phrase without a verb tells (قصف الجيش للقرية، القبض على ثلاثة)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense
from marsad.stages.code.families import GIVING, PACTS
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import ASIDES, Mention
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, by_name, nominal, stem_in
from marsad.stages.code.participants.verbs import TAKING, Verbs
from marsad.stages.code.scene import Scene

_UPON_WHOM: Final = GIVING | {"sanction"}
_BETWEEN_TWO: Final = frozenset(["talks", "meeting", "agreement", "coordination", "ceasefire"])
_JAILS: Final = frozenset(["سجون", "بسجون", "معتقلات", "بمعتقلات"])
_LAYS: Final = frozenset(["القت", "القي", "القوا", "تلقي", "يلقي", "يلقون"])
_BULLETS: Final = frozenset(["برصاص", "رصاص", "بنيران", "نيران"])


class Nouns(Verbs):
    """Reads a mention that is a noun; beyond what verbs are read with, the verb that carries it and who owns it are asked."""

    def _noun(self) -> None:
        mention = self.mention
        self._by()
        if mention.sense.cls == "phrase" and _shot(self.scene, mention):
            one = self.scene.form(mention.last) in self.scene.words("quantity")  # برصاص أحد قناصة كذا
            self._shot_by(self._skip_quotes(mention.last + one))
        self._shooter()
        self._held_themselves()
        self._held_by_name()
        self._laid_hands()
        self._held_at()
        self._inside()
        if self.scene.form(mention.last - 1) != "لدي":
            self._behind_noun()
            self._done_to_this_end()
        carrier = self._carrying()
        undergone = carrier is not None and carrier.payload.entry.frame == "victim"
        if mention.type == "control_status":
            if not self.has("actor"):
                self._held_by()
            if not self.has("actor") and stem_in(self.scene, mention.first - 1, self.scene.words("firm-up")):
                self._governed()  # تمكنت كذا من تثبيت سيطرتها
            return
        attended = self.frame == "mutual" and all(p.rule == "ل behind the noun" for p in self.found)  # ترأس الوزير جلسة للحكومة
        undertaken = carrier is not None and carrier.payload.entry.id == "undertake"  # قامت القوات بكذا: whatever was done
        if carrier is not None and (
            undergone or ((attended or not self.has("actor")) and (self.frame != "victim" or undertaken))
        ):
            mention.carrier = carrier
            self._carried(carrier)
        if self.frame == "mutual":
            self._both_sides()
            return
        if mention.type in ATTACKS and not self.has("actor"):
            self._mutual()
        if mention.type == "protest":
            self._protested(len(self.scene.tokens))
        self._whom()
        if mention.type == "humanitarian_aid" and not self.has("target"):
            self._helped(mention.last)
        if not self.has("actor"):
            self._claimed()
        if not self.has("actor") and self.frame != "victim" and not undergone and not self._looked_into():
            self._announced()
        light = mention.carrier.payload.entry.frame if mention.carrier is not None else "event"
        masdar = mention.carrier is not None and self.scene.form(mention.carrier.first) in self.scene.words("carrier")
        if not self.has("actor") and (light == "event" or masdar) and self.frame != "victim":
            self._governed()  # حاول عناصر كذا شن هجوم
        self._by_pronoun_or_pact()

    def _both_sides(self) -> None:
        """The sides of what is done between two."""
        mention = self.mention
        self._with(mention.last)
        if mention.type == "talks" and not self.has("actor") and self._received():
            self.found = [p._replace(role="actor") for p in self.found]  # تلقى الملك اتصالا من الرئيس
        if mention.type == "armed_clash" and not self.has("actor"):
            self._fallen()
        if mention.type == "armed_clash" and not self.has("actor"):
            self._announced()
        if mention.type in _BETWEEN_TWO and self.found and all(p.rule == "مع behind it" for p in self.found):
            self._who_is_to()
        if mention.type == "coordination" and self.scene.form(mention.last - 1) == "مع":
            self._beside_whom()
        if mention.type in ("meeting", "talks"):
            self._speaks_there()
            self._who_meets()
        if mention.hit.cut.pro == "ل" and (mention.type == "meeting" or not self.has("actor")):
            self._governed()

    def _done_to_this_end(self) -> None:
        """أقلعت طائرات كذا لقصف التنظيم: behind ل and an act of somebody else's the genitive is whom it is to fall upon."""
        mention = self.mention
        genitive = [p for p in self.found if p.rule == "the genitive of the noun"]
        if mention.type not in ATTACKS or mention.hit.cut.pro != "ل" or len(genitive) != 1 or len(self.found) != 1:
            return
        if self.scene.form(mention.first).endswith("ات"):
            return  # التخطيط لهجمات التنظيم
        told, self.found = self.found, []
        self._governed()
        doers = [p for p in self.found if p.mention is not None and self._armed(p.mention) and p.entity != genitive[0].entity]
        self.found = [genitive[0]._replace(role="target", rule="the genitive behind the aim"), *doers] if doers else told

    def _who_is_to(self) -> None:
        """رفضت المعارضة التفاوض مع الحكومة: whose act it is, beside the one with whom it is done."""
        beside, self.found = self.found, []
        self._governed()
        if not self.found:
            self._controlled()
        self.found.extend(p for p in beside if all(p.entity != q.entity for q in self.found))

    def _beside_whom(self) -> None:
        """تمكن الجيش بالتعاون مع كذا من: who stands right in front of the aside, else who does what it is told of."""
        scene, mention = self.scene, self.mention
        told = [m for m in self.fit(max(self._sentence_first(), mention.first - 4), mention.first) if not adjectival(m)]
        if told and told[-1].last == mention.first and nominal(scene, told[-1]).free and self.acts(told[-1]):
            self.add("actor", "who does it with the one behind مع", self._chain_back(told[-1]))
            return
        for earlier in reversed(self.prior[-2:]):
            doers = [p.mention for p in earlier.parties if p.role == "actor" and p.mention is not None]
            if earlier.sentence == mention.sentence and doers:
                self.add("actor", "who does it with the one behind مع", doers)
                return

    def _carrying(self) -> Hit[LightSense] | None:
        """The verb that carries the noun; none where the noun stands aside of it."""
        mention = self.mention
        if self._looked_into():
            return None  # باشرت النيابة التحقيق في تفجير السوق
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
        if self.mention.type in PACTS:
            self._party_to()
        if not self.has("actor"):
            self._whose_doing()
        if not self.has("actor"):
            self._its_own()
        if not self.has("actor"):
            self._accused_of_it()

    def _held_themselves(self) -> None:
        """مئات المعتقلين: those who are named by their being held."""
        held = self.at(self.mention.first) if self.mention.type == "detention" and not self.has("target") else None
        if held is not None and self._civil(held) and held.form == "collective" and self.scene.form(held.head) != "اسر":
            self.add("target", "those held, by the noun", [held])

    def _held_by_name(self) -> None:
        """زعيم الحزب فلان المسجون منذ أعوام: the person by name right in front of the participle."""
        scene, mention = self.scene, self.mention
        if mention.type not in ("detention", "abduction") or self.has("target"):
            return
        if not scene.form(mention.first).startswith("الم") or mention.last - mention.first > 1:
            return
        told = [m for m in self.fit(max(self._sentence_first(), mention.first - 8), mention.first) if m.last == mention.first]
        if told and by_name(scene, told[-1]) and told[-1].number == "s":
            self.add("target", "whom the participle describes", told[-1:])

    def _held_at(self) -> None:
        """المختطفين لدى كذا، قيد الاعتقال لدى القوات، المعتقلين في سجون كذا: in whose hands those are that are held."""
        scene, mention = self.scene, self.mention
        if mention.type not in ("detention", "abduction") or self.has("actor"):
            return
        k = mention.last - (scene.form(mention.last - 1) == "لدي")
        k = self._time_end(k) or (scene.form(k) == "منذ" and self._time_end(k + 1)) or k  # المختطفين منذ آب لدى كذا
        k = max([k, *(m.last for m in self.fit(mention.first, k + 1) if self._civil(m))])  # أسرى إيرانيين لدى كذا
        if scene.form(mention.first - 1) == "قيد":
            held = [
                m for m in self.fit(self._sentence_first(), mention.first - 1) if mention.first - m.last <= 3 and self._civil(m)
            ]
            self.add("target", "who is under arrest", held[-1:])
        k = next((j for j in range(k, mention.last + 4) if scene.form(j) in _JAILS), k)
        at = self._skip_quotes(k + 1)
        at = self._skip_quotes(at + 1) if scene.form(at) == "تنظيمي" else at
        captor = self.at(at) if scene.form(k) in {"لدي", *_JAILS} else None
        if captor is not None and self._armed(captor) and not adjectival(captor):
            self.add("actor", "in whose hands they are", self.chain(captor))

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
                subject, rule, _ = self.subject_of(self.verb_at(k, form), low=self._sentence_first(), high=first)
                self.add("actor", rule, subject)
                return

    def _shooter(self) -> None:
        """برصاص قوات الاحتلال، بنيران حرس الحدود: who is named by the words of a phrase behind the bullets, however far the name goes on."""
        first, scene = self.mention.first, self.scene
        if self.mention.sense.cls == "phrase" and scene.form(first) in _BULLETS and first + 1 < self.mention.last:
            self._shot_by(first + 1)

    def _shot_by(self, i: int) -> None:
        shooter = self.at(i)
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
        if mention.type in TAKING and not self.has("target"):
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
