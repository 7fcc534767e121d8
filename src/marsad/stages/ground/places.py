"""Place mentions to places: what a name, its side, its countryside or a road between two names covers.

A near tie between places far apart is kept as a doubt. A name no table knows has no coordinates, unless the text says what
it lies in (حي كذا في حلب) or beside: then it takes the point of that, with its radius, and a doubt says so.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry, distance_km, moved
from marsad.gazetteer.table import Gazetteer
from marsad.handover import PlaceMention
from marsad.model import Considered, Doubt, Name, Place, PlaceKind, Span, Trace
from marsad.stages.ground.weighing import Choice, Chooser

_SECTORS: Final = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_PRO: Final = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لال", "وبال", "ولال"])
_POINT_KINDS: Final = ("town", "village", "neighbourhood", "facility")
_UNKNOWN: Final = "name that no table has"
_INSIDE: Final = "inside a place that is known"
_SAME_SENTENCE: Final = "beside a place that is known"
_WIDEST_CONTAINER_KM: Final = 45.0
_LINKS: Final = frozenset(
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
        "في",
        "من",
        "ب",
        "ال",
        "التابعه",
        "التابع",
        "التابعتين",
        "الواقعه",
        "الواقع",
        "الواقعتين",
        "قرب",
        "بالقرب",
        "غرب",
        "شرق",
        "شمال",
        "جنوب",
        "غربي",
        "شرقي",
        "شمالي",
        "جنوبي",
        "بمحيط",
        "محيط",
        "ضمن",
        "داخل",
        "وسط",
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
_COUNTRYSIDE_KM: Final = 12.0
_BUILT: Final = frozenset(["facility", "neighbourhood"])
_STREETS: Final = frozenset(["شارع", "جاده"])
_ONE_TOWN_KM: Final = 12.0
_PHRASE: Final = 12
_PHRASE_ENDS: Final = frozenset(["،", ",", "؛", ":", ".", "؟", "!", "حيث", "فيما", "بينما", "ما", "مما"])


class Located(NamedTuple):
    """Places of a page, the place id of each mention (None: it is no place of its own), and how that came about."""

    places: tuple[Place, ...]
    of_mention: tuple[str | None, ...]
    doubts: tuple[Doubt, ...]
    traces: tuple[Trace, ...]


class _Draft(NamedTuple):
    """A place of one mention before mentions of one place are joined."""

    id: str
    kind: PlaceKind
    ar: str
    en: str | None
    point: tuple[float, float] | None
    km: float | None
    admin: tuple[str, ...]
    rule: str
    choice: Choice


def locate(page: Page, mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> Located:
    """Resolve the mentions of a page against the gazetteer; a name that speaks for a government is left out."""
    chosen = Chooser(page, mentions, gazetteer).choose()
    drafts: list[_Draft | None] = []
    skip: set[int] = set()
    for k, (mention, choice) in enumerate(zip(mentions, chosen, strict=True)):
        if mention.speaks or k in skip:
            drafts.append(None)
            continue
        road = _road(page, mentions, chosen, k)
        if road is not None:
            drafts.append(road[0])
            skip |= set(road[1])
            continue
        drafts.append(_draft(page, mention, choice, gazetteer))
    drafts = [_inside(page, mentions, drafts, k) for k in range(len(drafts))]
    drafts = [_met_before(page, mentions, drafts, k) for k in range(len(drafts))]
    return _join(page, mentions, drafts)


def _road(
    page: Page, mentions: Sequence[PlaceMention], chosen: Sequence[Choice], k: int
) -> tuple[_Draft, tuple[int, ...]] | None:
    """طريق خناصر – أثريا: the middle of the road between its ends; the far end is no place of its own."""
    here, choice = mentions[k], chosen[k]
    if here.type_word != "route" or choice.entry is None or choice.entry.kind == "route" or k + 1 >= len(mentions):
        return None
    there, end = mentions[k + 1], chosen[k + 1].entry
    between = page.tokens[here.last : there.first]
    if end is None or len(between) > 1 or (between and between[0].form not in ("-", "–", "—", "ـ", "/", "الي", "و")):
        return None
    start = choice.entry
    away = distance_km((start.lat, start.lon), (end.lat, end.lon))
    if away > 400 or there.speaks:
        return None
    point = ((start.lat + end.lat) / 2, (start.lon + end.lon) / 2)
    admin = tuple(a for a in start.admin if a in end.admin)
    ar = page.text((here.span[0], there.span[1]))
    draft = _Draft(
        f"road:{start.id}:{end.id}", "route", ar, f"{start.en} - {end.en} road", point, max(5.0, away / 2), admin,
        "road between two places", choice,
    )  # fmt: skip
    return draft, (k + 1,)


def _draft(page: Page, mention: PlaceMention, choice: Choice, gazetteer: Gazetteer) -> _Draft:
    entry = choice.entry
    if entry is None:
        kind: PlaceKind = mention.type_word or "area"
        ar = _told(page, mention, gazetteer)
        ident = f"local:{mention.name or ar}"
        return _Draft(ident, kind, ar, None, None, None, (), _UNKNOWN, choice)
    if entry.kind == "country" and "حدود" in page.tokens[mention.first].form:
        # A border is not in the middle of its country, and the phrase does not say where along it.
        return _Draft(
            f"{entry.id}#border",
            "area",
            _told(page, mention, gazetteer),
            None,
            None,
            None,
            (entry.id,),
            "border of a country",
            choice,
        )
    if entry.kind == "country" and mention.first and page.tokens[mention.first - 1].form in ("وسط", "وسطي", "بوسط", "ووسط"):
        middle = _peopled_middle(entry, gazetteer)
        if middle is not None:
            text = _told(page, mention, gazetteer)
            return _Draft(f"{entry.id}#middle", "area", text, None, middle, 100.0, (entry.id,), "middle of a country", choice)
    if not _named(page, mention) and (mention.type_word == "governorate" or _noun(page, mention) == "الريف"):
        entry = _governorate(entry, gazetteer) or entry  # شمال المحافظة, بالريف الشرقي
    if mention.direction is not None and not _own_side(page, mention, entry):
        return _side(page, mention, choice, entry, gazetteer)
    if (
        mention.type_word == "area"
        and entry.kind in ("governorate", "town", "village", "district")
        and _countryside(page, mention)
    ):
        rif = gazetteer.entry(f"{entry.id}.rif")
        if rif is not None:
            return _of_entry(rif, choice, "countryside of a place")
        km = max(entry.km, _COUNTRYSIDE_KM)
        return _Draft(
            f"{entry.id}#rif",
            "area",
            _told(page, mention, gazetteer),
            f"Countryside of {entry.en}",
            (entry.lat, entry.lon),
            km,
            (*entry.admin, entry.id),
            "countryside of a place",
            choice,
        )
    return _of_entry(entry, choice, "gazetteer entry")


def _named(page: Page, mention: PlaceMention) -> bool:
    """Whether a mention holds its name, and does not only go back to it."""
    words = mention.name.split()
    return (
        any(w.endswith(words[0]) for w in (page.tokens[i].form for i in range(mention.first, mention.last))) if words else False
    )


def _governorate(entry: Entry, gazetteer: Gazetteer) -> Entry | None:
    """The governorate that a place lies in: الريف الشرقي is a side of that, not of the village named before."""
    holding = [e for i in entry.admin if (e := gazetteer.entry(i)) is not None and e.kind == "governorate"]
    return holding[-1] if holding else None


def _inside(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None], k: int) -> _Draft | None:
    """A place no table has takes the point and the radius of what the text says it lies in, if it says so."""
    draft = drafts[k]
    if draft is None or draft.rule != _UNKNOWN:
        return draft
    outer = _told_behind(page, mentions, drafts, k)
    rule = _INSIDE
    if outer is None:
        outer = _told_in_its_phrase(page, mentions, drafts, k)
    if outer is None:
        outer, rule = _told_before(page, mentions, drafts, k), _SAME_SENTENCE
    if outer is None or outer.point is None or outer.km is None:
        return draft
    least = 3.0 if rule == _INSIDE else 8.0
    return draft._replace(
        id=f"{outer.id}>{draft.id}",
        point=outer.point,
        km=max(outer.km, least),
        admin=tuple(dict.fromkeys((*outer.admin, outer.id))),
        rule=rule,
    )


def _met_before(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None], k: int) -> _Draft | None:
    """السوق, المدرسة: told with the article and with nothing to say where, it is the one the text has placed before."""
    here, draft = mentions[k], drafts[k]
    if draft is None or draft.rule != _UNKNOWN or here.type_word != "facility" or here.name:
        return draft
    noun = _noun(page, here)
    if not noun.startswith("ال"):
        return draft
    for j in reversed(range(k)):
        other = drafts[j]
        if (
            other is not None
            and other.point is not None
            and _noun(page, mentions[j]).removeprefix("ال") == noun.removeprefix("ال")
        ):
            return other if other.rule in (_INSIDE, _SAME_SENTENCE) else draft
    return draft


def _told(page: Page, mention: PlaceMention, gazetteer: Gazetteer) -> str:
    """The words of a mention, without the particles glued to its first where that is a place word (للمناطق، وحي)."""
    text, words = page.text(mention.span), gazetteer.words
    token = page.tokens[mention.first]
    if token.form in words.by_type or token.form in words.by_direction:
        return text
    for cut in page.lookup.cuts(token.form):
        glued = cut.pro.removesuffix("ال")
        if not cut.enc and glued and (cut.stem in words.by_type or cut.stem in words.by_direction):
            rest = text[len(glued) :] if text.startswith(token.plain[: len(glued)]) else text
            return "ا" + rest if cut.pro.endswith("لال") and rest.startswith("ل") else rest
    return text


def _noun(page: Page, mention: PlaceMention) -> str:
    """The noun a mention begins with, without the words glued before it; its article is kept."""
    form = page.tokens[mention.first].form
    cuts = [c for c in page.lookup.cuts(form) if not c.enc and (c.definite or c.pro in ("و", "ب", "ل", "وب", "ول"))]
    if form.startswith("ال") or not cuts:
        return form
    return ("ال" if cuts[0].definite else "") + cuts[0].stem


def _may_hold(draft: _Draft | None) -> bool:
    return (
        draft is not None
        and draft.point is not None
        and draft.rule not in (_INSIDE, _SAME_SENTENCE)
        and (draft.km or 0) <= _WIDEST_CONTAINER_KM
    )


def _told_behind(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None], k: int) -> _Draft | None:
    """قرى كذا وكذا في ريف عين عيسى: nothing but names and linking words stands between."""
    at = mentions[k].last
    for j in range(k + 1, min(k + 16, len(mentions))):
        between = page.tokens[at : mentions[j].first]
        if any(t.form not in _LINKS for t in between):
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


def _told_in_its_phrase(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None], k: int) -> _Draft | None:
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


def _told_before(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None], k: int) -> _Draft | None:
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
    before = [j for j in holding if j < k and bisect_right(starts, mentions[j].first) == sentence - 1]
    return _only_one(drafts, before)


def _only_one(drafts: Sequence[_Draft | None], found: Sequence[int]) -> _Draft | None:
    """The one settlement of some places, whatever side or countryside it is told to lie in; of two apart neither."""
    named = [d for j in found if (d := drafts[j]) is not None]
    fine = [d for d in named if d.kind in ("town", "village", "neighbourhood")]
    first = fine[0] if fine else None
    if first is None or first.point is None:
        return None
    apart = any(d.point is not None and distance_km(first.point, d.point) > _ONE_TOWN_KM for d in fine)
    return None if apart else first


def _of_entry(entry: Entry, choice: Choice, rule: str) -> _Draft:
    return _Draft(entry.id, entry.kind, entry.ar, entry.en, (entry.lat, entry.lon), entry.km, entry.admin, rule, choice)


def _own_side(page: Page, mention: PlaceMention, entry: Entry) -> bool:
    """Whether the side belongs to the entry's own name (الغوطة الشرقية, ريف حلب الشمالي)."""
    del page
    return ".rif_" in entry.id or (
        entry.kind == "area" and len(mention.name.split()) > 1 and mention.name.split()[-1].endswith(("ي", "يه"))
    )


def _countryside(page: Page, mention: PlaceMention) -> bool:
    return any("ريف" in page.tokens[i].form or "ارياف" in page.tokens[i].form for i in range(mention.first, mention.last))


def _side(page: Page, mention: PlaceMention, choice: Choice, entry: Entry, gazetteer: Gazetteer) -> _Draft:
    bearing = mention.direction or 0
    text = _told(page, mention, gazetteer)
    if entry.kind in _POINT_KINDS:
        # A side of a town lies outside it: its centre moves by more than its own radius.
        far = 6.0 if _countryside(page, mention) else 2.0
        lat, lon = moved((entry.lat, entry.lon), bearing=bearing, km=entry.km / 2 + far)
        km = max(entry.km, 2 * far)
        return _Draft(
            f"{entry.id}#{bearing}",
            "area",
            text,
            None,
            (round(lat, 4), round(lon, 4)),
            km,
            (*entry.admin, entry.id),
            "side of a place",
            choice,
        )
    if entry.kind == "country" and gazetteer.entry(f"{entry.id}.rif_{_SECTORS[round(bearing / 45) % 8]}") is None:
        peopled = _peopled_side(entry, bearing, gazetteer)
        if peopled is not None:
            point, km = peopled
            return _Draft(
                f"{entry.id}#{bearing}",
                "area",
                text,
                None,
                point,
                km,
                (entry.id,),
                "side of a country, where its people live",
                choice,
            )
    sector = gazetteer.sector(entry.id, bearing=bearing)
    if sector is None:
        return _of_entry(entry, choice, "gazetteer entry")
    own = gazetteer.entry(sector.id) if sector.id else None
    if own is not None:
        return _of_entry(own, choice, "side of a place")
    admin = (*entry.admin, entry.id)
    return _Draft(
        f"{entry.id}#{bearing}", "area", text, None, (sector.lat, sector.lon), sector.km, admin, "side of a place", choice
    )


def _towns(country: Entry, gazetteer: Gazetteer) -> list[tuple[Entry, float]]:
    """The towns of a country with their weights."""
    towns = [e for e in gazetteer.entries if e.population >= 1000 and e.country == country.id and e.kind in ("town", "village")]
    return [(e, math.sqrt(e.population)) for e in towns]


def _middle(towns: Sequence[tuple[Entry, float]]) -> tuple[float, float]:
    total = sum(w for _, w in towns)
    return round(sum(e.lat * w for e, w in towns) / total, 3), round(sum(e.lon * w for e, w in towns) / total, 3)


def _peopled_middle(country: Entry, gazetteer: Gazetteer) -> tuple[float, float] | None:
    towns = _towns(country, gazetteer)
    return _middle(towns) if len(towns) >= 12 else None


def _peopled_side(country: Entry, bearing: int, gazetteer: Gazetteer) -> tuple[tuple[float, float], float] | None:
    """The middle of the towns on one side of a country: reports mean where people live, not the desert between."""
    towns = _towns(country, gazetteer)
    if len(towns) < 12:
        return None
    centre = _middle(towns)
    spread = sum(distance_km((e.lat, e.lon), centre) * w for e, w in towns) / sum(w for _, w in towns)
    side = []
    for e, w in towns:
        north, east = (e.lat - centre[0]), (e.lon - centre[1]) * math.cos(math.radians(centre[0]))
        off = abs((math.degrees(math.atan2(east, north)) - bearing + 180) % 360 - 180)
        if off <= 50 and distance_km((e.lat, e.lon), centre) >= spread * 0.5:
            side.append((e, w))
    if len(side) < 4:
        return None
    point = _middle(side)
    km = sum(distance_km((e.lat, e.lon), point) * w for e, w in side) / sum(w for _, w in side)
    return point, round(max(40.0, 1.3 * km), 0)


def _join(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[_Draft | None]) -> Located:
    order: dict[str, list[int]] = {}
    for k, draft in enumerate(drafts):
        if draft is not None:
            order.setdefault(draft.id, []).append(k)
    places: list[Place] = []
    doubts: list[Doubt] = []
    traces: list[Trace] = []
    of_mention: list[str | None] = [d.id if d is not None else None for d in drafts]
    for k, draft in enumerate(drafts):
        if draft is None and k and mentions[k - 1].type_word == "route" and not mentions[k].speaks:
            of_mention[k] = of_mention[k - 1]
    for ident, ks in order.items():
        draft = drafts[ks[0]]
        if draft is None:
            continue
        spans: tuple[Span, ...] = tuple(mentions[k].span for k in ks)
        lat, lon = draft.point if draft.point is not None else (None, None)
        open_ = max((d.choice.open for k in ks if (d := drafts[k]) is not None), key=len)
        places.append(
            Place(
                id=ident, kind=draft.kind, name=Name(ar=draft.ar, en=draft.en), lat=lat, lon=lon, precision_km=draft.km,
                admin=draft.admin, mentions=spans, candidates=max(1, len(open_)) if draft.point is not None else 0,
            )
        )  # fmt: skip
        if len(open_) > 1:
            others = ", ".join(f"{e.en} ({'/'.join(e.admin) or e.kind})" for e in open_[1:])
            doubts.append(Doubt(stage="ground", span=spans[0], about=f"{draft.ar}: could also be {others}"))
        if draft.rule in (_INSIDE, _SAME_SENTENCE):
            doubts.append(
                Doubt(
                    stage="ground", span=spans[0], about=f"{draft.ar}: no table has it; the point is that of the place it lies in"
                )
            )
        traces.append(
            Trace(
                record=ident, stage="ground", rule=draft.rule, spans=spans,
                considered=tuple(Considered(span=spans[0], what=r, why="candidate and its weight") for r in draft.choice.reasons),
            )
        )  # fmt: skip
    del page
    return Located(tuple(places), tuple(of_mention), tuple(doubts), tuple(traces))
