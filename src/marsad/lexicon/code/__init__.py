"""What the code stage knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeLexicon:
    """The tables of the code stage."""


def load() -> CodeLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    return CodeLexicon()
