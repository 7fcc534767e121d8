"""Recognise: actors, places, times and numbers where the text mentions them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import Gender
from marsad.arabic.page import Page
from marsad.gazetteer.entry import name_key
from marsad.handover import ActorMention, PlaceMention, Recognised
from marsad.kit import Kit
from marsad.lexicon.recognise import HeadUse
from marsad.model import Trace
from marsad.stages.recognise.actors import Finder, latter
from marsad.stages.recognise.entities import Book
from marsad.stages.recognise.governments import acts
from marsad.stages.recognise.listing import listed_actors
from marsad.stages.recognise.people import short_names
from marsad.stages.recognise.places import PlaceFinder
from marsad.stages.recognise.quantities import numbers_of, times_of
from marsad.stages.recognise.scene import Draft, Scene, span_of
from marsad.stages.recognise.spots import Spot, behind_place_noun, closed_tokens, country_of, land_of, only_country, seat_of

__all__ = ["recognise"]

_PARTS_OF_A_LAND = frozenset(("الولايه", "المحافظه", "الاقليم", "القضاء", "المقاطعه", "المديريه", "المنطقه", "الجهه"))
_UNITS = frozenset(("كلم", "كم", "كيلومتر", "كيلومترا", "كيلومترات", "كيلو", "ميل", "ميلا", "اميال", "مترا", "متر"))
_KINGDOM = "المملكه"
_FROM = frozenset(("عن", "من", "الي", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"))


def recognise(page: Page, kit: Kit) -> Recognised:
    """Find all mentions of a page and join those that mean the same actor."""
    scene = Scene(page, kit)
    drafts = _walk(scene)
    closed = closed_tokens(scene, drafts)
    spots = PlaceFinder(scene, closed).find()
    drafts = _actors_only(scene, drafts, spots)
    book = Book(scene, spots)
    kept = book.settle(drafts)
    actors, final, traces = listed_actors(scene, kept, book.entities, book.considered)
    resolve_back(scene, spots, _kingdom(scene, book, spots))
    mentions = tuple(_mention(scene, d, final, book) for d in kept)
    places = tuple(_place(scene, s) for s in spots)
    return Recognised(
        actors=actors,
        actor_mentions=mentions,
        place_mentions=places,
        times=times_of(page, kit),
        numbers=numbers_of(page),
        doubts=tuple(book.doubts),
        traces=traces + tuple(_place_trace(s, p) for s, p in zip(spots, places, strict=True)),
    )


def _walk(scene: Scene) -> list[Draft]:
    """Actor mentions, left to right, longest first."""
    finder = Finder(scene)
    drafts: list[Draft] = []
    i = 0
    while i < scene.size:
        draft = finder.at(i) or latter(scene, i)
        if draft is None:
            i += 1
        else:
            drafts.append(draft)
            i = max(i + 1, draft.last)
    drafts.extend(short_names(scene, drafts))
    drafts.sort(key=lambda d: (d.first, -d.last))
    return drafts


def _actors_only(scene: Scene, drafts: list[Draft], spots: list[Spot]) -> list[Draft]:
    """Leave out countries and capitals that are only places, and adjectives of places; mark place mentions that speak."""
    at: dict[int, Spot] = {s.head: s for s in spots} | {s.first: s for s in spots}
    covered = [False] * (scene.size + 1)
    for spot in spots:
        for k in range(spot.first, spot.last):
            covered[k] = True
    kept: list[Draft] = []
    for draft in drafts:
        if draft.form == "nisba":
            if (
                covered[draft.first]
                and not _of_an_outpost(scene, draft, spots)
                or scene.listed("not-of-an-actor", draft.first - 1)
            ):
                continue
        elif draft.kind == "state" and draft.form == "name":
            named = at.get(draft.first)
            if not (_occupies(scene, draft, drafts, spots) or _acts(scene, draft, kept, spots)) or (
                named is not None and named.last > draft.last
            ):
                continue
            draft.weak = False
            if named is not None:
                named.speaks = True
        elif _inside_a_name(draft, spots) or (
            draft.kind == "person"
            and ((behind_place_noun(scene, draft.first) and at.get(draft.first)) or _called_like_a_man(draft, spots))
        ):
            continue
        for ally in _allies(scene, draft):
            if ally.first in at:
                at[ally.first].speaks = True
        kept.append(draft)
    return kept


def _of_an_outpost(scene: Scene, draft: Draft, spots: list[Spot]) -> bool:
    """القاعدة الأمريكية، نقطة تركية: whether an adjective says whose the base is that it describes, inside the words of the place."""
    inside = [s for s in spots if s.first < draft.first < s.last and s.type_word == "facility"]
    return any(scene.listed("outpost", s.first) for s in inside)


def _allies(scene: Scene, draft: Draft) -> list[Draft]:
    """The states inside a mention to which a body is said to belong (المتحالفة مع إيران، الموالية لتركيا): no places of what it does."""
    return [
        d
        for d in draft.inner
        if d.kind == "state" and d.form == "name" and any(scene.listed("relation-adjective", d.first - k) for k in (1, 2))
    ]


def _occupies(scene: Scene, draft: Draft, drafts: list[Draft], spots: list[Spot]) -> bool:
    """هدم الاحتلال منزلا في القدس: whether a state called by what it does stands behind a verb, on a page that speaks of it or its places."""
    called = draft.weak and scene.listed("masculine-state", draft.first) and not draft.cut.pro
    readings = scene.verbs.get(scene.word(draft.first - 1).removeprefix("و"), ())
    does = scene.is_verb(scene.word(draft.first - 1)) or any(r.form.person == 3 and r.form.gender == "m" for r in readings)
    if not (called and does):
        return False
    lands = {"il", "ps"}
    near = {country_of(scene, c) for s in spots for c in s.candidates[:1]}
    said = {x.split(".")[0] for d in drafts if not d.weak for x in d.ids}
    return draft.ids[0] in lands and not lands.isdisjoint(near | said)


def _acts(scene: Scene, draft: Draft, kept: list[Draft], spots: list[Spot]) -> bool:
    """Whether a country or capital acts; one joined by و to another goes with it (موسكو وأنقرة، في لبنان والعراق)."""
    if draft.cut.pro == "و":
        before = kept[-1] if kept else None
        if before is not None and before.last == draft.first and before.kind == "state" and before.form == "name":
            return True
        if any(s.last == draft.first and not s.speaks and s.name for s in spots):
            return False
    return acts(scene, draft, capital=draft.weak)


def _inside_a_name(draft: Draft, spots: list[Spot]) -> bool:
    """Whether a common noun is part of the name of a place (ساحة الطيران، شارع الجيش)."""
    if draft.form not in ("institution", "collective", "title"):
        return False
    size = draft.last - draft.first
    return any(
        s.name
        and not s.back
        and s.head <= draft.first
        and draft.last <= s.last
        and (s.last - s.head > size or (s.type_word and s.first < s.head))
        for s in spots
    )


def _kingdom(scene: Scene, book: Book, spots: Sequence[Spot]) -> str:
    """The state that المملكة means on a page: of those so called, the one it names most; "" where it names none."""
    kings = {row.id for row in scene.lex.actors.values() if row.kind == "state" and _KINGDOM in map(fold_word, row.weak)}
    named = Counter({state: len(book.entities[state].drafts) for state in sorted(kings) if state in book.entities})
    named.update(land for s in spots if (land := only_country(scene, s)) in kings)
    return named.most_common(1)[0][0] if named else ""


def _called_like_a_man(draft: Draft, spots: list[Spot]) -> bool:
    """Whether a person's name stands inside that of a known place (منطقة الشيخ نجار, مسجد الإمام الصادق, مطار رفيق الحريري)."""
    return any(s.candidates and s.first < draft.first and s.head <= draft.first and draft.last <= s.last for s in spots)


def resolve_back(scene: Scene, spots: list[Spot], kingdom: str = "") -> None:
    """المدينة، الريف الغربي: give a mention without a name that of the last place it can mean, if there is one."""
    out: list[Spot] = []
    land = land_of(scene, spots)
    for number, spot in enumerate(spots):
        if spot.back and spot.type_word == "country":
            if scene.word(spot.first).endswith(_KINGDOM):
                _be_country(scene, spot, kingdom)
            else:
                _give_country(scene, spot, out, land)
        elif _seat_of_a_part(scene, spot):
            beside = [s for s in (*out[-1:], *spots[number + 1 : number + 2]) if s.name and _touch(scene, s, spot)]
            if beside:
                spot.name, spot.candidates = beside[0].name, beside[0].candidates
        elif spot.back:
            earlier = _last_meant(scene, spot, out, land)
            if spot.direction is not None and "ريف" in scene.word(spot.first):
                earlier = next((s for s in reversed(out) if s.candidates and _heads_a_section(scene, s)), earlier)
            if earlier is not None:
                spot.name, spot.candidates = earlier.name, earlier.candidates
            elif land and any("عاصم" in scene.word(i) for i in range(spot.first, spot.last)):
                spot.candidates = seat_of(scene, land)
        out.append(spot)
    spots[:] = out


def _seat_of_a_part(scene: Scene, spot: Spot) -> bool:
    """عاصمة الولاية، عاصمة ولاية الجزيرة: the seat of a governorate is the town beside it, and not that of the land or the governorate."""
    part = scene.word(spot.first + 1)
    return scene.word(spot.first).endswith("عاصمه") and (part in _PARTS_OF_A_LAND or f"ال{part}" in _PARTS_OF_A_LAND)


def _touch(scene: Scene, one: Spot, other: Spot) -> bool:
    """Whether two places stand side by side, over a comma at most (الفاشر، عاصمة الولاية)."""
    between = range(min(one.last, other.last), max(one.first, other.first))
    return len(between) <= 1 and not any(scene.word(k) for k in between)


def _last_meant(scene: Scene, spot: Spot, out: Sequence[Spot], land: str) -> Spot | None:
    """The last place named before that a mention can go back to: العاصمة rather that of the land the page speaks of."""
    # واشنطن: تحرير المدينة is of another town, on a page about another land.
    fitting = [
        s
        for s in reversed(out)
        if _may_be(scene, spot, s) and not (scene.punct(s.last) == ":" and _abroad(scene, s, land)) and not _yardstick(scene, s)
    ]
    fitting.sort(key=lambda s: _of_a_body(scene, s))  # جبلة، وفق قيادة شرطة اللاذقية. المدينة ذاتها: as long as another was named
    if fitting and land and any("عاصم" in scene.word(i) for i in range(spot.first, spot.last)):
        return next((s for s in fitting if land in {country_of(scene, c) for c in s.candidates}), None)
    return fitting[0] if fitting else None


def _of_a_body(scene: Scene, spot: Spot) -> bool:
    """Whether a place only says of which town a body is (شرطة حمص)."""
    return spot.first > 0 and scene.first_of(spot.first - 1, HeadUse) is not None


def _yardstick(scene: Scene, spot: Spot) -> bool:
    """Whether a place is only what another's distance is told from (تبعد 500 كلم عن كييف)."""
    before = [scene.word(spot.first - k) for k in (1, 2, 3)]
    return any(w in _UNITS for w in before) and (before[0] in _UNITS or before[0] in _FROM or spot.direction is not None)


def _abroad(scene: Scene, spot: Spot, land: str) -> bool:
    """Whether a place lies in another land than the page speaks of."""
    return bool(land and spot.candidates) and land not in {country_of(scene, c) for c in spot.candidates}


def _heads_a_section(scene: Scene, spot: Spot) -> bool:
    """Whether a place with a colon opens a line or an item of a bulletin (حماة: …), whose parts lie in it."""
    opens = spot.first == 0 or scene.tokens[spot.first - 1].kind == "break" or scene.punct(spot.first - 1) in (".", "*", "-", "•")
    return opens and scene.punct(spot.last) == ":"


def _give_country(scene: Scene, spot: Spot, earlier: Sequence[Spot], land: str) -> None:
    """البلاد: the country where its sentence is told to lie, else the one the page is about, else the last named before it."""
    here = scene.sentence(spot.first)
    country = land_of(scene, [s for s in earlier if not s.back and scene.sentence(s.first) == here]) or land
    last = next((s for s in reversed(earlier) if s.name and s.country), None)
    if not _be_country(scene, spot, country) and last is not None:
        spot.name, spot.candidates = last.name, last.candidates


def _be_country(scene: Scene, spot: Spot, country: str) -> bool:
    """Give a mention the name of a country, if there is one."""
    entry = scene.gazetteer.entry(country) if country else None
    if entry is not None:
        spot.name, spot.candidates = name_key(entry.ar), (entry.id,)
    return entry is not None


def _may_be(scene: Scene, spot: Spot, earlier: Spot) -> bool:
    if not earlier.name:
        return False
    if any("عاصم" in scene.word(i) for i in range(spot.first, spot.last)) and not _capital(scene, earlier):
        return False
    if any("اقليم" in scene.word(i) for i in range(spot.first, spot.last)):
        return _region(scene, earlier)
    if spot.type_word == "governorate" and earlier.type_word == "village":
        return bool(earlier.candidates)  # قرية مريمين شمال المحافظة: of the one that holds it
    if spot.direction is not None:
        if "ريف" in scene.word(spot.first):  # بالريف الشرقي of the governorate that what was named before lies in
            return bool(earlier.candidates) and not earlier.country and not earlier.speaks
        if spot.type_word == "country" or (spot.type_word == "area" and "مناطق" in scene.word(spot.first)):
            return not earlier.speaks and earlier.type_word in (None, "governorate", "area", "country")
        if spot.type_word == "town":
            first = scene.gazetteer.entry(earlier.candidates[0]) if earlier.candidates else None
            built = first is not None and first.kind in ("facility", "route", "water")
            return not earlier.speaks and not earlier.country and not built and earlier.type_word in (None, "town")
        if spot.type_word == "village":
            return not earlier.speaks and earlier.type_word == "village"
        return earlier.type_word in (None, "town", "governorate", "area") and not earlier.speaks
    if earlier.direction is not None and (earlier.type_word is None or spot.type_word == "area"):
        return False  # شمالي إدلب is neither البلدة nor المنطقة
    if spot.type_word == "area" and any("ريف" in scene.word(i) for i in range(earlier.first, earlier.head)):
        return False
    if spot.type_word in ("facility", "route", "water", "area"):
        # المطار goes back to مطار عدن and no دوار: what is built or drawn is told by its noun
        return not earlier.country and bool(_nouns(scene, spot.first) & _nouns(scene, earlier.first))
    if spot.type_word == "town" and earlier.type_word == "governorate" and earlier.direction is None:
        # محافظة عدن ... في المدينة: the town that the governorate is called after
        towns = [i for i in earlier.candidates if (e := scene.gazetteer.entry(i)) is not None and e.kind == "town"]
        return bool(towns)
    return earlier.type_word == spot.type_word or (
        earlier.type_word is None and not earlier.country and spot.type_word in ("town", "governorate")
    )


def _nouns(scene: Scene, i: int) -> set[str]:
    """The place words that the word at token `i` may be."""
    types = scene.gazetteer.words.by_type
    return {types[c.stem][0].id for c in scene.page.lookup.cuts(scene.word(i) or "-") if not c.enc and c.stem in types}


def _region(scene: Scene, spot: Spot) -> bool:
    """Whether a place is called a region (إقليم) here, or is one that is larger than a governorate (كردستان)."""
    if any("اقليم" in scene.word(i) for i in range(spot.first, spot.last)):
        return True
    return not spot.country and any(
        e.kind == "area" and any(name_key(n).startswith("اقليم") for n in e.names)
        for i in spot.candidates
        if (e := scene.gazetteer.entry(i)) is not None
    )


def _capital(scene: Scene, spot: Spot) -> bool:
    """Whether a place is called a capital here, or by the gazetteer (العاصمة السورية)."""
    if any("عاصم" in scene.word(i) for i in range(spot.first, spot.last)):
        return True
    entries = [e for i in spot.candidates if (e := scene.gazetteer.entry(i)) is not None]
    return any("عاصم" in name for entry in entries for name in entry.names)


def _gender(draft: Draft, book: Book) -> Gender:
    """The gender of a mention; a bare surname takes it from a titled mention of the same person."""
    if draft.gender != "c" or draft.kind != "person":
        return draft.gender
    return next((d.gender for d in book.entities[draft.entity].drafts if d.gender != "c"), "c")


def _mention(scene: Scene, draft: Draft, final: dict[str, str], book: Book) -> ActorMention:
    return ActorMention(
        span=span_of(scene, draft), first=draft.first, last=draft.last, head=draft.head, entity=final[draft.entity], form=draft.form,
        gender=_gender(draft, book), number=draft.number, loaded=draft.loaded, quoted=scene.quoted(draft.first, draft.last), entry=draft.entry,
    )  # fmt: skip


def _place(scene: Scene, spot: Spot) -> PlaceMention:
    return PlaceMention(
        span=scene.page.span(spot.first, spot.last), first=spot.first, last=spot.last, head=spot.head, name=spot.name,
        candidates=spot.candidates, type_word=spot.type_word, direction=spot.direction, speaks=spot.speaks, quoted=spot.quoted,
        entry="gazetteer" if spot.candidates else None,
    )  # fmt: skip


def _place_trace(spot: Spot, place: PlaceMention) -> Trace:
    return Trace(record=f"place:{place.span[0]}", stage="recognise", rule=spot.rule, entry=place.entry, spans=(place.span,))
