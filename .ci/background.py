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
from typing import NamedTuple

from estimating import Recorder, annotated, counterpart, fitted, held_out, log_likelihood, write

from marsad import kit as kits
from marsad.pipeline import trace

STRENGTH = 0.05  # of the weights against the penalty on their squares: the best log likelihood of .02, .05, .1 and .2
SURE = (0.4, 0.5, 0.6)


class Row(NamedTuple):
    """An event that the rules read as actual: its article, its signs, the annotated realis."""

    article: str
    signs: list[str]
    realis: str


def rows() -> Iterator[Row]:
    """The events that the rules read as actual and an annotation tells of: its realis, of the same type if there is one."""
    kit = kits.load()
    kit = replace(kit, code=replace(kit.code, background=Recorder("background", {})))
    for name, document, told in annotated():
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
            best = counterpart(event, told)
            if best is not None and best.realis in ("actual", "historical"):
                yield Row(name, json.loads(signs[event.id]), best.realis)


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = list(rows())
    signs, background = [row.signs for row in found], [row.realis == "historical" for row in found]
    told = held_out(signs, background, [row.article for row in found], STRENGTH)
    print(f"{len(found)} events read as actual, {sum(background)} of them background", end="; ")
    print(f"log likelihood {log_likelihood(background, told):.4f}")
    for bar in SURE:
        over = Counter(row.realis for row, p in zip(found, told, strict=True) if p > bar)
        print(f"above {bar}: {over['historical']} background, {over['actual']} actual")
    if "--write" in sys.argv:
        write("background.csv", *fitted(signs, background, STRENGTH))


main()
