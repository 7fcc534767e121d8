"""Sharing: participants that an event takes over from the other events of its report."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.heirs import HURTING, UNREAL, fights
from marsad.stages.code.merging import Gathered
from marsad.stages.code.nominals import stem_in
from marsad.stages.code.participants import Victims
from marsad.stages.code.parties import Party
from marsad.stages.code.scene import Scene

_CARE: Final = frozenset(["humanitarian_aid", "evacuation"])
_CARE_REACH: Final = 2
# Entries of rescue and first aid; who gets relief goods is another matter.
_RESCUES: Final = frozenset(
    ["rescue", "rescue-verb", "rescue-masdar", "rescue-verb-4", "treat-wounded", "put-out-fire", "nurse", "first-aid", "rescuers-race",
     "bring-to-care", "carry-wounded", "ambulances-carry", "carry-hurt", "clear-wounded", "rushed-to-hospital"]
)  # fmt: skip


def share_sole_striker(scene: Scene, events: list[Gathered]) -> None:
    """Hand the actors of the air strikes of a report to those without any, where all others have the same.

    Of eleven such strikes on the annotated articles eight were theirs, of those told as news six of seven.
    """
    strikes = [e for e in events if e.type == "air_strike"]
    known = {tuple(sorted(e.actors)) for e in strikes if e.actors}
    if len(known) != 1:
        return
    blamed = (c for e in strikes for m in e.mentions for c in scene.claims_at(m.span) if c.stance in ("accuses", "denies"))
    if any(True for _ in blamed):
        return  # who struck is disputed
    for event in strikes:
        if not event.actors and event.realis in ("actual", "ongoing"):
            event.actors.extend(a for a in sorted(*known) if a not in event.targets)


def share_sole_attacker(scene: Scene, events: list[Gathered]) -> None:
    """Hand the one side that attacks from the air or with missiles in a report to the air defence that stops somebody unnamed."""
    attacks = [e for e in events if e.type in ("air_strike", "shelling") and e.realis not in UNREAL]
    defenders = {a for e in events if e.type == "air_defence" for a in e.actors}
    for event in events:
        if event.type != "air_defence" or event.targets or not event.actors or event.realis in UNREAL:
            continue
        if event.mentions[0].sense.entry.id == "target-verb":
            continue  # استهدفت القوات بصاروخ حراري سيارة: only its missile is one of air defence
        kin = {*event.actors, *(scene.actors[a].of for a in event.actors if a in scene.actors)}
        sides = {
            a
            for e in attacks
            for a in e.actors
            if a not in kin | defenders and not (a in scene.actors and scene.actors[a].of in kin)
        }
        if len(sides) == 1:
            _give(event, "heir: the one side that attacks", *sides)


def _give(event: Gathered, rule: str, target: str) -> None:
    """Add a target to an event, with the rule for its trace."""
    event.targets.append(target)
    event.mentions[0].parties.append(Party(target, "target", rule, None))


def share_sole_loser(scene: Scene, events: list[Gathered]) -> None:
    """Hand the one side from which ground is taken in a report to what frees or wins back ground without saying from whom.

    Of 13 such captures on the annotated articles nine are annotated with it, the others with nobody. What is merely taken is left
    as it is (of ten five).
    """
    taken = [e for e in events if e.type == "territory_capture"]
    losers = {t for e in taken for t in e.targets if fights(scene, t)}
    if not losers:
        _took_before(scene, taken)
    if len(losers) != 1:
        return
    (loser,) = losers
    of = {loser, scene.actors[loser].of}
    for event in taken:
        if (
            not event.actors
            or event.targets
            or any(a in of or (a in scene.actors and scene.actors[a].of == loser) for a in event.actors)
        ):
            continue
        if any(stem_in(scene, k, scene.words("wins-back")) for m in event.mentions for k in range(m.first, m.last)):
            _give(event, "heir: the one side that loses ground", loser)


def _took_before(scene: Scene, taken: list[Gathered]) -> None:
    """استعادت كذا المدينة بعد أشهر من سيطرة الجيش عليها: who is told to have taken the same town is whom it is won back from."""
    for event in taken:
        back = any(stem_in(scene, k, scene.words("wins-back")) for m in event.mentions for k in range(m.first, m.last))
        if not back or not event.actors or event.realis in UNREAL:
            continue
        sides = {
            a
            for e in taken
            if e is not event and (e.fine & event.fine or not e.fine and e.mentions[0].sentence == event.mentions[0].sentence)
            for a in e.actors
            if fights(scene, a) and a not in event.actors
        }
        sides = {a for a in sides if not any(_kin(scene, a, b) for b in event.actors)}
        if len(sides) == 1:
            _give(event, "heir: who had taken it before", *sides)


def _kin(scene: Scene, left: str, right: str) -> bool:
    """Whether one of two actors is a body of the other, or both are of a third."""
    one, two = (scene.actors[a].of if a in scene.actors else None for a in (left, right))
    return one == right or two == left or (one is not None and one == two)


def share_victims(events: list[Gathered], victims: Victims) -> None:
    """Hand the people hurt over to those who rescued them, where no word says whom (المصابين are called so on the annotated articles)."""
    for event in events:
        if event.type == "ground_attack" and not event.targets:
            event.targets.extend(t for t in _sought(event, events) if t not in event.actors)
        if (
            event.type not in _CARE
            or event.mentions[0].sense.entry.id not in _RESCUES
            or event.realis in ("negated", "conditional")
        ):
            continue
        if event.targets:
            continue
        first = event.mentions[0]
        causes = [
            e
            for e in events
            if e.type in HURTING and e.realis not in UNREAL
            for m in e.mentions
            if m.first < first.first and first.sentence - m.sentence <= _CARE_REACH
        ]
        for cause in reversed(causes):
            hurt = [t for t in cause.targets if victims.people(t) and t not in event.actors and t not in event.targets]
            if hurt:
                event.targets[:] = hurt
                break


def _sought(raid: Gathered, events: list[Gathered]) -> list[str]:
    """إنزالا جويا لاعتقال قيادي: whom a raid was made to seize or kill, right behind ل."""
    for event in events:
        first = event.mentions[0]
        if event.type in ("detention", "abduction", "targeted_killing") and first.hit.cut.pro == "ل":
            if any(m.sentence == first.sentence and 0 <= first.first - m.last <= 4 for m in raid.mentions):
                return event.targets
    return []
