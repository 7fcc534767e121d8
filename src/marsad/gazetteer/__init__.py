"""The shelf of places: the shipped table, the import of a user's own, and the words that stand around place names."""
