"""Files of every kind, good and bad, through the real reader."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from marsad.model import Document
from marsad.readers import Given, Remark, Skipped, how_many, read_documents

ARTICLE = (
    "قال متحدث باسم الجيش إن الطائرات قصفت مواقع في ريف حلب الشمالي يوم الثلاثاء، وأكد أن القصف لم يوقع ضحايا بين المدنيين.\n"
    "ونفى مصدر محلي ذلك، مشيرا إلى أن أربعة أشخاص قتلوا في البلدة وأن آخرين نقلوا إلى المستشفى من دون أن يحدد عددهم.\n"
)


def outcomes(*paths: Path, given: Given | None = None) -> list[Document | Skipped | Remark]:
    return list(read_documents([str(p) for p in paths], given=given))


def documents(*paths: Path) -> list[Document]:
    return [o for o in outcomes(*paths) if isinstance(o, Document)]


def skipped(*paths: Path) -> list[Skipped]:
    return [o for o in outcomes(*paths) if isinstance(o, Skipped)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859_6"])
def test_every_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode(encoding))
    (document,) = documents(path)
    assert document.text == ARTICLE
    assert document.language == "ar"


def test_line_ends_and_offsets_stay_as_published(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert "\r\n" in documents(path)[0].text


def test_a_few_broken_bytes_are_shown_and_remarked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode()[:-2] + b"\xd9")
    found = outcomes(path)
    assert isinstance(found[0], Remark)
    assert isinstance(found[1], Document)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "binary"),
        ("english.txt", b"The army said on Tuesday that its aircraft had struck the town. " * 5, "not Arabic"),
        ("digits.txt", b"1234567890 " * 40, "not Arabic"),
        ("page.txt", f"<!DOCTYPE html><html><body>{ARTICLE}</body></html>".encode(), "HTML"),
        ("page.html", ARTICLE.encode(), ".html"),
        ("report.pdf", b"%PDF-1.4", ".pdf"),
        ("short.txt", "مرحبا".encode(), "too short"),
        ("mojibake.txt", ARTICLE.encode().decode("latin-1").encode(), "decoded wrongly"),
        (
            "persian.txt",
            "گزارش می‌شود که نیروهای پلیس چند نفر را در شهر بازداشت کردند و گفتند پژوهش ادامه دارد".encode(),
            "Persian",
        ),
        ("line.txt", (ARTICLE.replace("\n", " ") * 13_000).encode()[:5_000_000], "too long"),
        ("huge.txt", b"\xd9\x82" * 25_000_000, "too long"),
        ("bom.txt", b"\xff\xfe\x00", "UTF-16"),
    ],
)
def test_bad_input_is_named_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    bad, good = tmp_path / name, tmp_path / "zz.txt"
    bad.write_bytes(data)
    good.write_text(ARTICLE, encoding="utf-8")
    found = outcomes(tmp_path)
    assert [type(o) for o in found] == [Skipped, Document]
    assert isinstance(found[0], Skipped)
    assert name in found[0].path
    assert says in found[0].reason


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    assert "no such file" in skipped(tmp_path / "nothing.txt")[0].reason
    assert "no text file" in skipped(tmp_path)[0].reason


def test_folders_are_read_in_order_with_references_below_the_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "inner/c.txt", ".hidden.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    assert [d.ref for d in documents(tmp_path)] == ["a", "b", "inner/c"]
    assert how_many([str(tmp_path)]) == 3


def test_what_the_caller_knows_is_kept_as_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    (document,) = outcomes(path, given=Given(outlet="sana", date="2017-09", title="عنوان"))
    assert isinstance(document, Document)
    assert (document.outlet.id, document.outlet.basis) == ("sana", "given")
    assert (document.published.start, document.published.end) == ("2017-09-01", "2017-09-30")
    assert (document.published.precision, document.published.basis) == ("month", "given")
    assert document.title == "عنوان"


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_with_good_and_bad_rows(tmp_path: Path, *, packed: bool) -> None:
    rows = [
        json.dumps({"id": 7, "outlet": "a", "date": "2016-12-02T10:00:00Z", "text": ARTICLE, "url": "https://x.example/1"}),
        "{broken",
        json.dumps({"id": "no text"}),
        json.dumps({"id": "odd date", "date": "2 Dec", "text": ARTICLE, "extra": 1}, ensure_ascii=False),
        json.dumps({"text": "English only, so it is skipped with a reason"}),
        "",
    ]
    data = "\n".join(rows).encode()
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    found = outcomes(path)
    assert [type(o) for o in found] == [Document, Skipped, Skipped, Remark, Document, Skipped]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.ref, first.published.start, first.url) == ("7", "2016-12-02", "https://x.example/1")
    assert isinstance(found[1], Skipped)
    assert "line 2" in found[1].path


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"text": ARTICLE}, ensure_ascii=False).encode("utf-16"))
    assert documents(path)[0].text == ARTICLE


def test_damaged_archive_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    rows = "".join(json.dumps({"id": n, "text": ARTICLE + str(n)}) + "\n" for n in range(3000))
    path.write_bytes(gzip.compress(rows.encode(), compresslevel=0)[:-5000])
    found = outcomes(path)
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], Skipped)
    assert "damaged" in found[-1].reason


def test_standard_input_holds_text_or_json_lines() -> None:
    (text,) = read_documents(["-"], stdin=io.BytesIO(ARTICLE.encode()))
    (row,) = read_documents(["-"], stdin=io.BytesIO(json.dumps({"id": "r", "text": ARTICLE}).encode()))
    assert isinstance(text, Document)
    assert isinstance(row, Document)
    assert (text.ref, row.ref) == (None, "r")
    assert how_many(["-"]) is None


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert documents(path) == documents(path)
    assert documents(path) == documents(tmp_path)
