"""Merging: several mentions of one happening become one event, different happenings stay apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from marsad.model import EventType, Realis
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_DONE: Final[frozenset[Realis]] = frozenset(["actual", "ongoing", "historical"])
POINTING: Final = frozenset([*ATTACKS, "armed_clash", "casualties", "destruction", "abduction"])
# قصف is never told again as إطلاق نار; only هجوم may be told as either
_UNLIKE: Final = (frozenset(["shelling", "small_arms_fire"]), frozenset(["air_strike", "small_arms_fire"]))
# Few of them fall into one report; a second mention nearby is the first told again.
_SINGLE: Final = frozenset(["suicide_attack", "targeted_killing", "abduction", "chemical_attack", "siege_break", "air_defence"])
_OFF: Final[frozenset[Realis]] = frozenset(["negated", "historical"])
_OTHER_TIMES: Final[tuple[set[Realis], ...]] = ({"actual", "ongoing"}, {"actual", "historical"})
_FALLING: Final = frozenset(["shells-fall", "shells-fell", "shells-land", "fell-rocket"])
_BY_WHAT: Final = frozenset(["by-shells", "by-gunfire", "bullet-hit", "by-ied"])
_ANSWERED: Final = frozenset(["بعد", "عقب", "اثر"])
_SOME: Final = 4
_PLAN_REACH: Final = 4  # sentences in which a plan is told again; on the annotated articles this joined four and split none
_TURNING: Final = frozenset(["السياق", "سياق", "بالمقابل", "المقابل", "موازاه", "بموازاه", "صعيد", "الصعيد"])
_TURNING_PAIRS: Final = frozenset([("جهه", "اخري"), ("ناحيه", "اخري"), ("جانب", "اخر"), ("الي", "ذلك"), ("والي", "ذلك")])
_ANOTHER: Final = frozenset(
    ["مماثل", "مماثله", "اخر", "اخري", "سابق", "سابقه", "مشابه", "مشابهه", "ثان", "ثانيه"]
)  # fmt: skip
_STANDING: Final = frozenset(
    ["control_status", "siege", "ceasefire", "agreement", "zone_establish", "talks", "political_process", "sanction", "meeting",
     "mediation", "protest", "release_exchange", "cumulative_toll"]
)  # fmt: skip
# Sentences behind the last mention from which on only a shared town or doer, or the matter of the report, joins: in long texts two
# talks of 1963 and 1970 were one happening (11 of 100 events judged). 4 costs nothing on the annotated articles.
_FAR: Final = 4
_DATED: Final = frozenset(["agreement", "meeting", "release_exchange", "protest", "cumulative_toll", "sanction"])


@dataclass(slots=True)
class Gathered:
    """Mentions that mean one happening; `type` is that of its most telling mention."""

    mentions: list[Mention]
    type: EventType
    open: bool
    realis: Realis
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    fine: set[str] = field(default_factory=set)
    main: bool = False
    time: int | None = None
    reasons: list[str] = field(default_factory=list)


def _type_fits(event: Gathered, mention: Mention) -> bool:
    if event.type == mention.type:
        return True
    entry = mention.sense.entry
    if entry.refers:
        return mention.type in POINTING and event.type in POINTING
    if event.type == "suicide_attack" and mention.type == "bombing_ied" and entry.open and mention.definite:
        return True  # الهجوم نفذ بسيارة مفخخة
    if event.type in ATTACKS and mention.type in ATTACKS:
        if {event.type, mention.type} in _UNLIKE:
            return False
        return event.open or mention.open
    return False


def _fine(scene: Scene, places: list[int]) -> set[str]:
    return {scene.place_key(k) for k in places if scene.fine[k]}


def _day(scene: Scene, time: int | None) -> tuple[object, ...] | None:
    """What two times must share to be the same: the day, month or year said, whatever the part of the day."""
    if time is None:
        return None
    value = scene.recognised.times[time].value
    if value.kind not in ("day", "weekday", "date", "month", "year", "unit", "ago"):
        return None
    return (value.kind, value.year, value.month, value.day, value.weekday, value.shift, value.unit, value.count, value.modifier)


def _two_times(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether the event and the mention each have a time of their own, told in other words."""
    if mention.time is None or event.time is None or mention.time == event.time:
        return False
    return scene.recognised.times[mention.time].value != scene.recognised.times[event.time].value


NO_TARGET: Final = frozenset(
    ["armed_clash", "ceasefire", "agreement", "talks", "meeting", "deployment", "withdrawal", "control_status", "zone_establish",
     "route_open", "mediation", "coordination", "group_change"]
)  # fmt: skip
_OF_PERSONS: Final = frozenset(["detention", "abduction", "abuse", "targeted_killing", "release_exchange", "small_arms_fire"])
_AMONG_KIN: Final = frozenset(["military_support"])  # the air force of a country backs its army
_STATE_KINDS: Final = frozenset(["state", "government", "armed_forces", "organisation"])


def _known(actors: list[str]) -> list[str]:
    """The actors whose identity is sure; those of this document alone may be anybody."""
    return [a for a in actors if not a.startswith("local:")]


def _related(scene: Scene, left: list[str], right: list[str]) -> bool:
    """Whether two lists of actors share one, or one speaks or acts for another, or both are arms of one state."""
    return any(_akin(scene, a, b) for a in left for b in right)


def _akin(scene: Scene, a: str, b: str) -> bool:
    if a == b or a.startswith(b + ".") or b.startswith(a + "."):
        return True
    one, two = scene.actors.get(a), scene.actors.get(b)
    if one is None or two is None:
        return False
    if one.of == b or two.of == a or (one.of is not None and one.of == two.of):
        return True
    return one.kind in _STATE_KINDS and two.kind in _STATE_KINDS and a.partition(".")[0] == b.partition(".")[0]


def _realis_fits(scene: Scene, event: Gathered, mention: Mention) -> bool:
    if event.realis == mention.realis:  # what lies back at two times is two happenings
        points = mention.definite and mention.sense.cls != "verb"
        return points or mention.realis != "historical" or not _two_times(scene, event, mention)
    if mention.definite and mention.sense.cls != "verb" and mention.realis in ("actual", "ongoing", "negated", "conditional"):
        return True
    if event.type == "ceasefire" and {event.realis, mention.realis}.isdisjoint(_OFF):
        return True  # one truce, wanted, announced and in force
    if {event.realis, mention.realis} <= _DONE:
        news = event.realis == "historical" and mention.realis == "actual" and event.type not in _STANDING
        background = mention.realis == "historical" and event.realis == "actual"
        return mention.definite or not (news or background)
    return False


@dataclass(frozen=True, slots=True)
class _Pair:
    """How a mention stands to an event: sentences between, actors and towns in common, another day, a further happening."""

    gap: int
    noun: bool
    known: bool
    strangers: bool
    fine: bool
    shared: bool
    apart: bool
    later: bool
    joined: bool


def _compare(scene: Scene, event: Gathered, mention: Mention) -> _Pair:
    last = event.mentions[-1]
    mine, theirs = _known(mention.actors), _known(event.actors)
    related = bool(mine and theirs) and _related(scene, mine, theirs)
    fine = _fine(scene, mention.places)
    day, days = _day(scene, mention.time), {_day(scene, m.time) for m in event.mentions} - {None}
    return _Pair(
        gap=mention.sentence - last.sentence,
        noun=mention.sense.cls != "verb",
        known=related or bool(set(mention.actors) & set(event.actors)),
        strangers=bool(mine and theirs) and not related,
        fine=bool(fine),
        shared=bool(fine & event.fine),
        apart=bool(fine and event.fine and not fine & event.fine),
        later=day is not None and bool(days) and day not in days and len({d[0] for d in (day, *days) if d}) == 1,
        joined=_coordinated(scene, last, mention) or (mention.sentence > last.sentence and _turns(scene, mention)),
    )


def _why(scene: Scene, event: Gathered, mention: Mention) -> str | None:
    """Why a mention means this event, or None."""
    if _by_what(event, mention):
        return "by what means"
    if not _type_fits(event, mention) or not _realis_fits(scene, event, mention) or _counted_apart(scene, event, mention):
        return None
    pair = _compare(scene, event, mention)
    if pair.strangers:
        return None
    if scene.long and pair.gap > _FAR and not (pair.shared or pair.known) and not _of_the_story(event, mention, pair):
        return None
    if mention.hit.enc and _known(mention.actors) and not _known(event.actors) and mention.sense.entry.refers:
        return None  # مقرا لعملياتها: what somebody does elsewhere names no doer of this
    if mention.sense.entry.refers or mention.demonstrative:
        return "it points back" if pair.gap <= 6 else None
    if _further(scene, mention) or (pair.apart and not (pair.noun and mention.definite and pair.gap <= 2 and not pair.joined)):
        return None
    if pair.noun and mention.definite and pair.gap and not pair.shared and _of_another_time(event, mention, pair.gap):
        return None
    beside = _beside(event, mention, pair)
    if beside is not None:
        return beside
    if pair.later and not (pair.noun and mention.definite):
        return None
    if event.type in _STANDING:
        if event.type in _DATED and not (mention.definite and pair.noun) and pair.gap > 1:
            return None
        return "the same state of things"
    if pair.noun and mention.definite:
        return "a definite noun after its first mention"
    if event.main and event.type in ATTACKS and _condemned(scene, mention) and not mention.actors and not pair.fine:
        return "what is condemned was told"
    if event.mentions[0].last <= scene.headline and len(event.mentions) == 1 and mention.sentence <= 3:
        return "the headline and its report"
    if (
        len(event.mentions) == 1
        and pair.gap in (1, 2)
        and scene.heading(event.mentions[0].first)
        and event.mentions[0].first > scene.headline
    ):
        return "a heading and what stands below it"
    return _told_again(scene, event, mention, pair)


def _of_the_story(event: Gathered, mention: Mention, pair: _Pair) -> bool:
    """Whether a mention far behind the last may still mean it: the matter of the report, named again by a definite noun."""
    return pair.noun and mention.definite and event.main and event.mentions[0].sentence <= 1


def _beside(event: Gathered, mention: Mention, pair: _Pair) -> str | None:
    """Why a mention in the sentence of the last one means the same, from how the two words stand."""
    last, weak = event.mentions[-1], mention.sense.entry.weak
    if pair.gap:
        return None
    if mention.clause == last.clause and mention.first - last.last <= 12:
        if weak or ((pair.noun or last.sense.cls != "verb") and not pair.joined):
            return "the same clause"
    if mention.sense.entry.id in _FALLING and event.type == "shelling" and not (pair.fine and pair.apart):
        return "what fell"
    if not pair.joined and weak and not pair.noun and last.type in ATTACKS and not (pair.fine and event.fine):
        return "what it hit"
    return None


def _told_again(scene: Scene, event: Gathered, mention: Mention, pair: _Pair) -> str | None:
    """Why an indefinite noun or a verb tells again what was told: by its town, a person it was done to, or who did it."""
    if pair.shared and not (pair.joined and not pair.noun):
        return "the same place"
    if pair.noun and not pair.joined and not pair.fine and _of_that_day(scene, event, mention):
        return "of that day"
    persons = [t for t in mention.targets if t in scene.actors and scene.actors[t].kind == "person"]
    if any(t in event.targets for t in persons):
        return "the same person"
    if event.type == "territory_capture" and pair.fine and not pair.shared and pair.gap:
        return None  # تقدمت في مناطق عدة؛ سيطرت على مدينة كذا: each place that changes hands is its own happening
    if pair.gap and {mention.realis, event.realis} in _OTHER_TIMES:
        return None
    if mention.realis == event.realis == "planned" and event.type == mention.type and not pair.joined and pair.gap <= _PLAN_REACH:
        return "the same plan"
    if pair.known and not pair.joined and (pair.gap <= 2 or event.main):
        return "the same actor, no other place"
    if pair.gap == 0 and not pair.joined and not (pair.fine and event.fine):
        return "the same sentence, no other place"
    if event.type == mention.type and event.type in _SINGLE and not pair.joined and pair.gap <= 2:
        if not (_known(mention.actors) and _known(event.actors)):
            return "told again"
    return None


def _of_that_day(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a noun is named by the day on which the event was told (مقتل 25 عنصرا في قصف الثلثاء)."""
    if mention.time is None or scene.recognised.times[mention.time].first != mention.last:
        return False
    day = _day(scene, mention.time)
    return day is not None and any(_day(scene, m.time) == day for m in event.mentions)


def _counted_apart(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether they were counted otherwise before: 18 breaches by one side's count and 23 by the other's, 17 raids here and 7 there."""
    mine = _counted(scene, mention)
    if mine is None or (mention.type != "ceasefire_violation" and mention.type not in ATTACKS):
        return False
    return any(_counted(scene, m) not in (None, mine) for m in event.mentions)


def _by_what(event: Gathered, mention: Mention) -> bool:
    """Whether a mention only says with what the attack of its sentence was made: استهدفت القوات، صباحا، القرية بقذائف الهاون."""
    last = event.mentions[-1]
    return (
        mention.sense.entry.id in _BY_WHAT
        and last.sentence == mention.sentence
        and last.type == mention.type
        and mention.first - last.last <= 16
    )


def _turns(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence of a mention opens by turning to another matter: من جهة أخرى، في سياق متصل، بالمقابل، إلى ذلك."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    words = [scene.form(k) for k in range(sentence.first, min(sentence.first + 6, mention.first))]
    pairs = set(pairwise(words))
    return any(w in _TURNING for w in words) or bool(pairs & _TURNING_PAIRS)


def _further(scene: Scene, mention: Mention) -> bool:
    """Whether the words around a mention set it beside another happening: قصف مماثل، هجمات سابقة، معارك إثر هجوم."""
    if any(scene.form(k) in _ANOTHER for k in (mention.last, mention.last + 1)):
        return True
    if mention.sense.cls != "verb" and not mention.definite and scene.form(mention.first - 1) in _ANSWERED and mention.open:
        return True
    return any(scene.form(k) == "وقت" and scene.form(k + 1) in _ANOTHER for k in range(mention.last, mention.last + _SOME))


def _of_another_time(event: Gathered, mention: Mention, gap: int) -> bool:
    """Whether a definite noun tells what goes on, or background, beside what was told: كثفت الطائرات غاراتها على الريف.

    On the annotated articles these three took 13 of 54 happenings out of others that had swallowed them, and split three.
    """
    if event.type in _STANDING:
        return False
    frame = mention.carrier.payload.entry.frame if mention.carrier is not None else None
    if {mention.realis, event.realis} in _OTHER_TIMES:
        return frame != "event"  # واستمر القصف حتى المساء
    return gap > 1 and frame == "agent"


def _counted(scene: Scene, mention: Mention) -> float | None:
    """The number that stands right before a noun, None where none does."""
    numbers = scene.numbers_between(mention.first - 4, mention.first)
    return numbers[-1].value.low if numbers and numbers[-1].last == mention.first else None


def _condemned(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is what somebody condemns (ندد بهجوم إرهابي)."""
    return mention.sense.cls != "verb" and any(
        not scene.page.lookup.stems(scene.form(k)).isdisjoint(scene.words("condemning"))
        for k in range(mention.first - 4, mention.first)
    )


def _coordinated(scene: Scene, last: Mention, mention: Mention) -> bool:
    """Whether و stands before the mention or between the two at an opening word: a further happening."""
    return (
        mention.hit.cut.pro.startswith("و")
        or any(
            scene.form(k) in ("كما", "فيما", "بينما", "وكذلك", "وايضا", "مع", "جانب")
            for k in range(max(last.last, mention.first - 7), mention.first)
        )
        or scene.form(mention.last) in ("ايضا", "كذلك", "مماثل", "اخري", "اخر")
    )


def _can_suffer(scene: Scene, event: Gathered, target: str) -> bool:
    """Whether an actor can be what this event is done to."""
    if event.type in NO_TARGET or target in event.actors:
        return False
    if event.type not in _AMONG_KIN and any(_akin(scene, target, a) for a in event.actors):
        return False
    actor = scene.actors.get(target)
    if actor is None or actor.registered:
        return True
    if actor.kind in ("other", "media", "monitor") and event.type not in _OF_PERSONS:
        return False
    first = scene.page.within(actor.mentions[0]) if actor.mentions else (0, 0)
    return not any(h.first < first[1] and first[0] < h.last for h in scene.means)  # مدافع الهاون strike, they are not struck


def _holds(scene: Scene, whole: str, part: str) -> bool:
    """Whether one actor is the body, or the state, that another acts for: تركيا beside القوات التركية says nothing more."""
    seen = part
    for _ in range(5):
        actor = scene.actors.get(seen)
        seen = actor.of if actor is not None and actor.of is not None else seen.rpartition(".")[0]
        if seen == whole:
            return True
    return False


def _commands(scene: Scene, event: Gathered, government: str, army: str) -> bool:
    """Whether a government is named for what its own army does in the same happening (قصف النظام beside قصف قوات النظام)."""
    one, two = scene.actors.get(government), scene.actors.get(army)
    if one is None or two is None or one.kind != "government" or two.kind != "armed_forces":
        return False
    if event.type not in ATTACKS and event.type not in (
        "armed_clash",
        "destruction",
        "casualties",
        "cumulative_toll",
        "ceasefire_violation",
    ):
        return False
    state = (one.of or government).partition(".")[0]
    return state == army.partition(".")[0] or (two.of or "") in (government, one.of)


def _only_weapon(scene: Scene, entity: str) -> bool:
    """Whether an actor is only ever named as what was fired or flown (طائرة مسيرة), which says nothing where its owner is known."""
    actor = scene.actors.get(entity)
    if actor is None or actor.registered or actor.of is not None or not entity.startswith("local:"):
        return False
    mentions = [m for m in scene.actors_between(0, len(scene.tokens)) if m.entity == entity]
    return bool(mentions) and all(any(h.first <= m.head < h.last for h in scene.means) and m.last - m.head <= 2 for m in mentions)


def _side_by_side(event: Gathered, one: str, two: str) -> bool:
    """Whether one mention names both by one rule, joined by و (الجيش والمقاومة): an army beside what belongs to it takes part itself."""
    return any(
        p.entity == one and q.entity == two and p.role == q.role and p.rule == q.rule
        for m in event.mentions
        for p in m.parties
        for q in m.parties
    )


def gather(scene: Scene, mentions: list[Mention]) -> list[Gathered]:
    """Events in the order of their first mention."""
    events: list[Gathered] = []
    for mention in mentions:
        home: Gathered | None = None
        why = None
        for event in reversed(events):
            why = _why(scene, event, mention)
            if why is not None:
                home = event
                break
        if home is None:
            if mention.sense.entry.refers:
                continue
            events.append(
                Gathered(
                    mentions=[mention], type=mention.type, open=mention.open, realis=mention.realis,
                    actors=list(mention.actors), targets=list(mention.targets), places=list(mention.places),
                    fine=_fine(scene, mention.places), main=all(e.type != mention.type for e in events), time=mention.time,
                    reasons=["first mention"],
                )
            )  # fmt: skip
            continue
        home.mentions.append(mention)
        home.reasons.append(why or "")
        if home.open and not mention.open and not mention.sense.entry.refers:
            home.type, home.open = mention.type, False
        sure = _known(home.actors)
        home.actors.extend(x for x in mention.actors if x not in home.actors and not (sure and x.startswith("local:")))
        home.targets.extend(x for x in mention.targets if x not in home.targets)
        home.places.extend(p for p in mention.places if p not in home.places)
        home.fine |= _fine(scene, mention.places)
        if home.time is None:
            home.time = mention.time
    for event in events:
        cause = event.mentions[0].heir_of
        if cause is not None:
            source = next((e for e in events if any(m is cause for m in e.mentions)), None)
            if source is not None:
                event.actors = list(source.actors)
    for event in events:
        event.targets[:] = [t for t in event.targets if _can_suffer(scene, event, t)]
    for event in events:
        named = [a for a in event.actors if not _only_weapon(scene, a)]
        event.actors[:] = named or event.actors
        for side in (event.actors, event.targets):
            side[:] = [
                a
                for a in side
                if not any(
                    (_holds(scene, a, b) and not _side_by_side(event, a, b)) or _commands(scene, event, a, b)
                    for b in side
                    if b != a
                )
            ]
    return events
