"""Families: the types of events, kinds of actors and things counted that several rules of the stage ask for together."""

from __future__ import annotations

from typing import Final

from marsad.model import ActorKind, CountWhat, EventType, Realis

FORCES: Final[frozenset[ActorKind]] = frozenset(["armed_forces", "armed_group", "coalition"])
SIDES: Final[frozenset[ActorKind]] = FORCES | {"state", "government"}
HELD: Final[frozenset[CountWhat]] = frozenset(["captured", "detained", "displaced", "missing"])
HARMS: Final[frozenset[CountWhat]] = HELD | {"killed", "wounded"}
PEOPLE: Final[frozenset[CountWhat]] = HARMS | {"other"}  # whatever is counted with them may be people
GIVING: Final[frozenset[EventType]] = frozenset(["military_support", "humanitarian_aid", "intel_sharing"])
PACTS: Final[frozenset[EventType]] = frozenset(["agreement", "ceasefire", "zone_establish"])
DONE: Final[frozenset[Realis]] = frozenset(["actual", "ongoing", "historical"])
