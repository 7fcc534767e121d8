"""What may stand between a speaker and the content: times, settings, media, manners."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.bounds import GIVEN_OUT, stops
from marsad.stages.attribute.scene import BRACKETS, Scene
from marsad.stages.attribute.sources import carried_from, noun_phrase
from marsad.stages.attribute.wording import (
    DASHES,
    PREPOSITIONS,
    RESPONSIBILITY,
    adjective_like,
    aside_end,
    by_content,
    closing,
    definite,
    long_quote,
    masdar_like,
    of_his_own,
)

_FOR_HIS_PART: Final = frozenset(
    ["جانبه", "جانبها", "جانبهم", "جانبهما", "جهته", "جهتها", "جهتهم", "جهتهما", "ناحيته", "ناحيتها"]
)
_WHICH_IS: Final = frozenset(["وهو", "وهي", "وهم", "وهما"])
_GLOSS: Final = 25  # tokens of what is told of a speaker before he goes on


def _setting_end(scene: Scene, first: int, limit: int) -> int:
    """The end of a setting whose noun is token `first`: its adjectives, or its genitive behind ختام and the like."""
    i = first + 1
    if scene.form(first) in scene.lexicon.edges["stage_of"]:
        return max(noun_phrase(scene, i, limit, objects=True, split=True, appositions=False), i)
    while (
        i < limit
        and scene.is_word(i)
        and i not in scene.mentions
        and i - first <= 3
        and not stops(scene, i, first)
        and scene.form(i) not in PREPOSITIONS
        and scene.form(i) not in scene.lexicon.edges["carried_by"]
        and not masdar_like(scene, i)
        and not (by_content(scene, i) and not scene.form(i).startswith("بث"))
        and scene.form(i) not in scene.lexicon.edges["quantity"]
        and (definite(scene, i) == definite(scene, first))
    ):
        i += 1
    if scene.form(i - 1) in GIVEN_OUT and scene.form(i) in ("عن", "من"):  # في بيان صادر عن الوزارة
        i = max(i, noun_phrase(scene, i + 1, limit, objects=True, by=True, split=True, appositions=False))
    while i < limit and scene.form(i) in ("معه", "معها", "معهم", "له", "لها", "لهم"):
        i += 1  # في مقابلة معها
    return i


def skip_setting(scene: Scene, i: int, limit: int, *, phrases: bool = False) -> int:
    """The first token behind what may stand between a speaker and the content: commas, times, brackets.

    With `phrases` also settings (في بيان نشره أمس), media (لوكالة الأنباء) and times with a noun (خلال اللقاء).
    """
    while i < limit:
        after = _past_phrase(scene, i, limit) if phrases else i
        if after <= i:
            after = _past_time(scene, i, limit)
        if after <= i:
            return i
        i = after
    return i


def _past_time(scene: Scene, i: int, limit: int) -> int:
    """The token behind a comma, a bracket or the words of a time, or `i` where none stands there."""
    form = scene.form(i)
    if form in DASHES:
        aside = aside_end(scene, i, limit)
        return i + 1 if aside is None else aside + 1  # الأعرجي -نائب رئيس الوزراء- توقف الحملة
    if scene.is_comma(i):
        return i + 1
    if form in BRACKETS:
        close = closing(scene, i, BRACKETS[form], limit)
        return i if close is None else close + 1
    if scene.in_set(i, "time") or form in ("ايضا", "كذلك", "بدوره", "بدورها", "فيه", "فيها", "خلاله", "خلالها"):
        return _past_date(scene, i + 1, limit)
    return i


def _past_date(scene: Scene, i: int, limit: int) -> int:
    """The token behind the numbers and months that go on a time."""
    while i < limit and (
        scene.in_set(i, "time")
        or scene.tokens[i].kind == "number"
        or (scene.form(i) == "." and i + 1 < limit and scene.tokens[i + 1].kind == "number")
        or scene.form(i) in ("/", "-", "الماضي", "الماضيه", "الجاري", "المقبل")
        or scene.is_month(i)
    ):
        i += 1
    return i


def _past_phrase(scene: Scene, i: int, limit: int) -> int:
    """The token behind a setting, a medium, a manner or a time with its noun, or `i` where none stands there."""
    form, edges = scene.form(i), scene.lexicon.edges
    if scene.time_end(i) > i:
        return scene.time_end(i)
    if form in _WHICH_IS and scene.is_comma(i - 1):
        return _past_gloss(scene, i, limit)
    if form in edges["manner_alone"]:
        return i + 1
    if form in edges["manner_of"] and scene.is_word(i + 1):
        return i + 2
    if form in edges["manner"]:
        if form not in ("بشكل", "بصوره", "بالحرف"):
            return i + 1
        return i + (3 if scene.form(i + 1) == "غير" else 2)
    if form == "علي" and scene.stem_in(i + 1, "platform"):
        return _past_platform(scene, i, limit)
    if form == "من" and scene.form(i + 1) in _FOR_HIS_PART:
        return i + 2  # لم تؤكد القيادة، من جانبها، نبأ الهدنة
    if form == "نقلا" and scene.form(i + 1) == "عن":
        return max(i + 2, noun_phrase(scene, i + 2, limit, objects=True, split=True))
    if form == "علي" and scene.form(i + 1) == "لسان":
        return max(i + 2, noun_phrase(scene, i + 2, limit, objects=True, by=True))
    if form in GIVEN_OUT and scene.form(i + 1) == "عن":
        return max(i + 2, noun_phrase(scene, i + 2, limit, objects=True, split=True, appositions=False))
    if form in edges["span_time"]:
        return _past_span(scene, i, limit)
    if form in ("في", "فى"):
        if of_his_own(scene, i + 1):
            i += 2
            while i < limit and definite(scene, i) and i not in scene.mentions:
                i += 1
            return i
        return _past_date(scene, _setting_end(scene, i + 1, limit), limit) if scene.stem_in(i + 1, "setting_noun") else i
    if form in edges["by_norm"] and scene.stem_in(i + 1, "norm"):  # تعهدت وفق المذكرة بإخراج
        return max(i + 2, noun_phrase(scene, i + 1, limit, objects=True, by=True, split=True, appositions=False))
    carried = carried_from(scene, i)
    if carried or form in edges["carried_by"]:
        i += carried
        end = noun_phrase(scene, i + 1, limit, objects=True, by=True, split=True, appositions=False)
        return _past_date(scene, max(end, i + 1), limit)
    return _past_medium(scene, i, limit)


def _past_gloss(scene: Scene, i: int, limit: int) -> int:
    """The comma that ends what is told of a speaker before he goes on (أعلنت الحركة، وهي جماعة مسلحة، مسؤوليتها), or `i`."""
    for p in range(i + 2, min(limit - 1, i + _GLOSS)):
        if scene.is_comma(p) and (_content_next(scene, p + 1) or scene.form(p + 1) == RESPONSIBILITY):
            return p
        if scene.is_that(p):
            return i
    return i


def _past_platform(scene: Scene, i: int, limit: int) -> int:
    """The token behind where something is posted (على صفحته في موقع فيسبوك)."""
    while i + 1 < limit and scene.form(i) in ("علي", "في", "فى") and scene.stem_in(i + 1, "platform"):
        i += 2
        while i < limit and (scene.stem_in(i, "platform") or (definite(scene, i) and adjective_like(scene, i))):
            i += 1  # على موقعها الإلكتروني | القصف
        if scene.is_quote_mark(i) and (quote := scene.quote_at(i)) is not None and not long_quote(scene, i):
            i = min(quote.last + 1, limit)
    return i


def _past_span(scene: Scene, i: int, limit: int) -> int:
    """The token behind خلال and the like with their noun or number."""
    if scene.form(i + 1) == "ال" and i + 3 < limit and scene.tokens[i + 2].kind == "number" and scene.is_word(i + 3):
        return i + (5 if scene.form(i + 4) in ("الماضيه", "الاخيره") else 4)  # خلال الـ 24 ساعة الماضية
    if scene.time_end(i + 1) > i + 1:
        return scene.time_end(i + 1)  # خلال الساعات الـ 24 الماضية
    inner = i + 2 if masdar_like(scene, i + 1) else i + 1
    end = max(noun_phrase(scene, inner, limit, objects=True, split=True, appositions=False), inner)
    if scene.form(i) == "عبر" and scene.form(end) == "علي":
        comma = next((p for p in range(end, min(limit, end + 8)) if scene.is_comma(p)), None)
        end = end if comma is None else comma
    if end > i + 1:
        return end
    while end < limit and scene.tokens[end].kind == "number":
        end += 1
    if end == i + 1:
        return i
    return end + 1 if scene.is_word(end) else end


def _past_medium(scene: Scene, i: int, limit: int) -> int:
    """The token behind the agency or paper spoken to (لوكالة الشرق، لـ"الوطن")."""
    form = scene.form(i)
    if form == "الي" and scene.stem_in(i + 1, "medium_noun"):
        return max(i + 2, noun_phrase(scene, i + 1, limit, objects=True, by=True, appositions=False))
    if form == "ل":
        k = i + 1
        close = closing(scene, k, BRACKETS[scene.form(k)], limit) if scene.form(k) in BRACKETS else None
        if close is not None:
            return close + 1  # لـ(الصحيفة)
        while k < limit and (
            scene.is_quote_mark(k) or scene.form(k) in ("-", "–") or (scene.is_word(k) and scene.page.quote_around(k) is not None)
        ):
            k += 1
        if k == i + 1 and scene.is_word(k):
            k = max(k + 1, noun_phrase(scene, k, limit, objects=True, by=True, appositions=False))
        return k
    if form.startswith("ل") and scene.is_word(i):
        if any(m.last == i and m.form == "collective" for m in scene.mentions.values()) and _content_next(scene, i + 1):
            return i + 1  # مصادر محلية للميادين خروج الحافلات
        mention = scene.mentions.get(i)
        kind = scene.actor_kind(mention.entity) if mention is not None else None
        if mention is not None and kind == "media":
            return mention.last
        if mention is not None and kind == "population":  # تعهدت الحكومة للأهالي بإعادة الإعمار
            return mention.last if by_content(scene, mention.last) or _content_next(scene, mention.last) else i
        if scene.stem_in(i, "medium_noun"):
            return max(i + 1, noun_phrase(scene, i + 1, limit, objects=True, by=True, appositions=False))
    return i


def _content_next(scene: Scene, i: int) -> bool:
    """Whether a content opens at token `i`: a clause, speech, or an indefinite verbal noun."""
    return scene.is_that(i) or scene.is_comma(i) or scene.is_quote_mark(i) or scene.form(i) == ":" or masdar_like(scene, i)
