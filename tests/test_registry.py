"""The registry of actors, the words around it, and sentences that show what it finds and what it must leave alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from marsad import kit, model
from marsad.arabic.fold import fold, fold_word
from marsad.arabic.phrases import Lookup, PhraseTable
from marsad.arabic.tokens import tokenise
from marsad.lexicon.loader import Entry, read_yaml, shelf
from marsad.lexicon.recognise import ActorRow, GroupUse, HeadUse, NisbaUse, RecogniseLexicon, TitleUse, load
from marsad.lexicon.recognise.nouns import Nouns
from marsad.lexicon.recognise.schema import Collective, Institution, Title, Use
from marsad.stages.clean import clean
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

FOLDER = shelf("recognise")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Example(Entry, frozen=True, kw_only=True):
    """A sentence with the registered actors in it and those that a word of it must not be taken for."""

    text: str
    actors: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


EXAMPLES = read_yaml(FOLDER / "examples.yml", Example)
TITLES = read_yaml(FOLDER / "titles.yml", Title)
INSTITUTIONS = read_yaml(FOLDER / "institutions.yml", Institution)
COLLECTIVES = read_yaml(FOLDER / "collectives.yml", Collective)
WORDS: tuple[Title | Institution | Collective, ...] = (*TITLES, *INSTITUTIONS, *COLLECTIVES)


@cache
def _kit() -> kit.Kit:
    return kit.load()


@cache
def _lexicon() -> RecogniseLexicon:
    return load()


def _folded(text: str) -> str:
    return " ".join(fold_word(word) for word in text.split())


def _spellings(row: ActorRow) -> tuple[str, ...]:
    return (row.ar, *row.spellings, *row.loaded, *row.weak)


def _found(text: str) -> set[str]:
    knowledge = _kit()
    page = segment(clean(model.new_document(text), knowledge).document, knowledge)
    return {actor.id for actor in recognise(page, knowledge).actors if actor.registered}


# the registry


def test_the_registry_is_large_and_covers_every_kind() -> None:
    rows = _lexicon().actors
    assert len(rows) >= 900
    assert sum(len(_spellings(row)) for row in rows.values()) >= 4000
    kinds = Counter(row.kind for row in rows.values())
    for kind in ("state", "government", "armed_forces", "armed_group", "coalition", "organisation", "monitor", "media", "person"):
        assert kinds[kind] >= 50, kind


def test_ids_are_plain_and_parents_resolve() -> None:
    rows = _lexicon().actors
    assert [i for i in rows if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)*", i)] == []
    assert [(i, row.of) for i, row in rows.items() if row.of is not None and row.of not in rows] == []


def test_no_actor_belongs_to_itself_through_its_parents() -> None:
    rows = _lexicon().actors
    for ident in rows:
        seen, at = {ident}, rows[ident].of
        while at is not None:
            assert at not in seen, ident
            seen.add(at)
            at = rows[at].of


def test_a_spelling_that_several_share_is_weak() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for ident, row in _lexicon().actors.items():
        for spelling in (row.ar, *row.spellings, *row.loaded):
            owners[_folded(spelling)].add(ident)
    assert {spelling: sorted(ids) for spelling, ids in owners.items() if len(ids) > 1} == {}


def test_no_weak_spelling_of_one_is_a_full_one_of_the_same() -> None:
    for ident, row in _lexicon().actors.items():
        full = {_folded(s) for s in (row.ar, *row.spellings, *row.loaded)}
        assert [s for s in row.weak if _folded(s) in full] == [], ident


def test_names_are_in_normal_form_and_never_empty() -> None:
    for ident, row in _lexicon().actors.items():
        assert row.ar, ident
        assert row.en, ident
        for spelling in (*_spellings(row), row.en, *row.english):
            assert spelling == unicodedata.normalize("NFC", spelling).strip(), (ident, spelling)


def test_dates_are_in_order_and_claims_name_who_claims() -> None:
    for ident, row in _lexicon().actors.items():
        for date in (row.start, row.end):
            assert date is None or _DATE.fullmatch(date), (ident, date)
        assert not (row.start and row.end) or row.start <= row.end, ident
        for claim in row.claimed:
            what, _, who = claim.partition(":")
            assert what, (ident, claim)
            assert who in _lexicon().actors, (ident, claim)


def test_judging_words_are_filed_as_judging() -> None:
    """ميليشيا, عصابة and مرتزقة before a name judge, unless they are part of what the group calls itself."""
    judging = ("عصابه", "عصابات", "مرتزقه", "فلول")
    for ident, row in _lexicon().actors.items():
        for spelling in (row.ar, *row.spellings):
            assert _folded(spelling).removeprefix("ال").split()[0] not in judging, (ident, spelling)


def test_adjectives_belong_to_registered_actors() -> None:
    assert {use.actor for use in _every_use() if isinstance(use, NisbaUse)} <= set(_lexicon().actors)


def _every_use() -> Iterator[Use]:
    stack = list(_lexicon().words.root.values())
    while stack:
        node = stack.pop()
        yield from node.payloads
        stack.extend(node.after.values())


# the words around it


@cache
def _table() -> PhraseTable[Use]:
    nouns = Nouns(_lexicon().lists["plural-noun"])
    return PhraseTable.build(
        [*nouns.titles(TITLES), *nouns.institutions(INSTITUTIONS), *nouns.collectives(COLLECTIVES)], pronouns=True
    )


def _uses(text: str) -> set[tuple[type[Use], str]]:
    tokens, lookup = tokenise(fold(text)), Lookup()
    hits = [hit.payload for i in range(len(tokens)) for hit in _table().at(tokens, i, lookup)]
    return {(type(use), use.id) for use in hits if isinstance(use, (TitleUse, HeadUse, GroupUse))}


@pytest.mark.parametrize(
    ("use", "entry"),
    [(TitleUse, e) for e in TITLES] + [(HeadUse, e) for e in INSTITUTIONS] + [(GroupUse, e) for e in COLLECTIVES],
    ids=lambda value: getattr(value, "id", ""),
)
def test_examples_of_words_hold_the_word(use: type[Use], entry: Title | Institution | Collective) -> None:
    assert entry.examples
    for text in entry.examples:
        assert (use, entry.id) in _uses(text), text


@pytest.mark.parametrize("entry", [e for e in WORDS if e.never], ids=lambda e: e.id)
def test_no_actor_is_read_where_the_word_means_something_else(entry: Title | Institution | Collective) -> None:
    for text in entry.never:
        knowledge = _kit()
        page = segment(clean(model.new_document(text), knowledge).document, knowledge)
        read = recognise(page, knowledge).actor_mentions
        assert [m for m in read if (m.entry or "").endswith(f"#{entry.id}")] == [], text


def test_branches_are_branches_of_the_registry() -> None:
    """A branch is worth something only where at least one state has a body of that id."""
    lexicon = _lexicon()
    for entry in INSTITUTIONS:
        if entry.branch is not None:
            assert any(f"{state}.{entry.branch}" in lexicon.actors for state in lexicon.states), entry.id


def test_left_out_forms_would_have_been_made() -> None:
    nouns = Nouns(_lexicon().lists["plural-noun"])
    for entry in WORDS:
        if entry.without:
            words = (*entry.noun, *getattr(entry, "feminine", ()))
            made = {fold_word(form) for noun in words for form, *_ in nouns.forms(noun, None)}
            assert [w for w in entry.without if fold_word(w) not in made] == [], entry.id


# what is found


def test_there_are_examples_enough() -> None:
    assert len(EXAMPLES) >= 150
    assert sum(bool(e.never) for e in EXAMPLES) >= 30
    known = {*_lexicon().actors, "*"}
    assert {i for e in EXAMPLES for i in (*e.actors, *e.never)} <= known


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.id)
def test_example(example: Example) -> None:
    found = _found(example.text)
    assert set(example.actors) <= found
    assert not (found if "*" in example.never else found & set(example.never))
