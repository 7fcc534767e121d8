"""What a speaker does with the content: the verb's own stance, corrected by the first words of the content."""

from __future__ import annotations

from marsad.model import Certainty, Stance
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene


def stance_of(scene: Scene, draft: Draft) -> tuple[Stance, Certainty, str | None]:
    """Stance, certainty, and the id of the sign that changed the verb's own stance."""
    if draft.kind == "withholding" or draft.open < 0 or draft.negated:
        return draft.stance, draft.certainty, None
    end = draft.close if draft.close > draft.open else draft.limit
    for i in range(draft.open, min(end, draft.open + 8)):
        for hit in scene.lexicon.stance_phrases.at(scene.tokens, i, scene.page.lookup):
            sign = hit.payload
            if i - draft.open < sign.within and draft.stance in sign.verbs:
                return sign.stance, sign.certainty or draft.certainty, sign.id
    return draft.stance, draft.certainty, None
