"""Doers: who does what a noun names, where the words in front of it say so.

The verb that carries it (`carrying`) or governs it (عملت الفرق على انتشال), who tries or manages it and who repels it (`managing`).
"""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import PREPOSITIONS, Nominal, adjectival, before, nominal, stem_in
from marsad.stages.code.participants.managing import Managing
from marsad.stages.code.parties import Party

# Behind these a masdar tells the cause, the time or the aim of somebody else's act, so the subject in front is not its own.
_IN_ANSWER: Final = frozenset(["ردا", "انتقاما", "ثارا", "احتجاجا", "تنديدا", "بسبب", "جراء"])
_CAUSE: Final = frozenset(
    ["جراء", "اثر", "بعد", "قبل", "خلال", "نتيجه", "بسبب", "عقب", "منذ", "رغم", "اثناء", "مع", "وسط", "بالتزامن", "عن", "حول", "بفعل", "قرب", "تحت", "ضحيه",
     "ردا", "لصد", "لوقف", "وقف", "ضد", "صد", "امام", "من", "بشان", "مقابل", "لمنع", "دون", "كان", "هو", "هي", "بان", "ان"]
)  # fmt: skip
_GOVERNING: Final = frozenset(["علي", "الي", "في", "من", "بهدف", "بغيه", "بغرض", "لاجل", "بقصد"])
_AIMS: Final = frozenset(
    ["territory_capture", "detention", "ground_attack", "siege_break", "route_cut", "route_open", "abduction"]
)
_STANDING: Final = frozenset(["stationed-adj", "forces-there"])  # لا تزال القوات منتشرة في التلال
_JOINED: Final = 8  # tokens from a masdar to the one that و joins to it
_SAYS_THERE: Final = 6  # tokens from a meeting to the verb by which somebody speaks at it
_ANNIVERSARY: Final = frozenset(["ذكري", "سنويه"])
_TO_THIS_END: Final = frozenset(["اجل", "بهدف", "بغيه", "بغرض", "بقصد"])
_LOOKS_INTO: Final = "تحقيق"
_HAND_IN: Final = frozenset(["ضلوع", "تورط"])
_DEEDS: Final = frozenset(["جريمه", "حادث", "حادثه", "واقعه", "عمليه"])
_CARRIES_OUT: Final = frozenset(["اجراء", "تنفيذ", "شن"])


def _leads_to(rule: str) -> bool:
    """Whether a doer was found in front of a noun, so that what is joined to the noun is done by him too (تمكنت من تطويق كذا والقبض على كذا)."""
    return "governs" in rule or rule.endswith(("that carries it", "of managing to")) or rule.startswith("who is to do it")


class Doers(Managing):
    """What stands in front of a noun."""

    def _governed(self) -> None:
        """Nouns whose doer stands in front: القوات المتمركزة، عملت الفرق على انتشال، قصف الطيران بصواريخ … ل، تنفيذ الطيران غارات."""
        scene, mention = self.scene, self.mention
        first = mention.clause[0]
        if mention.sense.cls == "phrase" and (mention.definite or mention.sense.entry.id in _STANDING):
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
        if mention.hit.cut.pro.startswith("ب") and self._managed(mention.first, by="ب"):
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

    def _looked_into(self) -> bool:
        """كشف ملابسات التفجير، البحث عن منفذي الهجوم: whether the words in front tell of an act of others that is looked into."""
        scene = self.scene
        k = before(scene, self.mention.first)
        for _ in range(2):
            if scene.form(k) in PREPOSITIONS or stem_in(scene, k, _DEEDS):
                k = before(scene, k)
        return bool(stem_in(scene, k, scene.words("looks-into")))

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
        """ذكرى اعتقال كذا، خرق لوقف النار: whether the noun in front tells of something long past, undoes it or looks into it."""
        scene, mention = self.scene, self.mention
        if self._looked_into():
            return True
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
        if scene.form(mention.first - 1) == "في" and any(_LOOKS_INTO in scene.form(k) for k in range(low, mention.first)):
            return  # التحقيق الذي تجريه كذا في هجمات: who looks into an act did not do it
        if stem_in(scene, before(scene, mention.first - 1), _HAND_IN):
            return  # اعتقلت الشرطة فلانا لاتهامه بالضلوع في هجوم: another had a hand in it
        for m in reversed(self.fit(low, mention.first)):
            n = nominal(scene, m)
            if n.prep == "ل" and not adjectival(m):
                return  # تفتح قواعدها للطيران لقصف كذا
            if any(scene.form(k).removeprefix("و") in scene.words("wards-off") for k in (m.first - 1, self._skip_quotes(m.last))):
                return  # أحبطت الدورية مخططا لاستهداف السوق: who foils a plan did not make it
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

    def _accused(self, n: Nominal) -> bool:
        """اتهمت المعارضة النظام بقصف: whether a noun phrase stands right behind the one who accuses."""
        end = self.scene.page.span(before(self.scene, n.first), n.first)[0]
        return any(c.stance == "accuses" and c.source is not None and c.source.span[0] <= end < c.source.span[1]
                   for c in self.scene.attributed.claims)  # fmt: skip
