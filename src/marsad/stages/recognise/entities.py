"""From mentions to actors: who is meant, and which mentions mean the same one.

Names are settled first, then titles, institutions and groups by the words they share with what was named; short definite
mentions (الوزارة، المرصد، التنظيم) go back to the last body of that kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from marsad.arabic.fold import fold_word
from marsad.lexicon.recognise import ActorRow, GroupUse, HeadUse, TitleUse
from marsad.model import Considered, Doubt
from marsad.stages.recognise.introduced import join_introduced
from marsad.stages.recognise.listing import Entity, with_inner
from marsad.stages.recognise.samename import SAME_NAME, close, comparable, same_person
from marsad.stages.recognise.scene import ARMED, Draft, Scene
from marsad.stages.recognise.shortnames import army_named_last, by_its_enemy, man_named_in_full, surnames_like_a_land
from marsad.stages.recognise.spots import Spot, land_of, only_country

_ALONE = "weak name alone"
# مدنيين، المدنيين، المدنيين في القرية are one population: so annotated in 45 of 56 articles that name civilians.
_CIVILIANS = "civilian"
# What a side calls another: التنظيم الإرهابي is whichever body the page has named, and no name of one.
_OF_ANY_LAND = frozenset(["الجيش", "الامن", "الشرطه", "الرسمي", "الرسميه"])  # قوات الجيش، التلفزيون الرسمي: each land has them
_EPITHETS = frozenset(("الارهابي", "المتطرف", "المتشدد", "الانفصالي"))


class Book:
    """The actors of one document."""

    def __init__(self, scene: Scene, spots: Sequence[Spot] = ()) -> None:
        self.scene = scene
        self.spots = spots
        self.entities: dict[str, Entity] = {}
        self.doubts: list[Doubt] = []
        self.considered: dict[int, tuple[Considered, ...]] = {}
        self._keys: dict[tuple[str, ...], Entity] = {}
        self._serial = 0
        self.country = ""
        self.land = land_of(scene, spots)
        self.own_army: set[str] = set()  # first words of the forces named in full of the land where most places lie
        self.in_full: set[str] = set()  # registered persons named by more than a surname
        self.surnames: set[str] = set()  # of persons named in full whom the registry does not know

    # settle

    def settle(self, drafts: list[Draft]) -> list[Draft]:
        """Give every mention its entity; mentions that cannot be an actor's are left out. Text order is kept."""
        surnames_like_a_land(self.scene, drafts)
        every = [d for draft in drafts for d in with_inner(draft)]
        named = {d.ids[0] for d in every if len(d.ids) == 1 and not d.weak}
        self.in_full = {d.ids[0] for d in every if d.kind == "person" and len(d.ids) == 1 and d.name and " " in d.name}
        armies = [self.scene.lex.actors.get(i) for i in sorted(named)]
        home = [row for row in armies if row is not None and row.kind == "armed_forces" and self._state(row) == self.land]
        self.own_army = {fold_word(row.ar.split()[0]).removeprefix("ال") for row in home}
        self.surnames = {d.name.split()[-1] for d in every if d.kind == "person" and not d.ids and d.name and " " in d.name}
        self.country = self._main_country(every)
        for draft in every:
            if draft.ids:
                self._registered(draft, named)
        persons = [d for d in every if not d.entity and d.kind == "person" and d.name]
        for draft in persons:
            if " " in (draft.name or "") and draft.rule != _ALONE:
                self._person(draft)
        for draft in persons:
            if not draft.entity:
                self._person(draft)
        for draft in every:
            if not draft.entity and not draft.short and not draft.name and draft.form != "pronoun":
                self._described(draft)
        settled = {id(d) for d in every if self._finish(d)}
        join_introduced(self.entities)
        kept = [d for d in drafts if id(d) in settled]
        kept.sort(key=lambda d: (d.first, -d.last))
        return kept

    def _main_country(self, every: Iterable[Draft]) -> str:
        """The state that most names and nisbas of the page belong to; first named wins a tie."""
        tally: Counter[str] = Counter()
        for draft in every:
            if draft.ids and not draft.weak:
                state = self._state(self.scene.lex.actors.get(draft.ids[0]))
                if state:
                    tally[state] += 1
        return max(tally, key=lambda s: tally[s]) if tally else ""

    def _registered(self, draft: Draft, named: set[str]) -> None:
        draft.ids = man_named_in_full(self.scene, draft, self.in_full) or draft.ids
        rows = [self.scene.lex.actors[i] for i in draft.ids if i in self.scene.lex.actors]
        teller = self._teller(draft) if draft.weak else None
        known = teller or (self._of_that_head(draft) if draft.weak else None)
        if known is None and draft.weak:
            known = army_named_last(self.scene, draft, self.entities.values(), draft.ids)
        if known is not None:
            rule = "short name of who tells of its deed" if teller is not None else "short name of the last body of its kind"
            draft.ids, draft.rule = (known.id,) if known.row is not None else (), rule
            self._join(draft, known)
            return
        if draft.weak:
            rows = self._supported(draft, rows, named)
        if not rows:
            draft.ids = ()
            if draft.form == "name":
                self._common_noun(draft)
            return
        if len(rows) > 1:
            rows = self._choose(draft, rows, named)
        row = rows[0]
        entity = self.entities.get(row.id)
        if entity is None:
            entity = self.entities[row.id] = Entity(row.id, row.kind, row)
        self._join(draft, entity)

    def _teller(self, draft: Draft) -> Entity | None:
        """The body named in full in the sentence that a weak name takes up as its teller (جيش العزة، بحسب ما أعلن الجيش)."""
        scene = self.scene
        if draft.last != draft.first + 1 or scene.word(draft.first - 2) not in ("ما", "كما", "حسبما", "وفقما"):
            return None
        if not scene.says(draft.first - 1):
            return None
        best: tuple[int, Entity] | None = None
        head, here = self._surface(draft)[:1], scene.sentence(draft.first)
        for entity in self.entities.values():
            for d in entity.drafts:
                near = d.first < draft.first and scene.sentence(d.first) == here and d.last - d.first > 1
                if near and self._surface(d)[:1] == head and (best is None or d.first > best[0]):
                    best = d.first, entity
        return best[1] if best is not None else None

    def _of_that_head(self, draft: Draft) -> Entity | None:
        """The body named last under the head of a weak name that only adds an adjective to it (منظمة العفو، then المنظمة الدولية)."""
        surface = self._surface(draft)
        if draft.form != "name" or len(surface) < 2 or not all(w.endswith(("ي", "يه")) for w in surface[1:]):
            return None
        if any(self.scene.listed("relation-adjective", k) for k in range(draft.first + 1, draft.last)):
            return None  # القوات الموالية للشرعية
        bearers = [d for i in draft.ids if i in self.entities for d in self.entities[i].drafts]
        if any(self._surface(d)[: len(surface)] == surface and d.first < draft.first for d in bearers):
            return None  # القوات الحكومية السورية، ثم القوات الحكومية
        best: tuple[bool, int, Entity] | None = None
        for entity in self.entities.values():
            if entity.kind != draft.kind and {entity.kind, draft.kind} <= ARMED:
                continue  # الجيش الحر، ثم الجيش النظامي
            for d in entity.drafts:
                words = self._surface(d)
                named = (words[:1] == surface[:1] and words != surface) or self._head_before(d) == surface[0]
                rank = _holds(words, surface), d.first  # حزب الشعب الجمهوري، ثم الحزب الجمهوري
                if named and d.first < draft.first and d.last - d.first > 1 and (best is None or rank > best[:2]):
                    best = *rank, entity
        return best[2] if best is not None else None

    def _head_before(self, draft: Draft) -> str:
        """The word in front of a name, over an opening mark (منظمة "هيومن رايتس ووتش")."""
        return self.scene.word(draft.first - 1) or self.scene.word(draft.first - 2)

    def _supported(self, draft: Draft, rows: list[ActorRow], named: set[str]) -> list[ActorRow]:
        """The bearers of a weak name that something else on the page speaks for: the full name, a title, the country, quotes."""
        sure = [r for r in rows if r.id in named] or by_its_enemy(self.scene, draft, rows, named, self.land)
        if sure:
            return sure
        if self._another_named(draft):
            return []
        if draft.form == "titled":
            return self._in_office(draft, rows)
        if len(rows) == 1 and (self.scene.quoted(draft.first, draft.last) or self._one_bearer(draft, rows[0])):
            return rows
        rows = [r for r in rows if r.kind != "government" or not self._governs_elsewhere(draft, r)]
        home = [r for r in rows if r.kind in ("government", "armed_forces", "armed_group", "organisation") and self._at_home(r)]
        if home:
            return home
        if (
            len(rows) == 1
            and self._says_more(draft)
            and rows[0].kind != "person"
            and not self._abroad(rows[0])
            and not self.scene.known_place(draft.first)
        ):
            span = self.scene.page.span(draft.first, draft.last)
            self.doubts.append(Doubt(stage="recognise", span=span, about=f"{rows[0].id} by a short name alone"))
            return rows
        return []

    def _says_more(self, draft: Draft) -> bool:
        """Whether a weak name has a second word that is neither an adjective of origin nor one of abuse (الجبهة الثورية)."""
        end = draft.last
        if self.scene.word(end - 1) in _OF_ANY_LAND:
            return False
        while end > draft.first and (self.scene.nisba(end - 1) is not None or self.scene.word(end - 1) in _EPITHETS):
            end -= 1
        return end - draft.first > 1

    def _another_named(self, draft: Draft) -> bool:
        """Whether one word may be short for another body that the page names in full: الجيش beside الجيش اللبناني, in Lebanon."""
        return draft.last == draft.first + 1 and draft.kind == "armed_forces" and self._surface(draft)[0] in self.own_army

    def _one_bearer(self, draft: Draft, row: ActorRow) -> bool:
        """Whether a surname has one bearer in the news (لافروف، نتنياهو), and the page names no other person by it."""
        name = (draft.name or "").removeprefix(draft.cut.pro)  # أردوغان وبوتين
        if row.kind != "person" or name not in self.scene.lists.get("surname-of-one", ()):
            return False
        return name not in self.surnames and not self.scene.given(draft.first - 1)

    def _governs_elsewhere(self, draft: Draft, row: ActorRow) -> bool:
        """Whether the sentence of a government's short name speaks of another land only: الحكومة المركزية beside أربيل."""
        state, here = row.id.split(".")[0], self.scene.sentence(draft.first)
        if state not in self.scene.lex.states:
            return False
        lands = {land for s in self.spots if self.scene.sentence(s.first) == here and (land := only_country(self.scene, s))}
        return bool(lands) and state not in lands and state != self.country

    def _in_office(self, draft: Draft, rows: list[ActorRow]) -> list[ActorRow]:
        """Those of a surname's bearers that the title before it fits: by the state it gives, or a public office."""
        of = draft.of.ids[0].split(".")[0] if draft.of and draft.of.ids else ""
        if of:
            return [r for r in rows if r.id.split(".")[0] == of]
        if draft.key not in self.scene.lists.get("public-office", ()):
            return []
        return [r for r in rows if self._at_home(r)] or (rows if len(rows) == 1 else [])

    def _common_noun(self, draft: Draft) -> None:
        """A weak name that no full one supports is read as the common noun it is (الجيش), or as nothing (المدن)."""
        draft.rule = _ALONE
        for hit in self.scene.hits(draft.first):
            use = hit.payload
            if isinstance(use, HeadUse) and (self.scene.has_article(hit) or draft.last > draft.first + 1):
                draft.form, draft.key, draft.kind, draft.definite = "institution", use.id, use.kind, self.scene.has_article(hit)
                draft.words = (use.id, *self._surface(draft)[1:])
                draft.short, draft.rule, draft.name = len(draft.words) == 1, "institution", None
                draft.entry = f"recognise/institutions.yml#{use.id}"
                return
            if isinstance(use, TitleUse) and self.scene.has_article(hit) and draft.last == hit.last:
                draft.form, draft.key, draft.words, draft.kind = "title", use.id, (use.id,), "person"
                draft.short, draft.rule, draft.name, draft.definite = True, "title", None, True
                draft.entry = f"recognise/titles.yml#{use.id}"
                return
            if isinstance(use, GroupUse) and draft.last == hit.last:
                draft.form, draft.key, draft.words, draft.kind = "collective", use.id, (use.id,), use.kind
                draft.short, draft.rule, draft.name, draft.definite = True, "collective", None, self.scene.has_article(hit)
                draft.number, draft.entry = use.number, f"recognise/collectives.yml#{use.id}"
                return
        if draft.last - draft.first > 1 and draft.kind not in ("person", "media"):
            draft.form, draft.rule, draft.words = "institution", "institution of unknown country", tuple(self._surface(draft))
            span = self.scene.page.span(draft.first, draft.last)
            self.doubts.append(Doubt(stage="recognise", span=span, about="a body by a name that several share"))

    def _abroad(self, row: ActorRow) -> bool:
        """Whether a body belongs to another state than the page's (القوات المسلحة is not Syria's in a report on Egypt)."""
        state, page = self._state(row), self.country or self.land
        return bool(page) and bool(state) and state != page

    def _at_home(self, row: ActorRow) -> bool:
        """Whether a body is of the page's country: the one most of its names are of, else the one most of its places lie in."""
        page = self.country or self.land
        return bool(page) and page in (self._state(row), self._state(self.scene.lex.actors.get(row.of) if row.of else None))

    def _state(self, row: ActorRow | None) -> str:
        """The state that a body belongs to, by its id or that of what it is a part of (حكومة الوفاق, of Libya); "" for none."""
        for _ in range(4):
            if row is None:
                return ""
            state = row.id.split(".")[0]
            if state in self.scene.lex.states:
                return state
            if row.kind == "organisation" and (named := self.scene.lex.lands.get(row.ar.split()[-1])):
                return named  # بعثة الأمم المتحدة للدعم في ليبيا
            above = self.scene.lex.actors.get(row.of) if row.of else None
            of_a_state = row.kind in ("government", "armed_forces") or (above is not None and above.kind == "government")
            row = above if of_a_state else None
        return ""

    def _choose(self, draft: Draft, rows: list[ActorRow], named: set[str]) -> list[ActorRow]:
        """Of several bearers of a spelling: one named in full, else one of the page's country or of the nisba beside it."""
        of = draft.of.ids[0] if draft.of and draft.of.ids else None
        ranked = sorted(
            rows,
            key=lambda r: (r.id not in named, of is None or r.id.split(".")[0] != of.split(".")[0], not self._at_home(r)),
        )
        best = ranked[0]
        if best.id not in named and not self._at_home(best) and of is None:
            span = self.scene.page.span(draft.first, draft.last)
            others = ", ".join(r.id for r in ranked[1:4])
            self.doubts.append(Doubt(stage="recognise", span=span, about=f"{best.id} or {others}: one spelling, several actors"))
        self.considered[id(draft)] = tuple(
            Considered(span=None, what=r.id, why="same spelling, less in context") for r in ranked[1:4]
        )
        return [best]

    def _join(self, draft: Draft, entity: Entity) -> None:
        draft.entity = entity.id
        entity.drafts.append(draft)
        if draft.name and draft.name not in entity.names:
            entity.names.append(draft.name)
        entity.words.update(draft.words)
        if entity.of is None and draft.of is not None and draft.of.entity and draft.of.entity != entity.id:
            entity.of = draft.of.entity

    def _new(self, draft: Draft) -> Entity:
        self._serial += 1
        entity = Entity(f"draft:{self._serial}", draft.kind, None)
        self.entities[entity.id] = entity
        self._join(draft, entity)
        return entity

    # persons

    def _person(self, draft: Draft) -> None:
        name = draft.name or ""
        for entity in self.entities.values():
            if entity.kind == "person" and any(
                same_person(name, other, self.scene.lex.arabic) for other in comparable(entity.names, entity.row, name)
            ):
                self._join(draft, entity)
                return
        if " " in name and draft.rule != _ALONE and self.scene.lex.people:
            found = process.extractOne(name, [n for n, _ in self.scene.lex.people], scorer=fuzz.ratio, score_cutoff=SAME_NAME)
            if found is not None and close(name, found[0], self.scene.lex.arabic):
                row = self.scene.lex.actors[self.scene.lex.people[found[2]][1]]
                entity = self.entities.get(row.id) or Entity(row.id, row.kind, row)
                self.entities[row.id] = entity
                draft.rule = "registered name, spelled otherwise"
                self._join(draft, entity)
                return
        if draft.rule != _ALONE:
            self._new(draft)

    # titles, institutions, groups

    def _described(self, draft: Draft) -> None:
        key = self._key(draft)
        entity = self._keys.get(key)
        if entity is None and draft.kind == "person" and draft.definite:
            entity = self._titled_before(draft)
        if entity is None and draft.form == "institution" and draft.definite:
            entity = self._named_like(draft)
            extra = draft.words[1:]
            if (
                entity is None
                and draft.of is None
                and self.scene.definite(draft.head)
                and not any(w.endswith(("ي", "يه")) for w in extra)
                and draft.key in self.scene.lists.get("known-by-head", ())
            ):
                entity = self._nearest([e for e in self.entities.values() if e.row and self._headed(e, draft)], draft)
        if entity is None:
            entity = self._new(draft)
        else:
            self._join(draft, entity)
        self._keys[key] = entity

    def _key(self, draft: Draft) -> tuple[str, ...]:
        of = draft.of.entity or (draft.of.ids[0] if draft.of.ids else "") if draft.of else ""
        if draft.form == "collective" and draft.key == _CIVILIANS and not of:
            return (_CIVILIANS,)
        return (draft.form, "many" if draft.form == "title" and draft.number == "p" else "", *sorted(set(draft.words)), of)

    def _titled_before(self, draft: Draft) -> Entity | None:
        """The named person whose title holds every word of this one (وزير الخارجية for وزير الخارجية الروسي لافروف)."""
        of = draft.of.entity if draft.of else ""
        fitting = [
            e
            for e in self.entities.values()
            if e.kind == "person"
            and e.names
            and draft.number == "s"
            and set(draft.words) <= e.words
            and (not of or of == e.of or self._under(e.of, of))
        ]
        return self._nearest(fitting, draft)

    def _under(self, of: str | None, whole: str) -> bool:
        """Whether one body is the other or belongs to the same state."""
        return bool(of) and of is not None and of.split(".")[0] == whole.split(".", maxsplit=1)[0]

    def _named_like(self, draft: Draft) -> Entity | None:
        """The body whose registered or full name holds the words of this one (وزارة الدفاع for وزارة الدفاع الروسية)."""
        wanted = [w for w in self._surface(draft) if "ال" + w not in _EPITHETS]
        of = draft.of.ids[0].split(".")[0] if draft.of and draft.of.ids else ""
        fitting = []
        for entity in self.entities.values():
            if entity.kind in ("person", "population", "state"):
                continue
            state = entity.id.split(".")[0]
            if of and entity.row is not None and state in self.scene.lex.states and state != of:
                continue
            if any(_holds(self._surface(d), wanted) for d in entity.drafts if d is not draft and d.last - d.first > 1):
                fitting.append(entity)
        return self._nearest(fitting, draft)

    def _headed(self, entity: Entity, draft: Draft) -> bool:
        """Whether a registered body is mentioned under the head of a description (النظام for النظام المتعنت)."""
        return any(d is not draft and self._surface(d)[:1] == self._surface(draft)[:1] for d in entity.drafts)

    def _surface(self, draft: Draft) -> list[str]:
        """The folded words of a mention without proclitics and article."""
        out = []
        for k in range(draft.first, draft.last):
            form = self.scene.tokens[k].form
            if self.scene.tokens[k].kind not in ("word", "latin", "number"):
                continue
            if k == draft.first:
                form = draft.cut.stem or form
            out.append(form.removeprefix("ال"))
        return out

    def _nearest(self, fitting: list[Entity], draft: Draft) -> Entity | None:
        """The one mentioned last before a mention, else the one mentioned first after it."""
        best: tuple[tuple[int, int], Entity] | None = None
        for entity in fitting:
            before = [d.first for d in entity.drafts if d.first < draft.first]
            rank = (0, draft.first - max(before)) if before else (1, min(d.first for d in entity.drafts) - draft.first)
            if best is None or rank < best[0]:
                best = (rank, entity)
        return best[1] if best else None

    def _finish(self, draft: Draft) -> bool:
        """Settle a short mention by what was named before it; False where it names nobody."""
        if draft.entity:
            return True
        if draft.form == "pronoun":
            return self._his_country(draft) if draft.kind == "state" else self._latter(draft)
        return draft.rule != _ALONE and self._short(draft)

    def _short(self, draft: Draft) -> bool:
        """الوزارة، المرصد، المتحدث، المدنيون: the last of its kind named before; else an actor of its own, if it can be one."""
        entity: Entity | None = None
        if draft.definite:
            if draft.kind == "person":
                entity = self._titled_before(draft)
            elif draft.form in ("institution", "name"):
                entity = self._named_like(draft)
            else:
                entity = self._group_before(draft)
        if entity is None:
            entity = self._keys.get(self._key(draft))
        if entity is not None:
            self._join(draft, entity)
            self._keys.setdefault(self._key(draft), entity)
            return True
        self._keys[self._key(draft)] = self._new(draft)
        return True

    def _his_country(self, draft: Draft) -> bool:
        """بلاده: the state of whom the sentence speaks of first, else of the office holder named last before."""
        here = self.scene.sentence(draft.first)
        named = [
            (d.first, state, entity.kind, self.scene.sentence(d.first) == here)
            for entity in self.entities.values()
            if (state := (entity.of or entity.id).split(".")[0]) in self.scene.lex.states
            for d in entity.drafts
            if d.first < draft.first
        ]
        # the agency that a speaker speaks to (في تصريح إلى الوكالة السورية) stands behind him
        found = min((n for n in named if n[3] and n[2] not in ("media", "monitor")), default=None)
        found = found or max((n for n in named if n[2] == "person"), default=None)
        if found is None:
            return False
        row = self.scene.lex.actors[found[1]]
        entity = self.entities.setdefault(row.id, Entity(row.id, row.kind, row))
        self._join(draft, entity)
        return True

    def _latter(self, draft: Draft) -> bool:
        """الأخير، الأخيرة: the actor of that gender mentioned last before, in this sentence or the one before."""
        here = self.scene.sentence(draft.first)
        best: Draft | None = None
        for entity in self.entities.values():
            for d in entity.drafts:
                close = d.last <= draft.first and here - self.scene.sentence(d.first) <= 1 and d.form not in ("nisba", "pronoun")
                agrees = d.number != "d" and d.gender in (draft.gender, "c")
                if close and agrees and d.kind != "population" and (best is None or d.first > best.first):
                    best = d
        if best is None:
            return False
        self._join(draft, self.entities[best.entity])
        return True

    def _group_before(self, draft: Draft) -> Entity | None:
        fitting = [
            e
            for e in self.entities.values()
            if any(d.key == draft.key and d.form == draft.form and d.first < draft.first for d in e.drafts)
        ]
        return self._nearest(fitting, draft)


def _holds(full: list[str], wanted: list[str]) -> bool:
    """Whether a name begins with the head of a shorter one and holds its other words in order."""
    if not wanted or not full or full[0] != wanted[0] or len(full) < len(wanted):
        return False
    rest = iter(full)
    return all(any(w == x for x in rest) for w in wanted)
