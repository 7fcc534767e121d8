"""Where a scene ends, and what says that it goes on.

A scene is what is told of one day at one place by one reporter, sentence behind sentence. It ends where the text turns back (وكان),
aside (على صعيد آخر) or to what happens time and again, at a heading, where it opens with another place, where a happening is at
another place than all that the scene has named, where another reporter speaks, and some sentences on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from marsad.arabic.page import Page
from marsad.arabic.times.owners import COMES
from marsad.handover import PlaceMention
from marsad.stages.ground.scenes.story import Day, Story, Told

# Folded openings of sentences that leave the scene, without their و: they turn back, aside, or to what happens time and again.
_TURNS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(phrase.split())
    for phrase in [
        "كان", "كانت", "كانوا", "يذكر", "يشار", "تجدر", "جدير", "الجدير", "يجدر", "سبق", "سبق ان", "في وقت سابق",
        "من جهه اخري", "من جانب اخر", "من ناحيه اخري", "علي صعيد", "في سياق اخر", "في سياق منفصل", "الي ذلك", "في شان اخر",
        "في الشان", "علي الصعيد", "لفت تقرير", "منذ", "خلال الاشهر", "خلال الايام", "في الاونه", "تاتي هذه", "ياتي هذا",
        "ياتي ذلك", "تشهد", "تعتبر", "يعتبر", "يعد", "تعد", "بحسب احصاييه", "وثق", "وثقت", "احصي", "بلغ عدد", "بدات الازمه",
        "اقرا", "مقالات", "للمزيد", "بين الحين", "بين الفينه", "تجدر الاشاره", "حول", "بخصوص", "بشان", "فيما يتعلق", "عن", "تتعرض", "يتعرض", "كثيرا", "غالبا", "عاده",
        "باستمرار", "بشكل متكرر", "بشكل شبه", "بشكل يومي", "خلال الاونه", "خلال الفتره", "في الفتره", "خلال الاسابيع", "خلال السنوات",
    ]
)  # fmt: skip
_MEANWHILE: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(phrase.split())
    for phrase in ["بالتزامن", "في هذه الاثناء", "في الاثناء", "في تلك الاثناء", "في الوقت نفسه", "في الوقت ذاته", "في غضون ذلك"]
)
_HEADING: Final = 16
_SHORTEST_HEADING: Final = 3
_ALSO: Final = frozenset(["ايضا", "كذلك"])
_LIKEWISE: Final = frozenset([*_ALSO, "مماثل", "مماثله", "مشابه", "مشابهه"])
_ALSO_REACH: Final = 6
_SAID_REACH: Final = 2
_NO_ANSWER: Final = frozenset(
    ["علي", "في", "عن", "ان", "الي", "انباء", "معلومات", "تقارير", "اسماء", "اسم", "اسمه", "ذلك", "ذكر", "من"]
)
_ADDED: Final = frozenset(["واضاف", "واضافت", "وتابع", "وتابعت", "واردف"])
_COINCIDES: Final = frozenset(["بالتزامن", "بالتوازي", "تزامنا", "متزامنا"])
_COINCIDES_REACH: Final = 8
_TELLS: Final = 5
_HEAD: Final = 3
_REACH: Final = 6
_REACH_OF_SPEECH: Final = 2
_NEAR: Final = 2
_LONG: Final = frozenset(["month", "year", "season", "decade", "century"])
_BROAD_KM: Final = 120.0  # what is known no better says nothing of where a scene is
_LEAD: Final = 1
# Words that say together that it was in many places: مدن عدة, عدة محافظات, مناطق متفرقة.
_PARTS: Final = frozenset(["مدن", "مدنا", "مناطق", "محافظات", "بلدات", "قري", "انحاء", "ارجاء", "مواقع"])
_SEVERAL: Final = frozenset(["عده", "متفرقه", "مختلفه", "عديده", "مختلف", "عموم", "شتي"])


class Ends:
    """The ends of the scenes of one page."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.turned = turned_sentences(story.page, story.places)
        self.looks_back = _looking_back(story)
        self.lands = frozenset(p.id for p in story.located.places if p.kind == "country")
        self.points = frozenset(p.id for p in story.located.places if p.lat is not None and (p.precision_km or 0) <= _BROAD_KM)

    def between(self, day: Day, here: int, *, speech: bool) -> bool:
        """Whether the scene of a day has ended before or with a sentence; inside somebody's speech (`speech`) it is shorter."""
        if meanwhile(self.story.page, here) and day.fresh:
            speech, last = False, here  # what it opens with is no turn of its own
        else:
            last = here + 1
        reach = (_REACH_OF_SPEECH if speech else _REACH) if day.fresh else 0
        return self.story.told[here] - self.story.told[day.sentence] > reach or self.turns(day.sentence, last)

    def turns(self, told: int, last: int) -> bool:
        """Whether a sentence behind `told` and before `last` ends the scene; a place inside one that was told goes on with it."""
        return any(
            n in self.looks_back
            and n < last - 1
            or n in self.turned.by_words
            or (n in self.turned.by_place and not self._within(told, self.turned.by_place[n]))
            for n in range(told + 1, last)
        )

    def apart(self, event: Told, day: Day, here: int) -> bool:
        """Whether an event of the sentence `here` is not of the scene, and not said to be of that time.

        Close to the day it is one of another reporter or another place; farther on one that does not share a place with the scene.
        """
        if meanwhile(self.story.page, here):
            return False
        if self._another_speaks(event, day):
            return True
        where = self._shares_a_place(event, day, here)
        return where is False or (where is None and self.story.told[here] - self.story.told[day.sentence] > _NEAR)

    def _shares_a_place(self, event: Told, day: Day, here: int) -> bool | None:
        """Whether a place of an event in its sentence lies together with one that the scene has named; None where either names none.

        كما قصفت أيضا بلدة كذا, وتعرضت قرية كذا لقصف مماثل: what is told as one more of the like goes on with the scene.
        """
        if any(self.story.page.tokens[k].form in _LIKEWISE and not self._said_too(k) for k in self.story.tokens_of(here)):
            return True
        if self._answers(here) or self.story.page.tokens[self.story.firsts[here]].form in _ADDED:
            return True
        located, places = self.story.located, self.story.places
        scene = {p for n in range(day.sentence, here) for p in self._places_of(n) if p in self.points}
        named = (located.of_mention[k] for k in event.draft.places if self.story.sentence(places[k].first) == here)
        own = {p for p in named if p in self.points}
        if not scene or not own:
            return None
        return any(located.together(a, b) for a in scene for b in own)

    def _answers(self, here: int) -> bool:
        """وردت الفصائل بقصف مواقع القوات: whether a sentence tells how an attack was answered; not وردت أنباء, ورد على سؤال."""
        tokens, first = self.story.page.tokens, self.story.firsts[here]
        if tokens[first].form not in ("رد", "ردت", "ورد", "وردت", "وردوا"):
            return False
        return first + 1 < len(tokens) and tokens[first + 1].form not in _NO_ANSWER

    def _said_too(self, token: int) -> bool:
        """وأشار أيضا إلى أن: whether what is told as one more of the like is only the saying."""
        cues = (self.story.page.within(c.cue.span)[1] for c in self.story.claims if c.cue is not None)
        return self.story.page.tokens[token].form in _ALSO and any(0 <= token - last < _SAID_REACH for last in cues)

    def _another_speaks(self, event: Told, day: Day) -> bool:
        """Whether one reporter tells the event and another named the day: two scenes."""
        claims = self.story.claims
        mine = {c.chain[-1].actor for c in claims if c.chain and c.id in event.draft.claims}
        at = self.story.page.tokens[day.token].start
        theirs = {c.chain[-1].actor for c in claims if c.chain and any(a <= at < b for a, b in c.content)}
        # مصادر محلية ... وأوضح شهود عيان: those whom nobody names tell one story
        if all(a.startswith("local:") for a in mine | theirs):
            return False
        return bool(mine and theirs) and not mine & theirs

    def _places_of(self, sentence: int) -> list[str]:
        tokens, located = self.story.tokens_of(sentence), self.story.located
        ids = [located.of_mention[k] for k, m in enumerate(self.story.places) if m.first in tokens and not m.speaks]
        return [i for i in ids if i is not None]

    def _within(self, told: int, mention: int) -> bool:
        """حملة في الضفة الغربية ... وفي جنين: whether a place lies in one that the sentence `told` names."""
        around = self._places_of(told)
        forms = [self.story.page.tokens[k].form.removeprefix("ال") for k in self.story.tokens_of(told)]
        pairs = list(pairwise(forms))
        many = any(a in _PARTS and b in _SEVERAL for a, b in [*pairs, *((b, a) for a, b in pairs)])
        if not many or self.story.told[told] > _LEAD:
            around = [p for p in around if p not in self.lands]  # a day told of somewhere in a land is not one of all the land
        here = self.story.located.of_mention[mention]
        return any(place == here or self.story.located.holds(place, here) for place in around)


def _headed(page: Page, k: int) -> bool:
    """Whether a sentence is a heading within the text: a short paragraph of its own without a full stop."""
    sentence = page.sentences[k]
    if sentence.last - sentence.first > _HEADING or page.tokens[sentence.last - 1].form in (".", "؟", "!", "،", ":", "؛"):
        return False
    after = sentence.last
    opens = page.tokens[sentence.first - 1].kind == "break" if sentence.first else False
    return opens and after < len(page.tokens) and page.tokens[after].kind == "break"


def _looking_back(story: Story) -> frozenset[int]:
    """The sentences that tell of a month, a year or all the time since: what stands behind them may be of that time too."""
    found = set()
    for k, mention in enumerate(story.times):
        value = mention.value
        if k not in story.dateline and (
            value.kind in _LONG or (value.open == "since" and value.shift is None and value.weekday is None)
        ):
            found.add(story.sentence(mention.first))
    return frozenset(found)


class Turned(NamedTuple):
    """Sentences that end a scene: by their words, and by the place they open with (sentence to place mention)."""

    by_words: frozenset[int]
    by_place: Mapping[int, int]


def turned_sentences(page: Page, places: Sequence[PlaceMention]) -> Turned:
    """The sentences that end a scene: those that open a part, turn back or aside, or open with a place (وفي ريف حماة ...)."""
    located = {m.first: n for n, m in enumerate(places)}
    turned = set()
    by_place = {}
    for k, sentence in enumerate(page.sentences):
        if sentence.part and not sentence.into:
            turned.add(k)
        words = [t for t in page.tokens[sentence.first : min(sentence.last, sentence.first + 8)] if t.kind == "word"]
        if not words:
            continue
        first = words[0].form.removeprefix("و") if len(words[0].form) > 3 or words[0].form in ("وفي", "ومن") else words[0].form
        opening = (first, *(w.form for w in words[1:]))
        in_front = opening[0] in ("في", "وفي", "اما", "الي")
        in_place = [w.i for w in (words[:1] if words[0].i in located else words[1:3] if in_front else []) if w.i in located]
        # مفخخة في عفرين: a heading of few words names a place, else it is a byline
        named = len(words) >= _SHORTEST_HEADING and any(t.i in located for t in words)
        if k > _HEAD and (len(words) >= _TELLS or named) and _headed(page, k):
            turned.add(k)
        if any(opening[: len(turn)] == turn for turn in _TURNS):
            turned.add(k)
        also = any(w.form in _ALSO for w in words[:_ALSO_REACH])  # وفي شمالي العراق أيضا
        if in_place and not also and (in_front or words[0].form.startswith("ب")):
            by_place[k] = located[in_place[0]]
    return Turned(frozenset(turned), by_place)


def meanwhile(page: Page, k: int) -> bool:
    """Whether a sentence says that what it tells happened at the time of what was told before (في هذه الأثناء، ...)."""
    sentence = page.sentences[k]
    words = [t.form for t in page.tokens[sentence.first : min(sentence.last, sentence.first + 6)] if t.kind == "word"]
    opening = (words[0].removeprefix("و"), *words[1:]) if words else ()
    if words and opening[0] in COMES:  # وجاء هذا القصف بالتزامن مع غارات على البلدة
        reach = page.tokens[sentence.first : min(sentence.last, sentence.first + _COINCIDES_REACH)]
        return any(t.form in _COINCIDES for t in reach)
    return any(opening[: len(phrase)] == phrase for phrase in _MEANWHILE)
