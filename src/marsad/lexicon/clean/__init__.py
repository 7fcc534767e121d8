"""What the clean stage knows: page furniture, and the outlets with their addresses and the names they call themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from marsad.arabic.phrases import PhraseTable
from marsad.lexicon.loader import Entry, LexiconError, read_csv, read_yaml, shelf


class FurnitureExample(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A small page and the stretches of it that are not the article."""

    text: str
    boilerplate: tuple[str, ...]


class Furniture(Entry, frozen=True, kw_only=True):
    """Words that mark what is not the article.

    `at` says where they stand: a whole "line" (with little else), at the start of one ("opens"), in a picture "credit" at the
    end of one, or behind the dash of a "byline". `effect` says how far it goes: the "line", a "short" line only, the line and
    the "list" of headlines under it, or the "rest" of the page.
    """

    forms: tuple[str, ...]
    at: Literal["line", "opens", "credit", "byline"]
    effect: Literal["line", "short", "list", "rest"]
    examples: tuple[FurnitureExample, ...]
    never: tuple[str, ...] = ()


class OutletEntry(Entry, frozen=True, kw_only=True):
    """An outlet: its addresses, the names by which a text mentions it, and whether it is an agency that others credit."""

    ar: str
    en: str
    agency: Literal["yes", "no"]
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanLexicon:
    """The tables of the clean stage."""

    furniture: Mapping[str, Furniture]
    lines: PhraseTable[str]
    openers: PhraseTable[str]
    credits: PhraseTable[str]
    bylines: PhraseTable[str]
    outlets: Mapping[str, OutletEntry]
    domains: Mapping[str, str]
    outlet_names: PhraseTable[str]


def load() -> CleanLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    furniture = read_yaml(shelf("clean") / "furniture.yml", Furniture)
    outlets = read_csv(shelf("clean") / "outlets.csv", OutletEntry, lists=("domains", "names"))
    domains: dict[str, str] = {}
    for outlet in outlets:
        for domain in outlet.domains:
            if domain in domains:
                raise LexiconError(f"outlets.csv ({outlet.id}): the domain {domain!r} is also given for {domains[domain]!r}")
            domains[domain] = outlet.id

    def table(at: str) -> PhraseTable[str]:
        bare = frozenset([""])
        return PhraseTable.build(((form, e.id) for e in furniture if e.at == at for form in e.forms), proclitics=bare)

    return CleanLexicon(
        furniture={e.id: e for e in furniture},
        lines=table("line"),
        openers=table("opens"),
        credits=table("credit"),
        bylines=table("byline"),
        outlets={o.id: o for o in outlets},
        domains=domains,
        outlet_names=PhraseTable.build((name, o.id) for o in outlets for name in (o.names or (o.ar,))),
    )
