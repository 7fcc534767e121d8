"""Reports of more than one word: verbs that report with their noun, statements behind جاء في, cues and where they begin."""

from __future__ import annotations

from marsad.arabic.fold import fold_word
from marsad.arabic.sentences import Sentence
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import Opening, by_preposition
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import agrees, subject_before
from marsad.stages.attribute.wording import definite


def with_noun(scene: Scene, hit: VerbHit, sentence: Sentence) -> Draft | None:
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
        cue=(cue_start(scene, hit, negated=False), scene.tokens[last - 1].end),
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
