"""Tokens with the ways their clitics may be taken off.

Arabic writes و ف ب ل ك س and ال in front of a word and pronouns behind it, and no spelling tells a clitic from a root
letter (وقال is و+قال, وزير is not و+زير). A token therefore carries every way it may be cut, the least cut first, and
whoever looks it up in a lexicon takes the first cut that the lexicon knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

from marsad.arabic.fold import Folded
from marsad.arabic.torn import begins, belongs
from marsad.model import Span

TokenKind: TypeAlias = Literal["word", "number", "latin", "punct", "break"]

_TOKEN: Final = re.compile(
    r"(?P<word>[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+)"
    r"|(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff]+)"
    r"|(?P<break>\n[\n ]*)"
    r"|(?P<punct>[^\s\w]|_)"
)
# ة and ى end a word; what stands behind them is another, whose space was lost.
_RUN_TOGETHER: Final = re.compile(r"(?<=[\u0621-\u064a]{2})(?:ة(?=[\u0621-\u064a]{3})|ى(?=ال[\u0621-\u064a]{2}))")
_LETTER_APART: Final = re.compile(r"[ .]?[\u0621-\u064a](?![\u0621-\u064a])")
# Proclitic strings in the order they stand: conjunction, then future or preposition, then article.
_PROCLITICS: Final = (
    "و", "ف", "س", "وس", "فس", "ال", "وال", "فال", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "بال", "كال", "وبال", "وكال",
    "فبال", "لل", "ولل", "فلل",
)  # fmt: skip
_ENCLITICS: Final = ("هما", "هم", "هن", "ها", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
# By the letter that a word must begin or end with: most words are tried against none or few. Each proclitic with how it is
# given in a cut, the article restored.
_PROCLITICS_BY_LETTER: Final = {
    letter: tuple((p, p.replace("لل", "لال") if p.endswith("لل") else p) for p in _PROCLITICS if p[0] == letter)
    for letter in dict.fromkeys(p[0] for p in _PROCLITICS)
}
_ENCLITICS_BY_LETTER: Final = {
    letter: tuple(e for e in _ENCLITICS if e[-1] == letter) for letter in dict.fromkeys(e[-1] for e in _ENCLITICS)
}


class Cut(NamedTuple):
    """One way to cut a word: `pro` + `stem` + `enc`; لل is given as `pro` "لال", the article restored."""

    pro: str
    stem: str
    enc: str

    @property
    def definite(self) -> bool:
        """Whether the article was cut off in front."""
        return self.pro.endswith("ال")


class Token(NamedTuple):
    """A token: offsets into the text as published, its folded form, its form with hamza kept, and its kind."""

    i: int
    start: int
    end: int
    form: str
    plain: str
    kind: TokenKind

    @property
    def span(self) -> Span:
        """The token's characters in the text as published."""
        return self.start, self.end


def tokenise(folded: Folded, *, joints: frozenset[int] = frozenset()) -> tuple[Token, ...]:
    """All tokens in order; a run of line ends is one token of kind "break"; what was torn off its word (قائل ا، ق تل, الن ظام) joins it.

    Words are parted at `joints` too, offsets into the folded text.
    """
    tokens: list[Token] = []
    for first, last, kind in pieces(folded, joints):
        start, end = folded.span(first, last)
        token = Token(len(tokens), start, end, folded.text[first:last], folded.plain[first:last], kind)
        if token.plain in ("ا", "ة") and tokens and _torn(tokens[-1], token, folded.text[last : last + 3]):
            before = tokens.pop()
            token = Token(before.i, before.start, end, before.form + token.form, before.plain + token.plain, "word")
        elif kind == "word" and tokens and _one_word(tokens, token, folded.text[last : last + 3]):
            before = tokens.pop()
            token = Token(before.i, before.start, end, before.form + token.form, before.plain + token.plain, "word")
        tokens.append(token)
    return tuple(tokens)


def pieces(folded: Folded, joints: frozenset[int] = frozenset()) -> Iterator[tuple[int, int, TokenKind]]:
    """The pieces of a text by their letters; words run together behind an ending (الضفةالغربية، علىالأرض) are parted."""
    for match in _TOKEN.finditer(folded.text):
        first, last = match.span()
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the group names are the kinds
        if kind == "word":
            ends = {joint.end() for joint in _RUN_TOGETHER.finditer(folded.plain, first, last)}
            for end in sorted(ends | joints.intersection(range(first + 1, last)) if joints else ends):
                yield first, end, kind
                first = end
        yield first, last, kind


def _torn(before: Token, letter: Token, behind: str) -> bool:
    """Whether an alif or ة that stands alone is the ending of the word before it, as pages that lost their vowel signs write it.

    One crawled article in 13 has such an alif, one in 19 such a ة. The letters of an agency's name stay apart (وكالة ا ف ب).
    """
    if before.kind != "word" or letter.start != before.end + 1 or len(before.form) < 2 or before.plain.endswith(("ا", "ة", "ى")):
        return False
    if letter.plain == "ة":
        return True
    return len(before.form) > 2 and not before.form.startswith("ال") and not _LETTER_APART.match(behind)


def _one_word(tokens: list[Token], token: Token, behind: str) -> bool:
    """Whether a token goes on with the last one, behind one space."""
    head = tokens[-1]
    if head.kind != "word" or token.start != head.end + 1:
        return False
    if len(head.form) == 1 or head.plain in ("وي", "وت"):
        before = tokens[-2] if len(tokens) > 1 else None
        if before is not None and before.kind == "word" and begins(before.form, head.plain, token.plain):
            return True
    return belongs(head.form, token.form, head.plain, token.plain, behind=behind)


def folded_words(folded: str) -> list[str]:
    """The words, numbers and Latin words of a folded text, for building tables."""
    return [m.group() for m in _TOKEN.finditer(folded) if m.lastgroup not in ("punct", "break")]


def cuts(form: str) -> tuple[Cut, ...]:
    """Every way to cut a folded word, least cut first; a stem keeps at least two letters (three before a bare ه ك ي)."""
    heads = [("", form)]
    heads += [
        (given, form[len(pro) :])
        for pro, given in _PROCLITICS_BY_LETTER.get(form[:1], ())
        if form.startswith(pro) and len(form) - len(pro) >= 2
    ]
    out = [Cut(pro, stem, "") for pro, stem in heads]
    enclitics = _ENCLITICS_BY_LETTER.get(form[-1:])
    if enclitics is None:
        return tuple(out)
    for pro, stem in heads:
        if pro.endswith("ال"):
            continue  # the article excludes a pronoun behind
        for enc in enclitics:
            rest = stem[: -len(enc)]
            if stem.endswith(enc) and len(rest) >= (3 if len(enc) == 1 else 2):
                out.append(Cut(pro, rest, enc))
                if rest.endswith("ت"):
                    out.append(Cut(pro, rest[:-1] + "ه", enc))  # حكومته: حكومة + ه
                elif enc in ("ه", "ها", "هم", "هما", "هن", "نا") and rest.endswith("ا"):
                    out.append(Cut(pro, rest[:-1] + "ي", enc))  # مستشفاها: مستشفى + ها
                elif rest.endswith("و"):
                    out.append(Cut(pro, rest + "ا", enc))  # قصفوها: قصفوا + ها
    return tuple(out)
