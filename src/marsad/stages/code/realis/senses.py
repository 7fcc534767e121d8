"""Senses: the words around a cue that give it another meaning, so that it says nothing of a happening (لا تستهدف سوى المواقع)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import RealisCue
from marsad.stages.code.families import PACTS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.realis.ages import STORY_DAYS, days_back
from marsad.stages.code.realis.conditions import AS_NEEDED, IF, WHETHER
from marsad.stages.code.realis.grounds import AFTERWARDS, BUT, BY_POLICE, LEAD, LED_WORD, NO, RELATIVES, STANDING, THAT, WAS
from marsad.stages.code.realis.history import in_the_past, known_to_have_been
from marsad.stages.code.scene import Scene

_BESIDES: Final = frozenset(["كما", "وكما", "فيما", "وفيما", "بينما", "وبينما", "حين", "لكن", "ولكن"])
_AT_A_STROKE: Final = frozenset(["territory_capture", "withdrawal", "personnel_action", "release_exchange", "siege_break"])
_OF_OTHERS: Final = frozenset(["بعد", "بعيد", "عقب", "اثر", "رغم", "منذ", "بسبب", "نتيجه", "جراء", "امام", "مع"])
_ENDS: Final = frozenset(["انتهاء", "انقضاء", "نهايه", "انهيار", "خرق", "تمديد", "اختتام", "ختام"])
_THEN: Final = frozenset(["بعد", "وبعد", "عقب", "منذ", "غداه"])
_BY_WAY: Final = frozenset(["خلال", "عبر"])
_TO_STOP: Final = frozenset(["لمنع", "منع", "لعرقله", "عرقله", "لوقف", "لصد", "لاعاقه"])
_REPEATED: Final = "تكرارا"
_FREQ_FAR: Final = 8  # tokens from a word of habit to a noun that no verb between carries
_AND_DEEDS: Final = frozenset(["وعمليه", "وعمليات"])
_THIS: Final = frozenset(["هذا", "هذه", "ذلك", "تلك"])
_HOLDS: Final = frozenset(["ستعقد", "سيعقد"])
_GATHERINGS: Final = frozenset(["talks", "meeting", "political_process", "mediation"])
_VAIN: Final = frozenset(["فاشل", "فاشله"])
_PREPOSITIONS: Final = frozenset(["علي", "الي", "في", "من", "عن", "مع", "بين"])
_TRY: Final = "حاول"
_LASTED_REACH: Final = 5
_SPELLS: Final = frozenset(["ساعه", "ساعتين", "ساعات", "دقيقه", "دقايق"])
_ENABLED: Final = frozenset(["detention", "equipment_loss", "casualties", "targeted_killing", "abduction"])
_COUNTED: Final = 3  # tokens between the deed that was made possible and its number
_UNTIL: Final = 10  # tokens from a negation to حتى and إلا
_BUT_REACH: Final = 8  # tokens behind a negated verb in which its exception stands


def in_another_sense(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether the words around a cue give it another sense; each case with what it was met in."""
    cue, before = hit.payload, scene.form(hit.first - 1)
    if _of_another_verb(scene, mention, hit):
        return True
    match cue.id:
        case "negation-present":  # لا تستهدف سوى المواقع: them it does strike
            near = range(mention.last, mention.last + _BUT_REACH)
            but = next((k for k in near if scene.form(k) in BUT), None)  # لا يسعفون إلى مشاف لا تبعد سوى أمتار: not its own
            return but is not None and not any(scene.form(k) in NO for k in range(mention.last, but))
        case "negation-past":  # لن تبحث سوى انسحاب المسلحين; إذا لم تنسحب القوات: the condition says it
            only = any(scene.form(k) in BUT for k in range(hit.last, mention.first))
            return only or (scene.form(hit.first) in NO and before in IF)
        case "condition":  # لم يوضح ما إذا كانت الغارة: whether, and no condition; كحال سابقتيها: like; في حالة حرجة
            state = scene.form(hit.last - 1) in ("حال", "حاله") and scene.form(hit.last) in scene.words("in-a-state")
            return state or before in WHETHER or hit.cut.pro.endswith("ك") or scene.form(hit.last) in AS_NEEDED
        case "failed-try" if mention.definite and mention.first == hit.last and _tried(scene.form(hit.first)):
            return mention.sense.cls == "noun" and not mention.hit.enc  # حاول الاتفاق وقف القتال: who tried; not حاولت اغتيالها
        case "failed-after":  # جاءت الضربة بعيد فشل المجلس: that failed
            verb = scene.form(hit.first) in ("فشل", "فشلت") and hit.last == hit.first + 1
            its_own = verb and scene.form(hit.last).startswith("ال") and not scene.times_between(hit.last, hit.last + 1)
            return before in _OF_OTHERS or before in IF or its_own  # إذا فشلت المفاوضات: they, and not what comes before
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
            other = any(scene.form(k) in ("،", ",") and scene.form(k + 1).startswith("و") for k in range(hit.last, mention.first))
            return other or any(scene.form(k) in _BESIDES for k in range(hit.last, mention.first))
        case "failed-try" if _not_tried(scene, mention, hit, earlier):
            return True
        case "charged-with":  # تعرفت الشرطة على مشتبه به في الهجوم, that the report tells of
            told = any(m.type == mention.type and m.leads(mention) and m.realis == "actual" for m in earlier)
            return told and mention.definite and mention.sense.cls != "verb"
        case "the-aim":  # الهدف من الهدنة هو إدخال المساعدات: the truce is there
            return mention.first == hit.last
        case "just-before" | "before-talks":  # قبيل هدنة آذار 2020
            ends = any(scene.form(k) in _ENDS for k in range(hit.last, mention.first))  # عشية انتهاء الهدنة: it holds
            return ends or known_to_have_been(scene, mention)
    if cue.scope != "after":
        return _behind_in_another_sense(scene, mention, hit, earlier)
    return cue.realis == "failed" and before in ("حال", "حاله", "اذا")  # في حال فشل المساعي: not failed yet


def _not_tried(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether a word of trying or failing is about something else beside a mention (محاولات تسلل وقصف مدفعي: those to get in)."""
    between = range(hit.last, mention.first)
    if mention.sense.cls == "verb" and mention.sense.tense == "past":
        return True  # عجز الجيش حينها، وعندما دعم العشائر انتصرت
    carrier = mention.carrier
    if (
        carrier is not None
        and carrier.first >= hit.last
        and carrier.payload.tense == "present"
        and not _led_to_it(scene, carrier.first)
    ):
        return True  # بعد فشلها في تحقيق تقدم تقوم باستهداف البلدة
    comma = any(scene.form(k) in ("،", ",") for k in between)
    if comma and "احباط" in scene.form(hit.first):
        return True  # أبدوا قلقهم، خاصة أن المفاوضات متوقفة
    if comma and len(between) > LED_WORD and _tried(scene.form(hit.first)):
        return True  # حاولوا الاقتراب من الحدود، مشيرا إلى وجود انشقاقات
    if scene.form(mention.first - 1) in _BY_WAY or any(scene.form(k) in _TO_STOP for k in between):
        return True  # حاولوا تصفيته من خلال اقتحام منزله, في محاولة لمنع تقدم القوات; not حاولوا خلال العملية أسر جندي
    if any(scene.form(k) in _AND_DEEDS for k in (*between, mention.first)) or (
        scene.form(hit.first - 1) == "عمليات" and hit.cut.pro == "و"
    ):
        return True  # تسعين محاولة وعملية اغتيال: some of them were made
    joined = mention.hit.cut.pro.startswith("و") and hit.first < mention.first
    return joined and (comma or any(m.first == hit.first for m in earlier))


def _led_to_it(scene: Scene, verb: int) -> bool:
    """Whether أن or ل leads from a word of trying to a verb (حاولوا أن يشنوا هجوما)."""
    return scene.form(verb - 1) in THAT or scene.form(verb).startswith("ل")


def _no_habit_of_it(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a word of habit is that of another verb or noun (تحفظت منذ فترة طويلة، ثم سمحت بغارات), or names one deed."""
    if scene.form(hit.first) == _REPEATED and scene.form(hit.first - 1) in ("اكثر", "الاكثر"):
        return True  # من أكثر التعليقات تكرارا
    if mention.sense.cls == "verb":
        return False
    whole = scene.form(hit.last) == "ما"  # دائما ما تستهدف القرى في كذا بحملات اعتقالات
    if not whole and mention.first - hit.last > _FREQ_FAR and (mention.carrier is None or mention.carrier.first < hit.first):
        return True
    return mention.definite and scene.form(mention.first).removeprefix("و") in scene.words("one-deed")  # كما يفعلون عادة


def _tried(form: str) -> bool:
    """Whether a word is the verb of trying, and not its noun (محاولتهم التقدم)."""
    return _TRY in form.removeprefix("و") and "محاول" not in form


def _only_opens(scene: Scene, mention: Mention, hit: Hit[RealisCue], earlier: Sequence[Mention]) -> bool:
    """Whether وكان only opens a sentence: وكانت الوكالة نقلت أن غارة, where the saying lies back; in the lead the story goes on."""
    if scene.form(hit.last) in _THIS:
        return True  # وكان هذا أول تبادل للأسرى: what was told just now
    if mention.definite and mention.sense.cls != "verb" and mention.time is None:
        if any(m.type == mention.type and m.leads(mention) and m.realis == "actual" for m in earlier):
            return True  # وكانت الوزارة أكدت تزامنا مع الغارات كذا: those that the report tells of
    if mention.first == hit.last and mention.sense.cls == "noun":  # وكان سقوط القذيفة على السطح: a sentence without a verb
        return not scene.has_class("result-verb", mention.last, mention.last + LED_WORD)
    return mention.into <= LEAD or _speaks(scene, mention, hit, earlier)


def _of_another_verb(scene: Scene, mention: Mention, hit: Hit[RealisCue]) -> bool:
    """Whether a verb of a cue is one of the same letters, or means what has been done already."""
    match hit.payload.id:
        case "negation-present":  # كلا الهجومين: both of them
            return hit.cut.pro.endswith("ك")
        case "failed-after":  # الحصار الفاشل: it holds, whatever it failed to bring
            return mention.type in STANDING - PACTS
        case "of-late":  # ما نتج عن العمليات في الآونة الأخيرة من تحرير المدينة
            return mention.type in _AT_A_STROKE
        case "negation-past":  # لن نتسامح مع الوجود العسكري في البلاد: it is there
            accepted = mention.sense.entry.realis == "ongoing" and scene.form(hit.last) in scene.words("not-accepted")
            return accepted or mention.sense.entry.realis == "failed"  # لم تتمكن القوات من صد الهجوم: it was made
        case "prevent":  # محاولة عرقلة المفاوضات: they are held
            return mention.definite and mention.type in _GATHERINGS and "عرقل" in scene.form(hit.first)
        case "unable":  # لم تتمكن القوات من صد الهجوم: it was made
            return mention.sense.entry.realis == "failed"
        case "habitual-freq":
            return _no_habit_of_it(scene, mention, hit)
        case "charged-with" if scene.form(mention.first).startswith("و"):
            return mention.type in BY_POLICE  # حددت هوية المشتبه بهم في الجريمة والقبض على عدد منهم
        case "first-aim":  # الأولوية للمعركة في كذا: it is fought
            return mention.type == "armed_clash" and mention.definite
        case "ongoing-verb" if mention.sense.entry.realis == "planned":  # لا يزال ملتزما بانتقال سياسي
            return mention.first > hit.last
        case "study-verb":  # وتعرض وقف إطلاق النار لانتهاكات; عرض تقريرا عن المفاوضات
            return "تعرض" in scene.form(hit.first) or any(scene.form(k) == "عن" for k in range(hit.last, mention.first))
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
        case "priority":  # أعلنت سيطرتها على القرية وأنها باتت قريبة من كذا
            return any(scene.form(k).startswith("وان") for k in range(mention.last, hit.first))
        case "past-word":  # انتهت الاشتباكات، وحينها انسحب المسلحون: the story goes on
            said = scene.plain(hit.first).removeprefix("و").startswith("أبان")  # وأبان المتحدث: he made it clear
            return said or scene.form(hit.first) == "وحينها"
        case "until-now" | "of-late":  # تتحرك حاليا بعد تحرير المدينة: what came before goes on no longer
            return scene.form(mention.first - 1) in AFTERWARDS
        case "habitual-freq" if scene.form(mention.first - 1) in _THEN:
            return True  # كل يوم يمر بعد دحر المسلحين
        case "in-force":  # إنهاء الهدنة التي كانت سارية
            return before in WAS
        case "will-be" | "will-last":  # الرصاص المطاطي، وسيتم تشييع الشاب
            return hit.cut.pro != "" or not mention.clause[0] <= hit.first < mention.clause[1]
        case "would-be" if scene.form(hit.first) in _HOLDS and mention.type in _GATHERINGS:
            return True  # محادثات ستعقد: will be held
        case "would-be":  # قال إن إقامة منطقة آمنة ستساعد اللاجئين; الهجوم that was told of will have its effects
            opens = {scene.form(mention.first - 1), scene.form(mention.first - 2)}.isdisjoint(THAT)
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
            if any(scene.form(k) in RELATIVES for k in range(mention.last + LED_WORD, hit.first)):
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


def from_the_air(scene: Scene, first: int) -> bool:
    """Whether air defence stands in front of a word of repelling: the attack took place (تصدت الدفاعات الجوية لهجوم)."""
    return any(
        "دفاعات" in scene.form(k) or "مضادات" in scene.form(k) or scene.form(k) == "الدفاع" for k in range(first - 6, first)
    )


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
