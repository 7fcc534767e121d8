"""Nouns that report: whose word it is and where what they tell opens (إعلان الوزارة عن، بتهمة، أنباء عن)."""

from __future__ import annotations

from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import Cut
from marsad.lexicon.attribute import Noun
from marsad.stages.attribute.carriers import of_whom_asked
from marsad.stages.attribute.draft import Draft, Opening
from marsad.stages.attribute.openings import PREPOSITION_OF, by_preposition
from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.settings import skip_setting
from marsad.stages.attribute.sources import noun_phrase
from marsad.stages.attribute.subjects import THIS
from marsad.stages.attribute.wording import (
    definite,
    masdar_like,
    masdar_with_article,
    speaks,
)

_NO_NEWS = frozenset(["بيان", "دون", "بلا", "بدون", "ترد", "لا", "اي", "او", "يرد", "وكاله", "وكالات", "الوكاله", "وكالاتنا"])
_ACCUSING = "اتهام"  # its genitive is whom one accuses where nothing stands between it and ب; that of the plural is who accuses
_EXCHANGED = frozenset(["تبادل", "تبادلت", "تبادلا", "تبادلتا", "تبادلوا", "يتبادل", "تتبادل", "يتبادلان", "تتبادلان", "فتبادلت"])
_EXCHANGE_REACH = 8
_SETTING = frozenset(
    ["في", "فى", "خلال", "عبر", "ضمن", "اثناء", "وفق", "وفقا", "بحسب", "حسب", "من", "ان", "الي", "عن", "نص", "اي"]
)


def noun_cue(scene: Scene, i: int, sentence: Sentence) -> Draft | None:
    """A noun that reports (إعلان الوزارة عن، بتهمة، أنباء عن)."""
    cut = next(
        (
            c
            for c in scene.page.lookup.cuts(scene.form(i))
            if c.pro in ("", "و", "ف", "ب", "ل", "وب", "لال")
            and c.stem in scene.lexicon.nouns
            and (not c.enc or scene.lexicon.nouns[c.stem].speaker == "genitive")
        ),
        None,
    )
    if cut is None:
        return None
    entry = scene.lexicon.nouns[cut.stem]
    if entry.with_ba and not cut.pro.endswith("ب"):
        return None
    if _no_report(scene, i, cut, entry, sentence) or of_whom_asked(scene, i, sentence):
        return None
    # a quotation is one sentence, in which several may stand
    limit = next((p for p in range(i + 1, sentence.last) if scene.form(p) in (".", "؟", "!")), sentence.last)
    j = e = i + 1
    source: tuple[int, int] | None = None
    if entry.speaker == "genitive" and (not cut.enc or (scene.form(j) == "من" and scene.form(j + 1) == "قبل")):
        source, e = _genitive(scene, j, limit, entry)
    capital = source is not None and any(m.first == source[0] and m.last == e for m in scene.recognised.place_mentions)
    if entry.needs_speaker and source is not None and not speaks(scene, source[0]) and not capital:
        return None  # إعلان الانفصال: what is announced, not who announces
    if entry.names and not cut.enc and not (source is not None and _named(scene, source[0])):
        return None
    opening = _noun_opening(scene, entry, cut, j, e, limit, named=source is not None)
    if opening is None:
        return None
    if cut.stem == _ACCUSING and source == (j, e) and opening.how == "by" and opening.at <= e and not _to_whom(scene, j, e):
        source, opening = None, Opening("object", j, scene.tokens[j].start, j)  # اتهام المعتقلين بالتهريب: whom one accuses
    if entry.alone and source is None and definite(scene, i) and opening.how == "preposition":
        if not (masdar_like(scene, opening.token) or masdar_with_article(scene, opening.token)):
            return None  # الدعوة إلى الفضيلة: what one is called to do is a deed
    return Draft(
        kind="noun",
        first=i,
        last=i + 1,
        cue=(
            scene.after_proclitic(i, 2 if cut.pro == "لال" else len(cut.pro)) if cut.pro else scene.tokens[i].start,
            scene.tokens[i].end,
        ),
        lemma=cut.stem,
        entry=f"attribute/nouns.yml#{entry.id}",
        rule=f"noun-{opening.how}",
        stance=entry.stance,
        certainty=entry.certainty,
        sentence=sentence.span,
        limit=limit,
        opening=opening,
        source=source,
        nobody=entry.speaker == "nobody",
        head=_who_acts(scene, i, sentence.first) if entry.speaker == "subject" else _exchange(scene, i, source),
        top=False,
    )


def _to_whom(scene: Scene, first: int, last: int) -> bool:
    """Whether somebody behind ل stands among tokens `first` to `last` (اتهام الحكومة للفصيل)."""
    return any(scene.form(p) in ("ل", "لـ") or scene.form(p).startswith("لل") for p in range(first, last))


def _exchange(scene: Scene, i: int, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """Those between whom accusations go to and fro, in front of the noun at token `i` (تبادلت الحكومة والمعارضة الاتهام بكذا)."""
    verb = next((p for p in range(max(0, i - _EXCHANGE_REACH), i) if scene.form(p).removeprefix("و") in _EXCHANGED), None)
    if source is not None or verb is None or verb + 1 >= i:
        return None
    plain = all(scene.is_word(p) or scene.is_quote_mark(p) for p in range(verb + 1, i))
    return (verb + 1, i) if plain and speaks(scene, verb + 1) else None


def _who_acts(scene: Scene, i: int, first: int) -> tuple[int, int] | None:
    """The actor of the verb before token `i` (اعتقلت الشرطة رجلا بتهمة): behind the verb, or before it."""
    for p in range(i - 1, first - 1, -1):
        if scene.action(p) or p == first:
            behind = scene.mentions.get(p + 1)
            before = next((m for m in scene.mentions.values() if m.last == p and m.first >= first), None)
            acts = behind if behind is not None and scene.actor_kind(behind.entity) != "population" else before
            return (acts.first, acts.last) if acts is not None and acts.last <= i else None
        if scene.form(p) in ".؟!":
            return None
    return None


def _noun_opening(scene: Scene, entry: Noun, cut: Cut, j: int, e: int, limit: int, *, named: bool) -> Opening | None:
    """Where the content of a reporting noun opens: `j` is the token behind it, `e` the one behind its speaker."""
    opening: Opening | None = None
    if entry.speaker == "nobody" and scene.form(e) == "غير":
        e += 2  # أنباء غير مؤكدة عن
    k = skip_setting(scene, e, limit)
    if entry.speaker == "genitive" and k > e:
        behind = skip_setting(scene, e, limit, phrases=True)
        if PREPOSITION_OF.get(scene.form(behind)) in entry.takes:
            e = behind
    form = scene.form(e)
    if entry.speaker == "subject" and entry.takes != ("object",):
        opening = by_preposition(scene, j, limit, entry.takes, any_noun=True)
    elif entry.speaker == "subject":
        if j < limit and scene.is_word(j):
            opening = Opening("object", j, scene.tokens[j].start, j)
    elif PREPOSITION_OF.get(form) in entry.takes and e + 1 < limit:
        q = e + 1 + (1 if scene.is_that(e + 1) else 0)
        opening = Opening("preposition", q, scene.tokens[q].start, e) if q < limit else None
    elif "that" in entry.takes and scene.is_that(k) and k + 1 < limit:
        opening = Opening("that", k + 1, scene.tokens[k + 1].start, k)
    elif "by" in entry.takes:
        for p in range(e, min(limit, e + 9)):  # الاتهامات الموجهة إليه باستهداف
            if "that" in entry.takes and scene.is_that(p) and p + 1 < limit:
                opening = Opening("that", p + 1, scene.tokens[p + 1].start, p)
                break
            opening = by_preposition(scene, p, limit, ("by",), any_noun=p == e)
            if opening is not None or scene.is_comma(p) or scene.is_that(p):
                break
    elif (
        "to" in entry.takes and form.startswith("ل") and len(form) > 3 and scene.is_word(e) and (cut.enc or named or entry.alone)
    ):
        opening = Opening("by", e, scene.tokens[e].start if form.startswith("لل") else scene.after_proclitic(e, 1), e)
    elif "object" in entry.takes and (named or cut.enc) and e < limit:
        if named and not masdar_like(scene, e):  # إعلان الفصيل، أمس، تنفيذ عملية
            e = skip_setting(scene, e, limit, phrases=True)
        if e >= limit or not (masdar_like(scene, e) or masdar_with_article(scene, e)):
            return None
        opening = Opening("object", e, scene.tokens[e].start, e)
    if entry.speaker == "nobody" and opening is None and scene.form(j) == "التي":
        for p in range(j, min(limit, j + 5)):
            if scene.is_that(p) or scene.form(p) == "عن":
                q = p + 1 + (1 if scene.is_that(p + 1) else 0)
                opening = Opening("that", q, scene.tokens[q].start, p) if q < limit else None
                break
    return opening


def _no_report(scene: Scene, i: int, cut: Cut, entry: Noun, sentence: Sentence) -> bool:
    """Whether a reporting noun reports nothing here: denied (دون أنباء), part of a name (وكالة أنباء), another word."""
    if (cut.pro == "لال" and not entry.after_li) or (cut.enc == "ه" and scene.tokens[i].plain.endswith("ة")):
        return True
    if entry.outside and (cut.pro.endswith("ب") or (i > sentence.first and scene.form(i - 1) in _SETTING)):
        return True
    near = range(max(sentence.first, i - 7), i)
    if entry.not_near is not None and any(scene.stem_in(p, entry.not_near) for p in near):
        return True
    if entry.speaker == "nobody" and scene.form(i - 1) in THIS:
        return True  # وصف هذه الأنباء بأنها: what was told before
    return i > sentence.first and (scene.form(i - 1) in _NO_NEWS or scene.form(i - 2) in ("دون", "بدون"))


def _bare_adjective(scene: Scene, j: int) -> bool:
    """Whether an indefinite word behind a reporting noun only qualifies it and names nobody's side (بالغة، شديدة)."""
    form = scene.form(j)
    plain = scene.is_word(j) and not definite(scene, j) and j not in scene.mentions and not speaks(scene, j)
    return plain and form.endswith(("ه", "ا")) and not form.endswith("يه") and len(form) > 3 and not masdar_like(scene, j)


def _named(scene: Scene, i: int) -> bool:
    """Whether a definite speaker stands at token `i`: a known actor, a name in marks, or a head noun that is definite."""
    if i in scene.mentions or scene.is_quote_mark(i):
        return True
    form = scene.form(i)
    entry = scene.lexicon.speakers.get(form) or scene.lexicon.speakers.get(form[2:])
    if entry is not None and entry.role == "document":
        return False
    return speaks(scene, i) and (definite(scene, i) or definite(scene, i + 1))


def _genitive(scene: Scene, j: int, limit: int, entry: Noun) -> tuple[tuple[int, int] | None, int]:
    """Who speaks behind a reporting noun (إعلان الوزارة، نفي واضح من موسكو), and the token behind him."""
    if scene.form(j).startswith("ل"):
        return None, j
    if scene.form(j) == "من" and scene.form(j + 1) == "قبل":
        e = noun_phrase(scene, j + 2, limit, objects=True, by=True)
        return ((j + 2, e), e) if e > j + 2 else (None, j)
    if scene.form(j + 1) == "من" and scene.is_word(j) and not definite(scene, j):
        e = noun_phrase(scene, j + 2, limit, objects=True, by=True, split=True)
        while e > j + 2 and any(scene.form(p).startswith("لل") for p in range(j + 3, e)):
            e -= 1
        return ((j + 2, e), e) if e > j + 2 else (None, j)
    if _bare_adjective(scene, j):
        return None, j + 1  # إدانة بالغة للضربة
    if "of" in entry.takes and scene.form(j + 1) == "من" and scene.form(j).endswith(("ي", "يه")):
        return (j, j + 1), j + 1  # تخوف إسرائيلي من
    ends = frozenset(["من"]) if "of" in entry.takes else frozenset()
    objects = "object" in entry.takes
    e = noun_phrase(scene, j, limit, objects=objects, by="by" in entry.takes, split=objects, ends=ends)
    e = next((p for p in range(j + 1, e) if scene.form(p) in ("الموجهه", "الموجه")), e)
    if "to" in entry.takes:
        e = next((p for p in range(j + 1, e) if scene.form(p).startswith("لل")), e)
    return ((j, e), e) if e > j else (None, j)
