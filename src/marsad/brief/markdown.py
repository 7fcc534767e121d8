"""The brief as Markdown: headings, lists and tables that any program shows, every line with the id it is looked up by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from marsad.brief.names import cut
from marsad.brief.sketch import grid
from marsad.brief.terminal import WORDS, bar
from marsad.brief.told import Brief, Contest, Day, Line, Side
from marsad.brief.wording import Wording


def markdown(brief: Brief, wording: Wording) -> str:
    """The whole brief as text; the same brief always gives the same text."""
    page = wording.page
    title = " · ".join(piece for piece in (page.brief, brief.about, brief.period) if piece)
    out = [f"# {_plain(title)}", "", _summary(brief, wording), "", f"*{page.caution}*", ""]
    out += _timeline(brief, wording)
    out += _map(brief, wording)
    out += _days(page.happened, brief.days, wording)
    if brief.speakers:
        out += [f"## {page.said}", ""]
        for speaker in brief.speakers:
            out += [
                f"### {_plain(wording.titled(speaker.name))}",
                "",
                f"{speaker.kind}; {page.in_} {_plain(wording.listed(speaker.outlets))}",
                "",
            ]
            for line in speaker.lines:
                out += [f"- **{_plain(line.text)}**{_badges(line)} — {_plain(line.voice)} `{line.id}`", *_quoted(line)]
            out.append("")
    if brief.contests:
        out += [f"## {page.disputed}", ""]
        for contest in brief.contests:
            out += _contest(contest)
    if brief.clashes:
        out += [f"## {page.cross_disputed}", ""]
        for clash in brief.clashes:
            out += [f"**{clash.kind}**{f': {_plain(clash.about)}' if clash.about else ''} `{clash.id}`", ""]
            out += [row for side in clash.sides for row in _side(side)]
            out.append("")
    if brief.together:
        out += [f"## {page.together}", ""]
        for shared in brief.together:
            out += [f"### {_plain(shared.text)}", "", f"`{shared.id}` {_plain(shared.grade)}".rstrip(), ""]
            for field in shared.fields:
                out.append(f"- {field.field}: **{field.state}**")
                out += [f"  {row}" for side in field.sides for row in _side(side)]
            out.append("")
    if brief.unlinked and len(brief.articles) > 1:
        out += [f"*{brief.unlinked} {page.not_linked}*", ""]
    if brief.sums:
        out += [f"## {page.tallies}", ""]
        out += _table([page.who_counts, page.what, page.total, page.parts, page.adds_up])
        for tally in brief.sums:
            verdict = "" if tally.agrees is None else f" ({page.agrees if tally.agrees else page.disagrees})"
            total = "" if tally.total is None else str(tally.total)
            parts = ", ".join(f"{wording.titled(name)} {n}" for name, n in tally.parts)
            out.append(_row([tally.voice, f"{tally.what} {tally.window}".strip(), total, parts, f"{tally.sum}{verdict}"]))
        out.append("")
    out += _days(page.ahead, brief.ahead, wording)
    out += _days(page.past, brief.past, wording)
    if brief.names:
        out += [f"## {page.names}", "", *_table([page.actor, page.called, page.by])]
        for naming in brief.names:
            for form, users in naming.forms:
                by = ", ".join(f"{outlet} ×{n}" if n > 1 else outlet for outlet, n in users)
                out.append(_row([wording.titled(naming.name), form, by]))
        out.append("")
    out += [f"## {page.articles}", ""]
    for article in brief.articles:
        told = " · ".join(piece for piece in (article.outlet, article.date or page.undated, article.ref, article.url) if piece)
        out.append(f"{article.number}. {_plain(cut(article.title, WORDS))} — {_plain(told)} `{article.id}`")
    return "\n".join(out).rstrip() + "\n"


def _summary(brief: Brief, wording: Wording) -> str:
    if not brief.articles:
        return wording.page.nothing
    outlets = [o.name for o in brief.outlets]
    return _plain(wording.summary(articles=len(brief.articles), outlets=outlets, claims=brief.claims, events=brief.events))


def _timeline(brief: Brief, wording: Wording) -> list[str]:
    dated = [day for day in brief.days if day.when]
    if len(dated) < 2:
        return []
    most = max(day.size for day in dated)
    rows = [f"{bar(day.size, most):<12} {day.size:>4}  {day.when}" for day in dated]
    return [f"## {wording.page.timeline}", "", "```text", *rows, "```", ""]


def _map(brief: Brief, wording: Wording) -> list[str]:
    lines, key = grid(brief.spots)
    if not lines:
        return []
    out = [f"## {wording.page.map}", "", "```text", *lines, "```", ""]
    out += [
        f"- `{mark}` {_plain(wording.titled(spot.name))}: {spot.lines} (± {spot.precision_km:g} {wording.page.km})"
        for mark, spot in key
    ]
    return [*out, ""]


def _days(title: str, days: Sequence[Day], wording: Wording) -> list[str]:
    if not days:
        return []
    out = [f"## {title}", ""]
    for day in days:
        out += [f"### {day.when or wording.page.no_date}", ""]
        for place in day.places:
            out += [f"**{_plain(wording.titled(place.place)) if place.place else wording.page.no_place}**", ""]
            for line, following in zip_longest(place.lines, place.lines[1:]):
                own = f"{wording.page.own_voice} " if line.own_voice else ""
                out.append(f"- {_plain(line.text)}{_badges(line)} — {own}{_plain(line.voice)} `{line.id}`")
                if following is None or following.words.text != line.words.text:
                    out += _quoted(line)
            out.append("")
    return out


def _contest(contest: Contest) -> list[str]:
    out = [f"**{contest.kind}**", ""]
    for side in (contest.one, contest.other):
        out += [f"- {_plain(side.text)} ({_plain(side.voice)}) `{side.id}`", *_quoted(side)]
    return [*out, ""]


def _side(side: Side) -> list[str]:
    out = [f"- {_plain(side.value)}"]
    for line in side.lines:
        out.append(f"  - {_plain(line.voice)} `{line.id}`")
        out += [f"  {row}" for row in _quoted(line)]
    return out


def _quoted(line: Line) -> list[str]:
    return [f"  > {_plain(cut(line.words.text, WORDS))}"] if line.words.text else []


def _badges(line: Line) -> str:
    return f" **[{', '.join(line.disputed)}]**" if line.disputed else ""


def _table(heads: Sequence[str]) -> list[str]:
    return [_row(heads), "|" + "---|" * len(heads)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |"


def _plain(text: str) -> str:
    """A text on one line that Markdown does not take for markup: article words may hold anything."""
    return "".join(f"\\{c}" if c in "\\`*_<>[]#" else c for c in " ".join(text.split()))
