"""Segment: a cleaned document laid out as tokens, sentences and quotations."""

from __future__ import annotations

from marsad.arabic.page import Page, lay_out
from marsad.kit import Kit
from marsad.model import Document

__all__ = ["segment"]


def segment(document: Document, kit: Kit) -> Page:
    """Lay a cleaned document out; its boilerplate is blanked, every span still points into `document.text`."""
    return lay_out(document, abbreviations=kit.segment.abbreviations)
