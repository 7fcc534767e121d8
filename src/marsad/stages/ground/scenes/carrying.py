"""Dates carried inside one continuing scene, and never across its end.

A day of the story (اليوم الثلاثاء، أمس) holds for what is told behind it until the scene ends (`ends.py`) or another time is named.
A day that dates only the saying carries nothing. بعد يومين من puts what stands behind it so many days before the scene.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

import msgspec

from marsad.arabic.times.owners import (
    ADDS,
    COMES,
    CORRESPONDENTS,
    LEADS_ON,
    REASONS,
    REASONS_OF_TWO,
    WHO,
    goes_on_meanwhile,
    of_a_clause_behind,
    talked_about,
)
from marsad.model import When
from marsad.stages.ground.scenes.behind import so_long_before
from marsad.stages.ground.scenes.days import days_told
from marsad.stages.ground.scenes.ends import Ends, meanwhile
from marsad.stages.ground.scenes.story import ATTACKS, DONE, HAPPENED, LASTING, Day, Story, Told, goes_on_today, happens_at_once

_PAST: Final = frozenset(["actual", "failed", "historical", "negated"])
_NEVER_OF_A_DAY: Final = frozenset(["control_status", "cumulative_toll", "siege"])
_SHORT_RANGE: Final = 2
_WARDED_OFF: Final = 5
_HEAD: Final = 3
_BODY: Final = 9
_BEHIND_REACH: Final = 5
_BESIDE: Final = 12
_OPENING: Final = 4
_WHO_REACH: Final = 3
_HEAD_REACH: Final = 6
_REASONS: Final = frozenset(["احتجاجا", "ردا", "اعتراضا"])
_REASON_REACH: Final = 3
_COMMAS: Final = frozenset(["،", ",", "؛", ":"])
_SHORTEST_VERB: Final = 3
_PRESENT: Final = frozenset(
    ["تقصف", "تشن", "تواصل", "تستمر", "تتواصل", "تقوم", "تسعي", "تحاول", "تستهدف", "تستخدم", "تخوض", "تدور", "تتمركز", "تنتشر", "تحاصر", "تقاتل",
     "تنفذ", "تمارس", "ترتكب", "تعتقل", "تحتجز", "تهاجم", "تدعم"]
)  # fmt: skip
_NO_PRESENT: Final = frozenset(
    ["ياتي", "يوم", "يومي", "يوميا", "يومها", "يومين", "يونيو", "يوليو", "يناير", "يمني", "يمنيه", "يمين"]
)
_EFFECTS: Final = frozenset(["destruction", "evacuation", "humanitarian_aid", "air_defence", "equipment_loss", "casualties"])
_AFTERMATH: Final = frozenset(["destruction", "evacuation", "air_defence"])  # vehicles may be lost in any fight
_RESCUE: Final = ("انتش", "تنتش", "ينتش", "اسعا", "اسعف", "انقا", "انقذ", "رفع", "اخما", "اخمد", "استجاب", "توجه", "هرع", "سارع")
_AFTERMATH_REACH: Final = 3
# بعد أربعة أشهر من القتال: so long it lasted, and did not begin and end then.
_FOUGHT_ON: Final = frozenset(["armed_clash", "siege", "protest", "ground_attack", "talks"])
_ADVANCES: Final = frozenset(["territory_capture", "withdrawal", "route_cut", "route_open"])
_ADVANCE_REACH: Final = 3
_NEXT_IN_A_ROW: Final = frozenset(["كما", "فيما", "بينما", "وبينما", "وكما"])
_ADDS_TO_IT: Final = frozenset(["كما", "لفت", "لفتت", "اشار", "اشارت", "اضاف", "اضافت", "تابع", "تابعت", "اوضح", "اوضحت"])
_AFTER: Final = frozenset(["بعد", "عقب", "غداه"])


def _by_others(event: Told, attack: Told) -> bool:
    """دمرت وحدة من الجيش نفقا: whether damage is done by somebody who is not told to have attacked."""
    mine, theirs = event.draft.actors, attack.draft.actors
    return event.draft.type == "destruction" and bool(mine) and not set(mine) & set(theirs)


class Scenes:
    """The scenes of one page."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.ends = Ends(story)
        self.page = story.page
        self.lead = 0  # the sentence that is the first to tell anything: menus and bylines may stand above it
        self.said: list[Day] = []  # the days told, those of a saying among them
        self.words: tuple[int, ...] = ()
        self.dated: tuple[int, ...] = ()  # the words of events that have a time of their own

    def carry(self, told: Sequence[Told], opening: When | None) -> list[tuple[When | None, str]]:
        """The dates of the events with the reason of each; those without one take the scene's, `opening` is a bulletin's day."""
        days = days_told(self.story, told)
        self.said = days_told(self.story, told, said=True)
        self.lead = min((self.story.first_told_in(e) for e in told), default=0)
        self.words = tuple(self.page.within(t)[0] for e in told for t in e.draft.triggers)
        self.dated = tuple(self.page.within(t)[0] for e in told if e.own for t in e.draft.triggers)
        out = [self._carried(event, told, days, opening) for event in told]
        later = next((d for d in self.said if self._later_that_day(d)), None)
        if later is not None and (not days or later.token <= days[0].token):
            # وفي وقت لاحق أمس: what the story has told before without a day was on that day as well
            out = [
                (msgspec.structs.replace(later.when, basis="carried"), "the day on which something is told to have followed")
                if when is None
                and not event.own
                and happens_at_once(event)
                and self.story.first_told_in(event) < later.sentence
                and self.story.one_part(self.story.first_told_in(event), later.sentence)
                else (when, how)
                for event, (when, how) in zip(told, out, strict=True)
            ]
        out = [
            (self._of_its_headline(event, told), "the day of what its headline tells with it") if when is None else (when, how)
            for event, (when, how) in zip(told, out, strict=True)
        ]
        dates = [when for when, _ in out]
        for k, event in enumerate(told):
            if out[k][0] is None:
                out[k] = self._of_its_cause(event, told, dates), "that of the attack before it"
            if out[k][0] is None:
                out[k] = self._in_the_same_time(event, told), "the time of the sentence that it goes on from"
        return out

    def _in_the_same_time(self, event: Told, told: Sequence[Told]) -> When | None:
        """تصاعدت الهجمات خلال الساعات الماضية ... كما أصيب عنصران بقصف: a stretch of time holds for a sentence that adds to it."""
        if event.own or event.draft.realis not in HAPPENED or not event.draft.triggers:
            return None
        token, here = self.story.starts(event)[0], self.story.first_told_in(event)
        adds = self.page.tokens[self.story.firsts[here]].form.removeprefix("و") in _ADDS_TO_IT
        if not (adds or meanwhile(self.page, here)) or self._told_of_a_thing(event, token):
            return None
        times = [m for k, m in enumerate(self.story.times) if k not in self.story.dateline and m.first < token]
        spans = [other.when for other in told if other.own and other.when is not None and other.draft.realis in DONE]
        when = next((w for w in spans if times and w.span == times[-1].span), None)
        if when is None or not self._short(when) or not (times[-1].value.open == "since" or times[-1].value.kind == "span"):
            return None
        there = self.story.sentence(times[-1].first)
        ended = there not in (here - 1, here - 2) or self.ends.turns(there, here + 1)
        return None if ended else msgspec.structs.replace(when, basis="carried")

    def _of_its_headline(self, event: Told, told: Sequence[Told]) -> When | None:
        """هجوم انتحاري على المقر، واشتبك المهاجمان مع الحراس: what a headline tells with an attack that the body dates."""
        here = self.story.first_told_in(event)
        if (
            event.own
            or not self._heads(here)
            or not happens_at_once(event)
            or self._a_reason(self.page.within(event.draft.triggers[0])[0])
        ):
            return None
        for other in told:
            when = other.when
            if other is event or when is None or when.span is None or not other.own or other.draft.type not in ATTACKS:
                continue
            later = self.story.sentence(self.page.within(when.span)[0]) > here and happens_at_once(other)
            at = [self.story.sentence(self.page.within(t)[0]) for t in other.draft.triggers]
            if later and here in at and self.story.fresh(when) and (self._short(when) or self._loose(when)):
                return msgspec.structs.replace(when, basis="carried")
        return None

    def _later_that_day(self, day: Day) -> bool:
        """وفي وقت لاحق أمس: a day of the story that opens its sentence as the later part of it."""
        first = self.story.firsts[day.sentence]
        words = [t.form for t in self.page.tokens[first : first + _OPENING] if t.kind == "word"]
        return (
            day.fresh
            and day.token <= first + _OPENING
            and words[:2] in (["وقت", "لاحق"], ["في", "وقت"], ["وفي", "وقت"])
            and "لاحق" in words
        )

    def _carried(self, event: Told, told: Sequence[Told], days: Sequence[Day], opening: When | None) -> tuple[When | None, str]:
        if event.any_day and event.draft.triggers and (told_day := self._told_just_before(event, days)) is not None:
            return msgspec.structs.replace(told_day.when, basis="carried"), "the morning of the day told just before"
        if event.own or not event.draft.triggers:
            return event.when, f"its own, {event.when.basis}" if event.when is not None else "none"
        token = self.page.within(event.draft.triggers[0])[0]
        far = event.draft.realis in DONE and event.draft.type in ATTACKS
        behind = so_long_before(self.story, token, days, self.said, _BEHIND_REACH * 2 if far else _BEHIND_REACH)
        fought_on = event.draft.type in _FOUGHT_ON and behind is not None and behind.precision != "day"
        if behind is not None and not fought_on and event.draft.type not in _NEVER_OF_A_DAY:
            return behind, "so long before the day of the scene"
        if behind is None and token and self.page.tokens[token - 1].form.endswith("غداه"):
            return None, "none"  # تقدمت القوات غداة سيطرتها على القرية: the day before one that nobody names
        day, how = self._beside(event, days), "the day that stands beside it"
        if day is None:
            day = self._day_for(event, token, days)
            if day is not None:
                before = self.story.sentence(token) - day.sentence
                how = "the day of its sentence" if before <= 0 else f"the day of the scene, {before} sentences before"
        if day is None:
            head = self._headline(event, token, told, days)
            if head is not None:
                return msgspec.structs.replace(head, basis="carried"), "a headline, dated where the body tells it"
        told_of = event.draft.realis in HAPPENED and event.draft.type not in _NEVER_OF_A_DAY
        when = day.when if day is not None else opening if told_of else None
        if when is None:
            return None, "none"
        return msgspec.structs.replace(when, basis="carried"), how if day is not None else "the day of the bulletin"

    def _told_just_before(self, event: Told, days: Sequence[Day]) -> Day | None:
        """قتل ثلاثة السبت في قصف. وبدأ القصف منذ ساعات الصباح: the day of the scene, where the morning names none."""
        token = self.page.within(event.draft.triggers[0])[0]
        here = self.story.sentence(token)
        before = [d for d in days if d.token < token and d.sentence < here and d.story and d.fresh]
        if event.draft.realis not in HAPPENED or not before or here - before[-1].sentence > _SHORT_RANGE:
            return None
        return None if self.ends.between(before[-1], here, speech=False) else before[-1]

    def _of_its_cause(self, event: Told, told: Sequence[Told], dates: Sequence[When | None]) -> When | None:
        """What an attack does (damage, wounded carried off) has the day that the attack told before it in its sentence has.

        What rescuers do and what lies in ruins as one writes has the day of the attack told last, while the scene goes on:
        قصفت المدفعية البلدة اليوم. ... وعملت فرق الإنقاذ على انتشال الجثث. A headline has that of the attack told behind it.
        """
        if event.draft.type not in _EFFECTS or event.draft.realis not in DONE or not event.draft.triggers:
            return None
        token, here = self.story.starts(event)[0], self.story.first_told_in(event)
        warded_off = _WARDED_OFF if event.draft.type == "air_defence" else 0  # تصدت الدفاعات لعدوان
        attacks = sorted(
            (self.page.within(t)[0], k)
            for k, other in enumerate(told)
            if dates[k] is not None and other.draft.type in ATTACKS and other.draft.realis in HAPPENED
            for t in other.draft.triggers
        )
        beside = [(at, k) for at, k in attacks if at < token + warded_off and self.story.sentence(at) == here]
        causes = [k for at, k in beside if not self._comes_after(at, token)]
        if not causes and not beside and not event.own and self._aftermath(event, token):
            causes = [k for k in self._causes_around(event, token, attacks) if not _by_others(event, told[k])]
        when = dates[causes[-1]] if causes else None
        if when is not None and not beside and event.draft.realis == "ongoing" and not self._is_today(when):
            return None  # they are at work as one writes, the day after the attack
        return msgspec.structs.replace(when, basis="carried") if when is not None else None

    def _aftermath(self, event: Told, token: int) -> bool:
        """Damage told as done, rescue and the wounded carried off: what is found and done where an attack has struck."""
        if event.draft.type == "humanitarian_aid":
            words = self.page.tokens[token : self.page.within(event.draft.triggers[0])[1]]
            return any(t.form.lstrip("وبفك").removeprefix("ال").startswith(_RESCUE) for t in words)
        return event.draft.type in _AFTERMATH and event.draft.realis in HAPPENED

    def _causes_around(self, event: Told, token: int, attacks: Sequence[tuple[int, int]]) -> list[int]:
        """The attack told last within a few sentences of one scene, else in a headline the one told first behind it."""
        here = self.story.sentence(token)
        if self._other_time(token, None) or self._goes_on(here, token) or self._told_of_a_thing(event, token):
            return []
        before = [(self.story.sentence(at), k) for at, k in attacks if at < token]
        if before:
            return [k for n, k in before[-1:] if self._near(n, here) and not self.ends.turns(n, here + 1)]
        behind = [(self.story.sentence(at), k) for at, k in attacks if at >= token]
        return [k for n, k in behind[:1] if self._heads(here) and self._near(here, n) and not self.ends.turns(here, n + 1)]

    def _heads(self, here: int) -> bool:
        """Whether a sentence stands in the head of the page, or is the first or second of those that tell anything."""
        return here < _HEAD or here <= self.lead + 1

    def _near(self, a: int, b: int) -> bool:
        return self.story.one_part(a, b) and abs(self.story.told[b] - self.story.told[a]) <= _AFTERMATH_REACH

    # -- which day holds for an event ---------------------------------------------------------------------------------

    def _beside(self, event: Told, days: Sequence[Day]) -> Day | None:
        """The day that stands beside any of the event's words, where no other time stands nearer."""
        if not happens_at_once(event):
            return None
        first = self.story.first_told_in(event)
        for trigger in event.draft.triggers:
            token = self.page.within(trigger)[0]
            if self._a_reason(token):
                continue
            here = self.story.sentence(token)
            if first < here and here in self.ends.turned.by_words:
                continue  # وسبق أن استهدفت البلدة في 12 شباط: the day of one before
            near = [d for d in days if d.sentence == here and abs(d.token - token) <= _BESIDE and not self._of_a_later(token, d)]
            if near:
                day = min(near, key=lambda d: (abs(d.token - token), d.token))
                parted = self._in_a_row(day, token) or self._comes_after(day.token, token) or self._of_a_clause_behind(day, token)
                parted = parted or self._in_a_relative(day.token, token)
                if not (
                    self._other_time(token, day)
                    or parted
                    or self._another_reports(day.token, token)
                    or self._meanwhile(day.token, token)
                ):
                    return day
        return None

    def _of_a_clause_behind(self, day: Day, token: int) -> bool:
        """نصبوا كمينا، وقد زارت اللجنة أمس البلدة: a day of another clause farther on."""
        forms = [t.form for t in self.page.tokens[token + 1 : day.token + 1]]
        return token < day.token and of_a_clause_behind(forms[:-1], forms[-1])

    def _a_reason(self, token: int) -> bool:
        """تظاهروا أمس احتجاجا على اعتقال ناشط، ردا على جريمة حرق منزل: what is told as the reason of something else."""
        tokens = self.page.tokens
        first = self.story.firsts[self.story.sentence(token)]
        words = [t.form for t in tokens[first:token]]
        near = [w.removeprefix("و") for w in words[-_REASON_REACH:]]
        if not REASONS.isdisjoint(near) or any(pair in REASONS_OF_TWO for pair in pairwise(near)):
            return True
        return talked_about(words, tokens[token].form) or any(
            tokens[k].form == "علي" and tokens[k - 1].form.removeprefix("و") in _REASONS for k in range(max(1, token - 2), token)
        )

    def _today(self, day: Day) -> bool:
        """Whether a day is that of publication, on which nothing of the background happens (هجمات مشابهة لهجوم اليوم)."""
        return self._is_today(day.when)

    def _is_today(self, when: When) -> bool:
        known = self.story.published
        return known is not None and known.start is not None and when.start == known.start.isoformat()

    def _news(self, day: Day) -> bool:
        """Whether a day is one of the news and not of what the text looks back to: what lies back has not the day of the news beside it."""
        return self._today(day) or (self.story.published is not None and day.fresh and day.story)

    def _of_a_later(self, token: int, day: Day) -> bool:
        """Whether a day behind a happening stands behind another one that it dates."""
        during = ("خلال", "اثناء", "لدي")  # سقطوا بالرصاص، خلال تنفيذها عملية فجر اليوم: at the same time
        tokens = self.page.tokens
        return any(token < t < day.token and not any(w.form in during for w in tokens[t - 2 : t]) for t in self.dated)

    def _day_for(self, event: Told, token: int, days: Sequence[Day]) -> Day | None:
        here = self.story.sentence(token)
        if self._a_reason(token):
            return None
        same = [d for d in days if d.sentence == here]
        before = [d for d in same if d.token < token and not (event.draft.realis == "historical" and self._news(d))]
        if (
            before
            and event.draft.realis in ("actual", "failed", "historical")
            and not self._other_time(token, before[-1])
            and not self._earlier(token)
        ):
            if self._in_a_row(before[-1], token) or self._comes_after(before[-1].token, token):
                return None
            if self._another_reports(before[-1].token, token) or self._meanwhile(before[-1].token, token):
                return None
            if self._in_a_relative(before[-1].token, token):
                return None
            lasting = event.draft.type in (_NEVER_OF_A_DAY if before[-1].heads else LASTING)
            return None if lasting else before[-1]
        part = next((d for d in reversed(days) if d.sentence < here and d.heads), None)
        if (
            part is not None
            and event.draft.type not in _NEVER_OF_A_DAY
            and event.draft.realis in _PAST
            and self.page.tokens[token - 1].form not in WHO
            and not self.ends.between(part, here, speech=False)
            and not self._other_time(token, part._replace(token=token - _BESIDE))
        ):
            return part
        if self._same_advance(event, days, here):
            return max((d for d in days if d.sentence < here), key=lambda d: d.token)
        today_alone = goes_on_today(self.page, event)  # تعمل فرق الإنقاذ الآن: the day of the scene, where that is today
        if self._told_of_a_thing(event, token) or not (today_alone or happens_at_once(event)):
            return None
        earlier = [d for d in days if d.sentence < here and d.story and not d.aside and (not today_alone or self._today(d))]
        if (
            earlier
            and not self._goes_on(here, token)
            and not self.ends.between(earlier[-1], here, speech=self._another_speaks(event))
            and not self._other_time(token, None)
        ):
            return None if self.ends.apart(event, earlier[-1], here) else earlier[-1]
        same = [d for d in same if d.story and not self._of_a_later(token, d)]
        same = [d for d in same if not (self._comes_after(d.token, token) or self._of_a_clause_behind(d, token))]
        return same[0] if same and not self._other_time(token, same[0]) and same[0].fresh else None

    def _another_speaks(self, event: Told) -> bool:
        """Whether an event is told by somebody whom the text quotes, and not by a correspondent of its own, who tells the story."""
        told = [c for c in self.story.claims if c.id in event.draft.claims]
        sources = [self.page.tokens[self.page.token_at(c.source.span[0])].form if c.source is not None else "" for c in told]
        return any(form.removeprefix("و") not in CORRESPONDENTS for form in sources)

    def _goes_on(self, here: int, token: int) -> bool:
        """ويقصف النظام مناطق المعارضة بانتظام: what a sentence that opens in the present tense tells is of no one day."""
        first = self.page.tokens[self.story.firsts[here]]
        verb = first.form.removeprefix("و")
        if not (verb in _PRESENT or (len(verb) > _SHORTEST_VERB and verb[0] == "ي" and verb not in _NO_PRESENT)):
            return False
        said = any(c.cue is not None and self.page.token_at(c.cue.span[0]) == first.i for c in self.story.claims)
        return not said and not any(t.form in _COMMAS for t in self.page.tokens[first.i : token])

    def _in_a_relative(self, day: int, token: int) -> bool:
        """تفقد أمس المباني التي دمرها القصف: what tells of a thing or a person behind the day, and not of a happening."""
        tokens = self.page.tokens
        who = next((k for k in range(token - 1, max(day, token - _WHO_REACH - 1), -1) if tokens[k].form in WHO), None)
        if who is None or any(tokens[k].kind == "punct" for k in range(who, token)):
            return False
        heads = (tokens[t].form.lstrip("وبفك") for t in self.words if who - _HEAD_REACH <= t < who)
        return not any(form.startswith(("ال", "لل")) for form in heads)

    def _told_of_a_thing(self, event: Told, token: int) -> bool:
        """المؤسسات التي خربتها الهجمات, تدخلوا بعد احتراق آليات: what is told of a thing, or as the attack that went before."""
        tokens = self.page.tokens
        start = max(self.story.firsts[self.story.sentence(token)], token - _WHO_REACH)
        who = next((k for k in range(token - 1, start - 1, -1) if tokens[k].form.removeprefix("و") in WHO), None)
        if who is not None and not any(tokens[k].kind == "punct" for k in range(who, token)):
            return True
        named_before = tokens[token].form.startswith("ال") or tokens[token].form.endswith(("ه", "ها", "هم"))
        struck = event.draft.type in ATTACKS or event.draft.type in ("destruction", "targeted_killing")
        return struck and not named_before and tokens[token - 1].form.removeprefix("و") in ("بعد", "عقب")

    def _another_reports(self, day: int, token: int) -> bool:
        """...، فيما أعلن المكتب أن المدفعية قصفت; ...، مشيرا إلى محاولة اغتيال: a clause that leads on is a report of its own."""
        at = self.page.tokens[token].start
        for claim in self.story.claims:
            cue = self.page.token_at(claim.cue.span[0]) if claim.cue is not None else 0
            leads = self.page.tokens[cue - 1].form.removeprefix("و") in LEADS_ON or self.page.tokens[cue].form in ADDS
            if day < cue < token and leads:
                if any(a <= at < b for a, b in claim.content):
                    return True
        return False

    def _meanwhile(self, day: int, token: int) -> bool:
        """هاجموا أمس حاجزا، ويواصل الجيش عملياته: whether what is told behind a day goes on beside what happened on it."""
        return goes_on_meanwhile([t.form for t in self.page.tokens[day : token + 1]])

    def _comes_after(self, day: int, token: int) -> bool:
        """ويأتي القصف الذي شهدته المدينة اليوم بعد تدمير مواقع; انقطعت لليوم الثالث بعد قصف: what it comes after has not its day, nor it the day of that."""
        tokens = self.page.tokens
        opener = tokens[self.story.firsts[self.story.sentence(token)]].form.removeprefix("و")
        in_a_row = day < token and tokens[day].form.removeprefix("و") == "لليوم"
        return (opener in COMES or in_a_row) and any(t.form in _AFTER for t in tokens[min(day, token) : max(day, token)])

    def _in_a_row(self, day: Day, token: int) -> bool:
        """قصفت ...، بينما خطف مجهولون أول أمس عنصرا، كما قصفت: the day of one happening in a row, told neither first nor last."""
        openers = [k for k in range(self.story.firsts[day.sentence], token) if self.page.tokens[k].form in _NEXT_IN_A_ROW]
        here = [t for t in self.words if t >= self.story.firsts[day.sentence]]
        return any(day.token < k for k in openers) and any(t < k < day.token for k in openers for t in here)

    def _same_advance(self, event: Told, days: Sequence[Day], here: int) -> bool:
        """Whether the day told last is that of a like event just before: what lasts shares only such a day."""
        before = [d for d in days if d.sentence < here]
        if not before or event.draft.type not in _ADVANCES or event.draft.realis != "actual":
            return False
        last = before[-1]
        near = self.story.told[here] - self.story.told[last.sentence] <= _ADVANCE_REACH
        return near and event.draft.type in last.types and last.fresh and not self.ends.turns(last.sentence, here + 1)

    def _earlier(self, token: int) -> bool:
        """Whether a word behind the trigger says that it was before (قصف سابق)."""
        return any(t.form.removeprefix("ال").startswith("سابق") for t in self.page.tokens[token + 1 : token + 3])

    def _headline(self, event: Told, token: int, told: Sequence[Told], days: Sequence[Day]) -> When | None:
        """The day of the event that a headline announces, from where the body tells it."""
        here = self.story.sentence(token)
        if not self._heads(here) or not happens_at_once(event) or any(d.sentence == here for d in days):
            return None
        told_at = [self.story.sentence(self.page.within(t)[0]) for t in event.draft.triggers]
        for other in told:
            when = other.when
            like = other.draft.type == event.draft.type or {other.draft.type, event.draft.type} <= ATTACKS
            if not like or when is None or not other.own or not other.draft.triggers:
                continue
            there = self.story.sentence(self.page.within(other.draft.triggers[0])[0])
            if self.ends.turns(here, there + 1):
                continue  # وكان الطيران قصف البلدة أمس: another one, before
            if any(here < at < there for at in told_at):
                continue  # the body tells it before, and gives it no day
            if not self.story.fresh(when):
                continue  # what the body tells of years ago is no headline's news
            if here < there <= _BODY and happens_at_once(other) and (when.start == when.end or self._loose(when)):
                return when
        return None

    @staticmethod
    def _short(when: When) -> bool:
        """Whether a date is a day, or a night or two days on end (من ليلة الخميس ولغاية أمس)."""
        if when.start is None or when.end is None:
            return False
        return (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days <= 1

    def _loose(self, when: When) -> bool:
        """Whether a date is a day that is only as well known as publication."""
        known = self.story.published
        if known is None or when.precision != "interval" or when.basis not in ("relative", "weekday", "carried"):
            return False
        return known.start is not None and known.end is not None and when.start == known.start.isoformat()

    def _other_time(self, token: int, day: Day | None) -> bool:
        """Whether the event's own sentence names a month, a year or a stretch, which it may belong to instead."""
        here = self.story.sentence(token)
        for k, mention in enumerate(self.story.times):
            if k in self.story.dateline or self.story.sentence(mention.first) != here:
                continue
            value = mention.value
            if value.kind in ("month", "year", "season", "decade", "century") or value.open == "since":
                if day is None or abs(mention.first - token) < abs(day.token - token):
                    return True
        return False
