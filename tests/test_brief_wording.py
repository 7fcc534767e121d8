"""What records are called in sentences, in English and in Arabic."""

from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest

from made import traced
from marsad.brief import names_of, wording_of
from marsad.brief.english import fighters, in_sentence
from marsad.brief.names import counted
from marsad.brief.sides import reason_told
from marsad.model import (
    Actor,
    ActorKind,
    Count,
    Dispute,
    Doubt,
    EventType,
    Incident,
    Judgement,
    Name,
    Origin,
    Qualifier,
)

ENGLISH, ARABIC = wording_of("en"), wording_of("ar")


def test_every_event_type_reads_as_english() -> None:
    reading = traced().reading
    names = names_of(reading)
    strike = reading.events[0]
    for kind in get_args(EventType):
        changed = type(strike)(
            id="e", type=kind, realis="planned", triggers=strike.triggers, actors=("ru.aaf",), targets=("ru.mod",), rule=""
        )
        text = ENGLISH.happening(changed, names)
        assert re.fullmatch(r"[A-Z][^_]*Russian Aerospace Forces[^_]*Russian Ministry of Defence \(planned\)", text)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "population", "says"),
    [
        (4, 4, "exact", "civilian", "4 civilians killed"),
        (1, 1, "exact", "civilian", "1 civilian killed"),
        (60, None, "more_than", "all", "more than 60 people killed"),
        (None, 30, "up_to", "unknown", "up to 30 people killed"),
        (20, None, "vague", "combatant:ru.aaf", "at least 20 members of the Russian Aerospace Forces killed (a round word)"),
        (None, None, "vague", "unknown", "an unstated number of people killed"),
        (10, 12, "exact", "unknown", "10 to 12 people killed"),
    ],
)
def test_numbers_keep_their_bounds(low: int | None, high: int | None, qualifier: str, population: str, says: str) -> None:
    count = Count(
        span=(0, 1),
        what="killed",
        population=population,
        low=low,
        high=high,
        qualifier=qualifier,  # type: ignore[arg-type]
        claim="outlet",
    )
    assert ENGLISH.number(count, names_of(traced().reading)) == says


def test_what_no_label_tells_is_told_in_its_own_words() -> None:
    reading = traced().reading
    text = "وقعت سبع مجموعات مسلحة على الاتفاق. وبينهم طفلان، كما قال"
    for words, says in (("سبع", "سبع مجموعات مسلحة …"), ("طفلان", "طفلان")):
        at = text.index(words)
        assert counted(text, (at, at + len(words))) == says
    groups = Count(span=(5, 8), what="other", population="unknown", low=7, high=7, qualifier="exact", claim="outlet")
    signed = msgspec.structs.replace(reading.events[0], type="agreement", counts=(groups,))
    document = msgspec.structs.replace(reading.document, text=text)
    told = names_of(msgspec.structs.replace(reading, document=document, events=(signed,), actors=()))
    assert ENGLISH.number(groups, told) == "7 counted («سبع مجموعات مسلحة …»)"
    assert ARABIC.number(groups, told) == "المعدود: 7 («سبع مجموعات مسلحة …»)"


def test_one_is_told_as_one_and_fighters_by_what_they_are() -> None:
    names = names_of(traced().reading)
    one = Count(span=(0, 1), what="vehicles", population="unknown", low=1, high=1, qualifier="exact", claim="outlet")
    assert ENGLISH.number(one, names) == "1 vehicle"
    militants = msgspec.structs.replace(names.actors["local:1"], name=Name(ar="متشددا", en="militants"))
    dead = msgspec.structs.replace(one, what="killed", population="combatant:local:1", low=15, high=15)
    assert ENGLISH.number(dead, msgspec.structs.replace(names, actors={"local:1": militants})) == "15 militants killed"


@pytest.mark.parametrize(
    ("stance", "english", "says"),
    [
        ("asserts", "activists", "Activists say"),
        ("denies", "gunmen", "Gunmen deny"),
        ("withholds", "members of Hezbollah", "Members of Hezbollah decline to say"),
        ("accuses", "source", "A source accuses"),
    ],
)
def test_many_say_and_one_says(stance: str, english: str, says: str) -> None:
    reading = traced().reading
    claim = msgspec.structs.replace(reading.claims[0], stance=stance, certainty="stated")
    names = names_of(reading)
    people = msgspec.structs.replace(names.actors["local:1"], name=Name(ar="ناشطون", en=english))
    assert ENGLISH.speaking(claim, msgspec.structs.replace(names, actors={**names.actors, "local:1": people})) == says


def test_a_part_is_not_told_as_a_further_number() -> None:
    part = Count(
        span=(9, 10), what="killed", population="civilian", low=5, high=5, qualifier="exact", claim="outlet", part_of=(0, 1)
    )
    assert ENGLISH.number(part, names_of(traced().reading)) == "among them 5"


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2018-10-08", "2018-10-08", "Monday 8 October 2018"),
        ("2018-02-01", "2018-02-28", "February 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-10-08", "2018-10-09", "8 October 2018 to 9 October 2018"),
        ("2018-10-08", None, "from 8 October 2018"),
        (None, "2018-10-08", "until 8 October 2018"),
        (None, None, ""),
    ],
)
def test_periods_are_said_as_shortly_as_they_can_be(start: str | None, end: str | None, says: str) -> None:
    assert ENGLISH.period(start, end) == says


def test_every_record_is_told_in_english() -> None:
    reading = traced().reading
    names = names_of(reading)
    strike, (tally,) = reading.events[0], reading.tallies
    accusing, denying, announcing = (ENGLISH.tell(c, reading, names) for c in reading.claims)
    assert accusing.startswith(
        "As-Sabah, citing Sabah Agency, citing مصدر عسكري, accuses: Air strike by the Russian Aerospace Forces"
    )
    assert denying.startswith("As-Sabah, citing the Russian Ministry of Defence, denies: ")
    assert announcing.startswith("As-Sabah, citing the Russian Ministry of Defence, announces: ")
    assert "Kafr Zayt, Monday 8 October 2018: at least 4 civilians killed" in ENGLISH.tell(strike, reading, names)
    assert ENGLISH.tell(strike.counts[0], reading, names) == "at least 4 civilians killed"
    assert ENGLISH.tell(tally, reading, names).endswith("5 ceasefire violations: Hama 3, Idlib 2; parts add up to 5")
    assert ENGLISH.tell(reading.actors[2], reading, names) == "Russian Aerospace Forces (القوات الجوية الروسية), armed forces"
    assert ENGLISH.tell(reading.places[0], reading, names) == "Kafr Zayt (كفر زيت), town"
    assert ENGLISH.tell(reading.document, reading, names) == "As-Sabah, Tuesday 9 October 2018, «موسكو تنفي قصف المشفى»"
    assert ENGLISH.tell(reading.disputes[0], reading, names) == f"Denied: {accusing} / {denying}"
    doubt = Doubt(stage="ground", span=reading.places[0].mentions[0], about="two places of this name")
    assert ENGLISH.tell(doubt, reading, names) == "ground: two places of this name, «كفر زيت»"
    assert Dispute(kind="denied", between=("outlet", "outlet")).between  # an outlet may be a side
    with pytest.raises(TypeError, match="Origin"):
        ENGLISH.tell(Origin(id="o", documents=()), reading, names)


def test_who_speaks_for_the_voice_before_stands_in_brackets() -> None:
    reading = traced().reading
    ministry = next(a for a in reading.actors if a.id == "ru.mod")
    spokesman = msgspec.structs.replace(
        ministry, id="ru.spokesman", kind="person", of="ru.mod", name=Name(ar="المتحدث", en="the spokesman")
    )
    denying = reading.claims[1]
    link = msgspec.structs.replace(denying.chain[-1], actor="ru.spokesman", role="spokesperson")
    claim = msgspec.structs.replace(denying, chain=(*denying.chain, link))
    names = names_of(msgspec.structs.replace(reading, actors=(*reading.actors, spokesman)))
    assert ENGLISH.voices(claim, names) == "As-Sabah, citing the Russian Ministry of Defence (the spokesman)"


def test_who_did_it_is_told_as_the_account_of_those_who_alone_name_him() -> None:
    reading = traced().reading
    said, _, announced = reading.claims[:3]
    both_tell = msgspec.structs.replace(reading.events[0], claims=(said.id, announced.id))
    told = msgspec.structs.replace(reading, events=(both_tell, *reading.events[1:]))
    assert "by the Russian Aerospace Forces (according to مصدر عسكري)" in ENGLISH.happening(both_tell, names_of(told))
    assert "القوات الجوية الروسية (بحسب مصدر عسكري)" in ARABIC.happening(both_tell, names_of(told))
    alone = msgspec.structs.replace(both_tell, claims=(said.id,))
    told = msgspec.structs.replace(reading, events=(alone, *reading.events[1:]))
    assert "according to" not in ENGLISH.happening(alone, names_of(told))  # the voice of the line is the one that names him


def test_incidents_and_judgements_are_told_in_both_languages() -> None:
    incident = Incident(
        id="i", family="attack", type="air_strike", events=(("d", "e"), ("f", "g")), documents=("d", "f"), outlets=("a", "b"),
        origins=(Origin(id="o", documents=("d", "f")),), first="2018-10-08", last="2018-10-08", place="x:kafr-zayt",
    )  # fmt: skip
    assert (
        ENGLISH.incident(incident, place="Kafr Zayt")
        == "Air strike, Kafr Zayt, Monday 8 October 2018: 2 articles of 2 outlets, 1 origin"
    )
    assert ARABIC.incident(incident).endswith("المقالات 2، وسائل الإعلام 2، المصادر الأولى 1")
    judgement = Judgement(
        id="j", kind="different", a="d|e", b="f|g", who="Salma", when="2026-01-02T00:00:00+00:00", why="two towns"
    )
    assert ENGLISH.judgement(judgement) == "Salma, 2 January 2026: d|e and f|g are not the same: two towns"
    assert "حدثان مختلفان" in ARABIC.judgement(judgement)


@pytest.mark.parametrize(
    ("kind", "registered", "name", "told"),
    [
        ("armed_forces", True, "Syrian army", "the Syrian army"),
        ("government", True, "Ministry of Defence (Iran)", "the Ministry of Defence (Iran)"),
        ("state", True, "United States", "the United States"),
        ("state", True, "Russia", "Russia"),
        ("armed_group", True, "Hezbollah", "Hezbollah"),
        ("armed_group", True, "Jabhat al-Nusra", "Jabhat al-Nusra"),
        ("person", True, "Vladimir Putin", "Vladimir Putin"),
        ("media", True, "Anadolu Agency", "Anadolu Agency"),
        ("population", False, "civilians", "civilians"),
        ("population", False, "civilian", "a civilian"),
        ("population", False, "infant", "an infant"),
        ("population", False, "the people", "the people"),
        ("population", False, "member of Hezbollah", "a member of Hezbollah"),
        ("armed_group", False, "armed factions", "armed factions"),
        ("armed_group", False, "members of Syrian army", "members of the Syrian army"),
        ("armed_group", False, "factions backed by Turkey", "factions backed by Turkey"),
        ("government", False, "European delegation", "a European delegation"),
    ],
)
def test_a_name_has_its_article(kind: ActorKind, name: str, told: str, *, registered: bool) -> None:
    actor = Actor(id="x", kind=kind, name=Name(en=name), of=None, registered=registered, mentions=())
    assert in_sentence(actor, name, ENGLISH.labels.bodies) == told


def test_a_body_that_is_named_by_what_it_is_has_the_article_its_arabic_has() -> None:
    army = Actor(id="x", kind="armed_forces", name=Name(ar="الجيش", en="army"), of=None, registered=False, mentions=())
    assert in_sentence(army, "army", ENGLISH.labels.bodies) == "the army"


@pytest.mark.parametrize(
    ("name", "counted"), [("militants", True), ("armed factions", False), ("army", False), ("parties", False)]
)
def test_only_people_are_counted_by_their_name(name: str, *, counted: bool) -> None:
    assert fighters(name, ENGLISH.labels.bodies) is counted


@pytest.mark.parametrize(
    ("low", "high", "population", "told"),
    [
        (0, 0, "unknown", "nobody killed"),
        (0, 0, "civilian", "no civilians killed"),
        (310000, None, "unknown", "at least 310,000 people killed"),
        (1, 1, "civilian", "1 civilian killed"),
    ],
)
def test_none_one_and_thousands(low: int, high: int | None, population: str, told: str) -> None:
    qualifier: Qualifier = "at_least" if high is None else "exact"
    count = Count(span=(0, 1), what="killed", population=population, low=low, high=high, qualifier=qualifier, claim="outlet")
    assert ENGLISH.number(count, names_of(traced().reading)) == told


@pytest.mark.parametrize(
    ("reason", "english", "arabic"),
    [
        ("a single origin: Free Syrian Army", "a single origin: the Free Syrian Army", "مصدر أصلي واحد: Free Syrian Army"),
        ("denied by Assariya, Syrian army", "denied by Assariya and the Syrian army", "نفي من Assariya، Syrian army"),
        ("admitted by Syrian army; others blame Russia", "admitted by the Syrian army; others blame Russia",
         "إقرار من Syrian army، ويحمّل آخرون المسؤولية روسيا"),
        ("nobody affirms it but those whom a denial quotes", "nobody affirms it but those whom a denial quotes",
         "لا يثبته إلا من ينقل النفي كلامهم"),
    ],
)  # fmt: skip
def test_why_a_grade_was_given_is_told(reason: str, english: str, arabic: str) -> None:
    assert (reason_told(reason, ENGLISH), reason_told(reason, ARABIC)) == (english, arabic)
