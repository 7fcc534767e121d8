"""The noun phrase that names a speaker: where it begins and where it ends."""

from __future__ import annotations

from typing import Final

import msgspec

from marsad.stages.attribute.scene import BRACKETS, Scene
from marsad.stages.attribute.wording import (
    adjective_like,
    by_content,
    closing,
    definite,
    long_quote,
    masdar_like,
    of_his_own,
    speaks,
    thing,
)

PREPOSITIONS: Final = frozenset(["في", "من", "علي", "الي", "عن", "ب", "ل", "بـ", "لـ", "فى"])
_RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "الذى", "التى"])
_DOCUMENT_ON: Final = frozenset(["بيان", "حسابات", "صفحات", "مواقع", "نشطاء", "ناشطون", "ناشطين"])


def stops(scene: Scene, i: int, start: int) -> bool:
    """Whether token `i` cannot belong to a noun phrase that began at `start`."""
    form = scene.form(i)
    token = scene.tokens[i]
    if token.kind in ("break",):
        return True
    if token.kind == "number":
        return i > start
    if token.kind == "latin":
        return False
    if scene.is_that(i):
        return True
    if i in scene.mentions and i == start:
        return False
    if scene.in_set(i, "time") and not (i > start and scene.form(i - 1) in ("حزب", "حركة", "تيار")):
        return True
    if scene.in_set(i, "stop") and form not in ("كل",):
        return True
    if form in ("في", "فى") and (
        scene.stem_in(i + 1, "setting_noun")
        or scene.in_set(i + 1, "time")
        or scene.token(i + 1) is None
        or scene.tokens[i + 1].kind == "number"
        or (scene.is_quote_mark(i + 1) and long_quote(scene, i + 1))
        or of_his_own(scene, i + 1)
    ):
        return True
    if form in ("علي", "عن") and i > start:
        return not (form == "علي" and (scene.form(start) in _DOCUMENT_ON or _name_ali(scene, i)))
    if form in ("الي",):
        return not any(scene.in_set(k, "envoy_noun") for k in range(start, i))
    if form == "من":
        return scene.form(i + 1) in (
            "جهته",
            "جهتها",
            "جانبه",
            "جانبها",
            "ان",
            "انه",
            "انها",
            "خلال",
            "دون",
            "اجل",
            "جهة",
            "خطوره",
            "خطر",
            "مغبه",
        )
    if form == "ل" and i > start:
        return not _for_body(scene, i)
    if form == "ب" and i > start:
        return True
    if i > start and form.startswith("ل") and scene.is_outlet_word(form[1:]):
        return True
    if i > start and form.startswith("ل") and i in scene.mentions and scene.actor_kind(scene.mentions[i].entity) == "media":
        return True
    if i > start and form in scene.lexicon.edges["manner"]:
        return True
    if form.startswith("ل") and i > start and scene.stem_in(i, "medium_noun") and not definite(scene, i - 1):
        return True
    if (
        form.startswith("ل")
        and i > start
        and any(c.pro in ("ل", "لال") and c.stem in scene.lexicon.edges["medium_noun"] for c in scene.page.lookup.cuts(form))
    ):
        return True
    participle = scene.participle(i)
    if participle is not None and i > start and scene.form(i).endswith(("ا", "ين")) and not definite(scene, i):
        return True
    return False


def _for_body(scene: Scene, i: int) -> bool:
    """Whether ل in front of marks names the body a speaker belongs to (المستشار لـ"الجيش الحر") and not a paper."""
    q = i + 1
    while scene.is_quote_mark(q) or scene.form(q) in ("-", "–"):
        q += 1
    mention = scene.mentions.get(q)
    return mention is not None and scene.actor_kind(mention.entity) not in ("media", None)


def trim_mentions(scene: Scene) -> None:
    """Shorten mentions that run into what the reporting verb governs: a verbal noun, a medium, a number, a verb."""
    for first, mention in sorted(scene.mentions.items()):
        for i in range(first + 1, mention.last):
            form = scene.form(i)
            runs_out = (
                form in scene.lexicon.edges["refused"]
                or scene.is_that(i)
                or scene.tokens[i].kind == "number"
                or (masdar_like(scene, i) and definite(scene, i - 1))
                or (by_content(scene, i) and (definite(scene, i - 1) or i == first + 1) and not form.startswith("بن"))
                or (
                    definite(scene, i)
                    and definite(scene, i - 1)
                    and (form[2:] in scene.lexicon.edges["masdar"] or form[2:] in scene.lexicon.edges["object_noun"])
                )
                or (i + 1 == mention.last and not definite(scene, i) and definite(scene, i - 1) and thing(scene, i + 1))
                or (
                    (form in scene.lexicon.edges["number_word"] or form in scene.lexicon.edges["object_noun"])
                    and definite(scene, i - 1)
                )
                or (i + 1 == mention.last and masdar_like(scene, i) and not _construct(scene, i - 1, first))
                or (
                    i + 1 == mention.last
                    and i > first + 2
                    and definite(scene, i)
                    and not definite(scene, i - 1)
                    and form[2:] in scene.lexicon.edges["object_noun"]
                )
                or (form.startswith("ل") and form[1:] in scene.lexicon.edges["medium_noun"] and not definite(scene, i - 1))
                or form in ("قوله", "قولها", "قولهم")
            )
            if runs_out and i > mention.head:
                scene.mentions[first] = msgspec.structs.replace(mention, last=i)
                break


def _name_ali(scene: Scene, i: int) -> bool:
    """Whether على is the name علي: it follows a word of a name and is spelled so, or stands before عبد."""
    return scene.tokens[i].plain == "علي" or scene.form(i + 1) in ("عبد", "عبدالله")


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
    `by` before a ب that opens a content; with `split` it is one actor only, because a second definite phrase is the object;
    `ends` are prepositions of the verb that end a phrase whose head is closed.
    """
    i = start
    while i < limit and (scene.is_quote_mark(i) and not long_quote(scene, i) or scene.form(i) in ("فيه", "فيها")):
        i += 1
    if i >= limit or not (scene.is_word(i) or scene.tokens[i].kind in ("number", "latin")):
        return start
    first = i
    form = scene.form(i)
    if stops(scene, i, i) or form in PREPOSITIONS or scene.in_set(i, "conjunction"):
        return start
    if (
        form.startswith(("ل", "ب"))
        and i not in scene.mentions
        and scene.stem_in(i, "medium_noun")
        and form[1:] in scene.lexicon.edges["medium_noun"]
    ):
        return start
    if by and i == start and i not in scene.mentions and by_content(scene, i, strict=strict):
        return start
    if objects and i == start and i not in scene.mentions and (masdar_like(scene, i) or form in scene.lexicon.edges["refused"]):
        return start
    mention = scene.mentions.get(i)
    i = mention.last if mention is not None and mention.last <= limit else i + 1
    marked = scene.quote_at(start) if scene.is_quote_mark(start) else None
    if marked is not None and marked.closed and i <= marked.last < limit:
        i = marked.last + 1  # a name in marks is taken whole
    relative = False
    while i < limit:
        token = scene.tokens[i]
        if token.kind == "punct":
            mark = token.form
            if mark in BRACKETS:
                close = closing(scene, i, BRACKETS[mark], limit)
                if close is None or scene.in_set(i + 1, "time"):
                    break
                i = close + 1
                continue
            if scene.is_quote_mark(i):
                if long_quote(scene, i) or (split and i > first and definite(scene, i - 1) and speaks(scene, i + 1)):
                    break
                quote = scene.quote_at(i)
                if quote is not None and quote.last < limit:
                    i = quote.last + 1
                else:
                    i += 1
                continue
            if scene.is_comma(i) and scene.form(i + 1) == "علي" and scene.form(i + 2) == "لسان":
                i += 3
                first = i
                nested = scene.mentions.get(i)
                i = nested.last if nested is not None and nested.last <= limit else i + 1
                continue
            if scene.is_comma(i) and appositions and mark in "،,":
                end = _apposition(scene, start, i, limit, relative)
                if end > i:
                    i = end
                    relative = scene.form(i) in _RELATIVE
                    continue
            break
        if scene.form(i) in _RELATIVE:
            end = _relative_end(scene, i, limit)
            if end == i:
                break
            i = end
            continue
        if scene.form(i) == "علي" and scene.form(i + 1) == "لسان" and i + 2 < limit:
            i += 2
            first = i
            nested = scene.mentions.get(i)
            i = nested.last if nested is not None and nested.last <= limit else i + 1
            continue
        if stops(scene, i, start):
            break
        if i > first and scene.declines(i):
            break
        if scene.form(i) in ends and definite(scene, i - 1) and definite(scene, first):
            break
        if scene.verb(i) is not None and _verb_here(scene, i, start):
            break
        if objects and masdar_like(scene, i) and not _construct(scene, i - 1, first):
            break
        if by and by_content(scene, i, strict=strict):
            break
        if split and splits(scene, i, first):
            break
        if i > first and scene.action(i) and not masdar_like(scene, i) and not _construct_any(scene, i, first):
            break
        nested = scene.mentions.get(i)
        i = nested.last if nested is not None and nested.last <= limit and nested.last > i else i + 1
    while i > start and (scene.is_comma(i - 1) or scene.form(i - 1) in PREPOSITIONS or scene.form(i - 1) in ("-", "–", "ـ")):
        i -= 1
    return i


def splits(scene: Scene, i: int, first: int) -> bool:
    """Whether the object begins at token `i`: a second actor, or a definite noun behind a name, behind a closed speaker."""
    if i <= first or scene.form(i) in PREPOSITIONS:
        return False
    before = scene.mentions.get(first)
    mention = scene.mentions.get(i)
    closed = definite(scene, i - 1) or any(m.last == i for m in scene.mentions.values())
    form = scene.form(i)
    if form.startswith("و") and len(form) > 3 and (mention is None or mention.span[0] > scene.tokens[i].start):
        return False
    if not definite(scene, i) and any(c.stem in scene.lexicon.speakers and not c.pro for c in scene.page.lookup.cuts(form)):
        entry = scene.lexicon.speakers.get(form)
        if entry is not None and entry.kind == "person" and mention is None:
            return False  # فلان زعيم الجماعة: a title behind the name
    if (
        (form in scene.lexicon.edges["quantity"] or form in scene.lexicon.edges["number_word"]) and closed
    ) or form in scene.lexicon.edges["refused"]:
        return True
    if (
        closed
        and definite(scene, i)
        and (form[2:] in scene.lexicon.edges["masdar"] or form[2:] in scene.lexicon.edges["object_noun"])
    ):
        return True
    if closed and not definite(scene, i) and definite(scene, i + 1) and mention is None and thing(scene, i + 1):
        return True
    if closed and form in scene.lexicon.edges["object_noun"]:
        return True
    if scene.form(first) in ("اي", "ايه") and i >= first + 2 and definite(scene, i):
        return True
    if before is not None and before.last == i == first + 1 and not definite(scene, first):
        return False  # عضو لجنة الأمن: the head of a construct
    if (
        form.endswith(("يين", "ين"))
        and definite(scene, i)
        and closed
        and not scene.form(i - 1).endswith(("ين", "ون", "ات", "اء"))
    ):
        return len(form) > 6
    if before is not None and before.last <= i and scene.is_quote_mark(i - 1) and adjective_like(scene, i):
        return False
    if before is not None and before.last <= i:
        if mention is not None:
            return scene.form(i) not in scene.lexicon.edges["rank"]
        return not adjective_like(scene, i)
    if mention is not None and closed and form not in scene.lexicon.edges["rank"]:
        return True
    if closed and not definite(scene, i) and form not in PREPOSITIONS and not name_after_title(scene, i, first):
        return True
    if (
        definite(scene, i)
        and not definite(scene, i - 1)
        and names_before(scene, i, first) >= 2
        and form not in scene.lexicon.edges["rank"]
    ):
        return True
    if closed and definite(scene, i) and not adjective_like(scene, i) and form not in scene.lexicon.edges["rank"]:
        head = form[2:]
        return any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(head)) and head not in ("مركزي",)
    return False


def name_after_title(scene: Scene, i: int, first: int) -> bool:
    """Whether an indefinite word behind a definite one is a person's name behind his title (الجنرال مارتن)."""
    head = scene.form(first)
    bare = head[2:] if head.startswith("ال") else head
    entry = scene.lexicon.speakers.get(bare) or scene.lexicon.speakers.get(head)
    person = entry is not None and entry.kind == "person" or scene.form(i - 1) in scene.lexicon.edges["rank"]
    return person and not masdar_like(scene, i) and names_before(scene, i, first) == 0


def names_before(scene: Scene, i: int, first: int) -> int:
    """How many indefinite words stand directly before token `i` behind a definite one: the parts of a name."""
    n = 0
    k = i - 1
    while k > first and scene.is_word(k) and not definite(scene, k):
        n += 1
        k -= 1
    return n if k > first or definite(scene, first) else 0


def _construct_any(scene: Scene, i: int, first: int) -> bool:
    """Whether a word that looks like a verb is a noun in the genitive: it follows an indefinite head of a phrase."""
    form = scene.form(i)
    return form in (
        "امن",
        "عمل",
        "رد",
        "مثل",
        "صد",
        "دخل",
        "فتح",
        "منع",
        "رفع",
        "هدف",
        "درس",
        "بحث",
        "حضر",
        "وقع",
        "خلف",
        "عين",
        "ضم",
        "زار",
        "قدم",
        "نص",
        "حلق",
        "عاش",
        "تم",
        "مات",
        "فر",
        "كان",
    )


def _construct(scene: Scene, i: int, first: int) -> bool:
    """Whether an indefinite word may stand in the genitive of the word before (جماعة أنصار)."""
    form = scene.form(i)
    if scene.tokens[i].kind != "word":
        return False
    if definite(scene, i) or i in (m.last - 1 for m in scene.mentions.values() if m.first <= i < m.last):
        return False
    key = form[1:] if form.startswith("و") else form
    entry = scene.lexicon.speakers.get(key)
    return entry is not None and entry.role not in ("anonymous",)


def _verb_here(scene: Scene, i: int, start: int) -> bool:
    """Whether the word is a verb rather than a noun spelled alike, inside a noun phrase."""
    hit = scene.verb(i)
    if hit is None:
        return False
    if hit.reading.verb.id == "reject" and scene.form(hit.last) in scene.lexicon.edges["refused"]:
        return True
    if hit.reading.verb.also_noun:
        # a noun or name may be spelled so; a particle behind it tells
        following = hit.last
        return scene.is_that(following) or (following < len(scene.tokens) and scene.form(following) in (":",))
    return True


def _relative_end(scene: Scene, i: int, limit: int) -> int:
    """The end of a short relative clause that a speaker's phrase takes in, or `i` where it is too long."""
    j = i + 1
    while j < limit and j - i <= 8:
        if scene.is_that(j) or scene.is_comma(j) or (scene.is_quote_mark(j) and long_quote(scene, j)) or scene.form(j) == ":":
            return j
        if scene.form(j) in ("في", "فى") and scene.stem_in(j + 1, "setting_noun"):
            return j
        if j > i + 1 and scene.verb(j) is not None and scene.is_that(scene.verb(j).last):  # type: ignore[union-attr]
            return i
        j += 1
    return j if j >= limit else i


def _apposition(scene: Scene, start: int, comma: int, limit: int, relative: bool) -> int:
    """The start of what goes on after a comma (a name, a title, a relative clause, a second speaker), or the comma itself."""
    i = comma + 1
    while i < limit and scene.is_quote_mark(i):
        i += 1
    if i >= limit or not scene.is_word(i):
        return comma
    form = scene.form(i)
    if scene.is_that(i) or scene.in_set(i, "time") or scene.in_set(i, "stop") or scene.action(i):
        return comma
    if form.startswith("ل") and any(c.pro in ("ل", "لال") for c in scene.page.lookup.cuts(form)):
        return comma
    if form in scene.lexicon.edges["compass"]:
        return comma
    if form in _RELATIVE:
        return i if _relative_end(scene, i, limit) > i else comma
    known = i in scene.mentions
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


def _closes(scene: Scene, i: int, limit: int) -> bool:
    """Whether an apposition comes to its end at a comma, a clause opener or a colon within reach."""
    for j in range(i, min(limit, i + 14)):
        if scene.is_comma(j) or scene.is_that(j) or scene.form(j) in (":", "ل", "لـ"):
            return True
        if scene.is_quote_mark(j) and long_quote(scene, j):
            return True
        if j > i and (scene.in_set(j, "time") or stops(scene, j, i)):
            return True
        if j > i and scene.verb(j) is not None and _verb_here(scene, j, i):
            return scene.is_that(scene.verb(j).last)  # type: ignore[union-attr]
    return False
