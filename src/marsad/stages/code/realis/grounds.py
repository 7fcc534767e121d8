"""Grounds: what may speak for a realis, and the words and types that several kinds of ground ask for."""

from __future__ import annotations

from typing import Final, TypeAlias

from marsad.model import Realis
from marsad.stages.code.families import PACTS

Ground: TypeAlias = tuple[int, int, Realis, str]  # rank, distance, realis, why

LEAD: Final = 2  # the number of the last sentence that tells the story itself

STATES: Final = frozenset(["control_status"])
# What stands or holds is no habit, however often what is done under it.
STANDING: Final = PACTS | frozenset(["military_support", "siege", "coordination", "control_status"])
DEEDS: Final = frozenset(
    ["air_strike", "shelling", "ground_attack", "suicide_attack", "bombing_ied", "chemical_attack", "armed_clash"]
)
AT_ONCE: Final = DEEDS | frozenset(
    ["territory_capture", "targeted_killing", "destruction", "air_defence", "small_arms_fire", "casualties"]
)
VIOLENCE: Final = DEEDS | frozenset(
    ["small_arms_fire", "targeted_killing", "abduction", "abuse", "destruction", "casualties", "ceasefire_violation"]
)

# Nobody is charged with these, or tried for them.
BY_POLICE: Final = frozenset(["detention", "release_exchange"])

# What is done because somebody wants it.
WANTED: Final = frozenset(
    ["territory_capture", "withdrawal", "deployment", "release_exchange", "evacuation", "humanitarian_aid", "route_open", "siege_break",
     "ceasefire", "monitoring", "talks", "meeting", "political_process", "detention", "military_support", "sanction", "coordination"]
)  # fmt: skip
# Words for people to whom it has been done already: whoever wants something for them wants no arrest and no flight.
UNDERGONE: Final = frozenset(["displaced-people", "expelled-people", "uprooted", "detainees", "in-prison", "fell-captive"])
# Nobody plans these; who means to kill says so with other words.
SUFFERED: Final = frozenset(
    [
        "killing",
        "killed-soldiers",
        "martyrdom",
        "dead-and-wounded",
        "fell-dead",
        "human-loss",
        "wounding",
        "wound-verb",
        "wound-verb-1",
    ]
)
NO: Final = frozenset(["لا", "ولا", "لم", "ولم", "لن", "ولن", "ليس", "ليست"])
BUT: Final = frozenset(["سوي", "الا"])
THAT: Final = frozenset(["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])
LED_WORD: Final = 4  # tokens from إلى, على, أن to what they lead to

AFTERWARDS: Final = frozenset(["بعد", "عقب", "اثر", "منذ", "جراء", "رغم", "بسبب", "نتيجه", "اعقاب", "وبعد", "غداه"])
MEANWHILE: Final = frozenset(["اثناء", "خلال", "لدي"])
RELATIVES: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "والذي", "والتي"])
WAS: Final = frozenset(["كان", "كانت", "كانوا", "كانا", "كانتا", "وكان", "وكانت", "وكانوا"])
MAY: Final = frozenset(["قد", "وقد", "فقد"])
SINCE: Final = frozenset(["منذ", "ومنذ"])
UNDER: Final = frozenset(["ضمن", "بموجب", "وفق", "اطار", "حسب"])
SINCE_THEN: Final = "since it happened"
