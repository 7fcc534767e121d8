"""The voices of a document: who a phrase means, a voice met before or a new one, and through which medium it speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.arabic.fold import fold_word, without_lam
from marsad.arabic.quotation import QUOTE_MARKS
from marsad.handover import ActorMention
from marsad.model import Actor, ActorKind, ChainLink, ChainRole, Considered, Name, Span
from marsad.stages.attribute.draft import Draft
from marsad.stages.attribute.openings import RELATIVE
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.subjects import THIS
from marsad.stages.attribute.wording import definite

_OWN: Final = frozenset(["مراسلنا", "وكالتنا", "موقعنا", "صحيفتنا", "قناتنا", "مراسل", "لمراسل", "لمراسلنا"])
_SAME: Final = frozenset(["نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم", "المذكور", "مذكور", "اخير", "اخيره"])
_CORRESPONDENTS: Final = frozenset(["مراسل", "مراسلو", "مراسله", "شاهد", "مندوب"])
_FIGHTING: Final = frozenset(["armed_forces", "armed_group", "coalition"])
_BODIES: Final = frozenset(["government", "armed_forces", "armed_group", "coalition", "organisation", "monitor", "media"])
# what a name without a head noun says of its bearer's part in a chain (عكاظ، موسكو)
_KIND_ROLES: Final[dict[str, tuple[ActorKind, ChainRole]]] = {
    "media": ("media", "newspaper"),
    "monitor": ("monitor", "monitor"),
    "state": ("state", "institution"),
    "government": ("government", "institution"),
    "armed_forces": ("armed_forces", "institution"),
    "armed_group": ("armed_group", "institution"),
    "coalition": ("coalition", "institution"),
    "organisation": ("organisation", "institution"),
}
# words between a document and whose it is (بيان صادر عن الوزارة، بيان أصدرته الوزارة), and who gave it out before (بيان صدر عنها)
_ISSUED: Final = frozenset(
    ["صدر", "صدرت", "صادر", "صادره", "الصادر", "الصادره", "اصدره", "اصدرته", "اصدرتها", "اصدرها", "وزعته", "وزعه", "نشره",
     "نشرته", "نشرها", "نشرتها", "اعده", "اعدته", "اعدها", "اعدتها", "اجراه", "اجرته", "اجراها", "اجرتها", "عن", "من", "له",
     "لها", "لهم"]
)  # fmt: skip
_REPORTS: Final = frozenset(["تقرير", "دراسه", "احصاييه", "استطلاع"])
_LATTER: Final = (("اخير",), ("اخيره",))
_LATTER_REACH: Final = 40
_CLOSE_TO: Final = frozenset(["مقرب", "مقربه", "مقربون", "مقربين", "قريب", "قريبه", "قريبون", "مقربان"])
_SOME: Final = frozenset(["احد", "احدي", "بعض", "جميع", "معظم", "غالبيه", "كافه"])
_BY_HIM: Final = frozenset(["عنه", "عنها", "عنهم", "منه", "منها"])
_MEDIA_HEADS: Final = ("وكالة", "صحيفة", "قناة", "موقع", "إذاعة", "راديو", "تلفزيون", "شبكة", "مجلة", "جريدة", "برنامج", "مراسل")
_MEDIA_ROLES: Final = frozenset(["agency", "newspaper", "broadcaster", "monitor"])
# What is heard in a recording need not be said by whoever spoke last: it is told as its own voice (وجاء في الشريط أن).
_RECORDINGS: Final = frozenset(["شريط", "تسجيل", "مقطع", "فيديو", "لقطات", "مشاهد"])
_FEMININE_PLURALS: Final = frozenset(["مصادر", "مصادرنا", "وسايل", "مواقع", "قوات", "فرق", "سلطات", "صفحات", "حسابات", "فصايل"])


@dataclass(slots=True, eq=False)
class Voice:
    """One speaker met so far: the actor ids (several where they speak together) and what he may be met again by."""

    actors: tuple[str, ...]
    kind: ActorKind
    role: ChainRole
    words: tuple[str, ...]
    head: str
    gender: str
    number: str
    span: Span
    relays: tuple[ChainLink, ...] = ()


@dataclass(slots=True)
class Cast:
    """All speakers of a document in the order they were met, and the actors added for them."""

    scene: Scene
    actors: list[Actor] = field(default_factory=list)
    mentions: dict[str, list[Span]] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)
    papers: dict[str, Voice] = field(default_factory=dict)
    same: dict[str, tuple[str, ...]] = field(default_factory=dict)
    added: int = 0

    def bare(self, form: str) -> str:
        """A word without و and the article."""
        if form.startswith("وال") and len(form) > 5:
            form = form[1:]
        return form[2:] if form.startswith("ال") and len(form) > 4 else form

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The bare words of a phrase."""
        out: list[str] = []
        for i in range(first, last):
            if self.scene.is_word(i) or self.scene.tokens[i].kind == "latin":
                form = self.scene.form(i)
                if i == first and form.startswith("لل"):
                    form = form[2:]
                joined = form.startswith("عبدال") and len(form) > 7
                out += ["عبد", form[5:]] if joined else [self.bare(form)]
        return tuple(out)

    def _own_words(self, first: int, last: int) -> tuple[str, ...]:
        """The bare words of a speaker's phrase, without a quantity in front, or a ل before a name met before (وفقا لبيترسن)."""
        words = self.words(first, last)
        if len(words) > 1 and words[0] in _SOME and words[1] != "من":
            return words[1:]
        if words and any(words[0] == "ل" + voice.head for voice in self.voices):
            return (words[0][1:], *words[1:])
        return words

    def head_role(self, words: tuple[str, ...]) -> tuple[ActorKind, ChainRole]:
        """Kind and role by the head noun, a person's where the lexicon knows none."""
        bare = [w.removesuffix("ا") if w not in self.scene.lexicon.speakers else w for w in words[:2]]  # 12 فصيلا
        for word in bare:
            for cut in self.scene.page.lookup.cuts(word):
                if cut.pro in ("", "ل", "و") and cut.stem in self.scene.lexicon.speakers:
                    entry = self.scene.lexicon.speakers[cut.stem]
                    return entry.kind, entry.role
        return "person", "person"

    def known_actor(self, first: int, last: int) -> str | None:
        """The actor of the mention that best stands for a phrase: one over all of it, a named person, the head, the last."""
        scene = self.scene
        inside = [m for m in scene.recognised.actor_mentions if first <= m.head < last and m.form not in ("pronoun", "nisba")]
        # الناطق باسم «أنصار الحق»: the mention of a bare spokesman may be that of another body's, met before
        inside = [m for m in inside if not (scene.form(m.last) == "باسم" and first <= m.first and m.last < last)]
        if not inside:
            return None
        while first < last and scene.is_quote_mark(first):
            first += 1
        while first < last and scene.is_quote_mark(last - 1):
            last -= 1
        whole = [m for m in inside if m.first <= first and m.last >= last]
        if whole:
            return whole[0].entity
        in_marks = scene.is_quote_mark(first - 1) and scene.is_quote_mark(last)
        if in_marks and not any(a.registered for m in inside for a in scene.recognised.actors if a.id == m.entity):
            return None  # "أمير برعام": the name is all that stands in the marks
        persons = {a.id for a in scene.recognised.actors if a.kind == "person"}
        reach = self._own_name_end(first, last)
        named = [m for m in inside if m.entity in persons and m.first < reach and not self._governed(m, first)]
        if named and self.head_role(self.words(first, last))[1] not in ("newspaper", "broadcaster"):  # صحيفة ناطقة بالإنجليزية
            return max(named, key=lambda m: (m.form in ("name", "titled"), m.last - m.first, m.first)).entity
        at_head = [m for m in inside if m.first <= first < m.last]
        kind, role = self.head_role(self.words(first, last))
        if kind == "media" and role in _MEDIA_ROLES:  # وكالة الأنباء الرسمية سانا
            known = {a.id for a in scene.recognised.actors if a.registered and a.kind == "media"}
            media = [m for m in inside if m.entity in known and not self._governed(m, first)]
            if media:
                return media[-1].entity
        if at_head:
            if (
                role in ("anonymous", "spokesperson", "official", "commander", "person")
                and at_head[0].last < last
                and at_head[0].form != "name"
                and kind != "media"
            ):
                actor = next((a for a in scene.recognised.actors if a.id == at_head[0].entity), None)
                if actor is not None and actor.kind not in ("person", "other"):
                    return None
            return max(at_head, key=lambda m: m.last).entity
        return None

    def _governed(self, mention: ActorMention, first: int) -> bool:
        """Whether a name inside a phrase hangs on a preposition, so that it is not the speaker's (مسؤول في تحالف موال للرئيس)."""
        scene = self.scene
        if mention.first == first:
            return False
        if any(
            scene.form(i).removeprefix("ال") in _CLOSE_TO and scene.form(i + 1) in ("من", "الي", "ل")
            for i in range(first, mention.first)
        ):
            return True  # مسؤول مقرب من الرئيس السوري بشار الأسد
        form = scene.form(mention.first)
        glued = (mention.span[0] > scene.tokens[mention.first].start and not form.startswith("و")) or form.startswith("لل")
        return glued or scene.form(mention.first - 1) in ("في", "من", "الي", "عن", "ل", "ب", "باسم", "مع", "لدي")

    def _own_name_end(self, first: int, last: int) -> int:
        """How far into a phrase a person's name can be the speaker's: a bare name at its head leaves other names behind its title."""
        scene = self.scene
        if (
            definite(scene, first)
            or first in scene.mentions
            or scene.form(first) in ("احد", "احدي")
            or self.head_role(self.words(first, last)[:1])[1] != "person"
        ):
            return last
        marks = (i for i in range(first + 1, last) if scene.is_comma(i))
        return next(marks, last)

    def speaker(self, first: int, last: int, draft: Draft) -> Voice:
        """The voice behind a phrase: a known actor, a voice met before, or a new local actor."""
        scene = self.scene
        first += int(scene.form(first) in (*THIS, "نص") and first + 1 < last)  # تلك المصادر، نص البيان
        end, last = last, self._before_who_he_is(first, last)
        words = self._own_words(first, last)
        kind, role = self.head_role(words)
        if last < end and role == "person":
            kind, role = self.head_role(self.words(last, end)[1:])
        span = scene.span(first, last)
        head = words[0] if words else ""
        gender, number = draft.gender, draft.number
        if draft.kind != "verb" or draft.relays or draft.rule.startswith("relay"):
            gender = gender_of(head, role)
            number = "d" if head in ("مصدرين", "مصدران", "شاهدين", "شاهدان", "مسوولين") else "s"
        second = self._second(first, last)
        same = self._same_source(words)
        if same is not None:
            return same
        if second is not None:
            left = self.speaker(first, second - 1 if scene.is_comma(second - 1) else second, draft)
            right = self.speaker(second, last, draft)
            voice = Voice((*left.actors, *right.actors), kind, role, words, head, gender, number, span)
            self.voices.append(voice)
            return voice
        known = self.known_actor(first, last)
        if words in _LATTER and definite(self.scene, first):
            known = self._latter(first) or known
            role = _KIND_ROLES.get(self.scene.actor_kind(known or "") or "", (kind, role))[1]
        if kind == "media" and known is not None and self.scene.actor_kind(known) not in ("media", "other", "person"):
            opens = scene.mentions.get(first)
            if opens is not None and opens.entity == known and opens.form == "name":
                kind, role = _KIND_ROLES.get(scene.actor_kind(known) or "", (kind, role))  # الشبكة السورية لحقوق الإنسان
            else:
                known = None  # راديو الجيش: the station, not the army
        if role == "document" and (len(words) == 1 or words[1] in _SAME) and definite(self.scene, first):
            paper = self.papers.get(head) or (None if head in _RECORDINGS else self._same_report(head) or self._last_owner())
            if paper is not None:
                return paper
        fights = role == "monitor" and scene.actor_kind(known or "") in _FIGHTING  # هيئة تحرير الشام
        if (role == "person" or fights) and known is not None:
            kind, role = _KIND_ROLES.get(self.scene.actor_kind(known) or "", (kind, role))
        through = self._medium_of(first, last, known) if head in _CORRESPONDENTS and not draft.relays else ()
        again = None if words in _LATTER else self._met_before(first, words, head, role, number=draft.number)
        if again is None and words in _LATTER:
            again = next((v for v in reversed(self.voices) if v.actors == (known,)), None)
        if again is None and head in self.scene.lexicon.edges["any_office"] and self._unmet(known, first):
            holder = self._by_office(first, last, known)
            if holder is not None:
                draft.considered.append(Considered(span=span, what="a speaker of its own", why="an office without a name"))
                return holder
        if again is not None and (
            self._unmet(known, first)
            or known in again.actors
            or (len(words) <= 2 and role in ("anonymous", "document"))
            or (kind == again.kind == "person" and self.scene.actor_kind(known or "") != "person")  # an office, held by him
            or (known is not None and self.same.get(known) == again.actors)
        ):
            if known is not None and known not in again.actors:
                self.same[known] = again.actors
            self._note(again, span)
            return again
        if role == "document" and not (len(words) == 1 and head in _RECORDINGS):
            owner = self._owner(first, last)
            if owner is not None:
                self.papers[head] = owner
                return owner
        if known is None:
            known = self._add(kind, span)
        voice = Voice((known,), kind, role, words, head, gender, number, span, through)
        self.voices.append(voice)
        if role == "document":
            self.papers[head] = voice
        return voice

    def _same_source(self, words: tuple[str, ...]) -> Voice | None:
        """Who is meant by المصدر ذاته where nobody was called a source before: whoever was heard last, a monitor as well."""
        if len(words) < 2 or words[0] not in ("مصدر", "مصادر") or not set(words[1:]) <= _SAME:
            return None
        met = any(v.head == words[0] for v in self.voices)
        return None if met or not self.voices or self.voices[-1].role == "document" else self.voices[-1]

    def _before_who_he_is(self, first: int, last: int) -> int:
        """The end of the name in front of وهو and what its bearer is (ناصر الحاسي وهو متحدث باسم القوات), or of a relative clause."""
        scene = self.scene
        clause = next((i for i in range(first + 1, last) if scene.form(i) in RELATIVE), last)
        if clause < last:  # المستشار الذي يرافق الرئيس فلان: who is named in it is somebody else
            last = clause - scene.is_comma(clause - 1)
        told = next((i for i in range(first + 1, last) if scene.form(i) in ("وهو", "وهي")), last)
        named = told + 1 in scene.mentions and scene.mentions[told + 1].form in ("name", "titled")
        return last if named else told - (told > first + 1 and scene.is_comma(told - 1))

    def _latter(self, first: int) -> str | None:
        """Who was named last before الأخير: a person in the sentence or the one before it, or a body where the verb is feminine."""
        scene, feminine = self.scene, self.scene.form(first).endswith("ه")
        for mention in sorted(scene.recognised.actor_mentions, key=lambda m: -m.first):
            if mention.first >= first or mention.form in ("pronoun", "nisba"):
                continue
            if first - mention.first > _LATTER_REACH:
                return None
            person = scene.actor_kind(mention.entity) == "person"
            if (person and mention.gender != "f") if not feminine else (mention.gender == "f" or not person):
                return mention.entity
        return None

    def wrote(self, first: int, last: int, voice: Voice) -> None:
        """Note what a speaker is said to have spoken in (قالت الوزارة في بيان), so that البيان means him later."""
        for i in range(first, last):
            if self.scene.form(i) in ("في", "عبر"):
                for cut in self.scene.page.lookup.cuts(self.scene.form(i + 1)):
                    entry = self.scene.lexicon.speakers.get(cut.stem)
                    if entry is not None and entry.role == "document":
                        self.papers[cut.stem] = voice

    def _medium_of(self, first: int, last: int, known: str | None) -> tuple[ChainLink, ...]:
        """The medium a correspondent or a witness speaks to (مراسل فرانس برس، شاهد رويترز), unless it prints the article itself."""
        medium = self.known_actor(first + 1, last) if last - first >= 2 else None
        if medium is None:
            medium = next((a.of for a in self.scene.recognised.actors if a.id == known), None)
        if medium is None or self.scene.actor_kind(medium) != "media" or self.is_outlet(first + 1, last):
            return ()
        if medium == self.scene.page.document.outlet.id:
            return ()
        _, role = self.head_role(self.words(first + 1, last))
        return (ChainLink(role=role if role in _MEDIA_ROLES else "agency", actor=medium, span=self.scene.span(first, last)),)

    def _second(self, first: int, last: int) -> int | None:
        """The token at which a second speaker begins (وسائل إعلام، وناشطون), if the phrase holds two."""
        scene = self.scene
        for i in range(first + 1, last):
            form = scene.form(i)
            if form.startswith("و") and len(form) > 3 and i + 0 < last:
                tail = form[1:]
                bare = tail[2:] if tail.startswith("ال") else tail
                if scene.is_comma(i - 1) and (tail in scene.lexicon.speakers or bare in scene.lexicon.speakers):
                    return i
                if tail in ("المصدر", "المصادر") and definite(scene, first):
                    return i  # العقيد في الشرطة والمصدر في الوزارة
                if self._beside(first, i) or self._unnamed_pair(first, tail):
                    return i
        return None

    def _beside(self, first: int, i: int) -> bool:
        """Whether و at token `i` joins a second actor of its own to the one the phrase opens with (تركيا وروسيا)."""
        scene = self.scene
        left, right = scene.mentions.get(first), scene.mentions.get(i)
        if left is None or right is None or left.last != i or right.span[0] == scene.tokens[i].start:
            return False
        kinds = {scene.actor_kind(left.entity), scene.actor_kind(right.entity)}
        named = {left.form, right.form} <= {"name", "titled"}  # الصحافي ورئيس المؤسسة is one man
        together = kinds == {"state"} or (kinds == {"person"} and named) or kinds <= _BODIES
        return left.entity != right.entity and together

    def _unnamed_pair(self, first: int, tail: str) -> bool:
        """Whether و joins two unnamed groups or people (مصادر عسكرية وسكان، مسعفون وضابط), or the press to a body (المرصد ووسائل إعلام)."""
        left = self.scene.lexicon.speakers.get(self.scene.form(first))
        right = self.scene.lexicon.speakers.get(tail)
        if right is not None and (right.kind == "media" or right.role == "anonymous") and self._body_first(first):
            return True
        if left is None or right is None:
            return False
        return left.role == right.role == "anonymous" or ("anonymous" in (left.role, right.role) and right.kind == "person")

    def _body_first(self, first: int) -> bool:
        """Whether a phrase opens with the name of a body, in marks or not."""
        scene = self.scene
        mention = scene.mentions.get(first + 1 if scene.is_quote_mark(first) else first)
        return mention is not None and scene.actor_kind(mention.entity) in _BODIES and mention.form in ("name", "institution")

    def _add(self, kind: ActorKind, span: Span) -> str:
        """A new local actor for a phrase the registry does not know."""
        self.added += 1
        ident = f"local:speaker:{self.added}"
        name = " ".join(self.scene.page.text(span).split())
        if name[:1] in QUOTE_MARKS and name[-1:] in QUOTE_MARKS and not any(c in QUOTE_MARKS for c in name[1:-1]):
            name = name[1:-1].strip()
        if name.startswith("لل") and fold_word(name.split()[0])[1:] in self.scene.lexicon.speakers:
            article = len(name.split()) > 1 and name.split()[1].startswith("ال") and name.split()[1].endswith("ية")
            name = "ا" + name if article else name[1:]  # للجنة الدولية، للجنة الإنقاذ
        elif any(name.startswith("ل" + noun) for noun in _MEDIA_HEADS):
            name = name[1:]  # لراديو الجيش
        name = without_lam(name)
        self.actors.append(Actor(id=ident, kind=kind, name=Name(ar=name), registered=False, mentions=()))
        self.mentions[ident] = [span]
        return ident

    def _note(self, voice: Voice, span: Span) -> None:
        """Add a mention to actors of our own."""
        for actor in voice.actors:
            if actor in self.mentions and span not in self.mentions[actor]:
                self.mentions[actor].append(span)

    def _met_before(self, first: int, words: tuple[str, ...], head: str, role: ChainRole, *, number: str) -> Voice | None:
        """A voice met before that a short definite phrase or a family name takes up again."""
        if not words:
            return None
        form = self.scene.form(first)
        is_definite = form.startswith(("ال", "لل")) and len(form) > 4
        for voice in reversed(self.voices):
            if words == voice.words:
                return voice
            if is_definite and head == voice.head and set(words[1:]) <= set(voice.words) | _SAME:
                return voice
            if is_definite and len(words) <= 2 and head in voice.words[:2] and set(words) <= set(voice.words) | _SAME:
                return voice
            alone = number != "p" or voice.number == "p"  # الأسرى قالوا: not whoever presides over their committee
            if voice.kind == "person" and len(words) <= 2 and role == "person" and words[-1] in voice.words[1:] and alone:
                return voice
            if voice.role == role == "person" and words == voice.words[:1] and not is_definite:
                return voice  # وقال خالد: the first name of who was named in full
        plain = len(words) == 1 or all(w.endswith(("ي", "يه")) and len(w) > 4 for w in words[1:])
        if is_definite and plain and role in _MEDIA_ROLES:  # الصحيفة البريطانية
            return next((v for v in reversed(self.voices) if v.role == role), None)
        return None

    def _unmet(self, known: str | None, first: int) -> bool:
        """Whether an actor is nobody the registry or the text before knows."""
        if known is None:
            return True
        actor = next((a for a in self.scene.recognised.actors if a.id == known), None)
        return actor is not None and not actor.registered and actor.mentions[0][0] >= self.scene.tokens[first].start

    def _by_office(self, first: int, last: int, known: str | None) -> Voice | None:
        """The last person heard, where a phrase only says that he holds some office (المسؤول العسكري الروسي)."""
        scene = self.scene
        if not all(definite(scene, i) for i in range(first, last) if scene.is_word(i)):
            return None
        voice = next((v for v in reversed(self.voices) if v.kind == "person" and len(v.actors) == 1), None)
        if voice is None or voice.number != "s" or voice.role == "anonymous":
            return None
        states = {m.entity for m in scene.recognised.actor_mentions if m.form == "nisba" and first <= m.first < last}
        states |= {a.of.split(".")[0] for a in scene.recognised.actors if a.id == known and a.of is not None}
        of = next((a.of for a in scene.recognised.actors if a.id == voice.actors[0]), None)
        return voice if not states or of is None or of.split(".")[0] in states else None

    def _owner(self, first: int, last: int) -> Voice | None:
        """Whose statement it is: the noun phrase behind the document word (بيان التحالف), else the last voice."""
        scene = self.scene
        inner = first + 1
        while inner < last and scene.form(inner) in _ISSUED:
            inner += 1
        if inner > first + 1 and (inner == last or scene.form(inner) in _BY_HIM):
            return self._last_owner()
        if inner < last:
            known = self.known_actor(inner, last)
            if known is None and not scene.form(inner).startswith(("ال", "ل")):
                words = self.words(inner, last)
                if not words or words[0] not in scene.lexicon.speakers:
                    return None
            words = self.words(inner, last)
            if not words or words[0] in _SAME:
                return self._last_owner()
            kind, role = self.head_role(words)
            met = self._met_before(inner, words, words[0], role, number="s")
            if met is not None and (known is None or known in met.actors):
                return met
            if known is None and role == "person":
                return None
            span = scene.span(inner, last)
            actor = known or self._add(kind, span)
            voice = Voice((actor,), kind, role, words, words[0], "c", "s", span)
            self.voices.append(voice)
            return voice
        return self._last_owner() if scene.form(first).startswith(("ال", "لل")) else None

    def _same_report(self, head: str) -> Voice | None:
        """Whose report was told last, where a study is called a report further on and the other way round."""
        met = [voice for word, voice in self.papers.items() if word in _REPORTS]
        return met[-1] if met and head in _REPORTS else None

    def _last_owner(self) -> Voice | None:
        """The last voice that can have a statement of its own: none that is a document itself, unless there is no other."""
        owners = [v for v in self.voices if v.role != "document"]
        return owners[-1] if owners else self.voices[-1] if self.voices else None

    def is_outlet(self, first: int, last: int) -> bool:
        """Whether a medium is the outlet of the document itself (أفاد المصدر لمراسلنا)."""
        outlet = self.scene.page.document.outlet
        if any(self.scene.form(i) in _OWN for i in range(first, min(last, first + 2))):
            return True
        known = self.known_actor(first, last)
        if known is not None and outlet.id is not None and known == outlet.id:
            return True
        title = (self.scene.page.document.title or "") + " " + ((outlet.name.ar or "") if outlet.name else "")
        tail = [self.bare(w) for w in title.split()[-6:]]
        words = self.words(first, last)
        return bool(words) and len(words[-1]) > 2 and words[-1] in tail


def gender_of(head: str, role: ChainRole) -> str:
    """The gender a head noun shows by its ending, or that broken plurals of things have."""
    if head in _FEMININE_PLURALS or (head.endswith("ه") and len(head) > 3):
        return "f"
    return "m" if role in ("spokesperson", "official", "commander", "person") else "c"
