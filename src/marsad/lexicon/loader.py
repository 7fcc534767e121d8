"""One loader for every lexicon file: validated against a schema, with errors that name the file and the entry.

A YAML file holds the keys `about`, `stage`, `origin`, `licence` and `entries`; a CSV file has a header line. An unknown
key, a letter that Arabic prose does not use, a text that is not NFC, or an id given twice is a `LexiconError`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, TypeVar

import msgspec
import yaml

T = TypeVar("T")

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SAFE):  # type: ignore[misc]  # the C loader has no stubs
    """A safe loader in which only true and false are booleans: `on` and `no` are words, as in YAML 1.2."""


_Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in pairs if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for key, pairs in _SAFE.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_HEADER = ("about", "stage", "origin", "licence", "entries")


class LexiconError(Exception):
    """A lexicon file that cannot be used as it stands; the message names the file and the entry."""


# Persian, Urdu and presentation forms and the tatweel, which the fold would change.
_FOREIGN: Final = re.compile("[یکہھەےې\u0640\ufb50-\ufdff\ufe70-\ufefc]")


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of a YAML file shares: an id in plain English, unique in its file."""

    id: str


def shelf(stage: str) -> Traversable:
    """The folder of a stage's lexicon inside the package."""
    return files("marsad.lexicon") / stage


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in ("examples", "never", "text"):  # example sentences may show any habit
                yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _check_letters(where: str, value: object) -> None:
    for text in _strings(value):
        if not unicodedata.is_normalized("NFC", text):
            raise LexiconError(f"{where}: {text!r} is not in NFC form")
        if (strange := _FOREIGN.search(text)) is not None:
            code = f"U+{ord(strange[0]):04X}"
            raise LexiconError(f"{where}: {text!r} holds {strange[0]!r} ({code}), which Arabic prose does not use")


def parse_yaml(name: str, text: str) -> Any:
    """A YAML text as plain values; raises `LexiconError` with the file's name."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader, C or Python
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not readable as YAML: {error}") from error


def read_yaml(file: Traversable, entry_type: type[T]) -> tuple[T, ...]:
    """The entries of one YAML file; raises `LexiconError`."""
    name = file.name
    raw = parse_yaml(name, file.read_text(encoding="utf-8"))
    if not isinstance(raw, dict) or sorted(raw) != sorted(_HEADER):
        raise LexiconError(f"{name}: must hold exactly the keys {', '.join(_HEADER)}")
    out: list[T] = []
    seen: set[str] = set()
    for number, item in enumerate(raw["entries"] or [], 1):
        where = f"{name}, entry {number}" + (f" ({item['id']})" if isinstance(item, dict) and "id" in item else "")
        try:
            entry = msgspec.convert(item, entry_type)
        except msgspec.ValidationError as error:
            raise LexiconError(f"{where}: {error}") from error
        _check_letters(where, item)
        key = getattr(entry, "id", None)
        if isinstance(key, str):
            if key in seen:
                raise LexiconError(f"{where}: the id {key!r} is given twice")
            seen.add(key)
        out.append(entry)
    return tuple(out)


def read_csv(file: Traversable, entry_type: type[T], *, lists: Iterable[str] = ()) -> tuple[T, ...]:
    """The rows of one CSV file; columns named in `lists` are split at |, empty cells are left to the type's defaults."""
    split = frozenset(lists)
    out: list[T] = []
    seen: set[str] = set()
    with file.open("r", encoding="utf-8") as handle:
        for number, row in enumerate(csv.DictReader(handle), 2):
            where = f"{file.name}, line {number}" + (f" ({row['id']})" if row.get("id") else "")
            if None in row or None in row.values():
                raise LexiconError(f"{where}: has more or fewer cells than the header")
            item: dict[str, object] = {
                key: [part.strip() for part in cell.split("|") if part.strip()] if key in split else cell.strip()
                for key, cell in row.items()
                if cell.strip()
            }
            _check_letters(where, item)
            try:
                entry = msgspec.convert(item, entry_type, strict=False)
            except msgspec.ValidationError as error:
                raise LexiconError(f"{where}: {error}") from error
            key = getattr(entry, "id", None)
            if isinstance(key, str):
                if key in seen:
                    raise LexiconError(f"{where}: the id {key!r} is given twice")
                seen.add(key)
            out.append(entry)
    return tuple(out)
