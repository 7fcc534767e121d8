"""Aims: who does what another act is done for (داهمت دورية المنزل لاعتقال كذا، قام الجيش بعملية لاعتقال كذا)."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.means import ATTACKS
from marsad.stages.code.nominals import stem_in
from marsad.stages.code.participants.mutual import Mutual

_MEANT: Final = frozenset(["يهدف", "تهدف", "هدف", "هدفت", "هدفه", "هدفها", "يرمي", "ترمي", "يسعي", "تسعي"])
_PREPARING: Final = frozenset(["تمهيدا", "استعدادا", "تحضيرا", "تحسبا", "استعداد"])
_PREPARED_REACH: Final = 14
_MOVING: Final = frozenset(["ground_attack", "deployment"])
_WORK: Final = frozenset(["عمليه", "عمليات", "حمله", "مداهمه", "مداهمات", "اجراءات"])


class Aims(Mutual):
    """The doer of an aim is who acts to that end."""

    def _aimed_at(self) -> bool:
        """داهمت دورية المنزل لاعتقال كذا، شن الجيش هجوما لانتزاع السيطرة: who did what was done for it."""
        for earlier in reversed(self.prior):
            gap = self.mention.first - earlier.last
            # تصدت لعدوان; but: تقدمت لتحرير كذا
            warded = earlier.type == "air_defence" or earlier.sense.cls == "verb" and gap == 0 and earlier.type not in _MOVING
            meant = self.scene.form(self.mention.first - 1) in _MEANT  # هجوما لكذا كان يهدف لاستعادة السيطرة
            moving = earlier.type in _MOVING and earlier.sense.cls == "verb" and self.mention.hit.cut.pro == "ل"
            # داهمت منازل في حي كذا في بلدة كذا، لاعتقال كذا
            far = meant or moving and not any(k in self.scene.light for k in range(earlier.last, self.mention.first))
            if earlier.sentence != self.mention.sentence or gap > (18 if far else 10) or warded:
                return False
            doers = [
                p.mention
                for p in earlier.parties
                if p.role == "actor" and p.mention and (p.rule.startswith("the subject") or meant and earlier.type in ATTACKS)
            ]
            if doers:
                self.add("actor", "who did what was done for it", doers)
                return True
        return False

    def _prepared_for(self) -> bool:
        """أعلن الجيش بدء الاستطلاع تمهيدا لعملية: who does what is told right in front as preparing it."""
        scene, mention = self.scene, self.mention
        if scene.form(mention.first - 1) not in _PREPARING or not self.prior:
            return False
        earlier = self.prior[-1]
        if earlier.first == mention.first - 1 and len(self.prior) > 1:
            earlier = self.prior[-2]  # استعدادا is told as a happening of its own
        near = (
            earlier.type != "air_strike"
            and earlier.sentence == mention.sentence
            and mention.first - earlier.last <= _PREPARED_REACH
        )
        new = [p for p in earlier.parties if p.role == "actor" and all(p.entity != q.entity for q in self.found)]
        doers = [p for p in new if (known := scene.actors.get(p.entity)) is None or known.kind != "population"]
        self.found.extend(p._replace(rule="who did what was done for it") for p in doers if near)
        return near and bool(doers)

    def _operated_for(self) -> bool:
        """قام الجيش بعملية في القرية لاعتقال كذا: who carries out something that is no happening of its own, to this end."""
        scene, mention = self.scene, self.mention
        for k in range(mention.first - 1, max(self._sentence_first(), mention.first - 12) - 1, -1):
            if scene.form(k) in ("،", ",", ".") or scene.plain(k) in THAT:
                return False
            hit = scene.light.get(k)
            work = any(stem_in(scene, j, _WORK) for j in range(k + 1, mention.first))
            if hit is None or hit.payload.entry.frame != "agent" or hit.first != k or not work:
                continue
            form = scene.form(k).removeprefix(hit.cut.pro)
            subject, rule, _ = self.subject_of(self.verb_at(k, form), low=self._sentence_first(), high=mention.first)
            self.add("actor", f"{rule}, who works to this end", subject)
            return bool(subject)
        return False
