"""What a brief is made of: every line with the voice that says it and the characters it rests on."""

from __future__ import annotations

from marsad.model import Name, Record, Span


class Words(Record, frozen=True):
    """Characters of an article that a line rests on; `anchor` names them within the page."""

    article: int
    spans: tuple[Span, ...]
    anchor: str
    text: str


class Line(Record, frozen=True):
    """One line of the brief: English by template, the voice that says it, and the words it rests on."""

    id: str
    text: str
    voice: str
    outlet: str
    words: Words
    own_voice: bool = False
    tone: str = "plain"
    disputed: tuple[str, ...] = ()


class PlaceLines(Record, frozen=True):
    """What is said to have happened in one place."""

    place: Name | None
    lines: tuple[Line, ...]


class Day(Record, frozen=True):
    """What is said to have happened in one period; `when` is empty where no date is given."""

    when: str
    places: tuple[PlaceLines, ...]

    @property
    def size(self) -> int:
        """How many lines the period has."""
        return sum(len(p.lines) for p in self.places)


class Speaker(Record, frozen=True):
    """Somebody who is said to have said something; `outlets` are those who quote them."""

    name: Name
    kind: str
    outlets: tuple[str, ...]
    lines: tuple[Line, ...]


class Contest(Record, frozen=True):
    """Two accounts that cannot both be true, each with its words."""

    kind: str
    one: Line
    other: Line


class Side(Record, frozen=True):
    """One value of a field or one side of a dispute, with the lines of those who give it."""

    value: str
    lines: tuple[Line, ...]


class Compared(Record, frozen=True):
    """A field of a happening across the articles that report it: what it is called, how it stands, who says what."""

    field: str
    state: str
    tone: str
    sides: tuple[Side, ...]


class Together(Record, frozen=True):
    """A happening that several articles report; `grade` is provisional and says so, empty where nothing is graded."""

    id: str
    text: str
    grade: str
    fields: tuple[Compared, ...]


class Clash(Record, frozen=True):
    """What several articles say and cannot all be true."""

    id: str
    kind: str
    about: str
    sides: tuple[Side, ...]


class Sum(Record, frozen=True):
    """A tally: who gives it, what it adds up to, and its parts."""

    id: str
    what: str
    voice: str
    outlet: str
    text: str
    total: int | None
    sum: int
    agrees: bool | None
    window: str
    parts: tuple[tuple[Name, int], ...]
    words: Words


class Naming(Record, frozen=True):
    """What one actor is called, by whom: each form with the outlets that use it and how often."""

    name: Name
    forms: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class Article(Record, frozen=True):
    """One article with the words that lines rest on."""

    number: int
    id: str
    ref: str
    outlet: str
    date: str
    title: str
    url: str
    text: str
    boilerplate: tuple[Span, ...]
    marks: tuple[Words, ...]
    claims: int
    events: int
    doubts: tuple[str, ...]


class Spot(Record, frozen=True):
    """A place on the map: degrees, the radius the report leaves open in km, and how many lines are about it."""

    name: Name
    lat: float
    lon: float
    precision_km: float
    lines: int
    anchor: str


class Outlet(Record, frozen=True):
    """An outlet and how much of it there is."""

    name: str
    articles: int
    claims: int
    events: int
    relays: tuple[str, ...]


class Brief(Record, frozen=True):
    """Everything the brief says."""

    about: str
    period: str
    days: tuple[Day, ...]
    ahead: tuple[Day, ...]
    past: tuple[Day, ...]
    speakers: tuple[Speaker, ...]
    contests: tuple[Contest, ...]
    together: tuple[Together, ...]
    clashes: tuple[Clash, ...]
    unlinked: int
    sums: tuple[Sum, ...]
    names: tuple[Naming, ...]
    spots: tuple[Spot, ...]
    outlets: tuple[Outlet, ...]
    articles: tuple[Article, ...]

    @property
    def claims(self) -> int:
        """How many claims the articles hold."""
        return sum(a.claims for a in self.articles)

    @property
    def events(self) -> int:
        """How many events the articles hold."""
        return sum(a.events for a in self.articles)
