"""Where a place that no table has lies: in what the text says it lies in, or beside, with the radius of that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from marsad.arabic.page import Page
from marsad.gazetteer.entry import distance_km
from marsad.handover import PlaceMention
from marsad.stages.ground.distances import DISTANCE
from marsad.stages.ground.drafts import INSIDE, MEASURED, SAME_SENTENCE, UNKNOWN, Draft

_WIDEST_CONTAINER_KM: Final = 45.0
# Words that say that one place lies in or by another, and with them those that may stand between its names.
_CONTAINS: Final = frozenset(
    [
        "في",
        "من",
        "ضمن",
        "داخل",
        "التابعه",
        "التابع",
        "التابعتين",
        "قرب",
        "غرب",
        "شرق",
        "شمال",
        "جنوب",
        "غربي",
        "شرقي",
        "شمالي",
        "جنوبي",
        "وسط",
        "محيط",
        "بمحيط",
        "بالقرب",
    ]
)
_LINKS: Final = _CONTAINS | frozenset(
    [
        "و",
        "،",
        ",",
        ":",
        "«",
        "»",
        '"',
        "“",
        "”",
        "(",
        ")",
        "-",
        "–",
        "ب",
        "ال",
        "الواقعه",
        "الواقع",
        "الواقعتين",
        "عند",
        "علي",
        "مدينه",
        "بلده",
        "ناحيه",
        "قريه",
        "ريف",
        "محافظه",
        "منطقه",
        "جنوبا",
        "شمالا",
        "شرقا",
        "غربا",
    ]
)
# الواقعة على بعد 20 كلم شمال بغداد: how far away it lies may stand between as well.
_AWAY: Final = frozenset(
    ["علي", "بعد", "مسافه", "تبعد", "يبعد", "التي", "الذي", "نحو", "حوالي", "قرابه", "الي", "كم", "كلم", "كيلو", "كيلومتر",
     "كيلومترا", "كيلومترات"]
)  # fmt: skip
_BUILT: Final = frozenset(["facility", "neighbourhood"])
_STREETS: Final = frozenset(["شارع", "جاده"])
_ONE_TOWN_KM: Final = 12.0
_PHRASE: Final = 12
_PHRASE_ENDS: Final = frozenset(["،", ",", "؛", ":", ".", "؟", "!", "حيث", "فيما", "بينما", "ما", "مما"])


def inside(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int) -> Draft | None:
    """A place no table has takes the point and the radius of what the text says it lies in, if it says so."""
    draft = drafts[k]
    if draft is None or draft.rule != UNKNOWN:
        return draft
    outer = _told_behind(page, mentions, drafts, k)
    rule = INSIDE
    if outer is None:
        outer = _told_in_its_phrase(page, mentions, drafts, k)
    if outer is None:
        outer, rule = _told_before(page, mentions, drafts, k), SAME_SENTENCE
    if outer is None or outer.point is None or outer.km is None:
        return draft
    # شمال بغداد is told of what lies a day's walk away too.
    least = 8.0 if rule != INSIDE else 20.0 if "#" in outer.id and outer.rule == "side of a place" else 3.0
    return draft._replace(
        id=f"{outer.id}>{draft.id}",
        point=outer.point,
        km=max(outer.km, least),
        admin=tuple(dict.fromkeys((*outer.admin, outer.id))),
        rule=rule,
    )


def met_before(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int) -> Draft | None:
    """السوق, المدرسة: told with the article and with nothing to say where, it is the one the text has placed before."""
    here, draft = mentions[k], drafts[k]
    if draft is None or draft.rule != UNKNOWN or here.type_word != "facility" or here.name:
        return draft
    noun = noun_of(page, here)
    if not noun.startswith("ال"):
        return draft
    for j in reversed(range(k)):
        other = drafts[j]
        if (
            other is not None
            and other.point is not None
            and noun_of(page, mentions[j]).removeprefix("ال") == noun.removeprefix("ال")
        ):
            return other if other.rule in (INSIDE, SAME_SENTENCE) else draft
    return draft


def noun_of(page: Page, mention: PlaceMention) -> str:
    """The noun a mention begins with, without the words glued before it; its article is kept."""
    form = page.tokens[mention.first].form
    cuts = [c for c in page.lookup.cuts(form) if not c.enc and (c.definite or c.pro in ("و", "ب", "ل", "وب", "ول"))]
    if form.startswith("ال") or not cuts:
        return form
    return ("ال" if cuts[0].definite else "") + cuts[0].stem


def _may_hold(draft: Draft | None) -> bool:
    return (
        draft is not None
        and draft.point is not None
        and draft.rule not in (INSIDE, MEASURED, SAME_SENTENCE)
        and (draft.km or 0) <= _WIDEST_CONTAINER_KM
    )


def _told_behind(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int) -> Draft | None:
    """قرى كذا وكذا في ريف عين عيسى: nothing but names and linking words stands between."""
    at = mentions[k].last
    for j in range(k + 1, min(k + 16, len(mentions))):
        between = page.tokens[at : mentions[j].first]
        away = drafts[j]
        far = away is not None and away.rule == DISTANCE
        if any(t.form not in _LINKS and not (far and (t.kind == "number" or t.form in _AWAY)) for t in between):
            return None
        if _may_hold(drafts[j]) and not mentions[j].speaks:
            words = [t.form for t in between] + [page.tokens[mentions[j].first].form]
            # A comma or و alone makes it one more of the list, not what the list lies in.
            if (
                any(w in _CONTAINS for w in words)
                or mentions[j].direction is not None
                or words[-1].startswith(("ب", "ل"))
                or mentions[j].type_word == "area"
            ):
                return drafts[j]
        at = mentions[j].last
    return None


def _told_in_its_phrase(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int) -> Draft | None:
    """مقر الفصيل الرئيسي في بلدة كذا: the first place told behind it, with a word that says where and no comma between."""
    here = mentions[k]
    if not _built(page, here):
        return None
    for j in range(k + 1, len(mentions)):
        there = mentions[j]
        between = page.tokens[here.last : there.first]
        if len(between) > _PHRASE or any(t.kind == "break" or t.form in _PHRASE_ENDS for t in between):
            return None
        told = (between[-1].form if between else "") in _CONTAINS or page.tokens[there.first].form.startswith("ب")
        if _may_hold(drafts[j]) and not there.speaks and (told or there.direction is not None):
            return drafts[j]
    return None


def _built(page: Page, mention: PlaceMention) -> bool:
    """Whether a mention is of something inside a town: a building, a quarter, a street."""
    street = page.tokens[mention.first].form.lstrip("ولب").removeprefix("ال") in _STREETS
    return mention.type_word in _BUILT or (mention.type_word == "route" and street)


def _told_before(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None], k: int) -> Draft | None:
    """The town of a building or ground: the only one that its sentence names, else, told with the article, the one before.

    A village or a quarter never takes a neighbour's point: that two are named together does not say that one holds the other.
    """
    here = mentions[k]
    if not _built(page, here) or (here.name and here.type_word == "neighbourhood"):
        return None
    starts = [s.first for s in page.sentences]
    sentence = bisect_right(starts, here.first)
    holding = [j for j in range(len(mentions)) if j != k and _may_hold(drafts[j]) and not mentions[j].speaks]
    same = [j for j in holding if bisect_right(starts, mentions[j].first) == sentence]
    if same:
        return _only_one(drafts, [j for j in same if j < k]) or _only_one(drafts, same)
    if sentence and not page.sentences[sentence - 1].into:
        return None  # what another part of the page tells of
    before = [j for j in holding if j < k and bisect_right(starts, mentions[j].first) == sentence - 1]
    return _only_one(drafts, before)


def _only_one(drafts: Sequence[Draft | None], found: Sequence[int]) -> Draft | None:
    """The one settlement of some places, whatever side or countryside it is told to lie in; of two apart neither."""
    named = [d for j in found if (d := drafts[j]) is not None]
    fine = [d for d in named if d.kind in ("town", "village", "neighbourhood")]
    first = fine[0] if fine else None
    if first is None or first.point is None:
        return None
    apart = any(d.point is not None and distance_km(first.point, d.point) > _ONE_TOWN_KM for d in fine)
    return None if apart else first
