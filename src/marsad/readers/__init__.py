"""Turn files into documents: text files, folders of them, JSON lines, standard input.

A reader never stops at a bad input. It yields a `Document`, or a `Skipped` that names the file and says what to do; a
`Remark` goes with a document that was read although something about it was odd.
"""

from __future__ import annotations

from marsad.readers.files import Given, how_many, read_documents
from marsad.readers.outcome import Remark, Skipped

__all__ = ["Given", "Remark", "Skipped", "how_many", "read_documents"]
