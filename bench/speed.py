"""How fast and how large: `make bench` prints it, `make bench ARTICLES=file.jsonl` does so on articles of your own.

Milliseconds for an article of 2,500 characters on one core (total time over total characters), articles a second with all
cores, and the most memory that one process took.
"""

from __future__ import annotations

import os
import platform
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from marsad.cli.workers import Failed, read_all
from marsad.kit import load
from marsad.model import Document, Traced
from marsad.pipeline import trace
from marsad.readers import read_documents

ARTICLE = 2500
# One core is timed on at most this many articles; all cores on enough of them to keep every process busy for a while.
ONE_CORE = 200
ALL_CORES = 100


def _megabytes(who: int) -> float:
    # Linux counts kilobytes, macOS bytes.
    return resource.getrusage(who).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _repeated(documents: Sequence[Document], wanted: int) -> list[Document]:
    return [documents[n % len(documents)] for n in range(wanted)]


def main(paths: Sequence[str]) -> None:
    """Time the pipeline on the articles of the paths."""
    documents = [d for d in read_documents(list(paths)) if isinstance(d, Document)]
    if not documents:
        sys.exit("no articles to time")
    characters = sum(len(d.text) for d in documents) / len(documents)
    print(f"{len(documents)} articles of {characters:,.0f} characters on average; {platform.python_implementation()} ", end="")
    print(f"{platform.python_version()}, {os.cpu_count()} cores")

    start = time.perf_counter()
    kit = load()
    print(f"{time.perf_counter() - start:8.2f} s   to load the kit")

    sample = documents[:ONE_CORE]
    for document in sample[:3]:
        trace(document, kit)
    start = time.perf_counter()
    for document in sample:
        trace(document, kit)
    seconds = time.perf_counter() - start
    read = sum(len(d.text) for d in sample)
    print(f"{1000 * seconds * ARTICLE / read:8.1f} ms  for {ARTICLE:,} characters on one core")
    print(f"{_megabytes(resource.RUSAGE_SELF):8.0f} MB  peak memory of one process")

    cores = os.cpu_count() or 1
    many = _repeated(documents, max(len(documents), ALL_CORES * cores))
    outcomes = read_all(many, jobs=cores)
    # The first readings wait for the processes to start, which a long run does once.
    for _ in range(8 * cores):
        next(outcomes)
    start = time.perf_counter()
    rest = list(outcomes)
    seconds = time.perf_counter() - start
    good = sum(isinstance(outcome, Traced) for outcome in rest)
    print(f"{good / seconds:8.1f}     articles a second with {cores} processes")
    print(f"{_megabytes(resource.RUSAGE_CHILDREN):8.0f} MB  peak memory of a worker")
    if good < len(rest):
        print(f"{sum(isinstance(o, Failed) for o in rest)} articles failed", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:] or [str(Path(__file__).parent.parent / "examples" / "articles.jsonl")])
