"""What a ledger tells a reader: what happened, who says it, what is denied."""
