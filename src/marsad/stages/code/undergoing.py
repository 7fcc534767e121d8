"""Undergoing: whom something befalls in words that neither name him behind the act nor carry it.

Who escapes it, who gets it, who falls into it, whose losses it brings, and who dies of it.
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import adjectival, before, nominal, stem_in
from marsad.stages.code.syntax import STOP, Verb, agreement
from marsad.stages.code.voice import Voice

_FALL: Final = frozenset(["وقع", "وقعت", "وقعوا", "سقط", "سقطت", "سقطوا"])
_THROW: Final = frozenset(["اوقع", "اوقعت", "اوقعوا", "يوقع", "توقع"])
_LOSSES: Final = frozenset(["خساير", "قتلي", "جرحي", "اصابات", "ضحايا"])
_HURT: Final = frozenset(["جرحي", "قتلي", "ضحايا", "سقوط"])
_PUT: Final = frozenset(["وضع", "وضعت", "وضعوا", "يضع", "تضع", "ووضع", "ووضعت", "فرض", "فرضت"])
_GET: Final = frozenset(
    ["تلقي", "تلقت", "تلقوا", "يتلقي", "تتلقي", "يتلقون", "حصل", "حصلت", "حصلوا", "تسلم", "تسلمت", "استلمت", "تلقيها", "تلقيه"]
)
_CIVIL: Final = frozenset(["مدنيين", "مدنيون", "للمدنيين"])
_CAUSES: Final = frozenset(["نتيجه", "جراء", "اثر", "بسبب", "بفعل"])
_REACH: Final = 10


class Undergoing(Voice):
    """Who suffers or gets it."""

    def _survivor(self) -> None:
        """نجا الوزير من محاولة اغتيال: who escapes an attack is whom it was made on."""
        scene, mention = self.scene, self.mention
        k = before(scene, mention.first)
        if scene.form(k) != "من":
            return
        for j in range(k - 1, max(self._sentence_first(), k - 9) - 1, -1):
            form = scene.form(j).removeprefix("و")
            if form in scene.words("survives"):
                gender, number = agreement(form)
                high, self.high = self.high, k
                subject, rule, _ = self.verb(Verb(j, j + 1, gender, number, "و" if scene.form(j) != form else "", ""))
                self.high = high
                self.add("target", f"{rule} of escaping", subject)
                return

    def _killed_by(self) -> None:
        """سقوط الضحايا المدنيين نتيجة القصف: whom the words of harm in front of an attack name, where it is their cause."""
        scene, mention = self.scene, self.mention
        k = before(scene, mention.first)
        if scene.form(k) not in _CAUSES and not (mention.hit.cut.pro == "ب" and mention.sense.cls != "verb"):
            return
        low = max(
            [
                self._sentence_first(),
                mention.first - 12,
                *(m.last for m in self.prior if m.type in ATTACKS and m.sentence == mention.sentence),
            ]
        )
        for m in reversed(scene.actors_between(low, mention.first)):
            civilians = any(scene.form(j).removeprefix("ال") in _CIVIL for j in range(m.first, m.last))
            if self._civil(m) and m.form == "collective" and civilians:
                told = scene.words("killing") | _HURT
                if any(stem_in(scene, j, told) for j in range(max(low, m.first - 5), m.first)):
                    self.add("target", "whom the harm in front of it befell", [m])
                return

    def _fell_into(self) -> None:
        """وقعت الدورية في كمين، أوقعت المقاومة رتلا للحوثيين في كمين: who fell into it, and who made him fall."""
        scene, mention = self.scene, self.mention
        k = before(scene, mention.first)
        if scene.form(k) != "في":
            return
        for j in range(k - 1, max(self._sentence_first(), k - _REACH) - 1, -1):
            form = scene.form(j).removeprefix("و") if scene.form(j) not in _FALL else scene.form(j)
            if form not in _FALL | _THROW:
                continue
            subject, rule, end = self._subject_of(j, k)
            if form in _FALL:
                self.add("target", f"{rule} of falling into it", subject)
                return
            if not self.has("actor"):
                self.add("actor", f"{rule} of what it threw in", subject)
            high, self.high = self.high, k
            self.object(end, "whom they threw into it")
            self.high = high
            return

    def _subject_of(self, j: int, end: int) -> tuple[list[ActorMention], str, int]:
        """The subject of the verb at token `j`, looked for up to token `end`, the rule and where its object may begin."""
        form = self.scene.form(j)
        bare = form if form in _FALL | _THROW | _GET else form.removeprefix("و")
        gender, number = agreement(bare)
        high, self.high = self.high, end
        low, self.low = self.low, self._sentence_first()
        found = self.verb(Verb(j, j + 1, gender, number, "و" if bare != form else "", ""))
        self.high, self.low = high, low
        return found

    def _put_under(self) -> None:
        """وضع المسلحون الرئيس تحت الإقامة الجبرية: who put whom under it."""
        scene, mention = self.scene, self.mention
        k = mention.first if scene.form(mention.first) == "تحت" else before(scene, mention.first)
        if mention.type != "detention" or scene.form(k) != "تحت":
            return
        for j in range(k - 1, max(self._sentence_first(), k - _REACH) - 1, -1):
            form = scene.form(j).removeprefix("و") if not scene.form(j).startswith("وض") else scene.form(j)
            if form not in _PUT:
                continue
            subject, rule, end = self._subject_of(j, k)
            self.add("actor", f"{rule} of putting", subject)
            whom = next((m for m in self.fit(end, k) if self._civil(m) or m.form in ("title", "titled", "name")), None)
            if whom is not None and all(p.entity != whom.entity for p in self.found):
                self.add("target", "whom they put under it", self.chain(whom))
            return

    def _losses(self) -> None:
        """كمين يوقع خسائر بقوات كذا، أوقع الهجوم قتلى في صفوف كذا: whose losses an act brings."""
        scene, mention = self.scene, self.mention
        end = min(len(scene.tokens), mention.last + 12)
        for k in range(mention.last, end):
            form = scene.form(k).removeprefix("و")
            if form in STOP or scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            if form not in _LOSSES:
                continue
            for j in range(k + 1, min(k + 6, end)):
                if scene.form(j) in ("،", ",", "."):
                    return
                high, self.high = self.high, end
                found = self.at(j)
                chained = self.chain(found) if found is not None else []
                self.high = high
                if found is None or adjectival(found) or not self._armed(found) and not self._civil(found):
                    continue
                if nominal(scene, found).prep in ("ب", "بين", "في", "من") or nominal(scene, found).head == "صفوف":
                    self.add("target", "whose losses it brings", chained)
                    return
            return

    def _received(self) -> bool:
        """تلقت القوات دعما من كذا: who gets it and from whom; whether a verb of getting stands there."""
        scene, mention = self.scene, self.mention
        for k in range(mention.first, max(self._sentence_first(), mention.first - _REACH) - 1, -1):
            form = scene.form(k)
            bare = form if form in _GET else form.removeprefix("و")
            if bare not in _GET:
                continue
            if bare.endswith(("ها", "يه")):
                whom = self._meant_body(bare, k)
                self.add("target", "whom the pronoun on getting means", whom)
            elif bare.endswith(("وا", "ون")):  # مقاتلين تلقوا تدريبات
                self.add("target", "whom the clause of getting describes", [m for m in self.fit(k - 4, k) if m.last == k][-1:])
            else:
                subject, rule, _ = self._subject_of(k, min(len(scene.tokens), max(mention.first, k + 6)))
                self.add("target", f"{rule} of getting", subject)
            end = min(len(scene.tokens), mention.last + 10)
            high, self.high = self.high, end
            for j in range(mention.last, end):
                if scene.form(j) in ("،", ",", ".") or scene.tokens[j].kind == "break":
                    break
                giver = self.at(j + 1) if scene.form(j) == "من" else None
                if giver is not None and not adjectival(giver):
                    self.add("actor", "من, from whom it is got", self.chain(giver))
                    break
            self.high = high
            return self.has("target")
        return False

    def _meant_body(self, word: str, end: int) -> list[ActorMention]:
        """تقدم المقاومة عقب تلقيها دعما: the nearest armed body in front that agrees with the pronoun."""
        for m in reversed(self.fit(self._sentence_first(), end)):
            if self._armed(m) and not adjectival(m) and (m.gender != "m") == word.endswith("ها"):
                return [m]
        return []

    def _died_of_it(self) -> None:
        """قضى معتقل تحت التعذيب: who is told to have died right in front of what killed him."""
        scene, mention = self.scene, self.mention
        if scene.form(mention.first) != "تحت" or mention.type != "abuse":
            return
        for m in reversed(scene.actors_between(max(self._sentence_first(), mention.first - _REACH), mention.first)):
            if self._civil(m) and any(
                stem_in(scene, j, scene.words("killing") | scene.words("perished")) for j in range(m.first - 4, mention.first)
            ):
                self.add("target", "who died of it", [m])
                return
