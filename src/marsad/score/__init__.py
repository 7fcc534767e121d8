"""Compare readings with hand annotations, so that anybody can test Marsad on their own material.

`load_gold` reads a folder of annotations, `score` counts, `Figures` holds and prints the result. See `docs/score.md`.
"""

from __future__ import annotations

from marsad.score.annotation import Article, Gold, GoldError, load_articles, load_found, load_gold
from marsad.score.compare import score
from marsad.score.figures import Figure, Figures, Miss

__all__ = [
    "Article",
    "Figure",
    "Figures",
    "Gold",
    "GoldError",
    "Miss",
    "load_articles",
    "load_found",
    "load_gold",
    "score",
]
