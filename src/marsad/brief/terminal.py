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

from marsad.brief.names import cut
from marsad.brief.sketch import grid
from marsad.brief.told import Brief, Contest, Day, Line, Speaker, Sum
from marsad.brief.wording import Wording

# Colours of what is not plainly said to have happened.
TONES = {"negated": "red", "failed": "yellow", "planned": "blue", "conditional": "blue"}
WORDS = 130
# How many periods the timeline of a terminal shows.
DAYS = 24
# How many voices of one side of a dispute a terminal shows.
VOICES = 3


def print_brief(brief: Brief, out: Console, wording: Wording, *, limit: int = 12) -> None:
    """Print a brief; each section shows at most `limit` lines of a group and says how many it leaves out."""
    page = wording.page
    about = f"  [bold]{escape(brief.about)}[/]" if brief.about else ""
    out.print(Rule(f"[bold]مرصد  Marsad[/]{about}  {brief.period or page.undated}", align="left", style="cyan"))
    if brief.articles:
        outlets = [o.name for o in brief.outlets]
        line = wording.summary(articles=len(brief.articles), outlets=outlets, claims=brief.claims, events=brief.events)
        out.print(escape(line))
    out.print(f"[dim]{page.caution}[/]\n")
    if not brief.articles:
        if brief.about:
            out.print("Nothing in the ledger is about that. Widen --from, --to or --place.")
        else:
            out.print("The ledger is empty. Read articles into it: [bold]marsad read PATH...[/]")
        return
    _timeline(out, brief, wording)
    _map(out, brief, wording, limit)
    _days(out, page.happened, brief.days, wording, limit)
    _speakers(out, brief.speakers, wording, limit)
    _contests(out, brief.contests, wording, limit)
    _clashes(out, brief, wording, limit)
    _together(out, brief, wording, limit)
    _sums(out, brief.sums, wording, limit)
    _days(out, page.ahead, brief.ahead, wording, limit)
    _days(out, page.past, brief.past, wording, limit)
    _names(out, brief, wording, limit)
    _outlets(out, brief, wording)


def bar(size: int, most: int, *, width: int = 12) -> str:
    """A number as a bar of block characters; what is more than nothing is never shown as nothing."""
    eighths = max(1, round(8 * width * size / most)) if size else 0
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def _timeline(out: Console, brief: Brief, wording: Wording) -> None:
    dated = [day for day in brief.days if day.when]
    if len(dated) < 2:
        return
    _head(out, wording.page.timeline)
    most = max(day.size for day in dated)
    for day in dated[:DAYS]:
        out.print(f"  [cyan]{bar(day.size, most):<12}[/] {day.size:>4}  {escape(day.when)}")
    _more(out, len(dated) - DAYS)
    out.print()


def _map(out: Console, brief: Brief, wording: Wording, limit: int) -> None:
    lines, key = grid(brief.spots[:limit])
    if len(key) < 2:
        return
    _head(out, wording.page.map)
    for line in lines:
        out.print(Text("  " + line, style="magenta"))
    for mark, spot in key:
        out.print(
            Text(f"  {mark} ", style="bold magenta"),
            Text(f"{wording.titled(spot.name)}  {spot.lines}"),
            Text(f"± {spot.precision_km:g} {wording.page.km}", style="dim"),
        )
    out.print()


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


def _days(out: Console, title: str, days: Sequence[Day], wording: Wording, limit: int) -> None:
    if not days:
        return
    _head(out, title)
    for day in days:
        out.print(f"[bold]{escape(day.when) or wording.page.no_date}[/]")
        shown = 0
        for place in day.places:
            if shown >= limit:
                break
            out.print(f"  [bold magenta]{escape(wording.titled(place.place)) if place.place else wording.page.no_place}[/]")
            lines = place.lines[: limit - shown]
            for line, following in zip_longest(lines, lines[1:]):
                _put(out, _event_line(line), 4, bullet="•")
                # Several events of one sentence show it once, below the last of them.
                if following is None or following.words.text != line.words.text:
                    _quoted(out, line)
            shown += min(len(place.lines), limit - shown)
        _more(out, day.size - shown, 4)
    out.print()


def _speakers(out: Console, speakers: Sequence[Speaker], wording: Wording, limit: int) -> None:
    if not speakers:
        return
    _head(out, wording.page.said)
    each = max(2, limit // 3)
    for speaker in speakers[:limit]:
        quoted = escape(", ".join(speaker.outlets))
        out.print(f"[bold cyan]{escape(wording.titled(speaker.name))}[/] [dim]{speaker.kind}; {wording.page.in_} {quoted}[/]")
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


def _contests(out: Console, contests: Sequence[Contest], wording: Wording, limit: int) -> None:
    if not contests:
        return
    _head(out, wording.page.disputed)
    for contest in contests[:limit]:
        out.print(f"[bold red]{contest.kind}[/]")
        for side in (contest.one, contest.other):
            text = Text(f"{side.text} ")
            text.append(f"({side.voice})", style="dim")
            _put(out, text, 4, bullet="•")
            _quoted(out, side)
    _more(out, len(contests) - limit)
    out.print()


def _clashes(out: Console, brief: Brief, wording: Wording, limit: int) -> None:
    if not brief.clashes:
        return
    _head(out, wording.page.cross_disputed)
    for clash in brief.clashes[:limit]:
        about = f": {escape(clash.about)}" if clash.about else ""
        out.print(f"[bold red]{clash.kind}[/]{about}  [dim]{clash.id}[/]")
        for side in clash.sides:
            _put(out, Text(side.value, style="bold"), 4, bullet="•")
            for line in side.lines[:VOICES]:
                _put(out, Text(line.voice, style="cyan"), 6)
                _quoted(out, line)
            _more(out, len(side.lines) - VOICES, 6)
    _more(out, len(brief.clashes) - limit)
    out.print()


def _together(out: Console, brief: Brief, wording: Wording, limit: int) -> None:
    if brief.together:
        _head(out, wording.page.together)
    for told in brief.together[:limit]:
        out.print(f"[bold]{escape(told.text)}[/]  [dim]{told.id}[/]")
        if told.grade:
            out.print(f"    [yellow]{escape(told.grade)}[/]")
        for field in told.fields:
            text = Text(f"{field.field}: ")
            text.append(field.state, style="bold red" if field.tone in ("differ", "denied") else "")
            values = wording.page.semicolon.join(side.value for side in field.sides)
            text.append(f" — {values}", style="dim") if values else None
            _put(out, text, 4)
    _more(out, len(brief.together) - limit)
    if brief.unlinked and len(brief.articles) > 1:
        out.print(f"[dim]{brief.unlinked} {wording.page.not_linked}[/]")
    if brief.together or brief.unlinked:
        out.print()


def _sums(out: Console, sums: Sequence[Sum], wording: Wording, limit: int) -> None:
    if not sums:
        return
    page = wording.page
    _head(out, page.tallies)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in (page.who_counts, page.what, page.total, page.parts, page.adds_up):
        table.add_column(column)
    for tally in sums[:limit]:
        verdict = {True: f"[green]{page.agrees}[/]", False: f"[bold red]{page.disagrees}[/]", None: ""}[tally.agrees]
        table.add_row(
            escape(tally.voice),
            escape(f"{tally.what} {tally.window}".strip()),
            "" if tally.total is None else str(tally.total),
            escape(", ".join(f"{wording.titled(name)} {n}" for name, n in tally.parts)),
            f"{tally.sum} {verdict}".strip(),
        )
    out.print(table)
    _more(out, len(sums) - limit)
    out.print()


def _names(out: Console, brief: Brief, wording: Wording, limit: int) -> None:
    if not brief.names:
        return
    _head(out, wording.page.names)
    for naming in brief.names[:limit]:
        out.print(f"[bold]{escape(wording.titled(naming.name))}[/]")
        for form, users in naming.forms[: max(2, limit // 2)]:
            by = ", ".join(f"{outlet} ×{n}" if n > 1 else outlet for outlet, n in users)
            out.print(Text(f"    {form}", style="green"), Text(f"  {by}", style="dim"))
        _more(out, len(naming.forms) - max(2, limit // 2), 4)
    _more(out, len(brief.names) - limit)
    out.print()


def _outlets(out: Console, brief: Brief, wording: Wording) -> None:
    page = wording.page
    _head(out, page.outlets)
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in (page.outlet, page.articles, page.claims, page.events, page.relays):
        table.add_column(column, justify="left" if column in (page.outlet, page.relays) else "right")
    for outlet in brief.outlets:
        relays = ", ".join(outlet.relays[:4]) + (" …" if len(outlet.relays) > 4 else "")
        table.add_row(escape(outlet.name), str(outlet.articles), str(outlet.claims), str(outlet.events), escape(relays))
    out.print(table)
    doubts = sum(len(article.doubts) for article in brief.articles)
    if doubts:
        out.print(f"[dim]{doubts} doubts noted while reading; marsad show ID lists those of an article.[/]")
