"""When a found record meets an annotated one, and what is counted then.

Every figure is micro-averaged over the annotated articles; an article without a reading counts as an empty reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from marsad.model import Claim, Count, Event, EventType, Place, Reading, Span, new_document
from marsad.score.annotation import Article, Gold, GoldClaim, GoldCount, GoldEvent, GoldPlace
from marsad.score.figures import Counter, Figures, Miss
from marsad.score.spans import kilometres, length, overlap, pair_up, same, share, trimmed

# The loose measure of events forgives a wrong type inside one family. It is part of the measure, not of the ontology.
FAMILIES: Final[Mapping[str, tuple[EventType, ...]]] = {
    "violence": (
        "air_strike", "shelling", "ground_attack", "armed_clash", "small_arms_fire", "suicide_attack", "bombing_ied",
        "chemical_attack", "targeted_killing", "abduction", "abuse", "destruction", "air_defence", "casualties",
        "cumulative_toll", "equipment_loss",
    ),
    "territory": (
        "territory_capture", "withdrawal", "siege", "siege_break", "route_cut", "route_open", "deployment", "evacuation",
        "control_status",
    ),
    "groups": ("group_change", "personnel_action", "detention", "release_exchange", "displacement"),
    "ceasefire": ("ceasefire", "ceasefire_violation", "zone_establish", "agreement", "monitoring"),
    "diplomacy": ("meeting", "talks", "mediation", "political_process", "protest", "sanction"),
    "support": ("military_support", "coordination", "intel_sharing", "deconfliction_notice", "humanitarian_aid"),
}  # fmt: skip
FAMILY: Final[Mapping[EventType, str]] = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

HARM: Final = ("killed", "wounded")
CONTEXT: Final = 40


def _figure(count: Count | GoldCount) -> int | None:
    """The number that a count states: its upper bound for "up to", else its lower; a bare vague count states none."""
    if count.qualifier == "up_to" and count.high is not None:
        return count.high
    return count.low


def _people(mentions: Mapping[str, Sequence[Span]], ids: Iterable[str]) -> list[Sequence[Span]]:
    return [mentions.get(i, ()) for i in ids]


class _Actors:
    """The actors of both sides of one article, to be compared by the words that name them."""

    def __init__(self, found: Reading, gold: Gold) -> None:
        self._found = {a.id: a.mentions for a in found.actors}
        self._gold = {a.id: a.mentions for a in gold.actors}

    def right(self, found: Iterable[str], gold: Iterable[str]) -> int:
        """How many gold actors are met by a found actor that shares a mention (any overlap) with it, one to one."""
        return len(pair_up(_people(self._found, found), _people(self._gold, gold), _touch))


def _touch(found: Sequence[Span], gold: Sequence[Span]) -> int:
    return int(any(overlap(x, y) for x in found for y in gold))


def _meets(found: Claim, gold: GoldClaim) -> float:
    """A found claim meets a gold claim when their cues overlap, or, if it has no cue, their content shares half or more."""
    if found.cue is not None:
        return 1 + share(found.content, gold.content) if overlap(found.cue.span, gold.cue.span) else 0
    together = share(found.content, gold.content)
    return together if together >= 0.5 else 0


def _score_claims(counter: Counter, text: str, found: Reading, gold: Gold, actors: _Actors) -> list[tuple[Claim, GoldClaim]]:
    pairs = pair_up(found.claims, gold.claims, _meets)
    sizes = {"found": len(found.claims), "gold": len(gold.claims)}
    counter.add("claim found", right=len(pairs), **sizes)
    exact_cue = exact_source = near_source = exact_content = near_content = all_three = 0
    for f, g in pairs:
        cue = f.cue is not None and same(text, f.cue.span, g.cue.span)
        if f.source is None or g.source is None:
            source = near = f.source is None and g.source is None
        else:
            source = same(text, f.source.span, g.source.span)
            near = source or share([f.source.span], [g.source.span]) >= 0.5
        content = [trimmed(text, s) for s in f.content] == [trimmed(text, s) for s in g.content]
        exact_cue += cue
        exact_source += source
        near_source += near
        exact_content += content
        near_content += content or share(f.content, g.content) >= 0.7
        all_three += cue and source and content
        counter.rate("stance", right=f.stance == g.stance)
        counter.rate("quotation", right=f.quotation == g.quotation)
        chain = [link.actor for link in f.chain if link.actor and link.actor != "outlet"]
        wanted = [actor for actor in g.chain if actor != "outlet"]
        if wanted:
            counter.rate("speaker", right=bool(chain) and bool(actors.right(chain[-1:], wanted[-1:])))
            counter.rate("whole chain", right=len(chain) == len(wanted) == actors.right(chain, wanted))
    for name, right in (
        ("claim cue exact", exact_cue),
        ("claim source exact", exact_source),
        ("claim source near", near_source),
        ("claim content exact", exact_content),
        ("claim content near", near_content),
        ("claim all exact", all_three),
    ):
        counter.add(name, right=right, **sizes)
    return pairs


def _place_right(found: Place, gold: GoldPlace) -> bool:
    if found.lat is None or found.lon is None or gold.lat is None or gold.lon is None:
        return False
    return kilometres((found.lat, found.lon), (gold.lat, gold.lon)) <= max(10, 2 * (gold.km or 5))


def _score_places(counter: Counter, found: Reading, gold: Gold) -> None:
    """Each annotated place: is some found place laid over one of its mentions, and does it lie where it should?"""
    for g in gold.places:
        hits = [f for f in found.places if _touch(f.mentions, g.mentions)]
        counter.rate("place noticed", right=bool(hits))
        if hits:
            counter.rate("place located", right=any(_place_right(f, g) for f in hits))


def _touching(found: Event, gold: GoldEvent) -> int:
    return sum(1 for x in found.triggers for y in gold.triggers if overlap(x, y))


def _strict(found: Event, gold: GoldEvent) -> int:
    return _touching(found, gold) if found.type == gold.type else 0


def _loose(found: Event, gold: GoldEvent) -> int:
    if found.type == gold.type:
        return 2 * _touching(found, gold)
    return _touching(found, gold) if FAMILY[found.type] == FAMILY[gold.type] else 0


def _score_events(counter: Counter, found: Reading, gold: Gold, actors: _Actors) -> list[tuple[Event, GoldEvent]]:
    """A found event meets a gold event of the same type (strict) or family (loose) when any of their triggers overlap."""
    sizes = {"found": len(found.events), "gold": len(gold.events)}
    pairs = pair_up(found.events, gold.events, _strict)
    counter.add("event", right=len(pairs), **sizes)
    counter.add("event family", right=len(pair_up(found.events, gold.events, _loose)), **sizes)
    found_places = {p.id: p for p in found.places}
    gold_places = {p.id: p for p in gold.places}
    for f, g in pairs:
        counter.rate("realis", right=f.realis == g.realis)
        for role, ours, theirs in (("actors", f.actors, g.actors or ()), ("targets", f.targets, g.targets or ())):
            counter.add(f"event {role}", right=actors.right(ours, theirs), found=len(ours), gold=len(theirs))
        counter.rate("event voice", right=bool(f.claims) == bool(g.claims))
        here = [found_places[i] for i in f.places if i in found_places]
        # Only the most specific place is asked for: the annotator writes it first.
        there = [gold_places[i] for i in (g.places or ())][:1]
        counter.add(
            "event place",
            right=int(any(_place_right(x, y) for x in here for y in there)),
            found=int(bool(here)),
            gold=int(bool(there)),
        )
        ours_date, theirs_date = (_interval(f), _interval(g))
        counter.add(
            "event date",
            right=int(bool(ours_date[0]) and ours_date == theirs_date),
            found=int(any(ours_date)),
            gold=int(any(theirs_date)),
        )
    _score_counts(counter, found, gold)
    return pairs


def _interval(event: Event | GoldEvent) -> tuple[str | None, str | None]:
    return (event.date.start, event.date.end) if event.date else (None, None)


def _same_count(found: Count, gold: GoldCount) -> int:
    return int(bool(overlap(found.span, gold.span)) and found.what == gold.what and _figure(found) == _figure(gold))


def _score_counts(counter: Counter, found: Reading, gold: Gold) -> None:
    """A found count meets a gold count when it stands on the same words, counts the same thing and states the same number."""
    ours = [count for event in found.events for count in event.counts]
    theirs = [count for event in gold.events for count in event.counts]
    met = pair_up(ours, theirs, _same_count)
    counter.add("count", right=len(met), found=len(ours), gold=len(theirs))
    counter.add(
        "casualty count",
        right=sum(g.what in HARM for _, g in met),
        found=sum(c.what in HARM for c in ours),
        gold=sum(c.what in HARM for c in theirs),
    )
    for f, g in met:
        counter.rate("count qualifier", right=f.qualifier == g.qualifier)


def _score_document(counter: Counter, found: Reading, gold: Gold) -> None:
    ours, theirs = found.document.boilerplate, gold.document.boilerplate
    counter.add(
        "boilerplate characters",
        right=sum(overlap(x, y) for x in ours for y in theirs),
        found=length(ours),
        gold=length(theirs),
    )
    published = gold.document.published
    if published and published.date and published.basis in ("text", "inferred"):
        counter.rate("published date worked out", right=found.document.published.start == published.date)


def _missed(
    article: str,
    text: str,
    kind: Literal["claim", "event"],
    *,
    surplus: Iterable[tuple[str, Span]],
    missed: Iterable[tuple[str, Span]],
    limit: int,
) -> list[Miss]:
    sides: tuple[tuple[Literal["surplus", "missed"], list[tuple[str, Span]]], ...] = (
        ("surplus", list(surplus)[:limit]),
        ("missed", list(missed)[:limit]),
    )
    return [
        Miss(
            article=article,
            side=side,
            kind=kind,
            label=label,
            before=text[max(0, start - CONTEXT) : start],
            words=text[start:end],
            after=text[end : end + CONTEXT],
        )
        for side, cases in sides
        for label, (start, end) in cases
    ]


def _anchor(claim: Claim) -> Span:
    return claim.cue.span if claim.cue else (claim.content or ((0, 0),))[0]


def _claim_misses(
    name: str, text: str, pairs: list[tuple[Claim, GoldClaim]], found: Reading, gold: Gold, limit: int
) -> list[Miss]:
    ours, theirs = {id(f) for f, _ in pairs}, {id(g) for _, g in pairs}
    return _missed(
        name,
        text,
        "claim",
        surplus=((f.stance, _anchor(f)) for f in found.claims if id(f) not in ours),
        missed=((str(g.stance), g.cue.span) for g in gold.claims if id(g) not in theirs),
        limit=limit,
    )


def _event_misses(
    name: str, text: str, pairs: list[tuple[Event, GoldEvent]], found: Reading, gold: Gold, limit: int
) -> list[Miss]:
    ours, theirs = {id(f) for f, _ in pairs}, {id(g) for _, g in pairs}
    return _missed(
        name,
        text,
        "event",
        surplus=((f.type, (f.triggers or ((0, 0),))[0]) for f in found.events if id(f) not in ours),
        missed=((g.type, g.triggers[0]) for g in gold.events if id(g) not in theirs),
        limit=limit,
    )


def score(
    readings: Mapping[str, Reading], gold: Mapping[str, Gold], articles: Mapping[str, Article], *, misses: int = 0
) -> Figures:
    """Compare readings with gold, both by article id; `misses` is how many missed and surplus cases to list per article."""
    counter = Counter()
    cases: list[Miss] = []
    for name, wanted in gold.items():
        text = articles[name].text
        found = readings.get(name) or Reading(document=new_document(text, ref=name))
        actors = _Actors(found, wanted)
        _score_document(counter, found, wanted)
        claims = _score_claims(counter, text, found, wanted, actors)
        _score_places(counter, found, wanted)
        events = _score_events(counter, found, wanted, actors)
        if misses:
            cases += _claim_misses(name, text, claims, found, wanted, misses)
            cases += _event_misses(name, text, events, found, wanted, misses)
    return Figures(
        articles=len(gold),
        missing=sum(name not in readings for name in gold),
        lines=counter.lines(),
        misses=tuple(cases),
    )
