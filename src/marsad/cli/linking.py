"""`marsad link` and `marsad readings`: a ledger is linked as far as it is not yet, and what was found is printed."""

from __future__ import annotations

import hashlib
import itertools
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from rich.markup import escape

from marsad.brief import days_told, field_told, reason_told, wording_of
from marsad.cli.out import console, fail, notices
from marsad.cli.program import linker
from marsad.cli.workers import WorkersError
from marsad.ledger import (
    AccountRow,
    Change,
    ContestedRow,
    ContestedVoice,
    CountRow,
    IncidentRow,
    Ledger,
    LinkedRow,
    Linking,
    PreparedReading,
)
from marsad.model import Contested, Incident, Judgement, Reading, RolledUp, SideBySide, encode

if TYPE_CHECKING:
    from marsad.link import Linked, Pages, Prepared, Weights

# How many sides of a dispute and values of a field are printed.
_SIDES = 4
# How many readings are prepared between two moments at which the work is safe.
_SAFE = 200
# How many rows are compressed together while they wait to be written.
_TOGETHER = 200


def room() -> ModuleType:
    """The linking room, which needs packages that reading does not."""
    try:
        import marsad.link  # noqa: PLC0415  # only what links needs Splink and DuckDB
    except ImportError as error:
        raise fail(
            f"linking needs the package {error.name}; install it with: pip install 'marsad[link]' (in a checkout: pip install -e '.[link]')"
        ) from error
    return marsad.link


class _State(NamedTuple):
    """How far a ledger is linked: what is there already, and what a linking now would have to do."""

    last: Linking | None
    known: dict[str, int]
    now: dict[str, int]
    judgements: tuple[Judgement, ...]

    @property
    def current(self) -> bool:
        return self.last is not None and self.known == self.now and self.last.judgements == len(self.judgements)

    @property
    def kept(self) -> frozenset[str]:
        """The documents whose pairs can be gone on from."""
        return frozenset(document for document, reading in self.known.items() if self.now.get(document) == reading)


def _prepare(ledger: Ledger, program: str, *, jobs: int | None, keep: bool) -> dict[str, bytes]:
    """Prepare the readings that are not; what is done is kept in the ledger every so often, or else given back."""
    linking = room()
    given: dict[str, bytes] = {}
    waiting: list[PreparedReading] = []
    wanted = (((one.document, one.reading), one.line) for one in ledger.unprepared(program))
    try:
        for (document, reading), packed in linking.gather(wanted, jobs=jobs):
            if keep:
                waiting.append(PreparedReading(document, reading, packed))
            else:
                given[document] = packed
            if len(waiting) >= _SAFE:
                ledger.keep_prepared(waiting, program)
                waiting = []
    except linking.GatherError as error:
        raise WorkersError(str(error)) from error
    if waiting:
        ledger.keep_prepared(waiting, program)
    return given


def _unpacked(packed: Iterable[PreparedReading], wanted: frozenset[str]) -> Iterator[Prepared]:
    linking = room()
    for one in packed:
        if one.document in wanted:
            try:
                yield linking.unpack(one.packed)
            except (msgspec.MsgspecError, zlib.error) as error:
                raise fail(f"what was remembered of {one.document} is damaged; link once with --anew") from error


def _linked(ledger: Ledger, state: _State, program: str, weights: Weights, given: dict[str, bytes]) -> Linked:
    """The linked ledger, gone on from the pairs that it remembers."""
    linking, kept = room(), state.kept
    pairs = [linking.Pair(*pair) for pair in ledger.pairs()] if kept else []
    if len(kept) < len(state.known):
        pairs = [pair for pair in pairs if _document(pair.a) in kept and _document(pair.b) in kept]
    fresh = frozenset(state.now) - kept
    made = (linking.unpack(given[document]) for document in sorted(given))
    found: Linked
    try:
        if not kept:
            every = itertools.chain(_unpacked(ledger.prepared(program), fresh), made)
            found = linking.link_prepared(every, judgements=state.judgements, weights=weights)
        else:
            new = itertools.chain(_unpacked(ledger.prepared(program), fresh), made)
            old = _unpacked(ledger.prepared(program), kept)
            found = linking.extend_prepared(old, pairs, new, judgements=state.judgements, weights=weights)
    except linking.RoomError as error:
        raise fail(str(error)) from error
    return found


def _document(key: str) -> str:
    return key.rpartition("|")[0]


def _state(ledger: Ledger, program: str, weights: bytes, given: dict[str, bytes]) -> _State:
    last = ledger.linking()
    same = last is not None and last.program == program and last.weights == weights
    now = {one.document: one.reading for one in ledger.prepared(program)}
    return _State(
        last=last if same else None,
        known=ledger.linked() if same else {},
        now={**now, **dict.fromkeys(given, -1)},
        judgements=ledger.judgements(),
    )


def bring_up_to_date(
    ledger: Ledger, *, weights_file: Path | None = None, anew: bool = False, jobs: int | None = None
) -> tuple[Linking, bool]:
    """Link what is not linked yet and write it into the ledger; the linking, and whether there was anything to do.

    Incidents are the same as if the whole ledger were linked at once; only those that a new document or judgement touches
    are written again.
    """
    linking = room()
    weights = _weights(weights_file)
    line = msgspec.json.encode(weights)
    program = linker()
    if anew:
        ledger.forget_prepared()
    _prepare(ledger, program, jobs=jobs, keep=True)
    state = _state(ledger, program, line, {})
    if anew:
        state = state._replace(last=None, known={})
    if state.last is not None and state.current:
        return state.last, False
    found = _linked(ledger, state, program, weights, {})
    change = _change(ledger, state, found, program, line)
    number = ledger.relink(change)
    del found, change
    done = ledger.linking()
    if done is None or done.number < number:
        raise linking.GatherError("the ledger lost what was linked")
    return done, True


def _weights(path: Path | None) -> Weights:
    linking = room()
    try:
        weights: Weights = linking.load_weights(path)
    except linking.WeightsError as error:
        raise fail(str(error)) from error
    return weights


def _digest(line: bytes) -> bytes:
    return hashlib.sha256(line).digest()


def _change(ledger: Ledger, state: _State, found: Linked, program: str, weights: bytes) -> Change:
    """What has to be written so that the ledger holds what was found."""
    linking, kept = room(), state.kept
    fresh = frozenset(state.now) - kept
    pages = linking.Pages(load=lambda document: ledger.reading(state.now[document]).reading)
    before = {ident: _digest(line) for ident, line in ledger.stored_incidents()} if kept else {}
    changed = [
        incident
        for incident in found.incidents
        if before.get(incident.id) != _digest(encode(incident)) or not fresh.isdisjoint(incident.documents)
    ]
    here = {incident.id for incident in found.incidents}
    gone = sorted({*(ident for ident in before if ident not in here), *(i.id for i in changed if i.id in before)})
    parted = []
    if len(kept) < len(state.known):
        parted = [(a, b) for a, b, _ in ledger.pairs() if _document(a) not in kept or _document(b) not in kept]
    paired = [p for p in found.pairs if _document(p.a) in fresh or _document(p.b) in fresh] if kept else found.pairs
    # Everything is computed before the ledger is locked: other writers wait no longer than the writing takes.
    incidents, inside = _told(changed, found, pages)
    between = linking.strongest_first(linking.disputes_between(found, pages))
    return Change(
        base=state.last.number if state.last else None,
        program=program,
        weights=weights,
        judgements=len(state.judgements),
        readings=[_linked_row(document, state, found) for document in sorted(fresh)],
        unlinked=sorted(set(state.known) - set(state.now)),
        documents=len(state.now),
        total=len(found.incidents),
        parted=parted,
        paired=paired,
        gone=gone,
        incidents=_waiting(incidents),
        contested=[*inside, *(_contested(dispute, inside=False) for dispute in between)],
    )


def _linked_row(document: str, state: _State, found: Linked) -> LinkedRow:
    row = found.documents[document]
    return LinkedRow(
        document=document,
        reading=state.now[document],
        leaning=row.leaning,
        published_day=room().day_number(row.published),
        tallies=tuple((tally.tally, tally.origin, tally.side) for tally in row.tallies),
    )


def _told(changed: list[Incident], found: Linked, pages: Pages) -> tuple[list[bytes], list[ContestedRow]]:
    """The rows of incidents, packed in bundles, and their disputes."""
    linking = room()
    news, chief = found.news(), found.chief()
    bundles: list[bytes] = []
    waiting: list[IncidentRow] = []
    inside: list[ContestedRow] = []
    for n, incident in enumerate(changed, start=1):
        waiting.append(_incident(incident, found, news, chief, pages))
        disputes = linking.strongest_first(linking.disputes_in(incident, pages))
        inside += [_contested(dispute, inside=True) for dispute in disputes]
        if len(waiting) >= _TOGETHER or n == len(changed):
            bundles.append(zlib.compress(msgspec.msgpack.encode(waiting), 1))
            waiting = []
    return bundles, inside


def _waiting(bundles: list[bytes]) -> Iterator[IncidentRow]:
    for bundle in bundles:
        yield from msgspec.msgpack.decode(zlib.decompress(bundle), type=list[IncidentRow])


def _listed(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _count(count: RolledUp, origin: str = "all") -> CountRow:
    return CountRow(
        origin=origin,
        what=count.what,
        population=count.population,
        low=count.low,
        best=count.best,
        high=count.high,
        open=count.open,
        origins=room().backing(voice for value in count.contributors for voice in value.voices),
    )


def _incident(incident: Incident, found: Linked, news: frozenset[str], chief: frozenset[str], pages: Pages) -> IncidentRow:
    view: SideBySide = room().accounts(incident, pages)
    alone: dict[str, tuple[RolledUp, ...]] = room().counts_by_origin(incident, pages)
    blamed = next((field for field in view.fields if field.field == "perpetrator"), None)
    return IncidentRow(
        incident=incident,
        place_name=found.place_name(incident),
        accused=_listed(value.value for value in blamed.values) if blamed and view.grade else None,
        grade=view.grade.grade if view.grade else None,
        reason=view.grade.reason if view.grade else None,
        news=tuple(n for n, (document, event) in enumerate(incident.events) if f"{document}|{event}" in news),
        chief=tuple(n for n, (document, event) in enumerate(incident.events) if f"{document}|{event}" in chief),
        accounts=tuple(
            AccountRow(
                origin=account.origin,
                side=account.side,
                says=account.says,
                documents=len(account.documents),
                accused=_listed(account.perpetrators),
                days=_listed(account.days),
                places=_listed(account.places),
                counts=_listed(account.counts),
            )
            for account in view.accounts
        ),
        counts=(
            *(_count(count) for count in view.counts),
            *(_count(count, origin) for origin, counts in alone.items() for count in counts),
        ),
        side_by_side=encode(view) if len(incident.documents) > 1 else None,
    )


def _contested(dispute: Contested, *, inside: bool) -> ContestedRow:
    return ContestedRow(
        id=dispute.id,
        incident=dispute.incident,
        kind=dispute.kind,
        about=dispute.about,
        smaller=dispute.origins[0],
        origins=dispute.origins[1],
        rank=room().rank(dispute),
        one_origin=dispute.one_origin,
        inside=inside,
        voices=tuple(
            ContestedVoice(side=n, value=side.value, document=v.document, claim=v.claim, event=v.event, origin=v.origin)
            for n, side in enumerate(dispute.sides, start=1)
            for v in side.voices
        ),
        json=encode(dispute),
    )


def print_readings(ledger: Ledger) -> None:
    """Print the current reading of every document as a line of JSON, with the incidents that it reports.

    What is linked already is taken from the ledger; what is not is linked for this once, and nothing is written.
    """
    weights = _weights(None)
    last, program = ledger.linking(), linker()
    if last is not None and last.program == program:
        weights = msgspec.json.decode(last.weights, type=type(weights))
    given = _prepare(ledger, program, jobs=None, keep=False)
    state = _state(ledger, program, msgspec.json.encode(weights), given)
    if state.current:
        of = {document: tuple(found) for document, found in ledger.reported().items()}
    else:
        of = _linked(ledger, state, program, weights, given).of_document()
    for stored in ledger.readings():
        filled: Reading = msgspec.structs.replace(stored.reading, incidents=tuple(of.get(stored.reading.document.id, ())))
        sys.stdout.buffer.write(encode(filled) + b"\n")
    sys.stdout.buffer.flush()


def link_ledger(ledger: Ledger, *, limit: int, as_json: bool, weights: Path | None, anew: bool, jobs: int | None) -> None:
    """Link a ledger and print what several documents report, how their accounts compare, and what cannot all be true."""
    done, did = bring_up_to_date(ledger, weights_file=weights, anew=anew, jobs=jobs)
    what = "linked" if did else "linked already"
    notices().print(
        f"{done.documents:,} articles {what}: {done.incidents:,} happenings (linking {done.number}, marsad {done.program})"
    )
    shared = ledger.shared_incidents()
    disputes = ledger.contested()
    if as_json:
        for line in (*(one.side_by_side for one in shared), *disputes):
            sys.stdout.buffer.write((line or b"{}") + b"\n")
        sys.stdout.buffer.flush()
        return
    linking, out = room(), console()
    out.print(f"[bold]Reported more than once[/]: {len(shared)} happenings")
    for one in shared[:limit]:
        out.print(f"\n{headline(one.incident, one.place_name)}")
        graded = f" · provisional: {one.grade}: {reason_told(one.reason or '', wording_of())}" if one.grade else ""
        out.print(f"  {escape(linking.summary(one.incident))}{escape(graded)}")
        view: SideBySide = msgspec.json.decode(one.side_by_side or b"", type=SideBySide)
        print_fields(view)
    if len(shared) > limit:
        out.print(f"\n… and {len(shared) - limit} more; --limit or --json has them")
    out.print(f"\n[bold]What cannot all be true[/]: {len(disputes)} disputes")
    for line in disputes[:limit]:
        print_dispute(msgspec.json.decode(line, type=Contested))
    if len(disputes) > limit:
        out.print(f"\n… and {len(disputes) - limit} more; --limit or --json has them")
    out.print("\nOne of them in full: [bold]marsad show INCIDENT[/]; why it is one: [bold]marsad explain INCIDENT[/]")


def headline(incident: Incident, place_name: str | None) -> str:
    """What happened, where and when, on one line for the console."""
    wording = wording_of()
    when = wording.period(incident.first, incident.last)
    where = place_name or incident.place or "no place given"
    kind = wording.labels.events[incident.type].label
    return f"[bold]{kind}[/] · {escape(where)} · {when or 'no date given'}  [dim]{incident.id}[/]"


def print_fields(view: SideBySide) -> None:
    """Print on which fields the accounts agree and differ."""
    out, wording = console(), wording_of()
    for field in view.fields:
        if field.state != "silent":
            name, state = field_told(field, view.incident, wording, graded=view.grade is not None)
            more = len(field.values) - _SIDES
            values = "; ".join(days_told(value.shown, wording) for value in field.values[:_SIDES])
            values += f"; {more} more" if more > 0 else ""
            out.print(f"  {name}: {state}" + (f" — {escape(values)}" if values else ""))


def print_dispute(dispute: Contested) -> None:
    """Print what a dispute is about and who stands on each side."""
    out, wording = console(), wording_of()
    out.print(f"\n[bold]{wording.labels.disputes[dispute.kind]}[/]: {escape(dispute.about)}  [dim]{dispute.id}[/]")
    for side in dispute.sides[:_SIDES]:
        said, behind = len(side.voices), room().backing(side.voices)
        voices = f"{said} {'voice' if said == 1 else 'voices'}, {behind} {'origin' if behind == 1 else 'origins'}"
        out.print(f"  {escape(days_told(side.shown, wording))} — {voices}")


def estimate_weights(ledger: Ledger, *, target: Path) -> None:
    """Estimate the weights anew from the pairs of a ledger and write them to a file."""
    linking = room()
    weights = _weights(None)
    program = linker()
    given = _prepare(ledger, program, jobs=None, keep=False)
    state = _state(ledger, program, b"", given)
    found = _linked(ledger, state, program, weights, given)
    try:
        made: Weights = linking.estimate_from_all(found)
    except linking.RoomError as error:
        raise fail(str(error)) from error
    if made == weights:
        raise fail("there are no two events to compare in this ledger; read more articles into it first")
    target.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    out = console()
    out.print(f"[bold]{escape(str(target))}[/]: {escape(made.made.rpartition('; ')[2])}")
    for name, levels in made.levels.items():
        moved = [(label, weights.bits(name, label), made.bits(name, label)) for label in levels]
        told = ", ".join(f"{label} {before:+.1f} → {after:+.1f}" for label, before, after in moved if abs(after - before) >= 0.5)
        if told:
            out.print(f"  {name}: {told}")
    out.print(f"Link with them: [bold]marsad link {escape(ledger.place)} --weights {escape(str(target))}[/]")
