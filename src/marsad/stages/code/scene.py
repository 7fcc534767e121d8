"""A page seen by the code stage: clauses, classes of words, and where actors, places, times and numbers stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.arabic.phrases import Hit
from marsad.arabic.sentences import Sentence
from marsad.arabic.times.calendar import Interval
from marsad.arabic.tokens import Token
from marsad.gazetteer.table import Gazetteer
from marsad.handover import ActorMention, Attributed, NumberMention, PlaceMention, Recognised, TimeMention
from marsad.lexicon.code import CodeLexicon, CountedSense, LightSense, MeansEntry, RealisCue
from marsad.model import Actor, Claim, Place, Span

_COARSE: Final = frozenset(["area", "governorate", "country", "district", "route", "water"])
_LONG_PAGE: Final = 420
_SITES: Final = frozenset(["facility", "neighbourhood"])  # what lies inside a town
# Classes of people, whose nouns are participles: their feminine (مجموعة مسلحة) is of the class too.
_OF_PEOPLE: Final = frozenset(
    ["force", "gunmen", "person-word", "men-at-arms", "captive-word", "troops-sent", "suspect-word", "armed-adj"]
)
_SPORT: Final = "sport-match"
_SMALL_WORDS: Final = frozenset(["إليه", "اليه", "وإليه", "واليه", "فيه", "وفيه", "بدوره"])  # folded like آلية, فئة, دورة
_HOMONYMS: Final = 3  # places of one name that are asked where they lie
_STOPS: Final = frozenset("،,؛;:.؟?!…")
_MARKS: Final = frozenset("\"'«»“”„‟‘’‚‹›()[]")
# Words that open a clause of their own; what stands before them takes no part in it.
# قوات كذا هي التي قصفت, هو من دمر
_CLEFT: Final = frozenset([("هي", "التي"), ("هو", "الذي"), ("هم", "الذين"), ("هي", "من"), ("هو", "من"), ("هم", "من")])
_OPENERS: Final = frozenset(
    ["فيما", "بينما", "كما", "حيث", "اذ", "لكن", "ولكن", "مما", "غير", "وذلك", "وفيما", "وبينما", "وكما", "الا", "فضلا"]
)


_MEANWHILE: Final = frozenset([("في", "حين"), ("وفي", "حين"), ("في", "وقت"), ("وفي", "وقت")])
# في وقت مبكر, في وقت لاحق: a time and no clause
_WHEN: Final = frozenset(["مبكر", "متاخر", "لاحق", "سابق", "واحد", "قصير", "متزامن", "قياسي", "قريب", "ما", "من"])


class Spot(NamedTuple):
    """A place that a name may stand for: where it lies, in degrees, and the radius in km within which it lies."""

    at: tuple[float, float]
    km: float
    site: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """Page, mentions, claims and lexicon together; every question is answered from token numbers."""

    page: Page
    recognised: Recognised
    attributed: Attributed
    lexicon: CodeLexicon
    clause_starts: tuple[int, ...]
    classes: tuple[frozenset[str], ...]
    blocked: frozenset[int]
    means: tuple[Hit[MeansEntry], ...]
    light: dict[int, Hit[LightSense]]
    cues: tuple[Hit[RealisCue], ...]
    published: Interval | None
    where: tuple[Place | None, ...]
    actor_firsts: tuple[int, ...]
    place_firsts: tuple[int, ...]
    actors: dict[str, Actor]
    counted: dict[int, Hit[CountedSense]]
    headline: int
    speaking: tuple[Span, ...]
    fine: tuple[bool, ...]
    vague: tuple[bool, ...]
    holders: tuple[frozenset[str], ...]
    spots: tuple[tuple[Spot, ...], ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the page."""
        return self.page.tokens

    @property
    def long(self) -> bool:
        """Whether the page is longer than most reports: a column, a history, a review of many days."""
        return len(self.page.tokens) >= _LONG_PAGE

    def form(self, i: int) -> str:
        """The folded form of token `i`, empty beyond the edges."""
        tokens = self.page.tokens
        return tokens[i].form if 0 <= i < len(tokens) else ""

    def plain(self, i: int) -> str:
        """The form of token `i` with hamza kept, empty beyond the edges."""
        tokens = self.page.tokens
        return tokens[i].plain if 0 <= i < len(tokens) else ""

    def word(self, i: int) -> bool:
        """Whether token `i` is an Arabic word."""
        tokens = self.page.tokens
        return 0 <= i < len(tokens) and tokens[i].kind == "word"

    def clause(self, i: int) -> tuple[int, int]:
        """The clause (first, last exclusive) around token `i`."""
        k = bisect_right(self.clause_starts, i) - 1
        first = self.clause_starts[k] if k >= 0 else 0
        last = self.clause_starts[k + 1] if k + 1 < len(self.clause_starts) else len(self.tokens)
        return first, last

    def cleft(self, i: int) -> bool:
        """Whether token `i` follows هو من, هي التي: what stands there is said of its subject, and not only named as known."""
        return (self.form(i - 2), self.form(i - 1)) in _CLEFT

    def sentence(self, i: int) -> Sentence | None:
        """The sentence of token `i`, if it is in one."""
        try:
            return self.page.sentence_of(i)
        except LookupError:
            return None

    def heading(self, i: int) -> bool:
        """Whether token `i` stands in a heading: a short line of its own without a full stop."""
        sentence = self.sentence(i)
        if sentence is None or sentence.last - sentence.first > 18 or self.form(sentence.last - 1) in (".", "؟", "!", "،", ":"):
            return False
        before, after = sentence.first - 1, sentence.last
        opens = before < 0 or self.tokens[before].kind == "break"
        return opens and (after >= len(self.tokens) or self.tokens[after].kind == "break")

    def words(self, name: str) -> frozenset[str]:
        """One of the closed lists of words of the lexicon, folded."""
        return self.lexicon.words[name]

    def cut_to(self, i: int, words: frozenset[str]) -> bool:
        """Whether one of the three least cuts of token `i` leaves a word of a set."""
        return any(cut.stem in words for cut in self.page.lookup.cuts(self.form(i))[:3])

    def has_class(self, name: str, first: int, last: int) -> bool:
        """Whether a word of a class begins among tokens `first` to `last` (exclusive)."""
        return any(name in self.classes[k] for k in range(max(0, first), min(last, len(self.tokens))))

    def actors_between(self, first: int, last: int) -> tuple[ActorMention, ...]:
        """Actor mentions that begin among these tokens, in text order."""
        mentions = self.recognised.actor_mentions
        return mentions[bisect_left(self.actor_firsts, first) : bisect_left(self.actor_firsts, last)]

    def places_between(self, first: int, last: int) -> tuple[tuple[int, PlaceMention], ...]:
        """Place mentions that begin among these tokens, with their indices, in text order."""
        a, b = bisect_left(self.place_firsts, first), bisect_left(self.place_firsts, last)
        return tuple((k, self.recognised.place_mentions[k]) for k in range(a, b))

    def times_between(self, first: int, last: int) -> tuple[tuple[int, TimeMention], ...]:
        """Time mentions that begin among these tokens, with their indices, in text order."""
        return tuple((k, t) for k, t in enumerate(self.recognised.times) if first <= t.first < last)

    def numbers_between(self, first: int, last: int) -> tuple[NumberMention, ...]:
        """Number mentions that begin among these tokens, in text order."""
        return tuple(n for n in self.recognised.numbers if first <= n.first < last)

    def reach(self, first: int, steps: int) -> int:
        """The end of so many tokens from `first`; marks in pairs and times do not count, the name of a body or place counts once.

        أطلقت الغواصة «كذا كذا» ثلاثة صواريخ, لقي تسعة جنود من قوات كذا مصرعهم, فتحت القوات بعد منتصف الليل نيرانها.
        """
        k = first
        while k < len(self.tokens) and steps:
            if timed := [t.last for _, t in self.times_between(k, k + 1) if t.first == k]:
                k = max(timed)
                continue
            steps -= self.form(k) not in _MARKS
            k = max(
                [k + 1, *(m.last for m in self.actors_between(k, k + 1)), *(p.last for _, p in self.places_between(k, k + 1))]
            )
        return k

    def place_key(self, k: int) -> str:
        """What makes two place mentions the same place: their likeliest entry, else their name."""
        place = self.recognised.place_mentions[k]
        return place.candidates[0] if place.candidates else place.name

    def places_meant(self, mentions: Sequence[int]) -> tuple[Place, ...]:
        """The places that place mentions mean, without those that no table and no word of the text makes out."""
        return tuple(p for k in mentions if k < len(self.where) and (p := self.where[k]) is not None)

    def claims_at(self, span: Span) -> tuple[Claim, ...]:
        """The claims whose content holds a span, in text order; a ل or ب written to the span's word may stand before the content."""
        return tuple(c for c in self.attributed.claims if any(s[0] <= span[0] + 1 and span[1] <= s[1] for s in c.content))


def _clauses(page: Page) -> tuple[int, ...]:
    starts = {0}
    for sentence in page.sentences:
        starts.add(sentence.first)
    for token in page.tokens:
        if token.kind == "break" or (token.kind == "punct" and token.form in _STOPS) or token.form in _OPENERS:
            starts.add(token.i)
    for when, what, next_word in zip(page.tokens, page.tokens[1:], page.tokens[2:], strict=False):
        meanwhile = (when.form, what.form) in _MEANWHILE and next_word.kind == "word" and next_word.form not in _WHEN
        if meanwhile or (when.form, what.form, next_word.form) == ("في", "الوقت", "الذي"):
            starts.add(when.i)  # أحبط الجيش هجوما على كذا في وقت كثف فيه الطيران طلعاته
    return tuple(sorted(starts))


def _is_fine(place: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a place is a town or smaller: two different ones tell two happenings apart."""
    if not place.name or place.direction is not None or place.type_word in _COARSE:
        return False
    entry = gazetteer.entry(place.candidates[0]) if place.candidates else None
    return entry is None or entry.kind not in _COARSE or place.type_word is not None


def _is_vague(place: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether a place tells no two happenings apart: one without a name of its own, or a town named as its governorate is (درعا)."""
    if not place.candidates:
        return not place.name or place.type_word == "facility"
    kinds = {entry.kind for entry in map(gazetteer.entry, place.candidates) if entry is not None}
    return place.type_word is None and "governorate" in kinds


def _holders(place: PlaceMention, gazetteer: Gazetteer) -> frozenset[str]:
    """The places that a name may stand for and all they lie in, without the countries; empty where none is known."""
    known = [entry for entry in map(gazetteer.entry, place.candidates[:_HOMONYMS]) if entry is not None]
    return frozenset(i for entry in known if entry.kind != "country" for i in (entry.id, *entry.admin[1:]))


def _spots(place: PlaceMention, gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """Where the places lie that a name may stand for, countries left out."""
    known = [entry for entry in map(gazetteer.entry, place.candidates[:_HOMONYMS]) if entry is not None]
    return tuple(Spot((e.lat, e.lon), e.km, e.kind in _SITES) for e in known if e.kind != "country")


def open_scene(
    page: Page,
    recognised: Recognised,
    attributed: Attributed,
    lexicon: CodeLexicon,
    gazetteer: Gazetteer,
    published: Interval | None,
    where: Sequence[Place | None] = (),
) -> Scene:
    """Look every word up once in the tables that the parts of the stage share."""
    tokens, lookup = page.tokens, page.lookup
    classes: list[set[str]] = [set() for _ in tokens]
    blocked: set[int] = set()
    means: list[Hit[MeansEntry]] = []
    light: dict[int, Hit[LightSense]] = {}
    cues: list[Hit[RealisCue]] = []
    elsewhere: dict[int, str] = {}
    counted: dict[int, Hit[CountedSense]] = {}
    means_end = 0
    cued = {page.within(c.cue.span)[0] for c in attributed.claims if c.cue is not None}
    placed = {k for p in recognised.place_mentions for k in range(p.first, p.last)}
    named = {k for m in recognised.actor_mentions for k in range(m.first + 1, m.last)}  # أفيغدور ليبرمان
    for i, token in enumerate(tokens):
        small = token.plain in _SMALL_WORDS
        nouns = [] if small else lexicon.counted.at(tokens, i, lookup)
        if nouns:
            counted[i] = nouns[0]
            if len(nouns) > 1 and tokens[nouns[0].last - 1].plain.endswith("ه"):  # والده is no والدة
                counted[i] = next((h for h in nouns if h.enc and h.last == nouns[0].last), nouns[0])
        if token.kind != "word":
            continue
        for hit in lexicon.contexts.at(tokens, i, lookup):
            if small and hit.last == i + 1:
                continue
            ending = tokens[hit.last - 1].plain
            if hit.enc and ending.endswith("ة") and not ending.endswith("ية") and hit.payload.id not in _OF_PEOPLE:
                continue  # منطقة is no منطق with a pronoun; عسكرية and مسلحة are the feminine
            if hit.payload.kind == "class":
                classes[i].add(hit.payload.id)
            elif hit.payload.kind == "other-matter":
                elsewhere[i] = hit.payload.id
            else:
                blocked.update(range(hit.first, hit.last))
        if i >= means_end:
            found = lexicon.means.at(tokens, i, lookup)
            if found:
                means.append(found[0])
                means_end = found[0].last
        carriers = [] if i in cued else lexicon.light.at(tokens, i, lookup)  # وتابع مراسلنا is speech
        carriers = [h for h in carriers if not (h.enc and tokens[h.last - 1].plain.endswith("ة"))]
        # تلقى اتصالا: he got a call, and throws none
        carriers = [h for h in carriers if h.payload.entry.id != "throw" or not tokens[h.last - 1].plain.endswith("لقى")]
        if carriers and i not in placed and i not in named:  # دير الزور, ليبرمان
            light[i] = carriers[0]
        cues.extend(lexicon.cues.at(tokens, i, lookup))
        governing = lexicon.cue_verbs.at(tokens, i, lookup)  # امرأة is no أمر with a pronoun
        cues.extend(h for h in governing if not (h.enc and tokens[h.last - 1].plain.endswith("ة")))
        cues.extend(lexicon.cue_nouns.at(tokens, i, lookup))
    for place in recognised.place_mentions:
        classes[place.first].add("named-place")
    armed = {a.id for a in recognised.actors if a.kind in ("armed_forces", "armed_group", "coalition")}
    for actor in recognised.actor_mentions:
        if actor.entity.split(":")[0] != "local":
            classes[actor.first].add("named-actor")
        if actor.entity in armed:
            classes[actor.head].update(_of_force(tokens[actor.head]))
    for i, matter in elsewhere.items():
        try:
            sentence = page.sentence_of(i)
        except LookupError:
            continue
        if matter == _SPORT and any("real-violence" in classes[k] for k in range(sentence.first, sentence.last)):
            continue  # قتل لاعب كرة القدم برصاص قناص
        blocked.update(range(sentence.first, sentence.last))
    return Scene(
        page=page,
        recognised=recognised,
        attributed=attributed,
        lexicon=lexicon,
        clause_starts=_clauses(page),
        classes=tuple(frozenset(c) for c in classes),
        blocked=frozenset(blocked),
        means=tuple(means),
        light=light,
        counted=counted,
        cues=tuple(cues),
        published=published,
        where=tuple(where),
        actor_firsts=tuple(m.first for m in recognised.actor_mentions),
        place_firsts=tuple(m.first for m in recognised.place_mentions),
        actors={a.id: a for a in attributed.actors or recognised.actors},
        headline=_headline(page),
        fine=tuple(_is_fine(p, gazetteer) for p in recognised.place_mentions),
        vague=tuple(_is_vague(p, gazetteer) for p in recognised.place_mentions),
        holders=tuple(_holders(p, gazetteer) for p in recognised.place_mentions),
        spots=tuple(_spots(p, gazetteer) for p in recognised.place_mentions),
        # تفجيرات تبناها التنظيم: who claims the deed did it
        speaking=tuple(
            c.source.span
            for c in attributed.claims
            if c.source is not None and not (c.stance == "announces" and c.rule.endswith("-antecedent"))
        ),
    )


def _of_force(head: Token) -> tuple[str, ...]:
    """The classes of the head of an armed body's name, in which no word of force need stand: حماس، الدعم السريع."""
    return ("named-force",) if head.form == "افراد" else ("named-force", "force", "men-at-arms")  # سبعة أفراد of a family


def _headline(page: Page) -> int:
    """The token where the headline ends: the first line, when it is short and ends without a full stop; else 0."""
    if not page.sentences:
        return 0
    first = page.sentences[0]
    last = first.last
    if last - first.first > 30 or page.tokens[last - 1].form in ".؟!":
        return 0
    return last
