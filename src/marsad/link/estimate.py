"""Estimating the weights of comparison anew, from pairs that people judged or that are known otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import pyarrow as pa

from marsad.link.clusters import decided
from marsad.link.compare import LEVELS, Weights, linker
from marsad.link.incidents import Linked
from marsad.model import Judgement

# How many pairs the numbers being replaced count for: a level seen twice does not overturn what many pairs have shown.
INERTIA: Final = 40


def compared(rows: pa.Table, weights: Weights) -> list[tuple[str, str, float, dict[str, int]]]:
    """Every pair that a key brings together: the two ids in order, the weight in bits, and the level of each comparison.

    Levels count from 0 (the last) upwards; -1 is nothing to compare.
    """
    connection, splink = linker(rows, weights, explain=True)
    found = splink.inference.predict()
    columns = ", ".join(f"gamma_{name}" for name in LEVELS)
    got = connection.execute(
        f"select unique_id_l, unique_id_r, match_weight, {columns} from {found.physical_name}"  # noqa: S608
    ).fetchall()
    connection.close()
    out = [(min(a, b), max(a, b), round(weight, 6), dict(zip(LEVELS, levels, strict=True))) for a, b, weight, *levels in got]
    return sorted(out, key=lambda line: line[:2])


def reweigh(
    pairs: Iterable[tuple[Mapping[str, int], bool]], weights: Weights, *, made: str, keep: frozenset[str] = frozenset()
) -> Weights:
    """Weights from pairs of which it is known whether they are one happening; comparisons in `keep` stay as they are."""
    sides: tuple[dict[str, Counter[int]], dict[str, Counter[int]]] = ({}, {})
    sizes = [0, 0]
    for levels, same in pairs:
        side = 0 if same else 1
        sizes[side] += 1
        for name, level in levels.items():
            if level >= 0:
                sides[side].setdefault(name, Counter())[level] += 1
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
                counts = sides[side].get(name, Counter())
                before = old[label][side] / whole[side]
                new.append((counts[len(labels) - 1 - at] + INERTIA * before) / (counts.total() + INERTIA))
            out[name][label] = (round(max(new[0], 1e-6), 6), round(max(new[1], 1e-6), 6))
    prior = (sizes[0] + INERTIA * weights.prior) / (sum(sizes) + INERTIA)
    return Weights(made=made, prior=round(prior, 6), threshold=weights.threshold, levels=out)


def estimate(linked: Linked, judgements: Iterable[Judgement] | None = None) -> Weights:
    """Weights from what people judged in a ledger, starting from those it was linked with.

    Pairs judged the same or different teach what they are; without judgements the weights come back as they were. Link
    again with the result to apply it.
    """
    said = decided(linked.judgements if judgements is None else judgements)
    known = {**dict.fromkeys(said.same, True), **dict.fromkeys(said.different, False)}
    pairs = [(levels, known[a, b]) for a, b, _, levels in compared(linked.rows, linked.weights) if (a, b) in known]
    if not pairs:
        return linked.weights
    made = f"{linked.weights.made}; estimated again from {len(pairs)} judged pairs"
    return reweigh(pairs, linked.weights, made=made)
