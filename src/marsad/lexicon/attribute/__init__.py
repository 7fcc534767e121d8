"""What the attribute stage knows: reporting verbs, nouns and prepositions, and the words around a speaker and a content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

import msgspec

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import VerbForm, conjugate
from marsad.arabic.phrases import PhraseTable
from marsad.lexicon.loader import Entry, read_yaml, shelf
from marsad.model import ActorKind, Certainty, ChainRole, Stance

Takes: TypeAlias = Literal[
    "that", "quote", "object", "to", "about", "upon", "by", "of", "in", "by_object", "to_object", "about_source"
]
Way: TypeAlias = Literal[
    "telling",  # whom it tells stands between speaker and content (أبلغ الصحفيين أن)
    "bare_object",  # an indefinite noun behind a closed speaker is its content (أعلنت القيادة وقفا شاملا)
    "by_speaker",  # it reports only of a subject that can speak (نقل الجرحى is no report)
    "held",  # the present without a speaker is what is commonly held (يعتبر الحي)
    "in_statement",  # it reports only as جاء في بيان
    "of_responsibility",  # it accuses only where مسؤولية is in reach
    "of_deeds",  # it claims deeds and adopts resolutions, which are no claims
    "adverb_alike",  # the bare past is spelled like an adverb but for its hamza (هنأ, هنا)
    "preposition_alike",  # the bare past is spelled like a preposition (بين)
    "offered_to",  # to whom is offered stands before what is offered
    "refusing",  # with words of saying behind it, it withholds (رفض التعليق)
    "rumour",  # with a pronoun it carries what is said about something (يتداولها عن)
    "in_asides",  # it stands in كما ذكر although it is a noun as well
    "bare_clause",  # what is said may follow a closed speaker without أن (قال ناشطون داهمت الدوريات الحي)
    "goes_on",  # its participle goes on without أن (مضيفا ...)
    "noun_is_cue",  # of a verb with its noun, the noun is the cue (اتخذت قرارا)
    "passive_alike",  # its participle is spelled like the one of whom it is asked (الحكومة مطالبة بفتح المعابر)
    "unsaid",  # behind دون أن it withholds (دون أن يسميها)
    "of_words",  # it reports only of what is said or planned (هاجم سياسة الحكومة, not هاجم الحاجز)
    "of_comment",  # it reports only of what the press asks for (لم تستجب لطلب التعليق)
    "in_words",  # its noun reports only with an adjective of speech (شن هجوما لاذعا)
    "subject_behind",  # a plain object is its content only with its subject behind it (أظهرت صور مقتل)
    "only_negated",  # it reports only under a negation (لم يخف أن)
    "only_participle",  # only its participle reports (مستشهدا ب)
    "exposed_alike",  # its present is spelled like another verb, which takes ل (تعرض القاضي لجروح)
    "needs_whom",  # whom it speaks of is never left out: one noun before its preposition is that one (اتهم جهات بالفساد)
    "carries_on",  # whoever spoke last goes on with it, and not who acts in between (وأضاف)
    "waw_alike",  # before a clause that is not of the future it is و and another verb (وعد أن, and he held that)
]


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of our own with the words the stage must find in it; what is not given is not checked."""

    text: str
    cue: str | None = None
    source: str | None = None
    content: str | None = None
    stance: Stance | None = None


class Verb(Entry, frozen=True, kw_only=True):
    """A reporting verb: its forms, what may follow it, and what its speaker does with the content.

    `with_nouns` are nouns with which it reports, each with its stance (وجه اتهامات); without `takes` it reports only so.
    """

    past: str
    present: str | None = None
    masdars: tuple[str, ...] = ()
    participle: str | None = None
    passive: tuple[str, str] | None = None
    takes: tuple[Takes, ...]
    stance: Stance
    certainty: Certainty = "stated"
    needs: Literal["any", "clause"] = "any"
    also_noun: bool = False
    object: Literal["masdar", "any", "counted", "feeling"] = "masdar"
    needs_pronoun: bool = False
    with_nouns: dict[str, Stance] = msgspec.field(default_factory=dict)
    withheld: tuple[str, ...] = ()  # nouns that count only under a negation (لم يقدم تفاصيل)
    pronoun: bool = False
    whom: tuple[Takes, ...] = ()  # what opens its content where a pronoun on it is whom it speaks of or to (اتهمها بخرق)
    negated: Stance | None = None
    impersonal: Literal["hedged", "outlet"] | None = None
    ways: tuple[Way, ...] = ()
    not_before: tuple[str, ...] = ()  # words directly behind it, or as its plain object, that make it another verb
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()


class Preposition(Entry, frozen=True, kw_only=True):
    """A preposition that names the speaker behind a clause (بحسب الوزارة)."""

    form: str
    joins: Literal["noun", "for", "about", "clause", "alone"] = "noun"
    stance: Stance = "asserts"
    certainty: Certainty = "stated"
    bare: bool = False  # only with a verb that has no pronoun (على ما أفاد, not على ما قاله)
    aside: bool = False  # only as an aside without a content behind it
    needs_speaker: bool = False  # only before somebody who can speak
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()


class Noun(Entry, frozen=True, kw_only=True):
    """A noun that reports (إعلان الوزارة عن، بتهمة، أنباء عن), with what must follow its speaker."""

    forms: tuple[str, ...]
    takes: tuple[Takes, ...]
    stance: Stance
    certainty: Certainty = "stated"
    speaker: Literal["genitive", "subject", "nobody"] = "genitive"
    needs_speaker: bool = False  # إعلان الانفصال is what is announced, not who announces
    names: bool = False  # reports only where a definite speaker is named behind it, or a pronoun for him
    outside: bool = False  # a statement: not behind في or خلال, where it is the setting of another report
    not_near: str | None = None  # the set of edge words that stand before it where it is part of an event
    alone: bool = False  # reports with ل although nobody is named
    after_li: bool = False  # reports behind لل too (للاتهامات)
    with_ba: bool = False  # reports only with ب in front (بحجة)
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()


class Withholding(Entry, frozen=True, kw_only=True):
    """A phrase with which somebody declines to say something: `declines` of one who wants no name, `silence` of no word at all."""

    forms: tuple[str, ...]
    kind: Literal["without", "declines", "silence"] = "without"
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()


class Action(Entry, frozen=True, kw_only=True):
    """A verb of doing: it reports nothing, but ends the noun phrase before it."""

    past: str
    present: str
    harm: bool = False  # told of another side, it accuses (قصف، خطف)


class StanceSign(Entry, frozen=True, kw_only=True):
    """A word in the first words of a content that says what the speaker does with it, whatever the verb."""

    forms: tuple[str, ...]
    stance: Stance
    within: int = 3
    verbs: tuple[Stance, ...] = ("asserts", "assesses", "announces")
    certainty: Certainty | None = None
    not_topic: bool = False  # not as the first word of a clause, which says something of it (إن أهمية الجسر تكمن في)
    by_parties: bool = False  # not where a monitor, a medium or an unnamed witness tells it
    examples: tuple[Example, ...]
    never: tuple[str, ...] = ()


class Edges(Entry, frozen=True, kw_only=True):
    """Words of one kind that bound a speaker or a content, with a sentence in which they do."""

    words: tuple[str, ...]
    examples: tuple[Example, ...]


class SpeakerNoun(Entry, frozen=True, kw_only=True):
    """A head noun of speakers, with the kind of actor and the role in a chain that it makes."""

    forms: tuple[str, ...]
    kind: ActorKind
    role: ChainRole
    examples: tuple[Example, ...]


class VerbReading(NamedTuple):
    """One way to read a written verb form."""

    verb: Verb
    form: VerbForm


class Participle(NamedTuple):
    """A participle that carries a further report of the same speaker."""

    verb: Verb
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class AttributeLexicon:
    """The tables of the attribute stage; all keys are folded."""

    verbs: dict[str, tuple[VerbReading, ...]]
    actions: frozenset[str]
    harms: frozenset[str]
    presents: frozenset[str]
    masdars: frozenset[str]
    participles: dict[str, Participle]
    prepositions: PhraseTable[Preposition]
    nouns: dict[str, Noun]
    withholding: PhraseTable[Withholding]
    stance_phrases: PhraseTable[StanceSign]
    edges: dict[str, frozenset[str]]
    boundaries: PhraseTable[str]
    speakers: dict[str, SpeakerNoun]
    entries: tuple[Verb, ...] = ()


def _participle_forms(participle: str) -> Iterable[tuple[str, str, str]]:
    stem = participle
    yield stem + "ا", "m", "s"
    yield stem + "ة", "f", "s"
    yield stem + "ين", "m", "p"


def load() -> AttributeLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    folder = shelf("attribute")
    verbs = read_yaml(folder / "verbs.yml", Verb)
    table: dict[str, list[VerbReading]] = {}
    participles: dict[str, Participle] = {}
    for verb in verbs:
        for form in () if "only_participle" in verb.ways else conjugate(verb.past, verb.present, passive=verb.passive):
            table.setdefault(form.form, []).append(VerbReading(verb, form))
        if verb.participle:
            for text, gender, number in _participle_forms(verb.participle):
                participles.setdefault(fold_word(text), Participle(verb, gender, number))
    actions = read_yaml(folder / "actions.yml", Action)
    signs = read_yaml(folder / "stances.yml", StanceSign)
    edges = read_yaml(folder / "edges.yml", Edges)
    sets = {e.id: frozenset(fold_word(w) for w in e.words) for e in edges}
    speakers = read_yaml(folder / "speakers.yml", SpeakerNoun)
    return AttributeLexicon(
        actions=frozenset(
            f.form
            for e in actions
            for f in conjugate(e.past, e.present)
            if f.person == 3 and len(f.form) > 2 and not (f.gender == "f" and f.number == "p")
        ),
        harms=sets["harm"]
        | frozenset(f.form for e in actions if e.harm for f in conjugate(e.past, e.present) if f.person == 3 and f.number != "d"),
        presents=frozenset(
            f.form
            for past, present in [(e.past, e.present) for e in actions] + [(v.past, v.present) for v in verbs if v.present]
            for f in conjugate(past, present)
            if f.tense == "present"
        ),
        masdars=frozenset(fold_word(m) for v in verbs for m in v.masdars),
        # the third person before the first, the active before the passive, where one spelling stands for both
        verbs={
            form: tuple(sorted(readings, key=lambda r: (r.form.voice == "passive", r.form.person == 1)))
            for form, readings in table.items()
        },
        participles=participles,
        prepositions=PhraseTable.build(
            ((e.form, e) for e in read_yaml(folder / "prepositions.yml", Preposition)), proclitics=frozenset(["", "و", "ف"])
        ),
        nouns={fold_word(f): e for e in read_yaml(folder / "nouns.yml", Noun) for f in e.forms},
        withholding=PhraseTable.build(
            ((f, e) for e in read_yaml(folder / "withholding.yml", Withholding) for f in e.forms),
            proclitics=frozenset(["", "و", "ف"]),
        ),
        stance_phrases=PhraseTable.build(
            ((f, e) for e in signs for f in e.forms), proclitics=frozenset(["", "و", "ف", "ب", "ال", "ل", "لال", "بال"])
        ),
        edges=sets,
        boundaries=PhraseTable.build(
            ((w, e.id) for e in read_yaml(folder / "background.yml", Edges) for w in e.words),
            proclitics=frozenset(["", "و", "ف"]),
        ),
        speakers={fold_word(f): e for e in speakers for f in e.forms},
        entries=verbs,
    )
