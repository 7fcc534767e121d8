"""A reporting verb while it is looked at: what is known of its speaker so far."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.arabic.inflection import VerbForm
from marsad.arabic.sentences import Sentence
from marsad.lexicon.attribute import Verb
from marsad.stages.attribute.scene import Scene, VerbHit


@dataclass(slots=True, eq=False)
class Case:
    """One verb while it is looked at: `j` is the token behind it, `e` the end of what was taken for its speaker."""

    scene: Scene
    hit: VerbHit
    sentence: Sentence
    verb: Verb
    form: VerbForm
    j: int
    negated: bool
    subject: tuple[int, int] | None = None
    rule: str = "verb-subject"
    e: int = -1
    last: int = -1
    start_ok: bool = True
    front: tuple[int, int, str] | None = None
    doer: tuple[int, int] | None = None  # who acts in the time set in front of a verb without a subject

    @property
    def i(self) -> int:
        """The verb's first token."""
        return self.hit.first

    @property
    def before(self) -> int:
        """The token before the verb and its negation."""
        return self.hit.first - (2 if self.negated else 1)

    @property
    def limit(self) -> int:
        """The end of the sentence."""
        return self.sentence.last

    @property
    def withheld(self) -> bool:
        """Whether the verb is negated and its negation withholds."""
        return self.negated and self.verb.negated == "withholds"

    @property
    def named(self) -> bool:
        """Whether the verb says what its pronoun is called or believed to be (وصفه بأنه)."""
        return "by_object" in self.verb.takes or "rumour" in self.verb.ways

    @property
    def objects(self) -> bool:
        """Whether the verb takes its content as object."""
        return any(t in self.verb.takes for t in ("object", "by_object", "to_object"))

    @property
    def wide(self) -> bool:
        """Whether the content is looked for as any object: of a verb that takes one, or behind a negation."""
        return self.any_object or self.withheld or (self.negated and self.objects)

    @property
    def any_object(self) -> bool:
        """Whether anything may be that object, not only a verbal noun."""
        wide = self.verb.object == "any" or "by_object" in self.verb.takes or "to_object" in self.verb.takes
        return self.objects and wide
