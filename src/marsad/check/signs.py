"""The words of `signs.yml`, folded and checked."""

from __future__ import annotations

import functools
from importlib import resources
from typing import NamedTuple, get_args

import msgspec
import yaml

from marsad.arabic.fold import fold_word
from marsad.check.wording import stems
from marsad.model import EventType


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    refuting: tuple[str, ...]
    negating: tuple[str, ...]
    ahead: tuple[str, ...]
    saying: tuple[str, ...]
    families: dict[str, tuple[EventType, ...]]


class Signs(NamedTuple):
    """What words tell: `refuting` and `saying` are stems, `negating` and `ahead` folded words."""

    refuting: frozenset[str]
    saying: frozenset[str]
    negating: frozenset[str]
    ahead: frozenset[str]
    families: dict[EventType, str]


@functools.cache
def signs() -> Signs:
    """The shipped signs; raises ValueError when an event type is in no family."""
    text = (resources.files("marsad.check") / "signs.yml").read_text(encoding="utf-8")
    file = msgspec.convert(yaml.safe_load(text), type=_File)
    families = {kind: family for family, kinds in file.families.items() for kind in kinds}
    if missing := sorted(set(get_args(EventType)) - set(families)):
        raise ValueError(f"check/signs.yml: families lack {', '.join(missing)}")

    def stemmed(words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(one for word in words for one in stems(fold_word(word)))

    return Signs(
        refuting=stemmed(file.refuting),
        saying=stemmed(file.saying),
        negating=frozenset(fold_word(word) for word in file.negating),
        ahead=frozenset(fold_word(word) for word in file.ahead),
        families=families,
    )
