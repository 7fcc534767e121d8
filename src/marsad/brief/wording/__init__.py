"""Wording: what records are called in one language, by template. `records` says what can be told, `languages` how."""

from __future__ import annotations

from marsad.brief.wording.languages import wording_of
from marsad.brief.wording.records import Wording

__all__ = ["Wording", "wording_of"]
