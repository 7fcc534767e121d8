"""Many reports of one happening: incidents, the origins behind them, accounts side by side, and disputes.

`link` brings events together, `extend` adds readings, `judge` applies people's decisions. `accounts` sets one incident's
accounts side by side; `disputes` finds what cannot all be true. See `docs/link.md`.
"""

from __future__ import annotations

from marsad.link.accounts import Sum, accounts, add_up, counts_by_origin, roll_up
from marsad.link.compare import Pair, Reason
from marsad.link.disputes import (
    Pages,
    called,
    disputes,
    disputes_between,
    disputes_in,
    rank,
    strongest_first,
)
from marsad.link.engine import RoomError
from marsad.link.estimate import estimate, estimate_from_all
from marsad.link.gather import GatherError, gather
from marsad.link.incidents import Linked, extend, extend_prepared, judge, link, link_prepared, summary, why
from marsad.link.keys import backing
from marsad.link.levels import Weights, WeightsError, load_weights
from marsad.link.measure import day_number
from marsad.link.rows import Prepared, Row, pack, prepare, unpack

__all__ = [
    "GatherError",
    "Linked",
    "Pages",
    "Pair",
    "Prepared",
    "Reason",
    "RoomError",
    "Row",
    "Sum",
    "Weights",
    "WeightsError",
    "accounts",
    "add_up",
    "backing",
    "called",
    "counts_by_origin",
    "day_number",
    "disputes",
    "disputes_between",
    "disputes_in",
    "estimate",
    "estimate_from_all",
    "extend",
    "extend_prepared",
    "gather",
    "judge",
    "link",
    "link_prepared",
    "load_weights",
    "pack",
    "prepare",
    "rank",
    "roll_up",
    "strongest_first",
    "summary",
    "unpack",
    "why",
]
