"""Names and words as a reader is shown them, whatever the language of the sentence around them."""

from __future__ import annotations

from marsad.model import Actor, Claim, Name, Place, Reading, Record, Span

# How much of a reference tells one article whose outlet is unknown from another, in characters.
REFERENCE = 24


def both(name: Name | None, fallback: str = "") -> str:
    """A name in both scripts, Latin first, or as much of it as is known."""
    if name is None:
        return fallback
    if name.en and name.ar:
        return f"{name.en} ({name.ar})"
    return name.en or name.ar or fallback


def cut(text: str, limit: int) -> str:
    """A text on one line, cut at a word when it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + (" …" if " " in line[:limit] else "…")


def content(claim: Claim, text: str) -> str:
    """The words of a claim's content as published; an ellipsis where the cue splits it."""
    return " … ".join(text[start:end] for start, end in claim.content)


def words(text: str, span: Span | None) -> str:
    """The characters of a span on one line."""
    return " ".join(text[span[0] : span[1]].split()) if span else ""


class Names(Record, frozen=True):
    """Looks up the actors and places of one reading; the outlet's name is that of its document."""

    outlet: Name
    known: bool
    actors: dict[str, Actor]
    places: dict[str, Place]


def names_of(reading: Reading) -> Names:
    """The names that a reading knows. An outlet nobody named is told apart by the reference of its article."""
    document, outlet = reading.document, reading.document.outlet
    known = bool(outlet.name or outlet.id)
    name = outlet.name or Name(en=outlet.id or cut(document.ref or document.id, REFERENCE))
    return Names(outlet=name, known=known, actors={a.id: a for a in reading.actors}, places={p.id: p for p in reading.places})
