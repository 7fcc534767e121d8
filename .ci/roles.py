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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from estimating import ROLES, Recorder, annotated, counterpart, fitted, held_out, log_likelihood, meet, write

from marsad import kit as kits
from marsad.model import Event, Span
from marsad.pipeline import trace

TABLES: Final = {"actor": "doers.csv", "target": "targets.csv"}
STRENGTH: Final = 0.3  # of the weights against the penalty on their size: of .1, .2, .25, .4 and .6 the best with few signs
# Somebody must be likelier than .7 to have done it: a wrong name accuses, and unread pages have more of them.
LEANING: Final = {"actor": -0.85, "target": -0.5}


class Named(NamedTuple):
    """Somebody named near an event, with his signs, what he is annotated as, and the article."""

    article: str
    signs: list[str]
    role: str


def named() -> Iterator[Named]:
    """Everybody whom no rule found, near an event that an annotation tells of by the same type."""
    kit = kits.load()
    everybody = Recorder("anybody", {})
    kit = replace(kit, code=replace(kit.code, doers=everybody, targets=everybody))
    for name, document, told in annotated(lambda event: event.roles is not None):
        traced = trace(document, kit)
        signs: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for t in traced.traces:
            who, _, why = t.rule.partition(": ")
            if why.startswith("["):
                signs[t.record][who.removeprefix("actor ")] = json.loads(why)
        mentions = {a.id: a.mentions for a in traced.reading.actors}
        for event in traced.reading.events:
            best = counterpart(event, told)
            if best is None or best.type != event.type or best.roles is None:
                continue
            roles = as_annotated(event, best.roles, mentions, signs[event.id])
            for actor, found in signs[event.id].items():
                yield Named(name, found, roles.get(actor, ""))


def as_annotated(
    event: Event, told: Mapping[str, list[Sequence[Span]]], mentions: dict[str, tuple[Span, ...]], new: dict[str, list[str]]
) -> dict[str, str]:
    """The role of each of the new; whom a rule found already is nobody else."""
    out: dict[str, str] = {}
    for role, known in (("actor", event.actors), ("target", event.targets)):
        rules = [a for a in known if a not in new]
        for spans in told[role]:
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
        told = held_out(signs, held, articles, STRENGTH, few=True)
        print(f"{role}: {len(found)} named, {sum(held)} are; log likelihood {log_likelihood(held, told):.4f}")
        for bar in (0.5, 0.6, 0.65, 0.7, 0.8):
            print(
                f"above {bar}: {(told > bar).sum()}, {sum(h and p > bar for h, p in zip(held, told, strict=True))} of them right"
            )
        if "--write" in sys.argv:
            write(TABLES[role], *fitted(signs, held, STRENGTH, few=True), leaning=LEANING[role])


main()
