"""Readings to a brief: everything the terminal, the page and the Markdown show, in the order in which they show it.

Nothing is merged and nothing is weighed: two articles that report one strike are two lines.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from marsad.brief.linked import Happening, Linked
from marsad.brief.names import Names, both, content, names_of
from marsad.brief.select import Kept, Wanted, kept_of
from marsad.brief.sides import Sides, field_told
from marsad.brief.told import (
    Article,
    Brief,
    Clash,
    Compared,
    Contest,
    Day,
    Line,
    Naming,
    Outlet,
    PlaceLines,
    Side,
    Speaker,
    Spot,
    Sum,
    Together,
    Words,
)
from marsad.brief.wording import Wording
from marsad.model import Claim, Contested, Event, FieldView, Name, Place, Reading, Realis, Span, TallyPart, Value

# What is only planned or long past is told apart from what is said to have happened now.
AHEAD: Final[tuple[Realis, ...]] = ("planned", "conditional")
PAST: Final[tuple[Realis, ...]] = ("historical", "habitual")
# A period of more days than this tells when something had happened, not on which day it did.
LONG: Final = 31
# How much of the sentence around an event's first trigger is shown, in characters on each side.
AROUND: Final = 70
ENDS: Final = re.compile(r"[\n؟!]|\.(?=\s|$)")


class _One:
    """One reading on its way into the brief."""

    def __init__(self, number: int, reading: Reading, kept: Kept, wording: Wording) -> None:
        self.number = number
        self.reading = reading
        self.kept = kept
        self.wording = wording
        self.names: Names = names_of(reading)
        self.outlet = wording.outlet(self.names)
        self.claims = {c.id: c for c in reading.claims}
        self.events = {e.id: e for e in reading.events}
        self.wanted = {*(c.id for c in kept.claims), *(e.id for e in kept.events)}
        self.marks: list[Words] = []
        self.contested: dict[str, list[str]] = defaultdict(list)
        for dispute in reading.disputes:
            for side in dispute.between:
                self.contested[side].append(wording.labels.disputes[dispute.kind].lower())

    def words(self, ident: str, spans: Sequence[Span]) -> Words:
        """Note that a line rests on some characters of this article."""
        text = self.reading.document.text
        shown = " … ".join(" ".join(text[start:end].split()) for start, end in spans)
        anchor = f"a{self.number}-{ident.replace(':', '-')}"
        made = Words(article=self.number, spans=tuple(sorted(spans)), anchor=anchor, text=shown)
        if all(mark.anchor != anchor for mark in self.marks):
            self.marks.append(made)
        return made

    def town(self, event: Event) -> Place | None:
        """The place under which an event is told: for a site that the text names by what it is (الملعب), the town it puts it in."""
        place = self.names.places.get(event.places[0]) if event.places else None
        if place is not None and place.admin and place.id.startswith(f"{place.admin[-1]}>"):
            return self.names.places.get(place.admin[-1], place)
        return place

    def event(self, event: Event) -> Line:
        voice = " / ".join(
            dict.fromkeys(self.wording.voices(self.claims[c], self.names) for c in event.claims if c in self.claims)
        )
        disputed = dict.fromkeys(about for c in event.claims for about in self.contested.get(c, ()))
        tone = event.realis if event.realis in ("negated", "failed", "planned", "conditional") else "plain"
        town = self.town(event)
        return Line(
            id=event.id,
            text=self.wording.happening(event, self.names, where=town is not None and town.id != event.places[0]),
            voice=voice or self.outlet,
            outlet=self.outlet,
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
            text=self.wording.saying(claim),
            voice=self.wording.voices(claim, self.names),
            outlet=self.outlet,
            words=_showing(self.words(claim.id, spans), content(claim, text)),
            disputed=tuple(dict.fromkeys(self.contested.get(claim.id, ()))),
        )

    def voice(self, claim: str, event: str) -> Line:
        """The line of somebody on one side: of his claim, or of the event that the outlet tells itself."""
        if claim in self.claims:
            return self.side(claim)
        return self.event(self.events[event]) if event in self.events else self.side("outlet")

    def side(self, ident: str) -> Line:
        if ident in self.claims:
            line = self.claim(self.claims[ident])
            return Line(
                id=line.id,
                text=self.wording.speaking(self.claims[ident], self.names),
                voice=line.voice,
                outlet=line.outlet,
                words=line.words,
            )
        return Line(
            id="outlet",
            text=f"{self.outlet} {self.wording.page.reports_itself}",
            voice=self.outlet,
            outlet=self.outlet,
            words=Words(article=self.number, spans=(), anchor=f"a{self.number}", text=""),
            own_voice=True,
        )


def _showing(words: Words, text: str) -> Words:
    """The same words with another text to show."""
    return Words(article=words.article, spans=words.spans, anchor=words.anchor, text=" ".join(text.split()))


def compose(
    readings: Iterable[Reading],
    wording: Wording,
    *,
    linked: Linked | None = None,
    wanted: Wanted | None = None,
    about: str = "",
) -> Brief:
    """A brief of what is wanted of some readings, told in one language; `about` names what it is about, if not everything.

    `linked` is what linking found in the same ledger. Articles are numbered in the order of publication date, outlet and id; one that has nothing that is wanted is left out.
    """
    wanted = wanted or Wanted()
    ordered = sorted(
        readings,
        key=lambda r: (r.document.published.start or "9999", r.document.outlet.id or "~", r.document.ref or "", r.document.id),
    )
    chosen = [(reading, kept) for reading in ordered if (kept := kept_of(reading, wanted)).any or wanted.everything]
    ones = [_One(number, reading, kept, wording) for number, (reading, kept) in enumerate(chosen, start=1)]
    events = [(one, event) for one in ones for event in one.kept.events]
    days = _days([(o, e) for o, e in events if e.realis not in AHEAD + PAST], wording)
    ahead = _days([(o, e) for o, e in events if e.realis in AHEAD], wording)
    past = _days([(o, e) for o, e in events if e.realis in PAST], wording)
    speakers = _speakers(ones, wording)
    contests = [
        Contest(kind=wording.labels.disputes[d.kind], one=one.side(d.between[0]), other=one.side(d.between[1]))
        for one in ones
        for d in one.reading.disputes
        if wanted.everything or not {c.id for c in one.kept.claims}.isdisjoint(d.between)
    ]
    linked = linked or Linked()
    by_document = {one.reading.document.id: one for one in ones}
    sides = Sides(wording, (one.names for one in ones))
    together = [t for h in linked.happenings if (t := _together(h, by_document, wording, sides))]
    clashes = [c for d in linked.disputes if (c := _clash(d, by_document, wording, sides))]
    sums = _sums(ones, wording)
    starts = sorted(r.document.published.start for r, _ in chosen if r.document.published.start)
    ends = sorted(r.document.published.end for r, _ in chosen if r.document.published.end)
    return Brief(
        about=about,
        period=wording.period(wanted.since or (starts[0] if starts else None), wanted.until or (ends[-1] if ends else None)),
        days=days,
        ahead=ahead,
        past=past,
        speakers=speakers,
        contests=tuple(contests),
        together=tuple(together),
        clashes=tuple(clashes),
        unlinked=linked.unlinked,
        sums=sums,
        names=_names(ones),
        spots=_spots([(o, e) for o, e in events if e.realis not in AHEAD + PAST]),
        outlets=_outlets(ones, wording),
        articles=tuple(_article(one) for one in ones),
    )


def _together(happening: Happening, ones: Mapping[str, _One], wording: Wording, sides: Sides) -> Together | None:
    """A happening as far as its articles are in the brief and one of its events is wanted."""
    kept = [event for document, event in happening.incident.events if document in ones and event in ones[document].wanted]
    if not kept:
        return None
    grade = ""
    if happening.grade:
        grade = f"{wording.page.provisional}: {wording.labels.grades.get(happening.grade, happening.grade)}"
        grade += f" ({sides.reason(happening.reason)})" if happening.reason else ""
    return Together(
        id=happening.incident.id,
        text=wording.incident(happening.incident, place=sides.told(happening.place or "")),
        grade=grade,
        fields=tuple(_compared(view, ones, wording, happening, sides) for view in happening.fields if view.state != "silent"),
    )


def _compared(view: FieldView, ones: Mapping[str, _One], wording: Wording, happening: Happening, sides: Sides) -> Compared:
    field, state = field_told(view, happening.incident, wording, graded=happening.grade is not None)
    return Compared(
        field=field, state=state, tone=view.state, sides=tuple(_told_side(value, ones, sides) for value in view.values)
    )


def _told_side(value: Value, ones: Mapping[str, _One], sides: Sides) -> Side:
    lines = [ones[v.document].voice(v.claim, v.event) for v in value.voices if v.document in ones]
    return Side(value=sides.value(value), lines=tuple({line.words.anchor: line for line in lines}.values()))


def _clash(dispute: Contested, ones: Mapping[str, _One], wording: Wording, sides: Sides) -> Clash | None:
    """A dispute across articles, if one of its voices is wanted."""
    voices = [v for side in dispute.sides for v in side.voices if v.document in ones]
    if not any(v.event in ones[v.document].wanted or v.claim in ones[v.document].wanted for v in voices):
        return None
    return Clash(
        id=dispute.id,
        kind=wording.labels.disputes[dispute.kind],
        about=sides.about(dispute.about),
        sides=tuple(_told_side(side, ones, sides) for side in dispute.sides),
    )


def _spots(events: Sequence[tuple[_One, Event]]) -> tuple[Spot, ...]:
    """The places where something is said to have happened and whose position is known, those with most lines first."""
    found: dict[str, tuple[Place, int, str]] = {}
    for one, event in events:
        place = one.town(event)
        # A country has no position that a dot could stand for.
        if place is None or place.lat is None or place.lon is None or place.kind == "country":
            continue
        kept, lines, anchor = found.get(place.id, (place, 0, f"a{one.number}-{event.id.replace(':', '-')}"))
        found[place.id] = (kept, lines + 1, anchor)
    spots = [
        Spot(name=p.name, lat=p.lat, lon=p.lon, precision_km=p.precision_km or 0, lines=n, anchor=anchor)
        for p, n, anchor in found.values()
        if p.lat is not None and p.lon is not None
    ]
    return tuple(sorted(spots, key=lambda s: (-s.lines, both(s.name), s.lat, s.lon)))


def _days(events: Sequence[tuple[_One, Event]], wording: Wording) -> tuple[Day, ...]:
    """Days in order, then longer periods, then what has no date; in each, places by how much is said to have happened.

    A place on no map (المشفى) belongs to its article: that of another article need not be the same.
    """
    grouped: dict[tuple[str, str], dict[str, list[tuple[_One, Event]]]] = defaultdict(lambda: defaultdict(list))
    for one, event in events:
        date = event.date
        key = (date.start or date.end or "", date.end or date.start or "") if date else ("", "")
        place = one.town(event)
        ident = "" if place is None else place.id if place.lat is not None else f"{one.number}/{place.id}"
        grouped[key][ident].append((one, event))
    days = []
    for key in sorted(grouped, key=lambda k: (not k[0], bool(k[0]) and _days_between(*k) > LONG, k)):
        places = []
        for ident in sorted(grouped[key], key=lambda i: (not i, -len(grouped[key][i]), i)):
            rows = grouped[key][ident]
            place = rows[0][0].town(rows[0][1])
            places.append(PlaceLines(place=place.name if place else None, lines=tuple(one.event(event) for one, event in rows)))
        days.append(Day(when=wording.period(key[0] or None, key[1] or None), places=tuple(places)))
    return tuple(days)


def _days_between(start: str, end: str) -> int:
    return (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days


def _speakers(ones: Sequence[_One], wording: Wording) -> tuple[Speaker, ...]:
    """Speakers by how much they are quoted. Unnamed ones belong to their article and are never put together."""
    said: dict[str, list[tuple[_One, Claim]]] = defaultdict(list)
    for one in ones:
        for claim in one.kept.claims:
            ident = claim.chain[-1].actor if claim.chain else "outlet"
            local = ident == "outlet" or ident.startswith("local:")
            said[f"{one.number}/{ident}" if local else ident].append((one, claim))
    speakers = []
    for key, rows in said.items():
        one, claim = rows[0]
        ident = key.rpartition("/")[2] if "/" in key else key
        actor = one.names.actors.get(ident)
        name = actor.name if actor else Name(en=wording.speaker(claim, one.names))
        speakers.append(
            Speaker(
                name=name,
                kind=wording.labels.actors[actor.kind] if actor else wording.labels.roles["outlet"],
                outlets=tuple(dict.fromkeys(o.outlet for o, _ in rows)),
                lines=tuple(o.claim(c) for o, c in rows),
            )
        )
    return tuple(sorted(speakers, key=lambda s: (-len(s.lines), both(s.name))))


def _line(part: TallyPart, names: Names) -> Name | None:
    """The name of the place or party that one line of a tally is about."""
    if part.place in names.places:
        return names.places[part.place].name
    return names.actors[part.actor].name if part.actor in names.actors else None


def _sums(ones: Sequence[_One], wording: Wording) -> tuple[Sum, ...]:
    sums = []
    for one in ones:
        for tally in one.kept.tallies:
            claim = one.claims.get(tally.claim)
            sums.append(
                Sum(
                    id=tally.id,
                    what=wording.tally_of(tally),
                    voice=wording.voices(claim, one.names) if claim else one.outlet,
                    outlet=one.outlet,
                    text=wording.sum_line(tally, one.names),
                    total=tally.total,
                    sum=tally.sum,
                    agrees=tally.agrees,
                    window=wording.period(tally.window.start, tally.window.end) if tally.window else "",
                    parts=tuple((_line(p, one.names) or Name(en=wording.page.elsewhere), p.count) for p in tally.parts),
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
                forms[actor.id][" ".join(text[start:end].split())][one.outlet] += 1
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


def _outlets(ones: Sequence[_One], wording: Wording) -> tuple[Outlet, ...]:
    rows: dict[str, list[_One]] = defaultdict(list)
    for one in ones:
        rows[one.outlet if one.names.known else wording.page.unnamed_outlets].append(one)
    outlets = []
    for name, items in rows.items():
        relays = Counter(
            wording.name(one.names.actors[link.actor].name, link.actor) if link.actor in one.names.actors else link.actor
            for one in items
            for claim in one.kept.claims
            for link in claim.chain[1:-1]
            if link.actor != "outlet"
        )
        outlets.append(
            Outlet(
                name=name,
                articles=len(items),
                claims=sum(len(one.kept.claims) for one in items),
                events=sum(len(one.kept.events) for one in items),
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
        outlet=one.wording.titled(document.outlet.name) or document.outlet.id or one.wording.page.outlet_unknown,
        date=one.wording.when(document.published),
        title=title,
        url=document.url or "",
        text=document.text,
        boilerplate=document.boilerplate,
        marks=tuple(one.marks),
        claims=len(one.kept.claims),
        events=len(one.kept.events),
        doubts=tuple(one.wording.tell(d, one.reading, one.names) for d in one.reading.doubts),
    )
