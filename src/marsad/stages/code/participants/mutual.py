"""Mutual: the sides of what is done between two, of fights, talks, meetings and exchanges."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.nominals import RELATIVE, adjectival, before, nominal, stem_in
from marsad.stages.code.participants.owning import Owning
from marsad.stages.code.participants.syntax import STOP

_IN: Final = frozenset(["في", "خلال", "اثر", "جراء", "نتيجه"])
_DESCRIBES: Final = frozenset(["المعترف", "بها", "به", "دوليا", "رسميا", "المدعومه", "المواليه", "النظاميه", "الحكوميه"])
_ON_ONE_SIDE: Final = frozenset(["جهه", "طرف", "جانب", "ناحيه"])
_PACT_REACH: Final = 8
_ASIDE_OF_PACT: Final = frozenset(["بين", "علي", "ضد", "بشان", "او"])
_SENDING: Final = frozenset(["government", "armed_group", "armed_forces", "organisation", "coalition"])
_EXCHANGED: Final = frozenset(["متبادل", "متبادله", "متبادلا"])
_MUTUAL: Final = frozenset(["بينها", "بينه", "بينهم"])


class Mutual(Owning):
    """بين كذا وكذا، مع كذا."""

    def _with(self, start: int) -> None:
        """بين X وY، مع X، ضد X; the object of a meeting."""
        scene, mention = self.scene, self.mention
        if mention.sense.cls == "verb":
            self._met_by_verb(start)
        for k in range(mention.last, min(self.high, mention.last + 18)):
            form = scene.form(k)
            if form in scene.words("excluding"):
                return  # هدنة لا تشمل كذا
            found = self.at(k)
            met = found is not None and nominal(scene, found).prep == "ب" and nominal(scene, found).first == k
            if mention.type == "meeting" and found is not None and met:  # not: بمقر المنظمة
                self.add("actor", "whom they met", self.chain(found))
                return
            if form.removeprefix("و") in scene.words("gathers") and mention.type in ("meeting", "talks"):
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                if found is not None and not adjectival(found):
                    self.add("actor", "whom it brings together", self.chain(found))
                    beside = self.at(self.chain(found)[-1].last)  # ضمت فلانا نظيريه فلانا وفلانا
                    self.add("actor", "whom it brings together", self.chain(beside) if beside is not None else [])
                    continue
            if form in _MUTUAL and scene.form(k + 1) == "وبين":
                found = next((m for j in range(k + 2, k + 5) if (m := self.at(j)) is not None), None)
                if found is not None and not adjectival(found):
                    self.add("actor", "بين behind it", self.chain(found))
                    self._first_side()  # اشتباكات جرت بينها وبين كذا
                return
            if form == "علي" and mention.type == "armed_clash" and self.has("actor"):
                self._upon_the_other(k)
                return
            if form in ("بين", "مع", "ضد") and not (form == "بين" and scene.form(k - 1) == "من"):  # من بين الدول
                found = next((m for j in range(k + 1, k + 6) if (m := self.at(j)) is not None), None)
                called = self.at(found.last) if found is not None and adjectival(found) else None
                found = called if called is not None and called.form in ("name", "titled") else found
                if found is None:
                    return
                group = self.chain(found)
                self.add("actor", f"{form} behind it", group)
                if form != "بين" and mention.type == "armed_clash" and self.found[0].rule.endswith("behind it"):
                    self._first_side()
                # بين مسلحي كذا من جهة ومقاتلي كذا من جهة أخرى: a second side further on
                tail = group[-1].last
                parted = next((j for j in range(tail, min(self.high, tail + 18)) if scene.form(j) in _ON_ONE_SIDE), tail)
                for j in range(tail, min(self.high, max(tail, parted) + 8)):
                    if parted == tail and scene.form(j) in RELATIVE or scene.form(j) in scene.words("excluding"):
                        self._other_side(j) if form == "بين" and scene.form(j) in RELATIVE else None
                        break
                    if j < parted:
                        continue  # بين قوات كذا المدعومة بالطيران من جهة، وفصائل كذا
                    if scene.form(j).startswith("و") and form == "بين":
                        other = next((m for i in range(j, j + 4) if (m := self.at(i)) is not None), None)
                        if other is not None:
                            self.add("actor", "بين behind it", self.chain(other))
                            break
                return

    def _upon_the_other(self, k: int) -> None:
        """المعارك التي يشنها كذا على مواقع كذا: the armed side behind على, in the clause that says who wages the fight."""
        told = {p.rule for p in self.found if p.role == "actor"}
        other = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
        if told == {"the verb behind it that points back"} and other is not None and self._armed(other) and not adjectival(other):
            self.add("actor", "the other side, علي behind it", self.chain(other))

    def _met_by_verb(self, start: int) -> None:
        """التقى الوزير نظيره، تقاتل الحكومة جماعات كذا: the other side as the object of the verb."""
        scene, mention = self.scene, self.mention
        k = start
        while mention.type == "armed_clash" and k < min(self.high, start + 4) and scene.form(k) in _DESCRIBES:
            k += 1  # تقاتل الحكومة المعترف بها دوليا جماعات كذا
        while mention.type == "meeting" and k < self.high and (scene.form(k) in ("،", ",") or self._time_end(k) is not None):
            k = self._time_end(k) or k + 1  # التقى الوزير، أمس، نظيره
        if mention.type == "meeting" and scene.form(k) == "في":
            k = self._place_end(k + 1) or k  # استقبل الرئيس في العاصمة وفدا من كذا
        if mention.type == "meeting" and scene.form(k).startswith("وفد") and scene.form(k + 1) == "من":
            self._sender(k + 2)
        other = self.at(k)
        if other is not None and not nominal(scene, other).prep and not nominal(scene, other).joined:
            self.add("actor", "the other side, the object of the verb", self.chain(other))

    def _sender(self, i: int) -> None:
        """وفد من حركة كذا: the body a delegation is of; behind من a land says where it came from."""
        whose = self.at(self._skip_quotes(i))
        actor = self.scene.actors.get(whose.entity) if whose is not None else None
        if whose is not None and actor is not None and actor.kind in _SENDING and not adjectival(whose):
            self.add("actor", "من behind the delegation", self.chain(whose))

    def _party_to(self) -> None:
        """عقدت كذا اتفاقا مع كذا، بانتظار اتفاق سلام مع كذا: with whom a pact is made or is to be made."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + _PACT_REACH)):
            form = scene.form(k)
            if form == "مع" and not scene.form(k - 1).startswith(("بالت", "تزامن")):
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                if found is not None and not adjectival(found):
                    self._signs()
                    self.add("actor", "مع behind it", self.chain(found))
                return
            if form in STOP or form in ("،", ",", ".", ":") or scene.tokens[k].kind == "break" or form in _ASIDE_OF_PACT:
                return

    def _signs(self) -> None:
        """توقيع كذا معاهدة سلام: who signs what is named right behind, so that both words tell one pact."""
        last = self.prior[-1] if self.prior and not self.has("actor") else None
        if last is not None and last.type == self.mention.type and 0 <= self.mention.first - last.last <= 4:
            signers = [p.mention for p in last.parties if p.role == "actor" and p.mention is not None]
            self.add("actor", "who signs it", signers)

    def _other_side(self, i: int) -> None:
        """بين قوات الحكومة التي يوجد مقرها في كذا ومقاتلين متطرفين: the one armed side joined behind a relative clause."""
        scene = self.scene
        low, high = i + 1, min(self.high, i + 14)
        joined = [m for m in self.fit(low, high) if nominal(scene, m).joined and not nominal(scene, m).prep and not adjectival(m)]
        sides = [m for m in joined if self._armed(m) and m.form == "collective" and not scene.form(m.head).endswith("ون")]
        if len(sides) == 1 and len(joined) == 1:
            self.add("actor", "بين behind it", sides)

    def _between(self) -> None:
        """تبادل أسرى بين كذا وكذا: who exchanges them."""
        for k in range(self.mention.last, min(self.high, self.mention.last + 6)):
            if self.scene.form(k) in ("بين", "مع"):
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                if found is not None and not adjectival(found):
                    self.add("actor", f"{self.scene.form(k)} behind it", self.chain(found))
                return

    def _fallen(self) -> None:
        """مقتل عناصر من كذا ومن كذا في اشتباكات: the armed sides that fell in a clash fought in it."""
        scene, mention = self.scene, self.mention
        if scene.form(before(scene, mention.first)) not in _IN and not mention.hit.cut.pro.endswith("ب"):
            return
        low = max(self._sentence_first(), mention.first - 30)
        starts = [k for k in range(low, mention.first) if stem_in(scene, k, scene.words("killing"))]
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
            crowd = bool(stem_in(scene, m.head, scene.words("crowd")))  # قتل متظاهران في اشتباكات مع الشرطة
            if (
                actor is None
                or actor.kind not in ("armed_forces", "armed_group", "coalition")
                and not crowd
                or adjectival(m)
                or n.head in scene.words("thing-struck")
                or n.prep in ("من", "ل", "ب", "الي")
            ):
                continue
            self.add("actor", "the side in front of مع", self._chain_back(m))
            return

    def _mutual(self) -> None:
        """القصف المتبادل بين كذا وكذا: both sides shell."""
        scene, last = self.scene, self.mention.last
        if not _EXCHANGED & {scene.form(k).removeprefix("ال") for k in range(last - 1, last + 3)}:
            return
        for k in range(last, min(self.high, last + 5)):
            if scene.form(k) == "بين":
                found = next((m for j in range(k + 1, k + 4) if (m := self.at(j)) is not None), None)
                if found is not None and not adjectival(found):
                    self.add("actor", "بين behind it", self.chain(found))
                    self._from_the_other_side(self.chain(found)[-1].last)
                return

    def _from_the_other_side(self, i: int) -> None:
        """بين كذا من جهة، وكذا من جهة أخرى: the side that و joins behind من جهة."""
        if self.scene.form(i) != "من" or self.scene.form(i + 1) not in _ON_ONE_SIDE:
            return
        at = i + 2 + (self.scene.form(i + 2) in ("،", ","))
        other = self.at(at) if self.scene.form(at).startswith("و") else None
        if other is not None and not adjectival(other):
            self.add("actor", "بين behind it", self.chain(other))
