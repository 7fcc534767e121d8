"""The brief in a terminal: a page a person can scroll, Arabic in logical order, colours only where they mean something."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from marsad.brief.compose import Brief, Contest, Day, Line, Speaker, Sum, summary
from marsad.brief.wording import both, cut

# Colours of what is not plainly said to have happened.
TONES = {"negated": "red", "failed": "yellow", "planned": "blue", "conditional": "blue"}
WORDS = 130


def print_brief(brief: Brief, out: Console, *, limit: int = 12) -> None:
    """Print a brief; each section shows at most `limit` lines of a group and says how many it leaves out."""
    out.print(Rule(f"[bold]مرصد  Marsad[/]  {brief.period or 'undated'}", align="left", style="cyan"))
    out.print(escape(summary(brief)) + ".")
    out.print("[dim]This is what was published. Nothing in it has been verified.[/]\n")
    if not brief.articles:
        out.print("The ledger is empty. Read articles into it: [bold]marsad read PATH...[/]")
        return
    _days(out, "What is said to have happened", brief.days, limit)
    _speakers(out, brief.speakers, limit)
    _contests(out, brief.contests, limit)
    _sums(out, brief.sums, limit)
    _days(out, "Announced or expected", brief.ahead, limit)
    _days(out, "Background: earlier, or again and again", brief.past, limit)
    _names(out, brief, limit)
    _outlets(out, brief)


def _head(out: Console, title: str) -> None:
    out.print(Rule(f"[bold]{title}[/]", align="left", style="dim"))


def _more(out: Console, left: int, indent: int = 2) -> None:
    if left > 0:
        out.print(f"{' ' * indent}[dim]… and {left} more; marsad brief --html FILE has them all[/]")


def _put(out: Console, text: Text, indent: int, *, bullet: str = "") -> None:
    """A paragraph wrapped to the terminal, with its bullet hanging."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    if bullet:
        grid.add_column()
    grid.add_column()
    grid.add_row(*([bullet] if bullet else []), text)
    out.print(Padding(grid, (0, 0, 0, indent), expand=False), soft_wrap=False)


def _quoted(out: Console, line: Line) -> None:
    if line.words.text:
        _put(out, Text(cut(line.words.text, WORDS), style="green"), 6)


def _event_line(line: Line) -> Text:
    text = Text()
    text.append(line.text, style=TONES.get(line.tone, ""))
    if line.disputed:
        text.append(f" [{', '.join(line.disputed)}]", style="bold red")
    text.append(f" — {line.voice}", style="dim cyan" if line.own_voice else "cyan")
    return text


def _days(out: Console, title: str, days: Sequence[Day], limit: int) -> None:
    if not days:
        return
    _head(out, title)
    for day in days:
        out.print(f"[bold]{escape(day.when) or 'No date given'}[/]")
        shown = 0
        for place in day.places:
            if shown >= limit:
                break
            out.print(f"  [bold magenta]{escape(both(place.place)) if place.place else 'No place given'}[/]")
            lines = place.lines[: limit - shown]
            for line, following in zip_longest(lines, lines[1:]):
                _put(out, _event_line(line), 4, bullet="•")
                # Several events of one sentence show it once, below the last of them.
                if following is None or following.words.text != line.words.text:
                    _quoted(out, line)
            shown += min(len(place.lines), limit - shown)
        _more(out, day.size - shown, 4)
    out.print()


def _speakers(out: Console, speakers: Sequence[Speaker], limit: int) -> None:
    if not speakers:
        return
    _head(out, "Who says what")
    each = max(2, limit // 3)
    for speaker in speakers[:limit]:
        quoted = escape(", ".join(speaker.outlets))
        out.print(f"[bold cyan]{escape(both(speaker.name))}[/] [dim]{speaker.kind}; in {quoted}[/]")
        for line in speaker.lines[:each]:
            text = Text()
            text.append(line.text, style="bold")
            if line.disputed:
                text.append(f" [{', '.join(line.disputed)}]", style="bold red")
            text.append(f"  {line.voice}  {line.id[:14]}", style="dim")
            _put(out, text, 4, bullet="•")
            _quoted(out, line)
        _more(out, len(speaker.lines) - each, 4)
    _more(out, len(speakers) - limit)
    out.print()


def _contests(out: Console, contests: Sequence[Contest], limit: int) -> None:
    if not contests:
        return
    _head(out, "Denied and disputed")
    for contest in contests[:limit]:
        out.print(f"[bold red]{contest.kind}[/]")
        for side in (contest.one, contest.other):
            text = Text(f"{side.text} ")
            text.append(f"({side.voice})", style="dim")
            _put(out, text, 4, bullet="•")
            _quoted(out, side)
    _more(out, len(contests) - limit)
    out.print()


def _sums(out: Console, sums: Sequence[Sum], limit: int) -> None:
    if not sums:
        return
    _head(out, "Tallies")
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("who counts", "what", "total", "parts", "adds up to"):
        table.add_column(column)
    for tally in sums[:limit]:
        verdict = {True: "[green]yes[/]", False: "[bold red]no[/]", None: ""}[tally.agrees]
        table.add_row(
            escape(tally.voice),
            escape(f"{tally.what} {tally.window}".strip()),
            "" if tally.total is None else str(tally.total),
            escape(", ".join(f"{both(name)} {n}" for name, n in tally.parts)),
            f"{tally.sum} {verdict}".strip(),
        )
    out.print(table)
    _more(out, len(sums) - limit)
    out.print()


def _names(out: Console, brief: Brief, limit: int) -> None:
    if not brief.names:
        return
    _head(out, "One actor, many names")
    for naming in brief.names[:limit]:
        out.print(f"[bold]{escape(both(naming.name))}[/]")
        for form, users in naming.forms[: max(2, limit // 2)]:
            by = ", ".join(f"{outlet} ×{n}" if n > 1 else outlet for outlet, n in users)
            out.print(Text(f"    {form}", style="green"), Text(f"  {by}", style="dim"))
        _more(out, len(naming.forms) - max(2, limit // 2), 4)
    _more(out, len(brief.names) - limit)
    out.print()


def _outlets(out: Console, brief: Brief) -> None:
    _head(out, "Outlets")
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("outlet", "articles", "claims", "events", "relays"):
        table.add_column(column, justify="left" if column in ("outlet", "relays") else "right")
    for outlet in brief.outlets:
        relays = ", ".join(outlet.relays[:4]) + (" …" if len(outlet.relays) > 4 else "")
        table.add_row(escape(outlet.name), str(outlet.articles), str(outlet.claims), str(outlet.events), escape(relays))
    out.print(table)
    doubts = sum(len(article.doubts) for article in brief.articles)
    if doubts:
        out.print(f"[dim]{doubts} doubts noted while reading; marsad show ID lists those of an article.[/]")
