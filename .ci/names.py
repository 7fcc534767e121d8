"""Measure the names of persons, bodies and places against tagged news: python .ci/names.py [--misses].

The tags are one word a line (B-PERS, I-ORG ...). An entity is found when a mention of its class overlaps it, one to one; countries
count as places whether they act or not; a body is named by a registered name, or by a head noun and its name (جامعة كذا), but not by one
that every land has (الحكومة). "body*" leaves out, of the tagged, bodies that take no part in a conflict and are known by
no head noun (clubs, firms), and, of the found, governments and armies that the tags leave alone. The set only shows what knowledge is missing: nothing learns from it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from outside_material import need

from marsad import kit as kits
from marsad.kit import Kit
from marsad.lexicon.recognise import HeadUse, Naming
from marsad.model import new_document
from marsad.stages.clean import clean
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

BATCH = 20  # sentences read together, as a text would hold them
CLASSES = {"PERS": "person", "ORG": "body", "LOC": "place"}
SHOWN = ("person", "body", "body*", "place")
UNTAGGED = ("government", "armed_forces")
NO_BODY = ("state", "person", "population", "other")
Span = tuple[int, int]


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences as (word, tag)."""
    words: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            word, tag = line.rsplit(" ", 1)
            words.append((word, tag))
        elif words:
            yield words
            words = []
    if words:
        yield words


def text_of(batch: list[list[tuple[str, str]]]) -> tuple[str, dict[str, list[Span]]]:
    """The sentences as lines of one text, and its entities by class."""
    lines: list[str] = []
    gold: dict[str, list[Span]] = {name: [] for name in CLASSES.values()}
    at = 0
    for words in batch:
        offset = at
        for word, tag in words:
            mark, _, kind = tag.partition("-")
            found = gold.get(CLASSES.get(kind, ""))
            if found is not None:
                if mark == "I" and found and found[-1][1] == offset - 1:
                    found[-1] = (found[-1][0], offset + len(word))
                else:
                    found.append((offset, offset + len(word)))
            offset += len(word) + 1
        lines.append(" ".join(w for w, _ in words))
        at += len(lines[-1]) + 1
    return "\n".join(lines), gold


def mentions(text: str, kit: Kit) -> dict[str, list[Span]]:
    """What the recognise stage names in a text, by class; a body inside an office counts beside the office."""
    read = recognise(segment(clean(new_document(text), kit).document, kit), kit)
    how = {(t.record, span): t.rule for t in read.traces for span in t.spans}
    titled = {m.span for m in read.actor_mentions if m.form == "institution" and m.number == "s" and headed(text[slice(*m.span)])}
    named = {(m.entity, m.span) for m in read.actor_mentions if m.form in ("name", "titled")}
    out: dict[str, list[Span]] = {name: [] for name in (*SHOWN, "state body")}
    for actor in read.actors:
        for span in actor.mentions:
            rule = how.get((actor.id, span), "")
            if actor.kind == "state" and rule == "registered name":
                out["place"].append(span)
            elif actor.kind == "person" and (rule not in ("title", "the latter") or (actor.id, span) in named):
                out["person"].append(span)
            elif actor.kind not in NO_BODY and (
                rule.startswith("registered name") or (actor.kind not in UNTAGGED and span in titled)
            ):
                out["body"].append(span)
                out["body*" if actor.kind not in UNTAGGED else "state body"].append(span)
    back = {t.record for t in read.traces if t.rule.startswith(("back", "side of what"))}
    out["place"] += [p.span for p in read.place_mentions if p.name and not p.speaks and f"place:{p.span[0]}" not in back]
    return {name: outermost(spans) for name, spans in out.items()}


def headed(phrase: str) -> bool:
    """Whether a head noun has its name behind it, and not only what kind of body it is (منظمة إنسانية).

    A bare head has a definite noun, quotation marks or a word that is no adjective behind it (جامعة القاهرة, شركة «كذا», جامعة ريكو),
    one with the article two words or what it is for (المجلس الاقتصادي والاجتماعي, الهيئة العامة للمياه).
    """
    head, *rest = phrase.split()
    if head.startswith(("ال", "لل")):
        return len(rest) > 1
    marked = any(word.startswith(("ال", "لل", '"', "«", "“", "'")) for word in rest)
    return bool(rest) and (marked or not rest[0].endswith(("ي", "ية", "ة", "ات", "ا")))


def outermost(spans: list[Span]) -> list[Span]:
    """The spans that lie in no other one (وكالة فرانس برس for فرانس برس)."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or kept[-1][1] < span[1]:
            kept.append(span)
    return kept


def takes_part(kit: Kit, words: str) -> bool:
    """Whether a tagged body is one that reports on conflicts name: it has a head noun, or the registry knows it."""
    page = segment(clean(new_document(words), kit).document, kit)
    return any(isinstance(h.payload, (HeadUse, Naming)) for h in kit.recognise.words.at(page.tokens, 0, page.lookup))


def main() -> None:
    """Print precision, recall and F1 of the three classes."""
    path = need("eval/ner/ANERCorp_CamelLab_train.txt")[0]
    kit = kits.load()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    surplus: Counter[tuple[str, str]] = Counter()
    every = list(sentences(path))
    for k in range(0, len(every), BATCH):
        text, want = text_of(every[k : k + BATCH])
        have = mentions(text, kit)
        want["body*"] = [(a, b) for a, b in want["body"] if takes_part(kit, text[a:b])]
        have["body*"] += [s for s in have["state body"] if any(s[0] < b and a < s[1] for a, b in want["body*"])]
        for name in SHOWN:
            left = sorted(set(have[name]))
            found[name] += len(left)
            gold[name] += len(want[name])
            for a, b in want[name]:
                hit = next((s for s in left if s[0] < b and a < s[1]), None)
                if hit is None:
                    missed[name, text[a:b]] += 1
                else:
                    left.remove(hit)
                    right[name] += 1
            for a, b in left:
                surplus[name, text[a:b]] += 1
    print(f"{'':8} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}")
    for name in SHOWN:
        p, r = right[name] / max(1, found[name]), right[name] / max(1, gold[name])
        print(f"{name:8} {p:6.3f} {r:6.3f} {2 * p * r / max(1e-9, p + r):6.3f} {gold[name]:6d} {found[name]:6d}")
    if "--misses" in sys.argv:
        for title, table in (("missed", missed), ("surplus", surplus)):
            for (name, words), n in table.most_common(150):
                print(title, name, n, words)


if __name__ == "__main__":
    main()
