"""Totals: words that announce what the number to come counts (ارتفع عدد القتلى إلى 15, قتلى الجيش يقترب عددهم من ألف)."""

from __future__ import annotations

from typing import Final

from marsad.model import CountWhat
from marsad.stages.code.counts.quantities import harm_at, joined, many_at
from marsad.stages.code.counts.state import Run
from marsad.stages.code.counts.surroundings import totalled
from marsad.stages.code.scene import Scene

_NEARS: Final = 5
_NUMBER_OF_THEM: Final = frozenset(["وعددهم", "عددهم"])
_TOLL: Final = frozenset(["الحصيله", "حصيله"])
_WHO: Final = frozenset(["الذين", "من"])
_COMPRISES: Final = frozenset(["شملت", "تشمل", "ضمت", "تضم", "تضمنت", "تتضمن"])


def announce(scene: Scene, run: Run, i: int, *, numbered: bool) -> None:
    """Keep in the run what the number to come counts, if token `i` says it; `numbered` if a number follows at once."""
    if scene.form(i) in _NUMBER_OF_THEM and (known := many_at(scene, i - 1)) is not None:
        if known.payload.entry.role == "harm":  # نقل المصابون وعددهم 12
            run.told, run.told_at = (known.payload.entry.what,), i
        return
    befell = harm_at(scene, i + 1) if scene.form(i) in _WHO and totalled(scene, i) else None
    if befell is not None:
        run.told, run.told_at = (befell.payload.entry.what,), i  # ارتفع عدد الذين قتلوا إلى 403
        return
    hit = many_at(scene, i)
    if hit is not None and hit.payload.entry.role == "thing" and totalled(scene, i):
        run.told, run.told_at = (hit.payload.entry.what,), i
        return
    if hit is None or hit.payload.entry.role != "harm":
        if scene.form(i).removeprefix("و") in _TOLL and not run.told:
            run.told, run.told_at = ("killed",), i
        return
    what: CountWhat = "killed" if hit.payload.entry.id == "victims" else hit.payload.entry.what
    if hit.payload.entry.id == "bodies" and numbered:
        run.told, run.told_at = (what,), i  # جثامين 155 شخصا
    elif run.told and i - run.told_at <= 1 and joined(scene, i):
        run.told, run.told_at = (*run.told, what), i
    elif totalled(scene, i) or scene.form(i + 1) == "هم" or (run.main is not None and _goes_to(scene, i)):
        run.told, run.told_at = (what,), i


def _goes_to(scene: Scene, i: int) -> bool:
    """Whether a second toll is told short: ارتفع عدد الشهداء إلى 2350 والجرحى إلى 10906."""
    return scene.form(i).startswith("وال") and scene.form(i + 1) == "الي" and bool(scene.numbers_between(i + 2, i + 3))


def comprised(scene: Scene, i: int) -> bool:
    """Whether the toll at token `i` is said to comprise those counted next: شملت الحصيلة 134 طفلا."""
    return scene.form(i) in _TOLL and scene.form(i - 1).removeprefix("و") in _COMPRISES


def amounts(scene: Scene, i: int) -> bool:
    """Whether a verb of coming near a figure follows a plural of harm in its clause: قتلى الجيش يقترب عددهم من 1000."""
    _, end = scene.clause(i)
    return any(scene.form(k) in scene.words("nears") for k in range(i + 1, min(end, i + _NEARS)))
