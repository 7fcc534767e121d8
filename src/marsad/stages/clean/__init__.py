"""Clean: what of a page is the article, and whose it is."""

from __future__ import annotations

import msgspec

from marsad.arabic.phrases import Lookup
from marsad.arabic.wrapping import unwrapped
from marsad.handover import Cleaned
from marsad.kit import Kit
from marsad.model import Document, Trace
from marsad.stages.clean.boilerplate import boilerplate
from marsad.stages.clean.line import lines_of
from marsad.stages.clean.outlet import find_outlet

__all__ = ["clean"]


def clean(document: Document, kit: Kit) -> Cleaned:
    """Find the boilerplate, the title and the outlet of a document; its text is left exactly as given."""
    # Where a text is wrapped, a line is no paragraph and tells nothing of what stands in it.
    lines = lines_of(unwrapped(document.text))
    lookup = Lookup()
    blocks = boilerplate(document, lines, kit.clean, lookup=lookup)
    outlet, why, doubts = find_outlet(document, lines, kit.clean, lookup=lookup)
    title = document.title
    if title is None:
        covered = [b.span for b in blocks]
        first = next((x for x in lines if not any(s <= x.span[0] < e for s, e in covered)), None)
        if first is not None and first.headline and len(lines) > 1:
            title = document.text[first.span[0] : first.span[1]]
    traces = [Trace(record=document.id, stage="clean", rule=b.rule, entry=b.entry, spans=(b.span,)) for b in blocks]
    if why is not None:
        traces.append(why)
    cleaned = msgspec.structs.replace(document, outlet=outlet, title=title, boilerplate=tuple(b.span for b in blocks))
    return Cleaned(document=cleaned, doubts=doubts, traces=tuple(traces))
