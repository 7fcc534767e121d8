"""Objects: whom a verb or a noun falls upon."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.nominals import adjectival, counted, mention_at, nominal, stem_in
from marsad.stages.code.participants.antecedents import Antecedents
from marsad.stages.code.participants.syntax import REACH, STOP, UPON
from marsad.stages.code.parties import Party

_TOWARDS: Final = frozenset(["علي", "نحو", "باتجاه", "تجاه", "صوب"])
_MEN_OF: Final = frozenset(["قيادي", "عضو", "عنصر", "مسوول", "قايد", "زعيم", "مقاتل", "ناشط"])
_ABOUT_A_LAND: Final = frozenset(["بحر", "مياه", "سماء", "سما", "اجواء", "اجوا", "حدود", "سواحل", "ساحل"])
_OF_THINGS: Final = frozenset(["equipment_loss", "air_defence"])


class Objects(Antecedents):
    """What stands behind."""

    def object(self, start: int, rule: str, *, near: int = 3, thing: bool = False) -> None:
        """What is hit: an actor, or the owner of what is hit; not beyond a word of cause, of instrument or of the doer.

        An actor that owns nothing that is hit must stand within `near` words.
        """
        scene = self.scene
        k, words, placed, armed = self._past_aside(start) if near == 3 else start, 0, False, False
        passed = -1
        weapons = self.mention.type in _OF_THINGS  # دمرت دبابة لقوات كذا: what is lost is somebody's
        freed = self.mention.type == "release_exchange"  # أفرجت كذا عن ناشط
        struck = scene.words("thing-struck") | (scene.words("shooter") if weapons else frozenset())
        while k < self.high and words < REACH:
            m = self.at(k)
            if m is not None:
                n = nominal(scene, m)
                if self._settled(m, start, rule):
                    return
                if self._nominative(m) and not n.prep and rule.startswith("the object of the verb"):
                    k = m.last  # أضرم مستوطنون متطرفون النار: an adjective of the subject
                    continue
                if adjectival(m):
                    if rule == "where it went off":
                        return  # في ساحة سورية
                    weapon = scene.form(k - 1).startswith("ب") and stem_in(scene, k - 1, scene.words("shooter"))  # بقذائف روسية
                    if not weapon and any(stem_in(scene, j, struck) for j in range(max(start, k - 3), k)):
                        self.add("target", f"{rule}, its owner by an adjective", [m])
                        self._further(m.last, rule)
                        return
                elif self._weapon_only(m) or self._reinforcements(m):
                    thing = True  # أطلقت قذائف مدفعية ثقيلة على كذا
                elif (
                    n.head in struck
                    or n.prep == "ل"
                    and n.head not in ("", "عدد")
                    or n.head == "belonging"
                    or (thing and n.prep == "ل")
                ):
                    self.add("target", f"{rule}, its owner", self.chain(m))
                    self._further(self.chain(m)[-1].last, rule)
                    return
                elif thing and not n.prep and not adjectival(m) and stem_in(scene, k - 1, scene.words("holds-people")):
                    self.add("target", f"{rule}, who was in it", self.chain(m))
                    return
                elif self._only_where(m):
                    placed = True
                elif self.mention.type in ("evacuation", "humanitarian_aid") and self._body(m):
                    pass  # نقلت الفرق والدفاع المدني المصابين
                elif n.joined and m.first == passed:
                    pass  # with one that is no object
                elif (
                    (not n.prep or n.prep.removeprefix("و") in UPON or n.prep == "عن" and freed)
                    and not placed
                    and words - max(0, m.first - n.first) * counted(n)
                    <= near + 3 * (self._by_own_name(m) or n.prep in _TOWARDS and self._launched())
                ):
                    self.add("target", rule, self.chain(m))
                    return
                k = passed = m.last
                words += 2
                continue
            form = scene.form(k)
            past = self._time_end(k) or self._carries(k, thing=thing)
            if past is not None:
                k = past
                continue
            that = scene.plain(k) in THAT
            if (
                that
                or scene.tokens[k].kind == "break"
                or form in STOP
                or form == "وسط"
                or form == "لدي"
                and self.mention.type in ("detention", "abduction")  # المختطفين منذ آب لدى كذا: in whose hands
                and self._place_end(k + 1) is None  # وسط تحليق لطائرات كذا
                or form in (".", ":", "؛")
                or scene.form(k + 1) in ("يد", "ايدي")
            ):
                return
            place = self._place_end(k)
            if place is not None and scene.form(k - 1) not in ("في", "ب"):
                placed = placed or not thing  # على بلدة كذا: who is named behind it is not what was hit
            thing = thing or bool(stem_in(scene, k, struck))
            if form in ("كل", "كلا") and scene.form(k + 1) == "من":
                k += 2  # ضد كل من كذا وكذا
                continue
            if k == start and rule == "the object of the verb" and scene.form(k) in scene.words("shooter"):
                thing = True  # فجروا دبابة لكذا
            armed = armed and form.startswith("و") or form.startswith("بال") and k - start <= 2  # هاجموا بالعصي والحجارة مجموعة
            words += scene.word(k) and not armed
            k += 1

    def _carries(self, k: int, *, thing: bool) -> int | None:
        """الحافلات التي تقل كذا: the token behind a relative verb that says who was in the thing, None where there is none."""
        relative = thing and self.scene.form(k) in ("التي", "الذي")
        return k + 2 if relative and stem_in(self.scene, k + 1, self.scene.words("holds-people")) else None

    def _settled(self, m: ActorMention, start: int, rule: str) -> bool:
        """Whether a mention behind token `start` settles the object at once: found in it, or seen not to be there."""
        scene, n = self.scene, nominal(self.scene, m)
        if (
            n.prep == "في"
            and m.first - start <= 6
            and stem_in(scene, n.first - 2, _MEN_OF)
            and scene.form(n.first - 2).startswith("ال")
        ):
            self.add("target", f"{rule}, of whom he is one", [m])  # اغتالت القيادي في كذا فلانا, whose name nobody knows
            return True
        if self.mention.type == "displacement" and (self._soldiers(m) or rule == "what the noun is done to"):
            # نزح الملايين، عاد الجيش: an army behind a comma does not flee; إجبارهم على النزوح، وتخويف المدنيين
            return any(scene.form(j) in ("،", ",") for j in range(start, m.first))
        if n.prep in _TOWARDS and self._state(m) and self._launched() and m.first - start <= 7:
            self.add("target", rule, [m])  # أطلقت إيران صواريخ على إسرائيل
            return True
        if self.mention.type in _OF_THINGS and m.entity.startswith("local:") and stem_in(scene, m.head, scene.words("shooter")):
            inside = scene.actors_between(m.first + 1, m.last)
            of = next((x for x in inside if adjectival(x) or nominal(scene, x).prep == "ل"), None)
            if of is not None:  # مروحية عسكرية أذربيجانية، طائرة تابعة للحوثيين
                self.add("target", f"{rule}, its owner" + " by an adjective" * adjectival(of), [of])
                return True
            thing = scene.actors.get(m.entity)
            owner = scene.actors.get(thing.of or "") if thing is not None else None
            if owner is not None and all(p.entity != owner.id for p in self.found):
                self.found.append(Party(owner.id, "target", f"{rule}, its owner", m.span))
            return owner is not None
        return False

    def _only_where(self, m: ActorMention) -> bool:
        """غارات على سوريا، باتجاه بحر اليابان: whether a state is only named as a land."""
        towards = nominal(self.scene, m).prep in _TOWARDS or stem_in(self.scene, m.first - 1, _ABOUT_A_LAND)
        return bool(towards) and self._state(m)

    def _launched(self) -> bool:
        """أطلقت إيران صواريخ على إسرائيل: whether missiles are launched, which are launched at a state and not only at what lies in it."""
        launches = stem_in(self.scene, self.mention.first, self.scene.words("launches"))
        return self.mention.type == "shelling" and bool(launches)

    def _by_own_name(self, m: ActorMention) -> bool:
        """استهدف مجهولون القيادي السابق في كذا فلان: a person's name may stand behind all that says who he is."""
        actor = self.scene.actors.get(m.entity)
        return m.form == "name" and actor is not None and actor.kind == "person" and not nominal(self.scene, m).prep

    def _nominative(self, m: ActorMention) -> bool:
        """Whether the letters of a plural show that it is no object (متطرفون)."""
        return m.form in ("collective", "nisba") and self.scene.form(m.head).endswith("ون")

    def _further(self, i: int, rule: str) -> None:
        """طالت مواقع للجيش وأهدافا إيرانية وأخرى لكذا: what else was hit, joined by و."""
        form = self.scene.form(i)
        if form == "او":
            i, form = i + 1, "و" + self.scene.form(i + 1)  # أهدافا سورية أو أخرى لكذا
        other = form in ("واخري", "واخر")
        if form.startswith("و") and (other or stem_in(self.scene, i, self.scene.words("thing-struck"))):
            self.object(i, rule, near=-1, thing=other)

    def _past_aside(self, i: int) -> int:
        """The token behind what stands between two commas right behind the subject (خطفت الجبهة، ذراع كذا، خمسة)."""
        scene = self.scene
        if scene.form(i) not in ("،", ",") or stem_in(scene, i + 1, scene.words("thing-struck")):
            return i
        for k in range(i + 2, min(i + 12, self.high)):
            if scene.form(k) in ("،", ","):
                return k + 1
            if scene.tokens[k].kind == "break" or scene.form(k) in (".", ":", "؛"):
                break
        return i

    def _weapon_only(self, m: ActorMention) -> bool:
        """Whether a mention is only a weapon whose owner stands elsewhere (طائرة مسيرة للحوثيين)."""
        return m.entity.startswith("local:") and any(h.first <= m.head < h.last for h in self.scene.means)

    def _reinforcements(self, m: ActorMention) -> bool:
        """Whether a mention is only what somebody sent and its owner stands behind (تعزيزات حربية للحوثيين)."""
        owner = mention_at(self.scene, m.last, self.high, helps=False)
        sent = m.entity.startswith("local:") and self.scene.form(m.head).removeprefix("ال") in (
            "تعزيزات",
            "رتل",
            "ارتال",
            "قافله",
            "اليات",
        )
        return sent and owner is not None and nominal(self.scene, owner).prep == "ل"

    def _thing_inside(self) -> bool:
        """مهاجمة مواقع كذا: where a phrase ends with what is hit, its owner stands behind; whether one was found."""
        last, scene = self.mention.last - 1, self.scene
        if self.mention.sense.cls == "phrase" and self.frame == "attack" and stem_in(scene, last, scene.words("thing-struck")):
            self.object(last, "what the noun is done to")
        return self.has("target")

    def _owner_of_target(self, m: ActorMention) -> bool:
        """استهداف دبابة روسية: whether an adjective behind استهداف says whose the thing is that was hit."""
        scene = self.scene
        thing = m.first - 1 >= self.mention.last and stem_in(
            scene, m.first - 1, scene.words("shooter") | scene.words("thing-struck")
        )
        return bool(thing) and adjectival(m) and self.mention.sense.entry.id == "targeting" and not self.has("target")

    def _body(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind == "organisation"

    def _soldiers(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition")

    def _state(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        land = actor is not None and actor.kind == "state" and m.form != "nisba"  # but: اعتداءات على الفلسطينيين
        return land and self.mention.type in ("air_strike", "shelling", "ground_attack")
