"""Where the outside material is: a folder beside the checkout, which not everybody has."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def need(*paths: str) -> list[Path]:
    """The paths inside the folder; ends the program quietly when one is not there."""
    found = [SHARED / path for path in paths]
    for path in found:
        if not path.exists():
            print(f"skipped {Path(sys.argv[0]).name}: ../{path.relative_to(SHARED.parent)} is not here")
            sys.exit(0)
    return found
