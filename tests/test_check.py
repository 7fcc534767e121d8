"""Claims held against texts: own sentences through the pipeline, and the example week as a user checks it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from marsad.check import Sought, answer, load_model, measure, passages, weigh
from marsad.check.wording import Wanted, nearest_sentence, pieces_of
from marsad.cli import app
from marsad.kit import Kit, load
from marsad.ledger import open_ledger
from marsad.model import Reading, new_document
from marsad.pipeline import read

EXAMPLES = Path(__file__).parent.parent / "examples"
STRIKE = "شنت طائرات روسية غارة على سرمدا"


def marsad(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=given, catch_exceptions=False)


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("week") / "week.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(path.parent / "data"))
        arguments = ("read", EXAMPLES / "articles.jsonl", "--outlets", EXAMPLES / "outlets.yml", "-o", path, "--quiet")
        assert marsad(*arguments).exit_code == 0
    return path


def stance(kit: Kit, claim: str, text: str) -> tuple[str, set[str]]:
    """What a text holds about a claim, and the stances of its voices."""
    found = answer(Sought(reading(kit, claim)), reading(kit, text), load_model())
    return found.stance, {made.stance for made in found.statements}


def reading(kit: Kit, text: str) -> Reading:
    return read(new_document(text), kit)


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        (STRIKE, "قال المرصد السوري لحقوق الإنسان إن طائرات روسية شنت غارة على بلدة سرمدا.", "agree"),
        (STRIKE, "نفت وزارة الدفاع الروسية شن طائراتها أي غارة على بلدة سرمدا.", "disagree"),
        (STRIKE, "هددت روسيا بشن غارات على بلدة سرمدا.", "discuss"),
        (STRIKE, "سجل سوق الخضار ارتفاعا في أسعار الطماطم والخيار.", "unrelated"),
        ("لم تقصف الطائرات الروسية بلدة سرمدا", "قصفت الطائرات الروسية بلدة سرمدا صباح اليوم.", "disagree"),
        ("قتل 30 مدنيا في قصف على بلدة سرمدا", "قتل 4 مدنيين في قصف على بلدة سرمدا.", "discuss"),
        # who takes the hills near a town has not taken the town, and who advances on it has not either
        ("سيطرت قوات النظام على بلدة سرمدا", "سيطرت قوات النظام على بلدة سرمدا صباح اليوم.", "agree"),
        ("سيطرت قوات النظام على بلدة سرمدا", "سيطرت قوات النظام على بلدة الدانا صباح اليوم.", "discuss"),
        ("سيطرت قوات النظام على بلدة سرمدا", "تواصل قوات النظام تقدمها نحو بلدة سرمدا.", "discuss"),
    ],
)
def test_what_a_text_holds(kit: Kit, claim: str, text: str, expected: str) -> None:
    assert stance(kit, claim, text)[0] == expected


def test_who_is_denied_still_affirms(kit: Kit) -> None:
    text = "قال المرصد السوري لحقوق الإنسان إن طائرات روسية شنت غارة على بلدة سرمدا. ونفت وزارة الدفاع الروسية شن أي غارة على بلدة سرمدا."
    whole, voices = stance(kit, STRIKE, text)
    assert {"affirms", "denies"} <= voices
    assert whole == "discuss"


def test_wording_alone_neither_affirms_nor_denies(kit: Kit) -> None:
    found = answer(Sought(reading(kit, STRIKE)), reading(kit, "خريطة سرمدا، صور طائرات روسية، فهرس الأسماء."), load_model())
    assert found.statements == ()
    assert found.share > 0.5
    assert found.stance in ("discuss", "unrelated")


def test_the_nearest_sentence_and_passages_point_into_the_text() -> None:
    filler = "تحدث الوزير مطولا عن أسعار القمح والزيت في الأسواق. " * 90
    text = filler + "شنت طائرات روسية غارة عنيفة على سرمدا. " + filler
    wanted = Wanted(STRIKE)
    span, share = nearest_sentence(pieces_of(wanted, text))
    assert span is not None
    assert text[span[0] : span[1]] == "شنت طائرات روسية غارة عنيفة على سرمدا."
    assert share == 1.0
    spans = passages(wanted, text)
    assert sum(end - start for start, end in spans) <= 2600
    assert any(start <= span[0] and span[1] <= end for start, end in spans)


def test_a_word_is_found_in_its_other_forms() -> None:
    assert Wanted("الغارات").share_in("غارة") == 1.0
    assert Wanted("الغارات").share_in("هدنة") == 0.0
    assert Wanted("إدلب").share_in("وبادلب") == 1.0


def test_the_weights_cover_what_is_measured(kit: Kit) -> None:
    model = load_model()
    measured = measure(Sought(reading(kit, STRIKE)), "", reading(kit, ""))
    assert set(measured) == set(model.usual)
    weighed = weigh(measured, model)
    assert weighed.stance == "unrelated"
    assert sum(weighed.chances.values()) == pytest.approx(1, abs=0.001)
    assert weighed.why


def rows(*arguments: object) -> list[dict[str, Any]]:
    result = marsad("check", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_strike_of_the_week_is_denied_by_two_and_affirmed(ledger: Path) -> None:
    found = rows(STRIKE, "-l", ledger)
    said = [made for row in found for made in row["statements"]]
    denying = [made for made in said if made["stance"] == "denies"]
    assert len({made["voices"] for made in denying}) >= 2
    assert all(made["says"] == "denies" for made in denying)
    assert any(made["stance"] == "affirms" for made in said)
    assert all(made["words"] and made["why"] for made in said)


def test_what_one_voice_says_of_the_doer_is_no_word_of_the_others(kit: Kit) -> None:
    text = (
        "وقال مسعفون إن غارة جوية استهدفت سوقا في بلدة سرمدا يوم الثلاثاء وقتلت تسعة مدنيين. "
        "وأضاف المرصد السوري لحقوق الإنسان أن طائرات التحالف الدولي نفذت الغارة على السوق في سرمدا."
    )
    claim = Sought(reading(kit, "شنت طائرات التحالف الدولي غارة على سوق في سرمدا"))
    found = {made.claim: made for made in answer(claim, reading(kit, text), load_model()).statements}
    voices = [claim for claim in reading(kit, text).claims if claim.id in found]
    assert [(found[one.id].stance, one.chain[-1].actor == "sohr") for one in voices] == [("discusses", False), ("affirms", True)]
    assert "does not say who did it" in found[voices[0].id].why
    assert "same party doing it" not in found[voices[0].id].why


def test_who_leaves_the_doer_open_affirms_no_doer(kit: Kit) -> None:
    left_open = "استهدفت غارة جوية بلدة سرمدا صباح اليوم وقتلت تسعة مدنيين."
    assert stance(kit, STRIKE, left_open)[1] == {"discusses"}
    assert stance(kit, "استهدفت غارة جوية بلدة سرمدا", left_open)[1] == {"affirms"}


def test_who_clears_himself_denies_nobody_elses_deed(kit: Kit) -> None:
    denial = "نفت وزارة الدفاع الروسية أن تكون الطائرات الروسية قصفت بلدة سرمدا."
    assert "denies" in stance(kit, "قصفت الطائرات الروسية بلدة سرمدا", denial)[1]
    assert "denies" not in stance(kit, "قصفت طائرات التحالف الدولي بلدة سرمدا", denial)[1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # the countryside of Idlib is not where it was, the village in it is
        ("قصفت طائرات روسية بلدة كنصفرة في ريف إدلب.", "but names a place near it"),
        ("قصفت طائرات روسية بلدة الضمير في ريف دمشق.", "but names another place"),
    ],
)
def test_another_village_of_the_same_countryside_affirms_nothing(kit: Kit, text: str, reason: str) -> None:
    sought = Sought(reading(kit, "قصفت طائرات روسية بلدة سرمدا في ريف إدلب"))
    found = answer(sought, reading(kit, text), load_model())
    assert [(made.stance, reason in made.why) for made in found.statements] in ([], [("discusses", True)])
    same = answer(sought, reading(kit, "قصفت طائرات روسية بلدة سرمدا في ريف إدلب."), load_model())
    assert [made.stance for made in same.statements] == ["affirms"]


def test_who_passes_on_a_denial_affirms_nothing(kit: Kit) -> None:
    text = "قال قيادي في الجيش الحر: «سألنا الضامنين، فنفت روسيا أن تكون طائراتها شنت غارة على سرمدا»."
    found = answer(Sought(reading(kit, STRIKE)), reading(kit, text), load_model())
    assert "affirms" not in {made.stance for made in found.statements}
    assert "denies" in {made.stance for made in found.statements}


def test_who_accuses_somebody_else_names_him(ledger: Path) -> None:
    told = marsad("check", STRIKE, "-l", ledger).output
    accuser = told[told.index("citing Jabhat Fatah al-Sham accuses") :]
    assert "but names somebody else as doing it" in accuser.partition("•")[0]


def test_the_words_are_those_of_the_document(ledger: Path) -> None:
    with open_ledger(ledger, writing=False) as opened:
        texts = {one.reading.document.id: one.reading.document.text for one in opened.readings()}
    for row in rows(STRIKE, "-l", ledger):
        for made in row["statements"]:
            cut = " … ".join(" ".join(texts[row["document"]][start:end].split()) for start, end in made["spans"])
            assert cut == made["words"]


def test_in_words(ledger: Path) -> None:
    told = marsad("check", STRIKE, "-l", ledger).stdout
    assert "Affirmed" in told
    assert "Denied" in told
    assert "Nothing in it has been verified" in told
    assert "why: same event type (air_strike); same place" in told


def test_nothing_found(ledger: Path) -> None:
    assert "No document in the ledger" in marsad("check", "التقى الرئيس المصري نظيره الفرنسي في باريس", "-l", ledger).stdout


@pytest.mark.parametrize("claim", ["", "   ", "A strike hit Sarmada", "في من على"])
def test_a_claim_that_is_none(ledger: Path, claim: str) -> None:
    result = marsad("check", claim, "-l", ledger)
    assert result.exit_code == 1
    assert "marsad:" in result.output


def test_no_ledger(tmp_path: Path) -> None:
    result = marsad("check", STRIKE, "-l", tmp_path / "none.db")
    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()


def test_a_claim_or_pairs() -> None:
    assert marsad("check").exit_code == 2
    assert marsad("check", STRIKE, "--pairs", "x.jsonl").exit_code == 2


def test_pairs(tmp_path: Path) -> None:
    good = [
        {"id": "1", "claim": STRIKE, "text": "قال ناشطون إن طائرات روسية شنت غارة على سرمدا في ريف إدلب اليوم."},
        {"id": "2", "claim": STRIKE, "text": "ارتفعت أسعار الخضار في الأسواق هذا الأسبوع."},
        {"id": "3", "claim": "انتهت الهدنة", "text": ""},
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in good]
    lines[1:1] = ["{", '{"id": "x", "claim": "شنت"}', '{"id": "y", "claim": "Latin", "text": "شنت"}']
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    for result in (marsad("check", "--pairs", path), marsad("check", "--pairs", "-", given="\n".join(lines))):
        assert result.exit_code == 3
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert [row["id"] for row in answers] == ["1", "2", "3"]
        assert [row["stance"] for row in answers] == ["agree", "unrelated", "unrelated"]
        for number in (2, 3, 4):
            assert f"line {number}:" in result.stderr
    path.write_text(lines[0], encoding="utf-8")
    assert marsad("check", "--pairs", path).exit_code == 0


def test_no_pairs(tmp_path: Path) -> None:
    result = marsad("check", "--pairs", tmp_path / "none.jsonl")
    assert result.exit_code == 1
    assert "none.jsonl" in result.output
