"""The places of a brief as a map that needs nothing else: an equirectangular frame, rings for what is not known closely.

The map has no borders: it places what the articles tell, with large towns in grey to find one's way by.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from marsad.brief.told import Spot
from marsad.model import Name, Record

# Kilometres in one degree of latitude.
DEGREE_KM: Final = 111.2
# The frame is never narrower than this, so that one quarter of one town is not blown up to fill it, in degrees.
LEAST: Final = 0.6
# Room around the outermost places, as a share of the frame.
MARGIN: Final = 0.12
WIDTH: Final = 1000.0
# The room that a name takes up in the drawing.
NAME_WIDTH: Final = 150.0
NAME_HEIGHT: Final = 20.0
# Lengths a scale bar may have, in km.
BARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
# The share of the places that the frame is drawn around: the capital where talks are held, far away and named in every
# article, must not shrink a whole front to a dot.
CORE: Final = 0.75
# Characters for places in the sketch of a terminal, in the order of their lines.
MARKS: Final = "123456789abcdefghijklmnopqrstuvwxyz"


class Landmark(Record, frozen=True):
    """A town to find one's way by."""

    name: Name
    lat: float
    lon: float
    population: int


class Frame(Record, frozen=True):
    """The part of the earth that is drawn, in degrees; `width` and `height` are the size of the drawing."""

    south: float
    north: float
    west: float
    east: float
    width: float
    height: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """A position in the drawing, from its upper left corner."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        y = (self.north - lat) / (self.north - self.south) * self.height
        return round(x, 1), round(y, 1)

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a position is inside."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east

    @property
    def km(self) -> float:
        """How many units of the drawing a kilometre is."""
        return self.height / ((self.north - self.south) * DEGREE_KM)

    def bar(self) -> tuple[int, float]:
        """The scale bar: how many km, and how long in the drawing; at most a quarter of its width."""
        fitting = [km for km in BARS if km * self.km <= self.width / 4] or [BARS[0]]
        return fitting[-1], round(fitting[-1] * self.km, 1)


def frame_of(spots: Sequence[Spot], *, width: float = WIDTH) -> Frame | None:
    """The frame around where nearly all lines are; None where no place has a position."""
    if not spots:
        return None
    south, north = _core([s.lat for s in spots])
    west, east = _core([s.lon for s in spots])
    south, north = _widened(south, north)
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    west, east = _widened(west, east, least=LEAST / squeeze)
    # A drawing much taller than wide does not fit a page, one much wider than tall shows nothing.
    tall = (north - south) / ((east - west) * squeeze)
    if tall > 1:
        middle, half = (west + east) / 2, (north - south) / squeeze / 2
        west, east = middle - half, middle + half
    elif tall < 0.5:
        middle, half = (south + north) / 2, (east - west) * squeeze / 4
        south, north = middle - half, middle + half
    height = width * (north - south) / ((east - west) * squeeze)
    return Frame(south=south, north=north, west=west, east=east, width=width, height=round(height, 1))


def _core(values: Sequence[float]) -> tuple[float, float]:
    """The shortest interval that holds the wanted share of the values; the lowest of several."""
    ordered = sorted(values)
    held = max(1, math.ceil(CORE * len(ordered)))
    spans = [
        (ordered[i + held - 1] - low, low, ordered[i + held - 1]) for i, low in enumerate(ordered[: len(ordered) - held + 1])
    ]
    _, low, high = min(spans)
    return low, high


def _widened(low: float, high: float, *, least: float = LEAST) -> tuple[float, float]:
    room = max((high - low) * MARGIN, (least - (high - low)) / 2)
    return low - room, high + room


class Ring(Record, frozen=True):
    """A place in the drawing: `x`, `y`, the radii of its dot and of the ring around what it may mean, and if it has room for a name."""

    spot: Spot
    x: float
    y: float
    dot: float
    ring: float
    named: bool


def rings(spots: Sequence[Spot], frame: Frame) -> tuple[Ring, ...]:
    """The places inside a frame, those with fewest lines last, so that they lie on top; a name never covers an earlier one."""
    most = max((s.lines for s in spots), default=1)
    drawn: list[Ring] = []
    for spot in spots:
        if not frame.holds(spot.lat, spot.lon):
            continue
        x, y = frame.at(spot.lat, spot.lon)
        free = all(abs(x - other.x) > NAME_WIDTH or abs(y - other.y) > NAME_HEIGHT for other in drawn if other.named)
        dot = round(4 + 10 * math.sqrt(spot.lines / most), 1)
        drawn.append(Ring(spot=spot, x=x, y=y, dot=dot, ring=round(spot.precision_km * frame.km, 1), named=free))
    return tuple(drawn)


def signposts(landmarks: Sequence[Landmark], spots: Sequence[Spot], frame: Frame, *, most: int = 12) -> tuple[Landmark, ...]:
    """The largest towns inside a frame that stand clear of each other and of the places told of."""
    taken = [frame.at(s.lat, s.lon) for s in spots if frame.holds(s.lat, s.lon)]
    chosen: list[Landmark] = []
    for town in sorted(landmarks, key=lambda t: (-t.population, t.name.en or "", t.lat, t.lon)):
        if len(chosen) == most:
            break
        if not frame.holds(town.lat, town.lon):
            continue
        x, y = frame.at(town.lat, town.lon)
        if all(math.hypot(x - u, y - v) > frame.width / 14 for u, v in taken):
            chosen.append(town)
            taken.append((x, y))
    return tuple(chosen)


def grid(spots: Sequence[Spot], *, columns: int = 60) -> tuple[tuple[str, ...], tuple[tuple[str, Spot], ...]]:
    """The map as lines of characters, and what each mark means; a character is taken to be twice as tall as wide."""
    shown = spots[: len(MARKS)]
    frame = frame_of(shown, width=columns)
    if frame is None:
        return (), ()
    rows = max(3, round(frame.height / 2))
    cells = [["·" if (row % 4 == 0 and column % 8 == 0) else " " for column in range(columns)] for row in range(rows)]
    key = []
    for mark, spot in zip(MARKS, shown, strict=False):
        key.append((mark, spot))
        if not frame.holds(spot.lat, spot.lon):
            continue
        x, y = frame.at(spot.lat, spot.lon)
        row, column = min(rows - 1, int(y / frame.height * rows)), min(columns - 1, int(x))
        # The place with more lines keeps a cell that two fall into.
        if cells[row][column] not in MARKS:
            cells[row][column] = mark
    return tuple("".join(row).rstrip() for row in cells), tuple(key)
