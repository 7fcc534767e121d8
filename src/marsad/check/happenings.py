"""What a claim says happened beside what a text says happened: type, place, who and to whom, and how far it is affirmed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.check.signs import signs
from marsad.check.wording import alike, weight, words_of
from marsad.model import Claim, Event, EventType, Place, Reading, Span, Stance

Polarity: TypeAlias = Literal["affirms", "denies", "discusses"]

# Stances that neither say that something happened nor that it did not.
OPEN: Final[frozenset[Stance]] = frozenset(
    ["withholds", "demands", "hopes", "threatens", "predicts", "offers", "pledges", "rejects", "accepts", "criticises", "insinuates"]
)  # fmt: skip
_UNREAL: Final = frozenset(["planned", "conditional", "failed"])
_TERRITORY: Final = frozenset(["territory_capture", "withdrawal", "control_status"])
# A name is the same when it shares a word that fewer than five articles in a hundred have.
_NAMING: Final = 3.0
_KM: Final = (6.0, 25.0)
_AREAS: Final = frozenset(["country", "governorate", "district", "area"])
# From here on an event is taken for the one the claim tells of: same type and place or party, or same family and both.
NEAR: Final = 3.0


class Likeness(NamedTuple):
    """How far an event of a text is the one of the claim; `place`, `actors`, `targets` None where one of them names none."""

    event: Event
    score: float
    type: float
    place: float | None
    actors: float | None
    targets: float | None
    polarity: Polarity


class Side:
    """A reading with what is looked up in it again and again."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.claims = {claim.id: claim for claim in reading.claims}
        self.places = {place.id: place for place in reading.places}
        self._actors = {actor.id: actor for actor in reading.actors}
        self._keys: dict[str, frozenset[str]] = {}

    def keys(self, actor: str) -> frozenset[str]:
        """The id of an actor and those of the bodies above it; for one that no registry knows, the telling words of its name."""
        if actor in self._keys:
            return self._keys[actor]
        out: set[str] = set()
        at: str | None = actor
        while at and at not in out:
            out.add(at)
            known = self._actors.get(at)
            at = known.of if known and known.of else None if at.startswith("local:") else at.rpartition(".")[0]
        if actor.startswith("local:") and actor in self._actors:
            out.discard(actor)
            out |= {f"word {one}" for one in telling(self._actors[actor].name.ar or "")}
        self._keys[actor] = frozenset(out)
        return self._keys[actor]

    def named_in(self, actor: str, spans: Iterable[Span]) -> bool:
        """Whether an actor is named inside some spans."""
        mentions = self._actors[actor].mentions if actor in self._actors else ()
        return any(first <= start and end <= last for start, end in mentions for first, last in spans)

    def polarity(self, event: Event) -> Polarity:
        """Whether the voices of an event say that it happened, that it did not, or neither."""
        said = [self.claims[claim].stance for claim in event.claims if claim in self.claims]
        if "denies" in said or event.realis == "negated":
            return "denies"
        return "discusses" if event.realis in _UNREAL or any(stance in OPEN for stance in said) else "affirms"


def telling(name: str) -> frozenset[str]:
    """The words of a name that few articles have."""
    return frozenset(one for token in words_of(name) for one in alike(token) if weight(frozenset((one,))) >= _NAMING)


def same_place(one: Place, other: Place) -> float:
    """How far two places are one: 1 the same, .5 one inside the other, less for neighbours and for countries."""
    if one.id == other.id:
        return 1.0
    if "country" in (one.kind, other.kind):
        return 0.1 if one.admin[:1] == other.admin[:1] or one.id in other.admin or other.id in one.admin else 0.0
    if one.id in other.admin or other.id in one.admin:
        return 0.5
    apart = _apart(one, other)
    if apart < math.inf:
        return 0.8 if apart < _KM[0] else 0.4 if apart < _KM[1] else 0.0
    return 0.8 if telling(one.name.ar or "") & telling(other.name.ar or "") else 0.0


def narrowest(idents: tuple[str, ...], places: Mapping[str, Place]) -> tuple[str, ...]:
    """The places of an event without those that others of them lie in: of a village in the countryside of Idlib the village."""
    known = [places[ident] for ident in idents if ident in places]
    around = {
        place.id
        for place in known
        for other in known
        if place.id != other.id and (place.id in other.admin or _holds(place, other))
    }
    return tuple(ident for ident in idents if ident not in around)


def _holds(place: Place, other: Place) -> bool:
    """Whether a place is an area far wider than another and around it."""
    wide, narrow = place.precision_km or 0.0, other.precision_km or 0.0
    return place.kind in _AREAS and wide > 3 * narrow and _apart(place, other) <= wide


def _apart(one: Place, other: Place) -> float:
    """How far two places are from each other, in kilometres; without end where one is on no map."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    east = (one.lon - other.lon) * 111.0 * math.cos(math.radians(one.lat))
    return math.hypot((one.lat - other.lat) * 111.0, east)


def same_actors(ones: tuple[str, ...], left: Side, others: tuple[str, ...], right: Side) -> float | None:
    """How far some actor of one side is one of the other's: 1 the same, .9 part of it, .7 by name, .5 of one body."""
    if not ones or not others:
        return None
    best = 0.0
    for one in ones:
        above = left.keys(one)
        for other in others:
            also = right.keys(other)
            shared = above & also
            if one == other and not one.startswith("local:"):
                return 1.0
            if one in also or other in above:
                best = max(best, 0.9)
            elif any(key.startswith("word ") for key in shared):
                best = max(best, 0.7)
            elif shared:
                best = max(best, 0.5)
    return best


def _same_type(one: EventType, other: EventType) -> float:
    families = signs().families
    return 1.0 if one == other else 0.5 if families[one] == families[other] else 0.0


def _places(one: Event, left: Side, other: Event, right: Side) -> float | None:
    found = [
        same_place(left.places[p], right.places[q])
        for p in one.places
        if p in left.places
        for q in other.places
        if q in right.places
    ]
    return max(found) if found else None


def likeness(one: Event, claim: Side, other: Event, text: Side) -> Likeness | None:
    """How far an event of a text is one of the claim's; None where they are of different families."""
    kind = _same_type(one.type, other.type)
    if not kind:
        return None
    place = _places(one, claim, other, text)
    actors = same_actors(one.actors, claim, other.actors, text)
    targets = same_actors(one.targets, claim, other.targets, text)
    score = 2 * kind
    # What is named on both sides and differs counts against; what one side leaves open counts for nothing.
    score += 0.0 if place is None else 2 * place - 0.7
    score += 0.0 if actors is None else 1.5 * actors - 0.6
    score += 0.0 if targets is None else 1.2 * targets - 0.4
    return Likeness(other, score, kind, place, actors, targets, text.polarity(other))


def likenesses(claim: Side, text: Side) -> list[list[Likeness]]:
    """For each event of the claim the events of the text that are of its family, the likest first."""
    out = []
    for one in claim.reading.events:
        found = [like for other in text.reading.events if (like := likeness(one, claim, other, text)) is not None]
        out.append(sorted(found, key=lambda like: (-like.score, like.event.triggers[:1])))
    return out


def other_holders(claim: Side, text: Side) -> int:
    """How many events of the text have somebody else take, hold or leave the place that the claim says was taken."""
    return sum(
        other.type in _TERRITORY
        and other.realis in ("actual", "ongoing")
        and (_places(one, claim, other, text) or 0) >= 0.8
        and (same_actors(one.actors, claim, other.actors, text) or 1) < 0.5
        for one in claim.reading.events
        if one.type in _TERRITORY
        for other in text.reading.events
    )


def speaker(claim: Claim) -> str | None:
    """The innermost voice of a claim other than the outlet."""
    return next((link.actor for link in reversed(claim.chain) if link.actor != "outlet"), None)
