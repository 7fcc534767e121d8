"""The commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer
from rich.markup import escape

from marsad import __version__
from marsad.brief.labels import Language
from marsad.cli.asking import Form, describe, list_questions, question_named
from marsad.cli.asking import ask as ask_question
from marsad.cli.asking import search as search_words
from marsad.cli.checking import check_pairs, check_sentence
from marsad.cli.incidents import explain_incident, show_incident
from marsad.cli.judging import judge as judge_events
from marsad.cli.judging import undo as undo_judgement
from marsad.cli.linking import estimate_weights, link_ledger, print_readings
from marsad.cli.looking import explain as explain_record
from marsad.cli.looking import show as show_record
from marsad.cli.out import console, fail, notices, plain_errors
from marsad.cli.reading import read_paths
from marsad.cli.scoring import figures_for, hold
from marsad.cli.shelves import Shelves
from marsad.cli.telling import tell as tell_brief
from marsad.gazetteer.imports import install
from marsad.gazetteer.stored import installed
from marsad.ledger import open_ledger
from marsad.readers import Given
from marsad.readers.dates import published

LEDGER: Final = "marsad.db"
WEIGHTS: Final = "weights.json"
# How many notes on one imported table are printed.
DOUBTS: Final = 12

app = typer.Typer(
    help="Read Arabic conflict reports and keep a ledger of who says what happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)

gazetteer = typer.Typer(help="Add place tables of your own.", no_args_is_help=True)
app.add_typer(gazetteer, name="gazetteer")

LedgerOption = Annotated[
    str,
    typer.Option("--ledger", "-l", metavar="LEDGER", help="The ledger to look into: a file, or postgresql://user@host/database."),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to read with; without it, as many as are worth it."),
]
Outlets = Annotated[
    list[Path] | None,
    typer.Option("--outlets", metavar="FILE", help="A file of outlets of your own (YAML: id, ar, en, domain, spellings, side)."),
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"marsad {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read Arabic conflict reports and keep a ledger of who says what happened."""


@app.command()
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Text files, folders, JSON lines (.jsonl, .jsonl.gz with id, outlet, date, title, text, url), or - for standard input.",
        ),
    ],
    ledger: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="LEDGER", help="The ledger to add to: a file, or postgresql://user@host/database."
        ),
    ] = LEDGER,
    json: Annotated[bool, typer.Option("--json", help="Print the readings as JSON lines and write no ledger.")] = False,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the plain text files.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the plain text files were published: 2017-09-17, 2017-09 or 2017.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="The title of the plain text file.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not list the claims of each article.")] = False,
    outlets: Outlets = None,
    jobs: Jobs = None,
) -> None:
    """Read articles into a ledger, and list who is said to say what.

    An article that is in the ledger already is not read again. Inputs that cannot be read are named on standard error,
    the rest is read, and the exit status is 3.
    """
    if date is not None:
        _checked_date(date)
    with plain_errors():
        status = read_paths(
            paths,
            given=Given(outlet=outlet, date=date, title=title),
            place=None if json else ledger,
            jobs=jobs,
            shelves=Shelves(gazetteers=installed(), outlets=tuple(outlets or ())),
            quiet=quiet,
        )
    if status:
        raise typer.Exit(status)


def _checked_date(date: str) -> None:
    try:
        published(date)
    except ValueError as error:
        raise fail(f"--date: {error}") from error


@app.command()
def brief(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to tell from.")] = LEDGER,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year on.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until the end of this day, month or year.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this place and what lies inside it, by its name in either script.")
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the brief as one HTML page instead.")] = None,
    markdown: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the brief as Markdown instead.")] = None,
    language: Annotated[
        Language, typer.Option("--lang", help="The language to tell it in; what articles say stays Arabic.")
    ] = "en",
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many lines of a section to print; the page has them all.")
    ] = 12,
) -> None:
    """Tell what the articles of a ledger report: what happened, who says it, what is denied.

    An event without a date of its own counts for the day of its article.
    """
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        tell_brief(
            opened,
            since=since,
            until=until,
            place=place,
            language=language,
            html=html,
            to_markdown=markdown,
            limit=limit,
        )


@app.command()
def show(
    ident: Annotated[str, typer.Argument(metavar="ID", help="The beginning of an id, or the reference of a document.")],
    ledger: LedgerOption = LEDGER,
) -> None:
    """Show one record with its words: a document, claim, event, tally, actor, place or incident."""
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        if not show_incident(opened, ident):
            show_record(opened, ident)


@app.command()
def explain(
    ident: Annotated[str, typer.Argument(metavar="ID", help="The beginning of an id, or the reference of a document.")],
    ledger: LedgerOption = LEDGER,
) -> None:
    """Explain why a record is as it is: the rule, the lexicon entry, the characters, and what else was considered.

    Of an incident: what each account says, and for every event the weights that brought it in.
    """
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        if not explain_incident(opened, ident):
            explain_record(opened, ident)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="Without it, the questions are listed.")] = None,
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME=VALUE", help="What to narrow it by: place=إدلب from=2017-09 outlet=sana."),
    ] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="table, csv or json.")] = Form.TABLE,
    described: Annotated[bool, typer.Option("--describe", help="Print what the question is made of and ask nothing.")] = False,
    ledger: LedgerOption = LEDGER,
) -> None:
    """Ask a ledger one of the questions on the shelf: disputes, casualties, timelines, names and more."""
    if question is None:
        list_questions()
        return
    chosen = question_named(question)
    if described:
        describe(chosen)
        return
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        ask_question(opened, chosen, given or (), form=form)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that must all be there, in any form and spelling.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many documents to print, the latest published first.")] = 20,
    ledger: LedgerOption = LEDGER,
) -> None:
    """Find documents by their words, however they are spelled and whatever is joined on to them."""
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        search_words(opened, " ".join(words), limit=limit)


@app.command()
def check(
    claim: Annotated[str | None, typer.Argument(metavar="CLAIM", help="A sentence in Arabic that says what happened.")] = None,
    pairs: Annotated[
        str | None,
        typer.Option(
            "--pairs",
            metavar="FILE",
            help="Instead of a ledger: rows of id, claim and text (JSON lines), or - for standard input; prints id and stance.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many voices of each kind to print; --json prints all of them.")
    ] = 12,
    json: Annotated[bool, typer.Option("--json", help="Print what every document holds about the claim as JSON lines.")] = False,
    ledger: LedgerOption = LEDGER,
    jobs: Jobs = None,
) -> None:
    """Check a claim: which documents and speakers of a ledger affirm, deny or only discuss it, in which words.

    Nothing it prints says whether the claim is true. With --pairs, rows that cannot be used are named on standard error, the
    rest is answered, and the exit status is 3.
    """
    if (claim is None) == (pairs is None):
        raise typer.BadParameter("give a claim, or --pairs FILE")
    shelves = Shelves(gazetteers=installed())
    with plain_errors():
        if pairs is not None:
            status = check_pairs(pairs, shelves=shelves, jobs=jobs)
            if status:
                raise typer.Exit(status)
        elif claim is not None:
            check_sentence(claim, ledger, shelves=shelves, limit=limit, as_json=json)


@app.command()
def judge(
    ids: Annotated[
        list[str], typer.Argument(metavar="ID", help="The beginnings of the ids of two events; with --undo, of one judgement.")
    ],
    who: Annotated[str, typer.Option(help="Who decides.")],
    why: Annotated[str, typer.Option(help="Why, in a sentence that others can check.")],
    same: Annotated[bool, typer.Option("--same", help="The two events are the same happening.")] = False,
    different: Annotated[bool, typer.Option("--different", help="The two events are not the same happening.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take an earlier judgement back; its row stays.")] = False,
    ledger: LedgerOption = LEDGER,
) -> None:
    """Decide whether two events are the same happening. A judgement always wins over what the program thinks."""
    if same + different + undo != 1:
        raise typer.BadParameter("give one of --same, --different and --undo")
    if len(ids) != (1 if undo else 2):
        raise typer.BadParameter("give one judgement" if undo else "give two events")
    for name, value in (("--who", who), ("--why", why)):
        if not value.strip():
            raise typer.BadParameter(f"{name} must not be empty")
    with plain_errors():
        open_ledger(ledger, writing=False).close()  # a mistyped name must not make a new ledger
    with plain_errors(), open_ledger(ledger) as opened:
        if undo:
            undo_judgement(opened, ids[0], who=who, why=why)
        else:
            judge_events(opened, ids[0], ids[1], verdict="same" if same else "different", who=who, why=why)


@app.command()
def link(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to link.")] = LEDGER,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many happenings and disputes to print.")] = 12,
    json: Annotated[bool, typer.Option("--json", help="Print all of them as JSON lines.")] = False,
    weights: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Weights of your own; without it the shipped ones. With --estimate, where they go."),
    ] = None,
    estimate: Annotated[
        bool, typer.Option("--estimate", help="Estimate weights from this ledger, write them to the file, and link nothing.")
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Link everything again instead of going on from what is linked.")] = False,
    jobs: Jobs = None,
) -> None:
    """Lay side by side what several articles report of one happening, and what cannot all be true.

    What is found is kept in the ledger, beside the readings and computed from them: linking again goes on from there, and
    gives what linking everything at once would give. Needs the packages of marsad[link].
    """
    with plain_errors():
        open_ledger(ledger, writing=False).close()  # a mistyped name must not make a new ledger
    if estimate:
        with plain_errors(), open_ledger(ledger, writing=False) as opened:
            estimate_weights(opened, target=weights or Path(WEIGHTS))
        return
    with plain_errors(), open_ledger(ledger) as opened:
        link_ledger(opened, limit=limit, as_json=json, weights=weights, anew=anew, jobs=jobs)


@app.command()
def readings(
    ledger: Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger to print.")] = LEDGER,
) -> None:
    """Print the readings of a ledger as JSON lines, each with the incidents its article is about. Needs the packages of marsad[link]."""
    with plain_errors(), open_ledger(ledger, writing=False) as opened:
        print_readings(opened)


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of hand annotations, one JSON file an article.")],
    articles: Annotated[
        Path | None, typer.Option(help="The articles (JSON lines); without it GOLD.jsonl or articles.jsonl beside GOLD.")
    ] = None,
    found: Annotated[Path | None, typer.Option(help="Readings to score (JSON lines); without it the articles are read.")] = None,
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="Show up to N missed and N surplus claims and events.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    floors: Annotated[
        Path | None, typer.Option(help="A file of floors; the status is 1 when a figure is below its floor.")
    ] = None,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="Write the figures reached into the file of floors.")
    ] = False,
    allow_regression: Annotated[bool, typer.Option("--allow-regression", help="Let --update-floors lower a floor.")] = False,
    outlets: Outlets = None,
    jobs: Jobs = None,
) -> None:
    """Compare readings with hand annotations and print how many are right."""
    if update_floors and floors is None:
        raise fail("--update-floors needs --floors FILE")
    with plain_errors():
        # Floors compare machines, so what a user imported must not move them.
        shelves = Shelves(gazetteers=() if floors else installed(), outlets=tuple(outlets or ()))
        figures = figures_for(gold, articles=articles, found=found, misses=misses, jobs=jobs, shelves=shelves)
        for miss in figures.misses:
            typer.echo(miss.line())
        typer.echo(figures.json() if json else figures.table())
        status = hold(figures, gold, articles, floors, update=update_floors, allow=allow_regression) if floors else None
    if status:
        raise typer.Exit(status)


@gazetteer.command("import")
def import_places(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="GeoNames dumps, OCHA COD tables, or any table (CSV, XLSX) with latitude, longitude and Arabic names.",
        ),
    ],
) -> None:
    """Keep a table of places for every later reading; importing a table of the same name again replaces it."""
    out, stderr = console(), notices()
    with plain_errors():
        for path in paths:
            done = install(path)
            for doubt in done.doubts[:DOUBTS]:
                stderr.print(f"[cyan]note[/] {escape(doubt)}")
            if len(done.doubts) > DOUBTS:
                stderr.print(f"[cyan]note[/] and {len(done.doubts) - DOUBTS} more rows like these")
            out.print(
                f"{done.kept:,} places of {done.rows:,} rows kept in {escape(str(done.path))}; "
                f"{done.without_arabic:,} have no Arabic name."
            )
        out.print("Readings from now on use them. Remove a file to do without it.")


@gazetteer.command("list")
def list_places() -> None:
    """Name the tables that were imported."""
    with plain_errors():
        tables = installed()
        for table in tables:
            console().print(escape(str(table)))
        if not tables:
            console().print("No table was imported. Add one with: marsad gazetteer import PATH")
