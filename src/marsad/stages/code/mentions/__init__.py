"""Mentions: the words that name happenings, found and told apart from their homographs.

`finding` matches the triggers and chooses among them; `carriers` reads the light verb that carries a noun (شنّ الطيران غارات). The others
say which words name no happening: `general` talk, `institutions` (وزارة الدفاع), `mishaps` (حادث سير), other `meanings` of a word, what is
easily `misread`, and `namesakes` that are another word altogether. `governed` gives the type that the governed words decide.
"""

from __future__ import annotations

from marsad.stages.code.mentions.carriers import ASIDES, one_of_a_series, takes
from marsad.stages.code.mentions.finding import Mention, find_mentions

__all__ = ["ASIDES", "Mention", "find_mentions", "one_of_a_series", "takes"]
