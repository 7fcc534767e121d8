"""Belonging: which event a count belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import msgspec

from marsad.arabic.sentences import Sentence
from marsad.model import CountWhat, EventType, Span
from marsad.stages.code.counts import Found
from marsad.stages.code.counts.quantities import joined
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging import Gathered
from marsad.stages.code.scene import Scene
from marsad.stages.code.tolls import CAUSES, told_beside

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
    "violations": ("ceasefire_violation", "abuse"),
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
_PAIR: Final = 2
# What hurts people only where the sentence says so.
_SELDOM: Final[frozenset[EventType]] = frozenset(["protest", "abuse"])
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
_MOVES: Final[frozenset[EventType]] = frozenset(["evacuation", "displacement", "release_exchange", "deployment", "withdrawal"])
_TO_HOSPITAL: Final = 5
_TALK: Final[frozenset[EventType]] = frozenset(["agreement", "talks", "meeting", "mediation", "ceasefire", "political_process"])
_ATTACKED: Final[frozenset[EventType]] = frozenset(["suicide_attack", "ground_attack"])
_TO: Final = frozenset(["الي", "علي", "ضد", "عن", "بحق", "في", "مع"])
_FAR_COUNTED: Final = frozenset(["killed", "wounded", "missing", "captured", "detained", "displaced", "other", "raids"])
_WHOSE: Final = frozenset(["ضحيتها", "ضحيته", "ضحيتهما"])
_RELATIVE: Final = frozenset(["التي", "الذي", "كان", "كانت"])
_SAME_HARM: Final = 3  # tokens between the dead and the hurt of one event
_BREAKS: Final = frozenset(["فيما", "بينما", "كما"])
_ACCIDENTS: Final = ("accident", "quake", "mishap")
_AFTER_ACCIDENTS: Final = frozenset(["في", "بعد", "عقب"])
_OUTBREAKS: Final = frozenset(["اندلاع", "نشوب", "وقوع", "حدوث"])  # جراء اندلاع حريق
_THROUGH: Final = frozenset(["جراء", "اثر", "نتيجه", "بسبب"])
_BROUGHT: Final = frozenset(["اسفرت", "اسفر", "ادت", "ادي", "خلفت", "خلف", "اوقعت", "اوقع", "تسببت", "تسبب"])
_TOLL_REACH: Final = 20  # tokens from a toll that rose to its number


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
        whole = placed.get(item.count.part_of) if item.count.part_of is not None else _of_breaches(scene, item, sentence, spots)
        if _crowd(item):
            k = _gathering(scene, events, spots, item) if whole is None else whole
            if k is not None:
                given[k].append(_moved(scene, item, events[k]))
                placed[item.count.span] = k
            continue
        if whole is not None:  # بينهم 340 طفلا: those of the number they are a part of
            given[whole].append(item)
            last, before = whole, item
            placed.setdefault(item.count.span, whole)
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
            before = None  # وفاة ستة وإصابة سبعة بتسمم: nor are the others those of an event before
            continue
        own = accident or (item.count.what in _HARM and _own_cause(scene, item, sentence))
        near = [m for m, _ in spots if m.sentence == sentence.nth and m.type in CAUSES] if item.count.what in _HARM else []
        said = min(item.first, item.harm) if item.harm is not None else item.first
        for mention, k in spots:
            if own and mention.sentence != sentence.nth:
                continue
            if mention in near and told_beside(scene, mention, said, item.last, near):
                continue
            if homes and events[k].type not in homes and not (item.count.what in _HARM and mention.type in CAUSES):
                continue
            distance = abs(mention.sentence - sentence.nth)
            if distance and item.count.what in _HARM and events[k].type in _SELDOM:
                continue
            if distance and events[k].realis == "negated" and item.count.high != 0:
                continue
            if distance > (3 if item.count.what in _FAR_COUNTED else 0 if item.count.what == "sites" else 1):
                continue  # things counted two sentences off are others
            ahead = 1 if mention.sentence > sentence.nth else 0
            clause = 0 if mention.clause == scene.clause(item.first) else 1
            gap = 0 if _risen_to(mention, item, spots) else abs(mention.first - item.first) + 4 * clause
            if mention.sense.entry.type == "cumulative_toll" and mention.first <= (item.harm or -1) < mention.last:
                rank = (-1, 0, 0, k)  # its own word of harm founds the event: حصيلة القتلى منذ بدء المواجهات بلغت ألفا
                best = rank if best is None else min(best, rank)
                continue
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


def _of_breaches(scene: Scene, item: Found, sentence: Sentence, spots: list[tuple[Mention, int]]) -> int | None:
    """أسفرت هذه الخروقات عن مقتل تسعة: the breaches told before, all together, killed them and no one raid of another sentence."""
    if item.count.what not in _HARM:
        return None
    causes = [(m, k) for m, k in spots if m.sentence == sentence.nth and m.first < item.first]
    if not causes or any(m.type in CAUSES for m, _ in causes):
        return None
    mention, home = causes[-1]
    near = (scene.form(k).removeprefix("و") for k in (mention.first - 2, mention.first - 1, mention.last))
    return home if mention.type == "ceasefire_violation" and not _BROUGHT.isdisjoint(near) else None


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
    if not body and sentence is not None and _aboard(scene, item):  # حافلات تنقل على متنها 300 شخص: those evacuated
        moved = [k for m, k in spots if m.sentence == sentence.nth and events[k].type in _MOVES]
        best = (0, moved[0]) if moved else best
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
    if item.count.low == _PAIR and scene.form(item.first).startswith("ال"):
        return None  # كان العنصران ينشطان: the two told of before
    if events[best[1]].type in _ATTACKED and scene.form(item.first - 1) in _TO:
        return None  # وجهت الاتهام إلى 29 شخصا في الهجوم
    return best[1]


def _aboard(scene: Scene, item: Found) -> bool:
    """Whether buses or boats carry those counted: تقل 300 مدني, تنقل على متنها 5 آلاف شخص."""
    back = [scene.form(k).removeprefix("و") for k in range(item.first - 3, item.first)]
    return bool(set(back) & scene.words("carries"))


def _moved(scene: Scene, item: Found, event: Gathered) -> Found:
    """Those whom an evacuation has moved are displaced; of a plan, and of people let go, the text only says how many.

    Prisoners by name (800 سجين) are detained whatever is done to them.
    """
    if event.type == "release_exchange" and item.noun is not None and item.noun.entry.id == "prisoners":
        return replace(item, count=msgspec.structs.replace(item.count, what="detained"))
    # عادت 300 عائلة: they are displaced no more
    back = any(scene.form(k).removeprefix("و") in _RETURNS for k in range(item.first - _RETURN_REACH, item.first))
    moved = (event.type == "displacement" and not back) or (
        event.type == "evacuation" and (event.realis in ("actual", "ongoing", "historical") or _aboard(scene, item))
    )
    hurt = event.type == "evacuation" and scene.has_class("hospital-house", item.last, item.last + _TO_HOSPITAL)
    if not moved or hurt:  # نقل اثنان إلى المستشفى: carried, not displaced
        return item
    return replace(item, count=msgspec.structs.replace(item.count, what="displaced"))
