"""What a ledger tells a reader: what happened, who says it, what is denied, every line tied to its words."""

from __future__ import annotations

from marsad.brief.compose import Brief, compose
from marsad.brief.page import page
from marsad.brief.terminal import print_brief

__all__ = ["Brief", "compose", "page", "print_brief"]
