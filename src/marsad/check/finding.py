"""What one text holds about a claim: a stance by weight, and the voices that affirm, deny or discuss it."""

from __future__ import annotations

from typing import Final

from marsad.check.happenings import Side
from marsad.check.measures import Sought, measure, within
from marsad.check.model import Model, Stance, Weighed, weigh
from marsad.check.statements import Statement, statements
from marsad.check.wording import nearest_sentence, passages, pieces_of
from marsad.model import Reading, Record, Span

# A text in which no voice speaks to the claim discusses it when one sentence holds this much of it.
_TOUCHES: Final = 0.35
# With less than this in any one sentence no voice of a text speaks to the claim: its records are not looked at.
_LEAST: Final = 0.2


class Finding(Record, frozen=True):
    """What a document holds about the claim.

    `stance` follows the voices. Wording alone never makes a document affirm or deny: the weights, which do so for
    `marsad check --pairs`, are right about a denial once in four times. `nearest` is the sentence nearest in wording;
    `weighed` is None where the wording is too far off to weigh anything.
    """

    stance: Stance
    weighed: Weighed | None
    statements: tuple[Statement, ...]
    nearest: Span | None
    share: float


def held(sought: Sought, text: str, reading: Reading, model: Model) -> Weighed:
    """The stance of a text by its weights alone; the reading may be of its nearest passages only."""
    return weigh(measure(sought, text, reading), model)


def answer(sought: Sought, reading: Reading, model: Model) -> Finding:
    """What a stored reading holds about the claim."""
    text = reading.document.text
    pieces = pieces_of(sought.wanted, text)
    nearest, share = nearest_sentence(pieces)
    if share < _LEAST:
        return Finding(stance="unrelated", weighed=None, statements=(), nearest=nearest, share=round(share, 3))
    near = within(reading, passages(sought.wanted, text, pieces=pieces))
    said = statements(sought, Side(near))
    weighed = held(sought, text, near, model) if said or share >= _TOUCHES else None
    stance = _stance(said, weighed.stance if weighed else "unrelated", share)
    return Finding(stance=stance, weighed=weighed, statements=said, nearest=nearest, share=round(share, 3))


def _stance(said: tuple[Statement, ...], weighed: Stance, share: float) -> Stance:
    """Voices of one mind decide; where some affirm what others deny, the text lays both before the reader: it discusses."""
    kinds = {statement.stance for statement in said} - {"discusses"}
    if kinds == {"affirms"}:
        return "agree"
    if kinds == {"denies"}:
        return "disagree"
    return "discuss" if said or (weighed != "unrelated" and share >= _TOUCHES) else "unrelated"
