"""A place of one mention, before mentions of one place are joined."""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.gazetteer.entry import Entry
from marsad.gazetteer.table import Gazetteer
from marsad.handover import PlaceMention
from marsad.model import PlaceKind
from marsad.stages.ground.weighing import Choice

UNKNOWN: Final = "name that no table has"
INSIDE: Final = "inside a place that is known"
SAME_SENTENCE: Final = "beside a place that is known"
ROAD: Final = "road between two places"
MEASURED: Final = "from where another place is measured"


class Draft(NamedTuple):
    """A place of one mention before mentions of one place are joined."""

    id: str
    kind: PlaceKind
    ar: str
    en: str | None
    point: tuple[float, float] | None
    km: float | None
    admin: tuple[str, ...]
    rule: str
    choice: Choice


def told(page: Page, mention: PlaceMention, gazetteer: Gazetteer) -> str:
    """The words of a mention, without the particles glued to its first where that is a place word (للمناطق، وحي)."""
    text, words = page.text(mention.span), gazetteer.words
    token = page.tokens[mention.first]
    if token.form in words.by_type or token.form in words.by_direction:
        return text
    for cut in page.lookup.cuts(token.form):
        glued = cut.pro.removesuffix("ال")
        if not cut.enc and glued and (cut.stem in words.by_type or cut.stem in words.by_direction):
            rest = text[len(glued) :] if text.startswith(token.plain[: len(glued)]) else text
            return "ا" + rest if cut.pro.endswith("لال") and rest.startswith("ل") else rest
    return text


def of_entry(entry: Entry, choice: Choice, rule: str) -> Draft:
    """The place of a gazetteer entry, as it is."""
    return Draft(entry.id, entry.kind, entry.ar, entry.en, (entry.lat, entry.lon), entry.km, entry.admin, rule, choice)
