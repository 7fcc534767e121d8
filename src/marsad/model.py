"""The records of Marsad: frozen, validated when read back, with ids made from content.

A reader turns a file into a `Document`; `marsad.pipeline.read` turns a `Document` into a `Reading`. All offsets are
Unicode code points into `Document.text` exactly as given, end exclusive. An unknown value is `None`, never a guess.
`encode` and `decode` give the interchange format (JSON lines, UTF-8); the key order is the order of the fields below.
"""

from __future__ import annotations

import hashlib
from typing import Final, Literal, TypeAlias

import msgspec

FORMAT_VERSION: Final = 1

Span: TypeAlias = tuple[int, int]

OutletBasis: TypeAlias = Literal["given", "url", "dateline", "self_mention", "unknown"]
PublishedBasis: TypeAlias = Literal["given", "url", "page", "explicit", "weekday", "milestone", "unknown"]
ActorKind: TypeAlias = Literal[
    "state", "government", "armed_forces", "armed_group", "coalition", "organisation", "monitor", "media", "person",
    "population", "other",
]  # fmt: skip
PlaceKind: TypeAlias = Literal[
    "country", "governorate", "district", "town", "village", "neighbourhood", "area", "facility", "route", "water",
]  # fmt: skip
ChainRole: TypeAlias = Literal[
    "outlet", "agency", "newspaper", "broadcaster", "monitor", "spokesperson", "official", "commander", "anonymous",
    "institution", "collective", "document", "person",
]  # fmt: skip
Quotation: TypeAlias = Literal["direct", "indirect", "mixed"]
Certainty: TypeAlias = Literal["stated", "hedged"]
Stance: TypeAlias = Literal[
    "asserts", "announces", "denies", "admits", "accuses", "criticises", "insinuates", "offers", "pledges", "demands",
    "accepts", "rejects", "threatens", "predicts", "hopes", "assesses", "withholds",
]  # fmt: skip
Realis: TypeAlias = Literal[
    "actual", "ongoing", "planned", "conditional", "negated", "historical", "failed", "habitual",
]  # fmt: skip
EventType: TypeAlias = Literal[
    "air_strike", "shelling", "ground_attack", "armed_clash", "small_arms_fire", "suicide_attack", "bombing_ied",
    "chemical_attack", "targeted_killing", "abduction", "abuse", "destruction", "air_defence",
    "territory_capture", "withdrawal", "siege", "siege_break", "route_cut", "route_open", "deployment", "evacuation",
    "control_status", "group_change", "personnel_action", "ceasefire", "ceasefire_violation", "zone_establish",
    "agreement", "monitoring", "meeting", "talks", "mediation", "political_process", "protest", "sanction",
    "military_support", "coordination", "intel_sharing", "deconfliction_notice", "humanitarian_aid", "casualties",
    "cumulative_toll", "equipment_loss", "displacement", "detention", "release_exchange",
]  # fmt: skip
CountWhat: TypeAlias = Literal[
    "killed", "wounded", "missing", "captured", "detained", "displaced", "raids", "munitions", "aircraft", "targets",
    "violations", "attempts", "vehicles", "sites", "other",
]  # fmt: skip
Qualifier: TypeAlias = Literal["exact", "at_least", "more_than", "up_to", "about", "vague"]
Precision: TypeAlias = Literal["day", "week", "month", "season", "year", "interval"]
DateBasis: TypeAlias = Literal["explicit", "weekday", "relative", "carried"]
DisputeKind: TypeAlias = Literal["denied", "count", "perpetrator", "date", "place", "status"]
FieldState: TypeAlias = Literal["agree", "differ", "silent", "denied"]
GradeName: TypeAlias = Literal["confirmed", "fair", "weak", "contested", "discounted"]
JudgementKind: TypeAlias = Literal["same", "different", "verified", "rejected", "note", "undo"]
StageName: TypeAlias = Literal["clean", "segment", "recognise", "attribute", "code", "ground"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What every record shares: frozen, keyword-only, unknown keys ignored when read back."""


class Name(Record, frozen=True, kw_only=True):
    """A name in both scripts; either may be unknown."""

    ar: str | None = None
    en: str | None = None


class Outlet(Record, frozen=True, kw_only=True):
    """Who published the document, and how that is known; `span` points at the words when the text says it.

    `side` is whom it speaks for, where a user's file of outlets says so.
    """

    id: str | None = None
    name: Name | None = None
    basis: OutletBasis = "unknown"
    span: Span | None = None
    side: str | None = None


class Published(Record, frozen=True, kw_only=True):
    """When the document was published: an interval of ISO days, both ends included, or nothing at all.

    `possible` are the few single days that it can be where a text names its day and month and no year; `start` and `end`
    are then unknown, and `span` points at the words.
    """

    start: str | None = None
    end: str | None = None
    precision: Precision | None = None
    basis: PublishedBasis = "unknown"
    span: Span | None = None
    possible: tuple[str, ...] = ()


class Document(Record, frozen=True, kw_only=True):
    """One published text exactly as given; `boilerplate` is filled in by the `clean` stage."""

    id: str
    ref: str | None = None
    outlet: Outlet = Outlet()
    published: Published = Published()
    title: str | None = None
    url: str | None = None
    language: str | None = None
    sha256: str
    text: str
    boilerplate: tuple[Span, ...] = ()


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who acts, suffers or speaks. Ids of the registry are stable; `local:N` ids belong to one document."""

    id: str
    kind: ActorKind
    name: Name
    of: str | None = None
    wikidata: str | None = None
    registered: bool
    mentions: tuple[Span, ...]


class Place(Record, frozen=True, kw_only=True):
    """A place the text names; `lat`/`lon` in degrees, `precision_km` a radius, `candidates` how many it could have been."""

    id: str
    kind: PlaceKind
    name: Name
    lat: float | None
    lon: float | None
    precision_km: float | None
    admin: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    candidates: int = 1


class Cue(Record, frozen=True, kw_only=True):
    """The reporting word and the lemma of its lexicon entry."""

    span: Span
    lemma: str


class Source(Record, frozen=True, kw_only=True):
    """The noun phrase that names the speaker."""

    span: Span


class ChainLink(Record, frozen=True, kw_only=True):
    """One voice of a chain; the actor "outlet" stands for the document's outlet."""

    role: ChainRole
    actor: str
    span: Span | None = None


class Claim(Record, frozen=True, kw_only=True):
    """A stretch of text attributed to somebody other than the outlet: the atom of the ledger."""

    id: str
    sentence: Span
    cue: Cue | None
    source: Source | None
    chain: tuple[ChainLink, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    stance: Stance
    certainty: Certainty
    embeds: str | None = None
    rule: str
    doubts: tuple[str, ...] = ()

    def passes_on(self, other: Claim) -> bool:
        """Whether its speaker tells what somebody else says: all of the other claim's content, by a voice further in."""
        return len(other.chain) > len(self.chain) and all(
            any(first <= start and end <= last for first, last in self.content) for start, end in other.content
        )


class When(Record, frozen=True, kw_only=True):
    """When an event is said to have happened: an interval of ISO days, both ends included."""

    start: str | None
    end: str | None
    precision: Precision
    basis: DateBasis
    span: Span | None


class Means(Record, frozen=True, kw_only=True):
    """The weapon, aircraft or method that the text names."""

    span: Span
    kind: str


class Count(Record, frozen=True, kw_only=True):
    """A number with bounds; `claim` is the claim that gives it or "outlet"."""

    span: Span
    what: CountWhat
    population: str
    low: int | None
    high: int | None
    qualifier: Qualifier
    claim: str
    part_of: Span | None = None


class Event(Record, frozen=True, kw_only=True):
    """What a claim, or the outlet itself (`claims` empty), says happened."""

    id: str
    type: EventType
    realis: Realis
    triggers: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: When | None = None
    means: tuple[Means, ...] = ()
    counts: tuple[Count, ...] = ()
    rule: str
    doubts: tuple[str, ...] = ()


class TallyPart(Record, frozen=True, kw_only=True):
    """One line of a tally: `place` is a place id of the reading, `actor` the party where the tally is by party, `span` the words that give the number."""

    place: str | None
    count: int
    span: Span
    actor: str | None = None


class Window(Record, frozen=True, kw_only=True):
    """A period in ISO days, both ends included."""

    start: str | None = None
    end: str | None = None


class Tally(Record, frozen=True, kw_only=True):
    """A count broken down by zone or party; `agrees` says whether the parts add up to the total, null where they name only some of it."""

    id: str
    what: str
    claim: str
    total: int | None
    parts: tuple[TallyPart, ...]
    sum: int
    agrees: bool | None
    window: Window | None = None


class Dispute(Record, frozen=True, kw_only=True):
    """Two accounts within one document that cannot both be true; each side is a claim id or "outlet"."""

    kind: DisputeKind
    between: tuple[str, str]


class Doubt(Record, frozen=True, kw_only=True):
    """A machine's hesitation about a stretch of the document."""

    stage: StageName
    span: Span | None
    about: str


class Reading(Record, frozen=True, kw_only=True):
    """All records of one document."""

    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    tallies: tuple[Tally, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    incidents: tuple[str, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """One voice that the reports of an incident go back to, and the documents that carry it."""

    id: str
    documents: tuple[str, ...]


class Incident(Record, frozen=True, kw_only=True):
    """Events of several documents judged to be one happening; the id is that of its earliest report.

    `events` are pairs of document id and event id; `first` and `last` are ISO days, `lat`/`lon` degrees, where known.
    """

    id: str
    family: str
    type: EventType
    events: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    first: str | None = None
    last: str | None = None
    lat: float | None = None
    lon: float | None = None
    place: str | None = None


class Voice(Record, frozen=True, kw_only=True):
    """Who says it: a claim of a document, or "outlet" with the event that the outlet tells in its own voice."""

    document: str
    claim: str
    event: str
    origin: str


class Value(Record, frozen=True, kw_only=True):
    """A value of a field, or a side of a dispute, and everybody who gives it; `name` is what people are shown for an id."""

    value: str
    voices: tuple[Voice, ...]
    name: str | None = None

    @property
    def shown(self) -> str:
        """The value for people to read."""
        return self.name or self.value


class FieldView(Record, frozen=True, kw_only=True):
    """A field of an incident across its accounts: agreed, differing, passed over by all, or denied by somebody."""

    field: str
    state: FieldState
    values: tuple[Value, ...] = ()
    silent: tuple[str, ...] = ()


class RolledUp(Record, frozen=True, kw_only=True):
    """A count over all accounts of an incident: bounds, the best figure, how they were come by and from whom.

    `open` is true when somebody gives a figure without an upper bound. `replaced` are figures that a later one of the
    same origin has taken the place of.
    """

    what: str
    population: str
    low: int
    best: int
    high: int
    open: bool
    rule: str
    contributors: tuple[Value, ...]
    replaced: tuple[Value, ...] = ()


class Account(Record, frozen=True, kw_only=True):
    """One origin's version of an incident, from every document that carries it; `side` is the bloc that it speaks for."""

    origin: str
    side: str | None
    documents: tuple[str, ...]
    claims: tuple[Voice, ...]
    says: Literal["affirms", "denies", "mentions"]
    perpetrators: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()


class Grade(Record, frozen=True, kw_only=True):
    """How well an incident is supported as far as a machine can tell; it is provisional until a person decides."""

    grade: GradeName
    reason: str
    provisional: bool = True

    @property
    def label(self) -> str:
        """The grade as it must be shown: never without the word provisional."""
        return f"provisional: {self.grade}"


class SideBySide(Record, frozen=True, kw_only=True):
    """An incident with its accounts, the fields they agree and differ on, its counts and its provisional grade."""

    incident: Incident
    accounts: tuple[Account, ...]
    fields: tuple[FieldView, ...]
    counts: tuple[RolledUp, ...]
    grade: Grade | None


class Contested(Record, frozen=True, kw_only=True):
    """A dispute between accounts of one incident, or of one truce (`incident` None), with everybody on each side.

    `origins` is the number of different origins on the smaller side and in all: the strength of a dispute.
    `one_origin` marks copies of one bulletin that differ: somebody slipped.
    """

    id: str
    kind: DisputeKind
    incident: str | None
    about: str
    sides: tuple[Value, ...]
    origins: tuple[int, int]
    one_origin: bool = False


class Judgement(Record, frozen=True, kw_only=True):
    """A person's decision about two events (`a` and `b` as "document id|event id"), or about one thing (`b` None).

    `undoes` names an earlier judgement that no longer counts; nothing is ever deleted. `when` is an ISO time.
    """

    id: str
    kind: JudgementKind
    a: str
    b: str | None = None
    who: str
    when: str
    why: str = ""
    undoes: str | None = None


class Considered(Record, frozen=True, kw_only=True):
    """Something else a stage looked at before it decided, and why it was left."""

    span: Span | None
    what: str
    why: str


class Trace(Record, frozen=True, kw_only=True):
    """Why a record is as it is: the rule, the lexicon entry (`folder/file.yml#id`), the characters, the alternatives."""

    record: str
    stage: StageName
    rule: str
    entry: str | None = None
    spans: tuple[Span, ...] = ()
    considered: tuple[Considered, ...] = ()


class Traced(Record, frozen=True, kw_only=True):
    """A reading with the reasons for it."""

    reading: Reading
    traces: tuple[Trace, ...] = ()


def content_id(kind: str, *parts: object) -> str:
    """An id made from content alone: `kind` and 16 hexadecimal digits of a SHA-256 over the JSON of `parts`."""
    return f"{kind}:{hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:16]}"


def new_document(
    text: str,
    *,
    ref: str | None = None,
    outlet: Outlet | None = None,
    published: Published | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document as a reader hands it over; its id is made from the text and everything given with it."""
    outlet = outlet or Outlet()
    published = published or Published()
    return Document(
        id=content_id("doc", ref, outlet.id, published.start, published.end, title, url, text),
        ref=ref,
        outlet=outlet,
        published=published,
        title=title,
        url=url,
        language=language,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )


def encode(record: Record) -> bytes:
    """One record as a line of JSON without its line end; the same record always gives the same bytes."""
    return msgspec.json.encode(record)


def decode_reading(line: bytes | str) -> Reading:
    """A reading from a line of JSON; raises `msgspec.ValidationError` when a field has the wrong type or value."""
    return msgspec.json.decode(line, type=Reading)
