"""What the brief says of a reading made by hand, in the terminal and as a page."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from msgspec import structs
from rich.console import Console

from made import TEXT, document, traced
from marsad.brief import Wanted, compose, markdown, names_of, page, places_called, print_brief, wording_of
from marsad.brief.linked import Happening, Linked
from marsad.brief.page import pieces
from marsad.brief.sides import Sides
from marsad.brief.sketch import Landmark, frame_of, grid, rings, signposts
from marsad.brief.told import Spot
from marsad.link.knowledge import knowledge
from marsad.model import (
    Contested,
    FieldView,
    Incident,
    Name,
    Reading,
    Value,
    Voice,
)

ENGLISH, ARABIC = wording_of("en"), wording_of("ar")


def told(*readings: Reading, limit: int = 12) -> str:
    out = Console(file=io.StringIO(), width=200)
    print_brief(compose(readings, ENGLISH), out, ENGLISH, limit=limit)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_the_brief_has_days_places_voices_and_words() -> None:
    brief = compose([traced().reading], ENGLISH)
    (day, undated) = brief.days
    assert (day.when, undated.when) == ("Monday 8 October 2018", "")
    line = day.places[0].lines[0]
    assert line.text == "Air strike by the Russian Aerospace Forces: at least 4 civilians killed"
    assert line.voice == "As-Sabah, citing Sabah Agency, citing مصدر عسكري"
    assert line.disputed == ("denied",)
    assert [TEXT[slice(*s)] for s in line.words.spans] == ["قصف", "أربعة"]
    assert [d.places[0].lines[0].tone for d in brief.ahead] == ["planned"]
    assert [d.when for d in brief.past] == ["September 2018"]
    assert (brief.claims, brief.events) == (3, 4)


def test_speakers_disputes_tallies_and_outlets() -> None:
    brief = compose([traced().reading], ENGLISH)
    assert [(s.name.en or s.name.ar, len(s.lines)) for s in brief.speakers] == [
        ("Russian Ministry of Defence", 2),
        ("مصدر عسكري", 1),
    ]
    (contest,) = brief.contests
    assert (contest.kind, contest.one.text, contest.other.text) == (
        "Denied",
        "مصدر عسكري accuses",
        "The Russian Ministry of Defence denies",
    )
    (tally,) = brief.sums
    assert tally.text == "5 ceasefire violations: Hama 3, Idlib 2; parts add up to 5"
    assert [(o.name, o.articles, o.relays) for o in brief.outlets] == [("As-Sabah", 1, ("Sabah Agency",))]


def test_unnamed_speakers_of_two_articles_stay_apart() -> None:
    brief = compose([traced().reading, traced(document(ref="two", outlet="other")).reading], ENGLISH)
    names = [s.name.ar for s in brief.speakers if s.name.en is None]
    assert names == ["مصدر عسكري", "مصدر عسكري"]
    ministry = next(s for s in brief.speakers if s.name.en == "Russian Ministry of Defence")
    assert len(ministry.lines) == 4


def test_the_terminal_shows_arabic_in_logical_order_and_no_markup() -> None:
    text = told(traced().reading)
    assert "الطيران الروسي قصف بلدة كفر زيت" in text
    assert "Kafr Zayt (كفر زيت)" in text
    assert "[denied]" in text
    assert "[/]" not in text
    assert "Nothing in it has been verified" in text


def test_long_sections_say_how_much_they_leave_out() -> None:
    readings = [traced(document(ref=str(n))).reading for n in range(6)]
    assert "and 5 more" in told(*readings, limit=1)


def test_an_empty_ledger_says_what_to_do() -> None:
    assert "marsad read" in told()
    assert "<html" in page(compose([], ENGLISH), ENGLISH)


def test_the_page_marks_the_words_of_every_line() -> None:
    made = page(compose([traced().reading], ENGLISH), ENGLISH)
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', made)) | set(re.findall(r'<article id="([^"]+)"', made))
    targets = set(re.findall(r'href="#(a\d[^"]*)"', made))
    assert targets
    assert targets <= anchors
    assert not re.search(r"""(?:src|href)=["'](?!#)""", made), "the page must not need anything from outside"
    assert made == page(compose([traced().reading], ENGLISH), ENGLISH)


def test_pieces_are_the_text_and_markup_is_escaped() -> None:
    (article,) = compose([traced().reading], ENGLISH).articles
    assert "".join(p.text for p in pieces(article)) == TEXT
    evil = document(TEXT + "\n<script>alert(1)</script>")
    assert "<script>alert(1)" not in page(compose([traced(evil).reading], ENGLISH), ENGLISH)


def test_a_site_is_told_under_its_town_and_one_on_no_map_under_its_article() -> None:
    reading = traced().reading
    town = next(p for p in reading.places if p.lat is not None and p.kind != "country")
    site = msgspec.structs.replace(
        town, id=f"{town.id}>local:الملعب", name=Name(ar="الملعب", en=None), admin=(*town.admin, town.id)
    )
    unknown = msgspec.structs.replace(town, id="local:المشفى", name=Name(ar="المشفى", en=None), lat=None, lon=None, admin=())
    strike = reading.events[0]
    at_site = msgspec.structs.replace(strike, places=(site.id,))
    at_unknown = msgspec.structs.replace(strike, id="event:other", places=(unknown.id,))
    changed = msgspec.structs.replace(reading, places=(*reading.places, site, unknown), events=(at_site, at_unknown))
    (day,) = compose([changed], ENGLISH).days
    assert [(p.place.ar if p.place else None, p.lines[0].text.partition(":")[0]) for p in day.places] == [
        ("المشفى", "Air strike by the Russian Aerospace Forces"),
        (town.name.ar, "Air strike by the Russian Aerospace Forces, الملعب"),
    ]


def test_the_arabic_brief_has_no_english_left_but_names_and_ids() -> None:
    brief = compose([traced().reading], ARABIC)
    assert brief.days[0].when == "الاثنين 8 تشرين الأول/أكتوبر 2018"
    line = brief.days[0].places[0].lines[0]
    assert line.text == "غارة جوية؛ الفاعل: القوات الجوية الروسية؛ القتلى: 4 على الأقل (مدنيون)"
    assert line.voice == "الصباح، نقلاً عن وكالة الصباح، نقلاً عن مصدر عسكري"
    made = page(brief, ARABIC)
    assert '<html lang="ar" dir="rtl">' in made
    shown = re.sub(r"<(style|script).*?</\1>|<[^>]+>|doc:\w+", " ", made, flags=re.DOTALL)
    assert " كم" in shown
    assert " km" not in shown
    words = set(re.findall(r"[A-Za-z]{3,}", shown))
    assert words <= {"Marsad", "one", "ground", "places", "name", "two", "this"} | words_of_doubts(traced().reading)


def words_of_doubts(reading: Reading) -> set[str]:
    return {word for doubt in reading.doubts for word in re.findall(r"[A-Za-z]{3,}", doubt.about)}


@pytest.mark.parametrize(
    ("wanted", "events", "claims"),
    [
        (Wanted(), 4, 3),
        (Wanted(since="2018-10-08", until="2018-10-08"), 1, 2),
        (Wanted(until="2018-09-30"), 1, 0),
        (Wanted(since="2019-01-01"), 0, 0),
        (Wanted(places=frozenset({"x:kafr-zayt"})), 2, 2),
        (Wanted(places=frozenset({"x:nowhere"})), 0, 0),
    ],
)
def test_a_brief_of_a_period_or_a_place_leaves_the_rest_out(wanted: Wanted, events: int, claims: int) -> None:
    brief = compose([traced().reading], ENGLISH, wanted=wanted)
    assert (brief.events, brief.claims) == (events, claims)
    assert len(brief.articles) == (1 if events or claims else 0)


def test_a_place_is_found_in_any_spelling_and_brings_what_lies_inside_it() -> None:
    reading = traced().reading
    assert places_called([reading], "كفرزيت") == frozenset()
    assert places_called([reading], "ادلب") == {"x:idlib"}
    assert places_called([reading], "kafr zayt") == {"x:kafr-zayt"}
    inside = tuple(msgspec.structs.replace(p, admin=("x:hama",)) if p.id == "x:kafr-zayt" else p for p in reading.places)
    around = compose([msgspec.structs.replace(reading, places=inside)], ENGLISH, wanted=Wanted(places=frozenset({"x:hama"})))
    assert [s.name.en for s in around.spots] == ["Hama", "Kafr Zayt"]


def test_the_map_keeps_what_is_close_apart_and_what_is_far_from_shrinking_it() -> None:
    def spot(name: str, lat: float, lon: float, lines: int) -> Spot:
        return Spot(name=Name(en=name), lat=lat, lon=lon, precision_km=3, lines=lines, anchor="a1")

    near = [spot(f"village {n}", 35 + n / 50, 36 + n / 40, 2) for n in range(9)]
    spots = [spot("capital", 51, 71, 40), *near]
    frame = frame_of(spots)
    assert frame is not None
    assert not frame.holds(51, 71)
    assert all(frame.holds(s.lat, s.lon) for s in near)
    drawn = rings(spots, frame)
    assert [r.spot.name.en for r in drawn] == [s.name.en for s in near]
    assert frame.at(35.16, 36)[1] < frame.at(35, 36)[1], "north is up"
    km, length = frame.bar()
    assert length == pytest.approx(km * frame.height / ((frame.north - frame.south) * 111.2), abs=0.1)
    towns = [
        Landmark(name=Name(en=n), lat=35.08, lon=36.1 + i / 1000, population=p) for i, (n, p) in enumerate([("a", 1), ("b", 9)])
    ]
    assert [t.name.en for t in signposts(towns, near, frame)] in (["b"], [])
    lines, key = grid(near)
    assert len({mark for mark, _ in key}) == len(near)
    assert sum(mark in "".join(lines) for mark, _ in key) >= 5
    assert frame_of([]) is None


def test_markdown_has_every_line_and_takes_no_markup_from_an_article() -> None:
    brief = compose([traced().reading], ENGLISH)
    told = markdown(brief, ENGLISH)
    assert told == markdown(compose([traced().reading], ENGLISH), ENGLISH)
    for day in (*brief.days, *brief.ahead, *brief.past):
        for place in day.places:
            assert all(f"`{line.id}`" in told for line in place.lines)
    assert "## Denied and disputed" in told
    assert "| 5 | Hama (حماة) 3, Idlib (إدلب) 2 | 5 (agrees) |" in told
    evil = document(TEXT.replace("موسكو تنفي", "# <b>موسكو</b> `تنفي` [x](y)"))
    assert "\\<b\\>" in markdown(compose([traced(evil).reading], ENGLISH), ENGLISH)


def _linked(one: Reading, other: Reading) -> Linked:
    strike, same = one.events[0].id, other.events[0].id
    voices = [
        Voice(document=r.document.id, claim=r.claims[0].id, event=r.events[0].id, origin=r.document.id) for r in (one, other)
    ]
    incident = Incident(
        id="incident:1", family="attack", type="air_strike", events=((one.document.id, strike), (other.document.id, same)),
        documents=(one.document.id, other.document.id), outlets=("sabah", "masaa"), first="2018-10-08", last="2018-10-08",
    )  # fmt: skip
    values = (Value(value="4 or more", voices=(voices[0],)), Value(value="9", voices=(voices[1],)))
    killed = FieldView(field="killed", state="differ", values=values)
    by = FieldView(field="perpetrator", state="agree", values=(Value(value="ru.aaf", voices=tuple(voices)),))
    dispute = Contested(
        id="dispute:1", kind="count", incident="incident:1", about="how many killed: 4 or more or 9", sides=values, origins=(1, 2)
    )
    happening = Happening(incident=incident, place="Kafr Zayt", grade="weak", reason="one origin", fields=(by, killed))
    return Linked(happenings=(happening,), disputes=(dispute,), unlinked=3)


def test_happenings_of_several_articles_stand_side_by_side_with_the_words_of_each() -> None:
    one, other = traced().reading, traced(document(ref="two", outlet="masaa")).reading
    linked = _linked(one, other)
    brief = compose([one, other], ENGLISH, linked=linked)
    (told,), (clash,) = brief.together, brief.clashes
    assert told.text.startswith("Air strike, Kafr Zayt, Monday 8 October 2018: 2 articles of 2 outlets")
    assert told.grade == "provisional grade: weak (one origin)"
    assert [(f.field, f.state, [s.value for s in f.sides]) for f in told.fields] == [
        ("who did it", "agreed", ["Russian Aerospace Forces"]),
        ("killed", "differing", ["4 or more", "9"]),
    ]
    assert [line.words.article for side in clash.sides for line in side.lines] == [2, 1]
    out = Console(file=io.StringIO(), width=200)
    print_brief(brief, out, ENGLISH)
    assert isinstance(out.file, io.StringIO)
    for text in (out.file.getvalue(), markdown(brief, ENGLISH), page(brief, ENGLISH)):
        assert "how many killed: 4 or more or 9" in text
        assert "provisional grade: weak" in text
        assert "3 articles are not set beside the others yet" in text
    assert "تقدير مؤقت: ضعيف" in page(compose([one, other], ARABIC, linked=linked), ARABIC)


def test_what_linking_says_is_told_in_arabic() -> None:
    one = traced().reading
    sides = Sides(ARABIC, [names_of(one)])
    for said, in_arabic in (
        ("25 or more", "25 أو أكثر"),
        ("more than 100", "أكثر من 100"),
        ("3 to 5", "بين 3 و5"),
        ("affirmed", "مثبت"),
        ("the Syrian government", "الحكومة السورية"),
        ("Kafr Zayt", "كفر زيت"),
        ("2018-10-08", "الاثنين 8 تشرين الأول/أكتوبر 2018"),
        ("2016-05-01/2016-05-31", "أيار/مايو 2016"),
        ("الملعب", "الملعب"),
    ):
        assert sides.told(said) == in_arabic
    assert sides.about("how many killed: 14 or more or 9") == "عدد القتلى"
    assert sides.about("whether the truce covers Kafr Zayt") == "هل تشمل الهدنة: كفر زيت"
    assert sides.about("presence in Kafr Zayt: the jihadist factions") == "الوجود في كفر زيت: الفصائل الجهادية"
    assert Sides(ENGLISH, [names_of(one)]).about("how many killed: 2 or 1") == "how many killed: 2 or 1"


def test_every_side_of_a_war_has_an_arabic_name() -> None:
    assert {bloc.name for bloc in knowledge().blocs} <= set(ARABIC.labels.values)


def test_several_values_that_contradict_nobody_are_compatible_and_a_party_has_its_name() -> None:
    one, other = traced().reading, traced(document(ref="two", outlet="masaa")).reading
    linked = _linked(one, other)
    (told,) = linked.happenings
    voices = told.fields[0].values[0].voices
    by = Value(value="syria", voices=voices, name="the Syrian government")
    where = tuple(Value(value=value, voices=voices) for value in ("Kafr Zayt", "الملعب"))
    fields = (FieldView(field="perpetrator", state="agree", values=(by,)), FieldView(field="place", state="agree", values=where))
    (there,) = compose([one, other], ENGLISH, linked=Linked(happenings=(structs.replace(told, fields=fields),))).together
    assert [(f.state, [s.value for s in f.sides]) for f in there.fields] == [
        ("agreed", ["the Syrian government"]),
        ("compatible", ["Kafr Zayt", "الملعب"]),
    ]


def test_a_brief_of_another_place_has_none_of_their_disputes() -> None:
    one, other = traced().reading, traced(document(ref="two", outlet="masaa")).reading
    brief = compose([one, other], ENGLISH, linked=_linked(one, other), wanted=Wanted(places=frozenset({"x:idlib"})))
    assert (brief.together, brief.clashes) == ((), ())
