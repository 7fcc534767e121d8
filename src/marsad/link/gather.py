"""Readings made ready for linking on several cores; the order and the bytes of what comes out do not depend on how many."""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final, TypeVar

from marsad.link.rows import pack, prepare
from marsad.model import decode_reading

# Starting a process takes as long as preparing this many readings.
WORTH_A_PROCESS: Final = 400
BATCH: Final = 50
# Batches handed out ahead for each process: enough to keep it busy, few enough to keep memory flat.
AHEAD: Final = 3

Key = TypeVar("Key")


class GatherError(Exception):
    """A worker process died; the message says what to do."""


def _batch(lines: Sequence[bytes]) -> list[bytes]:
    return [pack(prepare(decode_reading(line))) for line in lines]


def gather(readings: Iterable[tuple[Key, bytes]], *, jobs: int | None = None) -> Iterator[tuple[Key, bytes]]:
    """Each reading (as a line of JSON) prepared and packed, under its key and in the order given.

    `jobs` is the number of processes; None takes as many as are worth it.
    """
    source = iter(readings)
    if jobs is None:
        first = list(itertools.islice(source, WORTH_A_PROCESS))
        jobs = 1 if len(first) < WORTH_A_PROCESS else os.cpu_count() or 1
        source = itertools.chain(first, source)
    if jobs <= 1:
        for key, line in source:
            yield key, _batch([line])[0]
        return
    waiting: deque[tuple[list[Key], Future[list[bytes]]]] = deque()
    # A fresh interpreter for each worker: DuckDB has threads in the parent, and forking those is not safe.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    finished = False
    try:
        while True:
            while len(waiting) < jobs * AHEAD and (batch := list(itertools.islice(source, BATCH))):
                waiting.append(([key for key, _ in batch], pool.submit(_batch, [line for _, line in batch])))
            if not waiting:
                break
            keys, done = waiting.popleft()
            yield from zip(keys, done.result(), strict=True)
        finished = True
    except BrokenProcessPool as error:
        raise GatherError("a worker process died, perhaps for want of memory; try again with --jobs 1") from error
    finally:
        pool.shutdown(wait=finished, cancel_futures=True)
