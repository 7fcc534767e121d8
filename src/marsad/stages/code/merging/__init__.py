"""Merging: several mentions of one happening become one event, different happenings stay apart."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.alike import agreed
from marsad.stages.code.merging.apart import sharper
from marsad.stages.code.merging.deaths import same_death
from marsad.stages.code.merging.gathered import ACCORDS, POINTING, TRUCES, Gathered, begun, fine_places
from marsad.stages.code.merging.likeness import Likeness
from marsad.stages.code.merging.sides import can_suffer, commands, holds, known, only_weapon, side_by_side
from marsad.stages.code.nominals import one_person
from marsad.stages.code.scene import Scene

__all__ = ["POINTING", "Gathered", "gather"]

_HEARD: Final = "explosions-heard"


def _heard_alone(mention: Mention, mentions: list[Mention]) -> bool:
    """Whether blasts were heard and the report tells of no attack that could have made them: سمع دوي انفجارات في المدينة."""
    return mention.sense.entry.id == _HEARD and not any(m.type in ATTACKS and m.sense.entry.id != _HEARD for m in mentions)


def gather(scene: Scene, mentions: list[Mention]) -> list[Gathered]:
    """Events in the order of their first mention."""
    events: list[Gathered] = []
    likeness = Likeness(scene, mentions)
    for mention, behind in zip_longest(mentions, mentions[1:]):
        if behind is not None and _is_about(mention, behind):
            mention.type = behind.type
        beside_it = [e for e in events if e.mentions[0].beside(mention)]  # no entry of a ticker tells another's happening
        likes = [(like, e) for e in beside_it if (like := likeness.of(e, mention)) is not None and like[0] > 0]
        order = [
            (e.type == "agreement" or mention.sense.entry.id not in ACCORDS, like[0], e.mentions[-1].first) for like, e in likes
        ]
        if not likes:
            if mention.sense.entry.refers:
                if not _heard_alone(mention, mentions):
                    continue
                mention.type = "bombing_ied"
            events.append(begun(scene, mention, main=all(e.type != mention.type for e in beside_it)))
            continue
        (_, why), home = likes[order.index(max(order))]  # an accord comes to a truce only where no agreement was told
        _join(scene, home, mention, why)
    _tell_deaths_once(scene, events)
    for event in events:
        cause = event.mentions[0].heir_of
        if cause is not None:
            source = next((e for e in events if any(m is cause for m in e.mentions)), None)
            if source is not None:
                event.actors = list(source.actors)
    for event in events:
        event.targets[:] = [t for t in event.targets if can_suffer(scene, event, t)]
    for event in events:
        named = [a for a in event.actors if not only_weapon(scene, a)]
        event.actors[:] = named or event.actors
        for side in (event.actors, event.targets):
            side[:] = [
                a
                for a in side
                if not any(
                    (holds(scene, a, b) and not side_by_side(event, a, b)) or commands(scene, event, a, b) for b in side if b != a
                )
            ]
    return events


def _join(scene: Scene, home: Gathered, mention: Mention, why: str) -> None:
    """Let an event have a further mention, with all that it says."""
    if agreed(home, mention):
        home.type = mention.type
    home.mentions.append(mention)
    home.reasons.append(why)
    if home.realis == "ongoing" and mention.realis == "actual" and home.type in ATTACKS:
        home.realis = "actual"  # طائرات تقصف البلدة … قصفت البلدة صباح اليوم
    shot = home.type == "ground_attack" and mention.type == "small_arms_fire"  # هاجموا القرية … بالرصاص
    if home.open and not mention.open and not mention.sense.entry.refers and not shot:
        home.type, home.open = mention.type, False
    sure = known(home.actors)
    met = {p.entity for p in mention.parties if home.type == "meeting" and p.mention is not None and one_person(scene, p.mention)}
    home.actors.extend(
        x for x in mention.actors if x not in home.actors and (x in met or not (sure and x.startswith("local:")))
    )  # وصل وفد من كذا للقاء رئيس الحكومة
    home.targets.extend(x for x in mention.targets if x not in home.targets)
    home.places.extend(p for p in mention.places if p not in home.places)
    home.fine |= fine_places(scene, mention.places)
    if home.time is None or sharper(scene, mention.time, home.time):
        home.time = mention.time


def _tell_deaths_once(scene: Scene, events: list[Gathered]) -> None:
    """Make the killings of one named person one event; who killed him tells most."""
    for event in list(events):
        home = next(
            (
                e
                for e in events
                if e is not event and e.mentions[0].first < event.mentions[0].first and same_death(scene, e, event)
            ),
            None,
        )
        if home is None:
            continue
        events.remove(event)
        if home.type == "casualties":
            home.type = event.type
        for mention in event.mentions:
            _join(scene, home, mention, "nobody dies twice")
        told = sorted(zip(home.mentions, home.reasons, strict=True), key=lambda m: m[0].first)
        home.mentions[:], home.reasons[:] = [m for m, _ in told], [w for _, w in told]


def _is_about(accord: Mention, truce: Mention) -> bool:
    """Whether an accord is the truce that it is about: اتفاق وقف الأعمال العدائية."""
    if accord.sense.entry.id not in ACCORDS or accord.hit.cut.pro.endswith("ال"):
        return False
    return accord.type == "agreement" and truce.type in TRUCES and 0 <= truce.first - accord.last <= 1
