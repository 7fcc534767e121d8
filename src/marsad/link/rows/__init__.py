"""Events as rows that can be compared: numbers, ids and small sets, and the keys by which rows are brought together.

`prepare` makes them of a reading; what it gives depends on that reading alone.
"""

from marsad.link.rows.events import prepare
from marsad.link.rows.kinds import FAMILY_OF, KIN, LASTING, PACTS
from marsad.link.rows.shape import DocumentRow, Prepared, Row, TallyNote, pack, unpack

__all__ = ["FAMILY_OF", "KIN", "LASTING", "PACTS", "DocumentRow", "Prepared", "Row", "TallyNote", "pack", "prepare", "unpack"]
