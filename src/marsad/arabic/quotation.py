"""Quotation marks paired as outlets really type them: mixed, nested, unbalanced, running over several sentences.

Straight marks have no side, curly ones are typed the wrong way round, an opening mark is forgotten. Sides are read from
the letters around a mark; a mark that cannot be paired within its reach is given up, never stretched over the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from marsad.arabic.tokens import Token
from marsad.model import Span

_OPENING: Final = frozenset("«“„‟‹")
_CLOSING: Final = frozenset("»”›")
_EITHER: Final = frozenset('"')
_SINGLE_OPENING: Final = frozenset("‘‚")
_SINGLE_CLOSING: Final = frozenset("’")
QUOTE_MARKS: Final = _OPENING | _CLOSING | _EITHER | _SINGLE_OPENING | _SINGLE_CLOSING
_NEVER_FIRST: Final = frozenset(",،.؛؟!?)")
_NEVER_LAST: Final = frozenset(
    [
        "في",
        "من",
        "الي",
        "علي",
        "عن",
        "ان",
        "بان",
        "مع",
        "بين",
        "او",
        "و",
        "ف",
        "ب",
        "ل",
        "ك",
        "ال",
        "ضد",
        "لدي",
        "حزب",
        "تنظيم",
        "حركه",
        "جماعه",
        "قوات",
        "ميليشيا",
    ]
)
_PROCLITIC_WORDS: Final = frozenset(("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب"))
# A quotation that runs on for more than this many tokens without its closing mark is taken for a stray mark; the longest
# closed quotation in 200 real articles had 214 tokens.
_REACH: Final = 320
_PARAGRAPHS: Final = 4
# Words of a paragraph that may stand before its one quotation (وقال المتحدث باسم الوزارة "...").
_LEAD: Final = 9


class Quote(NamedTuple):
    """A quotation: `span` with its marks, `inner` without; tokens `first` to `last` (exclusive) lie inside the marks."""

    span: Span
    inner: Span
    first: int
    last: int
    depth: int
    closed: bool


def _side(tokens: Sequence[Token], i: int, text: str, *, inside: bool) -> str:
    """Whether the mark at token `i` opens or closes: by its shape, else by the white space around it."""
    mark = tokens[i].form
    start, end = tokens[i].span
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    glued_after = not after.isspace() and after not in '.,،؛:؟!)]}»”"'
    glued_before = not before.isspace() and before not in '([{:«“"'
    if mark in _OPENING or mark in _SINGLE_OPENING:
        if inside and not glued_after and (glued_before or after in ".،,؛؟!"):
            return "close"  # “ typed as the second mark of a pair
        return "open"
    if _reversed(tokens, i):
        return "open"
    if mark in _CLOSING or mark in _SINGLE_CLOSING:
        if glued_after and (_after_proclitic(tokens, i) or (not inside and not glued_before)):
            return "open"  # ” typed as the first mark
        return "close"
    if glued_after and not glued_before:
        return "open"
    if glued_before and not glued_after:
        return "close"
    if glued_before and glued_after and not inside:
        return "open"  # بـ"قتل: a proclitic stands before the mark
    if inside and not glued_before and not glued_after and _goes_on(tokens, i):
        return "open"  # إلى " حزب الله ": a name inside longer speech, with a blank on either side of its marks
    return "close" if inside else "open"


def _reversed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a closing mark stands behind the colon of a speech, where it can only open (قال:» إن الجسر مغلق «)."""
    before = i - 1
    while before > 0 and tokens[before].form in _CLOSING:
        before -= 1  # قال :»» إن
    return tokens[i].form in _CLOSING and before >= 0 and tokens[before].form == ":"


def _doubled(tokens: Sequence[Token], i: int) -> bool:
    """Whether another such mark stands directly behind one that opens a speech the wrong way round (قال :»» إن)."""
    return i + 1 < len(tokens) and tokens[i + 1].form in _CLOSING and _reversed(tokens, i)


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word before a mark cannot be the last of a quotation: a particle, a colon, a lone ل - that takes a name."""
    before = i - 1
    while before > 0 and tokens[before].form in ("-", "–", "ـ"):
        before -= 1
    never = tokens[before].form == ":" or (tokens[before].kind == "word" and tokens[before].form in _NEVER_LAST)
    if not never or i + 2 >= len(tokens) or tokens[i + 1].kind != "word":
        return False
    return not (tokens[i + 1].form == "و" and tokens[i + 2].form in QUOTE_MARKS)  # "إن تي في" و"زفيزدا"


def _bare_row(tokens: Sequence[Token], i: int) -> bool:
    """Whether the straight mark at token `i` is one of three or more in a row with nothing between them: what a menu left."""
    first = last = i
    while first > 0 and tokens[first - 1].form in _EITHER:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].form in _EITHER:
        last += 1
    return tokens[i].form in _EITHER and last - first >= 2


def _after_proclitic(tokens: Sequence[Token], i: int) -> bool:
    """Whether a lone و ب ل ك ف (or بال لل) is glued in front of the mark: و”أحرار الشام”."""
    before = tokens[i - 1] if i else None
    return before is not None and before.end == tokens[i].start and before.form in _PROCLITIC_WORDS


def _whole(tokens: Sequence[Token], i: int, text: str, breaks_at: Sequence[int]) -> bool:
    """Whether a paragraph is one speaker with one quotation: few words, the mark at token `i`, and its pair at the end."""
    start = next((b for b in reversed(breaks_at) if b < i), -1)
    end = next((b for b in breaks_at if b > i), len(tokens))
    marks = [k for k in range(start + 1, end) if tokens[k].form in _EITHER]
    if i - start > _LEAD or marks[0] != i or len(marks) % 2:
        return False
    return all(t.kind == "punct" for t in tokens[marks[-1] : end]) and _side(tokens, marks[-1], text, inside=True) == "close"


def _reopens(tokens: Sequence[Token], i: int, breaks_at: Sequence[int], opening: int) -> bool:
    """Whether a straight mark begins the quotation of its own line (وأضاف الخبير " ... "), the one opened on a line before being lost.

    It is the first mark of its line, few words stand before it, and the marks of the line are of an even number.
    """
    start = next((b for b in reversed(breaks_at) if b < i), -1)
    if opening > start or i - start > _LEAD or i - start < 3:
        return False
    end = next((b for b in breaks_at if b > i), len(tokens))
    marks = [k for k in range(start + 1, end) if tokens[k].form in _EITHER]
    return marks[0] == i and len(marks) % 2 == 0 and i + 1 < end and tokens[i + 1].kind == "word"


def _closed_by(stack: list[tuple[int, bool]], *, single: bool) -> int | None:
    """The opening mark that a closing one takes off the stack, or nothing.

    ’ closes only ‘ ; a double closing mark closes the nearest double, dropping stray singles in between.
    """
    while not single and stack and stack[-1][1]:
        stack.pop()
    return stack.pop()[0] if stack and stack[-1][1] == single else None


def _closed_later(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Whether more marks close than open behind the opening one at token `i`, so that it stands inside a longer quotation."""
    depth, breaks = 1, 0
    for token in tokens[i + 1 : i + _REACH]:
        breaks += token.kind == "break"
        if breaks > _PARAGRAPHS:
            return False
        if token.form in _EITHER:
            depth += 1 if _side(tokens, token.i, text, inside=True) == "open" else -1
            if depth < 0:
                return True
    return False


def quotations(tokens: Sequence[Token], text: str) -> tuple[Quote, ...]:
    """All quotations of a text, outermost first at each start; those never closed end with their paragraph (`closed` false)."""
    found: list[Quote] = []
    stack: list[tuple[int, bool]] = []  # token of the opening mark, whether it is a single mark
    breaks_at = [t.i for t in tokens if t.kind == "break"]

    def give_up(opening: int) -> None:
        """An opening mark without its pair: a quotation up to the end of its paragraph if it stood after a colon or a cue."""
        end = next((b for b in breaks_at if b > opening), len(tokens))
        if end - opening > 1:
            inner = (tokens[opening].end, tokens[end - 1].end)
            found.append(Quote((tokens[opening].start, inner[1]), inner, opening + 1, end, 0, closed=False))

    for token in tokens:
        if token.kind != "punct" or token.form not in QUOTE_MARKS:
            continue
        i = token.i
        if _bare_row(tokens, i) or _doubled(tokens, i):
            continue
        if _reversed(tokens, i):
            stack.clear()  # the speech before has lost its closing mark: it ends with its sentence
        single = token.form in _SINGLE_OPENING or token.form in _SINGLE_CLOSING
        while stack and (i - stack[-1][0] > _REACH or sum(stack[-1][0] < b < i for b in breaks_at) > _PARAGRAPHS):
            give_up(stack.pop()[0])
        side = _side(tokens, i, text, inside=bool(stack))
        if side == "close" and stack and token.form in _EITHER and _reopens(tokens, i, breaks_at, stack[-1][0]):
            give_up(stack.pop()[0])
            side = "open"
        following = tokens[i + 1].form if i + 1 < len(tokens) else "."
        if side == "open" and not stack and token.form in _EITHER and following in _NEVER_FIRST:
            continue  # no quotation begins with a comma: the closing mark of one whose opening mark is lost
        if side == "open":
            if stack and not single and token.form in _EITHER and any(stack[-1][0] < b < i for b in breaks_at):
                if _whole(tokens, i, text, breaks_at) or not _closed_later(tokens, i, text):
                    give_up(stack.pop()[0])  # the earlier paragraph has lost its closing mark
            stack.append((i, single))
            continue
        if not stack:
            continue
        opening = _closed_by(stack, single=single)
        if opening is not None and i - opening > 1:
            span = (tokens[opening].start, token.end)
            inner = (tokens[opening].end, token.start)
            found.append(Quote(span, inner, opening + 1, i, len(stack), closed=True))
    for opening, single in stack:
        if not single:
            give_up(opening)
    found.sort(key=lambda q: (q.span[0], -q.span[1]))
    return tuple(found)
