"""`marsad ask` and `marsad search`: answers as a table, as CSV or as JSON, and stretches of text with the words marked."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from enum import StrEnum

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from marsad.arabic.fold import fold_word
from marsad.brief.names import cut
from marsad.cli.out import console, fail, notices
from marsad.cli.tables import print_table
from marsad.ledger import Hit, Ledger
from marsad.questions import Parameter, Question, load_questions
from marsad.readers.dates import published

# What linking fills: a question that looks there knows what was linked, and no more.
LINKED = ("incidents", "incident_", "contested", "linked")


class Form(StrEnum):
    """The forms in which an answer may be had."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def list_questions() -> None:
    """Print every question with what it may be narrowed by."""
    out = console()
    for question in load_questions():
        given = " ".join(f"{parameter.name}=…" for parameter in question.parameters)
        out.print(f"[bold]{question.name}[/]  {escape(question.title)}")
        out.print(f"    {escape(question.about)}")
        out.print(f"    [dim]{given}[/]")
    out.print(
        "\nAsk one: [bold]marsad ask timeline place=إدلب from=2017-09[/]; what a question is made of: marsad ask timeline --describe"
    )


def question_named(name: str) -> Question:
    """A question by its name; ends the command where there is none."""
    found = {question.name: question for question in load_questions()}
    if name not in found:
        raise fail(f"no question {name!r}; there are: {', '.join(found)}")
    return found[name]


def describe(question: Question) -> None:
    """Print what a question asks, its parameters, its columns and its query."""
    out = console()
    out.print(f"[bold]{question.name}[/]  {escape(question.title)}\n{escape(question.about)}\n")
    for parameter in question.parameters:
        out.print(f"  [cyan]{parameter.name}[/]=…  {escape(parameter.about)}")
    out.print("\nThe answer has these columns:")
    for column in question.columns:
        out.print(f"  [cyan]{column.name}[/]  {escape(column.about)}")
    out.print()
    out.print(question.sql, markup=False)


def values_for(question: Question, given: Sequence[str]) -> dict[str, str | None]:
    """The value of every parameter of a question, None for those that nobody gave; ends the command on a wrong one."""
    known = {parameter.name: parameter for parameter in question.parameters}
    values: dict[str, str | None] = dict.fromkeys(known)
    for word in given:
        name, sign, value = word.partition("=")
        if not sign or name not in known:
            raise fail(f"{word!r}: {question.name} may be narrowed by {', '.join(f'{one}=…' for one in known)}")
        values[name] = _value(known[name], value)
    return values


def _value(parameter: Parameter, value: str) -> str | None:
    if parameter.kind == "name":
        return fold_word(value).strip()
    if parameter.kind in ("first day", "last day"):
        try:
            period = published(value)
        except ValueError as error:
            raise fail(f"{parameter.name}: {error}") from error
        return period.start if parameter.kind == "first day" else period.end
    return value


def ask(ledger: Ledger, question: Question, given: Sequence[str], *, form: Form) -> None:
    """Print the answer to a question."""
    answer = ledger.ask(question.sql, **values_for(question, given))
    if any(table in question.sql for table in LINKED) and (missing := ledger.unlinked()):
        articles = "1 article is" if missing == 1 else f"{missing:,} articles are"
        notices().print(
            f"[yellow]note[/] {articles} not linked yet and not in this answer; run: marsad link {escape(ledger.place)}"
        )
    match form:
        case Form.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(answer.columns)
            writer.writerows(answer.rows)
        case Form.JSON:
            rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
            sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        case Form.TABLE:
            print_table(ledger, answer, question.title)


def search(ledger: Ledger, query: str, *, limit: int) -> None:
    """Print the documents that have all words of a query, each with a stretch of its text."""
    out = console()
    hits = ledger.search(query, limit=limit + 1)
    for hit in hits[:limit]:
        _hit(out, hit)
    if not hits:
        out.print("No document has all these words.")
    elif len(hits) > limit:
        notices().print(f"There are more than {limit}; see them with --limit")


def _hit(out: Console, hit: Hit) -> None:
    times = f"{hit.snippet.found} times" if hit.snippet.found > 1 else "once"
    out.print(
        f"[bold]{escape(hit.ref or hit.document)}[/]  {escape(hit.outlet)} · {hit.published or 'undated'} · {times}  [dim]{hit.document}[/]"
    )
    if hit.title:
        out.print(f"  {escape(cut(hit.title, 120))}")
    line = Text("  …")
    line.append(hit.snippet.text)
    for start, end in hit.snippet.marks:
        line.stylize("bold black on yellow", start + 3, end + 3)
    out.print(line.append("…"))
