"""Accounts side by side: what each origin says of an incident, where they agree and differ, and what the counts come to.

Nothing is averaged. Every value stands with the voices that give it, and every rolled-up count says by which rule and
from whose figures it was made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from marsad.arabic.fold import fold_word
from marsad.link.disputes import TWO_SIDED, Pages, blamed, called, is_denial, rivals, statements_of, voice_of
from marsad.link.disputes.settings import spot_disputes
from marsad.link.figures import SOME, Figure, agree, alike, current, figures, shown
from marsad.link.keys import whose
from marsad.link.knowledge import bare, sides
from marsad.link.rows import FAMILY_OF
from marsad.link.statements import Statement, is_fine
from marsad.model import Account, FieldState, FieldView, Grade, Incident, RolledUp, SideBySide, Tally, Value, Voice

RULE: Final = (
    "of each origin the latest figure; low is the least and high the most that any of them allows; best is the figure that "
    "most origins support, of several the lowest; civilians and fighters are never added up"
)


def _voices(found: Iterable[Statement | Figure]) -> tuple[Voice, ...]:
    return tuple(sorted({voice_of(item) for item in found}, key=lambda v: (v.document, v.claim, v.event)))


def _days(statement: Statement) -> tuple[str, ...]:
    when = statement.when
    if when is None or when.start is None:
        return ()
    return (when.start if when.start == when.end else f"{when.start}/{when.end or ''}",)


def _places(statement: Statement, pages: Pages) -> tuple[str, ...]:
    page = pages[statement.document]
    fine = [page.places[p] for p in statement.places if p in page.places and is_fine(page.places[p])]
    return tuple(dict.fromkeys(place.name.en or place.name.ar or place.id for place in fine))


def _account(origin: str, said: Sequence[Statement], pages: Pages) -> Account:
    polarity = {s.polarity for s in said}
    affirming = [s for s in said if s.polarity == "affirms"]
    counted = [f for s in said if s.stance != "denies" for f in figures(pages[s.document], s)]
    spoken_for = (pages[s.document].side(pages[s.document].claims.get(s.claim)) for s in said)
    return Account(
        origin=origin,
        side=next((side for side in spoken_for if side), None),
        documents=tuple(sorted({s.document for s in said})),
        claims=_voices(said),
        says="affirms" if "affirms" in polarity else "denies" if "denies" in polarity else "mentions",
        perpetrators=tuple(sorted({bloc for s in affirming for bloc in blamed(pages[s.document], s)})),
        days=tuple(sorted({day for s in said for day in _days(s)})),
        places=tuple(dict.fromkeys(place for s in said for place in _places(s, pages))),
        counts=tuple(dict.fromkeys(f"{f.what}: {shown(f)}" for f in current(counted).standing)),
    )


def _view(
    field: str,
    given: Sequence[tuple[str, Statement]],
    said: Sequence[Statement],
    *,
    differ: bool,
    denied: bool = False,
    names: Pages | None = None,
) -> FieldView:
    values: dict[str, list[Statement]] = {}
    for value, statement in given:
        values.setdefault(value, []).append(statement)
    speaking = {statement.origin for _, statement in given}
    state: FieldState = "denied" if denied else "silent" if not values else "differ" if differ else "agree"
    ordered = sorted(values.items(), key=lambda item: (-len({s.origin for s in item[1]}), item[0]))
    return FieldView(
        field=field,
        state=state,
        values=tuple(
            Value(
                value=value,
                voices=_voices(voices),
                name=called(value, [s.document for s in voices], names) if names is not None else None,
            )
            for value, voices in ordered
        ),
        silent=tuple(sorted({s.origin for s in said} - speaking)),
    )


def spelled(places: Iterable[tuple[str, Statement]]) -> list[tuple[str, Statement]]:
    """Places with the first spelling of each: المقر, مقرا and مقراً are one site by its words."""
    first: dict[str, str] = {}
    return [(first.setdefault(bare(fold_word(place)).removesuffix("ا"), place), statement) for place, statement in places]


def _fields(incident: Incident, said: Sequence[Statement], pages: Pages) -> tuple[FieldView, ...]:
    affirming = [s for s in said if s.polarity == "affirms"]
    denying = [s for s in said if is_denial(pages[s.document], s)]
    happened = [("affirmed", s) for s in affirming] + [("denied", s) for s in denying]
    accused = [(bloc, s) for s in affirming for bloc in sorted(blamed(pages[s.document], s))]
    cleared = {bloc for s in denying for a in pages[s.document].events[s.event].actors if (bloc := pages[s.document].bloc(a))}
    blocs = {bloc for bloc, s in accused if s.type not in TWO_SIDED}
    days = [(day, s) for s in affirming for day in _days(s)]
    exact = {day for day, _ in days if "/" not in day}
    places = spelled((place, s) for s in affirming for place in _places(s, pages))
    out = [
        _view("happened", happened, said, differ=False, denied=bool(denying)),
        _view(
            "perpetrator",
            accused,
            said,
            differ=bool(rivals(affirming, pages))
            if _graded(said)
            else any(other not in sides(bloc) for bloc in blocs for other in blocs),
            denied=bool(cleared & blocs),
            names=pages,
        ),
        _view("date", days, said, differ=len(exact) > 1),
        _view("place", places, said, differ=bool(spot_disputes(incident, said, pages))),
    ]
    counted = [(f, s) for s in said if s.stance != "denies" for f in figures(pages[s.document], s) if f.whole]
    for what in sorted({f.what for f, _ in counted} | {"killed", "wounded"}):
        here = [(f, s) for f, s in counted if f.what == what]
        stand = [f for f in current(f for f, _ in here).standing if f.what == what]
        differ = any(alike(a, b) and not agree(a, b) for a in stand for b in stand)
        out.append(_view(what.replace("other:", "number of "), [(shown(f), s) for f, s in here], said, differ=differ))
    return tuple(out)


class _Scope(NamedTuple):
    what: str
    population: str


def _scope(figure: Figure) -> _Scope:
    if figure.population == "combatant":
        return _Scope(figure.what, f"combatant:{figure.fighters}" if figure.fighters not in ("", SOME) else "combatant")
    return _Scope(figure.what, "all" if figure.population == "unknown" else figure.population)


def _contributors(found: Iterable[Figure]) -> tuple[Value, ...]:
    values: dict[str, list[Figure]] = {}
    for figure in found:
        values.setdefault(shown(figure), []).append(figure)
    return tuple(Value(value=value, voices=_voices(group)) for value, group in sorted(values.items()))


def _best(standing: Sequence[Figure]) -> int:
    """The number that most origins support, the lowest of several; vague words only where nothing firmer is said."""
    firm = [f for f in standing if not f.vague] or list(standing)
    points = {_point(f) for f in firm}

    def behind(number: int) -> int:
        return len({whose(f.origin) for f in firm if f.low <= number <= f.high})

    return min(points, key=lambda number: (-behind(number), number))


def _point(figure: Figure) -> int:
    if math.isinf(figure.high) or figure.low == figure.high:
        return figure.low
    return figure.low + round((figure.high - figure.low) / 2)


def roll_up(found: Iterable[Figure]) -> tuple[RolledUp, ...]:
    """The counts of one incident from the figures of all voices: never a sum, always bounds with their contributors.

    Figures for everybody, for civilians and for the fighters of each side are kept apart. A voice that gives one
    population alone has given a toll of that population, not of all.
    """
    stand = current(found)
    scopes = sorted({_scope(f) for f in stand.standing})
    out = []
    for scope in scopes:
        standing = [f for f in stand.standing if _scope(f) == scope]
        tops = [f.low if math.isinf(f.high) else int(f.high) for f in standing]
        firm = [f for f in standing if not f.vague] or standing
        out.append(
            RolledUp(
                what=scope.what.removeprefix("other:"),
                population=scope.population,
                low=min(f.low for f in firm),
                best=_best(standing),
                high=max(tops),
                open=any(math.isinf(f.high) for f in standing),
                rule=RULE,
                contributors=_contributors(standing),
                replaced=_contributors(f for f in stand.replaced if _scope(f) == scope),
            )
        )
    return tuple(out)


def _graded(said: Sequence[Statement]) -> bool:
    """Whether it is an incident of the kind that is graded: one that harms people or breaks a truce."""
    return bool(said) and FAMILY_OF[said[0].type] in ("harm", "violation")


def grade(said: Sequence[Statement], pages: Pages) -> Grade | None:
    """The provisional grade of an incident that harms people or breaks a truce; None for anything else.

    confirmed: one who is blamed admits it. contested: different sides are blamed, or the only side blamed denies it.
    fair: two independent origins or more. weak: a single one. discounted: nobody affirms it who is not being denied.
    """
    if not _graded(said):
        return None
    affirming = [s for s in said if s.polarity == "affirms"]
    denying = [s for s in said if is_denial(pages[s.document], s)]
    quoted = [s for s in affirming if s.claim in pages[s.document].embedded]
    own = [s for s in affirming if s not in quoted]
    origins = sorted({s.origin for s in own})
    independent = len({whose(origin) for origin in origins})
    if not own:
        if not denying:
            return None
        return Grade(grade="discounted", reason="nobody affirms it but those whom a denial quotes")
    admitted = sorted({s.origin for s in own if s.stance == "admits"})
    rival = sorted(rivals(affirming, pages))
    documents = list(dict.fromkeys(s.document for s in said))

    def named(keys: Iterable[str]) -> str:
        return ", ".join(dict.fromkeys(called(key, documents, pages) for key in keys))

    if admitted:
        own_up = {bloc for s in own if s.stance == "admits" for bloc in blamed(pages[s.document], s)}
        others = [bloc for bloc in rival if not any(bloc in sides(mine) for mine in own_up)]
        extra = f"; others blame {named(others)}" if others else ""
        return Grade(grade="confirmed", reason=f"admitted by {named(admitted)}{extra}")
    if rival:
        return Grade(grade="contested", reason=f"different sides are blamed: {named(rival)}")
    if denying:
        return Grade(grade="contested", reason=f"denied by {named(sorted({s.origin for s in denying}))}")
    if independent > 1:
        return Grade(grade="fair", reason=f"{independent} independent origins, one side blamed or none, nobody denies it")
    return Grade(grade="weak", reason=f"a single origin: {named(origins)}")


def accounts(incident: Incident, pages: Pages) -> SideBySide:
    """The accounts of one incident side by side; `pages` holds the readings of its documents."""
    said = statements_of(incident, pages)
    groups = _by_origin(incident, said)
    return SideBySide(
        incident=incident,
        accounts=tuple(_account(origin, groups[origin], pages) for origin in sorted(groups)),
        fields=_fields(incident, said, pages),
        counts=roll_up(f for s in said if s.stance != "denies" for f in figures(pages[s.document], s)),
        grade=grade(said, pages),
    )


def _by_origin(incident: Incident, said: Sequence[Statement]) -> dict[str, list[Statement]]:
    root = {document: origin.id for origin in incident.origins for document in origin.documents}
    known = {origin.id for origin in incident.origins}
    groups: dict[str, list[Statement]] = {}
    for s in said:
        origin = next((key for key in (s.origin, whose(s.origin)) if key in known), None)
        groups.setdefault(origin or root.get(s.document, s.origin), []).append(s)
    return groups


def counts_by_origin(incident: Incident, pages: Pages) -> dict[str, tuple[RolledUp, ...]]:
    """The counts of one incident as each origin alone gives them."""
    groups = _by_origin(incident, statements_of(incident, pages))
    return {
        origin: roll_up(f for s in groups[origin] if s.stance != "denies" for f in figures(pages[s.document], s))
        for origin in sorted(groups)
    }


class Sum(NamedTuple):
    """A total of tallies and the tallies left out because their periods overlap one that is in."""

    total: int
    used: tuple[str, ...]
    left_out: tuple[str, ...]


def add_up(tallies: Iterable[Tally]) -> Sum:
    """The total of one recorder's tallies of one thing: a period that overlaps one already in is never added.

    Of overlapping periods the one that ends last is in; a tally without a period or a total is left out.
    """
    total, used, left_out = 0, [], []
    start_of_used: str | None = None
    ordered = sorted(tallies, key=lambda t: ((t.window.end or "") if t.window else "", t.id), reverse=True)
    for tally in ordered:
        window = tally.window
        if window is None or window.start is None or window.end is None or tally.total is None:
            left_out.append(tally.id)
        elif start_of_used is not None and window.end >= start_of_used:
            left_out.append(tally.id)
        else:
            total, start_of_used = total + tally.total, window.start
            used.append(tally.id)
    return Sum(total, tuple(sorted(used)), tuple(sorted(left_out)))
