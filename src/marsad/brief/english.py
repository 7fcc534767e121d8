"""The grammar of English that names and counts need in a sentence: articles, one and many, thousands."""

from __future__ import annotations

import re
from typing import Final

from marsad.model import Actor

_ENDED: Final = re.compile(
    r"\s(?:of|for|in|to|on|and|against|from|at|under|backed|belonging|loyal|opposed|close|linked|allied)\s|\s[–—-]\s|,|\s\("
)
_BARE: Final = re.compile(r"(?:the|The|al|Al|Jabhat|Jaysh|Liwa|Faylaq|Harakat|Hayat|Hay'at)[\s-]")
# People named by what they are, where the word is not the plural by its ending.
_MANY: Final = (
    "s", "men", "people", "children", "persons", "dead", "wounded", "injured", "women", "police", "staff", "military", "media",
    "artillery", "intelligence", "prosecution", "press", "television", "aircraft", "Druze", "Turkmen",
)  # fmt: skip
_VOWELS: Final = "aeiou"
_AS_YOU: Final = ("uni", "Uni", "UN ", "Euro", "Ukr", "Ug", "Uz")
_JOINED: Final = re.compile(r"\b(?:of|to|by|with) ")


def in_sentence(actor: Actor, name: str, bodies: frozenset[str]) -> str:
    """A name as a sentence needs it: the Syrian army, Russia, activists, a source; `bodies` are the nouns that take an article."""
    if not actor.name.en or actor.kind in ("person", "media") and actor.registered or _BARE.match(name):
        return name
    if actor.registered:
        return f"the {name}" if _takes_article(name, bodies) else name
    if (joint := _JOINED.search(name)) is not None:  # members of the Syrian army
        owner = name[joint.end() :]
        name = f"{name[: joint.end()]}{'the ' if _takes_article(owner, bodies) else ''}{owner}"
    head = _head(name)
    if not head or many(head):
        return name
    if actor.kind not in ("population", "other") and any(word.startswith("ال") for word in (actor.name.ar or "").split()):
        return f"the {name}"
    return f"{'an' if name[0].lower() in _VOWELS and not name.startswith(_AS_YOU) else 'a'} {name}"


def _head(name: str) -> list[str]:
    """The words of a name before what it is of, for or in."""
    return _ENDED.split(name, maxsplit=1)[0].split()


def with_article(name: str, bodies: frozenset[str]) -> str:
    """The name of a party as a sentence needs it, known by the name alone: the Free Syrian Army, Russia."""
    return f"the {name}" if name and _takes_article(name, bodies) else name


def _takes_article(name: str, bodies: frozenset[str]) -> bool:
    head = _head(name)
    return bool(head) and head[-1].lower() in bodies and not _BARE.match(name)


def many(head: list[str]) -> bool:
    """Whether the words before "of" name several people."""
    return head[-1].endswith(_MANY)


def fighters(name: str, bodies: frozenset[str]) -> bool:
    """Whether a name says what people are, and can be counted: militants, and not factions."""
    head = _head(name)
    noun = head[-1].lower() if head else ""
    return bool(head) and many(head) and not {noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"} & bodies


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
