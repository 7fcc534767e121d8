"""Dates carried from event to event inside one continuing scene, and never across its end.

A scene ends where the text turns back (وكان, يذكر أن), turns aside (على صعيد آخر) or names another day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import msgspec

from marsad.arabic.page import Page
from marsad.handover import EventDraft, PlaceMention, TimeMention
from marsad.model import When
from marsad.stages.ground.dates import Interval

# Folded openings of sentences that leave the scene, without their و.
_TURNS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(phrase.split())
    for phrase in [
        "كان",
        "كانت",
        "كانوا",
        "يذكر",
        "يشار",
        "تجدر",
        "جدير",
        "الجدير",
        "يجدر",
        "سبق",
        "سبق ان",
        "في وقت سابق",
        "من جهه اخري",
        "من جانب اخر",
        "من ناحيه اخري",
        "علي صعيد",
        "في سياق اخر",
        "في سياق منفصل",
        "الي ذلك",
        "في شان اخر",
        "في الشان",
        "علي الصعيد",
        "لفت تقرير",
        "منذ",
        "خلال الاشهر",
        "خلال الايام",
        "في الاونه",
        "تاتي هذه",
        "ياتي هذا",
        "ياتي ذلك",
        "تشهد",
        "تعتبر",
        "يعتبر",
        "يعد",
        "تعد",
        "بحسب احصاءيه",
        "وثق",
        "وثقت",
        "احصي",
        "بلغ عدد",
        "بدات الازمه",
        "اقرا",
        "مقالات",
        "للمزيد",
        "بين الحين",
        "بين الفينه",
        "تجدر الاشاره",
    ]
)
_STORY: Final = frozenset(["actual", "ongoing", "failed"])
_BACKGROUND_TYPES: Final = frozenset(
    ["control_status", "cumulative_toll", "agreement", "zone_establish", "siege", "group_change"]
)
_REACH: Final = 6
_FRESH_DAYS: Final = 7
_NIGHT: Final = 1


class Told(NamedTuple):
    """An event with its date so far; `own` when it has a time expression of its own."""

    draft: EventDraft
    when: When | None
    own: bool


class _Scene(NamedTuple):
    when: When
    sentence: int
    fresh: bool


def carry(
    page: Page,
    told: Sequence[Told],
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    published: Interval | None,
    opening: When | None,
) -> list[When | None]:
    """The dates of the events, those of the scene given to events without one; `opening` is the day a bulletin names as its own."""
    out = [t.when for t in told]
    order = sorted(range(len(told)), key=lambda k: (told[k].draft.triggers[0] if told[k].draft.triggers else (0, 0), k))
    starts = [page.tokens[s.first].start for s in page.sentences]
    home = _Scene(opening, 0, fresh=True) if opening is not None else None
    scene = home
    turned = _turned_sentences(page, places)
    by_sentence = _day_mentions(page, times)
    for k in order:
        event = told[k]
        if not event.draft.triggers:
            continue
        here = _index(starts, event.draft.triggers[0][0])
        if event.own:
            if event.when is not None and _tells_story(event):
                scene = _Scene(event.when, here, fresh=_fresh(event.when, published))
            continue
        if event.draft.realis not in _STORY or event.draft.type in _BACKGROUND_TYPES:
            continue
        if scene is not None and _ended(scene, here, turned):
            scene = home
        if scene is None or _other_time(by_sentence, scene, here, times):
            continue
        out[k] = msgspec.structs.replace(scene.when, basis="carried")
        scene = scene._replace(sentence=max(scene.sentence, here)) if scene is not home else home
    return out


def _ended(scene: _Scene, here: int, turned: frozenset[int]) -> bool:
    reach = _REACH if scene.fresh else 1
    return here - scene.sentence > reach or any(n in turned for n in range(scene.sentence + 1, here + 1))


def _fresh(when: When, published: Interval | None) -> bool:
    """Whether a day is near enough to publication to be the day of the story and not of its background."""
    if published is None or published.start is None or when.start is None:
        return True
    return abs((published.start - date.fromisoformat(when.start)).days) <= _FRESH_DAYS


def _index(starts: Sequence[int], offset: int) -> int:
    index = 0
    for k, start in enumerate(starts):
        if start > offset:
            break
        index = k
    return index


def _tells_story(event: Told) -> bool:
    """Whether an event's date is a day (or a night) of the story that others may share."""
    when = event.when
    if when is None or when.start is None or when.end is None or event.draft.realis not in _STORY:
        return False
    return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days <= (_NIGHT if when.basis == "weekday" else 0)


def _turned_sentences(page: Page, places: Sequence[PlaceMention]) -> frozenset[int]:
    """The sentences that end a scene: those that turn back or aside, and those that open with a place (وفي ريف حماة ...)."""
    located = {m.first for m in places}
    turned = set()
    for k, sentence in enumerate(page.sentences):
        words = [t for t in page.tokens[sentence.first : min(sentence.last, sentence.first + 8)] if t.kind == "word"]
        if not words:
            continue
        first = words[0].form.removeprefix("و") if len(words[0].form) > 3 else words[0].form
        opening = (first, *(w.form for w in words[1:]))
        place = words[0].i in located or (
            len(words) > 1 and opening[0] in ("في", "وفي", "اما") and any(w.i in located for w in words[1:3])
        )
        if any(opening[: len(turn)] == turn for turn in _TURNS) or (
            place and words[0].form.startswith(("في", "وفي", "اما", "ب"))
        ):
            turned.add(k)
    return frozenset(turned)


def _day_mentions(page: Page, times: Sequence[TimeMention]) -> dict[int, list[int]]:
    starts = [s.first for s in page.sentences]
    out: dict[int, list[int]] = {}
    for n, mention in enumerate(times):
        out.setdefault(_index(starts, mention.first), []).append(n)
    return out


def _other_time(by_sentence: dict[int, list[int]], scene: _Scene, here: int, times: Sequence[TimeMention]) -> bool:
    """Whether the event's own sentence names another stretch of time than the scene's."""
    for n in by_sentence.get(here, []):
        value = times[n].value
        if scene.when.span == times[n].span:
            return False
        if value.kind in ("month", "year", "season", "decade", "century") or value.open == "since":
            return True
    return False
