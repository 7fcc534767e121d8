"""The words of place phrases: type words, sides of the compass, names that a table knows, and those that none does."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.gazetteer.placewords import DirectionWord, TypeWord
from marsad.gazetteer.table import Candidate
from marsad.stages.recognise.names import KUNYA, name_at
from marsad.stages.recognise.placenouns import no_name, other_name
from marsad.stages.recognise.scene import CLOSING, OPENING, Scene
from marsad.stages.recognise.spots import Core, country_of, listed_verb, proper_place

_PROCLITICS = frozenset(("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "لال", "ولال"))
_BY_MEANS = frozenset(("عن", "وعن"))  # عن طريق: by means of
# Folding makes these spell the places behind them: led to (وادي), a mistake (خط), revival (أحياء), in vain (سد), collapsed (أنهار).
_OTHER_WORDS = frozenset(
    (
        "وأدى",
        "أدى",
        "وأد",
        "لوأد",
        "ووأد",
        "بوأد",
        "خطى",
        "بخطى",
        "الخطى",
        "خطأ",
        "وخطأ",
        "الخطأ",
        "بالخطأ",
        "إحياء",
        "لإحياء",
        "وإحياء",
        "بإحياء",
        "سدى",
        "انهار",
        "وانهار",
        "أعرب",
        "معربا",
    )
)
_ADJECTIVE_TOO = frozenset(("جبلي", "محوري", "اقليمي", "منفذي", "نهري", "سدي", "ساحلي", "سجني", "قضايي", "حيا"))
_WORDS_TOO = frozenset(("كسل", "عتق", "نهم", "خوي", "سلا", "طما"))
_LIVE = ("رصاص", "بث", "كاين")
_HONOURS = frozenset(
    ("الامام", "الشيخ", "الملك", "السلطان", "الامير", "القايد", "الشهيد", "السيد", "السيده", "النبي", "الرسول", "الرييس")
)
_LIST_REACH = 5
_PARTS = 3
_ROADS = frozenset(("ام", "m", "ان", "n"))
_DASHES = frozenset(("-", "–", "—", "ـ", "/"))
_OF_A_ROAD = frozenset(("الدولي", "السريع", "الرييسي", "العام", "الدوليه"))
WORD_PROCLITICS = _PROCLITICS | {"ال", "وال", "بال", "فال", "وبال"}
_BEHIND_A_MEMBER = frozenset(
    (
        "في",
        "من",
        "قرب",
        "ضمن",
        "التابعه",
        "التابعتين",
        "الواقعه",
        "الواقعتين",
        "القريبه",
        "التي",
        "اللتين",
        "حيث",
        "مما",
        "اضافه",
        "بعد",
    )
)


class PlaceNames:
    """What stands at a token of a page, as a place word or a name; `land` is the country that most places of it lie in."""

    def __init__(self, scene: Scene, closed: Sequence[bool]) -> None:
        self.scene = scene
        self.closed = closed  # tokens inside a proper name of an actor
        self.types = scene.gazetteer.words.by_type
        self.directions = scene.gazetteer.words.by_direction
        self.land = ""
        self.sided = False  # whether a side of no place could be that of some land

    def type_at(self, i: int) -> tuple[TypeWord, str, bool, int] | None:
        """The type word at token `i`: entry, number, whether definite, token behind it."""
        scene = self.scene
        form = scene.word(i)
        if not form:
            return None
        if scene.tokens[i].plain in _OTHER_WORDS or (form.endswith("الحي") and scene.word(i - 1).endswith(_LIVE)):
            return None  # بالرصاص الحي
        for cut in scene.page.lookup.cuts(form):
            if cut.enc or cut.pro not in WORD_PROCLITICS:
                continue
            found = self.types.get(f"{cut.stem} {scene.word(i + 1)}")
            last = i + 2
            if found is None:
                found, last = self.types.get(cut.stem), i + 1
            if found is not None:
                entry, number = found
                if number == "two" and cut.stem in _ADJECTIVE_TOO and not self._two_named(last):
                    return None  # صراع إقليمي, but جبلي نقم وعطان
                behind = last + (scene.punct(last) in OPENING and bool(scene.punct(last)))
                if scene.word(behind) in scene.not_before(entry) or (entry.kind == "route" and scene.word(i - 1) in _BY_MEANS):
                    return None
                return entry, number, cut.definite, last
        return None

    def _two_named(self, i: int) -> bool:
        """Whether a second name joined by و can stand behind token `i`."""
        if self.scene.word(i) in self.scene.never:
            return False  # سبب محوري في الهزائم والخسائر
        return any(self.scene.word(k).startswith("و") for k in range(i + 1, i + _LIST_REACH)) and bool(self.scene.word(i))

    def direction_at(self, i: int) -> tuple[DirectionWord, bool, int] | None:
        """The side of the compass at token `i` (two words first): entry, whether an adjective, token behind it."""
        scene = self.scene
        form = scene.word(i)
        if not form:
            return None
        follow = scene.word(i + 1)
        for cut in scene.page.lookup.cuts(form):
            if cut.enc or cut.pro not in WORD_PROCLITICS:
                continue
            stem = ("ال" if cut.definite else "") + cut.stem
            if follow:
                found = self.directions.get(f"{stem} {follow}")
                if found is not None:
                    return found[0], found[1], i + 2
            found = self.directions.get(stem)
            if found is not None:
                return found[0], found[1], i + 1
            if cut.definite:
                found = self.directions.get(cut.stem)
                if found is not None:
                    return found[0], False, i + 1
        return None

    def known(self, i: int, *, most: int = 9) -> Core | None:
        """The longest gazetteer name at token `i`; inside quotes too."""
        scene = self.scene
        mark = scene.punct(i)
        if mark and mark in OPENING:
            core = self.known(i + 1)
            closing = scene.punct(core.last) if core is not None else ""
            if core is not None and closing and closing in CLOSING:
                core.last += 1
                core.quoted = True
                return core
            return None
        form = scene.word(i)
        if not form or self.closed[i] or no_name(scene, i):
            return None
        idle = form in scene.never or (form[0] in "وف" and form[1:] in scene.never)
        gazetteer = scene.gazetteer
        for cut in scene.page.lookup.cuts(form):
            if cut.enc or cut.pro not in _PROCLITICS:
                continue
            stem = "ال" + cut.stem if cut.definite else cut.stem
            if cut.pro and len(stem) == 2 and "إ" not in scene.tokens[i].plain:
                continue  # باب is a door and بإب in Ibb
            for n in range(min(gazetteer.longest(stem), scene.size - i, self._joint(i, most)), 0, -1):
                if n > 1 and not cut.pro and scene.given(i - 1) and scene.given(i + 1):
                    continue  # جعفر الشيخ مصطفى is a person
                if n == 1 and idle:
                    continue  # أم صميمة, but أم alone is a particle
                key = " ".join((stem, *(scene.tokens[k].form for k in range(i + 1, i + n))))
                found = self._of_this_land(gazetteer.keyed(key), key, i)
                if found and key == "حجه" and cut.pro == "ب" and self.land != "ye":
                    self.sided = True
                    continue  # بحجة البحث: on the pretext
                if found and not other_name(scene, i, i + n) and not (n == 1 and self._other_hamza(found[0].id, i)):
                    strong = (
                        found[0].strong
                        and not (cut.pro[:1] == "ف" and found[0].id.startswith("geonames:"))  # فخورة, فصيله
                        and (not cut.pro or len(stem) > 3 or n > 1 or self._town_of_ours(found[0].id, stem))
                        and (n > 1 or not self.common(stem))
                    )
                    return Core(i, i + n, key, tuple(c.id for c in found), strong, country=found[0].id in scene.lex.states)
        return None

    def _other_hamza(self, ident: str, i: int) -> bool:
        """Whether a word has a hamza on its ي or و where the place has none: تؤتي is no توتي, طارئا no طاريا."""
        written = [c for c in "ئؤ" if c in self.scene.tokens[i].plain]
        entry = self.scene.gazetteer.entry(ident) if written else None
        return entry is not None and not any(c in name for name in entry.names for c in written)

    def _town_of_ours(self, ident: str, stem: str) -> bool:
        """Whether a short name behind a particle is sure enough: بحمص, بجدة."""
        entry = self.scene.gazetteer.entry(ident)
        return (
            entry is not None
            and not ident.startswith("geonames:")
            and entry.kind in ("town", "country")
            and stem not in _WORDS_TOO
        )

    def ours(self, core: Core) -> bool:
        """Whether our own supplement knows a name, and not only the world's table of populated places."""
        return any(not ident.startswith("geonames:") for ident in core.candidates)

    def fuller(self, core: Core | None) -> Core | None:
        """A weak name that only opens a compound gives way to the whole of it, known or not: قرية عين سليمو, not عين."""
        if core is None or core.strong or core.quoted or core.last > core.first + 1:
            return core
        if core.name not in self.scene.lists.get("place-opener", ()):
            return core
        whole = self.unknown(core.first)
        return whole if whole is not None and whole.last > core.last else core

    def numbered(self, i: int) -> Core | None:
        """A road known by its number: M4, أم 5, "ام4"; in quotation marks or brackets too."""
        scene = self.scene
        at = i + (scene.punct(i) in OPENING and bool(scene.punct(i)))
        letter, figure = scene.token(at), scene.token(at + 1)
        if letter is None or figure is None or figure.kind != "number" or letter.form.removeprefix("ال").strip("ـ") not in _ROADS:
            return None
        key = f"{letter.form.removeprefix('ال').strip('ـ')} {figure.form}"
        found = scene.gazetteer.keyed(key)
        closing = scene.punct(at + 2) if at > i else ""
        last = at + 2 + bool(closing and closing in CLOSING)
        return Core(at, last, key, tuple(c.id for c in found), strong=True, quoted=at > i) if found else None

    def of_a_road(self, i: int) -> bool:
        """Whether token `i` is an adjective of roads: الدولي, السريع."""
        return self.scene.word(i) in _OF_A_ROAD

    def road_ends(self, i: int) -> Core | None:
        """The first end of a road whose name stands in quotation marks: "دمشق-درعا"."""
        mark = self.scene.punct(i)
        core = self.known(i + 1) if mark and mark in OPENING else None
        return core if core is not None and self.scene.punct(core.last) in _DASHES and self.known(core.last + 1) else None

    def quoted(self, i: int) -> Core | None:
        """A name in quotation marks, known or not, perhaps known with the noun in front (منطقة "فلان-فلان")."""
        scene = self.scene
        mark = scene.punct(i)
        if not mark or mark not in OPENING or i + 2 >= scene.size:
            return None
        for end in range(i + 2, min(i + 6, scene.size)):
            closing = scene.punct(end)
            if closing and closing in CLOSING:
                name = " ".join(scene.tokens[k].form for k in range(i + 1, end) if scene.tokens[k].kind == "word")
                found = scene.gazetteer.keyed(name) or scene.gazetteer.keyed(f"{scene.tokens[i - 1].form} {name}")
                if not found and any(scene.tokens[k].kind != "word" for k in range(i + 1, end)):
                    return None  # طريق "كذا - كذا": two names
                return Core(i, end + 1, name, tuple(c.id for c in found), bool(found) and found[0].strong, quoted=True)
            if scene.tokens[end].kind != "word" and scene.tokens[end].form not in _DASHES:
                return None
        return None

    def unknown(self, i: int, *, listed: bool = False) -> Core | None:
        """A name no table knows, behind a type word or in a list of such names."""
        scene = self.scene
        form = scene.word(i)
        if not form or self.closed[i] or len(form) < 2:
            return None
        bare = form[1:] if listed and form.startswith("و") and len(form) > 3 else form
        if not self._nameable(i, bare):
            return None
        last = i + 1
        openers = scene.lists.get("place-opener", frozenset())
        while (
            last < i + _PARTS
            and (bare if last == i + 1 else scene.word(last - 1)) in openers
            and scene.word(last)
            and not scene.word(last).startswith("و")
            and self._part(last)
        ):
            last += 1  # خان بني سعد
        if not listed:
            last = self._called_after(i, last)
        if listed and not self._ends_a_member(last):
            return None
        return Core(i, last, " ".join((bare, *(scene.word(k) for k in range(i + 1, last)))), (), strong=False)

    def _called_after(self, i: int, last: int) -> int:
        """The token behind the man that a mosque, a school or a street is called after (مسجد الإمام علي بن أبي طالب، مشفى الملك فيصل)."""
        if self.scene.word(i) in _HONOURS and self.scene.given(last):
            last = max(last, name_at(self.scene, last, titled=True))
        while self.scene.word(last) in ("بن", "ابن", "بنت") and self.scene.word(last + 1):
            last += 2 + (self.scene.word(last + 1) in KUNYA)
        return last

    def _part(self, i: int) -> bool:
        """Whether token `i` may be the rest of a name behind its opener: what names a place by itself may too (بني مران)."""
        known = self.known(i)
        return (known is not None and known.last == i + 1) or self._nameable(i, self.scene.word(i))

    def _of_this_land(self, found: tuple[Candidate, ...], key: str, i: int) -> tuple[Candidate, ...]:
        """Without those that only a side names (الشرقية, المنطقة الشرقية, الساحل الغربي), unless the page speaks of their land.

        Behind محافظة the name says itself what it is.
        """
        shared = key in self.scene.lists.get("area-of-its-land", ())
        if shared:
            self.sided = True
            return tuple(c for c in found if country_of(self.scene, c.id) == self.land)
        if not found or key.rsplit(" ", maxsplit=1)[-1] not in self.directions or all(c.strong for c in found):
            return found
        before = self.type_at(i - 1) if i else None
        if before is not None and before[0].kind == "governorate":
            return found
        self.sided = True
        return tuple(c for c in found if c.strong or country_of(self.scene, c.id) == self.land)

    def _joint(self, i: int, most: int) -> int:
        """How many words a name at token `i` may have: with a dual before it (بلدتي نبل والزهراء) it ends before و."""
        if most > 1:
            return most
        n = 1
        while self.scene.word(i + n) and not self.scene.word(i + n).startswith("و"):
            n += 1
        return n

    def common(self, stem: str) -> bool:
        """Whether a one-word name is too short or too common a word to name a place by itself."""
        return (stem.startswith("ال") and len(stem) < 5) or stem in self.scene.lists.get("common-word", ())

    def _ends_a_member(self, i: int) -> bool:
        """Whether a member of a list can end before token `i`: at a mark, before و, or before what says where it lies."""
        scene = self.scene
        form = scene.word(i)
        if not form or form[0] in "وب" or form in _BEHIND_A_MEMBER:
            return True
        return self.type_at(i) is not None or self.direction_at(i) is not None

    def _nameable(self, i: int, form: str) -> bool:
        scene = self.scene
        if form in scene.lists.get("place-adjective", ()) or form in scene.lists.get("not-a-place", ()):
            return False
        if form in scene.lists.get("place-opener", ()) and scene.word(i + 1) and not listed_verb(scene, i + 1):
            return True
        if scene.nisba(i) is not None or not proper_place(scene, i, form):
            return False
        return self.direction_at(i) is None
