"""The names of persons by their parts: given names, compounds (عبد الله، أبو محمد), family names by their form."""

from __future__ import annotations

from marsad.arabic.tokens import Cut
from marsad.lexicon.recognise import Naming, TitleUse
from marsad.stages.recognise.scene import Scene

KUNYA = frozenset(("ابو", "ابي", "عبد", "ابا"))
_DAY_PARTS = frozenset(("صباح", "فجر", "ظهر", "عصر", "مساء", "ليل", "ضحي"))
_DAYS = frozenset(
    (
        "اليوم",
        "امس",
        "يوم",
        "غد",
        "السبت",
        "الاحد",
        "الاثنين",
        "الثلاثاء",
        "الثلاثا",
        "الاربعاء",
        "الاربعا",
        "الخميس",
        "الجمعه",
        "هذا",
        "اول",
    )
)
_LONGEST_NAME = 5
_SPEAKS = frozenset(("ان", "انه", "انها", "انهم", "انهما", "بان", "بانه", "بانها"))  # إن behind the one who says it
_WHOLE = Cut("", "", "")
# Behind these a given name without a title is taken only before another sure sign of a name: بعمر العشرين، لحسن الحظ
_GLUED = ("و", "ف", "ل", "ب", "ول", "وب")


def proper(scene: Scene, i: int) -> bool:
    """Whether token `i` may be part of a person's name: no particle, verb, title, institution or place word."""
    form = scene.word(i)
    if len(form) < 2:
        return False
    if scene.given(i):
        return True
    if form in scene.never or scene.common(i):
        return False
    if (
        form[0] == "و"
        and len(form) > 2
        and (form[1:] in scene.lex.given or form[1:] in scene.never or form[1] in "و" or form.startswith("وال"))
    ):
        return False
    if form[0] == "ي" and len(form) > 3 or form[:2] in ("وي", "وت", "لي", "لت") and len(form) > 4:
        return False  # a verb in the present
    if form.endswith(("ها", "هم")) and len(form) > 4 or form.endswith("كم") and len(form) > 5 and form[:2] != "ال":
        return False  # وصدورها, أعمالهم, مواقفكم
    if scene.is_place_word(form) or (form[0] in "بل" and len(form) > 3 and scene.is_place_word(form[1:])):
        return False  # السيدة زينب بريف دمشق
    if scene.is_verb(form) or any(isinstance(h.payload, Naming) and h.cut.pro for h in scene.hits(i)):
        return False
    return not form.startswith(("بال", "لل", "فال", "كال"))


def family(scene: Scene, k: int) -> bool:
    """Whether token `k` is a family name by its form: listed, a foreign ending (وف، سكي، أوغلو), or an adjective with the article."""
    form = scene.word(k)
    lists = scene.lists
    if len(form) < 3 or form in scene.never or form in lists.get("never-behind-a-name", ()):
        return False
    if form in lists.get("family-name", ()):
        return True
    if any(form.endswith(e) and len(form) > len(e) + 1 for e in lists.get("family-ending", ())) and not scene.definite(k):
        return not scene.is_verb(form) and not scene.is_event_noun(form) and not scene.common(k)
    return (
        form.startswith("ال")
        and scene.tokens[k].plain.endswith("ي")
        and len(form) > 5
        and proper(scene, k)
        and not scene.known_place(k)
    )


def _of_a_day(scene: Scene, k: int) -> bool:
    """Whether a word that may be a name is a part of the day behind it: صباح اليوم, فجر الأحد; but صباح الأحمد."""
    return scene.word(k) in _DAY_PARTS and scene.word(k + 1) in _DAYS


def _of_his_land(scene: Scene, k: int) -> bool:
    """Whether a nisba with the article goes on a name (محمد المصري): behind a sure given name it is one's family name."""
    nisba = scene.nisba(k)
    return nisba is not None and nisba.number == "s" and nisba.gender == "m" and scene.word(k).startswith("ال")


def glued_name(scene: Scene, i: int) -> Cut:
    """The cut of token `i` as a particle and a sure given name (ومحمد هنيدي، لأحمد الطيب); an empty one where it is none."""
    form, plain = scene.word(i), scene.tokens[i].plain
    if len(form) < 4 or form[0] not in "وفلب" or scene.given(i) or scene.is_verb(form) or scene.listed_alone(i):
        return _WHOLE
    for pro in _GLUED:
        rest = plain.removeprefix(pro)
        if len(rest) < 3 or rest == plain:
            continue
        following = scene.given(i + 1) or family(scene, i + 1) or scene.word(i + 1) in scene.lists.get("name-opener", ())
        if rest in scene.lex.given or scene.is_servant(rest):
            return Cut(pro, form[len(pro) :], "") if following or pro == "و" else _WHOLE
        if (
            rest in ("أبو", "ابو", "أبي", "ابي", "عبد")
            or of_the_faith(scene, i, form[len(pro) :])
            or (rest in scene.lex.given_also_words and following)
        ):
            return Cut(pro, form[len(pro) :], "") if pro == "و" else _WHOLE
    return _WHOLE


def name_at(scene: Scene, i: int, *, titled: bool, cut: Cut = _WHOLE) -> int:
    """The token behind a person's name that begins at `i`, or `i`; `titled`: a title stands before, so any name will do.

    `cut` is that of the first token where a particle is glued to it. A compound (عبد الله, أبو محمد) is one part; from the third
    part on a name must look like one.
    """
    if i >= scene.size:
        return i
    openers = scene.lists.get("name-opener", frozenset())
    first = cut.stem or scene.tokens[i].form
    plain = scene.tokens[i].plain[len(cut.pro) :]
    sure = plain in scene.lex.given or scene.is_servant(plain) or of_the_faith(scene, i, first)
    k, parts, opened = i, 0, False
    while k < scene.size and k < i + _LONGEST_NAME and scene.tokens[k].kind in ("word", "latin"):
        form = scene.tokens[k].form if k > i else first
        if (k > i and _office(scene, k)) or scene.tokens[k].plain == "فإن" or _of_a_day(scene, k):
            break  # إبراهيم منير الأمين العام; بحسب المراسل فإن كذا, where nobody is called فان
        if opened:
            ok = scene.tokens[k].plain == "علي" or not (form in scene.never or scene.is_verb(form) and not scene.given(k))
        elif parts and form == "الشيخ" and scene.given(k - 1) and scene.given(k + 1):
            ok = True  # جعفر الشيخ مصطفى: the grandfather's title, part of the name
        elif parts == 0:
            ok = bool(cut.pro) or (scene.tokens[k].kind == "word" and _may_open(scene, k, titled=titled))
        elif parts == 1:
            ok = form in openers or _second(scene, k, sure=sure, titled=titled)
        elif scene.given(k) or form in openers:
            ok = True
        else:
            ok = (scene.given(k - 1) and _second(scene, k, sure=False, titled=False) and not verbal_noun(form) and parts < 4) or (
                not titled and (scene.given(k - 1) or scene.word(k - 1) in ("الله", "الدين")) and family(scene, k)
            )
        ok = ok or (titled and parts > 0 and _last_of_name(scene, k))
        if not ok or (parts > 1 and _indefinite_object(scene, k)):
            break
        if not opened:
            parts += 1
        opened = form in openers and (form == "عبد" or not scene.given(k) or scene.word(k + 1) in ("الدين", "الله"))
        k += 1
    if opened:
        k, parts = k - 1, parts - 1
    if titled:
        lone = k == i + 1 and not scene.given(i) and scene.tokens[i].kind == "word"
        with_by = first[0] == "ب" and (scene.word(k) == "من" or scene.listed("never-behind-a-name", i))  # تعهد الرئيس بشن
        if lone and (scene.word(k).startswith("ال") or with_by):
            return i  # انتقد النائب أداء الحكومة، لم يدل الناطق بمزيد من التفاصيل: what he speaks of
        return k
    told = scene.says(i - 1) and not cut.pro
    if first == "علي" and scene.definite(i + 1):
        return i  # على typed without its dots
    if scene.is_verb(first) and not (scene.given(i + 1) or family(scene, i + 1) or (sure and told)):
        return i  # يزيد عددها; no verb stands behind a verb of saying (قال نجيب محفوظ)
    known = family(scene, k - 1) and not first.startswith("ال")
    if plain in scene.lex.given_also_words and scene.definite(k - 1) and not known and not scene.says(i - 1):
        return i  # كامل المدينة، عودة التفجيرات: a name only where somebody of that name speaks
    if parts == 1:
        return k if k == i + 2 and _compound(scene, i, first) else i
    compound = scene.given(i + 1) or scene.word(i + 1) in openers
    if parts < 2:
        return i
    # قال سعيد عويطة إن, but أكد حسن سير العمل
    speaks = told and first != "علي" and (not scene.word(k) or scene.word(k) in ("ان", "انه", "انها", "خلال", "في", "للصحفيين"))
    return k if sure or compound or known or speaks or scene.definite(k - 1) or first in KUNYA else i


def his_line(scene: Scene, j: int) -> int:
    """The token behind his father and house that a name goes on with (محمد بن سلمان | بن عبدالعزيز آل سعود)."""
    while scene.word(j) in ("بن", "ابن") and scene.given(j + 1):
        j += 2
    token = scene.token(j)
    return j + 2 if token is not None and token.plain == "آل" and scene.word(j + 1) else j


def of_the_faith(scene: Scene, i: int, first: str) -> bool:
    """Whether `first` at token `i` begins a compound with الدين (علاء الدين)."""
    return scene.word(i + 1) == "الدين" and first in scene.lists.get("name-opener", ())


def _office(scene: Scene, k: int) -> bool:
    """Whether a title of several words begins at token `k`."""
    hit = scene.first_of(k, TitleUse)
    return hit is not None and hit.last > k + 1


def _second(scene: Scene, k: int, *, sure: bool, titled: bool) -> bool:
    """Whether token `k` may be the second part of a name."""
    form = scene.word(k)
    if sure and (_of_his_land(scene, k) or family(scene, k)):
        return True
    if not proper(scene, k) or (form[:1] in ("ب", "ل", "و") and scene.places_at(k)):
        return False
    if scene.plainly("never-behind-a-name", k) or (form[0] in "وف" and form[1:] in scene.never):
        return False
    if titled or scene.given(k):
        return True
    if scene.definite(k):  # رفض حمدان الإجراءات: what he refuses is no name of his
        return not (scene.is_event_noun(form.removeprefix("ال")) or form.endswith(("ات", "ين", "ون")))
    if form[0] == "و" and len(form) > 3 or scene.is_event_noun(form):
        return False  # إبراهيم وقصته
    return not (form[:2] in ("مت", "مس", "مو", "من") and form.endswith("ا"))  # متأثرا, مستقيلا


def _last_of_name(scene: Scene, k: int) -> bool:
    """Whether token `k` closes the name of whom a title names: a given name or a word nothing else explains right before إن, or a nisba behind a kunya."""
    form = scene.word(k)
    if scene.word(k - 2) in KUNYA and form.startswith("ال") and form.endswith("ي") and len(form) > 4:
        return True  # أبو إبراهيم الجسري
    speaks = scene.word(k + 1) in _SPEAKS or scene.punct(k + 1) == ":"
    return speaks and scene.tokens[k].kind == "word" and (scene.tokens[k].plain in scene.lex.given or proper(scene, k))


def _compound(scene: Scene, i: int, first: str) -> bool:
    """Whether a compound stands for a person by itself: أبو محمد، عبد الرحمن."""
    if first == "عبد":
        return scene.word(i + 1) in scene.lists.get("name-of-god", ())
    return first in ("ابو", "ابي", "ابا") and scene.given_surely(i + 1) and not scene.known_place(i)


def _indefinite_object(scene: Scene, k: int) -> bool:
    """Whether a noun and its adjective in the accusative stand at token `k` (مؤتمرا صحافيا), which go on no name."""
    return all(scene.word(n).endswith("ا") and len(scene.word(n)) > 4 and not scene.given(n) for n in (k, k + 1))


def _may_open(scene: Scene, k: int, *, titled: bool) -> bool:
    form = scene.word(k)
    if scene.given(k):
        return True
    if form in KUNYA or of_the_faith(scene, k, form):
        return True
    if not titled:
        return False
    if form in scene.lists.get("name-opener", frozenset()):
        return True
    if scene.tokens[k].plain == "على":
        return scene.given(k + 1) or scene.word(k + 1) == "عبد"  # على عبد الله: Egyptian typing
    deed = verbal_noun(form[1:]) and len(form) > 5 or scene.is_event_noun(form[1:]) or form[1:] in scene.kit.attribute.masdars
    if form[0] in "بلك" and (scene.definite(k + 1) or deed):
        return False  # بنتائج العملية، بتشكيل لجنة، لهجوم عنيف
    return proper(scene, k) and not form.startswith("ال") and not verbal_noun(form) and not scene.places_at(k)


def verbal_noun(form: str) -> bool:
    """Whether a word has the shape of a verbal noun or passive participle (انتهاء، تسلم، مفعول), which opens no name."""
    form = form.removesuffix("ا") if len(form) > 4 else form
    if len(form) >= 5 and form[0] == "ا" and form[-2] == "ا":
        return True
    return (
        (len(form) == 4 and form[0] == "ت")
        or (len(form) == 5 and form[0] in "تم" and form[-2] in "يو")
        or (len(form) > 3 and form[-1] == "ه")
    )
