"""Places: known names, and unknown ones behind a type word; type words, sides and lists; names that speak as governments.

A name inside the proper name of a body or a person is no place (تحرير الشام، بشار الأسد); one inside a description is
(أهالي مدينة الباب، مشفى إعزاز).
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.gazetteer.placewords import DirectionWord, TypeWord
from marsad.lexicon.recognise import GroupUse, HeadUse, TitleUse
from marsad.model import PlaceKind
from marsad.stages.recognise.names import verbal_noun
from marsad.stages.recognise.placenames import WORD_PROCLITICS, PlaceNames
from marsad.stages.recognise.placenouns import (
    abstract,
    accusative,
    defenders,
    described,
    description,
    in_the_field,
    matter,
    stands_alone,
    with_pronoun,
)
from marsad.stages.recognise.scene import CLOSING, COMMAS, Scene
from marsad.stages.recognise.spots import Core, Spot, land_of, seat_of

_IN_THE_LAND = frozenset(("في", "داخل", "خارج", "انحاء", "عموم", "اراضي", "الي", "من"))
_TOWN_WORDS = frozenset(("مدينه", "بلده", "قريه"))
# Nouns of places that lead, bound or stand for what is no place: طريق الإصلاح، خط الوساطة، محور النقاش، قواعد الاشتباك
_ABSTRACT_TOO = frozenset(
    ("road", "line", "axis", "sector", "strip", "subdistrict", "canton", "military_base", "castle", "dam", "bridge", "border")
)
_SETTLED = frozenset(("town", "village", "neighbourhood", "governorate"))
# Prepositions behind which the name of a country that is a common word as well (مالي) is its name.
_BEFORE_A_LAND = frozenset(("في", "الي", "مع", "عبر", "داخل", "بين"))


class PlaceFinder:
    """Finds the place phrases of a page, left to right."""

    def __init__(self, scene: Scene, closed: Sequence[bool]) -> None:
        self.scene = scene
        self.closed = closed  # tokens inside a proper name of an actor
        self.names = PlaceNames(scene, closed)
        self.types = scene.gazetteer.words.by_type
        self.directions = scene.gazetteer.words.by_direction
        self.unnamed = scene.lists.get("unnamed-place", frozenset())
        self._openers = (
            {key.split(" ")[0] for table in (self.types, self.directions) for key in table} | self.unnamed | {"البلاد"}
        )
        self._may: dict[str, bool] = {}
        self.typed: set[str] = set()

    def find(self) -> list[Spot]:
        """All place mentions in text order; a name met with its place noun is a place without it too."""
        first = self._walk()
        self.typed = {s.name for s in first if s.type_word and s.candidates and s.name}
        self.names.land = land_of(self.scene, first)
        return self._walk() if self.typed or (self.names.sided and self.names.land) else first

    def _walk(self) -> list[Spot]:
        found: list[Spot] = []
        i = 0
        while i < self.scene.size:
            if self.scene.tokens[i].kind != "word" or self.closed[i] or not self._may_open(i):
                i += 1
                continue
            spots = self._phrase(i)
            if spots:
                found.extend(spots)
                i = max(i + 1, *(s.last for s in spots))
            else:
                i += 1
        return found

    def _may_open(self, i: int) -> bool:
        """Whether any reading of a word may open a place phrase; most words may not, and this is the quick way to know."""
        form = self.scene.tokens[i].form
        known = self._may.get(form)
        if known is None:
            gazetteer, openers = self.scene.gazetteer, self._openers
            stems = {c.stem for c in self.scene.page.lookup.cuts(form) if not c.enc}
            stems |= {"ال" + c.stem for c in self.scene.page.lookup.cuts(form) if c.definite}
            known = self._may[form] = any(stem in openers or gazetteer.longest(stem) for stem in stems)
        return known

    # phrases

    def _phrase(self, i: int) -> list[Spot]:
        side = self.names.direction_at(i)
        if side is not None and not side[1]:
            spots = self._behind_side(i, side[0], side[2])
            if spots:
                return spots
        whole = self._whole(i)
        if whole is not None:
            return self._more([self._spot(i, whole, None, "gazetteer name")], None)
        kind = self.names.type_at(i)
        if kind is not None:
            spots = self._typed(i, kind)
            if spots:
                return spots
        core = self.names.known(i) if not self.scene.listed("month", i) and not defenders(self.scene, i) else None
        if core is not None and (core.strong or core.name in self.typed or self._wanted(i, core)):
            spot = self._spot(i, core, None, "gazetteer name")
            return self._more([spot], None)
        return self._unnamed(i)

    def _unnamed(self, i: int) -> list[Spot]:
        """A place that is only described: منزلا، السوق الشعبية, مواقع; البلاد goes back to the country."""
        scene = self.scene
        form = scene.word(i)
        if form in ("البلاد", "بالبلاد", "للبلاد", "والبلاد"):
            return [Spot(i, i + 1, i, "", type_word="country", rule="back to what was named", back=True)]
        words = self.unnamed
        for cut in scene.page.lookup.cuts(form):
            if cut.pro in WORD_PROCLITICS and cut.stem in words:
                return [Spot(i, description(self.scene, i + 1), i, "", type_word="facility", rule="place without a name")]
        return []

    def _whole(self, i: int) -> Core | None:
        """A name of several words that begins with what is also a place noun (تل رفعت، جسر الشغور، جبل الزاوية)."""
        core = self.names.known(i)
        if core is None or core.last == i + 1 or not core.candidates or core.quoted:
            return None
        kind = self.names.type_at(i)
        if kind is None:
            return core
        if kind[0].kind == "route" and core.last < len(self.scene.tokens) and self.scene.tokens[core.last].form in "-–—":
            return None  # طريق حلب - إدلب is a road between two towns, not the quarter of that name
        return core if kind[0].id != "countryside" else None  # ريف حلب الشمالي is read as a side of حلب

    def _behind_side(self, i: int, side: DirectionWord, j: int) -> list[Spot]:
        """شمال شرقي سوريا، شرقي بلدة الشحيل، الشمال السوري، شمال وشرق سوريا."""
        scene = self.scene
        k = j
        other = self.names.direction_at(k)
        if other is not None and scene.word(k).startswith("و") and not other[1]:
            k = other[2]
        if self.scene.definite(i):
            nisba = scene.nisba(k)
            if nisba is not None and scene.definite(k):
                return [self._of_state(i, k + 1, k, nisba.actor, None, side.bearing)]
            return []
        if scene.word(k) == "البلاد":
            return [Spot(i, k + 1, k, "", type_word="country", direction=side.bearing, rule="side of what was named", back=True)]
        kind = self.names.type_at(k)
        if kind is not None:
            spots = self._typed(k, kind)
            if spots:
                spots[0].first = i
                if spots[0].direction is None:
                    spots[0].direction = side.bearing
                return spots
        core = self.names.known(k)
        if core is None:
            quoted = self.names.quoted(k)
            core = quoted
        if core is None or not (core.strong or core.candidates or core.quoted):
            return []
        spot = self._spot(i, core, None, "side and name")
        spot.direction = side.bearing
        return self._more([spot], None)

    def _typed(self, i: int, kind: tuple[TypeWord, str, bool, int]) -> list[Spot]:
        scene = self.scene
        entry, number, definite, j = kind
        # adjectives of side between the noun and the name: الريف الشمالي لحلب، الأحياء الشرقية
        bearing: int | None = None
        k = j
        side = self.names.direction_at(k)
        if side is not None and side[1] and definite:
            bearing, k = side[0].bearing, side[2]
        nested = self.names.type_at(k) if self._whole(k) is None and not self._village_called_so(k, entry, number) else None
        if nested is not None and not (scene.word(k)[0] in "وف" and nested[1] == "one" and len(scene.word(k)) < 4):
            coordinated = scene.word(k).startswith("و") and self.types.get(scene.word(k)) is None
            if not coordinated or number == "many":
                inner = self._typed(k, nested)
                if inner and nested[2] and inner[0].back and not definite and inner[0].direction is None:
                    inner[0].first = i  # قرى الوادي, أحياء المدينة lie in what is named before
                    return inner
                if inner and not (nested[2] and inner[0].back):
                    if not definite or scene.word(k).startswith("ل") or entry.id in ("region",):
                        inner[0].first = i
                        if entry.region:
                            inner[0].type_word = entry.kind
                        inner[0].direction = bearing if inner[0].direction is None else inner[0].direction
                        return inner
        core = self._named(k, entry, number, definite=definite)
        idle = entry.id in _ABSTRACT_TOO and abstract(scene, k)
        if core is not None and definite and core.first == k and not core.strong:
            # الأطراف الشمالية لعدن, but المدينة لضمان السلامة: behind ل a weak name needs a side before it.
            core = core if scene.word(k).startswith("ل") and k > j else None
        nisba = scene.nisba(k)
        if (
            core is None
            and nisba is not None
            and scene.definite(k) == definite
            and (entry.kind in ("area", "country", "route", "town") or (entry.kind == "governorate" and number == "many"))
        ):
            if definite:
                spot = self._of_state(i, k + 1, k, nisba.actor, entry.kind, bearing)
                while (
                    scene.nisba(spot.last) is not None and scene.definite(spot.last) and not scene.word(spot.last).startswith("و")
                ):
                    spot.last += 1
                inner_core = self.names.known(spot.last) if entry.id == "capital" else None
                if inner_core is not None:
                    return [self._spot(i, inner_core, entry, "type word and name")]
                return [self._seated(spot, entry, nisba.actor)]
        if core is None and not definite:
            # خطا مباشرا، نقطة تركية: what agrees with its noun or says whose it is is no name of it
            if accusative(self.scene, i, k) or nisba is not None and scene.listed("outpost", i):
                return [] if entry.kind in ("route", "area") else self._nameless(i, j, entry.kind)
            if entry.kind != "country" and not (scene.listed("point-of-argument", i) and matter(scene, i, k)) and not idle:
                core = self.names.unknown(k)  # دولة تتسع، نقاط خروج المنزل are no names
        if core is None and definite:
            return self._definite(i, kind, k, bearing)
        if core is None:
            if entry.kind == "country" or with_pronoun(self.scene, k) or matter(self.scene, i, k) or idle:
                return []
            return self._nameless(i, j, entry.kind)
        spot = self._spot(i, core, entry, "type word and name" if core.candidates else "unknown name behind a type word")
        spot = self._seated(spot, entry, core.candidates[0] if core.country else "")
        if bearing is not None:
            spot.direction = bearing
        return self._more([spot], entry, many=number != "one", two=number == "two")

    def _village_called_so(self, k: int, entry: TypeWord, number: str) -> bool:
        """Whether a place noun behind one or two villages or a province is its name (قريتي المزرعة وكذا، ولاية البليدة)."""
        core = self.names.known(k, most=1) if entry.kind in ("village", "town", "governorate") and number != "many" else None
        return core is not None and core.name.startswith("ال") and core.name.removeprefix("ال") not in _TOWN_WORDS

    def _named(self, k: int, entry: TypeWord, number: str, *, definite: bool) -> Core | None:
        """The name at token `k` behind a place noun; of a road its number or its two ends as well."""
        core = self._one_of_two(k, entry) if number == "two" else None
        core = core or self.names.known(k, most=1 if number == "two" else 9) or self.names.quoted(k)
        core = self.names.fuller(core) if not definite else core
        if entry.kind == "route" and number == "one":
            core = self.names.numbered(k + self.names.of_a_road(k)) or core or self.names.road_ends(k)
        return core

    def _nameless(self, i: int, j: int, kind: PlaceKind) -> list[Spot]:
        return [Spot(i, description(self.scene, j), i, "", type_word=kind, rule="place without a name")]

    def _definite(self, i: int, kind: tuple[TypeWord, str, bool, int], k: int, bearing: int | None) -> list[Spot]:
        """A place noun with the article and no name: described, or going back to what was named, or no place."""
        entry, number, _, j = kind
        if self._no_place(entry, k) or self._owner(i) or (k == j and in_the_field(self.scene, i)):
            return []
        state = self.scene.word(i).endswith(("الدوله", "للدوله")) and k == j
        if state and self.scene.word(i - 1) not in _IN_THE_LAND:
            return []  # رئيس الدولة, سلطات الدولة
        if self.scene.word(k) in ("التي", "الذي", "الواقعه", "الواقع") and k == j and number == "one" and entry.kind in _SETTLED:
            # المدينة التي خرجت منها: what follows tells of it, and it is the one named before
            return [Spot(i, j, i, "", type_word=entry.kind, rule="back to what was named", back=True)]
        if described(self.scene, k):
            return [
                Spot(i, description(self.scene, k), i, "", type_word=entry.kind, direction=bearing, rule="place without a name")
            ]
        if bearing is not None:
            told = self._side_of(k) if self.scene.word(k) == "من" else []
            if told:  # المنطقة الشرقية من دير الزور
                told[0].first, told[0].direction = i, bearing
                return told
            # المحافظات الجنوبية are the south of the country, المحافظة الجنوبية that of what was named
            held: PlaceKind = "country" if entry.kind == "governorate" and number == "many" else entry.kind
            return [Spot(i, k, i, "", type_word=held, direction=bearing, rule="side of what was named", back=True)]
        if k == j and number == "one" and stands_alone(self.scene, k):
            return [Spot(i, j, i, "", type_word=entry.kind, rule="back to what was named", back=True)]
        return []

    def _side_of(self, k: int) -> list[Spot]:
        """What stands behind من at token `k`: the known place that a side belongs to."""
        kind = self.names.type_at(k + 1)
        if kind is not None:
            spots = self._typed(k + 1, kind)
            return spots if spots and spots[0].candidates and spots[0].direction is None else []
        core = self.names.known(k + 1)
        if core is None or not (core.strong or core.country):
            return []
        spot = self._spot(k + 1, core, None, "side and name")
        return [spot] if spot.direction is None else []

    def _no_place(self, entry: TypeWord, k: int) -> bool:
        """Whether a definite noun means no place: الدولة الإسلامية, الدول الكبرى, القضاء for the courts."""
        if entry.id == "barracks" and self.scene.word(k - 1).endswith("اللواء"):
            return True  # the rank before a name
        if entry.id == "military_base" and (self.scene.quoted(k - 1, k) or "تنظيم" in self._before(k - 1)):
            return True  # مع "القاعدة", تنظيم القاعدة
        if entry.id == "island" and self.scene.word(k - 1).endswith(("الجزيره", "للجزيره")):
            return True  # the channel, or the land between the rivers
        return entry.id == "district_qada" or (entry.kind == "country" and described(self.scene, k))

    def _before(self, i: int) -> str:
        """The word before token `i`, over an opening mark."""
        return self.scene.word(i - 1) or self.scene.word(i - 2)

    def _owner(self, i: int) -> bool:
        """Whether a noun behind ل says whose a place without a name is: مقرا للقاعدة."""
        scene = self.scene
        if not scene.word(i).startswith("لل"):
            return False
        before = scene.word(i - 1)
        return scene.listed("relation-adjective", i - 1) or any(
            c.stem in self.unnamed for c in scene.page.lookup.cuts(before or "-") if not c.enc and not c.definite
        )

    def _of_state(self, first: int, last: int, head: int, state: str, kind: PlaceKind | None, bearing: int | None) -> Spot:
        row, land = self.scene.lex.actors.get(state), self.scene.gazetteer.entry(state)
        name = row.ar if row else state
        # الحدود التونسية: of the land, and not of the town of that name
        found = (land.id,) if land is not None else tuple(c.id for c in self.scene.gazetteer.candidates(name))
        return Spot(first, last, head, name, found, kind, bearing, state=state, rule="side or land of a state")

    def _seated(self, spot: Spot, entry: TypeWord, state: str) -> Spot:
        """العاصمة الصومالية, عاصمة مالي: the town by whose name the government of the state is called too."""
        if entry.id == "capital" and state:
            spot.candidates = seat_of(self.scene, state) or spot.candidates
        return spot

    def _spot(self, first: int, core: Core, entry: TypeWord | None, rule: str) -> Spot:
        spot = Spot(
            first, core.last, core.first, core.name, core.candidates, entry.kind if entry else None, None,
            quoted=core.quoted, rule=rule, country=core.country,
        )  # fmt: skip
        side = self.names.direction_at(core.last)
        if side is not None and side[1] and not self.scene.word(core.last).startswith("و"):
            spot.last, spot.direction = side[2], side[0].bearing
        elif entry is not None and entry.kind == "facility":
            spot.last = self._adjective(spot.last)
        return spot

    def _adjective(self, j: int) -> int:
        """The token behind an adjective of a facility (مطار كويرس العسكري)."""
        form = self.scene.word(j)
        if form.startswith("ال") and form.endswith(("ي", "يه")) and len(form) > 5 and not self.scene.known_place(j):
            return j + 1
        return j

    def _more(self, spots: list[Spot], entry: TypeWord | None, *, many: bool = False, two: bool = False) -> list[Spot]:
        """The rest of a list: حماة وإدلب، بلدتي نبل والزهراء، قرى العيس، الحاضر."""
        scene = self.scene
        joined = False  # by و and no comma: then a comma ends the list
        while True:
            j = spots[-1].last
            comma = bool(scene.punct(j)) and scene.punct(j) in (COMMAS | {"-", "–", "/"})
            k = j + 1 if comma else j
            if comma and scene.word(k) == "" and not self.names.quoted(k):
                return spots
            if not comma and not scene.word(k).startswith("و"):
                return spots
            if scene.word(k) == "و":
                k += 1
            if (
                k >= scene.size
                or self.closed[k]
                or self.names.type_at(k) is not None
                or (self.names.direction_at(k) and not self.names.known(k))
            ):
                return spots
            if scene.word(k).startswith("و") and self._another_noun(k):
                return spots  # مدينة سرمين وفدا من كذا
            core = (self._one_of_two(k, entry) if two and entry is not None else None) or self.names.known(k)
            many = many or (comma and self._long_list(spots))
            core = self.names.fuller(core) if many else core
            if core is not None and not many and not core.strong and scene.is_verb(core.name):
                return spots  # عاد إلى درعا وبدأ
            if core is not None and not many and self.names.common(core.name) and not self.names.ours(core):
                return spots  # حماة والفصائل: a hamlet of that name is not meant
            if core is None or not (core.strong or core.candidates):
                if not many or (comma and joined and not scene.word(k).startswith("و")):
                    return spots
                core = self.names.unknown(k, listed=True) if core is None else core
                if core is None:
                    return spots
            if comma and not core.strong and not many:
                return spots
            if core.candidates == () and not core.quoted and comma and entry is None and not self._closed_off(core.last):
                return spots
            spots.append(self._spot(core.first, core, entry if many else None, "list of places"))
            joined = not comma
            if two and len(spots) == 2:
                return spots

    def _another_noun(self, i: int) -> bool:
        """Whether a word is as it stands a body, a title or people: وفدا is a delegation and no و with فدا."""
        return any(not h.cut.pro and isinstance(h.payload, (HeadUse, TitleUse, GroupUse)) for h in self.scene.hits(i))

    def _one_of_two(self, k: int, entry: TypeWord) -> Core | None:
        """A name that a table has with its noun in the singular: جبلي الأكراد والتركمان are جبل الأكراد and جبل التركمان."""
        form = self.scene.word(k)
        if entry.id == "countryside":
            return None  # ريفي حماة الشمالي والغربي is read as two sides of حماة
        for name in (form, form[1:] if form.startswith("و") else ""):
            for one in entry.one:
                found = self.scene.gazetteer.keyed(f"{one} {name}") if name else ()
                if found and found[0].strong:
                    return Core(k, k + 1, f"{one} {name}", tuple(c.id for c in found), strong=True)
        return None

    def _long_list(self, spots: list[Spot]) -> bool:
        """Whether so many known places, none a country, stand in a row that the next member is one too (منغ، مريمين، المالكية)."""
        return len(spots) >= 3 and all(s.candidates and not s.country for s in spots[:3])

    def _closed_off(self, j: int) -> bool:
        """Whether a member of a list ends at a mark of the list or its bracket."""
        mark = self.scene.punct(j)
        return bool(mark) and mark in (COMMAS | CLOSING | {"-", "–", "/"})

    def _wanted(self, i: int, core: Core) -> bool:
        """Whether a weak name has a strong sign of a place: قرب before it, a place noun with ب or في behind it."""
        scene = self.scene
        if core.country and scene.word(i - 1) in _BEFORE_A_LAND:
            return True  # في مالي, الحدود مع مالي, but دعم مالي
        if scene.common(i) or len(core.name) < 3:
            return False
        if scene.word(i - 1) in ("قرب", "باتجاه", "محيط", "مشارف", "اطراف", "فوق", "قضاء"):
            return True  # صور
        if len(core.name) < 4:
            return False
        inside = scene.word(i - 1) == "في" or scene.word(i)[0] == "ب" and not core.name.startswith("ب")
        if inside and not core.name.startswith("ال") and not verbal_noun(core.name) and not scene.is_event_noun(core.name):
            return not scene.is_verb(core.name) and not self.names.common(core.name)
        behind = core.last + (scene.word(core.last) == "في")
        form = scene.word(behind)
        return (
            bool(form)
            and (form[0] == "ب" or behind > core.last)
            and form.lstrip("ب") in self.types
            and self.names.type_at(behind) is not None
        )
