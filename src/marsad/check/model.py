"""Measures to a stance: two small linear models whose weights ship in `model.json`, made by `bench/check.py`.

The first weighs whether a text concerns what the claim says, the second what it then does with it. Every decision is a sum
that can be written out.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from importlib import resources
from typing import Final, Literal, TypeAlias

import msgspec

from marsad.model import Record

Stance: TypeAlias = Literal["agree", "disagree", "discuss", "unrelated"]

# How many measures are named as reasons.
NAMED: Final = 4


class Linear(Record, frozen=True, forbid_unknown_fields=True):
    """A bias and a weight for each measure."""

    bias: float
    weights: dict[str, float]


class Model(Record, frozen=True, forbid_unknown_fields=True):
    """The shipped numbers; `usual` holds the mean and spread of each measure, `tilt` what a rare stance is raised by."""

    made: str
    usual: dict[str, tuple[float, float]]
    concerns: Linear
    stances: dict[Literal["agree", "disagree", "discuss"], Linear]
    tilt: dict[Stance, float]


class Reason(Record, frozen=True):
    """A measure that decided: its value, what is usual, and what it added."""

    measure: str
    value: float
    usual: float
    added: float

    def line(self) -> str:
        """The reason in a few words."""
        return f"{self.measure} {self.value:.2f} (usually {self.usual:.2f})"


class Weighed(Record, frozen=True):
    """A stance with the chances of all four and the measures that decided, the weightiest first."""

    stance: Stance
    chances: dict[Stance, float]
    why: tuple[Reason, ...]


@functools.cache
def load_model() -> Model:
    """The shipped model."""
    return msgspec.json.decode((resources.files("marsad.check") / "model.json").read_bytes(), type=Model)


def _sum(linear: Linear, scaled: Mapping[str, float]) -> float:
    return linear.bias + sum(weight * scaled[name] for name, weight in linear.weights.items())


def weigh(measures: Mapping[str, float], model: Model) -> Weighed:
    """The stance of a text on a claim, from what is measured between them."""
    scaled = {name: (measures[name] - mean) / spread for name, (mean, spread) in model.usual.items()}
    concerned = 1 / (1 + math.exp(-_sum(model.concerns, scaled)))
    sums = {stance: _sum(linear, scaled) for stance, linear in model.stances.items()}
    most = max(sums.values())
    parts = {stance: math.exp(value - most) for stance, value in sums.items()}
    whole = sum(parts.values())
    chances: dict[Stance, float] = {stance: concerned * part / whole for stance, part in parts.items()}
    chances["unrelated"] = 1 - concerned
    tilted = {stance: chance * model.tilt[stance] for stance, chance in chances.items()}
    chosen = max(tilted, key=lambda stance: (tilted[stance], stance))
    sign = -1 if chosen == "unrelated" else 1
    added = {name: sign * model.concerns.weights.get(name, 0.0) * scaled[name] for name in scaled}
    if chosen in model.stances:
        own = model.stances[chosen]
        others = [linear for stance, linear in model.stances.items() if stance != chosen]
        for name, value in scaled.items():
            besides = sum(linear.weights.get(name, 0.0) for linear in others) / len(others)
            added[name] += (own.weights.get(name, 0.0) - besides) * value
    named = sorted(added, key=lambda name: (-added[name], name))[:NAMED]
    return Weighed(
        stance=chosen,
        chances={stance: round(chance, 4) for stance, chance in chances.items()},
        why=tuple(
            Reason(
                measure=name, value=round(measures[name], 3), usual=round(model.usual[name][0], 3), added=round(added[name], 3)
            )
            for name in named
            if added[name] > 0
        ),
    )
