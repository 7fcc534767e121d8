"""`marsad read`: documents through the pipeline into a ledger, or out as JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from marsad.brief import Wording, names_of, wording_of
from marsad.brief.names import both, content, cut
from marsad.cli.out import Status, console, notices
from marsad.cli.program import program
from marsad.cli.shelves import Shelves
from marsad.cli.workers import Failed, read_all
from marsad.ledger import Ledger, open_ledger
from marsad.model import Document, Reading, Traced, encode
from marsad.readers import Given, Remark, Skipped, how_many, read_documents

WIDTH = 150


class _Tally:
    """What happened to the inputs of one command."""

    def __init__(self) -> None:
        self.read = 0
        self.known = 0
        self.skipped = 0


def progress(total: int | None) -> Progress:
    """A progress bar on standard error; nothing at all where nobody is looking."""
    stderr = notices()
    return Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=stderr,
        transient=True,
        disable=not stderr.is_terminal or (total is not None and total < 8),
    )


def read_paths(
    paths: Sequence[str],
    *,
    given: Given,
    place: str | None,
    jobs: int | None,
    shelves: Shelves,
    quiet: bool,
) -> Status | None:
    """Read the paths into the ledger, or without one print readings as JSON; the status says whether all were read."""
    tally = _Tally()
    out, stderr, wording = console(), notices(), wording_of()
    version = program(shelves.files)
    total = how_many(paths)
    with ExitStack() as stack:
        ledger = stack.enter_context(open_ledger(place)) if place else None
        bar = stack.enter_context(progress(total))
        task = bar.add_task("reading", total=total)
        documents = _wanted(read_documents(paths, given=given), ledger, version, tally, stderr, lambda: bar.advance(task))
        for outcome in read_all(documents, jobs=jobs, shelves=shelves):
            bar.advance(task)
            if isinstance(outcome, Failed):
                tally.skipped += 1
                name = outcome.document.ref or outcome.document.id
                stderr.print(
                    f"[yellow]skipped[/] {escape(name)}: Marsad itself failed on it ({escape(outcome.error)}); please report this"
                )
                continue
            tally.read += 1
            _take(outcome, ledger, version, out, wording, quiet=quiet)
    if ledger:
        out.print(_summary(tally, ledger.place))
    return Status.SKIPPED if tally.skipped else None


def _wanted(
    outcomes: Iterator[Document | Skipped | Remark],
    ledger: Ledger | None,
    version: str,
    tally: _Tally,
    stderr: Console,
    advance: Callable[[], None],
) -> Iterator[Document]:
    """The documents still to be read; what is skipped, odd or known already is said and counted on the way."""
    for outcome in outcomes:
        if isinstance(outcome, Remark):
            stderr.print(f"[cyan]note[/] {escape(outcome.path)}: {escape(outcome.about)}")
            continue
        if isinstance(outcome, Skipped):
            tally.skipped += 1
            stderr.print(f"[yellow]skipped[/] {escape(outcome.path)}: {escape(outcome.reason)}")
        elif ledger is not None and ledger.has(outcome.id, version):
            tally.known += 1
        else:
            yield outcome
            continue
        advance()


def _take(traced: Traced, ledger: Ledger | None, version: str, out: Console, wording: Wording, *, quiet: bool) -> None:
    if ledger is None:
        sys.stdout.buffer.write(encode(traced.reading) + b"\n")
        sys.stdout.buffer.flush()
        return
    ledger.append(traced, version)
    if not quiet:
        listing(traced.reading, out, wording)


def listing(reading: Reading, out: Console, wording: Wording) -> None:
    """The claims of a reading in the order of the text: who is said to say what, and through whom."""
    document, names = reading.document, names_of(reading)
    outlet = both(document.outlet.name, document.outlet.id or "outlet unknown")
    date = wording.when(document.published) or "date unknown"
    out.print(f"[bold]{escape(document.ref or document.id)}[/]  {escape(outlet)} · {date}  [dim]{document.id}[/]")
    for claim in reading.claims:
        out.print(
            f"  [cyan]{escape(wording.voices(claim, names))}[/] [bold]{wording.saying(claim)}[/]  [dim]{claim.id}[/]\n"
            f"      {escape(cut(content(claim, document.text), WIDTH))}"
        )
    found = [
        (len(reading.claims), "claim", "claims"),
        (len(reading.events), "event", "events"),
        (len(reading.places), "place", "places"),
    ]
    more = [
        (len(reading.tallies), "tally", "tallies"),
        (len(reading.disputes), "dispute", "disputes"),
        (len(reading.doubts), "doubt", "doubts"),
    ]
    told = (f"{n} {one if n == 1 else many}" for n, one, many in (*found, *(row for row in more if row[0])))
    out.print(f"  [dim]{', '.join(told)}[/]\n")


def _summary(tally: _Tally, place: str) -> str:
    parts = [f"{tally.read} read into {escape(place)}"]
    if tally.known:
        parts.append(f"{tally.known} there already")
    if tally.skipped:
        parts.append(f"[yellow]{tally.skipped} skipped[/]")
    told = ", ".join(parts)
    return f"{told}. Next: [bold]marsad brief {escape(place)}[/]" if tally.read or tally.known else told
