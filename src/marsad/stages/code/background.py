"""Background: which happenings that no word dates are told as what went before, weighed by where and how they are told.

`realis` finds what a word says lies back. Columns, histories and the last paragraphs of news tell much of the past with no such word:
دخلت الفصائل المدينة وأعلنت حكومتها. What sets it apart from the news is many slight signs, none of which decides alone: news counts
its dead, names its weapons and its villages, stands in front; background stands among other background, in long sentences, in long
texts. `background.csv` holds what each sign weighs, as log odds (logistic regression, `.ci/background.py` estimates them).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from marsad.handover import TimeMention
from marsad.model import Count
from marsad.stages.code.merging import Gathered
from marsad.stages.code.realis import AFTERWARDS, RELATIVES, WAS, days_back
from marsad.stages.code.scene import Scene

__all__ = ["put_back"]

_STANCES: Final = ("accuses", "announces", "asserts", "assesses")
_WHEN: Final = frozenset(["عندما", "حين", "حينما", "لما", "وعندما", "وحين"])
_PAST: Final = frozenset(["الماضي", "الماضيه", "سابقا", "سابق", "السابق", "السابقه"])
# What a text that argues is full of, and a report has little of.
_ARGUING: Final = frozenset(["ان", "انه", "لكن", "ولكن", "بل", "ربما", "لقد", "هل", "اذا", "انما", "لماذا", "نحن", "اننا"])
_ROOM: Final = 6  # sentences
_NEAR: Final = 6  # tokens in front of a trigger
_FRESH: Final = 4  # days: what is told of this week
_OLD: Final = 20
_PLACES: Final = (1, 2)
_SENTENCES: Final = (1, 3, 6, 13)
_WORDS: Final = (18, 30, 45)  # tokens of a sentence
_EVENTS: Final = (3, 6, 12, 25)
_TOKENS: Final = (120, 250, 500, 1000)
_SHARES: Final = (0.01, 0.15, 0.35, 0.6)
_CLAIMS: Final = (0.1, 0.35, 0.7)
_ARGUES: Final = (0.01, 0.02, 0.035)
_YEARS: Final = 4
_OPENING: Final = 3
_ALIKE: Final = 4


def put_back(scene: Scene, events: Sequence[Gathered], counts: Sequence[Sequence[Count]]) -> None:
    """Read as background what no word dates but most signs put before the story; `counts` are those of each event.

    All are weighed by what was read before, so the order of the events does not matter. A text of a few sentences has no room
    for a story and what lies behind it.
    """
    if len(scene.page.sentences) < _ROOM:
        return
    report = tuple(_of_report(scene, events, counts))
    order = sorted(range(len(events)), key=lambda k: events[k].mentions[0].first)
    ages = [_age(scene, event) for event in events]
    kinds = Counter(event.type for event in events)
    moved: list[tuple[Gathered, str]] = []
    for nth, k in enumerate(order):
        if events[k].realis != "actual":
            continue
        signs = [*report, *_of_event(scene, events[k], ages[k], counted=bool(counts[k]))]
        signs.append(f"of its type {min(kinds[events[k].type], _ALIKE)}")
        for step in (-2, -1, 1, 2):
            there = 0 <= nth + step < len(order)
            other = order[nth + step] if there else k
            signs += _of_neighbour(
                f"{step:+d}", events[k], events[other] if there else None, ages[other], counted=bool(counts[other])
            )
        weighed = scene.lexicon.background.weigh(signs)
        if weighed.total > 0:
            moved.append((events[k], weighed.why))
    for event, why in moved:
        event.realis = "historical"
        event.mentions[0].realis_why = why


def _of_event(scene: Scene, event: Gathered, age: str, *, counted: bool) -> Iterator[str]:
    """What speaks for or against background in what is said of the event itself."""
    first = event.mentions[0]
    yield f"type {event.type}"
    yield f"a {first.sense.cls}"
    yield f"last time {next((_days(scene, t) for t in reversed(scene.recognised.times) if t.first < first.first), 'none')}"
    yield f"sentence {bisect_right(_SENTENCES, first.into)}"
    yield f"time {age}"
    yield f"places {bisect_right(_PLACES, len(event.places))}"
    if event.places and all(scene.vague[k] or not scene.fine[k] for k in event.places):
        yield "only wide places"
    yield f"actors {min(len(event.actors), 2)}"
    if event.targets:
        yield "targets"
    if counted:
        yield "counts"
    if any(m.means for m in event.mentions):
        yield "means"
    if len(event.mentions) > 1:
        yield "told more than once"
    if first.definite:
        yield "definite"
    claims = {c.id: c for m in event.mentions for c in scene.claims_at(m.span)}
    yield f"claims {min(len(claims), 2)}"
    stances = {c.stance for c in claims.values()}
    yield from (f"it {stance}" for stance in _STANCES if stance in stances)
    yield from _of_words(scene, first.first)


def _of_words(scene: Scene, at: int) -> Iterator[str]:
    """What speaks for or against background in the words around a trigger."""
    sentence = scene.sentence(at)
    low, high = (sentence.first, sentence.last) if sentence is not None else scene.clause(at)
    words = [scene.form(k) for k in range(low, high)]
    before = words[max(0, at - low - _NEAR) : at - low]
    for name, known, where in (
        ("was in the sentence", WAS, words),
        ("was in front", WAS, before),
        ("after in front", AFTERWARDS, before),
        ("who or which in front", RELATIVES, before),
        ("when in the sentence", _WHEN, words),
        ("past in the sentence", _PAST, words),
    ):
        if not known.isdisjoint(where):
            yield name
    yield f"sentence length {bisect_right(_WORDS, len(words))}"
    yield f"words in front {bisect_right(_WORDS, at - low)}"
    if any(t.value.year is not None for _, t in scene.times_between(low, high)):
        yield "a year in the sentence"


def _of_neighbour(where: str, event: Gathered, other: Gathered | None, age: str, *, counted: bool) -> Iterator[str]:
    """What the event next to it, `where` before or after, speaks for."""
    if other is None:
        yield f"{where} none"
        return
    yield f"{where} {other.realis}"
    if age in ("fresh", "old"):
        yield f"{where} {age}"
    if counted:
        yield f"{where} counts"
    if other.type == event.type:
        yield f"{where} same type"


def _of_report(scene: Scene, events: Sequence[Gathered], counts: Sequence[Sequence[Count]]) -> Iterator[str]:
    """What the report as a whole speaks for: its length, and how much of what it tells is counted, placed, claimed, of old."""
    tokens = [t.form for t in scene.tokens if t.kind == "word"]
    sentences = max(1, len(scene.page.sentences))
    share = 1 / max(1, len(events))
    yield f"report length {bisect_right(_TOKENS, len(tokens))}"
    yield f"report events {bisect_right(_EVENTS, len(events))}"
    yield f"report sentence length {bisect_right(_WORDS, len(tokens) / sentences)}"
    yield f"report claims {bisect_right(_CLAIMS, len(scene.attributed.claims) / sentences)}"
    yield f"report argues {bisect_right(_ARGUES, sum(t in _ARGUING for t in tokens) / max(1, len(tokens)))}"
    yield f"report background {bisect_right(_SHARES, share * sum(e.realis == 'historical' for e in events))}"
    yield f"report counts {bisect_right(_SHARES, share * sum(bool(c) for c in counts))}"
    yield f"report places {bisect_right(_SHARES, share * sum(bool(e.places) for e in events))}"
    years = {t.value.year for t in scene.recognised.times if t.value.year is not None}
    yield f"report years {min(len(years), _YEARS)}"
    if scene.headline:
        yield "report headline"
    opening = [e for e in events if e.mentions[0].into <= 1]
    yield f"report opens {min(len(opening), _OPENING)}"
    if any(_age(scene, e) == "fresh" for e in opening):
        yield "report opens fresh"
    if any(e.realis == "actual" for e in opening):
        yield "report opens actual"
    if any(e.realis == "historical" for e in opening):
        yield "report opens background"
    yield f"report means {bisect_right(_SHARES, share * sum(any(m.means for m in e.mentions) for e in events))}"


def _age(scene: Scene, event: Gathered) -> str:
    """Of when its time is: fresh, days, old, unknown, or none."""
    if event.time is None:
        return "none"
    return _days(scene, scene.recognised.times[event.time])


def _days(scene: Scene, time: TimeMention) -> str:
    """Of when a time is: fresh, days, old or unknown."""
    days = days_back(scene, time)
    if days is None:
        return "unknown"
    return "fresh" if days <= _FRESH else "days" if days <= _OLD else "old"
