"""Disputes: claims of one document that cannot both be true, or that blame differently."""

from __future__ import annotations

from itertools import combinations
from typing import Final, NamedTuple

from marsad.handover import EventDraft, TallyDraft
from marsad.model import Claim, Count, Dispute
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.scene import Scene

_DONE: Final = frozenset(["actual", "ongoing", "historical"])
_FROM_AFAR: Final = frozenset(["air_strike", "shelling", "chemical_attack", "ground_attack", "targeted_killing"])
_ABLE: Final = frozenset(["armed_forces", "armed_group", "coalition", "state", "government", "organisation", "other"])
_TOLD: Final = frozenset(["asserts", "announces", "accuses", "assesses", "admits"])
_NEXT: Final = 3  # characters between a sentence and the next
_OPENS: Final = 40  # characters from the beginning of a sentence within which a denial opens it
_REACH: Final = 120  # characters between an account and a denial that points back at it
_MOST: Final = 3  # numbers of one kind that an event may have for them to be rival accounts
_FAR: Final = 4  # sentences between two accounts of one attack


def find_disputes(
    scene: Scene, drafts: list[EventDraft], events: list[Gathered], tallies: list[TallyDraft]
) -> tuple[Dispute, ...]:
    """Denials of what another says, differing counts of one event or period, and one event laid at different doors."""
    out: list[Dispute] = []
    claims = {c.id: c for c in scene.attributed.claims}
    for event in drafts:
        out += _denied(scene, event, drafts, claims)
        out += _counted(event, claims)
    out += _answered(scene, claims)
    out += _blamed(scene, events, claims)
    out += _tallied(tallies, claims)
    seen: set[tuple[str, str, str]] = set()
    kept: list[Dispute] = []
    for dispute in out:
        left, right = dispute.between
        key = (dispute.kind, min(left, right), max(left, right))
        if left != right and key not in seen:
            seen.add(key)
            kept.append(dispute)
    return tuple(kept)


class _Blame(NamedTuple):
    """Whom one claim makes the doer of one mention."""

    voice: str
    doers: tuple[str, ...]
    mention: Mention
    explicit: bool  # an accusation, a claim of responsibility, or هي التي: the doer is the point of what is said


def _blamed(scene: Scene, events: list[Gathered], claims: dict[str, Claim]) -> list[Dispute]:
    """Two voices that lay one attack at different doors."""
    out: list[Dispute] = []
    told = [
        [b for m in event.mentions if (b := _blame(scene, m, claims)) is not None]
        if event.type in ATTACKS and event.realis in _DONE
        else []
        for event in events
    ]
    for blames in told:
        out += [_clash_of(a, b) for a, b in combinations(blames, 2) if _differ(scene, a, b, claims)]
    for (one, blames), (two, others) in combinations(zip(events, told, strict=True), 2):
        if not blames or not others or not _share(scene, one, two):
            continue
        out += [
            _clash_of(a, b)
            for a in blames
            for b in others
            if abs(a.mention.sentence - b.mention.sentence) <= _FAR and _points(scene, b.mention) and _differ(scene, a, b, claims)
        ]
    return out


def _clash_of(a: _Blame, b: _Blame) -> Dispute:
    return Dispute(kind="perpetrator", between=(a.voice, b.voice))


def _blame(scene: Scene, mention: Mention, claims: dict[str, Claim]) -> _Blame | None:
    """Whom the innermost voice around a mention makes its doer: the accused, itself if it takes responsibility, else the actors."""
    around = [c for c in scene.claims_at(mention.span) if c.id in claims]
    if not around:
        return None
    claim = min(around, key=lambda c: (sum(e - s for s, e in c.content), c.id))
    if claim.stance == "denies":
        return None
    doers = tuple(mention.actors)
    cue = scene.page.within(claim.cue.span)[0] if claim.cue is not None else mention.first
    words = {scene.form(k) for k in range(min(cue, mention.first), mention.first)}
    speaker = claim.chain[-1].actor if claim.chain else ""
    explicit = _cleft(scene, mention)
    if claim.stance == "announces" and any(w.removeprefix("و") in scene.words(own) for w in words for own in ("duty", "adopts")):
        doers, explicit = (speaker,), True
    elif claim.stance == "accuses":
        accused = _accused(scene, claim, cue, mention)
        doers, explicit = accused or doers, explicit or bool(accused)
    doers = tuple(d for d in doers if d in scene.actors and scene.actors[d].kind in _ABLE and d not in mention.targets)
    if not explicit and mention.type not in _FROM_AFAR:
        return None  # who is named beside a bomb is as often the one it was meant for
    return _Blame(claim.id, doers, mention, explicit) if doers else None


def accused(scene: Scene, mention: Mention) -> tuple[str, ...]:
    """Whom the innermost voice around a mention accuses of it (اتهمت المعارضة النظام بقصف، حملت النظام مسؤولية القصف); empty for none."""
    around = [c for c in scene.claims_at(mention.span) if c.content]
    claim = min(around, key=lambda c: (sum(e - s for s, e in c.content), c.id), default=None)
    if claim is None or claim.stance != "accuses" or claim.cue is None:
        return ()
    found = _accused(scene, claim, scene.page.within(claim.cue.span)[0], mention)
    return tuple(a for a in found if scene.actors[a].kind in _ABLE)


def _accused(scene: Scene, claim: Claim, cue: int, mention: Mention) -> tuple[str, ...]:
    """The actor named between the words that accuse and the deed (بقصف, مسؤولية الهجوم), the speaker left out."""
    form = scene.form(mention.first - 1)
    blame = form in scene.words("deed-claimed") or (form == "عن" and scene.form(mention.first - 2) in scene.words("deed-claimed"))
    if not (mention.hit.cut.pro.endswith("ب") or mention.hit.cut.pro in ("ب", "بال") or blame):
        return ()
    if any(scene.form(k).startswith("بان") for k in range(cue, mention.first)):
        return ()  # اتهموا أنقرة بأنها لا تكافح التنظيم وبدعمه: what follows a clause is no longer said of the one before it
    source = claim.source.span if claim.source is not None else (0, 0)
    voices = {link.actor for link in claim.chain}
    # what stands nearest to the deed is the object; between it and the verb there may be where it was said (عبر قناته)
    for k, m in reversed(list(enumerate(scene.actors_between(cue, mention.first)))):
        # the first name behind the verb is the subject's; a second one is the object's, wherever the source was cut
        inside = not k and source[0] <= m.span[0] < source[1]
        if m.form not in ("pronoun", "nisba") and not inside and m.entity in scene.actors and m.entity not in voices:
            return (m.entity,)
    return ()


def _differ(scene: Scene, a: _Blame, b: _Blame, claims: dict[str, Claim]) -> bool:
    if a.voice == b.voice or not (a.explicit or b.explicit):
        return False
    speakers = [c.chain[-1].actor for v in (a.voice, b.voice) if (c := claims.get(v)) is not None and c.chain]
    if len(speakers) == 2 and speakers[0] == speakers[1]:
        return False
    left, right = ({r for d in x.doers for r in _line(scene, d)} for x in (a, b))
    return not left & right


def _line(scene: Scene, ident: str) -> set[str]:
    """An actor with all it belongs to."""
    out: set[str] = set()
    at: str | None = ident
    while at is not None and at not in out:
        out.add(at)
        if at not in scene.actors:
            out.add(at.split(".")[0])  # an arm that the text does not name itself: il.army of il
            break
        at = scene.actors[at].of
    return out


def _share(scene: Scene, one: Gathered, two: Gathered) -> bool:
    """Whether two events may be one told twice: a place in common, or the second names none."""
    left, right = ({scene.place_key(k) for k in e.places} for e in (one, two))
    return bool(left & right) or not right


def _points(scene: Scene, mention: Mention) -> bool:
    """Whether a mention takes up what was told: قوات كذا هي التي قصفت, or the noun with its article."""
    if _cleft(scene, mention):
        return True
    return (
        mention.sense.cls == "noun"
        and (mention.definite or mention.demonstrative)
        and scene.form(mention.first).startswith(("ال", "بال", "لل", "وال", "هذا", "هذه"))
    )


def _cleft(scene: Scene, mention: Mention) -> bool:
    """قوات كذا هي التي قصفت."""
    return scene.cleft(mention.first) or scene.cleft(mention.first - 1)


def _tallied(tallies: list[TallyDraft], claims: dict[str, Claim]) -> list[Dispute]:
    """Two sides that count one thing differently in one bulletin (الجانب الروسي 18 خرقا والجانب التركي 23)."""
    return [
        Dispute(kind="count", between=(a.claim, b.claim))
        for a, b in combinations(tallies, 2)
        if a.what == b.what == "ceasefire_violation"
        and a.total != b.total
        and a.claim in claims
        and b.claim in claims
        and claims[a.claim].chain[-1:] != claims[b.claim].chain[-1:]
    ]


def _denied(scene: Scene, event: EventDraft, events: list[EventDraft], claims: dict[str, Claim]) -> list[Dispute]:
    deniers = [c for c in event.claims if c in claims and claims[c].stance == "denies"]
    if not deniers:
        return []
    out: list[Dispute] = []
    for denier in deniers:
        embedded = claims[denier].embeds
        if embedded is not None and embedded in claims:
            out.append(Dispute(kind="denied", between=(embedded, denier)))
            continue
        others = [c for c in event.claims if c not in deniers and c in claims]
        if not others:
            for other in events:
                if other is event or other.realis not in _DONE or _elsewhere(scene, event, other):
                    continue
                if other.type != event.type and not _own_deed(scene, claims[denier], event, other):
                    continue
                if not other.actors or not event.actors or _one_side(scene, event, other):
                    others += [c for c in other.claims if c in claims and claims[c].stance != "denies"] or (
                        ["outlet"] if not other.claims else []
                    )
        speakers = {claims[denier].chain[-1].actor if claims[denier].chain else ""}
        out += [
            Dispute(kind="denied", between=(other_id, denier))
            for other_id in others[:2]
            if not (other_id in claims and claims[other_id].chain and claims[other_id].chain[-1].actor in speakers)
        ]
    return out


def _answered(scene: Scene, claims: dict[str, Claim]) -> list[Dispute]:
    """Denials of what was told right before, which they name by a pronoun or a noun for all that is told (وهي اتهامات ينفيها)."""
    out: list[Dispute] = []
    told = scene.words("told-before")
    for denial in claims.values():
        if denial.stance != "denies" or not denial.chain or not denial.content:
            continue
        words = [scene.form(k) for span in denial.content for k in range(*scene.page.within(span))]
        if not words or any(word not in told and word.removeprefix("و") not in told for word in words):
            continue
        start = min(span[0] for span in denial.content)
        # In the middle of a sentence what it points at is told there, even where that was not read as anybody's words.
        opens = start - denial.sentence[0] <= _OPENS
        before = [
            (c.content[-1][1], c.id)
            for c in claims.values()
            if c.content and c.chain and c.stance in _TOLD and c.content[-1][1] <= start
            if c.chain[-1].actor != denial.chain[-1].actor
            if c.sentence == denial.sentence or opens and denial.sentence[0] - c.sentence[1] <= _NEXT
            if start - c.content[-1][1] <= _REACH
        ]
        if before:
            out.append(Dispute(kind="denied", between=(max(before)[1], denial.id)))
    return out


def _elsewhere(scene: Scene, one: EventDraft, two: EventDraft) -> bool:
    """Whether two events name places and none in common: who denies a raid on one town denies no raid on another."""
    left, right = ({scene.place_key(k) for k in e.places} for e in (one, two))
    return bool(left) and bool(right) and not left & right


def _one_side(scene: Scene, one: EventDraft, two: EventDraft) -> bool:
    """Whether two events are laid to one actor, or to one and a body of his (إسرائيل and its aircraft)."""
    return any(a in _line(scene, b) or b in _line(scene, a) for a in one.actors for b in two.actors)


def _own_deed(scene: Scene, denier: Claim, event: EventDraft, other: EventDraft) -> bool:
    """Whether who denies an attack is the one to whom another attack is laid, whatever either voice calls it."""
    if event.type not in ATTACKS or other.type not in ATTACKS or not denier.chain:
        return False
    return any(denier.chain[-1].actor in _line(scene, d) for d in other.actors)


def _counted(event: EventDraft, claims: dict[str, Claim]) -> list[Dispute]:
    if event.type == "cumulative_toll":
        return []
    out: list[Dispute] = []
    for what in ("killed", "wounded"):
        told = [c for c in event.counts if c.part_of is None and c.what == what and c.low is not None]
        values = {c.low for c in told if c.low is not None}
        # three numbers of which one is the sum of the others are a whole and its parts, more are several scenes
        if len(values) > _MOST or (len(values) > 1 and any(2 * v == sum(values) for v in values if len(values) > 2)):
            continue
        out += [
            Dispute(kind="count", between=(one.claim, two.claim))
            for one, two in combinations(told, 2)
            if one.claim != two.claim and _speaker(one.claim, claims) != _speaker(two.claim, claims) and _clash(one, two)
        ]
    return out


def _speaker(claim: str, claims: dict[str, Claim]) -> str:
    """Who gives a number: the last of the chain; he may correct himself."""
    return claims[claim].chain[-1].actor if claim in claims and claims[claim].chain else claim


def _clash(one: Count, two: Count) -> bool:
    """Whether two counts cannot both be right: exact figures that differ, or a bound that the other breaks."""
    if one.population != two.population and "unknown" not in (one.population, two.population):
        return False
    if one.low is None or two.low is None or min(one.low, two.low) <= 1:
        return False
    if one.qualifier == two.qualifier == "exact":
        return one.low != two.low
    low = max(one.low, two.low)
    high = min(c.high for c in (one, two) if c.high is not None) if one.high is not None or two.high is not None else None
    return high is not None and low > high and "vague" not in (one.qualifier, two.qualifier)
