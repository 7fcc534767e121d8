"""How long linking takes and how much memory as a ledger grows: readings repeated with shifted dates, at three sizes.

    marsad read CORPUS --json > readings.jsonl
    python bench/link.py readings.jsonl --sizes 3125 12500 50000

Each copy moves every date by four hundred days, so that no copy meets itself, while copies of articles of several years lie
over one another and make the ledger denser. Every size is measured in a process of its own; writing the copies is not
measured, reading them from the file is.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.link import gather, link_prepared, unpack
from marsad.model import Reading, decode_reading, encode

STEP = 400


def _moved(day: str | None, days: int) -> str | None:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat() if day else None


def shifted(reading: Reading, copy: int) -> Reading:
    """A reading as it would be some multiples of four hundred days later."""
    days, replace = copy * STEP, msgspec.structs.replace
    published = reading.document.published
    document = replace(
        reading.document,
        id=f"{reading.document.id}#{copy}",
        published=replace(published, start=_moved(published.start, days), end=_moved(published.end, days)),
    )
    events = tuple(
        replace(event, date=replace(event.date, start=_moved(event.date.start, days), end=_moved(event.date.end, days)))
        if event.date
        else event
        for event in reading.events
    )
    return replace(reading, document=document, events=events)


def repeated(path: Path) -> Iterator[Reading]:
    """The readings of a file again and again, one at a time."""
    for copy in itertools.count():
        with path.open("rb") as lines:
            for line in lines:
                yield shifted(decode_reading(line), copy)


def measure(path: Path, jobs: int) -> dict[str, float]:
    """Link the readings of a file and say what it took."""
    start = time.perf_counter()
    with path.open("rb") as lines:
        prepared = (unpack(packed) for _, packed in gather(enumerate(lines), jobs=jobs))
        linked = link_prepared(prepared)
    took = time.perf_counter() - start
    own, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "events": linked.rows.num_rows,
        "pairs": len(linked.pairs),
        "shared": len(linked.shared()),
        "seconds": took,
        "cpu": own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
        # The workers are gone before the comparing begins, which is when the main process is largest.
        "peak": max(own.ru_maxrss, jobs * workers.ru_maxrss) / 1024,
    }


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[3125, 12500, 50000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--alone", action="store_true", help="measure the file as it is and print JSON")
    given = parser.parse_args()
    if given.alone:
        print(json.dumps(measure(given.readings, given.jobs)))
        return
    print(
        f"{'readings':>9} {'events':>9} {'pairs':>9} {'incidents':>9} {'seconds':>8} {'cpu s':>8} {'cpu ms/reading':>14} {'peak MiB':>8}"
    )
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "readings.jsonl"
            with path.open("wb") as out:
                out.writelines(encode(reading) + b"\n" for reading in itertools.islice(repeated(given.readings), size))
            command = [sys.executable, __file__, str(path), "--alone", "--jobs", str(given.jobs)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
        got = json.loads(done.stdout)
        print(
            f"{size:>9} {got['events']:>9} {got['pairs']:>9} {got['shared']:>9} {got['seconds']:>8.1f} {got['cpu']:>8.1f}"
            f" {1000 * got['cpu'] / size:>14.2f} {got['peak']:>8.0f}"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
