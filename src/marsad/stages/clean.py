"""Clean: what of a page is the article, and whose it is."""

from __future__ import annotations

from marsad.handover import Cleaned
from marsad.kit import Kit
from marsad.model import Document

__all__ = ["clean"]


def clean(document: Document, kit: Kit) -> Cleaned:
    """Find boilerplate, title, dateline and outlet."""
    return Cleaned(document=document)
