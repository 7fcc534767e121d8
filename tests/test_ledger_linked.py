"""Linking kept in a ledger: the same as linking everything at once, in any order, whatever breaks off in between."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import psycopg
import pytest
from sqlalchemy import create_engine, select

from conftest import NewLedger
from linked_examples import readings as example_readings
from marsad.cli.linking import bring_up_to_date
from marsad.ledger import Change, IncidentRow, Ledger, LedgerError, open_ledger, sqlite
from marsad.ledger import tables as t
from marsad.model import Incident, Judgement, Reading, Traced, encode
from servers import Server

READ = example_readings()
KILLS = 15  # on either database
SMALL = 4  # what is killed again and again works on so many examples


def add(place: str, readings: Sequence[Reading], *, program: str = "1", link: bool = True) -> None:
    with open_ledger(place) as ledger:
        for reading in readings:
            ledger.append(Traced(reading=reading), program)
        if link:
            bring_up_to_date(ledger)


def kept(place: str) -> dict[str, list[str]]:
    """What linking left in a ledger, without the numbers of readings and linkings, which tell of the way there."""
    url = place.replace("postgresql://", "postgresql+psycopg://") if "://" in place else f"sqlite:///{place}"
    engine = create_engine(url)
    tables = [table for table in t.DERIVED if table not in (t.linkings, t.prepared)]
    with engine.begin() as connection:
        found = {
            table.name: sorted(
                str(sorted((key, value) for key, value in row.items() if key not in ("reading", "linking")))
                for row in connection.execute(select(table)).mappings()
            )
            for table in tables
        }
    engine.dispose()
    return found


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    place = str(tmp_path_factory.mktemp("at-once") / "a.db")
    add(place, READ)
    return kept(place)


def judgement(kind: str, a: tuple[str, str], b: tuple[str, str], n: int) -> Judgement:
    row = {"id": f"j{n}", "kind": kind, "a": "|".join(a), "b": "|".join(b), "who": "tester", "when": f"2026-01-0{n}T00:00:00Z"}
    return msgspec.convert(row, type=Judgement)


def test_something_is_kept(at_once: dict[str, list[str]]) -> None:
    assert all(at_once.values()), {name: len(rows) for name, rows in at_once.items()}


def test_twenty_orders_and_adding_in_two_parts_leave_the_same_rows(tmp_path: Path) -> None:
    some = READ[5:12]
    add(str(tmp_path / "a.db"), some)
    at_once = kept(str(tmp_path / "a.db"))
    for seed in range(20):
        chance = random.Random(seed)
        shuffled = chance.sample(some, len(some))
        place = str(tmp_path / f"{seed}.db")
        if seed % 4 == 0:  # every fourth order in two parts, the second going on from the first
            at = chance.randint(1, len(some) - 1)
            add(place, shuffled[:at])
            shuffled = shuffled[at:]
        add(place, shuffled)
        assert kept(place) == at_once, seed


def test_one_by_one_on_either_database(new_ledger: NewLedger, at_once: dict[str, list[str]]) -> None:
    place = new_ledger()
    shuffled = random.Random(3).sample(READ, len(READ))
    for n in range(0, len(READ), 5):
        add(place, shuffled[n : n + 5])
    found = kept(place)
    for table, rows in at_once.items():
        # SQLite gives truth values as numbers.
        plain = [row.replace("True", "1").replace("False", "0") for row in found[table]]
        assert plain == [row.replace("True", "1").replace("False", "0") for row in rows], table


def test_only_what_a_new_document_touches_is_written_again(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ[:-1])
    add(place, READ[-1:])
    with open_ledger(place, writing=False) as ledger:
        touched = ledger.ask("SELECT count(*), sum(CASE WHEN linking = 2 THEN 1 ELSE 0 END) FROM incidents i").rows[0]
        mine = ledger.ask(
            "SELECT count(DISTINCT incident) FROM incident_events WHERE document = :document", document=READ[-1].document.id
        ).rows[0][0]
    assert isinstance(touched[0], int)
    assert isinstance(touched[1], int)
    assert isinstance(mine, int)
    assert mine <= touched[1] < touched[0] / 2


def test_linking_again_changes_nothing(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ[:5])
    before = kept(place)
    with open_ledger(place) as ledger:
        last, did = bring_up_to_date(ledger)
        assert (last.number, did) == (1, False)
        last, did = bring_up_to_date(ledger, anew=True)
        assert (last.number, did) == (2, True)
    assert kept(place) == before


def test_a_newer_reading_takes_the_place_of_the_older(tmp_path: Path) -> None:
    place, other = str(tmp_path / "a.db"), str(tmp_path / "b.db")
    shorter = [msgspec.structs.replace(READ[n], events=READ[n].events[:1]) for n in (1, 5)]
    add(place, [shorter[0], *READ[:1], *READ[2:5], shorter[1], *READ[6:]])
    add(place, [READ[1], READ[5]], program="2")
    add(other, READ)
    assert kept(place) == kept(other)


def test_judgements_win_and_survive(tmp_path: Path) -> None:
    a, b, c = ("03-alyasmin", "e12"), ("02-khubz", "e5"), ("10-khubz", "e1")
    said = [judgement("different", a, b, 1), judgement("same", a, c, 2)]
    place, other = str(tmp_path / "a.db"), str(tmp_path / "b.db")
    add(place, READ[:8])
    with open_ledger(place) as ledger:
        for one in said:
            ledger.judge(one)
        bring_up_to_date(ledger)
    add(place, READ[8:])
    with open_ledger(other) as ledger:
        for one in said:
            ledger.judge(one)
    add(other, READ)
    assert kept(place) == kept(other)
    with open_ledger(place, writing=False) as ledger:
        home = {
            (str(document), str(event)): incident
            for document, event, incident in ledger.ask("SELECT document, event, incident FROM incident_events").rows
        }
    assert home[a] != home[b]
    assert home[a] == home[c]


def _row(n: int) -> IncidentRow:
    incident = Incident(id=f"incident:{n}", family="harm", type="shelling", events=(), documents=())
    return IncidentRow(
        incident=incident, place_name=None, accused=None, grade=None, reason=None, news=(), chief=(), accounts=(), counts=(),
        side_by_side=None,
    )  # fmt: skip


def _change(base: int | None, rows: Sequence[IncidentRow] = ()) -> Change:
    return Change(base=base, program="p", weights=b"{}", judgements=0, readings=(), documents=0, total=0, incidents=rows)


def test_two_linkings_at_once_do_not_mix(new_ledger: NewLedger) -> None:
    with open_ledger(new_ledger()) as ledger:
        assert ledger.relink(_change(None)) == 1
        assert ledger.relink(_change(1, [_row(1)])) == 2
        with pytest.raises(LedgerError, match="run the same command again"):
            ledger.relink(_change(1, [_row(2)]))
        assert [ident for ident, _ in ledger.stored_incidents()] == ["incident:1"]


def test_a_lost_connection_while_linking_is_said_and_leaves_what_was(server: Server) -> None:
    place = server.database()
    add(place, READ[:4])
    before = kept(place)

    def breaking() -> Sequence[IncidentRow]:
        class Rows(list[IncidentRow]):
            def __iter__(self):  # type: ignore[no-untyped-def]
                yield from (_row(n) for n in range(600))
                with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
                    connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                       " AND backend_type = 'client backend'")  # fmt: skip
                yield from (_row(n) for n in range(600, 1200))

        return Rows()

    with open_ledger(place) as ledger, pytest.raises(LedgerError, match="connection to the server was lost"):
        ledger.relink(_change(None, breaking()))
    assert kept(place) == before
    add(place, READ[4:])
    with open_ledger(place, writing=False) as ledger:
        last = ledger.linking()
        assert last is not None
        assert (last.documents, last.number) == (len(READ), 2)


def test_a_locked_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ[:3], link=False)
    with open_ledger(place) as one, open_ledger(place) as other:
        with one._writing():
            monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
            with pytest.raises(LedgerError, match="another program is writing to it"):
                bring_up_to_date(other)
        assert other.linking() is None
        bring_up_to_date(other)
        assert other.linking() is not None


def test_a_full_disk_is_said_and_the_next_run_goes_on(tmp_path: Path, at_once: dict[str, list[str]]) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ, link=False)
    script = (
        "import resource, sys; from marsad.__main__ import app\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))\n"
        "sys.argv = ['marsad', 'link', sys.argv[1]]; app()\n"
    )
    # What is written goes to a file beside the ledger first, which may not grow beyond this.
    for limit in (20_000, 150_000):
        done = subprocess.run([sys.executable, "-c", script, place, str(limit)], capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stderr
        assert "disk" in done.stderr
        assert "Traceback" not in done.stderr
    add(place, [])
    assert kept(place) == at_once


# Warm once, then a child at a time that links as documents come in, until it is killed: at once, or at some point of its
# work, which a profiler counts in function calls, so that no clock decides where it dies.
_KILLED = """
import os, random, signal, sys
sys.path.insert(0, sys.argv[2])
import marsad.link  # once, before there are children
import test_ledger_linked as here
from marsad.ledger import open_ledger

place, kills = sys.argv[1], int(sys.argv[3])
chance = random.Random(9)

def work(say, after):
    left = [after]
    def count(frame, what, argument):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    with open_ledger(place) as ledger:
        for done in range(1000):
            if done == 1 or after < 4000:
                sys.setprofile(count)
            here.step(ledger)
            os.write(say, f"{ledger.linking().number}\\n".encode())

for n in range(kills):
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        os.close(hear)
        try:
            # A third die before their first linking is kept, the others in their second.
            work(say, chance.randrange(4000) if n % 3 == 2 else 4000 + chance.randrange(400_000))
        finally:
            os._exit(3)
    os.close(say)
    _, status = os.waitpid(child, 0)
    with os.fdopen(hear) as lines:
        said = [int(line) for line in lines if line.strip()]
    print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else -1, max(said, default=0), *here.whole(place), flush=True)
"""


def step(ledger: Ledger) -> None:
    """Add the next of a few examples, or a copy of one of them, and link."""
    count = ledger.size()[0]
    reading = READ[count % SMALL]
    if count >= SMALL:
        document = msgspec.structs.replace(reading.document, id=f"{reading.document.id}#{count}", ref=None)
        reading = msgspec.structs.replace(reading, document=document)
    ledger.append(Traced(reading=reading), "1")
    bring_up_to_date(ledger)


def whole(place: str) -> tuple[int, int]:
    """The number of the last linking, and 1 where the rows are those it says it wrote."""
    with open_ledger(place, writing=False) as ledger:
        last = ledger.linking()
        if last is None:
            return 0, 1
        [(documents, incidents)] = ledger.ask("SELECT (SELECT count(*) FROM linked), (SELECT count(*) FROM incidents)").rows
        [(lost,)] = ledger.ask(
            "SELECT count(*) FROM incident_events e LEFT JOIN incidents i ON i.id = e.incident"
            " LEFT JOIN linked d ON d.document = e.document WHERE i.id IS NULL OR d.document IS NULL"
        ).rows
    return last.number, int((documents, incidents, lost) == (last.documents, last.incidents, 0))


def test_killed_at_any_moment_linking_is_whole_and_goes_on(new_ledger: NewLedger, tmp_path: Path) -> None:
    place = new_ledger()
    open_ledger(place).close()
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, place, str(Path(__file__).parent), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ},
    )
    assert done.returncode == 0, done.stderr
    lines = [[int(word) for word in line.split()] for line in done.stdout.splitlines()]
    assert len(lines) == KILLS
    for how, said, number, is_whole in lines:
        assert how == signal.SIGKILL, done.stderr
        assert number >= said  # what was acknowledged is there
        assert is_whole
    add(place, [])
    with open_ledger(place, writing=False) as ledger:
        read = [stored.reading for stored in ledger.readings()]
    assert len(read) >= KILLS // 3
    fresh = str(tmp_path / "fresh.db")
    add(fresh, read)
    assert [row.replace("True", "1").replace("False", "0") for row in kept(place)["incidents"]] == kept(fresh)["incidents"]


def test_damaged_memory_is_said(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ[:2])
    engine = create_engine(f"sqlite:///{place}")
    with engine.begin() as connection:
        connection.execute(t.prepared.update().values(packed=b"nonsense"))
    engine.dispose()
    done = subprocess.run([sys.executable, "-m", "marsad", "link", place, "--json"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, done.stderr)  # nothing to do: nothing is looked at
    again = subprocess.run(
        [sys.executable, "-m", "marsad", "link", place, "--anew", "--json"], capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    assert [json.loads(line) for line in again.stdout.splitlines()] == [json.loads(line) for line in done.stdout.splitlines()]


def test_the_bytes_of_an_incident_come_back(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    add(place, READ)
    with open_ledger(place, writing=False) as ledger:
        for ident, line in ledger.stored_incidents():
            (found,) = ledger.incidents(ident)
            assert encode(found.incident) == line
