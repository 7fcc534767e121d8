"""Estimate what the signs of background weigh, from annotated articles: python .ci/background.py [--write].

Of the events that the rules read as actual, those which annotators call historical are told from the others by logistic
regression over the signs of `marsad.stages.code.background`. It learns from the random articles that are looked at and scored on
and from the gold's training articles; the figures printed are those of articles left out in turn (eighths). `--write` puts the
weights, rounded, into the package.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from outside_material import ROOT, need
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from marsad import kit as kits
from marsad.lexicon.code.background import Background
from marsad.model import Document, Span
from marsad.pipeline import trace
from marsad.readers.files import read_documents
from marsad.score.annotation import load_articles, load_gold

TABLE = ROOT / "src" / "marsad" / "lexicon" / "code" / "background.csv"
STRENGTH = 0.05  # of the weights against the penalty on their squares: the best log likelihood of .02, .05, .1 and .2
ALWAYS = "always"
SEVERAL = 10  # events that a sign must be seen with
SURE = (0.4, 0.5, 0.6)
Told = tuple[str, str, list[Span]]  # an annotated event: type, realis, triggers
Row = tuple[str, list[str], str]  # article, signs, annotated realis


@dataclass(frozen=True)
class Recorder(Background):
    """Weighs nothing, and gives the signs as the reason."""

    def weigh(self, signs: Iterable[str]) -> str | None:
        return json.dumps(sorted(signs))


def annotated() -> tuple[list[str], dict[str, list[Told]]]:
    """The files of the articles to learn from, and what is annotated in each."""
    corpus, folder, articles = need("corpus/news_dev.jsonl.gz", "gold/train", "gold/train.jsonl")
    told: dict[str, list[Told]] = {}
    for line in Path(__file__).with_name("random_articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] != "kept":
            told[row["id"]] = [(kind, realis, spans) for kind, realis, spans in row["events"]]
    for name, gold in load_gold(folder, load_articles(articles)).items():
        told[name] = [(e.type, e.realis, list(e.triggers)) for e in gold.events]
    return [str(corpus), str(articles)], told


def rows() -> Iterator[Row]:
    """The events that the rules read as actual and an annotation tells of: its realis, of the same type if there is one."""
    paths, told = annotated()
    kit = kits.load()
    kit = replace(kit, code=replace(kit.code, background=Recorder({})))
    for document in read_documents(paths):
        if not isinstance(document, Document) or document.ref not in told:
            continue
        traced = trace(document, kit)
        signs = {
            t.record: c.why
            for t in traced.traces
            for c in t.considered
            if c.what == "realis historical" and c.why.startswith("[")
        }
        for event in traced.reading.events:
            if event.id not in signs:
                continue
            met = [
                (sum(a < d and c < b for a, b in event.triggers for c, d in spans), kind == event.type, realis)
                for kind, realis, spans in told[document.ref]
            ]
            best = max((m for m in met if m[0]), key=lambda m: (m[1], m[0]), default=None)
            if best is not None:
                yield document.ref, json.loads(signs[event.id]), best[2]


def fitted(signs: list[list[str]], background: list[bool]) -> tuple[DictVectorizer, LogisticRegression]:
    """The regression over the signs that several events have."""
    seen = Counter(sign for some in signs for sign in some)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{sign: 1.0 for sign in some if seen[sign] >= SEVERAL} for some in signs])
    return vectorizer, LogisticRegression(C=STRENGTH, max_iter=1000).fit(narrow(x), background)


def narrow(x: Any) -> Any:
    """A sparse matrix with the short indices that the regression asks for."""
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x


def sure(vectorizer: DictVectorizer, model: LogisticRegression, signs: list[list[str]]) -> Any:
    """How likely each event is background."""
    return model.predict_proba(narrow(vectorizer.transform([dict.fromkeys(some, 1.0) for some in signs])))[:, 1]


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = list(rows())
    articles, signs, realis = ([row[k] for row in found] for k in range(3))
    background = [r == "historical" for r in realis]
    told = np.zeros(len(found))
    for some, others in GroupKFold(8).split(signs, background, articles):
        model = fitted([signs[k] for k in some], [background[k] for k in some])
        told[others] = sure(*model, [signs[k] for k in others])
    likely = np.where(background, told, 1 - told)
    print(f"{len(found)} events read as actual, {sum(background)} of them background; log likelihood {np.log(likely).mean():.4f}")
    for bar in SURE:
        over = Counter(r for r, p in zip(realis, told, strict=True) if p > bar)
        print(f"above {bar}: {over['historical']} background, {over['actual']} actual, {over.total()} in all")
    vectorizer, model = fitted(signs, background)
    weights = sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    if "--write" in sys.argv:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("id", "weight"))
            table.writerow((ALWAYS, f"{model.intercept_[0]:.2f}"))
            table.writerows((sign, f"{weight:.2f}") for sign, weight in weights if abs(weight) >= 0.01)
        print(f"wrote {len(weights)} signs to {TABLE.name}")


main()
