"""From words to disputes: what Marsad itself reads in the example articles gives every planted dispute, and no false one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from linked_examples import planted, readings
from marsad import kit, pipeline
from marsad.link import disputes, link
from marsad.model import Contested, Outlet, Published, Reading, Span, Voice, new_document

EXAMPLES = Path(__file__).parent.parent / "examples"
ANNOTATED = {reading.document.id: reading for reading in readings()}


@pytest.fixture(scope="module")
def read() -> dict[str, Reading]:
    loaded = kit.load(outlets=[EXAMPLES / "outlets.yml"])
    out = {}
    for line in (EXAMPLES / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = row.get("date")
        document = new_document(
            row["text"],
            ref=row["id"],
            outlet=Outlet(id=row["outlet"], basis="given") if row.get("outlet") else None,
            published=Published(start=day, end=day, precision="day", basis="given") if day else None,
            title=row.get("title"),
        )
        out[row["id"]] = pipeline.read(document, loaded)
    return out


@pytest.fixture(scope="module")
def found(read: dict[str, Reading]) -> tuple[Contested, ...]:
    every = list(read.values())
    return disputes(link(every), every)


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _is(voice: Voice, point: list[str], read: dict[str, Reading]) -> bool:
    """Whether a voice is the one a planted row points at, by the words of its cue or of what happened."""
    document, what = point
    reading, annotated = read[document], ANNOTATED[document]
    if voice.document != reading.document.id:
        return False
    cue = next((claim.cue.span for claim in reading.claims if claim.id == voice.claim and claim.cue), None)
    triggers = next((event.triggers for event in reading.events if event.id == voice.event), ())
    for claim in annotated.claims:
        if claim.id == what and claim.cue is not None:
            told = (claim.cue.span, *claim.content)
            return _meet([cue], [claim.cue.span]) if cue else _meet(triggers, told)
    return any(event.id == what and _meet(triggers, event.triggers) for event in annotated.events)


def _sides(dispute: Contested, row: dict[str, Any], read: dict[str, Reading]) -> bool:
    """Whether one side of a dispute holds a voice of the first planted side, and another side one of the second."""
    one, two = row["sides"]
    held = [
        (any(_is(v, p, read) for v in side.voices for p in one), any(_is(v, p, read) for v in side.voices for p in two))
        for side in dispute.sides
    ]
    return any(a and any(b for j, (_, b) in enumerate(held) if j != i) for i, (a, _) in enumerate(held))


@pytest.mark.parametrize("row", planted("dispute"), ids=lambda row: row["about"])
def test_a_planted_dispute_is_found(row: dict[str, Any], found: tuple[Contested, ...], read: dict[str, Reading]) -> None:
    assert any(d.kind == row["dispute"] and _sides(d, row, read) for d in found)


def test_no_false_dispute(found: tuple[Contested, ...], read: dict[str, Reading]) -> None:
    rows = planted("dispute")
    false = [d.about for d in found if not any(d.kind == row["dispute"] and _sides(d, row, read) for row in rows)]
    assert false == []


def test_who_passes_on_a_denial_denies_nothing(found: tuple[Contested, ...], read: dict[str, Reading]) -> None:
    documents = {reading.document.id: reading for reading in read.values()}
    for dispute in found:
        if dispute.kind == "denied" and dispute.incident:
            deniers = [(documents[v.document], v.claim) for side in dispute.sides if side.value == "denied" for v in side.voices]
            claims = [next(c for c in reading.claims if c.id == claim) for reading, claim in deniers if claim != "outlet"]
            assert not any(one.passes_on(other) for one in claims for other in claims)
