"""Dates carried inside one continuing scene, and never across its end.

A day of the story (اليوم الثلاثاء، أمس) holds for what is told behind it until the text turns back (وكان, يذكر أن), turns
aside (على صعيد آخر), opens with another place, or names another time. A day that dates only the saying carries nothing.
بعد يومين من puts what stands behind it so many days before the scene.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec

from marsad.arabic.page import Page
from marsad.arabic.times.calendar import Interval, place_in_calendar
from marsad.arabic.times.owners import COMES, STATEMENT_REACH, THAT, WHO, of_a_statement
from marsad.handover import Attributed, EventDraft, PlaceMention, TimeMention
from marsad.model import EventType, When
from marsad.stages.ground.datelines import opens_a_part
from marsad.stages.ground.places import Located
from marsad.stages.ground.turns import meanwhile, told_sentences, turned_sentences

_STORY: Final = frozenset(["actual", "failed"])
_DONE: Final = frozenset(["actual", "ongoing", "failed"])
_PAST: Final = frozenset(["actual", "failed", "historical", "negated"])
# What lasts, is summed up or is arranged has its own time or none; only what happens at once shares the scene's day.
_LASTING: Final = frozenset(
    ["control_status", "cumulative_toll", "zone_establish", "siege", "group_change", "agreement", "ceasefire",
     "ceasefire_violation", "coordination", "military_support", "displacement", "release_exchange", "withdrawal",
     "territory_capture", "route_cut", "route_open", "talks", "mediation", "political_process", "protest", "sanction",
     "monitoring", "intel_sharing", "deconfliction_notice", "personnel_action"]
)  # fmt: skip
_NEVER_OF_A_DAY: Final = frozenset(["control_status", "cumulative_toll", "siege"])
_REACH: Final = 6
_SHORT_RANGE: Final = 2
_LEAD: Final = 1
# Words that say together that it was in many places: مدن عدة, عدة محافظات, مناطق متفرقة.
_PARTS: Final = frozenset(["مدن", "مدنا", "مناطق", "محافظات", "بلدات", "قري", "انحاء", "ارجاء", "مواقع"])
_SEVERAL: Final = frozenset(["عده", "متفرقه", "مختلفه", "عديده", "مختلف", "عموم", "شتي"])
_WARDED_OFF: Final = 5
_LOOSE: Final = 31
_REACH_OF_SPEECH: Final = 2
_HEAD: Final = 3
_BODY: Final = 9
_FRESH_DAYS: Final = 7
_SAYING_REACH: Final = 6
_BEHIND_REACH: Final = 5
_BESIDE: Final = 12
_OPENING: Final = 4
_OCCASION_REACH: Final = 3
_HOURS_OF_A_DAY: Final = 12
_REASONS: Final = frozenset(["احتجاجا", "ردا", "اعتراضا"])
_ATTACKS: Final = frozenset(["air_strike", "shelling", "ground_attack", "bombing_ied", "suicide_attack"])
_EFFECTS: Final = frozenset(["destruction", "evacuation", "humanitarian_aid", "air_defence", "equipment_loss", "casualties"])
# بعد أربعة أشهر من القتال: so long it lasted, and did not begin and end then.
_FOUGHT_ON: Final = frozenset(["armed_clash", "siege", "protest", "ground_attack", "talks"])
_ADVANCES: Final = frozenset(["territory_capture", "withdrawal", "route_cut", "route_open"])
_ADVANCE_REACH: Final = 3
_RELATIVE_REACH: Final = 14
_HEAD_REACH: Final = 6  # الهجوم الدامي الذي وقع أمس
_NEXT_IN_A_ROW: Final = frozenset(["كما", "فيما", "بينما", "وبينما", "وكما"])
_AFTER: Final = frozenset(["بعد", "عقب", "غداه"])
_CLAUSE_ENDS: Final = frozenset(["،", ",", "؛", ":"])


class Told(NamedTuple):
    """An event with its date so far; `own` when it has a time expression of its own.

    `any_day` when that only says منذ الصباح, which may be the morning of the day that the story has told.
    """

    draft: EventDraft
    when: When | None
    own: bool
    any_day: bool = False


class _Day(NamedTuple):
    """A day that is told: where it stands (token, sentence), the date, whether it is near publication, and of the story."""

    token: int
    sentence: int
    when: When
    fresh: bool
    story: bool = True
    types: frozenset[EventType] = frozenset()
    heads: bool = False  # 10 آذار 2016: and a new line


class Scenes:
    """The scenes of one page."""

    def __init__(
        self,
        page: Page,
        times: Sequence[TimeMention],
        places: Sequence[PlaceMention],
        attributed: Attributed,
        located: Located,
        published: Interval | None,
        *,
        dateline: frozenset[int],
    ) -> None:
        self.page = page
        self.times = times
        self.published = published
        self.dateline = dateline
        self.firsts = [s.first for s in page.sentences]
        self.told = told_sentences(page)
        self.places = places
        self.located = located
        self.lands = frozenset(p.id for p in located.places if p.kind == "country")
        self.turned = turned_sentences(page, places)
        self.claims = attributed.claims
        self.words: tuple[int, ...] = ()
        self.dated: tuple[int, ...] = ()  # the words of events that have a time of their own
        self.cues = [(page.within(c.cue.span)[0], c) for c in attributed.claims if c.cue is not None]

    def carry(self, told: Sequence[Told], opening: When | None) -> list[tuple[When | None, str]]:
        """The dates of the events with the reason of each; those without one take the scene's, `opening` is a bulletin's day."""
        days = self._days(told)
        self.words = tuple(self.page.within(t)[0] for e in told for t in e.draft.triggers)
        self.dated = tuple(self.page.within(t)[0] for e in told if e.own for t in e.draft.triggers)
        out = [self._carried(event, told, days, opening) for event in told]
        later = next((d for d in self._days(told, said=True) if self._later_that_day(d)), None)
        if later is not None and (not days or later.token <= days[0].token):
            # وفي وقت لاحق أمس: what the story has told before without a day was on that day as well
            out = [
                (msgspec.structs.replace(later.when, basis="carried"), "the day on which something is told to have followed")
                if when is None
                and not event.own
                and self._story(event)
                and self._sentence_of(event) < later.sentence
                and self._one_part(self._sentence_of(event), later.sentence)
                else (when, how)
                for event, (when, how) in zip(told, out, strict=True)
            ]
        out = [
            (self._of_its_headline(event, told), "the day of what its headline tells with it") if when is None else (when, how)
            for event, (when, how) in zip(told, out, strict=True)
        ]
        dates = [when for when, _ in out]
        return [
            (when, how) if when is not None else (self._of_its_cause(event, told, dates), "that of the attack before it")
            for event, (when, how) in zip(told, out, strict=True)
        ]

    def _of_its_headline(self, event: Told, told: Sequence[Told]) -> When | None:
        """هجوم انتحاري على المقر، واشتبك المهاجمان مع الحراس: what a headline tells with an attack that the body dates."""
        here = self._sentence_of(event)
        if event.own or here >= _HEAD or not self._story(event) or self._a_reason(self.page.within(event.draft.triggers[0])[0]):
            return None
        for other in told:
            when = other.when
            if other is event or when is None or when.span is None or not other.own or other.draft.type not in _ATTACKS:
                continue
            later = self._sentence(self.page.within(when.span)[0]) > here and self._story(other)
            at = [self._sentence(self.page.within(t)[0]) for t in other.draft.triggers]
            if later and here in at and (when.start == when.end or self._loose(when)):
                return msgspec.structs.replace(when, basis="carried")
        return None

    def _sentence_of(self, event: Told) -> int:
        return self._sentence(self.page.within(event.draft.triggers[0])[0]) if event.draft.triggers else len(self.firsts)

    def _one_part(self, a: int, b: int) -> bool:
        """Whether two sentences stand in one part of the page."""
        return self.page.sentences[a].part == self.page.sentences[b].part

    def _later_that_day(self, day: _Day) -> bool:
        """وفي وقت لاحق أمس: a day of the story that opens its sentence as the later part of it."""
        first = self.firsts[day.sentence]
        words = [t.form for t in self.page.tokens[first : first + _OPENING] if t.kind == "word"]
        return (
            day.fresh
            and day.token <= first + _OPENING
            and words[:2] in (["وقت", "لاحق"], ["في", "وقت"], ["وفي", "وقت"])
            and "لاحق" in words
        )

    def _carried(self, event: Told, told: Sequence[Told], days: Sequence[_Day], opening: When | None) -> tuple[When | None, str]:
        if event.own and event.draft.triggers and (scene := self._before_a_later_mention(event, days)) is not None:
            return msgspec.structs.replace(scene.when, basis="carried"), "the day of the scene it is first told in"
        if event.any_day and event.draft.triggers and (told_day := self._told_just_before(event, days)) is not None:
            return msgspec.structs.replace(told_day.when, basis="carried"), "the morning of the day told just before"
        if event.own or not event.draft.triggers:
            return event.when, f"its own, {event.when.basis}" if event.when is not None else "none"
        token = self.page.within(event.draft.triggers[0])[0]
        far = event.draft.realis in _DONE and event.draft.type in _ATTACKS
        behind = self._behind(token, days, _BEHIND_REACH * 2 if far else _BEHIND_REACH)
        fought_on = event.draft.type in _FOUGHT_ON and behind is not None and behind.precision != "day"
        if behind is not None and not fought_on and event.draft.type not in _NEVER_OF_A_DAY:
            return behind, "so long before the day of the scene"
        day, how = self._beside(event, days), "the day that stands beside it"
        if day is None:
            day = self._day_for(event, token, days)
            if day is not None:
                before = self._sentence(token) - day.sentence
                how = "the day of its sentence" if before <= 0 else f"the day of the scene, {before} sentences before"
        if day is None:
            head = self._headline(event, token, told, days)
            if head is not None:
                return msgspec.structs.replace(head, basis="carried"), "a headline, dated where the body tells it"
        told_of = event.draft.realis in _STORY and event.draft.type not in _NEVER_OF_A_DAY
        when = day.when if day is not None else opening if told_of else None
        if when is None:
            return None, "none"
        return msgspec.structs.replace(when, basis="carried"), how if day is not None else "the day of the bulletin"

    def _told_just_before(self, event: Told, days: Sequence[_Day]) -> _Day | None:
        """قتل ثلاثة السبت في قصف. وبدأ القصف منذ ساعات الصباح: the day of the scene, where the morning names none."""
        token = self.page.within(event.draft.triggers[0])[0]
        here = self._sentence(token)
        before = [d for d in days if d.token < token and d.sentence < here and d.story and d.fresh]
        if event.draft.realis not in _STORY or not before or here - before[-1].sentence > _SHORT_RANGE:
            return None
        return None if self._ended(before[-1], here, speech=False) else before[-1]

    def _before_a_later_mention(self, event: Told, days: Sequence[_Day]) -> _Day | None:
        """The day of the scene that an event is first told in, where only a later mention names another day.

        قصفت الطائرات اليوم ... كما استهدفت المدفعية البلدة ... وأمس قتل مدني جراء القصف: the later one tells of another happening.
        """
        if event.when is None or event.when.span is None or event.when.precision != "day" or not self._story(event):
            return None
        token = self.page.within(event.draft.triggers[0])[0]
        here = self._sentence(token)
        if here < _HEAD or self._sentence(self.page.within(event.when.span)[0]) <= here:
            return None  # a headline takes the day that the body tells
        day = self._day_for(event, token, [d for d in days if d.sentence < here])
        other = day is not None and (day.when.start, day.when.end) != (event.when.start, event.when.end)
        return day if other else None

    def _of_its_cause(self, event: Told, told: Sequence[Told], dates: Sequence[When | None]) -> When | None:
        """What an attack does (damage, wounded carried off) has the day that the attack told before it in its sentence has."""
        if event.draft.type not in _EFFECTS or event.draft.realis not in _DONE or not event.draft.triggers:
            return None
        token = self.page.within(event.draft.triggers[0])[0]
        here = self._sentence(token)
        warded_off = _WARDED_OFF if event.draft.type == "air_defence" else 0  # تصدت الدفاعات لعدوان جوي
        best: tuple[int, When] | None = None
        for other, when in zip(told, dates, strict=True):
            if when is None or other.draft.type not in _ATTACKS or other.draft.realis not in _STORY:
                continue
            for at in (self.page.within(t)[0] for t in other.draft.triggers):
                if (
                    at < token + warded_off
                    and self._sentence(at) == here
                    and not self._comes_after(at, token)
                    and (best is None or at > best[0])
                ):
                    best = (at, when)
        return msgspec.structs.replace(best[1], basis="carried") if best is not None else None

    # -- days of the story --------------------------------------------------------------------------------------------

    def _days(self, told: Sequence[Told], *, said: bool = False) -> list[_Day]:
        attached: dict[int, list[Told]] = {}
        for event in told:
            if event.own and event.draft.time is not None:
                attached.setdefault(event.draft.time, []).append(event)
        days: list[_Day] = []
        told_last: _Day | None = None
        for k, mention in enumerate(self.times):
            events = attached.get(k, [])
            if mention.value.kind == "behind" and mention.value.count == 0:
                # في اليوم نفسه: the day told last goes on holding from here, however long ago it lies; التالي the one behind it.
                if told_last is not None and self._sentence(mention.first) - told_last.sentence <= _REACH:
                    same = _shifted(told_last.when, mention.value.shift or 0)
                    days.append(_Day(mention.first, self._sentence(mention.first), same, fresh=True))
                continue
            if (
                k in self.dateline
                or mention.value.kind not in ("day", "weekday", "date", "night", "range")
                or mention.value.open is not None
            ):
                continue
            heads = opens_a_part(self.page, mention)
            if not (events or said or heads) and (self._dates_the_saying(mention) or self._to_a_day(mention)):
                continue
            if self._of_a_noun(mention, told) or self._an_occasion(mention):
                continue
            dated = place_in_calendar(mention.value, self.published)
            if dated is None:
                continue
            start, end = dated.interval
            if start is None or end is None or (end - start).days > self._widest(mention):
                continue
            when = When(
                start=start.isoformat(), end=end.isoformat(), precision=dated.precision, basis=dated.basis, span=mention.span
            )
            types = frozenset(e.draft.type for e in events if e.draft.realis in _STORY)
            done = not events or any(e.draft.realis in _DONE for e in events)
            fresh = heads or self._fresh(start)
            told_last = _Day(mention.first, self._sentence(mention.first), when, fresh, story=done, types=types, heads=heads)
            if done or any(e.draft.realis == "historical" for e in events):
                days.append(told_last)
        return days

    def _of_a_noun(self, mention: TimeMention, told: Sequence[Told]) -> bool:
        """في القصر الذي استعاده الثوار أمس: the day of a relative clause that tells of a thing or a place, not of a happening."""
        tokens = self.page.tokens
        start = max(self.firsts[self._sentence(mention.first)], mention.first - _RELATIVE_REACH)
        who = next((k for k in range(mention.first - 1, start, -1) if tokens[k].form in WHO), None)
        if who is None or any(tokens[k].form in _CLAUSE_ENDS for k in range(who, mention.first)):
            return False
        words = [self.page.within(t) for e in told for t in e.draft.triggers]
        return not any(who - _HEAD_REACH <= last - 1 < who for _, last in words)

    def _an_occasion(self, mention: TimeMention) -> bool:
        """نقل التهاني بمناسبة حلول عيد الفطر: a feast that something is done for."""
        before = self.page.tokens[max(0, mention.first - _OCCASION_REACH) : mention.first]
        return any(t.form.removeprefix("و") in ("بمناسبه", "لمناسبه", "مناسبه") for t in before)

    def _to_a_day(self, mention: TimeMention) -> bool:
        """رفع الجلسة ليوم الخميس: the day for which something is put off or set."""
        return self.page.tokens[mention.first].form in ("ليوم", "لتاريخ", "لنهار", "لصباح", "لمساء")

    def _widest(self, mention: TimeMention) -> int:
        """How many days on its first a scene may last: a night, من ليلة الخميس ولغاية أمس, or as little as publication is known."""
        known = self.published
        loose = (known.end - known.start).days if known is not None and known.start and known.end else 0
        told = {"night": 1, "range": _SHORT_RANGE}.get(mention.value.kind, int(mention.value.daypart in ("night", "midnight")))
        return told + (loose if loose <= _LOOSE else 0)

    def _dates_the_saying(self, mention: TimeMention) -> bool:
        here, at = self._sentence(mention.first), mention.span[0]
        cues = [
            cue
            for cue, claim in self.cues
            if self._sentence(cue) == here
            and not any(a <= at < b for a, b in claim.content)  # قال: "في الرابعة من فجر اليوم ..."
        ]
        if any(0 <= mention.first - cue <= _SAYING_REACH or 0 <= cue - mention.last <= 1 for cue in cues):
            return True
        told_in = self.page.tokens[max(0, mention.first - STATEMENT_REACH) : mention.first]
        if of_a_statement([t.form for t in told_in]) and self._sentence(mention.first) == self._sentence(told_in[0].i):
            return True
        # وقال ناشطون من ريف كذا لمراسل الموقع اليوم الأربعاء، إن ...
        behind = self.page.tokens[mention.last : mention.last + 2]
        word = next((t.form for t in behind if t.kind == "word"), "")
        sentence = self._sentence(mention.first)
        return word in (*THAT, "عن") and any(c < mention.first and self._sentence(c) == sentence for c, _ in self.cues)

    def _fresh(self, day: date) -> bool:
        """Whether a day is near enough to publication to be the day of the story and not of its background."""
        if self.published is None or self.published.start is None:
            return True
        return abs((self.published.start - day).days) <= _FRESH_DAYS

    def _today(self, day: _Day) -> bool:
        """Whether a day is that of publication, on which nothing of the background happens (هجمات مشابهة لهجوم اليوم)."""
        known = self.published
        return known is not None and known.start is not None and day.when.start == known.start.isoformat()

    def _turns(self, told: int, last: int) -> bool:
        """Whether a sentence behind `told` and before `last` ends the scene; a place inside one that was told goes on with it."""
        return any(
            n in self.turned.by_words or (n in self.turned.by_place and not self._within(told, self.turned.by_place[n]))
            for n in range(told + 1, last)
        )

    def _within(self, told: int, mention: int) -> bool:
        """حملة في الضفة الغربية ... وفي جنين: whether a place lies in one that the sentence `told` names."""
        first = self.firsts[told]
        last = self.firsts[told + 1] if told + 1 < len(self.firsts) else len(self.page.tokens)
        around = [self.located.of_mention[k] for k, m in enumerate(self.places) if first <= m.first < last and not m.speaks]
        forms = [t.form.removeprefix("ال") for t in self.page.tokens[first:last]]
        pairs = list(pairwise(forms))
        many = any(a in _PARTS and b in _SEVERAL for a, b in [*pairs, *((b, a) for a, b in pairs)])
        if not many or self.told[told] > _LEAD:
            around = [p for p in around if p not in self.lands]  # a day told of somewhere in a land is not one of all the land
        here = self.located.of_mention[mention]
        return any(place is not None and place == here or self.located.holds(place, here) for place in around)

    def _sentence(self, token: int) -> int:
        return max(0, bisect_right(self.firsts, token) - 1)

    # -- which day holds for an event ---------------------------------------------------------------------------------

    @staticmethod
    def _story(event: Told) -> bool:
        return event.draft.realis in _STORY and event.draft.type not in _LASTING

    def _beside(self, event: Told, days: Sequence[_Day]) -> _Day | None:
        """The day that stands beside any of the event's words, where no other time stands nearer."""
        if not self._story(event):
            return None
        for trigger in event.draft.triggers:
            token = self.page.within(trigger)[0]
            if self._a_reason(token):
                continue
            here = self._sentence(token)
            near = [d for d in days if d.sentence == here and abs(d.token - token) <= _BESIDE and not self._of_a_later(token, d)]
            if near:
                day = min(near, key=lambda d: (abs(d.token - token), d.token))
                if not (self._other_time(token, day) or self._in_a_row(day, token) or self._comes_after(day.token, token)):
                    return day
        return None

    def _a_reason(self, token: int) -> bool:
        """تظاهروا أمس احتجاجا على اعتقال ناشط: what is told as the reason of something else."""
        return self.page.tokens[token - 1].form == "علي" and self.page.tokens[token - 2].form.removeprefix("و") in _REASONS

    def _of_a_later(self, token: int, day: _Day) -> bool:
        """Whether a day behind a happening stands behind another one that it dates."""
        during = ("خلال", "اثناء", "لدي")  # سقطوا بالرصاص، خلال تنفيذها عملية فجر اليوم: at the same time
        tokens = self.page.tokens
        return any(token < t < day.token and not any(w.form in during for w in tokens[t - 2 : t]) for t in self.dated)

    def _day_for(self, event: Told, token: int, days: Sequence[_Day]) -> _Day | None:
        here = self._sentence(token)
        if self._a_reason(token):
            return None
        same = [d for d in days if d.sentence == here]
        before = [d for d in same if d.token < token and not (event.draft.realis == "historical" and self._today(d))]
        if (
            before
            and event.draft.realis in ("actual", "failed", "historical")
            and not self._other_time(token, before[-1])
            and not self._earlier(token)
        ):
            if self._in_a_row(before[-1], token) or self._comes_after(before[-1].token, token):
                return None
            return before[-1] if event.draft.type not in _LASTING else None
        part = next((d for d in reversed(days) if d.sentence < here and d.heads), None)
        if (
            part is not None
            and event.draft.type not in _NEVER_OF_A_DAY
            and event.draft.realis in _PAST
            and self.page.tokens[token - 1].form not in WHO
            and not self._ended(part, here, speech=False)
            and not self._other_time(token, part._replace(token=token - _BESIDE))
        ):
            return part
        if self._same_advance(event, days, here):
            return max((d for d in days if d.sentence < here), key=lambda d: d.token)
        if not self._story(event):
            return None
        earlier = [d for d in days if d.sentence < here and d.story]
        if earlier and not self._ended(earlier[-1], here, speech=bool(event.draft.claims)) and not self._other_time(token, None):
            return earlier[-1] if meanwhile(self.page, here) or not self._another_speaks(event, earlier[-1]) else None
        same = [d for d in same if d.story and not self._of_a_later(token, d)]
        same = [d for d in same if not self._comes_after(d.token, token)]
        return same[0] if same and not self._other_time(token, same[0]) and same[0].fresh else None

    def _comes_after(self, day: int, token: int) -> bool:
        """ويأتي القصف الذي شهدته المدينة اليوم بعد تدمير مواقع: what it comes after has not its day, nor it the day of that."""
        opener = self.page.tokens[self.firsts[self._sentence(token)]].form.removeprefix("و")
        return opener in COMES and any(t.form in _AFTER for t in self.page.tokens[min(day, token) : max(day, token)])

    def _in_a_row(self, day: _Day, token: int) -> bool:
        """قصفت ...، بينما خطف مجهولون أول أمس عنصرا، كما قصفت: the day of one happening in a row, told neither first nor last."""
        openers = [k for k in range(self.firsts[day.sentence], token) if self.page.tokens[k].form in _NEXT_IN_A_ROW]
        here = [t for t in self.words if t >= self.firsts[day.sentence]]
        return any(day.token < k for k in openers) and any(t < k < day.token for k in openers for t in here)

    def _same_advance(self, event: Told, days: Sequence[_Day], here: int) -> bool:
        """Whether the day told last is that of a like event just before: what lasts shares only such a day."""
        before = [d for d in days if d.sentence < here]
        if not before or event.draft.type not in _ADVANCES or event.draft.realis != "actual":
            return False
        last = before[-1]
        near = self.told[here] - self.told[last.sentence] <= _ADVANCE_REACH
        return near and event.draft.type in last.types and last.fresh and not self._turns(last.sentence, here + 1)

    def _earlier(self, token: int) -> bool:
        """Whether a word behind the trigger says that it was before (قصف سابق)."""
        return any(t.form.removeprefix("ال").startswith("سابق") for t in self.page.tokens[token + 1 : token + 3])

    def _headline(self, event: Told, token: int, told: Sequence[Told], days: Sequence[_Day]) -> When | None:
        """The day of the event that a headline announces, from where the body tells it."""
        here = self._sentence(token)
        if here >= _HEAD or not self._story(event) or any(d.sentence == here for d in days):
            return None
        told_at = [self._sentence(self.page.within(t)[0]) for t in event.draft.triggers]
        for other in told:
            when = other.when
            like = other.draft.type == event.draft.type or {other.draft.type, event.draft.type} <= _ATTACKS
            if not like or when is None or not other.own or not other.draft.triggers:
                continue
            there = self._sentence(self.page.within(other.draft.triggers[0])[0])
            if self._turns(here, there + 1):
                continue  # وكان الطيران قصف البلدة أمس: another one, before
            if any(here < at < there for at in told_at):
                continue  # the body tells it before, and gives it no day
            if here < there <= _BODY and self._story(other) and (when.start == when.end or self._loose(when)):
                return when
        return None

    def _loose(self, when: When) -> bool:
        """Whether a date is a day that is only as well known as publication."""
        known = self.published
        if known is None or when.precision != "interval" or when.basis not in ("relative", "weekday", "carried"):
            return False
        return known.start is not None and known.end is not None and when.start == known.start.isoformat()

    def _ended(self, day: _Day, here: int, *, speech: bool) -> bool:
        if meanwhile(self.page, here) and day.fresh:
            speech, last = False, here  # what it opens with is no turn of its own
        else:
            last = here + 1
        reach = (_REACH_OF_SPEECH if speech else _REACH) if day.fresh else 0
        return self.told[here] - self.told[day.sentence] > reach or self._turns(day.sentence, last)

    def _another_speaks(self, event: Told, day: _Day) -> bool:
        """Whether one reporter tells the event and another named the day: two scenes."""
        mine = {c.chain[-1].actor for c in self.claims if c.chain and c.id in event.draft.claims}
        at = self.page.tokens[day.token].start
        theirs = {c.chain[-1].actor for c in self.claims if c.chain and any(a <= at < b for a, b in c.content)}
        return bool(mine and theirs) and not mine & theirs

    def _other_time(self, token: int, day: _Day | None) -> bool:
        """Whether the event's own sentence names a month, a year or a stretch, which it may belong to instead."""
        here = self._sentence(token)
        for k, mention in enumerate(self.times):
            if k in self.dateline or self._sentence(mention.first) != here:
                continue
            value = mention.value
            if value.kind in ("month", "year", "season", "decade", "century") or value.open == "since":
                if day is None or abs(mention.first - token) < abs(day.token - token):
                    return True
        return False

    # -- so many days before -------------------------------------------------------------------------------------------

    def _behind(self, token: int, days: Sequence[_Day], reach: int) -> When | None:
        """بعد يومين من لقاء: the day of the scene less so many; the scene's day, else that of publication.

        An attack may be told behind its dead: بعد يوم من مقتل عدة مدنيين بينهم أطفال في قصف.
        """
        mention = next((m for m in self.times if m.value.kind == "behind" and m.last <= token <= m.last + reach), None)
        hours = mention is not None and mention.value.unit in ("hour", "minute")
        if mention is None or not (mention.value.count or hours):
            return None
        here = self._sentence(token)
        scene = [d for d in days if d.sentence <= here and d.token < mention.first and d.fresh]
        day = date.fromisoformat(scene[-1].when.start) if scene and scene[-1].when.start else self._published_day()
        if day is None:
            return None
        counted = msgspec.structs.replace(mention.value, kind="ago")
        if hours and (mention.value.count or 0) < _HOURS_OF_A_DAY:
            counted = msgspec.structs.replace(mention.value, kind="day", shift=0)  # بعد ساعات من: on that day as well
        if mention.value.day is not None and scene and scene[-1].sentence == here:
            # يصادف اليوم الذكرى الثالثة لاعتقاله: on that day of the year
            counted = msgspec.structs.replace(counted, kind="day", shift=0, year_shift=-int(mention.value.count or 0))
        dated = place_in_calendar(counted, Interval(day, day))
        if dated is None:
            return None
        start, end = dated.interval
        if start is None or end is None:
            return None
        return When(start=start.isoformat(), end=end.isoformat(), precision=dated.precision, basis="relative", span=mention.span)

    def _published_day(self) -> date | None:
        known = self.published
        return known.start if known is not None and known.start == known.end else None


def _shifted(when: When, days: int) -> When:
    """A date so many days later, as carried."""
    start, end = (date.fromisoformat(d) + timedelta(days=days) if d else None for d in (when.start, when.end))
    return msgspec.structs.replace(
        when, start=start.isoformat() if start else None, end=end.isoformat() if end else None, basis="carried"
    )
