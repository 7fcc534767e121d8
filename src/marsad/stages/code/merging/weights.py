"""Weights: how much each sign speaks for two mentions being one happening, or against it."""

from __future__ import annotations

from typing import Final

# Learned by logistic regression over pairs of mentions of the annotated articles (`.ci/merging_weights.py`), in natural logarithms of
# the odds: two mentions of one type are exp(0.92), two and a half times as often one happening as others like them in all else.
WEIGHTS: Final[dict[str, float]] = {
    "told once in a report": 0.92,
    "one realis": 0.90,
    "words around in common": 0.90,
    "words behind in common": 0.90,
    "one type": 0.90,
    "a rule says so": 0.72,
    "two claims": 0.59,
    "far off in a long page": 0.52,
    "the report opens with it": 0.45,
    "both placed": 0.43,
    "one clause": 0.40,
    "claimed and told": 0.38,
    "one word": 0.37,
    "a definite noun of attack": 0.36,
    "same doer": 0.36,
    "told in the lead": 0.36,
    "bare": 0.35,
    "no place of its own": 0.32,
    "no doer of its own": 0.30,
    "one stem": 0.28,
    "a weak word": 0.25,
    "a definite noun before": 0.17,
    "far off": -0.21,
    "an indefinite noun": -0.27,
    "far from each other": -0.28,
    "a time of its own": -0.31,
    "other towns": -0.33,
    "other places of attacks": -0.35,
    "one and many": -0.41,
    "one region": -0.45,
    "both meant": -0.47,
    "elsewhere": -0.53,
    "other weapons": -0.59,
    "a habit": -0.66,
    "joined by و": -0.67,
    "others between": -0.85,
}
# What two mentions start with, of which nothing is known but that they are of one kind.
BEFORE: Final = -2.44
