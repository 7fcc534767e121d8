"""Reporting verbs: which of them report here, who their subject is, where their content opens, through whom it came."""

from __future__ import annotations

from typing import Final

from marsad.arabic.fold import fold_word
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import Cut
from marsad.model import Considered, Span
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import (
    NEGATIONS,
    PREPOSITION_OF,
    RELATIVE,
    SAYING,
    Opening,
    by_preposition,
    clause_start,
    find_opening,
    named,
    objective,
    plain_object,
)
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase, stops
from marsad.stages.attribute.wording import definite, long_quote, masdar_like, masdar_with_article, speaks

_BE: Final = frozenset(["كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا", "فكان", "كانا", "وكانا"])
_BARE_THAT: Final = frozenset(["أن", "إن", "ان", "بأن", "بان", "بإن"])
_CARRIED: Final = frozenset(
    ["نقلته", "نقلتها", "نشرته", "نشرتها", "بثته", "بثتها", "نشره", "نقله", "بثه", "نقلها", "نشرها", "بثها", "اوردته", "اوردتها"]
)


def verb_cue(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """The claim that a reporting verb opens, or nothing where the verb does not report here."""
    verb, form = hit.reading.verb, hit.reading.form
    i, j, limit = hit.first, hit.last, sentence.last
    if form.person == 1:
        return None
    if verb.with_nouns:
        return _with_noun(scene, hit, sentence)
    negated = i > sentence.first and scene.form(i - 1) in NEGATIONS
    if (negated and verb.negated is None) or (verb.needs_pronoun and not hit.cut.enc):
        return None
    before = i - 2 if negated else i - 1
    while scene.form(j) in ("فيه", "فيها") and j + 1 < limit:
        j += 1
    if not negated and _same_voice(scene, before, sentence.first):
        return None
    objects = any(t in verb.takes for t in ("object", "by_object", "to_object"))
    any_object = objects and (verb.object == "any" or "by_object" in verb.takes or "to_object" in verb.takes)
    by = "by" in verb.takes or "by_object" in verb.takes or any_object
    if hit.cut.enc and scene.is_quote_mark(j) and verb.stance == "assesses":
        e = j  # ما أسماه "الشائعات": the name he gives, not he
    elif hit.cut.enc:
        e = noun_phrase(scene, j, limit, by=True)
    else:
        told = verb.id in ("inform", "tell", "notify", "assure", "address")
        ends = frozenset(p for p, t in PREPOSITION_OF.items() if t in verb.takes and t in ("of", "in"))
        e = noun_phrase(
            scene,
            j,
            limit,
            objects=objects,
            by=by,
            split=any_object or told or verb.object == "counted" or (negated and verb.negated == "withholds"),
            ends=ends,
            strict=not any_object and verb.stance in ("asserts", "announces"),
        )
    subject = (j, e) if e > j else None
    rule = "verb-subject"
    last = j
    if verb.id in ("come_in", "appear"):
        found = _within(scene, j, limit)
        if found is None and verb.id == "appear":
            return _replied(scene, hit, sentence)
        if found is None:
            return None
        subject, last, e = found, j + 1, found[1]
    start_ok = hit.cut.pro in ("و", "ف", "وس", "فس", "س") or clause_start(scene, i, sentence.first) or bool(hit.cut.enc)
    front = None if hit.cut.pro in ("و", "ف") or hit.cut.enc or last > j else subject_before(scene, i, sentence.first)
    if front is not None and _takes_front(scene, front, hit, subject is None, j, any_object):
        subject, rule, e, start_ok = (front[0], front[1]), "subject-verb", j, True
    if verb.impersonal == "hedged" and form.tense == "present" and front is not None and rule == "subject-verb":
        if not speaks(scene, front[0]) or form.gender == "m" and front[2] != "that" and not scene.mentions.get(front[0]):
            subject, rule = None, "verb"
    if verb.also_noun and form.gender == "m" and form.number == "s" and form.tense == "past" and not start_ok:
        loose = subject is not None and speaks(scene, subject[0]) and not scene.is_quote_mark(subject[0])
        before_form = scene.form(i - 1)
        if not loose or before_form in PREPOSITION_OF or definite(scene, i - 1) or before_form.startswith(("ب", "ل")):
            return None
    if subject is None and not hit.cut.enc and before >= sentence.first and scene.form(before) in RELATIVE:
        head = _antecedent(scene, before, sentence.first)
        if head is not None:
            subject, rule, e = head, "relative-verb", j
    if any_object and rule == "verb-subject" and subject is not None and not hit.cut.enc and _is_object(scene, subject):
        subject, e = None, j
    if _impersonal(scene, hit, subject is not None, negated, j) or (verb.object == "counted" and subject is None):
        return None
    if verb.id == "consider" and form.tense == "present" and not negated and not scene.is_that(skip_setting(scene, e, limit)):
        if subject is None or not speaks(scene, subject[0]):
            return None  # يعتبر الحي: it is held to be
    if verb.id == "hold_responsible" and not any("مسوولي" in scene.form(p) for p in range(j, min(limit, j + 25))):
        return None
    if verb.id in ("learn", "count_as") and (subject is None or not speaks(scene, subject[0])):
        return None
    if not start_ok and rule == "verb-subject" and verb.impersonal != "hedged" and i > sentence.first:
        # no clause begins here: a relative clause on an indefinite noun, or a lost full stop before a speaker
        told = subject is not None and speaks(scene, subject[0]) and form.tense == "past"
        bare = subject is None and (scene.is_that(skip_setting(scene, j, limit)) or hit.cut.enc) and form.tense == "past"
        if not told and not bare and not negated:
            return None
    opening = _opening(scene, hit, e, limit, any_object=any_object, negated=negated)
    if opening is None and rule == "verb-subject" and not hit.cut.enc and verb.id in _OBJECTS_TOO:
        opening, e = _indefinite_object(scene, j, limit)
        subject = (j, e) if opening is not None and e > j else subject
    quoted = _quote_before(scene, i, sentence.first) if opening is None and "quote" in verb.takes and not negated else None
    if quoted is not None:
        opening = Opening("quote-before", quoted[0], -1, e)
    if verb.id == "make_clear" and hit.cut.pro == "" and form.gender == "m" and form.number == "s" and form.tense == "past":
        return None  # بين is mostly the preposition
    if (
        verb.id == "claim_responsibility"
        and opening is not None
        and any(
            scene.form(p) in ("قرار", "قرارا", "القرار", "مشروع", "اتفاق", "اتفاقا", "نهج", "سياسه")
            for p in range(opening.token, min(limit, opening.token + 8))
        )
    ):
        return None  # تبنى المجلس قرارا: adopted, not claimed
    if hit.cut.enc and subject is not None and opening is not None and opening.at < subject[1]:
        subject = None
    preset = None
    if hit.cut.enc and before >= sentence.first and subject is not None and verb.id == "claim_responsibility":
        preset = _antecedent(scene, before if scene.form(before) in RELATIVE else i, sentence.first)
        if preset is not None:
            opening = Opening("antecedent", preset[0], scene.tokens[preset[0]].start, e)
    if opening is None:
        return None
    clause = opening.how in ("that", "colon", "quote") or (opening.how == "preposition" and scene.is_that(opening.token - 1))
    if verb.needs == "clause" and not clause and not hit.cut.enc and not (negated and verb.negated == "withholds"):
        return None
    if verb.id == "offer" and opening.how == "preposition":
        beyond = noun_phrase(scene, opening.token, limit, objects=True)
        if beyond > opening.token and beyond < limit and masdar_like(scene, beyond):
            opening = Opening("object", beyond, scene.tokens[beyond].start, opening.at)  # عرضت على الوفد استضافة الجولة
    nobody = subject is None and verb.impersonal == "hedged" and form.tense == "present" and form.gender == "m"
    stance = verb.negated if negated and verb.negated is not None else verb.stance
    if verb.id == "reject" and not negated and scene.form(opening.token) in scene.lexicon.edges["refused"]:
        stance = "withholds"
        q = opening.token + 1
        if scene.form(q) in ("عن", "علي") or scene.form(opening.token) in ("تاكيد", "كشف"):
            if opening.token == j:
                last = j + 1
            q = q + 1 if scene.form(q) in ("عن", "علي") else q
            if q < limit and (last > j or scene.form(opening.token) in ("الكشف", "الافصاح")):
                opening = Opening("object", q, scene.tokens[q].start, opening.at)
    draft = Draft(
        kind="verb",
        first=i - 1 if negated else i,
        last=last,
        cue=(_cue_start(scene, hit, negated), scene.tokens[last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule=f"{rule if subject else 'verb'}-{opening.how}",
        stance=stance,
        certainty="hedged" if nobody else verb.certainty,
        sentence=sentence.span,
        limit=limit,
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        gender=form.gender,
        number=form.number,
        present=form.tense != "past",
        source=subject,
        nobody=nobody,
        negated=negated,
        named=bool(hit.cut.enc),
    )
    if quoted is not None:
        draft.content, draft.close, draft.quotation = [quoted[1]], cue_end(scene, draft), "direct"
    if preset is not None:
        start = (
            scene.after_proclitic(preset[0], 1)
            if scene.form(preset[0]).startswith("ل") and not definite(scene, preset[0])
            else scene.tokens[preset[0]].start
        )
        draft.content, draft.close = [(start, scene.tokens[preset[1] - 1].end)], preset[1]
    if front is not None and rule != "subject-verb":
        why = "a speaker follows the verb"
        draft.considered.append(Considered(span=scene.span(front[0], front[1]), what="speaker before the verb", why=why))
    if draft.source is not None:
        for p in range(draft.source[0], draft.source[1] - 2):
            if scene.form(p) == "علي" and scene.form(p + 1) == "لسان":
                draft.head = (p + 2, draft.source[1])
    _relays(scene, draft, hit.last, opening.at)
    if "about_source" in verb.takes and not _about_source(scene, draft, j, limit):
        if subject is None or opening.how != "that" or verb.also_noun and form.gender == "m" and not start_ok:
            return None
    return draft


_OBJECTS_TOO: Final = frozenset(["announce", "affirm", "decide", "propose", "offer", "reveal"])


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


def cue_end(scene: Scene, draft: Draft) -> int:
    """The token behind a cue."""
    return draft.last


def _is_object(scene: Scene, phrase: tuple[int, int]) -> bool:
    """Whether what follows a verb is its object, because it can be nobody who speaks."""
    first = phrase[0]
    form = scene.form(first)
    if speaks(scene, first) or form.endswith(("ون", "يو")) or not scene.is_word(first):
        return False
    bare = form[2:] if form.startswith("ال") else form
    return bare.endswith("ات") or masdar_like(scene, first) or masdar_with_article(scene, first) or bare in scene.lexicon.masdars


def _replied(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """ورد read as و and رد, where no في follows."""
    form = scene.form(hit.first)
    for reading in scene.lexicon.verbs.get(form[1:], ()):
        if form.startswith("و") and reading.verb.id == "reply":
            return verb_cue(scene, VerbHit(hit.first, hit.last, Cut("و", form[1:], ""), reading), sentence)
    return None


def _with_noun(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """A verb that reports only together with its noun (أطلق نداء، وجه اتهامات)."""
    verb, i, j, limit = hit.reading.verb, hit.first, hit.last, sentence.last
    nouns = {fold_word(n): s for n, s in verb.with_nouns.items()}
    at = next((p for p in range(j, min(limit, j + 9)) if _bare_noun(scene.form(p)) in nouns), None)
    if at is None or any(scene.is_comma(p) or scene.is_that(p) for p in range(j, at)):
        return None
    subject: tuple[int, int] | None = None
    if at > j:
        e = min(noun_phrase(scene, j, at), at)
        subject = (j, e) if e > j else None
    else:
        front = None if hit.cut.pro in ("و", "ف") else subject_before(scene, i, sentence.first)
        if front is not None and agrees(scene, front[0], hit):
            subject = (front[0], front[1])
    q = at + 1
    while q < limit and scene.is_word(q) and scene.form(q).endswith(("ا", "ه")) and q - at <= 2 and not definite(scene, q):
        q += 1
    k = q
    opening: Opening | None = None
    while k < min(limit, q + 8) and opening is None and not scene.is_comma(k):
        opening = by_preposition(scene, k, limit, ("by", "to", "about", "upon"), any_noun=True)
        if opening is None and scene.form(k) in ("حيال", "ازاء", "بشان", "حول", "تجاه") and k + 1 < limit:
            opening = Opening("preposition", k + 1, scene.tokens[k + 1].start, k)
        if opening is None and scene.is_that(k):
            opening = Opening("that", k + 1, scene.tokens[k + 1].start, k) if k + 1 < limit else None
        k += 1
    if opening is None:
        return None
    last = q if at == j else j
    return Draft(
        kind="verb",
        first=i,
        last=last,
        cue=(_cue_start(scene, hit, negated=False), scene.tokens[last - 1].end),
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule="verb-noun",
        stance=nouns[_bare_noun(scene.form(at))],
        certainty=verb.certainty,
        sentence=sentence.span,
        limit=limit,
        opener=opening.how,
        open=opening.token,
        open_char=opening.char,
        gender=hit.reading.form.gender,
        number=hit.reading.form.number,
        present=hit.reading.form.tense != "past",
        source=subject,
    )


def _bare_noun(form: str) -> str:
    """An indefinite noun without the ا of its accusative."""
    return form[:-1] if form.endswith("ا") and len(form) > 4 else form


def _within(scene: Scene, j: int, limit: int) -> tuple[int, int] | None:
    """The statement behind جاء في (جاء في البيان أن)."""
    if scene.form(j) not in ("في", "فى"):
        return None
    e = noun_phrase(scene, j + 1, limit)
    return (j + 1, e) if e > j + 1 else None


def _same_voice(scene: Scene, before: int, first: int) -> bool:
    """Whether the verb only goes on behind أنه of the same voice (أضاف أنه يرى): no second report."""
    if before < first or not scene.is_that(before) or scene.tokens[before].plain in _BARE_THAT:
        return False
    return before == first or scene.form(before - 1) not in ("الا", "غير", "بيد", "لكن")


def _takes_front(scene: Scene, front: tuple[int, int, str], hit: VerbHit, null: bool, j: int, any_object: bool) -> bool:
    """Whether the phrase before the verb is its subject, rather than what follows."""
    certain = front[2] in ("be", "that", "turn") or speaks(scene, front[0]) or definite(scene, front[0])
    if not certain or not agrees(scene, front[0], hit):
        return False
    if front[2] in ("be", "that", "turn") or null:
        return True
    form = scene.form(j)
    direct = scene.is_that(j) or form == ":" or form in PREPOSITION_OF or form.startswith("ب") or scene.is_quote_mark(j)
    return direct or (front[2] == "start" and (any_object or hit.reading.form.tense == "present"))


def _antecedent(scene: Scene, relative: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun at token `relative` belongs to."""
    b = relative
    while (
        b - 1 >= first
        and scene.is_word(b - 1)
        and not scene.in_set(b - 1, "stop")
        and not scene.in_set(b - 1, "conjunction")
        and scene.verb(b - 1) is None
        and not scene.action(b - 1)
    ):
        b -= 1
    return (b, relative) if b < relative else None


def _impersonal(scene: Scene, hit: VerbHit, subject: bool, negated: bool, j: int) -> bool:
    """Whether a form without a subject speaks for nobody but the outlet (يذكر أن، يشار إلى، قيل)."""
    verb, form = hit.reading.verb, hit.reading.form
    if form.voice == "passive" and verb.impersonal != "hedged":
        return True
    if subject or negated or verb.impersonal != "outlet":
        return False
    if form.tense != "present" or form.gender != "m" or form.number != "s" or hit.cut.pro not in ("", "و"):
        return False
    return scene.is_that(j) or scene.form(j) in ("الي", "هنا", "ايضا", "في")


def _opening(scene: Scene, hit: VerbHit, e: int, limit: int, *, any_object: bool, negated: bool) -> Opening | None:
    """Where the content opens, first close behind the speaker, then behind times, settings and media."""
    verb = hit.reading.verb
    k = skip_setting(scene, e, limit)
    far = skip_setting(scene, e, limit, phrases=True)
    if hit.cut.enc and verb.id in ("circulate", "spread_rumour", "circulate_say"):
        about = scene.form(k) in ("عن", "حول") and k + 1 < limit
        return Opening("preposition", k + 1, scene.tokens[k + 1].start, k) if about else None
    if hit.cut.enc:
        return named(scene, k, limit) or named(scene, skip_setting(scene, hit.last, limit), limit)
    if any_object or (negated and verb.negated == "withholds"):
        return objective(scene, far, limit, verb.takes)
    any_noun = verb.stance != "asserts" or verb.id in ("inform", "tell", "notify", "assure")
    if verb.id in ("inform", "tell", "notify", "assure", "address"):
        far = skip_setting(scene, noun_phrase(scene, far, limit, objects=True, by=True), limit)
    opening = find_opening(scene, far, limit, verb.takes, any_noun=any_noun)
    if k != far and (opening is None or opening.at > far):
        opening = by_preposition(scene, k, limit, verb.takes, any_noun=any_noun) or opening
    if "object" in verb.takes and (opening is None or opening.at > far):
        opening = plain_object(scene, far, limit, counted=verb.object == "counted") or opening
    if opening is not None and opening.how in ("preposition", "by") and "quote" in verb.takes:
        for p in range(opening.token, min(limit, opening.token + 20)):
            if scene.form(p) in SAYING:
                said = find_opening(scene, p + 1, limit, ("that", "quote"), any_noun=False)
                return said or opening
    return opening


def _cue_start(scene: Scene, hit: VerbHit, negated: bool) -> int:
    """The first character of the cue: a و, ف or ل in front is no part of it, a negation is."""
    first = hit.first - 1 if negated else hit.first
    if negated:
        return scene.after_proclitic(first, 1) if scene.form(first)[0] in "وف" else scene.tokens[first].start
    if hit.cut.pro in ("ل", "ول", "فل"):
        return scene.after_proclitic(first, len(hit.cut.pro))
    if hit.cut.pro in ("و", "ف", "وس", "فس"):
        return scene.after_proclitic(first, 1)
    return scene.tokens[first].start


def subject_before(scene: Scene, i: int, first: int) -> tuple[int, int, str] | None:
    """The noun phrase that stands before the verb at `i` as its subject, with what opens its clause (that, be, start, comma)."""
    end = i
    while end - 1 > first and (scene.form(end - 1) in ("قد", "سوف") or scene.form(end - 1) in NEGATIONS):
        end -= 1
    for b in range(end - 1, max(first, end - 26) - 1, -1):
        # behind كان the whole phrase up to the verb is the subject, commas and all
        if scene.form(b) in _BE:
            e = noun_phrase(scene, b + 1, end)
            near = skip_setting(scene, e, end, phrases=True) >= end - 1 or end - e <= 4
            near = near and not any(scene.in_set(p, "conjunction") and scene.form(p) != "قد" for p in range(e, end - 1))
            return (b + 1, e, "be") if e > b + 1 and near else None
        if scene.tokens[b].kind == "punct" and not scene.is_quote_mark(b) and not scene.is_comma(b):
            break
        if scene.is_that(b):
            break
    b = end
    while b - 1 >= first:
        form, kind = scene.form(b - 1), scene.tokens[b - 1].kind
        if kind == "break" or (kind == "punct" and not scene.is_quote_mark(b - 1) and form not in "()-–"):
            break
        if scene.is_that(b - 1) or (scene.in_set(b - 1, "conjunction") and form != "من" and form not in RELATIVE):
            break
        b -= 1
        if end - b > 16:
            return None
    if b >= end:
        return _across_commas(scene, b, end, first) if b > first else None
    if e_comma := _across_commas(scene, b, end, first):
        return e_comma
    opened = "start" if b == first else "that" if scene.is_that(b - 1) else "comma"
    if b > first and scene.form(b - 1) in ("لكن", "ولكن"):
        opened = "turn"
    cut = next((p for p in range(b + 1, end) if scene.form(p) in RELATIVE), end)
    e = noun_phrase(scene, b, cut)
    if e == cut and end - cut <= 8:
        return b, e, opened  # المسؤول الذي رفض ذكر اسمه قال
    if e > b and scene.form(e) in RELATIVE and end - e <= 8:
        return b, e, opened  # المسؤول الذي رفض ذكر اسمه قال
    if e > b and scene.lexicon.prepositions.at(scene.tokens, e, scene.page.lookup):
        return b, e, opened  # الوزير وفقا للبيان أكد
    return None


def _across_commas(scene: Scene, b: int, end: int, first: int) -> tuple[int, int, str] | None:
    """A subject with an apposition between commas before the verb (لكن مدير المرصد، فلان، رجح)."""
    if b <= first or not scene.is_comma(b - 1):
        return None
    start = b - 1
    while start > first and end - start <= 22 and not scene.is_that(start - 1) and not scene.in_set(start - 1, "conjunction"):
        if scene.tokens[start - 1].kind == "break" or scene.form(start - 1) in ".؟!:":
            return None
        start -= 1
    if start >= b - 1 or end - start > 22 or not speaks(scene, start):
        return None
    e = noun_phrase(scene, start, end)
    if e > start + 1 and skip_setting(scene, e, end) >= end:
        opened = "start" if start == first else "that" if scene.is_that(start - 1) else "turn"
        return start, e, opened
    return None


def agrees(scene: Scene, start: int, hit: VerbHit) -> bool:
    """Whether the phrase at `start` may be the subject of a verb, by the gender of its head."""
    form = hit.reading.form
    head = scene.form(start)
    mention = scene.mentions.get(start)
    gender = mention.gender if mention is not None else ("f" if head.endswith(("ه", "ات")) else "c")
    if gender == "c" or form.gender == "c" or form.number == "p":
        return True
    return gender == form.gender or head.endswith(("ون", "ين", "ات")) or mention is not None


def _relays(scene: Scene, draft: Draft, start: int, end: int) -> None:
    """Note agencies and papers named between the verb and the content (لوكالة، نقلا عن، نقلته)."""
    i = start
    subject = draft.source
    while i < end:
        form = scene.form(i)
        if subject is not None and subject[0] <= i < subject[1]:
            i += 1
            continue
        if form == "نقلا" and scene.form(i + 1) in ("عن", "عما"):
            q = i + 2
            while q < end and (scene.verb(q) is not None or scene.form(q) in ("ب", "-", "–")):
                q += 1
            e = noun_phrase(scene, q, end)
            if e > q:
                if any(c.stem in scene.lexicon.edges["medium_noun"] for c in scene.page.lookup.cuts(scene.form(q))):
                    i = e  # a paper quoting an agency: the paper speaks
                    continue
                if draft.source is not None:
                    draft.relays.append(draft.source)
                draft.source = (q, e)
                draft.rule += "-relayed"
                i = e
                continue
        if form.startswith("ل") and scene.is_word(i):
            if form == "ل" or scene.is_outlet_word(form[1:]):
                if form != "ل":
                    i += 1
                    continue
                if scene.is_quote_mark(i + 1) or scene.form(i + 1) in ("-", "–", "("):
                    i = max(i + 1, _name_end(scene, i + 2, end))
                    continue  # لـ"الوطن": the paper that prints it
                e = _name_end(scene, i + 1, end)
                draft.relays.append((i + 1, e))
                i = e
                continue
            if scene.stem_in(i, "medium_noun") or (i in scene.mentions and scene.actor_kind(scene.mentions[i].entity) == "media"):
                e = _medium_end(scene, i, end)
                draft.relays.append((i, e))
                i = e
                continue
        if form in _CARRIED and scene.form(i - 1) not in ("في", "فى"):
            e = noun_phrase(scene, i + 1, end)
            if e > i + 1:
                draft.relays.append((i + 1, e))
                i = e
                continue
        i += 1


def _medium_end(scene: Scene, i: int, limit: int) -> int:
    """The end of a medium's name that begins with ل (لوكالة الأنباء الرسمية)."""
    j = i + 1
    while j < limit and not stops(scene, j, i) and (scene.is_word(j) or scene.is_quote_mark(j) or scene.form(j) in "()"):
        if scene.form(j).startswith("ب") and len(scene.form(j)) > 3 and not definite(scene, j):
            break
        if scene.is_quote_mark(j) and long_quote(scene, j):
            break
        j += 1
    return j


def _name_end(scene: Scene, i: int, limit: int) -> int:
    quote = scene.page.quote_around(i)
    if quote is not None and quote.last <= limit:
        return quote.last
    mention = scene.mentions.get(i)
    if mention is not None:
        return mention.last
    return max(noun_phrase(scene, i, limit), i + 1)


def _about_source(scene: Scene, draft: Draft, j: int, limit: int) -> bool:
    """نقلت الوكالة عن مسؤول أن: the agency is the relay, the one behind عن the speaker."""
    for p in range(j, min(limit, j + 14, draft.open)):
        if scene.form(p) in ("عن", "عما"):
            q = p + 1
            e = noun_phrase(scene, q, draft.open)
            if e == q:
                return False
            if draft.source is not None:
                draft.relays.insert(0, draft.source)
            draft.source = (q, e)
            draft.rule = "relay-about-speaker"
            return True
    return False
