"""Victims: people that a text counts or names only by a noun become actors of this document, so that events can target them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import msgspec

from marsad.handover import ActorMention
from marsad.lexicon.code import Counted
from marsad.lexicon.recognise.english import EnglishWords, of_a_nation
from marsad.model import Actor, ActorKind, Name, Span
from marsad.stages.code.counts import Found
from marsad.stages.code.families import PEOPLE
from marsad.stages.code.nominals import by_name
from marsad.stages.code.parties import principal
from marsad.stages.code.scene import Scene

_SHARED: Final = frozenset(["civilians", "inhabitants", "citizens"])
_CIVIL: Final = frozenset(["مدني", "مدنيون", "مدنيين"])
_PERSONS: Final = frozenset(["persons"])
_THEY: Final = frozenset(["هم", "وهم", "هما", "وهما", "وهو", "وهي", "هن", "وهن"])
_AMONG_THEM: Final = frozenset(("بين", word) for word in ("القتلي", "الجرحي", "الضحايا", "الشهداء", "المصابين"))
_CALLED: Final = frozenset(["يدعي", "تدعي", "ويدعي", "وتدعي", "المدعو", "المدعوه", "اسمه", "اسمها", "الملقب", "يلقب", "واسمه"])
_BETWEEN_NAMES: Final = frozenset(
    [
        "و",
        "كل",
        "من",
        "عام",
        "عاما",
        "عامين",
        "سنه",
        "سنوات",
        "اعوام",
        "الشهيد",
        "والشهيد",
        "الشهيده",
        "الطفل",
        "والطفل",
        "الشاب",
        "والشاب",
    ]
)
_ANAPHORS: Final = frozenset(["العناصر", "المسلحين", "المقاتلين", "الجنود", "المسلحون", "المقاتلون"])
_UNNAMED: Final = frozenset(
    ["gunmen", "terrorists", "attackers", "suicide-bombers", "extremists", "rebels", "militants", "fighters"]
)


def _befell(item: Found, noun: Counted) -> bool:
    """Whether a counted noun says whom the harm befell: people, and those displaced who were killed or held (قتل 46 نازحا)."""
    return noun.role == "victim" or noun.what == "displaced" and item.count.what != "displaced"


class Victims:
    """Actors made from counted people; ids go on from those the document already has."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.made: dict[str, tuple[str, ActorKind, list[Span]]] = {}
        self.civilians = self._civilians()  # named already, so that those who are only counted are the same
        self.counted: list[Span] = []
        taken = [int(a.id.split(":")[1]) for a in scene.attributed.actors if a.id.startswith("local:") and a.id[6:].isdigit()]
        self.next = max(taken, default=0) + 1

    def _civilians(self) -> str | None:
        for m in self.scene.recognised.actor_mentions:
            actor = self.scene.actors.get(m.entity)
            if m.form == "collective" and actor is not None and actor.kind == "population" and actor.id.startswith("local:"):
                if self.scene.page.lookup.stems(self.scene.form(m.head)) & _CIVIL:
                    return m.entity
        return None

    def gunmen_at(self, i: int) -> str | None:
        """Unnamed armed people at token `i` (مسلحون، مجهولون، إرهابيون), as an actor."""
        scene = self.scene
        for m in scene.actors_between(i, i + 1):
            if m.entity in scene.actors and scene.actors[m.entity].kind in ("armed_group", "other"):
                return m.entity
        if "gunmen" in scene.classes[i]:
            return self._add("gunmen", "armed_group", scene.tokens[i].span)
        hits = scene.lexicon.counted.at(scene.tokens, i, scene.page.lookup)
        if hits and hits[0].payload.entry.id in _UNNAMED and hits[0].payload.number != "s":
            return self._add(hits[0].payload.entry.id, "armed_group", scene.page.span(hits[0].first, hits[0].last))
        return None

    def of(
        self,
        event: str,
        found: list[Found],
        *,
        doers: Collection[str] = (),
        sentences: frozenset[int] | None = None,
        persons: bool = False,
    ) -> list[str]:
        """The targets that the counts of one event name: the combatants' side, else the people counted.

        Beside targets that syntax has found (`sentences` are then those of the event) only civilians are added, whom
        these sentences count: who else is counted is mostly one of them.
        """
        out: list[str] = []
        rest: list[Found] = []
        for item in found:
            if item.count.what not in PEOPLE or item.count.part_of is not None or item.count.low == 0:
                continue
            if sentences is not None and not self._told_here(item, sentences, struck=persons):
                continue
            if item.count.population.startswith("combatant:"):
                side = self._body(item, item.count.population.removeprefix("combatant:"), doers)
                out.extend(e for e in [side, *self._beside(item, side)] if e not in out)
            elif item.noun is not None and _befell(item, item.noun.entry) and item.noun.entry.id != "others":
                rest.append(item)
        # خمسة أشخاص says of nobody who they are: they are struck only where nobody else is named, of attacks and flight
        nobody = [i for i in rest if i.noun is not None and i.noun.entry.id in _PERSONS]
        for item in nobody:
            out.extend(e for e in self._by_name(item) if e not in out)
        without = [i for i in rest if i not in nobody]
        # the dead of a blast are annotated more often, for its doer is seldom known, and those who flee are only counted
        rest = without or rest if persons else without
        shared = [i for i in rest if i.noun is not None and i.noun.entry.id in _SHARED]
        # told again in another sentence they are the same people: مواطنة, then امرأة
        first = self.scene.sentence(rest[0].first) if rest else None
        told_once = [i for i in rest[:2] if self.scene.sentence(i.first) == first]
        # قتل طفل وجرح مدنيان: who is killed is none of the civilians who are hurt
        harms = {i.count.what for i in shared}
        aside = [i for i in rest if i not in shared and i.count.what not in harms and self.scene.sentence(i.first) == first]
        for item in [*(aside if persons else ()), *shared] if shared else told_once:
            if item.noun is None:
                continue
            known = [
                m
                for m in self.scene.actors_between(item.first - 1, item.last)
                if m.form != "nisba" and m.entity in self.scene.actors and not self.scene.form(m.first).startswith("ضحيت")
            ]
            if any(known[0].last - known[0].first == 1 and self.scene.form(known[0].first) in _ANAPHORS for _ in known[:1]):
                continue  # عدد من العناصر: whose, the event says
            if known:  # the people are an actor already; امرأة وطفلها are two
                whose = [principal(self.scene, m) for m in known[:1] + self._joined(known)]  # عنصر من كذا: the body
                out.extend(e for e in whose if e not in out)
                out.extend(e for e in self._by_name(item) if e not in out)
                continue
            entry = item.noun.entry
            key = entry.id if entry.id in _SHARED else f"{event}/{entry.id}"
            ident = self._make(key, "population" if entry.id in _SHARED or item.noun.number == "p" else "person", item)
            if ident not in out:
                out.append(ident)
            out.extend(e for e in self._by_name(item) if e not in out)
        return out

    def _beside(self, item: Found, side: str) -> list[str]:
        """قتل تسعة من مسلحي كذا وقوات كذا: the other armed body of which the number was, joined right behind the first."""
        scene = self.scene
        first = [m for m in scene.actors_between(item.first, item.last + 4) if principal(scene, m) == side and m.form != "nisba"]
        if not first:
            return []
        joined = [m for m in scene.actors_between(first[-1].last, first[-1].last + 1) if scene.form(m.first).startswith("و")]
        armed = [m for m in joined if m.entity in scene.actors and scene.actors[m.entity].kind in ("armed_forces", "armed_group")]
        return [principal(scene, m) for m in armed[:1] if m.form != "nisba"]

    def _joined(self, known: list[ActorMention]) -> list[ActorMention]:
        """Those among the mentions of one count that the first is joined to by و."""
        out: list[ActorMention] = []
        end = known[0].last
        for m in known[1:]:
            actor = self.scene.actors[m.entity]
            if m.first == end and self.scene.form(m.first).startswith("و") and actor.kind in ("person", "population"):
                out.append(m)
                end = m.last
        return out

    def _by_name(self, item: Found) -> list[str]:
        """قتل ثلاثة شبان هم: فلان وفلان، مدنيين (فلان وفلان): those counted, where their names follow."""
        scene = self.scene
        sentence = scene.sentence(item.first)
        if sentence is None or item.count.what not in ("killed", "wounded", "detained", "captured"):
            return []
        for k in range(item.last, min(item.last + 40, len(scene.tokens))):
            if (scene.form(k), scene.form(k + 1)) in _AMONG_THEM and sentence.nth <= self._sentence(k) <= sentence.nth + 1:
                names = self._behind_titles(self._past_aside(k + 2))  # ومن بين القتلى، حسب المصدر، الصحافي فلان
                if names:
                    return names
            near = k - item.last <= 2 and (scene.form(k) == "(" or scene.form(k) in _CALLED)
            if near or scene.form(k) in _THEY and sentence.nth <= self._sentence(k) <= sentence.nth + 1:
                names = self._names(k + 1)
                if names:
                    return names
        return []

    def _behind_titles(self, i: int) -> list[str]:
        """القيادي في الجماعة فلان: the persons named behind a few words that say who they are."""
        for k in range(i, min(i + 6, len(self.scene.tokens))):
            if self.scene.form(k) in ("،", ",", ".") or self.scene.tokens[k].kind == "break":
                return []
            if names := self._names(k):
                return names
        return []

    def _past_aside(self, i: int) -> int:
        """The token behind words between two commas at token `i`."""
        if self.scene.form(i) not in ("،", ","):
            return i
        return next((k + 1 for k in range(i + 1, min(i + 8, len(self.scene.tokens))) if self.scene.form(k) in ("،", ",")), i)

    def called(self, m: ActorMention | None) -> list[str]:
        """شخص يدعى فلان: the person by his name."""
        if m is None or m.form == "name" or self.scene.form(m.last) not in _CALLED:
            return []
        return self._names(m.last + 1)[:1]

    def once(self, targets: list[str], found: list[Found]) -> list[str]:
        """مقتل مدني …، وقتل القصف المدني فلانا: the targets without who is only called what he is, where one man was hurt and is named."""
        harm = [f.count for f in found if f.count.what in ("killed", "wounded") and f.count.part_of is None]
        if any(c.low is None or c.low > 1 or c.high is None for c in harm) or len({c.what for c in harm}) > 1:
            return targets
        named = [t for t in targets if self._named(t)]
        return [t for t in targets if t in named or not self._one_man(t)] if len(named) == 1 else targets

    def _named(self, entity: str) -> bool:
        return any(m.entity == entity and by_name(self.scene, m) for m in self.scene.recognised.actor_mentions)

    def _one_man(self, entity: str) -> bool:
        """Whether a target is one person of whom only what he is is said (مدني، قيادي)."""
        made = next((kind for ident, kind, _ in self.made.values() if ident == entity), None)
        told = [m for m in self.scene.recognised.actor_mentions if m.entity == entity]
        actor = self.scene.actors.get(entity)
        return (
            made == "person" or bool(told) and actor is not None and actor.kind == "person" and all(m.number == "s" for m in told)
        )

    def _sentence(self, k: int) -> int:
        sentence = self.scene.sentence(k)
        return sentence.nth if sentence is not None else -1

    def _names(self, i: int) -> list[str]:
        """The persons named one after the other from token `i` on; only commas, و, ages and such words stand between."""
        scene = self.scene
        out: list[str] = []
        k, gap = i, 0
        while k < len(scene.tokens) and gap <= 4 and scene.tokens[k].kind != "break":
            found = [m for m in scene.actors_between(k, k + 1) if by_name(scene, m)]
            if found:
                m = max(found, key=lambda x: x.last)
                if m.entity not in out:
                    out.append(m.entity)
                k, gap = m.last, 0
                continue
            form = scene.form(k)
            if form == "." or scene.word(k) and form not in _BETWEEN_NAMES:
                break
            gap += 1
            k += 1
        return out

    def nationals(self, m: ActorMention, *, persons: bool = False) -> str | None:
        """سوريين، أتراكا: people of a state are not the state; with the article only if `persons` suffer it, for الروس may be Russia."""
        actor = self.scene.actors.get(m.entity)
        if m.form != "nisba" or m.number == "s" or actor is None or actor.kind != "state":
            return None
        if self.scene.form(m.first).removeprefix("و").removeprefix("ب").startswith(("ال", "لل")):
            sound = self.scene.form(m.head).endswith(("ين", "ون"))  # اعتقال عدد من الفلسطينيين
            return self._add(f"nationals/{m.entity}", "population", m.span) if persons and sound else None
        return self._add(f"nationals/{m.first}", "population", m.span)

    def _told_here(self, item: Found, sentences: frozenset[int], *, struck: bool) -> bool:
        sentence = self.scene.sentence(item.first)
        entry = item.noun.entry if item.noun is not None else None
        civil = entry is not None and (entry.id in ("civilians", "citizens") or struck and entry.population == "civilian")
        return civil and item.count.what in ("killed", "wounded") and sentence is not None and sentence.nth in sentences

    def _body(self, item: Found, side: str, doers: Collection[str]) -> str:
        """Whom combatants are counted as: القيادي في كذا فلان is he himself and so is جندي تركي, for a state as a whole suffered nothing."""
        if item.count.low == item.count.high == 1:
            for m in self.scene.actors_between(item.first, item.last):
                known = self.scene.actors.get(m.entity)
                if known is not None and known.kind == "person" and m.form in ("name", "titled") and known.of == side:
                    return known.id
        actor = self.scene.actors.get(side)
        if actor is None or actor.kind != "state":
            told = [m for m in self.scene.actors_between(item.first - 1, item.last + 4) if m.entity == side]
            body = principal(self.scene, told[0]) if told else side  # خسرت خمسة من عناصرها: the body
            whole = body in self.scene.actors and self.scene.actors[body].kind == "state"
            return side if whole or body in doers else body  # اعتقلت خمسة من عناصرها: one does not arrest oneself
        own = [
            m
            for m in self.scene.actors_between(item.first - 1, item.last)
            if m.form == "collective" and m.entity in self.scene.actors and self.scene.actors[m.entity].of == side
        ]
        return own[0].entity if own else side

    def many(self, entity: str) -> bool:
        """Whether a target is several people."""
        return self._kind(entity) == "population"

    def places(self, entity: str) -> list[Span]:
        """Where somebody is named."""
        made = next((spans for i, _, spans in self.made.values() if i == entity), [])
        counted = self.counted if entity == self.civilians else []
        return [*made, *counted, *(m.span for m in self.scene.recognised.actor_mentions if m.entity == entity)]

    def people(self, entity: str) -> bool:
        """Whether a target is people, not a body or a state: a population or a person, made here or named."""
        return self._kind(entity) in ("population", "person")

    def _kind(self, entity: str) -> str | None:
        actor = self.scene.actors.get(entity)
        return actor.kind if actor is not None else next((k for i, k, _ in self.made.values() if i == entity), None)

    def _make(self, key: str, kind: ActorKind, item: Found) -> str:
        span = self.scene.page.span(item.first, item.last)
        if key == "civilians" and self.civilians is not None:
            self.counted.append(span)
            return self.civilians
        return self._add("civilians" if key in _SHARED else key, kind, span)

    def _add(self, key: str, kind: ActorKind, span: Span) -> str:
        known = self.made.get(key)
        if known is None:
            known = self.made[key] = (f"local:{self.next}", kind, [])
            self.next += 1
        if span not in known[2]:
            known[2].append(span)
        return known[0]

    def actors(self, known: tuple[Actor, ...], wording: EnglishWords) -> tuple[Actor, ...]:
        """The actors known before, civilians with those who are only counted, and those made, in the order they were met."""
        named = tuple(
            msgspec.structs.replace(a, mentions=tuple(sorted({*a.mentions, *self.counted}))) if a.id == self.civilians else a
            for a in known
        )
        return named + tuple(
            Actor(
                id=ident, kind=kind, name=Name(ar=text, en=of_a_nation(text, wording)), registered=False, mentions=tuple(sorted(spans))
            )
            for ident, kind, spans in self.made.values()
            for text in (self.scene.page.text(spans[0]),)
        )  # fmt: skip
