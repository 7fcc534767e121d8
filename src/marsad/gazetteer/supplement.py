"""The places we wrote ourselves: `supplement/*.csv`, one file per country or theatre, and the courses of long ones in `lines.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Final, NamedTuple, get_args

from marsad.gazetteer.entry import Entry, name_key
from marsad.model import PlaceKind

LINES: Final = "lines.csv"
HEADER: Final = ("id", "kind", "ar", "en", "lat", "lon", "km", "admin", "spellings", "weak", "note")
_KINDS: Final[dict[str, PlaceKind]] = {kind: kind for kind in get_args(PlaceKind)}


class SupplementError(ValueError):
    """A row of the supplement that cannot be right; the message names file and line."""


class Supplement(NamedTuple):
    """The entries in file and line order, and the GeoNames first-level codes of our governorates ("SY.09" -> "sy.aleppo")."""

    entries: tuple[Entry, ...]
    geonames_admin: dict[str, str]


def read_supplement(*, folder: Path | None = None) -> Supplement:
    """All entries of the shipped supplement, or of `folder`; raises `SupplementError` at the first row that cannot be right."""
    files = folder or resources.files("marsad.gazetteer") / "supplement"
    lines = _lines() if folder is None else {}
    entries: list[Entry] = []
    where: dict[str, str] = {}
    admin_codes: dict[str, str] = {}
    for file in sorted((f for f in files.iterdir() if f.name.endswith(".csv")), key=lambda f: f.name):
        for line, row in _rows(file.name, file.read_text(encoding="utf-8")):
            at = f"{file.name}:{line}"
            entry = _entry(at, row, lines.pop(row[0], ()))
            if entry.id in where:
                raise SupplementError(f"{at}: the id {entry.id} is already used at {where[entry.id]}")
            where[entry.id] = at
            entries.append(entry)
            for note in row[10].split(";"):
                if note.strip().startswith("gn="):
                    admin_codes[note.strip()[3:]] = entry.id
    if lines:
        raise SupplementError(f"{LINES}: {sorted(lines)[0]} is the id of no row")
    for entry in entries:
        for container in entry.admin:
            if container not in where:
                raise SupplementError(f"{where[entry.id]}: {entry.id} lies in {container}, which no row defines")
    return Supplement(tuple(entries), admin_codes)


def _lines() -> dict[str, tuple[tuple[float, float], ...]]:
    """The courses of borders, rivers and roads by id, as (lat, lon) points in order."""
    text = (resources.files("marsad.gazetteer") / LINES).read_text(encoding="utf-8")
    courses: dict[str, tuple[tuple[float, float], ...]] = {}
    for number, row in enumerate(csv.DictReader(text.splitlines(), strict=True), start=2):
        try:
            points = tuple((float(lat), float(lon)) for lat, lon in (pair.split() for pair in row["points"].split("|")))
        except ValueError:
            raise SupplementError(f"{LINES}:{number}: {row['id']} has points that are not pairs of numbers") from None
        if len(points) < 2:
            raise SupplementError(f"{LINES}:{number}: {row['id']} has fewer than two points")
        courses[row["id"]] = points
    return courses


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(), strict=True)
    header = next(reader, [])
    if tuple(header) != HEADER:
        raise SupplementError(f"{name}:1: the header must be {','.join(HEADER)}")
    for row in reader:
        if not row or row[0].startswith("#"):
            continue
        if len(row) != len(HEADER):
            raise SupplementError(f"{name}:{reader.line_num}: {len(row)} columns instead of {len(HEADER)}: {','.join(row)}")
        yield reader.line_num, [cell.strip() for cell in row]


def _entry(at: str, row: list[str], line: tuple[tuple[float, float], ...]) -> Entry:
    ident, kind, ar, en, lat, lon, km, admin, spellings, weak, _note = row
    if kind not in _KINDS:
        raise SupplementError(f"{at}: {ident} has the unknown kind {kind!r}")
    if not (ident and ar and en):
        raise SupplementError(f"{at}: id, ar and en must be filled in")
    try:
        point = float(lat), float(lon), float(km)
    except ValueError:
        raise SupplementError(f"{at}: {ident} has lat, lon, km {lat!r}, {lon!r}, {km!r}, which are not all numbers") from None
    if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180 and point[2] > 0):
        raise SupplementError(f"{at}: {ident} lies outside the world, or its radius is not positive")
    weak_names = _split(weak)
    names = [ar]
    keys = {name_key(ar)}
    for name in (*_split(spellings), *weak_names):
        key = name_key(name)
        if not key:
            raise SupplementError(f"{at}: {ident} has a name without a letter: {name!r}")
        if key not in keys:
            keys.add(key)
            names.append(name)
    return Entry(
        id=ident,
        kind=_KINDS[kind],
        ar=ar,
        en=en,
        lat=point[0],
        lon=point[1],
        km=point[2],
        admin=_split(admin),
        spellings=tuple(names[1:]),
        weak=tuple(weak_names),
        line=line,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
