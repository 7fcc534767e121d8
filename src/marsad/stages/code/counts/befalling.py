"""Befalling: whether a quantity is of those whom a word of harm befell."""

from __future__ import annotations

from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import HarmSense
from marsad.stages.code.counts.bare import bare_phrase
from marsad.stages.code.counts.fates import STATES
from marsad.stages.code.counts.quantities import (
    INCLUDING,
    Phrase,
    also_plural,
    besides,
    counted_at,
    harm_at,
    most_fled,
    number_phrase,
    person_at,
    plain_noun,
)
from marsad.stages.code.counts.state import Found, Run
from marsad.stages.code.counts.surroundings import (
    THAT,
    after_cause,
    caused,
    feared,
    in_brackets,
    no_object,
    of_actor,
    of_another,
    strange,
)
from marsad.stages.code.scene import Scene

_DIVIDES: Final = frozenset(
    ["كان", "كانت", "كانوا", "الذي", "التي", "الذين", "حين", "عندما", "بعدما", "حيث", "فيما", "بينما", "ان", "قبل", "بعد"]
)
_DYING: Final = frozenset(["pass-away", "meet-death", "kill", "perish", "death-of"])
_MEANT: Final = frozenset(["killing", "assassinate", "execute", "eliminate", "slaughter"])
_THREATS: Final = frozenset(
    [
        "هدد",
        "هددت",
        "يهدد",
        "تهدد",
        "هددوا",
        "تهديد",
        "تهديده",
        "تهديدات",
        "توعد",
        "توعدت",
        "يتوعد",
        "تتوعد",
        "طالب",
        "طالبت",
        "طالبوا",
        "يطالب",
        "حرض",
        "حرضت",
    ]
)
_IF: Final = frozenset(["اذا", "واذا", "فاذا", "لو", "ولو"])
_THREAT_REACH: Final = 10
_IF_REACH: Final = 6
_LOSING: Final = frozenset(["lose-men", "vanish", "lose-contact"])
_OWNED: Final = 16  # words between a word of loss and what people lost
_MASKED: Final = frozenset(["gunmen", "masked", "hooded", "attackers"])
_BY_FORCE: Final = frozenset(["kidnap", "kidnap-8", "kill", "assassinate", "arrest", "execute"])
_PASSIVE: Final = frozenset(["fall-martyr", "rise-martyr", "perish", "meet-death", "pass-away"])
_OBJECT: Final = 3  # words between who did it and whom he struck
_ACTIVE: Final = frozenset(["اغتال", "يغتال", "اصاب", "يصيب"])  # letters that are never passive: who follows did it
_OWNER: Final = 5  # words between those who did it and the thousands they killed
_DID: Final = ("اغتال", "يغتال", "تغتال")
_WITH_HIM: Final = frozenset(["companions", "bodyguards"])  # قتل القائد مع أربعة من مرافقيه
_OTHERS: Final = frozenset(["اخرين", "اخرون", "اخر", "اخريات"])
_WITH: Final = 14  # words between the one who died and those who died with him
_OF_LIFE: Final = frozenset(
    ["part-from-life", "lose-own-life", "suffer-wounds", "exposed-to-death"]
)  # what they lost or suffered is their own
_FAR: Final = 40  # ارتفاع حصيلة القتلى … إلى 53 مدنيا: long asides on where and when stand between
_STATED: Final = 10  # words between بلغ عدد القتلى and its figure
_REACH: Final = 14
_AGED: Final = 6  # tokens of دون سن الـ18
_INSIDE: Final = 7
_FAR_SUBJECT: Final = 18
_THEIRS: Final = 24
_CHAIN: Final = 34
_BESIDES: Final = 9
_KIN: Final = 5  # وإصابة شقيقه ذي الأربع سنوات ووالديهما


def in_state(scene: Scene, run: Run, phrase: Phrase) -> bool:
    """Whether a quantity is of people whom something befell before: مقتل خمسة أسرى, وفاة ثلاثة من المصابين."""
    what = phrase.noun.entry.what if phrase.noun is not None else None
    if what == "wounded" and run.entry in _DYING and not phrase.joined:
        return phrase.number is not None and phrase.first - run.harm_at <= 2  # توفي ثلاثة جرحى
    after = phrase.number.last if phrase.number is not None else phrase.first  # سقوط أكثر من 8 جرحى: its من is no part of them
    some = any(scene.form(k) == "من" for k in range(after, phrase.last + 1))
    return what in STATES or (what == "wounded" and some and run.what == ("killed",))


def goes_on(scene: Scene, run: Run, phrase: Phrase) -> bool:
    """Whether a phrase joined on goes on with the parts (بينهم 3 أطفال وامرأتان, بينهم 12 في حلب و8 في إدلب)."""
    if not phrase.joined or (phrase.noun is None and phrase.number is None):
        return False
    if phrase.noun is None:
        return phrase.first - run.part_end <= 5
    if run.part_some and phrase.number is not None and phrase.last > phrase.number.last + 1:
        return phrase.first - run.part_end <= 6  # بينهم أربعة من الأطباء وثلاثة من السائقين
    aged = phrase.first - run.part_end <= _AGED and phrase.noun is not None  # خمسة أطفال دون سن الـ18 وامرأة
    near = phrase.first - run.part_end <= 2 or (aged and scene.form(run.part_end) in ("دون", "تحت"))
    return near and phrase.noun.entry.role == "victim" and phrase.noun.entry.id != "others"


def within_list(scene: Scene, phrase: Phrase, after: int) -> bool:
    """Whether a number joined on goes on a list that بينهم opened with somebody no list knows (بينهم رئيس المجلس وخمسة أطفال)."""
    if phrase.number is None or phrase.noun is None or not phrase.joined:
        return False
    for k in range(phrase.first - 1, max(after, phrase.first - _INSIDE) - 1, -1):
        if scene.form(k).removeprefix("و") in INCLUDING:
            return True
        if not scene.word(k) or harm_at(scene, k) is not None:
            return False
    return False


def told_number(scene: Scene, run: Run, phrase: Phrase) -> bool:
    """Whether a number is the one that عدد القتلى announced."""
    if phrase.first - run.told_at > (_FAR if phrase.noun is not None else 24):
        return False
    back = [scene.form(k) for k in range(phrase.first - 1, phrase.first - 5, -1)]
    while back[0] in ("-", ":", "،", '"', "ال") and len(back) > 1:
        back = back[1:]
    said = back[0] == "من" and bool(set(back[1:3]) & scene.words("nears"))
    said = said or back[0] in scene.words("amounts-to") or scene.form(phrase.first) in scene.words("amounts-to")
    if phrase.first - run.told_at == 1 or (
        phrase.first - run.told_at <= 3 and scene.form(run.told_at + 1) == "ال"
    ):  # بلغت حصيلة القتلى 15
        said = said or any(
            scene.form(k).removeprefix("و") in scene.words("amounts-to") for k in range(run.told_at - 3, run.told_at)
        )
    if not said and phrase.noun is None and phrase.first - run.told_at <= _STATED:  # بلغ عدد النازحين من أحياء المدينة 20 ألفا
        said = any(scene.form(k).removeprefix("و") in scene.words("amounts-to") for k in range(run.told_at - 3, run.told_at))
    numbered = scene.form(run.told_at - 1).removeprefix("و") == "عدد" or scene.form(run.told_at).endswith("عددهم")
    again = numbered and phrase.first == run.told_at + 1
    again = again or (phrase.first == run.told_at + 2 and scene.form(phrase.first - 1) == ":")  # وإجمالي الإصابات: 1,153
    said = said or again  # وعدد المصابين 13492
    if phrase.noun is not None:
        return phrase.noun.entry.role == "victim" and (said or phrase.first - run.told_at <= 8)
    return said


def befalls(scene: Scene, phrase: Phrase, harm: Hit[HarmSense]) -> bool:
    """Whether a verb behind one person says what befell him, not what he did: no object follows, nothing divides them."""
    if any(scene.plain(k) in THAT or scene.form(k) in _DIVIDES for k in range(phrase.last, harm.first)):
        return False
    if scene.form(harm.first).removeprefix("و").startswith(_DID) and not harm.enc:
        return False  # مسلحون مجهولون اغتالوا بأسلحة كاتمة شرطيا
    return harm.payload.entry.id in _PASSIVE | _OF_LIFE or no_object(scene, harm.last)


def reach_back(scene: Scene, phrase: Phrase, harm: Hit[HarmSense]) -> int:
    """How far back a word of harm reaches for those it befell."""
    # استهدفت ثلاثة جنود من قوات كذا، أثناء عودتهم إلى بيوتهم، ما أدى إلى إصابتهم
    if harm.enc in ("هم", "هما", "هن") and phrase.number is not None and caused(scene, harm.first):
        return _THEIRS
    one = phrase.low == 1 and phrase.number is None and harm.payload.cls == "verb"  # أن الشاب فلان، من أهالي كذا، قتل
    # اثنين من المسلحين الذين شاركوا في الهجوم لقيا حتفهما
    own = (
        (harm.payload.entry.id == "meet-death" or scene.form(harm.first - 1) == "قد")
        and harm.payload.number != "s"
        and phrase.number is not None
    )
    return _FAR_SUBJECT if one or own else 8


def told_again(scene: Scene, phrase: Phrase, run: Run, found: list[Found]) -> bool:
    """Whether a killing is what a sentence speaks of, told before (قال إن مقتل القائد سيضعف التنظيم): one killed is counted already."""
    if phrase.low != 1 or phrase.number is not None or not _masdar_said(scene, run.harm_at):
        return False
    known = phrase.noun is None or scene.form(phrase.first).startswith("ال") or of_actor(scene, phrase)
    if known and _spoken_of(scene, run.harm_at):
        return True
    return known and scene.plain(run.harm_at - 1) in THAT and any(f.count.low == 1 and f.count.what == "killed" for f in found)


def _spoken_of(scene: Scene, said: int) -> bool:
    """Whether a killing is only spoken of: كيفية مقتل فلان, لا يستطيع تأكيد مقتله."""
    back = [scene.form(k).removeprefix("و") for k in (said - 1, said - 2)]
    if back[0] in scene.words("talk-of") or (back[1] in scene.words("talk-of") and back[0] in ("في", "عمليه", "الي")):
        return True
    first, _ = scene.clause(said)
    unsure = any(scene.form(k).removeprefix("و") in ("لا", "لم", "لن", "يتعذر", "دون") for k in range(max(first, said - 6), said))
    return back[0] in ("تاكيد", "اكيد") and unsure


def two_by_verb(scene: Scene, phrase: Phrase, harm: Hit[HarmSense]) -> Phrase:
    """The phrase, of two where its letters may be a dual and the verb behind it is one: أن مدنيين قتلا."""
    if phrase.number is not None or phrase.low is not None or harm.payload.number != "d" or harm.payload.cls != "verb":
        return phrase
    dual = scene.form(phrase.first).endswith("ين") and also_plural(scene, phrase.first)
    return phrase._replace(low=2, high=2, qualifier="exact") if dual else phrase


def told_of(phrase: Phrase, harm: Hit[HarmSense]) -> bool:
    """Whether a number waits for this verb: it counts people, or the verb is one of many (أربعة من أبنائها قتلوا)."""
    return phrase.number is not None and (
        phrase.noun is not None or harm.first == phrase.last or (harm.payload.cls == "verb" and harm.payload.number in ("d", "p"))
    )


def meant(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether a killing is only meant, threatened or supposed: خطة لقتل الوزير, هدد بقتله, إذا أقدم على قتل الرهينة, لمن يقتل جنديا."""
    if harm.payload.entry.what == "killed" and _supposed(scene, harm):
        return True
    if harm.payload.entry.id in _LOSING and scene.has_class(
        "livelihood", harm.last, min(harm.last + _OWNED, scene.clause(harm.first)[1])
    ):
        return True  # فقد مئات العمال مصدر رزقهم
    if harm.payload.cls == "verb" or harm.payload.entry.id not in _MEANT or harm.cut.pro not in ("ل", "ول"):
        return False
    return not caused(scene, harm.first) and not scene.form(harm.first - 1).startswith("تعرض")


def _supposed(scene: Scene, harm: Hit[HarmSense]) -> bool:
    """Whether a killing is feared, threatened, stands under إذا, or is whoever's (لمن يقتل جنديا)."""
    i = harm.first
    first, _ = scene.clause(i)
    if feared(scene, i) or any(scene.form(k) in _IF for k in range(max(first, i - _IF_REACH), i)):
        return True
    if harm.payload.cls == "verb" and scene.plain(i - 1) in ("أن", "ان") and scene.form(i)[:1] in ("ي", "ت"):
        return scene.form(i - 2).removeprefix("و") not in ("قبل", "بعد", "الي")  # رفض أن تقتل رجلا
    if harm.payload.cls == "verb":
        return scene.form(i - 1) in ("من", "لمن", "كل من") and scene.form(i)[:1] in ("ي", "ت")
    threatened = any(scene.form(k).removeprefix("و") in _THREATS for k in range(max(first, i - _THREAT_REACH), i))
    return threatened and harm.cut.pro in ("ب", "ل", "وب")


def of_those_to_come(scene: Scene, harm: Hit[HarmSense], after: int) -> bool:
    """Whether people are counted right behind a singular verb: ستة من مساعديه وأصيب ثلاثة جنود, عشرات استسلموا، قتل وجرح العشرات.

    A verb right behind those counted before, at token `after`, is theirs: أن طفلا قتل وأصيب أربعة.
    """
    if harm.payload.cls != "verb" or harm.payload.number != "s" or harm.enc:
        return False
    last = harm.last
    described = scene.form(after).endswith(("يا", "ين", "يه", "ي")) and not scene.form(after).startswith(
        ("و", "ال")
    )  # أن جنديا تركيا قتل وجرح اثنان
    while harm.first > after + described and scene.form(last).startswith("و") and (pair := harm_at(scene, last)) is not None:
        last = pair.last
    for number in scene.numbers_between(last, last + 1):
        phrase = None if number.value.ordinal else number_phrase(scene, number)
        return phrase is not None and (phrase.noun is None or phrase.noun.entry.role == "victim") and not own_verb(scene, phrase)
    return False


def own_verb(scene: Scene, phrase: Phrase) -> bool:
    """Whether a verb of harm of its own follows a number at once (ومئات جرحوا)."""
    harm = harm_at(scene, phrase.last)
    return harm is not None and harm.payload.cls == "verb" and harm.payload.number in ("d", "p") and harm.cut.pro == ""


def _hurt(scene: Scene, said: int, phrase: Phrase) -> bool:
    """Whether one person heads a genitive behind a verb of harm, at once or after في الهجوم (أصيب قائد الفرقة, قتل في الهجوم رئيس البلدية)."""
    harm = harm_at(scene, said)
    if harm is None or harm.payload.entry.what not in ("killed", "wounded") or scene.form(said).removeprefix("و") in _ACTIVE:
        return False
    there = phrase.first == harm.last + 2 and scene.form(harm.last) == "في"
    return (phrase.first == harm.last or there) and phrase.noun is not None


def _owned_thing(scene: Scene, phrase: Phrase) -> bool:
    """Whether a house or car right before belongs to the one named (اعتقالات، بضمنها منزل المواطن فلان): nothing befell him."""
    before = counted_at(scene, phrase.first - 1) if scene.word(phrase.first - 1) else None
    return before is not None and before.payload.entry.role == "thing" and scene.form(phrase.first).startswith("ال")


def _masdar_said(scene: Scene, said: int) -> bool:
    """Whether the word of harm is a masdar of killing or wounding."""
    harm = harm_at(scene, said)
    return harm is not None and harm.payload.cls != "verb" and not harm.enc and harm.payload.entry.what in ("killed", "wounded")


def by_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether one person is meant by name or as one known (اعتقال فلان, اعتقلت الشاب فلانا, اعتقال زعيم الحزب), and is no number."""
    if phrase.number is not None or phrase.low != 1:
        return False
    if phrase.noun is None:
        return person_at(scene, phrase.first) is not None
    if phrase.noun.entry.kin or phrase.noun.phrase:
        return False
    return scene.form(phrase.first).removeprefix("و").startswith("ال") or of_actor(scene, phrase)


def worded(scene: Scene, phrase: Phrase, said: int) -> Phrase:
    """A named victim with the words that say one: مقتل فلان."""
    heads_name = phrase.low == 1 and scene.word(phrase.last) and (not plain_noun(scene, phrase) or of_actor(scene, phrase))
    if phrase.number is None and (phrase.noun is None or heads_name) and phrase.first - said <= 2:
        return phrase._replace(span=scene.page.span(said, phrase.last))
    return phrase


def is_victim(scene: Scene, phrase: Phrase, said: int, anchor: int, taken: int) -> bool:
    """Whether a phrase after a word of harm is its victim."""
    gap = phrase.first - max(anchor, said)
    if most_fled(scene, phrase.first):
        return True
    if phrase.noun is None and phrase.number is None:
        if phrase.joined and taken:
            whose = gap == 1 and anchor > said and scene.form(anchor - 1).endswith(("ي", "و"))  # من مسلحي فلان وفلان
            return gap <= 1 and not whose  # مقتل فلان وفلان
        return (
            taken == 0 and gap <= 1 and scene.form(phrase.first - 1) not in ("من", "علي") and not of_another(scene, phrase, said)
        )
    if taken == 0:
        if phrase.number is None:
            reach = (
                14
                if scene.plain(phrase.first).endswith(("ا", "اً")) and phrase.noun is not None and phrase.noun.number == "s"
                else 4
            )
            several = scene.form(phrase.first - 1) in ("من", "اي") or _by_hand(scene, phrase.first) or _owned_thing(scene, phrase)
            if several or _subject(scene, phrase, said):
                return False
            if phrase.low == 1 and ((gap == 0 and _masdar_said(scene, said)) or _hurt(scene, said, phrase)):
                return True  # مقتل زعيم التنظيم, مقتل صاحب المحل, أصيب قائد الفرقة
            behind = harm_at(scene, said)  # القبض على رجل: its own على is no cause
            if any(scene.form(k) in _DIVIDES for k in range(behind.last if behind else said + 1, phrase.first)):
                return False  # احترق بعد أن أضرم مستوطنون النار
            return (
                gap <= reach
                and plain_noun(scene, phrase)
                and not after_cause(scene, behind.last - 1 if behind else said, phrase.first)
            )
        people = phrase.noun is not None and phrase.noun.entry.role == "victim"
        if _did_it(scene, phrase, said):
            return False
        if (
            phrase.noun is None
            and scene.form(phrase.first).startswith("ب")
            and not scene.form(phrase.first).startswith(("بضع", "بعض"))
        ):
            return False  # أصيبت بعدة شظايا
        if not people and _entry_said(scene, said) == "seize":
            return False  # ضبط خمسة أحزمة ناسفة
        if not people and (strange(scene, phrase, gap) or _had(scene, said, phrase.first)):
            return False
        return gap <= _REACH and (people or not after_cause(scene, said, phrase.first))
    with_him = scene.form(phrase.first - 1) == "مع" and phrase.noun is not None and phrase.noun.entry.id in _WITH_HIM
    theirs_too = (
        counted_at(scene, phrase.first - 1) if phrase.number is not None and scene.form(phrase.first - 2) == "مع" else None
    )
    with_him = with_him or (theirs_too is not None and theirs_too.enc != "")  # قتل مع أطفاله الستة
    with_him = with_him or (scene.form(phrase.first - 1) == "مع" and phrase.first - said <= 2)  # قتل مع مسلحين اثنين
    with_him = with_him or (scene.form(phrase.first - 1) == "مع" and gap <= _WITH and _his_men(scene, phrase))
    if phrase.joined or with_him:
        if phrase.number is None and _of_the_number(scene, phrase, anchor):
            return False
        if phrase.number is None:
            theirs = phrase.noun is not None and phrase.noun.entry.kin
            if besides(scene, phrase.first) and phrase.low is not None:
                return gap <= _BESIDES  # أصيب ثلاثة عناصر من فرق كذا بالإضافة لمدنيين اثنين
            return gap <= (_KIN if theirs else 1) or (gap <= 3 and phrase.noun is not None and phrase.noun.number != "p")
        if phrase.noun is None and _ruined_between(scene, said, phrase.first):
            return False  # مقتل عشرة وتدمير موقعين وتسعة مخابئ
        ranks = scene.form(phrase.last) == "في" and scene.form(phrase.last + 1).startswith("صفوف")
        # 18 عنصرا من الجبهة والموالين لها، وسبعة من الفرقة; عشرة جرحى في صفوف "الجبهة" وستة في صفوف الجيش
        of_them = (scene.form(phrase.last) == "من" or ranks) and gap <= _REACH
        return gap <= _CHAIN and (phrase.noun is not None or gap <= 6 or of_them)
    return phrase.number is not None and phrase.noun is not None and in_brackets(scene, phrase.first) and gap <= 6


def _of_the_number(scene: Scene, phrase: Phrase, anchor: int) -> bool:
    """Whether a joined plural still says of whom a number took some: قتل ثلاثون من المدنيين وجنود الجيش."""
    some = (
        scene.form(anchor - 2) == "من"
        and scene.form(anchor - 1).startswith("ال")
        and bool(scene.numbers_between(anchor - 4, anchor - 2))
    )
    plural = phrase.noun is not None and phrase.noun.number == "p" and phrase.low is None
    return some and plural and phrase.first == anchor and scene.form(phrase.last).startswith("ال")


def _by_hand(scene: Scene, i: int) -> bool:
    """Whether those who did it begin at token `i`: مقتل الرهينة على يد عناصر, إصابته بنيران جنود."""
    return scene.form(i - 1) in ("يد", "ايدي", "بنيران", "برصاص", "نيران")


def _his_men(scene: Scene, phrase: Phrase) -> bool:
    """Whether a number behind مع is of the men of the one counted before: قيادي مع ستة من مساعديه, قائد مع أربعة آخرين."""
    if phrase.number is None:
        return False
    after = phrase.number.last
    if scene.form(after) in _OTHERS or scene.form(phrase.last) in _OTHERS:
        return True
    return (
        scene.form(after) == "من"
        and scene.form(after + 1).endswith(("ه", "ها", "هم", "هما"))
        and scene.form(after + 1)[:2] != "ال"
    )


def _did_it(scene: Scene, phrase: Phrase, said: int) -> bool:
    """Whether so many armed men did it to one known by name behind them: خطف ثلاثة ملثمين أمس القس فلانا."""
    harm = harm_at(scene, said)
    noun = phrase.noun.entry.id if phrase.noun is not None else ""
    if harm is None or harm.payload.cls != "verb" or harm.payload.entry.id not in _BY_FORCE or noun not in _MASKED:
        return False
    if scene.form(phrase.last - 1).endswith(("ي", "و")):
        return False  # قتل ثلاثة من مسلحي فلان: whose men they are
    _, end = scene.clause(phrase.first)
    for k in range(phrase.last, end):
        hit = counted_at(scene, k)
        known = hit is not None and hit.payload.entry.role == "victim" and hit.cut.pro == "ال" and hit.payload.number == "s"
        if known or person_at(scene, k) is not None:
            return True
        timed = any(t.first <= k + (scene.form(k) == "في") < t.last for _, t in scene.times_between(k - 4, k + 2))
        if not timed and not scene.form(k).endswith(("ين", "ون")):
            return False  # قتل 11 مسلحا بينهم القيادي فلان
    return False


def _ruined_between(scene: Scene, said: int, i: int) -> bool:
    ruin = scene.words("ruin")
    return any(scene.cut_to(k, ruin) for k in range(said + 1, i))


def _entry_said(scene: Scene, said: int) -> str:
    harm = harm_at(scene, said)
    return harm.payload.entry.id if harm is not None else ""


def _had(scene: Scene, said: int, i: int) -> bool:
    """Whether a masdar of killing already has the one it befell right behind it (مقتل القذافي 100 ألف قطعة)."""
    harm = harm_at(scene, said)
    if harm is None or harm.payload.cls == "verb" or scene.form(said).removeprefix("ب").removeprefix("ل") == "قتل":
        return False
    return i > harm.last and person_at(scene, harm.last) is not None


def _subject(scene: Scene, phrase: Phrase, said: int) -> bool:
    """Whether a bare noun behind a verb of harm is its subject: the people struck follow (قتل انتحاري 32 شخصا, خطف مسلحون قاضيا)."""
    harm = harm_at(scene, said)
    nominative = scene.plain(phrase.first).endswith(("ون", "ان", "و"))
    if harm is None or harm.payload.cls != "verb" or not (phrase.low == 1 or nominative):
        return False
    if nominative and scene.form(said).removeprefix("و") in _ACTIVE:
        return True
    if scene.form(phrase.first).endswith("و") and any(
        scene.form(n.first).startswith("ال") for n in scene.numbers_between(phrase.last, phrase.last + _OWNER)
    ):
        return True  # قتل متشددو الجماعة الآلاف
    _, end = scene.clause(phrase.first)
    if not nominative and not scene.form(phrase.first).endswith("ا") and _object_behind(scene, phrase.last, end):
        return True
    if nominative:
        k = phrase.last
        while k < end and scene.word(k) and scene.plain(k).endswith(("ون", "ان")):
            k += 1  # مسلحان مجهولان
        struck = bare_phrase(scene, k) if k < end and scene.form(k).endswith(("ا", "ين")) else None
        if struck is not None and struck.noun is not None and struck.noun.entry.role == "victim" and not struck.joined:
            return True
    for number in scene.numbers_between(phrase.last, min(end, phrase.last + 12)):
        other = None if scene.form(number.first).startswith("و") else number_phrase(scene, number)
        between = {scene.form(k) for k in range(phrase.last, number.first)}
        if any(harm_at(scene, k) is not None for k in range(phrase.last, number.first) if scene.word(k)):
            return False
        if other is None or other.joined or between & (INCLUDING | {"مع"}):
            continue
        if other.noun is not None and other.noun.entry.role == "victim":
            return True
    return False


def _object_behind(scene: Scene, first: int, end: int) -> bool:
    """Whether one person in the accusative follows shortly (قتل جندي إسرائيلي شابا): he was struck, who stands before him did it."""
    for k in range(first, min(end, first + _OBJECT)):
        if not scene.word(k) or scene.form(k) in ("في", "من", "بعد", "خلال"):
            return False
        hit = counted_at(scene, k)
        if hit is None or hit.payload.entry.role != "victim" or hit.payload.number != "s":
            continue
        if scene.form(k).startswith("ال") and k > first and not scene.form(first - 1).startswith("ال"):
            return True  # قتل جندي الاحتلال الشاب فلانا, not اغتيل الناشط الإعلامي فلان
        if scene.form(k).endswith("ا"):
            return hit.cut.pro == "" and not hit.enc and not scene.numbers_between(k - 3, k)
    return False


def is_masdar(scene: Scene, phrase: Phrase) -> bool:
    """Whether the letters of a harm noun are a masdar with its object behind it."""
    entry = phrase.noun.entry if phrase.noun is not None else None
    return entry is not None and entry.id == "injuries" and counted_at(scene, phrase.last) is not None
