"""What is coded in short texts, for the tests of events."""

from __future__ import annotations

from datetime import date

from attributed import kit, read
from marsad import pipeline
from marsad.arabic.times.calendar import Interval
from marsad.handover import Coded
from marsad.model import Published, Realis, new_document
from marsad.stages.attribute import attribute
from marsad.stages.code import code
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment

# The present in the first sentences of a report is that of headlines: what is asked for stands behind these.
OPENING = "عقد المجلس المحلي جلسة في البلدة صباح الأربعاء. وناقش الحاضرون أوضاع المدارس. وحضر الجلسة عدد من الأهالي.\n"


def coded(text: str) -> Coded:
    """What the code stage hands on of a text told on the 15th of June 2021; read anew each time."""
    given = Published(start="2021-06-15", end="2021-06-15", precision="day", basis="given")
    page = segment(new_document(text, published=given), kit())
    recognised = recognise(page, kit())
    return code(page, recognised, attribute(page, recognised, kit()), kit(), Interval(date(2021, 6, 15), date(2021, 6, 15)))


def types(text: str) -> set[str]:
    """The types of the events of a text without a date."""
    return {e.type for e in read(text).events}


def realis_behind_an_opening(text: str) -> dict[str, set[Realis]]:
    """The types of the events of a text of the 16th of May 2019 behind an opening, each with how far they are said to have happened."""
    published = Published(start="2019-05-16", end="2019-05-16", precision="day", basis="given")
    found: dict[str, set[Realis]] = {}
    for event in pipeline.read(new_document(OPENING + text, published=published), kit()).events:
        if event.triggers[0][0] >= len(OPENING):
            found.setdefault(event.type, set()).add(event.realis)
    return found
