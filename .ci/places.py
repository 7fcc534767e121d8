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

import numpy as np
from estimating import Recorder, fitted, random_articles, sure, texts, write
from sklearn.model_selection import GroupKFold

from marsad import kit as kits
from marsad.model import Span
from marsad.pipeline import trace
from marsad.score.annotation import load_articles, load_gold

STRENGTH = 0.05  # of the weights against the penalty on their squares: .02, .1 and .2 give no more
BARS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Told = tuple[str, list[Span], list[list[Span]]]  # an annotated event: type, triggers, every name of each place


class Row(NamedTuple):
    """A place found for an event: which annotated event, how many places that has, the ones it overlaps."""

    article: str
    event: int
    places: int
    signs: list[str]
    right: frozenset[int]


def overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def annotated() -> dict[str, list[Told]]:
    """The annotated events with their places."""
    folder, _ = texts()
    told: dict[str, list[Told]] = {}
    for row in random_articles():
        if "places" in row:
            told[row["id"]] = [
                (kind, spans, places) for (kind, _, spans), places in zip(row["events"], row["places"], strict=True)
            ]
    for name, gold in load_gold(folder, load_articles(folder.with_suffix(".jsonl"))).items():
        names = {p.id: list(p.mentions) for p in gold.places}
        told[name] = [
            (e.type, list(e.triggers), [names[i] for i in e.places if i in names]) for e in gold.events if e.places is not None
        ]
    return told


def rows() -> Iterator[Row]:
    """The places of every event that an annotated one of the same type overlaps most."""
    told = annotated()
    kit = kits.load()
    kit = replace(kit, code=replace(kit.code, places=Recorder("its place", {}, total=-9.0)))
    number = 0
    for document in texts()[1]:
        if document.ref not in told:
            continue
        traced = trace(document, kit)
        named = {m: p.mentions for p in traced.reading.places for m in p.mentions}
        for event in traced.reading.events:
            met = [
                (sum(overlap(a, b) for a in event.triggers for b in spans), places)
                for kind, spans, places in told[document.ref]
                if kind == event.type
            ]
            most, places = max(met, key=lambda m: m[0], default=(0, []))
            if not most:
                continue
            number += 1
            for t in traced.traces:
                for c in t.considered:
                    if t.record != event.id or c.what != "a place of it" or c.span is None:
                        continue
                    spans = named.get(c.span, (c.span,))
                    right = frozenset(n for n, names in enumerate(places) if any(overlap(a, b) for a in spans for b in names))
                    yield Row(document.ref or "", number, len(places), json.loads(c.why), right)


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
    told = np.zeros(len(found))
    for some, others in GroupKFold(8).split(signs, right, [row.article for row in found]):
        model = fitted([signs[k] for k in some], [right[k] for k in some], STRENGTH)
        told[others] = sure(*model, [signs[k] for k in others])
    likely = np.where(right, told, 1 - told)
    print(
        f"{len(found)} places, {sum(right)} of them right; log likelihood {np.log(likely).mean():.4f}; all {f1(found, [True] * len(found))}"
    )
    for bar in BARS:
        print(f"above {bar}: {f1(found, [bool(p > bar) for p in told])}")
    if "--write" in sys.argv:
        write("places.csv", *fitted(signs, right, STRENGTH))


main()
