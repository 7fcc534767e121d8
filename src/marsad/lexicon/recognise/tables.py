"""Compile the recognise shelf: one phrase table for all mentions of actors, and sets of small words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from marsad.arabic.fold import fold_word
from marsad.arabic.phrases import PhraseTable
from marsad.lexicon.loader import LexiconError, read_csv, read_yaml, shelf
from marsad.lexicon.recognise.english import EnglishRow, EnglishWords, english_words
from marsad.lexicon.recognise.nouns import Nouns
from marsad.lexicon.recognise.schema import ActorRow, Collective, Institution, Naming, NisbaRow, NisbaUse, Title, Use, WordList

# Written in two ways: الديمقراطي and الديموقراطي, الأمريكية and الأميركية, عبد الله and عبدالله.
_TWO_WAYS = (
    ("ديمقراط", "ديموقراط"),
    ("أمريك", "أميرك"),
    ("ميليشي", "مليشي"),
    ("سوفيتي", "سوفياتي"),
    ("عبد ال", "عبدال"),
    ("فيدرالي", "فدرالي"),
    ("فيدرالي", "فيديرالي"),
)
_PEOPLE = re.compile(r"\b(ال\w{2,})ون\b")
_ALSO_SPELLED = _TWO_WAYS + tuple((b, a) for a, b in _TWO_WAYS) + (("أبو ", "أبو"),)
_LISTS = ("spellings", "loaded", "weak", "english", "claimed")


@dataclass(frozen=True, slots=True)
class RecogniseLexicon:
    """The tables of the recognise stage; all keys are folded.

    `states` are the ids of states, `lands` those by their Arabic names; `people` the full names of registered persons, for names spelled otherwise;
    `lists` the closed word lists by id, `english` the names of one and of several people of a collective, `wording` the English of bodies and offices. Given names are kept with their hamza, and as typed without it; `arabic` holds the Arabic ones folded.
    """

    actors: Mapping[str, ActorRow] = field(default_factory=dict)
    words: PhraseTable[Use] = field(default_factory=lambda: PhraseTable({}, frozenset(), pronouns=True))
    states: frozenset[str] = frozenset()
    lands: Mapping[str, str] = field(default_factory=dict)
    people: tuple[tuple[str, str], ...] = ()
    given: frozenset[str] = frozenset()
    given_also_words: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    men: frozenset[str] = frozenset()
    arabic: frozenset[str] = frozenset()
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    english: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    wording: EnglishWords = field(default_factory=EnglishWords)


def _bare(spelling: str, nisbas: frozenset[str]) -> str | None:
    """The indefinite form of a definite name that ends in a nisba (القوات الروسية: قوات روسية)."""
    words = fold_word(spelling).split()
    if len(words) < 2 or words[-1].removeprefix("ال") not in nisbas or not all(w.startswith("ال") for w in words):
        return None
    return " ".join(w.removeprefix("ال") for w in words)


def _namings(rows: Sequence[ActorRow], nisbas: frozenset[str]) -> Iterator[tuple[str, Use]]:
    for row in rows:
        seen: set[str] = set()
        for spellings, weak, loaded in (
            (row.weak, True, False),
            (row.loaded, False, True),
            ((row.ar, *row.spellings), False, False),
        ):
            for spelling in spellings:
                forms = [spelling]
                if row.kind in ("armed_forces", "government"):
                    bare = _bare(spelling, nisbas)
                    if bare is not None:
                        forms.append(bare)
                if row.kind in ("state", "organisation") and spelling.count(" ") == 1 and not weak:
                    forms.append(spelling.replace(" ", ""))  # الأممالمتحدة, as archives of news print it
                if row.kind not in ("person", "state", "media"):
                    forms.append(_PEOPLE.sub(r"\1ين", spelling))  # المتمردين الحوثيين
                forms.extend(form.replace(a, b) for form in tuple(forms) for a, b in _ALSO_SPELLED if a in form)
                for form in forms:
                    key = fold_word(form)
                    if key not in seen:
                        seen.add(key)
                        yield form, Naming(row.id, weak, loaded)


def _typed(name: str) -> tuple[str, str]:
    """A name as written, and as typed without hamza on alef."""
    return name, name.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")


def _nisbas(rows: Iterable[NisbaRow]) -> Iterator[tuple[str, NisbaUse]]:
    for row in rows:
        yield row.masculine, NisbaUse(row.actor, "m", "s")
        yield row.masculine + "ا", NisbaUse(row.actor, "m", "s")
        yield row.masculine + "ان", NisbaUse(row.actor, "m", "d")
        yield row.feminine, NisbaUse(row.actor, "f", "s")
        if row.feminine.endswith("ة"):
            yield row.feminine[:-1] + "تان", NisbaUse(row.actor, "f", "d")
            yield row.feminine[:-1] + "تين", NisbaUse(row.actor, "f", "d")
        yield row.plural, NisbaUse(row.actor, "m", "p")
        if row.plural.endswith("ون"):
            yield row.plural[:-2] + "ين", NisbaUse(row.actor, "m", "p")


def assemble(
    rows: Sequence[ActorRow],
    nisba: Sequence[NisbaRow],
    phrases: Iterable[tuple[str, Use]],
    lists: Mapping[str, frozenset[str]],
    names: Mapping[str, frozenset[str]],
    *,
    english: Mapping[str, tuple[str, str]] | None = None,
    wording: EnglishWords | None = None,
) -> RecogniseLexicon:
    """The compiled shelf; raises `LexiconError` for an id given twice."""
    actors: dict[str, ActorRow] = {}
    for row in rows:
        if row.id in actors:
            raise LexiconError(f"actors: the id {row.id!r} is given twice")
        actors[row.id] = row
    adjectives = list(_nisbas(nisba))
    known = frozenset(fold_word(form) for form, _ in adjectives)
    also = names.get("also-words", frozenset())
    return RecogniseLexicon(
        actors=actors,
        words=PhraseTable.build([*_namings(rows, known), *adjectives, *phrases], pronouns=True),
        states=frozenset(row.id for row in rows if row.kind == "state"),
        lands={row.ar: row.id for row in rows if row.kind == "state"},
        people=tuple(
            (fold_word(s), row.id) for row in rows if row.kind == "person" for s in (row.ar, *row.spellings) if " " in s
        ),
        given=frozenset(w for words in names.values() for w in words) - also,
        given_also_words=also,
        women=names.get("arabic-women", frozenset()),
        men=names.get("arabic-men", frozenset()) - names.get("arabic-women", frozenset()),
        arabic=frozenset(fold_word(w) for id_ in ("arabic-women", "arabic-men") for w in names.get(id_, ())),
        lists=lists,
        english=english or {},
        wording=wording or EnglishWords(),
    )


def load() -> RecogniseLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    folder = shelf("recognise")
    files = sorted((f for f in (folder / "actors").iterdir() if f.name.endswith(".csv")), key=lambda f: f.name)
    rows = [row for file in files for row in read_csv(file, ActorRow, lists=_LISTS)]
    nisba = read_csv(folder / "nisba.csv", NisbaRow)
    lists = {e.id: frozenset(fold_word(w) for w in e.words) for e in read_yaml(folder / "particles.yml", WordList)}
    names = {e.id: frozenset(f for w in e.words for f in _typed(w)) for e in read_yaml(folder / "given_names.yml", WordList)}
    nouns = Nouns(lists.get("plural-noun", frozenset()), lists.get("singular-noun", frozenset()))
    collectives = read_yaml(folder / "collectives.yml", Collective)
    phrases = [
        *nouns.titles(read_yaml(folder / "titles.yml", Title)),
        *nouns.institutions(read_yaml(folder / "institutions.yml", Institution)),
        *nouns.collectives(collectives),
    ]
    english = {e.id: e.english for e in collectives if e.english is not None}
    wording = english_words(read_csv(folder / "english.csv", EnglishRow, lists=("ar",)), nisba)
    return assemble(rows, nisba, phrases, lists, names, english=english, wording=wording)
