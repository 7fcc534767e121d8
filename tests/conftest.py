"""Ledgers of both kinds for the tests that hold for either: files, and databases of a server that is started once."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from servers import MissingServerError, Server, running

NewLedger: TypeAlias = Callable[[], str]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; without its programs the tests that need it are skipped, and fail under CI=true."""
    try:
        with running() as started:
            yield started
    except MissingServerError as error:
        if os.environ.get("CI", "").lower() in ("true", "1"):
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> NewLedger:
    """What gives the place of a ledger that is not there yet, once a call; every test runs for either database."""
    if request.param == "sqlite":
        numbers = itertools.count(1)
        return lambda: str(tmp_path / f"ledger{next(numbers)}.db")
    server: Server = request.getfixturevalue("server")
    return server.database
