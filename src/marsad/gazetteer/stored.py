"""The file in which an imported table is kept: one entry per line, JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec
import platformdirs

from marsad.gazetteer.entry import Entry
from marsad.gazetteer.geonames import write_atomically

SUFFIX: Final = ".places.jsonl"


def user_folder() -> Path:
    """The folder in which `install` keeps imported tables unless told otherwise."""
    return platformdirs.user_data_path("marsad") / "gazetteer"


def installed(folder: Path | None = None) -> tuple[Path, ...]:
    """The imported tables in `folder` (by default the user's), in the order of their names; give them to `load`."""
    place = folder or user_folder()
    return tuple(sorted(place.glob(f"*{SUFFIX}"))) if place.is_dir() else ()


def write_stored(path: Path, entries: Iterable[Entry]) -> None:
    """Keep a table; raises `OSError`."""
    write_atomically(path, b"".join(msgspec.json.encode(entry) + b"\n" for entry in entries))


def read_stored(path: Path) -> tuple[Entry, ...]:
    """A table kept by `write_stored`; raises `ValueError` naming file and line, or `OSError`."""
    decoder = msgspec.json.Decoder(Entry)
    entries = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            try:
                entries.append(decoder.decode(line))
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise ValueError(f"{path}:{number}: not an imported place table: {error}") from None
    return tuple(entries)
