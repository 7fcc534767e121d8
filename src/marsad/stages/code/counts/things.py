"""Things: whether a quantity of things says how many were used, hit or lost, and of which it takes a part."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import CountedSense
from marsad.model import Qualifier
from marsad.stages.code.counts.book import Book
from marsad.stages.code.counts.quantities import Phrase, counted_at, elsewhere, many_at, more_things, of_things
from marsad.stages.code.counts.state import Found, Run
from marsad.stages.code.counts.surroundings import included, ruined, struck_before, taken_or_ruined
from marsad.stages.code.scene import Scene

_ARE: Final = frozenset(["وهما", "وهي", "وهم", "هما"])
_ONE: Final = frozenset(["واحد", "واحده", "واحدا"])
_USED: Final = frozenset(["violations", "raids", "munitions", "aircraft", "vehicles"])  # خرقا واحدا, صاروخ واحد
_WENT_OFF: Final = ("نفجر", "نفجرت", "نفجار")
_SOME: Final = frozenset(["عدد", "عددا", "عديد"])
_ONE_OF: Final = frozenset(["احد", "احدي"])
_MOST: Final = frozenset(["معظم", "اغلب", "غالبيه", "غالبيت", "جل"])
_LISTED: Final = 2  # words from one of a list to the next: مربضين للمدفعية وشاحنة
_HAS: Final = 3  # words from who has something to its number
_OBJECT: Final = 3  # words from a word of striking to what was struck
_GOVERNS: Final = frozenset(["في", "من", "علي", "الي", "عن", "قرب", "مع", "داخل", "محيط"])
_THROUGH: Final = frozenset(["خلالها", "خلاله"])  # اعتداءات استهدفت من خلالها عددا من المواقع
_LOADED: Final = ("مفخخ", "ملغوم", "ملغم")


def _are_counted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a quantity of things or bodies counts them, and is no rate, no name of theirs and no place."""
    noun = phrase.noun
    if noun is not None and noun.entry.id == "salvos" and noun.number == "p":
        return True  # هاجم البلدة برشقات من الصواريخ: of shells and rockets as many as nobody says
    just_one = noun is not None and noun.number == "s" and noun.entry.what in _USED and scene.form(phrase.last) in _ONE
    if noun is not None and _on_a_list(scene, phrase):
        return True
    if noun is None or (phrase.number is None and noun.number != "d" and not just_one and not ruined(scene, phrase)):
        return False
    if noun.entry.id == "times" and not struck_before(scene, phrase.first):
        return False  # انتخب مرتين
    if any(scene.form(k).removeprefix("و") in scene.words("has") for k in range(phrase.first - _HAS, phrase.first)):
        return False  # في الحي الذي فيه 12 مسجدا, تملك الدولة 42 طائرة
    if scene.form(phrase.first - 1) in _ARE:
        return False  # وهما سفينتان حربيتان: what they are
    if noun.entry.what == "vehicles" and scene.form(phrase.last).startswith(_LOADED) and not taken_or_ruined(scene, phrase):
        # انفجار سيارتين مفخختين, بسيارتين مفخختين: the weapon, not what was lost; how many they blew up is told of it (فجروا أربع مفخخات)
        blown_up = any(scene.cut_to(k, scene.words("blows-up")) for k in range(phrase.first - _OBJECT, phrase.first))
        if not blown_up:
            return False
    if noun.entry.what == "vehicles" and scene.form(phrase.first - 1).endswith(_WENT_OFF):
        return False  # قبل أن تنفجر سيارتان
    lost = taken_or_ruined(scene, phrase) or (noun.entry.what == "sites" and _some_struck(scene, phrase))
    if noun.entry.what in ("sites", "other") and phrase.low is None and not lost:
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


def _on_a_list(scene: Scene, phrase: Phrase) -> bool:
    """Whether one vehicle or the like is joined to as many things counted right before it (استهدف مربضين للمدفعية وشاحنة ذخيرة)."""
    noun = phrase.noun
    if noun is None or noun.number != "s" or phrase.low != 1 or not scene.form(phrase.first).startswith("و"):
        return False
    if noun.entry.what not in ("vehicles", "aircraft"):
        return False
    for k in range(phrase.first - 1, phrase.first - 1 - _LISTED, -1):
        hit = counted_at(scene, k) if scene.word(k) else None
        if hit is not None:
            many = hit.payload.number == "d" or bool(scene.numbers_between(k - 2, k))
            return hit.payload.entry.role == "thing" and many and hit.payload.entry.what in ("vehicles", "aircraft", "targets")
        if not scene.word(k):
            return False
    return False


def _some_struck(scene: Scene, phrase: Phrase) -> bool:
    """Whether عدد من or العديد من says that some sites were the object of a strike: استهداف عدد من القرى, not قصف عدة مواقع."""
    return scene.form(phrase.first).removeprefix("ال") in _SOME and _is_struck(scene, phrase.first)


def _is_struck(scene: Scene, i: int) -> bool:
    """Whether token `i` is the object of a word of striking right before it, the one who struck between or not."""
    words = scene.words("strikes")
    for k in range(i - 1, i - _OBJECT - 1, -1):
        if scene.cut_to(k, words):
            return True
        if not scene.word(k) or (scene.form(k) in _GOVERNS and scene.form(k + 1) not in _THROUGH):
            return False
    return False


def count_unnumbered(book: Book, i: int) -> bool:
    """Take one or most of some things that a word right before says were hit or lost; whether token `i` tells of such.

    استهدف أحد الأبنية, أسقطت معظمها, تدمير معظم الصواريخ.
    """
    scene = book.scene
    form = scene.form(i)
    one, most = form in _ONE_OF, form.removesuffix("ها") in _MOST
    if not one and not most:
        return False
    hit = many_at(scene, i + 1) if not form.endswith("ها") else _named_before(scene, i)
    if hit is None or hit.payload.entry.role != "thing" or hit.payload.number != "p":
        return False
    what = hit.payload.entry.what
    ruined = scene.cut_to(i - 1, scene.words("ruin"))
    # أحد الأبنية, not أحد أسواق المدينة: where, not what
    if not ruined and not (one and what == "sites" and hit.cut.definite and _is_struck(scene, i)):
        return False
    low = 1 if one else None
    qualifier: Qualifier = "exact" if one else "vague"
    last = i + 1 if form.endswith("ها") else hit.last
    phrase = Phrase(i, last, scene.page.span(i, last), low, low, qualifier, hit.payload, joined=False, number=None)
    return book.take(phrase, (what,), i, None) is not None


def _named_before(scene: Scene, i: int) -> Hit[CountedSense] | None:
    """The shells or aircraft that a pronoun at token `i` means: تصدت لصواريخ العدو وأسقطت معظمها."""
    sentence = scene.sentence(i)
    for k in range(i - 1, sentence.first - 1 if sentence is not None else i - 1, -1):
        hit = many_at(scene, k)
        if hit is not None and hit.payload.entry.what in ("munitions", "aircraft"):
            return hit
    return None


def count_more_things(book: Book, run: Run, thing: Found, phrase: Phrase) -> bool:
    """Take a number of the things last counted, some of them or more of them; whether it was one."""
    if of_things(book.scene, phrase) and (thing.count.low is None or (phrase.low or 0) <= thing.count.low):
        book.take(phrase, (thing.count.what,), -1, thing.count.span)
        run.thing_part = phrase.last
    elif elsewhere(book.scene, phrase, run.thing_part) and (phrase.low or 0) <= (thing.count.low or 0):
        book.take(phrase, (thing.count.what,), -1, thing.count.span)
        run.thing_part = phrase.last
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
