"""What linking left in a ledger, as far as a brief tells of it: happenings of several articles, and what cannot all be true.

The brief takes the rows as they are stored: it needs none of the packages that linking needs.
"""

from __future__ import annotations

import msgspec

from marsad.model import DisputeKind, Incident, Record


class Voice(Record, frozen=True):
    """A claim of a document, or "outlet" with the event that the outlet tells in its own voice."""

    document: str
    claim: str
    event: str


class Value(Record, frozen=True):
    """One value of a field, or one side of a dispute, with everybody who gives it; `name` is what an id is called."""

    value: str
    voices: tuple[Voice, ...]
    name: str | None = None


class FieldView(Record, frozen=True):
    """A field across accounts: agree, differ, denied or silent."""

    field: str
    state: str
    values: tuple[Value, ...] = ()


class SideBySide(Record, frozen=True):
    """The accounts of one happening, field by field."""

    fields: tuple[FieldView, ...]


class Happening(Record, frozen=True):
    """A happening that several articles report, with its place and its provisional grade."""

    incident: Incident
    place: str | None
    grade: str | None
    reason: str | None
    fields: tuple[FieldView, ...]


class Dispute(Record, frozen=True):
    """Accounts of several articles that cannot all be true; `origins` counts those of the smaller side and all."""

    id: str
    kind: DisputeKind
    incident: str | None
    about: str
    sides: tuple[Value, ...]
    origins: tuple[int, int]
    one_origin: bool = False


class Linked(Record, frozen=True):
    """What the last linking of a ledger found; `unlinked` counts the articles that came after it."""

    happenings: tuple[Happening, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    unlinked: int = 0


def fields_of(line: bytes | None) -> tuple[FieldView, ...]:
    """The fields of a stored happening; raises `msgspec.ValidationError` where the row is damaged."""
    return msgspec.json.decode(line, type=SideBySide).fields if line else ()


def dispute_of(line: bytes) -> Dispute:
    """A stored dispute; raises `msgspec.ValidationError` where the row is damaged."""
    return msgspec.json.decode(line, type=Dispute)
