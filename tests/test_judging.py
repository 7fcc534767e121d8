"""`marsad judge` as a user runs it, on both databases: who, when, why, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import NewLedger
from made import TEXT, document, traced
from marsad.ledger import open_ledger
from test_cli import Done, marsad

Run = Callable[..., Done]


@pytest.fixture
def place(new_ledger: NewLedger) -> str:
    """A ledger with two documents that tell of the same strike."""
    place = new_ledger()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(document(TEXT + " ", ref="two", outlet="other")), "1")
    return place


def strikes() -> tuple[str, str]:
    return traced().reading.events[0].id, traced(document(TEXT + " ", ref="two", outlet="other")).reading.events[0].id


def test_judging_and_taking_it_back(place: str, tmp_path: Path) -> None:
    one, other = strikes()
    options = ("--who", "Salma", "--why", "the same hour and village", "-l", place)
    done = marsad("judge", other, one[:14], "--same", *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with open_ledger(place, writing=False) as ledger:
        (judgement,) = ledger.judgements()
    assert (judgement.kind, judgement.who, judgement.why) == ("same", "Salma", "the same hour and village")
    documents = (traced().reading.document.id, document(TEXT + " ", ref="two", outlet="other").id)
    assert sorted((judgement.a, judgement.b or "")) == sorted(f"{d}|{e}" for d, e in zip(documents, (one, other), strict=True))
    assert judgement.when.startswith("20")
    undone = marsad("judge", judgement.id[:16], "--undo", *options, cwd=tmp_path)
    assert undone.returncode == 0, undone.stderr
    with open_ledger(place, writing=False) as ledger:
        first, second = ledger.judgements()
    assert (first, second.kind, second.undoes) == (judgement, "undo", judgement.id)
    again = marsad("judge", judgement.id, "--undo", *options, cwd=tmp_path)
    assert (again.returncode, "undone already" in again.stderr) == (1, True)
    # Undoing the undoing brings the judgement back.
    assert marsad("judge", second.id, "--undo", *options, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("{one}", "{other}"), 2, "one of --same"),
        (("{one}", "--same"), 2, "two events"),
        (("{one}", "{one}", "--same"), 1, "same event"),
        (("{one}", "event:none", "--same"), 1, "nothing in the ledger"),
        (("{one}", "ru.mod", "--different"), 1, "no event but"),
        (("judgement:none", "--undo"), 1, "no judgement"),
        (("{one}", "{other}", "--same", "--why", " "), 2, "must not be empty"),
    ],
)
def test_what_is_no_judgement_is_refused(tmp_path: Path, arguments: tuple[str, ...], status: int, says: str) -> None:
    place = str(tmp_path / "a.db")
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(document(TEXT + " ", ref="two", outlet="other")), "1")
    one, other = strikes()
    words = [word.format(one=one, other=other) for word in arguments]
    done = marsad("judge", "--who", "Salma", "--why", "because", *words, "-l", place, cwd=tmp_path)
    assert done.returncode == status
    assert says in " ".join(done.stderr.split())
    with open_ledger(place, writing=False) as ledger:
        assert ledger.judgements() == ()


def test_judging_makes_no_ledger(tmp_path: Path) -> None:
    done = marsad("judge", "a", "b", "--same", "--who", "S", "--why", "w", "-l", "none.db", cwd=tmp_path)
    assert (done.returncode, "no such ledger" in done.stderr) == (1, True)
    assert not (tmp_path / "none.db").exists()
