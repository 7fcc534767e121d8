"""Alike: why a mention tells again what was told: how the two words stand, name, town, person, figure, words and doer in common."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.apart import day_of, further, named_by, two_times
from marsad.stages.code.merging.gathered import ACCORDS, OF_PLACES, OTHER_TIMES, STANDING, TRUCES, Gathered
from marsad.stages.code.merging.pairs import Pair
from marsad.stages.code.merging.sides import known
from marsad.stages.code.scene import Scene

_IT_WAS: Final = frozenset(["وهو", "وهي", "وهذا", "وهذه"])
_FALLING: Final = frozenset(["shells-fall", "shells-fell", "shells-land", "fell-rocket"])
_BY_WHAT: Final = frozenset(["by-shells", "by-gunfire", "bullet-hit", "by-ied"])
_SILENCED: Final = frozenset(["silencer"])
_VOLLEYS: Final = frozenset(["volley", "rocket-attack"])
_CARRYING: Final = frozenset(["carry-hurt", "bring-to-care", "carry-wounded", "evacuate-fighters", "clear-wounded"])
_AGREEING: Final = frozenset([*ACCORDS, "agree-verb", "deal-reached"])
_BY_REACH: Final = 16  # tokens from a verb of attack to what it was made with
_HOW_MANY: Final = frozenset(["عده", "عدد", "سلسله", "عشرات", "مييات"])
_AFTER: Final = frozenset(["بعد", "عقب", "اثر", "قبل", "منذ"])
_NAMED: Final = frozenset(["named-operation", "battle-begun"])
_CALLED: Final = frozenset(["agreement", "zone_establish", "talks", "political_process", "meeting"])
_BATTLES: Final = frozenset(["armed_clash", "territory_capture"])
_PLAN_REACH: Final = 4  # sentences in which a plan is told again; on the annotated articles this joined four and split none
_BESIDE: Final = 2
_SAME_TOWN: Final = 3
_LED_BY: Final = 1  # further down, 11 of 18 strikes of one doer without another place were others, in the lead 10 of 46
_NEAR: Final = 15  # tokens; of nouns of attack further off in the sentence three of ten were the same happening
_TELLING: Final = 3  # a figure from which on it hardly comes back by chance
_AROUND: Final = 9
_SHORT: Final = 3
# What is told of by its own word is seldom done twice in one report.
_ONE_MATTER: Final = frozenset(
    ["agreement", "meeting", "talks", "political_process", "sanction", "military_support", "detention", "abduction", "release_exchange",
     "targeted_killing", "group_change", "personnel_action", "displacement", "humanitarian_aid", "evacuation", "coordination", "ceasefire",
     "zone_establish", "monitoring", "protest", "intel_sharing", "equipment_loss", "air_defence", "siege"]
)  # fmt: skip
_ONCE: Final = STANDING - {"control_status", "cumulative_toll", "mediation"}
_WORDS_IN_COMMON: Final = 2
_WORDS_ALIKE: Final = 3  # with three words in common 14 of 14 were one happening, with two 20 of 25


def by_what(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a mention only says with what or how often the attack of its sentence was made: استهدفت القوات، صباحا، القرية بقذائف الهاون."""
    last = event.mentions[-1]
    if (
        mention.sense.entry.id in _VOLLEYS
        and mention.hit.cut.pro.startswith("ب")
        and last.type in ATTACKS
        and last.clause == mention.clause
        and mention.first - last.last <= _BESIDE
    ):
        return True  # نفذت الطائرات عدوانا برشقات من الصواريخ
    if last.type == "targeted_killing" and last.clause == mention.clause:
        by_it = scene.form(mention.first).startswith("ب") and not mention.definite and mention.type in ATTACKS
        if mention.sense.entry.id in _SILENCED or (by_it and mention.first - last.last <= _BY_REACH):
            return True  # اغتالوا بأسلحة كاتمة للصوت ضابطا، اغتال مسلحون مختار البلدة بإطلاق الرصاص عليه
    near = last.sentence == mention.sentence and mention.first - last.last <= _BY_REACH
    if mention.sense.entry.id in _BY_WHAT:
        return near and last.type == mention.type
    if not near or last.type not in ATTACKS or mention.type not in ATTACKS:
        return False
    return _its_verb(scene, last, mention) or (last.sense.cls == "verb" and _by_number(scene, mention))


def _its_verb(scene: Scene, noun: Mention, verb: Mention) -> bool:
    """Whether a noun of attack stands right before its own verb: القصف استهدف المنزل, whatever else is read of the two."""
    if noun.sense.cls == "verb" or verb.sense.cls != "verb" or verb.first != noun.last or verb.hit.cut.pro:
        return False
    return noun.definite and scene.form(noun.first - 1).removeprefix("و") not in _AFTER


def _by_number(scene: Scene, mention: Mention) -> bool:
    """Whether a noun of attack tells with how many of its like something was struck: استهدفت البلدة، بخمس غارات."""
    if mention.sense.cls == "verb" or mention.definite:
        return False
    numbers = [n for n in scene.numbers_between(mention.first - 3, mention.first) if n.last == mention.first]
    before = numbers[0].first if numbers else mention.first - 1
    counted = bool(numbers) or any(c.pro == "ب" and c.stem in _HOW_MANY for c in scene.page.lookup.cuts(scene.form(before)))
    return counted and scene.form(before).startswith("ب")


def same_name(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether both are called by one name: عملية درع الفرات, الاتفاق النووي, معركة الرقة; another round or date is another."""
    mine = _names(scene, mention)
    if not mine or mention.type != event.type or two_times(scene, event, mention):
        return False
    return any(not mine.isdisjoint(_names(scene, m)) for m in event.mentions)


def _names(scene: Scene, mention: Mention) -> set[str]:
    """What a mention is called by: an operation, an accord or talks by two words and more, a battle by its place."""
    out = set()
    words = [scene.form(k) for k in range(mention.first, mention.last) if scene.word(k)]
    known = mention.type in _CALLED and mention.sense.cls == "phrase" and words[-1].startswith("ال")
    if len(words) > 1 and (mention.sense.entry.id in _NAMED or known):
        behind = scene.tokens[mention.last : mention.last + 1]
        round_of = "".join(t.form for t in behind if t.kind == "number")
        out.add(" ".join([_bare(mention.hit.cut.stem), *words[1:], round_of]))
    place = named_by(scene, mention)
    if place is not None and mention.type in _BATTLES:
        out.add(f"{mention.hit.cut.stem} {scene.place_key(place)}")
    return out


def _bare(word: str) -> str:
    """A word without its article and the accusative (الاجتماع، اجتماعا)."""
    return word.removeprefix("ال").removesuffix("ا")


def summed_up(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a mention says what the attack told in its sentence was: …، في هجوم أسفر عن كذا، في أعنف قصف منذ أشهر."""
    last = event.mentions[-1]
    if mention.sense.cls == "verb" or mention.definite or not mention.sense.entry.open or event.type not in ATTACKS:
        return False
    foremost = scene.form(mention.first - 1) in scene.words("foremost")
    before, gap = mention.first - 1 - foremost, mention.sentence - last.sentence
    sentence = scene.sentence(mention.first)
    opens = sentence is not None and before <= sentence.first
    if scene.form(before) in _IT_WAS and (not gap or (gap == 1 and opens)):
        return True  # …، وهو أول هجوم من نوعه. وهذا ثاني هجوم منذ بدء الهدنة
    if gap or last.realis != mention.realis or not (foremost or scene.form(before - 1) == "،"):
        return False
    return scene.form(before) == "في"


def carried_off(event: Gathered, mention: Mention) -> bool:
    """Whether the hurt are carried off by those who tend them: إسعاف المصابين ونقلهم."""
    last = event.mentions[-1]
    return (
        event.type == "humanitarian_aid"
        and mention.sense.entry.id in _CARRYING
        and mention.hit.cut.pro.startswith("و")
        and last.clause == mention.clause
        and mention.first - last.last <= _BESIDE
    )


def agreed(event: Gathered, mention: Mention) -> bool:
    """Whether a truce is what the agreement right before it is about: اتفاق «وقف الأعمال القتالية»."""
    last = event.mentions[-1]
    return (
        event.type == "agreement"
        and last.sense.entry.id in _AGREEING
        and len(event.mentions) == 1
        and not (last.definite and last.sense.cls == "noun")
        and mention.type in TRUCES
        and mention.clause == last.clause
        and 0 <= mention.first - last.last <= _BESIDE
    )


def condemned(scene: Scene, mention: Mention) -> bool:
    """Whether a noun is what somebody condemns (ندد بهجوم إرهابي)."""
    return mention.sense.cls != "verb" and any(
        not scene.page.lookup.stems(scene.form(k)).isdisjoint(scene.words("condemning"))
        for k in range(mention.first - 4, mention.first)
    )


def beside(event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why a mention in the sentence of the last one means the same, from how the two words stand."""
    last, weak = event.mentions[-1], mention.sense.entry.weak
    if pair.gap:
        return None
    if mention.clause == last.clause and mention.first - last.last <= _BESIDE and mention.type == last.type and _paired(mention):
        return "beside its like"
    if mention.clause == last.clause and mention.first - last.last <= 12:
        if weak or ((pair.noun or last.sense.cls != "verb") and not pair.joined):
            return "the same clause"
    if mention.sense.entry.id in _FALLING and event.type == "shelling" and not (pair.fine and pair.apart):
        return "what fell"
    if not pair.joined and weak and not pair.noun and last.type in ATTACKS and not (pair.fine and event.fine):
        return "what it hit"
    return None


def _paired(mention: Mention) -> bool:
    """Whether و joins a mention to the like before it: اشتباكات ومعارك، انتشال الجثث وإسعاف المصابين."""
    return mention.type not in ATTACKS and mention.hit.cut.pro.startswith("و")


def told_again(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why an indefinite noun or a verb tells again what was told: by its town, a person it was done to, or who did it."""
    again = pair.same_word or pair.known or pair.gap <= _SAME_TOWN  # a town alone far behind joined four others of nine
    if pair.shared and again and not (pair.joined and not pair.noun) and not (pair.noun and mention.type != event.type):
        return "the same place"
    if pair.noun and not pair.joined and not pair.fine and _of_that_day(scene, event, mention):
        return "of that day"
    if pair.gap and not pair.apart and not pair.elsewhere and not pair.joined and same_toll(scene, event, mention):
        return "the same figure"
    if pair.gap and not pair.elsewhere and not pair.joined and mention.realis == event.realis and _retold(scene, event, mention):
        return "the same words"
    if same_person(scene, event, mention):
        return "the same person"
    if event.type == "territory_capture" and pair.fine and not pair.shared and pair.gap:
        return None  # تقدمت في مناطق عدة؛ سيطرت على مدينة كذا: each place that changes hands is its own happening
    if pair.gap and {mention.realis, event.realis} in OTHER_TIMES:
        return None
    if (
        mention.realis == event.realis == "negated"
        and event.type == mention.type
        and not pair.elsewhere
        and pair.gap <= _PLAN_REACH
    ):
        return "the same denial"
    if (
        mention.realis == event.realis == "planned"
        and event.type == mention.type
        and event.type != "territory_capture"  # يسعى إلى السيطرة على البلدة ثم المدينة: three plans of five were two
        and not pair.joined
        and pair.gap <= _PLAN_REACH
        and not pair.elsewhere
    ):
        return "the same plan"
    if _says_no_more(event, mention, pair):
        return "no place and no party of its own"
    strikes = event.type in ATTACKS or event.type == "destruction"
    led = pair.gap <= _BESIDE and (pair.gap == 0 or event.mentions[0].into <= _LED_BY)
    fought = (
        event.type == "armed_clash" and pair.noun and pair.gap > 0
    )  # في مواجهات مع الشرطة, told once more: four of four were others
    if fought:
        return None
    if pair.known and not pair.joined and not pair.elsewhere and (led or (not strikes and (pair.gap <= _BESIDE or event.main))):
        return "the same actor, no other place"
    near = mention.first - event.mentions[-1].last <= _NEAR
    told = event.type in ATTACKS and mention.realis == event.realis and mention.realis in ("actual", "habitual", "failed")
    if pair.gap == 0 and told and not pair.joined and not (pair.fine and event.fine) and near:
        return "the same sentence, no other place"
    return None


def _says_no_more(event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a mention names no place of its own, nor, of what is no attack, a party: it goes on telling what was told.

    قصفت المدفعية البلدة. وقال الدفاع المدني إن عائلة قضت بقصف
    """
    if mention.places or pair.joined or event.type != mention.type:
        return False
    if event.type in ATTACKS:
        return pair.gap == 1
    return mention.type in _ONE_MATTER and not known(mention.actors)


def named_again(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why what is no attack is named again, whatever party, place and realis were read of it.

    By a definite noun in its sentence (ستسلح الفصائل، والدعم العسكري مشروط), by one with the same word, or as harm of one sentence without a cause.
    """
    if mention.type != event.type or mention.type in ATTACKS or further(scene, mention):
        return None
    if mention.type == "casualties" and not pair.gap and not pair.apart and not pair.others:
        return "killed and hurt in one sentence"
    several = mention.sense.number != event.mentions[-1].sense.number
    if (
        not (pair.noun and mention.definite)
        or several
        or pair.elsewhere
        or mention.type in ("territory_capture", "political_process")
    ):
        return None
    by_its_word = by_one_word(scene, event, mention)
    if not pair.gap and not pair.others and (by_its_word or not mention.hit.enc):
        return "named again in its sentence"
    if mention.type not in _ONE_MATTER or pair.gap > _PLAN_REACH or _denied(event, mention):
        return None
    if not mention.hit.enc and not pair.strangers and not pair.apart and not pair.joined:
        return "named again by its word" if by_its_word else None
    return None


def done_once(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether both tell by one word what a report tells of once: talks, a vote or a sanction, wanted here, held there and judged elsewhere."""
    if mention.type != event.type or mention.type not in _ONCE or pair.others:
        return False
    if pair.apart and (mention.type in OF_PLACES or mention.type == "siege"):
        return False
    return not _denied(event, mention) and by_one_word(scene, event, mention)


def _denied(event: Gathered, mention: Mention) -> bool:
    """Whether only the event is denied: نفت أن تكون وقعت على أي اتفاق … نص الاتفاق."""
    return event.realis == "negated" != mention.realis


def by_one_word(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether both are told by one word, alone or behind another (انتخابات، إجراء الانتخابات), with the article or the accusative."""
    mine = _own_words(scene, mention)
    return any(not mine.isdisjoint(_own_words(scene, m)) for m in event.mentions)


def _own_words(scene: Scene, mention: Mention) -> set[str]:
    behind = {scene.form(k) for k in range(mention.first + 1, mention.last) if len(scene.form(k)) > _SHORT}
    return {_bare(word) for word in (mention.hit.cut.stem, *behind)}


def same_matter(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether both tell one matter by one word, with a place, a party, the word behind it or two words around it in common.

    `إجلاء الحالات الحرجة … إجلاء طبي من الغوطة`: of 53 pairs of 430 random articles that nothing else joined 45 are one, however
    far off they stand; of raids and shellings told so most are others.
    """
    if (
        mention.type != event.type
        or mention.type in ATTACKS
        or pair.apart
        or pair.strangers
        or pair.others
        or (pair.joined and not pair.gap)
    ):
        return False  # اعتقلت القوات شابا، كما اعتقلت ثلاثة مسلحين
    behind = _bare(scene.form(mention.last))
    same_behind = any(_bare(scene.form(m.last)) == behind for m in event.mentions)
    if same_behind and len(behind) > 2:
        return True
    if mention.type not in _ONE_MATTER or mention.realis != event.realis or not by_one_word(scene, event, mention):
        return False
    if pair.known or not set(mention.targets).isdisjoint(event.targets):
        return True
    if {scene.place_key(k) for k in mention.places} & {scene.place_key(k) for k in event.places}:
        return True
    if scene.word(mention.last) and same_behind:
        return True
    mine = _surroundings(scene, mention)
    return any(len(mine & _surroundings(scene, m)) >= _WORDS_IN_COMMON for m in event.mentions)


def same_person(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether both were done to one named person."""
    persons = [t for t in mention.targets if t in scene.actors and scene.actors[t].kind == "person"]
    return any(t in event.targets for t in persons)


def same_toll(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether the sentences of both give one figure of the same people (مقتل 7 مدنيين … 7 مدنيين قتلوا)."""
    mine = _tolls(scene, mention)
    return any(not mine.isdisjoint(_tolls(scene, m)) for m in event.mentions)


def _tolls(scene: Scene, mention: Mention) -> set[tuple[float, str]]:
    """The numbers of three and more in the sentence of a mention, with what each of them counts."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return set()
    out = set()
    for number in scene.numbers_between(sentence.first, sentence.last):
        noun = scene.counted.get(number.last)
        if noun is not None and number.value.low is not None and number.value.low >= _TELLING:
            if noun.payload.entry.role in ("harm", "victim"):
                out.add((number.value.low, noun.payload.entry.id))
    return out


def _retold(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a mention says what was said before in its own words (رتل عسكري كان متجها … رتل عسكري كان في طريقه)."""
    mine = _surroundings(scene, mention)
    return any(
        m.sense.entry.id == mention.sense.entry.id and len(mine & _surroundings(scene, m)) >= _WORDS_ALIKE for m in event.mentions
    )


def _surroundings(scene: Scene, mention: Mention) -> set[str]:
    """The longer words within nine tokens of a mention, without its own."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return set()
    around = range(max(sentence.first, mention.first - _AROUND), min(sentence.last, mention.last + _AROUND))
    words = (scene.form(k).removeprefix("و").removeprefix("ال") for k in around if not mention.first <= k < mention.last)
    return {w for w in words if len(w) > _SHORT}


def _of_that_day(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether a noun is named by the day on which the event was told (مقتل 25 عنصرا في قصف الثلثاء)."""
    if mention.time is None or scene.recognised.times[mention.time].first != mention.last:
        return False
    day = day_of(scene, mention.time)
    return day is not None and any(day_of(scene, m.time) == day for m in event.mentions)
