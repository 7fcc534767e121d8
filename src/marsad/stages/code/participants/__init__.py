"""Participants: who does a happening and whom it befalls, read from syntax.

`settling` says how far they may be looked for and writes down what was found; `sides` picks the rules by word class and frame and reads
what `verbs` and `nouns` tell; `syntax` is what they all read with. Whose deed a verb is, stands in `subjects` (behind it), `fronts` (in
front of it) and `agreeing` (by its form), whom it falls upon in `objects` and `undergoing`; `masdars` and `genitives` read what follows a
noun, `doers`, `carrying` and `managing` what stands in front of it.
"""

from __future__ import annotations

from marsad.stages.code.participants.doubles import once_each
from marsad.stages.code.participants.settling import settle_sides
from marsad.stages.code.participants.syntax import STOP, WAS
from marsad.stages.code.participants.victims import Victims

__all__ = ["STOP", "WAS", "Victims", "once_each", "settle_sides"]
