"""Make the weights of `marsad check` from texts whose stance on a claim was judged by people, and say how good they are.

    python bench/check.py claims.jsonl.gz [--write]

A line of the file holds a claim ("claim") with its "articles", each with "text" and "stance" (agree, disagree, discuss or
unrelated). The figures come from texts of claims that the weights were not made from: five parts, no claim in two of them,
four shuffles. Needs scikit-learn, which nothing else does. `--write` puts the weights into the package.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.preprocessing import StandardScaler

from marsad.check import Sought, measure, passages
from marsad.cli.workers import Failed, read_all
from marsad.model import new_document

LABELS: Final = ("agree", "disagree", "discuss", "unrelated")
# Strong shrinking: .05 and more gave macro-F1 .47 to .48, .01 gave .497, .003 gave .484.
SHRINK: Final = 0.01
FOLDS: Final = 5
SHUFFLES: Final = 4
WHERE: Final = Path(__file__).parent.parent / "src" / "marsad" / "check" / "model.json"


def claims(path: Path) -> list[dict[str, Any]]:
    """The claims of a file with their articles."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def measured(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[int, str, dict[str, float]]]:
    """The number of the claim, the stance and the measures of every article."""
    sought = []
    for outcome in read_all(new_document(row["claim"]) for row in rows):
        if isinstance(outcome, Failed):
            raise SystemExit(outcome.error)
        sought.append(Sought(outcome.reading))
    pairs = [(n, article) for n, row in enumerate(rows) for article in row["articles"]]

    def excerpts() -> Iterator[str]:
        for n, article in pairs:
            text = article["text"]
            yield "\n".join(text[start:end] for start, end in passages(sought[n].wanted, text))

    read = read_all(new_document(text) for text in excerpts())
    for (n, article), outcome in zip(pairs, read, strict=True):
        if isinstance(outcome, Failed):
            raise SystemExit(outcome.error)
        yield n, article["stance"], measure(sought[n], article["text"], outcome.reading)


class Fitted:
    """Two linear models over scaled measures."""

    def __init__(self, x: Any, y: Any) -> None:
        self.scale = StandardScaler().fit(x)
        scaled = self.scale.transform(x)
        related = y != LABELS.index("unrelated")
        self.concerns = LogisticRegression(C=SHRINK, max_iter=2000).fit(scaled, related.astype(int))
        self.stance = LogisticRegression(C=SHRINK, max_iter=2000).fit(scaled[related], y[related])

    def chances(self, x: Any) -> Any:
        """The chance of each label for each row."""
        scaled = self.scale.transform(x)
        related = self.concerns.predict_proba(scaled)[:, 1:]
        return np.hstack([related * self.stance.predict_proba(scaled), 1 - related])


def parts(groups: Any, shuffle: int, count: int) -> Any:
    """For each row the part that its claim is in."""
    order = sorted(set(groups.tolist()))
    random.Random(shuffle).shuffle(order)
    part = {claim: n % count for n, claim in enumerate(order)}
    return np.array([part[claim] for claim in groups.tolist()])


def unseen(x: Any, y: Any, groups: Any, shuffle: int, count: int) -> Any:
    """The chances of every row by models that saw no text on its claim."""
    part, out = parts(groups, shuffle, count), np.zeros((len(y), len(LABELS)))
    for n in range(count):
        out[part == n] = Fitted(x[part != n], y[part != n]).chances(x[part == n])
    return out


def macro(y: Any, chosen: Any) -> float:
    """Macro-F1 over the four labels."""
    return float(f1_score(y, chosen, average="macro", labels=range(len(LABELS))))


def tilt(chances: Any, y: Any) -> Any:
    """What each label's chance is multiplied by so that rare ones are chosen often enough."""
    best, found = macro(y, chances.argmax(1)), np.ones(len(LABELS))
    for _, label, factor in itertools.product(range(3), (1, 0, 2), (0.5, 0.7, 0.85, 1.2, 1.5, 2, 3)):
        tried = found.copy()
        tried[label] *= factor
        reached = macro(y, (chances * tried).argmax(1))
        if reached > best + 1e-4:
            best, found = reached, tried
    return found


def main() -> None:
    """Measure, print the figures, and with --write ship the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    numbers, stances, rows = zip(*measured(claims(given.claims)), strict=True)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y, groups = np.array([LABELS.index(stance) for stance in stances]), np.array(numbers)
    figures = []
    for shuffle in range(SHUFFLES):
        part, chosen = parts(groups, shuffle, FOLDS), np.zeros(len(y), int)
        for n in range(FOLDS):
            inside = part != n
            factors = tilt(unseen(x[inside], y[inside], groups[inside], shuffle, FOLDS - 1), y[inside])
            chosen[~inside] = (Fitted(x[inside], y[inside]).chances(x[~inside]) * factors).argmax(1)
        each = f1_score(y, chosen, average=None, labels=range(len(LABELS)))
        figures.append([macro(y, chosen), *each])
        print(f"shuffle {shuffle}: macro-F1 {figures[-1][0]:.3f}", *(f"{a} {b:.3f}" for a, b in zip(LABELS, each, strict=True)))
    mean = np.mean(figures, axis=0)
    print(f"claims not seen: macro-F1 {mean[0]:.3f}", *(f"{a} {b:.3f}" for a, b in zip(LABELS, mean[1:], strict=True)))
    sys.stdout.flush()
    if given.write:
        factors = np.exp(np.mean([np.log(tilt(unseen(x, y, groups, s, FOLDS), y)) for s in range(SHUFFLES)], axis=0))
        write(
            Fitted(x, y),
            names,
            factors,
            f"{len(y)} texts on {len(set(numbers))} claims; macro-F1 on claims not seen {mean[0]:.3f}",
        )


def write(fitted: Fitted, names: Sequence[str], factors: Any, made: str) -> None:
    """Put the weights into the package."""

    def linear(bias: float, weights: Any) -> dict[str, Any]:
        return {"bias": round(float(bias), 4), "weights": {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}}

    usual = zip(names, fitted.scale.mean_, fitted.scale.scale_, strict=True)
    stance = fitted.stance
    model = {
        "made": f"bench/check.py: {made}",
        "usual": {name: [round(float(mean), 4), round(float(spread), 4)] for name, mean, spread in usual},
        "concerns": linear(fitted.concerns.intercept_[0], fitted.concerns.coef_[0]),
        "stances": {LABELS[c]: linear(stance.intercept_[k], stance.coef_[k]) for k, c in enumerate(stance.classes_)},
        "tilt": {label: round(float(factor), 3) for label, factor in zip(LABELS, factors, strict=True)},
    }
    WHERE.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"written to {WHERE}")


if __name__ == "__main__":
    main()
