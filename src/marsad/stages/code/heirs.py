"""Heirs: participants that a mention takes over from its sentence or from the happening that caused it."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.nominals import RELATIVE, adjectival, before, chain, stem_in
from marsad.stages.code.participants import STOP, WAS
from marsad.stages.code.parties import KILLS, Party, Role, may_take_part, principal
from marsad.stages.code.scene import Scene

_EFFECTS: Final = frozenset(["destruction", "equipment_loss", "cumulative_toll", "casualties"])
_PACTS: Final = frozenset(["ceasefire", "agreement", "zone_establish", "talks", "meeting"])
_FAR: Final = 60
HURTING: Final = ATTACKS | {"casualties", "targeted_killing"}
_FIGHT_REACH: Final = 30
_AFTER: Final = frozenset(["بعد", "عقب", "اثر", "خلال", "وبعد", "وعقب", "اعقاب", "نتيجه"])
_STRUCK: Final = frozenset(["air_strike", "shelling", "ground_attack"])
_DAMAGE: Final = frozenset(["destruction", "equipment_loss"])
_HOLD_REACH: Final = 12
_RAID_REACH: Final = 12
_STRONGHOLDS: Final = frozenset(["stronghold", "last-pocket"])
_OF_PLACE: Final = 7  # tokens of the place between its capture and whose stronghold it was
_DURING: Final = frozenset(["في", "خلال", "ضمن"])
_CAME: Final = frozenset(["تقدمت", "تقدم", "سيطرت", "سيطر", "استولت", "استولي", "تسللت", "تسلل", "توغلت", "توغل", "دخلت"])
_RESUMES: Final = frozenset(["عليه", "عليها", "فيه", "فيها", "بها", "به"])
# What stands behind one of these is only where it happened, or where it came from.
_WHERE_ONLY: Final = frozenset(["من", "في", "انطلاقا", "داخل", "ضمن", "مصدره", "مصدرها", "بين", "لدي"])
_AMOUNTS: Final = frozenset(
    ["يعد", "تعد", "يعتبر", "تعتبر", "يشكل", "تشكل", "يمثل", "تمثل", "عد", "اعتبر", "اعتبرت", "شكل", "شكلت"]
)
# Between whom there is one of these, there need be no pact: الصراع بين كذا وكذا على جدول أعمال اللقاء.
_AT_ODDS: Final = frozenset(
    ["صراع", "خلاف", "خلافات", "توتر", "توترات", "حرب", "نزاع", "علاقات", "علاقه", "مواجهه", "مواجهات", "اشتباكات", "معارك", "قتال", "حدود"]
)  # fmt: skip
UNREAL: Final = frozenset(["negated", "planned", "conditional"])


def inherit(scene: Scene, mentions: list[Mention]) -> None:
    """Fill in missing actors, in text order, so that what is filled in can be handed on."""
    for k, mention in enumerate(mentions):
        if mention.type == "territory_capture" and mention.actors and not mention.targets:
            _take(mention, "target", "heir: who lost it", _losers(scene, mention, mentions))
        if mention.type in _STRUCK and not mention.targets:
            _take(mention, "target", "heir: who holds what was struck", _holders(scene, mention, mentions))
        if mention.type in _STRUCK | _DAMAGE and not mention.targets:
            _take(mention, "target", "heir: the object of both nouns", _object_of_both(scene, mention, mentions))
        if mention.type in _DAMAGE and not mention.targets:
            _take(mention, "target", "heir: whom what caused it struck", _struck(scene, mention, mentions))
        if mention.type == "air_defence" and mention.actors and not mention.targets:
            _take(mention, "target", "heir: whose attack it stops", _stopped(mention, mentions))
        if mention.actors:
            continue
        if mention.type in ATTACKS and _alike(scene, mention):
            before_it = _nearest(mentions, k, ATTACKS, back=1)
            if before_it is not None and before_it.first < mention.first and before_it.realis not in UNREAL:
                _take(mention, "actor", "heir: who made the like attack before", before_it.actors)
        if mention.type in ATTACKS and mention.sense.cls == "noun" and mention.hit.cut.pro.endswith("ب") and not mention.actors:
            told = _nearest(mentions[:k], k - 1, ATTACKS, back=0) if k else None
            if told is not None and told.sentence == mention.sentence and told.realis not in UNREAL and _subject(told):
                _take(mention, "actor", "heir: how it was done", told.actors)  # ارتكبت الطائرات مجزرة باستهداف مزرعة
        if mention.type in _EFFECTS:
            cause = _nearest(mentions, k, ATTACKS, back=1)
            if cause is not None and _follows_from(scene, mention, cause):
                _take(mention, "actor", "heir: who did what caused it", cause.actors)
                mention.heir_of = cause
        elif mention.type in _PACTS:
            _take(mention, "actor", "heir: بين in the sentence", _parties(scene, mention))
            if not mention.actors and mention.type != "meeting":  # whose visit it is, no accord says
                pact = _nearest(mentions, k, _PACTS, back=0)
                if pact is not None:
                    # who calls about a truce made none
                    called = mention.type == "ceasefire" and pact.type in ("talks", "meeting")
                    parties = [a for a in pact.actors if not (called and a in scene.actors and scene.actors[a].kind == "person")]
                    _take(mention, "actor", "heir: the parties of the pact in the sentence", parties)
        if mention.type == "ceasefire_violation" and not mention.actors:
            _take(mention, "actor", "heir: whose attack amounts to it", _amounting(scene, mention, mentions))
        if mention.type == "detention" and not mention.actors:
            _take(mention, "actor", "heir: who made the raid in which they were seized", _raiders(scene, mention, mentions))
        if mention.type == "armed_clash":
            _sides_of_clash(scene, mention, mentions)


def _raiders(scene: Scene, arrest: Mention, mentions: list[Mention]) -> list[str]:
    """اعتقالات في عملية أمنية لكذا، اعتقل شابان خلال مداهمة نفذتها كذا: who made the raid that في or خلال names behind an arrest."""
    for raid in mentions:
        near = raid.type == "ground_attack" and 0 < raid.first - arrest.last <= _RAID_REACH and raid.sentence == arrest.sentence
        if near and scene.form(before(scene, raid.first)) in _DURING and raid.realis not in UNREAL and raid.actors:
            return raid.actors
    return []


def _sides_of_clash(scene: Scene, clash: Mention, mentions: list[Mention]) -> None:
    """Fill in who fights: who took ground in it and from whom, else the two sides of its sentence, else who took ground."""
    if not clash.actors:
        _take(clash, "actor", "heir: who took ground in it and from whom", _fought_for(scene, clash, mentions))
    if len(clash.actors) < 2:
        _take(clash, "actor", "heir: every side of the sentence", _sides(scene, clash))
    if not clash.actors:
        _take(clash, "actor", "heir: who took ground in it", _fought_for(scene, clash, mentions, alone=True))


def _amounting(scene: Scene, breach: Mention, mentions: list[Mention]) -> list[str]:
    """يعد قصف كذا للبلدة خرقا للهدنة، قصفت كذا البلدة في خرق للهدنة: who made the attack that is called a breach in its sentence."""
    sentence = scene.sentence(breach.first)
    attack = next((m for m in reversed(mentions) if m.first < breach.first and m.type in ATTACKS and m.actors), None)
    if sentence is None or attack is None or attack.sentence != breach.sentence or attack.realis in UNREAL:
        return []
    called = any(scene.form(k).removeprefix("و") in _AMOUNTS for k in range(sentence.first, breach.first))
    return attack.actors if called or scene.form(breach.first - 1) in ("في", "ب") else []


def _subject(mention: Mention) -> bool:
    """Whether the doer of a mention is the subject of its verb."""
    return any(p.role == "actor" and p.rule.startswith("the subject") for p in mention.parties)


def _alike(scene: Scene, mention: Mention) -> bool:
    """قصف مماثل، غارات مماثلة: whether a noun says that the attack is like the one told before."""
    return mention.sense.cls != "verb" and any(
        scene.form(k).removeprefix("ال") in ("مماثل", "مماثله", "مشابه", "مشابهه") for k in range(mention.last, mention.last + 3)
    )


def _losers(scene: Scene, capture: Mention, mentions: list[Mention]) -> list[str]:
    """Who lost what was taken, where its sentence says so: the other side of the fight for it, who held it, who left it.

    سيطر الجيش على البلدة بعد اشتباكات مع كذا، سيطرت على مواقع كان كذا يتمركز فيها، دخل الجيش البلدة بعد انسحاب كذا.
    """
    had = [a for a in _had_before(scene, capture) if not _own(scene, a, capture) and fights(scene, a)]
    if had:
        return had
    for other in sorted(mentions, key=lambda m: (abs(m.first - capture.first), m.first)):
        gap = other.first - capture.last if other.first > capture.first else capture.first - other.last
        if other is capture or other.sentence != capture.sentence or gap > _FIGHT_REACH or other.realis in UNREAL:
            continue
        behind = other.first > capture.first
        led = scene.form(before(scene, other.first)) in _AFTER
        guessed = any(p.rule.startswith("heir") for p in other.parties if p.role == "actor")
        if (
            other.type == "armed_clash"
            and not guessed
            and (led or not behind)
            and any(_own(scene, a, capture) for a in other.actors)
        ):
            foes = other.actors
        elif other.type in ATTACKS and (led or not behind) and any(_own(scene, a, capture) for a in other.actors):
            foes = other.targets
        elif other.type == "withdrawal" and behind and led:
            foes = other.actors
        elif other.type in ("deployment", "control_status") and behind and _in_relative(scene, other, capture):
            foes = other.actors
        elif other.sense.entry.id in _STRONGHOLDS and behind and gap <= _OF_PLACE:
            foes = other.actors  # سيطر الجيش على البلدة، آخر معاقل كذا
        else:
            continue
        foes = [a for a in foes if not _own(scene, a, capture) and fights(scene, a)]
        if foes:
            return foes
    return []


def _object_of_both(scene: Scene, mention: Mention, mentions: list[Mention]) -> list[str]:
    """قصف وتدمير مواقع كذا: whom the second of two joined nouns or verbs falls upon, the first does too."""
    for other in mentions:
        if other.first == mention.last and other.sense.cls in ("noun", "phrase", "verb"):
            joined = scene.form(other.first).startswith("و") and not mention.definite
            return list(other.targets) if joined and other.type in _STRUCK | _DAMAGE else []
    return []


def _struck(scene: Scene, damage: Mention, mentions: list[Mention]) -> list[str]:
    """غارات على مواقع كذا أدت إلى تدمير مخازن: the armed side that was struck, where the damage has no owner of its own."""
    if scene.form(before(scene, damage.first)) in _AFTER - {"نتيجه", "خلال"}:
        return []  # تدخلت القوة بعد احتراق ثلاث آليات: what was told before did not burn them
    equipment = damage.type == "equipment_loss"
    causes = [
        m
        for m in mentions
        if m.first < damage.first
        and (
            m.type in ATTACKS
            and 0 <= damage.sentence - m.sentence <= 1
            or equipment
            and m.type in HURTING
            and m.sentence == damage.sentence  # مقتل 23 عنصرا من كذا وتدمير دبابتين
        )
    ]
    if not causes:
        return []
    cause = causes[-1]
    if not _follows_from(scene, damage, cause) or cause.realis in UNREAL:
        return []
    return [t for t in cause.targets if fights(scene, t)]


def _had_before(scene: Scene, capture: Mention) -> list[str]:
    """استعادوا المواقع التي كانت كذا تقدمت إليها: who had come to hold what is taken back, by the clause of its noun."""
    end = min(len(scene.tokens), capture.last + _HOLD_REACH)
    for k in range(capture.last, end):
        if scene.form(k) in ("،", ",", ".", "؛") or scene.tokens[k].kind == "break":
            return []
        if scene.form(k) in _CAME and scene.form(k + 1) in _RESUMES | {"اليها", "اليه"}:
            at = k + 2  # نقاط تقدمت إليها قوات كذا
        elif scene.form(k) in RELATIVE and scene.form(k + 1) in WAS:
            at = k + 2 + (scene.form(k + 2) == "قد")
        else:
            continue
        held = [m for m in scene.actors_between(at, at + 1) if may_take_part(scene, m) and not adjectival(m)]
        if not held:
            return []
        holders = chain(scene, max(held, key=lambda m: m.last), end, helps=False)
        behind = {scene.form(j) for j in range(holders[-1].last, holders[-1].last + 3)}
        lost = any(f.startswith(("خسر", "فقد", "انسحب", "تراجع", "تخل")) for f in behind)
        return [] if lost else [principal(scene, m) for m in holders]
    return []


def _holders(scene: Scene, attack: Mention, mentions: list[Mention]) -> list[str]:
    """قصف مناطق سيطرة كذا، غارات على معسكر يسيطر عليه كذا: who holds what is struck, where the clause of its noun says so."""
    for other in mentions:
        if other.sentence != attack.sentence or not 0 <= other.first - attack.last <= _HOLD_REACH or other is attack:
            continue
        if other.type not in ("control_status", "deployment") or not other.actors or other.realis in UNREAL:
            return []
        between = [scene.form(k) for k in range(attack.last, other.first)]
        if _WHERE_ONLY & set(between) or STOP & set(between) - RELATIVE or {"،", ",", ".", "؛", "ان"} & set(between):
            return []
        area = other.sense.entry.id == "under-control" and (
            scene.form(other.first).removeprefix("ال").startswith(("خاضع", "تحت", "واقع"))
            or stem_in(scene, other.first, scene.words("thing-struck"))
        )
        resumed = scene.form(other.last - 1) in _RESUMES or scene.form(other.last) in _RESUMES
        if not (area or resumed and other.sense.cls != "noun" or _in_relative(scene, other, attack)):
            return []
        return [a for a in other.actors if not _own(scene, a, attack) and fights(scene, a)]
    return []


def _fought_for(scene: Scene, clash: Mention, mentions: list[Mention], *, alone: bool = False) -> list[str]:
    """سيطر كذا على مواقع كذا بعد معارك: who took ground and from whom, where the fight stands behind بعد in the same sentence.

    `alone` takes who took it where nobody says from whom.
    """
    if scene.form(before(scene, clash.first)) not in _AFTER:
        return []
    for other in reversed(mentions):
        near = 0 < clash.first - other.last <= _FIGHT_REACH and other.sentence == clash.sentence
        if (
            near
            and other.type == "territory_capture"
            and other.realis not in UNREAL
            and other.actors
            and (other.targets or alone)
        ):
            return [*other.actors, *other.targets]
    return []


def _stopped(defence: Mention, mentions: list[Mention]) -> list[str]:
    """تصدت الدفاعات لعدوان إسرائيلي، أطلقت كذا صواريخ واعترضت الدفاعات: who made the nearest attack of the sentence."""
    made = [
        m
        for m in mentions
        if m.type in ATTACKS and m.sentence == defence.sentence and m.actors and not set(m.actors) & set(defence.actors)
    ]
    nearest = min(made, key=lambda m: (abs(m.first - defence.first), m.first), default=None)
    return nearest.actors if nearest is not None else []


def _own(scene: Scene, entity: str, capture: Mention) -> bool:
    """Whether an actor is one of those who took it, or belongs to one."""
    actor = scene.actors.get(entity)
    return any(
        entity == a or (actor is not None and actor.of == a) or (a in scene.actors and scene.actors[a].of == entity)
        for a in capture.actors
    )


def fights(scene: Scene, entity: str) -> bool:
    """Whether an actor is one that can lose ground in a fight: an army, an armed group, a coalition, a government."""
    actor = scene.actors.get(entity)
    return actor is not None and actor.kind in ("armed_forces", "armed_group", "coalition", "government")


def _in_relative(scene: Scene, held: Mention, capture: Mention) -> bool:
    """Whether a holding stands in the relative clause of what was taken (المواقع التي كانت تتمركز فيها كذا، الخاضعة لسيطرة كذا)."""
    if any(
        scene.form(k) in (".", "؛") or scene.form(k) in ("،", ",") and scene.form(k + 1) not in ("اخر", "احد", "احدي", "وهي")
        for k in range(capture.last, held.first)
    ):
        return False  # but: على البلدة، آخر المناطق التي كانت تحت سيطرة كذا
    between = range(max(capture.last, held.first - 4), held.first)
    indefinite = any(scene.form(k) in WAS | {"تخضع", "يخضع", "تقع"} for k in between)  # مواقع كانت تحت سيطرة كذا
    return (
        indefinite or any(scene.form(k) in RELATIVE for k in between) or scene.form(held.first - 1).startswith(("الخاضع", "خاضع"))
    )


def _follows_from(scene: Scene, effect: Mention, cause: Mention) -> bool:
    """Whether an effect may be told of a cause: close by, with no other armed side named in front of the effect.

    يعلن التنظيم تدمير عربة is the organisation's, whatever the sentence before says.
    """
    sentence = scene.sentence(effect.first)
    if sentence is None or abs(effect.first - cause.last) > _FAR:
        return False
    low = max(sentence.first, cause.last)
    return not any(
        m.entity in scene.actors
        and scene.actors[m.entity].kind in ("armed_forces", "armed_group", "coalition")
        and scene.actors[m.entity].registered
        and m.form != "nisba"
        and not _near(scene, m.entity, cause)
        for m in scene.actors_between(low, effect.first)
    )


def _near(scene: Scene, entity: str, cause: Mention) -> bool:
    """Whether an actor takes part in the cause, or belongs to one that does."""
    sides = {*cause.actors, *cause.targets}
    actor = scene.actors.get(entity)
    return entity in sides or (actor is not None and actor.of in sides)


def bequeath(scene: Scene, killing: Mention, cause: Mention) -> None:
    """Hand the people of a killing over to what caused it, and its doer where the cause has none."""
    for party in killing.parties:
        actor = scene.actors.get(party.entity)
        if actor is None or any(p.entity == party.entity for p in cause.parties):
            continue
        if party.role == "actor" and not cause.actors and not party.rule.startswith("heir"):
            cause.parties.append(party)
            cause.actors.append(party.entity)
        elif party.role == "target" and (actor.kind == "person" or party.rule == KILLS):
            cause.parties.append(party)
            cause.targets.append(party.entity)


def _take(mention: Mention, role: Role, rule: str, entities: list[str]) -> None:
    known = {p.entity for p in mention.parties}
    for entity in entities:
        if entity not in known:
            mention.parties.append(Party(entity, role, rule, None))
            (mention.actors if role == "actor" else mention.targets).append(entity)


def _nearest(mentions: list[Mention], k: int, types: frozenset[str], *, back: int) -> Mention | None:
    """The nearest mention of these types with actors in the sentence, else in the `back` sentences before."""
    mention = mentions[k]
    found = [
        m for m in mentions if m.type in types and m.actors and 0 <= mention.sentence - m.sentence <= back and m is not mention
    ]
    if not found:
        return None
    return min(found, key=lambda m: (mention.sentence - m.sentence, abs(mention.first - m.first), m.first))


def _sides(scene: Scene, mention: Mention) -> list[str]:
    """For fighting of unnamed sides: the two armed sides of the sentence, when it names just two."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    out = list(mention.actors)
    ally = -1
    for m in scene.actors_between(sentence.first, sentence.last):
        actor = scene.actors.get(m.entity)
        if actor is None or actor.kind not in ("armed_forces", "armed_group", "coalition") or not may_take_part(scene, m):
            continue
        if scene.form(before(scene, m.first)) in ("مسمي", "اسم", "بمسمي", "باسم", "شعار"):
            continue  # معركة تحت مسمى جيش كذا
        if actor.registered and m.entity not in out:
            if m.first == ally and scene.form(m.first).startswith("و"):
                return []  # منذ زحف كذا وقوات كذا إليها: the two are one side
            out.append(m.entity)
            ally = m.last
    return out if len(out) == 2 else []


def _parties(scene: Scene, mention: Mention) -> list[str]:
    """All states and sides named in the sentence of a pact around بين or joined as its subject."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    out: list[str] = []
    for k in range(sentence.first, sentence.last):
        near = -12 <= k - mention.first <= 24  # further off it belongs to another happening
        among = scene.form(k - 1) == "من"  # من بين الدول
        if scene.form(k) == "بين" and near and not among and not (stem_in(scene, k - 1, _AT_ODDS) and k != mention.last):
            end = min(k + 9, sentence.last)
            end = next((j for j in range(k, end) if scene.form(j) in RELATIVE or scene.form(j) in scene.words("excluding")), end)
            for m in scene.actors_between(k, end):
                if may_take_part(scene, m) and m.entity not in out and m.form != "nisba":
                    out.append(m.entity)
            if len(out) >= 2:
                return out
            out = []
    return out
