"""A PostgreSQL server for the tests, started from the programs of the system and thrown away afterwards."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg


class MissingServerError(Exception):
    """There are no programs of a PostgreSQL server on this machine, or nobody who may run them."""


def programs() -> Path:
    """The folder with initdb and pg_ctl, of the newest version that is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3].partition(".")[0]))
    if found:
        return found[-1].parent
    if initdb := shutil.which("initdb"):
        return Path(initdb).resolve().parent
    raise MissingServerError("no PostgreSQL server on this machine (on Debian: apt install postgresql)")


def runner() -> str | None:
    """Whom to run a server as: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise MissingServerError("PostgreSQL does not run as root, and there is no user postgres")


class Server:
    """A running server, reached through a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user = runner()
        self._programs = programs()
        self._numbers = itertools.count(1)

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs; its output is shown when it fails."""
        log = self.folder / "output.log"
        with log.open("ab") as output:
            as_whom: dict[str, Any] = {"user": self.user, "extra_groups": []} if self.user else {}
            done = subprocess.run(
                [self._programs / program, *arguments],
                stdout=output,
                stderr=output,
                cwd=self.folder,
                check=False,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
                **as_whom,
            )
        if done.returncode:
            raise RuntimeError(f"{program} failed:\n{log.read_text(encoding='utf-8', errors='replace')}")

    def start(self) -> None:
        """Start it, with the folder as the place of its socket and no network."""
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=30"
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-o", options, "-l", str(self.folder / "server.log"), "start")

    def stop(self) -> None:
        """Stop it at once; whoever is connected is cut off."""
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")

    def address(self, database: str) -> str:
        """The address of a database, as a user would write it."""
        return f"postgresql://marsad@/{database}?host={self.folder}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"ledger{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)


@contextmanager
def running() -> Iterator[Server]:
    """A server that sorts by the rules of a language, as servers do that people set up; it is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="marsad-pg-"))
    try:
        server = Server(folder)
        if server.user:
            shutil.chown(folder, server.user)
        language = ("--locale-provider=icu", "--icu-locale=ar")
        (folder / "data").mkdir()
        if server.user:
            shutil.chown(folder / "data", server.user)
        plain = ("-D", str(folder / "data"), "-U", "marsad", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        try:
            server.run("initdb", *plain, *language)
        except RuntimeError:
            server.run("initdb", *plain)  # a server older than 15, or built without ICU
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
