"""What a page tells and where: the sentences, times and places that scenes are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.arabic.times.calendar import Interval
from marsad.handover import Attributed, EventDraft, PlaceMention, TimeMention
from marsad.model import Claim, EventType, When
from marsad.stages.ground.places import Located

HAPPENED: Final = frozenset(["actual", "failed"])
DONE: Final = frozenset(["actual", "ongoing", "failed"])
ATTACKS: Final = frozenset(["air_strike", "shelling", "ground_attack", "bombing_ied", "suicide_attack"])
# What lasts, is summed up or is arranged has its own time or none; only what happens at once shares the scene's day.
LASTING: Final = frozenset(
    ["control_status", "cumulative_toll", "zone_establish", "siege", "group_change", "agreement", "ceasefire",
     "ceasefire_violation", "coordination", "military_support", "displacement", "release_exchange", "withdrawal",
     "territory_capture", "route_cut", "route_open", "talks", "mediation", "political_process", "protest", "sanction",
     "monitoring", "intel_sharing", "deconfliction_notice", "personnel_action"]
)  # fmt: skip
_TELLS: Final = 5
_FRESH_DAYS: Final = 7


class Told(NamedTuple):
    """An event with its date so far; `own` when it has a time expression of its own.

    `any_day` when that only says منذ الصباح, which may be the morning of the day that the story has told.
    """

    draft: EventDraft
    when: When | None
    own: bool
    any_day: bool = False


class Day(NamedTuple):
    """A day that is told: where it stands (token, sentence), the date, whether it is near publication, and of the story."""

    token: int
    sentence: int
    when: When
    fresh: bool
    story: bool = True
    types: frozenset[EventType] = frozenset()
    heads: bool = False  # 10 آذار 2016: and a new line
    aside: bool = False  # told in a relative clause on a happening, which it dates alone


class Story:
    """The sentences of one page with the times, places and claims in them; nothing of it changes."""

    def __init__(
        self,
        page: Page,
        times: Sequence[TimeMention],
        places: Sequence[PlaceMention],
        attributed: Attributed,
        located: Located,
        published: Interval | None,
        *,
        dateline: frozenset[int],
    ) -> None:
        self.page = page
        self.times = times
        self.places = places
        self.located = located
        self.published = published
        self.dateline = dateline
        self.claims: tuple[Claim, ...] = attributed.claims
        self.firsts = [s.first for s in page.sentences]
        self.told = _told_sentences(page)

    def sentence(self, token: int) -> int:
        """The sentence in which a token stands."""
        return max(0, bisect_right(self.firsts, token) - 1)

    def one_part(self, a: int, b: int) -> bool:
        """Whether two sentences stand in one part of the page."""
        return self.page.sentences[a].part == self.page.sentences[b].part

    def tokens_of(self, sentence: int) -> range:
        """The tokens of a sentence."""
        last = self.firsts[sentence + 1] if sentence + 1 < len(self.firsts) else len(self.page.tokens)
        return range(self.firsts[sentence], last)

    def starts(self, event: Told) -> list[int]:
        """The first tokens of what names an event, in the order of the text."""
        return [self.page.within(t)[0] for t in event.draft.triggers]

    def first_told_in(self, event: Told) -> int:
        """The sentence in which an event is first told; behind the last where nothing names it."""
        return self.sentence(self.starts(event)[0]) if event.draft.triggers else len(self.firsts)

    def fresh(self, when: When) -> bool:
        """Whether a day is near enough to publication to be the day of the story and not of its background."""
        known = self.published
        if known is None or known.start is None or when.start is None:
            return True
        return abs((known.start - date.fromisoformat(when.start)).days) <= _FRESH_DAYS


def happens_at_once(event: Told) -> bool:
    """Whether an event is of the story and such that it happens on a day."""
    return event.draft.realis in HAPPENED and event.draft.type not in LASTING


def in_the_air(page: Page, draft: EventDraft) -> bool:
    """Whether a deployment is aircraft over a place (تحلق طائرات الاستطلاع في الأجواء), which are there for a day and not for good."""
    first = (page.within(t)[0] for t in draft.triggers)
    return draft.type == "deployment" and any("حلق" in page.tokens[k].form or "تحليق" in page.tokens[k].form for k in first)


def goes_on_today(page: Page, event: Told) -> bool:
    """Whether an event goes on as one writes: rescue that is at work, aircraft in the air."""
    draft = event.draft
    return draft.realis == "ongoing" and (draft.type == "humanitarian_aid" or in_the_air(page, draft))


def _told_sentences(page: Page) -> list[int]:
    """How many sentences of five words or more stand before each one: bylines, sources and stamps are none; parts lie far apart."""
    counts, count = [], 0
    for sentence in page.sentences:
        counts.append(count + sentence.nth - sentence.i)
        count += sum(t.kind == "word" for t in page.tokens[sentence.first : sentence.last]) >= _TELLS
    return counts
