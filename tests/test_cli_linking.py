"""`marsad link`, `readings`, `show` and `explain` over the example week, as a user runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import CliRunner

from marsad.cli import app
from marsad.link import compare
from marsad.model import decode_reading

SHIPPED = Path(__file__).parent.parent / "src" / "marsad" / "link" / "weights.json"
EXAMPLES = Path(__file__).parent.parent / "examples"


def marsad(*arguments: object) -> str:
    """What a command prints; it must end well."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("week") / "week.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent / "data"))
        marsad("read", EXAMPLES / "articles.jsonl", "--outlets", EXAMPLES / "outlets.yml", "-o", path, "--quiet")
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_strike_at_sarmada_is_one_happening_with_several_authors(ledger: Path) -> None:
    side_by_side = [row for row in lines(marsad("link", ledger, "--json")) if "accounts" in row]
    [strike] = [
        row for row in side_by_side if row["incident"]["type"] == "air_strike" and row["incident"]["place"] == "sy.sarmada"
    ]
    assert len(strike["incident"]["documents"]) >= 3
    [blamed] = [field for field in strike["fields"] if field["field"] == "perpetrator"]
    assert {"coalition", "russia"} <= {value["value"] for value in blamed["values"]}


def test_readings_name_the_incidents_that_linking_found(ledger: Path) -> None:
    readings = [decode_reading(line) for line in marsad("readings", ledger).splitlines()]
    assert len(readings) == 14
    shared = {row["incident"]["id"] for row in lines(marsad("link", ledger, "--json")) if "accounts" in row}
    named = [ident for reading in readings for ident in reading.incidents]
    assert any(named.count(ident) > 1 for ident in shared)


def test_a_judgement_takes_two_events_apart(ledger: Path) -> None:
    before = [row["incident"] for row in lines(marsad("link", ledger, "--json")) if "accounts" in row]
    incident = next(i for i in before if len(i["events"]) == 2)
    one, other = (event for _, event in incident["events"])
    marsad("judge", one, other, "--different", "--who", "a reader", "--why", "two days, two towns", "--ledger", ledger)
    after = [row["incident"] for row in lines(marsad("link", ledger, "--json")) if "accounts" in row]
    assert incident["id"] in {i["id"] for i in before}
    assert not any({one, other} <= {event for _, event in i["events"]} for i in after)


def test_an_incident_is_shown_and_explained(ledger: Path) -> None:
    side_by_side = [row for row in lines(marsad("link", ledger, "--json")) if "accounts" in row]
    graded = next(row for row in side_by_side if row["grade"] and len(row["incident"]["events"]) > 2)
    ident = graded["incident"]["id"]
    shown = marsad("show", ident, "--ledger", ledger)
    assert f"provisional: {graded['grade']['grade']}" in shown
    assert "Account by account" in shown
    assert "bits" not in shown
    # People read names: no key of an origin, of a side or of a population is shown.
    assert not re.search(r"(relay|voice|name|combatant):\S", shown)
    keys = {account["origin"].partition(":")[2] for account in graded["accounts"] if account["origin"].startswith("voice:")}
    named = {a.id for line in marsad("readings", ledger).splitlines() for a in decode_reading(line).actors if a.name.en}
    assert keys & named
    assert not [key for key in keys & named if f" {key} " in shown or f" {key}," in shown]
    explained = marsad("explain", ident[: len("incident:") + 10], "--ledger", ledger)
    for document, event in graded["incident"]["events"]:
        assert f"{document}|{event}" in explained
    assert explained.count("bits") >= len(graded["incident"]["events"]) - 1
    assert "place: " in explained
    nothing = CliRunner().invoke(app, ["show", "incident:zzz", "--ledger", str(ledger)])
    assert (nothing.exit_code, "no incident" in nothing.output) == (1, True)


def test_weights_are_estimated_written_and_used(ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "weights.json"
    told = marsad("link", ledger, "--estimate", "--weights", target)
    assert "pairs of a ledger" in told
    made = json.loads(target.read_text(encoding="utf-8"))
    assert made["levels"]["date"]["same day"] != json.loads(SHIPPED.read_text(encoding="utf-8"))["levels"]["date"]["same day"]
    # Weights by which nothing is ever one happening are used as they are given.
    target.write_text(json.dumps({**made, "prior": 1e-9}), encoding="utf-8")
    assert "Reported more than once: 0 " in marsad("link", ledger, "--weights", target)
    assert "Reported more than once: 0 " not in marsad("link", ledger)
    target.write_text("{}", encoding="utf-8")
    refused = CliRunner().invoke(app, ["link", str(ledger), "--weights", str(target)])
    assert (refused.exit_code, "no file of weights" in refused.output) == (1, True)


@pytest.mark.parametrize("arguments", [["--anew"], ["--estimate", "--weights"]])
def test_no_room_to_compare_in_is_said(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def cramped() -> duckdb.DuckDBPyConnection:
        return duckdb.connect(":memory:", config={"threads": 1, "memory_limit": "3MB", "max_temp_directory_size": "1KB"})

    monkeypatch.setattr(compare, "engine", cramped)
    given = [*arguments, str(tmp_path / "weights.json")] if "--weights" in arguments else arguments
    result = CliRunner().invoke(app, ["link", str(ledger), *given])
    assert (result.exit_code, "ran out of room" in result.output) == (1, True), result.output
    assert not (tmp_path / "weights.json").exists()


def test_in_words(ledger: Path) -> None:
    told = marsad("link", ledger, "--limit", 3)
    assert "Reported more than once" in told
    assert "origins" in told
    assert "provisional" in told


def test_tables_call_sides_and_origins_by_their_names_and_files_keep_the_keys(ledger: Path) -> None:
    marsad("link", ledger)
    table = marsad("ask", "losses", "--ledger", ledger)
    assert "Syrian Observatory for Human Rights" in table
    assert not re.search(r"\b(relay|voice|combatant|name):", table)
    assert "relay:" in marsad("ask", "losses", "--ledger", ledger, "--format", "csv")
