"""From pairs to clusters: average linkage within what pairs hold together, with limits in days and kilometres.

Two clusters join when their events belong together on average, pairs that nothing compared counting against it, and
when the whole would not spread too far. The result depends on the events and pairs alone, not on their order.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from marsad.link.compare import Pair
from marsad.link.measure import kilometres
from marsad.model import Judgement

STRANGERS: Final = -3.0  # bits of a pair that no key brought together, or that fell below what is kept
MAX_DAYS: Final = 1
MAX_DAYS_LASTING: Final = 45
MAX_KM: Final = 40.0


class Node(NamedTuple):
    """What of an event the limits look at."""

    unique_id: str
    family: str
    type: str
    lasting: bool
    first: int | None
    last: int | None
    published: int | None
    lat: float | None
    lon: float | None
    km: float | None
    lats: list[float]
    lons: list[float]
    wide: bool


def _days(nodes: Iterable[Node]) -> tuple[int, int] | None:
    starts, ends = [], []
    for node in nodes:
        day = node.first if node.first is not None else node.published if node.lasting else None
        if day is not None:
            starts.append(day)
            ends.append(node.last if node.last is not None and node.first is not None else day)
    return (max(starts), min(ends)) if starts else None


class _Cluster:
    """A cluster in the making: its members and how far they spread."""

    __slots__ = ("bond", "days", "lasting", "least", "members", "sites")

    def __init__(self, members: Sequence[Node]) -> None:
        self.members = tuple(sorted(node.unique_id for node in members))
        self.least = self.members[0]
        self.lasting = all(node.lasting for node in members)
        self.days = _days(members)
        self.sites = sorted({(tuple(zip(n.lats, n.lons, strict=True)), n.km or 5.0) for n in members if n.lats and not n.wide})
        self.bond: dict[str, tuple[float, int]] = {}  # least member of another cluster -> sum of bits, number of pairs


def _fits(a: _Cluster, b: _Cluster) -> bool:
    """Whether two clusters together stay within the limits."""
    limit = MAX_DAYS_LASTING if a.lasting and b.lasting else MAX_DAYS
    if a.days and b.days and max(a.days[0], b.days[0]) - min(a.days[1], b.days[1]) > limit:
        return False
    return all(
        min(kilometres(*one, *other) for one in points for other in others) - min(km, 15.0) - min(other_km, 15.0) <= MAX_KM
        for points, km in a.sites
        for others, other_km in b.sites
    )


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that nobody has undone, oldest first; an undoing may itself be undone."""
    rows = sorted(judgements, key=lambda j: (j.when, j.id))
    void: set[str] = set()
    for judgement in reversed(rows):
        if judgement.undoes and judgement.id not in void:
            void.add(judgement.undoes)
    return tuple(j for j in rows if j.id not in void and j.kind != "undo")


class Decided(NamedTuple):
    """What people decided about pairs of events, each pair in the order of its ids."""

    same: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]


def decided(judgements: Iterable[Judgement]) -> Decided:
    """The decisions in force; of two on one pair the later counts."""
    verdict: dict[tuple[str, str], str] = {}
    for judgement in in_force(judgements):
        if judgement.b is not None and judgement.kind in ("same", "different") and judgement.a != judgement.b:
            pair = (judgement.a, judgement.b) if judgement.a < judgement.b else (judgement.b, judgement.a)
            verdict.pop(pair, None)
            verdict[pair] = judgement.kind
    return Decided(
        same=frozenset(pair for pair, kind in verdict.items() if kind == "same"),
        different=frozenset(pair for pair, kind in verdict.items() if kind == "different"),
    )


def components(edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected parts of a graph, each sorted, in the order of their first members."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for a, b in edges:
        first, second = sorted((find(a), find(b)))
        root[second] = first
    parts: dict[str, list[str]] = {}
    for key in root:
        parts.setdefault(find(key), []).append(key)
    return sorted(sorted(part) for part in parts.values())


def _seeds(part: Sequence[str], nodes: Mapping[str, Node], said: Decided) -> list[_Cluster]:
    """The clusters to start from: single events, and those that people have put together."""
    inside = set(part)
    bound = components((a, b) for a, b in sorted(said.same) if a in inside and b in inside)
    taken = {key for group in bound for key in group}
    groups = [*bound, *([key] for key in part if key not in taken)]
    return [_Cluster([nodes[key] for key in group]) for group in sorted(groups)]


def cluster(nodes: Mapping[str, Node], pairs: Sequence[Pair], said: Decided, *, threshold: float) -> list[tuple[str, ...]]:
    """The clusters of two or more events, each in the order of its ids; `nodes` and `pairs` may be a part of a ledger.

    An event that people said is the same as another is with it whatever the weights and limits say, and never with one
    they said is different.
    """
    known = [pair for pair in pairs if pair.a in nodes and pair.b in nodes]
    same = [pair for pair in sorted(said.same) if pair[0] in nodes and pair[1] in nodes]
    parts = components([*((p.a, p.b) for p in known if p.weight > threshold), *same])
    at = {key: i for i, part in enumerate(parts) for key in part}
    inside: list[list[Pair]] = [[] for _ in parts]
    for pair in sorted(known):
        if pair.a in at and at[pair.a] == at.get(pair.b):
            inside[at[pair.a]].append(pair)
    out: list[tuple[str, ...]] = []
    for part, edges in zip(parts, inside, strict=True):
        out += [c.members for c in _agglomerate(_seeds(part, nodes, said), edges, said, nodes, threshold) if len(c.members) > 1]
    return sorted(out)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _agglomerate(
    seeds: list[_Cluster], edges: Sequence[Pair], said: Decided, nodes: Mapping[str, Node], threshold: float
) -> list[_Cluster]:
    alive = {c.least: c for c in seeds}
    home = {key: c.least for c in seeds for key in c.members}
    apart: Counter[tuple[str, str]] = Counter()
    for a, b in said.different:
        if a in home and b in home:
            apart[_pair(home[a], home[b])] += 1
    for edge in edges:
        here, there = home[edge.a], home[edge.b]
        if here != there:
            for near, far in ((here, there), (there, here)):
                total, n = alive[near].bond.get(far, (0.0, 0))
                alive[near].bond[far] = (round(total + edge.weight, 6), n + 1)
    age = dict.fromkeys(alive, 0)
    heap: list[tuple[float, str, str, int, int]] = []

    def offer(one: str, two: str) -> None:
        a, b = sorted((one, two))
        total, n = alive[a].bond[b]
        size = len(alive[a].members) * len(alive[b].members)
        mean = (total + (size - n) * STRANGERS) / size
        if mean > threshold and not apart.get((a, b)):
            heapq.heappush(heap, (-round(mean, 6), a, b, age[a], age[b]))

    for one in sorted(alive):
        for two in sorted(alive[one].bond):
            if one < two:
                offer(one, two)
    while heap:
        _, a, b, age_a, age_b = heapq.heappop(heap)
        if a not in alive or b not in alive or age[a] != age_a or age[b] != age_b:
            continue
        if not _fits(alive[a], alive[b]):
            continue
        first, second = alive[a], alive.pop(b)
        joined = _Cluster([nodes[key] for key in (*first.members, *second.members)])
        for other in sorted({*first.bond, *second.bond} - {a, b}):
            (t1, n1), (t2, n2) = first.bond.get(other, (0.0, 0)), second.bond.get(other, (0.0, 0))
            joined.bond[other] = (round(t1 + t2, 6), n1 + n2)
            alive[other].bond.pop(b, None)
            alive[other].bond[a] = joined.bond[other]
        for pair in [pair for pair in apart if b in pair]:
            other = pair[0] if pair[1] == b else pair[1]
            apart[_pair(a, other)] += apart.pop(pair)
        alive[a] = joined
        age[a] += 1
        for other in sorted(joined.bond):
            offer(a, other)
    return [alive[key] for key in sorted(alive)]
