"""Noun phrases that name actors: registered names, institutions, collectives, nisbas, and (in `people`) persons.

A phrase is taken as long as its own words allow: the whole of الممثل الخاص للرئيس الروسي إلى سورية is one mention.
"""

from __future__ import annotations

from marsad.arabic.inflection import Gender, Number
from marsad.arabic.phrases import Hit
from marsad.lexicon.recognise import GroupUse, HeadUse, Naming, NisbaUse, TitleUse, Use
from marsad.model import ActorKind
from marsad.stages.recognise.extents import front_line, name_of_a_unit, purpose, quoted_whole, secret, with_its_second
from marsad.stages.recognise.groups import describes, group
from marsad.stages.recognise.names import his_line, proper, verbal_noun
from marsad.stages.recognise.people import not_held, title, trailing_title, untitled
from marsad.stages.recognise.scene import CLOSING, OPENING, PREFIXES, Draft, Scene

_MOST_ADJECTIVES = 5
# Heads behind which an unknown word may be the name; تنظيم انتقال and حركة نزوح are no names
_BEFORE_A_NAME = frozenset(("agency", "newspaper", "broadcaster", "brigade", "militia", "faction", "hospital"))
# Firms, clubs and the like have a name there, or what they deal in.
_BEFORE_A_NAME_OR_MATTER = frozenset(("company", "university", "club", "party", "banks-money"))
_HIS_COUNTRY = frozenset(("بلاده", "بلادها", "بلادهم"))


class Finder:
    """Finds the mention that begins at a token."""

    __slots__ = ("_depth", "inside", "scene")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._depth = 0
        self.inside = 0  # how many titles the phrase being read is a complement of

    def at(self, i: int) -> Draft | None:
        """The longest mention that begins at token `i`; a registered name wins over an equally long common phrase."""
        scene = self.scene
        if i >= scene.size or scene.tokens[i].kind not in ("word", "latin"):
            return None
        hits = scene.hits(i)
        if not hits:
            return untitled(self, i)
        best: Draft | None = None
        if self._depth < 4:
            self._depth += 1
            for kind in (Naming, TitleUse, HeadUse, GroupUse, NisbaUse):
                hit = next((h for h in hits if isinstance(h.payload, kind)), None)
                if hit is None:
                    continue
                draft = self._read(i, hit)
                if draft is not None and (best is None or (draft.last > best.last and not self._only_adds_where(best, kind))):
                    best = draft
            self._depth -= 1
        short = best is not None and best.form == "name" and best.weak and best.kind == "person"
        if best is None or short or (best.form == "nisba" and best.last == i + 1):
            person = untitled(self, i)
            if person is not None and (best is None or not short or person.last > best.last):
                best = person  # عبد السلام جمعة is not the registered bearer of the short name عبد السلام
        return best

    def _only_adds_where(self, known: Draft, kind: type[Use]) -> bool:
        """Whether a longer common phrase only adds where to a registered name: حزب العمال الكردستاني في شمال العراق is no party of workers there."""
        sure = known.form == "name" and not known.weak and known.last > known.first + 1
        return sure and kind in (HeadUse, GroupUse) and self.scene.word(known.last) in ("في", "داخل")

    def body_at(self, i: int) -> Draft | None:
        """A body (institution, registered name, group) that begins at token `i`: what a title is an office of."""
        draft = self.at(i)
        if draft is None or draft.form == "nisba" or draft.kind == "state" and draft.last == i + 1 and draft.weak:
            return None
        if draft.form == "name" and draft.kind == "person" and not draft.ids and self.scene.places_at(i):
            return None  # محافظ صلاح الدين
        return draft

    def _state_at(self, i: int) -> bool:
        """Whether a state is named at token `i`: in no genitive of a noun with its article."""
        lex = self.scene.lex
        return any(isinstance(h.payload, Naming) and lex.actors[h.payload.actor].kind == "state" for h in self.scene.hits(i))

    def _read(self, i: int, hit: Hit[Use]) -> Draft | None:
        use = hit.payload
        if isinstance(use, Naming):
            return self._name(i, hit)
        if isinstance(use, TitleUse):
            if (
                hit.last < self.scene.size
                and self.scene.tokens[hit.last].kind == "number"
                and self.scene.word(i).endswith("لواء")
            ):
                return None  # اللواء 22
            if hit.last == i + 1 and self.scene.word(i).endswith("ي") and describes(self.scene, i, hit):
                return None  # مؤتمر صحفي
            if not_held(self.scene, i, hit):
                return None
            return title(self, i, hit, use)
        if isinstance(use, HeadUse):
            return self._institution(i, hit, use)
        if isinstance(use, GroupUse):
            return group(self, i, hit, use)
        if hit.cut.pro not in ("", "ال", "و", "وال", "ب", "ل", "بال", "لال"):
            return None
        return Draft(
            i, hit.last, i, "nisba", "state", use.gender, use.number, hit.cut, ids=(use.actor,),
            definite=hit.cut.definite, entry=f"recognise/nisba.csv#{use.actor}", rule="nisba",
        )  # fmt: skip

    # registered names

    def _name(self, i: int, hit: Hit[Use]) -> Draft | None:
        scene, actors = self.scene, self.scene.lex.actors
        same = [h.payload for h in scene.hits(i) if h.last == hit.last and h.cut == hit.cut and isinstance(h.payload, Naming)]
        strong = [u for u in same if not u.weak] or same
        use = strong[0]
        row = actors[use.actor]
        office = row.kind != "person" and any(isinstance(h.payload, TitleUse) and h.last == hit.last for h in scene.hits(i))
        if use.weak and office:
            return None  # الأمين العام is whoever holds the office
        if use.weak and self._narrowed(hit.last, use.actor) and (hit.last == i + 1 or scene.nisba(hit.last) is not None):
            return None  # النظام الدولي is not the النظام that the registry means, طيران الجيش السوداني is not the Iraqi one
        head = scene.first_of(i, HeadUse)
        gender, number = self._agreement(i, head, row.kind)
        draft = Draft(
            i, hit.last, i, "name", row.kind, gender, number, hit.cut, ids=tuple(dict.fromkeys(u.actor for u in strong)),
            weak=use.weak, loaded=use.loaded, definite=True, entry=f"recognise/actors#{use.actor}", rule="registered name",
        )  # fmt: skip
        draft.name = " ".join(scene.word(k) for k in range(i, hit.last) if scene.word(k))
        if any(scene.punct(k) and scene.punct(k) in OPENING for k in range(i + 1, hit.last)):
            closing = scene.punct(hit.last)
            draft.last += bool(closing) and closing in CLOSING  # حركة "فتح": the mark closes the name
        if row.kind == "person":
            draft.last = his_line(scene, draft.last)
            trailing_title(self, draft)
        elif row.kind != "state":
            draft.last = self._trailing_adjectives(draft.last, sure=not use.weak and hit.last > i + 1)
        draft.last = self._alias(draft.last, draft.ids)
        return draft

    def _narrowed(self, j: int, actor: str) -> bool:
        """Whether a relational adjective follows that is no nisba, or that of another state."""
        form = self.scene.word(j)
        if not form.startswith("ال"):
            return False
        nisba = self.scene.nisba(j)
        if nisba is not None:
            state = actor.split(".", maxsplit=1)[0]
            row = self.scene.lex.actors[actor]
            alone = row.kind in ("coalition", "media") or actor == "qaida"
            if alone and nisba.actor in self.scene.lex.states:
                return True  # القاعدة التركية is a base, العدوان الإسرائيلي no coalition, المدن السورية no newspaper
            return nisba.actor in self.scene.lex.states and state in self.scene.lex.states and nisba.actor != state
        return form.endswith(("ي", "يه")) and len(form) > 4

    def _agreement(self, i: int, head: Hit[Use] | None, kind: ActorKind) -> tuple[Gender, Number]:
        """Gender and number of a name: its head noun's; states and cities are feminine but for a few; else by the ending."""
        scene = self.scene
        if head is not None and isinstance(head.payload, HeadUse):
            return head.payload.gender, head.payload.number
        if kind == "state":
            return ("m" if scene.listed("masculine-state", i) or scene.word(i).endswith("الجانب") else "f"), "s"
        if kind == "person":
            return scene.gender_of_name(i), "s"
        plain = scene.tokens[i].plain
        return ("f" if plain.endswith(("ة", "اء", "ات")) else "m" if scene.nisba(i + 1) else "c"), "s"

    def _trailing_adjectives(self, j: int, *, sure: bool) -> int:
        """The token behind adjectives that follow a name (وكالة سانا السورية الرسمية; of a sure one also جيش الفتح المعارض)."""
        scene = self.scene
        for _ in range(3):
            form = scene.word(j)
            if not form.startswith("ال") or form in scene.never:
                break
            nisba = scene.nisba(j)
            adjective = form.endswith(("ي", "يه")) and len(form) > 5 and not scene.common(j) and not scene.known_place(j)
            adjective = adjective or (sure and form.removeprefix("ال") in scene.lists.get("group-adjective", ()))
            if (nisba is None and not adjective) or (nisba is not None and nisba.number == "p"):
                break
            j += 1
        return j

    def _alias(self, j: int, ids: tuple[str, ...]) -> int:
        """The token behind a second name of the same actor in brackets or quotes (قوات سوريا الديمقراطية "قسد")."""
        scene = self.scene
        mark = scene.punct(j)
        if not mark or mark not in OPENING:
            return j
        for hit in scene.hits(j + 1) if j + 1 < scene.size else ():
            use = hit.payload
            closing = scene.punct(hit.last)
            if isinstance(use, Naming) and use.actor in ids and closing and closing in CLOSING:
                return hit.last + 1
        return j

    # institutions

    def _institution(self, i: int, hit: Hit[Use], use: HeadUse) -> Draft | None:
        scene = self.scene
        if (
            use.id == "court"
            and not scene.has_article(hit)
            and (scene.places_at(hit.last) or scene.gazetteer.keyed(scene.word(hit.last)))
        ):
            return None  # قضاء تلعفر, قضاء الطوز are districts
        if use.id == "directorate" and hit.cut.stem in ("مديريه", "مديريات") and scene.places_at(hit.last):
            return None  # مديرية مقبنة is a district
        if use.id == "allies" and hit.cut.definite and scene.word(hit.last - 1).endswith("ي"):
            return None  # تنظيم كذا، الموالي لتنظيم كذا: what he is called, and nobody besides
        if use.id == "accounts" and scene.word(i - 1) == "علي":
            return None  # على حساب: at the cost of
        if use.id == "centre" and scene.word(hit.last).removeprefix("ال") in scene.gazetteer.words.by_type:
            return None  # مركز المدينة is a place
        if scene.no_body(hit) or front_line(scene, hit, use) or secret(scene, i, use):
            return None  # قناة السويس، حركة السير، القضاء على
        draft = Draft(
            i, hit.last, i, "institution", use.kind, use.gender, use.number, hit.cut, key=use.id, words=(use.id,),
            definite=scene.has_article(hit), entry=f"recognise/institutions.yml#{use.id}", rule="institution",
        )  # fmt: skip
        if hit.enc:
            draft.last = self.adjectives(draft, hit.last)
            draft.short = True
            return draft
        whole = quoted_whole(scene, draft, hit.last)
        if whole:
            draft.last = whole
        elif draft.definite:
            draft.last = self.adjectives(draft, hit.last)
            draft.last = purpose(self, draft, draft.last)
        else:
            draft.last = self._genitive(draft, hit.last, use)
            if draft.last == hit.last:
                draft.last = self.adjectives(draft, hit.last)
            elif draft.of is None or draft.of.form == "nisba":
                draft.last = self.adjectives(draft, draft.last)
                draft.last = purpose(self, draft, draft.last)
        within = draft.last == hit.last > i + 1 and self._relates(hit.last - 1)
        draft.last = self.relation(draft, draft.last - 1 if within else draft.last)
        bare = draft.last == i + 1
        draft.short = bare or all(w == use.id for w in draft.words) and draft.of is None
        if bare and not draft.definite and use.number != "p":
            return None
        self._branch(draft, use)
        return draft

    def _branch(self, draft: Draft, use: HeadUse) -> None:
        """A state's own body of this kind: الطيران + الروسي is the air force of Russia."""
        if draft.of is None:
            return
        if use.container and draft.of.ids and draft.of.form == "name":
            draft.ids, draft.loaded = draft.of.ids, draft.of.loaded
            draft.weak = draft.of.weak
            return
        if draft.of.form == "nisba" or draft.of.kind == "state":
            extra = [w for w in draft.words if w != use.id]
            if use.branch and not extra and draft.of.ids:
                ident = f"{draft.of.ids[0]}.{use.branch}"
                if ident in self.scene.lex.actors:
                    draft.ids = (ident,)

    def _genitive(self, draft: Draft, j: int, use: HeadUse) -> int:
        """The token behind what a bare head is of: a quoted name, a body, a place, a noun with the article, a name."""
        scene = self.scene
        mark = scene.punct(j)
        if mark and mark in OPENING:
            for end in range(j + 2, min(j + 7, scene.size)):
                closing = scene.punct(end)
                if closing and closing in CLOSING:
                    inner = self.at(j + 1)
                    if inner is not None and inner.last == end:
                        draft.of = inner
                        draft.inner.append(inner)
                    draft.words = (*draft.words, *(scene.word(k) for k in range(j + 1, end) if scene.word(k)))
                    draft.definite = True
                    return end + 1
            return j
        if scene.word(j) in ("الاخير", "الاخيره"):
            draft.definite = True
            return j + 1
        if scene.punct(j) or j >= scene.size or scene.tokens[j].kind == "break":
            return j
        nisba = scene.nisba(j)
        if nisba is not None and not scene.definite(j) or scene.listed("outpost", j) and scene.definite(j):
            return j  # استهدفت طائرات | القاعدة الأمريكية
        inner = self.body_at(j)
        if inner is not None and inner.cut.pro[:1] not in PREFIXES and (inner.definite or inner.ids):
            draft.of = inner
            draft.inner.append(inner)
            draft.words = (*draft.words, *inner.words) if not inner.ids else draft.words
            draft.definite = True
            return with_its_second(scene, draft, inner.last) if inner.form == "collective" else inner.last
        end = scene.places_at(j)
        if end and not scene.word(j).startswith(("و", "ب", "ل", "ف", "ك")):
            draft.words = (*draft.words, *(scene.word(k).removeprefix("ال") for k in range(j, end) if scene.word(k)))
            draft.definite = True
            return end
        form = scene.word(j)
        if scene.listed("matter-of", j) and scene.word(j + 1).startswith("ال") and scene.word(j + 1) not in scene.never:
            draft.words = (*draft.words, form)
            j, form = j + 1, scene.word(j + 1)  # هيئة شؤون المهجرين، لجنة تقصي الحقائق
        described = j - draft.first > 1 and (
            scene.word(j - 1) in scene.lists.get("group-adjective", ()) or scene.word(j - 1).endswith("يه")
        )
        if form.startswith("ال") and len(form) > 4 and form not in scene.never and not described:  # مجموعات إرهابية | التسلل
            draft.words = (*draft.words, form.removeprefix("ال"))
            draft.definite = True
            return with_its_second(scene, draft, j + 1)
        if scene.tokens[j].kind == "latin" and use.container:
            draft.words = (*draft.words, scene.tokens[j].form.lower())
            draft.definite = True
            return j + 1
        counted = use.gender == "m" and scene.tokens[j - 1].plain.endswith("ا")  # 13 فصيلا وقعت: no name follows tanwin
        named = use.id in _BEFORE_A_NAME or (
            use.id in _BEFORE_A_NAME_OR_MATTER and not (scene.listed("matter-of-a-firm", j) or scene.is_event_noun(form))
        )
        if named and use.number == "s" and not counted and proper(scene, j) and not verbal_noun(form):
            adjective = form.endswith(("يه", "ي")) and use.kind != "media"
            if not adjective and form not in scene.lists.get("title-adjective", ()) and not form.endswith(("ات", "ين", "ون")):
                end = name_of_a_unit(scene, j) if use.id == "brigade" else j + 1
                draft.words = (*draft.words, *(scene.word(k).removeprefix("ال") for k in range(j, end)))
                draft.definite = True
                return end
        return j

    def adjectives(self, draft: Draft, j: int) -> int:
        """The token behind adjectives and further definite nouns of an institution or group."""
        scene = self.scene
        for _ in range(_MOST_ADJECTIVES):
            form = scene.word(j)
            if not form or form in scene.never:
                break
            if draft.definite and scene.word(draft.head).startswith("ال") and self._state_at(j):
                break  # حمل بيان الائتلاف | روسيا المسؤولية
            nisba = scene.nisba(j)
            if nisba is not None and nisba.number == "p" and draft.form == "institution":
                break  # الحكومة اليمنية | الحوثيين
            if nisba is not None and draft.definite and not scene.definite(j) and scene.known_place(j) > j:
                break  # حذرت الحكومة العراقية | تركيا
            if nisba is not None and (scene.definite(j) == draft.definite or draft.definite) and form[0] != "و":
                if draft.of is None:
                    draft.of = Draft(j, j + 1, j, "nisba", "state", ids=(nisba.actor,), rule="nisba")
            elif draft.form == "institution" and form.endswith(("ين", "ون")):
                break  # استهداف التحالف | المدنيين
            elif self._relates(j):
                break
            elif form.removeprefix("ال") in scene.lists.get("group-adjective", ()) and scene.definite(j) == draft.definite:
                draft.words = (*draft.words, form.removeprefix("ال"))
            elif self._of_a_people(draft, j):
                draft.words = (*draft.words, form.removeprefix("ال"))
            elif scene.common(j):
                break
            elif self._definite_adjective(draft, j):
                draft.words = (*draft.words, form.removeprefix("ال"))
            elif not draft.definite and not scene.definite(j) and (self._adjective(j) or self._feminine(draft, j)):
                draft.words = (*draft.words, form)
            else:
                break
            j += 1
        return j

    def _of_a_people(self, draft: Draft, j: int) -> bool:
        """المقاتلون الأكراد، السكان العرب: a people that describes people, who are several."""
        scene = self.scene
        several = draft.form == "collective" and draft.number == "p"
        people = scene.word(j).removeprefix("ال") in scene.lists.get("people-adjective", ())
        clash = scene.word(j).endswith("ين") and scene.word(draft.head).endswith(("ون", "ان"))  # خطف المسلحون المسيحيين
        return several and people and not clash and scene.definite(j) == draft.definite

    def _definite_adjective(self, draft: Draft, j: int) -> bool:
        """Whether a word with the article goes on describing a body: it agrees in gender and is no place word or name."""
        scene = self.scene
        form = scene.word(j)
        if not (form.startswith("ال") and len(form) > 4 and draft.definite) or scene.is_verb(form):
            return False
        if form.removeprefix("ال") in scene.gazetteer.words.by_type or scene.known_place(j):
            return False
        relational = form.endswith(("ي", "يه", "يين", "يون"))
        if not relational and (draft.of is not None or len(draft.words) > 1 or scene.plainly("never-in-a-name", j)):
            return False
        if draft.form != "institution":
            return relational or form.removeprefix("ال") in scene.lists.get("group-adjective", ())
        feminine = form.endswith(("ه", "ي")) or scene.tokens[j].plain.endswith(("اء", "ى"))
        if draft.gender == "f" and not feminine:
            return False
        if draft.gender == "m" and not relational:
            # Of 12 such words in 110 articles 6 were no adjective (حاول الحزب الانفصال), and none of those in م (الوفد المرافق).
            described = form.startswith("الم") and not form.endswith(("ه", "ات")) and not scene.listed("unnamed-place", j)
            return described or scene.listed("ordinal", j)
        return not (draft.gender == "m" and scene.tokens[j].plain.endswith("ة"))

    def _adjective(self, j: int) -> bool:
        """Whether an indefinite word looks like an adjective: a relational ending, or one listed."""
        scene = self.scene
        form = scene.word(j)
        if form in scene.lists.get("title-adjective", ()) or form in scene.lists.get("group-adjective", ()):
            return True
        if len(form) < 5 or scene.is_verb(form) or scene.given(j) or scene.known_place(j):
            return False
        if form.startswith("ي") and form.endswith("ي") and scene.nisba(j) is None:
            return False  # إرهابي يرتدي حزاما
        if form[0] in "بلوف" and scene.is_place_word(form[1:]):
            return False  # مسلحين بولاية كذا
        plain = scene.tokens[j].plain
        return plain.endswith(("ية", "يين", "يون", "يا")) or (plain.endswith("ي") and len(form) > 4)

    def _feminine(self, draft: Draft, j: int) -> bool:
        """Whether an indefinite word right behind a feminine head looks like its adjective (خلية نائمة)."""
        scene = self.scene
        form = scene.word(j)
        if (
            draft.gender != "f"
            or j != draft.head + 1
            or not scene.tokens[j].plain.endswith("ة")
            or len(form) < 5
            or form[0] in "وبلف"
        ):
            return False
        return not (scene.is_event_noun(form) or scene.is_verb(form) or scene.is_place_word(form) or scene.known_place(j))

    def _relates(self, j: int) -> bool:
        form = self.scene.word(j).removeprefix("ال")
        return form in self.scene.lists.get("relation-adjective", ())

    def relation(self, draft: Draft, j: int) -> int:
        """The token behind التابعة للنظام، المدعومة من تركيا، الموالية لها: whom a body belongs to."""
        scene = self.scene
        if not self._relates(j) or (scene.definite(j) and not draft.definite):
            return j
        k = j + 1
        form = scene.word(k)
        if form in ("من", "علي", "ب", "مع", "الي"):
            k += 1
            form = scene.word(k)
        if form in ("له", "لها", "لهم", "لهما", "منه", "منها", "عليه", "عليها", "لنا"):
            return k + 1
        inside, self.inside = self.inside, 0  # موال للرئيس فلان: the name is his, not that of the title before
        inner = self.at(k)
        self.inside = inside
        if inner is not None and (k > j + 1 or inner.cut.pro.startswith(("ل", "ب"))):
            draft.inner.append(inner)
            draft.words = (*draft.words, scene.word(j).removeprefix("ال"), *inner.words, *inner.ids)
            return inner.last
        if form.startswith("ل") and len(form) > 3:
            return k + 1
        return j + 1


def latter(scene: Scene, i: int) -> Draft | None:
    """الأخير، الأخيرة where it stands for somebody named before and is no adjective (الأيام الأخيرة); بلاده for a state."""
    form = scene.word(i)
    stem = form.removeprefix("و").removeprefix("ل").removeprefix("ب")
    if form in _HIS_COUNTRY or form[1:] in _HIS_COUNTRY:
        return Draft(i, i + 1, i, "pronoun", "state", "f", definite=True, short=True, rule="his country")
    if stem not in ("الاخير", "الاخيره") and form not in ("للاخير", "للاخيره"):
        return None
    before = scene.word(i - 1)
    if not before or (form == stem and (scene.definite(i - 1) or before.endswith(("ه", "ات")))):
        return None
    gender: Gender = "f" if form.endswith("ه") else "m"
    return Draft(i, i + 1, i, "pronoun", "other", gender, definite=True, short=True, rule="the latter")
