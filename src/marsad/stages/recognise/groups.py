"""Collectives and unnamed persons: مدنيون، عناصر من الجيش، مصدر عسكري, with whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.arabic.phrases import Hit
from marsad.lexicon.recognise import GroupUse, Use
from marsad.stages.recognise.scene import ARMED, PREFIXES, Draft, Scene

if TYPE_CHECKING:
    from marsad.stages.recognise.actors import Finder


def group(finder: Finder, i: int, hit: Hit[Use], use: GroupUse) -> Draft | None:
    """The mention that a collective opens at token `i`, with its adjectives and whose it is; None where it only describes a noun."""
    scene = finder.scene
    if use.adjective and (use.number == "s" and (describes(scene, i, hit) or _adverb(scene, i)) or _of_two_deeds(scene, i)):
        return None
    draft = Draft(
        i, hit.last, i, "collective", use.kind, use.gender, use.number, hit.cut, key=use.id, words=(use.id,),
        definite=scene.has_article(hit), anonymous=use.anonymous, entry=f"recognise/collectives.yml#{use.id}", rule="collective",
    )  # fmt: skip
    j = hit.last
    if not hit.enc:
        j = finder.adjectives(draft, j)
    if use.id == "quarters" and scene.places_at(j):
        return None  # أطراف البلدة
    if use.anonymous and use.number == "s" and not draft.definite and (scene.word(i - 1) == "من" or scene.definite(j)):
        return None  # من جهة أخرى، مصدر الدخل
    for _ in range(2):
        k = finder.relation(draft, j)
        if k == j:
            k = _belongs(finder, draft, j, construct=j == hit.last and not scene.has_article(hit) and not hit.enc)
        if k == j:
            break
        j = k
    draft.last = j
    draft.short = j == hit.last
    if draft.of is not None and draft.of.ids and draft.of.kind != "state" and len(draft.words) == 1 and use.kind == "armed_group":
        draft.kind = draft.of.kind
    if use.id == "man" and use.number == "p" and draft.of is not None and draft.of.kind in ARMED:
        draft.kind = draft.of.kind  # رجال المقاومة are fighters
    return draft


def _of_two_deeds(scene: Scene, i: int) -> bool:
    """تفجيرين انتحاريين، عمليتان انتحاريتان: a dual that agrees with two deeds describes them."""
    before, form = scene.word(i - 1), scene.word(i)
    return any(before.endswith(end) and form.endswith(end) for end in ("ين", "ان")) and scene.is_event_noun(before)


def _adverb(scene: Scene, i: int) -> bool:
    """Whether عسكريا، مدنيا is an adverb: no number counts it."""
    counted = i > 0 and scene.tokens[i - 1].kind == "number"
    adverb = scene.word(i) in scene.lists.get("manner-adverb", ())
    return adverb and not counted and not scene.plainly("counting-word", i - 1)


def describes(scene: Scene, i: int, hit: Hit[Use]) -> bool:
    """Whether a word like عسكري، إرهابي، انتحاري is an adjective of the noun before it."""
    before = scene.word(i - 1)
    if before in ("بشكل", "بصوره", "بطريقه"):
        return True
    if not before or hit.cut.pro[:1] in PREFIXES or scene.plainly("particle", i - 1):
        return False
    if scene.word(i).endswith("يا") and not before.endswith("ا"):
        return False  # قتل مسلحون شرطيا: an accusative describes an accusative only
    if scene.has_article(hit):
        given = before.endswith(("ها", "هم", "ه")) and scene.word(i + 1).startswith("ل")  # دعمها العسكري لقوات كذا
        return given or scene.definite(i - 1)
    if scene.plainly("harm-noun", i - 1) or scene.plainly("counting-word", i - 1) or len(before) < 3:
        return False
    return not scene.definite(i - 1) and (not scene.is_verb(before) or scene.is_event_noun(before))


def _belongs(finder: Finder, draft: Draft, j: int, *, construct: bool) -> int:
    """The token behind whose a group is: عناصر من الجيش، مقاتلو الفصائل، أهالي المدينة، مصدر في الوزارة."""
    scene = finder.scene
    form = scene.word(j)
    k = j
    if form == "لدي" and draft.kind in ("population", "person"):
        return j  # الأسرى لدى كذا: in whose hands they are
    if form in ("من", "في", "داخل", "لدي"):
        k = j + 1
    elif scene.listed("belongs", j):
        if form == "بين":
            return j  # تبادل أسرى بين كذا وكذا: between whom, not whose
        k = j + 1
    elif not construct and (draft.anonymous or not (form.startswith("ل") and len(form) > 4)):
        return j  # مصادر محلية للميادين: who is spoken to
    if construct and k == j and (scene.nisba(j) is not None and not scene.definite(j)):
        return j
    inner = finder.body_at(k)
    if inner is not None and form == "من" and (draft.definite or draft.kind == "population"):
        return j  # حررت القوات المدنيين من التنظيم: from whom, not whose
    if construct and k == j and draft.number == "p" and scene.word(j - 1).endswith(("ون", "ين")):
        return j  # اغتال مجهولون القاضي: a plural that keeps its ن owns nothing
    if inner is not None and (k > j or inner.cut.pro[:1] not in PREFIXES or (not construct and inner.cut.pro.startswith("ل"))):
        if form in ("في", "داخل") and (inner.kind == "person" or inner.form == "collective"):
            return j
        if k == j and not inner.definite and not inner.ids:
            return j
        draft.inner.append(inner)
        draft.of = draft.of or inner
        if k == j:
            draft.definite = draft.definite or inner.definite
        return inner.last
    end = scene.places_at(k) if (k > j or construct) else 0
    if end and (draft.anonymous or construct or draft.kind == "population") and not scene.word(k).startswith(("و",)):
        draft.words = (*draft.words, *(scene.word(n) for n in range(k, end) if scene.word(n)))
        return end
    return j
