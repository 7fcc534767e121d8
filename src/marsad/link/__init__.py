"""Events of many documents brought together: incidents, and the origins behind them."""

from __future__ import annotations

from marsad.link.incidents import Linked, extend, judge, link, summary

__all__ = ["Linked", "extend", "judge", "link", "summary"]
