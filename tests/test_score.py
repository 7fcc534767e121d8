"""Annotations are aligned, matches counted by the stated rules, and what does not fit is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import TEXT, traced
from marsad.model import EventType, Reading, Span
from marsad.score import Article, Figures, Gold, GoldError, load_articles, load_found, load_gold, score
from marsad.score.annotation import align
from marsad.score.compare import FAMILIES, FAMILY
from marsad.score.floors import Floors, fingerprint, load_floors, save_floors
from marsad.score.spans import overlap, pair_up, share, trimmed

ANNOTATION: dict[str, Any] = {
    "id": "one",
    "published": {"date": "2018-10-09", "basis": "text", "evidence": None},
    "boilerplate": [{"start": "موسكو تنفي", "end": "المشفى"}],
    "actors": [
        {"id": "a1", "kind": "other", "name": "source", "forms": ["مصدر عسكري"]},
        {"id": "a2", "kind": "media", "name": "agency", "forms": ["وكالة الصباح"]},
        {"id": "a3", "kind": "armed_forces", "name": "air force", "forms": ["الطيران الروسي"]},
        {"id": "a4", "kind": "government", "name": "ministry", "forms": ["وزارة الدفاع الروسية"]},
    ],
    "places": [{"id": "p1", "kind": "town", "name": "Kafr Zayt", "forms": ["كفر زيت"], "lat": 35.4, "lon": 36.6, "km": 5}],
    "claims": [
        {
            "id": "c1",
            "at": "قال مصدر عسكري",
            "cue": "قال",
            "source": "مصدر عسكري",
            "chain": ["outlet", "a2", "a1"],
            "content": ["الطيران الروسي قصف بلدة كفر زيت مساء الاثنين، ما أدى إلى مقتل أربعة مدنيين على الأقل"],
            "quotation": "indirect",
            "stance": "accuses",
            "certainty": "stated",
            "embeds": None,
        },
        {
            "id": "c2",
            "at": "ونفت وزارة الدفاع",
            "cue": "نفت",
            "source": "وزارة الدفاع الروسية",
            "chain": ["outlet", "a4"],
            "content": ["ذلك"],
            "quotation": "indirect",
            "stance": "denies",
            "certainty": "stated",
            "embeds": "c1",
        },
    ],
    "events": [
        {
            "id": "e1",
            "type": "air_strike",
            "realis": "actual",
            "triggers": ["قصف", "قصفت"],
            "at": "قال مصدر عسكري",
            "claims": ["c1"],
            "actors": ["a3"],
            "targets": [],
            "places": ["p1"],
            "date": {"start": "2018-10-08", "end": "2018-10-08", "evidence": "مساء الاثنين"},
            "means": [],
            "counts": [
                {
                    "quote": "أربعة",
                    "at": "قال مصدر عسكري",
                    "what": "killed",
                    "population": "civilian",
                    "low": 4,
                    "high": None,
                    "qualifier": "at_least",
                    "claim": "c1",
                }
            ],
        }
    ],
    "tallies": [],
    "disputes": [],
}
ARTICLES = {"one": Article(id="one", text=TEXT)}


def gold() -> Gold:
    return align(ANNOTATION, TEXT)


def figures(reading: Reading | None, *, misses: int = 0) -> Figures:
    return score({"one": reading} if reading else {}, {"one": gold()}, ARTICLES, misses=misses)


def test_words_become_offsets() -> None:
    found = gold()
    assert [TEXT[slice(*c.cue.span)] for c in found.claims] == ["قال", "نفت"]
    assert [TEXT[slice(*t)] for t in found.events[0].triggers] == ["قصف", "قصفت"]
    assert found.events[0].triggers[0][0] > found.claims[0].cue.span[0]
    assert TEXT[slice(*found.document.boilerplate[0])] == "موسكو تنفي قصف المشفى"


def test_offsets_given_are_taken_as_they_are() -> None:
    aligned = {**msgspec.to_builtins(gold()), "aligned": True}
    assert align(aligned, "") == gold()


def test_a_good_reading_scores_what_it_deserves() -> None:
    table = {line.name: line for line in figures(traced().reading).lines}
    assert (table["claim found"].right, table["claim found"].found, table["claim found"].gold) == (2, 3, 2)
    assert table["claim all exact"].recall == 1
    assert table["whole chain"].f1 == table["speaker"].f1 == table["stance"].f1 == 1
    assert table["place located"].f1 == table["event place"].f1 == table["event date"].f1 == 1
    # The talks and the violation are surplus; the earlier strike belongs to the one annotated event.
    assert (table["event"].right, table["event"].found, table["event"].gold) == (1, 4, 1)
    assert (table["casualty count"].right, table["count"].found) == (1, 2)
    assert table["published date worked out"].f1 == 1


def test_an_article_without_a_reading_counts_as_empty() -> None:
    found = figures(None)
    assert found.missing == 1
    assert found.f1("claim found") == 0
    assert "1 articles, 1 without a reading" in found.table()
    assert json.loads(found.json())["figures"]["claim found"]["n"] == 2


def test_misses_are_shown_with_their_surroundings() -> None:
    lines = [miss.line() for miss in figures(None, misses=1).misses]
    assert len(lines) == 2
    assert "one missed claim accuses: …موسكو تنفي قصف المشفى  [قال]" in lines[0]
    surplus = figures(traced().reading, misses=5).misses
    assert {(m.side, m.kind) for m in surplus} == {("surplus", "claim"), ("surplus", "event")}


def test_every_event_type_has_one_family() -> None:
    assert set(FAMILY) == set(get_args(EventType))
    assert sum(map(len, FAMILIES.values())) == len(FAMILY)


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: (min(p), max(p)))


@given(st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_share_is_symmetric_and_between_nothing_and_all(a: list[Span], b: list[Span]) -> None:
    assert share(a, b) == share(b, a)
    assert 0 <= share(a, b) <= 1
    assert share(a, a) == 1


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_pairs_are_one_to_one(a: list[Span], b: list[Span]) -> None:
    pairs = pair_up(list(enumerate(a)), list(enumerate(b)), lambda f, g: overlap(f[1], g[1]))
    assert len({f[0] for f, _ in pairs}) == len({g[0] for _, g in pairs}) == len(pairs)
    assert all(overlap(f[1], g[1]) for f, g in pairs)


def test_a_comma_does_not_spoil_an_exact_match() -> None:
    assert trimmed("«قال» ،", (0, 7)) == (1, 4)
    assert trimmed("قال", (0, 99)) == (0, 3)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"claims": [{**ANNOTATION["claims"][0], "cue": "صرّح"}]}, "not in the text"),
        ({"claims": [{"id": "c1"}]}, "lacks 'at'"),
        ({"events": [{**ANNOTATION["events"][0], "type": "strike"}]}, "air_strike|strike"),
    ],
)
def test_an_annotation_that_does_not_fit_is_named(tmp_path: Path, change: dict[str, Any], says: str) -> None:
    (tmp_path / "one.json").write_text(json.dumps({**ANNOTATION, **change}, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"one\.json.*({says})"):
        load_gold(tmp_path, ARTICLES)


def test_files_are_loaded_and_bad_ones_named(tmp_path: Path) -> None:
    gold_folder = tmp_path / "gold"
    gold_folder.mkdir()
    with pytest.raises(GoldError, match="no annotation"):
        load_gold(gold_folder, ARTICLES)
    (gold_folder / "one.json").write_text(json.dumps(ANNOTATION, ensure_ascii=False), encoding="utf-8")
    assert load_gold(gold_folder, ARTICLES) == {"one": gold()}
    with pytest.raises(GoldError, match="--articles"):
        load_gold(gold_folder, {})
    lines = tmp_path / "lines.jsonl"
    lines.write_text(json.dumps({"id": "one", "text": TEXT}) + "\n\n", encoding="utf-8")
    assert load_articles(lines) == ARTICLES
    with pytest.raises(GoldError, match="line 1: not a reading"):
        load_found(lines)
    with pytest.raises(GoldError, match="cannot be read"):
        load_articles(tmp_path / "none.jsonl")


def test_floors_hold_and_say_what_fell(tmp_path: Path) -> None:
    good, bad = figures(traced().reading), figures(None)
    path = tmp_path / "floors.json"
    save_floors(path, Floors.of(good, "mark"))
    floors = load_floors(path)
    assert floors.gold == "mark"
    assert floors.fallen(good) == ()
    assert any(line.startswith("claim found: 0.0000, was 0.8") for line in floors.fallen(bad))
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(GoldError, match="not a file of floors"):
        load_floors(path)


def test_a_changed_gold_has_another_fingerprint(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text("{}", encoding="utf-8")
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    before = fingerprint(tmp_path, articles)
    (tmp_path / "a.json").write_text("{} ", encoding="utf-8")
    assert fingerprint(tmp_path, articles) != before
