"""The tallies of a document, with their periods and voices."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.link.knowledge import name_words
from marsad.link.rows.shape import TallyNote
from marsad.link.statements import STATED, Page
from marsad.model import Tally


def tally_notes(page: Page) -> tuple[TallyNote, ...]:
    """The tallies of a document; one without a period takes that of its like."""
    out = []
    for tally in page.reading.tallies:
        claim = page.claims.get(tally.claim)
        parts = [(page.places[part.place], part.count) for part in tally.parts if part.place in page.places]
        out.append(
            TallyNote(
                tally=tally.id,
                what=tally.what,
                start=tally.window.start if tally.window else None,
                end=tally.window.end if tally.window else None,
                total=tally.total,
                lines={" ".join(name_words(p.name.ar or p.id)): (p.name.en or p.name.ar or p.id, n) for p, n in parts},
                claim=claim.id if claim else "outlet",
                event=next((e.id for e in page.reading.events if tally.claim in e.claims), ""),
                origin=page.origin(claim),
                side=page.side(claim),
                also=_also(page, tally),
            )
        )
    return tuple(_of_one_period(note, out) for note in out)


def _also(page: Page, tally: Tally) -> tuple[tuple[str, str], ...]:
    """The claims besides its own that a table's numbers stand in and that hold them true, with their origins."""
    spans = [part.span for part in tally.parts][:1]
    around = [
        claim
        for claim in page.reading.claims
        if claim.id != tally.claim and claim.stance in STATED
        if any(first <= start and end <= last for start, end in spans for first, last in claim.content)
    ]
    return tuple((claim.id, page.origin(claim)) for claim in around)


def _of_one_period(note: TallyNote, notes: Sequence[TallyNote]) -> TallyNote:
    """A table without a period is of the one period that the other tables of its document are of.

    Both must be tables of two lines or more with a place in common: sums over a longer time are seldom told by place.
    """
    if note.start is not None or len(note.lines) < 2:
        return note
    like = {
        (other.start, other.end)
        for other in notes
        if other.start is not None and other.what == note.what
        if len(other.lines) > 1 and set(other.lines) & set(note.lines)
    }
    if len(like) != 1:
        return note
    [(start, end)] = like
    return note._replace(start=start, end=end)
