"""Many documents on many cores: the order and the bytes of what comes out do not depend on how many."""

from __future__ import annotations

import functools
import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeAlias

from marsad.cli.shelves import Shelves
from marsad.kit import Kit
from marsad.model import Document, Record, Traced
from marsad.pipeline import trace

# Starting a process costs about as much as reading this many articles.
WORTH_A_PROCESS: Final = 24
BATCH: Final = 4
# Batches handed out ahead for each process: enough to keep it busy, few enough to keep memory flat.
AHEAD: Final = 4
# Nothing but what comes with the package.
SHIPPED: Final = Shelves()


class Failed(Record, frozen=True):
    """A document on which the program itself broke; `error` is for whoever mends it."""

    document: Document
    error: str


Outcome: TypeAlias = Traced | Failed


class WorkersError(Exception):
    """The worker processes stopped; the message says what to do."""


@functools.cache
def _kit(shelves: Shelves) -> Kit:
    """The kit of this process, loaded when its first batch comes."""
    return shelves.kit()


def _batch(documents: Sequence[Document], shelves: Shelves) -> list[Outcome]:
    return [read_one(document, _kit(shelves)) for document in documents]


def read_one(document: Document, kit: Kit) -> Outcome:
    """The reading of one document; an error in a stage becomes a value, so that the other documents are read."""
    try:
        return trace(document, kit)
    except Exception as error:  # noqa: BLE001
        last = error.__traceback__
        while last and last.tb_next:
            last = last.tb_next
        place = f"{Path(last.tb_frame.f_code.co_filename).name}:{last.tb_lineno}" if last else "unknown place"
        return Failed(document=document, error=f"{type(error).__name__} at {place}: {error}")


def read_all(documents: Iterable[Document], *, jobs: int | None = None, shelves: Shelves = SHIPPED) -> Iterator[Outcome]:
    """Readings in the order of the documents. `jobs` is the number of processes; None takes as many as are worth it."""
    source = iter(documents)
    cores = os.cpu_count() or 1
    if jobs is None:
        first = list(itertools.islice(source, WORTH_A_PROCESS * 2))
        jobs = 1 if len(first) < WORTH_A_PROCESS * 2 else cores
        source = itertools.chain(first, source)
    if jobs <= 1:
        document = next(source, None)
        if document is None:
            return
        kit = _kit(shelves)
        for one in itertools.chain((document,), source):
            yield read_one(one, kit)
        return
    yield from _with_processes(source, jobs, shelves)


def _with_processes(source: Iterator[Document], jobs: int, shelves: Shelves) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    # A fresh interpreter for each worker: the parent has threads (the progress bar), and forking those is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    finished = False
    try:
        while True:
            while len(waiting) < jobs * AHEAD:
                batch = list(itertools.islice(source, BATCH))
                if not batch:
                    break
                waiting.append(pool.submit(_batch, batch, shelves))
            if not waiting:
                break
            yield from waiting.popleft().result()
        finished = True
    except BrokenProcessPool as error:
        raise WorkersError("a worker process died, perhaps for want of memory; try again with --jobs 1") from error
    finally:
        pool.shutdown(wait=finished, cancel_futures=True)
