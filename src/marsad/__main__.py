"""`python -m marsad` is `marsad`."""

from __future__ import annotations

from marsad.cli import app

if __name__ == "__main__":
    app()
