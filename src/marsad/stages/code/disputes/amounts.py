"""Numbers of one event or period that cannot both be right."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from marsad.handover import EventDraft, TallyDraft
from marsad.model import Claim, Count, Dispute
from marsad.stages.code.disputes.voices import speaker
from marsad.stages.code.scene import Scene

_MOST: Final = 3  # numbers of one kind that an event may have for them to be rival accounts
_TIMES: Final = 8  # how many times the lesser number the greater may be: one strike against a month of them is more
_BESIDE: Final = 3  # words around a number in which one stands that makes it a part


def tallied(tallies: list[TallyDraft], claims: dict[str, Claim]) -> list[Dispute]:
    """Two sides that count one thing differently in one bulletin (الجانب الروسي 18 خرقا والجانب التركي 23)."""
    return [
        Dispute(kind="count", between=(a.claim, b.claim))
        for a, b in combinations(tallies, 2)
        if a.what == b.what == "ceasefire_violation"
        and a.total != b.total
        and a.claim in claims
        and b.claim in claims
        and claims[a.claim].chain[-1:] != claims[b.claim].chain[-1:]
    ]


def counted(scene: Scene, event: EventDraft, claims: dict[str, Claim]) -> list[Dispute]:
    """Two voices that count the dead or wounded of one event differently.

    Of 63 in corpus articles 11 were right when all numbers of an event were compared: the others are parts (سبعة آخرون، في حالة خطيرة),
    fighters against everybody, tolls of a month, and neighbours of another town.
    """
    if event.type == "cumulative_toll":
        return []
    out: list[Dispute] = []
    for what in ("killed", "wounded"):
        told = [c for c in event.counts if c.part_of is None and c.what == what and c.low is not None]
        values = {c.low for c in told if c.low is not None}
        # three numbers of which one is the sum of the others are a whole and its parts, more are several scenes
        if len(values) > _MOST or (len(values) > 1 and any(2 * v == sum(values) for v in values if len(values) > 2)):
            continue
        wholes = [c for c in told if not _partial(scene, c) and not any(o.claim == c.claim and o.low != c.low for o in told)]
        out += [
            Dispute(kind="count", between=(one.claim, two.claim))
            for one, two in combinations(wholes, 2)
            if one.claim != two.claim
            and _speaker(one.claim, claims) != _speaker(two.claim, claims)
            and _clash(one, two)
            and _of_one(scene, event, one, two)
        ]
    return out


def _partial(scene: Scene, count: Count) -> bool:
    """Whether a number is that of some among others: سبعة آخرون في التفجير الثاني، جندي في حالة خطيرة."""
    first, last = scene.page.within(count.span)
    around = {scene.form(k) for k in range(first - _BESIDE, last + _BESIDE)}
    others = count.what == "killed" and not scene.words("others-dead").isdisjoint(around)
    return others or not scene.words("some-among").isdisjoint(around)


def _of_one(scene: Scene, event: EventDraft, one: Count, two: Count) -> bool:
    """Whether two numbers are told of one happening: in one sentence, or each beside a word for it and in no other town."""
    tokens = [scene.page.within(c.span)[0] for c in (one, two)]
    left, right = (scene.sentence(t) for t in tokens)
    if left is None or right is None or left == right:
        return left is not None
    places = []
    for sentence in (left, right):
        words = range(sentence.first, sentence.last)
        if not any(scene.page.within(t)[0] in words for t in event.triggers):
            return False
        places.append({scene.place_key(k) for k, _ in scene.places_between(sentence.first, sentence.last) if scene.fine[k]})
    return not places[0] or not places[1] or bool(places[0] & places[1])


def _speaker(claim: str, claims: dict[str, Claim]) -> str:
    """Who gives a number: the last of the chain; he may correct himself."""
    return (speaker(claims[claim]) if claim in claims else "") or claim


def _clash(one: Count, two: Count) -> bool:
    """Whether two counts cannot both be right: exact figures that differ, or a bound that the other breaks."""
    if one.population != two.population and not {one.population, two.population} <= {"civilian", "all", "unknown"}:
        return False
    if one.low is None or two.low is None or min(one.low, two.low) <= 1 or max(one.low, two.low) > _TIMES * min(one.low, two.low):
        return False
    if one.qualifier == two.qualifier == "exact":
        return one.low != two.low
    low = max(one.low, two.low)
    high = min(c.high for c in (one, two) if c.high is not None) if one.high is not None or two.high is not None else None
    return high is not None and low > high and "vague" not in (one.qualifier, two.qualifier)
