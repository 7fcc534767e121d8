"""A page seen by the attribute stage: which words report, which open a clause, where a speaker's mention stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from marsad.arabic.fold import fold_word
from marsad.arabic.page import Page
from marsad.arabic.quotation import Quote
from marsad.arabic.tokens import Cut, Token
from marsad.handover import ActorMention, Recognised
from marsad.lexicon.attribute import AttributeLexicon, Participle, VerbReading
from marsad.model import Span

QUOTE_MARKS: Final = frozenset('"«»“”„‟‹›‘’')
BRACKETS: Final = {"(": ")", "[": "]"}
COMMAS: Final = frozenset("،,؛;")
_THAT: Final = frozenset(["أن", "إن", "ان", "بأن", "بإن", "بان"])
_THAT_PRONOUN: Final = frozenset(
    base + tail
    for base in ("أن", "إن", "ان", "بأن", "بإن", "بان")
    for tail in ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني", "نه", "نا", "هم")
)
_RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "الذى", "التى", "ما", "وما", "مما"])
_OUTER: Final = frozenset(["", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل"])


_MONTHS: Final = frozenset(
    [
        "كانون",
        "شباط",
        "اذار",
        "نيسان",
        "ايار",
        "حزيران",
        "تموز",
        "اب",
        "ايلول",
        "تشرين",
        "يناير",
        "فبراير",
        "مارس",
        "ابريل",
        "مايو",
        "يونيو",
        "يوليو",
        "اغسطس",
        "سبتمبر",
        "اكتوبر",
        "نوفمبر",
        "ديسمبر",
        "جانفي",
        "فيفري",
        "افريل",
        "ماي",
        "جوان",
        "جويليه",
        "اوت",
        "الاول",
        "الثاني",
    ]
)


class VerbHit(NamedTuple):
    """A reporting verb at tokens `first` to `last` (two where a typing error split the word), with the way it was read."""

    first: int
    last: int
    cut: Cut
    reading: VerbReading


class ParticipleHit(NamedTuple):
    """A reporting participle, as `VerbHit`."""

    first: int
    last: int
    cut: Cut
    participle: Participle


def _usual(reading: VerbReading) -> bool:
    """Whether news prose writes a form: no feminine plurals of verbs, duals only of plain verbs of saying (عدن، نقلا)."""
    form, verb = reading.form, reading.verb
    if form.number == "p" and form.gender == "f":
        return False
    plain = 3 if verb.stance in ("asserts", "announces") else 4
    return form.number != "d" or (not verb.also_noun and len(verb.past) >= plain)


@dataclass(frozen=True, slots=True)
class Scene:
    """Page, mentions and lexicon together; every question is answered from token numbers."""

    page: Page
    recognised: Recognised
    lexicon: AttributeLexicon
    mentions: dict[int, ActorMention] = field(default_factory=dict)
    names_with_ba: frozenset[str] = frozenset()  # words of known names whose first letter is ب, as the text writes them

    @classmethod
    def open(cls, page: Page, recognised: Recognised, lexicon: AttributeLexicon) -> Scene:
        """Index the mentions by their first token, the longest first, pronouns left out."""
        mentions: dict[int, ActorMention] = {}
        for mention in recognised.actor_mentions:
            if mention.form in ("pronoun", "nisba"):
                continue
            known = mentions.get(mention.first)
            if known is None or known.last < mention.last:
                mentions[mention.first] = mention
        registered = {a.id for a in recognised.actors if a.registered}
        with_ba = frozenset(
            page.tokens[i].form
            for m in recognised.actor_mentions
            if m.entity in registered and m.form in ("name", "titled")
            for i in range(m.first, m.last)
            if page.tokens[i].form.startswith("ب")
            and len(page.tokens[i].form) > 2
            and page.tokens[i].start >= m.span[0]
            and (i == m.first or m.last - i == 1)
        )
        with_ba |= frozenset(
            page.tokens[m.first].form
            for m in recognised.place_mentions
            if m.span[0] == page.tokens[m.first].start and page.tokens[m.first].form.startswith("ب")
        )
        return cls(page, recognised, lexicon, mentions, with_ba)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the page."""
        return self.page.tokens

    def token(self, i: int) -> Token | None:
        """Token `i`, or nothing beyond the edges."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word of Arabic letters."""
        tokens = self.page.tokens
        return 0 <= i < len(tokens) and tokens[i].kind == "word"

    def form(self, i: int) -> str:
        """The folded form of token `i`, empty beyond the edges."""
        tokens = self.page.tokens
        return tokens[i].form if 0 <= i < len(tokens) else ""

    def in_set(self, i: int, name: str) -> bool:
        """Whether token `i` is one of the edge words of a set, with or without و or ف in front."""
        words = self.lexicon.edges[name]
        form = self.form(i)
        return form in words or (form[:1] in ("و", "ف") and len(form) > 3 and form[1:] in words)

    def stem_in(self, i: int, name: str) -> bool:
        """Whether any cut of token `i` has its stem in a set."""
        if not self.is_word(i):
            return False
        words = self.lexicon.edges[name]
        return any(cut.stem in words for cut in self.page.lookup.cuts(self.form(i)))

    # -- clause openers -------------------------------------------------------------------------------------------

    def is_that(self, i: int) -> bool:
        """Whether token `i` is أن، إن، بأن or one of them with a pronoun."""
        if not self.is_word(i):
            return False
        plain = self.tokens[i].plain
        return plain in _THAT or plain in _THAT_PRONOUN

    def is_comma(self, i: int) -> bool:
        """Whether token `i` is a comma or semicolon."""
        return self.form(i) in COMMAS

    def is_quote_mark(self, i: int) -> bool:
        """Whether token `i` is a quotation mark."""
        return self.form(i) in QUOTE_MARKS

    def quote_at(self, i: int) -> Quote | None:
        """The outermost quotation whose opening mark is token `i`."""
        for quote in self.page.quotes:
            if quote.first == i + 1:
                return quote
            if quote.first > i + 1:
                break
        return None

    def prefix(self, i: int, letter: str) -> bool:
        """Whether token `i` is the bare proclitic `letter`, as before a quotation mark (ل "الوطن")."""
        return self.form(i) == letter

    # -- verbs ----------------------------------------------------------------------------------------------------

    def _joined(self, i: int) -> tuple[str, int]:
        """Token `i` with the next one where a lost mark split a word in two (هد دت), and the end of both."""
        following = self.token(i + 1)
        if following is not None and following.kind == "word" and following.start == self.tokens[i].end + 1:
            return self.tokens[i].form + following.form, i + 2
        return "", i + 1

    def verb(self, i: int, *, pronoun: bool = False) -> VerbHit | None:
        """The reporting verb at token `i`, the least cut reading first; with `pronoun` any verb may carry one (ما أكدته)."""
        if not self.is_word(i):
            return None
        pronoun = pronoun or self.form(i - 1) in _RELATIVE
        form = self.form(i)
        hit = self._verb(form, i, i + 1, pronoun=pronoun)
        if hit is None and not self._known(i):
            joined, last = self._joined(i)
            if joined and (len(self.form(i)) <= 3 or len(self.form(i + 1)) <= 2) and len(joined) >= 4:
                hit = self._verb(joined, i, last)
        return hit

    def _known(self, i: int) -> bool:
        """Whether a short token is an ordinary small word that is nobody's first half."""
        return self.in_set(i, "stop") or self.in_set(i, "conjunction") or self.form(i) in ("في", "من", "علي", "الي", "عن")

    def _verb(self, form: str, first: int, last: int, *, pronoun: bool = False) -> VerbHit | None:
        bare = form[1:] if form[0] in "وف" and form[1:] in self.lexicon.masdars else form
        negated = self.form(first - 1) in ("لم", "ولم", "فلم", "ان")  # لا يجب is "must not", never "does not answer"
        for cut in self.page.lookup.cuts(form):
            if cut.pro not in _OUTER or (cut.pro and len(cut.stem) < 3 and (cut.pro != "و" or form in self.lexicon.verbs)):
                continue  # وعد is no "and he counted"
            readings = self.lexicon.verbs.get(cut.stem)
            if not readings:
                continue
            if cut.enc and bare in self.lexicon.masdars:
                continue  # إضافة is no أضافه
            for reading in readings:
                if (cut.enc == "ه" and self.tokens[last - 1].plain.endswith("ة")) or cut.enc in ("ي", "ني", "ك", "كم", "نا"):
                    continue  # راية is no رآه, رأيك no report
                carries = pronoun or reading.verb.pronoun or reading.verb.needs_pronoun or reading.verb.whom
                if cut.enc and (not carries or reading.form.number == "d"):
                    continue
                if not _usual(reading):
                    continue
                if reading.form.tense == "jussive" and not (negated or cut.pro.endswith("ل")):
                    continue
                if self._other_letters(first, reading):
                    continue
                small = cut.pro == "ف" or "adverb_alike" in reading.verb.ways
                if small and len(cut.stem) < 4 and reading.form.tense == "past" and not self.hamza_kept(first, reading):
                    continue
                if cut.pro in ("س", "وس", "فس") and reading.form.tense == "past":
                    continue
                if cut.pro in ("ل", "ول", "فل") and (reading.form.tense == "past" or reading.form.person == 1):
                    continue  # لندن is no "that we condemn"
                return VerbHit(first, last, cut, reading)
        return None

    def hamza_kept(self, i: int, reading: VerbReading) -> bool:
        """Whether a short word spells the hamza of its verb (فرأت is no فرات, هنا no هنأ)."""
        return any(c in "أإؤئء" for c in self.tokens[i].plain[1:]) or not any(c in "أإؤئء" for c in reading.verb.past)

    def _other_letters(self, i: int, reading: VerbReading) -> bool:
        """Whether a word spells a hamza where its verb has a و or ي (رؤى is no روى)."""
        letters = reading.verb.past + (reading.verb.present or "")
        return any(c in "ؤئ" for c in self.tokens[i].plain) and not any(c in "أإآؤئء" for c in letters)

    def action(self, i: int) -> bool:
        """Whether token `i` is a verb of doing, which no speaker's noun phrase holds."""
        if not self.is_word(i):
            return False
        form = self.form(i)
        if form in self.lexicon.actions:
            return True
        return (
            form[0] in "وفس"
            and len(form) > (4 if form[0] != "و" else 5)
            and form[1:] in self.lexicon.actions
            and i not in self.mentions
        )

    def participle(self, i: int) -> ParticipleHit | None:
        """The reporting participle at token `i`."""
        if not self.is_word(i):
            return None
        for cut in self.page.lookup.cuts(self.form(i)):
            found = self.lexicon.participles.get(cut.stem) if cut.pro in ("", "و", "ف") else None
            if found is not None:
                return ParticipleHit(i, i + 1, cut, found)
        return None

    def actor_kind(self, entity: str) -> str | None:
        """The kind of a recognised actor."""
        return next((a.kind for a in self.recognised.actors if a.id == entity), None)

    def is_outlet_word(self, form: str) -> bool:
        """Whether a word opens the name of the document's own outlet."""
        name = self.page.document.outlet.name
        if name is None or not name.ar:
            return False
        return form == fold_word(name.ar).split()[0] and len(form) > 2

    def time_end(self, i: int) -> int:
        """The end of the time expression that begins at token `i` or behind a في there, or `i` itself."""
        for mention in self.recognised.times:
            if mention.first > i + 1:
                break
            if mention.last > i and (
                mention.first == i or (mention.first == i + 1 and self.form(i) in ("في", "فى", "منذ", "يوم"))
            ):
                return mention.last
        return i

    def declines(self, i: int) -> bool:
        """Whether somebody declines to be named from token `i` on (طلب عدم ذكر اسمه)."""
        found = self.lexicon.withholding.at(self.tokens, i, self.page.lookup)
        return bool(found) and found[0].payload.kind == "declines"

    def is_month(self, i: int) -> bool:
        """Whether token `i` names a month or is one half of a Levantine one."""
        return self.form(i) in _MONTHS

    # -- spans ----------------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span:
        """Characters of tokens `first` to `last`, white space and unpaired marks at the ends left out."""
        while first < last and self.tokens[first].kind == "break":
            first += 1
        while last > first and self.tokens[last - 1].kind == "break":
            last -= 1
        return self.page.span(first, last) if first < last else (self.tokens[first].start, self.tokens[first].start)

    def speaker_span(self, first: int, last: int) -> Span:
        """Characters of a speaker's phrase, a و, ف or ل in front of its first word left out."""
        span = self.span(first, last)
        mention = self.mentions.get(first)
        form = self.form(first)
        if mention is not None and span[0] < mention.span[0] < span[1] and form[:1] in ("و", "ف", "ل") and form[:2] != "لل":
            return mention.span[0], span[1]
        if form[:1] in ("و", "ف") and form not in self.lexicon.speakers and len(form) > 3:
            rest = form[1:]
            if rest in self.lexicon.speakers or (rest.startswith("ال") and rest[2:] in self.lexicon.speakers):
                return self.after_proclitic(first, 1), span[1]
        return span

    def after_proclitic(self, i: int, letters: int) -> int:
        """The character at which token `i` goes on after its first `letters` folded letters."""
        starts = self.page.folded.starts
        at = bisect_left(starts, self.tokens[i].start) + letters
        return starts[at] if at < len(starts) else self.tokens[i].end
