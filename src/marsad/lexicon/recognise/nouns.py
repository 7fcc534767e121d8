"""The written forms of titles, institutions and collectives: number read from the shape of a noun, gender from its ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import Gender, Number, decline
from marsad.lexicon.recognise.schema import Collective, GroupUse, HeadUse, Institution, Title, TitleUse, Use


class Nouns:
    """Inflects the nouns of the shelf; `plurals` are broken plurals that no shape gives away, `singulars` nouns shaped like plurals."""

    def __init__(self, plurals: frozenset[str], singulars: frozenset[str] = frozenset()) -> None:
        self.plurals = plurals
        self.singulars = singulars

    def plural(self, word: str) -> bool:
        """Whether a noun is a plural: sound, of a shape that only plurals have, or listed."""
        if fold_word(word) in self.singulars:
            return False
        if word.endswith(("ون", "ات")) or fold_word(word) in self.plurals:
            return True
        if word.endswith("اء") and len(word) > 4:
            return True
        if len(word) == 4 and word.endswith("ى"):
            return True
        if word.startswith("أ") and len(word) >= 5 and word[-2] == "ا":
            return True
        return len(word) == 5 and word[2] == "ا" and not word.endswith(("ة", "ي"))

    def forms(self, noun: str, feminine: Gender | None) -> Iterator[tuple[str, Gender, Number, bool]]:
        """Every written form of a noun, its first word inflected: form, gender, number, construct."""
        first, *rest = noun.split()
        tail = "".join(f" {w}" for w in rest)
        if self.plural(first):
            if first.endswith("ون"):
                yield first + tail, "m", "p", False
                yield first[:-2] + "ين" + tail, "m", "p", False
                yield first[:-2] + "و" + tail, "m", "p", True
                yield first[:-2] + "ي" + tail, "m", "p", True
                return
            gender: Gender = feminine or ("f" if first.endswith("ات") else "m")
            yield first + tail, gender, "p", False
            if not first.endswith(("ات", "اء", "ى", "ا", "ة", "ي")):
                yield first + "ا" + tail, gender, "p", False
            if first.endswith("اء"):  # حلفاؤه, حلفائه
                yield first[:-1] + "ؤ" + tail, gender, "p", True
                yield first[:-1] + "ئ" + tail, gender, "p", True
            return
        for form in decline(first, gender=feminine):
            if form.construct:
                continue  # the dual before a genitive is spelled like an adjective (إنساني)
            yield form.form + tail, form.gender, form.number, form.construct

    def _kept(self, noun: str, feminine: Gender | None, without: tuple[str, ...]) -> Iterator[tuple[str, Gender, Number, bool]]:
        """The forms of a noun that are not usually another word (مقدما)."""
        others = {fold_word(w) for w in without}
        return (f for f in self.forms(noun, feminine) if fold_word(f[0]) not in others)

    def titles(self, entries: Iterable[Title]) -> Iterator[tuple[str, Use]]:
        """Every form of every title."""
        for entry in entries:
            for nouns, gender in ((entry.noun, None), (entry.feminine, "f")):
                for noun in nouns:
                    for form, g, number, construct in self._kept(noun, "f" if gender else None, entry.without):
                        yield form, TitleUse(entry.id, entry.role, g, number, construct, entry.honorific)
            for phrase in entry.phrases:
                yield phrase, TitleUse(entry.id, entry.role, _gender(phrase), "s", construct=False, honorific=entry.honorific)

    def institutions(self, entries: Iterable[Institution]) -> Iterator[tuple[str, Use]]:
        """Every form of every head noun of bodies; bodies in the plural take feminine agreement."""
        for entry in entries:
            for noun in entry.noun:
                for form, g, number, construct in self._kept(noun, entry.gender, entry.without):
                    gender: Gender = entry.gender or ("f" if number == "p" else g)
                    yield form, HeadUse(entry.id, entry.kind, gender, number, entry.container, entry.branch, construct)
            for phrase in entry.phrases:
                yield phrase, HeadUse(
                    entry.id, entry.kind, entry.gender or _gender(phrase), "s", entry.container, entry.branch, construct=False
                )  # fmt: skip

    def collectives(self, entries: Iterable[Collective]) -> Iterator[tuple[str, Use]]:
        """Every form of every collective."""
        for entry in entries:
            for nouns, feminine in ((entry.noun, entry.gender), (entry.feminine, "f")):
                for noun in nouns:
                    for form, g, number, construct in self._kept(noun, "f" if feminine == "f" else None, entry.without):
                        yield (
                            form,
                            GroupUse(
                                entry.id, entry.kind, g, entry.number or number, entry.anonymous, construct, entry.adjective
                            ),
                        )
            for phrase in entry.phrases:
                yield phrase, GroupUse(
                    entry.id, entry.kind, entry.gender or _gender(phrase), entry.number or "p", entry.anonymous, construct=False, adjective=False
                )  # fmt: skip


def _gender(phrase: str) -> Gender:
    first = phrase.split(maxsplit=1)[0]
    return "f" if first.endswith(("ة", "ات")) else "m"
