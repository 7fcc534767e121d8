"""Reports of more than one word: verbs that report with their noun, statements behind جاء في, cues and where they begin."""

from __future__ import annotations

from collections.abc import Mapping

from marsad.arabic.fold import fold_word
from marsad.arabic.sentences import Sentence
from marsad.model import Stance
from marsad.stages.attribute.draft import Draft, Opening
from marsad.stages.attribute.openings import NEGATIONS, RELATIVE, by_preposition, clause_start
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import agrees, antecedent, subject_before, who_of
from marsad.stages.attribute.wording import by_content, definite, masdar_like, masdar_with_article, speaks


def with_noun(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
    """A verb that reports together with its noun (أطلق نداء، وجه اتهامات، جدد دعوته); under لم it withholds."""
    verb, i, j, limit = hit.reading.verb, hit.first, hit.last, sentence.last
    negated = i > sentence.first and scene.form(i - 1) in NEGATIONS
    form = hit.reading.form
    noun_alike = verb.also_noun and form.tense == "past" and form.gender == "m" and form.number == "s"
    if (negated and verb.negated is None) or hit.cut.pro.endswith("س"):
        return None
    begins = clause_start(scene, i, sentence.first) and scene.form(i - 1) != "بعد"
    if noun_alike and not hit.cut.pro and not begins:
        return None  # بعد بث صور
    found = _its_noun(scene, hit, limit, negated=negated)
    if found is None:
        return None
    at, stance = found
    if "in_words" in verb.ways and not any(
        scene.form(p) in scene.lexicon.edges["spoken"] for p in range(at + 1, min(limit, at + 3))
    ):
        return None
    subject: tuple[int, int] | None = None
    if at > j:
        before = at - 1 if negated and scene.form(at - 1) in ("اي", "ايه") else at
        e = min(noun_phrase(scene, j, before), before)
        subject = (j, e) if e > j else None
    if subject is None and not negated:
        front = None if hit.cut.pro in ("و", "ف") else subject_before(scene, i, sentence.first)
        if front is not None and agrees(scene, front[0], hit):
            subject = (front[0], front[1])
    if subject is None and not negated and scene.form(i - 1) in RELATIVE and i - 1 > sentence.first:
        head = antecedent(scene, i - 1, sentence.first)  # المبعوث الذي أبدى تفاؤله
        named = [m.first for m in scene.mentions.values() if m.last == i - 1]
        subject = (min(named), i - 1) if named else who_of(scene, head) if head is not None else None
    if subject is not None and not speaks(scene, subject[0]):
        if "by_speaker" in verb.ways or masdar_with_article(scene, subject[0]) or masdar_like(scene, subject[0]):
            return None  # تجدد القصف بعد تحذير
    q = at + 1
    while q < limit and _adjective_of_noun(scene, q, at):
        q += 1
    opening = _governed(scene, q, limit)
    if negated and scene.form(at) in _bare(verb.withheld):
        of = at - 1 if scene.form(at - 1) in ("اي", "ايه", "باي", "بايه") or scene.form(at - 1).startswith("مزيد") else at
        opening = Opening(
            "object", of, scene.after_proclitic(of, 1) if scene.form(of).startswith("ب") else scene.tokens[of].start, of
        )
    elif opening is None and negated and scene.form(at - 1) in ("اي", "ايه"):
        opening = Opening("object", at - 1, scene.tokens[at - 1].start, at - 1)
    if opening is None or ("noun_is_cue" in verb.ways and opening.how == "preposition"):
        return None
    first, last = (i - 1 if negated else i), (q if at == j else j)
    cue = (cue_start(scene, hit, negated=negated), scene.tokens[last - 1].end)
    if "noun_is_cue" in verb.ways:
        first, last, cue = at, at + 1, scene.tokens[at].span
    return Draft(
        kind="verb",
        first=first,
        last=last,
        cue=cue,
        lemma=verb.past,
        entry=f"attribute/verbs.yml#{verb.id}",
        rule="verb-noun",
        stance=verb.negated if negated and verb.negated is not None else stance,
        certainty=verb.certainty,
        sentence=sentence.span,
        limit=limit,
        opening=opening,
        gender=hit.reading.form.gender,
        number=hit.reading.form.number,
        present=hit.reading.form.tense != "past",
        source=subject,
        negated=negated,
    )


def _bare(nouns: tuple[str, ...]) -> frozenset[str]:
    """Nouns as they may stand in the text: with ب or the ending of the accusative."""
    folded = [fold_word(n) for n in nouns]
    return frozenset([*folded, *(n + "ا" for n in folded), *("ب" + n for n in folded)])


def _its_noun(scene: Scene, hit: VerbHit, limit: int, *, negated: bool) -> tuple[int, Stance] | None:
    """The noun a verb reports with, within twelve tokens of it and of the same clause, with its stance."""
    nouns = {fold_word(n): s for n, s in hit.reading.verb.with_nouns.items()}
    if negated:
        nouns |= {fold_word(n): hit.reading.verb.stance for n in hit.reading.verb.withheld}
    for p in range(hit.last, min(limit, hit.last + 12)):
        if scene.is_that(p) or (p > hit.last and scene.form(p) in RELATIVE):
            return None
        if not scene.is_word(p):
            continue
        form = scene.form(p)
        for bare in (form, form[:-1] if form.endswith("ا") and len(form) > 3 else form):
            if bare in nouns:
                return p, nouns[bare]
        for cut in scene.page.lookup.cuts(scene.form(p)):
            if cut.pro in ("", "ب", "ال", "بال") and cut.stem in nouns:
                return p, nouns[cut.stem]
    return None


def _adjective_of_noun(scene: Scene, q: int, at: int) -> bool:
    """Whether token `q` is an adjective of the noun at `at` (نداء عاجلا، تصريحات صحفية)."""
    form = scene.form(q)
    plain = scene.is_word(q) and not definite(scene, q) and form != "هذا" and not by_content(scene, q)
    return plain and form.endswith(("ا", "ه")) and q - at <= 2


def _governed(scene: Scene, q: int, limit: int) -> Opening | None:
    """What the noun of a verb governs, looking from token `q`: behind a preposition, a particle, or تظهر of pictures."""
    for k in range(q, min(limit, q + 8)):
        if scene.is_comma(k) and scene.form(k + 1) not in ("علي", "الي", "عن"):
            return None
        if scene.form(k) in ("فيه", "فيها", "خلاله", "خلالها"):
            return None  # بيانا أكد فيه: that verb reports
        if scene.form(k) in ("تظهر", "يظهر", "اظهرت", "اظهر", "توثق", "يوثق", "توضح", "مفادها", "مفاده", "تفيد", "يفيد"):
            n = k + 2 if scene.is_that(k + 1) or scene.form(k + 1) in scene.lexicon.edges["within_it"] else k + 1
            return Opening("object", n, scene.tokens[n].start, k) if n < limit else None
        hit = scene.verb(k)
        if hit is not None and not hit.reading.verb.also_noun:
            return None
        if scene.form(k) in ("حيال", "ازاء", "بشان", "حول", "تجاه", "ضد", "بخصوص") and k + 1 < limit:
            return Opening("preposition", k + 1, scene.tokens[k + 1].start, k)
        if scene.is_that(k):
            return Opening("that", k + 1, scene.tokens[k + 1].start, k) if k + 1 < limit else None
        if scene.form(k) == "من" and scene.form(k + 1) == "اجل" and k + 2 < limit:
            return Opening("preposition", k + 2, scene.tokens[k + 2].start, k)  # نداءات من أجل التبرع بالدم
        opening = by_preposition(scene, k, limit, ("by", "to", "about", "upon", "of", "to_object"), any_noun=True)
        if opening is not None:
            if opening.how == "preposition" and scene.form(k) in ("الي", "من") and k == q and _to_whom(scene, opening.token):
                continue  # وجه اتهامات إلى موسكو بدعم الفصيل
            return opening
    return None


def _to_whom(scene: Scene, i: int) -> bool:
    """Whether what stands behind a preposition is somebody spoken to, what is said to him following with ب."""
    if not speaks(scene, i):
        return False
    e = noun_phrase(scene, i, i + 8, by=True)
    return scene.form(e).startswith("ب") or scene.is_that(e)


def within(scene: Scene, j: int, limit: int) -> tuple[int, int] | None:
    """The statement behind جاء في (جاء في البيان أن)."""
    if scene.form(j) not in ("في", "فى"):
        return None
    e = noun_phrase(scene, j + 1, limit)
    return (j + 1, e) if e > j + 1 else None


def cue_start(scene: Scene, hit: VerbHit, *, negated: bool) -> int:
    """The first character of the cue: a و, ف or ل in front is no part of it, a negation is."""
    first = hit.first - 1 if negated else hit.first
    if negated:
        return scene.after_proclitic(first, 1) if scene.form(first)[0] in "وف" else scene.tokens[first].start
    if hit.cut.pro in ("ل", "ول", "فل"):
        return scene.after_proclitic(first, len(hit.cut.pro))
    if hit.cut.pro in ("و", "ف", "وس", "فس"):
        return scene.after_proclitic(first, 1)
    return scene.tokens[first].start


def names_one_of(scene: Scene, phrase: tuple[int, int], nouns: Mapping[str, Stance]) -> bool:
    """Whether one of the nouns with which a verb reports stands in a phrase."""
    words = {fold_word(n) for n in nouns}
    return any(c.stem in words for p in range(*phrase) for c in scene.page.lookup.cuts(scene.form(p)))
