"""Whom a short name means by what else the page names: its enemy, the body of that head named last, the person of that surname."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from marsad.arabic.fold import fold_word
from marsad.lexicon.recognise import ActorRow
from marsad.stages.recognise.listing import Entity
from marsad.stages.recognise.scene import Draft, Scene

_ARMY, _COALITION = "جيش", "تحالف"


def by_its_enemy(scene: Scene, draft: Draft, rows: Sequence[ActorRow], named: set[str], land: str) -> list[ActorRow]:
    """The coalition whose enemy the page names (قوات التحالف beside the Houthis); with two such, the one that fights in the land of the page."""
    if not any(_COALITION in scene.word(k) for k in range(draft.first, draft.last)):
        return []
    wars = [w.split(":") for w in sorted(scene.lists.get("coalition-at-war", ())) if w.count(":") == 2]
    fitting = [r for r in rows if any(w[0] == r.id and w[1] in named for w in wars)]
    here = [r for r in fitting if any(w[0] == r.id and w[2] == land for w in wars)]
    return fitting if len(fitting) == 1 else here


def man_named_in_full(scene: Scene, draft: Draft, in_full: set[str]) -> tuple[str, ...]:
    """Those of the registered persons whom the page names in full that bear a surname: الرئيس الحريري behind سعد الحريري is no other."""
    if draft.kind != "person" or not draft.name or " " in draft.name or in_full.intersection(draft.ids):
        return ()
    rows = [row for i in sorted(in_full) if (row := scene.lex.actors.get(i)) is not None and row.kind == "person"]
    return tuple(row.id for row in rows if fold_word(row.ar.split()[-1]) == draft.name)


def army_named_last(scene: Scene, draft: Draft, entities: Iterable[Entity], bearers: Sequence[str]) -> Entity | None:
    """The army named in full before الجيش, where none of those called so for short was named under that word."""
    if draft.last != draft.first + 1 or draft.cut.stem.removeprefix("ال") != _ARMY:
        return None
    best: tuple[int, Entity] | None = None
    for entity in entities:
        for d in entity.drafts:
            under = d.first < draft.first and d.last > d.first + 1 and scene.word(d.head).endswith(_ARMY)
            if under and entity.id in bearers:
                return None
            if under and entity.row is not None and entity.kind == "armed_forces" and (best is None or d.first > best[0]):
                best = d.first, entity
    return best[1] if best is not None else None


def surnames_like_a_land(scene: Scene, drafts: Sequence[Draft]) -> None:
    """اللواء التركي behind اللواء منصور التركي is the man of that name, and no general of Turkey."""
    full: Mapping[tuple[str, str], Draft] = {
        (d.key, d.name.split()[-1].removeprefix("ال")): d for d in drafts if d.form == "titled" and d.name and " " in d.name
    }
    for draft in drafts if full else ():
        of = draft.of
        if draft.form != "title" or of is None or of.form != "nisba" or of.first != draft.first + 1 or draft.number != "s":
            continue
        known = full.get((draft.key, scene.word(of.first).removeprefix("ال")))
        if known is not None and known.name is not None:
            draft.form, draft.name, draft.of, draft.short = "titled", known.name.split()[-1], None, False
            draft.last = max(draft.last, of.last)
            draft.inner = [d for d in draft.inner if d is not of]
