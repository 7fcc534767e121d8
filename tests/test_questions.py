"""Every question on the shelf: what its head says, what it answers, and that both databases answer the same."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from conftest import NewLedger
from linked_examples import readings as example_readings
from made import TEXT, document, traced
from marsad.cli.linking import bring_up_to_date
from marsad.ledger import Answer, open_ledger
from marsad.model import Judgement, Traced
from marsad.questions import Question, QuestionError, load_questions, parse
from servers import Server
from test_cli import marsad

QUESTIONS = load_questions()
NARROWED = {
    "text": ("sana", "killed", "civilian", "denied", "air_strike", "ground", "Salma", "Russian Ministry of Defence"),
    "name": ("ادلب", "ru.mod", "kafr zayt"),
    "first day": ("2018-01-01",),
    "last day": ("2018-12-31",),
}


def fill(place: str) -> None:
    """Two documents made by hand and the example articles, linked, with a judgement that was taken back."""
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(), "2")
        ledger.append(traced(document(TEXT + " ", ref="two", outlet="other")), "2")
        for reading in example_readings():
            ledger.append(Traced(reading=reading), "2")
        day = "2026-01-01T00:00:00+00:00"
        ledger.judge(Judgement(id="judgement:1", kind="same", a="x|1", b="y|2", who="Salma", when=day, why="one strike"))
        ledger.judge(
            Judgement(id="judgement:2", kind="undo", a="x|1", b="y|2", who="Omar", when=day, why="no", undoes="judgement:1")
        )
        bring_up_to_date(ledger)


def ask(place: str, name: str, /, **given: str) -> Answer:
    (question,) = (q for q in QUESTIONS if q.name == name)
    values: dict[str, str | None] = {parameter.name: None for parameter in question.parameters}
    with open_ledger(place, writing=False) as ledger:
        return ledger.ask(question.sql, **(values | given))


def rows(answer: Answer, *columns: str) -> list[tuple[object, ...]]:
    at = [answer.columns.index(column) for column in columns]
    return [tuple(row[n] for n in at) for row in answer.rows]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("questions") / "a.db")
    fill(place)
    return place


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_the_answer_has_the_columns_of_the_head(question: Question, filled: str) -> None:
    answer = ask(filled, question.name)
    assert answer.columns == tuple(column.name for column in question.columns)
    assert answer.rows, "the examples answer every question"
    assert "ORDER BY" in question.sql


def test_both_databases_give_the_same_answers(server: Server, filled: str) -> None:
    other = server.database()
    fill(other)
    for question in QUESTIONS:
        asked: list[dict[str, str]] = [{}]
        asked += [{p.name: value} for p in question.parameters for value in NARROWED[p.kind]]
        for given in asked:
            one, two = ask(filled, question.name, **given), ask(other, question.name, **given)
            assert one == two, (question.name, given)
            kinds = {type(cell) for row in (*one.rows, *two.rows) for cell in row}
            assert kinds <= {str, int, type(None)}, question.name


def test_every_parameter_narrows(filled: str) -> None:
    for question in QUESTIONS:
        every = set(ask(filled, question.name).rows)
        for parameter in question.parameters:
            nothing = {"first day": "2999", "last day": "1000"}.get(parameter.kind, "no such thing")
            assert ask(filled, question.name, **{parameter.name: nothing}).rows == (), (question.name, parameter.name)
            if question.name not in ("outlets", "timeline", "casualties", "quotes", "names"):
                for value in NARROWED[parameter.kind]:
                    assert set(ask(filled, question.name, **{parameter.name: value}).rows) <= every


def test_answers_of_the_article_made_by_hand(new_ledger: NewLedger) -> None:
    place = new_ledger()
    with open_ledger(place) as ledger:
        ledger.append(traced(), "1")
        ledger.append(traced(), "2")
    assert rows(ask(place, "disputes"), "kind", "one", "one_stance", "other", "other_stance", "other_words") == [
        ("denied", "مصدر عسكري", "accuses", "Russian Ministry of Defence", "denies", "ذلك")
    ]
    assert rows(ask(place, "denials"), "denier", "denied") == [("Russian Ministry of Defence", "مصدر عسكري")]
    assert rows(
        ask(place, "casualties"), "place", "side", "population", "what", "counted_by", "figures", "lowest", "highest", "open"
    ) == [("Kafr Zayt", "Russian Aerospace Forces", "civilian", "killed", "مصدر عسكري", 1, 4, 4, 1)]
    assert rows(ask(place, "ceasefire"), "zone", "reporter", "number", "sum", "total", "sum_agrees") == [
        ("Hama", "Russian Ministry of Defence", 3, 5, 5, "yes"),
        ("Idlib", "Russian Ministry of Defence", 2, 5, 5, "yes"),
    ]
    assert rows(ask(place, "timeline"), "date_start", "type", "place", "voice", "stance") == [
        ("2018-10-08", "air_strike", "Kafr Zayt", "مصدر عسكري", "accuses"),
        (None, "ceasefire_violation", "Hama, Idlib", "Russian Ministry of Defence", "announces"),
    ]
    assert rows(ask(place, "timeline", realis="historical"), "date_start", "voice", "stance") == [("2018-09-01", "sabah", None)]
    assert rows(ask(place, "diplomacy"), "type", "realis") == [("talks", "planned")]
    assert rows(ask(place, "doubts"), "stage", "words") == [("ground", "أستانا")]
    assert rows(ask(place, "quotes"), "quoting", "quoted", "role", "claims", "denials") == [
        ("sabah", "Russian Ministry of Defence", "institution", 2, 1),
        ("Sabah Agency", "مصدر عسكري", "anonymous", 1, 0),
        ("sabah", "Sabah Agency", "agency", 1, 0),
    ]
    assert rows(ask(place, "names", actor="ru.aaf"), "name", "outlet", "voice", "form", "times") == [
        ("Russian Aerospace Forces", "sabah", "مصدر عسكري", "الطيران الروسي", 1)
    ]
    assert rows(ask(place, "outlets"), "outlet", "documents", "claims", "denials") == [("sabah", 1, 3, 1)]


def test_tallies_of_people_are_no_tallies_of_a_truce(new_ledger: NewLedger) -> None:
    place = new_ledger()
    held = traced()
    tally = msgspec.structs.replace(held.reading.tallies[0], what="detained")
    with open_ledger(place) as ledger:
        ledger.append(msgspec.structs.replace(held, reading=msgspec.structs.replace(held.reading, tallies=(tally,))), "1")
    assert rows(ask(place, "ceasefire"), "number") == []
    assert rows(ask(place, "ceasefire", what="detained"), "number") == [(3,), (2,)]


def test_sums_that_do_not_add_up_are_shown(filled: str) -> None:
    assert {"yes", "no"} >= {row[0] for row in rows(ask(filled, "ceasefire"), "sum_agrees")} - {None}
    for number, total, agrees in rows(ask(filled, "ceasefire"), "sum", "total", "sum_agrees"):
        assert agrees == (None if total is None else "yes" if number == total else "no")


def test_who_reported_first(filled: str) -> None:
    found = rows(ask(filled, "first"), "incident", "outlet", "lag", "outlets")
    by_incident: dict[object, list[tuple[object, ...]]] = {}
    for incident, *rest in found:
        by_incident.setdefault(incident, []).append(tuple(rest))
    assert by_incident
    for reports in by_incident.values():
        assert reports[0][1] == 0
        assert {outlets for _, _, outlets in reports} == {len(reports)}
        assert len({outlet for outlet, _, _ in reports}) == len(reports)
    assert {lag for _, lag, _ in (report for reports in by_incident.values() for report in reports)} > {0, 1}


def test_what_one_outlet_passes_over(filled: str) -> None:
    told = {incident for (incident,) in rows(ask(filled, "coverage", who="maysaloon"), "incident")}
    silent = {incident for (incident,) in rows(ask(filled, "coverage", without="maysaloon"), "incident")}
    assert told
    assert silent
    assert not told & silent
    both = ask(filled, "coverage", who="alyasmin", without="maysaloon")
    assert {who for (who,) in rows(both, "who")} == {"alyasmin"}
    assert {incident for (incident,) in rows(both, "incident")} <= silent


def test_disputes_across_documents_come_strongest_first(filled: str) -> None:
    found = rows(ask(filled, "contested"), "smaller", "origins", "dispute", "side", "held_by")
    assert [row[:2] for row in found] == sorted((row[:2] for row in found), reverse=True)
    for dispute in {row[2] for row in found}:
        sides = [row for row in found if row[2] == dispute]
        assert len(sides) >= 2
        assert sides[0][0] in {held for *_, held in sides}


def test_each_side_has_its_column_in_the_tallies(filled: str) -> None:
    found = rows(ask(filled, "zones", zone="total"), "from_day", "russia", "turkey", "others", "agree", "tallies", "wrong_sums")
    assert found == [
        ("2016-12-30", None, None, "42", None, 1, 0),
        # Two tallies, of 18 and of 23, each in two copies, one of which does not add up.
        ("2017-01-04", "18–23", None, None, None, 4, 1),
        ("2018-10-08", "5", None, None, None, 2, 0),
    ]
    assert ("Idlib", "2") in rows(ask(filled, "zones", **{"from": "2018-01-01"}), "zone", "russia")


def test_casualties_of_a_happening_are_counted_once(filled: str) -> None:
    rolled = rows(ask(filled, "losses", origin="all"), "incident", "what", "population", "low", "best", "high", "origins")
    assert len({row[:3] for row in rolled}) == len(rolled)
    assert all(low <= best <= high for *_, low, best, high, _ in rolled)  # type: ignore[operator]
    several = next(row for row in rolled if isinstance(row[6], int) and row[6] > 1)
    alone = rows(ask(filled, "losses"), "incident", "what", "population", "origin", "low", "high")
    mine = [row for row in alone if row[:3] == several[:3] and row[3] != "all"]
    assert len(mine) == several[6]
    assert min(row[4] for row in mine) == several[3]  # type: ignore[type-var]
    whole = {row[0]: row for row in rows(ask(filled, "tolls"), "what", "happenings", "best")}
    assert whole


def test_breaches_on_one_record_only(filled: str) -> None:
    sides: dict[object, set[object]] = {}
    for incident, side in rows(ask(filled, "breaches"), "incident", "side"):
        sides.setdefault(incident, set()).add(side)
    assert sides
    assert all(len(found) == 1 for found in sides.values())


def test_judgements_show_what_was_taken_back(filled: str) -> None:
    assert rows(ask(filled, "judgements"), "judgement", "who", "undone_by", "undoes") == [
        ("judgement:1", "Salma", "judgement:2", None),
        ("judgement:2", "Omar", None, "judgement:1"),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("-- title: A\n-- colour: red\nSELECT 1 AS a", "not a line of a head"),
        ("-- title: A\n-- column: a\nSELECT 1 AS a", "write"),
        ("-- title: A\n-- parameter x (colour): y\n-- column a: b\nSELECT :x AS a", "a parameter is"),
        ("-- title: A\n-- column a: b\nSELECT :x AS a", "parameters"),
        ("-- column a: b\nSELECT 1 AS a", "one title"),
    ],
)
def test_a_wrong_head_is_refused(text: str, says: str) -> None:
    with pytest.raises(QuestionError, match=says):
        parse("made", text)


def test_asking_from_the_command_line(filled: str, tmp_path: Path) -> None:
    listed = marsad("ask", cwd=tmp_path)
    assert all(question.title in listed.stdout for question in QUESTIONS)
    described = marsad("ask", "timeline", "--describe", cwd=tmp_path)
    assert "Only events of this type" in described.stdout
    table = marsad("ask", "disputes", "outlet=sabah", "-l", filled, cwd=tmp_path)
    assert (table.returncode, "مصدر عسكري" in table.stdout) == (0, True), table.stderr
    assert ("one stance" in table.stdout, "asserts" in table.stdout) == (True, False)
    assert max(map(len, table.stdout.splitlines())) < 400
    assert re.search(r"claim:[0-9a-f]{8} ", table.stdout)
    found = json.loads(marsad("ask", "disputes", "outlet=sabah", "-f", "json", "-l", filled, cwd=tmp_path).stdout)
    assert [row["kind"] for row in found] == ["denied"]
    lines = marsad("ask", "ceasefire", "zone=ادلب", "outlet=sabah", "-f", "csv", "-l", filled, cwd=tmp_path).stdout
    (row,) = csv.DictReader(io.StringIO(lines))
    assert (row["zone"], row["number"], row["sum_agrees"]) == ("Idlib", "2", "yes")
    spelled = marsad("ask", "timeline", "place=KAFR ZAYT", "from=2018-10", "to=2018", "outlet=other", "-f", "json", "-l", filled,
                     cwd=tmp_path)  # fmt: skip
    assert [row["date_start"] for row in json.loads(spelled.stdout)] == ["2018-10-08"]
    nothing = marsad("ask", "disputes", "outlet=none", "-l", filled, cwd=tmp_path)
    assert "Nothing in the ledger" in nothing.stdout


def test_only_what_links_loads_what_linking_needs() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, marsad.cli.commands; print(sorted({'splink', 'duckdb', 'pyarrow'} & set(sys.modules)))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "[]"


def test_what_is_not_linked_yet_is_said(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        ledger.append(traced(), "1")
    told = marsad("ask", "contested", "-l", tmp_path / "a.db", cwd=tmp_path)
    assert (told.returncode, "1 article is not linked yet" in told.stderr) == (0, True)
    assert "not linked" not in marsad("ask", "timeline", "-l", tmp_path / "a.db", cwd=tmp_path).stderr
    assert "not linked" not in marsad("link", tmp_path / "a.db", cwd=tmp_path).stderr
    assert "not linked" not in marsad("ask", "contested", "-l", tmp_path / "a.db", cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nonsense",), "no question 'nonsense'"),
        (("timeline", "color=red"), "may be narrowed by"),
        (("timeline", "from=yesterday"), "2017-09-17"),
        (("timeline", "-l", "none.db"), "no such ledger"),
    ],
)
def test_wrong_questions_are_refused_in_plain_words(filled: str, tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    done = marsad("ask", "-l", filled, *arguments, cwd=tmp_path)
    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr
