"""What accounts of a truce say of it in words: whether it stands, whom it covers, and who is present where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, TypeAlias

from marsad.link.figures import figures, shown
from marsad.link.keys import one_group
from marsad.link.knowledge import bare, knowledge, sides
from marsad.link.measure import day_number, kilometres, possible_days
from marsad.link.statements import STATED, Page, Statement
from marsad.link.wording import Word
from marsad.model import Claim, Event, Place

_DAYS: Final = 14  # two reports further apart may speak of different truces
_KM: Final = 600.0
_GROUPS: Final = "other:groups"


class Scoped(NamedTuple):
    """A voice on a truce with the days it may speak on, more than one where the year is not told, and its region."""

    document: str
    claim: str
    event: str
    origin: str
    days: tuple[int, ...]
    lat: float | None
    lon: float | None


Opposed = tuple[str, list[Scoped], list[Scoped]]


def _is(word: Word, forms: frozenset[str]) -> bool:
    return word.form in forms or bare(word.form) in forms


def _scoped(page: Page, claim: Claim, event: str) -> Scoped:
    places = sorted((p.lat, p.lon) for p in page.reading.places if p.lat is not None and p.lon is not None)
    middle = places[len(places) // 2] if places else (None, None)
    published = page.reading.document.published
    day = day_number(published.end or published.start)
    days = (day,) if day is not None else tuple(possible_days(page.reading))
    return Scoped(page.document, claim.id, event, page.origin(claim), days, *middle)


def _near(a: Scoped, b: Scoped) -> bool:
    if bool(a.days) != bool(b.days) or (a.days and not any(abs(x - y) <= _DAYS for x in a.days for y in b.days)):
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return kilometres(a.lat, a.lon, b.lat, b.lon) <= _KM


def _opposed(about: str, left: Iterable[Scoped], right: Iterable[Scoped]) -> list[Opposed]:
    """The voices of two sides in groups that speak of one time and region; groups without both sides are left out."""
    first, second = sorted(set(left)), sorted(set(right))
    groups: list[tuple[list[Scoped], list[Scoped]]] = []
    for voice, side in sorted(
        [*((v, 0) for v in first), *((v, 1) for v in second)], key=lambda item: (item[0].days, item[0], item[1])
    ):
        for group in groups:
            if all(_near(voice, other) for other in (*group[0], *group[1])):
                group[side].append(voice)
                break
        else:
            fresh: tuple[list[Scoped], list[Scoped]] = ([], [])
            fresh[side].append(voice)
            groups.append(fresh)
    return [(about, one, two) for one, two in groups if one and two]


def _truce_claims(page: Page) -> list[tuple[Claim, Event]]:
    """The claims that speak of a truce or an accord as it is, each with the first such event it belongs to.

    On a page about a truce a claim in which nothing happens may say whom it covers, and goes with the page's first.
    """
    out: list[tuple[Claim, Event]] = []
    seen: set[str] = set()
    for event in sorted(page.reading.events, key=lambda e: e.type != "ceasefire"):
        if event.type not in ("ceasefire", "agreement") or event.realis == "conditional" or _past(page, event):
            continue
        for claim_id in event.claims:
            claim = page.claims.get(claim_id)
            if claim is not None and claim.stance in {*STATED, "denies"} and claim_id not in seen:
                seen.add(claim_id)
                out.append((claim, event))
    if out:
        busy = {claim for event in page.reading.events for claim in event.claims}
        idle = [c for c in page.reading.claims if c.id not in busy and c.stance in {*STATED, "denies"}]
        out += [(claim, out[0][1]) for claim in idle]
    return out


def _past(page: Page, event: Event) -> bool:
    """Whether an accord is one of earlier times: told as history with a day of its own, more than a fortnight before the report."""
    first = day_number(event.date.start if event.date else None)
    told = day_number(page.reading.document.published.start)
    return event.realis == "historical" and first is not None and (told is None or abs(told - first) > _DAYS)


def _standing(page: Page) -> tuple[list[Scoped], list[Scoped]]:
    """The voices of a page that say a truce holds, and those that say it has ended."""
    truce, cover = knowledge().truce, knowledge().cover
    holds: list[Scoped] = []
    ended: list[Scoped] = []
    for claim, event in _truce_claims(page):
        if claim.stance == "denies":
            continue
        for span in claim.content:
            words = page.wording.of(span)
            for i, word in enumerate(words):
                if word.form.startswith("ال"):
                    continue  # "the standing truce" names a truce, it does not say that it stands
                stands = _is(word, truce.holds)
                if not (stands or _is(word, truce.ended)) or not any(_is(w, truce.nouns) for w in words[max(0, i - 4) : i + 5]):
                    continue
                turned = any(other.form.removeprefix("و") in cover.negation for other in words[max(0, i - 2) : i])
                if stands:
                    (ended if turned else holds).append(_scoped(page, claim, event.id))
                elif not turned:
                    ended.append(_scoped(page, claim, event.id))
    return holds, ended


class Object(NamedTuple):
    """Somebody or some place a coverage word speaks of."""

    start: int
    key: str
    name: str
    is_place: bool


def _objects(page: Page, first: int, last: int) -> list[Object]:
    """The actors with a known side and the places mentioned between two offsets, in text order."""
    out = []
    for actor in page.reading.actors:
        bloc = page.bloc(actor.id)
        if bloc:
            out += [Object(a, bloc, page.called(bloc) or bloc, is_place=False) for a, _ in actor.mentions if first <= a < last]
    for place in page.reading.places:
        key = "place:" + " ".join(sorted(page.place_names(place)))
        name = place.name.en or place.name.ar or place.id
        out += [Object(a, key, name, is_place=True) for a, _ in place.mentions if first <= a < last]
    return sorted(set(out))


class Covered(NamedTuple):
    """What one voice says of a truce's reach: `only` marks an exception from which everybody else follows."""

    voice: Scoped
    objects: tuple[Object, ...]
    covered: bool
    only: bool


def _reach(page: Page, claim: Claim, event: Event) -> list[Covered]:
    cover = knowledge().cover
    out = []
    for span in claim.content:
        words = page.wording.of(span)
        for i, word in enumerate(words):
            includes, excludes = _is(word, cover.includes), _is(word, cover.excludes)
            if not (includes or excludes):
                continue
            turned = any(other.form.removeprefix("و") in cover.negation for other in words[max(0, i - 3) : i])
            but = next((other for other in words[i + 1 : i + 5] if other.form in cover.but), None)
            if _is(word, cover.pronoun):
                begin = page.reading.document.text.rfind("\n", 0, span[0]) + 1
                found = [o for o in _objects(page, begin, span[1]) if not o.is_place][:1]
            elif _is(word, cover.subject):
                area = any(_is(other, cover.area) for other in words[max(0, i - 3) : i])
                before = [o for o in _objects(page, span[0], word.start) if o.is_place or not area]
                close = [o for o in before if word.start - o.start <= 45] or before[-1:]
                found = [o for o in close if o.is_place == close[-1].is_place]
            else:
                begin = but.end if but else word.end
                stop = page.reading.document.text.find(".", begin, span[1])
                found = _objects(page, begin, min(span[1] if stop < 0 else stop, begin + 110))
            if found:
                covered = includes != turned
                # "leaves out nobody but X": X is left out, everybody else is covered.
                out.append(
                    Covered(_scoped(page, claim, event.id), tuple(found), covered != bool(but), but is not None and covered)
                )
    return out


class Absent(NamedTuple):
    """A voice that denies the presence of a bloc at a place."""

    bloc: str
    name: str
    names: frozenset[str]
    place: str
    voice: Scoped


class Signed(NamedTuple):
    """A voice that says how many groups made a truce or an accord: at least `low`, at most `high`."""

    low: int
    high: float
    said: str
    voice: Scoped


class Party(NamedTuple):
    """A voice that says whether somebody made a truce or an accord."""

    key: str
    name: str
    made: bool
    voice: Scoped


class TruceNotes(NamedTuple):
    """What one document says about truces and presences, kept so that documents can be compared without reading them again."""

    holds: tuple[Scoped, ...]
    ended: tuple[Scoped, ...]
    reach: tuple[Covered, ...]
    absent: tuple[Absent, ...]
    signed: tuple[Signed, ...]
    parties: tuple[Party, ...]
    presence: bool


Candidates: TypeAlias = Callable[[str, frozenset[str]], Iterable[Page]]


def coverage(noted: Iterable[TruceNotes]) -> list[Opposed]:
    """Voices that say a truce leaves somebody or some place out against voices that say it covers them."""
    said = [reach for notes in noted for reach in notes.reach]
    keys = sorted({(o.key, o.name, o.is_place) for reach in said for o in reach.objects})
    out: list[Opposed] = []
    for key in dict.fromkeys(key for key, _, _ in keys):
        name, is_place = next((name, is_place) for known, name, is_place in keys if known == key)
        left_out = [r.voice for r in said if not r.covered and any(o.key == key for o in r.objects)]
        taken_in = [r.voice for r in said if r.covered and any(o.key == key for o in r.objects)]
        if not is_place:
            taken_in += [r.voice for r in said if r.only and not any(o.key in sides(key) for o in r.objects if not o.is_place)]
        out += _opposed(f"whether the truce covers {name}", left_out, taken_in)
    return out


def _one_place(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and (a <= b or b <= a or len(a & b) >= 2)


def presence(noted: Iterable[TruceNotes], candidates: Candidates) -> list[Opposed]:
    """Voices that have somebody at a place, or act against them there, against voices that deny any presence.

    `candidates` gives the pages that may speak of some bloc at a place whose name has these words.
    """
    denied = [absent for notes in noted for absent in notes.absent]
    out: list[Opposed] = []
    for bloc, place in sorted({(absent.bloc, absent.place) for absent in denied}):
        mine = [absent for absent in denied if (absent.bloc, absent.place) == (bloc, place)]
        names = mine[0].names
        there = [scoped for page in candidates(bloc, names) for scoped in _present(page, bloc, names)]
        out += _opposed(f"presence in {place}: {mine[0].name}", there, [absent.voice for absent in mine])
    return out


def _absent(page: Page, presence: frozenset[str]) -> list[Absent]:
    """Who is denied to be where: the actors and places of the denial, or those its sentence named before (للتنظيم هناك)."""
    denied = []
    for claim in page.reading.claims:
        if claim.stance != "denies":
            continue
        said = {form for span in claim.content for form in page.wording.forms(span)}
        if said.isdisjoint(presence):
            continue
        first, last = claim.content[0][0], claim.content[-1][1]
        blocs = _blocs_named(page, first, last)
        if not blocs and not said.isdisjoint(page.wording.those_of(knowledge().generic)):
            blocs = _blocs_named(page, claim.sentence[0], first)[-1:]
        places = _places_named(page, first, last) or _places_named(page, claim.sentence[0], first)[-1:]
        event = next((event.id for event in page.reading.events if claim.id in event.claims), "")
        denied += [
            Absent(
                bloc,
                page.called(bloc) or bloc,
                page.place_names(place),
                place.name.en or place.name.ar or place.id,
                _scoped(page, claim, event),
            )
            for bloc in sorted(set(blocs))
            for place in places
        ]
    return denied


def _blocs_named(page: Page, first: int, last: int) -> list[str]:
    """The sides of the actors mentioned between two offsets, in the order of their mentions; speakers' bodies without one are none."""
    found = [
        (a, bloc)
        for actor in page.reading.actors
        if (bloc := page.bloc(actor.id))
        for a, _ in actor.mentions
        if first <= a < last
    ]
    return [bloc for _, bloc in sorted(found)]


def _places_named(page: Page, first: int, last: int) -> list[Place]:
    """The places mentioned between two offsets, in the order of their mentions."""
    found = [(a, n) for n, place in enumerate(page.reading.places) for a, _ in place.mentions if first <= a < last]
    return [page.reading.places[n] for _, n in sorted(found)]


def _speaks_of(page: Page, forms: frozenset[str]) -> bool:
    """Whether a claim of a page has one of some words."""
    return bool(forms) and any(
        not forms.isdisjoint(page.wording.forms(span)) for claim in page.reading.claims for span in claim.content
    )


def truce_notes(page: Page) -> TruceNotes:
    """What a page says about truces and presences."""
    presence = page.wording.those_of(knowledge().presence)
    holds, ended = _standing(page)
    reach = [r for claim, event in _truce_claims(page) if claim.stance != "denies" for r in _reach(page, claim, event)]
    return TruceNotes(
        holds=tuple(holds),
        ended=tuple(ended),
        reach=tuple(reach),
        absent=tuple(_absent(page, presence)),
        signed=tuple(_signed(page)),
        parties=tuple(_parties(page)),
        presence=_speaks_of(page, presence),
    )


def _signing(page: Page) -> list[tuple[Statement, Scoped]]:
    """What the voices of a page say, in a sentence with a word of signing, of the truces and accords of its time."""
    out = []
    for event in page.reading.events:
        if event.type not in ("ceasefire", "agreement") or event.realis == "conditional" or _past(page, event):
            continue
        for statement in page.statements(event):
            claim = page.claims.get(statement.claim)
            if claim is not None and not knowledge().truce.signing.isdisjoint(page.wording.forms(claim.sentence)):
                out.append((statement, _scoped(page, claim, event.id)))
    return out


def _signed(page: Page) -> list[Signed]:
    """How many groups each voice of a page says made the truce or accord it speaks of."""
    return [
        Signed(f.low, f.high, shown(f), voice)
        for statement, voice in _signing(page)
        if statement.polarity == "affirms" and statement.realis != "negated"
        for f in figures(page, statement)
        if f.what == _GROUPS and not f.vague
    ]


def _parties(page: Page) -> list[Party]:
    """Whom each voice of a page names as one who made the truce or accord it speaks of, or as one who did not."""
    out = []
    for statement, voice in _signing(page):
        denied = statement.polarity == "denies" and page.claims[statement.claim].stance == "denies"
        if not denied and (statement.polarity != "affirms" or statement.realis == "negated"):
            continue
        for actor in statement.actors:
            if actor in page.actors and (page.actors[actor].registered or page.actors[actor].kind == "armed_group"):
                name = page.actors[actor].name
                out.append(Party(page.actor_key(actor), name.en or name.ar or actor, not denied, voice))
    return out


def parties(noted: Iterable[TruceNotes]) -> list[Opposed]:
    """Voices that say somebody made a truce or an accord against voices that deny it."""
    said = [party for notes in noted for party in notes.parties]
    out: list[Opposed] = []
    for key, name in sorted({(party.key, party.name) for party in said if not party.made}):
        made = [party.voice for party in said if party.made and one_group(key, party.key)]
        out += _opposed(f"whether {name} signed", made, [party.voice for party in said if party.key == key and not party.made])
    return out


def signatories(noted: Iterable[TruceNotes]) -> list[tuple[str, list[tuple[str, list[Scoped]]]]]:
    """Voices that give other numbers of groups for one truce: of two in one region at one time, only one is being made."""
    said = sorted((signed for notes in noted for signed in notes.signed), key=lambda s: (s.voice.days, s.voice, s.low))
    groups: list[list[Signed]] = []
    for signed in said:
        for group in groups:
            if all(_near(signed.voice, other.voice) for other in group):
                group.append(signed)
                break
        else:
            groups.append([signed])
    out = []
    for group in groups:
        if any(one.low > other.high or other.low > one.high for one in group for other in group):
            values: dict[str, list[Scoped]] = {}
            for signed in sorted(group, key=lambda s: (-s.low, s.voice)):
                values.setdefault(signed.said, []).append(signed.voice)
            out.append((f"how many groups signed: {' or '.join(values)}", list(values.items())))
    return out


def standing(noted: Sequence[TruceNotes]) -> list[Opposed]:
    """Voices that say a truce holds against voices that say it has ended."""
    holds = [voice for notes in noted for voice in notes.holds]
    ended = [voice for notes in noted for voice in notes.ended]
    return _opposed("whether the truce holds or has ended", holds, ended)


def _present(page: Page, bloc: str, names: frozenset[str]) -> list[Scoped]:
    presence = page.wording.those_of(knowledge().presence)
    out = []
    for event in page.reading.events:
        here = any(p in page.places and _one_place(names, page.place_names(page.places[p])) for p in event.places)
        if here and event.realis in ("actual", "ongoing") and any(page.bloc(t) == bloc for t in event.targets):
            out += [
                _scoped(page, s_claim, event.id)
                for c in event.claims
                if (s_claim := page.claims.get(c)) and s_claim.stance != "denies"
            ]
    for claim in page.reading.claims:
        if claim.stance not in STATED:
            continue
        for span in claim.content:
            if presence.isdisjoint(page.wording.forms(span)):
                continue
            found = _objects(page, *span)
            where = any(o.is_place and _one_place(names, frozenset(o.key.removeprefix("place:").split())) for o in found)
            if where and any(o.key == bloc for o in found):
                where_said = next((e.id for e in page.reading.events if claim.id in e.claims), "")
                out.append(_scoped(page, claim, where_said))
    return out
