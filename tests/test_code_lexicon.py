"""Every trigger entry fires on its own examples, with its own type, and stays silent on its never cases."""

from __future__ import annotations

from pathlib import Path

import pytest

import marsad
from marsad import kit
from marsad.arabic.page import Page
from marsad.handover import Attributed, Coded, Recognised
from marsad.lexicon.code import Control, Counted, Example, HarmWord, Trigger, WordList, load, word_lists
from marsad.lexicon.loader import read_yaml, shelf
from marsad.model import EventType, new_document
from marsad.stages.attribute import attribute
from marsad.stages.code import code
from marsad.stages.code.counts import Counter, Found
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import find_mentions
from marsad.stages.code.scene import open_scene
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

KIT = kit.load()
TRIGGERS = [entry for _, entry in load().triggers]


def _read(text: str) -> tuple[Page, Recognised, Attributed, Coded]:
    page = segment(new_document(text), KIT)
    recognised = recognise(page, KIT)
    attributed = attribute(page, recognised, KIT)
    return page, recognised, attributed, code(page, recognised, attributed, KIT, None)


def _spans(text: str, entry: Trigger) -> list[tuple[int, int]]:
    page, recognised, attributed, _ = _read(text)
    scene = open_scene(page, recognised, attributed, KIT.code, KIT.gazetteer, None)
    return [m.span for m in find_mentions(scene) if m.sense.entry.id == entry.id]


def _types(entry: Trigger, example: Example) -> set[EventType]:
    if example.type is not None:
        return {example.type}
    types: set[EventType] = {entry.type}
    if entry.present is not None:
        types.add(entry.present)
    if entry.open or entry.refers:
        types |= {*ATTACKS, "casualties", "cumulative_toll"}
    return types


@pytest.mark.parametrize("entry", TRIGGERS, ids=lambda e: e.id)
def test_a_trigger_fires_on_its_examples(entry: Trigger) -> None:
    for given in entry.examples:
        example = Example(text=given) if isinstance(given, str) else given
        spans = _spans(example.text, entry)
        assert spans, f"{entry.id} is not found in {example.text!r}"
        if entry.type in ("casualties", "cumulative_toll"):
            continue  # the killing may belong to the attack that the example names
        events = _read(example.text)[3].events
        types = _types(entry, example)
        met = [e for e in events if e.type in types and any(a < y and x < b for a, b in e.triggers for x, y in spans)]
        assert met, f"{entry.id}: {[(e.type, e.triggers) for e in events]} in {example.text!r}"
        if example.realis is not None:
            assert example.realis in {e.realis for e in met}


@pytest.mark.parametrize("entry", [e for e in TRIGGERS if e.never], ids=lambda e: e.id)
def test_a_trigger_stays_silent_on_its_never_cases(entry: Trigger) -> None:
    for text in entry.never:
        assert not _spans(text, entry), f"{entry.id} fires in {text!r}"


@pytest.mark.parametrize("words", word_lists(), ids=lambda e: e.id)
def test_a_list_of_words_has_a_use_and_one_of_them_in_its_example(words: WordList) -> None:
    page = segment(new_document(words.example), KIT)
    listed = KIT.code.words[words.id]
    assert any(listed & page.lookup.stems(token.form) for token in page.tokens if token.kind == "word")
    stage = Path(marsad.__file__).parent / "stages" / "code"
    assert any(f'words("{words.id}")' in file.read_text(encoding="utf-8") for file in stage.rglob("*.py"))


def _counted(text: str) -> list[Found]:
    page, recognised, attributed, _ = _read(text)
    return Counter(open_scene(page, recognised, attributed, KIT.code, KIT.gazetteer, None)).run()


@pytest.mark.parametrize("entry", read_yaml(shelf("code") / "counted.yml", Counted), ids=lambda e: e.id)
def test_a_counted_noun_counts_in_its_example(entry: Counted) -> None:
    for text in entry.examples:
        nouns = [f.noun.entry for f in _counted(text) if f.noun is not None]
        # a form may stand in two entries (حراسه): which of them is met does not matter
        assert any(n.id == entry.id or (n.role, n.what) == (entry.role, entry.what) for n in nouns), (text, nouns)
    for text in entry.never:
        given = {c.span for e in _read(text)[3].events for c in e.counts}
        found = [f.count.span for f in _counted(text) if f.noun is not None and f.noun.entry.id == entry.id]
        assert given.isdisjoint(found), text


@pytest.mark.parametrize("entry", read_yaml(shelf("code") / "harm.yml", HarmWord), ids=lambda e: e.id)
def test_a_word_of_harm_befalls_somebody_in_its_example(entry: HarmWord) -> None:
    for text in entry.examples:
        assert entry.what in {f.count.what for f in _counted(text)}, text


@pytest.mark.parametrize("entry", read_yaml(shelf("code") / "controls.yml", Control), ids=lambda e: e.id)
def test_a_governing_word_names_who_is_to_do_it(entry: Control) -> None:
    for text in entry.examples:
        events = _read(text)[3].events
        assert any(e.actors for e in events), [e.type for e in events]
