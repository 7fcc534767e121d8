"""The figures of Marsad on outside sets, where they are at hand: hand annotations, and with ALL=1 everything else."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from outside_material import SHARED

MARSAD = (sys.executable, "-m", "marsad")


def run(*command: object, into: Path | None = None) -> None:
    """Run a command, showing what it prints or keeping it in a file; a failing one is named, and the next goes on."""
    parts = [str(part) for part in command]
    if into is None:
        done = subprocess.run(parts, check=False)
    else:
        with into.open("wb") as file:
            done = subprocess.run(parts, check=False, stdout=file)
    # 3 says that inputs were skipped; the scorers count those as misses.
    if done.returncode not in (0, 3):
        print(f"failed: {' '.join(parts)}")


def annotated(name: str) -> None:
    """Hand annotations: the articles are read and compared."""
    print(f"\n== {name}", flush=True)
    run(*MARSAD, "score", SHARED / "gold" / name, "--articles", SHARED / "gold" / f"{name}.jsonl")


def prepared(title: str, script: str, *words: str, folder: Path) -> None:
    """A set with its own scorer: it prepares articles, Marsad reads them, it scores the readings."""
    print(f"\n== {title}", flush=True)
    scorer, *rest = SHARED / "score" / script, *words
    articles, readings = folder / "articles.jsonl", folder / "readings.jsonl"
    run(sys.executable, scorer, "prepare", *rest, into=articles)
    run(*MARSAD, "read", "--json", articles, into=readings)
    run(sys.executable, scorer, "score", *rest, readings)


if not SHARED.exists():
    print("\nno outside sets here (../shared); only the examples were scored")
    sys.exit(0)
annotated("dev")
if os.environ.get("ALL"):
    annotated("train")
    annotated("val")
    evaluation = SHARED / "eval"
    with tempfile.TemporaryDirectory() as name:
        for kind in ("assault", "protest"):
            table = str(evaluation / "gsr" / f"{kind}_dev.csv")
            prepared(f"event sentences: {kind}", "gsr.py", kind, table, folder=Path(name))
        prepared("recorded incidents", "incidents.py", str(evaluation / "airwars"), folder=Path(name))
    print("\n== names in tagged news", flush=True)
    run(sys.executable, Path(__file__).parent / "names.py")
    print("\n== stance pairs: not yet; marsad check does not exist")
