"""The English words for records, loaded from `labels.yml` and checked to be complete."""

from __future__ import annotations

from importlib import resources
from typing import get_args

import msgspec
import yaml

from marsad.model import ChainRole, CountWhat, DisputeKind, EventType, Qualifier, Realis, Record, Stance


class EventLabel(Record, frozen=True, forbid_unknown_fields=True):
    """What an event type is called, and the words that lead to who does it and to whom."""

    label: str
    by: str = "by"
    to: str = "on"


class Labels(Record, frozen=True, forbid_unknown_fields=True):
    """Every label by the name the records use."""

    events: dict[EventType, EventLabel]
    stances: dict[Stance, str]
    realis: dict[Realis, str]
    counts: dict[CountWhat, str]
    people: tuple[CountWhat, ...]
    qualifiers: dict[Qualifier, str]
    populations: dict[str, str]
    disputes: dict[DisputeKind, str]
    roles: dict[ChainRole, str]
    tallies: dict[str, str]


def load_labels() -> Labels:
    """The shipped labels; raises ValueError when one is missing or unknown."""
    text = resources.files("marsad.brief").joinpath("labels.yml").read_text(encoding="utf-8")
    labels = msgspec.convert(yaml.safe_load(text), type=Labels)
    for name, wanted in (
        ("events", EventType),
        ("stances", Stance),
        ("realis", Realis),
        ("counts", CountWhat),
        ("qualifiers", Qualifier),
        ("disputes", DisputeKind),
        ("roles", ChainRole),
    ):
        missing = sorted(set(get_args(wanted)) - set(getattr(labels, name)))
        if missing:
            raise ValueError(f"brief/labels.yml: {name} lacks {', '.join(missing)}")
    return labels
