"""Numbers with bounds: which figures of different voices are about the same people or things, and whether they agree."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from marsad.arabic.fold import fold
from marsad.link.keys import whose
from marsad.link.knowledge import bare, knowledge
from marsad.link.statements import Page, Statement
from marsad.model import Count

_STILL: Final = 20  # characters on either side of a count that may say it is of who is left
ABOUT: Final = 0.1  # "about" a number is a tenth of it either way, one at least


SOME: Final = "some"  # fighters of whom is said only that they are no army's


class Figure(NamedTuple):
    """A number a voice gives: `what` it counts, of whom, and the bounds within which it holds.

    `fighters` is the side of counted fighters, or their name where no side is known, or `SOME`; `whole` marks the voice's
    toll of all there were; other figures are of one population among several.
    """

    document: str
    event: str
    claim: str
    origin: str
    published: str
    what: str
    population: str
    fighters: str
    low: int
    high: float
    qualifier: str
    whole: bool
    said: str

    @property
    def vague(self) -> bool:
        """Whether the number stands for a word like "dozens"."""
        return self.qualifier == "vague"

    @property
    def voice(self) -> tuple[str, str]:
        """Who speaks where."""
        return self.document, self.claim


def bounds(count: Count) -> tuple[int, float]:
    """The least and the most that a count's words allow."""
    low = count.low if count.low is not None else 0
    high = float(count.high) if count.high is not None else math.inf
    if count.qualifier == "exact":
        return low, high if count.high is not None else float(low)
    if count.qualifier == "about":
        middle = low or (0 if math.isinf(high) else int(high))
        slack = max(1, round(middle * ABOUT))
        return middle - slack, float(middle + slack)
    if count.qualifier == "more_than":
        return low + 1, math.inf
    if count.qualifier == "up_to":
        return 0, high
    return low, math.inf


def counted_noun(text: str, count: Count) -> str | None:
    """What a count of something else counts, by the noun in it or right behind it; None when the noun is not known."""
    nouns = knowledge().counted
    inside = "".join(c if c.isalnum() else " " for c in fold(text[count.span[0] : count.span[1] + 40]).text).split()
    length = len(fold(text[count.span[0] : count.span[1]]).text.split())
    for word in inside[: length + 2]:
        for form in (word, bare(word)):
            if form in nouns:
                return nouns[form]
    return None


def figures(page: Page, statement: Statement) -> tuple[Figure, ...]:
    """The figures of one voice: for everything it counts the whole toll, when it gives one, and that of each population.

    A number said to be part of another is left out, and the voice's largest number of one population stands for it.
    Civilians and fighters are never added up: who gives both and no sum has no whole toll.
    """
    text = page.reading.document.text
    published = page.reading.document.published.end or page.reading.document.published.start or ""
    best: dict[tuple[str, str], tuple[Count, int, float]] = {}
    for count in statement.counts:
        low, high = bounds(count)
        if count.part_of is not None or (count.low is None and count.high is None) or _left(text, count):
            continue
        what: str = count.what
        if what == "other":
            noun = counted_noun(text, count)
            if noun is None:
                continue
            what = f"other:{noun}"  # the noun says who they are
        population = "unknown" if count.population in ("all", "unknown") or what != count.what else count.population
        key = (what, population)
        if key not in best or low > best[key][1]:
            best[key] = (count, low, high)
    populations: dict[str, set[str]] = {}
    for what, population in best:
        populations.setdefault(what, set()).add(population)
    out = []
    for (what, population), (count, low, high) in sorted(best.items()):
        several = populations[what]
        actor = population.removeprefix("combatant:")
        out.append(
            Figure(
                document=statement.document,
                event=statement.event,
                claim=statement.claim,
                origin=statement.origin,
                published=published,
                what=what,
                population="combatant" if population.startswith("combatant:") else population,
                fighters=_fighters(page, actor) if population.startswith("combatant:") else "",
                low=low,
                high=high,
                qualifier=count.qualifier,
                whole=population == "unknown" or len(several) == 1,
                said=text[count.span[0] : count.span[1]],
            )
        )
    return tuple(out)


def _left(text: str, count: Count) -> bool:
    """Whether a count is of those who still are somewhere (32 جريحا ما زالوا في المستشفى), not of all."""
    start, end = count.span
    around = (*fold(text[max(0, start - _STILL) : start]).text.split()[-2:], *fold(text[end : end + _STILL]).text.split()[:3])
    return any(bare(word.strip("،.")) in knowledge().still for word in around)


def _fighters(page: Page, actor: str) -> str:
    bloc = page.bloc(actor)
    if bloc:
        return bloc
    key = page.actor_key(actor)
    words = key.removeprefix("name:").split()
    return SOME if key.startswith("name:") and all(word in knowledge().irregulars for word in words) else key


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same thing of people who may be the same."""
    if a.what != b.what:
        return False
    if a.whole and b.whole and "unknown" in (a.population, b.population):
        return True
    if a.population != b.population:
        return False
    return a.population != "combatant" or _same_fighters(a, b)


def _same_fighters(a: Figure, b: Figure) -> bool:
    """Whether two figures may count fighters of one side: where no side is known, a word of their names must recur."""
    if a.fighters == b.fighters:
        return True
    if SOME in (a.fighters, b.fighters):  # one word for all that a voice counts may well mean those that another names
        other = b.fighters if a.fighters == SOME else a.fighters
        return a.voice != b.voice and a.whole and b.whole and not other.startswith("name:") and other not in knowledge().regular
    if a.voice == b.voice or not (a.fighters.startswith("name:") or b.fighters.startswith("name:")):
        return False
    return bool(set(a.fighters.removeprefix("name:").split()) & set(b.fighters.removeprefix("name:").split()))


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can both be right; words like "dozens" never contradict a number."""
    return a.vague or b.vague or (_least(a) <= b.high and _least(b) <= a.high)


def _least(figure: Figure) -> float:
    """The least a figure may stand for: "more than 15" is said of 15 as well, where another counts them."""
    return figure.low - (figure.qualifier == "more_than")


class Current(NamedTuple):
    """The figures that stand, and those that a later one of the same origin has replaced."""

    standing: tuple[Figure, ...]
    replaced: tuple[Figure, ...]


def current(found: Iterable[Figure]) -> Current:
    """The last figure of each origin for each thing and population; of two of one day the higher stands."""
    last: dict[tuple[str, str, str, str], list[Figure]] = {}
    for figure in sorted(found, key=lambda f: (f.published, f.low, f.document, f.claim)):
        last.setdefault((whose(figure.origin), figure.what, figure.population, figure.fighters), []).append(figure)
    standing: list[Figure] = []
    replaced: list[Figure] = []
    for said in last.values():
        top = said[-1]
        for figure in said:
            same = (figure.low, figure.high) == (top.low, top.high)
            (standing if same or figure.published == top.published and agree(figure, top) else replaced).append(figure)
    return Current(tuple(sorted(standing)), tuple(sorted(replaced)))


def shown(figure: Figure) -> str:
    """A figure in English digits: 25, "25 or more", "more than 100", "up to 30", "about 15"."""
    if figure.qualifier == "more_than":
        return f"more than {figure.low - 1}"
    if figure.qualifier == "about":
        return f"about {figure.low + round((figure.high - figure.low) / 2)}"
    if figure.vague or (figure.low and math.isinf(figure.high)):
        return f"{figure.low} or more"
    if math.isinf(figure.high):
        return "an unknown number"
    if figure.low == figure.high:
        return str(figure.low)
    return f"up to {int(figure.high)}" if figure.low == 0 else f"{figure.low} to {int(figure.high)}"
