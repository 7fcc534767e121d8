"""Who takes part without a word that ties him to what happened: weighed by signs."""

from __future__ import annotations

from dataclasses import replace

from attributed import kit
from marsad.kit import Kit
from marsad.lexicon.code.signs import Signs
from marsad.model import Published, Traced, new_document
from marsad.pipeline import trace

RAID = "أسر لواء الشمال ستة من عناصر تنظيم داعش، واقتحم بلدة الرملة."


def _traced(text: str, with_kit: Kit) -> Traced:
    return trace(
        new_document(text, published=Published(start="2018-05-03", end="2018-05-03", precision="day", basis="given")), with_kit
    )


def _weighing(**weights: tuple[float, float]) -> Kit:
    """A kit whose table of signs holds only these, beside what speaks against everybody."""
    signs = {"always": (-1.0, -1.0), **{name.replace("_", " "): pair for name, pair in weights.items()}}
    doers, targets = (Signs("it", {name: pair[k] for name, pair in signs.items()}) for k in (0, 1))
    return replace(kit(), code=replace(kit().code, doers=doers, targets=targets))


def _targets(traced: Traced, kind: str) -> list[str]:
    event = next(e for e in traced.reading.events if e.type == kind)
    return [a.id for a in traced.reading.actors if a.id in event.targets]


def test_who_fights_whom_elsewhere_tells_upon_whom_they_fall() -> None:
    traced = _traced(RAID, kit())
    assert _targets(traced, "ground_attack") == ["isis"]
    assert any(t.rule.startswith("target isis: ") and "by its signs: " in t.rule for t in traced.traces)


def test_nobody_is_added_for_whom_too_little_speaks() -> None:
    assert _targets(_traced(RAID, _weighing(target_elsewhere=(0.0, 0.9))), "ground_attack") == []
    assert _targets(_traced(RAID, _weighing(target_elsewhere=(0.0, 1.1))), "ground_attack") == ["isis"]


def test_whom_a_rule_found_keeps_his_role() -> None:
    traced = _traced(RAID, _weighing(target_elsewhere=(5.0, 0.0)))
    arrest = next(e for e in traced.reading.events if e.type == "detention")
    assert "isis" in arrest.targets
    assert "isis" not in arrest.actors


def test_a_clock_with_its_seconds_parts_what_is_listed() -> None:
    certain = _weighing(target_elsewhere=(0.0, 5.0))
    assert _targets(_traced(RAID.replace("، واقتحم", ". 06:55:44 اقتحم"), certain), "ground_attack") == []
    assert _targets(_traced(RAID.replace("، واقتحم", ". 06:55 اقتحم"), certain), "ground_attack") == ["isis"]


def test_whom_a_word_beside_a_meeting_names_has_met_nobody() -> None:
    traced = _traced(
        "أسر لواء الشمال ستة من عناصر تنظيم داعش. وكان الاجتماع في بلدة الرملة قصيرا.", _weighing(actor_elsewhere=(5.0, 0.0))
    )
    assert next(e for e in traced.reading.events if e.type == "meeting").actors == ()


def test_what_one_answers_another_did() -> None:
    reading = trace(
        new_document("أطلق حزب الله 50 صاروخا على كريات شمونة ردا على استهداف الضاحية الجنوبية لبيروت."), kit()
    ).reading
    assert [e.actors for e in reading.events] == [("hezbollah",), ()]
