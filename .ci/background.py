"""Estimate what the signs of background weigh, from annotated articles: python .ci/background.py [--write].

Of the events that the rules read as actual, those which annotators call historical are told from those they call actual by logistic
regression over the signs of `marsad.stages.code.background`; what is planned or goes on is neither. It learns from the random
articles that are looked at and from the gold's training articles; the figures printed are those of articles left out in turn
(eighths). `--write` puts the weights, rounded, into the package.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from estimating import Recorder, fitted, random_articles, sure, texts, write
from sklearn.model_selection import GroupKFold

from marsad import kit as kits
from marsad.model import Span
from marsad.pipeline import trace
from marsad.score.annotation import load_articles, load_gold

STRENGTH = 0.05  # of the weights against the penalty on their squares: the best log likelihood of .02, .05, .1 and .2
SURE = (0.4, 0.5, 0.6)
Told = tuple[str, str, list[Span]]  # an annotated event: type, realis, triggers
Row = tuple[str, list[str], str]  # article, signs, annotated realis


def rows() -> Iterator[Row]:
    """The events that the rules read as actual and an annotation tells of: its realis, of the same type if there is one."""
    folder, documents = texts()
    told: dict[str, list[Told]] = {
        row["id"]: [(kind, realis, spans) for kind, realis, spans in row["events"]] for row in random_articles()
    }
    for name, gold in load_gold(folder, load_articles(folder.with_suffix(".jsonl"))).items():
        told[name] = [(e.type, e.realis or "", list(e.triggers)) for e in gold.events]
    kit = kits.load()
    kit = replace(kit, code=replace(kit.code, background=Recorder("background", {})))
    for document in documents:
        if document.ref not in told:
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
            if best is not None and best[2] in ("actual", "historical"):
                yield document.ref, json.loads(signs[event.id]), best[2]


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = list(rows())
    articles, signs, realis = ([row[k] for row in found] for k in range(3))
    background = [r == "historical" for r in realis]
    told = np.zeros(len(found))
    for some, others in GroupKFold(8).split(signs, background, articles):
        model = fitted([signs[k] for k in some], [background[k] for k in some], STRENGTH)
        told[others] = sure(*model, [signs[k] for k in others])
    likely = np.where(background, told, 1 - told)
    print(f"{len(found)} events read as actual, {sum(background)} of them background; log likelihood {np.log(likely).mean():.4f}")
    for bar in SURE:
        over = Counter(r for r, p in zip(realis, told, strict=True) if p > bar)
        print(f"above {bar}: {over['historical']} background, {over['actual']} actual")
    if "--write" in sys.argv:
        write("background.csv", *fitted(signs, background, STRENGTH))


main()
