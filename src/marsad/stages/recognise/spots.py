"""What a place mention is made of, and which tokens no place may be read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from marsad.model import PlaceKind
from marsad.stages.recognise.names import proper
from marsad.stages.recognise.scene import Draft, Scene

_UNITS = frozenset(("armed_group", "media", "monitor"))
_OF_A_STATE = frozenset(("organisation", "armed_forces", "government", "person"))


@dataclass(slots=True)
class Spot:
    """A place mention in the making."""

    first: int
    last: int
    head: int
    name: str
    candidates: tuple[str, ...] = ()
    type_word: PlaceKind | None = None
    direction: int | None = None
    speaks: bool = False
    quoted: bool = False
    state: str | None = None
    rule: str = ""
    back: bool = False
    country: bool = False


@dataclass(slots=True)
class Core:
    """A bare name: tokens, folded form, candidates."""

    first: int
    last: int
    name: str
    candidates: tuple[str, ...]
    strong: bool
    quoted: bool = False
    country: bool = False


def country_of(scene: Scene, ident: str) -> str:
    """The country that a place of the gazetteer lies in; "" where it lies in none."""
    entry = scene.gazetteer.entry(ident)
    return entry.country if entry is not None else ""


def only_country(scene: Scene, spot: Spot) -> str:
    """The one country that all places of the name lie in; "" where there are several."""
    found = {country_of(scene, c) for c in spot.candidates}
    return found.pop() if len(found) == 1 else ""


def land_of(scene: Scene, spots: Sequence[Spot]) -> str:
    """The country that most places of some mentions lie in, one that is told to act left out; "" where two have as many."""
    counted = Counter(land for s in spots if not s.speaks and (land := only_country(scene, s)))
    first = counted.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else ""


def seat_of(scene: Scene, state: str) -> tuple[str, ...]:
    """The capital of a state: the town by whose name its government is called too, or that bears its name (تونس العاصمة)."""
    row, gazetteer = scene.lex.actors.get(state), scene.gazetteer
    for name in (*row.weak, f"{row.ar} العاصمة") if row is not None else ():
        found = [e for c in gazetteer.candidates(name) if (e := gazetteer.entry(c.id)) is not None]
        towns = tuple(e.id for e in found if e.kind == "town" and e.country == state)
        if towns:
            return towns
    return ()


def listed_verb(scene: Scene, i: int) -> bool:
    """Whether the word at token `i` is a particle or a verb."""
    form = scene.word(i)
    return form in scene.never or (not form.startswith("ال") and scene.is_verb(form))


def proper_place(scene: Scene, i: int, form: str) -> bool:
    """Whether a word may be the name of a place: neither particle nor verb; titles and heads may name places (حي القيادة)."""
    if form in scene.lex.given or form.startswith("ال"):
        return form not in scene.never
    return proper(scene, i)


def closed_tokens(scene: Scene, drafts: Sequence[Draft]) -> list[bool]:
    """The tokens that stand inside a proper name of an actor and so name no place."""
    closed = [False] * (scene.size + 1)
    named = {
        d.ids[0] for draft in drafts for d in (draft, *draft.inner) if len(d.ids) == 1 and (not d.weak or d.form == "titled")
    }
    for draft in drafts:
        for d in (draft, *draft.inner):
            if d.rule in ("registered name", "registered name, spelled otherwise") and d.kind != "state":
                if (d.weak and not (d.kind == "person" and named.intersection(d.ids))) or (
                    d.kind == "person" and behind_place_noun(scene, d.first)
                ):
                    continue
                if d.kind == "government" and scene.known_place(d.first) == d.last:
                    continue  # إقليم كردستان is a land as well as those who govern it
                for k in range(d.first, d.last):
                    closed[k] = not (d.kind in _OF_A_STATE and _where_it_is(scene, d.first, k))
            elif d.kind == "person" and d.name and not behind_place_noun(scene, d.first):
                _close_name(scene, d, closed)
            elif d.form == "institution" and d.kind in _UNITS and scene.quoted(d.first, d.last):
                closed[d.first + 1 : d.last] = [True] * (d.last - d.first - 1)  # "لواء أحرار الجولان"
    return closed


def _where_it_is(scene: Scene, first: int, k: int) -> bool:
    """Whether a registered name says by token `k` where the body is or is sent (المبعوث الأممي إلى ليبيا، القوات الأمريكية في سوريا)."""
    if k <= first + 1 or scene.word(k - 1) not in ("في", "الي"):
        return False
    found = scene.gazetteer.keyed(scene.word(k))
    return bool(found) and found[0].id in scene.lex.states


def behind_place_noun(scene: Scene, i: int) -> bool:
    """Whether a person's name stands behind a place noun and so names a place (حي، شارع، ضاحية الأسد)."""
    types = scene.gazetteer.words.by_type
    for back in (1, 2):
        form = scene.word(i - back)
        for cut in scene.page.lookup.cuts(form) if form else ():
            found = types.get(cut.stem)
            if found is not None and not cut.enc and found[0].kind in ("facility", "neighbourhood", "village", "town", "route"):
                return back == 1 or scene.word(i - 1) in scene.lists.get("place-opener", ())
    return False


def _close_name(scene: Scene, draft: Draft, closed: list[bool]) -> None:
    words = (draft.name or "").split()
    for k in range(draft.first, draft.last):
        if scene.tokens[k].form in words:
            closed[k] = True
