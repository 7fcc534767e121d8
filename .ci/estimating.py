"""What the scripts that estimate tables of signs share: articles to learn from, the regression, and writing the table."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from outside_material import ROOT, need
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from marsad.lexicon.code.signs import Signs, Weighed
from marsad.model import Document, Event, Span
from marsad.readers.files import read_documents
from marsad.score.annotation import Gold, load_articles, load_gold
from marsad.score.spans import overlap

ALWAYS = "always"
SEVERAL = 10  # rows that a sign must be seen with


@dataclass(frozen=True)
class Recorder(Signs):
    """Lets everything pass, or nothing (`gives`), and gives the signs as the reason."""

    gives: float = 1.0

    def weigh(self, signs: Iterable[str]) -> Weighed:
        return Weighed(self.gives, json.dumps(sorted(set(signs)), ensure_ascii=False))


class Told(NamedTuple):
    """An annotated event: its type, realis and triggers; the mentions of everybody in each role and of every place, None if not annotated."""

    type: str
    realis: str
    triggers: Sequence[Span]
    roles: dict[str, list[Sequence[Span]]] | None
    places: list[Sequence[Span]] | None


ROLES = ("actor", "target")


def annotated(having: Callable[[Told], bool] = lambda _: True) -> Iterator[tuple[str, Document, list[Told]]]:
    """The articles to learn from, each with its name and annotated events: the random ones to be looked at, and the gold's for training.

    Only events that are annotated as far as the table needs it, and articles with any.
    """
    corpus, folder, articles = need("corpus/news_dev.jsonl.gz", "gold/train", "gold/train.jsonl")
    lines = Path(__file__).with_name("random_articles.jsonl").read_text(encoding="utf-8").splitlines()
    events = {row["id"]: _of_line(row) for row in map(json.loads, lines) if row["part"] == "look"}
    events.update((name, _of_gold(gold)) for name, gold in load_gold(folder, load_articles(articles)).items())
    for document in read_documents([str(corpus), str(articles)]):
        if isinstance(document, Document):
            name = document.ref or ""
            told = [event for event in events.get(name, ()) if having(event)]
            if told:
                yield name, document, told


def _of_line(row: dict[str, Any]) -> list[Told]:
    """The events of a random article; every name of a participant stands for somebody."""
    none = [None] * len(row["events"])
    return [
        Told(
            kind,
            realis,
            spans,
            None if who is None else {role: who.get(f"{role}s", []) for role in ROLES},
            places,
        )
        for (kind, realis, spans), who, places in zip(row["events"], row.get("who", none), row.get("places", none), strict=True)
    ]


def _of_gold(gold: Gold) -> list[Told]:
    """The events of an article of the gold."""
    people = {a.id: a.mentions for a in gold.actors}
    places = {p.id: p.mentions for p in gold.places}
    return [
        Told(
            e.type,
            e.realis or "",
            e.triggers,
            {role: [people[i] for i in ids or () if i in people] for role, ids in zip(ROLES, (e.actors, e.targets), strict=True)},
            None if e.places is None else [places[i] for i in e.places if i in places],
        )
        for e in gold.events
    ]


def meet(some: Iterable[Span], others: Sequence[Span]) -> int:
    """How many pairs of spans share a character."""
    return sum(overlap(one, other) > 0 for one in some for other in others)


def counterpart(event: Event, told: Iterable[Told]) -> Told | None:
    """The annotated event that an event overlaps most, one of the same type before all others."""
    met = [(meet(event.triggers, t.triggers), t) for t in told]
    return max((m for m in met if m[0]), key=lambda m: (m[1].type == event.type, m[0]), default=(0, None))[1]


Held = Iterable[str] | Mapping[str, float]  # the signs of a row, with how far each holds (0 to 1) where that differs


def degrees(signs: Held) -> dict[str, float]:
    """How far each sign of a row holds."""
    return dict(signs) if isinstance(signs, Mapping) else dict.fromkeys(signs, 1.0)


def fitted(
    signs: Sequence[Held], held: Sequence[bool], strength: float, *, few: bool = False
) -> tuple[DictVectorizer, LogisticRegression]:
    """The regression over the signs that several rows have; `strength` of the weights against the penalty on their squares.

    With `few` the penalty is on the weights themselves, so that those of signs that say little are nothing.
    """
    seen = Counter(sign for some in signs for sign in some)
    vectorizer = DictVectorizer()
    x = vectorizer.fit_transform([{s: far for s, far in degrees(some).items() if seen[s] >= SEVERAL} for some in signs])
    solver = {"l1_ratio": 1, "solver": "liblinear", "random_state": 0} if few else {}
    return vectorizer, LogisticRegression(C=strength, max_iter=1000, **solver).fit(narrow(x), held)


def narrow(x: Any) -> Any:
    """A sparse matrix with the short indices that the regression asks for."""
    x.indices, x.indptr = x.indices.astype(np.int32), x.indptr.astype(np.int32)
    return x


def sure(vectorizer: DictVectorizer, model: LogisticRegression, signs: Sequence[Held]) -> Any:
    """How likely each row is what the table is about."""
    return model.predict_proba(narrow(vectorizer.transform([degrees(some) for some in signs])))[:, 1]


def held_out(signs: Sequence[Held], held: Sequence[bool], articles: Sequence[str], strength: float, *, few: bool = False) -> Any:
    """How likely each row is what the table is about, by the rows of other articles: an eighth of the articles is left out in turn."""
    told = np.zeros(len(signs))
    for some, others in GroupKFold(8).split(signs, held, articles):
        model = fitted([signs[k] for k in some], [held[k] for k in some], strength, few=few)
        told[others] = sure(*model, [signs[k] for k in others])
    return told


def log_likelihood(held: Sequence[bool], told: Any) -> float:
    """The mean log likelihood of what is held by what is told."""
    return float(np.log(np.where(held, told, 1 - told)).mean())


def write(name: str, vectorizer: DictVectorizer, model: LogisticRegression, leaning: float = 0.0) -> None:
    """Put the weights, rounded, into the package; `leaning` is added before any sign."""
    table = ROOT / "src" / "marsad" / "lexicon" / "code" / name
    weights = sorted(zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True))
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("id", "weight"))
        rows.writerow((ALWAYS, f"{model.intercept_[0] + leaning:.2f}"))
        rows.writerows((sign, f"{weight:.2f}") for sign, weight in weights if abs(weight) >= 0.01)
    print(f"wrote {len(weights)} signs to {table.name}")
