"""The sentences at which a scene ends, and those that say that it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.handover import PlaceMention

# Folded openings of sentences that leave the scene, without their و: they turn back, aside, or to what happens time and again.
_TURNS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(phrase.split())
    for phrase in [
        "كان", "كانت", "كانوا", "يذكر", "يشار", "تجدر", "جدير", "الجدير", "يجدر", "سبق", "سبق ان", "في وقت سابق",
        "من جهه اخري", "من جانب اخر", "من ناحيه اخري", "علي صعيد", "في سياق اخر", "في سياق منفصل", "الي ذلك", "في شان اخر",
        "في الشان", "علي الصعيد", "لفت تقرير", "منذ", "خلال الاشهر", "خلال الايام", "في الاونه", "تاتي هذه", "ياتي هذا",
        "ياتي ذلك", "تشهد", "تعتبر", "يعتبر", "يعد", "تعد", "بحسب احصاييه", "وثق", "وثقت", "احصي", "بلغ عدد", "بدات الازمه",
        "اقرا", "مقالات", "للمزيد", "بين الحين", "بين الفينه", "تجدر الاشاره", "حول", "بخصوص", "بشان", "فيما يتعلق", "عن", "تتعرض", "يتعرض", "كثيرا", "غالبا", "عاده",
        "باستمرار", "بشكل متكرر", "بشكل شبه", "بشكل يومي", "خلال الاونه", "خلال الفتره", "في الفتره", "خلال الاسابيع", "خلال السنوات",
    ]
)  # fmt: skip
_MEANWHILE: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(phrase.split())
    for phrase in ["بالتزامن", "في هذه الاثناء", "في الاثناء", "في تلك الاثناء", "في الوقت نفسه", "في الوقت ذاته", "في غضون ذلك"]
)
_HEADING: Final = 16
_SHORTEST_HEADING: Final = 3
_ALSO: Final = 6
_TELLS: Final = 5
_HEAD: Final = 3


def told_sentences(page: Page) -> list[int]:
    """How many sentences of five words or more stand before each one: bylines, sources and stamps are none; parts lie far apart."""
    counts, count = [], 0
    for sentence in page.sentences:
        counts.append(count + sentence.nth - sentence.i)
        count += sum(t.kind == "word" for t in page.tokens[sentence.first : sentence.last]) >= _TELLS
    return counts


def _headed(page: Page, k: int) -> bool:
    """Whether a sentence is a heading within the text: a short paragraph of its own without a full stop."""
    sentence = page.sentences[k]
    if sentence.last - sentence.first > _HEADING or page.tokens[sentence.last - 1].form in (".", "؟", "!", "،", ":", "؛"):
        return False
    after = sentence.last
    opens = page.tokens[sentence.first - 1].kind == "break" if sentence.first else False
    return opens and after < len(page.tokens) and page.tokens[after].kind == "break"


class Turned(NamedTuple):
    """Sentences that end a scene: by their words, and by the place they open with (sentence to place mention)."""

    by_words: frozenset[int]
    by_place: Mapping[int, int]


def turned_sentences(page: Page, places: Sequence[PlaceMention]) -> Turned:
    """The sentences that end a scene: those that open a part, turn back or aside, or open with a place (وفي ريف حماة ...)."""
    located = {m.first: n for n, m in enumerate(places)}
    turned = set()
    by_place = {}
    for k, sentence in enumerate(page.sentences):
        if sentence.part and not sentence.into:
            turned.add(k)
        words = [t for t in page.tokens[sentence.first : min(sentence.last, sentence.first + 8)] if t.kind == "word"]
        if not words:
            continue
        first = words[0].form.removeprefix("و") if len(words[0].form) > 3 or words[0].form in ("وفي", "ومن") else words[0].form
        opening = (first, *(w.form for w in words[1:]))
        in_front = opening[0] in ("في", "وفي", "اما", "الي")
        in_place = [w.i for w in (words[:1] if words[0].i in located else words[1:3] if in_front else []) if w.i in located]
        # مفخخة في عفرين: a heading of few words names a place, else it is a byline
        named = len(words) >= _SHORTEST_HEADING and any(t.i in located for t in words)
        if k > _HEAD and (len(words) >= _TELLS or named) and _headed(page, k):
            turned.add(k)
        if any(opening[: len(turn)] == turn for turn in _TURNS):
            turned.add(k)
        also = any(w.form in ("ايضا", "كذلك") for w in words[:_ALSO])  # وفي شمالي العراق أيضا
        if in_place and not also and (in_front or words[0].form.startswith("ب")):
            by_place[k] = located[in_place[0]]
    return Turned(frozenset(turned), by_place)


def meanwhile(page: Page, k: int) -> bool:
    """Whether a sentence says that what it tells happened at the time of what was told before (في هذه الأثناء، ...)."""
    sentence = page.sentences[k]
    words = [t.form for t in page.tokens[sentence.first : min(sentence.last, sentence.first + 6)] if t.kind == "word"]
    opening = (words[0].removeprefix("و"), *words[1:]) if words else ()
    return any(opening[: len(phrase)] == phrase for phrase in _MEANWHILE)
