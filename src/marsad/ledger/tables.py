"""The tables of a ledger, schema version 1.

Every table of records has the reading it belongs to, the document, the record's id, its columns for questions, and the
record itself as JSON. `reading` is the number of a row in `readings`; records of an older reading stay beside the newer.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION: Final = 1

metadata = MetaData()

schema_versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("written_by", String, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    # The number of the first version of this document; its own when it is the first.
    Column("series", Integer, nullable=False, index=True),
    Column("ref", String, index=True),
    Column("url", String, index=True),
    Column("title", Text),
    Column("language", String),
    Column("sha256", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("recorded", String, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False, index=True),
    Column("program", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("outlet", String, index=True),
    Column("published_start", String, index=True),
    Column("published_end", String),
    Column("json", LargeBinary, nullable=False),
    Column("recorded", String, nullable=False),
    UniqueConstraint("document", "program", "sha256"),
)


def _records(name: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        metadata,
        Column("reading", ForeignKey("readings.number"), primary_key=True),
        Column("id", String, primary_key=True),
        Column("document", ForeignKey("documents.id"), nullable=False),
        *columns,
        Column("json", LargeBinary, nullable=False),
        Index(f"{name}_by_id", "id"),
    )


actors = _records(
    "actors",
    Column("kind", String, nullable=False),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("of", String),
    Column("registered", Boolean, nullable=False),
)

places = _records(
    "places",
    Column("kind", String, nullable=False),
    Column("name_ar", Text),
    Column("name_en", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision_km", Float),
)

claims = _records(
    "claims",
    Column("start", Integer, nullable=False),
    Column("speaker", String, index=True),
    Column("stance", String, nullable=False, index=True),
    Column("certainty", String, nullable=False),
    Column("quotation", String, nullable=False),
    Column("cue", String),
    Column("embeds", String),
)

events = _records(
    "events",
    Column("start", Integer, nullable=False),
    Column("type", String, nullable=False, index=True),
    Column("realis", String, nullable=False),
    Column("date_start", String, index=True),
    Column("date_end", String),
    Column("date_precision", String),
    Column("place", String, index=True),
)

# Records without an id of their own get one from where they stand: the event's id and a number, or the kind and a number.
counts = _records(
    "counts",
    Column("event", String, nullable=False, index=True),
    Column("what", String, nullable=False, index=True),
    Column("population", String, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    Column("qualifier", String, nullable=False),
    Column("claim", String, nullable=False),
)

tallies = _records(
    "tallies",
    Column("what", String, nullable=False),
    Column("claim", String, nullable=False),
    Column("total", Integer),
    Column("sum", Integer, nullable=False),
    Column("agrees", Boolean),
    Column("window_start", String),
    Column("window_end", String),
)

disputes = _records(
    "disputes",
    Column("kind", String, nullable=False),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
)

doubts = _records(
    "doubts",
    Column("stage", String, nullable=False, index=True),
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
    Column("record", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("rule", String, nullable=False),
    Column("entry", String),
    Column("json", LargeBinary, nullable=False),
)

# Who belongs to what: the voices of a claim, the parties, places and claims of an event, the lines of a tally.
links = Table(
    "links",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("record", String, primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("to", String, nullable=False, index=True),
    Column("number", Integer),
)
