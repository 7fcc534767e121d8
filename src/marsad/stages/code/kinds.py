"""Kinds: an attack whose words leave open what it was is of the kind that its report tells of.

`هجمات القوات على البلدات` in a report of artillery fire are shelling, `القصف` behind an air raid is that raid.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from marsad.model import EventType
from marsad.stages.code.means import AIMED, ATTACKS, OFFICIAL, struck_by
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_BLASTS: Final = frozenset(["explosion", "explode-passive", "parcel-detonate"])
_BOMBINGS: Final = frozenset(["bombing", "terrorist-bombing", "explosion", "detonate"])
_MASSACRES: Final = frozenset(["massacre"])
# Words that say that somebody attacked, and not how.
_ASSAULTS: Final = frozenset(["attack-noun", "assault-noun", "armed-attack", "attack-on-post"])
_LAID: Final[frozenset[EventType]] = frozenset(["suicide_attack", "bombing_ied"])
_FIRE: Final[frozenset[EventType]] = frozenset(["air_strike", "shelling"])
_CLOSE: Final[frozenset[EventType]] = frozenset(
    ["ground_attack", "armed_clash", "territory_capture", "small_arms_fire", "suicide_attack", "bombing_ied"]
)
# What an attack is for, or how it goes, that is made on the ground.
_GROUND_AIMS: Final = frozenset(["سيطره", "السيطره", "انتزاع", "استعاده", "اقتحام"])
_FOR: Final = frozenset(["بهدف", "هدفه", "بغيه", "اجل", "بقصد", "محاولا", "محاوله"])
_ON_THE_GROUND: Final = frozenset(["بري", "بريا", "بريه", "محاور", "محورين"])
_AIM_REACH: Final = 9
_ROCKETS: Final = frozenset(["rocket", "missile"])
_AFAR: Final = frozenset(["state", "coalition"])  # who strikes in other lands
_UNDONE: Final = frozenset(["planned", "conditional", "negated", "failed"])
_SEVERAL: Final = 2  # strikes told where an attack of nobody is one
_HURT: Final = ("dead-word", "harm-word")
_BACK: Final = 2  # sentences from القصف back to the fire that it means


def settle_kinds(scene: Scene, mentions: list[Mention]) -> None:
    """Give attacks of an open kind that of the fire, the aircraft or the bombs of which their report tells."""
    _share_fire(scene, mentions)
    _share_air(scene, mentions)
    _share_bombs(mentions)
    _share_blasts(scene, mentions)
    _share_massacres(mentions)
    _share_nouns(scene, mentions)


def _share_nouns(scene: Scene, mentions: list[Mention]) -> None:
    """Let aiming at something be of the kind of the attack that aims: الهجمات التي تستهدف القرى."""
    for mention in mentions:
        if mention.open and mention.sense.entry.id == "target-verb":
            noun = struck_by(scene, mention, mentions)
            if noun is not None:
                mention.type, mention.open = noun.type, noun.open


def _share_fire(scene: Scene, mentions: list[Mention]) -> None:
    """Let an attack without a weapon be fire from afar where a state or an army is its doer or the report tells of such fire.

    What an army does in `هجماتها على البلدات`, or in an attack that hurt people and took nothing, is shelling, unless the report tells rather of fights and ground taken;
    fighters come close, where the report does not tell of their shells above all; so do attackers whom nobody names
    (`أصيب حارس في هجوم`), unless the attack is spoken of as known.
    """
    fire = sum(m.type in _FIRE for m in mentions)
    shells = sum(m.type == "shelling" for m in mentions)
    unsaid = [m for m in mentions if m.open and m.type == "ground_attack" and m.sense.entry.id in _ASSAULTS]
    aimed = [m for m in mentions if m.open and m.type == "ground_attack" and m.sense.entry.id in AIMED]
    close = sum(m.type in _CLOSE for m in mentions) - len(unsaid) - len(aimed)
    for mention in unsaid:
        if mention.realis in _UNDONE or _for_ground(scene, mention):
            continue
        kinds = {actor.kind for a in mention.actors if (actor := scene.actors.get(a)) is not None}
        if not kinds:
            known = mention.definite or mention.demonstrative or mention.sense.number != "s"
            afar = known and fire >= max(_SEVERAL, 2 * close)
        elif kinds & OFFICIAL:
            hurt = any(scene.has_class(name, *_sentence(scene, mention)) for name in _HURT)
            afar = (fire > 0 or hurt or any(m.sentence == mention.sentence for m in aimed)) and fire >= 2 * close
        else:
            afar = shells > 0 and shells >= 2 * close and 2 * shells > fire
        if afar:
            mention.type = "shelling"


def _for_ground(scene: Scene, mention: Mention) -> bool:
    """هجوم للسيطرة على كذا، هجوم واسع، لصد هجوم: what aims at ground, goes on along fronts or is held off is no fire from afar."""
    for k in range(mention.last, min(mention.clause[1], mention.last + _AIM_REACH)):
        aimed = scene.form(k).startswith("ل") or scene.form(k - 1) in _FOR
        if scene.form(k) in _ON_THE_GROUND or (aimed and not scene.page.lookup.stems(scene.form(k)).isdisjoint(_GROUND_AIMS)):
            return True
    return False


def _share_air(scene: Scene, mentions: list[Mention]) -> None:
    """Let a bombardment without a weapon be from the air where its doer strikes from the air, and only so, in the same report.

    Rockets of another land are from her aircraft where it tells of raids of hers and of no guns (صواريخ إسرائيلية). A strike
    whose doer is not said is the fire told right before it (القصف behind a raid), else from the air where the report told of
    air strikes before it and of no other fire.
    """
    aloft = {a for m in mentions if m.type == "air_strike" and not m.open for a in m.actors}
    below = {a for m in mentions if m.type == "shelling" and not m.open for a in m.actors}
    guns = {_land(a) for m in mentions if m.type == "shelling" and not m.open and not _by_rockets(m) for a in m.actors}
    flying = {_land(a) for a in aloft} - guns
    told = {m.type for m in mentions if m.type in _FIRE and not m.open}
    last: Mention | None = None
    for mention in mentions:
        if mention.type not in _FIRE:
            continue
        states = all((actor := scene.actors.get(a)) is not None and actor.kind in _AFAR for a in mention.actors)
        if mention.type == "shelling" and not mention.open and mention.actors and _by_rockets(mention):
            if states and {_land(a) for a in mention.actors} <= flying:
                mention.type = "air_strike"  # صواريخ إسرائيلية, beside raids of hers
        if mention.open and mention.type == "air_strike" and mention.sense.entry.id == "strikes" and told == {"shelling"}:
            mention.type = "shelling"  # الضربة, in a report of shells
        if mention.open and mention.type == "shelling":
            if mention.actors:
                air = set(mention.actors) <= aloft - below or (states and {_land(a) for a in mention.actors} <= flying)
            elif mention.sense.entry.id in _ASSAULTS:
                air = False
            elif last is not None and _means(mention, last):
                air = last.type == "air_strike"
            else:
                air = told == {"air_strike"} and last is not None
            if air:
                mention.type, mention.open = "air_strike", False
        last = mention


def _sentence(scene: Scene, mention: Mention) -> tuple[int, int]:
    """The tokens of its sentence, else of its clause."""
    sentence = scene.sentence(mention.first)
    return (sentence.first, sentence.last) if sentence is not None else mention.clause


def _land(actor: str) -> str:
    """The land or body of a force: il.air_force is of il."""
    return actor.partition(".")[0]


def _by_rockets(mention: Mention) -> bool:
    """Whether rockets are all that is said of what was fired; guns are on the ground, rockets on aircraft too."""
    kinds = {h.payload.kind for h in mention.means}
    return bool(kinds) and kinds <= _ROCKETS


def _means(mention: Mention, told: Mention) -> bool:
    """Whether a strike that names no doer is the one told before it: it stands in its sentence, or is definite soon behind."""
    if mention.sense.cls == "verb":
        return mention.clause == told.clause and told.sense.cls != "verb"  # القصف استهدف
    if mention.hit.cut.pro.endswith("ب") and mention.sentence == told.sentence:
        return True  # مجزرة ارتكبتها الطائرات باستهداف مزرعة: how it was done
    return mention.sentence - told.sentence <= _BACK and (mention.definite or mention.demonstrative)


def _share_bombs(mentions: list[Mention]) -> None:
    """Let an attack that is spoken of as known (الهجوم) be the bombing that the report tells of.

    `منفذ الهجوم` in a report of a suicide bombing is no assault; who stormed or fought in the same report keeps it one.
    """
    told = Counter(m.type for m in mentions if m.type in _CLOSE | _FIRE and not m.open)
    laid = [m.type for m in mentions if m.type in _LAID and not m.open]
    if not laid:
        return
    kind = Counter(laid).most_common(1)[0][0]
    most = told[kind] >= sum(n for t, n in told.items() if t not in _LAID)
    for mention in mentions:
        if not mention.open or mention.actors or mention.sense.number == "p" or mention.realis in _UNDONE:
            continue
        entry = mention.sense.entry.id
        if mention.type == "bombing_ied" and entry in _BOMBINGS and told["suicide_attack"] > told["bombing_ied"]:
            mention.type = "suicide_attack"
        elif most and mention.type in ("ground_attack", "shelling") and entry in _ASSAULTS | AIMED:
            mention.type = kind  # استهداف المصلين, in a report of a bombing in a mosque


def _share_blasts(scene: Scene, mentions: list[Mention]) -> None:
    """Let blasts of which no charge is told be those of the bombardment that a report tells, where it tells no other attack.

    Of 10 annotated reports of strikes that tell of blasts too none codes these as bombs that somebody laid.
    """
    told = [m for m in mentions if m.type in ATTACKS and not m.open]
    if not told or not {m.type for m in told} <= _FIRE:
        return
    if any(h.payload.type in _LAID for h in scene.means):
        return
    for mention in mentions:
        if mention.open and mention.type == "bombing_ied" and mention.sense.entry.id in _BLASTS:
            mention.type, mention.open = _nearest(told, mention).type, False


def _share_massacres(mentions: list[Mention]) -> None:
    """Let a massacre be the fire that a report tells nearest to it: ارتكبت القوات مجزرة، إثر قصف السوق."""
    told = [m for m in mentions if m.type in _FIRE]
    if not told:
        return
    for mention in mentions:
        if mention.open and mention.type == "targeted_killing" and mention.sense.entry.id in _MASSACRES:
            mention.type = _nearest(told, mention).type


def _nearest(told: list[Mention], mention: Mention) -> Mention:
    """Which of several mentions stands nearest to another, the earlier of two as near."""
    return min(told, key=lambda m: (abs(m.first - mention.first), m.first))
