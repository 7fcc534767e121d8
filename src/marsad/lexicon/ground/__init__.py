"""What the ground stage knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroundLexicon:
    """The tables of the ground stage."""


def load() -> GroundLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    return GroundLexicon()
