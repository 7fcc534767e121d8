"""Numbers in digits and words of all cases and genders, with bounds.

`find_numbers` finds them among the tokens of a page, `parse_number` reads one phrase. What is written as a number but counts
nothing (a designator such as سوخوي 24 or الفرقة 25, a percentage, a clock time, the name of a street) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from marsad.arabic.fold import fold
from marsad.arabic.numbers.bounds import Bounds
from marsad.arabic.numbers.reader import Read
from marsad.arabic.numbers.value import NumberMatch, NumberValue
from marsad.arabic.numbers.words import HEADS, OPEN, QUOTES, Word
from marsad.arabic.phrases import Lookup
from marsad.arabic.tokens import Cut, Token, tokenise
from marsad.model import Qualifier

_CLITICS: Final = frozenset(["ال", "ب", "ل", "ف", "بال", "وال", "لل", "وب", "ول", "كال", "فال"])

__all__ = ["NumberMatch", "NumberValue", "find_numbers", "parse_number"]


def _value(read: Read, qualifier: Qualifier | None) -> NumberValue:
    low = read.value
    if read.vague:
        return NumberValue(low=low, high=None, qualifier="more_than" if qualifier == "more_than" else "vague")
    if qualifier in ("at_least", "more_than"):
        return NumberValue(low=low, high=None, qualifier=qualifier)
    if qualifier == "up_to":
        return NumberValue(low=None, high=low, qualifier="up_to")
    return NumberValue(low=low, high=low, qualifier=qualifier or "exact", ordinal=read.ordinal)


def _open_number(reader: Bounds, i: int) -> int | None:
    """The token after عدد من، عدة، بضعة، العديد من; None when the word there is no open number."""
    token = reader.tokens[i]
    if token.kind != "word":
        return None
    for cut in reader.lookup.cuts(token.form):
        if cut.enc or cut.stem not in OPEN or cut.pro not in HEADS:
            continue
        if cut.stem == "اعداد":
            big = reader.form(i + 1) in ("كبيره", "هايله", "ضخمه", "كبيرا")
            return i + 3 if big and not cut.definite and reader.form(i + 2) == "من" else None
        if cut.stem in ("عدد", "عددا", "عديد", "كثير", "كثيرا", "مزيد", "مزيدا"):
            j = i + 1
            if cut.stem in ("عدد", "عددا") and cut.definite:
                return None
            if reader.form(j) in ("كبير", "كبيرا", "قليل", "قليلا", "محدود", "محدودا", "اخر", "غير"):
                j += 2 if reader.form(j) == "غير" else 1
            if reader.form(j) in ("منهم", "منهن", "منها") and j == i + 1:
                return j  # عديد منهم
            return j + 1 if reader.form(j) == "من" else None
        if cut.stem == "عده" and cut.pro and token.plain.endswith("ه"):
            return None  # بعده, "after him"
        if cut.pro.endswith("ال") or (cut.stem == "عده" and cut.pro not in ("", "و", "ب", "ل", "وب", "ول", "ف")):
            return None
        j = i + 1
        if cut.stem in ("بضع", "بضعه", "عده"):
            return j
    return None


def find_numbers(tokens: Sequence[Token], lookup: Lookup) -> tuple[NumberMatch, ...]:
    """All numbers in text order, none overlapping another's figure; offsets are token indices, `last` exclusive."""
    reader = Bounds(tokens, lookup)
    found: list[NumberMatch] = []
    i = 0
    while i < len(tokens):
        match = _match(reader, i)
        if match is None:
            i += 1
            continue
        last, number = match
        if number is not None:
            found.append(number)
        i = max(last, i + 1)
    return tuple(found)


def _match(reader: Bounds, i: int) -> tuple[int, NumberMatch | None] | None:
    """The number at token `i`: the token to go on from, and the match unless it counts nothing."""
    tokens = reader.tokens
    if tokens[i].kind not in ("word", "number"):
        return None
    opened = _open_number(reader, i)
    if opened is not None:
        some = reader.word(opened) if opened < len(tokens) else None
        if some and some[0].pro in ("", "ال"):
            read = reader.cardinal(opened)  # عدة آلاف, بضع عشرات
            if read is not None:
                value = NumberValue(low=read.value, high=None, qualifier="vague")
                return read.last, NumberMatch(i, read.last, i, read.last, value)
        return opened, NumberMatch(i, opened, i, opened, NumberValue(low=None, high=None, qualifier="vague"))
    read = reader.ordinal(i) or reader.cardinal(i)
    if read is None:
        return None
    if reader.designator(i, read) or _quoted_name(reader, i, read):
        return read.last, None
    if read.ordinal:
        return read.last, NumberMatch(i, read.last, i, read.last, _value(read, None))
    if read.worded and read.last == i + 1 and reader.word(i) is not None:
        cut, word = reader.word(i) or (Cut("", "", ""), Word("unit", 0))
        if word.kind == "tens" and cut.definite and reader.qualified_before(i) is None:  # قرابة الثلاثين is a number
            return read.last, NumberMatch(i, read.last, i, read.last, _value(read._replace(ordinal=True), None))
    span = reader.range_to(i, read)
    if span is not None:
        last, first, upper = span
        value = NumberValue(low=read.value, high=upper, qualifier="about")
        return last, NumberMatch(first, last, i, last, value)
    first, last, qualifier = _joined(reader, i), read.last, None
    before = reader.qualified_before(first)
    if before is not None:
        first, qualifier = before
    after = reader.qualified_after(read.last)
    if after is not None and (qualifier is None or qualifier == "about"):
        qualifier = after[2]
        if after[0] == read.last:
            last = after[1]
    return last, NumberMatch(first, last, i, read.last, _value(read, qualifier))


def _quoted_name(reader: Bounds, i: int, read: Read) -> bool:
    """Whether a number word alone between quotation marks is a name (المقاتل "ميتان"، حركة "خمسون"), and no crowd ("العشرات" من)."""
    word = reader.word(i)
    alone = read.worded and not read.ordinal and read.last == i + 1 and not (word is not None and word[1].kind == "few")
    return alone and reader.form(i - 1) in QUOTES and reader.form(i + 1) in QUOTES


def _joined(reader: Bounds, i: int) -> int:
    """The token of the clitic written onto figures (الـ24, بـ16), or `i` itself."""
    tokens = reader.tokens
    if i and tokens[i].kind == "number" and tokens[i - 1].form in _CLITICS and tokens[i - 1].end == tokens[i].start:
        return i - 1
    return i


def parse_number(text: str) -> NumberValue | None:
    """The value of a number phrase that is the whole of `text`, or None if it holds anything else (a counted noun may follow)."""
    folded = fold(text.strip())
    body = folded.text.strip()
    sign = -1.0 if body.startswith(("-", "−")) else 1.0
    body = body.lstrip("-−").strip()
    if re.fullmatch(r"\.\d+", body):
        body = f"0{body}"
    fraction = re.fullmatch(r"(\d+)/([1-9]\d*)", body)
    if fraction:
        value = sign * int(fraction[1]) / int(fraction[2])
        return NumberValue(low=value, high=value, qualifier="exact")
    tokens = tokenise(fold(body))
    if not tokens:
        return None
    lookup = Lookup()
    pieces = body.split(" فاصله ")
    if len(pieces) == 2:
        whole, part = parse_number(pieces[0]), parse_number(pieces[1])
        if whole and part and whole.low is not None and part.low is not None:
            value = sign * float(f"{int(whole.low)}.{int(part.low)}")
            return NumberValue(low=value, high=value, qualifier="exact")
    matches = find_numbers(tokens, lookup)
    if len(matches) != 1 or matches[0].first != 0:
        return None
    match = matches[0]
    value_found = match.value
    if sign < 0 and value_found.low is not None:
        value_found = NumberValue(low=-value_found.low, high=-value_found.low, qualifier=value_found.qualifier)
    return value_found
