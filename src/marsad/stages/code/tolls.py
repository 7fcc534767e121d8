"""Tolls: whether a killing is its own event or the harm of another, or a total over a period."""

from __future__ import annotations

import re
from typing import Final

from marsad.handover import NumberMention
from marsad.model import EventType
from marsad.stages.code.counts.quantities import harm_at
from marsad.stages.code.heirs import bequeath
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import POINTING, Gathered
from marsad.stages.code.merging.apart import told_apart
from marsad.stages.code.parties import DOES
from marsad.stages.code.realis.ages import of_a_day, own_time
from marsad.stages.code.scene import Scene

CAUSES: Final[frozenset[EventType]] = frozenset([*ATTACKS, "armed_clash", "abuse", "air_defence"])


_SINCE: Final = frozenset(["منذ", "ومنذ"])
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_DEFUSED: Final = frozenset(["defuse-bomb", "defuse-verb"])
_WOUNDING: Final = frozenset(["wound-verb", "wounding", "wound-verb-1"])
# خسر العدو سبعين جنديا: who loses men kills nobody; كبد الجيش العدو خسائر: nobody in particular is killed
_LOSSES: Final = frozenset(["lose-men", "men-lost", "inflict-losses", "suffer-losses"])
_MANY: Final = 1000
_AROUND: Final = 10  # tokens around a word of killing in which its number stands
_COUNTED: Final = 4  # and behind it
_ONE_OF: Final = frozenset(["ه", "ها"])
_SOMEBODY: Final = frozenset(["احد", "احدي"])
_FOUND: Final = frozenset(["find-body"])
_DEAD: Final = "dead-and-wounded"
_TOLL_REACH: Final = 20  # tokens from حصيلة to its number of dead
_LONG_UNITS: Final = frozenset(["month", "year", "decade"])
_MONTH_BEFORE: Final = 6
_MONTH_REACH: Final = 8
_SEVERAL: Final = 5  # fewer may have died at once: قتل ثلاثة في مارس الماضي
_IN_WAR: Final = 3
_ON: Final = frozenset(["بعد", "عقب", "اثر", "خلفيه"])
_MEANT: Final = frozenset(["planned", "failed"])  # هدد بقتل الرهائن: what is meant is no accident of a fight
_BODIES: Final = frozenset(["find-body", "found-body"])
_BROUGHT: Final = 10  # tokens from ما أدى إلى to the last of those it counts
_OUTCOME: Final = 5  # tokens from أسفرت to the killing it brought
_DOCUMENTED: Final = 8  # tokens from وثقت to the killing
_KILLING: Final = frozenset(["kill-verb", "killing", "killing-masdar"])
_VICTIM_REACH: Final = 4
_MOSTLY: Final = frozenset(["معظمهم", "غالبيتهم", "اغلبهم", "اكثرهم", "معظمها"])
_WHOLE_REACH: Final = 5  # tokens from a word of killing to the number of all: قتلت قوات كذا أكثر من 80 مواطنا
_PART_REACH: Final = 3  # tokens from a number to its في: 31 منهم في دمشق


def set_aside(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """The mentions without killings that another mention causes; a total over a period becomes a cumulative toll."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.type not in ("casualties", "cumulative_toll"):
            struck = _brought_about(scene, mention, mentions) if mention.type == "targeted_killing" else None
            if struck is None:
                kept.append(mention)
            else:
                bequeath(scene, mention, struck)
            continue
        if (
            _over_a_period(scene, mention, mentions)
            or _of_a_month(scene, mention, mentions)
            or _in_many_places(scene, mention, mentions)
        ):
            mention.type, mention.open = "cumulative_toll", False
            _own_places(scene, mention)
            _own_doer(mention)
            kept.append(mention)
            continue
        if mention.sense.entry.id in _FOUND:  # عثر على جثة: who died there is known, and not in what
            mention.open = False
            kept.append(mention)
            continue
        if mention.sense.entry.id in _WOUNDING | {_DEAD} and kept and _hurt_beside(kept[-1], mention):
            mention.type, mention.open = "cumulative_toll", False
            kept.append(mention)
            continue
        cause = _cause(scene, mention, mentions)
        if cause is None and mention.sense.cls != "verb" and _documented(scene, mention) and _several(scene, mention):
            mention.type, mention.open = "cumulative_toll", False  # وثقت الشبكة مقتل 55 مدنيا، بينهم 12 طفلا
            kept.append(mention)
        elif cause is None and _known_dead(scene, mention):
            continue
        elif cause is None:
            mention.open = False
            told = any(p.rule == DOES for p in mention.parties)
            if (told or mention.realis in _MEANT or _as_a_deed(mention)) and mention.sense.entry.id not in _WOUNDING | _LOSSES:
                mention.type = "targeted_killing"  # قتل مسلحون قاضيا: who killed whom is told, and nothing else
            kept.append(mention)
        else:
            bequeath(scene, mention, cause)
    return kept


def _known_dead(scene: Scene, mention: Mention) -> bool:
    """Whether the dead or hurt are only named as known, and nobody says how many: ذوو القتيل, رحم الله قتلانا, يذكر أن القتلى من القرية."""
    if mention.sense.entry.id != _DEAD or not (mention.hit.cut.definite or mention.hit.enc):
        return False
    return not _numbers(scene, mention.first - _COUNTED, mention.last + _COUNTED)


def _as_a_deed(mention: Mention) -> bool:
    """اتهمت الهيئة الفصيل بقتل اثنين: of whom somebody is said to do it; أعلنت القوات قتل ثلاثة tells of a fight."""
    return mention.sense.entry.id == "killing-masdar" and mention.hit.cut.pro == "ب"


def _own_places(scene: Scene, mention: Mention) -> None:
    """Leave a total no place that only the sentence before names: أسفرت الحرب عن مقتل 20 ألفا is not of the village told of last."""
    sentence = scene.sentence(mention.first)
    if sentence is not None:
        places = scene.recognised.place_mentions
        mention.places = [k for k in mention.places if sentence.first <= places[k].first < sentence.last]


def _own_doer(mention: Mention) -> None:
    """Leave a total no doer of an attack in another sentence: استهدف الثوار المطار. وقتل نحو 70 ألف شخص blames nobody."""
    if mention.heir_of is None or mention.heir_of.sentence == mention.sentence:
        return
    mention.heir_of = None
    mention.actors.clear()
    mention.parties = [p for p in mention.parties if p.role != "actor"]


def _over_a_period(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    sentence = scene.sentence(mention.first)
    if sentence is None or _of_one(scene, mention):
        return False
    toll = mention.sense.entry.type == "cumulative_toll"
    low = max(sentence.first, mention.first - 14)
    high = sentence.last if toll else min(sentence.last, mention.last + 24)
    if toll and any(scene.form(k) in _SINCE for k in range(low, high)):
        return True  # ارتفع عدد الشهداء إلى 261 منذ 8 أكتوبر: not those of the raid beside it
    if _of_a_day(scene, mention, mentions) or (mention.sense.entry.type == "casualties" and not _several(scene, mention)):
        return False
    return scene.has_class("period", low, high) or _since_a_year(scene, low, high) or _thousands(scene, mention)


def _of_one(scene: Scene, mention: Mention) -> bool:
    """Whether the one who was killed is named, meant by a pronoun or counted by a bare singular right behind the word.

    مقتل طفل، مقتل الرئيس فلان، قتلت امرأة، مقتله، مقتل أحد عناصرها, القائد الذي قتل في مارس.
    """
    if mention.sense.entry.type != "casualties":
        return False
    if mention.sense.cls == "noun" and mention.hit.enc in _ONE_OF or scene.form(mention.last) in _SOMEBODY:
        return True
    behind = scene.actors_between(mention.last, mention.last + 1)
    if any(scene.actors[a.entity].kind == "person" for a in behind if a.entity in scene.actors):
        return True
    noun = scene.counted.get(mention.last)
    if noun is not None and noun.payload.number == "s" and not noun.payload.phrase and noun.payload.entry.role != "thing":
        return True  # not أودى بحياة: the letters are also those of a quarter (حي)
    relative = mention.sense.cls == "verb" and scene.form(mention.first - 1) == "الذي"
    return relative and not _numbers(scene, mention.last, mention.last + _COUNTED)


def _of_a_day(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether a killing has a day of its own and an attack of its sentence caused it: قتل 32 يوم الاثنين جراء تفجير, whatever went on for weeks."""
    time = own_time(scene, mention)
    if time is None or not of_a_day(time):
        return False
    return any(m.sentence == mention.sentence and m.type in CAUSES for m in mentions)


def _several(scene: Scene, mention: Mention) -> bool:
    """Whether the words say of more than one or two that they died: a number, a crowd, a plural; توعده بالقتل counts nobody."""
    low, high = mention.first - _AROUND, mention.last + _AROUND
    if _numbers(scene, low, high) or mention.sense.number != "s":
        return True
    if any(
        scene.form(k).removeprefix("ال") in scene.words("several") or "crowd-many" in scene.classes[k]
        for k in range(max(0, low), min(high, len(scene.tokens)))
    ):
        return True
    return any(
        (n := scene.counted.get(k)) is not None and n.payload.number == "p" for k in range(mention.last, mention.last + _COUNTED)
    )


def _numbers(scene: Scene, first: int, last: int) -> list[NumberMention]:
    """The numbers among these tokens that are no part of a date: of 2014 nobody was killed."""
    dated = {k for _, t in scene.times_between(first - _COUNTED, last) for k in range(t.first, t.last)}
    return [n for n in scene.numbers_between(first, last) if n.first not in dated]


def _hurt_beside(toll: Mention, mention: Mention) -> bool:
    """Whether the hurt are told right behind a toll of the dead: 65 مدنيا قتلوا في النزاع وأصيب 298; or its number: حصيلة الضحايا إلى عشرة قتلى."""
    if mention.sense.entry.id == _DEAD:
        near = mention.first - toll.last <= _TOLL_REACH
        return toll.sense.entry.type == "cumulative_toll" and toll.sentence == mention.sentence and near
    return toll.type == "cumulative_toll" and toll.sentence == mention.sentence and mention.first - toll.last <= _MONTH_REACH


def _of_a_month(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether people by number died in a month or in the war, and no attack of the sentence killed them.

    لقي 67 جنديا مصرعهم في أكتوبر الماضي، شهد الشهر الماضي مقتل 40 مدنيا، 65 مدنيا قتلوا في النزاع.
    """
    sentence = scene.sentence(mention.first)
    if sentence is None or _of_one(scene, mention) or mention.sense.entry.id in _WOUNDING:
        return False
    if any(m.sentence == mention.sentence and m.type in CAUSES for m in mentions):
        return False
    low, high = max(sentence.first, mention.first - _MONTH_BEFORE), min(sentence.last, mention.last + _MONTH_REACH)
    if not any((n.value.low or 0) >= _SEVERAL for n in _numbers(scene, low, high)):
        return False
    months = [t for _, t in scene.times_between(low, high) if t.value.kind == "month"]
    return bool(months) or scene.has_class("war-as-a-whole", mention.last, mention.last + _IN_WAR)


def _in_many_places(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the dead by number are told apart by places (94 قتيلا، 31 منهم في دمشق و15 في حلب), which no single attack killed.

    معظمهم في كذا says as much where no attack of the sentence killed them.
    """
    sentence = scene.sentence(mention.first)
    if sentence is None or _of_one(scene, mention) or mention.sense.entry.id in _WOUNDING:
        return False
    numbers = [n for n in _numbers(scene, mention.first, sentence.last) if (n.value.low or 0) > 0]
    near = _TOLL_REACH if mention.sense.entry.type == "cumulative_toll" else _WHOLE_REACH
    if not numbers or numbers[0].first - mention.last > near or (numbers[0].value.low or 0) < _SEVERAL:
        return False
    told = [k for n in numbers[1:] if (k := _place_of(scene, n.last)) is not None]
    if len({scene.place_key(k) for k in told}) > 1:
        return True
    mostly = (i for i in range(numbers[0].last, sentence.last) if scene.form(i) in _MOSTLY)
    caused = any(m.sentence == mention.sentence and m.type in CAUSES for m in mentions)
    return not caused and any(_place_of(scene, i + 1) is not None for i in mostly)


def _place_of(scene: Scene, i: int) -> int | None:
    """The place that في names behind token `i`, those counted passed over: 31 منهم في دمشق، وتسعة في محافظة درعا."""
    at = next((k for k in range(i, i + _PART_REACH) if scene.form(k) == "في"), None)
    if at is None or any(not scene.word(k) for k in range(i, at)):
        return None
    return next((k for k, p in scene.places_between(at + 1, at + 2) if p.first == at + 1 and p.name), None)


def _since_a_year(scene: Scene, low: int, high: int) -> bool:
    """Whether منذ and a year stand there, or so many years or months: منذ منتصف آذار/مارس 2011، منذ ثماني سنوات."""
    if any(t.value.open == "since" and t.value.unit in _LONG_UNITS for _, t in scene.times_between(low, high)):
        return True
    return any(
        scene.form(k) in _SINCE and any(_YEAR.fullmatch(scene.form(j)) for j in range(k + 1, min(k + 7, high)))
        for k in range(low, high)
    )


def _thousands(scene: Scene, mention: Mention) -> bool:
    """Whether the dead are thousands, whom no single attack of a report killed: تسبب بمقتل أكثر من 230 ألف شخص."""
    if mention.sense.entry.id in _WOUNDING:
        return False
    numbers = _numbers(scene, mention.last, mention.last + 3)
    if mention.sense.cls == "verb" and not numbers:  # نحو 70 ألف شخص قتلوا
        numbers = [n for n in _numbers(scene, mention.first - _AROUND, mention.first) if mention.first - n.last <= 1]
    if mention.sense.entry.id == _DEAD:  # خلفت الحرب أكثر من 10 آلاف قتيل
        numbers = [n for n in _numbers(scene, mention.first - _AROUND, mention.first) if n.last == mention.first]
    return any((n.value.low or n.value.high or 0) >= _MANY for n in numbers[:1])


def _cause(scene: Scene, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """The nearest attack in the same sentence, else in the two before, else in the three that follow a headline or the lead."""
    attacks = [m for m in mentions if m.type in CAUSES and m.realis not in ("negated", "planned", "conditional")]
    attacks = [
        m for m in attacks if m.sense.entry.id not in _DEFUSED
    ]  # قتل أربعة خلال تفكيك لغم: what was taken apart killed nobody
    # what only points back (في العملية) founds no event: without one before it, it would take the dead with it
    founded = min(
        (m.first for m in mentions if m.type in POINTING and m.type != "casualties" and not m.sense.entry.refers),
        default=None,
    )
    attacks = [m for m in attacks if founded is not None and m.first >= founded]
    attacks = [m for m in attacks if scene.form(m.first - 1) not in scene.words("attackers-of")]  # قتل منفذ الهجوم
    same = [m for m in attacks if m.sentence == mention.sentence]
    if mention.sense.entry.id in _BODIES:
        same = [m for m in same if m.first > mention.first]  # هجمات أمس، كما عثر على جثة; عثر على جثة شاب قتل بالرصاص
    if scene.form(mention.first - 1) in _ON and mention.sense.cls != "verb":
        same = [m for m in same if m.first > mention.first]
        if not same:
            return None  # اندلعت اشتباكات بعد مقتل شاب: the killing came first
    same = [m for m in same if not told_beside(scene, m, mention.first, mention.last, same)]
    if mention.sense.cls != "verb" and _documented(scene, mention):
        same = [m for m in same if m.first > mention.first and not _another_killing(mention, m, mentions)]
        if not same:
            return None  # قصف الطيران البلدة، من جانبها وثقت الشبكة مقتل 26 مدنيا
    if same:
        return min(same, key=lambda m: (abs(m.first - mention.first), m.first))
    if _by_its_own_doer(mention):
        return None
    before = [m for m in attacks if 0 < mention.sentence - m.sentence <= 2]
    if before:
        return None if _elsewhere(scene, mention, before[-1]) else before[-1]
    if mention.into > 1:
        return None  # who died there did not die in what is told next
    after = [m for m in attacks if m.realis in ("actual", "failed") and 0 < m.sentence - mention.sentence <= 3]
    return after[0] if after else None


def _brought_about(scene: Scene, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """The attack that a killing is told to be the outcome of: أسفرت الغارة عن تصفية ثلاثين قياديا."""
    brings = scene.words("brings")
    said = [k for k in range(mention.first - _OUTCOME, mention.first) if scene.cut_to(k, brings)]
    if mention.sense.cls == "verb" or not said or scene.form(mention.first - 1) not in ("عن", "الي", "ب"):
        return None
    attacks = [m for m in mentions if m.type in CAUSES and m.type != mention.type and m.sentence == mention.sentence]
    return next((m for m in reversed(attacks) if m.first < mention.first), None)


def told_beside(scene: Scene, attack: Mention, first: int, last: int, attacks: list[Mention]) -> bool:
    """Whether an attack behind harm at tokens `first` to `last` did not cause it: one told before did, and this goes on beside it.

    قصفت المدفعية البلدة ما أدى إلى مقتل مدني، تزامنا مع غارات على الجبل.
    """
    if attack.first < last or not any(m.sentence == attack.sentence and m.first < first for m in attacks):
        return False
    meanwhile, brings = scene.words("meanwhile"), scene.words("brings")
    if any(scene.form(k).removeprefix("و") in meanwhile for k in range(last, attack.first)):
        return True
    harm = harm_at(scene, first)
    if attack.type == "targeted_killing" or (harm is not None and harm.payload.cls == "verb"):
        return False  # فيما لقي 42 مصرعهم في تفجيرين, أدت إلى استشهاد الطفل حرقا: its own cause
    return any(scene.cut_to(k, brings) for k in range(first - _BROUGHT, first))


def _another_killing(mention: Mention, attack: Mention, mentions: list[Mention]) -> bool:
    """Whether another killing is told between a killing and an attack: مقتل 11 مدنيا، قتلت امرأتان منهم بالقذائف."""
    between = (m for m in mentions if mention.last <= m.first < attack.first)
    return any(m.sense.entry.id in _KILLING and m.sense.cls == "verb" for m in between)


def _documented(scene: Scene, mention: Mention) -> bool:
    """Whether somebody who counts the dead counts these: وثقت الشبكة السورية مقتل 26 مدنيا."""
    words = scene.words("documents")
    sentence = scene.sentence(mention.first)
    first = max(sentence.first if sentence is not None else 0, mention.first - _DOCUMENTED)
    return any(scene.cut_to(k, words) for k in range(first, mention.first))


def _by_its_own_doer(mention: Mention) -> bool:
    """Whether a word of killing says itself who killed: وقتل التنظيم ثلاثة رجال is no harm of the battle told in the sentence before."""
    return mention.sense.entry.id in _KILLING and any(p.rule == DOES and p.mention is not None for p in mention.parties)


def _elsewhere(scene: Scene, mention: Mention, cause: Mention) -> bool:
    """Whether the dead lie in another place than the attack told before them, or another killed them.

    Two sentences off another place is enough (10 of 11 on the annotated articles), one sentence off it must be another town.
    """
    if mention.realis == "negated":
        return False  # دون وقوع إصابات
    if told_apart(scene, mention.places, cause.places):
        return True
    if mention.actors and cause.actors and not set(mention.actors) & set(cause.actors):
        return True  # told of another doer (4 of 5 on the annotated articles)
    shared = {scene.place_key(k) for k in mention.places} & {scene.place_key(k) for k in cause.places}
    return mention.sentence - cause.sentence > 1 and bool(mention.places) and bool(cause.places) and not shared


def settle_killings(scene: Scene, events: list[Gathered]) -> None:
    """Make a killing that no attack explains a targeted one where its doer is told and its victims are no fighters.

    `هدد بقتل النائب` and `قتل مسلحون شرطيا` tell of an act; `casualties` is left for the dead whom nobody is said to have killed.
    """
    for event in events:
        first = event.mentions[0]
        if event.type != "casualties" or not event.actors or first.sense.entry.id not in _KILLING:
            continue
        if not scene.has_class("men-at-arms", first.last, first.last + _VICTIM_REACH):
            event.type = "targeted_killing"
