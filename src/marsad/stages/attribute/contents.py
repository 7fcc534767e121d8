"""The extent of what is claimed: where it begins behind its opener, where it ends, which words a cue in its middle splits off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from marsad.arabic.quotation import Quote
from marsad.model import Considered, Quotation
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.extents import back_over, before_stop, outside_quotations, sentence_index, trimmed
from marsad.stages.attribute.openings import clause_start
from marsad.stages.attribute.prepositional import around
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import dots, his_name, masdar_like, masdar_word, supposes

_WAITING: Final = frozenset(["وقت", "بعدما", "عندما", "حينما", "بينما", "فيما", "حين", "لما"])
_NAME: Final = 6  # words of a name
_CONTRAST_REACH: Final = 14
_FRONTED: Final = 14  # tokens from أما to the report with ف
_AGAIN: Final = 4  # tokens of a headline that are no chance when they come again


def settle(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Fill in the content of every draft; `drafts` are in text order."""
    for draft in drafts:
        if draft.kind != "preposition" and not draft.content:
            _forward(scene, drafts, draft)
    for draft in drafts:
        if draft.kind == "preposition":
            around(scene, drafts, draft)


def _told_again(scene: Scene, draft: Draft, first: int, limit: int) -> int:
    """The token at which the words that open a report stand again, as pages without line ends repeat their headline; else `limit`."""
    start = draft.first if draft.source is None else min(draft.first, draft.source[0])
    opens = [scene.form(p) for p in range(start, start + _AGAIN)]
    for p in range(first, limit - _AGAIN):
        if scene.form(p) == opens[0] and [scene.form(q) for q in range(p, p + _AGAIN)] == opens:
            return p
    return limit


def _headline_ends(scene: Scene, drafts: Sequence[Draft], first: int, limit: int) -> int:
    """The token at which the story begins behind a headline with a colon, where the page keeps both in one line; else `limit`."""
    for draft in drafts:
        if not first + 1 < draft.first < limit or draft.kind != "verb" or draft.source is None or draft.source[0] < draft.first:
            continue
        joined = draft.cue[0] > scene.tokens[draft.first].start or draft.negated
        before = draft.first - 1
        if not joined and not scene.is_comma(before) and not scene.is_that(before) and not scene.in_set(before, "conjunction"):
            return draft.first  # لافروف: المعركة انتهت أكد الوزير أمس أن
    return limit


def _forward(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> None:
    """The content behind an opener."""
    first, limit = draft.open, draft.limit
    if draft.opener == "colon":
        while first < len(scene.tokens) and scene.tokens[first].kind == "break":
            first += 1
        index = sentence_index(scene, first)
        if index is None:
            return
        if first >= limit:  # قال فلان: and the speech on the next line
            limit = draft.limit = scene.page.sentences[index].last
    if first >= limit:
        return
    limit = draft.limit = _told_again(scene, draft, first, limit)
    if draft.kind == "colon":
        limit = draft.limit = _headline_ends(scene, drafts, first, limit)
    quote = scene.quote_at(first)
    while quote is None and first < limit - 1 and scene.is_that(first) and not supposes(scene, first):
        first += 1
        draft.open_char = scene.tokens[first].start
        quote = scene.quote_at(first)
    draft.open = first
    if quote is not None and draft.opener == "that" and _name_in_marks(scene, quote, limit):
        quote = None
    if quote is not None and (quote.last - quote.first > 3 or draft.opener in ("quote", "colon") or draft.named):
        # the content opens with a quotation: it ends there unless the words run on without a mark
        behind = min(quote.last + (1 if quote.closed else 0), max(limit, quote.last))
        if draft.named or not quote.closed or not _runs_on(scene, drafts, behind, limit):
            begin = quote.first
            while begin < quote.last - 1 and scene.is_that(begin) and not scene.form(begin).startswith("ب"):
                begin += 1
            torn = _torn_off(scene, drafts, begin, quote.last)
            if not quote.closed and torn is None:
                torn = _first_stop(scene, begin, quote.last)
            draft.content = [
                trimmed(scene, (scene.tokens[begin].start, quote.inner[1] if torn is None else scene.tokens[torn].start))
            ]
            draft.close = behind if torn is None else torn
            draft.quotation = "direct"
            return
    first = _past_feeling(scene, draft, first, limit)
    start = draft.open_char if draft.open_char >= 0 else scene.tokens[first].start
    end = _end(scene, drafts, draft, first, limit)
    if end <= first:
        return
    span = trimmed(scene, (start, scene.tokens[end - 1].end))
    if span[0] < span[1]:
        draft.content = [span]
        draft.close = end


def _name_in_marks(scene: Scene, quote: Quote, limit: int) -> bool:
    """Whether marks hold only the name of who does what follows (قال إن "سامي عبد القادر الخالد"، استشهد)."""
    words = range(quote.first, quote.last)
    if not quote.closed or len(words) > _NAME or any(scene.is_that(p) or scene.verb(p) or scene.action(p) for p in words):
        return False
    behind = quote.last + 1
    behind += scene.is_comma(behind)
    return behind < limit and scene.action(behind)


def _first_stop(scene: Scene, first: int, last: int) -> int | None:
    """The end of the sentence that opens a quotation whose closing mark is lost: nobody can tell who speaks behind it."""
    index = sentence_index(scene, first)
    end = last if index is None else scene.page.sentences[index].last
    return before_stop(scene, first, end) if first < end < last else None


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


def _end(scene: Scene, drafts: Sequence[Draft], draft: Draft, first: int, limit: int) -> int:
    """The token behind the last one of the content that opens at `first`."""
    starts = {d.first: d for d in drafts if d is not draft and first < d.first < limit}
    torn = _torn_off(scene, drafts, first, limit)
    cut = next((i for i in range(first, limit) if i == torn or scene.form(i) == "|"), None)
    for i in outside_quotations(scene, first, limit if cut is None else cut):
        other = starts.get(i)
        if other is not None and _stops_at(scene, draft, other, i):
            what, why = "content to the end of the sentence", "a further report begins"
            draft.considered.append(Considered(span=scene.span(first, limit), what=what, why=why))
            return back_over(scene, i, first)
        if i > first and _turns_away(scene, draft, starts, i, first, limit):
            what, why = "content to the end of the sentence", "the outlet or another voice takes over here"
            draft.considered.append(Considered(span=scene.span(i, limit), what=what, why=why))
            return back_over(scene, i, first)
    return before_stop(scene, first, limit) if cut is None else back_over(scene, cut, first)


def _turns_away(scene: Scene, draft: Draft, starts: dict[int, Draft], i: int, first: int, limit: int) -> bool:
    """Whether at token `i` the outlet or somebody else takes over without a cue of his own."""
    comma = scene.is_comma(i - 1)
    if draft.entry.endswith(("#charge", "#news_about", "#reports_about")) and scene.is_comma(i):
        return True
    form = scene.form(i)
    if draft.stance == "withholds" and scene.is_comma(i):
        return True
    if draft.kind == "withholding" and i == first + 1 and his_name(scene, first):
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
    if form in ("اما", "واما") and comma and any(scene.form(p)[:1] == "ف" and p in starts for p in range(i + 2, i + _FRONTED)):
        return True  # أما الحركة فأوضحت
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
    own = other.source is not None and other.source[0] >= other.last
    if conj and own and other.opener in ("object", "by") and draft.opener == "preposition":
        return True  # شدد المبعوث على وقف القتال واتهم السراج حفتر: no verb hangs on على
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
