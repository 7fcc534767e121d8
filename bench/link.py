"""How long linking takes as a ledger grows: readings repeated with shifted dates, at three sizes.

    python bench/link.py readings.jsonl --copies 1 4 16

Each copy moves every date by four hundred days, so that copies do not meet and the work per reading stays the same.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from marsad.link import link
from marsad.model import Reading, decode_reading

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


def repeated(path: Path, copies: int) -> Iterator[Reading]:
    """The readings of a file, each as often as asked for; one at a time, as a ledger would hand them out."""
    for copy in range(copies):
        with path.open("rb") as lines:
            for line in lines:
                yield shifted(decode_reading(line), copy)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 4, 16])
    given = parser.parse_args()
    print(
        f"{'readings':>9} {'events':>9} {'pairs':>9} {'incidents':>9} {'seconds':>8} {'cpu s':>8} {'cpu ms/reading':>14} {'peak MiB':>8}"
    )
    for copies in given.copies:
        start, work = time.perf_counter(), time.process_time()
        linked = link(repeated(given.readings, copies))
        took, spent = time.perf_counter() - start, time.process_time() - work
        size = len(linked.documents)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{size:>9} {linked.rows.num_rows:>9} {len(linked.pairs):>9} {len(linked.shared()):>9}"
            f" {took:>8.1f} {spent:>8.1f} {1000 * spent / size:>14.2f} {peak:>8}"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
