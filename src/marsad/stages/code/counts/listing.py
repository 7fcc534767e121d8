"""Listing: persons named one after the other behind كل من or بينهم, each of them one."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.counts.bare import bare_phrase
from marsad.stages.code.counts.quantities import Phrase, counted_at, harm_at, joined, person_at
from marsad.stages.code.scene import Scene

# Names whose first letter is و and no joining word.
_W_NAMES: Final = frozenset(
    [
        "وليد",
        "وايل",
        "وسام",
        "وسيم",
        "وفاء",
        "وجيه",
        "وداد",
        "وضاح",
        "ورد",
        "ورده",
        "وحيد",
        "وهيب",
        "واصف",
        "وديع",
        "وصال",
        "وعد",
        "وفيق",
    ]
)
_QUOTES: Final = frozenset('"“”«»')
_COMMAS: Final = frozenset("،,")
_LONGEST: Final = 6  # words of one name with its title
_HOME: Final = 4  # words of من قرية كذا between two of a list
_OFFICE: Final = 16  # tokens between two of a list: who the first one was (القائد العسكري في الجبهة، الذي كان يتولى كذا)
_CITING: Final = frozenset(["حسب", "وفق", "وفقا"])
_ELSE: Final = frozenset(["فيما", "بينما", "كما", "حيث", "وقال", "قال", "واضاف", "وافاد", "لكن", "ولكن"])


def each_named(scene: Scene, i: int, end: int) -> list[Phrase]:
    """The persons listed from token `i` on, before token `end`; none where fewer than two, or a number, are listed."""
    if scene.form(i)[:1] in ("ي", "ت") and person_at(scene, i) is None:
        return []  # كل من ينشر أخبارهم: whoever does
    out: list[Phrase] = []
    first, k, open_ = i, i, False
    while k < end:
        form = scene.form(k)
        if form in _QUOTES:
            k += 1
            continue
        if form == "(":
            while k < end and scene.form(k) != ")":
                k += 1
            k += 1
            continue
        joined = form.startswith("و") and form not in _W_NAMES
        if form in _COMMAS or joined or not scene.word(k) or _stops(scene, k) or k - first >= _LONGEST:
            if open_:
                out.append(_one(scene, first, k))
                open_ = False
            if form in _COMMAS:
                k += 1
                continue
            after = _behind_home(scene, k, end) if form == "من" else None
            if after is not None:
                k = after
                continue
            if not joined:
                break
        if not open_:
            hit = counted_at(scene, k)
            if scene.numbers_between(k, k + 1) or (hit is not None and hit.payload.number != "s"):
                return out  # كل من العقيد فلان وثلاثة عناصر: the numbers go on
            if not scene.word(k):
                return []
            first, open_ = k + (form == "و"), True
        k += 1
    else:
        if open_:
            out.append(_one(scene, first, end))
    return out if len(out) > 1 else []


def _stops(scene: Scene, k: int) -> bool:
    """Whether a word belongs to no name; علي has the letters of على."""
    named = any(m.first < k < m.last and m.form in ("name", "titled") for m in scene.actors_between(k - _LONGEST, k + 1))
    return scene.form(k) in scene.words("no-name") and not named


def _one(scene: Scene, first: int, last: int) -> Phrase:
    while last > first + 1 and not scene.word(last - 1):
        last -= 1
    hit = counted_at(scene, first)
    noun = hit.payload if hit is not None and hit.payload.entry.role == "victim" else None
    return Phrase(first, last, scene.page.span(first, last), 1, 1, "exact", noun, joined=False, number=None)


def _behind_home(scene: Scene, k: int, end: int) -> int | None:
    """The next of the list behind where the one before is from: فلان من قرية كذا، والطفل فلان."""
    for j in range(k + 1, min(k + 2 + _HOME, end - 1)):
        if scene.form(j) in _COMMAS:
            hit = counted_at(scene, j + 1)
            listed = hit is not None and hit.cut.pro == "وال" and hit.payload.entry.role == "victim" and hit.payload.number == "s"
            return j + 1 if listed else None
    return None


def named_among(scene: Scene, i: int, end: int) -> list[Phrase]:
    """The persons named from token `i` on, before token `end`, each with what he was: القيادي فلان وأبو فلان القائد العسكري والأمير فلان."""
    out: list[Phrase] = []
    k = i
    if scene.form(k) in _COMMAS and scene.form(k + 1).removeprefix("ب") in _CITING:  # ومن بين القتلى، بحسب كذا، القائد فلان
        k = next((j + 1 for j in range(k + 1, min(end, k + _OFFICE)) if scene.form(j) in _COMMAS), k)
    while k < end and (scene.form(k) in _QUOTES or scene.form(k) == ":"):
        k += 1
    titled: int | None = None  # where the title of one whose name is still to come began
    last = k
    while k < min(end, last + _OFFICE):
        person = person_at(scene, k) if scene.word(k) else None
        if person is not None and (not out or joined(scene, k) or scene.form(k - 1) in _COMMAS or titled is not None):
            first = k if titled is None else titled
            out.append(_one(scene, first, person.last)._replace(joined=bool(out)))
            k = last = person.last
            titled = None
            continue
        if not out or harm_at(scene, k) is not None or scene.numbers_between(k, k + 1) or scene.form(k) in _ELSE:
            break
        office = _title(scene, k) if joined(scene, k) else None
        if office is not None and office.number == "d":  # والقياديان أبو فلان وأبو فلان
            span = scene.page.span(k, office.last)
            out.append(Phrase(k, office.last, span, 2, 2, "exact", None, joined=True, number=None))
            break
        titled = k if office is not None else titled
        k += 1
    return out


def adds_up(scene: Scene, phrase: Phrase, after: int, whole: int | None) -> bool:
    """Whether two bare nouns right behind a number, at token `after`, say who they were: استشهد ثلاثة مدنيين طفلان وامرأة."""
    if phrase.number is not None or phrase.joined or phrase.first != after or phrase.low is None or phrase.noun is None:
        return False
    other = bare_phrase(scene, phrase.last) if scene.word(phrase.last) else None
    return other is not None and other.joined and other.low is not None and phrase.low + other.low == whole


def _title(scene: Scene, i: int) -> ActorMention | None:
    """The title at token `i` whose name stands further on."""
    titles = (m for m in scene.actors_between(i, i + 1) if m.form == "title" and m.entity in scene.actors)
    return next((m for m in titles if scene.actors[m.entity].kind == "person"), None)
