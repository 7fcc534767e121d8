"""Inflection: every written form of a verb or noun of the lexicon, unvocalised and folded.

Only what news prose writes is made: the third persons, the first persons, the moods that change letters. Forms are
spelled without vowels, so one spelling may stand for several forms; each is listed with its features.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.arabic.fold import fold_word

Tense: TypeAlias = Literal["past", "present", "jussive"]
Voice: TypeAlias = Literal["active", "passive"]
Gender: TypeAlias = Literal["m", "f", "c"]
Number: TypeAlias = Literal["s", "d", "p"]

_LONG: Final = frozenset("اوي")


class VerbForm(NamedTuple):
    """One written form of a verb; `voice` is "passive" only where the letters say so."""

    form: str
    tense: Tense
    voice: Voice
    person: int
    gender: Gender
    number: Number


class NounForm(NamedTuple):
    """One written form of a noun; `construct` marks the ending that only stands before a genitive (قتيلا، مدنيو)."""

    form: str
    number: Number
    gender: Gender
    construct: bool


def _past(stem: str, voice: Voice) -> list[VerbForm]:
    """All past forms of a verb given in the third person masculine singular, with hamza and alef maqsura as written."""

    def form(text: str, person: int, gender: Gender, number: Number) -> VerbForm:
        return VerbForm(fold_word(text), "past", voice, person, gender, number)

    body, last = stem[:-1], stem[-1]
    forms = [form(stem, 3, "m", "s")]
    if last in "اى":
        weak = "و" if last == "ا" else "ي"
        forms += [form(body + "ت", 3, "f", "s"), form(body + "وا", 3, "m", "p"), form(body + "تا", 3, "f", "d")]
        forms += [form(body + weak + "ا", 3, "m", "d"), form(body + weak + "ن", 3, "f", "p")]
        forms += [form(body + weak + "ت", 1, "c", "s"), form(body + weak + "نا", 1, "c", "p")]
        return forms
    forms += [form(stem + "ت", 3, "f", "s"), form(stem + "ا", 3, "m", "d"), form(stem + "تا", 3, "f", "d")]
    forms.append(form((body if last == "ي" else stem) + "وا", 3, "m", "p"))
    if last in "أء":
        forms.append(form(body + "ؤوا", 3, "m", "p"))
    short = stem
    if len(stem) >= 3 and stem[-2] == "ا":
        short = stem[:-2] + last  # قال: قلت، قلنا، قلن
    forms += [form(short + "ت", 1, "c", "s"), form(short + "ن", 3, "f", "p")]
    forms.append(form(short + ("ا" if last == "ن" else "نا"), 1, "c", "p"))
    return forms


def _present(stem: str, voice: Voice) -> list[VerbForm]:
    """All present and jussive forms of a verb given in the third person masculine singular (يقول)."""
    rest = stem[1:]
    last = rest[-1]

    def form(text: str, tense: Tense, person: int, gender: Gender, number: Number) -> VerbForm:
        return VerbForm(fold_word(text), tense, voice, person, gender, number)

    forms = [
        form("ي" + rest, "present", 3, "m", "s"),
        form("ت" + rest, "present", 3, "f", "s"),
        form("أ" + rest, "present", 1, "c", "s"),
        form("ن" + rest, "present", 1, "c", "p"),
    ]
    body = rest[:-1] if last in "ويى" else rest
    dual = body + ("و" if last == "و" else "ي") if last in "ويى" else rest
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        g: Gender = "m" if gender == "m" else "f"
        forms += [form(prefix + dual + "ان", "present", 3, g, "d"), form(prefix + dual + "ا", "jussive", 3, g, "d")]
    forms += [form("ي" + body + "ون", "present", 3, "m", "p"), form("ي" + body + "وا", "jussive", 3, "m", "p")]
    forms.append(form("ي" + dual + "ن", "present", 3, "f", "p"))
    short = rest
    if last in "ويى":
        short = body
    elif len(rest) >= 3 and rest[-2] in _LONG and rest[-3] not in _LONG:
        short = rest[:-2] + last
    if short != rest:
        for prefix, person, gender, number in (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("ن", 1, "c", "p"), ("أ", 1, "c", "s")):
            forms.append(VerbForm(fold_word(prefix + short), "jussive", voice, person, gender, number))  # type: ignore[arg-type]
    return forms


def passive_of(past: str, present: str) -> tuple[str, str] | None:
    """The passive past and present where they are written otherwise than the active ones (قال: قيل، ألقى: ألقي), else None."""
    new_past, new_present = past, present
    if past[-1] in "اى":
        new_past = past[:-1] + "ي"
    elif len(past) >= 3 and past[-2] == "ا":
        new_past = past[:-2] + "ي" + past[-1]
    elif len(past) == 4 and past[1] == "ا":
        new_past = past[0] + "و" + past[2:]
    if present[-1] in "وي":
        new_present = present[:-1] + "ى"
    elif len(present) >= 4 and present[-2] in "وي" and present[-3] not in _LONG:
        new_present = present[:-2] + "ا" + present[-1]
    if (new_past, new_present) == (past, present):
        return None
    return new_past, new_present


def conjugate(past: str, present: str | None = None, *, passive: tuple[str, str] | None = None) -> tuple[VerbForm, ...]:
    """Every written form of a verb, each once, active readings first.

    `past` and `present` are the third person masculine singular as written (نفى، ينفي); without `present` only past forms
    are made. `passive` overrides the passive pair where the rule of `passive_of` would be wrong.
    """
    forms = _past(past, "active")
    if present is not None:
        forms += _present(present, "active")
        pair = passive or passive_of(past, present)
        if pair is not None:
            # ألقيت is "I threw", which only a quotation says, and "it was thrown": a first person hides no passive
            active = {f.form for f in forms if f.person == 3}
            more = _past(pair[0], "passive") + _present(pair[1], "passive")
            forms += [f for f in more if f.form not in active]
    seen: set[VerbForm] = set()
    return tuple(f for f in forms if not (f in seen or seen.add(f)))  # type: ignore[func-returns-value]


def _seated(noun: str) -> list[str]:
    """The stems to which a pronoun is written where a noun ends in اء: إجلاؤهم، بإجلائهم."""
    return [noun[:-1] + "ؤ", noun[:-1] + "ئ"] if noun.endswith("اء") and len(noun) > 3 else []


def decline(singular: str, *plurals: str, gender: Gender | None = None) -> tuple[NounForm, ...]:
    """Every written form of a noun: singular, accusative in ا, duals, and each plural given with its cases.

    A sound plural is given in the nominative (مدنيون) or in ات; a broken one as it stands. Gender is read from a final ة
    unless given.
    """
    if gender is None:
        gender = "f" if singular.endswith("ة") else "m"
    forms = [NounForm(fold_word(singular), "s", gender, construct=False)]
    if singular.endswith("ة"):
        stem = singular[:-1] + "ت"
    else:
        stem = singular
        if not singular.endswith(("اء", "ى", "ا")):
            forms.append(NounForm(fold_word(singular + "ا"), "s", gender, construct=False))
    forms += [NounForm(fold_word(form), "s", gender, construct=False) for form in _seated(singular)]
    if singular[-1] in "ىا" and len(singular) > 2:
        stem = singular[:-1] + "ي"
    for ending, construct in (("ان", False), ("ين", False), ("ا", True), ("ي", True)):
        form = NounForm(fold_word(stem + ending), "d", gender, construct=construct)
        if all(form.form != f.form for f in forms):
            forms.append(form)
    for plural in plurals:
        forms.append(NounForm(fold_word(plural), "p", gender, construct=False))
        if plural.endswith("ون"):
            body = plural[:-2]
            forms.append(NounForm(fold_word(body + "ين"), "p", gender, construct=False))
            forms += [
                NounForm(fold_word(body + "و"), "p", gender, construct=True),
                NounForm(fold_word(body + "ي"), "p", gender, construct=True),
            ]
        elif not plural.endswith(("اء", "ات", "ى", "ا", "ة")):
            forms.append(NounForm(fold_word(plural + "ا"), "p", gender, construct=False))
        forms += [NounForm(fold_word(form), "p", gender, construct=False) for form in _seated(plural)]
    seen: set[tuple[str, Number, bool]] = set()
    out: list[NounForm] = []
    for noun in forms:
        if (noun.form, noun.number, noun.construct) not in seen:
            seen.add((noun.form, noun.number, noun.construct))
            out.append(noun)
    return tuple(out)
