"""Stances: what the claims that hold a mention say of it: what is wanted is planned, what is denied did not happen."""

from __future__ import annotations

from typing import Final

from marsad.model import Claim, Stance
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.grounds import AFTERWARDS, DEEDS, RELATIVES, STATES, UNDER, UNDERGONE, Ground
from marsad.stages.code.realis.history import in_the_past
from marsad.stages.code.realis.pacts import kept
from marsad.stages.code.scene import Scene

_WISHES: Final[frozenset[Stance]] = frozenset(["demands", "pledges", "threatens", "offers", "hopes", "predicts"])
_TELLS: Final[frozenset[Stance]] = frozenset(["asserts", "admits", "accuses", "criticises", "assesses"])
_CLOSE: Final = frozenset(["ختام", "اختتام"])
_DENIED_REACH: Final = 10
_AUXILIARIES: Final = frozenset(["يكون", "تكون", "يكونوا", "انه", "انها", "انهم", "ان", "بان"])
_BESIDES: Final = frozenset(["حيث", "فيما", "بينما", "لكن", "ولكن", "بعد", "عقب"])
_CAUSES: Final = frozenset(["بسبب", "جراء", "نتيجه", "اثر", "بفعل"])
_WHEREAS: Final = frozenset(["خصوصا", "خاصه", "لاسيما", "سيما", "وسط"])
_AGAINST: Final = frozenset(["من", "ضد", "مواجهه", "صد", "لصد"])
_TURNS: Final = frozenset(["الذي", "التي", "الا", "لكن", "ولكن", "عقب", "غير"])


def from_claims(scene: Scene, mention: Mention) -> list[Ground]:
    """What the stance of the claims around it says."""
    out: list[Ground] = []
    state = mention.sense.entry.type in STATES
    claims = scene.claims_at(mention.span)
    told = max((_opening(claim, mention) for claim in claims if claim.stance in _TELLS), default=0)
    for claim in claims:
        if (
            claim.stance in _WISHES
            and _opening(claim, mention) >= told  # طلب كذا، وإن فلانا اعترف بتراجع قواته
            and not (mention.type in PACTS and (scene.form(mention.first - 1) in UNDER or kept(scene, mention)))
            and not in_the_past(scene, mention)
            and not state
            and not mention.definite
            and not mention.demonstrative
            and not _carried_in_the_past(mention)
            and mention.type != "cumulative_toll"
            and scene.form(mention.first - 1) not in AFTERWARDS | _CLOSE
            and mention.sense.entry.id not in UNDERGONE
            and not (mention.sense.tense == "present" and scene.form(mention.first - 1) in RELATIVES)
            and (scene.form(mention.first - 1), scene.form(mention.first - 2)) != ("ان", "منذ")
            and not _of_old(scene, mention)
            and scene.form(mention.first - 1).removeprefix("ب") != "اهميه"  # أجمع الخبراء على أهمية زيارة الملك
            and not _past_a_turn(scene, mention, claim)
        ):
            # what somebody threatens with or warns of hangs on something: none of six annotated is planned
            out.append((4, 0, "conditional" if claim.stance == "threatens" else "planned", f"the claim {claim.stance}"))
        elif claim.stance == "accuses" and mention.type == "abuse" and mention.into > 1 and mention.time is None:
            out.append((1, 0, "historical", "a crime somebody is accused of"))  # تتهمهم بارتكاب انتهاكات: five of five annotated
        elif claim.stance == "denies" and not state and _denied(scene, mention, claim):
            out.append((6, 0, "negated", "the claim denies"))
    return out


def _opening(claim: Claim, mention: Mention) -> int:
    """Where the part of a claim begins that holds a mention."""
    return max((start for start, _ in claim.content if start <= mention.span[0] + 1), default=0)


def _denied(scene: Scene, mention: Mention, claim: Claim) -> bool:
    """Whether a mention is what is denied: near the opening of what the denial says, and in no clause beside it."""
    if not claim.content:
        return False
    start = scene.page.within(claim.content[0])[0]
    if mention.sense.cls == "verb" and mention.sense.entry.weak and not _of_itself(scene, mention, start):
        return False  # نفت أن تكون الغارة استهدفت مدنيين: only whom it hit is denied
    charge = mention.hit.cut.pro == "ب" and scene.form(mention.first - 1).removeprefix("ال") in ("اتهامات", "اتهام")
    if not charge and any(
        scene.words("disclaimed") & scene.page.lookup.stems(scene.form(k)) for k in range(start, min(start + 3, mention.first))
    ):
        return False  # نفى مسؤوليته عن القصف
    if scene.form(mention.first - 1) in _CAUSES:
        return False  # نفت وقوع إصابات جراء القصف
    if mention.definite and mention.sense.cls != "verb":  # نفى انسحابه, خبر مقتله; not مسؤوليته عن القصف
        led = scene.words("news-denied")
        return mention.hit.cut.pro in ("", "ب") and all(scene.form(k) in led for k in range(start, mention.first))
    between = range(start, mention.first)
    cause = any(scene.form(k) in _CAUSES and scene.form(k - 1) in ("،", ",") for k in between)  # نفى وجود هدنة، بسبب قصف البلدة
    return len(between) <= _DENIED_REACH and not cause and not any(scene.form(k) in _BESIDES for k in between)


def _of_itself(scene: Scene, mention: Mention, start: int) -> bool:
    """Whether nothing but actors and auxiliaries stands between the opening of a denial and a verb (نفت أن تكون استهدفت السفينة)."""
    if scene.form(mention.first - 1) == "قد":
        return True
    k = start
    while k < mention.first:
        m = next(iter(scene.actors_between(k, k + 1)), None)
        if m is None and scene.word(k) and scene.form(k) not in _AUXILIARIES:
            return False
        k = max(k + 1, m.last if m is not None else 0)
    return True


def _past_a_turn(scene: Scene, mention: Mention, claim: Claim) -> bool:
    """Whether a relative clause or a but stands between what is wanted and the mention (الهجوم الذي ألحق أضرارا)."""
    start = max([scene.page.within(span)[0] for span in claim.content if span[0] <= mention.span[0]], default=mention.first)
    if scene.has_class("result-verb", start, mention.first):
        return True  # دعتهم إلى تسليم أنفسهم لكنهم رفضوا، ما أدى إلى اشتباك
    turns = _TURNS | _WHEREAS | _CAUSES  # تطالب بسحب القوات خصوصا أن هناك اتفاقية
    return any(scene.form(k) in turns or scene.form(k).startswith("لكن") for k in range(start, mention.first))


def _carried_in_the_past(mention: Mention) -> bool:
    """Whether a verb in the past tells a noun (حققت تقدما)."""
    return mention.carrier is not None and mention.carrier.payload.tense == "past" and mention.carrier.cut.pro in ("", "و")


def _of_old(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is the cause of something told (الواردة من قصف) or opposed (ضد هجوم), and no part of what is wanted."""
    return scene.form(mention.first - 1) in _AGAINST and mention.type in DEEDS
