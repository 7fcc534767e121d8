"""Whether a head noun names a body, and how far its name reaches: its second genitive (وزارة النفط والغاز), what it is for, quotation marks, the name of a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.arabic.phrases import Hit
from marsad.lexicon.recognise import HeadUse, Use
from marsad.stages.recognise.names import name_at
from marsad.stages.recognise.scene import CLOSING, OPENING, Draft, Scene

if TYPE_CHECKING:
    from marsad.stages.recognise.actors import Finder

_LONGEST = 6
# Bodies that see to two matters at once.
_OF_MATTERS = frozenset(
    ("ministry", "directorate", "company", "centre", "foundation", "association", "institute", "union", "syndicate")
)
# What brigades call their men: heroes, lions, free men, sons, martyrs.
_PLURALS = (
    "احرار",
    "ابطال",
    "اسود",
    "صقور",
    "فرسان",
    "شهداء",
    "ثوار",
    "انصار",
    "احفاد",
    "ابناء",
    "رجال",
    "حراس",
    "نسور",
    "ذياب",
    "شباب",
    "جند",
    "درع",
    "سيوف",
)
# Heads whose name is often put in quotation marks with them.
_QUOTED = frozenset(
    (
        *("brigade", "division", "militia", "faction", "movement", "front", "group", "party", "current", "operations-room"),
        *("association", "foundation", "ngo", "directorate", "commission", "league", "union", "team", "centre", "club"),
        *("agency", "newspaper", "network"),
    )
)
_OF_THE_WHOLE = frozenset(
    (
        "العامه",
        "العام",
        "الوطنيه",
        "الوطني",
        "العليا",
        "الاعلي",
        "الدوليه",
        "الدولي",
        "المركزيه",
        "المستقله",
        "الاقليميه",
        "الاتحاديه",
    )
)


def purpose(finder: Finder, draft: Draft, j: int) -> int:
    """The token behind لحقوق الإنسان, للمفاوضات, للطيران المدني: what an institution is for."""
    scene = finder.scene
    form = scene.word(j)
    purposeful = draft.kind in ("monitor", "organisation") or draft.key in ("directorate", "council", "court")
    if purposeful and draft.last - draft.first <= 4:
        sure = scene.word(j - 1) in _OF_THE_WHOLE  # الهيئة العامة للطيران المدني
        if form.startswith("لل") and len(form) > 4 and form not in scene.never and (sure or not scene.common(j)):
            draft.words = (*draft.words, form[2:])
            return with_its_second(scene, draft, finder.adjectives(draft, j + 1))
        if form.startswith("ل") and len(form) > 3 and scene.word(j + 1).startswith("ال") and form not in scene.never:
            place = scene.places_at(j)
            if place:
                return place
            if form in ("لحقوق", "لشوون", "لدعم", "لمكافحه", "لتحرير", "لقوي", "لمراقبه", "لحمايه"):
                draft.words = (*draft.words, form[1:], scene.word(j + 1).removeprefix("ال"))
                return finder.adjectives(draft, j + 2)
    if purposeful and form in ("لمدينه", "لمحافظه", "لبلده") and (end := scene.places_at(j)):
        return end
    return j


def with_its_second(scene: Scene, draft: Draft, j: int) -> int:
    """The token behind a second matter that a body sees to (وزارة الشباب والرياضة، هيئة الحقيقة والكرامة); `j` where none stands there."""
    form = scene.word(j)
    if not form.startswith("وال") or len(form) < 6 or form in scene.never:
        return j
    if scene.nisba(j + 1) or scene.punct(j + 1):
        return j + 1
    bare = form[3:]
    if draft.key not in _OF_MATTERS or scene.common(j) or scene.known_place(j) or scene.is_place_word(bare):
        return j
    if scene.is_event_noun(bare) or scene.is_verb(bare) or form.endswith(("ين", "ون")):
        return j
    draft.words = (*draft.words, bare)
    return j + 1


def quoted_whole(scene: Scene, draft: Draft, j: int) -> int:
    """The token behind a name that stands with its head in quotation marks ("لواء أحرار الجولان"), or 0."""
    mark = scene.punct(draft.first - 1)
    if draft.key not in _QUOTED or draft.cut.pro or draft.number != "s" or not mark or mark not in OPENING or mark in "([":
        return 0
    end = next((k for k in range(j, min(j + _LONGEST, scene.size)) if not scene.word(k)), 0)
    closing = scene.punct(end) if end else ""
    if end <= j or not closing or closing not in CLOSING or closing in ")]" or scene.nisba(j) is not None:
        return 0
    words = [scene.word(k) for k in range(j, end)]
    if any(w in scene.never or w.startswith("وال") or scene.is_verb(w) for w in words) or not _named_by(scene, words):
        return 0
    draft.words = (*draft.words, *(w.removeprefix("ال") for w in words))
    draft.definite = True
    return end


def _named_by(scene: Scene, words: list[str]) -> bool:
    """Whether words behind a head can be its name: they hold a definite noun or no adjective (تنظيم إرهابي is no name)."""
    adjectives = scene.lists.get("group-adjective", frozenset()) | scene.lists.get("title-adjective", frozenset())
    return any(w.startswith("ال") for w in words) or not any(w in adjectives or w.endswith(("ي", "يه")) for w in words)


def name_of_a_unit(scene: Scene, j: int) -> int:
    """The token behind the name of a brigade at token `j`: a man's (لواء معاذ بن جبل), or a noun and its genitive (لواء أحرار الجولان)."""
    end = name_at(scene, j, titled=True)
    if end > j + 1:
        return end
    follow = scene.word(j + 1)
    genitive = (
        follow.startswith("ال")
        and len(follow) > 4
        and not scene.common(j + 1)
        and not scene.is_event_noun(follow.removeprefix("ال"))
    )
    return j + 2 if genitive and scene.word(j).startswith(_PLURALS) else j + 1


def front_line(scene: Scene, hit: Hit[Use], use: HeadUse) -> bool:
    """Whether a front is one of the war, at a place (جبهة الجفينة), and no body of that name."""
    return use.id == "front" and hit.last == hit.first + 1 and scene.known_place(hit.last) > 0


def secret(scene: Scene, i: int, use: HeadUse) -> bool:
    """Whether سرية is secret, as it agrees with the noun before it (اتصالاته السرية، منظمة سرية), and no company of soldiers."""
    before, form = scene.word(i - 1), scene.word(i)
    if use.id != "brigade" or not form.endswith("سريه") or len(before) < 4 or form[0] in "وبلف":
        return False
    agrees = before.endswith(("ه", "ات", "ها", "هم")) or before.startswith("ال")
    return agrees and (
        scene.definite(i) == (scene.definite(i - 1) or before.endswith(("ه", "ها", "هم"))) or not scene.definite(i)
    )
