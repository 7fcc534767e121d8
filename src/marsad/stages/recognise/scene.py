"""What the parts of the stage share: the page with the words of the shelf found on it, each looked up once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import Gender, Number
from marsad.arabic.page import Page
from marsad.arabic.phrases import Hit
from marsad.arabic.tokens import Cut, Token
from marsad.gazetteer.placewords import TypeWord
from marsad.handover import ActorForm
from marsad.kit import Kit
from marsad.lexicon.recognise import GroupUse, HeadUse, Naming, NisbaUse, TitleUse, Use
from marsad.model import ActorKind, Span

OPENING = frozenset("\"'«“”„‘([")
CLOSING = frozenset("\"'»”“’)]")
COMMAS = frozenset("،,")
PREFIXES = ("و", "ف", "ب", "ل", "ك")
ARMED = frozenset(("armed_forces", "armed_group", "coalition"))
_PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "هن", "نا"))
# لصالح: in favour of, no Saleh
_IDIOMS = frozenset(("لصالح", "ولصالح", "بالصالح"))
_NO_CUT = Cut("", "", "")


@dataclass(slots=True)
class Draft:
    """An actor mention before it has an entity.

    `ids` are the registered actors it may mean, `key` what it is matched by within the document, `of` the mention inside it
    that it belongs to, `words` its folded content words without article.
    """

    first: int
    last: int
    head: int
    form: ActorForm
    kind: ActorKind
    gender: Gender = "m"
    number: Number = "s"
    cut: Cut = _NO_CUT
    ids: tuple[str, ...] = ()
    key: str = ""
    name: str | None = None
    words: tuple[str, ...] = ()
    of: Draft | None = None
    weak: bool = False
    loaded: bool = False
    definite: bool = False
    anonymous: bool = False
    short: bool = False
    entry: str | None = None
    rule: str = ""
    inner: list[Draft] = field(default_factory=list)
    entity: str = ""


class Scene:
    """A page, the kit, and the phrases of the shelf that begin at each token."""

    __slots__ = (
        "_hits",
        "_not_before",
        "_of_money",
        "_verb",
        "gazetteer",
        "kit",
        "lex",
        "lists",
        "never",
        "page",
        "size",
        "tokens",
        "verbs",
    )

    def __init__(self, page: Page, kit: Kit) -> None:
        self.page = page
        self.kit = kit
        self.tokens = page.tokens
        self.size = len(page.tokens)
        self.lex = kit.recognise
        self.gazetteer = kit.gazetteer
        self.lists = kit.recognise.lists
        self.never = kit.recognise.lists.get("never-in-a-name", frozenset())
        self.verbs = kit.attribute.verbs
        self._verb: dict[str, bool] = {}
        # مالي is financial first, and of Mali only where something else on the page lies there.
        near = self.lists.get("near-mali", frozenset())
        self._of_money = not any(t.form in near or t.form[1:] in near for t in self.tokens)
        self._not_before: dict[str, frozenset[str]] = {}
        self._hits: dict[int, list[Hit[Use]]] = {}

    def hits(self, i: int) -> list[Hit[Use]]:
        """Every phrase of the shelf that begins at token `i`, longest first; a pronoun only behind a common noun."""
        known = self._hits.get(i)
        if known is None and not 0 <= i < self.size:
            return []
        if known is None:
            found = self.lex.words.at(self.tokens, i, self.page.lookup)
            known = [h for h in found if self._fits(i, h)] if found else []
            if known and self.phrased("actor-in-a-phrase", i):
                known = [h for h in known if h.last > i + 1]  # هذه السنة, ساقه اليمنى
            if known and self.tokens[i].plain.endswith("ه") and any(h.enc == "ه" for h in known):
                known = [h for h in known if h.enc or h.last > i + 1 or isinstance(h.payload, Naming)]  # نظيره is no نظيرة
            self._hits[i] = known
        return known

    def _fits(self, i: int, hit: Hit[Use]) -> bool:
        """Whether a phrase may stand here: a pronoun only behind a common noun, no article before a name, no verb for a name."""
        if isinstance(hit.payload, NisbaUse) and hit.payload.actor == "ml" and self._of_money:
            return False
        if hit.enc:
            if isinstance(hit.payload, (Naming, NisbaUse)) or hit.enc not in _PRONOUNS:
                return False
            if hit.enc == "نا" and hit.cut.stem.endswith("ا"):
                return False  # عدوانا is an aggression, and not our enemy
            if isinstance(hit.payload, TitleUse) and hit.cut.stem in self.never:
                return False  # أمامه: before him, not his imam
            if isinstance(hit.payload, GroupUse) and hit.payload.anonymous and hit.payload.number == "s":
                return False  # قذائف مصدرها المرتفعات
            # مدنية is no مدني with a pronoun: ta marbuta is not ه
            return not (hit.enc == "ه" and self.tokens[hit.last - 1].plain.endswith("ة"))
        if self.tokens[i].plain.removeprefix("و") in ("إلى", "على"):
            return False
        single = hit.last == i + 1
        idle = single and (hit.cut.stem in self.never or self.tokens[i].form in self.never or self.tokens[i].form in _IDIOMS)
        if idle and isinstance(hit.payload, (Naming, TitleUse)) and not (hit.cut.definite and isinstance(hit.payload, TitleUse)):
            return self.quoted(i, hit.last)
        if isinstance(hit.payload, Naming):
            if hit.cut.definite:
                return False
            if single and hit.cut.stem in self.verbs and not self.quoted(i, hit.last):
                return False
        return True

    def quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks stand close around tokens."""
        before, behind = self.punct(first - 1), self.punct(last)
        return bool(before) and before in OPENING and before not in "([" and bool(behind) and behind in CLOSING

    def given(self, i: int) -> bool:
        """Whether token `i` is a given name by its letters with hamza (ليلى, not ليلي; hamza on alef may be left out)."""
        plain = self.tokens[i].plain if i < self.size else ""
        return plain in self.lex.given or plain in self.lex.given_also_words or self.is_servant(plain)

    def is_servant(self, plain: str) -> bool:
        """Whether a word is عبد and a name of God written as one (عبدالباسط)."""
        return plain.startswith("عبدال") and len(plain) > 6

    def listed_alone(self, i: int) -> bool:
        """Whether the word at token `i` begins a phrase of the shelf, or is a place, as it stands."""
        if any(not h.cut.pro for h in self.hits(i)):
            return True
        found = self.gazetteer.keyed(self.word(i))
        return bool(found) and found[0].strong

    def gender_of_name(self, i: int, glued: str = "") -> Gender:
        """The gender of a person's name by its given name, `glued` a particle before it; "c" where it is foreign or a surname."""
        plain = self.tokens[i].plain[len(glued) :]
        return "f" if plain in self.lex.women else "m" if plain in self.lex.men or plain in ("أبو", "ابو", "عبد") else "c"

    def given_surely(self, i: int) -> bool:
        """Whether token `i` is a given name that is no everyday word."""
        plain = self.tokens[i].plain if i < self.size else ""
        return plain in self.lex.given or self.is_servant(plain)

    def word(self, i: int) -> str:
        """The folded word at token `i`; "" for punctuation, numbers and beyond the end."""
        return self.tokens[i].form if 0 <= i < self.size and self.tokens[i].kind == "word" else ""

    def token(self, i: int) -> Token | None:
        """Token `i`, if there is one."""
        return self.tokens[i] if 0 <= i < self.size else None

    def punct(self, i: int) -> str:
        """The punctuation at token `i`; "" for anything else."""
        return self.tokens[i].form if 0 <= i < self.size and self.tokens[i].kind == "punct" else ""

    def listed(self, name: str, i: int) -> bool:
        """Whether the word at token `i`, bare or behind و ف ب ل or the article, is in a closed list."""
        words = self.lists.get(name)
        form = self.word(i)
        if not words or not form:
            return False
        if form in words:
            return True
        return any(c.stem in words and not c.enc for c in self.page.lookup.cuts(form)[1:])

    def plainly(self, name: str, i: int) -> bool:
        """Whether the word at token `i` is in a closed list as it stands or behind و ف."""
        words = self.lists.get(name)
        form = self.word(i)
        return bool(words) and bool(form) and (form in words or (form[0] in "وف" and form[1:] in words))  # type: ignore[operator]

    def phrased(self, name: str, i: int) -> bool:
        """Whether the word at token `i` and the one beside it stand in a list of phrases that make another thing of it (الطبقة الوسطى)."""
        phrases = self.lists.get(name, frozenset())
        form, before, behind = self.word(i), self.word(i - 1) if i else "", self.word(i + 1)
        bare = {form, form[1:], "ال" + form.removeprefix("لل")}  # والدور الذي, للطبقة الوسطى
        heads = {before, before[1:]}
        return any(f"{f} {behind}" in phrases or any(f"{b} {f}" in phrases for b in heads) for f in bare)

    def no_body(self, hit: Hit[Use]) -> bool:
        """Whether the word behind the head noun of a body shows that it is none here, or the head with the article alone is none."""
        if hit.last > hit.first + 1 or hit.enc:
            return False
        if hit.cut.pro.endswith("ب") and hit.cut.stem in self.lists.get("led-by", frozenset()):
            return True  # التحالف بقيادة السعودية
        head, behind = hit.cut.stem.removeprefix("ال"), self.word(hit.last)
        if self.has_article(hit) and head in self.lists.get("no-body-alone", frozenset()) and not behind.startswith("ال"):
            return True
        return f"{head} {behind.removeprefix('ال')}" in self.lists.get("no-body", frozenset())

    def nisba(self, i: int) -> NisbaUse | None:
        """The nisba that token `i` is, with or without the article and و."""
        for hit in self.hits(i):
            if isinstance(hit.payload, NisbaUse) and hit.cut.pro in ("", "ال", "و", "وال"):
                return hit.payload
        return None

    def first_of(self, i: int, kind: type[Use]) -> Hit[Use] | None:
        """The longest phrase of one kind that begins at token `i`."""
        return next((h for h in self.hits(i) if isinstance(h.payload, kind)), None)

    def common(self, i: int) -> bool:
        """Whether token `i` is a title, an institution, a collective or a nisba rather than part of a name."""
        return any(isinstance(h.payload, (TitleUse, HeadUse, GroupUse, NisbaUse)) for h in self.hits(i))

    def definite(self, i: int) -> bool:
        """Whether the word at token `i` carries the article."""
        form = self.word(i)
        return form.startswith(("ال", "وال", "بال", "لل", "فال", "كال", "ولل", "وبال")) and len(form) > 3

    def sentence(self, i: int) -> int:
        """The number of the sentence that token `i` is in, or of the one before it."""
        return bisect_right(self.page.sentences, i, key=lambda s: s.first) - 1

    def not_before(self, entry: TypeWord) -> frozenset[str]:
        """The folded words behind which a type word names no place."""
        known = self._not_before.get(entry.id)
        if known is None:
            known = self._not_before[entry.id] = frozenset(fold_word(w) for w in entry.not_before)
        return known

    def has_article(self, hit: Hit[Use]) -> bool:
        """Whether a phrase is definite by an article in front of or inside it."""
        if hit.cut.definite or (hit.cut.stem.startswith("ال") and self.definite(hit.first)):
            return True  # للمقاومة against the phrase المقاومة
        return any(self.word(k).startswith("ال") for k in range(hit.first, hit.last))

    def is_verb(self, form: str) -> bool:
        """Whether a word is a form of a verb of saying or doing that the shelves know, و ف س in front allowed."""
        known = self._verb.get(form)
        if known is None:
            code = self.kit.code.verbs.root
            known = form in self.verbs or form in code or self._verb_behind(form)
            self._verb[form] = known
        return known

    def says(self, i: int) -> bool:
        """Whether token `i` is a verb of saying."""
        form = self.word(i)
        return form in self.verbs or (form[:1] in ("و", "ف") and form[1:] in self.verbs)

    def is_place_word(self, form: str) -> bool:
        """Whether a word is a place noun or a side, with or without the article."""
        bare = form.removeprefix("ال")
        return bare in self.gazetteer.words.by_type or bare in self.gazetteer.words.by_direction

    def is_event_noun(self, form: str) -> bool:
        """Whether a word is a noun that names a happening."""
        node = self.kit.code.nouns.root.get(form)
        return node is not None and bool(node.payloads)

    def _verb_behind(self, form: str) -> bool:
        code = self.kit.code.verbs.root
        rest = form[1:]
        if form[:1] == "س" and rest[:1] not in ("ي", "ت", "ن", "ا"):
            return False
        return form[:1] in ("و", "ف", "س") and (rest in self.verbs or rest in code)

    def places_at(self, i: int) -> int:
        """The token behind a plain place phrase (type words and a known name) at token `i`; 0 where there is none."""
        types = self.gazetteer.words.by_type
        j = i
        while (
            j < self.size and j < i + 2 and any(c.stem in types and not c.enc for c in self.page.lookup.cuts(self.word(j) or "-"))
        ):
            j += 1
        for start in dict.fromkeys((i, j)):
            end = self.known_place(start)
            if end:
                return end
        return 0

    def known_place(self, i: int) -> int:
        """The token behind the longest gazetteer name that begins at token `i`, proclitics allowed; 0 for none."""
        form = self.word(i)
        if not form:
            return 0
        for cut in self.page.lookup.cuts(form):
            if cut.enc or cut.pro not in ("", "و", "ب", "ل", "وب", "ول", "ف", "ك", "لال", "ولال"):
                continue
            stem = "ال" + cut.stem if cut.definite else cut.stem
            reach = self.gazetteer.longest(stem)
            for n in range(min(reach, self.size - i), 0, -1):
                key = " ".join((stem, *(self.tokens[k].form for k in range(i + 1, i + n))))
                found = self.gazetteer.keyed(key)
                if found and (n > 1 or found[0].strong):
                    return i + n
        return 0

    def after(self, i: int, letters: int) -> int:
        """The offset in the text as published behind the first `letters` letters of token `i`."""
        folded = self.page.folded
        at = bisect_left(folded.starts, self.tokens[i].start)
        return folded.starts[at + letters]


def span_of(scene: Scene, draft: Draft) -> Span:
    """The characters of a mention, without a glued و ف ب ل ك in front (لل stays)."""
    start, end = scene.page.span(draft.first, draft.last)
    pro = draft.cut.pro
    glued = pro.removesuffix("ال") if pro.endswith("ال") else pro
    if scene.tokens[draft.first].form.removeprefix("و").startswith("لل"):
        glued = glued.removesuffix("ل")  # the article hides in لل
    if glued and draft.cut.stem:
        start = scene.after(draft.first, len(glued))
    return start, end
