"""Countries and capitals: when a name is a government that acts, and when it is a place.

موسكو تنفي is an actor, في موسكو a place; بين روسيا وتركيا is two actors unless a border lies between them.
"""

from __future__ import annotations

from marsad.lexicon.recognise import Naming
from marsad.stages.recognise.scene import Draft, Scene

_CLAUSE_OPENERS = frozenset(("فيما", "بينما", "فان", "اذ"))
_PREDICATE = 5
_HEADING = frozenset((":", ".", "..", "…"))
_WHERE_TO = frozenset(("من", "الي", "نحو", "علي", "حول", "قرب"))
# What a town does that nobody does: بغداد التي تشهد احتجاجات.
_OF_A_PLACE = frozenset(
    (
        "تشهد",
        "شهدت",
        "تستضيف",
        "استضافت",
        "ستستضيف",
        "تحتضن",
        "احتضنت",
        "تضم",
        "تشكل",
        "شكلت",
        "تمثل",
        "تعد",
        "تعتبر",
        "تعرضت",
        "تتعرض",
    )
)
_DENIALS = frozenset(("لا", "لم", "لن"))
_GLUED_PLACE = ("ب", "وب", "فب")
_BEGINNING = frozenset(("بدء", "مواصله", "شن", "توسيع", "تكثيف", "استيناف", "وقف", "تعليق", "اطلاق", "سحب", "تصعيد"))


def acts(scene: Scene, draft: Draft, *, capital: bool) -> bool:
    """Whether a country or capital is named as a government here."""
    i = draft.first
    before = scene.word(i - 1)
    pro = draft.cut.pro
    if pro in _GLUED_PLACE or _heads_a_report(scene, draft):
        return False
    if before in ("في", "داخل", "عبر") or scene.plainly("place-preposition", i - 1):
        return False
    if any(scene.listed("border-word", k) for k in (i - 1, i - 2, i - 3) if k >= 0):
        return False
    if capital:
        return _capital_acts(scene, draft)
    if before == "من":
        return scene.listed("power-noun", i - 2) or scene.word(i - 2) in (
            "كل",
            "كلا",
            "مدعومه",
            "مدعوم",
            "مدعومين",
            "المدعومه",
            "المدعوم",
            "بدعم",
            "مقربه",
        )
    return before not in ("الي", "شمال", "جنوب", "شرق", "غرب")


def _heads_a_report(scene: Scene, draft: Draft) -> bool:
    """Whether a name opens a line and a happening or a report by another follows its colon: سوريا: قصف, الخرطوم: أعلن رئيس الحركة."""
    i, j = draft.first, draft.last
    if not (i == 0 or scene.tokens[i - 1].kind == "break" or scene.punct(i - 1)) or scene.punct(j) not in _HEADING:
        return False
    while scene.punct(j):
        j += 1
    form = scene.word(j)
    if scene.punct(draft.last) == ":" and any(r.form.person == 3 and r.form.gender == "m" for r in scene.verbs.get(form, ())):
        return not scene.word(j + 1).startswith(("ان", "ب", "ل"))
    # تركيا: قصف النظام خرق is what Turkey says; only a happening that nobody has heard of yet heads a report.
    if draft.weak or not scene.is_event_noun(form) or form.startswith("ال") or scene.word(j + 1).startswith("ال"):
        return False
    return not any(isinstance(h.payload, Naming) for h in scene.hits(j + 1))


def _capital_acts(scene: Scene, draft: Draft) -> bool:
    i = draft.first
    before, after = scene.word(i - 1), scene.word(draft.last)
    if _feminine_verb(scene, before) or scene.plainly("power-noun", i - 1) or _spoken_to(scene, i):
        return True
    if _opens_a_clause(scene, i) and _acts_behind(scene, draft.last):
        return True
    if _masdar_with_its_own(scene, draft):
        return True
    which = scene.word(draft.last + 1) if after == "التي" and before not in _WHERE_TO else ""
    if which and which not in _OF_A_PLACE and _feminine_verb(scene, which):
        return True  # بين واشنطن التي تتهم دمشق وموسكو التي تنفي
    if before == "من" and any(scene.word(k) in scene.kit.attribute.masdars for k in (i - 2, i - 3) if k >= 0):
        return True  # نفي واضح من موسكو
    if before in ("بين", "من") or draft.cut.pro in ("و",):
        return before == "بين" and after.startswith("و") or _follows_capital(scene, i)
    start = i == 0 or scene.tokens[i - 1].kind == "break" or scene.punct(i - 1) in (".", ":", '"', "«", "“")
    return start and (_feminine_verb(scene, after) or scene.punct(draft.last) == ":")


def _masdar_with_its_own(scene: Scene, draft: Draft) -> bool:
    """Whether a capital stands between a masdar and what is its own (منذ بدء تل أبيب عملياتها، مواصلة موسكو غاراتها)."""
    doing = scene.word(draft.first - 1)
    masdar = doing in scene.kit.attribute.masdars or doing in _BEGINNING
    return masdar and scene.word(draft.last).endswith("ها") and not scene.is_verb(scene.word(draft.last))


def _opens_a_clause(scene: Scene, i: int) -> bool:
    if scene.word(i - 1) in _CLAUSE_OPENERS:
        return True
    return i == 0 or scene.tokens[i - 1].kind == "break" or bool(scene.punct(i - 1)) and scene.punct(i - 1) in "،,؛.:"


def _acts_behind(scene: Scene, j: int) -> bool:
    """Whether its clause goes on with what only someone does: وواشنطن تعرف, وواشنطن خارج المحادثات ولا تعرف."""
    for k in range(j, j + _PREDICATE):
        form = scene.word(k)
        if not form or form in ("التي", "حيث"):
            return False
        if k == j and _feminine_verb(scene, form):
            return True
        if form.removeprefix("و") in _DENIALS and scene.word(k + 1).startswith("ت"):
            return True
    return False


def _follows_capital(scene: Scene, i: int) -> bool:
    """Whether و joins this capital to another government (بين موسكو وأنقرة)."""
    return scene.word(i - 2) == "بين" or _feminine_verb(scene, scene.word(i - 2))


def _feminine_verb(scene: Scene, form: str) -> bool:
    """Whether a word is a reporting or acting verb in the third person feminine, with or without a pronoun (دعته موسكو إلى)."""
    acting = scene.lists.get("acting-verb", ())
    if form[:1] in ("و", "ف", "س") and form not in scene.verbs and form not in acting:
        form = form[1:]
    for cut in scene.page.lookup.cuts(form):
        readings = () if cut.pro else scene.verbs.get(cut.stem, ())
        if any(r.form.person == 3 and r.form.gender == "f" for r in readings) or (not cut.pro and cut.stem in acting):
            return True
    return False


def _spoken_to(scene: Scene, i: int) -> bool:
    """Whether the name at token `i` is whom a verb in front of its one-word speaker accuses, warns or asks (حذرت موسكو واشنطن)."""
    return any(r.verb.whom and r.form.gender == "f" for r in scene.verbs.get(scene.word(i - 2).removeprefix("و"), ()))
