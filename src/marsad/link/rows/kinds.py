"""The types of events by what they are to linking: families, kin, what lasts, what is a state or a setting."""

from __future__ import annotations

from typing import Final

FAMILIES: Final = {
    "harm": "air_strike shelling ground_attack armed_clash small_arms_fire suicide_attack bombing_ied chemical_attack "
    "targeted_killing destruction casualties equipment_loss abuse air_defence",
    "territory": "territory_capture withdrawal siege siege_break route_cut route_open control_status deployment evacuation",
    "ceasefire": "ceasefire zone_establish",
    "violation": "ceasefire_violation",
    "accord": "agreement coordination intel_sharing deconfliction_notice monitoring",
    "diplomacy": "meeting talks mediation political_process sanction protest",
    "people": "abduction detention release_exchange displacement humanitarian_aid military_support",
    "bodies": "group_change personnel_action",
    "toll": "cumulative_toll",
}
FAMILY_OF: Final = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}
# Types that reports of one happening use for each other.
KIN: Final = (
    frozenset(["air_strike", "shelling", "destruction", "casualties", "chemical_attack", "targeted_killing"]),
    frozenset(["ground_attack", "armed_clash", "small_arms_fire", "shelling", "casualties"]),
    frozenset(["suicide_attack", "bombing_ied", "casualties", "destruction", "targeted_killing"]),
    frozenset(["small_arms_fire", "targeted_killing", "casualties"]),
    frozenset(["air_strike", "shelling", "bombing_ied", "casualties"]),
    frozenset(["ground_attack", "destruction", "equipment_loss"]),
    frozenset(["agreement", "monitoring"]),
    frozenset(["talks", "meeting", "mediation"]),
    frozenset(["siege", "route_cut"]),
)
# States and processes: what lasts is told for weeks, and two reports of it need not give the same day.
LASTING: Final = frozenset(
    [
        "ceasefire",
        "zone_establish",
        "monitoring",
        "control_status",
        "siege",
        "talks",
        "mediation",
        "agreement",
        "political_process",
        "coordination",
        "cumulative_toll",
        "deployment",
        "sanction",
        "military_support",
    ]
)
# A truce is told as the accord that made it, and the other way round.
PACT: Final = "pact"
PACTS: Final = frozenset(["ceasefire", "agreement"])
# What is so rather than happens: these are never one incident with anything.
STATES: Final = frozenset(["control_status"])
# The setting of a war, which half of its reports mention and few are about, and tallies, which are about many happenings at once.
SETTING: Final = frozenset(["siege", "deployment", "military_support", "cumulative_toll"])
