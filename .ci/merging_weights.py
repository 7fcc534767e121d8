"""The weights of `stages/code/merging/weights.py`, learned anew from the annotated articles that may be read.

    merging_weights.py

Prints the table as it stands in that module, and how well weights learned on seven eighths of the articles tell the pairs of the rest.
"""

from __future__ import annotations

import gzip
import json
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from outside_material import ROOT, need
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import marsad.stages.code as stage
from marsad import kit
from marsad.model import Document, Span
from marsad.pipeline import read
from marsad.readers import Given, read_documents
from marsad.score import load_articles, load_gold
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.merging.likeness import Likeness
from marsad.stages.code.merging.weights import WEIGHTS
from marsad.stages.code.scene import Scene

FOLDS: Final = 8
STRENGTH: Final = (
    0.05  # how freely weights may grow; five times as much or as little changes nothing that can be told from chance
)
# Two mentions are joined from even chances of .39 on: what is told twice costs the F1 a little over half of what is swallowed.
LEANING: Final = 0.65


class Row(NamedTuple):
    """Two mentions of one article: its fold, the signs that hold for the two, and whether they are annotated as one happening."""

    fold: int
    signs: dict[str, float]
    one: bool


def annotated() -> Iterator[tuple[dict[str, Any], list[tuple[Span, ...]]]]:
    """The articles that may be read, each with the spans of every happening: those drawn at random, and the training part of the gold."""
    corpus, *golds = need("corpus/news_dev.jsonl.gz", "gold/train.jsonl")
    rows = [json.loads(line) for line in (ROOT / ".ci/random_articles.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {row["id"]: [tuple(map(tuple, spans)) for _, _, spans in row["events"]] for row in rows if row["part"] == "look"}
    for path in golds:
        for name, gold in load_gold(path.with_suffix(""), load_articles(path)).items():
            told[name] = [event.triggers for event in gold.events]
    for path in (corpus, *golds):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            for line in file:
                article = json.loads(line)
                if article["id"] in told:
                    yield article, told.pop(article["id"])


def compared(article: dict[str, Any], told: list[tuple[Span, ...]], shelves: kit.Kit) -> Iterator[Row]:
    """Every two mentions of an article that may be one happening and lie on annotated words both."""
    seen: list[tuple[Scene, list[Mention]]] = []

    def watch(scene: Scene, mentions: list[Mention]) -> list[Gathered]:
        seen.append((scene, sorted(mentions, key=lambda m: m.first)))
        return gathered(scene, mentions)

    gathered, stage.gather = stage.gather, watch  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.jsonl"
        path.write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
        for document in read_documents([str(path)], given=Given()):
            if isinstance(document, Document):
                read(document, shelves)
    stage.gather = gathered  # type: ignore[attr-defined]
    for scene, mentions in seen:
        likeness = Likeness(scene, mentions)
        lies = [{k for k, spans in enumerate(told) if any(a < m.span[1] and m.span[0] < b for a, b in spans)} for m in mentions]
        for j, two in enumerate(mentions):
            for i, one in enumerate(mentions[:j]):
                pair = likeness.compared(one, two) if lies[i] and lies[j] and one.beside(two) else None
                if pair is not None and not pair.contradicted:
                    yield Row(zlib.crc32(article["id"].encode()) % FOLDS, pair.signs, bool(lies[i] & lies[j]))


shelves = kit.load()
pairs = [row for article, told in annotated() for row in compared(article, told, shelves)]
names = list(WEIGHTS)
signs = np.array([[row.signs.get(name, 0.0) for name in names] for row in pairs])
one = np.array([row.one for row in pairs])
folds = np.array([row.fold for row in pairs])
unseen = np.zeros(len(pairs))
for fold in range(FOLDS):
    learned = LogisticRegression(C=STRENGTH, max_iter=800).fit(signs[folds != fold], one[folds != fold])
    unseen[folds == fold] = learned.decision_function(signs[folds == fold])
joined = unseen > -LEANING
print(
    f"# {len(pairs)} pairs, {one.sum()} of them one happening; on articles not learned from: AUC {roc_auc_score(one, unseen):.3f},"
)
print(
    f"# {(joined & one).sum()} joined rightly, {(joined & ~one).sum()} wrongly, {(~joined & one).sum()} left apart that are one"
)
learned = LogisticRegression(C=STRENGTH, max_iter=800).fit(signs, one)
for weight, name in sorted(zip(learned.coef_[0], names, strict=True), reverse=True):
    print(f'    "{name}": {weight:.2f},')
print(f"BEFORE: Final = {learned.intercept_[0] + LEANING:.2f}")
