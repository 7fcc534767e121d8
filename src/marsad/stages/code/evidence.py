"""Evidence: whether enough around a happening reports it, in texts that are long enough to tell.

Columns, histories and legal texts name hundreds of acts in passing and report none of them. What sets a report apart is what
stands around: towns, days, forces, voices, counts. A column has questions, exclamations and words of argument instead.
"""

from __future__ import annotations

from typing import Final

from marsad.stages.code.merging import Gathered
from marsad.stages.code.realis.grounds import RELATIVES
from marsad.stages.code.scene import Scene

_LEAD: Final = 2  # what the first sentences tell is what the page is about
_REACH: Final = 90
# Shorter texts are reports or too little to judge by. Of 214 events of 400 articles drawn at random and judged one by one, 38 have fewer points than this; 5 of these were right, and
# 117 of the 176 that have more (the number was chosen on them); of 818 of annotated articles, mostly short, 9 are left out.
_ENOUGH: Final = 5
# What an attack leaves behind is told without saying again where and by whom.
_AFTERMATH: Final = frozenset(["destruction", "evacuation", "humanitarian_aid", "casualties", "cumulative_toll", "displacement"])
_PASSAGE: Final = 80  # tokens: fewer tell too little of what a passage reports
_POOR: Final = 6  # points of a passage that gives an act named in it no hold
_POORER: Final = 4  # and one that words tell or that has a victim
_LONG_SENTENCE: Final = 60
_OF_A_DAY: Final = frozenset(["weekday", "day", "date", "night", "ago", "behind"])
_MARKS: Final = frozenset("؟?!")
_ARMED: Final = frozenset(["armed_group", "armed_forces"])
_ATTACKS: Final = frozenset(
    ["ground_attack", "armed_clash", "air_strike", "shelling", "bombing_ied", "suicide_attack", "small_arms_fire",
     "chemical_attack", "air_defence", "ceasefire_violation"]
)  # fmt: skip
_WHERE: Final = 4  # tokens behind an attack in which its place stands: الهجوم على بلدة كذا
_OPEN: Final = frozenset(["planned", "conditional"])


def scant(scene: Scene, event: Gathered, *, told: bool, counted: bool) -> bool:
    """Whether too little speaks for an event being reported; `told` and `counted` say whether words tell or count it."""
    first = event.mentions[0]
    if not counted and (_bare(scene, event, told=told) or (not told and _taken_for_known(scene, event))):
        return True
    if not scene.long or first.into < _LEAD:
        return False
    return _around(scene, first.first, first.last) + _own(scene, event, told=told, counted=counted) < _ENOUGH


def _bare(scene: Scene, event: Gathered, *, told: bool) -> bool:
    """Whether an act is named once, without doer or place, where the passage around it reports little.

    Of 1,249 events of the annotated articles 24 are so: five of them right, 17 no happening at all.
    """
    first = event.mentions[0]
    if len(event.mentions) > 1 or event.actors or event.time is not None or any(m.places for m in event.mentions):
        return False
    if first.into == 0 or event.type in _AFTERMATH or len(scene.tokens) < _PASSAGE:
        return False
    return _around(scene, first.first, first.last) <= (_POORER if told or event.targets else _POOR)


def _taken_for_known(scene: Scene, event: Gathered) -> bool:
    """Whether an attack is only spoken of with the article, and no more is said of it (الأكراد هدف التفجيرات, كلفة المعارك).

    What is told anywhere else has joined it by now. Of 15 such in 180 articles of all kinds two tell a happening; of the
    annotated articles all five that this leaves out are none of their own.
    """
    first = event.mentions[0]
    if event.type not in _ATTACKS or len(event.mentions) > 1 or event.time is not None or first.sense.cls == "verb":
        return False
    if event.realis != "actual" and first.sense.entry.id != "escalate-fire":
        return False
    if not scene.plain(first.first).removeprefix("و").startswith(("ال", "بال", "كال", "لل")):
        return False
    sentence = scene.sentence(first.first)
    if first.into == 0 or sentence is None or first.first - sentence.first <= 1:
        return False
    if scene.form(first.last) in RELATIVES or scene.places_between(first.last, first.last + _WHERE):
        return False
    return not any(
        claim.content and scene.page.within(claim.content[0])[0] == first.first for claim in scene.claims_at(first.span)
    )


def _around(scene: Scene, first: int, last: int) -> int:
    """Points for what the passage reports: its towns, days, forces and voices, less its questions and words of argument."""
    low, high = max(0, first - _REACH), min(len(scene.tokens), last + _REACH)
    towns = {scene.place_key(k) for k, _ in scene.places_between(low, high) if scene.fine[k]}
    days = sum(t.value.kind in _OF_A_DAY for _, t in scene.times_between(low, high))
    forces = {
        m.entity
        for m in scene.actors_between(low, high)
        if (actor := scene.actors.get(m.entity)) is not None and actor.kind in _ARMED
    }
    start, end = scene.tokens[low].start, scene.tokens[high - 1].end
    voices = sum(c.cue is not None and start <= c.cue.span[0] < end for c in scene.attributed.claims)
    argued = sum(scene.form(k) in _MARKS or scene.form(k) in scene.words("arguing") for k in range(low, high))
    return min(len(towns), 4) + 2 * min(days, 2) + min(len(forces), 3) + min(voices // 3, 2) - argued


def _own(scene: Scene, event: Gathered, *, told: bool, counted: bool) -> int:
    """Points for what is said of the event itself: a town, a day, a count, an armed doer, a second mention, a word that tells it."""
    points = int(told)
    if any(scene.fine[k] for m in event.mentions for k in m.places):
        points += 2
    if event.time is not None and scene.recognised.times[event.time].value.kind in _OF_A_DAY:
        points += 2
    if counted:
        points += 2
    if len(event.mentions) > 1:
        points += 2
    if any(actor.kind in _ARMED for a in event.actors if (actor := scene.actors.get(a)) is not None):
        points += 2
    if event.realis in _OPEN:
        points -= 1
    sentence = scene.sentence(event.mentions[0].first)
    if sentence is not None and sentence.last - sentence.first > _LONG_SENTENCE:
        points -= 2
    return points
