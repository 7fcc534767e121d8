"""Whose an actor is, and which voices state something: what the kinds of disputes share."""

from __future__ import annotations

from typing import Final

from marsad.model import Claim
from marsad.stages.code.scene import Scene

STATED: Final = frozenset(["asserts", "announces", "accuses", "assesses", "admits"])


def line(scene: Scene, ident: str) -> set[str]:
    """An actor with all it belongs to."""
    out: set[str] = set()
    at: str | None = ident
    while at is not None and at not in out:
        out.add(at)
        if at not in scene.actors:
            out.add(at.split(".")[0])  # an arm that the text does not name itself: il.army of il
            break
        at = scene.actors[at].of
    return out


def speaker(claim: Claim) -> str:
    """Who makes a claim: the last of its chain; empty where nobody is named."""
    return claim.chain[-1].actor if claim.chain else ""
