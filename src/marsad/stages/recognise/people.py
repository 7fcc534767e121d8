"""Persons: titles with what belongs to them, names by their parts, names behind and before titles."""

from __future__ import annotations

from itertools import count, islice, takewhile
from typing import TYPE_CHECKING

from marsad.arabic.inflection import Gender
from marsad.arabic.phrases import Hit
from marsad.arabic.tokens import Cut
from marsad.lexicon.recognise import GroupUse, Naming, TitleUse, Use
from marsad.stages.recognise.names import KUNYA, glued_name, name_at, of_the_faith, proper
from marsad.stages.recognise.scene import CLOSING, COMMAS, OPENING, Draft, Scene

if TYPE_CHECKING:
    from marsad.stages.recognise.actors import Finder

_CLOSE_TO = frozenset(("مقرب", "مقربه", "قريب", "قريبه", "مقربون", "مقربين"))
_STEPS = 10
_BEGIN_WITH_LAM = frozenset(("لجنه", "لجان", "لواء"))  # bodies whose own noun begins so: قائد لواء النصر، رئيس لجنة الإغاثة
_SHORTEST_NISBA = 4  # letters: طبي
# Behind these a person's name is that of a place or building: حي عبد الله.
_NAMED_AFTER = frozenset(("حي", "بلده", "قريه", "مدينه", "شارع", "مسجد", "جامع", "مشفي", "مستشفي", "مدرسه", "مخيم"))


def _person_naming(scene: Scene, i: int, *, weak: bool) -> Hit[Use] | None:
    for hit in scene.hits(i):
        use = hit.payload
        if isinstance(use, Naming) and scene.lex.actors[use.actor].kind == "person" and (weak or not use.weak):
            return hit
    return None


def absorb_name(scene: Scene, draft: Draft, i: int) -> int:
    """Take the name that begins at token `i` into a titled mention; the token behind it, or `i` where there is none."""
    start = i
    quoted = scene.punct(i) in OPENING and scene.punct(i) != ""
    if quoted:
        i += 1
    hit = _person_naming(scene, i, weak=True)
    if hit is not None and not hit.cut.pro and not _longer_name(scene, draft, hit):
        same = tuple(
            dict.fromkeys(
                h.payload.actor
                for h in scene.hits(i)
                if h.last == hit.last and isinstance(h.payload, Naming) and scene.lex.actors[h.payload.actor].kind == "person"
            )
        )
        draft.ids, draft.name = same, " ".join(scene.word(k) for k in range(i, hit.last) if scene.word(k))
        end = hit.last
    else:
        end = name_at(scene, i, titled=True)
        if end == i:
            return start
        draft.name = " ".join(scene.tokens[k].form for k in range(i, end))
    if quoted and scene.punct(end) in CLOSING and scene.punct(end) != "":
        end += 1
    return end


def _longer_name(scene: Scene, draft: Draft, hit: Hit[Use]) -> bool:
    """Whether a registered surname is only the first part of another's name (الصحفي هادي العبدالله, no holder of an office)."""
    use, k = hit.payload, hit.last
    if not (isinstance(use, Naming) and use.weak and k <= hit.first + 2) or draft.key in scene.lists.get("public-office", ()):
        return False
    return (scene.given(k) or scene.word(k).startswith("ال")) and proper(scene, k) and not scene.places_at(k)


def not_held(scene: Scene, i: int, hit: Hit[Use]) -> bool:
    """Whether a word for an office or trade is none here: الفريق without a name behind is a team, تسجيل مصور has no photographer."""
    if scene.word(i) == "الفريق" and hit.last == i + 1:
        return not scene.given(hit.last) and _person_naming(scene, hit.last, weak=True) is None
    if scene.word(i) in ("مرشح", "مرشحه", "المرشح", "المرشحه") and scene.listed("bound-for", hit.last):
        return True  # العدد مرشح للارتفاع
    return scene.word(i) in ("مصور", "المصور") and scene.listed("recording", i - 1)


def title(finder: Finder, i: int, hit: Hit[Use], use: TitleUse) -> Draft:
    """The mention that a title opens: adjectives, the body it is an office of, the name before or behind a comma."""
    scene = finder.scene
    draft = Draft(
        i, hit.last, i, "title", "person", use.gender, use.number, hit.cut,
        key=use.id, words=(use.id,), definite=finder.scene.has_article(hit) or bool(hit.enc), entry=f"recognise/titles.yml#{use.id}", rule="title",
    )  # fmt: skip
    inner = finder.inside > 0
    j = hit.last
    bare = not draft.definite
    complemented = bool(hit.enc)
    for _ in range(_STEPS):
        if j >= scene.size or scene.tokens[j].kind == "break":
            break
        k = _modifier(scene, draft, j)
        if k == j and not complemented and not use.honorific:
            finder.inside += 1
            k = _complement(finder, draft, j, bare=bare)
            finder.inside -= 1
            complemented = k > j
        if k == j and not inner and complemented:
            k = max(_seat(scene, j), _for_affairs(scene, j), _whose_body(finder, draft, j))
        if k == j and not inner and scene.word(j) == "الي":
            k = _destination(scene, j)
        if k == j and _anothers_office(scene, draft, j):
            break
        if k == j and not inner:
            k = _second_title(scene, draft, j)
            if k > j:
                complemented, bare = False, not any(scene.word(n).startswith("ال") for n in range(j, k))
        if k == j and (draft.definite or complemented) and (draft.number == "s" or scene.given_surely(j)):
            k = absorb_name(scene, draft, j)
            if k > j and any(scene.word(n).removeprefix("ال") in _CLOSE_TO and scene.word(n + 1) == "من" for n in range(i, j)):
                draft.name, draft.ids, k = None, (), j  # مسؤول مقرب من الرئيس فلان: the name is not his
            if inner and k > j and not _name_follows(scene, k):
                draft.name, draft.ids, k = None, (), j  # the name belongs to the outer title
            if k > j and not inner and _his_aide(scene, draft, j, k):
                k = _for_affairs(scene, k)
            elif k > j:
                draft.last = k
                break
        if k == j:
            break
        j = draft.last = k
    if draft.name is None and not inner:
        _name_behind_comma(scene, draft)
    if draft.name is not None:
        draft.form = "titled"
        trailing_title(finder, draft)
    return draft


def _his_aide(scene: Scene, draft: Draft, j: int, end: int) -> bool:
    """Whether the name at `j` is the inner title's, who holds that office (مستشار الرئيس السوري بشار الأسد): it is given to him."""
    office = next((d for d in reversed(draft.inner) if d.last == j), None)
    if (
        office is None
        or draft.key not in scene.lists.get("aide", ())
        or not set(draft.ids) & scene.lists.get("holder", frozenset())
    ):
        return False
    if office.form == "title" and office.kind == "person":
        office.ids, office.name, office.last, office.form = draft.ids, draft.name, end, "titled"
    draft.ids, draft.name = (), None
    return True


def _for_affairs(scene: Scene, j: int) -> int:
    """The token behind the affairs an office is for (للشؤون الدولية، لشؤون سوريا) at token `j`, or `j`."""
    if scene.word(j) not in ("للشوون", "لشوون"):
        return j
    return scene.places_at(j + 1) or (j + 2 if scene.definite(j + 1) else j)


def _destination(scene: Scene, j: int) -> int:
    """The token behind where an envoy is sent (إلى سوريا، إلى محادثات جنيف) at token `j`, or `j`."""
    return scene.places_at(j + 1) or (scene.places_at(j + 2) if scene.listed("talks", j + 1) else 0) or j


def _seat(scene: Scene, j: int) -> int:
    """The token behind where a body sits (رئيس المجلس بتعز العميد سمير), where a name or title follows; else `j`."""
    end = scene.places_at(j) if scene.word(j).startswith("ب") else scene.places_at(j + 1) if scene.word(j) == "في" else 0
    return end if end and (scene.given(end) or scene.first_of(end, TitleUse) is not None) else j


def _whose_body(finder: Finder, draft: Draft, j: int) -> int:
    """The token behind what a body with a noun of its own belongs to, where a name follows (رئيس المكتب السياسي لحركة كذا فلان); else `j`."""
    owner = finder.body_at(j) if finder.scene.word(j).startswith("ل") else None
    if owner is None or owner.cut.pro != "ل" or not _name_follows(finder.scene, owner.last):
        return j
    draft.of = owner
    draft.inner.append(owner)
    return owner.last


def _name_follows(scene: Scene, i: int) -> bool:
    """Whether another person's name stands directly behind a name."""
    return _person_naming(scene, i, weak=False) is not None or name_at(scene, i, titled=False) > i or scene.given(i)


def _modifier(scene: Scene, draft: Draft, j: int) -> int:
    """The token behind an adjective of the title at `j`: a nisba gives the body it belongs to."""
    nisba = scene.nisba(j)
    if nisba is not None and scene.word(j)[0] != "و":
        if draft.of is None:
            draft.of = Draft(j, j + 1, j, "nisba", "state", ids=(nisba.actor,), rule="nisba")
        draft.definite = draft.definite or scene.definite(j)
        return j + 1
    if scene.word(j) in scene.lists.get("title-adjective", ()) or (
        scene.word(j).removeprefix("ال") in scene.lists.get("title-adjective", ()) and scene.definite(j)
    ):
        draft.words = (*draft.words, scene.word(j).removeprefix("ال"))
        return j + 1
    form = scene.word(j)
    if scene.definite(j) and form.startswith("ال") and form.endswith(("ي", "يه")) and len(form) > 5 and not scene.common(j):
        if draft.definite and form not in scene.never and _person_naming(scene, j, weak=True) is None and not scene.places_at(j):
            return j + 1
    relational = form.endswith("يه" if draft.gender == "f" else "ي") and len(form) >= _SHORTEST_NISBA
    if not draft.definite and j == draft.last and relational:
        named = scene.given(j) or scene.places_at(j) or _person_naming(scene, j, weak=True) is not None
        if form[0] not in "وف" and form not in scene.never and not named and not scene.definite(j):
            draft.words = (*draft.words, form)  # مسؤول أمني and مسؤول طبي are two men
            return j + 1
    return j


def _anothers_office(scene: Scene, draft: Draft, j: int) -> bool:
    """Whether the office at `j` is another person's: استقبل رئيس الحكومة | المبعوث الأممي, عين الرئيس | محافظا."""
    hit = scene.first_of(j, TitleUse)
    if hit is None or hit.cut.pro not in ("", "ال"):
        return False
    use = hit.payload
    if not isinstance(use, TitleUse) or use.honorific:
        return False
    if use.role not in ("official", "spokesman") and use.id not in scene.lists.get("command", ()):
        return False
    if draft.definite and scene.tokens[j].plain.endswith("ا"):
        return True
    if not scene.listed("meets-one", draft.first - 1):
        return False
    two_offices = draft.key == "prime-minister" and use.id == "minister"  # رئيس الوزراء وزير الخارجية
    behind = takewhile(lambda k: scene.word(k) and (scene.given(k) or scene.word(k) not in scene.never), count(hit.last))
    named = any(scene.given(k) or _person_naming(scene, k, weak=True) is not None for k in islice(behind, _STEPS))
    return not (two_offices or named)  # استقبل خادم الحرمين الملك سلمان فلانا: his own name


def _second_title(scene: Scene, draft: Draft, j: int) -> int:
    """The token behind another title at `j` (الجنرال), which only adds a rank."""
    hit = scene.first_of(j, TitleUse)
    if hit is None or hit.cut.pro not in ("", "ال") or hit.enc or not_held(scene, j, hit):
        return j
    use = hit.payload
    if not isinstance(use, TitleUse) or use.number != draft.number:
        return j
    draft.words = (*draft.words, use.id)
    return hit.last


def _complement(finder: Finder, draft: Draft, j: int, *, bare: bool) -> int:
    """The token behind what the title is an office of: باسم الوزارة، في الجيش، مجلس النواب، إلى سوريا."""
    scene = finder.scene
    form = scene.word(j)
    start = j
    if form == "باسم":
        j += 1
    elif form in ("في", "لدي", "من", "لشوون"):
        if end := _quoted_body(finder, draft, j + 1):
            return end
        inner = finder.body_at(j + 1)
        if inner is None:
            if form == "في" and (bare or draft.definite) and (end := scene.places_at(j + 1)) and not draft.definite:
                return end
            return start
        draft.of = draft.of or inner
        draft.inner.append(inner)
        return inner.last
    elif form == "الي":
        return start
    elif form.startswith("ل") and not form.startswith("لا") and form not in _BEGIN_WITH_LAM:
        inner = finder.body_at(j)
        if inner is not None and inner.cut.pro.startswith("ل") and inner.kind != "media":  # قال مسؤول لرويترز: who is told
            draft.of = draft.of or inner
            draft.inner.append(inner)
            return inner.last
        return start
    elif not bare or (draft.number == "p" and j == draft.last and scene.word(j - 1).endswith(("ون", "ين"))):
        return start  # اتهم مسؤولون الحكومة: a plural that keeps its ن is no office of what follows
    if end := _quoted_body(finder, draft, j):
        draft.definite = True
        return end
    inner = finder.body_at(j)
    if inner is not None and inner.kind == "media" and j > draft.head + 1 and form != "باسم":
        return start  # أفاد مسؤول عسكري أميركي وكالة كذا: whom he told
    if inner is not None and not inner.cut.pro.startswith(("و", "ف", "ب", "ل", "ك")):
        draft.of = draft.of or inner
        draft.inner.append(inner)
        draft.definite = True
        return inner.last
    end = scene.places_at(j)
    if end and not _person_naming(scene, j, weak=True):
        draft.definite = True
        return end
    if scene.definite(j) and scene.word(j).startswith("ال") and scene.word(j) not in scene.never:
        draft.definite = True
        words = [scene.word(j).removeprefix("ال")]
        k = j + 1
        if scene.word(k).startswith("وال") and scene.word(k) not in scene.never and form == "باسم":
            k += 1
        draft.words = (*draft.words, *words)
        return k
    return start


def _quoted_body(finder: Finder, draft: Draft, j: int) -> int:
    """The token behind a body whose whole name stands in quotes at token `j` (زعيم «حزب الله»، الناطق باسم "الحشد"), or 0."""
    scene = finder.scene
    mark = scene.punct(j)
    inner = finder.body_at(j + 1) if mark and mark in OPENING else None
    closing = scene.punct(inner.last) if inner is not None else None
    if inner is None or not closing or closing not in CLOSING:
        return 0
    draft.of = draft.of or inner
    draft.inner.append(inner)
    return inner.last + 1


def _name_behind_comma(scene: Scene, draft: Draft) -> None:
    """وزير الخارجية الروسي، سيرغي لافروف، … : a name between commas, or registered, or followed by a verb."""
    j = draft.last
    if not (scene.punct(j) in COMMAS and scene.punct(j) and draft.definite and draft.number == "s"):
        return
    probe = Draft(j, j, j, "title", "person")
    end = absorb_name(scene, probe, j + 1)
    if end == j + 1 or probe.name is None:
        return
    titled = scene.first_of(j + 1, TitleUse) is not None  # المستشار العسكري، قائد العمليات: no name
    known = bool(probe.ids) or (scene.given(j + 1) and not titled)
    closed = scene.punct(end) in COMMAS or scene.punct(end) in (".", ":") or scene.word(end) in ("ان", "انه", "انها")
    if known or (closed and " " in probe.name):
        draft.ids, draft.name, draft.last = probe.ids, probe.name, end


def surname(name: str, openers: frozenset[str]) -> str:
    """The part of a full name that stands for it later: the last word, with the opener of a compound (دي ميستورا)."""
    words = name.split()
    compound = len(words) > 1 and (
        words[-2] in KUNYA or words[-1] in ("الدين", "الله") or (len(words) > 2 and words[-2] in openers)
    )
    return " ".join(words[-2:]) if compound else words[-1]


def short_names(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Later mentions of a person named in full on the page, by surname alone."""
    openers = scene.lists.get("name-opener", frozenset())
    wanted: dict[str, str] = {}
    genders: dict[str, Gender] = {}
    taken = [False] * (scene.size + 1)
    for draft in drafts:
        for k in range(draft.first, draft.last):
            taken[k] = True
        if draft.kind == "person" and draft.name and " " in draft.name:
            last = surname(draft.name, openers)
            if last == draft.name or last in scene.never or last in scene.lists.get("title-adjective", frozenset()):
                continue
            wanted.setdefault(last.split()[0], last)
            if draft.gender != "c":
                genders.setdefault(last, draft.gender)
    found = []
    for i in range(scene.size) if wanted else ():
        form = scene.word(i)
        if not form or taken[i] or scene.tokens[i].plain == "على" or form in scene.never or scene.is_place_word(form):
            continue
        if scene.known_place(i) == i + 1:
            continue
        for cut in scene.page.lookup.cuts(form):
            last = wanted.get(cut.stem if not cut.definite else "ال" + cut.stem, "")
            if not last or cut.enc or cut.pro not in ("", "و", "ف", "ب", "ل", "ول", "وب", "لال"):
                continue
            words = last.split()
            if all(scene.word(i + n) == w and not taken[i + n] for n, w in enumerate(words) if n) and len(last) > 2:
                found.append(
                    Draft(
                        i,
                        i + len(words),
                        i,
                        "name",
                        "person",
                        genders.get(last, "c"),
                        cut=cut,
                        name=last,
                        definite=True,
                        rule="surname of one named in full",
                    )
                )
                taken[i : i + len(words)] = [True] * len(words)
                break
    return found


def trailing_title(finder: Finder, draft: Draft) -> None:
    """جيف ديفيس أحد المتحدثين باسم البنتاغون، محمد الشعباني، الباحث في الشؤون: a title behind the name belongs to it."""
    scene = finder.scene
    j = draft.last
    comma = bool(scene.punct(j)) and scene.punct(j) in COMMAS
    if comma:
        j += 1
    if scene.word(j) == "احد":
        j += 1
    hit = scene.first_of(j, TitleUse)
    if hit is None or hit.enc or hit.cut.pro not in ("", "ال") or (comma and not hit.cut.definite):
        return  # التقى لافروف نظيره التركي: somebody else's title
    if not isinstance(hit.payload, TitleUse):
        return
    if not comma and j == draft.last and scene.listed("meets-one", draft.first - 1):
        return  # استقبل الأمير محمد بن سلمان | وزير الخارجية الأميركي
    probe = title(finder, j, hit, hit.payload)
    if probe.name is None and (probe.definite or not comma):
        draft.last = probe.last
        draft.of = draft.of or probe.of
        draft.inner.extend(probe.inner)
        draft.words = (*draft.words, *probe.words)


def untitled(finder: Finder, i: int) -> Draft | None:
    """The person whose name begins at token `i` without a title in front, None where there is none."""
    scene = finder.scene
    quoted = _in_quotes(scene, i)
    if quoted is not None:
        return quoted
    whole = scene.given(i) or scene.word(i) in KUNYA or of_the_faith(scene, i, scene.word(i))
    cut = Cut("", "", "") if whole else glued_name(scene, i)
    if not whole and not cut.pro:
        return None
    end = name_at(scene, i, titled=False, cut=cut)
    before = scene.word(i - 1)
    if end == i or before in _NAMED_AFTER:
        return None
    if scene.known_place(i) >= end or before in scene.lists.get("place-opener", ()):
        return None
    words = [cut.stem or scene.word(i), *(scene.word(k) for k in range(i + 1, end))]
    draft = Draft(
        i, end, i, "name", "person", scene.gender_of_name(i, cut.pro), "s", cut, definite=True, rule="given name",
        entry="recognise/given_names.yml", name=" ".join(words),
    )  # fmt: skip
    trailing_title(finder, draft)
    return draft


def _in_quotes(scene: Scene, i: int) -> Draft | None:
    """A person's whole name in quotation marks behind a word for a person (الشرطي «محمد عدن»), though it ends in a place."""
    mark = scene.punct(i - 1)
    if not mark or mark not in OPENING or mark in "([" or not scene.given_surely(i):
        return None
    if not any(isinstance(h.payload, GroupUse) and h.payload.number == "s" for h in scene.hits(i - 2)):
        return None
    end = next((k for k in range(i + 2, i + 5) if scene.punct(k)), 0)
    if not end or scene.punct(end) not in CLOSING or not all(scene.word(k) for k in range(i, end)):
        return None
    name = " ".join(scene.word(k) for k in range(i, end))
    return Draft(
        i, end, i, "name", "person", scene.gender_of_name(i), "s", definite=True, rule="given name",
        entry="recognise/given_names.yml", name=name,
    )  # fmt: skip
