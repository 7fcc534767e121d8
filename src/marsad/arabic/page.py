"""A document laid out for reading: what every stage after `segment` works on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from marsad.arabic.fold import Folded, fold
from marsad.arabic.parts import joints, parted, seams, ticker
from marsad.arabic.phrases import Lookup
from marsad.arabic.quotation import Quote, quotations
from marsad.arabic.sentences import Sentence, sentences
from marsad.arabic.tokens import Token, tokenise
from marsad.arabic.wrapping import unwrapped
from marsad.model import Document, Span


@dataclass(frozen=True, slots=True)
class Page:
    """Tokens, sentences and quotations of one document, boilerplate blanked out; all spans are into `document.text`."""

    document: Document
    folded: Folded
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    run_together: bool = False  # headlines without anything between them: a sentence may hold several
    lookup: Lookup = field(default_factory=Lookup)

    def text(self, span: Span) -> str:
        """The characters of a span as published."""
        return self.document.text[span[0] : span[1]]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last` (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens (first, last exclusive) that lie wholly inside a span."""
        first = bisect_left(self.tokens, span[0], key=lambda t: t.start)
        last = bisect_right(self.tokens, span[1], key=lambda t: t.end)
        return first, max(first, last)

    def token_at(self, offset: int) -> int:
        """The token that holds a character, or the last one before it: that of وقال for a cue that is only قال."""
        return max(0, bisect_right(self.tokens, offset, key=lambda t: t.start) - 1)

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token; raises `LookupError` for a token between sentences."""
        k = bisect_right(self.sentences, token, key=lambda s: s.first) - 1
        if k < 0 or token >= self.sentences[k].last:
            raise LookupError(f"token {token} is in no sentence")
        return self.sentences[k]

    def quote_around(self, token: int) -> Quote | None:
        """The outermost closed quotation around a token, if any."""
        for quote in self.quotes:
            if quote.first > token:
                break
            if quote.first <= token < quote.last:
                return quote
        return None


def lay_out(document: Document, *, abbreviations: frozenset[str] = frozenset()) -> Page:
    """A document as a page; boilerplate becomes white space and line ends, so no sentence reaches into it.

    Line ends that break a sentence become blanks.
    """
    text = unwrapped(document.text)
    for start, end in document.boilerplate:
        blank = "".join("\n" if c == "\n" else " " for c in text[start:end])
        text = text[:start] + ("\n" + blank[1:] if blank else blank) + text[end:]
    folded = fold(text)
    tokens = tokenise(folded)
    run_together = ticker(tokens)
    if run_together:
        tokens = tokenise(folded, joints=joints(folded))
    quotes = quotations(tokens, text)
    told = sentences(tokens, quotes, abbreviations=abbreviations, openings=seams(tokens, run_together=run_together))
    return Page(document, folded, tokens, parted(tokens, told, run_together=run_together), quotes, run_together)
