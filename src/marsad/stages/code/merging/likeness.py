"""Likeness: how much two mentions are alike, as the sum of the weights of the signs that hold for the two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.gazetteer.entry import distance_km
from marsad.model import Place
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.alike import by_one_word, done_once
from marsad.stages.code.merging.gathered import ACCORDS, LEAD, OPENING, TRUCES, Gathered, begun
from marsad.stages.code.merging.pairs import Pair, compare
from marsad.stages.code.merging.rules import contradicts, why
from marsad.stages.code.scene import Scene

_LATEST: Final = 3
_AROUND: Final = 9
_BEHIND: Final = 3
_SHORT: Final = 2
_FAR: Final = 10
_BETWEEN: Final = 6
_SIGNS_SHOWN: Final = 3
_APART_KM: Final = 60.0
_FINE: Final = frozenset(["town", "village", "neighbourhood", "facility"])


class Compared(NamedTuple):
    """How two mentions stand to each other: the rule that makes them one, every sign that holds (0 to 1), whether something contradicts it."""

    rule: str | None
    signs: dict[str, float]
    contradicted: bool


class Likeness:
    """The mentions of one report, compared two by two; what was found out about one is kept while the report is read."""

    def __init__(self, scene: Scene, mentions: Sequence[Mention]) -> None:
        self._scene = scene
        self._mentions = mentions
        self._around: dict[int, frozenset[str]] = {}

    def of(self, event: Gathered, mention: Mention) -> tuple[float, str] | None:
        """How much a mention is like those of an event on the average, and why; None where they are of two kinds or contradict each other.

        The first mention and the last three stand for all of them.
        """
        rule = why(self._scene, event, mention)
        if rule is None and event.type != mention.type:
            return None
        told = event.mentions if len(event.mentions) <= _LATEST + 1 else [event.mentions[0], *event.mentions[-_LATEST:]]
        compared = [two for m in told if (two := self.compared(m, mention)) is not None]
        if not compared or (rule is None and any(two.contradicted for two in compared)):
            return None
        compared = [two for two in compared if not two.contradicted] or compared
        weights = self._scene.lexicon.merging
        likeness = sum(weights.total(two.signs) for two in compared) / len(compared)
        rule = rule or next((two.rule for two in compared if two.rule is not None), None)
        foremost = weights.foremost(compared[-1].signs, _SIGNS_SHOWN)
        return likeness, rule or "alike: " + ", ".join(foremost)

    def compared(self, one: Mention, two: Mention) -> Compared | None:
        """How the second of two mentions stands to the first; None where they are of two kinds and no rule makes them one."""
        scene = self._scene
        event = begun(scene, one, main=self._is_first(one))
        rule = why(scene, event, two)
        if rule is None and one.type != two.type:
            return None
        pair = compare(scene, event, two)
        signs = {
            "a rule says so": rule is not None,
            "told once in a report": done_once(scene, event, two, pair),
            "one type": one.type == two.type or two.sense.entry.id in ACCORDS,
            "a truce": {one.type, two.type} <= TRUCES | {"agreement"} and not {one.type, two.type}.isdisjoint(TRUCES),
            "points back to an attack": two.sense.entry.refers and one.type in ATTACKS,
            **self._words(one, two),
            **self._positions(one, two, pair),
            **self._forms(one, two),
            **self._circumstances(event, two, pair),
        }
        contradicted = rule is None and contradicts(scene, event, two, pair)
        return Compared(rule, {name: float(value) for name, value in signs.items() if value}, contradicted)

    def _is_first(self, mention: Mention) -> bool:
        """Whether it is the first of its type in its part of the page."""
        return all(
            m is mention or m.first > mention.first or m.type != mention.type or not m.beside(mention) for m in self._mentions
        )

    def _words(self, one: Mention, two: Mention) -> dict[str, float]:
        """Signs of the words: what is told by one word, and how much of what stands around the two is the same."""
        scene = self._scene
        stem = one.hit.cut.stem.removeprefix("ال") == two.hit.cut.stem.removeprefix("ال")
        behind = [{_bare(scene.form(k)) for k in range(m.last, m.last + _BEHIND) if scene.word(k)} for m in (one, two)]
        return {
            "one word": by_one_word(scene, begun(scene, one), two),
            "one stem": stem,
            "words behind in common": len(behind[0] & behind[1]) / _BEHIND,
            "words around in common": _share(self._near(one), self._near(two)),
        }

    def _positions(self, one: Mention, two: Mention, pair: Pair) -> dict[str, float]:
        """Signs of where the two stand: in the headline and the lead, far off, with others of their kind between them."""
        scene = self._scene
        between = sum(
            one.first < m.first < two.first and (m.type == two.type or {m.type, two.type} <= ATTACKS) for m in self._mentions
        )
        return {
            "the report opens with it": one.into <= OPENING,
            "told in the lead": one.into <= OPENING and two.into <= LEAD,
            "others between": min(between, _BETWEEN) / _BETWEEN,
            "one clause": one.clause == two.clause,
            "far off": min(pair.gap, _FAR) / _FAR,
            "far off in a long page": min(pair.gap, _FAR) / _FAR if scene.long else 0,
        }

    def _forms(self, one: Mention, two: Mention) -> dict[str, float]:
        """Signs of the forms of the two: a noun with the article, a demonstrative, a pronoun, one and many."""
        return {
            "an indefinite noun": _noun(two) and not two.definite,
            "a definite noun of attack": two.type in ATTACKS and _noun(two) and two.definite and not two.hit.enc,
            "a definite noun before": _noun(one) and one.definite,
            "joined by و": two.hit.cut.pro.startswith("و"),
            "a weak word": two.sense.entry.weak,
            "one and many": _noun(one) and _noun(two) and one.sense.number != two.sense.number,
        }

    def _circumstances(self, event: Gathered, two: Mention, pair: Pair) -> dict[str, float]:
        """Signs of what is told of the two: how far it is done, who, to whom, where, when, with what and who says so."""
        scene, one = self._scene, event.mentions[0]
        means = [{hit.payload.kind for hit in m.means} for m in (one, two)]
        claims = [{c.id for c in scene.claims_at(m.span)} for m in (one, two)]
        realis = {one.realis, two.realis}
        return {
            "one realis": len(realis) == 1,
            "both meant": realis == {"planned"},
            "a habit": "habitual" in realis,
            "same doer": not set(one.actors).isdisjoint(two.actors),
            "no doer of its own": not two.actors,
            "bare": not (two.actors or two.targets or two.places),
            **self._places(event, two, pair),
            "a time of its own": two.time is not None and one.time is None,
            "other weapons": bool(means[0] and means[1]) and means[0].isdisjoint(means[1]),
            "two claims": bool(claims[0] and claims[1]) and claims[0].isdisjoint(claims[1]),
            "claimed and told": bool(claims[0]) != bool(claims[1]),
        }

    def _places(self, event: Gathered, two: Mention, pair: Pair) -> dict[str, float]:
        """Signs of the places: one town, two towns, one in the region of the other, a place that only one of the two names."""
        one = event.mentions[0]
        left, right = (self._scene.places_meant(m.places) for m in (one, two))
        ids = [{p.id for p in places} for places in (left, right)]
        held = [{i for p in places for i in p.admin} for places in (left, right)]
        towns = [{p.id for p in places if p.kind in _FINE} for places in (left, right)]
        placed = bool(left and right)
        others = placed and not (ids[0] & ids[1] or ids[0] & held[1] or ids[1] & held[0])
        return {
            "both placed": placed,
            "one region": others and bool(held[0] & held[1]),
            "other places of attacks": others and two.type in ATTACKS,
            "far from each other": _far_apart(left, right),
            "elsewhere": pair.elsewhere,
            "other towns": bool(towns[0] and towns[1]) and not towns[0] & towns[1],
            "no place of its own": bool(left) and not right,
        }

    def _near(self, mention: Mention) -> frozenset[str]:
        """The words within nine tokens of a mention in its sentence, without its own."""
        if mention.first not in self._around:
            scene, sentence = self._scene, self._scene.sentence(mention.first)
            first, last = mention.first - _AROUND, mention.last + _AROUND
            if sentence is not None:
                first, last = max(first, sentence.first), min(last, sentence.last)
            words = (k for k in range(first, last) if not mention.first <= k < mention.last)
            self._around[mention.first] = frozenset(_bare(scene.form(k)) for k in words if len(scene.form(k)) > _SHORT)
        return self._around[mention.first]


def _far_apart(left: Sequence[Place], right: Sequence[Place]) -> bool:
    """Whether no two places of the two lists lie within sixty kilometres of each other."""
    points = [[(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None] for places in (left, right)]
    return all(points) and min(distance_km(a, b) for a in points[0] for b in points[1]) > _APART_KM


def _noun(mention: Mention) -> bool:
    return mention.sense.cls != "verb"


def _bare(word: str) -> str:
    """A word without و and the article, with or without a letter before it (والقرية، بالقرية، للقرية)."""
    word = word[1:] if word.startswith("و") and len(word) > 4 else word
    for article in ("بال", "كال", "لل", "ال"):
        if word.startswith(article) and len(word) > len(article) + _SHORT:
            return word.removeprefix(article)
    return word


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    """How much of the smaller of two sets of words is in the other."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
