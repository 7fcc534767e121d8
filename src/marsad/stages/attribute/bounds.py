"""What cannot belong to the noun phrase of a speaker."""

from __future__ import annotations

from typing import Final

from marsad.stages.attribute.scene import Scene
from marsad.stages.attribute.wording import definite, long_quote, of_his_own

_TAKING_PART: Final = frozenset(["المشارك", "المشاركه", "المشاركون", "المشاركين", "مشارك", "مشاركون", "مشاركين"])
NUMBERED: Final = frozenset(
    [
        "الماده",
        "القرار",
        "القانون",
        "المرسوم",
        "اللواء",
        "الفوج",
        "الفرقه",
        "القناه",
        "الكتيبه",
        "الفيلق",
        "فيلق",
        "السريه",
        "لواء",
        "فرقه",
        "فوج",
        "كتيبه",
        "قناه",
        "رقم",
    ]
)
GIVEN_OUT: Final = frozenset(["صدر", "صدرت", "صادر", "صادره", "الصادر", "الصادره"])
_ELECTED: Final = frozenset(["نايب", "نايبه", "عضو", "عضوه", "مرشح", "مرشحه", "ممثل", "ممثله"])
_SPANS: Final = frozenset(["هذا", "هذه", "العام", "الشهر", "الاسبوع", "السنه"])
# بحسب دبلوماسيين من المقرر أن: a clause begins
_FORESEEN: Final = frozenset(
    ["المتوقع", "المقرر", "المنتظر", "المرجح", "المحتمل", "الممكن", "المفترض", "المستبعد", "الموكد", "الواضح", "المزمع"]
)
_DOCUMENT_ON: Final = frozenset(["بيان", "حسابات", "صفحات", "مواقع", "نشطاء", "ناشطون", "ناشطين"])


def stops(scene: Scene, i: int, start: int) -> bool:
    """Whether token `i` cannot belong to a noun phrase that began at `start`."""
    form = scene.form(i)
    token = scene.tokens[i]
    if token.kind in ("break",):
        return True
    if token.kind == "number":
        return i > start and not scene.in_set(i - 1, "age") and scene.form(i - 1) not in NUMBERED
    if token.kind == "latin":
        return False
    if scene.is_that(i):
        return True
    if i in scene.mentions and i == start:
        return False
    if scene.in_set(i, "time") and not (i > start and scene.form(i - 1) in ("حزب", "حركه", "تيار")):
        return True
    if form == "غير" and i > start and scene.form(i + 1) in scene.lexicon.edges["not_so"]:
        return False  # تقارير غير مؤكدة
    if scene.in_set(i, "stop") and form != "كل":
        return not (form in ("عنه", "عنها", "عنهم") and scene.form(i - 1) in GIVEN_OUT)
    if i > start and ((form in _SPANS and scene.time_end(i) > i) or _object_of_writing(scene, i) or _of_a_state(scene, i, start)):
        return True
    if (
        form in ("في", "فى")
        and scene.form(i - 1) not in _TAKING_PART
        and (
            scene.stem_in(i + 1, "setting_noun")
            or scene.in_set(i + 1, "time")
            or scene.time_end(i) > i
            or scene.token(i + 1) is None
            or scene.tokens[i + 1].kind == "number"
            or (scene.is_quote_mark(i + 1) and long_quote(scene, i + 1))
            or of_his_own(scene, i + 1)
        )
    ):
        return True
    if i > start and _of_the_head(scene, i, start):
        return False
    if form in ("علي", "عن") and i > start:
        return not (form == "علي" and (scene.form(start) in _DOCUMENT_ON or _name_ali(scene, i)))
    if form in ("الي",):
        return not any(scene.in_set(k, "envoy_noun") for k in range(start, i))
    if form == "من":
        return scene.form(i + 1) in (
            "جهته",
            "جهتها",
            "جانبه",
            "جانبها",
            "ان",
            "انه",
            "انها",
            "خلال",
            "دون",
            "اجل",
            "جهه",
            "خطوره",
            "خطر",
            "مغبه",
            *_FORESEEN,
        )
    if i > start and form.startswith("ل") and _ends_at_lam(scene, i, start):
        return True
    if form == "ب" and i > start:
        return True
    if i > start and form in scene.lexicon.edges["manner_alone"] and i not in scene.mentions:
        return True
    if i > start and (form in scene.lexicon.edges["manner"] or form in scene.lexicon.edges["manner_of"]):
        return True
    participle = scene.participle(i)
    if participle is not None and i > start and scene.form(i).endswith(("ا", "ين")) and not definite(scene, i):
        return True
    return False


def _of_a_state(scene: Scene, i: int, start: int) -> bool:
    """Whether في at token `i` follows the bare name of a state and a place follows it (الهدنة التي دعت إليها الرياض في اليمن)."""
    mention = scene.mentions.get(start) if scene.form(i) in ("في", "فى") else None
    state = mention is not None and mention.last == i and scene.actor_kind(mention.entity) == "state"
    return state and any(m.first == i + 1 for m in scene.recognised.place_mentions)


def _of_the_head(scene: Scene, i: int, start: int) -> bool:
    """Whether عن or على at token `i` goes on the noun phrase: a paper given out, somebody elected or informed."""
    form = scene.form(i)
    if form == "عن" and scene.form(i - 1) in GIVEN_OUT:
        return True  # بيان صادر عن الوزارة
    if form == "عن" and scene.form(i + 1) in scene.lexicon.edges["seat"]:
        return _represents(scene, start, i)  # النائب في البرلمان عن ائتلاف دولة القانون
    informed = (
        scene.form(i - 1) in scene.lexicon.edges["informed_upon"] or scene.form(i + 1) in scene.lexicon.edges["informed_by"]
    )
    return form == "علي" and informed  # مصادر مطلعة على سير المعارك، مسؤولون على علم بالخطة


def _represents(scene: Scene, start: int, i: int) -> bool:
    """Whether one of the words before token `i` is somebody elected, who sits for a party or a region."""
    return any(scene.form(k).removeprefix("ال") in _ELECTED for k in range(start, i))


def _object_of_writing(scene: Scene, i: int) -> bool:
    """Whether a word is what was written, shown or told (نشرت الصحيفة تقريرا، أبلغ مؤتمرا صحافيا): a document in the accusative."""
    form = scene.form(i)
    if not form.endswith("ا") or len(form) < 4:
        return False
    entry = scene.lexicon.speakers.get(form[:-1])
    return entry is not None and entry.role == "document" or form[:-1] in scene.lexicon.edges["occasion"]


def _ends_at_lam(scene: Scene, i: int, start: int) -> bool:
    """Whether a ل at token `i` names a paper or whoever is spoken to, and no body that the speaker belongs to."""
    form = scene.form(i)
    if form in ("ل", "لـ"):
        return not (_for_body(scene, i) or scene.form(i - 1) in scene.lexicon.edges["belongs"])
    if form.startswith("لل") and any(scene.stem_in(p, "works_for") for p in range(max(start, i - 3), i)):
        return False  # مؤسسة وجوه للإعلام
    if scene.is_outlet_word(form[1:]) or _addressed(scene, i, start) or scene.stem_in(i, "audience"):
        return True
    if i in scene.mentions and scene.actor_kind(scene.mentions[i].entity) == "media":
        return True
    if scene.stem_in(i, "medium_noun") and not definite(scene, i - 1):
        return True
    medium = scene.lexicon.edges["medium_noun"]
    return any(c.pro in ("ل", "لال") and c.stem in medium for c in scene.page.lookup.cuts(form))


def _for_body(scene: Scene, i: int) -> bool:
    """Whether ل in front of marks names the body a speaker belongs to (المستشار لـ"الجيش الحر") and not a paper."""
    q = i + 1
    while scene.is_quote_mark(q) or scene.form(q) in ("-", "–"):
        q += 1
    mention = scene.mentions.get(q)
    return mention is not None and scene.actor_kind(mention.entity) not in ("media", None)


def _addressed(scene: Scene, i: int, start: int) -> bool:
    """Whether ل at token `i` names who is spoken to: behind an unnamed source (مصادر محلية للميادين) or a state (تركيا للقبائل)."""
    form = scene.form(i)
    if not form.startswith("ل") or scene.form(i - 1) in scene.lexicon.edges["belongs"]:
        return False
    if not any(c.pro in ("ل", "لال") for c in scene.page.lookup.cuts(form)) or scene.lexicon.speakers.get(form) is not None:
        return False
    head = scene.lexicon.speakers.get(scene.form(start))
    if head is not None and head.role == "anonymous" and not definite(scene, start):
        return True
    spoken_to = scene.mentions.get(i)
    if spoken_to is not None and scene.actor_kind(spoken_to.entity) == "population" and definite(scene, i - 1):
        return True  # تعهدت الحكومة للأهالي بإعادة الإعمار
    mention = scene.mentions.get(start)
    if mention is None or mention.last != i or mention.form not in ("name", "titled") or form.startswith(("لشوون", "للشوون")):
        return False
    return scene.actor_kind(mention.entity) in ("state", "person")


def _name_ali(scene: Scene, i: int) -> bool:
    """Whether على is the name علي: it follows a word of a name and is spelled so, or stands before عبد."""
    return scene.tokens[i].plain == "علي" or scene.form(i + 1) in ("عبد", "عبدالله")
