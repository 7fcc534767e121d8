"""Place mentions to places: what a name, its side, its countryside or a road between two names covers.

A near tie between places far apart is kept as a doubt. A name no table knows has no coordinates, unless the text says what
it lies in (حي كذا في حلب) or beside: then it takes the point of that, with its radius, and a doubt says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry, distance_km, name_key
from marsad.gazetteer.table import Gazetteer
from marsad.handover import NumberMention, PlaceMention
from marsad.model import Considered, Doubt, Name, Place, PlaceKind, Span, Trace
from marsad.stages.ground.containment import inside, met_before, noun_of
from marsad.stages.ground.distances import at_distance
from marsad.stages.ground.drafts import INSIDE, ROAD, SAME_SENTENCE, UNKNOWN, Draft, of_entry, told
from marsad.stages.ground.lines import stretches
from marsad.stages.ground.sides import countryside, own_side, peopled_middle, side
from marsad.stages.ground.weighing import Choice, Chooser

_HOLDERS: Final = frozenset(["area", "governorate", "district", "country"])
_COUNTRYSIDE_KM: Final = 12.0
_BESIDE_KM: Final = 10.0


class Located(NamedTuple):
    """Places of a page, the place id of each mention (None: it is no place of its own), and how that came about."""

    places: tuple[Place, ...]
    of_mention: tuple[str | None, ...]
    doubts: tuple[Doubt, ...]
    traces: tuple[Trace, ...]

    def holds(self, place: str | None, other: str | None) -> bool:
        """Whether an area, district, governorate or country (by id) holds another place, as the table says or by its radius."""
        known = {p.id: p for p in self.places}
        if place is None or other is None or place == other:
            return False
        outer, inner = known[place], known[other]
        if outer.kind not in _HOLDERS:
            return False
        if place in inner.admin:
            return True
        if outer.lat is None or outer.lon is None or inner.lat is None or inner.lon is None:
            return False
        same_land = outer.admin[:1] == inner.admin[:1]
        return same_land and distance_km((outer.lat, outer.lon), (inner.lat, inner.lon)) <= (outer.precision_km or 0)

    def together(self, place: str, other: str) -> bool:
        """Whether two places (by id) are one, lie one in the other, or lie no farther apart than they are known."""
        if place == other or self.holds(place, other) or self.holds(other, place):
            return True
        known = {p.id: p for p in self.places}
        one, two = known[place], known[other]
        if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
            return False
        return distance_km((one.lat, one.lon), (two.lat, two.lon)) <= max(
            _BESIDE_KM, one.precision_km or 0, two.precision_km or 0
        )


def locate(
    page: Page,
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    *,
    numbers: Sequence[NumberMention] = (),
    struck: frozenset[int] = frozenset(),
    acting: frozenset[str] = frozenset(),
) -> Located:
    """Resolve the mentions of a page against the gazetteer; a name that speaks for a government is left out.

    `struck` are those that speak and are where something happened all the same (غارات على العراق), `acting` the countries whose
    state, government or army the page names.
    """
    chosen = Chooser(page, mentions, gazetteer, acting).choose()
    drafts: list[Draft | None] = []
    skip: set[int] = set()
    lands = _lands(chosen)
    for k, (mention, choice) in enumerate(zip(mentions, chosen, strict=True)):
        if (mention.speaks and k not in struck) or k in skip:
            drafts.append(None)
            continue
        road = _road(page, mentions, chosen, k, gazetteer)
        if road is not None:
            drafts.append(road[0])
            skip |= set(road[1])
            continue
        drafts.append(_draft(page, mention, choice, gazetteer, lands=lands, acting=acting))
    drafts = at_distance(page, mentions, drafts, numbers, gazetteer)
    drafts = stretches(page, mentions, drafts, gazetteer)
    drafts = [inside(page, mentions, drafts, k) for k in range(len(drafts))]
    drafts = [met_before(page, mentions, drafts, k) for k in range(len(drafts))]
    return _join(page, mentions, drafts)


def _road(
    page: Page, mentions: Sequence[PlaceMention], chosen: Sequence[Choice], k: int, gazetteer: Gazetteer
) -> tuple[Draft, tuple[int, ...]] | None:
    """طريق خناصر – أثريا: our own road, else the middle of the way between its ends; the far end is no place of its own."""
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
    for one, two in ((start, end), (end, start)):
        found = gazetteer.keyed(name_key(f"طريق {one.ar} {two.ar}"))
        own = gazetteer.entry(found[0].id) if found else None
        if own is not None and own.kind == "route":
            return of_entry(own, choice, "gazetteer entry"), (k + 1,)
    point = ((start.lat + end.lat) / 2, (start.lon + end.lon) / 2)
    admin = tuple(a for a in start.admin if a in end.admin)
    ar = page.text((here.span[0], there.span[1]))
    draft = Draft(
        f"road:{start.id}:{end.id}", "route", ar, f"{start.en} - {end.en} road", point, max(5.0, away / 2), admin,
        ROAD, choice,
    )  # fmt: skip
    return draft, (k + 1,)


def _lands(chosen: Sequence[Choice]) -> tuple[str, ...]:
    """The countries that the places of a page lie in or are, the most spoken of first."""
    return tuple(land for land, _ in Counter(c.entry.country for c in chosen if c.entry is not None).most_common())


def _border(country: Entry, lands: Sequence[str], acting: frozenset[str], gazetteer: Gazetteer) -> Entry | None:
    """The border of a country with the land that a page speaks of, or whose army it names: الحدود السعودية on a page on Yemen."""
    named = [entry for land in lands if (entry := _border_with(country, land, gazetteer)) is not None]
    met = [entry for land in sorted(acting) if (entry := _border_with(country, land, gazetteer)) is not None]
    return named[0] if named else met[0] if len(met) == 1 else None


def _border_with(country: Entry, land: str, gazetteer: Gazetteer) -> Entry | None:
    """The border of two lands, if the gazetteer has it."""
    other = gazetteer.entry(land)
    if other is None or other.id == country.id:
        return None
    for one, two in ((country, other), (other, country)):
        found = gazetteer.keyed(name_key(f"الحدود بين {one.ar} و{two.ar}"))
        entry = gazetteer.entry(found[0].id) if found else None
        if entry is not None:
            return entry
    return None


def _draft(
    page: Page,
    mention: PlaceMention,
    choice: Choice,
    gazetteer: Gazetteer,
    *,
    lands: Sequence[str],
    acting: frozenset[str] = frozenset(),
) -> Draft:
    entry = choice.entry
    if entry is None:
        kind: PlaceKind = mention.type_word or "area"
        ar = told(page, mention, gazetteer)
        ident = f"local:{mention.name or ar}"
        return Draft(ident, kind, ar, None, None, None, (), UNKNOWN, choice)
    before = [t.form for t in page.tokens[max(0, mention.first - 2) : mention.first]]
    with_it = before[-1:] == ["مع"] and "حدود" in before[0]  # على الحدود مع اليمن
    if entry.kind == "country" and (with_it or "حدود" in page.tokens[mention.first].form):
        border = _border(entry, lands, acting, gazetteer)
        if border is not None:
            return of_entry(border, choice, "border of two lands of the page")
        # A border is not in the middle of its country, and the phrase does not say where along it.
        return Draft(
            f"{entry.id}#border",
            "area",
            told(page, mention, gazetteer),
            None,
            None,
            None,
            (entry.id,),
            "border of a country",
            choice,
        )
    if entry.kind == "country" and mention.first and page.tokens[mention.first - 1].form in ("وسط", "وسطي", "بوسط", "ووسط"):
        middle = peopled_middle(entry, gazetteer)
        if middle is not None:
            text = told(page, mention, gazetteer)
            return Draft(f"{entry.id}#middle", "area", text, None, middle, 100.0, (entry.id,), "middle of a country", choice)
    if not _named(page, mention) and (mention.type_word == "governorate" or noun_of(page, mention) == "الريف"):
        entry = _governorate(entry, gazetteer) or entry  # شمال المحافظة, بالريف الشرقي
    if entry.line and mention.direction is not None:
        # A bank of a river is as long as the river; its middle moved eastward would lie in the desert.
        text = told(page, mention, gazetteer)
        return of_entry(entry, choice, "side of a line")._replace(id=f"{entry.id}#{mention.direction}", ar=text, en=None)
    if mention.direction is not None and not own_side(page, mention, entry):
        return side(page, mention, choice, entry, gazetteer)
    if (
        mention.type_word == "area"
        and entry.kind in ("governorate", "town", "village", "district")
        and not entry.ar.startswith("ريف ")  # ريف دمشق is a governorate by that name
        and countryside(page, mention)
    ):
        rif = gazetteer.entry(f"{entry.id}.rif")
        if rif is not None:
            return of_entry(rif, choice, "countryside of a place")
        km = max(entry.km, _COUNTRYSIDE_KM)
        return Draft(
            f"{entry.id}#rif",
            "area",
            told(page, mention, gazetteer),
            f"Countryside of {entry.en}",
            (entry.lat, entry.lon),
            km,
            (*entry.admin, entry.id),
            "countryside of a place",
            choice,
        )
    return of_entry(entry, choice, "gazetteer entry")


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


def _join(page: Page, mentions: Sequence[PlaceMention], drafts: Sequence[Draft | None]) -> Located:
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
        if draft.rule in (INSIDE, SAME_SENTENCE):
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
