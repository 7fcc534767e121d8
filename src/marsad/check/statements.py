"""Who in a text says what about a claim: each voice on the event that the claim tells of, with its words and the reason."""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import structs

from marsad.check.happenings import NEAR, OPEN, Likeness, Polarity, Side, likeness, narrowest, same_actors, speaker
from marsad.check.measures import Sought, content
from marsad.model import Claim, Event, Record, Span, When

# An event of the right type alone needs this much of the claim's wording in its sentence, a claim without an event more.
_WORDED: Final = 0.35
_CLAIMED: Final = 0.55
# Of a claim with an event in it words alone need nearly all of it: a strike near a city has most words of one on its airport.
_WORDED_EVENT: Final = 0.75
_TYPED: Final = 2.0
_TAKEN: Final = frozenset(["territory_capture", "withdrawal", "siege_break"])
# An account that shares less of the wording affirms the claim only where place and party are the same: two truces in one
# country, one declared and one said to hold, are of one type.
_AFFIRMED: Final = 0.3
# Days by which two dates of one event may differ: a night belongs to two of them.
_SLACK: Final = 1
_TURNED: Final[dict[Polarity, Polarity]] = {"affirms": "denies", "denies": "affirms", "discusses": "discusses"}
_ENDS: Final = "\n؟!?."
_ENDLESS: Final = float("inf")


class Statement(Record, frozen=True):
    """One voice on the claim; `claim` is None where the outlet itself speaks, `event` None where only wording met."""

    stance: Polarity
    claim: str | None
    event: str | None
    words: tuple[Span, ...]
    why: str


def statements(sought: Sought, text: Side) -> tuple[Statement, ...]:
    """Everything that the voices of a text say about the claim, in the order of the text, each voice once for each stance."""
    found: dict[tuple[str | None, Polarity], tuple[float, Statement]] = {}

    def add(score: float, made: Statement) -> None:
        key = (made.claim, made.stance)
        if key not in found or score > found[key][0]:
            found[key] = (score, made)

    heard = [structs.replace(event, places=narrowest(event.places, text.places)) for event in text.reading.events]
    for told in sought.side.reading.events:
        one = structs.replace(told, places=narrowest(told.places, sought.side.places))
        for other in heard:
            like = likeness(one, sought.side, other, text)
            if like is not None and not _apart(one.date, other.date):
                for score, made in _of_event(sought, one, like, text):
                    add(score, made)
    spoken = {made.claim for _, made in found.values()}
    whole = text.reading.document.text
    for claim in text.reading.claims:
        share = sought.wanted.share_in(content(claim, whole))
        if claim.id not in spoken and share >= _CLAIMED:
            turned, why = _turned(sought, _stance(claim, negated=False)), _worded(share)
            if turned == "affirms" and sought.side.reading.events and share < _WORDED_EVENT:
                turned, why = "discusses", f"{why}; but tells of no such event"
            add(share, Statement(stance=turned, claim=claim.id, event=None, words=claim.content, why=why))
    return tuple(made for _, made in sorted(found.values(), key=lambda pair: (pair[1].words, pair[1].stance)))


def _turned(sought: Sought, polarity: Polarity) -> Polarity:
    """What is said of the claim, which may itself say that something did not happen."""
    events, side = sought.side.reading.events, sought.side
    negative = bool(events) and all(side.polarity(event) == "denies" for event in events)
    return _TURNED[polarity] if negative else polarity


def _of_event(sought: Sought, one: Event, heard: Likeness, text: Side) -> list[tuple[float, Statement]]:
    voices: list[Claim | None] = [text.claims[claim] for claim in heard.event.claims if claim in text.claims]
    denials = [voice for voice in voices if voice is not None and voice.stance == "denies"]
    whole = text.reading.document.text
    out = []
    for voice in voices or [None]:
        words = voice.content if voice else (_sentence(whole, heard.event.triggers[0]),) if heard.event.triggers else ()
        like, unnamed = _as_told_by(voice if len(voices) > 1 else None, one, heard, sought.side, text, words)
        share = sought.wanted.share_in(" ".join(whole[start:end] for start, end in words))
        if like.score < NEAR and not (like.score >= _TYPED and share >= _WORDED):
            continue
        if voice is None:
            polarity = text.polarity(like.event)
        else:
            # Where somebody denies an event, its negation is his; who is denied still affirms it.
            polarity = _stance(voice, negated=like.event.realis == "negated" and not denials)
            if polarity == "affirms" and like.event.realis in ("planned", "conditional", "failed"):
                polarity = "discusses"
        polarity = _turned(sought, polarity)
        why = _reasons(like, share)
        met = like.place is not None and like.place >= 0.8 and max(like.actors or 0, like.targets or 0) >= 0.5
        other = _differs(one, like) or ("but does not say who did it" if unnamed else None)
        other = other or (None if met or share >= _AFFIRMED else "but in other words")
        other = other or ("but passes on a denial" if voice and any(voice.passes_on(denial) for denial in denials) else None)
        if polarity == "denies" and _somebody_else(one, heard):
            other = "but clears somebody else"
        elif polarity != "affirms":
            other = None
        if other:
            polarity, why = "discusses", (*why, other)
        made = Statement(stance=polarity, claim=voice.id if voice else None, event=like.event.id, words=words, why="; ".join(why))
        out.append((like.score + share, made))
    return out


def _as_told_by(
    voice: Claim | None, one: Event, like: Likeness, claim: Side, text: Side, words: tuple[Span, ...]
) -> tuple[Likeness, bool]:
    """How far the event is the claim's as one voice tells it in these words, and whether it leaves open who did it.

    What one of several voices says of the doer is no word of the others: he is in its own words, or it is he, or it admits the
    deed. Where nobody is read as the doer, it is left open unless the words name him.
    """
    actors = like.event.actors
    if not one.actors:
        return like, False
    if not actors:
        near = (actor.id for actor in text.reading.actors if text.named_in(actor.id, words))
        return like, (same_actors(one.actors, claim, tuple(near), text) or 0) < 0.5
    if voice is None or voice.stance in ("admits", "announces"):
        return like, False
    own = tuple(actor for actor in actors if actor == speaker(voice) or text.named_in(actor, words))
    if not own and voice.stance == "accuses":  # whom it accuses is not among the event's doers where others name somebody else
        own = tuple(a.id for a in text.reading.actors if a.registered and a.id != speaker(voice) and text.named_in(a.id, words))
    return like._replace(actors=same_actors(one.actors, claim, own, text)), not own


def _stance(claim: Claim, *, negated: bool) -> Polarity:
    if claim.stance == "denies":
        return "denies"
    if claim.stance in OPEN:
        return "discusses"
    return "denies" if negated else "affirms"


def _worded(share: float) -> str:
    return f"{share:.0%} of the claim's words by weight"


def _reasons(like: Likeness, share: float) -> tuple[str, ...]:
    out = [f"{'same' if like.type == 1 else 'kindred'} event type ({like.event.type})"]
    if like.place:
        out.append(
            "same place" if like.place >= 0.8 else "one place inside the other" if like.place >= 0.5 else "a place near it"
        )
    if like.actors and like.actors >= 0.5:
        out.append("same party doing it")
    if like.targets and like.targets >= 0.5:
        out.append("same party hit")
    if like.event.realis != "actual":
        out.append(f"told as {like.event.realis}")
    return (*out, _worded(share))


def _somebody_else(one: Event, like: Likeness) -> bool:
    known = not any(actor.startswith("local:") for actor in (*one.actors, *like.event.actors))
    return known and like.actors is not None and like.actors < 0.5


def _differs(one: Event, like: Likeness) -> str | None:
    """What keeps an account of the event from affirming the claim."""
    if _somebody_else(one, like):
        return "but names somebody else as doing it"
    if like.place is not None and like.place < 0.5:
        return "but names a place near it" if like.place >= 0.4 else "but names another place"
    if one.type in _TAKEN and like.place is not None and like.place < 1:
        return "but of a place near it"  # who takes the hill above a base has not taken the base
    if one.type in _TAKEN and one.realis == "actual" and like.event.realis == "ongoing":
        return "but as not yet done"
    for count in one.counts:
        same = [other for other in like.event.counts if other.what == count.what and other.part_of is None]
        if same and count.low is not None and not any(_agree(count.low, count.high, o.low, o.high) for o in same):
            return f"but gives another number of {count.what}"
    return None


def _agree(low: int, high: int | None, other_low: int | None, other_high: int | None) -> bool:
    top = _ENDLESS if high is None else high
    other_top = _ENDLESS if other_high is None else other_high
    return low <= other_top and (other_low or 0) <= top


def _apart(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return False
    gap = max(
        (dt.date.fromisoformat(one.start) - dt.date.fromisoformat(other.end)).days,
        (dt.date.fromisoformat(other.start) - dt.date.fromisoformat(one.end)).days,
    )
    return gap > _SLACK


def _sentence(text: str, trigger: Span) -> Span:
    start = max(text.rfind(end, 0, trigger[0]) for end in _ENDS) + 1
    ends = [at for end in _ENDS if (at := text.find(end, trigger[1])) >= 0]
    last = min(ends, default=len(text))
    while start < trigger[0] and text[start].isspace():
        start += 1
    return start, last
