"""The book of a page: the counts made so far, each with its population and the claim that gives it."""

from __future__ import annotations

from marsad.model import Claim, Count, CountWhat, Span
from marsad.stages.code.counts.befalling import by_name
from marsad.stages.code.counts.populations import population_of, shared_population
from marsad.stages.code.counts.quantities import Phrase, of_families
from marsad.stages.code.counts.state import Found
from marsad.stages.code.scene import Scene


class Book:
    """The counts of one page in the order in which they were made."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Found] = []

    def take(self, phrase: Phrase, whats: tuple[CountWhat, ...], said: int, part_of: Span | None) -> Found | None:
        """Count a phrase for each of `whats` and give back the first count made; `said` is the token of the word of harm, -1 where none is."""
        first: Found | None = None
        if whats and whats[0] in ("detained", "captured") and by_name(self.scene, phrase):
            return None  # an arrest by name is told by its target
        if set(whats) & {"killed", "wounded"} and of_families(phrase):
            # three families are not three killed, nor is one family one
            whats = ("other",) if phrase.number is not None else whats
            phrase = phrase if phrase.number is not None else phrase._replace(low=None, high=None, qualifier="vague")
        if len(set(whats)) == 2 and phrase.number is not None and phrase.low is not None:
            # one number for dead and wounded together; a vague one (مقتل وإصابة عشرات المدنيين) says both of as many
            whats = whats if phrase.qualifier == "vague" else ("other",)
        shared = shared_population(self.scene, phrase, self.found) if part_of is None else "unknown"
        for what in dict.fromkeys(whats):
            own = population_of(self.scene, phrase, what)
            count = Count(
                span=phrase.span,
                what=what,
                population=shared if own == "unknown" else own,
                low=phrase.low,
                high=phrase.high,
                qualifier=phrase.qualifier,
                claim=self._claim(phrase.span),
                part_of=part_of,
            )
            if any(f.count.span == count.span and f.count.what == count.what for f in self.found):
                continue
            item = Found(count, phrase.first, phrase.last, phrase.noun, said if said >= 0 else None)
            self.found.append(item)
            first = first or item
        return first

    def _claim(self, span: Span) -> str:
        claims: tuple[Claim, ...] = self.scene.claims_at(span)
        if not claims:
            return "outlet"
        return min(claims, key=lambda c: (sum(e - s for s, e in c.content), c.id)).id
