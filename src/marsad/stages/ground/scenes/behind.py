"""So many days before the scene: بعد يومين من لقاء."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.handover import TimeMention
from marsad.model import When
from marsad.stages.ground.scenes.story import Day, Story

_HOURS_OF_A_DAY: Final = 12


def so_long_before(story: Story, token: int, days: Sequence[Day], said: Sequence[Day], reach: int) -> When | None:
    """بعد يومين من لقاء: the day of the scene less so many; the scene's day, else that of publication.

    An attack may be told behind its dead: بعد يوم من مقتل عدة مدنيين في قصف.
    """
    mention = next((m for m in story.times if m.value.kind == "behind" and m.last <= token <= m.last + reach), None)
    hours = mention is not None and mention.value.unit in ("hour", "minute")
    if mention is None or not (mention.value.count or hours):
        return None
    here = story.sentence(token)
    # قال أمس بعد يوم من مقتل ستة إن ...: what a saying came after lies so far before the saying
    told = days if _quoted(story, mention) else said
    scene = [d for d in told if d.sentence <= here and d.token < mention.first and d.fresh]
    next_morning = story.page.tokens[mention.first].form.endswith("غداه")
    if next_morning:
        # أعلن الوزير أمس الهدنة غداة لقاء: the day behind another that the sentence names, be it that of the saying
        scene = [d for d in said if d.sentence == here and d.token < mention.first]
    named = scene[-1].when.start if scene else None
    day = date.fromisoformat(named) if named else None if next_morning else _published_day(story)
    if day is None:
        return None
    counted = msgspec.structs.replace(mention.value, kind="ago")
    if hours and (mention.value.count or 0) < _HOURS_OF_A_DAY:
        counted = msgspec.structs.replace(mention.value, kind="day", shift=0)  # بعد ساعات من: on that day as well
    if mention.value.day is not None and scene and scene[-1].sentence == here:
        # يصادف اليوم الذكرى الثالثة لاعتقاله: on that day of the year
        counted = msgspec.structs.replace(counted, kind="day", shift=0, year_shift=-int(mention.value.count or 0))
    dated = place_in_calendar(counted, Interval(day, day))
    if dated is None:
        return None
    start, end = dated.interval
    if start is None or end is None:
        return None
    return When(start=start.isoformat(), end=end.isoformat(), precision=dated.precision, basis="relative", span=mention.span)


def _quoted(story: Story, mention: TimeMention) -> bool:
    """Whether a time is told by somebody whom the text quotes."""
    return any(a <= mention.span[0] < b for c in story.claims for a, b in c.content)


def _published_day(story: Story) -> date | None:
    known = story.published
    return known.start if known is not None and known.start == known.end else None
