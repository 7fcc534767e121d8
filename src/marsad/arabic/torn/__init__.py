"""Torn words: what pages write that lost their vowel signs and kept a space for each of them (أك د، قو ات، الن ظام، التي ت عد).

A doubled letter leaves its space behind it, a ضمة behind the first letter of a passive. One crawled article in ten has such a
word. No table of all words stands here: doubled middle letters are known by their roots, the rest by what stands in front.
"""

from __future__ import annotations

import re
from typing import Final

from marsad.arabic.torn.words import BEFORE_IMPERFECT, DOUBLED, LAST_DOUBLED, NO_ARTICLE, REST, TORN_HEADS, WHOLE

__all__ = ["begins", "belongs"]

_TORN_ARTICLE: Final = re.compile("(?:[وبك]?ال|و?لل)[تثدذرزسشصضطظنقكحعغ]|و?ال[مجب]")
_IMPERFECT: Final = ("ي", "ت", "وي", "وت")
_BEGUN: Final = frozenset(root[:2] for root in DOUBLED)
_BEFORE_ROOT: Final = re.compile("(?:[وفبلك]|لل|ولل|بال|وبال|وال|ال|س|وس|وي|وت)?(?:ال)?(?:مت|م|ت|ي|ن|ا|يت|تت|نت)?")
_BEHIND_ROOT: Final = re.compile(
    "(?:ت|وا|ون|ين|ان|ات|ا|اء|ه|ها|هم|هما|ي|يه|ته|تها|تهم|تهما|تا|نا|اته|اتها|اتهم|وه|وها|وهم|تان|تين|ونه|ونها)?"
)
_ENDINGS: Final = frozenset(["ت", "وا", "تها", "ته", "تهم"])
_PROCLITIC: Final = ("ب", "ل", "ك")


def belongs(before: str, rest: str, plain_before: str, plain: str, *, behind: str = "") -> bool:
    """Whether two folded words, parted by one space, are one torn word; the last two are theirs with hamza, ة and ى kept.

    قو ات and أك دت are one; قد مات and كل ما are two, since no root with a doubled letter is made of them.
    """
    if plain == "ى":
        return len(before) > 1 and plain_before[-1] not in "ىةء"  # حت ى: no word
    if rest in _ENDINGS and before.lstrip("وف") in LAST_DOUBLED:
        return True
    if any(rest in REST.get(word, ()) for word in (before, before.removeprefix("و").removeprefix("ل"))):
        return True
    if rest in _PROCLITIC and not behind[1:2].isalpha():
        return False  # وصفها ب « … »
    return _of_a_root(before, rest, plain) or _behind_its_head(plain_before, plain)


def begins(before: str, letter: str, rest: str) -> bool:
    """Whether a letter that stands alone behind a particle begins the imperfect behind it: التي ت نفذ، لم ي علن."""
    return letter in _IMPERFECT and before in BEFORE_IMPERFECT and len(rest) > 1 and not rest.startswith("ال")


def _behind_its_head(head: str, rest: str) -> bool:
    """Whether a word is torn behind the article and one letter (الن ظام), or in a passive verb (ق تل).

    One crawled article in seven has such an article or verb; no word is an article and one of these letters.
    """
    if len(rest) < 2 or len(head) > 6 or head in NO_ARTICLE:
        return False
    if _TORN_ARTICLE.fullmatch(head):
        return not rest.startswith("ال")
    return any(rest in TORN_HEADS.get(h, ()) for h in (head, head.lstrip("وف")))


def _of_a_root(before: str, rest: str, plain: str) -> bool:
    """Whether the first word ends with the first two letters of a root with a doubled middle, and the second goes on with its third."""
    if len(before) < 2 or before[-2:] not in _BEGUN or rest in WHOLE or plain.startswith(("أ", "إ", "آ")):
        return False
    if not _BEFORE_ROOT.fullmatch(before[:-2]):
        return False
    third = rest[1:] if rest.startswith("ا") and len(rest) > 1 else rest  # الثو ار, سك ان
    return any(before[-2:] + r[0] in DOUBLED and _BEHIND_ROOT.fullmatch(r[1:]) is not None for r in (rest, third))
