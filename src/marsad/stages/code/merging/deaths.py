"""Deaths: nobody dies twice, so the killings of one named person are one (مقتل القائد فلان … أعدموه رميا بالرصاص)."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.families import DONE
from marsad.stages.code.merging.gathered import Gathered
from marsad.stages.code.scene import Scene

_TOLD_BY: Final = frozenset(["casualties", "targeted_killing"])


def same_death(scene: Scene, one: Gathered, two: Gathered) -> bool:
    """Whether both tell that one named person was killed."""
    if (
        not one.mentions[0].beside(two.mentions[0])
        or not {one.type, two.type} <= _TOLD_BY
        or not {one.realis, two.realis} <= DONE
    ):
        return False
    return not _dead(scene, one).isdisjoint(_dead(scene, two))


def _dead(scene: Scene, event: Gathered) -> set[str]:
    """The named persons whose death the words of an event tell."""
    told = (m for m in event.mentions if m.sense.entry.matter == "death")
    return {t for m in told for t in m.targets if t in scene.actors and scene.actors[t].kind == "person"}
