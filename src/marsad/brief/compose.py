"""Readings to a brief: everything the terminal and the page show, in the order in which they show it.

Nothing is merged and nothing is weighed: two articles that report one strike are two lines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from marsad.brief.labels import Labels, load_labels
from marsad.brief.wording import (
    UNNAMED,
    Names,
    both,
    content,
    happening,
    listed,
    names_of,
    period,
    saying,
    speaker,
    sum_line,
    voices,
)
from marsad.model import Claim, Event, Name, Reading, Realis, Record, Span

# What is only planned or long past is told apart from what is said to have happened now.
AHEAD: Final[tuple[Realis, ...]] = ("planned", "conditional")
PAST: Final[tuple[Realis, ...]] = ("historical", "habitual")
# A period of more days than this tells when something had happened, not on which day it did.
LONG: Final = 31
# How much of the sentence around an event's first trigger is shown, in characters on each side.
AROUND: Final = 70
ENDS: Final = re.compile(r"[\n؟!]|\.(?=\s|$)")


class Words(Record, frozen=True):
    """Characters of an article that a line rests on; `anchor` names them within the page."""

    article: int
    spans: tuple[Span, ...]
    anchor: str
    text: str


class Line(Record, frozen=True):
    """One line of the brief: English by template, the voice that says it, and the words it rests on."""

    id: str
    text: str
    voice: str
    outlet: str
    words: Words
    own_voice: bool = False
    tone: str = "plain"
    disputed: tuple[str, ...] = ()


class PlaceLines(Record, frozen=True):
    """What is said to have happened in one place."""

    place: Name | None
    lines: tuple[Line, ...]


class Day(Record, frozen=True):
    """What is said to have happened in one period; `when` is empty where no date is given."""

    when: str
    places: tuple[PlaceLines, ...]

    @property
    def size(self) -> int:
        """How many lines the period has."""
        return sum(len(p.lines) for p in self.places)


class Speaker(Record, frozen=True):
    """Somebody who is said to have said something; `outlets` are those who quote them."""

    name: Name
    kind: str
    outlets: tuple[str, ...]
    lines: tuple[Line, ...]


class Contest(Record, frozen=True):
    """Two accounts that cannot both be true, each with its words."""

    kind: str
    one: Line
    other: Line


class Sum(Record, frozen=True):
    """A tally: who gives it, what it adds up to, and its parts."""

    id: str
    what: str
    voice: str
    outlet: str
    text: str
    total: int | None
    sum: int
    agrees: bool | None
    window: str
    parts: tuple[tuple[Name, int], ...]
    words: Words


class Naming(Record, frozen=True):
    """What one actor is called, by whom: each form with the outlets that use it and how often."""

    name: Name
    forms: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class Article(Record, frozen=True):
    """One article with the words that lines rest on."""

    number: int
    id: str
    ref: str
    outlet: str
    date: str
    title: str
    url: str
    text: str
    boilerplate: tuple[Span, ...]
    marks: tuple[Words, ...]
    claims: int
    events: int
    doubts: tuple[str, ...]


class Outlet(Record, frozen=True):
    """An outlet and how much of it there is."""

    name: str
    articles: int
    claims: int
    events: int
    relays: tuple[str, ...]


class Brief(Record, frozen=True):
    """Everything the brief says."""

    period: str
    days: tuple[Day, ...]
    ahead: tuple[Day, ...]
    past: tuple[Day, ...]
    speakers: tuple[Speaker, ...]
    contests: tuple[Contest, ...]
    sums: tuple[Sum, ...]
    names: tuple[Naming, ...]
    outlets: tuple[Outlet, ...]
    articles: tuple[Article, ...]

    @property
    def claims(self) -> int:
        """How many claims the articles hold."""
        return sum(a.claims for a in self.articles)

    @property
    def events(self) -> int:
        """How many events the articles hold."""
        return sum(a.events for a in self.articles)


class _One:
    """One reading on its way into the brief."""

    def __init__(self, number: int, reading: Reading, labels: Labels) -> None:
        self.number = number
        self.reading = reading
        self.labels = labels
        self.names: Names = names_of(reading)
        self.claims = {c.id: c for c in reading.claims}
        self.marks: list[Words] = []
        self.contested: dict[str, list[str]] = defaultdict(list)
        for dispute in reading.disputes:
            for side in dispute.between:
                self.contested[side].append(labels.disputes[dispute.kind].lower())

    def words(self, ident: str, spans: Sequence[Span]) -> Words:
        """Note that a line rests on some characters of this article."""
        text = self.reading.document.text
        shown = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
        anchor = f"a{self.number}-{ident.replace(':', '-')}"
        made = Words(article=self.number, spans=tuple(sorted(spans)), anchor=anchor, text=shown)
        if all(mark.anchor != anchor for mark in self.marks):
            self.marks.append(made)
        return made

    def event(self, event: Event) -> Line:
        voice = " / ".join(dict.fromkeys(voices(self.claims[c], self.names) for c in event.claims if c in self.claims))
        disputed = dict.fromkeys(about for c in event.claims for about in self.contested.get(c, ()))
        tone = event.realis if event.realis in ("negated", "failed", "planned", "conditional") else "plain"
        return Line(
            id=event.id,
            text=happening(event, self.labels, self.names, where=False),
            voice=voice or self.names.outlet,
            outlet=self.names.outlet,
            words=_showing(self.words(event.id, self._around(event)), self._sentence(event)),
            own_voice=not voice,
            tone=tone,
            disputed=tuple(disputed),
        )

    def _around(self, event: Event) -> list[Span]:
        spans = {*event.triggers[:1], *(c.span for c in event.counts)}
        return sorted(spans) or [(0, 0)]

    def _sentence(self, event: Event) -> str:
        """The sentence of the event's first trigger, cut on both sides to what a line can hold."""
        text = self.reading.document.text
        start, end = event.triggers[0] if event.triggers else (0, 0)
        before = ENDS.split(text[max(0, start - AROUND) : start])
        after = ENDS.split(text[end : end + AROUND])
        head, tail = before[-1], after[0]
        if len(before) == 1 and start > AROUND:
            head = "… " + head.partition(" ")[2]
        if len(after) == 1 and end + AROUND < len(text):
            tail = tail.rpartition(" ")[0] + " …"
        return head + text[start:end] + tail

    def claim(self, claim: Claim) -> Line:
        text = self.reading.document.text
        spans = sorted({*claim.content, *([claim.cue.span] if claim.cue else [])}) or [claim.sentence]
        return Line(
            id=claim.id,
            text=saying(claim, self.labels),
            voice=voices(claim, self.names),
            outlet=self.names.outlet,
            words=_showing(self.words(claim.id, spans), content(claim, text)),
            disputed=tuple(dict.fromkeys(self.contested.get(claim.id, ()))),
        )

    def side(self, ident: str) -> Line:
        if ident in self.claims:
            line = self.claim(self.claims[ident])
            return Line(
                id=line.id,
                text=f"{speaker(self.claims[ident], self.names)} {line.text}",
                voice=line.voice,
                outlet=line.outlet,
                words=line.words,
            )
        return Line(
            id="outlet",
            text=f"{self.names.outlet} reports it in its own voice",
            voice=self.names.outlet,
            outlet=self.names.outlet,
            words=Words(article=self.number, spans=(), anchor=f"a{self.number}", text=""),
            own_voice=True,
        )


def _showing(words: Words, text: str) -> Words:
    """The same words with another text to show."""
    return Words(article=words.article, spans=words.spans, anchor=words.anchor, text=" ".join(text.split()))


def compose(readings: Iterable[Reading]) -> Brief:
    """A brief of some readings; articles are numbered in the order of publication date, outlet and id."""
    labels = load_labels()
    ordered = sorted(
        readings,
        key=lambda r: (r.document.published.start or "9999", r.document.outlet.id or "~", r.document.ref or "", r.document.id),
    )
    ones = [_One(number, reading, labels) for number, reading in enumerate(ordered, start=1)]
    events = [(one, event) for one in ones for event in one.reading.events]
    days = _days([(o, e) for o, e in events if e.realis not in AHEAD + PAST])
    ahead = _days([(o, e) for o, e in events if e.realis in AHEAD])
    past = _days([(o, e) for o, e in events if e.realis in PAST])
    speakers = _speakers(ones)
    contests = [
        Contest(kind=labels.disputes[d.kind], one=one.side(d.between[0]), other=one.side(d.between[1]))
        for one in ones
        for d in one.reading.disputes
    ]
    sums = _sums(ones)
    starts = sorted(r.document.published.start for r in ordered if r.document.published.start)
    ends = sorted(r.document.published.end for r in ordered if r.document.published.end)
    return Brief(
        period=period(starts[0] if starts else None, ends[-1] if ends else None),
        days=days,
        ahead=ahead,
        past=past,
        speakers=speakers,
        contests=tuple(contests),
        sums=sums,
        names=_names(ones),
        outlets=_outlets(ones),
        articles=tuple(_article(one) for one in ones),
    )


def _days(events: Sequence[tuple[_One, Event]]) -> tuple[Day, ...]:
    """Days in order, then longer periods, then what has no date; in each, places by how much is said to have happened."""
    grouped: dict[tuple[str, str], dict[str, list[tuple[_One, Event]]]] = defaultdict(lambda: defaultdict(list))
    for one, event in events:
        date = event.date
        key = (date.start or date.end or "", date.end or date.start or "") if date else ("", "")
        grouped[key][event.places[0] if event.places else ""].append((one, event))
    days = []
    for key in sorted(grouped, key=lambda k: (not k[0], bool(k[0]) and _days_between(*k) > LONG, k)):
        places = []
        for ident in sorted(grouped[key], key=lambda i: (not i, -len(grouped[key][i]), i)):
            rows = grouped[key][ident]
            name = next((one.names.places[ident].name for one, _ in rows if ident in one.names.places), None)
            places.append(PlaceLines(place=name, lines=tuple(one.event(event) for one, event in rows)))
        days.append(Day(when=period(key[0] or None, key[1] or None), places=tuple(places)))
    return tuple(days)


def _days_between(start: str, end: str) -> int:
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def _speakers(ones: Sequence[_One]) -> tuple[Speaker, ...]:
    """Speakers by how much they are quoted. Unnamed ones belong to their article and are never put together."""
    said: dict[str, list[tuple[_One, Claim]]] = defaultdict(list)
    for one in ones:
        for claim in one.reading.claims:
            ident = claim.chain[-1].actor if claim.chain else "outlet"
            local = ident == "outlet" or ident.startswith("local:")
            said[f"{one.number}/{ident}" if local else ident].append((one, claim))
    speakers = []
    for key, rows in said.items():
        one, claim = rows[0]
        ident = key.rpartition("/")[2] if "/" in key else key
        actor = one.names.actors.get(ident)
        name = actor.name if actor else Name(en=speaker(claim, one.names))
        speakers.append(
            Speaker(
                name=name,
                kind=actor.kind.replace("_", " ") if actor else "outlet",
                outlets=tuple(dict.fromkeys(o.names.outlet for o, _ in rows)),
                lines=tuple(o.claim(c) for o, c in rows),
            )
        )
    return tuple(sorted(speakers, key=lambda s: (-len(s.lines), both(s.name))))


def _sums(ones: Sequence[_One]) -> tuple[Sum, ...]:
    sums = []
    for one in ones:
        for tally in one.reading.tallies:
            claim = one.claims.get(tally.claim)
            places = one.names.places
            sums.append(
                Sum(
                    id=tally.id,
                    what=one.labels.tallies.get(tally.what, tally.what.replace("_", " ")),
                    voice=voices(claim, one.names) if claim else one.names.outlet,
                    outlet=one.names.outlet,
                    text=sum_line(tally, one.labels, one.names),
                    total=tally.total,
                    sum=tally.sum,
                    agrees=tally.agrees,
                    window=period(tally.window.start, tally.window.end) if tally.window else "",
                    parts=tuple(
                        (places[p.place].name if p.place in places else Name(en="elsewhere"), p.count) for p in tally.parts
                    ),
                    words=one.words(tally.id, [p.span for p in tally.parts] or [(0, 0)]),
                )
            )
    return tuple(sums)


def _names(ones: Sequence[_One]) -> tuple[Naming, ...]:
    """Actors of the registry that go by more than one form, with who uses which."""
    forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    names: dict[str, Name] = {}
    for one in ones:
        text = one.reading.document.text
        for actor in one.reading.actors:
            if not actor.registered:
                continue
            names.setdefault(actor.id, actor.name)
            for start, end in actor.mentions:
                forms[actor.id][" ".join(text[start:end].split())][one.names.outlet] += 1
    several = [i for i in forms if len(forms[i]) > 1]
    several.sort(key=lambda i: (-sum(sum(c.values()) for c in forms[i].values()), i))
    return tuple(
        Naming(
            name=names[i],
            forms=tuple(
                (form, tuple(sorted(users.items(), key=lambda u: (-u[1], u[0]))))
                for form, users in sorted(forms[i].items(), key=lambda f: (-sum(f[1].values()), f[0]))
            ),
        )
        for i in several
    )


def _outlets(ones: Sequence[_One]) -> tuple[Outlet, ...]:
    rows: dict[str, list[_One]] = defaultdict(list)
    for one in ones:
        known = one.reading.document.outlet
        rows[one.names.outlet if known.name or known.id else f"{UNNAMED}s"].append(one)
    outlets = []
    for name, items in rows.items():
        relays = Counter(
            one.names.actor(link.actor)
            for one in items
            for claim in one.reading.claims
            for link in claim.chain[1:-1]
            if link.actor != "outlet"
        )
        outlets.append(
            Outlet(
                name=name,
                articles=len(items),
                claims=sum(len(one.reading.claims) for one in items),
                events=sum(len(one.reading.events) for one in items),
                relays=tuple(relay for relay, _ in sorted(relays.items(), key=lambda r: (-r[1], r[0]))),
            )
        )
    return tuple(sorted(outlets, key=lambda o: (-o.articles, o.name)))


def _article(one: _One) -> Article:
    document = one.reading.document
    title = document.title or next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    return Article(
        number=one.number,
        id=document.id,
        ref=document.ref or "",
        outlet=both(document.outlet.name, document.outlet.id or "outlet unknown"),
        date=period(document.published.start, document.published.end),
        title=title,
        url=document.url or "",
        text=document.text,
        boilerplate=document.boilerplate,
        marks=tuple(one.marks),
        claims=len(one.reading.claims),
        events=len(one.reading.events),
        doubts=tuple(
            f"{d.stage}: {d.about}" + (f" «{document.text[d.span[0] : d.span[1]]}»" if d.span else "") for d in one.reading.doubts
        ),
    )


def summary(brief: Brief) -> str:
    """One line on what the brief rests on."""
    if not brief.articles:
        return "No articles"
    outlets = listed([o.name for o in brief.outlets]) if len(brief.outlets) <= 8 else f"{len(brief.outlets)} outlets"
    articles = f"{len(brief.articles)} article{'s' if len(brief.articles) != 1 else ''}"
    return f"{articles} from {outlets}: {brief.claims} attributed claims, {brief.events} events"
