"""Estimate what the signs of one happening weigh, from annotated articles: python .ci/merging.py [--write].

Of every two mentions that may be one happening, those annotated as one are told from the others by logistic regression over the signs
of `marsad.stages.code.merging.likeness`. It learns from the random articles that are looked at and from the gold's training articles;
the figures printed are those of articles left out in turn (eighths). `--write` puts the weights, rounded, into the package.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import numpy as np
from estimating import fitted, random_articles, sure, texts, write
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

import marsad.stages.code as stage
from marsad import kit as kits
from marsad.model import Span
from marsad.pipeline import read
from marsad.score.annotation import load_articles, load_gold
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

    gather: Any = stage.gather
    article: str = ""
    told: Sequence[Sequence[Span]] = ()
    rows: list[Row] = field(default_factory=list)

    def __call__(self, scene: Scene, mentions: list[Mention]) -> list[Gathered]:
        likeness, ordered = Likeness(scene, mentions), sorted(mentions, key=lambda m: m.first)
        lies = [
            {k for k, spans in enumerate(self.told) if any(a < m.span[1] and m.span[0] < b for a, b in spans)} for m in ordered
        ]
        for j, two in enumerate(ordered):
            for i, one in enumerate(ordered[:j]):
                pair = likeness.compared(one, two) if lies[i] and lies[j] and one.beside(two) else None
                if pair is not None and not pair.contradicted:
                    self.rows.append(Row(self.article, pair.signs, bool(lies[i] & lies[j])))
        return self.gather(scene, mentions)  # type: ignore[no-any-return]


def annotated() -> Iterator[tuple[str, list[Sequence[Span]]]]:
    """The articles to learn from, each with the words of every happening."""
    folder, _ = texts()
    for row in random_articles():
        yield row["id"], [spans for _, _, spans in row["events"]]
    for name, gold in load_gold(folder, load_articles(folder.with_suffix(".jsonl"))).items():
        yield name, [event.triggers for event in gold.events]


def rows() -> list[Row]:
    """The pairs of mentions of all annotated articles."""
    told, kit, watch = dict(annotated()), kits.load(), Watch()
    stage.gather = watch  # type: ignore[attr-defined]
    for document in texts()[1]:
        if document.ref in told:
            watch.article, watch.told = document.ref, told[document.ref]
            read(document, kit)
    return watch.rows


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = rows()
    signs, one = [row.signs for row in found], np.array([row.one for row in found])
    told = np.zeros(len(found))
    for some, others in GroupKFold(8).split(signs, one, [row.article for row in found]):
        model = fitted([signs[k] for k in some], [bool(one[k]) for k in some], STRENGTH)
        told[others] = sure(*model, [signs[k] for k in others])
    joined = np.log(told / (1 - told)) > -LEANING
    print(f"{len(found)} pairs, {one.sum()} of them one happening; AUC {roc_auc_score(one, told):.3f}")
    print(
        f"{(joined & one).sum()} joined rightly, {(joined & ~one).sum()} wrongly, {(~joined & one).sum()} left apart that are one"
    )
    if "--write" in sys.argv:
        write("merging.csv", *fitted(signs, list(one), STRENGTH), leaning=LEANING)


main()
