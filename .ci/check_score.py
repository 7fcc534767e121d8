"""The figures of `marsad score` equal those of the outside scorer, on Marsad's readings and on gold with faults put in."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from outside_material import need

from marsad.model import Reading, new_document
from marsad.score import Gold, load_articles, load_gold

scorer, gold, articles = need("score/score.py", "gold/dev", "gold/dev.jsonl")


def output(*command: object) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def faulty(annotation: Gold, text: str, n: int) -> Reading:
    """A reading that is right in places and wrong in others, in a way that is the same every time."""
    raw = msgspec.to_builtins(annotation)
    wheel = itertools.count(n)

    def now_and_then(every: int) -> bool:
        return next(wheel) % every == 0

    def moved(span: list[int]) -> list[int]:
        start, end = span
        return [max(0, start - 3), end] if now_and_then(4) else [start, min(len(text), end + (2 if now_and_then(3) else 0))]

    claims = []
    for number, claim in enumerate(raw["claims"]):
        if now_and_then(6):
            continue
        claims.append(
            {
                "id": f"claim:{number}",
                "sentence": [0, 1],
                "cue": None if now_and_then(9) else {"span": moved(claim["cue"]["span"]), "lemma": ""},
                "source": claim["source"] and {"span": moved(claim["source"]["span"])},
                "chain": [{"role": "person", "actor": a} for a in claim["chain"] if not now_and_then(8)],
                "content": [moved(s) for s in claim["content"]],
                "quotation": "direct" if now_and_then(3) else claim["quotation"],
                "stance": "asserts" if now_and_then(3) else claim["stance"],
                "certainty": "stated",
                "rule": "",
            }
        )
    events = []
    for number, event in enumerate(raw["events"]):
        if now_and_then(6):
            continue
        date = event["date"] and {**event["date"], "precision": "day", "basis": "explicit", "span": None}
        counts = [
            {**c, "span": moved(c["span"]), "population": "all", "claim": "outlet"}
            | ({"qualifier": "up_to"} if now_and_then(5) else {})
            for c in event["counts"]
            if not now_and_then(7)
        ]
        events.append(
            {key: event[key] or [] for key in ("claims", "actors", "targets", "places")}
            | {
                "id": f"event:{number}",
                "type": "shelling" if now_and_then(4) else event["type"],
                "realis": "actual" if now_and_then(3) else event["realis"],
                "triggers": [moved(s) for s in event["triggers"]],
                "date": None if now_and_then(4) else date,
                "counts": counts,
                "rule": "",
            }
        )
    document = msgspec.structs.replace(
        new_document(text, ref=annotation.id), boilerplate=tuple(tuple(moved(list(s))) for s in annotation.document.boilerplate)
    )
    people = [{"id": a["id"], "kind": "other", "name": {}, "registered": False, "mentions": a["mentions"]} for a in raw["actors"]]
    places = [
        {**p, "kind": "town", "name": {}, "precision_km": p["km"], "lat": (p["lat"] or 0) + (0.3 if now_and_then(5) else 0)}
        for p in raw["places"]
        if not now_and_then(7)
    ]
    return msgspec.convert(
        {
            "document": msgspec.to_builtins(document),
            "actors": people,
            "places": places,
            "claims": claims,
            "events": events,
        },
        type=Reading,
    )


texts = load_articles(articles)
wanted = load_gold(gold, texts)
with tempfile.TemporaryDirectory() as folder:
    readings = {"marsad": Path(folder) / "marsad.jsonl"}
    readings["marsad"].write_text(output(sys.executable, "-m", "marsad", "read", "--json", articles), encoding="utf-8")
    for n in range(3):
        name = f"faulty {n}"
        readings[name] = Path(folder) / f"faulty{n}.jsonl"
        lines = [msgspec.json.encode(faulty(g, texts[i].text, n)) for i, g in wanted.items()]
        readings[name].write_bytes(b"\n".join(lines[n:]))
    for name, found in readings.items():
        theirs = output(sys.executable, scorer, "--gold", gold, "--articles", articles, "--found", found, "--misses", "2")
        command = (sys.executable, "-m", "marsad", "score", gold, "--articles", articles, "--found", found, "--misses", "2")
        ours = output(*command)
        if ours != theirs:
            print(f"{name}: the figures differ\n--- outside\n{theirs}\n--- ours\n{ours}")
            sys.exit(1)
        plain = json.loads(output(*command[:-2], "--json"))["figures"]
        print(f"{name}: figures equal; claim found F1 {plain['claim found']['f1']:.3f}, event F1 {plain['event']['f1']:.3f}")
