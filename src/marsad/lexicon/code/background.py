"""What the signs of background weigh: see `marsad.stages.code.background`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Final

import msgspec

from marsad.lexicon.loader import read_csv

_ALWAYS: Final = "always"
_NAMED: Final = 4  # signs that a reason names


class Sign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sign and its weight in log odds: above 0 it speaks for background, below 0 for the news."""

    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class Background:
    """The weight of each sign; what is not named weighs nothing."""

    weights: Mapping[str, float]

    @classmethod
    def read(cls, file: Traversable) -> Background:
        """Read the table. Raises `LexiconError`, which names the line, for what is no table of signs."""
        return cls({sign.id: sign.weight for sign in read_csv(file, Sign)})

    def weigh(self, signs: Iterable[str]) -> str | None:
        """Why the signs together speak for background, with the weightiest of them; None where they do not."""
        found = {sign: self.weights.get(sign, 0.0) for sign in signs}
        total = self.weights.get(_ALWAYS, 0.0) + sum(found.values())
        if total <= 0:
            return None
        best = sorted(found, key=lambda sign: (-found[sign], sign))[:_NAMED]
        return f"{total:.2f} for background by its signs: " + ", ".join(f"{sign} {found[sign]:+.2f}" for sign in best)
