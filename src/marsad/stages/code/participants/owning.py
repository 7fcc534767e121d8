"""Owning: who says that an act is theirs, announcing, threatening or claiming it."""

from __future__ import annotations

from typing import Final

from marsad.stages.code.families import SIDES
from marsad.stages.code.nominals import adjectival, before, nominal
from marsad.stages.code.participants.masdars import Masdars
from marsad.stages.code.parties import Party

_ARMED_MINISTRIES: Final = ("وزارة الداخلية", "وزارة الدفاع")
_OWN: Final = frozenset(["announces", "denies", "admits", "threatens", "pledges", "offers"])
# What persons in office announce as their own, and what bodies do that bear no arms.
_OF_OFFICE: Final = frozenset(["sanction", "personnel_action", "political_process"])
_CIVIL_ACTS: Final = _OF_OFFICE | {"humanitarian_aid", "evacuation", "military_support", "agreement", "meeting"}
_WHICH_IS: Final = frozenset(["وهي", "وهو", "وهم"])


class Owning(Masdars):
    """What a speaker says of an act that makes it his own."""

    def _announced(self) -> None:
        """أعلن الجيش بدء عملية، نفت روسيا قصف المدينة: who speaks of an act as of their own, right behind the words that say so."""
        scene, mention = self.scene, self.mention
        if mention.definite and mention.sense.cls == "noun" and not mention.hit.enc:
            return
        own = bool(mention.hit.enc) and self.has("target")  # أعلنت استهدافها مواقع لكذا: its own act, however it is told
        for claim in scene.claims_at(mention.span):
            if claim.stance not in _OWN and not own or claim.cue is None or not claim.chain or not claim.content:
                continue
            start = scene.page.within(claim.content[0])[0]
            # هدد بقصف كذا; one may admit what others did (أقر بقصف كذا)
            glued = int(claim.stance == "threatens" and scene.tokens[mention.first].start < claim.content[0][0])
            actor = scene.actors.get(claim.chain[-1].actor)
            tells = actor is not None and "علام" in (actor.name.ar or "")  # خلية الإعلام الحربي speaks for others
            other = actor is not None and actor.kind == "government" and not actor.registered  # محكمة، حكومة محلية
            tells = tells or other and actor is not None and not (actor.name.ar or "").startswith(_ARMED_MINISTRIES)
            bearing = actor.kind if actor is not None else ""
            civil = (
                bearing == "organisation" and mention.type in _CIVIL_ACTS or bearing == "person" and mention.type in _OF_OFFICE
            )
            own_act = actor is not None and (actor.kind in SIDES or civil)
            if own_act and not tells and -glued <= mention.first - start <= 2:
                for link in claim.chain[1:]:  # أعلنت تركيا وروسيا وإيران التوصل إلى اتفاق
                    teller = scene.actors.get(link.actor)
                    if link is not claim.chain[-1] and (
                        link.role != claim.chain[-1].role
                        or teller is None
                        or teller.kind not in SIDES
                        or claim.source is None
                        or link.span is None
                        or not claim.source.span[0] <= link.span[0] < claim.source.span[1]
                    ):
                        continue
                    self.found.append(Party(link.actor, "actor", f"who {claim.stance} it", link.span))
            return

    def _claimed(self) -> None:
        """تبنى التنظيم الهجوم، أعلنت الجماعة مسؤوليتها عن التفجير: who says that it was theirs."""
        scene, mention = self.scene, self.mention
        low = max(self._sentence_first(), mention.first - 14)

        def duty(word: str) -> bool:
            return word == "المسووليه" or word in scene.words("duty")

        for k in range(mention.first - 1, low - 1, -1):
            form = scene.form(k)
            if duty(form) and mention.first - k <= 5 and scene.form(k + 1) == "عن":
                pass
            elif scene.page.lookup.stems(form) & scene.words("adopts") and scene.plain(k) not in ("تبنّي", "تبني"):
                if form.endswith("ه") and not form.endswith("ته") or form.endswith("ها"):
                    return  # تفجير تبناه التنظيم، كما قتل آخرون في انفجار: another is meant
            else:
                continue
            if any(
                scene.form(j).removeprefix("و") in ("نفي", "نفت", "لم", "تنف", "ينفي", "تنفي", "دون") for j in range(low, k + 1)
            ):
                return
            every = [
                m
                for m in scene.actors_between(low, mention.first)
                if not adjectival(m) and scene.form(m.first - 1) not in _WHICH_IS  # الحركة، وهي جماعة كذا
            ]
            if form == "المسووليه":  # حمل فلان كذا المسؤولية: the one right before it is blamed
                blamed = [m for m in every if before(scene, k) + 1 == m.last or m.last == k]
                self.add("actor", "who is held responsible", blamed[-1:])
                return
            behind = [m for m in every if k < m.first and m.first - k <= 2]
            front = [m for m in every if m.last <= k and nominal(scene, m).free]
            who = behind[:1] if behind and not duty(form) else front[-1:]
            actor = scene.actors.get(who[0].entity) if who else None
            if who and actor is not None and actor.kind in SIDES:
                self.add("actor", "who claims it", who)
            return
