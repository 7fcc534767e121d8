"""Which events are compared with which: those that share a key, less those that all but their words tells apart.

Events are taken in stretches of time, so that what is held at once does not grow with the ledger.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import duckdb
import pyarrow as pa

from marsad.link.levels import LEVELS, Weights

# Comparing words takes nine tenths of the time. Words and story at their best add 7.6 bits: a pair that weighs less than
# this without them would never be a reason to join, and half of those that share a key do.
FLOOR: Final = -8.0
STRETCH: Final = 20_000
_WORDS: Final = ("wording", "story")


class Block(NamedTuple):
    """Some events and the pairs of them that are compared: `a` and `b` are numbers of events, `number` in `rows`."""

    rows: pa.Table
    pairs: pa.Table


def _bits(name: str, weights: Weights) -> str:
    """What a comparison adds to a pair, as SQL."""
    parts = []
    for label, sql in LEVELS[name]:
        value = weights.bits(name, label) if label is not None else 0.0
        parts.append(f"else {value}" if sql == "ELSE" else f"when {sql} then {value}")
    return f"case {' '.join(parts)} end"


def _columns(rows: pa.Table, sql: str) -> str:
    """The columns of both events that a piece of SQL speaks of, for a select."""
    used = [name for name in rows.column_names if f"{name}_l" in sql]
    return ", ".join(f"l.{name} as {name}_l, r.{name} as {name}_r" for name in used)


def _keyed(connection: duckdb.DuckDBPyConnection, rows: pa.Table, new: frozenset[str] | None) -> None:
    """Make the tables `keyed` and `loosely`: each event under its keys, numbered by time (`t`) and by its row (`n`)."""
    fresh = None if new is None else pa.array([key in new for key in rows["unique_id"].to_pylist()], type=pa.bool_())
    numbered = pa.table(
        {
            "n": pa.array(range(rows.num_rows), type=pa.int32()),
            "day": rows["published"],
            "undated": rows["undated"],
            "fresh": fresh if fresh is not None else pa.array([True] * rows.num_rows, type=pa.bool_()),
            "keys": rows["keys"],
            "loose": rows["loose"],
        }
    )
    connection.register("numbered", numbered)
    connection.execute(
        "create temp table timed as select (row_number() over (order by day, n))::integer as t, n, undated, fresh, keys, loose"
        " from numbered"
    )
    for name, column in (("keyed", "keys"), ("loosely", "loose")):
        connection.execute(f"create temp table {name} as select t, n, undated, fresh, unnest({column}) as key from timed")  # noqa: S608
        if new is not None:  # only what shares a key with something new can be in a pair with it
            connection.execute(f"delete from {name} where key not in (select key from {name} where fresh)")  # noqa: S608
    connection.execute("drop table timed")
    connection.unregister("numbered")


def _sharing(name: str, first: int, last: int, also: str) -> str:
    return (
        f"select l.n as a, r.n as b from (select * from {name} where t >= {first} and t < {last}) l"  # noqa: S608
        f" join (select * from {name} where t >= {first}) r on l.key = r.key and l.t < r.t"
        f" where (l.fresh or r.fresh){also}"
    )


def _got(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    return connection.sql(sql).to_arrow_table()


def blocks(
    connection: duckdb.DuckDBPyConnection, rows: pa.Table, weights: Weights, *, new: frozenset[str] | None, all_pairs: bool
) -> Iterator[Block]:
    """The pairs to compare, block by block; with `new` (ids of events) only those with one of them.

    `all_pairs` gives every pair with a common key, whatever it weighs.
    """
    _keyed(connection, rows, new)
    bits = " + ".join(_bits(name, weights) for name in LEVELS if name not in _WORDS)
    columns = _columns(rows, bits)
    for first in range(1, rows.num_rows + 1, STRETCH):
        last = first + STRETCH
        connection.execute(
            f"create or replace temp table sharing as {_sharing('keyed', first, last, '')}"
            f" union {_sharing('loosely', first, last, ' and (l.undated or r.undated)')}"
        )
        wanted = _got(connection, "select distinct unnest([a, b]) as n from sharing order by n")["n"]
        if not len(wanted):
            continue
        near = rows.take(wanted).append_column("number", wanted)
        if all_pairs:
            found = _got(connection, "select a, b from sharing")
        else:
            connection.register("near", near)
            found = _got(
                connection,
                f"with pair as (select a, b, {columns} from sharing join near l on l.number = a join near r on r.number = b)"  # noqa: S608
                f" select a, b from pair where {bits} > {FLOOR - weights.prior_bits}",
            )
            connection.unregister("near")
        if found.num_rows:
            yield Block(near, found)
