"""The extent of what is claimed: where it begins behind its opener, where it ends, which words a cue in its middle splits off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.sentences import Sentence
from marsad.model import Considered, Quotation, Span
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import COMMAS, Scene
from marsad.stages.attribute.sources import long_quote

_ENDERS: Final = frozenset(".؟!?…")
_EDGE: Final = frozenset(" \n\t،,.؛:«»“”\"'-–—")
_CONTRAST_REACH: Final = 14


def settle(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Fill in the content of every draft; `drafts` are in text order."""
    for k, draft in enumerate(drafts):
        if draft.kind == "preposition":
            continue
        _forward(scene, drafts, k)
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


def _forward(scene: Scene, drafts: Sequence[Draft], k: int) -> None:
    draft = drafts[k]
    first, limit = draft.open, draft.limit
    if draft.opener == "colon":
        while first < len(scene.tokens) and scene.tokens[first].kind == "break":
            first += 1
        index = _sentence_index(scene, first)
        if index is None:
            return
        sentence: Sentence = scene.page.sentences[index]
        if first >= limit:
            limit = sentence.last
            draft.limit = limit
    if first >= limit:
        return
    draft.open = first
    quote = scene.quote_at(first)
    start = draft.open_char if draft.open_char >= 0 and first == draft.open and draft.opener != "colon" else scene.tokens[first].start
    if quote is not None and (quote.last - quote.first > 3 or draft.opener in ("quote", "colon")):
        # the content opens with a quotation: it ends there unless the words run on without a mark
        end_token = min(quote.last + (1 if quote.closed else 0), max(limit, quote.last))
        runs_on = quote.closed and _runs_on(scene, drafts, k, end_token, limit)
        if not runs_on:
            draft.content = [_trim(scene, quote.inner)]
            draft.close = end_token
            draft.quotation = "direct"
            return
    end = _end(scene, drafts, k, first, limit)
    if end <= first:
        return
    span = _trim(scene, (start, scene.tokens[end - 1].end))
    if span[0] >= span[1]:
        return
    draft.content = [span]
    draft.close = end


def _runs_on(scene: Scene, drafts: Sequence[Draft], k: int, token: int, limit: int) -> bool:
    """Whether the sentence goes on behind a closed quotation as part of the same content."""
    if token >= limit:
        return False
    form = scene.form(token)
    if scene.tokens[token].kind in ("punct", "break"):
        return False
    for other in drafts:
        if other.first == token or other.first == token + 1 and form in ("كما",):
            return False
    return form not in ("وفق", "بحسب", "حسب", "حسبما", "وفقا", "في", "وذلك", "فيما")


def _trim(scene: Scene, span: Span) -> Span:
    text = scene.page.document.text
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _end(scene: Scene, drafts: Sequence[Draft], k: int, first: int, limit: int) -> int:
    """The token behind the last one of the content that opens at `first`."""
    draft = drafts[k]
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit}
    i = first
    quote_end = -1
    while i < limit:
        token = scene.tokens[i]
        if scene.is_quote_mark(i):
            quote = scene.quote_at(i)
            if quote is not None and quote.closed:
                quote_end = max(quote_end, quote.last)
        if i < quote_end:
            i += 1
            continue
        if token.kind == "punct" and token.form in _ENDERS and i + 1 >= limit:
            return i
        other = starts.get(i)
        if other is not None and _stops_at(scene, drafts, draft, other, i):
            why = "a further report begins"
            draft.considered.append(Considered(span=scene.span(first, limit), what="content to the end of the sentence", why=why))
            return _back(scene, i, first)
        if i > first and draft.outer is None:
            found = scene.lexicon.boundaries.at(scene.tokens, i, scene.page.lookup)
            if found:
                kind = found[0].payload
                if kind == "outlet_again":
                    return _back(scene, i, first)
                if kind == "other_side" and (scene.is_comma(i - 1) or scene.tokens[i - 1].kind != "word"):
                    return _back(scene, i, first)
                if kind == "contrast" and _turns(scene, starts, i, found[0].last, limit):
                    return _back(scene, i, first)
        i += 1
    while i > first and (scene.tokens[i - 1].kind == "break" or scene.form(i - 1) in _ENDERS):
        i -= 1
    return i


def _turns(scene: Scene, starts: dict[int, Draft], i: int, after: int, limit: int) -> bool:
    """Whether a clause behind لكن or فيما belongs to another speaker: a report of its own opens in it at once."""
    for p in range(i, min(limit, after + _CONTRAST_REACH)):
        other = starts.get(p)
        if other is not None and other.kind in ("verb",):
            if other.source is None or (other.source[0] >= i):
                return True
        if p > after and scene.is_comma(p):
            return False
        if p > i and scene.is_that(p) and p >= after:
            return False
    return False


def _stops_at(scene: Scene, drafts: Sequence[Draft], draft: Draft, other: Draft, i: int) -> bool:
    """Whether the report `other` ends the content of `draft` because it is not inside it."""
    if other.merged:
        return False
    if other.kind == "participle":
        owner = other.owner
        return owner is None or drafts[owner] is draft or drafts[owner] is not draft and _same_owner(drafts, draft, other)
    if other.kind == "withholding":
        return other.owner is None or drafts[other.owner] is draft or _same_owner(drafts, draft, other)
    if other.kind == "preposition":
        # inside an opener clause the preposition belongs to what follows it
        return not scene.is_that(i + 1)
    if other.kind == "verb":
        conj = scene.form(other.first)[:1] in ("و", "ف") and other.cue[0] > scene.tokens[other.first].start
        negated = scene.form(other.first) in ("ولم", "ولا", "فلم")
        if (conj or negated) and scene.tokens[other.first - 1].kind != "word":
            return True
        if conj and other.source is None and other.opener in ("that", "colon", "quote"):
            return True
        return bool(conj or negated) and other.opener in ("that", "colon", "quote", "preposition")
    return False


def _same_owner(drafts: Sequence[Draft], draft: Draft, other: Draft) -> bool:
    return draft.owner is not None and draft.owner == other.owner


def _back(scene: Scene, i: int, first: int) -> int:
    """Step back over marks and conjunctions left dangling before a boundary."""
    while i - 1 > first and (
        scene.tokens[i - 1].kind == "break" or scene.form(i - 1) in COMMAS or scene.form(i - 1) in ("-", "–", "و", "كما", "حيث", "فيما", "بينما", "ايضا", "وقد", "قد", "وكان", "وكانت")
    ):
        i -= 1
    return i


_LEADING: Final = frozenset(["وقد", "كما", "وكما", "فقد", "قد", "ولقد", "لقد", "وفيما", "فيما", "وكذلك", "كذلك", "وايضا", "هذا", "حيث"])


def _around(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """The content of a prepositional attribution: what follows it at the head of a sentence, else the clause before it."""
    index = _sentence_index(scene, draft.first)
    if index is None:
        return
    sentence = scene.page.sentences[index]
    behind = draft.source[1] if draft.source is not None else draft.last
    head = all(not scene.is_word(p) or scene.in_set(p, "conjunction") for p in range(sentence.first, draft.first))
    quoted = scene.page.quote_around(draft.first)
    if quoted is not None and draft.first == quoted.first:
        head = True
    if head:
        p = behind
        while p < sentence.last and (scene.is_comma(p) or scene.form(p) in ("-", "–", ")")):
            p += 1
        # a date or a place may still stand between the speaker and the clause
        comma = next((q for q in range(p, min(sentence.last, p + 8)) if scene.is_comma(q)), None)
        if scene.in_set(p, "time") or scene.form(p) in ("في", "فى") and scene.stem_in(p + 1, "setting_noun"):
            if comma is not None:
                p = comma + 1
        if p >= sentence.last:
            return
        start = scene.tokens[p].start
        if scene.form(p) in ("فقد", "قد", "وقد"):
            p += 1
            start = scene.tokens[p].start if p < sentence.last else start
        elif scene.is_that(p) or scene.form(p) in ("فان", "فانه", "فانها", "فانهم"):
            p += 1
            start = scene.tokens[p].start if p < sentence.last else start
        end = _plain_end(scene, drafts, draft, p, sentence.last if quoted is None else min(quoted.last, sentence.last))
        draft.open = p
        if end > p:
            span = _trim(scene, (start, scene.tokens[end - 1].end))
            draft.content = [span] if span[1] > span[0] else []
            draft.close = end
            draft.rule = "preposition-before"
        return
    # behind the clause
    first = sentence.first
    last = draft.first
    while last > first and (scene.is_comma(last - 1) or scene.form(last - 1) in ("-", "–", "وذلك", "و")):
        last -= 1
    outer = [d for d in drafts if d.kind in ("verb", "colon") and d.first >= first and d.first < draft.first and d.content]
    after = behind
    runs_on = after < sentence.last and scene.tokens[after].kind in ("word", "number", "latin") and not scene.is_comma(draft.first - 1)
    start_token = _clause_head(scene, first, last)
    for earlier in drafts:
        if earlier.kind == "preposition" and first <= earlier.first < draft.first and earlier.content:
            stop = earlier.source[1] if earlier.source else earlier.last
            if earlier.rule == "preposition-after" and start_token < stop:
                start_token = stop
    while start_token < last and (scene.is_comma(start_token) or scene.form(start_token) in _LEADING):
        start_token += 1
    if start_token >= last:
        return
    start = scene.tokens[start_token].start
    form = scene.form(start_token)
    if form.startswith("و") and len(form) > 3 and start_token not in scene.mentions and form not in ("وزاره", "وزير", "وكاله", "وفد", "واشنطن", "وحدات", "وفاه", "وقف", "وقع", "وصل", "وصلت", "وقعت", "وجود", "وصول", "وسائل", "ولايه", "وثيقه", "وسط", "ولد"):
        start = scene.after_proclitic(start_token, 1)
    span = _trim(scene, (start, scene.tokens[last - 1].end))
    if span[1] <= span[0]:
        return
    draft.content = [span]
    draft.open, draft.close = start_token, last
    draft.rule = "preposition-after"
    if runs_on:
        end = _plain_end(scene, drafts, draft, after, sentence.last)
        p = after
        if scene.is_that(p) or scene.form(p) in ("كذلك",):
            p += 1 if scene.is_that(p) else 0
        if p < end:
            if scene.form(p) in ("كذلك",) and scene.is_that(p + 1):
                p += 2
            tail = _trim(scene, (scene.tokens[p].start, scene.tokens[end - 1].end))
            if scene.form(p).startswith("ب") and scene.is_that(p):
                tail = tail
            if tail[1] > tail[0]:
                draft.content.append(tail)
                draft.rule = "preposition-inside"
    _ = outer


def _clause_head(scene: Scene, first: int, last: int) -> int:
    """The first token of the clause before a prepositional attribution: the sentence, or what follows its last strong turn."""
    best = first
    for p in range(first, last):
        if scene.is_comma(p) and p + 1 < last and scene.form(p + 1) in ("حيث", "فيما", "وفيما", "بينما", "وبينما", "فقد", "وقد"):
            best = p + 1
    return best


def _plain_end(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, limit: int) -> int:
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit and d.kind in ("withholding", "participle", "preposition")}
    i = first
    quote_end = -1
    while i < limit:
        if scene.is_quote_mark(i):
            quote = scene.quote_at(i)
            if quote is not None and quote.closed:
                quote_end = max(quote_end, quote.last)
        if i >= quote_end:
            if i in starts:
                return _back(scene, i, first)
            found = scene.lexicon.boundaries.at(scene.tokens, i, scene.page.lookup) if i > first else []
            if found and found[0].payload in ("outlet_again", "other_side"):
                return _back(scene, i, first)
        i += 1
    while i > first and (scene.tokens[i - 1].kind == "break" or scene.form(i - 1) in _ENDERS):
        i -= 1
    return i


def quotation_of(scene: Scene, draft: Draft) -> Quotation:
    """direct where all of the content stands in marks, mixed where a stretch of speech in it does, else indirect.

    Names and titles in marks (one or two words, an actor, a masthead) do not count.
    """
    if draft.quotation == "direct":
        return "direct"
    spans = draft.content
    if not spans:
        return "indirect"
    for quote in scene.page.quotes:
        if all(quote.span[0] <= s and e <= quote.span[1] for s, e in spans):
            return "direct"
    for quote in scene.page.quotes:
        for s, e in spans:
            if quote.inner[0] < e and s < quote.inner[1] and quote.span[0] >= s - 2:
                words = [j for j in range(quote.first, quote.last) if scene.is_word(j)]
                if len(words) >= 4 or long_quote(scene, quote.first - 1):
                    return "mixed"
    return "indirect"
