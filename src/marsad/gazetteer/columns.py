"""Which column of a table holds what: the headers of OCHA COD tables and of home-made lists, read by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "lat": frozenset({"lat", "latitude", "y", "centerlat", "centroidlat", "latdd", "ylat", "خطالعرض", "العرض"}),
    "lon": frozenset({"lon", "long", "lng", "longitude", "x", "centerlon", "centroidlon", "londd", "xlong", "خطالطول", "الطول"}),
    "ar": frozenset(
        {"namear", "arname", "arabicname", "namearabic", "arabic", "ar", "nameara", "الاسم", "اسم", "المكان", "الموقع"}
    ),
    "en": frozenset({"nameen", "enname", "englishname", "nameenglish", "english", "en", "nameeng"}),
    "name": frozenset({"name", "place", "placename", "location", "locationname", "featurename", "title"}),
    "code": frozenset({"pcode", "code", "id", "placecode", "featurepcode"}),
    "type": frozenset({"type", "kind", "placetype", "featuretype", "class", "النوع"}),
}
# adm1_ar, ADM1_AR, admin1Name_ar, adm1_name (English), adm1_name1 (the second language), adm1_pcode, admin1Pcode
_LEVEL: Final = re.compile(r"(?:adm|admin)(\d)(?:name)?(ar|en|pcode|code|1)?")


class Level(NamedTuple):
    """The columns of one administrative level; -1 where there is none."""

    number: int
    ar: int
    en: int
    code: int


class Columns(NamedTuple):
    """The columns of a table; -1 where there is none. `levels` go from the country inward."""

    lat: int
    lon: int
    ar: int
    en: int
    name: int
    code: int
    type: int
    levels: tuple[Level, ...]


def find_columns(header: Sequence[str]) -> Columns | None:
    """The columns that a header row names; None unless there are a latitude, a longitude and some name."""
    found = dict.fromkeys(_NAMES, -1)
    levels: dict[int, dict[str, int]] = {}
    for at, cell in enumerate(header):
        plain = re.sub(r"[^a-z0-9\u0621-\u064a]", "", cell.strip().lower())
        for role, names in _NAMES.items():
            if plain in names and found[role] < 0:
                found[role] = at
        level = _LEVEL.fullmatch(plain)
        if level is not None:
            role = {"pcode": "code", "code": "code", "1": "ar", "ar": "ar"}.get(level[2] or "en", "en")
            levels.setdefault(int(level[1]), {}).setdefault(role, at)
    ordered = tuple(Level(n, *(levels[n].get(role, -1) for role in ("ar", "en", "code"))) for n in sorted(levels))
    if min(found["lat"], found["lon"]) < 0 or (max(found["ar"], found["name"], found["en"]) < 0 and not ordered):
        return None
    return Columns(found["lat"], found["lon"], found["ar"], found["en"], found["name"], found["code"], found["type"], ordered)
