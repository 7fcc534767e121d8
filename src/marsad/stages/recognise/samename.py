"""Whether two names are one person's: parts that can stand alone, spellings of foreign names."""

from __future__ import annotations

from rapidfuzz import fuzz

from marsad.arabic.fold import fold_word
from marsad.lexicon.recognise import ActorRow

# A transliterated name within this similarity of a registered one is the same name (لافرنتييف, لافرينتيف).
SAME_NAME = 86.0
# A family name with the article is Arabic: one letter makes it another (الراوي، الراعي).
_ARABIC_ALIKE, _FOREIGN_ALIKE = 90.0, 70.0
# Vowels are written or not; غ ج ك ق خ, س ش ص ث and ت ط take turns in foreign names.
_CONSONANTS = str.maketrans("غجكقخشصثطذ", "غغغغغسسستد", "اويء")


def comparable(names: list[str], row: ActorRow | None, name: str) -> list[str]:
    """The names by which another may be of the same person; a full one is measured by the registered full names, not by a surname."""
    if row is None or " " not in name:
        return names
    return [n for n in (fold_word(full) for full in (row.ar, *row.spellings)) if " " in n] or names


def same_person(name: str, other: str, given: frozenset[str] = frozenset()) -> bool:
    """Whether one name is the other, or a part of it that can stand alone (the surname, the given names); `given` as in `close`."""
    if name == other:
        return True
    a, b = name.split(), other.split()
    if len(a) > len(b):
        a, b = b, a
    if len(a) == 1:
        return a[0] in (b[-1], b[-1].removeprefix("ال")) and len(a[0]) > 2 or (len(b) > 1 and a[0] == b[0] and len(a[0]) > 4)
    if a[-1] == b[-1] and a[0] == b[0]:
        return True
    return close(name, other, given) and fuzz.ratio(name, other) >= SAME_NAME


def close(name: str, other: str, given: frozenset[str] = frozenset()) -> bool:
    """Whether two names have as many parts and each is its counterpart spelled otherwise; two of the `given` names are two persons'."""
    a, b = name.split(), other.split()
    if len(a) != len(b):
        return False
    middle = len(a) > 2  # ولد شيخ أحمد, but محمد العلوش is not محمد علوش
    return all(
        (_spelled_alike(x, y) and not (x != y and {x, y} <= given)) or (middle and x.removeprefix("ال") == y.removeprefix("ال"))
        for x, y in zip(a, b, strict=True)
    )


def _spelled_alike(part: str, other: str) -> bool:
    """Whether two words are one name with other vowels or one of its sounds written otherwise (غوتيريش, جوتيريس), and not the الراوي for الرهوي."""
    alike = _ARABIC_ALIKE if part.startswith("ال") and other.startswith("ال") else _FOREIGN_ALIKE
    return part == other or (part[:1] == other[:1] and fuzz.ratio(part, other) >= alike and _sounds(part) == _sounds(other))


def _sounds(word: str) -> str:
    """The consonants of a name, those that foreign ones are written with in turn as one, none doubled."""
    out = ""
    for letter in word.removesuffix("ه").translate(_CONSONANTS):
        out += letter if letter != out[-1:] else ""
    return out
