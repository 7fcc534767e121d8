"""Paths to documents: which files are read, in which order, and how the lines of a JSON-lines file become documents."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import msgspec

from marsad.model import Document, Outlet, Published, Record, new_document
from marsad.readers.checks import MAX_CHARACTERS, objection
from marsad.readers.dates import published
from marsad.readers.encoding import NotTextError, decode
from marsad.readers.outcome import Remark, Skipped

Outcome: TypeAlias = Document | Skipped | Remark

STDIN: Final = "-"
LINES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
TEXT: Final = (".txt", ".text", "")
# Kinds of files in which people keep articles and that this version cannot open.
CLOSED: Final = (".html", ".htm", ".mhtml", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".warc", ".warc.gz", ".xml")
# A character takes at most four bytes: a larger file is refused before it is loaded.
MAX_BYTES: Final = MAX_CHARACTERS * 4


class Given(Record, frozen=True):
    """What the caller knows about plain text files, which cannot say it themselves."""

    outlet: str | None = None
    date: str | None = None
    title: str | None = None


class Row(Record, frozen=True):
    """One line of a JSON-lines file; only the text is needed."""

    text: str
    id: str | int | None = None
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return next((s for s in LINES + CLOSED if name.endswith(s)), path.suffix.lower())


def _inside(folder: Path) -> Iterator[Path | Skipped]:
    """The files of a folder and of the folders in it, in the order of their names; hidden ones are left alone."""
    try:
        entries = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        yield Skipped(path=str(folder), reason=f"cannot be opened: {error.strerror}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _inside(entry)
        elif _suffix(entry) in LINES + TEXT + CLOSED:
            yield entry


def _expand(paths: Sequence[str]) -> Iterator[tuple[Path, str] | Skipped]:
    """Each file with the reference its document gets: its path below the folder that was given, without the suffix."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            empty = True
            for found in _inside(path):
                empty = False
                if isinstance(found, Skipped):
                    yield found
                else:
                    yield found, found.relative_to(path).with_suffix("").as_posix()
            if empty:
                yield Skipped(path=given, reason="no text file (.txt) and no JSON lines (.jsonl) in this folder")
        elif path.exists():
            yield path, path.stem
        else:
            yield Skipped(path=given, reason="no such file or folder")


def how_many(paths: Sequence[str]) -> int | None:
    """About how many documents the paths hold, for a progress bar; None when that cannot be known beforehand."""
    if STDIN in paths:
        return None
    total = 0
    for item in _expand(paths):
        if isinstance(item, Skipped):
            continue
        path, _ = item
        if _suffix(path) not in LINES:
            total += 1
            continue
        try:
            with _opened(path) as file:
                total += sum(1 for _ in file)
        except (OSError, EOFError, zlib.error):
            return None
    return total


def read_documents(paths: Sequence[str], *, given: Given | None = None, stdin: BinaryIO | None = None) -> Iterator[Outcome]:
    """Every document of the paths in order; "-" is standard input, which may hold a text or JSON lines."""
    given = given or Given()
    for path in paths:
        if path == STDIN:
            yield from _stream((stdin or sys.stdin.buffer).read(), given)
            continue
        for item in _expand([path]):
            if isinstance(item, Skipped):
                yield item
            else:
                yield from _file(*item, given)


def _file(path: Path, ref: str, given: Given) -> Iterator[Outcome]:
    suffix = _suffix(path)
    if suffix in CLOSED:
        yield Skipped(path=str(path), reason=f"a {suffix} file, which is not read yet; save its text as .txt and give that")
        return
    try:
        if suffix in LINES:
            with _opened(path) as file:
                yield from _lines(str(path), file)
            return
        size = path.stat().st_size
        if size > MAX_BYTES:
            yield Skipped(
                path=str(path),
                reason=f"{size / 1e6:,.0f} MB: too long for one article (the limit is {MAX_CHARACTERS:,} characters); "
                "split it, or give JSON lines with one article a line",
            )
            return
        yield from _text(str(path), path.read_bytes(), ref, given)
    except OSError as error:
        yield Skipped(path=str(path), reason=f"cannot be read: {error.strerror or error}")
    except (EOFError, zlib.error):
        yield Skipped(path=str(path), reason="the compressed file is damaged; what came before the damage was read")


def _opened(path: Path) -> BinaryIO:
    """A JSON-lines file as bytes in UTF-8, unpacked and recoded where needed; the caller closes it."""
    packed = path.name.lower().endswith(".gz")
    file: BinaryIO = gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[assignment]  # noqa: SIM115
    start = file.read(4)
    file.seek(0)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        with file:
            return io.BytesIO(file.read().decode("utf-16", "replace").encode())
    return file


def _stream(data: bytes, given: Given) -> Iterator[Outcome]:
    name = "standard input"
    if data.lstrip().startswith(b"{"):
        yield from _lines(name, io.BytesIO(data))
    else:
        yield from _text(name, data, None, given)


def _text(name: str, data: bytes, ref: str | None, given: Given) -> Iterator[Outcome]:
    try:
        text, remark = decode(data)
    except NotTextError as error:
        yield Skipped(path=name, reason=f"{error}; save it as UTF-8 text")
        return
    reason = objection(text)
    if reason:
        yield Skipped(path=name, reason=reason)
        return
    if remark:
        yield Remark(path=name, about=remark)
    row = Row(text=text, id=ref, outlet=given.outlet, date=given.date, title=given.title)
    yield from _document(name, row)


def _lines(name: str, file: BinaryIO) -> Iterator[Outcome]:
    seen = False
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        seen = True
        where = f"{name}, line {number}"
        try:
            # Strict UTF-8 goes straight to the parser, which is the fast way; anything else is decoded first.
            row = _row(line.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, NotTextError) as error:
            yield Skipped(path=where, reason=f"not an article in JSON: {error}")
            continue
        reason = objection(row.text)
        if reason:
            yield Skipped(path=where, reason=reason)
        else:
            yield from _document(where, row)
    if not seen:
        yield Skipped(path=name, reason="empty; nothing to read")


def _row(line: bytes) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except (msgspec.DecodeError, UnicodeDecodeError):
        text, remark = decode(line)
        if remark is None:
            raise
        return msgspec.json.decode(text, type=Row)


def _document(name: str, row: Row) -> Iterator[Outcome]:
    when = None
    if row.date:
        try:
            when = published(row.date)
        except ValueError as error:
            yield Remark(path=name, about=f"{error}; read as undated")
    yield new_document(
        row.text,
        ref=str(row.id) if row.id is not None else None,
        outlet=Outlet(id=row.outlet.strip(), basis="given") if row.outlet and row.outlet.strip() else None,
        published=when or Published(),
        title=row.title or None,
        url=row.url or None,
        language=row.language or "ar",
    )
