"""What is coded in short texts, for the tests of events."""

from __future__ import annotations

from datetime import date

from attributed import kit, read
from marsad.arabic.times.calendar import Interval
from marsad.handover import Coded
from marsad.model import Published, new_document
from marsad.stages.attribute import attribute
from marsad.stages.code import code
from marsad.stages.recognise import recognise
from marsad.stages.segment import segment


def coded(text: str) -> Coded:
    """What the code stage hands on of a text told on the 15th of June 2021; read anew each time."""
    given = Published(start="2021-06-15", end="2021-06-15", precision="day", basis="given")
    page = segment(new_document(text, published=given), kit())
    recognised = recognise(page, kit())
    return code(page, recognised, attribute(page, recognised, kit()), kit(), Interval(date(2021, 6, 15), date(2021, 6, 15)))


def types(text: str) -> set[str]:
    """The types of the events of a text without a date."""
    return {e.type for e in read(text).events}
