"""Weights: how much each sign speaks for two mentions being one happening, or against it."""

from __future__ import annotations

from typing import Final

# Learned by logistic regression over pairs of mentions of the annotated articles (`.ci/merging_weights.py`), in natural logarithms of
# the odds: two mentions of one type are exp(0.83), two and a half times as often one happening as others like them in all else.
WEIGHTS: Final[dict[str, float]] = {
    "words around in common": 0.88,
    "one type": 0.83,
    "far off in a long page": 0.78,
    "told once in a report": 0.76,
    "one realis": 0.70,
    "words behind in common": 0.69,
    "points back to an attack": 0.66,
    "a rule says so": 0.62,
    "both placed": 0.47,
    "one clause": 0.47,
    "told in the lead": 0.46,
    "two claims": 0.44,
    "no doer of its own": 0.35,
    "one word": 0.35,
    "the report opens with it": 0.33,
    "same doer": 0.32,
    "one stem": 0.32,
    "claimed and told": 0.32,
    "no place of its own": 0.30,
    "a definite noun of attack": 0.28,
    "bare": 0.27,
    "a truce": 0.24,
    "a definite noun before": 0.18,
    "a weak word": 0.08,
    "far off": -0.03,
    "other places of attacks": -0.16,
    "an indefinite noun": -0.18,
    "other towns": -0.19,
    "a habit": -0.21,
    "one and many": -0.31,
    "other weapons": -0.35,
    "far from each other": -0.39,
    "a time of its own": -0.41,
    "both meant": -0.42,
    "elsewhere": -0.53,
    "one region": -0.55,
    "joined by و": -0.66,
    "others between": -0.85,
}
# What two mentions start with, of which nothing is known but that they are of one kind.
BEFORE: Final = -2.02
