"""The example articles as readings made from their annotation, for tests of linking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from marsad import model
from marsad.score import Article, Gold, load_articles, load_gold

ROOT = Path(__file__).parent.parent / "examples"
_ROLES: dict[str, model.ChainRole] = {"monitor": "monitor", "media": "agency", "person": "person", "other": "anonymous"}


def _actor(actor: dict[str, Any], mentions: tuple[model.Span, ...]) -> model.Actor:
    return model.Actor(
        id=actor["id"],
        kind=actor["kind"],
        name=model.Name(ar=max(actor["forms"], key=len), en=actor["name"]),
        of=actor["of"],
        registered=False,
        mentions=mentions,
    )


def _event(event: dict[str, Any], gold: Any, text: str, places: dict[str, str]) -> model.Event:
    when = None
    if event["date"]:
        start, end = event["date"]["start"], event["date"]["end"]
        at = text.find(event["date"]["evidence"], max(0, gold.triggers[0][0] - 250))
        at = at if at >= 0 else text.find(event["date"]["evidence"])
        when = model.When(
            start=start,
            end=end,
            precision="day" if start == end else "interval",
            basis="explicit",
            span=(at, at + len(event["date"]["evidence"])) if at >= 0 else None,
        )
    counts = tuple(
        model.Count(
            span=aligned.span,
            what=count["what"],
            population=count["population"],
            low=count["low"],
            high=count["high"],
            qualifier=count["qualifier"],
            claim=count["claim"],
        )
        for count, aligned in zip(event["counts"], gold.counts, strict=True)
    )
    means = []
    for word in event["means"]:
        at = text.find(word, max(0, gold.triggers[0][0] - 200))
        at = at if at >= 0 else text.find(word)
        means.append(model.Means(span=(at, at + len(word)), kind="means"))
    return model.Event(
        id=event["id"],
        type=event["type"],
        realis=event["realis"],
        triggers=gold.triggers,
        claims=tuple(event["claims"]),
        actors=tuple(event["actors"]),
        targets=tuple(event["targets"]),
        places=tuple(places[place] for place in event["places"]),
        date=when,
        means=tuple(means),
        counts=counts,
        rule="annotated",
    )


def _claim(claim: dict[str, Any], gold: Any, actors: dict[str, dict[str, Any]]) -> model.Claim:
    chain = tuple(
        model.ChainLink(role="outlet", actor="outlet")
        if voice == "outlet"
        else model.ChainLink(role=_ROLES.get(actors[voice]["kind"], "institution"), actor=voice)
        for voice in claim["chain"]
    )
    return model.Claim(
        id=claim["id"],
        sentence=(gold.content[0][0], gold.content[-1][1]),
        cue=model.Cue(span=gold.cue.span, lemma=claim["cue"]),
        source=model.Source(span=gold.source.span) if gold.source else None,
        chain=chain,
        content=gold.content,
        quotation=claim["quotation"],
        stance=claim["stance"],
        certainty=claim["certainty"],
        embeds=claim["embeds"],
        rule="annotated",
    )


def _reading(name: str, article: Article, gold: Gold, outlet: model.Outlet) -> model.Reading:
    raw = json.loads((ROOT / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    day = raw["published"]["date"]
    # A gazetteer gives one place one id in all documents; here its English name does.
    places = {place["id"]: "example:" + place["name"] for place in raw["places"]}
    actors = {actor["id"]: actor for actor in raw["actors"]}
    document = model.Document(
        id=name,
        ref=name,
        outlet=outlet,
        published=model.Published(start=day, end=day, precision="day", basis="given"),
        sha256="0" * 64,
        text=article.text,
        boilerplate=gold.document.boilerplate,
    )
    return model.Reading(
        document=document,
        actors=tuple(_actor(actor, got.mentions) for actor, got in zip(raw["actors"], gold.actors, strict=True)),
        places=tuple(
            model.Place(
                id=places[place["id"]],
                kind=place["kind"],
                name=model.Name(ar=place["forms"][0], en=place["name"]),
                lat=place["lat"],
                lon=place["lon"],
                precision_km=place["km"],
                mentions=got.mentions,
            )
            for place, got in zip(raw["places"], gold.places, strict=True)
        ),
        claims=tuple(_claim(claim, got, actors) for claim, got in zip(raw["claims"], gold.claims, strict=True)),
        events=tuple(_event(event, got, article.text, places) for event, got in zip(raw["events"], gold.events, strict=True)),
        tallies=tuple(
            model.Tally(
                id=f"t{i}",
                what=tally["what"],
                claim=tally["claim"],
                total=tally["total"],
                parts=tuple(
                    model.TallyPart(place=places[part["place"]], count=part["n"], span=(0, 1)) for part in tally["parts"]
                ),
                sum=sum(part["n"] for part in tally["parts"]),
                agrees=sum(part["n"] for part in tally["parts"]) == tally["total"],
                window=model.Window(start=tally["window"]["start"], end=tally["window"]["end"]),
            )
            for i, tally in enumerate(raw["tallies"], 1)
        ),
        disputes=tuple(
            model.Dispute(kind=dispute["kind"], between=(dispute["between"][0], dispute["between"][1]))
            for dispute in raw["disputes"]
        ),
    )


def readings() -> list[model.Reading]:
    """The fourteen examples as a careful person reads them, in the order of their names."""
    articles = load_articles(ROOT / "articles.jsonl")
    gold = load_gold(ROOT / "gold", articles)
    known = {o["id"]: o for o in yaml.safe_load((ROOT / "outlets.yml").read_text(encoding="utf-8"))["outlets"]}
    out = []
    for name in sorted(gold):
        outlet = known[name.partition("-")[2]]
        given = model.Outlet(id=outlet["id"], name=model.Name(ar=outlet["ar"], en=outlet["en"]), basis="given")
        out.append(_reading(name, articles[name], gold[name], given))
    return out


def planted(kind: str) -> list[dict[str, Any]]:
    """The rows of one kind that were planted across the examples."""
    rows = (ROOT / "disputes.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, rows) if kind in row]
