"""The table of places: our supplement, then the user's own imports, then GeoNames, one entry per place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from marsad.gazetteer.entry import SETTLEMENTS, Entry, distance_km, moved, name_key
from marsad.gazetteer.geonames import read_geonames
from marsad.gazetteer.placewords import PlaceWords, read_placewords
from marsad.gazetteer.stored import read_stored
from marsad.gazetteer.supplement import read_supplement
from marsad.model import PlaceKind

# Two settlements of one name this near each other are one place, seen by two tables.
SAME_PLACE_KM: Final = 15.0
# First words of names that are as often written without the space behind them.
_WRITTEN_TOGETHER: Final = frozenset(("كفر", "تل", "دير", "معر", "معره", "عين", "خان", "بيت", "ابو", "بو"))
_TOGETHER: Final = 8  # letters of a name of two words that archives of news print as one (قطاعغزة، شرمالشيخ)
_SECTORS: Final = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


class Candidate(NamedTuple):
    """A place that a name may stand for; not `strong` means: only with a type word or another strong sign."""

    id: str
    strong: bool


class Sector(NamedTuple):
    """A side of a place ("northern countryside of Aleppo"): its own entry's id where we have one, a centre and a radius."""

    id: str | None
    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """All places known: frozen, picklable, and in one order whatever was loaded first.

    The order of `entries` is: places of our supplement, countries first; then by population, most people first; then by
    id. The candidates of a name stand in the same order, strong ones first. `fingerprint` changes when any entry does.
    """

    entries: tuple[Entry, ...] = ()
    words: PlaceWords = field(default_factory=PlaceWords)
    fingerprint: str = ""
    _by_id: Mapping[str, Entry] = field(default_factory=dict, repr=False)
    _by_name: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)
    _longest: Mapping[str, int] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.entries)

    def entry(self, ident: str) -> Entry | None:
        """The place with this id."""
        return self._by_id.get(ident)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places a name may stand for, best known first; the name as written, in any spelling, without proclitics."""
        return self._by_name.get(name_key(name), ())

    def keyed(self, key: str) -> tuple[Candidate, ...]:
        """The places behind a name already folded (`name_key`): the quick way for whoever walks over tokens."""
        return self._by_name.get(key, ())

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this folded word; 0 where none does."""
        return self._longest.get(word, 0)

    def names(self) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """Every folded name with its candidates, in the order of the code points of the names."""
        for key in sorted(self._by_name):
            yield key, self._by_name[key]

    def sector(self, ident: str, *, bearing: int) -> Sector | None:
        """The side of a place that lies towards `bearing` (degrees clockwise from north); None for an unknown place.

        Where the supplement has the sector itself (`sy.aleppo.rif_n`), that is taken; else the centre is moved by half
        the radius and the radius shrinks to two thirds.
        """
        entry = self._by_id.get(ident)
        if entry is None:
            return None
        own = self._by_id.get(f"{ident}.rif_{_SECTORS[round(bearing / 45) % 8]}")
        if own is not None:
            return Sector(own.id, own.lat, own.lon, own.km)
        lat, lon = moved((entry.lat, entry.lon), bearing=bearing, km=entry.km / 2)
        return Sector(None, round(lat, 4), round(lon, 4), round(entry.km * 2 / 3, 1))


def build(
    supplement: Iterable[Entry],
    geonames: Iterable[Entry] = (),
    imported: Iterable[Entry] = (),
    *,
    words: PlaceWords | None = None,
) -> Gazetteer:
    """One table of three: GeoNames gives way to the supplement, and an import sharpens what both know."""
    own = {entry.id: entry for entry in supplement}
    known = dict(own)
    for other in _superseded(known, geonames):
        known[other.id] = other
    _sharpen(known, imported)
    entries = sorted(known.values(), key=lambda e: (e.id not in own, e.kind != "country", -e.population, e.id))
    names: dict[str, dict[str, bool]] = {}
    for entry in entries:
        weak = {name_key(name) for name in entry.weak}
        for name in entry.names:
            key = name_key(name)
            together = (key.replace(" ", ""),) if entry.id in own and key.count(" ") == 1 and len(key) >= _TOGETHER else ()
            for spelling in (key, *_variants(key, village=entry.kind == "village"), *together):
                names.setdefault(spelling, {}).setdefault(entry.id, key not in weak)
    longest: dict[str, int] = {}
    for key in names:
        parts = key.split(" ")
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
    return Gazetteer(
        entries=tuple(entries),
        words=words or PlaceWords(),
        fingerprint=hashlib.sha256(msgspec.msgpack.encode(entries)).hexdigest()[:16],
        _by_id={entry.id: entry for entry in entries},
        _by_name={
            key: tuple(sorted((Candidate(i, strong) for i, strong in found.items()), key=lambda c: not c.strong))
            for key, found in names.items()
        },
        _longest=longest,
    )


def load(*, extra: Sequence[Path] = (), cache: Path | None = None) -> Gazetteer:
    """The shipped table, with the user's installed tables in `extra`; `cache` is the folder for the reduced GeoNames.

    Raises `OSError` or `ValueError` with the file's name where an `extra` table cannot be read.
    """
    supplement = read_supplement()
    inside = {f"gn:{code}": ident for code, ident in supplement.geonames_admin.items()}
    geonames = [
        msgspec.structs.replace(
            entry, admin=tuple(inside.get(c, c) for c in entry.admin if c in inside or not c.startswith("gn:"))
        )
        for entry in read_geonames(cache=cache)
    ]
    imported = [entry for path in sorted(extra) for entry in read_stored(path)]
    return build(supplement.entries, geonames, imported, words=read_placewords())


def _variants(key: str, *, village: bool) -> tuple[str, ...]:
    """Other ways to write a folded name: كفرنبل for كفر نبل and back, شيخ مسكين for الشيخ مسكين, الدندنية for the village دندنية."""
    first, _, rest = key.partition(" ")
    if rest and " " not in rest and first in _WRITTEN_TOGETHER and len(rest) >= 3:
        return (first + rest,)
    if rest and first == "الشيخ":
        return (key.removeprefix("ال"),)
    if not rest and first.startswith("كفر") and len(first) >= 6:
        return (f"كفر {first[3:]}",)
    if not rest and village and not first.startswith("ال"):
        return (f"ال{first}",)  # tables and reports disagree on the article of small places
    return ()


def _group(kind: PlaceKind) -> str:
    """Kinds that two tables may give the same place: nobody draws the line between town and village in one way."""
    return "settlement" if kind in ("town", "village") else kind


def _index(entries: Iterable[Entry]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        for name in entry.names:
            found.setdefault(name_key(name), []).append(entry.id)
    return found


def _nearest(
    entry: Entry, known: Mapping[str, Entry], index: Mapping[str, list[str]], *, same_kind: bool
) -> tuple[float, str] | None:
    found = []
    for name in entry.names:
        for ident in index.get(name_key(name), ()):
            other = known[ident]
            alike = _group(entry.kind) == _group(other.kind) if same_kind else other.kind in SETTLEMENTS
            away = distance_km((entry.lat, entry.lon), (other.lat, other.lon))
            if alike and away <= max(SAME_PLACE_KM, other.km):
                found.append((away, ident))
    return min(found, default=None)


def _superseded(known: dict[str, Entry], geonames: Iterable[Entry]) -> list[Entry]:
    """The entries of GeoNames that `known` lacks; those it has give it their population, spellings and a finer point."""
    index = _index(known.values())
    new = []
    for entry in geonames:
        near = _nearest(entry, known, index, same_kind=False)
        if near is None:
            new.append(entry)
        else:
            away, ours = near[0], known[near[1]]
            ours = msgspec.structs.replace(ours, population=max(ours.population, entry.population))
            if away <= ours.km and entry.km < ours.km:
                # Both agree where it is, and GeoNames knows it more exactly.
                ours = msgspec.structs.replace(ours, lat=entry.lat, lon=entry.lon, km=entry.km)
            known[ours.id] = _with_names(ours, entry)
    return new


def _sharpen(known: dict[str, Entry], imported: Iterable[Entry]) -> None:
    """Lay the user's own entries over the known ones: the nearest of the same name gives its point, the rest are new."""
    index = _index(known.values())
    chosen: dict[str, tuple[float, str, Entry]] = {}
    new: dict[str, Entry] = {}
    for entry in imported:
        near = (0.0, entry.id) if entry.id in known else _nearest(entry, known, index, same_kind=True)
        if near is None:
            new.setdefault(entry.id, entry)
            continue
        away, ident = near
        rival = chosen.get(ident)
        if rival is not None:
            nearer = (away, entry.id) < rival[:2]
            left = rival[2] if nearer else entry
            new.setdefault(left.id, left)
            if not nearer:
                continue
        chosen[ident] = (away, entry.id, entry)
    for ident, (_, _, entry) in chosen.items():
        ours = known[ident]
        if entry.kind in SETTLEMENTS and entry.km <= 2 * ours.km:
            # The centre of a governorate or a mountain is a convention, and ours fits its radius; a village's is a fact.
            ours = msgspec.structs.replace(ours, lat=entry.lat, lon=entry.lon, km=entry.km)
        known[ident] = _with_names(ours, entry)
    for ident, entry in new.items():
        if ident not in chosen:
            known.setdefault(ident, entry)


def _with_names(ours: Entry, other: Entry) -> Entry:
    have = {name_key(name) for name in ours.names}
    more = [name for name in other.names if name_key(name) not in have]
    return msgspec.structs.replace(
        ours, spellings=(*ours.spellings, *more), weak=(*ours.weak, *(name for name in more if name in other.weak))
    )
