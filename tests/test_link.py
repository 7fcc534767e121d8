"""Linking: the planted incidents are found, the order of reading does not matter, and people's judgements win."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import duckdb
import msgspec
import pytest

from linked_examples import planted, readings
from marsad import kit, pipeline
from marsad.link import Linked, RoomError, extend, judge, link, load_weights, summary
from marsad.link.clusters import MAX_DAYS, MAX_KM, Node, cluster, decided, in_force
from marsad.link.compare import Pair
from marsad.link.engine import in_room
from marsad.link.knowledge import bloc_of_name, knowledge
from marsad.link.levels import LEVELS
from marsad.link.measure import kilometres
from marsad.link.statements import Page
from marsad.model import Judgement, Outlet, Published, Reading, new_document

NOBODY = decided([])


@pytest.fixture(scope="module")
def read() -> list[Reading]:
    return readings()


@pytest.fixture(scope="module")
def linked(read: list[Reading]) -> Linked:
    return link(read)


def _home(linked: Linked) -> dict[tuple[str, str], str]:
    return {event: incident.id for incident in linked.incidents for event in incident.events}


def test_planted_incidents_are_brought_together(linked: Linked) -> None:
    home = _home(linked)
    gold = {(doc, event): n for n, row in enumerate(planted("incident")) for doc, event in row["members"]}
    right = wrong = missed = 0
    for a, b in itertools.combinations(sorted(home), 2):
        same, said = a in gold and gold[a] == gold.get(b), home[a] == home[b]
        right, wrong, missed = right + (same and said), wrong + (said and not same), missed + (same and not said)
    assert right / (right + wrong) >= 0.88
    assert right / (right + missed) >= 0.86


def test_every_event_belongs_to_one_incident(linked: Linked, read: list[Reading]) -> None:
    events = [(r.document.id, e.id) for r in read for e in r.events]
    assert sorted(event for incident in linked.incidents for event in incident.events) == sorted(events)
    assert len({incident.id for incident in linked.incidents}) == len(linked.incidents)


def test_what_an_outlet_only_recalls_is_not_among_what_it_reports(linked: Linked) -> None:
    home, reported = _home(linked), linked.of_document()
    assert home["14-alsariya", "e1"] in reported["14-alsariya"]
    assert home["14-alsariya", "e3"] not in reported["14-alsariya"]  # the bombings of the year before


def test_syndicated_reports_count_as_one_origin(linked: Linked) -> None:
    home = _home(linked)
    bulletin = next(i for i in linked.incidents if i.id == home["12-maysaloon", "e2"])
    assert summary(bulletin) == "reported by 2 outlets, 1 origin"
    blast = next(i for i in linked.incidents if i.id == home["13-alhidab", "e6"])
    agency = next(o for o in blast.origins if "ميسلون" in o.id)
    assert agency.documents == ("13-alhidab", "14-alsariya")


@pytest.mark.parametrize("row", planted("origin"), ids=lambda row: row["origin"])
def test_planted_origins(row: dict[str, list[list[str]]], read: list[Reading]) -> None:
    pages = {r.document.id: Page(r) for r in read}
    keys = {pages[doc].origin(pages[doc].claims[claim]) for doc, claim in row["members"]}
    assert len(keys) == 1, keys


def test_twenty_orders_and_adding_bit_by_bit_give_one_result(linked: Linked, read: list[Reading]) -> None:
    for seed in range(20):
        shuffled = random.Random(seed).sample(read, len(read))
        at = 3 + seed % 9
        grown = extend(link(shuffled[:at]), shuffled[at:])
        assert grown.incidents == linked.incidents
        assert grown.pairs == linked.pairs
        assert grown.rows.sort_by("unique_id").equals(linked.rows.sort_by("unique_id"))


def test_the_same_readings_give_the_same_bytes(linked: Linked, read: list[Reading]) -> None:
    again = link(reversed(read))
    assert msgspec.json.encode(again.incidents) == msgspec.json.encode(linked.incidents)


def test_a_document_met_twice_counts_once(linked: Linked, read: list[Reading]) -> None:
    assert link([*read, read[3]]).incidents == linked.incidents
    assert extend(linked, read[:2]).incidents == linked.incidents


def test_nothing_to_link() -> None:
    assert link([]).incidents == ()
    bare = msgspec.structs.replace(readings()[0], events=(), claims=(), actors=(), places=(), tallies=(), disputes=())
    assert link([bare]).incidents == ()


def _judgement(kind: str, a: str, b: str, n: int, undoes: str | None = None) -> Judgement:
    row = {"id": f"j{n}", "kind": kind, "a": a, "b": b, "who": "tester", "when": f"2026-01-0{n}T00:00:00Z", "undoes": undoes}
    return msgspec.convert(row, type=Judgement)


def test_judgements_win_survive_and_can_be_undone(linked: Linked, read: list[Reading]) -> None:
    a, b = ("03-alyasmin", "e12"), ("02-khubz", "e5")  # one air strike, linked by the machine
    c = ("10-khubz", "e1")  # another, days later and far away
    ids = ["|".join(event) for event in (a, b, c)]
    apart = _judgement("different", ids[0], ids[1], 1)
    together = _judgement("same", ids[0], ids[2], 2)
    judged = judge(linked, [apart, together])
    home = _home(judged)
    assert home[a] != home[b]
    assert home[a] == home[c]
    assert link(read, judgements=[together, apart]).incidents == judged.incidents
    assert extend(link(read[:6], judgements=[apart, together]), read[6:]).incidents == judged.incidents
    undone = judge(linked, [apart, together, _judgement("undo", "j1", "", 3, "j1"), _judgement("undo", "j2", "", 4, "j2")])
    assert undone.incidents == linked.incidents


def test_an_undoing_may_be_undone() -> None:
    first = _judgement("same", "a|1", "b|1", 1)
    rows = [first, _judgement("undo", "j1", "", 2, "j1"), _judgement("undo", "j2", "", 3, "j2")]
    assert in_force(rows[:2]) == ()
    assert in_force(rows) == (first,)


def test_of_two_judgements_on_one_pair_the_later_counts() -> None:
    said = decided([_judgement("different", "b|1", "a|1", 2), _judgement("same", "a|1", "b|1", 1)])
    assert said.same == frozenset()
    assert said.different == {("a|1", "b|1")}


def _node(name: str, day: int, lat: float) -> Node:
    where = {"lat": lat, "lon": 36.0, "km": 2.0, "lats": [lat], "lons": [36.0], "wide": False}
    return Node(unique_id=name, family="harm", type="shelling", lasting=False, first=day, last=day, published=day, **where)  # type: ignore[arg-type]


def test_chains_do_not_join_distant_things() -> None:
    days = {f"d|{n:02}": _node(f"d|{n:02}", n, 35.0) for n in range(20)}
    names = sorted(days)
    pairs = [Pair(a, b, 6.0) for a, b in itertools.pairwise(names)]
    for group in cluster(days, pairs, NOBODY, threshold=0.0):
        found = [days[name] for name in group]
        assert max(n.first or 0 for n in found) - min(n.first or 0 for n in found) <= MAX_DAYS
    places = {f"d|{n:02}": _node(f"d|{n:02}", 5, 35.0 + n / 10) for n in range(20)}
    close = [Pair(a, b, 9.0) for a, b in itertools.combinations(names, 2)]
    for group in cluster(places, close, NOBODY, threshold=0.0):
        found = [places[name] for name in group]
        assert all(kilometres(x.lat or 0, 36.0, y.lat or 0, 36.0) <= MAX_KM + 4 for x in found for y in found)


def test_clusters_do_not_depend_on_the_order_of_pairs() -> None:
    nodes = {f"d|{n:02}": _node(f"d|{n:02}", n % 3, 35.0) for n in range(12)}
    pairs = [Pair(a, b, (hash((len(a), i)) % 7) - 2.0) for i, (a, b) in enumerate(itertools.combinations(sorted(nodes), 2))]
    first = cluster(nodes, pairs, NOBODY, threshold=0.0)
    for seed in range(10):
        shuffled = random.Random(seed).sample(pairs, len(pairs))
        assert cluster(dict(reversed(nodes.items())), shuffled, NOBODY, threshold=0.0) == first


def test_links_are_explained_and_the_reasons_add_up(linked: Linked) -> None:
    home = _home(linked)
    blast = next(i for i in linked.incidents if i.id == home["13-alhidab", "e6"])
    ((pair, reasons),) = linked.why(blast)
    assert pair.weight > 0
    assert sum(reason.bits for reason in reasons) == pytest.approx(pair.weight, abs=0.1)
    assert {"date", "place", "type"} <= {reason.comparison for reason in reasons}


def test_weights_cover_every_level() -> None:
    weights = load_weights()
    for name, levels in LEVELS.items():
        assert set(weights.levels[name]) == {label for label, _ in levels if label is not None}
        assert all(0 < m < 1 and 0 < u < 1 for m, u in weights.levels[name].values())
    assert weights.made


def test_blocs_hold_their_examples() -> None:
    for bloc in knowledge().blocs:
        for example in bloc.examples:
            assert bloc_of_name(example) == bloc.id, example
        for never in bloc.never:
            assert bloc_of_name(never) != bloc.id, never


def test_loose_names_mean_who_is_at_war_in_the_land() -> None:
    assert bloc_of_name("طائرات التحالف", "ye") == "arab_coalition"
    assert bloc_of_name("طائرات التحالف", "sy") == "coalition"
    assert bloc_of_name("طائرات التحالف الدولي", "ye") == "coalition"
    assert bloc_of_name("المسلحين", "ye") is None


def test_no_room_for_temporary_files_is_one_plain_error(tmp_path: Path) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"set temp_directory = '{tmp_path}'")
        connection.execute("set memory_limit = '20MB'")
        connection.execute("set max_temp_directory_size = '1MB'")
        with pytest.raises(RoomError, match="ran out of room"), in_room():
            connection.execute("create table t as select random()::varchar as word from range(5000000) order by word")


def test_a_day_told_without_its_year_meets_what_happened_on_one_of_its_days() -> None:
    knowledge_of_stages = kit.load()

    def article(ref: str, text: str, day: str | None) -> Reading:
        published = Published(start=day, end=day, precision="day", basis="given") if day else Published()
        outlet = Outlet(id=ref, basis="given")
        return pipeline.read(new_document(text, ref=ref, outlet=outlet, published=published), knowledge_of_stages)

    told = article("a", "قتل مدنيان في غارة جوية على مدينة دوما في الغوطة الشرقية، ظهر اليوم، الخميس 29 كانون الأول.", None)
    one = "قتل خمسة مدنيين في غارة جوية على مدينة دوما في الغوطة الشرقية أمس الخميس."
    then, another = article("b", one, "2016-12-30"), article("c", one, "2018-11-30")
    together = [{d for d, _ in i.events} for i in link([told, then, another]).shared()]
    assert together == [{told.document.id, then.document.id}]


def test_evening_and_dawn_of_two_days_are_one_night() -> None:
    knowledge_of_stages = kit.load()

    def blast(ref: str, text: str, day: str) -> Reading:
        published = Published(start=day, end=day, precision="day", basis="given")
        return pipeline.read(
            new_document(text, ref=ref, outlet=Outlet(id=ref, basis="given"), published=published), knowledge_of_stages
        )

    dawn = blast("a", "قتل شرطيان في تفجير انتحاري في مدينة طرطوس فجر اليوم الأحد.", "2017-01-01")
    evening = blast("b", "قتل أربعة أشخاص في تفجير انتحاري في مدينة طرطوس مساء السبت الماضي.", "2017-01-03")
    noon = blast("c", "قتل أربعة أشخاص في تفجير انتحاري في مدينة طرطوس ظهر السبت الماضي.", "2017-01-03")
    [near], [far] = link([dawn, evening]).pairs, link([dawn, noon]).pairs
    assert near.weight - far.weight == pytest.approx(5.5, abs=0.01)
    assert len(link([dawn, evening]).shared()) == 1


def _told(*told: tuple[str, str, str]) -> list[Reading]:
    """Readings of texts, each with its outlet and its day in December 2016."""
    knowledge_of_stages = kit.load()
    out = []
    for n, (text, outlet, day) in enumerate(told):
        published = Published(start=f"2016-12-{day}", end=f"2016-12-{day}", precision="day", basis="given")
        document = new_document(text, ref=str(n), outlet=Outlet(id=outlet, basis="given"), published=published)
        out.append(pipeline.read(document, knowledge_of_stages))
    return out


def test_one_happening_has_more_in_common_than_its_kind_and_week() -> None:
    talks = _told(("وتستمر المباحثات بعيدا عن الأضواء.", "a", "10"), ("وكانت المفاوضات قد تعثرت مرارا.", "b", "10"))
    assert not link(talks).shared()  # who talks and where, neither says
    besieged = "وأدخلت الأمم المتحدة دواء إلى مدينة دوما المحاصرة."
    assert link(_told(("وما زالت قوات النظام تحاصر مدينة دوما.", "a", "10"), (besieged, "b", "16"))).shared()


def test_what_one_outlet_tells_on_two_days_is_seldom_one_happening() -> None:
    first, then = "قصفت قوات النظام مدينة دوما بالمدفعية.", "سقطت قذائف مدفعية أطلقتها قوات النظام على مدينة دوما."
    [one], [two] = (link(_told((first, "a", "10"), (then, outlet, "11"))).pairs for outlet in "ab")
    assert two.weight - one.weight == pytest.approx(1.5, abs=0.01)


def test_an_assault_to_come_is_seldom_one_that_was() -> None:
    plan, deed = "تستعد قوات النظام لشن هجوم على بلدة سرمين.", "شنت قوات النظام هجوما على بلدة سرمين."
    linked = link(_told((plan, "a", "10"), (deed, "b", "10")))
    reasons = {
        reason.comparison: reason.level for incident in linked.shared() for _, why in linked.why(incident) for reason in why
    }
    assert reasons["mood"] == "planned harm"


def _levels(linked: Linked) -> list[dict[str, str]]:
    """What every comparison found, for each pair of an incident that two documents share."""
    return [{r.comparison: r.level for r in why} for incident in linked.shared() for _, why in linked.why(incident)]


def test_days_next_to_each_other_that_both_are_told_are_two_happenings() -> None:
    one = "قصفت مدفعية قوات النظام بلدة سرمين ظهر السبت."
    again, later = (f"أصيب ثلاثة مزارعين حين سقطت قذائف على بلدة سرمين ظهر {day}." for day in ("السبت", "الأحد"))
    assert link(_told((one, "a", "10"), (again, "b", "11"))).shared()
    assert not link(_told((one, "a", "10"), (later, "b", "11"))).shared()


def test_one_village_of_a_long_list_says_little() -> None:
    one = "قصفت قوات النظام بالمدفعية بلدة سرمين اليوم السبت."
    listed = "قصفت قوات النظام بالمدفعية بلدات كفرنبل وسرمين وتفتناز ومعرة مصرين وأريحا وبنش اليوم السبت."
    [levels] = _levels(link(_told((one, "a", "10"), (listed, "b", "10"))))
    assert levels["place"] == "one of many"
    [levels] = _levels(link(_told((one, "a", "10"), (one, "b", "10"))))
    assert levels["place"] != "one of many"


def test_a_strike_is_not_the_bombardment_that_goes_on() -> None:
    goes_on = "تواصل طائرات النظام قصفها على مدينة دوما."
    strike = "شنت طائرات النظام غارة على مدينة دوما اليوم السبت."
    [levels] = _levels(link(_told((goes_on, "a", "10"), (strike, "b", "10"))))
    assert levels["mood"] == "a strike and harm that goes on"
    [levels] = _levels(link(_told((goes_on, "a", "10"), (goes_on, "b", "10"))))
    assert "mood" not in levels


def test_a_document_is_about_two_happenings_at_most() -> None:
    towns = ("دوما", "سرمين", "تفتناز", "أعزاز", "الباب")
    bulletin = " ".join(f"قتل {n} مدنيين في غارة جوية على مدينة {town} اليوم السبت." for n, town in enumerate(towns, 3))
    [reading] = _told(("صدت الفصائل هجوما على بلدة كفرنبل اليوم السبت. " + bulletin, "a", "10"))
    linked = link([reading])
    about = {e for i in linked.incidents if i.id in linked.of_document()[reading.document.id] for _, e in i.events}
    told = sorted(reading.events, key=lambda event: event.triggers[0][0])
    # the assault that harms nobody comes first in the text and behind them in weight
    assert about == {event.id for event in told if event.counts[:1] and event.counts[0].low in (3, 4)}
    assert {f"{reading.document.id}|{event.id}" for event in told} <= linked.news()


def test_no_document_is_about_harm_that_goes_on_or_is_planned() -> None:
    [reading] = _told(
        ("تواصل قوات النظام قصف بلدات الغوطة. وتستعد لشن هجوم على مدينة دوما. وأصيب طفل في مدينة حرستا.", "a", "10")
    )
    linked = link([reading])
    kinds = {i.type for i in linked.incidents if i.id in linked.of_document()[reading.document.id]}
    assert {event.realis for event in reading.events} >= {"ongoing", "planned"}
    assert kinds == {"casualties"}


def test_of_what_is_near_its_head_a_document_is_about_harm_and_what_it_comes_back_to() -> None:
    other = "التقى الوزير وفدا من اليونان في العاصمة. وقصفت المدفعية بلدة سرمين صباح اليوم."
    often = "واستهدفت طائرات مسيرة مدينة الباب بغارة. ووقعت الغارة على مدينة الباب ظهرا، وألحقت الغارة أضرارا بالسوق."
    [reading] = _told((f"{other} {often}", "a", "10"))
    linked = link([reading])
    about = [e for i in linked.incidents if i.id in linked.of_document()[reading.document.id] for _, e in i.events]
    told = {event.id: (event.type, len(event.triggers)) for event in reading.events}
    assert {told[event][0] for event in about} == {"air_strike", "shelling"}


def test_a_strike_told_as_another_kind_of_harm_is_no_reason_against_one_happening() -> None:
    shells, planes = "قصفت قوات النظام مدينة دوما اليوم السبت.", "قصفت طائرات النظام مدينة دوما اليوم السبت."
    [levels] = _levels(link(_told((shells, "a", "10"), (planes, "b", "10"))))
    assert levels["type"] == "harm told for each other"
    weights = load_weights()
    assert 0 < weights.bits("type", levels["type"]) < weights.bits("type", "same strike") < weights.bits("type", "same harm")


def test_harm_of_a_region_without_a_figure_and_what_is_counted_far_below_are_no_matter_of_a_document() -> None:
    region, village = "شنت طائرات حربية غارات على شمال سوريا اليوم السبت.", "وقتل طفل بقصف مدفعي على بلدة سرمين اليوم السبت."
    between = " ".join(["وقال السكان إن الأسعار ارتفعت في الأسواق وإن الطرق إلى الحقول طويلة."] * 14)
    below = "وقتل ثلاثة مدنيين في غارة جوية على مدينة الباب اليوم السبت."
    [reading] = _told((f"{region} {village} {between} {below}", "a", "10"))
    linked = link([reading])
    about = {e for i in linked.incidents if i.id in linked.of_document()[reading.document.id] for _, e in i.events}
    names = {place.id: place.name.ar for place in reading.places}
    assert [[names[place] for place in event.places] for event in reading.events if event.id in about] == [["سرمين"]]
