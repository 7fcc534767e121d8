"""Readings of short texts, each text read once, for the tests of what is claimed by whom."""

from __future__ import annotations

from functools import cache

from marsad import kit as kits
from marsad import model, pipeline
from marsad.kit import Kit
from marsad.model import Claim, Outlet, Reading


@cache
def kit() -> Kit:
    """The knowledge shipped, loaded once."""
    return kits.load()


@cache
def read(text: str, outlet: str | None = None) -> Reading:
    """The reading of a text without a date, and without an outlet unless one is given."""
    document = model.new_document(text, outlet=Outlet(id=outlet, basis="given") if outlet else None)
    return pipeline.read(document, kit())


def claim(text: str, cue: str) -> Claim:
    """The first claim with a cue."""
    return next(c for c in read(text).claims if c.cue is not None and text[slice(*c.cue.span)] == cue)


def said(text: str, cue: str) -> tuple[str | None, str]:
    """The source and the content of the claim with a cue."""
    found = claim(text, cue)
    source = text[slice(*found.source.span)] if found.source else None
    return source, " … ".join(text[s:e] for s, e in found.content)
