"""Measures on stretches of text, in Unicode code points, end exclusive."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from marsad.model import Span

# White space and punctuation that may stand at the ends of a stretch without making it another stretch.
EDGE: Final = " \n\t،,.؛:«»“”\"'()[]-–—؟!"

F = TypeVar("F")
G = TypeVar("G")


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def length(spans: Sequence[Span]) -> int:
    """How many characters the spans have together, those in two spans counted twice."""
    return sum(end - start for start, end in spans)


def share(found: Sequence[Span], gold: Sequence[Span]) -> float:
    """Intersection over union, in characters, of two lists of spans; 1 when both are empty."""
    a = {i for start, end in found for i in range(start, end)}
    b = {i for start, end in gold for i in range(start, end)}
    return len(a & b) / len(a | b) if a | b else 1.0


def trimmed(text: str, span: Span) -> Span:
    """A span without white space or punctuation at its ends: exact matches do not turn on a comma."""
    start, end = span[0], min(span[1], len(text))
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def same(text: str, a: Span, b: Span) -> bool:
    """Whether two spans are the same words."""
    return trimmed(text, a) == trimmed(text, b)


def pair_up(found: Sequence[F], gold: Sequence[G], score: Callable[[F, G], float]) -> list[tuple[F, G]]:
    """Greedy one-to-one pairs, best score first, ties in the order given; pairs that score 0 are left apart."""
    scored = sorted((-score(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold))
    used_found: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for value, i, j in scored:
        if value < 0 and i not in used_found and j not in used_gold:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((found[i], gold[j]))
    return pairs


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points given as latitude and longitude in degrees."""
    p, q = math.radians(a[0]), math.radians(b[0])
    d = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(d))
