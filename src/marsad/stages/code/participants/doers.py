"""Doers: who does what a noun names, where the words in front of it say so.

The verb that carries it (شن الطيران غارات) or governs it (عملت الفرق على انتشال), who tries or manages it and who repels it.
"""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense
from marsad.model import Claim
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import ASIDES, one_of_a_series, takes
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, Nominal, adjectival, before, mention_at, nominal, stem_in
from marsad.stages.code.participants.aims import Aims
from marsad.stages.code.participants.syntax import KINDS_ARMED, Verb, agreement
from marsad.stages.code.parties import Party, Role

# Behind these a masdar tells the cause, the time or the aim of somebody else's act, so the subject in front is not its own.
_IN_ANSWER: Final = frozenset(["ردا", "انتقاما", "ثارا", "احتجاجا", "تنديدا", "بسبب", "جراء"])
_CAUSE: Final = frozenset(
    ["جراء", "اثر", "بعد", "قبل", "خلال", "نتيجه", "بسبب", "عقب", "منذ", "رغم", "اثناء", "مع", "وسط", "بالتزامن", "عن", "حول", "بفعل", "قرب", "تحت", "ضحيه",
     "ردا", "لصد", "لوقف", "وقف", "ضد", "صد", "امام", "من", "بشان", "مقابل", "لمنع", "دون", "كان", "هو", "هي", "بان", "ان"]
)  # fmt: skip
_GOVERNING: Final = frozenset(["علي", "الي", "في", "من", "بهدف", "بغيه", "بغرض", "لاجل", "بقصد"])
_MANAGES: Final = frozenset(["تمكن", "تمكنت", "تمكنوا", "يتمكن", "تتمكن", "يتمكنوا", "نجح", "نجحت", "نجحوا"])
_MASDAR_BEHIND: Final = frozenset(
    ["قبل", "بعد", "خلال", "اثناء", "الي", "علي", "من", "في", "عن", "عقب", "رغم", "منذ", "حتي", "اثر", "جراء"]
)
_AIMS: Final = frozenset(
    ["territory_capture", "detention", "ground_attack", "siege_break", "route_cut", "route_open", "abduction"]
)
_THING_REACH: Final = 22  # tokens from a thing that opens its clause to the verb of undergoing
_MANAGED_REACH: Final = 24  # تمكن كذا، بدعم من كذا وبإسناد وفره كذا أمس، من استعادة
_JOINED: Final = 8  # tokens from a masdar to the one that و joins to it
_SAYS_THERE: Final = 6  # tokens from a meeting to the verb by which somebody speaks at it
_ANNIVERSARY: Final = frozenset(["ذكري", "سنويه"])
_OPERATIONS: Final = frozenset(["عمليات", "عمليه", "حملات", "هجمات"])
_TO_THIS_END: Final = frozenset(["اجل", "بهدف", "بغيه", "بغرض", "بقصد"])
_CARRIES_OUT: Final = frozenset(["اجراء", "تنفيذ", "شن"])
_HELD: Final = frozenset(["لسيطره", "سيطره", "لنفوذ", "نفوذ", "تحت", "عسكريا", "بالكامل", "كليا", "حاليا", "لحكم", "حكم", "وقت"])
_WARDED: Final = 12  # tokens from a verb of warding off: أحبطت وحدات الجيش أمس محاولة مجموعات مسلحة التسلل


def _leads_to(rule: str) -> bool:
    """Whether a doer was found in front of a noun, so that what is joined to the noun is done by him too (تمكنت من تطويق كذا والقبض على كذا)."""
    return "governs" in rule or rule.endswith(("that carries it", "of managing to")) or rule.startswith("who is to do it")


class Doers(Aims):
    """What stands in front of a noun."""

    def _far_carrier(self) -> Hit[LightSense] | None:
        """شن الطيران، اليوم السبت 17 أيلول، غارات: the verb across commas, where no other happening or verb stands between."""
        scene, mention = self.scene, self.mention
        series = one_of_a_series(scene, mention.first)
        ops = scene.form(mention.first - 1) in _OPERATIONS and scene.form(mention.first - 2) == "من"  # كثفت من عمليات القصف
        series = series or ops
        if mention.hit.cut.pro == "ب":
            return self._undertaken()
        if (mention.definite and not series) or mention.hit.cut.pro:
            return None
        between = [
            m
            for m in self.prior[-3:]
            if m.sense.cls == "verb"
            or not (
                scene.form(before(scene, m.first)) in ASIDES
                or scene.form(m.first).startswith("ب")
                and m.sense.cls == "phrase"
                or m.sense.entry.id in ("backed", "backed-by")
                and scene.form(before(scene, m.first)) in ("،", ",")  # نفذت القوات، المدعومة من كذا، حملة
            )
        ]
        low = max(self._sentence_first(), self.low, mention.first - 22, *(m.last for m in between))
        for k in range(mention.first - 1, low - 1, -1):
            if scene.plain(k) in THAT:
                return None  # تنتشر فيها جبهة كذا، مؤكدة أن وقف النار: a clause of its own
            found = scene.light.get(k)
            if found is not None:
                fits = found.payload.entry.frame == "agent" and found.last <= mention.first
                return found if fits and takes(scene, found, mention.first - (1 if ops else 2 * series)) else None
        return None

    def _undertaken(self) -> Hit[LightSense] | None:
        """قام المسلحون الذين يواجهون حملة، بقصف كذا: the verb that takes ب, across the clause that describes its subject."""
        scene, mention = self.scene, self.mention
        if scene.form(mention.first - 1) not in ("،", ","):
            return None
        for k in range(mention.first - 2, max(self._sentence_first(), mention.first - 26) - 1, -1):
            found = scene.light.get(k)
            if found is not None and found.first == k and found.payload.entry.id == "undertake":
                described = any(scene.form(j) in RELATIVE for j in range(k + 2, min(k + 5, mention.first)))
                return found if described else None
            if scene.plain(k) in THAT or any(m.first == k and m.hit.cut.pro.endswith("ب") for m in self.prior):
                return None
        return None

    def _carried(self, carrier: Hit[LightSense]) -> None:
        """Who carries the noun out: شن الطيران غارات، تعرضت القوات لقصف."""
        frame = carrier.payload.entry.frame
        if frame == "agent" and not carrier.cut.pro and self.scene.form(carrier.first - 1) in _MASDAR_BEHIND:
            doer = self.at(carrier.last)  # قبل عقد الجولة، بعد شن الطيران غارات
            if doer is not None and not adjectival(doer) and self.acts(doer) and not nominal(self.scene, doer).prep:
                self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
            return
        form = self.scene.form(carrier.first).removeprefix(carrier.cut.pro) if carrier.cut.pro else self.scene.form(carrier.first)
        gender, number = agreement(form.removesuffix(carrier.enc) if carrier.enc else form)
        verb = Verb(carrier.first, carrier.last, gender, number, carrier.cut.pro, carrier.enc)
        high, self.high = self.high, min(self.high, self.mention.first) if not carrier.enc else self.high
        subject, rule, _ = self.verb(verb)
        if frame == "agent":
            if rule == "speaker":
                self._speaker(verb)
            elif not subject:
                for k in self._beside(verb):
                    if k < self.mention.first and self.add_unnamed("actor", "unnamed people beside the verb that carries it", k):
                        break
            self.add("actor", f"{rule} that carries it", subject)
            doer = self.at(carrier.last)
            if (
                not subject
                and not self.has("actor")
                and doer is not None
                and stem_in(self.scene, carrier.first, self.scene.words("carrier"))
            ):
                if not adjectival(doer) and self.acts(doer) and not nominal(self.scene, doer).prep:
                    self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
        self.high = high
        if frame == "victim":
            high, self.high = self.high, min(self.high, self.mention.first)
            self.object(carrier.last, "the subject of the verb of undergoing")
            self.high = high
            if not self.has("target") and not carrier.enc:
                front = self._in_front(verb, joined=False)
                if front and verb.first - front[-1].last <= 2:
                    self.add("target", "the subject in front of the verb of undergoing", front)
            if not self.has("target") and not carrier.enc:
                self._undergoing_thing(carrier.first)
            elif not self.has("target") and carrier.enc:  # أعلنت القوات تعرضها لغارة
                self._undergoer(carrier.enc, carrier.first)

    def _undergoing_thing(self, end: int) -> None:
        """قال إن قاعدة للجيش تعرضت لهجوم: whose the thing is that stands in front of the verb of undergoing."""
        scene = self.scene
        things = scene.words("thing-struck")
        for k in range(end - 1, max(self._sentence_first(), end - _THING_REACH) - 1, -1):
            if not stem_in(scene, k, things):
                continue
            front = before(scene, k)
            if k == self._sentence_first() or scene.plain(front) in THAT or scene.form(front) in ("،", ",", "ان", "وان"):
                high, self.high = self.high, end
                self.object(k, "the subject in front of the verb of undergoing", near=-1)
                self.high = high
            elif scene.form(front) in PREPOSITIONS:
                continue  # قاعدة لكذا في منطقة جبلية تعرضت: only where it lies
            return

    def _undergoer(self, enc: str, end: int) -> None:
        """Whom a pronoun on a noun of undergoing means: the nearest body in front that is free and agrees, else the body that says so."""
        rule = "whom the pronoun on the noun of undergoing means"
        for m in reversed(self.fit(self._sentence_first(), end)):
            n = nominal(self.scene, m)
            plural = m.number != "s"
            agrees = plural if enc == "هم" else (m.gender != "m" or plural) if enc == "ها" else m.gender != "f" and not plural
            subject = n.free and (self._opens(n) or self._follows_verb(n) or self._civil(m)) and not adjectival(m)
            if agrees and subject and not any(self._place_end(k) for k in range(m.last, end)):
                self.add("target", rule, [m])
                return
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            actor = self.scene.actors.get(claim.chain[-1].actor) if claim.chain else None
            if actor is not None and actor.kind in KINDS_ARMED and claim.chain[-1].span is not None:
                self.found.append(Party(actor.id, "target", rule, claim.chain[-1].span))
            return

    def _speaker(self, verb: Verb, *, role: Role = "actor") -> None:
        """قال الجيش إنه قصف: the pronoun goes back to the one who speaks."""
        k = self._before_particles(verb.first)
        for claim in self.scene.claims_at(self.mention.span)[::-1]:
            link = claim.chain[-1] if claim.chain else None
            body = self._at_the_source(claim)
            actor = self.scene.actors.get(body or link.actor) if link is not None else None
            if actor is None or link is None:
                continue
            close = 0 <= k - self.scene.page.within(claim.cue.span)[1] <= 25 if claim.cue is not None else False
            masculine = self.scene.form(k).endswith("ه") or self.scene.form(k) == "يكون"
            if claim.cue is not None and masculine and self.scene.page.text(claim.cue.span).endswith("ت"):
                return  # أشارت السلطات إلى أنه فجر نفسه: another is meant
            if close and (actor.kind in KINDS_ARMED or actor.kind == "person" and self.frame != "attack"):
                self.found.append(Party(actor.id, role, "the speaker, by pronoun", link.span))
            return

    def _at_the_source(self, claim: Claim) -> str | None:
        """نفت الحركة على لسان متحدثها أن تكون قصفت: the body that speaks by somebody's tongue did it or did not."""
        if claim.source is None:
            return None
        first, _ = self.scene.page.within(claim.source.span)
        begins = self.scene.actors_between(first, first + 2)[:1]  # “حركة كذا”
        actor = self.scene.actors.get(begins[0].entity) if begins else None
        return actor.id if actor is not None and actor.kind in KINDS_ARMED else None

    def _governed(self) -> None:
        """Nouns whose doer stands in front: القوات المتمركزة، عملت الفرق على انتشال، قصف الطيران بصواريخ … ل، تنفيذ الطيران غارات."""
        scene, mention = self.scene, self.mention
        first = mention.clause[0]
        if mention.definite and mention.sense.cls == "phrase":
            k = before(scene, mention.first)
            beside = [m for m in self.fit(max(self.low, k - 9), k + 1) if k < m.last <= mention.first and not adjectival(m)]
            if beside and self.frame == "agent" and mention.type == "deployment":
                self.add("actor", "the noun that the participle describes", beside[-1:])
                return
        joined = mention.hit.cut.pro == "و" or scene.form(mention.first - 1) == "ثم"
        if joined or scene.form(mention.first).startswith("و") and mention.sense.cls == "phrase":
            self._joined_doer()
            return
        if self._of_others():
            return
        if self._ventured() or self._forced():
            return
        if mention.hit.cut.pro in ("", "ال") and self.scene.form(before(scene, mention.first)) not in PREPOSITIONS:
            if self._tries():
                return
        borne = bool(stem_in(scene, before(scene, mention.first), scene.words("carrier")))  # تواصل ارتكاب الخروقات
        if mention.definite and mention.sense.cls == "noun" and not mention.hit.enc and not borne:
            return
        for k in range(mention.first - 1, max(self.low, first, mention.first - 9) - 1, -1):
            if not stem_in(scene, k, scene.words("carrier")):
                continue
            doer = self.at(self._skip_quotes(k + 1))
            if (
                doer is not None
                and not adjectival(doer)
                and doer.last <= mention.first
                and self.acts(doer)
                and not nominal(scene, doer).prep
            ):
                self.add("actor", "the genitive of the noun that carries it", self.chain(doer))
                return
        if self._own_doing():
            return
        governor = before(scene, mention.first)
        letters = mention.hit.cut.pro
        if scene.form(governor) in scene.words("firm-up") and mention.type in ("territory_capture", "control_status"):
            governor = before(scene, governor)  # تمكنت كذا من تثبيت سيطرتها
        form = scene.form(governor)
        if form in ("من", "في") and self._managed(governor):
            return
        further = scene.form(before(scene, governor)) if stem_in(scene, governor, _CARRIES_OUT) else form
        aim = letters in ("ل", "ول") or further in _TO_THIS_END  # من أجل إجراء اعتقالات
        if aim and mention.type in _AIMS and (self._aimed_at() or self._operated_for()):
            return
        if (
            (form in _CAUSE and form != "من")
            or form.removeprefix("و") in scene.words("wards-off")
            or stem_in(scene, governor, scene.words("of-others"))
        ):
            return
        if (
            letters[-1:] not in ("ل", "ب")
            and form not in _GOVERNING
            and not stem_in(scene, governor, scene.words("attempt"))
            and not scene.light.get(governor)
            and not borne
        ):
            return
        if borne and self._bearer(before(scene, governor)):
            return
        self._subject_of_governor(max(self.low, first))

    def _joined_doer(self) -> None:
        """تمكنت كذا من تطويق المكان والقبض على كذا: the doer of the noun that this one is joined to by و."""
        mention = self.mention
        last = self.prior[-1] if self.prior else None
        if last is None or last.sentence != mention.sentence or mention.first - last.last > _JOINED or last.sense.cls == "verb":
            return
        same = bool(mention.hit.enc) and any(p.role == "target" for p in last.parties)  # اعتقال كذا لناشطين وإعدامهم
        doers = [p for p in last.parties if p.role == "actor" and (same or _leads_to(p.rule)) and p.mention is not None]
        self.add("actor", "the doer of the noun it is joined to", [p.mention for p in doers if p.mention is not None])

    def _of_others(self) -> bool:
        """ذكرى اعتقال كذا، خرق لوقف النار: whether the noun in front tells of something long past, or undoes it."""
        scene, mention = self.scene, self.mention
        if any(stem_in(scene, k, _ANNIVERSARY) for k in range(mention.first - 3, mention.first)):
            return True  # قصفت كذا البلدة في الذكرى السنوية لاعتقال زعيمها
        breach = self.prior[-1] if self.prior and mention.type in ("ceasefire", "agreement") else None
        return breach is not None and breach.type == "ceasefire_violation" and mention.first - breach.last <= 1

    def _own_doing(self) -> bool:
        """يؤكد التنظيم قيامه هذا الأسبوع بخطف مقاتلين: whom the pronoun on قيام means; whether there is one."""
        scene, mention = self.scene, self.mention
        if not mention.hit.cut.pro.endswith("ب") and not scene.form(mention.first).startswith("ب"):
            return False
        for k in range(mention.first - 1, max(self._sentence_first(), mention.first - 6) - 1, -1):
            word = scene.form(k)
            if word not in ("قيامه", "قيامها", "قيامهم", "بقيامه", "بقيامها", "بقيامهم"):
                continue
            for m in reversed(self.fit(self._sentence_first(), k)):
                plural, feminine = word.endswith("هم"), word.endswith("ها")
                fits = m.number != "s" if plural else (m.gender != "m") if feminine else m.gender != "f" and m.number == "s"
                if fits and not adjectival(m) and self.acts(m):
                    self.add("actor", "whom the pronoun on the doing means", [m])
                    return True
            return False
        return False

    def _subject_of_governor(self, low: int) -> None:
        """عملت الفرق على انتشال: the nearest free noun phrase in front that opens its clause or follows a verb."""
        scene, mention = self.scene, self.mention
        if scene.form(mention.first - 1) == "في" and any("تحقيق" in scene.form(k) for k in range(low, mention.first)):
            return  # التحقيق الذي تجريه كذا في هجمات: who looks into an act did not do it
        for m in reversed(self.fit(low, mention.first)):
            n = nominal(scene, m)
            if n.prep == "ل" and not adjectival(m):
                return  # تفتح قواعدها للطيران لقصف كذا
            if any(scene.form(k) in _IN_ANSWER for k in range(m.last, mention.first)):
                return  # أطلقت كذا الصواريخ ردا على اغتيال فلان: others did that
            if (
                adjectival(m)
                or n.prep
                or n.head
                and not (n.acting and mention.type in ATTACKS)
                or not self.acts(m)
                or mention.first - m.last > 14
            ):
                continue
            if self._accused(n) or self.frame != "victim" and (self._opens(n) or self._follows_verb(n)):
                self.add("actor", "the subject of the verb that governs the noun", self._chain_back(m))
                self.add("actor", "the subject of the verb that governs the noun", self.chain(m)[1:])
            return

    def _bearer(self, k: int) -> bool:
        """القوات والميليشيات، تواصل ارتكاب الخروقات: the subject of the verb in front of the masdar that carries the noun."""
        form = self.scene.form(k).removeprefix("و")
        if not (form[:1] in ("ي", "ت") and len(form) > 3 or form.endswith("ت") and not form.endswith("ات")):
            return False
        verb = self.verb_at(k, form)._replace(glued="")
        subject, rule, _ = self.subject_of(verb, low=self._sentence_first(), high=k + 1)
        self.add("actor", f"{rule} in front of the masdar that carries it", subject)
        return bool(subject)

    def _speaks_there(self) -> None:
        """قال الوزير خلال اجتماع مع كذا: who speaks at a meeting takes part in it."""
        scene, mention = self.scene, self.mention
        if scene.form(before(scene, mention.first)).removeprefix("و") not in ("خلال", "في", "عقب", "اثناء", "بعد"):
            return
        if mention.definite or scene.claims_at(mention.span):
            return
        sentence = scene.sentence(mention.first)
        named = [m for m in self.fit(max(self.low, mention.first - 8), mention.first) if m.last == before(scene, mention.first)]
        if (
            named
            and self._civil(named[-1])
            and named[-1].form != "collective"
            and scene.form(before(scene, mention.first)) == "خلال"
        ):
            self.add("actor", "who is named at it", named[-1:])  # صورة للوزير خلال اجتماع في جنيف
            return
        for claim in scene.attributed.claims:
            if claim.cue is None or not claim.chain or sentence is None:
                continue
            k, _ = scene.page.within(claim.cue.span)
            actor = scene.actors.get(claim.chain[-1].actor)
            there = sentence.first <= k < mention.first and mention.first - k <= 16
            there = there or 0 <= k - mention.last <= _SAYS_THERE and k < sentence.last  # خلال زيارة إلى كذا، قال الرئيس
            if there and actor is not None and actor.kind == "person":
                if all(p.entity != actor.id for p in self.found):
                    self.found.append(Party(actor.id, "actor", "who speaks at it", claim.chain[-1].span))
                return

    def _held_by(self) -> None:
        """المناطق الخاضعة لسيطرة كذا: who holds the area."""
        k = self.mention.last
        while k < self.high and self.scene.form(k) in _HELD:
            k += 1
        holder = self.at(self._skip_quotes(k)) if k > self.mention.last else None
        if holder is not None and not adjectival(holder):
            self.add("actor", "who holds the area", self.chain(holder))

    def _under_sway(self) -> None:
        """تخضع المدينة لسيطرة كذا: who holds it."""
        scene = self.scene
        for k in range(self.mention.last, min(len(scene.tokens), self.mention.last + 9)):
            if scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            if "sway" not in scene.classes[k]:
                continue
            at = k + 1
            while scene.word(at) and scene.form(at) in _HELD | {"كل", "من", "عده", "الي", "حد", "كبير"}:
                at += 1
            holder = mention_at(scene, self._skip_quotes(at), len(scene.tokens), helps=False)
            if holder is not None and not adjectival(holder):
                self.high = len(scene.tokens)
                self.add("actor", "who holds the area", self.chain(holder))
            return

    def _warded_off(self) -> None:
        """صد هجوم لكذا، تصدت كذا لهجوم من كذا: who wards off is the target, who is warded off the actor."""
        scene, mention = self.scene, self.mention
        form = scene.form(mention.first)
        if "verb-heads" in scene.classes[mention.first] or form.removeprefix("و") in scene.words("wards-off") - {"صد"} | _MANAGES:
            gender, number = agreement(form.removeprefix("و"))
            verb = Verb(mention.first, mention.last, gender, number, "و" if form.startswith("و") else "", "")
            subject, rule, _ = self.subject_of(verb, high=mention.last)
            self.add("target", f"{rule} of warding off", subject)
        else:
            governor = before(scene, mention.first)
            if scene.form(governor) in ("من", "في") and not self._managed(governor, role="target", what="of warding off"):
                pass
        self._by()
        if not self.has("actor"):
            at = self._skip_quotes(mention.last)
            for k in range(at, min(at + 4, self.high)):
                found = self.at(k)
                if found is None:
                    continue
                if not adjectival(found) and (nominal(scene, found).prep in ("ل", "من") or k == at):
                    self.add("actor", "who is warded off", self.chain(found))
                break
        if not self.has("target"):
            self._repelled()

    def _managed(self, governor: int, *, role: Role = "actor", what: str = "of managing to") -> bool:
        """تمكن الجيش من كسر الحصار، نجحوا في فتح الطريق: the subject of the verb; whether there is such a verb."""
        scene = self.scene
        for k in range(governor - 1, max(self._sentence_first(), governor - _MANAGED_REACH) - 1, -1):
            form = scene.form(k)
            bare = form.removeprefix("و") if form not in _MANAGES else form
            if bare not in _MANAGES:
                continue
            verb = self.verb_at(k, bare)
            subject, rule, _ = self.subject_of(verb, low=self._sentence_first(), high=governor)
            if rule == "speaker":
                self._speaker(verb)
            self.add(role, f"{rule} {what}", subject)
            return True
        return False

    def _forced(self, *, role: Role = "actor") -> bool:
        """دفع المتمردين إلى التراجع، أجبر السكان على النزوح: whom a verb makes do it; whether there is such a verb."""
        scene, mention = self.scene, self.mention
        k = before(scene, mention.first)
        if scene.form(k) not in ("الي", "علي"):
            return False
        whom = [m for m in self.fit(max(self._sentence_first(), k - 6), k) if m.last == k and not adjectival(m)]
        if not whom or not any(
            scene.form(j).removeprefix("و") in scene.words("forces") for j in range(whom[-1].first - 4, whom[-1].first)
        ):
            return False
        self.add(role, "whom the verb makes do it", self._chain_back(whom[-1]))
        return True

    def _tries(self) -> bool:
        """حاول مسلحون اقتحام المقر: the subject between a verb of trying and its masdar; whether there is such a verb."""
        scene, mention = self.scene, self.mention
        for k in range(mention.first - 1, max(self._sentence_first(), mention.first - 14) - 1, -1):
            form = scene.form(k)
            bare = form.removeprefix("و") if form not in scene.words("tries") else form
            if bare not in scene.words("tries"):
                if form in ("،", ",") and k < mention.first - 1 or scene.plain(k) in ("أن", "إن"):
                    return False
                continue
            verb = self.verb_at(k, bare)
            subject, rule, _ = self.subject_of(verb, low=self._sentence_first(), high=mention.first)
            if rule == "speaker":
                self._speaker(verb)
            end = max([k + 1, *(m.last for m in subject)])
            times = {j for _, t in scene.times_between(end, mention.first) for j in range(t.first - 1, t.last)}
            last = mention.first - (scene.form(mention.first - 1) == "الي")  # تسعى كذا في الوقت الراهن إلى بسط سيطرتها
            if any(scene.form(j) in PREPOSITIONS and j not in times and scene.form(j + 1) != "الوقت" for j in range(end, last)):
                return False  # تحاول الضغط على كذا لفتح المعابر
            self.add("actor", f"{rule} of trying to", subject)
            if not subject:
                for j in self._beside(verb):
                    if self.add_unnamed("actor", "unnamed people beside the verb of trying to", j):
                        break
            return True
        return False

    def _ventured(self) -> bool:
        """إقدام مسلحين، حسب السلطات، على تخريب المحطة: the genitive of إقدام, whatever stands between."""
        scene, first = self.scene, self.mention.first
        if scene.form(first - 1) != "علي":
            return False
        for k in range(first - 2, max(0, first - 15), -1):
            if scene.form(k) == "اقدام":
                doer = mention_at(scene, k + 1, first, helps=True)
                if doer is not None and not adjectival(doer) and self.acts(doer):
                    self.add("actor", "the genitive of the noun that governs it", self.chain(doer))
                return True
        return False

    def _accused(self, n: Nominal) -> bool:
        """اتهمت المعارضة النظام بقصف: whether a noun phrase stands right behind the one who accuses."""
        end = self.scene.page.span(before(self.scene, n.first), n.first)[0]
        return any(c.stance == "accuses" and c.source is not None and c.source.span[0] <= end < c.source.span[1]
                   for c in self.scene.attributed.claims)  # fmt: skip

    def _follows_verb(self, n: Nominal) -> bool:
        """Whether the word in front of a noun phrase is a verb that is known, or looks like one (عملت، تحاول)."""
        k = before(self.scene, n.first)
        form = self.scene.form(k).removeprefix("و")
        if k < self.mention.clause[0]:
            return True
        if any(p.first <= k < p.last and p.sense.cls != "verb" for p in self.prior):
            return False  # تحييد ثمانية مسلحين: a noun, though it looks like a verb
        if form.endswith(("ون", "وا", "ان")):
            return False  # ينافسون القوات: a plural verb has its subject in front
        short = 2 if k == self._sentence_first() or self.scene.form(k - 1) in ("،", ",") else 3  # وردت الفصائل
        return (form.endswith("ت") and not form.endswith("ات") and len(form) > short) or (
            form[:1] in ("ي", "ت") and len(form) > 3
        )

    def _repelled(self) -> None:
        """أحبط الجيش محاولة تقدم لمسلحي كذا، تصدت وحدة لهجوم شنه كذا: who wards an attack off is whom it was made on."""
        scene, mention = self.scene, self.mention
        first = max(mention.clause[0], self._sentence_first(), mention.first - _WARDED)
        for k in range(mention.last - 1, first - 1, -1):
            form = scene.form(k).removeprefix("و")
            if form not in scene.words("wards-off"):
                continue
            verb = self.verb_at(k, form)
            subject, rule, _ = self.subject_of(verb, high=max(mention.first, k + 1))
            if rule == "speaker":
                self._speaker(verb, role="target")  # قال المجلس إنه تصدى لهجوم
            self.add("target", f"{rule} of warding off", subject)
            return

    def _beside(self, verb: Verb) -> list[int]:
        if verb.number != "s":
            return [verb.first - 1, verb.first - 2]
        # استهداف الإرهابيين: in the genitive or the accusative they are no subject
        return [k for k in (verb.last, verb.last + 1) if not (self.scene.word(k) and self.scene.form(k).endswith("ين"))]
