"""What the recognise stage knows: the registry of actors, nisba adjectives, titles, institutions, collectives, names.

One table holds every word and phrase by which an actor may be mentioned, so that a page is walked over once; what a phrase
is good for is its payload (`Naming`, `NisbaUse`, `TitleUse`, `HeadUse`, `GroupUse`).
"""

from __future__ import annotations

from marsad.lexicon.recognise.schema import (
    ActorRow,
    GroupUse,
    HeadUse,
    Naming,
    NisbaRow,
    NisbaUse,
    TitleUse,
    Use,
    WordList,
)
from marsad.lexicon.recognise.tables import RecogniseLexicon, assemble, load

__all__ = [
    "ActorRow",
    "GroupUse",
    "HeadUse",
    "Naming",
    "NisbaRow",
    "NisbaUse",
    "RecogniseLexicon",
    "TitleUse",
    "Use",
    "WordList",
    "assemble",
    "load",
]
