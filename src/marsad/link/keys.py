"""The keys by which linking knows speakers and the counted: how they are made, told apart, and which of them are one body's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from marsad.link.knowledge import knowledge, name_words
from marsad.model import Voice

_VOICE: Final = "voice:"  # a named speaker or body
_RELAY: Final = "relay:"  # an outlet or agency, for what it says itself and for its unnamed sources
_NAME: Final = "name:"  # an actor of one document, by its words
_COMBATANT: Final = "combatant:"  # fighters of somebody


def name_key(name: str) -> str:
    """The key of an actor that no registry knows, the same however its name is joined and introduced."""
    return _NAME + " ".join(name_words(name))


def one_group(key: str, other: str) -> bool:
    """Whether two actors' keys may be of one: who is on no list is named now in full and now in short (حركة النور الإسلامية, حركة النور)."""
    if key == other or not (key.startswith(_NAME) and other.startswith(_NAME)):
        return key == other
    words, its = set(key.removeprefix(_NAME).split()), set(other.removeprefix(_NAME).split())
    return min(len(words), len(its)) >= 2 and (words <= its or its <= words)


def voice_key(actor: str) -> str:
    """The key of a named speaker, from the key of his actor."""
    return _VOICE + actor


def relay_key(name: str) -> str:
    """The key of an outlet or agency by its name."""
    return _RELAY + " ".join(name_words(name))


def is_relay(key: str) -> bool:
    """Whether a key is an outlet's or agency's."""
    return key.startswith(_RELAY)


def actor_of(key: str) -> str:
    """The key of the actor who speaks, from that of a voice; anything else as it is."""
    return key.removeprefix(_VOICE)


def whose(key: str) -> str:
    """The body a voice counts for: the ministries, forces and embassies of a state are one voice, that of the state."""
    state, dot, organ = actor_of(key).partition(".")
    return voice_key(state) if dot and key.startswith(_VOICE) and organ in knowledge().organs else key


def backing(voices: Iterable[Voice]) -> int:
    """How many independent origins some voices come from."""
    return len({whose(voice.origin) for voice in voices})


def told(key: str, by_id: Mapping[str, str], by_words: Mapping[str, str]) -> str:
    """A key by name, from the names of registered actors and sides by id and of others by their words."""
    kind, sign, rest = key.partition(":")
    if not sign:
        return by_id.get(key, key)
    if key.startswith(_VOICE):
        return told(rest, by_id, by_words)
    if key.startswith(_COMBATANT):  # somebody on no list has an id of one document only
        return "fighters" if rest.startswith("local:") else f"fighters of {told(rest, by_id, by_words)}"
    return by_words.get(rest, rest) if f"{kind}:" in (_RELAY, _NAME) else by_id.get(key, key)
