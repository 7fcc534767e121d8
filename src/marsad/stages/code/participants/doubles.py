"""Doubles: people whom a happening befell named twice, once in general words.

A report of one strike tells of displaced families in one sentence and of civilians in the next; a rescue is told with المصابين and
الجرحى. They are the same people, unless both are told side by side (نازحين ومدنيين).
"""

from __future__ import annotations

from typing import Final

from marsad.stages.code.participants.victims import Victims
from marsad.stages.code.scene import Scene

__all__ = ["once_each"]

_BESIDE: Final = 3  # tokens between two that are told side by side


def once_each(scene: Scene, victims: Victims, targets: list[str]) -> list[str]:
    """The targets without those who only say in general, or in fewer words, who others among them are."""
    people = [t for t in targets if victims.people(t)]
    words = {t: _words(scene, victims, t) for t in people}
    general = [t for t in people if words[t] and all(_any(scene, w, scene.words("people-in-general")) for w in words[t])]
    crowds = [t for t in people if t not in general and victims.many(t)]
    out: set[str] = set()
    for k, t in enumerate(people):
        others = [x for n, x in enumerate(people) if x != t and x not in out and not _beside(scene, victims, t, x)]
        told_closer = [x for x in others if t in general and (x in crowds or x in general and _closer(words, x, t, people))]
        same = [
            x
            for x in others
            if words[t] and _within(scene, words[t], words[x]) and (not _within(scene, words[x], words[t]) or people.index(x) < k)
        ]
        if told_closer or same:
            out.add(t)
    return [t for t in targets if t not in out]


def _words(scene: Scene, victims: Victims, entity: str) -> tuple[int, ...]:
    """The tokens by which somebody is first named, without و and small words."""
    at = min(victims.places(entity), default=None)
    if at is None:
        return ()
    first, last = scene.page.within(at)
    return tuple(
        k for k in range(first, last) if scene.word(k) and len(scene.form(k)) > 2 and not scene.numbers_between(k, k + 1)
    )


def _closer(words: dict[str, tuple[int, ...]], one: str, two: str, people: list[str]) -> bool:
    """Whether the first of two says more, or is told before where both say as much."""
    if len(words[one]) != len(words[two]):
        return len(words[one]) > len(words[two])
    return people.index(one) < people.index(two)


def _within(scene: Scene, some: tuple[int, ...], others: tuple[int, ...]) -> bool:
    """Whether each of some words is among the others, the first being theirs too (أشقاءه, أشقاءه في القرية)."""
    if not others or not _any(scene, some[0], scene.page.lookup.stems(scene.form(others[0]))):
        return False
    return all(any(_any(scene, k, scene.page.lookup.stems(scene.form(n))) for n in others) for k in some)


def _any(scene: Scene, k: int, words: frozenset[str]) -> bool:
    return not words.isdisjoint(scene.page.lookup.stems(scene.form(k)))


def _beside(scene: Scene, victims: Victims, one: str, two: str) -> bool:
    """Whether two are told side by side, joined by و."""
    for a in victims.places(one):
        for b in victims.places(two):
            low, high = (scene.page.within(min(a, b))[1], scene.page.within(max(a, b))[0])
            if 0 <= high - low <= _BESIDE and any(scene.form(k).startswith("و") for k in range(low, high + 1)):
                return True
    return False
