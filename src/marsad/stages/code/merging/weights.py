"""Weights: how much each sign speaks for two mentions being one happening, or against it."""

from __future__ import annotations

from typing import Final

# Learned by logistic regression over pairs of mentions of the annotated articles (`.ci/merging_weights.py`), in natural logarithms of
# the odds: two mentions of one type are exp(0.92), two and a half times as often one happening as others like them in all else.
WEIGHTS: Final[dict[str, float]] = {
    "words around in common": 0.94,
    "one type": 0.93,
    "one realis": 0.92,
    "told once in a report": 0.88,
    "words behind in common": 0.79,
    "points back to an attack": 0.71,
    "a rule says so": 0.67,
    "two claims": 0.63,
    "the report opens with it": 0.47,
    "both placed": 0.45,
    "one clause": 0.45,
    "far off in a long page": 0.45,
    "a truce": 0.44,
    "claimed and told": 0.40,
    "same doer": 0.38,
    "one word": 0.38,
    "bare": 0.36,
    "told in the lead": 0.33,
    "one stem": 0.29,
    "no place of its own": 0.28,
    "no doer of its own": 0.27,
    "a definite noun of attack": 0.26,
    "a definite noun before": 0.15,
    "a weak word": 0.10,
    "far off": -0.07,
    "a habit": -0.08,
    "an indefinite noun": -0.32,
    "other towns": -0.34,
    "far from each other": -0.35,
    "other places of attacks": -0.37,
    "one and many": -0.38,
    "a time of its own": -0.40,
    "one region": -0.42,
    "both meant": -0.49,
    "other weapons": -0.56,
    "elsewhere": -0.57,
    "joined by و": -0.78,
    "others between": -0.92,
}
# What two mentions start with, of which nothing is known but that they are of one kind.
BEFORE: Final = -2.20
