"""The shelf of places: what it holds, how names lead to places, and how a user's own tables come in."""

from __future__ import annotations

import pickle
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from marsad.arabic.fold import fold
from marsad.arabic.tokens import tokenise
from marsad.gazetteer.entry import Entry, distance_km, moved, name_key
from marsad.gazetteer.geonames import read_common_words, read_geonames, usable_names
from marsad.gazetteer.imports import TableError, import_table, install
from marsad.gazetteer.placewords import Example, read_placewords
from marsad.gazetteer.stored import installed
from marsad.gazetteer.supplement import HEADER, SupplementError, read_supplement
from marsad.gazetteer.table import Gazetteer, build, load


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def places(cache: Path) -> Gazetteer:
    return load(cache=cache)


def strong(places: Gazetteer, name: str) -> list[str]:
    return [c.id for c in places.candidates(name) if c.strong]


# What it holds


def test_the_supplement_is_large_and_every_row_is_sound() -> None:
    entries = read_supplement().entries
    assert len(entries) >= 1_500
    assert {e.country for e in entries if e.kind == "village"} >= {"sy", "iq"}
    for entry in entries:
        assert all(name_key(name) for name in entry.names), entry.id
        assert {name_key(w) for w in entry.weak} <= {name_key(n) for n in entry.names}, entry.id
        assert not any(c == "\u0640" or c in "پچژگیکەہ" for c in "".join(entry.names)), entry.id


def test_a_settlement_lies_within_its_governorate() -> None:
    entries = {e.id: e for e in read_supplement().entries}
    for entry in entries.values():
        for container in entry.admin:
            outer = entries[container]
            if outer.kind == "governorate" and entry.kind in ("town", "village", "neighbourhood"):
                away = distance_km((entry.lat, entry.lon), (outer.lat, outer.lon))
                assert away < outer.km * 1.8 + entry.km + 15, f"{entry.id} lies {away:.0f} km from the centre of {container}"


def test_every_country_of_the_united_nations_is_there(places: Gazetteer) -> None:
    countries = [e for e in places.entries if e.kind == "country"]
    assert len(countries) >= 195
    for name in ("سوريا", "العراق", "اليمن", "ليبيا", "السودان", "تركيا", "إيران", "روسيا", "الولايات المتحدة", "أوكرانيا"):
        assert len(strong(places, name)) == 1, name


@pytest.mark.parametrize(
    ("name", "ident", "lat", "lon"),
    [
        ("كويرس", "sy.kweires_air_base", 36.19, 37.58),
        ("الجبين", "sy.al_jabin", 35.33, 36.48),
        ("السويداء", "sy.suwayda_city", 32.71, 36.57),
        ("الحسكة", "sy.hasakah_city", 36.5, 40.75),
        ("الغوطة الشرقية", "sy.eastern_ghouta", 33.53, 36.42),
        ("جبل التركمان", "sy.jabal_al_turkman", 35.78, 36.05),
        ("طريق خناصر–أثريا", "sy.khanasir_ithriya_road", 35.58, 37.65),
        ("ضفتي الفرات", "sy.banks_of_the_euphrates", 35.5, 39.8),
        ("قاعدة العند", "ye.al_anad_air_base", 13.18, 44.77),
        ("عامرية الفلوجة", "iq.amiriyat_al_fallujah", 33.17, 43.86),
    ],
)
def test_the_first_candidate_is_the_place_reports_mean(places: Gazetteer, name: str, ident: str, lat: float, lon: float) -> None:
    first = places.candidates(name)[0]
    assert first.id == ident
    assert first.strong
    entry = places.entry(ident)
    assert entry is not None
    assert distance_km((entry.lat, entry.lon), (lat, lon)) <= 6


@pytest.mark.parametrize(
    ("name", "idents"),
    [
        ("القنيطرة", {"sy.quneitra", "ma.kenitra"}),
        ("طرابلس", {"lb.tripoli", "ly.tripoli"}),
        ("رفح", {"ps.rafah", "eg.rafah"}),
        ("أريحا", {"ps.jericho", "sy.ariha"}),
    ],
)
def test_a_shared_name_keeps_all_its_places(places: Gazetteer, name: str, idents: set[str]) -> None:
    assert idents <= set(strong(places, name))


@pytest.mark.parametrize("name", ["بين", "كان", "التحالف", "الحكومة", "خلال", "الجمعة", "من", "دولة"])
def test_common_words_are_no_places(places: Gazetteer, name: str) -> None:
    assert places.candidates(name) == ()


@pytest.mark.parametrize("name", ["نور", "الباب", "السلام", "الزهراء", "الثورة", "النصر", "القائم", "محمد", "خالد", "بشار"])
def test_words_and_persons_names_are_weak_at_most(places: Gazetteer, name: str) -> None:
    assert strong(places, name) == []


def test_a_town_may_be_meant_by_a_common_word_after_a_type_word(places: Gazetteer) -> None:
    assert places.candidates("الباب")[0].id == "sy.al_bab"
    assert strong(places, "مدينة الباب") == ["sy.al_bab"]


def test_a_governorate_named_like_its_capital_waits_for_its_type_word(places: Gazetteer) -> None:
    assert strong(places, "حلب") == ["sy.aleppo_city"]
    assert "sy.aleppo" in [c.id for c in places.candidates("حلب")]


# Names


def test_spelling_habits_lead_to_the_same_key() -> None:
    assert name_key("إدلـب") == name_key("ادلب")
    assert name_key("طريق خناصر - أثريا") == name_key("طريق خناصر–اثريا") == "طريق خناصر اثريا"
    assert name_key("«دير الزور»") == "دير الزور"
    assert name_key("طريق M4") == "طريق m 4"


def test_the_quick_way_to_a_key_is_the_tokens_way(places: Gazetteer) -> None:
    for place in places.entries:
        for name in place.names:
            tokens = tokenise(fold(name))
            assert name_key(name) == " ".join(t.form for t in tokens if t.kind not in ("punct", "break")), name


def test_names_are_found_however_they_are_spaced(places: Gazetteer) -> None:
    for one, other in (("كفر نبل", "كفرنبل"), ("دير الزور", "ديرالزور"), ("أبو غريب", "أبوغريب"), ("الشيخ مسكين", "شيخ مسكين")):
        assert strong(places, one) == strong(places, other) != []


def test_a_village_is_found_with_an_article_its_table_lacks() -> None:
    table = build([], [], [entry("ocha:1", "دندنية", 36.58, 37.76)])
    assert [c.id for c in table.candidates("الدندنية")] == ["ocha:1"]
    assert build([entry("tr.ankara", "أنقرة", 39.9, 32.9, kind="town")]).candidates("الأنقرة") == ()


def test_the_sides_of_a_country_have_entries_of_their_own(places: Gazetteer) -> None:
    for country, bearing in (("sy", 0), ("sy", 315), ("iq", 0), ("lb", 180), ("ly", 90), ("ye", 180)):
        side = places.sector(country, bearing=bearing)
        assert side is not None
        assert side.id is not None


def test_names_too_short_or_common_are_dropped_and_ordinary_words_weak() -> None:
    common = read_common_words()
    names, weak = usable_names(["كان", "قم", "الرقة", "رقة", "كفرنبل", "الشيخ علي", "السوداء"], common=common)
    assert names == ("الرقة", "كفرنبل", "الشيخ علي", "السوداء")
    assert "كفرنبل" not in weak
    assert {"الشيخ علي", "السوداء"} <= set(weak)


def test_sectors_come_from_the_supplement_or_from_the_compass(places: Gazetteer) -> None:
    north = places.sector("sy.aleppo", bearing=0)
    assert north is not None
    assert north.id == "sy.aleppo.rif_n"
    assert north.lat > 36.4
    plain = places.sector("iq.anbar", bearing=270)
    entry = places.entry("iq.anbar")
    assert plain is not None
    assert entry is not None
    assert plain.id is None
    assert plain.lon < entry.lon
    assert plain.km < entry.km
    assert places.sector("nowhere", bearing=0) is None


def test_moving_and_measuring_agree() -> None:
    for bearing in range(0, 360, 45):
        assert distance_km((35.0, 38.0), moved((35.0, 38.0), bearing=bearing, km=25)) == pytest.approx(25, abs=0.01)


# One table of three


def entry(ident: str, ar: str, lat: float, lon: float, **more: object) -> Entry:
    fields: dict[str, object] = {"kind": "village", "en": ident, "km": 5.0, **more}
    return Entry(id=ident, ar=ar, lat=lat, lon=lon, **fields)  # type: ignore[arg-type]


def test_geonames_gives_way_where_the_supplement_knows_the_place() -> None:
    ours = entry("sy.x", "قرية النخلة", 35.0, 37.0, km=6.0)
    same = entry("geonames:1", "قرية النخلة", 35.02, 37.02, km=2.0, population=900, spellings=("النخلة الكبرى",))
    far = entry("geonames:2", "قرية النخلة", 33.0, 37.0)
    table = build([ours], [same, far])
    assert [c.id for c in table.candidates("قرية النخلة")] == ["sy.x", "geonames:2"]
    merged = table.entry("sy.x")
    assert merged is not None
    assert merged.population == 900
    assert (merged.lat, merged.km) == (35.02, 2.0)
    assert "النخلة الكبرى" in merged.names


def test_of_two_imported_places_of_one_name_the_nearer_sharpens_ours() -> None:
    ours = entry("sy.x", "النخلة", 35.0, 37.0, km=6.0)
    near = entry("ocha:1", "النخلة", 35.01, 37.0, km=2.0)
    other = entry("ocha:2", "النخلة", 35.1, 37.0, km=2.0)
    for imported in ([near, other], [other, near]):
        table = build([ours], [], imported)
        assert {c.id for c in table.candidates("النخلة")} == {"sy.x", "ocha:2"}
        sharpened = table.entry("sy.x")
        assert sharpened is not None
        assert sharpened.lat == 35.01


def test_the_order_does_not_depend_on_the_order_of_loading() -> None:
    entries = [entry(f"geonames:{n}", "النخلة", 30.0 + n, 37.0, population=n % 3) for n in range(6)]
    assert build([], entries).entries == build([], entries[::-1]).entries
    assert [e.population for e in build([], entries).entries] == [2, 2, 1, 1, 0, 0]


def test_the_table_survives_pickling(places: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(places))
    assert again.entries == places.entries
    assert again.candidates("القنيطرة") == places.candidates("القنيطرة")
    assert again.fingerprint == places.fingerprint


def test_two_processes_load_the_same_table(places: Gazetteer, cache: Path) -> None:
    code = (
        f"from pathlib import Path; from marsad.gazetteer.table import load; print(load(cache=Path({str(cache)!r})).fingerprint)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert run.stdout.strip() == places.fingerprint


# The cache


def test_a_broken_or_unwritable_cache_only_costs_time(cache: Path, tmp_path: Path) -> None:
    right = read_geonames(cache=cache)
    (kept,) = cache.glob("geonames-*.msgpack")
    content = kept.read_bytes()
    for broken in (b"nonsense", content[:40] + b"\x00" + content[41:]):
        kept.write_bytes(broken)
        assert read_geonames(cache=cache) == right
        assert kept.read_bytes() == content  # written anew
    file_in_the_way = tmp_path / "file"
    file_in_the_way.write_text("not a folder")
    assert read_geonames(cache=file_in_the_way) == right


def test_geonames_is_reduced_to_arabic_letters(cache: Path) -> None:
    entries = read_geonames(cache=cache)
    assert 3_000 < len(entries) < 10_000
    assert not [e.ar for e in entries if any(c in "پچژگیکەہ،" for c in "".join(e.names))]


# The supplement's own checks


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("x.a,town,أ,A,1,2,3,,,", "10 columns instead of 11"),
        ("x.a,hamlet,أ,A,1,2,3,,,,", "unknown kind 'hamlet'"),
        ("x.a,town,أ,A,1,zwei,3,,,,", "not all numbers"),
        ("x.a,town,أ,A,91,2,3,,,,", "outside the world"),
        ("x.a,town,أ,A,1,2,3,nowhere,,,", "lies in nowhere"),
        ("x.a,town,أ,A,1,2,3,,,,\nx.a,town,ب,B,1,2,3,,,,", "already used at t.csv:2"),
        ("x.a,town,,A,1,2,3,,,,", "must be filled in"),
        ("x.a,town,أ,A,1,2,3,,--,,", "without a letter"),
    ],
)
def test_a_wrong_row_of_the_supplement_is_named(tmp_path: Path, rows: str, complaint: str) -> None:
    (tmp_path / "t.csv").write_text(",".join(HEADER) + "\n" + rows + "\n", encoding="utf-8")
    with pytest.raises(SupplementError, match=complaint) as error:
        read_supplement(folder=tmp_path)
    assert "t.csv:" in str(error.value)


def test_a_wrong_header_of_the_supplement_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(SupplementError, match=r"t\.csv:1: the header must be id,kind"):
        read_supplement(folder=tmp_path)


# Imports

COD = """adm1_en,adm1_ar,adm1_pcode,adm2_en,adm2_ar,adm2_pcode,adm3_en,adm3_ar,adm3_pcode,name_en,name_ar,pcode,type,lon,lat
#adm1+name,#adm1+name+ar,#adm1+code,,,,,,,,,,,,
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ariha,مركز أريحا,SY070500,Tin Far,تين فار,C1,C,36.60,35.80
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ihsem,احسم,SY070501,Ehsem,احسم,C2,C,36.56,35.73
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ihsem,احسم,SY070501,Lost,الضائعة,C3,C,,35.73
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ihsem,احسم,SY070501,Twice,التوأمة,C2,C,36.5,35.7
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ihsem,احسم,SY070501,Latin only,,C4,C,36.5,35.7
Idleb,إدلب,SY07,Ariha,أريحا,SY0705,Ihsem,احسم,SY070501,Kan,كان,C5,C,36.5,35.7
"""


def test_ocha_cod_places_come_in_with_kind_and_containers(tmp_path: Path) -> None:
    file = tmp_path / "cod.csv"
    file.write_text("\ufeff" + COD, encoding="utf-8")
    table = import_table(file)
    assert [(e.id, e.kind, e.ar, e.en) for e in table.entries] == [
        ("ocha:C1", "village", "تين فار", "Tin Far"),
        ("ocha:C2", "town", "احسم", "Ehsem"),
    ]
    assert table.entries[0].admin == ("sy", "sy.idlib")
    assert (table.rows, table.without_arabic) == (6, 1)
    assert len(table.doubts) == 3
    assert table.doubts[0].startswith("cod.csv:5: latitude '35.73' and longitude ''")
    assert "cod.csv:8" in table.doubts[1]
    assert "كان" in table.doubts[1]
    assert "cod.csv:6: ocha:C2" in table.doubts[2]


def test_ocha_admin_levels_of_a_workbook_come_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    note = book.active
    assert note is not None
    note.title = "README"
    note.append(["Administrative boundaries"])
    levels = book.create_sheet("ADM2")
    levels.append(["ADM2_EN", "ADM2_AR", "ADM2_PCODE", "ADM1_EN", "ADM1_AR", "ADM1_PCODE", "center_lat", "center_lon"])
    levels.append(["Far Valley", "الوادي البعيد", "SY0799", "Idleb", "إدلب", "SY07", 35.9, 36.5])
    file = tmp_path / "cod.xlsx"
    book.save(file)
    (only,) = import_table(file).entries
    assert (only.id, only.kind, only.ar, only.en) == ("ocha:SY0799", "district", "الوادي البعيد", "Far Valley")
    assert only.admin == ("sy", "sy.idlib")


def geonames_line(**more: str) -> str:
    row = {
        "id": "77", "name": "Tin Far", "ascii": "Tin Far", "alternates": "Tin Far,تين فار,تین فار", "lat": "35.8", "lon": "36.6",
        "class": "P", "code": "PPL", "country": "SY", "cc2": "", "admin1": "12", "admin2": "", "admin3": "", "admin4": "",
        "population": "7000", "elevation": "", "dem": "300", "timezone": "Asia/Damascus", "modified": "2020-01-01", **more,
    }  # fmt: skip
    return "\t".join(row.values())


GEONAMES = "\n".join(
    [
        geonames_line(),
        geonames_line(id="78", alternates="مطار تين فار", code="AIRB", **{"class": "S"}, population="0"),
        geonames_line(id="79", alternates='Hotel "Tin,فندق', code="HTL", **{"class": "S"}),
        geonames_line(id="80", alternates="Only Latin"),
        geonames_line(id="81", lat="north"),
        geonames_line(id="82") + "\tone too many",
    ]
)


@pytest.mark.parametrize("name", ["SY.txt", "SY.zip"])
def test_a_geonames_dump_comes_in_plain_or_zipped(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name.endswith("zip"):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("readme.txt", "Readme for GeoNames")
            archive.writestr("SY.txt", GEONAMES)
    else:
        file.write_text(GEONAMES, encoding="utf-8")
    table = import_table(file)
    assert [(e.id, e.kind, e.ar, e.population) for e in table.entries] == [
        ("geonames:77", "town", "تين فار", 7000),
        ("geonames:78", "facility", "مطار تين فار", 0),
    ]
    assert table.entries[0].admin == ("sy", "sy.idlib")
    assert (table.rows, table.without_arabic) == (6, 2)
    assert [d.split(":")[-2].strip() for d in table.doubts] == ["5", "6"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_plain_list_comes_in_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "list.csv"
    text = (
        "name_ar;name_en;lat;lon\nدوار تين فار;Tin Far roundabout;36,19;37,1\nتين فار (القديمة) / تين البحر;Tin Far;36.2;37.2\n"
    )
    file.write_text(text, encoding=encoding)
    table = import_table(file)
    assert [(e.kind, e.ar, e.spellings, e.lat) for e in table.entries] == [
        ("facility", "دوار تين فار", (), 36.19),
        ("village", "تين فار", ("تين البحر",), 36.2),
    ]
    assert bool(table.doubts) == (encoding == "cp1256")


@pytest.mark.parametrize(
    ("name", "content"), [("a.csv", b"x,y,z\n1,2,3\n"), ("a.csv", b""), ("a.xlsx", b"no workbook"), ("a.zip", b"no archive")]
)
def test_a_file_without_places_is_refused_by_name(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(TableError, match=name):
        import_table(file)


def test_a_table_without_an_arabic_name_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_text("name,lat,lon\nTin Far,36.2,37.2\n", encoding="utf-8")
    with pytest.raises(TableError, match="nothing to import from 1 rows: no row has an Arabic name"):
        install(file, into=tmp_path)


def test_an_installed_table_is_used_when_given(tmp_path: Path, cache: Path, places: Gazetteer) -> None:
    file = tmp_path / "my places.csv"
    file.write_text(COD, encoding="utf-8")
    kept = tmp_path / "kept"
    first = install(file, into=kept)
    again = install(file, into=kept)
    assert first == again
    assert (first.rows, first.kept, first.without_arabic, len(first.doubts)) == (6, 2, 1, 3)
    assert installed(kept) == (first.path,)
    assert places.candidates("تين فار") == ()
    mine = load(extra=installed(kept), cache=cache)
    assert strong(mine, "تين فار") == ["ocha:C1"]
    assert mine.fingerprint != places.fingerprint
    ihsim = mine.entry("sy.ihsim")  # sharpened by ocha:C2, not doubled
    assert ihsim is not None
    assert (ihsim.lat, ihsim.lon) == (35.73, 36.56)
    assert mine.entry("ocha:C2") is None


def test_a_spoilt_installed_table_is_named_with_its_line(tmp_path: Path, cache: Path) -> None:
    spoilt = tmp_path / "x.places.jsonl"
    spoilt.write_text("\n{broken", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.places\.jsonl:2: not an imported place table"):
        load(extra=[spoilt], cache=cache)
    assert installed(tmp_path / "missing") == ()


# Place words


def holds(example: Example, at: object, ident: str) -> bool:
    words = read_placewords()
    look = {"type": words.type_at, "direction": words.direction_at}[str(at)]
    tokens = tokenise(fold(example.text))
    first = tokenise(fold(example.word))[0].form
    hits = [look(tokens, i) for i, token in enumerate(tokens) if token.form == first]
    assert hits, f"{example.word!r} does not stand in {example.text!r}"
    return any(hit is not None and hit.word.id == ident for hit in hits)


def test_every_example_of_the_place_words_holds_and_no_never_does() -> None:
    words = read_placewords()
    for word in words.types:
        assert word.examples, word.id
        for example in word.examples:
            assert holds(example, "type", word.id), (word.id, example)
        for example in word.never:
            assert not holds(example, "type", word.id), (word.id, example)
    for direction in words.directions:
        assert all(holds(example, "direction", direction.id) for example in direction.examples), direction.id


def test_place_words_know_number_and_side() -> None:
    words = read_placewords()
    tokens = tokenise(fold("قصف على بلدتي حيان وبيانون في ريف حلب الشمالي الغربي"))
    two = words.type_at(tokens, 2)
    assert two is not None
    assert (two.word.kind, two.number, two.last) == ("town", "two", 3)
    side = words.direction_at(tokens, 8)
    assert side is not None
    assert (side.word.bearing, side.adjective, side.last) == (315, True, 10)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("about: x\ntypes: []\ndirections: []\nextra: 1", "extra"),
        (
            "about: x\ntypes:\n- {id: a, kind: town, km: 1, one: [بلدة, بلده], examples: []}\ndirections: []",
            "'بلده' of 'a' is already listed",
        ),
        ("about: x\ntypes:\n- {id: a, kind: town, km: 1, won: [x], examples: []}\ndirections: []", "won"),
    ],
)
def test_a_wrong_place_word_file_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read_placewords(text)
