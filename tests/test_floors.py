"""No figure on the example articles falls below what was reached before; `make floors` sets the floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.cli.scoring import figures_for
from marsad.cli.shelves import Shelves
from marsad.score import Figures
from marsad.score.floors import fingerprint, load_floors

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FLOORS = load_floors(Path(__file__).parent / "floors.json")


@pytest.fixture(scope="module")
def figures() -> Figures:
    shelves = Shelves(outlets=(EXAMPLES / "outlets.yml",))
    return figures_for(EXAMPLES / "gold", articles=None, found=None, misses=0, jobs=1, shelves=shelves)


def test_the_floors_belong_to_this_gold() -> None:
    now = fingerprint(EXAMPLES / "gold", EXAMPLES / "articles.jsonl")
    assert FLOORS.gold == now, "the examples changed: look at the figures (make score), then run: make floors ALLOW=1"


def test_no_figure_is_below_its_floor(figures: Figures) -> None:
    fallen = FLOORS.fallen(figures)
    assert not fallen, "fell: " + "; ".join(fallen) + " (if that is meant: make floors ALLOW=1)"


def test_every_example_was_read(figures: Figures) -> None:
    assert figures.missing == 0
