"""`marsad link` and `marsad readings`: what many articles report of one happening, computed anew from the rows each time."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec
from rich.markup import escape

from marsad.cli.out import console, fail
from marsad.ledger import Ledger
from marsad.model import Incident, Reading, encode

if TYPE_CHECKING:
    from marsad.link import Linked

# How many disputes and incidents are printed; --json has all of them.
_SIDES = 4


def _room() -> ModuleType:
    """The linking room, which needs packages that reading does not."""
    try:
        import marsad.link  # noqa: PLC0415  # only these two commands need Splink and DuckDB
    except ImportError as error:
        raise fail(f"linking needs the package {error.name}; install it with: pip install 'marsad[link]'") from error
    return marsad.link


def _linked(opened: Ledger) -> tuple[ModuleType, list[Reading], Linked]:
    room = _room()
    readings = [stored.reading for stored in opened.readings()]
    return room, readings, room.link(readings, judgements=opened.judgements())


def print_readings(opened: Ledger) -> None:
    """Print the current reading of every document as a line of JSON, with the incidents that it reports."""
    _, readings, linked = _linked(opened)
    of = linked.of_document()
    for reading in readings:
        filled = msgspec.structs.replace(reading, incidents=tuple(of.get(reading.document.id, ())))
        sys.stdout.buffer.write(encode(filled) + b"\n")
    sys.stdout.buffer.flush()


def print_incidents(opened: Ledger, *, limit: int, as_json: bool) -> None:
    """Print the happenings that several documents report, how their accounts compare, and what cannot all be true."""
    room, readings, linked = _linked(opened)
    shared: list[Incident] = sorted(linked.shared(), key=lambda i: (-len(i.origins), -len(i.documents), i.first or "", i.id))
    pages = room.Pages(readings)
    contested = room.disputes(linked, readings)
    if as_json:
        for incident in shared:
            sys.stdout.buffer.write(encode(room.accounts(incident, pages)) + b"\n")
        for dispute in contested:
            sys.stdout.buffer.write(encode(dispute) + b"\n")
        sys.stdout.buffer.flush()
        return
    out = console()
    out.print(f"[bold]Reported more than once[/]: {len(shared)} happenings")
    for incident in shared[:limit]:
        side_by_side = room.accounts(incident, pages)
        when = incident.first if incident.first == incident.last else f"{incident.first} to {incident.last}"
        where = incident.place or "no place given"
        out.print(
            f"\n[bold]{incident.type.replace('_', ' ')}[/] · {escape(where)} · {when or 'no date given'}  [dim]{incident.id}[/]"
        )
        graded = f" · {side_by_side.grade.label}: {side_by_side.grade.reason}" if side_by_side.grade else ""
        out.print(f"  {escape(room.summary(incident))}{escape(graded)}")
        for field in side_by_side.fields:
            if field.state != "silent":
                values = "; ".join(value.value for value in field.values[:_SIDES])
                # A truce has no perpetrator: only what is graded has one.
                name = "who" if field.field == "perpetrator" and side_by_side.grade is None else field.field
                out.print(f"  {name}: {field.state}" + (f" — {escape(values)}" if values else ""))
    if len(shared) > limit:
        out.print(f"\n… and {len(shared) - limit} more; --limit or --json has them")
    out.print(f"\n[bold]What cannot all be true[/]: {len(contested)} disputes")
    for dispute in contested[:limit]:
        out.print(f"\n[bold]{dispute.kind}[/] {escape(dispute.about)}  [dim]{dispute.id}[/]")
        for side in dispute.sides[:_SIDES]:
            out.print(f"  {escape(side.value)} — {len(side.voices)} voices, {len({v.origin for v in side.voices})} origins")
    if len(contested) > limit:
        out.print(f"\n… and {len(contested) - limit} more; --limit or --json has them")
