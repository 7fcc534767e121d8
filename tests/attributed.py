"""Readings of short texts, each text read once, for the tests of what is claimed by whom."""

from __future__ import annotations

from functools import cache

from marsad import kit as kits
from marsad import model, pipeline
from marsad.kit import Kit
from marsad.model import Outlet, Reading


@cache
def kit() -> Kit:
    """The knowledge shipped, loaded once."""
    return kits.load()


@cache
def read(text: str, outlet: str | None = None) -> Reading:
    """The reading of a text without a date, and without an outlet unless one is given."""
    document = model.new_document(text, outlet=Outlet(id=outlet, basis="given") if outlet else None)
    return pipeline.read(document, kit())
