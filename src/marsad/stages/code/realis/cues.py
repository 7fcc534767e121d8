"""Cues: the words of `realis.yml` that say how far a happening near them went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import RealisCue
from marsad.model import Realis
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.conditions import there_already
from marsad.stages.code.realis.grounds import (
    AFTERWARDS,
    BUT,
    LED_WORD,
    MEANWHILE,
    NO,
    RELATIVES,
    STANDING,
    THAT,
    UNDER,
    UNDERGONE,
    VIOLENCE,
    WAS,
    Ground,
)
from marsad.stages.code.realis.history import in_the_past
from marsad.stages.code.realis.pacts import kept
from marsad.stages.code.realis.senses import in_another_sense
from marsad.stages.code.scene import Scene

_NOT: Final = frozenset(["لم", "لن", "دون", "عدم", "ولم", "بدون", "ولن"])

# Words that open a clause beside the one a verb governs.
_BESIDE: Final = RELATIVES | frozenset(["حيث", "فيما", "بينما", "لكن", "ولكن", "مما", "ما", "وذلك", "اذ"])
# What a word comes to behind a negation; those that are not here say nothing then.
_TURNED: Final[dict[Realis, Realis]] = {"planned": "negated", "negated": "conditional", "conditional": "negated"}

_LASTLY: Final = frozenset(["واخيرا", "واخرها", "واخره"])
_OBJECT_REACH: Final = 4  # tokens from a verb of foiling to its object, where another happening may stand between
_ABOUT_REACH: Final = 3
_OWNED: Final = 6  # tokens from ليس to what somebody has not: ليس لدى وزارة الدفاع أي خطط
_OWNING: Final = frozenset(["لدي", "لديها", "لديه", "لدينا", "لديهم", "ثمه", "هناك", "عند"])
_LED_LETTER: Final = 2
_SEVERAL: Final = frozenset(["سلسله", "عدد", "عده", "مزيد", "المزيد", "جمله", "مجموعه", "موجه", "من"])
_TRIED: Final = 5
_LED_FAR: Final = 14  # tokens from a verb with a long object to its إلى: دعت من سمتهم أبناء المنطقة كافة إلى الانضمام
_CONCERNING: Final = frozenset(["بشان", "حول", "ازاء", "حيال", "تجاه"])
# What stands behind these is no part of what was not done; بعد is yet as well (لم يوقع بعد الاتفاق).
_NOT_OF_IT: Final = MEANWHILE | (AFTERWARDS - frozenset(["بعد", "وبعد"]))
_RESULTS: Final = frozenset(["نتيجه", "نتايج", "مخرجات"])
_CLOSE: Final = frozenset(["ختام", "اختتام", "نهايه", "انتهاء", "اعقاب"])
_AMID: Final = frozenset(["مع", "وسط", "ظل", "رغم"])
_AMID_RANK: Final = 7
_IN_A_TRY: Final = frozenset(["في", "اطار", "ضمن"])
_UNLESS: Final = 8  # tokens from a negation to دون
_DID_NOT: Final = frozenset(["لم", "ولم", "فلم"])
_OF_NOUNS: Final = frozenset(
    ["intend", "seek-verb", "ready-verb", "plan-noun", "demand", "call-verb"]
)  # these lead to a verb by أن or ل
# Verbs in the past that tell a happening of its own behind a word of plans.
_TELLS: Final = frozenset(["undertake", "break-out", "occur"])
_NEVER: Final = frozenset(["لا", "ولا", "لن", "ولن"])
_HABIT_FAR: Final = 6  # tokens to a word of habit, over which a verb of another clause takes it
_COMMAS: Final = frozenset(["،", ","])
_ASIDE: Final = 4  # words between two commas that part no clause: في بيان لها, أمس الأحد
_PAST_ENDS: Final = ("ت", "وا")
_NAMED_LAST: Final = 4  # words of the name in which a relative clause ends


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
            if cue.id == "expected-adjective" and hit.first > mention.first:
                out.append((cue.rank, 0, cue.realis, "what is expected by its own words"))  # الجولة المقبلة
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
        if right:
            out += _says(scene, mention, hit, gap, low)
    return out


def _says(scene: Scene, mention: Mention, hit: Hit[RealisCue], gap: int, low: int) -> list[Ground]:
    """What a cue that is about a mention says of it, `gap` tokens off in the clause that begins at `low`: its realis, or what a negation turns it to."""
    cue = hit.payload
    if cue.id == "any-such" and any(scene.form(k) in _NOT for k in range(max(low, hit.first - 6), hit.first)):
        return [(8, gap, "negated", "not any")]  # لم ينجم عنها أي أضرار
    if cue.id == "tries" and any(scene.form(k) in WAS for k in range(max(low, hit.first - _TRIED), hit.first)):
        return [(cue.rank, gap, "failed", "was trying")]  # كان المسلحون يحاولون قطع الإمداد
    if cue.id == "failed-try" and _still_tried(scene, mention, hit):
        return [(cue.rank, gap, "planned", "a try whose end is not told")]
    if cue.id == "tries" and scene.form(hit.first - 1) == "قد":
        return [(cue.rank, gap, "conditional", "قد and a word of trying")]
    if (cue.verbs or cue.nouns or cue.forms) and _denied(scene, hit):
        if cue.realis not in _TURNED or any(scene.form(k) in BUT for k in range(hit.last, mention.first)):
            return []
        return [(7, gap, _TURNED[cue.realis], f"the cue {cue.id}, and not")]  # لا ينوي سحب القوات, لم يستبعد عملية
    if cue.id in ("without", "without-doing") and _unless(scene, low, hit.first):
        return [(cue.rank, gap, "conditional", "without which there is something else not")]
    return [(_rank(scene, hit, gap), gap, cue.realis, f"the cue {cue.id}")]


def _still_tried(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a noun of trying only says what is aimed at (في محاولة لاستعادة التلال, محاولاتهم الرامية إلى كسر الحصار).

    Of 10 annotated with none that says it failed, 6 are plans and one failed.
    """
    if not scene.form(hit.last - 1).removeprefix("ب").startswith("محاول") or hit.last > mention.first:
        return False
    aimed = scene.form(hit.first - 1) in _IN_A_TRY or any(
        scene.form(k).startswith("الرامي") for k in range(hit.last, mention.first)
    )
    sentence = scene.sentence(mention.first)
    last = sentence.last if sentence is not None else mention.last
    return aimed and not any("فشل" in scene.form(k) or "فاشل" in scene.form(k) for k in range(hit.first, last))


def _unless(scene: Scene, low: int, without: int) -> bool:
    """Whether a negation stands in front of دون: لا مفاوضات مع الحركة دون نزع سلاحها, لن تعود دون انسحاب كامل."""
    return any(scene.form(k) in _NEVER for k in range(max(low, without - _UNLESS), without))


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
        (cue.realis in ("planned", "failed") or cue.id == "absence")  # عدم التزامهم بالهدنة
        and kept(scene, mention)
        or cue.realis == "planned"
        and mention.definite
        and scene.form(mention.first - 1) in UNDER
    ):
        return True  # دعا إلى العمل ضمن المبادرة
    if cue.realis in ("planned", "negated", "failed") and scene.form(mention.first - 1).removeprefix("ب") in _RESULTS:
        return True  # طالب بإلغاء نتائج الاستفتاء: it was held
    if cue.realis == "conditional" and mention.type in PACTS and there_already(scene, mention, hit):
        return True
    if cue.realis == "ongoing" and mention.type == "agreement" and cue.scope == "after" and mention.first - hit.last > 1:
        return True  # لا يزال من المبكر الجزم بتفاصيل الاتفاق
    if (
        cue.realis == "negated"
        and cue.scope == "after"
        and any(scene.form(k) in _NOT_OF_IT for k in range(hit.last, mention.first))
    ):
        return True  # لم يتم الكشف خلال المحادثات عن شيء
    if cue.id == "negation-past" and scene.form(hit.first) in _DID_NOT and _of_another_act(scene, mention, hit):
        return True
    if cue.realis == "planned" and any(scene.form(k) == "اشاره" for k in range(hit.last, mention.first)):
        return True  # مصممة على القتال، في إشارة إلى العمليات التي أطلقتها
    if cue.id == "demand" and scene.lexicon.harm.at(scene.tokens, hit.first - 1, scene.page.lookup):
        return True  # أصيب طالب مدرسة: a pupil
    if cue.leads and not _led(scene, mention, hit):
        return True
    beside = (cue.verbs or cue.nouns) and any(scene.form(k) in _BESIDE for k in range(hit.last, mention.first))
    if beside and not (cue.id == "intend" and _wanted_behind(scene, mention)):
        return True
    if hit.last <= mention.first and cue.realis in _TURNED.keys() | {"failed"} and _about(scene, mention, hit):
        return True
    if _of_a_name(scene, mention, hit) or in_another_sense(scene, mention, hit, earlier):
        return True
    if cue.realis == "habitual":  # يومي أمس وأمس الأول are two days
        return mention.type in STANDING or any(t.first == hit.first for _, t in scene.times_between(hit.first, hit.last))
    return cue.realis == "planned" and _never_planned(scene, mention, hit)


def _of_another_act(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether لم negates a verb with which a known happening only has to do (لم يتجاوبوا مع الوساطة, لم يشفع المؤتمر لهم).

    A light verb that carries it is its own (لم تبدأ المفاوضات), and so is one that says whether somebody lets it come.
    """
    if not mention.definite or mention.sense.cls == "verb" or mention.carrier is not None or hit.last >= mention.first:
        return False
    if mention.hit.cut.pro.startswith("ب"):
        return False  # لم يقتلوا بالقصف الجوي
    between = range(hit.last, mention.first)
    return not any(k in scene.light or scene.form(k) in scene.words("of-its-coming") for k in between)


def _wanted_behind(scene: Scene, mention: Mention) -> bool:
    """Whether a masdar stands right behind the relative clause on whoever wants it (تريد القوات التي تحكم العاصمة الإطاحة بالرئيس)."""
    if mention.sense.cls == "verb" or mention.hit.cut.pro not in ("", "ال"):
        return False
    low = mention.first - _NAMED_LAST
    ends = [m.last for m in scene.actors_between(low, mention.first)] + [
        p.last for _, p in scene.places_between(low, mention.first)
    ]
    return mention.first in ends or scene.form(mention.first - 1).startswith("ال")


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


def _about(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether the cue governs what is done about an act of violence (دعا إلى إدانة القصف, فشل في كبح الهجمات)."""
    words = scene.words("about-an-act")
    lookup = scene.page.lookup
    if mention.type in VIOLENCE and scene.form(mention.first - 1) in _CONCERNING:
        return True  # مشروع قرار بشأن استخدام أسلحة كيماوية
    if mention.type not in VIOLENCE and hit.payload.realis in ("planned", "failed"):
        words = scene.words("hindering")  # النية الواضحة لعرقلة اجتماعات كذا: the meetings are held
        return mention.definite and any(
            words & lookup.stems(scene.form(k)) for k in range(max(hit.last, mention.first - 2), mention.first)
        )
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
    if hit.payload.scope != "after":  # الأدوية التي وصلت على متن الطائرة ستوزع: they have come
        return mention.sense.cls == "verb" and mention.sense.tense == "past" and hit.first >= mention.last
    if mention.demonstrative or scene.form(mention.first - 1) in _CLOSE:
        return True  # ختام مباحثاتهما; المبررات للقيام بهذا القصف: it is told
    carrier = mention.carrier  # تم الاتفاق على إدخال المساعدات: what was done is the agreement
    if _surely_past(scene, mention) or (
        carrier is not None
        and (carrier.payload.entry.id, carrier.payload.tense) == ("was-done", "past")
        and not carrier.last <= hit.first < mention.first
    ):
        return True
    done = carrier is not None and carrier.payload.tense == "past" and carrier.payload.entry.id in _TELLS
    # بناء على توجيهات الأمير قام بزيارة, اقتحم القرية من أجل كذا وبعدها اندلعت مواجهات
    if carrier is not None and done and hit.last <= carrier.first:
        return not any(scene.form(k) in THAT for k in range(hit.last, carrier.first))
    between = range(hit.last, mention.first)
    if mention.sense.tense == "present" and mention.hit.cut.pro == "و" and hit.payload.id in _OF_NOUNS:
        return not any(scene.form(k) in THAT for k in between)  # من أجل حقوقهم وتصنفه الدول كذا
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
        if form in words and mention.first - k <= LED_WORD and scene.plain(k) != "إن":
            inside = [scene.form(n) for n in range(k + 1, mention.first)]
            if form in THAT or not any(w in THAT for w in inside):
                return True  # شدد على أن العملية مستمرة: that is said
        if any(form.startswith(x) for x in letters) and _steps(scene, k, mention) <= _LED_LETTER:
            if any(scene.form(n).startswith("و") for n in range(k + 1, mention.first + 1)):
                continue  # التحضير للمحادثات وحصيلة التفجير
            if (
                form in ("بان", "لان")
                or form in letters
                or any(c.pro and c.pro[0] in letters for c in scene.page.lookup.cuts(form))
            ):
                return True
    return False


def _steps(scene: Scene, k: int, mention: Mention) -> int:
    """Words from token `k` to the mention, without marks and how many there are (لتنفيذ سلسلة من الهجمات)."""
    between = range(k + 1, mention.first)
    return 1 + sum(bool(scene.word(n)) and scene.form(n) not in _SEVERAL for n in between) if mention.first > k else 0


def _led_at_once(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether the word that a cue governs by stands right before the mention, with no other happening between."""
    if any(hit.last <= m.first for m in earlier) or any(scene.form(k) in THAT for k in range(hit.last, mention.first)):
        return False
    words = {w for w in hit.payload.leads if len(w) > 1} - {"علي"}  # يصوت المجلس اليوم على مشروع قرار
    return scene.form(mention.first - 1) in words or mention.hit.cut.pro in {w for w in hit.payload.leads if len(w) == 1}


def _governs(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a word behind the cue opens with the letter it governs by, and leads to the mention (خطط لاستعادة المدينة)."""
    for k in range(hit.last, min(mention.first, hit.last + 3) + 1):
        if scene.form(k).startswith(hit.payload.letter):
            return mention.first - k <= 2 and not any(scene.form(n).startswith("و") for n in range(k + 1, mention.first + 1))
    return False
