"""The words around place names: what kind of place (بلدة), which side (شمالي)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypeVar

import msgspec
import yaml

from marsad.arabic.fold import fold_word
from marsad.arabic.phrases import NOUN_PROCLITICS
from marsad.arabic.tokens import Token, cuts
from marsad.model import PlaceKind, Record

Number: TypeAlias = Literal["one", "two", "many"]
T = TypeVar("T")
_LONGEST: Final = 3


class Example(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence and the word in it that the entry is about."""

    text: str
    word: str


class TypeWord(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that says what kind of place follows; `km` is the usual radius of such a place.

    `region` marks words that turn the place behind them into an area around it (ريف حلب is not Aleppo). `not_before`
    are words behind which it names no place (محور الشر).
    """

    id: str
    kind: PlaceKind
    km: float
    one: tuple[str, ...]
    two: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    region: bool = False
    not_before: tuple[str, ...] = ()
    examples: tuple[Example, ...]
    never: tuple[Example, ...] = ()


class DirectionWord(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A side of the compass: `bearing` in degrees clockwise from north; noun (شمال، شمالي) or adjective (الشمالي)."""

    id: str
    bearing: int
    noun: tuple[str, ...]
    adjective: tuple[str, ...]
    examples: tuple[Example, ...]


class TypeHit(NamedTuple):
    """A type word in a text, its number, and the token behind it."""

    word: TypeWord
    number: Number
    last: int


class DirectionHit(NamedTuple):
    """A direction in a text, whether it stands as an adjective, and the token behind it."""

    word: DirectionWord
    adjective: bool
    last: int


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    types: tuple[TypeWord, ...]
    directions: tuple[DirectionWord, ...]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """All place words, and folded forms that lead to them; nouns are looked up with any proclitic cut off."""

    types: tuple[TypeWord, ...] = ()
    directions: tuple[DirectionWord, ...] = ()
    by_type: Mapping[str, tuple[TypeWord, Number]] = field(default_factory=dict, repr=False)
    by_direction: Mapping[str, tuple[DirectionWord, bool]] = field(default_factory=dict, repr=False)

    def type_at(self, tokens: Sequence[Token], i: int) -> TypeHit | None:
        """The type word that begins at token `i`; None also where the word behind it makes it no place (محور الشر)."""
        found = _longest(self.by_type, tokens, i)
        if found is None:
            return None
        (word, number), last = found
        if last < len(tokens) and tokens[last].form in {fold_word(form) for form in word.not_before}:
            return None
        return TypeHit(word, number, last)

    def direction_at(self, tokens: Sequence[Token], i: int) -> DirectionHit | None:
        """The direction that begins at token `i`, the longest (الشمالي الشرقي before الشمالي)."""
        found = _longest(self.by_direction, tokens, i)
        return None if found is None else DirectionHit(found[0][0], found[0][1], found[1])


def _longest(table: Mapping[str, T], tokens: Sequence[Token], i: int) -> tuple[T, int] | None:
    """What the table holds for one to three words from token `i`, and the token behind."""
    if tokens[i].kind != "word":
        return None
    for last in range(min(i + _LONGEST, len(tokens)), i, -1):
        rest = "".join(f" {token.form}" for token in tokens[i + 1 : last])
        for cut in cuts(tokens[i].form):
            if cut.enc or cut.pro not in NOUN_PROCLITICS:
                continue
            for stem in (cut.stem, "ال" + cut.stem) if cut.definite else (cut.stem,):
                found = table.get(stem + rest)
                if found is not None:
                    return found, last
    return None


def read_placewords(text: str | None = None) -> PlaceWords:
    """The shipped place words, or those of a YAML text; raises `ValueError` for an unknown key or a form listed twice."""
    if text is None:
        text = (resources.files("marsad.gazetteer") / "placewords.yml").read_text(encoding="utf-8")
    raw: Any = yaml.safe_load(text)
    try:
        file = msgspec.convert(raw, _File)
    except msgspec.ValidationError as error:
        raise ValueError(f"placewords.yml: {error}") from None
    by_type: dict[str, tuple[TypeWord, Number]] = {}
    for word in file.types:
        numbered: tuple[tuple[Number, tuple[str, ...]], ...] = (("one", word.one), ("two", word.two), ("many", word.many))
        for number, forms in numbered:
            for form in forms:
                _once(by_type, form, (word, number), word.id)
    by_direction: dict[str, tuple[DirectionWord, bool]] = {}
    for direction in file.directions:
        for form in direction.noun:
            _once(by_direction, form, (direction, False), direction.id)
        for form in direction.adjective:
            _once(by_direction, form, (direction, True), direction.id)
    return PlaceWords(file.types, file.directions, by_type, by_direction)


def _once(table: dict[str, T], form: str, value: T, ident: str) -> None:
    key = fold_word(form)
    if key in table:
        raise ValueError(f"placewords.yml: {form!r} of {ident!r} is already listed")
    table[key] = value
