"""Pairs: whether type and realis of a mention fit an event, and how the two stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from marsad.model import Realis
from marsad.stages.code.families import DONE
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.apart import apart, coordinated, day_of, elsewhere, turns, two_times
from marsad.stages.code.merging.gathered import ACCORDS, POINTING, STANDING, TRUCES, Gathered, fine_places
from marsad.stages.code.merging.sides import known, related
from marsad.stages.code.scene import Scene

# قصف is never told again as إطلاق نار; only هجوم may be told as either
_UNLIKE: Final = (frozenset(["shelling", "small_arms_fire"]), frozenset(["air_strike", "small_arms_fire"]))
_FIRED: Final = ("shelling", "air_strike")  # قصف is no تفجير
_PLANTED: Final = "bombing"
_OFF: Final[frozenset[Realis]] = frozenset(["negated", "historical"])


@dataclass(frozen=True, slots=True)
class Pair:
    """How a mention stands to an event: sentences between, actors and towns in common, another day, a further happening."""

    gap: int
    noun: bool
    known: bool
    strangers: bool
    fine: bool
    shared: bool
    apart: bool
    elsewhere: bool
    later: bool
    joined: bool
    same_word: bool  # told before by a word of the same entry
    others: bool  # each names whom it was done to, and they are not the same


def type_fits(event: Gathered, mention: Mention) -> bool:
    """Whether a mention may name an event of this type: the same, an attack whose kind is open, a word that points back."""
    if event.type == mention.type:
        return True
    entry = mention.sense.entry
    if entry.refers:
        return mention.type in POINTING and event.type in POINTING
    if event.type == "suicide_attack" and mention.type == "bombing_ied" and entry.open and mention.definite:
        return True  # الهجوم نفذ بسيارة مفخخة
    if event.type in TRUCES and entry.id in ACCORDS:
        return mention.definite and mention.sense.number == "s"
    if event.type in ATTACKS and mention.type in ATTACKS:
        if {event.type, mention.type} in _UNLIKE or _planted_or_fired(event, mention):
            return False
        return event.open or mention.open
    return False


def _planted_or_fired(event: Gathered, mention: Mention) -> bool:
    """Whether one of them was a تفجير and the other a قصف, which never are one."""
    planted = any(m.sense.entry.id == _PLANTED for m in event.mentions)
    return (planted and mention.type in _FIRED) or (
        mention.sense.entry.id == _PLANTED and event.type in _FIRED and not event.open
    )


def realis_fits(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether what one of them says is done, planned, denied or past may be said of the other."""
    if event.realis == mention.realis:  # what lies back at two times is two happenings
        points = mention.definite and mention.sense.cls != "verb"
        return points or mention.realis != "historical" or not two_times(scene, event, mention)
    if mention.demonstrative and mention.realis == "actual" and event.realis == "historical" and event.type not in STANDING:
        return False  # جاء هذا التقدم عقب عملية: what is new is no background
    if mention.definite and mention.sense.cls != "verb" and mention.realis in ("actual", "ongoing", "negated", "conditional"):
        return True
    if event.type == "ceasefire" and {event.realis, mention.realis}.isdisjoint(_OFF):
        return True  # one truce, wanted, announced and in force
    if {event.realis, mention.realis} <= DONE:
        news = event.realis == "historical" and mention.realis == "actual" and event.type not in STANDING
        background = mention.realis == "historical" and event.realis == "actual"
        return mention.definite or not (news or background)
    return False


def compare(scene: Scene, event: Gathered, mention: Mention) -> Pair:
    """How a mention stands to an event."""
    last = event.mentions[-1]
    mine, theirs = known(mention.actors), known(event.actors)
    kin = bool(mine and theirs) and related(scene, mine, theirs)
    fine = fine_places(scene, mention.places)
    day, days = day_of(scene, mention.time), {day_of(scene, m.time) for m in event.mentions} - {None}
    return Pair(
        gap=mention.sentence - last.sentence,
        noun=mention.sense.cls != "verb",
        known=kin or bool(set(mention.actors) & set(event.actors)),
        strangers=bool(mine and theirs) and not kin,
        fine=bool(fine),
        shared=bool(fine & event.fine),
        apart=apart(scene, event, mention),
        elsewhere=elsewhere(scene, event, mention),
        later=day is not None and bool(days) and day not in days and len({d[0] for d in (day, *days) if d}) == 1,
        same_word=any(m.sense.entry.id == mention.sense.entry.id for m in event.mentions),
        others=bool(mention.targets and event.targets) and not set(mention.targets) & set(event.targets),
        joined=coordinated(scene, last, mention) or (mention.sentence > last.sentence and turns(scene, mention)),
    )
