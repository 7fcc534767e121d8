"""Whose text it is: from the input, the address, the dateline, or the names by which a text calls its own outlet.

An outlet is never inferred from style. A name that others credit (an agency) counts only in a dateline; any other name
counts when the text says that somebody spoke to it, or that it saw a document, and no second outlet is spoken to as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from marsad.arabic.phrases import Hit, Lookup
from marsad.arabic.tokens import Token
from marsad.lexicon.clean import CleanLexicon
from marsad.model import Document, Doubt, Name, Outlet, Span, Trace
from marsad.stages.clean.line import Line

# What a text says when it speaks of itself: "seen by", "own correspondent", "support us".
_OWN: Final = (
    ("اطلع", "عليه"), ("اطلعت", "عليه"), ("حصل", "عليه"), ("حصلت", "عليه"), ("وصل", "الي"), ("تلقي", ""), ("تلقت", ""),
)  # fmt: skip
_OWN_BEFORE: Final = frozenset(["ادعم", "رابط", "لمراسل", "لمراسلي", "لمراسله", "خاص", "اعداد", "كاميرا", "عدسه"])
_GENERIC: Final = frozenset(["موقع", "صحيفه", "جريده", "وكاله", "قناه", "شبكه", "بصحيفه", "بموقع", "الخبر"])
_MARKS: Final = frozenset("\"'“”«»)،,")
_DASHES: Final = frozenset("-–—ـ/:|")


def find_outlet(
    document: Document, lines: Sequence[Line], lexicon: CleanLexicon, *, lookup: Lookup | None = None
) -> tuple[Outlet, Trace | None, tuple[Doubt, ...]]:
    """The outlet of a document with the reason for it; unknown stays unknown."""
    if document.outlet.basis == "given" and document.outlet.id:
        known = lexicon.domains.get(_host(document.outlet.id)) or (
            document.outlet.id if document.outlet.id in lexicon.outlets else None
        )
        if known is None:
            return document.outlet, None, ()
        return _outlet(known, "given", None, lexicon), _trace(document, "outlet-given", known, None), ()
    host = _host(document.url or "")
    while host.count("."):
        if host in lexicon.domains:
            known = lexicon.domains[host]
            return _outlet(known, "url", None, lexicon), _trace(document, "outlet-by-address", known, None), ()
        host = host.split(".", 1)[1]
    lookup = lookup or Lookup()
    found = _dateline(lines, lexicon, lookup)
    if found is not None:
        known, span = found
        return _outlet(known, "dateline", span, lexicon), _trace(document, "outlet-by-dateline", known, span), ()
    own = _self_mentions(lines, lexicon, lookup)
    names = {known for known, _ in own}
    if len(names) == 1:
        known, span = own[0]
        return _outlet(known, "self_mention", span, lexicon), _trace(document, "outlet-by-self-mention", known, span), ()
    doubts: tuple[Doubt, ...] = ()
    if names:
        doubts = (Doubt(stage="clean", span=own[0][1], about=f"the text could be by any of: {', '.join(sorted(names))}"),)
    return document.outlet, None, doubts


def _host(address: str) -> str:
    """The host name of an address or bare domain, without www."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")


def _outlet(known: str, basis: str, span: Span | None, lexicon: CleanLexicon) -> Outlet:
    entry = lexicon.outlets[known]
    return Outlet(id=known, name=Name(ar=entry.ar, en=entry.en), basis=basis, span=span, side=entry.side)  # type: ignore[arg-type]


def _trace(document: Document, rule: str, known: str, span: Span | None) -> Trace:
    return Trace(record=document.id, stage="clean", rule=rule, entry=f"clean/outlets.csv#{known}", spans=(span,) if span else ())


def _at(line: Line, hit: Hit[str]) -> Span:
    base = line.span[0]
    return base + line.tokens[hit.first].start, base + line.tokens[hit.last - 1].end


def _dateline(lines: Sequence[Line], lexicon: CleanLexicon, lookup: Lookup) -> tuple[str, Span] | None:
    """An outlet in a dateline of the first lines: موسكو-سانا, إدلب – نورث برس, بلدي نيوز - (...)."""
    for line in lines[:6]:
        tokens = line.tokens
        for i in range(min(len(tokens), 8)):
            hits = [h for h in lexicon.outlet_names.at(tokens, i, lookup) if not h.cut.pro]
            if not hits:
                continue
            hit = hits[0]
            before = tokens[i - 1].form if i else ""
            after = tokens[hit.last].form if hit.last < len(tokens) else ""
            alone = i == 0 and hit.last == len(tokens)
            behind_town = before in _DASHES and i <= 4 and (after in ("", ".", "(", ":") or line.words <= 7)
            before_town = i == 0 and after in _DASHES and line.words <= 7
            agency = lexicon.outlets[hit.payload].agency == "yes"
            # An agency alone in a line or in front is a credit under a picture or a relay, not the publisher.
            if behind_town or (not agency and (alone or before_town)):
                return hit.payload, _at(line, hit)
    return None


def _self_mentions(lines: Sequence[Line], lexicon: CleanLexicon, lookup: Lookup) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    for line in lines:
        tokens = line.tokens
        i = 0
        while i < len(tokens):
            hits = lexicon.outlet_names.at(tokens, i, lookup)
            if not hits:
                i += 1
                continue
            hit = hits[0]
            if lexicon.outlets[hit.payload].agency == "no" and _own(tokens, hit):
                found.append((hit.payload, _at(line, hit)))
            i = hit.last
    return found


def _own(tokens: Sequence[Token], hit: Hit[str]) -> bool:
    """Whether the words before an outlet's name say that it is the text's own."""
    k = hit.first - 1
    while k >= 0 and (tokens[k].form in _GENERIC or (tokens[k].kind == "punct" and tokens[k].form in "\"'“”«»ـ")):
        k -= 1
    before = tokens[k].form if k >= 0 else ""
    second = tokens[k - 1].form if k >= 1 else ""
    if before in _OWN_BEFORE:
        return True
    if any((before == b and second == a) or (not b and before == a) for a, b in _OWN):
        return True
    return (
        hit.cut.pro in ("ل", "لال")
        and hit.first > 0
        and (tokens[hit.first - 1].kind == "word" or tokens[hit.first - 1].form in _MARKS)
    )
