"""Quantities: the words that state a number of people or things, and the words of harm beside them."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from marsad.arabic.inflection import Number
from marsad.arabic.phrases import Hit
from marsad.handover import NumberMention
from marsad.lexicon.code import CountedSense, HarmSense
from marsad.model import Qualifier, Span
from marsad.stages.code.scene import Scene

INCLUDING: Final = frozenset(
    [
        "بينهم",
        "بينها",
        "بينهن",
        "منهم",
        "منها",
        "منهن",
        "معظمهم",
        "اغلبهم",
        "جلهم",
        "غالبيتهم",
        "ضمنهم",
        "بينهما",
        "بضمنهم",
        "منهما",
        "فيهم",
        "معظمها",
        "اغلبيتهم",
        "احدهما",
        "احداهما",
        "احدهم",
        "احداهن",
    ]
)
THAT: Final = frozenset(["إن", "أن", "بأن", "وأن", "ان", "وإن", "فإن", "بإن"])
_OF_THEM: Final = frozenset(["منهم", "منهن", "منهما"])
_ONE_OF_THEM: Final = frozenset(["احدهما", "احداهما", "احدهم", "احداهن"])
_TWO: Final = frozenset(["اثنين", "اثنان", "اثنتين", "اثنتان"])
_SOME: Final = frozenset(["عدد", "عددا", "قسم", "قسما", "بعض", "جزء"])  # أصيب عدد آخر
_RANK: Final = frozenset(["برتبه", "رتبه", "بصفه"])
# Units that bear a number for a name.
_NUMBERED: Final = frozenset(["كتيبه", "فوج", "لواء", "فرقه", "فيلق", "سريه", "طراز", "طريق"])
_NO_HARM: Final = frozenset(["دون", "بدون", "عدم"])
_REACH: Final = 14
_CHAIN: Final = 34


# Two words that add as و does: إضافة إلى نحو 300 مسلح
_BESIDES: Final = frozenset(
    [("اضافه", "الي"), ("بالاضافه", "الي"), ("فضلا", "عن"), ("وفضلا", "عن"), ("علاوه", "علي"), ("الي", "جانب"), ("والي", "جانب"),
     ("واضافه", "الي"), ("وبالاضافه", "الي")]
)  # fmt: skip
_QUOTES: Final = frozenset('"“”«»')


class Phrase(NamedTuple):
    """A counted phrase: its tokens, the span that states the number, the bounds, and the noun counted, if any."""

    first: int
    last: int
    span: Span
    low: int | None
    high: int | None
    qualifier: Qualifier
    noun: CountedSense | None
    joined: bool
    number: NumberMention | None


def counted_at(scene: Scene, i: int) -> Hit[CountedSense] | None:
    """The counted noun that begins at token `i`."""
    return scene.counted.get(i)


def many_at(scene: Scene, i: int) -> Hit[CountedSense] | None:
    """The counted noun at token `i` if it is a plural, or may be one (المصابين)."""
    hit = counted_at(scene, i) if scene.word(i) else None
    if hit is None or hit.payload.number == "p":
        return hit
    return hit if hit.payload.number == "d" and also_plural(scene, i) else None


def joined(scene: Scene, i: int) -> bool:
    """Whether و stands on the word at `i` or right before it."""
    token = scene.form(i)
    if token.startswith("و") and len(token) > 2 or scene.form(i - 1) in ("و", "مقابل"):
        return True
    if token.startswith("ل") and scene.form(i - 1) in ("بالاضافه", "وبالاضافه", "اضافه", "واضافه"):
        return True  # بالإضافة لمدنيين اثنين
    return (scene.form(i - 2), scene.form(i - 1)) in _BESIDES


def number_phrase(scene: Scene, number: NumberMention) -> Phrase | None:
    """A number with the noun it counts; None for ages, distances, money, dates and times of day."""
    if number.value.ordinal:
        return _another(scene, number)
    if _names_a_unit(scene, number.first):
        return None
    after = number.last
    if scene.form(number.last - 1).removeprefix("ال") in ("واحد", "واحده", "واحدا") and number.value.low == 1:
        return None
    if scene.form(after) == "من" and "month" in scene.classes[after + 1 if after + 1 < len(scene.classes) else after]:
        return None
    if after < len(scene.classes) and "month" in scene.classes[after]:
        return None
    if number.first and "month" in scene.classes[number.first - 1] and 1900 <= (number.value.low or 0) <= 2100:
        return None  # the year of a date
    noun: CountedSense | None = None
    last = number.last
    before = scene.form(number.first - 1)
    form = scene.form(after)
    if form == ":" or before == ":" and scene.tokens[number.first - 2].kind == "number":
        return None  # a time of day
    if form in scene.words("unit") or form.startswith("%") or form == "في" and scene.form(after + 1) in ("الميه", "المايه"):
        return None
    if form in _QUOTES:
        after += 1  # أربعة "أطفال"
    for k in (after, after + 1):
        if not scene.word(k):
            break
        if k == after + 1 and scene.form(after) not in ("من", "اخرين", "اخرون"):
            break
        hit = counted_at(scene, k)
        if hit is not None and hit.cut.pro not in ("", "ال"):
            break  # أصيب اثنان بانفجار: the cause, not what they are
        if hit is not None and k > after and hit.payload.number == "s" and hit.payload.entry.role in ("body", "thing"):
            break  # مقتل اثنين من فصيل كذا: where they are from
        if hit is not None and not (k == after and hit.enc and hit.payload.number == "s"):  # عدة إصابته
            noun, last = hit.payload, hit.last
            break
    if noun is None and scene.word(number.first - 1) and number.first > 0:
        # القتلى السبعة، الأشخاص الثلاثة: the number follows its noun
        hit = counted_at(scene, number.first - 1)
        if hit is not None and scene.form(number.first).startswith("ال") and (hit.cut.definite or hit.payload.number == "p"):
            noun = hit.payload
    if noun is None and number.value.low is None and scene.form(number.last - 1) == "عده":
        noun = _before_several(scene, number.first)
        if noun is None:
            return None  # عدة with a noun that is not counted here
    if any(scene.form(k) == "علي" and scene.form(k + 1) == "الاقل" for k in range(last, last + 4)):
        number = (
            msgspec.structs.replace(number, value=msgspec.structs.replace(number.value, high=None, qualifier="at_least"))
            if number.value.qualifier == "exact"
            else number
        )
    value = number.value
    low = int(value.low) if value.low is not None else None
    high = int(value.high) if value.high is not None else None
    span = number.figure if value.qualifier == "exact" else number.span
    return Phrase(number.first, last, span, low, high, value.qualifier, noun, joined(scene, number.first), number)


def _before_several(scene: Scene, i: int) -> CountedSense | None:
    """The noun in front of the word of number (غارات جوية عدة)."""
    for k in (i - 1, i - 2):
        hit = counted_at(scene, k) if scene.word(k) else None
        if hit is not None and hit.payload.number == "p" and hit.payload.entry.role == "thing" and hit.last > k:
            return hit.payload
    return None


def of_them(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number takes some of those counted before (ثلاثة منهم أطفال)."""
    return phrase.number is not None and scene.form(phrase.number.last) in _OF_THEM


def of_things(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number takes some of the things counted before (22 برميلا، 14 منها على داريا)."""
    return phrase.number is not None and phrase.noun is None and scene.form(phrase.number.last) == "منها"


def of_families(phrase: Phrase) -> bool:
    """Whether families are counted, not people of a family (ثمانية من عائلة واحدة)."""
    if phrase.noun is None or phrase.noun.entry.id not in ("families", "households"):
        return False
    return phrase.number is None or phrase.last == phrase.number.last + 1


def _another(scene: Scene, number: NumberMention) -> Phrase | None:
    """ثالث, رابعة right behind a word of harm (مقتل جنديين وإصابة ثالث): one more."""
    i = number.first
    if number.value.low == 1 or scene.form(i).startswith("ال") or not i or not _said_right_before(scene, i):
        return None
    if scene.form(number.last) in scene.words("unit"):
        return None  # قتل ثاني أيام العيد
    return Phrase(i, number.last, scene.page.span(i, number.last), 1, 1, "exact", None, joined(scene, i), None)


def _names_a_unit(scene: Scene, i: int) -> bool:
    """Whether the number at token `i` is the name of a unit or a road (كتيبة المدفعية 285، الفوج 46)."""
    back = {scene.form(k).removeprefix("و").removeprefix("ال") for k in (i - 1, i - 2)}
    return bool(back & _NUMBERED) and scene.tokens[i].kind == "number" and not scene.form(i - 1).isdigit()


def bare_phrase(scene: Scene, i: int) -> Phrase | None:
    """A counted noun without a number: dual, singular or plural, indefinite."""
    hit = counted_at(scene, i)
    if hit is None and scene.form(i) in _ONE_OF_THEM and i and _said_right_before(scene, i):
        return Phrase(i, i + 1, scene.page.span(i, i + 1), 1, 1, "exact", None, joined(scene, i), None)
    if hit is None:
        return person_at(scene, i)
    sense = hit.payload
    if sense.entry.numbered and not (i and (_said_right_before(scene, i) or _behind_doers(scene, i)) and sense.number != "p"):
        return None
    if sense.phrase:
        return _fixed(scene, hit)
    number: Number = sense.number
    if number == "p" and scene.form(hit.last) in _TWO:
        number = "d"  # مهندسين اثنين
    if number == "s" and sense.entry.id in ("families", "households") and scene.form(i - 1) == "من":
        return None  # أربعة منهم من عائلة واحدة
    if number == "s" and hit.cut.pro in ("ل", "ول", "لال", "ك"):
        return None
    if number == "s" and (scene.form(i - 1) == "بين" or scene.form(i - 2) == "بين"):
        return None  # بين قتيل وجريح says how they fare, not how many
    if scene.form(i - 1) in _RANK:
        return None
    theirs = (
        bool(hit.enc) and number != "p" and sense.entry.role == "victim" and (_said_right_before(scene, i) or _house(scene, hit))
    )
    if hit.enc and not sense.entry.kin and not theirs:
        return None
    if sense.entry.kin and not hit.enc and not (number == "s" and (_owned(scene, hit.last) or (scene.word(hit.last) and i and _said_right_before(scene, i)))):
        return None
    if number == "d" and sense.construct and not scene.form(i).endswith("تي"):
        return None  # صاروخي is an adjective, مسلحي a plural before its genitive
    if _in_a_name(scene, i):
        return None
    if sense.entry.kin or hit.enc:
        return _kinsman(scene, hit)
    span = scene.page.span(hit.first, hit.last)
    if number == "d" and hit.cut.definite and sense.entry.role == "harm":
        return None
    if number == "d" and not (sense.entry.role == "thing" and hit.cut.definite):
        form = scene.form(i)
        if scene.form(hit.last) not in _TWO and form.endswith("ين") and sense.entry.role != "thing" and also_plural(scene, i):
            number = "p"
        else:
            last = hit.last + 1 if scene.form(hit.last) in _TWO else hit.last
            return Phrase(i, last, scene.page.span(i, last), 2, 2, "exact", sense, joined(scene, i), None)
    if hit.cut.definite:
        # القيادي في الجيش فلان: the whole title with its name is one man
        known = _named(scene, hit.last) or _struck(scene, hit) or person_at(scene, i) is not None
        if number == "p" and sense.entry.role == "victim" and _all_of(scene, i):
            return Phrase(i, hit.last, span, None, None, "vague", sense, joined(scene, i), None)
        if number == "s" and sense.entry.role == "victim" and known:
            return Phrase(i, hit.last, span, 1, 1, "exact", sense, joined(scene, i), None)
        return None
    if number == "s":
        return _with_kin(scene, Phrase(i, hit.last, span, 1, 1, "exact", sense, joined(scene, i), None))
    return Phrase(i, hit.last, span, None, None, "vague", sense, joined(scene, i), None)


def _kinsman(scene: Scene, hit: Hit[CountedSense]) -> Phrase:
    """والده, شقيقيه, سائقها; والد الشاب with the noun behind it."""
    i, last = hit.first, hit.last
    if hit.enc:
        low = {"s": 1, "d": 2}.get(hit.payload.number)
        if low == 1 and hit.cut.stem.endswith("ا") and len(hit.enc) > 1:
            low = 2  # والداهما
        qualifier: Qualifier = "exact" if low else "vague"
        return Phrase(i, last, scene.page.span(i, last), low, low, qualifier, hit.payload, joined(scene, i), None)
    return _with_kin(scene, Phrase(i, last + 1, scene.page.span(i, last + 1), 1, 1, "exact", hit.payload, joined(scene, i), None))


def _in_a_name(scene: Scene, i: int) -> bool:
    """Whether the noun at token `i` is a place (سوريا is no Syrian in the accusative) or ends a name (طالبان in حركة طالبان are no two students)."""
    # مقتل مزارع بانفجار: a type word of places that no gazetteer knows is no place behind a word of harm
    taken = bool(i) and _said_right_before(scene, i)
    if any(p.first <= i < p.last and (p.candidates or not taken) for _, p in scene.places_between(i - 4, i + 1)):
        return True
    return any(m.last > i and m.head < i and m.form == "name" for m in scene.actors_between(i - 4, i + 1))


def _said_right_before(scene: Scene, i: int) -> bool:
    """Whether a word of harm stands right before (استشهاد عسكري): then the word is a noun, no adjective."""
    harm = harm_at(scene, i - 1) if i else None
    return harm is not None and harm.last == i and not harm.enc


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
    return doers is not None and doers.payload.entry.role == "victim" and _said_right_before(scene, i - 1)


def _struck(scene: Scene, hit: Hit[CountedSense]) -> bool:
    """Whether a noun with the article is the one whom harm befell, or of whom a verb of harm is still to tell.

    مقتل القيادي في التنظيم, استشهد الأسير المحرر فلان, اغتال مسلحون الناشط الإعلامي فلان, أن العنصر في الفصيل كذا قتل
    """
    i = hit.first
    harm = harm_at(scene, i - 1) if i else None
    if harm is not None and harm.last == i:
        return not harm.enc and harm.payload.entry.what in ("killed", "wounded")
    if scene.plain(i - 1) in THAT:
        return True
    doers = i > 1 and scene.plain(i - 1).endswith(("ون", "ان")) and harm_at(scene, i - 2) is not None
    return doers and hit.cut.pro == "ال"


def _all_of(scene: Scene, i: int) -> bool:
    """Whether all of those known are told to be dead or hurt: أسفر القصف عن تدمير العربة ومقتل العناصر."""
    harm = harm_at(scene, i - 1) if i else None
    if harm is None or harm.last != i or harm.enc or harm.payload.cls == "verb" or harm.payload.entry.what not in ("killed", "wounded"):
        return False
    return any(
        c.stem in scene.words("outcome") for k in range(max(0, i - 6), i - 1) for c in scene.page.lookup.cuts(scene.form(k))[:3]
    )


def _owned(scene: Scene, i: int) -> bool:
    """Whether a noun or name that can own a kinsman stands at token `i` (والد الشاب، نجل عضو)."""
    if not scene.word(i) or scene.form(i) in scene.words("no-name"):
        return False
    hit = counted_at(scene, i)
    return (hit is not None and hit.payload.entry.role == "victim") or bool(person_at(scene, i)) or scene.form(i).startswith("ال")


def _with_kin(scene: Scene, phrase: Phrase) -> Phrase:
    """طفل ووالده, امرأة وطفلتها: one person and another of the same house are two."""
    hit = counted_at(scene, phrase.last)
    if hit is None or hit.payload.entry.role != "victim" or not hit.enc or hit.payload.number != "s" or hit.cut.pro != "و":
        return phrase
    span = (phrase.span[0], scene.page.span(hit.first, hit.last)[1])
    return phrase._replace(last=hit.last, span=span, low=2, high=2)


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
        return Phrase(i, hit.last, span, None, None, "vague", hit.payload, joined(scene, i), None)
    one = (
        form == "اخر"
        or (form in ("ام", "اب", "اما", "ابا") and bool(i) and _said_right_before(scene, i))
        or (form == "اخري" and bool(i) and _said_right_before(scene, i))
    )
    if one or (form in ("احد", "احدي") and (_people_at(scene, hit.last) or _some_of(scene, i, hit.last))):
        return Phrase(i, hit.last, span, 1, 1, "exact", hit.payload, joined(scene, i), None)
    return None


def _some_of(scene: Scene, i: int, after: int) -> bool:
    """Whether أحد right behind a word of harm takes one of people no list knows (اعتقال أحد المقربين, أحد مرافقيه)."""
    harm = harm_at(scene, i - 1) if i else None
    if harm is None or not _said_right_before(scene, i) or harm.payload.entry.id == "drop-dead" or not scene.word(after):
        return False
    hit = counted_at(scene, after)
    if hit is not None and hit.payload.entry.role == "thing":
        return False
    return (
        scene.form(after).startswith("ال")
        or scene.form(after) in scene.words("head-of-many")
        or scene.form(after).endswith(("ه", "ها", "هم"))
    )


def _people_at(scene: Scene, i: int) -> bool:
    """Whether people follow: a counted noun of persons or an actor."""
    hit = counted_at(scene, i)
    return (hit is not None and hit.payload.entry.role == "victim") or bool(scene.actors_between(i, i + 2))


def person_at(scene: Scene, i: int) -> Phrase | None:
    """A person by name or title: one."""
    for m in scene.actors_between(i, i + 1):
        actor = scene.actors.get(m.entity)
        if m.form in ("name", "titled") and actor is not None and actor.kind == "person" and m.number == "s":
            return Phrase(i, m.last, m.span, 1, 1, "exact", None, joined(scene, i), None)
    return None


def _named(scene: Scene, i: int) -> bool:
    """Whether a name stands at token `i` (الطفل فلان)."""
    k = i
    while scene.form(k) in ('"', "“", "”", "«", "»", "(") and k < len(scene.tokens):
        k += 1
    if not scene.word(k) or scene.form(k).startswith("ال") or scene.form(k) in scene.words("no-name"):
        return False
    return True


def also_plural(scene: Scene, i: int) -> bool:
    """Whether the letters may also be a sound plural (مدنيين): a plural unless an adjective or اثنين says two."""
    if scene.form(i + 1) in ("اثنين", "اثنان", "اخرين"):
        return scene.form(i + 1) == "اخرين"
    return any(h.payload.number == "p" for h in scene.lexicon.counted.at(scene.tokens, i, scene.page.lookup))


def harm_at(scene: Scene, i: int) -> Hit[HarmSense] | None:
    """The word of harm that begins at token `i`, false friends left out."""
    for hit in scene.lexicon.harm.at(scene.tokens, i, scene.page.lookup):
        cut, sense = hit.cut, hit.payload
        if hit.enc == "ي":
            continue  # قتلى is no قتلي
        if sense.cls == "verb" and cut.pro in ("ل", "ول", "فل", "س", "وس", "فس"):
            continue
        if any(k in scene.blocked for k in range(hit.first, hit.last)):
            continue
        if sense.cls == "noun" and scene.form(i - 1).removeprefix("و").removeprefix("ب").removeprefix("ل").startswith("محاول"):
            continue  # محاولة اغتيال الوزير killed nobody
        entry = sense.entry
        if entry.near and not any(scene.has_class(n, i - 6, hit.last + 9) for n in entry.near) and not _takes(scene, hit):
            continue
        if entry.far and any(scene.has_class(n, i - 4, i) or scene.has_class(n, hit.last, hit.last + 5) for n in entry.far):
            continue
        return hit
    return None


def _takes(scene: Scene, hit: Hit[HarmSense]) -> bool:
    """Whether a phrase of taking is followed by people, counted or by number (القبض على 13 عنصرا)."""
    if hit.payload.cls != "phrase" or hit.payload.entry.what not in ("detained", "captured", "killed"):
        return False
    for number in scene.numbers_between(hit.last, hit.last + 2):
        phrase = number_phrase(scene, number)
        return phrase is not None and phrase.noun is not None and phrase.noun.entry.role == "victim"
    after = counted_at(scene, hit.last)
    return after is not None and after.payload.entry.role == "victim"


def plain_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun stands free: not the head of a genitive (ضحايا الحرب، أطفال المدارس)."""
    after = scene.form(phrase.last)
    if phrase.number is None and scene.form(phrase.first).removeprefix("و").startswith("ال"):
        return True  # استشهد الأسير المحرر: what follows describes him
    if not scene.word(phrase.last) or (phrase.noun is not None and (phrase.noun.entry.kin or phrase.noun.entry.id in ("one-of", "others"))):
        return True
    if any(t.first == phrase.last for _, t in scene.times_between(phrase.last, phrase.last + 1)):
        return True
    if after in ("من", "في", "علي", "بينهم", "اخر", "اخرين", "اخرون", "اثر", "جراء", "عن", "الي", "كان", "كانوا"):
        return True
    # فارق طفل الحياة: what he lost is no genitive
    return not after.startswith("ال") or "own-life" in scene.classes[phrase.last]
