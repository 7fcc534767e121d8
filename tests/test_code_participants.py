"""Who does it and whom it befalls, over all types: sentences of our own, press style, from every conflict.

In the corpus + joins participants, - means none, ? leaves a side open; a participant is right when one of its mentions holds the
words given. The rest are cases that one sentence cannot show.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from marsad import kit
from marsad.model import Published, Reading, new_document
from marsad.pipeline import trace

KIT = kit.load()
_TODAY = Published(start="2021-06-10", end="2021-06-10", precision="day", basis="given")
with (Path(__file__).parent / "participants_corpus.csv").open(encoding="utf-8", newline="") as handle:
    CORPUS = [(r["types"], r["sentence"], r["actors"], r["targets"]) for r in csv.DictReader(handle)]


def _read(text: str) -> Reading:
    return trace(new_document(text, published=_TODAY), KIT).reading


def _names(reading: Reading, text: str, ids: tuple[str, ...]) -> list[list[str]]:
    actors = {a.id: a for a in reading.actors}
    return [[_full(text[start:end]) for start, end in actors[i].mentions] for i in ids]


def _full(words: str) -> str:
    return "ال" + words[2:] if words.startswith("لل") else words


def _right(wanted: str, named: list[list[str]]) -> bool:
    if wanted == "?":
        return True
    words = [] if wanted == "-" else wanted.split("+")
    left = list(range(len(named)))
    for word in words:
        hit = next((i for i in left if any(word in m or (len(m) > 3 and m in word) for m in named[i])), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


@pytest.mark.parametrize(("types", "text", "actors", "targets"), CORPUS)
def test_participants(types: str, text: str, actors: str, targets: str) -> None:
    reading = _read(text)
    told = [
        (_names(reading, text, e.actors), _names(reading, text, e.targets)) for e in reading.events if e.type in types.split("/")
    ]
    assert any(_right(actors, a) and _right(targets, t) for a, t in told), told


@pytest.mark.parametrize(
    ("told", "rescued"),
    [
        ("وعملت فرق الدفاع المدني على انتشال المصابين من تحت الأنقاض.", "المصابين"),
        ("وهرعت فرق الإنقاذ إلى المكان.", "مدنيين"),
    ],
)
def test_those_rescued_are_those_named_else_those_hurt(told: str, rescued: str) -> None:
    text = f"قصفت قوات النظام بلدة كفرنوران وأصيب ثلاثة مدنيين. {told}"
    reading = _read(text)
    rescue = next(e for e in reading.events if e.type == "humanitarian_aid")
    assert _right(rescued, _names(reading, text, rescue.targets))


def test_relief_goods_go_to_nobody_who_was_hurt_before() -> None:
    text = "قصفت قوات النظام بلدة كفرنوران وأصيب ثلاثة مدنيين. وأوصلت الأمم المتحدة مواد غذائية إلى معبر باب الهوى."
    aid = next(e for e in _read(text).events if e.type == "humanitarian_aid")
    assert aid.targets == ()


def test_a_pronoun_behind_a_relative_means_nobody_further_off() -> None:
    text = "قال التنظيم إنه سيعدم الطيار مفلحوس الذي يحتجزه منذ كانون الأول."
    held = [e for e in _read(text).events if e.type == "detention"]
    assert not any(_right("التنظيم", _names(_read(text), text, e.targets)) for e in held)


def test_what_is_freed_is_freed_from_the_one_who_loses_ground() -> None:
    text = "استعاد الجيش العراقي قضاء بيجي من تنظيم داعش. وقال قائد العمليات إن القوات ستواصل تحرير مدينة هيت خلال أيام."
    freed = [e for e in _read(text).events if e.type == "territory_capture"]
    assert freed
    assert all(e.targets == ("isis",) for e in freed)


def test_a_claim_of_another_blast_is_none_of_this_one() -> None:
    text = "قتل خمسة في تفجير سيارة في حي البياع تبناه تنظيم داعش، كما قتل آخرون في انفجار عبوة ناسفة في حي الكرادة."
    last = [e for e in _read(text).events if e.type == "bombing_ied"][-1]
    assert "isis" not in last.actors or len(last.triggers) > 1


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("وبحسب المراسل فإن القوات التركية قصفت القرية.", "tr.army"),
        ("ووفق مصادر محلية، فإن قسد اعتقلت عدداً من سكان البلدة وانسحبت منها.", "sdf"),
        ("وأعدمت البحرين ثلاثة رجال.", "bh"),
        ("قصفت ميليشيا أسد بلدة سرمين.", "sy.army"),
    ],
)
def test_who_does_it_behind_fa_inna_and_a_country_of_either_gender(text: str, doer: str) -> None:
    first = _read(text).events[0]
    assert first.actors == (doer,)
