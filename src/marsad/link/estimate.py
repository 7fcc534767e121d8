"""Estimating the weights of comparison anew, from pairs that people judged or that are known otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from marsad.link.clusters import decided
from marsad.link.compare import compared
from marsad.link.incidents import Linked
from marsad.link.levels import LEVELS, Weights
from marsad.model import Judgement

# How many pairs the numbers being replaced count for: a level seen twice does not overturn what many pairs have shown.
INERTIA: Final = 40
ROUNDS: Final = 6


def reweigh(
    pairs: Iterable[tuple[Mapping[str, int], float]],
    weights: Weights,
    *,
    made: str,
    inertia: float = INERTIA,
    keep: frozenset[str] = frozenset(),
) -> Weights:
    """Weights from pairs and how likely each is one happening (1 and 0 where that is known); those in `keep` stay."""
    sides: tuple[dict[str, dict[int, float]], dict[str, dict[int, float]]] = ({}, {})
    sizes = [0.0, 0.0]
    for levels, same in pairs:
        for side, share in ((0, same), (1, 1 - same)):
            sizes[side] += share
            for name, level in levels.items():
                if level >= 0:
                    counted = sides[side].setdefault(name, {})
                    counted[level] = counted.get(level, 0.0) + share
    out: dict[str, dict[str, tuple[float, float]]] = {}
    for name in LEVELS:
        old = weights.levels[name]
        labels = [label for label, _ in LEVELS[name] if label is not None]
        if name in keep:
            out[name] = old
            continue
        whole = sum(m for m, _ in old.values()), sum(u for _, u in old.values())
        out[name] = {}
        for at, label in enumerate(labels):
            new = []
            for side in (0, 1):
                counts = sides[side].get(name, {})
                before = old[label][side] / whole[side]
                seen = counts.get(len(labels) - 1 - at, 0.0)
                new.append((seen + inertia * before) / (sum(counts.values()) + inertia))
            out[name][label] = (round(max(new[0], 1e-6), 6), round(max(new[1], 1e-6), 6))
    prior = (sizes[0] + inertia * weights.prior) / (sum(sizes) + inertia)
    return Weights(made=made, prior=round(prior, 6), threshold=weights.threshold, levels=out)


def _share(weight: float) -> float:
    """How likely a pair of this many bits is one happening."""
    return 1 / (1 + math.exp2(-max(-60.0, min(60.0, weight))))


def _bits(levels: Mapping[str, int], weights: Weights) -> float:
    total = weights.prior_bits
    for name, level in levels.items():
        if level >= 0:
            labels = [label for label, _ in LEVELS[name] if label is not None]
            total += weights.bits(name, labels[len(labels) - 1 - level])
    return total


def estimate(linked: Linked, judgements: Iterable[Judgement] | None = None) -> Weights:
    """Weights from what people judged in a ledger, starting from those it was linked with.

    Pairs judged the same or different teach what they are; without judgements the weights come back as they were. Link
    again with the result to apply it.
    """
    known = _known(linked, judgements)
    pairs = [(levels, known[a, b]) for a, b, _, levels in compared(linked.rows, linked.weights) if (a, b) in known]
    if not pairs:
        return linked.weights
    made = f"{linked.weights.made}; estimated again from {len(pairs)} judged pairs"
    return reweigh(pairs, linked.weights, made=made)


def _known(linked: Linked, judgements: Iterable[Judgement] | None) -> dict[tuple[str, str], float]:
    said = decided(linked.judgements if judgements is None else judgements)
    return {**dict.fromkeys(said.same, 1.0), **dict.fromkeys(said.different, 0.0)}


def estimate_from_all(linked: Linked) -> Weights:
    """Weights from all pairs of a ledger, judged or not: expectation and maximisation, with judged pairs as they were judged.

    The weights it starts from count for as much as all pairs of the ledger together, so that a ledger shifts them and does
    not run away with them; the prior is kept.
    """
    known = _known(linked, None)
    found = compared(linked.rows, linked.weights)
    if not found:
        return linked.weights
    start = linked.weights
    weights = start
    for _ in range(ROUNDS):
        soft = [(levels, known.get((a, b), _share(_bits(levels, weights)))) for a, b, _, levels in found]
        same = sum(share for _, share in soft)
        weights = reweigh(soft, start, made=start.made, inertia=max(float(INERTIA), same))
    judged = sum((a, b) in known for a, b, _, _ in found)
    made = f"{start.made}; estimated again from {len(found)} pairs of a ledger, {judged} of them judged"
    return Weights(made=made, prior=start.prior, threshold=start.threshold, levels=weights.levels)
