"""Realis: how far a happening is said to have happened.

Each kind of ground is asked, and the one of the highest rank wins: `form` knows tense and the letters before a word, `cues`
the cue words of `realis.yml` (`senses` where they mean something else, `conditions` what hangs on an if), `stances` the claims,
`nature` types and times, `pacts` truces, `history` what lies back, `ages` how many days; `settle` weighs them.
"""

from __future__ import annotations

from marsad.stages.code.realis.ages import days_back
from marsad.stages.code.realis.grounds import AFTERWARDS, RELATIVES, WAS
from marsad.stages.code.realis.settle import settle_realis

__all__ = ["AFTERWARDS", "RELATIVES", "WAS", "days_back", "settle_realis"]
