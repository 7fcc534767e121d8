"""Realis: how far a happening is said to have happened, from tense, particles, cue words and the stance of its claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import FRESH_DAYS, begun_lately, days_back, of_a_day, own_time
from marsad.stages.code.realis.conditions import on_condition
from marsad.stages.code.realis.cues import from_cues
from marsad.stages.code.realis.form import from_carrier, from_form
from marsad.stages.code.realis.goals import from_goals
from marsad.stages.code.realis.grounds import AFTERWARDS, BY_POLICE, MEANWHILE, NO, STATES, SUFFERED, WANTED, Ground
from marsad.stages.code.realis.history import in_the_past, known_to_have_been
from marsad.stages.code.realis.nature import from_nature, imposed
from marsad.stages.code.realis.senses import from_the_air
from marsad.stages.code.realis.stances import from_claims
from marsad.stages.code.scene import Scene

_JOINED: Final = 12
_PERHAPS: Final = 8  # tokens from ربما to what may come
_NEXT: Final = 5
_EFFECT: Final = 2  # tokens behind a noun in which the verb of its effect stands
_BY_IT: Final = 2  # tokens from a noun to the verb that says whom it strikes
_GOVERNED: Final = 3  # masdars in front of aid: وضمان تسهيل مرور المساعدات
_RELATIVE: Final = "a past verb in a relative clause"
_LISTED: Final = 14
_WEAK: Final = 4
# The day of a trial or an arrest is not that of what is tried (أصدرت المحكمة اليوم حكمها في قضية اغتيال).
_TRIED: Final = frozenset(["the cue tried-for", "the cue charged-with"])
_APART: Final = frozenset(["الذي", "التي", "الذين", "حيث", "فيما", "بينما", "كما", "مما", "لكن", "ولكن", "اذ", "قال", "وقال"])


def settle_realis(scene: Scene, mentions: Sequence[Mention], k: int) -> None:
    """Set the realis of mention `k`, and why: the cue of the highest rank wins, the nearest of equal rank.

    Those in front of it are settled already.
    """
    mention = mentions[k]
    before = mentions[k - 1] if k else None
    after = mentions[k + 1] if k + 1 < len(mentions) else None
    entry = mention.sense.entry
    found: list[Ground] = []
    if entry.realis is not None and not (entry.type in STATES and mention.type not in STATES):
        begun = entry.id == "get-support" and mention.sense.tense == "past"  # تلقت القوات دعما
        begun = begun or entry.realis == "ongoing" and imposed(scene, mention)
        begun = begun or entry.realis == "failed" and (from_the_air(scene, mention.first) or _went_through(scene, mention))
        if not begun and (entry.realis != "planned" or not known_to_have_been(scene, mention)):  # الانتخابات التي جرت
            found.append((2 if entry.realis != "failed" else 7, 0, entry.realis, "the entry's own"))
    found += from_cues(scene, mention, mentions[:k], after)
    found += from_form(scene, mention, mentions[:k])
    found += from_carrier(scene, mention)
    found += from_claims(scene, mention)
    found += from_nature(scene, mention, mentions[:k], after)
    found += from_goals(scene, mention)
    found += _from_neighbours(scene, mention, before)
    if any(f[2] == "conditional" for f in found):  # فرص انهيار الهدنة ضعيفة
        found = [f for f in found if f[2] != "failed" or f[3] not in ("the entry's own", "a try by its own words")]
    if mention.sense.cls != "verb" and _had_effect(scene, mention):
        found = [f for f in found if f[2] != "planned"]  # التخطيط لهجوم أسفر عن مقتل كذا: it was made
    found = _weighed_by_day(scene, mention, found)
    if entry.id in SUFFERED:
        found = [f for f in found if f[2] != "planned"]
    if mention.type in STATES:
        found = [f for f in found if f[2] in ("ongoing", "historical", "negated") and f[0] != 3]
    if not found and mention.type in STATES:
        mention.realis, mention.realis_why = "ongoing", "a state of things"
        return
    if not found:
        mention.realis, mention.realis_why = "actual", "nothing speaks against it"
        return
    if any(f[2] == "habitual" for f in found):
        found = [f for f in found if f[2] != "failed"]  # محاولات تسلل كل فترة
    best = min(found, key=lambda f: (-f[0], f[1]))
    mention.realis, mention.realis_why = best[2], best[3]
    if mention.realis == "planned" and on_condition(scene, mention):
        mention.realis, mention.realis_why = "conditional", best[3] + ", on a condition"
    elif mention.realis == "planned" and _perhaps(scene, mention):
        mention.realis, mention.realis_why = "conditional", best[3] + ", perhaps"


def _had_effect(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past right behind a noun tells what it brought about (هجوم انتحاري تسبب في مقتل كذا)."""
    return any(scene.form(k) in scene.words("brought-about") for k in range(mention.last, mention.last + _EFFECT))


def _went_through(scene: Scene, mention: Mention) -> bool:
    """Whether nobody managed to repel an attack: لم تتمكن القوات من صد الهجوم."""
    near = range(max(mention.clause[0], mention.first - _NEXT), mention.first)
    return any(h.payload.id == "unable" and h.first in near for h in scene.cues)


def _perhaps(scene: Scene, mention: Mention) -> bool:
    """Whether ربما opens what is still to come: ربما نشهد في الأيام القادمة استهداف أماكن أخرى."""
    near = range(max(mention.clause[0], mention.first - _PERHAPS), mention.first)
    return any(scene.form(k).removeprefix("و") == "ربما" for k in near)


def _weighed_by_day(scene: Scene, mention: Mention, found: list[Ground]) -> list[Ground]:
    """Without the weaker signs of background where the happening, or all that its sentence dates, is of today or yesterday."""
    time = own_time(scene, mention)
    sentence = scene.sentence(mention.first)
    times = [time] if time is not None else []
    if not times and sentence is not None and scene.form(mention.first - 1) not in AFTERWARDS:
        times = [t for _, t in scene.times_between(sentence.first, sentence.last)]
    if mention.type in PACTS and time is not None and time.first >= mention.last and begun_lately(scene, time):
        return [f for f in found if f[2] != "historical" or f[0] > _WEAK]  # وكان قد أعلن هدنة اعتبارا من مساء أمس
    ages = [days_back(scene, t) for t in times]
    if ages and all(a is not None and a <= FRESH_DAYS for a in ages):
        weak = _WEAK if time is None else _WEAK + 1
        found = [f for f in found if f[2] != "historical" or f[0] > weak or mention.type in PACTS or f[3] in _TRIED]
    if time is not None and of_a_day(time):
        found = [f for f in found if f[2] != "habitual"]  # what fell on one day is no habit
        age = days_back(scene, time)
        if age is not None and age >= FRESH_DAYS and _went_on(scene, mention):  # استمر القصف أمس: of 4 annotated none goes on
            found = [f for f in found if f[2] != "ongoing"]
    return found


def _went_on(scene: Scene, mention: Mention) -> bool:
    """Whether a verb in the past says of a mention that it went on."""
    start = mention.carrier.first if mention.carrier is not None else mention.clause[0]
    near = range(min(start, mention.clause[0]), mention.last + 4)
    return any(not {scene.form(k), scene.form(k).removeprefix("و")}.isdisjoint(scene.words("went-on")) for k in near)


def _from_neighbours(scene: Scene, mention: Mention, before: Mention | None) -> list[Ground]:
    """What the mention in front of it says: one that is joined to it by و shares its realis."""
    if mention.sense.cls == "noun" and mention.hit.cut.pro == "و" and scene.form(mention.first - 1) in scene.words("aim"):
        return [(4, 0, "planned", "joined to a purpose")]  # للتدخل وقمع أي تحرك
    if _joined_to_aim(scene, mention):
        return [(4, 0, "planned", "joined to what is planned")]
    if before is None or before.sentence != mention.sentence or mention.type in STATES:
        return []
    masdar = scene.form(mention.first - 1) == "او" and before.sense.cls != "verb"  # لقتلهم أو أسرهم has the letters of a verb
    if mention.sense.cls == "verb" and not masdar:
        of_it = mention.sense.entry.weak and mention.sense.tense == "present" and mention.hit.cut.pro == ""
        if of_it and before.sense.cls != "verb" and mention.first - before.last <= _BY_IT:
            if before.realis in ("planned", "conditional", "negated"):
                return [(5, 0, before.realis, "it says of whom")]  # مخاوف من هجمات جديدة تستهدف المدنيين
        relative = before.realis_why == _RELATIVE and before.sense.cls != "noun" and mention.sense.tense == "past"
        near = mention.hit.cut.pro == "و" and mention.first - before.last <= _NEXT
        return [(1, 0, "historical", _RELATIVE)] if relative and near else []  # الذي انضم وقاتل مع التنظيم
    if before.realis == "negated" and scene.form(mention.first - 1) in ("او", "ولا") and mention.first - before.last <= 2:
        return [(4, 0, "negated", "joined to what is negated")]  # لم ترد تقارير عن إصابات أو أضرار
    gap = range(before.last, mention.first)
    if _listed(scene, mention, before):
        return [(3, 0, "historical", before.realis_why)]
    told = before.sense.cls == "verb" and before.sense.tense == "past" and not before.realis_why.startswith("joined")
    if before.realis not in ("planned", "conditional") or told:
        return []  # لقتلهم أو أسرهم وتدمير شبكتهم: the second has the letters of a verb
    if mention.hit.cut.pro.endswith("ال"):
        return []  # إزالة مخلفات الحرب والدمار: what is there already
    by_means = (scene.form(mention.first - 2), scene.form(mention.first - 1)) in (("من", "خلال"), ("عن", "طريق"))
    joined = mention.hit.cut.pro.startswith("و") or scene.form(mention.first - 1) in ("و", "او", "ثم") or by_means
    if not joined or len(gap) > _JOINED or any(scene.form(k) in _APART or scene.form(k) in AFTERWARDS for k in gap):
        return []
    return [(4, 0, before.realis, "joined to what is " + before.realis)]


def _joined_to_aim(scene: Scene, mention: Mention) -> bool:
    """Whether و joins a noun to what a cue governs in front of it (تعهد بملاحقة المتورطين واعتقالهم, على وشك حسم المعركة واستعادة القاعدة).

    Only what is done on purpose: a noun of violence there often hangs on another (محاسبة المسؤولين عن القصف وتهجير السكان).
    """
    sentence = scene.sentence(mention.first)
    head = mention.first
    while mention.type in ("humanitarian_aid", "talks") and mention.first - head < _GOVERNED and _led_to(scene, head - 1):
        head -= 1  # تعهد الطرفان بحماية المدنيين وتسهيل مرور المساعدات
    joined = mention.hit.cut.pro == "و" if head == mention.first else scene.form(head).startswith("و")
    if sentence is None or mention.sense.cls == "verb" or not joined or mention.type not in WANTED:
        return False
    if in_the_past(scene, mention) and not scene.plain(mention.first).endswith("ة"):  # واستعادة is no verb with a pronoun
        return False
    for hit in scene.cues:
        cue = hit.payload
        if cue.realis != "planned" or cue.scope != "after" or not sentence.first <= hit.first < hit.last < mention.first:
            continue
        if mention.first - hit.last > _LISTED or cue.only and mention.type not in cue.only or scene.form(hit.first - 1) in NO:
            continue
        between = range(hit.last, mention.first)
        if any(k in scene.light or scene.form(k) in _APART or scene.form(k) in AFTERWARDS | MEANWHILE for k in between):
            continue
        stops = [k for k in between if scene.form(k) in "،,:"]
        if stops and not scene.form(stops[-1] + 1).startswith("و"):
            continue
        near = [scene.form(k) for k in range(hit.last, min(hit.last + _WEAK, mention.first))]
        if not cue.leads or any(f in cue.leads or len(w) == 1 and f.startswith(w) for f in near for w in cue.leads):
            return True
    return False


def _led_to(scene: Scene, k: int) -> bool:
    """Whether a word is one of letting aid through (تسهيل, ضمان, مرور), with و before it or without."""
    return scene.form(k).removeprefix("و") in scene.words("let-through")


def _listed(scene: Scene, mention: Mention, before: Mention) -> bool:
    """Whether و joins a noun to a noun that lies back: بتهم الانضمام إلى جماعة وقطع الطرق, بعد شهر من التدخل ونشر نقاط مراقبة."""
    if before.realis != "historical" or before.sense.cls == "verb" or before.realis_why == _RELATIVE:
        return False
    if mention.type in BY_POLICE and before.type not in BY_POLICE:
        return False  # حددت هوية المشتبه بهم في الجريمة والقبض على ثلاثة منهم
    if not mention.hit.cut.pro.startswith("و") or mention.hit.cut.enc or mention.first - before.last > _LISTED:
        return False
    between = range(before.last, mention.first)
    return not any(scene.form(k) in _APART or scene.form(k) in AFTERWARDS or k in scene.light for k in between)
