"""Masdars: participants that stand behind a noun or a phrase that names a happening.

What belongs to it (قصف لقوات كذا، قصف روسي، قصف من كذا), من قبل and على يد.
"""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.handover import ActorMention
from marsad.lexicon.code import LightSense
from marsad.stages.code.families import GIVING, SIDES
from marsad.stages.code.nominals import (
    PREPOSITIONS,
    RELATIVE,
    adjectival,
    chain,
    glued,
    mention_at,
    nominal,
    stem_in,
)
from marsad.stages.code.participants.genitives import TALKING
from marsad.stages.code.participants.syntax import STOP, Verb
from marsad.stages.code.participants.upon import THAT, Upon

_BY: Final = (("من", "قبل"), ("علي", "يد"), ("علي", "ايدي"), ("في", "يد"), ("في", "ايدي"), ("في", "قبضه"), ("من", "جانب"), ("بقياده",), ("بمشاركه",), ("مصدره",), ("مصدرها",), ("بنيران",),
              ("مقدمه", "من"), ("مقدم", "من"), ("المقدمه", "من"), ("المقدم", "من"), ("مرسله", "من"), ("المرسله", "من"),
              ("بايدي",), ("بيد",), ("بواسطه",))  # fmt: skip
_FROM_WHERE: Final = frozenset(["مصدره", "مصدرها"])
_OF_PEOPLE: Final = frozenset(["detention", "abduction", "targeted_killing", "casualties", "release_exchange", "evacuation"])
_LAID: Final = frozenset(
    ["نسب", "نسبت", "نسبته", "نسبتها", "نسبه", "نسبها", "ينسب", "تنسب", "منسوب", "منسوبه", "المنسوب", "المنسوبه", "عزته", "عزتها"]
)
_BY_FIRST: Final = frozenset(words[0] for words in _BY)
_ACTS_WITH_IT: Final = frozenset(["قام", "قامت", "تقوم", "يقوم"])
_NOUN_ENDS: Final = frozenset(
    [
        "لكي",
        "كي",
        "حتي",
        "باشراف",
        "برعايه",
        "بوساطه",
        "بضمانه",
        "بضمان",
        "بتفويض",
        "بقرار",
        "بموافقه",
        "علي",
        "في",
        "من",
        "الي",
        "ضد",
        "بين",
        "استهدف",
        "استهدفت",
    ]
)
_DIRECTIONS: Final = frozenset(
    ["اتجاه", "جهه", "ناحيه", "داخل", "اراضي", "الاراضي", "اجواء", "الاجواء", "شمال", "جنوب", "شرق", "غرب"]
)
_DASHES: Final = frozenset(["-", "–", "—", "ـ", "/"])
_UNDOES: Final = frozenset(["siege_break", "ceasefire_violation", "route_open"])
_DEALS: Final = frozenset(["وجه", "وجهت", "يوجه", "توجه", "توجيه", "وجهوا", "سدد", "سددت"])
_OPPOSED: Final = frozenset(
    ["مناهضه", "المناهضه", "مناوءه", "المناوءه", "معارضه", "المعارضه", "رافضه", "الرافضه", "معاديه", "المعاديه"]
)
_IN_FAVOUR: Final = frozenset(
    ["مويده", "المويده", "داعمه", "الداعمه", "مسانده", "المسانده", "متضامنه", "المتضامنه", "تاييدا", "دعما", "تضامنا", "نصره"]
)
_FIRED: Final = frozenset(["قذيفه", "قذايف", "صاروخ", "صواريخ", "قنبله", "قنابل", "ذخيره", "ذخاير"])
_ON: Final = frozenset(["موتمر", "حوار", "تسويه", "ازمه", "دستور", "ملف"])
_LAYS_FOR: Final = frozenset(["نصب", "نصبت", "نصبوا", "ينصب", "تنصب"])
_ON_THE_MOVE: Final = frozenset(["دوريه", "رتل", "قافله", "موكب", "مجموعه", "اليه", "عربه", "سياره"])
_EQUIPS: Final = frozenset(["تدريب", "تسليح", "تجهيز", "تمويل", "امداد", "تزويد"])
_MOVES: Final = frozenset(["اخراج", "طرد", "اجلاء", "ترحيل", "تهجير", "نقل", "حل"])


# هجوم مسلح، عمليات مسلحة، بنيران مجهولة: the act is armed or unknown, nobody is named
_ADJECTIVES: Final = frozenset(["مسلح", "المسلح", "مسلحه", "المسلحه", "مجهوله", "المجهوله", "مجهول", "المجهول"])
_REMNANTS: Final = frozenset(["فلول", "جيوب", "بقايا"])
_FALLEN: Final = frozenset(["القتلي", "الضحايا", "الجرحي", "قتلي", "ضحايا", "جرحي"])
_RECORDING: Final = frozenset(["تسجيل", "رصد", "توثيق", "احصاء"])


class Masdars(Upon):
    """What follows a noun, or is named inside a phrase."""

    def _inside(self) -> None:
        """Whom the words of a phrase name themselves: غارة إسرائيلية، قصف الطيران الروسي، برصاص مجهولين."""
        mention, entry = self.mention, self.mention.sense.entry
        if mention.sense.cls != "phrase":
            return
        inside = self.fit(mention.first + 1, mention.last)
        opening = self.at(mention.first) if mention.type == "air_defence" else None
        if opening is not None and not adjectival(opening) and self._armed(opening):
            self.add("actor", "the phrase opens with who does it", self.chain(opening))  # وسائط الدفاع الجوي تتصدى
            return
        given = mention.type in ("personnel_action", "military_support", "sanction", "deconfliction_notice", "evacuation")
        if inside and entry.genitive == "none" and not adjectival(inside[0]) and self.frame == "attack" and not given:
            inside = []  # عملية غصن الزيتون
        if inside and inside[0].first == mention.first + 1 and self.scene.form(mention.first) in ("تم", "جري", "يتم"):
            inside = []  # تم أسر ثلاثة: no families
        if inside and self.scene.form(inside[0].first - 1) == "في":
            inside = []  # وقعوا في الأسر
        if (
            inside
            and mention.type == "political_process"
            and adjectival(inside[0])
            and stem_in(self.scene, inside[0].first - 1, _ON)
        ):
            inside = []  # المؤتمر السوري للحوار: what it is about
        if inside:
            patient = entry.genitive == "patient" and not adjectival(inside[0])
            moved = bool(stem_in(self.scene, mention.first, _MOVES))  # إخراج الميليشيات
            moved = (
                moved or mention.type == "military_support" and bool(stem_in(self.scene, mention.first, _EQUIPS))
            )  # لتدريب المعارضة
            rules = self.scene.form(mention.first).removeprefix("و") in ("حكمت", "حكم", "قضت", "قضي")  # حكمت محكمة: she does it
            struck = not rules and (
                moved
                or self.scene.form(inside[0].first - 1) == "ضد"  # حملة ضد خلايا كذا
                or mention.type == "evacuation"
                and not self._body(inside[0])
                or mention.type in ("sanction", "deconfliction_notice")
                or mention.type == "personnel_action"
                and entry.frame == "attack"
                or (self.frame == "victim" and entry.genitive != "agent")
                or patient
                or not self.acts(inside[0])
            )
            bare = inside[0].last - inside[0].first == 1 and self.scene.form(inside[0].head) in _FALLEN
            if mention.type == "cumulative_toll" and bare:
                return  # حصيلة القتلى: whoever they are
            self.add("target" if struck else "actor", "named inside the phrase", self._nisbas(inside[0]))
        for k in range(mention.first, mention.last):
            if "gunmen" in self.scene.classes[k] and self.scene.form(k) not in _ADJECTIVES:
                self.add_unnamed("unnamed people inside the phrase", k)

    def _nisbas(self, m: ActorMention) -> list[ActorMention]:
        """An adjective and those joined to it (الروسي والسوري, الروسي - التركي), or any mention with its chain."""
        if not adjectival(m):
            return self.chain(m)
        out = [m]
        while True:
            dash = self.scene.form(out[-1].last) in _DASHES
            nxt = self.at(out[-1].last + dash)
            if nxt is None or not adjectival(nxt) or not (dash or nominal(self.scene, nxt).joined):
                return out
            out.append(nxt)

    def _behind_noun(self) -> None:
        """What follows a noun: its genitive, or behind adjectives what belongs to it (قصف مدفعي عنيف لقوات كذا، قصف روسي)."""
        mention, scene, entry = self.mention, self.scene, self.mention.sense.entry
        if mention.type == "personnel_action" and self.has("target"):
            return  # عزل الرئيس فلان المنتمي لكذا
        at = self._skip_quotes(mention.last)
        if self._thing_inside():
            return
        backed = self.frame == "victim" and entry.genitive == "agent"  # فصائل مدعومة من كذا
        patient = (self.frame == "victim" and not backed) or entry.genitive == "patient"
        nearest = self.at(at)
        described = mention.sense.cls == "phrase" and any(
            adjectival(m) and m.last == mention.last for m in self.fit(mention.first + 1, mention.last)
        )
        if (
            nearest is not None
            and not described
            and not adjectival(nearest)
            and glued(scene, nearest)[-1:] not in ("ب", "ل", "ك")
            and not self._is_weapon(nearest)
        ):
            if scene.form(mention.last - 1).startswith(("بال", "وبال")) and mention.sense.cls == "phrase":
                return  # بالرصاص عناصر كذا: a definite noun has no genitive
            if self._subject_of_harm():
                self.object(at, "the object of the verb whose subject the noun is")
                return  # قتلت الغارات قياديا، دمرت الغارات مستشفى كذا
            if self.frame != "mutual" and mention.sense.cls == "phrase" and scene.form(mention.last - 1) == "ضد":
                self.add("target", "ضد at the end of the phrase", self.chain(nearest))  # عمليات ضد كذا
                return
            self._genitive(nearest)
            return
        if self._some_of_them(at):
            return
        armed_with = False
        for _ in range(5):
            at = self._skip_quotes(at)  # سحب "جزء كبير" للقوات
            found = self.at(at)
            if found is None and scene.form(at) == "ل":
                at = self._skip_quotes(at + 1)  # قصف مدفعي لـ”كذا”
                break
            if found is not None and (adjectival(found) or self._is_weapon(found)):
                armed_with = armed_with or not adjectival(found)
                truce = mention.sense.cls == "phrase" or any(scene.form(k)[:1] == "ل" for k in range(mention.last, found.first))
                if adjectival(found) and mention.type == "ceasefire_violation" and truce:
                    pass  # خرقا للهدنة الأممية: whose truce it was
                elif self._owner_of_target(found):
                    self.add("target", "what the noun is done to, its owner by an adjective", [found])
                elif adjectival(found) and any(
                    scene.form(k).startswith("ب") and stem_in(scene, k, _FIRED) for k in range(mention.last, found.first)
                ):
                    pass  # قصف مدفعي بقذائف كذا الروسية: where they were made
                elif adjectival(found) and (backed or self.frame != "victim") and entry.genitive != "patient":
                    self.add("actor", "an adjective of the noun", self._nisbas(found))
                at = found.last
            elif at > mention.last and scene.form(at).startswith("لل"):
                break  # بوقف القصف أسبوعا للسماح لكذا: what it is for
            elif self.frame == "attack" and scene.form(at).startswith("ل") and stem_in(scene, at, _ON_THE_MOVE):
                self.object(at, "ل behind the noun", near=1)  # كمينا لدورية حوثية
                return
            elif (
                found is not None or at >= self.high or not scene.word(at) or scene.form(at) in _NOUN_ENDS | STOP | _ACTS_WITH_IT
            ):
                break
            elif stem_in(scene, at, self.scene.words("thing-struck")) or self._place_end(at) is not None:
                break  # منطقة آمنة بمحافظة إدلب السورية: the adjective is the place's
            elif scene.form(at).startswith("تابع"):
                break  # دمر الهجوم عدة مركبات تابعة لجنود كذا
            else:
                at += 1
        self._linked(at, patient=patient, armed_with=armed_with)

    def _subject_of_harm(self) -> bool:
        """Whether a definite noun is the subject of a verb of harm right in front of it."""
        scene, mention = self.scene, self.mention
        if mention.sense.cls != "noun" or not mention.hit.cut.definite or mention.hit.cut.pro != "ال":
            return False
        return scene.form(mention.first - 1).removeprefix("و") in scene.words("hit") | scene.words("harms")

    def _linked(self, at: int, *, patient: bool, armed_with: bool) -> None:
        """What a preposition or ل ties to a noun behind its adjectives."""
        mention, scene, entry = self.mention, self.scene, self.mention.sense.entry
        linked = self.at(at)
        unnamed = linked is None and not patient and self.frame == "attack" and scene.form(at).startswith("ل")
        if unnamed and self.add_unnamed("unnamed people, ل behind the noun", at):
            return  # هجوم لمجهولين
        counted_here = scene.form(at - 1) in scene.words("quantity") and scene.form(at) == "من"
        if counted_here and mention.type in _OF_PEOPLE:
            whom = self.at(at + 1)
            self.add("target", "the people a quantity stands before", self.chain(whom) if whom is not None else [])
            return  # واعتقال عدد من كذا
        if (
            linked is None
            and scene.form(at) == "من"
            and scene.form(at + 1) not in ("قبل", "جانب")
            and (self.frame == "attack" or mention.type == "ceasefire_violation")
            and not patient
        ):
            behind = self._skip_quotes(at + 1)
            source = self.at(behind)
            if source is None and scene.word(behind) and scene.form(behind) not in PREPOSITIONS | _DIRECTIONS:
                source = self.at(self._skip_quotes(behind + 1))  # قصف من مواقع "كذا"
            actor = scene.actors.get(source.entity) if source is not None else None
            land = actor is not None and actor.kind == "state" and actor.registered  # القصف من لبنان: where it came from
            if source is not None and not adjectival(source) and actor is not None and actor.kind in SIDES and not land:
                self.add("actor", "من behind the noun", self.chain(source))
            return
        if linked is not None and not adjectival(linked):
            n = nominal(scene, linked)
            actor = scene.actors.get(linked.entity)
            armed = actor is not None and actor.kind in SIDES or "gunmen" in scene.classes[linked.head]  # هجوم لمجهولين
            if at > mention.last and n.head in self.scene.words("thing-struck"):  # كمائن لكذا: the noun itself is none
                self.add("target", "the owner of what the noun hits", self.chain(linked))
            elif (
                n.prep == "ل" and self.mention.type == "meeting" and actor is not None and actor.kind in ("state", "armed_forces")
            ):
                pass  # زيارة لسوريا: where, not who
            elif n.prep == "ل" and any(scene.form(k) in _OPPOSED for k in range(mention.last, n.first)):
                self.add("target", "whom it is opposed to", self.chain(linked))  # احتجاجات مناهضة للحكومة
            elif n.prep == "ل" and (
                mention.type == "personnel_action"
                or mention.type == "air_defence"
                and mention.sense.cls == "phrase"
                or any(scene.form(k) in _IN_FAVOUR for k in range(mention.last, n.first))
            ):
                pass  # تعيينه زعيما للحركة، إسقاط طائرة حربية للجيش، تظاهرة مؤيدة للحكومة: it is not their doing
            elif n.prep == "ل" and mention.sense.cls == "phrase" and scene.form(mention.last - 1) in ("ضد", "علي"):
                self.add("target", "whom the phrase is against, its owner", self.chain(linked))  # عملية ضد جيب لكذا
            elif n.prep == "ل" and any(self._of_its_own(k) for k in range(mention.last, n.first)):
                pass  # إدخال المساعدات ومطالبات للنظام: of whom something else is demanded
            elif n.prep == "ل" and self.frame == "mutual":
                self.add("actor", "ل behind the noun", self.chain(linked))  # اجتماع لقادة كذا
            elif n.prep == "ل":
                falls_on = self.frame == "attack" and scene.form(linked.last) in ("علي", "ضد") and not self._civil(linked)
                helper = mention.type == "humanitarian_aid" and self._body(linked)  # قافلة للأمم المتحدة
                doer = (
                    (
                        armed or falls_on or helper or mention.type in ("protest", "meeting")
                    )  # هجوم لحزب كذا على مخفر، مظاهرة للأهالي
                    and (mention.type not in GIVING or armed_with or helper)  # دعم فلان لقوات كذا, بمساندة طيران لكذا
                    and (not patient or mention.type == "ground_attack")
                    and entry.id != "targeting"
                    and not self._dealt()
                    and not self.has("actor")
                )
                self.add("actor" if doer else "target", "ل behind the noun", self.chain(linked))
            elif not n.prep and (patient or n.head in _REMNANTS and mention.type in ("air_strike", "shelling")):
                self.add("target", "the genitive of the noun", self.chain(linked))
            elif not n.prep and n.head == "عدد" and mention.type in ("deployment", "withdrawal") and not self.has("actor"):
                self.add("actor", "the genitive of the noun", self.chain(linked))  # وصول ثلاثة أفواج عسكرية
        elif patient or self.frame != "mutual" and stem_in(scene, at, self.scene.words("thing-struck")):
            high = self.high
            if mention.hit.enc:  # محاولة لاغتياله، وهاجم كذا: whom it is done to the pronoun says
                self.high = next((k for k in range(mention.last, high) if scene.form(k) in ("،", ",")), high)
            self.object(at if not patient else mention.last, "what the noun is done to")
            self.high = high

    def _sent_of(self) -> None:
        """وصلت تعزيزات من الحشد الشعبي: whose men they are that are moved."""
        scene, mention = self.scene, self.mention
        if mention.type == "deployment" and not self.has("actor") and scene.form(mention.last) == "من":
            whose = self.at(mention.last + 1)
            actor = scene.actors.get(whose.entity) if whose is not None else None
            if (
                whose is not None
                and not adjectival(whose)
                and actor is not None
                and actor.kind in ("armed_forces", "armed_group", "coalition")
            ):
                self.add("actor", "من behind what is moved", self.chain(whose))

    def _past_adjectives(self) -> None:
        """قصف المدفعية السعودية العنيف والمتواصل لتجمعات كذا: ل behind the adjectives of a noun with its doer."""
        doer = next((p.mention for p in self.found if p.rule == "the genitive of the noun" and p.role == "actor"), None)
        if doer is None or self.has("target"):
            return
        k, scene = doer.last, self.scene
        while k < min(self.high, doer.last + 4) and scene.form(k).startswith(("ال", "وال")) and self.at(k) is None:
            k += 1
        if k > doer.last and scene.form(k).startswith("ل") and stem_in(scene, k, scene.words("thing-struck")):
            self.object(k, "ل behind the adjectives of the noun", near=-1)

    def _dealt(self) -> bool:
        """وجه التحالف ضربات للتنظيم، نصبوا كمينا للدورية: behind a verb of dealing ل names whom it is dealt to."""
        carrier = self.mention.carrier
        if any(self.scene.form(k).removeprefix("و") in _LAYS_FOR for k in range(self._start(), self.mention.first)):
            return self.scene.form(self.mention.first).startswith("كمين")
        return carrier is not None and carrier.last <= self.mention.first and bool(stem_in(self.scene, carrier.first, _DEALS))

    def _by(self) -> None:
        """من قبل X، على يد X، نفذته X، مصدره X."""
        scene = self.scene
        if self.prior and self.prior[-1].type == "ceasefire_violation" and self.mention.first - self.prior[-1].last <= 4:
            return  # خروقات لوقف إطلاق النار من جانب كذا: they break it, they made none
        if self.mention.type == "ceasefire_violation" and any(
            stem_in(scene, k, _RECORDING) for k in range(self.mention.first - 3, self.mention.first)
        ):
            return  # تسجيل 18 خرقا من قبل الجانب الروسي: who records broke nothing
        for k in range(self.mention.last, self.high):
            form = scene.form(k)
            if scene.tokens[k].kind == "break" or scene.plain(k) in THAT and k - self.mention.last > 3:
                return  # زيارة البلد، مشددا على أن التمرد الذي تقوده كذا: a clause of its own
            if form in ("قبل", "بعد") and scene.form(k - 1) != "من" and scene.plain(k + 1) in THAT:
                return  # تعرض المبنى لقصف، قبل أن يؤمن من قبل كذا
            step = 0
            if form in _BY_FIRST:
                step = max((len(w) for w in _BY if tuple(scene.form(k + n) for n in range(len(w))) == w), default=0)
            if self._by_of_another(k) or form == "في" and any(scene.form(j) in RELATIVE for j in range(self.mention.last, k)):
                step = 0  # لتحرير المدينة التي سقطت في أيدي كذا: into whose hands it fell
            if form == "بواسطه" and any(h.first == k + 1 for h in scene.means):
                step = 0  # بواسطة مقاتلات حربية says with what
            carried = scene.light.get(k)  # غارات شنها الطيران
            back = carried is not None and carried.enc in ("ه", "ها", "هما", "هم") and carried.payload.entry.frame == "agent"
            back = (
                back and carried is not None and carried.payload.entry.id != "chair"
            )  # لجنة يترأسها كذا: who chairs did nothing else
            back = back or form == "شنه"  # two letters and a pronoun are no verb to the lookup
            if back and self.mention.type in _UNDOES and scene.form(k - 1) in RELATIVE:
                return  # كسر الحصار الذي فرضه كذا: who laid the siege did not break it
            if form in _LAID and self._laid_at(k):
                return
            one = form.removesuffix("ما") if form.endswith("هما") else form  # تفجيرين تبناهما كذا
            led = one in scene.words("done-by") or one.startswith("وتبن") and one[1:] in scene.words("done-by")
            led = led and self.mention.type not in ("ceasefire", "agreement", "zone_establish")
            if led and scene.form(k - 1) in RELATIVE and any(m.last == k - 1 for m in self.fit(k - 4, k - 1)):
                continue  # غارات التحالف الذي تقوده كذا: the coalition is led, not the raid
            step = self._in_its_clause(carried, k) or step
            if back or led or form in _ACTS_WITH_IT and self._acted_with(k):
                step = 1
            if not step or (self.mention.type in TALKING and form in scene.words("hosts")):
                continue
            found = next((m for j in range(k + step, k + step + 4) if (m := self.at(j)) is not None), None)
            if found is None and form in _FROM_WHERE:
                found = self._holder(k + step)
                if found is not None:
                    self.add("actor", "who holds where it came from", chain(scene, found, found.last + 8, helps=self.helps))
                    return
            if found is None and back and self._pro_drop(carried):
                return
            people = scene.actors.get(found.entity) if found is not None else None
            if form == "بمشاركه" and people is not None and people.kind == "population" and self.mention.type != "protest":
                return  # مخيمات تقام بمشاركة آلاف الأشخاص
            between = range(k + step, found.first if found is not None else k)
            if found is not None and not adjectival(found) and not any(scene.form(j) in PREPOSITIONS for j in between):
                stopped = back and self.mention.type == "air_defence"  # اعتراض طائرة مسيرة أطلقتها كذا
                self.add(
                    "target" if stopped else "actor",
                    "the verb behind it that points back" if back or led else "من قبل and its like",
                    self.chain(found),
                )
                return
            if any(self.add_unnamed("unnamed people behind من قبل and its like", j) for j in (k + step, k + step + 1)):
                return

    def _acted_with(self, k: int) -> bool:
        """العملية التي قامت بها كذا، عملية الاختطاف قام بها كذا: whether a verb of doing tells of this act."""
        return self.scene.form(k - 1) in ("التي", "الذي") or k == self.mention.last and self.scene.form(k + 1) in ("بها", "به")

    def _by_of_another(self, k: int) -> bool:
        """اغتيل في ختام تظاهرة على يد كذا، بدعم من تحالف بقيادة كذا: whether it is another act that was done so, or a body that is led."""
        mention, form = self.mention, self.scene.form(k)
        if form in ("علي", "في"):
            return mention.type in TALKING or mention.type == "protest"
        return form == "بقياده" and any(m.last == k and not adjectival(m) for m in self.fit(max(mention.last, k - 6), k))

    def _whose_weapon(self) -> None:
        """سقوط الصواريخ الإسرائيلية: the adjective of the weapon that fell."""
        for k in range(self.mention.last - 1, min(self.high, self.mention.last + 4)):
            found = self.at(k)
            if found is not None:
                if adjectival(found) and stem_in(self.scene, k - 1, self.scene.words("shooter")):
                    self.add("actor", "an adjective of the weapon", [found])
                return
            if self.scene.form(k) in PREPOSITIONS:
                return

    def _holder(self, i: int) -> ActorMention | None:
        """مصدره المناطق التي تسيطر عليها كذا، مصدره مواقع كذا: who holds the place; the fence of the holding is passed over."""
        scene = self.scene
        if not stem_in(scene, i, scene.words("thing-struck")):
            return None
        for k in range(i + 1, i + 7):
            if scene.form(k) in ("،", ",", ".") or not 0 <= k < len(scene.tokens) or scene.tokens[k].kind == "break":
                return None
            found = mention_at(scene, k, len(scene.tokens), helps=self.helps)
            if found is not None and not adjectival(found):
                return found if self._armed(found) else None
        return None

    def _pro_drop(self, carried: Hit[LightSense] | None) -> bool:
        """إثر هجوم شنوه: the plural subject is that of the verb before."""
        if carried is None:
            return False
        form = self.scene.form(carried.first).removesuffix(carried.enc)
        if not form.endswith("و"):
            return False
        subject = self._verb_before(Verb(carried.first, carried.last, "m", "p", "", carried.enc))
        if not subject or not all(m.number == "p" for m in subject[:1]):
            return False
        self.add("actor", "the subject of the verb before", subject)
        return True
