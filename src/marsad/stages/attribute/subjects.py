"""The subject of a reporting verb that does not simply follow it: before the verb, across commas, behind a relative."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.openings import NEGATIONS, PREPOSITION_OF, RELATIVE
from marsad.stages.attribute.scene import Scene, VerbHit
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.wording import DASHES, definite, long_quote, masdar_like, masdar_with_article, speaks

_BE: Final = frozenset(["كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا", "فكان", "كانا", "وكانا"])
_STILL: Final = frozenset(["زال", "زالت", "زالوا", "يزال", "تزال", "يزالون", "تزل", "يزل"])
_HAS: Final = frozenset(["فقد", "فلقد"])
THIS: Final = frozenset(["هذا", "هذه", "ذلك", "تلك", "هولاء", "اوليك"])
_UPON_HIM: Final = frozenset(["به", "بها", "بهم", "بهما", "عليه", "عليها", "عليهم"])
_IN_SPITE: Final = frozenset(["رغم", "برغم", "بسبب", "نتيجه"])
_BARE_THAT: Final = frozenset(["أن", "إن", "ان", "بأن", "بان", "بإن"])


def fronted(scene: Scene, i: int, first: int) -> tuple[int, int, str] | None:
    """The subject that أما puts before its verb at token `i` (أما الوزير فقد قال، أما الوزير فأكد)."""
    end = i
    while end - 1 > first and scene.form(end - 1) in NEGATIONS:
        end -= 1
    if scene.form(end - 1) in _HAS:
        end -= 1
    elif not scene.form(end).startswith("ف"):
        return None
    for a in range(end - 2, max(first, end - 30) - 1, -1):
        if scene.form(a) in ("اما", "واما") and (a == first or scene.tokens[a - 1].kind != "word"):
            e = noun_phrase(scene, a + 1, end)
            near = skip_setting(scene, e, end, phrases=True) >= end or scene.form(e) in RELATIVE
            return (a + 1, e, "be") if e > a + 1 and near else None
        if scene.tokens[a].kind == "break" or scene.form(a) in ".؟!":
            break
    return None


def subject_before(scene: Scene, i: int, first: int) -> tuple[int, int, str] | None:
    """The noun phrase that stands before the verb at `i` as its subject, with what opens its clause (that, be, start, comma)."""
    end = i
    while end - 1 > first and (scene.form(end - 1) in ("قد", "سوف") or scene.form(end - 1) in NEGATIONS):
        end -= 1
    while end - 2 > first and scene.form(end - 1) in _STILL and scene.form(end - 2) in ("ما", "لا", "لم"):
        end -= 2  # التنظيم ما زال يلتزم بالصمت
    for b in range(end - 1, max(first, end - 26) - 1, -1):
        # behind كان the whole phrase up to the verb is the subject, commas and all
        if scene.form(b) in _BE:
            if b + 1 >= end:
                end = b  # أن الوزير، كان قد أعلن
                break
            e = noun_phrase(scene, b + 1, end)
            near = skip_setting(scene, e, end, phrases=True) >= end - 1 or end - e <= 4
            near = near and not any(
                scene.in_set(p, "conjunction") and scene.form(p) != "قد" for p in range(e, end)
            )  # وكانت آخر عملية أمس، حيث أعلنت
            return (b + 1, e, "be") if e > b + 1 and near else None
        if scene.tokens[b].kind == "punct" and not scene.is_quote_mark(b) and not scene.is_comma(b):
            break
        if scene.is_that(b):
            break
    clause = _clause_before(scene, end, first)
    if clause is None:
        return None
    b = clause
    if b < end and b - 2 >= first and scene.form(b - 1) in THIS and scene.is_word(b - 2) and not scene.is_that(b - 2):
        return None  # ولتحقيق هذا الهدف أوعز إلى: what stands in front is a setting
    if b < end and scene.is_quote_mark(b) and long_quote(scene, b):
        b += 1  # أن "التنظيم ما زال يلتزم بالصمت"
    if b >= end:
        return _across_commas(scene, b, end, first) if b > first else None
    if e_comma := _across_commas(scene, b, end, first):
        return e_comma
    opened = "start" if b == first else "that" if scene.is_that(b - 1) else "comma"
    if b > first and scene.form(b - 1) in ("لكن", "ولكن"):
        opened = "turn"
    cut = next((p for p in range(b + 1, end) if scene.form(p) in RELATIVE), end)
    e = noun_phrase(scene, b, cut)
    if cut + 1 == end:
        return None  # قرار المحكمة التي اعتبرت: whoever the relative belongs to speaks, and not all that stands in front of it
    if (e == cut or (e > b and scene.form(e) in RELATIVE)) and end - e <= 8:
        return b, e, opened  # المسؤول الذي رفض ذكر اسمه قال
    if e > b and scene.lexicon.prepositions.at(scene.tokens, e, scene.page.lookup):
        return b, e, opened  # الوزير وفقا للبيان أكد
    return None


def _clause_before(scene: Scene, end: int, first: int) -> int | None:
    """Where the clause that ends before token `end` begins, or nothing where that is too far off for a subject."""
    b = end
    while b - 1 >= first:
        form, kind = scene.form(b - 1), scene.tokens[b - 1].kind
        if kind == "break" or (kind == "punct" and not scene.is_quote_mark(b - 1) and form not in "()-–"):
            break
        if scene.is_that(b - 1) or (scene.in_set(b - 1, "conjunction") and form != "من" and form not in RELATIVE):
            break
        if form == "و":
            break  # و"الحركة" تقول
        if form in DASHES and b < end and speaks(scene, b) and scene.tokens[b - 2].end < scene.tokens[b - 1].start:
            break  # وكالة الأنباء - الفصيل ينفي: the name of a page and a headline
        b -= 1
        if end - b > 16:
            return None
    return b


def _across_commas(scene: Scene, b: int, end: int, first: int) -> tuple[int, int, str] | None:
    """A subject with an apposition or a relative clause between commas before the verb (لكن مدير المرصد، فلان، رجح)."""
    if b <= first or not scene.is_comma(b - 1):
        return None
    start, relative = b - 1, None
    while start > first and end - start <= 22 and not scene.is_that(start - 1):
        if scene.form(start - 1) in RELATIVE and scene.is_comma(start - 2) and relative is None:
            relative = start - 2
        elif scene.tokens[start - 1].kind == "break" or scene.form(start - 1) in ".؟!:":
            return None
        elif scene.in_set(start - 1, "conjunction"):
            break
        start -= 1
    if start >= b - 1 or end - start > 22 or not speaks(scene, start):
        return None
    e = noun_phrase(scene, start, end if relative is None else relative)
    named = e > start + 1 or start in scene.mentions and (start == first or relative is not None)
    if named and (e == relative and b == end or skip_setting(scene, e, end) >= end):
        opened = "start" if start == first else "that" if scene.is_that(start - 1) else "turn"
        return start, e, opened  # لكن الحركة، التي تسيطر على القطاع، نفت
    return None


def agrees(scene: Scene, start: int, hit: VerbHit) -> bool:
    """Whether the phrase at `start` may be the subject of a verb, by the gender of its head."""
    form = hit.reading.form
    head = scene.form(start)
    mention = scene.mentions.get(start)
    gender = mention.gender if mention is not None else ("f" if head.endswith(("ه", "ات")) else "c")
    if gender == "c" or form.gender == "c" or form.number == "p":
        return True
    return gender == form.gender or head.endswith(("ون", "ين")) or mention is not None


def takes_front(
    scene: Scene, front: tuple[int, int, str], hit: VerbHit, j: int, *, behind: tuple[int, int] | None, any_object: bool
) -> bool:
    """Whether the phrase before the verb is its subject, rather than the one `behind` it."""
    null = behind is None
    if behind is not None and front[2] in ("that", "be") and speaks(scene, behind[0]) and not speaks(scene, front[0]):
        told = scene.form(behind[1])
        if scene.is_that(behind[1]) or told in (":", "") or told in ".،" or scene.is_quote_mark(behind[1]):
            return False  # أن الجسر مفتوح قالت الشركة: a lost full stop
    certain = front[2] in ("be", "that", "turn") or speaks(scene, front[0]) or definite(scene, front[0])
    if not certain or not agrees(scene, front[0], hit):
        return False
    form = hit.reading.form
    if hit.reading.verb.also_noun and form.tense == "past" and form.gender == "m" and form.number == "s":
        if not speaks(scene, front[0]) and front[2] != "be":
            return False
    if front[2] in ("be", "that", "turn") or null:
        return True
    word = scene.form(j)
    direct = scene.is_that(j) or word == ":" or word in PREPOSITION_OF or word.startswith("ب") or scene.is_quote_mark(j)
    return direct or (front[2] == "start" and (any_object or hit.reading.form.tense == "present"))


def antecedent(scene: Scene, relative: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that a relative pronoun at token `relative` belongs to."""
    b = end = relative - 1 if scene.is_comma(relative - 1) else relative
    if end - 2 >= first and scene.form(end - 1) in _UPON_HIM and definite(scene, end - 2):
        b = end - 2  # المشتبه به الذي اعترف
    while (
        b - 1 >= first
        and scene.is_word(b - 1)
        and not scene.in_set(b - 1, "stop")
        and not scene.in_set(b - 1, "conjunction")
        and scene.form(b - 1) not in _IN_SPITE
        and scene.verb(b - 1) is None
        and not scene.action(b - 1)
        and not (scene.form(b - 1)[:1] in "يت" and scene.form(b - 1).endswith("ون") and b - 1 not in scene.mentions)
    ):
        b -= 1  # الأكراد يحترمون قرار المحكمة التي: a verb in ون parts two clauses
    if end == relative:
        return (b, end) if b < end else None
    # موقف الرياض، التي أعربت: behind a comma only a name is taken up, with the name it is an apposition of
    b = min((m.first for m in scene.mentions.values() if m.last == end), default=end)
    if b - 1 > first and scene.is_comma(b - 1):
        b = next((m.first for m in scene.mentions.values() if m.last == b - 1 and m.first >= first), end)
    return (b, end) if b < end else None


def who_of(scene: Scene, head: tuple[int, int]) -> tuple[int, int]:
    """Who is meant in the words before a relative: behind a preposition where they open with what can not speak (القبض على المشتبه به)."""
    parts = ("علي", "عن") if speaks(scene, head[0]) else tuple(PREPOSITION_OF)  # على stands in no name of a body or office
    inner = (p + 1 for p in range(head[0] + 1, head[1] - 1) if scene.form(p) in parts and speaks(scene, p + 1))
    found = next(inner, None)
    if found is None and (not speaks(scene, head[0]) or scene.form(head[0]) in scene.lexicon.edges["object_noun"]):
        # رغم موقف النقابة التي حذرت: the word of the construct that is of the gender of التي
        feminine = scene.form(head[1]) in ("التي", "التى")
        bodies = (p for p in range(head[0] + 1, head[1]) if speaks(scene, p) and scene.form(p).endswith("ه") == feminine)
        found = next(bodies, None)
    return (head[0] if found is None else found), head[1]


def same_voice(scene: Scene, before: int, first: int) -> bool:
    """Whether the verb only goes on behind أنه of the same voice (أضاف أنه يرى): no second report."""
    if before < first or not scene.is_that(before) or scene.tokens[before].plain in _BARE_THAT:
        return False
    return before == first or scene.form(before - 1) not in ("الا", "غير", "بيد", "لكن")


def is_object(scene: Scene, phrase: tuple[int, int]) -> bool:
    """Whether what follows a verb is its object, because it can be nobody who speaks."""
    first = phrase[0]
    form = scene.form(first)
    if speaks(scene, first) or form.endswith(("ون", "يو")) or not scene.is_word(first):
        return False
    bare = form[2:] if form.startswith("ال") else form
    if any(c.enc in ("ه", "ها", "هم", "هما") and len(c.stem) > 2 and not c.pro for c in scene.page.lookup.cuts(form)):
        return not scene.tokens[first].plain.endswith("ة")  # رفضت شروطه: what she rejected
    return bare.endswith("ات") or masdar_like(scene, first) or masdar_with_article(scene, first) or bare in scene.lexicon.masdars
