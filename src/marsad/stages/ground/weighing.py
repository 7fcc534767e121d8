"""Which of its candidates a place mention means.

Candidates are weighed by what the page names besides them: countries and governorates, places near by, the type word of
the phrase, and how well known each is. A namesake far from all a page speaks of is none; a near tie stays open.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from marsad.arabic.fold import fold_word
from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry, distance_km
from marsad.gazetteer.table import Gazetteer
from marsad.handover import PlaceMention
from marsad.model import PlaceKind

_SAME_KM: Final = 20.0
_SAME_NAME: Final = 1.0
_CLOSE_CALL: Final = 0.8
_NEAR_KM: Final = 60.0
_SAME_REGION_KM: Final = 150.0
_SAME_TOWN_KM: Final = 40.0
_SMALL: Final = 5_000
_SMALL_WORDS: Final = frozenset(["village", "neighbourhood"])
_ONE_SMALL: Final = frozenset(["قريه", "ضيعه", "حي", "حاره", "مخيم"])
_SMALL_REACH_KM: Final = 120.0
_EXACT_KM: Final = 60.0
_CONTAINER_KM: Final = 120.0
_COUNTRYSIDE_KM: Final = 30.0
_LIST: Final = 14
_LIST_MARKS: Final = frozenset([",", "،", "و", "(", ")", "“", "”", '"', "«", "»"])
_LIES_IN: Final = frozenset(["في", "من", "ب", "التابعه", "التابع", "التابعتين", "الواقعه", "الواقع", "الواقعتين", "ضمن"])
_NAMESAKE: Final = -3.0
_FAMOUS: Final = 150_000
_TOWN: Final = 20_000
_GREAT_KM: Final = 8.0
_BUILT: Final = frozenset(["facility", "route"])
_LANDS: Final = frozenset(["country", "governorate", "district", "town"])
_STREETS: Final = frozenset(["ساحه", "ساحتا", "ساحتي", "ساحات", "ميدان", "دوار", "شارع", "شارعا", "شارعي", "شوارع", "جاده"])
_FITS: Final[Mapping[PlaceKind, tuple[PlaceKind, ...]]] = {
    "country": ("country",),
    "governorate": ("governorate",),
    "district": ("district", "town", "village", "area"),
    "town": ("town", "village", "district"),
    "village": ("village", "town", "neighbourhood"),
    "neighbourhood": ("neighbourhood", "town", "village", "area", "facility"),
    "area": ("area", "district", "governorate", "town", "village", "water", "neighbourhood"),
    "facility": ("facility", "area", "neighbourhood"),
    "route": ("route",),
    "water": ("water", "area"),
}

_PRO: Final = frozenset(["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لال", "وبال", "ولال"])


class Choice(NamedTuple):
    """What a mention was taken for: the entry (None: unknown), the entries still open, and the reasons."""

    entry: Entry | None
    open: tuple[Entry, ...]
    reasons: tuple[str, ...]


class Chooser:
    """Weighs the candidates of all mentions of one page together."""

    def __init__(
        self, page: Page, mentions: Sequence[PlaceMention], gazetteer: Gazetteer, acting: frozenset[str] = frozenset()
    ) -> None:
        self.page = page
        self.acting = acting  # countries whose state, army or government the page names
        self.mentions = mentions
        self.gazetteer = gazetteer
        self.entries = [
            tuple(e for i in _candidates(page, m, gazetteer) if (e := gazetteer.entry(i)) is not None) for m in mentions
        ]
        self.entries = [_no_hamlet(m, es) for m, es in zip(mentions, self.entries, strict=True)]
        self.countries: dict[str, float] = {}
        self.containers: Counter[str] = Counter()
        self.anchors: list[tuple[int, Entry]] = []

    def choose(self) -> list[Choice]:
        """One choice for each mention; the second pass knows what the first found."""
        self._survey()
        first = [self._best(k) for k in range(len(self.mentions))]
        self.anchors = [
            (k, c.entry) for k, c in enumerate(first) if c.entry is not None and len(c.open) == 1 and c.entry.kind != "country"
        ]
        for _, entry in self.anchors:
            self.containers.update(dict.fromkeys(entry.admin[1:], 1))
        return [self._best(k) for k in range(len(self.mentions))]

    def _survey(self) -> None:
        """Count the countries and governorates that the page plainly speaks of."""
        for entries in self.entries:
            if not entries:
                continue
            named = Counter(e.country for e in entries)
            for country, n in named.items():
                # a country named counts as one sign; a name shared by several countries as a part of one
                weight = 2.0 if entries[0].kind == "country" and len(entries) == 1 else 1.0
                self.countries[country] = self.countries.get(country, 0.0) + weight * n / len(entries)
            if len(entries) == 1 and entries[0].kind == "governorate":
                self.containers[entries[0].id] += 1

    def _best(self, k: int) -> Choice:
        entries = self.entries[k]
        if not entries:
            return Choice(None, (), ())
        scored = sorted(
            ((self._score(k, entry), -n, entry) for n, entry in enumerate(entries)), key=lambda s: (-s[0], -s[1], s[2].id)
        )
        scored = [s for s in scored if self._plausible(k, s[2])]
        if not scored:
            return Choice(None, (), tuple(f"{e.id} ({e.kind}): far from everything else the page names" for e in entries[:4]))
        top_score, _, top = scored[0]
        rivals = [
            e
            for s, _, e in scored[1:]
            if top_score - s < _CLOSE_CALL and distance_km((e.lat, e.lon), (top.lat, top.lon)) > max(_SAME_KM, top.km, e.km)
        ]
        return Choice(top, (top, *rivals), tuple(f"{e.id} ({e.kind}, {s:.1f})" for s, _, e in scored[:4]))

    def _plausible(self, k: int, entry: Entry) -> bool:
        """Not a namesake in a country that the page does not speak of: a quarter needs its town, a small place its region."""
        mention = self.mentions[k]
        if mention.type_word in _BUILT and entry.kind in (*_LANDS, "village") and self._street(k):
            return False  # ساحة عدن, شارع بغداد: called after a place that lies elsewhere
        if mention.type_word in ("town", "village") and entry.kind in ("water", "route"):
            return False  # مدينة دجلة is not the river
        if mention.type_word == "country" and entry.kind in ("town", "village", "neighbourhood", "facility"):
            return False  # الدولة «الناعمة»
        own_side = entry.kind == "area" and ".rif" in entry.id and mention.name not in {fold_word(w) for w in entry.weak}
        if entry.kind in ("country", "governorate") or own_side:
            return not self._too_wide(mention)
        if entry.kind == "area" and entry.id.startswith(f"{entry.country}.rif_"):
            return True  # شمال العراق is where it is, whatever else the page names
        others = [other for j, other in self.anchors if self.mentions[j].name != mention.name]
        weak = mention.name in {fold_word(w) for w in entry.weak}
        if not others:
            curated = mention.type_word == entry.kind and not entry.id.startswith("geonames:")
            # قطاع غزة, البحر الأحمر beside the name of Yemen alone
            known = (
                curated or entry.population >= _FAMOUS or self._of_an_actor(entry) or (not weak and self._known_anywhere(entry))
            )
            return known or not self._only_elsewhere(mention, entry.country)
        away = min(distance_km((entry.lat, entry.lon), (o.lat, o.lon)) - o.km for o in others)
        if mention.type_word == "neighbourhood" and entry.kind != "facility":
            return away < _SAME_TOWN_KM
        if entry.kind in ("village", "neighbourhood") and len(others) > 1 and entry.population < _SMALL:
            # A front or a border as long as a country is near to everything and says nothing.
            exact = [o for o in others if o.km <= _EXACT_KM] or others
            if min(distance_km((entry.lat, entry.lon), (o.lat, o.lon)) - o.km for o in exact) > _SMALL_REACH_KM:
                return False
        if self._outside_its_container(k, entry):
            return False
        if away < _SAME_REGION_KM or self._country_named_elsewhere(mention, entry.country):
            return True
        if mention.type_word not in (None, "town", "area", entry.kind):
            return False
        return not weak and (entry.population >= _FAMOUS or self._known_anywhere(entry) or self._of_an_actor(entry))

    def _of_an_actor(self, entry: Entry) -> bool:
        """Whether a place of our own, no village, lies in a land whose state or army the page names: سيلوبي where the Turkish army is told of."""
        small = entry.kind in ("village", "neighbourhood") or entry.id.startswith("geonames:")
        return entry.country in self.acting and not small

    def _known_anywhere(self, entry: Entry) -> bool:
        """Whether a name means this place on a page that speaks of other lands: one of our own, and no small one (الهيشة is two)."""
        if entry.id.startswith("geonames:") or entry.kind in ("village", "neighbourhood"):
            return False
        return entry.kind != "town" or entry.population >= _TOWN or entry.km >= _GREAT_KM

    def _too_wide(self, mention: PlaceMention) -> bool:
        """Whether a mention is of one village or quarter, so that a governorate of that name is not meant (قرية القاهرة في ريف حماة)."""
        if mention.type_word not in _SMALL_WORDS:
            return False
        opener = self.page.tokens[mention.first].form
        return mention.first == mention.head or any(c.stem in _ONE_SMALL and not c.enc for c in self.page.lookup.cuts(opener))

    def _outside_its_container(self, k: int, entry: Entry) -> bool:
        """Whether the phrase says it lies in something that this entry does not lie in: قرى الجديدة وسلمى في ريف إدلب."""
        if entry.kind not in ("village", "neighbourhood", "town"):
            return False
        j = self._container(k)
        if j is None:
            return False
        behind = j + 1  # في جبل كذا جنوب عرسال: a hill that no table has lies where the phrase goes on to say
        if not self.entries[j] and behind < len(self.mentions) and self.mentions[behind].first == self.mentions[j].last:
            j = behind if self.mentions[behind].direction is not None else j
        outer = [(e, self._reach(j, e, small=entry.kind != "town")) for e in self.entries[j]]
        outer = [(e, km) for e, km in outer if km is not None]
        return bool(outer) and all(
            e.id.split(".rif")[0] not in entry.admin
            and distance_km((entry.lat, entry.lon), (e.lat, e.lon)) > (1.5 if len(entry.admin) > 1 else 2.5) * (km or 0.0) + 5
            for e, km in outer
        )

    def _street(self, k: int) -> bool:
        """Whether a mention is of a street or square, the second of two as well (ساحتي الطيران وعدن)."""
        mention = self.mentions[k]
        if mention.head == mention.first:
            before = self.mentions[k - 1] if k else None
            return (
                before is not None
                and before.last == mention.first
                and before.type_word == mention.type_word
                and mention.type_word in _BUILT
                and self._street(k - 1)
            )
        return any(c.stem in _STREETS and not c.enc for c in self.page.lookup.cuts(self.page.tokens[mention.first].form))

    def _reach(self, j: int, outer: Entry, *, small: bool) -> float | None:
        """The radius in which something lies in what mention `j` names; None where it holds nothing or too much."""
        there = self.mentions[j]
        if (
            there.direction is not None
            and there.type_word is None
            and outer.kind == "governorate"
            and not self._countryside(there)
        ):
            return 1.5 * outer.km if small else None  # a village is told by the governorate that it lies in or beside
        if outer.kind in ("governorate", "area", "district"):
            return outer.km if outer.km <= _CONTAINER_KM else None
        # الحويجة الواقعة شمال بغداد lies far north of it; only the countryside of a town ends somewhere.
        sided = self._countryside(there) or (there.direction is not None and there.type_word == "area")
        return _COUNTRYSIDE_KM if sided and outer.kind in ("town", "village") else None

    def _container(self, k: int) -> int | None:
        """The mention that a name, alone or with the other members of its list, is said to lie in."""
        for j in range(k + 1, min(k + _LIST, len(self.mentions))):
            between = [t.form for t in self.page.tokens[self.mentions[j - 1].last : self.mentions[j].first]]
            opener = self.page.tokens[self.mentions[j].first].form
            if (
                between
                and between[-1] in _LIES_IN
                and (len(between) == 1 or (len(between) == 2 and between[0] in _LIES_IN | _LIST_MARKS))
            ):
                return j
            if not between and (
                opener.startswith(("بريف", "بمحافظ", "بناحي", "بمنطق"))
                or (self.mentions[j].direction is not None and not opener.startswith("و"))
            ):
                return j
            if any(f not in _LIST_MARKS for f in between) or not (between or opener.startswith("و")):
                return None
        return None

    def _only_elsewhere(self, mention: PlaceMention, country: str) -> bool:
        """Whether other names of the page lie in some country, and none of them in this one."""
        others = (es for o, es in zip(self.mentions, self.entries, strict=True) if o.name != mention.name and not o.speaks)
        lands = [{e.country for e in es} for es in others]
        # A name that several lands have says nothing of any.
        return any(len(named) == 1 for named in lands) and not any(country in named for named in lands)

    def _country_named_elsewhere(self, mention: PlaceMention, country: str) -> bool:
        return any(
            other.name != mention.name and entries and all(e.country == country for e in entries)
            for other, entries in zip(self.mentions, self.entries, strict=True)
        )

    def _score(self, k: int, entry: Entry) -> float:
        mention = self.mentions[k]
        total = sum(self.countries.values()) or 1.0
        score = 3.0 * self.countries.get(entry.country, 0.0) / total
        score += 0.25 * math.log10(entry.population + 10)
        score += 0.8 if not entry.id.startswith("geonames:") else 0.0
        if any(self.containers[c] for c in entry.admin[1:]):
            score += 1.5
        score += self._type_score(mention, entry)
        if mention.name in {fold_word(w) for w in entry.weak} and entry.kind != mention.type_word:
            score -= 0.5
        score += self._near_score(k, entry)
        if any(other.id == entry.id and self.mentions[j].name == mention.name for j, other in self.anchors if j != k):
            score += _SAME_NAME  # one name on one page is one place
        if mention.type_word not in _SMALL_WORDS and self._overshadowed(k, entry):
            score += _NAMESAKE
        return score + self._container_score(k, entry)

    def _overshadowed(self, k: int, entry: Entry) -> bool:
        """Whether a place only shares the name of a land or a great town: some hamlet is called القاهرة, eight towns are called واشنطن."""
        others = [e for e in self.entries[k] if e is not entry]
        if entry.kind == "town" and any(e.kind == "country" and e.id == entry.country for e in others):
            return self.mentions[k].type_word != "town"  # تونس, الكويت: the land, unless it is called a city
        if entry.kind in ("village", "neighbourhood") and entry.population < _SMALL:
            return any(e.kind in ("country", "governorate") or e.population >= _FAMOUS for e in others)
        small = entry.id.startswith("geonames:") and entry.kind == "town" and entry.population < _FAMOUS / 5
        return small and any(e.population >= _FAMOUS or (e.kind == "town" and e.km >= _GREAT_KM) for e in others)

    def _type_score(self, mention: PlaceMention, entry: Entry) -> float:
        wanted = mention.type_word
        if wanted is None:
            if mention.direction is not None:
                return {"governorate": 1.0, "country": 0.8, "area": 0.5, "town": 0.4}.get(entry.kind, 0.0)
            return {"town": 1.2, "country": 1.2, "governorate": 0.6, "village": 0.4, "area": 0.6, "district": -0.3}.get(
                entry.kind, 0.0
            )
        if wanted == "area" and self._countryside(mention):
            return 2.0 if entry.kind in ("governorate", "area") else 0.8
        if entry.kind == wanted:
            return 2.0
        fits = _FITS.get(wanted, ())
        return 1.5 - 0.3 * fits.index(entry.kind) if entry.kind in fits else -2.0

    def _countryside(self, mention: PlaceMention) -> bool:
        return any("ريف" in self.page.tokens[i].form for i in range(mention.first, mention.head))

    def _near_score(self, k: int, entry: Entry) -> float:
        """Nearness to places already settled, those of the same sentence counting most."""
        best = 0.0
        here = self.mentions[k]
        for j, other in self.anchors:
            if j == k or other.id == entry.id:
                continue
            between = abs(self.mentions[j].first - here.first)
            weight = 2.0 if between < 40 else 1.0
            if weight <= best:
                continue  # no nearness could add to it
            away = distance_km((entry.lat, entry.lon), (other.lat, other.lon))
            best = max(best, weight * math.exp(-max(0.0, away - other.km) / _NEAR_KM))
        return best

    def _container_score(self, k: int, entry: Entry) -> float:
        """What the words behind the name say it lies in: كفرنبل في ريف إدلب."""
        here = self.mentions[k]
        for j in (k + 1, k + 2):
            if j >= len(self.mentions) or self.mentions[j].first - here.last > 4 * (j - k):
                break
            for outer in self.entries[j]:
                if outer.kind in ("governorate", "country", "district", "area", "town") and (
                    outer.id in entry.admin
                    or outer.id.split(".rif")[0] in entry.admin
                    or (outer.kind != "country" and distance_km((entry.lat, entry.lon), (outer.lat, outer.lon)) < outer.km)
                ):
                    return 2.0 if outer.id != entry.id else 0.0
        return 0.0


def _no_hamlet(mention: PlaceMention, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without the village that bears a country's name, unless it is called a village: imported tables have قرية تركيا."""
    if mention.type_word in _SMALL_WORDS or not any(e.kind == "country" for e in entries):
        return entries
    return tuple(e for e in entries if e.kind not in ("village", "neighbourhood"))


def _candidates(page: Page, mention: PlaceMention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The entries a mention may stand for: those of a longer name inside it, and beside a settlement's noun those of the name alone."""
    whole = _whole_name(page, mention, gazetteer)
    if whole and mention.type_word in ("town", "village") and mention.direction is None:
        return tuple(dict.fromkeys((*whole, *mention.candidates)))  # مدينة دوما, as one table has it, may be any دوما
    return whole or mention.candidates


def _whole_name(page: Page, mention: PlaceMention, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The entries of a longer name inside the mention, one that takes in its type word: تل رفعت, جبل الزاوية, ريف حلب الشمالي."""
    known = len(mention.name.split())
    tokens = page.tokens[mention.first : mention.last]
    if any(t.kind != "word" for t in tokens) or (mention.type_word == "route" and mention.candidates):
        return ()
    for at in range(len(tokens)):
        if mention.first + at >= mention.head and mention.candidates:
            break
        if at and mention.direction is not None and tokens[at].form in gazetteer.words.by_direction:
            if tokens[at - 1].form.lstrip("وبل") in gazetteer.words.by_direction:
                continue  # شمال غرب الموصل is no north of غرب الموصل
        for last in range(len(tokens), at + 1, -1):
            if last - at <= known or (mention.direction is not None and mention.candidates and last < len(tokens)):
                continue
            rest = "".join(f" {t.form}" for t in tokens[at + 1 : last])
            for cut in page.lookup.cuts(tokens[at].form):
                if cut.enc or cut.pro not in _PRO:
                    continue
                found = gazetteer.keyed(f"{'ال' if cut.definite else ''}{cut.stem}{rest}")
                if (mention.direction is not None or not mention.name) and not mention.candidates:
                    found = tuple(
                        c for c in found if c.strong
                    )  # القطاع الشرقي of nothing that was named, المناطق المحررة of no land
                if found:
                    return tuple(c.id for c in found)
    return ()
