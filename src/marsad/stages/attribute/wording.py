"""What kind of word stands at a token: definite, a verbal noun, an adjective, the opening of a speech or of a name."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.scene import Scene

PREPOSITIONS: Final = frozenset(["في", "من", "علي", "الي", "عن", "ب", "ل", "بـ", "لـ", "فى"])
RESPONSIBILITY: Final = "المسووليه"
DASHES: Final = frozenset(["-", "–", "—"])
_LONG_QUOTE: Final = 6
_NAME_IN_MARKS: Final = 3  # words of a name that may begin like a verb ("قصف الجبهة")
_ASIDE: Final = 16  # tokens between two dashes


def initial(scene: Scene, i: int) -> bool:
    """Whether a title of one letter and its point stand at token `i` (د. فلان، أ.د. فلان، م. فلان)."""
    return (
        scene.is_word(i)
        and len(scene.form(i)) == 1
        and scene.form(i + 1) == "."
        and scene.tokens[i + 1].start == scene.tokens[i].end
    )


def past_initials(scene: Scene, i: int) -> int:
    """The token behind the titles of one letter at token `i`, or `i`."""
    while initial(scene, i):
        i += 2
    return i


def definite(scene: Scene, i: int) -> bool:
    """Whether a word carries the article."""
    form = scene.form(i)
    return form.startswith(("ال", "وال", "لل", "بال")) and len(form) > 4


def masdar_like(scene: Scene, i: int) -> bool:
    """Whether a word is an indefinite verbal noun, the head of most contents that follow a speaker directly."""
    form = scene.form(i)
    if masdar_word(scene, form):
        return True
    # انتقاله: the pronoun ه is told from ة by the letters as written
    return len(form) > 5 and scene.is_word(i) and scene.tokens[i].plain.endswith("ه") and masdar_word(scene, form[:-1])


def masdar_word(scene: Scene, form: str) -> bool:
    """Whether a folded word has the spelling or shape of an indefinite verbal noun."""
    if form.endswith("ا") and form[:-1] in scene.lexicon.edges["masdar"] and len(form) > 3:
        return True
    if form.startswith("و") and len(form) > 4 and form not in scene.lexicon.edges["masdar"]:
        return False
    if form in scene.lexicon.edges["not_masdar"]:
        return False
    if form in scene.lexicon.edges["masdar"]:
        return True
    for enc in ("هما", "هم", "ها", "ه"):
        if form.endswith(enc):
            rest = form[: -len(enc)]
            if rest in scene.lexicon.edges["masdar"] or (rest.endswith("ت") and rest[:-1] + "ه" in scene.lexicon.edges["masdar"]):
                return True
    if form.startswith("ال"):
        return False
    n = len(form)
    bare = form
    for enc in ("هما", "هم", "ها"):
        if form.endswith(enc) and n - len(enc) >= 5:
            bare = form[: -len(enc)]
            break
    n = len(bare)
    if n >= 5 and bare[0] == "ا" and bare[-2] == "ا" and (n == 5 or bare[1] in "نست" or bare[2] == "ت"):
        return n <= 7 and not (n == 6 and bare.startswith("است"))  # استهداف; استعاد and استجاب are verbs
    if n == 5 and bare[0] == "ت" and bare[3] == "ي":
        return True  # تفعيل
    if n in (6, 7) and bare[0] == "م" and bare[2] == "ا" and bare[-1] in "هت":
        return True  # مفاعلة
    if n in (5, 6) and bare[0] == "ا" and bare[-1] in "ه" and bare[-3] == "ا":
        return True  # إقامة
    if n == 7 and bare.startswith("است") and bare[-1] == "ه" and bare[-3] == "ا":
        return True  # استعادة، استقالة
    return False


def masdar_with_article(scene: Scene, i: int) -> bool:
    """Whether a word with the article is a verbal noun (التوصل، العثور)."""
    return definite(scene, i) and (
        scene.form(i) in scene.lexicon.edges["masdar"] or scene.form(i)[2:] in scene.lexicon.edges["masdar"]
    )


def governing_deed(scene: Scene, i: int) -> bool:
    """Whether a verbal noun with the article stands at token `i` with its preposition, behind a word with the article (الحزب الانسحاب من)."""
    form, following = scene.form(i), scene.form(i + 1)
    if not form.startswith("ال") or len(form) < 5 or i in scene.mentions or form[2:] in scene.lexicon.speakers:
        return False
    edges = scene.lexicon.edges
    listed = form[2:] in edges["masdar"] or form[2:] in edges["deed_with_article"]
    if not listed and (adjective_like(scene, i) or not masdar_word(scene, form[2:])):
        return False
    glued = following[:1] in ("ب", "ل") and any(c.pro in ("ب", "ل", "بال", "لال") for c in scene.page.lookup.cuts(following))
    return following in PREPOSITIONS or (scene.is_word(i + 1) and glued)


def long_quote(scene: Scene, i: int) -> bool:
    """Whether the mark at token `i` opens a stretch of speech and not a name in marks."""
    quote = scene.quote_at(i)
    if quote is None or not quote.closed:
        if scene.is_quote_mark(i) and scene.form(i + 1) in scene.lexicon.edges["own_clause"]:
            return True  # وأضاف " يجب أن, with its other mark a line further on
    if quote is None:
        return False
    words = [j for j in range(quote.first, quote.last) if scene.is_word(j)]
    if words and len(words) <= 12 and not any(scene.is_that(j) or scene.verb(j) is not None or scene.action(j) for j in words):
        if any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(scene.form(words[0]))):
            return False  # "لواء مجاهدي الشام": a name, however long
    if len(words) > _LONG_QUOTE:
        return True
    if len(words) > _NAME_IN_MARKS and scene.verb(i - 1) is not None and scene.action(words[0]):
        return True  # وقال "قتل سبعة وأصيب تسعة"
    if words and scene.form(words[0])[:2] in ("سا", "سن") and scene.form(words[0])[1:] in scene.lexicon.presents:
        return True  # "سأبدأ بزيارة الجرحى"
    if len(words) > 1 and scene.form(words[0])[:1] == "ن" and scene.form(words[0]) in scene.lexicon.presents:
        return True  # «نواصل التحرك حتى يتوقف القصف»
    return any(scene.is_that(j) or scene.in_set(j, "stop") for j in words[:2])


def closing(scene: Scene, i: int, mark: str, limit: int) -> int | None:
    """The token of the bracket that closes the one at token `i`, if it is near."""
    for j in range(i + 1, min(limit, i + 10)):
        if scene.form(j) == mark:
            return j
    return None


def aside_end(scene: Scene, i: int, limit: int) -> int | None:
    """The dash that closes an aside opened by the one at token `i` (الوزير -في تصريح للإذاعة- إن), or nothing."""
    before, behind = scene.token(i - 1), scene.token(i + 1)
    if before is None or behind is None or before.end == scene.tokens[i].start or not scene.is_word(i + 1):
        return None
    spaced = behind.start > scene.tokens[i].end
    for j in range(i + 2, min(limit - 1, i + _ASIDE)):
        if scene.tokens[j].kind == "break" or scene.form(j) in ".؟!:":
            return None
        if scene.form(j) in DASHES and (scene.tokens[j - 1].end < scene.tokens[j].start) == spaced:
            return j if scene.tokens[j].end < scene.tokens[j + 1].start else None
    return None


def supposes(scene: Scene, i: int) -> bool:
    """Whether إن at token `i` means if (إن لم يصل الماء) and belongs to what is said."""
    return scene.form(i) == "ان" and scene.form(i + 1) in ("لم", "كان", "كانت", "شاء")


def adjective_like(scene: Scene, i: int) -> bool:
    """Whether a word looks like an adjective of the noun before it (nisba, active participle)."""
    form = scene.form(i)
    if form in scene.lexicon.edges["adjective"]:
        return True
    if form.endswith(("يين", "يون")):
        return scene.form(i - 1).endswith(("ين", "ون", "ات", "اء"))
    return form.endswith(("ي", "يه")) and len(form) > 4


def responsibility(scene: Scene, first: int, last: int) -> bool:
    """Whether مسؤولية, in any form, stands among tokens `first` to `last` (exclusive)."""
    return any("مسوولي" in scene.form(i) for i in range(first, last))


def by_content(scene: Scene, i: int, *, strict: bool = False) -> bool:
    """Whether token `i` is a ب with a noun behind it that opens a content and no place or title; `strict`: a verbal noun."""
    form = scene.form(i)
    if strict and form.startswith("ب") and form != "ب" and not masdar_word(scene, form[1:]):
        return False
    if form in ("ب", "بـ"):
        return True
    return (
        form.startswith("ب")
        and (len(form) > 3 or form[1:] in scene.lexicon.edges["masdar"])  # تعهد الرئيس بشن هجوم
        and form[1:] not in scene.lexicon.edges["place_noun"]
        and (i not in scene.mentions or scene.mentions[i].span[0] > scene.tokens[i].start)
        and any(c.pro in ("ب", "بال") for c in scene.page.lookup.cuts(form))
        and form not in scene.lexicon.edges["begins_with_ba"]
        and form not in scene.names_with_ba
    )


def of_his_own(scene: Scene, i: int) -> bool:
    """Whether a word is a noun with a pronoun that is no actor (في كلمته، في نشرتها)."""
    form = scene.form(i)
    return (
        len(form) > 4
        and form.endswith(("ته", "تها", "تهم", "اته", "اتها", "ه", "ها", "هم"))
        and i not in scene.mentions
        and (form.endswith(("ته", "تها", "تهم", "ها", "هم")) or scene.stem_in(i, "setting_noun"))
    )


def speaks(scene: Scene, i: int) -> bool:
    """Whether a noun phrase at token `i` can speak: a known actor, a head noun of speakers, or a name in marks."""
    if i in scene.mentions or scene.is_quote_mark(i) or (initial(scene, i) and scene.is_word(past_initials(scene, i))):
        return True
    if scene.form(i) in scene.lexicon.edges["quantity"] and scene.is_word(i + 1):
        i += 2 if scene.form(i + 1) == "من" else 1  # عدد من الأعضاء
        if i in scene.mentions:
            return True
    marbuta = scene.is_word(i) and scene.tokens[i].end > 0 and scene.page.text(scene.tokens[i].span).endswith("ة")
    cuts = scene.page.lookup.cuts(scene.form(i))
    return any(c.stem in scene.lexicon.speakers and not (marbuta and c.enc) for c in cuts)  # محافظة is no محافظ with ه


def named_person(scene: Scene, i: int) -> bool:
    """Whether a person's name begins at token `i`."""
    mention = scene.mentions.get(i)
    return mention is not None and mention.form in ("name", "titled") and scene.actor_kind(mention.entity) == "person"


def thing(scene: Scene, i: int) -> bool:
    """Whether a definite word is a body or people, so that an indefinite word before it is its construct (صمت الحكومة)."""
    bare = scene.form(i)[2:]
    return bare in scene.lexicon.speakers or i in scene.mentions


def dots(scene: Scene, i: int) -> bool:
    """Whether three dots written apart begin at token `i`, with which pages of many stories join their teasers."""
    if scene.form(i) != "." or scene.form(i + 1) != "." or scene.form(i + 2) != ".":
        return False
    return scene.tokens[i + 1].start > scene.tokens[i].end


def his_name(scene: Scene, i: int) -> bool:
    """Whether a word is the name or the identity of somebody spoken of (اسمه، هويتهما)."""
    return any(c.enc and c.stem in ("اسم", "اسمي", "هويه", "هويت", "هويتي") for c in scene.page.lookup.cuts(scene.form(i)))
