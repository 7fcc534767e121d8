"""What a comparison comes to: counts of right, found and expected, their rates, and the cases behind them."""

from __future__ import annotations

import json
from typing import Literal

from marsad.model import Record


class Figure(Record, frozen=True):
    """One line of the table: how many were right, how many were found, how many the annotation has."""

    name: str
    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what the annotation has that was found; 0 when it has nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


class Miss(Record, frozen=True):
    """A claim or event that only one side has, shown with the characters around it."""

    article: str
    side: Literal["missed", "surplus"]
    kind: Literal["claim", "event"]
    label: str
    before: str
    words: str
    after: str

    def line(self) -> str:
        """One line of text, as `marsad score --misses` prints it."""
        shown = f"…{self.before}[{self.words}]{self.after}…"
        return f"{self.article} {self.side} {self.kind} {self.label}: {shown}".replace("\n", " ")


class Figures(Record, frozen=True):
    """All lines of a comparison, in the order in which they were first counted."""

    articles: int
    missing: int
    lines: tuple[Figure, ...]
    misses: tuple[Miss, ...] = ()

    def f1(self, name: str) -> float:
        """F1 of one line; 0 when nothing was counted under that name."""
        return next((line.f1 for line in self.lines if line.name == name), 0.0)

    def table(self) -> str:
        """The figures as a table in plain text."""
        rows = [
            f"{self.articles} articles, {self.missing} without a reading",
            f"{'':26} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}",
        ]
        rows += [
            f"{line.name:26} {line.precision:6.3f} {line.recall:6.3f} {line.f1:6.3f} {line.gold:6d} {line.found:6d}"
            for line in self.lines
        ]
        return "\n".join(rows)

    def json(self) -> str:
        """The figures as a JSON object with full precision."""
        figures = {
            line.name: {"p": line.precision, "r": line.recall, "f1": line.f1, "n": line.gold, "found": line.found}
            for line in self.lines
        }
        return json.dumps({"articles": self.articles, "missing": self.missing, "figures": figures}, indent=1)


class Counter:
    """Adds up lines by name while articles are compared, keeping the order of first use."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[int, int, int]] = {}

    def add(self, name: str, *, right: int, found: int, gold: int) -> None:
        """Add to a line that has precision and recall."""
        a, b, c = self._rows.get(name, (0, 0, 0))
        self._rows[name] = (a + right, b + found, c + gold)

    def rate(self, name: str, *, right: bool) -> None:
        """Add one case to a line that is a plain rate: found and expected stay equal."""
        self.add(name, right=int(right), found=1, gold=1)

    def lines(self) -> tuple[Figure, ...]:
        """Every line so far."""
        return tuple(Figure(name=n, right=r, found=f, gold=g) for n, (r, f, g) in self._rows.items())
