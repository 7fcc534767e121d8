"""Floors: figures that were reached once and must not fall, with the fingerprint of the gold they were reached on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final, Self

import msgspec

from marsad.model import Record
from marsad.score.annotation import GoldError
from marsad.score.figures import Figures

# Floors are written with this many digits and rounded down, so that a floor is never above the figure it came from.
DIGITS: Final = 4


class Floors(Record, frozen=True, forbid_unknown_fields=True):
    """The gold's fingerprint and the least F1 of each line."""

    gold: str
    f1: dict[str, float]

    @classmethod
    def of(cls, figures: Figures, gold: str) -> Self:
        """Floors at the figures just reached."""
        step: int = 10**DIGITS
        return cls(gold=gold, f1={line.name: int(line.f1 * step) / step for line in figures.lines})

    def fallen(self, figures: Figures) -> tuple[str, ...]:
        """A line for each figure that is lower than its floor or no longer counted."""
        return tuple(
            f"{name}: {figures.f1(name):.{DIGITS}f}, was {floor:.{DIGITS}f}"
            for name, floor in self.f1.items()
            if figures.f1(name) < floor
        )


def fingerprint(gold: Path, articles: Path) -> str:
    """A SHA-256 over the annotations and their articles."""
    digest = hashlib.sha256()
    for path in (*sorted(gold.glob("*.json")), articles):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load_floors(path: Path) -> Floors:
    """Floors from a file; raises GoldError when it holds anything else."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except msgspec.MsgspecError as error:
        raise GoldError(f"{path}: not a file of floors: {error}") from error


def save_floors(path: Path, floors: Floors) -> None:
    """Write floors as JSON that reads well in a diff."""
    path.write_text(json.dumps({"gold": floors.gold, "f1": floors.f1}, indent=1) + "\n", encoding="utf-8")
