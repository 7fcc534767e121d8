"""Denials, set against those who say what is denied."""

from __future__ import annotations

from typing import Final

from marsad.arabic.fold import fold_word
from marsad.handover import EventDraft
from marsad.model import Claim, Dispute
from marsad.stages.code.disputes.voices import STATED, line, speaker
from marsad.stages.code.families import DONE
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.scene import Scene

_NEXT: Final = 3  # characters between a sentence and the next
_OPENS: Final = 40  # characters from the beginning of a sentence within which a denial opens it
_REACH: Final = 120  # characters between an account and a denial that points back at it
_NEAR: Final = 300  # characters between two events that may be one where neither place nor doer tells
_WHO: Final = frozenset(["الذي", "التي", "الذين"])
_HELD_AGAINST: Final = frozenset([*STATED, "criticises", "insinuates"])


def denied(scene: Scene, event: EventDraft, events: list[EventDraft], claims: dict[str, Claim]) -> list[Dispute]:
    """What a denial denies: the claim inside it, what others say of the event, or, of a denial in so many words, of one like it.

    Of 40 drawn from corpus articles 15 were right when any claim of an event of the type would do: most others set a negated
    clause (لا علاقة له بالسياسة), a forecast or a demand against the next event of the type, wherever it was.
    """
    out: list[Dispute] = []
    for denier in (claims[c] for c in event.claims if c in claims and claims[c].stance == "denies"):
        inside = claims.get(denier.embeds) if denier.embeds is not None else None
        if inside is not None:
            if _what_is_denied(scene, inside, denier):
                out.append(Dispute(kind="denied", between=(inside.id, denier.id)))
            continue
        plainly = denier.cue is not None and fold_word(denier.cue.lemma) in scene.words("denial-lemmas")
        if not plainly and _no_link(scene, denier):
            continue
        others = [
            c
            for c in event.claims
            if c in claims and claims[c].stance in _HELD_AGAINST and not _tells_a_denial(claims[c], claims)
        ]
        if not others and plainly:
            others = [c for other in events if _like_it(scene, denier, event, other) for c in _tellers(other, claims)]
        out += [
            Dispute(kind="denied", between=(other, denier.id))
            for other in others[:2]
            if other not in claims or speaker(claims[other]) != speaker(denier)
        ]
    return out


def _tells_a_denial(claim: Claim, claims: dict[str, Claim]) -> bool:
    """Whether a claim only passes on that somebody denies it (قال القائد: «سألناهم فقالوا: لسنا من قصف»): he does not affirm it."""
    inside = claims.get(claim.embeds) if claim.embeds is not None else None
    return inside is not None and (inside.stance == "denies" or _tells_a_denial(inside, claims))


def _no_link(scene: Scene, claim: Claim) -> bool:
    """Whether a claim says that two things have nothing to do with each other (لا علاقة للشبكة بالتفجير): the deed itself stands."""
    words = {scene.form(k) for span in claim.content for k in range(*scene.page.within(span))}
    return not scene.words("link-between").isdisjoint(words)


def _tellers(event: EventDraft, claims: dict[str, Claim]) -> list[str]:
    """Who says that an event took place: the claims that state it, or the outlet where nobody does."""
    return [c for c in event.claims if c in claims and claims[c].stance in STATED] if event.claims else ["outlet"]


def _what_is_denied(scene: Scene, inside: Claim, denier: Claim) -> bool:
    """Whether the claim inside a denial is what it denies, and not a clause about something it names (علاقته بالحركة التي تبنت الهجوم)."""
    if inside.stance not in STATED or speaker(inside) == speaker(denier) or inside.cue is None:
        return False
    cue = scene.page.within(inside.cue.span)[0]
    about = scene.form(cue - 2).removeprefix("و")
    return scene.form(cue - 1) not in _WHO or about in scene.words("told-before")


def _like_it(scene: Scene, denier: Claim, event: EventDraft, other: EventDraft) -> bool:
    """Whether another event may be the one that is denied: of its kind, by the same side, at its place or told right beside it."""
    if other is event or other.realis not in DONE or _elsewhere(scene, event, other):
        return False
    if other.type != event.type and not _own_deed(scene, denier, event, other):
        return False
    if event.actors and other.actors:
        return _one_side(scene, event, other)
    gap = min(abs(a[0] - b[0]) for a in event.triggers for b in other.triggers)
    return gap <= _NEAR or bool(_places(scene, event) & _places(scene, other))


def answered(scene: Scene, claims: dict[str, Claim]) -> list[Dispute]:
    """Denials of what was told right before, which they name by a pronoun or a noun for all that is told (وهي اتهامات ينفيها)."""
    out: list[Dispute] = []
    told = scene.words("told-before")
    for denial in claims.values():
        if denial.stance != "denies" or not denial.chain or not denial.content:
            continue
        words = [scene.form(k) for span in denial.content for k in range(*scene.page.within(span))]
        if not words or any(word not in told and word.removeprefix("و") not in told for word in words):
            continue
        start = min(span[0] for span in denial.content)
        # In the middle of a sentence what it points at is told there, even where that was not read as anybody's words.
        opens = start - denial.sentence[0] <= _OPENS
        before = [
            (c.content[-1][1], c.id)
            for c in claims.values()
            if c.content and c.chain and c.stance in STATED and c.content[-1][1] <= start
            if c.chain[-1].actor != denial.chain[-1].actor
            if c.sentence == denial.sentence or opens and denial.sentence[0] - c.sentence[1] <= _NEXT
            if start - c.content[-1][1] <= _REACH
        ]
        if before:
            out.append(Dispute(kind="denied", between=(max(before)[1], denial.id)))
    return out


def _elsewhere(scene: Scene, one: EventDraft, two: EventDraft) -> bool:
    """Whether two events name places and none in common: who denies a raid on one town denies no raid on another."""
    left, right = _places(scene, one), _places(scene, two)
    return bool(left) and bool(right) and not left & right


def _places(scene: Scene, event: EventDraft) -> set[str]:
    return {scene.place_key(k) for k in event.places}


def _one_side(scene: Scene, one: EventDraft, two: EventDraft) -> bool:
    """Whether two events are laid to one actor, or to one and a body of his (إسرائيل and its aircraft)."""
    return any(a in line(scene, b) or b in line(scene, a) for a in one.actors for b in two.actors)


def _own_deed(scene: Scene, denier: Claim, event: EventDraft, other: EventDraft) -> bool:
    """Whether who denies an attack is the one to whom another attack is laid, whatever either voice calls it."""
    if event.type not in ATTACKS or other.type not in ATTACKS or not denier.chain:
        return False
    return any(denier.chain[-1].actor in line(scene, d) for d in other.actors)
