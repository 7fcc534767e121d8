"""Tokens, the ways to cut their clitics, and phrase tables over them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.arabic.fold import fold
from marsad.arabic.phrases import Lookup, PhraseTable
from marsad.arabic.tokens import Token, cuts, tokenise
from marsad.arabic.torn.words import BEFORE_IMPERFECT, DOUBLED, LAST_DOUBLED, REST, TORN_HEADS, WHOLE


def tokens(text: str) -> tuple[Token, ...]:
    return tokenise(fold(text))


@pytest.mark.parametrize(
    ("word", "pro", "stem", "enc"),
    [
        ("وقال", "و", "قال", ""),
        ("والمعارضه", "وال", "معارضه", ""),
        ("للمعارضه", "لال", "معارضه", ""),
        ("بالقصف", "بال", "قصف", ""),
        ("وسيعلن", "وس", "يعلن", ""),
        ("حكومته", "", "حكومه", "ه"),
        ("قصفوها", "", "قصفوا", "ها"),
        ("استهدافهم", "", "استهداف", "هم"),
        ("وزير", "", "وزير", ""),
    ],
)
def test_a_word_can_be_cut(word: str, pro: str, stem: str, enc: str) -> None:
    assert (pro, stem, enc) in cuts(word)


def test_the_uncut_word_comes_first() -> None:
    assert cuts("وزير")[0] == ("", "وزير", "")


@given(st.text(alphabet="وفبلكساتمنهي", min_size=1, max_size=9))
def test_every_cut_leaves_a_stem(word: str) -> None:
    assert all(cut.stem and (cut.pro or cut.enc or cut.stem == word) for cut in cuts(word))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("الضفةالغربية", ["الضفة", "الغربية"]),
        ("علىالأرض", ["على", "الأرض"]),
        ("مدينةحلب", ["مدينة", "حلب"]),
        ("مدينة", ["مدينة"]),
        ("هدىالله", ["هدى", "الله"]),
        ("حياةً", ["حياةً"]),
    ],
)
def test_words_run_together_behind_an_ending_are_parted(text: str, words: list[str]) -> None:
    assert [text[t.start : t.end] for t in tokens(text)] == words


def test_kinds_and_spans() -> None:
    text = "قصفت 12 طائرة SU-24، الـ13 صباحاً\n\nثم 3.5"
    found = [(text[t.start : t.end], t.kind) for t in tokens(text)]
    assert ("12", "number") in found
    assert ("3.5", "number") in found
    assert ("SU", "latin") in found
    assert ("13", "number") in found
    assert sum(kind == "break" for _, kind in found) == 1


@given(st.text(max_size=80))
def test_tokens_cover_their_characters_in_order(text: str) -> None:
    found = tokens(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert [t.i for t in found] == list(range(len(found)))


@pytest.mark.parametrize(
    "text",
    ["الجيش السوري الحر", "والجيش السوري الحر", "للجيش السوري الحر", "الجيش «السوري الحر»", "بالجيش السوري الحرّ"],
)
def test_a_phrase_is_met_with_clitics_and_quotes(text: str) -> None:
    table = PhraseTable.build([("الجيش السوري الحر", "fsa"), ("الجيش السوري", "army")])
    hits = table.scan(tokens(text), Lookup())
    assert [h.payload for h in hits] == ["fsa"]


def test_a_phrase_does_not_cross_a_line_or_a_comma() -> None:
    table = PhraseTable.build([("الجيش السوري", "army")])
    assert not table.scan(tokens("الجيش\nالسوري"), Lookup())
    assert not table.scan(tokens("الجيش، السوري"), Lookup())


def test_pronouns_only_where_the_table_allows_them() -> None:
    assert not PhraseTable.build([("قصف", 1)]).scan(tokens("قصفها"), Lookup())
    hit = PhraseTable.build([("قصف", 1)], pronouns=True).scan(tokens("قصفها"), Lookup())[0]
    assert hit.enc == "ها"


def test_an_ending_torn_off_its_word_joins_it_and_letters_of_a_name_stay_apart() -> None:
    text = "وتابع قائل ا إن جزء ا من المدينة خرب، وفق الأمم المتحد ة"
    found = {t.form: t.span for t in tokenise(fold(text))}
    assert text[slice(*found["قايلا"])] == "قائل ا"
    assert text[slice(*found["جزءا"])] == "جزء ا"
    assert text[slice(*found["المتحده"])] == "المتحد ة"
    for apart in ("مراسل ا ف ب في المدينة", "نقلت ا.ف.ب الخبر", "البند ا من الاتفاق"):
        assert "ا" in [t.form for t in tokenise(fold(apart))]


def test_a_word_torn_behind_its_first_letter_joins_it() -> None:
    text = "ق تل جندي وأ صيب آخر من قوات الن ظام، وقال والد الشاب إن القلق بالغ الآن"
    forms = [t.form for t in tokenise(fold(text))]
    assert {"قتل", "واصيب", "النظام", "والد", "بالغ"} <= set(forms)
    for apart in ("نقلت أ ف ب الخبر", "عام 2018 م قتل", "د سامر الطبيب"):
        assert len(tokenise(fold(apart))) == len(apart.split())


def test_a_word_torn_behind_a_doubled_letter_joins_it() -> None:
    text = "أك دت قو ات المسل حة أنها احتل ت الموقع حت ى المساء، وهي التي ت نفذ الخطة بعد أن شك ل الثو ار لجنة"
    forms = [t.form for t in tokenise(fold(text))]
    assert {"اكدت", "قوات", "المسلحه", "احتلت", "حتي", "تنفذ", "شكل", "الثوار"} <= set(forms)
    for apart in ("هذا النصر في المدينة", "وقد مات الرجل", "كل ما قيل", "مرت بها القافلة", "وصفها ب « الخطة »", "يصل بين بلدتين"):
        assert len([t for t in tokenise(fold(apart)) if t.kind == "word"]) == len([w for w in apart.split() if w not in "«»"])


def test_every_listed_word_that_is_torn_joins_it() -> None:
    torn = [f"{root[:2]} {root[2]}{end}" for root in DOUBLED for end in ("ت", "وا") if root[2] + end not in WHOLE]
    torn += [f"{verb} ت" for verb in LAST_DOUBLED]
    torn += [f"{head} {rest}" for table in (TORN_HEADS, REST) for head, rests in table.items() for rest in rests]
    assert [words for words in torn if len(tokenise(fold(words))) != 1] == []


def test_what_could_end_a_torn_word_and_is_a_word_stays_apart() -> None:
    assert [word for word in WHOLE if len(tokenise(fold(f"النصر {word}"))) != 2] == []
    folded = DOUBLED | LAST_DOUBLED | WHOLE | BEFORE_IMPERFECT
    assert [word for word in folded if fold(word).text != word] == []
    assert len(tokenise(fold("رب ما قيل"))) == 3
