"""Reporting verbs: which of them report here, and the claim that each opens."""

from __future__ import annotations

from marsad.arabic.fold import fold_word
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import Cut
from marsad.model import Considered, Stance
from marsad.stages.attribute.cases import Case
from marsad.stages.attribute.draft import Draft, Opening
from marsad.stages.attribute.openings import NEGATIONS, RELATIVE, SAYING, find_opening
from marsad.stages.attribute.phrasal import cue_start, names_one_of, with_noun, within
from marsad.stages.attribute.relays import about_source, note_relays, relay_in_front
from marsad.stages.attribute.reported import (
    THE_MATTER,
    clause_before,
    indefinite_object,
    not_reported,
    opening_of,
    quote_before,
    refined,
    said_of_whom,
    spoken_of,
    what_is_denied,
)
from marsad.stages.attribute.reporters import FROM_HIM, nobody_at_all, nobody_reports, speaker_behind, speaker_elsewhere
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import antecedent, same_voice
from marsad.stages.attribute.wording import definite, masdar_like, speaks

_JOINED_REACH = 20  # tokens from أن to a second verb that hangs on it
_MODAL_REACH = 5  # tokens from what may or must be to its أن: for whom stands between
_GIVEN_REACH = 30  # words between whom words are given to and قوله: where and when he spoke


def verb_cue(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """The claim that a reporting verb opens, or nothing where the verb does not report here."""
    if hit.reading.form.person == 1 and scene.form(hit.first).endswith("نا"):
        hit = _told_us(scene, hit) or hit
    verb, form = hit.reading.verb, hit.reading.form
    if form.person == 1 or _i_do(scene, hit) or _done_by_nobody(scene, hit):
        return None
    if verb.with_nouns:
        draft = with_noun(scene, hit, sentence)
        if draft is not None or not verb.takes:
            return draft
    negated = hit.first > sentence.first and scene.form(hit.first - 1) in NEGATIONS
    if negated and form.tense == "past":
        return None  # لا مانع
    if (negated and verb.negated is None) or (verb.needs_pronoun and not hit.cut.enc):
        return None
    if "only_negated" in verb.ways and not negated:
        return None
    if _only_supposed(scene, hit, negated=negated):
        return None
    j = hit.last
    while scene.form(j) in scene.lexicon.edges["within_it"] and j + 1 < sentence.last:
        j += 1
    case = Case(scene, hit, sentence, verb, form, j, negated, last=hit.last)
    if not negated and same_voice(scene, case.before, sentence.first):
        return None
    if "in_statement" in verb.ways and j > hit.last:
        if not (scene.is_that(j) or scene.form(j) == ":"):
            return None
        case.last = case.e = j  # بيانا جاء فيه: who made the statement speaks
        speaker_elsewhere(case)
        return _with_content(case)
    if "in_statement" in verb.ways:
        found = within(scene, j, case.limit)
        if found is None and scene.form(hit.last) in ("فيه", "فيها", "خلاله"):
            case.e, case.last = j, j  # بيانا جاء فيه: whoever gave it out
        elif found is None:
            return _without_waw(case)
        else:
            case.subject, case.last, case.e = found, j + 1, found[1]
    else:
        speaker_behind(case)
    if not speaker_elsewhere(case) or nobody_reports(case):
        return None
    return _with_content(case)


def _i_do(scene: Scene, hit: VerbHit) -> bool:
    """Whether a verb is spelled in the first person (آمر is أأمر, I order, and never أمر): who is ordered is no speaker."""
    return scene.tokens[hit.first].plain.startswith("آ") and hit.cut.pro == "" and not hit.reading.verb.past.startswith("آ")


def _done_by_nobody(scene: Scene, hit: VerbHit) -> bool:
    """Whether a past verb is written with the ُ of the passive on its first letter (أُعلن، وُثق): nobody is said to report."""
    text = scene.page.text(scene.tokens[hit.first].span)
    at = text.find("\u064f")
    return hit.reading.form.tense == "past" and 0 < at <= 1 + len(hit.cut.pro) and hit.reading.verb.impersonal != "hedged"


def _only_supposed(scene: Scene, hit: VerbHit, *, negated: bool) -> bool:
    """Whether the report has not been made: future (سيعلن), supposed (إذا أعلن), or the verb is another one (لفت نظره)."""
    if hit.cut.pro in ("س", "وس", "فس") or scene.form(hit.first - 1) in scene.lexicon.edges["supposing"]:
        return True
    if scene.form(hit.first - 1) in ("كنت", "كنتم"):
        return True  # إذا كنت تعتقد أن المقال: the reader is spoken to
    if hit.reading.form.tense == "present" and hit.cut.enc == "" and (hit.reading.verb.present or "").endswith("ي"):
        if scene.tokens[hit.first].plain.endswith("ى") and not scene.is_that(hit.last):
            return True  # يدعى فلان: is called
    if hit.reading.form.tense != "past" and not negated and _may_or_must(scene, hit):
        return True
    if negated and scene.form(hit.first - 1) in ("لن", "ولن") and hit.reading.verb.negated == "withholds":
        return True
    return scene.form(hit.last) in {fold_word(w) for w in hit.reading.verb.not_before}


def _may_or_must(scene: Scene, hit: VerbHit) -> bool:
    """Whether a present verb tells what may or must be: behind قد, or over أن (يمكن للمجلس أن يطلب), or joined to such a one (أن يوقف القصف ويعلن)."""
    if scene.form(hit.first - 1) == "قد":
        return True
    first = scene.page.sentence_of(hit.first).first
    joined = hit.cut.pro == "و"
    if not joined and not (scene.is_that(hit.first - 1) and scene.tokens[hit.first - 1].plain in ("أن", "ان")):
        return False
    that = hit.first - 1
    while joined and that >= first and not scene.is_that(that):
        if not (scene.is_word(that) or scene.is_comma(that)) or scene.in_set(that, "span_time"):
            return False
        if hit.first - that > _JOINED_REACH:
            return False
        that -= 1
    if that < first or scene.tokens[that].plain not in ("أن", "ان") or scene.form(that + 1)[:1] not in ("ي", "ت"):
        return False
    modal = scene.lexicon.edges["may_or_must"]
    return any(scene.form(p).removeprefix("و") in modal for p in range(max(first, that - _MODAL_REACH), that))


def _told_us(scene: Scene, hit: VerbHit) -> VerbHit | None:
    """أبلغنا أحد السكان read as "he told us" and not "we told", where somebody who can speak follows."""
    if "telling" not in hit.reading.verb.ways or not (speaks(scene, hit.last) or speaks(scene, hit.last + 1)):
        return None
    for reading in scene.lexicon.verbs.get(hit.cut.stem.removesuffix("نا"), ()):
        if reading.verb is hit.reading.verb and reading.form.person == 3:
            return VerbHit(hit.first, hit.last, hit.cut, reading)
    return None


def _with_content(case: Case) -> Draft | None:
    """The draft of a verb whose speaker is settled, or nothing where no content opens behind it."""
    scene, hit, verb = case.scene, case.hit, case.verb
    if "to_object" in verb.takes and (draft := _words_given_to(case)) is not None:
        return draft
    relative = scene.form(case.before) in RELATIVE or scene.form(case.before) in ("ما", "وما", "مما")
    opening = of_whom = said_of_whom(case)
    pronoun = (
        opening is None
        and bool(hit.cut.enc)
        and not case.negated
        and (verb.stance in ("denies", "rejects") or (relative and verb.needs == "any" and not case.named))
    )
    if hit.cut.enc and not (opening or pronoun or verb.pronoun or verb.needs_pronoun):
        return None  # ما تشهده المدن
    if opening is None and not pronoun and not (hit.cut.enc and "of_deeds" in verb.ways):
        opening = opening_of(case)
    if opening is None and "in_statement" in verb.ways and scene.form(case.before) == "ما":
        if scene.form(case.e) in ("عن", "حول", "بشان") and case.e + 1 < case.limit:  # ما جاء في البيان عن
            opening = Opening("that", case.e + 1, scene.tokens[case.e + 1].start, case.e)
    if opening is None and case.rule == "verb-subject" and not hit.cut.enc and "bare_object" in verb.ways:
        opening, case.e = indefinite_object(scene, case.j, case.limit)
        if opening is not None and case.e > case.j:
            case.subject = (case.j, case.e)
    quoted = None
    if opening is None and "quote" in verb.takes and not case.negated:
        quoted = quote_before(scene, case.i, case.sentence.first)
        if quoted is not None:
            opening = Opening("quote-before", quoted[0], -1, case.e)
    if hit.cut.enc and case.subject is not None and opening is not None and opening.at < case.subject[1]:
        case.subject = None
    preset = _taken_up(case, opening, pronoun=pronoun)
    if preset is not None:
        opening = Opening("antecedent", preset[0], scene.tokens[preset[0]].start, case.e)
    if opening is None or not_reported(case, opening) or _told_by_a_charge(case, opening):
        return None
    if "waw_alike" in verb.ways and not hit.cut.pro and opening.how == "that" and not _of_the_future(case, opening):
        return _without_waw(case)
    opening, stance = refined(case, opening)
    draft = _draft(case, opening, stance)
    if of_whom is not None and relative:
        draft.limit = _relative_ends(scene, opening.token + 1, case.limit)
    if opening.how == "that" and _of_the_noun_before(case, opening, nobody=draft.nobody):
        draft.limit = _relative_ends(scene, opening.token + 1, case.limit)
    if quoted is not None:
        draft.content, draft.close, draft.quotation = [quoted[1]], draft.last, "direct"
    if preset is not None:
        word = scene.form(preset[0])
        attached = (word.startswith("ل") and not definite(scene, preset[0])) or word in ("وهو", "وهي") or word.startswith("بال")
        start = scene.after_proclitic(preset[0], 1) if attached else scene.tokens[preset[0]].start
        draft.content, draft.close = [(start, scene.tokens[preset[1] - 1].end)], preset[1]
    return draft if _told_through(case, draft, opening) else None


def _told_through(case: Case, draft: Draft, opening: Opening) -> bool:
    """Note through whom the report came; false where a verb of carrying on names nobody whose words these are."""
    scene, hit, verb, form = case.scene, case.hit, case.verb, case.form
    note_relays(scene, draft, hit.last, opening.at)
    relay_in_front(scene, draft, case.sentence.first, case.i)
    if "about_source" not in verb.takes:
        return True
    if scene.form(hit.last) in FROM_HIM and draft.source is not None and hit.cut.pro == "و":
        draft.relays, draft.source, draft.rule = [*draft.relays, draft.source], None, "relay-about-him"
        draft.gender, draft.number = ("f" if scene.form(hit.last) == "عنها" else "m"), "s"
        return True
    if about_source(scene, draft, case.j, case.limit):
        return True
    ambiguous = verb.also_noun and form.gender == "m" and not case.start_ok
    return case.subject is not None and opening.how == "that" and not ambiguous


def _told_by_a_charge(case: Case, opening: Opening) -> bool:
    """Whether بأن hangs on a charge or a report that the verb only mentions (شرحت موسكو سبب رفضها لاتهامات بأن)."""
    scene, that = case.scene, opening.token - 1
    if opening.how != "that" or not scene.tokens[that].plain.startswith("ب"):
        return False
    head = case.subject[0] if case.subject is not None else -1
    return any(p != head and scene.stem_in(p, "charges") for p in range(case.hit.last, that))


def _words_given_to(case: Case) -> Draft | None:
    """نسبت الوكالة إلى القائد قوله إن: what the one behind إلى is said to have said, through the one who gives it to him."""
    scene, limit = case.scene, case.limit
    start = skip_setting(scene, case.e, limit)
    if scene.form(start) != "الي" or start + 1 >= limit:
        return None
    end = noun_phrase(scene, start + 1, limit)
    said = next((p for p in range(end, min(limit, end + _GIVEN_REACH)) if scene.form(p) in SAYING), None)
    if end == start + 1 or said is None:
        return None
    opening = find_opening(scene, said, limit, ("that", "quote"), any_noun=False)
    if opening is None:
        return None
    draft = _draft(case, opening, "asserts")
    if case.subject is not None:
        draft.relays.append(case.subject)
    draft.source, draft.rule = (start + 1, end), "relay-to-speaker"
    return draft


def _taken_up(case: Case, opening: Opening | None, *, pronoun: bool) -> tuple[int, int] | None:
    """The words before the verb that its pronoun takes up as content: a deed claimed, or with `pronoun` what is denied."""
    scene, hit, first = case.scene, case.hit, case.sentence.first
    preset = None
    if "of_deeds" in case.verb.ways and hit.cut.enc and case.subject is not None:
        at = case.before if scene.form(case.before) in RELATIVE else case.i
        if hit.cut.pro == "و":  # الاعتداء الذي استهدف المتحف ونفذه مسلحان وتبناه التنظيم
            at = next((p for p in range(case.i - 1, first, -1) if scene.form(p) in RELATIVE), at)
        preset = antecedent(scene, at, first)
        if preset is not None:
            places = {m.first for m in scene.recognised.place_mentions}
            inner = [p + 1 for p in range(*preset) if scene.form(p) == "في" and p + 1 < preset[1] and p + 1 not in places]
            preset = (inner[-1] if inner else preset[0]), preset[1]
        if preset is not None and hit.cut.enc == "هما":  # عشرة قتلى في تفجيرين تبناهما التنظيم
            preset = next((p for p in range(*preset) if scene.form(p).endswith(("ين", "ان"))), preset[0]), preset[1]
    if preset is None and opening is None and pronoun:
        preset = what_is_denied(case)
        if preset is not None and scene.form(preset[0]) in THE_MATTER and preset[1] == preset[0] + 1:
            preset = clause_before(scene, preset[0], first)
    if preset is None and opening is None:
        preset = spoken_of(case)
    if preset is not None and case.verb.with_nouns and not names_one_of(scene, preset, case.verb.with_nouns):
        return None  # التساهل الذي تبديه الحكومة: shown and not voiced
    return preset


def _of_the_noun_before(case: Case, opening: Opening, *, nobody: bool) -> bool:
    """Whether a clause without a relative word is about the indefinite noun before it (طائرات يعتقد أنها روسية، ثلاثة أشخاص قالت مصادر إنهم مدنيون)."""
    scene, i = case.scene, case.i
    if i == case.sentence.first or not scene.is_word(i - 1) or definite(scene, i - 1) or scene.is_that(i - 1) or case.hit.cut.pro:
        return False
    if scene.form(i - 1) in RELATIVE or not scene.form(opening.token - 1).endswith(("انها", "انهم", "انه", "انهما")):
        return False
    return nobody or (case.rule == "verb-subject" and case.subject is not None and not case.start_ok)


def _relative_ends(scene: Scene, i: int, limit: int) -> int:
    """The end of a relative clause from token `i` on: a comma, or the verb of its head (الفصائل التي تتهمها دمشق بالقصف سلمت)."""
    names = {p for m in scene.recognised.place_mentions for p in range(m.first, m.last)}  # للواء عين عيسى
    ends = (p for p in range(i, limit) if scene.is_comma(p) or (scene.action(p) and not masdar_like(scene, p) and p not in names))
    return next(ends, limit)


def _draft(case: Case, opening: Opening, stance: Stance) -> Draft:
    """A draft with all that is known of the verb."""
    scene, verb, form = case.scene, case.verb, case.form
    nobody = case.subject is None and verb.impersonal == "hedged" and form.gender == "m"
    nobody = nobody and (form.tense == "present" or verb.past == "قيل")
    draft = Draft(
        kind="verb",
        first=case.i - 1 if case.negated else case.i,
        last=case.last,
        cue=(cue_start(scene, case.hit, negated=case.negated), scene.tokens[case.last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule=f"{case.rule if case.subject else 'verb'}-{opening.how}",
        stance=stance,
        certainty="hedged" if nobody else verb.certainty,
        sentence=case.sentence.span,
        limit=case.limit,
        opening=opening,
        gender=form.gender,
        number=form.number,
        present=form.tense != "past",
        source=case.subject,
        nobody=nobody or nobody_at_all(case),
        negated=case.negated,
        carries_on="carries_on" in verb.ways,
        named=bool(case.hit.cut.enc) and not verb.whom,
    )
    if case.front is not None and case.rule != "subject-verb":
        span, why = scene.span(case.front[0], case.front[1]), "a speaker follows the verb"
        draft.considered.append(Considered(span=span, what="speaker before the verb", why=why))
    if draft.source is None:
        draft.head = case.doer
    if draft.source is not None:
        for p in range(draft.source[0], draft.source[1] - 2):
            if scene.form(p) == "علي" and scene.form(p + 1) == "لسان":
                draft.head = (p + 2, draft.source[1])
    return draft


def _of_the_future(case: Case, opening: Opening) -> bool:
    """Whether the clause behind أن tells what is to come: with ب before أن, or with a verb that may be so read."""
    scene, reach = case.scene, range(opening.token, min(case.limit, opening.token + 10))
    if scene.form(opening.token - 1)[:1] == "ب" or scene.form(opening.token)[:1] in ("ي", "ت"):
        return True
    return any(scene.form(p) in ("سوف", "لن") or scene.form(p)[:2] in ("سي", "ست", "سن") and scene.action(p) for p in reach)


def _without_waw(case: Case) -> Draft | None:
    """A form read as و and the verb behind it: ورد as و and رد where no في follows, وعد as و and عد."""
    form, hit = case.scene.form(case.i), case.hit
    for reading in case.scene.lexicon.verbs.get(form[1:], ()):
        if form.startswith("و") and reading.verb is not case.verb and "in_statement" not in reading.verb.ways:
            return verb_cue(case.scene, VerbHit(hit.first, hit.last, Cut("و", form[1:], ""), reading), case.sentence)
    return None
