"""The user's own tables of places: a GeoNames dump, OCHA COD tables, or any CSV or XLSX with names and coordinates.

`import_table` reads one file into entries and doubts; `install` also keeps them for `table.load(extra=...)`. A row that
cannot be used is one doubt with its line number; the rest is imported.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from marsad.arabic.fold import fold_word
from marsad.gazetteer.columns import Columns, find_columns
from marsad.gazetteer.entry import Entry, name_key
from marsad.gazetteer.geonames import CommonWords, arabic_names, read_common_words, settlement_radius, usable_names
from marsad.gazetteer.placewords import PlaceWords, read_placewords
from marsad.gazetteer.stored import SUFFIX, user_folder, write_stored
from marsad.gazetteer.supplement import read_supplement
from marsad.model import PlaceKind, Record, content_id

_GEONAMES_COLUMNS: Final = 19
_HEADER_WITHIN: Final = 10  # a title or a note may stand above the header
_ARABIC: Final = re.compile(r"[\u0621-\u064a]")
_BRACKETS: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_ALTERNATIVES: Final = re.compile(r"\s*[/|;؛]\s*")
_CENTRE: Final = "مركز "  # the subdistrict around a district's capital: "مركز أريحا"
# GeoNames feature codes worth a place, and the radius in km that such a feature usually has.
_FEATURES: Final[Mapping[str, tuple[PlaceKind, float]]] = {
    "PCLI": ("country", 300.0), "ADM1": ("governorate", 60.0), "ADM2": ("district", 25.0), "ADM3": ("district", 12.0),
    "ADM4": ("district", 6.0), "PPLX": ("neighbourhood", 1.5), "AIRB": ("facility", 3.0), "AIRP": ("facility", 3.0),
    "AIRF": ("facility", 3.0), "DAM": ("facility", 2.0), "BDG": ("facility", 1.0), "CSTM": ("facility", 2.0),
    "INSM": ("facility", 2.0), "PRN": ("facility", 1.0), "HSP": ("facility", 1.0), "OILF": ("facility", 8.0),
    "OILR": ("facility", 3.0), "FT": ("facility", 1.0), "CMPRF": ("neighbourhood", 1.5), "PRT": ("facility", 3.0),
    "PASS": ("area", 3.0), "MT": ("area", 4.0), "MTS": ("area", 20.0), "HLL": ("area", 2.0), "HLLS": ("area", 5.0),
    "PLN": ("area", 15.0), "VAL": ("area", 10.0), "DSRT": ("area", 60.0), "RGN": ("area", 30.0), "ISL": ("area", 8.0),
    "WAD": ("area", 10.0), "STM": ("water", 30.0), "LK": ("water", 8.0), "RSV": ("water", 8.0),
}  # fmt: skip
_TYPES: Final[Mapping[str, PlaceKind]] = {
    "c": "village", "n": "neighbourhood", "city": "town", "town": "town", "village": "village", "hamlet": "village",
    "community": "village", "neighborhood": "neighbourhood", "neighbourhood": "neighbourhood", "quarter": "neighbourhood",
    "suburb": "neighbourhood", "camp": "neighbourhood", "district": "district", "subdistrict": "district",
    "governorate": "governorate", "province": "governorate", "country": "country", "area": "area", "region": "area",
    "facility": "facility", "airport": "facility", "route": "route", "road": "route", "river": "water", "lake": "water",
    "water": "water",
}  # fmt: skip
_LEVEL_KINDS: Final[tuple[PlaceKind, ...]] = ("country", "governorate", "district", "district", "village")
_KM: Final[Mapping[PlaceKind, float]] = {
    "country": 300.0, "governorate": 60.0, "district": 20.0, "town": 3.0, "village": 2.0, "neighbourhood": 1.0,
    "area": 10.0, "facility": 2.0, "route": 20.0, "water": 10.0,
}  # fmt: skip
_TOWN_FROM: Final = 5_000


class TableError(ValueError):
    """A file that is no table of places; the message names the file and says what was expected."""


class Table(NamedTuple):
    """The entries of a file in its order, how many rows it had, how many lack an Arabic name, and the doubts."""

    entries: tuple[Entry, ...]
    rows: int
    without_arabic: int
    doubts: tuple[str, ...]


class Imported(Record, frozen=True, kw_only=True):
    """What an import gave: where it is kept, rows read, entries kept, rows without an Arabic name, and the doubts."""

    path: Path
    rows: int
    kept: int
    without_arabic: int
    doubts: tuple[str, ...]


class _Sheet(NamedTuple):
    name: str
    rows: Iterator[tuple[int, list[str]]]


class _Knowledge(NamedTuple):
    """What a row is read against: words that are no names, containers by name, governorates by GeoNames code."""

    common: CommonWords
    words: PlaceWords
    containers: Mapping[tuple[str, str], str]
    geonames_admin: Mapping[str, str]


class _Row(NamedTuple):
    """A row read: its entry, or why there is none ("" where it simply has no Arabic name)."""

    entry: Entry | None
    doubt: str


def import_table(path: Path) -> Table:
    """Read a file of any known form; raises `TableError` where it holds no table of places, `OSError` where it cannot be read."""
    supplement = read_supplement()
    containers = {
        (entry.country, key): entry.id
        for entry in reversed(supplement.entries)
        if entry.kind in ("governorate", "district")
        for key in (*(name_key(name) for name in entry.names), entry.en.lower().removesuffix(" governorate"))
    }
    knowledge = _Knowledge(read_common_words(), read_placewords(), containers, supplement.geonames_admin)
    doubts: list[str] = []
    entries: dict[str, Entry] = {}
    rows = without_arabic = tables = 0
    headers: list[str] = []
    for sheet in _sheets(path, doubts):
        reader = _reader(sheet, knowledge, headers)
        if reader is None:
            continue
        tables += 1
        repeated: list[str] = []
        for line, row in reader:
            rows += 1
            if row.entry is None:
                without_arabic += not row.doubt
                if row.doubt:
                    doubts.append(f"{sheet.name}:{line}: {row.doubt}")
            elif row.entry.id in entries:
                repeated.append(f"{sheet.name}:{line}: {row.entry.id} ({row.entry.ar}) stands there already")
            else:
                entries[row.entry.id] = row.entry
        if repeated:
            more = f", and so do the places of {len(repeated) - 1} further rows" if len(repeated) > 1 else ""
            doubts.append(f"{repeated[0]}{more}; the first is kept")
    if not tables:
        seen = f"; it begins with: {headers[0]}" if headers else ""
        raise TableError(
            f"{path}: no table of places. Expected a GeoNames dump (tab-separated, 19 columns), or a header row that names a "
            f"latitude, a longitude and a name{seen}"
        )
    return Table(tuple(entries.values()), rows, without_arabic, tuple(doubts))


def install(path: Path, *, into: Path | None = None) -> Imported:
    """Read a table and keep it in the folder `into` (by default the user's data folder); a second import replaces the first.

    Raises `TableError` where the file holds no place with an Arabic name, and `OSError`.
    """
    table = import_table(path)
    if not table.entries:
        reasons = "; ".join(table.doubts[:3]) or "no row has an Arabic name"
        raise TableError(f"{path}: nothing to import from {table.rows} rows: {reasons}")
    kept = (into or user_folder()) / f"{re.sub(r'[^0-9A-Za-z_-]+', '_', path.stem) or 'places'}{SUFFIX}"
    write_stored(kept, table.entries)
    return Imported(path=kept, rows=table.rows, kept=len(table.entries), without_arabic=table.without_arabic, doubts=table.doubts)


def _sheets(path: Path, doubts: list[str]) -> Iterator[_Sheet]:
    suffix = path.suffix.lower()
    try:
        if suffix in (".xlsx", ".xlsm"):
            yield from _workbook(path.name, path.read_bytes())
        elif suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for member in sorted(archive.namelist()):
                    inner = PurePosixPath(member)
                    if inner.suffix.lower() in (".txt", ".csv", ".tsv") and inner.stem.lower() != "readme":
                        yield _text(f"{path.name}/{member}", archive.read(member), doubts)
                    elif inner.suffix.lower() == ".xlsx":
                        yield from _workbook(f"{path.name}/{member}", archive.read(member))
        else:
            yield _text(path.name, path.read_bytes(), doubts)
    except (zipfile.BadZipFile, InvalidFileException, KeyError) as error:
        raise TableError(f"{path}: not a readable {suffix.removeprefix('.')} file: {error}") from None


def _workbook(name: str, content: bytes) -> Iterator[_Sheet]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        values = sheet.iter_rows(values_only=True)
        yield _Sheet(
            f"{name}[{sheet.title}]",
            ((line, ["" if cell is None else str(cell).strip() for cell in row]) for line, row in enumerate(values, start=1)),
        )


def _text(name: str, content: bytes, doubts: list[str]) -> _Sheet:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1256", "replace")
            doubts.append(f"{name}: not UTF-8; read as windows-1256")
    first = next((line for line in text.splitlines() if line.strip()), "")
    if "\t" in first:
        # GeoNames writes quotes as letters; a quote in a name must not swallow the lines behind it.
        return _Sheet(name, ((n, line.split("\t")) for n, line in enumerate(text.split("\n"), start=1) if line.strip()))
    delimiter = ";" if first.count(";") > first.count(",") else ","
    return _Sheet(name, _csv_rows(text, delimiter))


def _csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            row = [""]  # a line csv cannot cut has no coordinates either, and is doubted for that
        if row:
            yield reader.line_num, [cell.strip() for cell in row]


def _reader(sheet: _Sheet, knowledge: _Knowledge, headers: list[str]) -> Iterator[tuple[int, _Row]] | None:
    """The rows of a sheet behind its header, each read; None where the sheet is no table of places."""
    for number, (line, cells) in enumerate(sheet.rows):
        if number >= _HEADER_WITHIN:
            break
        if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit() and _number(cells[4]) is not None:
            return _all(((line, cells), *sheet.rows), partial(_geonames_row, knowledge=knowledge))
        columns = find_columns(cells)
        if columns is not None:
            return _all(sheet.rows, partial(_row, columns=columns, knowledge=knowledge))
        headers.append(", ".join(cell for cell in cells if cell)[:200])
    return None


def _all(
    rows: Sequence[tuple[int, list[str]]] | Iterator[tuple[int, list[str]]], read: Callable[[list[str]], _Row]
) -> Iterator[tuple[int, _Row]]:
    for line, cells in rows:
        # A second header row of tags (#adm1+name) is the Humanitarian Exchange Language's, not a place.
        if any(cells) and not any(cell.startswith("#") for cell in cells):
            yield line, read(cells)


def _number(cell: str) -> float | None:
    try:
        return float(fold_word(cell).strip().replace(",", "."))
    except ValueError:
        return None


def _point(lat_cell: str, lon_cell: str) -> tuple[float, float] | str:
    lat, lon = _number(lat_cell), _number(lon_cell)
    if lat is None or lon is None:
        return f"latitude {lat_cell!r} and longitude {lon_cell!r} are not both numbers"
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return f"latitude {lat:g} and longitude {lon:g} lie outside the world"
    if lat == 0 and lon == 0:
        return "latitude and longitude are both 0"
    return round(lat, 5), round(lon, 5)


def _row(cells: list[str], columns: Columns, knowledge: _Knowledge) -> _Row:
    def cell(at: int) -> str:
        return cells[at] if 0 <= at < len(cells) else ""

    levels = [level for level in columns.levels if cell(level.ar) or cell(level.en)]
    own = [name for name in (cell(columns.ar), cell(columns.name)) if _ARABIC.search(name)]
    named = columns.ar >= 0 or columns.name >= 0 or columns.en >= 0
    deepest = None if named or not levels else levels[-1]
    if deepest is not None:
        own = [cell(deepest.ar)] if _ARABIC.search(cell(deepest.ar)) else []
    if not own:
        return _Row(None, "")
    point = _point(cell(columns.lat), cell(columns.lon))
    if isinstance(point, str):
        return _Row(None, point)
    written = _BRACKETS.sub(" ", own[0]).strip() or own[0]
    names, weak = usable_names([n for n in _ALTERNATIVES.split(written) if n], common=knowledge.common)
    if not names:
        return _Row(None, f"{own[0]!r} is a common word or too short, and is left out")
    if deepest is not None:
        kind = _LEVEL_KINDS[min(deepest.number, len(_LEVEL_KINDS) - 1)]
        code = cell(deepest.code)
        levels.pop()
    else:
        kind = _TYPES.get(cell(columns.type).lower()) or _kind_by_name(names[0], knowledge.words)
        code = cell(columns.code)
        centres = {name_key(cell(level.ar).removeprefix(_CENTRE)) for level in levels if level.number > 1}
        if kind == "village" and name_key(names[0]) in centres:
            kind = "town"
    english = cell(columns.en) or (cell(deepest.en) if deepest is not None else "")
    if not english and not _ARABIC.search(cell(columns.name)):
        english = cell(columns.name)
    return _Row(
        Entry(
            id=f"ocha:{code}" if code and columns.levels else content_id("place", names[0], *point),
            kind=kind,
            ar=names[0],
            en=english or names[0],
            lat=point[0],
            lon=point[1],
            km=_KM[kind],
            admin=_admin([(cell(level.ar), cell(level.en), cell(level.code)) for level in levels], code, knowledge),
            spellings=names[1:],
            weak=weak,
        ),
        "",
    )


def _kind_by_name(name: str, words: PlaceWords) -> PlaceKind:
    found = words.by_type.get(name_key(name).split(" ")[0])
    return found[0].kind if found is not None else "village"


def _admin(levels: Sequence[tuple[str, str, str]], code: str, knowledge: _Knowledge) -> tuple[str, ...]:
    """The containers we know, from the country inward; a P-code begins with the two letters of its country."""
    letters = next((c[:2].lower() for *_, c in (*levels, ("", "", code)) if re.match(r"[A-Za-z]{2}\d", c)), "")
    if not letters:
        return ()
    inside = [letters]
    for ar, en, _ in levels:
        found = knowledge.containers.get((letters, name_key(ar))) or knowledge.containers.get((letters, en.lower()))
        if found is not None and found not in inside and len(inside) < 2:
            inside.append(found)
    return tuple(inside)


def _geonames_row(cells: list[str], knowledge: _Knowledge) -> _Row:
    if len(cells) != _GEONAMES_COLUMNS:
        return _Row(None, f"{len(cells)} columns instead of {_GEONAMES_COLUMNS}")
    ident, name, _, alternates, lat, lon, feature_class, code, country, _, admin1 = cells[:11]
    people = int(cells[14]) if cells[14].isdigit() else 0
    if code in _FEATURES:
        kind, km = _FEATURES[code]
    elif feature_class == "P":
        kind, km = ("town" if people >= _TOWN_FROM else "village"), settlement_radius(people)
    else:
        return _Row(None, "")
    found = arabic_names(alternates.split(","), persian_too=country in ("IR", "AF", "PK"))
    if not found:
        return _Row(None, "")
    point = _point(lat, lon)
    if isinstance(point, str):
        return _Row(None, point)
    names, weak = usable_names(found, common=knowledge.common, population=people)
    if not names:
        return _Row(None, f"{found[0]!r} is a common word or too short, and is left out")
    inside = knowledge.geonames_admin.get(f"{country}.{admin1}")
    return _Row(
        Entry(
            id=f"geonames:{ident}", kind=kind, ar=names[0], en=name, lat=point[0], lon=point[1], km=km,
            admin=(country.lower(), inside) if inside else (country.lower(),) if country else (),
            spellings=names[1:], weak=weak, population=people,
        ),
        "",
    )  # fmt: skip
