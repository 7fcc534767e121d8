"""Incidents: which events of which documents are one happening.

`link` does it for a set of readings, `extend` adds readings to what is linked already and gives what `link` would have
given for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from marsad.link.clusters import Decided, Node, cluster, decided
from marsad.link.compare import Pair, Reason, explain, pairs, table
from marsad.link.levels import Weights, load_weights
from marsad.link.measure import iso_day
from marsad.link.origins import Carried, origins, reported_by
from marsad.link.rows import DocumentRow, Prepared, Row, prepare
from marsad.link.wording import word_mark
from marsad.model import Incident, Judgement, Reading, content_id

_CHUNK: Final = 4000
_DAYS_ALIKE: Final = 7  # periods this long or shorter say as much as one another of when something was


@dataclass(frozen=True, kw_only=True)
class Linked:
    """Linked readings: the incidents, and what is needed to add to them and to say why they are as they are."""

    incidents: tuple[Incident, ...]
    weights: Weights
    judgements: tuple[Judgement, ...]
    documents: dict[str, DocumentRow] = field(repr=False)
    rows: pa.Table = field(repr=False)
    pairs: tuple[Pair, ...] = field(repr=False)

    def of_document(self) -> dict[str, tuple[str, ...]]:
        """The ids of the incidents that each document is about, in order.

        What it only recalls or expects is left out, and so is what it tells in passing: neither at its head nor with a
        figure of those harmed.
        """
        chief = self.chief()
        out: dict[str, set[str]] = {document: set() for document in self.documents}
        for incident in self.incidents:
            for document, event in incident.events:
                if f"{document}|{event}" in chief:
                    out[document].add(incident.id)
        return {document: tuple(sorted(found)) for document, found in out.items()}

    def chief(self) -> frozenset[str]:
        """The keys of the events that their documents are about."""
        return frozenset(self.rows["unique_id"].filter(pc.and_(self.rows["news"], self.rows["chief"])).to_pylist())

    def of_types(self, types: frozenset[str]) -> frozenset[str]:
        """The keys of the events of some types."""
        wanted = pc.is_in(self.rows["type"], value_set=pa.array(sorted(types), type=pa.string()))
        return frozenset(self.rows["unique_id"].filter(wanted).to_pylist())

    def acting_on(self, bloc: str, names: frozenset[str]) -> tuple[str, ...]:
        """The documents with an event that a bloc suffers at a place whose name has some of these words."""
        target, words = word_mark(bloc), {word_mark(name) for name in names}
        columns = (self.rows[name].to_pylist() for name in ("doc", "targets", "place"))
        return tuple(sorted({doc for doc, hit, place in zip(*columns, strict=True) if target in hit and words & set(place)}))

    def shared(self) -> tuple[Incident, ...]:
        """The incidents that more than one document reports."""
        return tuple(incident for incident in self.incidents if len(incident.documents) > 1)

    def why(self, incident: Incident) -> tuple[tuple[Pair, tuple[Reason, ...]], ...]:
        """Every compared pair of an incident's events with what each comparison added, heaviest first."""
        keys = {f"{document}|{event}" for document, event in incident.events}
        return why(_read(self.rows, keys), (pair for pair in self.pairs if pair.a in keys and pair.b in keys), self.weights)

    def news(self) -> frozenset[str]:
        """The keys of the events that their documents report; what is only recalled or expected is left out."""
        return frozenset(self.rows["unique_id"].filter(self.rows["news"]).to_pylist())

    def place_name(self, incident: Incident) -> str | None:
        """The name of an incident's place, Latin where there is one."""
        named = (self.documents[document].where.get(event) for document, event in incident.events)
        return next((place[1] for place in named if place is not None and place[0] == incident.place), None)


def why(rows: Sequence[Row], inside: Iterable[Pair], weights: Weights) -> tuple[tuple[Pair, tuple[Reason, ...]], ...]:
    """Pairs of some events with what each comparison added, heaviest first."""
    reasons = explain(rows, weights)
    ordered = sorted(inside, key=lambda pair: (-pair.weight, pair.a, pair.b))
    return tuple((pair, reasons[pair.a, pair.b]) for pair in ordered)


def summary(incident: Incident) -> str:
    """How widely an incident is reported, in words: "reported by 7 outlets, 2 origins"."""
    return reported_by(len(incident.outlets), len(incident.origins))


def _of(rows: pa.Table, keys: set[str]) -> pa.Table:
    return rows.filter(pc.is_in(rows["unique_id"], value_set=pa.array(sorted(keys), type=pa.string())))


def _read(rows: pa.Table, keys: set[str]) -> list[Row]:
    return [Row(**line) for line in _of(rows, keys).to_pylist()]


def _tables(found: Iterable[Prepared], documents: dict[str, DocumentRow]) -> pa.Table:
    """The rows of some documents as one table; `documents` is filled on the way. A document met twice counts once."""
    chunks: list[pa.Table] = []
    waiting: list[Row] = []
    for document, rows in found:
        if document.id in documents:
            continue
        documents[document.id] = document
        waiting += rows
        if len(waiting) >= _CHUNK:
            chunks.append(table(waiting))
            waiting = []
    chunks.append(table(waiting))
    return pa.concat_tables(chunks).combine_chunks()


_NODE: Final = tuple(Node._fields)


def _nodes(rows: pa.Table) -> dict[str, Node]:
    columns = [rows[name].to_pylist() for name in _NODE]
    return {node.unique_id: node for node in map(Node._make, zip(*columns, strict=True))}


def _place(found: Sequence[Node], documents: dict[str, DocumentRow]) -> Node | None:
    """The event that lies where most documents have it, of several such places the narrowest; None when none is located."""
    located: list[tuple[Node, str]] = []
    voting: dict[str, set[str]] = {}
    for node in found:
        doc, _, event = node.unique_id.rpartition("|")
        if node.lat is not None and event in documents[doc].where:
            place = documents[doc].where[event][0]
            located.append((node, place))
            voting.setdefault(place, set()).add(doc)
    narrow = [pair for pair in located if not pair[0].wide] or located
    best = min(narrow, key=lambda pair: (-len(voting[pair[1]]), pair[0].km or 50.0, pair[0].unique_id), default=None)
    return best[0] if best else None


def _incident(members: Sequence[str], nodes: dict[str, Node], documents: dict[str, DocumentRow]) -> Incident:
    events = sorted(((documents[doc], event) for doc, _, event in (m.rpartition("|") for m in members)),
                    key=lambda pair: (pair[0].published or "9999", pair[0].id, pair[1]))  # fmt: skip
    found = [nodes[member] for member in members]
    dated = [node for node in found if node.first is not None]
    # What one account dates to a day, "since March" of another says no better.
    span = min(((node.last or node.first or 0) - (node.first or 0) for node in dated), default=0)
    firm = [node for node in dated if node.first == node.last and not node.lasting]
    firm = firm or [node for node in dated if (node.last or node.first or 0) - (node.first or 0) <= max(span, _DAYS_ALIKE)]
    first = min((node.first for node in firm if node.first is not None), default=None)
    last = max((node.last for node in firm if node.last is not None), default=None)
    narrow = _place(found, documents)
    kinds = Counter(node.type for node in found)
    types = sorted(kinds, key=lambda kind: (kind == "casualties", -kinds[kind], kind))
    head = events[0]
    reporting = {document.id: document for document, _ in events}
    carried = [
        Carried(document=document.id, origin=origin, own=document.own, published=document.published)
        for document, event in events
        for origin in document.carried[event]
    ]
    place = None
    if narrow is not None:
        doc, _, event = narrow.unique_id.rpartition("|")
        place = documents[doc].where[event][0]
    return Incident(
        id=content_id("incident", head[0].id, head[1]),
        family=Counter(node.family for node in found).most_common(1)[0][0],
        type=types[0],  # type: ignore[arg-type]  # the types of events
        events=tuple((document.id, event) for document, event in events),
        documents=tuple(reporting),
        outlets=tuple(sorted({document.outlet for document in reporting.values()})),
        origins=origins(carried, {key: document.sketch for key, document in reporting.items()}),
        first=iso_day(first),
        last=iso_day(last),
        lat=narrow.lat if narrow else None,
        lon=narrow.lon if narrow else None,
        place=place,
    )


def _build(
    rows: pa.Table,
    documents: dict[str, DocumentRow],
    found: Sequence[Pair],
    judgements: tuple[Judgement, ...],
    weights: Weights,
) -> Linked:
    said: Decided = decided(judgements)
    near = {key for pair in found if pair.weight > weights.threshold for key in (pair.a, pair.b)}
    near.update(key for pair in (*said.same, *said.different) for key in pair)
    nodes = _nodes(_of(rows, near))
    groups = cluster(nodes, found, said, threshold=weights.threshold)
    incidents = [_incident(group, nodes, documents) for group in groups]
    taken = {member for group in groups for member in group}
    for start in range(0, rows.num_rows, _CHUNK):  # most events are alone, and few of them are held at a time
        alone = {key: node for key, node in _nodes(rows.slice(start, _CHUNK)).items() if key not in taken}
        incidents += [_incident((key,), alone, documents) for key in alone]
    return Linked(
        incidents=tuple(sorted(incidents, key=lambda i: (i.first or "9999", i.id))),
        weights=weights,
        judgements=judgements,
        documents=dict(sorted(documents.items())),
        rows=rows,
        pairs=tuple(found),
    )


def link(readings: Iterable[Reading], *, judgements: Iterable[Judgement] = (), weights: Weights | None = None) -> Linked:
    """The incidents of some readings; the same set in any order gives the same result.

    Every event belongs to exactly one incident, most of them alone. `weights` are the shipped ones by default.
    """
    return link_prepared(map(prepare, readings), judgements=judgements, weights=weights)


def link_prepared(found: Iterable[Prepared], *, judgements: Iterable[Judgement] = (), weights: Weights | None = None) -> Linked:
    """What `link` gives, from documents that were prepared before."""
    weights = weights or load_weights()
    documents: dict[str, DocumentRow] = {}
    rows = _tables(found, documents)
    return _build(rows, documents, pairs(rows, weights), tuple(judgements), weights)


def extend(linked: Linked, readings: Iterable[Reading], *, judgements: Iterable[Judgement] | None = None) -> Linked:
    """What `link` would give for the readings linked so far and these: only pairs with a new event are compared.

    `judgements`, when given, replace those known so far. A document that is linked already is left as it is.
    """
    documents = dict(linked.documents)
    rows = _tables(map(prepare, readings), documents)
    kept = linked.judgements if judgements is None else tuple(judgements)
    return _grown(linked.rows, documents, linked.pairs, rows, kept, linked.weights)


def extend_prepared(
    known: Iterable[Prepared],
    found: Sequence[Pair],
    fresh: Iterable[Prepared],
    *,
    judgements: Iterable[Judgement] = (),
    weights: Weights,
) -> Linked:
    """What `link` would give for `known` and `fresh` documents, when `found` are the pairs of the known ones."""
    documents: dict[str, DocumentRow] = {}
    old = _tables(known, documents)
    new = _tables(fresh, documents)
    return _grown(old, documents, found, new, tuple(judgements), weights)


def _grown(
    old: pa.Table,
    documents: dict[str, DocumentRow],
    known: Sequence[Pair],
    new: pa.Table,
    judgements: tuple[Judgement, ...],
    weights: Weights,
) -> Linked:
    fresh = frozenset(new["unique_id"].to_pylist())
    together = pa.concat_tables([old, new]).combine_chunks()
    found = [*known, *pairs(together, weights, new=fresh)] if fresh else known
    return _build(together, documents, sorted(found), judgements, weights)


def judge(linked: Linked, judgements: Iterable[Judgement]) -> Linked:
    """The same readings with other judgements; nothing is compared anew."""
    return _build(linked.rows, linked.documents, linked.pairs, tuple(judgements), linked.weights)
