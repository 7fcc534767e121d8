"""What linking knows about names and words: blocs of actors, words that contradict each other, nouns that are counted."""

from __future__ import annotations

import functools
from importlib import resources
from typing import Final, NamedTuple

import msgspec
import yaml

from marsad.arabic.fold import fold_word

_ARTICLES: Final = ("وال", "فال", "بال", "كال", "لل", "ال")
_PREFIXES: Final = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")


class Bloc(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Actors that stand for one another when accounts differ about who did something; `regular` is a state with an army."""

    id: str
    name: str
    ids: tuple[str, ...]
    words: tuple[str, ...]
    examples: tuple[str, ...]
    kin: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    lands: tuple[str, ...] = ()
    regular: bool = False


class Truce(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say a truce stands or is over, and that somebody signed one."""

    nouns: frozenset[str]
    holds: frozenset[str]
    ended: frozenset[str]
    signing: frozenset[str]


class Cover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say whom a truce covers."""

    includes: frozenset[str]
    excludes: frozenset[str]
    subject: frozenset[str]
    pronoun: frozenset[str]
    area: frozenset[str]
    negation: frozenset[str]
    but: frozenset[str]


class Night(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for the end of a day and for its first hours."""

    late: frozenset[str]
    early: frozenset[str]


class _Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    truce: Truce
    cover: Cover
    night: Night
    recalling: frozenset[str]
    still: frozenset[str]
    owned: frozenset[str]
    several: frozenset[str]
    organs: frozenset[str]
    presence: frozenset[str]
    generic: frozenset[str]
    counted: dict[str, tuple[str, ...]]
    irregulars: frozenset[str]
    naming: frozenset[str]
    common: frozenset[str]


class _Blocs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    blocs: tuple[Bloc, ...]


class Knowledge(NamedTuple):
    """Everything read from the files of this folder."""

    blocs: tuple[Bloc, ...]
    bloc_of: dict[str, str]
    bloc_names: dict[str, str]
    leaning_of: dict[str, str]
    kin: frozenset[tuple[str, str]]
    truce: Truce
    cover: Cover
    night: Night
    recalling: frozenset[str]
    still: frozenset[str]
    owned: frozenset[str]
    several: frozenset[str]
    organs: frozenset[str]
    presence: frozenset[str]
    generic: frozenset[str]
    counted: dict[str, str]
    irregulars: frozenset[str]
    regular: frozenset[str]
    naming: frozenset[str]
    common: frozenset[str]


def _folded(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(fold_word(form) for form in forms)


@functools.cache
def knowledge() -> Knowledge:
    """The files of this folder, read once; raises `msgspec.ValidationError` when one of them is malformed."""
    folder = resources.files("marsad.link")
    blocs = msgspec.convert(yaml.safe_load((folder / "blocs.yml").read_text(encoding="utf-8")), type=_Blocs).blocs
    topics = msgspec.convert(yaml.safe_load((folder / "topics.yml").read_text(encoding="utf-8")), type=_Topics)
    return Knowledge(
        blocs=blocs,
        bloc_of={actor: bloc.id for bloc in blocs for actor in bloc.ids},
        bloc_names={bloc.id: bloc.name for bloc in blocs},
        leaning_of={outlet: bloc.id for bloc in blocs for outlet in bloc.outlets},
        kin=frozenset(pair for bloc in blocs for other in bloc.kin for pair in ((bloc.id, other), (other, bloc.id))),
        truce=Truce(**{name: _folded(getattr(topics.truce, name)) for name in Truce.__struct_fields__}),
        cover=Cover(**{name: _folded(getattr(topics.cover, name)) for name in Cover.__struct_fields__}),
        night=Night(late=_folded(topics.night.late), early=_folded(topics.night.early)),
        recalling=_folded(topics.recalling),
        still=_folded(topics.still),
        owned=_folded(topics.owned),
        several=_folded(topics.several),
        organs=topics.organs,
        presence=_folded(topics.presence),
        generic=_folded(topics.generic),
        counted={fold_word(form): noun for noun, forms in topics.counted.items() for form in forms},
        irregulars=_folded(topics.irregulars),
        regular=frozenset(bloc.id for bloc in blocs if bloc.regular),
        naming=_folded(topics.naming),
        common=_folded(topics.common),
    )


def sides(bloc: str | None) -> frozenset[str]:
    """A bloc and those that outlets mix up with it; empty for none."""
    if bloc is None:
        return frozenset()
    return frozenset([bloc, *(other for one, other in knowledge().kin if one == bloc)])


@functools.lru_cache(maxsize=200_000)
def bare(form: str) -> str:
    """A folded word without the clitics in front of it, as far as three letters are left."""
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            return form[len(prefix) :]
    return form


@functools.lru_cache(maxsize=100_000)
def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without its clitics and without words like "agency" or "official"."""
    know = knowledge()
    words = [word for word in "".join(c if c.isalnum() else " " for c in fold_word(name)).split() if len(word) > 1]
    # Only the article comes off: in a name, a first و or ب is more often a letter of the word than a particle.
    plain = [next((word[len(a) :] for a in _ARTICLES if word.startswith(a) and len(word) - len(a) >= 2), word) for word in words]
    kept = [word for word, whole in zip(plain, words, strict=True) if word not in know.naming and whole not in know.naming]
    return tuple(kept or plain)


@functools.lru_cache(maxsize=50_000)
def bloc_of_name(name: str, land: str | None = None) -> str | None:
    """The bloc whose words stand in a name: the one with the longest phrase, else None.

    Words that are loose ("the coalition", "the militants") mean the bloc at war in the land of the text, a code of two letters.
    """
    words = "".join(c if c.isalnum() else " " for c in fold_word(name)).split()
    text = f" {' '.join(bare(word) for word in words)} "
    best: tuple[bool, int, str] | None = None
    for bloc, firm, loose, never, lands in _phrases():
        if any(phrase in text for phrase in never):
            continue
        here = loose if land is None or land in lands else ()
        for sure, phrase in (*((True, phrase) for phrase in firm), *((False, phrase) for phrase in here)):
            if phrase in text and (best is None or (sure, len(phrase)) > best[:2]):
                best = (sure, len(phrase), bloc)
    return best[2] if best else None


@functools.cache
def _phrases() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """Each bloc with its phrases, the loose ones and those that are never its, folded, without clitics, and its lands."""

    def key(phrase: str) -> str:
        return f" {' '.join(bare(part) for part in fold_word(phrase).split())} "

    def keys(phrases: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key(phrase) for phrase in phrases)

    return tuple((b.id, keys(b.words), keys(b.loose), keys(b.never), b.lands) for b in knowledge().blocs)
