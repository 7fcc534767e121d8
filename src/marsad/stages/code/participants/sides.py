"""Sides: which rules of syntax a mention is read with, by its word class and the frame of its entry."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.families import GIVING
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.mentions import Mention
from marsad.stages.code.nominals import adjectival, mention_at, nominal, stem_in
from marsad.stages.code.participants.nouns import Nouns
from marsad.stages.code.participants.syntax import STOP
from marsad.stages.code.participants.victims import Victims
from marsad.stages.code.parties import Party
from marsad.stages.code.scene import Scene

# What is done to people and may be ordered or threatened, whatever its frame.
_ORDERED: Final = frozenset(
    [
        "evacuation",
        "targeted_killing",
        "release_exchange",
        "detention",
        "abduction",
        "displacement",
        "casualties",
        "military_support",
    ]
)
_SUPPLIES: Final = frozenset(["امداد", "امدادات", "تموين"])
_MOVES_AGAINST: Final = frozenset(["deployment", "group_change", "military_support"])
_FORMS: Final = frozenset(["تشكيل", "انشاء", "تاسيس", "تكوين"])
_RANKS: Final = frozenset(["صفوف", "جماعه", "مقاتلي", "عناصر"])
_JOIN_REACH: Final = 5
_TOPPLES: Final = frozenset(["اطاحه", "انقلاب", "اطاح", "يطيح", "اطاحت", "تطيح"])
_CLAUSE: Final = frozenset(["ان", "انه", "انها", "انهم", "انهما"])  # behind them stands a verb and no masdar
_HOLD: Final = frozenset(["سيطره", "قبضه"])


def read_sides(scene: Scene, mention: Mention, fence: tuple[int, int], people: Victims, prior: list[Mention]) -> list[Party]:
    """The participants of a mention, each once, in text order of finding."""
    return _Sides(scene, mention, fence, people, prior).read()


class _Sides(Nouns):
    """The frames, laid over what the rules find."""

    def read(self) -> list[Party]:
        mention = self.mention
        if mention.sense.entry.id == "repel":
            self._warded_off()
            return self.found
        if mention.type == "military_support" and self._backed():
            return self.found
        if mention.type in GIVING and self._received():
            return self.found
        if self.frame == "none":
            self._frameless()
            return self.found
        head = self.scene.plain(mention.first)
        verbal = "verb-heads" in self.scene.classes[mention.first] and not head.startswith("ال") and not head.endswith("ة")
        verbal = verbal and not stem_in(self.scene, mention.first, _HOLD)  # تثبيت سيطرتها على: a noun with its pronoun
        verbal = verbal and not (mention.carrier is not None and mention.carrier.last == mention.first)  # يفرض سيطرته
        if mention.sense.cls == "verb" or verbal:
            self._verb()
            masdar = mention.sense.cls == "phrase" and self.scene.form(mention.first - 1).lstrip("وب") not in _CLAUSE
            if masdar and not self.has("actor") and self.frame != "victim":
                self._announced()  # أعلن الاتحاد فرض عقوبات: a masdar of the same letters
        else:
            self._noun()
        if mention.type == "military_support":
            self._aside()
        if not self.has("target"):
            self._befell()
            self._dwellers()
        self._users()
        if mention.type == "siege" and not self.has("target"):
            self._besieged()
        if mention.type == "air_defence":
            self._whose_aircraft()
        if self.frame == "victim" and mention.hit.cut.pro.endswith("ب") and not self.has("actor"):
            self._governed()
        if mention.type == "group_change":
            self._joined_or_formed()
        open_to = self.frame not in ("victim", "none", "state") or mention.type in _ORDERED
        if not self.has("actor") and mention.sense.cls != "verb" and open_to and not self._prepared_for():
            self._controlled()
        if not self.has("actor") and mention.sense.cls == "phrase" and open_to and mention.hit.cut.pro.startswith("و"):
            self._joined_doer()
        self._of_its_type()
        if mention.type == "displacement":  # who flees suffers it
            self.found = [
                p._replace(role="target")
                if p.mention and not self._armed(p.mention) and not p.rule.startswith(("من قبل", "the verb behind"))
                else p
                for p in self.found
            ]
        if mention.type == "meeting" and self.scene.form(mention.last - 1).startswith("وفد"):
            if self.scene.form(mention.last) == "من":
                self._sender(mention.last + 1)  # وصل وفد من كذا
        self._sent_of()
        self._aim()
        self._among()
        self._together()
        self._at_his_side()
        return self.found

    def _of_its_type(self) -> None:
        """What only happenings of one type ask for."""
        mention = self.mention
        if mention.type == "route_cut" and not self.has("target"):
            self._whose_supplies()
        if mention.type == "political_process" and not self.has("target"):
            self._toppled()
        if mention.type in _MOVES_AGAINST and not self.has("target"):
            self._protested(
                self.high
            )  # تدخل بري ضد كذا; in تدريب المعارضة والمضي في المعركة ضد كذا it is the battle that is against them

    def _joined_or_formed(self) -> None:
        """تشكيل قوة كذا، الانضمام إلى كذا، منشقين عن كذا، اندماج كذا مع كذا: what is formed, whom they join or leave, with whom they merge."""
        scene, mention = self.scene, self.mention
        formed = any(stem_in(scene, k, _FORMS) for k in range(mention.first, mention.last))
        if formed:
            inside = ("the genitive of the noun", "named inside the phrase")
            self.found = [p._replace(role="target") if p.role == "actor" and p.rule in inside else p for p in self.found]
            return
        if scene.form(mention.last - 1) in ("الي", "عن"):  # منشقين عن كذا
            self.found = [p._replace(role="target") if p.rule == "the genitive of the noun" else p for p in self.found]
        start = max(
            [mention.last, *(p.mention.last for p in self.found if p.mention is not None and p.mention.first >= mention.first)]
        )
        for k in range(start - 1, min(self.high, start + _JOIN_REACH)):
            form = scene.form(k)
            ranks = form.startswith(("ل", "ب")) and stem_in(scene, k, _RANKS)
            if k >= start and (form in ("،", ",", ".") or scene.tokens[k].kind == "break" or form in STOP - {"مع"}):
                return
            if form not in ("الي", "عن", "مع") and not ranks:
                continue
            at = self._skip_quotes(k + 1)
            other = self.at(at) or (self.at(self._skip_quotes(at + 1)) if stem_in(scene, at, _RANKS) else None)
            if other is not None and self._armed(other) and not adjectival(other):
                self.add("actor" if form == "مع" else "target", f"{form} behind it", self.chain(other))
            return

    def _whose_supplies(self) -> None:
        """قطعت القوات طرق إمداد كذا: whose supply lines are cut."""
        scene = self.scene
        for k in range(self.mention.last - 1, min(self.high, self.mention.last + 8)):
            if scene.form(k) in ("،", ",", ".") or scene.tokens[k].kind == "break":
                return
            if scene.form(k).removeprefix("ال") in _SUPPLIES:
                whose = self.at(k + 1)
                if whose is not None and self._armed(whose) and not adjectival(whose):
                    self.add("target", "whose supplies are cut", self.chain(whose))
                return

    def _toppled(self) -> None:
        """الإطاحة بالحكومة، انقلاب على الرئيس: against whom."""
        scene, mention = self.scene, self.mention
        overthrow = any(stem_in(scene, k, _TOPPLES) for k in range(mention.first, mention.last))
        for k in range(mention.last - 1, min(len(scene.tokens), mention.last + 5)) if overthrow else ():
            whom = mention_at(scene, k + (scene.form(k) == "علي"), len(scene.tokens), helps=False)
            if scene.form(k) == "ب":
                whom = mention_at(scene, k + 1, len(scene.tokens), helps=False)
            if whom is None or adjectival(whom) or nominal(scene, whom).prep not in ("ب", "علي"):
                continue
            self.add("target", "whom they topple", [whom])
            return

    def _frameless(self) -> None:
        """Mentions whose entry says nothing of who does it: what stands around them may."""
        mention = self.mention
        if mention.sense.entry.id == "under-sway":
            self._under_sway()
            return
        self._by()
        self._shooter()
        if mention.type in ATTACKS and not self.has("actor"):
            self._whose_weapon()
        if mention.type == "air_defence":
            self._whose_aircraft()
        if mention.type == "siege":
            self._besieged()
        if mention.sense.entry.id == "bombarding-participle" and not self.scene.form(mention.first).startswith("ال"):
            self.object(mention.last, "what the participle hits")
        if mention.type == "equipment_loss":
            self.object(mention.last, "whose the loss is", near=-1, thing=True)
            self._announced()
            if not self.has("actor") and self.scene.form(mention.first - 1) in ("من", "في"):
                self._managed(mention.first - 1)  # تمكنت الفصائل من عطب عربة
        if mention.type == "shelling":
            self._fell_on()
        if mention.type in ATTACKS and not self.has("target"):
            self._killed_by()
        if mention.type == "destruction":
            self._damaged()
        if mention.type == "military_support":
            self._aside()
        if mention.type in ATTACKS and not self.has("actor") and mention.sense.cls == "phrase":
            self._controlled()  # رد الجيش برشقات صاروخية
        if mention.type in ("bombing_ied", "suicide_attack"):
            if self.scene.form(mention.first - 1).removeprefix("و") in self.scene.words("hit"):
                self.object(mention.last, "what the attack in front of it hit", near=-1)  # استهدف هجوم بسيارة مركبات لكذا
            if not self.has("actor"):
                self._claimed()
            self._hit_by_blast()
            carrier = mention.carrier if not self._looked_into() else None
            if not self.has("actor") and carrier is not None and carrier.payload.entry.frame == "agent":
                self._carried(carrier)  # قام مسلحون بتفجير عبوة
            if not self.has("target"):
                self._survivor()  # نجا الوزير من انفجار
            if not self.has("target"):
                self._losses()
            if not self.has("target") and carrier is not None and carrier.payload.entry.frame == "victim":
                self._carried(carrier)  # تعرض رتل لكذا لهجوم بعبوة

    def _fell_on(self) -> None:
        """سقطت قذائف على القاعدة التركية: whose it is that missiles without a doer fell on."""
        for k in range(self.mention.last, min(self.high, self.mention.last + 6)):
            form = self.scene.form(k)
            if form in ("،", ",", ".") or self.scene.tokens[k].kind == "break":
                return
            if form in ("علي", "داخل"):
                self.object(k + 1, "what it fell on", near=-1)
                return

    def _damaged(self) -> None:
        """دمار في منازل المدنيين، أضرار بممتلكات كذا: whose the damage is."""
        scene, last = self.scene, self.mention.last
        things = scene.words("thing-struck") | scene.words("persons-own")
        for k in range(last - 1, min(self.high, last + 6)):
            if scene.form(k) in ("،", ",", "."):
                return
            whose = self.at(k + 1) if stem_in(scene, k, things) else None
            if whose is not None and (self._civil(whose) or self._armed(whose) and not adjectival(whose)):
                self.add("target", "whose the damage is", self.chain(whose))
                return

    def _befell(self) -> None:
        """Whom it befalls in words further off."""
        if self.mention.type in ("bombing_ied", "suicide_attack"):
            self._hit_by_blast()
        if self.mention.type in ATTACKS and not self.has("target"):
            self._losses()
        if self.mention.type in ATTACKS and not self.has("target"):
            self._killed_by()
        if self.mention.type == "abuse":
            self._died_of_it()
