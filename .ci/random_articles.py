"""Events of 680 articles drawn at random from the corpus, annotated as offsets: what Marsad finds where no rule was fitted.

    random_articles.py [look|score|kept]

Each line of `random_articles.jsonl` is an article of the corpus with its events: type, realis, spans of all triggers, annotated
after the gold's guide by readers who had not seen Marsad's readings. `look` is there to be read, `score` to be scored on while
rules are written, `kept` only at the end of a piece of work: what rises on `look` alone is overfitting.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from outside_material import need

PARTS = ("look", "score", "kept")
EMPTY = {"claims": [], "actors": [], "targets": [], "places": [], "counts": [], "date": None}

(corpus,) = need("corpus/news_dev.jsonl.gz")
parts = sys.argv[1:] or PARTS
if not set(parts) <= set(PARTS):
    sys.exit(f"parts are {', '.join(PARTS)}")
rows = [json.loads(line) for line in Path(__file__).with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()]
with gzip.open(corpus, "rt", encoding="utf-8") as lines:
    articles = {article["id"]: article for article in map(json.loads, lines)}
for part in parts:
    mine = [row for row in rows if row["part"] == part and row["id"] in articles]
    with tempfile.TemporaryDirectory() as folder:
        gold, read = Path(folder) / "gold", Path(folder) / "articles.jsonl"
        gold.mkdir()
        with read.open("w", encoding="utf-8") as file:
            for row in mine:
                file.write(json.dumps(articles[row["id"]], ensure_ascii=False) + "\n")
                events = [
                    {"id": f"e{n}", "type": kind, "realis": realis, "triggers": spans, **EMPTY}
                    for n, (kind, realis, spans) in enumerate(row["events"])
                ]
                whole = {"id": row["id"], "aligned": True, "document": {"id": row["id"], "published": None, "boilerplate": []}}
                whole |= {"actors": [], "places": [], "claims": [], "events": events, "tallies": [], "disputes": []}
                (gold / f"{row['id']}.json").write_text(json.dumps(whole), encoding="utf-8")
        command = [sys.executable, "-m", "marsad", "score", str(gold), "--articles", str(read), "--json"]
        figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["figures"]
    print(f"== {part}: {len(mine)} articles, {figures['event']['n']} events")
    for name in ("event", "event family", "realis"):
        print(f"{name:13} P {figures[name]['p']:.3f} R {figures[name]['r']:.3f} F1 {figures[name]['f1']:.3f}", flush=True)
