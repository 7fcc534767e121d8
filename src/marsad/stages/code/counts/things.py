"""Things: whether a quantity of things says how many were used, hit or lost, and of which it takes a part."""

from __future__ import annotations

from typing import Final

from marsad.lexicon.code import CountedSense
from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.quantities import Phrase, counted_at, more_things, of_things
from marsad.stages.code.counts.state import Found, Run
from marsad.stages.code.counts.surroundings import included, ruined, struck_before, taken_or_ruined
from marsad.stages.code.scene import Scene

_ARE: Final = frozenset(["وهما", "وهي", "وهم", "هما"])
_ONE: Final = frozenset(["واحد", "واحده", "واحدا"])
_USED: Final = frozenset(["violations", "raids", "munitions", "aircraft", "vehicles"])  # خرقا واحدا, صاروخ واحد
_WENT_OFF: Final = ("نفجر", "نفجرت", "نفجار")
_LOADED: Final = ("مفخخ", "ملغوم", "ملغم")


def _are_counted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a quantity of things or bodies counts them, and is no rate, no name of theirs and no place."""
    noun = phrase.noun
    just_one = noun is not None and noun.number == "s" and noun.entry.what in _USED and scene.form(phrase.last) in _ONE
    if noun is None or (phrase.number is None and noun.number != "d" and not just_one and not ruined(scene, phrase)):
        return False
    if noun.entry.id == "times" and not struck_before(scene, phrase.first):
        return False  # انتخب مرتين
    if scene.form(phrase.first - 1) in _ARE:
        return False  # وهما سفينتان حربيتان: what they are
    if noun.entry.what == "vehicles" and scene.form(phrase.last).startswith(_LOADED) and not taken_or_ruined(scene, phrase):
        return False  # انفجار سيارتين مفخختين: the weapon, not what was lost
    if noun.entry.what == "vehicles" and scene.form(phrase.first - 1).endswith(_WENT_OFF):
        return False  # قبل أن تنفجر سيارتان
    if noun.entry.what in ("sites", "other") and phrase.low is None and not taken_or_ruined(scene, phrase):
        return False  # استهدفت الغارات عدة مواقع, عدة انفجارات: neither a number nor a loss
    if scene.form(phrase.first - 1) == "بمعدل":
        return False  # a rate, not a number of them
    back = scene.form(phrase.first - 1)
    if noun.entry.what == "sites" and (back in ("في", "داخل") or back in scene.words("dwells") or back in scene.words("visits")):
        return False  # في ثلاثة مستشفيات, يضم 200 شقة, زار عددا من المواقع: where and what, not what was hit
    if phrase.number is not None and phrase.last == phrase.number.last and scene.form(phrase.first).startswith("ال"):
        return False  # اتفاق المدن الأربعة: those known
    before = counted_at(scene, phrase.first - 1) if phrase.number is None else None
    if before is not None and before.payload.entry.role == "thing" and before.payload.number == noun.number == "d":
        return phrase.joined  # طائرتين مسيرتين: the adjective has the letters of a noun
    # الدول الثلاث الضامنة: their name
    named = scene.form(phrase.number.first if phrase.number else 0)[:2] == "ال"
    return not (noun.entry.role == "body" and (phrase.low is None or named))


def count_more_things(book: Book, run: Run, thing: Found, phrase: Phrase) -> bool:
    """Take a number of the things last counted, some of them or more of them; whether it was one."""
    if of_things(book.scene, phrase) and (thing.count.low is None or (phrase.low or 0) <= thing.count.low):
        book.take(phrase, (thing.count.what,), -1, thing.count.span)
    elif more_things(book.scene, phrase, thing.last):
        run.thing = book.take(phrase, (thing.count.what,), phrase.first, None) or thing
    else:
        return False
    return True


def count_things(book: Book, run: Run, phrase: Phrase) -> Found | None:
    """Count things used, hit or lost; None where they are none, or some of those counted last."""
    noun = phrase.noun
    if noun is None or not _are_counted(book.scene, phrase):
        return None
    if run.thing is not None and _of_them(book.scene, run.thing, phrase, noun):
        book.take(phrase, (noun.entry.what,), phrase.first, run.thing.count.span)
        return None
    return book.take(phrase, (noun.entry.what,), phrase.first if noun.entry.role == "thing" else -1, None)


def _of_them(scene: Scene, thing: Found, phrase: Phrase, noun: CountedSense) -> bool:
    """Whether a number takes some of as many things of its kind (16 مركبة من بينها ثماني مركبات مصفحة)."""
    fewer = (thing.count.low or 0) > (phrase.low or 0) > 0 and thing.count.what == noun.entry.what
    return fewer and phrase.number is not None and included(scene, phrase.first)
