"""Whether two names are one person's: parts that can stand alone, spellings of foreign names."""

from __future__ import annotations

from rapidfuzz import fuzz

from marsad.arabic.fold import fold_word
from marsad.lexicon.recognise import ActorRow

# A transliterated name within this similarity of a registered one is the same name (لافرنتييف, لافرينتيف).
SAME_NAME = 86.0


def comparable(names: list[str], row: ActorRow | None, name: str) -> list[str]:
    """The names by which another may be of the same person; a full one is measured by the registered full names, not by a surname."""
    if row is None or " " not in name:
        return names
    return [n for n in (fold_word(full) for full in (row.ar, *row.spellings)) if " " in n] or names


def same_person(name: str, other: str) -> bool:
    """Whether one name is the other, or a part of it that can stand alone (the surname, the given names)."""
    if name == other:
        return True
    a, b = name.split(), other.split()
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return a[0] in (b[-1], b[-1].removeprefix("ال")) and len(a[0]) > 2 or (len(b) > 1 and a[0] == b[0] and len(a[0]) > 4)
    if a[-1] == b[-1] and a[0] == b[0]:
        return True
    return len(a) == len(b) and close(name, other) and fuzz.ratio(name, other) >= SAME_NAME


def close(name: str, other: str) -> bool:
    """Whether two names have as many parts and each is spelled nearly like its counterpart."""
    a, b = name.split(), other.split()
    return len(a) == len(b) and all(fuzz.ratio(x, y) >= 70.0 and x[:1] == y[:1] for x, y in zip(a, b, strict=True))
