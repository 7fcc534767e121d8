"""Estimate what the signs of one happening weigh, from annotated articles: python .ci/merging.py [--write].

Of every two mentions that may be one happening, those annotated as one are told from the others by logistic regression over the signs
of `marsad.stages.code.merging.likeness`. It learns from the random articles that are looked at and from the gold's training articles;
the figures printed are those of articles left out in turn (eighths). `--write` puts the weights, rounded, into the package.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np
from estimating import Told, annotated, fitted, held_out, meet, write
from sklearn.metrics import roc_auc_score

import marsad.stages.code as stage
from marsad import kit as kits
from marsad.pipeline import read
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.merging.likeness import Likeness
from marsad.stages.code.scene import Scene

STRENGTH: Final = 0.05  # of the weights against the penalty on their squares; five times as much or as little tells no better
# Two mentions are joined from even chances of .34 on: what is told twice costs the F1 a little over half of what is swallowed.
LEANING: Final = 0.65


class Row(NamedTuple):
    """Two mentions of one article, the signs that hold for the two, and whether they are annotated as one happening."""

    article: str
    signs: dict[str, float]
    one: bool


@dataclass
class Watch:
    """Stands in for the merging, and keeps every two mentions that may be one happening and lie on annotated words both."""

    gather: Any = stage.gather  # type: ignore[attr-defined]
    article: str = ""
    told: Sequence[Told] = ()
    rows: list[Row] = field(default_factory=list)

    def __call__(self, scene: Scene, mentions: list[Mention]) -> list[Gathered]:
        likeness, ordered = Likeness(scene, mentions), sorted(mentions, key=lambda m: m.first)
        lies = [{k for k, event in enumerate(self.told) if meet([m.span], event.triggers)} for m in ordered]
        for j, two in enumerate(ordered):
            for i, one in enumerate(ordered[:j]):
                pair = likeness.compared(one, two) if lies[i] and lies[j] and one.beside(two) else None
                if pair is not None and not pair.contradicted:
                    self.rows.append(Row(self.article, pair.signs, bool(lies[i] & lies[j])))
        return self.gather(scene, mentions)  # type: ignore[no-any-return]


def rows() -> list[Row]:
    """The pairs of mentions of all annotated articles."""
    kit, watch = kits.load(), Watch()
    stage.gather = watch  # type: ignore[attr-defined]
    for name, document, told in annotated():
        watch.article, watch.told = name, told
        read(document, kit)
    return watch.rows


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = rows()
    signs, one = [row.signs for row in found], np.array([row.one for row in found])
    told = held_out(signs, one.tolist(), [row.article for row in found], STRENGTH)
    joined = np.log(told / (1 - told)) > -LEANING
    print(f"{len(found)} pairs, {one.sum()} of them one happening; AUC {roc_auc_score(one, told):.3f}")
    print(
        f"{(joined & one).sum()} joined rightly, {(joined & ~one).sum()} wrongly, {(~joined & one).sum()} left apart that are one"
    )
    if "--write" in sys.argv:
        write("merging.csv", *fitted(signs, one.tolist(), STRENGTH), leaning=LEANING)


main()
