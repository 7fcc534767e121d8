"""The command line: the one place that wires readers, pipeline, ledger, brief and score together."""

from __future__ import annotations

from marsad.cli.commands import app

__all__ = ["app"]
