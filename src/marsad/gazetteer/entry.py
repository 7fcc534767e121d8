"""One place of the gazetteer, and what makes two names or two places the same."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Final

from marsad.arabic.fold import fold
from marsad.arabic.tokens import tokenise
from marsad.model import PlaceKind, Record

EARTH_KM: Final = 6371.0
SETTLEMENTS: Final[tuple[PlaceKind, ...]] = ("town", "village", "neighbourhood")


class Entry(Record, frozen=True, kw_only=True, gc=False):
    """A place: `lat`/`lon` in degrees, `km` the radius within which it lies, `admin` its containers from the country inward.

    `spellings` are further Arabic names; `weak` lists those names (of `ar` and `spellings`) that are also common words, persons'
    names or names of many places, and so count only with a place type word or another strong sign. `population` 0 is unknown.
    `line` is the course of a border, a river or a road, as (lat, lon) points.
    """

    id: str
    kind: PlaceKind
    ar: str
    en: str
    lat: float
    lon: float
    km: float
    admin: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    population: int = 0
    line: tuple[tuple[float, float], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All Arabic names, the usual one first."""
        return (self.ar, *self.spellings)

    @property
    def country(self) -> str:
        """The id of the country it lies in; its own id for a country, "" for what lies in none."""
        return self.admin[0] if self.admin else self.id if self.kind == "country" else ""


# Nearly all names are bare letters, and a table has tens of thousands of them: those need no offsets and no tokens.
_BARE: Final = re.compile(r"[\u0621-\u063a\u0641-\u064a ]+")
_FOLDED: Final = str.maketrans({letter: fold(letter).text for letter in map(chr, (*range(0x621, 0x63B), *range(0x641, 0x64B)))})


def name_key(name: str) -> str:
    """The key of a name: its folded words with one space between them, so that hamza, marks, dashes and quotes do not matter."""
    if _BARE.fullmatch(name):
        return " ".join(name.translate(_FOLDED).split())
    return " ".join(token.form for token in tokenise(fold(name)) if token.kind not in ("punct", "break"))


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in km between two (lat, lon) points in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def moved(point: tuple[float, float], *, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away from `point` towards `bearing` (degrees clockwise from north)."""
    lat, lon, course, arc = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / EARTH_KM
    to_lat = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(course))
    to_lon = lon + math.atan2(math.sin(course) * math.sin(arc) * math.cos(lat), math.cos(arc) - math.sin(lat) * math.sin(to_lat))
    return math.degrees(to_lat), (math.degrees(to_lon) + 540.0) % 360.0 - 180.0


def nearest_on(line: tuple[tuple[float, float], ...], point: tuple[float, float]) -> tuple[float, float]:
    """The point of a line nearest to `point`, as if the earth were flat between them; `line` has two points at least."""
    across = math.cos(math.radians(point[0]))
    found: list[tuple[float, tuple[float, float]]] = []
    for (lat, lon), (to_lat, to_lon) in pairwise(line):
        north, east = to_lat - lat, (to_lon - lon) * across
        length = north * north + east * east
        part = ((point[0] - lat) * north + (point[1] - lon) * across * east) / length if length else 0.0
        part = min(1.0, max(0.0, part))
        here = (round(lat + part * north, 3), round(lon + part * (to_lon - lon), 3))
        found.append((distance_km(here, point), here))
    return min(found)[1]
