"""The words for records in one language, loaded from `labels.en.yml` or `labels.ar.yml` and checked to be complete."""

from __future__ import annotations

from importlib import resources
from typing import Literal, TypeAlias, get_args

import msgspec
import yaml

from marsad.model import (
    ActorKind,
    ChainRole,
    CountWhat,
    DisputeKind,
    EventType,
    PlaceKind,
    Qualifier,
    Realis,
    Record,
    Stance,
)

Language: TypeAlias = Literal["en", "ar"]


class EventLabel(Record, frozen=True, forbid_unknown_fields=True):
    """What an event type is called, and the words that lead to who does it and to whom; `one` is what it is called of one person."""

    label: str
    by: str = "by"
    to: str = "on"
    one: str = ""


class Around(Record, frozen=True, forbid_unknown_fields=True):
    """The words of the page around the records: headings, columns, and what is said where nothing is known."""

    brief: str
    caution: str
    leads: str
    nothing: str
    undated: str
    no_date: str
    no_place: str
    no_total: str
    elsewhere: str
    named_by: str
    own_voice: str
    unnamed_outlet: str
    unnamed_outlets: str
    outlet_unknown: str
    reports_itself: str
    happened: str
    said: str
    disputed: str
    together: str
    cross_disputed: str
    provisional: str
    not_linked: str
    tallies: str
    ahead: str
    past: str
    names: str
    outlets: str
    articles: str
    map: str
    timeline: str
    km: str
    map_note: str
    filter: str
    who_counts: str
    what: str
    total: str
    parts: str
    adds_up: str
    agrees: str
    disagrees: str
    actor: str
    called: str
    by: str
    outlet: str
    claims: str
    events: str
    relays: str
    lines: str
    key: str
    key_events: str
    key_claims: str
    key_tallies: str
    key_boilerplate: str
    doubts: str
    in_: str = msgspec.field(name="in")
    made: str
    semicolon: str


class Labels(Record, frozen=True, forbid_unknown_fields=True):
    """Every label by the name the records use."""

    events: dict[EventType, EventLabel]
    stances: dict[Stance, str]
    realis: dict[Realis, str]
    bodies: frozenset[str]
    counts: dict[CountWhat, str]
    people: tuple[CountWhat, ...]
    qualifiers: dict[Qualifier, str]
    populations: dict[str, str]
    disputes: dict[DisputeKind, str]
    roles: dict[ChainRole, str]
    tallies: dict[str, str]
    fields: dict[str, str]
    states: dict[str, str]
    grades: dict[str, str]
    values: dict[str, str]
    figures: dict[str, str]
    abouts: dict[str, str]
    reasons: dict[str, str]
    actors: dict[ActorKind, str]
    places: dict[PlaceKind, str]
    page: Around


def load_labels(language: Language = "en") -> Labels:
    """The shipped labels of a language; raises ValueError when one is missing or unknown."""
    file = f"labels.{language}.yml"
    text = resources.files("marsad.brief").joinpath(file).read_text(encoding="utf-8")
    labels = msgspec.convert(yaml.safe_load(text), type=Labels)
    for name, wanted in (
        ("events", EventType),
        ("stances", Stance),
        ("realis", Realis),
        ("counts", CountWhat),
        ("qualifiers", Qualifier),
        ("disputes", DisputeKind),
        ("roles", ChainRole),
        ("actors", ActorKind),
        ("places", PlaceKind),
    ):
        missing = sorted(set(get_args(wanted)) - set(getattr(labels, name)))
        if missing:
            raise ValueError(f"brief/{file}: {name} lacks {', '.join(missing)}")
    return labels
