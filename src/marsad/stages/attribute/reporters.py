"""Who reports: the speaker of a reporting verb behind it, before it, in front of a relative; or nobody."""

from __future__ import annotations

from typing import Final

from marsad.lexicon.attribute import Takes
from marsad.stages.attribute.cases import Case
from marsad.stages.attribute.openings import NEGATIONS, PREPOSITION_OF, RELATIVE, by_preposition, clause_start, topic_before
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import dashed_name, noun_phrase
from marsad.stages.attribute.subjects import agrees, antecedent, fronted, is_object, subject_before, takes_front, who_of
from marsad.stages.attribute.wording import DASHES, adjective_like, by_content, definite, masdar_like, responsibility, speaks

_IT_IS: Final = frozenset(["هو", "هي", "وهو", "وهي", "انه", "بانه", "لانه"])  # a noun is said of it, no verb follows
_SETTING_REACH: Final = 8  # tokens of a setting in front of its verb
_TO_US: Final = frozenset(["لنا", "لهم", "لها", "لي", "لكم", "لهما"])
FROM_HIM: Final = frozenset(["عنه", "عنها", "عنهم", "عنهما"])
_TIME_REACH: Final = 25  # tokens of a time set in front of its verb


def openers_of(takes: tuple[Takes, ...]) -> frozenset[str]:
    """The prepositions written apart that open a content of these kinds."""
    return frozenset(p for p, t in PREPOSITION_OF.items() if t in takes or (t == "to" and "to_object" in takes))


def speaker_behind(case: Case) -> None:
    """Take the noun phrase behind the verb for its subject."""
    scene, hit, verb, j = case.scene, case.hit, case.verb, case.j
    if not hit.cut.enc and (scene.in_set(j, "time") or scene.time_end(j) > j):
        past = max(skip_setting(scene, j, case.limit), scene.time_end(j))
        if past < case.limit and speaks(scene, past) and not any(scene.is_comma(p) for p in range(j, past)):
            j = past  # أعلن أمس الأربعاء وزير الخارجية
    if scene.form(j) in DASHES and dashed_name(scene, j, case.limit):
        j += 1  # وأضاف - الخالدي - أن
    if scene.form(j) in _TO_US and not hit.cut.enc:
        j += 1  # أكد لنا أحد السكان
    if scene.form(j) in FROM_HIM and "about_source" in verb.takes and hit.cut.pro == "و":
        j += 1  # نقلت عنه الوكالة قوله
    past = j
    if scene.form(j)[:1] == "ل" and not hit.cut.enc:  # قالت للصحافيين المتحدثة باسم الوزارة
        past = j + 1 if scene.stem_in(j, "audience") else skip_setting(scene, j, case.limit, phrases=True)
    if (
        j < past < case.limit
        and scene.is_word(past)
        and speaks(scene, past)
        and not any(scene.is_comma(p) for p in range(j, past))
    ):
        j = past  # قال لـ"الوطن" مصدر في الوزارة
    if scene.form(j).startswith("لل") or _deed_behind_lam(scene, j):
        case.e = j  # موقع تابع للدفاعات الجوية، تابع للصحيفة: nobody is named behind ل who speaks
    elif hit.cut.enc and scene.is_quote_mark(j) and verb.stance == "assesses":
        case.e = j  # ما أسماه "الشائعات": the name he gives, not he
    elif hit.cut.enc and verb.whom:
        case.e = noun_phrase(scene, j, case.limit, objects=True, by=True, split=True, ends=openers_of(verb.whom))
        if "to_object" in verb.whom:  # تنتقدها الدول لقصفها الأحياء
            openers = (p for p in range(j + 1, case.e) if by_preposition(scene, p, case.limit, verb.whom, any_noun=True))
            case.e = next(openers, case.e)
    elif hit.cut.enc:
        case.e = noun_phrase(scene, j, case.limit, by=True)
    else:
        case.e = noun_phrase(
            scene,
            j,
            case.limit,
            objects=case.objects,
            by="by" in verb.takes or "by_object" in verb.takes or case.any_object,
            split=case.wide or "telling" in verb.ways or bool(verb.whom) or verb.object == "counted",
            ends=frozenset(p for p, t in PREPOSITION_OF.items() if t in verb.takes and t in ("of", "in")),
            strict=not case.any_object and verb.stance in ("asserts", "announces"),
        )
    case.subject = (j, case.e) if case.e > j else None
    if case.subject is not None and "telling" in verb.ways:
        _past_the_told(case)


def _deed_behind_lam(scene: Scene, j: int) -> bool:
    """Whether token `j` is ل and a word of what is said or done (رفضها لاتهامات الخصوم), and no name that begins with ل."""
    form, edges = scene.form(j), scene.lexicon.edges
    return j not in scene.mentions and form[:1] == "ل" and (form[1:] in edges["object_noun"] or form[1:] in edges["word_thing"])


def _past_the_told(case: Case) -> None:
    """Take who stands behind a medium that is told (أبلغ "الوطن" قائد المنطقة أن) for the subject."""
    scene, first = case.scene, case.j + case.scene.is_quote_mark(case.j)
    mention = scene.mentions.get(first)
    medium = mention is not None and scene.actor_kind(mention.entity) == "media"
    if not (medium or (scene.is_quote_mark(case.j) and scene.is_outlet_word(scene.form(first)))):
        return
    quote = scene.quote_at(case.j) if scene.is_quote_mark(case.j) else None
    told = quote.last + 1 if quote is not None else mention.last if mention is not None else first + 1
    if told < case.limit and scene.is_word(told) and speaks(scene, told):
        end = noun_phrase(scene, told, case.limit, objects=case.objects)
        if end > told:
            case.subject, case.e = (told, end), end


def speaker_elsewhere(case: Case) -> bool:
    """Look for the subject before the verb and in front of a relative; false where the word is no verb after all."""
    scene, hit, verb, form, i, j = case.scene, case.hit, case.verb, case.form, case.i, case.j
    first = case.sentence.first
    proclitic = hit.cut.pro in ("و", "ف", "وس", "فس", "س")
    case.start_ok = proclitic or clause_start(scene, i, first) or bool(hit.cut.enc)
    if not case.start_ok and form.tense == "past" and "quote" in verb.takes:
        case.start_ok = topic_before(scene, i, first)
    joined = hit.cut.pro == "و" or (case.negated and scene.form(i - 1).startswith("و"))
    if not joined and not hit.cut.enc and case.last == hit.last:
        case.front = fronted(scene, i, first) or (subject_before(scene, i, first) if hit.cut.pro != "ف" else None)
    helped = _behind_auxiliary(case) if not case.start_ok or hit.cut.pro.endswith("ل") else None
    if helped is not None:
        case.subject, case.rule, case.e, case.start_ok, case.front = helped, "subject-verb", j, True, None
        return True
    if hit.cut.pro.endswith("ل") and case.subject is None:
        return False  # لتطلب بعد حين أن: what for, and no report
    if not case.start_ok and case.subject is None and form.tense == "past" and not hit.cut.enc:
        case.doer = _doer_before(case)
        case.start_ok = case.doer is not None
    stated = _who_stated(case)
    if stated is not None:
        case.subject, case.front, case.e, case.rule, case.start_ok = stated, None, j, "subject-verb", True
    front = case.front
    if front is not None and takes_front(scene, front, hit, j, behind=case.subject, any_object=case.any_object):
        case.subject, case.rule, case.e, case.start_ok = (front[0], front[1]), "subject-verb", j, True
        if verb.impersonal == "hedged" and form.tense == "present" and _held_by_nobody(case, front[0], front[2]):
            case.subject, case.rule = None, "verb"
    if verb.also_noun and form.gender == "m" and form.number == "s" and form.tense == "past" and not case.start_ok:
        loose = case.subject is not None and speaks(scene, case.subject[0]) and not scene.is_quote_mark(case.subject[0])
        word = scene.form(i - 1)
        clause = scene.is_that(skip_setting(scene, case.e, case.limit, phrases=True))
        behind = definite(scene, i - 1) and not (clause and _set_in_front(case))
        if not loose or word in PREPOSITION_OF or behind or word.startswith(("ب", "ل")):
            return False
    if not case.start_ok and case.subject is None and form.tense == "present" and case.before >= first:
        entry = scene.lexicon.speakers.get(scene.form(case.before))
        if entry is not None and entry.role in ("document", "anonymous"):
            case.subject, case.rule, case.e = (case.before, case.before + 1), "subject-verb", j  # أنباء تفيد بمقتل
    relative = not hit.cut.enc and case.before >= first and scene.form(case.before) in RELATIVE
    if relative and verb.object == "any" and case.subject is not None and not speaks(scene, case.subject[0]):
        head = antecedent(scene, case.before, first)
        if head is None or not speaks(scene, head[0]):
            return False  # الإرهاب الذي يهدد المصالح القومية
        case.subject, case.e = None, j
    if case.subject is None and relative:
        head = antecedent(scene, case.before, first)
        if not _of_that_relative(case):
            return True  # الدول التي قال إنها: whoever spoke before, and not what he speaks of
        if head is None:
            return False  # nobody is found who says it, and it is not whoever spoke last
        case.subject, case.rule, case.e = who_of(scene, head), "relative-verb", j
    _leave_objects(case)
    return True


def _of_that_relative(case: Case) -> bool:
    """Whether a verb can have the head of its relative clause for its subject, by the gender and number of الذي."""
    word, form = case.scene.form(case.before), case.form
    if word in ("الذين", "اللذان", "اللذين"):
        return form.number in ("p", "d")
    return form.number == "s" and form.gender in ("c", "f" if word in ("التي", "التى") else "m")


def _set_in_front(case: Case) -> bool:
    """Whether only a setting stands before the verb (في الجانب الآخر كشف الناطق أن، بعد ساعات من الهجوم كشف مسؤول أن)."""
    scene, first = case.scene, case.sentence.first
    head = scene.form(first).removeprefix("و")
    if (
        not (head in PREPOSITION_OF or head in scene.lexicon.edges["span_time"] or head[:2] == "لل")
        or case.i - first > _SETTING_REACH
    ):
        return False
    return not any(scene.is_that(p) or scene.action(p) or scene.form(p) in RELATIVE for p in range(first, case.i))


def _held_by_nobody(case: Case, head: int, how: str) -> bool:
    """Whether يعتقد and the like speak for nobody although a noun stands in front of them."""
    scene, form = case.scene, case.form
    alone = form.gender == "m" and how != "that" and head not in scene.mentions
    # طائرات يعتقد أنها روسية: the verb does not agree with the noun
    apart = form.gender == "m" and form.number == "s" and scene.form(head).endswith(("ات", "ون"))
    return alone or apart or not speaks(scene, head)


def _leave_objects(case: Case) -> None:
    """Take back a subject behind the verb that is its object."""
    scene, hit, verb, form, i, j = case.scene, case.hit, case.verb, case.form, case.i, case.j
    taken = case.subject is not None and case.rule == "verb-subject" and not hit.cut.enc
    if taken and "of_responsibility" in verb.ways and responsibility(scene, case.e, case.e + 1):
        taken = _ends_at(case, _last_name(case))  # يريد أن يحمل الأهالي مسؤولية: one noun only, and that is whom it blames
    if taken and "needs_whom" in verb.ways and (by_content(scene, case.e) or scene.form(case.e) in NEGATIONS):
        taken = _ends_at(
            case, max(_second_name(case), _last_name(case))
        )  # اتهم جهات لم يسمها بالفساد: one noun only, and that is the accused
    alone = by_content(scene, case.e) or scene.form(case.e) in PREPOSITION_OF
    if taken and alone and verb.stance == "demands" and scene.form(j) in scene.lexicon.edges["called_upon"]:
        taken = _ends_at(case, j)  # كما دعا المجتمع الدولي إلى التدخل
    if taken and alone and (case.any_object or verb.whom or "telling" in verb.ways) and hit.cut.pro == "و" and _his_own(scene, j):
        taken = _ends_at(case, j)  # قصفت المدينة وتوعدت سكانها بالمزيد
    governs = case.objects or "telling" in verb.ways or "to" in verb.takes
    if taken and alone and (governs or verb.whom) and j == hit.last and form.gender == "m" and _feminine(scene, j):
        taken = _ends_at(case, j)  # رحب الوزير بالهدنة وحث الحكومة على التهدئة
    if taken and alone and governs and _accusative(scene, j):
        taken = _ends_at(case, j)  # ثم توعد المسلحين بالرد
    if taken and governs and form.number == "p" and (form.tense == "past" or speaks(scene, j)):
        taken = _ends_at(case, j)  # ودعوا مؤيديهم إلى: a plural verb has its subject before it
    if taken and case.any_object and case.subject is not None:
        all_of = hit.cut.pro == "و" and i > case.sentence.first and scene.form(j) in scene.lexicon.edges["quantity"]
        if all_of or is_object(scene, case.subject):
            _ends_at(case, j)  # رحب المبعوث بالهدنة وحث جميع الأطراف على


def _accusative(scene: Scene, i: int) -> bool:
    """Whether a word with the article is a plural in ين, which is no subject (المسلحين); names in ين are not meant (الحسين)."""
    form, mention = scene.form(i), scene.mentions.get(i)
    named = mention is not None and mention.form in ("name", "titled")
    if form in ("طرفي", "جانبي", "فريقي"):
        return True  # فيما حض طرفي النزاع على
    return definite(scene, i) and form.endswith("ين") and len(form) > 6 and not named


def _feminine(scene: Scene, i: int) -> bool:
    """Whether a word with the article ends in ة and names nobody in particular, so that no masculine verb has it right behind for a subject."""
    mention = scene.mentions.get(i)
    person = mention is not None and scene.actor_kind(mention.entity) == "person"
    return definite(scene, i) and scene.tokens[i].plain.endswith("ة") and not person


def _his_own(scene: Scene, i: int) -> bool:
    """Whether a word that could speak carries a pronoun, and so belongs to whoever was spoken of before (سكانها، قادته)."""
    cuts = scene.page.lookup.cuts(scene.form(i))
    return i not in scene.mentions and any(
        c.enc in ("ه", "ها", "هم") and not c.pro and c.stem in scene.lexicon.speakers for c in cuts
    )


def _ends_at(case: Case, end: int) -> bool:
    """Leave the speaker the words before token `end`, and where these are none leave nobody; whether a speaker is left."""
    case.subject, case.e = ((case.j, end), end) if end > case.j else (None, case.j)
    return case.subject is not None


def _last_name(case: Case) -> int:
    """Where another actor begins behind a closed one inside the words taken for the speaker (بيان الائتلاف روسيا), or the verb's end."""
    scene, j = case.scene, case.j
    closed = {m.last for m in scene.mentions.values()}
    named = {m.first for m in scene.recognised.place_mentions} | set(scene.mentions)  # اتهم الرئيس السوري باريس
    return next((p for p in range(j + 1, case.e) if p in named and (p in closed or definite(scene, p - 1))), j)


def _second_name(case: Case) -> int:
    """Where whom one speaks of begins inside the words taken for the speaker: a name in marks, or a body behind a bare name; else the verb's end."""
    scene, j = case.scene, case.j
    if scene.is_quote_mark(j):
        return j
    office = scene.mentions.get(j)  # اتهم الناطق باسم "الجيش الوطني" كذا
    for p in range(office.last if office is not None else j + 1, case.e):
        if scene.is_quote_mark(p):
            return p if scene.page.quote_around(j) is None else j
    body = scene.mentions.get(j + 1)
    bare = j not in scene.mentions and not definite(scene, j) and scene.form(j) not in scene.lexicon.speakers
    return j + 1 if bare and body is not None and scene.actor_kind(body.entity) not in ("person", None) else j


def _behind_auxiliary(case: Case) -> tuple[int, int] | None:
    """The subject between a verb that only says how one speaks and the verb itself (عاد الوزير ليؤكد، لا يزال النظام ينفي)."""
    scene, first = case.scene, case.sentence.first
    if case.form.tense == "past" or case.negated:
        return None
    for p in range(case.i - 2, max(first, case.i - 9) - 1, -1):
        if not scene.is_word(p) and not scene.is_quote_mark(p):
            return None
        if scene.in_set(p, "auxiliary"):
            e = noun_phrase(scene, p + 1, case.i)
            known = speaks(scene, p + 1) or any(m.first == p + 1 for m in scene.recognised.place_mentions)
            return (p + 1, e) if e == case.i > p + 1 and known else None
    return None


def _doer_before(case: Case) -> tuple[int, int] | None:
    """Who acts in the time set in front of a verb (بعد شهر من شن الفصيل حملته أعلن أمس وقفها): its clause begins with that time."""
    scene, first = case.scene, case.sentence.first
    marks = (p for p in range(case.i - 1, first - 1, -1) if scene.is_quote_mark(p) or scene.form(p) == ":")
    start = next(marks, first - 1) + 1
    if not scene.in_set(start, "span_time") or not 3 <= case.i - start <= _TIME_REACH:
        return None
    for p in range(start, case.i):
        hit = scene.verb(p)
        if scene.is_comma(p) or (not masdar_like(scene, p) and (scene.action(p) or (hit is not None and not hit.cut.enc))):
            return None
    doers = [m for p, m in scene.mentions.items() if start < p and m.last <= case.i and masdar_like(scene, p - 1)]
    doers = [m for m in doers if m.number == case.form.number and m.gender in ("c", case.form.gender) and speaks(scene, m.first)]
    return (doers[0].first, doers[0].last) if len(doers) == 1 else None


def _who_stated(case: Case) -> tuple[int, int] | None:
    """Who made the statement in which the verb reports (أصدرت القيادة بيانا أعلنت فيه، نشر ناشطون صورا قالوا إنها): who acts before."""
    scene, first, j = case.scene, case.sentence.first, case.j
    of_it = scene.is_that(j) and scene.tokens[j].plain.endswith(("ه", "ها", "هم")) and case.subject is None
    of_it = of_it and case.verb.impersonal != "hedged"  # أشخاص يشتبه بأنهم
    written = j > case.hit.last
    aside = of_it and scene.is_comma(case.before) and not case.hit.cut.pro  # نشرت الشبكة صورة لشخص، قالت إنه
    if not (written or of_it) or case.before <= first or not (aside or (scene.is_word(case.before) and not case.start_ok)):
        return None
    if written:
        at = next((p for p in range(case.before, max(first, case.before - 9) - 1, -1) if _statement(scene, p)), None)
        if at is None:
            return None
        theirs = next((p for p in range(at + 1, case.before + 1) if p in scene.mentions), None)
        if theirs is not None:  # تصريح لوزير الدفاع قال فيه
            return (theirs, case.before + 1) if theirs == at + 1 else None
    for p in range(case.before - 1, first - 1, -1):
        hit = scene.verb(p)
        if scene.form(p) in RELATIVE or scene.is_that(p) or scene.form(p) in ".؟!:":
            return None
        if not (scene.action(p) or (hit is not None and not hit.cut.enc) or p == first):
            continue
        e = noun_phrase(scene, p + 1, case.before, objects=True, split=True)
        if e > p + 1 and speaks(scene, p + 1) and (case.form.number == "p" or agrees(scene, p + 1, case.hit)):
            return p + 1, e
        if hit is not None and not hit.reading.verb.also_noun:
            return None
    return None


def _statement(scene: Scene, p: int) -> bool:
    """Whether a word is something spoken or written (بيانا، مؤتمر)."""
    form = scene.form(p)
    return scene.stem_in(p, "setting_noun") or (form.endswith("ا") and form[:-1] in scene.lexicon.edges["setting_noun"])


def nobody_reports(case: Case) -> bool:
    """Whether the verb speaks for nobody but the outlet, or stands where no clause begins."""
    scene, verb, form, j = case.scene, case.verb, case.form, case.j
    spoken = case.subject is not None and speaks(scene, case.subject[0])
    if (
        case.subject is not None
        and not spoken
        and case.rule != "relative-verb"
        and _no_speaker(scene, case.subject[0], object_before=bool(case.hit.cut.enc))
    ):
        return True
    if _matter_shows(case) or _impersonal(case) or (verb.object == "counted" and case.subject is None):
        return True
    if verb.also_noun and form.tense == "past" and case.rule == "verb-subject" and case.subject is not None and not spoken:
        if adjective_like(scene, j) and not definite(scene, j) and form.gender == "m":
            return True  # طالب جامعي: a noun with its adjective
    if verb.also_noun and case.subject is None and not case.hit.cut.enc and scene.form(case.before) in RELATIVE:
        return True  # التقرير الذي نشر أمس
    if scene.form(case.before) in (*RELATIVE, "ما", "وما", "مما") and scene.form(j) in ("به", "بها", "بهم") and not spoken:
        if not speaks(scene, j + 1):
            return True  # كل ما أمر به الله
    if "held" in verb.ways and form.tense == "present" and not case.negated and not spoken:
        if not scene.is_that(skip_setting(scene, case.e, case.limit)):
            return True  # يعتبر الحي: it is held to be
    if "held" in verb.ways and form.tense == "present" and scene.form(case.before) in RELATIVE and not case.hit.cut.enc:
        if scene.is_word(j) and j not in scene.mentions and not definite(scene, j) and not scene.is_that(j):
            return True  # البلدة التي تعتبر قريبة من الجبهة
    if "of_responsibility" in verb.ways and not responsibility(scene, j, min(case.limit, j + 25)):
        return True
    if "by_speaker" in verb.ways and not spoken:
        return True
    if "exposed_alike" in verb.ways and form.tense == "present" and case.hit.cut.stem[:1] == "ت":
        if any(c.pro in ("ل", "لال") for p in range(j, case.e + 1) for c in scene.page.lookup.cuts(scene.form(p))):
            return True  # تعرض القاضي لجروح
    if "preposition_alike" in verb.ways and form.tense == "present" and form.gender == "f" and not spoken:
        return True  # تبين أن: it turned out
    past_he = form.gender == "m" and form.number == "s" and form.tense == "past"
    if "preposition_alike" in verb.ways and past_he:
        if case.hit.cut.pro == "" or (case.subject is not None and not spoken) or _paired(case):
            return True  # بين is mostly the preposition
    if case.start_ok or case.rule != "verb-subject" or verb.impersonal == "hedged" or case.i == case.sentence.first:
        return False
    # no clause begins here: a relative clause on an indefinite noun, or a lost full stop before a speaker
    bare = case.subject is None and (scene.is_that(skip_setting(scene, j, case.limit)) or bool(case.hit.cut.enc))
    # منشآت تقول القيادة إنها للخصم: the pronoun takes up the noun before
    of_it = spoken and scene.is_that(case.e) and scene.tokens[case.e].plain.endswith(("ه", "ها", "هم", "هما"))
    return not case.negated and not of_it and not ((spoken or bare) and form.tense == "past")


def _no_speaker(scene: Scene, i: int, *, object_before: bool) -> bool:
    """Whether a word can be nobody who speaks: a thing (الوضع يؤكد، تطرق الاجتماع), or an indefinite accusative (يعتبره متاعا)."""
    if scene.stem_in(i, "never_speaks") or (scene.form(i) in ("كل", "جميع") and scene.stem_in(i + 1, "never_speaks")):
        return True
    text = scene.page.text(scene.tokens[i].span)
    accusative = text.endswith(("ًا", "اً")) or (
        object_before  # and no غالينا لوغوفا
        and scene.form(i).endswith("ا")
        and scene.form(i + 1).endswith("ا")
        and scene.is_word(i + 1)
    )
    return accusative and not definite(scene, i) and len(scene.form(i)) > 3


def nobody_at_all(case: Case) -> bool:
    """Whether the subject of a negated verb is nobody (لم تتبن أي جهة الهجوم، لم يعلن أحد): the outlet tells that none has spoken."""
    if not case.negated or case.subject is None:
        return False
    first, last = case.subject
    return case.scene.form(first) in ("اي", "ايه") or (case.scene.form(first) == "احد" and last == first + 1)


def _matter_shows(case: Case) -> bool:
    """Whether a thing told before shows something, and nobody says it (وهو ما يؤكد صحتها), or the word is a noun (هو أمر مروع)."""
    scene, at = case.scene, case.before
    if case.verb.also_noun and scene.form(at) in _IT_IS:
        return True
    moved = "to_object" in case.verb.takes and not case.hit.cut.enc and scene.form(case.hit.last) not in ("اليه", "اليها")
    if moved and (scene.form(at) == "مما" or (scene.form(at) == "ما" and scene.is_comma(at - 1))):
        return True  # ما دعا القائد إلى الاحتجاج: what happened moved him to it
    if case.subject is not None or case.verb.impersonal == "hedged":
        return False
    if scene.form(at) not in ("ما", "مما", *RELATIVE) or case.hit.cut.enc or case.form.tense != "present":
        return False
    if case.form.gender != "m" or case.form.number != "s":
        return False
    if scene.form(at) in RELATIVE:
        return scene.form(at - 1) in ("الامر", "الشيء", "وهذا", "هذا")
    return scene.form(at) == "مما" or scene.is_comma(at - 1) or scene.form(at - 1) in ("وهو", "هو", "وهذا", "هذا", "وذلك")


def _paired(case: Case) -> bool:
    """Whether the word only goes on with the preposition of its spelling (بينه وبين الحكومة)."""
    near = range(max(case.sentence.first, case.i - 8), case.i)
    return any(cut.stem == case.verb.past for p in near for cut in case.scene.page.lookup.cuts(case.scene.form(p)))


def _impersonal(case: Case) -> bool:
    """Whether a form without a subject speaks for nobody but the outlet (يذكر أن، يشار إلى، قيل)."""
    verb, form, scene = case.verb, case.form, case.scene
    if form.voice == "passive" and verb.impersonal != "hedged":
        return True
    if case.subject is not None or case.negated or verb.impersonal != "outlet":
        return False
    if form.tense != "present" or form.gender != "m" or form.number != "s" or case.hit.cut.pro not in ("", "و"):
        return False
    j = case.j + 1 if scene.is_comma(case.j) else case.j  # ويذكر، أن
    return scene.is_that(j) or scene.form(j) in ("الي", "هنا", "ايضا", "في")
