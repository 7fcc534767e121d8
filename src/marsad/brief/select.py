"""What of some readings a brief is asked for: a period, a place, or everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.arabic.fold import fold_word
from marsad.model import Claim, Event, Place, Published, Reading, Record, Tally, When


class Wanted(Record, frozen=True):
    """What a brief is about: ISO days, both included, and ids of places with everything inside them; None is no bound."""

    since: str | None = None
    until: str | None = None
    places: frozenset[str] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self.since is None and self.until is None and self.places is None

    def in_period(self, *dates: When | Published | None) -> bool:
        """Whether the first date that is known lies within the period or reaches into it; without a bound everything does."""
        if self.since is None and self.until is None:
            return True
        known = next((d for d in dates if d is not None and (d.start or d.end)), None)
        if known is None:
            return False
        start, end = known.start or known.end or "", known.end or known.start or ""
        return (self.since is None or end >= self.since) and (self.until is None or start <= self.until)

    def at_place(self, idents: Iterable[str], places: Mapping[str, Place]) -> bool:
        """Whether one of some places of a reading is wanted, or lies in one that is."""
        if self.places is None:
            return True
        return any(i in self.places or (i in places and not self.places.isdisjoint(places[i].admin)) for i in idents)


class Kept(Record, frozen=True):
    """What of one reading is wanted."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    tallies: tuple[Tally, ...]

    @property
    def any(self) -> bool:
        """Whether there is something."""
        return bool(self.claims or self.events or self.tallies)


def kept_of(reading: Reading, wanted: Wanted) -> Kept:
    """The records of a reading that a brief wants, in their order.

    An event without a date belongs to the day of its article. A claim comes with the events it makes and with the claim that it
    disputes; one that makes none comes when its article was published in the period and its words name the place.
    """
    if wanted.everything:
        return Kept(claims=reading.claims, events=reading.events, tallies=reading.tallies)
    places = {p.id: p for p in reading.places}
    published = reading.document.published
    events = tuple(e for e in reading.events if wanted.in_period(e.date, published) and wanted.at_place(e.places, places))
    making = {claim for event in reading.events for claim in event.claims}
    kept = {claim for event in events for claim in event.claims}
    # A denial says nothing of its own about where and when: it comes with what it denies.
    kept |= {side for d in reading.disputes if not kept.isdisjoint(d.between) for side in d.between}
    claims = tuple(
        claim
        for claim in reading.claims
        if claim.id in kept
        or (claim.id not in making and wanted.in_period(published) and wanted.at_place(_named_in(claim, places), places))
    )
    tallies = tuple(
        tally
        for tally in reading.tallies
        if wanted.in_period(_window(tally), published) and wanted.at_place([p.place for p in tally.parts if p.place], places)
    )
    return Kept(claims=claims, events=events, tallies=tallies)


def _named_in(claim: Claim, places: Mapping[str, Place]) -> list[str]:
    return [
        place.id
        for place in places.values()
        if any(start <= at and end <= stop for at, end in place.mentions for start, stop in claim.content)
    ]


def _window(tally: Tally) -> Published | None:
    return Published(start=tally.window.start, end=tally.window.end) if tally.window else None


def places_called(readings: Iterable[Reading], name: str) -> frozenset[str]:
    """The ids of the places that some readings know by a name in either script, in any spelling, or by an id."""
    wanted = _spelled(name)
    return frozenset(
        place.id
        for reading in readings
        for place in reading.places
        if place.id == name or wanted in (_spelled(place.name.ar or ""), _spelled(place.name.en or ""))
    )


def _spelled(name: str) -> str:
    return " ".join(fold_word(word) for word in name.casefold().split())
