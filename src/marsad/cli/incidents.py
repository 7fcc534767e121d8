"""`marsad show` and `marsad explain` of an incident: its accounts side by side, and why its events are one happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.markup import escape

from marsad.brief import Wording, days_told, field_told, names_of, reason_told, wording_of
from marsad.brief.names import both, cut, words
from marsad.cli.linking import headline, print_dispute, print_fields, room
from marsad.cli.out import console, fail
from marsad.ledger import Ledger, StoredIncident
from marsad.model import Contested, Reading, SideBySide

if TYPE_CHECKING:
    from marsad.link import Pages, Prepared

# How much of the words of an event is shown.
WIDTH = 140
SHOWN = 12


def _one(ledger: Ledger, prefix: str) -> StoredIncident | None:
    """The incident that an id means; None when it is not that of an incident."""
    found = ledger.incidents(prefix)
    if not found or (":" not in prefix and ledger.find(prefix, limit=1)):
        if prefix.startswith("incident:"):
            raise fail(f"no incident has an id that begins with {prefix!r}; marsad link finds and prints them")
        return None
    exact = [one for one in found if prefix in (one.incident.id, one.incident.id.partition(":")[2])]
    if len(exact or found) > 1:
        raise fail(f"{prefix!r} begins several ids: {', '.join(one.incident.id for one in found[:SHOWN])}")
    return (exact or found)[0]


class _Opened:
    """What is looked up in a ledger about one incident."""

    def __init__(self, ledger: Ledger, stored: StoredIncident) -> None:
        self.stored = stored
        self.incident = stored.incident
        linked = ledger.linked()
        self.numbers = {document: linked[document] for document in self.incident.documents}
        self.readings: dict[str, Reading] = {
            document: ledger.reading(number).reading for document, number in self.numbers.items()
        }
        self.pages: Pages = room().Pages(self.readings.values())

    def view(self) -> SideBySide:
        """The accounts side by side."""
        view: SideBySide = room().accounts(self.incident, self.pages)
        return view


def show_incident(ledger: Ledger, prefix: str) -> bool:
    """Print an incident with its accounts; False when the id is not that of an incident."""
    return _shown(ledger, prefix, why=False)


def explain_incident(ledger: Ledger, prefix: str) -> bool:
    """Print an incident with what every event was linked for; False when the id is not that of an incident."""
    return _shown(ledger, prefix, why=True)


def _shown(ledger: Ledger, prefix: str, *, why: bool) -> bool:
    stored = _one(ledger, prefix)
    if stored is None:
        return False
    opened, out = _Opened(ledger, stored), console()
    _head(out, opened)
    _accounts(out, opened)
    if why:
        _members(out, ledger, opened)
    _disputes(opened)
    return True


def _head(out: Console, opened: _Opened) -> None:
    stored = opened.stored
    out.print(headline(stored.incident, stored.place_name))
    out.print(f"  {escape(room().summary(stored.incident))}")
    if stored.grade:
        out.print(f"  grade: [bold]provisional: {stored.grade}[/] — {escape(reason_told(stored.reason or '', wording_of()))}")


def _called(opened: _Opened, key: str) -> str:
    """The name of a side or of an origin, as the documents of the incident have it."""
    name: str = room().called(key, opened.incident.documents, opened.pages)
    return name


def _population(opened: _Opened, population: str) -> str:
    kind, _, side = population.partition(":")
    return f"{kind}, {_called(opened, side)}" if side else kind


def _accounts(out: Console, opened: _Opened) -> None:
    view, wording = opened.view(), wording_of()
    out.print("[bold]Field by field[/]")
    print_fields(view)
    for field in view.fields:
        if field.state in ("differ", "denied"):
            for value in field.values:
                voices = ", ".join(dict.fromkeys(_called(opened, voice.origin) for voice in value.voices))
                name, _ = field_told(field, view.incident, wording, graded=view.grade is not None)
                out.print(f"    {name}: {escape(days_told(value.shown, wording))}: {escape(voices)}")
    out.print("[bold]Account by account[/]")
    for account in view.accounts:
        said = [
            *(f"by {_called(opened, side)}" for side in account.perpetrators),
            *(days_told(day, wording) for day in account.days),
            *account.places,
            *account.counts,
        ]
        copies = f", carried by {len(account.documents)} documents" if len(account.documents) > 1 else ""
        out.print(
            f"  [cyan]{escape(_called(opened, account.origin))}[/] {account.says}{copies}: {escape('; '.join(said) or 'no detail')}"
        )
    for count in view.counts:
        more = " or more" if count.open else ""
        span = f"{count.low}{more}" if count.low == count.high else f"{count.low} to {count.high}{more}, best {count.best}"
        figures = len(count.contributors)
        out.print(
            f"  {count.what}, {escape(_population(opened, count.population))}: {span} "
            f"[dim](from {figures} {'figure' if figures == 1 else 'different figures'})[/]"
        )
    for rule in dict.fromkeys(count.rule for count in view.counts):
        out.print(f"  [dim]how counts are rolled up: {escape(rule)}[/]")


def _disputes(opened: _Opened) -> None:
    for line in opened.stored.disputes:
        print_dispute(msgspec.json.decode(line, type=Contested))


def _members(out: Console, ledger: Ledger, opened: _Opened) -> None:
    """Each event with its words, and the comparisons of its heaviest pair."""
    linking, wording = room(), wording_of()
    last = ledger.linking()
    keys = [f"{document}|{event}" for document, event in opened.incident.events]
    rows = [
        row
        for document in sorted(opened.readings)
        for row in _prepared(opened.readings[document]).rows
        if row.unique_id in set(keys)
    ]
    weights = msgspec.json.decode(last.weights if last else b"", type=linking.Weights)
    found = linking.why(rows, (linking.Pair(*pair) for pair in ledger.pairs(keys)), weights)
    judged = _judged(ledger, set(keys))
    out.print(f"[bold]{len(keys)} events, and why they are one[/]")
    for document, event in opened.incident.events:
        key = f"{document}|{event}"
        _event(out, opened.readings[document], event, wording)
        best = next(((pair, reasons) for pair, reasons in found if key in (pair.a, pair.b)), None)
        if best is not None:
            pair, reasons = best
            other = pair.b if pair.a == key else pair.a
            out.print(f"    with {other}: [bold]{pair.weight:+.1f} bits[/]")
            told = ", ".join(f"{r.comparison}: {r.level} {r.bits:+.1f}" for r in reasons)
            out.print(f"      [dim]{escape(told)}[/]")
        for line in judged.get(key, ()):
            out.print(f"    {escape(line)}")


def _prepared(reading: Reading) -> Prepared:
    prepared: Prepared = room().prepare(reading)
    return prepared


def _judged(ledger: Ledger, keys: set[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    judgements = ledger.judgements()
    undone = {judgement.undoes for judgement in judgements}
    for judgement in judgements:
        if judgement.kind in ("same", "different") and judgement.id not in undone:
            for key, other in ((judgement.a, judgement.b), (judgement.b, judgement.a)):
                if key in keys:
                    line = f"judged {judgement.kind} as {other} by {judgement.who}: {judgement.why}"
                    out.setdefault(key or "", []).append(line)
    return out


def _event(out: Console, reading: Reading, ident: str, wording: Wording) -> None:
    document = reading.document
    event = next(event for event in reading.events if event.id == ident)
    outlet = both(document.outlet.name, document.outlet.id or "outlet unknown")
    out.print(f"  [dim]{document.id}|{ident}[/] {escape(outlet)}, {wording.when(document.published) or 'undated'}")
    out.print(f"    {escape(wording.happening(event, names_of(reading), dated=True))}")
    start = max(0, event.triggers[0][0] - WIDTH // 2)
    out.print(f"    «{escape(cut(words(document.text, (start, min(len(document.text), start + WIDTH))), WIDTH))}»")
