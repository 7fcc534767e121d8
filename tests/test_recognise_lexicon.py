"""Every entry of the recognise shelf is met in its own examples and stays silent on its never cases."""

from __future__ import annotations

import pytest

from marsad import kit
from marsad.lexicon.loader import LexiconError, read_yaml, shelf
from marsad.lexicon.recognise import ActorRow, Collective, Institution, Title, assemble
from marsad.lexicon.recognise.english import of_a_nation
from marsad.model import new_document
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

KIT = kit.load()
SHELF = shelf("recognise")
ENTRIES: list[tuple[str, Title | Institution | Collective]] = [
    *(("titles", e) for e in read_yaml(SHELF / "titles.yml", Title)),
    *(("institutions", e) for e in read_yaml(SHELF / "institutions.yml", Institution)),
    *(("collectives", e) for e in read_yaml(SHELF / "collectives.yml", Collective)),
]


def met(text: str) -> set[str]:
    found = recognise(segment(new_document(text), KIT), KIT)
    return {t.entry for t in found.traces if t.entry}


@pytest.mark.parametrize(("file", "entry"), ENTRIES, ids=[f"{f}#{e.id}" for f, e in ENTRIES])
def test_examples(file: str, entry: Title | Institution | Collective) -> None:
    for text in entry.examples:
        # A registered name, or a word of another file for the same people, may be met in place of the bare word.
        assert any(e.startswith("recognise/") for e in met(text)), text
    for text in entry.never:
        assert f"recognise/{file}.yml#{entry.id}" not in met(text), text


def test_registry_is_whole() -> None:
    rows = KIT.recognise.actors
    assert len(rows) >= 900
    assert sum(len({r.ar, *r.spellings, *r.loaded, *r.weak}) for r in rows.values()) >= 4000
    for row in rows.values():
        assert row.of is None or row.of in rows, row.id


def test_an_id_given_twice_is_an_error() -> None:
    row = ActorRow(id="x", kind="state", ar="سين", en="X")
    with pytest.raises(LexiconError, match="given twice"):
        assemble([row, row], [], [], {}, {})


@pytest.mark.parametrize(
    ("text", "english"), [("السوريون", "Syrians"), ("فلسطينيين", "Palestinians"), ("الأتراك", "Turkish people"), ("سوري", None)]
)
def test_people_are_named_by_their_state(text: str, english: str | None) -> None:
    assert of_a_nation(text, KIT.recognise.wording) == english
