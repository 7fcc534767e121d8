"""Names and words as a reader is shown them, whatever the language of the sentence around them."""

from __future__ import annotations

import re
from typing import Final

from marsad.model import Actor, Claim, Event, Name, Place, Reading, Record, Span

# How much of a reference tells one article whose outlet is unknown from another, in characters.
REFERENCE = 24
# How far from an event's words an actor's name may stand to be a naming of who did it, in characters: about one paragraph.
NEAR = 300
# How many words behind a number are shown of what it counts, when no label says it.
COUNTED = 2
_CLAUSE_END: Final = re.compile(r"[\n.،,؛;:!؟?()\[\]«»“”\"]")


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


def counted(text: str, span: Span) -> str:
    """A number and the words behind it that say what it counts, up to a mark or the end of the line: سبع مجموعات مسلحة."""
    number = words(text, span)
    behind = _CLAUSE_END.split(text[span[1] : span[1] + NEAR], maxsplit=1)[0]
    following = behind.split() if behind[:1].isspace() else []
    return " ".join([number, *following[:COUNTED]]) + (" …" if len(following) > COUNTED else "")


class Names(Record, frozen=True):
    """Looks up the actors and places of one reading; the outlet's name is that of its document.

    `named_by` holds, for an event and one of its actors, the innermost voices of the only claims that name him, where others tell of
    the event as well: their account of it is not his name's. `counted` holds the words of the counts that no label tells: parts of
    others, and what is counted besides people, weapons and deeds.
    """

    outlet: Name
    known: bool
    actors: dict[str, Actor]
    places: dict[str, Place]
    named_by: dict[tuple[str, str], tuple[str, ...]]
    counted: dict[Span, str]


def names_of(reading: Reading) -> Names:
    """The names that a reading knows. An outlet nobody named is told apart by the reference of its article."""
    document, outlet = reading.document, reading.document.outlet
    known = bool(outlet.name or outlet.id)
    name = outlet.name or Name(en=outlet.id or cut(document.ref or document.id, REFERENCE))
    actors = {a.id: a for a in reading.actors}
    named_by = {
        (event.id, ident): tuple(dict.fromkeys(c.chain[-1].actor for c in namers))
        for event in reading.events
        for ident in event.actors
        if ident in actors and (namers := _only_namers(reading, event, actors[ident]))
    }
    quoted = {
        count.span: counted(document.text, count.span)
        for event in reading.events
        for count in event.counts
        if count.what == "other" or count.part_of is not None
    }
    places = {p.id: p for p in reading.places}
    return Names(outlet=name, known=known, actors=actors, places=places, named_by=named_by, counted=quoted)


def _only_namers(reading: Reading, event: Event, actor: Actor) -> tuple[Claim, ...]:
    """The claims in whose words alone an actor is named beside an event; empty where the outlet or every voice names him."""
    near = [m for m in actor.mentions if any(m[0] < end + NEAR and start - NEAR < m[1] for start, end in event.triggers)]
    namers: list[Claim] = []
    for mention in near:
        around = [
            c for c in reading.claims if len(c.chain) > 1 and any(s <= mention[0] and mention[1] <= e for s, e in c.content)
        ]
        if not around:
            return ()
        namers.append(min(around, key=lambda c: sum(e - s for s, e in c.content)))
    naming = {c.chain[-1].actor for c in namers}
    silent = any(c.id in event.claims and c.chain[-1:] and c.chain[-1].actor not in naming for c in reading.claims)
    return tuple(namers) if silent else ()
