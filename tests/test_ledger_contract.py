"""What a ledger promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, create_engine, text

from conftest import NewLedger
from made import TEXT, document, traced
from marsad.ledger import LedgerError, open_ledger
from marsad.ledger.postgres import PostgreSQL
from marsad.ledger.tables import DERIVED as LINKED
from marsad.model import Claim, Document, Judgement, Name, Place, Reading, Traced, encode
from servers import Server

TABLES = ("documents", "readings", "actors", "places", "claims", "events", "counts", "tallies", "disputes", "doubts", "traces")
DERIVED = ("links", "mentions", "judgements", "current_readings", "current_claims", "current_events")


@contextmanager
def database(place: str) -> Iterator[Connection]:
    """The database behind a ledger, as somebody with other tools sees it."""
    url = place.replace("postgresql://", "postgresql+psycopg://") if "://" in place else f"sqlite:///{place}"
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def contents(place: str) -> dict[str, list[str]]:
    """Every row of every table, without the times at which they were written."""
    with database(place) as connection:
        return {
            table: sorted(
                str(sorted((str(key), value) for key, value in row.items() if key != "recorded"))
                for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()
            )
            for table in (*TABLES, *DERIVED)
        }


def judged(kind: Any = "same", *, undoes: str | None = None, number: int = 1) -> Judgement:
    return Judgement(
        id=f"judgement:{number}", kind=kind, a="doc:1|event:1", b=None if undoes else "doc:2|event:2",
        who="Salma", when=f"2026-01-0{number}T00:00:00+00:00", why="the same strike", undoes=undoes,
    )  # fmt: skip


def test_a_reading_comes_back_with_the_same_bytes(new_ledger: NewLedger) -> None:
    added = traced()
    with open_ledger(new_ledger()) as ledger:
        assert ledger.append(added, "1")
        (stored,) = ledger.readings()
        assert encode(stored.reading) == encode(added.reading)
        assert (stored.number, stored.program) == (1, "1")
        assert ledger.has(added.reading.document.id, "1")
        assert not ledger.has(added.reading.document.id, "2")
        assert ledger.traces(added.reading.claims[0].id, reading=1) == added.traces[:1]


def test_twice_the_same_changes_nothing(new_ledger: NewLedger) -> None:
    place = new_ledger()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        before = contents(place)
        assert not ledger.append(traced(), "1")
        assert contents(place) == before


def test_programs_and_versions_stand_beside_each_other(new_ledger: NewLedger) -> None:
    old, new = document(), document(TEXT + "\nتحديث لاحق.")
    with open_ledger(new_ledger()) as ledger:
        ledger.append(traced(old), "1")
        ledger.append(traced(old), "2")
        ledger.append(traced(new), "2")
        assert ledger.size() == (2, 3)
        assert ledger.versions(old.id) == (old.id, new.id)
        assert [(r.program, r.reading.document.id) for r in ledger.readings()] == [("2", new.id)]
        assert [r.program for r in ledger.readings(every=True)] == ["1", "2", "2"]
        assert [row[0] for row in ledger.ask("SELECT reading FROM current_readings").rows] == [3]


def test_find_by_the_beginning_of_an_id(new_ledger: NewLedger) -> None:
    reading = traced().reading
    claim = reading.claims[0]
    with open_ledger(new_ledger()) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(), "2")
        for prefix in (claim.id, claim.id[:12], claim.id.partition(":")[2][:8]):
            (found,) = ledger.find(prefix)
            assert (found.kind, found.id, found.reading) == ("claim", claim.id, 2)
            assert isinstance(found.record, Claim)
        assert isinstance(ledger.find("one")[0].record, Document)
        assert isinstance(ledger.find("x:kafr")[0].record, Place)
        assert ledger.find("ru.mod")[0].kind == "actor"
        assert ledger.find(reading.tallies[0].id)[0].kind == "tally"
        assert ledger.find("claim:%") == []
        assert ledger.find("no such thing") == []


def test_who_says_what_is_written_out(new_ledger: NewLedger) -> None:
    with open_ledger(new_ledger()) as ledger:
        ledger.append(traced(), "1")
        voices = ledger.ask("SELECT voice, stance, words FROM current_claims ORDER BY start").rows
        assert voices[1] == ("Russian Ministry of Defence", "denies", "ذلك")
        assert voices[0][:2] == ("مصدر عسكري", "accuses")
        events = ledger.ask("SELECT type, by_names, place_names, voice FROM current_events ORDER BY start").rows
        assert events[0] == ("air_strike", "Russian Aerospace Forces", "Kafr Zayt", "مصدر عسكري")
        assert events[2] == ("air_strike", None, "Kafr Zayt", "sabah")
        forms = ledger.ask("SELECT record, form, claim FROM mentions ORDER BY start, record").rows
        first, third = traced().reading.claims[0].id, traced().reading.claims[2].id
        assert ("local:1", "مصدر عسكري", None) in forms
        assert ("ru.aaf", "الطيران الروسي", first) in forms
        assert ("x:idlib", "إدلب", third) in forms


def test_whatever_a_text_holds_can_be_kept(new_ledger: NewLedger) -> None:
    reading = traced().reading
    odd = document(TEXT + "\0", ref="a'b%c:d\0")
    place = Place(id="x:odd", kind="town", name=Name(ar="إ\0", en="%s :x"), lat=None, lon=None, precision_km=None)
    event = reading.events[0]
    count = type(event.counts[0])(
        span=(0, 1), what="other", population="unknown", low=10**30, high=5 * 10**9, qualifier="exact", claim="outlet"
    )
    strange = Reading(document=odd, places=(place,), events=(type(event)(id="event:odd", type="talks", realis="actual",
                      triggers=((0, 1),), counts=(count,), rule="r"),))  # fmt: skip
    with open_ledger(new_ledger()) as ledger:
        ledger.append(Traced(reading=strange), "1")
        (stored,) = ledger.readings()
        assert stored.reading == strange
        assert ledger.ask("SELECT low, high FROM counts").rows == ((None, 5 * 10**9),)


def test_order_is_that_of_code_points(new_ledger: NewLedger) -> None:
    names = ["ب", "إ", "ا", "b", "B", "a", "é", "z"]
    places = tuple(
        Place(id=f"x:{name}", kind="town", name=Name(en=name), lat=None, lon=None, precision_km=None) for name in names
    )
    with open_ledger(new_ledger()) as ledger:
        ledger.append(Traced(reading=Reading(document=document(), places=places)), "1")
        assert [row[0] for row in ledger.ask("SELECT name_en FROM places ORDER BY name_en").rows] == sorted(names)
        assert [found.id for found in ledger.find("x:")] == [f"x:{name}" for name in sorted(names)]


def test_judgements_are_added_and_taken_back_by_a_further_row(new_ledger: NewLedger) -> None:
    with open_ledger(new_ledger()) as ledger:
        assert ledger.judge(judged())
        assert not ledger.judge(judged())
        undoing = judged("undo", undoes="judgement:1", number=2)
        assert ledger.judge(undoing)
        assert ledger.judgements() == (judged(), undoing)
        with pytest.raises(LedgerError, match="undone already"):
            ledger.judge(judged("undo", undoes="judgement:1", number=3))
        with pytest.raises(LedgerError, match="no judgement"):
            ledger.judge(judged("undo", undoes="judgement:9", number=4))
        assert len(ledger.judgements()) == 2


def test_an_older_ledger_is_brought_up_to_date(new_ledger: NewLedger) -> None:
    place = new_ledger()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(), "2")
        ledger.append(traced(document(TEXT + "\nتحديث لاحق.")), "2")
    before = contents(place)
    found = _finds(place)
    with database(place) as connection:
        for view in ("incident_reports", "current_events", "current_claims", "current_readings"):
            connection.execute(text(f"DROP VIEW {view}"))
        for table in (*(table.name for table in LINKED), "mentions", "judgements", "document_terms"):
            connection.execute(text(f"DROP TABLE {table}"))
        for column in ("actors.spelled", "places.spelled", "claims.speaker_name", "claims.words", "events.by_names",
                       "events.on_names", "events.place_names"):  # fmt: skip
            table, _, name = column.partition(".")
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {name}"))
        connection.execute(text("UPDATE schema_versions SET version = 1"))
    # Looking is enough to bring it up to date.
    with open_ledger(place, writing=False) as ledger:
        assert ledger.size() == (2, 3)
    assert contents(place) == before
    assert _finds(place) == found
    with database(place) as connection:
        assert list(connection.scalars(text("SELECT version FROM schema_versions ORDER BY version"))) == [1, 2, 3]
        assert [connection.scalar(text(f"SELECT count(*) FROM {table.name}")) for table in LINKED] == [0] * len(LINKED)


def _finds(place: str) -> list[str]:
    with open_ledger(place, writing=False) as ledger:
        return [hit.document for word in ("ادلب", "القصف", "خروقات") for hit in ledger.search(word)]


def test_newer_and_foreign_databases_are_refused(new_ledger: NewLedger) -> None:
    place, other, nothing = new_ledger(), new_ledger(), new_ledger()
    open_ledger(place).close()
    with database(place) as connection:
        connection.execute(text("INSERT INTO schema_versions VALUES (99, 'later')"))
    with database(other) as connection:
        connection.execute(text("CREATE TABLE t (x integer)"))
    for writing in (True, False):
        with pytest.raises(LedgerError, match="newer"):
            open_ledger(place, writing=writing)
        with pytest.raises(LedgerError, match="not a Marsad ledger"):
            open_ledger(other, writing=writing)
    with pytest.raises(LedgerError, match=r"no such ledger|not a Marsad ledger"):
        open_ledger(nothing, writing=False)


def test_a_reader_writes_nothing(new_ledger: NewLedger) -> None:
    place = new_ledger()
    open_ledger(place).close()
    with open_ledger(place, writing=False) as ledger, pytest.raises(LedgerError):
        ledger.append(traced(), "1")


def test_two_readers_and_a_writer_at_once(new_ledger: NewLedger) -> None:
    place = new_ledger()
    count, faults, done = 20, [], threading.Event()
    open_ledger(place).close()

    def look() -> None:
        try:
            with open_ledger(place, writing=False) as ledger:
                last = 0
                while not done.is_set():
                    whole = [encode(stored.reading) for stored in ledger.readings()]
                    for number in range(len(whole)):
                        assert whole[number] == encode(traced(document(TEXT, ref=str(number))).reading)
                    assert len(whole) >= last
                    last = len(whole)
        except Exception as error:  # noqa: BLE001
            faults.append(error)

    readers = [threading.Thread(target=look) for _ in range(2)]
    for reader in readers:
        reader.start()
    try:
        with open_ledger(place) as ledger:
            for number in range(count):
                assert ledger.append(traced(document(TEXT, ref=str(number))), "1")
    finally:
        done.set()
        for reader in readers:
            reader.join()
    assert faults == []
    with open_ledger(place, writing=False) as ledger:
        assert ledger.size() == (count, count)


def test_writers_queue(new_ledger: NewLedger) -> None:
    place = new_ledger()
    faults: list[Exception] = []

    def write(name: str) -> None:
        try:
            with open_ledger(place) as ledger:
                for number in range(8):
                    ledger.append(traced(document(TEXT, ref=f"{name}{number}")), "1")
        except Exception as error:  # noqa: BLE001
            faults.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    with open_ledger(place, writing=False) as ledger:
        numbers = [stored.number for stored in ledger.readings(every=True)]
        assert numbers == list(range(1, 17))


def test_a_new_file_may_be_opened_by_several_at_once(tmp_path: Path) -> None:
    # Turning a new file to WAL is the one moment at which SQLite does not wait for another writer by itself.
    faults: list[Exception] = []

    def write(place: str, name: str) -> None:
        try:
            with open_ledger(place) as ledger:
                ledger.append(traced(document(TEXT, ref=name)), "1")
        except Exception as error:  # noqa: BLE001
            faults.append(error)

    for number in range(25):
        place = str(tmp_path / f"{number}.db")
        writers = [threading.Thread(target=write, args=(place, name)) for name in "abcd"]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    assert faults == []


def test_both_databases_hold_the_same(server: Server, tmp_path: Path) -> None:
    places = (str(tmp_path / "a.db"), server.database())
    for place in places:
        with open_ledger(place) as ledger:
            ledger.append(traced(), "1")
            ledger.append(traced(document(TEXT + "\nتحديث لاحق.")), "2")
            ledger.judge(judged())
    one, other = (contents(place) for place in places)
    for table in TABLES + DERIVED:
        # SQLite gives truth values as numbers.
        assert [row.replace("True", "1").replace("False", "0") for row in other[table]] == one[table], table


def test_a_lost_server_is_said_in_plain_words(server: Server) -> None:
    place = server.database()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                               " AND backend_type = 'client backend'")  # fmt: skip
        with pytest.raises(LedgerError, match="connection to the server was lost"):
            ledger.append(traced(document(TEXT + "!")), "1")
        # The same ledger goes on when the server does.
        assert ledger.append(traced(document(TEXT + "!")), "1")
        assert ledger.size() == (2, 2)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda place: place.replace("/ledger", "/no-such-ledger"), "createdb"),
        (lambda place: place.replace("host=/", "host=/no/such/"), "no server answers"),
        (lambda _: "postgresql://user:secret@127.0.0.1:1/x", "no server answers"),
        (lambda _: "postgresql://user:secret@host:port/x", "not an address"),
        (lambda _: "postgresql://user:secret@no.such.host.invalid/x", "no such host"),
    ],
)
def test_addresses_that_lead_nowhere(server: Server, change: Any, says: str) -> None:
    with pytest.raises(LedgerError, match=says) as caught:
        open_ledger(change(server.database()))
    assert "secret" not in str(caught.value)


def test_a_killed_writer_leaves_whole_documents(server: Server) -> None:
    place = server.database()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        before = contents(place)
        with pytest.raises(LedgerError), ledger._writing() as connection:  # noqa: PT012
            ledger._add_document(connection, document(TEXT + "!"), "now")
            connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        assert contents(place) == before


def test_a_ledger_names_its_place_without_a_password() -> None:
    assert PostgreSQL("postgresql://user:secret@host/x").place == "postgresql://user:***@host/x"
