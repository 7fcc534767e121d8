"""Phrase tables: many phrases matched over tokens, leftmost and longest, clitics allowed at the outer edges.

A phrase is one or more words. In front of its first word any proclitic may stand that the entry allows; behind its last
word a pronoun, if the entry allows one. Quotation marks and brackets between its words do not break it, because outlets
write حزب "العمال الكردستاني" as often as without marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, NamedTuple, TypeVar

from marsad.arabic.fold import fold_word
from marsad.arabic.tokens import Cut, Token, cuts, folded_words

P = TypeVar("P")

_SKIPPED: Final = frozenset("\"'«»“”„‟‘’‚‹›()[]{}`´_-–—")
NOUN_PROCLITICS: Final = frozenset(
    ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "فال", "بال", "كال", "وبال", "وكال", "فبال", "لال", "ولال", "فلال"]
)  # fmt: skip


class Hit(NamedTuple, Generic[P]):
    """A phrase found: tokens `first` to `last` (exclusive), how its outer words were cut, and what the entry carries."""

    first: int
    last: int
    cut: Cut
    enc: str
    payload: P


class Lookup:
    """The cuts of a document's words, each computed once."""

    __slots__ = ("_cuts", "_stems")

    def __init__(self) -> None:
        self._cuts: dict[str, tuple[Cut, ...]] = {}
        self._stems: dict[str, frozenset[str]] = {}

    def cuts(self, form: str) -> tuple[Cut, ...]:
        """Every way to cut a folded word, least cut first."""
        known = self._cuts.get(form)
        if known is None:
            known = self._cuts[form] = cuts(form)
        return known

    def stems(self, form: str) -> frozenset[str]:
        """Every stem that a cut of the word leaves, with the article put back where one was cut off behind a clitic."""
        known = self._stems.get(form)
        if known is None:
            found = self.cuts(form)
            known = self._stems[form] = frozenset(
                [cut.stem for cut in found] + ["ال" + cut.stem for cut in found if cut.pro.endswith("ال")]
            )
        return known


@dataclass(frozen=True, slots=True)
class _Node(Generic[P]):
    payloads: list[P] = field(default_factory=list)
    after: dict[str, _Node[P]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhraseTable(Generic[P]):
    """A trie of phrases; build with `PhraseTable.build`, then `at` one token or `scan` them all."""

    root: Mapping[str, _Node[P]]
    proclitics: frozenset[str]
    pronouns: bool

    @classmethod
    def build(
        cls,
        phrases: Iterable[tuple[str, P]],
        *,
        proclitics: frozenset[str] = NOUN_PROCLITICS,
        pronouns: bool = False,
    ) -> PhraseTable[P]:
        """A table of (phrase as written, payload); several payloads of one phrase are kept in the order given.

        A phrase written with the article is met by its own spelling and by و/ب/ل/ك/ف in front of it (للجيش for الجيش); a
        phrase written without is met with and without the article.
        """
        root: dict[str, _Node[P]] = {}
        for phrase, payload in phrases:
            words = folded_words(fold_word(phrase))
            if not words:
                raise ValueError(f"a phrase without a word: {phrase!r}")
            node = root.setdefault(words[0], _Node())
            for word in words[1:]:
                node = node.after.setdefault(word, _Node())
            node.payloads.append(payload)
        return cls(root, proclitics, pronouns)

    def at(self, tokens: Sequence[Token], i: int, lookup: Lookup) -> list[Hit[P]]:
        """Every phrase that begins at token `i`: longest first, then least cut; none at or behind the end of the text."""
        if i >= len(tokens):
            return []
        token = tokens[i]
        hits: list[Hit[P]] = []
        if token.kind == "word":
            if self.root.keys().isdisjoint(lookup.stems(token.form)):
                return hits  # nineteen look-ups in twenty end here
            for cut in lookup.cuts(token.form):
                if cut.pro in self.proclitics:
                    node = self.root.get(cut.stem)
                    if node is not None:
                        self._walk(tokens, i, cut, node, lookup, hits)
                    if cut.pro.endswith("ال") and cut.pro not in ("ال",):
                        node = self.root.get("ال" + cut.stem)  # والجيش, للجيش against the spelling الجيش
                        if node is not None:
                            bare = Cut(cut.pro[:-2], "ال" + cut.stem, "")
                            self._walk(tokens, i, bare, node, lookup, hits)
        elif token.kind in ("number", "latin"):
            node = self.root.get(token.form)
            if node is not None:
                self._walk(tokens, i, Cut("", token.form, ""), node, lookup, hits)
        hits.sort(key=lambda h: (-h.last, len(h.cut.pro) + len(h.enc)))
        return hits

    def _walk(self, tokens: Sequence[Token], i: int, cut: Cut, node: _Node[P], lookup: Lookup, hits: list[Hit[P]]) -> None:
        if node.payloads and (self.pronouns or not cut.enc):
            hits.extend(Hit(i, i + 1, cut, cut.enc, payload) for payload in node.payloads)
        if cut.enc:
            return
        stack = [(node, i + 1)]
        while stack:
            here, j = stack.pop()
            if not here.after:
                continue
            while j < len(tokens) and tokens[j].kind == "punct" and tokens[j].form in _SKIPPED:
                j += 1
            if j >= len(tokens) or tokens[j].kind in ("punct", "break"):
                continue
            form = tokens[j].form
            following = here.after.get(form)
            if following is not None:
                hits.extend(Hit(i, j + 1, cut, "", payload) for payload in following.payloads)
                stack.append((following, j + 1))
            if self.pronouns and tokens[j].kind == "word":
                for last in lookup.cuts(form):
                    if last.enc and not last.pro:
                        ending = here.after.get(last.stem)
                        if ending is not None:
                            hits.extend(Hit(i, j + 1, cut, last.enc, payload) for payload in ending.payloads)

    def scan(self, tokens: Sequence[Token], lookup: Lookup) -> list[Hit[P]]:
        """Leftmost-longest hits that do not overlap; of several payloads of one phrase the first given is taken."""
        found: list[Hit[P]] = []
        i = 0
        while i < len(tokens):
            hits = self.at(tokens, i, lookup)
            if hits:
                found.append(hits[0])
                i = hits[0].last
            else:
                i += 1
        return found
