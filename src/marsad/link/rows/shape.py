"""What linking remembers of a document and of each of its events, and how that is packed."""

from __future__ import annotations

import zlib
from typing import NamedTuple

import msgspec

from marsad.link.origins import Sketch
from marsad.link.truces import TruceNotes


class Row(NamedTuple):
    """One event ready to be compared; days are counted from 1 January 1970, words and names are hashes."""

    unique_id: str
    doc: str
    outlet: str
    event: str
    family: str
    type: str
    kin: list[int]
    lasting: bool
    undated: bool
    exact: bool
    late: bool
    early: bool
    negated: bool
    news: bool
    chief: bool
    mood: str
    state: bool
    first: int | None
    last: int | None
    published: int | None
    possible: list[int]
    lat: float | None
    lon: float | None
    km: float | None
    lats: list[float]
    lons: list[float]
    wide: bool
    scene_lat: float | None
    scene_lon: float | None
    place: list[int]
    spots: list[int]
    sites: list[int]
    towns: list[int]
    actors: list[int]
    blocs: list[int]
    targets: list[int]
    killed_low: int | None
    killed_high: int | None
    hurt_low: int | None
    hurt_high: int | None
    means: list[int]
    words: list[int]
    lead: list[int]
    keys: list[int]
    loose: list[int]


class TallyNote(NamedTuple):
    """A tally: what it counts, its lines (name and number) by the words of their places' names, and whose it is.

    `start` and `end` are those of its period; a table without one has that of the document's other tables. `also` are the
    other claims that its numbers stand in, with their origins: one that hands the table on, or one that is handed on.
    """

    tally: str
    what: str
    start: str | None
    end: str | None
    total: int | None
    lines: dict[str, tuple[str, int]]
    claim: str
    event: str
    origin: str
    side: str | None
    also: tuple[tuple[str, str], ...] = ()


class DocumentRow(NamedTuple):
    """What linking remembers of a document; `carried` has the origins of each event's voices, `where` its finest place."""

    id: str
    outlet: str
    leaning: str | None
    own: str
    published: str
    sketch: Sketch
    carried: dict[str, tuple[str, ...]]
    where: dict[str, tuple[str, str]]
    truces: TruceNotes
    tallies: tuple[TallyNote, ...]


class Prepared(NamedTuple):
    """A document ready to be linked: what is remembered of it, and a row for each of its events."""

    document: DocumentRow
    rows: tuple[Row, ...]


def pack(prepared: Prepared) -> bytes:
    """A prepared document as a few compressed kilobytes."""
    return zlib.compress(msgspec.msgpack.encode(prepared), 1)


def unpack(packed: bytes) -> Prepared:
    """What was packed; raises `msgspec.MsgspecError` or `zlib.error` when it is damaged."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Prepared)
