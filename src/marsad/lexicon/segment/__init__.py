"""What the segment stage knows: abbreviations whose point ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.arabic.fold import fold_word
from marsad.lexicon.loader import Entry, read_yaml, shelf


class Abbreviation(Entry, frozen=True, kw_only=True):
    """An abbreviation written with a point."""

    form: str
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentLexicon:
    """The tables of the segment stage; forms are folded."""

    abbreviations: frozenset[str]


def load() -> SegmentLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    entries = read_yaml(shelf("segment") / "abbreviations.yml", Abbreviation)
    return SegmentLexicon(abbreviations=frozenset(fold_word(e.form) for e in entries))
