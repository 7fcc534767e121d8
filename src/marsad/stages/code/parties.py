"""Parties: who takes part in a happening, and which mentions of actors may."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.handover import ActorMention
from marsad.model import Span
from marsad.stages.code.families import SIDES
from marsad.stages.code.scene import Scene

_BELONGS_REACH: Final = 5  # tokens from a weapon to تابعة: من دون طيار
_CALLED_REACH: Final = 120  # tokens
_CLAUSES: Final = frozenset(["التي", "الذي", "الذين", "ان", "علي", "في"])
_FIRED: Final = frozenset(["قذيفه", "قذايف", "رشقه", "رشقات", "صليه", "صليات", "ضربه", "ضربات", "نيران"])
_TROOPS: Final = frozenset(["armed_forces", "armed_group"])
_OPENING: Final = frozenset("\"“«‘'(”")
_ALLIES: Final = ("حلفا", "حليف", "شركا", "شريك", "داعم", "خصوم", "اعدا")
_STROKES: Final = frozenset(["/", "_", "-"])
_NOBODY_KNOWS: Final = frozenset(["مجهول", "مجهوله"])
_WHERETO: Final = frozenset(["مكان", "لمكان", "لجهه", "وجهه", "لوجهه", "موقع", "منطقه"])
_PRONOUNS: Final = ("ها", "هم", "ه")
_ENVOYS: Final = ("ممثل", "مندوب", "موفد", "المندوب", "الممثل")

_BOTH: Final = frozenset(["الطرفين", "الطرفان", "الجانبين", "الجانبان", "للطرفين", "للجانبين"])

# The rules that find who kills and whom, of a verb of killing with a doer of its own.
DOES: Final = "the subject of a verb of harm"
KILLS: Final = "whom the doer kills"
# Of an attack that only the harm in front of it says whom it struck.
BEFELL: Final = "whom the harm in front of it befell"

Role: TypeAlias = Literal["actor", "target"]


class Party(NamedTuple):
    """A participant: the actor's id, its role, the rule that found it and the characters it was read from."""

    entity: str
    role: Role
    rule: str
    span: Span | None
    mention: ActorMention | None = None


def may_take_part(scene: Scene, m: ActorMention, *, helps: bool = False) -> bool:
    """Whether a mention of an actor may be a participant: no pronoun but that of a country, no medium, not inside the words that name a speaker."""
    actor = scene.actors.get(m.entity)
    if m.last - m.first == 1 and scene.form(m.first).removeprefix("و") in _BOTH:
        return False  # two that were named before
    if m.form == "pronoun" and (actor is None or actor.kind != "state"):
        return False  # only بلاده is a side of its own
    if actor is not None and (actor.kind == "media" or (actor.kind == "monitor" and not helps)):
        return False
    if (
        m.form == "institution"
        and scene.form(m.head) in ("بحريه", "مدفعيه")
        and scene.page.lookup.stems(scene.form(m.first - 1)) & (scene.words("shooter") | _FIRED)
    ):
        return False  # زوارق بحرية محملة، قذيفة مدفعية: an adjective
    if _second_name(scene, m):
        return False
    if (
        m.last - m.first <= 2
        and scene.form(m.last - 1) in _NOBODY_KNOWS
        and {scene.form(m.first), scene.form(m.first - 1)} & _WHERETO
    ):
        return False  # اقتادوه إلى مكان مجهول، لجهة مجهولة
    if any(
        not p.speaks
        and p.first <= m.head < p.last
        and p.type_word is not None
        and not (m.form == "nisba" and p.type_word == "facility" and p.first < m.first)  # القاعدة الأمريكية
        and not (actor is not None and actor.kind in _TROOPS and actor.of and (p.first, p.last) == (m.first, m.last))
        and not (actor is not None and actor.registered and m.first <= p.first and p.last <= m.last)  # جبهة "فتح الشام"
        and not (  # لواء القدس التابع لكذا، مركز قيادة الشرطة
            actor is not None and actor.kind in SIDES | {"organisation"} and m.first <= p.first and p.last < m.last
        )
        and not (m.form == "collective" and m.first > p.first and _camp(scene, p.first))  # مخيم النازحين
        for _, p in scene.places_between(m.first - 3, m.last)
    ):
        return False  # part of a place name
    return not any(a <= m.span[0] and m.span[1] <= b for a, b in scene.speaking)


def _second_name(scene: Scene, m: ActorMention) -> bool:
    """ميليشيا PYD/PKK: whether a name in Latin letters is tied by a stroke to the one before, so that both are one side."""
    k = m.first - 1
    if k < 1 or scene.form(k) not in _STROKES or not (scene.form(m.first).isascii() and scene.form(k - 1).isascii()):
        return False
    return any(x.last == k for x in scene.actors_between(k - 4, k))


def _camp(scene: Scene, i: int) -> bool:
    return bool(scene.page.lookup.stems(scene.form(i)) & {"مخيم", "مخيما", "مخيمات"})


def principal(scene: Scene, m: ActorMention) -> str:
    """The actor that a mention stands for in what happened: عناصر من كذا for كذا, طائراته for whom the pronoun means, else its own."""
    actor = scene.actors.get(m.entity)
    if actor is None or actor.registered:
        return m.entity
    named = _name_behind(scene, m) or _sender(scene, m)
    if named is not None or actor.kind == "person":
        return named or m.entity
    last = scene.form(m.last - 1)
    own = not last.removeprefix("و").startswith(_ALLIES)  # قوات كذا وحلفائها: the allies of an army are not that army
    if (
        own
        and m.last - m.first == 1
        and scene.plain(m.last - 1).endswith(_PRONOUNS)  # folded, الحكومة ends in ه as well
        and m.form in ("institution", "collective")
        and actor.kind in SIDES
    ):
        return _possessor(scene, m) or m.entity
    head = scene.form(m.head)
    stems = scene.page.lookup.stems(head) | scene.page.lookup.stems(head[:-2] if head.endswith(("ان", "ين")) else head)
    if stems & scene.words("shooter") and (whose := _whose_weapon(scene, m)):
        return whose
    if not (stems & scene.words("armed-member")):
        return m.entity
    owner = scene.actors.get(actor.of or "")
    if owner is not None and owner.kind in SIDES and owner.kind != "state":
        return owner.id
    if m.last - m.first == 1 and scene.form(m.last) in _OPENING:  # مقاتلو "جيش العزة"
        for x in scene.actors_between(m.last + 1, m.last + 2):
            if x.entity in scene.actors and scene.actors[x.entity].kind in SIDES and x.form == "name":
                return x.entity
    if scene.form(m.last) in ("من", "في"):
        marked = m.last + 1 < len(scene.tokens) and scene.tokens[m.last + 1].kind == "punct"
        for x in scene.actors_between(m.last + 1, m.last + (3 if marked else 2)):
            if x.entity in scene.actors and scene.actors[x.entity].kind in SIDES and x.form != "nisba":
                return x.entity
    return _body_meant(scene, m) or m.entity


def _body_meant(scene: Scene, m: ActorMention) -> str | None:
    """عنصران من الميليشيا, behind ميليشيا كذا: the nearest armed body before them that is called by this noun."""
    noun = scene.form(m.last - 1)
    if m.last - m.first == 1 or not noun.startswith("ال"):
        return None
    for x in reversed(scene.actors_between(m.first - _CALLED_REACH, m.first)):
        actor = scene.actors.get(x.entity)
        called = x.form == "name" and x.entity != m.entity and actor is not None and actor.kind in _TROOPS
        if called and noun[2:] in scene.page.lookup.stems(scene.form(x.first)):
            return x.entity
    return None


def _whose_weapon(scene: Scene, m: ActorMention) -> str | None:
    """طائرات مسلحة من دون طيار تابعة لكذا، طيران تابع لكذا: the body to which a weapon is said to belong."""
    for k in range(m.first + 1, min(m.last + _BELONGS_REACH, len(scene.tokens))):
        if scene.tokens[k].kind != "word" or scene.form(k) in _CLAUSES:
            return None
        if scene.form(k).removeprefix("ال") not in scene.words("belonging"):
            continue
        for x in scene.actors_between(k + 1, k + 2):
            owner = scene.actors.get(x.entity)
            if owner is not None and owner.kind in SIDES and x.form != "nisba":
                return x.entity
        return None
    return None


def _sender(scene: Scene, m: ActorMention) -> str | None:
    """ممثلون عن الحكومة، مندوبين عن الفصائل: the body for which unnamed envoys stand."""
    if m.last - m.first > 1 or scene.form(m.last) != "عن" or not scene.form(m.head).removeprefix("و").startswith(_ENVOYS):
        return None
    for x in scene.actors_between(m.last + 1, m.last + 2):
        if x.entity in scene.actors and scene.actors[x.entity].kind in SIDES | {"organisation"} and x.form != "nisba":
            return x.entity
    return None


def _name_behind(scene: Scene, m: ActorMention) -> str | None:
    """الأسير المحرر ماهر كذا، القيادي السابق في كذا فلان: the person whose name follows a noun that says what he is."""
    if m.form not in ("collective", "title") or m.number != "s" or not scene.form(m.head).removeprefix("و").startswith("ال"):
        return None
    k = m.last
    while (
        k < m.last + 2
        and k < len(scene.tokens)
        and scene.word(k)
        and scene.form(k).startswith("ال")
        and not scene.actors_between(k, k + 1)
    ):
        k += 1
    k += k < len(scene.tokens) and scene.form(k) in _OPENING
    for x in scene.actors_between(k, k + 1):
        if x.form == "name" and x.entity in scene.actors and scene.actors[x.entity].kind == "person":
            return x.entity
    return None


def _possessor(scene: Scene, m: ActorMention) -> str | None:
    """Whom the pronoun on طائراتها، عناصره means: the nearest side named before it in the sentence that agrees."""
    sentence = scene.sentence(m.first)
    if sentence is None:
        return None
    pronoun = next(p for p in _PRONOUNS if scene.plain(m.last - 1).endswith(p))
    either: str | None = None  # داعش is feminine or masculine; where another is feminine, she is meant
    for x in reversed(scene.actors_between(sentence.first, m.first)):
        actor = scene.actors.get(x.entity)
        if actor is not None and actor.kind == "person" and pronoun == "ه" and actor.of in scene.actors:
            return actor.of  # قال قائد الجيش إن قواته
        if actor is None or actor.kind not in SIDES or x.form in ("nisba", "pronoun"):
            continue
        feminine = x.gender == "f" or x.number == "p" or scene.form(x.first).endswith("يا")  # ميليشيا كذا
        if pronoun == "ها" and feminine or pronoun == "ه" and not feminine or pronoun == "هم" and x.number == "p":
            return x.entity
        if pronoun == "ها" and x.gender == "c":
            either = either or x.entity
    return either
