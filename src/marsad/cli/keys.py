"""The names by which a table calls what linking knows by keys: sides, origins, whose fighters were counted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Self

from marsad.ledger import Answer, Ledger
from marsad.link.keys import told
from marsad.link.knowledge import knowledge, name_words

_OUTLETS: Final = "SELECT min(r.reading) FROM current_readings r WHERE r.outlet IS NOT NULL GROUP BY r.outlet ORDER BY 1"
_ACTORS: Final = "SELECT DISTINCT a.id, a.name_en, a.name_ar FROM actors a ORDER BY a.id, a.name_en, a.name_ar"


@dataclass(frozen=True, slots=True)
class Names:
    """What the actors and outlets of a ledger are called: registered ones by their ids, those of one document by their words."""

    by_id: dict[str, str]
    by_words: dict[str, str]

    @classmethod
    def of(cls, ledger: Ledger) -> Self:
        """The names of all actors and outlets that a ledger holds."""
        by_id, by_words = dict(knowledge().bloc_names), dict[str, str]()
        for (number,) in ledger.ask(_OUTLETS).rows:
            outlet = ledger.reading(int(str(number))).reading.document.outlet
            name = ((outlet.name.en or outlet.name.ar) if outlet.name else None) or outlet.id or ""
            words = ((outlet.name.ar or outlet.name.en) if outlet.name else None) or outlet.id or ""
            by_id.setdefault(outlet.id or "", name)
            by_words.setdefault(" ".join(name_words(words)), name)
        for ident, english, arabic in ledger.ask(_ACTORS).rows:
            name = str(english or arabic or ident)
            if not str(ident).startswith("local:"):
                by_id.setdefault(str(ident), name)
            by_words.setdefault(" ".join(name_words(str(arabic or english or ident))), name)
        return cls(by_id, by_words)

    def told(self, answer: Answer, columns: Collection[str]) -> Answer:
        """An answer with the keys of some columns told by name, one or several with "; " between them."""
        keyed = {n for n, column in enumerate(answer.columns) if column in columns}
        rows = (tuple(self._cell(c) if n in keyed and isinstance(c, str) else c for n, c in enumerate(r)) for r in answer.rows)
        return Answer(columns=answer.columns, rows=tuple(rows))

    def _cell(self, value: str) -> str:
        return "; ".join(told(one, self.by_id, self.by_words) for one in value.split("; "))
