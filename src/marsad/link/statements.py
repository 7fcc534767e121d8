"""What each voice of a document says about each event: the material that rows, accounts and disputes are made from."""

from __future__ import annotations

import functools
from collections import Counter
from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.arabic.fold import fold, fold_word
from marsad.link.keys import actor_of, is_relay, name_key, relay_key, voice_key
from marsad.link.knowledge import bloc_of_name, knowledge, name_words
from marsad.link.wording import Wording
from marsad.model import Actor, ChainLink, Claim, Count, Event, Place, Reading, Span, When

Polarity: TypeAlias = Literal["affirms", "denies", "other"]

_OTHER_STANCES = frozenset(
    [
        "withholds",
        "demands",
        "hopes",
        "threatens",
        "predicts",
        "offers",
        "pledges",
        "rejects",
        "accepts",
        "criticises",
        "insinuates",
    ]
)
STATED = frozenset(["asserts", "announces", "assesses", "admits", "accuses"])  # what is said to be so
_UNREAL = frozenset(["planned", "conditional"])
_FINE = frozenset(["facility", "neighbourhood", "village", "town", "route"])
_CODE: Final = 2  # letters of the code of a country
_UNNAMED = frozenset(["anonymous", "collective"])


class Statement(NamedTuple):
    """One voice on one event: what it says about it and nothing of what the others say.

    `claim` is a claim id or "outlet"; `actors`, `places`, `counts` and `when` are those that stand in the voice's own words.
    """

    document: str
    event: str
    claim: str
    origin: str
    polarity: Polarity
    stance: str
    realis: str
    type: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    counts: tuple[Count, ...]
    when: When | None
    text: str

    @property
    def voice(self) -> tuple[str, str]:
        """Who speaks where: the document and the claim id or "outlet"."""
        return self.document, self.claim


class Page:
    """A reading with what is looked up in it again and again."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document.id
        self.actors: dict[str, Actor] = {actor.id: actor for actor in reading.actors}
        self.places: dict[str, Place] = {place.id: place for place in reading.places}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reading.claims}
        self.events: dict[str, Event] = {event.id: event for event in reading.events}
        self._place_names: dict[str, frozenset[str]] = {}
        self._sentences: dict[tuple[Span, ...], tuple[Span, ...]] = {}
        self._blocs: dict[str, str | None] = {}
        self._answers = self._answering()
        self.embedded = frozenset(claim.embeds for claim in reading.claims if claim.embeds)

    def _answering(self) -> dict[str, list[str]]:
        """The denials that point back at an account (وهي اتهامات ينفيها) and speak of no event themselves, by the events of that account.

        Where it tells several, the last that it tells is meant, and those it joins to that one.
        """
        out: dict[str, list[str]] = {}
        busy = {claim for event in self.reading.events for claim in event.claims}
        for dispute in self.reading.disputes:
            for denier, denied in (dispute.between, dispute.between[::-1]):
                denial, account = self.claims.get(denier), self.claims.get(denied)
                if dispute.kind != "denied" or denial is None or account is None or denial.stance != "denies" or denier in busy:
                    continue
                told = [event for event in self.reading.events if denied in event.claims]
                last = [e for e in told if any(self._within((trigger,), account.content[-1:]) for trigger in e.triggers)]
                for event in last or told:
                    out.setdefault(event.id, []).append(denier)
        return out

    def words(self, spans: tuple[Span, ...]) -> str:
        """The text of some spans, joined by spaces."""
        return " ".join(self.reading.document.text[start:end] for start, end in spans)

    @functools.cached_property
    def wording(self) -> Wording:
        """The words of the text; accounts and most disputes ask for none."""
        return Wording(self.reading.document.text)

    def bloc(self, actor_id: str) -> str | None:
        """The bloc an actor belongs to: that of its nearest listed ancestor, else by its names, else its topmost body."""
        if actor_id not in self._blocs:
            self._blocs[actor_id] = self._bloc(actor_id)
        return self._blocs[actor_id]

    def _bloc(self, actor_id: str) -> str | None:
        listed = knowledge().bloc_of
        seen: list[str] = []
        at: str | None = actor_id
        while at and at not in seen:
            seen.append(at)
            if at in listed:
                return listed[at]
            known = self.actors.get(at)
            at = known.of if known else at.rpartition(".")[0]
        actor = self.actors.get(actor_id)
        if actor is None:
            return None
        text = self.reading.document.text
        for form in [actor.name.ar or "", *(text[start:end] for start, end in actor.mentions[:8])]:
            if form and (bloc := bloc_of_name(form, self.land)):
                return bloc
        parent = next((self.bloc(other) for other in seen[1:] if other in self.actors), None)
        if parent is None and actor.registered and actor.kind not in ("media", "monitor", "population", "person", "other"):
            return seen[-1]
        return parent

    @functools.cached_property
    def land(self) -> str | None:
        """The country most of the places named lie in, by the beginning of their ids (sy, ye); None where none is named."""
        named: Counter[str] = Counter()
        for place in self.reading.places:
            country = place.id.partition(".")[0]
            if len(country) == _CODE and place.lat is not None:
                named[country] += len(place.mentions) or 1
        return min(named, key=lambda country: (-named[country], country), default=None)

    def actor_key(self, actor_id: str) -> str:
        """The id of a registered actor; for a local one, its name without clitics and words of kind."""
        actor = self.actors.get(actor_id)
        if actor is None or actor.registered:
            return actor_id
        return name_key(actor.name.ar or actor.name.en or actor_id)

    def _relay_key(self, link: ChainLink) -> str:
        if link.actor == "outlet":
            outlet = self.reading.document.outlet
            name = (outlet.name.ar or outlet.name.en) if outlet.name else outlet.id
        else:
            actor = self.actors.get(link.actor)
            if actor is not None and actor.kind == "person":
                return self._named(link.actor)
            name = (actor.name.ar or actor.name.en or actor.id) if actor else link.actor
        return relay_key(name or self.document)

    def _named(self, actor_id: str) -> str:
        actor = self.actors.get(actor_id)
        if actor is not None and actor.of and actor.kind in ("person", "other"):
            parent = self.actors.get(actor.of)
            if parent is None or parent.kind not in ("state", "population"):
                return self._named(actor.of)
        if actor is not None and actor.kind in ("media", "monitor"):
            return relay_key(actor.name.ar or actor.name.en or actor.id)
        return voice_key(self.actor_key(actor_id))

    def origin(self, claim: Claim | None) -> str:
        """Whose word a claim is in the end: a named speaker, else the relay that vouches for an unnamed one.

        A spokesman counts as the body he speaks for. Two unnamed sources of one agency are one origin: nothing in the
        text tells them apart.
        """
        chain = claim.chain if claim else ()
        outlet = ChainLink(role="outlet", actor="outlet")
        inner = [link for link in chain if link.actor != "outlet"]
        if not inner:
            return self._relay_key(outlet)
        last = inner[-1]
        actor = self.actors.get(last.actor)
        unnamed = last.role in _UNNAMED or (
            actor is not None and not actor.registered and actor.kind in ("other", "population") and not actor.of
        )
        if actor is not None and not actor.registered and any(_is_source_word(word) for word in _name(actor).split()[:1]):
            unnamed = True
        if not unnamed:
            return self._named(last.actor)
        return self._relay_key(inner[-2] if len(inner) > 1 else outlet)

    def called(self, key: str) -> str | None:
        """The name of a side, an actor or an origin for people to read; None when this document does not hold it.

        A side that is on no list goes by the name of its body that the document names, a body not named by its speaker's.
        """
        plain = actor_of(key)
        listed = knowledge().bloc_names
        if plain in listed and plain not in self.actors:
            return listed[plain]
        if plain in self.actors:
            return _shown_name(self.actors[plain])
        if is_relay(key):
            outlet = self.reading.document.outlet
            if key == self._relay_key(ChainLink(role="outlet", actor="outlet")):
                return ((outlet.name.en or outlet.name.ar) if outlet.name else None) or outlet.id
            held = (a for a in self.actors.values() if a.kind != "person")
            return next((_shown_name(a) for a in held if self._relay_key(ChainLink(role="agency", actor=a.id)) == key), None)
        for actor in self.actors.values():
            if plain in (self.actor_key(actor.id), self.bloc(actor.id)):
                return _shown_name(actor)
        # A body that the document does not name itself is called by who speaks for it there.
        return next((_shown_name(actor) for actor in self.actors.values() if actor.of == plain), None)

    def side(self, claim: Claim | None) -> str | None:
        """The bloc that a claim's innermost speaker belongs to; for the outlet's own word, the one that owns the outlet."""
        speaker = claim.chain[-1].actor if claim and claim.chain else "outlet"
        if speaker == "outlet":
            outlet = self.reading.document.outlet
            return outlet.side or knowledge().leaning_of.get(outlet.id or "")
        return self.bloc(speaker)

    def _within(self, spans: tuple[Span, ...], scope: tuple[Span, ...]) -> bool:
        return any(first <= start and end <= last for start, end in spans for first, last in scope)

    def _polarity(self, event: Event, claim: Claim | None) -> Polarity:
        if claim is None:
            return "other" if event.realis in _UNREAL else "denies" if event.realis == "negated" else "affirms"
        if claim.id in self.embedded and claim.stance != "denies":
            return "affirms"
        if claim.stance == "denies":
            return "denies"
        if claim.stance in _OTHER_STANCES:
            return "other"
        if event.realis == "negated":  # "we asked them, and they said: it was not us" is their denial, not the asker's
            denials = (self.claims[c] for c in event.claims if c in self.claims and self.claims[c].stance == "denies")
            return "other" if claim.stance == "announces" or any(map(claim.passes_on, denials)) else "denies"
        return "other" if event.realis in _UNREAL else "affirms"

    def statements(self, event: Event) -> tuple[Statement, ...]:
        """Every voice on an event, the outlet's last; a voice that gives no figure, name or place of its own is kept too."""
        given = {count.claim: None for count in event.counts}
        named = (*event.claims, *given, *self._answers.get(event.id, ()))
        # Whoever gives a figure for an event speaks of it, even where no other word of his was laid to it.
        claims = [self.claims[claim] for claim in dict.fromkeys(named) if claim in self.claims]
        voices: list[Claim | None] = [*claims]
        if not claims or "outlet" in given:
            voices.append(None)
        return tuple(self._statement(event, claim, alone=len(voices) == 1) for claim in voices)

    def _statement(self, event: Event, claim: Claim | None, *, alone: bool) -> Statement:
        name = claim.id if claim else "outlet"
        scope = claim.content if claim else ()
        others = tuple(span for other in event.claims if other in self.claims for span in self.claims[other].content)

        def own(spans: tuple[Span, ...]) -> bool:
            if alone:
                return True
            if claim is None:  # the outlet's words are those that stand in nobody's claim
                return any(not self._within((span,), others) for span in spans)
            return self._within(spans, scope)

        near = self.sentences(event)

        def said(mentions: tuple[Span, ...]) -> tuple[Span, ...]:
            return mentions if claim else tuple(span for span in mentions if self._within((span,), near))

        actors = tuple(a for a in event.actors if alone or (a in self.actors and own(said(self.actors[a].mentions))))
        targets = tuple(a for a in event.targets if alone or (a in self.actors and own(said(self.actors[a].mentions))))
        places = tuple(p for p in event.places if alone or (p in self.places and own(said(self.places[p].mentions))))
        when = event.date
        if when is not None and when.span is not None and not own((when.span,)):
            when = None
        return Statement(
            document=self.document,
            event=event.id,
            claim=name,
            origin=self.origin(claim),
            polarity=self._polarity(event, claim),
            stance=claim.stance if claim else "asserts",
            realis=event.realis,
            type=event.type,
            actors=actors,
            targets=targets,
            places=places,
            counts=tuple(count for count in event.counts if count.claim == name),
            when=when,
            text=self.words(scope if claim else self.sentences(event)),
        )

    def sentences(self, event: Event) -> tuple[Span, ...]:
        """The sentences that hold the event's triggers, as far as a full stop or a line end tells."""
        if event.triggers not in self._sentences:
            self._sentences[event.triggers] = self._around(event.triggers)
        return self._sentences[event.triggers]

    def _around(self, triggers: tuple[Span, ...]) -> tuple[Span, ...]:
        text = self.reading.document.text
        out: list[Span] = []
        last = -1
        for start, end in triggers:
            if start < last:
                continue
            first = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
            ends = [at for at in (text.find("\n", end), text.find(". ", end)) if at >= 0]
            last = min(ends, default=len(text))
            out.append((first, last))
        return tuple(out)

    def place_names(self, place: Place) -> frozenset[str]:
        """The folded words of a place's names without clitics."""
        if place.id not in self._place_names:
            text = self.reading.document.text
            forms = {place.name.ar or "", *(text[start:end] for start, end in place.mentions[:6])}
            words = {word for form in forms if form for word in name_words(form)}
            self._place_names[place.id] = frozenset(word for word in words if word[1:] not in words)  # ووادي beside وادي
        return self._place_names[place.id]

    def finest(self, places: tuple[str, ...]) -> Place | None:
        """The most narrowly drawn of some places, the first of them when several are alike."""
        known = [self.places[place] for place in places if place in self.places]
        return min(known, key=breadth, default=None)


# How wide a place of some kind is at least, whatever precision it is given with: "west of a city" is no point in it.
_LEAST_KM = {"area": 12.0, "district": 15.0, "governorate": 35.0, "country": 150.0, "water": 8.0, "route": 4.0}


def breadth(place: Place) -> float:
    """The radius in kilometres within which a place may lie; 50 for one that is on no map."""
    if place.lat is None:
        return 50.0
    return max(place.precision_km if place.precision_km is not None else 10.0, _LEAST_KM.get(place.kind, 0.0))


def _name(actor: Actor) -> str:
    return fold_word(actor.name.ar or "")


def _shown_name(actor: Actor) -> str | None:
    return actor.name.en or actor.name.ar


def _is_source_word(word: str) -> bool:
    return word.removeprefix("ال") in ("مصدر", "مصادر", "مسؤول", "مسوول", "ناشط", "ناشطون", "ناشطين", "شهود", "سكان", "دبلوماسي")


def is_fine(place: Place) -> bool:
    """Whether a place is narrow enough to tell two sites of one town apart."""
    return place.kind in _FINE


def folded(text: str) -> str:
    """The folded text, for looking up words."""
    return fold(text).text
