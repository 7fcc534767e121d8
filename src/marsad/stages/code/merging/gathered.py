"""Gathered: the mentions that mean one happening, and the sets of types that merging asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.model import EventType, Realis
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

POINTING: Final = frozenset([*ATTACKS, "armed_clash", "casualties", "destruction", "abduction"])
# What lasts and is told once: a second mention is the same state of things unless something speaks against it.
STANDING: Final = frozenset(
    ["control_status", "siege", "ceasefire", "agreement", "zone_establish", "talks", "political_process", "sanction", "meeting",
     "mediation", "protest", "release_exchange", "cumulative_toll", "military_support"]
)  # fmt: skip
OF_PLACES: Final = frozenset(["talks", "meeting", "protest", "mediation"])  # those of another town are others
TRUCES: Final = frozenset(["ceasefire", "zone_establish"])
OPENING: Final = 1  # sentences at most before what a report opens with
LEAD: Final = 3  # and before what stands in its lead
ACCORDS: Final = frozenset(["accord", "accord-f"])  # الاتفاق behind a truce is that truce
OTHER_TIMES: Final[tuple[set[Realis], ...]] = ({"actual", "ongoing"}, {"actual", "historical"})


@dataclass(slots=True)
class Gathered:
    """Mentions that mean one happening; `type` is that of its most telling mention."""

    mentions: list[Mention]
    type: EventType
    open: bool
    realis: Realis
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    fine: set[str] = field(default_factory=set)
    main: bool = False
    time: int | None = None
    reasons: list[str] = field(default_factory=list)


def begun(scene: Scene, mention: Mention, *, main: bool = False) -> Gathered:
    """An event of one mention; `main` says that it is the first of its type in its part of the page."""
    return Gathered(
        mentions=[mention], type=mention.type, open=mention.open, realis=mention.realis, actors=list(mention.actors),
        targets=list(mention.targets), places=list(mention.places), fine=fine_places(scene, mention.places), main=main,
        time=mention.time, reasons=["first mention"],
    )  # fmt: skip


def fine_places(scene: Scene, places: list[int]) -> set[str]:
    """The keys of the places that are towns or smaller."""
    return {scene.place_key(k) for k in places if scene.fine[k]}
