"""Records as sentences, by template: names from the registry, numbers with their bounds, dates with their precision.

Nothing quoted is ever translated: what a text says stays in its own words, beside the sentence that tells what it makes.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from calendar import monthrange
from collections.abc import Sequence
from typing import Final

from marsad.brief.labels import Labels, Language
from marsad.brief.names import Names, both, content, cut, words
from marsad.model import (
    Actor,
    ChainLink,
    Claim,
    Count,
    Dispute,
    Document,
    Doubt,
    Event,
    Incident,
    Judgement,
    Name,
    Place,
    Published,
    Reading,
    Record,
    Tally,
    TallyPart,
    When,
)

# How much of a claim's own words stands in for what it makes where it makes no event, in characters.
_QUOTED: Final = 160
# More outlets than this are counted in the first line of a brief, not named.
FEW: Final = 8


class Wording(ABC):
    """What records are called in one language. An English and an Arabic one are shipped: `wording_of`."""

    language: Language
    direction: str
    weekdays: tuple[str, ...]  # from Monday on
    months: tuple[str, ...]

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.page = labels.page

    # Names

    @abstractmethod
    def name(self, name: Name | None, fallback: str = "") -> str:
        """A name for a sentence, in the letters of the language where it has any."""

    def titled(self, name: Name | None) -> str:
        """A name that stands by itself: in both scripts, on an Arabic page in Arabic alone."""
        return name.ar if self.language == "ar" and name is not None and name.ar else both(name)

    @abstractmethod
    def listed(self, names: Sequence[str]) -> str:
        """Names as a list in a sentence."""

    def party(self, name: str) -> str:
        """A party known by its name alone, as a sentence needs it."""
        return name

    def outlet(self, names: Names) -> str:
        """The outlet's name; one that nobody named is told apart by the reference of its article."""
        named = self.name(names.outlet)
        return named if names.known else f"{self.page.unnamed_outlet} ({named})"

    def actor(self, ident: str, names: Names) -> str:
        """An actor's name for a sentence; "outlet" is the outlet itself."""
        if ident == "outlet":
            return self.outlet(names)
        found = names.actors.get(ident)
        return self.name(found.name, ident) if found else ident

    def place(self, ident: str, names: Names) -> str:
        """A place's name for a sentence."""
        found = names.places.get(ident)
        return self.name(found.name, ident) if found else ident

    # Time

    def day(self, iso: str) -> str:
        """One ISO day with its weekday."""
        return f"{self.weekdays[dt.date.fromisoformat(iso).weekday()]} {self.short(iso)}"

    def short(self, iso: str) -> str:
        """One ISO day without its weekday."""
        date = dt.date.fromisoformat(iso)
        return f"{date.day} {self.month(date.year, date.month)}"

    def month(self, year: int, month: int) -> str:
        """A month of a year."""
        return f"{self.months[month - 1]} {year}"

    @abstractmethod
    def between(self, start: str, end: str) -> str:
        """An interval; either side may be empty for not known."""

    def period(self, start: str | None, end: str | None) -> str:
        """An interval of ISO days as short as it can be said; empty when nothing is known."""
        if not start and not end:
            return ""
        if not start or not end:
            return self.between(self.short(start) if start else "", self.short(end) if end else "")
        if start == end:
            return self.day(start)
        one, other = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
        if one.day == 1 and one.month == 1 and (other.month, other.day) == (12, 31) and one.year == other.year:
            return str(one.year)
        last = monthrange(other.year, other.month)[1]
        if one.day == 1 and other.day == last and (one.year, one.month) == (other.year, other.month):
            return self.month(one.year, one.month)
        return self.between(self.short(start), self.short(end))

    def when(self, value: When | Published | None) -> str:
        """A date as a record gives it; empty when it gives none."""
        return self.period(value.start, value.end) if value else ""

    # What happened

    @abstractmethod
    def number(self, count: Count, names: Names) -> str:
        """A count with its bounds and whom it counts."""

    def doers(self, event: Event, names: Names) -> str:
        """Who an event's actors are, each with the voices that alone name him where others tell of the event as well."""
        named = [(self.actor(a, names), names.named_by.get((event.id, a), ())) for a in event.actors]
        if len({namers for _, namers in named}) == 1:
            return self.listed([name for name, _ in named]) + self._alone(named[0][1], names)
        return self.listed([name + self._alone(namers, names) for name, namers in named])

    def _alone(self, namers: tuple[str, ...], names: Names) -> str:
        return f" ({self.page.named_by} {self.listed([self.actor(n, names) for n in namers])})" if namers else ""

    @abstractmethod
    def happening(self, event: Event, names: Names, *, where: bool = True, dated: bool = False) -> str:
        """An event as one phrase; `where` adds its most specific place, `dated` its date."""

    def tally_of(self, tally: Tally) -> str:
        """What a tally counts."""
        return self.labels.tallies.get(tally.what, tally.what.replace("_", " "))

    def part(self, part: TallyPart, names: Names) -> str:
        """The place or party of one line of a tally."""
        if part.place:
            return self.place(part.place, names)
        return self.actor(part.actor, names) if part.actor else self.page.elsewhere

    @abstractmethod
    def sum_line(self, tally: Tally, names: Names) -> str:
        """A tally with its parts and whether they add up."""

    # Who says so

    def _voice_names(self, claim: Claim, names: Names) -> list[str]:
        """The voices of a chain from the outlet inwards; one who speaks for the voice before is put in brackets behind it."""
        told: list[str] = []
        before: ChainLink | None = None
        for link in claim.chain:
            name = self.actor(link.actor, names)
            actor = names.actors.get(link.actor)
            if before is not None and actor is not None and actor.kind == "person" and actor.of == before.actor:
                told[-1] += f" ({name})"
            elif not told or told[-1] != name:
                told.append(name)
            before = link
        return told or [self.outlet(names)]

    @abstractmethod
    def voices(self, claim: Claim, names: Names) -> str:
        """A chain of voices from the outlet inwards."""

    def speaker(self, claim: Claim, names: Names) -> str:
        """The innermost voice of a claim."""
        return self.actor(claim.chain[-1].actor, names) if claim.chain else self.outlet(names)

    @abstractmethod
    def saying(self, claim: Claim) -> str:
        """What the speaker does, with the machine's note on how firmly."""

    @abstractmethod
    def speaking(self, claim: Claim, names: Names) -> str:
        """Who does what, without what is said: "The ministry denies"."""

    @abstractmethod
    def summary(self, *, articles: int, outlets: Sequence[str], claims: int, events: int) -> str:
        """One line on what a brief rests on."""

    # Any record

    def tell(self, record: Record, reading: Reading, names: Names) -> str:
        """Any record of a reading as one sentence; raises TypeError for what is not a record of a reading."""
        match record:
            case Document():
                return self._document(record, names)
            case Claim():
                return self._claim(record, reading, names)
            case Event():
                told = [c for c in reading.claims if c.id in record.claims]
                voice = " / ".join(dict.fromkeys(self.voices(c, names) for c in told)) or self.outlet(names)
                return f"{voice}: {self.happening(record, names, dated=True)}"
            case Count():
                return self.number(record, names)
            case Tally():
                claim = next((c for c in reading.claims if c.id == record.claim), None)
                return f"{self.voices(claim, names) if claim else self.outlet(names)}: {self.sum_line(record, names)}"
            case Actor():
                return self._joined(both(record.name, record.id), self.labels.actors[record.kind])
            case Place():
                inside = [self.place(i, names) for i in record.admin if i in names.places]
                return self._joined(both(record.name, record.id), self.labels.places[record.kind], *inside[-1:])
            case Dispute():
                return f"{self.labels.disputes[record.kind]}: {self._sides(record, reading, names)}"
            case Doubt():
                about = words(reading.document.text, record.span)
                return self._joined(f"{record.stage}: {record.about}", f"«{cut(about, _QUOTED)}»" if about else "")
        raise TypeError(f"{type(record).__name__} is not a record of a reading")

    def _joined(self, *pieces: str) -> str:
        comma = "، " if self.language == "ar" else ", "
        return comma.join(piece for piece in pieces if piece)

    def _document(self, document: Document, names: Names) -> str:
        title = document.title or next((line.strip() for line in document.text.splitlines() if line.strip()), "")
        quoted = f"«{cut(title, _QUOTED)}»" if title else ""
        return self._joined(self.outlet(names), self.when(document.published) or self.page.undated, quoted)

    def _claim(self, claim: Claim, reading: Reading, names: Names) -> str:
        made = [self.happening(e, names, dated=True) for e in reading.events if claim.id in e.claims]
        said = "; ".join(made) or f"«{cut(content(claim, reading.document.text), _QUOTED)}»"
        return f"{self._joined(self.voices(claim, names), self.saying(claim))}: {said}"

    def _sides(self, dispute: Dispute, reading: Reading, names: Names) -> str:
        claims = {c.id: c for c in reading.claims}
        return " / ".join(
            self._claim(claims[side], reading, names) if side in claims else self._joined(self.outlet(names))
            for side in dispute.between
        )

    @abstractmethod
    def incident(self, incident: Incident, *, place: str | None = None) -> str:
        """An incident: what, where, when, and how many tell of it from how many origins; `place` is the name of its place."""

    @abstractmethod
    def judgement(self, judgement: Judgement) -> str:
        """A person's decision, with who, when and why."""
