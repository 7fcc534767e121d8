"""What the clean stage knows: page furniture, and the outlets with their addresses and the names they call themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from marsad.arabic.phrases import PhraseTable
from marsad.lexicon.loader import Entry, LexiconError, parse_yaml, read_csv, read_yaml, shelf


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
    """An outlet: its addresses, the names by which a text mentions it, whether it is an agency that others credit, its side."""

    ar: str
    en: str
    agency: Literal["yes", "no"]
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    side: str | None = None


class UserOutlet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An outlet that a user adds: `spellings` are the names by which its text mentions it; `kind` and `leaning` are notes.

    `side` is whom it speaks for: an id of `link/blocs.yml` (syria, rebels, russia) or a word of the user's own.
    """

    id: str
    ar: str
    en: str
    domain: str | None = None
    spellings: tuple[str, ...] = ()
    kind: str | None = None
    leaning: str | None = None
    side: str | None = None
    agency: bool = False


class UserOutlets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A user's file of outlets."""

    outlets: tuple[UserOutlet, ...]
    about: str | None = None


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


def user_outlets(path: Path) -> tuple[OutletEntry, ...]:
    """The outlets of a user's YAML file (`outlets:` with id, ar, en, domain, spellings); raises `LexiconError`."""
    try:
        file = msgspec.convert(parse_yaml(path.name, path.read_text(encoding="utf-8")), UserOutlets)
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read: {error}") from error
    except msgspec.ValidationError as error:
        raise LexiconError(f"{path}: {error}") from error
    return tuple(
        OutletEntry(
            id=o.id,
            ar=o.ar,
            en=o.en,
            agency="yes" if o.agency else "no",
            domains=(o.domain,) if o.domain else (),
            names=o.spellings,
            side=o.side,
        )
        for o in file.outlets
    )


def load(*, extra: Sequence[Path] = ()) -> CleanLexicon:
    """Read and check the shelf and a user's own outlets; raises `marsad.lexicon.loader.LexiconError`."""
    furniture = read_yaml(shelf("clean") / "furniture.yml", Furniture)
    shipped = read_csv(shelf("clean") / "outlets.csv", OutletEntry, lists=("domains", "names"))
    outlets = {o.id: o for o in shipped}
    for path in extra:
        outlets |= {o.id: o for o in user_outlets(path)}  # a user's entry replaces ours
    domains: dict[str, str] = {}
    for outlet in outlets.values():
        for domain in outlet.domains:
            if domain in domains:
                raise LexiconError(f"outlet {outlet.id}: the domain {domain!r} is also given for {domains[domain]!r}")
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
        outlets=outlets,
        domains=domains,
        outlet_names=PhraseTable.build((name, o.id) for o in outlets.values() for name in (o.names or (o.ar,))),
    )
