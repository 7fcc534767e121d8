"""Syntax: who does it and to whom, read from the words around a mention.

Verbs look for subject and object (VSO, SVO, the relative clause), masdars for their genitives, passives and nouns of harm for
من قبل، على يد; a belonging (مواقع لقوات كذا، عناصر كذا) makes its owner the target. Places are never targets.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.phrases import Hit
from marsad.handover import ActorMention
from marsad.lexicon.code import LightSense
from marsad.stages.code.mentions import Mention
from marsad.stages.code.parties import may_take_part
from marsad.stages.code.scene import Scene
from marsad.stages.code.victims import Victims

_BY: Final = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("من", "جانب"), ("بقياده",), ("بمشاركه",), ("مصدره",), ("مصدرها",))
_DONE_BY: Final = frozenset(
    ["نفذته", "نفذها", "نفذه", "شنته", "شنها", "شنه", "نفذتها", "شنتها", "اطلقه", "اطلقها", "اطلقتها", "اطلقته", "ارتكبته", "ارتكبها",
     "ارتكبتها", "نفذوها", "نفذوه", "يشنها", "تشنها", "تنفذها", "ينفذها", "تقودها", "يقودها", "فرضته", "فرضتها", "تفرضه", "يفرضه",
     "قامت", "قام", "شنتها", "شنوه", "شنوها", "اجراها", "اجرتها", "عقدها", "عقدته", "تبناه", "تبنته", "نصبه", "نصبته", "سببه"]
)  # fmt: skip
_UPON: Final = frozenset(["علي", "ضد", "بحق", "نحو", "باتجاه", "تجاه", "صوب"])
_HIT: Final = frozenset(
    [
        "استهدف",
        "استهدفت",
        "طال",
        "طالت",
        "يستهدف",
        "تستهدف",
        "مستهدفا",
        "مستهدفه",
        "استهدفا",
        "استهدفتا",
        "يطال",
        "تطال",
        "ضرب",
        "ضربت",
        "اصاب",
        "اصابت",
    ]
)
_OWNED: Final = frozenset(
    ["موقع", "مواقع", "مقر", "مقرات", "نقطه", "نقاط", "تجمع", "تجمعات", "عناصر", "عنصر", "مسلحي", "مقاتلي", "رتل", "ارتال", "حاجز",
     "حواجز", "اليات", "اليه", "سياره", "سيارات", "معاقل", "معقل", "مستودع", "مستودعات", "معسكر", "معسكرات", "دوريه", "دوريات", "قاده",
     "قيادات", "قيادي", "جنود", "جندي", "ضباط", "ضابط", "قوات", "دشم", "تحصينات", "خطوط", "ثكنه", "ثكنات", "تمركزات", "مخازن", "احد",
     "افراد", "فرد", "مسلح", "مقاتل", "صفوف", "مقاتلين", "مسلحين", "عدد", "رجال", "زعيم", "قاعده", "قواعد", "اهداف", "هدف", "خلايا"]
)  # fmt: skip
_NOUN_ENDS: Final = frozenset(["علي", "في", "من", "الي", "ضد", "بين", "استهدف", "استهدفت"])
_REACH: Final = 12
_TALKING: Final = frozenset(["talks", "agreement", "meeting", "ceasefire", "political_process"])
_GIVING: Final = frozenset(["military_support", "humanitarian_aid", "intel_sharing"])
_TAKING: Final = frozenset(["territory_capture", "withdrawal"])
_HELPING: Final = frozenset(["humanitarian_aid", "evacuation", "monitoring"])
_PEOPLE_DO: Final = frozenset(["protest", "displacement", "political_process", "armed_clash", "meeting", "agreement", "talks"])
_KINDS_ARMED: Final = frozenset(["armed_forces", "armed_group", "coalition", "state", "government"])


class Sides(NamedTuple):
    """Actors and targets of a mention, as mentions of actors; `more` holds ids of people without a mention of their own."""

    actors: list[ActorMention]
    targets: list[ActorMention]
    doers: list[str]
    struck: list[str]


class Reader:
    """Reads the participants of one mention; stops at the clause and at the next mention of another happening."""

    def __init__(self, scene: Scene, mention: Mention, fence: tuple[int, int], people: Victims) -> None:
        self.people = people
        self.scene = scene
        self.mention = mention
        self.low, self.high = fence
        self.frame = mention.sense.entry.frame

    def read(self) -> Sides:
        """Actors and targets, each once, in text order."""
        sides = Sides([], [], [], [])
        mention = self.mention
        if mention.sense.entry.frame == "none":
            self._by(sides)
            return self._clean(sides)
        if mention.sense.cls == "verb" or "verb-heads" in self.scene.classes[mention.first]:
            self._verb(sides)
        else:
            self._noun(sides)
        return self._clean(sides)

    def _clean(self, sides: Sides) -> Sides:
        seen: set[str] = set()
        actors = [m for m in sides.actors if not (m.entity in seen or seen.add(m.entity))]  # type: ignore[func-returns-value]
        targets = [m for m in sides.targets if not (m.entity in seen or seen.add(m.entity))]  # type: ignore[func-returns-value]
        return Sides(actors, targets, sides.doers, sides.struck)

    def _fit(self, first: int, last: int) -> list[ActorMention]:
        """Actor mentions of a stretch that may take part: no pronouns, no medium, nobody who is only the speaker here."""
        found = [
            m for m in self.scene.actors_between(first, last) if may_take_part(self.scene, m, helps=self.mention.type in _HELPING)
        ]
        return [m for m in found if not any(o is not m and o.first <= m.first and m.last <= o.last for o in self._around(m))]

    def _around(self, m: ActorMention) -> tuple[ActorMention, ...]:
        return self.scene.actors_between(m.first - 8, m.first + 1)

    def _acts(self, m: ActorMention) -> bool:
        """Whether an actor can be the doer of this: people counted or unnamed suffer, they do not shell."""
        actor = self.scene.actors.get(m.entity)
        if actor is None or actor.kind != "population":
            return True
        return self.mention.type in _PEOPLE_DO

    def _at(self, i: int) -> ActorMention | None:
        """The actor mention that begins at token `i`, not beyond the fence."""
        found = self._fit(i, i + 1)
        return max(found, key=lambda m: m.last) if found and i < self.high else None

    def _skip(self, i: int) -> int:
        """The next token that is no quotation mark or bracket."""
        while i < self.high and self.scene.tokens[i].kind == "punct" and self.scene.form(i) in "\"“”«»‘’'(":
            i += 1
        return i

    def _chain(self, first: ActorMention) -> list[ActorMention]:
        """A mention and those joined to it by و."""
        out = [first]
        at = first.last
        while len(out) < 5:
            k = at
            while k < self.high and self.scene.tokens[k].kind == "punct" and self.scene.form(k) in '"“”«»()':
                k += 1
            if not self.scene.form(k).startswith("و"):
                break
            nxt = self._at(k) or (self._at(k + 1) if self.scene.form(k) == "و" else None)
            if nxt is None and self.scene.form(k) in ("وقوات", "ومليشيات", "وميليشيات", "وميليشيا", "وفصايل"):
                nxt = self._at(k + 1)
            if nxt is None:
                break
            out.append(nxt)
            at = nxt.last
        return out

    def _before(self) -> ActorMention | None:
        """The nearest subject in front of a verb (SVO, X الذي فعل, أن X فعل), adjectives and short asides passed over."""
        scene = self.scene
        best: ActorMention | None = None
        for m in self._fit(self.low, self.mention.first):
            if not self._acts(m):
                continue
            if scene.tokens[m.first - 1].form in ("علي", "من", "في", "ضد") and m.first > 0:
                continue
            if self.mention.first - m.last <= _REACH and self._agrees(m):
                best = m
                if m.form != "nisba" and all(x.first >= m.last for x in scene.actors_between(m.first + 1, self.mention.first)):
                    return m
        return best

    def _agrees(self, m: ActorMention) -> bool:
        """Whether a verb may have this mention for its subject; only a singular verb of the other gender speaks against."""
        sense = self.mention.sense
        if sense.cls != "verb" or sense.person == 1 or sense.number != "s" or sense.gender == "c" or m.gender == "c":
            return True
        head = self.scene.plain(m.head)
        feminine = m.gender == "f" or head.endswith(("ة", "ات", "ا")) or m.number == "p" or "قوات" in head
        masculine = m.gender == "m" or m.number == "p"
        return feminine if sense.gender == "f" else masculine

    def _verb(self, sides: Sides) -> None:
        scene, mention = self.scene, self.mention
        passive = mention.sense.voice == "passive" or self.frame == "victim"
        subject: list[ActorMention] = []
        inside = self._fit(mention.first + 1, mention.last) if mention.sense.cls == "phrase" else []
        after = inside[0] if inside else self._next_np(mention.last, limit=3)
        adjacent = after is not None and not any(scene.word(k) for k in range(mention.last, after.first))
        itself = after is not None and not adjacent and scene.form(mention.last).startswith("ال")  # اعتقلت القوات فلانا
        front = self._before() if after is not None and self._is_patient(after) else None
        if front is not None and not self._is_patient(front):
            subject = self._chain_back(front)  # قوات كذا … وتعتقل فلانا: whoever is named behind is the object
        elif (
            after is not None
            and after.form != "nisba"
            and not itself
            and (not adjacent or self._agrees(after))
            and self._acts(after)
        ):
            subject = self._chain(after)
        else:
            front = self._before()
            if front is not None:
                subject = self._chain_back(front)
        if not subject or subject[0].first < mention.first:
            self._unnamed(sides, known=bool(subject))
        if sides.doers:
            subject = []
        if passive or self.frame == "victim":
            if subject and self.frame == "victim" and subject[0].first > mention.first:
                sides.targets.extend(subject)
            elif subject and passive:
                sides.targets.extend(subject)
            self._by(sides)
            return
        sides.actors.extend(subject)
        if self.frame == "mutual":
            self._with(sides)
            return
        if self.mention.type in _TAKING:
            self._out_of(sides)
        if self.frame == "attack":
            start = subject[-1].last if subject and subject[0].first >= mention.first else mention.last
            self._object(sides, start)

    def _is_patient(self, m: ActorMention) -> bool:
        """Whether an actor is people rather than a body that acts."""
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in ("population", "person") and self.frame == "attack"

    def _unnamed(self, sides: Sides, *, known: bool) -> None:
        """مسلحون، مجهولون، إرهابيون right behind the verb, or right in front of it."""
        spots = [self.mention.last, self.mention.last + 1]
        if not known:
            spots += [self.mention.first - 1, self.mention.first - 2]
        for k in spots:
            if self.low <= k < self.high and self.scene.word(k):
                found = self.people.gunmen_at(k)
                if found is not None:
                    sides.doers.append(found)
                    return

    def _chain_back(self, last: ActorMention) -> list[ActorMention]:
        """A mention with those that stand before it, joined by و."""
        out = [last]
        earlier = self._fit(self.low, last.first)
        while earlier:
            m = earlier.pop()
            joined = self.scene.form(out[0].first).startswith("و") or self.scene.form(out[0].first - 1) in ("و", "وقوات")
            if not joined or out[0].first - m.last > 1:
                break
            out.insert(0, m)
        return out

    def _next_np(self, i: int, *, limit: int) -> ActorMention | None:
        """The first actor mention after token `i`, at most `limit` words on, no preposition between."""
        scene = self.scene
        k = i
        steps = 0
        while k < self.high and steps <= limit:
            found = self._at(k)
            if found is not None:
                return found
            form = scene.form(k)
            if scene.tokens[k].kind == "break" or form in ("،", ",", ".", "علي", "في", "من", "الي", "ضد", "عن", "بين", "مع", ":"):
                return None
            if scene.word(k):
                steps += 1
            k += 1
        return None

    def _object(self, sides: Sides, start: int) -> None:
        """What is hit: an actor, or the owner of what is hit; not beyond a word of cause or instrument."""
        scene = self.scene
        k = start
        steps = 0
        while k < self.high and steps < _REACH:
            found = self._at(k)
            if found is not None:
                if found.form == "nisba":
                    owned = any(
                        scene.form(j) in _OWNED or scene.form(j).removeprefix("ال") in _OWNED for j in range(max(start, k - 2), k)
                    )
                    if owned:
                        sides.targets.append(found)
                        return
                else:
                    sides.targets.extend(self._chain(found))
                    return
                k = found.last
                continue
            form = scene.form(k)
            if form in (
                "جراء",
                "اثر",
                "خلال",
                "بعد",
                "ردا",
                "بسبب",
                "بهدف",
                "وفق",
                "بحسب",
                "قبل",
                "انطلاقا",
                "بالتزامن",
                "اسفر",
                "ادي",
            ):
                return
            if scene.word(k):
                steps += 1
            k += 1

    def _noun(self, sides: Sides) -> None:
        mention = self.mention
        if mention.carrier is not None:
            self._carried(sides, mention.carrier)
        self._by(sides)
        self._inside(sides)
        self._behind(sides)
        if self.frame == "mutual":
            self._with(sides)
            return
        if (self.frame == "attack" or mention.type in _GIVING) and not sides.targets:
            self._upon(sides)
        if mention.type in _TAKING and not sides.targets:
            self._out_of(sides)

    def _carried(self, sides: Sides, carrier: Hit[LightSense]) -> None:
        """Who carries the noun out: شن الطيران غارات، تعرضت القوات لقصف."""
        mention = self.mention
        between = self._first_between(carrier.last, mention.first)
        frame = carrier.payload.entry.frame
        if frame == "agent" and between is None:
            front = self._subject_before(carrier.first)
            if front is not None and self._acts(front):
                sides.actors.extend(self._chain_back(front))
        elif between is None or between.form == "nisba":
            return
        elif frame == "agent" and self._acts(between):
            sides.actors.extend(m for m in self._chain(between) if m.first < mention.first)
        elif frame == "victim":
            sides.targets.append(between)

    def _inside(self, sides: Sides) -> None:
        """Whom the words of a phrase name themselves: غارة إسرائيلية، قصف الطيران الروسي، برصاص مجهولين."""
        mention, entry = self.mention, self.mention.sense.entry
        if mention.sense.cls != "phrase":
            return
        inside = self._fit(mention.first + 1, mention.last)
        if inside and self.frame != "none":
            patient = entry.genitive == "patient" and inside[0].form != "nisba"
            struck = self.frame == "victim" or patient or not self._acts(inside[0])
            (sides.targets if struck else sides.actors).extend(self._chain(inside[0]))
        for k in range(mention.first, mention.last):
            unnamed = self.people.gunmen_at(k) if "gunmen" in self.scene.classes[k] else None
            if unnamed is not None:
                sides.doers.append(unnamed)

    def _behind(self, sides: Sides) -> None:
        """What follows a noun: its genitive, or behind adjectives what belongs to it (قصف مدفعي عنيف لقوات كذا، قصف روسي)."""
        mention, scene, entry = self.mention, self.scene, self.mention.sense.entry
        at = self._skip(mention.last)
        nearest = self._at(at)
        for _ in range(4):
            found = self._at(at) if at < self.high else None
            if found is not None and (found.form == "nisba" or self._is_weapon(found)):
                if found.form == "nisba" and self.frame in ("attack", "agent", "mutual", "state") and entry.genitive != "patient":
                    sides.actors.extend(self._chain(found))
                at = found.last
            elif found is not None or at >= self.high or not scene.word(at) or scene.form(at) in _NOUN_ENDS:
                break
            else:
                at += 1
        linked = self._at(at) if at < self.high else None
        patient = self.frame == "victim" or entry.genitive == "patient"
        if nearest is not None and nearest.form != "nisba":
            self._genitive(sides, nearest)
        elif linked is not None and linked.form != "nisba":
            chain = self._chain(linked)
            if scene.form(linked.first).startswith("ل"):
                actor = scene.actors.get(linked.entity)
                doer = actor is not None and actor.kind in _KINDS_ARMED and not sides.actors
                (sides.actors if doer else sides.targets).extend(chain)
            elif patient:
                sides.targets.extend(chain)
        elif patient:
            self._object(sides, mention.last)

    def _is_weapon(self, m: ActorMention) -> bool:
        """Whether a mention is only the weapon (المدفعية), with its owner perhaps behind it."""
        return (
            m.entity.startswith("local:")
            and any(h.payload.actor and h.first <= m.head < h.last for h in self.scene.means)
            and any(x.form != "nisba" for x in self._fit(m.last, min(m.last + 4, self.high)))
        )

    def _first_between(self, first: int, last: int) -> ActorMention | None:
        found = self._fit(first, last)
        return found[0] if found else None

    def _subject_before(self, i: int) -> ActorMention | None:
        found = [m for m in self._fit(self.low, i) if m.form != "nisba" and i - m.last <= _REACH]
        return found[-1] if found else None

    def _genitive(self, sides: Sides, m: ActorMention) -> None:
        entry = self.mention.sense.entry
        chain = self._chain(m)
        if self.frame == "mutual":
            sides.actors.extend(chain)
            return
        if entry.genitive == "patient" or self.frame == "victim":
            second = self._at(self._skip_comma(chain[-1].last))
            first_kind = self.scene.actors[m.entity].kind if m.entity in self.scene.actors else None
            if second is not None and second.form != "nisba" and first_kind in _KINDS_ARMED and self.frame == "attack":
                sides.actors.extend(chain)  # اعتقال السلطات فلانا
                sides.targets.extend(self._chain(second))
                return
            sides.targets.extend(chain)
            return
        if self.mention.type in _TALKING and self._also_place(m):
            return  # محادثات جنيف
        actor = self.scene.actors.get(m.entity)
        # استهداف عناصر التنظيم: a noun of persons or things after the masdar is what is hit, an army or a state is who hits
        if entry.genitive == "either" and actor is not None and actor.kind in ("person", "population"):
            sides.targets.extend(chain)
            return
        sides.actors.extend(chain)
        if self.frame == "attack":
            self._direct(sides, chain[-1].last)

    def _skip_comma(self, i: int) -> int:
        return i + 1 if self.scene.form(i) in ("،", ",") else i

    def _also_place(self, m: ActorMention) -> bool:
        return any(p.first <= m.head < p.last for _, p in self.scene.places_between(m.first - 2, m.last))

    def _direct(self, sides: Sides, start: int) -> None:
        """The object that follows a masdar and its agent without a preposition, or with ل."""
        found = self._at(start)
        if found is not None and found.form != "nisba":
            sides.targets.extend(self._chain(found))

    def _by(self, sides: Sides) -> None:
        """من قبل X، على يد X، نفذته X، مصدره X."""
        scene = self.scene
        for k in range(self.mention.last, self.high):
            form = scene.form(k)
            step = 0
            for words in _BY:
                if tuple(scene.form(k + n) for n in range(len(words))) == words:
                    step = len(words)
            if form in _DONE_BY:
                step = 1
            if not step:
                continue
            found = self._next_np(k + step, limit=3)
            if found is not None and found.form != "nisba":
                sides.actors.extend(self._chain(found))
                return
            for j in (k + step, k + step + 1):
                unnamed = self.people.gunmen_at(j) if j < self.high and scene.word(j) else None
                if unnamed is not None:
                    sides.doers.append(unnamed)
                    return

    def _upon(self, sides: Sides) -> None:
        """على مواقع X، ضد X، استهدف X."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + 16)):
            form = scene.form(k)
            if form in _HIT or form in _UPON:
                self._object(sides, k + 1)
                return
            if self.mention.type in _GIVING and (form in ("الي", "لصالح", "جانب") or form.startswith("ل")):
                found = self._at(k) or self._at(k + 1) or self._at(k + 2)
                if found is not None and found.form != "nisba":
                    sides.targets.extend(self._chain(found))
                    return

    def _out_of(self, sides: Sides) -> None:
        """من مسلحي كذا، من أيدي كذا، من قبضة كذا: from whom ground is taken."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + 18)):
            if scene.form(k) == "من" and scene.form(k + 1) not in ("قبل", "جانب", "اجل"):
                found = self._next_np(k + 1, limit=2)
                if found is not None and found.form != "nisba" and found not in sides.actors:
                    sides.targets.extend(self._chain(found))
                    return

    def _with(self, sides: Sides) -> None:
        """بين X وY، مع X، ضد X."""
        scene = self.scene
        for k in range(self.mention.last, min(self.high, self.mention.last + 18)):
            form = scene.form(k)
            if form.startswith("ب") and form != "بين" and self.mention.type == "meeting" and self._at(k) is not None:
                sides.actors.extend(self._chain(self._at(k)))  # type: ignore[arg-type]  # just asked
                return
            if form in ("بين", "مع", "ضد"):
                found = self._next_np(k + 1, limit=4)
                if found is not None:
                    sides.actors.extend(self._chain(found))
                    # بين مسلحي كذا ومقاتلي كذا: a second side further on
                    tail = sides.actors[-1].last
                    for j in range(tail, min(self.high, tail + 8)):
                        if scene.form(j).startswith("و") and form == "بين":
                            other = self._next_np(j, limit=3)
                            if other is not None and other is not found:
                                sides.actors.extend(self._chain(other))
                                break
                    return
