"""Hand annotations: strings copied from an article, turned into offsets; and the articles and readings they go with.

An annotation names words and the beginning of the sentence they stand in; `load_gold` finds them in the article's text.
Files with `"aligned": true` carry offsets already. All offsets are Unicode code points, end exclusive.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from marsad.model import EventType, Reading, Record, Span, decode_reading


class GoldError(Exception):
    """An annotation, article or readings file that cannot be used; the message names the file and what is wrong."""


class Article(Record, frozen=True):
    """The text that an annotation is about, with what was known when it was annotated."""

    id: str
    text: str
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    url: str | None = None


class GoldMentions(Record, frozen=True):
    """An annotated actor and every place in the text where one of its forms stands."""

    id: str
    mentions: tuple[Span, ...] = ()


class GoldPlace(Record, frozen=True):
    """An annotated place; `km` is the radius within which it may lie, 5 when the annotator gave none."""

    id: str
    lat: float | None = None
    lon: float | None = None
    km: float | None = None
    mentions: tuple[Span, ...] = ()


class GoldSpan(Record, frozen=True):
    """Words with their offsets."""

    span: Span


class GoldClaim(Record, frozen=True):
    """An annotated claim; the chain holds actor ids, the outlet written as "outlet"."""

    cue: GoldSpan
    source: GoldSpan | None = None
    chain: tuple[str, ...] = ()
    content: tuple[Span, ...] = ()
    quotation: str | None = None
    stance: str | None = None


class GoldCount(Record, frozen=True):
    """An annotated number with its bounds."""

    span: Span
    what: str
    low: int | None = None
    high: int | None = None
    qualifier: str | None = None


class GoldDate(Record, frozen=True):
    """An annotated interval of ISO days."""

    start: str | None = None
    end: str | None = None


class GoldEvent(Record, frozen=True):
    """An annotated event; ids refer to the actors and places of the same annotation."""

    type: EventType
    triggers: tuple[Span, ...]
    realis: str | None = None
    claims: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    date: GoldDate | None = None
    counts: tuple[GoldCount, ...] = ()


class GoldPublished(Record, frozen=True):
    """The publication date and how the annotator knew it."""

    date: str | None = None
    basis: str | None = None


class GoldDocument(Record, frozen=True):
    """What the annotation says of the document itself."""

    boilerplate: tuple[Span, ...] = ()
    published: GoldPublished | None = None


class Gold(Record, frozen=True):
    """One article as an annotator reads it."""

    id: str
    document: GoldDocument
    actors: tuple[GoldMentions, ...] = ()
    places: tuple[GoldPlace, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def _find(text: str, piece: str, start: int = 0) -> Span:
    """Where `piece` stands at or after `start`, else anywhere; raises ValueError when the text does not hold it."""
    at = text.find(piece, max(start, 0))
    if at < 0:
        at = text.find(piece)
    if at < 0:
        raise ValueError(f"not in the text: {piece!r}")
    return at, at + len(piece)


def _every(text: str, piece: str) -> list[Span]:
    spans = []
    at = text.find(piece)
    while at >= 0:
        spans.append((at, at + len(piece)))
        at = text.find(piece, at + 1)
    return spans


def _blocks(text: str, blocks: list[dict[str, str]]) -> list[Span]:
    spans = []
    for block in blocks:
        start = _find(text, block["start"])
        spans.append((start[0], _find(text, block["end"], start[0])[1]))
    return spans


def _claim(text: str, claim: dict[str, Any]) -> dict[str, Any]:
    anchor = _find(text, claim["at"])[0]
    return {
        **claim,
        "cue": {"span": _find(text, claim["cue"], anchor)},
        "source": {"span": _find(text, claim["source"], anchor)} if claim.get("source") else None,
        "content": [_find(text, piece, anchor) for piece in claim["content"]],
    }


def _event(text: str, event: dict[str, Any]) -> dict[str, Any]:
    triggers = [_find(text, event["triggers"][0], _find(text, event["at"])[0])]
    for piece in event["triggers"][1:]:
        triggers.append(_find(text, piece, triggers[-1][1]))
    counts = [
        {**count, "span": _find(text, count["quote"], _find(text, count.get("at") or event["at"])[0])}
        for count in event.get("counts") or []
    ]
    return {**event, "triggers": triggers, "counts": counts}


def _aligned(annotation: dict[str, Any], text: str) -> dict[str, Any]:
    """The annotation with offsets in place of words; raises KeyError or ValueError when something is missing."""
    out: dict[str, Any] = {
        "id": annotation["id"],
        "document": {
            "published": annotation.get("published"),
            "boilerplate": _blocks(text, annotation.get("boilerplate") or []),
        },
        "claims": [_claim(text, claim) for claim in annotation.get("claims") or []],
        "events": [_event(text, event) for event in annotation.get("events") or []],
    }
    for kind in ("actors", "places"):
        out[kind] = [
            {**item, "mentions": [span for form in item["forms"] for span in _every(text, form)]}
            for item in annotation.get(kind) or []
        ]
    return out


def align(annotation: dict[str, Any], text: str) -> Gold:
    """A hand annotation and its article as gold with offsets; raises GoldError naming what does not fit."""
    try:
        body = annotation if annotation.get("aligned") else _aligned(annotation, text)
        return msgspec.convert(body, type=Gold)
    except KeyError as error:
        raise GoldError(f"the annotation lacks {error}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise GoldError(str(error)) from error


def load_gold(folder: Path, articles: Mapping[str, Article]) -> dict[str, Gold]:
    """Every annotation of a folder by article id, in the order of the file names."""
    gold: dict[str, Gold] = {}
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise GoldError(f"{folder}: no annotation (*.json) in this folder")
    for path in paths:
        try:
            annotation = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
            name = str(annotation["id"])
        except (msgspec.MsgspecError, KeyError, UnicodeDecodeError) as error:
            raise GoldError(f"{path}: not an annotation: {error}") from error
        if name not in articles:
            raise GoldError(f"{path}: no article with the id {name!r} was given; name its file with --articles")
        try:
            gold[name] = align(annotation, articles[name].text)
        except GoldError as error:
            raise GoldError(f"{path}: {error}") from error
    return gold


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror or error}") from error
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield number, line


def load_articles(*paths: Path) -> dict[str, Article]:
    """Articles by id from JSON-lines files (.jsonl, .jsonl.gz); a later file wins over an earlier one."""
    articles: dict[str, Article] = {}
    for path in paths:
        for number, line in _lines(path):
            try:
                article = msgspec.json.decode(line, type=Article)
            except msgspec.MsgspecError as error:
                raise GoldError(f"{path}, line {number}: not an article: {error}") from error
            articles[article.id] = article
    return articles


def load_found(path: Path) -> dict[str, Reading]:
    """Readings from a JSON-lines file by the id that their input gave them, else by document id."""
    found: dict[str, Reading] = {}
    for number, line in _lines(path):
        try:
            reading = decode_reading(line)
        except msgspec.MsgspecError as error:
            raise GoldError(f"{path}, line {number}: not a reading: {error}") from error
        found[reading.document.ref or reading.document.id] = reading
    return found
