"""Agreeing: whether a noun phrase may be the subject of a verb, by its form and by where it stands."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.families import SIDES
from marsad.stages.code.nominals import PREPOSITIONS, Nominal, adjectival, before, nominal, stem_in
from marsad.stages.code.participants.syntax import REACH, STOP, Reader, Verb

_PARTICLES: Final = frozenset(
    ["قد", "لقد", "وقد", "لا", "لم", "لن", "ما", "سوف", "كان", "كانت", "كانوا", "ايضا", "بدوره", "بدورها", "فقد", "ولم", "ولا", "ولن", "تزال", "يزال", "زالت", "زال", "زالوا", "يزالون"]
)  # fmt: skip
_OPENERS: Final = frozenset(
    ["ان", "بان", "وان", "فان", "حتي", "انها", "يكون", "تكون", "يكن", "تكن", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "حيث", "فيما", "بينما", "كما", "اذ", "بعدما", "عندما", "بعد", "لان",
     "غير", "قد", "وقد", "اذا", "ما", "حين", "منذ", "،", ",", ":", ".", "-", "–", "؛", "و", "…", "|", "اما",
     "يزال", "تزال", "مازال", "مازالت", "لازال", "لازالت", "ولايزال", "ولاتزال", "لايزال", "لاتزال", "زال", "زالت", "ظل", "ظلت", "يظل", "تظل", "بات", "باتت"]
)  # fmt: skip
_OPENING: Final = frozenset('"“«')
_DASHES: Final = frozenset(["-", "–", "—"])


class Agreeing(Reader):
    """Gender and number, and the start of a clause."""

    def _before_particles(self, i: int) -> int:
        k = before(self.scene, i)
        while k >= self.low and self.scene.form(k) in _PARTICLES:
            k = before(self.scene, k)
        return k

    def _armed(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in SIDES

    def _armed_people(self, m: ActorMention) -> bool:
        """Whether a mention names fighters in the masculine plural (الحوثيين، مسلحين), with which a verb in the plural agrees."""
        actor = self.scene.actors.get(m.entity)
        armed = actor is not None and actor.kind in ("armed_group", "armed_forces", "coalition")
        return armed and self.scene.form(m.head).endswith(("ون", "ين"))

    def _oblique(self, m: ActorMention) -> bool:
        """Whether a registered name of armed people stands in the plural of the accusative (الحوثيين), whatever papers write."""
        actor = self.scene.actors.get(m.entity)
        people = actor is not None and actor.registered and actor.kind in ("armed_group", "coalition")
        return people and m.form == "name" and self.scene.form(m.head).endswith("يين")

    def agrees(self, verb: Verb, m: ActorMention) -> bool:
        """Whether a verb may have this mention for its subject; only a singular verb of the other gender speaks against."""
        if verb.gender == "c":
            return True
        actor = self.scene.actors.get(m.entity)
        if verb.number != "s":
            joined = nominal(self.scene, m).joined  # أمريكا وروسيا اتفقتا
            return (
                m.number != "s"
                or joined
                or actor is None
                or actor.kind in ("armed_group", "armed_forces", "population", "person")
            )
        if m.gender == "c" or actor is not None and actor.kind == "state" and m.last - m.first == 1:
            return True  # أعدمت البحرين، أعلن لبنان: a country is of either gender, whatever its letters are
        head = self.scene.plain(m.head)
        bodies = self.scene.form(m.head) in self.scene.words("broken-plural")  # شنت فصائل المعارضة
        feminine = bodies or m.gender == "f" or head.endswith(("ة", "ات", "ا")) or m.number == "p" or "قوات" in head
        bare = head.startswith("ال") and not head.endswith(
            ("ة", "ات", "ى", "اء", "ا")
        )  # الدفاع الجوي, whatever its body is called
        masculine = m.gender == "m" or (m.number == "p" and m.form == "collective") or bare and not bodies and m.number == "s"
        return feminine if verb.gender == "f" else masculine

    def _head_agrees(self, verb: Verb, n: Nominal) -> bool:
        """فرق الدفاع المدني انتشلت: a feminine verb agrees with the plural of bodies or weapons in front of their owner."""
        return (
            verb.gender == "f"
            and verb.number == "s"
            and n.first < n.mention.first
            and n.head in self.scene.words("broken-plural")
        )

    def _bodies(self, verb: Verb, m: ActorMention) -> bool:
        """استهدف فصائل كذا مواقع الجيش: a masculine verb with the plural of bodies right behind it, and an object further on."""
        scene = self.scene
        if verb.gender != "m" or verb.glued or m.first != verb.last or scene.form(m.head) not in scene.words("broken-plural"):
            return False
        for k in range(m.last, min(self.high, m.last + REACH)):
            if scene.form(k) in STOP or scene.form(k) in ("،", ",", "."):
                return False
            bare = scene.form(k) in scene.words("thing-struck") and scene.form(k - 1) not in PREPOSITIONS
            if (
                bare
                or self._place_end(k) is not None
                and scene.form(k - 1) not in PREPOSITIONS
                and not scene.form(k).startswith(("ب", "ل"))
            ):
                return True
        return False

    def _brought_down(self, m: ActorMention) -> bool:
        """Whether a mention behind a verb of bringing down is the aircraft brought down: no other stands behind it as the object."""
        scene = self.scene
        if self.mention.type not in ("air_defence", "equipment_loss") or not stem_in(scene, m.head, scene.words("shooter")):
            return False
        if not m.entity.startswith("local:") or scene.form(m.head).startswith("ال"):
            return False
        return not any(stem_in(scene, k, scene.words("shooter")) for k in range(m.last, min(self.high, m.last + 3)))

    def _opens(self, n: Nominal) -> bool:
        """Whether a noun phrase stands where a subject stands: at the start of a clause, or behind a particle."""
        k = before(self.scene, n.first)
        start = self.scene.tokens[n.first].start
        quoted = self.scene.form(n.first - 1) in _OPENING
        if quoted and any(c.content and 0 <= start - c.content[0][0] <= 1 for c in self.scene.attributed.claims):
            return True  # قال قائد ميداني «الجيش أحرز تقدما»
        if k < n.first - 1 and self.scene.form(n.first - 1) in _DASHES:
            return not self.scene.places_between(max(0, k), k + 1)  # 1840 - بريطانيا تقصف; but: دمشق - سوريا
        if k < 0 or self.scene.tokens[k].kind == "break" or n.first == self._sentence_first():
            return True
        return self.scene.form(k) in _OPENERS or bool(self.scene.light.get(k))

    def _governed_too(self, n: Nominal) -> bool:
        """المختطفين لدى كذا وكذا تظاهروا: whether what و joins to a noun phrase behind a preposition is governed with it."""
        beside = [x for x in self.fit(self.low, n.first) if n.joined and x.last == n.first]
        return bool(beside) and nominal(self.scene, beside[-1]).prep not in ("", "من")

    def _chain_back(self, last: ActorMention) -> list[ActorMention]:
        """A mention with those that stand before it, joined by و."""
        out = [last]
        earlier = self.fit(self.low, last.first)
        while earlier:
            m = earlier.pop()
            if adjectival(m) and any(x.first < m.first and m.last <= x.last for x in earlier):
                continue  # السوري of الجيش السوري
            if (
                not nominal(self.scene, out[0]).joined
                or any(self.scene.word(k) for k in range(m.last, out[0].first))
                or adjectival(m)
                or nominal(self.scene, m).prep
            ):
                break
            out.insert(0, m)
        return out
