"""What the places and the times of a mention are both told by: forms, relative words, the harm of an attack."""

from __future__ import annotations

from typing import Final

from marsad.arabic.times.owners import WHO
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

REASON_REACH: Final = 7
ADJECTIVE_REACH: Final = 3
HEAD_REACH: Final = 6
ARRANGED: Final = frozenset(
    ["meeting", "talks", "mediation", "agreement", "political_process", "personnel_action", "release_exchange"]
)
FOLLOWED: Final = frozenset(["بعد", "عقب", "غداه", "اثر"])
EFFECTS: Final = frozenset(
    ["destruction", "equipment_loss", "casualties", "cumulative_toll", "displacement", "evacuation", "humanitarian_aid", "air_defence"]
)  # fmt: skip


def describes(scene: Scene, mention: Mention) -> bool:
    """الفصائل المدعومة من كذا, الحكومة التي تدعمها كذا: who backs whom is told of the force and not of a place."""
    form = scene.form(mention.first)
    return "مدعوم" in form or form.endswith(("ها", "هم")) or without_and(scene.form(mention.first - 1)) in WHO


def outcome(left: Mention, right: Mention) -> bool:
    """Whether the second mention is the harm of the first (انفجار أسفر عن مقتل أربعة في المدينة): what follows places both."""
    return left.type in ATTACKS and right.type in ("casualties", "cumulative_toll") and right.sense.cls != "verb"


def without_and(form: str) -> str:
    """A form without the letter of joining."""
    return form.removeprefix("و") if len(form) > 3 else form


def told_between(first: int, last: int, mentions: list[Mention]) -> bool:
    """Whether a happening is told between two tokens."""
    return any(first < m.first < last for m in mentions)
