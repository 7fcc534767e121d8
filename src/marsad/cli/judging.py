"""`marsad judge`: what a person decides about two events, and taking it back."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from marsad.cli.looking import event
from marsad.cli.out import console, fail
from marsad.ledger import Ledger
from marsad.model import Judgement, JudgementKind, content_id


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")


def _judgement(kind: JudgementKind, *, a: str, b: str | None, who: str, why: str, undoes: str | None = None) -> Judgement:
    when = _now()
    ident = content_id("judgement", kind, a, b, who, when, why, undoes)
    return Judgement(id=ident, kind=kind, a=a, b=b, who=who, when=when, why=why, undoes=undoes)


def _key(ledger: Ledger, prefix: str) -> str:
    """An event as judgements name it, whole: document id and event id."""
    document, bar, ident = prefix.partition("|")
    found = event(ledger, ident if bar else prefix)
    if bar and found.document != document:
        raise fail(f"{prefix!r}: the event {found.id} is in {found.document}")
    return f"{found.document}|{found.id}"


def judge(ledger: Ledger, a: str, b: str, *, verdict: Literal["same", "different"], who: str, why: str) -> None:
    """Add the decision that two events are the same happening, or are not."""
    one, other = sorted((_key(ledger, a), _key(ledger, b)))
    if one == other:
        raise fail("both ids mean the same event; name two")
    judgement = _judgement(verdict, a=one, b=other, who=who, why=why)
    ledger.judge(judgement)
    said = "the same happening" if verdict == "same" else "two different happenings"
    console().print(f"{judgement.id}: {one} and {other} are {said}, says {who}", markup=False)


def undo(ledger: Ledger, prefix: str, *, who: str, why: str) -> None:
    """Add a row that takes an earlier judgement back; the earlier row stays."""
    ids = [j.id for j in ledger.judgements() if prefix and (j.id.startswith(prefix) or j.id.startswith(f"judgement:{prefix}"))]
    if len(ids) != 1:
        found = f"begins several judgements: {', '.join(ids)}" if ids else "is the beginning of no judgement"
        raise fail(f"{prefix!r} {found}; marsad ask judgements lists them")
    (undone,) = (j for j in ledger.judgements() if j.id == ids[0])
    judgement = _judgement("undo", a=undone.a, b=undone.b, who=who, why=why, undoes=undone.id)
    ledger.judge(judgement)
    console().print(f"{judgement.id}: takes back {undone.id}, says {who}", markup=False)
