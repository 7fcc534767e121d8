"""Rules: why a second mention tells a happening again; each is one sign among others of how much the two are alike."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.families import DONE
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.merging.alike import (
    agreed,
    beside,
    by_what,
    carried_off,
    condemned,
    done_once,
    named_again,
    same_matter,
    same_name,
    same_person,
    summed_up,
    told_again,
)
from marsad.stages.code.merging.apart import (
    a_line_of_it,
    by_its_victim,
    counted_apart,
    days_apart,
    further,
    named_apart,
    of_a_number,
    of_another_time,
    one_of_several,
    set_against,
    tells_another,
    told_by_clause,
    turns,
    two_times,
)
from marsad.stages.code.merging.gathered import LEAD, OF_PLACES, OPENING, STANDING, Gathered
from marsad.stages.code.merging.matters import another_matter
from marsad.stages.code.merging.pairs import Pair, compare, realis_fits, type_fits
from marsad.stages.code.merging.sides import known
from marsad.stages.code.scene import Scene

# Sentences behind the last mention from which on only a shared town or doer, or the matter of the report, joins: in long texts two
# talks of 1963 and 1970 were one happening (11 of 100 events judged). 4 costs nothing on the annotated articles.
_FAR: Final = 4
_POINTS_BACK: Final = 6
_NAMED_AGAIN: Final = 2
_AT_LARGE: Final = frozenset(["operation-ref", "crime-ref", "incident-ref", "incident-ref-f"])
_DATED: Final = frozenset(["agreement", "meeting", "release_exchange", "protest", "cumulative_toll", "sanction"])
_NOT_DONE: Final = frozenset(["planned", "conditional", "habitual"])  # what one denies another tells
_PAST: Final = frozenset(["historical", "failed"])  # far off in a long text these are talks of 1963 and of 1970
_GOING_ON: Final = frozenset(["habitual", "ongoing"])
_BY_OBJECT: Final = frozenset(["territory_capture", "humanitarian_aid"])  # one of six was told again by a noun alone
_PLANNED: Final = ({"planned", "actual"}, {"planned", "historical"})

_AGAIN: Final = ("اعاد", "استعاد", "يستعيد", "تستعيد", "استرد", "استرجاع")
# A verb tells a meeting or a capture of its own: يزور البلاد is not the session that the report opens with, يستعيدها not سيطروا عليها.
_NEW_DEEDS: Final = frozenset(["meeting", "territory_capture"])
_KEEPING: Final = (counted_apart, named_apart, another_matter, days_apart, one_of_several, by_its_victim)


def _by_its_words(scene: Scene, event: Gathered, mention: Mention) -> str | None:
    """Why the two words alone tell one happening, whatever type and realis were read of each."""
    if by_what(scene, event, mention):
        return "by what means"
    if agreed(event, mention):
        return "what was agreed"
    if carried_off(event, mention):
        return "tended and carried off"
    if a_line_of_it(scene, event, mention):
        return "a line of its count"
    if same_name(scene, event, mention) and not further(scene, mention):
        return "called by one name"
    return None


def _is_of_others(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether parties of no kin make two of it: of what the report opened with, named again close by, one of them was misread."""
    if event.type == "territory_capture" and pair.shared:
        return _retaken(scene, mention)  # so it was of two that both took a town, unless it is said to have come back to one
    named = pair.noun and mention.definite and pair.gap <= _NAMED_AGAIN and event.type == mention.type not in ATTACKS
    return not (named and event.mentions[0].into <= OPENING)


def _of_one_matter(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why two words tell one matter, however far off they stand and, of what is done once, whatever realis was read of each."""
    if further(scene, mention) or (pair.gap and tells_another(scene, mention)):
        return None
    history = scene.long and pair.gap > _FAR and event.realis == mention.realis and event.realis in _PAST
    if not history and done_once(scene, event, mention, pair):
        return "done once in a report"
    if _only_headed(scene, event, mention, pair):
        return "the headline and its report"
    if (
        event.type == mention.type == "bombing_ied"
        and mention.into <= LEAD
        and not pair.apart
        and not two_times(scene, event, mention)
    ):
        return "one blast in the lead"
    if realis_fits(scene, event, mention) and same_matter(scene, event, mention, pair):
        return "the same matter by the same word"
    return None


def why(scene: Scene, event: Gathered, mention: Mention) -> str | None:
    """Why a mention means this event, or None."""
    told = _by_its_words(scene, event, mention)
    if told is not None:
        return told
    if not type_fits(event, mention) or any(keeps(scene, event, mention) for keeps in _KEEPING):
        return None
    pair = compare(scene, event, mention)
    told = named_again(scene, event, mention, pair)
    if told is not None:
        return told
    if pair.strangers and _is_of_others(scene, event, mention, pair):
        return None
    told = _of_one_matter(scene, event, mention, pair)
    if told is not None or not realis_fits(scene, event, mention):
        return told
    if scene.long and pair.gap > _FAR and not _from_afar(scene, event, mention, pair):
        return None
    if mention.hit.enc and known(mention.actors) and not known(event.actors) and mention.sense.entry.refers:
        return None  # مقرا لعملياتها: what somebody does elsewhere names no doer of this
    if event.type == "control_status" and not _same_ground(scene, event, mention, pair):
        return None
    if mention.sense.entry.id in _AT_LARGE and not mention.demonstrative and (mention.hit.enc or mention.sense.number != "s"):
        return None  # تواصلت العمليات, الجرائم التي يرتكبونها: of what somebody does at large five of seven were other happenings
    if mention.sense.entry.refers or mention.demonstrative:
        if _at_other_times(event, mention):
            return None
        known_one = pair.gap == 0 or mention.demonstrative or _known_one(scene, mention)
        return "it points back" if pair.gap <= _POINTS_BACK and known_one else None
    definite = pair.noun and mention.definite
    if set_against(scene, event.mentions[-1], mention) or (pair.gap and tells_another(scene, mention)):
        return None
    if further(scene, mention) or (
        pair.apart and not (definite and pair.gap <= 2 and not pair.joined and not told_by_clause(scene, mention))
    ):
        return None
    if definite and pair.gap and not pair.shared and of_another_time(scene, event, mention, pair.gap):
        return None
    if summed_up(scene, event, mention):
        return "what it was"
    near = beside(event, mention, pair)
    if near is not None:
        return near
    if pair.later and event.type != "ceasefire" and not definite:
        return None
    if event.type in STANDING:
        return _same_state(scene, event, mention, pair)
    if definite and not _tells_its_object(scene, mention) and not _of_another_word(scene, event, mention, pair):
        strange = mention.actors and not event.actors and pair.gap > 1 and not pair.shared
        return (
            None if pair.elsewhere or strange or _of_its_own(event, mention, pair) else "a definite noun after its first mention"
        )
    return (
        _headed(scene, event, mention, pair) or told_again(scene, event, mention, pair) or _detailed(scene, event, mention, pair)
    )


def contradicts(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether something told of a mention cannot be said of the event: another town, side or figure, another day, a word that sets it apart.

    Where no rule tells the two as one happening, most of such pairs are two, however alike they are in all else.
    """
    named = pair.noun and mention.definite
    return (
        any(keeps(scene, event, mention) for keeps in _KEEPING)
        or set_against(scene, event.mentions[-1], mention)
        or further(scene, mention)
        or (pair.gap > 0 and tells_another(scene, mention))
        or (pair.gap > 0 and not named and turns(scene, mention))
        or pair.apart
        or (pair.strangers and _is_of_others(scene, event, mention, pair))
        or (pair.later and event.type != "ceasefire" and not named)
        or (pair.joined and (not pair.noun or not pair.gap))
        or (not pair.noun and mention.type in _NEW_DEEDS)
        or (mention.type == "territory_capture" and pair.fine and not pair.shared and pair.gap > 0)
        or (mention.type == "armed_clash" and pair.noun and not mention.definite and pair.gap > 0)
        or (named and pair.gap > 0 and not pair.shared and of_another_time(scene, event, mention, pair.gap))
        or (scene.long and pair.gap > _FAR and event.realis in _PAST and not _from_afar(scene, event, mention, pair))
        or _other_persons(scene, event, mention)
        or _meant_or_denied(event, mention)
        or _at_other_times(event, mention)
        or (pair.gap > 0 and not named and _recalled(event, mention))
        or (pair.gap > 0 and of_a_number(scene, event, mention))
    )


def _recalled(event: Gathered, mention: Mention) -> bool:
    """Whether a mention lies back at a time of its own behind what happened now: وكان الأهالي قد شهدوا قبل أيام سقوط قذائف."""
    return mention.realis == "historical" and event.realis in ("actual", "ongoing") and mention.time is not None


def _meant_or_denied(event: Gathered, mention: Mention) -> bool:
    """Whether only one of them is denied or a habit, or one is planned and the other done: by signs alone three of five were two."""
    realis = {event.realis, mention.realis}
    if len(realis) == 1:
        return False
    return not realis.isdisjoint({"negated", "habitual"}) or ("planned" in realis and not realis.isdisjoint(DONE))


def _other_persons(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether each names the person to whom it was done, and they are two: أفرجت عن فلان. وأضافت أنها أفرجت عن فلان آخر."""
    mine, theirs = (
        {t for t in side if t in scene.actors and scene.actors[t].kind == "person"} for side in (mention.targets, event.targets)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _at_other_times(event: Gathered, mention: Mention) -> bool:
    """Whether one of them tells what is done again and again and the other what happened: يستهدفون القرى عادة … هذه الغارة."""
    if event.type in STANDING or event.realis == mention.realis:
        return False
    told_of_one = all(m.sense.number != "p" for m in event.mentions)
    many = told_of_one and mention.realis in _GOING_ON and mention.sense.number == "p"  # الوقف الفوري لهذه الجرائم
    return many or event.realis == "habitual"


def _retaken(scene: Scene, mention: Mention) -> bool:
    """Whether ground came back to somebody: سيطرت الفصائل على المعسكر قبل أن تتمكن قوات كذا من إعادة السيطرة عليه."""
    return any(scene.form(k).lstrip("وبل").startswith(_AGAIN) for k in range(mention.first - 1, mention.last))


def _of_its_own(event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a definite noun tells a happening of its own: done where the other was meant or denied, ground taken elsewhere, far below."""
    if event.realis in _NOT_DONE and mention.realis in ("actual", "ongoing"):
        return True
    other = all(m.sense.entry.id != mention.sense.entry.id for m in event.mentions)
    if other and event.type in _BY_OBJECT and not pair.shared:
        return True
    return other and not pair.shared and pair.gap >= LEAD and event.mentions[0].into > OPENING


def _known_one(scene: Scene, mention: Mention) -> bool:
    """Whether a mention speaks of what is known: a definite noun, a phrase with the article (هذا العمل الجبان), a verb."""
    article = any(scene.form(k).startswith(("ال", "لل")) for k in range(mention.first, mention.last))
    return mention.definite or article or mention.sense.cls == "verb"


def _same_state(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why a mention of what lasts means the same: always, unless it is a deed beside a plan, dated, of others, or another word far off."""
    named = mention.definite and pair.noun
    if {event.realis, mention.realis} in _PLANNED and event.type != "ceasefire":
        return None
    if event.type == "cumulative_toll" and pair.joined and not named:
        return None  # قتل 67 في أكتوبر بينما قتل 87 في الشهر الذي سبقه
    if event.type == "military_support" and not (pair.known or (pair.gap <= 1 and pair.same_word)):
        return None
    if event.type == "release_exchange" and (pair.others or (pair.gap and mention.hit.enc)):
        return None
    if event.type in _DATED and not named and pair.gap > 1:
        return None
    if event.type in OF_PLACES and pair.fine and pair.apart:
        return None  # محادثات جنيف … المحادثات في أستانا
    if not named and not pair.known and not pair.shared and event.mentions[0].into > OPENING:
        return None  # of what the report does not open with, 19 of 25 others
    if not pair.same_word and pair.gap and _told_by_itself(scene, event, mention, pair):
        return None
    return "the same state of things"


def _told_by_itself(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether another word for what lasts tells a thing of its own: far off, a verb that goes on, an accord that is not named as known."""
    if pair.gap >= _FAR:
        return True
    if event.type == "agreement" and not mention.definite:
        return True
    return event.type in OF_PLACES and not pair.noun and (pair.joined or scene.long)


def _headed(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why a mention tells what a headline, a heading or somebody's condemnation named."""
    if event.main and event.type in ATTACKS and condemned(scene, mention) and not mention.actors and not pair.fine:
        return "what is condemned was told"
    if _of_headline(scene, event, mention) and pair.gap and mention.into <= LEAD:
        return "the headline and its report"
    first = event.mentions[0].first
    if len(event.mentions) == 1 and pair.gap in (1, 2) and scene.heading(first) and first > scene.headline:
        return "a heading and what stands below it"
    return None


def _only_headed(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether the headline told of one happening, and this is the first word of the report that tells of one of its kind."""
    only = event.type == mention.type and event.mentions[-1].last <= scene.headline and pair.gap > 0 and not pair.apart
    return only and event.mentions[0].sense.number == mention.sense.number == "s"


def _of_headline(scene: Scene, event: Gathered, mention: Mention) -> bool:
    """Whether an event was told in the headline only, or by the word of a mention in lines without a full stop that repeat it."""
    if event.mentions[-1].last <= scene.headline:
        return True
    repeated = all(scene.heading(m.first) and m.sense.entry.id == mention.sense.entry.id for m in event.mentions)
    return repeated and event.mentions[0].into <= OPENING and len(event.mentions) > 1


def _detailed(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> str | None:
    """Why a mention tells at length what the lead told: the first sentence behind it that somebody is the source of."""
    first = event.mentions[0]
    if not event.main or first.into > OPENING or not 0 < pair.gap <= LEAD or mention.realis != event.realis:
        return None
    if pair.apart or pair.elsewhere or pair.later or pair.joined:
        return None
    other = pair.noun and all(m.sense.entry.id != mention.sense.entry.id for m in event.mentions)
    if other and (pair.gap > 1 or mention.type != event.type or event.type not in ATTACKS):
        return None  # another noun two sentences below was another happening in seven of seven, of no attack in four of four
    return "the lead and its details" if _sourced(scene, mention) else None


def _sourced(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence of a mention opens with its source (وقال مراسلنا إن), or with وفي التفاصيل."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    opening = range(sentence.first, min(sentence.first + 4, mention.first))
    return any(scene.form(k) in ("التفاصيل", "تفاصيل") for k in opening) or any(
        scene.page.within(c.cue.span)[0] in opening for c in scene.attributed.claims if c.cue is not None
    )


def _tells_its_object(scene: Scene, mention: Mention) -> bool:
    """Whether a masdar governs what it falls upon (القبض على 13 عنصرا، أثناء قصفها مدينة كذا): it tells an act as a verb does."""
    if mention.demonstrative:
        return False
    return scene.form(mention.last - 1) == "علي" or bool(mention.hit.enc and scene.places_between(mention.last, mention.last + 1))


def _same_ground(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a state of control is that told before: of the same town, or of the same holder where no town of its own is named.

    Of 16 pairs in long articles that the holder or nothing joined, one told the same ground.
    """
    if not pair.gap or mention.sense.entry.refers:
        return True
    if {scene.place_key(k) for k in mention.places} & {scene.place_key(k) for k in event.places}:
        return True
    return not pair.fine and pair.known


def _from_afar(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a mention far behind the last may still mean it: by its word and a town or doer, or as the matter of the report.

    In long articles a town alone, four sentences and more behind, joined eight other happenings of nine.
    """
    if same_person(scene, event, mention):
        return True
    if two_times(scene, event, mention):
        return False  # entries of a chronicle
    if pair.same_word and pair.noun and (pair.shared or pair.known):
        return True
    return _of_the_story(event, mention, pair) and (pair.same_word or not mention.hit.enc)


def _of_another_word(scene: Scene, event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a definite noun that was not said before tells of something else: with a pronoun (قصفه، تعذيبهم), or far off in a long page."""
    if pair.shared or not pair.gap:
        return False
    if mention.hit.enc and not (pair.same_word and pair.gap == 1):
        return event.mentions[0].into > OPENING or pair.gap > 1
    return (
        scene.long
        and not pair.same_word
        and pair.gap > 1
        and not pair.known
        and not (event.main and event.mentions[0].into <= OPENING)
    )


def _of_the_story(event: Gathered, mention: Mention, pair: Pair) -> bool:
    """Whether a mention far behind the last may still mean it: the matter of the report, named again by a definite noun."""
    return pair.noun and mention.definite and event.main and event.mentions[0].into <= 1
