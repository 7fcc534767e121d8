"""The commands as a user runs them: what they print, where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from marsad import __version__
from marsad.cli import app
from marsad.model import decode_reading

ARTICLE = (
    "دمشق-سانا\nأكد مصدر عسكري أن وحدة من الجيش استعادت السيطرة على بلدة كفر زيت في ريف حماة الشمالي أمس.\n"
    "ونفى ناشطون ذلك، وقالوا إن الطيران الحربي قصف البلدة وإن أربعة مدنيين قتلوا على الأقل.\n"
)


class Done(NamedTuple):
    """How a command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def marsad(*arguments: object, stdin: bytes | None = None, cwd: Path) -> Done:
    """Run a command in a folder of its own, where no table that somebody imported is found."""
    # Inside this process, so that the kit is loaded once; the process tests below start the real program.
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.setenv("XDG_DATA_HOME", str(cwd / "data"))
        patch.setenv("COLUMNS", "200")
        result = CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, catch_exceptions=False)
    return Done(result.exit_code, result.stdout, result.stderr)


def program(*arguments: object, stdin: bytes | None = None, cwd: Path) -> Done:
    """Run the installed program as a process of its own."""
    environment = {**os.environ, "XDG_DATA_HOME": str(cwd / "data"), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "marsad", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False, env=environment)
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three articles, one of them not Arabic, and the ledger they were read into."""
    folder = tmp_path_factory.mktemp("cli")
    for name, text in (("a.txt", ARTICLE), ("b.txt", ARTICLE.replace("أربعة", "ستة")), ("c.txt", "Only English words here.")):
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_text(text, encoding="utf-8")
    done = marsad("read", "in", "-o", "a.db", "--outlet", "sana", "--date", "2017-09-17", cwd=folder)
    assert done.returncode == 3, done.stderr
    assert "2 read into a.db, 1 skipped" in done.stdout
    assert "c.txt: not Arabic" in done.stderr
    return folder


def test_where_nothing_was_read_no_next_step_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    done = marsad("read", "a.txt", "-o", "a.db", cwd=tmp_path)
    assert (done.returncode, "Next" in done.stdout, "empty" in done.stderr) == (3, False, True)


def test_alone_it_shows_help_and_knows_its_version(tmp_path: Path) -> None:
    assert "Commands" in program(cwd=tmp_path).stderr
    assert "Commands" in program("--help", cwd=tmp_path).stdout
    assert program("--version", cwd=tmp_path).stdout == f"marsad {__version__}\n"


def test_reading_lists_claims_and_reading_again_changes_nothing(folder: Path) -> None:
    done = marsad("read", "in/a.txt", "-o", "a.db", "--outlet", "sana", "--date", "2017-09-17", cwd=folder)
    assert done.returncode == 0
    assert "0 read into a.db, 1 there already" in done.stdout


def test_json_prints_readings_and_writes_no_ledger(folder: Path) -> None:
    done = marsad("read", "in", "--json", cwd=folder)
    readings = [decode_reading(line) for line in done.stdout.splitlines()]
    assert [r.document.ref for r in readings] == ["a", "b"]
    assert not (folder / "marsad.db").exists()


def test_the_number_of_jobs_changes_nothing(folder: Path) -> None:
    rows = "".join(json.dumps({"id": str(n), "text": ARTICLE + str(n)}) + "\n" for n in range(12))
    (folder / "rows.jsonl").write_text(rows, encoding="utf-8")
    one, two = (program("read", "rows.jsonl", "--json", "--jobs", n, cwd=folder) for n in (1, 2))
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") == 12


def test_standard_input(folder: Path) -> None:
    done = marsad("read", "-", "--json", stdin=ARTICLE.encode("cp1256"), cwd=folder)
    assert decode_reading(done.stdout).document.text == ARTICLE
    assert "windows-1256" in done.stderr


def test_the_brief_in_the_terminal_and_as_a_page(folder: Path) -> None:
    assert "2 articles" in marsad("brief", "a.db", cwd=folder).stdout
    done = marsad("brief", "a.db", "--html", "a.html", cwd=folder)
    assert str(folder / "a.html") in done.stdout
    assert "كفر زيت" in (folder / "a.html").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_page_that_cannot_be_written_is_named(folder: Path) -> None:
    done = marsad("brief", "a.db", "--html", "/dev/full", cwd=folder)
    assert done.returncode == 1
    assert "/dev/full cannot be written: No space left" in done.stderr


def test_show_and_explain_follow_the_ids_that_read_prints(folder: Path) -> None:
    shown = marsad("show", "a", "-l", "a.db", cwd=folder)
    assert shown.returncode == 0
    assert "2017" in shown.stdout
    assert marsad("explain", "a", "-l", "a.db", cwd=folder).returncode == 0
    reading = decode_reading(marsad("read", "in/a.txt", "--json", "--outlet", "sana", "--date", "2017-09-17", cwd=folder).stdout)
    stated = {c.id: c.rule for c in reading.claims[:1]} | {e.id: e.rule for e in reading.events[:1]}
    for ident in (*stated, *(p.id for p in reading.places[:1]), *(a.id for a in reading.actors[:1])):
        for command in ("show", "explain"):
            done = marsad(command, ident, "-l", "a.db", cwd=folder)
            assert done.returncode == 0, done.stderr
            assert ident in done.stdout
        assert stated.get(ident, "") in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "nothing.txt"), "no such file"),
        (("read", "in", "-o", "no/such/folder.db"), "folder exists"),
        (("read", "in", "-o", "in/a.txt"), "not a Marsad ledger"),
        (("read", "in", "--date", "yesterday"), "2017-09-17"),
        (("brief", "none.db"), "no such ledger"),
        (("brief", "in/a.txt"), "not a Marsad ledger"),
        (("show", "claim:ffff", "-l", "a.db"), "nothing in the ledger"),
        (("explain", "doc:", "-l", "a.db"), "begins several ids"),
        (("score", "none"), "not a folder"),
        (("score", "in"), "no articles beside it"),
        (("brief", "a.db", "--html", "no/such/page.html"), "No such file"),
    ],
)
def test_errors_are_plain_words(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    done = marsad(*arguments, cwd=folder)
    assert done.returncode in (1, 3)
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_status_two(tmp_path: Path) -> None:
    assert marsad("read", cwd=tmp_path).returncode == 2
    assert marsad("no-such-command", cwd=tmp_path).returncode == 2


def test_score_with_readings_given(folder: Path) -> None:
    gold: dict[str, object] = {"id": "a", "claims": [], "events": [], "places": [], "actors": [], "published": None}
    (folder / "gold").mkdir(exist_ok=True)
    (folder / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "gold.jsonl").write_text(json.dumps({"id": "a", "text": ARTICLE}, ensure_ascii=False), encoding="utf-8")
    done = marsad("score", "gold", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "1 articles, 0 without a reading" in done.stdout
    assert "claim found" in json.loads(marsad("score", "gold", "--json", cwd=folder).stdout)["figures"]


def test_floors_fall_and_are_only_lowered_by_name(folder: Path) -> None:
    test_score_with_readings_given(folder)
    (folder / "found.jsonl").write_text("", encoding="utf-8")

    def score(*options: str) -> Done:
        return marsad("score", "gold", "--found", "found.jsonl", "--floors", "f.json", *options, cwd=folder)

    assert "no floors there" in score().stderr
    assert score("--update-floors").returncode == 0
    assert score().returncode == 0
    floors = json.loads((folder / "f.json").read_text())
    floors["f1"]["claim found"] = 0.9
    (folder / "f.json").write_text(json.dumps(floors))
    fallen = score()
    assert (fallen.returncode, "fell" in fallen.stderr) == (1, True)
    assert score("--update-floors").returncode == 1
    assert score("--update-floors", "--allow-regression").returncode == 0
    floors["gold"] = "another"
    (folder / "f.json").write_text(json.dumps(floors))
    assert "changed since" in score().stderr


def test_a_table_of_places_is_kept_and_used(folder: Path) -> None:
    assert "No table was imported" in marsad("gazetteer", "list", cwd=folder).stdout
    table = folder / "mine.csv"
    table.write_text("name_en,name_ar,latitude,longitude\nMadeupabad,مختلقاباد,35.5,37.5\n", encoding="utf-8")
    done = marsad("gazetteer", "import", "mine.csv", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "1 places of 1 rows" in done.stdout
    assert "mine" in marsad("gazetteer", "list", cwd=folder).stdout
    text = "قال مصدر عسكري إن الطيران قصف بلدة مختلقاباد مساء الاثنين، وإن ثلاثة مدنيين قتلوا في القصف."
    reading = decode_reading(marsad("read", "-", "--json", stdin=text.encode(), cwd=folder).stdout)
    assert ("Madeupabad", 35.5) in {(p.name.en, p.lat) for p in reading.places}
    bad = marsad("gazetteer", "import", "in/a.txt", cwd=folder)
    assert (bad.returncode, "no table of places" in bad.stderr) == (1, True)
    assert marsad("gazetteer", "import", "none.csv", cwd=folder).returncode == 1
