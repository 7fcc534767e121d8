"""What linking left in a ledger, as far as a brief tells of it: happenings of several articles, and what cannot all be true.

The brief takes the rows as they are stored: it needs none of the packages that linking needs.
"""

from __future__ import annotations

import msgspec

from marsad.model import Contested, FieldView, Incident, Record, SideBySide


class Happening(Record, frozen=True, kw_only=True):
    """A happening that several articles report, with its place and its provisional grade."""

    incident: Incident
    place: str | None
    grade: str | None
    reason: str | None
    fields: tuple[FieldView, ...]


class Linked(Record, frozen=True, kw_only=True):
    """What the last linking of a ledger found; `unlinked` counts the articles that came after it."""

    happenings: tuple[Happening, ...] = ()
    disputes: tuple[Contested, ...] = ()
    unlinked: int = 0


def field_called(field: str, incident: Incident, *, graded: bool) -> str:
    """What a field is called: only what is graded has a perpetrator, and a truce has none; of a fight both sides are named."""
    return "who" if field == "perpetrator" and not (graded and incident.type != "armed_clash") else field


def fields_of(line: bytes | None) -> tuple[FieldView, ...]:
    """The fields of a stored happening; raises `msgspec.ValidationError` where the row is damaged."""
    return msgspec.json.decode(line, type=SideBySide).fields if line else ()


def dispute_of(line: bytes) -> Contested:
    """A stored dispute; raises `msgspec.ValidationError` where the row is damaged."""
    return msgspec.json.decode(line, type=Contested)
