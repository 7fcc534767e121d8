"""Numbers with bounds: which figures of different voices are about the same people or things, and whether they agree."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from marsad.arabic.fold import fold
from marsad.link.knowledge import bare, knowledge
from marsad.link.statements import Page, Statement
from marsad.model import Count

ABOUT: Final = 0.1  # "about" a number is a tenth of it either way, one at least


class Figure(NamedTuple):
    """A number a voice gives: `what` it counts, of whom, and the bounds within which it holds.

    `whole` marks the voice's toll of all there were; other figures are of one population among several.
    """

    document: str
    event: str
    claim: str
    origin: str
    published: str
    what: str
    population: str
    bloc: str | None
    low: int
    high: float
    vague: bool
    whole: bool
    said: str

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
        if count.part_of is not None or (count.low is None and count.high is None):
            continue
        what: str = count.what
        if what == "other":
            noun = counted_noun(text, count)
            if noun is None:
                continue
            what = f"other:{noun}"
        population = "unknown" if count.population in ("all", "unknown") else count.population
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
                bloc=page.bloc(actor) if population.startswith("combatant:") else None,
                low=low,
                high=high,
                vague=count.qualifier == "vague",
                whole=population == "unknown" or len(several) == 1,
                said=text[count.span[0] : count.span[1]],
            )
        )
    return tuple(out)


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same thing of people who may be the same."""
    if a.what != b.what:
        return False
    if a.whole and b.whole and "unknown" in (a.population, b.population):
        return True
    if a.population != b.population:
        return False
    return a.population != "combatant" or a.bloc is None or b.bloc is None or a.bloc == b.bloc


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can both be right; words like "dozens" never contradict a number."""
    return a.vague or b.vague or (a.low <= b.high and b.low <= a.high)


class Current(NamedTuple):
    """The figures that stand, and those that a later one of the same origin has replaced."""

    standing: tuple[Figure, ...]
    replaced: tuple[Figure, ...]


def current(found: Iterable[Figure]) -> Current:
    """The last figure of each origin for each thing and population; of two of one day the higher stands."""
    last: dict[tuple[str, str, str, str | None], list[Figure]] = {}
    for figure in sorted(found, key=lambda f: (f.published, f.low, f.document, f.claim)):
        last.setdefault((figure.origin, figure.what, figure.population, figure.bloc), []).append(figure)
    standing, replaced = [], []
    for said in last.values():
        top = said[-1]
        for figure in said:
            same = (figure.low, figure.high) == (top.low, top.high)
            (standing if same or figure.published == top.published and agree(figure, top) else replaced).append(figure)
    return Current(tuple(sorted(standing)), tuple(sorted(replaced)))


def shown(figure: Figure) -> str:
    """A figure in English digits: 25, "25 or more", "up to 30", "14 to 16"."""
    if figure.vague or (figure.low and math.isinf(figure.high)):
        return f"{figure.low} or more"
    if math.isinf(figure.high):
        return "an unknown number"
    if figure.low == figure.high:
        return str(figure.low)
    return f"up to {int(figure.high)}" if figure.low == 0 else f"{figure.low} to {int(figure.high)}"
