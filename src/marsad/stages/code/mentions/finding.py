"""Finding: which trigger stands where, chosen among all that a word could be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from marsad.arabic.phrases import Hit
from marsad.lexicon.code import LightSense, MeansEntry, Sense
from marsad.model import Considered, EventType, Realis, Span
from marsad.stages.code.families import FORCES
from marsad.stages.code.mentions.carriers import ASIDES, carrier_of
from marsad.stages.code.mentions.general import general, goods_taken
from marsad.stages.code.mentions.governed import type_of
from marsad.stages.code.mentions.ideas import upon_an_idea
from marsad.stages.code.mentions.institutions import institution
from marsad.stages.code.mentions.meanings import other_meaning
from marsad.stages.code.mentions.mishaps import mishap
from marsad.stages.code.mentions.misread import misread
from marsad.stages.code.mentions.namesakes import namesake
from marsad.stages.code.parties import Party
from marsad.stages.code.scene import Scene

_PREPOSITIONS: Final = frozenset(
    [
        "في", "من", "علي", "الي", "عن", "بعد", "قبل", "جراء", "اثر", "خلال", "نتيجه", "بسبب", "عقب", "منذ", "مع", "بين", "ضد",
        "تحت", "وسط", "حول", "بفعل", "اثناء", "عمليه", "عمليات", "حمله", "حملات", "محاوله", "محاولات", "استمرار", "وقف",
        "تصعيد", "هذا", "هذه", "ان", "كل", "اي", "بدء", "مناطق", "مواقع", "حادث", "حوادث", "جريمه", "سلسله",
        "مهمه", "مهام", "خطه", "خطط", "نيه", "بهدف", "بغيه", "بقصد", "تنفيذ", "ارتكاب", "جرايم", "اعمال", "حالات", "حاله", "قضيه", "بتهمه",
        "تهمه", "تهم", "فكره", "عبر", "دون", "غير", "بعض", "عده", "اول", "اخر", "مكان", "ضحايا", "شده", "وتيره", "تكثيف", "نحو", "قرار", "بدون",
        "هدف", "هدفه", "هدفها", "هدفهم", "بغرض", "لغرض", "بنيه", "لاجل", "اجل",
    ]
)  # fmt: skip
# Nouns that a verb may describe, and the words with which it points back to them.
_DESCRIBED: Final = frozenset(
    ["مناطق", "مواقع", "حادث", "حوادث", "جريمه", "عمليه", "عمليات", "حمله", "حملات", "محاوله", "محاولات", "مكان", "ضحايا"]
)
_BACK: Final = frozenset(
    ["فيه", "فيها", "عليه", "عليها", "منه", "منها", "خلاله", "خلالها", "اليه", "اليها", "بها", "به", "لها", "له"]
)
_FROM_THERE: Final = frozenset(["منه", "منها", "عنه", "عنها", "فيه", "فيها", "عليها"])  # وطرد المسلحين منها
_BEFORE_VERB: Final = frozenset(
    ["قد", "لم", "لن", "سوف", "لا", "كان", "كانت", "كانوا", "التي", "الذي", "الذين", "حيث", "كما", "عندما", "حين", "وقد", "لقد",
     "بعدما", "فيما", "بينما", "ثم", "مما", "بان", "حتي", "حينما", "اللذان", "اللذين", "لكي", "كي", "ولم", "ولن", "ولا", "والتي", "والذي"]
)  # fmt: skip
# Classes that make an attack one of words; they say nothing where they only name who is quoted.
_OF_SPEECH: Final = frozenset(["words", "speech", "hurled-words"])
_LAID: Final = frozenset(["plant-bomb"])  # تفكيك الألغام التي زرعها: they lie there, whenever they were laid
_WHICH: Final = frozenset(["الذي", "التي", "الذين", "والذي", "والتي"])
_NAMED_BEFORE: Final = 4  # tokens in front of التي in which stands what a relative clause is about
_THOU: Final = frozenset(["ك", "كم", "كن", "كما"])
_POINTS_BACK: Final = frozenset(["ه", "ها", "هم", "هما"])
_ABOUT: Final = frozenset(["نحو", "حوالي", "قرابه", "اكثر", "ما"])
_GOVERNED: Final = 6  # tokens from a verb to the control that it extends or loses
_REGAINING: Final = frozenset(["recapture", "recapture-noun", "regain-verb", "regain-noun", "wrest", "retake-named"])
# Where these mean something else, the word may be another trigger: تقدم روسيا دعما is no advance.
_GIVING_WAY: Final = frozenset(["enter-town", "town-falls", "advance-verb", "stretch"])
_ARRIVED: Final = 3  # tokens from وصل over its subject to إلى
_JUSSIVE: Final = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "لما", "ان", "وان", "اذا"])
_BY_BOMBERS: Final = frozenset(["bomber-storms", "bomber-hits"])  # who did it says more than what he did
_GENITIVE_HEADS: Final = frozenset(["ب", "ل", "ك", "وب", "ول", "فب", "فل", "بال", "لال", "وبال", "ولال", "كال"])


@dataclass(slots=True)
class Mention:
    """One mention of a happening: tokens `first` to `last`, the sense it was read in, and what was found out about it."""

    first: int
    last: int
    hit: Hit[Sense]
    span: Span
    sentence: int  # told apart from those of other parts (`Sentence.nth`)
    into: int  # sentences of its part before it
    clause: tuple[int, int]
    type: EventType
    open: bool
    definite: bool
    demonstrative: bool = False
    carrier: Hit[LightSense] | None = None
    realis: Realis = "actual"
    realis_why: str = ""
    means: list[Hit[MeansEntry]] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    time: int | None = None
    considered: list[Considered] = field(default_factory=list)
    heir_of: Mention | None = None

    @property
    def sense(self) -> Sense:
        """The form of the lexicon that was met."""
        return self.hit.payload

    def beside(self, other: Mention) -> bool:
        """Whether both stand in one part of the page."""
        return self.sentence - self.into == other.sentence - other.into

    def leads(self, other: Mention) -> bool:
        """Whether it stands in the first two sentences of the part that the other stands in."""
        return self.into <= 1 and self.beside(other)

    @property
    def entry_ref(self) -> str:
        """Where the entry stands: `code/triggers/violence.yml#bombard`."""
        return f"code/{self.sense.file}#{self.sense.entry.id}"


def _verb_here(scene: Scene, i: int, verb: Hit[Sense], noun: Hit[Sense]) -> bool:
    """Whether a word that may be verb or masdar (قصف) is the verb, from what stands around it."""
    if noun.cut.pro.endswith("ال") or noun.cut.pro in _GENITIVE_HEADS:
        return False
    before, after = scene.form(i - 1), scene.form(verb.last)
    if before in _BEFORE_VERB or verb.cut.pro in ("س", "وس", "فس"):
        return True
    plain_before = scene.plain(i - 1)
    if plain_before in ("أن", "أنه") and not (plain_before == "أن" and _has_effect(scene, verb.last)):
        return True
    if before in _PREPOSITIONS and not (before == "هذا" and verb.cut.pro.startswith("و")):
        return scene.cleft(i)
    if any(
        c.content and c.content[0][0] == scene.tokens[i].start and c.rule.endswith("-object") for c in scene.attributed.claims
    ):
        return False  # أعلنت الكتائب قنص جندي
    if i > 0 and scene.lexicon.light.at(scene.tokens, i - 1, scene.page.lookup):
        return False
    if noun.enc and _carried_across(scene, i):
        return False  # واصلت القوات، اليوم الثلاثاء، قصفها للبلدة
    cut = scene.page.lookup.cuts(before)
    if any(
        c.pro in ("ب", "ل") and c.stem in ("عمليه", "عمليات", "حمله", "محاوله", "محاولات", "جريمه", "حادث", "حادثه") for c in cut
    ):
        return False
    if after in ("من", "علي", "في", "ل", "ب", "استهدف", "طال", "مصدره", "مماثل", "عنيف", "مكثف", "متبادل"):
        return False
    if for_whom(scene, verb.last):
        return False  # قصف لقوات كذا وفصائل موالية لها
    for mention in scene.actors_between(verb.last, verb.last + 1):
        if mention.form == "nisba" or (mention.gender == "f" and verb.payload.gender == "m"):
            return False  # قصف قوات كذا
        # VSO: the subject is followed by an object that is no prepositional phrase
        following = scene.form(mention.last)
        if following in _FROM_THERE and verb.cut.pro.startswith("و"):
            return False  # دخلوا البلدة، وطرد المسلحين منها
        if scene.word(mention.last) and following not in ("علي", "في", "ل", "استهدف", "من"):
            return not for_whom(scene, mention.last)  # دعم الدولة لقوات كذا
    if any(h.first == verb.last and h.payload.adjective for h in scene.means):
        return False
    if scene.word(verb.last) and _subject_before(scene, i, verb):
        return True  # إن سلاح الجو قصف رتلا
    return noun.payload.cls == "noun" and _opens_clause(scene, i)


def for_whom(scene: Scene, i: int) -> bool:
    """Whether ل stands in front of an actor or of what may be hit at token `i`: only a masdar with its doer takes its object so."""
    form = scene.form(i)
    if not form.startswith("ل") or len(form) < 4:
        return False
    actor = any(scene.tokens[m.first].start < m.span[0] or form.startswith("لل") for m in scene.actors_between(i, i + 1))
    return actor or any(c.pro == "ل" and c.stem in scene.words("thing-struck") for c in scene.page.lookup.cuts(form))


def _has_effect(scene: Scene, i: int) -> bool:
    """Whether a verb that a noun of attack has for its own stands further on in the clause (أن قصف … استهدف، أن قصفا … أدى إلى)."""
    _, end = scene.clause(i)
    return any(scene.form(k) in scene.words("effect") for k in range(i, min(end, i + 10)))


def _carried_across(scene: Scene, i: int) -> bool:
    """Whether only an aside between commas stands between a verb that carries a noun and token `i`."""
    low = max(_sentence_first(scene, i), i - 14)
    carriers = [k for k in range(low, i) if k in scene.light and scene.light[k].payload.entry.frame == "agent"]
    return (
        bool(carriers)
        and scene.form(i - 1) in ("،", ",")
        and not any(scene.form(k) in _BEFORE_VERB for k in range(carriers[-1], i))
    )


def _subject_before(scene: Scene, i: int, verb: Hit[Sense]) -> bool:
    """Whether an actor stands right in front, behind إن or at the start, and agrees with the verb."""
    return any(
        m.last == i
        and m.form in ("name", "institution")
        and (verb.payload.gender == "c" or m.gender in ("c", verb.payload.gender))
        and (scene.form(m.first - 1) in ("ان", "بان", "وان", "،", ":", "كان", "وكان") or _opens_clause(scene, m.first))
        for m in scene.actors_between(i - 7, i)
    )


def _opens_clause(scene: Scene, i: int) -> bool:
    first, _ = scene.clause(i)
    return all(not scene.word(k) for k in range(first, i)) and i > scene.headline


def _allowed(scene: Scene, hit: Hit[Sense]) -> bool:
    entry = hit.payload.entry
    if any(k in scene.blocked for k in range(hit.first, hit.last)):
        return False
    first, last = scene.clause(hit.first)
    if entry.near:
        low, high = max(hit.first - 9, _sentence_first(scene, hit.first)), min(hit.last + 12, _sentence_last(scene, hit.first))
        spots = [k for k in range(low, high) if not hit.first <= k < hit.last]
        if not any(name in scene.classes[k] for name in entry.near for k in spots):
            return False
    if entry.beside:
        low, high = max(hit.first - 5, first), min(max(hit.last + 6, scene.reach(hit.last, entry.reach)), last)
        if not any(
            scene.has_class(name, k, k + 1) for name in entry.beside for k in range(low, high) if not hit.first <= k < hit.last
        ):
            return False
    if entry.after:
        reach = min(last, scene.reach(hit.last, entry.reach))
        spans = ((hit.last, reach), _antecedent(scene, hit))
        if not any(scene.has_class(name, low, high) for name in entry.after for low, high in spans):
            return False
    if entry.far:
        low, high = max(hit.first - 5, first), min(hit.last + 6, last)
        near = [k for k in range(low, high) if not _of_a_group(scene, k)]
        if any(
            name in scene.classes[k] and not (name in _OF_SPEECH and _of_a_speaker(scene, hit, k))
            for name in entry.far
            for k in near
        ):
            return False
    if mishap(scene, hit) or misread(scene, hit):
        return False
    return not (entry.definite and not (hit.cut.definite or hit.enc or scene.form(hit.first - 1) in ("هذا", "هذه", "تلك", "ذلك")))


def _antecedent(scene: Scene, hit: Hit[Sense]) -> tuple[int, int]:
    """The tokens in front of a relative clause whose verb points back to its object with a pronoun: الأراضي التي خسرتها."""
    if (
        hit.payload.entry.id in _LAID
        or hit.payload.cls != "verb"
        or hit.enc not in _POINTS_BACK
        or scene.form(hit.first - 1) not in _WHICH
    ):
        return hit.first, hit.first
    if scene.lexicon.nouns.at(scene.tokens, hit.first - 2, scene.page.lookup):
        return hit.first, hit.first  # المحادثات التي ترعاها: what went on is told of itself
    return max(_sentence_first(scene, hit.first), hit.first - 1 - _NAMED_BEFORE), hit.first - 1


def _of_a_group(scene: Scene, i: int) -> bool:
    """Whether a word only stands further on in the name of an armed body: نصرة الإسلام والمسلمين speaks of no believers."""
    return any(
        m.form == "name" and m.first < i < m.last and m.entity in scene.actors and scene.actors[m.entity].kind in FORCES
        for m in scene.actors_between(i - 5, i)
    )


def _of_a_speaker(scene: Scene, hit: Hit[Sense], i: int) -> bool:
    """Whether a word only says who is quoted: أفادت وسائل الإعلام بإطلاق صواريخ is no attack of words."""
    start, named = scene.tokens[i].start, scene.tokens[hit.first].start
    return any(first <= start < last and not first <= named < last for first, last in scene.speaking)


def _sentence_first(scene: Scene, i: int) -> int:
    sentence = scene.sentence(i)
    return sentence.first if sentence else i


def _sentence_last(scene: Scene, i: int) -> int:
    sentence = scene.sentence(i)
    return sentence.last if sentence else i + 1


def _choose(scene: Scene, i: int) -> tuple[Hit[Sense] | None, list[Hit[Sense]]]:
    """The reading of a trigger at token `i`, and the readings left aside."""
    lookup, tokens = scene.page.lookup, scene.tokens
    nouns = [h for h in scene.lexicon.nouns.at(tokens, i, lookup) if not (h.payload.cls == "noun" and h.cut.pro == "ك")]
    verbs = scene.lexicon.verbs.at(tokens, i, lookup)
    verbs = [h for h in verbs if not (h.cut.pro.endswith("ل") and h.payload.tense == "past")]
    found = sorted(
        (h for h in nouns + verbs if _allowed(scene, h) and _plausible(scene, h)),
        key=lambda h: (-h.last, len(h.cut.pro) + len(h.enc)),
    )
    if not found:
        return None, []
    found = _governing_first(found)
    best = found[0]
    same = [h for h in found if h.last == best.last]
    noun = next((h for h in same if h.payload.cls != "verb"), None)
    verb = next((h for h in same if h.payload.cls == "verb"), None)
    if noun is not None and verb is not None:
        as_verb = noun.payload.cls == "noun" and _verb_here(scene, i, verb, noun)
        best = verb if as_verb else noun
    return best, [h for h in found if h is not best]


def _governing_first(found: list[Hit[Sense]]) -> list[Hit[Sense]]:
    """Of readings of one length and cut, that which says what the word governs before one of another type or frame which does not.

    استهدف الثوار مروحية بصاروخ أرض جو is air defence, whatever else استهدف may be; قضى الجيش على مسلحين is no death of the army.
    """
    first = found[0]
    if first.payload.entry.after:
        return found
    for hit in found[1:]:
        alike = (hit.last, hit.cut.pro, hit.enc, hit.payload.cls) == (first.last, first.cut.pro, first.enc, first.payload.cls)
        said = hit.payload.entry.after or hit.payload.entry.id in _BY_BOMBERS
        kind = first.payload.entry
        if alike and said and (hit.payload.entry.type, hit.payload.entry.frame) != (kind.type, kind.frame):
            return [hit, *(h for h in found if h is not hit)]
    return found


def find_mentions(scene: Scene) -> list[Mention]:
    """Every mention in text order, leftmost and longest, false friends left out."""
    out: list[Mention] = []
    i = 0
    while i < len(scene.tokens):
        if scene.tokens[i].kind != "word":
            i += 1
            continue
        best, others = _choose(scene, i)
        sentence = scene.sentence(i)
        if best is None or sentence is None or _in_a_name(scene, best) or _in_a_place(scene, best):
            i += 1
            continue
        reasons = (namesake, other_meaning, institution, general, upon_an_idea)
        if any(why(scene, best) for why in reasons):
            i += 1
            continue
        entry = best.payload.entry
        before = scene.form(best.first - 1)
        demonstrative = before in ("هذا", "هذه", "تلك", "ذلك", "وهذا", "وهذه") or any(
            c.stem in ("هذا", "هذه") for c in scene.page.lookup.cuts(before)
        )
        demonstrative = demonstrative and (best.payload.cls == "verb" or _is_definite(scene, best))  # بما في ذلك هجوم كبير
        mention = Mention(
            first=best.first,
            last=best.last,
            hit=best,
            span=scene.page.span(best.first, best.last),
            sentence=sentence.nth,
            into=sentence.into,
            clause=scene.clause(best.first),
            type=type_of(scene, best),
            open=entry.open,
            definite=best.payload.cls != "verb" and (_is_definite(scene, best) or demonstrative),
            demonstrative=demonstrative,
            carrier=carrier_of(scene, best),
        )
        for other in others[:3]:
            mention.considered.append(
                Considered(
                    span=scene.page.span(other.first, other.last),
                    what=f"{other.payload.entry.id} ({other.payload.cls}, {other.payload.entry.type})",
                    why="a longer or likelier reading of these words was taken",
                )
            )
        before_last = out[-1] if out else None
        if (
            before_last is not None
            and before_last.sense.cls == "verb"
            and before_last.sense.entry.id == "target-verb"
            and best.payload.cls != "verb"
            and (not best.payload.entry.weak or (best.cut.definite and not best.payload.entry.refers))
            and best.first - before_last.last <= 1
            and mention.clause == before_last.clause
        ):
            out.pop()  # استهدف القصف: the noun is the subject, one happening
        if before_last is not None and before_last.sense.entry.id == "police-operation" and before_last.last == best.first:
            if best.payload.cls != "verb":
                out.pop()  # عمليات قصف: the operation is what the noun behind it says
                before_last = None
        if before_last is not None and _governed(scene, before_last, mention):
            i = best.last
            continue
        out.append(mention)
        i = best.last
    return out


def _governed(scene: Scene, verb: Mention, mention: Mention) -> bool:
    """Whether a mention is only what the verb or masdar before it governs (سيبسطون سيطرتهم على البلدة)."""
    if verb.sense.entry.id == "trade-fire" and mention.type == "small_arms_fire" and mention.first - verb.last <= 1:
        return True  # تبادل لإطلاق النار
    if "goods-entry" in verb.sense.entry.after and mention.type == "humanitarian_aid":
        return mention.first - verb.last <= _GOVERNED and mention.clause == verb.clause  # منع دخول المواد الغذائية
    if verb.type == "siege_break" and mention.type == "siege" and verb.sense.cls == "verb" and mention.clause == verb.clause:
        return mention.first - verb.last <= _GOVERNED  # كسرت القوات حصار التنظيم
    if (
        verb.sense.entry.id in _REGAINING
        and scene.form(mention.first).startswith(("السيطره", "سيطره", "سيطرت"))
        and mention.definite
    ):
        near = mention.first - verb.last <= _GOVERNED and mention.sense.cls != "verb" and mention.clause == verb.clause
        return near and not any(scene.form(k) in ASIDES for k in range(verb.last, mention.first))  # استعادوا مساء أمس السيطرة على
    return (
        "control-held" in verb.sense.entry.after
        and scene.form(mention.first - 1) not in ASIDES  # وسعوا نفوذهم بعد سيطرتهم على العاصمة
        and mention.first - verb.last <= _GOVERNED
        and mention.clause == verb.clause
        and not scene.classes[mention.first].isdisjoint(("control-held", "control-range"))
    )


def _in_a_name(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether a word only stands in the name of an actor (الجبهة الوطنية للتحرير، الرقة تذبح بصمت)."""
    if hit.payload.cls == "phrase":
        return False
    return any(
        m.form in ("name", "institution")
        and (m.first < hit.first or m.first == hit.first and hit.last < m.last)
        and hit.last <= m.last
        and m.entity in scene.actors
        and scene.actors[m.entity].registered
        for m in scene.actors_between(hit.first - 6, hit.first + 1)
    )


def _in_a_place(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether a word is the name behind the type word of a place (مدينة تدمر، حاجز حوارة), or of Palmyra joined to another (حلب وتدمر)."""
    if hit.cut.stem == "تدمر" and hit.cut.pro == "و":
        return any(p.last == hit.first for _, p in scene.places_between(hit.first - 4, hit.first))
    return hit.last == hit.first + 1 and any(
        p.type_word is not None and bool(p.candidates) and p.first < hit.first < p.last
        for _, p in scene.places_between(hit.first - 3, hit.first)
    )


def _is_definite(scene: Scene, hit: Hit[Sense]) -> bool:
    behind = hit.first - 2 if scene.form(hit.first - 1) == "من" else hit.first - 1
    if scene.form(behind) in scene.words("quantity-of"):
        return bool(hit.enc)  # سلسلة من التفجيرات، عشرات الضربات الجوية
    if hit.payload.cls == "noun":
        return hit.cut.definite or bool(hit.enc)
    if hit.last - hit.first == 2 and hit.cut.stem in scene.words("act-of") and scene.form(hit.last - 1).startswith("ال"):
        return True  # عملية الإنزال
    return hit.cut.definite or scene.form(hit.first).startswith(("ال", "بال", "لل", "وال", "وبال", "ولل", "فال", "كال"))


def _plausible(scene: Scene, hit: Hit[Sense]) -> bool:
    """Readings that the letters allow but the sentence does not."""
    sense, stem = hit.payload, hit.cut.stem
    if goods_taken(scene, hit):
        return False
    if sense.entry.id in _GIVING_WAY and other_meaning(scene, hit):
        return False  # دخلت الجامعة في جنوب المدينة: read by what else دخل may be
    if sense.cls == "noun" and sense.number == "d" and sense.construct and stem.endswith("ي") and not stem.endswith("تي"):
        return False  # اجتماعية is an adjective, no two meetings of his
    if hit.enc in _THOU and not _spoken(scene, hit):
        return False  # سبوك is a town: who is told of is spoken to in speech alone
    if hit.enc == "ه" and scene.plain(hit.last - 1).endswith("ة"):
        return False  # حوارة, written with a ta marbuta, is a town and not his dialogue
    if hit.payload.cls == "verb":
        before = scene.form(hit.first - 1)
        if hit.enc and sense.entry.intransitive:
            return False
        if "\u064b" in scene.page.text(scene.page.span(hit.last - 1, hit.last)):
            return False  # قصفاً with tanwin is a noun
        if hit.payload.tense == "jussive" and before not in _JUSSIVE and not hit.cut.pro.endswith("ل"):
            return False  # تستعد is تستعدّ, she makes ready, unless لم stands before it
        if hit.enc == "ي" or scene.plain(hit.last - 1).endswith("ة"):
            return False  # a verb takes ني, and never a ta marbuta
        governs = before in _PREPOSITIONS and not (before == "هذا" and hit.cut.pro.startswith("و"))  # هذا ويستهدف الجيش البلدة
        told = hit.enc or scene.form(hit.last) in _BACK or sense.entry.id == "target-verb"  # عمليات استهدفت المسلحين
        if before in _DESCRIBED and hit.payload.tense == "past" and told:
            governs = False  # مناطق سيطر عليها التنظيم, مواقع قصفتها الطائرات; but مناطق تنتشر فيها جبهة كذا only says which
        if before in ("عده", "اخر") and _describes(scene, hit.first - 1) and not hit.cut.pro:
            governs = False  # صواريخ عدة استهدفت المطار، قصف آخر استهدف سيارة
        if governs and before not in ("ان", "بعد", "قبل", "منذ", "حول", "غير") and not scene.cleft(hit.first):
            return False  # behind من stands no verb, but behind هو من one does
        reached = sense.entry.verb[:1] == ("وصل",) and scene.form(hit.last) == "الي"
        if reached and (scene.form(hit.last + 1) in _ABOUT or scene.numbers_between(hit.last + 1, hit.last + 2)):
            return False  # وصلت إلى نحو 500: what grew, and nobody arrived
        if sense.entry.verb[:1] == ("وصل",) and any(
            scene.form(k) == "الي" and scene.form(k + 1) in scene.words("arrived-at-in-words")
            for k in range(hit.last, hit.last + _ARRIVED)
        ):
            return False  # وصلوا إلى قناعة
        if hit.payload.person == 1 and (hit.payload.tense == "jussive" or not _spoken(scene, hit)):
            return False
    return True


def _describes(scene: Scene, i: int) -> bool:
    """Whether عدة or آخر at token `i` belongs to an indefinite noun in front of it: انتحاريا آخر فجر شحنة, not في آخر قصف."""
    before = scene.form(i - 1)
    return scene.word(i - 1) and before not in _PREPOSITIONS | _BEFORE_VERB and not before.startswith("ال")


def _spoken(scene: Scene, hit: Hit[Sense]) -> bool:
    """Whether somebody speaks here for himself: inside quotation marks, or with the future sign in what is quoted of him."""
    if scene.page.quote_around(hit.first) is not None:
        return True
    return hit.cut.pro in ("س", "وس", "فس") and bool(scene.claims_at(scene.page.span(hit.first, hit.last)))
