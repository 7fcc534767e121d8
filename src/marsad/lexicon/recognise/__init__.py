"""What the recognise stage knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecogniseLexicon:
    """The tables of the recognise stage."""


def load() -> RecogniseLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    return RecogniseLexicon()
