"""What a reader says about an input besides handing over its document."""

from __future__ import annotations

from marsad.model import Record


class Skipped(Record, frozen=True):
    """An input that was not read: where it is, and why, with what to do about it."""

    path: str
    reason: str


class Remark(Record, frozen=True):
    """Something odd about an input that was read all the same."""

    path: str
    about: str
