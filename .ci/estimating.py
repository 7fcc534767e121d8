"""What the scripts that estimate tables of signs share: articles to learn from, the regression, and writing the table."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from outside_material import ROOT, need
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from marsad.lexicon.code.signs import Signs, Weighed
from marsad.model import Document
from marsad.readers.files import read_documents

ALWAYS = "always"
SEVERAL = 10  # rows that a sign must be seen with


@dataclass(frozen=True)
class Recorder(Signs):
    """Lets everything pass, or nothing (`total`), and gives the signs as the reason."""

    total: float = 1.0

    def weigh(self, signs: Iterable[str]) -> Weighed:
        return Weighed(self.total, json.dumps(sorted(set(signs)), ensure_ascii=False))


def random_articles() -> Iterator[dict[str, Any]]:
    """The random articles that may be learned from: those that may be looked at."""
    for line in Path(__file__).with_name("random_articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["part"] == "look":
            yield row


def texts() -> tuple[Path, Iterator[Document]]:
    """The folder of the gold's training articles, and every article that is annotated there or in the corpus."""
    corpus, folder, articles = need("corpus/news_dev.jsonl.gz", "gold/train", "gold/train.jsonl")
    return folder, (d for d in read_documents([str(corpus), str(articles)]) if isinstance(d, Document))


Held = Iterable[str] | Mapping[str, float]  # the signs of a row, with how far each holds (0 to 1) where that differs


def degrees(signs: Held) -> dict[str, float]:
    """How far each sign of a row holds."""
    return dict(signs) if isinstance(signs, Mapping) else dict.fromkeys(signs, 1.0)


def fitted(
    signs: Sequence[Held], held: list[bool], strength: float, *, few: bool = False
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
