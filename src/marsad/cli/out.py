"""What the commands share: where they write, and how they stop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer
from rich.console import Console
from rich.markup import escape

from marsad.cli.workers import WorkersError
from marsad.gazetteer.imports import TableError
from marsad.ledger import LedgerError
from marsad.lexicon.loader import LexiconError
from marsad.questions import QuestionError
from marsad.score import GoldError


class Status(IntEnum):
    """Exit statuses besides 0 and the 2 of wrong usage."""

    FAILED = 1
    SKIPPED = 3
    STOPPED = 130


def console() -> Console:
    """Standard output: results."""
    return Console(highlight=False, soft_wrap=True, emoji=False)


def notices() -> Console:
    """Standard error: progress, notes and errors."""
    return Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def fail(message: str) -> typer.Exit:
    """Say what is wrong and give the exception that ends the command."""
    notices().print(f"[bold red]marsad:[/] {escape(message)}")
    return typer.Exit(Status.FAILED)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what a user can put right into one sentence; what is left is a fault of the program."""
    try:
        yield
    except (LedgerError, GoldError, WorkersError, LexiconError, TableError, QuestionError) as error:
        raise fail(str(error)) from error
    except BrokenPipeError:
        # Somebody read enough of the output and closed it (head, less): nothing more can be said there.
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1)
        raise typer.Exit(Status.FAILED) from None
    except OSError as error:
        raise fail(f"{error.filename or 'a file'}: {error.strerror or error}") from error
    except KeyboardInterrupt:
        notices().print("marsad: stopped; what was read so far is kept, and the same command goes on from there")
        raise typer.Exit(Status.STOPPED) from None
