"""What the code stage knows: words that name happenings, weapons, counted things, cues of realis, and false friends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from marsad.arabic.fold import fold_word
from marsad.arabic.inflection import Gender, Number, Tense, Voice, conjugate, decline
from marsad.arabic.phrases import PhraseTable
from marsad.lexicon.code.signs import Signs
from marsad.lexicon.loader import Entry, LexiconError, read_csv, read_yaml, shelf
from marsad.model import CountWhat, EventType, Realis

FAMILIES = ("violence", "territory", "groups", "ceasefire", "diplomacy", "support", "harm")

Frame: TypeAlias = Literal["attack", "agent", "victim", "mutual", "state", "none"]
WordClass: TypeAlias = Literal["verb", "noun", "phrase"]
RealisScope: TypeAlias = Literal["after", "before", "clause", "sentence", "near"]
ContextKind: TypeAlias = Literal["metaphor", "other-matter", "history", "class"]
PopulationHint: TypeAlias = Literal["civilian", "combatant", "all", "unknown"]


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of our own and what must be found in it; what is left out is taken from the entry."""

    text: str
    trigger: str | None = None
    type: EventType | None = None
    realis: Realis | None = None


class Trigger(Entry, frozen=True, kw_only=True):
    """A word or phrase that names a happening.

    `verb` is past, present and, where the rule would be wrong, passive past and present; `noun` is the singular and its
    plurals; `phrases` stand as written. `frame` says who the subject and the genitive are. `open` lets a weapon or an
    aircraft in the clause decide the type; `present` is the type of the verb in the present tense; `refers` marks a noun that only points back (الهجوم، الحادث). `near` and `far`
    name word classes of contexts.yml that must, or must not, stand in the clause; one of `beside` must stand within a few
    words, one of `after` within `reach` behind it. An `intransitive` verb takes no object pronoun (تقدمه is not an advance). `matter`
    is what kind of act within its type a word tells: a ballot is no coup, an appointment no resignation.
    """

    type: EventType
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    phrases: tuple[str, ...] = ()
    frame: Frame = "attack"
    genitive: Literal["agent", "patient", "either", "none"] = "either"
    open: bool = False
    weak: bool = False
    refers: bool = False
    realis: Realis | None = None
    present: EventType | None = None
    matter: str | None = None
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reach: int = 6
    intransitive: bool = False
    definite: bool = False
    examples: tuple[str | Example, ...]
    never: tuple[str, ...] = ()


class LightVerb(Entry, frozen=True, kw_only=True):
    """A verb that only carries an event noun: شن غارات، تعرضت لقصف، دارت معارك."""

    verb: tuple[str, ...]
    frame: Literal["agent", "victim", "event"]
    phrases: tuple[str, ...] = ()
    realis: Realis | None = None
    examples: tuple[str, ...]


class Control(Entry, frozen=True, kw_only=True):
    """A verb, noun or adjective that says who does the act that a masdar behind one of its `leads` names.

    `verb` is past, present and, where `passive` subjects do the act, their passives; `forms` stand as written. `doer` says where
    the doer stands, `governed` the preposition in front of him, if any; `alone`, the subject has it done where nobody is told to.
    """

    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    leads: tuple[str, ...]
    doer: Literal["subject", "object", "genitive", "described"]
    governed: str = ""
    passive: bool = False
    alone: bool = False
    examples: tuple[str, ...]


class ControlSense(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of a control: what it tells of its subject."""

    entry: Control
    gender: Gender = "c"
    number: Number = "s"
    voice: Voice | None = None


class MeansEntry(Entry, frozen=True, kw_only=True):
    """A weapon, aircraft or method; `type` is what it makes of an attack whose kind is not said."""

    kind: str
    type: EventType | None = None
    noun: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    adjective: tuple[str, ...] = ()
    actor: bool = False
    examples: tuple[str, ...]


class Counted(Entry, frozen=True, kw_only=True):
    """A noun that a number counts. `victim` nouns need a word of harm beside them; `harm` nouns say the harm themselves;
    `body` nouns are counted where bodies sign, meet, join or withhold themselves (وقعت ستة فصائل على الاتفاق).

    `bare` nouns count without a number (سقوط جرحى), `numbered` ones only with one, because alone they are mostly adjectives
    or something else (روسي); `kin` nouns stand with a pronoun or a genitive (والده).
    """

    what: CountWhat
    population: PopulationHint = "unknown"
    noun: tuple[str, ...] = ()
    gender: Literal["m", "f"] | None = None
    phrases: tuple[str, ...] = ()
    role: Literal["harm", "victim", "thing", "body"]
    bare: bool = False
    kin: bool = False
    numbered: bool = False
    examples: tuple[str, ...]
    never: tuple[str, ...] = ()


class HarmWord(Entry, frozen=True, kw_only=True):
    """A verb, masdar or phrase that says what befell the people counted beside it."""

    what: CountWhat
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    examples: tuple[str, ...]


class HarmSense(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of a word of harm."""

    entry: HarmWord
    cls: WordClass
    number: Number = "s"


class RealisCue(Entry, frozen=True, kw_only=True):
    """A word that says how far something happened; `scope` is where its event stands.

    A phrase that ends in ل or ب alone (خطة ل) is met where one of the words behind it begins so; `letter` keeps which. What
    `verbs`, `nouns` and single `forms` govern stands behind one of the `leads`, where any are given (هدد الفصيل بقصف المطار).
    """

    realis: Realis
    scope: RealisScope
    phrases: tuple[str, ...] = ()
    verbs: tuple[tuple[str, ...], ...] = ()
    nouns: tuple[tuple[str, ...], ...] = ()
    forms: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    rank: int = 5
    reach: int = 8
    only: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    letter: str = ""


class Context(Entry, frozen=True, kw_only=True):
    """Words that take a trigger out of the war (metaphor, sport, history), or a class of words that entries ask for."""

    kind: ContextKind
    phrases: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class WordList(Entry, frozen=True, kw_only=True):
    """A closed list of words of one grammatical use, with an example in which one of them stands so."""

    words: tuple[str, ...]
    example: str


class CodeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The codes of one event type in PLOVER, CAMEO and ACLED, and the reason where one has none."""

    id: str
    family: str
    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    acled_event: str | None = None
    acled_sub: str | None = None
    reason: str | None = None


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of a trigger: its entry and what the form tells."""

    entry: Trigger
    file: str
    cls: WordClass
    tense: Tense | None = None
    voice: Voice | None = None
    person: int = 3
    gender: Gender = "c"
    number: Number = "s"
    construct: bool = False


class LightSense(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of a light verb."""

    entry: LightVerb
    tense: Tense | None
    voice: Voice | None


class CountedSense(msgspec.Struct, frozen=True, kw_only=True):
    """One written form of a counted noun."""

    entry: Counted
    number: Number
    phrase: bool = False
    construct: bool = False


# Classes that no word list gives: the first word of a place, or of an actor known beyond the document.
NAMED = frozenset(["named-place", "named-actor", "named-force"])
# A word that ends in one of these takes no alef in the accusative, or is a plural in ون, ين or ات.
_NO_ALEF = frozenset("اةىءئؤوينتهك")
VERB_PROCLITICS = frozenset(["", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل"])


@dataclass(frozen=True, slots=True)
class CodeLexicon:
    """The tables of the code stage; every form is folded."""

    nouns: PhraseTable[Sense]
    verbs: PhraseTable[Sense]
    light: PhraseTable[LightSense]
    controls: PhraseTable[ControlSense]
    means: PhraseTable[MeansEntry]
    counted: PhraseTable[CountedSense]
    harm: PhraseTable[HarmSense]
    cues: PhraseTable[RealisCue]
    cue_verbs: PhraseTable[RealisCue]
    cue_nouns: PhraseTable[RealisCue]
    words: dict[str, frozenset[str]]
    contexts: PhraseTable[Context]
    codes: Mapping[str, CodeRow]
    background: Signs
    merging: Signs
    places: Signs
    doers: Signs
    targets: Signs
    triggers: tuple[tuple[str, Trigger], ...]


def _senses(entry: Trigger, file: str) -> Iterator[tuple[WordClass, str, Sense]]:
    if entry.verb:
        past, present = entry.verb[0], entry.verb[1] if len(entry.verb) > 1 else None
        passive = (entry.verb[2], entry.verb[3]) if len(entry.verb) == 4 else None
        for form in conjugate(past, present, passive=passive):
            yield (
                "verb",
                form.form,
                Sense(
                    entry=entry, file=file, cls="verb", tense=form.tense, voice=form.voice, person=form.person,
                    gender=form.gender, number=form.number,
                ),
            )  # fmt: skip
    if entry.noun:
        for noun in decline(entry.noun[0], *entry.noun[1:], gender=entry.gender):
            if noun.number == "d" and len(entry.noun) == 1:
                continue  # a masdar without a plural has no dual either, and its letters may mean another word (قتلى)
            yield (
                "noun",
                noun.form,
                Sense(entry=entry, file=file, cls="noun", gender=noun.gender, number=noun.number, construct=noun.construct),
            )
    for phrase in entry.phrases:
        yield "phrase", phrase, Sense(entry=entry, file=file, cls="phrase")


def _forms(nouns: tuple[str, ...], gender: Gender | None = None) -> Iterator[tuple[str, Number]]:
    if nouns:
        for form in decline(nouns[0], *nouns[1:], gender=gender):
            yield form.form, form.number


def _verb_forms(verb: tuple[str, ...]) -> Iterator[tuple[str, Tense, Voice]]:
    if verb:
        passive = (verb[2], verb[3]) if len(verb) == 4 else None
        for form in conjugate(verb[0], verb[1] if len(verb) > 1 else None, passive=passive):
            yield form.form, form.tense, form.voice


def _controls(given: Control) -> Iterator[tuple[str, ControlSense]]:
    entry = msgspec.structs.replace(given, leads=tuple(fold_word(w) for w in given.leads), governed=fold_word(given.governed))
    if entry.verb:
        passive = (entry.verb[2], entry.verb[3]) if len(entry.verb) == 4 else None
        for form in conjugate(entry.verb[0], entry.verb[1], passive=passive):
            if form.person == 3:
                yield form.form, ControlSense(entry=entry, gender=form.gender, number=form.number, voice=form.voice)
    for word, number in _forms(entry.noun):
        yield word, ControlSense(entry=entry, number=number)
    for word in entry.forms:
        yield word, ControlSense(entry=entry)


def word_lists() -> tuple[WordList, ...]:
    """The closed lists of words, of all files of `words/`; raises `LexiconError` where two have one id."""
    files = sorted((shelf("code") / "words").iterdir(), key=lambda file: file.name)
    lists = tuple(e for file in files for e in read_yaml(file, WordList))
    ids = [e.id for e in lists]
    if twice := {i for i in ids if ids.count(i) > 1}:
        raise LexiconError(f"code/words: {', '.join(sorted(twice))}: used for two lists")
    return lists


def load() -> CodeLexicon:
    """Read and check the shelf; raises `marsad.lexicon.loader.LexiconError`."""
    folder = shelf("code")
    nouns: list[tuple[str, Sense]] = []
    verbs: list[tuple[str, Sense]] = []
    triggers: list[tuple[str, Trigger]] = []
    seen: dict[str, str] = {}
    given: dict[tuple[str, str], str] = {}
    for family in FAMILIES:
        file = f"triggers/{family}.yml"
        for entry in read_yaml(folder / "triggers" / f"{family}.yml", Trigger):
            if entry.id in seen:
                raise LexiconError(f"{file} ({entry.id}): the id is also used in {seen[entry.id]}")
            if not (entry.verb or entry.noun or entry.phrases):
                raise LexiconError(f"{file} ({entry.id}): has neither verb nor noun nor phrases")
            if not entry.examples:
                raise LexiconError(f"{file} ({entry.id}): has no example")
            seen[entry.id] = file
            for cls, base in (("verb", entry.verb[:1]), ("noun", entry.noun[:1]), ("phrase", entry.phrases)):
                for form in base:
                    key = (cls, fold_word(form))
                    if given.get(key, entry.id) != entry.id and not (entry.near or entry.far or entry.beside or entry.after):
                        raise LexiconError(f"{file} ({entry.id}): {form!r} is also a {cls} of {given[key]!r}")
                    given.setdefault(key, entry.id)
            triggers.append((file, entry))
            for cls, form, sense in _senses(entry, file):
                (verbs if cls == "verb" else nouns).append((form, sense))
    light = [
        (form, LightSense(entry=e, tense=tense, voice=voice))
        for e in read_yaml(folder / "light.yml", LightVerb)
        for form, tense, voice in _verb_forms(e.verb)
    ]
    controls = [pair for e in read_yaml(folder / "controls.yml", Control) for pair in _controls(e)]
    means = [
        (form, e)
        for e in read_yaml(folder / "means.yml", MeansEntry)
        for form in (*(f for f, _ in _forms(e.noun)), *e.phrases, *_adjectives(e.adjective))
    ]
    counted: list[tuple[str, CountedSense]] = []
    for c in read_yaml(folder / "counted.yml", Counted):
        if c.noun:
            counted += [
                (noun.form, CountedSense(entry=c, number=noun.number, construct=noun.construct))
                for noun in decline(c.noun[0], *c.noun[1:], gender=c.gender)
            ]
        counted += [(form, CountedSense(entry=c, number="p", phrase=True)) for form in c.phrases]
    harm: list[tuple[str, HarmSense]] = []
    for h in read_yaml(folder / "harm.yml", HarmWord):
        if h.verb:
            pair = (h.verb[2], h.verb[3]) if len(h.verb) == 4 else None
            harm += [
                (verb.form, HarmSense(entry=h, cls="verb", number=verb.number))
                for verb in conjugate(h.verb[0], h.verb[1] if len(h.verb) > 1 else None, passive=pair)
            ]
        harm += [(form, HarmSense(entry=h, cls="noun")) for form, number in _forms(h.noun) if number == "s"]
        harm += [(form, HarmSense(entry=h, cls="phrase")) for form in h.phrases]
    cues: list[tuple[str, RealisCue]] = []
    cue_verbs: list[tuple[str, RealisCue]] = []
    cue_nouns: list[tuple[str, RealisCue]] = []
    for given_cue in read_yaml(folder / "realis.yml", RealisCue):
        cue = msgspec.structs.replace(given_cue, leads=tuple(fold_word(w) for w in given_cue.leads))
        bare = msgspec.structs.replace(cue, leads=())
        for form in cue.phrases:
            words, _, last = form.rpartition(" ")
            governs = bool(words) and last in ("ل", "ب")
            cues.append((words, msgspec.structs.replace(bare, letter=last)) if governs else (form, bare))
        cues += [(form, cue) for form in cue.forms]
        cue_nouns += [(form, cue) for noun in cue.nouns for form, _ in _forms(noun)]
        for verb in cue.verbs:
            active = [(form, tense) for form, tense, voice in _verb_forms(verb) if voice == "active"]
            # لم ألح: the first person of a jussive is written nowhere, and الحي has its letters
            cue_verbs += [(form, cue) for form, tense in active if tense != "jussive" or not form.startswith("ا")]
    classes = read_yaml(folder / "contexts.yml", Context)
    known = {c.id for c in classes} | NAMED
    for file, entry in triggers:
        for name in (*entry.near, *entry.far, *entry.beside, *entry.after):
            if name not in known:
                raise LexiconError(f"{file} ({entry.id}): contexts.yml has no class {name!r}")
    contexts = [(form, c) for c in classes for form in (*(f for f, _ in _forms(c.noun)), *_accusatives(c))]
    return CodeLexicon(
        nouns=PhraseTable.build(nouns, pronouns=True),
        verbs=PhraseTable.build(verbs, proclitics=VERB_PROCLITICS, pronouns=True),
        light=PhraseTable.build(light, proclitics=VERB_PROCLITICS, pronouns=True),
        controls=PhraseTable.build(controls, pronouns=True),
        means=PhraseTable.build(means, pronouns=True),
        counted=PhraseTable.build(counted, pronouns=True),
        harm=PhraseTable.build(harm, pronouns=True),
        cues=PhraseTable.build(cues),
        cue_verbs=PhraseTable.build(cue_verbs, proclitics=VERB_PROCLITICS, pronouns=True),
        cue_nouns=PhraseTable.build(cue_nouns, pronouns=True),
        contexts=PhraseTable.build(contexts, pronouns=True),
        codes={row.id: row for row in read_csv(folder / "codes.csv", CodeRow)},
        background=Signs.read(folder / "background.csv", "background"),
        merging=Signs.read(folder / "merging.csv", "one happening"),
        places=Signs.read(folder / "places.csv", "its place"),
        doers=Signs.read(folder / "doers.csv", "a doer"),
        targets=Signs.read(folder / "targets.csv", "a target"),
        words={e.id: frozenset(fold_word(w) for w in e.words) for e in word_lists()},
        triggers=tuple(triggers),
    )


def _accusatives(context: Context) -> Iterator[str]:
    """The phrases of a context, and of single words of a class the indefinite accusative as well (تلال، تلالا)."""
    for phrase in context.phrases:
        yield phrase
        if (
            context.kind == "class"
            and " " not in phrase
            and len(phrase) > 2
            and not phrase.startswith("ال")
            and phrase[-1] not in _NO_ALEF
        ):
            yield phrase + "ا"


def _adjectives(words: tuple[str, ...]) -> Iterator[str]:
    """An adjective with its feminine and its sound plurals."""
    for word in words:
        yield word
        if not word.endswith(("ة", "ات")):
            yield word + "ة"
            yield word + "ا"
            yield word + "ات"
