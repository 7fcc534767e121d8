"""Pacts: whether a truce or an agreement that is named is the news of the report or an older one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import begun_lately, own_time
from marsad.stages.code.realis.grounds import AFTERWARDS, Ground
from marsad.stages.code.scene import Scene

_LAYING: Final = frozenset(["impose-zone", "set-up-zone", "put-up-zone", "add-to-zone"])
_PARTNERS: Final = 6  # tokens in which those stand who agreed: اتفاق تركيا وروسيا وإيران على
_FRESH: Final = frozenset(["جديد", "جديده", "يقضي", "تقضي", "يتضمن"])
_BETWEEN: Final = frozenset(["بين", "بينهما", "بينهم", "بشان", "لوقف", "لخفض", "بعد", "لم", "لا", "لن", "برعايه", "بوساطه"])
_LASTING: Final = frozenset(["دايم", "دايما", "دايمه"])
_SIGNING: Final = frozenset(["توقيع", "التوقيع", "بتوقيع"])
_SIGNED: Final = frozenset(["موقع", "مبرم", "موقعه", "مبرمه", "معلن", "متفق"])


def from_pact(scene: Scene, mention: Mention, earlier: Sequence[Mention]) -> list[Ground]:
    """Whether a pact that a noun names is that of the report or an older one; a day of the story behind it makes it news."""
    if _new(scene, mention) or mention.sense.entry.id in _LAYING and not mention.definite:
        return []  # فرض منطقة حظر: what is done, and nothing that is known
    last = earlier[-1] if earlier else None
    if last is not None and last.sense.entry.id in _LAYING and last.type == mention.type and mention.first - last.last <= 1:
        return [(1, 0, last.realis, "what is laid down")]  # فرض منطقة حظر
    time = own_time(scene, mention)
    if time is not None and time.first >= mention.last and begun_lately(scene, time):
        return []
    if time is not None and time.value.open == "since" and time.value.year is not None:
        return [(1, 0, "historical", "a pact named as known")]
    if (
        mention.definite
        and mention.sense.number != "p"
        and (told := next((m for m in reversed(earlier) if m.type == mention.type), None))
    ):
        if told.realis == "planned":
            return [(1, 0, "planned", "a pact of the report named again")]  # الهدنة that is to begin
    if mention.definite and mention.type == "ceasefire":  # الهدنة: of 6 that were told of as known 5 were the news, none went on
        many = mention.sense.number == "p"
        return [(1, 0, "historical" if many else "actual", "a pact of the report named again")]
    named = mention.sense.cls == "phrase" and mention.sense.entry.id == "peace-deals"  # المبادرة الخليجية behind another pact
    again = mention.demonstrative or not named and any(m.type in PACTS for m in earlier)
    if mention.definite and mention.type == "agreement" and again:
        return [(1, 0, "actual", "a pact of the report named again")]
    if mention.type == "agreement" and _on_something(scene, mention):
        return []  # توجت المباحثات باتفاق على دعم مصري
    told = next(
        (m for m in reversed(earlier) if m.type == mention.type == "ceasefire" and m.realis in ("actual", "ongoing")), None
    )
    dated = any(scene.form(k).removeprefix("ال") in _SIGNED for k in range(mention.last, mention.last + 3))
    if told is not None and not dated and mention.sense.cls == "phrase":  # وهذه ثالث هدنة: another
        return [(1, 0, told.realis, "a pact of the report named again")]
    if mention.type == "ceasefire" and not mention.definite and scene.form(mention.last) in _LASTING:
        return [(1, 0, "planned", "a truce that is to last")]  # أن وقفا دائما لإطلاق النار مرهون بكذا
    if mention.type == "ceasefire" and mention.into <= 1 and not dated:
        return [(1, 0, "ongoing", "the truce that the report is about")]
    return [(1, 0, "historical", "a pact named as known")]


def _on_something(scene: Scene, mention: Mention) -> bool:
    """Whether an accord is told with what it says: اتفاق روسي تركي على عقد مؤتمر, اتفاق لإخراج الجرحى, اتفاق جديد يقضي بكذا."""
    if scene.form(mention.last) in _FRESH:
        return True
    if scene.form(mention.last).startswith(("ب", "ل")) and scene.form(mention.last) not in _BETWEEN and not mention.definite:
        return True
    k = mention.last
    named = {i for a in scene.actors_between(k, k + _PARTNERS) for i in range(a.first, a.last)}
    while (
        k < mention.last + _PARTNERS
        and scene.form(k) != "علي"
        and (k in named or not mention.definite and scene.form(k).endswith("ي"))
    ):
        k += 1
    return scene.form(k) == "علي"


def kept(scene: Scene, mention: Mention) -> bool:
    """Whether a word in front of a pact says what is done about it (تنفيذ اتفاق السلام, إسقاط الاتفاق): it is there."""
    stems = scene.page.lookup.stems(scene.form(mention.first - 1))
    return bool(scene.words("keep-pact") & stems) or mention.definite and bool(scene.words("done-to-pact") & stems)


def _new(scene: Scene, mention: Mention) -> bool:
    """Whether a pact is told as news: reached, signed, announced, begun."""
    for k in range(max(mention.clause[0], mention.first - 10), mention.last):
        if scene.cut_to(k, scene.words("news-of-pact")):
            return True
        if scene.form(k) in _SIGNING and scene.form(k - 1) not in AFTERWARDS:
            return True  # توقيع ثلاث وثائق أولاها اتفاق; not منذ توقيع الاتفاق
    return False
