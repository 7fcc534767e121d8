"""`marsad show` and `marsad explain`: one record with its words, and the reasons for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from marsad.brief import Wording, names_of, wording_of
from marsad.brief.names import Names, both, content, cut, words
from marsad.cli.out import console, fail
from marsad.ledger import Found, Ledger, StoredReading
from marsad.model import Actor, Claim, Document, Event, Place, Reading, Span, Tally, Trace

AROUND = 60
SHOWN = 12


def one(ledger: Ledger, prefix: str) -> list[Found]:
    """The record that an id means, newest reading first; ends the command when it means none or several."""
    found = ledger.find(prefix)
    exact = [f for f in found if prefix in (f.id, f.id.partition(":")[2])]
    exact = exact or [f for f in found if isinstance(f.record, Document) and f.record.ref == prefix]
    found = exact or found
    if not found:
        raise fail(
            f"nothing in the ledger has an id that begins with {prefix!r}; ids are printed by marsad read and marsad brief"
        )
    ids = sorted({(f.kind, f.id) for f in found})
    if len(ids) > 1:
        listed = ", ".join(f"{ident} ({kind})" for kind, ident in ids[:SHOWN])
        more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
        raise fail(f"{prefix!r} begins several ids: {listed}{more}; give more of the one you mean")
    return found


def event(ledger: Ledger, prefix: str) -> Found:
    """The event that an id means, in its newest reading; ends the command when it means something else."""
    found = one(ledger, prefix)[0]
    if found.kind != "event":
        raise fail(
            f"{prefix!r} means no event but something else ({found.kind}); judgements are about events: give the id of an event"
        )
    return found


def context(text: str, spans: Sequence[Span]) -> Text:
    """The characters of some spans, marked, with a little of the text around them."""
    spans = sorted(spans)
    start = max(0, spans[0][0] - AROUND)
    end = min(len(text), spans[-1][1] + AROUND)
    shown = Text("…" if start else "")
    at = start
    for left, right in spans:
        if left < at:
            continue
        if left - at > 2 * AROUND and at > start:  # what lies between far spans is left out
            shown.append(text[at : at + AROUND].replace("\n", " ") + " … ")
            at = left - AROUND
        shown.append(text[at:left].replace("\n", " "))
        shown.append(text[left:right].replace("\n", " "), style="bold black on yellow")
        at = right
    shown.append(text[at:end].replace("\n", " "))
    return shown.append("…" if end < len(text) else "")


def show(ledger: Ledger, prefix: str) -> None:
    """Print one record."""
    out, wording = console(), wording_of()
    found = one(ledger, prefix)
    first = found[0]
    stored = ledger.reading(first.reading)
    reading, names = stored.reading, names_of(stored.reading)
    out.print(f"[bold]{first.kind}[/] {escape(first.id)}")
    record = first.record
    out.print(f"  {escape(wording.tell(record, reading, names))}")
    match record:
        case Document():
            _show_document(out, ledger, stored, wording)
        case Claim():
            _show_claim(out, record, reading, names, wording)
        case Event():
            _show_event(out, record, reading, names, wording)
        case Tally():
            _window(out, record)
            out.print("  ", context(reading.document.text, [part.span for part in record.parts] or [(0, 0)]))
            _said_in(out, [record.claim], reading, names, wording)
        case Actor() | Place():
            _show_named(out, found, ledger)
    if not isinstance(record, (Document, Actor, Place)):
        _origin(out, reading, wording)


def _origin(out: Console, reading: Reading, wording: Wording) -> None:
    document = reading.document
    outlet = both(document.outlet.name, document.outlet.id or "outlet unknown")
    out.print(
        f"  [dim]in {document.id} · {escape(document.ref or '')} · {escape(outlet)} · {wording.when(document.published) or 'undated'}[/]"
    )


def _field(out: Console, name: str, value: str) -> None:
    if value:
        out.print(f"  [dim]{name:10}[/] {escape(value)}")


def _window(out: Console, tally: Tally) -> None:
    if tally.window:
        _field(out, "window", f"{tally.window.start or '?'} to {tally.window.end or '?'}")


def _show_document(out: Console, ledger: Ledger, stored: StoredReading, wording: Wording) -> None:
    reading, document = stored.reading, stored.reading.document
    names = names_of(reading)
    outlet = document.outlet
    _field(out, "reference", document.ref or "")
    _field(out, "outlet", f"{both(outlet.name, outlet.id or 'unknown')} (basis: {outlet.basis})")
    _field(out, "published", f"{wording.when(document.published) or 'unknown'} (basis: {document.published.basis})")
    _field(out, "title", document.title or "")
    _field(out, "address", document.url or "")
    _field(out, "sha256", document.sha256)
    _field(out, "read by", f"marsad {stored.program}")
    versions = ledger.versions(document.id)
    if len(versions) > 1:
        _field(out, "versions", ", ".join(versions))
    for claim in reading.claims:
        _claim_line(out, claim, reading, names, wording)
    for event in reading.events:
        out.print(f"  {escape(wording.happening(event, names, dated=True))}  [dim]{event.id}[/]")
    for tally in reading.tallies:
        out.print(f"  {escape(wording.sum_line(tally, names))}  [dim]{tally.id}[/]")
    for doubt in reading.doubts:
        out.print(f"  [yellow]doubt[/] {doubt.stage}: {escape(doubt.about)}  {escape(words(document.text, doubt.span))}")


def _claim_line(out: Console, claim: Claim, reading: Reading, names: Names, wording: Wording) -> None:
    said = cut(content(claim, reading.document.text), 120)
    out.print(
        f"  [cyan]{escape(wording.voices(claim, names))}[/] [bold]{wording.saying(claim)}[/]  [dim]{claim.id}[/]\n      {escape(said)}"
    )


def _said_in(out: Console, ids: Sequence[str], reading: Reading, names: Names, wording: Wording) -> None:
    claims = {c.id: c for c in reading.claims}
    for ident in ids:
        if ident in claims:
            _claim_line(out, claims[ident], reading, names, wording)
        elif ident == "outlet":
            out.print(f"  said by {escape(wording.outlet(names))} itself")


def _show_claim(out: Console, claim: Claim, reading: Reading, names: Names, wording: Wording) -> None:
    text = reading.document.text
    _field(out, "voices", wording.voices(claim, names))
    for link in claim.chain:
        named = f" ({words(text, link.span)})" if link.span else ""
        _field(out, "", f"{wording.labels.roles[link.role]}: {wording.actor(link.actor, names)}{named}")
    _field(out, "stance", wording.saying(claim))
    _field(out, "quotation", claim.quotation)
    _field(out, "cue", f"{words(text, claim.cue.span)} ({claim.cue.lemma})" if claim.cue else "")
    _field(out, "source", words(text, claim.source.span) if claim.source else "")
    _field(out, "embeds", claim.embeds or "")
    spans = [*claim.content, *([claim.cue.span] if claim.cue else []), *([claim.source.span] if claim.source else [])]
    out.print("  ", context(text, spans))
    for event in reading.events:
        if claim.id in event.claims:
            out.print(f"  makes: {escape(wording.happening(event, names, dated=True))}  [dim]{event.id}[/]")
    for dispute in reading.disputes:
        if claim.id in dispute.between:
            other = next((i for i in dispute.between if i != claim.id), claim.id)
            out.print(f"  [red]{wording.labels.disputes[dispute.kind].lower()}[/]: against {other}")
    for doubt in claim.doubts:
        out.print(f"  [yellow]doubt[/] {escape(doubt)}")


def _show_event(out: Console, event: Event, reading: Reading, names: Names, wording: Wording) -> None:
    text = reading.document.text
    _field(out, "places", ", ".join(wording.place(p, names) for p in event.places))
    _field(out, "date", f"{wording.when(event.date)} (basis: {event.date.basis})" if event.date else "")
    for count in event.counts:
        _field(out, "count", f"{wording.number(count, names)}: {words(text, count.span)}")
    for means in event.means:
        _field(out, "means", f"{means.kind}: {words(text, means.span)}")
    out.print("  ", context(text, event.triggers or ((0, 0),)))
    _said_in(out, event.claims or ("outlet",), reading, names, wording)
    for doubt in event.doubts:
        out.print(f"  [yellow]doubt[/] {escape(doubt)}")


def _show_named(out: Console, found: Sequence[Found], ledger: Ledger) -> None:
    """An actor or a place, and what it is called where: the registry's name is one, the outlets' words are others."""
    first = found[0].record
    if isinstance(first, Actor):
        _field(out, "name", both(first.name, first.id))
        _field(out, "kind", first.kind.replace("_", " "))
        _field(out, "of", first.of or "")
        _field(out, "wikidata", first.wikidata or "")
    elif isinstance(first, Place):
        _field(out, "name", both(first.name, first.id))
        _field(out, "kind", first.kind)
        near = f"{first.lat:.4f}, {first.lon:.4f}" if first.lat is not None and first.lon is not None else "unknown"
        _field(out, "position", f"{near}, within {first.precision_km:g} km" if first.precision_km else near)
        _field(out, "inside", ", ".join(first.admin))
    # A local id is somebody else in every document: only the newest is meant.
    shown = found[:1] if _local(found) else found[:SHOWN]
    for item in shown:
        record, document = item.record, ledger.reading(item.reading).reading.document
        if isinstance(record, (Actor, Place)):
            forms = sorted({words(document.text, span) for span in record.mentions})
            outlet = both(document.outlet.name, document.outlet.id or "outlet unknown")
            out.print(f"  [dim]{document.id}[/] {escape(outlet)}: {escape('، '.join(forms))}")
    if len(found) > len(shown):
        what = "documents use this id for somebody else" if _local(found) else "more documents"
        out.print(f"  [dim]{len(found) - len(shown)} {what}[/]")


def _local(found: Sequence[Found]) -> bool:
    return found[0].id.startswith("local:")


def explain(ledger: Ledger, prefix: str) -> None:
    """Print why a record is as it is: rule, lexicon entry, characters, and what else was considered."""
    out = console()
    first = one(ledger, prefix)[0]
    stored = ledger.reading(first.reading)
    text = stored.reading.document.text
    out.print(f"[bold]{first.kind}[/] {escape(first.id)}  [dim]read by marsad {escape(stored.program)}[/]")
    traces = ledger.traces(first.id, reading=first.reading)
    for trace in traces:
        _reason(out, trace, text)
    rule = getattr(first.record, "rule", None)
    if not traces:
        out.print(f"  rule [bold]{escape(rule)}[/]; nothing more was noted" if rule else "  nothing was noted about it")
    for about in _doubts(first, stored.reading):
        out.print(f"  [yellow]doubt[/] {escape(about)}")


def _reason(out: Console, trace: Trace, text: str) -> None:
    entry = f", lexicon entry [bold]{escape(trace.entry)}[/]" if trace.entry else ""
    out.print(f"  stage [cyan]{trace.stage}[/], rule [bold]{escape(trace.rule)}[/]{entry}")
    if trace.spans:
        characters = ", ".join(f"{start}–{end}" for start, end in trace.spans)
        out.print(f"    characters {characters}:", context(text, trace.spans))
    for other in trace.considered:
        where = f" «{escape(words(text, other.span))}»" if other.span else ""
        out.print(f"    [dim]also considered[/] {escape(other.what)}{where}: {escape(other.why)}")


def _doubts(found: Found, reading: Reading) -> Iterator[str]:
    if isinstance(found.record, Document):
        for doubt in reading.doubts:
            about = words(reading.document.text, doubt.span)
            yield f"{doubt.stage}: {doubt.about}" + (f" «{about}»" if about else "")
    elif isinstance(found.record, (Claim, Event)):
        yield from found.record.doubts
