"""Estimate what the signs of an event's own places weigh, from annotated articles: python .ci/places.py [--write].

Of the places that the rules find for an event, those which annotators name with it are told from the others by logistic regression
over the signs of `marsad.stages.code.attachment.weighed`. It learns from the random articles that are looked at and from the gold's
training articles; the figures printed are those of articles left out in turn (eighths). `--write` puts the weights, rounded, into
the package.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from estimating import Recorder, annotated, counterpart, fitted, held_out, log_likelihood, meet, write

from marsad import kit as kits
from marsad.pipeline import trace

STRENGTH = 0.05  # of the weights against the penalty on their squares: .02, .1 and .2 give no more
BARS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


class Row(NamedTuple):
    """A place found for an event: which annotated event, how many places that has, the ones it overlaps."""

    article: str
    event: int
    places: int
    signs: list[str]
    right: frozenset[int]


def rows() -> Iterator[Row]:
    """The places of every event that an annotated one of the same type overlaps most."""
    kit = kits.load()
    kit = replace(kit, code=replace(kit.code, places=Recorder("its place", {}, gives=-9.0)))
    number = 0
    for name, document, told in annotated(lambda event: event.places is not None):
        traced = trace(document, kit)
        named = {m: p.mentions for p in traced.reading.places for m in p.mentions}
        for event in traced.reading.events:
            best = counterpart(event, told)
            if best is None or best.type != event.type or best.places is None:
                continue
            number += 1
            for t in traced.traces:
                for c in t.considered:
                    if t.record != event.id or c.what != "a place of it" or c.span is None:
                        continue
                    spans = named.get(c.span, (c.span,))
                    right = frozenset(n for n, names in enumerate(best.places) if meet(spans, names))
                    yield Row(name, number, len(best.places), json.loads(c.why), right)


def f1(found: list[Row], kept: list[bool]) -> str:
    """Precision, recall and F1 of the places that are kept, over events for which any was found."""
    right = {(r.event, n) for r, k in zip(found, kept, strict=True) if k for n in r.right}
    wrong = sum(k and not r.right for r, k in zip(found, kept, strict=True))
    gold = sum({r.event: r.places for r in found}.values())
    p, r = len(right) / (len(right) + wrong), len(right) / gold
    return f"P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f}"


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = list(rows())
    signs, right = [row.signs for row in found], [bool(row.right) for row in found]
    told = held_out(signs, right, [row.article for row in found], STRENGTH)
    print(f"{len(found)} places, {sum(right)} of them right; log likelihood {log_likelihood(right, told):.4f}", end="; ")
    print(f"all {f1(found, [True] * len(found))}")
    for bar in BARS:
        print(f"above {bar}: {f1(found, [bool(p > bar) for p in told])}")
    if "--write" in sys.argv:
        write("places.csv", *fitted(signs, right, STRENGTH))


main()
