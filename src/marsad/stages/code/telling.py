"""Telling: whether a report says that an act took place, or only takes it for known while it speaks of something else.

`قتل ثلاثة في تفجير` tells; `التحقيق في اغتيال القاضي` and `الاعتداء الذي وقع العام الماضي` take for known.
"""

from __future__ import annotations

from typing import Final

from marsad.model import EventType, Stance
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

# Acts: a report of another matter names them as its topic. Pacts, talks and who holds what are told by being named.
ACTS: Final[frozenset[EventType]] = frozenset(
    [
        "air_strike", "shelling", "ground_attack", "armed_clash", "small_arms_fire", "suicide_attack", "bombing_ied",
        "chemical_attack", "targeted_killing", "abduction", "abuse", "destruction", "air_defence", "casualties", "protest",
    ]
)  # fmt: skip
# سيطر المقاتلون على الحاجز بعد اشتباكات: who tells what came of an act tells the act
_EFFECTS: Final[frozenset[EventType]] = frozenset(
    ["casualties", "cumulative_toll", "territory_capture", "withdrawal", "siege_break", "route_cut"]
)
_SAYING: Final[frozenset[Stance]] = frozenset(["asserts", "announces", "admits", "accuses", "denies"])
_RELATIVES: Final = frozenset(["الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان", "والذي", "والتي", "مما"])
_NOMINAL: Final = frozenset(["ان", "بان", "وان", "انها", "انه", "لان"])
_SINCE: Final = frozenset(["منذ", "ومنذ"])
_VERBAL: Final = frozenset(["verb-heads", "harm-verb", "result-verb"])
_CARRIED: Final = 6  # words between a light verb and its noun, those of a time apart: شنت طائرات التحالف الدولي أمس غارات
_BEFORE: Final = 3  # tokens before a noun in which the verb it is subject of stands: هز انفجار، أوقع هجوم
_JOINED: Final = 8  # and before one that is joined to another: وقع قصف واشتباكات
_AFTER: Final = 9  # tokens after it in which its own verb stands: هجوم على حاجز أسفر
_FOILED: Final = 5  # words between a verb of foiling and what it foiled: أحبطت قوات الأمن محاولة تفجير
_EXPOSED: Final = frozenset(["تعرض", "تعرضت", "تعرضوا", "يتعرض", "تتعرض", "وتعرض", "وتعرضت"])
_USED: Final = 9  # tokens from استخدم to the ل of what it was used for
_FOILING: Final = ("محاول", "احباط", "افشال", "فشل")  # the nouns beside those verbs, which only name an act
_VENTURED: Final = 15  # tokens between إقدام and its على
_DONE_BY: Final = 7  # tokens from تنفيذ to its ل, and to the verb in front of it
_SEEN: Final = 5
_HARM_BEFORE: Final = 26
_HARM_AFTER: Final = 16


def effect_verbs(scene: Scene, mentions: list[Mention]) -> frozenset[int]:
    """The tokens at which a verb, or a phrase that holds one (عثر على جثة), tells what an act led to: people hurt, ground lost."""
    led_to = (m for m in mentions if m.type in _EFFECTS)
    return frozenset(m.first for m in led_to if m.sense.cls == "verb" or (m.sense.cls == "phrase" and _tells_verb(scene, m)))


def told(scene: Scene, mention: Mention, harm: frozenset[int]) -> bool:
    """Whether the words around a mention say that the act took place; `harm` are the tokens of `effect_verbs`."""
    if mention.type == "protest" and mention.definite:
        return _breaks_out(scene, mention)  # المظاهرات التي: whoever tells of a protest gives it no article
    if _tells_verb(scene, mention):
        relative = scene.form(mention.first - 1) in _RELATIVES and not scene.cleft(mention.first)
        # انتقد المتظاهرين الذين يحتجون؛ الجماعة التي تقاتل الجيش: who they are, and not what they did
        named = mention.sense.entry.id == "fight-verb" and not scene.form(mention.first - 1).startswith("و")
        known = relative and (mention.type == "protest" or named)
        return not known and (mention.sense.tense == "present" or not relative)
    if any(p.rule.endswith(("warding off", "trying to")) for p in mention.parties):
        return True  # أحبط الجيش محاولة تسلل
    if _thwarted(scene, mention):
        return True
    if mention.type == "armed_clash" and mention.sense.entry.type == "small_arms_fire":
        return True  # تبادل الجيش مع المسلحين إطلاق النار: the verb in front made it a fight
    carrier = mention.carrier
    if (
        carrier is not None
        and scene.form(carrier.first - 1) not in _RELATIVES
        and _words(scene, carrier.last, mention.first) <= _CARRIED
        and not carrier.cut.pro.endswith("ل")
    ):
        return True
    return (
        _opens(scene, mention)
        or _has_verb(scene, mention)
        or _harmed(scene, mention, harm)
        or _beside(scene, mention)
        or _laid_to(scene, mention)
        or _seen_done(scene, mention)
        or _undergone(scene, mention)
    )


def _breaks_out(scene: Scene, mention: Mention) -> bool:
    """Whether the verb of which a protest is the subject stands right in front of it: تجددت الاحتجاجات، عم الإضراب المدن."""
    carrier = mention.carrier
    return (
        carrier is not None
        and carrier.payload.entry.frame == "event"
        and carrier.last == mention.first
        and scene.form(carrier.first - 1) not in _RELATIVES
    )


def _thwarted(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in front says that an act was foiled or tried: أحبطت الشرطة تفجيرا, not متهم بمحاولة اغتيال."""
    return any(
        hit.payload.realis == "failed"
        and 0 <= mention.first - hit.last <= _FOILED
        and scene.form(hit.first - 1) not in _RELATIVES
        and not any(cut.stem.startswith(_FOILING) for cut in scene.page.lookup.cuts(scene.form(hit.first)))
        for hit in scene.cues
    )


def _words(scene: Scene, first: int, last: int) -> int:
    """How many words stand among these tokens, those of time expressions and of an aside between two commas apart."""
    timed = {k for _, t in scene.times_between(first, last) for k in range(t.first, t.last)}
    commas = [k for k in range(first, last) if scene.form(k) in ("،", ",")]
    if len(commas) == 2:
        timed.update(range(*commas))  # شنت القوات، بقيادة فلان، هجوما
    return sum(scene.word(k) for k in range(first, last) if k not in timed)


def _tells_verb(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is a verb, or a phrase that holds one (فجر نفسه، عبوة ناسفة انفجرت)."""
    if mention.sense.cls != "phrase":
        return mention.sense.cls == "verb"
    for k in range(mention.first, mention.last):
        if not scene.classes[k].isdisjoint(_VERBAL) or k in scene.light:
            return True
        nouns = scene.lexicon.nouns.at(scene.tokens, k, scene.page.lookup)
        if scene.lexicon.verbs.at(scene.tokens, k, scene.page.lookup) and all(h.payload.cls == "phrase" for h in nouns):
            return True
    return False


def _marked(scene: Scene, mention: Mention) -> bool:
    """Whether a noun carries the article: القصف، بالقصف، للقصف."""
    return scene.form(mention.first).startswith("ال") or mention.hit.cut.pro.endswith(("ال", "لل"))


def _opens(scene: Scene, mention: Mention) -> bool:
    """Whether a noun opens its sentence, or what a speaker is said to report: أعلنت الشرطة مقتل …"""
    if _marked(scene, mention):
        return False
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return True
    if sum(scene.word(k) for k in range(sentence.first, mention.first)) <= 1:
        return True
    for claim in scene.claims_at(mention.span):
        if claim.stance not in _SAYING:
            continue
        first, _ = scene.page.within(claim.content[0])
        if first < sentence.first:
            continue
        if sum(scene.word(k) for k in range(first, mention.first)) <= 1 and not any(
            scene.form(k) in _NOMINAL for k in range(first - 2, mention.first)
        ):
            return True
    return False


def _has_verb(scene: Scene, mention: Mention) -> bool:
    """Whether a verb of taking place or of effect has the noun as its subject or object."""
    low, high = mention.clause
    if mention.type == "protest" and scene.has_class("verb-heads", max(low, mention.first - _CARRIED), mention.first):
        return True  # خرج الأهالي في مظاهرة
    back = max(low, mention.first - (_JOINED if mention.hit.cut.pro == "و" else _BEFORE))
    if scene.has_class("result-verb", back, mention.first):
        return not any(scene.form(k) in _RELATIVES for k in range(max(low, back - 1), mention.first))
    for k in range(mention.last, min(high, mention.last + _AFTER)):
        if scene.form(k) in _RELATIVES:
            return False
        if "result-verb" in scene.classes[k]:
            return True
    return False


def _harmed(scene: Scene, mention: Mention, harm: frozenset[int]) -> bool:
    """Whether the sentence says whom the act killed or hurt: قتل ثلاثة في تفجير."""
    sentence = scene.sentence(mention.first)
    if sentence is None or scene.form(mention.first - 1) in _SINCE:
        return False
    for k in range(max(sentence.first, mention.first - _HARM_BEFORE), min(sentence.last, mention.last + _HARM_AFTER)):
        if mention.first <= k < mention.last or (k not in harm and "harm-told" not in scene.classes[k]):
            continue
        before = range(max(sentence.first, k - 4), k)
        if scene.form(k - 1) in _RELATIVES or any(scene.form(j) in _RELATIVES for j in range(mention.last, k)):
            continue
        if k in harm or k - sentence.first <= 1:
            return True
        # a masdar of harm is told where something is said to have caused it, or a speaker to have announced it
        if any("result-verb" in scene.classes[j] or "announcing" in scene.classes[j] for j in before):
            return True
    return False


def _beside(scene: Scene, mention: Mention) -> bool:
    """Whether the act is what somebody answered or took revenge with, or stands beside one that is told."""
    low, _ = mention.clause
    if scene.has_class("act-with", max(low, mention.first - 4), mention.first):
        return True
    # بعد إقدام مسلحين، حسب السلطات، على تخريب المحطة: an aside stands between
    return scene.form(mention.first - 1) == "علي" and any(
        scene.form(k) == "اقدام" for k in range(mention.first - _VENTURED, mention.first - 1)
    )


def _laid_to(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is accused of the act, or denies having done it: اتهم الفصائل بتلويث المياه ثم تفجير الخزان."""
    if mention.sense.cls != "noun" or _marked(scene, mention):
        return False
    joined = scene.form(mention.first - 1) == "ثم" or mention.hit.cut.pro == "و"
    if not (mention.hit.cut.pro.endswith("ب") or joined):
        return False
    cues = [claim.cue.span for claim in scene.claims_at(mention.span) if claim.stance == "accuses" and claim.cue is not None]
    return any("accuse-word" in scene.classes[scene.page.within(span)[0]] for span in cues)


def _undergone(scene: Scene, mention: Mention) -> bool:
    """Whether ل ties the act to who was exposed to it, however far off (تعرض الميناء، الذي …، لهجوم), or to what was used for it."""
    if mention.hit.cut.pro != "ل":
        return False
    sentence = scene.sentence(mention.first)
    first = sentence.first if sentence is not None else mention.first
    exposed = any(scene.form(k) in _EXPOSED and scene.form(k - 1) not in _RELATIVES for k in range(first, mention.first))
    near = range(max(first, mention.first - _USED), mention.first)
    return exposed or any(scene.form(k).removeprefix("و") in scene.words("used-for") for k in near)


def _seen_done(scene: Scene, mention: Mention) -> bool:
    """Whether a masdar of doing with its doer leads to the act, and somebody saw or announced it: رصد كذا تنفيذ الطائرات لغارات."""
    if not mention.hit.cut.pro.endswith("ل") or mention.hit.cut.pro.endswith("ال"):
        return False
    sentence = scene.sentence(mention.first)
    first = sentence.first if sentence is not None else mention.first
    for k in range(mention.first - 1, max(first, mention.first - _DONE_BY) - 1, -1):
        if not scene.page.lookup.stems(scene.form(k)).isdisjoint(scene.words("being-done")):
            seen = range(max(first, k - _SEEN), k)
            return any(not scene.classes[n].isdisjoint(("result-verb", "announcing")) for n in seen)
    return False
