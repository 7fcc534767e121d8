"""Counts: numbers with what they count, of whom, and whose word it is.

`quantities` reads a phrase that states a number, `surroundings` what the words around it say, `befalling` whether a word of
harm befell those counted, `populations` whose people they are; `Counter` walks over the sentences.
"""

from __future__ import annotations

from marsad.stages.code.counts.state import Found
from marsad.stages.code.counts.walk import Counter

__all__ = ["Counter", "Found"]
