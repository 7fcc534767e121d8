"""What the stages hand to each other: mentions found in a page, and drafts of events before they are grounded.

Token numbers are indices into `Page.tokens`, `last` exclusive; spans are characters of the text as published.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from marsad.arabic.inflection import Gender, Number
from marsad.arabic.numbers import NumberValue
from marsad.arabic.times import TimeExpression
from marsad.model import (
    Actor,
    Claim,
    Count,
    Dispute,
    Document,
    Doubt,
    Event,
    EventType,
    Means,
    Place,
    PlaceKind,
    Realis,
    Span,
    Tally,
    Trace,
)

ActorForm: TypeAlias = Literal["name", "titled", "title", "institution", "collective", "nisba", "pronoun"]


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """A noun phrase that names an actor.

    `first`..`last` is the whole phrase (title, name, apposition), `head` its grammatical head (which the verb agrees
    with), `entity` the id of its actor. `loaded` marks a naming that judges, `quoted` one in scare quotes. `entry` is the
    lexicon entry it came from.
    """

    span: Span
    first: int
    last: int
    head: int
    entity: str
    form: ActorForm
    gender: Gender
    number: Number
    loaded: bool = False
    quoted: bool = False
    entry: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase that names a place, with the gazetteer entries it may stand for (`candidates`, best known first).

    `name` is the folded core name; `type_word` the kind its type word gives (بلدة، ريف); `direction` a compass word in it
    (degrees clockwise from north). `speaks` is true where the name stands for a government (موسكو تنفي): no event place.
    """

    span: Span
    first: int
    last: int
    head: int
    name: str
    candidates: tuple[str, ...]
    type_word: PlaceKind | None = None
    direction: int | None = None
    speaks: bool = False
    quoted: bool = False
    entry: str | None = None


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, read but not yet placed in the calendar."""

    span: Span
    first: int
    last: int
    value: TimeExpression


class NumberMention(msgspec.Struct, frozen=True, kw_only=True):
    """A number in digits or words with its bounds; `first`..`last` holds qualifier words too, `figure` the number alone."""

    span: Span
    figure: Span
    first: int
    last: int
    value: NumberValue


class Recognised(msgspec.Struct, frozen=True, kw_only=True):
    """All mentions of a page, each list in text order, and the actors they belong to."""

    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[ActorMention, ...] = ()
    place_mentions: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    traces: tuple[Trace, ...] = ()


class Cleaned(msgspec.Struct, frozen=True, kw_only=True):
    """The document with outlet and boilerplate filled in."""

    document: Document
    doubts: tuple[Doubt, ...] = ()
    traces: tuple[Trace, ...] = ()


class Attributed(msgspec.Struct, frozen=True, kw_only=True):
    """The claims in text order; `actors` holds all actors so far, those added for unnamed speakers included."""

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    traces: tuple[Trace, ...] = ()


class EventDraft(msgspec.Struct, frozen=True, kw_only=True):
    """An event before grounding: `places` and `time` are indices into the mentions of `Recognised`."""

    id: str
    type: EventType
    realis: Realis
    triggers: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    time: int | None = None
    means: tuple[Means, ...] = ()
    counts: tuple[Count, ...] = ()
    rule: str = ""
    doubts: tuple[str, ...] = ()


class TallyDraftPart(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a tally; `place` is an index into the place mentions, `actor` an actor id."""

    place: int | None
    count: int
    span: Span
    actor: str | None = None


class TallyDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A tally before grounding; `time` is an index into the time mentions, `whole` says that the parts claim to be all (not بينهم)."""

    id: str
    what: str
    claim: str
    total: int | None
    parts: tuple[TallyDraftPart, ...]
    time: int | None = None
    whole: bool = True


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """Events and tallies in text order, and the disputes between claims of this one document."""

    actors: tuple[Actor, ...] = ()
    events: tuple[EventDraft, ...] = ()
    tallies: tuple[TallyDraft, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    traces: tuple[Trace, ...] = ()


class Grounded(msgspec.Struct, frozen=True, kw_only=True):
    """Places with coordinates, events and tallies with places and dates, the document with its publication date."""

    document: Document
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    tallies: tuple[Tally, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    traces: tuple[Trace, ...] = ()
