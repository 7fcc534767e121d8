"""Phrases with which somebody declines to say something, and silence reported (لم يصدر أي تعليق)."""

from __future__ import annotations

from marsad.arabic.sentences import Sentence
from marsad.stages.attribute.draft import Draft, Opening
from marsad.stages.attribute.openings import RELATIVE
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.wording import adjective_like, speaks


def withholding_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A phrase with which the speaker declines to say something (من دون ذكر تفاصيل، رفض الكشف عن هويته)."""
    at = i
    if scene.form(i) == "من" and scene.form(i + 1) == "دون":
        at = i + 1
    elif scene.form(i) == "دون" and scene.form(i - 1) == "من":
        return None
    if scene.form(at) == "دون" and scene.form(i - 1) in scene.lexicon.edges["prevented"]:
        return None  # الحيلولة دون تقديم المساعدات
    last: int | None = None
    entry = "without_that"
    front: tuple[int, int] | None = None
    if scene.form(at) in ("دون", "ودون") and scene.form(at + 1) == "ان":
        verb = scene.verb(at + 2)
        if (
            verb is not None
            and verb.reading.form.tense != "past"
            and (verb.reading.verb.negated == "withholds" or "unsaid" in verb.reading.verb.ways)
        ):
            last = verb.last
    if last is None:
        hits = [h for h in scene.lexicon.withholding.at(scene.tokens, at, scene.page.lookup) if h.last <= sentence.last]
        if not hits:
            return None
        last, entry, kind = hits[0].last, hits[0].payload.id, hits[0].payload.kind
        if kind == "silence":
            return _no_comment(scene, i, last, sentence)
        if scene.form(last - 1) in ("الي", "عن"):
            last -= 1
        if kind == "declines":
            b = i - 1 if scene.form(i - 1) in RELATIVE else i
            if b < i and scene.is_comma(b - 1):
                b -= 1
            end = b
            while (
                b - 1 >= sentence.first
                and scene.is_word(b - 1)
                and not scene.in_set(b - 1, "conjunction")
                and scene.form(b - 1) not in ("عن", "لسان")  # نقلت رويترز عن مصدر رفض
                and scene.verb(b - 1) is None
            ):
                b -= 1
            while b < end and not speaks(scene, b):
                b += 1
            if b < end:
                front = (b, end)
    q = last
    if scene.form(q) in ("الي", "عن"):
        q += 1
    if q >= sentence.last and not scene.form(last - 1).endswith(("ها", "هم", "ه")):
        return None
    start = scene.tokens[q].start if q < sentence.last else -1
    if scene.form(q).startswith("لل"):
        start = scene.tokens[q].start
    elif scene.form(q).startswith("ل") and scene.form(last - 1) == "الاشاره":
        start = scene.after_proclitic(q, 1)
    return Draft(
        kind="withholding",
        first=i,
        last=last,
        cue=(scene.tokens[i].start, scene.tokens[last - 1].end),
        lemma="دون" if at != i or scene.form(i) in ("دون", "ودون") else scene.form(i),
        entry=f"attribute/withholding.yml#{entry}",
        rule="withholding",
        stance="withholds",
        certainty="stated",
        sentence=sentence.span,
        limit=sentence.last,
        opening=Opening("object", q, start, q),
        source=front,
        top=False,
    )


def _no_comment(scene: Scene, i: int, last: int, sentence: Sentence) -> Draft | None:
    """لم يصدر أي تعليق إسرائيلي رسمي على الغارة: the adjectives behind the noun say who keeps silent."""
    cue_last = last - 1 if scene.form(last - 1) in ("من", "عن") else last
    plain = last
    while plain < min(sentence.last, last + 3) and (adjective_like(scene, plain) or scene.form(plain) == "رسمي"):
        plain += 1
    if scene.form(plain) in ("من", "عن"):  # أي تعليق رسمي من الحكومة: who keeps silent stands behind من
        last = plain + (2 if scene.form(plain + 1) in ("قبل", "جانب", "طرف") else 1)
    e = noun_phrase(scene, last, sentence.last)
    q = skip_setting(scene, e, sentence.last, phrases=True)
    if scene.form(q) == "حتي":
        q = skip_setting(scene, q + 1, sentence.last)
    if scene.form(q) in ("اي", "ايه"):  # أي تأكيد أو نفي لهذا النبأ
        while q < sentence.last and not scene.form(q).startswith("ل") and scene.form(q) not in ("علي", "حول", "بشان"):
            q += 1
    if scene.form(q) in ("علي", "حول", "بشان"):
        q += 1
    if q >= sentence.last or e == last or scene.in_set(q, "conjunction"):
        return None
    return Draft(
        kind="verb",
        first=i,
        last=cue_last,
        cue=(
            scene.after_proclitic(i, 1) if scene.form(i).startswith("و") else scene.tokens[i].start,
            scene.tokens[cue_last - 1].end,
        ),
        lemma="لم يصدر",
        entry="attribute/withholding.yml#no_comment",
        rule="no-comment",
        stance="withholds",
        certainty="stated",
        sentence=sentence.span,
        limit=sentence.last,
        opening=Opening("object", q, scene.tokens[q].start, q),
        source=(last, e),
        negated=True,
    )
