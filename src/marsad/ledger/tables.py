"""The tables of a ledger, schema version 2; `migrations.py` brings older ledgers up to it.

Every table of records has the reading it belongs to, the document, the record's id, its columns for questions, and the
record itself as JSON. `reading` is the number of a row in `readings`; records of an older reading stay beside the newer.
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

SCHEMA_VERSION: Final = 2

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
