"""What a ledger tells a reader: what happened, who says it, what is denied, every line tied to its words."""

from __future__ import annotations

from marsad.brief.compose import compose
from marsad.brief.markdown import markdown
from marsad.brief.names import names_of
from marsad.brief.page import page
from marsad.brief.select import Wanted, places_called
from marsad.brief.sides import days_told, field_told, reason_told
from marsad.brief.sketch import Landmark
from marsad.brief.terminal import print_brief
from marsad.brief.told import Brief
from marsad.brief.wording import Wording, wording_of

__all__ = [
    "Brief", "Landmark", "Wanted", "Wording", "compose", "days_told", "field_told", "markdown", "names_of", "page", "places_called",
    "print_brief", "reason_told", "wording_of",
]  # fmt: skip
