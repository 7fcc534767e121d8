"""What shows that a place noun or name means no place, or one without a name: a deed, an argument, an adjective behind it."""

from __future__ import annotations

from marsad.lexicon.recognise import Naming
from marsad.stages.recognise.names import verbal_noun
from marsad.stages.recognise.scene import Scene

_ON_THE_CLOCK = frozenset(("بتوقيت", "التوقيت", "توقيت", "انباء"))  # وكالة أنباء آسيا as well
_OF_BIRTH = frozenset(("راس", "راسه", "راسها", "راسهم", "راسهما", "راسيهما", "راسهن", "راسي", "رووسهم"))
_OF_A_RIVER = ("لنهر", "للنهر", "للفرات", "لدجله", "للنيل", "لليطاني")
_TOLD_TO = frozenset(("ل", "ول", "مع", "الي", "صحيفه", "لصحيفه", "جريده", "لجريده"))
# Folding makes مآرب (aims), رأوه (they saw him) and حواره (his talk) the names of Marib, Rawa and Huwara; the letters as written tell.
_AS_WRITTEN = frozenset(
    (
        "مآرب",
        "ومآرب",
        "لمآرب",
        "رأوه",
        "ورأوه",
        "حواره",
        "بحواره",
        "وحواره",
        "بريده",
        "جده",
        "لجده",
        "وجده",
        "جدهم",
        "بابها",
        "بدأ",
        "وبدأ",
    )
)
_OF_A_GROUP = frozenset(("تنظيم", "جماعه", "حركه", "كتيبه", "لواء", "كتايب", "سرايا", "عمليه", "معركه", "غرفه"))
_OF_NEWS = frozenset(
    ("شبكه", "موقع", "قناه", "صحيفه", "منصه", "وكاله", "اذاعه", "راديو", "مجله", "جريده", "تلفزيون", "مراسل", "صفحه")
)
_BANKS = frozenset(("الضفه", "بالضفه", "والضفه", "للضفه"))


def no_name(scene: Scene, i: int) -> bool:
    """Whether a word spelled like a name is another: an accusative (راميًا, درعا واقيا), a word with its pronoun (في حواره), a clock's."""
    token = scene.tokens[i]
    written = scene.page.text((token.start, token.end))
    if "\u064b" in written or token.plain in _AS_WRITTEN:
        return True
    if scene.word(i).endswith("مسقط") and scene.word(i + 1) in _OF_BIRTH:
        return True
    if scene.word(i - 1) in _ON_THE_CLOCK or _zone(scene, i):
        return True
    return scene.listed("shield", i) and scene.plainly("shielding", i + 1)


def _zone(scene: Scene, i: int) -> bool:
    """Whether a name in brackets says whose time stands before them: 14:59 (مكة المكرمة)."""
    if scene.punct(i - 1) != "(" or i < 3 or scene.tokens[i - 2].kind != "number":
        return False
    return scene.punct(i - 3) == ":" or ":" in scene.tokens[i - 2].form


def other_name(scene: Scene, i: int, last: int) -> bool:
    """Whether a name from token `i` on is no place's here: a person's (زين العابدين بن), a newspaper's in quotation marks, a river's bank."""
    if scene.word(last) == "بن" and last == i + 2:
        return True
    # الطبقة الوسطى, موسم الزيتون, مصادر الجزيرة
    if last == i + 1 and (scene.phrased("place-in-a-phrase", i) or (scene.given(i) and scene.word(i)[0] in "وفبل")):
        return True  # فاطمة is no ف and أطمة
    before = scene.word(i - 1)
    if last == i + 1 and scene.word(i) in scene.lists.get("adjective-and-place", ()) and before.endswith(("ه", "ات")):
        typed = any(c.stem in scene.gazetteer.words.by_type for c in scene.page.lookup.cuts(before))
        return not (typed or scene.definite(i - 1))  # علاقات حميمة, رحلة طويلة, but بلدة طويلة
    if scene.quoted(i, last) and scene.word(i - 2).lstrip("ولبك") in _OF_A_GROUP | _OF_NEWS:
        return True  # خلية لتنظيم "بيت المقدس", شبكة "الخابور"
    if scene.word(i) in _BANKS and (
        scene.word(last) in _OF_A_RIVER or (scene.word(last) == "من" and scene.word(last + 1).endswith("النهر"))
    ):
        return True
    told = scene.quoted(i, last) and scene.word(i - 2) in _TOLD_TO
    return told and any(
        h.last == last and isinstance(h.payload, Naming) and scene.lex.actors[h.payload.actor].kind == "media"
        for h in scene.hits(i)
    )


def defenders(scene: Scene, i: int) -> bool:
    """Whether a name that is also a plural governs a noun: حماة الوطن, not حماة الشمالي."""
    return scene.listed("name-and-plural", i) and scene.plainly("defended", i + 1)


def accusative(scene: Scene, i: int, k: int) -> bool:
    """Whether a noun and the word behind it both bear the ending of the indefinite accusative."""
    return k == i + 1 and all(scene.word(n) and scene.tokens[n].plain.endswith("ا") for n in (i, k))


def in_the_field(scene: Scene, i: int) -> bool:
    """Whether a noun means the field of action and no square (خبراء في الميدان)."""
    return scene.word(i - 1) in ("في", "علي") and scene.word(i) == "الميدان" and not scene.word(i + 1).startswith("ال")


def matter(scene: Scene, i: int, k: int) -> bool:
    """Whether a point is one of an argument (نقطة في الاتفاق): on the ground somebody holds it or it lies in a place."""
    if not scene.listed("point-of-argument", i):
        return False
    if scene.word(k) in ("في", "قرب", "علي"):
        return not scene.places_at(k + 1)
    return not scene.listed("point-of-ground", k) and scene.nisba(k) is None and not scene.places_at(k)


def abstract(scene: Scene, k: int) -> bool:
    """Whether the word behind a place noun is a deed or a state (طريق الإصلاح, جسر التواصل) rather than a name."""
    form = scene.word(k)
    bare = form.removeprefix("ال")
    deed = bare in scene.kit.attribute.masdars or scene.is_event_noun(bare) or (verbal_noun(bare) and not bare.endswith("يه"))
    return form != bare and deed and not scene.known_place(k)


def with_pronoun(scene: Scene, k: int) -> bool:
    """Whether a place noun governs the deed of someone (نقاط إطلاقهم, طريق عودتها) and so is no place that has a name."""
    form = scene.word(k)
    return len(form) > 5 and form.endswith(("هم", "ها", "هما")) and not form.startswith("ال")


def described(scene: Scene, k: int) -> bool:
    """Whether an adjective behind a definite noun says which place is meant, without naming it (المناطق المحررة)."""
    form = scene.word(k)
    return form.startswith("ال") and (
        form.removeprefix("ال") in scene.lists.get("place-adjective", ())
        or form in ("التي", "الذي")
        or form.endswith(("يه", "ي"))
    )


def description(scene: Scene, k: int) -> int:
    """The token behind adjectives of a place without a name."""
    for _ in range(2):
        form = scene.word(k).removeprefix("ال")
        if form not in scene.lists.get("place-adjective", ()) and not (scene.nisba(k) and scene.word(k)[0] != "و"):
            if not (form.endswith("يه") and len(form) > 4 and not scene.is_verb(form) and scene.word(k)[0] not in "وفبل"):
                break
        k += 1
    return k


def stands_alone(scene: Scene, k: int) -> bool:
    """Whether a definite noun has nothing behind it that could be its name or another matter's."""
    form = scene.word(k)
    return not form or not form.startswith("ال") or scene.nisba(k) is not None
