"""The words of the names of bodies, offices and qualities in English, for actors that the registry does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

import msgspec

from marsad.arabic.fold import fold_word
from marsad.lexicon.recognise.schema import NisbaRow

# The longest phrases of the tables, in words.
_HEAD: Final = 4
_QUALITY: Final = 2
# What a body owns that is owned by another: ممثلو فصائل المعارضة.
_DEPTH: Final = 3
_BETWEEN: Final = {"من": "of", "في": "in"}
_AGREEMENT: Final = ("", "ه", "ا", "ات", "ون", "ين", "ان", "تان", "تين")
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "نا")


Part = Literal["body", "bodies", "title", "titles", "quality", "ل", "ب", "من", "مع"]


class EnglishRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Arabic words, all without the article, and what they are in English; see docs/recognise.md for `use`."""

    ar: tuple[str, ...]
    en: str
    use: Part


class Headed(NamedTuple):
    """The English of the noun a name begins with, and whether it means several."""

    en: str
    several: bool


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Looked up by folded words without article: nouns of bodies and of offices, qualities by their stem.

    `ties` say whose a body is (تابع ل, مدعوم من): the English words and the preposition that joins them to the owner;
    `nations` are the people of a state, in the plural, with its adjective.
    """

    bodies: Mapping[str, Headed] = field(default_factory=dict)
    titles: Mapping[str, Headed] = field(default_factory=dict)
    qualities: Mapping[str, str] = field(default_factory=dict)
    ties: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    nations: Mapping[str, str] = field(default_factory=dict)


def english_words(rows: Iterable[EnglishRow], nisba: Sequence[NisbaRow]) -> EnglishWords:
    """The tables of the rows; the adjectives of states and groups count among the qualities."""
    bodies: dict[str, Headed] = {}
    titles: dict[str, Headed] = {}
    nations = {
        fold_word(form): row.english
        for row in nisba
        for form in (row.plural, *(row.masculine + end for end in ("ون", "ين", "ان")))  # الأتراك, السوريون
    }
    qualities = {fold_word(row.masculine): row.english for row in nisba}
    ties: dict[str, tuple[str, str]] = {}
    for row in rows:
        for form in (folded for written in row.ar for folded in _forms(written)):
            if row.use in ("body", "bodies"):
                bodies[form] = Headed(row.en, row.use == "bodies")
            elif row.use in ("title", "titles"):
                titles[form] = Headed(row.en, row.use == "titles")
            elif row.use == "quality":
                qualities[form] = row.en
            else:
                ties[form] = (row.en, row.use)
    return EnglishWords(bodies, titles, qualities, ties, nations)


def _forms(written: str) -> Iterator[str]:
    """Words as written, and a sound plural in its other cases and before a genitive."""
    first, *rest = written.split()
    tail = "".join(f" {word}" for word in rest)
    ends = ("ون", "ين", "و", "ي") if first.endswith("ون") else ("",)
    yield from (fold_word(first.removesuffix("ون") + end + tail) for end in ends)


class Composer:
    """Puts a name together from its words, folded; `owners` are the registered names inside it."""

    def __init__(self, wording: EnglishWords, owners: Mapping[tuple[str, ...], str]) -> None:
        self.wording = wording
        self.owners = owners

    def name(self, words: list[str], heads: Mapping[str, Headed], people: Headed | None = None, depth: int = 0) -> str | None:
        """A noun, its qualities and whose it is, in English; None where a word is left over. `people` is the first word's own."""
        bare = [_without_article(word) for word in words]
        for length in range(min(_HEAD, len(bare)), 0, -1):
            key = " ".join(bare[:length])
            head = people if people is not None and length == 1 else heads.get(key) or _owned(key, heads)
            found = head and self._behind(words, bare, length, head, depth)
            if found:
                return found
        return None

    def _behind(self, words: list[str], bare: list[str], at: int, head: Headed, depth: int) -> str | None:
        told = head.en
        while at < len(bare):
            owner = self._owner(words, bare, at, depth)
            if owner:
                return f"{told} {owner}"
            quality, length = self._quality(bare, at)
            if not quality:
                return None
            told = f"{quality} {told.removeprefix('the ')}"
            at += length
        return told

    def _quality(self, bare: list[str], at: int) -> tuple[str, int]:
        """The English adjective at a word, in whatever form it agrees, and how many words it takes."""
        for length in range(min(_QUALITY, len(bare) - at), 0, -1):
            key = " ".join(bare[at : at + length])
            for end in _AGREEMENT:
                known = self.wording.qualities.get(key.removesuffix(end)) if key.endswith(end) else None
                if known:
                    return known, length
        return "", 0

    def _owner(self, words: list[str], bare: list[str], at: int, depth: int) -> str | None:
        """The words that say whose a body is: of X, backed by X."""
        tie = next(
            (t for e in _AGREEMENT if bare[at].endswith(e) and (t := self.wording.ties.get(bare[at].removesuffix(e)))), None
        )
        rest = words[at:]
        joined = "of"
        if tie is not None:
            joined, preposition = tie
            rest = _behind_preposition(words[at + 1 :], preposition)
        elif rest[0] in _BETWEEN:
            joined, rest = _BETWEEN[rest[0]], rest[1:]
        if not rest or depth == _DEPTH:
            return None
        owner = self.owners.get(tuple(rest)) or self.name(rest, self.wording.bodies, depth=depth + 1)
        return f"{joined} {owner}" if owner else None


def of_a_nation(text: str, wording: EnglishWords) -> str | None:
    """People named by the adjective of their state alone: السوريون are Syrians, الأتراك Turkish people."""
    adjective = wording.nations.get(_without_article(fold_word(text.strip())))
    if adjective is None:
        return None
    return f"{adjective}s" if adjective.endswith(("an", "i")) else f"{adjective} people"


def _behind_preposition(words: list[str], preposition: str) -> list[str]:
    """The words that a preposition governs, glued to the first or a word of its own; none where it is not there."""
    if not words:
        return []
    first, *rest = words
    if len(preposition) > 1:
        return rest if first == preposition else []
    if preposition == "ل" and first.startswith("لل"):
        return ["ال" + first.removeprefix("لل"), *rest]
    return [first.removeprefix(preposition), *rest] if first.startswith(preposition) else []


def _without_article(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 3 else word


def _owned(key: str, heads: Mapping[str, Headed]) -> Headed | None:
    """Several of a kind with a pronoun behind them (حلفاؤه): without saying whose they are."""
    for end in _PRONOUNS:
        known = heads.get(key.removesuffix(end)) or heads.get(key.removesuffix(end)[:-1] + "ء") if key.endswith(end) else None
        if known is not None and known.several:
            return known
    return None
