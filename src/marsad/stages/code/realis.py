"""Realis: how far a happening is said to have happened, from tense, particles, cue words and the stance of its claim."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

from marsad.arabic.times import TimeExpression
from marsad.model import Realis, Stance
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_STORY_DAYS: Final = 4  # older than that is background, unless it opens the report
_WISHES: Final[frozenset[Stance]] = frozenset(["demands", "pledges", "threatens", "offers", "hopes", "predicts"])
# Nobody acts in order that these be: ل before them follows أدى, إضافة, تعرض.
_PURPOSE_TYPES: Final = frozenset(["control_status", "casualties", "cumulative_toll", "displacement"])
_DONE_ON_PURPOSE: Final = ("تدمير", "هدم", "نسف", "احراق", "تخريب", "تفجير", "تجريف")
_PACTS: Final = frozenset(["ceasefire", "agreement", "zone_establish"])
_LASTING: Final = frozenset(["military_support", "siege", "coordination"])
_NEWS: Final = frozenset(
    ["توصل", "توصلت", "توصلوا", "حدوث", "اعلن", "اعلنت", "بدء", "بدا", "بدات", "سريان", "دخول", "دخل", "ابرم", "ابرمت", "وقع", "وقعت", "ابرام",
     "جديد", "تم", "عقد", "عقدت", "يبدا", "اعلان", "شهدت", "اليوم"]
)  # fmt: skip
_AFTERWARDS: Final = frozenset(["بعد", "عقب", "اثر", "منذ", "جراء", "رغم", "بسبب", "نتيجه", "اعقاب", "وبعد"])
_DEEDS: Final = frozenset(
    ["air_strike", "shelling", "ground_attack", "suicide_attack", "bombing_ied", "chemical_attack", "armed_clash"]
)
_STATES: Final = frozenset(["control_status"])
_RELATIVES: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "والذي", "والتي"])


Ground: TypeAlias = tuple[int, int, Realis, str]  # rank, distance, realis, why


def settle_realis(scene: Scene, mention: Mention) -> None:
    """Set `mention.realis` and why: the cue of the highest rank wins, the nearest of equal rank."""
    entry = mention.sense.entry
    found: list[Ground] = []
    if entry.realis is not None:
        found.append((2 if entry.realis != "failed" else 7, 0, entry.realis, "the entry's own"))
    found += _from_cues(scene, mention)
    found += _from_form(scene, mention)
    found += _from_carrier(scene, mention)
    found += _from_claims(scene, mention)
    found += _from_nature(scene, mention)
    if mention.type in _STATES:
        found = [f for f in found if f[2] in ("ongoing", "historical", "negated") and f[0] != 3]
    if not found:
        mention.realis, mention.realis_why = "actual", "nothing speaks against it"
        return
    best = min(found, key=lambda f: (-f[0], f[1]))
    mention.realis, mention.realis_why = best[2], best[3]


def _from_form(scene: Scene, mention: Mention) -> list[Ground]:
    """What tense and proclitics say."""
    sense, entry = mention.sense, mention.sense.entry
    pro = mention.hit.cut.pro
    if sense.cls == "noun" or (
        sense.cls == "phrase" and "verb-heads" not in scene.classes[mention.first] and mention.type not in _PACTS
    ):
        suffered = entry.type in _PURPOSE_TYPES or (
            entry.type == "destruction" and not any(w in scene.form(mention.first) for w in _DONE_ON_PURPOSE)
        )
        purpose = pro in ("ل", "ول", "لال") and not suffered and _purpose(scene, mention)
        return [(5, 0, "planned", "ل of purpose before a masdar")] if purpose else []
    if sense.cls != "verb":
        return []
    if pro in ("س", "وس", "فس"):
        return [(7, 0, "planned", "the future particle س")]
    if pro.endswith("ل") and sense.tense != "past":
        return [(5, 0, "planned", "ل of purpose")]
    before = scene.form(mention.first - 1)
    if sense.tense == "past":
        return [(1, 0, "historical", "a past verb in a relative clause")] if before in _RELATIVES and not entry.weak else []
    if scene.plain(mention.first - 1) in ("أن", "لأن", "بأن") and entry.type not in _STATES:
        return [(3, 0, "planned", "أن and the present")]
    if mention.last <= scene.headline or mention.sentence == 0 or scene.heading(mention.first):
        return [(0, 0, "actual", "the present of headlines")]
    return [(1, 0, "ongoing", "the present tense")] if entry.realis is None else []


def _from_carrier(scene: Scene, mention: Mention) -> list[Ground]:
    """What the light verb that carries a noun says."""
    if mention.carrier is None:
        return []
    light = mention.carrier.payload
    pro, before = mention.carrier.cut.pro, scene.form(mention.carrier.first - 1)
    if pro in ("س", "وس", "فس"):
        return [(7, 0, "planned", "the future particle on its verb")]
    if pro.endswith("ل"):
        return [(5, 0, "planned", "ل of purpose before its verb or masdar")]
    if light.tense == "present" and before == "قد":
        return [(5, 0, "conditional", "قد and the present of its verb")]
    if light.tense == "present" and before in ("ان", "بان"):
        return [(3, 0, "planned", "أن and the present of its verb")]
    if light.entry.realis is not None and light.tense == "past":
        return [(2, 0, light.entry.realis, f"its verb {light.entry.id}")]
    if light.tense == "present" and mention.sentence > 0 and mention.last > scene.headline:
        return [(1, 0, "ongoing", "the present of its verb")]
    return []


def _from_claims(scene: Scene, mention: Mention) -> list[Ground]:
    """What the stance of the claims around it says."""
    out: list[Ground] = []
    state = mention.sense.entry.type in _STATES
    for claim in scene.claims_at(mention.span):
        if (
            claim.stance in _WISHES
            and mention.sense.tense != "past"
            and not state
            and not mention.definite
            and mention.type != "cumulative_toll"
        ):
            out.append((4, 0, "planned", f"the claim {claim.stance}"))
        elif claim.stance == "denies" and not state:
            out.append((6, 0, "negated", "the claim denies"))
    return out


def _from_nature(scene: Scene, mention: Mention) -> list[Ground]:
    """What its time and its type say."""
    out: list[Ground] = []
    past = _long_past(scene, mention)
    if past is not None and mention.sense.entry.type not in _STATES:
        out.append((5, 0, "historical", past))
    if mention.type == "cumulative_toll" and mention.sentence > 4:
        out.append((1, 0, "historical", "a total told as background"))
    sentence = scene.sentence(mention.first)
    if mention.type in ("cumulative_toll", "displacement", "casualties", "destruction") and sentence is not None:
        if scene.has_class("whole-war", sentence.first, sentence.last):
            out.append((2, 0, "historical", "a total over the whole war"))
    if mention.type in _PACTS and mention.sense.cls != "verb" and not _new(scene, mention):
        if mention.definite and mention.type != "zone_establish":
            # الهدنة، الاتفاق: the one the report is about; وقف إطلاق النار الموقع is background
            out.append((1, 0, "ongoing" if mention.type == "ceasefire" else "actual", "a pact of the report named again"))
        else:
            out.append((1, 0, "historical", "a pact named as known"))
    elif mention.type in _LASTING and mention.sense.cls != "verb":
        out.append((1, 0, "ongoing", "what lasts"))
    return out


def _long_past(scene: Scene, mention: Mention) -> str | None:
    """Why the time of a mention lies before the story: last month, years ago, an earlier year or month than the document's."""
    if mention.time is None:
        return None
    time = scene.recognised.times[mention.time]
    low, high = mention.clause
    if not low <= time.first < high and abs(time.first - mention.first) > 8:
        return None
    value = time.value
    if value.open is not None or value.kind in ("span", "range"):
        return None
    published = scene.page.document.published.start
    year = int(published[:4]) if published else None
    month = int(published[5:7]) if published and len(published) >= 7 else None
    days = _days_back(published, value)
    if days is not None and days > _STORY_DAYS and mention.sentence > 1:
        return "days before the story"
    if value.kind == "ago" and value.unit in ("week", "month", "year", "decade"):
        return "it lies weeks or longer back"
    if value.kind == "unit" and value.modifier == "past" and value.unit in ("month", "year", "decade"):
        return "it lies in the month or year before"
    if value.kind in ("year", "date", "month") and value.year is not None and year is not None and value.year < year:
        return "an earlier year"
    if value.kind in ("date", "month") and value.month is not None and value.year in (None, year) and month is not None:
        if (
            value.modifier == "past"
            or value.month_shift == -1
            or (month - value.month) % 12 in (1, 2, 3, 4, 5)
            and value.kind == "month"
        ):
            return "an earlier month"
    return None


def _days_back(published: str | None, value: TimeExpression) -> int | None:
    """How many days before the document a day lies; None where that cannot be said."""
    if value.kind == "ago" and value.unit == "day" and value.count is not None:
        return int(value.count)
    if value.kind == "day" and value.shift is not None:
        return -value.shift
    if (
        value.kind != "date"
        or value.month is None
        or value.day is None
        or published is None
        or len(published) < 10
        or value.calendar != "gregorian"
    ):
        return None
    day = date.fromisoformat(published[:10])
    try:
        then = date(value.year or day.year, value.month, value.day)
        if value.year is None and then > day:
            then = date(day.year - 1, value.month, value.day)
    except ValueError:
        return None
    return (day - then).days


def _new(scene: Scene, mention: Mention) -> bool:
    """Whether a pact is told as news: reached, signed, announced, begun."""
    for k in range(max(mention.clause[0], mention.first - 7), mention.last):
        if any(c.stem in _NEWS for c in scene.page.lookup.cuts(scene.form(k))[:3]):
            return True
    return False


def _purpose(scene: Scene, mention: Mention) -> bool:
    """Whether ل before a masdar means purpose and not an object (تعرضت لقصف, نتيجة لقصف) or a possessor."""
    if mention.definite and mention.hit.cut.pro == "لال":
        return False
    if mention.sense.cls == "noun" and mention.sense.number == "p":
        return False  # لغاراتها، لهجمات: deeds, and no aim of anybody's
    if scene.form(mention.first).startswith("لل") and mention.type in _DEEDS:
        return False  # تبن رسمي للضربة: the one that was told of
    if mention.carrier is not None and mention.carrier.payload.entry.frame == "victim":
        return False
    return not any(
        c.stem
        in (
            "اضافه",
            "لحظه",
            "لحظات",
            "اللحظات",
            "صور",
            "مشاهد",
            "نتيجه",
            "تعرض",
            "تعرضت",
            "ادي",
            "ادت",
            "وفقا",
            "نظرا",
            "رفض",
            "وقف",
            "ضحيه",
            "تعرضها",
            "تعرضه",
            "مماثل",
            "خضع",
        )
        for k in range(max(mention.clause[0], mention.first - 6), mention.first)
        for c in scene.page.lookup.cuts(scene.form(k))[:2]
    )


def _from_cues(scene: Scene, mention: Mention) -> list[Ground]:
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    out: list[Ground] = []
    low, high = mention.clause
    for hit in scene.cues:
        if not sentence.first <= hit.first < sentence.last:
            continue
        cue = hit.payload
        if hit.first >= mention.first and hit.last <= mention.last:
            continue
        if cue.only and mention.type not in cue.only:
            continue
        if cue.realis == "failed" and scene.form(hit.first - 1) in ("حال", "حاله", "اذا"):
            continue  # في حال فشل المساعي: not failed yet
        if cue.realis == "planned" and mention.type == "cumulative_toll":
            continue  # the dead of a war are counted, nobody plans them
        if cue.realis == "planned" and cue.scope == "after" and mention.sense.tense == "past":
            continue  # what is wanted or due stands in the present or as a masdar
        if (
            cue.realis == "planned"
            and cue.scope == "after"
            and any(scene.form(k) in _AFTERWARDS for k in range(hit.last, mention.first))
        ):
            continue  # دعا إلى ضبط النفس بعد الهجوم: what went before is no part of what is wanted
        gap = mention.first - hit.last if hit.last <= mention.first else hit.first - mention.last
        if gap > cue.reach:
            continue
        if cue.scope == "after":
            right = hit.last <= mention.first and (gap <= 2 or hit.first >= low or (cue.rank >= 6 and gap <= 6))
        elif cue.scope == "before":
            right = hit.first >= mention.last
        elif cue.scope == "clause":
            right = low <= hit.first < high or gap <= 8
        else:
            right = low <= hit.first < high
        if right:
            out.append((cue.rank, gap, cue.realis, f"the cue {cue.id}"))
    return out
