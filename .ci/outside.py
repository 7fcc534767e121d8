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


def incidents(table: str, *, folder: Path) -> None:
    """Pages about recorded incidents: read into a ledger, linked, and scored with the incidents that each is about."""
    print("\n== recorded incidents, and pairs of pages about one", flush=True)
    scorer, articles = SHARED / "score" / "incidents.py", folder / "pages.jsonl"
    ledger, readings = folder / "pages.db", folder / "linked.jsonl"
    run(sys.executable, scorer, "prepare", table, into=articles)
    run(*MARSAD, "read", "--quiet", articles, "-o", ledger, into=folder / "read.txt")
    run(*MARSAD, "link", ledger, into=folder / "link.txt")
    run(*MARSAD, "readings", ledger, into=readings)
    run(sys.executable, scorer, "score", table, readings)


def stances(table: str, *, folder: Path) -> None:
    """Claims and articles: whether each article affirms the claim, denies it, discusses it or speaks of something else."""
    print("\n== stance pairs", flush=True)
    scorer, pairs, answers = SHARED / "score" / "stance.py", folder / "pairs.jsonl", folder / "answers.jsonl"
    run(sys.executable, scorer, "prepare", table, into=pairs)
    run(*MARSAD, "check", "--pairs", pairs, into=answers)
    run(sys.executable, scorer, "score", table, answers)


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
        incidents(str(evaluation / "airwars"), folder=Path(name))
        stances(str(evaluation / "stance" / "claims_dev.jsonl.gz"), folder=Path(name))
    print("\n== names in tagged news", flush=True)
    run(sys.executable, Path(__file__).parent / "names.py")
    print("\n== dates in TimeML documents", flush=True)
    run(sys.executable, Path(__file__).parent / "timeml.py")
    print("\n== events of random articles", flush=True)
    run(sys.executable, Path(__file__).parent / "random_articles.py")
