"""The noun phrase that names a speaker: where it begins and where it ends."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from marsad.model import Span
from marsad.stages.attribute.bounds import GIVEN_OUT, stops
from marsad.stages.attribute.scene import BRACKETS, Scene
from marsad.stages.attribute.splitting import ITSELF, splits
from marsad.stages.attribute.wording import (
    DASHES,
    PREPOSITIONS,
    RESPONSIBILITY,
    adjective_like,
    by_content,
    closing,
    definite,
    governing_deed,
    initial,
    long_quote,
    masdar_like,
    masdar_with_article,
    named_person,
    past_initials,
    speaks,
    thing,
)

_DASHED: Final = 4  # words of a name between dashes
_RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "الذى", "التى"])
_IN_ITS_NAME: Final = frozenset(["باسمه", "باسمها", "باسمهم", "باسمهما", "باسمنا"])


def trim_mentions(scene: Scene) -> dict[Span, Span]:
    """Shorten mentions that run into what the reporting verb governs: a verbal noun, a medium, a number, a verb.

    Returns the spans of the mentions so shortened, as they were and as they are.
    """
    trimmed: dict[Span, Span] = {}
    registered = {a.id for a in scene.recognised.actors if a.registered and a.kind == "person"}
    for first, mention in sorted(scene.mentions.items()):
        if mention.entity in registered and mention.form in ("name", "titled"):
            continue  # هنأ الرئيس بوتين العسكريين: the registry says where his name ends
        for i in range(first + 1, mention.last):
            form = scene.form(i)
            runs_out = (
                form in scene.lexicon.edges["refused"]
                or scene.is_that(i)
                or scene.tokens[i].kind == "number"
                or (masdar_like(scene, i) and definite(scene, i - 1))
                or _deed_with_ba(scene, i)
                or (by_content(scene, i) and (definite(scene, i - 1) or i == first + 1) and not form.startswith("بن"))
                or (
                    definite(scene, i)
                    and definite(scene, i - 1)
                    and (form[2:] in scene.lexicon.edges["masdar"] or form[2:] in scene.lexicon.edges["object_noun"])
                )
                or (
                    i + 1 == mention.last
                    and scene.is_word(i)
                    and not definite(scene, i)
                    and definite(scene, i - 1)
                    and thing(scene, i + 1)
                )
                or (
                    (form in scene.lexicon.edges["number_word"] or form in scene.lexicon.edges["object_noun"])
                    and definite(scene, i - 1)
                )
                or (
                    i + 1 == mention.last and masdar_like(scene, i) and not (_construct(scene, i - 1) or adjective_like(scene, i))
                )
                or (
                    i + 1 == mention.last
                    and i > first + 2
                    and definite(scene, i)
                    and not definite(scene, i - 1)
                    and form[2:] in scene.lexicon.edges["object_noun"]
                )
                or (form.startswith("ل") and not definite(scene, i - 1) and _to_a_medium(scene, i))
                or (
                    mention.form == "institution" and i > first + 1 and form in scene.lexicon.edges["rank"] and definite(scene, i)
                )
                or form in ("قوله", "قولها", "قولهم")
                or scene.declines(i)
                or (definite(scene, i - 1) and governing_deed(scene, i))
                or (form.startswith("ل") and scene.stem_in(i, "audience"))
            )
            if runs_out and i > mention.head:
                scene.mentions[first] = msgspec.structs.replace(mention, last=i)
                if (
                    definite(scene, i) or _deed_with_ba(scene, i) or (mention.form == "titled" and masdar_like(scene, i))
                ):  # an adjective or a name may have been cut as well
                    trimmed[mention.span] = (mention.span[0], scene.tokens[i - 1].end)
                break
    return trimmed


def _to_a_medium(scene: Scene, i: int) -> bool:
    """Whether a word is ل with an agency, a paper or a station (طبيب للإذاعة العامة): who is spoken to is no part of a name."""
    medium = scene.lexicon.edges["medium_noun"]
    return any(c.pro in ("ل", "لال") and c.stem in medium for c in scene.page.lookup.cuts(scene.form(i)))


_ADDRESSED: Final = frozenset(["مطالبات", "مطالب", "دعوات", "نداءات"])
_AMONG: Final = frozenset(["منها", "منهم", "بينها", "بينهم", "ابرزها", "ابرزهم"])


def _deed_with_ba(scene: Scene, i: int) -> bool:
    """Whether a word is ب with a verbal noun of the shape of انفجار, which goes on no name (أفاد المراسل ليث حمزة بانفجار)."""
    form = scene.form(i)
    return form[:2] == "با" and form[-2] == "ا" and len(form) > 5 and by_content(scene, i, strict=True)


class _Ends(NamedTuple):
    """What ends a noun phrase besides its own grammar, as given to `noun_phrase`."""

    objects: bool
    by: bool
    split: bool
    prepositions: frozenset[str]
    strict: bool


def noun_phrase(
    scene: Scene,
    start: int,
    limit: int,
    *,
    objects: bool = False,
    by: bool = False,
    split: bool = False,
    appositions: bool = True,
    ends: frozenset[str] = frozenset(),
    strict: bool = False,
) -> int:
    """The end (exclusive) of the noun phrase at token `start`; `start` itself where none begins there.

    With `objects` the phrase also ends before an indefinite verbal noun, because the verb takes its content directly; with
    `by` before a ب that opens a content (`strict`: a verbal noun); with `split` it is one actor only, because a second
    definite phrase is the object; `ends` are prepositions of the verb that end a phrase whose head is closed.
    """
    how = _Ends(objects, by, split, ends, strict)
    first = start
    while first < limit and (
        (scene.is_quote_mark(first) and not long_quote(scene, first)) or scene.form(first) in ("فيه", "فيها")
    ):
        first += 1
    first = past_initials(scene, first)
    if first >= limit or not _may_begin(scene, first, start, how):
        return start
    i = _past_mention(scene, first, limit)
    marked = scene.quote_at(start) if scene.is_quote_mark(start) else None
    if marked is not None and marked.closed and i <= marked.last < limit:
        i = marked.last + 1  # a name in marks is taken whole
    while i < limit:
        spokesman = i + 1 if scene.is_comma(i) else i
        if scene.form(spokesman) == "علي" and scene.form(spokesman + 1) == "لسان" and spokesman + 2 < limit:
            first = spokesman + 2
            i = _past_mention(scene, first, limit)
            continue
        if scene.form(i) in DASHES and appositions and (named := dashed_name(scene, i, limit)):
            return named  # النائب في البرلمان - سامي الراوي، القانون
        if scene.tokens[i].kind == "punct":
            after = _past_mark(scene, i, start, first, limit, split=split, appositions=appositions, objects=objects)
        elif (self_named := _self_named(scene, i, limit)) > i:
            after = self_named
        elif scene.form(i) in _RELATIVE:
            after = i if _own_deed(scene, i, first) else _relative_end(scene, i, limit, objects=objects)
        elif _ended(scene, i, start, first, how):
            break
        else:
            after = _past_mention(scene, i, limit)
        if after <= i:
            break
        i = after
    if i < limit and scene.form(i) in BRACKETS.values() and any(scene.form(p) in BRACKETS for p in range(start, i)):
        i += 1  # وكالة الأنباء (سانا)
    while i > start and (scene.is_comma(i - 1) or scene.form(i - 1) in PREPOSITIONS or scene.form(i - 1) in ("-", "–", "ـ")):
        i -= 1
    return i


def _self_named(scene: Scene, i: int, limit: int) -> int:
    """The end of what a group calls itself at token `i` (جماعة تطلق على نفسها اسم «أنصار الحق»، مجموعة تسمي نفسها كذا), or `i`."""
    if scene.form(i) in ("تطلق", "يطلق", "اطلقت", "اطلق") and scene.form(i + 1) == "علي" and scene.form(i + 2) in ITSELF:
        j = i + 3 + (scene.form(i + 3) in ("اسم", "لقب"))
    elif scene.form(i) in ("تسمي", "يسمي", "سمت", "سمي") and scene.form(i + 1) in ITSELF:
        j = i + 2
    elif scene.form(i) in ("تدعي", "يدعي", "تسمي", "يسمي") and (scene.is_quote_mark(i + 1) or i + 1 in scene.mentions):
        j = i + 1
    else:
        return i
    quote = scene.quote_at(j)
    if quote is not None and quote.closed and quote.last < limit:
        return quote.last + 1
    return _past_mention(scene, j, limit) if j in scene.mentions else i


def _past_mention(scene: Scene, i: int, limit: int) -> int:
    """The token behind the mention that begins at `i`, or behind the word there."""
    mention = scene.mentions.get(i)
    return mention.last if mention is not None and i < mention.last <= limit else i + 1


def _may_begin(scene: Scene, first: int, start: int, how: _Ends) -> bool:
    """Whether a speaker's phrase may begin with token `first`."""
    if not (scene.is_word(first) or scene.tokens[first].kind in ("number", "latin")):
        return False
    form = scene.form(first)
    if form in scene.lexicon.edges["manner_alone"] and first not in scene.mentions:
        return False  # لم يعلن مسبقا
    if form.endswith("ا") and scene.participle(first) is not None and first not in scene.mentions:
        return False  # وأضاف مخاطبا رئيس الوزراء
    if form[:1] == "ف" and form[1:] in scene.lexicon.edges["quantity"]:
        return False  # كما يدعون، فكل أفعالهم
    if form[:2] == "في" and len(form) > 3 and first not in scene.mentions and scene.is_that(first + 1):
        return False  # لو صح ما نشر فيجب أن
    if form in ("فهو", "فهي", "فهم", "وهو", "وهي"):
        return False
    verb = scene.verb(first) if first not in scene.mentions else None
    if verb is not None and verb.reading.form.tense == "present" and _verb_here(scene, first) and form[:1] in ("ي", "ن"):
        return False  # ومضى يقول
    known = first in scene.mentions
    if stops(scene, first, first) or (form in PREPOSITIONS and not known) or scene.in_set(first, "conjunction"):
        return False
    if form.startswith(("ل", "ب")) and form[1:] in scene.lexicon.edges["medium_noun"]:
        return False  # وأضاف لقناة محلية
    if known and form.startswith("ل") and scene.mentions[first].span[0] > scene.tokens[first].start:
        return False  # موقع تابع للدفاعات الجوية
    if known and not (how.by and by_content(scene, first, strict=how.strict)):
        return True
    if first != start:
        return True
    if how.by and by_content(scene, first, strict=how.strict):
        return False
    if form in scene.lexicon.edges["quantity"] and scene.form(first + 1) == "من" and speaks(scene, first + 2):
        return True  # استنكر عدد من الأعضاء
    if form in scene.lexicon.edges["pictures"]:
        return True  # أظهر تسجيل مصور
    if how.objects and form in scene.lexicon.edges["refused"]:
        return False
    entry = scene.lexicon.speakers.get(form)
    paper = entry is not None and entry.role == "document" and form[0] == "ت" and not scene.form(first + 1).startswith("ال")
    return paper or not (how.objects and masdar_like(scene, first))  # ذكر تقرير للمنظمة أن, and not أكد تقرير المصير


def _past_mark(scene: Scene, i: int, start: int, first: int, limit: int, *, split: bool, appositions: bool, objects: bool) -> int:
    """The token at which a phrase goes on behind a bracket, a quotation or a comma, or `i` where it ends there."""
    mark = scene.form(i)
    if mark == ".":
        return i + 1 if initial(scene, i - 1) else i  # اللواء د. سالم القحطاني
    if mark in BRACKETS:
        if split and _medium_told(scene, first, i):
            return i  # أبلغ مصدر قبلي (الصحيفة) أن
        close = closing(scene, i, BRACKETS[mark], limit)
        return i if close is None or scene.in_set(i + 1, "time") else close + 1
    if mark in ("-", "–") and scene.form(i - 1) in ("ل", "لـ"):
        return i + 1  # التابعة ل - "الجيش الحر"
    if any(q.last == i and q.closed and q.first > first for q in scene.page.quotes):
        return i + 1  # موقع "أحرار البلد"
    if scene.is_quote_mark(i):
        if any(q.last == i - 1 and q.closed and q.first >= start for q in scene.page.quotes):
            return i  # حملت حركة "حماس" "إسرائيل" المسؤولية: a second name in marks with nothing between is whom the verb takes
        if objects and i > first and masdar_like(scene, i + 1) and not _construct(scene, i - 1):
            return i  # أعلن الرئيس "نهاية" التنظيم: the deed in marks is the content
        ended = definite(scene, i - 1) or any(
            m.last == i and m.form == "name" and m.first > first for m in scene.mentions.values()
        )
        if long_quote(scene, i) or (split and i > first and ended and speaks(scene, i + 1)):
            return i
        quote = scene.quote_at(i)
        return quote.last + 1 if quote is not None and quote.last < limit else i + 1
    if appositions and mark in "،,":
        return _apposition(scene, start, i, limit)
    return i


def dashed_name(scene: Scene, i: int, limit: int) -> int:
    """The token behind the name that follows the dash at token `i`, where a mark closes it; 0 where no name does."""
    for j in range(i + 1, min(limit, i + 2 + _DASHED)):
        if j > i + 1 and (scene.is_comma(j) or scene.form(j) == ":" or scene.form(j) in DASHES):
            return j
        name = scene.is_word(j) and not (stops(scene, j, i + 1) or scene.form(j) in PREPOSITIONS or masdar_like(scene, j))
        if not name or scene.action(j) or scene.form(j)[:1] in "وف" or (j == i + 1 and _office(scene, j)):
            return 0
    return 0


def _office(scene: Scene, i: int) -> bool:
    """Whether a word is the head of an office or body, or may be a common noun with the article."""
    if any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(i))):
        return True
    return definite(scene, i) and i not in scene.mentions


def _medium_told(scene: Scene, first: int, i: int) -> bool:
    """Whether the bracket at token `i` holds a medium, behind a phrase that is none itself (أبلغ مصدر (عكاظ), and not وكالة الأنباء (سانا))."""
    inner, head = scene.mentions.get(i + 1), scene.mentions.get(first)
    medium = (inner is not None and scene.actor_kind(inner.entity) == "media") or scene.is_outlet_word(scene.form(i + 1))
    own = scene.stem_in(first, "medium_noun") or (head is not None and scene.actor_kind(head.entity) == "media")
    return medium and not own


def _ended(scene: Scene, i: int, start: int, first: int, how: _Ends) -> bool:
    """Whether the word at token `i` ends the phrase: it cannot stand in it, or it opens what the verb takes."""
    if scene.form(i - 1) == "باسم" and i > first and scene.is_word(i):
        return False  # المتحدث باسم حملة المرشح
    if scene.form(i) in _IN_ITS_NAME and i > first:
        return False  # الناطق باسمها
    if stops(scene, i, start) or (i > first and scene.declines(i)):
        return True
    if i > first and (carried_from(scene, i) or _went_on(scene, i)):
        return True
    if scene.form(i) == "وكاله" and i in scene.mentions and not definite(scene, i - 1) and adjective_like(scene, i - 1):
        return True  # أفاد مصدر عسكري وكالة كذا: whom he told
    named = first in scene.mentions
    if scene.form(i) in how.prepositions and (definite(scene, i - 1) or named) and (definite(scene, first) or named):
        return True
    if scene.verb(i) is not None and _verb_here(scene, i):
        return True
    if how.objects and masdar_like(scene, i) and not _construct(scene, i - 1):
        return True
    if how.objects and i > first and governing_deed(scene, i) and (definite(scene, i - 1) or named):
        return True  # أعلن الحزب الانسحاب من الحكومة
    if how.objects and i > first and scene.form(i) == RESPONSIBILITY and scene.form(i + 1) == "عن":
        return True  # أعلنت جماعة تسمى أنصار الحق المسؤولية عن الهجوم
    if how.objects and scene.form(i)[2:] in scene.lexicon.edges["stance_object"] and definite(scene, i) and i > first:
        return named or definite(scene, i - 1)  # أكد الوزير الحاجة إلى حل
    if how.objects and masdar_with_article(scene, i):
        if any(m.first == first and m.last == i for m in scene.recognised.place_mentions):
            return True  # قررت أنقرة التوغل
    if how.by and i > first and scene.form(i) in _ADDRESSED and definite(scene, i - 1):
        return True  # وجهت المنظمات مطالبات للحكومة
    if (how.by and by_content(scene, i, strict=how.strict)) or (how.split and splits(scene, i, first)):
        return True
    noun = masdar_like(scene, i) or scene.form(i) in scene.lexicon.edges["verb_or_noun"] or scene.form(i) in GIVEN_OUT
    return i > first and scene.action(i) and not noun


def carried_from(scene: Scene, i: int) -> bool:
    """Whether who carried a speaker's words is told at token `i`: نفى المصدر، نقلت عنه وكالة كذا، أن."""
    edges = scene.lexicon.edges
    return scene.form(i) in edges["carried"] and scene.form(i + 1) in edges["carried_from"]


def _went_on(scene: Scene, i: int) -> bool:
    """Whether token `i` is و and a feminine past verb that tells what else was so (تبناها التنظيم وخلفت قتلى): no name goes on with it."""
    form = scene.form(i)
    told = form[:1] == "و" and form.endswith("ت") and not form.endswith("ات") and len(form) > 4
    return told and form[1:] in scene.lexicon.actions and i not in scene.mentions


def _construct(scene: Scene, i: int) -> bool:
    """Whether an indefinite word may stand in the genitive of the word before (جماعة أنصار)."""
    form = scene.form(i)
    if scene.tokens[i].kind != "word":
        return False
    if scene.form(i - 1).removeprefix("و") in scene.lexicon.edges["body_of"] and form in scene.lexicon.edges["deed_of_body"]:
        return True  # غرفة عمليات محاربة التنظيم
    if definite(scene, i) or i in (m.last - 1 for m in scene.mentions.values() if m.first <= i < m.last):
        return False
    key = form[1:] if form.startswith("و") else form
    entry = scene.lexicon.speakers.get(key)
    return entry is not None and entry.role not in ("anonymous",) and key not in scene.lexicon.edges["pictures"]


def _verb_here(scene: Scene, i: int) -> bool:
    """Whether the word is a verb rather than a noun spelled alike, inside a noun phrase."""
    hit = scene.verb(i)
    if hit is None:
        return False
    if "refusing" in hit.reading.verb.ways and scene.form(hit.last) in scene.lexicon.edges["refused"]:
        return True
    if hit.reading.verb.also_noun:
        # a noun or name may be spelled so; a particle behind it tells
        following = hit.last
        return scene.is_that(following) or (following < len(scene.tokens) and scene.form(following) in (":",))
    return True


def _own_deed(scene: Scene, relative: int, first: int) -> bool:
    """Whether a relative clause tells what a named person said or did (الرئيس هادي الذي توجه إلى القاهرة), and not who he is."""
    verb = scene.verb(relative + 1)
    if scene.declines(relative + 1) or (verb is not None and verb.reading.form.person != 1):
        return True
    mention = next((m for m in scene.mentions.values() if m.first >= first and m.last == relative), None)
    named = mention is not None and mention.form in ("name", "titled") and scene.actor_kind(mention.entity) == "person"
    word = scene.form(relative + 1)
    return named and scene.action(relative + 1) and word[:1] not in ("ي", "ت")


def _relative_end(scene: Scene, i: int, limit: int, *, objects: bool = False) -> int:
    """The end of a short relative clause that a speaker's phrase takes in, or `i` where it is too long."""
    j = i + 1
    while j < limit and j - i <= (12 if objects else 8):
        if objects and j > i + 2 and masdar_like(scene, j) and scene.form(j).endswith(("ه", "ها", "هم", "هما")):
            return j
        led = objects and j > i + 2 and scene.form(i + 1).endswith(("ها", "ه", "هم"))
        if led and definite(scene, j - 1) and masdar_like(scene, j):
            return j  # الوزارة التي يديرها المتمردون مقتل خمسة
        if scene.is_that(j) or scene.is_comma(j) or (scene.is_quote_mark(j) and long_quote(scene, j)) or scene.form(j) == ":":
            return j
        if scene.form(j) in ("في", "فى") and scene.stem_in(j + 1, "setting_noun"):
            return j
        if j > i + 1 and scene.verb(j) is not None and scene.is_that(scene.verb(j).last):  # type: ignore[union-attr]
            return i
        j += 1
    return j if j >= limit else i


def _apposition(scene: Scene, start: int, comma: int, limit: int) -> int:
    """The start of what goes on after a comma (a name, a title, a relative clause, a second speaker), or the comma itself."""
    i = comma + 1
    while i < limit and scene.is_quote_mark(i):
        i += 1
    if i >= limit or not scene.is_word(i):
        return comma
    form = scene.form(i)
    if form in ("ومقره", "ومقرها", "مقره", "مقرها", "ومقرهم"):
        return next((p for p in range(i + 2, min(limit, i + 8)) if scene.is_comma(p)), comma)  # المرصد، ومقره لندن، أفاد
    if form in _AMONG:
        return _past_list(scene, i + 1, limit) or comma
    if scene.is_that(i) or scene.in_set(i, "time") or scene.in_set(i, "stop") or scene.action(i):
        return comma
    if form.startswith("ل") and any(c.pro in ("ل", "لال") for c in scene.page.lookup.cuts(form)):
        return comma
    if form in scene.lexicon.edges["compass"]:
        return comma
    if form in _RELATIVE:
        return i if _relative_end(scene, i, limit) > i and not scene.declines(i + 1) else comma
    if form in ("وهو", "وهي") and named_person(scene, i + 1):
        return i + 1 if _closes(scene, i + 1, limit) else comma  # أحد القادة، وهو فلان، إن
    known = i in scene.mentions
    if known and scene.actor_kind(scene.mentions[i].entity) == "state":
        return comma  # فصائل المعارضة، روسيا: no state is another name of somebody
    if form.startswith("و"):
        tail = form[1:]
        if tail in scene.lexicon.speakers or any(
            c.pro in ("و", "وال") and c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(form)
        ):
            return i if scene.verb(i) is None else comma
        return comma
    if stops(scene, i, start) or form in PREPOSITIONS:
        return comma
    titled = known or form in scene.lexicon.edges["rank"] or scene.form(start) in scene.lexicon.speakers
    titled = titled or any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(form))
    titled = titled or any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(start)))
    if definite(scene, i) and not masdar_like(scene, i):
        return i if _closes(scene, i, limit) else comma
    if titled and scene.verb(i) is None and not masdar_like(scene, i):
        return i if _closes(scene, i, limit) else comma
    return comma


def _past_list(scene: Scene, i: int, limit: int) -> int:
    """The last word of a list of known names joined by و at token `i` (منها الأمم المتحدة والعفو الدولية), or 0."""
    last = 0
    while i < limit and (i in scene.mentions or definite(scene, i)) and (last == 0 or scene.form(i)[:1] in "وا"):
        i = last = _past_mention(scene, i, limit)
    return last if last < limit else 0


def _closes(scene: Scene, i: int, limit: int) -> bool:
    """Whether an apposition comes to its end at a comma, a clause opener or a colon within reach."""
    for j in range(i, min(limit, i + 14)):
        if scene.is_comma(j) or scene.is_that(j) or scene.form(j) in (":", "ل", "لـ"):
            return True
        if scene.is_quote_mark(j) and (long_quote(scene, j) or (j > i and named_person(scene, i))):
            return True
        if j > i and (scene.in_set(j, "time") or stops(scene, j, i)):
            return True
        if j > i and scene.verb(j) is not None and _verb_here(scene, j):
            return scene.is_that(scene.verb(j).last)  # type: ignore[union-attr]
    return False
