"""The commands on a PostgreSQL server, as on a file; and reading that is killed again and again loses nothing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from conftest import NewLedger
from made import TEXT, document, traced
from marsad.ledger import open_ledger
from marsad.model import encode
from servers import Server
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
