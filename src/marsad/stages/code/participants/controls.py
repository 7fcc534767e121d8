"""Controls: who does the act that a masdar names, where a verb or noun of wanting, letting or being able governs it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.handover import ActorMention
from marsad.lexicon.code import ControlSense
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.families import SIDES
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, before, nominal, stem_in
from marsad.stages.code.participants.company import Company
from marsad.stages.code.participants.syntax import Verb
from marsad.stages.code.parties import Party

_LEADS: Final = frozenset(["علي", "الي", "في", "من", "عن", "خلف", "وراء"])
_TO_THIS_END: Final = frozenset(["اجل", "سبيل", "بهدف", "بغيه"])
_BEHIND: Final = frozenset(["خلف", "وراء"])
_LETTERS: Final = ("ب", "ل")
_REACH: Final = 14
_OBJECT_REACH: Final = 9
_ASIDES: Final = frozenset(["عبر", "خلال", "بعد", "قبل", "منذ", "في", "رغم", "وسط", "ضمن", "بدعم", "بمسانده", "باسناد"])
_OBJECT_NEAR: Final = 6  # words of nobody's name between a governing verb and the masdar that is its object
_ENDS: Final = frozenset([".", ":", "؛", "؟", "!"])
_INVOLVED: Final = frozenset(["involvement", "mixed-up-in"])
_TRY: Final = "attempt"
_LEAVES_OFF: Final = "stop-own"
_TRIED: Final = 5  # tokens from a noun of trying to what was tried: إحباط محاولة لكذا … وتدمير سيارتين is another act


class Controls(Company):
    """هددت الحركة بقتل الرهائن، طالبت الحكومة الحركة بالإفراج عنهم، إصرار الجيش على الدخول."""

    def _controlled(self, by: tuple[int, str] | None = None) -> None:
        """Find the nearest word in front that governs the masdar by what leads to it, and its doer; `by` is that place and lead."""
        scene = self.scene
        pos, lead = by or self._led()
        # اتهمت كذا إيران بمساندة كذا; not: استمر القصف بمساندة كذا
        aside = self.mention.sense.cls == "phrase" and self.mention.sense.entry.frame == "victim" and pos == self.mention.first
        # رفض اليمنيون انقلابهم، رفضت سوريا القصف; not محاولة الحوثيين التسلل
        of_another = (
            not lead
            and pos == self.mention.first
            and (self.mention.hit.enc or self.mention.definite and self.mention.type in ATTACKS)
        )
        for k in range(pos - 1, max(self._sentence_first(), pos - _REACH) - 1, -1):
            form = scene.form(k)
            if scene.plain(k) in THAT or form in _ENDS or form in RELATIVE or form in ("،", ",") and k == pos - 1:
                return
            for hit in scene.lexicon.controls.at(scene.tokens, k, scene.page.lookup):
                fits = lead in hit.payload.entry.leads and (lead == "ب" or self.mention.type != "casualties")
                near = hit.payload.entry.id == _TRY and pos - hit.last <= _TRIED
                own = hit.payload.entry.id == _LEAVES_OFF  # لم يوقف الجيش القصف: his own
                fits = fits and (near if hit.payload.entry.id == _TRY else own or not of_another)
                fits = fits and (bool(lead) or self._touches(hit.last, pos))
                fits = fits and not (aside and hit.payload.entry.doer != "object")
                if fits and hit.last <= pos:
                    self._doer_of(hit, pos)
                    return

    def _touches(self, start: int, end: int) -> bool:
        """رفضت تركيا حتى الآن التدخل: whether the masdar may be the object of the word that governs it: only actors and times between."""
        scene = self.scene
        passed = {k for m in scene.actors_between(max(0, start - 6), end) for k in range(m.first, m.last)}
        passed |= {k for _, t in scene.times_between(start, end) for k in range(t.first - 1, t.last)}
        rest = [k for k in range(start, end) if k not in passed and scene.word(k)]
        return len(rest) <= _OBJECT_NEAR and not any(scene.form(k) in PREPOSITIONS - _ASIDES for k in rest)

    def _controlled_behind(self, start: int) -> bool:
        """Whether a governing word stands between token `start` and the mention, so that no verb further off carries it."""
        scene = self.scene
        return any(scene.lexicon.controls.at(scene.tokens, k, scene.page.lookup) for k in range(start, self.mention.first))

    def _led(self) -> tuple[int, str]:
        """The token at which the governed masdar begins, carriers passed over (ببدء عملية، إلى تسهيل الإجلاء), and what leads to it."""
        scene, mention = self.scene, self.mention
        first, glued = mention.first, mention.hit.cut.pro.removesuffix("ال")
        if not glued and mention.sense.cls == "phrase" and mention.sense.entry.frame in ("none", "victim"):
            glued = scene.form(first)[:1] if scene.form(first).startswith("ب") else ""  # برشقات صاروخية
        for _ in range(2):
            k = before(scene, first)
            word = "" if glued or scene.form(k) in _LEADS else stem_in(scene, k, scene.words("carrier") | scene.words("eases"))
            if not word:
                break
            first, glued = k, scene.form(k)[:1] if scene.form(k)[:1] in _LETTERS and not scene.form(k).startswith(word) else ""
        if glued[-1:] in _LETTERS:
            return first, glued[-1]
        k = before(scene, first)
        if scene.form(k) in _TO_THIS_END:
            return k - (scene.form(k - 1) in ("من", "في")), "ل"  # تعمل تركيا في سبيل إجلاء المدنيين
        if scene.form(k) in _BEHIND and scene.form(k - 1) == "بالوقوف":
            return k - 1, "ب"  # التنظيم المتهم بالوقوف خلف الهجوم
        return (k, scene.form(k)) if scene.form(k) in _LEADS else (first, "")

    def _doer_of(self, hit: Hit[ControlSense], end: int) -> None:
        """Note whom a governing word in front of token `end` makes the doer."""
        sense, rule = hit.payload, f"who is to do it, by {hit.payload.entry.id}"
        where = sense.entry.doer
        low, high = self.low, self.high
        self.low, self.high = self._sentence_first(), end
        themselves = self._themselves(hit)
        if themselves:
            self.add("actor", rule, themselves)
        elif sense.entry.id in _INVOLVED and (hit.enc or "ال" in hit.cut.pro):
            self.low, self.high = low, high
            self._controlled(by=(hit.first, "ب"))  # المتهم بضلوعه في الهجوم: who is said to have a hand in it
            return
        elif where == "described":
            told = [m for m in self.fit(max(self.low, hit.first - 6), hit.first) if m.last == hit.first]
            self.add("actor", rule, told[-1:] if not hit.cut.pro.startswith("و") else [])  # الضباط والمشتبه بتعاونهم: others
        elif where == "genitive":
            doer = self.at(hit.last)
            self.add("actor", rule, self.chain(doer) if doer is not None and not adjectival(doer) and self.acts(doer) else [])
            if not self.has("actor"):
                self._said_of_himself(hit, rule)
            if not self.has("actor"):
                self._whose_noun(hit, rule)
        else:
            verb = Verb(hit.first, hit.last, sense.gender, sense.number, hit.cut.pro, hit.enc)
            teller = self._teller(hit)
            subject, how, start = ([], "", max(hit.last, teller)) if teller else self.verb(verb)
            if where == "subject" and not subject and not teller and self.scene.form(before(self.scene, hit.first)) in RELATIVE:
                behind, _ = self._behind(verb)  # المدينة التي يسعى الجيش لاستعادتها
                subject = behind if behind and behind[0].first == hit.last else []
            if where == "subject":
                if how == "speaker":
                    self._speaker(verb)
                self.add("actor", rule, subject)
                if not self.has("actor"):
                    self._said_of_himself(hit, rule)
            else:
                self._object_doer(hit, rule, start if subject or teller else hit.last, told=bool(subject or teller))
                if not self.has("actor") and sense.entry.alone:  # أمر الملك بفتح الحدود
                    self.add("actor", f"who has it done, by {sense.entry.id}", subject if how.endswith("behind the verb") else [])
                    if teller:
                        self._said_of_himself(hit, f"who has it done, by {sense.entry.id}")
                if not self.has("actor") and sense.entry.passive and how.startswith("the subject behind"):
                    self.add("actor", rule, subject)  # اتهمت القوات بارتكاب: she is accused
        self.low, self.high = low, high

    def _themselves(self, hit: Hit[ControlSense]) -> list[ActorMention]:
        """سجن ستة متهمين بخطف كذا: those who are called by the word that lays an act at their door, where it reports nothing."""
        if not (hit.payload.entry.doer == "described" or hit.payload.entry.passive) or self._teller(hit):
            return []
        if any(m.last == hit.first for m in self.fit(max(self.low, hit.first - 6), hit.first)):
            return []  # التنظيم المتهم بكذا: an adjective
        called = [m for m in self.fit(hit.first, hit.last) if m.head == hit.first and m.last == hit.last]
        return [m for m in called if m.form == "collective"][:1]

    def _teller(self, hit: Hit[ControlSense]) -> int:
        """The token behind the words that name who says what a governing verb tells, 0 where it tells nothing said or nobody is named."""
        for claim in self.scene.attributed.claims:
            if claim.cue is not None and claim.source is not None and self.scene.page.within(claim.cue.span)[0] == hit.first:
                return self.scene.page.within(claim.source.span)[1]
        return 0

    def _said_of_himself(self, hit: Hit[ControlSense], rule: str) -> None:
        """هددت الحركة بقتل الرهائن: a governing verb that tells what somebody says; he speaks of an act of his own."""
        scene = self.scene
        for claim in scene.attributed.claims:
            if claim.cue is None or not claim.chain or scene.page.within(claim.cue.span)[0] != hit.first:
                continue
            for link in claim.chain[1:]:
                actor = scene.actors.get(link.actor)
                within = link is claim.chain[-1] or (
                    link.role == claim.chain[-1].role
                    and link.span is not None
                    and claim.source is not None
                    and claim.source.span[0] <= link.span[0] < claim.source.span[1]
                )
                if within and actor is not None and (actor.kind in SIDES or actor.kind in ("person", "organisation")):
                    self.found.append(Party(link.actor, "actor", rule, link.span))
            return

    def _whose_noun(self, hit: Hit[ControlSense], rule: str) -> None:
        """أبدت السعودية استعدادها لكذا، أصدر الرئيس قرارا بكذا: whose it is, by its pronoun or as the subject of the verb it is the object of."""
        scene = self.scene
        if hit.enc and (hit.enc not in ("ه", "ها", "هم") or hit.cut.pro.endswith("ب")):
            return  # بنيتها التحتية
        if hit.enc:
            meant = [m for m in self.fit(self._sentence_first(), hit.first) if self._means(hit.enc, m)]
            self.add("actor", rule, [m for m in meant if nominal(scene, m).free][-1:] or meant[-1:])
            if not self.has("actor"):
                self._own_word(hit, rule)
            return
        for k in range(hit.first - 1, max(self._sentence_first(), hit.first - _OBJECT_REACH) - 1, -1):
            form = scene.form(k).removeprefix("و") if scene.form(k)[:2] != "وق" else scene.form(k)
            if form in scene.words("issues"):
                subject, _, _ = self.subject_of(self.verb_at(k, form), low=self._sentence_first(), high=hit.first)
                self.add("actor", rule, subject)
                return

    def _own_word(self, hit: Hit[ControlSense], rule: str) -> None:
        """أعرب الرئيس عن استعداده لكذا: who says something of what is his."""
        scene = self.scene
        for claim in scene.claims_at(self.mention.span)[::-1]:
            if claim.cue is None or not claim.chain or not 0 <= hit.first - scene.page.within(claim.cue.span)[1] <= _OBJECT_REACH:
                continue
            link = claim.chain[-1]
            actor = scene.actors.get(link.actor)
            named = any(
                m.entity == link.actor for m in scene.recognised.actor_mentions
            )  # أبدت العاصمة استعدادها: which, nobody says
            if actor is not None and named and (actor.kind in SIDES or actor.kind in ("person", "organisation")):
                self.found.append(Party(link.actor, "actor", rule, link.span))
            return

    def _object_doer(self, hit: Hit[ControlSense], rule: str, start: int, *, told: bool) -> None:
        """The object of a governing verb, the first fitting phrase behind its subject: طالبت المنظمة الحكومة بالإفراج."""
        wanted = hit.payload.entry.governed
        beside = [m for m in self.fit(start, self.high) if m.last == self.high and not adjectival(m)]
        if not wanted and beside and not nominal(self.scene, beside[0]).prep and self.acts(beside[0]):
            self.add("actor", rule, self._chain_back(beside[0]))
            return
        if not told and not wanted:
            return
        for m in self.fit(start, min(self.high, start + _OBJECT_REACH)):
            n = nominal(self.scene, m)
            if adjectival(m) or n.joined or not self.acts(m):
                continue
            if n.prep == wanted and (wanted or not n.head):
                self.add("actor", rule, self.chain(m))
                return
            if not wanted and n.prep:
                return
