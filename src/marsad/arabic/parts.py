"""Parts: where a page is not one article but many things one after another.

A news ticker whose headlines were run together, a live blog, a chronicle, a list: what one entry tells, no other goes on
with. Every stage that looks a few sentences back asks how far off these are (`Sentence.nth`), and parts lie far apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from marsad.arabic.fold import Folded
from marsad.arabic.sentences import Sentence
from marsad.arabic.tokens import Token, pieces

# A page is a ticker when so many of its stretches of 60 tokens, and one in so many, hold two words run together: a menu that was
# run together fills one or two stretches, a slip of typing one. Of 4,800 articles 24 are such by this, 23 rightly.
_STRETCH: Final = 60
_SEAMS: Final = 5
_SURE: Final = 2  # of them between two Arabic words; names in Latin letters touch elsewhere too (an archive with its bylines)
_ONE_IN: Final = 5
# إ stands at the front of a word, behind its particles at most.
_HAMZA_BELOW: Final = re.compile(r"(?<=[\u0621-\u064a]{3})إ(?=[\u0621-\u064a]{3})")
_PARTICLES: Final = frozenset(
    ["و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "وبال", "لل", "ولل", "وب", "ول", "وك", "لإ", "بإ", "أ", "س", "فل", "فب"]
)  # fmt: skip
# Two words that the page tells elsewhere make up one that it does not: each of so many letters. Of 113 such in ten pages one was a name.
_HALF: Final = 3
_OF_NAMES: Final = frozenset(["عبد", "ابو", "كفر", "بيت"])
# Entries of a live blog that open with the hour, of a chronicle that open with a day.
_HOURS: Final = 6
_DAYS: Final = 3
_MONTHS: Final = 2
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_AT: Final = frozenset(
    ["الساعه", "عند", "في", "حوالي", "قرابه", "نحو", "منذ", "حتي", "الي", "من", "بين", "وقت", "تمام", "تحديث", "gmt"]
)
_ZONE: Final = frozenset(["بتوقيت", "ص", "م", "صباحا", "مساء", "ظهرا", "gmt", "فجرا", "بعد", "ت", "من", "و"])
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DAY: Final = re.compile(r"0?[1-9]|[12]\d|3[01]")
_FULL: Final = re.compile(r"(?:(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)")
_NO_MONTH: Final = frozenset(["في", "عام", "العام", "سنه", "من", "منذ", "خلال", "حتي", "الي", "بين"])
_MONTHS_REACH: Final = 5
_BULLETS: Final = frozenset(["*", "•", "·", "-", "–", "—"])


def joints(folded: Folded) -> frozenset[int]:
    """Where the headlines of a ticker were run together within a word (العراقاشتباكات), as offsets into the folded text."""
    words = [(first, last) for first, last, kind in pieces(folded) if kind == "word"]
    told = Counter(folded.text[first:last] for first, last in words)
    found = set()
    for first, last in words:
        for hamza in _HAMZA_BELOW.finditer(folded.plain, first, last):
            if folded.plain[first : hamza.start()] not in _PARTICLES:
                found.add(hamza.start())
        if told[folded.text[first:last]] == 1:
            halves = [(folded.text[first:at], folded.text[at:last], at) for at in range(first + _HALF, last - _HALF + 1)]
            found.update([at for left, right, at in halves if told[left] and told[right] and left not in _OF_NAMES][:1])
    return frozenset(found)


def seams(tokens: Sequence[Token], *, run_together: bool) -> frozenset[int]:
    """The tokens that open an entry of a ticker or a live blog where no sentence ended before them."""
    glued = frozenset(b.i for a, b in pairwise(tokens) if _glued(a, b)) if run_together else frozenset()
    return glued | _hours(tokens)


def parted(tokens: Sequence[Token], sentences: Sequence[Sentence], *, run_together: bool) -> tuple[Sentence, ...]:
    """The sentences with the part that each stands in, and how many of its part stand before it."""
    if run_together:
        opening = {s.i for s in sentences}
    else:
        hours = _hours(tokens)
        opening = {s.i for s in sentences if s.first in hours} | _days(tokens, sentences)
    out: list[Sentence] = []
    part = into = 0
    for sentence in sentences:
        if sentence.i in opening and sentence.i:
            part, into = part + 1, 0
        out.append(sentence._replace(part=part, into=into))
        into += 1
    return tuple(out)


def _glued(a: Token, b: Token) -> bool:
    """Whether nothing stands between two words: an ending and another word, a word in other letters."""
    if a.end != b.start:
        return False
    return (a.kind, b.kind) in (("word", "word"), ("latin", "word"), ("word", "latin")) and len(a.form) > 1 < len(b.form)


def ticker(tokens: Sequence[Token]) -> bool:
    """Whether a page is headlines run together: words that touch all through it."""
    held = {b.i // _STRETCH for a, b in pairwise(tokens) if _glued(a, b)}
    sure = {b.i // _STRETCH for a, b in pairwise(tokens) if _glued(a, b) and a.kind == b.kind}
    return len(sure) >= _SURE and len(held) >= _SEAMS and len(held) * _ONE_IN * _STRETCH >= len(tokens)


def _hours(tokens: Sequence[Token]) -> frozenset[int]:
    """The hours that open the entries of a live blog: many, running one way, and none of them in a sentence."""
    found: list[tuple[int, int]] = []
    for i, hour in _clocks(tokens):
        last = i if ":" in tokens[i].form else i + 2
        before = tokens[i - 1] if i else None
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if before is not None and (
            before.form.removeprefix("و") in _AT or before.kind in ("number", "latin") or before.form in ("(", ":", "/", "+")
        ):
            continue
        if behind is None or behind.kind != "word" or behind.form in _ZONE:
            continue
        found.append((i, hour))
    steps = [b - a for (_, a), (_, b) in pairwise(found)]
    one_way = max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps)) if steps else 0
    if len(found) < _HOURS or one_way * 4 < len(steps) * 3:
        return frozenset()
    return frozenset(i for i, _ in found)


def _clocks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The hours told in figures, in one piece or with blanks around the colon, in minutes of the day."""
    for i, token in enumerate(tokens):
        if token.kind != "number":
            continue
        form = token.form
        if len(tokens) > i + 2 and tokens[i + 1].form == ":" and tokens[i + 2].kind == "number":
            form = f"{form}:{tokens[i + 2].form}"
        if _CLOCK.fullmatch(form):
            hours, minutes = form.split(":")
            yield i, int(hours) * 60 + int(minutes)


def _days(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> set[int]:
    """The sentences that open with a day, in a page where many do: the entries of a chronicle."""
    dated = {s.i: day for s in sentences if (day := _day_in_front(tokens, s))}
    bare = [int(day) for day in dated.values() if day.isdigit() and len(day) <= len("31")]
    skipped, turned = sum(b - a > 1 for a, b in pairwise(bare)), sum(b < a for a, b in pairwise(bare))
    if 4 * skipped <= len(bare) or turned < _MONTHS:  # points are counted on; days leave some out and begin again
        dated = {i: day for i, day in dated.items() if not day.isdigit() or len(day) > len("31")}
    return set(dated) if len(set(dated.values())) >= _DAYS else set()


def behind_bullet(tokens: Sequence[Token], sentence: Sentence) -> int:
    """The token with which a sentence opens behind its bullet (* 2 أغسطس 1990: ...)."""
    return sentence.first + (tokens[sentence.first].form in _BULLETS and sentence.last > sentence.first + 1)


def _day_in_front(tokens: Sequence[Token], sentence: Sentence) -> str:
    """The day that a sentence opens with (2015/9/22 -, 22 أبريل 2011, 2 أغسطس (آب) 1990, 16 -, 1964 -), or nothing."""
    first = behind_bullet(tokens, sentence)
    forms = [t.form for t in tokens[first : min(sentence.last, first + 2 * _MONTHS_REACH)]]
    if len(forms) < 3 or tokens[first].kind != "number":
        return ""
    if _FULL.fullmatch(forms[0]) or _FULL.fullmatch("".join(forms[:5])):
        return "".join(forms[:5]) if not _FULL.fullmatch(forms[0]) else forms[0]
    if (
        forms[1] in ("-", "–", ":")
        and tokens[first + 2].kind == "word"
        and (_YEAR.fullmatch(forms[0]) or _DAY.fullmatch(forms[0]))
    ):
        return forms[0]
    if not _DAY.fullmatch(forms[0]):
        return ""
    for k, form in enumerate(forms[1 : _MONTHS_REACH + 1], 1):
        if _YEAR.fullmatch(form):
            return " ".join(forms[: k + 1]) if k > 1 else ""
        if form in _NO_MONTH or not (tokens[first + k].kind == "word" or form in ("/", "(", ")")):
            return ""
    return ""
