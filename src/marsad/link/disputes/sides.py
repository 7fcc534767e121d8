"""The sides of a dispute: the voices behind them, what they are called, and the readings they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from marsad.link.figures import Figure
from marsad.link.keys import whose
from marsad.link.knowledge import knowledge
from marsad.link.measure import day_number
from marsad.link.statements import Page, Statement, breadth
from marsad.link.truces import Scoped
from marsad.model import Contested, DisputeKind, Incident, Reading, Value, Voice, content_id

_SITE_KM: Final = 5.0  # so narrow is a village or a spot: two sides seldom do one thing there on one day


class Pages:
    """The readings of a ledger as pages, looked up by document; made once and handed around.

    With `load` a reading is fetched when it is asked for, and only the last `kept` pages stay in memory.
    """

    def __init__(
        self, readings: Iterable[Reading] = (), *, load: Callable[[str], Reading] | None = None, kept: int = 2000
    ) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._load = load or self._readings.__getitem__
        self._kept = kept if load else None
        self._pages: dict[str, Page] = {}

    def __getitem__(self, document: str) -> Page:
        if document not in self._pages:
            if self._kept is not None and len(self._pages) >= self._kept:
                del self._pages[next(iter(self._pages))]
            self._pages[document] = Page(self._load(document))
        return self._pages[document]


def called(key: str, documents: Iterable[str], pages: Pages) -> str:
    """The name for people to read of a side, an actor or an origin that some documents speak of; without one, its words."""
    listed = knowledge().bloc_names.get(key)
    found = listed or next((name for document in documents if (name := pages[document].called(key))), None)
    return found or key.rpartition(":")[2].replace("_", " ")


def spots(page: Page, event: str) -> set[str]:
    """The villages and spots that an event names; a town or a front holds many happenings of one day."""
    return {i for i in page.events[event].places if i in page.places and breadth(page.places[i]) <= _SITE_KM}


def one_day(page: Page, event: str, other: Page, its: str) -> bool:
    """Whether two events may be of one day: their days meet or follow each other, or one has none."""
    dates = page.events[event].date, other.events[its].date
    days = [(day_number(d.start), day_number(d.end)) for d in dates if d is not None]
    known = [(start, end) for start, end in days if start is not None and end is not None]
    return len(known) < 2 or max(start for start, _ in known) - min(end for _, end in known) <= 1


def voice_of(said: Statement | Figure | Scoped) -> Voice:
    """The voice of a statement, a figure or what is said of a truce."""
    return Voice(document=said.document, claim=said.claim, event=said.event, origin=said.origin)


def _once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Voices in order, a claim that speaks of several events of the incident once."""
    kept: dict[tuple[str, str, str], Voice] = {}
    for voice in sorted(set(voices), key=lambda v: (v.document, v.claim, v.event)):
        kept.setdefault((voice.document, voice.claim, voice.event if voice.claim == "outlet" else ""), voice)
    return tuple(kept.values())


def contested(
    kind: DisputeKind, incident: str | None, about: str, found: Sequence[tuple[str, Iterable[Voice]]], *, one_origin: bool = False
) -> Contested:
    """A dispute between named sides; the voices of a side are put in order and said once."""
    parts = tuple(Value(value=value, voices=_once(voices)) for value, voices in found)
    voices = [{whose(v.origin) for v in side.voices} for side in parts]
    strength = sorted(len(group) for group in voices)
    return Contested(
        id=content_id("dispute", kind, [[(v.document, v.claim, v.event) for v in side.voices] for side in parts]),
        kind=kind,
        incident=incident,
        about=about,
        sides=parts,
        origins=(strength[0], len(set().union(*voices))),
        one_origin=one_origin,
    )


def statements_of(incident: Incident, pages: Pages) -> list[Statement]:
    """Everything said about an incident, in the order of its events."""
    return [s for document, event in incident.events for s in pages[document].statements(pages[document].events[event])]
