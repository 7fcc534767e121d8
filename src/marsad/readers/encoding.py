"""Bytes to text: UTF-8, UTF-16, UTF-32, windows-1256 and ISO 8859-6, told apart without outside help.

A byte order mark decides; then the pattern of the high bytes (UTF-16); then strict UTF-8; then whichever of the two
8-bit Arabic codes makes better Arabic. `NotTextError` says in plain words why bytes are no Arabic text.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# How much of a file is looked at before its encoding is decided, in bytes.
SAMPLE: Final = 65_536
# A file in UTF-8 with a few broken bytes is still a file in UTF-8.
BROKEN_SHARE: Final = 0.005

# Words so common that a page of Arabic in the right code has several and in the wrong code none.
COMMON: Final = re.compile(r"(?<!\w)(?:في|من|على|إلى|الى|أن|ان|التي|الذي|عن|مع|قال|هذا|هذه|ما|لا)(?!\w)")
# The high bytes of Arabic, ASCII and general punctuation in UTF-16.
HIGH_BYTES: Final = frozenset(b"\x00\x06\x20\xfb\xfe")
CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class NotTextError(Exception):
    """The bytes are not text in any encoding that Arabic is written in."""


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 shows in every other byte: the high ones come from a handful of values, the low ones from many."""
    if len(sample) < 8:
        return None
    even, odd = sample[0::2], sample[1::2]
    high_even = sum(b in HIGH_BYTES for b in even) / len(even)
    high_odd = sum(b in HIGH_BYTES for b in odd) / len(odd)
    if high_odd > 0.95 and len(set(odd)) <= 6 and len(set(even)) > len(set(odd)):
        return "utf-16-le"
    if high_even > 0.95 and len(set(even)) <= 6 and len(set(odd)) > len(set(even)):
        return "utf-16-be"
    return None


def _one_byte_code(data: bytes) -> str | None:
    """The 8-bit code that makes more Arabic words out of the bytes; None when neither makes any."""
    best, most = None, 0
    for code in ("cp1256", "iso8859_6"):
        words = len(COMMON.findall(data[:SAMPLE].decode(code, "replace")))
        if words > most:
            best, most = code, words
    return best


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of some bytes, and a remark when it took a guess; the byte order mark is no part of the text."""
    for mark, name in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), None
            except UnicodeDecodeError as error:
                raise NotTextError(f"starts like {name.upper()} but breaks off at byte {error.start}") from error
    wide = _utf16_without_mark(data[:SAMPLE])
    if wide:
        try:
            return data.decode(wide), f"no byte order mark; read as {wide.upper()}"
        except UnicodeDecodeError as error:
            raise NotTextError(f"looks like {wide.upper()} but breaks off at byte {error.start}") from error
    try:
        return _checked(data.decode("utf-8")), None
    except UnicodeDecodeError:
        return _not_utf8(data)


def _not_utf8(data: bytes) -> tuple[str, str]:
    patched = data.decode("utf-8", "replace")
    broken = patched.count("\ufffd")
    if broken <= max(1, len(patched) * BROKEN_SHARE):
        return _checked(patched), f"{broken} broken characters, shown as \ufffd"
    code = _one_byte_code(data)
    if code is None:
        raise NotTextError("neither UTF-8, UTF-16 nor windows-1256: a binary file, or text in another encoding")
    return _checked(data.decode(code, "replace")), f"not UTF-8; read as {'windows-1256' if code == 'cp1256' else 'ISO 8859-6'}"


def _checked(text: str) -> str:
    if len(CONTROLS.findall(text[:SAMPLE])) > max(2, len(text[:SAMPLE]) // 100):
        raise NotTextError("a binary file, not text")
    return text
