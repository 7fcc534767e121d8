"""Line ends that break a sentence: text wrapped at a fixed width, paragraphs cut where a link stood, lines that end in a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_BREAK: Final = re.compile(r"[ \t\r]*\n\s*(?![-–—•·*▪●#\s])")
# A sentence never ends in one of these, so a line that does goes on; no heading of 1,200 articles ends so.
_OPEN_END: Final = re.compile(
    r"(?:[،,]|(?<!\w)(?:في|فى|من|إلى|الى|عن|أن|ان|إن|بأن|التي|الذي|الذين|أو|و|ثم|قد|لم|لن|مع|بين|لدى|ضد|بعد|قبل|منذ|خلال))$"
)
# No sentence begins with one of these, so the line before it goes on where it ends in no full stop.
_OPEN_START: Final = re.compile(r"(?:[لبك]ـ?\s?[«\"“(]|(?:أن|بأن|التي|الذي|الذين)\s)")
_CLOSED_END: Final = re.compile(r"[.؟?!…:؛»”\"')\]]$")
# A wrapped text has lines of one width: these bounds hold for mail and PDF text of 60 to 120 characters a line.
_WIDTHS: Final = range(45, 131)
_SPREAD: Final = 0.75
_LEAST: Final = 4
# One paragraph of two lines may be two paragraphs; in 1,866 articles only those cut by links had three.
_CUT_PARAGRAPHS: Final = 3


def unwrapped(text: str) -> str:
    """A text of the same length in which the line ends that break a sentence are blanks; offsets stay as they are."""
    breaks = list(_BREAK.finditer(text))
    if not breaks:
        return text
    starts = [0, *(b.end() for b in breaks)]
    lines = [text[s:e] for s, e in zip(starts, [*(b.start() for b in breaks), len(text)], strict=True)]
    single = [b.group().count("\n") == 1 for b in breaks]
    wide = _width(lines, single)
    cut = _cut_paragraphs(lines, single)
    out: list[str] = []
    done = 0
    for k, found in enumerate(breaks):
        line = lines[k].rstrip()
        goes_on = k in cut or bool(_OPEN_END.search(line))
        goes_on = goes_on or bool(single[k] and _OPEN_START.match(lines[k + 1]) and line and not _CLOSED_END.search(line))
        goes_on = goes_on or bool(single[k] and wide and len(line) >= wide * _SPREAD and not _CLOSED_END.search(line))
        out += [text[done : found.start()], " " * len(found.group()) if goes_on else found.group()]
        done = found.end()
    return "".join((*out, text[done:]))


def _width(lines: Sequence[str], single: Sequence[bool]) -> int:
    """The width a text is wrapped at, 0 where it is not: nearly all lines that end in no full stop are of one length."""
    open_ended = [len(line) for line, one in zip(lines, single, strict=False) if one and line and not _CLOSED_END.search(line)]
    width = max(open_ended, default=0)
    full = sum(n >= width * _SPREAD for n in open_ended)
    return width if width in _WIDTHS and full >= _LEAST and full >= 0.9 * len(open_ended) else 0


def _cut_paragraphs(lines: Sequence[str], single: Sequence[bool]) -> set[int]:
    """The line ends inside paragraphs that blank lines part and a full stop closes, where a text has several such."""
    if 2 * single.count(False) < single.count(True):
        return set()
    bounds = [-1, *(k for k, one in enumerate(single) if not one), len(single)]
    inner: list[range] = []
    for before, last in pairwise(bounds):
        block = range(before + 1, last)
        if block and _CLOSED_END.search(lines[last].rstrip()) and not any(_CLOSED_END.search(lines[k].rstrip()) for k in block):
            inner.append(block)
    return {k for block in inner for k in block} if len(inner) >= _CUT_PARAGRAPHS else set()
