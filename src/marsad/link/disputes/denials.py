"""Denials, and what each of them turns against."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from marsad.link.disputes.blame import TWO_SIDED, blamed
from marsad.link.disputes.sides import Pages, called, contested, voice_of
from marsad.link.knowledge import bare, knowledge, name_words, sides
from marsad.link.rows import KIN, PACTS
from marsad.link.statements import Page, Statement, folded
from marsad.model import Contested, Event, Incident, Voice

_HIS: Final = ("ها", "هم", "هما", "نا", "ه", "ي")


def _same_actor(page: Page, actor: str, other: Page, its: str) -> bool:
    if page.actor_key(actor) == other.actor_key(its):
        return True
    a, b = page.actors.get(actor), other.actors.get(its)
    if a is None or b is None or (a.registered and b.registered):
        return False
    words, more = set(name_words(a.name.ar or "")), set(name_words(b.name.ar or ""))
    return len(words & more) >= 2


def _content_words(text: str) -> frozenset[str]:
    common = knowledge().common
    clean = "".join(c if c.isalnum() else " " for c in folded(text)).split()
    return frozenset(w[:5] for word in clean if word not in common and len(w := bare(word)) > 3)


def is_denial(page: Page, statement: Statement) -> bool:
    """Whether a voice denies an event in so many words, or calls another's account of it untrue."""
    if statement.polarity != "denies" or statement.claim == "outlet":
        return False
    claim = page.claims[statement.claim]
    if claim.stance == "denies" and not _denied(page, statement):
        return False
    return claim.stance == "denies" or (claim.embeds is not None and claim.embeds in page.events[statement.event].claims)


def _denied(page: Page, statement: Statement) -> bool:
    """Whether an event is what a denial is of: it did not happen, or the denial comes to it first.

    What it comes to later is why it denies (لم تكن هدنة، نظير ما ارتكب من خروقات) or another matter.
    """
    if statement.realis == "negated":
        return True
    content = page.claims[statement.claim].content

    def at(event: Event) -> float:
        return min((start for start, _ in event.triggers if any(a <= start < b for a, b in content)), default=math.inf)

    mine = at(page.events[statement.event])
    return all(mine <= at(event) for event in page.reading.events if statement.claim in event.claims)


def _of_himself(denial: Statement) -> bool:
    """Whether somebody denies that he himself had part in it (نفت الجماعة مسؤوليتها عن الهجوم)."""
    first = next(iter(folded(denial.text).replace("«", " ").replace('"', " ").split()), "")
    stem = next((first.removesuffix(end) for end in _HIS if first.endswith(end)), "")
    return bare(stem) in knowledge().owned


def _kin(one: str, two: str) -> bool:
    """Whether reports of one happening use two types for each other."""
    return any(one in group and two in group for group in KIN) or {one, two} <= PACTS


def _answers(denial: Statement, said: Sequence[Statement], pages: Pages) -> tuple[str, list[Statement]]:
    """What a denial turns against: the one it clears, and those who say he did it."""
    page = pages[denial.document]
    affirming = [s for s in said if s.polarity == "affirms" and s.voice != denial.voice]
    denied = page.events[denial.event]
    affirming = [s for s in affirming if s.type == denied.type or _kin(s.type, denied.type)]
    # Both sides of a fight or of talks are its actors: who denies that it goes on clears nobody.
    cleared = [a for a in denied.actors if a in page.actors and denied.type not in TWO_SIDED]
    if _of_himself(denial) and page.claims[denial.claim].chain[-1].actor in page.actors:
        cleared = [page.claims[denial.claim].chain[-1].actor]
    named = [s for s in affirming if any(_same_actor(page, a, pages[s.document], b) for a in cleared for b in s.actors)]
    label = (page.actors[cleared[0]].name.en or page.actors[cleared[0]].name.ar or "") if cleared else ""
    chain = page.claims[denial.claim].chain
    itself = bool(chain) and any(_same_actor(page, chain[-1].actor, page, a) for a in cleared)
    if named and itself and all(page.actors[a].kind == "armed_group" for a in cleared):
        return label, named  # one group's denial of its own deed does not speak for its allies
    blocs = {bloc for a in cleared if (bloc := page.bloc(a))}
    if blocs:
        kin = {side for bloc in blocs for side in sides(bloc)}
        return label or called(min(blocs), [denial.document], pages), [
            s for s in affirming if s in named or blamed(pages[s.document], s) & kin
        ]
    if cleared:
        return label, []
    words = _content_words(denial.text)
    inner = page.claims[denial.claim].embeds
    if inner in page.claims:
        words |= _content_words(page.words(page.claims[inner].content))
    return "", [
        s for s in affirming if len(words & _content_words(s.text)) >= 3 or s.claim == inner and s.document == denial.document
    ]


def denial_disputes(incident: Incident, said: Sequence[Statement], pages: Pages, lifted: Sequence[Statement]) -> list[Contested]:
    """Whether it happened or whether it was them: denials with what they turn against; `lifted` are brought from elsewhere."""
    groups: dict[tuple[Voice, ...], tuple[str, list[Voice]]] = {}
    denials = [s for s in said if is_denial(pages[s.document], s)]
    for denial in [*denials, *(s for s in lifted if s not in denials)]:
        label, against = _answers(denial, said, pages)
        if not against:
            continue
        key = tuple(sorted({voice_of(s) for s in against}, key=lambda v: (v.document, v.claim, v.event)))
        for known in groups:  # a denial that answers some of the same voices belongs to the same dispute
            if set(known) & set(key):
                joined = tuple(sorted(set(known) | set(key), key=lambda v: (v.document, v.claim, v.event)))
                name, voices = groups.pop(known)
                groups[joined] = (name or label, [*voices, voice_of(denial)])
                break
        else:
            groups[key] = (label, [voice_of(denial)])
    out = []
    for accusing, (label, deniers) in groups.items():
        about = f"whether it was {label}" if label else "whether it happened"
        out.append(contested("denied", incident.id, about, [("affirmed", accusing), ("denied", deniers)]))
    return out


def lifted(incident: Incident, pages: Pages) -> list[Statement]:
    """Denials that a document itself sets against a claim of this incident, brought to it wherever else they belong."""
    out: list[Statement] = []
    for document in sorted(incident.documents):
        page = pages[document]
        here = {claim for doc, event in incident.events if doc == document for claim in page.events[event].claims}
        for dispute in page.reading.disputes:
            if dispute.kind != "denied":
                continue
            for denier, denied in (dispute.between, dispute.between[::-1]):
                claim = page.claims.get(denier)
                if claim is not None and claim.stance == "denies" and denied in here:
                    out += [s for e in page.reading.events if denier in e.claims for s in page.statements(e) if s.claim == denier]
    return out
