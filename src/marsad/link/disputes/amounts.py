"""Disputes of number: tolls whose bounds cannot meet, and tallies that give other sums."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from marsad.link.disputes.sides import Pages, contested, one_day, spots, voice_of
from marsad.link.figures import Figure, agree, alike, current, figures, shown
from marsad.link.incidents import Linked
from marsad.link.measure import day_number
from marsad.link.rows import FAMILY_OF, TallyNote
from marsad.link.statements import Statement
from marsad.model import Contested, Incident, Voice

_TIMES: Final = 4  # how many times the lesser number the greater may be: beyond that one is of a day, one of a month
_PACTS: Final = frozenset(["ceasefire", "violation", "accord", "diplomacy"])


def count_disputes(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    """How many: figures of one incident whose bounds cannot meet."""
    found = [f for s in said if s.stance not in ("denies", "predicts", "hopes") for f in figures(pages[s.document], s)]
    stand = [figure for figure in current(found).standing if not figure.vague]
    out = []
    for what in sorted({figure.what for figure in stand}):
        groups: list[list[Figure]] = []
        for figure in sorted((f for f in stand if f.what == what), key=lambda f: (-f.low, f.document, f.claim)):
            if not any(not agree(figure, other) and _comparable(figure, other, pages) for other in stand if other.what == what):
                continue
            for group in groups:
                if all(agree(figure, other) for other in group):
                    group.append(figure)
                    break
            else:
                groups.append([figure])
        if len(groups) > 1:
            named = [(shown(max(group, key=lambda f: (f.low, f.voice))), [voice_of(f) for f in group]) for group in groups]
            label = what.removeprefix("other:").replace("_", " ")
            about = f"how many {label}: {' or '.join(value for value, _ in named)}"
            out.append(contested("count", incident.id, about, named))
    return out


def _comparable(a: Figure, b: Figure, pages: Pages) -> bool:
    """Whether two figures are of the same people or things: what was counted over some days is no rival of one day's count.

    Fighters, families or places are the same only of one body, but for those who make and break accords.
    """
    one, two = (pages[f.document].events[f.event] for f in (a, b))
    if not alike(a, b):
        return False
    spans = [{day_number(e.date.start), day_number(e.date.end)} for e in (one, two) if e.date is not None]
    if "cumulative_toll" in (one.type, two.type) and (len(spans) < 2 or spans[0] != spans[1]):
        return False
    if len(spans) > 1 and spans[0] != spans[1] and any(len(span) > 1 for span in spans):
        return False
    if FAMILY_OF[one.type] in _PACTS:
        return True
    pages_of = pages[a.document], pages[b.document]
    same = (a.document, a.event) == (b.document, b.event)
    if not same and not (spots(pages_of[0], a.event) & spots(pages_of[1], b.event)):
        return False  # a town or a front holds several fights and raids of one day
    if not one_day(pages_of[0], a.event, pages_of[1], b.event) or max(a.low, b.low) > _TIMES * max(1, min(a.low, b.low)):
        return False
    if not a.what.startswith("other:"):
        return True
    mine, its = ({pages[f.document].actor_key(x) for x in (*e.actors, *e.targets)} for f, e in ((a, one), (b, two)))
    return bool(mine & its)


def tally_disputes(linked: Linked) -> list[Contested]:
    """Tallies of one thing and one period that give other sums, or, where one bulletin is copied, other lines."""
    found = [
        (tally, _tally_voices(document, tally))
        for document, row in linked.documents.items()
        for tally in row.tallies
        if tally.start and tally.total is not None and tally.claim != "outlet"
    ]
    out: list[Contested] = []
    groups: dict[tuple[str, str, str], list[tuple[TallyNote, list[Voice]]]] = {}
    for tally, voices in found:
        groups.setdefault((tally.what, tally.start or "", tally.end or ""), []).append((tally, voices))
    for (what, start, end), group in sorted(groups.items(), key=lambda item: item[0]):
        values = sorted({tally.total or 0 for tally, _ in group}, reverse=True)
        if len(values) > 1:
            named = [
                (str(value), [voice for tally, voices in group if tally.total == value for voice in voices]) for value in values
            ]
            days = start if start == end else f"{start} to {end}"
            about = f"how many ({what.replace('_', ' ')}, {days}): {' or '.join(map(str, values))}"
            out.append(contested("count", None, about, named))
        for (tally, voices), (other, its_voices) in itertools.combinations(group, 2):
            bulletins = {voice.origin for voice in voices} & {voice.origin for voice in its_voices}
            if tally.total != other.total or not bulletins:
                continue
            for place in sorted(set(tally.lines) & set(other.lines)):
                (name, mine), (_, its) = tally.lines[place], other.lines[place]
                if mine != its:
                    about = f"how many in {name} in one and the same tally: {mine} or {its}"
                    out.append(contested("count", None, about, [(str(mine), voices), (str(its), its_voices)], one_origin=True))
    return out


def _tally_voices(document: str, tally: TallyNote) -> list[Voice]:
    said = ((tally.claim, tally.origin), *tally.also)
    return [Voice(document=document, claim=claim, event=tally.event, origin=origin) for claim, origin in said]
