"""Agencies and papers that a report came through."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.bounds import stops
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.sources import carried_from, noun_phrase
from marsad.stages.attribute.wording import definite, long_quote, speaks

_LEARNED: Final = "علم"
_SETTING: Final = 16  # tokens of a talk and its station before the verb

_CARRIED: Final = frozenset(
    ["نقلته", "نقلتها", "نشرته", "نشرتها", "بثته", "بثتها", "نشره", "نقله", "بثه", "نقلها", "نشرها", "بثها", "اوردته", "اوردتها"]
)


def note_relays(scene: Scene, draft: Draft, start: int, end: int) -> None:
    """Note agencies and papers named between the verb and the content (لوكالة، نقلا عن، نقلته)."""
    i = start
    subject = draft.source
    _split_by_tongue(scene, draft)
    _learned_from(scene, draft)
    while i < end:
        form = scene.form(i)
        if subject is not None and subject[0] <= i < subject[1]:
            i += 1
            continue
        if form == "علي" and scene.form(i + 1) == "لسان" and i + 2 < end and subject is not None and subject[1] <= i:
            e = noun_phrase(scene, i + 2, end)
            if e > i + 2:
                if _is_medium(scene, subject):  # أكدت الصحيفة على لسان مسؤول: the paper carries what he says
                    draft.relays.append(subject)
                    draft.source, draft.rule = (i + 2, e), draft.rule + "-relayed"
                draft.head = (i + 2, e)
                i = e
                continue
        if form == "نقلا" and scene.form(i + 1) in ("عن", "عما"):
            q = i + 2
            while q < end and (scene.verb(q) is not None or scene.form(q) in ("ب", "-", "–")):
                q += 1
            e = noun_phrase(scene, q, end)
            if e > q:
                told = subject is not None and _is_medium(scene, subject)
                if not told and any(c.stem in scene.lexicon.edges["medium_noun"] for c in scene.page.lookup.cuts(scene.form(q))):
                    i = e
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
            if scene.stem_in(i, "audience"):
                i += 1
                continue  # للصحفيين: whoever listens carries nothing on
            if scene.stem_in(i, "medium_noun") or (i in scene.mentions and scene.actor_kind(scene.mentions[i].entity) == "media"):
                e = _medium_end(scene, i, end if subject is None or subject[0] <= i else subject[0])
                draft.relays.append((i, e))
                i = e
                continue
        told_of_him = carried_from(scene, i)
        i += told_of_him
        if (
            (told_of_him or form in _CARRIED)
            and scene.form(i - 1) not in ("في", "فى")
            and scene.time_end(i + 1) == i + 1
            and scene.is_word(i + 1)
        ):
            e = noun_phrase(scene, i + 1, end)
            if e > i + 1:
                draft.relays.append((i + 1, e))
                i = e
                continue
        i += 1


def relay_in_front(scene: Scene, draft: Draft, first: int, verb: int) -> None:
    """Note the station or paper of a talk set before its verb (في مقابلة مع شبكة محلية، قال الوزير)."""
    start = next((p for p in range(first, verb) if scene.is_word(p)), verb)
    if draft.relays or verb - start > _SETTING or scene.form(start).removeprefix("و") not in ("في", "فى", "خلال"):
        return
    if not scene.stem_in(start + 1, "setting_noun") or any(scene.verb(p) is not None for p in range(start + 2, verb)):
        return
    for p in range(start + 2, verb):
        mention = scene.mentions.get(p)
        medium = scene.stem_in(p, "medium_noun") or (mention is not None and scene.actor_kind(mention.entity) == "media")
        if medium and (scene.form(p - 1) == "مع" or (scene.form(p)[:1] == "ل" and not scene.is_outlet_word(scene.form(p)[1:]))):
            end = _medium_end(scene, p, verb)
            draft.relays.append((p, end if mention is None else max(end, min(mention.last, verb))))
            return


def _learned_from(scene: Scene, draft: Draft) -> None:
    """Part who learned it from the one who told him (علمت الصحيفة من مصادر مطلعة أن)."""
    if draft.lemma != _LEARNED or draft.source is None:
        return
    first, last = draft.source
    told = next((p for p in range(first + 1, last - 1) if scene.form(p) == "من" and speaks(scene, p + 1)), None)
    if told is not None:
        draft.relays.append((first, told))
        draft.source, draft.rule = (told + 1, last), draft.rule + "-relayed"


def _split_by_tongue(scene: Scene, draft: Draft) -> None:
    """أكدت الصحيفة على لسان مسؤول: the paper carries what he says, where both were taken for the speaker."""
    subject = draft.source
    if subject is None or not _is_medium(scene, subject):
        return
    for p in range(subject[0] + 1, subject[1] - 2):
        if scene.form(p) == "علي" and scene.form(p + 1) == "لسان":
            draft.relays.append((subject[0], p))
            draft.source, draft.rule = (p + 2, subject[1]), draft.rule + "-relayed"
            return


def _is_medium(scene: Scene, phrase: tuple[int, int]) -> bool:
    """Whether a phrase names an agency, a paper or a station."""
    mention = scene.mentions.get(phrase[0])
    if mention is not None and scene.actor_kind(mention.entity) == "media":
        return True
    entries = (scene.lexicon.speakers.get(c.stem) for c in scene.page.lookup.cuts(scene.form(phrase[0])))
    return any(e is not None and e.role in ("agency", "newspaper", "broadcaster") for e in entries)


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


def _his_saying(scene: Scene, i: int) -> bool:
    """Whether a word is a reporting noun with a pronoun before a clause (تأكيده أن، نفيها أن)."""
    if not scene.is_that(i + 1) or i in scene.mentions:
        return False
    return any(
        c.enc in ("ه", "ها", "هم", "هما") and c.stem in scene.lexicon.masdars for c in scene.page.lookup.cuts(scene.form(i))
    )


def about_source(scene: Scene, draft: Draft, j: int, limit: int) -> bool:
    """نقلت الوكالة عن مسؤول أن: the agency is the relay, the one behind عن the speaker."""
    for p in range(j, min(limit, j + 14, draft.open)):
        if scene.form(p) in ("عن", "عما"):
            q = p + 1
            e = noun_phrase(scene, q, draft.open)
            # نقل عن مسؤول تأكيده أن: the noun with his pronoun opens what he says
            e = next((k for k in range(q + 1, e) if _his_saying(scene, k)), e)
            if e == q:
                return False
            if draft.source is not None:
                draft.relays.insert(0, draft.source)
            draft.source = (q, e)
            draft.rule = "relay-about-speaker"
            return True
    return False
