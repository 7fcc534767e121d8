"""What the recognise stage knows: the registry of actors, nisba adjectives, titles, institutions, collectives, names.

One table holds every word and phrase by which an actor may be mentioned, so that a page is walked over once; what a phrase
is good for is its payload (`Naming`, `NisbaUse`, `TitleUse`, `HeadUse`, `GroupUse`).
"""

from __future__ import annotations

from marsad.lexicon.recognise.schema import (
    ActorRow,
    Collective,
    GroupUse,
    HeadUse,
    Institution,
    Naming,
    NisbaRow,
    NisbaUse,
    Title,
    TitleUse,
    Use,
    WordList,
)
from marsad.lexicon.recognise.tables import RecogniseLexicon, assemble, load

__all__ = [
    "ActorRow",
    "Collective",
    "GroupUse",
    "HeadUse",
    "Institution",
    "Naming",
    "NisbaRow",
    "NisbaUse",
    "RecogniseLexicon",
    "Title",
    "TitleUse",
    "Use",
    "WordList",
    "assemble",
    "load",
]
