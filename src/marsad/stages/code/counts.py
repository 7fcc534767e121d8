"""Counts: numbers with what they count, of whom, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import CountedSense, HarmSense
from marsad.model import Claim, Count, CountWhat, Span
from marsad.stages.code.populations import population_of
from marsad.stages.code.quantities import (
    INCLUDING,
    Phrase,
    bare_phrase,
    counted_at,
    harm_at,
    joined,
    number_phrase,
    person_at,
    plain_noun,
)
from marsad.stages.code.scene import Scene
from marsad.stages.code.surroundings import (
    THAT,
    after_cause,
    among,
    begins,
    bodies,
    both,
    caused,
    each_of,
    fellow,
    in_brackets,
    included,
    negated,
    no_object,
    of_actor,
    of_another,
    strange,
    totalled,
)

_STATES: Final = frozenset(["displaced", "detained", "captured"])
_DIVIDES: Final = frozenset(["الذي", "التي", "الذين", "حين", "عندما", "بعدما", "حيث", "فيما", "بينما", "ان", "قبل", "بعد"])
_PASSIVE: Final = frozenset(["fall-martyr", "rise-martyr", "perish", "meet-death", "pass-away"])
_FAR: Final = 40  # ارتفاع حصيلة القتلى … إلى 53 مدنيا: long asides on where and when stand between
_OWN_DEATH: Final = 8  # tokens between people counted and the word for their own death
_REACH: Final = 14
_CHAIN: Final = 34


@dataclass(slots=True)
class Found:
    """A count with the tokens it stands at, before it is given to an event."""

    count: Count
    first: int
    last: int
    noun: CountedSense | None
    harm: int | None


@dataclass(slots=True)
class _Run:
    """Where a walk over a sentence stands: the harm last said, where, and what was counted since."""

    what: tuple[CountWhat, ...] = ()
    harm_at: int = -99
    anchor: int = -99  # where the last counted phrase ended
    taken: int = 0  # phrases counted since the word of harm
    pending: Phrase | None = None
    parts: list[Phrase] = field(default_factory=list)
    looks_back: bool = False
    main: Found | None = None
    fellow: int = -99  # the second noun of 40 قتيلا وجريحا
    part_end: int = -99  # where the last بينهم phrase ended
    told: tuple[CountWhat, ...] = ()  # عدد القتلى, حصيلة الجرحى: what the number to come counts
    told_at: int = -99


class Counter:
    """One walk over each sentence, with the harm last said and the phrase last counted."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Found] = []
        self.numbers = {n.first: n for n in scene.recognised.numbers}
        self.dated = {k for t in scene.recognised.times for k in range(t.first, t.last)}

    def run(self) -> list[Found]:
        """All counts of the page in text order."""
        for sentence in self.scene.page.sentences:
            self._sentence(sentence.first, sentence.last)
        return self.found

    def _sentence(self, first: int, last: int) -> None:
        run = _Run()
        i = first
        while i < last:
            harm, phrase = self._look(i)
            if harm is not None and phrase is None:
                self._say(run, harm)
                i = harm.last
            elif phrase is not None:
                self._weigh(run, phrase)
                i = max(phrase.last, i + 1)
            else:
                self._tell(run, i)
                i += 1
        self._crowd(run)

    def _look(self, i: int) -> tuple[Hit[HarmSense] | None, Phrase | None]:
        """The word of harm or the quantity that begins at token `i`."""
        scene = self.scene
        number = self.numbers.get(i)
        if number is not None:
            dated = any(k in self.dated for k in range(number.first, number.last))
            return None, None if dated else number_phrase(scene, number)
        if not scene.word(i):
            return None, None
        harm = harm_at(scene, i)
        phrase = bare_phrase(scene, i)
        if phrase is not None and phrase.low is None and totalled(self.scene, i):
            return None, None
        if harm is None:
            return None, phrase
        # قتلى is both a noun of harm and, by its letters, قتل with a pronoun
        says_itself = phrase is not None and phrase.noun is not None and phrase.noun.entry.role == "harm"
        if (
            says_itself
            and harm.payload.cls == "noun"
            and phrase is not None
            and phrase.noun is not None
            and phrase.noun.number != "s"
        ):
            return None, phrase
        return harm, None

    def _say(self, run: _Run, harm: Hit[HarmSense]) -> None:
        """A word of harm: of those named before (سبعة قتلوا), one of a pair (قتل وأصيب), or of those to come."""
        what = harm.payload.entry.what
        if harm.payload.entry.id == "vanish" and any(
            self.scene.form(k).removeprefix("ل").startswith("حيات") for k in range(harm.last, harm.last + 8)
        ):
            what = "killed"  # فقدان خمسة أشخاص لحياتهم
        run.part_end, run.told = -99, ()
        if self._itself(run, harm):
            return
        if what == "killed" and harm.payload.cls != "verb" and harm.enc and run.taken and harm.first - run.anchor <= _OWN_DEATH:
            return  # لقي عنصران من الحرس مصرعهما وجرح آخرون: the death of those just counted
        ready = run.parts[-1] if run.parts else run.pending
        if (
            run.pending is not None
            and ready is not None
            and (harm.payload.cls == "verb" or harm.payload.entry.id == "lose-life")
            and ready.last >= harm.first - 8
            and (run.pending.number is not None or self._befalls(run.pending, harm))
            and not {self.scene.form(k) for k in range(run.pending.last, harm.first)} & {"كما", "فيما", "بينما"}
            and what in ("killed", "wounded", "displaced", "detained", "captured")
        ):
            run.main = self._take(run.pending, (what,), harm.first, None)
            for part in run.parts:
                self._take(part, (what,), harm.first, run.pending.span)
            run.pending, run.parts = None, []
            run.what, run.harm_at, run.anchor, run.taken = (what,), harm.first, harm.last, 1
        elif (
            run.what
            and harm.first - run.harm_at <= 2
            and (harm.first - run.harm_at < 2 or self.scene.form(harm.first - 1) in ("و", "او"))  # قتل حرقا وأصيب والداه
            and run.taken == 0
            and joined(self.scene, harm.first)
            and not run.looks_back
        ):
            run.what = (*run.what, what)
            run.harm_at = harm.first
        else:
            run.what, run.harm_at, run.taken, run.anchor = (what,), harm.first, 0, harm.last
        run.looks_back = harm.payload.number in ("d", "p")  # قتلوا، قتلتا: of those named before

    def _weigh(self, run: _Run, phrase: Phrase) -> None:
        """A quantity: harm in itself, a thing, a part, a victim, or one whose verb is still to come."""
        scene, noun = self.scene, phrase.noun
        role = noun.entry.role if noun is not None else None
        if fellow(scene, phrase):
            run.fellow = phrase.last
        inside = included(scene, phrase.first)
        got: Found | None = None
        if both(scene, phrase):
            got = self._take(phrase, ("other",), phrase.first, None)
            run.fellow = phrase.last
        elif run.fellow == phrase.first and phrase.number is None:
            return
        elif phrase.low is not None and self._struck(run, phrase) and self._in_state(run, phrase):
            got = self._take(phrase, run.what, run.harm_at, None)
            run.taken += 1
        elif role == "harm" and noun is not None:
            got = self._harm_noun(phrase, run.what if run.harm_at > 0 and phrase.first - run.harm_at <= 4 else ())
            if got is not None:
                run.what, run.harm_at, run.taken = (noun.entry.what,), phrase.first, 1
        elif role == "thing":
            self._thing(phrase)
        elif (of := among(scene, phrase.first)) is not None and phrase.low is not None:
            whole = run.main.count.span if run.main is not None and run.main.count.what == of else None
            some = self._take(phrase, (of,), phrase.first, whole)
            got = some if whole is None else None
            run.what, run.harm_at, run.taken, run.part_end = (of,), phrase.first, 1, phrase.last
        elif inside and phrase.number is None and noun is not None and noun.number == "p":
            return
        elif inside and run.main is not None and phrase.first - run.main.last <= 14:
            self._part(run, run.main, phrase)
        elif run.main is not None and self._goes_on(run, phrase):
            self._part(run, run.main, phrase)
        elif run.told and phrase.number is not None and self._told(run, phrase):
            got = self._take(phrase, run.told, run.told_at, None)
            if run.told[0] in ("killed", "wounded", "missing", "captured", "detained", "displaced"):
                run.what, run.harm_at, run.taken = run.told, phrase.first, 1
            run.told = ()
        elif run.what and self._victim(phrase, run.harm_at, run.anchor, run.taken):
            part = in_brackets(self.scene, phrase.first) and run.main is not None
            got = self._take(
                self._worded(phrase, run.harm_at), run.what, run.harm_at, run.main.count.span if part and run.main else None
            )
            run.taken += 1
            if part:
                run.anchor = phrase.last
                got = None
        elif inside and run.pending is not None:
            run.parts.append(phrase)
        elif phrase.number is not None and (role == "victim" or harm_at(scene, phrase.last) is not None):
            self._crowd(run)
            run.pending, run.parts = phrase, []
        elif phrase.number is None and begins(self.scene, phrase.first):
            run.pending, run.parts = phrase, []
        if got is not None:
            run.main = got
            named = person_at(scene, phrase.first)  # the list goes on behind the whole name
            run.anchor = max(phrase.last, named.last) if named is not None else phrase.last

    def _in_state(self, run: _Run, phrase: Phrase) -> bool:
        """Whether a quantity is of people whom something befell before: مقتل خمسة أسرى, وفاة ثلاثة من المصابين."""
        what = phrase.noun.entry.what if phrase.noun is not None else None
        some = any(self.scene.form(k) == "من" for k in range(phrase.first, phrase.last + 1))
        return what in _STATES or (what == "wounded" and some and run.what == ("killed",))

    def _struck(self, run: _Run, phrase: Phrase) -> bool:
        """Whether people in a state (نازحين, أسرى) are killed or wounded by the word of harm right before (مقتل عشرات النازحين)."""
        return run.taken == 0 and run.what in (("killed",), ("wounded",)) and 0 < phrase.first - run.harm_at <= 3

    def _part(self, run: _Run, main: Found, phrase: Phrase) -> None:
        """A part of the number last taken (بينهم ثلاثة أطفال وامرأتان)."""
        self._take(phrase, (main.count.what,) if len(run.what) < 2 else run.what, run.harm_at, main.count.span)
        run.anchor = run.part_end = phrase.last

    def _goes_on(self, run: _Run, phrase: Phrase) -> bool:
        """Whether a phrase joined on goes on with the parts (بينهم 3 أطفال وامرأتان, بينهم 12 في حلب و8 في إدلب)."""
        if not phrase.joined or (phrase.noun is None and phrase.number is None):
            return False
        if phrase.noun is None:
            return phrase.first - run.part_end <= 5
        return phrase.first - run.part_end <= 2 and phrase.noun.entry.role == "victim" and phrase.noun.entry.id != "others"

    def _tell(self, run: _Run, i: int) -> None:
        """عدد القتلى, حصيلة الشهداء والجرحى: the number comes behind, without a noun of its own (ارتفع عدد القتلى إلى 15)."""
        scene = self.scene
        hit = counted_at(scene, i) if scene.word(i) else None
        if hit is not None and hit.payload.entry.role == "thing" and hit.payload.number == "p" and totalled(scene, i):
            run.told, run.told_at = (hit.payload.entry.what,), i
            return
        if hit is None or hit.payload.entry.role != "harm" or hit.payload.number != "p":
            if scene.form(i).removeprefix("و") in ("الحصيله", "حصيله") and not run.told:
                run.told, run.told_at = ("killed",), i
            return
        what: CountWhat = "killed" if hit.payload.entry.id == "victims" else hit.payload.entry.what
        if hit.payload.entry.id == "bodies" and self.numbers.get(i + 1) is not None:
            run.told, run.told_at = (what,), i  # جثامين 155 شخصا
        elif run.told and i - run.told_at <= 1 and joined(scene, i):
            run.told, run.told_at = (*run.told, what), i
        elif totalled(self.scene, i):
            run.told, run.told_at = (what,), i

    def _told(self, run: _Run, phrase: Phrase) -> bool:
        """Whether a number is the one that عدد القتلى announced."""
        scene = self.scene
        if phrase.first - run.told_at > (_FAR if phrase.noun is not None else 24):
            return False
        back = [scene.form(k) for k in (phrase.first - 1, phrase.first - 2)]
        if back[0] in ("-", ":", "،", '"'):
            back = back[1:]
        said = back[0] in scene.words("amounts-to") or scene.form(phrase.first) in scene.words("amounts-to")
        if phrase.first - run.told_at == 1:  # بلغت حصيلة القتلى 15
            said = any(scene.form(k).removeprefix("و") in scene.words("amounts-to") for k in range(run.told_at - 3, run.told_at))
        if phrase.noun is not None:
            return phrase.noun.entry.role == "victim" and (said or phrase.first - run.told_at <= 8)
        return said

    def _crowd(self, run: _Run) -> None:
        """People counted whom no word of harm befell (تظاهر 500 شخص): they count for an event of the same clause, if any."""
        phrase = run.pending
        if phrase is None or phrase.number is None or phrase.noun is None or phrase.noun.entry.role != "victim":
            return
        if phrase.low is None and phrase.high is None:
            return  # "a number of gunmen" who do something says too little
        run.pending = None
        if phrase.last == phrase.number.last and self.scene.form(phrase.first).startswith("ال"):
            # الأشخاص الثلاثة: those told of before
            told = [f for f in self.found[-8:] if f.count.low == phrase.low and f.harm is not None]
            if told:
                self._take(phrase, (told[-1].count.what,), phrase.first, None)
            return
        if self._take(phrase, ("other",), -1, None) is not None:
            for part in run.parts:  # إجلاء 5000 شخص بينهم 1300 مقاتل
                if part.number is not None:
                    self._take(part, ("other",), -1, phrase.span)
        run.parts = []

    def _befalls(self, phrase: Phrase, harm: Hit[HarmSense]) -> bool:
        """Whether a verb behind one person says what befell him, not what he did: no object follows, nothing divides them."""
        scene = self.scene
        if any(scene.plain(k) in THAT or scene.form(k) in _DIVIDES for k in range(phrase.last, harm.first)):
            return False
        return harm.payload.entry.id in _PASSIVE or no_object(self.scene, harm.last)

    def _itself(self, run: _Run, harm: Hit[HarmSense]) -> bool:
        """A word of harm that gives its victim itself: مقتله، الذي قتل في الهجوم, قتلتا behind two names."""
        scene, sense = self.scene, harm.payload
        what = sense.entry.what
        if what not in ("killed", "wounded"):
            return False
        low = 0
        if sense.cls == "noun" and harm.enc in ("ه", "ها") and what == "killed" and caused(self.scene, harm.first):
            low = 1
        elif sense.cls == "verb" and no_object(self.scene, harm.last):
            before = scene.form(harm.first - 1)
            near = any(f.last > harm.first - 9 for f in self.found[-2:])
            if sense.number == "s" and before == "الذي" and not near:
                low = 1
            elif sense.number == "d" and run.pending is None and not near and not harm.enc and harm.cut.pro in ("", "و"):
                low = 2
        if not low:
            return False
        span = scene.page.span(harm.first, harm.last)
        phrase = Phrase(harm.first, harm.last, span, low, low, "exact", None, joined=False, number=None)
        run.main = self._take(phrase, (what,), harm.first, None)
        run.what, run.harm_at, run.anchor, run.taken, run.looks_back = (what,), harm.first, harm.last, 1, False
        return True

    def _worded(self, phrase: Phrase, said: int) -> Phrase:
        """A named victim with the words that say one: مقتل فلان."""
        scene = self.scene
        heads_name = (
            phrase.low == 1 and scene.word(phrase.last) and (not plain_noun(scene, phrase) or of_actor(self.scene, phrase))
        )
        if phrase.number is None and (phrase.noun is None or heads_name) and phrase.first - said <= 2:
            return phrase._replace(span=scene.page.span(said, phrase.last))
        return phrase

    def _victim(self, phrase: Phrase, said: int, anchor: int, taken: int) -> bool:
        """Whether a phrase after a word of harm is its victim."""
        scene = self.scene
        gap = phrase.first - max(anchor, said)
        if phrase.noun is None and phrase.number is None:
            if phrase.joined and taken:
                return gap <= 1  # مقتل فلان وفلان
            if each_of(scene, phrase.first):
                return taken == 0 and gap <= 2
            return (
                taken == 0
                and gap <= 1
                and scene.form(phrase.first - 1) not in ("من", "علي")
                and not of_another(scene, phrase, said)
            )
        if taken == 0:
            if phrase.number is None:
                reach = (
                    14
                    if scene.plain(phrase.first).endswith(("ا", "اً")) and phrase.noun is not None and phrase.noun.number == "s"
                    else 4
                )
                several = scene.form(phrase.first - 1) in ("من", "اي") and not each_of(scene, phrase.first)
                if several or self._subject(phrase, said):
                    return False
                return gap <= reach and plain_noun(scene, phrase) and not after_cause(self.scene, said, phrase.first)
            people = phrase.noun is not None and phrase.noun.entry.role == "victim"
            if not people and (strange(scene, phrase, gap) or self._had(said, phrase.first)):
                return False
            return gap <= _REACH and (people or not after_cause(scene, said, phrase.first))
        if phrase.joined:
            if phrase.number is None:
                return gap <= 1 or (gap <= 3 and phrase.noun is not None and phrase.noun.number != "p")
            return gap <= _CHAIN and (phrase.noun is not None or gap <= 6)
        return phrase.number is not None and phrase.noun is not None and in_brackets(self.scene, phrase.first) and gap <= 6

    def _had(self, said: int, i: int) -> bool:
        """Whether a masdar of killing already has the one it befell right behind it (مقتل القذافي 100 ألف قطعة)."""
        harm = harm_at(self.scene, said)
        if harm is None or harm.payload.cls == "verb" or self.scene.form(said).removeprefix("ب").removeprefix("ل") == "قتل":
            return False
        return i > harm.last and person_at(self.scene, harm.last) is not None

    def _subject(self, phrase: Phrase, said: int) -> bool:
        """Whether a bare noun behind a verb of harm is its subject: the people struck follow (قتل انتحاري 32 شخصا, خطف مسلحون قاضيا)."""
        scene = self.scene
        harm = harm_at(scene, said)
        nominative = scene.plain(phrase.first).endswith(("ون", "ان"))
        if harm is None or harm.payload.cls != "verb" or not (phrase.low == 1 or nominative):
            return False
        _, end = scene.clause(phrase.first)
        if nominative:
            k = phrase.last
            while k < end and scene.word(k) and scene.plain(k).endswith(("ون", "ان")):
                k += 1  # مسلحان مجهولان
            struck = bare_phrase(scene, k) if k < end and scene.form(k).endswith("ا") else None
            if struck is not None and struck.noun is not None and struck.noun.entry.role == "victim" and not struck.joined:
                return True
        for number in scene.numbers_between(phrase.last, min(end, phrase.last + 12)):
            other = None if scene.form(number.first).startswith("و") else number_phrase(scene, number)
            between = {scene.form(k) for k in range(phrase.last, number.first)}
            if any(harm_at(scene, k) is not None for k in range(phrase.last, number.first) if scene.word(k)):
                return False
            if other is not None and other.noun is not None and other.noun.entry.role == "victim" and not between & INCLUDING:
                return True
        return False

    def _harm_noun(self, phrase: Phrase, said: tuple[CountWhat, ...]) -> Found | None:
        scene, noun = self.scene, phrase.noun
        if noun is None:
            return None
        what: CountWhat = noun.entry.what
        if noun.entry.id == "bodies":
            phrase = bodies(self.scene, phrase)
        if phrase.number is None:
            if not noun.entry.bare and noun.number != "d":
                return None
            if noun.number == "s" and harm_at(scene, phrase.first - 1) is None and self._masdar(phrase):
                return None  # أدت إلى إصابة مدنيين: the masdar, not one injury
            if noun.entry.id == "victims" and not negated(scene, phrase.first) and not caused(scene, phrase.first):
                return None  # انتشال ضحايا, ذوو ضحايا: no number of them is told
            none = negated(self.scene, phrase.first)
            if none == "unheard":
                return None
            if none == "none":
                if what not in ("killed", "wounded", "other"):
                    return None
                whats: tuple[CountWhat, ...] = ("killed", "wounded") if noun.entry.id == "losses" else (what,)
                return self._take(phrase._replace(low=0, high=0, qualifier="exact"), whats, phrase.first, None)
            if noun.number == "s" and not (said or phrase.joined or caused(self.scene, phrase.first)):
                return None
            if noun.number == "p" and not plain_noun(scene, phrase):
                return None
        else:
            after = scene.form(phrase.last)
            if after.startswith("وال") and phrase.qualifier == "vague":
                hit = counted_at(scene, phrase.last)
                if hit is not None and hit.payload.entry.role == "harm":
                    if noun.entry.id == "victims":
                        what = "killed"  # عدد من الضحايا والإصابات
                    self._take(phrase, (hit.payload.entry.what,), phrase.first, None)
        return self._take(phrase, (what,), phrase.first, None)

    def _masdar(self, phrase: Phrase) -> bool:
        """Whether the letters of a harm noun are a masdar with its object behind it."""
        entry = phrase.noun.entry if phrase.noun is not None else None
        return entry is not None and entry.id == "injuries" and counted_at(self.scene, phrase.last) is not None

    def _thing(self, phrase: Phrase) -> Found | None:
        noun = phrase.noun
        if noun is None or (phrase.number is None and noun.number != "d"):
            return None
        if self.scene.form(phrase.first - 1) == "بمعدل":
            return None  # a rate, not a number of them
        return self._take(phrase, (noun.entry.what,), phrase.first, None)

    def _take(self, phrase: Phrase, whats: tuple[CountWhat, ...], said: int, part_of: Span | None) -> Found | None:
        first: Found | None = None
        if len(set(whats)) == 2 and phrase.number is not None and phrase.low is not None:
            # one number for dead and wounded together; the bare pair (مقتل وإصابة العشرات) says both of as many
            whats = whats if phrase.noun is None and phrase.qualifier == "vague" else ("other",)
        for what in dict.fromkeys(whats):
            count = Count(
                span=phrase.span,
                what=what,
                population=population_of(self.scene, phrase, what),
                low=phrase.low,
                high=phrase.high,
                qualifier=phrase.qualifier,
                claim=self._claim(phrase.span),
                part_of=part_of,
            )
            if any(f.count.span == count.span and f.count.what == count.what for f in self.found):
                continue
            item = Found(count, phrase.first, phrase.last, phrase.noun, said if said >= 0 else None)
            self.found.append(item)
            first = first or item
        return first

    def _claim(self, span: Span) -> str:
        claims: tuple[Claim, ...] = self.scene.claims_at(span)
        if not claims:
            return "outlet"
        return min(claims, key=lambda c: (sum(e - s for s, e in c.content), c.id)).id
