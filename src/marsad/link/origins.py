"""Independence: how many voices a set of reports goes back to, however many outlets carry them.

Three things make reports one origin: the same named speaker or body, the same relay behind unnamed sources, and text
copied from one outlet to another. Copies are found by the shingles two texts share, with a sketch of fixed size.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from marsad.link.keys import whose
from marsad.model import Origin

SHINGLE: Final = 4  # words; long enough that formulas of the trade ("according to the ministry of") rarely make one
SKETCH: Final = 96
COPIED: Final = 0.5  # of the shorter text's shingles, as the sketches estimate it
_PRIME: Final = (1 << 61) - 1
_FACTOR: Final = 0x9E3779B97F4A7C15
_OFFSET: Final = 0x7F4A7C159E3779B9


class Sketch(NamedTuple):
    """The smallest shingle hashes of a text, packed eight bytes each, and how many different shingles it has."""

    packed: bytes
    size: int

    @property
    def hashes(self) -> tuple[int, ...]:
        """The hashes, smallest first."""
        return struct.unpack(f"<{len(self.packed) // 8}Q", self.packed)


def sketch(words: Sequence[bytes]) -> Sketch:
    """The sketch of a text from its folded words without the clitics in front of them, encoded."""
    whole = [words[:SHINGLE]] if 0 < len(words) < SHINGLE else zip(*(words[i:] for i in range(SHINGLE)), strict=False)
    # A fixed one-to-one scrambling, so that the smallest hashes are a fair sample.
    found = sorted([(value * _FACTOR + _OFFSET) % _PRIME for value in set(map(zlib.crc32, map(b" ".join, whole)))])
    least = found[:SKETCH]
    return Sketch(packed=struct.pack(f"<{len(least)}Q", *least), size=len(found))


def shared(a: Sketch, b: Sketch) -> float:
    """About what part of the shorter text's shingles the longer one has too, from 0 to 1; 0 for texts under 12 shingles."""
    if min(a.size, b.size) < 12:
        return 0.0
    one, other = set(a.hashes), set(b.hashes)
    union = sorted(one | other)[:SKETCH]
    both = one & other
    alike = sum(value in both for value in union) / len(union)
    common = alike * (a.size + b.size) / (1 + alike)
    return min(1.0, common / min(a.size, b.size))


@functools.lru_cache(maxsize=100_000)
def copied(a: Sketch, b: Sketch) -> bool:
    """Whether one text repeats half or more of the other; two documents that share many incidents are asked about in each."""
    return shared(a, b) >= COPIED


class Carried(NamedTuple):
    """One voice in one document: the origin's key, the outlet's own key, and when the document was published."""

    document: str
    origin: str
    own: str
    published: str


def origins(carried: Iterable[Carried], sketches: dict[str, Sketch]) -> tuple[Origin, ...]:
    """The origins behind some voices, those carried by most documents first.

    Where one document copies another, what its outlet says in its own voice is the word of the outlet that published
    first; the bodies of one state are one origin. The result does not depend on the order of the voices.
    """
    voices = sorted(set(carried), key=lambda v: (v.published or "9999", v.document, v.origin))
    documents = list(dict.fromkeys(v.document for v in voices))
    own = {v.document: v.own for v in voices}
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.get(key, key) != key:
            key = root[key]
        return key

    for i, later in enumerate(documents):
        for earlier in documents[:i]:
            if own[later] != own[earlier] and copied(sketches[earlier], sketches[later]):
                first, second = find(own[earlier]), find(own[later])
                if first != second:
                    root[second] = first
                break
    groups: dict[str, list[tuple[str, str]]] = {}
    for voice in voices:
        key = find(voice.origin)
        groups.setdefault(whose(key), []).append((key, voice.document))
    found = [
        # A state of which one body alone speaks is that body.
        Origin(id=where[0][0] if len({key for key, _ in where}) == 1 else whole, documents=tuple(sorted({d for _, d in where})))
        for whole, where in groups.items()
    ]
    return tuple(sorted(found, key=lambda origin: (-len(origin.documents), origin.id)))


def reported_by(outlets: int, found: int) -> str:
    """How many outlets report and how many origins they go back to, in words."""
    return f"reported by {outlets} {'outlet' if outlets == 1 else 'outlets'}, {found} {'origin' if found == 1 else 'origins'}"
