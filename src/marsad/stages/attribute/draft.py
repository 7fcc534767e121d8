"""A claim in the making: token numbers and options, before actors, stance and ids are settled."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from marsad.model import Certainty, ChainLink, Considered, Quotation, Span, Stance

CueKind: TypeAlias = Literal["verb", "participle", "preposition", "noun", "withholding", "colon"]


class Opening(NamedTuple):
    """Where a content opens: how, the token it begins in, the character (-1: the token's own), and the opener's token."""

    how: str
    token: int
    char: int
    at: int


@dataclass(slots=True, eq=False)
class Draft:
    """What is known so far of one claim; `first`..`last` are the tokens of the cue, `open` the first token of the content.

    `source` holds the tokens of the speaker's noun phrase, `head` the phrase the chain is resolved from when it is not the
    source itself, `relays` the phrases of agencies and papers it came through, outermost first.
    """

    kind: CueKind
    first: int
    last: int
    cue: Span
    lemma: str
    entry: str
    rule: str
    stance: Stance
    certainty: Certainty
    sentence: Span
    limit: int
    opening: InitVar[Opening | None] = None
    opener: str = ""
    open: int = -1
    open_char: int = -1
    gender: str = "c"
    number: str = "s"
    present: bool = False
    source: tuple[int, int] | None = None
    relays: list[tuple[int, int]] = field(default_factory=list)
    owner: Draft | None = None
    top: bool = True
    nobody: bool = False
    head: tuple[int, int] | None = None
    negated: bool = False
    carries_on: bool = False
    named: bool = False
    content: list[Span] = field(default_factory=list)
    close: int = -1
    quotation: Quotation = "indirect"
    outer: Draft | None = None
    depth: int = 0
    links: tuple[ChainLink, ...] = ()
    considered: list[Considered] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def __post_init__(self, opening: Opening | None) -> None:
        """Take over where the content opens."""
        if opening is not None:
            self.opener, self.open, self.open_char = opening.how, opening.token, opening.char
