"""Syntax: what all rules read the participants of a mention with.

The reader notes who was found and says who may take part and who stands at a token; the rules build on it, from `agreeing` and
`fronts` to `sides`. What no rule finds stays empty: a wrong perpetrator is worse than none. Places are never targets.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from marsad.arabic.inflection import Gender, Number
from marsad.handover import ActorMention
from marsad.stages.code.mentions import Mention
from marsad.stages.code.nominals import chain, mention_at, stem_in
from marsad.stages.code.participants.victims import Victims
from marsad.stages.code.parties import Party, Role, principal
from marsad.stages.code.scene import Scene

STOP: Final = frozenset(
    ["جراء", "اثر", "خلال", "بعد", "ردا", "بسبب", "بهدف", "وفق", "بحسب", "قبل", "انطلاقا", "بالتزامن", "اسفر", "ادي", "اسفرت", "ادت", "ما", "مما",
     "وذلك", "حسب", "نتيجه", "عقب", "التي", "الذي", "الذين", "فيما", "بينما", "حيث", "كما", "اذ", "عندما", "بعدما", "حينما", "لان", "عند", "منذ", "بدعم", "بمسانده", "ضمن",
     "بمشاركه", "بالتعاون", "بقياده", "عبر", "لكن", "ولكن", "رغم", "مع"]
)  # fmt: skip
UPON: Final = frozenset(["علي", "ضد", "بحق", "نحو", "باتجاه", "تجاه", "صوب"])
PRONOUNS: Final = ("هما", "هم", "ها", "ه")  # the longest first
WAS: Final = frozenset(["كان", "كانت", "كانوا"])
REACH: Final = 12
# What is done to people: nationals with the article are those people, not their state.
_OF_PERSONS: Final = frozenset(
    ["detention", "abduction", "abuse", "casualties", "targeted_killing", "small_arms_fire", "displacement", "evacuation", "release_exchange",
     "humanitarian_aid", "siege", "ground_attack"]
)  # fmt: skip
_HELPING: Final = frozenset(["humanitarian_aid", "evacuation", "monitoring"])
_GO: Final = (
    "دخل", "عبر", "وصل", "تدخل", "يدخل", "توغل", "انتشر", "تنتشر", "ينتشر", "توجه", "يتوجه", "تتوجه", "اتجه", "يتجه", "تتجه", "تحرك", "يتحرك", "تتحرك", "زحف",
    "انتقل", "تمركز", "يتمركز", "تتمركز", "تموضع", "عاد", "هبط",
)  # fmt: skip
_GOING: Final = frozenset(["دخول", "وصول", "عبور", "انتشار", "وجود", "ووجود", "بوجود", "لوجود", "تواجد", "بتواجد", "لتواجد"])
_PEOPLE_DO: Final = frozenset(
    ["control_status", "protest", "displacement", "political_process", "armed_clash", "meeting", "agreement", "talks"]
)
_OTHERS: Final = frozenset(["اخرون", "اخرين", "اخران"])
_VEHICLES: Final = frozenset(["سياره", "سيارات"])
_TRIBES: Final = frozenset(["قبيله", "قبايل", "قبيلتي", "عشيره", "عشاير"])
# Verbs of the past whose first letter is not that of the feminine present, or may not be (ترأس الوزير, تقدم الجيش).
_ITS_OWN_T: Final = frozenset(
    ["تراس", "تحدث", "تلقي", "تمكن", "تسلم", "تبني", "تفقد", "توصل", "توعد", "تعهد", "تصدي", "تقدم", "توجه", "تدخل", "توغل", "تسلل", "تراجع", "تعاون", "تولي", "تكبد",
     "تعرض", "تورط", "تحرك", "تجمع", "تظاهر", "تمركز", "تحصن", "تخلي", "توقف", "تباحث", "تشاور", "تفاوض", "تبادل", "تجاوز", "تسبب", "تكفل", "تنازل"]
)  # fmt: skip


class Verb(NamedTuple):
    """A finite verb: its tokens and what its form says of its subject; `glued` is what is written in front of it."""

    first: int
    last: int
    gender: Gender
    number: Number
    glued: str
    pronoun: str


class Reader:
    """Reads the participants of one mention; stops at the fence, which is set by the mentions of other happenings."""

    def __init__(self, scene: Scene, mention: Mention, fence: tuple[int, int], people: Victims, prior: list[Mention]) -> None:
        self.people = people
        self.scene = scene
        self.mention = mention
        self.low, self.high = fence
        self.prior = prior
        self.frame = mention.sense.entry.frame
        self.helps = mention.type in _HELPING
        self.found: list[Party] = []

    # what is found

    def add(self, role: Role, rule: str, mentions: list[ActorMention]) -> None:
        """Note participants; one already noted in either role is left as it is."""
        for m in mentions:
            if role == "target" and m.last - m.first == 1 and self.scene.form(m.first) in _OTHERS:
                continue  # وجرح آخرين: of five such one was annotated
            if role == "target" and stem_in(self.scene, m.head, _VEHICLES):
                continue  # استهدف سيارة إسعاف: a thing, though it helps like a body
            persons = (
                role == "target" and self.mention.type in _OF_PERSONS and "owner" not in rule or self.mention.type == "protest"
            )
            entity = self.people.nationals(m, persons=persons) or principal(self.scene, m)
            if any(p.entity == entity and p.role != role for p in self.found):
                entity = m.entity  # اعتقلت الجماعة أحد مسلحيها: one of its own
            if all(p.entity != entity for p in self.found):
                self.found.append(Party(entity, role, rule, m.span, m))

    def add_unnamed(self, rule: str, i: int) -> bool:
        """Note مسلحون، مجهولون at token `i` as those who did it, if they stand there."""
        if not (self.low <= i < self.high and self.scene.word(i)):
            return False
        entity = self.people.gunmen_at(i)
        if entity is None or not entity.startswith("local:"):
            return False
        if all(p.entity != entity for p in self.found):
            self.found.append(Party(entity, "actor", rule, self.scene.tokens[i].span))
        return True

    def has(self, role: Role) -> bool:
        """Whether somebody was found in this role."""
        return any(p.role == role for p in self.found)

    # mentions

    def at(self, i: int) -> ActorMention | None:
        """The mention that begins at token `i`, inside the fence."""
        return None if self._what_is_sent(i) else mention_at(self.scene, i, self.high, helps=self.helps)

    def fit(self, first: int, last: int) -> list[ActorMention]:
        """The mentions that begin among these tokens and may take part."""
        seen = [m for m in self.scene.actors_between(first, last) if not self._what_is_sent(m.first)]
        out = [mention_at(self.scene, m.first, last, helps=self.helps) for m in seen]
        return [m for m in out if m is not None]

    def _what_is_sent(self, i: int) -> bool:
        """Whether token `i` belongs to the words of a deployment: أرسلت تعزيزات sends them, they send nothing."""
        inside = self.mention.type == "deployment" and self.mention.first <= i < self.mention.last
        form = self.scene.form(self.mention.first)
        goes = form.removeprefix("و").startswith(_GO) or form in _GOING and not self.scene.form(i).startswith("تعزيز")
        return inside and not goes

    def chain(self, m: ActorMention) -> list[ActorMention]:
        """A mention and those joined to it."""
        return chain(self.scene, m, self.high, helps=self.helps)

    def acts(self, m: ActorMention) -> bool:
        """Whether an actor can be the doer of this: people counted or unnamed suffer, they do not shell."""
        actor = self.scene.actors.get(m.entity)
        if actor is not None and actor.kind == "person" and self.mention.type == "sanction" and m.form == "name":
            return False  # وقد جمدت أموالهم
        if actor is None or actor.kind != "population" or stem_in(self.scene, m.head, self.scene.words("people-in-arms")):
            return True
        if any(stem_in(self.scene, k, _TRIBES) for k in range(m.first, m.last)):
            return True  # هاجم أبناء قبيلة كذا
        return self.mention.type in _PEOPLE_DO

    def accusative(self, m: ActorMention) -> bool:
        """Whether the form of a group shows that it is no subject: مسلحين, مقاتلي, متطرفا."""
        if m.form == "title" and m.number == "s" and "\u064b" in self.scene.page.text(self.scene.tokens[m.head].span):
            return True  # تستهدف مسؤولاً
        if m.form == "title" and m.number != "s" and self.scene.form(m.head).endswith("ين"):
            return True  # واستهدف مسؤولين ومستشارين
        if m.form == "nisba" and m.number != "s":
            return self.scene.form(m.head).endswith("ين")  # المقاومة أسرت الإيرانيين
        described = m.last - m.head >= 2 and self.scene.form(m.head + 1).endswith("ا")
        if m.form == "institution" and described and self.scene.form(m.head).endswith("ا"):
            return True  # استهدف مركزا ثقافيا
        if m.form != "collective":
            return False
        head = self.scene.form(m.head)
        actor = self.scene.actors.get(m.entity)
        if m.last - m.first >= 2 and head.startswith("ال") and not head.endswith("ون"):
            adjective = self.scene.form(m.head + 1)  # هاجم الجنود الأجنبيين: the adjective shows the case
            if adjective.startswith("ال") and adjective.endswith("ين"):
                return True
        return head.endswith(("ين", "ي", "تين")) or (head.endswith("ا") and actor is not None and m.number == "s")

    # what stands at a token

    def _time_end(self, i: int) -> int | None:
        return max((t.last for _, t in self.scene.times_between(i, i + 1)), default=None)

    def _place_end(self, i: int) -> int | None:
        return max((p.last for _, p in self.scene.places_between(i, i + 1) if not p.speaks), default=None)

    def _sentence_first(self) -> int:
        sentence = self.scene.sentence(self.mention.first)
        return sentence.first if sentence is not None else self.mention.clause[0]


def agreement(form: str) -> tuple[Gender, Number]:
    """Gender and number that the letters of a verb show, where no conjugation says them."""
    if form.endswith(("وا", "ون")):
        return "m", "p"
    if form.endswith(("تا", "ان")):
        return "f" if form.endswith("تا") else "m", "d"
    if form in _ITS_OWN_T:
        return "c", "s"
    if form.endswith("ت") or form.startswith("ت"):
        return "f", "s"
    return "m", "s"
