"""`marsad check`: a claim held against a ledger, or against texts given with it."""

from __future__ import annotations

import json
import sys
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.text import Text

from marsad.brief import Wording, names_of, wording_of
from marsad.brief.names import Names, cut
from marsad.check import Finding, Sought, Statement, Weighed, answer, held, load_model, passages
from marsad.cli.out import Status, console, fail, notices
from marsad.cli.shelves import Shelves
from marsad.cli.workers import Failed, read_all, read_one
from marsad.ledger import open_ledger
from marsad.model import Event, Reading, new_document

# How many documents are looked at, the nearest in wording first: reading them back takes a second or two.
CANDIDATES: Final = 150
# How much of somebody's words is shown, in characters.
SHOWN: Final = 260
_HEADS: Final = {"affirms": "Affirmed", "denies": "Denied", "discusses": "Discussed, neither affirmed nor denied"}
_COLOURS: Final = {"affirms": "green", "denies": "red", "discusses": "yellow"}


def _is_arabic(text: str) -> bool:
    return any("\u0621" <= char <= "\u064a" for char in text)


class _Held(NamedTuple):
    """A document that concerns the claim."""

    reading: Reading
    finding: Finding


def sought_in(claim: str, shelves: Shelves) -> Sought:
    """The claim, read; ends the command where there is nothing to read."""
    if not claim.strip():
        raise fail("the claim is empty; give a sentence in Arabic, in quotation marks")
    if not _is_arabic(claim):
        raise fail(f"{cut(claim, 60)!r} is not Arabic; Marsad reads Arabic only")
    outcome = read_one(new_document(claim), shelves.kit())
    if isinstance(outcome, Failed):
        raise fail(f"Marsad itself failed on the claim ({outcome.error}); please report this")
    sought = Sought(outcome.reading)
    if not sought.wanted.words:
        raise fail("no word of the claim tells what happened; write a whole sentence")
    return sought


def check_sentence(claim: str, place: str, *, shelves: Shelves, limit: int, as_json: bool) -> None:
    """Print which documents and voices of a ledger affirm, deny or discuss a claim."""
    with open_ledger(place, writing=False) as ledger:
        sought = sought_in(claim, shelves)
        model, found = load_model(), []
        stderr = notices()
        with Progress(
            SpinnerColumn(), TextColumn("looking"), console=stderr, transient=True, disable=not stderr.is_terminal
        ) as bar:
            bar.add_task("looking")
            for number in ledger.nearest(claim, limit=CANDIDATES):
                reading = ledger.reading(number).reading
                finding = answer(sought, reading, model)
                if finding.stance != "unrelated":
                    found.append(_Held(reading, finding))
    if as_json:
        for one in found:
            sys.stdout.write(json.dumps(_row(one), ensure_ascii=False) + "\n")
        return
    _print(sought, found, console(), limit=limit)


def _line(span_text: str) -> str:
    return " ".join(span_text.split())


def _words(reading: Reading, statement: Statement) -> str:
    return " … ".join(_line(reading.document.text[start:end]) for start, end in statement.words)


def _row(one: _Held) -> dict[str, Any]:
    reading, finding = one
    names, wording, document = names_of(reading), wording_of(), reading.document
    claims = {claim.id: claim for claim in reading.claims}
    events = {event.id: event for event in reading.events}
    nearest = finding.nearest
    return {
        "document": document.id,
        "ref": document.ref,
        "outlet": wording.outlet(names),
        "published": document.published.start,
        "stance": finding.stance,
        "chances": finding.weighed.chances if finding.weighed else {},
        "why": [reason.line() for reason in finding.weighed.why] if finding.weighed else [],
        "statements": [
            {
                "stance": made.stance,
                "claim": made.claim,
                "event": made.event,
                "chain": [link.actor for link in claims[made.claim].chain] if made.claim else ["outlet"],
                "voices": wording.voices(claims[made.claim], names) if made.claim else wording.outlet(names),
                "says": wording.saying(claims[made.claim]) if made.claim else "reports",
                "quoted_to_be_denied": made.claim in _quoted(reading),
                "gloss": wording.happening(told, names, dated=True)
                if (told := _told(reading, made, events.get(made.event or ""))) is not None
                else None,
                "spans": made.words,
                "words": _words(reading, made),
                "why": made.why,
            }
            for made in finding.statements
        ],
        "nearest": {"span": nearest, "words": _line(document.text[slice(*nearest)])} if nearest else None,
    }


def _print(sought: Sought, found: list[_Held], out: Console, *, limit: int) -> None:
    wording = wording_of()
    out.print(Text(_line(sought.text), style="bold"))
    side = sought.side.reading
    for event in side.events:
        out.print(f"  [dim]read as[/] {escape(wording.happening(event, names_of(side), dated=True))}")
    counted = Counter(one.finding.stance for one in found)
    if not found:
        out.print("No document in the ledger affirms, denies or discusses this.")
        return
    out.print(
        f"Documents that affirm it: {counted['agree']}, deny it: {counted['disagree']}, discuss it or hold both: {counted['discuss']}. "
        "[dim]This is what was published. Nothing in it has been verified.[/]\n"
    )
    for stance, head in _HEADS.items():
        rows = [(one, made) for one in found for made in one.finding.statements if made.stance == stance]
        silent = [one for one in found if not one.finding.statements] if stance == "discusses" else []
        if rows or silent:
            out.print(f"[bold {_COLOURS[stance]}]{head}[/]")
        for one, made in rows[:limit]:
            _print_statement(one.reading, made, wording, out)
        for one in silent[: max(0, limit - len(rows))]:
            _print_passage(one, wording, out)
        if (left := len(rows) + len(silent) - limit) > 0:
            out.print(f"  [dim]… and {left} more; --limit or --json has them all[/]")


def _quoted(reading: Reading) -> frozenset[str]:
    """The claims that somebody quotes only to deny them."""
    return frozenset(claim.embeds for claim in reading.claims if claim.embeds and claim.stance == "denies")


def _told(reading: Reading, made: Statement, event: Event | None) -> Event | None:
    """The event as a voice tells it: what another denies, this one may affirm."""
    if event is None or event.realis != "negated" or made.stance != "affirms":
        return event
    claim = next((claim for claim in reading.claims if claim.id == made.claim), None)
    return msgspec.structs.replace(event, realis="actual") if claim is not None and claim.stance != "denies" else event


def _head(reading: Reading, names: Names, wording: Wording) -> str:
    document = reading.document
    return f"[dim]{escape(wording.outlet(names))} · {document.published.start or 'undated'} · {document.id[:12]}[/]"


def _print_statement(reading: Reading, made: Statement, wording: Wording, out: Console) -> None:
    names = names_of(reading)
    claim = next((claim for claim in reading.claims if claim.id == made.claim), None)
    event = _told(reading, made, next((event for event in reading.events if event.id == made.event), None))
    who = (
        f"[cyan]{escape(wording.voices(claim, names))}[/] [bold]{wording.saying(claim)}[/]"
        if claim
        else f"[cyan]{escape(wording.outlet(names))}[/]"
    )
    gloss = f": {escape(wording.happening(event, names, dated=True))}" if event else ""
    quoted = " [yellow](quoted by one who denies it)[/]" if made.stance == "affirms" and made.claim in _quoted(reading) else ""
    out.print(f"  • {who}{gloss}{quoted}  {_head(reading, names, wording)}")
    out.print(Text("      " + cut(_words(reading, made), SHOWN), style="green"))
    out.print(f"      [dim]why: {escape(made.why)}[/]")


def _print_passage(one: _Held, wording: Wording, out: Console) -> None:
    names = names_of(one.reading)
    out.print(f"  • [cyan]{escape(wording.outlet(names))}[/] [dim]touches on it[/]  {_head(one.reading, names, wording)}")
    if one.finding.nearest:
        out.print(Text("      " + cut(one.reading.document.text[slice(*one.finding.nearest)], SHOWN), style="green"))
    out.print(f"      [dim]why: no voice speaks to it; {one.finding.share:.0%} of the claim's words by weight in one sentence[/]")


class Pair(msgspec.Struct, frozen=True):
    """A row of --pairs."""

    id: str
    claim: str
    text: str


class _Rows:
    """The rows of a file of pairs; those that cannot be used are said and counted."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.bad = 0

    def _lines(self) -> Iterator[bytes]:
        if self.path == "-":
            yield from sys.stdin.buffer
            return
        with Path(self.path).open("rb") as lines:
            yield from lines

    def __iter__(self) -> Iterator[Pair]:
        for number, line in enumerate(self._lines(), start=1):
            if not line.strip():
                continue
            try:
                pair = msgspec.json.decode(line, type=Pair)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                self._skip(number, str(error))
                continue
            if not _is_arabic(pair.claim):
                self._skip(number, "the claim holds no Arabic")
                continue
            yield pair

    def _skip(self, number: int, reason: str) -> None:
        self.bad += 1
        name = "standard input" if self.path == "-" else self.path
        notices().print(f"[yellow]skipped[/] {escape(name)}, line {number}: {escape(reason)}")


def check_pairs(path: str, *, shelves: Shelves, jobs: int | None) -> Status | None:
    """Print the stance of each text on its claim as JSON lines; the status says whether all rows could be used."""
    rows, model, kit = _Rows(path), load_model(), shelves.kit()
    known: dict[str, Sought] = {}
    waiting: deque[tuple[Pair, Sought]] = deque()
    failed = 0

    def near() -> Iterator[Any]:
        for pair in rows:
            if pair.claim not in known:
                # Rows of one claim follow each other; claims long past are not kept.
                known.clear()
                read = read_one(new_document(pair.claim), kit)
                if isinstance(read, Failed):
                    read = read_one(new_document(""), kit)
                if isinstance(read, Failed):
                    raise fail(read.error)
                known[pair.claim] = Sought(read.reading)
            sought = known[pair.claim]
            waiting.append((pair, sought))
            yield new_document("\n".join(pair.text[start:end] for start, end in passages(sought.wanted, pair.text)))

    with ExitStack() as stack:
        stderr = notices()
        bar = stack.enter_context(
            Progress(
                SpinnerColumn(),
                TextColumn("{task.completed} pairs answered"),
                console=stderr,
                transient=True,
                disable=not stderr.is_terminal,
            )
        )
        task = bar.add_task("pairs", total=None)
        for outcome in read_all(near(), jobs=jobs, shelves=shelves):
            pair, sought = waiting.popleft()
            bar.advance(task)
            if isinstance(outcome, Failed):
                failed += 1
                stderr.print(f"[yellow]skipped[/] {escape(pair.id)}: Marsad itself failed on it ({escape(outcome.error)})")
                continue
            weighed: Weighed = held(sought, pair.text, outcome.reading, model)
            sys.stdout.write(json.dumps({"id": pair.id, "stance": weighed.stance}, ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return Status.SKIPPED if rows.bad or failed else None
