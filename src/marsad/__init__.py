"""Marsad (مرصد): a ledger of who says what happened, from Arabic conflict reports."""

__version__ = "0.1.0"
