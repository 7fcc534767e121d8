"""What the clean stage knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanLexicon:
    """The tables of the clean stage."""


def load() -> CleanLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    return CleanLexicon()
