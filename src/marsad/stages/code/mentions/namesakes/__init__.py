"""Namesakes: words that have the letters of a trigger and name no happening, or name a kind of happening and none that took place.

`حزب تحرير الشعب` is a name, `الوساطة` a village, `أي عدوان` and `ظاهرة الخطف` are general talk. `words` asks, `verbs`, `nouns`
and `kinds` know.
"""

from __future__ import annotations

from marsad.stages.code.mentions.namesakes.words import namesake

__all__ = ["namesake"]
