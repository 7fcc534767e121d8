"""Counts: numbers with what they count, of whom, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import CountedSense, HarmSense
from marsad.model import Claim, Count, CountWhat, Span
from marsad.stages.code.quantities import (
    INCLUDING,
    Phrase,
    bare_phrase,
    counted_at,
    harm_at,
    joined,
    number_phrase,
    plain_noun,
)
from marsad.stages.code.scene import Scene

_NO_HARM: Final = frozenset(["دون", "بدون", "عدم"])
_THAT: Final = frozenset(["إن", "أن", "بأن", "وأن", "ان", "وإن"])
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
                i += 1

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
        ready = run.parts[-1] if run.parts else run.pending
        if (
            run.pending is not None
            and ready is not None
            and harm.payload.cls == "verb"
            and ready.last >= harm.first - 8
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
        included = self._included(phrase.first)
        got: Found | None = None
        if role == "harm" and noun is not None:
            got = self._harm_noun(phrase, run.what if run.harm_at > 0 and phrase.first - run.harm_at <= 4 else ())
            if got is not None:
                run.what, run.harm_at, run.taken = (noun.entry.what,), phrase.first, 1
        elif role == "thing":
            self._thing(phrase)
        elif included and phrase.number is None and noun is not None and noun.number == "p":
            return
        elif included and run.main is not None and phrase.first - run.main.last <= 14:
            self._take(phrase, (run.main.count.what,) if len(run.what) < 2 else run.what, run.harm_at, run.main.count.span)
            run.anchor = phrase.last
        elif run.what and self._victim(phrase, run.harm_at, run.anchor, run.taken):
            part = self._in_brackets(phrase.first) and run.main is not None
            got = self._take(
                self._worded(phrase, run.harm_at), run.what, run.harm_at, run.main.count.span if part and run.main else None
            )
            run.taken += 1
            if part:
                run.anchor = phrase.last
                got = None
        elif included and run.pending is not None:
            run.parts.append(phrase)
        elif phrase.number is not None and (role == "victim" or harm_at(scene, phrase.last) is not None):
            run.pending, run.parts = phrase, []
        elif phrase.number is None and scene.plain(phrase.first - 1) in _THAT:
            run.pending, run.parts = phrase, []
        if got is not None:
            run.main = got
            run.anchor = phrase.last

    def _worded(self, phrase: Phrase, said: int) -> Phrase:
        """A named victim with the words that say one: مقتل فلان."""
        scene = self.scene
        heads_name = phrase.low == 1 and scene.word(phrase.last) and not plain_noun(scene, phrase)
        if phrase.number is None and (phrase.noun is None or heads_name) and phrase.first - said <= 2:
            return phrase._replace(span=scene.page.span(said, phrase.last))
        return phrase

    def _included(self, i: int) -> bool:
        """Whether بينهم or its like stands right before."""
        scene = self.scene
        back = [scene.form(k) for k in (i - 1, i - 2, i - 3)]
        if any(w in INCLUDING for w in back[:2]):
            return True
        return back[0] == "و" and back[1] in INCLUDING

    def _in_brackets(self, i: int) -> bool:
        for k in range(i - 1, max(-1, i - 8), -1):
            form = self.scene.form(k)
            if form == "(":
                return True
            if form == ")":
                return False
        return False

    def _victim(self, phrase: Phrase, said: int, anchor: int, taken: int) -> bool:
        """Whether a phrase after a word of harm is its victim."""
        scene = self.scene
        gap = phrase.first - max(anchor, said)
        if phrase.noun is None and phrase.number is None:
            return taken == 0 and gap <= 1 and scene.form(phrase.first - 1) not in ("من", "علي")
        if taken == 0:
            if phrase.number is None:
                reach = (
                    14
                    if scene.plain(phrase.first).endswith(("ا", "اً")) and phrase.noun is not None and phrase.noun.number == "s"
                    else 4
                )
                if scene.form(phrase.first - 1) in ("من", "اي") or self._subject(phrase, said):
                    return False
                return gap <= reach and plain_noun(scene, phrase) and not self._after_cause(said, phrase.first)
            return gap <= _REACH and not self._after_cause(said, phrase.first)
        if phrase.joined:
            if phrase.number is None:
                return gap <= 1 or (gap <= 3 and phrase.noun is not None and phrase.noun.number != "p")
            return gap <= _CHAIN and (phrase.noun is not None or gap <= 6)
        return phrase.number is not None and phrase.noun is not None and self._in_brackets(phrase.first) and gap <= 6

    def _subject(self, phrase: Phrase, said: int) -> bool:
        """Whether a bare noun behind a verb of harm is its subject: the people struck follow with their number (قتل انتحاري 32 شخصا)."""
        scene = self.scene
        harm = harm_at(scene, said)
        if harm is None or harm.payload.cls != "verb" or phrase.low != 1:
            return False
        _, end = scene.clause(phrase.first)
        for number in scene.numbers_between(phrase.last, min(end, phrase.last + 12)):
            other = None if scene.form(number.first).startswith("و") else number_phrase(scene, number)
            between = {scene.form(k) for k in range(phrase.last, number.first)}
            if any(harm_at(scene, k) is not None for k in range(phrase.last, number.first) if scene.word(k)):
                return False
            if other is not None and other.noun is not None and other.noun.entry.role == "victim" and not between & INCLUDING:
                return True
        return False

    def _after_cause(self, said: int, i: int) -> bool:
        """Whether a word of cause or another verb of attack stands between the harm and the phrase."""
        words = {self.scene.form(k) for k in range(said + 1, i)}
        return bool(
            words & {"جراء", "اثر", "بقصف", "نتيجه", "بسبب", "برصاص", "بانفجار", "استهدف", "استهدفت", "خلال", "منذ", "علي"}
        ) and not (words & {"يد", "ايدي"})

    def _harm_noun(self, phrase: Phrase, said: tuple[CountWhat, ...]) -> Found | None:
        scene, noun = self.scene, phrase.noun
        if noun is None:
            return None
        what: CountWhat = noun.entry.what
        back = [scene.form(k) for k in range(phrase.first - 4, phrase.first)]
        if phrase.number is None:
            if not noun.entry.bare and noun.number != "d":
                return None
            if any(w in _NO_HARM for w in back):
                if any(w in ("انباء", "ورود", "معرفه", "معلومات", "تسجل", "الاعلان", "ذكر", "وجود") for w in back):
                    return None
                if what in ("killed", "wounded", "other"):
                    zero = phrase._replace(low=0, high=0, qualifier="exact")
                    return self._take(zero, (what,), phrase.first, None)
                return None
            if noun.number == "s" and not (said or phrase.joined or self._caused(phrase.first)):
                return None
            if noun.number == "p" and not plain_noun(scene, phrase):
                return None
        else:
            # سبعة بين قتيل وجريح: one number for both
            if scene.form(phrase.last) == "بين":
                return self._take(phrase, ("other",), phrase.first, None)
            after = scene.form(phrase.last)
            if after.startswith("وال") and phrase.qualifier == "vague":
                hit = counted_at(scene, phrase.last)
                if hit is not None and hit.payload.entry.role == "harm":
                    self._take(phrase, (hit.payload.entry.what,), phrase.first, None)
        return self._take(phrase, (what,), phrase.first, None)

    def _caused(self, i: int) -> bool:
        """Whether a verb of outcome stands shortly before (أوقع قتيلا، خلف قتيلا، أسفر عن)."""
        return any(
            c.stem
            in (
                "اوقع",
                "اوقعت",
                "خلف",
                "خلفت",
                "تخلف",
                "يخلف",
                "سقوط",
                "سقط",
                "اسفر",
                "اسفرت",
                "وقوع",
                "يوقع",
                "موقعا",
                "ارداه",
                "اردته",
            )
            for k in range(max(0, i - 4), i)
            for c in self.scene.page.lookup.cuts(self.scene.form(k))[:3]
        )

    def _thing(self, phrase: Phrase) -> Found | None:
        noun = phrase.noun
        if noun is None or (phrase.number is None and noun.number != "d"):
            return None
        return self._take(phrase, (noun.entry.what,), phrase.first, None)

    def _take(self, phrase: Phrase, whats: tuple[CountWhat, ...], said: int, part_of: Span | None) -> Found | None:
        first: Found | None = None
        if len(set(whats)) == 2 and phrase.number is not None and phrase.low is not None:
            whats = ("other",)
        for what in dict.fromkeys(whats):
            count = Count(
                span=phrase.span,
                what=what,
                population=self._population(phrase, what),
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

    def _population(self, phrase: Phrase, what: CountWhat) -> str:
        if what not in ("killed", "wounded", "missing", "captured", "detained", "displaced", "other"):
            return "unknown"
        scene = self.scene
        hint = phrase.noun.entry.population if phrase.noun is not None else "unknown"
        if hint == "civilian":
            return "civilian"
        for mention in scene.actors_between(phrase.first - 1, phrase.last):
            actor = scene.actors.get(mention.entity)
            if (
                mention.last > phrase.last - 1
                and actor is not None
                and actor.kind in ("armed_forces", "armed_group", "coalition")
            ):
                return f"combatant:{actor.of or actor.id}"
        for k in range(phrase.last, min(phrase.last + 4, len(scene.tokens))):
            if not scene.word(k):
                break
            for mention in scene.actors_between(k, k + 1):
                actor = scene.actors.get(mention.entity)
                if actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition"):
                    return f"combatant:{actor.id}"
                if actor is not None and hint == "combatant" and actor.registered:
                    return f"combatant:{actor.id}"
            hit = counted_at(scene, k)
            if hit is not None and hit.payload.entry.population == "civilian":
                return "civilian"
        return "unknown"

    def _claim(self, span: Span) -> str:
        claims: tuple[Claim, ...] = self.scene.claims_at(span)
        if not claims:
            return "outlet"
        return min(claims, key=lambda c: (sum(e - s for s, e in c.content), c.id)).id
