"""A real ledger on disk: adding, finding, refusing, and what happens when the file is not what it should be."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from made import TEXT, document, traced
from marsad.ledger import LedgerError, open_ledger
from marsad.model import encode


def test_a_reading_comes_back_with_the_same_bytes(tmp_path: Path) -> None:
    added = traced()
    with open_ledger(tmp_path / "a.db") as ledger:
        assert ledger.append(added, "1")
        (stored,) = ledger.readings()
    assert encode(stored.reading) == encode(added.reading)
    assert (stored.number, stored.program) == (1, "1")


def test_reading_the_same_document_twice_changes_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
        before = list(sqlite3.connect(tmp_path / "a.db").iterdump())
        assert not ledger.append(traced(), "1")
        assert list(sqlite3.connect(tmp_path / "a.db").iterdump()) == before
        assert ledger.has(traced().reading.document.id, "1")
        assert not ledger.has(traced().reading.document.id, "2")


def test_a_newer_program_stands_beside_the_older(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(), "2")
        assert [r.program for r in ledger.readings()] == ["2"]
        assert [r.program for r in ledger.readings(every=True)] == ["1", "2"]
        assert ledger.size() == (1, 2)


def test_a_changed_document_becomes_a_version_beside_the_old(tmp_path: Path) -> None:
    old, new = document(), document(TEXT.replace("أربعة", "ستة").replace("ستة", "أربعة") + "\nتحديث لاحق.")
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(old), "1")
        ledger.append(traced(new), "1")
        assert ledger.versions(old.id) == ledger.versions(new.id) == (old.id, new.id)
        assert [r.reading.document.id for r in ledger.readings()] == [new.id]
        assert ledger.size() == (2, 2)


def test_the_same_address_is_the_same_document_whatever_it_says(tmp_path: Path) -> None:
    one = document(url="https://x.example/1")
    other = document(TEXT.replace(" ", "  "), ref="two", url="https://x.example/1")
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(one), "1")
        added = traced(document())
        ledger.append(type(added)(reading=type(added.reading)(document=other)), "1")
        assert ledger.versions(one.id) == (one.id, other.id)


def test_two_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    other = document("نص آخر لا يشبه الأول في شيء، وفيه خبر عن اجتماع عقد في العاصمة لبحث ملف المساعدات الإنسانية.")
    plain = type(traced().reading)(document=other)
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
        ledger.append(type(traced())(reading=plain), "1")
        assert ledger.versions(other.id) == (other.id,)
        assert len(list(ledger.readings())) == 2


def test_reasons_are_kept_with_the_reading(tmp_path: Path) -> None:
    added = traced()
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(added, "1")
        assert ledger.traces(added.reading.claims[0].id, reading=1) == added.traces[:1]
        assert ledger.traces("claim:none", reading=1) == ()


def test_columns_for_questions_are_filled(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
    db = sqlite3.connect(tmp_path / "a.db")
    assert db.execute("SELECT speaker, stance FROM claims ORDER BY start").fetchall() == [
        ("local:1", "accuses"),
        ("ru.mod", "denies"),
        ("ru.mod", "announces"),
    ]
    assert db.execute("SELECT what, low, high FROM counts ORDER BY what").fetchall() == [
        ("killed", 4, None),
        ("violations", 5, 5),
    ]
    parts = "SELECT \"to\", number FROM links WHERE role = 'part' ORDER BY position"
    assert db.execute(parts).fetchall() == [("x:hama", 3), ("x:idlib", 2)]


def test_reading_goes_on_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_ledger(path) as writer:
        writer.append(traced(), "1")
        with open_ledger(path, writing=False) as reader:
            rows = reader.readings()
            first = next(rows)
            writer.append(traced(document(TEXT + " ")), "1")
            assert first.reading.document.text == TEXT
            assert list(rows) == []


def test_a_file_that_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
    (tmp_path / "a.db").chmod(0o444)
    with open_ledger(tmp_path / "a.db", writing=False) as ledger:
        assert ledger.size() == (1, 1)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda p: p.write_text("a plain text, long enough to be taken for a header of something else" * 9), "not a Marsad"),
        (lambda p: sqlite3.connect(p).execute("CREATE TABLE t (x)"), "not a Marsad ledger"),
        (lambda p: p.mkdir(), "folder"),
    ],
)
@pytest.mark.parametrize("writing", [True, False])
def test_what_is_no_ledger_is_refused(tmp_path: Path, made: object, says: str, *, writing: bool) -> None:
    path = tmp_path / "a.db"
    assert callable(made)
    made(path)
    with pytest.raises(LedgerError, match=says):
        open_ledger(path, writing=writing)


def test_a_missing_ledger_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        open_ledger(tmp_path / "a.db", writing=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LedgerError, match="folder exists"):
        open_ledger(tmp_path / "no" / "a.db")


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    open_ledger(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as db:
        db.execute("INSERT INTO schema_versions VALUES (99, 'later')")
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(tmp_path / "a.db")


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_ledger(path) as ledger:
        for n in range(40):
            ledger.append(traced(document(TEXT + " " * n, ref=str(n))), "1")
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = b"\x5a" * (len(data) - 8192)
    path.write_bytes(bytes(data))
    with pytest.raises(LedgerError, match="damaged"), open_ledger(path, writing=False) as ledger:
        list(ledger.readings())


def test_killed_while_writing_leaves_whole_documents_and_can_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    script = (
        "import sys; from made import *; from marsad.ledger import open_ledger\n"
        "with open_ledger(sys.argv[1]) as ledger:\n"
        "    for n in range(100000):\n"
        "        ledger.append(traced(document(TEXT + ' ' * n, ref=str(n))), '1')\n"
        "        print(n, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent
    ) as process:
        assert process.stdout
        for line in process.stdout:
            if int(line) == 7:
                process.kill()
                break
    copy = tmp_path / "b.db"
    for file in tmp_path.glob("a.db*"):
        shutil.copy(file, copy.with_name(file.name.replace("a.db", "b.db")))
    with open_ledger(copy) as ledger:
        stored = list(ledger.readings())
        assert len(stored) >= 8
        for n, one in enumerate(stored):
            assert one.reading == traced(document(TEXT + " " * n, ref=str(n))).reading
            assert ledger.find(one.reading.claims[0].id)
        assert ledger.append(traced(document(TEXT + "!", ref="next")), "1")
