"""Times told in relative clauses: which a happening in the clause has, and which one beside it has not."""

from __future__ import annotations

from typing import Final

from marsad.arabic.page import Page
from marsad.arabic.times.owners import WHO
from marsad.handover import TimeMention
from marsad.stages.code.attachment.beside import ADJECTIVE_REACH, ARRANGED, HEAD_REACH, without_and
from marsad.stages.code.mentions import Mention
from marsad.stages.code.scene import Scene

# مدينة سيطر عليها: a noun of place without its article, a verb and a word that goes back to it.
_PLACE_NOUNS: Final = frozenset(["مدينه", "بلده", "قريه", "منطقه", "مناطق", "بلدات", "قري", "مدن", "مواقع", "موقع", "نقاط", "نقطه", "احياء", "حي",
                                 "قاعده", "معسكر", "مطار", "معبر", "تله", "تلال", "اراض"])  # fmt: skip
_THINGS: Final = _PLACE_NOUNS | {"اسلحه", "ذخاير", "معدات", "صواريخ", "اليات", "مدرعات", "دبابات", "اموال"}
_BACK_TO_IT: Final = frozenset(["عليها", "عليه", "فيها", "فيه", "منها", "منه", "اليها", "اليه"])
_LONG: Final = frozenset(["month", "year", "season", "decade", "unit"])
_WHO_REACH: Final = 4
_PREPOSITIONS: Final = frozenset(["علي", "في", "من", "ضد", "الي", "عن", "مع", "بين", "قرب"])
_HELD: Final = frozenset(
    ["عقد", "عقدت", "عقدا", "عقدوا", "انعقد", "انعقدت", "يعقد", "تعقد", "سيعقد", "ستعقد", "ستنعقد", "سينعقد", "استضافته", "استضافتها",
     "تستضيفه", "تستضيفها"]
)  # fmt: skip


def in_a_relative(page: Page, first: int, last: int) -> bool:
    """Whether a verb opens a relative clause: القوات التي انسحبت, مدينة سيطر عليها (tokens `first` to `last`)."""
    if first <= 0:
        return False
    tokens = page.tokens
    before = tokens[first - 1].form
    if without_and(before) in WHO:
        return True
    behind = {t.form for t in tokens[last - 1 : last + 1]}
    if before in _PLACE_NOUNS and behind & _BACK_TO_IT:
        return True
    # مواقع استعادتها الفصائل, بأسلحة قدمتها كذا: the object that the verb goes back to
    return before.removeprefix("ب") in _THINGS and tokens[first].form.endswith(("ها", "هم"))


def of_a_happening(scene: Scene, mention: Mention, mentions: list[Mention]) -> bool:
    """الهجوم الدامي الذي أودى بحياة عشرة: whether the relative clause tells of a happening, whose time is its own as well."""
    heads = [m for m in mentions if m is not mention and 0 < mention.first - m.last <= HEAD_REACH]
    heads = [m for m in heads if scene.form(m.first).lstrip("وبفك").startswith(("ال", "لل"))]
    return any(not any(scene.form(k) in _PREPOSITIONS for k in range(m.last, mention.first)) for m in heads)


def tells_of_a_thing(scene: Scene, mention: Mention, mentions: list[Mention], time: TimeMention) -> bool:
    """تفقد أمس المباني التي دمرها القصف: whether a mention stands in a relative clause on a thing, behind the time of the sentence."""
    for who in range(mention.first - 1, max(time.last, mention.first - _WHO_REACH) - 1, -1):
        if scene.form(who) in ("،", ",", "؛"):
            return False
        if scene.form(who) in WHO:
            heads = [m for m in mentions if m is not mention and 0 <= who - m.last < HEAD_REACH]
            apart = scene.form(who - 1) in ("،", ",")
            return (
                time.last <= who
                and not apart
                and not any(scene.form(m.first).lstrip("وبفك").startswith(("ال", "لل")) for m in heads)
            )
    return False


def of_a_thing_long_ago(scene: Scene, mention: Mention, time: TimeMention) -> bool:
    """تقاتل القوات التي أطاحت بها نهاية 2001: whether a month or year behind a verb is that of a relative clause on something else."""
    if mention.sense.cls != "verb" or time.value.kind not in _LONG or time.first < mention.last:
        return False
    who = next((k for k in range(time.first - 1, mention.last, -1) if scene.form(k) in WHO), None)
    if who is None or scene.form(who + 1) in _HELD:
        return False  # التقيا خلال القمة التي انعقدت الأسبوع الماضي
    return not any(scene.form(k) in ("،", ",") for k in range(who, time.first))


def behind_a_relative(scene: Scene, mention: Mention, time: int) -> bool:
    """هجوم للمتمردين الذين استأنفوا منذ أسبوع عملياتهم: whether a relative clause stands between a mention and a time."""
    return any(without_and(scene.form(k)) in WHO for k in range(mention.last + 1, time))


def of_a_noun_farther_on(scene: Scene, mention: Mention, time: int) -> bool:
    """معركة كذا جزء من الهجوم الشامل الذي أطلقته القوات في تشرين الثاني: whether the clause of another noun, behind the mention, has the time."""
    who = next((k for k in range(time - 1, mention.last, -1) if without_and(scene.form(k)) in WHO), None)
    if who is None or who - mention.last <= HEAD_REACH or scene.form(who) not in WHO:
        return False  # القمة الأولى بين الرئيسين، والتي ستعقد غدا: of the mention itself
    if mention.type in ARRANGED and without_and(scene.form(who + 1)) in _HELD:
        return False  # قمة دول الساحل وشركائها التي عقدت أمس: what is held is the meeting
    return not any(scene.form(k) in ("،", ",") for k in range(who - 1, time))


def of_a_relative_before(scene: Scene, mention: Mention, mentions: list[Mention], time: int) -> bool:
    """الأطراف التي اجتمعت أمس تبدأ محادثات الأسبوع المقبل: whether a time in front is that of a relative clause, right behind its verb."""
    return any(
        m.first < time < mention.first and time - m.last <= ADJECTIVE_REACH and without_and(scene.form(m.first - 1)) in WHO
        for m in mentions
        if m is not mention
    )


def of_a_relative(scene: Scene, mention: Mention, mentions: list[Mention], time: int) -> bool:
    """معارك ضد التنظيم الذي يسيطر على المدينة منذ 2014, لتنفيذ ما اتفق عليه في كانون الأول: the relative clause of another noun has it."""
    return any(
        mention.last < m.first < time
        and (WHO & {without_and(scene.form(m.first - 1)), scene.form(m.last)} or _what(scene, m.first - 1))
        for m in mentions
        if m is not mention
    ) and (without_and(scene.form(mention.last)) not in WHO)


def _what(scene: Scene, token: int) -> bool:
    """لتنفيذ ما اتفق عليه: what, and not ...، ما أدى إلى."""
    return scene.form(token) == "ما" and scene.form(token - 1) not in ("،", ",")
