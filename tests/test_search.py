"""Searching by words on both databases: spelling, what is joined on, endings, snippets in the original spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import NewLedger
from marsad.ledger import open_ledger
from marsad.ledger.wording import snippet, terms, wanted
from marsad.model import Document, Outlet, Published, Reading, Traced, new_document
from servers import Server
from test_cli import marsad

TEXTS = {
    "a": "وصلت الحافلات إلى محافظة إدلب مساء أمس، وقال المعارضون إن الطريق آمن.",
    "b": "نفت وزارة الدفاع أن تكون طائراتها قصفت المستشفى، والمعارضة تصرّ على روايتها.",
    "c": "اجتمع الوفدان في أستانة لبحث تثبيت الهدنة، ومعهما ممثلون عن ٣ دول و15 فصيلاً.",
    "d": "ذكرت صحيفة Le Monde أن ÉCLAIR اسم العملية، وأن مقرا للفصائل استهدف بالقـ.ـصف.",
}


def dated(name: str, text: str, day: int) -> Document:
    return new_document(
        text, ref=name, outlet=Outlet(id="made", basis="given"),
        published=Published(start=f"2018-01-0{day}", end=f"2018-01-0{day}", precision="day", basis="given"),
    )  # fmt: skip


def fill(place: str) -> None:
    with open_ledger(place) as ledger:
        for day, (name, text) in enumerate(TEXTS.items(), start=1):
            ledger.append(Traced(reading=Reading(document=dated(name, text, day))), "1")


def found(place: str, query: str) -> str:
    with open_ledger(place, writing=False) as ledger:
        return "".join(sorted(hit.ref or "" for hit in ledger.search(query)))


QUERIES = {
    "ادلب": "a",
    "إدلب": "a",
    "إِدْلِب": "a",
    "المعارضة": "ab",
    "معارض": "ab",
    "والمعارضون": "ab",
    "حافلة": "a",
    "والده": "",
    "قصف": "bd",
    "طائرات": "b",
    "الدفاع المستشفى": "b",
    "الدفاع إدلب": "",
    "استانا": "",
    "أستانة": "c",
    "3": "c",
    "١٥": "c",
    "le monde": "d",
    "éclair": "d",
    "مقر": "d",
    "سانا": "",
    "لا شيء كهذا": "",
    "،": "",
    "": "",
    "'\"); DROP": "",
    "NOT OR & | !": "",
}


def test_what_is_found(new_ledger: NewLedger) -> None:
    place = new_ledger()
    fill(place)
    assert {query: found(place, query) for query in QUERIES} == QUERIES


def test_only_the_newest_version_is_found_and_the_latest_comes_first(new_ledger: NewLedger) -> None:
    place = new_ledger()
    fill(place)
    with open_ledger(place) as ledger:
        ledger.append(Traced(reading=Reading(document=dated("a", TEXTS["a"] + " وأعلنت المعارضة رفضها", 9))), "1")
        ledger.append(Traced(reading=Reading(document=dated("b", TEXTS["b"].replace("والمعارضة", "والحكومة"), 8))), "1")
        hits = ledger.search("المعارضة")
        assert [(hit.ref, hit.published, hit.snippet.found) for hit in hits] == [("a", "2018-01-09", 2)]
        assert [hit.ref for hit in ledger.search("المستشفى", limit=1)] == ["b"]
        assert [hit.ref for hit in ledger.search("أن", limit=2)] == ["a", "b"]


def test_the_snippet_is_in_the_spelling_of_the_text(new_ledger: NewLedger) -> None:
    place = new_ledger()
    fill(place)
    with open_ledger(place, writing=False) as ledger:
        (hit,) = ledger.search("روايته تصر")
    shown = hit.snippet
    assert shown.text in TEXTS["b"]
    assert [shown.text[start:end] for start, end in shown.marks] == ["تصرّ", "روايتها"]


def test_snippets_of_long_texts_show_where_most_words_stand() -> None:
    text = "كلام عن إدلب هنا. " + "حشو لا معنى له في هذا النص. " * 40 + "قصف الطيران ريف إدلب الجنوبي. " + "حشو آخر. " * 40
    shown = snippet(text, wanted("قصف ادلب"))
    assert [shown.text[a:b] for a, b in shown.marks] == ["قصف", "إدلب"]
    assert shown.found == 3
    assert len(shown.text) < 260
    assert snippet("بلا", wanted("قصف")).marks == ()


def test_terms_are_plain_and_each_once() -> None:
    written = terms(TEXTS["a"] + TEXTS["a"]).split()
    assert written == sorted(set(written))
    assert all(term.isalnum() for term in written)


def test_both_databases_find_the_same(server: Server, tmp_path: Path) -> None:
    places = str(tmp_path / "a.db"), server.database()
    for place in places:
        fill(place)
    for query in QUERIES:
        with open_ledger(places[0], writing=False) as one, open_ledger(places[1], writing=False) as other:
            assert one.search(query) == other.search(query), query
    with open_ledger(places[0], writing=False) as one, open_ledger(places[1], writing=False) as other:
        for sentence in ("قصفت الطائرات المستشفى", "الهدنة في أستانة", "لا شيء من هذا"):
            assert one.nearest(sentence, limit=3) == other.nearest(sentence, limit=3), sentence
        nearest = one.reading(one.nearest("طائرات وزارة الدفاع قصفت المستشفى", limit=1)[0])
        assert nearest.reading.document.ref == "b"


@pytest.mark.parametrize(
    ("words", "says"), [(("ادلب",), "إدلب"), (("لا", "شيء", "كهذا"), "No document"), (("الى", "ادلب"), "a  made")]
)
def test_searching_from_the_command_line(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    place = str(tmp_path / "a.db")
    fill(place)
    done = marsad("search", *words, "-l", place, cwd=tmp_path)
    assert (done.returncode, says in done.stdout) == (0, True), done.stdout + done.stderr
    more = marsad("search", "أن", "--limit", "1", "-l", place, cwd=tmp_path)
    assert "more than 1" in more.stderr
