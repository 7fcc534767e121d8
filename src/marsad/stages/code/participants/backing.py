"""Backing: who backs whom, in participles and asides.

A participle names the backed in front and the backer behind (فصائل مدعومة من كذا), a relative clause points back to the backed
(قوات تدعمها كذا), an aside tells who helps the subject of its clause (تقدم الجيش بدعم جوي روسي), who fights beside others
backs them (تقاتل إلى جانب كذا).
"""

from __future__ import annotations

from typing import Final, TypeAlias

from marsad.handover import ActorMention
from marsad.model import Span
from marsad.stages.code.counts.surroundings import THAT
from marsad.stages.code.nominals import PREPOSITIONS, RELATIVE, adjectival, nominal, stem_in
from marsad.stages.code.participants.doers import Doers
from marsad.stages.code.participants.syntax import PRONOUNS
from marsad.stages.code.parties import Party, Role, principal

_PASSIVE: Final = frozenset(
    ["مدعوم", "مدعومه", "مدعوما", "مدعومين", "مدعومون", "مدعومتين", "مدعومان", "مدعومتان", "مدعم", "مدعمه", "مدعما", "مدعمين", "مدعمون",
     "مسنود", "مسنوده", "مسنودا", "مسنودين", "مسنودون"]
)  # fmt: skip
_ACTIVE: Final = frozenset(["مساند", "مسانده", "مساندين", "موال", "مواليه", "موالين", "داعمه", "داعم"])
_ASIDE: Final = frozenset(["بدعم", "باسناد", "بمسانده", "بمساعده", "بغطاء", "بموازره"])
_BESIDE: Final = frozenset(["جانب", "مع"])
_ANOTHER_CLAUSE: Final = frozenset(["فيما", "بينما", "حين"])
_BACKERS: Final = frozenset(["state", "government", "armed_forces", "armed_group", "coalition", "organisation", "person"])
_BACKED: Final = _BACKERS - {"person"}
_SKIPPED: Final = frozenset("\"“”«»‘’'()[]-–ـ،,")
_BY: Final = frozenset(["من", "قبل", "جانب", "ب"])
_REACH: Final = 4

_Named: TypeAlias = tuple[str, Span, ActorMention | None]


class Backing(Doers):
    """Participants of military support that no verb of its own tells."""

    def _backed(self) -> bool:
        """Read a participle, a relative verb or a fight beside others; whether the mention is one of these."""
        mention, scene = self.mention, self.scene
        form = scene.form(mention.first).removeprefix("و").removeprefix("ال")
        if form in _PASSIVE:
            backed = self._described(mention.first)
            self._side("target", "whom the participle describes", backed)
            self._side("actor", "who backs them, behind the participle", self._backer(mention.first + 1))
            return True
        if form in _ACTIVE and scene.form(mention.last - 1).startswith("ل"):
            self._side("actor", "whom the participle describes", self._described(mention.first))
            self._side("target", "whom they back, behind the participle", self._next(mention.last - 1, 3))
            return True
        pointing = mention.hit.enc or mention.sense.cls == "phrase" and scene.plain(mention.first).endswith(PRONOUNS)
        if pointing and mention.sense.cls == "noun":
            whom = self.at(mention.last)  # لدعمها بشار كذا، دعمها للجيش: the pronoun is who backs
            n = nominal(scene, whom) if whom is not None else None
            if whom is not None and n is not None and not adjectival(whom) and n.prep in ("", "ل") and not n.joined:
                self.add("target", "the object behind the noun with its pronoun", self.chain(whom))
                self.add("actor", "the pronoun on the noun, who backs", self._meant_body(mention.hit.enc, mention.first))
                return True
            return False
        if pointing:
            backed = self._described(mention.first)
            if not backed:
                return False
            backer = self._next(mention.first + 1, 3)
            if not backer and scene.form(mention.first - 1) not in RELATIVE:
                return False
            # القوات التي دربتها كذا: a bare noun with such a clause is no army that is known by another name
            backed = [b for b in backed if not (b[2] is not None and b[2].last - b[2].first == 1 and self._known_name(b[0]))]
            self._side("target", "whom the relative verb means", backed)
            self._side("actor", "the subject behind the verb", backer)
            return True
        if mention.sense.cls == "phrase" and scene.form(mention.last - 1) in _BESIDE and mention.last - mention.first > 1:
            backed = self._next(mention.last, 3)
            self._side("target", "beside whom they fight", backed)
            subject, rule, _ = self.verb(self.phrase_verb())
            if subject:
                self.add("actor", rule, subject)
            return bool(backed)
        return False

    def _aside(self) -> None:
        """تقدم الجيش بدعم جوي روسي: whom the clause is about is helped."""
        scene, mention = self.scene, self.mention
        if self.has("target") or scene.form(mention.first).removeprefix("و") not in _ASIDE or self._doing_of_another():
            return  # اتهمت كذا إيران بمساندة كذا
        if not self.has("actor"):
            self._side("actor", "who backs them, behind the aside", self._backer(mention.first + 1))
        if not self.has("actor"):
            return
        sentence = scene.sentence(mention.first)
        clause = next((k for k in range(mention.first - 1, mention.first - 24, -1) if scene.form(k) in _ANOTHER_CLAUSE), -1)
        opening = self.fit(clause + 1, clause + 4) if clause >= 0 else []
        if opening and nominal(scene, opening[0]).free and not adjectival(opening[0]) and self._may_back(opening[0]):
            self.add("target", "whom the aside stands behind", self.chain(opening[0]))  # فيما تقدم الجيش بدعم جوي روسي
            return
        for earlier in reversed(self.prior):
            if sentence is None or earlier.first < sentence.first or mention.first - earlier.last > 24:
                break
            doers = [
                p for p in earlier.parties if p.role == "actor" and p.mention is not None and p.mention.last <= mention.first
            ]
            if doers and earlier.type != "military_support":
                for p in doers:
                    if p.mention is not None and p.entity not in {q.entity for q in self.found}:
                        self.add("target", "who does what it helps", [p.mention])
                return
        near = [m for m in self.fit(max(mention.clause[0], mention.first - _REACH), mention.first) if not adjectival(m)]
        if (
            near
            and nominal(scene, near[-1]).free
            and all(not scene.word(j) for j in range(near[-1].last, mention.first - 1))
            and self._may_back(near[-1])
        ):
            self.add("target", "whom the aside stands behind", self._chain_back(near[-1]))

    def _side(self, role: Role, rule: str, named: list[_Named]) -> None:
        """Note parties that are named; words that name a speaker may hold them (المتحدث باسم كتائب كذا المدعومة من كذا)."""
        for entity, span, m in named:
            whom = principal(self.scene, m) if m is not None else entity
            if all(p.entity != whom for p in self.found):
                self.found.append(Party(whom, role, rule, span, m))

    def _known_name(self, entity: str) -> bool:
        actor = self.scene.actors.get(entity)
        return actor is not None and actor.registered and actor.kind == "armed_forces"

    def _may_back(self, m: ActorMention) -> bool:
        actor = self.scene.actors.get(m.entity)
        return actor is not None and actor.kind in _BACKERS

    def _named(self, k: int) -> list[_Named]:
        """The actors that are named from token `k` on, inside a longer mention or not: the longest, and one joined to it."""
        scene = self.scene
        if not 0 <= k < len(scene.tokens):
            return []
        token = scene.tokens[k]
        outer = {m.span: m for m in scene.actors_between(k, k + 1)}
        found = [
            (a.id, span, outer.get(span))
            for a in scene.actors.values()
            if a.kind in _BACKERS
            for span in a.mentions
            if token.start <= span[0] < token.end and span[1] > span[0]
        ]
        if not found:
            return []
        best = max(found, key=lambda f: (f[1][1], f[0]))
        after = scene.page.within(best[1])[1]
        joined = self._named(after) if scene.form(after).startswith("و") and not scene.form(after).startswith("وا") else []
        return [best, *joined]

    def _described(self, i: int) -> list[_Named]:
        """The noun phrase in front of token `i` that a participle or a relative clause there describes."""
        scene = self.scene
        sentence = scene.sentence(i)
        if sentence is None:
            return []
        k = i
        while k > sentence.first and (scene.form(k - 1) in RELATIVE or scene.form(k - 1) in _SKIPPED):
            k -= 1
        here = scene.tokens[i].start
        edges = {scene.tokens[j].end for j in range(max(sentence.first, k - 1), i)}
        outer = {m.span: m for m in scene.actors_between(max(sentence.first, i - 12), i)}
        spans = [
            (a.id, span, outer.get(span))
            for a in scene.actors.values()
            if a.kind in _BACKED
            for span in a.mentions
            if span[0] < here and scene.tokens[max(sentence.first, i - 12)].start <= span[0]
        ]
        covering = [s for s in spans if s[1][1] > here]  # فصائل مدعومة من كذا is one mention: its head is backed
        if covering:
            return [max(covering, key=lambda s: (s[1][0], -s[1][1], s[0]))]
        close = [s for s in spans if s[1][1] in edges and (s[2] is None or s[2].form not in ("nisba", "pronoun"))]
        if not close and scene.form(k - 1).startswith("ال") and k - 2 >= sentence.first:
            edge = scene.tokens[k - 2].end  # المقاتلون الأكراد المدعومون
            close = [s for s in spans if s[1][1] == edge and (s[2] is None or s[2].form not in ("nisba", "pronoun"))]
        return [min(close, key=lambda s: (s[1][0], s[0]))] if close else []

    def _backer(self, i: int) -> list[_Named]:
        """Who backs, behind من, ب or an adjective (مدعومة من كذا، بدعم جوي روسي)."""
        scene = self.scene
        k, words = i, 0
        while k < i + 8 and words <= 3 and k < len(scene.tokens):
            form = scene.form(k)
            if scene.tokens[k].kind == "break" or form in (".", "،", ",", ":", "؛") or scene.plain(k) in THAT:
                return []
            found = self._named(k)
            if found:
                # بين المقاتلين المدعومين بالتحالف وقوات كذا: what is joined may be the other side
                sides = any(scene.form(j) == "بين" for j in range(max(0, i - 8), i))
                return found[:1] if sides else found
            if form in PREPOSITIONS and form not in _BY and not stem_in(scene, k, scene.words("shooter")):
                return []
            words += scene.word(k) and form not in _BY
            k += 1
        return []

    def _next(self, i: int, reach: int) -> list[_Named]:
        """Who is named first among the next tokens, quotation marks and nouns of persons passed over."""
        scene = self.scene
        for k in range(i, min(i + reach, len(scene.tokens))):
            if scene.tokens[k].kind == "break" or scene.form(k) in (".", "،", ",", ":", "؛"):
                return []
            found = self._named(k)
            if found:
                return found
        return []
