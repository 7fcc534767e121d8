"""Genitives: whether what stands right behind a noun that names a happening does it or suffers it."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.families import SIDES
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import PREPOSITIONS, adjectival, nominal, stem_in
from marsad.stages.code.participants.objects import Objects
from marsad.stages.code.participants.syntax import STOP

_GOVERNED_REACH: Final = 10
_ADMITS: Final = frozenset(["اعترف", "اعترفت", "يعترف", "تعترف", "اقر", "اقرت", "يقر", "تقر"])
_MANY_OF: Final = frozenset(["للعديد", "لعدد", "للكثير", "لعشرات", "للعشرات", "لميات", "للميات"])
_AROUND: Final = frozenset(["وسط", "اطراف", "محيط", "مركز", "شمال", "جنوب", "شرق", "غرب"])
_VEHICLES: Final = frozenset(["دبابه", "دبابات", "مدرعه", "مدرعات", "ناقله", "ناقلات", "جرافه", "جرافات", "اليه", "اليات"])
_GROUND: Final = frozenset(["قريه", "بلده", "مدينه", "منطقه", "حي", "عاصمه", "مخيم", "ضاحيه", "جزيره"])  # مهاجمة كذا القرية
TALKING: Final = frozenset(["talks", "agreement", "meeting", "ceasefire", "political_process"])


class Genitives(Objects):
    """The genitive of a noun (قصف الطيران، اعتقال فلان)."""

    def _skip_quotes(self, i: int) -> int:
        while i < self.high and self.scene.tokens[i].kind == "punct" and self.scene.form(i) in "\"“”«»‘’'(":
            i += 1
        return i

    def _is_weapon(self, m: ActorMention) -> bool:
        """Whether a mention is only the weapon (المدفعية), with its owner perhaps behind it."""
        return (
            m.entity.startswith("local:")
            and any(h.payload.actor and h.first <= m.head < h.last for h in self.scene.means)
            and any(not adjectival(x) for x in self.fit(m.last, min(m.last + 4, self.high)))
        )

    def _genitive(self, m: ActorMention) -> None:
        entry, scene = self.mention.sense.entry, self.scene
        district = scene.form(m.head) == "القضاء" and m.last - m.first == 1 and self.frame == "attack"  # اقتحام القضاء: no court
        if district or scene.form(self.mention.first - 1).removeprefix("و") in scene.words("forces"):
            return  # أجبر القصف المدنيين على النزوح
        group = self.chain(m)
        if (
            m.form == "collective"
            and scene.form(m.head).endswith("ون")
            and self.frame == "attack"
            and self.mention.sense.cls == "noun"
        ):
            self.add("actor", "the nominative behind it", group)  # خطف مسلحون ثلاثين تلميذا: a verb of the same letters
            self.object(group[-1].last, "the object of the verb")
            return
        moved = scene.actors.get(m.entity)
        if self.mention.type == "release_exchange" and (
            m.form == "collective" or moved is not None and moved.kind in ("person", "population")
        ):
            self.add("target", "the genitive of the noun", group)  # تبادل جرحى كذا
            return
        if self.frame == "mutual":
            self.add("actor", "the genitive of the noun", group)
            met = self.at(group[-1].last)
            person = met is not None and met.form in ("title", "titled", "name") and not nominal(scene, met).joined
            if self.mention.type == "meeting" and met is not None and person and not nominal(scene, met).prep:
                self.add("actor", "whom they met", self.chain(met))  # لقاء الوزير نظيره
            return
        actor = scene.actors.get(m.entity)
        end = self._past_alias(group[-1].last)
        second = self.at(end + 1 if scene.form(end) in ("،", ",") else end)
        beside = second is not None and nominal(scene, second).joined and scene.form(end) in ("،", ",")  # قصف كذا، وكذا
        direct = second is not None and not adjectival(second) and nominal(scene, second).prep in ("", "ل") and not beside
        armed = actor is not None and actor.kind in SIDES
        people = actor is not None and actor.kind in ("person", "population")
        placed = self._time_end(end) or end  # استهداف القوات، أمس، وسط مدينة كذا
        placed += scene.form(placed) in _AROUND
        upon = direct or bool(stem_in(scene, end, self.scene.words("thing-struck")))
        # استهداف دبابة إسرائيلية بقذيفة شرق المدينة: she is hit, whatever place is named; استهداف مسيرة إسرائيلية دراجة
        upon = (
            upon
            or not stem_in(scene, m.head, _VEHICLES)
            and (
                self._place_end(placed) is not None
                or self._by_means(placed)
                or bool(stem_in(scene, end, _GROUND))
                or scene.form(end).startswith("ل")
                or any(h.payload.actor and h.first <= m.head < h.last for h in scene.means)
            )
        )
        hit = self.mention.type in ATTACKS and scene.form(self.mention.first - 1).removeprefix("و") in scene.words("hit")
        shot = self.mention.type == "small_arms_fire" and m.form == "collective" and self.mention.sense.cls == "noun"
        struck_besides = direct or self._place_end(end) is not None or stem_in(scene, end, scene.words("thing-struck"))
        if shot or hit and not struck_besides:
            self.add("target", "the genitive of the noun", group)  # قنص عنصرين من كذا، استهدف تفجير وزارة الداخلية
            return
        if entry.genitive == "patient" or (self.frame == "victim" and entry.genitive != "agent"):
            if armed and direct and second is not None and self.frame == "attack":
                self.add("actor", "the genitive of the noun", group)  # اعتقال السلطات فلانا
                self.add("target", "the object behind the genitive", self.chain(second))
            elif armed and (scene.form(end) in _MANY_OF or self.frame == "attack" and self._counted_from(end)):
                # اعتقال الجيش لعشرة من كذا، اعتقال الشرطة ثلاثة ناشطين، قتل ميليشياته للعديد من الجنود
                self.add("actor", "the genitive of the noun", group)
                self.object(end, "the object behind the genitive")
            elif (armed or m.form == "titled") and scene.form(end).startswith("لل") and self.mention.type == "abuse":
                self.add("actor", "the genitive of the noun", group)  # قمع الرئيس للاحتجاجات
            elif armed and (self.mention.type in ("suicide_attack", "bombing_ied") or entry.id == "disperse-crowd"):
                self.add("actor", "the genitive of the noun", group)  # تفجير إرهابيين نفسيهما، تفريق قوات الأمن احتجاجا
            else:
                self.add("target", "the genitive of the noun", group)
            return
        if self.mention.type == "military_support" and self._helping(group):
            return
        if self.mention.type == "military_support" and self.mention.sense.cls == "noun" and not direct:
            # دعم الجيش، لدعم كذا: who is backed; behind دعم a state or a coalition is who backs
            backed = actor is not None and actor.kind in ("armed_forces", "armed_group")
            if backed or self.mention.hit.cut.pro.endswith("ل"):
                self.add("target", "the genitive of backing", group)
                return
        if entry.genitive == "none" and not (armed and self.mention.sense.cls == "noun"):
            return  # لقطع طرق إمداد التنظيم; but استعادة القوات السيطرة
        lands = len(group) > 1 and all(self._land(x) for x in group)  # اتفاق تركيا وروسيا
        if self.mention.type in TALKING and self._also_place(m) and not lands:
            return  # محادثات جنيف
        # استهداف عناصر التنظيم: a noun of persons after the masdar is what is hit, an army or a state is who hits
        burning = people and upon and self.acts(m)  # إحراق المستوطنين لمنزله
        seat = self._body(m) and self.mention.type in ATTACKS  # اقتحام مركز قيادة الشرطة
        if entry.genitive == "either" and not burning and (people or seat or (entry.id == "targeting" and not upon)):
            self.add("target", "the genitive of the noun", group)
            return
        if self.mention.type in ATTACKS and not upon and self._land(m) and self._doing_of_another():
            return  # اعترف رئيس الوزراء بقصف سوريا: where, not who
        suffers = self.mention.type in ATTACKS and people and not self.acts(m)  # قصف الطيران قافلة نازحين
        self.add("target" if suffers else "actor", "the genitive of the noun", group)
        if self.frame == "attack":
            self._behind_doer(end, second if direct else None)

    def _helping(self, group: list[ActorMention]) -> bool:
        """بمساندة سلاح الجو: who backs it; اتهمت كذا إيران بدعم كذا: whom another is said to back. Whether ب says so."""
        if self._doing_of_another():
            self.add("target", "the genitive of backing", group)
            return True
        if self.mention.hit.cut.pro.endswith("ب"):
            self.add("actor", "who backs it", group)
        return self.mention.hit.cut.pro.endswith("ب")

    def _behind_doer(self, end: int, second: ActorMention | None) -> None:
        """قصف الطيران مواقع كذا: what stands behind the genitive that does it, an actor or from token `end` on."""
        scene = self.scene
        if second is not None:
            self.add("target", "the object behind the genitive", self.chain(second))
        elif stem_in(scene, end, scene.words("thing-struck")):
            self.object(end, "the object behind the genitive")
        elif scene.form(end).startswith("ل") and self._counted_from(end):
            self.object(end, "the object behind the genitive", near=2)  # قصف الطائرات لأربعة مخازن لكذا

    def _doing_of_another(self) -> bool:
        """Whether a verb in front with ب makes its subject or its object do what the masdar names: اعترف، هدد، اتهم كذا بقصف كذا."""
        scene, first = self.scene, self.mention.first
        if not (
            self.mention.hit.cut.pro.endswith("ب") or self.mention.sense.cls == "phrase" and scene.form(first).startswith("ب")
        ):
            return False
        for k in range(first - 1, max(0, first - _GOVERNED_REACH) - 1, -1):
            if scene.form(k) in STOP or scene.form(k) in (".", "؛", ":"):
                return False
            if scene.form(k).removeprefix("و") in _ADMITS:
                return True
            hits = [h.payload.entry for h in scene.lexicon.controls.at(scene.tokens, k, scene.page.lookup)]
            # استمر الهجوم بدعم من كذا: who goes on is helped; اتهمت كذا إيران بدعم كذا
            aside = self.mention.type == "military_support" and scene.form(self.mention.last - 1) == "من"
            if any("ب" in entry.leads and not (aside and entry.doer == "subject") for entry in hits):
                return True
        return False

    def _counted_from(self, i: int) -> bool:
        """Whether a number of people or things, and no date, begins at token `i`."""
        return bool(self.scene.numbers_between(i, i + 1)) and self._time_end(i) is None

    def _past_alias(self, i: int) -> int:
        """The token behind a second name in marks or brackets (قوات كذا "كذا" أطراف البلدة)."""
        if self.scene.form(i) not in ('"', "“", "”", "«", "("):
            return i
        return next((k + 1 for k in range(i + 1, min(i + 5, self.high)) if self.scene.form(k) in ('"', "”", "»", ")")), i)

    def _by_means(self, i: int) -> bool:
        """استهداف القوات بعدة قذائف لقرية كذا: whether a place that is struck stands behind the weapon."""
        scene = self.scene
        if not scene.form(i).startswith("ب"):
            return False
        for k in range(i + 1, min(i + 7, self.high)):
            form = scene.form(k)
            if form in PREPOSITIONS or form in STOP or form in ("،", ",", "."):
                return False
            if self._place_end(k) is not None:
                return not form.startswith("ب") or form.startswith(("بلد", "باد"))  # بمدينة كذا says where, بلدة كذا what
        return False

    def _also_place(self, m: ActorMention) -> bool:
        return any(p.first <= m.head < p.last for _, p in self.scene.places_between(m.first - 2, m.last))

    def _land(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind == "state"
