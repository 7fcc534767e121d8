"""What the attribute stage knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AttributeLexicon:
    """The tables of the attribute stage."""


def load() -> AttributeLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    return AttributeLexicon()
