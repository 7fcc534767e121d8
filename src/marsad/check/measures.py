"""What is measured between a claim and a text: numbers with names, which the weights of `model.json` are for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from marsad.check.happenings import NEAR, OPEN, Side, likenesses, other_holders, same_actors, same_place, speaker
from marsad.check.signs import signs
from marsad.check.wording import Text, Wanted, alike
from marsad.model import Claim, Reading, Span

# What stands for "one of the two names none".
_NONE: Final = -0.3
# The words around the best window in which signs are looked for: this many before its end and after it.
_BEFORE: Final = 60
_AFTER: Final = 20
# A refusal reaches this many words on.
_REACH: Final = 25


class Sought:
    """The sentence that is checked: its words and its reading."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.wanted = Wanted(self.text)
        self.side = Side(reading)


def measure(sought: Sought, text: str, reading: Reading) -> dict[str, float]:
    """Everything measured between the claim and a text, in which the reading's records need not hold all of it."""
    side = Side(reading)
    return {**_wording(sought, Text(sought.wanted, text)), **_records(sought.side, side), **_claims(sought, side)}


def _wording(sought: Sought, text: Text) -> dict[str, float]:
    wanted, tokens = sought.wanted, text.tokens
    near = text.best(40)
    inside = text.between(near.end - 39, near.end + 1)
    rare = sum(wanted.words[n].weight for n in wanted.rarest) or 1.0

    def of_rare(found: set[int]) -> float:
        return sum(wanted.words[n].weight for n in wanted.rarest if n in found) / rare

    shares = [window.share for window in text.windows(40)]
    rounds = [0] * len(wanted.words)
    for hit in text.hits:
        rounds[hit.word] += 1
    long = len(tokens) / 1000
    out = {f"near {width}": text.best(width).share for width in (12, 20, 80, 120)}
    out["near 40"] = near.share
    out["anywhere"] = wanted.share(text.found)
    out["opening"] = text.best(80, text.between(0, 120)).share
    out["second passage"] = text.best(30, [hit for hit in text.hits if abs(hit.at - near.end) > 60]).share
    out["rare words near"] = of_rare({hit.word for hit in inside})
    out["rare words anywhere"] = of_rare(text.found)
    out["neighbours near"] = text.neighbours(inside, 3)
    out["neighbours anywhere"] = text.neighbours(text.hits, 2)
    out["in order"] = text.in_order(near.end - 50, near.end + 20)
    out["dense"] = min(30.0, 100 * sum(share > 0.5 for share in shares) / max(1, len(tokens)))
    out["again and again"] = (
        sum(
            word.weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * long))
            for word, count in zip(wanted.words, rounds, strict=True)
        )
        / wanted.total
    )
    out["deep in the text"] = math.log1p(near.end)
    out["long"] = math.log1p(len(tokens))
    return out | _signs(sought, text, near.end)


def _signs(sought: Sought, text: Text, end: int) -> dict[str, float]:
    known, tokens = signs(), text.tokens
    around = tokens[max(0, end - _BEFORE) : end + _AFTER]
    close = tokens[max(0, end - 38) : end + 8]
    refusals = [at for at, token in enumerate(tokens) if token.kind == "word" and alike(token) & known.refuting]
    figures = {token.form for token in sought.wanted.tokens if token.kind == "number"}
    return {
        "refusals near": min(3, sum(bool(alike(token) & known.refuting) for token in around)),
        "refusals anywhere": math.log1p(len(refusals)),
        "refused": max(
            (sought.wanted.share({hit.word for hit in text.between(at, at + _REACH)}) for at in refusals), default=0.0
        ),
        "negations near": min(3, sum(token.form in known.negating for token in close)),
        "plans near": min(4, sum(token.form in known.ahead for token in close)),
        "reports near": min(3, sum(bool(alike(token) & known.saying) for token in close)),
        "figures missing": len(figures - {token.form for token in tokens if token.kind == "number"}),
    }


def _records(claim: Side, text: Side) -> dict[str, float]:
    lists = likenesses(claim, text)
    tops = [likes[0] for likes in lists if likes]
    top = max(tops, key=lambda like: like.score, default=None)
    alike_events = [like for likes in lists for like in likes if like.score >= NEAR]

    def told(polarity: str) -> float:
        return math.log1p(sum(like.polarity == polarity for like in alike_events))

    places = [p for p in claim.reading.places if p.kind != "country"]
    met = [max((same_place(p, q) for q in text.reading.places), default=0.0) for p in places]
    return {
        "places": sum(met) / len(met) if met else -0.2,
        "event": top.score if top else 0.0,
        "events": sum(like.score for like in tops) / max(1, len(lists)),
        "event type": top.type if top else 0.0,
        "event place": _NONE if top is None or top.place is None else top.place,
        "event actors": _NONE if top is None or top.actors is None else top.actors,
        "event targets": _NONE if top is None or top.targets is None else top.targets,
        "events affirmed": told("affirms"),
        "events denied": told("denies"),
        "events left open": told("discusses"),
        "event denied": float(top is not None and top.polarity == "denies"),
        "held by others": math.log1p(other_holders(claim, text)),
        "claims read": math.log1p(len(text.reading.claims)),
        "events read": math.log1p(len(text.reading.events)),
    }


def content(claim: Claim, text: str) -> str:
    """The words of a claim's content."""
    return " ".join(text[start:end] for start, end in claim.content)


def _claims(sought: Sought, text: Side) -> dict[str, float]:
    whole = text.reading.document.text
    best = {"denies": 0.0, "open": 0.0, "says": 0.0}
    speakers = {who for claim in sought.side.reading.claims if (who := speaker(claim))}
    same = False
    for claim in text.reading.claims:
        kind = "denies" if claim.stance == "denies" else "open" if claim.stance in OPEN else "says"
        best[kind] = max(best[kind], sought.wanted.share_in(content(claim, whole)))
        who = speaker(claim)
        same = same or (who is not None and any((same_actors((one,), sought.side, (who,), text) or 0) >= 0.9 for one in speakers))
    return {
        "claimed": best["says"],
        "claim denied": best["denies"],
        "claim left open": best["open"],
        "same speaker": float(same),
    }


def within(reading: Reading, spans: Sequence[Span]) -> Reading:
    """A reading with only the claims and events of some stretches of its text."""

    def inside(span: Span) -> bool:
        return any(start <= span[0] and span[1] <= end for start, end in spans)

    return Reading(
        document=reading.document,
        actors=reading.actors,
        places=tuple(p for p in reading.places if any(inside(span) for span in p.mentions)),
        claims=tuple(c for c in reading.claims if any(inside(span) for span in c.content)),
        events=tuple(e for e in reading.events if any(inside(span) for span in e.triggers)),
    )
