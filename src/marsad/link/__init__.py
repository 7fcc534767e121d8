"""Many reports of one happening: incidents, the origins behind them, accounts side by side, and disputes.

`link` brings events together, `extend` adds readings, `judge` applies people's decisions. `accounts` sets one incident's
accounts side by side; `disputes` finds what cannot all be true. See `docs/link.md`.
"""

from __future__ import annotations

from marsad.link.accounts import Account, FieldView, Grade, RolledUp, SideBySide, Sum, Value, accounts, add_up, roll_up
from marsad.link.compare import Pair, Reason, Weights, load_weights
from marsad.link.disputes import Contested, Pages, Side, Voice, disputes
from marsad.link.estimate import estimate
from marsad.link.incidents import Linked, extend, judge, link, summary

__all__ = [
    "Account",
    "Contested",
    "FieldView",
    "Grade",
    "Linked",
    "Pages",
    "Pair",
    "Reason",
    "RolledUp",
    "Side",
    "SideBySide",
    "Sum",
    "Value",
    "Voice",
    "Weights",
    "accounts",
    "add_up",
    "disputes",
    "estimate",
    "extend",
    "judge",
    "link",
    "load_weights",
    "roll_up",
    "summary",
]
