"""What may stand between a speaker and the content: times, settings, media, manners."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.scene import BRACKETS, Scene
from marsad.stages.attribute.sources import PREPOSITIONS, noun_phrase, stops
from marsad.stages.attribute.wording import by_content, closing, definite, masdar_like, of_his_own

_RELAYED: Final = frozenset(["نقلته", "نقلتها", "نشرته", "نشرتها", "بثته", "بثتها", "نشره", "نقله", "بثه", "نقلها", "نشرها", "بثها", "اوردته", "اوردتها", "له", "لها", "لهم", "نقلا"])  # fmt: skip


def _setting_end(scene: Scene, first: int, limit: int) -> int:
    """The end of a setting whose noun is token `first`: its adjectives, or its genitive behind ختام and the like."""
    i = first + 1
    if scene.form(first) in ("ختام", "مستهل", "نهايه", "اطار", "سياق", "اعقاب", "مطلع", "افتتاح", "معرض", "نص", "اول", "اخر"):
        return max(noun_phrase(scene, i, limit, objects=True, split=True, appositions=False), i)
    while (
        i < limit
        and scene.is_word(i)
        and i not in scene.mentions
        and i - first <= 3
        and not stops(scene, i, first)
        and scene.form(i) not in PREPOSITIONS
        and not masdar_like(scene, i)
        and not (by_content(scene, i) and not scene.form(i).startswith("بث"))
        and scene.form(i) not in scene.lexicon.edges["quantity"]
        and (definite(scene, i) == definite(scene, first))
    ):
        i += 1
    return i


def skip_setting(scene: Scene, i: int, limit: int, *, phrases: bool = False) -> int:
    """The first token behind what may stand between a speaker and the content: commas, times, brackets.

    With `phrases` also settings (في بيان نشره أمس), media (لوكالة الأنباء) and times with a noun (خلال اللقاء).
    """
    while i < limit:
        form = scene.form(i)
        if scene.is_comma(i) or form in ("-", "–"):
            i += 1
        elif form in BRACKETS:
            close = closing(scene, i, BRACKETS[form], limit)
            if close is None:
                return i
            i = close + 1
        elif phrases and scene.time_end(i) > i:
            i = scene.time_end(i)
        elif phrases and form in ("مجددا", "رسميا", "صراحه", "بوضوح", "مرارا", "علنا", "مباشره", "ايضا", "شخصيا"):
            i += 1
        elif phrases and form == "علي" and scene.form(i + 1) == "لسان":
            i = max(i + 2, noun_phrase(scene, i + 2, limit, objects=True, by=True))
        elif phrases and form == "الي" and scene.stem_in(i + 1, "medium_noun"):
            i = max(i + 2, noun_phrase(scene, i + 1, limit, objects=True, by=True, appositions=False))
        elif phrases and form in ("في", "فى") and of_his_own(scene, i + 1):
            i += 2
            while i < limit and definite(scene, i) and i not in scene.mentions:
                i += 1
        elif phrases and form in scene.lexicon.edges["span_time"]:
            inner = i + 2 if masdar_like(scene, i + 1) else i + 1
            e = max(noun_phrase(scene, inner, limit, objects=True, split=True, appositions=False), inner)
            if e == i + 1:
                while e < limit and scene.tokens[e].kind == "number":
                    e += 1
                if e == i + 1:
                    return i
                if scene.is_word(e):
                    e += 1
            i = e
        elif phrases and (form in _RELAYED or form in ("في", "فى") and scene.stem_in(i + 1, "setting_noun")):
            first = i + 1
            if form in ("في", "فى"):
                i = _setting_end(scene, first, limit)
            else:
                i = max(noun_phrase(scene, first, limit, objects=True, by=True, split=True, appositions=False), first)
            while i < limit and (
                scene.in_set(i, "time") or scene.tokens[i].kind == "number" or scene.form(i) in ("/", "-") or scene.is_month(i)
            ):
                i += 1
        elif phrases and form in scene.lexicon.edges["manner"]:
            i += 2 if form in ("بشكل", "بصوره") else 1
        elif phrases and form.startswith("ل") and i in scene.mentions and scene.actor_kind(scene.mentions[i].entity) == "media":
            i = scene.mentions[i].last
        elif phrases and form in ("ل", "لـ"):
            i += 1
            while i < limit and (
                scene.is_quote_mark(i)
                or scene.form(i) in ("-", "–", "(", ")")
                or scene.is_word(i)
                and scene.page.quote_around(i) is not None
            ):
                i += 1
            if scene.is_word(i) and scene.form(i - 1) in ("ل", "لـ"):
                i = max(i + 1, noun_phrase(scene, i, limit, objects=True, by=True, appositions=False))
        elif phrases and form.startswith("ل") and scene.is_word(i) and scene.stem_in(i, "medium_noun"):
            i = max(i + 1, noun_phrase(scene, i + 1, limit, objects=True, by=True, appositions=False))
        elif scene.in_set(i, "time") or form in ("ايضا", "كذلك", "بدوره", "بدورها", "فيه", "فيها"):
            i += 1
            while i < limit and (
                scene.in_set(i, "time")
                or scene.tokens[i].kind == "number"
                or scene.form(i) in ("/", "-", "الماضي", "الماضيه", "الجاري", "المقبل")
                or scene.is_month(i)
            ):
                i += 1
        else:
            return i
    return i
