"""Chains of voices: from the outlet over agencies and papers to the speaker, every one of them an actor of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.model import ChainLink, Considered
from marsad.stages.attribute.acting import acts_before
from marsad.stages.attribute.cast import Cast, Voice
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene

# More voices than these, one inside the other, no sentence tells: what is further out is a page read as one story.
_LINKS: Final = 3
_HIS_NAME: Final = 3  # tokens of what is not told between the refusal to tell it and the verb: عن هويته، عن اسمه الكامل
_SHORTEST_BROKEN: Final = 4  # letters: خبراء is a plural, لواء is none


def _fits(draft: Draft, voice: Voice) -> bool:
    """Whether a verb without a subject may go on with a voice: by gender, and by number where the verb shows it."""
    if draft.kind != "verb" or draft.gender == "c":
        return True
    if draft.number == "d":
        return voice.number == "d" or voice.head.endswith(("ان", "ين"))
    plural = _plural(voice)
    if draft.number == "p":
        return plural or voice.role in ("anonymous", "collective")
    if voice.number == "d" or _many(voice):
        return False
    return voice.gender in ("c", "") or voice.gender == draft.gender


def _last_voice(draft: Draft, salient: Sequence[Voice]) -> Voice | None:
    """Who goes on speaking where the subject is only in the verb: the last voice that agrees with it."""
    for k, voice in enumerate(reversed(salient)):
        if _fits(draft, voice):
            for other in list(reversed(salient))[:k]:
                why = "does not agree with the verb"
                draft.considered.append(Considered(span=other.span, what="speaker of a verb without one", why=why))
            return voice
    if not salient or (draft.kind == "verb" and draft.number == "s" and draft.gender == "m" and _many(salient[-1])):
        return None  # اعتقد behind يرى الخبراء: none of them alone
    return salient[-1]


def _plural(voice: Voice) -> bool:
    """Whether a voice may be several people, by its head noun or the verb it came with."""
    return voice.head.endswith(("ون", "ين", "اء")) or voice.number == "p" or voice.head in ("نشطاء", "عدد")


def _theirs(scene: Scene, draft: Draft) -> bool:
    """Whether the pronoun of a reporting noun is هم."""
    return any(c.enc == "هم" and c.stem == draft.lemma for c in scene.page.lookup.cuts(scene.form(draft.first)))


def _many(voice: Voice) -> bool:
    """Whether a voice is several people by the plural of its head noun (ناشطون، خبراء)."""
    if voice.role in ("broadcaster", "person"):
        return False  # التلفزيون; a family name
    return voice.head.endswith("ون") or (voice.head.endswith("اء") and len(voice.head) > _SHORTEST_BROKEN)


def _with_pronoun(scene: Scene, draft: Draft) -> bool:
    """Whether a reporting noun carries a pronoun, or its genitive does, so that somebody spoken of before is meant (دعوته، إدانة بلاده)."""
    behind = draft.first + 1
    if scene.is_word(behind) and scene.form(behind) in ("بلاده", "بلادها", "حكومته", "قواته", "حزبه", "حركته"):
        return True
    return any(c.enc and c.stem == draft.lemma for c in scene.page.lookup.cuts(scene.form(draft.first)))


def _whose(
    scene: Scene, cast: Cast, draft: Draft, drafts: Sequence[Draft], salient: Sequence[Voice], voice_of: dict[int, Voice | None]
) -> Voice | None:
    """The voice of a report: who is named for it, whose report it carries on, or who spoke last."""
    if draft.nobody:
        # أعلنت الفصائل تجميد المحادثات احتجاجا على القصف: whoever announces it protests
        why_it_does_so = draft.kind == "noun" and draft.lemma.endswith("ا") and draft.outer is not None
        own_act = why_it_does_so and draft.outer is not None and draft.outer.stance == "announces"
        return voice_of.get(id(draft.outer)) if own_act else None
    phrase = draft.head or draft.source
    if phrase is not None:
        return cast.speaker(*phrase, draft)
    if draft.owner is not None and voice_of.get(id(draft.owner)) is not None:
        return voice_of[id(draft.owner)]
    if draft.named and draft.outer is not None:
        return voice_of.get(id(draft.outer)) or (salient[-1] if salient else None)
    unnamed = _unnamed_before(scene, draft, drafts)
    if unnamed is not None:
        return voice_of.get(id(unnamed))
    if draft.kind == "noun" and (quoted := _spoken_of(scene, draft)) is not None:
        return cast.speaker(*quoted, draft)
    if draft.kind == "noun" and not _with_pronoun(scene, draft):
        # وسط اتهامات للفصيل: nobody is named, and not whoever spoke last
        return _headline_below(scene, cast, draft, drafts) if draft.stance == "denies" and not salient else None
    if draft.kind == "noun" and _theirs(scene, draft) and not (salient and _plural(salient[-1])):
        return None  # وتهديدهم بالإعدام: whoever spoke alone is not meant
    last = _last_voice(draft, salient)
    voice = acts_before(scene, cast, draft, drafts, last, agrees=last is not None and _fits(draft, last))
    why = "taken: acts in the clause that the report goes on from"
    if voice is None:
        voice, why = last, "taken: the last voice heard that agrees with the verb"
    if voice is not None:
        draft.considered.append(Considered(span=voice.span, what="speaker of a verb without one", why=why))
    return voice


def _spoken_of(scene: Scene, draft: Draft) -> tuple[int, int] | None:
    """Who is meant by the pronoun of a reporting noun in somebody's own words (قال: «الجيش دمر الجسر. حديثه عن الفصائل كذبة»): not he."""
    quote = scene.page.quote_around(draft.first)
    cut = next((c for c in scene.page.lookup.cuts(scene.form(draft.first)) if c.enc and c.stem == draft.lemma), None)
    if quote is None or not quote.closed or cut is None or cut.enc not in ("ه", "ها"):
        return None
    gender = ("c", "f" if cut.enc == "ها" else "m")
    named = (m for m in scene.mentions.values() if quote.first <= m.first and m.last <= draft.first and m.form != "pronoun")
    fitting = [m for m in named if m.gender in gender and m.number == "s" and scene.actor_kind(m.entity) != "population"]
    return max(((m.first, m.last) for m in fitting), default=None)


def _unnamed_before(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The refusal of the subject that stands in front of a verb: أن مسؤولا رفض الكشف عن هويته أكد."""
    if draft.kind != "verb" or draft.source is not None:
        return None
    for other in drafts:
        refused = other.kind == "withholding" and other.source is not None and other.source[1] == other.first
        if (
            refused
            and 0 <= draft.first - other.last <= _HIS_NAME
            and not any(
                scene.is_comma(p) or scene.tokens[p].kind == "break" or scene.form(p) in ".؟!"
                for p in range(other.last, draft.first)
            )
        ):
            return other
    return None


def _headline_below(scene: Scene, cast: Cast, draft: Draft, drafts: Sequence[Draft]) -> Voice | None:
    """Who speaks in the headline under a line that only names the report (في نفي للاتهامات / الجيش يعلن …), at the head of a text."""
    first, last = scene.page.within(draft.sentence)
    below = next((d for d in drafts if d.first >= last), None)
    if (
        first > 0
        or below is None
        or below.source is None
        or any(scene.verb(i) or scene.action(i) for i in range(first, draft.first))
    ):
        return None
    if sum(scene.tokens[i].kind == "break" for i in range(last - 1, below.first)) != 1:
        return None
    return cast.speaker(*(below.head or below.source), below)


def settle_chains(scene: Scene, cast: Cast, drafts: Sequence[Draft]) -> None:
    """Settle the chain of every report, in text order."""
    salient: list[Voice] = []
    part = 0
    voice_of: dict[int, Voice | None] = {}
    for draft in drafts:
        if part != (part := scene.page.sentence_of(draft.first).part):
            salient.clear()  # nobody goes on speaking in another part of the page
        voice = _whose(scene, cast, draft, drafts, salient, voice_of)
        voice_of[id(draft)] = voice
        relays: list[ChainLink] = []
        for first, last in draft.relays:
            if not cast.is_outlet(first, last):
                relay = cast.speaker(first, last, draft)
                relays += [ChainLink(role=relay.role, actor=a, span=scene.span(first, last)) for a in relay.actors]
        own: list[ChainLink] = []
        if draft.rule == "relay-about-speaker" and not draft.relays:
            teller = next((v for v in reversed(salient) if v is not voice), None)  # نقلت عن مسؤول: who told before
            if teller is not None and teller.kind == "media" and _fits(draft, teller):
                relays = [ChainLink(role=teller.role, actor=a, span=None) for a in teller.actors]
        if voice is not None:
            if draft.kind == "verb" and draft.source is not None:
                if draft.gender != "c" and not relays:  # نقلت الإذاعة عن الوزير: she told it, and he goes on
                    voice.gender = draft.gender  # قالت دراسة … وذكر التقرير: he goes on as he was called last
                cast.wrote(draft.last, draft.open, voice)
            if relays and draft.kind == "verb":
                voice.relays = tuple(relays)
            elif voice.relays and not relays:
                relays = [ChainLink(role=r.role, actor=r.actor, span=None) for r in voice.relays]
            span = scene.span(*draft.source) if draft.source else None
            own = [ChainLink(role=voice.role, actor=a, span=span) for a in voice.actors]
        draft.links = (*(r for r in relays if all(r.actor != o.actor for o in own)), *own)
        outermost = draft.outer is None or (draft.outer.kind == "preposition" and draft.outer.outer is None)
        if (
            voice is not None
            and (draft.kind in ("verb", "colon", "preposition") or (draft.kind == "noun" and draft.source))
            and outermost
        ):
            if voice in salient:
                salient.remove(voice)
            salient.append(voice)
    full = [_full(draft) for draft in drafts]
    for draft, links in zip(drafts, full, strict=True):
        draft.links = (ChainLink(role="outlet", actor="outlet"), *links)


def _full(draft: Draft, depth: int = 0) -> tuple[ChainLink, ...]:
    """The chain of a report with the chains it is told in put before it; no voice twice."""
    own = draft.links
    if draft.outer is not None and depth < 4 and not draft.nobody:
        known = {c.actor for c in own}
        outer = tuple(c for c in _full(draft.outer, depth + 1) if c.actor not in known)
        return (*outer[max(0, len(outer) + len(own) - _LINKS) :], *own)
    return own
