"""Bare nouns: people and things counted by the form of their noun alone, two by a dual, one by a singular or a name."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import Number
from marsad.arabic.phrases import Hit
from marsad.lexicon.code import CountedSense
from marsad.model import Qualifier
from marsad.stages.code.counts.quantities import (
    INCLUDING,
    Phrase,
    also_plural,
    at_the_least,
    counted_at,
    harm_at,
    joined,
    most_fled,
    person_at,
    said_right_before,
)
from marsad.stages.code.counts.surroundings import BEFORE_SUBJECT
from marsad.stages.code.scene import Scene

_ONE_OF_THEM: Final = frozenset(["احدهما", "احداهما", "احدهم", "احداهن"])
_THE_OTHER: Final = frozenset(["الاخر", "الاخري"])  # مقتل أحدهما وإصابة الآخر
_KUNYA: Final = frozenset(["ابو", "ابي"])
_TWO: Final = frozenset(["اثنين", "اثنان", "اثنتين", "اثنتان"])
_SOME: Final = frozenset(["عدد", "عددا", "قسم", "قسما", "بعض", "جزء"])  # أصيب عدد آخر
_PARENTS: Final = frozenset(["ام", "اب", "اما", "ابا"])
_PARENT_OF: Final = frozenset(["امها", "امهم", "امهما", "ابوه", "اباه", "ابيه", "ابوها", "اباها", "ابيها"])
_CORPS: Final = frozenset(["شرطه", "امن", "جيش", "استخبارات", "مخابرات", "اطفاء", "دين", "اعمال", "صف", "مرور", "حراسه"])
_OF_CORPS: Final = frozenset(["رجلي", "رجلا", "ضابطي", "ضابطا", "عنصري", "عنصرا", "فردي", "فردا", "جنديي"])
_TWO_KIN: Final = frozenset(["والدا", "شقيقا", "طفلا", "ابنا", "نجلا"])  # والداه
_TO_AT_LEAST: Final = 3
_TO_ITS_VERB: Final = 5
_HOUSES: Final = frozenset(["families", "households"])
_MADE_UP: Final = frozenset(["مكونه", "مولفه", "تتكون", "تتالف", "تضم"])
_SON_OF: Final = frozenset(["بن", "ابن"])
_THESE_TWO: Final = frozenset(["هذان", "هذين", "هاتان", "هاتين", "وهذان", "وهاتان", "لهذين", "لهاتين", "بهذين", "بهاتين"])
_RANK: Final = frozenset(["برتبه", "رتبه", "بصفه"])


def bare_phrase(scene: Scene, i: int) -> Phrase | None:
    """A counted noun without a number: dual, singular or plural, indefinite."""
    hit = counted_at(scene, i)
    if scene.form(i) in _ONE_OF_THEM | _THE_OTHER and i and said_right_before(scene, i):
        return Phrase(i, i + 1, scene.page.span(i, i + 1), 1, 1, "exact", None, joined(scene, i), None)
    if hit is None:
        return _most_of(scene, i) or person_at(scene, i) or _by_kunya(scene, i)
    sense = hit.payload
    if sense.entry.numbered and (person := person_at(scene, i)) is not None:
        return person  # الرئيس السابق فلان
    if sense.entry.numbered and not _certain(scene, hit):
        return None
    if sense.phrase:
        return None if _the_last(scene, hit) else _fixed(scene, hit)
    number: Number = sense.number
    if number == "p" and _two_behind(scene, hit.last):
        number = "d"  # مهندسين اثنين
    if _says_no_number(scene, hit, number) or _of_nobody_here(scene, hit, number):
        return None
    theirs = sense.entry.kin and hit.enc  # شقيقيه
    if number == "d" and sense.construct and not theirs and not scene.form(i).endswith("تي") and not _of_a_corps(scene, i):
        return None  # صاروخي is an adjective, مسلحي a plural before its genitive
    if _in_a_name(scene, i) or _whence(scene, hit) or (number == "d" and hit.cut.pro == "وال" and _of_many(scene, i)):
        return None
    if sense.entry.kin or hit.enc:
        return _kinsman(scene, hit)
    span = scene.page.span(hit.first, hit.last)
    if number == "d" and hit.cut.definite and sense.entry.role == "harm":
        return None
    if number == "d" and not (sense.entry.role == "thing" and hit.cut.definite):
        form = scene.form(i)
        if not _two_behind(scene, hit.last) and form.endswith("ين") and sense.entry.role != "thing" and also_plural(scene, i):
            number = "p"
        else:
            last = hit.last + 1 if scene.form(hit.last) in _TWO else hit.last
            phrase = Phrase(i, last, scene.page.span(i, last), 2, 2, "exact", sense, joined(scene, i), None)
            return phrase._replace(high=None, qualifier="at_least") if at_the_least(scene, last) else phrase
    if hit.cut.definite:
        # القيادي في الجيش فلان: the whole title with its name is one man
        known = _named(scene, _behind_adjective(scene, hit.last)) or _struck(scene, hit) or person_at(scene, i) is not None
        if number == "p" and sense.entry.role == "victim" and _all_of(scene, i):
            return Phrase(i, hit.last, span, None, None, "vague", sense, joined(scene, i), None)
        held = sense.entry.what in ("captured", "detained") and _struck(scene, hit)  # مقتل الرهينة, وفاة الأسير فلان
        if number == "s" and ((sense.entry.role == "victim" and known) or held):
            return Phrase(i, hit.last, span, 1, 1, "exact", sense, joined(scene, i), None)
        return None
    if number == "s" and sense.entry.id == "gunmen" and _armed(scene, i):
        return None
    if number == "s" and (end := _just_one(scene, hit)) is not None:
        return Phrase(i, end, scene.page.span(i, end), 1, None, "at_least", sense, joined(scene, i), None)
    if number == "s":
        return _with_kin(scene, Phrase(i, hit.last, span, 1, 1, "exact", sense, joined(scene, i), None))
    return Phrase(i, hit.last, span, None, None, "vague", sense, joined(scene, i), None)


def _most_of(scene: Scene, i: int) -> Phrase | None:
    """نزح معظم سكان البلدة, نزوح غالبية الأهالي: most of those who live somewhere, right behind a word of flight."""
    hit = counted_at(scene, i + 1) if most_fled(scene, i) else None
    if hit is None or hit.payload.entry.role != "victim":
        return None
    return Phrase(i, hit.last, scene.page.span(i, i + 1), None, None, "vague", hit.payload, joined(scene, i), None)


def _by_kunya(scene: Scene, i: int) -> Phrase | None:
    """One killed who is known by the name of his son alone, though no registry knows him: قتل أبو قتادة المغربي و21 مسلحا."""
    harm = harm_at(scene, i - 1) if i and scene.form(i) in _KUNYA else None
    if harm is None or harm.last != i or harm.enc or harm.payload.entry.what not in ("killed", "wounded"):
        return None
    if not scene.word(i + 1) or scene.form(i + 1) in scene.words("no-name") or scene.form(i + 1).startswith("و"):
        return None
    last = i + 3 if scene.form(i + 2).startswith("ال") else i + 2
    return Phrase(i, last, scene.page.span(i, last), 1, 1, "exact", None, joined(scene, i), None)


def _whence(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether a word of nation or side only describes the one before it (العدوان الإسرائيلي, القيادي الحوثي فلان)."""
    entry = hit.payload.entry
    return entry.role == "victim" and (entry.population == "unknown" or entry.id == "houthis") and _describes(scene, hit.first)


def _describes(scene: Scene, i: int) -> bool:
    """Whether a word in ي with the article stands behind one with the article, as adjectives do."""
    return scene.form(i).endswith("ي") and scene.form(i).startswith("ال") and scene.form(i - 1).removeprefix("و").startswith("ال")


def _behind_adjective(scene: Scene, i: int) -> int:
    """The token behind one adjective that may stand before a name (القيادي الحوثي فلان)."""
    return i + 1 if _describes(scene, i) else i


def _of_many(scene: Scene, i: int) -> bool:
    """Whether the letters of a dual go on a plural with the article that a number takes some of (عدد من النزلاء والعاملين)."""
    return scene.form(i).endswith("ين") and scene.form(i - 1).startswith("ال") and not _two_behind(scene, i + 1)


def _just_one(scene: Scene, hit: Hit[CountedSense]) -> int | None:
    """The token behind one of whom على الأقل says that there may be more (متظاهرا واحدا على الأقل), None where it does not follow."""
    for k in range(hit.last, hit.last + _TO_AT_LEAST):
        if scene.form(k) == "علي" and scene.form(k + 1) == "الاقل":
            return k
        form = scene.form(k)
        if not form.endswith(("ا", "ه", "د", "ي")) or (form.startswith(("و", "ب", "في")) and not form.startswith("واحد")):
            return None
    return None


def _of_a_corps(scene: Scene, i: int) -> bool:
    """Whether a dual in construct stands before a corps (رجلي أمن, ضابطي شرطة): two men, no adjective."""
    return scene.form(i).removeprefix("و").removeprefix("ل").removeprefix("ب") in _OF_CORPS and scene.form(i + 1) in _CORPS


def _absolute(scene: Scene, i: int) -> bool:
    return scene.form(i).endswith(("ين", "ان"))


def _certain(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether a noun that may be another word stands where only the noun does: right behind a word of harm, or an indefinite dual of things."""
    i, sense = hit.first, hit.payload
    if sense.number == "d" and sense.entry.role == "thing" and hit.cut.pro in ("", "و") and _absolute(scene, i):
        return True  # دمرت الغارة محطتين
    if sense.number == "p" or not i:
        return False
    if said_right_before(scene, i) or _behind_doers(scene, i):
        return True
    if scene.plain(i - 1) in BEFORE_SUBJECT and scene.form(i).endswith(("ا", "ه")) and sense.entry.role == "victim":
        return any(_verb_of_harm(scene, k) for k in range(hit.last, hit.last + _TO_ITS_VERB))  # أن عسكريا قتل
    if scene.form(i - 2) == "في" and harm_at(scene, i - 3) is not None:
        return sense.entry.role == "victim"  # قتل في الهجوم رئيس البلدية
    # ذبح التنظيم راعيا
    doer = scene.form(i).endswith("ا") and scene.form(i - 1).startswith("ال")
    struck = harm_at(scene, i - 2) if doer and i > 1 else None
    return struck is not None and struck.payload.cls == "verb" and sense.entry.role == "victim"


def _verb_of_harm(scene: Scene, i: int) -> bool:
    harm = harm_at(scene, i) if scene.word(i) else None
    return harm is not None and harm.payload.cls == "verb" and harm.cut.pro == ""


def _says_no_number(scene: Scene, hit: Hit[CountedSense], number: Number) -> bool:
    """Whether a noun says whence people are, how they fare or of which rank, not how many they are."""
    i, entry = hit.first, hit.payload.entry
    if _the_last(scene, hit):
        return True  # حتى مقتل آخر إرهابي
    if number == "s" and _of_a_thing(scene, i):
        return True  # أصابها صاروخ حوثي: whose rocket it is
    if number == "d" and entry.role == "thing" and any(scene.form(k) in _THESE_TWO for k in (i - 1, i - 2)):
        return True  # هذان أحدث هجومين: those told of
    if number == "s" and entry.id in _HOUSES and _of_so_many(scene, hit.last):
        return True  # استشهاد أسرة من ستة أفراد: the six are counted
    if number == "s" and entry.id in _HOUSES and scene.form(i - 1) == "من":
        return True  # أربعة منهم من عائلة واحدة
    if number == "s" and hit.cut.pro in ("ل", "ول", "لال", "ك"):
        return True
    fares = number == "s" or (entry.role == "harm" and not hit.cut.definite)
    if fares and (scene.form(i - 1) == "بين" or (scene.form(i - 2) == "بين" and hit.cut.pro == "و")):
        return True  # بين قتيل وجريح
    # وطالب الأهالي: they demanded
    return scene.form(i - 1) in _RANK or (scene.form(i) == "وطالب" and counted_at(scene, i - 1) is None)


def _the_last(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether آخر stands before one whom it calls the last of them: حتى مقتل آخر إرهابي, not إصابة آخر."""
    if scene.form(hit.first) != "اخر":
        return scene.form(hit.first - 1) == "اخر" and hit.cut.pro == "" and hit.payload.entry.role == "victim"
    man = counted_at(scene, hit.last)
    return man is not None and man.payload.number == "s" and man.cut.pro == "" and man.payload.entry.role == "victim"


def _of_a_thing(scene: Scene, i: int) -> bool:
    """Whether a word in ي describes an indefinite thing right before it (صاروخ حوثي, هجوم فلسطيني)."""
    if not scene.form(i).endswith("ي") or not scene.word(i - 1):
        return False
    before = counted_at(scene, i - 1)
    return before is not None and before.payload.entry.role == "thing" and not before.cut.definite


def _of_so_many(scene: Scene, i: int) -> bool:
    """Whether the head count of a family follows: من ستة أفراد, مكونة من أربعة أشخاص, تضم خمسة أفراد."""
    k = i + 1 if scene.form(i) in _MADE_UP else i
    k = k + 1 if scene.form(k) == "من" else k
    return k > i and bool(scene.numbers_between(k, k + 1))


def _of_nobody_here(scene: Scene, hit: Hit[CountedSense], number: Number) -> bool:
    """Whether a noun with a pronoun, or a word of kin without one, belongs to nobody told of here."""
    i, entry = hit.first, hit.payload.entry
    if hit.enc and not entry.kin:
        near = said_right_before(scene, i) or _house(scene, hit)
        near = near or (scene.plain(i - 1) in BEFORE_SUBJECT and number == "s")  # وإن طيارها لقي حتفه
        return not (number != "p" and entry.role == "victim" and near)
    if entry.kin and not hit.enc:
        struck = bool(i) and scene.word(hit.last) and said_right_before(scene, i)
        return not (number == "s" and (_owned(scene, hit.last) or struck))
    return False


def _two_behind(scene: Scene, i: int) -> bool:
    """Whether اثنين follows, an adjective between or not: عسكريين تركيين اثنين."""
    return scene.form(i) in _TWO or (scene.form(i).endswith(("ين", "ان")) and scene.form(i + 1) in _TWO)


def _armed(scene: Scene, i: int) -> bool:
    """Whether مسلح describes an indefinite noun (في هجوم مسلح، نزاع مسلح) and is no gunman."""
    before = scene.form(i - 1)
    if scene.form(i) != "مسلح" or not scene.word(i - 1) or said_right_before(scene, i):
        return False
    return not before.startswith("ال") and before not in scene.words("no-name")


def _kinsman(scene: Scene, hit: Hit[CountedSense]) -> Phrase:
    """والده, شقيقيه, سائقها; والد الشاب with the noun behind it."""
    i, last = hit.first, hit.last
    if hit.enc:
        low = {"s": 1, "d": 2}.get(hit.payload.number)
        if low == 1 and hit.cut.stem in _TWO_KIN:
            low = 2  # والداهما
        qualifier: Qualifier = "exact" if low else "vague"
        return Phrase(i, last, scene.page.span(i, last), low, low, qualifier, hit.payload, joined(scene, i), None)
    return _with_kin(scene, Phrase(i, last + 1, scene.page.span(i, last + 1), 1, 1, "exact", hit.payload, joined(scene, i), None))


def _in_a_name(scene: Scene, i: int) -> bool:
    """Whether the noun at token `i` is a place (سوريا is no Syrian in the accusative) or ends a name (طالبان in حركة طالبان are no two students)."""
    # مقتل مزارع بانفجار: a type word of places that no gazetteer knows is no place behind a word of harm
    taken = bool(i) and said_right_before(scene, i)
    hit = counted_at(scene, i)
    taken = taken or (
        hit is not None and hit.payload.number == "d" and hit.payload.entry.what == "sites" and _absolute(scene, i)
    )  # هدمت الجرافات منزلين, أدت إلى تدمير مبنيين
    if scene.form(i - 1).removeprefix("و").removeprefix("ل") in _SON_OF:
        return True  # جابر بن حيان
    if any(p.first <= i < p.last and (p.candidates or not taken) for _, p in scene.places_between(i - 4, i + 1)):
        return True
    return any(m.last > i and m.head < i and m.form == "name" for m in scene.actors_between(i - 4, i + 1))


def _house(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether a noun with a pronoun is joined to one of the same house (أم وطفليها)."""
    before = counted_at(scene, hit.first - 1) if hit.first else None
    named = any(m.last == hit.first and m.form in ("name", "titled") for m in scene.actors_between(hit.first - 1, hit.first))
    if named and hit.cut.pro == "و":
        return True  # الصحفي فلان ومصوره
    return before is not None and hit.cut.pro == "و" and before.payload.entry.role == "victim"


def _behind_doers(scene: Scene, i: int) -> bool:
    """Whether an accusative stands behind two or more who did it (اغتال مسلحان خطيبا): a noun, no adjective."""
    if i < 2 or not scene.form(i).endswith("ا") or not scene.plain(i - 1).endswith(("ان", "ون")):
        return False
    doers = counted_at(scene, i - 1)
    return doers is not None and doers.payload.entry.role == "victim" and said_right_before(scene, i - 1)


def _struck(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether a noun with the article is the one whom harm befell, or of whom a verb of harm is still to tell.

    مقتل القيادي في التنظيم, استشهد الأسير المحرر فلان, اغتال مسلحون الناشط الإعلامي فلان, أن العنصر في الفصيل كذا قتل
    """
    i = hit.first
    harm = harm_at(scene, i - 1) if i else None
    if harm is not None and harm.last == i:
        return not harm.enc and harm.payload.entry.what in ("killed", "wounded")
    if scene.plain(i - 1) in BEFORE_SUBJECT:
        return True
    doers = i > 1 and scene.plain(i - 1).endswith(("ون", "ان")) and harm_at(scene, i - 2) is not None
    return doers and hit.cut.pro == "ال"


def _all_of(scene: Scene, i: int) -> bool:
    """Whether all of those known are told to be dead or hurt: أسفر القصف عن تدمير العربة ومقتل العناصر."""
    harm = harm_at(scene, i - 1) if i else None
    if (
        harm is None
        or harm.last != i
        or harm.enc
        or harm.payload.cls == "verb"
        or harm.payload.entry.what not in ("killed", "wounded")
    ):
        return False
    return any(
        c.stem in scene.words("outcome") for k in range(max(0, i - 9), i - 1) for c in scene.page.lookup.cuts(scene.form(k))[:3]
    )


def _owned(scene: Scene, i: int) -> bool:
    """Whether a noun or name that can own a kinsman stands at token `i` (والد الشاب، نجل عضو)."""
    if not scene.word(i) or scene.form(i) in scene.words("no-name"):
        return False
    hit = counted_at(scene, i)
    return (hit is not None and hit.payload.entry.role == "victim") or bool(person_at(scene, i)) or scene.form(i).startswith("ال")


def _with_kin(scene: Scene, phrase: Phrase) -> Phrase:
    """طفل ووالده, امرأة وطفلتها, رجل وزوجته وطفلاهما: one person and others of the same house are so many together."""
    while phrase.low is not None:
        hit = counted_at(scene, phrase.last)
        if hit is None or hit.payload.entry.role != "victim" or not hit.enc or hit.cut.pro != "و" or hit.payload.number == "p":
            break
        more = 2 if hit.payload.number == "d" or hit.cut.stem in _TWO_KIN else 1
        span = (phrase.span[0], scene.page.span(hit.first, hit.last)[1])
        phrase = phrase._replace(last=hit.last, span=span, low=phrase.low + more, high=phrase.low + more)
    return phrase


def _fixed(scene: Scene, hit: Hit[CountedSense]) -> Phrase | None:
    """آخرون, آخر and أحد, which decline does not make."""
    form = scene.form(hit.first).removeprefix("و")
    span = scene.page.span(hit.first, hit.last)
    i = hit.first
    if hit.payload.entry.bare or form in ("اخرون", "اخرين"):
        return Phrase(i, hit.last, span, None, None, "vague", hit.payload, joined(scene, i), None)
    if form == "اخران":
        return Phrase(i, hit.last, span, 2, 2, "exact", hit.payload, joined(scene, i), None)
    if form == "اخر" and scene.form(i - 1) in _SOME:
        return Phrase(i, hit.last, scene.page.span(i - 1, hit.last), None, None, "vague", hit.payload, joined(scene, i), None)
    if form == "اخر" and scene.form(hit.last) in scene.words("last-of"):
        return None  # آخر معقل للتنظيم
    one = (
        form == "اخر"
        or (form in _PARENTS | _PARENT_OF and bool(i) and (said_right_before(scene, i) or _in_a_list(scene, i)))
        or (form == "اخري" and bool(i) and said_right_before(scene, i))
    )
    if one and form in _PARENTS:
        return _with_kin(scene, Phrase(i, hit.last, span, 1, 1, "exact", hit.payload, joined(scene, i), None))
    if one or (form in ("احد", "احدي") and (_people_at(scene, hit.last) or _some_of(scene, i, hit.last))):
        return Phrase(i, hit.last, span, 1, 1, "exact", hit.payload, joined(scene, i), None)
    return None


def _in_a_list(scene: Scene, i: int) -> bool:
    """Whether أم or أب is one of those listed: بينهم أم وأطفالها, خمسة، أب وأم وطفل."""
    if scene.form(i).startswith("و"):
        before = counted_at(scene, i - 1)
        return before is not None and before.payload.entry.role == "victim"
    if scene.form(i) == "اما":
        return False  # ثلاثة شهداء، أما الجرحى: the particle, not a mother
    return scene.form(i - 1) in INCLUDING or scene.form(i - 1) in ("،", ":", "هم", "وهم", "هما", "وهما", "هن", "وهن")


def _some_of(scene: Scene, i: int, after: int) -> bool:
    """Whether أحد right behind a word of harm takes one of people no list knows (اعتقال أحد المقربين, أحد مرافقيه)."""
    harm = harm_at(scene, i - 1) if i else None
    if harm is None or not said_right_before(scene, i) or harm.payload.entry.id == "drop-dead" or not scene.word(after):
        return False
    hit = counted_at(scene, after)
    if (hit is not None and hit.payload.entry.role == "thing") or scene.form(after) in scene.words("limbs"):
        return False
    return (
        scene.form(after).startswith("ال")
        or scene.form(after) in scene.words("head-of-many")
        or scene.form(after).endswith(("ه", "ها", "هم"))
    )


def _people_at(scene: Scene, i: int) -> bool:
    """Whether people follow: a counted noun of persons or an actor."""
    hit = counted_at(scene, i)
    if hit is not None and hit.payload.entry.role == "thing":
        return False  # سقوط إحدى المسيرات
    return (hit is not None and hit.payload.entry.role == "victim") or bool(scene.actors_between(i, i + 2))


def _named(scene: Scene, i: int) -> bool:
    """Whether a name stands at token `i` (الطفل فلان)."""
    k = i
    while scene.form(k) in ('"', "“", "”", "«", "»", "(") and k < len(scene.tokens):
        k += 1
    if not scene.word(k) or scene.form(k).startswith("ال") or scene.form(k) in scene.words("no-name"):
        return False
    return True
