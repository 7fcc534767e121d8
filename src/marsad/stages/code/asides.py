"""Asides: words that tell no happening of the page (no damage, vetoes not cast, titles of other stories, what a party is called); and who helped in an act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.scene import Scene

_HELP: Final = frozenset(["backed-by", "helped-by"])
# بدعم جوي, بإسناد جوي say what the help was and are annotated.
_HELPED: Final = frozenset(["بدعم", "بمسانده", "باسناد", "بغطاء", "بمساعده"])
_RESOLUTION: Final = "un-resolution"
_CITED: Final = ("حق", "الفيتو")
_VOTED_BEFORE: Final = 8  # tokens from what is done with a new resolution to its name: صوت المجلس بأغلبية على مشروع قرار
_VOTED_BEHIND: Final = 5  # and from the name to it: القرار الأممي الذي اعتمد أمس
_DAMAGE: Final = frozenset(["material-damage", "damages", "damage-only"])
# What a party or a place is called by.
_STRONGHOLDS: Final = frozenset(["stronghold", "last-pocket"])
_RULERS: Final = frozenset(["النظام", "الاسد", "بشار", "الحكومه", "الدوله", "الحزب"])
_PRESENT: Final = ("الوجود", "التواجد", "الوجودين")
_EPITHETS: Final = frozenset(["support-fight", "foreign-fighters"])
_STANDING_BY: Final = ("المسانده", "الموالي", "مقاتلين", "مقاتلون", "لمقاتلين", "ومقاتلين")
_LEAD: Final = 2  # sentences
_TITLE: Final = 5  # tokens of the shortest title
_CLOSING: Final = frozenset(".؟!")
_CLOSED: Final = 0.25  # of the sentences of a page that sets full stops
_MEDIATORS: Final = ("الوسطاء", "الوسيط", "الوسيطان", "الوسيطين")


def aside(scene: Scene, event: Gathered, events: Sequence[Gathered]) -> bool:
    """Whether an event only says that nothing was damaged, names a veto, or calls a party by a name beside another act.

    Who backs whom (فصائل مدعومة من كذا), who holds an area, who stands where and with whom something is done is told, however
    short: of 45 such on 260 random articles 33 are annotated.
    """
    first = event.mentions[0]
    if _of_another_story(scene, event):
        return True
    if event.realis == "negated" and all(m.sense.entry.id in _DAMAGE for m in event.mentions):
        return True  # لم تقع خسائر مادية: none of the annotators took it for a happening
    if first.sense.entry.id == _RESOLUTION:
        return all(_only_cited(scene, m) for m in event.mentions)
    return all(_epithet(scene, m) and _beside(m.sentence, event, events) for m in event.mentions)


def _of_another_story(scene: Scene, event: Gathered) -> bool:
    """Whether it is told only once, in a line without a full stop below the lead of a page that sets them: the title of another story.

    Of 31 such events on 465 random articles three belong to their page. Lines of a few words are headings within the story.
    """
    first = event.mentions[0]
    sentence = scene.sentence(first.first)
    if len(event.mentions) > 1 or sentence is None or first.into < _LEAD or not scene.heading(first.first):
        return False
    if sentence.last - sentence.first < _TITLE:
        return False
    sentences = scene.page.sentences
    return sum(scene.form(s.last - 1) in _CLOSING for s in sentences) >= len(sentences) * _CLOSED


def take_part(scene: Scene, events: Sequence[Gathered]) -> None:
    """Whoever helped takes part in what was done with that help: أغار الجيش بمساندة طائرات التحالف."""
    for one in events:
        if not all(_help(scene, m) for m in one.mentions):
            continue
        for other in events:
            if other is not one and not set(other.actors).isdisjoint(one.targets) and _beside_each_other(one, other):
                other.actors.extend(a for a in one.actors if a not in other.actors and a not in other.targets)


def _beside_each_other(one: Gathered, other: Gathered) -> bool:
    return not {m.sentence for m in one.mentions}.isdisjoint(m.sentence for m in other.mentions)


def _only_cited(scene: Scene, mention: Mention) -> bool:
    """تملك حق النقض: a veto that nobody near it casts."""
    if mention.sense.entry.id != _RESOLUTION or not mention.hit.cut.stem.startswith(_CITED):
        return False
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return True
    low, high = max(sentence.first, mention.first - _VOTED_BEFORE), min(sentence.last, mention.last + _VOTED_BEHIND)
    return not any(scene.form(k) in scene.words("resolved") for k in range(low, high))


def _help(scene: Scene, mention: Mention) -> bool:
    if mention.sense.entry.id not in _HELP or mention.hit.cut.stem not in _HELPED:
        return False
    return mention.last - mention.first == 1 or scene.form(mention.last - 1) == "من"


def _epithet(scene: Scene, mention: Mention) -> bool:
    """معاقل النظام، الوجود العسكري، الوسطاء: who or what it is, and no happening."""
    entry, head = mention.sense.entry.id, scene.form(mention.first)
    if entry == "military-presence":
        return head.startswith(_PRESENT)
    if entry in _EPITHETS:
        return head.startswith(_STANDING_BY)
    if entry == "split-group":
        return head.startswith("منشق")
    if entry == "designate":
        return scene.form(mention.first - 1) in ("الذي", "التي") or bool(mention.hit.enc)
    if entry in _STRONGHOLDS:  # where rulers are at home; what is held against them is told: آخر معاقل الفصائل
        return scene.form(mention.last) in _RULERS
    return entry == "mediators" and head in _MEDIATORS


def _beside(sentence: int, event: Gathered, events: Sequence[Gathered]) -> bool:
    return any(m.sentence == sentence for other in events if other is not event for m in other.mentions)
