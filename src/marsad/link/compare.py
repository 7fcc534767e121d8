"""Comparing events pair by pair: Splink on DuckDB in process, with weights that ship in `weights.json`.

A pair's weight is the sum of what each comparison adds, in bits: +1 makes "the same happening" twice as likely. Every
weight depends on the two events alone, never on what else is in the ledger, so that events may be added in any order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.internals.splink_dataframe import SplinkDataFrame

from marsad.link.blocking import Block, blocks
from marsad.link.engine import engine, in_room
from marsad.link.levels import BITS, LEVELS, Weights
from marsad.link.rows import Row

# Pairs below this many bits are forgotten: they count as plain strangers when clusters are weighed.
KEPT: Final = -4.0
# The rows of a block with the outlines of their word lists, which `_common` in levels.py looks at first.
_OUTLINED: Final = "create or replace temp table block_rows as select *, {}, {} from plain_rows".format(  # noqa: S608
    *(
        f"(select bitstring_agg((w % {BITS})::integer, 0, {BITS - 1}) from unnest({column}) t(w)) as {column}_bits"  # noqa: S608
        for column in ("words", "lead")
    )
)


class Pair(NamedTuple):
    """Two events and the weight of their being one happening, in bits; `a` < `b`."""

    a: str
    b: str
    weight: float


class Reason(NamedTuple):
    """What one comparison adds to the weight of a pair."""

    comparison: str
    level: str
    bits: float


_TYPES: Final = pa.schema(
    [
        ("unique_id", pa.string()), ("doc", pa.string()), ("outlet", pa.string()), ("event", pa.string()), ("family", pa.string()), ("type", pa.string()),
        ("kin", pa.list_(pa.uint8())), ("lasting", pa.bool_()), ("undated", pa.bool_()), ("exact", pa.bool_()), ("late", pa.bool_()), ("early", pa.bool_()),
        ("negated", pa.bool_()), ("news", pa.bool_()), ("chief", pa.bool_()), ("mood", pa.string()), ("state", pa.bool_()), ("first", pa.int32()), ("last", pa.int32()), ("published", pa.int32()), ("possible", pa.list_(pa.int32())),
        ("lat", pa.float64()), ("lon", pa.float64()), ("km", pa.float64()), ("lats", pa.list_(pa.float64())), ("lons", pa.list_(pa.float64())), ("wide", pa.bool_()), ("scene_lat", pa.float64()), ("scene_lon", pa.float64()),
        ("place", pa.list_(pa.uint32())), ("spots", pa.list_(pa.uint32())), ("sites", pa.list_(pa.uint32())), ("towns", pa.list_(pa.uint32())), ("actors", pa.list_(pa.uint32())),
        ("blocs", pa.list_(pa.uint32())), ("targets", pa.list_(pa.uint32())), ("killed_low", pa.int64()),
        ("killed_high", pa.int64()), ("hurt_low", pa.int64()), ("hurt_high", pa.int64()), ("means", pa.list_(pa.uint32())),
        ("words", pa.list_(pa.uint32())), ("lead", pa.list_(pa.uint32())), ("keys", pa.list_(pa.int64())),
        ("loose", pa.list_(pa.int64())),
    ]
)  # fmt: skip


def table(rows: Sequence[Row]) -> pa.Table:
    """Rows as a columnar table, a tenth of their size."""
    columns: list[Sequence[object]] = list(zip(*rows, strict=True)) if rows else [() for _ in _TYPES]
    return pa.Table.from_arrays([pa.array(c, type=f.type) for c, f in zip(columns, _TYPES, strict=True)], schema=_TYPES)


def _comparison(name: str, weights: Weights) -> dict[str, Any]:
    levels: list[dict[str, Any]] = []
    for label, sql in LEVELS[name]:
        if label is None:
            levels.append({"sql_condition": sql, "label_for_charts": "nothing to compare", "is_null_level": True})
        else:
            m, u = weights.levels[name][label]
            levels.append({"sql_condition": sql, "label_for_charts": label, "m_probability": m, "u_probability": u})
    return {"output_column_name": name, "comparison_levels": levels}


def settings(weights: Weights, *, explain: bool = False) -> SettingsCreator:
    """The settings of a Splink linker; with `explain` the level of every comparison is kept for each pair."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="number",
        probability_two_random_records_match=weights.prior,
        comparisons=[_comparison(name, weights) for name in LEVELS],
        blocking_rules_to_generate_predictions=[],
        retain_matching_columns=explain,
        retain_intermediate_calculation_columns=explain,
    )


def _predicted(
    connection: duckdb.DuckDBPyConnection, block: Block, weights: Weights, *, explain: bool, least: float | None
) -> Iterator[tuple[Any, ...]]:
    """The pairs of a block as Splink weighs them: two numbers of events, the bits, and with `explain` the levels.

    With `least` pairs of fewer bits are left out.
    """
    api = DuckDBAPI(connection=connection)
    names = ("plain_rows", "block_pairs")
    for name, columns in zip(names, (block.rows, _as_blocked(block.pairs)), strict=True):
        connection.register(name, columns)
    connection.execute(_OUTLINED)
    splink = Linker(api.register("block_rows"), settings(weights, explain=explain), log_level=None, validate_settings=False)
    splink.table_management.register_blocked_pairs_for_predict(api.register(names[1]))
    found: SplinkDataFrame = splink.inference.predict(threshold_match_weight=least)
    levels = "".join(f", gamma_{name}" for name in LEVELS) if explain else ""
    got = connection.execute(
        f"select number_l, number_r, match_weight{levels} from {found.physical_name}"  # noqa: S608
    )
    while lines := got.fetchmany(50_000):
        yield from lines
    found.drop_table_from_database_and_remove_from_cache()
    for name in names:
        connection.unregister(name)


def _as_blocked(pairs: pa.Table) -> pa.Table:
    """Pairs in the form in which Splink takes them."""
    keys = pa.array(["0"] * pairs.num_rows, type=pa.string()).dictionary_encode()
    return pa.table({"match_key": keys.cast(pa.string()), "join_key_l": pairs["a"], "join_key_r": pairs["b"]})


@in_room()
def pairs(rows: pa.Table, weights: Weights, *, new: frozenset[str] | None = None) -> list[Pair]:
    """Every pair of events that some key brings together and that weighs more than `KEPT` bits, in order of their ids.

    With `new` (ids of events) only pairs with one of them are given.
    """
    out = []
    ids: list[str] = rows["unique_id"].to_pylist()  # one string for each event, however many pairs it is in
    with engine() as connection:
        for block in blocks(connection, rows, weights, new=new, all_pairs=False):
            for one, two, weight in _predicted(connection, block, weights, explain=False, least=KEPT):
                a, b = ids[one], ids[two]
                out.append(Pair(a, b, round(weight, 6)) if a < b else Pair(b, a, round(weight, 6)))
    out.sort()
    return out


@in_room()
def compared(rows: pa.Table, weights: Weights) -> list[tuple[str, str, float, dict[str, int]]]:
    """Every pair that a key brings together: the two ids in order, the weight in bits, and the level of each comparison.

    Levels count from 0 (the last) upwards; -1 is nothing to compare.
    """
    out = []
    ids: list[str] = rows["unique_id"].to_pylist()
    with engine() as connection:
        for block in blocks(connection, rows, weights, new=None, all_pairs=True):
            for one, two, weight, *levels in _predicted(connection, block, weights, explain=True, least=None):
                a, b = sorted((ids[one], ids[two]))
                out.append((a, b, round(weight, 6), dict(zip(LEVELS, levels, strict=True))))
    return sorted(out, key=lambda line: line[:2])


def explain(rows: Sequence[Row], weights: Weights) -> dict[tuple[str, str], tuple[Reason, ...]]:
    """What each comparison adds to the weight of every two of some events, the prior first, by their ids in order.

    Comparisons with nothing to compare are left out.
    """
    prior = Reason("prior", "any two events that share a key", round(weights.prior_bits, 2))
    out = {}
    for a, b, _, levels in compared(table([row._replace(keys=[0], loose=[]) for row in rows]), weights):
        reasons = [prior]
        for name, gamma in levels.items():
            labels = [label for label, _ in LEVELS[name] if label is not None]
            if gamma >= 0:
                label = labels[len(labels) - 1 - gamma]
                reasons.append(Reason(name, label, round(weights.bits(name, label), 2)))
        out[a, b] = tuple(reasons)
    return out
