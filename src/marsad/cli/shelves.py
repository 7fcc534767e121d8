"""What a user added to the shipped knowledge: place tables imported once, and files of outlets named on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from marsad.kit import Kit, load


@dataclass(frozen=True, slots=True)
class Shelves:
    """The user's own files; hashable, so that a worker process loads the kit for them once."""

    gazetteers: tuple[Path, ...] = ()
    outlets: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that a reading depends on besides the program."""
        return (*self.gazetteers, *self.outlets)

    def kit(self) -> Kit:
        """The shipped knowledge with the user's; raises LexiconError where a file is broken."""
        return load(gazetteers=self.gazetteers, outlets=self.outlets)
