"""Answers as tables: labels instead of the names that records use, ids as short as `marsad show` takes them, no wider than can be read."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from marsad.brief import wording_of
from marsad.brief.names import cut
from marsad.cli.out import console, notices
from marsad.ledger import Answer, Ledger

# How much of a cell a table shows; CSV and JSON have all of it.
CELL: Final = 36
_ID: Final = re.compile(r"((?:event|claim|doc|tally|dispute|incident|judgement):[0-9a-f]{8})[0-9a-f]+")
# Columns of answers that hold keys of linking, one or several with "; " between them.
_KEYED: Final = frozenset(["accused", "population", "origin", "recorded_by", "side", "against", "counted_by", "who"])
_OUTLETS: Final = ("outlet", "voice", "counted_by", "quoting", "quoted", "who")
_LATEST: Final = "SELECT min(r.reading) FROM current_readings r WHERE r.outlet IS NOT NULL GROUP BY r.outlet ORDER BY 1"


def print_table(ledger: Ledger, answer: Answer, title: str) -> None:
    """Print an answer; in a terminal too narrow for its columns, each row by itself."""
    out = console()
    out.print(f"[bold]{escape(title)}[/]")
    if not answer.rows:
        out.print("Nothing in the ledger answers this.")
        return
    # Columns that are empty all the way down would only take room.
    shown = [n for n in range(len(answer.columns)) if any(row[n] is not None for row in answer.rows)]
    heads = [answer.columns[n].replace("_", " ") for n in shown]
    numbers = [all(row[n] is None or isinstance(row[n], int) for row in answer.rows) for n in shown]
    told = _worded(ledger, answer)
    cells = [["" if row[n] is None else str(row[n]) for n in shown] for row in told.rows]
    wide = sum(max(len(head), *(min(len(row[k]), CELL) for row in cells)) + 3 for k, head in enumerate(heads))
    if out.is_terminal and wide > out.width:
        for row in cells:
            pairs = (f"[dim]{head}[/] {escape(cell)}" for head, cell in zip(heads, row, strict=True) if cell)
            Console(highlight=False, emoji=False).print("[dim]•[/] " + " · ".join(pairs))
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for head, number in zip(heads, numbers, strict=True):
            table.add_column(head, justify="right" if number else "left", no_wrap=True)
        for row in cells:
            table.add_row(*(escape(cut(cell, CELL)) for cell in row))
        # Somebody may keep the table or read it with another program: nothing is folded to the width of a screen.
        Console(file=sys.stdout, width=(CELL + 3) * len(shown) + 4, highlight=False, emoji=False).print(table)
    rows = f"{len(answer.rows):,} row" + ("s" if len(answer.rows) != 1 else "")
    notices().print(f"{rows}. Whole cells and keys: --format csv or json")


def _worded(ledger: Ledger, answer: Answer) -> Answer:
    """An answer as people read it: labels of types, stances and the like, names of outlets and of what linking knows by keys."""
    if _KEYED.intersection(answer.columns):
        try:
            from marsad.cli.keys import Names  # noqa: PLC0415  # only what links needs Splink and DuckDB
        except ModuleNotFoundError:
            pass
        else:
            answer = Names.of(ledger).told(answer, _KEYED)
    labels = wording_of().labels
    stances = _plain(labels.stances)
    outlets = _outlets(ledger) if set(_OUTLETS).intersection(answer.columns) else {}
    words: dict[str, dict[str, str]] = {
        "type": {kind: label.label for kind, label in labels.events.items()},
        "realis": _plain(labels.realis) | {"actual": "happened"},
        "stance": stances,
        "one_stance": stances,
        "other_stance": stances,
        "what": _plain(labels.counts) | labels.tallies,
        "kind": {kind: label.lower() for kind, label in labels.disputes.items()},
        "role": _plain(labels.roles),
    }
    words.update(dict.fromkeys(_OUTLETS, outlets))

    def cell(column: str, value: str | float | None) -> str | float | None:
        if not isinstance(value, str):
            return value
        return _ID.sub(r"\1", words.get(column, {}).get(value, value))

    rows = (tuple(cell(c, value) for c, value in zip(answer.columns, row, strict=True)) for row in answer.rows)
    return Answer(columns=answer.columns, rows=tuple(rows))


def _plain(labels: Mapping[Any, str]) -> dict[str, str]:
    """Labels by the names that records use, as plain strings."""
    return {str(key): label for key, label in labels.items()}


def _outlets(ledger: Ledger) -> dict[str, str]:
    """What the outlets of a ledger are called, by their ids."""
    read = (ledger.reading(int(str(number))).reading.document.outlet for (number,) in ledger.ask(_LATEST).rows)
    return {o.id: o.name.en or o.name.ar or o.id for o in read if o.id and o.name}
