"""Antecedents: whom a pronoun means: the one on a verb or a noun, on what was somebody's, or on the preposition behind."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.nominals import RELATIVE, adjectival, counted, nominal, stem_in
from marsad.stages.code.participants.subjects import Subjects
from marsad.stages.code.participants.syntax import PRONOUNS, WAS

# What is done to people only: no pronoun on these means a place.
_TO_PERSONS: Final = frozenset(
    ["detention", "abduction", "abuse", "targeted_killing", "release_exchange", "small_arms_fire", "casualties", "evacuation", "humanitarian_aid"]
)  # fmt: skip
_OF_PERSONS: Final = _TO_PERSONS | {"ground_attack", "destruction"}
_CARED: Final = frozenset(["evacuation", "humanitarian_aid"])
_UPON: Final = {
    "عليه": "ه", "عليهم": "هم", "عليهما": "هما", "باتجاهه": "ه", "باتجاههم": "هم", "نحوه": "ه", "نحوهم": "هم", "صوبهم": "هم", "بحقه": "ه", "بحقهم": "هم"
}  # fmt: skip
_STRUCK: Final = frozenset(["small_arms_fire", "targeted_killing", "ground_attack", "shelling", "air_strike"])
_AMONG_THEM: Final = frozenset(["بينهم", "منهم", "ضمنهم", "بينهما"])
_REACH: Final = 6
_DWELLING: Final = 16
_USE: Final = frozenset(
    [
        "يتخذه",
        "تتخذه",
        "يتخذها",
        "تتخذها",
        "اتخذه",
        "اتخذته",
        "اتخذها",
        "اتخذتها",
        "يستخدمه",
        "تستخدمه",
        "يستخدمها",
        "تستخدمها",
        "يتحصن",
    ]
)
_DWELL: Final = frozenset(
    ["يقطنها", "تقطنها", "يقطنه", "تقطنه", "يسكنها", "تسكنها", "يسكنه", "تسكنه", "يووي", "تووي", "ياوي", "تاوي", "يضم", "تضم"]
)


class Antecedents(Subjects):
    """Whom a pronoun means."""

    def pronoun(self) -> ActorMention | None:
        """Whom the pronoun on the mention means (استهدافه، اعتقلتهم): the nearest person or group in front that agrees."""
        enc = self.mention.hit.enc
        scene = self.scene
        one_word = self.mention.last - self.mention.first == 1 and self.mention.type in _TO_PERSONS  # وأعدمهم
        if not enc and self.mention.sense.cls == "phrase" and (one_word or self.mention.type in _CARED):
            words = (scene.form(k) for k in range(self.mention.first, self.mention.last))
            enc = next((p for w in words for p in ("هما", "هم") if w.endswith(p)), "")  # جرى نقلهم إلى المشفى
        meant = self._resumed(enc)
        if meant is not None or scene.form(self._before_particles(self.mention.first)) in RELATIVE:
            return meant  # الطيار الذي يحتجزه: nobody but whom the clause describes
        sentence = scene.sentence(self.mention.first)
        if self.mention.type == "release_exchange" and not enc:
            enc = scene.form(self.mention.last).removeprefix("عن") if scene.form(self.mention.last).startswith("عن") else ""
        if enc in ("ه", "ها", "هم") and self.mention.hit.cut.pro.startswith(("و", "ف")) and self.mention.type in _OF_PERSONS:
            back = 2 if self.mention.type in _TO_PERSONS else 1
            near = [m for m in self.prior[-back:] if m.sentence == self.mention.sentence and self.mention.first - m.last <= 14]
            for earlier in reversed(near):
                for p in earlier.parties:  # داهمت منزل فلان واعتقلته، ألقى القبض على شبان وأعدمهم
                    actor = scene.actors.get(p.entity)
                    person = actor is not None and actor.kind in ("person", "population")
                    plural = p.mention is not None and p.mention.number != "s"
                    if p.role == "target" and p.mention is not None and person and plural == (enc == "هم"):
                        return p.mention
        of_persons = self.mention.type in _OF_PERSONS or self.mention.sense.entry.id in ("targeting", "target-verb")
        if enc not in ("ه", "هم", "هما") or sentence is None or not of_persons:
            return None  # صاروخ أطلقه
        return self._meant(enc, self.mention.first)

    def _meant(self, enc: str, end: int) -> ActorMention | None:
        """The nearest person or group of the sentence in front of token `end` that agrees with a pronoun."""
        scene = self.scene
        sentence = scene.sentence(self.mention.first)
        for m in reversed(scene.actors_between(sentence.first, end)) if sentence is not None else ():
            actor = scene.actors.get(m.entity)
            if self.mention.type not in _TO_PERSONS and any(self._place_end(k) for k in range(m.last, end)):
                return None  # the pronoun may mean the place
            if actor is None or m.form in ("nisba", "pronoun") or any(p.entity == m.entity for p in self.found):
                continue
            if enc != "ه" and scene.form(nominal(scene, m).first - 1) in _AMONG_THEM:
                continue  # خمسة مدنيين بينهم طفلان إثر استهدافهم: all of them
            masculine = actor.kind == "armed_group" and enc == "ه" and m.gender == "m" and m.number == "s"
            others = actor.kind == "other" and m.form == "collective" and m.gender != "f"  # the pronoun of bodies is ها
            if actor.kind in ("person", "population") or others or masculine:
                many = m.number != "s" or counted(nominal(scene, m))  # 27 عنصرا اختطفهم التنظيم
                if (not many and m.gender != "f") if enc == "ه" else many:
                    return m
        return None

    def _upon_pronoun(self) -> None:
        """أطلقت النار عليه، قصفا عليهم: whom the preposition with a pronoun right behind means."""
        if self.mention.type not in _STRUCK or self.has("target"):
            return
        for k in range(self.mention.last, min(self.high, self.mention.last + 3)):
            enc = _UPON.get(self.scene.form(k))
            whom = self._meant(enc, self.mention.first) if enc else None
            if whom is not None:
                self.add("target", "whom the pronoun on the preposition means", [whom])
                return

    def _moved(self) -> bool:
        """أصيب أربعة مدنيين ونقلوا إلى المشفى: a plural that was moved is that of the people before it; whether it is one."""
        sense = self.mention.sense
        if (
            self.mention.type != "evacuation"
            or sense.cls != "verb"
            or sense.number != "p"
            or self.scene.form(self.mention.last) != "الي"
        ):
            return False
        whom = self._meant("هم", self.mention.first)
        if whom is not None:
            self.add("target", "the subject of the passive before it", [whom])
        return whom is not None

    def _whose_own(self) -> None:
        """داهموا منزله، أوقفوا موكبه، انتشلوا جثثهم: whom the pronoun on what was somebody's means."""
        scene, mention = self.scene, self.mention
        if mention.type not in _OF_PERSONS | _STRUCK | {"bombing_ied"} or self.has("target"):
            return
        own = scene.words("persons-own")
        for k in range(mention.last - 1, min(self.high, mention.last + _REACH)):
            form = scene.form(k)
            if form in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            word = stem_in(scene, k, own)
            enc = next((p for p in PRONOUNS if form.endswith(p)), "") if word else ""
            if not enc or form.endswith(word):
                continue  # سيارة ends in ه as well
            whom = self._meant(enc, k)
            if whom is not None:
                self.add("target", "whose it is, by the pronoun", [whom])
            return

    def _dwellers(self) -> None:
        """استهدفت مزرعة يقطنها نازحون، مخيما يؤوي عائلات: who lives in what is struck, by the clause of its noun."""
        if self.mention.type not in _STRUCK or self.has("target"):
            return
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + _DWELLING)):
            form = scene.form(k)
            if form in (".", "؛") or scene.tokens[k].kind == "break":
                return
            if form not in _DWELL:
                continue
            for m in scene.actors_between(k + 1, k + 4):
                actor = scene.actors.get(m.entity)
                if actor is not None and actor.kind == "population" and m.form == "collective":
                    self.add("target", "who lives in what is struck", [m])
                    return
            return

    def _users(self) -> None:
        """استهدفت مبنى يتخذه التنظيم مقرا، مستودعا تستخدمه كذا: who uses what is struck, by the clause of its noun."""
        scene = self.scene
        if self.mention.type not in _STRUCK | {"destruction"} or any(
            p.role == "target" and "owner" not in p.rule for p in self.found
        ):
            return
        for k in range(self.mention.last, min(self.high, self.mention.last + _DWELLING)):
            if scene.form(k) in (".", "؛") or scene.tokens[k].kind == "break":
                return
            user = self.at(k + 1) if scene.form(k) in _USE else None
            if user is not None and not adjectival(user) and self._armed(user):
                self.found = [p for p in self.found if p.role != "target"]
                self.add("target", "who uses what is struck", [user])
                return

    def _meant_body(self, word: str, end: int) -> list[ActorMention]:
        """تقدم المقاومة عقب تلقيها دعما: the nearest armed body in front that agrees with the pronoun."""
        for m in reversed(self.fit(self._sentence_first(), end)):
            if self._armed(m) and not adjectival(m) and (m.gender != "m") == word.endswith("ها"):
                return [m]
        return []

    def _civil(self, m: ActorMention) -> bool:
        """Whether a mention names people."""
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in ("population", "person") and not adjectival(m)

    def _resumed(self, enc: str) -> ActorMention | None:
        """أرملة كانت تعتقلها القوات، المدنيين الذين تحتجزهم: the people a relative clause describes, by the pronoun on its verb."""
        scene = self.scene
        if enc not in ("ه", "ها", "هم", "هما", "هن") or self.mention.sense.cls != "verb" or self.mention.type not in _OF_PERSONS:
            return None
        k = self._before_particles(self.mention.first)
        relative = scene.form(k) in RELATIVE
        sentence = scene.sentence(self.mention.first)
        if sentence is None or not relative and scene.form(self.mention.first - 1) not in WAS:
            return None
        for m in reversed(scene.actors_between(max(sentence.first, k - 10), k + 1)):
            actor = scene.actors.get(m.entity)
            if actor is None or m.form in ("nisba", "pronoun"):
                continue
            if actor.kind not in ("person", "population", "other") and m.form != "collective":
                return None
            if not relative and scene.form(m.first).startswith("ال"):
                return None  # only what is indefinite has a clause without الذي
            fits = (
                m.number != "s"
                if enc in ("هم", "هما", "هن")
                else m.number == "s" and (m.gender == "c" or (m.gender == "f") == (enc == "ها"))
            )
            return m if fits else None
        return None
