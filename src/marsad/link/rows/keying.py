"""The keys by which rows are brought together."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable
from typing import Any, Final

from marsad.link.rows.kinds import LASTING, PACT, PACTS

CELL: Final = 0.4  # degrees of latitude; with four shifted grids, places within 22 km meet
REGION: Final = 8.0  # degrees; of truces, accords and talks without a name in common, those of one region are compared


def _cells(lat: float, lon: float, *, size: float = CELL) -> list[str]:
    return [f"{a}{b}:{math.floor(lat / size + a / 2)}:{math.floor(lon / size + b / 2)}" for a in (0, 1) for b in (0, 1)]


def _buckets(first: int, last: int, width: int) -> list[str]:
    """Names of the overlapping stretches of days that an interval touches; days up to half a width apart share one."""
    out = {f"a{day // width}" for day in (first, last)} | {f"b{(day + width // 2) // width}" for day in (first, last)}
    return sorted(out)


def keys_of(row: dict[str, Any], sites: list[str]) -> tuple[list[str], list[str]]:
    """The keys of a row: `keys` bring any two rows together, `loose` only rows of which one has no date of its own."""
    family, kind = (PACT, PACT) if row["type"] in PACTS else (row["family"], row["type"])
    told = [row["published"]] if row["published"] is not None else row["possible"]
    first = row["first"] if row["first"] is not None else row["last"]
    last = row["last"] if row["last"] is not None else first
    located = row["lat"] is not None and not row["wide"]
    cells = sorted({cell for lat, lon in row["points"] for cell in _cells(lat, lon)}) if located else []
    keys: list[str] = []
    # What is on no map and what lasts is brought together by a name or by a copied sentence: of two reports of support that share
    # neither, nothing tells whether it is the same, and all of a fortnight are as many pairs as their square. Of truces, accords
    # and talks there are few at a time, and a region is enough.
    marks = [
        *(f"w{mark}" for mark in row["place"][:3]),
        *(f"x{mark}" for mark in (row["actors"] + row["targets"])[:4]),
        *(f"y{mark}" for mark in row["words"][:2]),
    ]
    if family in ("ceasefire", PACT) or kind == "talks":
        marks += [f"r{cell}" for cell in _cells(*row["scene"], size=REGION)] if row["scene"] else ["r"]
    if first is not None and last is not None:
        days = _buckets(first, last, 4)
    else:
        days = sorted({name for day in told for name in _buckets(day - 1, day, 4)})
    if located:
        keys += [f"{family}|{day}|{cell}" for day in days for cell in cells]
    else:
        keys += [f"{kind}|{day}|{mark}" for day in days for mark in marks]
    if row["killed_low"]:
        keys += [f"{family}|{day}|k{row['killed_low']}" for day in days]
    weeks = sorted({name for day in told for name in _buckets(day, day, 16)})
    if row["lasting"]:
        if located:
            keys += [f"{family}|{week}|{cell}" for week in weeks for cell in cells]
        if kind in LASTING or kind == PACT:
            keys += [f"{kind}|{week}|{mark}" for week in weeks for mark in marks]
    if first is not None and last is not None and row["historical"]:
        keys += [f"{kind}|{first}|{last}"]
    loose = [f"{family}|{week}|{site}" for week in weeks for site in sites]
    return sorted(set(keys)), sorted(set(loose))


def hashed(keys: Iterable[str]) -> list[int]:
    """Keys as numbers of 63 bits: shorter by far, and two of them are never the same by chance in a ledger of any size."""
    return [int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1 for key in keys]
