"""Company: who takes part in what somebody does, met by a pronoun, named beside the doer or as the aim of an operation."""

from __future__ import annotations

from typing import Final

from marsad.handover import ActorMention
from marsad.stages.code.families import SIDES
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import PREPOSITIONS, adjectival, nominal, one_person, stem_in
from marsad.stages.code.participants.syntax import PRONOUNS
from marsad.stages.code.participants.undergoing import Undergoing
from marsad.stages.code.parties import Party

_TOGETHER: Final = ATTACKS | {"detention", "abduction", "territory_capture", "deployment", "siege"}
_WITH: Final = frozenset([("بالتعاون", "مع"), ("بالاشتراك", "مع"), ("بالاشتراك", "بين"), ("بالشراكه", "مع")])
_BESIDES: Final = frozenset(["بمشاركه", "بمساعده"])
_ATTENDED: Final = frozenset(["meeting", "talks", "agreement"])
_ATTENDING: Final = frozenset(["بمشاركه", "بحضور"])
_AT_HIS_SIDE: Final = frozenset(
    [("الي", "جانب"), ("والي", "جانب"), ("ومن", "خلفها"), ("ومن", "خلفه"), ("ومن", "ورايها"), ("ومن", "وراءها"), ("ومن", "ورايه"), ("ومن", "وراءه"), ("برفقه",), ("مع",)]
)  # fmt: skip
_AMONG: Final = frozenset(["بينها", "ابرزها", "اهمها", "مقدمتها", "ضمنها"])
_AMONG_REACH: Final = 18  # tokens from bodies to the one that is named of them: the verb and its object may stand between
_BRACKETS: Final = 12  # tokens of the names in brackets behind a group
_TO_THIS_END: Final = frozenset(["بهدف", "بغيه", "بقصد", "لغرض", "بغرض", "اجل"])
_OPERATIONS: Final = frozenset(["ground_attack", "armed_clash", "air_strike", "shelling"])


class Company(Undergoing):
    """Who else takes part."""

    def _together(self) -> None:
        """قصف الجيش بمشاركة قوات كذا، اعتقلت الشرطة بالتعاون مع كذا: who does it with the doer."""
        if self.mention.type not in _TOGETHER | _ATTENDED or not self.has("actor"):
            return
        besides = _BESIDES if self.mention.type in _TOGETHER else _ATTENDING
        scene = self.scene
        doer = next((p.mention for p in self.found if p.role == "actor" and p.mention is not None), None)
        start = min(self.mention.first, doer.last) if doer is not None else self.mention.first
        for k in range(start, min(self.high, self.mention.last + 16)):
            if scene.tokens[k].kind == "break" or scene.form(k) == ".":
                return
            joint = (scene.form(k), scene.form(k + 1)) in _WITH
            if not joint and scene.form(k).removeprefix("و") not in besides:
                continue
            m = self.at(k + 1 + joint)
            actor = scene.actors.get(m.entity) if m is not None else None
            whoever = self.mention.type in _ATTENDED and actor is not None and actor.kind in ("person", "organisation")
            if m is not None and actor is not None and (actor.kind in SIDES or whoever) and not adjectival(m):
                self.add("actor", "who does it with them", self.chain(m))
            return

    def _at_his_side(self) -> int:
        """قصفت قوات كذا ومن خلفها روسيا، تعمل تركيا مع روسيا: who is named right behind the doer as doing it with him; the token behind."""
        scene, end = self.scene, 0
        told = [
            p
            for p in self.found
            if p.role == "actor" and p.rule.startswith(("the subject", "who is to do it", "the verb behind"))
        ]
        for p in told:
            k = p.mention.last if p.mention is not None else 0
            if scene.form(k - 1).removeprefix("ال").startswith("متحالف"):
                continue  # الفصائل المتحالفة مع كذا
            step = next((n for n in (2, 1) if tuple(scene.form(k + i) for i in range(n)) in _AT_HIS_SIDE), 0)
            m = self.at(k + step) if step else None
            actor = scene.actors.get(m.entity) if m is not None else None
            if m is not None and actor is not None and actor.kind in SIDES and not adjectival(m):
                self.add("actor", "who does it at their side", self.chain(m))
                end = max(end, self.chain(m)[-1].last)
        return end

    def _among(self) -> None:
        """وقعت سبع مجموعات، بينها حركة كذا، على الاتفاق: a body named as one of those that do it."""
        scene = self.scene
        doer = next((p.mention for p in self.found if p.role == "actor" and p.mention is not None), None)
        group = scene.actors.get(doer.entity) if doer is not None else None
        if doer is not None and scene.form(doer.last) == "(":
            self._in_brackets(doer)
        if doer is None or group is None or group.registered or group.kind not in SIDES or doer.number != "p":
            return
        for k in range(doer.last, min(self.high, doer.last + _AMONG_REACH)):
            if scene.tokens[k].kind == "break" or scene.form(k) == ".":
                return
            among = scene.form(k) in _AMONG
            m = self.at(k + among + (among and not scene.word(k + 1)))  # بينها “حركة كذا”
            one = scene.actors.get(m.entity) if m is not None else None
            if m is None or one is None or not one.registered:
                continue
            if among and one.kind in SIDES and not adjectival(m):
                self.add("actor", "one of those who do it", self.chain(m))
            return  # قصفت فصائل مواقع للجيش، بينها الفرقة الرابعة: of another that stands nearer

    def _in_brackets(self, doer: ActorMention) -> None:
        """الدول الضامنة (روسيا - تركيا - إيران): who they are that do it, named one after the other in brackets."""
        scene = self.scene
        end = next((k for k in range(doer.last + 1, doer.last + _BRACKETS) if scene.form(k) == ")"), None)
        named = [m for m in self.fit(doer.last + 1, end) if not adjectival(m)] if end is not None else []
        words = sum(scene.word(k) for k in range(doer.last + 1, end)) if end is not None else 0
        if len(named) > 1 and sum(m.last - m.first for m in named) == words:
            self.add("actor", "one of those who do it", named)

    def _aim(self) -> None:
        """عملية لملاحقة كذا، معركة لطرد كذا من البلدة: whom an operation is for driving out."""
        mention, scene = self.mention, self.scene
        if mention.type not in _OPERATIONS or self.has("target") or mention.sense.cls == "verb":
            return
        for k in range(mention.last, mention.last + 7):
            if k >= len(scene.tokens) or scene.tokens[k].kind == "break" or scene.form(k) in ("،", ",", ".", ":"):
                return
            meant = scene.form(k - 1) in _TO_THIS_END
            if not (meant or scene.form(k).startswith("ل")) or not stem_in(
                scene, k, scene.words("drives-out") | scene.words("takes-ground")
            ):
                continue
            if stem_in(scene, k, scene.words("takes-ground")):
                self._aimed_against(k)
                return
            held = bool(stem_in(scene, k + 1, scene.words("thing-struck")))  # لطرد عناصر كذا
            self._against(range(k + 1, k + 2 + held), k + 6, "whom it is to drive out")
            return

    def _aimed_against(self, k: int) -> None:
        """هجوما لانتزاع السيطرة على البلدة من أيدي كذا: from whom ground is to be taken."""
        scene = self.scene
        for j in range(k + 1, min(k + 10, len(scene.tokens))):
            if scene.form(j) in ("،", ",", ".", ":") or scene.tokens[j].kind == "break":
                return
            if scene.form(j) == "من":
                self._against(range(j + 1, j + 3), j + 8, "from whom it is to take ground")
                return

    def _against(self, tokens: range, high: int, rule: str) -> None:
        """Add the armed body that stands at the first of some tokens where an actor does, looking up to token `high`."""
        own, self.high = self.high, min(len(self.scene.tokens), high)
        m = next((x for i in tokens if (x := self.at(i)) is not None), None)
        if m is not None and self._armed(m) and not adjectival(m):
            self.add("actor" if self.frame == "mutual" else "target", rule, self.chain(m))
        self.high = own

    def _who_meets(self) -> None:
        """دعا الرئيس خلال لقائه مبعوثا، قال الوزير في زيارته للعاصمة: whom the pronoun on a meeting means, and whom he meets."""
        mention, scene = self.mention, self.scene
        genitive = all(p.rule == "the genitive of the noun" for p in self.found)  # خلال لقائه نظيره
        if mention.type not in ("meeting", "talks") or mention.sense.cls == "verb" or not genitive:
            return
        word = scene.plain(mention.last - 1)
        if not mention.hit.enc and not (mention.sense.cls == "phrase" and word.endswith(PRONOUNS)):
            return
        sentence = scene.sentence(mention.first)
        if sentence is None or word.endswith(("ها", "هم", "هما")):
            return
        for m in reversed(scene.actors_between(max(sentence.first, mention.first - 16), mention.first)):
            if not one_person(scene, m):
                continue
            if m.gender == "f" or m.last > mention.first or any(p.entity == m.entity for p in self.found):
                return
            self.found.append(Party(m.entity, "actor", "whom the pronoun on the meeting means", m.span, m))
            break
        else:
            return
        k = mention.last
        while k < self.high and (self._time_end(k) is not None or scene.form(k) in ("،", ",")):
            k = self._time_end(k) or k + 1
        met = self.at(k)
        if met is not None and met.form in ("name", "titled", "title") and nominal(scene, met).prep in ("", "ب"):
            if scene.form(k) not in PREPOSITIONS and not nominal(scene, met).joined:
                self.add("actor", "whom they met", self.chain(met))
