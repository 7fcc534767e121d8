"""Who held an office that the text names without its holder, on the day the text was published.

The office stays the actor: a text that says وزير الخارجية الروسي names no person. Its holder by the dated table is only a
consideration, which `marsad explain` shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.arabic.fold import fold_word
from marsad.arabic.times.calendar import Interval
from marsad.lexicon.ground import Term
from marsad.lexicon.recognise.schema import ActorRow
from marsad.model import Actor, Considered, Trace

_MOST_WORDS_BEHIND = 3


def holders(
    actors: Iterable[Actor], terms: Iterable[Term], registry: Mapping[str, ActorRow], published: Interval | None
) -> tuple[Trace, ...]:
    """A trace for each actor that is an office held by one person on every day of `published`, with that person considered."""
    if published is None or published.start is None or published.end is None:
        return ()
    first, last = published.start.isoformat(), published.end.isoformat()
    then = [t for t in terms if t.start <= first and (t.end is None or last <= t.end)]
    out = []
    for actor in actors:
        found = {t.holder: t for t in then if _is_office(actor, t)}
        if len(found) != 1 or not actor.mentions:
            continue
        holder, term = next(iter(found.items()))
        why = f"held it from {term.start} to {term.end or 'after 2025'}; the text names the office and nobody"
        considered = Considered(span=actor.mentions[0], what=f"{holder} ({registry[holder].en})", why=why)
        out.append(
            Trace(
                record=actor.id, stage="ground", rule="office named without its holder", entry="ground/offices.csv",
                spans=(actor.mentions[0],), considered=(considered,),
            )
        )  # fmt: skip
    return tuple(out)


def _is_office(actor: Actor, term: Term) -> bool:
    if not term.office:
        return actor.id == term.of
    if actor.registered or actor.kind != "person" or actor.of != term.of or not actor.name.ar:
        return False
    words = fold_word(actor.name.ar).split()
    for office in term.office:
        key = fold_word(office).split()
        if words[: len(key)] == key and len(words) - len(key) <= _MOST_WORDS_BEHIND:
            return True
    return False
