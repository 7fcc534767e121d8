"""Undergoing: whom something befalls in words that neither name him behind the act nor carry it.

Who escapes it, who gets it, who falls into it, whose losses it brings, and who dies of it.
"""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import SIDES
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import adjectival, before, nominal, stem_in
from marsad.stages.code.participants.syntax import STOP
from marsad.stages.code.participants.voice import Voice
from marsad.stages.code.parties import BEFELL, Party

_FALL: Final = frozenset(["وقع", "وقعت", "وقعوا", "سقط", "سقطت", "سقطوا"])
_THROW: Final = frozenset(["اوقع", "اوقعت", "اوقعوا", "يوقع", "توقع"])
_LOSSES: Final = frozenset(["خساير", "قتلي", "جرحي", "اصابات", "ضحايا"])
_BRINGS: Final = frozenset(
    [
        "ما",
        "مما",
        "الامر",
        "ادي",
        "ادت",
        "اسفر",
        "اسفرت",
        "اوقع",
        "اوقعت",
        "موقعا",
        "موقعه",
        "مخلفا",
        "مخلفه",
        "متسببا",
        "متسببه",
        "تسبب",
        "تسببت",
        "خلف",
        "خلفت",
        "يوقع",
        "توقع",
        "يخلف",
        "تخلف",
        "يتسبب",
        "تتسبب",
        "سببت",
        "يسفر",
        "تسفر",
    ]
)
_WITHOUT: Final = frozenset(["دون", "بدون", "عدم", "لم", "بلا", "نفي", "نفت"])
_OTHERS: Final = frozenset(["اخرين", "اخرون"])
_WHERE: Final = frozenset(["داخل", "في", "وسط", "قرب", "عند"])
_LOSS_REACH: Final = 22
_HURT: Final = frozenset(["جرحي", "قتلي", "ضحايا", "سقوط"])
_PUT: Final = frozenset(["وضع", "وضعت", "وضعوا", "يضع", "تضع", "ووضع", "ووضعت", "فرض", "فرضت"])
_GET: Final = frozenset(
    ["تلقي", "تلقت", "تلقوا", "يتلقي", "تتلقي", "يتلقون", "حصل", "حصلت", "حصلوا", "تسلم", "تسلمت", "استلمت", "تلقيها", "تلقيه"]
)
_CIVIL: Final = frozenset(["مدنيين", "مدنيون", "للمدنيين"])
_DONE_UPON: Final = ATTACKS | {"armed_clash", "siege"}
_AGAINST: Final = frozenset(["علي", "ضد"])
_POSSESSING: Final = ("ها", "هم", "ته")
_SUSPICION: Final = frozenset(["تهمه", "تهم", "شبهه"])
_CAUSES: Final = frozenset(["نتيجه", "جراء", "اثر", "بسبب", "بفعل"])
_REACH: Final = 10
_WHILE: Final = frozenset(["عند", "لدي", "اثناء", "خلال", "حين"])
_PASSING: Final = frozenset(["مرور", "عبور", "اقتراب", "دخول", "وصول", "خروج"])


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
                subject, rule, _ = self.subject_of(self.verb_at(j, form), high=k)
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
                    self.add("target", BEFELL, [m])
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
            subject, rule, end = self._subject_at(j, k)
            if form in _FALL:
                self.add("target", f"{rule} of falling into it", subject)
                return
            if not self.has("actor"):
                self.add("actor", f"{rule} of what it threw in", subject)
            high, self.high = self.high, k
            self.object(end, "whom they threw into it")
            self.high = high
            return

    def _subject_at(self, j: int, end: int) -> tuple[list[ActorMention], str, int]:
        """The subject of the verb at token `j`, looked for up to token `end`, the rule and where its object may begin."""
        form = self.scene.form(j)
        bare = form if form in _FALL | _THROW | _GET else form.removeprefix("و")
        return self.subject_of(self.verb_at(j, bare), low=self._sentence_first(), high=end)

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
            subject, rule, end = self._subject_at(j, k)
            self.add("actor", f"{rule} of putting", subject)
            whom = next((m for m in self.fit(end, k) if self._civil(m) or m.form in ("title", "titled", "name")), None)
            if whom is not None and all(p.entity != whom.entity for p in self.found):
                self.add("target", "whom they put under it", self.chain(whom))
            return

    def _losses(self) -> None:
        """كمين يوقع خسائر بقوات كذا، أوقع الهجوم قتلى في صفوف كذا: whose losses an act brings."""
        scene, mention = self.scene, self.mention
        end = min(len(scene.tokens), mention.last + _LOSS_REACH)
        brought = False
        for k in range(mention.last, end):
            form = scene.form(k).removeprefix("و")
            comma = scene.form(k) in ("،", ",")
            aside = comma and scene.form(k + 1) in _WHERE  # انفجرت عبوة، داخل حاوية، أدت إلى
            brings = form in _BRINGS or aside or comma and scene.form(k + 1).removeprefix("و") in _BRINGS
            if not brings and (form in STOP or scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break"):
                return
            if form in _WITHOUT:
                return  # دون تسجيل إصابات بين المدنيين
            brought = brought or form in _BRINGS
            if form.removeprefix("ال") not in _LOSSES:
                continue
            people = next((m for m in scene.actors_between(k, k + 1) if m.last > k + 1 and self._civil(m)), None)
            if people is not None and brought and scene.form(people.last - 1) not in _OTHERS:
                self.add("target", "whose losses it brings", [people])  # يوقع ضحايا مدنيين
                return
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
                subject, rule, _ = self._subject_at(k, min(len(scene.tokens), max(mention.first, k + 6)))
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

    def _whose_aircraft(self) -> None:
        """إسقاط طائرة استطلاع تابعة لقوات كذا، أسقط مروحية للجيش: whose it was that was brought down."""
        scene, mention = self.scene, self.mention
        shooters = scene.words("shooter")
        flown = [m for m in scene.actors_between(mention.first, mention.last + 2) if stem_in(scene, m.head, shooters)]
        craft_only = {m.entity for m in flown if m.entity.startswith("local:")}
        self.found = [p for p in self.found if p.role != "target" or p.entity not in craft_only]
        if self.has("target"):
            return
        for m in flown:
            named = [
                a
                for a in scene.actors.values()
                if a.registered and a.kind in SIDES and a.id not in {p.entity for p in self.found}
            ]
            owner_id = next((a.id for a in named if any(m.span[0] < x and y <= m.span[1] for x, y in a.mentions)), None)
            if owner_id is not None:  # طائرة استطلاع تابعة لقوات كذا is one phrase
                self.found.append(Party(owner_id, "target", "whose aircraft it was", m.span))
                return
        for k in range(mention.last, min(self.high, mention.last + 7)):
            if scene.form(k) in STOP or scene.form(k) in ("،", ",", "."):
                return
            owner = self.at(k)
            if owner is None or adjectival(owner):
                continue
            n = nominal(scene, owner)
            craft = any(stem_in(scene, j, shooters) for j in range(mention.first, k))
            if self._armed(owner) and n.prep == "ل" and (n.head == "belonging" or craft):
                self.add("target", "whose aircraft it was", self.chain(owner))
            return

    def _whose_doing(self) -> None:
        """منذ اجتياحها المدينة، غزوه للعراق، في معركتها ضد كذا: who does it by the pronoun, where what it falls upon stands behind."""
        mention, scene = self.mention, self.scene
        if (
            mention.type not in _DONE_UPON
            or mention.hit.enc not in ("ه", "ها", "هم")
            or mention.sense.entry.genitive == "patient"
        ):
            return
        k = mention.last
        while (
            k < mention.last + 3 and scene.form(k).startswith(("ال", "وال")) and self.at(k) is None and self._place_end(k) is None
        ):
            k += 1  # غاراتها الجوية والصاروخية على كذا
        form = scene.form(k)
        upon = form in _AGAINST or self._place_end(k) is not None or form.startswith("ل") and self._place_end(k) is not None
        if not upon:
            return
        near = [m for m in self.fit(self._sentence_first(), mention.first) if not adjectival(m) and m.form != "pronoun"][-1:]
        actor = scene.actors.get(near[0].entity) if near else None
        if actor is None or actor.kind not in SIDES or near[0].entity in {p.entity for p in self.found}:
            return
        n = nominal(scene, near[0])
        feminine = near[0].gender == "f" or near[0].number == "p" or scene.plain(near[0].head).endswith("ة")
        fits = feminine or near[0].gender == "c" if mention.hit.enc == "ها" else not feminine
        if mention.hit.enc == "هم":
            fits = near[0].number != "s" and actor.kind == "armed_group"  # الحوثيين … هجماتهم على المدينة
        if (
            fits
            and n.head not in scene.words("thing-struck")
            and not any(
                p.last <= mention.first and p.first >= near[0].last for _, p in scene.places_between(near[0].last, mention.first)
            )
        ):
            self.add("actor", "the pronoun on the noun, who does it", near)

    def _its_own(self) -> None:
        """بعد انسحابها من البلدة، إعلان سيطرته على المدينة: whom the pronoun on an act that falls upon nobody means."""
        mention, scene = self.mention, self.scene
        word = scene.plain(mention.first)
        written = next((p for p in _POSSESSING if word.endswith(p)), "").removeprefix("ت")
        enc = mention.hit.enc if mention.sense.cls == "noun" else written
        # غاراتها، هجماتهم: an attack of which the genitive is the doer
        made = mention.type in ATTACKS and mention.sense.cls == "noun" and mention.sense.entry.genitive == "agent"
        if enc not in ("ه", "ها", "هم") or not (made or stem_in(scene, mention.first, scene.words("own-motion"))):
            return
        taken = {p.entity for p in self.found}
        told = self.fit(self._sentence_first(), mention.first)
        if made:  # تمتنع إسرائيل عن التعليق على غاراتها: who says something of it, too
            told = list(scene.actors_between(self._sentence_first(), mention.first))
        meant = [m for m in told if m.entity not in taken and self._means(enc, m)]
        free = [m for m in meant if nominal(scene, m).free]
        self.add("actor", "the pronoun on the noun, who does it", (free or meant)[-1:])

    def _means(self, enc: str, m: ActorMention) -> bool:
        """Whether a pronoun may mean a body or people that are named in front."""
        actor = self.scene.actors.get(m.entity)
        if (
            actor is None
            or adjectival(m)
            or m.form == "pronoun"
            or nominal(self.scene, m).head in self.scene.words("thing-struck")
        ):
            return False
        if enc == "هم":
            fighters = actor.kind == "armed_group" and self.scene.form(m.head).endswith(("ون", "ين", "و"))
            return fighters or actor.kind in ("population", "person", "other", "armed_group") and m.number != "s"
        feminine = m.gender == "f" or m.number == "p" or self.scene.plain(m.head).endswith("ة")
        if actor.kind not in SIDES and not (actor.kind == "person" and m.number == "s"):
            return False
        return feminine or m.gender == "c" and actor.kind == "state" if enc == "ها" else not feminine

    def _accused_of_it(self) -> None:
        """اعتقلت الشرطة أربعة بتهمة اغتيال قيادي: those held on suspicion of an act are said to have done it."""
        mention, scene = self.mention, self.scene
        if not any(stem_in(scene, k, _SUSPICION) for k in (mention.first - 1, mention.first - 2)):
            return
        for earlier in reversed(self.prior):
            if earlier.sentence != mention.sentence or mention.first - earlier.last > 14:
                return
            if earlier.type == "detention":
                taken = {p.entity for p in self.found}
                held = [p for p in earlier.parties if p.role == "target" and p.entity not in taken]
                self.found.extend(p._replace(role="actor", rule="who is held for it") for p in held)
                return

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

    def _hit_by_blast(self) -> None:
        """انفجار عبوة بسيارة لكذا، لغم بعدد من عناصر كذا، داخل حاجز لكذا: whom a blast without a doer struck."""
        scene = self.scene
        if self.mention.last - self.mention.first > 1 and stem_in(scene, self.mention.last - 1, scene.words("thing-struck")):
            self.object(self.mention.last - 1, "what it hit", near=-1)  # التفجير مسجد قوات كذا
            return
        for k in range(self.mention.last - 1, min(self.high, self.mention.last + 8)):
            form = scene.form(k)
            if form in _WHILE and scene.form(k + 1) in _PASSING:
                self.object(k + 2, "who passed by", near=1)  # انفجرت عبوة لدى مرور رتل لكذا
                return
            if scene.tokens[k].kind == "break" or form in STOP or scene.plain(k) in THAT or form in ("،", ",", "."):
                return
            if form in scene.words("hit"):
                self.object(k + 1, "what it hit", near=1)
                return
            if form in ("داخل", "في", "علي", "تحت", "وسط", "امام", "بين"):
                self.object(k + 1, "where it went off", near=-1)
                return
            people = self.at(k) if form[:1] == "ب" else None
            if people is not None and self._civil(people) and people.form == "collective":
                self.add("target", "what it went off at", self.chain(people))  # انفجر لغم بعائلة
                return
            letter = form[:1] == "ب" and (
                stem_in(scene, k, scene.words("thing-struck"))
                or form[1:] in scene.words("quantity")
                or form[1:] in scene.words("member")
            )
            if letter:
                self.object(k, "what it went off at", near=3)
                if not self.has("target"):
                    found = next((m for j in range(k, min(k + 4, self.high)) if (m := self.at(j)) is not None), None)
                    if (
                        found is not None
                        and not adjectival(found)
                        and (self._armed(found) or form[1:] in scene.words("quantity"))
                    ):
                        self.add("target", "what it went off at", self.chain(found))
                return
