"""What a time with منذ is tied to: what goes on since then, and not all that its sentence tells."""

from __future__ import annotations

from typing import Final

from marsad.arabic.times.owners import LEADS_ON, WHEN
from marsad.handover import TimeMention
from marsad.stages.code.attachment.beside import ADJECTIVE_REACH, EFFECTS, FOLLOWED, told_between, without_and
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

_LASTING: Final = frozenset(
    ["الجاريه", "المستمره", "الدايره", "المندلعه", "المتواصله", "القايمه", "المستعره", "المشتعله", "المستمر", "الداير", "المتواصل", "القايم",
     "المفروض", "المفروضه", "المحاصره", "المحتجز", "المحتجزين", "المعتقل", "المعتقلين", "المختطف", "المختطفين", "المختطفون", "المخطوفين", "المفقودين",
     "المسجون", "المسجونين", "الموقوف", "الموقوفين", "العالقين", "الحاكم", "الحاكمه", "المغلق", "المغلقه", "المقطوع", "المقطوعه",
     "المطبق", "المطبقه", "الساري", "الساريه", "المعلن", "المعلنه", "الموجود", "الموجوده", "المنتشره", "المتمركزه", "المتصاعد", "المتصاعده",
     "المحتل", "المحتله"]
)  # fmt: skip
_RECORDS: Final = frozenset(["اعنف", "اسوا", "اكبر", "اول", "اخطر", "اشد", "اعلي", "ادمي", "اوسع", "اهم", "ابرز", "اولي"])
_SINCE_REACH: Final = 8
_WHEN_REACH: Final = 5
_WAR_REACH: Final = 7
_WARS: Final = frozenset(["نزاع", "حرب", "صراع", "قتال", "ازمه", "معارك", "عدوان", "حمله", "ثوره", "انتفاضه", "تمرد"])
_BRINGS: Final = frozenset(
    ["تسبب", "تسببت", "سبب", "سببت", "ادي", "ادت", "اسفر", "اسفرت", "خلف", "خلفت", "اودي", "اودت", "اوقع", "اوقعت", "حصد", "حصدت",
     "شرد", "شردت", "هجر", "هجرت", "دفع", "دفعت", "اجبر", "اجبرت", "دمر", "دمرت", "قتل", "قتلت", "الحق", "الحقت", "راح", "ازهق", "ازهقت"]
)  # fmt: skip
_SHORTEST: Final = 3  # letters of a word that may begin with و joined to it
_TURNS: Final = FOLLOWED | {"بعدما", "من"}
_CONTRASTS: Final = LEADS_ON | {"وكثيرا", "وغالبا", "وعاده"}
_COMMAS: Final = frozenset(["،", ","])


def since_of_something_else(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """Whether what lasts since a time is not the mention, so that the time says nothing of it."""
    return not _began_when(scene, mention, time) and (
        _of_what_lasts(scene, mention, time)
        or _of_a_later_one_since(scene, mention, mentions, time)
        or _since_then_of_another(scene, mention, time)
    )


def since_of_another(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """Whether another happening of the sentence goes on since a time; how old the mention is may be told by it all the same."""
    if time.value.open != "since" or _began_when(scene, mention, time):
        return False
    return (
        _since_the_head(scene, mention, mentions, time)
        or _since_across_a_contrast(scene, mention, time)
        or _since_of_the_one_before(scene, mention, mentions, time)
        or _since_in_a_clause_before(scene, mention, time)
        or _since_in_what_is_said(scene, mention, time)
        or _of_a_war_behind(scene, mention, time)
    )


def _began_when(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """تحكمها الجماعة منذ 2014، عندما سيطرت على المدينة: whether a happening is told as that with which what goes on since then began."""
    between = range(time.last, mention.first)
    return 0 < len(between) <= _WHEN_REACH and any(scene.form(k) in WHEN for k in between)


def _since_then_of_another(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """قتل جنديان واختفى آخرون منذ ذلك الحين: only what stands close by goes on since what was told last."""
    then = scene.form(time.first + 1) in ("ذلك", "تلك") and time.value.open == "since"
    return then and time.first - mention.last > ADJECTIVE_REACH


def _of_a_later_one_since(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """هجومين يؤكدان عودة الهجمات منذ مطلع العام: whether منذ stands right behind a later happening, far from this one.

    Behind a toll it says since when the dead are counted: قتل ستة في غارة، وبهذا ارتفع عدد القتلى إلى 261 منذ أكتوبر.
    """
    if (
        time.value.open != "since"
        or mention.type in ("casualties", "cumulative_toll")
        or time.first - mention.last <= _SINCE_REACH
    ):
        return False
    if any(m.sense.entry.type == "cumulative_toll" and mention.last < m.first < time.first for m in mentions):
        return True
    return any(
        mention.last + ADJECTIVE_REACH < m.first < time.first <= m.last + _SINCE_REACH
        and without_and(scene.form(m.first - 1)) not in ("منذ", "بدء", "بدايه")  # منذ تدخل التحالف في آذار
        for m in mentions
    )


def _of_what_lasts(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """Whether منذ ties a time to something else: الحرب المستمرة منذ ستة أعوام, الأعنف منذ سقوط المدينة قبل شهر, للمدينة منذ تحريرها."""
    if time.first < mention.first and without_and(scene.form(mention.first - 1)) == "منذ":
        return True
    if (
        time.value.open == "since"
        and without_and(scene.form(time.first - 1)) in _LASTING
        and not _brought_by_a_war(scene, mention, time)
    ):
        return not (0 <= time.first - mention.last <= ADJECTIVE_REACH and _says_of(scene, mention, time.first - 1))
    if time.value.open == "since" and time.first > mention.first:
        record = range(max(0, mention.first - ADJECTIVE_REACH), time.first)
        if any(_ranks(scene, k) for k in record):
            return True  # أسوأ هجوم منذ عام: so long there was no worse one
    between = range(mention.last, time.first)
    return time.value.kind == "ago" and time.value.open is None and any(without_and(scene.form(k)) == "منذ" for k in between)


def _says_of(scene: Scene, mention: Mention, adjective: int) -> bool:
    """الغارات الجوية المستمرة, حصار البلدة المستمر; but قصفت البلدة المحاصرة: whether the adjective is that of the mention."""
    first = scene.form(mention.first)
    between = [scene.form(k) for k in range(mention.first + 1, adjective)]
    if adjective <= mention.last or (first.lstrip("وبفك").startswith(("ال", "لل")) and all(f.startswith("ال") for f in between)):
        return True
    return mention.sense.cls != "verb" and scene.form(adjective).endswith("ه") == first.endswith(("ه", "ات"))


def _of_a_war_behind(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """هدنة صامدة منذ 2013 في نزاع أوقع أربعين ألف قتيل: what a war has brought that is told behind منذ, as known of it."""
    if time.last > mention.first or mention.type not in EFFECTS:
        return False
    told = range(time.last, mention.first)
    return any(scene.form(k) in _WARS and without_and(scene.form(k + 1)) in _BRINGS for k in told)


def _brought_by_a_war(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """تسبب النزاع الدائر في البلاد منذ 2011 بمقتل نصف مليون ونزوح الملايين: what a war has done it has done since it began."""
    if time.last > mention.first or mention.type not in (*EFFECTS, "abuse", "abduction"):
        return False
    lasts = range(max(0, time.first - _WAR_REACH), time.first)
    war = next((k for k in reversed(lasts) if without_and(scene.form(k)).removeprefix("ال") in _WARS), None)
    if war is None:
        return False
    does = range(max(0, war - 2), mention.first)
    return any(without_and(scene.form(k)) in _BRINGS for k in does) and not any(
        without_and(scene.form(k)) in LEADS_ON for k in range(time.last, mention.first)
    )


def _ranks(scene: Scene, k: int) -> bool:
    """أسوأ هجوم, لأول مرة, أكثر الهجمات دموية: a word of rank; not أكثر من ألف قتيل."""
    bare = without_and(scene.form(k)).removeprefix("ل").removeprefix("ال")
    return bare in _RECORDS or (bare in ("اكثر", "اقل") and scene.form(k + 1).startswith("ال"))


def _since_of_the_one_before(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """يسري منذ تشرين الثاني اتفاق إثر مواجهة دامية: منذ says since when the first happening behind it goes on, not what else is told."""
    if time.first > mention.first or mention.type in EFFECTS:
        return False
    if not any(scene.form(k) in FOLLOWED for k in range(time.last, mention.first)):
        return False
    return any(
        time.last <= m.first and m.last < mention.first and m.type != mention.type
        for m in mentions
        if m.sentence == mention.sentence
    )


def _since_the_head(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """متمركزة هناك منذ 2014 ومنع انتشارها سقوط الحقول, أحيل إلى التقاعد بعدما قاد الهيئة منذ 2011: what else goes on since then.

    In front of a mention it is what the sentence has told before, unless nothing or only the day stands between the two.
    """
    if time.first > mention.first:
        between = [without_and(scene.form(k)) for k in range(mention.last, time.first)]
        return "بعدما" in between and not told_between(mention.first, time.first, mentions)
    sentence = scene.sentence(mention.first)
    if sentence is None or time.first <= sentence.first + 2 or mention.type in EFFECTS:
        return False
    told = any(sentence.first <= m.first < time.first for m in mentions)
    joined = scene.form(time.last).startswith("و") and len(scene.form(time.last)) > _SHORTEST and mention.first > time.last
    return (joined and told) or mention.first - time.last > _SINCE_REACH


def _since_across_a_contrast(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """تحاصر الميليشيات منذ أكثر من عام المدينة، في حين تحاصر الفصائل البلدتين: since when the one goes on, not the other."""
    if time.first > mention.first:
        return False
    return any(scene.form(k) in _CONTRASTS and scene.form(k - 1) in ("في", "،", ",") for k in range(time.last, mention.first))


def _since_in_a_clause_before(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """كسر حصارا فرضه التنظيم منذ مطلع العام، بعدما وصلت قواته: the clause with منذ is over where the mention is told.

    What opens the sentence holds for all of it, and what an attack does for so long is told behind it.
    """
    sentence = scene.sentence(mention.first)
    if sentence is None or time.last > mention.first or time.first <= sentence.first + 2 or mention.type in EFFECTS:
        return False
    at = time.last + (scene.form(time.last) in _COMMAS)
    return scene.form(at) in _TURNS or any(scene.form(k) in _COMMAS for k in range(time.last + 1, mention.first))


def _since_in_what_is_said(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """جاء الإضراب بعد الأزمة، وقال النقيب إن الرواتب لم تصرف منذ شهرين: since when is told of what another says, behind the mention."""
    said = (c for c in scene.attributed.claims if c.cue is not None and mention.span[1] <= c.cue.span[0] < time.span[0])
    return any(a <= time.span[0] < b and mention.span[0] < a for c in said for a, b in c.content)
