"""Code: what is said to have happened."""

from __future__ import annotations

from marsad.arabic.page import Page
from marsad.handover import Attributed, Coded, Recognised
from marsad.kit import Kit

__all__ = ["code"]


def code(page: Page, recognised: Recognised, attributed: Attributed, kit: Kit) -> Coded:
    """Find every event with its participants, realis, means and counts, every tally, and disputes within the document."""
    return Coded(actors=attributed.actors)
