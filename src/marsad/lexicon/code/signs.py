"""What slight signs weigh together: see `background`, `roles`, `attachment.weighed` and `merging.likeness` of `marsad.stages.code`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

import msgspec

from marsad.lexicon.loader import read_csv

_ALWAYS: Final = "always"
_NAMED: Final = 4  # signs that a reason names


class Sign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign and its weight in log odds: above 0 it speaks for what the table is about, below 0 against it."""

    id: str
    weight: float


class Weighed(NamedTuple):
    """What signs come to, in log odds, and the weightiest of them in words."""

    total: float
    why: str


@dataclass(frozen=True, slots=True)
class Signs:
    """The weight of each sign; what is not named weighs nothing. `matter` is what they speak for (background)."""

    matter: str
    weights: Mapping[str, float]

    @classmethod
    def read(cls, file: Traversable, matter: str) -> Signs:
        """Read the table. Raises `LexiconError`, which names the line, for what is no table of signs."""
        return cls(matter, {sign.id: sign.weight for sign in read_csv(file, Sign)})

    def weigh(self, signs: Iterable[str]) -> Weighed:
        """The sum of the signs, with those that weigh most on its side."""
        found = self._given(dict.fromkeys(signs, 1.0))
        total = self.weights.get(_ALWAYS, 0.0) + sum(found.values())
        side = 1 if total > 0 else -1
        best = sorted(found, key=lambda sign: (-found[sign] * side, sign))[:_NAMED]
        told = ", ".join(f"{sign} {found[sign]:+.2f}" for sign in best)
        return Weighed(total, f"{total:.2f} for {self.matter} by its signs: {told}")

    def total(self, held: Mapping[str, float]) -> float:
        """The sum of the signs, each as far as it holds (0 to 1)."""
        return self.weights.get(_ALWAYS, 0.0) + sum(self._given(held).values())

    def foremost(self, held: Mapping[str, float], most: int) -> list[str]:
        """The signs that speak most for it."""
        given = self._given(held)
        return sorted((sign for sign in given if given[sign] > 0), key=lambda sign: (-given[sign], sign))[:most]

    def _given(self, held: Mapping[str, float]) -> dict[str, float]:
        """What each sign adds."""
        return {sign: self.weights.get(sign, 0.0) * degree for sign, degree in held.items()}
