"""Attribute: who says it."""

from __future__ import annotations

from marsad.arabic.page import Page
from marsad.handover import Attributed, Recognised
from marsad.kit import Kit

__all__ = ["attribute"]


def attribute(page: Page, recognised: Recognised, kit: Kit) -> Attributed:
    """Find every claim with its cue, speaker, chain, content, stance and quotation."""
    return Attributed(actors=recognised.actors)
