"""The walk over a sentence that finds its counts: what each word of harm and each quantity is, in the order of the text."""

from __future__ import annotations

from collections import Counter as Bag
from typing import Final

import msgspec

from marsad.arabic.phrases import Hit
from marsad.arabic.sentences import Sentence
from marsad.lexicon.code import HarmSense
from marsad.model import CountWhat, Span
from marsad.stages.code.counts.bare import bare_phrase
from marsad.stages.code.counts.befalling import (
    befalls,
    by_name,
    goes_on,
    in_state,
    is_victim,
    meant,
    of_those_to_come,
    own_verb,
    reach_back,
    told_again,
    told_number,
    told_of,
    two_by_verb,
    within_list,
    worded,
)
from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.fates import fate_behind, fates_at, struck, told_fate
from marsad.stages.code.counts.harms import count_harmed
from marsad.stages.code.counts.listing import adds_up, each_named, named_among
from marsad.stages.code.counts.pronouns import its_doer, own_victims, two_before
from marsad.stages.code.counts.quantities import (
    INCLUDING,
    Phrase,
    harm_at,
    joined,
    many_at,
    number_phrase,
    of_them,
    person_at,
)
from marsad.stages.code.counts.state import Found, Run
from marsad.stages.code.counts.surroundings import (
    among,
    both,
    caused,
    feared,
    fellow,
    in_brackets,
    included,
    negated,
    some_alone,
    spelled_out,
    totalled,
)
from marsad.stages.code.counts.things import count_more_things, count_things, count_unnumbered
from marsad.stages.code.counts.totals import announce, comprised
from marsad.stages.code.counts.waiting import await_verb, count_crowd, listed_with_waiting, wait
from marsad.stages.code.families import HARMS, HELD
from marsad.stages.code.scene import Scene

_HEAD: Final = 3  # lines at the head of a page among which a headline may stand twice
_LINE: Final = 4  # words of such a line
_SAME: Final = 0.9  # share of its words that the second one repeats
_LONGER: Final = 4
_CLOSING: Final = 3  # tokens at the end of a line that opens a list
_BULLET: Final = 3  # tokens before the number of a line
_EACH: Final = 5  # words between a word of harm and كل من
_AS_MANY_THINGS: Final = frozenset(["مثلها", "مثلهما"])
_NEAR: Final = 6
_TWO: Final = 2
_AS_MANY: Final = frozenset(["مثلهم", "مثلهن", "مثلهما"])
_OF_MANY: Final = frozenset(["vanish", "expel"])
_HARMED: Final = frozenset(["killed", "wounded", "missing"])
_THEM: Final = frozenset(["هم", "هما", "هن"])
_BEFORE_MASDARS: Final = frozenset(["في", "من", "علي", "عن", "الي", "بعد", "قبل", "جراء", "اثر"])  # شارك في قتل معتقلين
_IT: Final = frozenset(["ه", "ها"])
_RECENT: Final = 6
_PARTS: Final = 14
_CIVILIANS: Final = frozenset(["المدنيين", "المدنيون"])
_FAR_PARTS: Final = 28  # مقتل 386 مدنيا في 17 محافظة نتيجة الألغام التي زرعتها الجماعة بينهم 128 طفلا
_FAR_NAMES: Final = 48  # نتيجة ضربات على مقرات في ثلاثة أرياف، أبرزهم القيادي فلان
_OWN_DEATH: Final = 8  # tokens between people counted and the word for their own death


class Counter:
    """One walk over each sentence, with the harm last said and the phrase last counted."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.book = Book(scene)
        self.numbers = {n.first: n for n in scene.recognised.numbers}
        self.whole: Found | None = None  # the toll whose lines are read
        self.dated = {k for t in scene.recognised.times for k in range(t.first, t.last)}

    def run(self) -> list[Found]:
        """All counts of the page in text order."""
        for sentence in self.scene.page.sentences:
            if self._told_next(sentence.nth):
                continue
            self._sentence(sentence.first, sentence.last)
            self._open_list(sentence)
        return self.book.found

    def _open_list(self, sentence: Sentence) -> None:
        """Keep the toll whose lines follow (1517 قتيلا، موزعين على النحو التالي:), until a line that does not open with a number."""
        told = next((f for f in reversed(self.book.found) if f.count.part_of is None), None)
        ends = any(self.scene.form(k) in self.scene.words("opens-parts") for k in range(sentence.last - _CLOSING, sentence.last))
        if ends and told is not None and told.first >= sentence.first and told.count.what in HARMS:
            self.whole = told
        elif self.whole is not None and self.whole.first < sentence.first and self._line(sentence) is None:
            self.whole = None

    def _line(self, sentence: Sentence) -> Phrase | None:
        """The number that opens a line: -474 من عناصر الوزارة."""
        for k in range(sentence.first, min(sentence.first + _BULLET, sentence.last)):
            number = self.numbers.get(k)
            if number is not None:
                return number_phrase(self.scene, number)
            if self.scene.word(k):
                return None
        return None

    def _told_next(self, nth: int) -> bool:
        """Whether one of the head lines of a page only stands there twice, as title and again as headline or caption."""
        lines = self.scene.page.sentences[nth : nth + 3]
        if nth >= _HEAD or not lines:
            return False
        words = [Bag(self.scene.form(k) for k in range(s.first, s.last) if self.scene.tokens[k].kind != "punct") for s in lines]
        said = words[0].total()
        return said >= _LINE and any(
            (words[0] & other).total() >= _SAME * said and abs(other.total() - said) <= _LONGER for other in words[1:]
        )

    def _sentence(self, first: int, last: int) -> None:
        run = Run()
        if self.book.found and any(self.scene.form(k).removeprefix("و") in ("بينهم", "بينهن") for k in range(first, first + 2)):
            told = self.book.found[-1]  # وصل 15 شهيدا. ومن بينهم ستة أطفال
            near = first - told.last <= 14 and told.count.part_of is None and told.harm is not None
            run.main, run.what = (told, (told.count.what,)) if near else (None, ())
        i = first
        sentence = self.scene.sentence(first)
        line = self._line(sentence) if self.whole is not None and sentence is not None else None
        if line is not None and self.whole is not None and (line.low or 0) <= (self.whole.count.low or 0):
            run.what, run.harm_at, run.taken = (self.whole.count.what,), line.first, 1
            run.main, run.anchor = self.book.take(line, run.what, line.first, self.whole.count.span), line.last
            i = line.last
        while i < last:
            listed = self._each(run, i, last) if self.scene.form(i) == "كل" else self._named(run, i, last)
            if listed is not None:
                i = listed
                continue
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
        count_crowd(self.book, run)

    def _each(self, run: Run, i: int, last: int) -> int | None:
        """Persons named behind كل من whom the word of harm said before befell: the token to go on from, None where there are none."""
        if self.scene.form(i + 1) != "من" or not run.what or run.taken or i - run.anchor > _EACH:
            return None
        persons = each_named(self.scene, i + 2, last)
        for person in persons:
            run.main = self.book.take(person, run.what, run.harm_at, None) or run.main
            run.taken, run.anchor = run.taken + 1, person.last
        return persons[-1].last if persons else None

    def _named(self, run: Run, i: int, last: int) -> int | None:
        """Persons named behind بينهم, أبرزهم or من بين القتلى, each a part of the number: the token to go on from, None where there are none."""
        scene = self.scene
        told = self.book.found[-1] if self.book.found else None
        if (
            scene.form(i).removeprefix("و") in INCLUDING
            and run.main is not None
            and i - max(run.main.last, run.part_end) <= _FAR_NAMES
        ):
            what, whole = run.main.count.what, run.main.count.span
        elif (of := among(scene, i + 1, told.count.what if told is not None else None)) is not None:
            what, whole = of, None
        else:
            return None
        persons = named_among(scene, i + 1, last) if what in _HARMED else []
        for person in persons:
            self.book.take(person, (what,), run.harm_at, whole if whole is not None else self._whole(what, person))
            run.anchor = run.part_end = person.last
        return persons[-1].last if persons else None

    def _look(self, i: int) -> tuple[Hit[HarmSense] | None, Phrase | None]:
        """The word of harm or the quantity that begins at token `i`."""
        scene = self.scene
        number = self.numbers.get(i)
        if number is not None:
            dated = any(k in self.dated for k in range(number.first, number.last))
            phrase = None if dated else number_phrase(scene, number)
            return None, None if phrase is not None and self._wanted(phrase) else phrase
        if not scene.word(i):
            return None, None
        harm = harm_at(scene, i)
        phrase = bare_phrase(scene, i)
        if phrase is not None and phrase.low is None and totalled(scene, i) and scene.form(i) != "اخر":
            return None, None
        if harm is None:
            return None, phrase
        # قتلى is both a noun of harm and, by its letters, قتل with a pronoun
        says_itself = phrase is not None and phrase.noun is not None and phrase.noun.entry.role == "harm"
        fixed = phrase is not None and phrase.noun is not None and phrase.noun.phrase
        if says_itself and (fixed or scene.form(i - 1) in ("اي", "ايه")) and negated(scene, i):
            return None, phrase  # لم تسجل أي إصابة, لم يصب أحد
        if (
            says_itself
            and harm.payload.cls == "noun"
            and phrase is not None
            and phrase.noun is not None
            and phrase.noun.number != "s"
        ):
            return None, phrase
        return harm, None

    def _wanted(self, phrase: Phrase) -> bool:
        """يتطلب مزيدا من الطلعات, لمنع سقوط المزيد من الضحايا: more things are wanted, more dead are feared."""
        if not self.scene.form(phrase.first).endswith(("مزيد", "مزيدا")):
            return False
        return phrase.noun is None or phrase.noun.entry.role not in ("victim", "harm") or feared(self.scene, phrase.first)

    def _say(self, run: Run, harm: Hit[HarmSense]) -> None:
        """A word of harm: of those named before (سبعة قتلوا), one of a pair (قتل وأصيب), or of those to come."""
        what = told_fate(self.scene, harm, waiting=run.pending is not None)
        run.part_end, run.entry = -99, harm.payload.entry.id
        if self.scene.form(harm.first - 1) != "الذين":  # عدد الضحايا الذين قضوا … إلى 178: the number is still to come
            run.told = ()
        if meant(self.scene, harm):
            run.what, run.harm_at = (), -99
            return
        if run.pending is not None and run.pending.low == 1 and run.pending.number is None and harm.payload.number != "s":
            run.pending, run.parts = None, []  # فلانة وفلانة قتلتا: more than the one last named
        if self._itself(run, harm):
            return
        if what == "killed" and harm.payload.cls != "verb" and harm.enc and run.taken and harm.first - run.anchor <= _OWN_DEATH:
            return  # لقي عنصران من الحرس مصرعهما وجرح آخرون: the death of those just counted
        ready = run.parts[-1] if run.parts else run.pending
        if (
            run.pending is not None
            and ready is not None
            and not (harm.payload.cls == "verb" and not harm.enc and self.scene.form(harm.first - 1) in _BEFORE_MASDARS)
            and not (harm.payload.cls == "verb" and harm.enc in _IT)  # أربعة بحارة بعد أن أصابها صاروخ
            and not of_those_to_come(self.scene, harm, ready.last)
            and (
                harm.payload.cls == "verb"
                or harm.payload.entry.id in ("lose-life", "unaccounted", "trapped")
                or (
                    harm.payload.entry.id in _OF_MANY and self.scene.form(harm.first).endswith("وا")
                )  # ثلاثة صحفيين فقدوا, مئات شردوا
                or (
                    harm.enc in _THEM and (caused(self.scene, harm.first) or harm.first - ready.last <= 1)
                )  # 9500 شخص تحتجزهم جماعات
            )
            and ready.last >= harm.first - reach_back(self.scene, run.pending, harm)
            and (told_of(run.pending, harm) or befalls(self.scene, run.pending, harm))
            and not {self.scene.form(k) for k in range(run.pending.last, harm.first)} & {"كما", "فيما", "بينما"}
            and what in ("killed", "wounded", "displaced", "detained", "captured", "missing")
        ):
            if harm.payload.entry.id == "drop-dead":
                run.fellow = harm.last  # سبعة جنود سقطوا قتلى
            for other in run.beside:  # أن ضابطا وثلاثة مجندين قتلوا
                self.book.take(other, (what,), harm.first, None)
            whole = two_by_verb(self.scene, run.pending, harm)
            run.main, run.beside = self.book.take(whole, (what,), harm.first, None), []
            for part in run.parts:
                self.book.take(part, (what,), harm.first, run.pending.span)
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

    def _weigh(self, run: Run, phrase: Phrase) -> None:
        """A quantity: harm in itself, a thing, a part, a victim, or one whose verb is still to come."""
        scene, noun = self.scene, phrase.noun
        role = noun.entry.role if noun is not None else None
        if fellow(scene, phrase):
            run.fellow = phrase.last
        inside = included(scene, phrase.first) or of_them(scene, phrase)
        got: Found | None = None
        if (fate := fate_behind(scene, phrase)) is not None:
            got = self.book.take(phrase, (fate[0],), phrase.first, None)  # خلف التفجير ثمانية جنود قتلى
            run.what, run.harm_at, run.taken, run.fellow = (fate[0],), phrase.first, 1, fate[1]
        elif (spanned := self._spanned(phrase)) is not None:
            got = self.book.take(phrase, (spanned,), phrase.first, None)
            run.what, run.harm_at, run.taken = (spanned,), phrase.first, 1
        elif both(scene, phrase):
            held = noun is not None and noun.entry.what in HELD  # الإفراج عن 887 أسيرا ومختطفا: one number of people held
            got = self.book.take(phrase, (noun.entry.what if noun is not None and held else "other",), phrase.first, None)
            run.fellow = phrase.last
        elif run.fellow == phrase.first and phrase.number is None:
            return
        elif phrase.low is not None and struck(run, phrase) and in_state(self.scene, run, phrase):
            got = self.book.take(phrase, run.what, run.harm_at, None)
            run.taken += 1
        elif role == "harm" and run.entry == "shoot-down" and run.taken and phrase.number is None:
            return  # أردوا سبعة منهم قتلى: how they fell
        elif role == "harm" and noun is not None:
            got = count_harmed(self.book, run, phrase)
            if got is not None:
                run.what, run.harm_at, run.taken = (noun.entry.what,), phrase.first, 1
        elif role in ("thing", "body"):
            run.thing = count_things(self.book, run, phrase) or run.thing
        elif run.thing is not None and count_more_things(self.book, run, run.thing, phrase):
            return
        elif (of := among(scene, phrase.first, self._told_last())) is not None and phrase.low is not None:
            whole = self._whole(of, phrase)
            some = self.book.take(phrase, (of,), phrase.first, whole)
            got = some if whole is None else None
            run.what, run.harm_at, run.taken = (of,), phrase.first, 1
            run.part_end = phrase.last if whole is not None else -99
        elif phrase.number is None and self._describes(run, phrase, inside=inside):
            return
        elif inside and run.main is not None and run.taken == 0 and phrase.number is not None and phrase.first - run.harm_at <= 2:
            self.book.take(phrase, run.what, run.harm_at, None)  # نقل 15 جريحا توفي اثنان منهم
            run.taken, run.anchor = 1, phrase.last
        elif run.main is not None and self._is_part(run, run.main, phrase, inside=inside):
            self._part(run, run.main, phrase, inside=inside)
        elif phrase.number is not None and self._waits(run, phrase, inside=inside):
            await_verb(self.book, run, phrase)
        elif run.told and phrase.number is not None and told_number(self.scene, run, phrase):
            got = self._announced(run, phrase)
        elif run.what and self._befell(run, phrase):
            got = self._victim(run, phrase)
        else:
            wait(self.book, run, phrase, inside=inside)
        if got is not None:
            run.main = got
            named = person_at(scene, phrase.first)  # the list goes on behind the whole name
            run.anchor = max(phrase.last, named.last) if named is not None else phrase.last

    def _waits(self, run: Run, phrase: Phrase, *, inside: bool) -> bool:
        """Whether a number goes with a verb behind it, or with a number that waits for one."""
        # 57 مدنيا بينهم 12 طفلا وست نساء قتلوا: the six are of the 57
        within = inside or (bool(run.parts) and phrase.joined and phrase.first - run.parts[-1].last <= 1)
        own = own_verb(self.scene, phrase) and not (within and run.pending is not None)
        return own or (bool(run.what) and listed_with_waiting(run, phrase))

    def _befell(self, run: Run, phrase: Phrase) -> bool:
        """Whether what the word of harm says befell these people."""
        done = its_doer(self.scene, run.harm_at, phrase)
        return not done and is_victim(self.scene, phrase, run.harm_at, run.anchor, run.taken)

    def _announced(self, run: Run, phrase: Phrase) -> Found | None:
        """Take the number that عدد القتلى announced; None for some of a number told before (وشملت الحصيلة 134 طفلا)."""
        whole = run.main.count.span if run.main is not None and comprised(self.scene, run.told_at) else None
        got = self.book.take(phrase, run.told, run.told_at, whole)
        known = many_at(self.scene, run.told_at)
        civil = known is not None and known.payload.entry.population == "civilian"  # عدد النازحين 300 ألف
        if got is not None and (civil or self.scene.form(run.told_at + 1) in _CIVILIANS):
            got.count = msgspec.structs.replace(got.count, population="civilian")  # عدد القتلى المدنيين 533 شخصا
        told, run.told = run.told[0], ()
        if whole is not None:
            run.part_end = run.anchor = phrase.last
            return None
        if told in ("killed", "wounded", "missing", "captured", "detained", "displaced"):
            run.what, run.harm_at, run.taken = (told,), phrase.first, 1
        return got

    def _victim(self, run: Run, phrase: Phrase) -> Found | None:
        """Take one whom the word of harm befell: what the list goes on from, None behind a part or a killing told before."""
        if told_again(self.scene, phrase, run, self.book.found):
            return None
        fewer = run.main is not None and (run.main.count.qualifier == "vague" or (phrase.low or 0) <= (run.main.count.low or 0))
        whole = run.main.count.span if run.main is not None and fewer and in_brackets(self.scene, phrase.first) else None
        if run.entry == "release" and (phrase.noun is None or by_name(self.scene, phrase)):
            return None  # الإفراج عن فلان: the target tells it
        # أطلق سراح 25 سجينا: no harm befell them
        said = -1 if run.entry == "release" else run.harm_at
        got = self.book.take(worded(self.scene, phrase, run.harm_at), run.what, said, whole)
        run.taken += 1
        if whole is not None:
            run.anchor = phrase.last
        return got if whole is None else None

    def _spanned(self, phrase: Phrase) -> CountWhat | None:
        """What the words between a bound and its figure count: تجاوز عدد الجرحى 50."""
        if phrase.number is None:
            return None
        for k in range(phrase.first, phrase.number.last):
            hit = many_at(self.scene, k)
            if hit is not None and hit.payload.entry.role == "harm" and totalled(self.scene, k):
                return "killed" if hit.payload.entry.id == "victims" else hit.payload.entry.what
        return None

    def _told_last(self) -> CountWhat | None:
        """What the last number that is no part counts."""
        return next((f.count.what for f in reversed(self.book.found[-_RECENT:]) if f.count.part_of is None), None)

    def _number_before(self, i: int) -> bool:
        """Whether a number ends right before token `i`."""
        return any(n.last == i for n in self.scene.numbers_between(i - 3, i))

    def _whole(self, what: CountWhat, phrase: Phrase) -> Span | None:
        """The number told before of those of whom some are named now (قتل خمسة. ومن بين القتلى ثلاثة أطفال)."""
        before = phrase.first
        while before > phrase.first - 6 and self.scene.form(before - 1).removeprefix("و") != "بين":
            before -= 1
        for found in reversed(self.book.found[-6:]):
            count = found.count
            if count.what == what and count.part_of is None and (count.low or 0) > (phrase.low or 0) and found.last < before:
                return count.span
        return None

    def _is_part(self, run: Run, main: Found, phrase: Phrase, *, inside: bool) -> bool:
        """Whether a quantity takes some of the number last told, behind بينهم or spelled out right behind it."""
        spelled = spelled_out(self.scene, phrase, main.last, main.count.low)
        spelled = spelled or adds_up(self.scene, phrase, main.last, main.count.low)
        listed = goes_on(self.scene, run, phrase) or within_list(self.scene, phrase, main.last)
        counted = phrase.number is not None or (inside and some_alone(self.scene, phrase))
        far = _FAR_PARTS if counted and main.count.part_of is None else _PARTS
        return spelled or listed or (inside and phrase.first - main.last <= far)

    def _describes(self, run: Run, phrase: Phrase, *, inside: bool) -> bool:
        """Whether a bare noun says who those counted are: بينهم مرافق قائد العمليات, اثنان منهم إسرائيليان, بينهم نساء وأطفال."""
        if run.part_end == phrase.first and not phrase.joined:
            return True
        if inside and some_alone(self.scene, phrase):
            return False
        some = self._number_before(phrase.first - 1) and self.scene.form(phrase.first - 1).startswith("من")
        return inside and phrase.noun is not None and (phrase.low is None or some)

    def _part(self, run: Run, main: Found, phrase: Phrase, *, inside: bool) -> None:
        """A part of the number last taken (بينهم ثلاثة أطفال وامرأتان)."""
        if not inside and phrase.low == main.count.low:
            return  # مدنيان هما أب وابنه: the same two
        self.book.take(phrase, (main.count.what,) if len(run.what) < 2 else run.what, run.harm_at, main.count.span)
        run.anchor = run.part_end = phrase.last
        run.part_some = phrase.number is not None and self.scene.form(phrase.number.last) == "من"

    def _tell(self, run: Run, i: int) -> None:
        """عدد القتلى, حصيلة الشهداء والجرحى: the number comes behind, without a noun of its own (ارتفع عدد القتلى إلى 15)."""
        scene = self.scene
        if scene.form(i) in scene.words("beasts-die"):
            run.what, run.harm_at, run.pending = (), -99, None  # مقتل المدنيين في المزرعة ونفوق عدد من الطيور
            return
        fates = None if run.fellow in (i, i - 1) else fates_at(scene, i)
        if fates is not None:
            span = scene.page.span(i, i + 3)
            self.book.take(Phrase(i, i + 3, span, None, None, "vague", None, joined=False, number=None), fates, i, None)
            return
        if scene.form(i) in _AS_MANY and run.main is not None and run.taken == 0 and i - run.harm_at <= 2:
            told = run.main.count  # قتل خمسة جنود وأصيب مثلهم
            phrase = Phrase(
                i, i + 1, scene.page.span(i, i + 1), told.low, told.high, told.qualifier, run.main.noun, joined=True, number=None
            )
            run.main, run.taken, run.anchor = self.book.take(phrase, run.what, run.harm_at, None) or run.main, 1, i + 1
            return
        if scene.form(i).removeprefix("و") in _AS_MANY_THINGS and run.thing is not None and i - self.book.found[-1].last <= _NEAR:
            some = self.book.found[-1].count  # أربع غارات على تدمر ومثلها على السخنة
            self.book.take(
                Phrase(i, i + 1, scene.page.span(i, i + 1), some.low, some.high, some.qualifier, None, joined=True, number=None),
                (some.what,), -1, some.part_of,
            )  # fmt: skip
            return
        if count_unnumbered(self.book, i):
            return
        announce(scene, run, i, numbered=self.numbers.get(i + 1) is not None)

    def _itself(self, run: Run, harm: Hit[HarmSense]) -> bool:
        """A word of harm that gives its victim itself: مقتله، الذي قتل في الهجوم, قتلتا behind two names."""
        scene, what = self.scene, harm.payload.entry.what
        low = own_victims(scene, harm, self.book.found, waiting=run.pending is not None)
        if not low:
            return False
        phrase = two_before(scene, harm) if low == _TWO else None
        if phrase is None:
            span = scene.page.span(harm.first, harm.last)
            phrase = Phrase(harm.first, harm.last, span, low, low, "exact", None, joined=False, number=None)
        run.main = self.book.take(phrase, (what,), harm.first, None)
        run.what, run.harm_at, run.anchor, run.taken, run.looks_back = (what,), harm.first, harm.last, 1, False
        return True
