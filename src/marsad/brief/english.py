"""The grammar of English that names and counts need in a sentence: articles, one and many, thousands."""

from __future__ import annotations

import re
from typing import Final

from marsad.model import Actor

_ENDED: Final = re.compile(r"\s(?:of|for|in|to|on|and|against|from|at|under)\s|\s[–—-]\s|,|\s\(")
_BARE: Final = re.compile(r"(?:the|The|al|Al|Jabhat|Jaysh|Liwa|Faylaq|Harakat|Hayat|Hay'at)[\s-]")
# People named by what they are, where the word is not the plural by its ending.
_MANY: Final = ("s", "men", "people", "children", "persons", "dead", "wounded", "injured", "women", "police", "staff", "military")
_VOWELS: Final = "aeiou"


def in_sentence(actor: Actor, name: str, bodies: frozenset[str]) -> str:
    """A name as a sentence needs it: the Syrian army, Russia, activists, a source; `bodies` are the nouns that take an article."""
    if not actor.name.en or actor.kind in ("person", "media") and actor.registered or _BARE.match(name):
        return name
    head = _ENDED.split(name, maxsplit=1)[0].split()
    if not head:
        return name
    if actor.registered:
        return f"the {name}" if head[-1].lower() in bodies else name
    if head[0][:1].islower() and not many(head):
        return f"{'an' if head[0][0] in _VOWELS else 'a'} {name}"
    return name


def many(head: list[str]) -> bool:
    """Whether the words before "of" name several people."""
    return head[-1].endswith(_MANY)


def one(what: str) -> str:
    """The first noun of what is counted, for one: 1 civilian killed, 1 vehicle."""
    for several, single in (("people", "person"), ("civilians", "civilian"), ("fighters", "fighter"), ("members", "member")):
        what = what.replace(several, single, 1)
    return what.removesuffix("s") if what in ("raids", "targets", "violations", "attempts", "vehicles", "sites") else what


def none(what: str) -> str:
    """What is counted, where there was none: nobody killed, no civilians wounded."""
    return f"nobody {what.removeprefix('people ')}" if what.startswith("people ") else f"no {what}"


def plural(verb: str) -> str:
    """A verb of the labels as many do it: says, say; denies, deny."""
    return verb.removesuffix("ies") + "y" if verb.endswith("ies") else verb.removesuffix("s")


def figure(number: int) -> str:
    """A number with its thousands apart: 310,000."""
    return f"{number:,}"


def opened(told: str) -> str:
    """A sentence with a capital at its beginning."""
    return told[:1].upper() + told[1:]
