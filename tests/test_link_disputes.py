"""Disputes across documents: every planted one is found with the claims that make it, and no false one."""

from __future__ import annotations

from typing import Any

import pytest

from linked_examples import planted, readings
from marsad import kit, pipeline
from marsad.link import Linked, disputes, link
from marsad.link.statements import Page
from marsad.link.truces import truce_notes
from marsad.model import Contested, Published, Reading, Voice, new_document

READ = readings()
CLAIMS_OF = {(r.document.id, e.id): set(e.claims) for r in READ for e in r.events}
WITHIN = {(r.document.id, frozenset(d.between)) for r in READ for d in r.disputes}


@pytest.fixture(scope="module")
def linked() -> Linked:
    return link(READ)


@pytest.fixture(scope="module")
def found(linked: Linked) -> tuple[Contested, ...]:
    return disputes(linked, READ)


def _is(voice: Voice, point: list[str]) -> bool:
    """Whether a voice is the one a planted row points at: a claim, or an event told by the outlet itself."""
    document, what = point
    if voice.document != document:
        return False
    own = voice.claim == "outlet" and (voice.event == what or what in CLAIMS_OF[document, voice.event])
    return voice.claim == what or own


def _sides(dispute: Contested, row: dict[str, Any]) -> bool:
    """Whether one side of a dispute holds a voice of the first planted side, and another side one of the second."""
    one, two = row["sides"]
    held = [
        (any(_is(v, p) for v in side.voices for p in one), any(_is(v, p) for v in side.voices for p in two))
        for side in dispute.sides
    ]
    return any(a and any(b for j, (_, b) in enumerate(held) if j != i) for i, (a, _) in enumerate(held))


@pytest.mark.parametrize("row", planted("dispute"), ids=lambda row: row["about"])
def test_planted_dispute_is_found_with_its_clearest_pair(row: dict[str, Any], found: tuple[Contested, ...]) -> None:
    mine = [d for d in found if d.kind == row["dispute"] and _sides(d, row)]
    assert mine
    for point in row["between"]:
        assert any(_is(v, point) for d in mine for side in d.sides for v in side.voices), point


def test_no_false_dispute(found: tuple[Contested, ...]) -> None:
    rows = planted("dispute")
    false = [d.about for d in found if not any(d.kind == row["dispute"] and _sides(d, row) for row in rows)]
    assert false == []


@pytest.mark.parametrize("row", planted("agreement"), ids=lambda row: row["agreement"])
def test_accounts_that_only_look_different_are_no_dispute(row: dict[str, Any], found: tuple[Contested, ...]) -> None:
    a, b = row["between"]
    for dispute in found:
        if dispute.kind not in ("count", "date", "place"):
            continue
        where = [{i for i, side in enumerate(dispute.sides) for v in side.voices if _is(v, point)} for point in (a, b)]
        assert not (where[0] and where[1]) or where[0] & where[1], dispute.about


def test_no_voice_stands_on_both_sides(found: tuple[Contested, ...]) -> None:
    for dispute in found:
        voices = [(v.document, v.claim) for side in dispute.sides for v in side.voices if v.claim != "outlet"]
        assert len(voices) == len(set(voices)), dispute.about


def test_strongest_first(found: tuple[Contested, ...]) -> None:
    strengths = [d.origins for d in found]
    assert strengths == sorted(strengths, reverse=True)
    assert all(d.origins[0] >= 1 for d in found)


def test_a_slip_of_copying_is_marked_as_one_origin(found: tuple[Contested, ...]) -> None:
    (slip,) = [d for d in found if d.one_origin]
    assert slip.kind == "count"
    assert {v.document for side in slip.sides for v in side.voices} == {"12-maysaloon", "13-alhidab"}


def test_disputes_inside_one_document_are_given_on_request(linked: Linked, found: tuple[Contested, ...]) -> None:
    more = disputes(linked, READ, within=True)
    assert {d.id for d in found} <= {d.id for d in more}
    alone = [d for d in more if len({v.document for side in d.sides for v in side.voices}) == 1]
    for dispute in alone:
        (document,) = {v.document for side in dispute.sides for v in side.voices}
        claims = [{v.claim for v in side.voices} for side in dispute.sides]
        assert any(where == document and len(pair & set().union(*claims)) == 2 for where, pair in WITHIN), dispute.about


def test_the_order_of_readings_does_not_matter(found: tuple[Contested, ...]) -> None:
    backwards: list[Reading] = READ[::-1]
    assert disputes(link(backwards), backwards) == found


def test_nothing_to_dispute() -> None:
    assert disputes(link([]), []) == ()
    assert disputes(link(READ[:1]), READ[:1]) == ()


def test_a_denied_presence_takes_its_body_and_place_from_its_sentence() -> None:
    text = "قالت الوكالة إن العمليات تستهدف جبهة النصرة في وادي بردى، علما أن الفصائل تنفي أي وجود للتنظيم هناك."
    published = Published(start="2017-01-03", end="2017-01-03", precision="day", basis="given")
    reading = pipeline.read(new_document(text, ref="a", published=published), kit.load())
    [absent] = truce_notes(Page(reading)).absent
    assert (absent.bloc, absent.place) == ("jihadists", "Wadi Barada")


def _linked_texts(*texts: str, day: str = "2019-05-10") -> tuple[Contested, ...]:
    """The disputes across some articles of one day, each of another outlet."""
    known = kit.load()
    when = Published(start=day, end=day, precision="day", basis="given")
    read = [pipeline.read(new_document(text, published=when, ref=f"a{n}"), known) for n, text in enumerate(texts)]
    return disputes(link(read), read)


def test_a_denial_that_points_back_is_of_what_was_told_right_before() -> None:
    text = "واتهمت واشنطن روسيا بقصف مستشفى في حلب، وهو ما نفته موسكو."
    when = Published(start="2019-05-10", end="2019-05-10", precision="day", basis="given")
    page = Page(pipeline.read(new_document(text, published=when), kit.load()))
    said = [s for event in page.reading.events for s in page.statements(event)]
    assert {"affirms", "denies"} <= {s.polarity for s in said}
    assert len({s.event for s in said}) == 1


def test_how_many_groups_signed_is_compared_though_one_tells_of_an_accord_and_one_of_a_truce() -> None:
    found = _linked_texts(
        "أعلن المتحدث باسم الوفد أن عشرة فصائل مسلحة وقعت على اتفاق وقف إطلاق النار في سوريا.",
        "وذكر وزير الدفاع الروسي أن ستة فصائل مسلحة وقعت على الاتفاق في سوريا.",
    )
    assert [(d.kind, {side.value for side in d.sides}) for d in found] == [("count", {"10", "6"})]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # each side struck the other
        ("قصفت قوات النظام بلدة كنصفرة أمس.", "استهدفت فصائل المعارضة بالقذائف مواقع قوات النظام قرب بلدة كنصفرة أمس."),
        # one count is of a day, the other of two
        (
            "قال المرصد إن عشرة مدنيين قتلوا في قصف قوات النظام على مدينة سرمين أمس.",
            "قال الدفاع المدني إن ثلاثين مدنيا قتلوا في قصف قوات النظام على مدينة سرمين خلال اليومين الماضيين.",
        ),
        # "more than" is said of the number itself
        ("قتل أكثر من 15 مدنيا في غارة على مدينة سرمين أمس.", "قتل 15 مدنيا في غارة على مدينة سرمين أمس."),
        # two air forces strike one group on one day
        (
            "شنت طائرات تركية غارات على مواقع تنظيم داعش في شمال سوريا أمس.",
            "شنت طائرات التحالف الدولي غارات على مواقع تنظيم داعش في شمال سوريا أمس.",
        ),
        # a large town sees several fights on one day
        (
            "قتل ثلاثون حوثيا في اشتباكات مع المقاومة الشعبية في مدينة تعز أمس.",
            "قتل عشرة حوثيين في اشتباكات مع المقاومة الشعبية في مدينة تعز أمس.",
        ),
        # one is of a raid, the other of a month
        ("قتلت غارة على مدينة سرمين أمس ثلاثة مدنيين.", "قتلت غارات على مدينة سرمين أمس ستين مدنيا."),
        # each side attacks at a front, and nobody says that he beat the other off
        (
            "هاجمت قوات النظام مواقع فصائل المعارضة في بلدة كنصفرة أمس.",
            "هاجمت فصائل المعارضة مواقع قوات النظام في بلدة كنصفرة أمس.",
        ),
        # a town is taken quarter by quarter
        ("سيطرت قوات النظام على مدينة سرمين يوم الأحد.", "سيطرت قوات النظام على مدينة سرمين يوم الاثنين."),
        # who still lies in hospital is not all who were hurt
        (
            "أصيب مئة شخص في تفجير انتحاري في مدينة سرمين أمس.",
            "قال الطبيب إن ثلاثين جريحا ما زالوا في المستشفى بعد التفجير الانتحاري في مدينة سرمين أمس.",
        ),
        # he denies that he himself did it, and nobody says so
        (
            "نفت حركة أحرار الشام مسؤوليتها عن تفجير انتحاري في مدينة سرمين أمس.",
            "نفذ تنظيم داعش تفجيرا انتحاريا في مدينة سرمين أمس.",
        ),
        # what a denial comes to after what it denies is why it denies
        (
            "نفى الناطق باسم الائتلاف أن تكون هناك هدنة، بسبب قصف قوات النظام بلدة كنصفرة أمس.",
            "قصفت قوات النظام بلدة كنصفرة أمس.",
        ),
        # many spots are none
        (
            "فجر انتحاري نفسه في مساجد مدينة سرمين أمس.",
            "فجر انتحاري نفسه في سوق الهال في مدينة سرمين أمس.",
        ),
        # several air forces bomb one village on one day, and nobody is charged
        ("قصفت طائرات روسية بلدة كنصفرة أمس.", "قصفت طائرات التحالف الدولي بلدة كنصفرة أمس."),
        # allies who bomb together
        ("قصفت طائرات روسية بلدة كنصفرة أمس وقتلت أربعة مدنيين.", "قصفت قوات النظام بلدة كنصفرة أمس وقتلت أربعة مدنيين."),
    ],
)
def test_accounts_that_may_both_be_true_are_no_dispute(one: str, other: str) -> None:
    assert _linked_texts(one, other) == ()


def test_two_sides_blamed_for_one_deed_are_a_dispute() -> None:
    found = _linked_texts(
        "قصفت قوات النظام سوقا في بلدة كنصفرة أمس ما أدى إلى مقتل تسعة مدنيين.",
        "قصفت فصائل المعارضة سوقا في بلدة كنصفرة أمس ما أدى إلى مقتل تسعة مدنيين.",
    )
    assert [d.kind for d in found] == ["perpetrator"]


def test_a_group_that_denies_having_signed_is_set_against_who_says_it_did() -> None:
    [dispute] = _linked_texts(
        "ذكر وزير الدفاع التركي أن ست جماعات مسلحة، أبرزها فيلق الشام، وقعت أمس على الاتفاق في شمال سوريا.",
        "نفى «فيلق الشام» على لسان الناطق باسمه أن يكون وقع أي اتفاق في شمال سوريا.",
    )
    assert (dispute.kind, dispute.about, [side.value for side in dispute.sides]) == (
        "denied",
        "whether Faylaq al-Sham signed",
        ["affirmed", "denied"],
    )


def test_who_gives_two_days_contradicts_nobody() -> None:
    one = "قال المرصد إن أربعة مدنيين قتلوا في تفجير انتحاري في مدينة سرمين أمس الأحد."
    again = "قال المرصد إن أربعة مدنيين قتلوا في تفجير انتحاري في مدينة سرمين أمس السبت."
    assert _linked_texts(one, again) == ()


def test_a_deed_denied_by_who_is_charged_with_it_is_a_dispute() -> None:
    found = _linked_texts(
        "نفت حركة أحرار الشام مسؤوليتها عن تفجير انتحاري في مدينة سرمين أمس.",
        "نفذت حركة أحرار الشام تفجيرا انتحاريا في مدينة سرمين أمس.",
    )
    assert [(d.kind, d.about) for d in found] == [("denied", "whether it was Ahrar al-Sham")]
