"""What linking found, told in the language of a brief: the fields of a happening, their values, what a dispute is about.

Linking words its findings in English, names included. Here a name gets its Arabic form on an Arabic page, a day is written as
everywhere else, and what is said word for word or by pattern is looked up in the labels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from marsad.brief.linked import field_called
from marsad.brief.names import Names
from marsad.brief.wording import Wording
from marsad.model import FieldView, Incident, Name, Value

_DAYS: Final = re.compile(r"(\d{4}-\d{2}-\d{2})?(?:/(\d{4}-\d{2}-\d{2})?)?")


def field_told(view: FieldView, incident: Incident, wording: Wording, *, graded: bool) -> tuple[str, str]:
    """What a field is called and how its accounts stand; several values that contradict nobody are compatible, not agreed."""
    labels = wording.labels
    counts: dict[str, str] = {str(what): label for what, label in labels.counts.items()}
    field = field_called(view.field, incident, graded=graded)
    state = "several" if view.state == "agree" and len(view.values) > 1 else view.state
    return labels.fields.get(field) or counts.get(field) or field, labels.states.get(state, state)


def days_told(value: str, wording: Wording) -> str:
    """A day or a period ("2015-08-05/2015-08-06") as the language writes it; any other value as it is."""
    found = _DAYS.fullmatch(value)
    if found is None or not any(found.groups()):
        return value
    start, end = found.groups()
    return wording.period(start, end if "/" in value else start)


def reason_told(reason: str, wording: Wording) -> str:
    """Why a grade was given, with the names that linking has for the parties."""
    return Sides(wording, ()).reason(reason)


class Sides:
    """Tells values and disputes with the names that some readings have for places and parties."""

    def __init__(self, wording: Wording, readings: Iterable[Names]) -> None:
        self._wording = wording
        self._names: dict[str, Name] = {}
        for names in readings:
            self._names.setdefault(names.outlet.en or names.outlet.ar or "", names.outlet)
            known = [(ident, actor.name) for ident, actor in names.actors.items()]
            known += [(ident, place.name) for ident, place in names.places.items()]
            for ident, name in known:
                self._names.setdefault(ident, name)
                self._names.setdefault(name.en or name.ar or ident, name)

    def value(self, value: Value) -> str:
        """One value of a field or side of a dispute: a party by its name, where linking gives its id."""
        return self.told(value.name or value.value)

    def told(self, text: str) -> str:
        """A name, a day, a figure or a state of affairs, as the language has it; what it has no word for stays as it is."""
        labels = self._wording.labels
        if text in labels.values:
            return labels.values[text]
        if text in self._names:
            return self._wording.name(self._names[text], text)
        return self._filled(text, labels.figures, r"(\d+)") or days_told(text, self._wording)

    def about(self, text: str) -> str:
        """What a dispute is about; in another language than linking's own the values behind the colon are left to the sides."""
        patterns = self._wording.labels.abouts
        if not patterns:
            return text
        whole = {pattern: told for pattern, told in patterns.items() if ": " in pattern}
        return self._filled(text, whole) or self._filled(text.partition(": ")[0], patterns)

    def reason(self, text: str) -> str:
        """Why a grade was given, its parties named as a sentence of the language needs them; as linking words it where no pattern fits."""
        return self._filled(text, self._wording.labels.reasons, tell=self._parties) or text

    def _parties(self, names: str) -> str:
        return self._wording.listed([self._wording.party(self.told(name)) for name in names.split(", ")])

    def _filled(
        self, text: str, patterns: Mapping[str, str], blank: str = "(.+)", *, tell: Callable[[str], str] | None = None
    ) -> str:
        for pattern, told in patterns.items():
            found = re.fullmatch(blank.join(re.escape(part) for part in pattern.split("{}")), text)
            if found is not None:
                return told.format(*((tell or self.told)(part) for part in found.groups()))
        return ""
