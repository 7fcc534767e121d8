"""A claim in a sentence held against what was published: who affirms, denies or only discusses it.

`Sought` is the claim, read like any text; `answer` says what one reading holds about it and why.
"""

from __future__ import annotations

from marsad.check.finding import Finding, answer, held
from marsad.check.measures import Sought, measure, within
from marsad.check.model import Stance, Weighed, load_model, weigh
from marsad.check.statements import Statement
from marsad.check.wording import passages

__all__ = [
    "Finding",
    "Sought",
    "Stance",
    "Statement",
    "Weighed",
    "answer",
    "held",
    "load_model",
    "measure",
    "passages",
    "weigh",
    "within",
]
