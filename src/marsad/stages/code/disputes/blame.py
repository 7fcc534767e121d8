"""One attack laid at different doors."""

from __future__ import annotations

from itertools import combinations
from typing import Final, NamedTuple

from marsad.model import Claim, Dispute
from marsad.stages.code.disputes.voices import line
from marsad.stages.code.families import DONE
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.scene import Scene

_FROM_AFAR: Final = frozenset(["air_strike", "shelling", "chemical_attack", "ground_attack", "targeted_killing"])
_ABLE: Final = frozenset(["armed_forces", "armed_group", "coalition", "state", "government", "organisation", "other"])
_FAR: Final = 4  # sentences between two accounts of one attack


class _Blame(NamedTuple):
    """Whom one claim makes the doer of one mention."""

    voice: str
    doers: tuple[str, ...]
    mention: Mention
    explicit: bool  # an accusation, a claim of responsibility, or هي التي: the doer is the point of what is said


def blamed(scene: Scene, events: list[Gathered], claims: dict[str, Claim]) -> list[Dispute]:
    """Two voices that lay one attack at different doors."""
    out: list[Dispute] = []
    told = [
        [b for m in event.mentions if (b := _blame(scene, m, claims)) is not None]
        if event.type in ATTACKS and event.realis in DONE
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
    left, right = ({r for d in x.doers for r in line(scene, d)} for x in (a, b))
    return not left & right


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
