"""`marsad brief`: a ledger, or what it holds of a period or a place, told in the terminal, as a page or as Markdown."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from rich.markup import escape

from marsad.brief import Brief, Landmark, Wanted, compose, markdown, page, places_called, print_brief, wording_of
from marsad.brief.labels import Language
from marsad.brief.linked import Happening, Linked, dispute_of, fields_of
from marsad.cli.out import console, fail
from marsad.gazetteer.geonames import read_geonames
from marsad.ledger import Ledger
from marsad.model import Name, Published, Reading
from marsad.readers.dates import published

# Towns of fewer people than this are no help in finding one's way on a map.
LARGE = 50_000


def tell(
    opened: Ledger,
    *,
    since: str | None,
    until: str | None,
    place: str | None,
    language: Language,
    html: Path | None,
    to_markdown: Path | None,
    limit: int,
) -> None:
    """Tell a brief; files named are written, and the terminal is told where no file is named."""
    wording = wording_of(language)
    readings = [stored.reading for stored in opened.readings()]
    wanted, about = _wanted(readings, since=since, until=until, place=place)
    told = compose(readings, wording, linked=_linked(opened), wanted=wanted, about=about)
    if html is None and to_markdown is None:
        print_brief(told, console(), wording, limit=limit)
    if html is not None:
        _write(html, page(told, wording, landmarks=_landmarks(told)))
        console().print(f"The brief is in [bold]{escape(str(html.resolve()))}[/]; open it in a browser.")
    if to_markdown is not None:
        _write(to_markdown, markdown(told, wording))
        console().print(f"The brief is in [bold]{escape(str(to_markdown.resolve()))}[/].")


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all: what was there before stays until all of the new one is on the disk."""
    whole = path.is_file() or not path.exists()  # and no pipe, no terminal
    part = path.with_name(f"{path.name}.part") if whole else path
    try:
        part.write_text(text, encoding="utf-8")
        if whole:
            part.replace(path)
    except OSError as error:
        if whole:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
        raise fail(f"{path} cannot be written: {error.strerror or error}") from error


def _linked(opened: Ledger) -> Linked:
    """What the last linking left; nothing where the ledger was never linked."""
    return Linked(
        happenings=tuple(
            Happening(
                incident=one.incident,
                place=one.place_name,
                grade=one.grade,
                reason=one.reason,
                fields=fields_of(one.side_by_side),
            )
            for one in opened.shared_incidents()
        ),
        disputes=tuple(dispute_of(line) for line in opened.contested()),
        unlinked=opened.unlinked(),
    )


def _wanted(readings: Sequence[Reading], *, since: str | None, until: str | None, place: str | None) -> tuple[Wanted, str]:
    idents = None
    if place is not None:
        idents = places_called(readings, place)
        if not idents:
            raise fail(f"--place: no article of the ledger names a place {place!r}; try its Arabic name as an article writes it")
    first = _bound("--from", since).start if since else None
    last = _bound("--to", until).end if until else None
    if first and last and first > last:
        raise fail(f"--from {since} is after --to {until}")
    return Wanted(since=first, until=last, places=idents), place or ""


def _bound(option: str, given: str) -> Published:
    try:
        return published(given)
    except ValueError as error:
        raise fail(f"{option}: {error}") from error


def _landmarks(brief: Brief) -> list[Landmark]:
    """Large towns of the shipped gazetteer; none are looked up where nothing is drawn."""
    if not brief.spots:
        return []
    return [
        Landmark(name=Name(ar=town.ar, en=town.en), lat=town.lat, lon=town.lon, population=town.population)
        for town in read_geonames()
        if town.population >= LARGE
    ]
