"""Two hundred real articles are read without an exception, and two runs give the same bytes, whatever the number of jobs."""

from __future__ import annotations

import gzip
import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

from outside_material import need

(corpus,) = need("corpus/news_dev.jsonl.gz")
HOW_MANY = 200


def readings(path: Path, jobs: int) -> tuple[bytes, str]:
    done = subprocess.run(
        [sys.executable, "-m", "marsad", "read", "--json", "--jobs", str(jobs), str(path)], capture_output=True, check=False
    )
    return done.stdout, done.stderr.decode()


with gzip.open(corpus, "rb") as file, tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "articles.jsonl"
    # Every twenty-fourth article: the corpus is sorted by outlet.
    path.write_bytes(b"".join(itertools.islice(file, 0, HOW_MANY * 24, 24)))
    first, said = readings(path, 1)
    second, _ = readings(path, 2)
    if "failed on it" in said or first.count(b"\n") != HOW_MANY:
        print(f"{len(first.splitlines())} of {HOW_MANY} read\n{said}")
        sys.exit(1)
    if first != second:
        print("two runs over the same articles gave different bytes")
        sys.exit(1)
    print(f"{HOW_MANY} articles read, two runs the same {len(first):,} bytes")
