"""The settled mentions of a page listed as actors: in order of first mention, with their final ids and traces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.fold import without_lam
from marsad.lexicon.recognise import ActorRow
from marsad.model import Actor, ActorKind, Considered, Name, Span, Trace
from marsad.stages.recognise.english import english_name
from marsad.stages.recognise.scene import Draft, Scene, span_of


class Entity:
    """An actor of the document while its mentions are being gathered."""

    __slots__ = ("drafts", "id", "kind", "names", "of", "row", "words")

    def __init__(self, ident: str, kind: ActorKind, row: ActorRow | None) -> None:
        self.id = ident
        self.kind = kind
        self.row = row
        self.names: list[str] = []
        self.words: set[str] = set()
        self.of: str | None = row.of if row else None
        self.drafts: list[Draft] = []


def listed_actors(
    scene: Scene, kept: Sequence[Draft], entities: Mapping[str, Entity], considered: Mapping[int, tuple[Considered, ...]]
) -> tuple[tuple[Actor, ...], dict[str, str], tuple[Trace, ...]]:
    """The actors in order of first mention, the final id of each entity, and a trace for each mention."""
    order: dict[str, list[Draft]] = {}
    for draft in kept:
        for d in with_inner(draft):
            if d.entity:
                order.setdefault(d.entity, []).append(d)
    final: dict[str, str] = {}
    serial = 0
    for ident, entity in ((i, entities[i]) for i in order):
        if entity.row is None:
            serial += 1
            final[ident] = f"local:{serial}"
        else:
            final[ident] = ident
    actors: list[Actor] = []
    traces: list[Trace] = []
    for ident, drafts in order.items():
        entity = entities[ident]
        spans = sorted({span_of(scene, d) for d in drafts})
        actors.append(_actor(scene, entity, final, spans))
        traces.extend(
            Trace(
                record=final[ident],
                stage="recognise",
                rule=d.rule,
                entry=d.entry,
                spans=(span_of(scene, d),),
                considered=considered.get(id(d), ()),
            )
            for d in drafts
        )
    return tuple(actors), final, tuple(traces)


def with_inner(draft: Draft) -> list[Draft]:
    """A mention and those inside it, innermost first, so that what it belongs to is settled before it."""
    out: list[Draft] = []
    for inner in draft.inner:
        out.extend(with_inner(inner))
    if draft.of is not None and draft.of.form == "nisba" and draft.of not in draft.inner:
        out.append(draft.of)
    out.append(draft)
    return out


def _actor(scene: Scene, entity: Entity, final: dict[str, str], spans: list[Span]) -> Actor:
    of = final.get(entity.of, entity.of) if entity.of else None
    if of is not None and of.startswith("draft:"):
        of = None
    if entity.row is not None:
        name = Name(ar=entity.row.ar, en=entity.row.en)
        return Actor(id=entity.id, kind=entity.row.kind, name=name, of=of, registered=True, mentions=tuple(spans))
    first = min(entity.drafts, key=lambda d: (not d.name, d.first))
    text = " ".join(scene.page.text(span_of(scene, first)).split())
    if first.cut.pro and text.removeprefix("و").startswith("لل"):
        text = text.removeprefix("و")
        text = text[1:] if first.cut.stem.startswith("ل") else without_lam(text)  # للاجئين: a lam of their own
    name = Name(ar=text, en=english_name(scene, first, text))
    return Actor(id=final[entity.id], kind=entity.kind, name=name, of=of, registered=False, mentions=tuple(spans))
