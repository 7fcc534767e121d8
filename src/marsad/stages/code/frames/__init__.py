"""Frames: who takes part in a happening, by the word class and the frame of the entry that names it.

`sides` picks the rules, `verbs` reads what a verb tells, `nouns` what a noun tells.
"""

from __future__ import annotations

from marsad.stages.code.frames.sides import read_sides

__all__ = ["read_sides"]
