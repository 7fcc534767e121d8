"""The commands on a PostgreSQL server, as on a file; and reading that is killed again and again loses nothing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import LiteralString

import psycopg

from conftest import NewLedger
from made import TEXT, document, traced
from marsad.ledger import open_ledger
from marsad.model import encode
from servers import Server, running
from test_cli import ARTICLE, marsad

KILLS = 15


def test_every_command_takes_the_address_of_a_server(server: Server, tmp_path: Path) -> None:
    place = server.database()
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    given = ("--outlet", "sana", "--date", "2017-09-17")
    read = marsad("read", "a.txt", "-o", place, *given, cwd=tmp_path)
    assert (read.returncode, "1 read into postgresql://" in read.stdout) == (0, True), read.stderr
    assert "SANA" in marsad("brief", place, cwd=tmp_path).stdout
    assert "2017" in marsad("show", "a", "-l", place, cwd=tmp_path).stdout
    assert marsad("explain", "a", "-l", place, cwd=tmp_path).returncode == 0
    rows = json.loads(marsad("ask", "outlets", "-f", "json", "-l", place, cwd=tmp_path).stdout)
    assert [row["outlet"] for row in rows] == ["sana"]
    assert "كفر زيت" in marsad("search", "كفر", "-l", place, cwd=tmp_path).stdout
    assert not list(tmp_path.glob("postgresql*"))
    nowhere = marsad("brief", "postgresql://me:secret@127.0.0.1:1/x", cwd=tmp_path)
    assert (nowhere.returncode, "no server answers" in nowhere.stderr, "secret" in nowhere.stderr) == (1, True, False)


def test_a_server_that_stops_half_way_is_said_and_the_next_run_goes_on(tmp_path: Path) -> None:
    whole = 120
    articles = tmp_path / "a.jsonl"
    rows = [{"id": str(n), "outlet": "sana", "date": "2017-09-17", "text": f"{ARTICLE}\nالنشرة {n}"} for n in range(whole)]
    articles.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    with running() as own:
        place = own.database()
        reading, linking = ("read", articles, "-o", place, "-q", "-j", "1"), ("link", place)

        def stopped(arguments: tuple[object, ...], ready: str) -> str:
            """What a command says on standard error whose server is gone as soon as a query is true."""
            command = [sys.executable, "-m", "marsad", *map(str, arguments)]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path) as process:
                with psycopg.connect(place, autocommit=True) as connection:
                    while process.poll() is None and not _true(connection, ready):
                        time.sleep(0.02)
                own.stop()
                said = process.communicate()[1]
            own.start()
            assert process.returncode == 1, said
            return said

        lost = "the connection to the server was lost; run the same command again, it goes on where it stopped"
        assert lost in stopped(reading, "SELECT count(*) >= 5 FROM readings")
        with open_ledger(place, writing=False) as ledger:
            kept = {one.reading.document.ref: encode(one.reading) for one in ledger.readings()}
        assert 5 <= len(kept) < whole
        again = marsad(*map(str, reading), cwd=tmp_path)
        assert f"{whole - len(kept)} read into" in again.stdout, again.stderr
        with open_ledger(place, writing=False) as ledger:
            assert {one.reading.document.ref: encode(one.reading) for one in ledger.readings()}.items() >= kept.items()
        assert lost in stopped(linking, "SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory'")
        with open_ledger(place, writing=False) as ledger:
            assert ledger.linking() is None
        assert f"{whole} articles linked" in marsad(*linking, cwd=tmp_path).stderr


def _true(connection: psycopg.Connection[tuple[bool]], query: LiteralString) -> bool:
    try:
        found = connection.execute(query).fetchone()
    except psycopg.errors.UndefinedTable:
        return False
    return found is not None and found[0]


def test_killed_at_any_moment_nothing_acknowledged_is_lost(new_ledger: NewLedger) -> None:
    place = new_ledger()
    script = (
        "import sys; from made import *; from marsad.ledger import open_ledger\n"
        "with open_ledger(sys.argv[1]) as ledger:\n"
        "    n = ledger.size()[0]\n"
        "    while True:\n"
        "        ledger.append(traced(document(TEXT, ref=str(n))), '1')\n"
        "        print(n, flush=True); n += 1\n"
    )
    chance = random.Random(6)
    acknowledged = -1
    for _ in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", script, place],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent,
            env={**os.environ},
        ) as process:
            assert process.stdout
            line = process.stdout.readline()
            time.sleep(chance.random() * 0.05)
            process.kill()
            said = [line, *process.stdout.read().splitlines()]
        acknowledged = max([acknowledged, *(int(word) for word in said if word.strip().isdigit())])
    with open_ledger(place) as ledger:
        whole = list(ledger.readings())
        assert len(whole) > acknowledged >= KILLS - 1
        for n, one in enumerate(whole):
            assert encode(one.reading) == encode(traced(document(TEXT, ref=str(n))).reading)
        parts = "SELECT count(*), count(DISTINCT reading) FROM "
        for table, each in (("claims", 3), ("events", 4), ("traces", 3), ("mentions", 7)):
            assert ledger.ask(parts + table).rows == ((each * len(whole), len(whole)),), table
        assert len(ledger.search("الطيران", limit=10**6)) == len(whole)
