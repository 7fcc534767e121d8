"""Estimate what the signs of taking part weigh, from annotated articles: python .ci/roles.py [--write].

Of those who are named near an event and whom no rule found, the annotated doers and those it was done to are told from the rest by
logistic regression over the signs of `marsad.stages.code.roles`, each role by itself; most signs come out as nothing and are left
out. It learns from the random articles that are looked at and have their participants annotated, and from the gold's
training articles. The figures printed are those of articles left out in turn (eighths). `--write` puts the weights, rounded, into
the package.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

import numpy as np
from estimating import Recorder, fitted, random_articles, sure, texts, write
from sklearn.model_selection import GroupKFold

from marsad import kit as kits
from marsad.model import Event, Span
from marsad.pipeline import trace
from marsad.score.annotation import Gold, load_articles, load_gold

TABLES: Final = {"actor": "doers.csv", "target": "targets.csv"}
STRENGTH: Final = 0.3  # of the weights against the penalty on their size: of .1, .2, .25, .4 and .6 the best with few signs
LEANING: Final = -0.4  # somebody must be likelier than .6: a wrong name is worse than none, and unread pages have more of them
ROLES: Final = ("actor", "target")


class Told(NamedTuple):
    """An annotated event: its type, its triggers, and of each role the mentions of everybody in it."""

    type: str
    triggers: list[Span]
    roles: dict[str, list[list[Span]]]


class Named(NamedTuple):
    """Somebody named near an event, with his signs, what he is annotated as, and the article."""

    article: str
    signs: list[str]
    role: str


def annotated() -> dict[str, list[Told]]:
    """The annotated events with who takes part in them."""
    folder, _ = texts()
    told = {row["id"]: _listed(row) for row in random_articles() if row["part"] == "look" and "who" in row}
    told.update((name, _events(gold)) for name, gold in load_gold(folder, load_articles(folder.with_suffix(".jsonl"))).items())
    return told


def _listed(row: dict[str, Any]) -> list[Told]:
    """The events of a random article; every name of a participant is there by its spans."""
    return [
        Told(kind, spans, {role: who.get(f"{role}s", []) for role in ROLES})
        for (kind, _, spans), who in zip(row["events"], row["who"], strict=True)
    ]


def _events(gold: Gold) -> list[Told]:
    spans = {a.id: list(a.mentions) for a in gold.actors}
    return [
        Told(
            e.type,
            list(e.triggers),
            {
                "actor": [spans[i] for i in e.actors or () if i in spans],
                "target": [spans[i] for i in e.targets or () if i in spans],
            },
        )
        for e in gold.events
    ]


def meet(some: Iterable[Span], others: Iterable[Span]) -> int:
    """How many pairs of spans share a character."""
    others = list(others)
    return sum(a < d and c < b for a, b in some for c, d in others)


def named() -> Iterator[Named]:
    """Everybody whom no rule found, near an event that an annotation tells of by the same type."""
    told = annotated()
    kit = kits.load()
    everybody = Recorder("anybody", {})
    kit = replace(kit, code=replace(kit.code, doers=everybody, targets=everybody))
    for document in texts()[1]:
        if document.ref not in told:
            continue
        traced = trace(document, kit)
        signs: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for t in traced.traces:
            who, _, why = t.rule.partition(": ")
            if why.startswith("["):
                signs[t.record][who.removeprefix("actor ")] = json.loads(why)
        mentions = {a.id: a.mentions for a in traced.reading.actors}
        for event in traced.reading.events:
            likely = [t for t in told[document.ref] if t.type == event.type and meet(event.triggers, t.triggers)]
            if not likely:
                continue
            best = max(likely, key=lambda t: meet(event.triggers, t.triggers))
            roles = as_annotated(event, best, mentions, signs[event.id])
            for actor, found in signs[event.id].items():
                yield Named(document.ref, found, roles.get(actor, ""))


def as_annotated(event: Event, told: Told, mentions: dict[str, tuple[Span, ...]], new: dict[str, list[str]]) -> dict[str, str]:
    """The role of each of the new; whom a rule found already is nobody else."""
    out: dict[str, str] = {}
    for role, known in (("actor", event.actors), ("target", event.targets)):
        rules = [a for a in known if a not in new]
        for spans in told.roles[role]:
            right = next((a for a in rules if meet(mentions[a], spans)), None)
            if right is not None:
                rules.remove(right)
                continue
            whose = next((a for a in new if a not in out and meet(mentions[a], spans)), None)
            if whose is not None:
                out[whose] = role
    return out


def main() -> None:
    """Estimate, say how good, and with --write keep the weights."""
    found = list(named())
    signs, articles = [one.signs for one in found], [one.article for one in found]
    for role in ROLES:
        held = [one.role == role for one in found]
        told = np.zeros(len(found))
        for some, others in GroupKFold(8).split(signs, held, articles):
            model = fitted([signs[k] for k in some], [held[k] for k in some], STRENGTH, few=True)
            told[others] = sure(*model, [signs[k] for k in others])
        likely = np.where(held, told, 1 - told)
        print(f"{role}: {len(found)} named, {sum(held)} are; log likelihood {np.log(likely).mean():.4f}")
        for bar in (0.45, 0.5, 0.55, 0.6):
            print(
                f"above {bar}: {(told > bar).sum()}, {sum(h and p > bar for h, p in zip(held, told, strict=True))} of them right"
            )
        if "--write" in sys.argv:
            write(TABLES[role], *fitted(signs, held, STRENGTH, few=True), leaning=LEANING)


main()
