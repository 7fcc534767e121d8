"""Misread: words of harm, flight, arrest and rescue whose object or subject gives them another sense.

`أجلت المحكمة الجلسة` postpones, `لجأ الأهالي إلى القضاء` resorts, `أجبرهم على التراجع` maltreats nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import Sense
from marsad.stages.code.scene import Scene

_PEOPLE: Final = (
    "civilian-word", "person-word", "wounded-word", "men-at-arms", "parting-people", "flee-people", "crowd-many", "townsfolk",
)  # fmt: skip
_CIVILIANS: Final = ("civilian-word", "displaced-word", "flee-people", "townsfolk")
_MOVED: Final = 8  # tokens behind a verb of evacuation in which those moved stand
_GIVEN_UP: Final = 6  # and from تخلي to its عن: تخلي الجيش العراقي عن سلاحه
_RULING: Final = 3
_MADE: Final = 16  # and from أجبر to its على: أجبر المئات من رجال البلدة ونسائها على الخروج
_SUBJECT: Final = 6
_BACK: Final = 20  # tokens back to whom a verb without a subject tells of
_RESORT: Final = 5
_COUNTED: Final = 3
_ARRIVED: Final = 4
_STRUCK: Final = 5  # tokens from أصاب over its subject to what it hit
_WHERE: Final = frozenset(["في", "داخل", "قرب", "من", "علي", "امام", "خلال"])
_UNKNOWN: Final = 6
_BURNT: Final = 3
_COMMITTED: Final = 4
_SHOT: Final = 9
_PROTESTS: Final = 4
_AWAY: Final = frozenset(
    ["من", "الي", "نحو", "باتجاه", "عبر", "بعد", "خلال", "قبل", "اثر", "جراء", "خوفا", "هربا", "،", ",", "في"]
)
_TO_IT: Final = frozenset(["اليها", "اليه", "اليهم", "اليهما"])
_ON: Final = "علي"
_BEFORE_A_NOUN: Final = frozenset(["سبق", "بعد", "قبل", "قبيل", "اثر", "لدي", "عند", "بسبب", "عقب", "جراء"])
_NEVER: Final = frozenset(["لم", "ولم", "لا", "ولا", "دون", "عدم", "لن", "يصعب", "بانتظار", "تعذر"])
_OFF: Final = frozenset(["عن", "عنه", "عنها", "عنهم"])


def misread(scene: Scene, hit: Hit[Sense]) -> str | None:
    """Why a word of harm, flight or rescue is read in another sense; None where it may have that of its entry."""
    entry = hit.payload.entry
    rule = _RULES.get(entry.id)
    why = rule(scene, hit) if rule is not None else None
    if why is None and entry.type in ("destruction", "casualties") and _not_known(scene, hit):
        return "what nobody knows yet: لم تعرف الخسائر"
    return why


def _people(scene: Scene, first: int, last: int) -> bool:
    counted = (scene.counted[k].payload.entry.role for k in range(first, last) if k in scene.counted)
    return any(scene.has_class(name, first, last) for name in _PEOPLE) or any(role in ("victim", "harm") for role in counted)


def _stands(scene: Scene, k: int, listed: frozenset[str]) -> bool:
    """Whether token `k`, with its proclitics or without, is one of a list of words."""
    return scene.form(k) in listed or not listed.isdisjoint(scene.page.lookup.stems(scene.form(k)))


def _postponed(scene: Scene, hit: Hit[Sense]) -> str | None:
    """أجلت المحكمة الجلسة; تجلى ذلك في: nobody stands there who could be moved."""
    if scene.plain(hit.first).endswith("تجلى"):
        return "what shows: تجلى ذلك في كذا"
    if hit.enc or _people(scene, hit.last, hit.last + _MOVED) or _people(scene, hit.first - 2, hit.first):
        return None
    return "what was put off: أجلت الجلسة"


def _given_up(scene: Scene, hit: Hit[Sense]) -> str | None:
    if not scene.form(hit.first).removeprefix("و").startswith(("تخل", "يتخل")):
        return None
    given_up = any(scene.form(k) in _OFF for k in range(hit.last, hit.last + _GIVEN_UP))
    return "what somebody gives up: تخلي الدول عن وعودها" if given_up else None


def _behind_b(scene: Scene, hit: Hit[Sense], listed: frozenset[str]) -> bool:
    """Whether ب and one of a list of words stand close behind a verb, its subject between them or not."""
    return any(
        c.pro.startswith("ب") and c.stem in listed
        for k in range(hit.last, hit.last + _RULING)
        for c in scene.page.lookup.cuts(scene.form(k))
    )


def _ruled(scene: Scene, hit: Hit[Sense]) -> str | None:
    return "what a court ruled: قضت بمحاكمة فلان" if _behind_b(scene, hit, scene.words("ruled")) else None


def _cited(scene: Scene, hit: Hit[Sense]) -> str | None:
    cited = _behind_b(scene, hit, scene.words("cited"))
    return "what somebody cites: استشهد الباحث بدعوة الصحيفة" if cited else None


def _hurt(scene: Scene, hit: Hit[Sense]) -> str | None:
    """أصاب الجيش إحدى الطائرات، أصابت القذيفة منزلا: a thing that was hit, and nobody; but أصيبت دبابة وجرح طاقمها says who."""
    near = (hit.last, min(hit.last + _STRUCK, scene.clause(hit.first)[1]))
    passive = "اصيب" in scene.form(hit.first) or "يصاب" in scene.form(hit.first) or "تصاب" in scene.form(hit.first)
    near = (hit.last, min(hit.last + 1, len(scene.tokens))) if passive or hit.payload.cls != "verb" else near
    things = any(
        not scene.classes[k].isdisjoint(("vehicle", "place-hit")) and scene.form(k - 1) not in _WHERE for k in range(*near)
    )
    persons = any(scene.has_class(name, *near) for name in ("person-word", "civilian-word", "harm-word"))
    if things and not persons and not scene.numbers_between(*near):
        return "a thing that was hit, and nobody: أصاب الجيش إحدى الطائرات"
    return _to_the_quick(scene, hit)


def _to_the_quick(scene: Scene, hit: Hit[Sense]) -> str | None:
    """أصابت العملية أعداءها في مقتل: a figure of speech, whichever of its words was met."""
    near = range(hit.first - _SUBJECT, hit.last + _SUBJECT)
    struck = any(scene.form(k).removeprefix("و").startswith(("اصاب", "يصيب", "تصيب")) for k in near)
    mortally = any(
        scene.form(k) == "في" and scene.form(k + 1) == "مقتل" and (not scene.word(k + 2) or scene.form(k + 2)[0] in "فو")
        for k in near
    )
    return "struck to the quick, and nobody hurt: أصاب الأعداء في مقتل" if struck and mortally else None


def _made_to(scene: Scene, hit: Hit[Sense]) -> str | None:
    """أجبر المدنيين على حفر الخنادق maltreats them, أجبر القصف المدنيين على النزوح does not."""
    sentence = scene.sentence(hit.first)
    end = min(sentence.last if sentence is not None else hit.last, hit.last + _MADE)
    over = next((k for k in range(hit.first, end) if scene.form(k) == _ON), None)
    if over is not None and any(_stands(scene, k, scene.words("made-to")) for k in (over + 1, over + 2)):
        return None
    return "who is made to leave or to yield: أجبرهم على التراجع"


def _forced_labour(scene: Scene, hit: Hit[Sense]) -> str | None:
    return _made_to(scene, hit) if scene.form(hit.last - 1) == _ON else None


def _brought_down(scene: Scene, hit: Hit[Sense]) -> str | None:
    """اعترضت الدفاعات صاروخا ودمرته: one interception."""
    if not hit.enc:
        return None
    shot = any(
        scene.form(k).removeprefix("و").startswith(("اعترض", "يعترض", "تعترض", "اسقط"))
        for k in range(hit.first - _SHOT, hit.first)
    )
    return "an interception that is told already" if shot else None


def _crushed(scene: Scene, hit: Hit[Sense]) -> str | None:
    if any(
        word in scene.form(k)
        for k in range(hit.last, hit.last + _PROTESTS)
        for word in ("احتجاج", "محتج", "ظاهر", "انتفاض", "اعتصام", "معتصم", "مسير", "وقفه")
    ):
        return None
    if hit.enc or any(
        scene.has_class(c, hit.last, hit.last + _PROTESTS) for c in ("demo", "crowd-many", "civilian-word", "person-word")
    ):
        return None
    return "repression as such: سياسة القمع"


def _ranks_flee(scene: Scene, hit: Hit[Sense]) -> str | None:
    """فر عشرات الجنود من المعسكر، فروا إلى الخارج said of suspects: no civilians are displaced."""
    end = next((k for k in range(hit.last, hit.last + _SUBJECT) if scene.form(k) in _AWAY), hit.last + _SUBJECT)
    if hit.payload.cls == "phrase":
        end = hit.last
    why = "fighters or suspects who ran away"
    if any(scene.form(k) in scene.words("ranks") for k in range(hit.last, end)):
        return why
    if any(scene.has_class(c, hit.last, end) for c in _CIVILIANS):
        return None
    sentence = scene.sentence(hit.first)
    low = max(sentence.first if sentence is not None else hit.first, hit.first - _BACK)
    for k in range(hit.first - 1, low - 1, -1):
        if not scene.classes[k].isdisjoint(_CIVILIANS):
            return None
        if scene.form(k) in scene.words("ranks"):
            return why
    return None


def _resorted(scene: Scene, hit: Hit[Sense]) -> str | None:
    """لجأ السكان إلى العيش على الأعشاب: behind إلى stands no place."""
    if scene.form(hit.last - 1) in _TO_IT:
        return None
    start = hit.last - 1 if scene.form(hit.last - 1) == "الي" else hit.last
    for k in range(start, hit.last + _RESORT):
        if scene.form(k) == "الي":
            refuge = k + 1
        elif k >= hit.last and any(c.pro in ("لل", "لال") for c in scene.page.lookup.cuts(scene.form(k))[:1]):
            refuge = k
        elif scene.form(k) in _TO_IT:
            return None
        else:
            continue
        near = (refuge, refuge + 2)
        if scene.places_between(*near) or scene.has_class("place-word", *near):
            return None
        known = any(_stands(scene, n, scene.words("refuge")) for n in range(*near))
        return None if known else "what somebody resorts to: لجأ إلى القضاء"
    return None


def _flee_or_resort(scene: Scene, hit: Hit[Sense]) -> str | None:
    form = scene.form(hit.first)
    if "لج" in form:
        return _resorted(scene, hit)
    return _ranks_flee(scene, hit) if "فر" in form or "هرب" in form else None


def _only_named(scene: Scene, hit: Hit[Sense]) -> str | None:
    """مدرسة تؤوي نازحين names people; مئات النازحين، وصل نازحون، ما زال النازحون tell of them."""
    low = hit.first - _COUNTED
    if scene.numbers_between(low, hit.last + 1) or any(
        scene.has_class(c, low, hit.first) for c in ("number-displaced", "crowd-many")
    ):
        return None
    near = [*range(hit.first - _ARRIVED, hit.first), *range(hit.last, hit.last + _ARRIVED)]
    if scene.form(hit.last) == "لدي" or any(_stands(scene, k, scene.words("come-or-go")) for k in near):
        return None
    return "people who are named as displaced"


def _halted(scene: Scene, hit: Hit[Sense]) -> str | None:
    return "what was halted is nobody: توقيف العمل" if scene.form(hit.last) in scene.words("halted") else None


def _no_deed(scene: Scene, hit: Hit[Sense]) -> str | None:
    committed = any(_stands(scene, k, scene.words("committing")) for k in range(hit.first - _COMMITTED, hit.first))
    return None if committed else "a name for a war or a wrong"


def _of_things(scene: Scene, hit: Hit[Sense]) -> str | None:
    return "things, and nobody, were done away with" if _stands(scene, hit.last, scene.words("done-away")) else None


def _burnt_in_protest(scene: Scene, hit: Hit[Sense]) -> str | None:
    burnt = any(_stands(scene, k, scene.words("burnt-in-protest")) for k in range(hit.last, hit.last + _BURNT))
    return "what crowds burn: أحرقوا العلم" if burnt else None


def _a_crash(scene: Scene, hit: Hit[Sense]) -> str | None:
    """القصف الذي سبق تحطمها: the noun of what crashed has the letters of she smashes."""
    noun = hit.payload.cls == "verb" and hit.payload.tense == "present" and scene.form(hit.first - 1) in _BEFORE_A_NOUN
    return "what crashed" if noun else None


def _theft_as_such(_: Scene, hit: Hit[Sense]) -> str | None:
    return "theft as such" if hit.cut.definite and not hit.enc and hit.cut.pro.endswith("ال") else None


def _not_known(scene: Scene, hit: Hit[Sense]) -> bool:
    """ولم يتسن معرفة حجم الخسائر المادية: whether there are any is not said."""
    for k in range(hit.first - 1, max(scene.clause(hit.first)[0] - 1, hit.first - _UNKNOWN - 1), -1):
        if _stands(scene, k, scene.words("knowing")):
            return any(scene.form(n) in _NEVER for n in range(k - _UNKNOWN, k))
    return False


_RULES: Final[dict[str, Callable[[Scene, Hit[Sense]], str | None]]] = {
    "evacuate-verb": _postponed, "clear-out-verb": _given_up, "perished": _ruled, "destroy-verb": _brought_down, "destroy-vehicle": _brought_down, "force-people": _made_to,
    "forced-labour": _forced_labour, "crush-protest": _crushed, "civilians-flee": _ranks_flee, "people-flee": _ranks_flee,
    "many-run-away": _ranks_flee, "camps-displaced": _flee_or_resort, "leave-home": _flee_or_resort, "refugees-flee": _resorted,
    "seek-refuge": _resorted, "many-seek-refuge": _resorted, "displaced-people": _only_named, "stop-noun": _halted,
    "genocide": _no_deed, "execution": _of_things, "burn-verb": _burnt_in_protest, "burn-verb-1": _burnt_in_protest,
    "burn-down": _burnt_in_protest, "arson": _burnt_in_protest, "set-fire": _burnt_in_protest, "theft": _theft_as_such, "smash": _a_crash,
    "martyr-verb": _cited, "wound-verb": _hurt, "killing": _to_the_quick,
}  # fmt: skip
