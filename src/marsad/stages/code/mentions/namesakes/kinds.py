"""Kinds: a kind of happening, or any such, and none that took place (أي عدوان، ظاهرة الخطف، ما تحظره القوانين)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_ANY_REACH: Final = 3  # tokens from أي to the أو that joins a further act
ANY: Final = frozenset(["اي", "ايه", "ايا", "ايما"])
_DENIAL: Final = 14  # tokens from the verb to the noun: نفى كذا أن تكون طائرات بلاده شنت أي غارة
_FORBIDDEN: Final = 5  # tokens: تحظر القوانين الدولية تعمد استهداف
LEANING: Final = frozenset(["", "ال"])


def any_such(scene: Scene, hit: Hit[Sense]) -> bool:
    """أي هجوم, لأي عدوان; but نفى أي قصف and لم يقع أي هجوم say that there was none."""
    before = hit.first - 1
    if scene.form(before) == "او":  # ردع أي تهديدات أو عدوان خارجي
        before = max((k for k in range(before - _ANY_REACH, before) if scene.form(k) in ANY), default=before)
    form = scene.form(before)
    if hit.cut.definite:
        return False  # عملية كذا، أي الهجوم على كذا: that is to say
    if form not in ANY and not any(c.stem in ANY for c in scene.page.lookup.cuts(form)):
        return False
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else 0, before - _DENIAL)
    if any(claim.stance == "denies" for claim in scene.claims_at(scene.page.span(hit.first, hit.last))):
        return False
    return not any(
        c.stem in scene.words("denying") for k in range(low, before) for c in scene.page.lookup.cuts(scene.form(k))[:2]
    )


def of_a_kind(scene: Scene, hit: Hit[Sense]) -> bool:
    """ظاهرة الخطف، مكافحة التسلل، ثقافة الاغتيال، منطق الثورة والانقلاب."""
    before = hit.first - 1
    if before >= 0 and hit.cut.pro in LEANING and "kind-noun" in scene.classes[before]:
        return True
    joined = hit.cut.pro == "وال" and before >= 1 and scene.form(before).startswith("ال")
    return joined and "kind-noun" in scene.classes[before - 1] and not scene.actors_between(hit.last, hit.last + 1)


def forbidden(scene: Scene, hit: Hit[Sense]) -> bool:
    """تحظر القوانين الدولية استهداف المدنيين: whether a word of forbidding stands before it in its clause."""
    return scene.has_class("forbids", max(scene.clause(hit.first)[0], hit.first - _FORBIDDEN), hit.first)
