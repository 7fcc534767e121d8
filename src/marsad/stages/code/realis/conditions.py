"""Conditions: what hangs on an if, and what is there whatever its if (في حال رفض الأطراف الاتفاق)."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import RealisCue
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

WHETHER: Final = frozenset(["ما", "عما", "فيما", "وعما", "وفيما"])
IF: Final = frozenset(["اذا", "في", "ما", "ان", "شريطه", "بشرط", "شرط", "لو", "حال"])
_IF_REACH: Final = 12  # tokens between what is threatened and its condition
_IF_SHORT: Final = 5  # tokens from إن over its verb and subject to what may come
_IF_MEANT: Final = frozenset(["اراد", "ارادت", "ارادوا", "اردنا", "ارادتا"])
_KEPT_REACH: Final = 4  # tokens from what is done about a pact to the pact: بشرط التزام إيران حرفيا باتفاق
AS_NEEDED: Final = frozenset(["لزم", "اقتضي", "اقتضت", "امكن", "تطلب", "دعت", "استدعي", "وجد", "وجدت"])


def on_condition(scene: Scene, mention: Mention) -> bool:
    """Whether what is planned hangs on a condition of its sentence: سنهاجم إذا, في حال فشل المفاوضات فإن الجيش سيهاجم."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    for hit in scene.cues:
        if hit.payload.id != "condition" or not sentence.first <= hit.first < sentence.last:
            continue
        if scene.form(hit.first - 1) in WHETHER or scene.form(hit.first).removeprefix("و") not in IF:
            continue
        if scene.form(hit.last) in AS_NEEDED | _IF_MEANT:
            continue  # إذا لزم الأمر: no condition; يجب سحب القوات إذا ما أرادت السلام: she must
        if any((scene.form(k), scene.form(k + 1)) == ("عدم", "استقرار") for k in (hit.last - 1, hit.last)):
            continue  # إبقاء المدنيين في حال عدم استقرار
        if 0 <= hit.first - mention.last <= _IF_REACH:
            if any(scene.form(k) in ("والذي", "والتي") for k in range(mention.last, hit.first)):
                continue  # جولة لا تفصلنا عنها إلا أيام، والتي لا تنجح ما لم يلتزم الطرفان
            return True
        if hit.last <= mention.first <= hit.last + 2 * _IF_REACH and (
            scene.clause(hit.first) != mention.clause
            or (mention.carrier is not None and "س" in mention.carrier.cut.pro)
            or "س" in mention.hit.cut.pro
            or any(scene.form(k).startswith(("فان", "فس", "فل", "سوف")) for k in range(hit.last, mention.first + 1))
        ):
            return True
    return False


def if_it_came(scene: Scene, mention: Mention) -> bool:
    """Whether إن and a verb in the past stand in front: ستدافع القوات عن نفسها إن تعرضت لهجوم. Only a condition has إن before such a verb."""
    for k in range(max(mention.clause[0], mention.first - _IF_SHORT), mention.first):
        verb = k + 1
        if scene.plain(k) not in ("إن", "وإن") or not scene.form(verb).endswith(("ت", "وا")):
            continue
        light = scene.light.get(verb)
        verbs = scene.lexicon.verbs.at(scene.tokens, verb, scene.page.lookup)
        return light is not None and light.payload.tense == "past" or any(h.payload.tense == "past" for h in verbs)
    return False


def there_already(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a pact is there, and only what is done about it hangs on a condition (في حال رفض الأطراف الاتفاق)."""
    if hit.last > mention.first:
        return False
    words = scene.words("keep-pact") | scene.words("done-to-pact")
    near = range(max(hit.last, mention.first - _KEPT_REACH), mention.first)
    return any(words & scene.page.lookup.stems(scene.form(k)) for k in near)
