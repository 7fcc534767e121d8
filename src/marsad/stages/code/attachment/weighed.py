"""Weighed: which of the places found for an event are not its own, by many slight signs.

`places` finds the places of a mention by clause and order. With the right ones it takes the town that a victim comes from, the land
that talks are about, the capital in which somebody spoke, and in long reports those of the happening next to it. None of that is told
by one word: how far off a place stands, what stands between, the preposition in front of it, whether it is a village or a land, and
how often the report tells of the event each say a little. `places.csv` holds what each sign weighs, as log odds (logistic
regression, `.ci/places.py` estimates them).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from marsad.handover import PlaceMention
from marsad.model import Considered
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.realis import RELATIVES
from marsad.stages.code.scene import Scene

__all__ = ["leave_out_places"]

# A place found stays unless the signs are clearly against it: where annotators differ, some name every place of the scene.
_AGAINST: Final = -0.85
_STEPS: Final = (1, 3, 6, 10, 16, 25)  # tokens between a trigger and a place
_INTO: Final = (1, 3, 8)  # sentences
_OPENING: Final = 12
_ROW: Final = 2
_ACTOR_REACH: Final = 8
_MOST: Final = 2
_PREPOSITIONS: Final = frozenset(
    [
        *("في", "من", "الي", "علي", "نحو", "بين", "عن", "ضد", "حول", "قرب", "عبر", "باتجاه", "داخل"),
        *("خارج", "قبل", "بعد", "بشان", "لدي", "امام", "وسط", "مع"),
    ]
)
_LISTING: Final = frozenset(["،", ",", "و", '"', "”", "“", "(", ")"])
_THAT: Final = frozenset(["ان", "انه", "انها"])
_PACTS: Final = frozenset(["talks", "meeting", "agreement", "mediation", "political_process", "coordination"])
_TRUCES: Final = frozenset(["ceasefire", "ceasefire_violation", "zone_establish"])  # they cover whole regions
_MOVES: Final = frozenset(
    ["deployment", "withdrawal", "evacuation", "displacement", "humanitarian_aid", "military_support", "release_exchange"]
)


@dataclass(frozen=True, slots=True)
class _Places:
    """The places of a report by their keys: how often each is named, those of the headline, and those that the rules found for an event."""

    named: Counter[str]
    headline: frozenset[str]
    found: frozenset[str]


def leave_out_places(scene: Scene, events: Sequence[Gathered]) -> None:
    """Leave out of each event's places those that most signs speak against; all are weighed by what the rules found."""
    named = Counter(scene.place_key(k) for k in range(len(scene.recognised.place_mentions)))
    headline = frozenset(scene.place_key(k) for k, _ in scene.places_between(0, scene.headline))
    found = [frozenset(scene.place_key(k) for k in event.places) for event in events]
    for event, own in zip(events, found, strict=True):
        kept: list[int] = []
        near = {m.sentence for m in event.mentions}
        others = [(other, keys) for other, keys in zip(events, found, strict=True) if other is not event]
        theirs = {key for other, keys in others if any(m.sentence in near for m in other.mentions) for key in keys}
        rivals = [m for other, _ in others for m in other.mentions]
        for k in event.places:
            signs = [*_of_place(scene, event, k, _Places(named, headline, own)), *_of_way(scene, event, k, rivals)]
            if scene.place_key(k) in theirs:
                signs.append("another's too")
            weighed = scene.lexicon.places.weigh(signs)
            if weighed.total > _AGAINST:
                kept.append(k)
            else:
                span = scene.recognised.place_mentions[k].span
                event.mentions[0].considered.append(Considered(span=span, what="a place of it", why=weighed.why))
        event.places[:] = kept


def _of_place(scene: Scene, event: Gathered, k: int, places: _Places) -> Iterator[str]:
    """What the place is, what the event is, and what else was found with it."""
    place, key = scene.recognised.place_mentions[k], scene.place_key(k)
    kind = place.type_word or next((p.kind for p in scene.places_meant([k])), None)
    yield f"type {event.type}"
    yield event.realis
    yield f"mentions {min(len(event.mentions), _MOST + 1)}"
    yield f"places {min(len(places.found), _MOST + 1)}"
    yield f"kind {kind}"
    yield f"{_group(event)} {kind}"
    for name, holds in (
        ("direction", place.direction is not None),
        ("nameless", not place.candidates and not place.name),
        ("unknown", not place.candidates and bool(place.name)),
        ("vague", scene.vague[k]),
        ("holds another", any(key in scene.holders[j] and scene.place_key(j) != key for j in event.places)),
        ("lies in another", not places.found.isdisjoint(scene.holders[k] - {key})),
        ("of a speaker", any(a <= place.span[0] < b for a, b in scene.speaking)),
        ("headline", key in places.headline),
        ("opening", scene.headline <= place.first and place.last <= _OPENING),
        ("ticker", scene.page.run_together),
        ("long report", scene.long),
    ):
        if holds:
            yield name
    if any(
        a.first <= place.first < a.last and a.last - a.first > 1
        for a in scene.actors_between(place.first - _ACTOR_REACH, place.first + 1)
    ):
        yield "in an actor"
    yield f"named {min(places.named[key], 4)}"


def _of_way(scene: Scene, event: Gathered, k: int, rivals: Sequence[Mention]) -> Iterator[str]:
    """What stands between the place and the trigger next to it; `rivals` are the mentions of other events."""
    place = scene.recognised.place_mentions[k]
    mention = min(event.mentions, key=lambda m: abs(m.first - place.first))
    yield f"a {mention.sense.cls}"
    yield f"sentence {bisect_right(_INTO, mention.into)}"
    if mention is not event.mentions[0]:
        yield "later mention"
    lead = _row_of(scene, k, mention)
    if lead is not place:
        yield "in a row"
    if any(abs(p.first - place.last) <= _ROW for _, p in scene.places_between(place.last, place.last + 3)):
        yield "a place next"
    yield from _of_head(scene, lead, _group(event))
    if scene.sentence(mention.first) is not scene.sentence(place.first):
        yield "elsewhere"
        return
    behind = place.first >= mention.last
    side = "behind" if behind else "in front"
    low, high = (mention.last, lead.first) if behind else (place.last, mention.first)
    words = [scene.form(j) for j in range(low, high)]
    others = [j for j, p in scene.places_between(low, high) if scene.place_key(j) != scene.place_key(k) and not p.speaks]
    gap = abs(mention.first - place.first)
    closer = [m for m in rivals if m.sentence == mention.sentence and abs(m.first - place.first) < gap]
    yield side
    yield f"{side} {bisect_right(_STEPS, max(0, high - low))} steps"
    yield f"{side} over {min(sum(low <= m.first < high for m in rivals), _MOST)} events"
    yield f"{side} over {min(len(others), _MOST)} places"
    yield f"{side} with {min(len(closer), _MOST)} events closer"
    for name, holds in (
        ("comma", any(w in ("،", ",") for w in words)),
        ("that", not _THAT.isdisjoint(words)),
        ("who or which", not RELATIVES.isdisjoint(words)),
        ("and", any(w.startswith("و") and w != "وسط" for w in words)),
        ("clause", scene.clause(mention.first) == scene.clause(place.first)),
    ):
        if holds:
            yield f"{side} {name}"


def _of_head(scene: Scene, lead: PlaceMention, group: str) -> Iterator[str]:
    """The preposition of a place or of the row that it stands in."""
    before = scene.form(lead.first - 1)
    cuts = scene.page.lookup.cuts(scene.form(lead.first))[:1]
    if before in _PREPOSITIONS:
        yield f"after {before}"
        yield f"{group} after {before}"
    elif cuts and cuts[0].pro:
        yield f"after {cuts[0].pro}ـ"
        yield f"{group} after {cuts[0].pro}ـ"
    else:
        yield "after a word" if scene.word(lead.first - 1) else "after a mark"


def _row_of(scene: Scene, k: int, mention: Mention) -> PlaceMention:
    """The first place of the row that a place stands in, on its side of the trigger (بلدات كذا وكذا وكذا)."""
    places = scene.recognised.place_mentions
    lead = places[k]
    for before in reversed(places[:k]):
        between = [scene.form(i) for i in range(before.last, lead.first)]
        listed = between or scene.form(lead.first).startswith("و")
        across = before.first < mention.last <= lead.first
        if lead.first < before.last or across or len(between) > _ROW or not listed or not _LISTING.issuperset(between):
            break
        lead = before
    return lead


def _group(event: Gathered) -> str:
    groups = (("attack", ATTACKS), ("pact", _PACTS), ("truce", _TRUCES), ("move", _MOVES))
    return next((name for name, types in groups if event.type in types), "else")
