"""Chains of voices: from the outlet over agencies and papers to the speaker, every one of them an actor of the reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from marsad.model import Actor, ActorKind, ChainLink, ChainRole, Considered, Name, Span
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.scene import Scene

_GENERIC: Final = 3
_OUTLET_WORDS: Final = frozenset(["مراسلنا", "مصادرنا", "وكالتنا", "مراسلونا", "صحيفتنا", "موقعنا"])


@dataclass(slots=True)
class Voice:
    """One speaker met so far: the actor id and what later mentions may be recognised by."""

    actor: str
    kind: ActorKind
    role: ChainRole
    words: tuple[str, ...]
    head: str
    gender: str
    number: str
    span: Span
    relays: tuple[tuple[str, ChainRole, Span], ...] = ()


@dataclass(slots=True)
class Cast:
    """All speakers of a document in the order they were met, and the actors added for them."""

    scene: Scene
    actors: list[Actor] = field(default_factory=list)
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)
    added: int = 0

    def bare(self, form: str) -> str:
        """A word without و and the article."""
        if form.startswith("و") and len(form) > 4 and form[1:3] == "ال":
            form = form[1:]
        return form[2:] if form.startswith("ال") and len(form) > 4 else form

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The bare words of a phrase."""
        out = []
        for i in range(first, last):
            if self.scene.is_word(i) or self.scene.tokens[i].kind == "latin":
                form = self.scene.form(i)
                if i == first and form.startswith("لل"):
                    form = form[2:]
                out.append(self.bare(form))
        return tuple(out)

    def head_role(self, words: tuple[str, ...]) -> tuple[ActorKind, ChainRole]:
        """Kind and role by the head noun, a person's where the lexicon knows none."""
        for word in words[:2]:
            for cut in self.scene.page.lookup.cuts(word):
                if cut.pro in ("", "ل", "و") and cut.stem in self.scene.lexicon.speakers:
                    entry = self.scene.lexicon.speakers[cut.stem]
                    return entry.kind, entry.role
        return "person", "person"

    def known_actor(self, first: int, last: int) -> tuple[str, ChainRole] | None:
        """The actor of the mention that best stands for a phrase: the one over its head, else its last name."""
        inside = [m for m in self.scene.recognised.actor_mentions if m.first < last and m.last > first and m.form not in ("pronoun", "nisba")]
        if not inside:
            return None
        span = self.scene.span(first, last)
        whole = [m for m in inside if m.first <= first and m.last >= last]
        at_head = [m for m in inside if m.first <= first + (1 if self.scene.is_quote_mark(first) else 0) < m.last]
        persons = {a.id for a in self.scene.recognised.actors if a.kind == "person"}
        named = [m for m in inside if m.entity in persons and m.form in ("name", "titled")]
        chosen = whole[0] if whole else named[-1] if named else at_head[0] if at_head else None
        if chosen is None:
            return None
        _ = span
        words = self.words(first, last)
        return chosen.entity, self.head_role(words)[1]

    def speaker(self, first: int, last: int, draft: Draft) -> Voice:
        """The voice behind a phrase: a known actor, a voice met before, or a new local actor."""
        words = self.words(first, last)
        kind, role = self.head_role(words)
        span = self.scene.span(first, last)
        head = words[0] if words else ""
        again = self._met_before(first, last, words, head, role)
        known = self.known_actor(first, last)
        if again is not None and (known is None or known[0] == again.actor or len(words) <= 2 and role in ("anonymous", "document")):
            self.note(again.actor, span)
            return again
        if role == "document":
            owner = self._owner(first, last, draft)
            if owner is not None:
                return owner
        if known is not None:
            voice = Voice(known[0], kind, role, words, head, draft.gender, draft.number, span)
            self.voices.append(voice)
            return voice
        self.added += 1
        ident = f"local:speaker:{self.added}"
        name = self.scene.page.text(span).replace("\n", " ")
        self.actors.append(Actor(id=ident, kind=kind, name=Name(ar=name), registered=False, mentions=()))
        self.mentions[ident] = [span]
        voice = Voice(ident, kind, role, words, head, draft.gender, draft.number, span)
        self.voices.append(voice)
        return voice

    def note(self, actor: str, span: Span) -> None:
        """Add a mention to an actor of our own."""
        if actor in self.mentions and span not in self.mentions[actor]:
            self.mentions[actor].append(span)

    def _met_before(self, first: int, last: int, words: tuple[str, ...], head: str, role: ChainRole) -> Voice | None:
        """A voice met before that a short definite phrase or a family name takes up again."""
        if not words:
            return None
        form = self.scene.form(first)
        is_definite = form.startswith(("ال", "لل")) and len(form) > 4
        for voice in reversed(self.voices):
            if words == voice.words:
                return voice
            if is_definite and head == voice.head and set(words[1:]) <= set(voice.words) | {"نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم"}:
                return voice
            if is_definite and len(words) <= 2 and head in voice.words[:2] and set(words) <= set(voice.words):
                return voice
            if voice.kind == "person" and len(words) <= 2 and role == "person" and words[-1] in voice.words[1:]:
                return voice
        if is_definite and len(words) <= 2:
            same_role = [v for v in reversed(self.voices) if v.role == role and role in ("monitor", "agency", "newspaper")]
            if same_role and role != "person" and len(words) == 1:
                return same_role[0]
        return None

    def _owner(self, first: int, last: int, draft: Draft) -> Voice | None:
        """Whose statement it is: the noun phrase behind the document word (بيان التحالف), else the last voice."""
        scene = self.scene
        if last - first >= 2:
            inner = first + 1
            form = scene.form(inner)
            span_known = self.known_actor(inner, last)
            if span_known is not None or form.startswith(("ال", "ل")) :
                words = self.words(inner, last)
                kind, role = self.head_role(words)
                met = self._met_before(inner, last, words, words[0] if words else "", role)
                if met is not None:
                    return met
                if span_known is not None:
                    voice = Voice(span_known[0], kind, role, words, words[0] if words else "", draft.gender, draft.number, scene.span(inner, last))
                    self.voices.append(voice)
                    return voice
            return None
        form = scene.form(first)
        if form.startswith("ال") and self.voices:
            return self.voices[-1]
        return None

    def last_voice(self, draft: Draft, salient: Sequence[Voice]) -> Voice | None:
        """Who goes on speaking where the subject is only in the verb: the last voice that agrees with it."""
        pool = [v for v in reversed(list(salient))] or []
        for voice in pool:
            if _fits(draft, voice):
                for other in pool:
                    if other is voice:
                        break
                    draft.considered.append(Considered(span=other.span, what="speaker of a verb without one", why="does not agree with the verb"))
                return voice
        return pool[0] if pool else None


def _fits(draft: Draft, voice: Voice) -> bool:
    if draft.kind != "verb" or draft.gender == "c":
        return True
    gender = voice.gender
    if gender in ("c", ""):
        return True
    if draft.number == "p":
        return voice.number == "p" or voice.role in ("anonymous", "institution", "force")  # type: ignore[comparison-overlap]
    return gender == draft.gender


def link(voice: Voice, span: Span | None) -> ChainLink:
    """One link of a chain."""
    return ChainLink(role=voice.role, actor=voice.actor, span=span)
