"""Events of 680 articles drawn at random from the corpus, annotated as offsets: what Marsad finds where no rule was fitted.

    random_articles.py [look|score|kept]

Each line of `random_articles.jsonl` is an article of the corpus with its events: type, realis, spans of all triggers, annotated
after the gold's guide by readers who had not seen Marsad's readings; in a fifth of the articles also who took part, as the spans of
each name, the days, and every count; 22 of them are long pages. `look` is there to be read, `score` to be scored on while rules are written, `kept` only at the end of a
piece of work: what rises on `look` alone is overfitting.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from outside_material import need

MARSAD = (sys.executable, "-m", "marsad")
PARTS = ("look", "score", "kept")
EMPTY: dict[str, Any] = {"claims": [], "actors": [], "targets": [], "places": [], "counts": [], "date": None}
ROLES = ("actors", "targets")


def whole(row: dict[str, Any]) -> dict[str, Any]:
    """A line as an annotation that `marsad score` reads: every name of a participant is an actor of its own."""
    actors: list[dict[str, Any]] = []
    events = []
    for n, (kind, realis, spans) in enumerate(row["events"]):
        told = row["who"][n] if "who" in row else {}
        event = {"id": f"e{n}", "type": kind, "realis": realis, "triggers": spans, **EMPTY}
        for role in ROLES:
            event[role] = [f"a{len(actors) + k}" for k in range(len(told.get(role, [])))]
            actors.extend(
                {"id": i, "kind": "other", "name": "", "mentions": m}
                for i, m in zip(event[role], told.get(role, []), strict=True)
            )
        if "date" in told:
            event["date"] = dict(zip(("start", "end"), told["date"], strict=True))
        events.append(event)
    # which event a count belongs to was not annotated, nor is it scored
    for what, low, high, qualifier, span in row.get("counts", []):
        count = {"what": what, "low": low, "high": high, "qualifier": qualifier, "span": span, "population": "unknown"}
        events[0]["counts"] = [*events[0]["counts"], count]
    document = {"id": row["id"], "published": None, "boilerplate": []}
    empty: dict[str, Any] = {"places": [], "claims": [], "tallies": [], "disputes": []}
    return {"id": row["id"], "aligned": True, "document": document, "actors": actors, "events": events, **empty}


def scored(rows: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """The figures of what Marsad read in these articles, whose readings lie in the folder."""
    gold = Path(tempfile.mkdtemp(dir=folder))
    for row in rows:
        (gold / f"{row['id']}.json").write_text(json.dumps(whole(row)), encoding="utf-8")
    command = (*MARSAD, "score", gold, "--articles", folder / "articles.jsonl", "--found", folder / "readings.jsonl", "--json")
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)["figures"]
    return figures


def show(figures: dict[str, Any], *names: str) -> None:
    """Print some of the figures, a line each."""
    for name in names:
        figure = figures[name]
        print(f"{name:13} P {figure['p']:.3f} R {figure['r']:.3f} F1 {figure['f1']:.3f}", flush=True)


(corpus,) = need("corpus/news_dev.jsonl.gz")
parts = sys.argv[1:] or PARTS
if not set(parts) <= set(PARTS):
    sys.exit(f"parts are {', '.join(PARTS)}")
rows = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
with gzip.open(corpus, "rt", encoding="utf-8") as file:
    articles = {article["id"]: article for article in map(json.loads, file)}
for part in parts:
    mine = [row for row in rows if row["part"] == part and row["id"] in articles]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = (json.dumps(articles[row["id"]], ensure_ascii=False) + "\n" for row in mine)
        (folder / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
        with (folder / "readings.jsonl").open("wb") as readings:
            subprocess.run((*MARSAD, "read", "--json", "--quiet", folder / "articles.jsonl"), check=True, stdout=readings)
        figures = scored(mine, folder)
        print(f"== {part}: {len(mine)} articles, {figures['event']['n']} events")
        show(figures, "event", "event family", "realis")
        for also, *names in (
            ("who", "event actors", "event targets", "event date"),
            ("counts", "count", "casualty count", "count qualifier"),
        ):
            rich = [row for row in mine if also in row]
            print(f"   {also} in {len(rich)} of them")
            show(scored(rich, folder), *names)
