"""Disputes across documents: accounts that cannot all be true, each with the claims that make it, strongest first."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from marsad.link.figures import Figure, agree, alike, current, figures, shown
from marsad.link.incidents import Linked
from marsad.link.keys import backing, whose
from marsad.link.knowledge import bare, knowledge, name_words, sides
from marsad.link.measure import day_number
from marsad.link.rows import FAMILY_OF, KIN, LASTING, PACTS, TallyNote
from marsad.link.statements import Page, Statement, breadth, folded
from marsad.link.truces import Scoped, coverage, presence, signatories, standing
from marsad.model import Contested, DisputeKind, Incident, Reading, Value, Voice, content_id

# Things that happen on one spot; a bombardment may well hit a school and a market.
_ONE_SPOT: Final = frozenset(["bombing_ied", "suicide_attack", "targeted_killing", "chemical_attack"])
# Both sides of these are their actors: naming one of them is no accusation.
TWO_SIDED: Final = frozenset(
    [
        "armed_clash",
        "agreement",
        "ceasefire",
        "talks",
        "meeting",
        "mediation",
        "coordination",
        "release_exchange",
        "casualties",
        "control_status",
        "cumulative_toll",
        "monitoring",
        "political_process",
    ]
)
# What does not happen at one place day after day.
_ONCE: Final = frozenset(
    [
        *_ONE_SPOT,
        "territory_capture",
        "siege_break",
        "evacuation",
        "abduction",
        "release_exchange",
        "political_process",
        "personnel_action",
        "group_change",
    ]
)
# An assault that each side lays to the other; two sides may well shell each other on one day.
_ATTACKS: Final = frozenset(["ground_attack"])
_SITE_KM: Final = 5.0  # so narrow is a village or a spot: two sides seldom do one thing there on one day
_ASKED: Final = 40  # voices of a side of which it is asked whether they tell of one deed: more of them tell nothing new
_HARMLESS: Final = frozenset(["media", "monitor", "population", "organisation"])
_ARMED: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition", "person"])
_FEW: Final = 3  # a toll that tells two happenings apart; one or two are killed at many places on one day
_PACTS: Final = frozenset(["ceasefire", "violation", "accord", "diplomacy"])
_ORDER: Final = {kind: i for i, kind in enumerate(("denied", "perpetrator", "count", "status", "place", "date"))}


class Pages:
    """The readings of a ledger as pages, looked up by document; made once and handed around.

    With `load` a reading is fetched when it is asked for, and only the last `kept` pages stay in memory.
    """

    def __init__(
        self, readings: Iterable[Reading] = (), *, load: Callable[[str], Reading] | None = None, kept: int = 2000
    ) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._load = load or self._readings.__getitem__
        self._kept = kept if load else None
        self._pages: dict[str, Page] = {}

    def __getitem__(self, document: str) -> Page:
        if document not in self._pages:
            if self._kept is not None and len(self._pages) >= self._kept:
                del self._pages[next(iter(self._pages))]
            self._pages[document] = Page(self._load(document))
        return self._pages[document]


def called(key: str, documents: Iterable[str], pages: Pages) -> str:
    """The name for people to read of a side, an actor or an origin that some documents speak of; without one, its words."""
    listed = knowledge().bloc_names.get(key)
    found = listed or next((name for document in documents if (name := pages[document].called(key))), None)
    return found or key.rpartition(":")[2].replace("_", " ")


def voice_of(statement: Statement | Figure) -> Voice:
    """The voice of a statement or figure."""
    return Voice(document=statement.document, claim=statement.claim, event=statement.event, origin=statement.origin)


def _once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Voices in order, a claim that speaks of several events of the incident once."""
    kept: dict[tuple[str, str, str], Voice] = {}
    for voice in sorted(set(voices), key=lambda v: (v.document, v.claim, v.event)):
        kept.setdefault((voice.document, voice.claim, voice.event if voice.claim == "outlet" else ""), voice)
    return tuple(kept.values())


def contested(
    kind: DisputeKind, incident: str | None, about: str, found: Sequence[tuple[str, Iterable[Voice]]], *, one_origin: bool = False
) -> Contested:
    """A dispute between named sides; the voices of a side are put in order and said once."""
    parts = tuple(Value(value=value, voices=_once(voices)) for value, voices in found)
    voices = [{whose(v.origin) for v in side.voices} for side in parts]
    strength = sorted(len(group) for group in voices)
    return Contested(
        id=content_id("dispute", kind, [[(v.document, v.claim, v.event) for v in side.voices] for side in parts]),
        kind=kind,
        incident=incident,
        about=about,
        sides=parts,
        origins=(strength[0], len(set().union(*voices))),
        one_origin=one_origin,
    )


def statements_of(incident: Incident, pages: Pages) -> list[Statement]:
    """Everything said about an incident, in the order of its events."""
    return [s for document, event in incident.events for s in pages[document].statements(pages[document].events[event])]


def _counts(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    found = [f for s in said if s.stance not in ("denies", "predicts", "hopes") for f in figures(pages[s.document], s)]
    stand = [figure for figure in current(found).standing if not figure.vague]
    out = []
    for what in sorted({figure.what for figure in stand}):
        groups: list[list[Figure]] = []
        for figure in sorted((f for f in stand if f.what == what), key=lambda f: (-f.low, f.document, f.claim)):
            if not any(not agree(figure, other) and _comparable(figure, other, pages) for other in stand if other.what == what):
                continue
            for group in groups:
                if all(agree(figure, other) for other in group):
                    group.append(figure)
                    break
            else:
                groups.append([figure])
        if len(groups) > 1:
            named = [(shown(max(group, key=lambda f: (f.low, f.voice))), [voice_of(f) for f in group]) for group in groups]
            label = what.removeprefix("other:").replace("_", " ")
            about = f"how many {label}: {' or '.join(value for value, _ in named)}"
            out.append(contested("count", incident.id, about, named))
    return out


def _comparable(a: Figure, b: Figure, pages: Pages) -> bool:
    """Whether two figures are of the same people or things: what was counted over some days is no rival of one day's count.

    Fighters, families or places are the same only of one body, but for those who make and break accords.
    """
    one, two = (pages[f.document].events[f.event] for f in (a, b))
    if not alike(a, b):
        return False
    spans = [{day_number(e.date.start), day_number(e.date.end)} for e in (one, two) if e.date is not None]
    if "cumulative_toll" in (one.type, two.type) and (len(spans) < 2 or spans[0] != spans[1]):
        return False
    if len(spans) > 1 and spans[0] != spans[1] and any(len(span) > 1 for span in spans):
        return False
    if not a.what.startswith("other:") or FAMILY_OF[one.type] in _PACTS:
        return True
    mine, its = ({pages[f.document].actor_key(x) for x in (*e.actors, *e.targets)} for f, e in ((a, one), (b, two)))
    return bool(mine & its)


def blamed(page: Page, statement: Statement) -> frozenset[str]:
    """The blocs that a voice names as those who did it; who bears arms, admits an act and names nobody names himself."""
    actors = [a for a in statement.actors if a in page.actors and page.actors[a].kind not in _HARMLESS]
    blocs = {bloc for a in actors if (bloc := page.bloc(a))}
    if statement.type == "ceasefire_violation" and statement.stance != "admits":  # who counts breaches counts the others'
        blocs.discard(page.side(page.claims.get(statement.claim)) or "")
    if not blocs and statement.stance in ("admits", "announces") and statement.claim in page.claims:
        speaker = page.claims[statement.claim].chain[-1].actor
        armed = speaker in page.actors and page.actors[speaker].kind in _ARMED
        if armed and (bloc := page.bloc(speaker)):
            blocs = {bloc}
    return frozenset(blocs)


def rivals(said: Sequence[Statement], pages: Pages) -> dict[str, list[Statement]]:
    """The sides that different voices blame for one deed, each with its voices; empty where no two are rivals."""
    accused: dict[str, list[Statement]] = {}
    for statement in said:
        if (
            statement.polarity != "affirms"
            or statement.type in TWO_SIDED
            or FAMILY_OF[statement.type] not in ("harm", "violation")
        ):
            continue
        blocs = blamed(pages[statement.document], statement)
        if not blocs or any(other not in sides(bloc) for bloc in blocs for other in blocs):
            continue
        bloc = min(blocs)
        home = next((known for known in accused if known in sides(bloc)), bloc)
        accused.setdefault(home, []).append(statement)
    rival = {
        home
        for home, mine in accused.items()
        if any(
            _one_deed(a, b, pages) for other, its in accused.items() if other != home for a in mine[:_ASKED] for b in its[:_ASKED]
        )
    }
    return {home: voices for home, voices in accused.items() if home in rival} if len(rival) > 1 else {}


def _perpetrators(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    told = {home: [voice_of(s) for s in voices] for home, voices in rivals(said, pages).items()}
    if not told:
        return []
    named = sorted(told.items(), key=lambda item: (-backing(item[1]), item[0]))
    shown_as = [(called(bloc, [voice.document for voice in voices], pages), voices) for bloc, voices in named]
    about = f"who did it: {' or '.join(name for name, _ in shown_as)}"
    return [contested("perpetrator", incident.id, about, shown_as)]


def _one_deed(a: Statement, b: Statement, pages: Pages) -> bool:
    """Whether two voices that blame different sides speak of one deed, not of what each side did to the other on one day.

    Something must tell it: whom it hit, what spot, how many it killed or wounded, that it is of a kind seldom done, or that one
    document sets the two against each other.
    """
    page, other = pages[a.document], pages[b.document]
    one, two = page.events[a.event], other.events[b.event]
    hit, its_hit = ({side for x in e.targets for side in sides(p.bloc(x))} for e, p in ((one, page), (two, other)))
    if hit & blamed(other, b) or its_hit & blamed(page, a) or (hit and its_hit and not hit & its_hit):
        return False
    if hit & its_hit or one.type == two.type and one.type in _ONE_SPOT or (a.document, a.event) == (b.document, b.event):
        return True
    spots = [{i for i in e.places if i in p.places and breadth(p.places[i]) <= _SITE_KM} for e, p in ((one, page), (two, other))]
    if one.type == two.type and spots[0] & spots[1]:
        return True
    return any(
        f.what == g.what and f.low >= _FEW and not f.vague and not g.vague and agree(f, g)
        for f in figures(page, a)
        for g in figures(other, b)
    )


def _same_actor(page: Page, actor: str, other: Page, its: str) -> bool:
    if page.actor_key(actor) == other.actor_key(its):
        return True
    a, b = page.actors.get(actor), other.actors.get(its)
    if a is None or b is None or (a.registered and b.registered):
        return False
    words, more = set(name_words(a.name.ar or "")), set(name_words(b.name.ar or ""))
    return len(words & more) >= 2


def _content_words(text: str) -> frozenset[str]:
    common = knowledge().common
    clean = "".join(c if c.isalnum() else " " for c in folded(text)).split()
    return frozenset(w[:5] for word in clean if word not in common and len(w := bare(word)) > 3)


def is_denial(page: Page, statement: Statement) -> bool:
    """Whether a voice denies an event in so many words, or calls another's account of it untrue."""
    if statement.polarity != "denies" or statement.claim == "outlet":
        return False
    claim = page.claims[statement.claim]
    return claim.stance == "denies" or (claim.embeds is not None and claim.embeds in page.events[statement.event].claims)


def _kin(one: str, two: str) -> bool:
    """Whether reports of one happening use two types for each other."""
    return any(one in group and two in group for group in KIN) or {one, two} <= PACTS


def _answers(denial: Statement, said: Sequence[Statement], pages: Pages) -> tuple[str, list[Statement]]:
    """What a denial turns against: the one it clears, and those who say he did it."""
    page = pages[denial.document]
    affirming = [s for s in said if s.polarity == "affirms" and s.voice != denial.voice]
    denied = page.events[denial.event]
    affirming = [s for s in affirming if s.type == denied.type or _kin(s.type, denied.type)]
    # Both sides of a fight are its actors: who denies that it goes on clears nobody.
    cleared = [a for a in denied.actors if a in page.actors and denied.type != "armed_clash"]
    named = [s for s in affirming if any(_same_actor(page, a, pages[s.document], b) for a in cleared for b in s.actors)]
    label = (page.actors[cleared[0]].name.en or page.actors[cleared[0]].name.ar or "") if cleared else ""
    chain = page.claims[denial.claim].chain
    itself = bool(chain) and any(_same_actor(page, chain[-1].actor, page, a) for a in cleared)
    if named and itself and all(page.actors[a].kind == "armed_group" for a in cleared):
        return label, named  # one group's denial of its own deed does not speak for its allies
    blocs = {bloc for a in cleared if (bloc := page.bloc(a))}
    if blocs:
        kin = {side for bloc in blocs for side in sides(bloc)}
        return label or called(min(blocs), [denial.document], pages), [
            s for s in affirming if s in named or blamed(pages[s.document], s) & kin
        ]
    if cleared:
        return label, []
    words = _content_words(denial.text)
    inner = page.claims[denial.claim].embeds
    if inner in page.claims:
        words |= _content_words(page.words(page.claims[inner].content))
    return "", [
        s for s in affirming if len(words & _content_words(s.text)) >= 3 or s.claim == inner and s.document == denial.document
    ]


def _denials(incident: Incident, said: Sequence[Statement], pages: Pages, lifted: Sequence[Statement]) -> list[Contested]:
    groups: dict[tuple[Voice, ...], tuple[str, list[Voice]]] = {}
    denials = [s for s in said if is_denial(pages[s.document], s)]
    for denial in [*denials, *(s for s in lifted if s not in denials)]:
        label, against = _answers(denial, said, pages)
        if not against:
            continue
        key = tuple(sorted({voice_of(s) for s in against}, key=lambda v: (v.document, v.claim, v.event)))
        for known in groups:  # a denial that answers some of the same voices belongs to the same dispute
            if set(known) & set(key):
                joined = tuple(sorted(set(known) | set(key), key=lambda v: (v.document, v.claim, v.event)))
                name, voices = groups.pop(known)
                groups[joined] = (name or label, [*voices, voice_of(denial)])
                break
        else:
            groups[key] = (label, [voice_of(denial)])
    out = []
    for accusing, (label, deniers) in groups.items():
        about = f"whether it was {label}" if label else "whether it happened"
        out.append(contested("denied", incident.id, about, [("affirmed", accusing), ("denied", deniers)]))
    return out


def _days(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    if incident.type in LASTING:
        return []
    told: dict[str, list[Voice]] = {}
    tolls: dict[str, list[Figure]] = {}
    for s in said:
        when = s.when
        if s.polarity == "affirms" and when and when.precision == "day" and when.start and when.start == when.end:
            told.setdefault(when.start, []).append(voice_of(s))
            tolls.setdefault(when.start, []).extend(f for f in figures(pages[s.document], s) if f.what == "killed" and f.low >= 3)
    if len({voice.document for voices in told.values() for voice in voices}) < 2 or len(told) < 2:
        return []
    days = sorted(told.items())
    if incident.type not in _ONCE:  # bombardment of one place on two days is two bombardments, unless they have one toll
        days = [
            (day, voices)
            for day, voices in days
            if any(alike(f, g) and agree(f, g) for f in tolls[day] for other in tolls if other != day for g in tolls[other])
        ]
    if len(days) < 2:
        return []
    return [contested("date", incident.id, f"which day: {' or '.join(day for day, _ in days)}", days)]


def _spots(incident: Incident, said: Sequence[Statement], pages: Pages) -> list[Contested]:
    told: list[tuple[str, frozenset[str], list[Voice]]] = []
    for s in said:
        page = pages[s.document]
        spots = [page.places[p] for p in s.places if p in page.places and page.places[p].kind in ("facility", "neighbourhood")]
        if s.polarity != "affirms" or s.type not in _ONE_SPOT or len(spots) != 1:
            continue
        words = page.place_names(spots[0])
        for _, known, voices in told:
            if words & known:
                voices.append(voice_of(s))
                break
        else:
            told.append((spots[0].name.en or spots[0].name.ar or spots[0].id, words, [voice_of(s)]))
    if len(told) < 2:
        return []
    named = [(name, voices) for name, _, voices in sorted(told, key=lambda item: item[0])]
    return [contested("place", incident.id, f"where: {' or '.join(name for name, _ in named)}", named)]


def _mirrored(linked: Linked, homes: Mapping[str, Incident], pages: Pages) -> list[Contested]:
    """Attacks of one day and place told with the roles exchanged: each side says the other attacked."""
    out = []
    seen: set[tuple[str, str]] = set()
    attacks = linked.of_types(_ATTACKS)
    for pair in linked.pairs:
        if pair.a not in attacks or pair.b not in attacks:
            continue
        one, two = homes[pair.a], homes[pair.b]
        if (
            one.id == two.id
            or (min(one.id, two.id), max(one.id, two.id)) in seen
            or not ({one.type, two.type} <= _ATTACKS | {"armed_clash"})
        ):
            continue
        (doc_a, _, event_a), (doc_b, _, event_b) = pair.a.rpartition("|"), pair.b.rpartition("|")
        if doc_a == doc_b or not _exchanged(pages[doc_a], event_a, pages[doc_b], event_b):
            continue
        seen.add((min(one.id, two.id), max(one.id, two.id)))
        told: list[tuple[str, list[Voice]]] = []
        for incident in (one, two):
            attacked = [s for s in statements_of(incident, pages) if s.polarity == "affirms" and s.type in _ATTACKS]
            voices = [(bloc, voice_of(s)) for s in attacked for bloc in blamed(pages[s.document], s)]
            told.append((min((bloc for bloc, _ in voices), default=""), [voice for _, voice in voices]))
        if all(voices for _, voices in told) and told[0][0] not in sides(told[1][0]):
            shown_as = [(called(bloc, [voice.document for voice in voices], pages), voices) for bloc, voices in told]
            about = f"who attacked: {' or '.join(name for name, _ in shown_as)}"
            out.append(contested("perpetrator", one.id, about, shown_as))
    return out


def _exchanged(page: Page, event: str, other: Page, its: str) -> bool:
    a, b = page.events[event], other.events[its]
    if a.type not in _ATTACKS or b.type not in _ATTACKS:
        return False
    spots = {place.id for place in map(page.places.get, a.places) if place} & {p.id for p in map(other.places.get, b.places) if p}
    day_a, day_b = (day_number(e.date.start if e.date else None) for e in (a, b))
    if not spots or (day_a is not None and day_b is not None and abs(day_a - day_b) > 1):
        return False
    doers = (
        {side for actor in a.actors for side in sides(page.bloc(actor))},
        {s for actor in b.actors for s in sides(other.bloc(actor))},
    )
    hit = (
        {side for actor in a.targets for side in sides(page.bloc(actor))},
        {s for actor in b.targets for s in sides(other.bloc(actor))},
    )
    return not doers[0] & doers[1] and bool(doers[0] & hit[1] or doers[1] & hit[0])


def _tallies(linked: Linked) -> list[Contested]:
    """Tallies of one thing and one period that give other sums, or, where one bulletin is copied, other lines."""
    found = [
        (tally, _tally_voices(document, tally))
        for document, row in linked.documents.items()
        for tally in row.tallies
        if tally.start and tally.total is not None and tally.claim != "outlet"
    ]
    out: list[Contested] = []
    groups: dict[tuple[str, str, str], list[tuple[TallyNote, list[Voice]]]] = {}
    for tally, voices in found:
        groups.setdefault((tally.what, tally.start or "", tally.end or ""), []).append((tally, voices))
    for (what, start, end), group in sorted(groups.items(), key=lambda item: item[0]):
        values = sorted({tally.total or 0 for tally, _ in group}, reverse=True)
        if len(values) > 1:
            named = [
                (str(value), [voice for tally, voices in group if tally.total == value for voice in voices]) for value in values
            ]
            days = start if start == end else f"{start} to {end}"
            about = f"how many ({what.replace('_', ' ')}, {days}): {' or '.join(map(str, values))}"
            out.append(contested("count", None, about, named))
        for (tally, voices), (other, its_voices) in itertools.combinations(group, 2):
            bulletins = {voice.origin for voice in voices} & {voice.origin for voice in its_voices}
            if tally.total != other.total or not bulletins:
                continue
            for place in sorted(set(tally.lines) & set(other.lines)):
                (name, mine), (_, its) = tally.lines[place], other.lines[place]
                if mine != its:
                    about = f"how many in {name} in one and the same tally: {mine} or {its}"
                    out.append(contested("count", None, about, [(str(mine), voices), (str(its), its_voices)], one_origin=True))
    return out


def _tally_voices(document: str, tally: TallyNote) -> list[Voice]:
    said = ((tally.claim, tally.origin), *tally.also)
    return [Voice(document=document, claim=claim, event=tally.event, origin=origin) for claim, origin in said]


def _scoped_voice(scoped: Scoped) -> Voice:
    return Voice(document=scoped.document, claim=scoped.claim, event=scoped.event, origin=scoped.origin)


def _truces(linked: Linked, pages: Pages) -> list[Contested]:
    """Whether a truce stands, whom and what it covers, and whether somebody is present at a place."""
    noted = [document.truces for document in linked.documents.values()]
    out = []
    for about, affirmed, denied in standing(noted):
        out.append(
            contested("status", None, about, [("holds", map(_scoped_voice, affirmed)), ("has ended", map(_scoped_voice, denied))])
        )
    for about, excluded, covered in coverage(noted):
        out.append(
            contested(
                "status", None, about, [("not covered", map(_scoped_voice, excluded)), ("covered", map(_scoped_voice, covered))]
            )
        )

    for about, values in signatories(noted):
        out.append(contested("count", None, about, [(value, map(_scoped_voice, voices)) for value, voices in values]))

    def candidates(bloc: str, names: frozenset[str]) -> Iterable[Page]:
        speaking = {document for document, row in linked.documents.items() if row.truces.presence}
        return (pages[document] for document in sorted(speaking | set(linked.acting_on(bloc, names))))

    for about, there, absent in presence(noted, candidates):
        out.append(
            contested("denied", None, about, [("affirmed", map(_scoped_voice, there)), ("denied", map(_scoped_voice, absent))])
        )
    return out


def _lifted(incident: Incident, pages: Pages) -> list[Statement]:
    """Denials that a document itself sets against a claim of this incident, brought to it wherever else they belong."""
    out: list[Statement] = []
    for document in sorted(incident.documents):
        page = pages[document]
        here = {claim for doc, event in incident.events if doc == document for claim in page.events[event].claims}
        for dispute in page.reading.disputes:
            if dispute.kind != "denied":
                continue
            for denier, denied in (dispute.between, dispute.between[::-1]):
                claim = page.claims.get(denier)
                if claim is not None and claim.stance == "denies" and denied in here:
                    out += [s for e in page.reading.events if denier in e.claims for s in page.statements(e) if s.claim == denier]
    return out


def _across(found: Iterable[Contested]) -> list[Contested]:
    """The disputes that more than one document takes part in."""
    return [d for d in found if len({v.document for side in d.sides for v in side.voices}) > 1]


def rank(dispute: Contested) -> int:
    """Which of two equally strong disputes is told first, by their kinds."""
    return _ORDER[dispute.kind]


def strongest_first(found: Iterable[Contested]) -> tuple[Contested, ...]:
    """Disputes in the order in which they are told, each once."""
    once = {dispute.id: dispute for dispute in found}
    return tuple(sorted(once.values(), key=lambda d: (-d.origins[0], -d.origins[1], rank(d), d.id)))


def disputes_in(incident: Incident, pages: Pages, *, within: bool = False) -> list[Contested]:
    """The disputes between the accounts of one incident; with `within` also those inside a single document."""
    if len(incident.documents) == 1 and not within:
        return []
    said = statements_of(incident, pages)
    found = _counts(incident, said, pages)
    found += _perpetrators(incident, said, pages)
    found += _denials(incident, said, pages, _lifted(incident, pages))
    found += _days(incident, said, pages)
    found += _spots(incident, said, pages)
    return found if within else _across(found)


def disputes_between(linked: Linked, pages: Pages, *, within: bool = False) -> list[Contested]:
    """The disputes that belong to no single incident: exchanged roles, tallies, truces and presences."""
    homes = {f"{document}|{event}": incident for incident in linked.incidents for document, event in incident.events}
    found = [*_mirrored(linked, homes, pages), *_tallies(linked), *_truces(linked, pages)]
    return found if within else _across(found)


def disputes(linked: Linked, readings: Iterable[Reading], *, within: bool = False) -> tuple[Contested, ...]:
    """Every dispute that more than one document takes part in, strongest first.

    A dispute is strong when many origins stand on its smaller side. With `within` the disputes inside single documents
    are given too.
    """
    pages = Pages(readings)
    found = [dispute for incident in linked.incidents for dispute in disputes_in(incident, pages, within=within)]
    return strongest_first([*found, *disputes_between(linked, pages, within=within)])
