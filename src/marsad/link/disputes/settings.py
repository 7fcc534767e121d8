"""Disputes of day and of spot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.link.disputes.blame import ONE_SPOT
from marsad.link.disputes.sides import Pages, contested, voice_of
from marsad.link.figures import Figure, agree, alike, figures
from marsad.link.knowledge import bare, knowledge
from marsad.link.rows import LASTING
from marsad.link.statements import Statement, folded
from marsad.model import Contested, Incident, Voice

_SPOTS: Final = ("facility", "neighbourhood")
# What does not happen at one place day after day: a town is taken and left street by street.
_ONCE: Final = frozenset(
    [
        *ONE_SPOT,
        "siege_break",
        "abduction",
        "release_exchange",
        "personnel_action",
    ]
)


def day_disputes(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    """Which day: exact days of what happens once, or of one toll."""
    if incident.type in LASTING:
        return []
    told: dict[str, list[Voice]] = {}
    tolls: dict[str, list[Figure]] = {}
    for s in said:
        when = s.when
        if s.polarity == "affirms" and when and when.precision == "day" and when.start and when.start == when.end:
            told.setdefault(when.start, []).append(voice_of(s))
            tolls.setdefault(when.start, []).extend(
                f for f in figures(pages[s.document], s) if f.what == "killed" and f.low >= 3 and not f.vague
            )
    if len({voice.document for voices in told.values() for voice in voices}) < 2 or len(told) < 2:
        return []
    days = sorted(told.items())
    if incident.type not in _ONCE:  # bombardment of one place on two days is two bombardments, unless they have one toll
        days = [
            (day, voices)
            for day, voices in days
            if any(alike(f, g) and agree(f, g) for f in tolls[day] for other in tolls if other != day for g in tolls[other])
        ]
    if len(days) < 2:
        return []
    return [contested("date", incident.id, f"which day: {' or '.join(day for day, _ in days)}", days)]


def spot_disputes(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    """Where: spots of one kind of what happens on one spot; a checkpoint may well lie in a neighbourhood."""
    return [dispute for kind in _SPOTS for dispute in _spots_of(kind, incident, said, pages)]


def _spots_of(kind: str, incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    told: list[tuple[str, frozenset[str], list[Voice]]] = []
    for s in said:
        page = pages[s.document]
        spots = [page.places[p] for p in s.places if p in page.places and page.places[p].kind in _SPOTS]
        if s.polarity != "affirms" or s.type not in ONE_SPOT or len(spots) != 1:
            continue
        name = folded(spots[0].name.ar or "").split()
        if spots[0].kind != kind or (name and bare(name[0]) in knowledge().several):
            continue
        words = page.place_names(spots[0])
        for _, known, voices in told:
            if words & known:
                voices.append(voice_of(s))
                break
        else:
            told.append((spots[0].name.en or spots[0].name.ar or spots[0].id, words, [voice_of(s)]))
    if len(told) < 2:
        return []
    named = [(name, voices) for name, _, voices in sorted(told, key=lambda item: item[0])]
    return [contested("place", incident.id, f"where: {' or '.join(name for name, _ in named)}", named)]
