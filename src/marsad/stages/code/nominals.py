"""Nominals: noun phrases that name an actor, with the preposition, the noun and the و in front of them.

Whether a phrase can be a subject or an object is decided here, from what governs it: مواقع التنظيم is a thing of the
organisation, طائرات التحالف acts for the coalition, لقوات كذا behind تابعة says whose something is.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.handover import ActorMention
from marsad.stages.code.parties import may_take_part
from marsad.stages.code.scene import Scene

PREPOSITIONS: Final = frozenset(
    ["علي", "في", "من", "الي", "ضد", "عن", "مع", "بين", "نحو", "تجاه", "باتجاه", "صوب", "بحق", "حول", "لدي", "عند", "قبل", "بعد", "خلال",
     "منذ", "رغم", "عبر", "دون", "بدون", "سوي", "وسط", "تحت", "فوق", "امام", "خلف", "قرب", "داخل", "خارج", "ضمن", "لصالح", "برفقه", "جانب",
     "بمشاركه", "بدعم", "بقياده", "يد", "ايدي", "بيد", "بايدي", "بسبب", "نتيجه", "جراء", "اثر", "عقب", "باسم", "بمساعده", "بمسانده", "بحمايه", "بتغطيه", "بموازره", "بمرافقه", "باسناد",
     "وعلي", "وفي", "ومن", "والي", "وضد", "ومع", "وعن", "وبين", "لدعم", "بحضور", "بحسب", "وفق", "مقابل", "اثناء", "باستثناء", "بحجه", "محيط",
     "باتجاهات", "حتي", "مثل", "عدا", "برعايه", "بوساطه", "بالتعاون", "بالتنسيق"]
)  # fmt: skip
RELATIVE: Final = frozenset(["الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "والذي", "والتي", "والذين"])
_QUOTES: Final = frozenset("\"“”«»‘’'()[]-–ـ")
_TO_PRONOUN: Final = frozenset(["اليه", "اليها", "اليهم", "اليهما", "الينا"])
_OWNED: Final = frozenset(["خاصه", "خاص"])  # عربات خاصة بكذا
_SEATS: Final = frozenset(["قياده", "اداره", "مديريه", "رياسه", "رئاسه", "اركان", "عمليات"])
_CARRIERS: Final = frozenset(["ناقله", "ناقلات"])
_CARRIED: Final = frozenset(["جند", "جنود", "الجند", "الجنود"])
_BODIES: Final = frozenset(["وحده", "وحدات", "كتيبه", "كتايب", "سريه", "مفرزه", "قوه", "فرقه", "لواء"])
_LETTERS: Final = frozenset("بلك")


class Nominal(NamedTuple):
    """A mention with what governs it: `prep` a preposition or one of the letters ب ل ك, `head` the noun it belongs to.

    `acting` is true where that noun acts or suffers for him (طائرات التحالف، عناصر التنظيم), false where it is his thing.
    """

    mention: ActorMention
    first: int
    prep: str
    head: str
    joined: bool
    acting: bool = True

    @property
    def free(self) -> bool:
        """Whether nothing governs it, so that it may be subject or object."""
        return not self.prep and self.acting


def counted(n: Nominal) -> bool:
    """Whether a quantity or a group stands in front of من (عشرات من مسلحي كذا): the verb agrees with it."""
    return n.head == "عدد" and n.first < n.mention.first


def adjectival(m: ActorMention) -> bool:
    """Whether a mention is only an adjective of origin (غارة روسية); in the plural it names people (الأكراد، الروس)."""
    return m.form == "nisba" and m.number != "p"


def stem_in(scene: Scene, i: int, words: frozenset[str]) -> str:
    """The word of a set that token `i` is, whatever clitics it has; empty if none."""
    if not scene.word(i):
        return ""
    form = scene.form(i)
    if form.removeprefix("و") in _TO_PRONOUN:
        return ""  # إليها is no آلية
    found = words & scene.page.lookup.stems(form)
    if not found and form.endswith("ا"):
        found = words & scene.page.lookup.stems(form[:-1])  # رتلا
    if not found and form.endswith(("ين", "ان")):
        base = form[:-2]  # مقرين، سيارتين
        found = words & scene.page.lookup.stems(base[:-1] + "ه" if base.endswith("ت") else base)
    return min(found, default="")


def before(scene: Scene, i: int) -> int:
    """The token before `i`, quotation marks and brackets passed over."""
    k = i - 1
    while k >= 0 and scene.tokens[k].kind == "punct" and scene.form(k) in _QUOTES:
        k -= 1
    return k


def glued(scene: Scene, m: ActorMention) -> str:
    """The proclitics that stand in front of a mention's own words (و, ب, ول), folded."""
    form = scene.form(m.first)
    front = form[: max(0, m.span[0] - scene.tokens[m.first].start)]
    rest = form[len(front) :]
    return front + "ل" if rest.startswith("لل") else front


def nominal(scene: Scene, m: ActorMention) -> Nominal:
    """A mention seen with what stands in front of it."""
    front = glued(scene, m)
    joined = front[:1] in ("و", "ف") and bool(front)
    letter = front[-1:] if front[-1:] in _LETTERS else ""
    k = before(scene, m.first)
    if scene.form(k) == "و":
        joined, k = True, before(scene, k)
    if scene.form(k) in _LETTERS:
        letter, k = scene.form(k), before(scene, k)
    if letter:
        if (
            letter == "ل"
            and k >= 0
            and (scene.form(k) in scene.words("belonging") or scene.form(k).removeprefix("و") in scene.words("belonging"))
        ):
            return Nominal(m, m.first, "ل", "belonging", joined)
        if letter == "ب" and scene.form(k).removeprefix("و").removeprefix("ال") in _OWNED:
            return Nominal(m, m.first, "ب", "belonging", joined)
        struck = scene.words("thing-struck") | _BODIES  # هجوم على وحدة للجيش
        head = stem_in(scene, k, struck) if letter == "ل" else ""
        return Nominal(m, m.first, letter, head, joined)
    if joined or k < 0:
        return Nominal(m, m.first, "", "", joined)
    form = scene.form(k)
    if form == "من" and (q := _quantity(scene, before(scene, k))) is not None and not scene.actors_between(q, k):
        j = before(scene, q)
        front = scene.form(q)
        letter = front[0] if front[0] in _LETTERS and front[1:] in scene.words("quantity") else ""
        prep = letter or (scene.form(j) if scene.form(j) in PREPOSITIONS else "")
        return Nominal(m, q, prep, "عدد", front.startswith("و") and front[1:] in scene.words("quantity"))
    if form in PREPOSITIONS:
        return Nominal(m, m.first, form, "", joined)
    number = next((x for x in scene.numbers_between(k - 5, k + 1) if x.last == k + 1), None)
    if number is not None and k == m.first - 1:  # 135 عنصرا من كذا: the number stands where they stand
        j = before(scene, number.first)
        front = scene.form(number.first)
        prep = (
            scene.form(j)
            if scene.form(j) in PREPOSITIONS and scene.form(j) != "نحو"  # فر نحو ثلاثة آلاف مدني
            else front[0]
            if front[:1] in _LETTERS and len(front) > 3 and not front[0].isdigit()
            else ""
        )
        return Nominal(m, number.first, prep, "عدد", scene.form(j) == "و" or front.startswith("و") and len(front) > 4)
    head = stem_in(scene, k, scene.words("thing-struck") | scene.words("member") | scene.words("shooter"))
    if not head and form in _SEATS and stem_in(scene, k - 1, scene.words("thing-struck")):
        k -= 1  # مركز قيادة الشرطة
        form = scene.form(k)
        head = stem_in(scene, k, scene.words("thing-struck"))
    if head and form.startswith(("بال", "وبال")) and not adjectival(m) and not head.startswith("ال"):
        head = ""  # استهدفت بالرصاص عناصر كذا: a definite noun has no genitive
    if head in _CARRIERS and scene.form(m.head) in _CARRIED and m.last - m.first == 1:
        head, prep = "", form  # ناقلات جند: what they are called, not whose they are
        return Nominal(m, k, prep, head, joined)
    if not head:
        return Nominal(m, m.first, "", "", joined)
    prep = ""
    if head not in (form, form.removeprefix("ال")):
        cut = form[: form.find(head)] if head in form else ""
        joined = cut[:1] == "و"
        prep = next((c for c in reversed(cut) if c in _LETTERS), "")
    j = before(scene, k)
    if scene.form(j) in PREPOSITIONS and not prep:
        prep = scene.form(j)
    return Nominal(m, k, prep, head, joined, head in scene.words("shooter") or head in scene.words("member"))


def _describes(scene: Scene, m: ActorMention) -> bool:
    """Whether what was taken for a person is the adjective of the noun before it (وجودها العسكري، الجناح المسلح)."""
    if (
        m.form != "collective"
        or m.number != "s"
        or not scene.form(m.first).startswith("ال")
        or not scene.form(m.first).endswith("ي")
    ):
        return False
    noun = scene.form(m.first - 1)
    return scene.word(m.first - 1) and (noun.startswith(("ال", "وال", "بال", "لل")) or noun.endswith(("ها", "هم", "ه")))


def _quantity(scene: Scene, i: int) -> int | None:
    """The token at which a quantity, or a body that consists of those behind من, begins that ends at token `i` (عشرات من، مفارز قتالية من)."""
    for k in (i, i - 1):
        if k < 0:
            break
        if any(n.first <= k < n.last for n in scene.numbers_between(k - 3, k + 1)):
            return next(n.first for n in scene.numbers_between(k - 3, k + 1) if n.first <= k < n.last)
        if not scene.word(k):
            break
        form = scene.form(k)
        bare = form[1:] if form[:1] in "ولبف" and form[1:] in scene.words("quantity") else form
        if bare in scene.words("quantity"):
            return k
        if not form.endswith(("ه", "ين", "ون", "ا")):
            break  # only an adjective may stand between
    return None


def chain(scene: Scene, first: ActorMention, high: int, *, helps: bool) -> list[ActorMention]:
    """A mention and those joined to it by و, their owners' nouns passed over (وعناصر كذا)."""
    out = [first]
    at = first.last
    while len(out) < 5:
        k = _past_age(scene, at, high) if by_name(scene, out[-1]) else at
        listed = k > at
        while k < high and scene.tokens[k].kind == "punct" and scene.form(k) in _QUOTES:
            k += 1
        if k >= high or not scene.form(k).startswith("و"):
            break
        found = mention_at(scene, k, high, helps=helps)
        if listed and (found is None or not by_name(scene, found)):
            break
        if found is None and (
            scene.form(k) == "و"
            or stem_in(scene, k, scene.words("member") | scene.words("shooter") | scene.words("thing-struck"))
        ):
            j = k + 1
            while j < high and scene.tokens[j].kind == "punct" and scene.form(j) in _QUOTES:
                j += 1  # قوات النظام و”قسد”
            found = mention_at(scene, j, high, helps=helps)
        if found is None and scene.form(k).startswith("وال"):
            called = mention_at(scene, k + 1, high, helps=helps)  # الحوثي والمخلوع صالح
            found = called if called is not None and by_name(scene, called) and not glued(scene, called) else None
        if found is not None and adjectival(found) and glued(scene, found).startswith("و"):
            called = mention_at(scene, found.last, high, helps=helps)  # نظيريه التركي فلان والإيراني فلان
            found = called if called is not None and by_name(scene, called) and by_name(scene, out[-1]) else found
        if found is not None and found.first == k and _of_another_state(scene, out[-1], found):
            out.append(found)  # القوات الأمريكية والعراقية
            at = found.last
            continue
        if found is None or (not glued(scene, found).startswith("و") and found.first == k) or adjectival(found):
            break
        out.append(found)
        at = found.last
    return out


def _of_another_state(scene: Scene, m: ActorMention, other: ActorMention) -> bool:
    """Whether و and a definite adjective of origin name the forces of a second state behind those of a first."""
    actor = scene.actors.get(m.entity)
    forces = actor is not None and actor.kind in ("armed_forces", "government") and m.form != "nisba"
    of_first = any(x.form == "nisba" and x.last == m.last for x in scene.actors_between(m.first, m.last))
    definite = scene.form(m.last - 1).startswith("ال")
    named = of_first or scene.form(m.last - 1).endswith(("يه", "ي")) and (definite or m.last - m.first > 1)
    agrees = scene.form(other.first).startswith("وال") == definite  # قوات أمريكية وبريطانية
    return forces and named and agrees and adjectival(other) and glued(scene, other) == "و"


def one_person(scene: Scene, m: ActorMention) -> bool:
    """Whether a mention names one person, by name or office."""
    actor = scene.actors.get(m.entity)
    return actor is not None and actor.kind == "person" and m.number == "s" and m.form in ("name", "title", "titled")


def by_name(scene: Scene, m: ActorMention) -> bool:
    """Whether a mention gives the name of a person, with his title or without."""
    actor = scene.actors.get(m.entity)
    return m.form in ("name", "titled") and actor is not None and actor.kind == "person"


def _past_age(scene: Scene, i: int, high: int) -> int:
    """The token behind what stands between two persons of a list: an age in brackets and a comma in front of و."""
    k = i
    if k < high and scene.form(k) == "(":
        k = next((j + 1 for j in range(k + 1, min(k + 7, high)) if scene.form(j) == ")"), i)
    if k + 1 < high and scene.form(k) in ("،", ",") and scene.form(k + 1).startswith("و"):
        k += 1
        further = next((j for j in range(k + 1, min(k + 4, high)) if scene.form(j) in ("،", ",")), None)
        unknown = further is not None and not scene.actors_between(k, further) and all(scene.word(j) for j in range(k, further))
        if further is not None and unknown and scene.form(further + 1).startswith("و"):
            k = further + 1  # a name that nobody knows
    return k


def mention_at(scene: Scene, i: int, high: int, *, helps: bool) -> ActorMention | None:
    """The longest mention that begins at token `i` and may take part in what happened."""
    if i >= high:
        return None
    found = [m for m in scene.actors_between(i, i + 1) if may_take_part(scene, m, helps=helps) and not _describes(scene, m)]
    return max(found, key=lambda m: m.last) if found else None
