"""Voice: whether a verb of harm that is written alike in both voices tells who did it or to whom it was done.

قتل ثلاثة مسلحين tells of the dead, قتل مسلحون ثلاثة جنود of who killed whom. Active is what has a doer that can do it and right
behind it people whom it was done to; everything else is passive.
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import SIDES
from marsad.stages.code.nominals import PREPOSITIONS, adjectival, counted, nominal
from marsad.stages.code.participants.backing import Backing
from marsad.stages.code.participants.syntax import STOP, Verb
from marsad.stages.code.parties import DOES, KILLS

_PEOPLE: Final = frozenset(["person", "population", "armed_group", "armed_forces", "other"])
_MARKS: Final = frozenset("\"“”«»‘’'()")
_BODIES: Final = frozenset(["جثث", "جثامين", "جثه", "جثمان", "جثماني", "جثتي", "رفات", "اشلاء", "الاف", "عشرات", "ميات"])
_ADVERBS: Final = frozenset(["لاحقا", "ايضا", "كذلك", "مجددا", "عمدا", "سابقا", "اخيرا", "فورا", "ميدانيا", "جميعا"])
_NEAR: Final = 5
_LOSSES: Final = frozenset(["lose-men", "men-lost"])  # entries of losing one's own
_DAMMA: Final = "\u064f"
_BY_HAND: Final = frozenset([("علي", "يد"), ("علي", "ايدي"), ("من", "قبل")])
_BY_REACH: Final = 12
_OF_PERSONS: Final = frozenset(["detention", "abduction", "targeted_killing"])
_WITH_ALIF: Final = 2  # letters of اعتُقل in front of the damma


class Voice(Backing):
    """Verbs of killing and wounding, and of arrest, whose voice no letter shows."""

    def shown_passive(self) -> bool:
        """اعتُقل شابان: whether the damma on the first letter of a verb in the past, behind an alif on the next ones, shows its voice."""
        mention = self.mention
        if mention.sense.cls != "verb":
            return False
        if mention.type in _OF_PERSONS and not mention.hit.enc and self._by_whom():
            return True
        if mention.sense.tense != "past":
            return False
        written = self.scene.page.text(self.scene.tokens[mention.first].span).removeprefix("و").removeprefix("ف")
        reach = _WITH_ALIF if written[:1] in ("ا", "أ") else 1
        return _DAMMA in written[1 : reach + 2] and mention.type != "deployment"  # هُرعت القوات: who hurries is who does it

    def _by_whom(self) -> bool:
        """اعتقل التاجر أمس على يد الشرطة: whether the words behind the verb say by whose hand it was done."""
        scene, last = self.scene, self.mention.last
        for k in range(last, min(self.high, last + _BY_REACH)):
            if scene.tokens[k].kind == "break" or scene.form(k) in STOP - {"قبل"} or scene.plain(k) in THAT:
                return False
            if (scene.form(k), scene.form(k + 1)) in _BY_HAND:
                return True
        return False

    def _active(self, verb: Verb) -> bool:
        """قتل الجيش ثلاثة شبان، التحالف يقتل شابا: note doer and people where the verb is active; whether it is."""
        scene = self.scene
        if self.mention.sense.cls != "verb":
            return False
        behind, end = self._behind(verb) if verb.number == "s" else ([], verb.last)
        if behind and self._can(behind[0]):
            whom = self._people(end, behind[0])
            if whom is not None:
                self._harms(behind, whom)
                return True
            return False
        if behind:
            return False
        whom = self._people(verb.last, None)
        if whom is not None and (self._direct(verb.last) or scene.form(verb.first)[:1] in ("ي", "ت")):
            front = self._in_front(verb, joined=bool(verb.glued))
            front = front or (self._verb_before(verb) or [] if verb.glued else [])
            if front and self._can(front[0], behind=False):
                self._harms(front, whom)
                return True
        return False

    def _harms(self, who: list[ActorMention], whom: list[ActorMention]) -> None:
        """Note who killed whom; خسرت القوات أربعة من جنودها tells of her own men, and not who killed them."""
        if self.mention.sense.entry.id in _LOSSES:
            self.add("target", "who lost men", who)
            return
        self.add("actor", DOES, who)
        self.add("target", KILLS, whom)

    def _by_attack(self, verb: Verb) -> bool:
        """قتلت غارة ثلاثة: where an attack is the subject, whom it killed stands behind it."""
        if self.high != verb.last or self.mention.sense.cls != "verb" or verb.number != "s":
            return False
        high, self.high = self.high, min(verb.last + 10, len(self.scene.tokens))
        whom: list[ActorMention] | None = None
        for k in range(verb.last + 1, min(verb.last + _NEAR, self.high)):
            if self.scene.form(k) in PREPOSITIONS | STOP or self.scene.form(k) in ("،", ",", "."):
                break
            whom = self._people(k, None)
            if whom:
                break
        self.high = high
        if whom:
            self.add("target", KILLS, whom)
        return whom is not None

    def _turn(self, verb: Verb) -> None:
        """اعتقل ثلاثة ناشطين: people counted behind a verb of arrest, and nobody else, were arrested."""
        told = self.mention.type in ("detention", "abduction", "targeted_killing") and self.mention.sense.cls == "verb"
        if not told or verb.pronoun or self.has("target") or verb.number != "s":
            return
        for p in self.found:
            actor = self.scene.actors.get(p.entity)
            if p.role != "actor" or p.mention is None or actor is None:
                continue
            if p.rule == "the noun before the relative pronoun" and actor.kind == "person" and self._no_object(verb.last):
                self.found = [
                    q._replace(role="target", rule="whom the clause describes, passive") if q is p else q for q in self.found
                ]
                return
            if p.rule != "the subject behind the verb":
                continue
            if self.scene.form(p.mention.last - 1).endswith(("ها", "هم")):
                continue  # اعتقلت أربعة من عناصرها: its own
            known = p.mention.form in ("collective", "titled") or p.mention.form == "title" and self._no_object(p.mention.last)
            if counted(nominal(self.scene, p.mention)) or actor.kind == "person" and known:
                self.found = [q._replace(role="target", rule="the subject of the passive") if q is p else q for q in self.found]

    def _no_object(self, i: int) -> bool:
        """الذي اعتقل في المطار، الذي خطف وقتل: whether what stands at token `i` is no noun that a verb could fall upon."""
        form = self.scene.form(i)
        return not self.scene.word(i) or form in PREPOSITIONS | STOP or self._time_end(i) is not None or form.startswith("و")

    def _besieged(self) -> None:
        """السكان المحاصرين، المدنيون المحاصرون: whom the participle describes."""
        scene, i = self.scene, self.mention.first
        if not scene.form(i).removeprefix("ال").startswith("محاصر"):
            return
        for m in scene.actors_between(max(0, i - 6), i):
            actor = scene.actors.get(m.entity)
            if m.last >= i and actor is not None and actor.kind in ("population", "person") and m.form == "collective":
                self.add("target", "whom the participle describes", [m])

    def _helped(self, i: int) -> None:
        """أسعفت الفرق المصابين، انتشلت جثامين الضحايا: the people that stand right behind, as object or genitive."""
        scene = self.scene
        k = i
        while k < self.high and (scene.form(k) in _MARKS or scene.form(k).removeprefix("ال") in _BODIES):
            k += 1
        number = scene.numbers_between(k, k + 1)
        k = number[0].last if number else k
        k += scene.form(k) == "من" and bool(number)
        m = self.at(k)
        actor = scene.actors.get(m.entity) if m is not None else None
        if m is not None and actor is not None and actor.kind in ("population", "person") and not adjectival(m):
            if nominal(scene, m).prep in ("", "ل") and (number or not nominal(scene, m).joined):
                self.add("target", "whom they help", self.chain(m))

    def _can(self, m: ActorMention, *, behind: bool = True) -> bool:
        """Whether somebody named without a number in front may be the doer: a body, or armed men in the nominative."""
        actor = self.scene.actors.get(m.entity)
        n = nominal(self.scene, m)
        if actor is None or counted(n) or n.head and not n.acting:
            return False
        if m.form == "collective":
            armed = actor.kind in SIDES or actor.kind == "other"
            if m.number == "s":
                return armed and behind and self._accusative_behind(m.last)
            return armed and not self.accusative(m)
        return actor.kind in SIDES

    def _accusative_behind(self, i: int) -> bool:
        return self.scene.word(i) and self.scene.form(i).endswith("ا")

    def _direct(self, i: int) -> bool:
        """Whether the word at token `i` shows the accusative, or a number stands there."""
        scene = self.scene
        numbered = any(n.first == i for n in scene.numbers_between(i, i + 1))
        return numbered or scene.form(i).endswith(("ا", "ين"))

    def _people(self, i: int, doer: ActorMention | None) -> list[ActorMention] | None:
        """The people that stand right at token `i` as an object; an empty list where they are only counted."""
        scene = self.scene
        k = i
        while k < self.high and (
            (end := self._time_end(k)) is not None
            or scene.tokens[k].kind == "punct"
            and scene.form(k) in _MARKS | {"،", ","}
            or scene.form(k) in _ADVERBS
        ):
            k = end or k + 1
        if k >= self.high or not (scene.word(k) or scene.tokens[k].kind == "number"):
            return None
        form = scene.form(k)
        numbers = scene.numbers_between(k, k + 1)
        if (
            form in PREPOSITIONS
            or form in STOP
            and not numbers  # قتل مسلحون ما لا يقل عن كذا
            or scene.plain(k) in THAT
            or k > i
            and scene.form(k - 1) in ("،", ",")
            and doer is None
        ):
            return None
        after = numbers[0].last if numbers else k
        if form in scene.words("quantity") and scene.form(k + 1) == "من":
            after = k + 2
        if numbers and scene.form(after) == "من":
            after += 1
        m = self.at(after)
        if m is not None and not adjectival(m):
            n = nominal(scene, m)
            actor = scene.actors.get(m.entity)
            free = (not n.prep or after > k) and not (n.joined and after == k)
            nominative = m.form == "collective" and scene.form(m.head).endswith(("ون", "ان")) and after == k
            if actor is not None and actor.kind in _PEOPLE and free and not nominative:
                named = m.form in ("name", "titled", "title") and not numbers
                if doer is not None and doer.number == "s" and doer.form == "collective" and named:
                    return None  # قتل عنصر الحركة فلان: his name
                if m.form in ("collective", "nisba") or actor.kind in ("person", "population"):
                    return self.chain(m)
        hit = scene.counted.get(after)
        if hit is not None and hit.payload.entry.role == "victim":
            shows = bool(numbers) or after > k or scene.form(after).endswith(("ا", "ين"))
            return [] if shows else None
        return None
