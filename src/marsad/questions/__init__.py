"""A shelf of questions to ask a ledger: one `.sql` file each, in SQL that SQLite and PostgreSQL understand alike.

`load_questions` reads them all. The comment at the head of a file says what is asked, with what and to what end:

    -- title: Disputes within documents
    -- about: Two accounts in one document that cannot both be true.
    -- parameter outlet (text): Only documents of this outlet.
    -- column published: The day of publication.

Everything below the head is one query; in it a parameter is written `:outlet`, and is NULL when nobody gave it.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Final, Literal, TypeAlias, get_args

from marsad.model import Record

# What the value of a parameter is: text as it is, a name to be folded, or a day, month or year of which the first or
# last day counts.
ParameterKind: TypeAlias = Literal["text", "name", "first day", "last day"]

_LINE: Final = re.compile(
    r"-- (?P<key>title|about|parameter|column)(?: (?P<name>\w+))?(?: \((?P<kind>[\w ]+)\))?: (?P<text>\S.*)"
)
_USED: Final = re.compile(r"(?<![:\w]):([a-z_]+)")


class QuestionError(Exception):
    """A question that is not on the shelf, or a file on it that is not as it should be."""


class Parameter(Record, frozen=True, kw_only=True):
    """Something that a question may be narrowed by."""

    name: str
    kind: ParameterKind
    about: str


class Column(Record, frozen=True, kw_only=True):
    """A column of the answer."""

    name: str
    about: str


class Question(Record, frozen=True, kw_only=True):
    """A question: its name is that of its file, `sql` the query with the head left out."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    sql: str


def load_questions() -> tuple[Question, ...]:
    """All questions in the order of their names. Raises QuestionError when a file is not as it should be."""
    folder = resources.files(__name__)
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return tuple(parse(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")) for file in files)


def parse(name: str, text: str) -> Question:
    """A question from the text of its file. Raises QuestionError with the line that is wrong."""
    lines = text.splitlines()
    size = next((n for n, line in enumerate(lines) if not line.startswith("--")), len(lines))
    said: dict[str, list[str]] = {"title": [], "about": []}
    parameters: list[Parameter] = []
    columns: list[Column] = []
    for number, line in enumerate(lines[:size], start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise QuestionError(f"{name}.sql, line {number}: not a line of a head: {line}")
        key, given, kind, about = match["key"], match["name"], match["kind"], match["text"]
        if (given is None) == (key in ("parameter", "column")) or (kind is None) == (key == "parameter"):
            raise QuestionError(
                f"{name}.sql, line {number}: write `-- title: …`, `-- parameter name (kind): …`, `-- column name: …`"
            )
        if key == "parameter":
            known: ParameterKind | None = next((one for one in get_args(ParameterKind) if one == kind), None)
            if known is None:
                raise QuestionError(f"{name}.sql, line {number}: a parameter is {', '.join(get_args(ParameterKind))}")
            parameters.append(Parameter(name=given, kind=known, about=about))
        elif key == "column":
            columns.append(Column(name=given, about=about))
        else:
            said[key].append(about)
    sql = "\n".join(lines[size:]).strip().removesuffix(";")
    used = set(_USED.findall(sql))
    if used != {parameter.name for parameter in parameters}:
        raise QuestionError(f"{name}.sql: the parameters of its head are not those of its query: {', '.join(sorted(used))}")
    if len(said["title"]) != 1 or not columns or not sql:
        raise QuestionError(f"{name}.sql: a question has one title, columns and a query")
    return Question(
        name=name,
        title=said["title"][0],
        about=" ".join(said["about"]),
        parameters=tuple(parameters),
        columns=tuple(columns),
        sql=sql,
    )
