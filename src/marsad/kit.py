"""Everything the stages need to know, loaded once, frozen and picklable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from marsad.gazetteer.table import Gazetteer
from marsad.gazetteer.table import load as load_gazetteer
from marsad.lexicon import attribute, clean, code, ground, recognise, segment


@dataclass(frozen=True, slots=True)
class Kit:
    """The shelves of all stages and the gazetteer."""

    clean: clean.CleanLexicon
    segment: segment.SegmentLexicon
    recognise: recognise.RecogniseLexicon
    attribute: attribute.AttributeLexicon
    code: code.CodeLexicon
    ground: ground.GroundLexicon
    gazetteer: Gazetteer


def load(*, gazetteers: Sequence[Path] = (), outlets: Sequence[Path] = ()) -> Kit:
    """Load the shipped shelves, imported gazetteer tables and a user's outlets; raises `LexiconError` where one is broken."""
    return Kit(
        clean=clean.load(extra=outlets),
        segment=segment.load(),
        recognise=recognise.load(),
        attribute=attribute.load(),
        code=code.load(),
        ground=ground.load(),
        gazetteer=load_gazetteer(extra=gazetteers),
    )
