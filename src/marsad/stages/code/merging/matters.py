"""Matters: what keeps two meetings, accords or political acts apart that are told as states of things: another kind, other partners."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.gathered import Gathered
from marsad.stages.code.merging.sides import akin, known
from marsad.stages.code.scene import Scene

# A vote of a council, an election and a coup are told by one type and are never one; so are a visit and a call, an appointment and a resignation.
_OF_KINDS: Final = frozenset(["political_process", "meeting", "personnel_action"])
_AT_ONCE: Final = 4  # tokens between a verb of meeting and the noun that it carries
_ALIKE: Final = ({"visit", "meeting"}, {"summit", "meeting"})  # who visits meets somebody, and so do those at a summit
_HELD: Final = frozenset(["ballot", "ballot-terms"])  # اقتراع is said of an election and of a referendum


def another_matter(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a mention is of another kind than the event, or a meeting or accord of one side with somebody else."""
    last = event.mentions[-1]
    if mention.type != event.type:
        return False
    if last.sense.cls == "verb" and last.clause == mention.clause and mention.first - last.last <= _AT_ONCE:
        return False  # استقبل الوزير اتصالا هاتفيا
    if mention.type == "agreement" and _another_pact(scene, event, mention):
        return True
    if mention.type in _OF_KINDS:
        kind = _kind(mention)
        kinds = {_kind(m) for m in event.mentions}
        ballot = mention.sense.entry.id in _HELD and "referendum" in kinds
        if not ballot and not any(kind == k or {kind, k} in _ALIKE for k in kinds):
            return True
    if (
        mention.type == "meeting"
        and mention.sense.cls == "verb"
        and mention.realis == "planned"
        and mention.sentence > last.sentence
    ):
        if all(m.sense.entry.id != mention.sense.entry.id for m in event.mentions):
            return True  # يعقد الاجتماع غدا. وسيزور الوزير موسكو الشهر المقبل
    return mention.type in ("meeting", "agreement") and _other_partner(scene, event, mention)


def _kind(mention: Mention) -> str:
    """What kind of meeting or political act a mention tells; the name of its type where nothing sets it apart."""
    return mention.sense.entry.matter or mention.type


def _another_pact(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether both are called by names, and not by one: اتفاق الصخيرات, الاتفاق النووي, البيان الختامي; الاتفاق may be any of them."""
    name = _name(scene, mention)
    names = {n for m in event.mentions if (n := _name(scene, m)) is not None}
    if name == "communique" and not names:
        return mention.sentence > event.mentions[-1].sentence  # اتفاق السلام … البيان الختامي للقمة
    return name is not None and bool(names) and name not in names


def _name(scene: Scene, mention: Mention) -> str | None:
    head, tail = scene.form(mention.first), scene.form(mention.last - 1)
    if "بيان" in head:
        return "communique"
    if mention.last - mention.first < 2 or mention.sense.cls != "phrase":
        return None
    if "نووي" in tail:
        return "nuclear"
    return tail.removeprefix("ال") if mention.sense.entry.id == "peace-deals" else None


def _other_partner(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether each has a party that the other has not: التقى الوزير نظيره التركي, then the envoy."""
    if mention.sense.cls != "verb" and mention.definite and not mention.hit.enc:
        return False
    mine, theirs = known(mention.actors), known(event.actors)
    if len(mine) < 2 or len(theirs) < 2:
        return False
    return any(all(not akin(scene, a, b) for b in theirs) for a in mine) and any(
        all(not akin(scene, b, a) for a in mine) for b in theirs
    )
