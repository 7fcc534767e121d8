"""Quantities: the words that state a number of people or things, and the words of harm beside them."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from marsad.arabic.phrases import Hit
from marsad.handover import NumberMention
from marsad.lexicon.code import CountedSense, HarmSense
from marsad.model import Qualifier, Span
from marsad.stages.code.nominals import by_name
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
        "ابرزهم",
    ]
)
_MOST_OF: Final = frozenset(["معظم", "اغلب", "غالبيه", "اغلبيه", "جميع", "كل", "كافه", "جل"])
_THEIR: Final = frozenset(["هم", "هن"])
_PEOPLE: Final = ("ون", "ين", "ات")
_OF_THEM: Final = frozenset(["منهم", "منهن", "منهما"])
_TAKING: Final = frozenset(["pass-away", "drop-dead", "lose-men"])
_GOES_ROUND: Final = frozenset(["تفقد", "تفقدت", "تفقدوا", "يتفقد", "تتفقد"])
_NO_LOSS: Final = frozenset(["من", "الي", "عدد", "في", "علي"])
_TO_TAKEN: Final = 5  # words between a verb of taking and its number: those who took
_TO_SPENT: Final = 4  # words between قضى and the time that people spent
_DAYS: Final = 31
_PAPERS: Final = frozenset(["شهاده", "شهادات", "بشهاده", "بشهادات"])
# Units that bear a number for a name.
_NUMBERED: Final = frozenset(["كتيبه", "فوج", "لواء", "فرقه", "فيلق", "سريه", "طراز", "طريق", "فرع"])


# Two words that add as و does: إضافة إلى نحو 300 مسلح
_BESIDES: Final = frozenset(
    [("اضافه", "الي"), ("بالاضافه", "الي"), ("فضلا", "عن"), ("وفضلا", "عن"), ("علاوه", "علي"), ("الي", "جانب"), ("والي", "جانب"),
     ("واضافه", "الي"), ("وبالاضافه", "الي")]
)  # fmt: skip
_OWN_DEATH: Final = frozenset(["meet-death", "pass-away", "perish", "part-from-life", "fall-martyr"])
_ONTO: Final = frozenset(["علي", "باتجاه", "نحو"])
_WHERE: Final = frozenset(["في", "علي", "قرب", "شمال", "جنوب", "شرق", "غرب"])
_ON_AND_ON: Final = 6  # words between two places that things fell on
_QUOTES: Final = frozenset('"“”«»')
_THESE: Final = frozenset(["هءلاء", "هولاء", "هوءلاء", "اولءك"])


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
    return token.startswith("و") and len(token) > 2 or scene.form(i - 1) in ("و", "مقابل") or besides(scene, i)


def besides(scene: Scene, i: int) -> bool:
    """Whether words that add stand before `i`: إضافة إلى, فضلا عن, بالإضافة لـ."""
    if scene.form(i).startswith("ل") and scene.form(i - 1) in ("بالاضافه", "وبالاضافه", "اضافه", "واضافه"):
        return True
    return (scene.form(i - 2), scene.form(i - 1)) in _BESIDES


def number_phrase(scene: Scene, number: NumberMention) -> Phrase | None:
    """A number with the noun it counts; None for ages, distances, money, dates and times of day."""
    if number.value.ordinal:
        return _another(scene, number)
    if _names_a_unit(scene, number.first) or _whole_of(scene, number.first):
        return None
    after = number.last
    if number.value.low == 1 and any(
        scene.form(k).removeprefix("ال") in ("واحد", "واحده", "واحدا") for k in range(number.first, number.last)
    ):
        return None  # شخص واحد, في وقت واحد تقريبا
    if scene.form(after) == "من" and "month" in scene.classes[after + 1 if after + 1 < len(scene.classes) else after]:
        return None
    if after < len(scene.classes) and "month" in scene.classes[after]:
        return None
    if number.first and "month" in scene.classes[number.first - 1] and 1900 <= (number.value.low or 0) <= 2100:
        return None  # the year of a date
    if number.first and "month" in scene.classes[number.first - 1] and _day_of_a_month(scene, number):
        return None  # نشر في يوليو 11
    before = scene.form(number.first - 1)
    form = scene.form(after)
    if form == ":" or before == ":" and scene.tokens[number.first - 2].kind == "number":
        return None  # a time of day
    if form in scene.words("unit") or form.startswith("%") or form == "في" and scene.form(after + 1) in ("الميه", "المايه"):
        return None
    noun, last = _counted_behind(scene, number)
    if noun is None and number.value.low is None and number.value.high is None and form.endswith("وا"):
        return None  # عدد من اضطروا للمغادرة: who, not some of
    if noun is not None and noun.entry.id == "operations" and scene.form(last) in scene.words("no-attack"):
        return None  # سبع عمليات إنقاذ
    behind = False
    if noun is None and scene.word(number.first - 1) and number.first > 0:
        # القتلى السبعة، الأشخاص الثلاثة: the number follows its noun
        hit = counted_at(scene, number.first - 1)
        if hit is not None and scene.form(number.first).startswith("ال") and (hit.cut.definite or hit.payload.number == "p"):
            noun = hit.payload
            behind = joined(scene, number.first - 1)  # أب وأطفاله الثلاثة
    if noun is None and number.value.low is None and scene.form(number.last - 1) == "عده":
        noun = _before_several(scene, number.first)
        if noun is None:
            return None  # عدة with a noun that is not counted here
    if at_the_least(scene, last):
        number = (
            msgspec.structs.replace(number, value=msgspec.structs.replace(number.value, high=None, qualifier="at_least"))
            if number.value.qualifier == "exact"
            else number
        )
    value = number.value
    low = int(value.low) if value.low is not None else None
    high = int(value.high) if value.high is not None else None
    span = number.figure if value.qualifier == "exact" else number.span
    if low is None and high is None and noun is not None and last > number.last:
        span = scene.page.span(number.first, last)  # عدد من القذائف: without its noun it says nothing
    return Phrase(number.first, last, span, low, high, value.qualifier, noun, behind or joined(scene, number.first), number)


def _day_of_a_month(scene: Scene, number: NumberMention) -> bool:
    """Whether a figure behind a month is a day of it: no noun follows that it counts."""
    figure = scene.tokens[number.first].kind == "number" and 0 < (number.value.low or 0) <= _DAYS
    return figure and counted_at(scene, number.last) is None


def _whole_of(scene: Scene, i: int) -> bool:
    """Whether a number only says of how many those before it are some: 33 من أصل 40, واحد من بين ثمانية, ثلاثة من كل عشرة."""
    back = (scene.form(i - 2), scene.form(i - 1))
    if back == ("من", "اصل"):
        return True
    return back in (("من", "بين"), ("من", "كل")) and any(n.last == i - 2 for n in scene.numbers_between(i - 7, i - 2))


def at_the_least(scene: Scene, i: int) -> bool:
    """Whether على الأقل follows token `i` within a few words."""
    return any(scene.form(k) == "علي" and scene.form(k + 1) == "الاقل" for k in range(i, i + 4))


def _counted_behind(scene: Scene, number: NumberMention) -> tuple[CountedSense | None, int]:
    """The noun that a number in front of it counts, and the token behind what was read."""
    bracketed = scene.form(number.first - 1) == "(" and scene.form(number.last) == ")"  # القبض على (431) شخصا
    after = number.last + (bracketed or scene.form(number.last) in _QUOTES)  # أربعة "أطفال"
    if scene.form(after) == "من" and scene.form(after + 1) == "اصل":
        whole = scene.numbers_between(after + 2, after + 4)
        if whole:
            return _counted_behind(scene, whole[0])[0], number.last  # 33 من أصل 40 مسيرة
    for k in (after, after + 1):
        if not scene.word(k):
            break
        if k == after + 1 and scene.form(after) not in ("من", "اخرين", "اخرون"):
            break
        # 13 من هؤلاء المسلحين
        hit = counted_at(scene, k + 1 if k == after + 1 and scene.form(k) in _THESE else k)
        if hit is None:
            continue
        if hit.cut.pro not in ("", "ال"):
            break  # أصيب اثنان بانفجار: the cause, not what they are
        # مقتل اثنين من فصيل كذا, نزوح مئات الآلاف من منازلهم
        theirs = hit.payload.number == "s" or (hit.enc in _THEIR and hit.payload.entry.what == "sites")
        whence = hit.payload.entry.role == "body" or (hit.payload.entry.role == "thing" and theirs)
        if k > after and scene.form(after) == "من" and whence:
            break  # مقتل اثنين من فصيل كذا: where they are from
        if not (k == after and hit.enc and hit.payload.number == "s"):  # عدة إصابته
            return hit.payload, hit.last
    return None, number.last


def _before_several(scene: Scene, i: int) -> CountedSense | None:
    """The noun in front of the word of number (غارات جوية عدة)."""
    # الضربات استهدفت عدة مناطق: a verb stands between
    for k in (i - 1, i - 2) if scene.form(i - 1).endswith("ه") else (i - 1,):
        hit = counted_at(scene, k) if scene.word(k) else None
        if hit is not None and hit.payload.number == "p" and hit.payload.entry.role == "thing" and hit.last > k:
            return hit.payload
    return None


def of_them(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number takes some of those counted before (ثلاثة منهم أطفال)."""
    return phrase.number is not None and scene.form(phrase.number.last) in _OF_THEM


def of_things(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number takes some of the things counted before (22 برميلا، 14 منها على داريا)."""
    if phrase.number is None or phrase.noun is not None:
        return False
    # ست غارات بينها أربع قرب كذا, 23 خرقا بواقع 12 في كذا
    return scene.form(phrase.number.last) == "منها" or scene.form(phrase.first - 1) in ("بينها", "منها", "بواقع")


def elsewhere(scene: Scene, phrase: Phrase, after: int) -> bool:
    """Whether a joined number tells of as many in another place than those of the part before, ended at token `after`: منها 7 في حلب و5 في حماة."""
    if phrase.number is None or phrase.noun is not None or not phrase.joined or not 0 <= phrase.first - after <= _ON_AND_ON:
        return False
    return scene.form(phrase.number.last) in _WHERE


def more_things(scene: Scene, phrase: Phrase, after: int) -> bool:
    """Whether a joined number behind token `after` goes on counting the things of before (12 برميلا على داريا وستة على خان الشيح)."""
    if phrase.number is None or phrase.noun is not None or not phrase.joined or phrase.first - after > _ON_AND_ON:
        return False
    return scene.form(phrase.number.last) in _ONTO and any(scene.form(k) in _ONTO for k in range(after, phrase.first))


def of_families(phrase: Phrase) -> bool:
    """Whether families are counted, not people of a family (ثمانية من عائلة واحدة)."""
    if phrase.noun is None or phrase.noun.entry.id not in ("families", "households"):
        return False
    return phrase.number is None or phrase.last == phrase.number.last + 1


def _another(scene: Scene, number: NumberMention) -> Phrase | None:
    """ثالث, رابعة right behind a word of harm (مقتل جنديين وإصابة ثالث): one more."""
    i = number.first
    if number.value.low == 1 or not i or not said_right_before(scene, i):
        return None
    if scene.form(i).startswith("ال") and not _died(scene, i - 1):
        return None
    if scene.form(number.last) in scene.words("unit"):
        return None  # قتل ثاني أيام العيد
    return Phrase(i, number.last, scene.page.span(i, number.last), 1, 1, "exact", None, joined(scene, i), None)


def _died(scene: Scene, i: int) -> bool:
    """Whether a verb of one's own death stands at token `i` (ولقي الرابع مصرعه، توفي الثاني في المشفى)."""
    harm = harm_at(scene, i)
    return harm is not None and harm.payload.cls == "verb" and harm.payload.entry.id in _OWN_DEATH


def _names_a_unit(scene: Scene, i: int) -> bool:
    """Whether the number at token `i` is the name of a unit or a road (كتيبة المدفعية 285، الفوج 46)."""
    back = {scene.form(k).removeprefix("و").removeprefix("ال") for k in (i - 1, i - 2)}
    return bool(back & _NUMBERED) and scene.tokens[i].kind == "number" and not scene.form(i - 1).isdigit()


def most_fled(scene: Scene, i: int) -> bool:
    """نزح معظم السكان, نزوح غالبية الأهالي: whether token `i` says that most or all of some people fled."""
    harm = harm_at(scene, i - 1) if i and scene.form(i) in _MOST_OF else None
    return harm is not None and harm.last == i and not harm.enc and harm.payload.entry.what == "displaced"


def said_right_before(scene: Scene, i: int) -> bool:
    """Whether a word of harm stands right before (استشهاد عسكري): then the word is a noun, no adjective."""
    harm = harm_at(scene, i - 1) if i else None
    return harm is not None and harm.last == i and not harm.enc


def person_at(scene: Scene, i: int) -> Phrase | None:
    """A person by name or title: one."""
    for m in scene.actors_between(i, i + 1):
        if by_name(scene, m) and m.number == "s":
            return Phrase(i, m.last, m.span, 1, 1, "exact", None, joined(scene, i), None)
    return None


def also_plural(scene: Scene, i: int) -> bool:
    """Whether the letters may also be a sound plural (مدنيين): a plural unless an adjective or اثنين says two."""
    if scene.form(i + 1) in ("اثنين", "اثنان", "اخرين"):
        return scene.form(i + 1) == "اخرين"
    return any(h.payload.number == "p" for h in scene.lexicon.counted.at(scene.tokens, i, scene.page.lookup))


def harm_at(scene: Scene, i: int) -> Hit[HarmSense] | None:
    """The word of harm that begins at token `i`, false friends left out."""
    for hit in scene.lexicon.harm.at(scene.tokens, i, scene.page.lookup):
        cut, sense = hit.cut, hit.payload
        if (
            hit.enc == "ي"
            or (sense.cls == "verb" and scene.form(i).startswith("نصب"))
            or (hit.enc and sense.entry.id == "perish")
            or (sense.entry.id == "drop-dead" and scene.form(i).removeprefix("و").startswith("اسقط"))
            or (sense.entry.id == "lose-men" and _inspects(scene, hit))
        ):
            continue  # قتلى is no قتلي, كمين نصبه مسلحون no نصيب, قضية no قضى, أسقط is no سقط, who inspects lost nobody
        if sense.cls == "verb" and cut.pro in ("ل", "ول", "فل", "س", "وس", "فس", "ب", "وب", "فب"):
            continue
        if any(k in scene.blocked for k in range(hit.first, hit.last)):
            continue
        if sense.cls == "noun" and scene.form(i - 1).removeprefix("و").removeprefix("ب").removeprefix("ل").startswith("محاول"):
            continue  # محاولة اغتيال الوزير killed nobody
        if sense.cls == "noun" and scene.form(i - 1) in _PAPERS:
            continue  # شهادات وفاة
        if sense.entry.id == "capture" and cut.pro == "و" and hit.enc in _THEIR and scene.form(i - 1).endswith(_PEOPLE):
            continue  # عاد المسلحون وأسرهم: their families
        if sense.entry.id == "perish" and _spends(scene, hit.last):
            continue  # قضوا أيامهم بلا كهرباء
        entry = sense.entry
        if (
            entry.near
            and not any(scene.has_class(n, i - 6, scene.reach(hit.last, 9)) for n in entry.near)
            and not _takes(scene, hit)
        ):
            continue
        if entry.far and any(scene.has_class(n, i - 4, i) or scene.has_class(n, hit.last, hit.last + 5) for n in entry.far):
            continue
        return hit
    return None


def _inspects(scene: Scene, hit: Hit[HarmSense]) -> bool:
    """Whether تفقد is who goes round a place (تفقد متطوعون أماكن القصف), not who loses so many (تفقد القوات سبعة من عناصرها)."""
    form = scene.form(hit.first).removeprefix("و")
    return form in _GOES_ROUND and not scene.numbers_between(hit.last, hit.last + _TO_TAKEN)


def _spends(scene: Scene, i: int) -> bool:
    """Whether what was spent follows at token `i`: قضى معظم وقته, قضى السكان أيامهم, قضت ثلاث سنوات في السجن."""
    spent = scene.words("spent")
    if scene.form(i) in spent or any(
        scene.form(k) in spent and scene.form(k).endswith("هم") for k in range(i + 1, i + _TO_SPENT)
    ):
        return True
    return any(scene.form(n.last) in scene.words("unit") for n in scene.numbers_between(i, i + 1))


def _takes(scene: Scene, hit: Hit[HarmSense]) -> bool:
    """Whether a word of taking or loss is followed by people, counted or by number (القبض على 13 عنصرا, احتجزت الجماعة 11 موظفا)."""
    if hit.payload.cls != "phrase" and hit.payload.entry.id not in _TAKING:
        return False
    if hit.payload.entry.what not in ("detained", "captured", "killed"):
        return False
    for number in scene.numbers_between(hit.last, hit.last + _TO_TAKEN):
        between = range(hit.last, number.first)
        if hit.payload.entry.id == "lose-men" and {scene.form(k) for k in between} & _NO_LOSS:
            return False  # فقد انخفض عدد السياح من 14 مليونا: indeed, not lost
        open_way = all(scene.word(k) and scene.form(k)[:1] not in "وف" for k in between)
        return open_way and _people_counted(scene, number)
    after = counted_at(scene, hit.last)
    return after is not None and after.payload.entry.role == "victim"


def _people_counted(scene: Scene, number: NumberMention) -> bool:
    if number.value.ordinal:
        return False  # توفي ثالث: whether it counts is asked of the word of harm in front, which asks here
    phrase = number_phrase(scene, number)
    return phrase is not None and phrase.noun is not None and phrase.noun.entry.role == "victim"


def plain_noun(scene: Scene, phrase: Phrase) -> bool:
    """Whether a bare noun stands free: not the head of a genitive (ضحايا الحرب، أطفال المدارس)."""
    after = scene.form(phrase.last)
    if phrase.number is None and scene.form(phrase.first).removeprefix("و").startswith("ال"):
        return True  # استشهد الأسير المحرر: what follows describes him
    if not scene.word(phrase.last) or (
        phrase.noun is not None and (phrase.noun.entry.kin or phrase.noun.entry.id in ("one-of", "others"))
    ):
        return True
    if any(t.first == phrase.last for _, t in scene.times_between(phrase.last, phrase.last + 1)):
        return True
    if after in ("من", "في", "علي", "بينهم", "اخر", "اخرين", "اخرون", "اثر", "جراء", "عن", "الي", "كان", "كانوا"):
        return True
    # فارق طفل الحياة: what he lost is no genitive
    return not after.startswith("ال") or "own-life" in scene.classes[phrase.last]
