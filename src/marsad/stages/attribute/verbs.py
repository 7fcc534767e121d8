"""Reporting verbs: which of them report here, who their subject is, where their content opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import VerbForm
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import Cut
from marsad.lexicon.attribute import Verb
from marsad.model import Considered, Span, Stance
from marsad.stages.attribute.bounds import stops
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import (
    NEGATIONS,
    PREPOSITION_OF,
    RELATIVE,
    SAYING,
    Opening,
    behind_comma,
    by_preposition,
    clause_start,
    find_opening,
    heads_clause,
    named,
    objective,
    past_place,
    plain_object,
    topic_before,
)
from marsad.stages.attribute.phrasal import cue_start, with_noun, within
from marsad.stages.attribute.relays import about_source, note_relays
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import antecedent, fronted, is_object, same_voice, subject_before, takes_front
from marsad.stages.attribute.wording import adjective_like, definite, masdar_like, speaks

_THE_MATTER: Final = frozenset(["الامر", "الشي", "الشيء"])
_CLAUSE: Final = 3  # words of the shortest clause that can be taken up
_ADOPTED: Final = frozenset(["قرار", "قرارا", "القرار", "مشروع", "اتفاق", "اتفاقا", "نهج", "سياسه"])


@dataclass(slots=True, eq=False)
class _Case:
    """One verb while it is looked at: `j` is the token behind it, `e` the end of what was taken for its speaker."""

    scene: Scene
    hit: VerbHit
    sentence: Sentence
    verb: Verb
    form: VerbForm
    j: int
    negated: bool
    subject: tuple[int, int] | None = None
    rule: str = "verb-subject"
    e: int = -1
    last: int = -1
    start_ok: bool = True
    front: tuple[int, int, str] | None = None
    head: tuple[int, int] | None = None

    @property
    def i(self) -> int:
        """The verb's first token."""
        return self.hit.first

    @property
    def before(self) -> int:
        """The token before the verb and its negation."""
        return self.hit.first - (2 if self.negated else 1)

    @property
    def limit(self) -> int:
        """The end of the sentence."""
        return self.sentence.last

    @property
    def withheld(self) -> bool:
        """Whether the verb is negated and its negation withholds."""
        return self.negated and self.verb.negated == "withholds"

    @property
    def named(self) -> bool:
        """Whether the verb says what its pronoun is called or believed to be (وصفه بأنه)."""
        return "by_object" in self.verb.takes or "rumour" in self.verb.ways

    @property
    def objects(self) -> bool:
        """Whether the verb takes its content as object."""
        return any(t in self.verb.takes for t in ("object", "by_object", "to_object"))

    @property
    def any_object(self) -> bool:
        """Whether anything may be that object, not only a verbal noun."""
        wide = self.verb.object == "any" or "by_object" in self.verb.takes or "to_object" in self.verb.takes
        return self.objects and wide


def verb_cue(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """The claim that a reporting verb opens, or nothing where the verb does not report here."""
    if hit.reading.form.person == 1 and scene.form(hit.first).endswith("نا"):
        hit = _told_us(scene, hit) or hit
    verb, form = hit.reading.verb, hit.reading.form
    if form.person == 1 or _i_do(scene, hit):
        return None
    if verb.with_nouns:
        draft = with_noun(scene, hit, sentence)
        if draft is not None or not verb.takes:
            return draft
    negated = hit.first > sentence.first and scene.form(hit.first - 1) in NEGATIONS
    if (negated and verb.negated is None) or (verb.needs_pronoun and not hit.cut.enc):
        return None
    if _only_supposed(scene, hit, negated=negated):
        return None
    j = hit.last
    while scene.form(j) in scene.lexicon.edges["within_it"] and j + 1 < sentence.last:
        j += 1
    case = _Case(scene, hit, sentence, verb, form, j, negated, last=hit.last)
    if not negated and same_voice(scene, case.before, sentence.first):
        return None
    if "in_statement" in verb.ways:
        found = within(scene, j, case.limit)
        if found is None:
            return _without_waw(case)
        case.subject, case.last, case.e = found, j + 1, found[1]
    else:
        _speaker_behind(case)
    if not _speaker_elsewhere(case) or _nobody_reports(case):
        return None
    return _with_content(case)


def _i_do(scene: Scene, hit: VerbHit) -> bool:
    """Whether a verb is spelled in the first person (آمر is أأمر, I order, and never أمر): who is ordered is no speaker."""
    return scene.tokens[hit.first].plain.startswith("آ") and hit.cut.pro == "" and not hit.reading.verb.past.startswith("آ")


def _only_supposed(scene: Scene, hit: VerbHit, *, negated: bool) -> bool:
    """Whether the report has not been made: future (سيعلن), supposed (إذا أعلن), or the verb is another one (لفت نظره)."""
    if hit.cut.pro in ("س", "وس", "فس") or scene.form(hit.first - 1) in scene.lexicon.edges["supposing"]:
        return True
    if negated and scene.form(hit.first - 1) in ("لن", "ولن") and hit.reading.verb.negated == "withholds":
        return True
    return scene.form(hit.last) in {fold_word(w) for w in hit.reading.verb.not_before}


def _told_us(scene: Scene, hit: VerbHit) -> VerbHit | None:
    """أبلغنا أحد السكان read as "he told us" and not "we told", where somebody who can speak follows."""
    if "telling" not in hit.reading.verb.ways or not (speaks(scene, hit.last) or speaks(scene, hit.last + 1)):
        return None
    for reading in scene.lexicon.verbs.get(hit.cut.stem.removesuffix("نا"), ()):
        if reading.verb is hit.reading.verb and reading.form.person == 3:
            return VerbHit(hit.first, hit.last, hit.cut, reading)
    return None


def _speaker_behind(case: _Case) -> None:
    """Take the noun phrase behind the verb for its subject."""
    scene, hit, verb, j = case.scene, case.hit, case.verb, case.j
    if hit.cut.enc and scene.is_quote_mark(j) and verb.stance == "assesses":
        case.e = j  # ما أسماه "الشائعات": the name he gives, not he
    elif hit.cut.enc:
        case.e = noun_phrase(scene, j, case.limit, by=True)
    else:
        case.e = noun_phrase(
            scene,
            j,
            case.limit,
            objects=case.objects,
            by="by" in verb.takes or "by_object" in verb.takes or case.any_object,
            split=case.any_object or "telling" in verb.ways or verb.object == "counted" or case.withheld,
            ends=frozenset(p for p, t in PREPOSITION_OF.items() if t in verb.takes and t in ("of", "in")),
            strict=not case.any_object and verb.stance in ("asserts", "announces"),
        )
    case.subject = (j, case.e) if case.e > j else None


def _speaker_elsewhere(case: _Case) -> bool:
    """Look for the subject before the verb and in front of a relative; false where the word is no verb after all."""
    scene, hit, verb, form, i, j = case.scene, case.hit, case.verb, case.form, case.i, case.j
    first = case.sentence.first
    proclitic = hit.cut.pro in ("و", "ف", "وس", "فس", "س")
    case.start_ok = proclitic or clause_start(scene, i, first) or bool(hit.cut.enc)
    if not case.start_ok and form.tense == "past" and "quote" in verb.takes:
        case.start_ok = topic_before(scene, i, first)
    if hit.cut.pro != "و" and not hit.cut.enc and case.last == hit.last:
        case.front = fronted(scene, i, first) or (subject_before(scene, i, first) if hit.cut.pro != "ف" else None)
    case.head = _who_stated(case)
    case.start_ok = case.start_ok or case.head is not None
    if case.head is not None:
        case.subject, case.front, case.e = None, None, j
    front = case.front
    if front is not None and takes_front(scene, front, hit, j, behind=case.subject, any_object=case.any_object):
        case.subject, case.rule, case.e, case.start_ok = (front[0], front[1]), "subject-verb", j, True
        if verb.impersonal == "hedged" and form.tense == "present":
            of_nobody = form.gender == "m" and front[2] != "that" and front[0] not in scene.mentions
            if not speaks(scene, front[0]) or of_nobody:
                case.subject, case.rule = None, "verb"
    if verb.also_noun and form.gender == "m" and form.number == "s" and form.tense == "past" and not case.start_ok:
        loose = case.subject is not None and speaks(scene, case.subject[0]) and not scene.is_quote_mark(case.subject[0])
        word = scene.form(i - 1)
        if not loose or word in PREPOSITION_OF or definite(scene, i - 1) or word.startswith(("ب", "ل")):
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
        if head is not None:
            case.subject, case.rule, case.e = head, "relative-verb", j
    taken = case.subject is not None and case.rule == "verb-subject" and not hit.cut.enc
    if taken and case.any_object and case.subject is not None and is_object(scene, case.subject):
        case.subject, case.e = None, j
    return True


def _who_stated(case: _Case) -> tuple[int, int] | None:
    """Who made the statement in which the verb reports (أصدرت القيادة بيانا أعلنت فيه): the subject of the sentence's verb."""
    scene, first = case.scene, case.sentence.first
    if case.j == case.hit.last or case.start_ok or case.before <= first or not scene.is_word(case.before):
        return None
    for p in range(case.before, max(first, case.before - 8) - 1, -1):
        form = scene.form(p)
        if scene.stem_in(p, "setting_noun") or (form.endswith("ا") and form[:-1] in scene.lexicon.edges["setting_noun"]):
            break
    else:
        return None
    for p in range(first, case.before):
        hit = scene.verb(p)
        if scene.action(p) or (hit is not None and not hit.cut.enc):
            e = noun_phrase(scene, p + 1, case.before, objects=True, split=True)
            return (p + 1, e) if e > p + 1 else None
    return None


def _nobody_reports(case: _Case) -> bool:
    """Whether the verb speaks for nobody but the outlet, or stands where no clause begins."""
    scene, verb, form, j = case.scene, case.verb, case.form, case.j
    spoken = case.subject is not None and speaks(scene, case.subject[0])
    if _impersonal(case) or (verb.object == "counted" and case.subject is None):
        return True
    if verb.also_noun and form.tense == "past" and case.rule == "verb-subject" and case.subject is not None and not spoken:
        if adjective_like(scene, j) and not definite(scene, j) and form.gender == "m":
            return True  # طالب جامعي: a noun with its adjective
    if verb.also_noun and case.subject is None and not case.hit.cut.enc and scene.form(case.before) in RELATIVE:
        return True  # التقرير الذي نشر أمس
    if "held" in verb.ways and form.tense == "present" and not case.negated and not spoken:
        if not scene.is_that(skip_setting(scene, case.e, case.limit)):
            return True  # يعتبر الحي: it is held to be
    if "of_responsibility" in verb.ways and not any("مسوولي" in scene.form(p) for p in range(j, min(case.limit, j + 25))):
        return True
    if "by_speaker" in verb.ways and not spoken:
        return True
    past_he = form.gender == "m" and form.number == "s" and form.tense == "past"
    if "preposition_alike" in verb.ways and case.hit.cut.pro == "" and past_he:
        return True  # بين is mostly the preposition
    if case.start_ok or case.rule != "verb-subject" or verb.impersonal == "hedged" or case.i == case.sentence.first:
        return False
    # no clause begins here: a relative clause on an indefinite noun, or a lost full stop before a speaker
    bare = case.subject is None and (scene.is_that(skip_setting(scene, j, case.limit)) or bool(case.hit.cut.enc))
    return not case.negated and not ((spoken or bare) and form.tense == "past")


def _impersonal(case: _Case) -> bool:
    """Whether a form without a subject speaks for nobody but the outlet (يذكر أن، يشار إلى، قيل)."""
    verb, form, scene = case.verb, case.form, case.scene
    if form.voice == "passive" and verb.impersonal != "hedged":
        return True
    if case.subject is not None or case.negated or verb.impersonal != "outlet":
        return False
    if form.tense != "present" or form.gender != "m" or form.number != "s" or case.hit.cut.pro not in ("", "و"):
        return False
    return scene.is_that(case.j) or scene.form(case.j) in ("الي", "هنا", "ايضا", "في")


def _with_content(case: _Case) -> Draft | None:
    """The draft of a verb whose speaker is settled, or nothing where no content opens behind it."""
    scene, hit, verb = case.scene, case.hit, case.verb
    relative = scene.form(case.before) in RELATIVE or scene.form(case.before) in ("ما", "وما", "مما")
    pronoun = (
        bool(hit.cut.enc)
        and not case.negated
        and (verb.stance in ("denies", "rejects") or (relative and verb.needs == "any" and not case.named))
    )
    if hit.cut.enc and not (pronoun or verb.pronoun or verb.needs_pronoun):
        return None  # ما تشهده المدن
    opening = None if pronoun else _opening(case)
    if opening is None and "in_statement" in verb.ways and scene.form(case.before) == "ما":
        if scene.form(case.e) in ("عن", "حول", "بشان") and case.e + 1 < case.limit:  # ما جاء في البيان عن
            opening = Opening("that", case.e + 1, scene.tokens[case.e + 1].start, case.e)
    if opening is None and case.rule == "verb-subject" and not hit.cut.enc and "bare_object" in verb.ways:
        opening, case.e = _indefinite_object(scene, case.j, case.limit)
        if opening is not None and case.e > case.j:
            case.subject = (case.j, case.e)
    quoted = None
    if opening is None and "quote" in verb.takes and not case.negated:
        quoted = _quote_before(scene, case.i, case.sentence.first)
        if quoted is not None:
            opening = Opening("quote-before", quoted[0], -1, case.e)
    if hit.cut.enc and case.subject is not None and opening is not None and opening.at < case.subject[1]:
        case.subject = None
    preset = None
    if "of_deeds" in verb.ways and hit.cut.enc and case.subject is not None:
        relative = scene.form(case.before) in RELATIVE
        preset = antecedent(scene, case.before if relative else case.i, case.sentence.first)
        if preset is not None:
            opening = Opening("antecedent", preset[0], scene.tokens[preset[0]].start, case.e)
    if opening is None and pronoun:
        preset = _what_is_denied(case)
        if preset is not None and scene.form(preset[0]) in _THE_MATTER and preset[1] == preset[0] + 1:
            preset = _clause_before(scene, preset[0], case.sentence.first)
        if preset is not None:
            opening = Opening("antecedent", preset[0], scene.tokens[preset[0]].start, case.e)
    if opening is None or _not_reported(case, opening):
        return None
    opening, stance = _refined(case, opening)
    draft = _draft(case, opening, stance)
    if quoted is not None:
        draft.content, draft.close, draft.quotation = [quoted[1]], draft.last, "direct"
    if preset is not None:
        word = scene.form(preset[0])
        attached = (word.startswith("ل") and not definite(scene, preset[0])) or word in ("وهو", "وهي")
        start = scene.after_proclitic(preset[0], 1) if attached else scene.tokens[preset[0]].start
        draft.content, draft.close = [(start, scene.tokens[preset[1] - 1].end)], preset[1]
    note_relays(scene, draft, hit.last, opening.at)
    if "about_source" in verb.takes and not about_source(scene, draft, case.j, case.limit):
        ambiguous = verb.also_noun and case.form.gender == "m" and not case.start_ok
        if case.subject is None or opening.how != "that" or ambiguous:
            return None
    return draft


def _what_is_denied(case: _Case) -> tuple[int, int] | None:
    """What a pronoun behind a denial stands for: وهو ما نفته الحركة, اتهامات ينفيها المسلحون, الأنباء التي نفاها."""
    scene, before, first = case.scene, case.before, case.sentence.first
    if case.subject is None or before < first:
        return None
    if case.verb.stance not in ("denies", "rejects") and not speaks(scene, case.subject[0]):
        return None  # ما يقره الدستور
    if scene.form(before) == "ما":
        return (before - 1 if scene.form(before - 1) in ("هو", "وهو", "هي", "وهي") else before, before + 1)
    relative = before if scene.form(before) in RELATIVE else case.i
    mark = relative - 2 if scene.is_comma(relative - 1) else relative - 1
    if relative == before and mark > first and scene.is_quote_mark(mark):
        quote = next((q for q in scene.page.quotes if q.last == mark and q.closed and q.first >= first), None)
        if quote is not None:
            return quote.first, quote.last  # "حركة الأحرار"، التي أوردها
    return antecedent(scene, relative, first)


def _clause_before(scene: Scene, i: int, first: int) -> tuple[int, int] | None:
    """The clause that الأمر الذي at token `i` takes up, or nothing where a page has lost it."""
    end = i
    while end > first and scene.is_comma(end - 1):
        end -= 1
    start = first
    while start < end and not scene.is_word(start):
        start += 1
    return (start, end) if end - start >= _CLAUSE else None


def _opening(case: _Case) -> Opening | None:
    """Where the content opens, first close behind the speaker, then behind times, settings and media."""
    scene, verb, e, limit = case.scene, case.verb, case.e, case.limit
    k = skip_setting(scene, e, limit)
    far = skip_setting(scene, e, limit, phrases=True)
    if case.hit.cut.enc and "rumour" in verb.ways:
        about = scene.form(k) in ("عن", "حول") and k + 1 < limit
        return Opening("preposition", k + 1, scene.tokens[k + 1].start, k) if about else None
    if case.hit.cut.enc:
        return named(scene, k, limit) or named(scene, skip_setting(scene, case.hit.last, limit), limit)
    if case.any_object or case.withheld:
        return objective(scene, far, limit, verb.takes) or objective(scene, past_place(scene, far, limit), limit, verb.takes)
    any_noun = verb.stance != "asserts" or "telling" in verb.ways
    if "telling" in verb.ways:
        far = skip_setting(scene, noun_phrase(scene, far, limit, objects=True, by=True), limit)
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
    return opening or _bare_clause(case, far)


def _bare_clause(case: _Case, k: int) -> Opening | None:
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


def _not_reported(case: _Case, opening: Opening) -> bool:
    """Whether what opens is not what the verb needs for a report."""
    scene, verb = case.scene, case.verb
    reach = range(opening.token, min(case.limit, opening.token + 8))
    if "of_deeds" in verb.ways and any(scene.form(p) in _ADOPTED for p in reach):
        return True  # تبنى المجلس قرارا: adopted, not claimed
    clause = opening.how in ("that", "colon", "quote") or (opening.how == "preposition" and scene.is_that(opening.token - 1))
    return verb.needs == "clause" and not clause and not case.hit.cut.enc and not case.withheld


def _refined(case: _Case, opening: Opening) -> tuple[Opening, Stance]:
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


def _draft(case: _Case, opening: Opening, stance: Stance) -> Draft:
    """A draft with all that is known of the verb."""
    scene, verb, form = case.scene, case.verb, case.form
    nobody = case.subject is None and verb.impersonal == "hedged" and form.tense == "present" and form.gender == "m"
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
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        gender=form.gender,
        number=form.number,
        present=form.tense != "past",
        source=case.subject,
        nobody=nobody,
        negated=case.negated,
        named=bool(case.hit.cut.enc),
    )
    if case.front is not None and case.rule != "subject-verb":
        span, why = scene.span(case.front[0], case.front[1]), "a speaker follows the verb"
        draft.considered.append(Considered(span=span, what="speaker before the verb", why=why))
    if draft.source is None:
        draft.head = case.head
    if draft.source is not None:
        for p in range(draft.source[0], draft.source[1] - 2):
            if scene.form(p) == "علي" and scene.form(p + 1) == "لسان":
                draft.head = (p + 2, draft.source[1])
    return draft


def _without_waw(case: _Case) -> Draft | None:
    """ورد read as و and رد, where no في follows."""
    form, hit = case.scene.form(case.i), case.hit
    for reading in case.scene.lexicon.verbs.get(form[1:], ()):
        if form.startswith("و") and "in_statement" not in reading.verb.ways:
            return verb_cue(case.scene, VerbHit(hit.first, hit.last, Cut("و", form[1:], ""), reading), case.sentence)
    return None


def _indefinite_object(scene: Scene, j: int, limit: int) -> tuple[Opening | None, int]:
    """An indefinite noun behind a closed speaker as content (أعلنت القيادة وقفا شاملا), and where the speaker ends."""
    e = noun_phrase(scene, j, limit, objects=True, split=True)
    k = skip_setting(scene, e, limit, phrases=True)
    if (
        e == j
        or k >= limit
        or not scene.is_word(k)
        or definite(scene, k)
        or scene.form(k) in RELATIVE
        or scene.form(k).startswith(("و", "ب", "ل", "ف"))
    ):
        return None, e
    if (
        stops(scene, k, j)
        or scene.form(k) in PREPOSITION_OF
        or scene.action(k)
        or scene.verb(k) is not None
        or not speaks(scene, j)
    ):
        return None, e
    return Opening("object", k, scene.tokens[k].start, k), e


def _quote_before(scene: Scene, i: int, first: int) -> tuple[int, Span] | None:
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
