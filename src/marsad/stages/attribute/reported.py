"""What is reported: where the content of a reporting verb opens once its speaker is settled."""

from __future__ import annotations

from typing import Final

from marsad.arabic.fold import fold_word
from marsad.lexicon.attribute import Takes, Verb
from marsad.model import Span, Stance
from marsad.stages.attribute.bounds import stops
from marsad.stages.attribute.cases import Case
from marsad.stages.attribute.draft import Opening
from marsad.stages.attribute.openings import (
    PREPOSITION_OF,
    RELATIVE,
    SAYING,
    behind_comma,
    by_preposition,
    clause_start,
    find_opening,
    heads_clause,
    named,
    objective,
    past_place,
    plain_object,
)
from marsad.stages.attribute.reporters import openers_of
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import antecedent
from marsad.stages.attribute.wording import by_content, definite, masdar_like, masdar_with_article, responsibility, speaks

THE_MATTER: Final = frozenset(["الامر", "الشي", "الشيء"])
_WITH_PRONOUN: Final[dict[str, Takes]] = {
    "عنه": "about", "عنها": "about", "عنهم": "about", "اليه": "to", "اليها": "to", "به": "by", "بها": "by", "بهم": "by",
    "عليه": "upon", "عليها": "upon", "منه": "of", "منها": "of",
}  # fmt: skip
_NAMING_REACH: Final = 16
_CLAUSE: Final = 3  # words of the shortest clause that can be taken up


def clause_before(scene: Scene, i: int, first: int) -> tuple[int, int] | None:
    """The clause that الأمر الذي at token `i` takes up, or nothing where a page has lost it."""
    end = i
    while end > first and scene.is_comma(end - 1):
        end -= 1
    start = first
    while start < end and not scene.is_word(start):
        start += 1
    return (start, end) if end - start >= _CLAUSE else None


def opening_of(case: Case) -> Opening | None:
    """Where the content opens, first close behind the speaker, then behind times, settings and media."""
    scene, verb, e, limit = case.scene, case.verb, case.e, case.limit
    k = skip_setting(scene, e, limit)
    far = skip_setting(scene, e, limit, phrases=True)
    if case.hit.cut.enc and "rumour" in verb.ways:
        about = scene.form(k) in ("عن", "حول") and k + 1 < limit
        return Opening("preposition", k + 1, scene.tokens[k + 1].start, k) if about else None
    if case.hit.cut.enc:
        found = named(scene, k, limit) or named(scene, skip_setting(scene, case.hit.last, limit), limit)
        return found or (named(scene, far, limit) if far > k and scene.is_that(far) else None)
    if "by_object" in verb.takes:
        called = _called(scene, far, limit)
        if called is not None:
            return called
    if case.any_object or case.withheld:
        return objective(scene, far, limit, verb.takes) or objective(scene, past_place(scene, far, limit), limit, verb.takes)
    any_noun = verb.stance != "asserts" or "telling" in verb.ways
    if "telling" in verb.ways or verb.whom:
        addressed = noun_phrase(scene, far, limit, objects=True, by=True, ends=openers_of(verb.whom))
        far = skip_setting(scene, addressed, limit)
    opening = find_opening(scene, far, limit, verb.takes, any_noun=any_noun)
    if k != far and (opening is None or opening.at > far):
        opening = by_preposition(scene, k, limit, verb.takes, any_noun=any_noun) or opening
    if "object" in verb.takes and (opening is None or opening.at > far):
        opening = plain_object(scene, far, limit, counted=verb.object == "counted") or opening
    if opening is not None and opening.how == "by" and "that" in verb.takes and verb.stance == "asserts":
        said = behind_comma(scene, opening.token, limit)
        if said is not None:
            return said
    if opening is not None and opening.how in ("preposition", "by") and "quote" in verb.takes:
        for p in range(opening.token, min(limit, opening.token + 20)):
            if scene.form(p) in SAYING:
                said = find_opening(scene, p + 1, limit, ("that", "quote"), any_noun=False)
                return said or opening
    if opening is None and "about_source" in verb.takes and not case.hit.cut.enc:
        opening = _told_by_source(scene, far, limit)
    if opening is None and case.negated and case.objects:
        opening, end = indefinite_object(scene, case.j, limit)  # لم يستبعد تدخلا عسكريا
        if opening is not None and end > case.j:
            case.subject, case.e = (case.j, end), end
        opening = opening or objective(scene, far, limit, verb.takes)
    if opening is None and "by" in verb.takes and verb.stance == "asserts" and not case.negated:
        opening = _by_any_noun(case)
    return opening or _bare_clause(case, far)


def said_of_whom(case: Case) -> Opening | None:
    """What is said of or asked from whom the verb's pronoun stands for (اتهمتها بخرق الهدنة، دعته إلى الانسحاب)."""
    scene, verb, limit = case.scene, case.verb, case.limit
    if not (case.hit.cut.enc and verb.whom) or case.negated:
        return None
    if case.subject is None:
        masdar = fold_word(verb.past) in {fold_word(m) for m in verb.masdars}
        if masdar or not (clause_start(scene, case.i, case.sentence.first) or case.hit.cut.pro in ("و", "ف")):
            return None  # وعدهم بالعودة is "their promise" as well
    elif not speaks(scene, case.subject[0]):
        return None  # دعته الحاجة إلى
    k = skip_setting(scene, case.e, limit, phrases=True)
    if "object" in verb.whom:
        found = plain_object(scene, k, limit, counted=False)
        if found is not None or "of_responsibility" not in verb.ways:
            return found
        return Opening("object", k, scene.tokens[k].start, k) if responsibility(scene, k, k + 1) else None
    return find_opening(scene, k, limit, verb.whom, any_noun=True)


def _called(scene: Scene, k: int, limit: int) -> Opening | None:
    """What somebody calls the thing that stands at token `k` (وصف المعركة التي يخوضها الفصيل بأنها شرعية، وصف الاتفاق بالكارثي)."""
    if not scene.is_word(k) and not scene.is_quote_mark(k):
        return None
    for p in range(k + 1, min(limit, k + _NAMING_REACH)):
        if scene.is_comma(p) or scene.form(p) in ".؟!:":
            return None
        if scene.is_that(p):
            by = scene.tokens[p].plain.startswith("ب") and p + 1 < limit
            return Opening("that", p + 1, scene.tokens[p + 1].start, p) if by else None
        ends = scene.form(p) in ("ب", "بـ") or (scene.form(p).startswith("بال") and not scene.stem_in(p, "place_noun"))
        if ends and scene.form(p - 1) not in PREPOSITION_OF and p not in scene.mentions:
            return by_preposition(scene, p, limit, ("by",), any_noun=True)
    return None


def _by_any_noun(case: Case) -> Opening | None:
    """A ب with an indefinite noun that was taken into the speaker's phrase (أفادت مصادر بخرق الهدنة), where nothing else opens."""
    scene = case.scene
    if case.subject is None or case.rule != "verb-subject" or not speaks(scene, case.subject[0]):
        return None
    for p in range(case.subject[0] + 1, case.subject[1]):
        if by_content(scene, p) and not definite(scene, p) and scene.form(p) not in ("ب", "بـ"):
            case.subject, case.e = (case.subject[0], p), p
            return Opening("by", p, scene.after_proclitic(p, 1), p)
    return None


def _told_by_source(scene: Scene, k: int, limit: int) -> Opening | None:
    """The verbal noun behind whom an agency quotes (نقل الموقع عن مصادر طبية مقتل خمسة), `k` being the token of عن."""
    if scene.form(k) != "عن":
        return None
    q = skip_setting(scene, noun_phrase(scene, k + 1, limit, objects=True), limit)
    if k + 1 < q < limit and masdar_like(scene, q):
        return Opening("object", q, scene.tokens[q].start, q)
    return None


def _bare_clause(case: Case, k: int) -> Opening | None:
    """What is said without أن behind a closed speaker (قال ناشطون داهمت الدوريات الحي), `k` being the token behind settings."""
    scene, proclitic = case.scene, case.hit.cut.pro
    if "bare_clause" not in case.verb.ways or case.form.tense != "past" or case.negated or k + 1 >= case.limit:
        return None
    head = next((p for p in range(case.j, case.e) if heads_clause(scene, p)), None)
    if head is not None:  # وأضاف البيان لقد: the phrase ran into what is said
        case.subject, case.e, k = ((case.j, head) if head > case.j else None), head, head
    if case.subject is None and not (proclitic == "و" and case.verb.stance == "asserts" and not case.verb.also_noun):
        return None
    if case.subject is not None and not speaks(scene, case.subject[0]):
        return None
    told = case.subject is not None and scene.action(k) and not masdar_like(scene, k)
    if not (told or heads_clause(scene, k)):
        return None
    return Opening("that", k, scene.tokens[k].start, k)


def what_is_denied(case: Case) -> tuple[int, int] | None:
    """What a pronoun behind a denial stands for: وهو ما نفته الحركة, اتهامات ينفيها المسلحون, الأنباء التي نفاها."""
    scene, before, first = case.scene, case.before, case.sentence.first
    if case.subject is None or before < first:
        return None
    if case.verb.stance not in ("denies", "rejects") and not speaks(scene, case.subject[0]):
        return None  # ما يقره الدستور
    if masdar_with_article(scene, case.subject[0]) or masdar_like(scene, case.subject[0]):
        return None  # أبلغ الجيش الوسطاء رفضه الانسحاب: a noun with its object
    if scene.form(before) == "ما":
        return (before - 1 if scene.form(before - 1) in ("هو", "وهو", "هي", "وهي") else before, before + 1)
    relative = before if scene.form(before) in RELATIVE else case.i
    mark = relative - 2 if scene.is_comma(relative - 1) else relative - 1
    if relative == before and mark > first and scene.is_quote_mark(mark):
        quote = next((q for q in scene.page.quotes if q.last == mark and q.closed and q.first >= first), None)
        if quote is not None:
            return quote.first, quote.last  # "حركة الأحرار"، التي أوردها
    return antecedent(scene, relative, first)


def spoken_of(case: Case) -> tuple[int, int] | None:
    """What a relative clause with a preposition and a pronoun takes up (المعركة التي أعلنت عنها القيادة)."""
    scene, p = case.scene, case.hit.last
    want = _WITH_PRONOUN.get(scene.form(p))
    if case.hit.cut.enc or scene.form(case.before) not in RELATIVE or want is None:
        return None
    if want not in case.verb.takes and not (want == "to" and "to_object" in case.verb.takes):
        return None
    e = noun_phrase(scene, p + 1, case.limit)
    if e == p + 1 or not speaks(scene, p + 1):
        return None
    case.subject, case.e, case.rule = (p + 1, e), e, "verb-subject"
    found = antecedent(scene, case.before, case.sentence.first)
    if found is None:
        return None
    governed = (q for q in range(found[1] - 1, found[0], -1) if by_content(scene, q) and scene.form(q).startswith("بال"))
    return next(governed, found[0]), found[1]  # رحب الوفد بالمؤتمر الذي دعت إليه روسيا


def not_reported(case: Case, opening: Opening) -> bool:
    """Whether what opens is not what the verb needs for a report."""
    scene, verb = case.scene, case.verb
    reach = range(opening.token, min(case.limit, opening.token + 8))
    if "of_deeds" in verb.ways and not any(scene.stem_in(p, "claimed_deed") for p in reach):
        return True  # تبنى المجلس قرارا: adopted, not claimed
    if not of_words(scene, verb, opening):
        return True
    if opening.how == "object" and scene.form(opening.token) in {fold_word(w) for w in verb.not_before}:
        return True  # سجلت القوات تقدما: made, not recorded
    if "subject_behind" in verb.ways and opening.how == "object" and case.rule != "verb-subject":
        return True
    clause = opening.how in ("that", "colon", "quote") or (opening.how == "preposition" and scene.is_that(opening.token - 1))
    return verb.needs == "clause" and not clause and not case.hit.cut.enc and not case.withheld


def of_words(scene: Scene, verb: Verb, opening: Opening) -> bool:
    """Whether what opens is something said, planned or asked, where the verb reports of nothing else."""
    if "of_comment" in verb.ways and not any(scene.stem_in(p, "comment") for p in range(opening.token, opening.token + 3)):
        return False
    if "of_words" not in verb.ways or scene.is_that(opening.token - 1) or opening.how in ("colon", "quote"):
        return True
    at = opening.token + (scene.form(opening.token) in scene.lexicon.edges["quantity"])
    return scene.stem_in(at, "word_thing")


def refined(case: Case, opening: Opening) -> tuple[Opening, Stance]:
    """The opening moved behind words that belong to the cue or to another person, and the stance of the verb here."""
    scene, verb, limit = case.scene, case.verb, case.limit
    stance = verb.negated if case.negated and verb.negated is not None else verb.stance
    if "offered_to" in verb.ways and opening.how == "preposition":
        beyond = noun_phrase(scene, opening.token, limit, objects=True)
        if opening.token < beyond < limit and masdar_like(scene, beyond):
            opening = Opening("object", beyond, scene.tokens[beyond].start, opening.at)  # عرضت على الوفد استضافة الجولة
    if "refusing" in verb.ways and not case.negated and scene.form(opening.token) in scene.lexicon.edges["refused"]:
        stance = "withholds"
        word, q = scene.form(opening.token), opening.token + 1
        preposition = scene.form(q) in ("عن", "علي")
        if preposition or word in ("تاكيد", "كشف"):
            if opening.token == case.j:
                case.last = case.j + 1
            q += preposition
            if q < limit and (case.last > case.hit.last or word in ("الكشف", "الافصاح")):
                opening = Opening("object", q, scene.tokens[q].start, opening.at)
    return opening, stance


def indefinite_object(scene: Scene, j: int, limit: int) -> tuple[Opening | None, int]:
    """An indefinite noun behind a closed speaker as content (أعلنت القيادة وقفا شاملا), and where the speaker ends."""
    e = noun_phrase(scene, j, limit, objects=True, split=True)
    k = skip_setting(scene, e, limit, phrases=True)
    if (
        e == j
        or k >= limit
        or not scene.is_word(k)
        or definite(scene, k)
        or scene.form(k) in RELATIVE
        or (
            scene.form(k).startswith(("و", "ب", "ل", "ف"))
            and scene.form(k).removesuffix("ا") not in scene.lexicon.edges["begins_with_waw"]
        )
    ):
        return None, e
    if (
        stops(scene, k, j)
        or scene.form(k) in PREPOSITION_OF
        or (scene.action(k) and not scene.form(k).endswith("ا"))
        or scene.verb(k) is not None
        or not speaks(scene, j)
    ):
        return None, e
    return Opening("object", k, scene.tokens[k].start, k), e


def quote_before(scene: Scene, i: int, first: int) -> tuple[int, Span] | None:
    """A quotation that closes right before the verb ("...", قال فلان): its first token and its characters."""
    p = i - 1
    while p > first and scene.is_comma(p):
        p -= 1
    if p <= first or not scene.is_quote_mark(p):
        return None
    for quote in scene.page.quotes:
        if quote.last == p and quote.closed and quote.last - quote.first >= 3:
            return quote.first, quote.inner
    return None
