"""Cues: the words of `realis.yml` that say how far a happening near them went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import RealisCue
from marsad.model import Realis
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import STORY_DAYS, days_back, own_time
from marsad.stages.code.realis.grounds import (
    AFTERWARDS,
    LEAD,
    MEANWHILE,
    NO,
    PACTS,
    RELATIVES,
    UNDER,
    UNDERGONE,
    VIOLENCE,
    WAS,
    Ground,
)
from marsad.stages.code.realis.history import in_the_past
from marsad.stages.code.realis.pacts import kept
from marsad.stages.code.scene import Scene

_NOT: Final = frozenset(["لم", "لن", "دون", "عدم", "ولم", "بدون", "ولن"])
# What stands or holds is no habit, however often what is done under it.
_STANDING: Final = PACTS | frozenset(["military_support", "siege", "coordination", "control_status"])

# Words that open a clause beside the one a verb governs.
_BESIDE: Final = RELATIVES | frozenset(["حيث", "فيما", "بينما", "لكن", "ولكن", "مما", "ما", "وذلك", "اذ"])
_BESIDES: Final = frozenset(["كما", "وكما", "فيما", "وفيما", "بينما", "وبينما", "حين", "لكن", "ولكن"])
# What a word comes to behind a negation; those that are not here say nothing then.
_AT_A_STROKE: Final = frozenset(["territory_capture", "withdrawal", "personnel_action", "release_exchange", "siege_break"])
_TURNED: Final[dict[Realis, Realis]] = {"planned": "negated", "negated": "conditional", "conditional": "negated"}

_LASTLY: Final = frozenset(["واخيرا", "واخرها", "واخره"])
_OF_OTHERS: Final = frozenset(["بعد", "بعيد", "عقب", "اثر", "رغم", "منذ", "بسبب", "نتيجه", "جراء", "امام", "مع"])
_BUT: Final = frozenset(["سوي", "الا"])
_OBJECT_REACH: Final = 4  # tokens from a verb of foiling to its object, where another happening may stand between
_ABOUT_REACH: Final = 3
_OWNED: Final = 6  # tokens from ليس to what somebody has not: ليس لدى وزارة الدفاع أي خطط
_OWNING: Final = frozenset(["لدي", "لديها", "لديه", "لدينا", "لديهم", "ثمه", "هناك", "عند"])
_WHETHER: Final = frozenset(["ما", "عما", "فيما", "وعما", "وفيما"])
_IF: Final = frozenset(["اذا", "في", "ما", "ان", "شريطه", "بشرط", "شرط", "لو", "حال"])
_IF_REACH: Final = 12  # tokens between what is threatened and its condition
_ENDS: Final = frozenset(["انتهاء", "انقضاء", "نهايه", "انهيار", "خرق", "تمديد", "اختتام", "ختام"])
_BY_WAY: Final = frozenset(["خلال", "عبر"])
_TO_STOP: Final = frozenset(["لمنع", "منع", "لعرقله", "لوقف", "لصد", "لاعاقه"])
_THAT: Final = frozenset(["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"])
_LED_WORD: Final = 4  # tokens from إلى, على, أن to what they lead to
_LED_LETTER: Final = 2
_TRIED: Final = 5
_LED_FAR: Final = 14  # tokens from a verb with a long object to its إلى: دعت من سمتهم أبناء المنطقة كافة إلى الانضمام
_CONCERNING: Final = frozenset(["بشان", "حول", "ازاء", "حيال", "تجاه"])
# What stands behind these is no part of what was not done; بعد is yet as well (لم يوقع بعد الاتفاق).
_NOT_OF_IT: Final = MEANWHILE | (AFTERWARDS - frozenset(["بعد", "وبعد"]))
_KEPT_REACH: Final = 4  # tokens from what is done about a pact to the pact: بشرط التزام إيران حرفيا باتفاق
_AS_NEEDED: Final = frozenset(["لزم", "اقتضي", "اقتضت", "امكن", "تطلب", "دعت", "استدعي", "وجد", "وجدت"])
_THIS: Final = frozenset(["هذا", "هذه", "ذلك", "تلك"])
_RESULTS: Final = frozenset(["نتيجه", "نتايج", "مخرجات"])
_CLOSE: Final = frozenset(["ختام", "اختتام", "نهايه", "انتهاء", "اعقاب"])
_HOLDS: Final = frozenset(["ستعقد", "سيعقد"])
_GATHERINGS: Final = frozenset(["talks", "meeting", "political_process", "mediation"])
_VAIN: Final = frozenset(["فاشل", "فاشله"])
_PREPOSITIONS: Final = frozenset(["علي", "الي", "في", "من", "عن", "مع", "بين"])
_AMID: Final = frozenset(["مع", "وسط", "ظل", "رغم"])
_AMID_RANK: Final = 7
_TRY: Final = "حاول"
_HABIT_FAR: Final = 6  # tokens to a word of habit, over which a verb of another clause takes it
_LASTED_REACH: Final = 5
_SPELLS: Final = frozenset(["ساعه", "ساعتين", "ساعات", "دقيقه", "دقايق"])
_ENABLED: Final = frozenset(["detention", "equipment_loss", "casualties", "targeted_killing", "abduction"])
_COUNTED: Final = 3  # tokens between the deed that was made possible and its number
_UNTIL: Final = 10  # tokens from a negation to حتى and إلا
_COMMAS: Final = frozenset(["،", ","])
_ASIDE: Final = 4  # words between two commas that part no clause: في بيان لها, أمس الأحد
_PAST_ENDS: Final = ("ت", "وا")
_NAMED_LAST: Final = 4  # words of the name in which a relative clause ends
_BUT_REACH: Final = 8  # tokens behind a negated verb in which its exception stands


def from_cues(scene: Scene, mention: Mention, earlier: Sequence[Mention], after: Mention | None) -> list[Ground]:
    """What the cues of its sentence say of a mention; `earlier` and `after` are the mentions in front of it and behind."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return []
    out: list[Ground] = []
    low, high = _before_an_aside(scene, mention.clause[0]), mention.clause[1]
    for hit in scene.cues:
        if not sentence.first <= hit.first < sentence.last:
            continue
        cue = hit.payload
        if hit.first >= mention.first and hit.last <= mention.last:
            own = cue.id == "failed-try" or cue.id == "collapse" and mention.type != "territory_capture"  # انهيار الجيش: it lost
            if own and hit.first == mention.first and hit.last < mention.last:
                out.append((cue.rank, 0, "failed", "a try by its own words"))  # محاولة اغتيال
            continue
        if _elsewhere(scene, mention, hit, earlier):
            continue
        gap = max(0, mention.first - hit.last) if hit.first < mention.first else hit.first - mention.last
        if gap > cue.reach and not (
            cue.leads and gap <= _LED_FAR and low <= hit.first and _led_at_once(scene, mention, hit, earlier)
        ):
            continue
        if cue.scope == "after":
            right = hit.first < mention.first and (gap <= 2 or hit.first >= low or (cue.rank >= 6 and gap <= 6))
            if cue.realis == "failed" and gap > _OBJECT_REACH:  # صدت القوات في الريف، شرقي البلاد، عدة هجمات
                front = hit.first < mention.first
                right = front and bool(cue.verbs) and not any(hit.last <= m.first for m in earlier)
            right = right or gap <= cue.reach and _beyond_a_comma(scene, mention, hit, earlier)
            if cue.id == "repelled" and hit.first >= mention.last:  # شنت هجوما بريا على القرية، تصدى له المقاتلون
                right = not {scene.form(hit.last - 1), scene.form(hit.last)}.isdisjoint(("له", "لها"))
        elif cue.scope == "before":  # انفجار مخلفات قصف سابق: the nearest noun is the earlier one
            right = hit.first >= mention.last and (after is None or after.first >= hit.first or after.first < mention.last)
        elif cue.scope == "clause":
            right = low <= hit.first < high or gap <= 8
        else:
            right = low <= hit.first < high
        if right and (mention.definite if cue.id == "any-such" else cue.id == "habitual-adjective" and _carried_out(mention)):
            continue  # لم تتبن أي جهة التفجير; تعرضت المدينة لهجمات متكررة: they came again and again, and came
        if right and cue.id == "any-such" and any(scene.form(k) in _NOT for k in range(max(low, hit.first - 6), hit.first)):
            out.append((8, gap, "negated", "not any"))  # لم ينجم عنها أي أضرار
        elif right and cue.id == "tries" and any(scene.form(k) in WAS for k in range(max(low, hit.first - _TRIED), hit.first)):
            out.append((cue.rank, gap, "failed", "was trying"))  # كان المسلحون يحاولون قطع الإمداد
        elif right and cue.id == "tries" and scene.form(hit.first - 1) == "قد":
            out.append((cue.rank, gap, "conditional", "قد and a word of trying"))
        elif right and (cue.verbs or cue.nouns or cue.forms) and _denied(scene, hit):
            if cue.realis in _TURNED and not any(
                scene.form(k) in _BUT for k in range(hit.last, mention.first)
            ):  # لا ينوي سحب القوات, لم يستبعد عملية
                out.append((7, gap, _TURNED[cue.realis], f"the cue {cue.id}, and not"))
        elif right:
            out.append((_rank(scene, hit, gap), gap, cue.realis, f"the cue {cue.id}"))
    return out


def _carried_out(mention: Mention) -> bool:
    """Whether a noun is carried by a verb in the past, which tells of what was done: شن الجيش غارات متكررة."""
    carrier = mention.carrier
    return carrier is not None and carrier.payload.tense == "past"


def _denied(scene: Scene, hit: Hit[RealisCue]) -> bool:
    """Whether a negation stands in front of a cue: لا ينوي, and for its nouns ليس لدى البلاد خطط ل."""
    if scene.form(hit.first - 1) in NO:
        return True
    owned = any(scene.form(k) in _OWNING for k in range(hit.first - _OWNED, hit.first))
    return bool(hit.payload.nouns) and owned and any(scene.form(k) in NO for k in range(hit.first - _OWNED, hit.first))


def _before_an_aside(scene: Scene, low: int) -> int:
    """Where a clause begins that only a time or a few words between commas cut in two: دعت المنظمة، أمس، الجماعة إلى الإفراج عنه."""
    if scene.form(low) not in _COMMAS:
        return low
    opened, _ = scene.clause(low - 1)
    if scene.form(opened) not in _COMMAS or low - opened - 1 > _ASIDE:
        return low
    timed = {k for _, t in scene.times_between(opened, low) for k in range(t.first, t.last)}
    only_time = all(k in timed for k in range(opened + 1, low))
    statement = scene.form(opened + 1) in ("في", "عبر", "خلال") and not only_time
    return scene.clause(opened - 1)[0] if only_time or statement else low


def _beyond_a_comma(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether only a comma in front of the word a cue governs by parts it from a mention (ينص في بنده الأول، على إخلاء المدينة)."""
    lead = mention.first - 1
    if scene.form(lead) not in hit.payload.leads or scene.form(lead - 1) not in _COMMAS or hit.first > lead:
        return False
    if any(hit.last <= m.first for m in earlier):
        return False
    return not any(scene.form(k) in _COMMAS or scene.form(k) in _BESIDE for k in range(hit.last, lead - 1))


def on_condition(scene: Scene, mention: Mention) -> bool:
    """Whether what is planned hangs on a condition of its sentence: سنهاجم إذا, في حال فشل المفاوضات فإن الجيش سيهاجم."""
    sentence = scene.sentence(mention.first)
    if sentence is None:
        return False
    for hit in scene.cues:
        if hit.payload.id != "condition" or not sentence.first <= hit.first < sentence.last:
            continue
        if scene.form(hit.first - 1) in _WHETHER or scene.form(hit.first).removeprefix("و") not in _IF:
            continue
        if scene.form(hit.last) in _AS_NEEDED:
            continue  # إذا لزم الأمر: no condition
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


def _there_already(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a pact is there, and only what is done about it hangs on a condition (في حال رفض الأطراف الاتفاق)."""
    if hit.last > mention.first:
        return False
    words = scene.words("keep-pact") | scene.words("done-to-pact")
    near = range(max(hit.last, mention.first - _KEPT_REACH), mention.first)
    return any(words & scene.page.lookup.stems(scene.form(k)) for k in near)


def known_to_have_been(scene: Scene, mention: Mention) -> bool:
    """Whether what something else went before is over: the days of it lie back, or its relative clause tells it (التي عقدت)."""
    light = scene.light.get(mention.last + 1)
    if scene.form(mention.last) in RELATIVES and light is not None and light.payload.tense == "past":
        return True
    time = own_time(scene, mention)
    age = days_back(scene, time) if time is not None else None
    return age is not None and age > STORY_DAYS


def _elsewhere(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether a cue cannot be one of the mention, whatever lies between them."""
    cue = hit.payload
    if cue.scope == "after" and hit.last <= mention.first and mention.hit.cut.pro.startswith("ف"):
        return True  # كل المحاولات ترتد على أصحابها، فالانفجارات وحدت الناس: ف opens another clause
    if hit.last <= mention.first and any(scene.form(k) in _LASTLY for k in range(hit.last, mention.first)):
        return True  # أسلحة كانت تحاول الدخول إلى البلاد، وأخيرا التفجير
    if cue.realis == "habitual" and cue.scope == "clause" and hit.first - mention.last - _HABIT_FAR >= 0:
        if any(scene.form(k) in RELATIVES or k in scene.light for k in range(mention.last, hit.first)):
            return True  # هذه المظاهرات جرت في مدن تتعرض للقصف يوميا
    if cue.realis == "habitual" and hit.last <= mention.first and _of_the_saying(scene, mention, hit):
        return True
    if (cue.only and mention.type not in cue.only) or (cue.letter and not _governs(scene, mention, hit)):
        return True
    if mention.type in PACTS and (
        cue.realis in ("planned", "failed")
        and kept(scene, mention)
        or cue.realis == "planned"
        and mention.definite
        and scene.form(mention.first - 1) in UNDER
    ):
        return True  # دعا إلى العمل ضمن المبادرة
    if cue.realis in ("planned", "negated", "failed") and scene.form(mention.first - 1).removeprefix("ب") in _RESULTS:
        return True  # طالب بإلغاء نتائج الاستفتاء: it was held
    if cue.realis == "conditional" and mention.type in PACTS and _there_already(scene, mention, hit):
        return True
    if cue.realis == "ongoing" and mention.type == "agreement" and cue.scope == "after" and mention.first - hit.last > 1:
        return True  # لا يزال من المبكر الجزم بتفاصيل الاتفاق
    if (
        cue.realis == "negated"
        and cue.scope == "after"
        and any(scene.form(k) in _NOT_OF_IT for k in range(hit.last, mention.first))
    ):
        return True  # لم يتم الكشف خلال المحادثات عن شيء
    if cue.realis == "planned" and any(scene.form(k) == "اشاره" for k in range(hit.last, mention.first)):
        return True  # مصممة على القتال، في إشارة إلى العمليات التي أطلقتها
    if cue.leads and not _led(scene, mention, hit):
        return True
    beside = (cue.verbs or cue.nouns) and any(scene.form(k) in _BESIDE for k in range(hit.last, mention.first))
    if beside and not (cue.id == "intend" and _wanted_behind(scene, mention)):
        return True
    if hit.last <= mention.first and cue.realis in _TURNED.keys() | {"failed"} and _about(scene, mention, hit):
        return True
    if _of_a_name(scene, mention, hit) or _in_another_sense(scene, mention, hit, earlier):
        return True
    if cue.realis == "habitual":  # يومي أمس وأمس الأول are two days
        return mention.type in _STANDING or any(t.first == hit.first for _, t in scene.times_between(hit.first, hit.last))
    return cue.realis == "planned" and _never_planned(scene, mention, hit)


def _wanted_behind(scene: Scene, mention: Mention) -> bool:
    """Whether a masdar stands right behind the relative clause on whoever wants it (تريد القوات التي تحكم العاصمة الإطاحة بالرئيس)."""
    if mention.sense.cls == "verb" or mention.hit.cut.pro not in ("", "ال"):
        return False
    low = mention.first - _NAMED_LAST
    ends = [m.last for m in scene.actors_between(low, mention.first)] + [
        p.last for _, p in scene.places_between(low, mention.first)
    ]
    return mention.first in ends or scene.form(mention.first - 1).startswith("ال")


def _in_another_sense(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether the words around a cue give it another sense; each case with what it was met in."""
    cue, before = hit.payload, scene.form(hit.first - 1)
    if _of_another_verb(scene, mention, hit):
        return True
    match cue.id:
        case "negation-present":  # لا تستهدف سوى المواقع: them it does strike
            near = range(mention.last, mention.last + _BUT_REACH)
            but = next((k for k in near if scene.form(k) in _BUT), None)  # لا يسعفون إلى مشاف لا تبعد سوى أمتار: not its own
            return but is not None and not any(scene.form(k) in NO for k in range(mention.last, but))
        case "negation-past":  # لن تبحث سوى انسحاب المسلحين; إذا لم تنسحب القوات: the condition says it
            only = any(scene.form(k) in _BUT for k in range(hit.last, mention.first))
            return only or (scene.form(hit.first) in NO and before in _IF)
        case "condition":  # لم يوضح ما إذا كانت الغارة: whether, and no condition; كحال سابقتيها: like; في حالة حرجة
            state = scene.form(hit.last - 1) in ("حال", "حاله") and scene.form(hit.last) in scene.words("in-a-state")
            return state or before in _WHETHER or hit.cut.pro.endswith("ك") or scene.form(hit.last) in _AS_NEEDED
        case "failed-try" if mention.definite and mention.first == hit.last and _tried(scene.form(hit.first)):
            return mention.sense.cls == "noun" and not mention.hit.enc  # حاول الاتفاق وقف القتال: who tried; not حاولت اغتيالها
        case "failed-after":  # جاءت الضربة بعيد فشل المجلس: that failed
            return before in _OF_OTHERS
        case "demand":  # طلب الدعم من الوفد في المباحثات
            return scene.form(mention.first - 1) in ("في", "خلال") and mention.first - hit.last > 2
        case "fear":  # هدوء حذر
            return before.removeprefix("ال") in ("هدوء", "ترقب", "تفاول")
        case "intend" | "seek-verb":  # مساع رامية إلى وقف القتال: the truce that the report tells of
            told = any(m.type == mention.type and m.realis in ("actual", "ongoing") for m in earlier)
            return told and (mention.type == "ceasefire" or mention.type in PACTS and mention.definite)
        case "repelled":  # الدفاعات الجوية تصدت لعدوان: it took place; عمليات لصد هجمات: they are to be repelled
            return from_the_air(scene, hit.first) or hit.cut.pro.endswith("ل")
        case "background-opening":
            return _only_opens(scene, mention, hit, earlier)
        case "ongoing-verb":  # تواصل عملياتها بعدما طردتها القوات
            return hit.last < mention.first and in_the_past(scene, mention) or _lasted(scene, hit.first, mention.last)
        case "no-kind":  # ولم تسجل إصابات، كما دارت اشتباكات
            return any(scene.form(k) in _BESIDES for k in range(hit.last, mention.first))
        case "failed-try":  # محاولات تسلل وقصف مدفعي: the tries are those to get in
            if scene.form(mention.first - 1) in _BY_WAY or any(scene.form(k) in _TO_STOP for k in range(hit.last, mention.first)):
                return True  # حاولوا تصفيته من خلال اقتحام منزله, في محاولة لمنع تقدم القوات; not حاولوا خلال العملية أسر جندي
            joined = mention.hit.cut.pro.startswith("و") and hit.first < mention.first
            comma = any(scene.form(k) in ("،", ",") for k in range(hit.last, mention.first))
            if joined and (comma or any(m.first == hit.first for m in earlier)):
                return True
        case "the-aim":  # الهدف من الهدنة هو إدخال المساعدات: the truce is there
            return mention.first == hit.last
        case "just-before" | "before-talks":  # قبيل هدنة آذار 2020
            ends = any(scene.form(k) in _ENDS for k in range(hit.last, mention.first))  # عشية انتهاء الهدنة: it holds
            return ends or known_to_have_been(scene, mention)
    if cue.scope != "after":
        return _behind_in_another_sense(scene, mention, hit, earlier)
    return cue.realis == "failed" and before in ("حال", "حاله", "اذا")  # في حال فشل المساعي: not failed yet


def _tried(form: str) -> bool:
    """Whether a word is the verb of trying, and not its noun (محاولتهم التقدم)."""
    return _TRY in form.removeprefix("و") and "محاول" not in form


def _only_opens(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether وكان only opens a sentence: وكانت الوكالة نقلت أن غارة, where the saying lies back; in the lead the story goes on."""
    if scene.form(hit.last) in _THIS:
        return True  # وكان هذا أول تبادل للأسرى: what was told just now
    if mention.first == hit.last and mention.sense.cls == "noun":  # وكان سقوط القذيفة على السطح: a sentence without a verb
        return not scene.has_class("result-verb", mention.last, mention.last + _LED_WORD)
    return mention.into <= LEAD or _speaks(scene, mention, hit, earlier)


def _of_another_verb(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a verb of a cue is one of the same letters, or means what has been done already."""
    match hit.payload.id:
        case "negation-present":  # كلا الهجومين: both of them
            return hit.cut.pro.endswith("ك")
        case "failed-after":  # الحصار الفاشل: it holds, whatever it failed to bring
            return mention.type in _STANDING - PACTS
        case "of-late":  # ما نتج عن العمليات في الآونة الأخيرة من تحرير المدينة
            return mention.type in _AT_A_STROKE
        case "negation-past":  # لن نتسامح مع الوجود العسكري في البلاد: it is there
            return mention.sense.entry.realis == "ongoing" and scene.form(hit.last) in scene.words("not-accepted")
        case "only-by":
            return not any(scene.form(k) in NO for k in range(hit.first - _UNTIL, hit.first))
        case "ongoing-verb" if "متابعه" in scene.form(hit.first):  # متابعة حساباتهم والقبض عليهم: what was followed is no arrest
            return mention.hit.cut.pro.startswith("و")
        case "order-verb":  # سمحت الحملة باعتقال 16 شخصا: it made it possible
            allowed = "سمح" in scene.form(hit.first) and mention.type in _ENABLED
            return allowed and bool(scene.numbers_between(mention.last, mention.last + _COUNTED))
        case "to-help":  # للمشاركة في القتال: it goes on without them
            return mention.type == "armed_clash" and mention.definite and scene.form(mention.first - 1) == "في"
        case "refuse":  # رفضوا انقلابهم: they did it
            return mention.type == "political_process" and mention.definite
        case "pass-verb":  # أقرت بإرسال الصواريخ: admitted
            return mention.hit.cut.pro == "ب"
        case "may-for":  # يمكن القول إن المفاوضات فشلت
            return scene.form(hit.first).removeprefix("و") == "يمكن" and not scene.form(hit.last).startswith("ل")
        case "habit-verb":  # اعتدت عليهم عناصر الجماعة: attacked them
            return scene.form(hit.first).removeprefix("و") == "اعتدت"
    return False


def _behind_in_another_sense(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """The same for words that stand behind what they are about, or anywhere in its clause."""
    before = scene.form(hit.first - 1)
    match hit.payload.id:
        case "past-word":  # انتهت الاشتباكات، وحينها انسحب المسلحون: the story goes on
            return scene.form(hit.first) == "وحينها"
        case "in-force":  # إنهاء الهدنة التي كانت سارية
            return before in WAS
        case "will-be" | "will-last":  # الرصاص المطاطي، وسيتم تشييع الشاب
            return hit.cut.pro != "" or not mention.clause[0] <= hit.first < mention.clause[1]
        case "would-be" if scene.form(hit.first) in _HOLDS and mention.type in _GATHERINGS:
            return True  # محادثات ستعقد: will be held
        case "would-be":  # قال إن إقامة منطقة آمنة ستساعد اللاجئين; الهجوم that was told of will have its effects
            opens = {scene.form(mention.first - 1), scene.form(mention.first - 2)}.isdisjoint(_THAT)
            told = any(m.type == mention.type and m.realis in ("actual", "ongoing") for m in earlier)
            return opens or told or mention.sense.cls == "verb"
        case "expected-adjective":  # المساعدات القادمة من الخارج; خلال الاشتباكات، متوقعة إحكام السيطرة
            if any(scene.form(k) in ("،", ",") for k in range(mention.last, hit.first)):
                return True
            return scene.form(hit.last) == "من" and "قادم" in scene.form(hit.first)
        case "failed-after" if scene.form(hit.first).removeprefix("ال") in _VAIN:  # إدارة دولة فاشلة, هذا الاتفاق الفاشل
            if mention.type == "agreement":
                return True
            return any(scene.form(k) in _PREPOSITIONS for k in range(mention.last, hit.first))
        case "habitual-freq":  # وقفا دائما لإطلاق النار; انفجار في سوق المدينة التي تكون مكتظة عادة
            if any(scene.form(k) in RELATIVES for k in range(mention.last + _LED_WORD, hit.first)):
                return True
            told = "past" in (mention.sense.tense, mention.carrier.payload.tense if mention.carrier is not None else None)
            if told and scene.form(hit.last - 1) == "متقطع":
                return True  # وقعت اشتباكات بشكل متقطع
            return scene.form(hit.first) == "دايما" and before.endswith("ا")
    return False


def _lasted(scene: Scene, verb: int, last: int) -> bool:
    """Whether what went on is over: the past and how long it went on (استمر الاشتباك نصف ساعة)."""
    if scene.form(verb).removeprefix("و") not in scene.words("went-on"):
        return False
    near = [scene.form(k) for k in range(last, last + _LASTED_REACH)]
    return any(w in _SPELLS for w in near) and not any(w in ("منذ", "حتي") for w in near)


def _rank(scene: Scene, hit: Hit[RealisCue], gap: int) -> int:
    """The rank of a cue; what stands right behind مع استمرار goes on, whatever governs it all (توقعات بارتفاع الحصيلة مع استمرار القصف)."""
    amid = hit.payload.id == "ongoing-verb" and gap == 0 and scene.form(hit.first - 1) in _AMID
    return _AMID_RANK if amid else hit.payload.rank


def _of_the_saying(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether what was said again and again holds a mention (نفى مرارا أي صلة بالاغتيال): the saying is the habit."""
    at = scene.tokens[hit.first].start
    return any(
        claim.cue is not None and claim.cue.span[0] <= at < min(start for start, _ in claim.content)
        for claim in scene.claims_at(mention.span)
    )


def from_the_air(scene: Scene, first: int) -> bool:
    """Whether air defence stands in front of a word of repelling: the attack took place (تصدت الدفاعات الجوية لهجوم)."""
    return any(
        "دفاعات" in scene.form(k) or "مضادات" in scene.form(k) or scene.form(k) == "الدفاع" for k in range(first - 6, first)
    )


def _about(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether the cue governs what is done about an act of violence (دعا إلى إدانة القصف, فشل في كبح الهجمات)."""
    words = scene.words("about-an-act")
    lookup = scene.page.lookup
    if mention.type in VIOLENCE and scene.form(mention.first - 1) in _CONCERNING:
        return True  # مشروع قرار بشأن استخدام أسلحة كيماوية
    return mention.type in VIOLENCE and any(
        words & lookup.stems(scene.form(k)) for k in range(max(hit.last, mention.first - _ABOUT_REACH), mention.first)
    )


def _of_a_name(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a cue stands in brackets of its own or behind a name: هيئة تحرير الشام (النصرة سابقا) dates the name."""
    sentence = scene.sentence(hit.first)
    if sentence is None:
        return False
    opened = next((k for k in range(hit.first - 1, sentence.first - 1, -1) if scene.form(k) in "()"), None)
    closed = next((k for k in range(hit.last, sentence.last) if scene.form(k) in "()"), None)
    if opened is not None and closed is not None and scene.form(opened) == "(" and scene.form(closed) == ")":
        return not opened < mention.first < closed
    return scene.form(hit.first) == "سابقا" and any(m.last == hit.first for m in scene.recognised.actor_mentions)


def _never_planned(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a word of plans leaves a mention alone: a toll, what stands in the past, what went before the plan."""
    if mention.type == "cumulative_toll" or mention.sense.entry.id in UNDERGONE:
        return True  # the dead of a war are counted, nobody plans them; مساعدات للأسر النازحة: they have fled
    if hit.payload.scope != "after":
        return False
    if mention.demonstrative or scene.form(mention.first - 1) in _CLOSE:
        return True  # ختام مباحثاتهما; المبررات للقيام بهذا القصف: it is told
    carrier = mention.carrier  # تم الاتفاق على إدخال المساعدات: what was done is the agreement
    if _surely_past(scene, mention) or (
        carrier is not None
        and (carrier.payload.entry.id, carrier.payload.tense) == ("was-done", "past")
        and not carrier.last <= hit.first < mention.first
    ):
        return True
    done = carrier is not None and (carrier.payload.entry.id, carrier.payload.tense) == ("undertake", "past")
    if carrier is not None and done and hit.last <= carrier.first:  # بناء على توجيهات الأمير قام بزيارة
        return not any(scene.form(k) in _THAT for k in range(hit.last, carrier.first))
    between = range(hit.last, mention.first)
    # دعا إلى ضبط النفس بعد الهجوم: what went before is no part of what is wanted; طلب أثناء مباحثات: nor when it was said
    if any(scene.form(k) in AFTERWARDS for k in between) or scene.form(mention.first - 1) in MEANWHILE:
        return True
    # طلب كذا من القوات التي تحاصر البلدة: nor what a relative clause tells of somebody
    return mention.sense.tense == "present" and scene.form(mention.first - 1) in RELATIVES


def _surely_past(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is a verb in the past, or a phrase that opens with one no noun is spelled like (وسيطرت على, not قطع الطريق)."""
    if mention.sense.tense == "past":
        return True
    return scene.form(mention.first).endswith(_PAST_ENDS) and in_the_past(scene, mention)


def _led(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether one of the words or letters that the cue governs by leads from it to the mention (هدد الفصيل بقصف المطار)."""
    words = {w for w in hit.payload.leads if len(w) > 1}
    letters = {w for w in hit.payload.leads if len(w) == 1}
    for k in range(hit.last, mention.first + 1):
        form = scene.form(k)
        if form in words and mention.first - k <= _LED_WORD:
            inside = [scene.form(n) for n in range(k + 1, mention.first)]
            if form in _THAT or not any(w in _THAT for w in inside):
                return True  # شدد على أن العملية مستمرة: that is said
        if mention.first - k <= _LED_LETTER and any(form.startswith(x) for x in letters):
            if any(scene.form(n).startswith("و") for n in range(k + 1, mention.first + 1)):
                continue  # التحضير للمحادثات وحصيلة التفجير
            if form in ("بان", "لان") or any(c.pro and c.pro[0] in letters for c in scene.page.lookup.cuts(form)):
                return True
    return False


def _led_at_once(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether the word that a cue governs by stands right before the mention, with no other happening between."""
    if any(hit.last <= m.first for m in earlier) or any(scene.form(k) in _THAT for k in range(hit.last, mention.first)):
        return False
    words = {w for w in hit.payload.leads if len(w) > 1} - {"علي"}  # يصوت المجلس اليوم على مشروع قرار
    return scene.form(mention.first - 1) in words or mention.hit.cut.pro in {w for w in hit.payload.leads if len(w) == 1}


def _speaks(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether the cue stands before a reporting verb whose content holds the mention, and that is not long ago either.

    وكانت الوكالة قد نقلت, with its قد, lies back where it names no day of the story: of 8 annotated 6 are background.
    """
    at = scene.tokens[hit.first].start
    said = [c.cue.span for c in scene.claims_at(mention.span) if c.cue is not None and at < c.cue.span[0] < mention.span[0]]
    if not said:
        return False
    ages = [days_back(scene, t) for _, t in scene.times_between(hit.first, mention.first)]
    if any(age is not None and age > STORY_DAYS for age in ages):
        return False
    dated = any(age is not None for age in ages)
    story = mention.definite and any(m.type == mention.type and m.realis == "actual" for m in earlier)
    return dated or story or not any(scene.form(scene.page.within(span)[0] - 1) == "قد" for span in said)


def _governs(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a word behind the cue opens with the letter it governs by, and leads to the mention (خطط لاستعادة المدينة)."""
    for k in range(hit.last, min(mention.first, hit.last + 3) + 1):
        if scene.form(k).startswith(hit.payload.letter):
            return mention.first - k <= 2 and not any(scene.form(n).startswith("و") for n in range(k + 1, mention.first + 1))
    return False
