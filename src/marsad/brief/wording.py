"""English for records, by template: names from the registry, numbers with their bounds, dates with their precision."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from typing import Final

from marsad.brief.labels import Labels
from marsad.model import Actor, Claim, Count, Event, Name, Place, Published, Reading, Record, Span, Tally, When

# Two articles whose outlets are unknown need not be of one outlet: the reference tells them apart.
UNNAMED: Final = "unnamed outlet"


def both(name: Name | None, fallback: str = "") -> str:
    """A name in both scripts, Latin first, or as much of it as is known."""
    if name is None:
        return fallback
    if name.en and name.ar:
        return f"{name.en} ({name.ar})"
    return name.en or name.ar or fallback


def latin(name: Name | None, fallback: str = "") -> str:
    """A name for an English sentence: in Latin letters if it has any."""
    return (name.en or name.ar or fallback) if name else fallback


def cut(text: str, limit: int) -> str:
    """A text on one line, cut at a word when it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + (" …" if " " in line[:limit] else "…")


def day(iso: str) -> str:
    """One ISO day in English."""
    date = dt.date.fromisoformat(iso)
    return f"{calendar.day_name[date.weekday()]} {date.day} {calendar.month_name[date.month]} {date.year}"


def period(start: str | None, end: str | None) -> str:
    """An interval of ISO days in English, as short as it can be said; empty when nothing is known."""
    if not start and not end:
        return ""
    if not start or not end:
        return f"from {short(start)}" if start else f"until {short(end or '')}"
    if start == end:
        return day(start)
    one, other = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    if one.day == 1 and one.month == 1 and (other.month, other.day) == (12, 31) and one.year == other.year:
        return str(one.year)
    last = calendar.monthrange(other.year, other.month)[1]
    if one.day == 1 and other.day == last and (one.year, one.month) == (other.year, other.month):
        return f"{calendar.month_name[one.month]} {one.year}"
    return f"{short(start)} to {short(end)}"


def short(iso: str) -> str:
    """One ISO day in English without its weekday."""
    date = dt.date.fromisoformat(iso)
    return f"{date.day} {calendar.month_name[date.month]} {date.year}"


def when(value: When | Published | None) -> str:
    """A date as a record gives it; empty when it gives none."""
    return period(value.start, value.end) if value else ""


def listed(names: Sequence[str]) -> str:
    """Names as an English list."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


class Names(Record, frozen=True):
    """Looks up the names of one reading's actors and places."""

    outlet: str
    actors: dict[str, Actor]
    places: dict[str, Place]

    def actor(self, ident: str) -> str:
        """An actor's name for an English sentence; "outlet" is the outlet itself."""
        if ident == "outlet":
            return self.outlet
        found = self.actors.get(ident)
        return latin(found.name, ident) if found else ident

    def place(self, ident: str) -> str:
        """A place's name for an English sentence."""
        found = self.places.get(ident)
        return latin(found.name, ident) if found else ident


def names_of(reading: Reading) -> Names:
    """The names that a reading knows."""
    document, outlet = reading.document, reading.document.outlet
    return Names(
        outlet=latin(outlet.name, outlet.id or f"{UNNAMED} ({cut(document.ref or document.id, 24)})"),
        actors={a.id: a for a in reading.actors},
        places={p.id: p for p in reading.places},
    )


def number(count: Count, labels: Labels, names: Names) -> str:
    """A count with its bounds: "at least 4 civilians killed"; a part of another count: "among them 5"."""
    if count.part_of is not None and count.low is not None and count.low == count.high:
        return f"among them {count.low}"
    what = labels.counts[count.what]
    group, _, who = count.population.partition(":")
    noun = labels.populations.get(group, "")
    if group == "combatant":
        noun = f"fighters of {names.actor(who)}" if who else "fighters"
    if count.what in labels.people:
        what = f"{noun or 'people'} {what}"
    figure = count.high if count.qualifier == "up_to" and count.high is not None else count.low
    if figure is None:
        return f"an unstated number of {what}"
    if count.what in labels.people and figure == 1:
        what = what.replace("people", "person").replace("civilians", "civilian").replace("fighters", "fighter")
    bounds = str(figure)
    if count.low is not None and count.high is not None and count.low != count.high and count.qualifier != "up_to":
        bounds = f"{count.low} to {count.high}"
    if count.qualifier == "vague" and count.high is None:
        return f"at least {bounds} {what} (a round word)"
    return f"{labels.qualifiers[count.qualifier]} {bounds} {what}".strip()


def happening(event: Event, labels: Labels, names: Names, *, where: bool = True) -> str:
    """An event as one English phrase; `where` adds its most specific place."""
    label = labels.events[event.type]
    words = label.label
    realis = labels.realis[event.realis]
    if event.actors:
        # "between" wants two; one party alone does it by itself.
        by = label.by if label.by != "between" or len(event.actors) > 1 else "with"
        words += f" {by} {listed([names.actor(a) for a in event.actors])}"
    if event.targets:
        words += f" {label.to} {listed([names.actor(a) for a in event.targets])}"
    if where and event.places:
        words += f", {names.place(event.places[0])}"
    if event.counts:
        words += f": {', '.join(number(c, labels, names) for c in event.counts)}"
    words = words[0].upper() + words[1:]
    return f"{words} ({realis})" if realis else words


def voices(claim: Claim, names: Names) -> str:
    """A chain of voices from the outlet inwards: "As-Sabah, citing Sabah Agency, citing مصدر عسكري"."""
    links = [names.actor(link.actor) for link in claim.chain]
    return ", citing ".join(links) if links else names.outlet


def speaker(claim: Claim, names: Names) -> str:
    """The innermost voice of a claim."""
    return names.actor(claim.chain[-1].actor) if claim.chain else names.outlet


def saying(claim: Claim, labels: Labels) -> str:
    """What the speaker does, with the machine's note on how firmly: "denies", "says, hedged"."""
    return labels.stances[claim.stance] + (", hedged" if claim.certainty == "hedged" else "")


def content(claim: Claim, text: str) -> str:
    """The words of a claim's content as published; an ellipsis where the cue splits it."""
    return " … ".join(text[start:end] for start, end in claim.content)


def words(text: str, span: Span | None) -> str:
    """The characters of a span on one line."""
    return " ".join(text[span[0] : span[1]].split()) if span else ""


def sum_line(tally: Tally, labels: Labels, names: Names) -> str:
    """A tally with its parts and whether they add up."""
    what = labels.tallies.get(tally.what, tally.what.replace("_", " "))
    parts = ", ".join(f"{names.place(p.place) if p.place else 'elsewhere'} {p.count}" for p in tally.parts)
    total = "no total given" if tally.total is None else f"{tally.total} {what}"
    verdict = {True: f"parts add up to {tally.sum}", False: f"parts add up to {tally.sum}, not {tally.total}", None: ""}
    return "; ".join(piece for piece in (f"{total}: {parts}" if parts else total, verdict[tally.agrees]) if piece)
