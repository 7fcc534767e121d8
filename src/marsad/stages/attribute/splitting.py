"""Where a second actor begins behind a speaker: the object of a verb that takes anything (اتهمت الحكومة المعارضة)."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.attribute.bounds import NUMBERED
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import PREPOSITIONS, adjective_like, definite, masdar_like, named_person, thing

ITSELF: Final = frozenset(["نفسه", "نفسها", "نفسهم", "انفسهم", "ذاته", "ذاتها", "عينه", "عينها"])


def splits(scene: Scene, i: int, first: int) -> bool:
    """Whether the object begins at token `i`: a second actor, or a definite noun behind a name, behind a closed speaker."""
    if (
        i <= first
        or scene.form(i) in PREPOSITIONS
        or scene.form(i - 1) in PREPOSITIONS
        or scene.form(i)[1:] in scene.lexicon.edges["place_noun"]
        or scene.form(i) in ITSELF
        or _one_term(scene, i)
        or _holds_the_office(scene, i, first)
        or _further_adjective(scene, i)
        or _owner_behind_lam(scene, i)
    ):
        return False
    before = scene.mentions.get(first)
    mention = scene.mentions.get(i)
    closed = definite(scene, i - 1) or scene.is_quote_mark(i - 1)
    # a title that ends in a bare noun goes on (مدير معهد | الدراسات)
    closed = closed or any(m.last == i and m.form != "title" for m in scene.mentions.values())
    form = scene.form(i)
    if form.startswith("و") and len(form) > 3 and (mention is None or mention.span[0] > scene.tokens[i].start):
        return False
    if i == first + 1 and form.startswith("ال") and scene.form(first).endswith("ون") and not definite(scene, first):
        return True  # اتهم ناشطون الوحدات: ون stands before no genitive
    if not definite(scene, i) and any(c.stem in scene.lexicon.speakers and not c.pro for c in scene.page.lookup.cuts(form)):
        entry = scene.lexicon.speakers.get(form)
        if entry is not None and entry.kind == "person" and (mention is None or mention.form == "title"):
            return False  # فلان زعيم الجماعة: a title behind the name
    if (
        (form.removesuffix("ا") in scene.lexicon.edges["quantity"] or form in scene.lexicon.edges["number_word"]) and closed
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
    if before is not None and before.last == i == first + 1 and not definite(scene, first) and before.form != "name":
        return False  # عضو لجنة الأمن: the head of a construct; a name heads none (دعت واشنطن الحكومة إلى)
    if (
        form.endswith(("يين", "ين"))
        and definite(scene, i)
        and closed
        and not scene.form(i - 1).endswith(("ين", "ون", "ات", "اء"))
    ):
        return len(form) > 6
    if before is not None and before.last <= i and _goes_on_title(scene, i, before):
        return False
    if before is not None and before.last <= i:
        ranks = scene.lexicon.edges["rank"]
        named = i > before.last and scene.form(i - 1) in ranks
        ranked = scene.actor_kind(before.entity) == "person" and (form in ranks or named)
        if ranked:
            return False  # المتحدث العسكري اللفتنانت كولونيل بيتر لينر
        unranked = scene.actor_kind(before.entity) in ("government", "organisation", "media", "state")
        # نعت السفارة العقيد فلان: a body has no rank
        return form not in ranks or unranked if mention is not None else not adjective_like(scene, i)
    if mention is not None and closed and form not in scene.lexicon.edges["rank"]:
        return True
    if closed and not definite(scene, i) and form not in PREPOSITIONS and not _name_after_title(scene, i, first):
        return True
    if (
        definite(scene, i)
        and not definite(scene, i - 1)
        and _names_before(scene, i, first) >= 2
        and form not in scene.lexicon.edges["rank"]
    ):
        return True
    if closed and definite(scene, i) and not adjective_like(scene, i) and form not in scene.lexicon.edges["rank"]:
        head = form[2:]
        return any(c.stem in scene.lexicon.speakers for c in scene.page.lookup.cuts(head)) and head not in ("مركزي",)
    return False


def _goes_on_title(scene: Scene, i: int, before: ActorMention) -> bool:
    """Whether token `i` goes on what a title began: مدير معهد | الدراسات | سيرغي ماركوف, or is an adjective behind marks."""
    if scene.is_quote_mark(i - 1) and adjective_like(scene, i):
        return True
    if before.form != "title" or before.last == i:
        return False
    if named_person(scene, i):
        return not any(named_person(scene, p) for p in range(before.last, i))
    genitive = definite(scene, i) and i not in scene.mentions
    return genitive and not definite(scene, i - 1) and not adjective_like(scene, i - 1)


def _owner_behind_lam(scene: Scene, i: int) -> bool:
    """Whether token `i` is ل and the actor a body belongs to (المركز الإعلامي لقوات الشمال)."""
    mention = scene.mentions.get(i)
    return mention is not None and scene.form(i)[:1] == "ل" and mention.span[0] > scene.tokens[i].start


def _further_adjective(scene: Scene, i: int) -> bool:
    """Whether token `i` is one more adjective of an indefinite plural (منظمات دولية مستقلة)."""
    if i in scene.mentions or definite(scene, i) or definite(scene, i - 1) or masdar_like(scene, i):
        return False
    return scene.form(i).endswith("ه") and scene.form(i - 1).endswith("يه") and scene.form(i - 2).endswith("ات")


def _holds_the_office(scene: Scene, i: int, first: int) -> bool:
    """Whether behind a comma the one who holds the office at token `first` is named (الناطق باسم "الجيش الوطني"، يوسف حمود)."""
    office, name = scene.mentions.get(first), scene.mentions.get(i)
    return scene.is_comma(i - 1) and office is not None and office.form == "title" and name is not None and name.form == "name"


def _one_term(scene: Scene, i: int) -> bool:
    """Whether token `i` is the second half of a term (المادة 140، في شمال غربي البلاد)."""
    compass = scene.lexicon.edges["compass"]
    numbered = scene.tokens[i].kind == "number" and scene.form(i - 1) in NUMBERED
    return numbered or (scene.form(i) in compass and scene.form(i - 1) in compass)


def _name_after_title(scene: Scene, i: int, first: int) -> bool:
    """Whether an indefinite word behind a definite one is a person's name behind his title (الجنرال مارتن)."""
    head = scene.form(first)
    bare = head[2:] if head.startswith("ال") else head
    entry = scene.lexicon.speakers.get(bare) or scene.lexicon.speakers.get(head)
    person = entry is not None and entry.kind == "person" or scene.form(i - 1) in scene.lexicon.edges["rank"]
    return person and not masdar_like(scene, i) and _names_before(scene, i, first) == 0


def _names_before(scene: Scene, i: int, first: int) -> int:
    """How many indefinite words stand directly before token `i` behind a definite one: the parts of a name."""
    n = 0
    k = i - 1
    while k > first and scene.is_word(k) and not definite(scene, k):
        n += 1
        k -= 1
    return n if k > first or definite(scene, first) else 0
