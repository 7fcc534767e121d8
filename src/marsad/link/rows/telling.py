"""What a document is about, and which of its events it reports rather than recalls."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.link.knowledge import knowledge
from marsad.link.measure import day_number
from marsad.link.origins import Sketch, sketch
from marsad.link.rows.kinds import FAMILY_OF, SETTING, STATES
from marsad.link.statements import Page, breadth
from marsad.link.wording import word_mark
from marsad.model import Event, Place, Reading

NEWS_DAYS: Final = 10
OPENING: Final = 400  # characters of the body that a document opens with
HEAD: Final = 800  # by when it has come to what it is about
MOST: Final = 2  # happenings that one document is about
_OFTEN: Final = 3  # words by which a document tells of what it comes back to
WIDE_KM: Final = 45.0  # from which radius on a place says little about where something happened
_WORD: Final = 24  # characters within which the first word of a sentence ends


def scene(reading: Reading) -> tuple[float, float] | None:
    """The middle of the places a document names, each as often as it is named; None when it names none."""
    found = [(p.lat, p.lon) for p in reading.places if p.lat is not None and p.lon is not None for _ in p.mentions or (0,)]
    if not found:
        return None
    lats, lons = sorted(p[0] for p in found), sorted(p[1] for p in found)
    return lats[len(lats) // 2], lons[len(lons) // 2]


class About(NamedTuple):
    """What all rows of a document share: the words it begins with, the middle of its places, its newest day."""

    lead: list[int]
    scene: tuple[float, float] | None
    place_marks: dict[str, list[int]]
    published: int | None
    newest: int | None
    body: list[tuple[int, int]]
    sketch: Sketch

    def at(self, event: Event) -> int:
        """How many characters of its body a document has told before it comes to an event."""
        first = event.triggers[0][0]
        return sum(min(end, first) - start for start, end in self.body if start < first)


def about_page(page: Page) -> About:
    """What all rows of a document share."""
    reading = page.reading
    text = reading.document.text
    body, at = [], 0
    for start, end in [*sorted(reading.document.boilerplate), (len(text), len(text))]:
        if start > at:
            body.append((at, start))
        at = max(at, end)
    marks = {place.id: sorted({word_mark(word) for word in page.place_names(place)}) for place in reading.places}
    published = day_number(reading.document.published.end or reading.document.published.start)
    return About(
        page.wording.within(body, 70),
        scene(reading),
        marks,
        published,
        _newest(reading, published),
        body,
        sketch(page.wording.body(body)),
    )


def _day(event: Event) -> int | None:
    first = day_number(event.date.start if event.date else None)
    return first if first is not None else day_number(event.date.end if event.date else None)


def _newest(reading: Reading, published: int | None) -> int | None:
    """The last day on which a document has something happen; None when it dates nothing."""
    found = [
        day
        for event in reading.events
        if event.realis in ("actual", "ongoing", "failed") and event.type not in STATES and event.date is not None
        if (day := day_number(event.date.start)) is not None and (published is None or day <= published)
    ]
    return max(found, default=None)


def is_news(page: Page, event: Event, about: About) -> bool:
    """Whether a document reports an event rather than recalls it, expects it or says how things stand.

    What happened before the newest day a document tells of is recalled, and so is what a sentence tells that begins with
    "had" (وكانت الطائرات قصفت), unless the document opens with it.
    """
    if event.realis in ("historical", "habitual", "conditional") or event.type in STATES:
        return False
    day, published = _day(event), about.published
    told = published if published is not None else about.newest
    if day is not None and told is not None and abs(told - day) > NEWS_DAYS:
        return False
    if about.at(event) < OPENING:
        return True
    # Of pages about single incidents 18 false pairs and 2 right ones met in what such a sentence recalls.
    start, end = page.sentences(event)[0]
    first = next(iter(page.wording.forms((start, min(end, start + _WORD)))), None)
    if first is not None and first.removeprefix("و") in knowledge().recalling:
        return False
    return day is None or published is None or about.newest is None or day >= about.newest


def chief_events(page: Page, about: About) -> frozenset[str]:
    """The events that a document is about: two at most of those it reports near its head.

    First come those whose harm it counts, then harm before anything else, then what it comes back to; the second stands near the
    head in any case. A bulletin tells a dozen happenings of a day, and pages met in what both list. Harm that goes on, or is told
    of a whole region without a figure, is the background, and a plan is not yet anything; a siege, a deployment, support for a side
    or a tally of many happenings is never what a document is about.
    """
    told = [event for event in page.events.values() if _is_matter(page, event) and is_news(page, event, about)]
    told = [event for event in told if _is_counted(event) or about.at(event) < HEAD]
    told.sort(key=lambda event: (event.triggers[0][0], event.id))
    near = [event for n, event in enumerate(told) if n < MOST or about.at(event) < HEAD]
    near.sort(key=lambda event: (not _is_counted(event), FAMILY_OF[event.type] != "harm", len(event.triggers) < _OFTEN))
    return frozenset(event.id for n, event in enumerate(near[:MOST]) if n == 0 or about.at(event) < HEAD)


def _is_matter(page: Page, event: Event) -> bool:
    """Whether a document can be about an event at all."""
    if event.type in SETTING or event.realis == "planned":
        return False
    if FAMILY_OF[event.type] != "harm" or _is_counted(event):
        return True
    return event.realis != "ongoing" and not is_wide(page.finest(event.places))


def is_wide(place: Place | None) -> bool:
    """Whether a place is none, or a region rather than a spot: قصف ريف إدلب الجنوبي."""
    return place is None or place.lat is None or breadth(place) > WIDE_KM


def _is_counted(event: Event) -> bool:
    """Whether somebody says how many an event killed or hurt."""
    return any(count.what in ("killed", "wounded") and (count.low or count.high) for count in event.counts)
