"""Independence: copies are found by what they share, whatever the order, and different texts are not taken for copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.link.origins import Carried, Sketch, copied, origins, reported_by, shared
from marsad.link.origins import sketch as sketch_words
from marsad.link.wording import Wording

BULLETIN = (
    "أعلن متحدث باسم البلدية أن ورش الصيانة أنهت صباح الأحد إصلاح الجسر الواقع شرق المدينة بعد أسبوعين من انهيار جزء منه. "
    "وأضاف أن حركة السير عادت إلى طبيعتها، وأن الشاحنات الثقيلة ما زالت ممنوعة من العبور حتى نهاية الشهر. "
    "وطالب سكان الحي المجاور بفتح طريق بديل يخفف الازدحام أمام المدارس والمشفى، وبإنارة الشارع الرئيسي ليلا."
)
REWORKED = "وكالات - " + BULLETIN.replace("صباح الأحد", "أمس").replace("أ", "ا") + " يذكر أن الجسر بني قبل ستين عاما."
OTHER = (
    "تراجعت أسعار الخضار في أسواق الجملة هذا الأسبوع مع وصول إنتاج الساحل، وقال تجار إن الطلب ضعيف بسبب موسم الأعياد. "
    "وتوقع مسؤول في غرفة الزراعة أن تستقر الأسعار في شباط المقبل إذا لم تتضرر المحاصيل من موجة الصقيع المنتظرة."
)


def sketch(text: str, start: int = 0) -> Sketch:
    return sketch_words(Wording(text).body([(start, len(text))]))


def _voice(document: str, origin: str, own: str, published: str) -> Carried:
    return Carried(document=document, origin=origin, own=own, published=published)


def test_a_reworked_copy_is_a_copy() -> None:
    assert copied(sketch(BULLETIN), sketch(REWORKED))
    assert not copied(sketch(BULLETIN), sketch(OTHER))
    assert shared(sketch(BULLETIN), sketch(BULLETIN)) == 1.0


def test_short_texts_prove_nothing() -> None:
    assert shared(sketch("قال مصدر"), sketch("قال مصدر")) == 0.0


def test_boilerplate_does_not_count() -> None:
    menu = "الرئيسية أخبار رياضة اقتصاد ثقافة منوعات من نحن اتصل بنا شروط الاستخدام سياسة الخصوصية تابعونا على مواقع التواصل "
    a, b = menu + BULLETIN, menu + OTHER
    assert shared(sketch(a, len(menu)), sketch(b, len(menu))) < 0.1


def test_copies_go_back_to_the_outlet_that_published_first() -> None:
    sketches = {"d1": sketch(BULLETIN), "d2": sketch(REWORKED), "d3": sketch(OTHER)}
    voices = [
        _voice("d2", "relay:two", "relay:two", "2026-01-02"),
        _voice("d1", "relay:one", "relay:one", "2026-01-01"),
        _voice("d3", "relay:three", "relay:three", "2026-01-02"),
    ]
    found = origins(voices, sketches)
    assert [(o.id, o.documents) for o in found] == [("relay:one", ("d1", "d2")), ("relay:three", ("d3",))]
    assert origins(voices[::-1], sketches) == found
    assert reported_by(3, len(found)) == "reported by 3 outlets, 2 origins"


def test_the_bodies_of_one_state_are_one_origin() -> None:
    def carried(*voices: str) -> list[Carried]:
        return [Carried(document=f"d{n}", origin=v, own="relay:x", published="2017-01-01") for n, v in enumerate(voices)]

    blank = {f"d{n}": Sketch(packed=b"", size=0) for n in range(3)}
    assert [o.id for o in origins(carried("voice:ru.mod", "voice:ru.mfa", "voice:ru"), blank)] == ["voice:ru"]
    assert [o.id for o in origins(carried("voice:ru.mod", "voice:ru.mod"), blank)] == ["voice:ru.mod"]
    assert len(origins(carried("voice:ly.army", "voice:lna"), blank)) == 2
    assert len(origins(carried("voice:ru.parliament", "voice:ru.mod"), blank)) == 2


def test_one_speaker_is_one_origin_however_many_outlets_quote_him() -> None:
    sketches = {name: sketch(text) for name, text in (("d1", BULLETIN), ("d2", OTHER))}
    voices = [_voice("d1", "voice:x", "relay:one", "2026-01-01"), _voice("d2", "voice:x", "relay:two", "2026-01-01")]
    (found,) = origins(voices, sketches)
    assert found.documents == ("d1", "d2")
    assert reported_by(1, 1) == "reported by 1 outlet, 1 origin"


@given(st.lists(st.sampled_from(BULLETIN.split() + OTHER.split()), min_size=0, max_size=120))
def test_sketches_are_stable_and_shares_lie_between_none_and_all(words: list[str]) -> None:
    text = " ".join(words)
    assert sketch(text) == sketch(text)
    for other in (BULLETIN, OTHER, ""):
        assert 0.0 <= shared(sketch(text), sketch(other)) <= 1.0
        assert shared(sketch(text), sketch(other)) == shared(sketch(other), sketch(text))


def test_words_are_looked_up_by_stretches() -> None:
    text = "ثُمّ قصفت الطائرات البلدةَ، وانسحـبت"
    words = Wording(text)
    assert words.forms((0, len(text))) == ["ثم", "قصفت", "الطايرات", "البلده", "وانسحبت"]
    whole = words.of((0, len(text)))
    assert [text[word.start : word.end] for word in whole][:2] == ["ثُمّ", "قصفت"]
    # A stretch that begins behind a joined particle, or ends inside a word, has that word.
    inside = text.index("قصفت") + 1
    assert words.forms((inside, inside + 5)) == ["قصفت", "الطايرات"]
    assert words.forms((4, 4)) == []
    assert words.those_of(frozenset({"بلده"})) == {"البلده"}
