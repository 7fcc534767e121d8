"""Settling: how far participants may be looked for, and what was found, written into the mention."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.participants.sides import read_sides
from marsad.stages.code.participants.victims import Victims
from marsad.stages.code.scene import Scene

# What only says where somebody stands does not end what is done to him there.
_STATES: Final = frozenset(["deployment"])


def fence(scene: Scene, mention: Mention, mentions: list[Mention]) -> tuple[int, int]:
    """How far participants may be looked for: the sentence, cut at mentions of other happenings and at words of cause."""
    sentence = scene.sentence(mention.first)
    low, high = (sentence.first, sentence.last) if sentence is not None else mention.clause
    for other in mentions:
        if other is mention or other.sentence != mention.sentence:
            continue
        if mention.type == "ceasefire_violation" and other.type in ("ceasefire", "agreement", "zone_establish"):
            continue  # خرق اتفاق وقف إطلاق النار من قبل كذا
        if other.first > mention.first and other.first - mention.last <= 3 and other.sense.cls == "phrase":
            if scene.form(other.first).startswith("ب") and mention.type == "armed_clash":
                continue  # اشتباكات عنيفة بالأسلحة الرشاشة بين كذا وكذا
        mutual = scene.form(mention.last).removeprefix("ال") == "متبادله" and other.first == mention.last + 1
        if mutual and other.sense.cls == "phrase" and mention.type in ATTACKS and other.type in ATTACKS:
            continue  # استهدافات متبادلة بالأسلحة الرشاشة بين كذا وكذا
        headed = "verb-heads" in scene.classes[mention.first]  # هاجم انتحاري بحزام ناسف نقطة كذا
        takes_means = mention.sense.cls == "verb" or headed or mention.sense.entry.id == "targeting"
        instrument = other.sense.cls == "phrase" and scene.form(other.first).startswith("ب") and other.type in ATTACKS
        if other.first > mention.first and instrument and takes_means and mention.type in ATTACKS:
            continue  # استهدف مجهولون بالرصاص القيادي
        if (
            other.first == mention.last
            and instrument
            and mention.type in ATTACKS
            and not scene.form(other.last - 1).startswith("ال")
        ):
            continue  # استهدف هجوم انتحاري بسيارة مفخخة قافلة
        backed = other.sense.entry.id in ("backed", "backed-by") and mention.type == "armed_clash"  # بين كذا، مدعومة من كذا، وكذا
        backed = backed or other.sense.entry.id == "backed" and scene.form(other.first).startswith("ال")
        if other.first > mention.first and backed:
            continue  # بين قوات كذا المدعومة بالطيران وفصائل كذا
        moved = other.sense.cls == "noun" or scene.form(other.first) in ("تعزيزات", "قوات")
        if other.first > mention.first and other.type in _STATES and moved:
            continue  # استهداف الجيش نقاط انتشار المسلحين، تعزيزات عسكرية لكذا
        if 0 <= other.first - mention.last <= 1 and other.type == "control_status" and other.sense.cls == "noun":
            continue  # استهداف معاقل كذا
        if other.first > mention.first and other.sense.cls == "noun" and other.type in ("protest", "displacement", "detention"):
            if scene.actors_between(other.first, other.first + 1):
                continue  # أطلق الجيش النار على متظاهرين
        if other.first > mention.first and other.carrier is not None and other.carrier.first == mention.first:
            if mention.sense.cls == "verb" and other.type == mention.type:
                continue  # أطلقت الحركة رشقة صواريخ نحو كذا
        same_kind = other.type == mention.type or (other.type in ATTACKS and mention.type in ATTACKS)
        if other.first > mention.first and other.first < high and not (same_kind and other.sense.cls == "verb"):
            high = min(high, other.first)
        goes_on = mention.sense.cls == "verb" and mention.hit.cut.pro.startswith("و")
        if other.first < mention.first and other.last > low and not same_kind and other.sense.cls == "verb" and not goes_on:
            low = max(low, other.last)
    return low, high


def settle_sides(scene: Scene, mention: Mention, mentions: list[Mention], people: Victims) -> None:
    """Fill in actors and targets of a mention, with the rule that found each."""
    k = next(i for i, m in enumerate(mentions) if m is mention)
    mention.parties = read_sides(scene, mention, fence(scene, mention, mentions), people, mentions[:k])
    mention.actors = [p.entity for p in mention.parties if p.role == "actor"]
    mention.targets = [p.entity for p in mention.parties if p.role == "target"]
