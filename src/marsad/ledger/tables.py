"""The tables of a ledger, schema version 3; `migrations.py` brings older ledgers up to it.

Every table of records has the reading it belongs to, the document, the record's id, its columns for questions, and the
record itself as JSON. `reading` is the number of a row in `readings`; records of an older reading stay beside the newer.
The tables from `linkings` on hold what linking computed from all the others: their rows may be replaced and lost.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)
from sqlalchemy import Text as AnyText

SCHEMA_VERSION: Final = 3

# Texts are compared and sorted by their code points on every database, whatever the language a server was set up for.
Text: Final = AnyText().with_variant(AnyText(collation="C"), "postgresql")

metadata = MetaData()

schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("written_by", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    # The number of the first version of this document; its own when it is the first.
    Column("series", Integer, nullable=False, index=True),
    Column("ref", Text, index=True),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("language", Text),
    Column("sha256", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("program", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("outlet", Text, index=True),
    Column("published_start", Text, index=True),
    Column("published_end", Text),
    Column("json", LargeBinary, nullable=False),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("document", "program", "sha256"),
)


def _records(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("reading", ForeignKey("readings.number"), primary_key=True),
        Column("id", Text, primary_key=True),
        Column("document", ForeignKey("documents.id"), nullable=False),
        *columns,
        Column("json", LargeBinary, nullable=False),
        Index(f"{name}_by_id", "id"),
    )


actors = _records(
    "actors",
    Column("kind", Text, nullable=False),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("of", Text),
    Column("registered", Boolean, nullable=False),
    # Id and names folded, between bars: "|x:idlib|ادلب|idlib|".
    Column("spelled", Text),
)

places = _records(
    "places",
    Column("kind", Text, nullable=False),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision_km", Float),
    Column("spelled", Text),
)

claims = _records(
    "claims",
    Column("start", Integer, nullable=False),
    Column("speaker", Text, index=True),
    Column("stance", Text, nullable=False, index=True),
    Column("certainty", Text, nullable=False),
    Column("quotation", Text, nullable=False),
    Column("cue", Text),
    Column("embeds", Text),
    # For whoever asks: the speaker's name, Latin where there is one, and the words claimed.
    Column("speaker_name", Text),
    Column("words", Text),
)

events = _records(
    "events",
    Column("start", Integer, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("realis", Text, nullable=False),
    Column("date_start", Text, index=True),
    Column("date_end", Text),
    Column("date_precision", Text),
    Column("place", Text, index=True),
    Column("by_names", Text),
    Column("on_names", Text),
    Column("place_names", Text),
)

# Records without an id of their own get one from where they stand: the event's id and a number, or the kind and a number.
counts = _records(
    "counts",
    Column("event", Text, nullable=False, index=True),
    Column("what", Text, nullable=False, index=True),
    Column("population", Text, nullable=False),
    Column("low", BigInteger),
    Column("high", BigInteger),
    Column("qualifier", Text, nullable=False),
    Column("claim", Text, nullable=False),
)

tallies = _records(
    "tallies",
    Column("what", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("total", BigInteger),
    Column("sum", BigInteger, nullable=False),
    Column("agrees", Boolean),
    Column("window_start", Text),
    Column("window_end", Text),
)

disputes = _records(
    "disputes",
    Column("kind", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
)

doubts = _records(
    "doubts",
    Column("stage", Text, nullable=False, index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("about", Text, nullable=False),
)

# There are many more reasons than records: they are kept small, and found by record and reading only.
traces = Table(
    "traces",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("entry", Text),
    Column("json", LargeBinary, nullable=False),
)

# Who belongs to what: the voices of a claim, the parties, places and claims of an event, the lines of a tally.
links = Table(
    "links",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("record", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("to", Text, nullable=False, index=True),
    Column("number", BigInteger),
)

# Every place where an actor or a place is named: in which words, and in whose.
mentions = Table(
    "mentions",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("record", Text, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    # The innermost claim whose content holds the words; nothing where the outlet itself is speaking.
    Column("claim", Text),
)

# What people decided. Nothing is changed or deleted: taking a decision back is one more row, which names what it undoes.
judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("a", Text, nullable=False, index=True),
    Column("b", Text, index=True),
    Column("who", Text, nullable=False),
    Column("when", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", ForeignKey("judgements.id")),
)

# Every time a ledger was linked: by which program, with which weights, after how many judgements.
linkings = Table(
    "linkings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("program", Text, nullable=False),
    Column("weights", LargeBinary, nullable=False),
    Column("judgements", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("incidents", Integer, nullable=False),
    Column("recorded", Text, nullable=False),
)

# What linking remembers of a reading, so that it need not look at it again.
prepared = Table(
    "prepared",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("program", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

# The readings whose events are in the incidents below.
linked = Table(
    "linked",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    # The side that owns the outlet, and the day of publication as a number, so that days can be subtracted everywhere.
    Column("leaning", Text),
    Column("published_day", Integer, index=True),
)

# Who counts in a tally, and for which side.
tally_sides = Table(
    "tally_sides",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("tally", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("side", Text),
)

# Pairs of events, as "document|event", that weigh enough to be remembered, in bits.
pairs = Table(
    "pairs",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True),
    Column("weight", Float, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("linking", ForeignKey("linkings.number"), nullable=False),
    Column("family", Text, nullable=False),
    Column("type", Text, nullable=False, index=True),
    Column("first", Text, index=True),
    Column("last", Text),
    Column("place", Text, index=True),
    Column("place_name", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("events", Integer, nullable=False),
    Column("documents", Integer, nullable=False, index=True),
    Column("outlets", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    # Who is blamed, and the provisional grade with its reason; nothing where there is nothing to grade.
    Column("accused", Text),
    Column("grade", Text),
    Column("reason", Text),
    Column("json", LargeBinary, nullable=False),
    # The accounts side by side as JSON, where more than one document reports the incident.
    Column("side_by_side", LargeBinary),
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("event", Text, primary_key=True),
    Column("incident", ForeignKey("incidents.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    # Whether the document reports it, rather than recalls it, expects it or says how things stand.
    Column("news", Boolean, nullable=False),
    # Whether it is also among what the document is about, and not told in passing.
    Column("chief", Boolean, nullable=False),
)

incident_accounts = Table(
    "incident_accounts",
    metadata,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("side", Text),
    Column("says", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("accused", Text),
    Column("days", Text),
    Column("places", Text),
    Column("counts", Text),
)

incident_counts = Table(
    "incident_counts",
    metadata,
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Column("what", Text, primary_key=True),
    Column("population", Text, primary_key=True),
    # Whose figures; nothing but "all" for the count over all accounts.
    Column("origin", Text, primary_key=True),
    Column("low", BigInteger, nullable=False),
    Column("best", BigInteger, nullable=False),
    Column("high", BigInteger, nullable=False),
    Column("open", Boolean, nullable=False),
    Column("origins", Integer, nullable=False),
)

# Disputes across documents. `smaller` is the number of origins on the weaker side; of two as strong, `rank` decides.
contested = Table(
    "contested",
    metadata,
    Column("id", Text, primary_key=True),
    # The incident whose accounts differ; nothing for disputes over truces, tallies and presences.
    Column("incident", ForeignKey("incidents.id"), index=True),
    Column("kind", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("smaller", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("one_origin", Boolean, nullable=False),
    # Whether it lies between the accounts of its incident alone, and stands and falls with it.
    Column("inside", Boolean, nullable=False),
    Column("json", LargeBinary, nullable=False),
)

contested_voices = Table(
    "contested_voices",
    metadata,
    Column("dispute", ForeignKey("contested.id"), primary_key=True),
    Column("side", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("value", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("origin", Text, nullable=False),
)

# The tables that linking fills anew, in an order in which they may be emptied.
DERIVED: Final = (
    contested_voices,
    contested,
    incident_counts,
    incident_accounts,
    incident_events,
    incidents,
    pairs,
    tally_sides,
    linked,
    prepared,
    linkings,
)

# What a question should look at: the newest reading of the newest version of each document, and who says what in it.
VIEWS: Final = (
    """CREATE VIEW current_readings AS
SELECT r.number AS reading, r.document, d.ref, d.title, d.url, coalesce(r.outlet, 'unknown') AS outlet,
       r.published_start, r.published_end
FROM readings r JOIN documents d ON d.id = r.document
WHERE d.number IN (SELECT max(number) FROM documents GROUP BY series)
  AND r.number IN (SELECT max(number) FROM readings GROUP BY document)""",
    """CREATE VIEW current_claims AS
SELECT c.reading, c.document, c.id AS claim, c.start, coalesce(c.speaker, 'outlet') AS speaker,
       coalesce(c.speaker_name, r.outlet) AS voice, c.stance, c.certainty, c.quotation, c.cue, c.words, r.outlet,
       r.published_start, r.published_end
FROM claims c JOIN current_readings r ON r.reading = c.reading""",
    """CREATE VIEW current_events AS
SELECT e.reading, e.document, e.id AS event, e.start, e.type, e.realis, e.date_start, e.date_end, e.date_precision,
       e.by_names, e.on_names, e.place_names, c.claim, coalesce(c.voice, r.outlet) AS voice, c.stance, r.outlet,
       r.published_start, r.published_end
FROM events e JOIN current_readings r ON r.reading = e.reading
LEFT JOIN links l ON l.reading = e.reading AND l.record = e.id AND l.role = 'said in'
LEFT JOIN current_claims c ON c.claim = l."to" AND c.reading = l.reading""",
)

# Who reports an incident and when: one line for each document that tells it as news. `side` is the one that owns the
# outlet, or the outlet itself.
LINKED_VIEWS: Final = (
    """CREATE VIEW incident_reports AS
SELECT e.incident, e.document, coalesce(r.outlet, 'unknown') AS outlet, coalesce(d.leaning, r.outlet, 'unknown') AS side,
       r.published_start, r.published_end, d.published_day, min(e.position) AS position
FROM incident_events e
JOIN linked d ON d.document = e.document
JOIN readings r ON r.number = d.reading
WHERE e.news
GROUP BY e.incident, e.document, r.outlet, d.leaning, r.published_start, r.published_end, d.published_day""",
)
