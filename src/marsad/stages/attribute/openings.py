"""Where the content of a report opens: behind a particle, a preposition, a quotation mark, a colon, or as plain object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from marsad.lexicon.attribute import Takes
from marsad.stages.attribute.draft import Opening
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import (
    DASHES,
    RESPONSIBILITY,
    adjective_like,
    aside_end,
    definite,
    governing_deed,
    long_quote,
    masdar_like,
    masdar_with_article,
    masdar_word,
    supposes,
)

REACH: Final = 45
TOPIC: Final = frozenset(["عن", "حول", "بشان", "بخصوص", "حيال"])
_TOPIC_REACH: Final = 12
PREPOSITION_OF: Final[dict[str, Takes]] = {
    "الي": "to", "عن": "about", "علي": "upon", "من": "of", "في": "in", "فى": "in", "عما": "about", "مما": "of",
}  # fmt: skip
RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "الذى", "التى", "اللذان", "اللذين"])
SAYING: Final = frozenset(["قايلا", "قايله", "قايلين", "بقوله", "بقولها", "بقولهم", "بالقول", "قوله", "قولها", "قولهم", "قولهما"])
_GOES_ON_SAYING: Final = frozenset(["يقول", "تقول", "يقولون"])  # ومضى يقول إن
NEGATIONS: Final = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "لن", "ولن"])


def clause_start(scene: Scene, i: int, first: int) -> bool:
    """Whether a verb may stand at token `i`: at the start of a clause, behind a mark or a conjunction."""
    if i == first or scene.tokens[i - 1].kind != "word":
        return True
    before = scene.form(i - 1)
    return before in scene.lexicon.edges["clause_opener"] or before in RELATIVE or scene.is_that(i - 1) or before in NEGATIONS


def topic_before(scene: Scene, i: int, first: int) -> bool:
    """Whether only what is spoken of stands before the verb at token `i` (وعن محادثاته مع خصومه قال): its clause begins there."""
    if i <= first + 1 or not (scene.form(first) in TOPIC or scene.form(first).removeprefix("و") in TOPIC):
        return False
    return i - first <= _TOPIC_REACH and not any(
        scene.is_that(p) or scene.action(p) or scene.form(p) in RELATIVE or (not scene.is_word(p) and not scene.is_comma(p))
        for p in range(first + 1, i)
    )


def find_opening(scene: Scene, start: int, limit: int, takes: tuple[Takes, ...], *, any_noun: bool) -> Opening | None:
    """Where the content of a verb opens, looking from behind its speaker."""
    nested = scene.form(start) in RELATIVE
    for p in _outside_asides(scene, start, min(limit, start + REACH)):
        form = scene.form(p)
        token = scene.tokens[p]
        if scene.is_that(p):
            calls = scene.verb(p - 1) if p > start and scene.is_word(p - 1) else None
            if calls is not None and calls.cut.enc and token.plain.startswith("ب"):
                continue  # عن مصدر وصفته بأنه مطلع أن
            if p == start or scene.form(p - 1) not in ("قبل", "بعد", "منذ"):
                return _clause(scene, p, start, takes)
            nested = True  # قال قبل أن يبدأ جولته "...": what is said may still follow
            continue
        if form == ":":
            if scene.form(p - 1) in ("في", "فى"):
                return None  # نشر في: 3 أيار
            q = p + 1
            while q < limit and scene.is_that(q) and not supposes(scene, q):
                q += 1
            return Opening("colon", q, -1, p) if "quote" in takes else None
        if scene.is_quote_mark(p) and "quote" in takes and (long_quote(scene, p) or scene.form(p - 1) in SAYING):
            return Opening("quote", p, token.start, p)
        if form in SAYING or (p == start and form in _GOES_ON_SAYING):
            continue
        if form in scene.lexicon.edges["within_it"] and p > start and scene.verb(p - 1) is not None:
            return None  # نشرت بيانا جاء فيه أن: that verb reports
        if p == start or (form == "عن" and "about" in takes and scene.is_comma(p - 1)):
            found = by_preposition(scene, p, limit, takes, any_noun=any_noun)
            if found is not None:
                return found
        if token.kind == "punct" and form in ".؟!?":
            return None
        if p == start and scene.is_word(p):
            other = scene.verb(p)
            if other is not None and (scene.is_that(other.last) or (other.cut.pro == "و" and not other.reading.verb.also_noun)):
                return None  # تحدث الرئيس مع نظيره، وأكد الأخير أن
            if scene.participle(p) is not None and scene.is_comma(p - 1):
                return None
        if p > start:
            nested = nested or form in RELATIVE
            if token.kind == "word" and _other_clause(scene, p, start, nested=nested):
                return None
        if scene.is_comma(p):
            nested = False
    return None


def _outside_asides(scene: Scene, start: int, limit: int) -> Iterator[int]:
    """The tokens from `start` to `limit` that stand in no aside between dashes (وأضاف -في لقاء مع "الصحيفة"- أن)."""
    p = start
    while p < limit:
        aside = aside_end(scene, p, limit) if scene.form(p) in DASHES else None
        if aside is None:
            yield p
        p = p + 1 if aside is None else aside + 1


def _clause(scene: Scene, p: int, start: int, takes: tuple[Takes, ...]) -> Opening | None:
    """The content behind أن at token `p`, or nothing where that أن belongs to other words."""
    before = scene.form(p - 1) if p > start else ""
    strayed = p - 1 == start and "that" in takes and "quote" in takes  # وأضاف المتحدث إلى أن
    if before in scene.lexicon.edges["own_clause"] and not (before == "الي" and ("to" in takes or strayed)):
        return None
    with_by = scene.tokens[p].plain.startswith("ب")
    if "that" in takes or (with_by and "by" in takes) or PREPOSITION_OF.get(before) in takes:
        q = p + 1
        return Opening("that", q, scene.tokens[q].start if q < len(scene.tokens) else scene.tokens[p].end, p)
    return None


def _other_clause(scene: Scene, p: int, start: int, *, nested: bool) -> bool:
    """Whether another verb or participle begins at token `p`, so that no opener behind it belongs to the verb before."""
    hit = scene.verb(p)
    if hit is not None and not nested and not hit.cut.enc:
        if (hit.cut.pro in ("و", "ف") or clause_start(scene, p, start)) and not hit.reading.verb.also_noun:
            return True
        if scene.is_that(hit.last) or ("in_statement" in hit.reading.verb.ways and scene.form(hit.last) in ("فيه", "فيها")):
            return True
    if scene.participle(p) is not None and scene.is_comma(p - 1):
        return True
    return scene.action(p) and not nested and (scene.is_comma(p - 1) or scene.form(p).startswith("و"))


def behind_comma(scene: Scene, p: int, limit: int) -> Opening | None:
    """The clause behind a comma and إن, where the ب at token `p` only says where one spoke (قالت في كلمة لها بالبرلمان، إن)."""
    for q in range(p, min(limit - 2, p + 6)):
        if scene.is_comma(q):
            return Opening("that", q + 2, scene.tokens[q + 2].start, q + 1) if scene.is_that(q + 1) else None
        if q > p and (not scene.is_word(q) or scene.is_that(q) or scene.verb(q) is not None or scene.action(q)):
            return None
    return None


def by_preposition(scene: Scene, p: int, limit: int, takes: tuple[Takes, ...], *, any_noun: bool) -> Opening | None:
    """The content behind a preposition at token `p` that the verb takes, or behind a ب written to its noun."""
    if p >= limit:
        return None
    form = scene.form(p)
    want = PREPOSITION_OF.get(form)
    if form == "علي" and scene.form(p + 1) == "لسان":
        return None
    if want is not None and (want in takes or (want == "to" and "to_object" in takes)):
        q = p + 1
        if scene.is_that(q):
            q += 1
        return Opening("preposition", q, scene.tokens[q].start, p) if q < limit else None
    if want == "upon" and "that" in takes and scene.is_that(p + 1) and p + 2 < limit:
        return Opening("that", p + 2, scene.tokens[p + 2].start, p)
    if "to_object" in takes and form.startswith("ل") and len(form) > 3 and scene.is_word(p):
        if form.startswith("لل"):
            return Opening("by", p, scene.tokens[p].start, p)
        if not (
            form[1:] in scene.lexicon.edges["masdar"]
            or _masdar_form(scene, form[1:])
            or form[1:] in ("جلسه", "اجتماع", "قمه", "مظاهره", "حوار", "وقف")
        ):
            return None
        return Opening("by", p, scene.after_proclitic(p, 1), p)
    if "by" in takes or "by_object" in takes:
        if form in ("ب", "بـ"):
            q = p + 1
            while q < limit and scene.form(q) in ("-", "ـ", "–"):
                q += 1
            return Opening("by", q, scene.tokens[q].start, p) if q < limit else None
        if (
            form.startswith("ب")
            and (len(form) > 3 or form[1:] in scene.lexicon.edges["masdar"])
            and scene.is_word(p)
            and not scene.in_set(p, "stop")
            and not scene.is_that(p)
            and form not in scene.lexicon.edges["manner"]
            and form not in scene.names_with_ba
            and form not in scene.lexicon.edges["begins_with_ba"]
        ):
            rest = form[1:]
            deed = masdar_word(scene, rest) or _masdar_form(scene, rest)  # أفادت بإصابة خمسة, and not قال بإيجاز إن
            deed = deed and not scene.is_that(p + 1)
            if any_noun or rest.startswith("ال") or rest in scene.lexicon.edges["masdar"] or deed:
                return Opening("by", p, scene.after_proclitic(p, 1), p)
    return None


def _masdar_form(scene: Scene, rest: str) -> bool:
    """Whether a word without its ب has the shape of a verbal noun."""
    n = len(rest)
    if rest in scene.lexicon.edges["not_masdar"]:
        return False
    if n >= 5 and rest[0] == "ا" and rest[-2] == "ا":
        return True
    if n in (6, 7) and rest[0] == "م" and rest[2] == "ا" and rest[-1] == "ه":
        return True
    for enc in ("ه", "ها", "هم"):
        if rest.endswith(enc) and rest[: -len(enc)] in scene.lexicon.edges["masdar"]:
            return True
    return (n in (4, 5) and rest[0] == "ت" and rest[-1] != "ه") or rest.endswith(("ها", "هم"))


def named(scene: Scene, k: int, limit: int) -> Opening | None:
    """What somebody calls something, behind a verb with a pronoun (وصفه بأنه، أسماه "الشائعات")."""
    if k >= limit:
        return None
    if scene.is_that(k):
        return Opening("that", k + 1, scene.tokens[k + 1].start, k) if k + 1 < limit else None
    found = by_preposition(scene, k, limit, ("by", "by_object"), any_noun=True)
    if found is not None:
        return found
    if scene.is_word(k) and (scene.in_set(k, "stop") or scene.form(k) in PREPOSITION_OF):
        return None
    if scene.is_word(k) or scene.is_quote_mark(k):
        return Opening("object", k, scene.tokens[k].start, k)
    return None


def objective(scene: Scene, k: int, limit: int, takes: tuple[Takes, ...]) -> Opening | None:
    """The content of a verb that takes its object as content (اتهم، رفض، طالب)."""
    if k >= limit:
        return None
    form = scene.form(k)
    if scene.is_that(k) or form == ":" or (scene.is_quote_mark(k) and long_quote(scene, k)) or form in SAYING:
        return find_opening(scene, k, limit, (*takes, "that", "quote"), any_noun=True)
    found = by_preposition(scene, k, limit, takes, any_noun=True)
    if found is not None:
        return found
    if form in PREPOSITION_OF and form not in ("مما", "عما") and PREPOSITION_OF[form] in ("upon", "about", "of", "to"):
        q = k + 1 + (1 if scene.is_that(k + 1) else 0)
        return Opening("preposition", q, scene.tokens[q].start, k) if q < limit else None
    if scene.is_word(k):
        if scene.in_set(k, "stop") and form not in ("ما", "كل", "اي", "اذا", "هل", "كيف", "لماذا", "ماذا", "غير", "ذلك", "هذا"):
            return None
        if scene.action(k) and not masdar_like(scene, k):  # قصف is the deed denied as often as the verb
            return None
        if form in ("في", "فى") or scene.in_set(k, "time"):
            return None
        return Opening("object", k, scene.tokens[k].start, k)
    if scene.is_quote_mark(k) or scene.tokens[k].kind in ("number", "latin"):
        return Opening("object", k, scene.tokens[k].start, k)
    return None


def plain_object(scene: Scene, k: int, limit: int, *, counted: bool) -> Opening | None:
    """A content that is the verb's plain object: a verbal noun, or with `counted` anything that is counted."""
    q = k + 1 if scene.is_quote_mark(k) else k
    if q >= limit or scene.declines(q):
        return None  # أكد مسؤول رفض الكشف عن اسمه أن
    deed = masdar_like(scene, q) or masdar_with_article(scene, q) or governing_deed(scene, q)
    if scene.is_word(q) and (deed or scene.form(q) == RESPONSIBILITY):
        return Opening("object", k, scene.tokens[k].start, k)
    if (
        counted
        and (scene.tokens[q].kind == "number" or scene.is_word(q))
        and scene.form(q) not in PREPOSITION_OF
        and not scene.is_that(q)
    ):
        return Opening("object", k, scene.tokens[k].start, k)
    return None


def heads_clause(scene: Scene, i: int) -> bool:
    """Whether a clause of its own begins at token `i`: a particle, or a verb in the first person plural (نطالب)."""
    form = scene.form(i)
    ours = form.startswith("ن") and form in scene.lexicon.presents and len(form) > 3
    return ours or form in scene.lexicon.edges["clause_head"]


def past_place(scene: Scene, i: int, limit: int) -> int:
    """The token behind the place a speaker belongs to (استنكر المجلس في مدينة إعزاز القصف), or `limit` where none stands there."""
    if scene.form(i) not in ("في", "فى"):
        return limit
    for mention in scene.recognised.place_mentions:
        if i < mention.first <= i + 2 and mention.last < limit:
            end = mention.last
            while end < limit and definite(scene, end) and not masdar_with_article(scene, end) and adjective_like(scene, end):
                end += 1
            return end if masdar_with_article(scene, end) or masdar_like(scene, end) else limit
    return limit
