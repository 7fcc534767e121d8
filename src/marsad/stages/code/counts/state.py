"""State of a walk over a sentence: the harm last said, what was counted since, and the counts found."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.lexicon.code import CountedSense
from marsad.model import Count, CountWhat
from marsad.stages.code.counts.quantities import Phrase


@dataclass(slots=True)
class Found:
    """A count with the tokens it stands at, before it is given to an event."""

    count: Count
    first: int
    last: int
    noun: CountedSense | None
    harm: int | None


@dataclass(slots=True)
class Run:
    """Where a walk over a sentence stands: the harm last said, where, and what was counted since."""

    what: tuple[CountWhat, ...] = ()
    entry: str = ""  # the entry of that word
    harm_at: int = -99
    anchor: int = -99  # where the last counted phrase ended
    taken: int = 0  # phrases counted since the word of harm
    pending: Phrase | None = None
    parts: list[Phrase] = field(default_factory=list)
    beside: list[Phrase] = field(default_factory=list)  # those listed before the pending phrase (أن ضابطا وثلاثة مجندين قتلوا)
    looks_back: bool = False
    main: Found | None = None
    thing: Found | None = None  # the things last counted
    thing_part: int = -99  # where the last of those that take some of them ended
    fellow: int = -99  # the second noun of 40 قتيلا وجريحا
    part_end: int = -99  # where the last بينهم phrase ended
    part_some: bool = False  # whether it took some of a body (أربعة من الكوادر الطبية)
    told: tuple[CountWhat, ...] = ()  # عدد القتلى, حصيلة الجرحى: what the number to come counts
    told_at: int = -99
