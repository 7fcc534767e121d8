"""The brief as one HTML page that needs nothing else: every line leads to its words in the articles beside it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from itertools import pairwise

from jinja2 import Environment, StrictUndefined

from marsad.brief.names import cut
from marsad.brief.sketch import Landmark, frame_of, rings, signposts
from marsad.brief.told import Article, Brief, Day
from marsad.brief.wording import Wording
from marsad.model import Record


class Piece(Record, frozen=True):
    """A run of an article's text on which the same lines rest; `begins` are the anchors that start here."""

    text: str
    anchors: tuple[str, ...]
    begins: tuple[str, ...]
    kind: str
    boilerplate: bool


def pieces(article: Article) -> tuple[Piece, ...]:
    """An article cut wherever a line's words begin or end, so that overlapping words can all be marked."""
    edges = {0, len(article.text)}
    for span in (*article.boilerplate, *(s for mark in article.marks for s in mark.spans)):
        edges.update(span)
    begun: set[str] = set()
    cuts = []
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= len(article.text))):
        anchors = [m.anchor for m in article.marks if any(s[0] <= start and end <= s[1] for s in m.spans)]
        begins = [a for a in anchors if a not in begun]
        begun.update(begins)
        kinds = {anchor.split("-")[1] for anchor in anchors}
        cuts.append(
            Piece(
                text=article.text[start:end],
                anchors=tuple(anchors),
                begins=tuple(begins),
                kind=next((k for k in ("event", "tally", "claim") if k in kinds), ""),
                boilerplate=any(s <= start and end <= e for s, e in article.boilerplate),
            )
        )
    return tuple(cuts)


def bars(days: Sequence[Day]) -> tuple[tuple[str, int, int], ...]:
    """The dated periods for the strip at the top: label, number of lines, height in percent."""
    dated = [day for day in days if day.when]
    most = max((day.size for day in dated), default=1)
    return tuple((day.when, day.size, max(8, round(100 * day.size / most))) for day in dated)


def page(brief: Brief, wording: Wording, *, landmarks: Sequence[Landmark] = ()) -> str:
    """The whole page as text, with towns to find one's way by; the same brief always gives the same page."""
    # Autoescape stays on: article text is the one thing here that strangers wrote.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(titled=wording.titled, cut=cut, pieces=pieces, name=wording.name)
    source = resources.files("marsad.brief").joinpath("page.html").read_text(encoding="utf-8")
    frame = frame_of(brief.spots)
    outlets = [o.name for o in brief.outlets]
    summary = wording.summary(articles=len(brief.articles), outlets=outlets, claims=brief.claims, events=brief.events)
    return environment.from_string(source).render(
        brief=brief,
        t=wording.page,
        language=wording.language,
        direction=wording.direction,
        comma="، " if wording.language == "ar" else ", ",
        summary=summary if brief.articles else wording.page.nothing,
        bars=bars(brief.days),
        frame=frame,
        rings=rings(brief.spots, frame) if frame else (),
        signposts=[(town, *frame.at(town.lat, town.lon)) for town in signposts(landmarks, brief.spots, frame)] if frame else (),
    )
