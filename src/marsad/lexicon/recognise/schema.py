"""The entries of the recognise shelf as written, and what each phrase of it is good for once compiled."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import msgspec

from marsad.arabic.inflection import Gender, Number
from marsad.lexicon.loader import Entry
from marsad.model import ActorKind, ChainRole

GenderGiven: TypeAlias = Literal["m", "f"]


class ActorRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One actor of the registry: `spellings` beside `ar`; `loaded` ones judge, `weak` ones need the full name elsewhere.

    `claimed` holds what others call it (terrorist:us); `start` and `end` are ISO dates, years or months.
    """

    id: str
    kind: ActorKind
    of: str | None = None
    ar: str
    en: str
    spellings: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    claimed: tuple[str, ...] = ()
    note: str | None = None


class NisbaRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The adjective of a state or group in its three forms, and in English."""

    actor: str
    masculine: str
    feminine: str
    plural: str
    english: str


class WordList(Entry, frozen=True, kw_only=True):
    """A closed list of words under one id."""

    words: tuple[str, ...]


class Title(Entry, frozen=True, kw_only=True):
    """A title or office: `noun` holds its masculine forms, singular and plural, `feminine` its feminine ones."""

    role: ChainRole
    noun: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    honorific: bool = False
    without: tuple[str, ...] = ()
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


class Institution(Entry, frozen=True, kw_only=True):
    """A head noun of bodies; see `HeadUse` for `container` and `branch`."""

    kind: ActorKind
    noun: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    gender: GenderGiven | None = None
    container: bool = False
    branch: str | None = None
    without: tuple[str, ...] = ()
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


class Collective(Entry, frozen=True, kw_only=True):
    """People named by what they are; `anonymous` for those who speak without a name.

    `adjective` marks words whose singular also describes a noun before it (هجوم انتحاري). `english` is what one and what several are
    called in English.
    """

    kind: ActorKind
    english: tuple[str, str] | None = None
    noun: tuple[str, ...] = ()
    feminine: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    gender: GenderGiven | None = None
    number: Literal["s", "p"] | None = None
    anonymous: bool = False
    adjective: bool = False
    without: tuple[str, ...] = ()
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


class Naming(NamedTuple):
    """A spelling of a registered actor."""

    actor: str
    weak: bool
    loaded: bool


class NisbaUse(NamedTuple):
    """An adjective or plural noun of a state or group."""

    actor: str
    gender: Gender
    number: Number


class TitleUse(NamedTuple):
    """A title or office: `id` of its entry, the role its holder has in a chain."""

    id: str
    role: ChainRole
    gender: Gender
    number: Number
    construct: bool
    honorific: bool


class HeadUse(NamedTuple):
    """The head noun of an institution: `container` heads stand before the name of the same body (تنظيم القاعدة).

    `branch` is the last part of the registry id of a state's own body of this kind (الطيران + الروسي: `ru` + `air_force`).
    """

    id: str
    kind: ActorKind
    gender: Gender
    number: Number
    container: bool
    branch: str | None
    construct: bool


class GroupUse(NamedTuple):
    """A collective or unnamed person: civilians, gunmen, a military source."""

    id: str
    kind: ActorKind
    gender: Gender
    number: Number
    anonymous: bool
    construct: bool
    adjective: bool


Use: TypeAlias = Naming | NisbaUse | TitleUse | HeadUse | GroupUse
