"""Disputes across documents: accounts that cannot all be true, each with the claims that make it, strongest first."""

from marsad.link.disputes.blame import TWO_SIDED, blamed, rivals
from marsad.link.disputes.denials import is_denial
from marsad.link.disputes.found import disputes, disputes_between, disputes_in, rank, strongest_first
from marsad.link.disputes.sides import Pages, called, statements_of, voice_of

__all__ = [
    "TWO_SIDED",
    "Pages",
    "blamed",
    "called",
    "disputes",
    "disputes_between",
    "disputes_in",
    "is_denial",
    "rank",
    "rivals",
    "statements_of",
    "strongest_first",
    "voice_of",
]
