"""The extent of what is claimed: where it begins behind its opener, where it ends, which words a cue in its middle splits off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.model import Considered, Quotation, Span
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import PREPOSITION_OF, clause_start
from marsad.stages.attribute.scene import COMMAS, Scene
from marsad.stages.attribute.wording import definite, dots, masdar_like, masdar_word, speaks

_ENDERS: Final = frozenset(".؟!?…")
_WAITING: Final = frozenset(["وقت", "بعدما", "عندما", "حينما", "بينما", "فيما", "حين", "لما"])
_EDGE: Final = frozenset(" \n\t،,.؛:«»“”\"'-–—")
_CONTRAST_REACH: Final = 14


def settle(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Fill in the content of every draft; `drafts` are in text order."""
    for draft in drafts:
        if draft.kind != "preposition" and not draft.content:
            _forward(scene, drafts, draft)
    for draft in drafts:
        if draft.kind == "preposition":
            _around(scene, drafts, draft)


def _sentence_index(scene: Scene, token: int) -> int | None:
    if token >= len(scene.tokens):
        return None
    try:
        return scene.page.sentence_of(token).i
    except LookupError:
        return None


def _forward(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """The content behind an opener."""
    first, limit = draft.open, draft.limit
    if draft.opener == "colon":
        while first < len(scene.tokens) and scene.tokens[first].kind == "break":
            first += 1
        index = _sentence_index(scene, first)
        if index is None:
            return
        if first >= limit:  # قال فلان: and the speech on the next line
            limit = draft.limit = scene.page.sentences[index].last
    if first >= limit:
        return
    quote = scene.quote_at(first)
    while quote is None and first < limit - 1 and scene.is_that(first):
        first += 1
        draft.open_char = scene.tokens[first].start
        quote = scene.quote_at(first)
    draft.open = first
    if quote is not None and (quote.last - quote.first > 3 or draft.opener in ("quote", "colon") or draft.named):
        # the content opens with a quotation: it ends there unless the words run on without a mark
        behind = min(quote.last + (1 if quote.closed else 0), max(limit, quote.last))
        if draft.named or not quote.closed or not _runs_on(scene, drafts, behind, limit):
            begin = quote.first
            while begin < quote.last - 1 and scene.is_that(begin) and not scene.form(begin).startswith("ب"):
                begin += 1
            torn = _torn_off(scene, drafts, begin, quote.last)
            draft.content = [
                _trim(scene, (scene.tokens[begin].start, quote.inner[1] if torn is None else scene.tokens[torn].start))
            ]
            draft.close = behind if torn is None else torn
            draft.quotation = "direct"
            return
    first = _past_feeling(scene, draft, first, limit)
    start = draft.open_char if draft.open_char >= 0 else scene.tokens[first].start
    end = _end(scene, drafts, draft, first, limit)
    if end <= first:
        return
    span = _trim(scene, (start, scene.tokens[end - 1].end))
    if span[0] < span[1]:
        draft.content = [span]
        draft.close = end


def _torn_off(scene: Scene, drafts: Sequence[Draft], first: int, last: int) -> int | None:
    """The dots in a quotation behind which somebody else reports: the mark that closes it belongs to another text."""
    for i in range(first, last):
        if dots(scene, i) and any(i < d.first < last and d.source is not None for d in drafts):
            return i
    return None


def _past_feeling(scene: Scene, draft: Draft, first: int, limit: int) -> int:
    """The clause behind a word of feeling (أعرب عن أمله في أن يعود): the feeling is the stance, the clause the content."""
    if not draft.entry.endswith(("#express", "#voice")) or not scene.form(first).startswith(("امل", "ثقت", "تفاول", "اعتقاد")):
        return first
    for p in range(first + 1, min(limit - 1, first + 5)):
        if scene.form(p) in ("في", "ب", "من") and scene.is_that(p + 1) or scene.form(p) in ("بان", "بانه", "بانها"):
            q = p + 2 if scene.form(p) in ("في", "ب", "من") else p + 1
            if q < limit:
                draft.open, draft.open_char = q, scene.tokens[q].start
                draft.stance = "hopes"
                return q
    return first


def _runs_on(scene: Scene, drafts: Sequence[Draft], token: int, limit: int) -> bool:
    """Whether the sentence goes on behind a closed quotation as part of the same content."""
    if token >= limit or scene.tokens[token].kind in ("punct", "break"):
        return False
    form = scene.form(token)
    if any(d.first == token or (d.first == token + 1 and form == "كما") for d in drafts):
        return False
    return form not in ("وفق", "بحسب", "حسب", "حسبما", "وفقا", "في", "وذلك", "فيما", "خلال", "مضيفا", "بعد")


def _trim(scene: Scene, span: Span) -> Span:
    """A content without marks at its ends, but with both marks of a name in marks at either end («الجيش» بقصف المطار)."""
    text = scene.page.document.text
    start, end = _bare(text, span)
    for quote in scene.page.quotes:
        first, last = quote.span
        if not quote.closed or (first <= start and end <= last):
            continue
        if span[0] <= first < start < last <= end:
            start = first
        if start <= first < end < last <= span[1]:
            end = last
    return start, end


def _bare(text: str, span: Span) -> Span:
    """A span without white space and marks at its ends."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _end(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, limit: int) -> int:
    """The token behind the last one of the content that opens at `first`."""
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit}
    quote_end = -1
    torn = _torn_off(scene, drafts, first, limit)
    for i in range(first, limit):
        if i == torn or scene.form(i) == "|":
            return _back(scene, i, first)
        if scene.is_quote_mark(i):
            quote = scene.quote_at(i)
            if quote is not None and quote.closed:
                quote_end = max(quote_end, quote.last)
        if i < quote_end:
            continue
        other = starts.get(i)
        if other is not None and _stops_at(scene, draft, other, i):
            what, why = "content to the end of the sentence", "a further report begins"
            draft.considered.append(Considered(span=scene.span(first, limit), what=what, why=why))
            return _back(scene, i, first)
        if i > first and _turns_away(scene, draft, starts, i, first, limit):
            what, why = "content to the end of the sentence", "the outlet or another voice takes over here"
            draft.considered.append(Considered(span=scene.span(i, limit), what=what, why=why))
            return _back(scene, i, first)
    end = limit
    while end > first and (scene.tokens[end - 1].kind == "break" or scene.form(end - 1) in _ENDERS):
        end -= 1
    return end


def _turns_away(scene: Scene, draft: Draft, starts: dict[int, Draft], i: int, first: int, limit: int) -> bool:
    """Whether at token `i` the outlet or somebody else takes over without a cue of his own."""
    comma = scene.is_comma(i - 1)
    if draft.entry.endswith(("#charge", "#news_about", "#reports_about")) and scene.is_comma(i):
        return True
    form = scene.form(i)
    if draft.stance == "withholds" and scene.is_comma(i):
        return True
    if draft.entry.endswith(("#declined_to_reveal", "#declined_to_reveal_f", "#preferred_not", "#asked_not", "#asked_not_named")):
        if scene.is_that(i) or scene.verb(i) is not None or scene.in_set(i, "stop"):
            return True
    if draft.stance == "withholds" and form == "حتي" and i > first:
        return True
    if (
        form in ("الامر", "وهو", "وهي")
        and comma
        and any(p in starts and starts[p].rule.endswith("-antecedent") for p in (i + 2, i + 3))
    ):
        return True  # الأمر الذي ترفضه بغداد: what others say of it
    if form == "علما" and comma:
        return True
    if form == "ولم" and comma:
        return True
    if comma and draft.opener in ("object", "preposition", "by") and _clause_of_its_own(scene, draft, i):
        return True
    if form == "حيث" and comma:
        following = scene.form(i + 1)
        return following[:1] == "ي" or (following[:1] == "ت" and scene.action(i + 1) and not following.endswith("ت"))
    if form in ("وهو", "وهي") and scene.form(i + 1) in scene.lexicon.edges["remark"]:
        return True
    found = scene.lexicon.boundaries.at(scene.tokens, i, scene.page.lookup)
    if not found:
        return False
    kind = found[0].payload
    if kind == "outlet_again":
        return True
    if kind == "other_side":
        return comma or scene.tokens[i - 1].kind != "word"
    return _turns(scene, starts, i, found[0].last, limit)


def _clause_of_its_own(scene: Scene, draft: Draft, i: int) -> bool:
    """Whether behind a comma a clause begins that no deed named before can govern (نفى الاتهام، وكانت؛ طلب التسليم، لتدور اشتباكات)."""
    form = scene.form(i)
    if form in ("وكان", "وكانت", "وكانوا", "وقد", "وذلك"):
        return True
    contrary = form in ("لكن", "ولكن") or (form in ("الا", "غير", "بيد") and scene.is_that(i + 1))
    if contrary and draft.opener == "object":
        return True  # أعلنت تحرير المحافظة، إلا أن التنظيم عاود: what the outlet holds against the deed
    if form.startswith(("لي", "لت")) and len(form) > 4 and not masdar_word(scene, form[1:]) and i not in scene.mentions:
        return not any(m.first == i for m in scene.recognised.place_mentions)
    return draft.kind == "participle" and form in ("فيما", "بينما", "وفيما", "وبينما") and scene.action(i + 1)


def _turns(scene: Scene, starts: dict[int, Draft], i: int, after: int, limit: int) -> bool:
    """Whether a clause behind لكن or فيما belongs to another speaker: a report of its own opens in it at once."""
    for p in range(i, min(limit, after + _CONTRAST_REACH)):
        other = starts.get(p)
        if other is not None and other.kind == "verb" and not other.nobody and (other.source is None or other.source[0] >= i):
            return True
        if p > after and (scene.is_comma(p) or scene.is_that(p)):
            return False
    return False


def _stops_at(scene: Scene, draft: Draft, other: Draft, i: int) -> bool:
    """Whether the report `other` ends the content of `draft` because it is not inside it."""
    if other.kind in ("participle", "withholding"):
        owner = other.owner
        if other.source is not None:
            return False
        return owner is None or owner is draft or draft.owner is owner or draft.first > owner.first
    if other.kind == "preposition":
        # inside an opener clause the preposition belongs to what follows it
        return not scene.is_that(i + 1)
    if other.kind == "noun":
        return draft.kind == "noun" and scene.form(other.first).startswith("و") and other.cue[0] > scene.tokens[other.first].start
    if other.kind != "verb":
        return False
    if other.nobody:
        return scene.tokens[i - 1].plain in ("مما", "ما")
    if other.named:
        return scene.form(i - 1) == "تطور"
    conj = scene.form(other.first)[:1] in ("و", "ف") and other.cue[0] > scene.tokens[other.first].start
    if conj and scene.tokens[other.first - 1].kind != "word":
        return True
    if not conj and scene.is_comma(i - 1) and other.source is not None and other.source[0] > i and _subordinate(scene, draft):
        return True  # في وقت أعلن النظام عن مقتل ثلاثة، تحدثت وسائل إعلام عن
    if not conj and (_stop_lost(scene, other) or _lead_begins(scene, draft, other)):
        return True
    if conj and other.opener in ("object", "by") and draft.opener in ("object", "by"):
        return True  # رحب بالهدنة وحث الأطراف على: two deeds of one speaker
    return conj and other.opener in ("that", "colon", "quote", "preposition")


def _subordinate(scene: Scene, draft: Draft) -> bool:
    """Whether a report stands in a clause that waits for its main clause (في وقت أعلن، بعدما أعلن، بعد أن أعلن)."""
    before = draft.first - 1
    if draft.kind != "verb" or before < 0:
        return False
    form = scene.form(before)
    return (
        form in _WAITING
        or form.removeprefix("و") in _WAITING
        or (scene.is_that(before) and scene.form(before - 1).removeprefix("و") in ("بعد", "رغم"))
    )


def _stop_lost(scene: Scene, other: Draft) -> bool:
    """Whether a report begins where its full stop was lost: a past verb of saying, its speaker behind it, no clause before it."""
    verb = scene.verb(other.first)
    return (
        verb is not None
        and verb.reading.form.tense == "past"
        and other.source is not None
        and other.source[0] >= other.last
        and other.opener in ("that", "colon", "quote")
        and scene.tokens[other.first - 1].kind != "punct"
        and not clause_start(scene, other.first, -1)
    )


def _lead_begins(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether the lead of the article begins where its headline ends without a mark (فرنسا تدعو للحوار دعا الرئيس الفرنسي)."""
    verb = scene.verb(other.first)
    return (
        draft.present
        and draft.rule.startswith("subject-verb")
        and draft.opener != "that"
        and verb is not None
        and verb.reading.form.tense == "past"
        and not verb.cut.enc
        and not verb.cut.pro
        and not verb.reading.verb.also_noun
        and other.source is not None
        and other.source[0] == other.last
        and other.source[0] in scene.mentions
        and scene.tokens[other.first - 1].kind == "word"
        and not clause_start(scene, other.first, -1)
    )


def _back(scene: Scene, i: int, first: int) -> int:
    """Step back over marks and conjunctions left dangling before a boundary."""
    while i - 1 > first and (
        scene.tokens[i - 1].kind == "break" or scene.form(i - 1) in COMMAS or scene.form(i - 1) in scene.lexicon.edges["dangling"]
    ):
        i -= 1
    return i


def _around(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """The content of a prepositional attribution: what follows it at the head of a sentence, else the clause before it."""
    index = _sentence_index(scene, draft.first)
    if index is None:
        return
    sentence = scene.page.sentences[index]
    quoted = scene.page.quote_around(draft.first)
    start = sentence.first if quoted is None else max(sentence.first, quoted.first)
    if quoted is not None:  # a quotation of several sentences is one sentence of the page: go back to its own full stop
        ends = (p for p in range(draft.first - 1, start, -1) if scene.tokens[p].kind == "break" or scene.form(p) in _ENDERS)
        start = next(ends, start - 1) + 1
    head = all(not scene.is_word(p) or scene.in_set(p, "conjunction") for p in range(start, draft.first))
    if head or (quoted is not None and draft.first == quoted.first):
        _behind(scene, drafts, draft, sentence.last if quoted is None else min(quoted.last, sentence.last))
        return
    first, last = start, draft.first
    behind = draft.source[1] if draft.source is not None else draft.last
    while last > first and (scene.is_comma(last - 1) or scene.form(last - 1) in ("-", "–", "وذلك", "و")):
        last -= 1
    start_token = _clause_head(scene, drafts, draft, first, last)
    if start_token >= last:
        return
    form = scene.form(start_token)
    start = scene.tokens[start_token].start
    if (
        form[:1] in ("و", "ف")
        and (len(form) > 3 or form[1:] in PREPOSITION_OF)
        and start_token not in scene.mentions
        and form not in scene.lexicon.edges["begins_with_waw"]
    ):
        if form[0] == "و" or form in ("فعند", "فبعد", "فقبل"):
            start = scene.after_proclitic(start_token, 1)
    span = _trim(scene, (start, scene.tokens[last - 1].end))
    if span[1] <= span[0]:
        return
    draft.content = [span]
    draft.open, draft.close = start_token, last
    draft.rule = "preposition-after"
    if behind >= sentence.last:
        return
    if scene.is_comma(draft.first - 1):
        behind = behind + 1 if scene.is_comma(behind) and _goes_on(scene, behind + 1, start_token, last) else sentence.last
    if behind < sentence.last and scene.tokens[behind].kind in ("word", "number", "latin"):
        _inside(scene, drafts, draft, behind, sentence.last)


def _goes_on(scene: Scene, i: int, first: int, last: int) -> bool:
    """Whether a clause of tokens `first` to `last` goes on at token `i` behind an aside: with a preposition, or with its predicate."""
    if scene.form(i) in ("في", "فى") and scene.form(i + 1) in ("حين", "وقت", "الوقت", "المقابل", "غضون", "سياق"):
        return False  # بحسب المرصد، في حين تجددت الاشتباكات: a clause of its own
    if scene.form(i) in PREPOSITION_OF or scene.form(i) in ("ب", "بين", "قرب", "اثر", "جراء", "بعد", "قبل", "خلال"):
        return True
    told = any(scene.action(p) or scene.verb(p) is not None for p in range(first, last))
    return not told and last - first <= 6 and (scene.action(i) or definite(scene, i) or speaks(scene, i))


def _behind(scene: Scene, drafts: Sequence[Draft], draft: Draft, limit: int) -> None:
    """The clause behind a prepositional attribution at the head of its sentence."""
    p = draft.source[1] if draft.source is not None else draft.last
    if scene.in_set(p, "time") or (scene.form(p) in ("في", "فى") and scene.stem_in(p + 1, "setting_noun")):
        comma = next((q for q in range(p, min(limit, p + 10)) if scene.is_comma(q)), None)
        p = p if comma is None else comma + 1
    while p < limit and (scene.is_comma(p) or scene.form(p) in ("-", "–", ")")):
        p += 1
    if p < limit and (
        scene.is_that(p) or scene.form(p) in ("فقد", "قد", "وقد", "فان", "فانه", "فانها", "فانهم", "فانهن", "فانهما")
    ):
        p += 1
    if p >= limit:
        return
    draft.open = p
    end = _plain_end(scene, drafts, draft, p, limit)
    if end <= p:
        return
    span = _trim(scene, (scene.tokens[p].start, scene.tokens[end - 1].end))
    draft.content = [span] if span[1] > span[0] else []
    draft.close = end
    draft.rule = "preposition-before"


def _inside(scene: Scene, drafts: Sequence[Draft], draft: Draft, p: int, limit: int) -> None:
    """The second half of a content that a prepositional attribution splits."""
    while p < limit and (scene.form(p) == "كذلك" or scene.is_that(p)):
        p += 1
    end = _plain_end(scene, drafts, draft, p, limit)
    if p < end:
        tail = _trim(scene, (scene.tokens[p].start, scene.tokens[end - 1].end))
        if tail[1] > tail[0]:
            draft.content.append(tail)
            draft.rule = "preposition-inside"


def _clause_head(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, last: int) -> int:
    """The first token of the clause before a prepositional attribution: the sentence, or what follows its last strong turn."""
    best = first
    for p in range(first, last):
        if (
            scene.is_comma(p)
            and p + 1 < last
            and (
                scene.form(p + 1) == "حيث"
                and p - first <= 5
                or scene.form(p + 1) in ("فيما", "وفيما", "بينما", "وبينما", "فقد", "وقد")
            )
        ):
            best = p + 1
    for earlier in drafts:
        if earlier.kind == "preposition" and first <= earlier.first < draft.first and earlier.rule == "preposition-after":
            best = max(best, earlier.source[1] if earlier.source else earlier.last)
        told = earlier.kind == "verb" and first <= earlier.first and best < earlier.open < earlier.close <= draft.first
        if not told or earlier.source is None or draft.source is None:
            continue
        twice = scene.form(earlier.source[0]) == scene.form(draft.source[0])  # وأضاف المصدر أن المعبر مغلق، بحسب المصدر
        if twice or (_is_medium(scene, earlier.source) and not _is_medium(scene, draft.source)):
            best = earlier.open  # قالت الصحيفة إن المعبر مغلق، وفقا لشهود: the paper tells what they say
    linked = scene.lexicon.boundaries.at(scene.tokens, best, scene.page.lookup)
    if linked and linked[0].payload in ("other_side", "outlet_again") and linked[0].last < last:
        best = linked[0].last + (
            2 if scene.form(linked[0].last) == "الي" and scene.is_that(linked[0].last + 1) else 0
        )  # في هذه الأثناء، من جهة أخرى، يشار إلى أن
    while best < last and (scene.is_comma(best) or scene.form(best) in scene.lexicon.edges["leading"]):
        best += 1
    return best


def _is_medium(scene: Scene, phrase: tuple[int, int] | None) -> bool:
    """Whether a phrase names an agency, a paper, a station or a monitor."""
    if phrase is None:
        return False
    first = phrase[0] + scene.is_quote_mark(phrase[0])
    mention = scene.mentions.get(first)
    if mention is not None and scene.actor_kind(mention.entity) in ("media", "monitor"):
        return True
    entries = (scene.lexicon.speakers.get(c.stem) for c in scene.page.lookup.cuts(scene.form(first)))
    return any(e is not None and (e.kind == "media" or e.role == "monitor") for e in entries)


def _plain_end(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, limit: int) -> int:
    """The end of a clause that only a carried-on report, another attribution or the outlet's own voice cuts short."""
    kinds = ("withholding", "participle", "preposition")
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit and (d.kind in kinds or d.nobody)}
    quote_end = -1
    for i in range(first, limit):
        if scene.is_quote_mark(i):
            quote = scene.quote_at(i)
            if quote is not None and quote.closed:
                quote_end = max(quote_end, quote.last)
        if i < quote_end:
            continue
        other = starts.get(i)
        if other is not None and (not other.nobody or scene.tokens[i - 1].plain in ("مما", "ما")):
            return _back(scene, i, first)
        found = scene.lexicon.boundaries.at(scene.tokens, i, scene.page.lookup) if i > first else []
        if found and found[0].payload in ("outlet_again", "other_side", "denied_by_another"):
            return _back(scene, i, first)
    end = limit
    while end > first and (scene.tokens[end - 1].kind == "break" or scene.form(end - 1) in _ENDERS):
        end -= 1
    return end


def quotation_of(scene: Scene, draft: Draft) -> Quotation:
    """Direct where all of the content stands in marks, mixed where a stretch of speech in it does, else indirect.

    Names and titles in marks do not count.
    """
    if draft.quotation == "direct":
        return "direct"
    for quote in scene.page.quotes:
        if draft.content and all(quote.span[0] <= s and e <= quote.span[1] for s, e in draft.content):
            return "direct"
    for quote in scene.page.quotes:
        for s, e in draft.content:
            if quote.inner[0] < e and s < quote.inner[1] and quote.span[0] >= s - 2 and _speech(scene, quote.first, quote.last):
                return "mixed"
    return "indirect"


def _speech(scene: Scene, first: int, last: int) -> bool:
    """Whether words in marks are somebody's speech and not a name or title."""
    words = [i for i in range(first, last) if scene.is_word(i)]
    if not words:
        return False
    if any(scene.is_that(i) or scene.action(i) or scene.verb(i) is not None for i in words):
        return True
    if any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(words[0]))) or words[0] in scene.mentions:
        return False
    if len(words) >= 7 or any(scene.form(i) in ("لا", "لم", "لن", "ليس", "قد", "سوف") for i in words):
        return True
    return len(words) >= 4 and masdar_like(scene, words[0])
