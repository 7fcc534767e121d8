"""Waiting: people counted before the word that says what befell them (ثلاثة جنود … قتلوا), and crowds whom no harm befell."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.quantities import Phrase, harm_at
from marsad.stages.code.counts.state import Run
from marsad.stages.code.counts.surroundings import begins, gathered, in_brackets

_OF: Final = frozenset(["من", "تعداد", "عدد"])  # 9 من أبنائها قتلوا, إلى 110 عدد الذين قتلوا
_QUOTES: Final = frozenset('"“”«»')
_ASIDE: Final = 6
_LISTED: Final = 4  # tokens between two of a list whose verb is to come


def wait(book: Book, run: Run, phrase: Phrase, *, inside: bool) -> None:
    """A quantity of people whose verb is still to come."""
    aside = in_brackets(book.scene, phrase.first) and run.pending is not None and phrase.first - run.pending.last <= _ASIDE
    listed = bool(run.parts) and phrase.number is not None and phrase.joined and phrase.first - run.parts[-1].last <= 1
    if (inside or aside or listed) and run.pending is not None:  # 1200 من أسراهم، بينهم 7 سعوديين و23 سودانيا
        run.parts.append(phrase)  # 5 مدنيين (4 أطفال وسيدة) قتلوا
    elif phrase.number is not None and phrase.noun is None and gathered(book.scene, phrase):
        book.take(phrase, ("other",), -1, None)  # تظاهر الآلاف
    elif phrase.number is not None:
        people = phrase.noun is not None and phrase.noun.entry.role == "victim"
        last = phrase.last + (book.scene.form(phrase.last) in _QUOTES)  # إن «العشرات» من الجنود قتلوا
        if people or harm_at(book.scene, last) is not None or book.scene.form(last) in _OF:
            await_verb(book, run, phrase)
    elif begins(book.scene, phrase.first):
        run.pending, run.parts = phrase, []


def listed_with_waiting(run: Run, phrase: Phrase) -> bool:
    """Whether a number is joined to one behind the word of harm that it did not befall: مقتل عشرة، وتحرير القوات 450 عاملا و60 أجنبيا."""
    before = run.pending
    if before is None or before.number is None or not phrase.joined or not run.taken or before.first <= run.anchor:
        return False
    return before.noun is not None and before.noun.entry.role == "victim" and phrase.first - before.last <= 1


def await_verb(book: Book, run: Run, phrase: Phrase) -> None:
    """A number whose verb is still to come, and with it of those listed right before it."""
    if run.pending is not None and phrase.joined and phrase.first - run.pending.last <= _LISTED:
        run.beside.append(run.pending)
    else:
        count_crowd(book, run)
    run.pending, run.parts = phrase, []


def count_crowd(book: Book, run: Run) -> None:
    """People counted whom no word of harm befell (تظاهر 500 شخص): they count for an event of the same clause, if any."""
    for other in run.beside:
        _gather(book, other, [])
    run.beside = []
    if run.pending is not None and _gather(book, run.pending, run.parts):
        run.pending, run.parts = None, []


def _gather(book: Book, phrase: Phrase, parts: list[Phrase]) -> bool:
    """Count a crowd with its parts; whether it is one of a known number."""
    if phrase.noun is None or phrase.noun.entry.role != "victim" or (phrase.number is None and phrase.low != 2):
        return False
    if phrase.low is None and phrase.high is None:
        return False  # "a number of gunmen" who do something says too little
    if phrase.number is not None and phrase.last == phrase.number.last and book.scene.form(phrase.first).startswith("ال"):
        # الأشخاص الثلاثة: those told of before
        told = [f for f in book.found[-8:] if f.count.low == phrase.low and f.harm is not None]
        if told:
            book.take(phrase, (told[-1].count.what,), phrase.first, None)
    elif book.take(phrase, ("other",), -1, None) is not None:
        for part in parts:  # إجلاء 5000 شخص بينهم 1300 مقاتل
            if part.number is not None:
                book.take(part, ("other",), -1, phrase.span)
    return True
