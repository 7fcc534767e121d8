"""Roles: who else takes part in an event, weighed by how and where he is named.

`participants`, `heirs` and `sharing` find whom syntax ties to a happening. Reports leave much of that to the reader: استعادت القوات
البلدة أمس بعد معارك مع التنظيم says by no rule from whom the town was won. What tells it is many slight signs: who fights whom
elsewhere in the report, who stands near, behind which preposition, with how many others between. `doers.csv` and
`targets.csv` hold what each sign weighs for who does it and for whom it is done to, as log odds (logistic regression, `.ci/roles.py` estimates them). Nobody whom a rule
found is taken away. Pages of headlines run together are left alone: what stands next to a happening there is of another story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

from marsad.handover import ActorMention
from marsad.model import ActorKind, Claim, Count, EventType
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.nominals import RELATIVE, adjectival, nominal
from marsad.stages.code.participants import STOP
from marsad.stages.code.parties import Party, Role, may_take_part, principal
from marsad.stages.code.scene import Scene

__all__ = ["give_roles"]

_FIELDS: Final[dict[str, set[EventType]]] = {
    "attack": {*ATTACKS, "targeted_killing", "air_defence"},
    "harm": {"casualties", "cumulative_toll", "destruction", "equipment_loss", "abuse"},
    "people": {"detention", "abduction", "displacement", "evacuation", "release_exchange", "humanitarian_aid"},
    "ground": {"territory_capture", "withdrawal", "control_status", "siege", "siege_break", "deployment", "route_cut", "route_open"},
    "fight": {"armed_clash"},
    "pact": {"ceasefire", "agreement", "talks", "meeting", "zone_establish", "mediation", "coordination"},
    "help": {"military_support", "intel_sharing"},
}  # fmt: skip
_FIELD: Final = {kind: field for field, kinds in _FIELDS.items() for kind in kinds}
_STEPS: Final = (0, 1, 2, 4, 7, 12, 20, 35)  # tokens between the words for it and a name
_NEIGHBOUR: Final = 90  # tokens of a sentence beside it that is looked at
_THAT: Final = frozenset(["ان", "انه", "انها", "بان"])
_OFTEN: Final = 4
_IN_ANSWER: Final = frozenset(["ردا", "كرد", "انتقاما", "ثارا"])
_ANSWER: Final = 3  # tokens from such a word to what is answered
_STAMP: Final = re.compile(r"(?=(\d\s?:\s?\d\d\s?:\s?\d\d\b))")  # 06:55:44: such a clock parts the teasers of a list


class _Seen(NamedTuple):
    """A mention of somebody seen from a mention of an event: how far off, on which side, in its sentence or another."""

    far: int
    side: str
    of: Mention
    mention: ActorMention
    here: bool


@dataclass(frozen=True, slots=True)
class _Story:
    """What the events of a report say of who takes part in them; where words tell of one and where a clock with its seconds stands."""

    parts: dict[str, list[tuple[Gathered, Role]]]
    foes: frozenset[tuple[str, str]]
    allies: frozenset[tuple[str, str]]
    told: Counter[str]
    spoken: dict[int, list[tuple[Mention, Role]]]
    triggers: tuple[int, ...]
    stamps: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Deed:
    """An event with all that is the same for everybody who may take part: its field, the counts and claims of it, what else is told."""

    event: Gathered
    field: str
    counts: Sequence[Count]
    claims: Sequence[Claim]
    sentences: frozenset[int]
    before: Gathered | None
    of_its_type: Sequence[Gathered]


def give_roles(scene: Scene, events: Sequence[Gathered], mentions: Sequence[Mention], counts: Sequence[Sequence[Count]]) -> None:
    """Let those take part for whom most signs speak; all are weighed by what the rules found, so the order does not matter."""
    if scene.page.run_together:
        return
    story = _story(scene, events, mentions)
    more: list[tuple[Gathered, str, Role, str, ActorMention | None]] = []
    for event, counted in zip(events, counts, strict=True):
        deed, seen = _deed(scene, events, event, counted), _candidates(scene, story, event)
        for entity, at in seen.items():
            if entity in event.actors or entity in event.targets:
                continue
            signs = list(_signs(scene, story, deed, entity, at, seen))
            doer, target = scene.lexicon.doers.weigh(signs), scene.lexicon.targets.weigh(signs)
            if event.type == "meeting" and doer.total > 0:
                continue  # reports name many beside a meeting who only speak of it
            if doer.total >= target.total and _answered_by(scene, story, event, entity):
                continue
            if max(doer.total, target.total) > 0:
                role: Role = "actor" if doer.total >= target.total else "target"
                more.append((event, entity, role, doer.why if role == "actor" else target.why, at.mention))
    for event, entity, role, why, mention in more:
        (event.actors if role == "actor" else event.targets).append(entity)
        event.mentions[0].parties.append(Party(entity, role, why, mention.span if mention is not None else None, mention))


def _answered_by(scene: Scene, story: _Story, event: Gathered, entity: str) -> bool:
    """أطلقت كذا الصواريخ ردا على استهداف مقرها: whether somebody does what answers an attack, which is another's."""
    for m in event.mentions:
        if any(scene.form(k) in _IN_ANSWER for k in range(max(0, m.first - _ANSWER), m.first)):
            sentences = {
                o.sentence for other, role in story.parts[entity] if role == "actor" for o in other.mentions if o.first < m.first
            }
            return m.sentence in sentences
    return False


def _story(scene: Scene, events: Sequence[Gathered], mentions: Sequence[Mention]) -> _Story:
    parts: dict[str, list[tuple[Gathered, Role]]] = defaultdict(list)
    foes: set[tuple[str, str]] = set()
    allies: set[tuple[str, str]] = set()
    for event in events:
        field = _FIELD.get(event.type)
        for a in event.actors:
            parts[a].append((event, "actor"))
            if field in ("attack", "ground", "harm"):
                foes.update((x, y) for t in event.targets for x, y in ((a, t), (t, a)))
                allies.update((a, b) for b in event.actors if a != b)
            if field == "fight":
                foes.update((a, b) for b in event.actors if a != b)
        for t in event.targets:
            parts[t].append((event, "target"))
    spoken: dict[int, list[tuple[Mention, Role]]] = defaultdict(list)
    for mention in mentions:
        for party in mention.parties:
            if party.mention is not None:
                spoken[party.mention.first].append((mention, party.role))
    return _Story(
        parts=parts, foes=frozenset(foes), allies=frozenset(allies),
        told=Counter(m.entity for m in scene.recognised.actor_mentions), spoken=spoken,
        triggers=tuple(sorted(m.first for m in mentions)), stamps=_stamps(scene),
    )  # fmt: skip


def _stamps(scene: Scene) -> tuple[tuple[int, int], ...]:
    """The first and last token of every clock with its seconds."""
    ends = list(accumulate(len(token.form) + 1 for token in scene.tokens))
    found = _STAMP.finditer(" ".join(token.form for token in scene.tokens))
    return tuple((bisect_right(ends, m.start(1)), bisect_right(ends, m.end(1) - 1)) for m in found)


def _deed(scene: Scene, events: Sequence[Gathered], event: Gathered, counts: Sequence[Count]) -> _Deed:
    first = event.mentions[0].first
    earlier = (e for e in events if e.mentions[0].first < first)
    return _Deed(
        event=event,
        field=_FIELD.get(event.type, "deed"),
        counts=counts,
        claims=[c for m in event.mentions for c in scene.claims_at(m.span)],
        sentences=frozenset(m.sentence for m in event.mentions),
        before=max(earlier, key=lambda e: e.mentions[0].first, default=None),
        of_its_type=[e for e in events if e is not event and e.type == event.type],
    )


def _candidates(scene: Scene, story: _Story, event: Gathered) -> dict[str, _Seen]:
    """Whoever is named in a sentence of the event or beside one, each where he stands nearest."""
    found: dict[str, _Seen] = {}
    for mention in event.mentions:
        sentence = scene.sentence(mention.first)
        low, high = (sentence.first, sentence.last) if sentence is not None else mention.clause
        ahead = scene.sentence(low - 1) or scene.sentence(low - 2)
        after = scene.sentence(high) or scene.sentence(high + 1)
        first = ahead.first if ahead is not None and low - ahead.first < _NEIGHBOUR else low
        last = after.last if after is not None and after.last - high < _NEIGHBOUR else high
        for m in scene.actors_between(first, last):
            if (not may_take_part(scene, m, helps=True) and not _speaks(scene, m)) or _stamped(story, m, mention):
                continue
            seen = _seen(mention, m, here=low <= m.first < high)
            entity = principal(scene, m)
            if entity not in found or (not seen.here, seen.far) < (not found[entity].here, found[entity].far):
                found[entity] = seen
    return found


def _stamped(story: _Story, m: ActorMention, mention: Mention) -> bool:
    """Whether a clock with its seconds stands between: what is named before it belongs to another teaser."""
    low, high = min(m.last, mention.last), max(m.first, mention.first)
    return any(low <= first and last < high for first, last in story.stamps)


def _seen(mention: Mention, m: ActorMention, *, here: bool) -> _Seen:
    if m.first >= mention.last:
        return _Seen(m.first - mention.last, "behind", mention, m, here)
    if m.last <= mention.first:
        return _Seen(mention.first - m.last, "before", mention, m, here)
    return _Seen(0, "inside", mention, m, here)


def _speaks(scene: Scene, m: ActorMention) -> bool:
    return any(a <= m.span[0] and m.span[1] <= b for a, b in scene.speaking)


def _signs(scene: Scene, story: _Story, deed: _Deed, entity: str, at: _Seen, seen: dict[str, _Seen]) -> Iterator[str]:
    yield from _of_kind(scene, story, deed, entity)
    yield from _of_others(scene, story, deed, entity)
    yield from _of_name(scene, story, deed, at)
    yield from _of_place(scene, story, deed, entity, at, seen) if at.here else _of_neighbour(scene, deed, entity, at)


def _kind(scene: Scene, entity: str) -> ActorKind | str:
    actor = scene.actors.get(entity)
    return actor.kind if actor is not None else "unknown"


def _of_kind(scene: Scene, story: _Story, deed: _Deed, entity: str) -> Iterator[str]:
    """What the kind of the happening and of the actor say."""
    event, field, kind = deed.event, deed.field, _kind(scene, entity)
    actor = scene.actors.get(entity)
    named = "named" if actor is not None and actor.registered else "unnamed"
    yield from (
        f"type {event.type}",
        f"field {field}",
        f"kind {kind}",
        f"{named} {kind}",
        f"{field} and {kind}",
        f"{event.type} and {kind}",
    )
    yield f"realis {event.realis}"
    yield f"told {min(story.told[entity], _OFTEN)} times"
    if scene.headline and any(m.entity == entity for m in scene.actors_between(0, scene.headline)):
        yield "in the headline"
    if any(c.population == f"combatant:{entity}" for c in deed.counts):
        yield "its men are counted"
    if any(step.actor == entity for c in deed.claims for step in c.chain):
        yield "tells of it"
        yield f"tells of it, {field}"
    if any(c.stance == "accuses" for c in deed.claims):
        yield "in an accusation"


def _of_others(scene: Scene, story: _Story, deed: _Deed, entity: str) -> Iterator[str]:
    """What those say who take part in it, and in what else this one takes part."""
    event, field = deed.event, deed.field
    actor = scene.actors.get(entity)
    for role, others in (("actor", event.actors), ("target", event.targets)):
        yield f"{min(len(others), 2)} {role}s"
        yield f"{field}: {min(len(others), 2)} {role}s"
        if any(x in scene.actors and scene.actors[x].of == entity for x in others) or (actor is not None and actor.of in others):
            yield f"kin of its {role}"
        if any((entity, x) in story.foes for x in others):
            yield f"foe of its {role}"
        if any((entity, x) in story.allies for x in others):
            yield f"ally of its {role}"
        elsewhere = [e for e, r in story.parts.get(entity, ()) if r == role and e is not event]
        if elsewhere:
            yield f"{role} elsewhere"
        if any(_FIELD.get(e.type) == _FIELD.get(event.type) for e in elsewhere):
            yield f"{role} of the like elsewhere"
        if any(e.type == event.type for e in elsewhere):
            yield f"{role} of the same elsewhere"
        for e in _in_sentence(deed, elsewhere):
            yield f"{role} in the sentence"
            yield f"{role} in the sentence of {e.type}"
            if e.type == event.type:
                yield f"{role} of the same in the sentence"
            yield f"{field}: {role} in the sentence of {_FIELD.get(e.type, 'deed')}"
        known = [e.actors if role == "actor" else e.targets for e in deed.of_its_type]
        if any(known) and all(entity in x for x in known if x):
            yield f"{role} of all the same"
        if any(known) and not any(entity in x for x in known):
            yield f"another is {role} of the same"
    if deed.before is not None:
        for role, others in (("actor", deed.before.actors), ("target", deed.before.targets)):
            if entity in others:
                yield f"{role} of the one before"
                yield f"{field}: {role} of the one before, {_FIELD.get(deed.before.type, 'deed')}"


def _in_sentence(deed: _Deed, others: Sequence[Gathered]) -> list[Gathered]:
    """The first of the others that is told in a sentence of the event."""
    return [e for e in others if any(m.sentence in deed.sentences for m in e.mentions)][:1]


def _of_name(scene: Scene, story: _Story, deed: _Deed, at: _Seen) -> Iterator[str]:
    """What the words of the name and those that govern it say."""
    m, event, field = at.mention, deed.event, deed.field
    n = nominal(scene, m)
    if not n.acting:
        yield "a thing of his"
        yield f"{field}: a thing of his {at.side}"
    if n.joined:
        yield "joined"
    ahead = [x for x in scene.actors_between(m.first - 7, m.first) if n.first - 1 <= x.last <= m.first]
    behind = scene.actors_between(m.last, m.last + 2)
    for role, others in (("actor", event.actors), ("target", event.targets)):
        if n.joined and ahead and principal(scene, ahead[-1]) in others:
            yield f"joined to its {role}"
        if (
            behind
            and principal(scene, behind[0]) in others
            and (scene.form(behind[0].first).startswith("و") or scene.form(m.last) == "و")
        ):
            yield f"its {role} is joined to it"
    around = [x for x in scene.actors_between(m.first - 8, m.first + 1) if x.first <= m.first and m.last <= x.last and x != m]
    if any(principal(scene, x) in (*event.actors, *event.targets) for x in around):
        yield "inside the name of who takes part"
    yield f"written as {m.form}"
    yield f"written as {m.form} {m.number}"
    if adjectival(m):
        yield "an adjective"
        yield f"an adjective {at.side}"
    if _speaks(scene, m):
        yield "names a speaker"
    if scene.numbers_between(m.first - 2, m.last):
        yield "counted"
        yield f"{field}: counted"
    if n.first - 1 in scene.light or n.first - 2 in scene.light:
        yield "behind a verb that carries a noun"
    own = {id(x) for x in event.mentions}
    for other, role in story.spoken.get(m.first, ()):
        if id(other) not in own:
            if other.type == event.type and abs(other.first - m.first) < at.far:
                yield f"{role} of the same nearer to it"
            yield f"{role} of another there"
            yield f"{field}: {role} of another there, {_FIELD.get(other.type, 'deed')}"


def _of_neighbour(scene: Scene, deed: _Deed, entity: str, at: _Seen) -> Iterator[str]:
    """What a name in the sentence before or behind says."""
    where = "sentence before" if at.side == "before" else "sentence behind"
    yield from (where, f"{where}, {deed.field}", f"{where}, {deed.field} and {_kind(scene, entity)}")


def _of_place(scene: Scene, story: _Story, deed: _Deed, entity: str, at: _Seen, seen: dict[str, _Seen]) -> Iterator[str]:
    """What it says where the name stands in the sentence of the event."""
    field, m, side, trigger = deed.field, at.mention, at.side, at.of
    low, high = (trigger.last, m.first) if side == "behind" else (m.last, trigger.first)
    step = bisect_right(_STEPS, at.far)
    near = min(step, 5)
    n = nominal(scene, m)
    prep = n.prep or "free"
    frame, cls = trigger.sense.entry.frame, trigger.sense.cls
    clause = "in its clause" if scene.clause(m.first) == scene.clause(trigger.first) else "in another clause"
    yield from (f"{side}, step {step}", f"{side}, {clause}", f"{field}: {side}, {clause}")
    yield from (f"{side}, {prep}", f"{field}: {side}, {prep}", f"{cls}: {side}, {prep}, step {near}", f"{frame}: {side}, {prep}")
    yield from (f"{frame} {cls}: {side}, step {near}", f"{cls} of {deed.event.type}")
    others = {principal(scene, x) for x in scene.actors_between(low, high) if x.form != "nisba"} - {entity}
    yield f"{min(len(others), 2)} others between"
    yield f"{side}, {min(len(others), 2)} others between"
    yield f"{min(sum(low <= t < high for t in story.triggers), 2)} happenings between"
    forms = {scene.form(k) for k in range(low, high)}
    for name, words in (("a comma", {"،", ","}), ("a relative", RELATIVE), ("that", _THAT), ("another clause", STOP)):
        if not forms.isdisjoint(words):
            yield f"{name} between"
    nearest = min(
        (x.far for e, x in seen.items() if x.here and x.side == side and e != entity and x.mention.form != "nisba"),
        default=at.far,
    )
    yield "nearest on its side" if at.far <= nearest else "another is nearer"
    if trigger.carrier is not None:
        yield "carried"
    if trigger.definite:
        yield "definite"
