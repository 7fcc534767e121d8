"""Counts: numbers with what they count, of whom, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import msgspec

from marsad.arabic.inflection import Number
from marsad.arabic.phrases import Hit
from marsad.handover import NumberMention
from marsad.lexicon.code import CountedSense, HarmSense
from marsad.model import Claim, Count, CountWhat, Qualifier, Span
from marsad.stages.code.scene import Scene

_INCLUDING: Final = frozenset(
    [
        "بينهم",
        "بينها",
        "بينهن",
        "منهم",
        "منها",
        "منهن",
        "معظمهم",
        "اغلبهم",
        "جلهم",
        "غالبيتهم",
        "ضمنهم",
        "بينهما",
        "معظمها",
        "اغلبيتهم",
    ]
)
_UNITS: Final = frozenset(
    ["عاما", "عام", "اعوام", "سنه", "سنوات", "سنين", "يوم", "يوما", "ايام", "شهر", "شهرا", "اشهر", "شهور", "ساعه", "ساعات", "دقيقه",
     "دقايق", "كم", "كيلومتر", "كيلومترا", "كيلومترات", "متر", "مترا", "امتار", "ميل", "ميلا", "اميال", "دولار", "دولارا", "ليره",
     "ريال", "يورو", "طن", "طنا", "اطنان", "مره", "مرات", "اسبوع", "اسبوعا", "اسابيع", "بالميه", "عقد", "عقود", "ليتر", "درجه",
     "جهه", "جولات", "جوله", "صفحه", "دوله", "دول", "محافظات", "مدن", "الشهر", "العام", "كلم", "كغ", "طوابق", "درجات", "هكتار",
     "متظاهر", "قرار", "بند", "بندا", "بنود", "وزراء", "نايبا", "كيلوغرام", "نقطه", "مقاعد", "مقعدا", "صوتا", "ليالي", "عمر", "ربيعا"]
)  # fmt: skip
_NO_NAME: Final = frozenset(
    ["في", "من", "علي", "الي", "عن", "مع", "بعد", "قبل", "اثناء", "خلال", "الذي", "التي", "كان", "قد", "جراء", "اثر", "بجروح", "و", "ان",
     "بقصف", "هو", "لم", "امس", "اليوم", "برصاص", "بعدما", "عند", "قرب", "نتيجه", "يوم"]
)  # fmt: skip
_NO_HARM: Final = frozenset(["دون", "بدون", "عدم"])
_REACH: Final = 14
_CHAIN: Final = 34


class Phrase(NamedTuple):
    """A counted phrase: its tokens, the span that states the number, the bounds, and the noun counted, if any."""

    first: int
    last: int
    span: Span
    low: int | None
    high: int | None
    qualifier: Qualifier
    noun: CountedSense | None
    joined: bool
    number: NumberMention | None


@dataclass(slots=True)
class Found:
    """A count with the tokens it stands at, before it is given to an event."""

    count: Count
    first: int
    last: int
    noun: CountedSense | None
    harm: int | None


def _counted_at(scene: Scene, i: int) -> Hit[CountedSense] | None:
    hits = scene.lexicon.counted.at(scene.tokens, i, scene.page.lookup)
    return hits[0] if hits else None


def _joined(scene: Scene, i: int) -> bool:
    """Whether و stands on the word at `i` or right before it."""
    token = scene.form(i)
    return token.startswith("و") and len(token) > 2 or scene.form(i - 1) == "و"


def _number_phrase(scene: Scene, number: NumberMention) -> Phrase | None:
    if number.value.ordinal:
        return None
    after = number.last
    if scene.page.text(number.figure).strip() in ("واحد", "واحدة", "واحدا", "واحداً"):
        return None
    if scene.form(after) == "من" and "month" in scene.classes[after + 1 if after + 1 < len(scene.classes) else after]:
        return None
    if after < len(scene.classes) and "month" in scene.classes[after]:
        return None
    if number.first and "month" in scene.classes[number.first - 1] and (number.value.low or 0) > 31:
        return None  # the year of a date
    noun: CountedSense | None = None
    last = number.last
    before = scene.form(number.first - 1)
    form = scene.form(after)
    if form == ":" or before == ":" and scene.tokens[number.first - 2].kind == "number":
        return None  # a time of day
    if form in _UNITS or form.startswith("%") or form == "في" and scene.form(after + 1) in ("الميه", "المايه"):
        return None
    for k in (after, after + 1):
        if not scene.word(k):
            break
        if k == after + 1 and scene.form(after) not in ("من", "اخرين", "اخرون"):
            break
        hit = _counted_at(scene, k)
        if hit is not None:
            noun, last = hit.payload, hit.last
            break
    if noun is None and scene.word(number.first - 1) and number.first > 0:
        # القتلى السبعة، الأشخاص الثلاثة: the number follows its noun
        hit = _counted_at(scene, number.first - 1)
        if hit is not None and scene.form(number.first).startswith("ال") and (hit.cut.definite or hit.payload.number == "p"):
            noun = hit.payload
    if noun is None and before in ("عدد", "عدده", "عددهم", "عددها") and scene.form(number.first - 2) in ("بلغ", "وبلغ"):
        hit = None
    if any(scene.form(k) == "علي" and scene.form(k + 1) == "الاقل" for k in range(last, last + 4)):
        number = msgspec.structs.replace(
            number, value=msgspec.structs.replace(number.value, high=None, qualifier="at_least")
        ) if number.value.qualifier == "exact" else number
    value = number.value
    low = int(value.low) if value.low is not None else None
    high = int(value.high) if value.high is not None else None
    span = number.figure if value.qualifier == "exact" else number.span
    return Phrase(number.first, last, span, low, high, value.qualifier, noun, _joined(scene, number.first), number)


def _bare_phrase(scene: Scene, i: int) -> Phrase | None:
    """A counted noun without a number: dual, singular or plural, indefinite."""
    hit = _counted_at(scene, i)
    if hit is None:
        return _person(scene, i)
    sense = hit.payload
    if sense.phrase:
        return _fixed(scene, hit)
    number: Number = sense.number
    if number == "s" and hit.cut.pro in ("ل", "ول", "لال", "ك"):
        return None
    if number == "s" and (scene.form(i - 1) == "بين" or scene.form(i - 2) == "بين"):
        return None  # بين قتيل وجريح says how they fare, not how many
    if hit.enc and not (sense.entry.kin and number == "s"):
        return None
    if sense.entry.kin and not hit.enc:
        return None
    if number == "d" and sense.construct and not scene.form(i).endswith("تي"):
        return None  # صاروخي is an adjective, مسلحي a plural before its genitive
    if any(p.first <= i < p.last for _, p in scene.places_between(i - 4, i + 1)):
        return None  # سوريا is no Syrian in the accusative
    if any(m.last > i and m.head < i and m.form == "name" for m in scene.actors_between(i - 4, i + 1)):
        return None  # طالبان in حركة طالبان are no two students
    span = scene.page.span(hit.first, hit.last)
    if number == "d" and hit.cut.definite and sense.entry.role == "harm":
        return None
    if number == "d" and not (sense.entry.role == "thing" and hit.cut.definite):
        form = scene.form(i)
        if form.endswith("ين") and sense.entry.role != "thing" and _also_plural(scene, i):
            number = "p"
        else:
            return Phrase(i, hit.last, span, 2, 2, "exact", sense, _joined(scene, i), None)
    if hit.cut.definite:
        if number == "s" and sense.entry.role == "victim" and _named(scene, hit.last):
            return Phrase(i, hit.last, span, 1, 1, "exact", sense, _joined(scene, i), None)
        return None
    if number == "s":
        return Phrase(i, hit.last, span, 1, 1, "exact", sense, _joined(scene, i), None)
    return Phrase(i, hit.last, span, None, None, "vague", sense, _joined(scene, i), None)


def _fixed(scene: Scene, hit: Hit[CountedSense]) -> Phrase | None:
    """آخرون, آخر and أحد, which decline does not make."""
    form = scene.form(hit.first)
    span = scene.page.span(hit.first, hit.last)
    if form in ("اخرون", "اخرين"):
        return Phrase(hit.first, hit.last, span, None, None, "vague", hit.payload, _joined(scene, hit.first), None)
    if form == "اخر" or (form == "احد" and _people_at(scene, hit.last)):
        return Phrase(hit.first, hit.last, span, 1, 1, "exact", hit.payload, _joined(scene, hit.first), None)
    return None


def _people_at(scene: Scene, i: int) -> bool:
    """Whether people follow: a counted noun of persons or an actor."""
    hit = _counted_at(scene, i)
    return (hit is not None and hit.payload.entry.role == "victim") or bool(scene.actors_between(i, i + 2))


def _person(scene: Scene, i: int) -> Phrase | None:
    """A person by name or title: one."""
    for m in scene.actors_between(i, i + 1):
        actor = scene.actors.get(m.entity)
        if m.form in ("name", "titled") and actor is not None and actor.kind == "person" and m.number == "s":
            return Phrase(i, m.last, m.span, 1, 1, "exact", None, _joined(scene, i), None)
    return None


def _named(scene: Scene, i: int) -> bool:
    """Whether a name stands at token `i` (الطفل فلان)."""
    k = i
    while scene.form(k) in ("\"", "“", "”", "«", "»", "(") and k < len(scene.tokens):
        k += 1
    if not scene.word(k) or scene.form(k).startswith("ال") or scene.form(k) in _NO_NAME:
        return False
    return True


def _also_plural(scene: Scene, i: int) -> bool:
    """Whether the letters may also be a sound plural (مدنيين): a plural unless an adjective or اثنين says two."""
    if scene.form(i + 1) in ("اثنين", "اثنان", "اخرين"):
        return scene.form(i + 1) == "اخرين"
    return any(h.payload.number == "p" for h in scene.lexicon.counted.at(scene.tokens, i, scene.page.lookup))


def _harm_at(scene: Scene, i: int) -> Hit[HarmSense] | None:
    for hit in scene.lexicon.harm.at(scene.tokens, i, scene.page.lookup):
        cut, sense = hit.cut, hit.payload
        if hit.enc == "ي":
            continue  # قتلى is no قتلي
        if sense.cls == "verb" and cut.pro in ("ل", "ول", "فل", "س", "وس", "فس"):
            continue
        if any(k in scene.blocked for k in range(hit.first, hit.last)):
            continue
        entry = sense.entry
        if entry.near and not any(scene.has_class(n, i - 6, hit.last + 9) for n in entry.near):
            continue
        if entry.far and any(scene.has_class(n, i - 4, hit.last + 5) for n in entry.far):
            continue
        return hit
    return None


def _plain_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun stands free: not the head of a genitive (ضحايا الحرب، أطفال المدارس)."""
    after = scene.form(phrase.last)
    if not scene.word(phrase.last):
        return True
    if any(t.first == phrase.last for _, t in scene.times_between(phrase.last, phrase.last + 1)):
        return True
    if after in ("من", "في", "علي", "بينهم", "اخر", "اخرين", "اخرون", "اثر", "جراء", "عن", "الي", "كان", "كانوا"):
        return True
    if after.startswith("ال"):
        return False
    return True


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
        scene = self.scene
        what: tuple[CountWhat, ...] = ()
        harm_at = -99
        anchor = -99  # where the last counted phrase ended
        taken = 0  # phrases counted since the word of harm
        pending: Phrase | None = None
        parts: list[Phrase] = []
        looks_back = False
        main: Found | None = None
        i = first
        while i < last:
            harm = _harm_at(scene, i) if scene.word(i) else None
            number = self.numbers.get(i)
            phrase: Phrase | None = None
            if number is not None and not any(k in self.dated for k in range(number.first, number.last)):
                phrase = _number_phrase(scene, number)
            elif number is None and harm is None and scene.word(i):
                phrase = _bare_phrase(scene, i)
            elif number is None and harm is not None and scene.word(i):
                bare = _bare_phrase(scene, i)
                if bare is not None and bare.noun is not None and bare.noun.entry.role == "harm" and harm.payload.cls == "noun":
                    phrase = bare if bare.noun.number != "s" else None
                    harm = None if phrase is not None else harm
            if harm is not None and phrase is None:
                if (
                    pending is not None
                    and harm.payload.cls == "verb"
                    and (parts[-1] if parts else pending).last >= harm.first - 8
                    and harm.payload.entry.what in ("killed", "wounded", "displaced", "detained", "captured")
                ):
                    main = self._take(pending, (harm.payload.entry.what,), harm.first, None)
                    for part in parts:
                        self._take(part, (harm.payload.entry.what,), harm.first, pending.span)
                    pending, parts = None, []
                    what, harm_at, anchor, taken = (harm.payload.entry.what,), harm.first, harm.last, 1
                elif what and harm.first - harm_at <= 2 and taken == 0 and _joined(scene, harm.first) and not looks_back:
                    what = (*what, harm.payload.entry.what)
                    harm_at = harm.first
                else:
                    what, harm_at, taken = (harm.payload.entry.what,), harm.first, 0
                    anchor = harm.last
                looks_back = harm.payload.number in ("d", "p")  # قتلوا، قتلتا: of those named before
                i = harm.last
                continue
            if phrase is None:
                i += 1
                continue
            noun = phrase.noun
            role = noun.entry.role if noun is not None else None
            got: Found | None = None
            included = self._included(phrase.first)
            if role == "harm" and noun is not None:
                got = self._harm_noun(phrase, what if harm_at > 0 and phrase.first - harm_at <= 4 else ())
                if got is not None:
                    what, harm_at, taken = (noun.entry.what,), phrase.first, 1
            elif role == "thing":
                got = self._thing(phrase)
                if phrase.number is not None or got is not None:
                    i = max(phrase.last, i + 1)
                    continue
            elif included and phrase.number is None and noun is not None and noun.number == "p":
                i = phrase.last
                continue
            elif included and main is not None and phrase.first - main.last <= 14:
                self._take(phrase, (main.count.what,) if len(what) < 2 else what, harm_at, main.count.span)
                anchor = phrase.last
                i = max(phrase.last, i + 1)
                continue
            elif what and self._victim(phrase, harm_at, anchor, taken):
                part = self._in_brackets(phrase.first) and main is not None
                heads_name = phrase.number is None and phrase.low == 1 and scene.word(phrase.last) and not _plain_noun(scene, phrase)
                if phrase.number is None and (phrase.noun is None or heads_name) and phrase.first - harm_at <= 2:
                    phrase = phrase._replace(span=scene.page.span(harm_at, phrase.last))  # مقتل فلان: the words that say one
                got = self._take(phrase, what, harm_at, main.count.span if part and main else None)
                taken += 1
                if part:
                    anchor = phrase.last
                    got = None
            elif included and pending is not None:
                parts.append(phrase)
            elif phrase.number is not None and (role == "victim" or _harm_at(scene, phrase.last) is not None):
                pending, parts = phrase, []
            elif (role == "victim" or phrase.number is None) and scene.plain(phrase.first - 1) in ("إن", "أن", "بأن", "وأن", "ان", "وإن"):
                pending, parts = phrase, []
            if got is not None:
                main = got
                anchor = phrase.last
            i = max(phrase.last, i + 1)

    def _included(self, i: int) -> bool:
        """Whether بينهم or its like stands right before."""
        scene = self.scene
        back = [scene.form(k) for k in (i - 1, i - 2, i - 3)]
        if any(w in _INCLUDING for w in back[:2]):
            return True
        return back[0] == "و" and back[1] in _INCLUDING

    def _in_brackets(self, i: int) -> bool:
        first, _ = self.scene.page.sentences[0].first, 0
        for k in range(i - 1, max(first, i - 8), -1):
            form = self.scene.form(k)
            if form == "(":
                return True
            if form == ")":
                return False
        return False

    def _victim(self, phrase: Phrase, harm_at: int, anchor: int, taken: int) -> bool:
        """Whether a phrase after a word of harm is its victim."""
        scene = self.scene
        gap = phrase.first - max(anchor, harm_at)
        if phrase.noun is None and phrase.number is None:
            return taken == 0 and gap <= 1 and scene.form(phrase.first - 1) not in ("من", "علي")
        if taken == 0:
            if phrase.number is None:
                reach = 14 if scene.plain(phrase.first).endswith(("ا", "اً")) and phrase.noun is not None and phrase.noun.number == "s" else 4
                if scene.form(phrase.first - 1) in ("من", "اي") or self._subject(phrase, harm_at):
                    return False
                return gap <= reach and _plain_noun(scene, phrase) and not self._after_cause(harm_at, phrase.first)
            return gap <= _REACH and not self._after_cause(harm_at, phrase.first)
        if phrase.joined:
            if phrase.number is None:
                return gap <= 1 or (gap <= 3 and phrase.noun is not None and phrase.noun.number != "p")
            return gap <= _CHAIN and (phrase.noun is not None or gap <= 6)
        return phrase.number is not None and phrase.noun is not None and self._in_brackets(phrase.first) and gap <= 6

    def _subject(self, phrase: Phrase, harm_at: int) -> bool:
        """Whether a bare noun behind a verb of harm is its subject: the people struck follow with their number (قتل انتحاري 32 شخصا)."""
        scene = self.scene
        harm = _harm_at(scene, harm_at)
        if harm is None or harm.payload.cls != "verb" or phrase.low != 1:
            return False
        _, end = scene.clause(phrase.first)
        for number in scene.numbers_between(phrase.last, min(end, phrase.last + 12)):
            other = None if scene.form(number.first).startswith("و") else _number_phrase(scene, number)
            between = {scene.form(k) for k in range(phrase.last, number.first)}
            if any(_harm_at(scene, k) is not None for k in range(phrase.last, number.first) if scene.word(k)):
                return False
            if other is not None and other.noun is not None and other.noun.entry.role == "victim" and not between & _INCLUDING:
                return True
        return False

    def _after_cause(self, harm_at: int, i: int) -> bool:
        """Whether a word of cause or another verb of attack stands between the harm and the phrase."""
        words = {self.scene.form(k) for k in range(harm_at + 1, i)}
        return bool(
            words & {"جراء", "اثر", "بقصف", "نتيجه", "بسبب", "برصاص", "بانفجار", "استهدف", "استهدفت", "خلال", "منذ", "علي"}
        ) and not (words & {"يد", "ايدي"})

    def _harm_noun(self, phrase: Phrase, said: tuple[CountWhat, ...]) -> Found | None:
        scene, noun = self.scene, phrase.noun
        assert noun is not None
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
            if noun.number == "p" and not _plain_noun(scene, phrase):
                return None
        else:
            # سبعة بين قتيل وجريح: one number for both
            if scene.form(phrase.last) == "بين":
                return self._take(phrase, ("other",), phrase.first, None)
            after = scene.form(phrase.last)
            if after.startswith("وال") and phrase.qualifier == "vague":
                hit = _counted_at(scene, phrase.last)
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
        assert noun is not None
        if phrase.number is None and noun.number != "d":
            return None
        return self._take(phrase, (noun.entry.what,), phrase.first, None)

    def _take(self, phrase: Phrase, whats: tuple[CountWhat, ...], harm_at: int, part_of: Span | None) -> Found | None:
        scene = self.scene
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
            item = Found(count, phrase.first, phrase.last, phrase.noun, harm_at if harm_at >= 0 else None)
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
            if mention.last > phrase.last - 1 and actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition"):
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
            hit = _counted_at(scene, k)
            if hit is not None and hit.payload.entry.population == "civilian":
                return "civilian"
        return "unknown"

    def _claim(self, span: Span) -> str:
        claims: tuple[Claim, ...] = self.scene.claims_at(span)
        if not claims:
            return "outlet"
        return min(claims, key=lambda c: (sum(e - s for s, e in c.content), c.id)).id
