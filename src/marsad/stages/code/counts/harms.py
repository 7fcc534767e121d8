"""Harms: quantities whose noun is itself a harm (قتيلان، 15 جريحا، خسائر)."""

from __future__ import annotations

from typing import Final

from marsad.lexicon.code import CountedSense
from marsad.model import CountWhat
from marsad.stages.code.counts.befalling import is_masdar, told_number
from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.quantities import Phrase, counted_at, harm_at, plain_noun
from marsad.stages.code.counts.state import Found, Run
from marsad.stages.code.counts.surroundings import (
    bodies,
    bodies_known,
    caused,
    ill,
    included,
    negated,
    object_of_outcome,
    opens_list,
    says_nothing,
)
from marsad.stages.code.counts.totals import amounts
from marsad.stages.code.scene import Scene

_CASES: Final = 8


def count_harmed(book: Book, run: Run, phrase: Phrase) -> Found | None:
    """Count those whom a noun of harm names; None where it counts nobody, or only a part or a number still to come."""
    scene, noun = book.scene, phrase.noun
    if noun is None:
        return None
    if (
        noun.entry.id == "injuries"
        and phrase.number is None
        and "wounded" in run.what
        and (scene.form(phrase.first).startswith("ب") or 0 <= phrase.first - run.anchor <= 1)
    ):
        return None  # أصيب شقيقه بإصابات خطيرة, جرح 31 إصابات بعضهم بالغة: how, not how many
    said = run.what if run.harm_at > 0 and phrase.first - run.harm_at <= 4 else ()
    what: CountWhat = noun.entry.what
    if noun.entry.id == "bodies":
        if phrase.number is None and bodies_known(scene, phrase) and any(f.count.what == "killed" for f in book.found):
            return None  # نقل جثتي القتيلين: those told of before
        phrase = bodies(scene, phrase)
    if phrase.number is None:
        told = scene.form(phrase.last - 1).startswith("ال") and scene.form(phrase.last).startswith("ال")
        if noun.entry.id == "bodies" and noun.number == "s" and phrase.noun is not noun and not told:  # جثة الطفل الرابع
            return book.take(phrase, (what,), phrase.first, None)  # العثور على جثة شاب
        if noun.entry.id == "bodies" and noun.number == "p" and scene.numbers_between(phrase.last, phrase.last + 1):
            run.told, run.told_at = (what,), phrase.first  # وصلت جثث 12 مقاتلا
        if not noun.entry.bare and phrase.low != 2:
            return None
        if noun.number == "s" and harm_at(scene, phrase.first - 1) is None and is_masdar(scene, phrase):
            return None  # أدت إلى إصابة مدنيين: the masdar, not one injury
        if says_nothing(scene, phrase):
            return None
        none = negated(scene, phrase.first)
        if none == "unheard" or (noun.entry.id == "hurt" and ill(scene, phrase.last)):
            return None
        if none == "none":
            if what not in ("killed", "wounded", "other"):
                return None
            whats: tuple[CountWhat, ...] = ("killed", "wounded") if noun.entry.id in ("losses", "victims") else (what,)
            return book.take(phrase._replace(low=0, high=0, qualifier="exact"), whats, phrase.first, None)
        stated = scene.form(phrase.first - 1) in ("هي", "هو", "بلغت", "كالتالي")  # الحصيلة هي قتيل وسبعة جرحى
        if noun.number == "s" and not (
            said
            or phrase.joined
            or included(scene, phrase.first)  # خمسة شهداء، منهم شهيد واحد في استهداف مباشر
            or stated
            or object_of_outcome(scene, phrase)
            or opens_list(scene, phrase)
            or caused(scene, phrase.first)
        ):
            return None
        if noun.number == "p" and not plain_noun(scene, phrase):
            if amounts(scene, phrase.first):
                run.told, run.told_at = (what,), phrase.first
            return None
    else:
        what = _numbered(book, run, phrase, noun, what)
    if run.main is not None and _some_cases(scene, run, run.main, phrase):
        book.take(phrase, (what,), phrase.first, run.main.count.span)
        run.anchor = run.part_end = phrase.last
        return None
    return book.take(phrase, (what,), phrase.first, None)


def _numbered(book: Book, run: Run, phrase: Phrase, noun: CountedSense, what: CountWhat) -> CountWhat:
    """What a number of a noun of harm counts; a second noun joined to a vague one is taken with it (عدد من القتلى والجرحى)."""
    announced = run.told_at == phrase.first - 1 or told_number(book.scene, run, phrase._replace(noun=None))
    if noun.entry.id == "victims" and run.told and announced:
        what, run.told = run.told[0], ()  # جثث 8 ضحايا, ارتفع عدد الضحايا إلى 178 ضحية
    after = harm_at(book.scene, phrase.last + 1) if book.scene.form(phrase.last) in ("الذين", "الذي", "ممن") else None
    if noun.entry.id == "victims" and after is not None:
        what = after.payload.entry.what  # الضحايا الـ32 الذين قضوا في الهجوم
    if book.scene.form(phrase.last).startswith("وال") and phrase.qualifier == "vague":
        hit = counted_at(book.scene, phrase.last)
        if hit is not None and hit.payload.entry.role == "harm":
            if noun.entry.id == "victims":
                what = "killed"  # عدد من الضحايا والإصابات
            book.take(phrase, (hit.payload.entry.what,), phrase.first, None)
    return what


def _some_cases(scene: Scene, run: Run, main: Found, phrase: Phrase) -> bool:
    """Whether a number with a noun of harm takes some of as many told before: 615 حالة قتل بينها 101 حالة قتل لأطفال و26 لنساء."""
    if phrase.noun is None or main.count.what != phrase.noun.entry.what or not 0 < (phrase.low or 0) < (main.count.low or 0):
        return False
    return included(scene, phrase.first) or (phrase.joined and 0 < phrase.first - run.part_end <= _CASES)
