"""Tolls: whether a killing is its own event or the harm of another, and which event a count belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import msgspec

from marsad.arabic.sentences import Sentence
from marsad.handover import NumberMention
from marsad.model import CountWhat, EventType, Span
from marsad.stages.code.counts import Found
from marsad.stages.code.counts.quantities import joined
from marsad.stages.code.heirs import bequeath
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import POINTING, Gathered
from marsad.stages.code.merging.apart import told_apart
from marsad.stages.code.parties import DOES
from marsad.stages.code.realis.ages import of_a_day, own_time
from marsad.stages.code.scene import Scene

CAUSES: Final[frozenset[EventType]] = frozenset([*ATTACKS, "armed_clash", "abuse", "air_defence"])
_HARM: Final = frozenset(["killed", "wounded", "missing", "other"])
_HOMES: Final[dict[CountWhat, tuple[EventType, ...]]] = {
    "killed": (*sorted(CAUSES), "casualties", "cumulative_toll", "protest"),
    "wounded": (*sorted(CAUSES), "casualties", "cumulative_toll", "protest"),
    "missing": (*sorted(CAUSES), "casualties", "cumulative_toll", "abduction"),
    "captured": ("abduction", "detention", "armed_clash", "ground_attack", "release_exchange", "equipment_loss"),
    "detained": ("detention", "abduction", "release_exchange", "ground_attack"),
    "displaced": ("displacement", "evacuation"),
    "raids": ("air_strike",),
    "munitions": ("shelling", "air_strike", "air_defence", "bombing_ied", "chemical_attack", "small_arms_fire", "equipment_loss"),
    "aircraft": ("air_strike", "air_defence", "deployment", "withdrawal", "equipment_loss", "shelling"),
    "targets": ("air_strike", "shelling", "ground_attack", "destruction"),
    "violations": ("ceasefire_violation",),
    "attempts": ("ground_attack", "air_defence"),
    "vehicles": (
        "equipment_loss",
        "deployment",
        "withdrawal",
        "evacuation",
        "destruction",
        "air_strike",
        "shelling",
        "humanitarian_aid",
        "bombing_ied",
        "suicide_attack",
        "ground_attack",
        "armed_clash",
        "military_support",
    ),
    "sites": (
        "destruction",
        "territory_capture",
        "air_strike",
        "shelling",
        "ground_attack",
        "suicide_attack",
        "bombing_ied",
        "withdrawal",
    ),
    "other": (),
}


# Where people taken are counted first: خمسة اعتقلوا في مداهمة are those of the arrest.
_OWN_HOMES: Final[dict[CountWhat, tuple[EventType, ...]]] = {
    "captured": ("abduction", "detention", "release_exchange"),
    "detained": ("detention", "abduction", "release_exchange"),
}
_RETURNS: Final = frozenset(["عاد", "عادت", "عوده", "يعود", "تعود", "رجع", "رجعت", "رجوع", "اعاده", "بعوده", "العوده"])
_RETURN_REACH: Final = 4
_SAVED: Final = 4
_DWELLING: Final = 12  # كان يقطنها قبل بدء الغزو نحو 300 ألف نسمة
_LATER: Final = 5  # twice the sentences between, and one for a later event
# Where people are counted whom no word of harm befell: تظاهر 500 شخص، هاجم 20 مسلحا.
_CROWDS: Final[frozenset[EventType]] = frozenset(
    ["protest", "evacuation", "humanitarian_aid", "siege", "suicide_attack", "ground_attack", "deployment", "withdrawal",
     "displacement", "group_change", "release_exchange", "military_support", "personnel_action"]
)  # fmt: skip
# Where a number without a noun counts people: تظاهر الآلاف.
_THRONGS: Final[frozenset[EventType]] = frozenset(["protest"])
# What bodies do together, and how many of them: وقعت ستة فصائل على الاتفاق, جمدت عشر حركات المشاورات.
_TOGETHER: Final[frozenset[EventType]] = frozenset(
    ["agreement", "ceasefire", "talks", "meeting", "mediation", "political_process", "group_change", "sanction", "coordination"]
)
_MISHAP: Final = 14
_CROWD_REACH: Final = 12
_TALK: Final[frozenset[EventType]] = frozenset(["agreement", "talks", "meeting", "mediation", "ceasefire", "political_process"])
_ATTACKED: Final[frozenset[EventType]] = frozenset(["suicide_attack", "ground_attack"])
_TO: Final = frozenset(["الي", "علي", "ضد", "عن", "بحق", "في", "مع"])
_FAR_COUNTED: Final = frozenset(["killed", "wounded", "missing", "captured", "detained", "displaced", "other", "raids"])
_WHOSE: Final = frozenset(["ضحيتها", "ضحيته", "ضحيتهما"])
_RELATIVE: Final = frozenset(["التي", "الذي", "كان", "كانت"])
_SINCE: Final = frozenset(["منذ", "ومنذ"])
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_WOUNDING: Final = frozenset(["wound-verb", "wounding", "wound-verb-1"])
_LOSSES: Final = frozenset(["lose-men", "men-lost"])  # خسر العدو سبعين جنديا: who loses men kills nobody
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
_KILLING: Final = frozenset(["kill-verb", "killing", "killing-masdar"])
_VICTIM_REACH: Final = 4
_SAME_HARM: Final = 3  # tokens between the dead and the hurt of one event
_BREAKS: Final = frozenset(["فيما", "بينما", "كما"])
_ACCIDENTS: Final = ("accident", "quake", "mishap")
_AFTER_ACCIDENTS: Final = frozenset(["في", "بعد", "عقب"])
_OUTBREAKS: Final = frozenset(["اندلاع", "نشوب", "وقوع", "حدوث"])  # جراء اندلاع حريق
_THROUGH: Final = frozenset(["جراء", "اثر", "نتيجه", "بسبب"])


def set_aside(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """The mentions without killings that another mention causes; a total over a period becomes a cumulative toll."""
    kept: list[Mention] = []
    for mention in mentions:
        if mention.type not in ("casualties", "cumulative_toll"):
            kept.append(mention)
            continue
        if _over_a_period(scene, mention, mentions) or _of_a_month(scene, mention, mentions):
            mention.type, mention.open = "cumulative_toll", False
            _own_places(scene, mention)
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
        if cause is None:
            mention.open = False
            told = any(p.rule == DOES for p in mention.parties)
            if (told or mention.realis in _MEANT) and mention.sense.entry.id not in _WOUNDING | _LOSSES:
                mention.type = "targeted_killing"  # قتل مسلحون قاضيا: who killed whom is told, and nothing else
            kept.append(mention)
        else:
            bequeath(scene, mention, cause)
    return kept


def _own_places(scene: Scene, mention: Mention) -> None:
    """Leave a total no place that only the sentence before names: أسفرت الحرب عن مقتل 20 ألفا is not of the village told of last."""
    sentence = scene.sentence(mention.first)
    if sentence is not None:
        places = scene.recognised.place_mentions
        mention.places = [k for k in mention.places if sentence.first <= places[k].first < sentence.last]


def _over_a_period(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    sentence = scene.sentence(mention.first)
    if sentence is None or _of_one(scene, mention) or _of_a_day(scene, mention, mentions):
        return False
    low, high = max(sentence.first, mention.first - 14), min(sentence.last, mention.last + 24)
    if mention.sense.entry.type == "casualties" and not _several(scene, mention):
        return False
    risen = mention.sense.entry.type == "cumulative_toll" and any(scene.form(k) in _SINCE for k in range(low, high))
    # ارتفع عدد الشهداء إلى 261 منذ 8 أكتوبر: not those of the raid beside it
    return risen or scene.has_class("period", low, high) or _since_a_year(scene, low, high) or _thousands(scene, mention)


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
    if noun is not None and noun.payload.number == "s" and not noun.payload.phrase:
        return True
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
    if mention.sense.entry.id == _DEAD:  # خلفت الحرب أكثر من 10 آلاف قتيل
        numbers = [n for n in _numbers(scene, mention.first - _AROUND, mention.first) if n.last == mention.first]
    return any((n.value.low or n.value.high or 0) >= _MANY for n in numbers[:1])


def _cause(scene: Scene, mention: Mention, mentions: list[Mention]) -> Mention | None:
    """The nearest attack in the same sentence, else in the two before, else in the three that follow a headline or the lead."""
    attacks = [m for m in mentions if m.type in CAUSES and m.realis not in ("negated", "planned", "conditional")]
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


def give_counts(scene: Scene, events: list[Gathered], counts: list[Found]) -> list[list[Found]]:
    """For each event the counts that belong to it; a count that finds no event is left out."""
    given: list[list[Found]] = [[] for _ in events]
    spots = [(m, k) for k, event in enumerate(events) for m in event.mentions]
    last: int | None = None
    before: Found | None = None
    placed: dict[Span, int] = {}
    for item in counts:
        sentence = scene.sentence(item.first)
        if sentence is None:
            continue
        whole = placed.get(item.count.part_of) if item.count.part_of is not None else None
        if _crowd(item):
            k = _gathering(scene, events, spots, item) if whole is None else whole
            if k is not None:
                given[k].append(_moved(scene, item, events[k]))
                placed[item.count.span] = k
            continue
        if whole is not None:  # بينهم 340 طفلا: those of the number they are a part of
            given[whole].append(item)
            last, before = whole, item
            continue
        homes = _HOMES["killed" if _of_harm(item) else item.count.what]
        before_that = last if last is not None and events[last].type in homes else None
        listed = last is not None and before is not None and _listed(scene, before, item, spots)
        before = item
        if listed and last is not None and (events[last].type in homes or not homes):
            given[last].append(item)
            placed[item.count.span] = last
            continue
        best: tuple[int, int, int, int] | None = None
        accident = item.count.what in _HARM and _by_accident(scene, item, sentence)
        if accident and not any(m.sentence == sentence.nth and m.type in CAUSES for m, _ in spots):
            continue
        own = accident or (item.count.what in _HARM and _own_cause(scene, item, sentence))
        for mention, k in spots:
            if own and mention.sentence != sentence.nth:
                continue
            if homes and events[k].type not in homes and not (item.count.what in _HARM and mention.type in CAUSES):
                continue
            distance = abs(mention.sentence - sentence.nth)
            if distance > (3 if item.count.what in _FAR_COUNTED else 0 if item.count.what == "sites" else 1):
                continue  # things counted two sentences off are others
            ahead = 1 if mention.sentence > sentence.nth else 0
            clause = 0 if mention.clause == scene.clause(item.first) else 1
            gap = 0 if _risen_to(mention, item, spots) else abs(mention.first - item.first) + 4 * clause
            rank = (2 * distance + ahead, 0 if events[k].type in _OWN_HOMES.get(item.count.what, homes) else 1, gap, k)
            if best is None or rank < best:
                best = rank
        if best is not None and best[0] >= _LATER and before_that is not None and item.count.what in ("killed", "wounded"):
            best = (0, 0, 0, before_that)  # the dead told on and on are those of the event before, not of one two sentences later
        if best is not None:
            last = best[3]
        elif item.count.part_of is None or last is None:
            continue
        given[last if best is None else best[3]].append(item)
        placed[item.count.span] = last if best is None else best[3]
    return given


def _risen_to(mention: Mention, item: Found, spots: list[tuple[Mention, int]]) -> bool:
    """Whether a toll is said to have reached a number: ارتفع عدد الشهداء إلى 261 منذ بدء المعارك counts none of the battles alone."""
    if mention.type != "cumulative_toll" or mention.sense.entry.type != "cumulative_toll":
        return False
    near = 0 <= item.first - mention.last <= _TOLL_REACH
    return near and not any(mention.last <= m.first < item.first for m, _ in spots)


def _own_cause(scene: Scene, item: Found, sentence: Sentence) -> bool:
    """Whether the sentence of a count names what caused it, known or not (تفجرات … التي كان ضحيتها 27): no other sentence's event did."""
    for k in range(max(sentence.first, item.first - 10), item.first):
        if scene.form(k) in _WHOSE and any(scene.form(j) in _RELATIVE for j in range(max(sentence.first, k - 8), k)):
            return True
    return False


def _by_accident(scene: Scene, item: Found, sentence: Sentence) -> bool:
    """Whether an accident, an illness or a disaster harmed those counted: جراء حادث سير, في حريق, ارتفع عدد ضحايا الحريق إلى 12."""
    if scene.has_class("mishap", max(sentence.first, item.first - _MISHAP), item.first):
        return True
    return any(
        scene.form(k) in _THROUGH | _AFTER_ACCIDENTS
        and any(scene.has_class(c, k + 1, k + 2 + (scene.form(k + 1) in _OUTBREAKS)) for c in _ACCIDENTS)
        for k in range(max(sentence.first, item.first - 10), min(sentence.last, item.last + 8))
    )


def _listed(scene: Scene, before: Found, item: Found, spots: list[tuple[Mention, int]]) -> bool:
    """Whether a count goes on a list of harm (9 قتلى و31 مصابا, مقتل 4 أشخاص وإصابة 6 آخرين): both belong to one event."""
    if not {before.count.what, item.count.what} <= {"killed", "wounded", "missing"}:
        return False
    if before.count.what == "killed" and item.count.what == "wounded" and 0 < item.first - before.last <= _SAME_HARM:
        alone = not any(before.last <= m.first < item.first for m, _ in spots)
        plain = all(scene.word(k) and scene.form(k) not in _BREAKS for k in range(before.last, item.first))
        if alone and plain and item.harm is not None and joined(scene, item.harm):
            return True
    between = [scene.form(k) for k in range(before.last, item.first) if scene.word(k)]
    return item.first >= before.last and between in ([], ["و"]) and joined(scene, item.first)


def _of_harm(item: Found) -> bool:
    """Whether people of no told fate (ضحايا, سبعة بين قتيل وجريح) were harmed: they belong where dead and wounded do."""
    people = item.noun is None or item.noun.entry.role in ("harm", "victim")
    return item.count.what == "other" and item.harm is not None and people


def _crowd(item: Found) -> bool:
    if item.harm is not None or item.count.what != "other":
        return False
    return _throng(item) if item.noun is None else item.noun.entry.role in ("victim", "body")


def _throng(item: Found) -> bool:
    """Whether a vague number without a noun came together: تظاهر الآلاف."""
    return item.noun is None and item.count.qualifier == "vague" and item.count.low is not None


def _gathering(scene: Scene, events: list[Gathered], spots: list[tuple[Mention, int]], item: Found) -> int | None:
    """The event in which a crowd or some bodies take part: the nearest of its sentence, if it is one for them."""
    sentence = scene.sentence(item.first)
    body = item.noun is not None and item.noun.entry.role == "body"
    best: tuple[int, int] | None = None
    for mention, k in spots:
        if sentence is None or mention.sentence != sentence.nth:
            continue
        if events[k].type in _TALK and not body:
            continue  # خرج 300 مقاتل ضمن اتفاق الإجلاء
        gap = mention.first - item.last if mention.first >= item.last else item.first - mention.last
        if gap <= _CROWD_REACH:
            best = min(best or (gap, k), (gap, k))
    if best is None or events[best[1]].type not in (_TOGETHER if body else _THRONGS if item.noun is None else _CROWDS):
        return None
    if (
        events[best[1]].type != "siege"
        and any(scene.form(k).removeprefix("و") in scene.words("dwells") for k in range(item.first - _DWELLING, item.first))
        and not any(
            scene.form(k).removeprefix("ال").startswith(("دفع", "قافل", "حافل")) for k in range(item.first - 8, item.first)
        )
    ):
        return None  # تضم المنطقة 3 ملايين إنسان: who lives there, not who left
    if any(
        scene.form(k).removeprefix("و").startswith(("انقذ", "انقاذ", "نجا", "نجت"))
        for k in range(item.first - _SAVED, item.first)
    ):
        return None  # أنقذت البحرية 22 من الطاقم بعد الهجوم
    if events[best[1]].type == "military_support" and item.count.population == "civilian":
        return None  # يتيح الفرصة لأكثر من 2000 مواطن للعمل
    if events[best[1]].type in _ATTACKED and scene.form(item.first - 1) in _TO:
        return None  # وجهت الاتهام إلى 29 شخصا في الهجوم
    return best[1]


def _moved(scene: Scene, item: Found, event: Gathered) -> Found:
    """Those whom an evacuation has moved are displaced, those let go were detained; of a plan the text only says how many."""
    if event.type == "release_exchange":
        return replace(item, count=msgspec.structs.replace(item.count, what="detained"))  # أفرجت السلطات عن سبعين شخصا
    # عادت 300 عائلة: they are displaced no more
    back = any(scene.form(k).removeprefix("و") in _RETURNS for k in range(item.first - _RETURN_REACH, item.first))
    moved = (event.type == "displacement" and not back) or (
        event.type == "evacuation" and event.realis in ("actual", "ongoing", "historical")
    )
    if not moved:
        return item
    return replace(item, count=msgspec.structs.replace(item.count, what="displaced"))
