"""Times that date a saying: قال أمس إن, ...، بحسب ما أفاد اليوم; what is said has its own time or none."""

from __future__ import annotations

from typing import Final

from marsad.arabic.times.owners import ADDS, CORRESPONDENTS, LEADS_ON, THAT
from marsad.handover import TimeMention
from marsad.model import Claim
from marsad.stages.code.attachment.beside import told_between, without_and
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_STRETCHES: Final = frozenset(["month", "year", "unit", "span", "range", "season"])
# `without_and` takes a و off: وثقت is ثقت then
_COUNTED_UP: Final = frozenset(["وثق", "وثقت", "ثق", "ثقت", "احصي", "احصت", "سجل", "سجلت", "رصد", "رصدت"])
_SEEN: Final = frozenset(["رصد", "رصدت", "رصدوا", "شاهد", "شاهدوا", "شهد", "شهدوا"])
_ACCORDING_TO: Final = frozenset(["بحسب", "حسب", "وفق", "وفقا", "فق", "فقا", "نقلا"])
_OCCASIONS: Final = frozenset(["خلال", "اثناء", "عقب", "ختام", "اثر", "لدي"])
_EARLIER: Final = frozenset(["في", "وفي", "وقت", "سابق", "لاحق", "من", "خلال"])  # وفي وقت لاحق العام الماضي، قال الوزير
_OCCASION_REACH: Final = 4
_SAYING_REACH: Final = 6
# What is done by declaring it: the day of the declaration is its day.
_DECLARES: Final = frozenset(["اعلن", "اعلنت", "اعلنوا", "اعلنا", "يعلن", "تعلن", "قرر", "قررت", "قرروا", "اصدر", "اصدرت"])
_DECLARED: Final = frozenset(
    ["agreement", "ceasefire", "zone_establish", "group_change", "personnel_action", "political_process", "sanction"]
)
_BEGINNINGS: Final = frozenset(["بدء", "بدايه", "انطلاق", "اطلاق", "استيناف", "انتهاء", "انهاء"])
_WIDE: Final = frozenset(["month", "year", "season"])
_DECLARING_REACH: Final = 15
_AS_IT_CALLS_IT: Final = frozenset(["بما", "لما", "مما"])  # نددت المنظمة الخميس بما وصفته بموجة إعدامات


def dates_a_saying(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """Whether a time of the sentence is that of a saying, and not of the mention."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    cued = [(scene.page.token_at(c.cue.span[0]), c) for c in scene.attributed.claims if c.cue is not None]
    cued = [(at, c) for at, c in cued if sentence.first <= at < sentence.last]
    if any(mention.last <= at < time.first and _told_after(scene, at, c) for at, c in cued):
        return True  # ...، بحسب ما أفاد الدفاع المدني اليوم
    cues = [at for at, _ in cued]
    # كتب: "قبل عشرة أيام ألقت مجموعة عبوة": what the content itself tells dates no saying
    outside = [at for at, c in cued if not any(a <= time.span[0] < b for a, b in c.content)]
    held = [c for c in outside if 0 <= time.first - c <= _SAYING_REACH and not told_between(c, time.first, mentions)]
    # وفي وقت سابق من الخميس، طالب المجلس ب…
    lead = range(sentence.first, time.first)
    in_front = time.first <= sentence.first + 2 or all(without_and(scene.form(k)) in _EARLIER for k in lead)
    held = held or [c for c in cues if in_front and 0 <= c - time.last <= 2 and mention.first > c]
    held = held or [c for c in cues if sentence.first <= c < time.first and _announced(scene, c, time, mentions)]
    if held and without_and(scene.form(held[-1])) in (_COUNTED_UP if time.value.kind in _STRETCHES else _SEEN):
        held = []  # وخلال شهر نيسان وثقت الشبكة مقتل ..., رصد ناشطون أمس قصفا: when it was counted or seen it happened
    if any(_declared(scene, mention, c, time) for c in (held or cues)):
        return False
    if held and in_front and any(at == held[-1] and _correspondent(scene, c) for at, c in cued):
        return False  # والاثنين 6 آذار، قال مراسلنا إن القوات قصفت: a correspondent tells what happens where he is
    if held and mention.first > time.first and not _on_the_occasion(scene, mention, held[-1], time):
        return True  # قال أمس إن …: it dates the saying
    return _of_a_report(scene, mention, time, cued) or any(
        _leads_to(scene, scene.page.token_at(c.cue.span[0]), c, time) for c in scene.claims_at(mention.span) if c.cue is not None
    )


def _declared(scene: Scene, mention: Mention, cue: int, time: TimeMention) -> bool:
    """أعلنت في السادس من أيار بدء المعركة, أعلن المجلس في تموز أنه فتح المعبر: what is done by declaring it, or in that month."""
    if without_and(scene.form(cue)) not in _DECLARES or not cue < mention.first <= cue + _DECLARING_REACH:
        return False
    wide = time.value.kind in _WIDE
    that = [k for k in range(min(cue, time.last), mention.first) if scene.form(k) in THAT]
    if that and not (wide and that == [mention.first - 1]):
        return False
    begun = scene.form(mention.first - 1).removeprefix("عن") in _BEGINNINGS or scene.form(mention.first) in _BEGINNINGS
    return wide or begun or mention.type in _DECLARED


def _correspondent(scene: Scene, claim: Claim) -> bool:
    """Whether who speaks is a correspondent of an outlet."""
    if claim.source is None:
        return False
    return scene.form(scene.page.token_at(claim.source.span[0])).removeprefix("و") in CORRESPONDENTS


def _told_after(scene: Scene, cue: int, claim: Claim) -> bool:
    """Whether a verb of saying stands behind all that it attributes, so that the day beside it dates the saying."""
    if not claim.content or any(b > scene.page.tokens[cue].start for _, b in claim.content):
        return False
    forms = (without_and(scene.form(cue)), scene.form(cue + 1))
    return forms[0] not in _ACCORDING_TO or forms[1] == "ما"


def _of_a_report(scene: Scene, mention: Mention, time: TimeMention, cued: list[tuple[int, Claim]]) -> bool:
    """Whether a time is that of a saying behind the mention, or of what was told before another reporter tells the mention.

    غارة على الرقة رجحت الوزارة، أمس، أنها قتلت قائدا; واصلت الطائرات أمس القصف، فيما أعلن المكتب بدء حملة.
    """
    if any(mention.last <= at < time.first and _leads_to(scene, at, c, time) for at, c in cued):
        return True
    return any(time.last <= at < mention.first and _another_reporter(scene, at, c, mention) for at, c in cued)


def _leads_to(scene: Scene, cue: int, claim: Claim, time: TimeMention) -> bool:
    """Whether a time stands between a verb of saying and what is said, so that it dates the saying (رجحت الوزارة، اليوم، أن)."""
    if not claim.content or claim.cue is None or not claim.cue.span[0] < time.span[0] < claim.content[0][0]:
        return False
    return without_and(scene.form(cue)) not in (_COUNTED_UP if time.value.kind in _STRETCHES else _SEEN)


def _another_reporter(scene: Scene, cue: int, claim: Claim, mention: Mention) -> bool:
    """...، فيما أعلن المكتب بدء حملة; ...، مشيرا إلى محاولة اغتيال: whether a clause that leads on is another report, which tells the mention."""
    before = without_and(scene.form(cue - 1))
    adds = scene.form(cue) in ADDS or before in _AS_IT_CALLS_IT
    return (adds or before in LEADS_ON) and any(a <= mention.span[0] < b for a, b in claim.content)


def _announced(scene: Scene, cue: int, time: TimeMention, mentions: list[Mention]) -> bool:
    """أعلن العميد فلان في شرطة نينوى أمس عن مقتل ...: the day between a cue and what it announces dates the saying."""
    at = time.last + (scene.form(time.last) in ("،", ",", ")"))
    return scene.form(at) in (*THAT, "عن") and not told_between(cue, time.first, mentions)


def _on_the_occasion(scene: Scene, mention: Mention, cue: int, time: TimeMention) -> bool:
    """وشدد خلال ترؤسه أمس اجتماعا: the meeting at which one spoke has the day that stands beside it."""
    if mention.type not in ("meeting", "talks") or not 0 <= mention.first - time.last <= _OCCASION_REACH:
        return False
    return any(without_and(scene.form(k)) in _OCCASIONS for k in range(cue, time.first))


def of_a_report_behind(scene: Scene, mention: Mention, at: int) -> bool:
    """نفى المصدر قصف النبع مؤكدا أن المسلحين لوثوه في آب: whether character `at` is in what a participle behind a mention goes on to tell."""
    return any(
        c.rule.startswith("participle") and c.cue is not None and mention.span[1] <= c.cue.span[0]
        for c in scene.attributed.claims
        if any(first <= at < last for first, last in c.content)
    )
