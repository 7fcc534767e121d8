"""Who speaks where the subject is only in the verb: whoever acts in the clause that the report goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.stages.attribute.cast import Cast, Voice
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import RELATIVE
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import masdar_like

_REACH: Final = 40  # tokens back from the report to the deed it goes on from
# who only tells what others do, and so does none of these himself: قال المصدر إن التنظيم اعتقل سائقين وهدد بقتلهم
_TELLERS: Final = frozenset(["anonymous", "monitor", "agency", "newspaper", "broadcaster", "document"])
_DEEDS: Final = frozenset(["threatens", "pledges", "announces", "accepts", "admits", "offers"])
_WHERE: Final = (2, 3)  # tokens of where it was done, in front of the verb
_BUT_REACH: Final = 3
_BUT: Final = frozenset(["الا", "غير", "بيد"])
_BUT_SHE: Final = frozenset(["لكنها", "لكنه", "لكنهم"])
_THAT_SHE: Final = frozenset(["انها", "انه", "انهم"])
_NOT: Final = frozenset(["لا", "لم", "ما", "لن"])
_OPENS: Final = frozenset(["كان", "كانت", "كانوا"])


def acts_before(
    scene: Scene, cast: Cast, draft: Draft, drafts: Sequence[Draft], last: Voice | None, *, agrees: bool
) -> Voice | None:
    """The actor whose deed the report of `draft` goes on from in its sentence, or nothing where the last voice speaks on.

    In the outlet's own sentence (قصفت تركيا مواقع، وقالت إنها) it is whoever acts there; inside what somebody else tells, only
    where the verb does not agree with him (`agrees` is false), or is a deed of words that no teller does.
    """
    if (subject := _before_but(scene, draft)) is not None:
        return cast.speaker(*subject, draft)
    said = draft.kind == "participle" and draft.owner is None  # صافح خصمه قائلا إن، وزعت البلدية الخبز داعية السكان إلى
    joined = draft.kind == "verb" and draft.cue[0] > scene.tokens[draft.first].start and not draft.carries_on
    if not (said or joined):
        return None
    first = scene.page.within(draft.sentence)[0]
    told = [d for d in drafts if not d.nobody and first <= d.first < draft.first and d.sentence == draft.sentence]
    deed = _deed(scene, draft, first)
    if deed is None:
        return None
    p, subject = deed
    inside = any(d.open <= p for d in told)
    if told and not inside:
        return None
    no_teller = draft.stance in _DEEDS or draft.certainty == "hedged"
    if inside and agrees and not (last is not None and last.role in _TELLERS and no_teller):
        return None
    return cast.speaker(*subject, draft)


def _before_but(scene: Scene, draft: Draft) -> tuple[int, int] | None:
    """ولا توفر أذربيجان معلومات عن خسائرها. لكنها أعلنت: whoever opens the sentence before, right behind its verb."""
    first = scene.page.within(draft.sentence)[0]
    if draft.kind != "verb" or draft.source is not None or draft.first - first > _BUT_REACH:
        return None
    words = [scene.form(k).removeprefix("و") for k in range(first, draft.first)]
    if not words or not (words[0] in _BUT_SHE or (words[0] in _BUT and words[-1] in _THAT_SHE)):
        return None
    before = next((s for s in reversed(scene.page.sentences) if s.last <= first), None)
    if before is None or any(scene.tokens[k].kind == "break" for k in range(before.last, first)):
        return None
    verb = before.first + (scene.form(before.first).removeprefix("و") in _NOT)
    return _subject(scene, verb, draft) if scene.is_word(verb) else None


def _deed(scene: Scene, draft: Draft, first: int) -> tuple[int, tuple[int, int]] | None:
    """The nearest verb of doing before the report, in a main clause or behind إن, whose own subject agrees with it; and that subject."""
    for p in range(draft.first - 1, max(first - 1, draft.first - _REACH), -1):
        if not scene.is_word(p):
            if scene.form(p) in ".؟!:" or scene.tokens[p].kind == "break":
                return None
            continue
        if scene.form(p) in RELATIVE or scene.in_set(p, "span_time"):
            return None
        if _finite(scene, p, first):
            if scene.form(p - 1) in RELATIVE or (scene.is_that(p - 1) and scene.form(p - 2) in ("بعد", "قبل", "منذ")):
                return None
            subject = _subject(scene, p, draft)
            if subject is not None:
                return p, subject
    return None


def _finite(scene: Scene, p: int, first: int) -> bool:
    """Whether the word at token `p` is a verb of doing, with or without و (وقصفت), or a present that opens the sentence."""
    form = scene.form(p)
    bare = form[1:] if form.startswith("و") else form
    words = scene.lexicon.actions | scene.lexicon.edges["gives_out"]  # نشرت الكتائب تسجيلا وقالت
    joined = bare in words and p not in scene.mentions
    in_front = p - first in _WHERE and scene.form(first).removeprefix("و") in ("في", "فى")  # وفي العاصمة وزعت البلدية
    opens = (
        (p == first or in_front) and len(bare) > 3 and p + 1 in scene.mentions and p not in scene.mentions
    )  # وتأوي تركيا، استجاب الحزب
    opens = opens and not form.startswith("ال") and not scene.in_set(p, "stop") and not scene.in_set(p, "conjunction")
    return (scene.action(p) or joined or opens) and not masdar_like(scene, p)


def _subject(scene: Scene, p: int, draft: Draft) -> tuple[int, int] | None:
    """The actor of the verb at token `p` where it agrees with the verb of the report."""
    before = max((m for m in scene.mentions.values() if m.last == p), key=lambda m: m.last - m.first, default=None)
    clause = before is not None and (scene.is_that(before.first - 1) or scene.form(before.first - 1) in _OPENS)
    mention = before if clause else scene.mentions.get(p + 1)
    if mention is None or mention.form == "pronoun":
        return None
    kind = scene.actor_kind(mention.entity)
    plural = mention.number == "p" or scene.form(mention.first).endswith(("ون", "ين"))
    if kind is None or draft.gender != "c" and mention.gender not in ("c", draft.gender):
        return None
    body = kind != "person" and draft.gender == "f" and mention.number == "p"  # كتائب القسام نشرت
    if draft.number != mention.number and not (draft.number == "p" and plural) and not body:
        return None
    return mention.first, mention.last
