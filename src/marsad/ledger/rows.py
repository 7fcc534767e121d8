"""Records to rows: which columns each kind of record fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from sqlalchemy import Table

from marsad.arabic.fold import fold_word
from marsad.ledger import tables as t
from marsad.model import Actor, Claim, Event, Name, Place, Reading, Record, Span, Tally, Traced, encode

Row: TypeAlias = dict[str, Any]

# What no database keeps in a text; the bytes of the reading have it.
UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
# The largest whole number of a database.
LARGEST: Final = 2**63 - 1


class Named(NamedTuple):
    """The names of a reading's actors and places by their ids, and its text."""

    names: dict[str, str]
    text: str

    @classmethod
    def of(cls, reading: Reading) -> Named:
        """Latin names where there are any, for rows that are read beside English columns."""
        known: tuple[Actor | Place, ...] = (*reading.actors, *reading.places)
        return cls({one.id: one.name.en or one.name.ar or one.id for one in known}, reading.document.text)

    def listed(self, ids: Sequence[str]) -> str | None:
        """Some names as one text; None where there are none."""
        return ", ".join(self.names.get(ident, ident) for ident in ids) or None

    def words(self, spans: Sequence[Span]) -> str:
        """The words of some stretches of the text on one line."""
        return " ".join(" … ".join(self.text[start:end] for start, end in spans).split())


def storable(row: Row) -> Row:
    """The row with everything in it that a database can hold: no zero characters, no numbers beyond its reach."""
    return {key: _storable(value) for key, value in row.items()}


def _storable(value: object) -> object:
    if isinstance(value, str):
        return UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, int) and abs(value) > LARGEST:
        return None
    return value


def _row(reading: int, document: str, ident: str, value: Record, /, **columns: object) -> Row:
    return {"reading": reading, "document": document, "id": ident, "json": encode(value), **columns}


def _spelled(one: Actor | Place) -> str:
    name: Name = one.name
    return "|".join(("", *dict.fromkeys(fold_word(part).strip() for part in (one.id, name.ar, name.en) if part), ""))


def _claim(claim: Claim, named: Named) -> Row:
    speaker = claim.chain[-1].actor if claim.chain else None
    first = claim.cue.span if claim.cue else (claim.content or (claim.sentence,))[0]
    return {
        "start": first[0],
        "speaker": speaker,
        "stance": claim.stance,
        "certainty": claim.certainty,
        "quotation": claim.quotation,
        "cue": claim.cue.lemma if claim.cue else None,
        "embeds": claim.embeds,
        "speaker_name": None if speaker in (None, "outlet") else named.names.get(speaker, speaker),
        "words": named.words(claim.content),
    }


def _event(event: Event, named: Named) -> Row:
    return {
        "start": event.triggers[0][0] if event.triggers else 0,
        "type": event.type,
        "realis": event.realis,
        "date_start": event.date.start if event.date else None,
        "date_end": event.date.end if event.date else None,
        "date_precision": event.date.precision if event.date else None,
        "place": event.places[0] if event.places else None,
        "by_names": named.listed(event.actors),
        "on_names": named.listed(event.targets),
        "place_names": named.listed(event.places),
    }


def _tally(tally: Tally) -> Row:
    return {
        "what": tally.what,
        "claim": tally.claim,
        "total": tally.total,
        "sum": tally.sum,
        "agrees": tally.agrees,
        "window_start": tally.window.start if tally.window else None,
        "window_end": tally.window.end if tally.window else None,
    }


def record_rows(traced: Traced, reading: int) -> Iterator[tuple[Table, list[Row]]]:
    """Each table of records with the rows that a reading adds to it, each key once."""
    for table, rows in _rows(traced, reading):
        keys = [column.name for column in table.primary_key]
        once = list({tuple(row[key] for key in keys): row for row in reversed(rows)}.values())[::-1]
        yield table, [storable(row) for row in once]


def _rows(traced: Traced, reading: int) -> Iterator[tuple[Table, list[Row]]]:
    r = traced.reading
    doc = r.document.id
    named = Named.of(r)
    yield t.actors, [
        _row(
            reading, doc, a.id, a,
            kind=a.kind, name_ar=a.name.ar, name_en=a.name.en, of=a.of, registered=a.registered, spelled=_spelled(a),
        )
        for a in r.actors
    ]  # fmt: skip
    yield t.places, [
        _row(
            reading, doc, p.id, p,
            kind=p.kind, name_ar=p.name.ar, name_en=p.name.en, lat=p.lat, lon=p.lon, precision_km=p.precision_km,
            spelled=_spelled(p),
        )
        for p in r.places
    ]  # fmt: skip
    yield t.claims, [_row(reading, doc, c.id, c, **_claim(c, named)) for c in r.claims]
    yield t.events, [_row(reading, doc, e.id, e, **_event(e, named)) for e in r.events]
    yield t.counts, [
        _row(
            reading, doc, f"{e.id}.{n}", c,
            event=e.id, what=c.what, population=c.population, low=c.low, high=c.high, qualifier=c.qualifier, claim=c.claim,
        )
        for e in r.events for n, c in enumerate(e.counts, start=1)
    ]  # fmt: skip
    yield t.tallies, [_row(reading, doc, y.id, y, **_tally(y)) for y in r.tallies]
    yield (
        t.disputes,
        [
            _row(reading, doc, f"dispute:{n}", d, kind=d.kind, one=d.between[0], other=d.between[1])
            for n, d in enumerate(r.disputes, start=1)
        ],
    )
    yield t.doubts, [
        _row(
            reading, doc, f"doubt:{n}", d,
            stage=d.stage, start=d.span[0] if d.span else None, end=d.span[1] if d.span else None, about=d.about,
        )
        for n, d in enumerate(r.doubts, start=1)
    ]  # fmt: skip
    yield t.traces, [
        {
            "reading": reading, "number": n, "record": x.record,
            "stage": x.stage, "rule": x.rule, "entry": x.entry, "json": encode(x),
        }
        for n, x in enumerate(traced.traces, start=1)
    ]  # fmt: skip
    yield t.links, [{"reading": reading, **link} for link in _links(traced)]
    yield t.mentions, [{"reading": reading, **mention} for mention in _mentions(r, named)]


def _mentions(reading: Reading, named: Named) -> Iterator[Row]:
    said = sorted(
        ((start, end, claim.id) for claim in reading.claims for start, end in claim.content),
        key=lambda stretch: (stretch[1] - stretch[0], stretch),
    )
    known: tuple[Actor | Place, ...] = (*reading.actors, *reading.places)
    for one in known:
        for start, end in one.mentions:
            voice = next((claim for left, right, claim in said if left <= start and end <= right), None)
            yield {"record": one.id, "start": start, "end": end, "form": named.words(((start, end),)), "claim": voice}


def _links(traced: Traced) -> Iterator[Row]:
    for claim in traced.reading.claims:
        for n, link in enumerate(claim.chain):
            yield {"record": claim.id, "role": link.role, "position": n, "to": link.actor, "number": None}
    for event in traced.reading.events:
        for role, ids in (("by", event.actors), ("on", event.targets), ("at", event.places), ("said in", event.claims)):
            for n, ident in enumerate(ids):
                yield {"record": event.id, "role": role, "position": n, "to": ident, "number": None}
    for tally in traced.reading.tallies:
        for n, part in enumerate(tally.parts):
            to = part.place or part.actor
            if to is not None:
                yield {"record": tally.id, "role": "part", "position": n, "to": to, "number": part.count}
